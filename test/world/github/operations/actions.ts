import { parse } from 'yaml'
import { findCommit, gitBytes, listTree } from '../git-objects.ts'
import {
  inRepository,
  noContent,
  notFound,
  type Operations,
  ok,
  type RepositoryCall,
  refused,
} from '../operation.ts'
import { page } from '../pages.ts'
import { jobShape, runShape, workflowShape } from '../shapes/run.ts'
import { numberOf } from '../shapes/user.ts'
import type { RepositoryState, RunState } from '../state.ts'

const read = [{ name: 'actions', level: 'read' }] as const
const write = [{ name: 'actions', level: 'write' }] as const

/** A workflow as its file describes it. */
export interface Workflow {
  readonly id: number
  readonly name: string
  readonly path: string
  /** Whether it can be started by hand. */
  readonly hasDispatch: boolean
}

/** The workflows of the default branch. */
const workflowsOf = async ({
  origin,
  defaultBranch,
  fullName,
}: RepositoryState): Promise<readonly Workflow[]> => {
  const files = (await listTree(origin.folder, `refs/heads/${defaultBranch}:.github/workflows`)) ?? []
  return Promise.all(
    files
      .filter(({ path }) => /\.ya?ml$/.test(path))
      .map(async ({ path: name, sha }) => {
        const path = `.github/workflows/${name}`
        const text = (await gitBytes(origin.folder, 'cat-file', 'blob', sha))?.toString() ?? ''
        const file = parse(text) as { readonly name?: string; readonly on?: unknown } | null
        const events = typeof file?.on === 'string' ? [file.on] : Object(file?.on)
        const names: readonly string[] = Array.isArray(events) ? events : Object.keys(events)
        return {
          id: numberOf(`${fullName} ${path}`),
          name: file?.name ?? path,
          path,
          hasDispatch: names.includes('workflow_dispatch'),
        }
      }),
  )
}

/** A workflow by its id, or by the name of its file. */
const findWorkflow = async ({ repository, params }: RepositoryCall): Promise<Workflow | undefined> =>
  (await workflowsOf(repository)).find(
    ({ id, path }) => String(id) === params.workflow_id || path === `.github/workflows/${params.workflow_id}`,
  )

const findRun = ({ repository, params }: RepositoryCall): RunState | undefined =>
  repository.runs.find(({ id }) => String(id) === params.run_id)

const jobs = (call: RepositoryCall) => {
  const found = findRun(call)
  if (!found) return notFound
  return page(
    call,
    found.jobs.map((job) => jobShape(call.world, call.repository, found, job)),
    'jobs',
  )
}

/** Workflows, their runs and jobs. */
export const actionsOperations = {
  'actions/get-workflow-run': inRepository(read, (call) => {
    const found = findRun(call)
    return found ? ok(runShape(call.world, call.repository, found)) : notFound
  }),
  'actions/list-jobs-for-workflow-run': inRepository(read, jobs),
  'actions/list-jobs-for-workflow-run-attempt': inRepository(read, jobs),
  'actions/list-repo-workflows': inRepository(read, async (call) => {
    const workflows = await workflowsOf(call.repository)
    return page(
      call,
      workflows.map((workflow) => workflowShape(call.world, call.repository, workflow)),
      'workflows',
    )
  }),
  'actions/get-workflow': inRepository(read, async (call) => {
    const found = await findWorkflow(call)
    return found ? ok(workflowShape(call.world, call.repository, found)) : notFound
  }),
  'actions/create-workflow-dispatch': inRepository(write, async (call) => {
    const { repository, body } = call
    const found = await findWorkflow(call)
    if (!found) return notFound
    const ref = String(body.ref)
    if (!(await findCommit(repository.origin.folder, ref))) return refused(422, `No ref found for: ${ref}`)
    if (!found.hasDispatch) return refused(422, "Workflow does not have 'workflow_dispatch' trigger")
    repository.dispatches.push({ workflow: found.path, ref, inputs: body.inputs ?? {} })
    return noContent
  }),
} satisfies Operations
