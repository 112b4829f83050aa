"""One panel on one application: agenda, sides, moderated judgements, acceptance of the rest, who was present."""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import replace

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import Acceptance, Meeting, OnTable, Undo, Withdrawal
from mrse_assess.model.listing import counted
from mrse_assess.panel.agenda import AgendaItem
from mrse_assess.panel.comparing import Key, Topic
from mrse_assess.panel.minutes import Spent, spent
from mrse_assess.panel.sampling import agreed_passes, drawn
from mrse_assess.terms import EventKind, OutcomeKind, Phase
from mrse_assess.workbench.outcome_views import OutcomesView
from mrse_assess.workbench.outcomes import view_of
from mrse_assess.workbench.panel import wording
from mrse_assess.workbench.panel.moderating import effect_view, moderated
from mrse_assess.workbench.panel.pages import page_for_panel
from mrse_assess.workbench.panel.sides import topic_view
from mrse_assess.workbench.panel.sitting import Sitting
from mrse_assess.workbench.panel.table import PanelTable
from mrse_assess.workbench.panel.take_away import take_away
from mrse_assess.workbench.panel.undoing import ACTS, last_act, letter_on
from mrse_assess.workbench.panel.views import (
    AgendaGroup,
    AgendaRow,
    EffectView,
    ModerationEntry,
    PanelAgenda,
    PanelHeading,
    TopicView,
)
from mrse_assess.workbench.recording import receipt_of
from mrse_assess.workbench.views import PagePicture, Receipt
from mrse_assess.workspace import Application, Workspace

SECONDS = 60


