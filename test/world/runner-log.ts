/** A message that GitHub shows beside the code or on top of the run. */
export type Annotation = {
  readonly level: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly title?: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

/** What the runner makes of an action's output, line by line. */
export type RunnerLog = {
  /** Takes the next line of output. */
  readonly take: (line: string) => void
  /** Lines as the web page shows them: secrets masked, commands carried out. */
  readonly lines: readonly string[]
  /** Lines as the action wrote them. */
  readonly rawLines: readonly string[]
  readonly annotations: readonly Annotation[]
  /** What the action had masked, in order. */
  readonly masks: readonly string[]
}

/** Text that the runner masks without being asked: secrets, whole, line by line and in encoded forms. */
export type LogOptions = {
  readonly secrets: readonly string[]
  readonly onLine: (line: string) => void
}

/** Reads output as GitHub's runner does: masks, annotations, groups and `stop-commands`. */
export function newRunnerLog(options: LogOptions): RunnerLog {
  const lines: string[] = []
  const rawLines: string[] = []
  const annotations: Annotation[] = []
  const masks: string[] = []
  const hidden = new Set<string>()
  let resumeToken: string | undefined
  const hide = (text: string) => {
    for (const piece of [text, ...text.split(/\r?\n/)]) if (piece.trim() !== '') hidden.add(piece)
  }
  const masked = (line: string) => {
    const longestFirst = [...hidden].sort((a, b) => b.length - a.length)
    return longestFirst.reduce((text, secret) => text.replaceAll(secret, '***'), line)
  }
  const show = (line: string) => {
    const shown = masked(line)
    lines.push(shown)
    options.onLine(shown)
  }
  for (const secret of options.secrets) {
    hide(secret)
    for (const form of encodedForms(secret)) hide(form)
  }
  const carryOut = ({ name, properties, message }: WorkflowCommand, line: string) => {
    switch (name) {
      case 'add-mask':
        masks.push(message)
        hide(message)
        return
      case 'stop-commands':
        resumeToken = message
        return
      case 'error':
      case 'warning':
      case 'notice':
        annotations.push(annotation(name, properties, masked(message)))
        return show(`##[${name}]${message}`)
      case 'group':
        return show(`##[group]${message}`)
      case 'endgroup':
        return show('##[endgroup]')
      case 'debug':
      case 'add-matcher':
      case 'remove-matcher':
      case 'echo':
        return
      default:
        return show(line)
    }
  }
  const take = (line: string) => {
    rawLines.push(line)
    const parsed = parseCommand(line)
    if (resumeToken !== undefined) {
      if (parsed?.name === resumeToken) resumeToken = undefined
      else show(line)
    } else if (parsed) carryOut(parsed, line)
    else show(line)
  }
  return { take, lines, rawLines, annotations, masks }
}

/** One `::name key=value::message`. */
type WorkflowCommand = {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

function parseCommand(line: string): WorkflowCommand | undefined {
  const match = /^\s*::([^\s:]+)(?: ([^:]*(?::[^:]+)*?))?::(.*)$/s.exec(line)
  if (!match) return undefined
  const pairs = (match[2] ?? '').split(',').filter((pair) => pair.includes('='))
  const properties = pairs.map((pair): [string, string] => {
    const at = pair.indexOf('=')
    return [pair.slice(0, at).trim(), decode(pair.slice(at + 1).trim())]
  })
  return {
    name: match[1]!.toLowerCase(),
    properties: Object.fromEntries(properties),
    message: decode(match[3]!),
  }
}

function decode(text: string): string {
  const meaning: Record<string, string> = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' }
  return text.replace(/%(0D|0A|3A|2C|25)/g, (code) => meaning[code]!)
}

function annotation(
  level: Annotation['level'],
  { title, file, line, col }: Readonly<Record<string, string>>,
  message: string,
): Annotation {
  return {
    level,
    message,
    ...(title === undefined ? {} : { title }),
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line: Number(line) }),
    ...(col === undefined ? {} : { column: Number(col) }),
  }
}

/** Forms of a secret that the runner knows besides the plain one. */
function encodedForms(secret: string): string[] {
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.from(secret).subarray(shift).toString('base64').replace(/=+$/, ''),
  )
  return [
    ...base64.filter((form) => form.length > 8),
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
  ]
}
