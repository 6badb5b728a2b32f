import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { root } from './sample.ts'

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const manifest = JSON.parse(read('package.json'))

describe('Node', () => {
  test('is the action’s own in npm scripts, whatever the machine has', () => {
    const major = Number(/^node(\d+)$/.exec(parse(read('action.yml')).runs.using)?.[1])
    expect(major).toBe(24)
    expect(Number.parseInt(process.versions.node, 10)).toBe(major)
    for (const version of Object.values<string>(manifest.optionalDependencies))
      expect(version).toMatch(/^24\./)
  })
})

describe('the README', () => {
  const readme = read('README.md')

  test.each(['npm ci && npm run demo', 'npm ci && npm test'])('says %s', (command) => {
    expect(readme).toContain(command)
  })

  test.each(['README.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'docs/configuration.md'])(
    'and its kin name only scripts and files that are there: %s',
    (file) => {
      const text = read(file)
      for (const [, script = ''] of text.matchAll(/npm (?:run )?((?<=run )[\w:-]+|test\b)/g))
        expect(Object.keys(manifest.scripts)).toContain(script)
      for (const [, link = ''] of text.matchAll(/\]\((?!https?:|#)([^)#]+)/g))
        expect(() => readFileSync(join(root, file, '..', link)), link).not.toThrow(/ENOENT/)
    },
  )
})
