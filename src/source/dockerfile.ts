import { Failure } from '../report/failure.ts'
import type { Source } from './source.ts'

/** Makes sure that a commit holds the Dockerfile that it is to be built by. */
export const requireDockerfile = ({ files }: Source, dockerfile: string): void => {
  if (files.some(({ path, mode }) => path === dockerfile && mode !== '120000')) return
  throw new Failure({
    what: `The Dockerfile ${dockerfile} is not in the commit`,
    where: 'dockerfile',
    why: 'The project is of type `dockerfile`, and the commit has no such file.',
    stands: 'Nothing on the server was changed.',
    next: 'Commit the file, or correct its name as `dockerfile` of the project.',
  })
}
