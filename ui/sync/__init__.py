"""What waits for the centre, why, and where a person decides between two versions.

- ``sync_window``: what waits; ``sync_reasons`` why, ``sync_log_view`` what passed, ``unsent_words`` how a
  line of it reads, ``taps_view`` what the check-in of this computer has no receipt for
- ``comparison``, ``decision``: mine or theirs; ``deciding``: the end of a conflict
- ``recovery_panel``: a lost card's work; ``recovery_turns``: two admins at the only reader
"""
