"""Ids, codes and people of a report in words: what every room says of one, it says from here.

- ``words``: states, commands, lines of a timeline; ``names``: units, people, categories, places
- ``row_text``: a report in one row, ``due_groups`` by its due day
- ``query_words``: a search in words; ``extension_words``: why later, and to when
- ``refusals``: why the centre said no; ``house_style``: how an answer begins and ends
- ``markup`` with ``markup_writer``, ``highlight``: safe rich text; ``lookup``
"""
