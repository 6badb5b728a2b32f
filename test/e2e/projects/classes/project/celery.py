"""The Celery application. Nobody else reads the settings before it does: so it sets the classes up itself."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")

import configurations
from celery import Celery

configurations.setup()

app = Celery("classes")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
