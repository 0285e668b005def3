"""The Vietnamese citizen card: what it adds to a travel document.

`dg13`       the fields of DG13, by number
`qr`         the code printed on the card
`provenance` where a field came from and what may be believed of it

No official public specification exists; the facts come from public code, to be confirmed on real cards.
"""
