"""What a piece of evidence is the date of: every date of its pages by kind, and the one that dates the item (G7)."""

from mrse_assess.screening.dating.found import FoundDate, Kind, dates_of
from mrse_assess.screening.dating.item_date import item_date, kind_said

__all__ = ["FoundDate", "Kind", "dates_of", "item_date", "kind_said"]
