#!/usr/bin/env python
"""Django's commands, with settings that are classes."""

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
# The deployer names the class; on a developer's machine it is this one.
os.environ.setdefault("DJANGO_CONFIGURATION", "Base")

from configurations.management import execute_from_command_line

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
