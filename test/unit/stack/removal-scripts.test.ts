import { spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { removalScripts } from '../../../src/stack/removal-scripts.ts'
import { readScript } from '../../../src/templates.ts'

/** The scripts that remove a project, beside an engine that a script stands in for. */

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'removal-'))
  for (const folder of ['locks', 'bin', 'projects/shop-pr-1', 'www/shop-pr-1'])
    await mkdir(join(root, folder), { recursive: true })
  await writeFile(join(root, 'locks/shop-pr-1.holder'), 'mine\n')
  await writeFile(join(root, 'projects/shop-pr-1/owner.json'), '{}\n')
})
afterEach(() => rm(root, { recursive: true, force: true }))

/** Runs a part of the removal; `engine` is the text of a shell that is called as docker is. */
const run = async (
  part: keyof typeof removalScripts,
  engine: string,
  args: Readonly<Record<string, string>> = {},
) => {
  const docker = join(root, 'bin/docker')
  await writeFile(docker, `#!/bin/sh\nprintf '%s\\n' "$*" >>${root}/asked\n${engine}\n`)
  await chmod(docker, 0o755)
  const script = ['prelude', ...removalScripts[part]].map(readScript).join('\n')
  const { status } = spawnSync('sh', ['-c', script], {
    env: {
      PATH: `${root}/bin:${process.env.PATH}`,
      ...{ ROOT: root, PROJECT: 'shop-pr-1', TOKEN: 'mine', HELPER_IMAGE: 'nginx' },
      ...{ VOLUMES: 'yes', KEEP: '', AUDIT: '' },
      ...args,
    },
  })
  const asked = await readFile(join(root, 'asked'), 'utf8').catch(() => '')
  const isKnown = await stat(join(root, 'projects/shop-pr-1/owner.json')).then(
    () => true,
    () => false,
  )
  return { status, asked, isKnown }
}

/** One that is away, as after `systemctl stop docker`. */
const away = 'echo "Cannot connect to the Docker daemon" >&2; exit 1'

describe('an engine that is away', () => {
  test.each(['containers', 'releases', 'files'] as const)(
    'is not one without anything: the part `%s` fails, and the project stays known',
    async (part) => {
      expect(await run(part, away)).toMatchObject({ status: 1, isKnown: true })
    },
  )

  test.each(['containers', 'releases', 'files'] as const)(
    'has nothing when it was never installed to its end: the part `%s` goes on',
    async (part) => {
      await writeFile(join(root, 'docker.halfway'), '')
      expect((await run(part, away)).status).toBe(0)
    },
  )
})

test('the rules of the networks stay to be read by others, as the server writes them as root', async () => {
  // In place of the rules stands a script that loads none.
  const engine = `case "$*" in 'network inspect '*) echo jt-a 10.213.0.0/24 shop ;; *) echo n1 ;; esac`
  const { status } = await run('isolation', engine, { FIREWALL: 'exit 0\n' })
  expect(status).toBe(0)
  for (const name of ['firewall.sh', 'networks'])
    expect((await stat(join(root, 'firewall', name))).mode & 0o777).toBe(0o644)
})

describe('what is removed', () => {
  test('is nothing where nothing is', async () => {
    for (const part of ['containers', 'releases', 'files'] as const)
      expect((await run(part, 'exit 0')).status).toBe(0)
    const { asked, isKnown } = await run('files', 'exit 0')
    expect(asked).not.toMatch(/ rm | rmi /)
    expect(isKnown).toBe(false)
  })

  test('is each container, image, network and volume that the engine names', async () => {
    const engine = `case "$*" in
      'ps '*) echo 'c1|app|1' ;;
      'images jetee/'*) printf '%s\\n' jetee/shop-pr-1:1 'jetee/shop-pr-1:<none>' ;;
      'network ls '*) echo n1 ;;
      'volume ls '*) printf '%s\\n' v1 v2 ;;
    esac`
    for (const part of ['containers', 'releases', 'files'] as const)
      expect((await run(part, engine)).status).toBe(0)
    const asked = (await readFile(join(root, 'asked'), 'utf8')).split('\n')
    for (const call of [
      'stop c1',
      'rm -f -v c1',
      'rmi jetee/shop-pr-1:1',
      'network rm n1',
      'volume rm v1 v2',
    ])
      expect(asked).toContain(call)
    expect(asked.join('\n')).not.toContain('rmi jetee/shop-pr-1:<none>')
  })
})
