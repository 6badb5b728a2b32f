import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readScript } from '../../../src/templates.ts'

/** How nginx gets its main configuration; functions of the shell are Docker and nginx's own loading. */

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jetee-nginx-'))
  mkdirSync(join(folder, 'nginx/sites'), { recursive: true })
  writeFileSync(join(folder, 'nginx/nginx.conf'), 'old')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What is done when nginx runs, or is yet to be started, its test and its loading come to these; with the status. */
const put = (nginx: string, tested: 'true' | 'false' = 'true', loaded: 'true' | 'false' = 'true') => {
  const prelude = readScript('prelude')
  const script = `set -u
${prelude.slice(prelude.indexOf('# write '), prelude.indexOf('# point'))}
shared() { :; }
docker() { echo "$*"; ${tested}; }
reload() { echo "load $1"; ${loaded}; }
(
set -e
${readScript('nginx-conf')}
)
[ $? = 0 ] || echo failed`
  const env = { ...process.env, NGINX_CONF: 'new', NGINX: nginx }
  const said = execFileSync('sh', ['-c', script], { cwd: folder, env, encoding: 'utf8' })
  return {
    said: said.split('\n').filter(Boolean),
    conf: readFileSync(join(folder, 'nginx/nginx.conf'), 'utf8'),
    isUnloaded: existsSync(join(folder, 'nginx/sites/unloaded')),
  }
}

const question = 'exec jetee-nginx nginx -t -q -c /etc/jetee/next.conf'

test('one that is yet to be started finds it', () => {
  expect(put('')).toEqual({ said: [], conf: 'new', isUnloaded: false })
})

test('one that runs tests it, and then loads it', () => {
  expect(put('jetee-nginx')).toEqual({
    said: [question, 'load jetee-nginx'],
    conf: 'new',
    isUnloaded: false,
  })
})

test('one that runs goes on with what it had when it refuses it', () => {
  expect(put('jetee-nginx', 'false')).toEqual({ said: [question, 'failed'], conf: 'old', isUnloaded: false })
})

test('what was not loaded is loaded with the site by the next run', () => {
  expect(put('jetee-nginx', 'true', 'false')).toMatchObject({ conf: 'new', isUnloaded: true })
})
