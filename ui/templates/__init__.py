"""The templates' page (F11): a unit's leaders write the words their officials begin with.

- ``page``: what a person does and what the centre says to it
- ``halves``: the list beside what is open, or one of them; ``shelf``: the templates one may see, found by a
  few letters; ``opened``: the one that is open, its versions and buttons
- ``kept``: the centre's templates and the drafts on this computer; ``words``: how one is named (pure)
- ``editor``: what a template is for and says; ``rehearsal``: how it reads on a report
"""
