"""The command line: parses arguments, calls the rooms, prints; holds no rule of its own."""


def main() -> None:
    """Run the command line and exit with the code of the contract."""
    from mrse_assess.cli import app  # noqa: PLC0415 - each worker process loads this module, and none needs commands

    app.main()


__all__ = ["main"]
