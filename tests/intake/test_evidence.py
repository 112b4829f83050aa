"""Items of evidence are told apart by whatever marks their pages, and every page is in one item at most."""

import pytest

from mrse_assess.model.pages import Bookmark
from mrse_assess.terms import MediaKind


def front(portfolio, claims, titles=None):
    page = portfolio.page(title="Experience Cross Reference Table")
    portfolio.table(page, [("Sub-category", "Evidence"), *claims.items()], (90, 300))
    return portfolio


def spans(portfolio):
    return {item.id: tuple((span.file, span.first, span.last) for span in item.spans) for item in portfolio.evidence}


def in_one_file(lengths, start, file="Portfolio.pdf"):
    found, page = {}, start
    for number, length in enumerate(lengths, start=1):
        found[str(number)] = ((file, page, page + length - 1),)
        page += length
    return found


LENGTHS = (2, 1, 3, 1, 2, 4, 3, 1, 1, 2, 1, 2)


def test_headings_alone_tell_items_apart(drawn, read, claims):
    portfolio = front(drawn(), claims)
    for number, length in enumerate(LENGTHS, start=1):
        portfolio.evidence(f"Evidence {number}", length, title="A piece of work")
    assert spans(read(portfolio)) == in_one_file(LENGTHS, 2)


def test_stamps_in_the_head_of_each_page_tell_items_apart(drawn, read, claims):
    portfolio = front(drawn(), claims)
    for number, length in enumerate(LENGTHS, start=1):
        portfolio.evidence("", length, head=f"A. Person - MRSE portfolio     Evidence {number}")
    assert spans(read(portfolio)) == in_one_file(LENGTHS, 2)


def test_divider_pages_belong_to_the_item_they_announce(drawn, read, claims):
    portfolio = front(drawn(), claims)
    for number, length in enumerate(LENGTHS, start=1):
        portfolio.page("Minutes of a meeting", title=f"Evidence {number}")
        portfolio.evidence("", length)
    assert spans(read(portfolio)) == in_one_file([length + 1 for length in LENGTHS], 2)


def test_bookmarks_tell_items_apart(drawn, read, claims):
    portfolio, page = front(drawn(), claims), 2
    for number, length in enumerate(LENGTHS, start=1):
        portfolio.evidence("", length)
        portfolio.bookmarks.append(Bookmark(level=1, title=f"Evidence {number} - work", page=page))
        page += length
    found = read(portfolio)
    assert spans(found) == in_one_file(LENGTHS, 2)
    assert found.item("1").title == "work"


def test_an_item_named_in_running_text_does_not_begin_there(drawn, read, claims):
    portfolio = front(drawn(), claims)
    for number, length in enumerate(LENGTHS, start=1):
        portfolio.evidence(f"Evidence {number}", length, title="A piece of work")
        portfolio.page(
            "Evidence 3 shows how this was done and is described there at much more length than here, in words",
            *["More text of the work"] * 12,
        )
    assert spans(read(portfolio)) == in_one_file([length + 1 for length in LENGTHS], 2)


def test_appendices_and_agenda_items_inside_an_item_begin_nothing(drawn, read, claims):
    portfolio = front(drawn(), claims)
    for number, length in enumerate(LENGTHS, start=1):
        portfolio.evidence(f"Evidence {number}", length, title="Minutes")
        portfolio.page(*["Discussion of the matter at hand"] * 20, title="Item 3 Quench pipe")
        portfolio.page(*["Discussion of the matter at hand"] * 20, title="Appendix A Terms")
    assert spans(read(portfolio)) == in_one_file([length + 2 for length in LENGTHS], 2)


def test_a_category_divider_between_items_is_in_no_item(drawn, read, claims):
    portfolio = front(drawn(), claims)
    portfolio.evidence("Evidence 1", 2)
    portfolio.page(title="Category 2")
    for number in range(2, 13):
        portfolio.evidence(f"Evidence {number}", 1)
    found = spans(read(portfolio))
    assert (found["1"], found["2"]) == ((("Portfolio.pdf", 2, 3),), (("Portfolio.pdf", 5, 5),))


