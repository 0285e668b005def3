"""What can go wrong between this workstation and the centre; each error carries data, no sentence.

``ApiError``
├── ``Unreachable``      no connection, or it was lost; ``sent`` tells whether the request may have arrived
├── ``TlsFailed``        somebody answers who cannot prove to be the server
├── ``ServerBroken``     5xx: the server is there and cannot
├── ``Garbage``          an answer that does not follow the contract (or a redirect)
├── ``TooLarge``         an answer or a request beyond its bound
├── ``Unauthorised``     the server does not accept who we are; ``code`` says why
├── ``Refused``          4xx with the problem's ``code`` (RFC 9457)
├── ``Busy``             429 or 503 with the seconds to wait
├── ``ClientTooOld``     the server wants a newer program
├── ``InsecureAddress``  a URL that is neither HTTPS nor plain HTTP to loopback
└── ``Stopped``          the session was broken on purpose
"""

from __future__ import annotations

from typing import ClassVar


class ApiError(Exception):
    """Base; ``code`` is the key of the sentence in ``ui.wording``."""

    code: ClassVar[str] = "api"


class Unreachable(ApiError):
    """No connection could be made, or it ended before the answer was complete."""

    code = "unreachable"

    def __init__(self, *, sent: bool) -> None:
        super().__init__(f"sent={sent}")
        self.sent = sent


class TlsFailed(ApiError):
    """The server's certificate does not satisfy the operating system's trust store."""

    code = "tls_failed"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ServerBroken(ApiError):
    """The server answered 5xx."""

    code = "server_broken"

    def __init__(self, status: int) -> None:
        super().__init__(str(status))
        self.status = status


class Garbage(ApiError):
    """The answer does not follow the contract; ``what`` names the part that does not."""

    code = "garbage"

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class TooLarge(ApiError):
    """A body is larger than ``limit`` bytes."""

    code = "too_large"

    def __init__(self, limit: int) -> None:
        super().__init__(str(limit))
        self.limit = limit


class Unauthorised(ApiError):
    """The server does not accept the token, the assertion or the proof; ``reason`` is its code."""

    code = "unauthorised"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Refused(ApiError):
    """The server understood and says no; ``reason`` is the problem's code."""

    code = "refused"

    def __init__(self, reason: str, status: int, problem: dict[str, object] | None = None) -> None:
        super().__init__(f"{status} {reason}")
        self.reason = reason
        self.status = status
        self.problem = problem or {}


class Busy(ApiError):
    """The server asks to come back after ``seconds``."""

    code = "busy"

    def __init__(self, seconds: float) -> None:
        super().__init__(str(seconds))
        self.seconds = seconds


class ClientTooOld(ApiError):
    """The server wants at least program version ``minimum``."""

    code = "client_too_old"

    def __init__(self, minimum: str) -> None:
        super().__init__(minimum)
        self.minimum = minimum


class InsecureAddress(ApiError):
    """The URL is neither HTTPS nor plain HTTP to loopback."""

    code = "insecure_address"

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.url = url


class Stopped(ApiError):
    """The session was broken by ``stop()`` while the request was under way."""

    code = "stopped"
