import { execFileSync } from 'node:child_process'
import { lstatSync, mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { packFiles, readSource } from '../../../src/source/checkout.ts'
import { requirementFiles } from '../../../src/source/requirements.ts'
import { manifest, readFile, refuseUnsendable } from '../../../src/source/source.ts'
import { newTestRepository } from './repository.ts'

const oddNames = [
  'with space',
  "quote'd",
  'dollar$(reboot)',
  '-rf',
  'ünïcödé',
  'tab\there',
  'back\\slash',
  '"x"',
  '#a',
  '.env',
]

/** What GNU tar makes of files, in a folder; the listing has a line for each. */
const unpacked = async <T>(
  files: Parameters<typeof packFiles>[0],
  look: (folder: string) => T,
): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'jetee-source-test-'))
  try {
    execFileSync('tar', ['-xpf', '-', '-C', folder], { input: await buffer(packFiles(files)) })
    return look(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Lines as the server sorts them. */
const sortedInC = (text: string): string =>
  execFileSync('sort', { input: text, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } })

describe('a source', () => {
  test('tells of its commit', async () => {
    using repository = newTestRepository()
    repository.sh('echo one >a')
    const commit = repository.commit('Größe: “x” & <b>\n\nmore')
    const source = await readSource(repository.folder, 'HEAD')
    expect(source).toMatchObject({
      commit,
      tree: repository.git('rev-parse', 'HEAD^{tree}'),
      author: 'Octo Cat',
      subject: 'Größe: “x” & <b>',
    })
    expect(source.commit).toMatch(/^[0-9a-f]{40}$/)
  })

  test('lists files of every kind, sorted as the server sorts them', async () => {
    using repository = newTestRepository()
    repository.sh(
      'echo one >a; echo run >run; chmod +x run; ln -s a link; mkdir -p b/c; : >b/c/empty; echo Z >Z',
    )
    repository.commit()
    const source = await readSource(repository.folder, 'HEAD')
    const text = manifest(source).toString()
    expect(text).toBe(sortedInC(text))
    const kinds = Object.fromEntries(source.files.map(({ path, mode }) => [path, mode]))
    expect(kinds).toEqual({ a: '100644', Z: '100644', 'b/c/empty': '100644', run: '100755', link: '120000' })
    const blob = repository.git('rev-parse', 'HEAD:a')
    expect(text).toContain(`100644 ${blob} a\n`)
  })

  test('sorts files of one content by their bytes, not as people would', async () => {
    using repository = newTestRepository()
    repository.sh('for name in a B c _d .e ä "f g" 漢 Ω; do echo one >"$name"; done')
    repository.commit()
    const text = manifest(await readSource(repository.folder, 'HEAD')).toString()
    expect(text.match(/^100644 /gm)).toHaveLength(9)
    expect(text).toBe(sortedInC(text))
  })

  test.each(['..', '../x', 'a/../b', 'a/..'])('refuses %s, which leads out of it', (path) => {
    expect(() => refuseUnsendable([{ path: 'a' }, { path }])).toThrow('a file that cannot be sent')
  })

  test('takes names that only begin or end with dots', () => {
    const files = ['...', 'a..', '..a', 'a/..b/c..'].map((path) => ({ path }))
    expect(() => refuseUnsendable(files)).not.toThrow()
  })

  test('leaves out what is not in the commit', async () => {
    using repository = newTestRepository()
    repository.sh('echo one >a; echo x >ignored; echo ignored >.gitignore')
    repository.commit()
    repository.sh('echo changed >a; echo new >b')
    const source = await readSource(repository.folder, 'HEAD')
    expect(source.files.map(({ path }) => path).sort()).toEqual(['.gitignore', 'a'])
    expect(await readFile(source, 'a')).toBe('one\n')
    expect(await readFile(source, 'b')).toBeUndefined()
  })

  test('travels as a tar that holds the very files', async () => {
    using repository = newTestRepository()
    const random = 'head -c 300000 /dev/urandom'
    repository.sh(
      `echo one >a; ${random} >large; echo run >run; chmod 755 run; ln -s 'no where' link; mkdir b; : >b/empty`,
    )
    repository.commit()
    const { files } = await readSource(repository.folder, 'HEAD')
    await unpacked(files, (folder) => {
      for (const name of ['a', 'large', 'run', 'b/empty'])
        expect(readFileSync(join(folder, name)).equals(readFileSync(join(repository.folder, name)))).toBe(
          true,
        )
      expect(lstatSync(join(folder, 'run')).mode & 0o777).toBe(0o755)
      expect(lstatSync(join(folder, 'a')).mode & 0o777).toBe(0o644)
      expect(readlinkSync(join(folder, 'link'))).toBe('no where')
    })
  })

  test('takes odd names', async () => {
    using repository = newTestRepository()
    const long = `${'deep/'.repeat(40)}${'n'.repeat(120)}`
    repository.sh(`mkdir -p ${'deep/'.repeat(40)}`)
    for (const name of [...oddNames, long])
      execFileSync('tee', ['--', name], {
        cwd: repository.folder,
        input: name,
        stdio: ['pipe', 'ignore', 'pipe'],
      })
    repository.commit()
    const { files } = await readSource(repository.folder, 'HEAD')
    expect(files.map(({ path }) => path).sort()).toEqual([...oddNames, long].sort())
    await unpacked(files, (folder) => {
      for (const name of [...oddNames, long]) expect(readFileSync(join(folder, name), 'utf8')).toBe(name)
    })
  })

  test.each([
    ['a line feed', 'touch "$(printf \'a\\nb\')"'],
    ['a carriage return', 'touch "$(printf \'a\\rb\')"'],
    ['Latin 1', 'touch "$(printf \'caf\\351\')"'],
  ])('refuses a name with %s', async (_, script) => {
    using repository = newTestRepository()
    repository.sh(script)
    repository.commit()
    await expect(readSource(repository.folder, 'HEAD')).rejects.toThrow('a file that cannot be sent')
  })

  test('is the same tar for the same files', async () => {
    using repository = newTestRepository()
    repository.sh('echo one >a; echo two >b')
    repository.commit()
    const { files } = await readSource(repository.folder, 'HEAD')
    expect(await buffer(packFiles(files))).toEqual(await buffer(packFiles(files)))
  })

  test('may be empty', async () => {
    using repository = newTestRepository()
    repository.commit()
    const source = await readSource(repository.folder, 'HEAD')
    expect(manifest(source).toString()).toBe('')
    await unpacked(source.files, () => {})
  })

  test('holds its submodules’ files', async () => {
    using inner = newTestRepository()
    inner.sh('echo inner >file')
    inner.commit()
    using outer = newTestRepository()
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.folder, 'lib')
    outer.commit()
    const source = await readSource(outer.folder, 'HEAD')
    // Their order is that of their content, and where the submodule is from is told in one of them.
    expect(source.files.map(({ path }) => path).sort()).toEqual(['.gitmodules', 'lib/file'])
    expect(source.tree).toBe(
      `${outer.git('rev-parse', 'HEAD^{tree}')}-${inner.git('rev-parse', 'HEAD^{tree}').slice(0, 12)}`,
    )
    await unpacked(source.files, (folder) => {
      expect(readFileSync(join(folder, 'lib/file'), 'utf8')).toBe('inner\n')
    })
    outer.sh('rm -rf lib .git/modules; mkdir lib')
    await expect(readSource(outer.folder, 'HEAD')).rejects.toThrow('A submodule is not checked out')
  })
})