def test_no_page_is_in_two_items_and_front_pages_are_in_none(drawn, read, claims):
    portfolio = drawn()
    portfolio.page(title="Contents list")
    front(portfolio, claims)
    for number, length in enumerate(LENGTHS, start=1):
        portfolio.evidence(f"Evidence {number}", length, head=f"Evidence {number}")
    pages = [page for item in read(portfolio).evidence for span in item.spans for page in span.pages]
    assert len(pages) == len(set(pages))
    assert min(pages) == 3


def test_one_file_an_item_takes_its_label_from_the_file_name(drawn, read, claims):
    files = [front(drawn(file="Cross reference table.pdf"), claims)]
    names = {number: f"{number:02}_work_{'abcdefghijkl'[number - 1]}.pdf" for number in range(1, 13)}
    for name in names.values():
        file = drawn(file=f"evidence/{name}")
        file.evidence("", 2)
        files.append(file)
    found = read(*files)
    assert spans(found) == {str(number): ((f"evidence/{name}", 1, 2),) for number, name in names.items()}
    assert found.unresolved == ()


def test_a_folder_with_a_label_is_one_item_of_several_files(drawn, read, make_document, claims):
    files = [front(drawn(file="table.pdf"), claims)]
    for name in ("email.pdf", "photo.pdf"):
        file = drawn(file=f"Evidence 7/{name}")
        file.evidence("", 1)
        files.append(file)
    assert spans(read(*files))["7"] == (("Evidence 7/email.pdf", 1, 1), ("Evidence 7/photo.pdf", 1, 1))


def test_the_same_label_in_two_folders_is_two_items_and_a_problem(drawn, read, claims):
    files = [
        front(
            drawn(file="table.pdf"),
            {"1.1": "Evidence 1", "1.2": "Evidence 2", "4.1": "Evidence 1", "4.2": "Evidence 3"},
        )
    ]
    for name in (
        "Category 1/01 minutes.pdf",
        "Category 4/01 implant.pdf",
        "Category 1/02 policy.pdf",
        "Category 4/03 advice.pdf",
    ):
        file = drawn(file=name)
        file.evidence("", 1)
        files.append(file)
    found = read(*files)
    assert set(spans(found)) == {"Category 1/1", "Category 4/1", "2", "3"}
    assert [problem.code for problem in found.problems].count("label-used-twice") == 2
    led = {entry.sub_category: entry.spans[0].file for entry in found.cross_references}
    assert (led["1.1"], led["4.1"]) == ("Category 1/01 minutes.pdf", "Category 4/01 implant.pdf")


def test_pictures_and_emails_are_items_of_one_page(drawn, read, make_document, claims):
    photo = drawn(file="08_photo.png")
    photo.page()
    reading = make_document("08_photo.png", photo.reading().pages, media=MediaKind.IMAGE)
    found = read(front(drawn(file="table.pdf"), claims), reading)
    assert spans(found)["8"] == (("08_photo.png", 1, 1),)
    assert any(problem.code == "pages-not-read" for problem in found.problems)


def test_lettered_items_are_found(drawn, read):
    letters = "ABCDEF"
    claims = dict(
        zip(("1.1", "1.2", "2.1", "2.2", "4.1", "4.2"), (f"Appendix {letter}" for letter in letters), strict=True)
    )
    portfolio = front(drawn(), claims)
    for letter in letters:
        portfolio.evidence(f"Appendix {letter}", 2, title="Work")
    found = read(portfolio)
    assert list(spans(found)) == list(letters)
    assert found.unresolved == ()


def test_sub_items_are_items_of_their_own(drawn, read):
    portfolio = front(
        drawn(), {"1.1": "Evidence 1", "1.2": "Evidence 2a, 2b", "2.1": "Evidence 3", "2.2": "Evidence 2b"}
    )
    for label in ("1", "2a", "2b", "3"):
        portfolio.evidence(f"Evidence {label}", 2, title="Work")
    assert list(spans(read(portfolio))) == ["1", "2a", "2b", "3"]


