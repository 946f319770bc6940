from tests.faults import typing_kills


def test_fault_02_kill_while_typing(holds):
    holds(typing_kills.fault_02_kill_while_typing)
