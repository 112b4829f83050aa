"""What may be published of a cohort: all of its tables together, of every guidance version and attempt, or none.

Numbers under two filters can be subtracted from one another, and so can those of two readers of whom one sees more.
"""

from collections.abc import Sequence
from typing import Final

from mrse_assess.cohort.disclosure import load_policy
from mrse_assess.cohort.measures import Study
from mrse_assess.cohort.publishing import publishable
from mrse_assess.cohort.report import printed
from mrse_assess.cohort.tables import CohortTable
from mrse_assess.errors import BadRequestError
from mrse_assess.workbench.cohort.looking.filters import Filters
from mrse_assess.workbench.cohort.looking.questions import MEASURES, PERIOD, SEED
from mrse_assess.workbench.cohort.reading import Cohort, cohort
from mrse_assess.workspace import Workspace

NARROWED: Final = (
    "Numbers to publish are made for all applications of a guidance version and attempt. Under other filters they are "
    "refused: numbers under two filters can be subtracted from one another, which tells of single applications. "
    "Take the filters off, or look at the internal view."
)
PART_ONLY: Final = (
    "Numbers to publish are made of all applications, and some are not yours to see: you declared an interest in one, "
    "or assess it. Somebody in the office who sees all of them can look, or make the report."
)
OWN_LOGIN: Final = (
    "Numbers to publish are made of all applications. Your login to the records shows what is yours to see, and cannot "
    "tell whether that is all. The office makes the report from its own login."
)
NOT_PRINTED: Final = (
    "This is not published: it is about persons, or the report prints it for first attempts only. The more is "
    "published, the more of it has to be withheld."
)
NOT_BEFORE: Final = (
    "What was published before is not considered here. Before anything is published, make the report, which keeps "
    "account of it: mrse-assess cohort report."
)


def why_not_published(workspace: Workspace, seen: Cohort, filters: Filters) -> str:
    """Why this reader is shown nothing to publish under these filters, "" where they are."""
    if filters.narrowed:
        return NARROWED
    if workspace.store.database.person:
        return OWN_LOGIN
    return "" if seen.whole else PART_ONLY


def everything_of(workspace: Workspace, seen: Cohort) -> Cohort:
    """The cohort that numbers to publish are made of, whoever looks: ``seen`` where that is all of it.

    Raises:
        BadRequestError: a login of one's own cannot tell what all of it is.
    """
    if workspace.store.database.person:
        raise BadRequestError(OWN_LOGIN)
    return seen if seen.whole else cohort(workspace, "", schemes=seen.schemes.values())


def published(studies: Sequence[Study]) -> tuple[CohortTable, ...]:
    """Every table that may be published, of all these studies, in the order of the studies.

    Raises:
        BadRequestError: there is no application.
    """
    if not any(study.size for study in studies):
        raise BadRequestError("There is no application of which anything could be published.")
    tables = [
        table for study in studies for one in MEASURES if not one.private for table in one.of(study, PERIOD, SEED)
    ]
    return publishable(printed(tables), load_policy())
