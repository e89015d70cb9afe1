"""Labels of a print run: the form with its preview, the calibration page, the making."""

import io
from functools import partial
from typing import Any, cast
from urllib.parse import urlencode
from uuid import UUID

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext
from unfold.admin import ModelAdmin

from upendo.catalogue.models import Jar, PrintRun
from upendo.desk.addresses import form_of
from upendo.gs1.models import Article
from upendo.gs1.numbers import lot_problem
from upendo.labels.address import AddressForm
from upendo.labels.admin.labels_form import LabelsForm
from upendo.labels.models import LabelFile, Nudge
from upendo.labels.order_labels import jarfuls, order_labels
from upendo.labels.parts import preview
from upendo.labels.printing import pdf
from upendo.labels.wishes import Wishes

PREVIEW_DPI = 80
# What a person's next form begins with, besides the run's own codes.
REMEMBERED = ("kind", "lines", "dpi")


class LabelsMixin(ModelAdmin):
    """Makes labels of a run's codes."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        name = "catalogue_printrun_labels"
        return [
            path("<int:pk>/labels/", view(self.labels_view), name=name),
            path("<int:pk>/labels/preview.png", view(self.preview_view), name=f"{name}_preview"),
            path(
                "<int:pk>/labels/calibration.pdf", view(self.calibration_view), name=f"{name}_page"
            ),
            *super().get_urls(),
        ]

    def labels_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask what is wanted, show it, and make it."""
        run = self._run(request, pk)
        key = _key(request)
        if key and (made := LabelFile.objects.filter(key=key).first()):
            return HttpResponseRedirect(form_of(made))
        form = self._form(request, run)
        if request.method == "POST" and form.is_valid():
            try:
                return HttpResponseRedirect(form_of(_ordered(request, form)))
            except IntegrityError:  # the same form, sent again at the same moment
                return HttpResponseRedirect(request.get_full_path())
            except ValueError as error:
                form.add_error("address_form", str(error))
        article = _article(run)
        context = self.admin_site.each_context(request) | {
            "title": gettext("Labels for %(run)s") % {"run": run},
            "opts": self.opts,
            "run": run,
            "form": form,
            "choices": urlencode({field.html_name: field.value() for field in form}, doseq=True),
            "article": article,
            "lot_problem": article and run.batch and lot_problem(run.batch.lot),
            "drafts": run.jars.filter(status=Jar.Status.DRAFT).count(),
            "made_before": run.label_files.select_related("made_by")[:5],
        }
        return TemplateResponse(request, "labels/labels.html", context)

    def preview_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Send a picture of the first page, or say what is in the way."""
        form = self._form(request, self._run(request, pk))
        if not form.is_valid():
            words = " ".join(str(error) for errors in form.errors.values() for error in errors)
            return _in_words(words)
        try:
            address_form = AddressForm(form.cleaned_data["address_form"])
            jars = form.jars[: form.chosen_sheet.per_page]
            labels = list(jarfuls(jars, form.wishes, address_form))
            picture = preview(form.wishes, labels, PREVIEW_DPI)
        except ValueError as error:
            return _in_words(str(error))
        file = io.BytesIO()
        picture.save(file, "PNG")
        return HttpResponse(file.getvalue(), content_type="image/png")

    def calibration_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Send a page with the borders of the chosen sheet's labels, for plain paper."""
        form = self._form(request, self._run(request, pk))
        if not form.is_valid():
            return _in_words(gettext("Choose a sheet first."))
        page = pdf.calibration_pdf(form.chosen_sheet, form.wishes.nudge)
        return HttpResponse(
            page,
            content_type="application/pdf",
            headers={"Content-Disposition": 'inline; filename="calibration.pdf"'},
        )

    def _run(self, request: HttpRequest, pk: int) -> PrintRun:
        if not request.user.has_perm("labels.add_labelfile"):
            raise PermissionDenied
        run = PrintRun.objects.select_related("batch__honey", "retailer").filter(pk=pk).first()
        if run is None:
            raise Http404
        return run

    def _form(self, request: HttpRequest, run: PrintRun) -> LabelsForm:
        nudge = Nudge.objects.filter(person_id=request.user.pk).first() or Nudge()
        new = partial(LabelsForm, run, nudge)
        given = request.POST or request.GET
        return new(given) if given else new(initial=_remembered(request))


def _article(run: PrintRun) -> Article | None:
    """Return the article of a whole run, if all its jars are of one."""
    if run.batch is None or run.net_weight_grams is None:
        return None
    return Article.objects.of(run.batch.honey_id, run.net_weight_grams, run.retailer_id)


def _ordered(request: HttpRequest, form: LabelsForm) -> LabelFile:
    person = cast("User", request.user)
    file = LabelFile(
        key=form.cleaned_data["key"],
        print_run=form.run,
        address_form=form.cleaned_data["address_form"],
        made_by=person,
    )
    order_labels(file=file, jars=form.jars, wishes=form.wishes)
    x, y = form.wishes.nudge
    Nudge.objects.update_or_create(person=person, defaults={"x": x, "y": y})
    return file


def _remembered(request: HttpRequest) -> dict[str, Any]:
    """Return what somebody chose the last time."""
    last = LabelFile.objects.filter(made_by_id=request.user.pk).first()
    if last is None:
        return {}
    wishes = Wishes.from_json(last.wishes)
    width, height = wishes.sheet.label
    found = {name: getattr(wishes, name) for name in REMEMBERED} | {"sheet": wishes.sheet.name}
    if wishes.sheet.name == "roll":
        found |= {"roll_width": width, "roll_height": height}
    return found


def _key(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("key", ""))
    except ValueError:
        return None


def _in_words(words: str) -> HttpResponse:
    return HttpResponse(words, status=422, content_type="text/plain; charset=utf-8")
