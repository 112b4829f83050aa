"""Personal data that no page shows: hidden words, earlier versions, where photographs were taken, a file's own data."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from mrse_assess.intake.text.dates import every_date
from mrse_assess.model.facts import FileFacts
from mrse_assess.model.places import Locator
from mrse_assess.screening.checks.personal_data.in_words import identifiers_in
from mrse_assess.screening.checks.personal_data.numbers import TEN, may_be_issued, passes
from mrse_assess.screening.checks.personal_data.people import PERSON, is_person
from mrse_assess.screening.phrases import any_of
from mrse_assess.screening.vocabulary import CheckData

LOOKED_FOR: Final = ("hidden", "revisions", "photos", "properties")
_TEXTS: Final = ("title", "subject", "keywords", "author", "company", "last_modified_by")
_DAY: Final = len("2023-05-02")
_LONG_AGO: Final = 8  # years
_HOSPITAL: Final = frozenset({"hospital_number"})
_SURNAME_FIRST: Final = re.compile(r"[A-Z][A-Za-z'-]{2,24} [A-Z]{1,2} (?=\d)")
_CODE: Final = re.compile(r"[ ,(-]{1,3}(?![A-Za-z]{4})[A-Za-z]{0,3}(?:\d{5,7}|\d{8}[A-Za-z]?)\b(?<!\b\d{8})")  # no day
_NAMED: Final = r"((?:[OD]'|Mc|Mac)?[A-Z][a-z]{2,24}(?:-[A-Z][a-z]{1,24})?|[A-Z]{3,24})"
_RECORD: Final = r"[A-Z]{1,3}\d{6,8}[A-Z]?(?!\w)"
_NAME_CODE: Final = re.compile(rf"(?<!\w){_NAMED}[ ,(-]{{1,3}}{_RECORD}")
_CODE_NAME: Final = re.compile(rf"(?<!\w){_RECORD}[ ,)-]{{1,3}}{_NAMED}(?!\w)")
_TITLED_NAME: Final = re.compile(rf"(?<!\w)(?:Mrs|Mr|Ms|Miss|Master|Baby)\.? {_NAMED}(?!\w)")
_CALLED_NAME: Final = re.compile(rf"(?<!\w)(?:[Pp]atient|PATIENT|[Pp]t|PT) {_NAMED}(?!\w)")
_NO_WORDS: Final = frozenset[str]().__contains__


def carried(facts: FileFacts, data: CheckData, sent: date | None) -> Iterator[tuple[str, Locator, bool]]:
    """Kind, place and whether it is likely, for all that one file carries."""
    file = facts.file
    for photo in facts.photos:
        if photo.located:
            yield "exif_gps", Locator(file=file, page=photo.page), False
    least = int(data.tables["hidden"][0]["least_words"])
    for hidden in facts.hidden:
        if hidden.words >= least:
            kind = "revision" if hidden.kind == "revision" else "hidden_text"
            yield kind, Locator(file=file, page=hidden.page, box=hidden.box), False
    if facts.revisions and not any(hidden.kind == "revision" for hidden in facts.hidden):
        yield "revision", Locator(file=file, page=1), False
    said = [text for name in _TEXTS if (text := facts.properties.get(name))]
    if any(names_patient(text, data, sent) for text in said):
        yield "metadata", Locator(file=file, page=1), True


def in_file_name(
    file: str, data: CheckData, sent: date | None, known: Callable[[str], bool] = frozenset[str]().__contains__
) -> bool:
    """Whether the name of a file gives a patient's number, birth date or name; ``known`` words are no names."""
    stem = file.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
    return names_patient(stem, data, sent) or _may_name_patient(stem, data, known)


def _may_name_patient(stem: str, data: CheckData, known: Callable[[str], bool]) -> bool:
    """Whether a surname stands beside a record's number, or behind a title or a word for a patient, with an implant."""
    plain = " ".join(re.sub(r"[_+]", " ", stem).split())
    if any_of(data.lists["professions"]).search(plain) or any_of(data.lists["nobody"]).search(plain):
        return False
    no_names = _no_names(data)
    if _stands_by_record(plain, data, known):
        return True
    about = any_of(data.lists["about_bodies"]).search(plain) or any_of(data.lists["implants"]).search(plain)
    shapes = (_TITLED_NAME, _CALLED_NAME) if about else (_CALLED_NAME,)
    return any(
        is_person(match.group(1), no_names, known, least=1) for shape in shapes for match in shape.finditer(plain)
    )


def names_record(text: str, data: CheckData) -> bool:
    """Whether a file's title or name gives a surname beside the number of a record."""
    plain = " ".join(re.sub(r"[_+]", " ", text).split())
    return _stands_by_record(plain, data, _NO_WORDS)


def _stands_by_record(plain: str, data: CheckData, known: Callable[[str], bool]) -> bool:
    matches = (match for shape in (_NAME_CODE, _CODE_NAME) for match in shape.finditer(plain))
    return any(is_person(match.group(1), _no_names(data), known, least=1) for match in matches)


def _no_names(data: CheckData) -> tuple[str, ...]:
    return (*data.lists["no_names"], *data.lists["other_numbers"], *data.lists["equipment_labels"])


def names_patient(text: str, data: CheckData, sent: date | None) -> bool:
    """Whether a file's title or name gives a patient's number, birth date or name."""
    plain = " ".join(re.sub(r"[_+]", " ", text).split())
    tens = ("".join(match.group(1, 3, 5)) for match in TEN.finditer(plain))
    if any(passes(ten) and may_be_issued(ten) for ten in tens) or _HOSPITAL & identifiers_in(plain):
        return True
    days = [iso for _, _, iso in every_date(plain) if len(iso) == _DAY]
    if days and any_of(data.lists["birth_labels"]).search(plain):
        return True
    names = (match for match in PERSON.finditer(plain) if is_person(match.group(), data.lists["no_names"], _NO_WORDS))
    person = next(names, None)
    old = sent is not None and any(int(iso[:4]) < sent.year - _LONG_AGO or iso > sent.isoformat() for iso in days)
    if person is None:
        return old and _SURNAME_FIRST.match(plain) is not None
    if _CODE.match(plain, person.end()) and any_of(data.lists["written_about"]).search(plain[: person.start()]):
        return True
    about = any_of(data.lists["picture_of"]).search(plain[: person.start()])
    return old or (about is not None and about.end() >= person.start() - 2)
