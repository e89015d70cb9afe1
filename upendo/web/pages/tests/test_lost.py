"""The pages for what went wrong look like the house, keep the code, and lead on."""

import pytest
from django.test import Client, RequestFactory

from upendo.web.pages.errors import server_error


@pytest.mark.django_db  # a word by itself may be a code
@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("/app/PUREJOY/nonsense/here", "PUREJOY"),
        ("/q/PUREJOY/nonsense", "PUREJOY"),
        ("/nonsense", ""),
        ("/app/%3Cb%3E/nonsense/here", ""),
    ],
)
def test_a_missing_page_keeps_the_code_of_its_address(
    client: Client, address: str, code: str
) -> None:
    response = client.get(address)
    page = response.content.decode()
    assert response.status_code == 404
    assert f'name="code" value="{code}"' in page
    assert ('href="/app/PUREJOY"' in page) == bool(code)
    assert 'action="/trace"' in page


def test_a_broken_page_keeps_it_too(rf: RequestFactory) -> None:
    response = server_error(rf.get("/app/PUREJOY/menu"))
    assert response.status_code == 500
    assert 'href="/app/PUREJOY"' in response.content.decode()


@pytest.mark.parametrize(
    ("address", "kind"),
    [("/favicon.ico", b"\x00\x00\x01\x00"), ("/apple-touch-icon.png", b"\x89PNG")],
)
def test_icons_are_where_browsers_look_for_them(client: Client, address: str, kind: bytes) -> None:
    response = client.get(address)
    content = b"".join(response.streaming_content)  # type: ignore[attr-defined]  # a file
    assert response.status_code == 200
    assert content.startswith(kind)
