"""What the server asks of itself before it says that it is ready: it refuses to run open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest, HTTPResponse

from mrse_assess.errors import MrseAssessError
from mrse_assess.ui.server.settings import LOOPBACK, response_headers

PAGE_FILE = "page.ipynb"
"""The one notebook that is served, whichever it is a copy of."""
FORBIDDEN = 403
REDIRECTS = (302, 303)


class OpenServerError(MrseAssessError):
    """The server answered in a way that it must not, so it was stopped (exit 15)."""


@dataclass(frozen=True, kw_only=True)
class Probe:
    """One request of the server to itself and what has to come back."""

    says: str
    path: str
    headers: Mapping[str, str]
    statuses: tuple[int, ...]
    with_policy: bool = False


PROBES = (
    Probe(says="a visit without the token", path="/", headers={}, statuses=(*REDIRECTS, FORBIDDEN), with_policy=True),
    Probe(says="a foreign Host", path="/", headers={"Host": "workbench.example.org"}, statuses=(FORBIDDEN,)),
    Probe(says="a file beside the notebook", path=f"/voila/files/{PAGE_FILE}", headers={}, statuses=(FORBIDDEN,)),
    Probe(says="a kernel without the token", path="/api/kernels/00000000-0000-0000-0000-000000000000", headers={},
          statuses=(*REDIRECTS, FORBIDDEN)),
)  # fmt: skip


async def check_own_answers(port: int, nonce: str, *, under: str = "", probes: Sequence[Probe] = PROBES) -> None:
    """Ask the running server, whose addresses all begin with ``under``, what a stranger could ask.

    Raises:
        OpenServerError: an answer differs from what the settings ask for.
    """
    for probe in probes:
        response = await _fetch(f"http://{LOOPBACK}:{port}{under}{probe.path}", probe.headers)
        if response.code not in probe.statuses:
            raise OpenServerError(f"The server answered {response.code} to {probe.says}; it was stopped.")
        if probe.with_policy:
            _check_headers(response, response_headers(nonce))


def _check_headers(response: HTTPResponse, expected: Mapping[str, str]) -> None:
    for name, value in expected.items():
        found = response.headers.get(name)
        if name == "Cache-Control":  # pages set their own, stricter one
            if "no-store" in (found or ""):
                continue
        elif found == value:
            continue
        raise OpenServerError(f"The server sent {name} {found!r} where {value!r} was set; it was stopped.")


async def _fetch(url: str, headers: Mapping[str, str]) -> HTTPResponse:
    request = HTTPRequest(url, headers=dict(headers), follow_redirects=False, request_timeout=20)
    try:
        return await AsyncHTTPClient().fetch(request)
    except HTTPClientError as error:
        if error.response is None:
            raise OpenServerError(f"The server did not answer its own check: {error.message}.") from error
        return error.response
