"""What the rules object to in a text."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.cache import cache
from django.urls import reverse
from django.utils.translation import gettext

from upendo.catalogue.markets import Market
from upendo.catalogue.text_checks import Finding, add_text_check
from upendo.claims.models import Certificate, WordingLaw, WordingOverride, WordingRule, WordList
from upendo.claims.wording.patterns import Lists
from upendo.claims.wording.plain import plain_text

FRESH_SECONDS = 1  # rules are kept so long, because a form holds many texts


@dataclass(frozen=True)
class Objection:
    """A rule's words in a text, the sentence that they stand in, and the laws against them."""

    rule: WordingRule
    words: str
    passage: str
    laws: tuple[WordingLaw, ...]
    markets: frozenset[Market]  # in which the laws object

    @property
    def blocks(self) -> bool:
        """Whether one of the laws forbids the words."""
        return any(law.severity == WordingLaw.Severity.BLOCK for law in self.laws)

    def as_finding(self) -> Finding:
        """Return it as a sentence, with the address of the form on which it can be allowed."""
        first = self.laws[0]
        where = [_labels(law, self.markets) for law in self.laws]
        also = gettext(" Also: %(names)s.") % {"names": "; ".join(where[1:])} if where[1:] else ""
        query = urlencode({"rule": self.rule.pk, "passage": self.passage})
        return Finding(
            gettext(
                "“%(words)s”: %(reason)s (%(where)s: %(source)s.)%(also)s Better: %(suggestion)s"
            )
            % {
                "words": self.words,
                "reason": first.reason,
                "where": where[0],
                "source": first.source,
                "also": also,
                "suggestion": self.rule.suggestion,
            },
            blocks=self.blocks,
            address=f"{reverse('admin:claims_wordingoverride_add')}?{query}",
        )


def check_wording(text: str, language: str, markets: frozenset[Market]) -> list[Finding]:
    """Return what the laws of these markets object to in a text, the forbidden words first."""
    found = sorted(objections(text, language, markets), key=lambda o: not o.blocks)
    return [objection.as_finding() for objection in found]


def objections(text: str, language: str, markets: frozenset[Market]) -> list[Objection]:
    """Return a text's objections in the text's order, but not to sentences that are allowed."""
    plain = plain_text(text)
    rules, lists = _rules_and_lists()
    found: dict[tuple[int, str, str], Objection] = {}
    for rule in rules:
        if not _laws(rule, markets):
            continue
        for span in rule.spans_in(plain, language, lists):
            words, passage = plain.as_written(*span), plain.passage(*span)
            objecting = markets - _allowed_by_certificate(rule, passage)
            if laws := _laws(rule, objecting):
                objection = Objection(rule, words, passage, laws, objecting)
                found[rule.pk, words, passage] = objection
    allowed = WordingOverride.objects.pairs({o.passage for o in found.values()}) if found else set()
    return [o for o in found.values() if (o.rule.pk, o.passage) not in allowed]


def _laws(rule: WordingRule, markets: frozenset[Market]) -> tuple[WordingLaw, ...]:
    return tuple(law for law in rule.laws.all() if markets.intersection(law.markets))


def _allowed_by_certificate(rule: WordingRule, passage: str) -> frozenset[Market]:
    if not rule.certificate:
        return frozenset()
    return Certificate.objects.markets_of(rule.certificate, passage)


def _rules_and_lists() -> tuple[list[WordingRule], Lists]:
    known: tuple[list[WordingRule], Lists] | None = cache.get("wording-rules")
    if known is None:
        known = list(WordingRule.objects.in_use()), WordList.objects.as_lists()
        cache.set("wording-rules", known, FRESH_SECONDS)
    return known


def _labels(law: WordingLaw, markets: frozenset[Market]) -> str:
    return ", ".join(str(m.label) for m in Market if m in markets and m in law.markets)


add_text_check(check_wording)
