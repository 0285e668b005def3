"""The way in: reader, card, PIN, one sentence at a time.

- ``stage``: where the person stands between an unplugged reader and an open desk (pure)
- ``texts``: the sentence of each stage
- ``picture``: the painted reader and card; ``steps``: the three steps under it
- ``pin_field``: ASCII only, no input method, the PIN as ``bytearray``
- ``card_entry``: somebody else's card and PIN for one act; ``officer_entry``: where the act takes no more
- ``places``: which card or token, where there is more than one
- ``page``: the card in the middle of the window that joins them
"""
