"""The clauses of GS1's resolver standard 1.2.0, one test each, over HTTP."""

import http.client
import json
from typing import Any, NamedTuple

import jsonschema
import pytest
from django.test import Client
from pytest_django.live_server_helper import LiveServer

from upendo.catalogue.models import Batch, Jar
from upendo.catalogue.tests.factories import BatchFactory, HoneyFactory, JarFactory
from upendo.gs1.models import Article
from upendo.gs1.tests.schemas import DESCRIPTION, SCHEMA

pytestmark = pytest.mark.django_db(transaction=True)

GTIN = "/01/09506000134352"
LINKSET = "application/linkset+json"
VOC = "https://ref.gs1.org/voc/"


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Server:
    def __init__(self, live: LiveServer) -> None:
        self.host = live.url.removeprefix("http://")

    def __call__(self, path: str, method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection(self.host, timeout=30)
        connection.request(method, path, headers=headers)
        response = connection.getresponse()
        answer = Answer(response.status, dict(response.getheaders()), response.read())
        connection.close()
        return answer


@pytest.fixture
def ask(live_server: LiveServer) -> Server:
    return Server(live_server)


@pytest.fixture(autouse=True)
def jar() -> Jar:
    honey = HoneyFactory.create(recipe_title="Bread", recipe_url="https://recipes.example/1")
    batch = BatchFactory.create(lot="INY-1", honey=honey)
    Article.objects.create(honey=honey, gtin="09506000134352", net_weight_grams=500)
    jar: Jar = JarFactory.create(code="7KJ2MNPQ", batch=batch, status="live")
    return jar


def to(answer: Answer) -> str:
    """Return where an answer leads, without the site."""
    assert answer.status == 307
    return "/" + answer.headers["Location"].split("/", 3)[3]


JAR = f"{GTIN}/10/INY-1/21/7KJ2MNPQ"


def test_get_head_and_options_are_supported(ask: Server) -> None:
    assert ask(GTIN).status == ask(GTIN, "HEAD").status == 307
    options = ask(GTIN, "OPTIONS")
    assert (options.status, options.headers["Allow"]) == (204, "GET, HEAD, OPTIONS")
    assert ask(GTIN, "POST").status in {403, 405}


def test_cors_is_supported(ask: Server) -> None:
    for path in [GTIN, "/01/1", f"{GTIN}?linkType=linkset", "/.well-known/gs1resolver"]:
        assert ask(path).headers["Access-Control-Allow-Origin"] == "*"


def test_no_other_page_is_open_to_other_sites(ask: Server) -> None:
    assert "Access-Control-Allow-Origin" not in ask("/").headers


def test_malformed_links_are_answered_with_400_and_never_200(ask: Server) -> None:
    for path in [
        "/01",
        "/01/",
        "/01/1",
        "/01/09506000134353",
        "/01/9506000134352a",
        f"{GTIN}/10",
        f"{GTIN}/99/1",
        f"{GTIN}/21/A/10/B",
        f"{GTIN}/10/A/10/B",
        f"{GTIN}//21/A",
        f"{GTIN}/10/{'x' * 21}",
        f"{GTIN}/10/a%20b",
        f"{GTIN}?10=A",
        f"{GTIN}?15=261340",
    ]:
        assert ask(path).status == 400


def test_a_gtin_has_any_of_its_lengths_and_14_digits_are_canonical(ask: Server) -> None:
    short = ask("/01/9506000134352?linkType=linkset").json
    assert short == ask(f"{GTIN}?linkType=linkset").json
    assert short["linkset"][0]["anchor"].endswith(GTIN)


def test_an_unknown_gtin_is_answered_with_404(ask: Server) -> None:
    assert ask("/01/00000096385074").status == 404


def test_a_slash_at_the_end_is_tolerated(ask: Server) -> None:
    assert to(ask(f"{JAR}/")) == to(ask(JAR))


def test_the_default_link_of_a_jar_is_its_story(ask: Server) -> None:
    assert to(ask(JAR)) == "/app/7KJ2MNPQ/menu#gs1"


def test_a_code_leads_to_its_jar_whatever_the_article_is_now(ask: Server) -> None:
    Article.objects.all().delete()
    assert to(ask(JAR)) == "/app/7KJ2MNPQ/menu#gs1"


def test_an_unknown_value_of_a_qualifier_walks_up(ask: Server) -> None:
    for path, page in [
        (GTIN, "/honey/09506000134352"),
        (f"{GTIN}/10/INY-1", "/honey/09506000134352/INY-1"),
        (f"{GTIN}/10/INY-1/21/UNKNOWN", "/honey/09506000134352/INY-1"),
        (f"{GTIN}/10/OTHER", "/honey/09506000134352"),
        (f"{GTIN}/22/NEW/10/INY-1", "/honey/09506000134352/INY-1"),
        (f"{GTIN}/235/THEIRS", "/honey/09506000134352"),
    ]:
        assert to(ask(path)) == page


def test_the_query_string_is_passed_on(ask: Server) -> None:
    query = "?17=261231&utm_source=a%20b"
    assert to(ask(JAR + query)) == f"/app/7KJ2MNPQ/menu{query}#gs1"


def test_a_kind_of_link_is_followed(ask: Server) -> None:
    for kind in ("gs1:traceability", f"{VOC}traceability".replace(":", "%3A")):
        assert to(ask(f"{JAR}?linkType={kind}")).startswith("/app/7KJ2MNPQ/tanzania-map")


def test_a_kind_that_is_missing_is_answered_with_404(ask: Server) -> None:
    assert ask(f"{JAR}?linkType=gs1:epil").status == 404


def test_several_candidates_are_answered_with_300(ask: Server) -> None:
    answer = ask(f"{JAR}?linkType=gs1:recipeInfo")
    assert answer.status == 300
    assert len(answer.json["linkset"][0][f"{VOC}recipeInfo"]) == 2


def test_a_linkset_comes_by_link_type_and_by_accept(ask: Server) -> None:
    by_type, by_accept = ask(f"{JAR}?linkType=linkset"), ask(JAR, Accept=LINKSET)
    assert by_type.status == by_accept.status == 200
    assert by_type.headers["Content-Type"] == by_accept.headers["Content-Type"] == LINKSET
    assert by_type.json == by_accept.json


def test_who_asks_for_json_is_no_reader(ask: Server) -> None:
    assert ask(JAR, Accept="application/json").status == 200
    assert ask(JAR, Accept="text/html,application/json;q=0.9,*/*;q=0.8").status == 307


def test_a_linkset_is_valid_by_its_schema(ask: Server) -> None:
    for path in [GTIN, f"{GTIN}/10/INY-1", JAR]:
        jsonschema.validate(ask(path, Accept=LINKSET).json, SCHEMA)


def test_a_linkset_has_all_levels_up_to_the_gtin(ask: Server) -> None:
    anchors = [context["anchor"] for context in ask(JAR, Accept=LINKSET).json["linkset"]]
    assert [anchor.split("/01/")[1] for anchor in anchors] == [
        "09506000134352/10/INY-1/21/7KJ2MNPQ",
        "09506000134352/10/INY-1",
        "09506000134352",
    ]


def test_there_is_one_default_link_and_it_has_a_title_only(ask: Server) -> None:
    for path in [GTIN, f"{GTIN}/10/INY-1", JAR]:
        contexts = ask(path, Accept=LINKSET).json["linkset"]
        found = [link for context in contexts for link in context.get(f"{VOC}defaultLink", [])]
        assert [set(link) for link in found] == [{"href", "title"}]
        assert found[0]["href"] in {link["href"] for link in contexts[0][f"{VOC}pip"]}


def test_every_other_link_has_its_type_title_and_language(ask: Server) -> None:
    for context in ask(JAR, Accept=LINKSET).json["linkset"]:
        for kind, links in context.items():
            if kind.startswith(VOC) and not kind.endswith("defaultLink"):
                assert all(set(link) == {"href", "title", "type", "hreflang"} for link in links)


def test_nobody_lists_codes_by_a_linkset(ask: Server) -> None:
    for path in [GTIN, f"{GTIN}/10/INY-1"]:
        answer = ask(path, Accept=LINKSET)
        assert b"7KJ2MNPQ" not in answer.body
        assert "7KJ2MNPQ" not in ask(path).headers["Location"]


def test_nobody_finds_codes_by_trying(ask: Server) -> None:
    answers = [ask(f"{GTIN}/21/TRY{number}").status for number in range(31)]
    assert answers == [307] * 30 + [429]


def test_a_redirect_names_the_linkset(ask: Server) -> None:
    assert f'{JAR}?linkType=linkset>; rel="linkset"' in ask(JAR).headers["Link"]


def test_a_linkset_names_its_json_ld_context(ask: Server) -> None:
    link = ask(JAR, Accept=LINKSET).headers["Link"]
    assert 'rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"' in link


def test_the_resolver_describes_itself(ask: Server) -> None:
    answer = ask("/.well-known/gs1resolver")
    assert answer.headers["Content-Type"] == "application/json"
    jsonschema.validate(answer.json, DESCRIPTION)


def test_the_page_of_a_lot_tells_its_newest_story_and_asks_for_the_own_code(ask: Server) -> None:
    older: Batch = BatchFactory.create(honey=Batch.objects.get(lot="INY-1").honey, lot="OLD")
    JarFactory.create(code="OLDER", batch=older, status="live")
    answer = ask("/honey/09506000134352/INY-1")
    assert answer.status == 200
    assert b"newest story of this honey, lot INY-1" in answer.body
    assert b'name="code"' in answer.body
    assert ask("/honey/09506000134352/NONE").headers["Location"] == "/"


def test_a_slash_inside_of_a_lot_is_told_from_one_between_qualifiers(client: Client) -> None:
    # As gunicorn hands it on; the test's own server has decoded it already.
    def status(raw: str) -> int:
        return client.get(f"{GTIN}/x", RAW_URI=raw).status_code

    assert status(f"{GTIN}/10/A%2FB") == status(f"http://honey.example{GTIN}?x") == 307
    assert status(f"{GTIN}/10/A/B") == status(f"{GTIN}/10/%ff") == status(f"{GTIN}/10/%00") == 400
