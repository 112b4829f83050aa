"""The cohort page over a real small cohort; figures are drawn by nobody here."""

from dataclasses import dataclass, field

import pytest

from mrse_assess.cohort.figures import Figure, Spot
from mrse_assess.ui.cohort.page import CohortPage
from mrse_assess.ui.cohort.parts import Ways
from mrse_assess.workbench.cohort.looking import Looking
from mrse_assess.workbench.cohort.looking import looking as module

from ...workbench.cohort.looking.conftest import shared, small_folder

__all__ = ["shared", "small_folder"]

DRAWN = Figure(
    alt="Outcomes in words",
    svg=b"<svg/>",
    png=b"\x89PNG",
    spots=(Spot(at=(0, 1), box=(0.25, 0.125, 0.5, 0.03333)),),
)


@dataclass
class Cohort:
    """The page without a browser: acts go in as the messages that the widget would get."""

    page: CohortPage
    sent: object
    went: list = field(default_factory=list)
    count: int = 0

    @property
    def shown(self):
        return self.page.pane.shown

    def act(self, name, **fields):
        self.count += 1
        self.page.pane._handle_custom_msg({"act": name, "id": self.count, **fields}, [])
        return self.sent.last()

    def choose(self, **chosen):
        return self.act("choose", **{**self.shown["filters"]["chosen"], **chosen})

    def numbers(self):
        return {row["label"]: [cell["main"] for cell in row["cells"]] for row in self.shown["table"]["rows"]}


@pytest.fixture
def figures(monkeypatch):
    """What is drawn: the same for every table, or None."""
    drawn = {"is": DRAWN}
    monkeypatch.setattr(module, "figures_of", lambda tables, _pool: tuple(drawn["is"] for _ in tables))
    return drawn


@pytest.fixture
def cohort(shared, sent, figures):
    def begin(person="C"):
        made = Cohort(page=None, sent=sent)
        ways = Ways(
            application=lambda one: made.went.append(("open", one)),
            letter=lambda one: made.went.append(("letter", one)),
            leave=lambda: made.went.append("leave"),
        )
        made.page = CohortPage(Looking(shared, person), ways, height="760px")
        return made

    return begin
