"""The ways in which a service can fail; which one it was decides what may be done next."""

from delivery.run.waiting import PassingError


class ServiceError(PassingError):
    """A service did not do what was asked."""


class UnreachableError(ServiceError):
    """There is no usable answer; a write certainly never arrived."""


class AnswerLostError(ServiceError):
    """A write may or may not have arrived: its answer was lost."""


class KeyRefusedError(ServiceError):
    """The key has expired, was revoked, or may not do this."""

    lasting = True


class RateLimitedError(ServiceError):
    """The rate limit ends later than a run may wait."""


class RejectedError(ServiceError):
    """The service understood and said no; `status` is its HTTP status."""

    def __init__(self, sentence: str, status: int) -> None:
        super().__init__(sentence)
        self.status = status


class UnexpectedAnswerError(ServiceError):
    """The answer does not have the shape that the service documents."""
