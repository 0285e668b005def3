"""Encrypted SQLite stores; the only place that knows the driver and the tables.

Map:
    errors            one table from SQLite's result codes to ours
    connection        one encrypted connection; database: a single writer and pooled readers
    migrations        named forward-only steps of ``resources/migrations``, with a backup before each
    account           the store of one person, composed of
        reports           the server's rows; projection and rebuild lay pending events over them
        inbox             lists: inbox_query (SQL), inbox_rows (what is shown)
        search            search_syntax (what is typed), search_compiler (to SQL), search_text (the index)
        outbox            pending events by state; outbox_rows reads them
        entries, drafts, directory, sync_state, values
    terminal          the store of the workstation, composed of
        journal           signed attendance rows, append-only, and their receipts
        grace_table, trust_table   offline grace, trust bundle, roster and revocation lists
    journal_check     verifies a journal offline and names the first fault
    moments           times as the tables hold them
"""
