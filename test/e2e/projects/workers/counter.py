"""Counts in Redis, once a second: `python counter.py` until SIGINT, `python counter.py report` shows what there is."""

import json
import os
import signal
import sys
import time

import redis

store = redis.Redis.from_url(os.environ["REDIS_URL"], decode_responses=True)


def count() -> None:
    """Adds the step, under this process's id, until it is interrupted; then says so."""
    me = str(os.getpid())
    step = int(os.environ.get("WORKERS_STEP", "1"))
    store.hset("started", me, time.time())
    try:
        while True:
            store.hincrby("counts", me, step)
            time.sleep(1)
    except KeyboardInterrupt:
        store.hset("interrupted", me, time.time())


def report() -> None:
    """Prints when each process started, was interrupted, and how far it came."""
    print(json.dumps({name: store.hgetall(name) for name in ("started", "counts", "interrupted")}))


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    report() if sys.argv[1:] == ["report"] else count()
