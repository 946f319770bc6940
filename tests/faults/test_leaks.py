from tests.faults import leaks


def test_fault_30_no_open_beside_sqlite(holds):
    holds(leaks.fault_30_no_open_beside_sqlite)


def test_fault_35_abort(holds):
    holds(leaks.fault_35_abort)


def test_fault_36_words_after_a_kill(holds):
    holds(leaks.fault_36_words_after_a_kill)


def test_fault_39_memory_after_lock(holds):
    holds(leaks.fault_39_memory_after_lock)


def test_fault_40_memory_read_by_another(holds):
    holds(leaks.fault_40_memory_read_by_another)


def test_fault_41_errors_without_words(holds):
    holds(leaks.fault_41_errors_without_words)
