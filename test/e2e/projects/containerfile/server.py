"""A web server on $PORT, 8000 by default: a greeting, what the process is, and what the worker last wrote."""

import json
import os
import signal
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

REPORT = Path("/srv/media/worker.json")


def describe() -> dict:
    """Tells of this process."""
    return {
        "pid": os.getpid(),
        "uid": os.getuid(),
        "folder": os.getcwd(),
        "mood": os.environ.get("CONTAINERFILE_MOOD"),
        "names": sorted(os.environ),
    }


class Handler(BaseHTTPRequestHandler):
    """Answers GET."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        pages = {
            "/": lambda: {"greeting": Path("/srv/greeting").read_text().strip()},
            "/health": lambda: {"health": "good"},
            "/environment": describe,
            "/worker": lambda: json.loads(REPORT.read_text()) if REPORT.exists() else None,
        }
        page = pages.get(self.path)
        body = json.dumps(page() if page else {"error": "no such page"}).encode()
        self.send_response(200 if page else 404)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    # The container's first process has to say itself what a signal does.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    ThreadingHTTPServer(("", int(os.environ.get("PORT", "8000"))), Handler).serve_forever()
