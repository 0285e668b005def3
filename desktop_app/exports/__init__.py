"""Lists written to files for others: whole or not at all, with flat memory, stopped when asked.

Map:
    whole_file   a file that appears under its name only when it is complete and on the disk
    table        what is written: columns, rows, progress; the one loop over a million of them
    workbook     a table as XLSX; the only module that knows the library
    delimited    a table as CSV; no cell of it is a formula
"""
