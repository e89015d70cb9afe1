"""What an attacker would try and tests are too quick for: python -m dev.attack [NAMES].

One run of about ten minutes, on loopback alone, against the application as it is served: two
workers, a proxy that they trust, a PostgreSQL and an S3 server of the run's own. Each module with a
`drill` is one attack; the run prints what each tried and what was lost, and ends with 1 if
something was.
"""
