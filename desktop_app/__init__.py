"""The Qt-free core of IOC Desk.

Map:
    domain/     pure rules: workflow, conflicts, deadlines, attendance, organisation, rights, ids
    store/      encrypted SQLite: migrations, one query module per entity, outbox, journal, search
    api/        the only place that speaks HTTP: session, wire format, one module per resource
    sync/       the engine that pulls the change feed and pushes events; conflicts and backoff
    reception/  the citizen at the counter: entry, chip, identity with provenance; nothing of it is stored
    doctor/     the card doctor: one examination per part, a stable code per finding
    exports/    lists written to files: whole or not at all, with flat memory
    conformance/  the contract's rules, checked on any central API from outside
    sandbox/    the reference central API (an extra; the client never imports it)

    what a person does
    enrol, installation, workplace   a workstation gets its identity; how it opens again; what it owns
    presented_card, card_proof, sign_in, sign_in_outcome, remembered   from the card to the open desk
    token_slots, token_card, card_places, store_opening   tokens beside cards, and what opens a store
    card_service               whether the smart-card service runs
    retention_job              once a day the open stores delete what may no longer be kept
    session, desk, card_guard  who is signed in, their work, and the lock when the card leaves
    sealed_work, recovery      unsent work sealed for the agency's key, and its way back by two admins' cards
    new_epoch, wiping          a terminal that lost its journal goes on; a computer is wiped from afar
    departure                  unsent work after its person has left: sent for a while, then wiped
    triage                     commands on reports, undo, drafts, mine or theirs
    arranging                  absences, takeovers, shared lists, campaigns: asked of the centre
    workflow_table             the workflow table as text
    routing                    which unit a report probably belongs to, and why
    approval                   a leader's approvals, signed by their card with one PIN
    calls, shifts              calls taken down and sent, a hotline's shift handed over and taken
    similarity, neighbours, place_sketch   what else is known about a report's matter and its place
    pictures/                  photos of reports: decoded within bounds, covered for the public, sorted
    report_files               files added to reports, waiting here or fetched from the centre
    check_in, tap, tap_judgement, journal_row   from the card at the kiosk to the durable signed row
    evidence, audit            attendance for others to verify, and our own verifier

    what it stands on
    vault, vault_slots, grace, credentials      keys: wrapped, how long they open offline, where they lie
    document_anchors, anchor_import   what vouches for citizens' documents here, and who had it installed
    officer_card               an officer's card and PIN for an act beside any session
    trust_bundle, trust_state, card_trust, jose   what the workstation believes, and signed kinds
    bus, news, aside           typed events between threads, what they say; work on a thread of its own
    clock, settings, host, release, logbook   trusted time, preferences, the system, this build, log records
    certificate_health, my_card   how a card's certificates are doing, and what its holder may do with it
    sandbox_process, demo      the sandbox as a child process, the program on it
    core, cli                  composition only; the ``ioc-desk`` command
"""
