import { Failure, type FailureDetails } from '../report/failure.ts'
import type { StepProgress } from '../report/progress.ts'
import type { FetchedRepository, Fetching, Sending, ServerKey } from '../source/source.ts'

/** What the server is answered when it has shown its keys (`fetch.sh`). */
export interface Answer {
  /** The line that it reads. */
  readonly line: string
  /** Whether it asks no more. */
  readonly isLast: boolean
  /** What is sent because it is not to fetch. */
  readonly instead?: Sending | undefined
}

/** What is said between a server that fetches, which alone has the keys, and GitHub, which is to let them in. */
export interface Dialogue {
  readonly args: Readonly<Record<string, string>>
  readonly hear: (mark: string, rest: string) => void
  readonly answer: () => Promise<Answer>
  readonly trouble: () => Partial<FailureDetails> | undefined
}

/** Asks what is to be fetched, and makes the dialogue about it. */
export const openDialogue = async (
  fetching: Fetching,
  progress: Pick<StepProgress, 'note'>,
): Promise<Dialogue> => {
  const repositories = await fetching.repositories()
  const withKey = new Map(
    repositories.filter((repository) => repository.withKey).map((own) => [own.folder, own]),
  )
  const keys = new Map<string, ServerKey>()
  const admitted = new Set<string>()
  let denied: FetchedRepository | undefined
  let isUnreachable = false
  let hasGit = true
  return {
    args: { REPOSITORIES: repositories.map(lineOf).join('\n') },
    hear(mark, rest) {
      const [folder = '', state, ...words] = rest.split(' ')
      if (mark === 'key') keys.set(folder, { publicKey: words.join(' '), hasWorked: state === 'worked' })
      if (mark === 'denied') denied = withKey.get(folder)
      if (mark === 'unreachable') isUnreachable = true
      if (mark === 'nogit') hasGit = false
    },
    async answer() {
      if (!hasGit) {
        const instead = await fetching.instead()
        if (!instead) throw withoutGit()
        progress.note('The code is sent from the checkout, as git is missing on the server')
        return { line: 'send', isLast: true, instead }
      }
      for (const [folder, repository] of withKey) {
        const key = keys.get(folder)
        if (!key || admitted.has(folder)) continue
        const admission = await fetching.admit(repository, key)
        if (admission.kind === 'gone') {
          progress.note(`The deploy key is no longer at ${repository.fullName}: it is replaced`)
          return { line: `renew ${folder} ${key.publicKey.split(' ')[1]}`, isLast: false }
        }
        if (admission.kind === 'refused') {
          const instead = repository.path === '' ? await fetching.instead() : undefined
          if (!instead) throw refused(repository, key, admission.why)
          progress.note(`The code is sent from the checkout, as ${admission.why}`)
          return { line: 'send', isLast: true, instead }
        }
        if (admission.kind === 'admitted') progress.note(admission.how)
        admitted.add(folder)
      }
      const hosts = await fetching.hostKeys()
      if (hosts === '')
        progress.note(
          'This GitHub does not publish its SSH host keys: the server keeps those that it meets first',
        )
      return { line: `fetch ${hosts === '' ? '-' : Buffer.from(hosts).toString('base64')}`, isLast: true }
    },
    trouble() {
      const key = denied && keys.get(denied.folder)
      if (denied && key)
        return refused(denied, key, 'GitHub did not let the server read it with its key').details
      return isUnreachable
        ? {
            what: 'The server could not fetch the code from GitHub',
            why: 'The last lines say why.',
            next: 'See to it that the server reaches the addresses that they name (GitHub by SSH, as a rule at port 22), or set `source: checkout` to have the code sent instead.',
          }
        : undefined
    },
  }
}

const withoutGit = (): Failure =>
  new Failure({
    what: 'The server cannot fetch the code: git is missing there',
    why: 'It could not be installed; the lines above say why.',
    next: 'Install git and openssh-client on the server, or set `source: checkout`.',
  })

/** Words of a repository for `fetch.sh`: none but the last, which is a path, may have a blank in it. */
const lineOf = ({ folder, commit, withKey, url, path }: FetchedRepository): string =>
  `${folder} ${commit} ${withKey ? 'key' : 'open'} ${url} ${path}`

const refused = ({ fullName, path, keysPage }: FetchedRepository, { publicKey }: ServerKey, why: string) =>
  new Failure({
    what:
      path === ''
        ? `The server may not read ${fullName}`
        : `The server may not read the submodule ${path} (${fullName})`,
    where: keysPage,
    why: `${why[0]?.toUpperCase()}${why.slice(1)}.`,
    next: `Add this public key of the server as a deploy key at ${keysPage}, without write access, and run again; or give the input \`deploy-key-token\` a token with \`administration: write\` there.\n${publicKey}`,
  })
