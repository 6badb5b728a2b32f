"""Leaves word of itself under a name."""

from django.core.management.base import BaseCommand
from notes import kind


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument("who")

    def handle(self, *, who: str, **options) -> None:
        kind.leave(who)
        self.stdout.write(kind.describe())
