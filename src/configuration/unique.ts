import type { z } from 'zod'

/**
 * Adds a check to a list: `clash` gets each item with those before it, and returns what is wrong between them.
 * It runs whatever else is wrong in the list, so items are of unknown shape.
 */
export function checkAgainstEarlier<Schema extends z.ZodType<readonly unknown[]>>(
  list: Schema,
  clash: (item: unknown, earlier: readonly unknown[]) => string | undefined,
): Schema {
  return list.superRefine(
    (items, context) => {
      for (const [index, item] of items.entries()) {
        const message = clash(item, items.slice(0, index))
        if (message) context.addIssue({ code: 'custom', path: [index], message, continue: true })
      }
    },
    { when: ({ value }) => Array.isArray(value) },
  )
}

/** Adds a check that no item stands twice in a list of texts. */
export const withoutTwins = <Schema extends z.ZodType<readonly string[]>>(list: Schema): Schema =>
  checkAgainstEarlier(list, (item, earlier) =>
    earlier.includes(item) ? 'stands in the list twice' : undefined,
  )
