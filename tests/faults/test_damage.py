from tests.faults import damage


def test_fault_11_flipped_byte(holds):
    holds(damage.fault_11_flipped_byte)


def test_fault_12_truncated(holds):
    holds(damage.fault_12_truncated)


def test_fault_13_appended(holds):
    holds(damage.fault_13_appended)


def test_fault_14_pages_moved(holds):
    holds(damage.fault_14_pages_moved)


def test_fault_15_older_page(holds):
    holds(damage.fault_15_older_page)


def test_fault_17_hot_journal_spoilt(holds):
    holds(damage.fault_17_hot_journal_spoilt)


def test_fault_18_stray_log(holds):
    holds(damage.fault_18_stray_log)
