"""The frame holds what is in force, and a file of it comes back exactly or is refused by row and column."""

import re
import tempfile
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest
import python_calamine
import xlsxwriter
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mrse_assess.errors import BadRequestError
from mrse_assess.model.judgement import Conclusion, Judgement, Judgements, PartConfirmation
from mrse_assess.model.wordings import Wording
from mrse_assess.records.frame import FORMATS, frame, from_frame, gathered, read_frame, write_frame
from mrse_assess.records.tables import guarded, unguarded
from mrse_assess.terms import Phase, Verdict

CODES = ("1.1", "1.2", "2.1", "2.2", "3", "4.1", "4.2", "4.3", "5.1", "5.2", "6.1", "6.2", "7.1", "7.2", "8.1", "8.2")
CONTRACT = """application attempt phase assessor sub_category evidence_id verdict reasons primary_reason simulated
    mhra_reference independent_group contribution feedback recorded_at scheme_version event seen target other_item quote
    page mhra_section to_panel""".split()  # noqa: SIM905 - as the contract lists them
HOSTILE = (
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "''=1", "'", "''", "'a", "\uff1d1", ' "quoted", '],
    ["a,b;c", "line\nbreak", "line\r\nbreak", "line\rbreak", " ", "  lead and trail  ", "\u202egnitrats", "\ufeffmark"],
    ["NA", "N/A", "null", "nan", "None", "true", "FALSE", "3", "3.0", "4.1", "07", "1e5", "2026-11-21", "1/2", "inf"],
    [
        "é",
        "e\u0301",
        "😀",
        "\u0007",
        "\x1b[31m",
        "\u2028",
        "\x85",
        "<b>&amp;</b>",
        "_x0041_",
        "http://example.org",
        "{=1}",
    ],
)
TEXTS = st.one_of(
    st.sampled_from([text for some in HOSTILE for text in some]),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12),
)
NAMES = TEXTS.filter(bool)
IDS = st.lists(NAMES.filter(lambda text: ";" not in text), max_size=3).map(tuple)
MICROSECONDS = st.integers(-(2**50), 2**54)
MOMENTS = st.none() | MICROSECONDS.map(lambda n: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=n))
SENTENCES = TEXTS.map(lambda text: "x" + text.replace("\n", " "))
WORDINGS = st.lists(
    st.builds(Wording, st.sampled_from(["undated", "relay_only"]), SENTENCES),
    max_size=2,
    unique_by=lambda one: one.reason,
).map(tuple)
OF_BOTH = {
    "evidence_date": st.sampled_from(["", "2021", "2021-03", "2021-03-05"]),
    "wording": WORDINGS,
    "application": NAMES,
    "attempt": st.integers(1, 9),
    "phase": st.sampled_from(Phase),
    "assessor": TEXTS,
    "sub_category": st.sampled_from(CODES),
    "reasons": IDS,
    "primary_reason": TEXTS,
    "feedback": TEXTS,
    "to_panel": TEXTS,
    "seen": TEXTS,
    "target": TEXTS,
    "other_item": TEXTS,
    "quote": TEXTS,
    "page": TEXTS,
    "scheme_version": TEXTS,
    "recorded_at": MOMENTS,
    "event": TEXTS,
}
JUDGEMENTS = st.builds(
    Judgement,
    **OF_BOTH,
    verdict=st.sampled_from([verdict for verdict in Verdict if verdict is not Verdict.NOTHING_OFFERED]),
    evidence_id=NAMES,
    simulated=st.booleans(),
    mhra_reference=st.booleans(),
    mhra_section=TEXTS,
    independent_group=TEXTS,
    contribution=IDS,
)
CONCLUSIONS = st.builds(Conclusion, **OF_BOTH, verdict=st.sampled_from(Verdict))
VALUES = st.lists(st.one_of(JUDGEMENTS, CONCLUSIONS), max_size=6, unique_by=lambda value: value.key)


