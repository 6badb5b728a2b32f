/** `npm run demo`: the bundled action puts the sample app on a bare server, as a runner would. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseDocument } from 'yaml'
import { checkout, newRepository } from './checkout.ts'
import { checkGuestBook } from './guest-book.ts'
import { interrupted } from './interrupt.ts'
import { newKeyPair } from './keys.ts'
import { startAction } from './runner.ts'
import { startServer } from './server.ts'

const { values } = parseArgs({
  options: { once: { type: 'boolean', default: false }, debian: { type: 'string' } },
})
const root = join(import.meta.dirname, '../..')
const sample = join(root, 'examples/django')
if (!existsSync(join(root, 'dist/index.js')))
  throw new Error('dist/index.js is not there: npm run build makes it.')

const key = await newKeyPair()
await using server = await startServer({
  debian: values.debian === '12' ? 12 : 13,
  authorizedKeys: [key.publicKey],
})
console.log(`A bare Debian ${server.debian} server is up at ${server.host}.`)

await using origin = await newRepository(sample, { 'deployment.yml': await deploymentFor(server.host) })
await using workspace = await checkout({ origin })
const action = startAction({
  actionDir: root,
  workspace: workspace.folder,
  inputs: { 'ssh-private-key': key.privateKey, 'ssh-known-hosts': server.hostKeys.join('\n') },
  env: { SECRET_KEY: 'only-for-the-demo-0123456789-0123456789-0123456789' },
  github: { ref: workspace.ref, sha: workspace.sha },
  onLine: (line) => console.log(line.replace(/^##\[group\]/, '▸ ').replace(/^##\[endgroup\]$/, '')),
})
const result = await action.done
console.log(`\n${result.summary}`)
if (result.exitCode !== 0) {
  process.exitCode = 1
} else {
  const url = result.outputs.url || `http://${server.host}/`
  if (values.once) await verify(url)
  else {
    console.log(`The site is at ${url} until Ctrl-C.`)
    await interrupted()
  }
}

/** The sample's deployment file with the server's address in place of its example names. */
async function deploymentFor(host: string): Promise<string> {
  const document = parseDocument(await readFile(join(sample, 'deployment.yml'), 'utf8'))
  document.setIn(['configurations', 'Staging', 'hostname'], host)
  document.setIn(['configurations', 'Staging', 'server_names'], [host])
  return document.toString()
}

async function verify(url: string): Promise<void> {
  try {
    console.log(await checkGuestBook(url))
  } catch (error) {
    console.error(error)
    process.exitCode = 1
  }
}
