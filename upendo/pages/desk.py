"""What the desk shows of the pages of the enterprise's own."""

from django.utils.translation import gettext_lazy as _

from upendo.desk.menu import menu_item
from upendo.desk.start_page import beginning
from upendo.pages.models import Chapter, Page

menu_item("Stories", Page, icon="article", title=_("Pages of your own"))
menu_item("Stories", Chapter, icon="toc")
beginning(_("New page"), Page)
