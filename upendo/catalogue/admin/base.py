"""What all parts of the catalogue's admin have in common."""

from unfold.admin import ModelAdmin, StackedInline, TabularInline


class CatalogueAdmin(ModelAdmin):  # type: ignore[misc]  # the theme ships no types
    """The list and the form of one kind of content."""


class TabularPart(TabularInline):  # type: ignore[misc]  # the theme ships no types
    """Parts of a record, one in a row, on a tab of their own."""

    extra = 0
    tab = True


class StackedPart(StackedInline):  # type: ignore[misc]  # the theme ships no types
    """Parts of a record with long texts, one below the other, on a tab of their own."""

    extra = 0
    tab = True
