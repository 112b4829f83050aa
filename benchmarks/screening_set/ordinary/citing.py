"""References to the MHRA guidelines in every wording and grade, with what each says."""

from random import Random

from .model import Block, Mark
from .writing import Words, banks

EDITIONS = ("2021", "2021", "2021", "2015", "2015", "2014", "2007")
GRADES = ("mention", "mention", "traceable", "traceable", "applied", "applied", "section", "footnote", "local")


def reference(rng: Random, words: Words, grade: str = "") -> Block:
    """A paragraph that refers to the guidelines."""
    grade = grade or rng.choice(GRADES)
    edition = rng.choice(EDITIONS)
    if grade == "footnote":
        return _footnote(rng, words, edition)
    if grade == "section":
        place, section = _place(rng, edition, pages=False)
        text = words.pick("mention section", e=words.pick("edition none"), s=place)
        return _block(words, text, None, section, "mention")
    if grade in {"mention", "local"}:
        named = None if rng.random() < 0.5 else edition
        text = words.pick(
            "mention local" if grade == "local" else "mention", e=words.pick(f"edition {named or 'none'}")
        )
        return _block(words, text, named, None, "mention")
    place, section = _place(rng, edition, pages=grade == "traceable")
    text = words.pick(grade, e=words.pick(f"edition {edition}"), s=place)
    return _block(words, text, edition, section, grade, "" if section else place)


def not_a_reference(words: Words) -> Block:
    """Words about the agency or about another document's sections."""
    return Block("para", f"{words.weave(1)} {words.pick('mhra_not')} {words.weave(1)}")


def _place(rng: Random, edition: str, *, pages: bool) -> tuple[str, str | None]:
    if pages and rng.random() < 0.3:
        return rng.choice(banks()["page words"]).replace("{p}", str(rng.randint(12, 80))), None
    section = rng.choice(banks()[f"sections {edition}"])
    return rng.choice(banks()["section words"]).replace("{s}", section), section


def _block(words: Words, text: str, edition: str | None, section: str | None, grade: str, page: str = "") -> Block:
    text = f"{text[:1].upper()}{text[1:]}"
    around = f"{text} {words.weave(1)}" if words.rng.random() < 0.5 else f"{words.weave(1)} {text}"
    data = {"edition": edition, "section": section, "grade": grade, "cited_page": page or None}
    return Block("para", around, marks=(Mark("mhra", data),))


def _footnote(rng: Random, words: Words, edition: str) -> Block:
    """A numbered entry at the end of the paragraph, and a sentence that names the section of it."""
    section = rng.choice(banks()[f"sections {edition}"])
    number = rng.randint(1, 6)
    place = rng.choice(banks()["section words"]).replace("{s}", section)
    text = rng.choice(
        (
            f"The door stays locked when nobody is in the unit [{number}, {place}].",
            f"The term is that of {place} of [{number}].",
            f"Exposure of staff is dealt with in [{number}] ({place}).",
        )
    )
    entry = f"[{number}] {words.pick(f'edition {edition}')}."
    data = {"edition": edition, "section": section, "grade": "traceable", "cited_page": None}
    return Block("para", f"{words.weave(1)} {text}\n{entry}", marks=(Mark("mhra", data),))
