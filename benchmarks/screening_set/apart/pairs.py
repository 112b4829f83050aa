"""Items that are like another item of the portfolio, or only look it."""

from copy import deepcopy
from datetime import date, timedelta
from typing import Final

from .chance import words
from .desk import Desk
from .heading import headed
from .model import Block, Work
from .works import dress, good, mailed, title

PAIRS: Final = ("near", "none", "duplicate", "commentary_only", "near mail", "none mail")
CODES: Final = ("2.1", "5.1", "7.2", "4.3", "1.2")


def pair(desk: Desk, kind: str) -> tuple[Work, Work]:
    """Two works; the pair is named on both."""
    one, two = MAKERS[kind](desk)
    name = kind.split(maxsplit=1)[0]
    for side, work in (("a", one), ("b", two)):
        work.pair = f"{name}/{desk.rng.random():.6f}" if side == "a" else one.pair
    return one, two


def _near(desk: Desk) -> tuple[Work, Work]:
    """The same paper in a later version: a few words and a paragraph differ, and the date."""
    code = _unused(desk, CODES)
    one = _plain(desk, code)
    two = deepcopy(one)
    two.title = f"{one.title}, [second|later] version"
    two.title = desk.say(two.title)
    paras = [at for at, block in enumerate(two.blocks) if block.kind == "para"]
    at = desk.rng.choice(paras)
    edited = desk.say("The wording below was made clearer for the new rota. ") + two.blocks[at].text
    two.blocks[at] = Block(kind="para", text=edited)
    two.blocks[paras[-1]] = Block(kind="para", text=desk.pick("topics", "common", "text"))
    day = desk.day(400, 1500)
    one.extra["day"], two.extra["day"] = day, day + timedelta(days=desk.rng.randint(40, 300))
    for work in (one, two):
        headed(desk, work, mode="applicant", dating="exact")
    return one, two


def _unused(desk: Desk, codes: tuple[str, ...]) -> str:
    """One of the codes of which the portfolio has said nothing yet."""
    order = desk.rng.sample(codes, len(codes))
    return min(order, key=lambda code: sum(desk.told[text] for text in words("topics")[code]["text"]))


def _plain(desk: Desk, code: str) -> Work:
    book = words("topics")[code]
    blocks = [Block(kind="head", text=desk.rng.choice(book["head"]))]
    blocks += [Block(kind="para", text=desk.say(text)) for text in desk.fresh(book["text"], 7)]
    blocks += desk.paras("common", 3) + desk.besides(5)
    return Work(title=title(desk, code), codes=(code,), blocks=blocks)


def _duplicate(desk: Desk) -> tuple[Work, Work]:
    """One paper sent twice, for another sub-category, under another title in the list."""
    code = _unused(desk, ("2.1", "5.1", "7.2"))
    one = _plain(desk, code)
    headed(desk, one, mode="applicant", dating="exact")
    two = deepcopy(one)
    two.title = f"{one.title} (see also)"
    return one, two


def _none(desk: Desk) -> tuple[Work, Work]:
    """The same letterhead, distribution and closing words round two different matters."""
    codes = [_unused(desk, CODES[:2]), _unused(desk, CODES[2:])]
    common = words("topics")["common"]["text"]
    frame = [Block(kind="small", text=desk.say(text)) for text in desk.fresh(common, 4)]
    made = []
    for code in codes:
        work = Work(title=title(desk, code), codes=(code,), blocks=[*desk.body(code, 5), *frame])
        headed(desk, work, mode="applicant", dating="exact")
        work.extra |= {"head": desk.say("{org}   |   MR Physics   |   Form 7"), "dress": 0}
        made.append(work)
    return made[0], made[1]


def _quoted(desk: Desk) -> tuple[Work, Work]:
    """An e-mail, and a later one that quotes the whole of it below."""
    one = good(desk, desk.rng.choice(("4.1", "6.2", "4.3")), genre="mail", mode="applicant")
    sent: date = one.extra["sent"]
    two = Work(title=f"RE: {one.title}", codes=one.codes, blocks=[], genre="mail")
    two.extra["day"] = sent + timedelta(days=desk.rng.randint(2, 20))
    two.blocks = [Block(kind="para", text="I come back to this; what I wrote stands, and it has been done.")]
    dress(desk, two, mode="applicant")
    two.blocks = [block for block in two.blocks if block.kind != "quote"]
    two.blocks.append(Block(kind="quote", text=f"{desk.slots['app']} wrote:"))
    two.blocks += [Block(kind="quote", text=block.text) for block in one.blocks if block.kind == "para"]
    return one, two


def _mails(desk: Desk) -> tuple[Work, Work]:
    """Two e-mails with the same greeting, signature and notice at the foot."""
    notice = desk.say(
        "This message and its attachments are meant for the person to whom they are addressed. If it reached you by "
        "mistake please tell the sender and delete it. {org} reads mail for lawful purposes and stores it two years."
    )
    made = []
    for code in desk.rng.sample(("4.1", "6.2", "5.2", "8.2"), 2):
        work = Work(title=title(desk, code), codes=(code,), blocks=desk.body(code, 4, head=False), genre="mail")
        mailed(desk, work)
        work.blocks = [block for block in work.blocks if block.kind != "quote"]
        work.blocks.append(Block(kind="small", text=notice))
        made.append(work)
    return made[0], made[1]


def _retold(desk: Desk) -> tuple[Work, Work]:
    """An item, and a commentary that says again what it says and is sent as an item of its own."""
    code = _unused(desk, CODES)
    two = _plain(desk, code)
    texts = [block.text for block in two.blocks if block.kind == "para"][:5]
    headed(desk, two, mode="applicant", dating="exact")
    one = Work(title=f"Commentary on {two.title}", codes=(code,), blocks=[], traps=("commentary_only",))
    one.blocks = [Block(kind="para", text=desk.say("In [this commentary|what follows] I tell what my paper says."))]
    one.blocks += [Block(kind="para", text=f"In the paper I say: {text}") for text in texts]
    headed(desk, one, mode="applicant", dating=desk.rng.choice(("exact", "undated")))
    one.extra["roles unmeasured"] = True
    return one, two


MAKERS: Final = {
    "near": _near,
    "none": _none,
    "duplicate": _duplicate,
    "commentary_only": _retold,
    "near mail": _quoted,
    "none mail": _mails,
}
