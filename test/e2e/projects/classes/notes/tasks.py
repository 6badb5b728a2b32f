"""What the worker does."""

from celery import shared_task
from notes import kind


@shared_task
def note() -> None:
    kind.leave("worker")
