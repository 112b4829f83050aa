"""What a person may want sent again, one sentence each with where to look, in the order that the scheme's data give."""

from collections.abc import Iterator, Mapping
from typing import Final

from mrse_assess.model.letter import Notice, Sentence
from mrse_assess.model.observation import Observation
from mrse_assess.screening.report.lines import claims, not_opened
from mrse_assess.screening.report.office import Office
from mrse_assess.screening.report.taken import Taken

_UNSEEN: Final = "not_looked_into"


def anything_to_send_back(office: Office, taken: Taken) -> Notice:
    """The list, and where it is empty that nothing was found, with what could not be looked at said."""
    said = tuple(_asks(office, taken))
    most = office.detail.asks
    entries = said[:most]
    if len(said) > most:
        entries = (*entries, office.words.say("back.more", n=len(said) - most))
    return office.words.notice("back.heading", entries or (office.words.say(_nothing(office, taken)),))


def _nothing(office: Office, taken: Taken) -> str:
    checks = {key.partition(".")[0] for key in office.scheme.report_asks} - {"portfolio", "problem"}
    unseen = taken.wordless or taken.in_part or any(each.kind == _UNSEEN for each in office.observations)
    return "back.nothing_seen" if unseen or not all(map(office.looked, checks)) else "back.nothing"


def _asks(office: Office, taken: Taken) -> Iterator[Sentence]:
    asks = office.scheme.report_asks
    shown = _of_portfolio(office, taken)
    noticed = _of_screening(office)
    for passage in dict.fromkeys(asks.values()):
        slots = next((shown[key] for key, named in asks.items() if named == passage and key in shown), None)
        if slots is not None:
            yield office.words.say(passage, **slots)
        elif found := noticed.get(passage):
            yield office.words.say(passage, what=office.findings(found), where=office.places.of(found))


def _of_screening(office: Office) -> Mapping[str, list[Observation]]:
    """The observations that belong under each passage, in their order."""
    asks = office.scheme.report_asks
    found: dict[str, list[Observation]] = {}
    for each in office.observations:
        key = f"{each.check}.{each.kind}"
        passage = asks.get(f"{key}.{each.likelihood}") or asks.get(key)
        if passage:
            found.setdefault(passage, []).append(each)
    return found


def _of_portfolio(office: Office, taken: Taken) -> Mapping[str, Mapping[str, object]]:
    """What the reading shows, by its key, with what fills the slots of its passage."""
    portfolio, total = office.portfolio, len(office.scheme.codes)
    counts = {"n": len(taken.claimed), "total": total, "needed": taken.needed}
    listed = [place for place in taken.listed if place]
    facts: dict[str, tuple[object, Mapping[str, object]]] = {
        "not_opened": (taken.not_opened, {"where": not_opened(office, taken) if taken.not_opened else ""}),
        "part": (taken.in_part, {"where": office.places.files(taken.in_part) if taken.in_part else ""}),
        "no_contents_list": (not portfolio.contents_list, {}),
        "no_table": (not portfolio.tables, {}),
        "no_evidence": (not portfolio.evidence, {}),
        "few_claims": (portfolio.tables and len(taken.claimed) < taken.needed, counts),
        "nowhere": (taken.nowhere, {"where": claims(office, taken) if taken.nowhere else ""}),
        "listed": (listed, {"n": len(taken.listed), "where": office.places.at(listed) if listed else ""}),
    }
    return {f"portfolio.{key}": slots for key, (holds, slots) in facts.items() if holds}
