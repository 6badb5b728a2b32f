import { z } from 'zod'
import type { HealthCheck } from './configuration.ts'
import { requestPath, wholeNumber } from './fields.ts'

const status = z
  .union([z.number(), z.string()])
  .transform(String)
  .pipe(
    z
      .string()
      .regex(/^[1-5]\d\d(?:-[1-5]\d\d)?$/, 'must be a status such as 200, or a range such as 200-399')
      .transform((text) => {
        const [from = 0, to = from] = text.split('-').map(Number)
        return { from, to }
      })
      .refine(({ from, to }) => from <= to, 'must be a range from the lower status to the higher one'),
  )

/** How a release shows that it works. */
export const healthCheck = z
  .strictObject({
    path: requestPath
      .default('/')
      .describe('Path that must answer well before a release goes live.')
      .meta({ examples: ['/health/'] }),
    status: status
      .prefault('200-399')
      .describe('Status, or range of them, that counts as well.')
      .meta({ examples: [200] }),
    interval: z
      .number()
      .min(0.1)
      .max(60)
      .default(0.3)
      .describe('Seconds between two requests.')
      .meta({ examples: [1] }),
    deadline: wholeNumber(1, 3600)
      .default(30)
      .describe('Seconds that it has for that.')
      .meta({ examples: [60] }),
  })
  .transform(
    (check): HealthCheck => ({
      path: check.path,
      status: check.status,
      intervalSeconds: check.interval,
      deadlineSeconds: check.deadline,
    }),
  )
  .prefault({})
  .describe('How a release shows that it works.')
  .meta({ examples: [{ path: '/health/' }] })
