"""The WSGI application, with settings that are classes."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")

from configurations.wsgi import get_wsgi_application

application = get_wsgi_application()
