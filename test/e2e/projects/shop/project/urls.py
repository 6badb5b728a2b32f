"""Addresses of the shop."""

from django.urls import path
from shop import views

urlpatterns = [
    path("health/", views.health),
    path("environment/web", views.environment_of_web),
    path("environment/worker/<str:queue>", views.environment_of_worker),
    path("environment/beat", views.environment_of_beat),
    path("tasks", views.done),
    path("tasks/<str:queue>", views.send),
    path("ticks", views.ticks),
    path("runs", views.runs),
    path("cache/<str:key>", views.cached),
    path("stock", views.stock),
    path("upload", views.upload),
]
