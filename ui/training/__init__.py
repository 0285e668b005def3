"""The training tray: virtual cards and a network that can be cut, beside the program.

- ``environment``: what the tray plays with: card files, virtual readers, a network
- ``deck``: the virtual cards, one object each, so that tries spent stay spent
- ``item_view``: what cards and documents on the desk look like
- ``card_view``: one card as it looks on the desk, PIN printed on it
- ``papers``: citizens' documents, genuine and forged; ``portrait``: their specimen's photo
- ``paper_view``, ``papers_pane``: one of them as it lies on the desk, and all of them
- ``tray``: the window
"""
