import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { firewallScript } from '../../../src/stack/firewall.ts'

/** The rules that the script gives to the kernel, in whose place stands a file. */

let here: string
beforeEach(async () => {
  here = await mkdtemp(join(tmpdir(), 'firewall-'))
  await writeFile(join(here, 'firewall.sh'), firewallScript())
  await writeFile(join(here, 'iptables'), '#!/bin/sh\nexit 1\n')
  await writeFile(join(here, 'iptables-restore'), `#!/bin/sh\ncat >${here}/rules\n`)
  for (const name of ['iptables', 'iptables-restore']) await chmod(join(here, name), 0o755)
})
afterEach(() => rm(here, { recursive: true, force: true }))

const load = async (networks: string): Promise<readonly string[]> => {
  await writeFile(join(here, 'networks'), networks)
  execFileSync('sh', [join(here, 'firewall.sh'), 'load'], {
    env: { PATH: `${here}:${process.env.PATH}` },
    stdio: 'pipe',
  })
  return (await readFile(join(here, 'rules'), 'utf8')).split('\n')
}

/** What happens to a packet: the target of the first rule that fits. */
const fate = (rules: readonly string[], from: string, to: string, port: { tcp?: number; udp?: number }) => {
  const [protocol = '', number] = Object.entries(port)[0] ?? []
  const found = rules.find(
    (rule) =>
      rule.includes(` -i ${from} -d ${to} `) &&
      (!rule.includes(' -p ') || rule.includes(` -p ${protocol} --dport ${number} `)),
  )
  return found?.split(' -j ')[1]
}

const cloud = '169.254.0.0/16'

test('a preview and a build do not reach what a cloud tells, but may ask it for names', async () => {
  const rules = await load('jt-a 10.213.0.0/24\njt-b 10.213.1.0/24 preview\n')
  for (const bridge of ['jt-b', 'docker0']) {
    expect(fate(rules, bridge, cloud, { tcp: 80 })).toBe('DROP')
    expect(fate(rules, bridge, cloud, { udp: 53 })).toBe('RETURN')
    expect(fate(rules, bridge, cloud, { tcp: 53 })).toBe('RETURN')
  }
  expect(fate(rules, 'jt-a', cloud, { tcp: 80 })).toBeUndefined()
  // It stands before what lets a build out.
  expect(rules.indexOf(`-A JETEE-ISOLATION -i docker0 -d ${cloud} -j DROP`)).toBeLessThan(
    rules.indexOf('-A JETEE-ISOLATION -i docker0 -j RETURN'),
  )
})

test('without previews, nothing of it is in the way', async () => {
  expect((await load('jt-a 10.213.0.0/24\n')).join('\n')).not.toContain('169.254')
})
