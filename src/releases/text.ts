import { harmless } from '../logs/shown.ts'
import { escapeMarkdown } from '../report/render-failure.ts'
import { aligned, markdownTable } from '../report/table.ts'
import { ageOf, bytes } from '../status/words.ts'
import type { ReleaseEntry, Releases } from './releases.ts'

/** Releases as lines for a terminal; `now` is in milliseconds since 1970. */
export const releasesText = (found: Releases, now: number): readonly string[] =>
  [
    titleOf(found),
    '',
    ...(found.releases.length === 0
      ? [nothing]
      : aligned([head.map((word) => word.toUpperCase()), ...rows(found, now)])),
  ].map(harmless)

/** Releases as Markdown, for the step summary. */
export const releasesSummary = (found: Releases, now: number): string =>
  [
    `## ${escapeMarkdown(titleOf(found))}`,
    found.releases.length === 0 ? nothing : markdownTable(head, rows(found, now)),
    '',
  ].join('\n\n')

const nothing = 'Nothing is deployed yet.'

const titleOf = ({ project, configuration, where, lockHolder }: Releases): string =>
  `${project} (${configuration}) on ${where}${lockHolder === null ? '' : `, where ${lockHolder} works`}`

const head = ['Release', 'State', 'Commit', 'Age', 'Image', 'Author', 'Subject']

const rows = ({ releases }: Releases, now: number): readonly (readonly string[])[] =>
  releases.map((release) => [
    String(release.number),
    stateOf(release),
    release.commit?.slice(0, 12) ?? '–',
    release.created === null ? '–' : ageOf(release.created, now),
    release.imageBytes === null ? '–' : bytes(release.imageBytes),
    release.author ?? '–',
    release.subject ?? '–',
  ])

const stateOf = ({ state, copyOf, failure }: ReleaseEntry): string =>
  [
    state,
    ...(copyOf === null ? [] : [`, a copy of ${copyOf}`]),
    ...(failure === null ? [] : [`: ${failure.place ?? failure.what}`]),
  ].join('')
