"""The settings of Unfold, the desk's theme; theme.py is what they name."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

SETTINGS = {
    "SITE_TITLE": "Upendo Honey",
    "SITE_HEADER": "Upendo Honey",
    "SITE_SUBHEADER": _("The desk"),
    "SITE_SYMBOL": "hive",
    "SITE_FAVICONS": [
        {"rel": "icon", "type": "image/svg+xml", "href": "upendo.desk.theme.favicon"}
    ],
    "SITE_URL": "/",
    "SITE_VIEWS": [
        ("help/", "help", "upendo.desk.guides.GuidesView"),
        ("missing/", "missing", "upendo.catalogue.admin.missing.MissingView"),
        ("help/<slug:guide>/", "help-guide", "upendo.desk.guides.GuideView"),
        ("what-is-read/", "what-is-read", "upendo.insights.desk_page.FiguresView"),
        ("what-is-read/table/", "what-is-read-table", "upendo.insights.desk_page.TableView"),
    ],
    "SHOW_HISTORY": True,
    "SHOW_VIEW_ON_SITE": False,
    "LOGIN": {"form": "upendo.staff.forms.LoginForm"},
    "ACCOUNT": {
        "navigation": [
            {"title": _("Change password"), "link": reverse_lazy("admin:password_change")},
            {"title": _("Two-factor login"), "link": reverse_lazy("two-factor")},
        ]
    },
    "BORDER_RADIUS": "8px",
    "COLORS": {
        "base": "upendo.desk.theme.paper",
        "primary": "upendo.desk.theme.leaf",
        "font": "upendo.desk.theme.text",
    },
    "STYLES": ["upendo.desk.theme.style"],
    "DASHBOARD_CALLBACK": "upendo.desk.start_page.start_page",
    "SIDEBAR": {"show_search": False, "navigation": "upendo.desk.menu.navigation"},
}
