import { pullRequestEvents } from '../github/event.ts'
import type { Decision, Request } from './choose.ts'
import type { DeploymentFile } from './configuration.ts'
import { nothing } from './nothing.ts'
import { oneLine } from './problem.ts'

/** Activities of `release` that bring it about; the others change its text, or take it back. */
const bringing: readonly string[] = ['created', 'prereleased', 'published', 'released']

/** What a deploy comes to on an event that deploys nothing, and why; undefined for one that does. */
export const decideWithoutDeploy = (
  { previews }: DeploymentFile,
  { configuration, trigger: { happened } }: Request,
): Decision | undefined => {
  switch (happened?.kind) {
    case 'merge-group':
      return nothing(
        'a merge queue only tries what a merge would give',
        'The push to the branch that follows the merge deploys it.',
      )
    case 'ref-deleted': {
      const { type, name } = happened.ref
      const gone = `the ${type} ${quoted(name)} was deleted`
      if (type === 'tag') return nothing(gone)
      if (!previews)
        return nothing(`${gone}, and there are no \`previews\` in the deployment file that could go with it`)
      return { kind: 'remove-previews', of: { branch: name }, because: gone }
    }
    case 'release':
      return bringing.includes(happened.action)
        ? undefined
        : nothing(
            `a release that was ${quoted(happened.action || 'changed')} brings nothing new`,
            'Start the workflow `on: { release: { types: [published] } }`.',
          )
    case 'workflow-run': {
      const { workflow, conclusion, startedBy, branch, ref } = happened
      const of = workflow === '' ? 'the other workflow' : `the workflow ${quoted(workflow)}`
      if (pullRequestEvents.includes(startedBy) || startedBy === 'merge_group')
        return nothing(`${of} ran for a pull request, which deploys nothing in this way`)
      if (conclusion === undefined) return nothing(`${of} has not ended yet`)
      if (conclusion !== 'success') return nothing(`${of} ended with ${quoted(conclusion)}`)
      // What it has tried says nothing of the branch that would be deployed.
      return configuration !== undefined || branch === undefined || branch === ref?.name
        ? undefined
        : nothing(
            `${of} was for ${quoted(branch)}, and this run is for ${ref ? quoted(ref.name) : 'none'}`,
            'To deploy what it was for, check that out, and name the input `configuration`.',
          )
    }
    case 'other':
      return configuration !== undefined
        ? undefined
        : nothing(
            `the event ${quoted(happened.name)} does not say what is to be deployed`,
            'The input `configuration` does.',
          )
    default:
      return undefined
  }
}

const quoted = (text: string): string => `\`${oneLine(text, 250)}\``
