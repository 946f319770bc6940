from tests.faults import hostile


def test_fault_45_malformed_header(holds):
    holds(hostile.fault_45_malformed_header)


def test_fault_46_malformed_import(holds):
    holds(hostile.fault_46_malformed_import)


def test_fault_46_malformed_answers(holds):
    holds(hostile.fault_46_malformed_answers)


def test_fault_48_import_twice(holds):
    holds(hostile.fault_48_import_twice)


def test_fault_42_any_search(holds):
    holds(hostile.fault_42_any_search)


def test_fault_49_hostile_markup(holds):
    holds(hostile.fault_49_hostile_markup)


def test_fault_52_export_of_what_was_ticked(holds):
    holds(hostile.fault_52_export_of_what_was_ticked)


def test_fault_58_any_passphrase(holds):
    holds(hostile.fault_58_any_passphrase)
