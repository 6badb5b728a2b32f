import type { Owner, ReleaseRecord } from '../server/facts.ts'
import { sha256 } from '../stack/front.ts'
import { entranceContainer, networkName, nginxContainer, releaseContainer } from '../stack/layout.ts'
import type { ReleaseStack } from '../stack/release.ts'
import { compare, hidden } from './compare.ts'
import { containerFields } from './diff-container.ts'
import {
  consulFields,
  leavingFields,
  primaryFields,
  registrationFields,
  resolverFields,
} from './diff-discovery.ts'
import { entranceFields } from './diff-entrance.ts'
import { releaseFields } from './diff-release.ts'
import { siteFields } from './diff-site.ts'
import { added, type Field, started } from './field.ts'
import { containerNamed } from './find-container.ts'
import { isolationFields } from './isolation-steps.ts'
import { lineFields } from './line-diff.ts'
import type { DesiredState, Facts } from './plan.ts'
import { lacksPassword } from './service-steps.ts'
import type { Action, Step } from './steps.ts'

/** A step of a plan with all that it would change. */
export interface Change {
  /** The step's id, such as `service postgresql`. */
  readonly step: string
  readonly title: string
  readonly reason: string
  readonly fields: readonly Field[]
}

/** The commit that a release would be made from. */
type Commit = Pick<ReleaseRecord, 'commit' | 'subject'>

/** What the steps of a plan would change, field by field. */
export const changesOf = (
  steps: readonly Step[],
  desired: DesiredState,
  facts: Facts,
  commit: Commit,
): readonly Change[] =>
  steps.map(({ id, title, reason, action }) => ({
    step: id,
    title,
    reason,
    fields: actionFields(action, reason, desired, facts, commit),
  }))

const actionFields = (
  action: Action,
  reason: string,
  desired: DesiredState,
  facts: Facts,
  commit: Commit,
): readonly Field[] => {
  const { host } = facts
  switch (action.kind) {
    case 'tidy':
      return [{ name: 'what an interrupted run left', old: reason, new: null }]
    case 'docker':
      return dockerFields(facts, action.daemonJson)
    case 'folders':
      return folderFields(desired, facts)
    case 'expiry':
      return compare(
        { 'timer of the previews': host.previewTimer },
        { 'timer of the previews': sha256(action.script) },
      )
    case 'network':
      return [added('network', networkName(desired.project))]
    case 'discovery':
      return consulFields(action, facts)
    case 'register-primary':
      return primaryFields(desired, facts)
    case 'register':
      return registrationFields(desired, facts)
    case 'leave-discovery':
      return leavingFields(desired, facts)
    case 'isolation':
      return isolationFields(desired, facts)
    case 'nginx': {
      const old = containerNamed(nginxContainer, facts)
      return orStart(old?.running === false, [
        ...containerFields(old, action.front.spec),
        ...(old ? lineFields('nginx.conf', host.nginxConf ?? '', action.front.conf) : []),
      ])
    }
    case 'service': {
      const old = containerNamed(action.service.containerName, facts)
      return orStart(old?.running === false, [
        ...containerFields(old, action.service.spec),
        ...resolverFields(desired, action.service, facts),
      ])
    }
    case 'start-service':
      return containerNamed(action.service.containerName, facts)?.running
        ? [{ name: 'password', old: 'untried', new: 'tried' }]
        : orStart(true, [])
    case 'site':
      return siteFields(host, desired.project, action.site)
    case 'entrance':
      return [
        ...entranceFields(action, containerNamed(entranceContainer(desired.project), facts), host),
        ...(action.entrance && action.now === 'other' ? resolverFields(desired, action.entrance, facts) : []),
      ]
    case 'image':
      return imageFields(facts, action.release, commit)
    case 'start':
      return [added('container', releaseContainer(desired.project, action.number))]
    case 'switch':
      return [{ name: 'live release', old: text(host.current), new: String(action.number) }]
  }
}

const orStart = (stands: boolean, fields: readonly Field[]): readonly Field[] =>
  stands ? [...fields, started] : fields

const text = (value: number | undefined): string | null => (value === undefined ? null : String(value))

const dockerFields = ({ host }: Facts, daemonJson: string | undefined): readonly Field[] => [
  ...(host.hasDocker && !host.isDockerHalfway ? [] : [added('Docker', 'from the distribution’s packages')]),
  ...(host.hasDocker && !host.hasBuildKit ? [added('BuildKit', 'from the distribution’s packages')] : []),
  ...(daemonJson === undefined
    ? []
    : compare({ 'daemon.json': host.daemonJson }, { 'daemon.json': daemonJson })),
]

/** What may change of whose a project is. */
const ownerFields = ({ production, preview }: Owner): Readonly<Record<string, unknown>> => ({
  ...(production && { production: 'yes' }),
  ...(preview && {
    'pull request': String(preview.number),
    branch: preview.branch,
    'expires after': preview.expiresSeconds === undefined ? 'never' : `${preview.expiresSeconds} s`,
    ...(preview.isFork && { fork: 'yes' }),
  }),
})

const folderFields = ({ owner, services }: DesiredState, { host }: Facts): readonly Field[] => [
  ...(host.owner ? [] : [added('owner', `${owner.repository}, configuration ${owner.configuration}`)]),
  ...(host.owner ? compare(ownerFields(host.owner), ownerFields(owner)) : []),
  ...(host.key ? [] : [added('key', hidden)]),
  ...(host.hasFolders || !host.owner ? [] : [added('folders', 'anew')]),
  ...services
    .filter((service) => lacksPassword(service, host))
    .map(({ name }) => added(`password of ${name}`, hidden)),
]

const imageFields = (
  facts: Facts,
  { parts, digest, hash }: ReleaseStack,
  commit: Commit,
): readonly Field[] => {
  const { host } = facts
  const old = host.releases.find(({ number }) => number === host.current)?.record
  const fields = [
    ...commitFields(old, commit),
    ...(digest === undefined ? [] : compare({ digest: old?.digest }, { digest })),
    ...releaseFields(host.parts, parts),
  ]
  // The order of tasks, for example, has no field of its own.
  return fields.length > 0 || old?.spec === hash
    ? fields
    : [{ name: 'specification', old: old?.spec ?? null, new: hash }]
}

const commitFields = (old: Commit | undefined, now: Commit): readonly Field[] =>
  old?.commit === now.commit
    ? []
    : [{ name: 'commit', old: old ? describeCommit(old) : null, new: describeCommit(now) }]

const describeCommit = ({ commit, subject }: Commit): string => `${commit.slice(0, 12)} ${subject}`
