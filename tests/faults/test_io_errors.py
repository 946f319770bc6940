from tests.faults import io_errors


def test_fault_04_eio_once(holds):
    holds(io_errors.fault_04_eio_once)


def test_fault_04_eio_while_reading(holds):
    holds(io_errors.fault_04_eio_while_reading)


def test_fault_05_eio_for_ever(holds):
    holds(io_errors.fault_05_eio_for_ever)


def test_fault_06_enospc_once(holds):
    holds(io_errors.fault_06_enospc_once)


def test_fault_06_enospc_for_ever(holds):
    holds(io_errors.fault_06_enospc_for_ever)


def test_fault_08_fsync_fails(holds):
    holds(io_errors.fault_08_fsync_fails)
