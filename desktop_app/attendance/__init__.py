"""From the card at the kiosk to a durable signed row that others can verify.

Map:
    check_in       a terminal's readers, its journal and its screen's events
    judgement      what a presented certificate is worth: verdict, kind, direction; no I/O
    tap            judged, signed by the card, signed by the terminal, durable
    journal_row    one row of the journal as it is signed
    evidence       rows and receipts written out for others
    audit          our own verifier of that evidence
"""
