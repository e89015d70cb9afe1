"""Codes on their way to jars: their list and their life, print runs, tables and downloads."""

from upendo.labels.admin import codes, print_run

__all__ = ["codes", "print_run"]
