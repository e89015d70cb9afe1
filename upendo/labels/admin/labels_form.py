"""The form for labels of a print run."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.widgets import (
    UnfoldAdminDecimalFieldWidget,
    UnfoldAdminIntegerFieldWidget,
    UnfoldAdminSelectWidget,
)

from upendo.catalogue.models import PrintRun
from upendo.catalogue.models.jar import JarQuerySet
from upendo.desk.words import Words
from upendo.labels.address import AddressForm
from upendo.labels.models import MOST_NUDGE, LabelFile, Nudge, OwnSheet
from upendo.labels.order_labels import jars_of
from upendo.labels.printing.sheets import BY_NAME, SHEETS, Sheet, roll
from upendo.labels.wishes import LINES, Wishes

Kind = LabelFile.Kind
ROLL = "roll"
KINDS = [
    (_("Office printer"), [(Kind.SHEET, Kind.SHEET.label)]),
    (
        _("Printing house"),
        [(kind, kind.label) for kind in (Kind.SVG, Kind.EPS, Kind.PDF, Kind.PNG)],
    ),
    (_("Thermal printer"), [(Kind.ZPL, Kind.ZPL.label)]),
]
DPI = {Kind.PNG: (300, 600, 1200), Kind.ZPL: (203, 300)}


def number(words: Words, **more: Any) -> forms.IntegerField:
    """Return a field for a whole number, one or more."""
    return forms.IntegerField(
        label=words, min_value=1, widget=UnfoldAdminIntegerFieldWidget(), **more
    )


def millimetres(words: Words, least: float, most: float, **more: Any) -> forms.FloatField:
    """Return a field for a measure."""
    widget = UnfoldAdminDecimalFieldWidget(attrs={"step": "0.1"})
    return forms.FloatField(label=words, min_value=least, max_value=most, widget=widget, **more)


class LabelsForm(forms.Form):
    """What is to be made of the codes of a run. Sent twice, it makes them once."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    kind = forms.ChoiceField(
        label=_("For"), choices=KINDS, initial=Kind.SHEET, widget=UnfoldAdminSelectWidget()
    )
    sheet = forms.ChoiceField(
        label=_("Sheet"), initial=SHEETS[0].name, widget=UnfoldAdminSelectWidget()
    )
    roll_width = millimetres(_("Label width, mm"), 10, 300, initial=60)
    roll_height = millimetres(_("Label height, mm"), 10, 300, initial=40)
    dpi = forms.TypedChoiceField(
        label=_("Dots an inch"),
        coerce=int,
        choices=[(dpi, dpi) for dpi in (203, 300, 600, 1200)],
        initial=300,
        widget=UnfoldAdminSelectWidget(),
        help_text=_("203 or 300 for a thermal printer, 300 or more for pictures."),
    )
    address_form = forms.ChoiceField(
        label=_("The square says"),
        choices=AddressForm.choices,
        initial=AddressForm.SHORT,
        widget=UnfoldAdminSelectWidget(),
    )
    lines = forms.MultipleChoiceField(
        label=_("Beside the square and the code"),
        choices=list(LINES.items()),
        initial=["wordmark", "honey"],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    first = number(_("From code number"), initial=1)
    last = number(_("To code number"))
    start = number(
        _("Begin at label"), initial=1, help_text=_("Of a sheet that is begun: the first one left.")
    )
    nudge_x = millimetres(_("Move to the right, mm"), -MOST_NUDGE, MOST_NUDGE, initial=0)
    nudge_y = millimetres(_("Move down, mm"), -MOST_NUDGE, MOST_NUDGE, initial=0)

    def __init__(self, run: PrintRun, nudge: Nudge, *args: Any, **kwargs: Any) -> None:
        self.own = {own.sheet.name: own.sheet for own in OwnSheet.objects.all()}
        self.run, self.codes = run, run.jars.count()
        super().__init__(*args, **kwargs)
        known = [(sheet.name, sheet.title) for sheet in (*SHEETS, *self.own.values())]
        sheet: Any = self.fields["sheet"]
        sheet.choices = [*known, (ROLL, gettext("Roll of single labels, any size"))]
        self.fields["last"].initial = self.codes
        self.fields["nudge_x"].initial, self.fields["nudge_y"].initial = nudge.x, nudge.y

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError for what does not go together."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return data
        kind, first, last = data["kind"], data["first"], data["last"]
        if not first <= last <= self.codes:
            self.add_error(
                "last",
                gettext("This run has the codes 1 to %(codes)s.") % {"codes": f"{self.codes:,}"},
            )
        if data["dpi"] not in DPI.get(kind, (data["dpi"],)):
            choice = gettext(" or ").join(map(str, DPI[kind]))
            self.add_error(
                "dpi", gettext("Take %(choice)s for this kind of file.") % {"choice": choice}
            )
        if kind == Kind.SHEET and data["start"] > self.chosen_sheet.per_page:
            self.add_error(
                "start",
                gettext("A sheet has %(per_page)s labels.")
                % {"per_page": self.chosen_sheet.per_page},
            )
        return data

    @property
    def chosen_sheet(self) -> Sheet:
        """The sheet, or the roll, that is chosen."""
        data = self.cleaned_data
        if data["sheet"] == ROLL or data["kind"] == Kind.ZPL:
            return roll(data["roll_width"], data["roll_height"])
        return BY_NAME.get(data["sheet"]) or self.own[data["sheet"]]

    @property
    def wishes(self) -> Wishes:
        """What is to be made. The form must be valid."""
        data = self.cleaned_data
        return Wishes(
            kind=data["kind"],
            sheet=self.chosen_sheet,
            start=data["start"] - 1,
            nudge=(data["nudge_x"], data["nudge_y"]),
            lines=tuple(data["lines"]),
            dpi=data["dpi"],
        )

    @property
    def jars(self) -> JarQuerySet:
        """The chosen codes of the run. The form must be valid."""
        return jars_of(self.run)[self.cleaned_data["first"] - 1 : self.cleaned_data["last"]]
