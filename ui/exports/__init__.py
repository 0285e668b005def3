"""What leaves the desk as a file: the list that is shown, and the sheet of a report.

Map:
    exporting    from the key to the file: asks where, writes aside, says how far, stops when asked
    export_bar   the bar at the foot of the desk: what is written and how much, and the way to stop it
    columns      the columns of a list in the language in force
    sheet        the sheet of a report in the city's form of a document, as markup
    pdf          a document painted page by page, fonts embedded, numbered from the second page on
"""
