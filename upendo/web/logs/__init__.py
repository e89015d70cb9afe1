"""What is logged of a request, without what is private."""
