"""The office's screening report of one application, the timeline of its dates, and the same as JSON."""

from pathlib import Path
from typing import Any, Final

from mrse_assess.cli.output import say_json, tell
from mrse_assess.errors import BadRequestError
from mrse_assess.model.observation import ItemFacts, Screening
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.rendering import render
from mrse_assess.screening.inspection import item_keys, observations
from mrse_assess.screening.report import screening_report
from mrse_assess.screening.report.chronology import timeline_of
from mrse_assess.screening.timeline import draw_timeline, timeline_kind
from mrse_assess.workbench.whole import WholeCase
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.files import write_durably

REPORT_KINDS: Final = (".html", ".pdf")


def screen(workspace: Workspace, reference: str, out: Path | None, timeline: Path | None, *, as_json: bool) -> None:
    """Write the report and the timeline as asked, and print what was found as JSON.

    Raises:
        BadRequestError: nothing is asked for, an ending is none that can be made, or a file cannot be written.
    """
    if out is None and timeline is None and not as_json:
        raise BadRequestError("Say what to make: --out F.html or F.pdf, --timeline F.svg or F.png, or --json.")
    kind, picture = out and _report_kind(out), timeline and timeline_kind(timeline.name)
    application = workspace.application(reference)
    portfolio = WholeCase(workspace, application).portfolio  # as corrected by everybody who corrected it
    tell("Looking the evidence over")
    screening = workspace.screening(application)
    received_on = application.received_on
    if out is not None and kind:
        across, compared = workspace.alike_elsewhere(application)
        report = screening_report(
            portfolio,
            screening,
            workspace.scheme,
            reference=application.reference,
            received_on=received_on,
            across=across,
            compared_with=compared or None,
        )
        _write(out, render(report, kind, workspace.pool))
    if timeline is not None and picture:
        shown = timeline_of(portfolio, screening, workspace.scheme, received_on=received_on)
        _write(timeline, draw_timeline(shown, picture, workspace.pool))
    if as_json:
        say_json({"application": application.reference} | screening_as_json(portfolio, screening))


def screening_as_json(portfolio: Portfolio, screening: Screening) -> dict[str, Any]:
    """Every observation as ``inspect --json`` has it, and what is known of each item. Nothing confidential."""
    keys = item_keys(screening, portfolio)
    items = [
        {"id": item.id, **keys[item.id], **_facts(screening.items.get(item.id, ItemFacts(evidence_id=item.id)))}
        for item in portfolio.evidence
    ]
    return {
        "screening_version": screening.version,
        "looked": list(screening.looked),
        "items": items,
        "observations": observations(screening),
    }


def _facts(facts: ItemFacts) -> dict[str, Any]:
    """What the keys of ``inspect --json`` do not say: sources, roles, references and items much alike."""
    dated = facts.dated
    return {
        "dated": {"date": dated.date, "kind": dated.kind} if dated else None,
        "authorship": facts.author,
        "roles": sorted(facts.roles),
        "mhra": [
            {"page": each.place.page, "grade": each.grade, "edition": each.edition, "section": each.section}
            for each in facts.mhra
        ],
        "alike": [{"item": each.evidence_id, "kind": each.kind, "share": each.share} for each in facts.alike],
    }


def _report_kind(out: Path) -> str:
    kind = out.suffix.lower()
    if kind not in REPORT_KINDS:
        raise BadRequestError(f"The screening report is written as {' or '.join(REPORT_KINDS)}, not as {out.name!r}.")
    return kind


def _write(path: Path, data: bytes) -> None:
    try:
        write_durably(path, data)
    except OSError as error:
        raise BadRequestError(f"{path} cannot be written: {error.strerror}.") from error
    tell(f"Written to {path}")
