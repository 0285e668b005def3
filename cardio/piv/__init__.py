"""The PIV application, NIST SP 800-73-5 and 800-78-5.

`objects`      slots, tags, AID
`algorithms`   which key makes which signature, in the card's terms and in JOSE's
`padding`      what the host pads and unpads for RSA
`certificate`  the certificate container
`chuid`        the card holder unique identifier
`discovery`, `capability`, `printed`, `biometrics`, `security_object`, `key_history`: the other data objects
`issued`       what the issuer signed of all that, read in one go
`application`  the selected application: any object, common refusals
`data`, `pin`  its data objects as values; its PIN and PUK; `pad`: typed on the reader's keys
`session`      `Piv`: all of it, with the keys
"""

from cardio.piv.algorithms import jose_algorithm
from cardio.piv.chuid import Chuid
from cardio.piv.objects import KeySlot, PinReference, RetiredSlot, Slot
from cardio.piv.session import Piv

__all__ = ["Chuid", "KeySlot", "PinReference", "Piv", "RetiredSlot", "Slot", "jose_algorithm"]
