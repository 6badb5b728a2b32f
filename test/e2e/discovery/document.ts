import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Book, project } from './book.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/discovery.md'), 'utf8')

/** The examples of the page in a language, word for word. */
const examples = (language: string, part: string): readonly string[] =>
  [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, found, text = '']) =>
    found === language && text.includes(part) ? [text] : [],
  )

/** What the page shows to do, done by the project's own programs. */
export const document = (open: () => Book) => {
  const run = async (program: string, text: string) =>
    (await open().site.server.must(`docker exec -i ${project}-app-1 ${program}`, { input: text })).trim()

  test('Django reaches its database with the settings of the page', async () => {
    const settings = examples('python', 'DATABASES = ')
    expect(settings).toHaveLength(2)
    for (const text of settings) {
      const rest = `
from django.conf import settings
settings.configure(DATABASES=DATABASES)
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute('SELECT current_database()')
    print(cursor.fetchone()[0], settings.DATABASES['default']['HOST'])
`
      expect(await run('python -', text + rest)).toBe('my_project my-project-postgresql')
    }
  })

  test('plain Python does, too', async () => {
    const [text = ''] = examples('python', 'psycopg.connect')
    expect(await run('python -', text)).toBe('(1,)')
  })

  test('host and port come from a service’s name, with a library and without', async () => {
    const ways = examples('python', 'def find_service')
    expect(ways).toHaveLength(2)
    for (const text of ways) {
      const rest = `
print(host, port)
try:
    find_service('my-project-nothing')
except Exception:
    print('not found')
`
      expect(await run('python -', text + rest)).toBe('my-project-redis.service.consul 6379\nnot found')
    }
  })

  test('a shell finds the names', async () => {
    const [text = ''] = examples('sh', 'getent')
    const address = await open().address(`${project}-postgresql`)
    const lines = (await run('sh -e', text)).split('\n')
    expect(lines.map((line) => line.split(' ')[0])).toEqual([address, address])
  })
}
