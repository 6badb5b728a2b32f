import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tryCommand } from '../../world/command.ts'
import { installLines } from '../../world/server-setup.ts'

/** Packages are installed on a test's server although a mirror is out of reach for a moment. */

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jetee-install-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs the lines with an apt-get that fails to install so many times. */
const installWith = async (failures: number) => {
  const calls = join(folder, `calls-${failures}`)
  await writeFile(
    join(folder, 'apt-get'),
    `#!/bin/sh
echo "$@" >> ${calls}
case "$*" in *update*) exit 0 ;; esac
[ "$(grep -c install ${calls})" -gt ${failures} ] || { echo "E: Failed to fetch"; exit 100; }
`,
  )
  await writeFile(join(folder, 'sleep'), '#!/bin/sh\n')
  for (const name of ['apt-get', 'sleep']) await chmod(join(folder, name), 0o755)
  const log = join(folder, 'apt.log')
  const result = await tryCommand(
    'sh',
    ['-euc', `${installLines('sudo').replaceAll('/tmp/world-apt.log', log)}\necho done`],
    { env: { ...process.env, PATH: `${folder}:${process.env.PATH}` } },
  )
  const installs = (await readFile(calls, 'utf8')).split('\n').filter((line) => line.includes('install'))
  return { ...result, installs }
}

test('a mirror that fails twice', async () => {
  const { code, stdout, installs } = await installWith(2)
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'done\n' })
  expect(installs).toHaveLength(3)
  expect(installs[0]).toMatch(/ sudo$/)
})

test('one that does not come back is told with what apt said', async () => {
  const { code, stdout, stderr, installs } = await installWith(3)
  expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: 'E: Failed to fetch\n' })
  expect(installs).toHaveLength(3)
})
