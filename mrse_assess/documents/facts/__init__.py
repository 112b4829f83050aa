"""What files carry beside the words of their pages, looked for by the worker. Importing this imports no parser."""

from mrse_assess.documents.facts.asking import file_facts
from mrse_assess.documents.facts.values import KINDS, FactLimits

__all__ = ["KINDS", "FactLimits", "file_facts"]
