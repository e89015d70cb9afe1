"""The desk's start page: every app contributes its own cards in its module `desk`.

::

    @card(order=30)
    def letters(request: HttpRequest) -> Card | None: ...
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse

from upendo.desk.permissions import permission
from upendo.desk.words import Words


@dataclass(frozen=True)
class CardLine:
    """A line of a card: what needs attention, and where it gets it."""

    text: Words
    url: str
    note: str = ""
    urgent: bool = False


@dataclass(frozen=True)
class Card:
    """One subject of the start page. Without lines it says that all is well."""

    title: Words
    icon: str
    lines: Sequence[CardLine]
    all_is_well: str
    # Where the rest is, when the lines are only the first few.
    url: str = ""
    count: int | None = None

    @property
    def number(self) -> int:
        """How much needs attention in all."""
        return len(self.lines) if self.count is None else self.count


@dataclass(frozen=True)
class Beginning:
    """A button that opens the form for a new record of a kind."""

    title: Words
    model: type[Model]

    @property
    def url(self) -> str:
        """The form's address."""
        meta = self.model._meta
        return reverse(f"admin:{meta.app_label}_{meta.model_name}_add")

    def is_allowed(self, request: HttpRequest) -> bool:
        """Whether this person may make such a record."""
        return request.user.has_perm(permission("add", self.model))


type MakeCard = Callable[[HttpRequest], Card | None]

_cards: dict[int, MakeCard] = {}
_beginnings: list[Beginning] = []


def beginning(title: Words, model: type[Model]) -> None:
    """Offer to make a new record of a kind, to those who may."""
    _beginnings.append(Beginning(title, model))


def card(order: int) -> Callable[[MakeCard], MakeCard]:
    """Have a function make a card of the start page; for those who may not see it, None.

    Raises ValueError when another card has this place in the order.
    """

    def register(function: MakeCard) -> MakeCard:
        if order in _cards:
            raise ValueError(
                f"{_cards[order].__name__} is the card with the order {order} already."
            )
        _cards[order] = function
        return function

    return register


def cards(request: HttpRequest) -> list[Card]:
    """Return the start page's cards for one person."""
    made = [make(request) for _, make in sorted(_cards.items())]
    return [card for card in made if card]


def start_page(request: HttpRequest, context: dict[str, object]) -> dict[str, object]:
    """Add what the apps contribute to what the start page shows."""
    beginnings = [beginning for beginning in _beginnings if beginning.is_allowed(request)]
    return context | {"beginnings": beginnings, "cards": cards(request)}
