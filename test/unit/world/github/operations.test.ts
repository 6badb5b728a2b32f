import { expect, test } from 'vitest'
import { operations } from '../../../world/github/operations.ts'
import { usedOperations } from '../../../world/github/used-operations.ts'
import { repo, setStage } from './client.ts'

const all = {
  actions: 'write',
  administration: 'write',
  contents: 'write',
  deployments: 'write',
  issues: 'write',
  'pull-requests': 'write',
} as const

test('gives every kind of answer as GitHub\u2019s description has it', async () => {
  const called = new Set<string>()
  const watched = Object.entries(operations).map(([name, operation]) => [
    name,
    {
      ...operation,
      answer(call: never) {
        called.add(name)
        return operation.answer(call)
      },
    },
  ])
  await using stage = await setStage({ private: true, operations: Object.fromEntries(watched) })
  const { origin, repository, github } = stage
  const sha = await origin.commit({
    '.github/workflows/deploy.yml': 'name: Deploy\non: workflow_dispatch\njobs: {}\n',
  })
  const { rest } = stage.client(all)
  await repository.openPull({ branch: 'change' })
  repository.comment(1, 'octocat', 'Nice')
  repository.addRun({
    id: 7,
    attempt: 1,
    workflow: '.github/workflows/deploy.yml',
    event: 'push',
    branch: 'main',
    sha,
    actor: 'octocat',
    createdAt: '2026-01-01T00:00:00Z',
    jobs: [{ id: 8, name: 'deploy' }],
    status: 'in_progress',
    conclusion: null,
  })
  await rest.repos.get(repo)
  await rest.meta.get()
  await rest.rateLimit.get()
  await stage.client({}, { kind: 'person' }).rest.users.getAuthenticated()
  await rest.apps.listReposAccessibleToInstallation()
  await rest.repos.getCollaboratorPermissionLevel({ ...repo, username: 'octocat' })
  await rest.repos.getContent({ ...repo, path: 'README.md' })
  await rest.repos.getContent({ ...repo, path: '.github/workflows/deploy.yml', ref: sha })
  await rest.repos.getContent({ ...repo, path: '' })
  await rest.repos.getContent({ ...repo, path: '.github' })
  const { data: commit } = await rest.repos.getCommit({ ...repo, ref: 'main' })
  await rest.repos.compareCommitsWithBasehead({ ...repo, basehead: 'main...change' })
  await rest.repos.getBranch({ ...repo, branch: 'change' })
  await rest.git.getRef({ ...repo, ref: 'heads/main' })
  await rest.git.getCommit({ ...repo, commit_sha: sha })
  const { data: tree } = await rest.git.getTree({
    ...repo,
    tree_sha: commit.commit.tree.sha,
    recursive: 'true',
  })
  await rest.git.getBlob({ ...repo, file_sha: tree.tree.find(({ type }) => type === 'blob')?.sha ?? '' })
  await rest.pulls.list(repo)
  await rest.pulls.get({ ...repo, pull_number: 1 })
  await rest.issues.addLabels({ ...repo, issue_number: 1, labels: ['preview'] })
  await rest.issues.listLabelsOnIssue({ ...repo, issue_number: 1 })
  await rest.issues.removeLabel({ ...repo, issue_number: 1, name: 'preview' })
  const { data: comment } = await rest.issues.createComment({ ...repo, issue_number: 1, body: 'Up' })
  await rest.issues.updateComment({ ...repo, comment_id: comment.id, body: 'Down' })
  await rest.issues.getComment({ ...repo, comment_id: comment.id })
  await rest.issues.listComments({ ...repo, issue_number: 1 })
  await rest.issues.deleteComment({ ...repo, comment_id: comment.id })
  const { data: key } = await rest.repos.createDeployKey({
    ...repo,
    title: 'x',
    key: publicKey,
    read_only: true,
  })
  await rest.repos.getDeployKey({ ...repo, key_id: key.id })
  await rest.repos.listDeployKeys(repo)
  await rest.repos.deleteDeployKey({ ...repo, key_id: key.id })
  const { data: deployment } = await rest.repos.createDeployment({
    ...repo,
    ref: sha,
    environment: 'Staging',
    auto_merge: false,
    required_contexts: [],
    payload: { a: 1 },
  })
  if (!('id' in deployment)) throw new Error('It was merged.')
  const one = { ...repo, deployment_id: deployment.id }
  await rest.repos.getDeployment(one)
  await rest.repos.listDeployments(repo)
  await rest.repos.createDeploymentStatus({ ...one, state: 'success', environment_url: 'http://x.example' })
  await rest.repos.listDeploymentStatuses(one)
  await rest.repos.getEnvironment({ ...repo, environment_name: 'Staging' })
  await rest.repos.deleteAnEnvironment({ ...repo, environment_name: 'Staging' })
  await rest.repos.deleteDeployment(one)
  await rest.actions.getWorkflowRun({ ...repo, run_id: 7 })
  await rest.actions.listJobsForWorkflowRun({ ...repo, run_id: 7 })
  await rest.actions.listJobsForWorkflowRunAttempt({ ...repo, run_id: 7, attempt_number: 1 })
  await rest.actions.listRepoWorkflows(repo)
  await rest.actions.getWorkflow({ ...repo, workflow_id: 'deploy.yml' })
  await rest.actions.createWorkflowDispatch({ ...repo, workflow_id: 'deploy.yml', ref: 'main' })
  expect(github.violations).toEqual([])
  expect([...called].sort()).toEqual([...usedOperations].sort())
})

const publicKey =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGZrZXlmb3J0ZXN0c29mdGhlZmFrZWdpdGh1YmFwaQ== someone@somewhere'
