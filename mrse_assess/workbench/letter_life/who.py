"""Who is concerned with a letter, in words: who may do what with it, and how an assessor is called on its page."""

from mrse_assess.model.judgement import Conclusion, Judgement
from mrse_assess.terms import Phase
from mrse_assess.workbench.letter_life.permitted import ISSUE, PERMITTED, SIGN_OFF, may, same_person
from mrse_assess.workbench.panel import wording
from mrse_assess.workbench.panel.table import PanelTable
from mrse_assess.workspace.visibility import standing

MOST_NAMED = 4


def may_do(table: PanelTable, act: str, person: str = "") -> bool:
    """Whether an act of ``permitted`` is open to the person, by default the one at the table."""
    who = person or table.person
    left = any(one.person == who and one.left for one in table.persons)
    return may(act, standing(who, table.persons, table.in_force), left=left)


def those_who_sign(table: PanelTable) -> str:
    """Who may sign the letter off: everybody to whom that is open but whoever chose the outcome."""
    chosen = table.in_force.outcome
    return _named(table, SIGN_OFF, (chosen.by,) if chosen else ())


def those_who_issue(table: PanelTable, signers: tuple[str, ...]) -> str:
    """Who may issue it: of the office, and not the only one who signed it off."""
    return _named(table, ISSUE, signers if len(signers) == 1 else ())


def _named(table: PanelTable, act: str, without: tuple[str, ...]) -> str:
    """Their ids in words; a circumscription where nobody is registered, or so many that names would not help."""
    role = "the office or the chair" if "chair" in PERMITTED[act] else "the office"
    known = [one.person for one in table.persons if may_do(table, act, one.person)]
    fit = [one for one in known if not any(same_person(one, other) for other in without)]
    if not table.persons or len(fit) > MOST_NAMED:
        return f"somebody else of {role}" if without else f"somebody of {role}"
    return " or ".join(fit)


def judge_of(table: PanelTable, row: Judgement | Conclusion) -> str:
    """How whoever recorded a judgement is called: as before the panel, by name only where names are shown."""
    own = next((event for event in table.events if event.event == row.event), None)
    if own is not None and own.attempt != table.application.attempt:
        return f"what stands from attempt {own.attempt}"  # carried over: not this panel's word, whoever's it was
    if row.phase is Phase.MODERATION:
        return "the panel" if table.names_hidden else f"the panel, recorded by {row.assessor}"
    if row.assessor not in table.assessors:
        return "an assessor" if table.names_hidden else row.assessor
    number = table.assessors.index(row.assessor) + 1
    label = wording.side_label(number, row.assessor, hidden=table.names_hidden)
    return label.lower() if table.names_hidden else label
