"""Prints a tick twice a second; a file /tmp/WHAT-PROCESS has it print something else, once."""

import os
import signal
import sys
import time

ME = os.environ["SUPERVISOR_PROCESS_NAME"]


def bye(*_) -> None:
    print("bye", flush=True)
    sys.exit()


def asked(what: str) -> bool:
    path = f"/tmp/{what}-{ME}"
    if not os.path.exists(path):
        return False
    os.unlink(path)
    return True


signal.signal(signal.SIGTERM, bye)
count = 0
while True:
    count += 1
    print("tick", count, flush=True)
    if asked("burst"):
        for number in range(100_000):
            print("burst", number)
    if asked("odd"):
        print("long", "x" * 65_536)
        print("\x1b[2Jcleared \x1b[31mred\x07")
        sys.stdout.flush()
        sys.stdout.buffer.write(bytes(range(256)) * 100 + b"\n")
        print("without end", end="", flush=True)
        time.sleep(3)
        print()
    if asked("flood"):
        for _ in range(45_000):
            print("flood", "y" * 1000)
    sys.stdout.flush()
    time.sleep(0.5)
