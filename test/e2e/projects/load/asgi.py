"""`application`: the same as wsgi.py for ASGI, and a WebSocket that says all that it hears."""

import asyncio
from urllib.parse import parse_qs

from wsgi import RELEASE, text


async def whole(receive) -> bytes:
    """The body of a request."""
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    return body


async def answer(scope, receive, send) -> None:
    """Answers a request."""
    query = {name: values[0] for name, values in parse_qs(scope["query_string"].decode()).items()}
    if scope["method"] == "POST":
        body = await whole(receive)
    else:
        body = text(query.get("seed", "health"), int(query.get("size", "6")))
    headers = [(b"content-length", str(len(body)).encode()), (b"x-release", RELEASE.encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    half = len(body) // 2
    await send({"type": "http.response.body", "body": body[:half], "more_body": True})
    if "seconds" in query:
        await asyncio.sleep(float(query["seconds"]))
    await send({"type": "http.response.body", "body": body[half:]})


async def talk(receive, send) -> None:
    """Says its release, and then what it hears."""
    await receive()
    await send({"type": "websocket.accept"})
    await send({"type": "websocket.send", "text": RELEASE})
    while (message := await receive())["type"] == "websocket.receive":
        await send({"type": "websocket.send", "text": message["text"]})


async def application(scope, receive, send) -> None:
    """Answers what comes."""
    if scope["type"] == "http":
        await answer(scope, receive, send)
    elif scope["type"] == "websocket":
        await talk(receive, send)
