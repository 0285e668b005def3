"""Pure rules of the city: no I/O, no threads, no clock of its own.

Map:
    ids          UUIDv7 identifiers
    roles        roles, and the actor a rule is asked about
    person       the civil servant who signs in
    workflow     states, commands and the one table of legal edges, the same on client and server
    payloads     what each command must carry
    report       the report and its parts, as value objects
    transition   (report, command) -> report: the projection on the client, the law on the server
    conflicts    which kind of conflict rule each command follows
    attachments  files on a report: what may be one, how it is named
    outbox       a pending event and its states
    content      the hash that approval and publication are bound to
    phases       what the public sees of a state
    deadlines    working days, the calendar, due dates
    due_days     days that a command asks for and that cannot be
    organisation the tree of units with validity dates
    templates    words written again and again: for what, whose, what they leave open
    digest       sums by which two copies of the same rows are compared
    rights       who may see what
    attendance   taps: kinds, directions, journal fields
    folding      Vietnamese text folded for search
    standing     on time, late with an extension, late, idle; what was returned from unit to unit
    period       the periods that reports are counted over
    extension_offer  when an extension is offered
    masking      what tells who somebody is, hidden before anybody may read it
    working_hours  time that passes in office hours alone
    clocks       the deadline that runs on a report now
    matters      what is arranged beside reports: absences, takeovers, shared lists, campaigns, templates
    delegation   who acts in whose stead, and work that goes to another for good
    notices      which news is told to whom, and when nothing pops up
    grace        72 hours and 50 unlocks from the centre's last word: how long an account opens offline
    hotline      taking calls in, and shifts over: commands, payloads, who may
    caller       who called: what is sealed, and how it reads once opened
"""
