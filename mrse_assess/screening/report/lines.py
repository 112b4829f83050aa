"""The lines of the report, section by section: complete, readable, redacted, authenticated, dated, contents."""

from collections.abc import Iterator, Sequence
from typing import Final

from mrse_assess.model.dates import date_in_words
from mrse_assess.model.letter import Block, Paragraph, Sentence
from mrse_assess.model.observation import Observation
from mrse_assess.model.places import Locator
from mrse_assess.model.portfolio import TableLocation
from mrse_assess.screening.report.office import Office
from mrse_assess.screening.report.taken import Claim, Taken
from mrse_assess.screening.report.words import inside
from mrse_assess.terms import Likelihood, Look

_SIGNED: Final = ("signed_picture", "signed_typed", "signed_digital", "signed_none", "signed_unseen")
_REFEREE: Final = ("unnamed", "is_applicant", "empty", "missing", "not_seen")
_SIGNED_ON: Final = ("undated", "dated_later", "dated_long_before")
_NO_DATE: Final = ("undated", "metadata", "unread")
_SHARE: Final = ("mostly_recent", "mostly_older", "share_open", "no_submission_day")


def complete(office: Office, taken: Taken) -> Iterator[Block]:
    """Required parts, claims, and what leads nowhere (clauses G1, G2 and G8)."""
    words, portfolio = office.words, office.portfolio
    yield words.row("contents_list", _part(office, [portfolio.contents_list] if portfolio.contents_list else []))
    yield words.row("table", _part(office, portfolio.tables))
    yield words.row("exam", _exam(office))
    yield words.row("claimed", _claimed(office, taken))
    yield words.row("nowhere", _nowhere(office, taken))
    yield words.row("uncited", _uncited(office))
    if taken.listed:
        where = office.places.at([place for place in taken.listed if place])
        yield words.row("listed", words.say("listed.some", n=len(taken.listed), where=where))


def _part(office: Office, tables: Sequence[TableLocation]) -> Sentence:
    if not tables:
        return office.words.say("part.missing")
    places = [Locator(file=table.file, page=page) for table in tables for page in table.pages]
    return office.words.say("part.found", where=office.places.at(places))


def _exam(office: Office) -> Sentence:
    certificate = office.found("exam", outcome=Look.CLEAR)
    doubts = [each for each in office.found("exam") if each.outcome is not Look.CLEAR]
    if certificate and not doubts:
        return office.words.say("exam.found", what=office.findings(certificate))
    return office.told("exam", doubts, "part.missing")


def _claimed(office: Office, taken: Taken) -> Sentence:
    counts = {"n": len(taken.claimed), "total": len(office.scheme.codes), "needed": taken.needed}
    if not taken.claimed:
        return office.words.say("claimed.none", **counts)
    if not taken.unclaimed:
        return office.words.say("claimed.all", **counts)
    kind = "claimed.few" if len(taken.claimed) < taken.needed else "claimed.some"
    return office.words.say(kind, **counts, codes=office.words.commas(taken.unclaimed, len(taken.unclaimed)))


def _nowhere(office: Office, taken: Taken) -> Sentence:
    if taken.nowhere:
        return office.words.say("look", what=claims(office, taken))
    return office.words.say("nowhere.none", total=len(office.portfolio.cross_references))


def claims(office: Office, taken: Taken) -> str:
    """The claims that lead nowhere, with the page of the table on which each stands."""
    return office.words.commas(taken.nowhere, office.detail.claims, lambda claim: _claim(office, claim))


def _claim(office: Office, claim: Claim) -> str:
    slots = {"code": claim.code, "item": office.names.item(claim.item)}
    if claim.place is None:
        return office.words.text("nowhere.claim", **slots)
    return office.words.text("nowhere.claim_at", where=office.places.at([claim.place]), **slots)


def _uncited(office: Office) -> Sentence:
    if not office.portfolio.evidence:
        return office.words.say("uncited.no_items")
    if office.portfolio.orphans:
        return office.words.say("look", what=office.places.items(office.portfolio.orphans))
    return office.words.say("uncited.none", total=len(office.portfolio.evidence))


