"""Tests: a mirror of the packages, plus what no single module can show.

``cardio/ desktop_app/ ui/ resources/``
    twins: ``tests/<package>/test_<module>.py`` reads like the module it proves
``house/``
    the rules of the house themselves: layers, sizes, names, what must not be in the tree
``journeys/``
    a person's way through the program, from card to receipt
``pcsc/``
    the real smart card stack: pcscd with a virtual reader
``apdu_scripts/  hostile_cards/``
    conversations with cards, byte for byte; cards that lie, and what a person is told of them
``benchmarks/  chaos/  fuzz/``
    speed against a peer of the same run, kill -9, hostile bytes
``support/``
    what several of them need: guards, private services
"""
