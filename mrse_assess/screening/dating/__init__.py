"""What a piece of evidence is the date of: every date of its pages by kind, and the one that dates the item (G7)."""

from mrse_assess.screening.dating.found import dates_of
from mrse_assess.screening.dating.item_date import item_date, kind_said
from mrse_assess.screening.dating.kinds import FoundDate, Kind

__all__ = ["FoundDate", "Kind", "dates_of", "item_date", "kind_said"]
