"""Notes in Redis: lists of what happened, each entry with its time."""

import json
import time

import redis
from django.conf import settings

_redis = redis.Redis.from_url(settings.REDIS_URL, decode_responses=True)


def ping() -> None:
    """Raises a RedisError unless Redis answers."""
    _redis.ping()


def note(name: str, entry: dict) -> None:
    """Appends an entry, with the seconds since 1970 as `at`, to a list."""
    _redis.rpush(f"shop:{name}", json.dumps({"at": time.time(), **entry}))


def notes(name: str) -> list[dict]:
    """Returns all entries of a list, the oldest first."""
    return [json.loads(entry) for entry in _redis.lrange(f"shop:{name}", 0, -1)]
