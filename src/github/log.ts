import { info } from '@actions/core'

/** Writes a line to the job's log. Whatever stands in it, the runner takes none of it for a command to itself. */
export const logLine = (line: string): void => info(plainLine(line))

/**
 * A line without what the runner acts upon: `::command::` at its start, `##[command]` anywhere in it, and a carriage
 * return, which ends a line for the runner, so that a start may be anywhere.
 */
export const plainLine = (line: string): string =>
  line
    .replaceAll(/[\r\n]+/g, ' ')
    .replaceAll('##[', '#\u200b#[')
    .replace(/^(\s*)::/, '$1:\u200b:')
