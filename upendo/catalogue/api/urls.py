"""/api/v1/, for the staff"""

from rest_framework.routers import SimpleRouter

from upendo.catalogue.api import views

router = SimpleRouter()
router.register("forests", views.ForestViewSet)
router.register("beekeepers", views.BeekeeperViewSet)
router.register("honeys", views.HoneyViewSet)
router.register("batches", views.BatchViewSet)
router.register("retailers", views.RetailerViewSet)
router.register("jars", views.JarViewSet)

urlpatterns = router.urls
