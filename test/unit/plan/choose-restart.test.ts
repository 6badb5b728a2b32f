import { describe, expect, test } from 'vitest'
import { restartTargets } from '../../../src/plan/choose-restart.ts'
import type { Failure } from '../../../src/report/failure.ts'
import { configurationOf, releaseOf } from '../stack/project.ts'

const supervised = `type: django
processes:
  - django_gunicorn
  - custom: { name: worker, command: w, copies: 2 }
  - custom: { name: mailer, command: m }`

const targetsOf = (lines: string, ...names: readonly string[]) => {
  const configuration = configurationOf(lines)
  const { parts } = releaseOf(configuration)
  try {
    return restartTargets(names, { configuration, file: 'deployment.yml' }, parts, 8, 'root@example.com:22')
  } catch (error) {
    return (error as Failure).details
  }
}

const helper = (name: string, isSupervised: boolean, ...units: readonly string[]) => ({
  kind: 'helper',
  name,
  isSupervised,
  units,
})

describe('what is restarted by its name', () => {
  test('is a helper with all its copies, or one of them', () => {
    expect(targetsOf(supervised, 'worker', 'mailer', 'worker-1', 'mailer')).toEqual([
      helper('worker', true, 'worker:worker-0', 'worker:worker-1'),
      helper('mailer', true, 'mailer'),
      helper('worker-1', true, 'worker:worker-1'),
    ])
  })

  test('is a container of the release where there is no supervisor', () => {
    const own = 'type: dockerfile\nprocesses: [{ custom: { name: worker, command: w, copies: 2 } }]'
    expect(targetsOf(own, 'worker', 'worker-1')).toEqual([
      helper('worker', false, 'shop-worker-8-1', 'shop-worker-8-2'),
      helper('worker-1', false, 'shop-worker-8-2'),
    ])
  })

  test('is never the web process, for which visitors would wait', () => {
    expect(targetsOf(supervised, 'web')).toMatchObject({
      what: 'web is the web process, which is not restarted by itself',
      next: '`restart` without a name starts the whole release anew, without a gap.',
    })
  })

  test('is told where it is none', () => {
    expect(targetsOf(supervised, 'worker', 'mialer')).toMatchObject({
      what: 'There is no helper or service "mialer"',
      why: expect.stringMatching(/^There are: worker, worker-0, worker-1, mailer/),
      next: 'Did you mean `mailer`?',
    })
  })
})
