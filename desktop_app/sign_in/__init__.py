"""From the card in the reader to the open desk, and away from it again.

Map:
    card_service      whether the smart-card service runs
    card_places       readers of ours and slots of makers' modules; token_slots asks the modules
    presented_card    what a card says of itself without its PIN; token_card the same of a token
    card_proof        the one card transaction: PIN verified, statement signed, vault opened, logged out
    store_opening     what will open a person's store, or why nothing does
    sign_in           online and, when the centre cannot be reached, offline; outcome is what it comes to
    remembered        who signed in here before
    card_guard        the lock when the card leaves
    departure         unsent work after its person has left: sent for a while, then wiped
    officer_card      an officer's card and PIN for one act beside any session
    my_card           what its holder may do with a card: PIN, unblocking, a test signature
"""
