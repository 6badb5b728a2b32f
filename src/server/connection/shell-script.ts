import { quote } from './shell-quote.ts'

/** What a waiting shell runs: it reads one line, undoes the escapes in it, and evaluates what comes out. */
export const bootstrap = 'IFS= read -r line && eval "$(printf %b "$line")"'

/**
 * A script with its arguments as the one line that {@link bootstrap} reads. `read` and `printf %b` are built
 * into every POSIX shell and take nothing of what follows on stdin (busybox's `head -c` would). Arguments
 * become plain shell variables, set before the script; they are data of that line, so no list of processes
 * shows them.
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
