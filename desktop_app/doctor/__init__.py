"""The card doctor: what of this workstation works for cards, each part with a verdict and a stable code.

- ``finding``: ``Part``, ``Verdict``, ``Finding`` with its six-character code
- ``causes``: the one table of every finding there can be
- ``service``, ``readers``, ``cards``, ``certificate``, ``tokens``, ``trust``, ``clock``, ``network``,
  ``storage``: one examination each
- ``examination``: all of them, in order
- ``document``: the findings as JSON and as the text of a QR code

Sentences and remedies are in ``ui.wording``, by cause. Nothing secret is read: no PIN, no key, no name.
"""
