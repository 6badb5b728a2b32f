import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tryCommand } from './command.ts'
import { ensureProgram } from './packages.ts'
import type { Wheel } from './wheel.ts'

/** A package from PyPI, by way of this machine's pip; or why it cannot be had, for a skip. */
export async function wheelFromPypi(
  name: string,
  version: string,
): Promise<{ readonly wheel: Wheel } | { readonly why: string }> {
  await ensureProgram('pip', 'python3-pip', 'fetch a package from PyPI')
  const folder = await mkdtemp(join(tmpdir(), 'jetee-world-wheel-'))
  try {
    const args = ['download', '--quiet', '--no-deps', '--only-binary=:all:', '--retries=1', '--timeout=10']
    const { code, stderr } = await tryCommand('pip', [...args, `--dest=${folder}`, `${name}==${version}`], {
      env: process.env,
    })
    const [file] = await readdir(folder)
    if (code !== 0 || file === undefined)
      return { why: `${name} cannot be had from PyPI: ${stderr.trim().split('\n').at(-1)}` }
    return { wheel: { file, content: await readFile(join(folder, file)) } }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
