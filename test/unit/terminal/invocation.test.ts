import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readLine } from '../../../src/commands/line.ts'
import { Failure } from '../../../src/report/failure.ts'
import { readTerminal } from '../../../src/terminal/invocation.ts'
import { newTestRepository, type TestRepository } from '../source/repository.ts'

const newProject = (remote?: string): TestRepository => {
  const repository = newTestRepository()
  repository.sh('mkdir deep; echo one > file; echo two > deep/file')
  repository.commit()
  repository.git('config', 'user.name', 'Ann Example')
  if (remote !== undefined) repository.git('remote', 'add', 'origin', remote)
  return repository
}

const read = async (
  folder: string,
  words = 'build all',
  env: Readonly<Record<string, string | undefined>> = {},
) => {
  const reading = readLine(words.split(' '), 'terminal')
  if (reading.kind !== 'line') throw new Error(reading.text)
  return readTerminal(reading.line, env, folder, () => {
    throw new Error('No server is asked for')
  })
}

const failure = async (...args: Parameters<typeof read>) => {
  const error = await read(...args).catch((thrown: unknown) => thrown)
  if (error instanceof Failure) return error.details
  throw new Error('It did not fail')
}

describe('from a repository', () => {
  test('come workspace, repository, branch and who runs it', async () => {
    using project = newProject('git@github.com:acme/shop.git')
    const { invocation, notes } = await read(join(project.folder, 'deep'), 'build all -n Staging')
    expect(invocation).toMatchObject({
      command: { kind: 'deploy', name: 'build all' },
      configuration: 'Staging',
      workspace: project.folder,
      repository: 'acme/shop',
      serverUrl: 'https://github.com',
      trigger: { event: '', ref: { type: 'branch', name: 'main' } },
      actor: 'Ann Example',
      runUrl: '',
      run: undefined,
      lockSeconds: 1800,
      token: '',
    })
    expect(notes).toEqual([])
  })

  test('comes no branch where none is checked out', async () => {
    using project = newProject('git@github.com:acme/shop.git')
    project.git('checkout', '--quiet', '--detach')
    expect((await read(project.folder)).invocation.trigger).toEqual({ event: '', ref: undefined })
  })

  test('comes a note of what is not committed, for a command that deploys', async () => {
    using project = newProject('git@github.com:acme/shop.git')
    project.sh('echo three > file; echo new > other')
    expect((await read(project.folder)).notes.join()).toMatch(/^2 files have changes that are not committed/)
    expect((await read(project.folder, 'status')).notes).toEqual([])
  })

  test('a file is meant from the folder where the line is typed', async () => {
    using project = newProject('git@github.com:acme/shop.git')
    const { invocation } = await read(join(project.folder, 'deep'), 'check -m ../other.yml')
    expect(invocation.configFile).toBe('other.yml')
  })
})

describe('the repository', () => {
  test.each([
    ['is the one of the line', '-R acme/other build all', 'acme/other'],
    ['is that of the remote, whatever the environment says', 'build all', 'acme/shop'],
  ])('%s', async (_, words, repository) => {
    using project = newProject('https://github.com/acme/shop')
    const env = { GITHUB_REPOSITORY: 'acme/environment' }
    expect((await read(project.folder, words, env)).invocation.repository).toBe(repository)
  })

  test('is that of the environment where the remote has no name', async () => {
    using project = newProject('/srv/git/shop.git')
    const env = { GITHUB_REPOSITORY: 'acme/environment' }
    expect((await read(project.folder, 'build all', env)).invocation.repository).toBe('acme/environment')
  })

  test.each([
    [undefined, 'has no remote `origin`'],
    ['/srv/git/shop.git', 'is /srv/git/shop.git, which names no owner/name'],
  ])('must be said where nothing else says it', async (remote, why) => {
    using project = newProject(remote)
    const { what, why: said, next } = await failure(project.folder)
    expect(what).toBe('Nothing says which repository this is')
    expect(said).toContain(why)
    expect(next).toContain('--repository owner/name')
  })

  test('is called as its folder where only the file is checked', async () => {
    using project = newProject('/srv/git/shop.git')
    const { invocation, notes } = await read(project.folder, 'check')
    expect(invocation.repository).toBe(`owner/${basename(project.folder)}`)
    expect(notes).toEqual([expect.stringContaining(`that of \`owner/${basename(project.folder)}\``)])
  })

  test('must have an owner and a name', async () => {
    using project = newProject()
    expect((await failure(project.folder, 'check -R shop')).what).toBe('"shop" is not a repository')
  })

  test('must be there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jetee-nothing-'))
    try {
      expect((await failure(folder)).what).toBe('This folder is in no git repository')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('the environment', () => {
  test('gives secrets and the token', async () => {
    using project = newProject('https://github.com/acme/shop')
    const env = { SECRET: 'one', GITHUB_TOKEN: 'two', GH_TOKEN: 'three' }
    const { invocation } = await read(project.folder, 'build all', env)
    expect(invocation.env.SECRET).toBe('one')
    expect(invocation.token).toBe('three')
  })

  test('wins over files of variables, unless it is empty; later files win over earlier ones', async () => {
    using project = newProject('https://github.com/acme/shop')
    mkdirSync(join(project.folder, 'secrets'))
    writeFileSync(join(project.folder, 'secrets/a'), 'A=file\nB="file a"\nC=file\nD=file a # comment\n')
    writeFileSync(join(project.folder, 'secrets/b'), 'D=file b\n')
    const { invocation } = await read(
      join(project.folder, 'deep'),
      'build all --env-file ../secrets/a --env-file ../secrets/b',
      { A: 'environment', C: '' },
    )
    expect(invocation.env).toEqual({ A: 'environment', B: 'file a', C: 'file', D: 'file b' })
  })

  test('cannot come from a file that is not there', async () => {
    using project = newProject('https://github.com/acme/shop')
    const { what, where } = await failure(project.folder, 'build all --env-file gone')
    expect(what).toBe('The file of variables gone cannot be read')
    expect(where).toBe(join(project.folder, 'gone'))
  })
})
