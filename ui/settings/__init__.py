"""What can be set on this computer; what the administrator's policy fixed is shown and locked.

- ``page``: the page, a column of sections
- ``section``: a heading with rows; a row is a label, a control, and who fixed it
- ``language``, ``appearance``, ``workstation``, ``readers``, ``scanner``, ``tokens``,
  ``anchors``, ``epoch``, ``completeness``, ``notices``, ``comfort``: the sections
- ``role_picker``: gives a reader its use by a card presented at it
- ``anchor_review``: what a file of anchors holds, and its installation by a site admin's card
- ``installed_anchors``: those installed, their removal, and who changed what
- ``preferences``: reads and changes the settings of the core
"""
