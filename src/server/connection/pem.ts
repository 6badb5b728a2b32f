/** A private key block in canonical form. */
export interface Pem {
  /** What stands between BEGIN and the dashes, such as `OPENSSH PRIVATE KEY`. */
  readonly label: string
  /** The block with one marker, header or 64 characters of base64 per line, ending with a newline. */
  readonly text: string
  /** Whether the END marker was there. */
  readonly complete: boolean
}

/**
 * Finds the first private key block in a text whose line ends were lost or changed on the way through a
 * clipboard, a web form or JSON, and restores them; undefined when there is none.
 */
export function normalisePem(text: string): Pem | undefined {
  const plain = text.replace(/\\r/g, '').replace(/\\n/g, '\n').replace(/\r/g, '\n')
  const begin = /-----BEGIN ((?:[A-Z0-9]+ )*PRIVATE KEY)-----/.exec(plain)
  const label = begin?.[1]
  if (begin === null || label === undefined) return undefined
  const after = plain.slice(begin.index + begin[0].length)
  const end = after.indexOf(`-----END ${label}-----`)
  const complete = end >= 0
  const content = complete ? after.slice(0, end) : after

  const headers: string[] = []
  const body = content
    .replace(
      /(Proc-Type):\s*(4,\s*ENCRYPTED)|(DEK-Info):\s*([A-Za-z0-9-]+,[0-9A-Fa-f]+)/g,
      (_, a, b, c, d) => {
        headers.push(`${a ?? c}: ${b ?? d}`)
        return ''
      },
    )
    .replace(/\s+/g, '')
  const lines = [
    `-----BEGIN ${label}-----`,
    ...(headers.length > 0 ? [...headers, ''] : []),
    ...(body.match(/.{1,64}/g) ?? []),
    `-----END ${label}-----`,
  ]
  return { label, text: `${lines.join('\n')}\n`, complete }
}
