"""Proof that nothing confirmed is lost or doubled: real processes killed at random moments.

Map:
    centre        the central API as a process of its own, which is killed too; its database is the truth
    proxy         the network between: what may become of one exchange, and of a connection
    weather       a seeded thread that spoils the network
    victims       what runs in the processes that are killed: triage, check-in, first sync
    killing       starts a victim, listens to what it confirms, kills it
    lanes         victim after victim on one home: a person's, a kiosk's, a new colleague's
    migrating     stores of the first version, killed while they are brought up to date
    exporting     lists killed while they are written to a file
    recovering    work sealed for a lost card and brought back, killed in either
    believing     trust bundles and policy killed while they are taken over
    ledger        what was confirmed held against what is there; pure
    leaks         what must not lie on the disk: rows out of scope, anything in the clear
    recorder      builds the C library that notes every write and fsync of a process
    disk          the files as a power cut would have left them, from such a record
    power         stores cut off from power at any point of a record, and what they still hold
    campaign      all lanes under one seed, and the one line that sums up
    __main__      ``python -m tests.chaos --kills N --cuts N --seed S``
"""
