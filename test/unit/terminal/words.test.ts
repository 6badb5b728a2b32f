import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSecrets } from '../../../src/commands/secrets.ts'
import { loadDeployment } from '../../../src/configuration/load.ts'
import { selectConfiguration } from '../../../src/configuration/select.ts'
import { Failure } from '../../../src/report/failure.ts'
import { terminalDetails, terminalText } from '../../../src/terminal/words.ts'
import { root } from '../sample.ts'

/** What only GitHub's runner has. */
const foreign =
  /input `|^input |\bthe job\b|actions\/checkout|\brunners?\b|of the step|\bworkspace (?:has|is)/i

/** Texts of the sources that a terminal's commands may say; keys and pins come from inputs in the action alone. */
const texts = globSync('src/**/*.ts', {
  cwd: root,
  exclude: [
    'src/github/**',
    'src/terminal/**',
    'src/post.ts',
    'src/server/connection/{host-key,known-hosts,private-key}.ts',
    'src/commands/line.ts',
  ],
}).flatMap((file) =>
  readFileSync(join(root, file), 'utf8')
    .replaceAll(/\/\*.*?\*\/|^\s*\/\/.*$/gs, '')
    .split('\n')
    .filter((line) => /['`]/.test(line) && !line.includes('.describe('))
    .map((line) => [file, line.replaceAll('\\`', '`').replaceAll(/^\s*(?:\w+:\s*)?['`]/g, '')] as const)
    .filter(([, line]) => foreign.test(line)),
)

describe('what the action says of itself', () => {
  test('is found in the sources', () => {
    expect(texts.length).toBeGreaterThan(10)
  })

  test.each(texts)('%s has other words in a terminal: %s', (_, line) => {
    const text = line.replace(/['`],?$/, '')
    expect(terminalText(text)).not.toMatch(foreign)
  })
})

test('missing secrets are asked for as variables', () => {
  const deployment = loadDeployment(
    'configurations: { Staging: { hostname: h.example.com, primary_service: { project: { secrets: [KEY, TOKEN] } } } }',
    'deployment.yml',
  )
  const configuration = selectConfiguration(deployment, 'Staging', { repository: 'acme/shop' })
  const { project, primary } = configuration
  const image = project.type.image(project.settings, primary.baseImage)
  const read = () => readSecrets(configuration, image, {}, 'deployment.yml')
  expect(read).toThrow(Failure)
  try {
    read()
  } catch (error) {
    const { why, next } = terminalDetails((error as Failure).details)
    expect(why).toBe('The environment has no such variable, or an empty one.')
    expect(next).toBe(
      'Set what is missing in the environment, or in a file that `--env-file` names:\nKEY=…\nTOKEN=…',
    )
  }
})

test('what is said of a failure stays, but for its words', () => {
  expect(
    terminalDetails({
      what: 'It failed',
      output: ['Run the job again'],
      next: 'See to it, then run the job again: it picks up where this one stopped.',
    }),
  ).toEqual({
    what: 'It failed',
    where: undefined,
    why: undefined,
    stands: undefined,
    output: ['Run the job again'],
    next: 'See to it, then run it again: it picks up where this one stopped.',
  })
})
