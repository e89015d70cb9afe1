"""Two years of invented visits for the demonstration, as a small enterprise would have them.

They have what real ones have: a season before Christmas, weekends, runs that come into the shops
and sell out, one that fell silent, one of which no jar was sold yet, and a misprinted label.
"""

import math
import random
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from upendo.catalogue.models import Batch, Jar, PrintRun
from upendo.insights.models import (
    DAYS,
    Act,
    CodeCount,
    CountedStory,
    Device,
    Kind,
    OpenedCode,
    StoryCount,
    UnknownCode,
)
from upendo.labels.make_codes import make_codes
from upendo.story.ways import Way

type Counted = tuple[Kind, CountedStory, str, str]  # with way in and value

DAY = timedelta(days=1)
TWO_YEARS = 730  # days
WAYS = {Way.SQUARE: 78, Way.TYPED: 9, Way.SHARED: 10, Way.GS1: 3}
LANGUAGES = {"en": 52, "de": 24, "nl": 9, "fr": 8, "sv": 4, "pl": 3}
COUNTRIES = {"GB": 41, "DE": 26, "NL": 10, "IE": 8, "FR": 7, "SE": 5, "PL": 3}
DEVICES = {Device.PHONE: 86, Device.LARGER: 14}
# Of a hundred visits, how many see each page.
SEEN = {
    "menu": 88,
    "beekeeper": 47,
    "beekeeper-letter": 38,
    "people": 35,
    "brought": 34,
    "honey-type": 33,
    "honey-harvest": 24,
    "honey-health": 21,
    "tanzania-map": 29,
    "tanzania-forest": 18,
    "journey": 15,
    "environment-forest": 16,
    "environment-carbon-graph": 7,
    "environment-net-carbon": 5,
    "asante": 11,
    "beekeeper-message": 8,
}
ACTS = {Act.LETTER_OPENED: 3.1, Act.LETTER_WRITTEN: 1.2, Act.SHARED: 2.4}
SLIPS = 37  # times that readers typed the misprinted code


@dataclass(frozen=True)
class Plan:
    """A print run: whose story it tells, of which lot, how large, and when its jars were sold."""

    story: str
    lot: str
    codes: int
    made: int  # days ago
    on_sale: int  # days ago
    sold_out: int  # days ago; 0 while there are jars
    visits: float  # a day, at its best


PLANS = (
    Plan("MSTUK47W", "INY-2024-07", 240, made=735, on_sale=712, sold_out=330, visits=9),
    Plan("ASAKRB9M", "MLE-2025-01", 120, made=540, on_sale=500, sold_out=140, visits=6),
    Plan("MSTUK47W", "INY-2025-07", 400, made=380, on_sale=352, sold_out=0, visits=14),
    Plan("ASAKRB9M", "MLE-2025-12", 160, made=210, on_sale=180, sold_out=40, visits=8),
    Plan("MSTUK47W", "INY-2025-12", 300, made=95, on_sale=78, sold_out=0, visits=17),
    Plan("ASAKRB9M", "MLE-2026-06", 200, made=34, on_sale=0, sold_out=0, visits=0),
)


@transaction.atomic
def load_visits() -> int:
    """Make the print runs of the demonstration and their visits; return how many visits.

    Nothing is made, and 0 returned, where visits are counted already. The stories must be there.
    """
    if StoryCount.objects.exists():
        return 0
    chance = random.Random(1)  # noqa: S311 - the same two years each time
    today = timezone.localdate()
    counters = _Counters(chance)
    for plan in PLANS:
        jars = list(_print(plan, today))
        for day in (today - n * DAY for n in range(plan.on_sale, plan.sold_out - 1, -1)):
            if plan.visits:
                counters.visit(jars, day, _number(plan, day, today, chance))
    everybody = [Jar.objects.get(code="PUREJOY")]
    for day in (today - n * DAY for n in range(TWO_YEARS, -1, -1)):
        counters.visit(everybody, day, _season(day) * 3 + chance.random() * 2)
    counters.write()
    _misprint()
    return counters.visits


def _print(plan: Plan, today: date) -> Iterator[Jar]:
    like = Jar.objects.select_related("batch").get(code=plan.story)
    batch = Batch.objects.filter(lot=plan.lot).first() or Batch.objects.create(
        lot=plan.lot,
        harvested_from=today - (plan.made + 120) * DAY,
        harvested_to=today - (plan.made + 95) * DAY,
        honey=like.batch.honey,
        forest=like.batch.forest,
        moisture_percent=like.batch.moisture_percent,
    )
    run = PrintRun(
        number=plan.codes,
        batch=batch,
        beekeeper=like.beekeeper,
        retailer=like.retailer,
        net_weight_grams=like.net_weight_grams,
    )
    make_codes(print_run=run)
    made = timezone.make_aware(datetime.combine(today - plan.made * DAY, time(9)))
    PrintRun.objects.filter(pk=run.pk).update(made_at=made)
    run.jars.update(status=Jar.Status.LIVE)
    yield from run.jars.order_by("pk")


