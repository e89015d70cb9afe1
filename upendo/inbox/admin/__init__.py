"""The desk: where the team reads, translates and answers letters."""

from django.contrib import admin

from upendo.inbox.admin import announcement, letter, phrase

__all__ = ["announcement", "letter", "phrase"]

admin.site.index_template = "inbox/start_page.html"
