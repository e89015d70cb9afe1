"""Parts of an answer, as browsers ask for them while they play it (RFC 9110, section 14).

Safari plays nothing that it cannot have in parts.
"""

import re

from django.http import HttpRequest, HttpResponse

_ONE_PART = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII | re.IGNORECASE)


def in_part(request: HttpRequest, whole: HttpResponse) -> HttpResponse:
    """Return the part of an answer that the browser asks for, or all of it.

    The answer has a strong ETag. One of its parts has status 206; none that there is, 416.
    """
    whole["Accept-Ranges"] = "bytes"
    header = request.headers.get("Range", "")
    known = request.headers.get("If-Range", whole["ETag"])
    # A browser with another version, or which knows this one by its day alone, begins anew.
    if request.method != "GET" or known != whole["ETag"]:
        return whole
    size = len(whole.content)
    part = asked_part(header, size)
    if part is None:
        return whole
    if not part:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    whole.status_code = 206
    whole["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{size}"
    whole.content = whole.content[part.start : part.stop]
    return whole


def asked_part(header: str, size: int) -> range | None:
    """Return the places of the bytes that a Range header asks for, none where there are no such.

    None stands for the whole: for a header that says nothing, nonsense, or several parts.
    """
    found = _ONE_PART.fullmatch(header.strip())
    if found is None or found[0].endswith("=-"):
        return None
    first, last = found[1], found[2]
    if not first:
        return range(max(0, size - int(last)), size)
    if last and int(last) < int(first):
        return None
    end = min(int(last) + 1, size) if last else size
    return range(int(first), end)
