"""Files as items: labels in names of every style, folders, several items in one of several files."""

import pytest

from mrse_assess.intake.text.labels import file_label
from mrse_assess.model.pages import Bookmark
from mrse_assess.terms import MediaKind


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("07_quench_email.pdf", "7"),
        ("E7 quench.pdf", "7"),
        ("E07-quench", "7"),
        ("Evidence 7.pdf", "7"),
        ("evidence_07_final_v2.docx", "7"),
        ("Ev.7 - Quench (v3).pdf", "7"),
        ("Item 12.eml", "12"),
        ("Evidence No 3 - Minutes 2024-05-06.pdf", "3"),
        ("4a policy.pdf", "4a"),
        ("4(a) policy.pdf", "4a"),
        ("Appendix B.pdf", "B"),
        ("B - audit.pdf", "B"),
        ("2024-05-06 minutes.pdf", None),
        ("20240506 minutes.pdf", None),
        ("2024-05-06 Evidence 4 minutes.pdf", "4"),
        ("2024-05-06_E12_minutes.pdf", "12"),
        ("MRSE portfolio - Evidence 9 - pump.pdf", "9"),
        ("A Person Evidence 3.pdf", "3"),
        ("quench policy v2.1.pdf", None),
        ("1.5T scanner tender.pdf", None),
        ("3T acceptance.pdf", None),
        ("4.1 stimulator.pdf", "4.1"),
        ("#5 audit.pdf", "5"),
        ("No. 6 audit.pdf", "6"),
        ("audit_of_rules_(E11).pdf", "11"),
        ("NF_EvidenceIV_Emails_v2.eml", "IV"),
        ("AppendixB quench.pdf", "B"),
        ("DocumentVersion control.pdf", None),
    ],
)
def test_labels_are_read_from_file_names(name, label):
    found = file_label(f"Some folder/{name}")
    assert (found.id if found is not None else None) == label


def files_of(segments, name_of):
    files = [segments.front("table.pdf")]
    for number, length, title in segments.numbered():
        file = segments.drawn(file=name_of(number, title))
        file.evidence("", length)
        files.append(file)
    return files


