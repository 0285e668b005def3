"""Tokens with a maker's PKCS#11 module."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from cardio.errors.card_error import CardError, Remedy


@dataclass(eq=False)
class TokenPinWrong(CardError):
    """The token refused the PIN; PKCS#11 tells no number of tries, only whether the next is the last."""

    last_try: bool = False
    code: ClassVar[str] = "token_pin_wrong"
    remedy: ClassVar[Remedy] = Remedy.RETRY


@dataclass(eq=False)
class TokenCannot(CardError):
    """The token has no key or mechanism of the kind `what`."""

    what: str
    code: ClassVar[str] = "token_cannot"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class TokenModuleFailed(CardError):
    """The maker's module did not do its part; it was ended, and the next call starts it anew."""

    reason: Literal["crashed", "silent", "garbled", "unloadable", "refused"]
    code: ClassVar[str] = "token_module_failed"
    remedy: ClassVar[Remedy] = Remedy.CALL
