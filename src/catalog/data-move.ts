import type { DataVersion, ServiceIdentity } from './types.ts'
import { dataLabel } from './versions.ts'

/** What to do about data that another version has written, in words. */

/** Staying with the version that has written the data. */
export const stay = ({ numbers }: DataVersion): string =>
  `To stay with the data as it is, set \`version: ${numbers.join('.')}\`.`

/** Going to a version by way of another. */
export const goBy = (versions: string, to: DataVersion): string =>
  `Deploy version ${versions} first and, once it runs, \`version: ${to.numbers.join('.')}\`. Make a backup before: there is no way back.`

/** Moving the data into a second service by a dump; `dump` and `restore` run in the containers, in a shell's words. */
export const moveByDump = (
  type: string,
  { project, name, host }: ServiceIdentity,
  from: DataVersion,
  to: DataVersion,
  { dump, restore }: { readonly dump: string; readonly restore: string },
): string => {
  const version = to.numbers.join('.')
  const beside = `${name}-${version.replaceAll('.', '-')}`
  return [
    stay(from),
    `To move it: put \`- ${type}: { container_name: ${beside}, version: ${version} }\` before this service, which keeps \`version: ${from.numbers.join('.')}\`; run \`build service\`;`,
    `on the server, run \`docker exec ${host} ${dump} | docker exec -i ${project}-${beside} ${restore}\`;`,
    `then run \`build all\` and, when all is well, take the service with ${dataLabel(from)} out of the file.`,
  ].join(' ')
}
