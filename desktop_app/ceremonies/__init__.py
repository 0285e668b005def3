"""What a person does with a card and its PIN beside the work of a session; each takes the whole core.

Map:
    my_card           what its holder sees and may do: certificates, PIN, unblocking, a test signature
    anchor_import     what vouches for citizens' documents: a file looked at, and installed by a site admin
    new_epoch         a terminal that lost its journal goes on, by a supervisor's card
    recovery          unsent work whose card is gone, opened for its person by two site admins
    recovery_turns    the same where there is one reader, lent to them one after the other
"""
