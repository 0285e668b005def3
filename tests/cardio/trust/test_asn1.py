"""Every class of the ASN.1 library is complete before two threads can meet in it."""

from __future__ import annotations

import subprocess
import sys
import threading

from cryptography.hazmat.primitives.serialization import Encoding

from cardio.piv import Slot
from cardio.trust import asn1
from tests.support.virtual_cards import card_file

_INCOMPLETE = """
import importlib, pkgutil, cardio.trust
before = [name for name in sys.modules if name.startswith("asn1crypto")]
for found in pkgutil.iter_modules(cardio.trust.__path__, "cardio.trust."):
    importlib.import_module(found.name)
from asn1crypto import core
def below(kind):
    for derived in kind.__subclasses__():
        yield derived
        yield from below(derived)
incomplete = set(below(core.Asn1Value)) - set(core._SETUP_CLASSES)
print(before, sorted(kind.__name__ for kind in incomplete))
"""
_TOGETHER = """
import threading
from cardio.trust.asn1 import x509
sys.setswitchinterval(1e-6)
gate, told = threading.Barrier(4), []
def read():
    gate.wait()
    told.append(x509.Certificate.load(bytes.fromhex(sys.argv[1])).native["tbs_certificate"]["version"])
threads = [threading.Thread(target=read) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(told)
"""


def _in_a_new_process(script: str, *arguments: str) -> str:
    run = subprocess.run(
        [sys.executable, "-c", "import sys" + script, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return run.stdout.strip()


def test_no_class_is_left_to_its_first_use() -> None:
    assert _in_a_new_process(_INCOMPLETE) == "[] ['Choice']"


def test_threads_that_meet_read_the_same() -> None:
    der = card_file().certificate(Slot.CARD_AUTHENTICATION).public_bytes(Encoding.DER)
    assert _in_a_new_process(_TOGETHER, der.hex()) == str(["v3"] * 4)


def test_a_class_defined_later_is_completed_once() -> None:
    made: list[str] = []

    class Told(asn1.core.Sequence):  # type: ignore[misc]  # the library has no types
        """Tells of its objects."""

        _fields = [("number", asn1.core.Integer)]  # noqa: RUF012 - the library reads it so

        def __init__(self, **given: object) -> None:
            made.append(threading.current_thread().name)
            super().__init__(**given)

    several = [threading.Thread(target=asn1.lay_out, name=f"lays-out-{number}") for number in range(3)]
    for thread in several:
        thread.start()
    for thread in several:
        thread.join(60)
    assert len(made) == 1
    assert Told.load(b"\x30\x03\x02\x01\x07").native == {"number": 7}
