import { z } from 'zod'
import { safeName, variableName } from '../catalog/fields.ts'
import type { Limits, TimedTask } from './configuration.ts'
import { limitFields, limitsOf } from './container-fields.ts'
import { configurationName, wholeNumber } from './fields.ts'
import { commandsOnce, timed, usualDeadline } from './release-tasks.ts'
import { secretNames } from './secrets.ts'
import { withoutTwins } from './unique.ts'

/** What stands for a preview in `server_names`, and in nothing else. */
const placeholders = ['number', 'branch', 'project'] as const

const probe = { number: '1', branch: 'a', project: 'a' } as const

/** A name of a preview's site, with the places in it that differ from one preview to another. */
const namePattern = z
  .string()
  .regex(/^[a-z0-9.{}-]+$/, 'must be a DNS name in lower case, with {number}, {branch} or {project} in it')
  .refine(
    (pattern) =>
      [...pattern.matchAll(/\{([^{}]*)\}/g)].every(([, word]) => placeholders.some((p) => p === word)),
    'must have no other place than {number}, {branch} and {project}',
  )
  .refine(
    (pattern) => pattern.includes('{number}') || pattern.includes('{branch}'),
    'must have {number} or {branch} in it: two previews never share a name',
  )
  .refine(
    (pattern) =>
      /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*$/.test(
        pattern.replaceAll(/\{(\w+)\}/g, (_, word: keyof typeof probe) => probe[word] ?? ''),
      ),
    'must be a DNS name once its places are filled',
  )

/** Days or hours, such as `7d` or `12h`, in seconds; `never` for none. */
const age = z
  .string()
  .regex(/^(?:[1-9]\d{0,3}[hd]|never)$/, 'must be hours or days, such as 12h or 7d, or never')
  .transform((text): number | undefined =>
    text === 'never' ? undefined : Number(text.slice(0, -1)) * (text.endsWith('d') ? 86_400 : 3600),
  )

const label = z
  .string()
  .regex(
    /^[^\p{C}\p{Zl}\p{Zp}]{1,50}$/u,
    'must be the name of a label: text on one line, at most 50 characters',
  )

/** What a deployment file says of its pull requests' previews. */
export interface PreviewsSettings {
  /** Configuration that each preview is made from. */
  readonly configuration: string
  /** Patterns of the site's names; empty for one below sslip.io. */
  readonly serverNames: readonly string[]
  /** Names of the base's secondary services that a preview has; undefined for all. */
  readonly services: readonly string[] | undefined
  /** Secrets in place of the base's; undefined for those of the base. */
  readonly secrets: readonly { readonly name: string; readonly from: string }[] | undefined
  /** Runs once in the life of a preview, in its first release, when its migrations are done. */
  readonly seed: readonly TimedTask[]
  /** What each container of a preview may use at most. */
  readonly limits: Limits
  /** Previews of the project on the server at once. */
  readonly most: number
  /** Seconds without an update after which a preview is removed; undefined for never. */
  readonly expiresSeconds: number | undefined
  /** Label that a pull request must have; undefined where none is needed. */
  readonly label: string | undefined
  /** Label with which a pull request has no preview. */
  readonly skipLabel: string
  /** Variable of the step that holds the password of the previews' sites; undefined where everybody may look. */
  readonly password: string | undefined
  /** Whether search engines are told to stay away. */
  readonly noindex: boolean
  /** Whether pull requests of forks may have previews on a server that holds a production configuration. */
  readonly forks: boolean
}

/** The previews of pull requests. */
export const previewsSchema = z
  .strictObject({
    configuration: configurationName
      .default('Staging')
      .describe('Configuration that each preview is made from.')
      .meta({ examples: ['Staging'] }),
    server_names: withoutTwins(z.array(namePattern))
      .default([])
      .describe(
        'Names of a preview’s site: `{number}` is that of the pull request, `{branch}` its branch made safe, with the number behind it, `{project}` the project’s name. Their DNS must lead to the server. By default a name below sslip.io, which needs none.',
      )
      .meta({ examples: [['pr-{number}.preview.example.com']] }),
    services: withoutTwins(z.array(safeName))
      .optional()
      .describe('Secondary services of the configuration that a preview has, by name; by default all.')
      .meta({ examples: [['postgresql']] }),
    secrets: secretNames
      .optional()
      .describe(
        'Secrets of the previews, in place of those of the configuration’s project. Previews of forks get these alone.',
      )
      .meta({ examples: [[{ SECRET_KEY: 'PREVIEW_SECRET_KEY' }]] }),
    seed: commandsOnce('seed')
      .prefault([])
      .transform((list) => timed(list, usualDeadline))
      .describe('Commands that run once for each preview, before its first release is reached.')
      .meta({ examples: [['python manage.py loaddata demo']] }),
    ...limitFields,
    max: wholeNumber(1, 200)
      .default(10)
      .describe('Previews of the project on the server at once; one more is refused.')
      .meta({ examples: [5] }),
    expires_after: age
      .prefault('14d')
      .describe(
        'Hours or days without an update after which the server removes a preview by itself; `never` for none.',
      )
      .meta({ examples: ['7d'] }),
    label: label
      .optional()
      .describe(
        'Label that a pull request must have for a preview; by default each has one. For a pull request of a fork somebody who may write sets it: without this key, the label `preview`.',
      )
      .meta({ examples: ['preview'] }),
    skip_label: label
      .default('no-preview')
      .describe('Label with which a pull request has no preview.')
      .meta({ examples: ['no-preview'] }),
    password: z
      .union([z.literal('none'), variableName])
      .default('PREVIEW_PASSWORD')
      .describe(
        'Variable of the workflow’s step that holds the password of the previews’ sites, for the user `preview`; `none` lets everybody look.',
      )
      .meta({ examples: ['none'] }),
    noindex: z
      .boolean()
      .default(true)
      .describe('Whether search engines are told to stay away.')
      .meta({ examples: [false] }),
    forks: z
      .boolean()
      .default(false)
      .describe(
        'Whether pull requests of forks may have previews on a server that also holds a production configuration.',
      )
      .meta({ examples: [true] }),
  })
  .superRefine(({ label: wanted, skip_label: unwanted }, context) => {
    // For GitHub, labels that differ only in case are one.
    if (wanted?.toLowerCase() === unwanted.toLowerCase())
      context.addIssue({
        code: 'custom',
        path: ['skip_label'],
        message: 'must be another label than `label`: no pull request would have a preview',
      })
  })
  .transform(
    (previews): PreviewsSettings => ({
      configuration: previews.configuration,
      serverNames: previews.server_names,
      services: previews.services,
      secrets: previews.secrets,
      seed: previews.seed,
      limits: limitsOf(previews),
      most: previews.max,
      expiresSeconds: previews.expires_after,
      label: previews.label,
      skipLabel: previews.skip_label,
      password: previews.password === 'none' ? undefined : previews.password,
      noindex: previews.noindex,
      forks: previews.forks,
    }),
  )
  .describe('Previews: a whole stack for each pull request, on the server of a configuration.')
