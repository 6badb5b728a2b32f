import type { Answer } from './description.ts'
import { type Call, ok } from './operation.ts'

/** One page of a list, with the header that leads to the others. */
export const page = (call: Call, items: readonly unknown[], wrap?: string): Answer => {
  // Who asks for more than 100 gets 100, and who asks for less than one gets the usual 30.
  const asked = Number(call.query.per_page ?? 30)
  const size = asked >= 1 ? Math.min(asked, 100) : 30
  const number = Math.max(1, Number(call.query.page ?? 1))
  const last = Math.max(1, Math.ceil(items.length / size))
  const link = (to: number, rel: string): string => {
    const query = new URLSearchParams({ ...call.query, page: String(to) })
    return `<${call.world.apiUrl}${call.path}?${query}>; rel="${rel}"`
  }
  const links = [
    ...(number > 1 ? [link(number - 1, 'prev')] : []),
    ...(number < last ? [link(number + 1, 'next'), link(last, 'last')] : []),
    ...(number > 1 ? [link(1, 'first')] : []),
  ]
  const shown = items.slice((number - 1) * size, number * size)
  return ok(
    wrap ? { total_count: items.length, [wrap]: shown } : shown,
    links.length > 0 ? { link: links.join(', ') } : undefined,
  )
}
