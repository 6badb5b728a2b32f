import { isDeepStrictEqual } from 'node:util'
import { Script } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import type { DeploymentFile } from '../../src/configuration/configuration.ts'
import { deploymentJsonSchema, type JsonSchema } from '../../src/configuration/json-schema.ts'
import { loadDeployment } from '../../src/configuration/load.ts'
import { type Annotation, Failure } from '../../src/report/failure.ts'
import { deploymentData, deploymentText } from './deployments.ts'
import { runs } from './runs.ts'
import { stacksOf } from './stacks.ts'
import { nonsense, slipsInText } from './text-slips.ts'
import { slipsInTree } from './tree-slips.ts'

/** The longest that a file may take, in milliseconds; an average one takes two. A busy machine is allowed for. */
const patience = 10_000

/** Runs something that may hang: then it is interrupted, which is an error like any other. */
function bounded<Result>(action: () => Result): Result {
  const box: { result?: Result } = {}
  Object.assign(globalThis, { boundedAction: () => Object.assign(box, { result: action() }) })
  interruptible.runInThisContext({ timeout: patience })
  return box.result as Result
}

const interruptible = new Script('boundedAction()')

/** The file when it is accepted. When it is refused, it must be so in a way that helps. */
function loaded(text: string): DeploymentFile | undefined {
  try {
    return bounded(() => loadDeployment(text, 'deployment.yml'))
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    expectHelp(error, text)
    return undefined
  }
}

/** Marks of a program that speaks to itself. A text of the file's own that has them is never generated. */
const jargon = /undefined|\[object |NaN|ZodError|Invalid input|Symbol\(|\n|\.(?:ts|js):\d+/

function expectHelp({ details }: Failure, text: string): void {
  const lines = text.split('\n')
  const { annotations = [], why = '' } = details
  expect(annotations.length).toBeGreaterThan(0)
  for (const { file, line, column, message } of annotations) {
    expect(file).toBe('deployment.yml')
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line).toBeLessThanOrEqual(lines.length)
    expect(column).toBeGreaterThanOrEqual(1)
    expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1)
    expect(message).not.toBe('')
    expect(message).not.toMatch(jargon)
  }
  expect(why.split('\n')).toHaveLength(annotations.length)
}

/** Whatever is accepted can be carried out, as far as that is known without a server. */
function expectUsable(deployment: DeploymentFile | undefined): void {
  if (deployment) for (const { release } of stacksOf(deployment)) expect(release.hash).not.toBe('')
}

describe('a deployment file', { timeout: 120_000 }, () => {
  test('that is no such thing is refused with a place', () => {
    fc.assert(
      fc.property(nonsense, (text) => {
        expect(loaded(text)).toBeUndefined()
      }),
      runs(2000),
    )
  })

  test('that the schema takes is accepted, however it is written', () => {
    fc.assert(
      fc.property(deploymentText, (text) => {
        const deployment = bounded(() => loadDeployment(text, 'deployment.yml'))
        expectUsable(deployment)
        const again = parseDocument(text).toString({ lineWidth: 0 })
        expect(isDeepStrictEqual(loadDeployment(again, 'deployment.yml'), deployment)).toBe(true)
      }),
      runs(200),
    )
  })

  test.each([
    { where: 'tree', texts: slipsInTree },
    { where: 'text', texts: slipsInText },
  ])('with slips in its $where is refused with a place, or accepted and usable', ({ texts }) => {
    const seen = { accepted: 0, refused: 0 }
    fc.assert(
      fc.property(texts, (several) => {
        for (const text of several) {
          const deployment = loaded(text)
          seen[deployment ? 'accepted' : 'refused']++
          expectUsable(deployment)
        }
      }),
      runs(200),
    )
    expect(seen.accepted).toBeGreaterThan(20)
    expect(seen.refused).toBeGreaterThan(300)
  })
})

test('a place behind a mistake that stops the parser is still the right one', () => {
  const text = '  "a": {},\n   "b": 1\n  },\n  "c": [\n'
  const places = annotationsOf(text).map(({ line, column }) => `${line}:${column}`)
  expect(places).toEqual(['1:10', '3:3', '4:6', '5:1'])
})

test('a base image is not held against a project whose type is none', () => {
  const project = '{ type: { x: 1 } }'
  const text = `configurations:\n  a:\n    hostname: a.de\n    primary_service: { base_image: 'a:1', project: ${project} }\n`
  expect(annotationsOf(text).map(({ message }) => message)).toEqual([
    expect.stringMatching(/^configurations\.a\.primary_service\.project\.type: must be one of /),
  ])
})

describe('the generated files', { timeout: 120_000 }, () => {
  test('have every key of the schema', () => {
    const seen = new Set<string>()
    for (const data of fc.sample(deploymentData, runs(1000))) note(data, '', seen)
    expect(keysOf(deploymentJsonSchema(), '').filter((key) => !seen.has(key))).toEqual([])
  })
})

function annotationsOf(text: string): readonly Annotation[] {
  try {
    loadDeployment(text, 'deployment.yml')
    return []
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return error.details.annotations ?? []
  }
}

/** Notes the paths of a value's keys; names that are free are not told apart. */
function note(value: unknown, path: string, seen: Set<string>): void {
  seen.add(path)
  if (Array.isArray(value)) for (const item of value) note(item, `${path}[]`, seen)
  else if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) {
      note(part, `${path}.${key}`, seen)
      note(part, `${path}.*`, seen)
    }
}

/** The paths of all keys of a schema. */
const keysOf = (schema: JsonSchema, path: string): readonly string[] => [
  ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((variant) => keysOf(variant, path)),
  ...(schema.items ? keysOf(schema.items, `${path}[]`) : []),
  ...(typeof schema.additionalProperties === 'object'
    ? [`${path}.*`, ...keysOf(schema.additionalProperties, `${path}.*`)]
    : []),
  ...Object.entries(schema.properties ?? {}).flatMap(([key, part]) => [
    `${path}.${key}`,
    ...keysOf(part, `${path}.${key}`),
  ]),
]
