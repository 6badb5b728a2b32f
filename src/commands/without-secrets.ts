import type { Decision } from '../configuration/choose.ts'
import { type Nothing, nothing } from '../configuration/nothing.ts'
import { dependabot } from '../github/event.ts'
import type { Invocation } from './invocation.ts'

/** What a decision comes to in a job that GitHub gave no secrets; undefined where it did, or where none are needed. */
export const withoutSecrets = (
  { kind }: Pick<Decision, 'kind'>,
  { privateKey, reach, repository, actor, trigger: { happened } }: Invocation,
): Nothing | undefined => {
  if (kind === 'nothing' || kind === 'check' || reach || privateKey.trim() !== '') return undefined
  const isPull = happened?.kind === 'pull-request'
  if (actor === dependabot || (isPull && happened.sender === dependabot))
    return nothing(
      'GitHub gives the secrets of Actions to no run that Dependabot started',
      isPull
        ? 'A workflow `on: pull_request_target` has them when somebody who may write to the repository sets the label of the previews.'
        : 'The push that follows a merge has them.',
    )
  const isFork =
    isPull &&
    happened.name !== 'pull_request_target' &&
    happened.pull.headRepository?.toLowerCase() !== repository.toLowerCase()
  return isFork
    ? nothing(
        'GitHub gives no secrets to `on: pull_request` of a fork',
        'A workflow `on: pull_request_target` has them: with it, the preview comes when somebody who may write to the repository sets the label of the previews.',
      )
    : undefined
}
