"""The Qt-free core of IOC Desk.

Map:
    what people do
    sign_in/      from the card in the reader to the open desk, and away again
    ceremonies/   what else a person does with card and PIN: my card, anchors, a new epoch, lost work
    triage/       commands on reports, approvals, calls, files, and what is told beside them
    attendance/   from the card at the kiosk to the durable signed row, and its proof for others
    reception/    the citizen at the counter: entry, chip, identity with provenance; nothing of it is stored
    doctor/       the card doctor: one examination per part, a stable code per finding
    exports/      lists written to files: whole or not at all, with flat memory

    what it stands on
    domain/       pure rules: workflow, conflicts, deadlines, attendance, organisation, rights, ids
    store/        encrypted SQLite: migrations, one query module per entity, outbox, journal, search
    api/          the only place that speaks HTTP: session, wire format, one module per resource
    sync/         the engine that pulls the change feed and pushes events; conflicts and backoff
    cards/        staff cards and tokens here: where they lie, what they say, what they do once unlocked
    vault/        keys of persons' stores: wrapped, unwrapped, rotated; work sealed for a lost card
    trust/        what this workstation believes: the bundle, staff cards, anchors of documents
    workstation/  the computer's own identity, installation, and end
    pictures/     photos of reports: decoded within bounds, covered for the public, sorted

    beside the client
    conformance/  the contract's rules, checked on any central API from outside
    sandbox/      the reference central API (an extra; the client never imports it)
    sandbox_process, demo   the sandbox as a child process, the program on it

    session              who is signed in, and what they work with
    core, cli            composition only; the ``ioc-desk`` command
    bus, news, aside     typed events between threads, what they say; work on a thread of its own
    credentials, jose    where secrets lie; signed and sealed kinds
    clock, settings, host, release, logbook   trusted time, preferences, the system, this build, log records
"""
