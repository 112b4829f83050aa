"""Lists and numbers inside sentences, in British English."""

from collections.abc import Iterable, Sequence


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: "21", "21 and 22", "21, 22 and 23"; "" for none."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def counted(number: int, word: str) -> str:
    """A number with its noun: "1 page", "2 pages"."""
    return f"{number} {word}{'' if number == 1 else 's'}"


def in_sentence(name: str) -> str:
    """A name as it stands inside a sentence: with a small first letter, unless it begins with an abbreviation."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def pages_named(pages: Sequence[int]) -> str:
    """Pages with their noun: "page 5", "pages 2 to 4 and 9"."""
    return f"{'page' if len(set(pages)) == 1 else 'pages'} {runs_of_pages(pages) or 'none'}"


def runs_of_pages(pages: Iterable[int]) -> str:
    """Page numbers in words: 2, 3, 4 and 9 give "2 to 4 and 9"; "" for none."""
    runs: list[list[int]] = []
    for page in sorted(set(pages)):
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return listed([str(first) if first == last else f"{first} to {last}" for first, last in runs])
