"""The content manager's view of the catalogue, one module a subject."""

from upendo.catalogue.admin import beekeeper, forest, honey, jar, picture, print_run

__all__ = ["beekeeper", "forest", "honey", "jar", "picture", "print_run"]
