"""Cards that lie: one test per way, each refused by its own reason, with a sentence for the person.

`piv`  staff cards
`torn` cards torn off at every APDU of every flow
"""
