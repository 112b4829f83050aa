"""Taking portfolios in, and reading one without a workspace."""

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from mrse_assess.cli.output import printable, say, say_json, table, tell
from mrse_assess.errors import BadRequestError, UnreadablePortfolioError
from mrse_assess.intake import inspection
from mrse_assess.isolation import WorkerPool
from mrse_assess.model.observation import Screening
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.model.problem import Problem
from mrse_assess.scheme import load_scheme
from mrse_assess.screening.inspection import item_keys, observations
from mrse_assess.terms import Severity
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.reading import Folders, read_source
from mrse_assess.workspace.screening import screen_portfolio


def add(
    workspace: Workspace, source: Path, received_on: date, reference: str | None, password_file: Path | None
) -> None:
    """Take a portfolio in; its application id goes to stdout, what to look at to stderr."""
    application = workspace.add(
        source, received_on=received_on, reference=reference, password=password_in(password_file), tell=tell_progress
    )
    for problem in workspace.portfolio(application).problems:
        if problem.severity is not Severity.NOTE:
            tell(printable(problem_line(problem)))
    say(application.reference)


def inspect(source: Path, *, as_json: bool, recognise: bool = True) -> None:
    """Read a portfolio into a folder that goes away again, and print what was found.

    Without ``recognise`` scanned pages are left unread.

    Raises:
        UnreadablePortfolioError: not one page of it could be read; what was found is printed all the same.
    """
    with tempfile.TemporaryDirectory(prefix="mrse-inspect-") as name, WorkerPool() as pool:
        folders = Folders(originals=Path(name) / "originals", cache=Path(name) / "cache")
        scheme = load_scheme()
        portfolio = read_source(source, folders, scheme, pool, recognise=recognise, tell=tell_progress)
        tell_progress("Looking the evidence over", 0, 0)
        screening = screen_portfolio(portfolio, folders, scheme, pool, recognise=recognise)
    if as_json:
        say_json(_with_screening(inspection(portfolio), screening, portfolio))
    else:
        say(summary(portfolio))
    if not any(document.pages for document in portfolio.documents):
        raise UnreadablePortfolioError("not one page of the portfolio could be read; the problems say why")


def _with_screening(found: dict[str, Any], screening: Screening, portfolio: Portfolio) -> dict[str, Any]:
    """What was read with what was noticed: the keys of each item, and every observation."""
    keys = item_keys(screening, portfolio)
    return found | {
        "evidence": [item | keys[item["id"]] for item in found["evidence"]],
        "observations": observations(screening),
    }


def summary(portfolio: Portfolio) -> str:
    """The portfolio in words and one table, for a person at a terminal."""
    references = [
        (entry.sub_category, entry.evidence_id, entry.text, _pages(entry.spans)) for entry in portfolio.cross_references
    ]
    lines = [
        printable(f"Applicant: {portfolio.applicant_name or 'not found'}"),
        f"Files: {len(portfolio.documents)}, items of evidence: {len(portfolio.evidence)}",
        f"Authentication: {'found' if portfolio.authentication.present else 'not found'}",
        "",
        table([("Sub-category", "Item", "As written", "Leads to"), *references]),
        "",
        *(printable(problem_line(problem)) for problem in portfolio.problems),
    ]
    return "\n".join(lines)


def problem_line(problem: Problem) -> str:
    """A Problem in one line: how grave, where, what was found, what to do."""
    place = f"{problem.locator.file}, page {problem.locator.page}: " if problem.locator else ""
    return f"{problem.severity}: {place}{problem.found} {problem.advice}"


def tell_progress(words: str, done: int, total: int) -> None:
    """Progress on stderr."""
    tell(f"{words} ({done} of {total})" if total else words)


def _pages(spans: tuple) -> str:  # type: ignore[type-arg]
    return "; ".join(f"{span.file} {span.first}-{span.last}" for span in spans) or "nowhere"


def password_in(file: Path | None) -> str | None:
    """The password in a file, None without one."""
    if file is None:
        return None
    try:
        return file.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BadRequestError(f"The password file {file} cannot be read.") from error
