"""Goods in stock."""

from django.db import models


class Item(models.Model):
    """So many pieces of something."""

    name = models.CharField(max_length=100, unique=True)
    pieces = models.PositiveIntegerField()
