import { labels } from './layout.ts'
import type { ProgramStack } from './program.ts'
import type { ReleaseParts, ReleaseStack } from './release.ts'
import type { ReleaseContainer } from './release-containers.ts'
import { socketFolder } from './socket.ts'

/** What the server keeps of a release, to make a copy of. */
export interface KeptRelease {
  /** What it was made from. */
  readonly parts: ReleaseParts
  /** Its containers, as they were created; with its environment, secrets among it. */
  readonly containers: readonly ReleaseContainer[]
  /** Names of its helper processes under supervisor. */
  readonly helpers: readonly string[]
}

/** Seconds that a helper must run without a stop, unless the deployment file says so. */
const usualStartSeconds = 5

/** A kept release as it should be again, less its tasks, which have been done; `key` is the project's own. */
export const keptStack = (
  { parts, containers, helpers }: KeptRelease,
  spec: string,
  key: string,
): ReleaseStack => {
  const { image, mount } = parts
  // An earlier version of the deployer did not write down for how long a helper must run.
  const programs = parts.programs.map((program: Partial<ProgramStack>) => ({
    ...(program as ProgramStack),
    startSeconds: program.startSeconds ?? usualStartSeconds,
  }))
  const web = programs.find((program) => program.web)?.web
  const port = image.kind === 'supervised' ? (web?.kind === 'port' ? web.port : undefined) : image.port
  const primary = containers.find(({ spec: own }) => own.Labels[labels.service] === 'primary')
  return {
    parts,
    hash: spec,
    digest: undefined,
    image,
    dockerfile: parts.dockerfile,
    mount,
    env: Object.fromEntries((primary?.spec.Env ?? []).map(splitEntry)),
    programs,
    tasks: { before: [], after: [] },
    helpers,
    hasWeb: web !== undefined || port !== undefined,
    socketFolder: socketFolder(key),
    port,
  }
}

/** Values of a release's environment that nobody may see: those that its parts hold as hashes alone. */
export const keptSecrets = ({ parts, containers }: KeptRelease): readonly string[] => {
  const hidden = new Set(
    Object.entries(parts.env).flatMap(([name, value]) => (typeof value === 'string' ? [] : [name])),
  )
  return containers.flatMap(({ spec }) =>
    (spec.Env ?? []).map(splitEntry).flatMap(([name, value]) => (hidden.has(name) ? [value] : [])),
  )
}

const splitEntry = (entry: string): [string, string] => {
  const equals = entry.indexOf('=')
  return [entry.slice(0, equals), entry.slice(equals + 1)]
}
