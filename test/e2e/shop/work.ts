import { describe, expect, test } from 'vitest'
import { statusForBody, upload } from '../upload.ts'
import { header, kept, megabyte, type Shop } from './shop.ts'

/** A task that was done, and by whom. */
interface Done {
  readonly text: string
  readonly worker: string
  readonly queue: string
}

/** Registers the tests of what the site, the workers and the services do. */
export const work = (shop: () => Shop): void => {
  describe('the site', () => {
    test('takes an upload of 50 MB as it was sent, and refuses what is above max_body_size', async () => {
      const { sent, arrived } = await upload(`${shop().site.url}upload`, 50 * megabyte)
      expect(arrived).toEqual(sent)
      expect(await statusForBody(`${shop().site.url}upload`, 51 * megabyte + 1)).toBe(413)
    })

    test('adds its headers to what the project, the static files and an error say', async () => {
      for (const path of ['health/', 'static/none', 'no-such-page']) {
        const { headers } = await fetch(`${shop().site.url}${path}`)
        expect(headers.get(header.name), path).toBe(header.value)
      }
    })
  })

  describe('the workers', () => {
    test('each does the tasks of its own queue, once', async () => {
      const send = (queue: string, text: string) =>
        shop().page<Done>(`tasks/${queue}`, { method: 'POST', body: text })
      const letters = ['one', 'two', 'three', 'four', 'five'].flatMap((text): [string, string][] => [
        ['email', `email ${text}`],
        ['celery', `celery ${text}`],
      ])
      const answers = await Promise.all(letters.map(([queue, text]) => send(queue, text)))
      const workerOf: Record<string, string> = { email: 'email@shop', celery: 'default@shop' }
      const expected = letters.map(([queue, text]) => ({ text, queue, worker: workerOf[queue] }))
      expect(answers).toEqual(expected)
      const { tasks } = await shop().page<{ tasks: readonly Done[] }>('tasks')
      const seen = tasks.map(({ text, worker, queue }) => ({ text, queue, worker }))
      expect(seen).toHaveLength(expected.length)
      expect(seen).toEqual(expect.arrayContaining(expected))
    })
  })

  describe('the services', () => {
    test('memcached keeps what the cache is given', async () => {
      const put = await fetch(`${shop().site.url}cache/tea`, { method: 'PUT', body: 'three “pounds”' })
      expect(put.status).toBe(204)
      expect(await shop().page('cache/tea')).toEqual({ value: 'three “pounds”' })
      const stats = await shop().site.server.must('docker exec -i shop-app-1 python3 -', {
        input: `import socket
memcached = socket.create_connection(("shop-memcached", 11211))
memcached.sendall(b"stats\\r\\nquit\\r\\n")
print(memcached.makefile().read())`,
      })
      expect(Number(/STAT curr_items (\d+)/.exec(stats)?.[1])).toBeGreaterThan(0)
    })

    test('MariaDB keeps what goes into the second database', async () => {
      const item = { name: 'Tee, „grün“ → 茶', pieces: 3 }
      const answer = await shop().page<{ version: string }>('stock', {
        method: 'POST',
        body: JSON.stringify(item),
      })
      expect(answer).toEqual({ version: expect.stringContaining('MariaDB'), items: [item] })
      const row = await shop().site.server.must(
        "docker exec shop-mysql mariadb --defaults-extra-file=/run/secrets/client.cnf --default-character-set=utf8mb4 -N shop -e 'SELECT name, pieces FROM warehouse_item'",
      )
      expect(row).toBe(`${item.name}\t${item.pieces}`)
    })

    test('containers have the limits that the file says, and no others', async () => {
      const format = '{{.Name}} {{.HostConfig.Memory}} {{.HostConfig.MemorySwap}} {{.HostConfig.NanoCpus}}'
      const names = ['app-1', 'postgresql', 'redis', 'memcached', 'mysql'].map((name) => `shop-${name}`)
      const limits = await shop().site.server.must(`docker inspect -f '${format}' ${names.join(' ')}`)
      expect(limits.split('\n')).toEqual([
        `/shop-app-1 ${1024 * megabyte} ${1024 * megabyte} 1500000000`,
        `/shop-postgresql ${512 * megabyte} ${512 * megabyte} 500000000`,
        '/shop-redis 0 0 0',
        `/shop-memcached ${128 * megabyte} ${128 * megabyte} 0`,
        '/shop-mysql 0 0 0',
      ])
      expect(await shop().site.server.must('docker exec shop-postgresql date +%Z')).toMatch(/^CES?T$/)
    })

    test('the project has a volume that Docker keeps and a folder of the server that it may only read', async () => {
      const { server } = shop().site
      const inside = (script: string) => server.run(`docker exec shop-app-1 sh -c '${script}'`)
      expect((await inside('cat /srv/prices/today')).stdout).toBe('tea 3\n')
      expect((await inside('touch /srv/prices/tomorrow')).stderr).toContain('Read-only file system')
      expect(await inside(`echo cup > ${kept}/cup`)).toMatchObject({ code: 0 })
      const volume = await server.must(
        'docker volume inspect -f \'{{index .Labels "jetee.project"}} {{.Mountpoint}}\' shop-keep',
      )
      const [project, folder] = volume.split(' ')
      expect(project).toBe('shop')
      expect(await server.must(`cat ${folder}/cup`)).toBe('cup')
    })
  })
}
