"""What Django's page about an error may look at; it is shown with DEBUG on alone."""

from typing import Any

from django.http.multipartparser import MultiPartParserError
from django.views.debug import SafeExceptionReporterFilter


class ReporterFilter(SafeExceptionReporterFilter):
    """Shows no fields of a form that cannot be read, which would be an error in the page itself."""

    def get_post_parameters(self, request: Any) -> Any:
        try:
            return super().get_post_parameters(request)
        except MultiPartParserError:
            return {}
