"""The pages of the guest book."""

import logging

from django.conf import settings
from django.db import Error as DatabaseError
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from redis import RedisError

from guestbook import store
from guestbook.forms import EntryForm
from guestbook.models import Entry
from guestbook.version import VERSION

logger = logging.getLogger(__name__)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """Shows the latest entries and takes a new one. Works without Redis too, only less lively."""
    form = EntryForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        entry = form.save()
        try:
            store.announce(entry.id)
        except RedisError as error:  # The entry is safe in the database, where the worker will find it.
            logger.warning("entry %s is not in the queue: %s", entry.id, error)
        return redirect("index")

    try:
        visits = store.count_visit()
    except RedisError as error:
        logger.warning("a visit is not counted: %s", error)
        visits = None
    return render(
        request,
        "guestbook/index.html",
        {
            "configuration": settings.CONFIGURATION,
            "entries": Entry.objects.all()[:50],
            "form": form,
            "version": VERSION,
            "visits": visits,
        },
    )


@never_cache
@require_safe
def status(request: HttpRequest) -> JsonResponse:
    """Tells in JSON what is running and how much there is."""
    try:
        return JsonResponse(
            {
                "workers": store.workers(),
                "entries": Entry.objects.count(),
                "visits": store.visits(),
                "version": VERSION,
            }
        )
    except (DatabaseError, RedisError) as error:
        return JsonResponse({"error": type(error).__name__, "version": VERSION}, status=503)


@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Answers `ok` when the database and Redis do, else 503 and which of them does not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        return _unhealthy("database", error)
    try:
        store.ping()
    except RedisError as error:
        return _unhealthy("redis", error)
    return HttpResponse("ok", content_type="text/plain")


def _unhealthy(part: str, error: Exception) -> HttpResponse:
    """Answers 503; the details, which may name hosts and users, go to the log only."""
    logger.error("unhealthy: %s: %s", part, error)
    return HttpResponse(f"{part}: {type(error).__name__}", content_type="text/plain", status=503)
