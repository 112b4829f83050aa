"""What an assessor's hands do at the page, in words."""

import csv
import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

SAVED = re.compile(r"saved \d\d:\d\d:\d\d")
VERDICT_KEYS = {"satisfactory": "1", "not_satisfactory": "2", "referred_to_panel": "3"}
CONCLUSION_KEYS = {name: f"Shift+Digit{key}" for name, key in {**VERDICT_KEYS, "nothing_offered": "4"}.items()}


class Hands:
    """One assessor at one page of the workbench."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def at(self, name: str) -> Locator:
        """The control of this test id."""
        return self.page.get_by_test_id(name)

    def open(self, application: str) -> None:
        """Open an application from the start page."""
        self.at(f"open-{application}").click()
        expect(self.at("worklist")).to_be_visible()

    def choose(self, code: str, evidence_id: str) -> None:
        """Go to a claim by mouse, opening its sub-category first if need be."""
        claim = self.at(f"claim-{code}-{evidence_id}")
        if not claim.is_visible():
            self.at(f"sub-{code}").click()
        claim.click()
        expect(self.page.get_by_role("heading", name=f"Item {evidence_id} for {code}", exact=True)).to_be_visible()

    def judge(self, row: dict[str, str]) -> None:
        """Judge the claim of a frame's row: by keys where there is a key, else by mouse."""
        self.choose(row["sub_category"], row["evidence_id"])
        if row["simulated"] == "true":
            self.page.keyboard.press("s")
            expect(self.at("simulated")).to_have_attribute("aria-pressed", "true")
        if row["mhra_reference"] == "true":
            self.page.keyboard.press("m")
            self.at("mhra-edition").select_option("v4.3 (2021)")
            self.page.keyboard.press("Escape")
        self.page.keyboard.press(VERDICT_KEYS[row["verdict"]])
        for reason in filter(None, row["reasons"].split(";")):
            self.give_reason(reason, row)
        self.page.keyboard.press("Escape")
        expect(self.at(f"verdict-{row['verdict']}")).to_have_attribute("aria-checked", "true")
        expect(self.at("unit-saved")).to_have_text(SAVED)

    def give_reason(self, reason: str, row: dict[str, str]) -> None:
        """Choose one reason from the open list and fill in what its sentence needs."""
        self.at("reason-field").click()
        self.page.locator(f".options [data-reason={reason}]").click()
        expect(self.page.locator(f".chosen [data-reason={reason}]")).to_be_visible()
        if row["seen"]:
            self.at("seen").fill(row["seen"])
            self.at("seen").press("Tab")

    def group(self, name: str) -> None:
        """Put the item into an independent group of category 3."""
        self.page.get_by_role("group", name="Independent group").get_by_text(name).click()

    def conclude(self, code: str, verdict: str, words: str = "") -> None:
        """Conclude the sub-category that is open, by keys, with the sentence it asks for."""
        expect(self.page.get_by_role("heading", name=f"Conclude {code}", exact=True)).to_be_visible()
        self.page.keyboard.press(CONCLUSION_KEYS[verdict])
        concluded = self.page.locator(f"[data-testid=conclude-{verdict}][aria-checked=true]")
        asked = self.page.locator("[data-testid=conclude-with-words]:visible")
        expect(concluded.or_(asked)).to_be_visible()
        if asked.is_visible():
            self.page.keyboard.type(words)
            self.page.keyboard.press("Enter")
        expect(concluded).to_be_visible()

    def confirm_parts(self) -> None:
        """Say of every part that it is present, in the letter's drawer."""
        self.page.keyboard.press("l")
        for part in ("contents_list", "evidence", "cross_reference_table", "authentication", "exam"):
            self.at(f"part-{part}").get_by_role("button", name="present").click()
            expect(self.at(f"part-{part}")).to_contain_text("A7")


def rows_of(frame: Path) -> list[dict[str, str]]:
    """The rows of an expected frame."""
    with frame.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))
