"""The staff's API: what the admin does, for programs. Django's model permissions hold."""

from typing import Any

from django.db import transaction
from django.db.models import ProtectedError, QuerySet
from rest_framework.exceptions import APIException, PermissionDenied
from rest_framework.filters import BaseFilterBackend
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.views import APIView
from rest_framework.viewsets import ModelViewSet

from upendo.catalogue.api import serializers
from upendo.catalogue.models import Batch, Beekeeper, Forest, Honey, Jar, Retailer
from upendo.catalogue.models.told import readers_see
from upendo.catalogue.shops import seen_by
from upendo.editing.states.revisions import snapshot


class InUse(APIException):
    """Something still needs what was to be deleted."""

    status_code = 409
    default_detail = "Other records still need this one; change or delete those first."


class OwnShop(BaseFilterBackend):
    """Leaves an account of a shop its own records, in lists and by number."""

    def filter_queryset(
        self, request: Request, queryset: QuerySet[Any], view: APIView
    ) -> QuerySet[Any]:
        return seen_by(queryset, request.user)


class CatalogueViewSet(ModelViewSet[Any]):
    """List, retrieve, create, update and delete; what others need is not deleted."""

    filter_backends = [OwnShop]

    def perform_create(self, serializer: BaseSerializer[Any]) -> None:
        with transaction.atomic():
            self._save(serializer)

    def perform_update(self, serializer: BaseSerializer[Any]) -> None:
        with transaction.atomic():
            snapshot(serializer.instance)  # type: ignore[arg-type]  # an update has one
            self._save(serializer)

    def _save(self, serializer: BaseSerializer[Any]) -> None:
        """Save. Raises PermissionDenied when readers see the record now, which was not theirs yet.

        Who changes what they see already has been asked by `ModelPermissions`.
        """
        record = serializer.save()
        if readers_see(record) and not self.request.user.has_perm("catalogue.publish_draft"):
            raise PermissionDenied("Readers would see this at once. Ask somebody who may publish.")

    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        try:
            return super().destroy(request, *args, **kwargs)
        except ProtectedError as error:
            raise InUse from error


class ForestViewSet(CatalogueViewSet):
    queryset = Forest.objects.all()
    serializer_class = serializers.ForestSerializer


class BeekeeperViewSet(CatalogueViewSet):
    queryset = Beekeeper.objects.all()
    serializer_class = serializers.BeekeeperSerializer


class HoneyViewSet(CatalogueViewSet):
    queryset = Honey.objects.all()
    serializer_class = serializers.HoneySerializer


class BatchViewSet(CatalogueViewSet):
    queryset = Batch.objects.all()
    serializer_class = serializers.BatchSerializer


class RetailerViewSet(CatalogueViewSet):
    queryset = Retailer.objects.all()
    serializer_class = serializers.RetailerSerializer


class JarViewSet(CatalogueViewSet):
    queryset = Jar.objects.all()
    serializer_class = serializers.JarSerializer

    def perform_destroy(self, instance: Jar) -> None:
        if instance.status != Jar.Status.DRAFT:
            raise InUse(f"{instance.code} is printed on jars. Retire it instead of deleting it.")
        super().perform_destroy(instance)
