"""The PIV application, NIST SP 800-73-5 and 800-78-5.

`objects`      slots, tags, AID
`algorithms`   which key makes which signature, in the card's terms and in JOSE's
`padding`      what the host pads and unpads for RSA
`certificate`  the certificate container
`chuid`        the card holder unique identifier
`session`      `Piv`: the selected application
"""

from cardio.piv.algorithms import jose_algorithm
from cardio.piv.chuid import Chuid
from cardio.piv.objects import Slot
from cardio.piv.session import Piv

__all__ = ["Chuid", "Piv", "Slot", "jose_algorithm"]
