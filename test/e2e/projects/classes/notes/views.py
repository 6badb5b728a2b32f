"""What visitors see."""

from django.http import JsonResponse
from notes import kind, tasks


def show(request):
    return JsonResponse({"web": kind.describe(), **kind.notes()})


def send(request):
    tasks.note.delay()
    return JsonResponse({})
