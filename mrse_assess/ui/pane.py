"""What every pane has in common: one dictionary to show, one way to be heard."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

import anywidget
import traitlets

from mrse_assess.ui.static_files import module, stylesheet

Hearer = Callable[["Pane", Any, Sequence[bytes]], None]


class Pane(anywidget.AnyWidget):
    """One part of the page. ``shown`` is all it shows; ``room`` names the page it belongs to, for its neighbours.

    Both go to the page only: nothing that comes back through them is read, requests come as messages.
    """

    _esm: ClassVar[str] = "export default { render() {} }"
    shown = traitlets.Dict().tag(sync=True)
    room = traitlets.Unicode().tag(sync=True)

    def __init__(self, room: str, hear: Hearer, **shown: Any) -> None:
        super().__init__(room=room, shown=shown)
        self._hear = hear
        self.on_msg(self._received)

    def show(self, shown: Mapping[str, Any]) -> None:
        """Show this; goes to the page only when it differs from what is there."""
        self.shown = dict(shown)

    def tell(self, content: Mapping[str, Any], data: bytes | None = None) -> None:
        """Send the page a message, with bytes if given."""
        self.send(dict(content), None if data is None else [data])

    def _received(self, _: Any, content: Any, buffers: Sequence[bytes]) -> None:
        self._hear(self, content, buffers)


class HeaderPane(Pane):
    """Header, saved line, connection, keys, help. Carries the style of the whole page."""

    _esm = module("header.js")
    _css = stylesheet()


class WorklistPane(Pane):
    """The sub-categories and their claims as a tree grid."""

    _esm = module("worklist.js")


class StandingPane(Pane):
    """The pass rules, live."""

    _esm = module("standing.js")


class ViewerPane(Pane):
    """The evidence: pages asked for by message."""

    _esm = module("viewer.js")


class NowherePane(Pane):
    """A reference that leads nowhere: what was looked for, and what may be meant. Stands where the evidence would."""

    _esm = module("nowhere.js")


class FindingsPane(Pane):
    """The program's prompts about the item."""

    _esm = module("findings.js")


class FormPane(Pane):
    """Verdict, reasons, flags and notes of one item for one sub-category."""

    _esm = module("form.js")


class ConclusionPane(Pane):
    """The conclusion of the sub-category."""

    _esm = module("conclusion.js")


class LetterPane(Pane):
    """Parts, outcome and the draft letter."""

    _esm = module("letter.js")


class CorrectionPane(Pane):
    """How the table, the items and the page numbers are read, beside the applicant's own row."""

    _esm = module("correction.js")


class SettingsPane(Pane):
    """Keys, and how the page behaves, as the assessor likes them."""

    _esm = module("settings.js")


class SealPane(Pane):
    """The check list before sealing, the seal, and reopening."""

    _esm = module("seal.js")


class StartPane(Pane):
    """The applications of the workspace, and taking a portfolio in. Carries the style too."""

    _esm = module("start.js")
    _css = stylesheet()


class MeetingPane(Pane):
    """The panel page: list of applications, agenda, sides, effect. Carries the style too."""

    _esm = module("meeting.js")
    _css = stylesheet()
