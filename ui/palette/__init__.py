"""The command palette (Ctrl+K): everything that can be done or opened now, found by a few letters.

- ``entry``: one line of the palette: words, kind, key, and what Enter does
- ``matching``: which lines a few letters mean, best first, with or without diacritics
- ``entry_model``, ``entry_delegate``: the lines as a list shows them
- ``palette``: the field and the list, over the window
- ``window_entries``: what the window offers, read from the table of shortcuts and the guide

What a view offers comes from the view itself (``ui.desk.desk_entries``).
"""
