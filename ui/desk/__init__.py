"""The report desk: list, report and what lies beside them as one workplace.

- ``desk``: composition; ``panes``: where things stand by the width there is; ``desk_keys``
- ``desk_entries``: what the desk offers in the command palette
- ``following`` with ``news_gate``: the news; ``picking``: several reports chosen
- ``commanding``: from a command to the outbox and its undo
- ``today``: what the day asks for; ``walking``: going through it one by one
- ``instant_alarm``: an instant case that nobody has opened
- ``photo_desk``: the pictures of the report that is open; ``placing``: its place on the map
"""
