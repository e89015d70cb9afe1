"""The whole URL map. Addresses of stories are printed on jars: they never change."""

from django.contrib import admin
from django.urls import include, path, re_path, register_converter
from drf_spectacular.renderers import OpenApiJsonRenderer2
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

from upendo.claims.views import evidence
from upendo.gs1 import resolver
from upendo.inbox import photo_page, plain_form, private_page
from upendo.inbox.api.letter_view import LetterView
from upendo.insights import shop_page
from upendo.insights.api.visit_view import VisitView
from upendo.site import (
    media,
    odd_addresses,
    offline,
    preview,
    surroundings,
    views,
    web_manifest,
)
from upendo.site.page_names import PageName
from upendo.site.read import reader
from upendo.site.share import views as share
from upendo.staff.invitations import ChoosePassword
from upendo.staff.views import two_factor_page
from upendo.story.api import StoryView
from upendo.web.pages import health, robots, security_txt
from upendo.web.requests.readers import for_readers

# JSON, as the address says; the library's first choice is YAML.
openapi = SpectacularAPIView.as_view(renderer_classes=[OpenApiJsonRenderer2])
# The page is all that it has: asked what else it can do, the library looks for a page it lacks.
api_docs = SpectacularSwaggerSplitView.as_view(
    url_name="openapi", http_method_names=["get", "head"]
)

register_converter(PageName, "page")

urlpatterns = [
    path("", for_readers(views.landing), name="landing"),
    path("trace", views.trace, name="trace"),
    path("privacy", for_readers(views.privacy), name="privacy"),
    # A QR code is smallest in capitals.
    re_path(r"^[qQ]/(?P<code>[^/]+)\Z", for_readers(views.story_page), name="qr"),
    path("app/<str:code>", for_readers(views.story_page), name="menu"),
    path("app/<str:code>/read", for_readers(reader.read), name="read"),
    path("app/<str:code>/<page:page>", for_readers(views.story_page), name="page"),
    re_path(r"^01(?:/|$)", resolver.resolve, name="digital-link"),
    path(".well-known/gs1resolver", resolver.description, name="gs1-resolver"),
    path("honey/<str:gtin>", for_readers(reader.article), name="article"),
    path("honey/<str:gtin>/<path:lot>", for_readers(reader.article), name="article-lot"),
    re_path(
        r"^media/pictures/(?P<folder>[0-9a-f]{16})/(?P<width>\d{1,4})\.(?P<extension>avif|webp)$",
        for_readers(media.rendition),
        name="rendition",
    ),
    re_path(
        r"^media/recordings/(?P<digest>[0-9a-f]{16})/recording\.mp3$",
        for_readers(media.recording),
        name="recording",
    ),
    re_path(
        r"^surroundings/(?P<name>[0-9a-f]{16})\.json$",
        for_readers(surroundings.surroundings),
        name="surroundings",
    ),
    path("preview/<str:token>/", preview.preview_start, name="preview-start"),
    path("preview/<str:token>/app/<str:code>/<page:page>", preview.preview, name="preview"),
    re_path(
        r"^media/evidence/(?P<digest>[0-9a-f]{16})/(?P<name>[A-Za-z0-9_-]{1,150}\.pdf)$",
        evidence,
        name="evidence",
    ),
    path("media/letters/<uuid:key>.webp", photo_page.public_photo, name="public-photo"),
    path("share/landing.jpg", for_readers(share.landing_picture), name="share-landing"),
    path("share/<str:code>/<page:page>.jpg", for_readers(share.share_picture), name="share"),
    path("letters/new/<str:code>", plain_form.write, name="letter-new"),
    path("letters/<str:token>", private_page.letter, name="letter"),
    path("letters/<str:token>/copy", private_page.copy, name="letter-copy"),
    path("letters/<str:token>/public", private_page.publish, name="letter-public"),
    path("letters/<str:token>/photo", photo_page.photo, name="letter-photo"),
    path("letters/<str:token>/erase", private_page.erase, name="letter-erase"),
    path("shop-figures/<str:token>/", shop_page.shop_figures, name="shop-figures"),
    path("shop-figures/<str:token>/table/", shop_page.shop_table, name="shop-table"),
    path("manifest.webmanifest", for_readers(web_manifest.web_manifest), name="web-manifest"),
    path("service-worker.js", for_readers(offline.service_worker), name="service-worker"),
    path("offline.json", for_readers(offline.offline_files), name="offline-files"),
    path("healthz", health.healthz, name="healthz"),
    path("robots.txt", robots.robots_txt, name="robots"),
    path(".well-known/security.txt", security_txt.security_txt, name="security-txt"),
    path("admin/two-factor/", admin.site.admin_view(two_factor_page), name="two-factor"),
    path("admin/password/<uidb64>/<token>/", ChoosePassword.as_view(), name="choose-password"),
    path("admin/", admin.site.urls),
    path("api/v1/stories/<str:code>/", for_readers(StoryView.as_view()), name="story"),
    path("api/v1/letters/", LetterView.as_view(), name="send-letter"),
    path("api/v1/visits/", for_readers(VisitView.as_view(), ("POST",)), name="count-visit"),
    path("api/v1/", include("upendo.catalogue.api.urls")),
    path("api/openapi.json", openapi, name="openapi"),
    path("api/docs/", api_docs, name="api-docs"),
    # What nearly is a story's address; the desk's own gets its slash from Django.
    re_path(r"^(?:/*)(?:[qQ]|[aA][pP][pP])(?:/[\s\S]*)?\Z", for_readers(odd_addresses.odd_address)),
    re_path(r"^(?:/*)(?!admin\Z)(?P<code>[^/.]+)[.]?/*\Z", for_readers(odd_addresses.bare_code)),
]

handler404 = "upendo.web.pages.errors.page_not_found"
handler500 = "upendo.web.pages.errors.server_error"
