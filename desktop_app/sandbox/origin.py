"""The server's own address: what a proof or an assertion must have been made for."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

TOKEN_PATH = "/v1/auth/token"  # noqa: S105 - a path


class Origin:
    """The public URL of this server.

    A server on loopback also takes itself under another loopback port: a gate in front of it (the
    training room's *Ngắt mạng*, a test's faults) listens on one of its own.
    """

    def __init__(self, public_url: str) -> None:
        self.url = public_url.rstrip("/")
        self._loopback = _is_loopback(urlsplit(self.url).hostname)

    @property
    def token_url(self) -> str:
        """The URL that assertions are made for (``aud``)."""
        return self.url + TOKEN_PATH

    def covers(self, url: object, path: str) -> bool:
        """Tell whether ``url`` names ``path`` on this server."""
        if not isinstance(url, str):
            return False
        if url == self.url + path:
            return True
        try:
            parts = urlsplit(url)
            host = parts.hostname
        except ValueError:
            return False
        elsewhere = parts.scheme == "http" and parts.path == path and not parts.query and not parts.fragment
        return self._loopback and elsewhere and _is_loopback(host)


def _is_loopback(host: str | None) -> bool:
    if host is None or host == "localhost":
        return host is not None
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
