"""How an assessor likes the page is theirs alone, outlives the application, and is read back whatever it holds."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mrse_assess.errors import BadRequestError
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.course_views import Preferences
from mrse_assess.workbench.preferring import SLOT, Preferring, preferences_from_text, preferences_to_text

LIKED = Preferences(
    keys=(("next", "x"), ("satisfactory", "Shift+a")), single_keys=False, go_on_after_verdict=True, marks=("dates",)
)


def of(workspace, application, assessor):
    return Preferring(Assessment(workspace, application, assessor))


def test_nothing_kept_is_as_usual(workspace, application):
    assert of(workspace, application, "A1").preferences() == Preferences()


def test_each_assessor_keeps_their_own(workspace, application):
    of(workspace, application, "A1").prefer(LIKED)
    assert of(workspace, application, "A1").preferences() == LIKED
    assert of(workspace, application, "A2").preferences() == Preferences()
    assert workspace.store.events(actor="A1") == ()


@pytest.mark.parametrize(
    "keys",
    [
        (("next", ""),),
        (("next", "Enter"),),
        (("next", " "),),
        (("next", "nn"),),
        (("next", "F13"),),
        (("Next", "n"),),
        (("next", "x"), ("park", "x")),
    ],
)
def test_a_key_that_is_none_or_does_two_things_is_refused(workspace, application, keys):
    with pytest.raises(BadRequestError, match="key"):
        of(workspace, application, "A1").prefer(Preferences(keys=keys))
    assert of(workspace, application, "A1").preferences() == Preferences()


@pytest.mark.parametrize("key", ["x", "Shift+2", "F9", "é", "+", "?", "Shift++"])
def test_a_letter_a_digit_a_sign_or_a_function_key_will_do(workspace, application, key):
    of(workspace, application, "A1").prefer(Preferences(keys=(("next", key),)))
    assert of(workspace, application, "A1").preferences().keys == (("next", key),)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("", Preferences()),
        ("not json", Preferences()),
        ("[1]", Preferences()),
        ('{"single_keys": "no", "continuous": true}', Preferences(continuous=True)),
        ('{"keys": {"next": 3}, "go_on_after_verdict": true}', Preferences(go_on_after_verdict=True)),
        ('{"keys": {"next": "x", "park": "x"}}', Preferences()),
        ('{"marks": ["dates", 3, "dates", "<b>"]}', Preferences(marks=("dates",))),
        ('{"of_a_newer_version": {}}', Preferences()),
    ],
)
def test_what_cannot_be_understood_is_as_usual(workspace, application, text, read):
    workspace.store.save_draft("", "A1", SLOT, text)
    assert of(workspace, application, "A1").preferences() == read


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["keys", "marks", "next"]), inner),
    max_leaves=6,
)


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from(["keys", "marks", "single_keys", "continuous"]), JSON))
def test_whatever_was_kept_gives_preferences_that_can_be_kept_again(said):
    read = preferences_from_text(json.dumps(said))
    assert preferences_from_text(preferences_to_text(read)) == read
