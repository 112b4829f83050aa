"""The hardened Voilà server that shows the workbench on this machine and to nobody else."""

from mrse_assess.ui.server.run import ServerOptions, serve

__all__ = ["ServerOptions", "serve"]
