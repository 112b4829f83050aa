"""Names that the applicant chose, of files and of items, as the report may say them.

One that has the form of a patient's number, birth date or name is never said: what bears it is told by its number.
"""

from collections import Counter
from functools import cached_property
from pathlib import PurePosixPath
from typing import Final

from mrse_assess.errors import SchemeError
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.model.scheme import Scheme
from mrse_assess.screening.checks.personal_data.carried import names_patient, names_record
from mrse_assess.screening.report.words import ReportWords, short
from mrse_assess.screening.vocabulary import CheckData, check_data

_PATIENTS: Final = "personal_data"


class Names:
    """The names of one portfolio. Where nobody can tell whether one names a patient, none is said."""

    def __init__(self, portfolio: Portfolio, scheme: Scheme, words: ReportWords) -> None:
        self._portfolio = portfolio
        self._scheme = scheme
        self._words = words

    def file(self, name: str) -> str:
        """The name of a file, its folder only where two bear the same name."""
        path = PurePosixPath(name)
        if any(map(self._is_personal, (PurePosixPath(part).stem for part in path.parts))):
            number = self._files.get(name)
            if number is None:
                return self._words.text("where.file_unnamed")
            return self._words.text("where.file_withheld", n=number, total=len(self._files))
        return short(name if self._bare[path.name] > 1 else path.name)

    def item(self, label: str) -> str:
        """The label of an item."""
        if not self._is_personal(label):
            return short(label)
        number = self.order.get(label)
        if number is None:
            return self._words.text("where.label_unnamed")
        return self._words.text("where.label_withheld", n=number + 1, total=len(self.order))

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each item in the portfolio, from 0."""
        return {item.id: place for place, item in enumerate(self._portfolio.evidence)}

    @cached_property
    def _bare(self) -> Counter[str]:
        return Counter(PurePosixPath(document.name).name for document in self._portfolio.documents)

    @cached_property
    def _files(self) -> dict[str, int]:
        return {document.name: number for number, document in enumerate(self._portfolio.documents, start=1)}

    def _is_personal(self, text: str) -> bool:
        data = self._data
        sent = self._portfolio.submitted_on
        return data is None or names_patient(text, data, sent) or names_record(text, data)

    @cached_property
    def _data(self) -> CheckData | None:
        try:
            return check_data(_PATIENTS, self._scheme)
        except SchemeError:
            return None
