import pytest

from upendo.catalogue.models import Jar
from upendo.catalogue.tests.factories import JarFactory, RetailerFactory
from upendo.demo.visits import SEEN, load_visits
from upendo.insights.figures.report import Report
from upendo.insights.figures.span import Span
from upendo.insights.figures.subject import Subject
from upendo.story.built_in_pages import PAGES


@pytest.mark.django_db
def test_the_invented_visits_show_all_that_the_page_can_say_and_are_made_once() -> None:
    for code, shop in (("PUREJOY", None), ("MSTUK47W", "Morgenrot"), ("ASAKRB9M", "Thyme")):
        retailer = RetailerFactory.create(name=shop) if shop else None
        JarFactory.create(code=code, status=Jar.Status.LIVE, retailer=retailer)
    visits = load_visits()
    report = Report(Subject(), Span.ending_today(800))
    assert report.visits == visits > 10_000
    assert report.left_by_most
    assert report.silent_runs
    assert report.unknown[0].near
    assert 0 < report.codes.never < report.codes.printed
    assert set(SEEN) == {page.name for page in PAGES}
    assert load_visits() == 0
