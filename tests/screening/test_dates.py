"""Each item's date with its source, its age, and the share of recent work."""

from dataclasses import replace
from datetime import date

import pytest

from mrse_assess.model.facts import FileFacts
from mrse_assess.model.places import PageSpan
from mrse_assess.terms import Look

BODY = "\n".join(["The door is kept shut while the field is on and nobody is in the room."] * 30)


def kinds(looked, item="1"):
    return {each.kind for each in looked.observations if each.evidence_id == item}


def dated(looked, item="1"):
    known = looked.items.get(item, {}).get("dated")
    return (known.date, known.kind) if known else None


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Report on a visit\nDate: 5 May 2023", ("2023-05-05", "written")),
        ("Local rules\nIssue 3, dated 29th January 2024", ("2024-01-29", "written")),
        ("Local rules\nv2.0 - 29/03/2022", ("2022-03-29", "written")),
        ("Local rules\nVersion 1.2, May 2023", ("2023-05", "written")),
        ("Policy\nDate of issue\t6 December 2023\nReview due\t5 December 2025", ("2023-12-06", "written")),
        ("Policy\nAuthor\tDr Ada Example,\tIssue date\t6 December 2023", ("2023-12-06", "written")),
        ("Risk assessment\nCompleted by Dr Ada Example on 3/4/24", ("2024-04-03", "written")),
        ("Paper\nYear written: see below\nWritten 2021", ("2021", "written")),
        ("From: Ada Example\nTo: B Other\nSent: Tue, 19 Mar 2024 08:41\nSubject: Door", ("2024-03-19", "sent")),
        ("From Ada Example <a@b.example>\nTo B Other\nDate Tue, 19 Mar 2024 08:41", ("2024-03-19", "sent")),
        ("MR Safety Group: minutes\n21 May 2025, 14:00 to 15:30, Seminar room 2", ("2025-05-21", "held")),
        ("Notes\nDate of meeting: 1 June 2022", ("2022-06-01", "held")),
        ("Acceptance\nMeasured on 12.11.2024", ("2024-11-12", "measured")),
        ("Console\nStudy date 20240912", ("2024-09-12", "measured")),
        ("Draft rules\nComments made on 29 June 2021", ("2021-06-29", "reviewed")),
        ("Reflection\nDr Ada Example, 25 September 2025", ("2025-09-25", "written")),
        ("Log\nDate\tAuthor\n14 June 2024\tA Example", ("2024-06-14", "written")),
        ("Form MR-F2\tTemplate issued May 2011\nDate\t2 July 2023", ("2023-07-02", "written")),
        ("MR-LR-01 | Version: 3 | Date: 05/2023 | Review: 05/2025\nLocal rules", ("2023-05", "written")),
        ("Governance group meeting 5 May 2023\nPresent: A Example", ("2023-05-05", "held")),
        ("Letter\nSigned this 5th day of May 2023", ("2023-05-05", "written")),
        ("Console\nAcquired 05MAY2023", ("2023-05-05", "measured")),
        ("Policy\nIssue date: May-23", ("2023-05", "written")),
        ("Example, Ada\nTue 05/05/2023 10:22\nTo: Other, B", ("2023-05-05", "sent")),
        ("Notes\nIncident date: 1 May 2023\nReport completed: 5 May 2023", ("2023-05-05", "written")),
        ("Rules\nDate of next review: 5 May 2025\nDate of this issue: 5 May 2023", ("2023-05-05", "written")),
        ("On 5 May 2023, at 10:22, Ada Example wrote:\nDear Bo", ("2023-05-05", "sent")),
        ("Our ref 12\tDate 5 May 2023\tPage 1 of 2", ("2023-05-05", "written")),
        ("Rules\tDate 5 May 2023\tPrinted 6 June 2026", ("2023-05-05", "written")),
        ("Rules\tIssued 5 May 2023 Review due 5 May 2025", ("2023-05-05", "written")),
        ("Rules\nMeasured on 5 May 2023 due to a complaint", ("2023-05-05", "measured")),
        ("Slides\nSession held: Thursday 2 May 2024", ("2024-05-02", "held")),
    ],
)
def test_the_date_of_an_item_is_told_by_the_words_beside_it(material, check, head, expected):
    looked = check("dates", material({"1": f"{head}\n{BODY}"}))
    assert dated(looked) == expected
    assert "dated" in kinds(looked)


@pytest.mark.parametrize(
    "head",
    [
        "Local rules\nReview due: 5 May 2028",
        "Local rules\nPrinted on 5 May 2026",
        "Local rules\nDownloaded 5 May 2024",
        "Local rules\nForm MR-F9, template revision 3 May 2014",
        "Local rules\nReplaces the version of May 2012",
        "Local rules\nScanner installed 8 March 2012",
        "Implant request\nDate of birth: 5 May 1960",
        "Local rules\nBased on the MHRA guidelines of February 2021",
        "Local rules\nSection 4.11.4 and IEC 60601-2-33",
        "Local rules\nDate: 5 May 2027",
        "Local rules\nDate: 31/04/2023",
        "Incident\nThe incident of 5 May 2023 was reported by the ward.",
        "Local rules\nDate:",
        "Local rules\n5 May 2023 (printed)",
        "Application for a post, closing date 5 May 2023",
        "References\nSmith J et al. J Magn Reson Imaging May 2019",
    ],
)
def test_a_date_of_something_else_dates_nothing(material, check, head):
    looked = check("dates", material({"1": f"{head}\n{BODY}"}))
    assert dated(looked) is None
    assert "undated" in kinds(looked)


