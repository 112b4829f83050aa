"""Items counted within sub-categories: "Evidence 1.1-1", "E4.2-2"."""

import pytest

from .conftest import CODES


@pytest.fixture
def counted(drawn):
    """A table whose references are such labels, and an item for each."""

    def build(short, long, said=lambda _code, reference: reference):
        case = drawn()
        page = case.page("Experience Cross Reference Table")
        rows = [("Code", "Title", "Evidence")]
        rows += [(code, f"About {code}", said(code, short.format(code=code))) for code in CODES]
        case.table(page, rows, [50, 180, 220])
        for code in CODES:
            case.evidence(long.format(code=code), title=f"Survey of room {CODES.index(code)}")
        return case

    return build


@pytest.mark.parametrize(("short", "long"), [("Evidence {code}-1", "Evidence {code}-1"), ("E{code}-1", "E{code}-1")])
def test_the_number_is_part_of_the_label(counted, read, short, long):
    found = read(counted(short, long))
    assert sorted(item.id for item in found.evidence) == sorted(f"{code}-1" for code in CODES)
    assert {(each.sub_category, each.evidence_id) for each in found.cross_references} == {
        (code, f"{code}-1") for code in CODES
    }
    assert not found.unresolved


def test_titles_and_cells_are_given_as_written(counted, read):
    found = read(counted("Evidence {code}-1", "Evidence {code}-1"))
    assert {entry.text for entry in found.cross_references} == {f"Evidence {code}-1" for code in CODES}
    assert {item.title for item in found.evidence} == {f"Survey of room {n}" for n in range(len(CODES))}


def test_ranges_of_plain_items_stay_ranges(segments):
    made = segments.with_table(segments.drawn(), {"1.1": "Evidence 1-3", "4.2": "Evidence 4-5", "7.1": "Evidence 6"})
    for number in range(1, 7):
        made.evidence(f"Evidence {number}", 1)
    assert {each.evidence_id for each in segments.read(made).cross_references} == set("123456")
