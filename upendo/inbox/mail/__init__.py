"""Emails about letters, and the courier: its rounds send them, remind, and erase old letters."""
