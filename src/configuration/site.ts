import { z } from 'zod'
import { repositoryPath } from '../catalog/fields.ts'
import { longestNginxText, nginxText } from '../stack/nginx-text.ts'
import { wholeNumber } from './fields.ts'

/** How nginx serves the site. */
export interface SiteSettings {
  /** Largest body of a request, as nginx takes it: `100m`. */
  readonly maxBodySize: string
  /** Seconds that the web process may be silent. */
  readonly timeoutSeconds: number
  /** Whether `www.` is put before each server name, taken away, or left as it is. */
  readonly redirectWww: 'none' | 'add' | 'remove'
  /** Headers of every answer; ASCII on one line. */
  readonly headers: Readonly<Record<string, string>>
  /** Path in the repository of the page that is shown during maintenance; undefined for the usual one. */
  readonly maintenancePage: string | undefined
}

/** Headers that nginx and the application say by themselves: a second one would cut or garble the answer. */
const reserved = [
  'connection',
  'content-encoding',
  'content-length',
  'content-range',
  'content-type',
  'date',
  'etag',
  'keep-alive',
  'last-modified',
  'location',
  'server',
  'status',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
] as const

const headerName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/, 'must be the name of a header: letters, digits and inner -')
  .refine((name) => !reserved.some((other) => other === name.toLowerCase()), {
    error: ({ input }) => `must be another header: the answer says its own ${String(input)}`,
  })

const headerValue = z
  .string()
  .min(1)
  .regex(/^[\t\x20-\x7E]*$/, 'must be text in ASCII, on one line')
  .refine((value) => nginxText(value).length <= longestNginxText, 'is too long for nginx')

/** How nginx serves the site, as the file says it. */
export const siteSchema = z
  .strictObject({
    max_body_size: z
      .string()
      .regex(/^\d{1,6}[kmg]$/, 'must be a size, such as 100m or 1g (0m for no limit)')
      .default('100m')
      .describe('Largest body of a request, such as an upload; a larger one gets status 413.')
      .meta({ examples: ['1g'] }),
    timeout: wholeNumber(1, 86_400)
      .default(300)
      .describe('Seconds that the web process may be silent before the visitor gets status 504.')
      .meta({ examples: [60] }),
    redirect_www: z
      .enum(['none', 'add', 'remove'])
      .default('none')
      .describe(
        '`remove` sends visitors of www.NAME on to NAME for each of `server_names`, `add` the other way round; `none` leaves it.',
      )
      .meta({ examples: ['remove'] }),
    headers: z
      .record(headerName, headerValue)
      .default({})
      .describe('Headers that every answer of the site gets besides the application’s own.')
      .meta({ examples: [{ 'X-Frame-Options': 'DENY' }] }),
    maintenance_page: repositoryPath
      .optional()
      .describe(
        'HTML file in the repository that is shown while `maintenance on` holds; by default a page that asks for patience.',
      )
      .meta({ examples: ['deploy/maintenance.html'] }),
  })
  .transform(
    (site): SiteSettings => ({
      maxBodySize: site.max_body_size,
      timeoutSeconds: site.timeout,
      redirectWww: site.redirect_www,
      headers: site.headers,
      maintenancePage: site.maintenance_page,
    }),
  )
  .prefault({})
  .describe('How the site answers.')
  .meta({ examples: [{ max_body_size: '1g' }] })
