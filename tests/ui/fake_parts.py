"""The parts of the workbench in memory: evidence, reading, course, preferences."""

from concurrent.futures import Future

from fake_pages import draw

from mrse_assess.errors import BadRequestError
from mrse_assess.workbench.course_views import Coverage, Preferences, SealView, UndoView
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
from mrse_assess.workbench.reading_views import WholeReading


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
    def __init__(self, bench):
        self.bench = bench

    def reading(self):
        return WholeReading(rows=(), items=(), files=())


class FakeCourse:
    def __init__(self, bench):
        self.bench = bench

    def coverage(self):
        return Coverage(points=(), nothing_judged=False)

    def undoable(self):
        return UndoView(undo="", redo="")

    def undo(self):
        raise BadRequestError("There is nothing to undo.")

    def redo(self):
        raise BadRequestError("There is nothing to do again.")

    def seal_view(self):
        return SealView(sealed=False, since="", points=(), can_seal=False, can_reopen=False)


class FakePreferring:
    def __init__(self):
        self.liked = Preferences()

    def preferences(self):
        return self.liked

    def prefer(self, preferences):
        self.liked = preferences
