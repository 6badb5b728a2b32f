"""Tests of the guest book: `python manage.py test`. They need neither PostgreSQL nor Redis."""

from datetime import timedelta
from io import StringIO
from pathlib import Path
from unittest.mock import patch

from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.test import SimpleTestCase, TestCase, override_settings
from django.utils import timezone
from redis import ConnectionError as RedisConnectionError

from guestbook import store
from guestbook.models import Entry
from guestbook.version import VERSION
from guestbook.worker import Worker, note_for
from project.environment import database

PLAIN_NAMES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


class FakeRedis:
    """As much of Redis as the guest book uses, in memory; it can go away."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.queue: list[str] = []
        self.away = False

    def __getattribute__(self, name: str):
        if name in ("brpop", "incr", "lpush", "ping") and self.away:
            raise RedisConnectionError("Redis is away")
        return super().__getattribute__(name)

    def ping(self) -> bool:
        return True

    def incr(self, key: str) -> int:
        self.values[key] = str(int(self.values.get(key, 0)) + 1)
        return int(self.values[key])

    def get(self, key: str) -> str | None:
        return self.values.get(key)

    def set(self, key: str, value: str, ex: int) -> None:
        self.values[key] = value

    def delete(self, key: str) -> None:
        self.values.pop(key, None)

    def scan_iter(self, match: str) -> list[str]:
        return [key for key in self.values if key.startswith(match.rstrip("*"))]

    def lpush(self, key: str, value: int) -> None:
        self.queue.insert(0, str(value))

    def brpop(self, keys: list[str], timeout: int) -> tuple[str, str] | None:
        return (keys[0], self.queue.pop()) if self.queue else None


@override_settings(STORAGES=PLAIN_NAMES)
class GuestbookTest(TestCase):
    """The pages, the worker and the command, with a stand-in for Redis."""

    def setUp(self) -> None:
        self.redis = FakeRedis()
        patcher = patch.object(store, "_redis", self.redis)
        patcher.start()
        self.addCleanup(patcher.stop)

    def sign(self, message: str = "Hello from Paris") -> Entry:
        response = self.client.post("/", {"name": "Ada", "message": message})
        self.assertRedirects(response, "/", fetch_redirect_response=False)
        return Entry.objects.get()

    def test_an_entry_is_shown_with_the_workers_note(self) -> None:
        entry = self.sign()
        self.assertContains(self.client.get("/"), "not read yet")
        Worker().read(store.next_entry())
        self.assertContains(self.client.get("/"), "worker: HELLO FROM PARIS (3 words)")
        self.assertEqual(str(entry), f"Ada, {timezone.now():%Y-%m-%d}")

    def test_an_entry_signed_without_redis_is_read_later(self) -> None:
        self.redis.away = True
        with self.assertLogs("guestbook.views", "WARNING"):
            self.sign()
            self.assertContains(self.client.get("/"), "Nobody is counting")
        Worker().catch_up()
        self.assertContains(self.client.get("/"), "worker: HELLO FROM PARIS")

    def test_an_entry_needs_a_message_and_markup_stays_text(self) -> None:
        self.assertContains(self.client.post("/", {"name": "Ada"}), "This field is required.")
        self.sign("<b>bold</b>")
        self.assertContains(self.client.get("/"), "&lt;b&gt;bold&lt;/b&gt;")

    def test_status_counts(self) -> None:
        self.client.get("/")
        self.sign()
        store.beat("one:1")
        store.beat("two:1")
        store.sign_off("one:1")
        expected = {"workers": 1, "entries": 1, "visits": 1, "version": VERSION}
        self.assertEqual(self.client.get("/status/").json(), expected)

    def test_health_names_what_is_away(self) -> None:
        self.assertContains(self.client.get("/health/"), "ok")
        self.redis.away = True
        with self.assertLogs("guestbook.views", "ERROR"):
            self.assertContains(self.client.get("/health/"), "redis: ConnectionError", status_code=503)

    def test_purge_deletes_old_entries_only(self) -> None:
        for days in (10, 40):
            entry = Entry.objects.create(name="Ada", message=f"{days} days ago")
            Entry.objects.filter(id=entry.id).update(created_at=timezone.now() - timedelta(days=days))
        out = StringIO()
        call_command("purge_entries", "--older-than-days", "30", stdout=out)
        self.assertEqual(out.getvalue(), "Purged 1 entry.\n")
        self.assertEqual([entry.message for entry in Entry.objects.all()], ["10 days ago"])


class PureTest(SimpleTestCase):
    """What needs no database."""

    def test_notes(self) -> None:
        self.assertEqual(note_for("hi"), "HI (1 word)")
        self.assertEqual(note_for("good  morning"), "GOOD  MORNING (2 words)")

    def test_database_urls(self) -> None:
        base = Path("/app")
        postgresql = database("postgresql://guest:p%40ss%2Fword@db:5433/guest%20book", base)
        self.assertEqual(
            [postgresql[key] for key in ("USER", "PASSWORD", "HOST", "PORT", "NAME")],
            ["guest", "p@ss/word", "db", 5433, "guest book"],
        )
        self.assertEqual(database("sqlite:///db.sqlite3", base)["NAME"], Path("/app/db.sqlite3"))
        self.assertEqual(database("sqlite:////tmp/db.sqlite3", base)["NAME"], Path("/tmp/db.sqlite3"))
        with self.assertRaises(ImproperlyConfigured):
            database("mysql://db/guestbook", base)
