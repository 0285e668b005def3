"""Making a computer a workstation of a centre.

- ``page``: address and code, each problem beside its field
- ``entry``: one labelled line with its problem under it
"""
