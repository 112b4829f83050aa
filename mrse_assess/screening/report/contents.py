"""What is linked, active or alike, within the portfolio and elsewhere, and what nobody looked at."""

from collections.abc import Iterator
from typing import Final

from mrse_assess.model.letter import Block, Sentence
from mrse_assess.screening.fingerprints import AcrossPair
from mrse_assess.screening.report.office import Office
from mrse_assess.screening.report.taken import Taken
from mrse_assess.screening.report.words import inside, short
from mrse_assess.terms import Look

_ALIKE: Final = ("duplicate", "near", "contained", "reused_commentary")
_UNREAD: Final = (("pictures", "personal_data", "pictures_unread"), ("covers", "redactions", "not_checked"))


def contents(office: Office, _taken: Taken) -> Iterator[Block]:
    """Linked, embedded and active contents; items much alike here and in other applications (clauses G7, G9, G12)."""
    carried = office.found("active", outcome=Look.CONCERN)
    yield office.words.row("active", office.told("active", carried, "active.none"))
    yield office.words.row("alike", _alike(office))
    yield office.words.row("across", _across(office))


def _alike(office: Office) -> Sentence:
    if not office.looked("similar"):
        return office.words.say("part.not_searched")
    said = [text for kind in _ALIKE if (text := _pairs_of(office, kind))]
    return (
        office.words.say("look", what=office.words.semicolons(said, len(said)))
        if said
        else office.words.say("alike.none")
    )


def _pairs_of(office: Office, kind: str) -> str:
    """The pairs of one kind, each once, the earlier item first: "much like another item - 3 and 7"."""
    title = next((inside(each.title) for each in office.found("similar", kind)), "")
    order = {item.id: place for place, item in enumerate(office.portfolio.evidence)}
    pairs = {
        (one, other.evidence_id)
        for one, facts in office.screening.items.items()
        for other in facts.alike
        if other.kind == kind and order.get(one, 0) < order.get(other.evidence_id, 0)
    }
    ordered = sorted(pairs, key=lambda pair: (order[pair[1]], order.get(pair[0], 0)))
    if not ordered or not title:
        return ""
    where = office.words.commas(ordered, office.detail.places, lambda pair: _pair(office, *pair))
    return office.words.text("finding", what=title, where=where)


def _pair(office: Office, one: str, other: str) -> str:
    return office.words.text("alike.pair", item=office.names.item(one), other=office.names.item(other))


def _across(office: Office) -> Sentence:
    """Pairs with items of other applications: for the office and the chair alone."""
    words = office.words
    pairs = [each for pair in office.across for each in _seen_from(office.reference, pair)]
    if pairs:
        said = words.semicolons(pairs, office.detail.places, lambda pair: _told_across(office, pair))
        return words.say("look", what=said)
    if office.compared_with is None:
        return words.say("across.not_compared")
    return words.say("across.none", n=office.compared_with)


def _told_across(office: Office, pair: AcrossPair) -> str:
    return office.words.text(
        "across.pair",
        item=office.names.item(pair.evidence_id),
        other=office.names.item(pair.other_evidence_id),
        application=short(pair.other_application),
        share=round(100 * pair.share),
    )


def _seen_from(reference: str, pair: AcrossPair) -> Iterator[AcrossPair]:
    """The pair with this application's item first; nothing where it is about two others."""
    if pair.application == reference:
        yield pair
    elif pair.other_application == reference:
        yield AcrossPair(
            application=reference,
            evidence_id=pair.other_evidence_id,
            other_application=pair.application,
            other_evidence_id=pair.evidence_id,
            share=pair.share,
        )


def unchecked(office: Office, _taken: Taken) -> Iterator[Block]:
    """What could not be looked at, which is never the same as nothing there."""
    words = office.words
    for line, check, kind in _UNREAD:
        found = office.found(check, kind)
        if found:
            yield words.row(line, words.say(f"{line}.some", where=office.places.of(found)))
    hidden = [
        each for check in ("personal_data", "redactions", "active") for each in office.found(check, "not_looked_into")
    ]
    if hidden:
        yield words.row(
            "hidden",
            words.say("hidden.some", where=office.places.files(place.file for each in hidden for place in each.places)),
        )
    missed = [inside(name) for check, name in office.scheme.check_names.items() if not office.looked(check)]
    if missed:
        yield words.row("checks", words.say("checks.some", list=words.commas(missed, len(missed))))
    yield words.row("never", words.say("never"))
