"""The Qt-free core of IOC Desk.

Map:
    domain/     pure rules: workflow, conflicts, deadlines, attendance, organisation, rights, ids
    store/      encrypted SQLite: migrations, one query module per entity, outbox, journal, search
    api/        the only place that speaks HTTP: session, wire format, one module per resource
    sync/       the engine that pulls the change feed and pushes events; conflicts and backoff
    sandbox/    the reference central API (an extra; the client never imports it)
    enrol, sign_in, triage, check_in   use cases, named by what the person does
    session, vault, credentials        who is signed in, the keys that open the stores
    vault_slots, grace                 how the keys are wrapped; how long they open without the server
    bus, clock, settings, host         typed events, trusted time, preferences, the operating system
    core        composition only: builds the program from the parts above
    cli         the ``ioc-desk`` command
"""
