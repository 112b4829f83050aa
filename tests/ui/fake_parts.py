"""The parts of the workbench in memory: evidence, reading, course, preferences."""

from concurrent.futures import Future
from datetime import UTC, datetime

import fake_data as data
from fake_pages import draw

from mrse_assess.errors import BadRequestError
from mrse_assess.workbench.chronology import DatesPicture
from mrse_assess.workbench.course_views import (
    Coverage,
    PointKind,
    Preferences,
    SealView,
    Undone,
    UndoView,
)
from mrse_assess.workbench.evidence_views import (
    Comparable,
    Comparison,
    FileInfo,
    ItemHits,
    MarkSet,
    QuoteView,
    SearchHit,
    SearchResult,
    SharedRun,
)
from mrse_assess.workbench.finding_views import DismissedFinding, FindingsView
from mrse_assess.workbench.reading_views import (
    CellPicture,
    FileReading,
    ItemReading,
    ReferenceEntry,
    ReferenceLine,
    RowReading,
    SpanLine,
    WholeReading,
)
from mrse_assess.workbench.views import Unit

PUT_ASIDE_AT = datetime(2026, 11, 21, 14, 2, 7, tzinfo=UTC)


class FakeEvidence:
    """Search, quotes, comparison and files in memory. ``held`` keeps futures back; ``asked`` is what was asked for."""

    def __init__(self, bench):
        self.bench = bench
        self.pins = {}
        self.asked = []
        self.held = None

    def is_known(self, evidence_id):
        try:
            self.bench.item(evidence_id)
        except BadRequestError:
            return False
        return True

    def cited_page(self, unit):
        return self.bench.judgement(unit).cited_page

    def mark_sets(self):
        return MARK_SETS

    def search(self, words):
        self.asked.append(("search", words))
        if not words.strip():
            raise BadRequestError("Type the words to search for.")
        hits = tuple(hit for evidence_id in ("7", "9") for hit in self._hits(evidence_id, words.casefold()))
        counts = {hit.evidence_id: sum(other.evidence_id == hit.evidence_id for other in hits) for hit in hits}
        items = tuple(
            ItemHits(evidence_id=i, label=i, title=self.bench.item(i).title, count=count) for i, count in counts.items()
        )
        return self._later(SearchResult(words=words, items=items, hits=hits, total=len(hits), unsearched=2))

    def _hits(self, evidence_id, words):
        item = self.bench.item(evidence_id)
        for page in item.pages:
            drawn = draw(evidence_id, item.title, page.number, len(item.pages), 18, has_text=page.has_text)
            for at, word in enumerate(drawn.words):
                if words in word.text.casefold():
                    around = " ".join(other.text for other in drawn.words[max(at - 4, 0) : at + 5])
                    yield SearchHit(evidence_id=evidence_id, number=page.number, boxes=(word[:4],), around=around)

    def pin(self, unit, text, number, boxes):
        words = " ".join(text.split())
        if not words:
            raise BadRequestError("Select the words to pin first.")
        receipt = self.bench._write()
        name = f"pin-{len(self.pins) + 1}"
        self.pins[name] = (unit, words, number, tuple(boxes), receipt.saved_at)
        return receipt

    def unpin(self, unit, pin):
        if self.pins.get(pin, (None,))[0] != unit:
            raise BadRequestError("This quote is not pinned here any more.")
        receipt = self.bench._write()
        del self.pins[pin]
        return receipt

    def quotes(self, unit):
        return tuple(
            QuoteView(pin=pin, text=text, number=number, boxes=boxes, found=True, pinned_at=at)
            for pin, (pinned, text, number, boxes, at) in self.pins.items()
            if pinned == unit
        )

    def comparable(self, unit):
        others = [claim for claim in self.bench._order() if claim.sub_category == unit.sub_category and claim != unit]
        return self._later(
            tuple(
                Comparable(
                    evidence_id=other.evidence_id,
                    label=other.evidence_id,
                    title=self.bench.item(other.evidence_id).title,
                    why=f"also for {unit.sub_category}",
                )
                for other in others
            )
        )

    def compare(self, evidence_id, other):
        self.asked.append(("compare", evidence_id, other))
        box = ((56.0, 176.0, 300.0, 190.0),)
        run = SharedRun(number=1, boxes=box, other_number=1, other_boxes=box, words=12)
        sentence = f"91 % of the words of item {other} stand in item {evidence_id} too."
        return self._later(
            Comparison(evidence_id=evidence_id, other=other, shared=0.91, sentence=sentence, runs=(run,))
        )

    def files(self, evidence_id):
        item = self.bench.item(evidence_id)
        name = item.pages[0].file if item.pages else ""
        return (
            FileInfo(
                name=name,
                sha256="ab" * 32,
                kind="PDF document",
                size="1.2 MB",
                pages=f"all {len(item.pages)} pages",
                shown="Shown as the applicant sent it.",
                whole="file:1",
            ),
        )

    def _later(self, value):
        future = Future()
        if self.held is None:
            future.set_result(value)
        else:
            self.held.append((future, value))
        return future


