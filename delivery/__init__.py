"""How a change reaches production: the host's side of delivery, independent of the app."""
