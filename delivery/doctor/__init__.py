"""Checks by API that everything around a release is set up, and prints a checklist.

    python -m delivery.doctor

It reads the same settings as `delivery.promote` and changes nothing. Of secrets it reads
names, of Heroku's settings it shows names only. A token that may read the repository's
administration, environments and secrets lets it check all of GitHub's part; with less,
those lines say "cannot check".

Exit codes: 0 nothing is missing, 1 something is missing, 2 the settings are incomplete.
"""
