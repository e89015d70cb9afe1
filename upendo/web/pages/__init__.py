"""Addresses of the process itself: its health, robots, errors."""
