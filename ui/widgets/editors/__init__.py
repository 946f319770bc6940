"""Step editors: one small class for each kind of answer, all used in the same way."""
