import type { PullRequestEvent } from '../github/event.ts'
import type { Decision, Request } from './choose.ts'
import { nothing } from './nothing.ts'
import type { PreviewsSettings } from './previews.ts'
import { oneLine } from './problem.ts'

/** What labels mean for a pull request. */
type Labels = Pick<PreviewsSettings, 'label' | 'skipLabel'>

/** For a command about the previews of the project. */
export const ofPreviews = ({ configuration }: Pick<PreviewsSettings, 'configuration'>): Decision => ({
  kind: 'deploy',
  name: configuration,
  because: 'previews are made from it',
})

/** Label by which the preview of a stranger's pull request is allowed, where the file names none. */
const usualLabel = 'preview'

/**
 * Decides what a run for a pull request is to do: something about its own preview, or nothing. The settings are its base
 * branch's.
 */
export const choosePreview = (
  settings: Labels & Pick<PreviewsSettings, 'configuration'>,
  { command, preview, trigger: { event, happened } }: Request,
): Decision => {
  if (happened?.kind !== 'pull-request')
    return nothing(`GitHub did not tell which pull request this \`${event}\` is about, and from which commit`)
  const { number } = happened.pull
  const asked = command.kind === 'previews' && command.verb === 'remove' ? command.number : preview
  if (asked !== undefined && asked !== number)
    return nothing(
      `a run for pull request ${number} touches no preview but its own, and not that of ${asked}`,
    )
  if (command.kind === 'previews') return ofPreviews(settings)
  if (command.kind === 'deploy') return decide(happened, settings)
  return asked === undefined
    ? nothing(
        `a run for pull request ${number} touches nothing but its preview`,
        `With the input \`preview: ${number}\` the command is about that.`,
      )
    : { kind: 'named-preview', number, because: 'the input `preview` names it' }
}

const decide = (event: PullRequestEvent, labels: Labels): Decision => {
  const { action, pull } = event
  if (action === 'closed') return remove(event, pull.isMerged ? 'it was merged' : 'it was closed')
  if (!pull.isOpen) return nothing(`pull request ${pull.number} is not open`)
  if (action === 'labeled' && same(event.label, labels.skipLabel))
    return remove(event, `it has the label ${quoted(labels.skipLabel)}`)
  if (has(event, labels.skipLabel))
    return nothing(
      `pull request ${pull.number} has the label ${quoted(labels.skipLabel)}`,
      'Take it off for a preview.',
    )
  return pull.isFork ? decideForStranger(event, labels) : decideForOwn(event, labels)
}

/** For a branch of the repository: whoever pushed may write to it. */
const decideForOwn = (event: PullRequestEvent, { label, skipLabel }: Labels): Decision => {
  const isWanted = label === undefined || has(event, label)
  const unwanted = () =>
    nothing(
      `pull request ${event.pull.number} does not have the label ${quoted(label ?? '')}`,
      'Set it for a preview.',
    )
  switch (event.action) {
    case 'opened':
    case 'reopened':
      return isWanted ? bring(event, `it was ${event.action}`) : unwanted()
    case 'synchronize':
      return isWanted ? bring(event, 'it was pushed to') : unwanted()
    case 'edited':
      if (!event.baseChanged) return idle(event)
      return isWanted ? bring(event, `its base is now ${quoted(event.pull.baseBranch)}`) : unwanted()
    case 'labeled':
      return same(event.label, label) ? bring(event, `it has the label ${quoted(label ?? '')}`) : idle(event)
    case 'unlabeled':
      if (same(event.label, label)) return remove(event, `its label ${quoted(label ?? '')} was taken off`)
      if (!same(event.label, skipLabel)) return idle(event)
      return isWanted ? bring(event, `its label ${quoted(skipLabel)} was taken off`) : unwanted()
    default:
      return idle(event)
  }
}

/** For a fork or Dependabot: only the very commit that somebody looked at who may write to the repository. */
const decideForStranger = (event: PullRequestEvent, { label = usualLabel }: Labels): Decision => {
  const { action, sender, pull } = event
  const how = `Who may write to the repository sets the label ${quoted(label)}: then the commit that it has at this moment gets one.`
  const stranger = `pull request ${pull.number} is of a fork, or Dependabot’s`
  switch (action) {
    case 'labeled':
      if (!same(event.label, label)) return idle(event)
      if (sender === '') return nothing(`GitHub did not tell who set the label ${quoted(label)}`)
      return bring(event, `${sender} set the label ${quoted(label)}`, sender)
    case 'unlabeled':
      if (!same(event.label, label)) return idle(event)
      // A token of an app that takes it off behind a push starts a run, too.
      if (sender.endsWith('[bot]'))
        return nothing(
          `${sender} took the label ${quoted(label)} off; a preview stays at the commit that was allowed`,
        )
      return remove(event, `its label ${quoted(label)} was taken off`)
    case 'synchronize':
      return has(event, label)
        ? {
            kind: 'unlabel',
            event,
            label,
            because:
              'nobody has allowed the commit that was pushed. A preview stays at the commit that was allowed',
          }
        : nothing(`${stranger}: a push to it brings no preview`, how)
    case 'edited':
      return event.baseChanged ? nothing(`${stranger}: another base brings no preview`, how) : idle(event)
    case 'opened':
    case 'reopened':
      return has(event, label)
        ? nothing(
            `${stranger}: the label ${quoted(label)} counts only when it is set`,
            `Take it off, look at the commits, and set it again.`,
          )
        : nothing(`${stranger}: it has no preview by itself`, how)
    default:
      return idle(event)
  }
}

const bring = (event: PullRequestEvent, because: string, needsWriter?: string): Decision =>
  event.pull.headSha === ''
    ? nothing(`GitHub did not tell the commit at the head of pull request ${event.pull.number}`)
    : { kind: 'preview', event, because, needsWriter }

const remove = ({ pull: { number } }: PullRequestEvent, because: string): Decision => ({
  kind: 'remove-previews',
  of: { number },
  because,
})

/** For an event that says nothing of previews. */
const idle = ({ action, label, pull: { number } }: PullRequestEvent): Decision => {
  const what = action === 'labeled' || action === 'unlabeled' ? `the label ${quoted(label ?? '')}` : undefined
  return nothing(`${what ?? quoted(action)} says nothing of the preview of pull request ${number}`)
}

/** Labels that differ only in case are one label for GitHub. */
const same = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one.toLowerCase() === other.toLowerCase()

const has = ({ pull }: PullRequestEvent, label: string): boolean =>
  pull.labels.some((one) => same(one, label))

const quoted = (text: string): string => `\`${oneLine(text, 50)}\``
