"""The reasons that can be given for one item: most used first, each with the sentence that the letter would say."""

from collections import Counter

from mrse_assess.letter.materials import Materials
from mrse_assess.letter.sections.reasons import sentence_to_fill
from mrse_assess.letter.speaking import ItemVoice
from mrse_assess.model.judgement import Judgement
from mrse_assess.model.scheme import Reason
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.guidance import short_clause
from mrse_assess.workbench.letters import case_of
from mrse_assess.workbench.views import Choice, ReasonChoice, Unit


class Reasons:
    """What can be said of one unit: its reasons, and the other items that a sentence can name.

    Args:
        judgement: this assessor's judgement of the unit in force, None before there is one.
    """

    def __init__(self, assessment: Assessment, unit: Unit, judgement: Judgement | None) -> None:
        self._assessment = assessment
        self._unit = unit
        self._materials = Materials(case_of(assessment))
        self._voice = ItemVoice(evidence_id=unit.evidence_id, rows=(judgement,) if judgement else ())

    def offered(self) -> tuple[ReasonChoice, ...]:
        """The reasons that can apply, those this assessor used most first, then in the order of the scheme."""
        used = Counter(reason for one in self._assessment.own.judgements for reason in one.reasons)
        offered = sorted(
            self._assessment.scheme.reasons_for(self._unit.sub_category), key=lambda reason: -used[reason.id]
        )
        return tuple(self._choice(reason, used[reason.id]) for reason in offered)

    def other_items(self) -> tuple[Choice, ...]:
        """Every other item, with the place where it begins."""
        first_page = self._materials.phrases.first_page
        return tuple(
            Choice(id=other.id, name=f"{other.id} {other.title}", place=first_page(other.id).text)
            for other in self._assessment.portfolio.evidence
            if other.id != self._unit.evidence_id
        )

    def _choice(self, reason: Reason, used: int) -> ReasonChoice:
        scheme, code = self._assessment.scheme, self._unit.sub_category
        return ReasonChoice(
            id=reason.id,
            name=reason.name,
            clause=short_clause(scheme, scheme.reason_clauses(reason.id, code)[0]),
            sentence=sentence_to_fill(self._materials, code, self._voice, reason),
            needs=reason.needs,
            never_alone=reason.never_alone,
            for_missing=reason.for_missing,
            used=used,
        )
