"""Adds what the worker writes to an entry."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("guestbook", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="entry",
            name="worker_note",
            field=models.TextField(editable=False, null=True),
        ),
    ]
