"""The hardened Voilà server of one person, behind the hub's proxy: both pages, and nothing beside them."""

import logging
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mrse_assess.errors import BadRequestError
from mrse_assess.ui.hub.people import check_login
from mrse_assess.ui.hub.place import PANEL_ADDRESS, HubPlace, place_in_hub
from mrse_assess.ui.opening import ASSESSOR_VARIABLE, WORKSPACE_VARIABLE
from mrse_assess.ui.server.checks import (
    FORBIDDEN,
    PAGE_FILE,
    PROBES,
    REDIRECTS,
    OpenServerError,
    Probe,
    check_own_answers,
)
from mrse_assess.ui.server.run import private_pages
from mrse_assess.ui.server.settings import hardened_config

PANEL_FILE = "panel.ipynb"
TOKENS = ("JUPYTERHUB_API_TOKEN", "JPY_API_TOKEN")
"""What the hub gives its own servers to speak to it with; no kernel needs it."""

HUB_PROBES = (
    *(probe for probe in PROBES if "Host" not in probe.headers),  # the proxy has its own
    Probe(says="a visit to the panel's page without a login", path=f"/{PANEL_ADDRESS}", headers={},
          statuses=(*REDIRECTS, FORBIDDEN), with_policy=True),
    Probe(says="a token that the hub never gave", path="/", headers={"Authorization": "token 0"},
          statuses=(*REDIRECTS, FORBIDDEN), with_policy=True),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Pages:
    """The two notebooks that are served."""

    assess: Path
    panel: Path


def serve_under_hub(pages: Pages, environment: Mapping[str, str]) -> None:
    """Serve the person whom the hub named until SIGTERM; returns when everything has ended.

    Raises:
        BadRequestError: not started by a hub, no workspace named, or the login to the records is not that person's.
        OpenServerError: the server failed its own check, so it was not left running.
    """
    place = place_in_hub(environment)
    workspace = environment.get(WORKSPACE_VARIABLE)
    if not workspace:
        raise BadRequestError(f"No workspace is named; set {WORKSPACE_VARIABLE} in the hub's Spawner.environment.")
    check_login(Path(workspace), place.person)
    with private_pages({PAGE_FILE: pages.assess, PANEL_FILE: pages.panel}) as folder:
        os.environ[ASSESSOR_VARIABLE] = place.person
        _run(place, folder)


def _run(place: HubPlace, folder: Path) -> None:
    from tornado.ioloop import IOLoop  # noqa: PLC0415 - Jupyter reads its folders from the environment when imported
    from voila.app import Voila  # noqa: PLC0415 - likewise

    from mrse_assess.ui.hub.pages import HubPages  # noqa: PLC0415 - likewise

    nonce = secrets.token_urlsafe(16)
    logging.getLogger("tornado").setLevel(logging.CRITICAL)  # it logs whole addresses of refused requests
    app: Voila = HubPages(config=_config(place, nonce, folder), panel_path=str(folder / PANEL_FILE))
    app.initialize([str(folder / PAGE_FILE)])
    failure: list[OpenServerError] = []

    async def ready() -> None:
        try:
            await check_own_answers(place.port, nonce, under=place.prefix.rstrip("/"), probes=HUB_PROBES)
        except OpenServerError as error:
            failure.append(error)
            IOLoop.current().stop()

    IOLoop.current().add_callback(ready)
    app.start()
    if failure:
        raise failure[0]


def _config(place: HubPlace, nonce: str, folder: Path) -> Any:
    import jupyterhub  # noqa: PLC0415 - as above

    from mrse_assess.ui.hub.identity import OnlyTheirOwn  # noqa: PLC0415 - as above

    config = hardened_config(nonce, place.port, folder, logging.getLogger("mrse_assess.server"))
    config.Voila.base_url = place.prefix
    config.Voila.tornado_settings["headers"]["X-JupyterHub-Version"] = jupyterhub.__version__
    config.Voila.identity_provider_class = OnlyTheirOwn
    config.Voila.auto_token = True  # else Voilà hands the provider an empty token, which means: everybody
    config.HubOAuth.api_token = os.environ[TOKENS[0]]
    config.HubOAuth.cookie_options = {"samesite": "Lax"}  # Strict would lose who comes from a link in an e-mail
    for name in TOKENS:
        os.environ.pop(name, None)
    return config
