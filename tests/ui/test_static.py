import re
from importlib import resources

import pytest

from mrse_assess.ui.cohort.parts import CohortPane
from mrse_assess.ui.pane import Pane
from mrse_assess.ui.static_files import _PARTS, _STYLES, COHORT_STYLE, LETTER_STYLE, module, stylesheet

PARTS = {"shared.js"}.union(*_PARTS.values())

FOLDER = resources.files("mrse_assess.ui") / "static"
SCRIPTS = sorted(file.name for file in FOLDER.iterdir() if file.name.endswith(".js"))
FILES = sorted(file.name for file in FOLDER.iterdir() if file.name.endswith((".js", ".css")))


def read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FILES)
def test_no_file_names_an_address(name):
    assert not re.findall(r"\b(?:https?|wss?|ftp):|@import|url\(|//[a-z0-9-]+\.[a-z]", read(name))


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_script_makes_markup_or_code_from_text(name):
    banned = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|srcdoc|createContextualFragment"
    )
    assert not re.findall(banned, read(name))
    parsed = re.findall(r"parseFromString\((.*?),", read(name))
    assert parsed in ([], ['"<svg><path></path></svg>"'])


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_script_asks_anyone_but_the_kernel(name):
    assert not re.findall(
        r"\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|import\(", read(name)
    )


def test_every_pane_has_its_script_and_every_script_its_pane():
    used = {kind._esm for kind in Pane.__subclasses__()}
    assert CohortPane._esm in used  # its page is imported when it is opened
    assert used == {module(name) for name in SCRIPTS if name not in PARTS}
    assert all(script.count("export default") == 1 for script in used)


ASKED_FOR = {
    "letter.js",
    "letter_page.js",
    "settings.js",
    "seal.js",
    "correction.js",
    "start.js",
    "office.js",
    "meeting.js",
    "cohort.js",
}
OF_ANOTHER_PAGE = {"meeting.js", "letter_page.js", "cohort.js"}


def test_what_travels_to_the_page_is_small():
    sizes = {name: len(module(name)) for name in SCRIPTS if name not in PARTS}
    at_first = sum(size for name, size in sizes.items() if name not in ASKED_FOR)
    assert set(sizes) >= ASKED_FOR
    assert at_first + len(stylesheet()) < 360_000
    of_the_page = sum(size for name, size in sizes.items() if name not in OF_ANOTHER_PAGE)
    assert of_the_page + 2 * len(stylesheet()) < 560_000


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_text_of_a_script_spans_lines(name):
    """So that a line of it can be sent without its indentation."""
    assert all(line.count("`") % 2 == 0 for line in read(name).splitlines())


def test_whatever_a_pane_says_another_hears():
    everything = "".join(read(name) for name in SCRIPTS)
    said = set(re.findall(r'(?:talk\.say\(|says: )"(\w+)"', everything))
    heard = set(re.findall(r'talk\.hear\("(\w+)"', everything))
    assert said == heard


ACT = re.compile(r'\{ id: "(\w+)", words: "([^"]+)".*?key: "([^"]*)".*?(says|does): "(\w+)"')


def test_each_act_has_its_own_usual_key_and_something_to_do():
    acts = ACT.findall(read("acts.js"))
    keys = [key for _, _, key, _, _ in acts]
    usual = [*"123rsmwpuynjkg/e+-fthcql?", "", "ArrowLeft", "ArrowRight", "F6", "Escape"]
    assert sorted(keys) == sorted(usual)
    assert len({act for act, *_ in acts}) == len(acts)
    does = {what for _, _, _, how, what in acts if how == "does"}
    done = read("keys.js")
    assert all(re.search(rf"[{{ ]{what}[,:]", done) for what in does)


def test_the_verdict_keys_are_lifted_by_shift():
    assert "key: `Shift+${at + 1}`" in read("acts.js")


def test_no_control_prints_a_key_that_the_settings_can_change():
    printed = {key for name in SCRIPTS for key in re.findall(r'kbd\("([^"]+)"\)', read(name))}
    declared = {key for name in SCRIPTS for key in re.findall(r'"aria-keyshortcuts": "([^"]+)"', read(name))}
    assert printed <= {"Esc", "Enter", "Tab"}
    assert declared <= {"Escape", "Enter", "Enter Shift+Enter"}


def test_the_style_stays_inside_the_app():
    written = "\n".join(
        read(name) for name in (*_STYLES, LETTER_STYLE, COHORT_STYLE)
    )  # with its indentation, which the page does not get
    outside = re.sub(r"/\*.*?\*/", "", written, flags=re.DOTALL)
    selectors = re.findall(r"(?:^|\})\s*([^{}@]+)\{", outside)
    top = [one.strip() for one in re.findall(r"^([^\s@}&/*][^{]*)\{", outside, flags=re.MULTILINE)]
    assert selectors
    assert top
    assert all(".mrse-app" in selector for selector in top)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def tokens(scheme: str) -> dict[str, str]:
    light, dark, *_ = read("tokens.css").split("@media")
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light))
    if scheme == "dark":
        found.update(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", dark))
    return found


TEXT = (
    [("ink", surface) for surface in ("pane", "rail", "sunk", "hover", "accent-tint", "prompt-tint")]
    + [("ink-2", surface) for surface in ("pane", "rail", "sunk", "canvas", "not-tint", "accent-tint")]
    + [("ink-3", surface) for surface in ("pane", "sunk")]
    + [("accent", surface) for surface in ("pane", "rail", "accent-tint")]
    + [(tone, f"{tone}-tint") for tone in ("sat", "not", "ref", "off", "prompt")]
    + [("sat", "rail"), ("prompt", "rail"), ("on-danger", "danger"), ("on-accent", "accent"), ("on-danger", "not")]
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "surface"), TEXT)
def test_text_can_be_read_on_its_surface(scheme, text, surface):
    values = tokens(scheme)
    assert contrast(values[text], values[surface]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("surface", ["pane", "rail", "sunk", "canvas"])
def test_edges_of_controls_can_be_seen(scheme, surface):
    values = tokens(scheme)
    assert contrast(values["edge"], values[surface]) >= 3
