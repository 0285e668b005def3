"""*My card*: what its holder may see and do, with or without being signed in.

- ``page``: reads the card in a reader and shows it, opened by F7
- ``slot_card``: one certificate: what for, until when, from whom, revoked or not
- ``facts_card``: the frame of both
- ``issuer_card``: what the issuer's signature on the card proves
- ``secret_panel``: PIN change and unblocking by PUK, in place
- ``texts``: the words (pure)
"""
