"""Declaring interests before an application opens, and handing back one that has opened."""

from collections.abc import Sequence
from concurrent.futures import Future

from mrse_assess.errors import BadRequestError
from mrse_assess.workbench.start_views import DeclarationSheet, PartyRow
from mrse_assess.workspace import Application, Workspace
from mrse_assess.workspace.parties import NamedParty, parties_of
from mrse_assess.workspace.people import People

NAMES = "Names ticked: "


class Declaring:
    """What one person is asked of the applications that are given to them."""

    def __init__(self, workspace: Workspace, person: str) -> None:
        self._workspace = workspace
        self._person = person
        self._people = People(workspace)

    def sheet(self, reference: str) -> "Future[DeclarationSheet]":
        """What is declared on. The names take a moment to be found the first time.

        Raises:
            BadRequestError: there is no such application for this person.
        """
        application = self._people.application(reference, self._person)
        if not self._people.may_see(self._person, application, "parties"):
            done: Future[DeclarationSheet] = Future()
            done.set_result(self._sheet(application, (), unread=0))
            return done
        return self._workspace.background.submit(self._look, application)

    def declare(self, reference: str, *, names: Sequence[str], interests: Sequence[str], why: str) -> None:
        """Declare an interest: nothing of the application is seen any more.

        Raises:
            BadRequestError: there is no such application for this person, or no kind of interest is named.
        """
        application = self._people.application(reference, self._person)
        said = "\n".join(filter(None, (f"{NAMES}{'; '.join(names)}." if names else "", why.strip())))
        self._people.declare(application, self._person, conflicted=True, interests=interests, why=said)

    def no_interest(self, reference: str, names: Sequence[str]) -> None:
        """Declare that there is none.

        Raises:
            BadRequestError: there is no such application for this person, or a name is ticked.
        """
        if names:
            raise BadRequestError("A name is ticked: declare the interest, or take the tick away.")
        application = self._people.application(reference, self._person)
        self._people.declare(application, self._person, conflicted=False)

    def _look(self, application: Application) -> DeclarationSheet:
        found = parties_of(self._workspace, application, self._person)
        return self._sheet(application, found.named, unread=found.unread)

    def _sheet(self, application: Application, named: Sequence[NamedParty], *, unread: int) -> DeclarationSheet:
        pages = "1 page" if unread == 1 else f"{unread} pages"
        return DeclarationSheet(
            application=application.reference,
            parties=tuple(map(_row, named)),
            kinds=tuple(self._workspace.scheme.conflict_kinds.items()),
            not_looked=f"Not checked: {pages} without words." if unread else "",
        )


def _row(party: NamedParty) -> PartyRow:
    items = f", {party.items} {'item' if party.items == 1 else 'items'}" if party.items else ""
    return PartyRow(name=party.name, part=f"{party.part}{items}", possible=party.possible)
