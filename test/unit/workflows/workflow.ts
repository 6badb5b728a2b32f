import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { root } from '../sample.ts'

/** A step of a job, as far as the tests look at it. */
export interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}

/** What one job at a time may do. */
export interface Concurrency {
  readonly group: string
  readonly 'cancel-in-progress'?: boolean
  readonly queue?: string
}

/** A job of a workflow. */
export interface Job {
  readonly if?: string
  readonly needs?: string | readonly string[]
  readonly 'timeout-minutes'?: number
  readonly environment?: { readonly name: string; readonly url?: string }
  readonly permissions?: Readonly<Record<string, string>>
  readonly concurrency?: Concurrency
  readonly steps: readonly Step[]
}

/** An input of a workflow that is started by hand. */
export interface DispatchInput {
  readonly type: 'choice' | 'string' | 'boolean'
  readonly options?: readonly string[]
}

/** A workflow, read from its file. */
export interface Workflow {
  readonly on: {
    readonly push?: { readonly branches?: readonly string[]; readonly tags?: readonly string[] }
    readonly pull_request?: null
    readonly pull_request_target?: { readonly types?: readonly string[] }
    readonly delete?: null
    readonly schedule?: readonly { readonly cron: string }[]
    readonly workflow_dispatch?: { readonly inputs?: Readonly<Record<string, DispatchInput>> } | null
  }
  readonly permissions?: Readonly<Record<string, string>>
  readonly concurrency?: Concurrency
  readonly jobs: Readonly<Record<string, Job>>
}

/** Text of a file of this repository. */
export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

/** A workflow of this repository. */
export const workflowOf = (file: string): Workflow => parse(textOf(file)) as Workflow