def _number(plan: Plan, day: date, today: date, chance: random.Random) -> float:
    """Return how many visits a day brings: few at first, fewer at the end, more at weekends."""
    since = (day - (today - plan.on_sale * DAY)).days
    left = ((today - plan.sold_out * DAY) - day).days if plan.sold_out else 99
    fades = min(since / 21, 1) * min(left / 30, 1)
    return plan.visits * fades * _season(day) * chance.uniform(0.7, 1.3)


def _season(day: date) -> float:
    weekend = 1.35 if day.weekday() >= 5 else 0.9
    christmas = math.exp(-(((day - date(day.year, 12, 16)).days / 18) ** 2))
    return weekend * (1 + 1.4 * christmas + 0.15 * math.cos(day.timetuple().tm_yday / 58))


class _Counters:
    """Adds visits up as the counters do, and writes their rows."""

    def __init__(self, chance: random.Random) -> None:
        self.visits = 0
        self._chance = chance
        self._stories: dict[int, CountedStory] = {}
        self._counts: dict[tuple[Kind, CountedStory, str, str], Counter[date]] = defaultdict(
            Counter
        )
        self._codes: dict[int, Counter[date]] = defaultdict(Counter)

    def visit(self, jars: list[Jar], day: date, number: float) -> None:
        """Have about so many visits on one day, each with one of these jars."""
        whole = int(number + self._chance.random())
        for jar in self._chance.choices(jars, k=whole):
            self._visit(jar, day)
        self.visits += whole

    def write(self) -> None:
        """Write the rows of all months."""
        StoryCount.objects.bulk_create(
            StoryCount(month=month, kind=kind, story=story, way=way, value=value, days=days)
            for (kind, story, way, value), by_day in self._counts.items()
            for month, days in _months(by_day)
        )
        CodeCount.objects.bulk_create(
            CodeCount(month=month, jar_id=jar, days=days)
            for jar, by_day in self._codes.items()
            for month, days in _months(by_day)
        )
        OpenedCode.objects.bulk_create(
            OpenedCode(jar_id=jar, first_on=min(by_day)) for jar, by_day in self._codes.items()
        )

    def _visit(self, jar: Jar, day: date) -> None:
        story, way = self._story(jar), self._one_of(WAYS)
        self._codes[jar.pk][day] += 1
        self._counts[Kind.VISIT, story, way, ""][day] += 1
        for page, share in SEEN.items():
            if self._chance.random() * 100 < share:
                self._counts[Kind.PAGE, story, way, page][day] += 1
        for act, often in ACTS.items():
            if self._chance.random() * 100 < often:
                self._counts[Kind.ACT, story, way, act][day] += 1
        self._counts[Kind.LANGUAGE, story, "", self._one_of(LANGUAGES)][day] += 1
        self._counts[Kind.DEVICE, story, "", self._one_of(DEVICES)][day] += 1
        self._counts[Kind.COUNTRY, story, "", self._one_of(COUNTRIES)][day] += 1

    def _story(self, jar: Jar) -> CountedStory:
        run = jar.print_run_id or 0
        if run not in self._stories:
            self._stories[run] = CountedStory.objects.create(
                batch_id=jar.batch_id,
                beekeeper_id=jar.beekeeper_id,
                retailer_id=jar.retailer_id,
                print_run_id=jar.print_run_id,
            )
        return self._stories[run]

    def _one_of[T](self, weights: dict[T, int]) -> T:
        return self._chance.choices(list(weights), list(weights.values()))[0]


def _months(by_day: Counter[date]) -> Iterator[tuple[date, list[int]]]:
    for month in sorted({day.replace(day=1) for day in by_day}):
        last = monthrange(month.year, month.month)[1]
        days = [by_day.get(month + n * DAY, 0) if n < last else 0 for n in range(DAYS)]
        yield month, days


def _misprint() -> None:
    code = Jar.objects.filter(print_run__isnull=False).order_by("-pk").values_list("code")[0][0]
    slip = code[:3] + code[4] + code[3] + code[5:]
    misprint = UnknownCode.objects.create(code=slip if slip != code else code[:-1], count=SLIPS)
    UnknownCode.objects.filter(pk=misprint.pk).update(last_asked_at=timezone.now() - DAY)
    UnknownCode.objects.create(code="TEST123", count=4)