@pytest.mark.parametrize(
    "style",
    [
        "{title} (E{number}).pdf",
        "2024-0{half}-11_Evidence {number}_{title}.pdf",
        "A Person - evidence {number} - {title} v{half}.pdf",
        "E{number:02}",
        "Category {half}/{number:02} {title} - final.pdf",
    ],
)
def test_files_are_the_items_whatever_else_their_names_say(segments, style):
    def name(number, title):
        return style.format(number=number, title=title, half=1 + number // 2)

    expected = {str(number): ((name(number, title), 1, length),) for number, length, title in segments.numbered()}
    assert segments.spans_of(segments.read(*files_of(segments, name))) == expected


def test_files_named_by_title_are_the_items_that_the_contents_list_calls_so(segments):
    front = segments.drawn(file="front.pdf")
    page = front.page(title="Contents list")
    rows = [("Item", "Title"), *((f"Evidence {number}", title) for number, _, title in segments.numbered())]
    front.table(page, rows, (80, 300))
    segments.with_table(front, segments.claims)
    files = [front]
    for _, length, title in segments.numbered():
        file = segments.drawn(file=f"{title.replace(' ', '_')}_v2.pdf")
        file.evidence("", length)
        files.append(file)
    found = segments.read(*files)
    assert segments.spans_of(found) == {
        str(number): ((f"{title.replace(' ', '_')}_v2.pdf", 1, length),)
        for number, length, title in segments.numbered()
    }


def test_a_file_whose_name_says_nothing_is_labelled_by_its_first_page(segments):
    files = [segments.front("table.pdf")]
    for number, length, title in segments.numbered():
        file = segments.drawn(file=f"scan{100 - number}.pdf")
        file.evidence(f"Evidence {number}", length, title)
        files.append(file)
    assert segments.spans_of(segments.read(*files)) == {
        str(number): ((f"scan{100 - number}.pdf", 1, length),) for number, length, _ in segments.numbered()
    }


def test_several_items_may_be_in_each_of_several_files(segments):
    front, parts = segments.front("front.pdf"), {}
    expected = {}
    for number, length, title in segments.numbered():
        name = f"Part {1 + (number - 1) // 4}.pdf"
        part = parts.setdefault(name, segments.drawn(file=name))
        first = len(part.pdf) + 1
        part.page(title, title=f"Evidence {number}")
        part.evidence("", length)
        expected[str(number)] = ((name, first, first + length),)
    assert segments.spans_of(segments.read(front, *parts.values())) == expected


def test_one_file_of_several_may_hold_several_items(segments):
    files = [segments.front("front.pdf")]
    bound = segments.drawn(file="Implants.pdf")
    expected = {}
    for number, length, title in segments.numbered():
        if number in {7, 8, 9}:
            bound.bookmarks.append(Bookmark(level=1, title=f"Evidence {number}", page=len(bound.pdf) + 1))
            expected[str(number)] = (("Implants.pdf", len(bound.pdf) + 1, len(bound.pdf) + length),)
            bound.evidence("", length)
        else:
            files.append(segments.drawn(file=f"Evidence {number} {title}.pdf"))
            files[-1].evidence("", length)
            expected[str(number)] = ((files[-1].file, 1, length),)
    assert segments.spans_of(segments.read(*files, bound)) == expected


def test_the_files_of_an_items_folder_are_that_item_in_their_order(segments):
    files = [segments.front("table.pdf")]
    expected = {}
    for number, length, title in segments.numbered():
        names = [f"Evidence {number:02} {title}/{name}" for name in ("1 report.pdf", "2 mail.pdf", "figure.pdf")]
        for name in names:
            files.append(segments.drawn(file=name))
            files[-1].evidence("", length)
        expected[str(number)] = tuple((name, 1, length) for name in names)
    assert segments.spans_of(segments.read(*files)) == expected


def test_mail_documents_and_pictures_are_items(segments):
    files = [segments.front("table.pdf").reading()]
    kinds = [(MediaKind.EMAIL, "eml"), (MediaKind.DOCX, "docx"), (MediaKind.IMAGE, "jpg")]
    expected = {}
    for number, _, title in segments.numbered():
        media, ending = kinds[number % 3]
        name = f"Category {1 + number // 2}/{number:02} {title}.{ending}"
        made = segments.drawn(file=name)
        made.evidence("", 1)
        files.append(segments.document(name, made.reading().pages, media=media))
        expected[str(number)] = ((name, 1, 1),)
    assert segments.spans_of(segments.read(*files)) == expected


def test_parts_of_an_item_may_be_files_of_their_own(segments):
    claims = {"1.1": "4a", "1.2": "4b", "2.1": "7.1", "2.2": "7.2", "4.1": "1"}
    files = [segments.with_table(segments.drawn(file="table.pdf"), claims)]
    names = {
        "4a": "4a policy.pdf",
        "4b": "4b minutes.pdf",
        "7.1": "7.1 tender.pdf",
        "7.2": "7.2 plan.pdf",
        "1": "01 x.pdf",
    }
    for name in names.values():
        files.append(segments.drawn(file=name))
        files[-1].evidence("", 2)
    assert segments.spans_of(segments.read(*files)) == {each: ((name, 1, 2),) for each, name in names.items()}


def test_files_around_the_evidence_are_no_items(segments):
    def name(number, title):
        return f"{number:02} {title}.pdf"

    files = files_of(segments, name)
    for extra in ("CV.pdf", "Curriculum vitae A Person.pdf", "Referee letter.pdf", "00b Contents list.pdf"):
        files.append(segments.drawn(file=extra))
        files[-1].page("Words about the person")
    found = segments.read(*files)
    assert set(segments.spans_of(found)) == {str(number) for number in range(1, 13)}
    assert sum(problem.code == "file-not-an-item" for problem in found.problems) == 4


def test_files_around_the_evidence_may_be_numbered_with_it(segments):
    """The order in which to open the files: the contents are 01, and the first item is "Evidence 1" all the same."""
    files = [
        segments.with_table(segments.drawn(file="02 Experience Cross Reference Table.pdf"), {"1.1": "1", "1.2": "2"})
    ]
    for name in ("01 Contents.pdf", "03 Curriculum vitae.pdf"):
        files.append(segments.drawn(file=name))
        files[-1].page("Words about the person")
    for name in ("Evidence 1 Quench pipe.pdf", "Evidence 2 Audit.pdf"):
        files.append(segments.drawn(file=name))
        files[-1].evidence("", 2)
    assert segments.spans_of(segments.read(*files)) == {
        "1": (("Evidence 1 Quench pipe.pdf", 1, 2),),
        "2": (("Evidence 2 Audit.pdf", 1, 2),),
    }


def test_a_numbered_piece_about_contents_or_a_statement_is_an_item(segments):
    files = [segments.with_table(segments.drawn(file="table.pdf"), {"1.1": "1", "1.2": "2"})]
    for name in ("01 Contents of the MR safety file.pdf", "02 Statement on implants.pdf"):
        files.append(segments.drawn(file=name))
        files[-1].evidence("", 2)
    assert set(segments.spans_of(segments.read(*files))) == {"1", "2"}


def test_a_title_is_written_as_the_file_heads_itself(segments):
    files = [segments.with_table(segments.drawn(file="table.pdf"), {"1.1": "1", "1.2": "2"})]
    for name, heading in (("01 Quench pipe advice.pdf", "Quench-pipe: advice"), ("02 Emails.pdf", "Other words")):
        files.append(segments.drawn(file=name))
        files[-1].evidence(heading, 1)
    assert [item.title for item in segments.read(*files).evidence] == ["Quench-pipe: advice", "Emails"]


@pytest.mark.parametrize(
    "line",
    [
        "Item {} of the agenda was left to the next meeting of the group",
        "Document {} in the reading list is the best of them",
        "was taken with items {} to 12 together, as agreed before the meeting",
    ],
)
def test_a_sentence_that_begins_like_a_label_begins_no_item(segments, line):
    front = segments.drawn(file="front.pdf")
    page = front.page(title="Contents list")
    rows = [("Item", "Title"), *((str(number), title) for number, _, title in segments.numbered())]
    front.table(page, rows, (90, 300))
    files, expected = [segments.with_table(front, segments.claims)], {}
    for number, _, title in segments.numbered():
        file = segments.drawn(file=f"{number:02} {title}.pdf")
        file.page(*["Text of the work"] * 30, title=title)
        file.page(line.format(number % 12 + 1), *["Text of the work"] * 30, top=60)
        expected[str(number)] = ((f"{number:02} {title}.pdf", 1, 2),)
        files.append(file)
    assert segments.spans_of(segments.read(*files)) == expected
