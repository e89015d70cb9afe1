import pytest

from upendo.catalogue import codes
from upendo.catalogue.markets import EVERYWHERE
from upendo.catalogue.models import Jar, Market
from upendo.catalogue.tests.factories import (
    BeekeeperFactory,
    HoneyFactory,
    JarFactory,
    PictureFactory,
    RetailerFactory,
)

pytestmark = pytest.mark.django_db


def jar_in(market: str, **fields: object) -> Jar:
    return JarFactory.create(retailer=RetailerFactory.create(market=market), **fields)


def test_a_jar_is_sold_where_its_shop_is() -> None:
    assert jar_in("UK").market is Market.UK


def test_without_a_shop_or_its_market_the_strictest_rules_hold() -> None:
    assert JarFactory.create().market is None
    assert jar_in("").market is None


def test_the_default_code_is_for_everybody_whoever_sells_it() -> None:
    assert jar_in("US", code=codes.DEFAULT).market is None


def test_a_record_is_read_where_its_jars_are_sold() -> None:
    beekeeper = BeekeeperFactory.create()
    jar_in("UK", beekeeper=beekeeper)
    jar_in("CA", beekeeper=beekeeper)
    assert beekeeper.read_in() == {"UK", "CA"}


def test_a_record_is_read_everywhere_when_any_jar_is_or_none_tells_it() -> None:
    jar = jar_in("UK")
    JarFactory.create(batch=jar.batch)
    assert jar.batch.honey.read_in() == EVERYWHERE
    assert HoneyFactory.create().read_in() == EVERYWHERE
    assert PictureFactory.create().read_in() == EVERYWHERE
