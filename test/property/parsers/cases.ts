import type { Stacks } from '../stacks.ts'

/** The rendered texts of a configuration, for the programs that read them. */
export interface Case {
  /** nginx's main configuration and that of the site. */
  readonly nginx: string
  readonly site: string
  /** What is asked of nginx: a Host for each name of the site, and one that is of no site. */
  readonly hosts: readonly string[]
  /** nginx's configuration in front of a release that speaks TCP; else empty. */
  readonly door: string
  /** nginx's configuration in front of whichever release is live. */
  readonly entrance: string
  readonly supervisor: string
  readonly crontabs: Readonly<Record<string, string>>
  /** Shell scripts that hand over to a program, by their name under /etc/jetee. */
  readonly scripts: Readonly<Record<string, string>>
  readonly dockerfile: string
}

/** What the programs made of a case. */
export interface Reading {
  readonly nginx: {
    readonly error?: string
    /** Lines of the answer's head, by the Host that was asked for. */
    readonly answers: Readonly<Record<string, readonly string[]>>
  }
  /** What is wrong with it. */
  readonly door: string | null
  /** What is wrong with it. */
  readonly entrance: string | null
  readonly supervisor: { readonly error?: string; readonly groups: readonly Group[] } | null
  readonly crontabs: Readonly<Record<string, { readonly code: number; readonly errors: string }>>
  readonly scripts: Readonly<Record<string, HandOver>>
  /** What is wrong with it. */
  readonly dockerfile: string | null
}

/** A program of supervisor's, with its copies. */
export interface Group {
  readonly name: string
  readonly processes: readonly {
    readonly name: string
    readonly command: string
    readonly directory: string
    readonly environment: Readonly<Record<string, string>>
    readonly uid: number
    readonly autostart: boolean
    readonly stopsignal: string
    readonly stopwaitsecs: number
  }[]
}

/** What a script hands over to its program. */
export interface HandOver {
  readonly error?: string
  readonly location: string
  readonly words: readonly string[]
  /** Without what a shell sets by itself; `PATH` is what it was started with, unless the script sets it. */
  readonly environment: Readonly<Record<string, string>>
}

/** A Host that no site has. */
export const strangeHost = 'nobody.invalid'

/** A Host that a server name stands for. */
export const hostFor = (name: string): string => name.replace(/^\*/, 'any')

/** The rendered texts of a configuration. */
export function caseOf({ release, site, entrance, door, front }: Stacks): Case {
  const scripts = pick(release.mount, /^(?:commands|tasks|cron\/jobs)\//)
  return {
    nginx: front.conf,
    site: site.conf,
    hosts: [...site.serverNames.map(hostFor), strangeHost],
    door: door ?? '',
    entrance: entrance.conf,
    supervisor: release.mount['supervisord.conf'] ?? '',
    crontabs: pick(release.mount, /crontab$/),
    scripts,
    dockerfile: release.dockerfile ?? '',
  }
}

const pick = (files: Readonly<Record<string, string>>, pattern: RegExp): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(files).filter(([name]) => pattern.test(name)))
