"""What JupyterHub starts for each person; by hand it only writes the sample of the hub's configuration."""

import os
import sys
from pathlib import Path

from mrse_assess.cli.edge import run_at_the_edge
from mrse_assess.cli.output import say
from mrse_assess.cli.shipped import PACKAGE, notebook
from mrse_assess.errors import BadRequestError

SAMPLE_OPTION = "--sample-config"
SAMPLE = PACKAGE / "ui" / "hub" / "jupyterhub_config.py"


def main() -> None:
    """Serve the person whom the hub names, or write the sample configuration; ends the process with its exit code."""
    sys.exit(run_at_the_edge(lambda: _carry_out(sys.argv[1:])))


def _carry_out(arguments: list[str]) -> None:
    if arguments == [SAMPLE_OPTION]:
        say(Path(SAMPLE).read_text(encoding="utf-8").rstrip())
        return
    if arguments:
        raise BadRequestError(f"mrse-assess-singleuser takes {SAMPLE_OPTION} or nothing; the hub says the rest.")
    try:
        import jupyterhub  # noqa: F401, PLC0415 - the extra of its name, which nobody who works alone needs
    except ImportError:
        raise BadRequestError("JupyterHub is not installed; install mrse-assess with the extra hub.") from None
    from mrse_assess.ui.hub.server import Pages, serve_under_hub  # noqa: PLC0415 - Jupyter takes a second to import

    serve_under_hub(Pages(assess=notebook("assess.ipynb"), panel=notebook("panel.ipynb")), os.environ)


if __name__ == "__main__":
    main()
