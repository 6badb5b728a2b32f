import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** Where a relay leads, and how far away that shall seem. */
export type RelayOptions = {
  readonly host: string
  readonly port: number
  /** One way, in each direction: a round trip takes twice as long. Use `rttMs / 2`. */
  readonly delayMs?: number
}

/** A TCP relay on 127.0.0.1 that adds latency, never a limit on throughput. */
export type Relay = AsyncDisposable & {
  readonly host: '127.0.0.1'
  readonly port: number
  /** Changes the one-way delay of what comes from now on. */
  readonly setDelay: (delayMs: number) => void
  /**
   * Round trips seen on the wire since the last call: how often the side that spoke changed from client to server.
   * For information only: work done side by side counts more than it costs.
   */
  readonly roundTrips: () => number
  /** Drops everything silently from now on, as a cut cable: nothing is forwarded, nothing is closed. */
  readonly cut: () => void
  /** Closes all connections and stops listening. */
  readonly close: () => Promise<void>
}

/** Starts a relay. Every chunk is held for the delay, in order; the next ones need not wait for its arrival. */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  const state = { delayMs: options.delayMs ?? 0, isCut: false, trips: 0 }
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.setNoDelay(true)
    socket.on('error', () => {}) // the close that follows is passed on
    socket.on('close', () => sockets.delete(socket))
    return socket
  }
  const listener = createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
    const server = connect({ host: options.host, port: options.port, noDelay: true, allowHalfOpen: true })
    let last: 'client' | 'server' = 'server'
    keep(client)
    keep(server)
    hold(client, server, state, () => {
      last = 'client'
    })
    hold(server, client, state, () => {
      if (last === 'client') state.trips++
      last = 'server'
    })
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const close = async () => {
    for (const socket of sockets) socket.destroy()
    // Not waited for: Node never counts a connection off that was reset, and would not call back.
    listener.close()
  }
  return {
    host: '127.0.0.1',
    port: (listener.address() as AddressInfo).port,
    setDelay: (delayMs) => {
      state.delayMs = delayMs
    },
    roundTrips: () => {
      const { trips } = state
      state.trips = 0
      return trips
    },
    cut: () => {
      state.isCut = true
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** Passes on what one side says to the other, each piece after the delay; an end or a reset likewise. */
function hold(
  from: Socket,
  to: Socket,
  state: { readonly delayMs: number; readonly isCut: boolean },
  onChunk: () => void,
): void {
  const underWay: { readonly due: number; readonly deliver: () => void }[] = []
  const arrive = () => {
    while (underWay[0] && underWay[0].due <= performance.now()) {
      const { deliver } = underWay.shift()!
      if (!state.isCut) deliver()
    }
    if (underWay[0]) setTimeout(arrive, Math.ceil(underWay[0].due - performance.now()))
  }
  const send = (deliver: () => void) => {
    underWay.push({ due: performance.now() + state.delayMs, deliver })
    if (underWay.length === 1) arrive() // the others wait for the one before them
  }
  from.on('data', (chunk) => {
    if (state.isCut) return
    onChunk()
    send(() => to.writable && to.write(chunk))
  })
  from.on('end', () => send(() => to.end()))
  from.on('close', (failed) => failed && send(() => to.resetAndDestroy()))
}
