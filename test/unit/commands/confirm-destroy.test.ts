import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import type { DestroyCommand } from '../../../src/commands/command.ts'
import { confirmDestroy, expectName } from '../../../src/commands/confirm-destroy.ts'
import type { Console } from '../../../src/commands/deploy.ts'
import { Failure } from '../../../src/report/failure.ts'

const command: DestroyCommand = { kind: 'destroy', volumes: true, confirm: undefined }
const lines = ['Goes: containers: shop-app-1', 'Stays: what projects share']

/** Asks at a terminal where this is typed; gives what was shown there. */
const asked = async (typed: string, { isTerminal = true, signal = new AbortController().signal } = {}) => {
  const input = new PassThrough()
  const errors = new PassThrough()
  const console = { input, errors, output: errors, isTerminal } as unknown as Console
  const done = confirmDestroy(command, 'shop', lines, { console, signal })
  if (typed === '') input.end()
  else input.write(typed)
  const error = await done.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return { error, shown: String(errors.read() ?? '') }
}
const detailsOf = (error: unknown) => (error instanceof Failure ? error.details : undefined)

describe('a removal', () => {
  test('shows in a terminal what goes, and goes on when the name is typed', async () => {
    const { error, shown } = await asked('shop\n')
    expect(error).toBeUndefined()
    for (const line of [...lines, 'Type the project’s name']) expect(shown).toContain(line)
  })

  test.each([['shop-a\n'], ['\n'], ['']])('goes no further when %j is typed', async (typed) => {
    expect(detailsOf((await asked(typed)).error)?.stands).toBe('Nothing on the server was changed.')
  })

  test('tells without a terminal what to write, and what would go', async () => {
    const { error, shown } = await asked('shop\n', { isTerminal: false })
    expect(shown).toBe('')
    expect(detailsOf(error)).toMatchObject({
      why: lines.join('\n'),
      next: expect.stringContaining('`destroy --volumes --confirm shop`'),
    })
  })

  test('ends with the cause when it is cancelled meanwhile', async () => {
    const cause = new Failure({ what: 'The run was cancelled' })
    const signal = AbortSignal.abort(cause)
    expect((await asked('shop\n', { signal })).error).toBe(cause)
  })

  test('refuses the name of another project', () => {
    expect(() => expectName('shop', 'shop')).not.toThrow()
    expect(() => expectName('diary', 'shop')).toThrow('The project is not "diary"')
  })
})