def judgement(**said):
    usual = {
        "application": "A1",
        "attempt": 1,
        "phase": Phase.INDIVIDUAL,
        "assessor": "jo",
        "sub_category": "4.2",
        "evidence_id": "7",
        "verdict": Verdict.SATISFACTORY,
    }
    return Judgement(**{**usual, **said})


def conclusion(**said):
    usual = {name: value for name, value in vars(judgement()).items() if name in vars(Conclusion(**OWN))}
    return Conclusion(**{**usual, **said})


OWN = {
    "application": "A1",
    "attempt": 1,
    "phase": Phase.INDIVIDUAL,
    "assessor": "jo",
    "sub_category": "4.2",
    "verdict": Verdict.SATISFACTORY,
}


def group(values):
    """Values as they would be in force; the frame does not mind which group a value stands in."""
    return Judgements(
        application="A1",
        attempt=1,
        judgements=tuple(value for value in values if isinstance(value, Judgement)),
        conclusions=tuple(value for value in values if isinstance(value, Conclusion)),
    )


def written(tmp_path, text, name="frame.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


MINIMAL = "application,sub_category,evidence_id,verdict\nA1,4.2,7,satisfactory\n"


def test_columns_and_their_order_are_the_contracts():
    assert list(frame([]).columns) == CONTRACT
    assert list(frame([group([judgement()])], CODES).columns) == CONTRACT


@pytest.mark.parametrize("values", [[], [judgement()], [conclusion()]])
def test_every_column_has_its_type_whatever_it_holds(values):
    table = frame([group(values)], CODES)
    dtypes = {name: str(dtype) for name, dtype in table.dtypes.items()}
    assert dtypes.pop("attempt") == "Int64"
    assert dtypes.pop("simulated") == dtypes.pop("mhra_reference") == "boolean"
    assert dtypes.pop("recorded_at") == "datetime64[us, UTC]"
    for name in ("phase", "verdict", "sub_category"):
        assert dtypes.pop(name) == "category"
        assert table[name].cat.ordered
    assert set(dtypes.values()) == {"string"}
    assert tuple(table["sub_category"].cat.categories) == CODES
    assert list(table["verdict"].cat.categories) == [str(verdict) for verdict in Verdict]
    assert list(table["phase"].cat.categories) == ["individual", "moderation"]


def test_ids_are_texts_in_the_frame():
    values = [judgement(evidence_id=item) for item in ("3", "4.1", "07", "1e5", "NA", "nan", "true")]
    assert set(frame([group(values)])["evidence_id"]) == {"3", "4.1", "07", "1e5", "NA", "nan", "true"}


def test_rows_stand_in_the_order_of_the_scheme_with_the_conclusion_after_its_items():
    values = [
        conclusion(sub_category="3"),
        judgement(sub_category="3", evidence_id="10"),
        judgement(sub_category="3", evidence_id="9"),
        judgement(sub_category="1.1"),
        judgement(assessor="al"),
        judgement(phase=Phase.MODERATION, assessor="al"),
        judgement(application="A10"),
        judgement(application="A9"),
    ]
    table = frame([group(values)], CODES)
    columns = ("application", "phase", "assessor", "sub_category", "evidence_id")
    assert [tuple(row) for row in table[list(columns)].itertuples(index=False)] == [
        ("A1", "individual", "al", "4.2", "7"),
        ("A1", "individual", "jo", "1.1", "7"),
        ("A1", "individual", "jo", "3", "9"),
        ("A1", "individual", "jo", "3", "10"),
        ("A1", "individual", "jo", "3", ""),
        ("A1", "moderation", "al", "4.2", "7"),
        ("A9", "individual", "jo", "4.2", "7"),
        ("A10", "individual", "jo", "4.2", "7"),
    ]


def test_a_conclusion_has_no_flags_of_items():
    table = frame([group([conclusion(), judgement(simulated=True)])])
    assert table["simulated"].tolist() == [True, pd.NA]
    assert table["mhra_reference"].tolist() == [False, pd.NA]


def test_many_applications_stand_in_one_frame():
    first = Judgements(application="A1", attempt=1, judgements=(judgement(),))
    second = Judgements(application="A2", attempt=1, judgements=(judgement(application="A2"),))
    assert frame([second, first])["application"].tolist() == ["A1", "A2"]


def test_a_unit_that_is_there_twice_is_refused():
    with pytest.raises(BadRequestError, match="Rows 1, 2"):
        frame([group([judgement(), judgement(verdict=Verdict.NOT_SATISFACTORY)])])


def test_a_sub_category_that_the_scheme_has_not_is_refused():
    with pytest.raises(BadRequestError, match="Row 1, column sub_category"):
        frame([group([judgement(sub_category="4.9")])], CODES)


@pytest.mark.parametrize("ids", [("a;b",), ("",)])
def test_ids_that_would_not_come_apart_again_are_refused(ids):
    with pytest.raises(BadRequestError, match="semicolon"):
        frame([group([judgement(reasons=ids)])])


@settings(max_examples=40, deadline=None)
@given(values=VALUES)
def test_a_frame_gives_back_what_it_was_made_of(values):
    assert set(from_frame(frame([group(values)], CODES))) == set(values)


@pytest.mark.parametrize("ending", FORMATS)
@settings(max_examples=15, deadline=None)
@given(values=VALUES)
def test_a_file_gives_back_what_was_written_exactly_or_refuses_it(ending, values):
    table = frame([group(values)], CODES)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"frame{ending}"
        try:
            write_frame(table, path)
        except BadRequestError:
            assert ending == ".xlsx"
            assert not path.exists()
            assume(False)
        pd.testing.assert_frame_equal(read_frame(path, CODES), table)


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("some", HOSTILE)
def test_hostile_texts_come_back_from_every_format(tmp_path, ending, some):
    values = [
        judgement(evidence_id=text, feedback=text, application=text, assessor=text, independent_group=text)
        for text in some
    ]
    table = frame([group(values)], CODES)
    write_frame(table, tmp_path / f"frame{ending}")
    pd.testing.assert_frame_equal(read_frame(tmp_path / f"frame{ending}", CODES), table)


@pytest.mark.parametrize("text", ["\ufffe", "_x005F_x0041_", "x" * 32_768])
def test_a_text_that_a_spreadsheet_cannot_hold_exactly_is_refused_for_it_only(tmp_path, text):
    table = frame([group([judgement(feedback=text)])])
    with pytest.raises(BadRequestError, match="parquet"):
        write_frame(table, tmp_path / "frame.xlsx")
    assert list(tmp_path.iterdir()) == []
    write_frame(table, tmp_path / "frame.csv")
    pd.testing.assert_frame_equal(read_frame(tmp_path / "frame.csv"), table)


@given(text=st.text(st.sampled_from("'=+-@\t\r\n\uff1da1 "), max_size=6))
def test_a_guarded_text_is_no_formula_and_comes_back(text):
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(tuple("=+-@\t\r\n\uff1d"))


@given(one=TEXTS, other=TEXTS)
def test_two_texts_are_never_guarded_alike(one, other):
    assert (guarded(one) == guarded(other)) == (one == other)


def test_no_cell_of_a_written_file_is_a_formula_a_number_or_a_link(tmp_path):
    values = [judgement(evidence_id=str(place), feedback=text) for place, text in enumerate(HOSTILE[0])]
    write_frame(frame([group(values)]), tmp_path / "frame.xlsx")
    rows = python_calamine.CalamineWorkbook.from_path(str(tmp_path / "frame.xlsx")).get_sheet_by_index(0).to_python()
    assert {type(cell) for row in rows for cell in row} == {str}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_a_spreadsheet_says_nothing_of_who_wrote_it_and_when(tmp_path):
    write_frame(frame([group([judgement()])]), tmp_path / "frame.xlsx")
    with zipfile.ZipFile(tmp_path / "frame.xlsx") as file:
        core = file.read("docProps/core.xml").decode()
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 31, 0, 0, 0)}
    assert re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core) == ["2000-01-01T00:00:00Z"] * 2
    assert re.search(r"<dc:creator>(</dc:creator>)?<|<dc:creator/>", core) or "creator" not in core


