"""What an old office file (DOC, XLS, PPT) says without being opened by its program: its data, its macros."""
# mypy: disable-error-code="no-untyped-call"
# The library carries no types.

from datetime import datetime
from typing import Any

from mrse_assess.documents.facts.values import KINDS, Found
from mrse_assess.documents.facts.wording import properties
from mrse_assess.model.facts import Carried

_UNSEEN = KINDS - {"properties", "revisions"}
_MACROS = frozenset({"macros", "_vba_project_cur", "vba", "_vba_project"})
_OBJECTS = frozenset({"objectpool"})


def compound_facts(path: str) -> Found:
    """The facts of a compound file; most kinds are not looked for in it."""
    import olefile

    try:
        with olefile.OleFileIO(path) as file:
            names = {part.lower() for entry in file.listdir(streams=True, storages=True)[:5000] for part in entry}
            told = file.get_metadata()
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - the library raises many kinds on a broken file
        return Found(unseen=KINDS)
    carried = [Carried("macro", 1)] if names & _MACROS else []
    carried += [Carried("embedded_object", 1)] if names & _OBJECTS else []
    return Found(properties=_properties(told), carried=tuple(carried), unseen=_UNSEEN)


def _properties(told: Any) -> dict[str, str]:
    def text(name: str) -> str:
        said = getattr(told, name, None)
        return said.decode("cp1252", "replace") if isinstance(said, bytes) else ""

    def day(name: str) -> str:
        said = getattr(told, name, None)
        return said.date().isoformat() if isinstance(said, datetime) else ""

    return properties(
        {
            "author": text("author"),
            "title": text("title"),
            "subject": text("subject"),
            "keywords": text("keywords"),
            "company": text("company"),
            "creator": text("creating_application"),
            "last_modified_by": text("last_saved_by"),
            "created": day("create_time"),
            "modified": day("last_saved_time"),
        }
    )
