"""Where a page tells of its visit when it is left."""
