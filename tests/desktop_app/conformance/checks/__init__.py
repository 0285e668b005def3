"""Twins of ``desktop_app/conformance/checks``: for each clause a server that breaks it, and nothing else."""
