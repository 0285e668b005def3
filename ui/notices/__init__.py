"""Notifications: what happened that concerns the person, kept in one list; nothing lives in the tray alone.

- ``page``: the list (F12): what, when, why, and the way to the report
- ``watch``: hears what came, counts what is unread, decides what may pop up
- ``popups``: gathers a burst into one desktop notification; ``tray``: the system's own way to show it
- ``alarm``: the bar that an instant case raises in the window
- ``words``: the words for each kind
"""
