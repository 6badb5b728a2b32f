import { expect, test } from 'vitest'
import { sendVisitors } from '../visitors.ts'
import { type OwnImage, project } from './own-image.ts'

/** Registers the test of a rollback, and of the way forward again. */
export const back = (own: () => OwnImage): void => {
  test('goes back to an early release and forward again, with its door, its files and its worker', async () => {
    const { site, greeting } = own()
    const live = Number(await site.server.must(`readlink /var/lib/jetee/www/${project}/current | cut -c 3-`))
    const words = await greeting()
    const visitors = sendVisitors(site.url)
    const first = await site.server.must(
      `ls /var/lib/jetee/projects/${project}/releases | sort -n | head -n 1`,
    )
    const before = await site.mustDeploy({ command: `rollback ${first}` })
    const copy = Number(before.outputs.release)
    expect(copy).toBeGreaterThan(live)
    expect(await greeting()).not.toBe(words)
    await own().expectOneWorker()
    const containers = `docker ps --format '{{.Names}}' | grep '^${project}-.*[0-9]$' | sort | xargs`
    const ofRelease = (number: number) =>
      ['app', 'door', 'worker'].map((part) => `${project}-${part}-${number}`).join(' ')
    expect(await site.server.must(containers)).toBe(ofRelease(copy))
    expect(await site.server.must(`ls /var/lib/jetee/www/${project}/r/${copy}/static`)).toBe('style.css')

    const { outputs } = await site.mustDeploy({ command: `rollback ${live}` })
    expect(Object.keys(await visitors.stop())).toEqual(['200'])
    expect(await greeting()).toBe(words)

    const number = Number(outputs.release)
    const started = () =>
      site.server
        .must(`docker inspect -f '{{.State.StartedAt}}' ${ofRelease(number)}`)
        .then((all) => all.split('\n'))
    const [app, door, worker] = await started()
    await site.mustDeploy({ command: 'restart worker' })
    const after = await started()
    expect(after.slice(0, 2)).toEqual([app, door])
    expect(after[2]).not.toBe(worker)
    await own().expectOneWorker()
  })
}
