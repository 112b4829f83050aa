"""Voilà with two pages and no folder."""

import os
from typing import Any

from jupyter_server.utils import url_path_join
from traitlets import Unicode
from voila.app import Voila
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from mrse_assess.ui.hub.place import PANEL_ADDRESS


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
        return [panel, *((path, _ours(handler), *rest) for path, handler, *rest in handlers)]


class PageSocket(VoilaKernelWebsocketHandler):
    """A kernel's socket that bears a proxy which passes no subprotocol on, as the hub's proxy in Python does not.

    Voilà takes every message of bytes for the newer protocol's; of the older one's it would read a length of some
    milliards and never come back. Those carry pictures and other buffers, which what Voilà sorts out never does.
    """

    def write_message(self, message: Any, binary: bool = False) -> Any:
        """Send one message to the page."""
        if isinstance(message, bytes) and self.selected_subprotocol is None:
            return super(VoilaKernelWebsocketHandler, self).write_message(message, binary)
        return super().write_message(message, binary)


def _ours(handler: Any) -> Any:
    return PageSocket if handler is VoilaKernelWebsocketHandler else handler
