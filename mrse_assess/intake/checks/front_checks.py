"""What is odd about the authentication: unsigned, dated oddly, given by the applicant or by several people."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from mrse_assess.intake.front.identity import Identity
from mrse_assess.intake.front.person_names import same_person
from mrse_assess.model.portfolio import Authentication
from mrse_assess.model.problem import Problem
from mrse_assess.terms import Severity

_OLD: Final = timedelta(days=365)
_DAY: Final = len("2025-01-31")


def authentication_checks(
    chosen: Authentication, found: Sequence[Authentication], identity: Identity
) -> Iterator[Problem]:
    """The authentication against itself, against the others that were found, and against the submission."""
    own = [each for each in found if each.present and same_person(each.referee_name, identity.name)]
    if own and not chosen.present:
        yield Problem(
            code="authentication-by-applicant",
            severity=Severity.WARNING,
            found="A statement that could be the authentication bears the applicant's own name.",
            advice="It was not taken for the referee's. Look whether somebody else authenticates the portfolio.",
            locator=own[0].locator,
        )
    if not chosen.present:
        return
    if chosen.signed is False:
        yield Problem(
            code="authentication-unsigned",
            severity=Severity.WARNING,
            found="The authentication is filled in but no signature stands in its place.",
            advice="Look at the page. If it is not signed, ask for a signed one.",
            locator=chosen.locator,
        )
    names = [each.referee_name for each in found if each.present and each not in own and each.referee_name]
    others = [name for name in dict.fromkeys(names) if not same_person(name, chosen.referee_name)]
    if others:
        yield Problem(
            code="authentication-several",
            severity=Severity.NOTE,
            found="More than one person may authenticate the portfolio: the fullest statement was taken.",
            advice="Look at the other statements, and correct the referee if another is meant.",
            locator=chosen.locator,
        )
    yield from _dates(chosen, identity.submitted_on)


def _dates(chosen: Authentication, submitted: date | None) -> Iterator[Problem]:
    if submitted is None or chosen.dated_on is None or len(chosen.dated_on) != _DAY:
        return
    signed = date.fromisoformat(chosen.dated_on)
    if signed > submitted:
        yield Problem(
            code="authentication-after-submission",
            severity=Severity.NOTE,
            found="The authentication is dated after the day of submission.",
            advice="Check both dates. The referee should have seen what was submitted.",
            locator=chosen.locator,
        )
    elif submitted - signed > _OLD:
        yield Problem(
            code="authentication-old",
            severity=Severity.NOTE,
            found="The authentication is dated more than a year before the day of submission.",
            advice="Check both dates. Evidence added since then was not seen by the referee.",
            locator=chosen.locator,
        )
