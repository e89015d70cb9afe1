"""The desk for claims, certificates and wording, one module a subject."""

from upendo.claims.admin import certificate, claim, override, rule

__all__ = ["certificate", "claim", "override", "rule"]
