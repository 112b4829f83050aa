"""Queries and appeals, how it was decided, signature and foot."""

from mrse_assess.letter.materials import Materials, paragraph, section
from mrse_assess.letter.sections.opening import letter_id
from mrse_assess.letter.speaking import assessors, decided_by_panel
from mrse_assess.letter.wording import Basis
from mrse_assess.model.dates import day_in_words
from mrse_assess.model.letter import Block, Paragraph, Sentence
from mrse_assess.terms import OutcomeKind, RuleStatus

_QUERIES = Basis(section="queries")
_HOW = Basis(section="how")
_SHORT_HASH = 8


def queries(m: Materials) -> tuple[Block, ...]:
    """Whom to write to, and how to appeal within which time, as the office has set."""
    write = m.wording.say("queries.write", _QUERIES)
    appeal = m.wording.say("appeal.route_and_period", _QUERIES) or m.wording.say("appeal.route", _QUERIES)
    return section(m.wording.say("heading.queries", _QUERIES), paragraph(write, appeal))


def how_it_was_decided(m: Materials) -> tuple[Block, ...]:
    """Who judged and how they came to the findings, without a name; that a person made each; the record.

    Where no finding is stated, or the rules cannot decide yet, nothing is said of how findings were agreed.
    """
    heading, record = m.wording.say("heading.how", _HOW), m.wording.say("how.record", _HOW)
    return section(heading, paragraph(_judged(m), record))


def _judged(m: Materials) -> tuple[Sentence, ...]:
    judgements = m.case.judgements
    panel, alone = decided_by_panel(judgements), assessors(judgements)
    person = m.wording.say("how.person", _HOW)
    if not panel and not alone:
        return m.wording.say("how.not_judged", _HOW)
    if m.kind == OutcomeKind.INCOMPLETE or m.decision.outcome == RuleStatus.UNDETERMINED:
        return ()
    if panel:
        judged = m.wording.say("how.panel", _HOW, {"panel_date": day_in_words(m.case.scheme.day_of(panel))})
    elif len(alone) > 1:
        judged = m.wording.say("how.agreed", _HOW)
    else:
        judged = m.wording.say("how.one", _HOW)
    return (*judged, *person)


def signature(m: Materials) -> tuple[Block, ...]:
    """The role that signs for the office."""
    return (Paragraph(sentences=(m.wording.must_say("sign.office", Basis(section="signature")),), apart=True),)


def foot(m: Materials) -> tuple[Sentence, ...]:
    """The letter's id and the record it was made from; the renderer adds the page."""
    basis = Basis(section="foot")
    lines = m.wording.say("foot.letter", basis, {"letter_id": letter_id(m)})
    head = m.case.record_head[:_SHORT_HASH]
    return (*lines, *(m.wording.say("foot.record", basis, {"record_head": head}) if head else ()))
