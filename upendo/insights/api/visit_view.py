"""Where a page sends what it knows of its visit, when it is left."""

from django.utils import timezone
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from upendo.insights.api.requests import is_counted, traits
from upendo.insights.api.serializers import VisitSerializer, counted, visits
from upendo.insights.counting.gathered import gathered
from upendo.web.requests.small_json import SmallJSONParser


class VisitParser(SmallJSONParser):
    """JSON of a kilobyte at most."""

    most_bytes = 1024


class VisitView(APIView):
    """Visits, counted without knowing whose they are."""

    authentication_classes = []
    permission_classes = []
    parser_classes = [VisitParser]
    throttle_classes = []  # what is too much is not counted, and nobody need know

    @extend_schema(
        operation_id="count_visit",
        request=VisitSerializer,
        responses={
            204: OpenApiResponse(description="Counted, or passed over: nobody is told which."),
            400: OpenApiResponse(description="Not what a page of ours tells."),
            413: OpenApiResponse(description="Larger than what a page tells."),
        },
    )
    def post(self, request: Request) -> Response:
        """Take in what is new of a visit. Nothing is asked of the database here."""
        visit = visits.run_validation(request.data)
        if is_counted(request):
            gathered.add(timezone.localdate(), counted(visit, traits(request)))
        return Response(status=status.HTTP_204_NO_CONTENT)
