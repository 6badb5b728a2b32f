"""What a test asks of the shop over HTTP."""

import hashlib
import json

from celery.exceptions import TimeoutError
from django.core.cache import cache
from django.db import connections
from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_GET, require_POST

from shop import store, tasks
from shop.environment import describe_process
from shop.models import Run
from shop.warehouse.models import Item

PATIENCE = 10


@require_GET
def health(request):
    """Answers 200 when every service does."""
    for connection in connections.all():
        connection.ensure_connection()
    store.ping()
    cache.set("health", "good")
    return JsonResponse({"cache": cache.get("health")})


def _answer(task, queue: str, *args) -> JsonResponse:
    try:
        return JsonResponse(task.apply_async(args, queue=queue).get(timeout=PATIENCE))
    except TimeoutError:
        return JsonResponse({"error": f"no worker of {queue} answered in {PATIENCE} s"}, status=504)


@require_GET
def environment_of_web(request):
    """Shows the web process that answers."""
    return JsonResponse(describe_process())


@require_GET
def environment_of_worker(request, queue):
    """Shows the worker that takes from a queue."""
    return _answer(tasks.describe, queue)


@require_GET
def environment_of_beat(request):
    """Shows the processes that beat, one for each start, the oldest first."""
    return JsonResponse({"starts": store.notes("beat")})


@require_POST
def send(request, queue):
    """Sends the body as a task to a queue, and shows by whom it was done."""
    return _answer(tasks.deliver, queue, request.body.decode())


@require_GET
def done(request):
    """Shows all tasks that were done, the oldest first."""
    return JsonResponse({"tasks": store.notes("tasks")})


@require_GET
def ticks(request):
    """Shows beat's ticks, the oldest first."""
    return JsonResponse({"ticks": store.notes("ticks")})


@require_GET
def runs(request):
    """Shows the runs of the cron jobs, the oldest first."""
    rows = Run.objects.order_by("at")
    return JsonResponse(
        {"runs": [{"at": row.at.timestamp(), "job": row.job, "process": row.process} for row in rows]}
    )


def cached(request, key):
    """Keeps the body of a PUT in memcached; a GET shows it, or 404."""
    if request.method == "PUT":
        cache.set(key, request.body.decode(), timeout=None)
        return HttpResponse(status=204)
    value = cache.get(key)
    return HttpResponse(status=404) if value is None else JsonResponse({"value": value})


def stock(request):
    """Shows the rows of the second database, and its server's version; a POST of JSON adds one."""
    if request.method == "POST":
        Item.objects.create(**json.loads(request.body))
    with connections["warehouse"].cursor() as cursor:
        cursor.execute("SELECT VERSION()")
        (version,) = cursor.fetchone()
    return JsonResponse({"version": version, "items": list(Item.objects.values("name", "pieces"))})


@require_POST
def upload(request):
    """Shows size and hash of the uploaded `file`, or else of the body, as it arrived."""
    file = request.FILES.get("file")
    chunks = file.chunks() if file else iter(lambda: request.read(1 << 16), b"")
    size, digest = 0, hashlib.sha256()
    for chunk in chunks:
        size += len(chunk)
        digest.update(chunk)
    return JsonResponse({"size": size, "sha256": digest.hexdigest()})
