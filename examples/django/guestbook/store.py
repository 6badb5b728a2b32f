"""What the guest book keeps in Redis: the visit counter, the queue of new entries and the workers' heartbeats."""

import redis
from django.conf import settings

VISITS = "visits"
NEW_ENTRIES = "new-entries"
HEARTBEATS = "worker:"
HEARTBEAT_SECONDS = 10

# Connects on first use. The worker waits at most 2 seconds for a job, well within the socket's timeout.
_redis = redis.Redis.from_url(
    settings.REDIS_URL, decode_responses=True, socket_connect_timeout=2, socket_timeout=5
)


def ping() -> None:
    """Raises a RedisError unless Redis answers."""
    _redis.ping()


def count_visit() -> int:
    """Counts one more visit and returns their number."""
    return _redis.incr(VISITS)


def visits() -> int:
    """Returns the number of visits so far."""
    return int(_redis.get(VISITS) or 0)


def announce(entry_id: int) -> None:
    """Puts a new entry into the workers' queue."""
    _redis.lpush(NEW_ENTRIES, entry_id)


def next_entry(seconds: int = 2) -> int | None:
    """Takes the oldest entry out of the queue, or returns None when none came in that time."""
    job = _redis.brpop([NEW_ENTRIES], timeout=seconds)
    return int(job[1]) if job else None


def beat(worker: str) -> None:
    """Notes that a worker is alive; the note expires unless it is repeated."""
    _redis.set(HEARTBEATS + worker, "alive", ex=HEARTBEAT_SECONDS)


def sign_off(worker: str) -> None:
    """Notes that a worker has stopped."""
    _redis.delete(HEARTBEATS + worker)


def workers() -> int:
    """Returns the number of workers that are alive."""
    return sum(1 for _ in _redis.scan_iter(match=HEARTBEATS + "*"))
