"""Addresses of the project."""

from django.urls import path
from notes import views

urlpatterns = [path("", views.show), path("send", views.send)]
