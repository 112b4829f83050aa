"""The whole plan of a seed."""

from datetime import date, timedelta

from .chance import chance
from .choice import choose
from .claims import claimed
from .items import items_of
from .model import Plan
from .words import FIRST, LAST, PLACES, POSTS, REFEREE_POSTS


def planned(seed: int) -> Plan:
    """What this applicant sends."""
    choice = choose(seed)
    rng = chance("people", seed)
    first, other = rng.sample(FIRST, 2)
    last, last_other = rng.sample(LAST, 2)
    applicant = f"{rng.choice(('Dr ', '', '', 'Dr ', ''))}{first} {last}"
    submitted = date(2025, 1, 10) + timedelta(days=rng.randint(0, 300))
    items = items_of(choice, applicant)
    return Plan(
        choice=choice,
        applicant=applicant,
        post=rng.choice(POSTS),
        place=rng.choice(PLACES),
        submitted=submitted if choice.cover not in {"top_of_table", "by"} and rng.random() < 0.8 else None,
        referee=f"{rng.choice(('Dr ', 'Dr ', 'Prof. ', ''))}{other} {last_other}",
        referee_post=rng.choice(REFEREE_POSTS),
        vouched=submitted - timedelta(days=rng.randint(0, 20)),
        items=items,
        refs=claimed(choice, items),
    )
