"""Asking for facts: kept by content, checked on the way in, and honest about what could not be seen."""

import contextlib
import dataclasses
import gzip
import hashlib
import json

import pymupdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mrse_assess.documents.codec import UntrustedAnswerError
from mrse_assess.documents.facts import KINDS, FactLimits, asking, file_facts
from mrse_assess.documents.facts.codec import decode_found, encode_found
from mrse_assess.documents.facts.pdf import pages
from mrse_assess.documents.facts.values import PAGE_KINDS, Found, Pages, joined
from mrse_assess.documents.values import StoredFile
from mrse_assess.errors import WorkerCrashError, WorkerTimeoutError
from mrse_assess.isolation import Limits, WorkerPool
from mrse_assess.model.facts import Carried, Cover, Hidden, Photo, Signature, Trace
from mrse_assess.terms import MediaKind, Tri

LIMITS = FactLimits()
EVERYTHING = Found(
    pages=3,
    properties={"author": "A. Applicant"},
    traces=(Trace("comment", "R. Reviewer", "2024-03-05", 2),),
    carried=(Carried("link_web", 1, "www.gov.uk", (1.0, 2.0, 3.0, 4.0)), Carried("macro", 1)),
    covers=(Cover(3, "fill", (1.0, 2.0, 3.0, 4.0), 2, Tri.UNDETERMINED),),
    hidden=(Hidden(1, "revision", 4),),
    photos=(Photo(1, located=True, taken_on="2024-03-05", named=False),),
    signatures=(Signature(3, signed=True, on=""),),
    revisions=1,
    unseen=frozenset({"covers"}),
)


def covered(words="Jocasta Meredith", **options):
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((72, 100), words)
        page.draw_rect((60, 85, 250, 108), fill=(0, 0, 0), color=None)
        return document.tobytes(**options)


def placed(room, media, form, content):
    """A stored file of that kind, whatever its content."""
    digest = hashlib.sha256(content).hexdigest()
    room.originals.mkdir(parents=True, exist_ok=True)
    (room.originals / digest).write_bytes(content)
    return StoredFile(name=f"item.{form}", sha256=digest, size=len(content), media=media, form=form)


class Ending:
    """A pool whose worker is ended at its time limit by tasks of the named kind; ``tasks`` are those that were run.

    With ``drawing`` it is ended only by pages that are to be drawn.
    """

    closed = False

    def __init__(self, pool, kind="", *, drawing=False):
        self.pool, self.kind, self.drawing, self.tasks = pool, kind, drawing, []

    def run(self, task, *args, seconds):
        self.tasks.append(task.func.__name__)
        if task.func.__name__ == self.kind and (not self.drawing or task.args[1].drawn):
            raise WorkerTimeoutError("the task was ended at its time limit")
        return self.pool.run(task, *args, seconds=seconds)


def asked(room, file, **options):
    return file_facts(file, room.originals, room.cache, options.pop("pool", room.pool), **options)


def test_facts_come_back_from_the_cache_without_the_worker(room):
    file = room.stored("item.pdf", covered())
    first = asked(room, file)
    with WorkerPool(Limits(seconds=5)) as ended:
        ended.close()
        assert asked(room, file, pool=ended) == first
    assert first.covers


def test_a_file_of_another_name_with_the_same_content_has_its_own_name(room):
    first = room.stored("one.pdf", covered())
    second = dataclasses.replace(first, name="two.pdf")

    assert (asked(room, first).file, asked(room, second).file) == ("one.pdf", "two.pdf")


def test_a_damaged_cache_is_made_anew(room):
    file = room.stored("item.pdf", covered())
    first = asked(room, file)
    asking.facts_of(file, room.cache).write_bytes(b"damaged")

    assert asked(room, file) == first


def test_no_word_of_a_page_is_kept(room):
    file = room.stored("item.pdf", covered())
    asked(room, file)

    assert b"Meredith" not in gzip.decompress(asking.facts_of(file, room.cache).read_bytes())


def test_a_kind_of_file_that_is_not_opened_is_unseen(room):
    file = placed(room, MediaKind.UNSUPPORTED, "video", b"\0\0\0\x18ftypmp42")

    assert asked(room, file).unseen == KINDS


def test_an_encrypted_file_is_unseen_until_its_password_is_known(room):
    content = covered(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="magnet", owner_pw="keeper")
    file = room.stored("item.pdf", content)

    assert asked(room, file).unseen == KINDS
    found = asked(room, file, password="magnet")  # noqa: S106 - of a file made here
    assert (len(found.covers), found.unseen) == (1, frozenset())


def test_a_missing_file_is_unseen_and_looked_for_again(room):
    file = room.stored("item.pdf", covered())
    original = room.originals / file.sha256
    content = original.read_bytes()
    original.chmod(0o600)
    original.unlink()
    assert asked(room, file).unseen == KINDS

    original.write_bytes(content)
    assert asked(room, file).unseen == frozenset()


