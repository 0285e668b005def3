"""What several tests share.

guards every test runs in
    ``log_guard``         fails a test that logged a warning nobody expected
    ``thread_guard``      fails a test that leaves one of the program's named threads running
    ``window_guard``      fails a test that leaves a window open

waiting and looking
    ``deadline``          waiting for a condition instead of sleeping
    ``patient_bot``       pytest-qt's bot, with time for a loaded machine
    ``clock``             a trusted clock whose time only the test moves
    ``widgets``           finding a widget's child, or saying what is missing
    ``errors``            reading the error classes of a module

cards
    ``apdu_script``       a card that follows a script of commands and answers
    ``virtual_cards``     virtual staff cards, made once per process
    ``hostile_certificates``   certificates that decode and cannot be read all the same
    ``reader_events``     what a reader pool publishes, collected
    ``pcscd``, ``raw_pcsc``   a private PC/SC service with virtual readers; another program at the reader
    ``journal_maker``     a terminal's journal, row by row

the other end of the line
    ``sandbox_server``, ``small_city``   a sandbox over real HTTP, and a city small enough to know by heart
    ``desk_client``, ``contract``   a workstation as a test plays it, held against ``openapi.yaml``;
    ``protocols``         and at what price
    ``scripted_server``   answers exactly what a test scripts
    ``gate``              a network that a test can cut; ``door`` its port
    ``workflow_table``    the workflow, typed a second time by hand

``private_services``      a bus, a keyring and a display of one's own, gone after the test
"""
