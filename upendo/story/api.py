"""The readers' API: one request fetches a whole story, or none."""

from django.http import HttpResponseBase
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from upendo.story.document import UnknownCodeError, story_document
from upendo.story.serializers.errors import ErrorSerializer, UnknownCodeSerializer
from upendo.story.serializers.story import StorySerializer
from upendo.story.throttles import UnknownCodeThrottle
from upendo.web.prepared import respond


class StoryView(APIView):
    """The whole story behind a jar's code."""

    authentication_classes = []
    permission_classes = []
    throttle_classes = []

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
        try:
            document = story_document(code)
        except UnknownCodeError as unknown:
            if unknown.meant is None:
                return self._unknown(request, unknown)
            document = story_document(unknown.meant)
        response = respond(request._request, document.prepared, "application/json")
        response["Cache-Control"] = "public, max-age=0, must-revalidate, stale-if-error=86400"
        return response

    def _unknown(self, request: Request, unknown: UnknownCodeError) -> Response:
        throttle = UnknownCodeThrottle()
        if not throttle.allow_request(request, self):
            self.throttled(request, throttle.wait() or 60)
        return Response(
            {
                "detail": "No jar carries this code. Check it against the label: new codes never "
                "use 0 and O, or 1, I and L.",
                "code": unknown.code,
                "suggestions": unknown.suggestions,
            },
            status=404,
        )
