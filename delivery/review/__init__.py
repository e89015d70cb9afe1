"""Review apps in staging's database: each has a schema of its own, cloned, guarded and dropped."""
