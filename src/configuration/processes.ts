import { z } from 'zod'
import { variableName } from '../catalog/fields.ts'
import { processTypes } from '../catalog/index.ts'
import { type ProcessType, stopSignals } from '../catalog/types.ts'
import type { ConfiguredProcess } from './configuration.ts'
import { isEntryOf, listEntry } from './entries.ts'
import { variableValue, wholeNumber } from './fields.ts'
import { checkAgainstEarlier } from './unique.ts'

/** The keys that every process has. */
const common = {
  env_variables: z
    .record(variableName, variableValue)
    .default({})
    .describe('Environment variables of this process alone, above those of the project.')
    .meta({ examples: [{ LOG_LEVEL: 'debug' }] }),
  stop_signal: z
    .enum(stopSignals)
    .optional()
    .describe('Signal that asks it to stop. By default the one that its program finishes its work at.')
    .meta({ examples: ['INT'] }),
  stop_timeout: wholeNumber(1, 3600)
    .optional()
    .describe('Seconds that it gets to finish its work before it is killed. By default 60.')
    .meta({ examples: [300] }),
  start_seconds: wholeNumber(1, 600)
    .default(5)
    .describe(
      'Seconds that a helper must run without a stop after the switch; one that does not brings the old release back. The web process is asked for its health instead.',
    )
    .meta({ examples: [15] }),
  copies: wholeNumber(1, 64)
    .default(1)
    .describe('Number of copies that run side by side.')
    .meta({ examples: [2] }),
}

const listOf = (types: readonly ProcessType[]) =>
  checkAgainstEarlier(
    z.array(
      listEntry(
        types,
        common,
        (type, settings, keys): ConfiguredProcess => ({
          type,
          settings,
          common: {
            envVariables: keys.env_variables,
            stopSignal: keys.stop_signal,
            stopSeconds: keys.stop_timeout,
            startSeconds: keys.start_seconds,
            copies: keys.copies,
          },
        }),
      ),
    ),
    processClash,
  ).default([])

/** The list of processes that supervisor runs. */
export const processes = listOf(processTypes)
  .describe('The processes of the project: at most one web process, and any number of helpers.')
  .meta({ examples: [[{ uwsgi: { wsgi_file: 'project/wsgi.py' } }]] })

/** The list of helpers that each run in a container of their own, from an image that is not made here. */
export const standaloneProcesses = listOf(processTypes.filter(({ standalone }) => standalone))
  .describe(
    'Helpers beside the image’s own command, each in a container of its own from the same image. A program that does not listen to its stop signal is killed after `stop_timeout`, as the first process of a container has no default for signals.',
  )
  .meta({ examples: [[{ custom: { name: 'worker', command: 'python worker.py' } }]] })

/** What is wrong with a process, by itself or given those before it. */
function processClash(item: unknown, earlier: readonly unknown[]): string | undefined {
  if (!isProcess(item)) return undefined
  const { name, web, single } = program(item)
  if (single && item.common.copies > 1) return `${single}: \`copies\` must be 1`
  const others = earlier.filter(isProcess).map(program)
  if (web && others.some((other) => other.web)) return 'is a second web process; a project has one'
  if (others.some((other) => other.name === name))
    return `has the name \`${name}\`, which another process has`
  return undefined
}

/** Whether it is a valid entry of the list. */
export const isProcess = (item: unknown): item is ConfiguredProcess => isEntryOf(processTypes, item)

/** The program of a process, for what does not depend on where the project lies. */
export const program = ({ type, settings }: ConfiguredProcess) =>
  type.program(settings, {
    location: '/app',
    venv: '/venv',
    python: 'debian',
  })
