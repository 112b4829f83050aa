"""What the program noticed of a claim, putting a prompt aside with a reason, and bringing it back."""

from collections.abc import Sequence
from concurrent.futures import Future

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import Dismissal
from mrse_assess.model.observation import Observation, Screening
from mrse_assess.terms import Look
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.chronology import DatesPicture, submit_dates
from mrse_assess.workbench.finding_views import FindingsView
from mrse_assess.workbench.findings import findings_view, observations_of
from mrse_assess.workbench.recording import case_of, record
from mrse_assess.workbench.views import Receipt, Unit


class Prompting:
    """The prompts of screening under one assessor's hands."""

    def __init__(self, assessment: Assessment) -> None:
        self._assessment = assessment

    def findings(self, unit: Unit) -> FindingsView:
        """What was noticed of the unit's item, as far as it concerns the unit's sub-category."""
        return findings_view(self._assessment, unit)

    def waited_for(self) -> "Future[Screening] | None":
        """What screening is still making of the portfolio as it is now, None when all is known."""
        return self._assessment.looked_over.making

    def made(self) -> None:
        """Take in what was waited for."""
        self._assessment.look_anew()

    def dates(self) -> "Future[DatesPicture]":
        """The dates of all items as a picture; BadRequestError while screening is at work."""
        return submit_dates(self._assessment)

    def dismiss(self, unit: Unit, observations: Sequence[str], why: str) -> Receipt:
        """Put prompts about the unit's item aside, with the reason.

        Raises:
            BadRequestError: there is no reason, or screening says no such thing of the item.
        """
        if not why.strip():
            raise BadRequestError("Say in a few words why the prompt is put aside; it is recorded with it.")
        return self._record(unit, observations, dismissed=True, why=why.strip())

    def bring_back(self, unit: Unit, observations: Sequence[str]) -> Receipt:
        """Let prompts that were put aside stand again.

        Raises:
            BadRequestError: screening says no such thing of the item.
        """
        return self._record(unit, observations, dismissed=False, why="")

    def _record(self, unit: Unit, observations: Sequence[str], *, dismissed: bool, why: str) -> Receipt:
        known = {one.id: one for one in observations_of(self._assessment, unit.evidence_id)}
        said = [known[name] for name in observations if name in known and known[name].outcome is Look.CONCERN]
        if not said or len(said) < len(observations):
            raise BadRequestError("The page named a prompt that is not there any more. Reload the page.")
        acts = [self._act(one, unit, dismissed=dismissed, why=why) for one in said]
        return record(self._assessment, *acts)

    def _act(self, one: Observation, unit: Unit, *, dismissed: bool, why: str) -> Dismissal:
        return Dismissal(
            **case_of(self._assessment),
            observation=one.id,
            check=one.check,
            prompt=one.kind,
            sub_category=unit.sub_category,
            evidence_id=unit.evidence_id,
            dismissed=dismissed,
            why=why,
        )
