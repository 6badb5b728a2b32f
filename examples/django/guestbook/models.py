"""What the guest book keeps in its database."""

from django.db import models


class Entry(models.Model):
    """One entry of the guest book."""

    name = models.CharField(max_length=80)
    message = models.TextField(max_length=1000)
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)
    # NULL until a worker has read the entry. A column that may be NULL also lets the previous release, which does
    # not know it, go on inserting while this one is being deployed.
    worker_note = models.TextField(null=True, editable=False)

    class Meta:
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return f"{self.name}, {self.created_at:%Y-%m-%d}"
