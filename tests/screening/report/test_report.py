"""The office's screening report: what stands in it, that it is one page, and what never stands in it."""

import re
from dataclasses import replace

import pymupdf
import pytest

from mrse_assess.errors import SchemeError
from mrse_assess.model.letter import Notice, Paragraph
from mrse_assess.rendering import render
from mrse_assess.rendering.payload import payload_of
from mrse_assess.rendering.plain_text import plain_text
from mrse_assess.screening.report import naming

from .conftest import FRONT, LIKELY, ONE, SECRET, Notes, at, document, entry, item, screening

NAMES = ("clear_award", "faulty", "long_one")


def lines(report):
    """What was found, by what was looked at."""
    return {
        block.lead.text: _dashes_plain(" ".join(each.text for each in block.sentences))
        for block in report.blocks
        if isinstance(block, Paragraph) and block.lead
    }


def asks(report):
    (notice,) = [block for block in report.blocks if isinstance(block, Notice)]
    return [_dashes_plain(sentence.text) for entry in notice.entries for sentence in entry]


def _dashes_plain(text):
    return text.replace("\N{EN DASH}", "-")


@pytest.fixture
def clear(samples):
    return samples["clear_award"]


@pytest.fixture
def told(scheme, clear):
    """The report of the clear application with other findings, or another portfolio."""

    def make(notes=None, *, looked=None, across=(), compared_with=None, **changes):
        seen = clear.screening if notes is None else screening(notes)
        if looked is not None:
            seen = replace(seen, looked=looked)
        portfolio = replace(clear.portfolio, **changes)
        sample = replace(clear, portfolio=portfolio, screening=seen, across=across, compared_with=compared_with)
        return sample.report(scheme)

    return make


@pytest.mark.parametrize("name", ["clear_award", "faulty"])
def test_the_report_reads_as_agreed(name, samples, scheme, golden):
    golden(name, plain_text(payload_of(samples[name].report(scheme))).decode())


@pytest.fixture(scope="module")
def pdfs(samples, scheme, pool):
    return {name: pymupdf.open(stream=render(sample.report(scheme), ".pdf", pool)) for name, sample in samples.items()}


@pytest.mark.parametrize("name", NAMES)
def test_the_report_is_one_page_of_a4(name, pdfs):
    assert len(pdfs[name]) == 1
    assert tuple(map(round, pdfs[name][0].rect)) == (0, 0, 595, 842)


@pytest.mark.parametrize("name", NAMES)
def test_the_page_holds_every_sentence_of_the_report(name, samples, scheme, pdfs):
    text = _squeezed(pdfs[name][0].get_text())
    for sentence in samples[name].report(scheme).sentences():
        assert _squeezed(sentence.text) in text


@pytest.mark.parametrize("name", NAMES)
def test_no_personal_value_stands_anywhere(name, samples, scheme, pool, pdfs):
    """The value stands in quotes, details, titles and a file's name of the samples; its digits stand in no report."""
    digits = re.sub(r"\D", "", SECRET)
    page = render(samples[name].report(scheme), ".html", pool).decode()
    assert digits in _squeezed(repr(samples[name]))
    for text in (page, pdfs[name][0].get_text()):
        assert digits not in re.sub(r"[\s-]", "", text)


def test_a_file_whose_name_may_name_a_patient_is_told_by_its_number(samples, scheme):
    said = lines(samples["faulty"].report(scheme))
    assert "file 4 of 5 (name withheld)" in said["Inside files"]
    assert "a file whose name is withheld" in said["Files"]


def test_an_item_whose_label_may_name_a_patient_is_told_by_its_number(told, clear):
    named = replace(item("1", (6, 6)), id=f"{SECRET} knee")
    notes = Notes()
    notes.add("dates.undated", "No date found", evidence_id=named.id)
    report = told(notes, evidence=(named, *clear.portfolio.evidence[1:]), unresolved=(("1.1", SECRET),))
    assert lines(report)["Without a date"] == "Look: no date found - item no. 1 of 16 (label withheld)."
    assert lines(report)["Claims leading nowhere"] == "Look: 1.1 to item (label withheld)."
    assert SECRET not in repr(report)


def test_where_nobody_can_tell_whether_a_name_is_personal_none_is_said(told, monkeypatch):
    def broken(*_):
        raise SchemeError("not valid")

    monkeypatch.setattr(naming, "check_data", broken)
    report = told(documents=(document(), document("film.mp4", 0)))
    assert "file 2 of 2 (name withheld)" in lines(report)["Files"]
    assert "film" not in repr(report)


