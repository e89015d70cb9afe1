"""How the web process runs, everywhere: gunicorn reads this file by itself.

A small dyno has 512 MB and one shared core, and the smallest database plan 20 connections: each of
two workers opens six at most, one for each of its four threads, one for its courier of letters and
one for its writer of visits. So there are twelve, and two more while the host asks for health. See
docs/review-apps.md.
"""

import gc
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from upendo import environment

wsgi_app = "upendo.wsgi:application"
bind = f"0.0.0.0:{environment.number('PORT', 8000, least=1, most=65535)}"
workers = environment.workers("WEB_CONCURRENCY")
# Collects requests and sends answers on, so that a thread never waits for a client.
worker_class = "upendo.web.front.worker.FrontWorker"
worker_connections = 400  # a buffer each; beyond these the slowest is closed
threads = 4
sendfile = False  # the front sends
preload_app = True  # workers share the memory of the code

# Heroku's router gives up after 30 s and kills a dyno 30 s after asking it to stop.
timeout = 25  # seconds
graceful_timeout = 20  # seconds
keepalive = 95  # seconds; longer than the 90 s for which the router reuses a connection

# Workers report that they live through a file: in memory, for a read-only or slow disk.
if Path("/dev/shm").is_dir():  # noqa: S108 - gunicorn makes the file itself, privately
    worker_tmp_dir = "/dev/shm"  # noqa: S108
control_socket_disable = True
# An application that stands at the root: no peer says otherwise, not even a proxy that is trusted.
forwarder_headers = ""

# No log holds an address that is a key, the access log neither if it is wanted.
logger_class = "upendo.web.logs.discreet.DiscreetLogger"


def on_starting(server: Any) -> None:
    """Raises ImproperlyConfigured if every page would be redirected to itself, for ever."""
    from django.conf import settings  # noqa: PLC0415 - a worker alone needs them, or this

    if settings.HTTPS and not settings.TRUSTED_PROXIES and not server.cfg.is_ssl:
        raise ImproperlyConfigured(
            "Set TRUSTED_PROXIES to the number of proxies in front of this server, which add TLS "
            "and say so in X-Forwarded-Proto: 1 on Heroku. Or set HTTPS to off, where nobody else "
            "can listen in."
        )


def when_ready(server: object) -> None:
    """Make once for all workers, before the fork, what each would make for itself.

    The client of the bucket takes a second, and all views take memory, which is shared then. What
    is there by now stays: the collector of garbage need not look at it, and so copies none of it.
    """
    from django.core.files.storage import storages  # noqa: PLC0415 - only now is Django ready
    from django.urls import get_resolver  # noqa: PLC0415 - Django is loaded by then

    storages["default"]
    _ = get_resolver().url_patterns
    gc.collect()
    gc.freeze()


def post_worker_init(worker: object) -> None:
    """Give each worker its courier, which sends the emails that are due, and its writer of visits.

    They are threads, which would not survive the fork: so they start here and not before.
    """
    from upendo.inbox.mail import courier  # noqa: PLC0415 - only now is Django ready
    from upendo.insights.counting import writer  # noqa: PLC0415 - the same

    courier.start()
    writer.start()


def worker_exit(server: object, worker: object) -> None:
    """Have an ending worker write the visits that it has counted, after its last request."""
    from upendo.insights.counting import writer  # noqa: PLC0415 - Django is loaded by then

    writer.end()
