"""Voilà with two pages and no folder."""

import os
from typing import Any

from jupyter_server.utils import url_path_join
from traitlets import Unicode
from voila.app import Voila
from voila.tornado.handler import TornadoVoilaHandler

from mrse_assess.ui.hub.server import PANEL_ADDRESS


class HubPages(Voila):
    """The assess page at the server's own address, the panel's page beneath it."""

    panel_path = Unicode()

    def init_handlers(self) -> Any:
        """Voilà's handlers of one notebook, and before them the panel's."""
        options = {
            "notebook_path": os.path.relpath(self.panel_path, self.root_dir),
            "template_paths": self.template_paths,
            "config": self.config,
            "voila_configuration": self.voila_configuration,
        }
        panel = (url_path_join(str(self.server_url), PANEL_ADDRESS), TornadoVoilaHandler, options)
        handlers: Any = super().init_handlers()
        return [panel, *handlers]
