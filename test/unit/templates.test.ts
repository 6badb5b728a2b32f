import { execFileSync } from 'node:child_process'
import { globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readScript, renderTemplate } from '../../src/templates.ts'
import { root } from './sample.ts'

const names = readdirSync(join(root, 'templates/scripts')).map((file) => file.replace(/\.sh$/, ''))

describe('the scripts', () => {
  test.each(names)('%s is one that sh understands', (name) => {
    execFileSync('sh', ['-n'], { input: readScript(name), stdio: 'pipe' })
  })

  test.each(names)('%s says what it does, and has Unix line ends', (name) => {
    expect(readScript(name)).toMatch(/^# .*[.,;:]\n?/)
    expect(readScript(name)).not.toContain('\r')
    expect(readScript(name).endsWith('\n')).toBe(true)
  })

  test('have no lock of the server’s under a name that a project may have', () => {
    const locks = names.flatMap((name) => readScript(name).match(/locks\/[^\s"$]+/g) ?? [])
    expect(locks.length).toBeGreaterThan(0)
    for (const lock of locks) expect(lock).toMatch(/^locks\/\./)
  })

  const sources = globSync('src/**/*.ts', { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('')

  test('are all in use', () => {
    for (const name of names) expect(sources, name).toContain(`'${name}'`)
  })

  // The scripts stop at a variable that nobody has set.
  test('get the variables that they name', () => {
    const wanted = names.flatMap((name) => {
      const [, list = ''] = /^# In: ((?:.|\n#)*)/m.exec(readScript(name)) ?? []
      const words = list
        .replaceAll('\n#', '')
        .replaceAll(/\([^)]*\)|"[^"]*"/g, '')
        .replace(/;.*/s, '')
      return words.match(/\b[A-Z][A-Z_]+\b/g) ?? []
    })
    expect(wanted).toContain('PARTS')
    for (const variable of wanted) expect(sources).toMatch(new RegExp(`\\b${variable}[:=]`))
  })
})

describe('the texts for processes', () => {
  const files = readdirSync(join(root, 'templates/processes'))

  test.each(files.filter((file) => file.endsWith('.sh')))('%s is one that sh understands', (file) => {
    execFileSync('sh', ['-n'], { input: renderTemplate(`processes/${file}`, {}), stdio: 'pipe' })
  })

  test.each(files)('%s comes out as it stands there', (file) => {
    expect(renderTemplate(`processes/${file}`, {})).toBe(
      readFileSync(join(root, 'templates/processes', file), 'utf8'),
    )
  })
})

test('a template without a value is an error', () => {
  expect(() => renderTemplate('site.conf', { meta: '{}' })).toThrow()
})