def test_names_that_look_like_mark_up_stay_words(samples, scheme, pool):
    page = render(samples["faulty"].report(scheme), ".html", pool).decode()
    assert "<b>" not in page
    hostile = replace(samples["clear_award"], reference="<script>x</script>")
    portfolio = replace(hostile.portfolio, applicant_name="</p><script>alert(1)</script>", orphans=("<img src=x>",))
    page = render(replace(hostile, portfolio=portfolio).report(scheme), ".html", pool).decode()
    assert "<script" not in page
    assert "<img" not in page
    assert page.count("&lt;script&gt;") >= 2


def test_a_name_with_braces_is_not_filled(told):
    assert "item {n}{0}" in lines(told(orphans=("{n}{0}",)))["Items nobody cites"]


def test_long_names_are_cut_in_the_middle(told):
    said = lines(told(documents=(document(), document(f"{'x' * 90}end.mp4", 0))))["Files"]
    assert "xxend.mp4" in said
    assert "x" * 40 not in said


def test_nothing_to_send_back_is_said(told):
    assert asks(told()) == ["Nothing was found that would have to be sent back."]


@pytest.mark.parametrize(
    "changes",
    [{"documents": (document(pages_without_text=(6,)),)}, {"looked": ("dates",)}],
    ids=["unread page", "checks that did not run"],
)
def test_what_was_not_looked_at_qualifies_that_nothing_was_found(told, changes):
    (said,) = asks(told(**changes))
    assert "as far as could be looked" in said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"tables": ()}, "No cross reference table"),
        ({"contents_list": None}, "No contents list"),
        ({"evidence": ()}, "No items of evidence"),
        ({"documents": (document(), document("film.mp4", 0))}, "Not opened: film.mp4."),
        ({"unresolved": (("2.2", "99"),)}, "Claims that lead nowhere: 2.2 to item 99."),
        ({"cross_references": (entry("1.1", "1"),)}, "Only 1 of 16 sub-categories are claimed and 14 are asked for."),
    ],
)
def test_what_is_wanting_in_the_portfolio_is_listed_to_send_back(told, changes, said):
    (sentence,) = asks(told(**changes))
    assert sentence.startswith(said)


@pytest.mark.parametrize(
    ("name", "more", "said"),
    [
        ("referee.signed_none", {"places": at(4)}, "Authentication not signed - page 4."),
        ("referee.is_applicant", {"places": at(4)}, "Referee seems to be the applicant - page 4."),
        ("exam.course", {"places": at(9), "evidence_id": "4"}, "Course certificate - item 4 (page 9)."),
        (
            "personal_data.dob",
            {"places": at(8, 9, 10), "evidence_id": "3", "likelihood": LIKELY},
            "Patients' details are likely: item 3 (pages 8-10).",
        ),
        (
            "active.dead_icon",
            {"places": at(6), "evidence_id": "1"},
            "Not sent: icon with nothing behind it - item 1 (page 6).",
        ),
    ],
)
def test_findings_to_send_back_name_the_place(told, name, more, said):
    titles = {
        "signed_none": "Authentication not signed",
        "is_applicant": "Referee seems to be the applicant",
        "course": "Course certificate",
        "dob": "Date of birth",
        "dead_icon": "Icon with nothing behind it",
    }
    notes = Notes()
    notes.add(name, titles[name.partition(".")[2]], **more)
    (sentence,) = asks(told(notes))
    assert sentence.startswith(said)


def test_findings_that_need_nothing_sent_again_are_not_listed(told):
    notes = Notes()
    notes.add("active.macro", "Macros in the file", evidence_id="1", places=at(6))
    notes.add("dates.undated", "No date found", evidence_id="2")
    report = told(notes)
    assert asks(report) == ["Nothing was found that would have to be sent back."]
    assert lines(report)["Linked or active"] == "Look: macros in the file - item 1 (page 6)."
    assert lines(report)["Without a date"] == "Look: no date found - item 2."


def test_a_confidential_finding_is_never_listed(told):
    notes = Notes()
    notes.add("redactions.readable", "Much like EX-9", evidence_id="1", confidential=True)
    report = told(notes)
    assert asks(report) == ["Nothing was found that would have to be sent back."]
    assert "EX-9" not in " ".join(lines(report).values())


def test_two_of_sixteen_may_be_left_unclaimed(told, clear):
    report = told(cross_references=clear.portfolio.cross_references[:14])
    assert lines(report)["Sub-categories claimed"] == "14 of 16. Without a claim: 8.1 and 8.2."
    assert asks(report) == ["Nothing was found that would have to be sent back."]


