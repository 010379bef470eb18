"""The way to a server: which one, through which proxy, and never in the clear."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from braind.errors import ModelError
from braind.models.kinds import Text, WeightFile
from braind.models.space import FreeSpace, free_space

SERVER_VARIABLE = "HF_ENDPOINT"
OFFLINE_VARIABLE = "HF_HUB_OFFLINE"


@dataclass(frozen=True, slots=True)
class Server:
    """A place that offers the hub's files."""

    id: str
    name: Text
    url: str


OFFICIAL = Server("official", {"en": "Official", "ko": "공식"}, "https://huggingface.co")
MIRROR = Server("mirror", {"en": "Mirror", "ko": "미러"}, "https://hf-mirror.com")


def known_servers() -> tuple[Server, ...]:
    """The servers to choose from, the default first: $HF_ENDPOINT where it is set."""
    own = os.environ.get(SERVER_VARIABLE, "")
    named = {"en": f"${SERVER_VARIABLE}", "ko": f"${SERVER_VARIABLE}"}
    return (*((Server("environment", named, own),) if own else ()), OFFICIAL, MIRROR)


@dataclass(frozen=True, slots=True)
class Route:
    """How to reach a server.

    ``server`` is an address, or the id of a known server; empty takes the default. ``proxy`` is
    an address; None takes that of environment or system, an empty text none. ``certificates`` is
    a PEM file of authorities that are trusted besides the system's.
    """

    server: str = ""
    proxy: str | None = None
    certificates: Path | None = None

    @property
    def base(self) -> str:
        """The server's address."""
        known = known_servers()
        named = {server.id: server.url for server in known}
        return (named.get(self.server, self.server) or known[0].url).rstrip("/")

    def addresses(self, file: WeightFile) -> tuple[str, ...]:
        """Where a file can be got, in order of preference."""
        return tuple(url.replace("{hub}", self.base) for url in file.urls)


@dataclass(frozen=True, slots=True)
class Line:
    """A route, and how patient to be on it.

    ``stall`` is after how many seconds of silence to connect again, ``pauses`` are the seconds to
    wait before each new try; a try that brought bytes starts their count again.
    """

    route: Route = field(default_factory=Route)
    stall: float = 15.0
    pauses: tuple[float, ...] = (2.0, 4.0, 8.0, 16.0, 32.0)
    free: FreeSpace = free_space


def refuse_offline() -> None:
    """Raise ``ModelError`` where the environment forbids the network."""
    if os.environ.get(OFFLINE_VARIABLE, "").lower() in {"1", "true", "yes", "on"}:
        raise ModelError(
            "network_off",
            f"Network use is off: the environment variable {OFFLINE_VARIABLE} says so.",
            "Unset it, or add the model from a file.",
        )


def refuse_insecure(url: str) -> None:
    """Raise ``ModelError`` for an address that is neither https nor on this machine."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "https" and host:
        return
    if parts.scheme == "http" and _is_loopback(host):
        return
    raise ModelError(
        "download_insecure",
        f"“{host or url}” would be asked over an unsecured line.",
        "Choose a server whose address starts with https.",
        host=host,
    )


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
