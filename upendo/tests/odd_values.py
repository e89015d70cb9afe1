"""What odd requests are made of, one kind a line."""

from typing import Any

# fmt: off

METHODS = [
    *["GET"] * 8, *["POST"] * 6, "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "FOO", "get",
]
# As they stand in an address: each is quoted already.
VALUES = [
    "PUREJOY", "pure-joy", "NOSUCH", "1", "0", "-1", "1.5", "menu", "read", "abc", "on", "nan",
    "9" * 25, "9" * 3000, "a" * 256, "A" * 3000, "%20", "-", "+", "1,2,x", "[]", "%7B%7D",
    "%00", "a%00b", "%FF%FE", "%ED%A0%80", "%C0%AF", "%E2%80%AE", "%C4%B0%C3%9F", "%F0%9F%90%9D",
    "A%2FB", "..", "..%2F..%2Fetc%2Fpasswd", "%2E%2E", "%E2%84%80", "%EF%BC%8F",
    "%0D%0ASet-Cookie:%20a=b", "%27%20OR%201=1--", "%25", "%25s", "%7B%7B7*7%7D%7D", "true", "null",
    "https:%2F%2Felsewhere.example%2F", "%2F%2Felsewhere.example", "2026-02-30", "0000-00-00",
    "https:%2F%2Fhoney.example%2Fq%2FPUREJOY",
]
PARAMETERS = [
    "code", "next", "format", "lang", "version", "script", "v", "sent", "nosuch", "term", "page",
    "q", "p", "o", "e", "all", "_to_field", "_popup", "_changelist_filters", "id__exact", "pk__in",
    "status__exact", "last_asked_at__year", "last_asked_at__month", "last_asked_at__day",
    "app_label", "model_name", "field_name", "object_id", "market", "year", "draft", "story",
]
FIELDS = [
    "username", "password", "code", "message", "name", "email", "key", "action", "agree", "next",
    "_selected_action", "select_across", "index", "_save", "post", "title", "id", "turn_off", "kml",
    "form-TOTAL_FORMS", "form-INITIAL_FORMS", "form-0-id", "csrfmiddlewaretoken", "opened", "batch",
    "revision", "format", "seen", "note", "confirmed", "_discard", "_preview", "_publish",
    "_plan", "_take_back", "_note", "day", "time", "zone",
]
TYPES = [
    "application/json", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain",
    "multipart/form-data; boundary=b", "multipart/form-data; boundary=" + "b" * 300, "", "?", "/",
    "application/json; charset=nosuch", "application/x-www-form-urlencoded; charset=utf-7", "a/b;",
    "multipart/form-data; boundary=\u00e9", "application/json; charset=utf-16", "image/png",
]
HEADERS = {
    "Host": ["elsewhere.example", "localhost:99999", "a b", "[::1", "localhost:x", "", "\u00e9"],
    "X-Forwarded-For": ["203.0.113.9:5678", "unknown", "[2001:db8::1]:80", ",", "fe80::1%eth0"],
    "X-Forwarded-Proto": ["https", "ftp", "https,http"],
    "X-Forwarded-Host": ["elsewhere.example"],
    "Script-Name": ["/elsewhere"],
    "Accept": ["text/html;q=x", "application/yaml", "*", ",", "a/b;" * 500, "application/json;i=9"],
    "Accept-Encoding": ["br;q=0", "gzip;q=9.9999", "*;q=0", ";;;", "br;q=\u0661"],
    "Accept-Language": ["x" * 600, "de-CH,;q=1", "../../etc"],
    "If-None-Match": ['"', "*", 'W/"' + "a" * 4000 + '"', '"\u00e9"'],
    "If-Modified-Since": ["yesterday", "Sat, 99 Xxx 9999 99:99:99 GMT", "0"],
    "If-Unmodified-Since": ["Sat, 01 Jan 0000 00:00:00 GMT"],
    "Range": ["bytes=9-1", "bytes=-", "bytes=0-99999999999999999999", "lines=1"],
    "Cookie": [
        'session="\\000aaaaaaaaaaaa"', "session=" + "a" * 3000, "csrftoken=\u00e9; session=;",
        'messages="\\000"; csrftoken="\\000"', "session=%00aaaaaaaaaa", "=;=;",
        'session="\\355\\240\\200aaaaaaa"',
    ],
    "Authorization": ["Basic \u00e9", "Bearer", "Basic " + "=" * 99, "Token a b c"],
    "Referer": ["http://[", "//", "x" * 4000, "\u00e9"],
    "Origin": ["null", "http://[", "https://elsewhere.example"],
    "User-Agent": ["", "x" * 9000, "\u00e9\u00ff"],
    "Content-Encoding": ["gzip", "nosuch"],
    "Transfer-Encoding": ["chunked"],
    "X-HTTP-Method-Override": ["DELETE"],
    "X-Requested-With": ["XMLHttpRequest"],
}
TEXTS = [
    "", "a", "\0", "a\0b", "\ud800", "x" * 257, "x" * 70_000, "-1", "9" * 400, "1e999", "\u202e",
    "a@b.example", "2026-02-30", "true", "delete_selected", "__all__", "PUREJOY", "1", "0",
]
JSON_VALUES: list[Any] = [None, True, -1, 10**400, [], {}, [[[]]], {"a": "\0"}, *TEXTS]
PART = b'--b\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'
RAW = [
    b"", b"\0", b"\xff\xfe\0", b"{", b"[" * 5000, b"null", b"NaN", b'"\\ud800"', b"%00=%00&%FF",
    b"--b", b"--b\r\n\r\n--b--", PART % (b"\0", b"\0") + b"--b--", b"&".join([b"a=1"] * 1500),
    b'--b\r\nContent-Disposition: form-data; name="a"; filename="..\0/x"\r\n\r\nx\r\n--b--\r\n',
    b"--b\r\nContent-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64\r\n\r\n!",
]
