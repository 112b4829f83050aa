"""Start Voilà in this process, check it, say where it is, and end it cleanly."""

import contextlib
import logging
import os
import secrets
import shutil
import socket
import sys
import tempfile
import webbrowser
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mrse_assess.errors import BadRequestError
from mrse_assess.ui.server.checks import PAGE_FILE, OpenServerError, check_own_answers
from mrse_assess.ui.server.settings import LOOPBACK, Secrets, jupyter_environment, voila_config

PACKAGE_UI = Path(__file__).resolve().parents[1]
TOKEN_BYTES = 32
LARGEST_PORT = 65535


@dataclass(frozen=True, kw_only=True)
class ServerOptions:
    """What to serve and where. ``environment`` reaches the kernels; ``port`` 0 takes a free one."""

    notebook: Path
    environment: Mapping[str, str]
    port: int = 0
    open_browser: bool = True
    announce: Callable[[str], None] = field(default=print)


def serve(options: ServerOptions) -> None:
    """Serve the notebook on loopback until SIGINT or SIGTERM; returns when everything has ended.

    Raises:
        BadRequestError: the port is taken or out of range.
        OpenServerError: the server failed its own check, so it was not left running.
    """
    port = _free_port(options.port)
    with private_pages({PAGE_FILE: options.notebook}) as pages:
        os.environ.update(options.environment)
        _run(options, port, pages)


@contextlib.contextmanager
def private_pages(notebooks: Mapping[str, Path]) -> Iterator[Path]:
    """A folder that is this process's alone and holds copies of the notebooks, under these names, and nothing else.

    Jupyter's own folders lie beside it; so this comes before anything of Jupyter's is imported.
    """
    private = Path(tempfile.mkdtemp(prefix="mrse-", dir=_short_temporary_folder()))
    try:
        os.environ.update(jupyter_environment(PACKAGE_UI, private))
        pages = private / "page"
        pages.mkdir(mode=0o700)
        for name, notebook in notebooks.items():
            shutil.copyfile(notebook, pages / name)
        yield pages
    finally:
        shutil.rmtree(private, ignore_errors=True)


def _run(options: ServerOptions, port: int, pages: Path) -> None:
    from tornado.ioloop import IOLoop  # noqa: PLC0415 - Jupyter reads its folders from the environment when imported
    from voila.app import Voila  # noqa: PLC0415

    made = Secrets(token=secrets.token_urlsafe(TOKEN_BYTES), nonce=secrets.token_urlsafe(16))
    log = logging.getLogger("mrse_assess.server")
    logging.getLogger("tornado").setLevel(logging.CRITICAL)  # it logs whole addresses of refused requests
    app = Voila(config=voila_config(made, port, pages, log))
    app.initialize([str(pages / PAGE_FILE)])
    failure: list[OpenServerError] = []

    async def ready() -> None:
        try:
            await check_own_answers(port, made.nonce)
        except OpenServerError as error:
            failure.append(error)
            IOLoop.current().stop()
            return
        url = f"http://{LOOPBACK}:{port}/?token={made.token}"
        options.announce(f"Workbench ready: {url}")
        sys.stdout.flush()
        if options.open_browser:
            with contextlib.suppress(webbrowser.Error):
                webbrowser.open(url)

    IOLoop.current().add_callback(ready)
    app.start()
    if failure:
        raise failure[0]


def _free_port(wanted: int) -> int:
    """The wanted port, or a free one for 0."""
    if not 0 <= wanted <= LARGEST_PORT:
        raise BadRequestError(f"Port {wanted} does not exist; give one from 1 to {LARGEST_PORT}, or 0 for a free one.")
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, wanted))
        except OSError as error:
            raise BadRequestError(f"Port {wanted} is taken; give another with --port, or 0 for a free one.") from error
        found: int = probe.getsockname()[1]
        return found


def _short_temporary_folder() -> str | None:
    """Where the private folder goes: local sockets have paths of at most about 100 characters."""
    usual = tempfile.gettempdir()
    return "/tmp" if len(usual) > 40 and os.path.isdir("/tmp") else None  # noqa: S108, PTH112, PLR2004
