"""A project whose settings are classes of django-configurations."""

from project.celery import app as celery_app

__all__ = ["celery_app"]
