"""Whose work an item is, and what the applicant did in it (guidance, clauses G7, G8c, G12 and G13).

Names, initials and mailboxes on the pages count; a file's own data are weak and said to be. Nothing here decides.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from mrse_assess.model.observation import Observation
from mrse_assess.model.places import Locator
from mrse_assess.model.portfolio import EvidenceItem
from mrse_assess.screening.answers import Looked
from mrse_assess.screening.cells import Rows
from mrse_assess.screening.checks.authorship.bylines import Byline, author_of
from mrse_assess.screening.checks.authorship.history import Sheet
from mrse_assess.screening.checks.authorship.parts import Part, parts_in, parts_of_versions, parts_traced
from mrse_assess.screening.material import Material
from mrse_assess.screening.names import Named, named
from mrse_assess.screening.page_text import PageText
from mrse_assess.screening.saying import say
from mrse_assess.screening.vocabulary import CheckData, lists_of
from mrse_assess.terms import Look

APPLICANT: Final = "applicant"
OTHER: Final = "other"
UNCLEAR: Final = "unclear"
ROLES: Final = ("propose", "initiate", "produce", "review", "revise")
_MOST_PLACES: Final = 12


class _Seen(NamedTuple):
    """What one item shows: who made it, where that stands, and the applicant's parts in it."""

    item: EvidenceItem
    byline: Byline | None
    parts: tuple[Part, ...]
    named_at: tuple[Locator, ...]
    unread: bool

    @property
    def roles(self) -> frozenset[str]:
        said = {part.role for part in self.parts}
        made = self.byline is not None and self.byline.is_applicant
        advises = made and self.byline is not None and self.byline.sent and "propose" in said
        return frozenset(said | {"produce"} if made and not advises else said)

    @property
    def author(self) -> str | None:
        if self.byline and self.byline.name:
            return APPLICANT if self.byline.is_applicant else OTHER
        if self.unread and not self.named_at and self.byline is None:
            return None
        return UNCLEAR


def look(material: Material, data: CheckData) -> Looked:
    """For each item whether the applicant made it, and which parts the text shows; None where nothing could be read."""
    applicant = named(material.portfolio.applicant_name, data.lists["not_initials"])
    if applicant is None:
        return Looked(observations=(say(material, data, "no_applicant", Look.NOT_CHECKABLE),))
    seen = [_seen(material, data, item, applicant) for item in material.portfolio.evidence]
    return Looked(
        observations=tuple(each for one in seen for each in _said(material, data, one, applicant)),
        items={
            one.item.id: {
                "author": one.author,
                "author_name": one.byline.name.strip("-") if one.byline else "",
                "roles": one.roles,
            }
            for one in seen
        },
    )


def _seen(material: Material, data: CheckData, item: EvidenceItem, applicant: Named) -> _Seen:
    pages = material.pages_of(item)
    applicant = applicant.explained_in(page.text for page in pages)
    spots = {(page.file, page.number): tuple(applicant.spots(page.text)) for page in pages}
    sheets = [Sheet(Rows(page.written()), lists_of("dates")) for page in pages]  # a label's name is no author's
    byline = author_of(sheets, applicant, data)
    parts = (
        *parts_in(pages, spots, data, byline, applicant),
        *parts_of_versions(sheets, applicant, data),
        *parts_traced(material, item, applicant),
    )
    strong = [page.place(spot.start, spot.end) for page in pages for spot in spots[page.file, page.number]]
    return _Seen(item, byline, parts, tuple(strong[:_MOST_PLACES]), _is_unread(pages))


def _is_unread(pages: Sequence[PageText]) -> bool:
    return not pages or any(not page.seen for page in pages)


def _said(material: Material, data: CheckData, seen: _Seen, applicant: Named) -> Iterator[Observation]:
    item, roles = seen.item.id, ", ".join(role for role in ROLES if role in seen.roles)
    places = [part.place for part in seen.parts if part.place][:_MOST_PLACES]
    by = [seen.byline.place] if seen.byline else []
    if seen.author == APPLICANT:
        own = list(dict.fromkeys([*by, *places]))
        yield say(material, data, "applicant_author", Look.CLEAR, item=item, places=own, roles=roles)
    elif roles:
        yield say(material, data, "part_shown", Look.CLEAR, item=item, places=places, roles=roles)
    elif seen.unread:
        yield say(material, data, "unread", Look.NOT_CHECKABLE, item=item, places=seen.named_at or by)
    elif seen.author == OTHER and _traces_unseen(material, seen.item):
        yield say(material, data, "traces_unseen", Look.NOT_CHECKABLE, item=item, places=by)
    elif seen.author == OTHER:
        yield say(material, data, "other_author", Look.CONCERN, item=item, places=by)
    elif seen.named_at:
        yield say(material, data, "part_not_shown", Look.CONCERN, item=item, places=seen.named_at)
    else:
        kind = "metadata_only" if _in_file_data(material, seen.item, applicant) else "not_named"
        yield say(material, data, kind, Look.CONCERN, item=item)


def _traces_unseen(material: Material, item: EvidenceItem) -> bool:
    """Whether tracked changes and comments of one of the item's files could not be looked for."""
    return any("traces" in material.facts[span.file].unseen for span in item.spans if span.file in material.facts)


def _in_file_data(material: Material, item: EvidenceItem, applicant: Named) -> bool:
    """Whether the own data of one of the item's files name the applicant."""
    facts = [material.facts[span.file].properties for span in item.spans if span.file in material.facts]
    texts = (each.get(key, "") for each in facts for key in ("author", "creator", "last_modified_by"))
    return any(applicant.is_in(text) for text in texts)
