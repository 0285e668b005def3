"""The computer itself as a member of the city's network, whoever sits at it.

Map:
    enrol            a computer becomes a workstation with a one-time code
    installation     what it keeps of that: its secrets and the terminal's store, and how they open again
    workplace        the enrolled workstation at work: identity, terminal's store, beliefs, its exchanges
    wiping           a computer is wiped from afar, and confirms it
    retention_job    once a day the open stores delete what may no longer be kept
"""
