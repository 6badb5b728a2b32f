import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { tryDocker } from './engine.ts'

/** Waits until sshd greets on port 22 and, having booted, lets others than root in too. */
export async function untilSshAnswers(container: string, host: string, timeoutMs = 240_000): Promise<void> {
  await untilGreets(container, host, timeoutMs)
  const booted = 'until [ -e /run/systemd/system ] && [ ! -e /run/nologin ]; do sleep 0.05; done'
  const waited = await tryDocker(['exec', container, 'timeout', '240', 'sh', '-c', booted])
  if (waited.code !== 0) throw new Error(await explain(container, `${host} does not finish booting`))
}

/** Waits until sshd greets on port 22. */
export async function untilGreets(container: string, host: string, timeoutMs = 240_000): Promise<void> {
  const deadline = Date.now() + timeoutMs
  while (!(await greets(host))) {
    if (Date.now() > deadline) throw new Error(await explain(container, `sshd on ${host} does not answer`))
    await sleep(30)
  }
}

/** Whether something at the address speaks SSH. */
function greets(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: 22, timeout: 1000 })
    const answer = (value: boolean) => {
      socket.destroy()
      resolve(value)
    }
    socket.once('data', (data) => answer(data.toString().startsWith('SSH-2.0')))
    socket.once('error', () => answer(false))
    socket.once('timeout', () => answer(false))
    socket.once('close', () => answer(false))
  })
}

async function explain(container: string, what: string): Promise<string> {
  const logs = await tryDocker(['logs', '--tail', '20', container])
  const journal = await tryDocker(['exec', container, 'journalctl', '--no-pager', '--lines', '30'])
  return `${what}.\n${logs.stdout}${logs.stderr}${journal.stdout}`
}
