from tests.faults import later_changes


def test_fault_16_older_copy(holds):
    holds(later_changes.fault_16_older_copy)


def test_fault_23_kill_in_new_keys(holds):
    holds(later_changes.fault_23_kill_in_new_keys)


def test_fault_26_kill_in_put_back(holds):
    holds(later_changes.fault_26_kill_in_put_back)


def test_fault_56_residue(holds):
    holds(later_changes.fault_56_residue)


def test_fault_62_replaced_while_open(holds):
    holds(later_changes.fault_62_replaced_while_open)
