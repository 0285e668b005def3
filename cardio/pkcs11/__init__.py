"""Tokens that come with their maker's PKCS#11 module (OASIS PKCS#11 2.40), such as the government CA's.

`frames`  what parent and child say to each other over pipes
`child`   the process that loads the module; the only user of the binding
`module`  `TokenModule`: the parent's side, which outlives whatever the module does; `OpenToken`: logged in

A maker's module is code that nobody here has read: it may crash, hang or write where it should not. So it
never runs in the program's own process.
"""

from cardio.pkcs11.module import OpenToken, Token, TokenCertificate, TokenModule

__all__ = ["OpenToken", "Token", "TokenCertificate", "TokenModule"]
