import { expect, test } from 'vitest'
import type { DesiredState } from '../../../src/plan/plan.ts'
import { ownerProblems } from '../../../src/plan/preflight.ts'
import { bareServer, withFacts } from '../sample.ts'

type Owner = DesiredState['owner']

const plain: Owner = { repository: 'acme/shop', configuration: 'Staging' }
const pull = (number: number, of = 'shop'): Owner => ({
  ...plain,
  preview: { number, branch: 'feature', of },
})

/** Whose a project's name is, where that keeps another owner from it. */
const whys = (now: Owner, owner: Owner) =>
  ownerProblems({ project: 'shop-pr-1', owner }, withFacts(bareServer, { host: { owner: now } })).map(
    ({ why }) => why,
  )

test.each<readonly [string, Owner]>([
  ['a configuration', plain],
  ['a configuration that has become production', { ...plain, production: true }],
  ['a preview', pull(1)],
  [
    'a preview whose branch has another name by now',
    { ...plain, preview: { number: 1, branch: 'b', of: 'shop' } },
  ],
])('the name of %s is its own', (_, owner) => {
  expect(whys(owner.preview ? pull(1) : plain, owner)).toEqual([])
})

test.each([
  ['another pull request', pull(1), pull(2)],
  ['the same pull request of another project', pull(1, 'api'), pull(1)],
  ['the configuration itself', pull(1), plain],
])('the name of a preview is not that of %s', (_, now, owner) => {
  expect(whys(now, owner)).toEqual(['It belongs to acme/shop, configuration Staging, pull request 1.'])
})

test('the name of a configuration is not that of a preview', () => {
  expect(whys(plain, pull(1))).toEqual(['It belongs to acme/shop, configuration Staging.'])
})
