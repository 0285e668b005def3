"""The acts of the tour's day, in order.

- ``morning``: enrolment, sign-in, first sync, search
- ``cable``: the network cut in three ways, a kill, and everything still there
- ``colleagues``: two people, one report: mine, then theirs
- ``answer``: approval, publication, the citizen's page
- ``kiosk``: taps and their receipts
- ``rooms``: a photo covered, an absence arranged, a number drilled down to, a call taken
- ``paper``: the list exported as it is shown, a report's sheet, a place asked for while the card is pulled
- ``counter``: a citizen's card read, a wrong number, an altered chip
- ``door``: locks and refusals; the evidence
"""
