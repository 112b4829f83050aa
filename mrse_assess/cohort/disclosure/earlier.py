"""What was published before, as far as it bears on what may be published now."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mrse_assess.errors import BadRequestError


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """For each count that is out the least and greatest it can be, and the ids of those withheld then.

    A number that changed since (an appeal, a corrected record) is another number and has another id.
    """

    published: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    withheld: frozenset[str] = frozenset()

    def bounds(self, count_id: str, value: int) -> tuple[int, int] | None:
        """What is known of a count.

        Raises:
            BadRequestError: the count is not what was published.
        """
        known = self.published.get(count_id)
        if known is not None and not known[0] <= value <= known[1]:
            raise BadRequestError(
                f"The count {count_id} was published as {known[0]} to {known[1]} and is {value} now. "
                "Give the new number an id of its own and say in the report that it was corrected."
            )
        return known

    def and_then(self, published: Mapping[str, tuple[int, int]], withheld: frozenset[str]) -> "Earlier":
        """The same after another publication: what is known of a count can only get narrower."""
        together = dict(self.published)
        for count_id, (low, high) in published.items():
            before = together.get(count_id, (low, high))
            together[count_id] = max(low, before[0]), min(high, before[1])
        return Earlier(published=together, withheld=(self.withheld | withheld) - set(together))

    def as_data(self) -> dict[str, Any]:
        """As values for JSON, without any number of a withheld count."""
        return {
            "published": {name: list(bounds) for name, bounds in sorted(self.published.items())},
            "withheld": sorted(self.withheld),
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Earlier":
        """The inverse of :meth:`as_data`.

        Raises:
            BadRequestError: the data is something else.
        """
        try:
            published = {str(name): (int(low), int(high)) for name, (low, high) in data["published"].items()}
            return cls(published=published, withheld=frozenset(map(str, data["withheld"])))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise BadRequestError("What was published before cannot be read; see the file's first lines.") from error
