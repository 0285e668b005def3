"""The counter: who the citizen is, from code, number or lines and from the chip; typing is never blocked.

- ``page``: the page, and the visit's beginning and end
- ``relay``: the visit's news on the main thread
- ``intake_field``, ``intake_panel``: scanning and typing, wedge scanners told from hands
- ``passport_form``: number, birth and expiry where there is nothing to scan
- ``serial_scanner``: a scanner on a serial port
- ``reader_panel``: reader state × activity
- ``identity_panel``, ``field_row``: the fields, each with its provenance, conflicts side by side
- ``lending_panel``: the clerk's reader lent to the citizen, and taken back by PIN
- ``face``, ``picture``: the picture, decoded within bounds
- ``verdict_panel``: what was proved, what was not, what is wrong
- ``texts``: their words
"""
