"""Tells the team of errors, by Sentry or by email, without a word of readers or records."""
