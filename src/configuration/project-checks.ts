import type { z } from 'zod'
import { projectTypes } from '../catalog/index.ts'
import type { ProjectType } from '../catalog/project-type.ts'
import { isProcess, program } from './processes.ts'

/** Checks between the keys of a project. They run whatever else is wrong with it, so that its shape is unknown. */
export const checkProject = (type: ProjectType, project: unknown, context: z.RefinementCtx): void => {
  const { env_variables, secrets, release_tasks, processes } = Object(project) as Record<string, unknown>
  const refuse = (path: PropertyKey[], message: string) =>
    context.addIssue({ code: 'custom', path, message, continue: true })

  for (const [index, secret] of list(secrets).entries())
    if (Object.hasOwn(Object(env_variables), Object(secret).name))
      refuse(['secrets', index], 'is in env_variables too')

  const taken = new Set<unknown>(type.taskNames)
  const { beforeSwitch, afterSwitch } = Object(release_tasks) as Record<string, unknown>
  for (const [key, tasks] of Object.entries({ before_switch: beforeSwitch, after_switch: afterSwitch })) {
    for (const [index, task] of list(tasks).entries()) {
      const { name } = Object(task) as { readonly name: unknown }
      if (taken.has(name))
        refuse(['release_tasks', key, index], `has the name \`${name}\`, which another task has`)
      taken.add(name)
    }
  }

  if (type.supervised) return
  for (const [index, process] of list(processes).entries()) {
    const problem = isProcess(process) && uncontained(program(process))
    if (problem) refuse(['processes', index], `${problem} in a project of type \`${type.type}\``)
  }
}

/** Checks that a primary service has a base image only where its project is built on one. */
export const checkBaseImage = (primary: unknown, context: z.RefinementCtx): void => {
  const { base_image, project } = Object(primary) as Record<string, unknown>
  const type = projectTypes.find((candidate) => candidate === Object(project).type)
  if (base_image === undefined || !type || type.supervised) return
  context.addIssue({
    code: 'custom',
    path: ['base_image'],
    message: `has no meaning for a project of type \`${type.type}\`, whose image is not built on it`,
    continue: true,
  })
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Why a program cannot be a container of its own, from an image that is not made here; undefined when it can. */
const uncontained = ({ name, web, files, user }: ReturnType<typeof program>): string | undefined => {
  if (web) return 'is a web process, which is the image’s own command'
  if (files || user === 'root') return 'needs what the image does not have'
  if (/^(?:app|door|task-.*)$/.test(name)) return `has the name \`${name}\`, which is taken`
  return undefined
}
