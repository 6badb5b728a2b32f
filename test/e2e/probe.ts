import type { Server } from '../world/server.ts'
import { until } from './until.ts'

/**
 * What is tried from a container: a connection, an answer to a ping, an answer to a ping whose frame is sent to a
 * neighbour to pass it on, or a UDP port that is not refused at once.
 */
export type Target =
  | `tcp ${string} ${number}`
  | `ping ${string}`
  | `by ${string} ${string}`
  | `udp ${string} ${number}`

/** Tries all targets at once, each twice (UDP more often, as refusals come one a second) within a second. */
const prober = `
import concurrent.futures, os, re, socket, struct, sys

def checksum(data):
    total = sum(struct.unpack('!%dH' % (len(data) // 2), data))
    total = (total >> 16) + (total & 0xffff)
    return ~(total + (total >> 16)) & 0xffff

def tcp(host, port):
    socket.create_connection((host, int(port)), 1).close()

def udp(host, port):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        s.settimeout(1)
        s.connect((host, int(port)))
        s.send(bytes(12))
        try:
            s.recv(1500)
        except TimeoutError:
            pass

def ping(host, send=None):
    with socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP) as s:
        s.settimeout(1)
        number = os.urandom(2)
        body = lambda check: struct.pack('!BBH2sH', 8, 0, check, number, 1)
        message = body(checksum(body(0)))
        if send: send(message)
        else: s.sendto(message, (host, 0))
        while True:
            packet = s.recv(1500)
            if packet[20] == 0 and packet[24:26] == number: return

def by(neighbour, host):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        s.sendto(b'', (neighbour, 53))
        s.connect((neighbour, 53))
        own = socket.inet_aton(s.getsockname()[0])
    def send(message):
        line = re.search('^%s .*$' % re.escape(neighbour), open('/proc/net/arp').read(), re.M).group().split()
        head = lambda check: struct.pack(
            '!BBHHHBBH4s4s', 0x45, 0, 20 + len(message), 1, 0, 64, 1, check, own, socket.inet_aton(host))
        with socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(0x800)) as s:
            to = bytes.fromhex(line[3].replace(':', ''))
            s.sendto(head(checksum(head(0))) + message, (line[5], 0x800, 0, 0, to))
    ping(host, send)

def attempt(line):
    kind, *rest = line.split()
    try:
        {'tcp': tcp, 'udp': udp, 'ping': ping, 'by': by}[kind](*rest)
        return True
    except (OSError, AttributeError):
        return False

def reached(line):
    if line.startswith('udp'): return line if all(attempt(line) for _ in range(8)) else None
    return line if attempt(line) or attempt(line) else None

with concurrent.futures.ThreadPoolExecutor(128) as pool:
    print('\\n'.join(filter(None, pool.map(reached, sys.argv[1:]))))
`

/** Those of the targets that a container of a server reaches, as the container's root with the rights that Docker gives. */
export const reached = async (
  server: Server,
  container: string,
  targets: readonly Target[],
): Promise<readonly string[]> => {
  const words = targets.map((word) => `'${word}'`).join(' ')
  const output = await server.must(`docker exec -i --user root ${container} python3 - ${words}`, {
    input: prober,
  })
  return output.split('\n').filter(Boolean)
}

/** Waits until a container reaches all of the targets: an answer may take longer than a second on a busy machine. */
export const reachesAll = async (
  server: Server,
  container: string,
  targets: readonly Target[],
): Promise<void> => {
  await until(
    `${container} reaches ${targets.join(', ')}`,
    () => reached(server, container, targets),
    (found) => found.length === targets.length,
  )
}
