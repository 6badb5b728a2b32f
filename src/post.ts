import { debug, getState } from '@actions/core'
import type { Invocation } from './commands/invocation.ts'
import { readInvocation } from './github/inputs.ts'
import { endInterrupted } from './github/interrupted.ts'
import { logLine } from './github/log.ts'
import { lineProgress } from './report/progress.ts'
import { detailsOf } from './report/render-failure.ts'

/**
 * The post stage: when the main stage was ended from outside, it clears what that left on the server, and ends the
 * deployment that GitHub was told of.
 */
export const runPost = async (): Promise<void> => {
  const isWorking = getState('stage') === 'working'
  if (!isWorking && getState('deployment') === '') return
  const invocation = readInvocation(process.env)
  await Promise.all([isWorking && tidyUp(invocation), endInterrupted(invocation, logLine)])
}

const tidyUp = async (invocation: Invocation): Promise<void> => {
  try {
    const { tidy } = await import('./commands/tidy.ts')
    const signal = new AbortController().signal
    logLine(await tidy(invocation, { progress: lineProgress(debug), signal }))
  } catch (error) {
    const { what, why = '' } = detailsOf(error)
    logLine(
      `The next run tidies up what the interrupted one left, as it cannot be done now. ${what}. ${why}`.trim(),
    )
  }
}
