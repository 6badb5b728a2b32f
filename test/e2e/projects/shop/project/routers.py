"""Which database a model lives in."""


class WarehouseRouter:
    """The app `warehouse` lives in the database of that name, everything else in the default one."""

    def db_for_read(self, model, **hints):
        return "warehouse" if model._meta.app_label == "warehouse" else None

    db_for_write = db_for_read

    def allow_migrate(self, db, app_label, **hints):
        return (app_label == "warehouse") == (db == "warehouse")