@pytest.mark.parametrize("ending", FORMATS)
def test_the_same_frame_is_written_as_the_same_bytes(tmp_path, ending):
    table = frame([group([judgement(), conclusion()])], CODES)
    write_frame(table, tmp_path / f"one{ending}")
    write_frame(table.iloc[::-1], tmp_path / f"two{ending}")
    assert (tmp_path / f"one{ending}").read_bytes() == (tmp_path / f"two{ending}").read_bytes()
    assert (tmp_path / f"one{ending}").stat().st_mode & 0o777 == 0o600


def test_a_refused_write_leaves_the_file_before_it_alone(tmp_path):
    path = tmp_path / "frame.csv"
    write_frame(frame([group([judgement()])]), path)
    before = path.read_bytes()
    broken = read_frame(path)
    broken["verdict"] = "fine"
    with pytest.raises(BadRequestError, match="Row 1, column verdict"):
        write_frame(broken, path)
    assert path.read_bytes() == before


def test_columns_left_out_take_their_empty_value(tmp_path):
    (value,) = from_frame(read_frame(written(tmp_path, MINIMAL)))
    assert value == judgement(assessor="")


def test_a_frame_made_by_hand_needs_no_types():
    table = pd.DataFrame(
        {
            "application": ["A1"],
            "sub_category": ["4.2"],
            "evidence_id": ["7"],
            "verdict": ["satisfactory"],
            "attempt": [2],
        }
    )
    assert from_frame(table) == (judgement(assessor="", attempt=2),)


