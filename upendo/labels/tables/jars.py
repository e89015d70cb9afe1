"""Codes as a table: one row a code, exported and imported with django-import-export.

A row with an id changes that code, a row without one makes a new draft. What it changes of a code
that readers see waits in a draft.
"""

import logging
from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from import_export import resources
from import_export.fields import Field
from import_export.results import Error
from simple_history.utils import bulk_update_with_history

from upendo.catalogue.models import Batch, Beekeeper, Jar, Retailer
from upendo.labels.tables.cells import CodeCell, GramsCell, NameCell
from upendo.labels.tables.jars_in_chunks import ROWS_A_QUERY, JarsInChunks
from upendo.labels.tables.printed_codes import NOTE, keep_as_drafts
from upendo.labels.tables.report import ImportReport, RowReport
from upendo.labels.tables.spreadsheets import Cell, SpreadsheetError, Table

logger = logging.getLogger(__name__)


class JarResource(resources.ModelResource):  # type: ignore[misc]  # the library ships no types
    """The columns, and the rules of a row."""

    id = Field("id", "id", readonly=True)
    code = Field("code", "code", CodeCell(), saves_null_values=False)
    status = Field("status", "status", readonly=True)
    batch_id = Field("batch_id", "batch", NameCell(Batch, "lot"))
    beekeeper_id = Field("beekeeper_id", "beekeeper", NameCell(Beekeeper, "name"))
    retailer_id = Field("retailer_id", "retailer", NameCell(Retailer, "name"))
    net_weight_grams = Field(
        "net_weight_grams", "net weight g", GramsCell(), saves_null_values=False
    )

    class Meta:
        model = Jar
        fields = [
            "id",
            "code",
            "status",
            "batch_id",
            "beekeeper_id",
            "retailer_id",
            "net_weight_grams",
        ]
        instance_loader_class = JarsInChunks
        use_bulk = True
        batch_size = ROWS_A_QUERY
        chunk_size = ROWS_A_QUERY
        skip_diff = True

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._lines: dict[str, int] = {}  # where in the file each code and each id stands
        self._before: dict[str, Any] = {}  # the present row's cells, before it is imported
        self._words = ""
        self._author: User | None = None

    @classmethod
    def get_result_class(cls) -> type[ImportReport]:
        return ImportReport

    @classmethod
    def get_row_result_class(cls) -> type[RowReport]:
        return RowReport

    @cached_property
    def columns(self) -> dict[str, Field]:
        """The fields of the table by their headings."""
        return {field.column_name: field for field in self.get_import_fields()}

    def rows(self, jars: QuerySet[Jar]) -> Iterator[list[Cell]]:
        """Yield codes as rows of cells, some hundred read at a time."""
        for jar in self.iter_queryset(jars):
            yield self.export_resource(jar)

    def import_data(self, dataset: Table, **kwargs: Any) -> ImportReport:
        """Import all rows, or none when one of them is wrong."""
        self._author = kwargs.get("user")
        kwargs.pop("retain_instance_in_row_result", None)  # it would fill the memory
        try:
            report: ImportReport = super().import_data(
                dataset, use_transactions=True, rollback_on_validation_errors=True, **kwargs
            )
        except DatabaseError:
            logger.warning("The database refused an import.", exc_info=True)
            report = ImportReport()
            words = "Somebody changed these codes at the same time. Check the table again."
            report.append_base_error(Error(ValidationError(words)))
        return report

    def before_import(self, dataset: Table, **kwargs: Any) -> None:
        """Raises SpreadsheetError when the headings are not those of this table."""
        for heading in dataset.headers[1:]:
            if heading not in self.columns:
                raise SpreadsheetError(
                    f"There is no column “{heading}”. The columns are: {', '.join(self.columns)}."
                )

    def import_row(self, row: dict[str, Any], instance_loader: Any, **kwargs: Any) -> RowReport:
        self._rows = instance_loader
        report: RowReport = super().import_row(row, instance_loader, **kwargs)
        if report.errors:  # a fault of ours, not of the table
            raise report.errors[0].error
        error = report.validation_error
        report.line = row["line"]
        report.code = report.object_repr or row.get("code", "")
        report.words = " ".join(error.messages) if error else self._words
        return report

    def get_instance(self, instance_loader: JarsInChunks, row: dict[str, Any]) -> Jar | None:
        return instance_loader.get_instance(row)  # in a table without ids too: it learns the codes

    def after_init_instance(self, instance: Jar, new: bool, row: Any, **kwargs: Any) -> None:
        """Raises ValidationError when a row asks for what an import does not do."""
        if new and row.get("id"):
            raise ValidationError(
                f"There is no code with the id {row['id']}. Leave the id empty for a new code."
            )
        if row.get("status", "").lower() not in ("", instance.status):
            raise ValidationError(
                "Publish and retire codes in their list. Leave the status here "
                + ("empty: new codes are drafts." if new else f"as it is: {instance.status}.")
            )
        fields = {} if new else self.columns
        self._before = {name: field.export(instance) for name, field in fields.items()}

    def skip_row(self, instance: Jar, original: None, row: Any, errors: Any = None) -> bool:
        if not self._before:
            self._words = "A new draft."
            return False
        after = {name: field.export(instance) for name, field in self.columns.items()}
        changes = [
            f"{name}: {self._before[name] or 'none'} → {after[name] or 'none'}"
            for name in after
            if after[name] != self._before[name]
        ]
        waits = changes and instance.is_printed
        self._words = "; ".join(changes) + (". It waits in a draft." if waits else "")
        return not changes and not errors

    def validate_instance(
        self, instance: Jar, errors: Any = None, validate_unique: bool = True
    ) -> None:
        """Raises ValidationError with all that is wrong with a row.

        Django's own full_clean would ask the database eight times for each row.
        """
        problems = [problem for error in (errors or {}).values() for problem in error]
        if instance.batch_id is None and "batch_id" not in errors:
            problems.append("Which batch is it? Write its lot number.")
        if instance.beekeeper_id is None and "beekeeper_id" not in errors:
            problems.append("Which beekeeper is it? Write the name.")
        problems += self._code_problems(instance)
        if problems:
            raise ValidationError(problems)

    def save_instance(self, instance: Jar, is_create: bool, row: Any, **kwargs: Any) -> None:
        instance.updated_at = timezone.now()  # which Django does not set when it saves in bulk
        self._lines[instance.code] = row["line"]
        if not is_create:
            self._lines[f"id {instance.pk}"] = row["line"]
        super().save_instance(instance, is_create, row, **kwargs)

    def bulk_update(self, *args: Any, **kwargs: Any) -> None:
        """Save changed drafts with their history, and keep changes of printed codes for later."""
        keep_as_drafts([jar for jar in self.update_instances if jar.is_printed], self._author)
        bulk_update_with_history(
            [jar for jar in self.update_instances if not jar.is_printed],
            Jar,
            ["code", "batch", "beekeeper", "retailer", "net_weight_grams", "updated_at"],
            batch_size=ROWS_A_QUERY,
            default_user=self._author,
            default_change_reason=NOTE,
        )
        self.update_instances.clear()

    def after_import(self, dataset: Table, result: ImportReport, **kwargs: Any) -> None:
        """Leave the sequence of primary keys alone: no row brings its own."""

    def _code_problems(self, instance: Jar) -> Iterator[str]:
        before = self._before.get("code")
        line = self._lines.get(instance.code) or self._lines.get(f"id {instance.pk}")
        if line:
            yield f"Line {line} is about this code already."
        elif self._rows.owners.get(instance.code, instance.pk) != instance.pk:
            yield f"{instance.code} exists already. To change it, write its id as an export does."
        elif before and before != instance.code and instance.is_printed:
            yield f"{before} is printed on jars and keeps its code."
