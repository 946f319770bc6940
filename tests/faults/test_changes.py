from tests.faults import changes


def test_fault_22_kill_in_passphrase_change(holds):
    holds(changes.fault_22_kill_in_passphrase_change)


def test_fault_24_kill_in_migration(holds):
    holds(changes.fault_24_kill_in_migration)


def test_fault_26_kill_in_backup(holds):
    holds(changes.fault_26_kill_in_backup)


def test_fault_26_kill_in_restore(holds):
    holds(changes.fault_26_kill_in_restore)


def test_fault_27_damaged_backup(holds):
    holds(changes.fault_27_damaged_backup)


def test_fault_47_kill_in_import(holds):
    holds(changes.fault_47_kill_in_import)