def test_columns_may_stand_in_any_order_and_empty_rows_are_left_out(tmp_path):
    text = "verdict,evidence_id,sub_category,application\n\n,,,\nsatisfactory,7,4.2,A1\n"
    assert from_frame(read_frame(written(tmp_path, text))) == (judgement(assessor=""),)


def test_a_header_alone_is_an_empty_frame(tmp_path):
    table = read_frame(written(tmp_path, ",".join(CONTRACT) + "\n"))
    assert (len(table), list(table.columns)) == (0, CONTRACT)


def test_a_file_saved_by_a_spreadsheet_with_a_byte_order_mark_is_read(tmp_path):
    assert len(read_frame(written(tmp_path, "\ufeff" + MINIMAL))) == 1


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("verdict", "fine"),
        ("verdict", ""),
        ("verdict", "nothing_offered"),
        ("phase", "later"),
        ("application", ""),
        ("sub_category", ""),
        ("attempt", "0"),
        ("attempt", "-1"),
        ("attempt", "1.5"),
        ("attempt", "²"),
        ("attempt", "9999999999"),
        ("simulated", "yes"),
        ("simulated", "1"),
        ("mhra_reference", "2"),
        ("reasons", "undated;"),
        ("contribution", ";"),
        ("recorded_at", "yesterday"),
        ("recorded_at", "2026-11-21"),
        ("recorded_at", "2026-11-21T14:02:07"),
        ("recorded_at", "0001-01-01T00:00:00+23:00"),
        ("feedback", "nul \x00"),
    ],
)
def test_a_bad_cell_is_refused_by_row_and_column_without_quoting_it(tmp_path, column, cell):
    good = {"application": "A1", "sub_category": "4.2", "evidence_id": "7", "verdict": "satisfactory"}
    second = {**good, "evidence_id": "8", column: cell}
    header = list(second)
    lines = [header, [good.get(name, "") for name in header], list(second.values())]
    path = written(tmp_path, "\n".join(",".join(line) for line in lines) + "\n")
    with pytest.raises(BadRequestError, match=f"Row 3, column {column}") as refused:
        read_frame(path)
    if cell in {"fine", "later", "yesterday", "nul \x00", "9999999999", "undated;"}:
        assert cell not in str(refused.value)


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("simulated", "true"),
        ("mhra_reference", "TRUE"),
        ("independent_group", "a"),
        ("contribution", "lead"),
        ("mhra_section", "4"),
    ],
)
def test_a_conclusion_with_what_only_an_item_has_is_refused(tmp_path, column, cell):
    text = f"application,sub_category,verdict,{column}\nA1,4.2,satisfactory,{cell}\n"
    with pytest.raises(BadRequestError, match=f"Row 2, column {column}"):
        read_frame(written(tmp_path, text))


