"""Answers that are drawn once, kept within bounds, and sent as the client takes them."""
