from tests.faults import headers


def test_fault_20_header_spoilt(holds):
    holds(headers.fault_20_header_spoilt)


def test_fault_21_costly_header(holds):
    holds(headers.fault_21_costly_header)


def test_fault_25_later_version(holds):
    holds(headers.fault_25_later_version)


def test_fault_44_never_plain(holds):
    holds(headers.fault_44_never_plain)
