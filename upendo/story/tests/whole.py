"""A story that has every page."""

from upendo.catalogue.models import Jar
from upendo.catalogue.tests.factories import BatchBeekeeperFactory, BatchStepFactory
from upendo.claims.tests.factories import PaymentFactory


def tell_all(jar: Jar) -> Jar:
    """Add to a jar's story what it lacks to have every page, and return the jar."""
    BatchStepFactory.create(batch=jar.batch)
    BatchBeekeeperFactory.create(batch=jar.batch)
    PaymentFactory.create().batches.add(jar.batch)
    return jar
