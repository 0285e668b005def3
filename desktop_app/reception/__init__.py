"""The citizen at the counter: who it is, from what was typed, scanned and read from the chip.

- ``fields``: what is shown of a person, and where each text came from
- ``intake``: what a scanner or the clerk entered, understood or refused by name
- ``rhythm``: keys of a scanner told from those of a person
- ``scanner_line``: the bytes of a serial scanner, made into lines
- ``chip``: what data groups say, field by field
- ``identity``: entry and chip side by side, each field with its provenance, conflicts included
- ``view``: all that a screen shows of the visit at one moment
- ``reader_choice``: which reader is the citizen's
- ``hand_over``: one reader for two: the session goes on for a while without the clerk's card
- ``counter``: the use case: readers, readings, the visit, until it is cleared

Nothing of it is stored: a visit lives in memory until it is cleared or the desk locks.
"""
