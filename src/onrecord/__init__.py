"""onrecord: a ledger of attributed claims."""
