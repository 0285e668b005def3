"""From the card at the kiosk to a durable signed row that others can verify.

Map:
    check_in       a terminal's readers, its journal and its screen's events
    judgement      what a presented certificate is worth: verdict, kind, direction; no I/O
    tap            judged, signed by the card, signed by the terminal, durable
    meanwhile      what need not wait for the card is done while the card works
    journal_row    one row of the journal as it is signed
    completeness   which terminals are complete through a day, and lists that go on without one
    evidence       rows and receipts written out for others
    audit          our own verifier of that evidence
"""