@pytest.mark.parametrize("leader", [" " + "." * 40 + " ", "   "])
def test_the_contents_list_gives_titles_and_claims(drawn, read, claims, leader):
    portfolio = drawn()
    lines = [f"Evidence {number}  Work number {number}{leader}{number + 10}" for number in range(1, 13)]
    portfolio.page(*lines, title="Contents")
    front(portfolio, claims)
    for number in range(1, 13):
        portfolio.evidence(f"Evidence {number}", 1)
    found = read(portfolio)
    assert found.contents_list.pages == (1,)
    assert [item.title for item in found.evidence] == [f"Work number {number}" for number in range(1, 13)]


def test_a_listed_item_that_is_not_there_is_a_problem(drawn, read, claims):
    portfolio = drawn()
    page = portfolio.page(title="Contents list")
    rows = [
        ("Item", "Title", "Sub-category"),
        *((str(number), f"Work number {number}", "1.1; 2.2") for number in range(1, 15)),
    ]
    portfolio.table(page, rows, (50, 250, 100))
    front(portfolio, claims)
    for number in range(1, 13):
        portfolio.evidence(f"Evidence {number}", 1)
    found = read(portfolio)
    assert found.item("3").claimed == ("1.1", "2.2")
    missing = [problem.found for problem in found.problems if problem.code == "listed-item-missing"]
    assert len(missing) == 1
    assert "items 13 and 14," in missing[0]


@pytest.mark.parametrize(
    "header", [("Item", "Date", "Title", "Sub-category"), ("Item", "Completed", "What it is", "Sub-category")]
)
def test_a_short_title_beside_a_long_date_is_still_the_title(drawn, read, claims, header):
    portfolio = drawn()
    page = portfolio.page(title="Contents list")
    rows = [header, *((f"Evidence {number}", "26 November 2025", f"Pump {number}", "1.1") for number in range(1, 13))]
    portfolio.table(page, rows, (70, 150, 150, 80))
    front(portfolio, claims)
    for number in range(1, 13):
        portfolio.evidence(f"Evidence {number}", 1, title="Another heading")
    assert [item.title for item in read(portfolio).evidence] == [f"Pump {number}" for number in range(1, 13)]


def test_a_title_that_is_shorter_than_its_description_is_the_title(drawn, read, claims):
    portfolio = drawn()
    page = portfolio.page(title="Contents list")
    rows = [("Item", "Title", "Description")]
    rows += [(f"Evidence {number}", f"Audit {number}", "What I did and why, at length") for number in range(1, 13)]
    portfolio.table(page, rows, (70, 150, 200))
    front(portfolio, claims)
    for number in range(1, 13):
        portfolio.evidence(f"Evidence {number}", 1)
    assert [item.title for item in read(portfolio).evidence] == [f"Audit {number}" for number in range(1, 13)]


FILES = {
    str(number): f"Category {1 + number // 3}/{number:02}_work_{'abcdefghijkl'[number - 1]}.pdf"
    for number in range(1, 13)
}


def numbered_headings(portfolio):
    """A document with numbered headings of its own, one a page."""
    for number, heading in enumerate(("Aim", "Method", "Result"), start=1):
        portfolio.evidence(str(number), 1, title=heading)
    return portfolio


def test_a_contents_list_may_name_the_files_themselves(drawn, read, make_document, case):
    rows = [("File", "Title", "Date", "Sub-categories")]
    codes = [code for code in case.codes if code not in {"3", "8.1", "8.2", "4.3"}]
    rows += [
        (name, f"Work {each}", "6 March 2024", code) for (each, name), code in zip(FILES.items(), codes, strict=True)
    ]
    table = [("Sub-category", "Evidence"), *case.claims.items()]
    page = drawn().page("Contents list", title="Portfolio").parent
    pages = drawn(pdf=page).reading().pages
    front_file = make_document(
        "00_contents.docx", pages, media=MediaKind.DOCX, tables=(case.native(rows), case.native(table))
    )
    found = read(front_file, *(numbered_headings(drawn(file=name)) for name in FILES.values()))
    assert spans(found) == {each: ((name, 1, 3),) for each, name in FILES.items()}
    assert [item.title for item in found.evidence] == [f"Work {each}" for each in FILES]
    assert [item.claimed for item in found.evidence] == [(code,) for code in codes]
    assert found.unresolved == ()


