import { describe, expect, test } from 'vitest'
import type { Preview } from '../../../src/configuration/configuration.ts'
import { preflight } from '../../../src/plan/preflight.ts'
import { previewProblems } from '../../../src/plan/preview-problems.ts'
import type { HostFacts } from '../../../src/server/facts.ts'
import { builtServer, desiredState, withFacts } from '../sample.ts'

const desired = desiredState()
const preview: Preview = {
  number: 12,
  branch: 'feature/a',
  of: 'guestbook',
  expiresSeconds: 3600,
  most: 2,
  seed: [],
  password: undefined,
  noindex: true,
  isFork: false,
  besideProduction: false,
}
const others = (...numbers: readonly number[]): HostFacts['previews'] =>
  numbers.map((number) => ({
    project: `guestbook-pr-${number}`,
    repository: 'acme/guestbook',
    preview: { number, branch: `b${number}`, of: 'guestbook' },
  }))

const told = (change: Partial<Preview>, host: Partial<HostFacts>): readonly string[] => {
  const state = { ...desired, project: 'guestbook-pr-12', preview: { ...preview, ...change } }
  return previewProblems(state, withFacts(builtServer(desired), { host })).map(({ what }) => what)
}

describe('a preview', () => {
  test('is one of as many as the file allows; those of others do not count', () => {
    expect(told({}, { previews: others(1, 12) })).toEqual([])
    expect(told({}, { previews: others(1, 2) })).toEqual(['There are 2 previews of guestbook already'])
    const [one, two] = [others(1), others(2)]
    const ofOther = one.map((other) => ({ ...other, repository: 'acme/other' }))
    const ofOtherProject = one.map((other) => ({ ...other, preview: { ...other.preview, of: 'shop' } }))
    expect(told({}, { previews: [...ofOther, ...two] })).toEqual([])
    expect(told({}, { previews: [...ofOtherProject, ...two] })).toEqual([])
  })

  test('of a fork does not stand beside production, unless the file says so', () => {
    const host = { production: ['shop'] }
    expect(told({}, host)).toEqual([])
    expect(told({ isFork: true, besideProduction: true }, host)).toEqual([])
    expect(told({ isFork: true }, host)).toEqual([
      'A fork’s pull request gets no preview on a server with production on it',
    ])
  })

  test('of a fork does not stand where nothing keeps it from a cloud’s own address', () => {
    expect(told({}, { hasIptables: false })).toEqual([])
    expect(told({ isFork: true }, { hasIptables: false })).toEqual([
      'A fork’s pull request gets no preview on a server without iptables',
    ])
    expect(told({ isFork: true }, { hasDocker: false, hasIptables: false })).toEqual([])
  })

  test('of a fork writes to no folder of the server', () => {
    const { release } = desired
    const mounts = (source: string, readOnly: boolean) => ({
      ...desired,
      preview: { ...preview, isFork: true },
      release: { ...release, parts: { ...release.parts, volumes: [{ source, target: '/x', readOnly }] } },
    })
    const whats = (source: string, readOnly: boolean) =>
      previewProblems(mounts(source, readOnly), builtServer(desired)).map(({ what }) => what)
    expect(whats('/srv/shared', false)).toEqual([
      'A fork’s pull request gets no preview that may write to /srv/shared',
    ])
    expect(whats('/srv/shared', true)).toEqual([])
    expect(whats('uploads', false)).toEqual([])
  })

  test('is refused before anything is changed, with the previews that there are and what to do', () => {
    const facts = withFacts(builtServer(desired), { host: { previews: others(3, 4) } })
    const scope = { services: true, site: true, release: true }
    expect(() => preflight({ ...desired, preview }, facts, scope, 'root@h:22')).toThrow(
      expect.objectContaining({
        details: expect.objectContaining({
          why: 'They are those of 3 (b3), 4 (b4). `previews.max` allows 2.',
          next: expect.stringContaining('`preview remove 3`'),
          stands: 'Nothing on the server was changed.',
        }),
      }),
    )
  })
})
