"""Keeping a store and the centre in step, each direction on a thread of its own.

Map:
    engine       one cycle down (feed) and one cycle up (outbox); free of time and threads
    staging      a first sync's pages into the store, giving way to whoever writes
    entropy      once an hour: the store compared with the server by sums, and mended
    restored     how a desk notices that the centre was restored from a backup, and what it does then
    settlement   the server's word on an event, as the outbox records it; pure
    backoff      how long to wait after failures; pure
    status       contact, age, what waits: the strip's state of the world
    loop         a named thread that repeats a step, waits, is woken, stops within a second
    pull, push   the feed's thread and the outbox's, of a signed-in person
    upload       the thread of their files
    turns        whose turn it is among those: one that fails waits by itself
    marking      the thread that marks a large store's reports anew behind the screen
    presence     the thread that says what is open here and hears who else has it open
    person       all of them together
    attendance   one cycle of the terminal's journal: rows, receipts, checkpoints
    refresh      what the terminal believes, fetched: bundle, roster, revocation lists
    terminal_board  how the terminal's exchanges go, for the strip
    journal      the terminal's thread: all of these together
"""
