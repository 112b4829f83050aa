"""The answers to a portfolio: what reading it should find, what a fair assessor judges, what the rules then say."""

import csv
import io
import json
from typing import Any

from . import recount
from .assemble import Made
from .places import Placed, Target
from .plan import Row

COLUMNS = [
    "application",
    "attempt",
    "phase",
    "assessor",
    "sub_category",
    "evidence_id",
    "verdict",
    "reasons",
    "primary_reason",
    "simulated",
    "mhra_reference",
    "independent_group",
    "contribution",
    "feedback",
    "recorded_at",
    "scheme_version",
    "event",
    "seen",
    "target",
    "other_item",
    "quote",
    "page",
    "mhra_section",
    "to_panel",
]


def files(made: Made) -> dict[str, bytes]:
    """The four files of answers."""
    frame = [row for line in made.plan.rows for row in _judgements(made, line)]
    decided = recount.decision(frame, made.plan.parts, made.plan.application)
    parts = [
        {"application": made.plan.application, "attempt": "1", "part": part, "confirmed": str(there).lower()}
        for part, there in made.plan.parts.items()
    ]
    return {
        "reading.json": _json(reading(made)),
        "frame.csv": _csv(frame, COLUMNS),
        "parts.csv": _csv(parts, ["application", "attempt", "part", "confirmed"]),
        "decision.json": _json(decided),
    }


def reading(made: Made) -> dict[str, Any]:
    """What ``inspect --json`` should find, as the builder knows it; checks that come later have their true values too."""
    plan, where = made.plan, {"file": made.front_file}
    references = [_reference(made, row, made.places.target(ref)) for row in plan.rows for ref in row.refs]
    cited = {entry["evidence"] for entry in references}
    auth = plan.front.get("auth")
    return {
        "applicant": {"name": plan.setting["applicant"]["name"]},
        "submission_date": plan.submitted,
        "table": {**where, **_pages(made.front["table"])},
        "contents_list": {**where, **_pages(made.front["contents"])},
        "cross_references": references,
        "authentication": {
            "present": True,
            "referee_name": auth["name"],
            "role": auth["role"],
            "date": auth["date"],
            "signed": True,
            **where,
            **({"page": made.front["auth"][0]} if made.front["auth"] else {}),
        }
        if "auth" in made.front
        else {"present": False},
        "evidence": [_item(made, placed) for placed in made.places.placed],
        "unresolved": [
            {"subcategory": entry["subcategory"], "evidence": entry["evidence"]}
            for entry in references
            if entry["file"] is None
        ],
        "orphans": [item.id for item in plan.items if item.id not in cited],
        "problems": _problems(made, references),
    }


def _pages(pages: tuple[int, ...]) -> dict[str, list[int]]:
    """The pages as a key; none for a Word file, whose pages are whatever its reader makes of them."""
    return {"pages": list(pages)} if pages else {}


