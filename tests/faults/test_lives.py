from tests.faults import lives


def test_fault_07_full_disk(holds):
    holds(lives.fault_07_full_disk)


def test_fault_10_folder_gone(holds):
    holds(lives.fault_10_folder_gone)


def test_fault_19_wrong_passphrase_at_hot_journal(holds):
    holds(lives.fault_19_wrong_passphrase_at_hot_journal)


def test_fault_28_second_program(holds):
    holds(lives.fault_28_second_program)


def test_fault_29_stale_lock(holds):
    holds(lives.fault_29_stale_lock)


def test_fault_31_clock_jumps(holds):
    holds(lives.fault_31_clock_jumps)


def test_fault_34_asked_to_end(holds):
    holds(lives.fault_34_asked_to_end)


def test_fault_60_soak(holds):
    holds(lives.fault_60_soak)
