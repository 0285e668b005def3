"""*Card doctor*: what of this workstation works for cards, with verdict, sentence, remedy and code.

- ``page``: the page, opened by F8, from the strip's reader and from the sign-in
- ``finding_row``: one finding
- ``terminal``: the findings in words for the command line
- ``texts``: parts and verdicts in words, the text that is copied, the table of codes (pure)
"""
