/** Told what is being done, one short line at a time. */
export type Progress = (line: string) => void

const started = performance.now()

/** Prints each line to the terminal with the seconds since the process asked for a world. */
export const printProgress: Progress = (line) => {
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6)
  process.stderr.write(`${seconds} s  ${line}\n`)
}

/** Runs a step between a line that it began and a line that says how long it took. */
export async function step<T>(progress: Progress, name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  progress(`${name} …`)
  const result = await work()
  progress(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return result
}
