from tests.faults import redaction


def test_fault_63_names_in_every_form(holds):
    holds(redaction.fault_63_names_in_every_form)


def test_fault_64_innocent_words(holds):
    holds(redaction.fault_64_innocent_words)
