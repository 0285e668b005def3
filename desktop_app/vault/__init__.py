"""Keys of persons' stores: wrapped for a card, for how long they open offline, what is left without it.

Map:
    slots          one data key wrapped several ways, and the file that holds them
    vault          the key wrapped, unwrapped, rotated, inherited by a new card
    sealed_work    unsent work sealed for the agency's key, for the day a card is lost
"""
