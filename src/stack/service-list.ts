import { tagOf } from '../catalog/versions.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { serviceStacks } from './services.ts'

/** A secondary service as the output `services` tells of it; nothing of it is secret. */
export interface ListedService {
  /** Its name in the configuration. */
  readonly name: string
  /** Its type in the catalogue, such as `postgresql`. */
  readonly type: string
  /** The tag of its image; null where it has none, or a digest in its place. */
  readonly version: string | null
  /** The name by which the project's containers reach it. */
  readonly host: string
  /** The port that it listens on there; null when it has none. */
  readonly port: number | null
}

/** The secondary services of a configuration, in the file's order. */
export const serviceList = (configuration: Configuration): readonly ListedService[] =>
  // Their passwords play no part in any of this.
  serviceStacks(configuration, {}, '').map(({ name, type, image, containerName, container }) => ({
    name,
    type: type.type,
    version: tagOf(image) ?? null,
    host: containerName,
    port: container.port ?? null,
  }))
