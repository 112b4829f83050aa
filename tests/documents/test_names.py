"""Names of files: tidied, numbered, made visible."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mrse_assess.documents.names import is_ignored, numbered, tidy_name, visible
from mrse_assess.documents.values import StoredFile
from mrse_assess.terms import MediaKind


@given(st.text(max_size=60))
def test_a_tidied_name_is_a_plain_path_below_the_portfolio(raw):
    name, _ = tidy_name(raw, 1000)
    parts = name.split("/")
    assert name
    assert all(part not in {"", ".", ".."} for part in parts)
    assert not name.startswith("/")
    assert "\\" not in name
    assert tidy_name(name, 1000)[0] == name or ":" in name


@given(st.text(max_size=40))
def test_a_visible_name_can_be_printed_and_plain_names_stay(raw):
    shown = visible(raw)
    assert shown.isprintable()
    assert visible("Evidence 07 \u2013 quench, caf\u00e9.pdf") == "Evidence 07 \u2013 quench, caf\u00e9.pdf"


@pytest.mark.parametrize(
    ("raw", "name", "outside"),
    [
        ("a/b.pdf", "a/b.pdf", False),
        ("a\\b.pdf", "a/b.pdf", False),
        ("./a//b.pdf", "a/b.pdf", False),
        ("../a.pdf", "a.pdf", True),
        ("/a.pdf", "a.pdf", True),
        ("C:\\a.pdf", "a.pdf", True),
        ("..", "unnamed", True),
        ("cafe\u0301.pdf", "caf\u00e9.pdf", False),
    ],
)
def test_names_are_tidied(raw, name, outside):
    assert tidy_name(raw, 1000) == (name, outside)


def test_hidden_and_direction_characters_are_made_visible():
    assert visible("a\u202eb\n\t\x00\x7f\u200d") == "a\u27e8U+202E\u27e9b\u2424\u2409\u2400\u2421\u27e8U+200D\u27e9"


@given(st.lists(st.sampled_from(["a.pdf", "a (2).pdf", "b/a.pdf", "b"]), max_size=8))
def test_numbered_names_are_all_different_and_the_first_keeps_its_own(names):
    file = StoredFile(name="", sha256="0" * 64, size=1, media=MediaKind.TEXT, form="text")
    result = numbered(tuple(replace(file, name=name) for name in names))
    assert len(set(result)) == len(names)
    assert all(result[names.index(name)] == name or name == "a (2).pdf" for name in set(names))


def test_files_nobody_sent_on_purpose_are_known():
    assert [
        is_ignored(name) for name in ("x/.DS_Store", "__MACOSX/a.pdf", "._a.pdf", "~$a.docx", "a.pdf", "Macosx/a")
    ] == [
        True,
        True,
        True,
        True,
        False,
        False,
    ]
