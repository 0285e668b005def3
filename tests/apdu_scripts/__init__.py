"""Whole conversations with a card, byte for byte: any deviation of ours fails.

``script`` reads a script and plays the card of it; ``piv/*.apdu`` are the flows of SP 800-73-5, commented.
The lines of a script are ``# comment``, ``= name hex`` (something given), ``> hex`` (what we must send) and
``< hex`` (what the card answers); hex may go on in indented lines. The worked examples of Doc 9303-11 (D.2 to
D.4, G.1, G.2, H.1, H.2) are in ``tests/support/icao_examples``.
"""
