import { describe, expect, it } from 'vitest'
import { lfsPatterns, refuseLfs } from '../../../src/source/lfs.ts'

const matches = (pattern: string, path: string): boolean =>
  lfsPatterns(`${pattern} filter=lfs diff=lfs merge=lfs -text`).some((expression) => expression.test(path))

describe('a pattern of .gitattributes', () => {
  it.each([
    ['*.psd', 'a.psd'],
    ['*.psd', 'deep/down/a.psd'],
    ['*.psd', '.psd'],
    ['models/*.bin', 'models/a.bin'],
    ['/top.bin', 'top.bin'],
    ['models/**', 'models/a/b'],
    ['**/data', 'a/b/data'],
    ['a/**/b', 'a/b'],
    ['a/**/b', 'a/x/y/b'],
    ['[ab].bin', 'x/b.bin'],
    ['[!ab].bin', 'c.bin'],
    ['?.bin', 'c.bin'],
    ['a\\*b', 'a*b'],
    ['"with blank.bin"', 'x/with blank.bin'],
  ])('%s is for %s', (pattern, path) => {
    expect(matches(pattern, path)).toBe(true)
  })

  it.each([
    ['*.psd', 'a.psd.txt'],
    ['models/*.bin', 'models/deep/a.bin'],
    ['models/*.bin', 'other/models/a.bin'],
    ['/top.bin', 'deep/top.bin'],
    ['a.b', 'axb'],
    ['[!ab].bin', 'a.bin'],
    ['a\\*b', 'axb'],
  ])('%s is not for %s', (pattern, path) => {
    expect(matches(pattern, path)).toBe(false)
  })

  it('is read also where lines end as on Windows', () => {
    expect(lfsPatterns('*.psd filter=lfs -text\r\n*.bin filter=lfs\r\n')).toHaveLength(2)
  })

  it('counts only with the filter of LFS, outside of comments', () => {
    expect(lfsPatterns('# *.a filter=lfs\n*.b text\n*.c filter=lfsx\n*.d -filter=lfs')).toEqual([])
  })
})

const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n'

/** A commit of some files. */
const commit = (texts: Readonly<Record<string, string>>) => {
  const read: string[] = []
  return {
    read,
    source: {
      files: Object.entries(texts).map(([path, text]) => ({
        mode: '100644',
        blob: path,
        path,
        size: text.length,
      })),
      read: async ({ path }: { readonly path: string }) => {
        read.push(path)
        return texts[path] ?? ''
      },
    },
  }
}

describe('a commit', () => {
  it('with a pointer is refused, by the name of the file', async () => {
    const { source } = commit({ 'a/.gitattributes': '*.bin filter=lfs', 'a/deep/x.bin': pointer })
    await expect(refuseLfs(source)).rejects.toMatchObject({ details: { where: 'a/deep/x.bin' } })
  })

  it('whose files only match, or only begin so, is not; large ones are not even read', async () => {
    const { source, read } = commit({
      'a/.gitattributes': '*.bin filter=lfs',
      'a/real.bin': 'real',
      'a/large.bin': 'x'.repeat(1025),
      'b/x.bin': pointer,
      'docs.md': pointer,
    })
    await expect(refuseLfs(source)).resolves.toBeUndefined()
    expect(read).toEqual(['a/.gitattributes', 'a/real.bin'])
  })
})
