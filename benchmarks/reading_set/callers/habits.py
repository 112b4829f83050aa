"""The habits of each applicant, dealt so that eighty of them have each as often as ``words/habits.toml`` says."""

from dataclasses import dataclass
from typing import Any, Final

from .chance import chance, words

ROUND: Final = 80
OFFICE: Final = frozenset({"folder_docx", "folder_odt", "zip_docx", "docx"})
BOUND: Final = frozenset({"pdf", "scan", "docx"})
_PLAIN_COLUMNS: Final = (
    *("lines", "family", "places", "style", "simulated", "empty", "code_style", "cover", "contents", "vouching"),
    *("face", "strays", "aside"),
)
_NUMBERED: Final = frozenset({"evidence", "e", "item", "doc", "capital_e"})


@dataclass(frozen=True, kw_only=True)
class Habits:
    """How one applicant does things; the values are those of the columns of ``words/habits.toml``."""

    seed: int
    form: str
    table: str
    marked: str
    counting: str
    lines: str
    family: str
    places: str
    style: str
    simulated: str
    empty: str
    code_style: str
    cover: str
    contents: str
    vouching: str
    face: str
    strays: str
    aside: str

    @property
    def office(self) -> bool:
        """Whether the front is a Word or OpenDocument file."""
        return self.form in OFFICE

    @property
    def bound(self) -> bool:
        """Whether all is one file."""
        return self.form in BOUND

    @property
    def ending(self) -> str:
        """Kind of file of the front."""
        return "odt" if self.form.endswith("odt") else "docx" if self.office else "pdf"


def habits(seed: int) -> Habits:
    """All habits of a seed; those that do not go together are made to."""
    turn, slot = divmod(seed, ROUND)
    forms = _column("form", turn)
    form = forms[slot]
    got: dict[str, Any] = {name: _column(name, turn)[slot] for name in _PLAIN_COLUMNS}
    office, scan = form in OFFICE, form == "scan"
    alike = [at for at, each in enumerate(forms) if (each in OFFICE) == office and (each == "scan") == scan]
    kind = "office" if office else "scan" if scan else "pdf"
    got["table"] = _column(f"table_{kind}", turn)[alike.index(slot)]
    loose = [at for at, each in enumerate(forms) if each not in BOUND]
    same = [at for at, each in enumerate(forms) if each == form]
    if form in BOUND:
        got["marked"] = _column(f"marked_{form}", turn)[same.index(slot)]
        bound = [at for at, each in enumerate(forms) if each in {"pdf", "scan"}]
        got["counting"] = "item" if form == "docx" else _column("counting_bound", turn)[bound.index(slot)]
    else:
        got["marked"] = _column("marked_loose", turn)[loose.index(slot)]
        got["counting"] = _column("counting_loose", turn)[loose.index(slot)]
    return Habits(seed=seed, form=form, **_fitted(got, form, slot))


def _column(name: str, turn: int) -> list[str]:
    dealt = [value for value, many in words("habits")[name].items() for _ in range(many)]
    chance("column", name, turn).shuffle(dealt)
    return dealt


def _fitted(got: dict[str, Any], form: str, slot: int) -> dict[str, Any]:
    """Habits that contradict each other are changed to the nearest that do not."""
    _fit_marks(got, form, slot)
    _fit_style(got)
    _fit_simulated(got)
    if got["strays"] == "beyond" and got["places"] not in {"pages", "pages_some", "both"}:
        got["strays"] = "none"
    if got["aside"] == "draft" and got["table"] not in {"model", "banded", "row_each"}:
        got["aside"] = "none"
    return got


def _fit_marks(got: dict[str, Any], form: str, slot: int) -> None:
    """How items are marked, labelled and counted, and the list of them."""
    marked = got["marked"]
    if marked == "sub_items" and got["family"] not in _NUMBERED:
        got["family"] = "evidence"
    if marked == "volume":
        got["counting"] = "file"
    if got["counting"] == "item" and marked in {"dividers", "sub_items"} and form in BOUND - {"docx"} and slot % 4:
        got["counting"] = "item_after_divider"
    if marked == "contents_pages":
        got["contents"] = "dots" if slot % 2 else "grid"
        got["counting"] = "portfolio"
    if got["table"] == "none" and got["contents"] not in {"grid", "grid_claims"}:
        got["contents"] = "grid_claims"


def _fit_style(got: dict[str, Any]) -> None:
    """How references are worded in this table."""
    table, style = got["table"], got["style"]
    if table == "ticks":
        got["places"], got["style"] = "none", "comma"
        got["lines"] = "rules" if got["lines"] == "rules" else "ruled"  # nobody can follow a row of ticks without
    elif table == "columns":
        got["code_style"] = "titled"
    if table in {"row_each", "inverted"} and style in {"titled", "prose", "of"}:
        got["style"] = "column" if table == "row_each" else "comma"
    elif table in {"typed", "columns", "broken"} and style in {"column", "titled", "prose"}:
        got["style"] = "comma"
    if got["places"] == "none" and got["style"] in {"column", "of", "prose"}:
        got["style"] = "comma"


def _fit_simulated(got: dict[str, Any]) -> None:
    """Where it is said what is simulated."""
    table, how = got["table"], got["simulated"]
    if how == "none":
        return
    if how in {"column", "comment"} and table not in {"model", "banded", "two_heads", "landscape"}:
        how = "cell"
    if table in {"ticks", "inverted"} and how != "list":
        how = "sentence"
    if how == "list" and got["contents"] == "absent":
        got["contents"] = "grid"
    got["simulated"] = how if table != "none" or how == "list" else "none"
