"""Where in the hub a person's server stands, as the hub says it in the environment of the process that it starts."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from mrse_assess.errors import BadRequestError
from mrse_assess.ui.server.settings import LOOPBACK

SAID = ("JUPYTERHUB_USER", "JUPYTERHUB_SERVICE_URL", "JUPYTERHUB_SERVICE_PREFIX", "JUPYTERHUB_API_TOKEN")

PANEL_ADDRESS = "panel"
"""Where the panel's page stands beneath the server's own address."""


@dataclass(frozen=True, kw_only=True)
class HubPlace:
    """Whose server it is, the port it listens on, and what all its addresses begin with (``/user/jo/``)."""

    person: str
    port: int
    prefix: str


def place_in_hub(environment: Mapping[str, str]) -> HubPlace:
    """What the hub said.

    Raises:
        BadRequestError: the process was not started by a hub, or the hub asks for what would leave this machine open.
    """
    if missing := [name for name in SAID if not environment.get(name)]:
        raise BadRequestError(f"This is started by JupyterHub, which sets {', '.join(missing)}; use mrse-assess serve.")
    if environment.get("JUPYTERHUB_SSL_CERTFILE"):
        raise BadRequestError("The hub's internal_ssl is not taken: hub, proxy and pages stand on one machine.")
    person, url, prefix, _ = (environment[name] for name in SAID)
    address = urlsplit(url)
    if address.hostname not in {LOOPBACK, "localhost"} or not address.port:
        raise BadRequestError(f"The page is served on {LOOPBACK} only; leave the hub's Spawner.ip at {LOOPBACK}.")
    return HubPlace(person=person, port=address.port, prefix=prefix)
