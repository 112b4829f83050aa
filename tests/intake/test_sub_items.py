"""Items that come in parts, and titles in the contents list that take two lines."""

import pytest

from mrse_assess.intake.text.labels import id_key, read_label

PARTS = {"1": 2, "2(i)": 1, "2(ii)": 3, "3": 1, "4(i)": 2, "4(ii)": 1, "4(iii)": 2}
LONG = "How we scan patients whose implant has a magnet that cannot be taken out, from referral"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Document 4(ii): Title", "4ii"),
        ("Evidence 7 (iii) Title", "7iii"),
        ("Item 3(A)", "3a"),
        ("E4(ix)", "4ix"),
        ("Exhibit 5iv", "5iv"),
        ("Document 4 (in part)", "4"),
        ("Document 4 (MRI)", "4"),
    ],
)
def test_parts_may_bear_roman_numbers(text, found):
    assert read_label(text).id == found


def test_roman_parts_stand_in_order():
    ids = ["4", "4i", "4ii", "4iii", "4iv", "4v", "4vi", "4ix", "4x", "5"]
    assert sorted({*ids}, key=id_key) == ids


def in_parts(segments, *, over):
    made = segments.drawn()
    rows = [("Sub-category", "Evidence"), ("1.1", "Evidence 1"), ("1.2", "Evidence 2(i)"), ("2.1", "Evidence 2(ii)")]
    rows += [("2.2", "Evidence 2"), ("3", "Evidence 3"), ("4.1", "Evidence 4(i) and (iii)"), ("4.2", "Evidence 4")]
    made.table(made.page(title="Experience Cross Reference Table"), rows, (90, 300))
    for label, length in PARTS.items():
        whole, _, part = label.partition("(")
        made.evidence(
            f"Evidence {label}", length, "Work", head=f"Evidence {whole}" if over and part in {"i)", "ii)"} else ""
        )
    return made


@pytest.mark.parametrize("over", [False, True])
def test_an_item_in_parts_is_its_parts_and_all_of_them_are_cited(segments, over):
    found = segments.read(in_parts(segments, over=over))
    assert [item.id for item in found.evidence] == [label.replace("(", "").replace(")", "") for label in PARTS]
    assert not found.orphans
    whole = next(entry for entry in found.cross_references if entry.sub_category == "2.2")
    assert sum(span.last - span.first + 1 for span in whole.spans) == PARTS["2(i)"] + PARTS["2(ii)"]


@pytest.mark.parametrize("second", ["to discharge", "3 T and 1.5 T", "2024"])
def test_a_title_goes_on_in_a_line_that_stands_close_below(segments, second):
    made = segments.drawn()
    page, y = made.page(title="Contents"), 130
    for number, _, title in segments.numbered():
        page.insert_text((72, y), f"Evidence {number}: {LONG if number == 3 else title}", fontsize=10)
        y += 20
        if number == 3:
            page.insert_text((72, y - 7), second, fontsize=10)
            y += 13
    page.insert_text((500, 800), "ii", fontsize=9)
    segments.with_table(made, segments.claims)
    for number, length, _ in segments.numbered():
        made.evidence(f"Evidence {number}", length)
    titles = [item.title for item in segments.read(made).evidence]
    assert titles[2] == f"{LONG} {second}"
    assert titles[-1] == segments.titles[-1]


def test_a_matrix_of_the_file_itself_is_no_contents_list(segments):
    titles = [f"Document {number}: {title}" for number, _, title in segments.numbered()]
    front = segments.drawn(file="Front.docx")
    front.page(*titles, title="List of evidence")
    front.page(title="Experience Cross Reference Table")
    codes = sorted(segments.claims)
    ticks = [
        (f"Document {number}", *("x" if place % 12 == number - 1 else "" for place in range(16)))
        for number in range(1, 13)
    ]
    tables = (segments.native([("Evidence", *codes), *ticks], (2,)),)
    files = [segments.document("Front.docx", front.reading().pages, tables=tables)]
    for number, length, _ in segments.numbered():
        file = segments.drawn(file=f"Document {number}.pdf")
        file.evidence("", length)
        files.append(file)
    assert [item.title for item in segments.read(*files).evidence] == list(segments.titles)
