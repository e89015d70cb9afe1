"""How a change reaches production: the host's side of delivery, independent of the app."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
