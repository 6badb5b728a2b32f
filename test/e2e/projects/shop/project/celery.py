"""The Celery application: two queues, a tick every ten seconds, and a note of the process that beats."""

import os

from celery import Celery, signals

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")

app = Celery("shop")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@signals.beat_init.connect
def note_beat(**kwargs) -> None:
    """Leaves word of the process that beats, whether it is one of its own or part of a worker."""
    from shop import store  # Settings are there only now.
    from shop.environment import describe_process

    store.note("beat", describe_process())
