"""`application`: pages of any size, what was sent to it, and an answer that takes its time; each names the release."""

import time
from pathlib import Path
from urllib.parse import parse_qs

RELEASE = (Path(__file__).parent / "version.txt").read_text().strip()


def text(seed: str, size: int) -> bytes:
    """What the client expects of a page: its seed and a full stop, again and again."""
    return ((seed + ".") * (size // (len(seed) + 1) + 1)).encode()[:size]


def slowly(body: bytes, seconds: float):
    """Half of the body, and the other half later."""
    yield body[: len(body) // 2]
    time.sleep(seconds)
    yield body[len(body) // 2 :]


def application(environ, start_response):
    """Answers a request."""
    query = {name: values[0] for name, values in parse_qs(environ["QUERY_STRING"]).items()}
    if environ["REQUEST_METHOD"] == "POST":
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    else:
        body = text(query.get("seed", "health"), int(query.get("size", "6")))
    start_response("200 OK", [("Content-Length", str(len(body))), ("X-Release", RELEASE)])
    return slowly(body, float(query["seconds"])) if "seconds" in query else [body]
