"""Files that only an office program can open, turned into DOCX or PDF by LibreOffice where it is installed.

Runs in the worker, so on Linux without a network. LibreOffice gets a folder of its own for profile, input, output and
temporary files, no macros, a time limit, a limit on what it may write, where Linux allows it no sight of any other file
of this user's, and ends with the worker.
"""
# mypy: disable-error-code="no-untyped-call"
# olefile carries no types.

import contextlib
import functools
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from mrse_assess.documents.fence import Fence, fence
from mrse_assess.documents.values import MEBIBYTE

OFFICE_SECONDS = 90.0
"""How long LibreOffice may take over one file; less than a conversion may take, so that it is ended in good order."""

MOST_OUTPUT = 200 * MEBIBYTE
"""How many bytes any file that LibreOffice writes may have."""

_VERSION_SECONDS = 20.0
_BEGIN_AGAIN = 81  # LibreOffice asks so to be started again, once its new profile is made
_STARTS = 2
_STALE_SECONDS = 3600.0  # a folder this old was left by a worker that was ended
_PREFIX = "office-"
_PR_SET_PDEATHSIG = 1
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
)
_KEPT_FROM_ENVIRONMENT = ("SYSTEMROOT", "WINDIR", "SYSTEMDRIVE", "PROGRAMFILES", "COMSPEC")
_MACROS = "/org.openoffice.Office.Common/Security/Scripting"
_SETTINGS = (
    (_MACROS, "DisableMacrosExecution", "true"),
    (_MACROS, "MacroSecurityLevel", "3"),
    (_MACROS, "BlockUntrustedRefererLinks", "true"),
    (_MACROS, "DisableActiveContent", "true"),
    (_MACROS, "DisableOLEAutomation", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "2"),
    ("/org.openoffice.Office.Java/VirtualMachine", "Enable", "false"),
)


class Way(NamedTuple):
    """How one kind of file is converted: LibreOffice's names of the filters, and the ending of what comes out."""

    reads: str
    writes: str
    ending: str


WAYS: Mapping[str, Way] = MappingProxyType(
    {
        "doc": Way("MS Word 97", "MS Word 2007 XML", "docx"),
        "rtf": Way("Rich Text Format", "MS Word 2007 XML", "docx"),
        "odt": Way("writer8", "MS Word 2007 XML", "docx"),
        "ppt": Way("MS PowerPoint 97", "impress_pdf_Export", "pdf"),
        "odp": Way("impress8", "impress_pdf_Export", "pdf"),
    }
)
"""The forms that need LibreOffice. Texts become DOCX, which keeps their tables, tracked changes and comments as such;
presentations become PDF, which keeps what a slide looks like."""


_MAIN_STREAMS: Mapping[str, str] = MappingProxyType({"doc": "WordDocument", "ppt": "PowerPoint Document"})


