"""What the workers do."""

from celery import shared_task

from shop import store
from shop.environment import describe_process


def _by_whom(request) -> dict:
    return {"worker": request.hostname, "queue": request.delivery_info["routing_key"]}


@shared_task(bind=True)
def deliver(self, text: str) -> dict:
    """Does a piece of work that shows by which worker, and from which queue, it was done."""
    done = {"text": text, **_by_whom(self.request)}
    store.note("tasks", done)
    return done


@shared_task(bind=True)
def tick(self) -> None:
    """Notes that beat sent a tick."""
    store.note("ticks", _by_whom(self.request))


@shared_task
def describe() -> dict:
    """Tells of the process that it runs in."""
    return describe_process()
