"""The parts of the workbench in memory: evidence, reading, course, preferences."""

from mrse_assess.errors import BadRequestError
from mrse_assess.workbench.course_views import Coverage, Preferences, SealView, UndoView
from mrse_assess.workbench.reading_views import WholeReading


class FakeEvidence:
    def __init__(self, bench):
        self.bench = bench

    def is_known(self, evidence_id):
        try:
            self.bench.item(evidence_id)
        except BadRequestError:
            return False
        return True

    def mark_sets(self):
        return ()

    def comparable(self, unit):
        return ()

    def files(self, evidence_id):
        return ()


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
