"""The release of the guest book, as its footer and `/status/` show it."""

VERSION = "1"
