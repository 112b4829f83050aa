"""One module per check. Each has ``look(material, data) -> Looked`` and knows nothing of the others."""
