"""Cards that lie: one test per way, each refused by its own reason, with a sentence for the person.

`piv`  staff cards with one thing wrong with each
`told` the sentence that a person reads of a refusal, in both languages
`torn` cards torn off at every APDU of every flow
"""
