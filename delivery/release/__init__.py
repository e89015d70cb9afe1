"""The release phase: runs on every deployment, promotion and rollback, before the new code serves.

    python -m delivery.release

Takes the application's lock, clones staging's schema for a new review app, migrates, cuts out what
lies around forests where that is missing, reports the commit, and says, but for review apps, which
printed codes open no story. Safe to run twice, at
once or after having been killed. Exit codes: 0 done; 1 refused or failed, which stops the
deployment and leaves the old code serving.
"""
