import { z } from 'zod'
import type { Hooks } from './configuration.ts'
import { commandsOnce, timed, usualDeadline } from './release-tasks.ts'

/** Commands on the server itself, around each release. */
export const hooks = z
  .strictObject({
    before_switch: commandsOnce('hook-before-switch')
      .prefault([])
      .describe(
        'Commands when the release is healthy, before visitors reach it; when one fails, the old release stays.',
      )
      .meta({ examples: [['/usr/local/bin/warm-cache']] }),
    after_switch: commandsOnce('hook-after-switch')
      .prefault([])
      .describe(
        'Commands when visitors reach the release and its helpers run; when one fails, the old release comes back.',
      )
      .meta({ examples: [[{ name: 'announce', command: '/usr/local/bin/announce --quiet' }]] }),
    on_failure: commandsOnce('hook-on-failure')
      .prefault([])
      .describe(
        'Commands when a release has failed, and the one before it serves; one that fails is a warning.',
      )
      .meta({ examples: [['/usr/local/bin/page-someone']] }),
  })
  .superRefine((hooks, context) => {
    const taken = new Set<string>()
    // A list with a mistake in it is as it was written: what has no name there has not been given one yet.
    const written: Record<string, readonly { readonly name?: string }[]> = hooks
    for (const [key, list] of Object.entries(written)) {
      for (const [index, { name }] of list.entries()) {
        if (name === undefined) continue
        if (taken.has(name)) {
          const message = `has the name \`${name}\`, which another hook has`
          context.addIssue({ code: 'custom', path: [key, index], message })
        }
        taken.add(name)
      }
    }
  })
  .transform(
    ({ before_switch, after_switch, on_failure }): Hooks => ({
      beforeSwitch: timed(before_switch, usualDeadline),
      afterSwitch: timed(after_switch, usualDeadline),
      onFailure: timed(on_failure, usualDeadline),
    }),
  )
  .prefault({})
  .describe(
    'Commands on the server itself, as the user that the deployer works as there, with the release’s facts in `JETEE_…` variables. No shell reads them.',
  )
  .meta({ examples: [{ after_switch: ['/usr/local/bin/purge-cdn'] }] })