def test_long_lists_are_cut_and_say_by_how_much(samples, scheme):
    report = samples["long_one"].report(scheme)
    assert lines(report)["Items nobody cites"].endswith("4 and 56 more.")
    assert lines(report)["Claims leading nowhere"].endswith("and 39 more.")
    assert asks(report)[-1].startswith("And ")


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ((6,), "page 6"),
        ((8, 6, 7, 6), "pages 6-8"),
        ((6, 8, 10, 12, 14), "pages 6, 8, 10, 12 and 14"),
        ((6, 8, 10, 12, 14, 15), "pages 6, 8, 10, 12 and 2 others"),
    ],
)
def test_pages_are_told_in_runs_and_one_alone_is_never_left_out(told, pages, said):
    notes = Notes()
    notes.add("redactions.readable", "Readable", evidence_id="1", places=at(*pages))
    assert lines(told(notes))["Covered words"] == f"Look: readable - item 1 ({said})."


def test_a_check_that_did_not_run_is_said_not_to_have(told):
    report = told(Notes(), looked=("dates", "exam"))
    assert lines(report)["Personal data, likely"] == "Not checked: not looked for."
    assert lines(report)["Covered words"] == "Not checked: not looked for."
    assert lines(report)["Alike within"] == "Not checked: not looked for."
    assert "personal data" in lines(report)["Checks not run"]
    assert "Checks not run" not in lines(told())


def test_a_comparison_that_was_not_made_is_said_not_to_have_been(told):
    assert lines(told())["Alike elsewhere"] == "Not checked: not compared with other applications."
    assert lines(told(compared_with=2))["Alike elsewhere"] == "Other applications compared with: 2; no item much alike."


def test_an_item_of_another_application_is_told_from_this_ones_side(told, samples):
    pair = replace(samples["faulty"].across[0], application="EX-0002", other_application="EX-0001")
    others = replace(pair, other_application="EX-0003")
    said = lines(told(across=(pair, others), compared_with=2))["Alike elsewhere"]
    assert said == "Look: item 3 and item 7 of application EX-0002 (about 86 %)."


def test_files_are_named_where_there_are_several(told):
    more = told(documents=(document(), document(FRONT, 2)))
    assert lines(more)["Contents list"] == f"Found: {ONE}, page 2."
    assert lines(told())["Contents list"] == "Found: page 2."


def test_an_item_in_two_files_names_both(told, clear):
    both = replace(item("1", (6, 6)), spans=(*item("1", (6, 6)).spans, *item("1", (2, 2), file=FRONT).spans))
    notes = Notes()
    notes.add("redactions.readable", "Readable", evidence_id="1", places=(*at(6), *at(2, file=FRONT)))
    report = told(notes, evidence=(both, *clear.portfolio.evidence[1:]), documents=(document(), document(FRONT, 2)))
    assert lines(report)["Covered words"] == f"Look: readable - item 1 ({ONE}, page 6 and {FRONT}, page 2)."


def test_files_of_one_name_are_told_apart_by_their_folders(told):
    report = told(documents=(document(), document("a/film.mp4", 0), document("b/film.mp4", 0)))
    assert "a/film.mp4 and b/film.mp4" in lines(report)["Files"]


def test_an_application_of_which_nothing_is_known_has_a_report(told):
    report = told(Notes(), documents=(), tables=(), contents_list=None, cross_references=(), evidence=(), looked=())
    assert "no items of evidence" in lines(report)["Items nobody cites"]


def test_a_scheme_without_the_words_is_refused(clear, scheme):
    with pytest.raises(SchemeError, match="report_passages"):
        clear.report(replace(scheme, report_passages={}))


def _squeezed(text):
    return re.sub(r"\s", "", text)


def test_large_print_says_the_same_on_more_pages(samples, scheme, pool, pdfs):
    large = pymupdf.open(stream=render(samples["faulty"].report(scheme), ".pdf", pool, large_print=True))
    assert len(large) > 1
    sizes = [round(span["size"]) for page in large for span in _spans(page)]
    assert max(set(sizes), key=sizes.count) == 18
    small = {round(span["size"], 1) for span in _spans(pdfs["faulty"][0])}
    assert min(small) >= 8


def test_the_lines_are_lead_and_words_in_html(samples, scheme, pool):
    page = render(samples["clear_award"].report(scheme), ".html", pool).decode()
    assert '<body class="compact">' in page
    assert '<p class="line"><strong>Contents list</strong> <span>Found: page 2.</span></p>' in page


def _spans(page):
    for block in page.get_text("dict")["blocks"]:
        for line in block.get("lines", ()):
            yield from line["spans"]
