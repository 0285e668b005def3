"""What each command asks for, in place under the report: no dialog takes the report out of sight.

- ``panel``: the frame every command's panel shares: form, problem, confirm, cancel
- ``context``: what a panel may look at
- ``writing``: commands that carry words (note, return, send back, ask, urge, …)
- ``assigning`` with ``routing_line`` and ``returned_reasons``: who, what, when (distribute, hand down)
- ``calendar_doubt``: a day whose calendar is provisional or missing says so, as it is chosen
- ``checking`` with ``identity_review`` and ``identity_row``: category, place, and what becomes of each place
  that may tell who somebody is (verify)
- ``relating``: another report by its code, or the parts of this one (duplicate, merge, split)
- ``template_field``: a line that finds a template and puts it into the text
- ``answering``: the editor of the answer, its draft saved while one types (submit)
- ``catalogue``: from a command to its panel
"""
