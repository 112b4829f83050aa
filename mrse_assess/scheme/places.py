"""Where in a scheme's files something stands, and the one sentence that says what is wrong there."""

from dataclasses import dataclass

from mrse_assess.errors import SchemeError

_LONGEST_QUOTE = 60


@dataclass(frozen=True, kw_only=True)
class Place:
    """A key of a scheme file: the file's name, and the way to the key as an editor of the file would say it."""

    file: str
    path: tuple[str, ...] = ()

    def at(self, *path: str) -> "Place":
        """A place further in."""
        return Place(file=self.file, path=(*self.path, *path))

    def fault(self, found: str, advice: str) -> SchemeError:
        """The error for this place: ``found`` is what stands there, ``advice`` what is allowed or what to do."""
        return SchemeError(_on_one_line(f"{', '.join((self.file, *self.path))}: {found}; {advice}"))


def quoted(value: object) -> str:
    """A value as a message shows it: cut where it is long, in quotes where it is a text."""
    text = value if isinstance(value, str) else repr(value)
    cut = text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}..."
    return f'"{cut}"' if isinstance(value, str) else cut


def listed(words: object) -> str:
    """Words joined for a message, in the order given."""
    items = [str(word) for word in words] if isinstance(words, (tuple, list, dict, set, frozenset)) else [str(words)]
    return ", ".join(items) or "none"


def _on_one_line(text: str) -> str:
    """The text with line ends and other signs that cannot be seen written out."""
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)
