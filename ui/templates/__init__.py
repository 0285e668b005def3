"""The templates' page (F11): a unit's leaders write the words their officials begin with.

- ``page``: what is open, saved, withdrawn, kept as a draft
- ``shelf``: the templates one may see, found by a few letters; ``words``: how one is named (pure)
- ``editor``: what a template is for and says; ``rehearsal``: how it reads on a report
"""
