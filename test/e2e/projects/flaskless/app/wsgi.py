"""`application`: greetings, what the process is, the size of what is sent to it, and an answer that is late."""

import hashlib
import json
import os
import time
from pathlib import Path

import yaml

GREETINGS = yaml.safe_load((Path(__file__).parent.parent / "greetings.yml").read_text())


def describe() -> dict:
    """Tells of the process that answers."""
    return {
        "pid": os.getpid(),
        "uid": os.getuid(),
        "folder": os.getcwd(),
        "values": {name: value for name, value in os.environ.items() if name.startswith("FLASKLESS_")},
        "names": sorted(os.environ),
    }


def measure(stream, length: int) -> dict:
    """Reads a body of a known length, and tells its size and hash as they arrived."""
    size, digest = 0, hashlib.sha256()
    while chunk := stream.read(min(1 << 16, length - size)):
        size += len(chunk)
        digest.update(chunk)
    return {"size": size, "sha256": digest.hexdigest()}


def application(environ, start_response):
    """Answers a request."""
    path = environ["PATH_INFO"]
    status, answer = "200 OK", None
    if path == "/health":
        start_response("204 No Content", [])
        return []
    if path == "/":
        answer = {"greeting": GREETINGS["en"], "scheme": environ["wsgi.url_scheme"]}
    elif path == "/environment":
        answer = describe()
    elif path == "/upload":
        answer = measure(environ["wsgi.input"], int(environ.get("CONTENT_LENGTH") or 0))
    elif path == "/late":
        time.sleep(float(environ["QUERY_STRING"]))
        answer = {"late": True}
    elif path.removeprefix("/") in GREETINGS:
        answer = {"greeting": GREETINGS[path.removeprefix("/")]}
    else:
        status, answer = "404 Not Found", {"error": "no such page"}
    body = json.dumps(answer).encode()
    start_response(status, [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
    return [body]