def test_days_stand_before_months(material, check):
    assert dated(check("dates", material({"1": "Note\nDate: 04/03/2024"}))) == ("2024-03-04", "written")


def test_of_a_thread_the_message_of_the_applicant_dates_the_item(material, check):
    thread = (
        "From: B Other\nSent: 20 August 2024\nTo: Ada Example\nSubject: Clip\nCan we scan?\n"
        "From: Ada Example\nSent: 21 August 2024\nTo: B Other\nSubject: Clip\nYes, in normal mode.\n"
        "From: Ada Example\nSent: 24 August 2024\nTo: B Other\nSubject: Clip\nThank you."
    )
    assert dated(check("dates", material({"1": thread}))) == ("2024-08-21", "sent")


def test_of_a_table_of_versions_the_latest_counts(material, check):
    rows = "1.0\tMay 2018\tFirst issue\n2.0\tJune 2023\tNew door\n1.5\tMay 2020\tSigns"
    text = f"Local rules\n{BODY}\nVersion history\n{rows}"
    assert dated(check("dates", material({"1": text}))) == ("2023-06", "written")


def test_pages_that_nobody_could_read_are_not_undated(material, check):
    looked = check("dates", material({"1": [BODY, ""]}, unseen=["1"]))
    assert [each.outcome for each in looked.observations if each.evidence_id == "1"] == [Look.NOT_CHECKABLE]


def test_the_files_own_data_date_an_item_weakly(material, check):
    facts = {"1.pdf": FileFacts(file="1.pdf", properties={"created": "2023-05-02T10:00:00"})}
    looked = check("dates", material({"1": BODY}, facts=facts))
    assert dated(looked) == ("2023-05-02", "metadata")
    assert "metadata" in kinds(looked)


def test_the_files_own_data_say_nothing_of_an_item_that_shares_the_file(material, check):
    facts = {"1.pdf": FileFacts(file="1.pdf", properties={"created": "2023-05-02"})}
    whole = material({"1": [BODY, BODY]}, facts=facts)
    first = replace(whole.portfolio.evidence[0], spans=(PageSpan(file="1.pdf", first=1, last=1),))
    shared = replace(whole, portfolio=replace(whole.portfolio, evidence=(first,)))
    assert dated(check("dates", whole)) == ("2023-05-02", "metadata")
    assert dated(check("dates", shared)) is None


def test_the_time_at_which_a_browser_printed_the_page_dates_nothing(material, check):
    assert dated(check("dates", material({"1": f"05/05/2023, 10:22\nRules\n{BODY}"}, height=1200))) is None


def test_a_table_of_versions_near_the_title_yields_to_the_date_of_issue(material, check):
    text = "Rules\nIssue date: 5 May 2023\nVersion history\nVersion 1\t3 April 2023\tFirst draft"
    assert dated(check("dates", material({"1": text}))) == ("2023-05-05", "written")


@pytest.mark.parametrize(
    ("said", "submitted", "older"),
    [
        ("5 May 2021", date(2026, 5, 5), False),
        ("4 May 2021", date(2026, 5, 5), True),
        ("28 February 2019", date(2024, 2, 29), False),
        ("27 February 2019", date(2024, 2, 29), True),
        ("29 February 2020", date(2025, 2, 28), False),
        ("May 2021", date(2026, 5, 31), False),
        ("April 2021", date(2026, 5, 1), True),
    ],
)
def test_five_years_are_counted_to_the_day_and_a_month_by_its_last(material, check, said, submitted, older):
    looked = check("dates", material({"1": f"Note\nDate: {said}\n{BODY}"}, submitted_on=submitted))
    assert ("older" in kinds(looked)) is older


def test_a_review_that_is_overdue_is_a_note_and_no_concern(material, check):
    looked = check("dates", material({"1": "Policy\nIssue date: 5 May 2023\nReview due: 5 May 2025"}))
    overdue = [each for each in looked.observations if each.kind == "review_overdue"]
    assert [each.outcome for each in overdue] == [Look.CLEAR]


def test_a_review_that_is_to_come_is_not_noted(material, check):
    looked = check("dates", material({"1": "Policy\nIssue date: 5 May 2025\nReview due: 5 May 2027"}))
    assert "review_overdue" not in kinds(looked)


def share(looked):
    return [each for each in looked.observations if each.evidence_id is None]


def notes(*years):
    return {str(at): f"Note\nDate: 5 May {year}" if year else BODY for at, year in enumerate(years, start=1)}


@pytest.mark.parametrize(
    ("years", "kind", "outcome"),
    [
        ((2024, 2025, 2015), "mostly_recent", Look.CLEAR),
        ((2014, 2015, 2025), "mostly_older", Look.CONCERN),
        ((2024, 2015, None), "share_open", Look.NOT_CHECKABLE),
        ((2024, 2025, None), "mostly_recent", Look.CLEAR),
    ],
)
def test_the_share_of_recent_work_is_said_once_with_what_is_not_known(material, check, years, kind, outcome):
    found = share(check("dates", material(notes(*years))))
    assert [(each.kind, each.outcome) for each in found] == [(kind, outcome)]
    assert f"{years.count(None)} could not be dated" in found[0].detail


def test_a_month_that_reaches_across_the_limit_is_counted_apart(material, check):
    looked = check("dates", material({"1": "Note\nDate: June 2021"}, submitted_on=date(2026, 6, 15)))
    assert "1 by a month or year that reaches across" in share(looked)[0].detail


def test_without_a_day_of_submission_no_age_is_told(material, check):
    looked = check("dates", material(notes(2010), submitted_on=None))
    assert [each.kind for each in share(looked)] == ["no_submission_day"]
    assert "older" not in kinds(looked)
