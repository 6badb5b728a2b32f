"""The shop: one process of each kind, and a way to look at each over HTTP."""

from project.celery import app as celery_app

__all__ = ["celery_app"]
