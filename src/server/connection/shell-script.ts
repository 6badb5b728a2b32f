import { commandLine, quote } from './shell-quote.ts'

/** What a waiting shell runs: it reads one line, undoes the escapes in it, and evaluates what comes out. */
const bootstrap = 'IFS= read -r line && eval "$(printf %b "$line")"'

/** The command of a shell that waits on its stdin for the {@link scriptLine} of a script. */
export function waitingShell(wrap: readonly string[] = []): string {
  return `exec ${commandLine([...wrap, 'sh', '-c', bootstrap, 'jetee'])}`
}

/**
 * The command that runs a script at once; undefined when it would be too long for one. The script travels as
 * base64, which every login shell leaves alone.
 */
export function immediateShell(script: string, wrap: readonly string[] = []): string | undefined {
  const text = Buffer.from(`exec </dev/null\n${script}`).toString('base64')
  if (text.length > 65_536) return undefined
  const decode = 'eval "$(printf %s "$1" | base64 -d)"'
  return `exec ${commandLine([...wrap, 'sh', '-c', decode, 'jetee', text])}`
}

/**
 * A script with its arguments as the one line that a {@link waitingShell} reads. `read` and `printf %b` are
 * built into the shell and take nothing of what follows on stdin (busybox's `head -c` would), at about 1 ms a
 * KiB. Arguments become plain shell variables, set before the script; being data of that line, they show in
 * no list of processes.
 */
export function scriptLine(
  script: string,
  args: Readonly<Record<string, string>>,
  withStdin: boolean,
): string {
  const assignments = Object.entries(args).map(([name, value]) => {
    if (!/^[A-Za-z_][A-Za-z_0-9]*$/.test(name)) throw new TypeError(`“${name}” cannot name a shell variable`)
    return `${name}=${quote(value)}`
  })
  if (script.includes('\0')) throw new TypeError('A shell script cannot contain a NUL character')
  const text = [...(withStdin ? [] : ['exec </dev/null']), ...assignments, script].join('\n')
  return `${text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}\n`
}
