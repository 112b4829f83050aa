"""Whole portfolios judged in Chromium, from the start page to the letter."""

import zipfile

import pymupdf
from playwright.sync_api import expect

from mrse_assess.scheme import load_scheme

from .conftest import SAMPLES, Visit
from .hands import Hands, rows_of

EXPECTED = SAMPLES / "_expected"


def save(hands: Hands, form: str, folder):
    with hands.page.expect_download() as download:
        hands.at(f"download-{form}").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def judge_as_expected(hands: Hands, name: str) -> None:
    """Judge every claim and conclude every sub-category as the sample's expected frame says."""
    rows = rows_of(EXPECTED / name / "frame.csv")
    groups: dict[str, str] = {}
    for row in rows:
        code = row["sub_category"]
        if not row["evidence_id"]:
            if row["verdict"] == "nothing_offered":
                hands.at(f"sub-{code}").click()
            hands.conclude(code, row["verdict"], row["feedback"])
            continue
        hands.judge(row)
        if row["independent_group"]:
            known = row["independent_group"] in groups
            groups.setdefault(row["independent_group"], "ABCDEFGH"[len(groups)])
            hands.group(f"{groups[row['independent_group']]}:" if known else "new group")
            expect(hands.page.get_by_role("group", name="Independent group").get_by_text("this item")).to_be_visible()


def text_of(pdf) -> str:
    return " ".join(" ".join(page.get_text() for page in pymupdf.open(pdf)).split())


def test_the_clear_award_is_judged_reaches_award_and_its_letter_is_saved(workbench, visit, tmp_path):
    server = workbench("--assessor", "A7")
    seen: Visit = visit(server.url)
    hands = Hands(seen.page)
    hands.open("clear_award")
    judge_as_expected(hands, "clear_award")
    hands.confirm_parts()
    hands.at("outcome-award").click()
    hands.at("choose-outcome").click()
    expect(hands.at("letter-draft")).to_contain_text("meets the requirements of the scheme")
    pdf, docx = save(hands, "pdf", tmp_path), save(hands, "docx", tmp_path)
    assert "Your portfolio meets the requirements of the scheme" in text_of(pdf)
    assert b"meets the requirements of the scheme" in zipfile.ZipFile(docx).read("word/document.xml")
    hands.at("close-letter").click()
    expect(hands.at("standing-outcome")).to_contain_text("All rules met")
    assert seen.foreign_requests() == []
    assert seen.errors == []


def test_the_short_portfolio_reaches_further_evidence_with_the_right_sub_categories(workbench, visit, tmp_path):
    hands = Hands(visit(workbench("--assessor", "A7").url).page)
    name = "one_sub_category_short"
    hands.open(name)
    judge_as_expected(hands, name)
    hands.confirm_parts()
    hands.at("outcome-further_evidence").click()
    hands.at("choose-outcome").click()
    expect(hands.at("letter-draft")).to_contain_text("Further evidence is requested")
    text = text_of(save(hands, "pdf", tmp_path))
    concluded = [row for row in rows_of(EXPECTED / name / "frame.csv") if not row["evidence_id"]]
    headings = {unit.code: f"{unit.code} {unit.title}: not satisfactory" for unit in load_scheme().sub_categories}
    named = {code for code, heading in headings.items() if heading in text}
    assert named == {row["sub_category"] for row in concluded if row["verdict"] == "not_satisfactory"}
    for row in concluded:
        offered = row["verdict"] != "nothing_offered"
        assert offered or f"No evidence was offered for {row['sub_category']}." in text
