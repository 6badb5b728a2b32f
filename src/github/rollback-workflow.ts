import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { RollbackWorkflow } from '../report/summary.ts'

/** Bytes of a workflow that is read; GitHub takes no longer ones by far. */
const longest = 512 * 1024

/**
 * Finds the workflow that people start to roll back: one with `workflow_dispatch` and a step whose input `command` begins
 * with `rollback`. Undefined where the checkout has none, or where there is no checkout.
 */
export const findRollbackWorkflow = async (
  workspace: string,
  repositoryUrl: string,
): Promise<RollbackWorkflow | undefined> => {
  const folder = join(workspace, '.github', 'workflows')
  const files = await readdir(folder).catch((): string[] => [])
  for (const file of files.filter((name) => /\.ya?ml$/.test(name)).sort()) {
    const text = await readFile(join(folder, file), 'utf8').catch(() => '')
    const name = text.length <= longest ? rollbackName(text) : undefined
    if (name !== undefined)
      return {
        name: name || file,
        url: `${repositoryUrl}/actions/workflows/${encodeURIComponent(file).replaceAll(/[()]/g, percent)}`,
      }
  }
  return undefined
}

const percent = (character: string): string => `%${character.charCodeAt(0).toString(16)}`

/** The name of a workflow that rolls back, empty when it has none; undefined for any other. */
const rollbackName = (text: string): string | undefined => {
  try {
    const workflow = Object(parse(text, { maxAliasCount: 100 }))
    const { on } = workflow
    const isStarted =
      on === 'workflow_dispatch' ||
      (Array.isArray(on) ? on.includes('workflow_dispatch') : 'workflow_dispatch' in Object(on))
    const steps = Object.values(Object(workflow.jobs)).flatMap((job) => Object(job).steps ?? [])
    const rollsBack = steps.some((step) => /^\s*rollback\b/.test(String(Object(Object(step).with).command)))
    return isStarted && rollsBack ? String(workflow.name ?? '') : undefined
  } catch {
    return undefined
  }
}
