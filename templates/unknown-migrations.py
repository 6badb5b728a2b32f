"""Prints the migrations that a database has and the code does not, each behind a word; run by `manage.py shell -c`."""

from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

loader = MigrationLoader(None, load=False)
loader.load_disk()
known = set(loader.disk_migrations)
# What a squashed migration stands for is in it, also when the files are gone.
for migration in loader.disk_migrations.values():
    known.update(tuple(name) for name in migration.replaces)
applied = set()
for alias in connections:
    applied.update(MigrationRecorder(connections[alias]).applied_migrations())
for app, name in sorted(applied - known):
    print(f"@migration {app}.{name}", flush=True)
