"""Reads rendered files with the programs that they are for, and says as JSON what those make of them.

Standard input: a JSON list of cases; standard output: a list of what each became.
"""

import contextlib
import io
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import time

JETEE = pathlib.Path("/etc/jetee")
WORK = pathlib.Path("/work")
# Beside what a shell sets by itself.
ENVIRONMENT = {"PATH": "/usr/bin:/bin"}


def run(arguments, **options):
    result = subprocess.run(arguments, capture_output=True, timeout=60, **options)
    return result.returncode, result.stdout, result.stderr.decode(errors="replace")


def nginx(case):
    """What nginx says of the site, and how it answers for each host."""
    (JETEE / "sites").mkdir(parents=True, exist_ok=True)
    (JETEE / "nginx.conf").write_text(case["nginx"])
    (JETEE / "sites/site.conf").write_text(case["site"])
    code, _, errors = run(["nginx", "-t", "-q", "-c", "/etc/jetee/nginx.conf"])
    if code or errors:
        return {"error": errors or f"status {code}"}
    server = subprocess.Popen(
        ["nginx", "-c", "/etc/jetee/nginx.conf", "-g", "daemon off;"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return {"answers": {host: answer(host) for host in case["hosts"]}}
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()
        # Its workers, which this first process of the container inherits, hold the port until they are gone.
        with contextlib.suppress(ChildProcessError):
            while True:
                os.waitpid(-server.pid, 0)


def whole(name, text):
    """What nginx says of the whole configuration of one of its own: a door, an entrance."""
    pathlib.Path("/run/jetee").mkdir(exist_ok=True)
    (JETEE / name).write_text(text)
    code, _, errors = run(["nginx", "-t", "-q", "-c", str(JETEE / name)])
    return errors or f"status {code}" if code or errors else None


def answer(host):
    """The head of the answer to a request for a host, a character for each byte."""
    for _ in range(3000):
        try:
            with socket.create_connection(("127.0.0.1", 80), timeout=10) as connection:
                connection.sendall(f"GET /path?query HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
                reply = b""
                while part := connection.recv(65536):
                    reply += part
            return reply.split(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
        except ConnectionRefusedError:
            time.sleep(0.02)
    raise TimeoutError("nginx does not listen")


def supervisor(text):
    """The programs that supervisor would run, as its own parser reads them."""
    from supervisor import options

    (JETEE / "supervisord.conf").write_text(text)
    os.environ.update(JETEE_START_WEB="true", JETEE_START_HELPERS="false")
    reader = options.ServerOptions()
    errors = io.StringIO()
    try:
        with contextlib.redirect_stderr(errors), contextlib.redirect_stdout(errors):
            reader.realize(["-c", str(JETEE / "supervisord.conf"), "-n"])
    except (SystemExit, Exception) as error:
        return {"error": f"{error} {errors.getvalue()}"}
    return {
        "groups": [
            {
                "name": group.name,
                "processes": [
                    {
                        "name": process.name,
                        "command": process.command,
                        "directory": process.directory,
                        "environment": process.environment,
                        "uid": process.uid,
                        "autostart": process.autostart,
                        "stopsignal": process.stopsignal.name,
                        "stopwaitsecs": process.stopwaitsecs,
                    }
                    for process in group.process_configs
                ],
            }
            for group in reader.process_group_configs
        ]
    }


def crontab(text):
    """What Debian's crontab says of a table; one for the system names a user in front of each command, as text."""
    (WORK / "crontab").write_text(text)
    code, _, errors = run(["crontab", "-n", str(WORK / "crontab")])
    return {"code": code, "errors": errors}


def script(text):
    """The folder, the words and the environment that a script hands over; nothing else of it is changed."""
    (WORK / "script").write_bytes(text.encode())
    syntax, _, errors = run(["sh", "-n", str(WORK / "script")])
    if syntax:
        return {"error": errors}
    aliases = "alias cd='printf %s\\\\0' exec='exec /work/dump'\n"
    (WORK / "script").write_bytes(aliases.encode() + text.encode())
    code, output, errors = run(["sh", str(WORK / "script")], env=ENVIRONMENT, cwd="/")
    if code or errors:
        return {"error": f"status {code}: {errors}"}
    location, count, *rest = [part.decode() for part in output.split(b"\0")[:-1]]
    words = rest[: int(count)]
    environment = dict(pair.split("=", 1) for pair in rest[int(count) :])
    for name in ("PWD", "OLDPWD", "_", "SHLVL"):
        environment.pop(name, None)
    return {"location": location, "words": words, "environment": environment}


def build(text, target):
    """What BuildKit says of a Dockerfile, all of which it reads; it makes no more than an empty last stage."""
    context = WORK / "context"
    context.mkdir(exist_ok=True)
    (WORK / "Dockerfile").write_text(text)
    arguments = ["--quiet", "--file", str(WORK / "Dockerfile"), "--target", target, str(context)]
    code, _, errors = run(["docker", "buildx", "build", *arguments])
    return errors or f"status {code}" if code else None


def dockerfiles(texts):
    """The same for many at once, by the text; each is read by itself only where there is a mistake in one of them."""
    unfinished = {text for text in texts if text.rstrip().endswith("\\")}
    stages = [f"{text}\nFROM scratch AS jetee-read-{number}\n" for number, text in enumerate(texts)]
    if not unfinished and not build("".join(stages), f"jetee-read-{len(stages) - 1}"):
        return {text: None for text in texts}
    return {text: build(f"{text}\nFROM scratch AS jetee-read\n", "jetee-read") for text in texts}


def read(case):
    return {
        "nginx": nginx(case),
        "door": whole("door.conf", case["door"]) if case["door"] else None,
        "entrance": whole("entrance.conf", case["entrance"]),
        "supervisor": supervisor(case["supervisor"]) if case["supervisor"] else None,
        "crontabs": {name: crontab(text) for name, text in case["crontabs"].items()},
        "scripts": {name: script(text) for name, text in case["scripts"].items()},
        "dockerfile": built[case["dockerfile"]] if case["dockerfile"] else None,
    }


WORK.mkdir()
dump = WORK / "dump"
dump.write_text("#!/bin/sh\nprintf '%s\\0' \"$#\" \"$@\"\nexec /usr/bin/env -0\n")
dump.chmod(0o755)
JETEE.mkdir(exist_ok=True)
cases = json.load(sys.stdin)
built = dockerfiles(sorted({case["dockerfile"] for case in cases if case["dockerfile"]}))
json.dump([read(case) for case in cases], sys.stdout)
