"""Puts each process's name before its lines, and passes them on to the container's log.

Every process writes to a named pipe of its own, which it holds open for reading too: it goes on when this reader dies,
and what it has written waits there for the next one. Told to stop, the reader empties the pipes first.

Arguments: the folder of the pipes, each with its process's name, and the file to write to.
"""

import os
import select
import signal
import sys
import time

# Linux writes as much as this in one piece: lines of others, such as supervisor's own, never come in between.
AT_ONCE = 4096
# A line that is longer goes on in another one.
LONGEST = 256 * 1024
# Seconds after which the beginning of a line is passed on without its end.
PATIENCE = 1.0


class Source:
    """A process's pipe, and what has come from it of a line that has not ended yet."""

    def __init__(self, folder, name):
        self.fd = os.open(os.path.join(folder, name), os.O_RDWR | os.O_NONBLOCK)
        self.prefix = name.encode() + b" | "
        self.rest = bytearray()
        self.since = 0.0

    def read(self):
        """Gives the lines that have come to their end."""
        try:
            data = os.read(self.fd, 65536)
        except BlockingIOError:
            return []
        if not self.rest:
            self.since = time.monotonic()
        self.rest += data
        if b"\n" not in data:
            return self.flush() if len(self.rest) >= LONGEST else []
        *lines, rest = bytes(self.rest).split(b"\n")
        self.rest = bytearray(rest)
        self.since = time.monotonic()
        return [self.prefix + line + b"\n" for line in lines]

    def flush(self):
        """Gives what there is of a line."""
        line, self.rest = bytes(self.rest), bytearray()
        return [self.prefix + line + b"\n"] if line else []


def write(out, lines):
    """Writes lines, as many at once as go in one piece."""
    batch = b""
    for line in [*lines, None]:
        if line is None or len(batch) + len(line) > AT_ONCE:
            while batch:
                batch = batch[os.write(out, batch) :]
        if line is not None:
            batch += line


def main(folder, log):
    out = os.open(log, os.O_WRONLY)
    sources = {source.fd: source for source in (Source(folder, name) for name in sorted(os.listdir(folder)))}
    poller = select.poll()
    for fd in sources:
        poller.register(fd, select.POLLIN)
    # A signal wakes the poll by this pipe; it never interrupts a write.
    wake, waker = os.pipe()
    os.set_blocking(waker, False)
    signal.set_wakeup_fd(waker)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: None)
    poller.register(wake, select.POLLIN)

    stopping = False
    while True:
        waiting = any(source.rest for source in sources.values())
        ready = [fd for fd, _ in poller.poll(0 if stopping else PATIENCE * 1000 if waiting else None)]
        if wake in ready:
            poller.unregister(wake)
            stopping = True
            continue
        for fd in ready:
            write(out, sources[fd].read())
        late = time.monotonic() - PATIENCE
        for source in sources.values():
            if source.rest and (source.since <= late or (stopping and not ready)):
                write(out, source.flush())
        if stopping and not ready:
            return


if __name__ == "__main__":
    main(*sys.argv[1:])