@pytest.mark.parametrize(
    ("media", "form", "content"),
    [
        (MediaKind.PDF, "pdf", b"%PDF-1.7\n" + b"1 0 obj <<>> endobj\n" * 50),
        (MediaKind.PDF, "pdf", b"no PDF at all"),
        (MediaKind.DOCX, "docx", b"PK\x03\x04" + bytes(300)),
        (MediaKind.DOCX, "doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        (MediaKind.DOCX, "odt", b"PK\x03\x04" + bytes(300)),
        (MediaKind.SLIDES, "pptx", b"PK\x05\x06" + bytes(18)),
        (MediaKind.IMAGE, "png", b"\x89PNG\r\n\x1a\n" + bytes(100)),
        (MediaKind.EMAIL, "msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    ],
)
def test_a_broken_file_is_unseen(room, media, form, content):
    assert asked(room, placed(room, media, form, content)).unseen


def test_a_page_that_fails_costs_itself(tmp_path, monkeypatch):
    path = tmp_path / "item.pdf"
    with pymupdf.open(stream=covered()) as document:
        document.fullcopy_page(0)
        document.save(path)
    whole = pages._looked_at

    def failing(page):
        if page.number == 0:
            raise RuntimeError("code=4: whatever the library says")
        return whole(page)

    monkeypatch.setattr(pages, "_looked_at", failing)
    found = pages.pages_facts(str(path), None, Pages(1, 2), LIMITS)

    assert [cover.page for cover in found.covers] == [2]
    assert found.unseen == PAGE_KINDS


def test_pages_beyond_the_limit_are_unseen(room, pdf):
    found = asked(room, room.stored("item.pdf", pdf("one", "two", "three")), limits=FactLimits(pages=2))

    assert {"covers", "carried"} <= found.unseen


def test_more_facts_than_are_kept_are_said_to_be_unseen(room):
    with pymupdf.open() as document:
        page = document.new_page()
        for number in range(12):
            page.add_text_annot((60, 20 + 10 * number), "x")
        file = room.stored("item.pdf", document.tobytes())

    found = asked(room, file, limits=FactLimits(on_a_page=5))

    assert (len(found.traces), found.unseen) == (5, frozenset({"traces"}))


def test_pages_ended_by_their_time_limit_are_unseen_one_by_one(room, pdf):
    file = room.stored("item.pdf", pdf(*"abcdefghij"))
    ending = Ending(room.pool, "pages_task")

    found = asked(room, file, pool=ending, limits=FactLimits(pages_lost=3))

    assert found.unseen == {"traces", "carried", "covers", "hidden", "photos", "signatures"}
    assert ending.tasks.count("pages_task") == 7  # the batch, three pages drawn and not drawn, and no more


def test_of_a_page_that_takes_too_long_to_draw_the_rest_is_told(room):
    with pymupdf.open(stream=covered()) as document:
        document[0].add_text_annot((300, 300), "Which edition?")
        document[0].add_file_annot((300, 400), b"x", "Values.csv")
        file = room.stored("item.pdf", document.tobytes())

    found = asked(room, file, pool=Ending(room.pool, "pages_task", drawing=True))

    assert (len(found.traces), len(found.carried), found.unseen) == (1, 1, {"covers", "hidden"})


def test_versions_ended_by_their_time_limit_cost_nothing_else(room):
    found = asked(room, room.stored("item.pdf", covered()), pool=Ending(room.pool, "versions_task"))

    assert (found.unseen, len(found.covers)) == ({"revisions"}, 1)


def test_a_file_that_ends_the_worker_is_not_tried_again(room):
    file = room.stored("item.pdf", covered())
    asked(room, file, pool=Ending(room.pool, "whole_task"))
    again = Ending(room.pool)

    assert asked(room, file, pool=again).unseen == KINDS
    assert again.tasks == []


def test_a_closed_pool_is_no_fault_of_the_file(room):
    file = room.stored("item.pdf", covered())
    with WorkerPool(Limits(seconds=5)) as ended:
        ended.close()
        with pytest.raises(WorkerCrashError):
            asked(room, file, pool=ended)
    assert asked(room, file).unseen == frozenset()


def test_facts_survive_the_way_from_process_to_process():
    assert decode_found(encode_found(EVERYTHING), LIMITS) == EVERYTHING


@pytest.mark.parametrize(
    "change",
    [
        {"properties": {"salary": "x"}},
        {"properties": {"author": "x" * 301}},
        {"traces": [["sabotage", "a", "", 1]]},
        {"traces": [["comment", "a", "yesterday", 1]]},
        {"traces": [["comment", "a", "", 0]]},
        {"carried": [["macro", 1, "", [0, 0, 1]]]},
        {"carried": [["macro", 1, "", [0, 0, 1, 1e9]]]},
        {"covers": [[1, "fill", [0, 0, 1, 1], -1, "yes"]]},
        {"covers": [[1, "fill", [0, 0, 1, 1], 1, "perhaps"]]},
        {"photos": [[1, 1, "", False]]},
        {"hidden": [[1, "invisible", 1, None]] * 2001},
        {"revisions": True},
        {"unseen": ["everything"]},
        {"pages": 5001},
        {"signatures": None},
    ],
)
def test_an_answer_that_no_worker_gives_is_not_believed(change):
    content = json.loads(encode_found(EVERYTHING)) | change

    with pytest.raises(UntrustedAnswerError):
        decode_found(json.dumps(content).encode(), LIMITS)


@given(
    st.binary(max_size=60)
    | st.recursive(st.none() | st.integers() | st.text(max_size=5), st.lists).map(
        lambda value: json.dumps(dict.fromkeys(json.loads(encode_found(EVERYTHING)), value)).encode()
    )
)
def test_no_answer_whatever_does_more_than_be_refused(line):
    with contextlib.suppress(UntrustedAnswerError):
        decode_found(line, LIMITS)


def test_what_was_found_in_parts_is_found_together():
    both = joined((EVERYTHING, EVERYTHING), 1)

    assert len(both.traces) == 1
    assert both.unseen >= {"covers", "traces", "carried"}
    assert both.revisions == 2
