import type { DeploymentFile } from '../../../src/configuration/configuration.ts'
import {
  type Asked,
  deletionPayload,
  fileWith,
  type Payload,
  payloadsOf,
  pullPayload,
  releasePayload,
  workflowRunPayload,
} from './payloads.ts'

/** What events mean: the rows of docs/events.md, and the payloads that they stand for. */

/** A row of the page. */
export interface EventRow {
  readonly event: string
  /** What distinguishes it, in Markdown. */
  readonly when: string
  /** What is decided, and why. */
  readonly says: string
  readonly payload: Payload
  readonly file?: DeploymentFile
  readonly asked?: Asked
}

const previews = fileWith({})
const labelled = fileWith({ label: 'deploy-me' })
const without = fileWith()

const row = (
  event: string,
  when: string,
  says: string,
  payload: Payload | undefined,
  more: Pick<EventRow, 'file' | 'asked'> = {},
): EventRow => ({ event, when, says, payload: payload ?? {}, ...more })

const pushTo = (ref: string): Payload => ({
  ...payloadsOf('push').find(({ deleted }) => deleted === false),
  ref,
})

/** Events of the repository. */
export const refRows: readonly EventRow[] = [
  row(
    'push',
    'of a branch or tag that `branches` name',
    'deploys Staging: the branch `master` matches its `master`',
    pushTo('refs/heads/master'),
  ),
  row(
    'push',
    'of another one, also where it has a pull request',
    'nothing: the branch `changes` matches the `branches` of no configuration',
    pushTo('refs/heads/changes'),
  ),
  row(
    'push',
    'that deletes a branch',
    'removes the preview of the branch changes: the branch `changes` was deleted',
    deletionPayload('push', 'changes'),
  ),
  row(
    'push',
    'of a merge queue’s own branch',
    'nothing: a merge queue only tries what a merge would give',
    pushTo('refs/heads/gh-readonly-queue/master/pr-2-ec26c3e57ca3a959ca5aad62de7213c562f8c821'),
  ),
  row(
    'delete',
    'of a branch',
    'removes the preview of the branch changes: the branch `changes` was deleted',
    deletionPayload('delete', 'changes'),
  ),
  row(
    'delete',
    'of a branch, without `previews` in the file',
    'nothing: the branch `changes` was deleted, and there are no `previews` in the deployment file that could go with it',
    deletionPayload('delete', 'changes'),
    { file: without },
  ),
  row('delete', 'of a tag', 'nothing: the tag `simple-tag` was deleted', payloadsOf('delete')[0]),
  row(
    'workflow_dispatch',
    'with the input `configuration`',
    'deploys Production: the input `configuration` names it',
    payloadsOf('workflow_dispatch')[0],
    { asked: { configuration: 'Production' } },
  ),
  row(
    'workflow_dispatch',
    'of a branch or tag that `branches` name',
    'deploys Staging: the branch `master` matches its `master`',
    payloadsOf('workflow_dispatch')[1],
  ),
  row(
    'workflow_dispatch',
    'of another one',
    'fails: It is not clear which configuration of deployment.yml is meant',
    payloadsOf('workflow_dispatch')[0],
  ),
  row('schedule', 'for the default branch', 'deploys Staging: the branch `master` matches its `master`', {
    schedule: '0 3 * * *',
  }),
  row(
    'repository_dispatch',
    'for the default branch',
    'deploys Staging: the branch `master` matches its `master`',
    payloadsOf('repository_dispatch')[0],
  ),
  row(
    'release',
    '`published`, `released`, `prereleased`, `created`',
    'deploys Production: the tag `0.0.1` matches its `[0-9]*`',
    payloadsOf('release', 'published')[0],
  ),
  row(
    'release',
    'of a tag that no `branches` name',
    'nothing: the tag `beta-1` matches the `branches` of no configuration',
    releasePayload('beta-1'),
  ),
  row(
    'release',
    '`edited`, `deleted`, `unpublished`',
    'nothing: a release that was `edited` brings nothing new',
    payloadsOf('release', 'edited')[0],
  ),
  row(
    'workflow_run',
    'of the default branch that ended well',
    'deploys Staging: the branch `master` matches its `master`',
    workflowRunPayload({ conclusion: 'success', event: 'push', head_branch: 'master' }),
  ),
  row(
    'workflow_run',
    'of another branch that ended well',
    'nothing: the workflow `CI` was for `changes`, and this run is for `master`',
    workflowRunPayload({ conclusion: 'success', event: 'push', name: 'CI', head_branch: 'changes' }),
  ),
  row(
    'workflow_run',
    'of another branch that ended well, with the input `configuration`',
    'deploys Production: the input `configuration` names it',
    workflowRunPayload({ conclusion: 'success', event: 'push', name: 'CI', head_branch: 'changes' }),
    { asked: { configuration: 'Production' } },
  ),
  row(
    'workflow_run',
    'that ended otherwise',
    'nothing: the workflow `Pages Deploy` ended with `failure`',
    workflowRunPayload({ conclusion: 'failure', event: 'push', name: 'Pages Deploy' }),
  ),
  row(
    'workflow_run',
    'of a pull request',
    'nothing: the workflow `CI` ran for a pull request, which deploys nothing in this way',
    workflowRunPayload({ conclusion: 'success', event: 'pull_request', name: 'CI' }),
  ),
  row(
    'merge_group',
    '',
    'nothing: a merge queue only tries what a merge would give',
    payloadsOf('merge_group')[0],
  ),
  row(
    'create',
    'and any other event',
    'nothing: the event `create` does not say what is to be deployed',
    payloadsOf('create')[0],
  ),
  row(
    'create',
    'and any other event, with the input `configuration`',
    'deploys Staging: the input `configuration` names it',
    payloadsOf('create')[0],
    { asked: { configuration: 'Staging' } },
  ),
]

