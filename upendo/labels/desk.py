"""The desk's menu items for labels."""

from upendo.desk.menu import menu_item
from upendo.labels.models import LabelFile, OwnSheet

menu_item("Codes", LabelFile, icon="label")
menu_item("Codes", OwnSheet, icon="grid_on", title="Own sheets")
