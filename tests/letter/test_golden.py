"""The model letters, sentence by sentence. Rewrite them with: pytest tests/letter --golden-update."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from mrse_assess.letter.case import LetterCase
from mrse_assess.letter.gate import prepare
from mrse_assess.rendering.markdown import markdown
from mrse_assess.rendering.payload import payload_of

NAMES = (
    "award",
    "further_evidence",
    "not_awarded",
    "incomplete",
    "draft_with_gaps",
    "draft_without_outcome",
    "draft_pending",
)
DRAFTS = tuple(name for name in NAMES if name.startswith("draft"))


@pytest.mark.parametrize("name", NAMES)
def test_the_letter_reads_as_agreed(
    name: str, goldens: Mapping[str, LetterCase], golden: Callable[[str, str], None]
) -> None:
    case = goldens[name]
    letter, _ = prepare(case, head_now=case.record_head)
    text = markdown(payload_of(letter)).decode()
    text = text.replace(letter.letter_id, "LETTER-ID").replace(case.record_head[:8], "RECORD")
    golden(name, text)


def test_every_golden_file_is_used() -> None:
    assert {path.stem for path in (Path(__file__).parent / "golden").iterdir()} == set(NAMES)


@pytest.mark.parametrize("name", sorted(set(NAMES) - set(DRAFTS)))
def test_a_complete_letter_can_be_issued(name: str, goldens: Mapping[str, LetterCase]) -> None:
    case = goldens[name]
    letter, refusals = prepare(case, head_now=case.record_head)
    assert refusals == ()
    assert not letter.draft
    assert letter.mark == ""


@pytest.mark.parametrize("name", DRAFTS)
def test_a_draft_says_on_every_page_that_it_cannot_be_issued(name: str, goldens: Mapping[str, LetterCase]) -> None:
    case = goldens[name]
    letter, refusals = prepare(case, head_now=case.record_head)
    assert refusals
    assert letter.draft
    assert letter.mark == "DRAFT, CANNOT BE ISSUED"
