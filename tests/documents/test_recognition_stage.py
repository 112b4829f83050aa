"""Recognition page by page: kept as finished, gone on with after a break, and one bad page costs itself."""

import time
from dataclasses import dataclass, field

import pymupdf
import pytest

from mrse_assess.documents import ReadingLimits, read_document
from mrse_assess.documents.codec import encode_page
from mrse_assess.documents.places import recognised_of
from mrse_assess.documents.recognition.journal import Journal
from mrse_assess.documents.recognition.task import recognise_task
from mrse_assess.errors import WorkerCrashError, WorkerTimeoutError
from mrse_assess.isolation import WorkerPool
from mrse_assess.model.pages import PageReading
from mrse_assess.terms import TextSource


class CancelledError(Exception):
    """Somebody broke the reading off."""


@dataclass
class Watched:
    """The pool, with a list of the pages that were given to recognition; some of them end as told."""

    pool: WorkerPool
    ends: dict[int, Exception] = field(default_factory=dict)
    asked: list[int] = field(default_factory=list)

    def __getattr__(self, name):
        return getattr(self.pool, name)

    def run(self, task, *args, **options):
        if task is recognise_task:
            self.asked.append(args[0].number)
            if args[0].number in self.ends:
                raise self.ends[args[0].number]
        return self.pool.run(task, *args, **options)


def scans(*texts: str) -> bytes:
    """A PDF of small pictures of text."""
    document = pymupdf.open()
    for text in texts:
        drawn = pymupdf.open().new_page(width=200, height=60)
        drawn.insert_text((10, 35), text, fontsize=14)
        page = document.new_page(width=200, height=60)
        page.insert_image(page.rect, stream=drawn.get_pixmap(dpi=150).tobytes("png"))
    return document.tobytes()


def read(room, stored, pool, **options):
    return read_document(stored, room.originals, room.cache, pool, **options)


def texts(reading) -> list[str]:
    return [" ".join(word.text for word in page.words) for page in reading.pages]


def test_each_page_is_told_and_recognised_once_and_then_comes_from_the_cache(room):
    stored = room.stored("scans.pdf", scans("Evidence one", "Evidence two"))
    watched, told = Watched(room.pool), []
    first = read(room, stored, watched, recognising=lambda done, total: told.append((done, total)))
    assert texts(first) == ["Evidence one", "Evidence two"]
    assert told == [(0, 2), (1, 2), (2, 2)]
    assert read(room, stored, watched) == first
    assert watched.asked == [1, 2]
    assert not recognised_of(stored, room.cache).exists()


def test_a_reading_broken_off_goes_on_where_it_was(room):
    stored = room.stored("scans.pdf", scans("Evidence one", "Evidence two"))
    watched = Watched(room.pool)

    def cancel(done: int, _: int) -> None:
        if done == 1:
            raise CancelledError

    with pytest.raises(CancelledError):
        read(room, stored, watched, recognising=cancel)
    assert watched.asked == [1]
    with recognised_of(stored, room.cache).open("ab") as journal:
        journal.write(b'{"number":2,"si')  # a line that was cut off
    assert texts(read(room, stored, watched)) == ["Evidence one", "Evidence two"]
    assert watched.asked == [1, 2]


def test_a_page_that_ends_at_a_limit_costs_itself_and_stays_unseen(room, codes):
    stored = room.stored("scans.pdf", scans("Evidence one", "Evidence two", "Evidence three"))
    watched = Watched(room.pool, ends={2: WorkerTimeoutError("ended")})
    reading = read(room, stored, watched)
    assert texts(reading) == ["Evidence one", "", "Evidence three"]
    assert [page.has_text for page in reading.pages] == [True, False, True]
    assert reading.pages[1].text_source is TextSource.NONE
    assert codes(reading.problems) == ["page-recognition-failed", "pages-recognised-here"]
    assert "takes longer than its time limit" in reading.problems[0].found
    assert "pages 1 and 3" in reading.problems[1].found


def test_the_worker_is_killed_at_the_time_limit_and_after_too_many_pages_recognition_is_given_up(room, codes):
    stored = room.stored("scans.pdf", scans("Evidence one", "Evidence two"))

    class Stuck(Watched):
        def run(self, task, *args, **options):
            return (
                super().run(time.sleep, 600, **options)
                if task is recognise_task
                else super().run(task, *args, **options)
            )

    reading = read(room, stored, Stuck(room.pool), limits=ReadingLimits(recognition_seconds=0.2, pages_lost=1))
    assert [page.has_text for page in reading.pages] == [False, False]
    assert codes(reading.problems) == ["page-recognition-failed", "pages-not-recognised"]
    assert "takes longer than its time limit" in reading.problems[0].found
    assert room.pool.run(len, "the pool goes on") == 16


def test_a_closed_pool_breaks_the_reading_off_and_blames_no_page(room):
    stored = room.stored("scans.pdf", scans("Evidence one"))

    class Closing(Watched):
        closed = False

        def run(self, task, *args, **options):
            if task is recognise_task:
                self.closed = True
                raise WorkerCrashError("dropped")
            return super().run(task, *args, **options)

    with pytest.raises(WorkerCrashError, match="closed"):
        read(room, stored, Closing(room.pool))
    assert not recognised_of(stored, room.cache).exists()
    assert texts(read(room, stored, room.pool)) == ["Evidence one"]


def test_without_recognition_a_scan_stays_unseen_and_the_reading_is_not_kept(room, codes):
    stored = room.stored("scans.pdf", scans("Evidence one"))
    plain = read(room, stored, room.pool, recognise=False)
    assert codes(plain.problems) == ["pages-without-text"]
    assert texts(read(room, stored, room.pool)) == ["Evidence one"]


def test_a_digital_page_is_never_given_to_recognition(room, pdf):
    stored = room.stored("p.pdf", pdf("The words of a page as its author typed them, long enough to be read."))
    watched = Watched(room.pool)
    read(room, stored, watched)
    assert watched.asked == []


def test_recognition_loads_no_code_that_could_reach_a_network(room):
    stored = room.stored("scans.pdf", scans("Evidence one"))
    read(room, stored, room.pool)
    loaded = {name.partition(".")[0] for name in room.pool.run(eval, "list(__import__('sys').modules)")}
    assert "onnxruntime" in loaded
    assert not {"rapidocr", "requests", "urllib3"} & loaded
    assert room.pool.run(eval, "__import__('os').environ['ORT_DISABLE_TELEMETRY']") == "1"


def test_a_journal_believes_whole_lines_of_ours_only(tmp_path):
    page = PageReading(number=3, width=10, height=10, words=(), rulings=(), has_text=False, picture_share=1.0)
    journal = Journal(tmp_path / "j")
    assert journal.finished(ReadingLimits()) == {}
    (tmp_path / "j").write_bytes(b'{"number": 4, "half')
    journal.add(encode_page(page, ()))
    (tmp_path / "j").write_bytes((tmp_path / "j").read_bytes() + encode_page(page, ())[:20])
    assert set(journal.finished(ReadingLimits())) == {3}
    journal.forget()
    assert journal.finished(ReadingLimits()) == {}
    journal.add(encode_page(page, ()))
    assert (tmp_path / "j").stat().st_mode & 0o777 == 0o600
