"""The report's data and its code speak of the same checks, kinds, faults and passages."""

import re
from pathlib import Path

import pytest

from mrse_assess.documents import problems as document_problems
from mrse_assess.screening import report, timeline
from mrse_assess.screening.report import asking, contents, lines
from mrse_assess.screening.vocabulary import load_vocabulary

from .conftest import Sample

PORTFOLIO_KEYS = {
    "not_opened", "part", "no_contents_list", "no_table", "no_evidence", "few_claims", "nowhere", "listed",
}  # fmt: skip
PACKAGE = Path(report.__file__).parents[2]


@pytest.fixture(scope="module")
def kinds(scheme):
    return {check: set(data.wordings) for check, data in load_vocabulary(scheme).items()}


def test_whatever_is_listed_to_send_back_can_be_found(scheme, kinds):
    for key in scheme.report_asks:
        check, kind, *likelihood = key.split(".")
        if check == "problem":
            assert document_problems.is_known(kind), key
        elif check == "portfolio":
            assert kind in PORTFOLIO_KEYS, key
        else:
            assert kind in kinds[check], key
            assert likelihood in ([], ["likely"], ["possible"]), key


def test_every_fact_of_the_portfolio_has_its_place_in_the_list(samples: dict[str, Sample], scheme):
    office = lines.Office(
        portfolio=samples["faulty"].portfolio,
        screening=samples["faulty"].screening,
        scheme=scheme,
        reference="EX-1",
        received_on=samples["faulty"].portfolio.submitted_on,
    )
    found = asking._of_portfolio(office, lines.Taken(office.portfolio, scheme))
    assert set(found) <= {f"portfolio.{key}" for key in PORTFOLIO_KEYS}
    assert {key for key in scheme.report_asks if key.startswith("portfolio.")} == {
        f"portfolio.{key}" for key in PORTFOLIO_KEYS
    }


@pytest.mark.parametrize(
    ("check", "named"),
    [
        ("referee", ("named", *lines._SIGNED, *lines._REFEREE, *lines._SIGNED_ON)),
        ("dates", (*lines._NO_DATE, *lines._SHARE, "older")),
        ("similar", contents._ALIKE),
        ("personal_data", ("pictures_unread", "not_looked_into", "file_name")),
        ("redactions", ("not_checked", "not_looked_into")),
        ("active", ("not_looked_into",)),
    ],
)
def test_the_kinds_that_the_report_asks_for_are_said_by_the_checks(check, named, kinds):
    assert set(named) <= kinds[check]


def test_every_kind_of_the_referee_check_stands_in_some_line(kinds):
    assert kinds["referee"] == {"named", *lines._SIGNED, *lines._REFEREE, *lines._SIGNED_ON}


def test_no_passage_is_left_over(scheme):
    sources = [path.read_text(encoding="utf-8") for path in Path(report.__file__).parent.glob("*.py")]
    text = "\n".join([*sources, Path(timeline.__file__).read_text(encoding="utf-8")])
    literals = set(re.findall(r'"([\w.]+)"', text))
    ends = ("lead", "section", "pictures", "covers", "timeline")
    for name in scheme.report_passages:
        known = name in literals or name in scheme.report_asks.values()
        assert known or (name.partition(".")[0] in ends and _end_is_known(name, literals)), name


def _end_is_known(name, literals):
    return name.rpartition(".")[2] in literals | {"written", "sent", "held", "measured", "reviewed", "some"}


def test_no_line_of_the_report_is_worded_in_python():
    for path in Path(report.__file__).parent.glob("*.py"):
        code = re.sub(r'""".*?"""', "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        said = [text for text in re.findall(r'"([^"\n]*)"', code) if re.search(r"[a-z] [a-z]", text)]
        assert [text for text in said if not text.startswith("The scheme has no passage")] == [], path.name
