import { posix } from 'node:path'
import { Failure } from '../report/failure.ts'
import { readFile, type Source } from './source.ts'

const safePath = /^[A-Za-z0-9_.-][A-Za-z0-9_./-]*$/

/**
 * A requirements file and all that it includes by `-r` and `-c`, itself first: the files that the image's
 * dependencies depend on.
 */
export const requirementFiles = async (source: Source, file: string): Promise<readonly string[]> => {
  const found: string[] = []
  const visit = async (path: string, from: string | undefined): Promise<void> => {
    if (found.includes(path)) return
    const content = safePath.test(path) ? await readFile(source, path) : undefined
    if (content === undefined) {
      throw new Failure({
        what: `The requirements file ${path} is not in the commit`,
        where: from ?? 'requirements',
        why: from ? `${from} includes it.` : 'The deployment file names it.',
        stands: 'Nothing on the server was changed.',
        next: 'Commit the file, or correct its name.',
      })
    }
    found.push(path)
    for (const line of content.split('\n')) {
      const match = /^\s*(?:-r|--requirement|-c|--constraint)(?:\s+|=)(\S+)/.exec(line)
      // An address is pip's own to fetch.
      if (match?.[1] && !match[1].includes('://')) {
        await visit(posix.join(posix.dirname(path), match[1]), path)
      }
    }
  }
  await visit(file, undefined)
  return found
}
