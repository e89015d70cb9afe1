"""The desk for claims, certificates and wording, one module a subject."""

from upendo.claims.admin import certificate, claim, menu, override, rule, start

__all__ = ["certificate", "claim", "menu", "override", "rule", "start"]
