"""Answers from other threads come back to the kernel's own thread before they touch a widget."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


class KernelLoop:
    """The event loop that runs the kernel, or none (a script, a test): then answers are delivered where they arise."""

    def __init__(self) -> None:
        try:
            self._loop: asyncio.AbstractEventLoop | None = asyncio.get_running_loop()
        except RuntimeError:
            self._loop = None

    def call(self, action: Callable[[], None]) -> None:
        """Run the action on the kernel's thread, soon."""
        if self._loop is None:
            action()
        else:
            self._loop.call_soon_threadsafe(action)

    def when_done(self, future: "Future[T]", action: Callable[["Future[T]"], None]) -> None:
        """Run the action with the future, on the kernel's thread, once it has a result or an error."""
        if future.done():
            action(future)
        else:
            future.add_done_callback(lambda ended: self.call(lambda: action(ended)))
