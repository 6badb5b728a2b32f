"""The addresses of the site."""

from django.urls import path

from guestbook import views

urlpatterns = [
    path("", views.index, name="index"),
    path("status/", views.status, name="status"),
    path("health/", views.health, name="health"),
]
