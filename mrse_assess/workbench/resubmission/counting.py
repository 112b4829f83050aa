"""What of an earlier attempt counts within what is open now, for whoever judges the rest."""

from mrse_assess.model.judgement import Judgement
from mrse_assess.terms import Verdict
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.resubmission.changes import Change


def stood_rows(assessment: Assessment) -> tuple[Judgement, ...]:
    """The judgements that count from before, of this attempt's open sub-categories too; () in a first attempt."""
    if assessment.application.attempt == 1:
        return ()
    own = {row.event for row in assessment.own.judgements}
    return tuple(row for row in assessment.counted.judgements if row.event not in own)


def counting_on(assessment: Assessment, code: str) -> tuple[Judgement, ...]:
    """The satisfactory items of an open sub-category that count from before, each unless it is judged again."""
    if assessment.application.attempt == 1 or code not in assessment.scope:
        return ()
    return tuple(
        row for row in stood_rows(assessment) if row.sub_category == code and row.verdict is Verdict.SATISFACTORY
    )


def is_settled_before(assessment: Assessment, code: str, evidence_id: str) -> bool:
    """Whether the item need not be judged again: it counts from before, and is known to be the same since."""
    if not any(row.evidence_id == evidence_id for row in counting_on(assessment, code)):
        return False
    since = assessment.compared.at_hand
    came = since.of_item(evidence_id) if since else None
    return came is not None and came.change in {Change.UNCHANGED, Change.SAME_WORDS}
