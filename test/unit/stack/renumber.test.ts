import { describe, expect, test } from 'vitest'
import { renumber } from '../../../src/stack/renumber.ts'
import { configurationOf, containersOf, releaseOf } from './project.ts'

const resolver = { consul: '10.213.0.2', others: ['192.0.2.53'] }

/** Its containers as release 8 at one address and with one resolver, and what a copy as release 12 has at others. */
const both = (lines: string) => {
  const configuration = configurationOf(lines)
  const { programs } = releaseOf(configuration)
  const containers = containersOf(configuration, {
    resolver: { consul: '10.213.0.9', others: ['192.0.2.1'] },
  })
  const expected = containersOf(configuration, { number: 12, address: '10.213.0.7', resolver })
  return { containers, programs, expected }
}

const renumbering = { project: 'shop', from: 8, to: 12, address: '10.213.0.7', resolver }

describe('a copy of a release', () => {
  test.each([
    [
      'with supervisor',
      'type: django\nprocesses: [django_gunicorn, { custom: { name: worker, command: w } }]',
    ],
    [
      'from a Dockerfile, with helpers whose names end in numbers',
      `type: dockerfile
port: 3000
media_location: /srv/media
processes: [{ custom: { name: worker-8, command: w } }, { custom: { name: mailer, command: m, copies: 9 } }]`,
    ],
  ])('has the containers that the release itself would have by that number: %s', (_, lines) => {
    const { containers, programs, expected } = both(lines)
    expect(renumber({ containers, programs }, renumbering)).toEqual(
      expected.filter(({ spec }) => spec.Labels['jetee.service'] !== 'task'),
    )
  })

  test('has no tasks', () => {
    const { containers, programs } = both('type: dockerfile\nrelease_tasks: { before_switch: [migrate] }')
    expect(containers.map(({ name }) => name)).toContain('shop-task-before-switch-1-8')
    expect(renumber({ containers, programs }, renumbering).map(({ name }) => name)).toEqual([
      'shop-app-12',
      'shop-door-12',
    ])
  })

  test('leaves volumes of the file alone that look like the folder of a release', () => {
    const configuration = configurationOf('type: django\nprocesses: [django_gunicorn]', {
      volumes: [{ source: '/srv/releases/8/data', target: '/data', readOnly: false }],
    })
    const { programs } = releaseOf(configuration)
    const [app] = renumber({ containers: containersOf(configuration), programs }, renumbering)
    expect(app?.spec.HostConfig.Binds).toContain('/srv/releases/8/data:/data')
    expect(app?.spec.HostConfig.Binds).toContain(
      '/var/lib/jetee/projects/shop/releases/12/mount:/etc/jetee:ro',
    )
  })

  test('asks Docker alone for names where Consul is away by now', () => {
    const { containers, programs } = both('type: django\nprocesses: [django_gunicorn]')
    const [app] = renumber({ containers, programs }, { ...renumbering, resolver: undefined })
    expect(app?.spec.HostConfig).not.toHaveProperty('Dns')
    expect(app?.spec.Labels['jetee.dns']).toBe('')
  })
})
