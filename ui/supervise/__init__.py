"""*Giám sát*: how the work that units were given stands; each number opens its list.

Map:
    page         the page: what is asked, the share on time, the table, the age of the data
    question     what is asked: by unit, ward, field, source or returns, and over which period
    number_table the table: rows of numbers, by keys and by the screen reader
    tables       what the store counted as rows of the table, with what each number opens
    share_bar    finished and running work by its standing, in one bar with words
    measures     the words of measures, groups and periods
"""
