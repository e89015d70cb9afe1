"""From a KML file's text to its elements, read as leniently as Google Earth does."""

from collections.abc import Iterator
from typing import Any, Never
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from django.utils.translation import gettext

from upendo.catalogue.maps.kml.errors import BoundaryError

MOST_ELEMENTS = 100_000
MOST_NESTING = 40  # folders in folders
ROOTS = ("kml", "Document", "Folder", "Placemark")
LONGEST_NAME = 200  # letters


class Elements:
    """The elements of a map, found by their names without a prefix."""

    def __init__(self, text: str) -> None:
        """Raises BoundaryError for a text that is no KML, or holds too much."""
        self.root = _parse(text)
        self._parents = {child: parent for parent in self.root.iter() for child in parent}

    def all(self, *names: str) -> list[Element]:
        """Return the elements of these names in the whole map."""
        return list(within(self.root, *names))

    def parent(self, element: Element) -> str:
        """Return the name of the element around one; none around the root."""
        around = self._parents.get(element)
        return "" if around is None else name_of(around)

    def title(self, element: Element) -> str:
        """Return the name that people gave the place that an element belongs to.

        Raises BoundaryError for a name that is too long.
        """
        at: Element | None = element
        while at is not None and name_of(at) != "Placemark":
            at = self._parents.get(at)
        names = [] if at is None else [e.text or "" for e in at if name_of(e) == "name"]
        title = " ".join("".join(names[:1]).split())
        if len(title) > LONGEST_NAME:
            raise BoundaryError(
                gettext(
                    "A place in this file has a name of more than %(most)d letters. Shorten it."
                )
                % {"most": LONGEST_NAME}
            )
        return title


def name_of(element: Element) -> str:
    return element.tag.rsplit(":", 1)[-1]


def within(element: Element, *names: str) -> Iterator[Element]:
    """Yield the elements of these names in an element."""
    return (found for found in element.iter() if name_of(found) in names)


def _parse(text: str) -> Element:
    # Without namespaces, so that a prefix which nobody declared is a name like any other.
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    builder = _Builder()
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = _refuse_document_type
    try:
        parser.Parse(text.encode(), True)
    except expat.ExpatError as error:
        raise BoundaryError(
            gettext(
                "This file cannot be read as KML: line %(line)d is damaged, or the file is cut "
                "short. Save it as KML again."
            )
            % {"line": error.lineno}
        ) from error
    root = builder.close()
    if name_of(root) not in ROOTS:
        raise BoundaryError(
            gettext("This is an XML file, but not KML. In Google Earth, save it as KML.")
        )
    return root


def _refuse_document_type(name: str, _system: Any, _public: Any, has_entities: int) -> Never:
    if has_entities:
        raise BoundaryError(
            gettext("This file defines entities, which a map never needs. Save it as KML again.")
        )
    raise BoundaryError(
        gettext(
            "This file has a document type (<!DOCTYPE %(name)s …>), which a map never needs. "
            "Delete that line, or save it as KML again."
        )
        % {"name": name[:40]}
    )


class _Builder(TreeBuilder):
    """Builds no tree that is too large or too deep to be walked through."""

    def __init__(self) -> None:
        super().__init__()
        self._elements = self._nesting = 0

    def start(self, tag: str, attributes: Any) -> Element:
        self._elements += 1
        self._nesting += 1
        if self._elements > MOST_ELEMENTS or self._nesting > MOST_NESTING:
            raise BoundaryError(
                gettext("This file holds too much for one map. Save only the forest's outline.")
            )
        return super().start(tag, attributes)

    def end(self, tag: str) -> Element:
        self._nesting -= 1
        return super().end(tag)
