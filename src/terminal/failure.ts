import { styleText } from 'node:util'
import { detailsOf, failureText } from '../report/render-failure.ts'
import { terminalDetails } from './words.ts'

/** Anything that was thrown as text for a terminal, in colour where the stream shows any. */
export const terminalFailure = (
  error: unknown,
  stands: string | undefined,
  { stream, clean }: { readonly stream: NodeJS.WriteStream; readonly clean: (line: string) => string },
): string => {
  const details = detailsOf(error)
  const [what = '', ...lines] = failureText(
    terminalDetails({ ...details, stands: details.stands ?? stands }),
  ).map(clean)
  const style = (format: Parameters<typeof styleText>[0], text: string) => styleText(format, text, { stream })
  const labelled = (line: string): string => {
    if (line.startsWith('  │ ')) return style('dim', line)
    const label = /^(?:Where|Why|What still stands|What to do):/.exec(line)?.[0]
    return label === undefined ? line : `${style('bold', label)}${line.slice(label.length)}`
  }
  return [style(['red', 'bold'], `✗ ${what}`), ...lines.map(labelled), ''].join('\n')
}
