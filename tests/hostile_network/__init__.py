"""A server or a network that lies: certificates that do not hold, old protocols, answers that lead elsewhere.

Map:
    authority     a private authority and the certificates it issues, good and bad
"""
