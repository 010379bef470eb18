"""The only place that opens a connection, and never in the clear."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from email.message import Message
from http.client import HTTPResponse
from typing import IO, cast
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from braind import __version__
from braind.errors import ModelError
from braind.models.route import Line, Route, refuse_insecure, refuse_offline

_MOST_REDIRECTS = 8


def open_request(
    url: str, line: Line, headers: Mapping[str, str] | None = None, method: str = "GET"
) -> HTTPResponse:
    """Ask for something along a line; certificates are always checked.

    Raises what urllib raises, and ``ModelError``: download_insecure, network_off or
    certificates_unreadable.
    """
    refuse_offline()
    refuse_insecure(url)
    known = {"User-Agent": f"braind/{__version__}", **(headers or {})}
    request = Request(url, headers=known, method=method)
    director = OpenerDirector()
    for handler in (
        ProxyHandler(_proxies(line.route)),
        HTTPHandler(),
        HTTPSHandler(context=_tls(line.route)),
        HTTPDefaultErrorHandler(),
        _Redirects(),
        HTTPErrorProcessor(),
    ):
        director.add_handler(handler)
    return cast(HTTPResponse, director.open(request, timeout=line.stall))


def _proxies(route: Route) -> dict[str, str] | None:
    if route.proxy is None:
        return None
    return {"http": route.proxy, "https": route.proxy} if route.proxy else {}


def _tls(route: Route) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if route.certificates is not None:
        try:
            context.load_verify_locations(cadata=route.certificates.read_text("ascii"))
        except (OSError, ValueError) as error:
            raise ModelError(
                "certificates_unreadable",
                f"“{route.certificates}” holds no certificates in PEM form.",
                "Ask your network's administrator for its certificate as a PEM file.",
                path=str(route.certificates),
            ) from error
    return context


class _Redirects(HTTPRedirectHandler):
    """Follows a few redirects, and none that leaves the secured line."""

    max_redirections = _MOST_REDIRECTS
    max_repeats = 2

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> Request | None:
        """The request to go on with. Raises ``ModelError``."""
        try:
            refuse_insecure(newurl)
        except ModelError:
            fp.close()
            raise
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]
