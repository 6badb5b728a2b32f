"""Settings of the shop. All that differs between configurations comes from the environment."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

BASE_DIR = Path(__file__).resolve().parent.parent

SECRET_KEY = os.environ["SECRET_KEY"]
DEBUG = False
ALLOWED_HOSTS = ["*"]


def database(url: str, engine: str) -> dict:
    """Turns `scheme://user:password@host:port/name` into an entry of DATABASES."""
    parts = urlsplit(url)
    return {
        "ENGINE": f"django.db.backends.{engine}",
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname,
        "PORT": parts.port,
        "OPTIONS": {"connect_timeout": 3},
    }


DATABASES = {
    "default": database(os.environ["POSTGRESQL_URL"], "postgresql"),
    "warehouse": database(os.environ["MYSQL_URL"], "mysql"),
}
DATABASE_ROUTERS = ["project.routers.WarehouseRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.memcached.PyMemcacheCache",
        "LOCATION": f"{os.environ['MEMCACHED_HOST']}:{os.environ['MEMCACHED_PORT']}",
    }
}

REDIS_URL = os.environ["REDIS_URL"]
CELERY_BROKER_URL = os.environ.get("CELERY_BROKER_URL", REDIS_URL)
CELERY_RESULT_BACKEND = REDIS_URL
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
TICK_SECONDS = 10
CELERY_BEAT_SCHEDULE = {
    "tick": {
        "task": "shop.tasks.tick",
        "schedule": TICK_SECONDS,
        "options": {"expires": TICK_SECONDS},
    }
}

INSTALLED_APPS = ["django.contrib.staticfiles", "shop", "shop.warehouse"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
ROOT_URLCONF = "project.urls"
WSGI_APPLICATION = "project.wsgi.application"

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = BASE_DIR / "media"

TIME_ZONE = "UTC"
USE_TZ = True