def test_a_conclusion_may_say_false_where_it_says_nothing(tmp_path):
    text = "application,sub_category,verdict,simulated,mhra_reference\nA1,4.2,nothing_offered,false,False\n"
    (value,) = from_frame(read_frame(written(tmp_path, text)))
    assert isinstance(value, Conclusion)
    assert value.verdict is Verdict.NOTHING_OFFERED


def test_an_unknown_column_is_refused_naming_the_allowed(tmp_path):
    with pytest.raises(BadRequestError, match=r"column 5 is not known.*mhra_section, to_panel") as refused:
        read_frame(written(tmp_path, MINIMAL.replace("verdict\n", "verdict,private_note\n").replace("y\n", "y,x\n")))
    assert "private_note" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("application,application\nA1,A1\n", "twice"),
        (MINIMAL + "A1,4.2,8\n", "Row 3 .*3 cells and the header 4"),
        (MINIMAL + "A1,4.2,7,not_satisfactory\n", "Rows 2, 3 judge the same unit"),
        ('application\n"A1', "not a CSV table"),
        ("", "is empty"),
    ],
)
def test_a_table_that_is_none_is_refused(tmp_path, text, match):
    with pytest.raises(BadRequestError, match=match):
        read_frame(written(tmp_path, text))


def test_a_sub_category_that_the_scheme_has_not_is_refused_by_row(tmp_path):
    with pytest.raises(BadRequestError, match="Row 2, column sub_category"):
        read_frame(written(tmp_path, MINIMAL.replace("4.2", "4.20")), CODES)


@pytest.mark.parametrize("ending", [*FORMATS, ".ods"])
def test_files_that_cannot_be_read_are_refused(tmp_path, ending):
    for content in (b"\xff\xfe\x00garbage", b"PK\x03\x04\xff"):
        (tmp_path / f"frame{ending}").write_bytes(content)
        with pytest.raises(BadRequestError, match=f"frame{ending}"):
            read_frame(tmp_path / f"frame{ending}")
    with pytest.raises(BadRequestError, match=f"missing{ending}"):
        read_frame(tmp_path / f"missing{ending}")
    with pytest.raises(BadRequestError):
        write_frame(frame([]), tmp_path / "no folder" / f"frame{ending}")


def sheet(path, cells, **formats):
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet()
        for place, (name, cell) in enumerate(cells.items()):
            page.write_string(0, place, name)
            if isinstance(cell, datetime):
                page.write_datetime(1, place, cell, book.add_format({"num_format": "dd/mm/yyyy"}))
            else:
                page.write(1, place, cell)
    return path


def test_numbers_that_a_spreadsheet_made_of_ids_are_ids_again(tmp_path):
    cells = {
        "application": 12,
        "attempt": 2,
        "sub_category": 4.2,
        "evidence_id": 7,
        "verdict": "satisfactory",
        "simulated": True,
    }
    (value,) = from_frame(read_frame(sheet(tmp_path / "frame.xlsx", cells), CODES))
    assert value == judgement(application="12", attempt=2, assessor="", simulated=True)


