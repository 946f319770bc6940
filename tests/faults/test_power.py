from tests.faults import power


def test_fault_03_power_cut(holds):
    holds(power.fault_03_power_cut)
