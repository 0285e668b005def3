"""From the card in the reader to the open desk, and away from it again.

Map:
    store_opening     what will open a person's store, or why nothing does
    sign_in           online and, when the centre cannot be reached, offline; outcome is what it comes to
    remembered        the refresh token: an offline desk goes online by it, without another PIN
    account_file      the file of a person's store, and the key it is under
    desk              the person's work: open store, triage, exchanges with the centre
    departure         unsent work after its person has left: sent for a while, then wiped
"""
