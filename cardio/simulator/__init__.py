"""Virtual cards and readers, with their own staff CA, for training and tests. Product code, not mocks.

`iso7816`    a card's command layer: short, extended, chained, GET RESPONSE
`piv_applet` the PIV application: PIN, PUK, objects, keys
`piv_objects` the data objects that its issuer writes and signs
`content_signer` the issuer's signature on data objects
`piv_card`   `VirtualPivCard`: both together behind an ATR
`piv_hostility` `HostilePivCard`: a staff card that is wrong in one way
`uid_card`   `VirtualUidCard`: an old access card, a number and nothing else
`card_file`  `CardFile`: a card on disk
`key_kinds`  the kinds of key on virtual cards
`issuing`    what every certificate of an authority begins with
`revocations` what an issuer has revoked, and its numbered lists
`staff_ca`   `StaffCa`: root, issuing CA, cards, revocation lists
`emrtd`      citizen cards and passports, with their own country authority
`readers`    `VirtualReaders`: readers in process, with faults on demand
`pad`        `VirtualPad`: a reader's own keys for the PIN
`vpcd`       `VpcdLink`: a virtual card in a reader of the real PC/SC service
`vpcd_readers` `VpcdReaders`: several of them under the readers' names
"""

from cardio.simulator.card_file import CardFile
from cardio.simulator.key_kinds import KeyKind, RareKeyKind
from cardio.simulator.piv_card import VirtualPivCard
from cardio.simulator.readers import VirtualCard, VirtualReaders
from cardio.simulator.staff_ca import StaffCa
from cardio.simulator.uid_card import VirtualUidCard
from cardio.simulator.vpcd import VpcdLink
from cardio.simulator.vpcd_readers import VpcdReaders

__all__ = [
    "CardFile",
    "KeyKind",
    "RareKeyKind",
    "StaffCa",
    "VirtualCard",
    "VirtualPivCard",
    "VirtualReaders",
    "VirtualUidCard",
    "VpcdLink",
    "VpcdReaders",
]
