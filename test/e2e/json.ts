/** Asks for JSON; any status but 200 throws, with what was answered. */
export const fetchJson = async <Answer>(url: string, init: RequestInit = {}): Promise<Answer> => {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(30_000) })
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${url} answers ${response.status}: ${text.slice(0, 500)}`)
  return JSON.parse(text) as Answer
}
