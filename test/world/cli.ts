/** `npm run world`: starts a bare server and prints how to reach it, until Ctrl-C. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { interrupted } from './interrupt.ts'
import { newKeyPair } from './keys.ts'
import { startServer } from './server.ts'

const { values } = parseArgs({ options: { debian: { type: 'string', default: '13' } } })
if (values.debian !== '12' && values.debian !== '13') throw new Error('--debian is 12 or 13')

const key = await newKeyPair()
await using server = await startServer({
  debian: values.debian === '12' ? 12 : 13,
  authorizedKeys: [key.publicKey],
})
const folder = await mkdtemp(join(tmpdir(), 'jetee-world-'))
const file = (name: string) => join(folder, name)
await writeFile(file('key'), key.privateKey, { mode: 0o600 })
await writeFile(file('known_hosts'), `${server.hostKeys.join('\n')}\n`)

console.log(`
A bare Debian ${server.debian} server is up at ${server.host}.

  ssh -i ${file('key')} -o UserKnownHostsFile=${file('known_hosts')} root@${server.host}
  docker exec -it ${server.container} bash        (behind sshd's back)

For a deployment.yml:  hostname: ${server.host}
Inputs of the action:  ssh-private-key: the content of ${file('key')}
                       ssh-known-hosts: the content of ${file('known_hosts')}

Ctrl-C takes it down.`)
await interrupted()
await rm(folder, { recursive: true })
