import { expect, test } from 'vitest'
import { containers } from '../harness.ts'
import { until } from '../until.ts'
import { ask } from '../visitors.ts'
import type { OwnImage } from './own-image.ts'

/** Registers the test of a reboot, with both projects live. */
export const reboot = (own: () => OwnImage): void => {
  test('after a reboot of the server all is back: commands, doors, and each helper once', async () => {
    const before = await containers(own().site.server)
    await own().site.server.reboot()
    for (const host of [own().site.server.host, 'shelf.example.com'])
      await until(
        `${host} answers`,
        () => ask(own().site.url, host).catch(String),
        (answer) => typeof answer === 'object' && answer.status === 200,
      )
    await until(
      'all containers run',
      () => own().site.server.must("docker ps -a --format '{{.State}}' | sort | uniq -c"),
      (states) => /^ *11 running$/.test(states),
      30,
    )
    expect(await containers(own().site.server)).toBe(before)
    await until(
      'the worker writes again',
      () => own().page<{ at: number }>('worker'),
      ({ at }) => at > Date.now() / 1000 - 2,
    )
    await own().expectOneWorker()
    expect((await own().site.mustDeploy()).outputs.changed).toBe('false')
  })
}
