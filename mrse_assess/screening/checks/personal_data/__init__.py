"""Personal data of patients left in a portfolio, with the page and never with the value (guidance, clause G11).

Numbers, birth dates and names are told by their form and by what stands about them; "likely" and "possible" are kept
apart. Professional contact details, registrations, telephone and serial numbers are no finding.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from mrse_assess.model.observation import Observation
from mrse_assess.model.places import Locator
from mrse_assess.screening.answers import Looked
from mrse_assess.screening.checks.personal_data.births import behind_titles, births, in_brackets
from mrse_assess.screening.checks.personal_data.carried import LOOKED_FOR, carried, in_file_name
from mrse_assess.screening.checks.personal_data.forms import contacts
from mrse_assess.screening.checks.personal_data.headers import header_fields
from mrse_assess.screening.checks.personal_data.hits import Hit, Sheet
from mrse_assess.screening.checks.personal_data.homes import homes
from mrse_assess.screening.checks.personal_data.hospitals import hospital_numbers
from mrse_assess.screening.checks.personal_data.listed import listed
from mrse_assess.screening.checks.personal_data.numbers import patient_numbers
from mrse_assess.screening.checks.personal_data.patients import patient_names
from mrse_assess.screening.checks.personal_data.people import NAME
from mrse_assess.screening.checks.personal_data.pictures import overlays
from mrse_assess.screening.checks.personal_data.stacked import stacked
from mrse_assess.screening.checks.personal_data.stickers import stickers
from mrse_assess.screening.material import Material
from mrse_assess.screening.names import Named, named
from mrse_assess.screening.owners import Owners, first_of_each_page, unlooked
from mrse_assess.screening.page_text import PageText
from mrse_assess.screening.saying import say
from mrse_assess.screening.vocabulary import CheckData
from mrse_assess.terms import Likelihood, Look, TextSource

_MOST_ON_PAGE: Final = 4
_MOST_PLACES: Final = 60
_LONG_AGO: Final = 12  # years: no work of a portfolio is as old
_SMALL_WORD: Final = re.compile(r"(?<![A-Za-z'-])[a-z]{3,}(?![A-Za-z])")
_Found = tuple[str, bool]
"""Kind, and whether likely."""


def look(material: Material, data: CheckData) -> Looked:
    """Every kind of personal data per item, and per file where a page is of no item; what could not be seen is said."""
    small = _small_words(material)
    own = _own_people(material)
    found = [each for page in material.pages.values() for each in _on_page(page, data, small, material, own)]
    for facts in material.facts.values():
        found.extend((place, (kind, likely)) for kind, place, likely in carried(facts, data, material.submitted_on))
    named = (
        file.file for file in material.files if in_file_name(file.file, data, material.submitted_on, small.__contains__)
    )
    found.extend((Locator(file=file, page=1), ("file_name", False)) for file in named)
    owners = Owners.of(material)
    groups = owners.grouped(found)
    unseen = [*_unseen(material, data, owners)]
    observations = [each for item, group in groups.items() for each in _said(material, data, item, group)]
    troubled = {each.evidence_id for each in (*observations, *unseen)}
    clear = [
        say(material, data, "none", Look.CLEAR, item=item.id, pages=len(material.pages_of(item)))
        for item in material.portfolio.evidence
        if item.id not in troubled
    ]
    return Looked(observations=(*observations, *unseen, *clear))


def _small_words(material: Material) -> frozenset[str]:
    """The words that the portfolio writes without a capital: they are no names by themselves."""
    return frozenset(word for page in material.pages.values() for word in _SMALL_WORD.findall(page.text))


def _own_people(material: Material) -> tuple[Named, ...]:
    """The applicant and the referee: whatever stands about their names, they are no patients of the portfolio."""
    portfolio = material.portfolio
    people = map(named, (portfolio.applicant_name, portfolio.authentication.referee_name))
    return tuple(person for person in people if person is not None)


def _on_page(
    page: PageText, data: CheckData, small: frozenset[str], material: Material, own: Sequence[Named]
) -> Iterator[tuple[Locator, _Found]]:
    sheet = Sheet(page, data.lists, small.__contains__)
    sent = material.submitted_on
    oldest_work = f"{sent.year - _LONG_AGO}" if sent else ""
    hits = [*patient_numbers(sheet), *births(sheet, sent), *hospital_numbers(sheet), *listed(sheet)]
    hits.extend([*in_brackets(sheet, oldest_work), *behind_titles(sheet, oldest_work), *header_fields(sheet)])
    hits.extend([*homes(sheet), *stacked(sheet)])
    hits.extend(hit for hit in patient_names(sheet, hits, oldest_work) if not _is_of(own, sheet, hit))
    hits.extend(contacts(sheet, tuple(hits)))
    hits.extend(overlays(sheet, tuple(hits)))
    hits.extend(hit for hit in stickers(sheet, oldest_work) if not _names_one_of(own, sheet, hit))
    for hit in dict.fromkeys(sorted(hits, key=lambda each: (each.kind, each.start))):
        yield page.place(hit.start, hit.end, quoted=False), (hit.kind, hit.likely)


def _is_of(own: Sequence[Named], sheet: Sheet, hit: Hit) -> bool:
    """Whether a name found is one of these people's."""
    return hit.kind == NAME and _names_one_of(own, sheet, hit)


def _names_one_of(own: Sequence[Named], sheet: Sheet, hit: Hit) -> bool:
    return any(person.is_in(sheet.text[hit.start : hit.end]) for person in own)


def _said(
    material: Material, data: CheckData, item: str | None, group: Sequence[tuple[Locator, _Found]]
) -> Iterator[Observation]:
    """One observation for each kind and likelihood; the likely ones of a kind first."""
    order = sorted(group, key=lambda each: (each[1][0], not each[1][1]))
    for (kind, likely), same in groupby(order, key=lambda each: each[1]):
        places = tuple(dict.fromkeys(place for place, _ in same))
        yield say(
            material,
            data,
            kind,
            Look.CONCERN,
            item=item,
            places=first_of_each_page(places, _MOST_ON_PAGE, _MOST_PLACES),
            likelihood=Likelihood.LIKELY if likely else Likelihood.POSSIBLE,
            pages=len({(place.file, place.page) for place in places}),
        )


def _unseen(material: Material, data: CheckData, owners: Owners) -> Iterator[Observation]:
    """Pages without readable words, pictures whose words nobody read, and files that were not looked into."""
    least = float(data.tables["pictures"][0]["share"])
    pages = material.pages.values()
    unread = [(Locator(file=page.file, page=page.number), None) for page in pages if not page.seen]
    pictures = [
        (Locator(file=page.file, page=page.number), None)
        for page in pages
        if page.seen
        and page.lines.page.text_source is not TextSource.RECOGNISED
        and page.lines.page.picture_share >= least
    ]
    for kind, places in (("unread", unread), ("pictures_unread", pictures)):
        for item, group in owners.grouped(places).items():
            shown = tuple(place for place, _ in group)[:_MOST_PLACES]
            yield say(material, data, kind, Look.NOT_CHECKABLE, item=item, places=shown, pages=len(group))
    for item, files in unlooked(material, LOOKED_FOR):
        yield say(material, data, "not_looked_into", Look.NOT_CHECKABLE, item=item, places=files)
