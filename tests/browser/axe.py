"""axe-core in the page: what it finds, said so that a person can go and look."""

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

SCRIPT = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """rules => axe.run(document, {...rules, resultTypes: ["violations"], elementRef: false, preload: false})
  .then(({violations}) => violations.flatMap(({id, help, nodes}) => nodes.map(({target, html, failureSummary}) => ({
    id, help, where: target.join(" "), html, why: failureSummary.split("\\n").slice(1).join("; "),
  }))))"""
ALL = {"runOnly": {"type": "tag", "values": TAGS}}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}  # what another colour scheme can change


def findings(page: Page, state: str, rules: dict[str, object] = ALL) -> list[str]:
    """Every finding of axe at the page as it is; ``SCRIPT`` has to be its init script: the policy allows no other."""
    return [
        f"{state}: {one['id']} ({one['help']}) at {one['where']}: {one['why'].strip()} | {one['html'][:160]}"
        for one in page.evaluate(RUN, rules)
    ]
