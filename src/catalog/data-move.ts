import type { DataVersion, ServiceIdentity } from './types.ts'
import { dataLabel } from './versions.ts'

/** What to do about data that another version has written, in words. */

/** The key `version` with a version: with a dot, it would be a number without quotes. */
const versionKey = ({ numbers }: DataVersion): string => {
  const version = numbers.join('.')
  return `version: ${numbers.length > 1 ? `'${version}'` : version}`
}

/** Staying with the version that has written the data. */
export const stay = (from: DataVersion): string =>
  `To stay with the data as it is, set \`${versionKey(from)}\`.`

/** Going to a version by way of others. */
export const goBy = (versions: readonly string[], to: DataVersion): string =>
  `Deploy version ${versions.join(', then ')} first and, once it runs, \`${versionKey(to)}\`. Make a backup before: there is no way back.`

/** How data is moved by a dump; `dump` and `restore` run in the containers, in a shell's words. */
export interface Move {
  /** The service's type, and settings that the new one must have too. */
  readonly type: string
  readonly settings?: string
  readonly dump: string
  readonly restore: string
}

/** Moving the data into a second service. */
export const moveByDump = (
  { project, name, host }: ServiceIdentity,
  from: DataVersion,
  to: DataVersion,
  { type, settings, dump, restore }: Move,
): string => {
  const beside = `${name}-${to.numbers.join('-')}`
  const keys = [...(settings ? [settings] : []), `container_name: ${beside}`, versionKey(to)]
  return [
    stay(from),
    `To move it: put \`- ${type}: { ${keys.join(', ')} }\` before this service, which keeps \`${versionKey(from)}\`; run \`build service\`;`,
    `on the server, run \`docker exec ${host} ${dump} | docker exec -i ${project}-${beside} ${restore}\`;`,
    `then run \`build all\` and, when all is well, take the service with ${dataLabel(from)} out of the file.`,
  ].join(' ')
}
