"""What a process can tell of itself without giving a secret away."""

import os
import pwd
import socket
import sys

# Shown with their values, as are all whose names start with SHOP_; of the others only the names.
SHOWN = {
    "CONFIGURATION",
    "DJANGO_CONFIGURATION",
    "DJANGO_SETTINGS_MODULE",
    "HOME",
    "LANG",
    "PATH",
    "PYTHONUNBUFFERED",
    "USER",
    "VIRTUAL_ENV",
}


def describe_process() -> dict:
    """Returns who this process is, where it runs and what is in its environment."""
    return {
        "pid": os.getpid(),
        "user": pwd.getpwuid(os.getuid()).pw_name,
        "host": socket.gethostname(),
        "folder": os.getcwd(),
        "command": sys.argv,
        "values": {
            name: value
            for name, value in os.environ.items()
            if name in SHOWN or name.startswith("SHOP_")
        },
        "names": sorted(os.environ),
    }
