"""Absences, work handed over and campaigns, on one page.

- ``page``: the sections, for whoever is signed in; ``arrangement``: a section: what there is, and its form
- ``absences``: who acts in whose stead; ``takeovers``: *bàn giao*, offered and answered
- ``campaigns``: tags with dates, for those who coordinate
"""
