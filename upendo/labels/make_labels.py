"""Makes files of labels, some hundred labels at a time, so that no request takes long.

Whoever looks at a file's page has it go on; a file whose page was closed waits where it was.
"""

import csv
import io
import tempfile
import zipfile
from collections.abc import Iterator
from typing import IO

from django.db import transaction
from django.utils.translation import gettext

from upendo.labels.models import Chunk, Label, LabelFile
from upendo.labels.parts import Jarful, make_part, part_size
from upendo.labels.printing import pdf
from upendo.labels.printing.lettering import MissingLetterError
from upendo.labels.printing.proof import UnreadableError
from upendo.labels.printing.symbol import TooSmallError
from upendo.labels.wishes import Wishes

CHUNK_BYTES = 512 * 1024
Kind = LabelFile.Kind
ENDINGS = {Kind.SHEET: "pdf", Kind.ZPL: "zpl"}


def go_on(pk: int) -> LabelFile:
    """Make the next part of a file, and its last one into what is downloaded; return the file.

    Nothing happens while another request does so, nor when it is ready or refused.
    """
    with transaction.atomic():
        file = LabelFile.objects.select_for_update(skip_locked=True).filter(pk=pk).first()
        if file is None or file.is_ready or file.refusal or file.is_gone:
            return LabelFile.objects.get(pk=pk)
        try:
            _next_part(file)
        except (MissingLetterError, TooSmallError, UnreadableError) as error:
            file.refusal = str(error)
            file.chunks.all().delete()
        if file.done == file.number and not file.refusal:
            _finish(file)
        file.save(update_fields=["done", "is_ready", "refusal"])
    return file


def content(file: LabelFile) -> Iterator[bytes]:
    """Return a finished file's content, one chunk in memory at a time."""
    for number in range(file.chunks.count()):
        yield bytes(file.chunks.get(number=number).content)


def file_name(file: LabelFile) -> str:
    """Return what a finished file is called."""
    ending = ENDINGS.get(Kind(file.kind), "zip")
    return f"labels-{file.print_run_id}-{file.pk}.{ending}"


def _next_part(file: LabelFile) -> None:
    wishes = Wishes.from_json(file.wishes)
    last = file.done + part_size(wishes, file.done)
    labels = file.labels.filter(place__gte=file.done, place__lt=last)
    jars = [
        Jarful(label.place, label.address, wishes.words(label.jar))
        for label in labels.select_related("jar__batch__honey", "jar__retailer")
    ]
    note = gettext("Print run %(print_run_id)s, labels %(place)s to %(place_2)s") % {
        "print_run_id": file.print_run_id,
        "place": jars[0].place + 1,
        "place_2": jars[-1].place + 1,
    }
    made = make_part(wishes, jars, note)
    Chunk.objects.create(file=file, number=file.chunks.count(), content=made)
    file.done += len(jars)


def _finish(file: LabelFile) -> None:
    """Put a file's parts together, and keep the whole in chunks of one size."""
    with tempfile.TemporaryFile() as whole:
        if file.kind == Kind.SHEET:
            pdf.merge(content(file), whole)
        elif file.kind == Kind.ZPL:
            whole.writelines(content(file))
        else:
            _one_archive(file, whole)
        whole.seek(0)
        file.chunks.all().delete()
        for number, piece in enumerate(iter(lambda: whole.read(CHUNK_BYTES), b"")):
            Chunk.objects.create(file=file, number=number, content=piece)
    file.is_ready = True


def _one_archive(file: LabelFile, whole: IO[bytes]) -> None:
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("codes.csv", "w") as table:
            rows = csv.writer(text := io.TextIOWrapper(table, "utf-8-sig", newline=""))
            rows.writerow(["code", "address", "file"])
            labels = Label.objects.filter(file=file).order_by("place")
            for code, address in labels.values_list("jar__code", "address").iterator():
                rows.writerow([code, address, f"{code}.{file.kind}"])
            text.detach()
        for part in content(file):
            with zipfile.ZipFile(io.BytesIO(part)) as made:
                for name in made.namelist():
                    archive.writestr(name, made.read(name))
