"""How an assessor likes the page, kept for them in the workspace. Not a record."""

from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.course_views import Preferences


class Preferring:
    """The assessor's preferences."""

    def __init__(self, assessment: Assessment) -> None:
        self._assessment = assessment

    def preferences(self) -> Preferences:
        """As kept, or the usual ones."""
        return Preferences()

    def prefer(self, preferences: Preferences) -> None:
        """Keep them."""
