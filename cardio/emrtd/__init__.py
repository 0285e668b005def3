"""Travel documents and identity cards with a chip (ICAO Doc 9303-10 and -11).

`access_keys`           CAN and machine-readable zone as passwords
`symmetric`             3DES and AES: derivation, CBC, MAC
`secure_messaging`      the protected conversation
`bac`                   basic access control
`security_infos`        what EF.CardAccess and DG14 offer
`key_agreement`         groups: curves and prime fields
`integrated_mapping`    the pseudo-random function of PACE-IM
`chip_mapping`          PACE that proves the chip (CAM)
`card_security`         EF.CardSecurity: the keys that CAM is checked by
`pace`                  password authenticated connection establishment
`opening`               the way in: EF.CardAccess, PACE, or BAC where that is all there is
`protocol_names`        what the ways in are called
`recognition`           what a closed document says of itself
`files`                 elementary files, read in bounded pieces
`groups`                data group tags, EF.COM
`dg1`, `dg2`, `details` zone, face, further details (DG11, DG12)
`passive`               are the data signed?
`chip_authentication`   is the chip genuine? by key agreement (DG14)
`active_authentication` … by a signature (DG15)
`verdict`               what all that proves
`judging`               from what was read so far to the verdict
`reading`               the whole flow
"""
