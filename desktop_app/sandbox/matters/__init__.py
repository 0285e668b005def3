"""What is arranged beside the reports, enforced: each command inside the transaction of its event.

Map:
    matter        one command under way, and what its answer looks like
    delegations   who acts in whose stead, until when
    takeovers     work handed to a colleague: offered, accepted, declined
    shared_lists  lists for a whole unit
    campaigns     tags with dates
    templates     words of the city and of units, their versions
    table         from a command to its rule
"""
