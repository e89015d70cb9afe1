"""How often something may be done, counted by networks."""
