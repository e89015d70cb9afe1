"""How a change reaches production: the host's side, which imports nothing of the application.

``release``, ``promote``, ``doctor``, ``setup``, ``review.drop`` and ``review.orphans`` are run with
``python -m``; so are the rehearsals, but only in a checkout, since they use its PostgreSQL.
"""

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
