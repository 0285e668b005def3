"""`ioc-desk card …`: readers and cards from the command line, without window or network.

`commands`   the words, and how a failure is told
`at_reader`  the reader and card that a command means
`report`     `info`: what a card tells about itself
`issuer`     and what its issuer signed of that
`self_test`  `test`: each key used once, and with the PIN
`behind_pin` what else it guards: printed information, face, fingerprints
`entries`    `test`, `change-pin`, `unblock`: what asks for a PIN or PUK
`read_id`    `read-id`: a citizen's document
`serving`    `serve`: a virtual card through vpcd
"""
