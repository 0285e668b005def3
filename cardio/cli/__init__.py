"""`ioc-desk card …`: readers and cards from the command line, without window or network.

`commands`   the words, and how a failure is told
`at_reader`  the reader and card that a command means
`report`     `info`: what a card tells, and with its PIN what that guards
`issuer`     and what its issuer signed of that
`data_objects` and what it holds beside certificates and keys, an object in a line
`self_test`  `test`: each key used once
`pin_entry`  a PIN typed here, or on the keys of the reader
`entries`    `info`, `test`, `change-pin`, `unblock`: what asks for a PIN or PUK
`read_id`    `read-id`: a citizen's document
`serving`    `serve`: a virtual card through vpcd
"""
