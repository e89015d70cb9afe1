"""The links of a jar, a lot and an article, as GS1's resolver standard wants them.

GS1-Conformant resolver standard 1.2.0, sections 2 and 4, and RFC 9264 for the form.
"""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from upendo.catalogue.models import Jar
from upendo.gs1.find import Named, newest_jar
from upendo.gs1.links import DigitalLink
from upendo.web.addresses import absolute

VOCABULARY = "https://ref.gs1.org/voc/"
# The same vocabulary under its older addresses, and as the prefix that people write.
PREFIXES = (VOCABULARY, "https://gs1.org/voc/", "https://www.gs1.org/voc/", "gs1:")
DEFAULT = "defaultLink"


@dataclass(frozen=True)
class Link:
    """One way on: a kind of GS1's vocabulary, the address and what stands there."""

    kind: str
    href: str
    title: str

    def as_json(self) -> dict[str, Any]:
        """Return the link as a target of RFC 9264; the default one says nothing but its title."""
        target: dict[str, Any] = {"href": self.href, "title": self.title}
        if self.kind != DEFAULT:
            target |= {"type": "text/html", "hreflang": ["en"]}
        return target


def kind_named(link_type: str) -> str:
    """Return a link type's name in GS1's vocabulary, however a request writes it."""
    for prefix in PREFIXES:
        link_type = link_type.removeprefix(prefix)
    return link_type


def levels(named: Named) -> list[tuple[DigitalLink, str, list[Link]]]:
    """Return the links of each level with its description, the most exact level first.

    Exactly one of all is the default: the first of the most exact level. The levels above a jar
    name no code, so that nobody can list them.
    """
    found: list[tuple[DigitalLink, str, list[Link]]] = []
    for link in named.link.levels:
        if link.serial and named.jar:
            honey = str(named.jar.batch.honey)
            found.append((link, f"One jar of {honey}", _of_jar(named.jar)))
        elif named.article and not (link.lot and not newest_jar(named.article, link.lot)):
            words = f"{named.article.honey}, {named.article.net_weight_grams} g"
            words += f", lot {link.lot}" if link.lot else ""
            found.append((link, words, _of_article(link, words)))
    found[0][2].insert(0, Link(DEFAULT, found[0][2][0].href, found[0][2][0].title))
    return found


def linkset(named: Named) -> dict[str, Any]:
    """Return all links of all levels, as RFC 9264 writes a set of links in JSON."""
    contexts = []
    for link, description, links in levels(named):
        context: dict[str, Any] = {"anchor": absolute(link.path), "description": description}
        for target in links:
            context.setdefault(VOCABULARY + target.kind, []).append(target.as_json())
        contexts.append(context)
    return {"linkset": contexts}


def links_of_kind(named: Named, kind: str) -> list[Link]:
    """Return the links of one kind on the most exact level that has any."""
    for _, _, links in levels(named):
        if found := [link for link in links if link.kind == kind]:
            return found
    return []


def _of_jar(jar: Jar) -> list[Link]:
    honey = jar.batch.honey

    def page(name: str) -> str:
        return absolute(reverse("page", args=[jar.code, name]))

    links = [
        Link("pip", page("menu"), f"The story of this jar of {honey}"),
        Link("traceability", page("tanzania-map"), "Where this honey comes from"),
        Link("sustainabilityInfo", page("environment-carbon-graph"), "What this honey emitted"),
        Link("certificationInfo", page("read"), "What is proven, in the whole story"),
    ]
    if honey.recipe_url:
        links += [
            Link(
                "recipeInfo", page("honey-health"), f"What is in the jar, and {honey.recipe_title}"
            ),
            Link("recipeInfo", honey.recipe_url, honey.recipe_title),
        ]
    return links


def _of_article(link: DigitalLink, words: str) -> list[Link]:
    address = absolute(article_page(link))
    return [
        Link("pip", address, f"The newest story of {words}"),
        Link("traceability", address, "Where this honey comes from"),
        Link("sustainabilityInfo", address, "What this honey emitted"),
        Link("certificationInfo", address, "What is proven, in the whole story"),
    ]


def article_page(link: DigitalLink) -> str:
    """Return the page of an article or a lot; it names no code in its address."""
    if link.lot:
        return reverse("article-lot", args=[link.gtin, link.lot])
    return reverse("article", args=[link.gtin])
