"""Staff cards and tokens at this computer: where they lie, what they say, what they do once unlocked.

Map:
    service           whether the smart-card service runs
    places            readers of ours and slots of makers' modules, named and put to work alike
    token_slots       which tokens the makers' modules hold
    presented_card    what a card says of itself without its PIN; token_card the same of a token
    proof             the one card transaction: PIN verified, statement signed, vault opened, logged out
    guard             the lock when the card leaves
    officer_card      an officer's card and PIN for one act beside any session
"""
