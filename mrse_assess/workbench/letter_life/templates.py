"""The office's own Word template of a letter: one for each outcome of the scheme, checked before it is used."""

from mrse_assess.errors import BadRequestError
from mrse_assess.model.problem import Problem
from mrse_assess.rendering import own_template, template_faults
from mrse_assess.terms import OutcomeKind, Role
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.letter_templates import read_template, remove_template, write_template
from mrse_assess.workspace.people import People


def template_for(workspace: Workspace, outcome: OutcomeKind) -> bytes:
    """The template of letters with this outcome: the office's, or the one that comes with the program.

    Raises:
        BadRequestError: the office's was changed where it lies and letters cannot be made from it any more.
    """
    own = read_template(workspace.layout, workspace.scheme.id, outcome)
    if own is None:
        return own_template()
    _refuse(outcome, template_faults(own, workspace.pool))
    return own


def faults_of_template(workspace: Workspace, template: bytes) -> tuple[Problem, ...]:
    """What is wrong with a template, each with the tag and its place; () when letters can be made from it."""
    return template_faults(template, workspace.pool)


def use_template(workspace: Workspace, outcome: OutcomeKind, template: bytes) -> None:
    """Take a template into use for letters with this outcome.

    Raises:
        BadRequestError: it has a fault; the one in use stays.
    """
    _refuse(outcome, template_faults(template, workspace.pool))
    write_template(workspace.layout, workspace.scheme.id, outcome, template)


def use_own(workspace: Workspace, outcome: OutcomeKind) -> bool:
    """Go back to the template that comes with the program; whether there was another one."""
    return remove_template(workspace.layout, workspace.scheme.id, outcome)


def require_office(workspace: Workspace, person: str) -> None:
    """Refuse whoever is not of the office, where a register says who is.

    Raises:
        BadRequestError: it does not say so of ``person``, or nobody is named.
    """
    if not person.strip():
        raise BadRequestError("Say who does it (--by).")
    persons = People(workspace).persons()
    if persons and not any(one.person == person and Role.OFFICE in one.roles and not one.left for one in persons):
        raise BadRequestError("The office chooses the templates of letters.")


def _refuse(outcome: OutcomeKind, faults: tuple[Problem, ...]) -> None:
    if faults:
        more = f" ({len(faults) - 1} more)" if len(faults) > 1 else ""
        raise BadRequestError(f"The template for {outcome} has a fault: {faults[0].found} {faults[0].advice}{more}")
