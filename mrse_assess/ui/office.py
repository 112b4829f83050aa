"""The settings of the scheme on a page of their own: what is unset, what each holds up, and setting it in place."""

import logging
import secrets
from collections.abc import Callable, Sequence
from typing import Any

from mrse_assess.errors import BadRequestError, MrseAssessError
from mrse_assess.ui.controller import OfficeController
from mrse_assess.ui.edge import OUR_FAULT, log_fault
from mrse_assess.ui.fields import HIGHEST_ACT, Fields, act_number
from mrse_assess.ui.pane import Pane
from mrse_assess.ui.static_files import module, stylesheet
from mrse_assess.ui.wording import day_and_clock
from mrse_assess.workbench.office_settings import SettingRow

logger = logging.getLogger(__name__)

LONGEST_VALUE = 2000


class OfficePane(Pane):
    """The settings of the scheme. Carries the style too."""

    _esm = module("office.js")
    _css = stylesheet()


class OfficePage:
    """The page of the settings. ``leave`` goes back to the applications."""

    def __init__(self, office: OfficeController, leave: Callable[[], None], *, height: str = "100dvh") -> None:
        self._office = office
        self._leave = leave
        self.pane = OfficePane(secrets.token_hex(8), self._hear, **settings_shown(office.rows()))
        self.pane.add_class("mrse-start")
        self.pane.layout.height = height

    def _hear(self, pane: Pane, content: Any, _: Sequence[bytes]) -> None:
        try:
            self._answer(pane, Fields(content))
        except MrseAssessError as error:
            pane.tell({"ack": act_number(content), "refused": str(error)})
        except Exception as error:  # noqa: BLE001 - the edge: the page must answer
            log_fault(logger, "an act of the settings page", error)
            pane.tell({"ack": act_number(content), "refused": OUR_FAULT})

    def _answer(self, pane: Pane, fields: Fields) -> None:
        act = fields.identifier("act")
        if act == "ping":
            pane.tell({"pong": True})
            return
        number = fields.number("id", 0, HIGHEST_ACT)
        if act == "set":
            self._set(fields)
        elif act == "leave":
            self._leave()
        else:
            raise BadRequestError("The page asked for something that is not known here. Reload the page.")
        pane.tell({"ack": number})

    def _set(self, fields: Fields) -> None:
        self._office.set(
            fields.identifier("key"),
            fields.text("value", longest=LONGEST_VALUE),
            fields.text("source", longest=LONGEST_VALUE),
            not_applicable=fields.flag("not_applicable"),
        )
        self.pane.show(settings_shown(self._office.rows()))


def settings_shown(rows: tuple[SettingRow, ...]) -> dict[str, Any]:
    """Every setting as the page shows it, in words."""
    return {"settings": [_setting(row) for row in rows]}


def _setting(row: SettingRow) -> dict[str, Any]:
    return {
        "key": row.key,
        "label": f"{row.label[:1].upper()}{row.label[1:]}",
        "kind": row.kind,
        "choices": list(row.choices),
        "advice": row.advice,
        "holds_up": list(row.holds_up),
        "set": row.is_set,
        "value": row.value,
        "source": row.source,
        "invented": row.invented,
        "not_applicable": row.not_applicable,
        "who": f"{row.by}, {day_and_clock(row.at)}" if row.at else "",
    }
