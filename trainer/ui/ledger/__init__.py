"""The energy ledger: what a figure in kilocalories was counted from, opened from wherever such a figure stands."""
