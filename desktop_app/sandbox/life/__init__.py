"""The city lives while one looks: who acts, on what, by which lawful step. Everything goes the clients' way.

Map:
    town        the city as it is in the database now, and the one way anybody acts in it
    citizens    people report, answer what they were asked, are content or ask again
    colleagues  every role of the staff takes the next lawful step on some report
    steps       which steps follow a state, and how often
"""
