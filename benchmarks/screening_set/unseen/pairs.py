"""Items that are like another item of the portfolio, or only look it."""

from copy import deepcopy
from datetime import date, timedelta
from typing import Final

from ..apart.model import Block, Work  # noqa: TID252 - the set is imported by two names
from .chance import words
from .desk import Desk, para
from .heads import headed
from .talks import mailed
from .works import good

PAIRS: Final = ("near", "none", "duplicate", "near mail", "commentary_only", "none mail")
CODES: Final = ("2.1", "5.1", "7.2", "4.3", "1.2", "6.2")
COMMENT: Final = (
    "Commentary: this piece came about because {scan} was new to us and nobody had asked who looks after its doors. I "
    "did the work by going there, watching for [two mornings|a whole day], and only then sitting down to write. What I "
    "learned is that people do what the room makes easy. I include it to show that I start from the place and not "
    "from the form, and that I carry a thing through until somebody other than me looks after it."
)


def pair(desk: Desk, kind: str) -> tuple[Work, Work]:
    """Two works; the pair is named on both."""
    one, two = MAKERS[kind](desk)
    one.pair = two.pair = f"{kind.split(maxsplit=1)[0]}/{desk.rng.random():.6f}"
    return one, two


def _plain(desk: Desk, code: str) -> Work:
    work = Work(title=desk.title(code), codes=(code,), blocks=[desk.head(code), *desk.body(code, 6)])
    work.blocks += [para(desk.say(text)) for text in desk.fresh(words("papers")["after"], 2)]
    work.extra["bare"] = True
    return work


def _near(desk: Desk) -> tuple[Work, Work]:
    """The same paper some months on: a few words and one paragraph differ, and the date."""
    one = _plain(desk, desk.least(CODES))
    two = deepcopy(one)
    two.title = desk.say(f"{one.title} [rev. 2|(updated)|v2]")
    paras = [at for at, block in enumerate(two.blocks) if block.kind == "para"]
    at = desk.rng.choice(paras[1:-1])
    two.blocks[at] = para(f"{two.blocks[at].text} This was tried for a month and kept.")
    two.blocks[paras[-1]] = para(
        desk.say("The telephone numbers were brought up to date and the plan was drawn again.")
    )
    day = desk.day(400, 1400)
    one.extra["day"], two.extra["day"] = day, day + timedelta(days=desk.rng.randint(60, 300))
    for work in (one, two):
        headed(desk, work, mode="applicant", dating="exact")
    return one, two


def _duplicate(desk: Desk) -> tuple[Work, Work]:
    """One paper sent twice, under another title in the list."""
    one = _plain(desk, desk.least(CODES))
    headed(desk, one, mode="applicant", dating="exact")
    two = deepcopy(one)
    two.title = f"Copy of {one.title}"
    return one, two


def _none(desk: Desk) -> tuple[Work, Work]:
    """The same letterhead and small print round two different matters."""
    frame = [
        Block(
            kind="small", text=desk.say("[Copies are numbered|This copy is numbered]; return it when it is replaced.")
        ),
        Block(
            kind="small", text=desk.say("{hosp}, Medical Physics. Ring the office for large print or another language.")
        ),
    ]
    made = []
    for codes in (CODES[:3], CODES[3:]):
        code = desk.least(codes)
        work = Work(title=desk.title(code), codes=(code,), blocks=[*desk.body(code, 4), *frame])
        work.extra |= {"head": desk.say("{hosp}   |   MR Safety   |   Standard form 3"), "dress": 2, "bare": True}
        headed(desk, work, mode="applicant", dating="exact")
        made.append(work)
    return made[0], made[1]


def _quoted(desk: Desk) -> tuple[Work, Work]:
    """An e-mail, and a later one by the same hand that quotes the whole of it below."""
    code = desk.least(("4.1", "6.2", "4.3"))
    one = Work(title=desk.title(code), codes=(code,), blocks=desk.body(code, 4), genre="mail")
    mailed(desk, one)
    sent: date = one.extra["sent"]
    two = Work(title=f"RE: {one.title}", codes=one.codes, blocks=[], genre="mail")
    two.extra["day"] = sent + timedelta(days=desk.rng.randint(2, 25))
    two.blocks = [para("Coming back to this, I propose that we leave it as it was put below and close the matter.")]
    mailed(desk, two)
    two.blocks = [block for block in two.blocks if block.kind != "quote"]
    two.blocks.append(Block(kind="quote", text=desk.say("{app} wrote earlier:")))
    two.blocks += [Block(kind="quote", text=block.text) for block in one.blocks if block.kind == "para"]
    return one, two


def _mails(desk: Desk) -> tuple[Work, Work]:
    """Two e-mails with the same greeting, signature and notice at the foot."""
    notice = Block(kind="small", text=desk.say(words("papers")["notice"][0]))
    made = []
    for codes in (("4.1", "5.2"), ("6.2", "4.3")):
        code = desk.least(codes)
        work = Work(title=desk.title(code), codes=(code,), blocks=desk.body(code, 3), genre="mail")
        mailed(desk, work)
        work.blocks = [block for block in work.blocks if block.kind not in {"quote", "small"}] + [notice]
        made.append(work)
    return made[0], made[1]


def _commented(desk: Desk) -> tuple[Work, Work]:
    """Two different papers with one and the same commentary before them."""
    comment = Block(kind="comment", text=desk.say(COMMENT))
    made = []
    for codes in (CODES[:3], CODES[3:]):
        work = good(desk, desk.least(codes), genre="paper", mode="applicant", dating="exact")
        work.blocks.insert(1, comment)
        work.extra["roles unmeasured"] = True
        made.append(work)
    return made[0], made[1]


MAKERS: Final = {
    "near": _near,
    "none": _none,
    "duplicate": _duplicate,
    "near mail": _quoted,
    "commentary_only": _commented,
    "none mail": _mails,
}
