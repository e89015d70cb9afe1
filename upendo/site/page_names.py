"""The names of a story's pages in addresses."""

from django.urls.converters import StringConverter


class PageName(StringConverter):
    """A built-in page's name, that of one of several beekeepers, or one of the enterprise's own.

    Such as people/7 and p/our-bees.
    """

    regex = "(?:people/|p/)?[-a-zA-Z0-9_]+"
