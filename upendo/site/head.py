"""What the head of a page tells browsers, search engines and share previews."""

import json
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from upendo.story import pages
from upendo.story.built_in_pages import Page
from upendo.story.document import StoryDocument
from upendo.story.schema import Story, StoryCertificate
from upendo.web.addresses import absolute

# What could end a script element or open a comment in it.
_JSON_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@dataclass(frozen=True)
class Head:
    """A page's own words and addresses; all addresses are absolute."""

    title: str
    description: str
    canonical: str = ""
    image: str = ""
    image_alt: str = ""
    type: str = "website"
    json_ld: SafeString = field(default_factory=SafeString)
    index: bool = True


def story_head(document: StoryDocument, page: Page) -> Head:
    """Return the head of one page of a story."""
    story = document.story
    words = pages.words(story)
    picture = page.picture_in(story)
    image = absolute(reverse("share", args=[story["code"], page.name]))
    # Those who show previews keep them for weeks: a new story is a new address.
    image += "?" + urlencode({"v": document.version[:8]})
    return Head(
        title=page.title_for(words),
        description=page.description_for(words, measured=story["footprint"] is not None),
        canonical=absolute(reverse("page", args=[story["code"], page.name])),
        image=image,
        image_alt=picture["alt"] if picture else page.title_for(words),
        type="article",
        json_ld=_as_script_text(_product(story, image)) if page.about_product else _NONE,
    )


_NONE = SafeString()


def _product(story: Story, image: str) -> dict[str, object]:
    """Return the jar as a schema.org Product. https://schema.org/Product"""
    honey, batch, forest = story["honey"], story["batch"], story["forest"]
    return {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": honey["name"],
        "description": honey["tasting_note"],
        "url": absolute(reverse("page", args=[story["code"], "menu"])),
        "image": image,
        "category": "Honey",
        "brand": {"@type": "Brand", "name": "Upendo Honey"},
        "productionDate": batch["bottled_on"] or batch["harvested_to"],
        "weight": {"@type": "QuantitativeValue", "value": story["jar_grams"], "unitCode": "GRM"},
        "countryOfOrigin": {"@type": "Country", "name": forest["country"]},
        "additionalProperty": [
            {"@type": "PropertyValue", "name": name, "value": value}
            for name, value in [
                ("Harvested in", f"{forest['title']}, {forest['region']}"),
                ("Beekeeper", story["beekeeper"]["name"]),
                ("Lot", batch["lot"]),
            ]
        ],
        "hasCertification": [
            _certification(certificate)
            for certificate in story["certificates"]
            if {"honey", "batch"}.intersection(certificate["about"])
        ],
    }


def _certification(certificate: StoryCertificate) -> dict[str, object]:
    """Return a certificate as a schema.org Certification. https://schema.org/Certification"""
    return {
        "@type": "Certification",
        "name": certificate["name"],
        "certificationIdentification": certificate["number"],
        "certificationStatus": "https://schema.org/CertificationActive",
        "issuedBy": {
            "@type": "Organization",
            "name": certificate["control_body"],
            "identifier": certificate["control_body_code"],
        },
        "validFrom": certificate["valid_from"],
        "expires": certificate["valid_until"],
        "url": absolute(certificate["evidence"]["url"]),
    }


def _as_script_text(data: dict[str, object]) -> SafeString:
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(_JSON_ESCAPES))  # noqa: S308 - escaped
