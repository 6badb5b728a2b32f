import type { ProcessStatus } from './status.ts'

/** Reads what `supervisorctl status` prints of a container's processes; `now` is in seconds since 1970. */
export const processStatuses = (
  lines: readonly string[],
  container: string,
  now: number,
): readonly ProcessStatus[] =>
  lines.flatMap((line) => {
    const [, name = '', state = '', rest = ''] = /^(\S+)\s+([A-Z]{4,})\s*(.*)$/.exec(line) ?? []
    if (!name) return []
    const seconds = uptime(rest)
    return [
      {
        name: name.slice(name.indexOf(':') + 1),
        container,
        state: state.toLowerCase(),
        since: seconds === undefined ? null : new Date((now - seconds) * 1000).toISOString(),
        note: seconds === undefined && rest !== '' ? rest : null,
        ok: state === 'RUNNING',
      },
    ]
  })

/** Seconds of `pid 12, uptime 1 day, 2:03:04`. */
const uptime = (text: string): number | undefined => {
  const [, days = '0', hours, minutes, seconds] =
    /uptime (?:(\d+) days?, )?(\d+):(\d\d):(\d\d)$/.exec(text) ?? []
  return hours === undefined
    ? undefined
    : ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)
}
