import { debug, getState } from '@actions/core'
import { readInvocation } from './github/inputs.ts'
import { logLine } from './github/log.ts'
import { lineProgress } from './report/progress.ts'
import { detailsOf } from './report/render-failure.ts'

/** The post stage: when the main stage was ended from outside, it clears what that left on the server. */
export const runPost = async (): Promise<void> => {
  if (getState('stage') !== 'working') return
  try {
    const { tidy } = await import('./commands/tidy.ts')
    const signal = new AbortController().signal
    logLine(await tidy(readInvocation(process.env), { progress: lineProgress(debug), signal }))
  } catch (error) {
    const { what, why = '' } = detailsOf(error)
    logLine(
      `The next run tidies up what the interrupted one left, as it cannot be done now. ${what}. ${why}`.trim(),
    )
  }
}
