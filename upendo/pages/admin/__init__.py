"""How a manager composes pages and arranges the chapters."""

from upendo.pages.admin import chapter, page

__all__ = ["chapter", "page"]
