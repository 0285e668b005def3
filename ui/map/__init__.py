"""Maps: points, a plain grid and a scale; no street and no boundary that nobody gave us.

- ``sketch_view``: the picture of a ``PlaceSketch``, small under a report or large in its window
- ``place_window``: the large one, with what it shows and does not show in words
"""