const pull = (
  action: string,
  when: string,
  says: string,
  change: Parameters<typeof pullPayload>[1] = {},
  more: Pick<EventRow, 'file' | 'asked'> = {},
): EventRow => row(`pull_request ${action}`, when, says, pullPayload(action, change), more)

/** Events of a pull request from a branch of the repository. */
export const ownRows: readonly EventRow[] = [
  pull(
    'opened',
    'without `previews` in the base branch’s file',
    'checks the file: a pull request deploys nothing, but checks every configuration',
    {},
    { file: without },
  ),
  pull('opened', '', 'brings the preview up: it was opened'),
  pull('reopened', '', 'brings the preview up: it was reopened'),
  pull('synchronize', '', 'brings the preview up: it was pushed to'),
  pull('edited', 'to have another base', 'brings the preview up: its base is now `master`', {
    baseBefore: 'staging',
  }),
  pull('edited', 'otherwise', 'nothing: `edited` says nothing of the preview of pull request 2'),
  pull('closed', 'without a merge', 'removes the preview of pull request 2: it was closed'),
  pull('closed', 'by a merge', 'removes the preview of pull request 2: it was merged', { merged: true }),
  pull(
    'labeled',
    'with `skip_label`',
    'removes the preview of pull request 2: it has the label `no-preview`',
    {
      label: 'no-preview',
      labels: ['no-preview'],
    },
  ),
  pull('unlabeled', 'of `skip_label`', 'brings the preview up: its label `no-preview` was taken off', {
    label: 'no-preview',
  }),
  pull('synchronize', 'with `skip_label`', 'nothing: pull request 2 has the label `no-preview`', {
    labels: ['no-preview'],
  }),
  pull(
    'opened',
    'without the `label` that the file asks for',
    'nothing: pull request 2 does not have the label `deploy-me`',
    {},
    { file: labelled },
  ),
  pull(
    'synchronize',
    'with that label',
    'brings the preview up: it was pushed to',
    { labels: ['bug', 'deploy-me'] },
    { file: labelled },
  ),
  pull(
    'labeled',
    'with that label',
    'brings the preview up: it has the label `deploy-me`',
    { label: 'Deploy-Me', labels: ['Deploy-Me'] },
    { file: labelled },
  ),
  pull(
    'unlabeled',
    'of that label',
    'removes the preview of pull request 2: its label `deploy-me` was taken off',
    { label: 'deploy-me' },
    { file: labelled },
  ),
  pull(
    'labeled',
    'with another one',
    'nothing: the label `bug` says nothing of the preview of pull request 2',
    {
      label: 'bug',
      labels: ['bug'],
    },
  ),
  pull(
    'converted_to_draft',
    'and any other activity',
    'nothing: `converted_to_draft` says nothing of the preview of pull request 2',
  ),
]

