"""The desk's menu item for unknown codes."""

from upendo.desk.menu import menu_item
from upendo.insights.models import UnknownCode

menu_item("What is read", UnknownCode, icon="travel_explore")
