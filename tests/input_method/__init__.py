"""Proof that the desk works by keyboard under a Vietnamese input method: ``python -m tests.input_method``.

A private display, bus and ibus-unikey run beside the real program and a real centre; twenty reports are
triaged with keys alone, injected at the X server, in Telex and again in VNI. What the centre then has must be
exactly what was meant: no command fired by composing, every diacritic in its place.

- ``keystrokes``: a Vietnamese text as the keys of Telex or VNI
- ``session``: the private display, bus, window manager and input method
- ``keyboard``: keys injected at the X server
- ``official``: one person at the program with keys alone
- ``triage``: the twenty reports, and what the centre must have afterwards
"""
