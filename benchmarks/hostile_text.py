"""How the checks of screening bear hostile text: seconds for a page of it, and for one twice as long.

``python benchmarks/hostile_text.py [SIGNS]`` prints what grows faster than its text, and the slowest. The tests count
the steps of the interpreter over the same texts; what patterns do inside can only be timed, and is timed here.
"""

import sys
import time
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, partial
from itertools import product

from mrse_assess.intake.text.lines import file_lines
from mrse_assess.model.pages import DocumentReading, PageReading, Word
from mrse_assess.model.places import PageSpan
from mrse_assess.model.portfolio import Authentication, CrossReferenceEntry, EvidenceItem, Portfolio
from mrse_assess.model.scheme import Scheme
from mrse_assess.scheme import load_scheme
from mrse_assess.screening.material import Material
from mrse_assess.screening.registry import CHECKS
from mrse_assess.screening.vocabulary import load_vocabulary
from mrse_assess.terms import MediaKind

SIGNS = 50_000
TRIES = 3
SUSPECT = 2.6  # times the seconds for twice the text
LITTLE = 0.2  # seconds, below which nothing is told
SLOW = 1.0


def _of(part: str) -> Callable[[int], str]:
    return lambda length: part * (length // len(part))


HOSTILE: Mapping[str, Callable[[int], str]] = {
    "one long word": _of("a"),
    "one long word in capitals": _of("Aa"),
    "commas": _of(","),
    "commas and spaces": _of(", "),
    "digits": _of("1"),
    "digits and spaces": _of("999 "),
    "opened brackets": _of("("),
    "opened and closed brackets": lambda length: "(" * (length // 2) + ")" * (length // 2),
    "nested quotation marks": _of("\"a '"),
    "dots": _of("."),
    "dashes": _of("-"),
    "dashed letters": _of("a-"),
    "accents": _of("\u0301"),
    "right to left marks": _of("\u202e\u200f"),
    "right to left words": _of("\u202ea "),
    "surrogates": _of("\ud800"),
    "surrogates and spaces": _of("\ud800 "),
    "NULs": _of("\x00"),
    "NULs and words": _of("\x00a "),
    "dates": _of("5 May 2023 "),
    "dates each on its line": _of("5 May 2023\n"),
    "dates with labels": _of("Date: 5 May 2023\n"),
    "dates without spaces": _of("2023-05-05,"),
    "months": _of("May "),
    "numbers of sections": _of("4.2."),
    "guidelines": _of("MHRA v4.3, section 4.2 "),
    "citations": _of("[4, "),
    "patients": _of("Patient name: "),
    "numbers of patients": _of("NHS number: 999 123 4578 "),
    "names": _of("Ada Example "),
    "initials": _of("A."),
    "mailboxes": _of("a.example@"),
    "heads of messages": _of("From: a\nTo: b\n"),
    "quoted messages": _of("On a wrote:\n"),
    "authors": _of("Author: "),
    "authors each on a line": _of("Author\n"),
    "cells": _of("a\t"),
    "simulated cases": _of("this is a simulated case "),
    "commentaries": _of("Commentary: "),
    "certificates": _of("This is to certify that "),
    "forms": _of("Authentication by referee\nName: "),
    "short lines": _of("a\n"),
    "tables of versions": _of("Version history\n1.0 May 2018\n"),
}


def main() -> int:
    """Time every check on every text and print what grows too fast or takes long; the exit code counts the former."""
    signs = int(sys.argv[1]) if len(sys.argv) > 1 else SIGNS
    vocabulary = load_vocabulary(_scheme())
    grown = 0
    for (name, text), check in product(HOSTILE.items(), CHECKS):
        look = partial(CHECKS[check], data=vocabulary[check])
        if _seconds(look, text(2 * signs)) >= LITTLE:
            once, twice = (min(_seconds(look, text(each)) for _ in range(TRIES)) for each in (signs, 2 * signs))
            fast = twice > max(LITTLE, SUSPECT * once)
            grown += fast
            if fast or twice > SLOW:
                print(f"{name:32}{check:16}{once:8.2f} s{twice:8.2f} s{'  grows' if fast else ''}", flush=True)
    print(f"{len(HOSTILE)} texts, {len(CHECKS)} checks, {signs} and {2 * signs} signs: {grown} grow too fast")
    return min(grown, 1)


def _seconds(look: Callable[[Material], object], text: str) -> float:
    made = _material(text)
    begun = time.process_time()
    look(made)
    return time.process_time() - begun


@cache
def _scheme() -> Scheme:
    return load_scheme()


def _material(text: str) -> Material:
    """Two items of one page each, with this text."""
    readings, evidence, entries = [], [], []
    for item, code in (("1", "4.1"), ("2", "3")):
        spans = (PageSpan(file=f"{item}.pdf", first=1, last=1),)
        readings.append(_reading(f"{item}.pdf", text))
        evidence.append(EvidenceItem(id=item, label=item, title="", spans=spans))
        entries.append(
            CrossReferenceEntry(
                sub_category=code,
                evidence_id=item,
                text=item,
                page_hint=None,
                section_hint=None,
                notes=(),
                spans=spans,
                confidence=1.0,
                cell=None,
            )
        )
    portfolio = Portfolio(
        applicant_name="Dr Ada Example", submitted_on=date(2026, 6, 1), documents=(), tables=(), contents_list=None,
        cross_references=tuple(entries), authentication=Authentication(present=False), evidence=tuple(evidence),
        unresolved=(), orphans=(), problems=(),
    )  # fmt: skip
    return Material(
        scheme=_scheme(), portfolio=portfolio, files=tuple(map(file_lines, readings)), submitted_on=date(2026, 6, 1)
    )


def _reading(file: str, text: str) -> DocumentReading:
    words = []
    for line, row in enumerate(text.split("\n")):
        x, y = 50.0, 60.0 + 14 * line
        for word in row.split():
            words.append(Word(x, y, x + 5.0 * len(word), y + 10, word, 0, line))
            x += 5.0 * (len(word) + 1)
    page = PageReading(
        number=1, width=595, height=842, words=tuple(words), rulings=(), has_text=True, picture_share=0.0
    )
    return DocumentReading(
        file=file, sha256="0" * 64, media=MediaKind.PDF, pages=(page,), tables=(), bookmarks=(), problems=(),
        rendered_by=None, reader="benchmark",
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
