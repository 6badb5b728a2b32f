"""Serves app.greeter with Python's own library: on $PORT, or else on the listening socket that is standard input."""

import os
import socket
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from app.greeter import application


class Server(ThreadingMixIn, WSGIServer):
    """A thread for each connection."""

    daemon_threads = True


class Handler(WSGIRequestHandler):
    """Knows that who asks by a unix socket has no address."""

    def setup(self) -> None:
        self.client_address = self.client_address or ("unix", 0)
        super().setup()


if "PORT" in os.environ:
    server = Server(("", int(os.environ["PORT"])), Handler)
else:
    server = Server(("", 0), Handler, bind_and_activate=False)
    server.socket = socket.socket(fileno=0)
    server.server_name, server.server_port = "unix", 0
    server.setup_environ()
server.set_app(application)
server.serve_forever()
