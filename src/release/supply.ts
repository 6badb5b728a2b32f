import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FailureDetails } from '../report/failure.ts'
import type { StepProgress } from '../report/progress.ts'
import { manifest, manifestLine, type Sending, type Source, type SourceFile } from '../source/source.ts'
import { openDialogue } from './key-dialogue.ts'

/** Brings a commit's files to the server, as the first scripts of a build: only those that it lacks. */
export interface Supply {
  readonly scripts: readonly string[]
  readonly args: Readonly<Record<string, string>>
  /** What the scripts read. */
  readonly stdin: Readable
  /** Hears what the scripts say, and answers on `stdin`. */
  readonly hear: (mark: string, rest: string) => void
  /** Why it did not work, where that is known. */
  readonly trouble: () => Partial<FailureDetails> | undefined
}

/** Begins to bring a commit to the server, the way that its source says. */
export const openSupply = async (source: Source, progress: StepProgress): Promise<Supply> => {
  const { delivery, files, tree } = source
  const list = manifest(source)
  const byLine = new Map(files.map((file) => [manifestLine(file), file]))
  const needed: SourceFile[] = []
  const stdin = new PassThrough()
  // A failure on this side ends the script, which fails the step.
  const giveUp = (error: Error) => void stdin.destroy(error)
  const dialogue = delivery.kind === 'fetch' ? await openDialogue(delivery, progress) : undefined
  let sending: Sending | undefined
  const begin = (way: Sending | undefined) => {
    sending = way
    stdin.write(list)
  }
  if (delivery.kind === 'send') begin(delivery)
  return {
    scripts: [...(dialogue ? ['repository', 'fetch'] : []), 'source'],
    args: { ...dialogue?.args, TREE: tree, MANIFEST_BYTES: String(list.length) },
    stdin,
    hear(mark, rest) {
      if (mark === 'need') {
        const file = byLine.get(rest)
        if (file) needed.push(file)
      } else if (mark === 'end') {
        if (sending) {
          progress.note(`Sending ${needed.length} of ${files.length} files`)
          pipeline(sending.pack(needed), stdin).catch(giveUp)
        } else stdin.end()
      } else if (mark === 'keys') {
        dialogue?.answer().then(({ line, instead, isLast }) => {
          stdin.write(`${line}\n`)
          if (isLast) begin(instead)
        }, giveUp)
      } else dialogue?.hear(mark, rest)
    },
    trouble: () => dialogue?.trouble(),
  }
}