def _problems(made: Made, references: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Faults of the applicant's material that reading has to report, by code; other notes may stand beside them."""
    found = [{"code": "reference-unresolved", "severity": "warning"} for entry in references if entry["file"] is None]
    beyond = [ref for row in made.plan.rows for ref in row.refs if made.places.target(ref).beyond]
    cited = {entry["evidence"] for entry in references}
    uncited = [item for item in made.plan.items if item.id not in cited]
    return [
        *found,
        *({"code": "page-hint-out-of-range", "severity": "warning"} for _ in beyond),
        *({"code": "item-not-cited", "severity": "note"} for _ in uncited),
    ]


def _reference(made: Made, row: Row, target: Target) -> dict[str, Any]:
    return {
        "subcategory": row.sub,
        "evidence": target.item_id,
        "text": _cell(made, row),
        "page_hint": target.hint,
        "notes": _notes(made, row, target.item_id),
        "file": target.file,
        **({} if target.file and not target.pages else {"pages": list(target.pages) or None}),
    }


def _cell(made: Made, row: Row) -> str:
    """The words of the cell; in a typed list the remark stands in the same line."""
    text = made.places.cell(row)
    return f"{text} ({row.comment})" if made.plan.front["table"] == "typed" and row.comment else text


def _notes(made: Made, row: Row, item_id: str) -> list[str]:
    item = made.plan.item(item_id)
    return row.notes.get(item_id, ["simulated"] if item and item.simulated else [])


def _item(made: Made, placed: Placed) -> dict[str, Any]:
    item, sheet = placed.item, made.sheets[placed.item.id]
    body = placed.last - sheet.pages  # pages of the file before the document's own first page
    details = (
        [{"kind": kind, "page": body + page} for kind, page, _ in sheet.identifiers]
        if item.treatment != "redacted"
        else []
    )
    covered = sorted({detail["page"] for detail in details}) if item.treatment == "boxes" else []
    return {
        "id": item.id,
        "title": item.title,
        "file": placed.file,
        **({"pages": [placed.first, placed.last]} if placed.last else {}),
        "date": item.date,
        "author": item.author or made.plan.setting["applicant"]["name"],
        "simulated": item.simulated,
        "mhra_sections": list(sheet.mhra),
        "phi": details,
        "bad_redactions": [{"page": page} for page in covered],
    }


def _judgements(made: Made, row: Row) -> list[dict[str, str]]:
    """The item rows of one sub-category and its conclusion."""
    rows = [_judgement(made, row, made.places.target(ref)) for ref in row.refs]
    conclusion = _line(made, row.sub, "", {"verdict": row.conclusion, **row.conclude})
    return [*rows, conclusion]


def _judgement(made: Made, row: Row, target: Target) -> dict[str, str]:
    said = {"verdict": "satisfactory", **row.judge.get(target.item_id, {})}
    item = made.plan.item(target.item_id)
    placed = made.places.of(target.item_id)
    pages = target.pages or ((placed.first,) if placed else ())
    if placed and not placed.last:
        said.setdefault("page", placed.file)
    elif placed and pages:
        said.setdefault("page", f"page {pages[0]} of {placed.file}, page {pages[0] - placed.first + 1} of the item")
    section = said.pop("section", "")
    if section and item and item.params.get("cite", True):
        if section not in made.sheets[item.id].mhra:
            raise ValueError(f"{made.plan.name}: item {item.id} does not cite section {section}")
        said["mhra_reference"], said["mhra_section"] = "true", section
    if not said.get("feedback"):
        raise ValueError(f"{made.plan.name}: nothing is said of item {target.item_id} for {row.sub}")
    if row.sub == "3" and said["verdict"] == "satisfactory":
        said.setdefault("independent_group", target.item_id)
    if item and item.simulated:
        said["simulated"] = "true"
    if placed is None:
        said["page"] = ""
    return _line(made, row.sub, target.item_id, said)


def _line(made: Made, sub: str, item_id: str, said: dict[str, Any]) -> dict[str, str]:
    """One row of the frame; flags of an item are false where nothing is said, of a conclusion empty."""
    reasons = said.get("reasons", [])
    flags = {"simulated": "false", "mhra_reference": "false"} if item_id else {}
    fixed = {
        "application": made.plan.application,
        "attempt": "1",
        "phase": "individual",
        "assessor": "A1",
        "sub_category": sub,
        "evidence_id": item_id,
    }
    joined = {
        "reasons": ";".join(reasons),
        "primary_reason": reasons[0] if reasons else "",
        "contribution": ";".join(said.get("contribution", [])),
    }
    rest = {key: value for key, value in said.items() if key not in joined}
    if unknown := set(rest) - set(COLUMNS):
        raise KeyError(f"{made.plan.name}, {sub}: {sorted(unknown)}")
    return {**dict.fromkeys(COLUMNS, ""), **fixed, **flags, **joined, **rest}


def _csv(rows: list[dict[str, str]], columns: list[str]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