def readable(office: Office, taken: Taken) -> Iterator[Block]:
    """Files that could not be opened, and pages without words (clause G8c)."""
    words = office.words
    yield words.row("files", _files(office, taken))
    if taken.in_part:
        yield words.row("part", words.say("part.some", where=office.places.files(taken.in_part)))
    yield words.row("words", _words(office, taken))
    if taken.recognised:
        said = words.say("recognised.some", n=len(taken.recognised), total=taken.pages)
        yield words.row("recognised", said)


def _files(office: Office, taken: Taken) -> Sentence:
    if taken.not_opened:
        where = not_opened(office, taken)
        return office.words.say("files.some", n=len(taken.not_opened), total=taken.files, where=where)
    return office.words.say("files.one" if taken.files == 1 else "files.all", total=taken.files, n=taken.pages)


def not_opened(office: Office, taken: Taken) -> str:
    """The files that could not be opened, by name."""
    return office.places.files(file or office.words.text("where.portfolio") for file in taken.not_opened)


def _words(office: Office, taken: Taken) -> Sentence:
    if not taken.wordless:
        return office.words.say("words.none", total=taken.pages)
    where = office.places.by_item(taken.wordless)
    return office.words.say("words.some", n=len(taken.wordless), total=taken.pages, where=where)


def redacted(office: Office, _taken: Taken) -> Iterator[Block]:
    """Personal data by kind and page, and words under covers (clause G11)."""
    concerns = office.found("personal_data", outcome=Look.CONCERN)
    likely = [each for each in concerns if each.likelihood is Likelihood.LIKELY]
    possible = [each for each in concerns if each.likelihood is not Likelihood.LIKELY]
    yield office.words.row("personal_likely", office.told("personal_data", likely, "personal.none"))
    yield office.words.row("personal_possible", office.told("personal_data", possible, "personal.none"))
    covered = office.found("redactions", outcome=Look.CONCERN)
    yield office.words.row("redactions", office.told("redactions", covered, "redactions.none"))


def authenticated(office: Office, _taken: Taken) -> Iterator[Block]:
    """The referee, the signature and its date (clause G8e)."""
    words = office.words
    amiss = office.found("referee", *_REFEREE)
    named = office.found("referee", "named")
    if named:
        yield words.row("referee", words.say("referee.named", where=office.places.of(named)))
    else:
        yield words.row("referee", office.told("referee", amiss, "part.missing"))
    signature = office.found("referee", *_SIGNED)
    if not signature:
        return
    yield words.row("signature", _titled(office, signature))
    said_on, doubts = office.portfolio.authentication.dated_on, office.found("referee", *_SIGNED_ON)
    if said_on or doubts:
        yield words.row("signed_on", _signed_on(office, said_on, doubts))


def _titled(office: Office, found: Sequence[Observation]) -> Sentence:
    """Titles alone, since the places are those of the line above; whatever is not clear is to be looked at."""
    what = office.words.semicolons([inside(each.title) for each in found], len(found))
    return office.words.say("plain" if all(each.outcome is Look.CLEAR for each in found) else "look", what=what)


def _signed_on(office: Office, said_on: str | None, doubts: Sequence[Observation]) -> Sentence:
    if not said_on:
        return _titled(office, doubts)
    what = office.words.semicolons([inside(each.title) for each in doubts], len(doubts))
    kind = "signed.other" if doubts else "signed.dated"
    return office.words.say(kind, date=date_in_words(said_on), what=what)


def dated(office: Office, _taken: Taken) -> Iterator[Block]:
    """The share of recent work, and items without a date: advisory (clause G7)."""
    words = office.words
    years = next((rule.years for rule in office.scheme.rules if rule.years), 0)
    yield from (_share(office, each, years) for each in office.found("dates", *_SHARE)[:1])
    undated = office.found("dates", *_NO_DATE)
    yield words.row("undated", office.told("dates", undated, "undated.none"))
    older = office.found("dates", "older")
    if older:
        items = office.places.items(each.evidence_id for each in older if each.evidence_id)
        yield words.row("older", words.say("older.some", where=items))


def _share(office: Office, found: Observation, years: int) -> Paragraph:
    return office.words.row("share", office.words.say("as_said", what=found.detail), years=years)
