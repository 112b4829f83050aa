import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from fake_controller import FakeWorkbench, FakeWorkspace, judged_workbench

from mrse_assess.ui.desk import Desk
from mrse_assess.ui.pane import Pane
from mrse_assess.ui.reception import Reception


@dataclass
class Sent:
    """What the panes told the page, in order: (pane, message, bytes)."""

    messages: list[tuple[Pane, dict[str, Any], bytes | None]] = field(default_factory=list)

    def last(self) -> dict[str, Any]:
        return self.messages[-1][1]

    def data(self) -> bytes | None:
        return self.messages[-1][2]

    def told(self, key: str) -> list[dict[str, Any]]:
        return [message for _, message, _ in self.messages if key in message]


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> Sent:
    kept = Sent()
    monkeypatch.setattr(Pane, "tell", lambda pane, content, data=None: kept.messages.append((pane, content, data)))
    return kept


@dataclass
class Page:
    """The page without a browser: acts go in as the messages that the widgets would get."""

    desk: Desk
    bench: FakeWorkbench
    sent: Sent
    count: int = 0

    def act(self, name: str, **fields: Any) -> dict[str, Any]:
        self.count += 1
        self.desk.room.form._handle_custom_msg({"act": name, "id": self.count, **fields}, [])
        return self.sent.last()

    def show(self, pane: str) -> dict[str, Any]:
        return getattr(self.desk.room, pane).shown


@pytest.fixture
def bench() -> FakeWorkbench:
    return judged_workbench()


@pytest.fixture
def page(bench: FakeWorkbench, sent: Sent) -> Page:
    return Page(desk=Desk(bench), bench=bench, sent=sent)


@dataclass
class StartPage:
    reception: Reception
    workspace: FakeWorkspace
    opened: list[str]
    sent: Sent

    def act(self, act: str, /, *buffers: bytes, **fields: Any) -> dict[str, Any]:
        self.reception.pane._handle_custom_msg({"act": act, "id": 1, **fields}, list(buffers))
        return self.sent.last()


@pytest.fixture
def start_page(sent: Sent) -> StartPage:
    workspace, opened = FakeWorkspace(), []
    reception = Reception(workspace, opened.append, lambda: opened.append("settings"))
    return StartPage(reception, workspace, opened, sent)
