"""Photos of the demo city: drawn, never taken, yet with all that makes real ones delicate.

- ``street``: the background: sky, houses, road, a passer-by with a face, a motorbike with its plate
- ``matters``: what the report is about, drawn into the street: water, rubbish, a hole, a dead lamp …
- ``camera``: the drawing as a phone writes it: JPEG, with the place, time and device in its EXIF
- ``prints``: each drawing made once: as taken, small, and as the public copy with face and plate covered
- ``letters``: a letter that a citizen scanned, as PDF
- ``placing``: which report has which photos, and their rows in the database
"""
