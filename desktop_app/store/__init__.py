"""Encrypted SQLite stores; the only place that knows the driver and the tables.

Map:
    errors            one class per cause; result_codes: the one table from SQLite to them
    connection        one encrypted connection; database: a single writer and pooled readers
    checkpoints       the log moved into the store beside the writer
    migrations        named forward-only steps of ``resources/migrations``, with a backup before each
    account           the store of one person, composed of
        reports           the server's own rows; projection lays pending events over them (pure)
        rebuild           the last step of each transaction: inbox row, counts, search terms; row_changes:
                          what differs alone; inbox_counts: how many reports each quick filter holds
        marking           every report marked anew, resumably; perspective: whose list it is, and when
        intake            rows that are new to the store, many at a time
        inbox             lists; inbox_query is what is asked, inbox_plan how it is read, inbox_rows what is
                          shown, inbox_glance a first page in time, inbox_newest that of a search by
                          receipt, inbox_upkeep how a list follows the news; row_ids finds one of a million
        search            search_syntax (what is typed), search_beginnings with search_words (the words of the
                          index that begin so), search_compiler (to SQL), search_text (the index),
                          search_notes (what of a timeline is in it),
                          search_lead (a search by deadline led by its rarer words),
                          search_help with nearness (what was probably meant)
        vicinity          reports around one
        calls, handovers  what was taken in by telephone, and shifts handed over
        supervision       how work stands, counted; supervised: one number and its list; standing_rows:
                          what both are asked of
        notices           what the person was told and has read
        habits            how a person likes their list
        saved_filters     lists that a person keeps under a name
        template_drafts   templates that are being written
        outbox            pending events: what a person puts in and takes back; outbox_sender: what goes out
                          and is answered; outbox_moves: every change of state; outbox_questions: what
                          waits; outbox_rows reads them
        uploads           files that wait for the centre; attachments: those of reports, and their contents
        entries, drafts, directory, sync_state
        sync_log          what passed between desk and centre; membership: rows by id and version
    terminal          the store of the workstation, composed of
        journal           signed attendance rows, append-only
        journal_outbox    what waits for a receipt, receipts, checkpoints
        trust_table       trust bundle, revocation lists, roster, highest trusted time
        anchor_table      anchors of citizens' documents, and the signed changes to them
        grace_table       offline unlocks of each account
        retention         what is deleted when
    rotation          a closed store under another key
    journal_check     verifies a journal offline and names the first fault
    values, moments   single named values; times as the tables hold them
"""
