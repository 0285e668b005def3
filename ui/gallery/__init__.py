"""The gallery: every view of every role, photographed in every appearance, from the real program.

A person walks through the program once a screen; at each view the agent inside changes colours and language
and photographs every window. What clips, vanishes or loses its contrast is seen here before a user sees it.

- ``looks``: the screens and the appearances on each
- ``visit``: a view and the way there; ``visits``: all of them by role; ``at_counter``: the counter's;
  ``at_supervision``: deadlines watched; ``handing_on``: one role's work taken up by the next
- ``paper``: a file on its way out
- ``at_readers``: readers that do not just work: another program, silence, none, a card torn off
- ``unsent``: the same while the centre is away, and what a lost card leaves behind
- ``colliding``: work without an answer, without a receipt, overtaken by a colleague, refused
- ``forged``: the kiosk where a receipt is not genuine
- ``index``: the page over the pictures, a role's journey after another's
- ``walk``: opens the program on each screen, makes the visits, writes the pictures;
  each view is examined for what a screen reader, the Tab key or an eye would miss (``faults.json``)
"""
