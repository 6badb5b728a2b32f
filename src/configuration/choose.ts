import type { Command } from '../commands/command.ts'
import { type GithubEvent, type PullRequestEvent, pullRequestEvents } from '../github/event.ts'
import { Failure } from '../report/failure.ts'
import { bySpecificity, matches } from './branches.ts'
import { choosePreview, ofPreviews } from './choose-preview.ts'
import type { DeploymentFile } from './configuration.ts'
import { decideWithoutDeploy } from './idle-events.ts'
import { type Nothing, nothing, type Patterns } from './nothing.ts'
import { oneLine } from './problem.ts'
import { unknownConfiguration } from './select.ts'

/** A branch or a tag. */
export interface Ref {
  readonly type: 'branch' | 'tag'
  readonly name: string
}

/** What a run was started by, and for. */
export interface Trigger {
  /** GitHub's word for what started the run, such as `push`; empty when nothing of GitHub's did. */
  readonly event: string
  /** The branch or tag that the run is for; undefined when there is none, as for a pull request. */
  readonly ref: Ref | undefined
  /** What happened, in full; undefined outside of GitHub. */
  readonly happened?: GithubEvent | undefined
}

/** What a configuration is chosen by. */
export interface Request {
  readonly command: Command
  /** The name that was asked for. */
  readonly configuration: string | undefined
  /** Number of the pull request whose preview was asked for. */
  readonly preview: number | undefined
  readonly trigger: Trigger
}

/** What a run is to do, and why, as a phrase that follows it. */
export type Decision =
  /** The command is carried out on a configuration; `preview list` and the like on the one that previews are made from. */
  | { readonly kind: 'deploy'; readonly name: string; readonly because: string }
  | Nothing
  | Check
  /** The command is carried out on the preview of that pull request. */
  | { readonly kind: 'named-preview'; readonly number: number; readonly because: string }
  /** A preview is brought up, or up to date. */
  | {
      readonly kind: 'preview'
      readonly event: PullRequestEvent
      readonly because: string
      /** Who must be allowed to write to the repository, as they let a stranger's code on the server. */
      readonly needsWriter: string | undefined
    }
  /** The preview of one pull request goes, or those of a branch that is gone. */
  | {
      readonly kind: 'remove-previews'
      readonly of: { readonly number: number } | { readonly branch: string }
      readonly because: string
    }
  /** A pull request of a fork was pushed to: whoever allowed the commit before has not seen this one. */
  | {
      readonly kind: 'unlabel'
      readonly event: PullRequestEvent
      readonly label: string
      readonly because: string
    }

/** A check of some configurations, by name. */
export interface Check {
  readonly kind: 'check'
  readonly names: readonly string[]
  readonly because: string
}

/** The configuration that is used when nothing says which, as long as no branches are told apart. */
const usualName = 'Staging'

/**
 * Decides what a run is to do, from what was asked for and what happened; throws when a person must say it. For a pull
 * request, the file given is its base branch's.
 */
export function chooseConfiguration(deployment: DeploymentFile, request: Request): Decision {
  const { configurations } = deployment
  const { command, preview } = request
  const { event, ref } = request.trigger
  const names = Object.keys(configurations)
  if (command.kind === 'check') return chooseForCheck(deployment, request)
  if (isPullRequest(request))
    return deployment.previews
      ? choosePreview(deployment.previews, request)
      : chooseForCheck(deployment, request)
  if (command.kind === 'previews')
    return deployment.previews
      ? ofPreviews(deployment.previews)
      : nothing('there are no `previews` in the deployment file')
  if (preview !== undefined)
    return { kind: 'named-preview', number: preview, because: 'the input `preview` names it' }
  const idle = command.kind === 'deploy' && decideWithoutDeploy(deployment, request)
  if (idle) return idle
  const asked = askedFor(deployment, request)
  if (asked) return { kind: 'deploy', ...asked }

  const patterns = names.flatMap((name): Patterns[] => {
    const branches = configurations[name]?.branches ?? []
    return branches.length > 0 ? [{ configuration: name, branches }] : []
  })
  const found = ref && best(ref.name, patterns)
  if (found)
    return {
      kind: 'deploy',
      name: found.configuration,
      because: `${shown(ref)} matches its \`${found.pattern}\``,
    }
  if (patterns.length > 0) {
    const because = `${ref ? shown(ref) : 'a run without a branch'} matches the \`branches\` of no configuration`
    // Of releases, unlike of pushes, GitHub lets a workflow choose none by its tag: only the file does.
    if (event === 'push' || event === 'release') return { kind: 'nothing', because, patterns }
    throw undecided(deployment, `${because[0]?.toUpperCase()}${because.slice(1)}: ${listed(patterns)}.`)
  }
  if (names.includes(usualName))
    return { kind: 'deploy', name: usualName, because: 'nothing names another one' }
  const [only = ''] = names
  if (names.length === 1) return { kind: 'deploy', name: only, because: 'it is the only one' }
  throw undecided(deployment, `No configuration has \`branches\`, and none is called \`${usualName}\`.`)
}

/** Decides which configurations a check is for: the one that was asked for, or all; a pull request has no say. */
export function chooseForCheck(deployment: DeploymentFile, request: Request): Check {
  const names = Object.keys(deployment.configurations)
  if (isPullRequest(request))
    return { kind: 'check', names, because: 'a pull request deploys nothing, but checks every configuration' }
  const asked = askedFor(deployment, request)
  return asked
    ? { kind: 'check', names: [asked.name], because: asked.because }
    : { kind: 'check', names, because: 'the input `configuration` names none' }
}

const isPullRequest = ({ trigger: { event } }: Request): boolean => pullRequestEvents.includes(event)

/** The configuration that the input names, which must be there. */
function askedFor(deployment: DeploymentFile, { configuration: name }: Request) {
  if (name === undefined) return undefined
  if (!Object.hasOwn(deployment.configurations, name)) throw unknownConfiguration(deployment, name)
  return { name, because: 'the input `configuration` names it' }
}

/** The most specific pattern that matches, and whose it is; of equal ones the first in the file. */
function best(name: string, patterns: readonly Patterns[]) {
  return patterns
    .flatMap(({ configuration, branches }) => branches.map((pattern) => ({ configuration, pattern })))
    .filter(({ pattern }) => matches(name, pattern))
    .sort((a, b) => bySpecificity(a.pattern, b.pattern))[0]
}

const shown = ({ type, name }: Ref): string => `the ${type} \`${oneLine(name, 250)}\``

/** What would match, in one line: ``Staging: `main`, `v*`; Production: `release/*` ``. */
export const listed = (patterns: readonly Patterns[]): string =>
  patterns
    .map(
      ({ configuration, branches }) =>
        `${configuration}: ${branches.map((pattern) => `\`${pattern}\``).join(', ')}`,
    )
    .join('; ')

const undecided = ({ file, configurations }: DeploymentFile, why: string): Failure =>
  new Failure({
    what: `It is not clear which configuration of ${file} is meant`,
    where: file,
    why,
    next: `Set the input \`configuration\` to one of ${Object.keys(configurations)
      .map((name) => `\`${name}\``)
      .join(', ')}.`,
  })
