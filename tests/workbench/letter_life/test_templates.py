"""The office's own Word template: one for each outcome, checked before it is used, frozen with the issue."""

import io

import docx
import pytest

from mrse_assess.errors import BadRequestError
from mrse_assess.rendering import own_template
from mrse_assess.terms import OutcomeKind
from mrse_assess.workbench.letter_life.templates import require_office, template_for, use_own, use_template
from mrse_assess.workspace.issued_letters import read_letter_file
from mrse_assess.workspace.letter_templates import write_template


def edited(*, tag="{{ line }}"):
    opened = docx.Document(io.BytesIO(own_template()))
    opened.add_paragraph("Charity number of the office")
    paragraph = next(one for one in opened.paragraphs if one.text == "{{ line }}")
    paragraph.runs[0].text = tag
    saved = io.BytesIO()
    opened.save(saved)
    return saved.getvalue()


def words(data):
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def test_a_letter_is_made_from_the_template_of_its_outcome_which_is_kept_with_it(chosen):
    template = edited()
    use_template(chosen.workspace, OutcomeKind.AWARD, template)
    issue = chosen.signed().issued()
    layout = chosen.workspace.layout
    assert words(read_letter_file(layout, issue, "letter.docx"))[-1] == "Charity number of the office"
    assert read_letter_file(layout, issue, "template.docx") == template
    use_own(chosen.workspace, OutcomeKind.AWARD)
    assert read_letter_file(layout, issue, "template.docx") == template


def test_the_other_outcomes_keep_the_templates_they_had(chosen):
    use_template(chosen.workspace, OutcomeKind.AWARD, edited())
    assert template_for(chosen.workspace, OutcomeKind.INCOMPLETE) == own_template()
    assert use_own(chosen.workspace, OutcomeKind.AWARD)
    assert template_for(chosen.workspace, OutcomeKind.AWARD) == own_template()
    assert not use_own(chosen.workspace, OutcomeKind.AWARD)


def test_a_broken_template_is_not_taken_into_use_and_the_one_before_stays(chosen):
    template = edited()
    use_template(chosen.workspace, OutcomeKind.AWARD, template)
    with pytest.raises(BadRequestError, match=r"The template for award has a fault: The tag \{\{ lines \}\}|lines"):
        use_template(chosen.workspace, OutcomeKind.AWARD, edited(tag="{{ lines }}"))
    assert template_for(chosen.workspace, OutcomeKind.AWARD) == template


def test_a_template_broken_where_it_lies_keeps_the_letter_from_being_issued(chosen):
    layout = chosen.workspace.layout
    layout.templates.mkdir()
    write_template(layout, chosen.workspace.scheme.id, OutcomeKind.AWARD, edited(tag="{{ line"))
    with pytest.raises(BadRequestError, match="is not closed"):
        chosen.signed().issued()
    assert chosen.desk().standing() is None
    assert not layout.letters.exists()


@pytest.mark.parametrize("person", ["C", "A1", "nobody", ""])
def test_the_office_alone_chooses_templates(chosen, person):
    require_office(chosen.workspace, "O")
    with pytest.raises(BadRequestError):
        require_office(chosen.workspace, person)
