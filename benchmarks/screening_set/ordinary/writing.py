"""The passages and slots, and a writer that does not repeat itself within a portfolio."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from random import Random

_SLOT = re.compile(r"\{(\w+)\}")


@cache
def banks() -> Mapping[str, tuple[str, ...]]:
    """Every section of ``words/*.txt`` with its lines."""
    found: dict[str, list[str]] = {}
    for file in sorted((Path(__file__).parent / "words").glob("*.txt")):
        name = ""
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("# "):
                name = line[2:]
                found.setdefault(name, [])
            elif line.strip():
                found[name].append(line.strip())
    return {name: tuple(lines) for name, lines in found.items()}


class Words:
    """Picks lines of a bank, each once until the bank is empty, and fills their slots."""

    def __init__(self, rng: Random) -> None:
        """For one portfolio."""
        self.rng = rng
        self.left: dict[str, list[str]] = defaultdict(list)
        self.said: set[str] = set()

    def pick(self, bank: str, **slots: object) -> str:
        """A passage of the bank that this portfolio has not said yet, if there is one."""
        words = ""
        for _ in range(12):
            words = self.fill(self._line(bank), slots)
            if words not in self.said:
                break
        self.said.add(words)
        return words

    def fill(self, line: str, slots: Mapping[str, object]) -> str:
        """The line with its slots filled from ``slots`` or from the banks, and a capital where it begins."""

        def word(found: re.Match[str]) -> str:
            name = found[1]
            return str(slots[name]) if name in slots else self.fill_lower(name, slots)

        words = _SLOT.sub(word, line)
        return words[:1].upper() + words[1:] if line.startswith("{") and not line.startswith("{v}") else words

    def fill_lower(self, name: str, slots: Mapping[str, object]) -> str:
        """A word for the slot; slots inside it are filled too."""
        line = self.rng.choice(banks()[name])
        return _SLOT.sub(lambda found: str(slots.get(found[1], "")) or self.fill_lower(found[1], slots), line)

    def weave(self, sentences: int) -> str:
        """So many sentences about everyday matters that no check looks for."""
        return " ".join(self.pick("weave") for _ in range(sentences))

    def _line(self, bank: str) -> str:
        if not self.left[bank]:
            self.left[bank] = list(banks()[bank])
            self.rng.shuffle(self.left[bank])
        return self.left[bank].pop()
