"""How what stands from before is called where the letter of a later attempt shows its records."""

from mrse_assess.workbench.letter_life.who import judge_of
from mrse_assess.workbench.panel.table import PanelTable
from mrse_assess.workbench.whole import WholeCase


def test_what_stands_from_an_earlier_attempt_is_said_to_and_not_to_be_the_panels(second):
    application = second.application("EX-1")
    table = PanelTable(second, application, "C")
    carried = [row for row in WholeCase(second, application).judgements.judgements if row.sub_category == "1.2"]
    assert carried
    assert {judge_of(table, row) for row in carried} == {"what stands from attempt 1"}
