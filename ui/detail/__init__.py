"""One report: what it says, who answered, what may be done, what lies near it.

- ``reading``: what is read in one go; ``detail`` with ``detail_header``, ``detail_body``, ``timeline``,
  ``answer_text``, ``evidence``, ``ties``; ``said_above`` (a refusal, an offer), ``command_bar``,
  ``panel_facts`` (what a panel looks at)
- ``staying``: what is asked once a person stays with a report; ``neighbourhood`` with ``neighbour_strip``:
  similar ones, earlier ones at the place; ``onlooking`` with ``onlooker_line``: who else has it open
"""
