from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from unfold.admin import StackedInline
from unfold.decorators import display
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget

from upendo.catalogue.markets import Market
from upendo.claims.models import WordingLaw, WordingPhrases, WordingRule, WordList
from upendo.claims.models.fields import MarketsField
from upendo.desk.admin import DeskAdmin


class WordingPhrasesInline(StackedInline):
    model = WordingPhrases
    extra = 0
    tab = True


class WordingLawInline(StackedInline):
    model = WordingLaw
    extra = 0
    tab = True
    # The theme and Django differ in whether it belongs to the class.
    formfield_overrides = {  # type: ignore[misc]
        MarketsField: {"widget": UnfoldAdminCheckboxSelectMultipleWidget}
    }


@admin.register(WordingRule)
class WordingRuleAdmin(DeskAdmin):
    list_display = ["name", "blocked_in", "warned_in", "languages", "is_active"]
    list_filter = ["is_active", "laws__severity"]
    search_fields = ["name", "phrases__words", "laws__source"]
    fields = ["name", "suggestion", "certificate", "is_active"]
    inlines = [WordingPhrasesInline, WordingLawInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[WordingRule]:
        queryset: QuerySet[WordingRule] = super().get_queryset(request)
        return queryset.prefetch_related("phrases", "laws")

    @display(description=_("blocks in"), label=True)
    def blocked_in(self, rule: WordingRule) -> list[str]:
        return _markets(rule, WordingLaw.Severity.BLOCK)

    @display(description=_("warns in"), label=True)
    def warned_in(self, rule: WordingRule) -> list[str]:
        return _markets(rule, WordingLaw.Severity.WARN)

    @admin.display(description=_("languages"))
    def languages(self, rule: WordingRule) -> str:
        return ", ".join(str(phrases) for phrases in rule.phrases.all())


@admin.register(WordList)
class WordListAdmin(DeskAdmin):
    list_display = ["name", "language", "begins_with"]
    list_filter = ["language"]
    search_fields = ["name", "words"]
    fields = ["name", "language", "words"]

    @admin.display(description=_("words"))
    def begins_with(self, words: WordList) -> str:
        return Truncator(", ".join(words.words.splitlines())).chars(90)


def _markets(rule: WordingRule, severity: WordingLaw.Severity) -> list[str]:
    laws = [law for law in rule.laws.all() if law.severity == severity]
    return [market.value for market in Market if any(market in law.markets for law in laws)]
