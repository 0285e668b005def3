"""Smart cards: readers, conversation, PIV, trust, and virtual cards. No Qt, network or database.

Map, from the wire upward:
`errors`, `events`    what can go wrong, what readers report
`apdu`, `tlv`         ISO 7816-4 values
`transport`           the one-method protocol, and `Exchange`: chaining, GET RESPONSE, extended length
`certificates`        X.509 from outside, decoded whole
`registry`, `quirks`  which card it is, and how its kind departs from the standard
`source`, `pcsc`      where readers come from; the PC/SC adapter (the only user of pyscard)
`part10`              readers with keys for the PIN, as bytes
`watcher`, `worker`   the threads: one watching per source, one per reader
`live_card`, `keep_awake`  the card of one task on such a thread, and its transaction while it waits
`readers`             `ReaderPool`: the front door
`keys`                 keys ready for use, whatever holds them
`pkcs11`              tokens with a maker's module, in a child process
`piv`                 the PIV application (SP 800-73-5)
`emrtd`, `cccd`       travel documents (Doc 9303) and the citizen card
`mrz`, `citizen_number`  machine-readable zones, and the number in a citizen's
`document_errors`     what can go wrong with those
`curves`, `curve_rows`, `dh_groups`  groups as arithmetic; `der`: identifiers and integers
`tap`                 the fewest APDUs of a check-in
`uid`                 the copyable number of a contactless card
`trust`               paths and revocation
`redaction`           names in certificates, fit to be shown
`simulator`           virtual cards with their own staff CA
`failure`             what went wrong, as commands and hotline tell it
`cli`                 `ioc-desk card …`
"""
