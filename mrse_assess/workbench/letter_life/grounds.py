"""The grounds against issue as the letter's page lists them: each with what it is about and where it is dealt with."""

from collections.abc import Iterator, Mapping

from mrse_assess.model.letter import Notice, Refusal
from mrse_assess.workbench.letter_life.page_views import Ground, NoticeLines, Way
from mrse_assess.workbench.letter_life.resting import lines_of
from mrse_assess.workbench.letter_life.views import Drafted
from mrse_assess.workbench.panel.table import PanelTable

_SETTINGS = frozenset({"setting-unset", "setting-invented", "nothing-sufficient"})
_EDITS = frozenset({"edit-stale", "edit-removes-finding", "edit-changes-number", "edit-without-reason"})
_LISTED = frozenset({"draft.pending", "draft.reading", "draft.outcomes", "draft.no_outcomes"})


def way_of(refusal: Refusal) -> Way:
    """Where the ground is dealt with: what is neither a setting nor an edit is a record, and the panel's."""
    if refusal.code in _SETTINGS:
        return Way.SETTINGS
    return Way.EDITS if refusal.code in _EDITS else Way.PANEL


def ground_of(table: PanelTable, refusal: Refusal, numbers: Mapping[int, int]) -> Ground:
    """The ground with the records that it is about. ``numbers``: from those of the trace to those on the sheet."""
    return Ground(
        found=refusal.found,
        advice=refusal.advice,
        sentence=numbers.get(refusal.sentence or 0, 0),
        way=way_of(refusal),
        rows=lines_of(table, refusal.rows),
    )


def notices_of(draft: Drafted) -> Iterator[NoticeLines]:
    """What the draft lists at its top, but for what the grounds say too."""
    for block in draft.letter.blocks:
        if isinstance(block, Notice) and block.lead.passage in _LISTED:
            entries = tuple(" ".join(one.text for one in entry) for entry in block.entries)
            yield NoticeLines(lead=block.lead.text, entries=entries)