const fork = { head: 'mallory/Hello-World' } as const

/** Events of a pull request from a fork, or of Dependabot's. */
export const forkRows: readonly EventRow[] = [
  pull(
    'opened',
    '',
    'nothing: pull request 2 is of a fork, or Dependabot’s: it has no preview by itself',
    fork,
  ),
  pull('labeled', 'with `label`, or `preview`', 'brings the preview up: octocat set the label `preview`', {
    ...fork,
    label: 'preview',
    labels: ['preview'],
    sender: 'octocat',
  }),
  pull(
    'labeled',
    'with another one',
    'nothing: the label `preview` says nothing of the preview of pull request 2',
    { ...fork, label: 'preview', labels: ['preview'], sender: 'octocat' },
    { file: labelled },
  ),
  pull(
    'synchronize',
    'with that label',
    'takes the label `preview` off: nobody has allowed the commit that was pushed. A preview stays at the commit that was allowed',
    { ...fork, labels: ['preview'] },
  ),
  pull(
    'synchronize',
    'without it',
    'nothing: pull request 2 is of a fork, or Dependabot’s: a push to it brings no preview',
    fork,
  ),
  pull(
    'reopened',
    'with that label',
    'nothing: pull request 2 is of a fork, or Dependabot’s: the label `preview` counts only when it is set',
    { ...fork, labels: ['preview'] },
  ),
  pull(
    'edited',
    'to have another base',
    'nothing: pull request 2 is of a fork, or Dependabot’s: another base brings no preview',
    { ...fork, labels: ['preview'], baseBefore: 'staging' },
  ),
  pull(
    'unlabeled',
    'of that label',
    'removes the preview of pull request 2: its label `preview` was taken off',
    {
      ...fork,
      label: 'preview',
      sender: 'octocat',
    },
  ),
  pull(
    'unlabeled',
    'of that label, by an app’s token behind a push',
    'nothing: deployer[bot] took the label `preview` off; a preview stays at the commit that was allowed',
    { ...fork, label: 'preview', sender: 'deployer[bot]' },
  ),
  pull('closed', '', 'removes the preview of pull request 2: it was closed', {
    ...fork,
    labels: ['preview'],
  }),
]

/** Commands that are no deploy. */
export const commandRows: readonly EventRow[] = [
  row(
    'delete',
    '`preview sync`, `preview list`, `preview remove 2`',
    'works on Staging: previews are made from it',
    deletionPayload('delete', 'changes'),
    { asked: { command: 'preview sync' } },
  ),
  row(
    'push',
    '`status`, `logs`, `rollback` and others',
    'works on Staging: the branch `master` matches its `master`',
    pushTo('refs/heads/master'),
    { asked: { command: 'status' } },
  ),
  row(
    'schedule',
    'any of them, with the input `preview: 2`',
    'works on preview 2: the input `preview` names it',
    {},
    { asked: { command: 'logs', preview: 2 } },
  ),
  pull(
    'opened',
    '`preview sync`, `preview list`',
    'works on Staging: previews are made from it',
    {},
    {
      asked: { command: 'preview sync' },
    },
  ),
  pull(
    'opened',
    '`status`, `logs`, `rollback` and others',
    'nothing: a run for pull request 2 touches nothing but its preview',
    {},
    { asked: { command: 'rollback' } },
  ),
  pull(
    'opened',
    'any of them, with the input `preview: 2`, its own number',
    'works on preview 2: the input `preview` names it',
    {},
    { asked: { command: 'logs', preview: 2 } },
  ),
  pull(
    'opened',
    'any of them, or a deploy, with another number',
    'nothing: a run for pull request 2 touches no preview but its own, and not that of 3',
    {},
    { asked: { preview: 3 } },
  ),
]

/** The file that a row is decided by. */
export const fileOf = ({ file = previews }: EventRow): DeploymentFile => file
