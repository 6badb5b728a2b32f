"""Runs Python for a Django project; the word {} gives way to what the project's settings say.

Arguments: `wsgi` (the callable in WSGI_APPLICATION) or `package` (the one that the settings lie in), and Python's own.
Which settings those are is said by manage.py, which runs up to the point where it would execute a command.
"""

import os
import runpy
import sys

name, *words = sys.argv[1:]
if not os.path.exists("manage.py"):
    sys.exit(f"There is no manage.py in {os.getcwd()}: say in the deployment file what to run")

# The folder of this file gives way to that of manage.py.
sys.path[0] = os.getcwd()

import django.core.management

found = []


def find(*_):
    if name == "package":
        found.append(os.environ["DJANGO_SETTINGS_MODULE"].partition(".")[0])
        return
    from django.conf import settings

    module, _, attribute = (settings.WSGI_APPLICATION or "").rpartition(".")
    # Without the setting, Django's own server does the same.
    found.append(f"{module}:{attribute}" if module else "django.core.wsgi:get_wsgi_application()")


django.core.management.execute_from_command_line = find
sys.argv = ["manage.py", name]
try:
    runpy.run_path("manage.py", run_name="__main__")
except SystemExit:
    if not found:
        raise
if not found:
    sys.exit("manage.py executes no command of Django: say in the deployment file what to run")
sys.stdout.flush()
os.execv(sys.executable, [sys.executable, *(found[0] if word == "{}" else word for word in words)])
