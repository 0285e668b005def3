"""PKCS#11 tokens and modules for tests: SoftHSM with a card's keys on it, and modules that misbehave."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_der_private_key,
)

from cardio.piv import Slot
from cardio.simulator import CardFile
from tests.support.virtual_cards import PIN, PUK

LABEL: Final = "Chữ ký số"
SOFTHSM: Final = Path("/usr/lib/softhsm/libsofthsm2.so")
SOFTHSM_CONFIGURATION: Final = "SOFTHSM2_CONF"

_MODULE: Final = """
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
typedef struct {{ unsigned char major, minor; void *calls[68]; }} functions;
static functions list;
static long good(void) {{ return 0; }}
static long info(unsigned char *info) {{ memset(info, 0, 72); return 0; }}
static long slots(unsigned char present, void *found, unsigned long *count) {{ {body} *count = 0; return 0; }}
long C_GetFunctionList(functions **answer) {{
    for (int at = 0; at < 68; at++) list.calls[at] = good;
    list.major = 2; list.minor = 40; list.calls[2] = info; list.calls[4] = slots;
    *answer = &list;
    return 0;
}}
"""

MISBEHAVIOURS: Final = {
    "segfault": "*(volatile int *)0 = 1;",
    "sleep": "for (;;) sleep(1000);",
    "heap": "char *p = malloc(64); memset(p - 16, 0x41, 4096); free(p); malloc(9999); abort();",
    "exit": "_exit(0);",
    "fault": "return 5;",  # CKR_GENERAL_ERROR
}
"""What a module does when it is asked for its slots, in C."""
CHATTER: Final = 'puts("{\\"answer\\": []}"); fflush(stdout);'


_PROXY: Final = """
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
typedef struct {{ unsigned char major, minor; void *calls[68]; }} functions;
static functions list, *real;
static long info(unsigned long slot, unsigned char *told) {{
    long answer = ((long (*)(unsigned long, unsigned char *))real->calls[6])(slot, told);
    unsigned long flags;
    memcpy(&flags, told + 96, sizeof flags);
    flags |= {flags}UL;
    memcpy(told + 96, &flags, sizeof flags);
    return answer;
}}
static long slots(unsigned char present, unsigned long *found, unsigned long *count) {{
    if (access("{absent}", F_OK) == 0) {{ *count = 0; return 0; }}
    return ((long (*)(unsigned char, unsigned long *, unsigned long *))real->calls[4])(present, found, count);
}}
static long login(unsigned long session, unsigned long user, char *pin, unsigned long length) {{
    {body}
    if (!pin) {{ pin = "{pin}"; length = {length}; }}
    return ((long (*)(unsigned long, unsigned long, char *, unsigned long))real->calls[18])(
        session, user, pin, length);
}}
long C_GetFunctionList(functions **answer) {{
    void *library = dlopen("{softhsm}", RTLD_NOW);
    ((long (*)(functions **))dlsym(library, "C_GetFunctionList"))(&real);
    list = *real;
    list.calls[4] = slots; list.calls[6] = info; list.calls[18] = login;
    *answer = &list;
    return 0;
}}
"""
PROTECTED_AUTHENTICATION_PATH, USER_PIN_FINAL_TRY, USER_PIN_LOCKED = 0x100, 0x20000, 0x40000
"""Flags of CK_TOKEN_INFO (PKCS#11 2.40, 3.3)."""


def compiled(folder: Path, body: str) -> Path:
    """A module, built by the C compiler, that does `body` when asked for its slots."""
    return _built(folder, _MODULE.format(body=body))


def proxy(folder: Path, *, at_login: str = "", flags: int = 0) -> Path:
    """SoftHSM behind a maker's module that does `at_login` (C) before a login and sets `flags` of its tokens.

    While there is a file `absent` in `folder`, no token is in. A PIN typed on its own keys is the right one.
    """
    source = _PROXY.format(
        body=at_login,
        flags=flags,
        absent=folder / "absent",
        pin=PIN,
        length=len(PIN),
        softhsm=SOFTHSM,
    )
    return _built(folder, source)


def _built(folder: Path, text: str) -> Path:
    source, module = folder / "module.c", folder / "module.so"
    source.write_text(text, encoding="ascii")
    command = ["gcc", "-w", "-shared", "-fPIC", "-o", str(module), str(source)]
    subprocess.run(command, check=True, timeout=60, capture_output=True)
    return module


def softhsm(folder: Path, card: CardFile) -> Path:
    """A SoftHSM token with the keys and certificates of `card`; the path of its configuration."""
    assert shutil.which("softhsm2-util"), "softhsm2 is among .setup/apt-test.txt"
    (folder / "tokens").mkdir()
    configuration = folder / "softhsm2.conf"
    configuration.write_text(
        f"directories.tokendir = {folder / 'tokens'}\nobjectstore.backend = file\n", encoding="utf-8"
    )
    _run(
        configuration,
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        LABEL,
        "--so-pin",
        PUK,
        "--pin",
        PIN,
    )
    for slot in Slot:
        _import(folder, configuration, card, slot)
    return configuration


def _import(folder: Path, configuration: Path, card: CardFile, slot: Slot) -> None:
    key, certificate = folder / "key.pem", folder / "certificate.der"
    private = load_der_private_key(card.keys[slot], None)
    key.write_bytes(private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    certificate.write_bytes(card.certificates[slot])
    tool = ("pkcs11-tool", "--module", str(SOFTHSM), "--token-label", LABEL, "--login", "--pin", PIN)
    named = ("--id", f"{slot:02X}", "--label", slot.name)
    usage = "--usage-derive" if slot is Slot.KEY_MANAGEMENT else "--usage-sign"
    if isinstance(private, rsa.RSAPrivateKey) and slot is Slot.KEY_MANAGEMENT:
        usage = "--usage-decrypt"
    _run(configuration, *tool, "--write-object", str(key), "--type", "privkey", usage, *named)
    _run(configuration, *tool, "--write-object", str(certificate), "--type", "cert", *named)


def _run(configuration: Path, *command: str) -> None:
    environment = {SOFTHSM_CONFIGURATION: str(configuration), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
