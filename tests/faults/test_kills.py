from tests.faults import kills


def test_fault_01_kill_while_saving(holds):
    holds(kills.fault_01_kill_while_saving)
