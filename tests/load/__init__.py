"""An open-loop load on the central API: what is scheduled is sent at its time, whatever is still unanswered.

Map:
    centre        the central API on a database, in a process of its own
    terminals     enrolled terminals with signed rows ready, each on a line of its own
    polls         desks that hang on the feed, in a process of their own
    schedule      sends by the clock; latency counts from the scheduled moment (no coordinated omission)
"""
