import { root } from '../stack/layout.ts'
import type { Connection } from './connection/connection.ts'
import type { Channel } from './connection/exec-channel.ts'
import { commandLine } from './connection/shell-quote.ts'
import { scriptText } from './script-text.ts'
import { asRoot } from './session.ts'

/**
 * Starts scripts of `templates/scripts` behind `read.sh`, which changes nothing and takes no lock. They stand in the list
 * of processes with their variables, so that none of these may be secret.
 */
export const startReading = (
  connection: Connection,
  project: string,
  scripts: readonly string[],
  args: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Channel> => {
  const script = scriptText({ ROOT: root, PROJECT: project, ...args }, ['read', ...scripts])
  return connection.exec(commandLine([...asRoot, 'sh', '-c', script]), { signal })
}
