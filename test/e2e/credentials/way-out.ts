/** The last command for the server's shell that a run's log tells after its failure. */
export const wayOut = (log: string): string => {
  const next = log.slice(log.lastIndexOf('What to do: '))
  const command = [...next.matchAll(/`(docker [^`]+)`/g)].at(-1)?.[1]
  if (command === undefined) throw new Error(`No command is told:\n${log}`)
  return command
}