def test_numbered_headings_inside_files_named_as_items_begin_nothing(drawn, read, claims):
    extra = "Category 8/40_not_cited.pdf"
    files = [front(drawn(file="table.pdf"), claims)]
    files += [
        numbered_headings(drawn(file=name)) for name in (*FILES.values(), extra, "Category 8/procedure for theatre.pdf")
    ]
    found = spans(read(*files))
    assert {each: found[each] for each in FILES} == {each: ((name, 1, 3),) for each, name in FILES.items()}
    assert found["40"] == ((extra, 1, 3),)
    assert found["procedure for theatre"] == (("Category 8/procedure for theatre.pdf", 1, 3),)


def test_a_file_named_for_a_range_of_items_is_cut_into_them(drawn, read):
    claims = {"1.1": "1", "1.2": "2", "2.1": "3", "2.2": "4", "4.1": "5"}
    combined = numbered_headings(drawn(file="01-03 governance.pdf"))
    files = [front(drawn(file="table.pdf"), claims), combined]
    files += [numbered_headings(drawn(file=name)) for name in ("04 audit.pdf", "05 implant.pdf")]
    assert spans(read(*files)) == {
        "1": (("01-03 governance.pdf", 1, 1),),
        "2": (("01-03 governance.pdf", 2, 2),),
        "3": (("01-03 governance.pdf", 3, 3),),
        "4": (("04 audit.pdf", 1, 3),),
        "5": (("05 implant.pdf", 1, 3),),
    }


def test_a_file_in_which_no_item_was_found_is_said(drawn, read, claims):
    files = [front(drawn(file="table.pdf"), claims), *(numbered_headings(drawn(file=name)) for name in FILES.values())]
    cover = drawn(file="Cover statement.pdf")
    cover.evidence("", 1)
    found = read(*files, cover)
    assert [problem.locator.file for problem in found.problems if problem.code == "file-not-an-item"] == [cover.file]
    assert set(spans(found)) == set(FILES)


@pytest.mark.parametrize(
    ("name", "media"), [("Application form.xlsx", MediaKind.SPREADSHEET), ("My introduction.pptx", MediaKind.SLIDES)]
)
def test_sheets_and_slides_around_the_evidence_are_no_items(drawn, read, claims, make_document, name, media):
    files = [front(drawn(file="table.pdf"), claims), *(numbered_headings(drawn(file=each)) for each in FILES.values())]
    form = drawn(file=name)
    form.evidence("", 1)
    found = read(*files, make_document(name, form.reading().pages, media=media))
    assert set(spans(found)) == set(FILES)


@pytest.mark.parametrize("style", ["ruled", "none"])
def test_file_names_broken_over_lines_still_name_the_items(drawn, read, claims, style):
    contents = drawn(file="00 contents.pdf")
    codes = ("1.1", "1.2", "2.1", "2.2", "4.1", "4.2", "5.1", "5.2", "6.1", "6.2", "7.1", "7.2")
    rows = [("File", "Title", "Date", "Sub-categories")]
    rows += [
        (name.replace("_work", "_\nwork"), f"Work {each}", "6 March 2024", code)
        for (each, name), code in zip(FILES.items(), codes, strict=True)
    ]
    contents.table(contents.page(title="Contents list"), rows, (160, 110, 90, 90), style=style)
    front(contents, claims)
    found = read(contents, *(numbered_headings(drawn(file=name)) for name in FILES.values()))
    assert [(item.title, item.claimed) for item in found.evidence] == [
        (f"Work {each}", (code,)) for each, code in zip(FILES, codes, strict=True)
    ]
