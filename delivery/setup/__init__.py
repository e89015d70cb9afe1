"""Sets everything around a release up, from empty accounts to a green doctor.

    python -m delivery.setup [--answers setup.toml] [--dry-run]

Each step looks first, by the doctor's own checks, and acts only where something is missing; so
running it again is safe, also after it was killed, and goes on where it ended. A dry run prints
each step and changes nothing. No secret is ever printed. What only a person can do is a list of
seven lines, printed with what of it is still open: `delivery.setup.people`.

It reads `setup.toml`, which is a filled-in copy of `delivery/setup/answers.example.toml`, and from
the environment HEROKU_API_KEY and GITHUB_TOKEN of a person who may administer both. Secrets reach
GitHub by its own command line `gh`, which encrypts them.

Exit codes: 0 all is set up, or the dry run has ended; 1 something is left, and is named;
2 the answers are incomplete.
"""
