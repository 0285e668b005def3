"""Virtual travel documents: a citizen card or a passport with its own country authority. Product code.

`authority`  `CountryAuthority`: country signing and document signing certificates, security objects, lists
`person`     `Person`: what stands in a document
`document`   `DocumentFile`: files, keys and passwords of one document, and how one is issued
`hostility`  what a dishonest chip does wrong, by name
`access`     the chip's side of BAC and PACE
`protection` the chip's side of secure messaging
`applet`     files and commands, plain and under secure messaging
`card`       `VirtualDocument`: all of it behind an ATR
"""

from cardio.simulator.emrtd.authority import CountryAuthority
from cardio.simulator.emrtd.card import VirtualDocument
from cardio.simulator.emrtd.document import DocumentFile, Profile, issue
from cardio.simulator.emrtd.hostility import Hostility
from cardio.simulator.emrtd.person import Person

__all__ = [
    "CountryAuthority",
    "DocumentFile",
    "Hostility",
    "Person",
    "Profile",
    "VirtualDocument",
    "issue",
]
