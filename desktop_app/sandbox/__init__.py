"""The reference central API, the *sandbox*: the contract, real, on SQLite or any SQL database.

Map:
    tables, database      the schema; opening a database, one writer at a time
    wire                  domain objects as the contract's JSON and back
    audience              who may see a report, as scope keys that SQL can join
    entities              writes an entity and its place in the change feed
    people, standing      persons, their posts, what changes when a right changes; what one may do now
    feed, cursor          the change feed and its sealed cursors
    ripple, herald, nodes the long poll's wake-up, whom a commit concerns, commits of other processes
    officer_orders, epochs, wipes, recoveries, fleet_tables   acts on workstations, by whose card
    onlookers             who has a report open, for a minute
    programs              which programs are still fed, by their version
    digests               sums over what a person may see, and the rows of what differs
    calendars             another calendar moves due dates
    duties, clockwork     what the system owes a report and when; carries it out while it serves
    retention             how far back the feed remembers
    timeline              the line that each command leaves in a report's timeline
    signed_approvals      what a leader's card signed, checked and kept
    commands, rules       events: one transaction each, result stored in it; rules across entities
    consequences, matters/   what a command brings about elsewhere; absences, takeovers, lists, campaigns
    event_log, new_reports   what every event came to; codes, and the reports that a split makes
    hotline, caller_book, caller_numbers, hotline_tables   calls taken in, who called (sealed), their
                          reports by a number's keyed hash, shifts handed over
    uploads, files, picture_copies   files on their way, whole, and without camera data
    terminals, journal_rows, known_rows, kept_rows, checkpoints, roster
                          attendance: rows, receipts, rollback alarm, who may tap
    completeness, leaving_out   through which moment a terminal is complete; lists that go on without one
    auth/                 enrolment, DPoP, tokens, the card grant
    origin, bundle, policy, revocations   the server's address, its signed trust bundle and what that allows,
                          its revocation list
    refusal               the one way to say no
    pki, demo_cards, seed/    keys of this installation, the tray's cards, the demo city
    public_page, public_words            the citizen's page and its words
    service, app, web/    composition; the ASGI application and its routes
    hosting               one service on one loopback socket
    beside                a thread for as long as the centre serves
    founding, alive, life/   the first start; citizens and colleagues that act while one looks
    filling, steering     a great many reports of years past; what an operator sets: policy, calendar, restore
    fleet                 who is enrolled, and a wipe ordered, from the command line
    serve, cli            the process behind ``ioc-desk sandbox serve``
"""
