"""Who may do what in the staff's API."""

from typing import TYPE_CHECKING

from rest_framework.permissions import SAFE_METHODS, DjangoModelPermissions
from rest_framework.request import Request

from upendo.catalogue.models import Content
from upendo.catalogue.models.told import readers_see

if TYPE_CHECKING:
    from rest_framework.views import APIView


class ModelPermissions(DjangoModelPermissions):
    """Django's model permissions for every verb; reading needs the view permission too."""

    perms_map = DjangoModelPermissions.perms_map | {
        "GET": ["%(app_label)s.view_%(model_name)s"],
        "HEAD": ["%(app_label)s.view_%(model_name)s"],
    }

    def has_object_permission(self, request: Request, view: "APIView", obj: Content) -> bool:
        """What readers see is changed only by those who may publish, since it shows at once."""
        return (
            request.method in SAFE_METHODS
            or request.user.has_perm("catalogue.publish_draft")
            or not readers_see(obj)
        )
