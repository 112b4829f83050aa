"""How an assessor likes the page, kept for them in the workspace. Not a record.

Kept as the drafts are: in the workspace's own file, durable when kept, safe when two tabs keep something at once, in
its backups, and one text for each assessor. It belongs to no application, so that no purge takes it along.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from mrse_assess.errors import BadRequestError
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.course_views import Preferences

OF_NO_APPLICATION: Final = ""
SLOT: Final = "preferences"
_ACT: Final = re.compile(r"[a-z][a-z_]{0,39}")
_KEY: Final = re.compile(r"(Shift\+)?[^\s\x00-\x20\x7f]|F([1-9]|1[0-2])")
_SET: Final = re.compile(r"[\w-]{1,40}")


class Preferring:
    """The assessor's preferences."""

    def __init__(self, assessment: Assessment) -> None:
        self._assessment = assessment

    def preferences(self) -> Preferences:
        """As kept. What is not kept, or cannot be understood, is as usual."""
        kept = self._assessment.workspace.store.draft(OF_NO_APPLICATION, self._assessment.assessor, SLOT)
        return preferences_from_text(kept.text) if kept else Preferences()

    def prefer(self, preferences: Preferences) -> None:
        """Keep them for this assessor in this workspace; durable when this returns.

        Raises:
            BadRequestError: a key is none, or does two things.
        """
        _check(preferences)
        text = preferences_to_text(preferences)
        self._assessment.workspace.store.save_draft(OF_NO_APPLICATION, self._assessment.assessor, SLOT, text)


def preferences_to_text(preferences: Preferences) -> str:
    """The preferences as the text that is kept."""
    said = {
        "keys": dict(preferences.keys),
        "single_keys": preferences.single_keys,
        "go_on_after_verdict": preferences.go_on_after_verdict,
        "continuous": preferences.continuous,
        "marks": list(preferences.marks),
    }
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


def preferences_from_text(text: str) -> Preferences:
    """The preferences in a kept text. Whatever is missing, or not as it should be, is as usual."""
    try:
        said = json.loads(text)
    except ValueError:
        return Preferences()
    if not isinstance(said, dict):
        return Preferences()
    usual = Preferences()
    return Preferences(
        keys=_keys(said.get("keys")),
        single_keys=_flag(said, "single_keys", usual=usual.single_keys),
        go_on_after_verdict=_flag(said, "go_on_after_verdict", usual=usual.go_on_after_verdict),
        continuous=_flag(said, "continuous", usual=usual.continuous),
        marks=_marks(said.get("marks")),
    )


def _check(preferences: Preferences) -> None:
    keys = [key for _, key in preferences.keys]
    if not all(_ACT.fullmatch(act) and _KEY.fullmatch(key) for act, key in preferences.keys):
        raise BadRequestError("A key is a letter, a digit, a sign, or one of F1 to F12; choose one of these.")
    if len(set(keys)) != len(keys):
        raise BadRequestError("One key cannot do two things; choose another for one of them.")


def _flag(said: Mapping[str, Any], name: str, *, usual: bool) -> bool:
    value = said.get(name)
    return value if isinstance(value, bool) else usual


def _keys(said: Any) -> tuple[tuple[str, str], ...]:
    """Acts and keys; all are as usual when one of them cannot be."""
    if not isinstance(said, dict) or not all(isinstance(key, str) for key in said.values()):
        return ()
    preferences = Preferences(keys=tuple(sorted(said.items())))
    try:
        _check(preferences)
    except BadRequestError:
        return ()
    return preferences.keys


def _marks(said: Any) -> tuple[str, ...]:
    if not isinstance(said, list):
        return Preferences().marks
    return tuple(dict.fromkeys(one for one in said if isinstance(one, str) and _SET.fullmatch(one)))
