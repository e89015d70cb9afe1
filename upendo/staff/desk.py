"""What the desk shows of accounts: menu items."""

from django.contrib.auth.models import Group, User

from upendo.desk.finding import words_in
from upendo.desk.menu import menu_item
from upendo.staff.models import Entry

menu_item("People", User, icon="group", found_by=words_in("username", "first_name", "last_name"))
menu_item("People", Group, icon="badge")
menu_item("People", Entry, icon="receipt_long")
