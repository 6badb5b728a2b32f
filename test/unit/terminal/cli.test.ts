import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../sample.ts'

/** The door as a program of its own. */

const cli = join(root, 'src/cli.ts')

const run = (words: readonly string[], cwd = root) =>
  spawnSync(process.execPath, [cli, ...words], { cwd, encoding: 'utf8' })

describe('the program', () => {
  test('prints help and version to standard output', () => {
    const help = run(['help'])
    expect(help).toMatchObject({ status: 0, stderr: '' })
    expect(help.stdout).toMatch(/^Usage: jetee/)
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    expect(run(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n` })
  })

  test('tells a line that it cannot read on standard error, with status 2', () => {
    const { status, stdout, stderr } = run(['biuld', 'all'])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('Did you mean build?')
  })

  test('tells a failure on standard error, with status 1', () => {
    const { status, stdout, stderr } = run(['check', '-R', 'acme/shop'])
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(/^✗ There is no deployment file\nWhere: /)
    expect(stderr).not.toMatch(/input|workspace|actions\/checkout/)
  })

  test('checks a deployment file, and reads well for another program', () => {
    const { status, stdout, stderr } = run([
      'check',
      '-R',
      'acme/shop',
      '-m',
      'examples/django/deployment.yml',
    ])
    expect(status, stderr).toBe(0)
    expect(stdout).toContain('examples/django/deployment.yml is valid')
    expect(stdout).not.toContain('\u001b')
  })

  test('ends quietly when nobody reads on', async () => {
    const child = spawn(
      process.execPath,
      [cli, 'check', '-R', 'acme/shop', '-m', 'examples/django/deployment.yml'],
      {
        cwd: root,
      },
    )
    child.stdout.destroy()
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString()
    })
    const status = await new Promise((resolve) => child.on('close', resolve))
    expect(status).toBe(0)
    expect(errors).not.toMatch(/EPIPE|✗/)
  })
})
