"""The letter of a second attempt states all that counts, rests on the records of both, and goes out."""

from mrse_assess.model import acts
from mrse_assess.terms import OutcomeKind
from mrse_assess.workbench.letter_life import LetterDesk
from mrse_assess.workbench.panel import PanelSession
from mrse_assess.workspace.attempts import found_of, standing_issue
from mrse_assess.workspace.issued_letters import MARKDOWN, read_letter_file
from mrse_assess.workspace.verification import verification

from .conftest import REFERENCE, SHORT
from .test_second_attempt import give, judged, says


def test_a_certificate_is_awarded_on_the_second_attempt(second):
    for who in ("A1", "A3"):
        give(second, who)
        for code in SHORT:
            judged(second, who, code, "4")
        says(second, who, acts.Seal(application=REFERENCE, attempt=2, sealed=True))
    panel = PanelSession(second, second.application(REFERENCE), "C")
    panel.sit("2027-03-01", ("C", "A1", "A3"), 7)
    panel.accept()
    panel.choose_outcome(OutcomeKind.AWARD, "as the rules stand")
    LetterDesk(second, second.application(REFERENCE), "O2").sign_off()
    issue = LetterDesk(second, second.application(REFERENCE), "O").issue()
    assert issue.letter == "EX-1-2-A"
    text = read_letter_file(second.layout, issue, MARKDOWN).decode()
    assert "attempt 2" in text
    assert "1.2 (item E1.2)" in text  # found in the first attempt
    assert "1.1 (item 4)" in text
    first = found_of(second, second.application(REFERENCE, 1))
    assert standing_issue(first).outcome is OutcomeKind.FURTHER_EVIDENCE
    assert verification(second).problems == ()