describe('the requirements', () => {
  const source = async (script: string) => {
    const repository = newTestRepository()
    repository.sh(script)
    repository.commit()
    return { repository, source: await readSource(repository.folder, 'HEAD') }
  }

  test('are the file and what it includes, once each', async () => {
    const script = `mkdir req; printf -- '-r base.txt\\n--constraint=pins.txt\\n-r https://example.com/x.txt\\ndjango\\n' >req/prod.txt
      printf -- '-c pins.txt\\n' >req/base.txt; echo 'django==5.2' >req/pins.txt`
    const { repository, source: found } = await source(script)
    using _ = repository
    expect(await requirementFiles(found, 'req/prod.txt')).toEqual([
      'req/prod.txt',
      'req/base.txt',
      'req/pins.txt',
    ])
  })

  test('must all be there', async () => {
    const { repository, source: found } = await source('echo -r gone.txt >some.txt')
    using _ = repository
    await expect(requirementFiles(found, 'other.txt')).rejects.toThrow('other.txt is not in the commit')
    await expect(requirementFiles(found, 'some.txt')).rejects.toThrow('gone.txt is not in the commit')
  })

  test('do not lead out of the repository', async () => {
    const { repository, source: found } = await source('echo -r ../../etc/passwd >requirements.txt')
    using _ = repository
    await expect(requirementFiles(found, 'requirements.txt')).rejects.toThrow('is not in the commit')
  })
})
