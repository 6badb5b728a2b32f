/**
 * Loaded into the action before its own code (`node --import`): counts its operations on the server, and at one of them
 * cuts the connection, or has something worse happen to the server, before anything else can happen. What to do stands in
 * the environment; without it, operations are counted only.
 */
import { execFileSync } from 'node:child_process'
import { subscribe, tracingChannel } from 'node:diagnostics_channel'
import { appendFileSync } from 'node:fs'
import type { Socket } from 'node:net'

const { FAULT_LIST, FAULT_AT, FAULT_STAGE, FAULT_COMMAND, STATE_stage } = process.env

const sockets = new Set<Socket>()
subscribe('net.client.socket', (message) => {
  const { socket } = message as { readonly socket: Socket }
  sockets.add(socket)
  socket.once('close', () => sockets.delete(socket))
})

interface Operation {
  readonly number: number
  readonly kind: string
  readonly name: string
}

let happened = false

const cut = (): void => {
  happened = true
  process.stdout.write(`fault: at operation ${FAULT_AT}, ${FAULT_STAGE}\n`)
  if (FAULT_COMMAND) execFileSync('sh', ['-c', FAULT_COMMAND], { stdio: 'ignore' })
  else for (const socket of sockets) socket.destroy()
}

const at = (stage: string) => (message: unknown) => {
  const { number, kind, name } = message as Operation
  if (stage === 'before' && FAULT_LIST) appendFileSync(FAULT_LIST, `${number} ${kind} ${name}\n`)
  if (stage !== FAULT_STAGE || happened) return
  if (
    String(number) === FAULT_AT ||
    `${kind} ${name}`.startsWith(`${FAULT_AT} `) ||
    `${kind} ${name}` === FAULT_AT
  )
    cut()
}

// What runs behind the action, to clear up after it, is left alone.
if (STATE_stage === undefined) {
  tracingChannel('jetee:operation').subscribe({
    start: at('before'),
    end() {},
    asyncStart: at('after'),
    asyncEnd() {},
    error() {},
  })
}
