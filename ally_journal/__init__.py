"""The journal itself, without Qt: values, rules, the encrypted vault, the formats."""
