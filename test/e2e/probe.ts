import type { Server } from '../world/server.ts'

/** What is tried: a TCP connection, an answer to a question by UDP or TCP, or an answer to a ping. */
export type Target =
  | `tcp ${string} ${number}`
  | `dns ${string} ${number}`
  | `dns-tcp ${string} ${number}`
  | `ping ${string}`

/**
 * Asks all targets at once, each twice within two seconds. A resolver that answers no is silent: what counts is whether
 * the name `whom` leads somewhere. Pings are made by hand, as a container may by its right to raw sockets.
 */
const prober = `
import concurrent.futures, os, socket, struct, sys

def checksum(data):
    total = sum(struct.unpack('!%dH' % (len(data) // 2), data))
    total = (total >> 16) + (total & 0xffff)
    return ~(total + (total >> 16)) & 0xffff

def query(whom):
    name = b''.join(bytes([len(part)]) + part.encode() for part in whom.split('.'))
    return struct.pack('!6H', 4711, 0x100, 1, 0, 0, 0) + name + struct.pack('!BHH', 0, 1, 1)

def tcp(host, port):
    socket.create_connection((host, int(port)), 1).close()

def dns(host, port):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        s.settimeout(1)
        s.connect((host, int(port)))
        s.send(query(sys.argv[1]))
        s.recv(1500)

def dns_tcp(host, port):
    with socket.create_connection((host, int(port)), 1) as s:
        s.settimeout(1)
        s.send(struct.pack('!H', len(query(sys.argv[1]))) + query(sys.argv[1]))
        if not s.recv(2): raise OSError('closed')

def ping(host):
    with socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP) as s:
        s.settimeout(1)
        number = int.from_bytes(os.urandom(2), 'big')
        body = struct.pack('!BBHHH', 8, 0, 0, number, 1)
        s.sendto(struct.pack('!BBHHH', 8, 0, checksum(body), number, 1), (host, 0))
        while True:
            packet, sender = s.recvfrom(1500)
            if packet[20] == 0 and packet[24:26] == struct.pack('!H', number): return

def reached(line):
    kind, *rest = line.split()
    for _ in range(2):
        try:
            {'tcp': tcp, 'dns': dns, 'dns-tcp': dns_tcp, 'ping': ping}[kind](*rest)
            return line
        except OSError:
            pass

with concurrent.futures.ThreadPoolExecutor(128) as pool:
    print('\\n'.join(filter(None, pool.map(reached, sys.argv[2:]))))
`

/** Those of the targets that a container of a server reaches, as the container's root with its usual rights. */
export const reached = async (
  server: Server,
  container: string,
  targets: readonly Target[],
  whom = 'localhost',
): Promise<readonly string[]> => {
  const words = [whom, ...targets].map((word) => `'${word}'`).join(' ')
  const output = await server.must(`docker exec -i --user root ${container} python3 - ${words}`, {
    input: prober,
  })
  return output.split('\n').filter(Boolean)
}
