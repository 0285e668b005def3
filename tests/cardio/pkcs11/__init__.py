"""Twins of ``cardio/pkcs11``."""
