"""The cross reference table of the large portfolio: what is cited for what, which references lead nowhere."""

import random
from collections.abc import Iterator

from _builder.plan import Item, Row

CODES = ("1.1", "1.2", "2.1", "2.2", "3", "4.1", "4.2", "4.3", "5.1", "5.2", "6.1", "6.2", "7.1", "7.2", "8.1", "8.2")
MOST = 12  # claims of sub-category 3
UNCITED = ("13", "29", "41", "56")
NOWHERE = {"2.2": ("71",), "5.2": ("72@p2",), "7.1": ("73",)}  # ids that nobody sent
SHORT = 4  # pages of an item that is cited whole
REFUSED_OF = 7  # one claim out of so many is not satisfactory
BEYOND = {"4.2": "9@p40"}  # a page that the item does not have
REFUSED = {"verdict": "not_satisfactory", "reasons": ["authorship_unclear"], "feedback": "Say which part is your own."}
ACCEPTED = {"verdict": "satisfactory", "feedback": "Your own part can be read in it."}
GONE = {"verdict": "not_satisfactory", "reasons": ["missing_item"], "feedback": "The item is not in the portfolio."}


def rows(items: tuple[Item, ...], lengths: dict[str, int], dice: random.Random) -> tuple[Row, ...]:
    """One row for each sub-category; every item but the uncited ones stands in at least one of them."""
    shares: dict[str, list[str]] = {code: [] for code in CODES}
    for item in items:
        if item.id not in UNCITED:
            shares[_fullest_free(shares, dice)].append(item.id)
    cited = [item.id for item in items if item.id not in UNCITED]
    for code in CODES:
        wanted = MOST if code == "3" else dice.randint(3, 7)
        others = [item_id for item_id in cited if item_id not in shares[code]]
        shares[code] += dice.sample(others, max(0, wanted - len(shares[code])))
    return tuple(_row(code, sorted(ids, key=int), lengths, dice) for code, ids in shares.items())


def _fullest_free(shares: dict[str, list[str]], dice: random.Random) -> str:
    """A sub-category that may have one more item of its own."""
    return dice.choice([code for code, ids in shares.items() if len(ids) < (MOST if code == "3" else 5)])


def _row(code: str, ids: list[str], lengths: dict[str, int], dice: random.Random) -> Row:
    beyond = BEYOND.get(code)
    if beyond:
        ids = [item_id for item_id in ids if item_id != beyond.split("@")[0]]
    refs = [*_references(ids, lengths, dice), *([beyond] if beyond else []), *NOWHERE.get(code, ())]
    said = {
        ref.split("@")[0]: dict(REFUSED if number % REFUSED_OF == REFUSED_OF // 2 else ACCEPTED)
        for number, ref in enumerate(refs)
    }
    gone = {ref.split("@")[0]: dict(GONE) for ref in NOWHERE.get(code, ())}
    return Row(
        sub=code,
        refs=tuple(refs),
        comment="See the pages named" if dice.randrange(2) else "",
        conclude={"feedback": "Shown to the depth that is looked for."},
        judge={**said, **gone},
    )


def _references(ids: list[str], lengths: dict[str, int], dice: random.Random) -> Iterator[str]:
    """Whole items, single pages and ranges in turn; an item without pages of its own is cited whole."""
    for item_id in ids:
        length = lengths.get(item_id, 1)
        kind = dice.randrange(3)
        if length < SHORT or kind == 0:
            yield item_id
        elif kind == 1:
            yield f"{item_id}@p{dice.randint(2, length)}"
        else:
            first = dice.randint(2, length - 1)
            yield f"{item_id}@p{first}..p{dice.randint(first + 1, length)}"
