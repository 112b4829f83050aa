"""The decision letter: composed from the records, held at a gate, each sentence traced to what it rests on."""

from mrse_assess.letter.case import ApplicationFacts, LetterCase, ReadingChoice
from mrse_assess.letter.checks.looked_at import Watch
from mrse_assess.letter.compose import compose
from mrse_assess.letter.gate import gate, prepare
from mrse_assess.letter.trace import trace

__all__ = ["ApplicationFacts", "LetterCase", "ReadingChoice", "Watch", "compose", "gate", "prepare", "trace"]