@pytest.mark.parametrize("cell", [4.1, True, datetime(2026, 1, 4)])  # noqa: DTZ001 - a spreadsheet's date has no zone
def test_a_number_date_or_truth_value_where_an_id_belongs_is_refused(tmp_path, cell):
    cells = {"application": "A1", "sub_category": "4.2", "evidence_id": cell, "verdict": "satisfactory"}
    with pytest.raises(BadRequestError, match=r"Row 2, column evidence_id.*format the column as text"):
        read_frame(sheet(tmp_path / "frame.xlsx", cells))


def test_moments_are_kept_to_the_microsecond_and_in_utc(tmp_path):
    at = datetime(2026, 11, 21, 14, 2, 7, 123456, tzinfo=UTC)
    for ending in FORMATS:
        write_frame(frame([group([judgement(recorded_at=at)])]), tmp_path / f"frame{ending}")
        (value,) = from_frame(read_frame(tmp_path / f"frame{ending}"))
        assert (value.recorded_at, value.recorded_at.utcoffset()) == (at, timedelta(0))
    text = MINIMAL.replace("verdict\n", "verdict,recorded_at\n").replace("y\n", "y,2026-11-21T15:02:07.123456+01:00\n")
    (value,) = from_frame(read_frame(written(tmp_path, text)))
    assert value.recorded_at == at


def test_rows_and_parts_are_gathered_by_application_and_attempt():
    values = [
        judgement(),
        conclusion(),
        judgement(attempt=2),
        judgement(application="A10"),
        judgement(application="A9"),
    ]
    parts = (
        PartConfirmation(application="A1", attempt=2, part="exam", confirmed=True),
        PartConfirmation(application="B", attempt=1, part="exam", confirmed=False),
    )
    found = gathered(frame([group(values)]), parts)
    assert [(each.application, each.attempt) for each in found] == [
        ("A1", 1),
        ("A1", 2),
        ("A9", 1),
        ("A10", 1),
        ("B", 1),
    ]
    assert found[0] == Judgements(application="A1", attempt=1, judgements=(judgement(),), conclusions=(conclusion(),))
    assert found[1].parts == (parts[0],)
    assert found[4] == Judgements(application="B", attempt=1, parts=(parts[1],))


def test_a_frame_has_the_columns_added_since_only_where_a_row_fills_them():
    plain = judgement()
    own_words = (Wording("undated", "Item 7 has no day on it; it says: 1 March."),)
    dated = judgement(evidence_id="8", evidence_date="2021-03", wording=own_words)
    assert list(frame([group([plain])]).columns) == CONTRACT
    assert list(frame([group([plain, dated])]).columns) == [*CONTRACT, "evidence_date", "wording"]
    assert from_frame(frame([group([plain, dated])])) == (plain, dated)


@pytest.mark.parametrize("ending", FORMATS)
def test_date_and_own_words_come_back_from_a_file(tmp_path, ending):
    own_words = (Wording("undated", "No day: a month."), Wording("outdated", "It is of 2011."))
    said = (judgement(evidence_date="2021-03-05", wording=own_words), conclusion(evidence_date="2011"))
    path = tmp_path / f"frame{ending}"
    write_frame(frame([group(said)]), path)
    assert from_frame(read_frame(path)) == said


@pytest.mark.parametrize(
    ("cell", "read"),
    [("2021", "2021"), (2021, "2021"), ("2021-03", "2021-03"), (datetime(2021, 3, 5, tzinfo=UTC), "2021-03-05")],
)
def test_a_date_typed_into_a_spreadsheet_is_read_as_what_it_says(cell, read):
    table = frame([group([judgement()])]).assign(evidence_date=pd.Series([cell], dtype=object))
    (value,) = from_frame(table)
    assert value.evidence_date == read


@pytest.mark.parametrize(
    ("column", "cell"), [("evidence_date", "March 2021"), ("evidence_date", "2021-13"), ("wording", "no reason named")]
)
def test_a_date_or_own_words_that_do_not_fit_are_refused_by_row_and_column(column, cell):
    table = frame([group([judgement()])]).assign(**{column: [cell]})
    with pytest.raises(BadRequestError, match=f"Row 1, column {column}"):
        from_frame(table)