class OfficeError(Exception):
    """LibreOffice could not convert the file; ``code`` is that of the Problem."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, kw_only=True)
class Office:
    """An installed LibreOffice: its program and its version in words ("LibreOffice 7.4.7.2")."""

    program: str
    name: str


def find_office() -> Office | None:
    """The LibreOffice of this machine, or None. ``MRSE_ASSESS_OFFICE`` names another program, or "none"."""
    asked = os.environ.get("MRSE_ASSESS_OFFICE")
    if asked:
        return _office(_program(Path(asked))) if asked != "none" else None
    found = (shutil.which(name) for name in ("soffice", "libreoffice"))
    places = [*filter(None, found), *filter(os.path.isfile, _USUAL_PLACES)]
    return _office(_program(Path(places[0]))) if places else None


def _program(place: Path) -> str:
    """The program itself where it lies beside its starter: one process, which then ends with the worker."""
    itself = place.resolve().with_name("soffice.bin")
    return str(itself if sys.platform == "linux" and itself.is_file() else place)


@functools.lru_cache(maxsize=4)
def _office(program: str) -> Office | None:
    with tempfile.TemporaryDirectory(prefix=_PREFIX) as folder:
        try:
            code, told = _run([program, "--version"], Path(folder), _VERSION_SECONDS)
        except (OSError, OfficeError):
            return None
    words = told.decode("utf-8", "replace").split()
    if code != 0 or words[:1] != ["LibreOffice"]:
        return None
    return Office(program=program, name=" ".join(words[:2]))


@contextlib.contextmanager
def converted(source: Path, form: str, beside: Path, seconds: float = OFFICE_SECONDS) -> Iterator[tuple[Path, str]]:
    """The converted file and the name of the LibreOffice that made it; the file goes away at the end.

    ``beside`` is a folder of this user's, in which the working folder is made.

    Raises:
        OfficeError: there is no LibreOffice, it gave nothing, took too long, or wrote too much.
    """
    office = find_office()
    if office is None:
        raise OfficeError("office-missing")
    if not _is_whole(source, form):
        raise OfficeError("office-failed")
    _sweep(beside)
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=beside))
    try:
        yield _convert(office, source, form, folder, seconds), office.name
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        _remove_socket(folder)


def _is_whole(source: Path, form: str) -> bool:
    """Whether an old Office file holds its main stream; LibreOffice would show the bytes of a broken one as text."""
    import olefile

    if form not in _MAIN_STREAMS:
        return True
    try:
        with olefile.OleFileIO(source) as file:
            return bool(file.exists(_MAIN_STREAMS[form]))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - the library raises many kinds on broken files
        return False


def _convert(office: Office, source: Path, form: str, folder: Path, seconds: float) -> Path:
    way = WAYS[form]
    copy = folder / f"in.{form}"
    made = folder / "out" / f"in.{way.ending}"
    made.parent.mkdir()
    shutil.copyfile(source, copy)
    _write_settings(folder)
    command = [
        office.program,
        f"-env:UserInstallation={_profile(folder)}",
        *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
        f"--infilter={way.reads}",
        *("--convert-to", f"{way.ending}:{way.writes}", "--outdir", str(made.parent), str(copy)),
    ]
    ends = time.monotonic() + seconds
    for _ in range(_STARTS):
        code, _ = _run(command, folder, ends - time.monotonic())
        if code != _BEGIN_AGAIN:
            break
    if not made.is_file() or made.stat().st_size == 0:
        raise OfficeError("office-failed")
    if made.stat().st_size >= MOST_OUTPUT:
        raise OfficeError("office-too-large")
    return made


def _profile(folder: Path) -> str:
    return (folder / "profile").as_uri()


def _remove_socket(folder: Path) -> None:
    """Remove the socket by which LibreOffice knows itself, which it leaves behind when it is ended."""
    digest = hashlib.md5(_profile(folder).encode("utf-16-le"), usedforsecurity=False).digest()
    name = "".join(f"{byte:x}" for byte in digest)
    for left in Path("/tmp").glob(f"OSL_PIPE_*SingleOfficeIPC_{name}"):  # noqa: S108 - where it insists on putting it
        left.unlink(missing_ok=True)


def _run(command: list[str], folder: Path, seconds: float) -> tuple[int, bytes]:
    """Exit code and output of a program in a session of its own, of which nothing is left afterwards."""
    rules = fence(folder, (Path(command[0]).resolve().parent,))
    with (
        contextlib.ExitStack() as closing,
        subprocess.Popen(  # noqa: S603 - a fixed program and arguments of ours
            command,
            cwd=folder,
            env=_environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            **_bounds(seconds, rules),
        ) as running,
    ):
        if rules is not None:
            closing.callback(rules.close)
        try:
            told, _ = running.communicate(timeout=max(seconds, 0.1))
        except subprocess.TimeoutExpired:
            raise OfficeError("office-timed-out") from None
        finally:
            _end(running)
    return running.returncode, told


def _bounds(seconds: float, rules: Fence | None) -> dict[str, Any]:
    """What the system is asked to hold the program to."""
    if sys.platform == "win32":
        return {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)}
    return {"start_new_session": True, "preexec_fn": _limiter(seconds, rules)}


def _limiter(seconds: float, rules: Fence | None) -> Callable[[], None]:
    """Sets, in the process that becomes the program: its time, its largest file, its end with the worker, its fence."""
    import ctypes
    import resource

    control = ctypes.CDLL(None).prctl if sys.platform == "linux" else None
    worker = os.getpid()
    processor = int(seconds) * 2 + 10

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (processor, processor))
        resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_OUTPUT, MOST_OUTPUT))
        if control is not None:
            control(_PR_SET_PDEATHSIG, signal.SIGKILL)
            if os.getppid() != worker:  # the worker ended before the request took hold
                os._exit(1)
        if rules is not None:
            rules.enter()

    return limit


def _end(running: "subprocess.Popen[bytes]") -> None:
    """End the program and whatever it started."""
    if sys.platform == "win32":
        subprocess.run(  # noqa: S603 - as above
            ["taskkill", "/T", "/F", "/PID", str(running.pid)],  # noqa: S607 - a program of the system
            capture_output=True,
            check=False,
        )
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(running.pid, signal.SIGKILL)
    running.kill()


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT_FROM_ENVIRONMENT if name in os.environ}
    own = {name: str(folder) for name in ("HOME", "TMPDIR", "TEMP", "TMP", "USERPROFILE", "APPDATA", "LOCALAPPDATA")}
    return kept | own | {"PATH": os.defpath, "LANG": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}


def _write_settings(folder: Path) -> None:
    """A fresh profile that runs no macros and follows no links."""
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>",
        encoding="utf-8",
    )


def _sweep(beside: Path) -> None:
    """Remove working folders of workers that were ended."""
    for left in beside.glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _STALE_SECONDS:
                shutil.rmtree(left, ignore_errors=True)
                _remove_socket(left)
