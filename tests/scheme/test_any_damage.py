"""Whatever is changed at random, the loader gives a scheme whose texts can be filled, or refuses with one sentence."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mrse_assess.errors import SchemeError
from mrse_assess.scheme import SHIPPED
from mrse_assess.scheme.fields import REQUIRED, TextsByName
from mrse_assess.scheme.read import read_source
from mrse_assess.scheme.tables import TOP

Way = tuple[str | int, ...]
FREE = {(key,) for key, field in TOP.items() if isinstance(field.kind, TextsByName)}


def tables(value: Any, way: Way = ()) -> Iterator[Way]:
    """The ways to every table whose keys the loader knows: all but those of texts, whose names are free."""
    if isinstance(value, dict):
        if way not in FREE:
            yield way
        for key, inner in value.items():
            yield from tables(inner, (*way, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from tables(inner, (*way, number))


def leaves(value: Any, way: Way = ()) -> Iterator[Way]:
    """The ways to every value that is no table and no list."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*way, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from leaves(inner, (*way, number))
    else:
        yield way


def at(value: Any, way: Way) -> Any:
    for step in way:
        value = value[step]
    return value


def required(way: Way) -> bool:
    """Whether the key at the end of the way has to be given."""
    fields: Any = TOP
    for step in way[:-1]:
        if isinstance(step, str):
            fields = fields[step].kind.fields
    return fields[way[-1]].default is REQUIRED


def refusal_of(altered: Callable[..., Any], change: Callable[[Any], Any]) -> str:
    """What the loader says against the change, or nothing."""
    try:
        altered(change)
    except SchemeError as refusal:
        return str(refusal)
    return ""


WHOLE = dict(read_source(SHIPPED).tables)
TABLES = list(tables(WHOLE))
LEAVES = list(leaves(WHOLE))
REQUIRED_KEYS = [(*way, key) for way in TABLES for key in at(WHOLE, way) if required((*way, key))]
CHEAP = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@CHEAP
@given(way=st.sampled_from(TABLES), key=st.text(min_size=1, max_size=12))
def test_an_unknown_key_is_refused_wherever_it_stands(altered, way, key):
    if key in at(WHOLE, way):
        key = f"{key}_"
    with pytest.raises(SchemeError, match=r"found the unknown key .*; allowed: \w+") as refusal:
        altered(lambda data: at(data, way).update({key: "anything"}))
    assert str(refusal.value).split(",")[0].split(":")[0].endswith((".toml", SHIPPED.name))


@CHEAP
@given(
    way=st.sampled_from(LEAVES),
    value=st.one_of(st.floats(), st.just(()), st.dictionaries(st.text(), st.text(), max_size=1), st.dates()),
)
def test_a_value_of_a_kind_that_is_never_allowed_is_refused_wherever_it_stands(altered, way, value):
    with pytest.raises(SchemeError, match=r"; .*"):
        altered(lambda data: at(data, way[:-1]).__setitem__(way[-1], value))


@CHEAP
@given(way=st.sampled_from(REQUIRED_KEYS))
def test_a_required_key_that_is_left_out_is_named_wherever_it_was(altered, way):
    *table, key = way
    refusal = refusal_of(altered, lambda data: at(data, tuple(table)).pop(key))
    assert f'the key "{key}" is missing' in refusal


@CHEAP
@given(text=st.text(alphabet=st.sampled_from("{}[]()!:.%0 aknlist_\n"), min_size=1, max_size=24))
def test_a_passage_is_refused_by_name_or_can_be_filled(altered, text):
    refusal = refusal_of(altered, lambda data: data["passages"].update({"gap": text}))
    if refusal:
        assert '"gap"' in refusal
        assert "\n" not in refusal
    else:
        assert isinstance(text.format_map(defaultdict(str)), str)


@CHEAP
@given(st.integers(min_value=-3, max_value=40), st.integers(min_value=-3, max_value=40))
def test_only_thresholds_that_can_be_reached_are_accepted(altered, total, simulated):
    def change(data: dict[str, Any]) -> None:
        data["rule"][0]["threshold"] = total
        data["rule"][3]["threshold"] = simulated

    if 0 <= total <= 16 and 0 <= simulated <= 16:
        scheme = altered(change)
        assert scheme.rule("sub_categories").needed == f"at least {total} of 16"
        assert scheme.rule("simulated_limit").needed == f"at most {simulated}"
    else:
        with pytest.raises(SchemeError, match="threshold: found"):
            altered(change)
