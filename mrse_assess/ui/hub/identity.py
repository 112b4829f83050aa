"""Who the visitor is, asked of the hub at every request: the person whose server this is, and nobody else."""

import os
from typing import Any

from jupyter_server.utils import url_path_join
from jupyterhub.singleuser.extension import JupyterHubIdentityProvider
from tornado.web import HTTPError

FORBIDDEN = 403


class OnlyTheirOwn(JupyterHubIdentityProvider):
    """The hub's own identity provider, narrowed: whoever may administer other persons' servers is refused here too."""

    async def get_user(self, handler: Any) -> Any:
        """The person whose server this is; None sends a stranger to the hub's login, and another person is refused."""
        the_hub: Any = super()
        user = await the_hub.get_user(handler)
        if user is None or user.username == os.environ["JUPYTERHUB_USER"]:
            return user
        handler._jupyterhub_user = None  # noqa: SLF001 - the base class keeps its finding there
        handler.redirect = _refuse
        return None

    def get_handlers(self) -> list[Any]:
        """The hub's two addresses, beneath this server's prefix, which Voilà leaves out."""
        base = str(self.config.Voila.base_url)
        the_hub: Any = super()
        return [(url_path_join(base, path), *rest) for path, *rest in the_hub.get_handlers()]


def _refuse(*_: Any, **__: Any) -> None:
    raise HTTPError(FORBIDDEN)
