import type { ReleaseStack } from './release.ts'

/**
 * What the server is told of a release’s helpers and its end, a line each: how long each helper must have run (`start`),
 * how long requests that are under way have to come to their end (`drain`), and by which `host` and `path` its web process
 * is asked, if it has one.
 */
export const releaseTimes = (
  { image, programs, hasWeb }: Pick<ReleaseStack, 'image' | 'programs' | 'hasWeb'>,
  {
    drainSeconds,
    host,
    path,
  }: { readonly drainSeconds: number; readonly host: string; readonly path: string },
): string => {
  const web = image.kind === 'supervised' ? programs.find((program) => program.web) : undefined
  return [
    ...programs
      .filter((program) => !program.web)
      .map(({ name, startSeconds }) => `start ${name} ${startSeconds}`),
    `drain ${web?.stopSeconds ?? drainSeconds}`,
    ...(hasWeb ? [`host ${host}`, `path ${path}`] : []),
  ].join('\n')
}
