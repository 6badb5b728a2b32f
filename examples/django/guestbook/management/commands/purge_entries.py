"""`python manage.py purge_entries --older-than-days 30`, for a nightly cron job."""

from argparse import ArgumentTypeError
from datetime import timedelta

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from guestbook.models import Entry


def whole_days(text: str) -> int:
    """Parses a number of days, which must not be negative."""
    if not text.isdecimal():
        raise ArgumentTypeError(f"{text!r} is not a number of days")
    return int(text)


class Command(BaseCommand):
    """Deletes old entries."""

    help = "Deletes the entries that are older than some days."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declares the option."""
        parser.add_argument("--older-than-days", type=whole_days, default=30, help="default: 30")

    def handle(self, *, older_than_days: int, **options: object) -> None:
        """Deletes them and says how many there were."""
        limit = timezone.now() - timedelta(days=older_than_days)
        count, _ = Entry.objects.filter(created_at__lt=limit).delete()
        self.stdout.write(f"Purged {count} {'entry' if count == 1 else 'entries'}.")
