"""Orders labels: keeps what is to be made, and what each square will say for ever."""

from collections.abc import Iterator

from django.db import transaction

from upendo.catalogue.models import PrintRun
from upendo.catalogue.models.jar import JarQuerySet
from upendo.gs1.models import Article
from upendo.labels.address import AddressForm, address_of, site
from upendo.labels.models import Chunk, Label, LabelFile
from upendo.labels.parts import Jarful
from upendo.labels.wishes import Wishes

ROWS_A_QUERY = 1000


def jars_of(print_run: PrintRun) -> JarQuerySet:
    """Return the jars of a run with what their labels say, in the order of their codes."""
    jars: JarQuerySet = print_run.jars.select_related("batch__honey", "retailer")
    return jars.order_by("code")


def jarfuls(jars: JarQuerySet, wishes: Wishes, form: AddressForm) -> Iterator[Jarful]:
    """Return what will stand on each of these jars.

    Raises ValueError when one has no article number for the address that is wanted.
    """
    articles: dict[tuple[int, int, int | None], Article | None] = {}
    for place, jar in enumerate(jars.iterator(chunk_size=ROWS_A_QUERY)):
        key = (jar.batch.honey_id, jar.net_weight_grams, jar.retailer_id)
        if form == AddressForm.GS1 and key not in articles:
            articles[key] = Article.objects.of_jar(jar)
        yield Jarful(place, address_of(jar, form, articles.get(key)), wishes.words(jar))


@transaction.atomic
def order_labels(*, file: LabelFile, jars: JarQuerySet, wishes: Wishes) -> None:
    """Save a file that is to be made of these jars, with every address; nothing is drawn yet.

    Files that have waited a day are thrown away meanwhile. Raises ValueError as jarfuls.
    """
    Chunk.objects.filter(file__in=LabelFile.objects.forgotten()).delete()
    keys = dict(jars.values_list("code", "pk"))
    file.kind, file.site, file.wishes = wishes.kind, site(), wishes.as_json()
    file.sheet = wishes.sheet.title if wishes.is_on_labels else ""
    file.number = len(keys)
    file.save()
    Label.objects.bulk_create(
        (
            Label(file=file, jar_id=keys[jar.words.code], place=jar.place, address=jar.address)
            for jar in jarfuls(jars, wishes, AddressForm(file.address_form))
        ),
        batch_size=ROWS_A_QUERY,
    )
