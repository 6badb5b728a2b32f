import type { ReleaseRecord } from '../server/facts.ts'
import { holderName, wordLines } from '../server/word-lines.ts'

/** What `status.sh` prints, read. */
export interface StatusFacts {
  readonly os: string
  readonly kernel: string
  readonly uptimeSeconds: number
  readonly load: readonly number[]
  readonly processors: number
  readonly memory: { readonly availableKiB: number; readonly totalKiB: number }
  readonly disk: { readonly freeKiB: number; readonly totalKiB: number; readonly path: string }
  /** Seconds since 1970, on the server's clock. */
  readonly now: number
  readonly docker: string | undefined
  readonly holder: string | undefined
  readonly live: number | undefined
  readonly record: ReleaseRecord | undefined
  readonly settled: boolean
  readonly maintenance: boolean
  readonly containers: readonly ContainerState[]
  /** Supervisor's lines. */
  readonly processes: readonly string[]
  readonly site: { readonly status: number; readonly seconds: number } | undefined
  /** What discovery says, by name. */
  readonly discovered: ReadonlyMap<string, boolean>
  readonly deploys: readonly AuditLine[]
}

/** A container, as Docker describes it. */
export interface ContainerState {
  readonly name: string
  readonly image: string
  readonly state: string
  readonly started: string
  readonly finished: string
  readonly exitCode: number
  readonly restarts: number
  readonly health: string | null
  readonly labels: { readonly service: string; readonly release: string }
}

/** A line of the server's own log. */
interface AuditLine {
  readonly time: string
  readonly project: string
  readonly release?: number
  readonly commit?: string
  readonly actor: string
  readonly run: string
  readonly outcome: string
}

/** Reads what `status.sh` prints; undefined where it did not come to its end. */
export const parseStatus = (text: string): StatusFacts | undefined => {
  const { all, first, has } = wordLines(text)
  const numbers = (word: string) => (first(word) ?? '').split(' ').map(Number)
  if (!has('ready')) return undefined
  const [availableKiB = 0, totalKiB = 0] = numbers('memory')
  const [freeKiB = 0, diskKiB = 0] = numbers('disk')
  const live = Number.parseInt(first('live') ?? '', 10)
  const [status = 0, seconds = 0] = numbers('site')
  const docker = first('docker')
  return {
    os: first('os') ?? 'unknown',
    kernel: first('kernel') ?? 'unknown',
    uptimeSeconds: numbers('uptime')[0] ?? 0,
    load: numbers('load'),
    processors: numbers('processors')[0] ?? 0,
    memory: { availableKiB, totalKiB },
    disk: { freeKiB, totalKiB: diskKiB, path: (first('disk') ?? '').split(' ').slice(2).join(' ') },
    now: numbers('now')[0] ?? 0,
    docker: docker === 'silent' ? undefined : docker,
    holder: holderName(first('held')),
    live: Number.isNaN(live) ? undefined : live,
    record: parseObject<ReleaseRecord>(first('release')),
    settled: has('settled'),
    maintenance: has('maintenance'),
    containers: all('container').flatMap((line) => {
      const container = parseObject<ContainerState>(line)
      return container ? [{ ...container, name: container.name.replace(/^\//, '') }] : []
    }),
    processes: all('process'),
    site: first('site') && status > 0 ? { status, seconds } : undefined,
    discovered: new Map(
      all('discovery').map((line) => {
        const [name = '', answer] = line.split(' ')
        return [name, answer === 'yes']
      }),
    ),
    deploys: all('deploy').flatMap((line) => parseObject<AuditLine>(line) ?? []),
  }
}

const parseObject = <T>(line: string | undefined): T | undefined => {
  try {
    return line === undefined ? undefined : (JSON.parse(line) as T)
  } catch {
    return undefined
  }
}
