import { harmless } from '../logs/shown.ts'
import { escapeMarkdown } from '../report/render-failure.ts'
import { aligned, markdownTable } from '../report/table.ts'
import type { Status } from './status.ts'
import { ageOf, bytes, span } from './words.ts'

/** A status as lines for a terminal; `now` is in milliseconds since 1970. */
export const statusText = (status: Status, now: number): readonly string[] =>
  [
    `${status.project} (${status.configuration}) on ${status.server.where}`,
    '',
    ...aligned(facts(status, now)),
    ...tables(status, now).flatMap((table) => [
      '',
      ...aligned([table.head.map((word) => word.toUpperCase()), ...table.rows]),
    ]),
    '',
    conclusion(status),
  ].map(harmless)

/** A status as Markdown, for the step summary. */
export const statusSummary = (status: Status, now: number): string => {
  return [
    `## ${marks[status.state]} ${escapeMarkdown(`${status.project} (${status.configuration})`)}`,
    escapeMarkdown(conclusion(status)),
    markdownTable(['', ''], facts(status, now)),
    ...tables(status, now).map(({ head, rows }) => markdownTable(head, rows)),
    '',
  ].join('\n\n')
}

const marks = { well: '✅', ailing: '❌', absent: '⏭️' } as const

const conclusion = ({ state, problems }: Status): string => {
  switch (state) {
    case 'well':
      return 'All is well.'
    case 'ailing':
      return `Something is wrong: ${problems.join(', ')}.`
    case 'absent':
      return 'Nothing is deployed yet.'
  }
}

/** What stands alone, as labels and texts. */
const facts = (
  { server, lockHolder, release, site }: Status,
  now: number,
): readonly (readonly string[])[] => {
  const { load, memory, disk } = server
  const used = (total: number, free: number): string => `${bytes(total - free)} of ${bytes(total)} used`
  return [
    ['Server', `${server.os}, up ${span(server.uptimeSeconds)}`],
    [
      'Load',
      `${load.join(' ')} on ${server.processors} ${server.processors === 1 ? 'processor' : 'processors'}`,
    ],
    ['Memory', used(memory.totalBytes, memory.availableBytes)],
    ['Disk', `${used(disk.totalBytes, disk.freeBytes)} (${disk.path})`],
    ['Docker', server.docker ?? 'does not answer'],
    ['Lock', lockHolder === null ? 'free' : `held by ${lockHolder}`],
    [
      'Release',
      release === null
        ? 'none'
        : [
            `${release.number}${release.settled ? '' : ' (not settled)'}`,
            ...(release.commit === null
              ? []
              : [release.commit.slice(0, 12), `${release.subject} (${release.author})`]),
            ...(release.created === null ? [] : [`made ${ageOf(release.created, now)} ago`]),
          ].join(', '),
    ],
    ...(site === null
      ? []
      : [
          [
            'Site',
            `${site.names.join(', ')}: ${site.status === null ? 'no answer' : `${site.status} in ${site.milliseconds} ms`} (${site.path})${site.maintenance ? ', maintenance is on' : ''}`,
          ],
        ]),
  ]
}

interface Table {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const tables = ({ services, processes, deploys }: Status, now: number): readonly Table[] => {
  const age = (time: string | null): string => (time === null ? '–' : ageOf(time, now))
  const all: readonly Table[] = [
    {
      head: ['Service', 'State', 'Health', 'Discovery', 'Since', 'Image'],
      rows: services.map(({ name, state, health, discovered, since, image }) => [
        name,
        state,
        health ?? '–',
        discovered === null ? '–' : discovered ? 'yes' : 'no',
        age(since),
        image ?? '–',
      ]),
    },
    {
      head: ['Process', 'State', 'Since', 'Note'],
      rows: processes.map(({ name, state, since, note }) => [name, state, age(since), note ?? '']),
    },
    {
      head: ['Deploy', 'Release', 'Commit', 'By', 'Outcome'],
      rows: deploys.map(({ time, release, commit, actor, outcome }) => [
        `${ageOf(time, now)} ago`,
        release === null ? '–' : String(release),
        commit?.slice(0, 12) ?? '–',
        actor,
        outcome,
      ]),
    },
  ]
  return all.filter(({ rows }) => rows.length > 0)
}
