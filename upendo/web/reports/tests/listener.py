"""An HTTP server on loopback that stands for Sentry, and keeps all that it is sent."""

import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import brotli


class Listener:
    """`dsn` leads here; `heard` waits for the next request and returns its head and body."""

    def __init__(self, port: int) -> None:
        self.dsn = f"http://0123456789abcdef@127.0.0.1:{port}/1"
        self.requests: queue.Queue[str] = queue.Queue()

    def heard(self) -> str:
        """Return the next request, whole, as text; give up after twenty seconds."""
        return self.requests.get(timeout=20)


@contextmanager
def listening() -> Iterator[Listener]:
    """Serve until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if self.headers["Content-Encoding"] == "br":
                body = brotli.decompress(body)
            listener.requests.put(f"{self.path}\n{self.headers}\n{body.decode()}")
            self.send_response(200)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing on the terminal."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        listener = Listener(server.server_port)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield listener
        finally:
            server.shutdown()
            thread.join()
