"""The settings under which Voilà is started. Its defaults are open: no token, any Host, addresses of a public CDN."""

import logging
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from traitlets.config import Config

LOOPBACK = "127.0.0.1"
TEMPLATE = "mrse"
UNUSED_EXTENSIONS = ("@voila-dashboards/jupyterlab-preview", "jupyterlab_pygments")  # for JupyterLab
CULL_IDLE_SECONDS = 3600  # kernels whose tab is gone; connected ones are never culled


@dataclass(frozen=True, kw_only=True)
class Secrets:
    """What is made fresh for each start: the token that opens the page and the nonce of its inline scripts."""

    token: str
    nonce: str


def content_security_policy(nonce: str) -> str:
    """The policy sent with every page: nothing from outside, scripts only our own or bearing the nonce."""
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' 'nonce-{nonce}' blob:",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        ]
    )


def response_headers(nonce: str) -> dict[str, str]:
    """The headers of every answer."""
    return {
        "Content-Security-Policy": content_security_policy(nonce),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-store",
    }


def log_request_without_query(handler: Any) -> None:
    """Log an answered request by method, path and status: the query may hold the token."""
    path = urlsplit(handler.request.uri).path
    log = handler.application.settings["workbench_log"]
    log.debug("%d %s %s", handler.get_status(), handler.request.method, path)


def voila_config(secrets: Secrets, port: int, private: Path, log: Any) -> Config:
    """The whole configuration, given in-process: the token by environment or file is silently ignored by Voilà."""
    config = hardened_config(secrets.nonce, port, private, log)
    config.Voila.token = secrets.token
    config.Voila.tornado_settings["allow_remote_access"] = False  # a foreign Host is refused: no DNS rebinding
    config.IdentityProvider.cookie_options = {"samesite": "Strict"}
    return config


def hardened_config(nonce: str, port: int, private: Path, log: Any) -> Config:
    """What holds for every server of ours on loopback, whoever says who the visitor is: no files, no tracebacks."""
    config = Config()
    config.Voila.ip = LOOPBACK
    config.Voila.port = port
    config.Voila.port_retries = 0
    config.Voila.open_browser = False
    config.Voila.root_dir = str(private)
    config.Voila.connection_dir_root = str(private)
    config.Voila.tornado_settings = {
        "headers": response_headers(nonce),
        "disable_check_xsrf": True,  # else closed tabs keep their kernels; the cookie is SameSite
        "log_function": log_request_without_query,
        "workbench_log": log,
    }
    config.VoilaConfiguration.template = TEMPLATE
    config.VoilaConfiguration.resources = {"csp_nonce": nonce}
    config.VoilaConfiguration.extension_denylist = list(UNUSED_EXTENSIONS)
    config.VoilaConfiguration.file_allowlist = ["$^"]  # no file is served
    config.VoilaConfiguration.strip_sources = True
    config.VoilaConfiguration.show_tracebacks = False
    config.VoilaConfiguration.preheat_kernel = False  # a kernel warmed before the visit would show old records
    config.VoilaConfiguration.allow_template_override = "NO"
    config.VoilaConfiguration.allow_theme_override = "NO"
    config.MappingKernelManager.cull_idle_timeout = CULL_IDLE_SECONDS
    config.MappingKernelManager.cull_interval = 60
    config.Voila.log_level = logging.CRITICAL  # its messages name files and addresses
    if sys.platform != "win32":
        config.KernelManager.transport = "ipc"  # kernels talk over sockets in the private folder, not over TCP
    return config


def jupyter_environment(package_ui: Path, private: Path) -> dict[str, str]:
    """The variables that keep this user's own Jupyter settings, extensions and start-up files out of the workbench."""
    return {
        "JUPYTER_NO_CONFIG": "1",
        "JUPYTER_CONFIG_DIR": str(private / "config"),
        "JUPYTER_DATA_DIR": str(private / "data"),
        "JUPYTER_RUNTIME_DIR": str(private / "runtime"),
        "JUPYTER_PATH": str(package_ui / "jupyter"),
        "IPYTHONDIR": str(private / "ipython"),
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        "MPLCONFIGDIR": os.environ.get("MPLCONFIGDIR", str(private / "matplotlib")),
    }
