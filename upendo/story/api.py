"""The readers' API: one request fetches a whole story, or none."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from upendo.story.document import StoryDocument, UnknownCodeError, story_document
from upendo.story.serializers.errors import ErrorSerializer, UnknownCodeSerializer
from upendo.story.serializers.story import StorySerializer
from upendo.story.throttles import UnknownCodeThrottle
from upendo.web.answers.prepared import respond

FOR_A_MOMENT = "public, max-age=0, must-revalidate, stale-if-error=86400"


class StoryView(APIView):
    """The whole story behind a jar's code."""

    authentication_classes = []
    permission_classes = []
    throttle_classes = []
    unknown: UnknownCodeError

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Send a story at once: the framework has no part in it but for what goes wrong."""
        if request.method in ("GET", "HEAD"):
            try:
                document = _document(kwargs["code"])
            except UnknownCodeError as unknown:
                self.unknown = unknown
            else:
                response = respond(request, document.prepared, "application/json")
                response["Cache-Control"] = FOR_A_MOMENT
                return response
        return super().dispatch(request, *args, **kwargs)

    @extend_schema(
        operation_id="retrieve_story",
        responses={
            200: StorySerializer,
            404: UnknownCodeSerializer,
            429: OpenApiResponse(ErrorSerializer, description="Too many unknown codes."),
        },
    )
    def get(self, request: Request, code: str) -> HttpResponseBase:
        """Return the story; the code may be typed in any letter case, with spaces or dashes.

        One that differs in signs alone that look alike is read as the code that it must be.
        """
        throttle = UnknownCodeThrottle()
        if not throttle.allow_request(request, self):
            self.throttled(request, throttle.wait() or 60)
        return Response(
            {
                "detail": "No jar carries this code. Check it against the label: new codes never "
                "use 0 and O, or 1, I and L.",
                "code": self.unknown.code,
                "suggestions": self.unknown.suggestions,
            },
            status=404,
        )


def _document(code: str) -> StoryDocument:
    """Return the story behind a code, or behind the one that must be meant."""
    try:
        return story_document(code)
    except UnknownCodeError as unknown:
        if unknown.meant is None:
            raise
        return story_document(unknown.meant)
