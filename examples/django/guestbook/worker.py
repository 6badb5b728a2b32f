"""The worker: reads each new entry and writes a note to it.

The database is the truth and the queue in Redis only the bell: an entry without a note is still to be read. So
whatever was missed while Redis, the database or the workers were away is made up for afterwards.
"""

import logging
import os
import signal
import socket
import time
from contextlib import suppress

from django.db import Error as DatabaseError
from django.db import close_old_connections
from redis import RedisError

from guestbook import store
from guestbook.models import Entry

logger = logging.getLogger(__name__)

LONGEST_PAUSE = 8


def note_for(message: str) -> str:
    """Returns what the worker has to say about a message."""
    count = len(message.split())
    return f"{message.upper()} ({count} {'word' if count == 1 else 'words'})"


class Worker:
    """Takes entries from the queue, one at a time, until it is asked to stop."""

    def __init__(self) -> None:
        self.name = f"{socket.gethostname()}:{os.getpid()}"
        self.stopping = False

    def run(self) -> None:
        """Works until SIGTERM or SIGINT; the entry in hand is finished first."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.stop)
        logger.info("worker %s started", self.name)
        pause = 1
        while not self.stopping:
            try:
                store.beat(self.name)
                close_old_connections()
                self.catch_up()
                pause = 1
                self.follow_queue()
            except (DatabaseError, RedisError) as error:
                logger.warning("trying again in %s s: %s: %s", pause, type(error).__name__, error)
                self.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
        with suppress(RedisError):
            store.sign_off(self.name)
        logger.info("worker %s stopped", self.name)

    def stop(self, *_: object) -> None:
        """Asks the worker to stop after the entry in hand."""
        self.stopping = True

    def sleep(self, seconds: int) -> None:
        """Sleeps, but not on when asked to stop."""
        for _ in range(seconds):
            if not self.stopping:
                time.sleep(1)

    def catch_up(self) -> None:
        """Reads what was missed."""
        for entry_id in Entry.objects.filter(worker_note=None).order_by("id").values_list("id", flat=True):
            if self.stopping:
                return
            store.beat(self.name)
            self.read(entry_id)

    def follow_queue(self) -> None:
        """Reads entries as they come."""
        while not self.stopping:
            store.beat(self.name)
            entry_id = store.next_entry()
            if entry_id is not None:
                close_old_connections()
                self.read(entry_id)

    def read(self, entry_id: int) -> None:
        """Writes the note to one entry, unless it has one already or was purged meanwhile."""
        entry = Entry.objects.filter(id=entry_id, worker_note=None).first()
        if entry is not None:
            Entry.objects.filter(id=entry_id).update(worker_note=note_for(entry.message))
            logger.info("entry %s read", entry_id)
