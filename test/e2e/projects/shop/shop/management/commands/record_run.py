"""`manage.py record_run JOB`: notes that a cron job ran, and what it saw."""

from django.core.management.base import BaseCommand

from shop.environment import describe_process
from shop.models import Run


class Command(BaseCommand):
    """Writes one row."""

    def add_arguments(self, parser):
        parser.add_argument("job")

    def handle(self, *args, job, **options):
        Run.objects.create(job=job, process=describe_process())
