"""`application`: a greeting out of the package tiny-greeting, and which Python says it."""

import json
import os
import platform
import sys

from tiny_greeting import greet


def application(environ, start_response):
    """Answers any request."""
    answer = {
        "greeting": greet(os.environ.get("FLASKLESS_NAME", "nobody")),
        "python": platform.python_version(),
        "prefix": sys.prefix,
        "base": sys.base_prefix,
        "uid": os.getuid(),
        "names": sorted(os.environ),
    }
    body = json.dumps(answer).encode()
    start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
    return [body]
