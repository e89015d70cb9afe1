"""What a report says of an error: kinds and places of our code, and no value of any kind.

An error's own text may hold what a reader wrote (PostgreSQL quotes the row that it refuses), an
address may be a key, and so may anything in a variable. So a report is not cleaned of such things:
it is built of harmless ones alone.
"""

import logging
from dataclasses import dataclass
from types import TracebackType

from upendo.web.logs import request_id
from upendo.web.logs.causes import causes

_MOST_FRAMES = 30


@dataclass(frozen=True)
class Frame:
    """A line of code that was being run."""

    module: str
    function: str
    line: int

    def __str__(self) -> str:
        return f"{self.module}:{self.line} in {self.function}"


@dataclass(frozen=True)
class Raised:
    """An exception's type, and the lines it went through, the outermost first."""

    type: str
    frames: tuple[Frame, ...]


@dataclass(frozen=True)
class Fault:
    """An error as it is reported: ``raised`` has the first cause first and may be empty."""

    kind: str
    place: str
    page: str  # the pattern of the address, such as q/<str:code>
    request: str
    raised: tuple[Raised, ...]


def fault_of(record: logging.LogRecord) -> Fault:
    """Return what may be told of a record in the log."""
    error = record.exc_info[1] if record.exc_info else None
    raised = tuple(reversed([_raised(each) for each in causes(error)])) if error else ()
    status = getattr(record, "status_code", None)
    if raised:
        kind = raised[-1].type
    elif isinstance(status, int):
        kind = f"an answer {status}"
    else:
        kind = f"an error in the log of {record.name}"
    page = _page(record)
    frames = raised[-1].frames if raised else ()
    ours = [frame for frame in frames if frame.module.startswith("upendo.")] or frames
    logged = f"{record.module}:{record.lineno} in {record.funcName}"
    place = str(ours[-1]) if ours else (page or logged)
    return Fault(kind, place, page, request_id.current(), raised)


def _raised(error: BaseException) -> Raised:
    kind = type(error)
    return Raised(f"{kind.__module__}.{kind.__qualname__}", tuple(_frames(error.__traceback__)))


def _frames(trace: TracebackType | None) -> list[Frame]:
    frames = []
    while trace:
        code = trace.tb_frame.f_code
        module = trace.tb_frame.f_globals.get("__name__", "?")
        frames.append(Frame(module, code.co_name, trace.tb_lineno))
        trace = trace.tb_next
    return frames[-_MOST_FRAMES:]


def _page(record: logging.LogRecord) -> str:
    match = getattr(getattr(record, "request", None), "resolver_match", None)
    return str(match.route) if match else ""
