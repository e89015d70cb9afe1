"""Hostile files: a module for each field that takes files, a function for each kind."""