MARK_SETS = (
    MarkSet(id="mhra", name="MHRA guidelines", line="solid"),
    MarkSet(id="applicant", name="Applicant's name", line="double"),
    MarkSet(id="dates", name="Dates", line="dotted"),
    MarkSet(id="simulated", name="Simulated wording", line="wavy"),
)


class FakeReading:
    """The table of the fake portfolio; corrections change it and are counted."""

    def __init__(self, bench):
        self.bench = bench
        self.said = {}
        self.spans = {}
        self.offsets = {}
        self.asked = []
        self.acts = 0
        self.titles = {}
        self.whys = []

    def version(self):
        return str(self.acts)

    def reading(self):
        rows = tuple(self._row(code, name) for code, _, name, _ in data.UNITS)
        items = tuple(
            ItemReading(
                evidence_id=one,
                title=title,
                spans=self.spans.get(one, (SpanLine(file="Portfolio.pdf", first=1, last=1),)),
                corrected=one in self.spans,
                numbers=tuple(range(1, data.PAGES.get(one, 1) + 1)),
            )
            for one, title in data.TITLES.items()
        )
        file = FileReading(file="Portfolio.pdf", pages=90, offset=self.offsets.get("Portfolio.pdf"))
        return WholeReading(rows=rows, items=items, files=(file,))

    def _row(self, code, name):
        read = [(one, one, "", text, False) for one, text, *_ in data.CLAIMS[code]]
        said = [(entry.read_as, entry.evidence_id, entry.pages, "", True) for entry in self.said.get(code, ())]
        lines = tuple(
            ReferenceLine(
                read_as=read_as, evidence_id=one, pages=pages, text=text, corrected=corrected,
                state="1 page" if one in data.TITLES else "leads nowhere", doubtful=one not in data.TITLES,
            )
            for read_as, one, pages, text, corrected in (said if code in self.said else read)
        )  # fmt: skip
        return RowReading(
            sub_category=code, name=name, lines=lines, file="Portfolio.pdf", page=3, near=0.5,
            box=(0.1, 0.2, 0.3, 0.25), text="; ".join(line.text for line in lines),
        )  # fmt: skip

    def split(self, text):
        return tuple(ReferenceEntry(read_as="", evidence_id=part.strip()) for part in text.split(";") if part.strip())

    def cell_picture(self, sub_category):
        self.asked.append(sub_category)
        future = Future()
        if sub_category == "8.2":
            future.set_exception(BadRequestError("The document has no page 3."))
        else:
            picture = CellPicture(file="Portfolio.pdf", page=3, media="image/png", data=b"png", width=595, height=842)
            future.set_result(picture)
        return future

    def correct_row(self, sub_category, entries, why):
        self.said[sub_category] = tuple(entries)
        return self._recorded(why)

    def correct_item(self, evidence_id, title, spans, why):
        self.spans[evidence_id] = tuple(spans)
        self.titles[evidence_id] = title
        return self._recorded(why)

    def set_offset(self, file, offset, why):
        self.offsets[file] = offset
        return self._recorded(why)

    def _recorded(self, why):
        self.whys.append(why)
        self.acts += 1
        return self.bench._write()


