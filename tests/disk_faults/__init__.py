"""Disks that fail: full, read-only, damaged; a plain error, nothing lost, and a way on.

Map:
    small_disk    what happens on a disk of a few megabytes, in a process with a mount of its own
    mounting      starts such a process
"""
