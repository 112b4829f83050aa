"""Texts with named slots: which slots a text has, and whether it is one that can be filled at all."""

from collections.abc import Mapping
from string import Formatter

from mrse_assess.scheme.places import Place, listed, quoted


def slots_of(text: str, place: Place) -> tuple[str, ...]:
    """The names in braces, each once, in order.

    Raises:
        SchemeError: a brace without its partner, a slot without a plain name, or one with a format behind it.
    """
    try:
        parts = list(Formatter().parse(text))
    except ValueError as error:
        raise place.fault(
            f"the braces do not pair ({error})", "write a slot as {name}, and a brace that is meant as {{ or }}"
        ) from error
    names = []
    for _, name, form, conversion in parts:
        if name is None:
            continue
        if form or conversion or not name.isidentifier():
            raise place.fault(f"found the slot {quoted(_as_written(name, form, conversion))}", "write a slot as {name}")
        names.append(name)
    return tuple(dict.fromkeys(names))


def fill(text: str, slots: Mapping[str, str], place: Place) -> str:
    """The text with its slots filled.

    Raises:
        SchemeError: a slot that is not among those given, or a text that :func:`slots_of` refuses.
    """
    for name in slots_of(text, place):
        if name not in slots:
            raise place.fault(f"found the unknown slot {quoted(name)}", f"allowed: {listed(slots)}")
    return text.format_map(slots)


def plain_name(slot: str) -> str:
    """The slot's name in the scheme's list: one written with a capital begins its text with one."""
    return slot[:1].lower() + slot[1:]


def _as_written(name: str, form: str | None, conversion: str | None) -> str:
    return "{" + name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "") + "}"
