"""``python -m mrse_assess`` is the command line."""

from mrse_assess.cli import main

if __name__ == "__main__":
    main()
