"""What settings a process found, and a place to leave word of it."""

import os

import redis
from django.conf import settings


def describe() -> str:
    """Returns the kind of settings that this process has, and the variables that name it."""
    names = ("DJANGO_CONFIGURATION", "CONFIGURATION")
    return " ".join([settings.KIND, *(f"{name}={os.environ[name]}" for name in names if name in os.environ)])


def notes() -> dict:
    """Returns what was left, by who left it."""
    return redis.Redis.from_url(settings.REDIS_URL, decode_responses=True).hgetall("notes")


def leave(who: str) -> None:
    """Leaves word of this process."""
    redis.Redis.from_url(settings.REDIS_URL).hset("notes", who, describe())
