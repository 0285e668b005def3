"""The reference central API, the *sandbox*: the contract, real, on SQLite or any SQL database.

Map:
    tables, database      the schema; opening a database, one writer at a time
    wire                  domain objects as the contract's JSON and back
    audience              who may see a report, as scope keys that SQL can join
    entities              writes an entity and its place in the change feed
    people                persons, their posts, and what changes when a right changes
    feed, cursor, ripple  the change feed, its sealed cursors, the long poll's wake-up
    commands, rules       events: one transaction each, result stored in it; rules across entities
    event_log, children   what every event came to; the reports that a split makes
    terminals, checkpoints, journal_rows   attendance: journal rows, receipts, rollback alarm
    auth/                 enrolment, DPoP, tokens, the card grant
    jose, bundle          signed things: every kind its own ``typ``; the trust bundle
    pki, seed/, public_page   keys and cards of this installation, the demo city, the citizen's page
    service, app, web/    composition; the ASGI application and its routes
    alive                 citizens and colleagues that act while one looks
    serve, cli            the process behind ``ioc-desk sandbox serve``
"""
