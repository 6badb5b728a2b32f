import { expect, test } from 'vitest'
import { isolationFields, isolationSteps, isolationWarnings } from '../../../src/plan/isolation-steps.ts'
import { makePlan } from '../../../src/plan/plan.ts'
import type { HostFacts } from '../../../src/server/facts.ts'
import { bridgeName } from '../../../src/stack/layout.ts'
import { bareServer, builtServer, desiredState, withFacts } from '../sample.ts'

const desired = desiredState()
const built = builtServer(desired)
const { firewall } = built.host
const withFirewall = (changes: Partial<NonNullable<HostFacts['firewall']>>) =>
  withFacts(built, { host: { firewall: firewall && { ...firewall, ...changes } } })

const second = {
  name: 'jetee-shop',
  project: 'shop',
  bridge: bridgeName('shop'),
  subnets: ['10.213.1.0/24'],
}
const withSecond = withFacts(built, { engine: { networks: [...built.engine.networks, second] } })
const withForeign = withFacts(built, {
  engine: {
    networks: [
      ...built.engine.networks,
      { name: 'bridge', project: undefined, bridge: 'docker0', subnets: ['172.17.0.0/16'] },
      { name: 'labelled', project: 'by hand', bridge: undefined, subnets: ['172.18.0.0/16'] },
    ],
  },
})

const bridge = `network ${bridgeName('guestbook')}`
test.each([
  ['none on a server that is as it should be', built, undefined, undefined],
  ['none for networks that are not ours', withForeign, undefined, undefined],
  [
    'one on a bare server',
    bareServer,
    'the project’s network is a new one',
    { name: bridge, old: null, new: 'kept from the others' },
  ],
  [
    'one where there are no rules yet',
    withFacts(built, { host: { firewall: undefined } }),
    'nothing does so yet',
    { name: bridge, old: null, new: '10.213.0.0/24' },
  ],
  [
    'one for rules of another version',
    withFirewall({ hash: 'other' }),
    'its rules have changed',
    { name: 'made by', old: 'another version of the deployer', new: 'this version' },
  ],
  [
    'one for rules that somebody has taken out',
    withFirewall({ loaded: false }),
    'its rules are not loaded',
    { name: 'state', old: 'not loaded', new: 'loaded' },
  ],
  [
    'one for another project’s network that the rules do not know',
    withSecond,
    'networks came or went',
    { name: `network ${second.bridge}`, old: null, new: '10.213.1.0/24' },
  ],
  [
    'one for a network that was made anew elsewhere',
    withFirewall({
      networks: [{ bridge: bridgeName('guestbook'), subnet: '10.213.9.0/24', isPreview: false }],
    }),
    'networks came or went',
    { name: bridge, old: '10.213.9.0/24', new: '10.213.0.0/24' },
  ],
  [
    'one for a project that was a preview when they were made',
    withFirewall({
      networks: [{ bridge: bridgeName('guestbook'), subnet: '10.213.0.0/24', isPreview: true }],
    }),
    'a preview does not reach what a project does',
    { name: bridge, old: 'a preview’s', new: 'a project’s' },
  ],
] as const)('there is %s', (_, facts, reason, field) => {
  const steps = isolationSteps(desired, facts)
  expect(steps.map((step) => step.reason)).toEqual(reason === undefined ? [] : [reason])
  if (field) expect(isolationFields(desired, facts)).toEqual([field])
})

test('the release starts when the networks are kept apart', () => {
  const plan = makePlan(desired, bareServer, { services: true, site: true, release: true })
  expect(plan.find(({ id }) => id === 'isolation')?.after).toContain('network')
  expect(plan.find(({ id }) => id === 'start')?.after).toContain('isolation')
})

test('a server without iptables is warned of, at every run, and has no step that could do nothing', () => {
  const without = withFacts(built, { host: { hasIptables: false, firewall: undefined } })
  expect(isolationSteps(desired, without)).toEqual([])
  expect(isolationWarnings(without)).toEqual([expect.stringContaining('there is no iptables')])
  expect(isolationWarnings(built)).toEqual([])
  expect(isolationWarnings(bareServer)).toEqual([])
})

test('what a preview builds and starts waits for the rules, which are a build’s as well', () => {
  const preview = {
    number: 1,
    branch: 'a',
    of: 'guestbook',
    expiresSeconds: undefined,
    most: 10,
    seed: [],
    password: undefined,
    noindex: true,
    isFork: false,
    besideProduction: false,
  }
  const after = (state: typeof desired, id: string) =>
    makePlan(state, bareServer, { services: true, site: true, release: true }).find((step) => step.id === id)
      ?.after
  for (const id of ['image', 'service postgresql', 'start'])
    expect(after({ ...desired, preview }, id)).toContain('isolation')
  // Nobody else's build is kept waiting.
  expect(after(desired, 'image')).not.toContain('isolation')
})
