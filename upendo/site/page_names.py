"""The names of a story's pages in addresses."""

from django.urls.converters import StringConverter


class PageName(StringConverter):
    """A built-in page's name, or that of one of several beekeepers: people/7."""

    regex = "(?:people/)?[-a-zA-Z0-9_]+"
