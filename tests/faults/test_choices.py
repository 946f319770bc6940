from tests.faults import choices


def test_fault_52_packets(holds):
    holds(choices.fault_52_packets)
