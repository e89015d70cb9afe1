"""The names of a story's pages in addresses."""

from django.urls.converters import StringConverter


class PageName(StringConverter):
    """A built-in page's name, or one of the enterprise's own: p/our-bees."""

    regex = "(?:p/)?[-a-zA-Z0-9_]+"
