"""The one place where an exception becomes a sentence on stderr and an exit code."""

import os
import sys
import traceback
from collections.abc import Callable

from mrse_assess.errors import MrseAssessError

UNEXPECTED = 15
TRACEBACK_VARIABLE = "MRSE_ASSESS_TRACEBACK"


def run_at_the_edge(command: Callable[[], None]) -> int:
    """The exit code of the command: 0, or the code of what stopped it, said in one sentence on stderr.

    An error nobody foresaw is named by its kind and place only, since its text may quote a portfolio. Set
    ``MRSE_ASSESS_TRACEBACK=1`` to see the whole of it.
    """
    try:
        command()
    except MrseAssessError as error:
        _say(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader of our output went away, as `| head` does
        sys.stderr.close()
        return 0
    except Exception as error:  # noqa: BLE001 - the edge: nothing may pass as a bare traceback
        if os.environ.get(TRACEBACK_VARIABLE):
            traceback.print_exc()
        place = traceback.extract_tb(error.__traceback__)[-1]
        _say(
            f"Something went wrong that this program did not foresee ({type(error).__name__} in {place.name}). "
            f"What was recorded is kept. Run again with {TRACEBACK_VARIABLE}=1 to see where, and report it."
        )
        return UNEXPECTED
    return 0


def _say(sentence: str) -> None:
    sys.stderr.write(f"mrse-assess: {sentence}\n")
