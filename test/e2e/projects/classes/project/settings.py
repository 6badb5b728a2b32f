"""Settings as classes: the deployer's variable DJANGO_CONFIGURATION says which one counts."""

import os

from configurations import Configuration, values


class Base(Configuration):
    KIND = "base"
    SECRET_KEY = values.SecretValue(environ_prefix=None)
    ALLOWED_HOSTS = ["*"]
    INSTALLED_APPS = ["notes"]
    ROOT_URLCONF = "project.urls"
    WSGI_APPLICATION = "project.wsgi.application"
    REDIS_URL = os.environ["REDIS_URL"]
    CELERY_BROKER_URL = REDIS_URL
    CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True


class Staging(Base):
    KIND = "of the class Staging"


class Production(Base):
    KIND = "of the class Production"
