"""What the menu holds of claims."""

from upendo.catalogue import desk
from upendo.claims.models import Certificate, Claim, WordingOverride, WordingRule

desk.entry("Claims", Claim, icon="fact_check")
desk.entry("Claims", Certificate, icon="workspace_premium")
desk.entry("Claims", WordingRule, icon="gavel")
desk.entry("Claims", WordingOverride, icon="rule")
