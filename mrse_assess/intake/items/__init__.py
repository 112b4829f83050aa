"""The items of evidence: where each begins and ends, told by agreement of marks."""
