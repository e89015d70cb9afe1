"""From an uploaded recording to the one small file that readers hear."""
