"""Where the message page sends letters to."""

from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import status
from rest_framework.exceptions import Throttled
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from upendo.inbox.api.parsers import LetterParser
from upendo.inbox.api.serializers import (
    LetterProblemsSerializer,
    NewLetterSerializer,
    ReceivedLetterSerializer,
)
from upendo.inbox.api.throttles import LettersThrottle
from upendo.inbox.correspondence.receive import LetterboxFullError


class LetterView(APIView):
    """Readers' letters to beekeepers."""

    authentication_classes = []
    permission_classes = []
    parser_classes = [LetterParser]
    throttle_classes = [LettersThrottle]

    @extend_schema(
        operation_id="send_letter",
        request=NewLetterSerializer,
        responses={
            201: ReceivedLetterSerializer,
            400: LetterProblemsSerializer,
            413: OpenApiResponse(LetterProblemsSerializer, description="Far too long."),
            429: OpenApiResponse(LetterProblemsSerializer, description="Too many letters."),
        },
    )
    def post(self, request: Request) -> Response:
        """Take in a letter. It is stored for good before the answer is given."""
        serializer = NewLetterSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        try:
            letter = serializer.receive()
        except LetterboxFullError as full:
            words = "This jar has had many letters within an hour. Please send yours later."
            raise Throttled(full.seconds, words) from full
        return Response(
            {"path": letter.get_absolute_url()},
            status=status.HTTP_201_CREATED,
            headers={"Cache-Control": "no-store"},
        )
