"""Every role and every verb of the staff's API: what the table of roles says, and no more."""

from typing import Any

import pytest
from rest_framework.viewsets import ModelViewSet

from upendo.catalogue.api.urls import router
from upendo.staff.roles import DESCRIPTIONS, TABLE
from upendo.staff.tests.conftest import Enter
from upendo.staff.tests.records import RECORDS

pytestmark = pytest.mark.django_db

VERBS = {"get": "view", "post": "add", "put": "change", "patch": "change", "delete": "delete"}
ENDPOINTS: dict[str, Any] = {prefix: viewset for prefix, viewset, _ in router.registry}


@pytest.mark.parametrize("role", DESCRIPTIONS)
@pytest.mark.parametrize("method", VERBS)
@pytest.mark.parametrize("prefix", ENDPOINTS)
def test_a_role_may_do_what_the_table_grants(
    enter: Enter, prefix: str, method: str, role: str
) -> None:
    label = ENDPOINTS[prefix].queryset.model._meta.label_lower
    record = RECORDS[label]()
    address = f"/api/v1/{prefix}/" + ("" if method == "post" else f"{record.pk}/")
    answer = getattr(enter(role), method)(address, content_type="application/json")
    granted = TABLE[label].get(role, "").split()
    assert (answer.status_code != 403) == (VERBS[method] in granted)


@pytest.mark.parametrize("role", DESCRIPTIONS)
@pytest.mark.parametrize("prefix", ENDPOINTS)
def test_a_role_lists_what_it_may_see(enter: Enter, prefix: str, role: str) -> None:
    label = ENDPOINTS[prefix].queryset.model._meta.label_lower
    answer = enter(role).get(f"/api/v1/{prefix}/")
    assert (answer.status_code == 200) == ("view" in TABLE[label].get(role, ""))


def test_every_endpoint_is_one_whose_verbs_are_tested() -> None:
    assert all(issubclass(viewset, ModelViewSet) for viewset in ENDPOINTS.values())
    assert all(viewset.get_extra_actions() == [] for viewset in ENDPOINTS.values())
