"""What a setting holds up while it is unset, in words."""

from mrse_assess.model.scheme import Scheme, SettingSpec

EVERY = "every"


def held_up(scheme: Scheme, spec: SettingSpec) -> tuple[str, ...]:
    """What waits for the setting, one phrase for each of its ``needed_by``, in their order."""
    words = {
        EVERY: "every letter",
        **{outcome.kind.value: f"letters with the outcome “{outcome.name}”" for outcome in scheme.outcomes},
        **{rule.id: f"the rule “{rule.label}”" for rule in scheme.rules},
        **{part.id: f"letters that speak of “{part.name}”" for part in scheme.parts},
        **{reason.id: f"letters that give the reason “{reason.name}”" for reason in scheme.reasons},
        **scheme.setting_uses,
    }
    outcomes_that_wait = [
        f"choosing “{outcome.name}”" for outcome in scheme.outcomes if spec.id in outcome.needs_settings
    ]
    return (*(words[each] for each in spec.needed_by), *outcomes_that_wait)
