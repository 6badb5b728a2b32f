import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDeploymentFile, smallestDeployment, usualFiles } from '../../../src/configuration/find.ts'
import { Failure } from '../../../src/report/failure.ts'
import { staging } from './texts.ts'

let root: string
let workspace: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'configuration-'))
  workspace = join(root, 'workspace')
  await mkdir(join(workspace, 'deploy'), { recursive: true })
  await writeFile(join(root, 'outside.yml'), 'secret')
  await writeFile(join(workspace, 'deployment.yml'), 'größe: 1\n')
  await writeFile(join(workspace, 'deploy', 'site.yml'), 'site\n')
  await writeFile(join(workspace, 'latin.yml'), Buffer.from([0x61, 0x0a, 0x62, 0x63, 0xe4]))
  await writeFile(join(workspace, 'utf-16.yml'), Buffer.from('\ufeffa: 1\n', 'utf16le'))
  await symlink('deploy/site.yml', join(workspace, 'inner.yml'))
  await symlink('../outside.yml', join(workspace, 'outer.yml'))
  await symlink('..', join(workspace, 'up'))
  await symlink(workspace, join(root, 'link'))
})

afterAll(() => rm(root, { recursive: true, force: true }))

const refusal = async (configFile: string) => {
  const error = await readDeploymentFile(workspace, configFile).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(Failure)
  return (error as Failure).details
}

describe('the deployment file', () => {
  test.each([
    ['deployment.yml', 'deployment.yml', 'größe: 1\n'],
    ['./deploy/../deploy/site.yml', 'deploy/site.yml', 'site\n'],
    ['inner.yml', 'inner.yml', 'site\n'],
  ])('is read from %s', async (configFile, file, text) => {
    expect(await readDeploymentFile(workspace, configFile)).toEqual({ file, text })
  })

  test('is read in a workspace behind a link, and by its absolute path', async () => {
    const link = join(root, 'link')
    expect(await readDeploymentFile(link, join(link, 'deployment.yml'))).toMatchObject({
      file: 'deployment.yml',
    })
  })

  test.each([
    '../outside.yml',
    '/etc/passwd',
    'deploy/../../outside.yml',
    'outer.yml',
    'up/outside.yml',
    '.',
    '',
    'a\0b',
  ])('is not read from %j, outside the workspace', async (configFile) => {
    const { what, next } = await refusal(configFile)
    expect(what).toMatch(/^The deployment file .*is not inside the workspace$/)
    expect(next).toBe('Give a path inside the repository, such as deployment.yml.')
  })

  test.each(['missing.yml', 'deployment.yml/x'])('is missing at %s', async (configFile) => {
    const { what, where, next } = await refusal(configFile)
    expect(what).toBe(`There is no deployment file ${configFile}`)
    expect(where).toBe(join(workspace, configFile))
    expect(next).toContain(smallestDeployment)
  })

  test('has a smallest form that works', () => {
    expect(staging(smallestDeployment).project.processes).toHaveLength(1)
  })

  test('must be a file, and UTF-8', async () => {
    expect(await refusal('deploy')).toMatchObject({ what: 'The deployment file deploy cannot be read' })
    expect(await refusal('latin.yml')).toMatchObject({
      where: 'latin.yml:2:3',
      why: 'It is not UTF-8 text',
      next: 'Save latin.yml as UTF-8, commit it and run again.',
    })
    expect(await refusal('utf-16.yml')).toMatchObject({ where: 'utf-16.yml:1:1' })
  })
})

describe('without a name, the deployment file', () => {
  let empty: string
  beforeAll(async () => {
    empty = join(root, 'empty')
    await mkdir(join(empty, '.github'), { recursive: true })
  })

  const found = () => readDeploymentFile(empty, undefined)
  const refused = async () => ((await found().catch((error: unknown) => error)) as Failure).details

  test.each(usualFiles)('is found at %s', async (file) => {
    await writeFile(join(empty, file), file)
    expect(await found()).toEqual({ file, text: file })
    await rm(join(empty, file))
  })

  test('is missing with all places that were looked at', async () => {
    expect(await refused()).toMatchObject({
      what: 'There is no deployment file',
      where: empty,
      why: expect.stringContaining(
        'none of deployment.yml, deployment.yaml, .github/deployment.yml, .github/deployment.yaml; perhaps the job has no step',
      ),
      next: expect.stringContaining(smallestDeployment),
    })
  })

  test('must be one', async () => {
    await writeFile(join(empty, 'deployment.yaml'), '')
    await writeFile(join(empty, '.github/deployment.yml'), '')
    expect(await refused()).toMatchObject({
      what: 'There are two deployment files, deployment.yaml and .github/deployment.yml',
      next: 'Remove one of them, or set the input `config-file` to deployment.yaml or .github/deployment.yml.',
    })
    expect(await readDeploymentFile(empty, 'deployment.yaml')).toMatchObject({ file: 'deployment.yaml' })
    for (const file of usualFiles) await rm(join(empty, file), { force: true })
  })

  test('is not taken from outside through a link', async () => {
    await symlink('../outside.yml', join(empty, 'deployment.yml'))
    expect((await refused()).what).toBe('The deployment file deployment.yml is not inside the workspace')
    await rm(join(empty, 'deployment.yml'))
  })
})
