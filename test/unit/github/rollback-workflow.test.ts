import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findRollbackWorkflow } from '../../../src/github/rollback-workflow.ts'

let workspace: string
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'workflows-'))
})
afterEach(() => rm(workspace, { recursive: true }))

const find = async (files: Readonly<Record<string, string>>) => {
  const folder = join(workspace, '.github/workflows')
  await mkdir(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return findRollbackWorkflow(workspace, 'https://github.example/acme/shop')
}

const steps = (command: string) => `jobs: { a: { steps: [{ run: x }, { with: { command: '${command}' } }] } }`

test('the example is found among other workflows', async () => {
  const example = await readFile(
    join(import.meta.dirname, '../../../examples/workflows/rollback.yml'),
    'utf8',
  )
  expect(
    await find({
      'a.yml': `on: workflow_dispatch\n${steps('build all')}`,
      'back.yml': example,
      'z.txt': example,
    }),
  ).toEqual({
    name: 'Roll back',
    url: 'https://github.example/acme/shop/actions/workflows/back.yml',
  })
})

test.each([
  ['nothing', {}],
  ['one that nobody can start', { 'a.yml': `on: push\n${steps('rollback')}` }],
  ['one that does something else', { 'a.yml': `on: [workflow_dispatch]\n${steps('releases')}` }],
  ['no workflow at all', { 'a.yml': '[', 'b.yml': '', 'c.yml': 'jobs: 3\non: null' }],
])('%s is none', async (_, files) => {
  expect(await find(files)).toBeUndefined()
})

test('a file’s name ends no link', async () => {
  expect(await find({ 'a) [b](x.yml': `on: [workflow_dispatch]\n${steps('rollback 4')}` })).toEqual({
    name: 'a) [b](x.yml',
    url: 'https://github.example/acme/shop/actions/workflows/a%29%20%5Bb%5D%28x.yml',
  })
})

test('there may be no checkout', async () => {
  expect(
    await findRollbackWorkflow(join(workspace, 'none'), 'https://github.example/acme/shop'),
  ).toBeUndefined()
})
