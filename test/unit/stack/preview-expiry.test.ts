import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { expirySteps } from '../../../src/plan/expiry-steps.ts'
import { previewExpiry } from '../../../src/stack/preview-expiry.ts'
import { removalScripts } from '../../../src/stack/removal-scripts.ts'
import { readScript, readTemplate } from '../../../src/templates.ts'
import { bareServer } from '../sample.ts'

const { text, hash } = previewExpiry()

describe('the script that removes previews whose time is over', () => {
  test('is one that sh understands, of all that a run removes a project with', () => {
    execFileSync('sh', ['-n'], { input: text, stdio: 'pipe' })
    for (const name of new Set(['prelude', 'lock', 'preview-timer', ...Object.values(removalScripts).flat()]))
      expect(text).toContain(readScript(name))
    for (const name of Object.keys(removalScripts))
      expect(readTemplate('expire.sh')).toMatch(new RegExp(`\\b${name}$|\\b${name};`, 'm'))
  })

  test('has all that its parts ask for', () => {
    const parts = ['prelude', 'lock', 'preview-timer', ...Object.values(removalScripts).flat()]
    const wanted = parts.flatMap((name) => {
      const [, list = ''] = /^# In: ((?:.|\n#)*)/m.exec(readScript(name)) ?? []
      return list.replaceAll(/\([^)]*\)/gs, '').match(/\b[A-Z][A-Z_]+\b/g) ?? []
    })
    expect(wanted).toContain('GOING')
    for (const variable of wanted) expect(text).toMatch(new RegExp(`^ *${variable}=`, 'm'))
  })

  let root: string
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'expiry-'))
  })
  afterEach(() => rm(root, { recursive: true, force: true }))

  const over = async (owner: object, hoursAgo: number): Promise<boolean> => {
    await mkdir(join(root, 'projects/shop-pr-1'), { recursive: true })
    await writeFile(join(root, 'projects/shop-pr-1/owner.json'), JSON.stringify(owner))
    await writeFile(join(root, 'projects/shop-pr-1/sequence'), '1\n')
    const then = Date.now() / 1000 - hoursAgo * 3600
    await utimes(join(root, 'projects/shop-pr-1/sequence'), then, then)
    const [, question = ''] = /^(over\(\) \{\n.*?\n\}\n)/ms.exec(readTemplate('expire.sh')) ?? []
    const script = `cd ${root}\n${question}\nif over shop-pr-1; then echo over; fi`
    return execFileSync('sh', ['-c', script], { encoding: 'utf8' }) === 'over\n'
  }
  const preview = { number: 1, branch: 'a', of: 'shop', expiresSeconds: 7200 }

  test.each([
    ['is over after as many seconds', { repository: 'a/b', preview }, 2.1, true],
    ['is not over before', { repository: 'a/b', preview }, 1.9, false],
    [
      'is never over without them',
      { repository: 'a/b', preview: { number: 1, branch: 'a', of: 'shop' } },
      9999,
      false,
    ],
    ['is never over for what is no preview', { repository: 'a/b', expiresSeconds: 1 }, 9999, false],
    [
      'is not said by the name of a branch',
      { repository: 'a/b', preview: { ...preview, expiresSeconds: 7200, branch: 'a,"expiresSeconds":1,' } },
      1.9,
      false,
    ],
  ])('the time %s', async (_, owner, hoursAgo, expected) => {
    expect(await over(owner, hoursAgo)).toBe(expected)
  })
})

describe('the timer', () => {
  const owner = { repository: 'acme/shop', configuration: 'Staging' }
  const preview = { number: 1, branch: 'a', of: 'shop', expiresSeconds: 7200 }
  const having = (previewTimer: string | undefined) => ({
    ...bareServer,
    host: { ...bareServer.host, previewTimer },
  })

  test('comes with a preview that expires, and is renewed when its script has changed', () => {
    expect(expirySteps({ owner: { ...owner, preview } }, having(undefined))).toMatchObject([
      { id: 'expiry', reason: 'it does not yet', action: { kind: 'expiry', script: text } },
    ])
    expect(expirySteps({ owner: { ...owner, preview } }, having('other'))).toMatchObject([
      { reason: 'how it does has changed' },
    ])
    expect(expirySteps({ owner: { ...owner, preview } }, having(hash))).toEqual([])
  })

  test('is nothing to other projects, nor to previews that never expire', () => {
    const { expiresSeconds: _, ...eternal } = preview
    expect(expirySteps({ owner }, having(undefined))).toEqual([])
    expect(expirySteps({ owner: { ...owner, preview: eternal } }, having(undefined))).toEqual([])
  })
})
