"""Counts what the portfolios of the set are like."""

from collections.abc import Iterator, Sequence

from .model import Plan, Ref


def habits(plan: Plan) -> Iterator[str]:
    """What the references of a portfolio are like."""
    yield from {f"place: {part.kind}" for ref in plan.refs for part in ref.parts}
    habit = plan.habit
    yield from (
        f"{name}: {getattr(habit, name)}"
        for name in ("family", "contents", "vouch", "cover", "codes", "layout", "look", "font", "where")
    )
    if any(ref.simulated for ref in plan.refs):
        yield f"simulated: {habit.notes}"
    yield from (name for name, there in _kinds(plan.refs).items() if there)


def _kinds(refs: Sequence[Ref]) -> dict[str, bool]:
    return {
        "reference: page that the item lacks": any(ref.beyond for ref in refs),
        "reference: page and part": any(ref.pages and ref.parts for ref in refs),
        "reference: two sections": any(len(ref.parts) > 1 for ref in refs),
        "reference: family of sub-items": any(len(ref.items) > 1 for ref in refs),
        "reference: unresolved": any(not ref.item.sent for ref in refs),
    }
