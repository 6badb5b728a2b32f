import { posix } from 'node:path'
import { Failure } from '../report/failure.ts'
import type { Source, SourceFile } from './source.ts'

/** How the file that Git LFS keeps in a commit begins, in place of the content (specification of Git LFS, "The Pointer"). */
const pointer = 'version https://git-lfs.github.com/spec/'

/** Bytes that such a file has at most, by the same specification. */
const longest = 1024

/**
 * Refuses a commit with files of Git LFS: what is built is what git has, and of these it has only pointers. Files are
 * known by `.gitattributes`, and then by how they begin.
 */
export const refuseLfs = async (source: Pick<Source, 'files' | 'read'>): Promise<void> => {
  for (const attributes of source.files) {
    if (posix.basename(attributes.path) !== '.gitattributes' || attributes.mode === '120000') continue
    const patterns = lfsPatterns(await source.read(attributes))
    if (patterns.length === 0) continue
    const folder = attributes.path.slice(0, -'.gitattributes'.length)
    for (const file of source.files) {
      const isCandidate =
        file.path.startsWith(folder) &&
        file.mode !== '120000' &&
        (file.size ?? 0) <= longest &&
        patterns.some((pattern) => pattern.test(file.path.slice(folder.length)))
      if (isCandidate && (await source.read(file)).startsWith(pointer)) throw hasLfs(file, attributes)
    }
  }
}

const hasLfs = ({ path }: SourceFile, attributes: SourceFile): Failure =>
  new Failure({
    what: 'The commit holds files of Git LFS, which cannot be deployed',
    where: path,
    why: `What git has of ${path} is a pointer to content that is kept elsewhere (${attributes.path}), also where actions/checkout fetches it with \`lfs: true\`.`,
    stands: 'Nothing on the server was changed.',
    next: 'Commit the files that the app needs without LFS (`git lfs migrate export`), or have the build download them.',
  })

/** The patterns of a `.gitattributes` whose files LFS keeps, for paths from its folder. */
export const lfsPatterns = (text: string): readonly RegExp[] =>
  text.split(/\r?\n/).flatMap((line) => {
    const [, quoted, plain, attributes = ''] =
      /^\s*(?:"((?:[^"\\]|\\.)*)"|([^\s#"]\S*))\s+(.*)$/.exec(line) ?? []
    const pattern = quoted ?? plain
    return pattern !== undefined && /(?:^|\s)filter=lfs(?:\s|$)/.test(attributes) ? [toRegExp(pattern)] : []
  })

/** A pattern of git's: without a slash it is for names in any folder. */
const toRegExp = (pattern: string): RegExp => {
  const isName = !pattern.replace(/^\*\*\//, '').includes('/')
  const words = pattern.replace(/^\//, '').replace(/^\*\*\//, '')
  const isAnywhere = isName ? !pattern.startsWith('/') : pattern.startsWith('**/')
  const text = words.replace(/\\.|\*\*\/|\/\*\*$|\*+|\?|\[!?[^\]]+\]|[^\w]/g, (part) => {
    if (part === '**/') return '(?:.*/)?'
    if (part === '/**') return '/.*'
    if (part.startsWith('*')) return '[^/]*'
    if (part === '?') return '[^/]'
    if (part.length > 2) return part.replace(/^\[!/, '[^').replaceAll('\\', '\\\\')
    return `\\${part.at(-1)}`
  })
  return new RegExp(`^${isAnywhere ? '(?:.*/)?' : ''}${text}$`)
}
