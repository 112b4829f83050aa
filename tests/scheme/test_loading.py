"""Reading the files of a scheme: the shipped one, another one, and files that cannot be read."""

import hashlib
import pickle
import shutil
from pathlib import Path

import pytest

from mrse_assess.errors import SchemeError
from mrse_assess.scheme import SHIPPED, load_scheme


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "copy"))


def one_file(folder: Path, target: Path) -> Path:
    """All files of a scheme in one. Plain keys come first, since TOML has them before the first table."""
    names = sorted(
        folder.glob("*.toml"), key=lambda file: (file.name not in {"scheme.toml", "reasons.toml"}, file.name)
    )
    texts = {file.name: file.read_text(encoding="utf-8") for file in names}
    slots = next(line for line in texts["reasons.toml"].splitlines() if line.startswith("person_slots"))
    texts["reasons.toml"] = texts["reasons.toml"].replace(slots, "")
    order = (
        "scheme.toml",
        "clauses.toml",
        "categories.toml",
        "rules.toml",
        "reasons.toml",
        "register.toml",
        "settings.toml",
        "letter.toml",
    )
    target.write_text("\n".join([slots, *(texts[name] for name in order)]), encoding="utf-8")
    return target


def test_the_shipped_scheme_says_which_it_is(shipped):
    assert (shipped.id, shipped.version) == ("ipem-mrse-2025", "1")
    assert shipped.guidance_name == "2025 applicant guidance"


def test_the_digest_is_of_the_files_bytes_in_the_order_of_their_names(shipped):
    content = b"".join(file.read_bytes() for file in sorted(SHIPPED.glob("*.toml")))
    assert shipped.digest == hashlib.sha256(content).hexdigest()


def test_any_change_of_a_byte_changes_the_digest(copy, shipped):
    with (copy / "settings.toml").open("ab") as file:
        file.write(b"\n")
    assert load_scheme(copy).digest != shipped.digest


def test_a_folder_elsewhere_loads_to_the_same_scheme(copy, shipped):
    assert load_scheme(copy) == shipped


def test_a_scheme_may_be_a_single_file(tmp_path, shipped):
    scheme = load_scheme(one_file(SHIPPED, tmp_path / "whole.toml"))
    assert (scheme.categories, scheme.rules, scheme.reasons) == (shipped.categories, shipped.rules, shipped.reasons)
    assert dict(scheme.passages) == dict(shipped.passages)


def test_files_other_than_toml_in_the_folder_are_left_alone(copy, shipped):
    (copy / "notes.txt").write_text("to be asked at the next meeting", encoding="utf-8")
    assert load_scheme(copy) == shipped


def test_a_scheme_can_be_sent_to_another_process(shipped):
    assert pickle.loads(pickle.dumps(shipped)) == shipped  # noqa: S301 - our own bytes


def test_a_file_with_windows_line_ends_reads_the_same(copy, shipped):
    file = copy / "rules.toml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert load_scheme(copy).rules == shipped.rules


def test_a_path_where_nothing_is_says_what_a_scheme_is(tmp_path):
    with pytest.raises(SchemeError, match=r"nowhere: cannot be read \(No such file or directory\); a scheme is a TOML"):
        load_scheme(tmp_path / "nowhere")


def test_a_folder_without_toml_files_is_refused(tmp_path):
    with pytest.raises(SchemeError, match=r"found no file whose name ends in \.toml"):
        load_scheme(tmp_path)


def test_a_file_that_is_not_toml_is_named_with_the_line(copy):
    with (copy / "rules.toml").open("a", encoding="utf-8") as file:
        file.write("threshold = fourteen\n")
    with pytest.raises(SchemeError, match=r"rules\.toml: is not valid TOML: .*line \d+"):
        load_scheme(copy)


def test_a_key_given_twice_in_one_table_is_refused(copy):
    with (copy / "letter.toml").open("a", encoding="utf-8") as file:
        file.write('"gap" = "again"\n')
    with pytest.raises(SchemeError, match=r"letter\.toml: is not valid TOML"):
        load_scheme(copy)


def test_a_file_that_is_not_utf_8_is_refused(copy):
    (copy / "rules.toml").write_bytes(b'note = "\xe9"\n')
    with pytest.raises(SchemeError, match=r"rules\.toml: is not text in UTF-8; save it as UTF-8"):
        load_scheme(copy)


def test_a_kind_of_entry_spread_over_two_files_is_refused(copy):
    with (copy / "settings.toml").open("a", encoding="utf-8") as file:
        file.write('[[part]]\nid = "another"\n')
    with pytest.raises(SchemeError, match=r'settings\.toml: "part" stands here and in rules\.toml; keep each kind'):
        load_scheme(copy)


def test_the_file_in_which_a_fault_stands_is_named(copy):
    file = copy / "rules.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('clause = "G3"', 'clause = "G33"', 1), encoding="utf-8")
    with pytest.raises(SchemeError, match=r'^rules\.toml, rule "simulated_limit", clause: found "G33"'):
        load_scheme(copy)