class PanelSession:
    """The panel on one application, as one person (the chair, or an assessor at the table) sees it."""

    def __init__(self, workspace: Workspace, application: Application, person: str) -> None:
        self._table = PanelTable(workspace, application, person)
        self._sitting = Sitting(self._table)

    # ------------------------------------------------------------ where the meeting stands

    def heading(self) -> PanelHeading:
        """Which application, who is there, and what stands in the way."""
        table, meeting = self._table, self._table.meeting
        why_not = table.why_not()
        return PanelHeading(
            application=table.application.reference,
            attempt=table.application.attempt,
            state="Moderation, all assessments sealed" if not why_not else "Not yet before the panel",
            sitting=meeting is not None,
            why_not=why_not,
            names_hidden=table.names_hidden,
            presence=replace(self._sitting.presence(None), recused=0) if why_not else self._sitting.presence(meeting),
            persons=() if why_not else table.may_take_part(),
            not_shown=table.not_shown(),
        )

    def sit(self, meeting: str, present: Sequence[str], seed: int) -> Receipt:
        """Begin, with those who are present; the others' assessments are from now on known to whoever sits here.

        Raises:
            BadRequestError: assessments are open, somebody present has a conflict or is nobody of this panel, a meeting
                sits already, or no name is given to this one.
        """
        table = self._table
        table.require_open()
        if table.meeting:
            raise BadRequestError("A meeting sits on this application already.")
        if not meeting.strip():
            raise BadRequestError("Give the meeting a name, such as the day: 2026-11-22.")
        strangers = [person for person in present if person not in table.may_take_part()]
        if strangers:
            raise BadRequestError(f"{strangers[0]} cannot be present: no part in this application, or a conflict.")
        sitting = Meeting(
            **self._sitting.case(), meeting=meeting.strip(), sitting=True, present=tuple(present),
            names_hidden=table.names_hidden, seed=seed,
        )  # fmt: skip
        return receipt_of(table.record(*self._sitting.reveals(), sitting))

    def join(self) -> Receipt:
        """Sit down at a meeting that somebody else began: from now on the others' assessments are known here too.

        Raises:
            BadRequestError: no meeting sits, or this person is not among those present.
        """
        self._table.require_open()
        self._sitting.require_present(self._sitting.meeting())
        reveals = self._sitting.reveals()
        if not reveals:
            raise BadRequestError("The others' assessments are open to you already.")
        return receipt_of(self._table.record(*reveals))

    def rise(self) -> Receipt:
        """End the meeting; its presence and minutes stay on record."""
        now = self._sitting.meeting()
        risen = Meeting(
            **self._sitting.case(), meeting=now.meeting, sitting=False, present=now.present,
            names_hidden=now.names_hidden, seed=now.seed,
        )  # fmt: skip
        return receipt_of(self._table.record(risen))

    def catch_up(self) -> None:
        """Read what others at the table recorded."""
        self._table.catch_up()

    # ------------------------------------------------------------ the agenda

    def agenda(self) -> PanelAgenda:
        """What is to be settled, by consequence, and the agreed rest."""
        table = self._table
        table.require_shown()
        found = table.agenda
        sampled = self._sampled()
        items = [topic for topic in found.agreed if topic.evidence_id]
        return PanelAgenda(
            groups=tuple(self._groups(found.items)),
            left=len(found.left),
            agreed=f"{counted(len(items), 'item')}, {counted(len(found.agreed) - len(items), 'conclusion')}",
            sampled=sampled,
            to_look_at=tuple(code for code in sampled if code not in self._looked_at()),
            accepted=bool(table.in_force.acceptances),
            outcome=table.decision.outcome,
        )

    def left(self) -> int:
        """How many units are still to be settled; soon told, where the agenda takes a moment."""
        self._table.require_shown()
        return self._table.left

    def turn_to(self, key: Key) -> TopicView:
        """Put a unit on the table: side by side, and from now on its minutes are counted."""
        self._table.catch_up()  # to look is never refused for what others recorded meanwhile: it is shown
        topic = self._topic(key)
        meeting = self._table.meeting
        if meeting:
            self._table.record(
                OnTable(**self._sitting.case(), meeting=meeting.meeting, sub_category=key[0], evidence_id=key[1])
            )
        return topic_view(self._table, topic)

    def look(self, key: Key) -> TopicView:
        """The unit side by side, without turning the panel to it."""
        return topic_view(self._table, self._topic(key))

    def page(self, evidence_id: str, number: int, dpi: int) -> "Future[PagePicture]":
        """Page ``number`` (from 1) of an item as a picture."""
        self._table.require_shown()
        return page_for_panel(self._table, evidence_id, number, dpi)

    def take_away(self) -> "Future[bytes]":
        """A zip with the agenda as PDF and Word file and the pages that disputed judgements rest on."""
        return take_away(self._table, self.heading(), self.agenda())

    # ------------------------------------------------------------ settling

    def effect(self, key: Key, entry: ModerationEntry) -> EffectView:
        """What recording this would change.

        Raises:
            BadRequestError: the unit cannot have this verdict, or a flag is left open that the panel has to say.
        """
        return effect_view(self._table, self._topic(key), entry)

    def moderate(self, key: Key, entry: ModerationEntry) -> Receipt:
        """Record what the panel agrees on; both originals stay.

        Raises:
            BadRequestError: no meeting sits, its quorum is not met, or the entry lacks something.
        """
        self._sitting.require_quorum()
        return receipt_of(self._table.record(moderated(self._table, self._topic(key), entry)))

    def take_back(self, key: Key) -> Receipt:
        """Take the panel's judgement of the unit back; the assessors' own stand as before."""
        self._sitting.require_quorum()
        if self._topic(key).moderated is None:
            raise BadRequestError("The panel has recorded nothing here that could be taken back.")
        kind = EventKind.JUDGEMENT if key[1] else EventKind.CONCLUSION
        unit = (Phase.MODERATION.value, *filter(None, key))
        return receipt_of(self._table.record(Withdrawal(**self._sitting.case(), of=kind, unit=unit)))

    def accept(self) -> Receipt:
        """Accept everything that the assessors agreed on in one step.

        Raises:
            BadRequestError: no meeting sits, its quorum is not met, or a sub-category drawn for a check was not opened.
        """
        meeting = self._sitting.require_quorum()
        waiting = self.agenda().to_look_at
        if waiting:
            raise BadRequestError(f"Drawn for a check and not opened yet: {', '.join(waiting)}. Open them first.")
        table = self._table
        codes = tuple(topic.sub_category for topic in table.agenda.agreed if not topic.evidence_id)
        if not codes:
            raise BadRequestError("There is no sub-category on which the assessors agree.")
        head = table.workspace.store.application_head(table.application.reference)
        said = Acceptance(
            **self._sitting.case(), meeting=meeting.meeting, sub_categories=codes, on_head=head, sampled=self._sampled()
        )
        return receipt_of(table.record(said))

    def choose_outcome(self, kind: OutcomeKind, ground: str) -> Receipt:
        """Record the outcome that the panel chose, among those that the rules allow.

        Raises:
            BadRequestError: something is still to be settled, or the rules do not allow it.
        """
        self._sitting.require_quorum()
        left = self._table.agenda.left
        if left:
            raise BadRequestError(
                f"{counted(len(left), 'unit')} on the agenda {'is' if len(left) == 1 else 'are'} open."
            )
        self._table.refuse_behind()
        event = self._table.whole.choose_outcome(kind, ground, self._table.person)
        self._table.catch_up()
        return receipt_of(event)

    def outcomes(self) -> OutcomesView:
        """The outcomes of the scheme, with what stands in the way of each, and the one chosen."""
        return view_of(self._table.whole.offered(), self._table.in_force.outcome)

    # ------------------------------------------------------------ undoing

    def undoable(self) -> str:
        """What undo would take back, in words; "" for nothing."""
        last = last_act(self._table)
        return ACTS[last.kind] if last and not letter_on(self._table, last) else ""

    def undo(self) -> tuple[str, Receipt]:
        """Undo what this person recorded last for the panel on this application; what it did in words.

        Raises:
            BadRequestError: there is nothing to undo, no meeting sits with this person and its quorum, or a letter that
                rests on it was issued.
        """
        last = last_act(self._table)
        if last is None:
            raise BadRequestError("There is nothing to undo here.")
        if letter := letter_on(self._table, last):
            raise BadRequestError(f"{letter} was issued and rests on it. Recall or supersede the letter first.")
        self._sitting.require_quorum()
        event = self._table.record(Undo(**self._sitting.case(), undone=(last.event,)))
        return f"Undone: {ACTS[last.kind]}.", receipt_of(event)

    # ------------------------------------------------------------ inside

    def _topic(self, key: Key) -> Topic:
        self._table.require_shown()
        agenda = self._table.agenda
        for topic in (*(item.topic for item in agenda.items), *agenda.agreed):
            if topic.key == key:
                return topic
        raise BadRequestError("Nobody judged that, so there is nothing to compare.")

    def _groups(self, items: Sequence[AgendaItem]) -> list[AgendaGroup]:
        table = self._table
        meeting = table.latest_meeting
        minutes = spent(table.events, meeting.meeting, table.workspace.clock()) if meeting else {}
        groups = []
        for consequence, heading in wording.GROUPS.items():
            rows = tuple(_row(item, minutes) for item in items if item.consequence is consequence)
            if rows:
                groups.append(AgendaGroup(consequence=consequence, heading=f"{heading}: {len(rows)}", rows=rows))
        return groups

    def _sampled(self) -> tuple[str, ...]:
        table = self._table
        accepted = table.in_force.acceptances
        if accepted:
            return accepted[-1].sampled
        share, meeting = table.number("sample_share") or 0, table.meeting
        if meeting is None or not share:
            return ()
        return drawn(agreed_passes(table.agenda), share, table.application.reference, meeting.seed)

    def _looked_at(self) -> frozenset[str]:
        return frozenset(
            event.payload["sub_category"] for event in self._table.events if event.kind is EventKind.ON_TABLE
        )


def _row(item: AgendaItem, minutes: Spent) -> AgendaRow:
    topic = item.topic
    taken = minutes.get(topic.key)
    return AgendaRow(
        sub_category=topic.sub_category,
        evidence_id=topic.evidence_id,
        consequence=item.consequence,
        words=wording.row_words(topic),
        verdicts=tuple(side.verdict for side in topic.sides),
        settled=topic.moderated.verdict if topic.moderated else None,
        minutes=round(taken.total_seconds() / SECONDS) if taken else 0,
    )
