"""The background worker: `python worker.py` runs until it is told to stop by SIGTERM or Ctrl-C."""

import os

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
    django.setup()

    from guestbook.worker import Worker  # Models can be imported only once Django is set up.

    Worker().run()
