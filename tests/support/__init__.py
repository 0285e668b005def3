"""What several tests share.

``log_guard``
    fails a test that logged a warning nobody expected
``thread_guard``
    fails a test that leaves one of the program's named threads running
``deadline``
    waiting for a condition instead of sleeping
``private_services``
    a bus, a keyring and a display of one's own, started for one test and gone after it
``pcscd``
    a private PC/SC service with a virtual reader
``workflow_table``
    the workflow, typed a second time by hand
"""