class FakeCourse:
    """Undo, redo and the seal in memory: ``done`` and ``gone`` are acts in words, ``points`` the check list."""

    def __init__(self, bench):
        self.bench = bench
        self.done, self.gone = [], []
        self.points = ()
        self.sealed_at, self.revealed = "", False
        self.came = ""

    def coverage(self):
        return Coverage(points=(), nothing_judged=False)

    def undoable(self):
        return UndoView(undo=self.done[-1] if self.done else "", redo=self.gone[-1] if self.gone else "")

    def undo(self):
        return self._move(self.done, self.gone, "There is nothing to undo.")

    def redo(self):
        return self._move(self.gone, self.done, "There is nothing to do again.")

    def _move(self, source, target, nothing):
        if not source:
            raise BadRequestError(nothing)
        receipt = self.bench._write()
        target.append(source.pop())
        code, _, item = target[-1].rpartition(" on ")[2].partition(" for ")[::-1]
        return Undone(receipt=receipt, words=target[-1], unit=Unit(code, item) if code else None)

    def elsewhere(self):
        return self.came

    def sealed(self):
        return self.sealed_at

    def seal_view(self):
        sealed = bool(self.sealed_at)
        return SealView(
            sealed=sealed,
            since=self.sealed_at,
            points=self.points,
            can_seal=not sealed and not any(point.kind is PointKind.OPEN for point in self.points),
            can_reopen=sealed and not self.revealed,
            why_not="Another's assessment has been shown to you." if sealed and self.revealed else "",
        )

    def seal(self):
        if not self.seal_view().can_seal:
            raise BadRequestError("It cannot be sealed yet. 1 item parked: 7 for 3.")
        self.sealed_at = "21 November 2026, 14:02:07"
        return self.bench._write()

    def reopen(self, why):
        if not why.strip():
            raise BadRequestError("Write why it is reopened; the reason is kept with the records.")
        self.sealed_at = ""
        return self.bench._write()


class FakePreferring:
    def __init__(self):
        self.liked = Preferences()

    def preferences(self):
        return self.liked

    def prefer(self, preferences):
        self.liked = preferences


class FakePrompting:
    """What was noticed of item 7; a prompt put aside goes from one list to the other."""

    def __init__(self, bench):
        self.bench = bench
        self.put_aside: dict[str, str] = {}
        self.making: Future | None = None
        self.was_made = 0
        self.last_unit = None

    def findings(self, unit):
        if unit.evidence_id not in data.TITLES:
            return FindingsView()
        found = data.FINDINGS if unit.evidence_id == "7" else ()
        gone = [one for one in found if set(one.observations) & set(self.put_aside)]
        return FindingsView(
            findings=tuple(one for one in found if one not in gone),
            dismissed=tuple(
                DismissedFinding(finding=one, why=self.put_aside[one.observations[0]], at=PUT_ASIDE_AT) for one in gone
            ),
            checked=("dates", "authorship", "scope"),
            unchecked=("personal data",) if unit.evidence_id == "7" else (),
            looking=self.making is not None,
            reasons=("Looked at: no concern", "Not about this evidence"),
        )

    def waited_for(self):
        return self.making

    def made(self):
        self.making = None
        self.was_made += 1

    def dates(self):
        future = Future()
        future.set_result(DatesPicture(media="image/svg+xml", data=b"<svg/>", words="Item 7: 12 March 2024."))
        return future

    def dismiss(self, unit, observations, why):
        self.last_unit = unit
        if not why.strip():
            raise BadRequestError("Say in a few words why the prompt is put aside; it is recorded with it.")
        self.put_aside.update(dict.fromkeys(observations, why))
        return self.bench._write()

    def bring_back(self, unit, observations):
        self.last_unit = unit
        for one in observations:
            self.put_aside.pop(one, None)
        return self.bench._write()


class FakeResubmission:
    """A first attempt in its only version, unless a test says otherwise; ``taken`` counts the versions gone on with."""

    def __init__(self):
        self.now = None
        self.came = None
        self.left = None
        self.taken = 0
        self.making = None

    def attempt(self):
        return self.now

    def newer(self):
        return self.came

    def replaced(self):
        return self.left

    def take(self):
        if self.came is None:
            raise BadRequestError("This page shows the latest version of the portfolio already.")
        self.came, self.taken = None, self.taken + 1

    def waited_for(self):
        return self.making

    def made(self):
        self.making = None
