from tests.faults import packets


def test_fault_45_malformed_packet(holds):
    holds(packets.fault_45_malformed_packet)


def test_fault_45_malformed_reply(holds):
    holds(packets.fault_45_malformed_reply)


def test_fault_45_malformed_packet_json(holds):
    holds(packets.fault_45_malformed_packet_json)
