"""Which addresses of a central API are acceptable: HTTPS anywhere, plain HTTP to loopback only."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from desktop_app.api.errors import InsecureAddress


def normalised(url: str) -> str:
    """Return the URL without trailing slash, query or fragment; raise ``InsecureAddress``."""
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        raise InsecureAddress(url) from None
    secure = parts.scheme == "https" or (parts.scheme == "http" and host is not None and _is_loopback(host))
    if not host or not secure or parts.username or parts.password:
        raise InsecureAddress(url)
    name = f"[{host}]" if ":" in host else host
    authority = f"{name}:{port}" if port else name
    return f"{parts.scheme}://{authority}{parts.path.rstrip('/')}"


def is_loopback(url: str) -> bool:
    """Tell whether ``url`` names this machine itself."""
    host = urlsplit(url).hostname
    return host is not None and _is_loopback(host)


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
