"""Rehearsals on a developer's machine or in CI, before the host does the same in earnest."""
