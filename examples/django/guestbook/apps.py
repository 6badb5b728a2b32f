"""The guest book as a Django app."""

from django.apps import AppConfig


class GuestbookConfig(AppConfig):
    """A page to sign, and a worker that reads what was signed."""

    name = "guestbook"
