"""The README names every command, and nothing in the repository names a machine or a registry."""

import re
import subprocess
from pathlib import Path

from mrse_assess.cli.app import app

ROOT = Path(__file__).resolve().parents[2]


def test_every_command_stands_in_the_readme():
    table = (ROOT / "README.md").read_text(encoding="utf-8")
    names = [command.name or command.callback.__name__ for command in app.registered_commands]
    assert [name for name in names if f"`{name}" not in table] == []


def test_every_make_target_of_the_readme_is_in_the_makefile():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = set(re.findall(r"(?:`|^    )make (\w+)", readme, re.MULTILINE))
    assert {"demo", "test", "bench"} <= targets
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert [target for target in targets if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []


def test_no_file_names_a_folder_of_one_machine():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    kinds = (".py", ".toml", ".md", ".js", ".css", ".yml", ".txt", ".j2", ".ipynb")
    texts = (path for path in listed if path.endswith(kinds) and not path.startswith("tests/"))
    named = re.compile(r"/(?:home|root|work|Users)/[a-z]")
    assert [path for path in texts if named.search((ROOT / path).read_text(encoding="utf-8"))] == []
