"""Codes on their way to jars: their list and their life, print runs, tables and labels."""

from upendo.labels.admin import codes, label_files, long_steps, print_run, sheets

__all__ = ["codes", "label_files", "long_steps", "print_run", "sheets"]
