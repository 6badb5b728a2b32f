"""What the shop keeps in the default database."""

from django.db import models


class Run(models.Model):
    """One run of a cron job."""

    at = models.DateTimeField(auto_now_add=True)
    job = models.CharField(max_length=40)
    process = models.JSONField()
