"""/api/v1/"""

from django.urls import path
from rest_framework.routers import SimpleRouter

from upendo.catalogue.api import views
from upendo.catalogue.api.story_view import StoryView

router = SimpleRouter()
router.register("forests", views.ForestViewSet)
router.register("beekeepers", views.BeekeeperViewSet)
router.register("honeys", views.HoneyViewSet)
router.register("batches", views.BatchViewSet)
router.register("retailers", views.RetailerViewSet)
router.register("jars", views.JarViewSet)

urlpatterns = [path("stories/<str:code>/", StoryView.as_view(), name="story"), *router.urls]
