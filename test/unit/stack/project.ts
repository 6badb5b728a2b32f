import type { Configuration, PrimarySettings } from '../../../src/configuration/configuration.ts'
import { type ReleaseInput, releaseStack } from '../../../src/stack/release.ts'
import {
  type ReleaseContainer,
  type ReleaseIdentity,
  releaseContainers,
} from '../../../src/stack/release-containers.ts'
import { project, staging } from '../configuration/texts.ts'

/** A configuration whose project has these lines, of a project named `shop`. */
export const configurationOf = (lines: string, primary: Partial<PrimarySettings> = {}): Configuration => {
  const configuration = staging(project(lines))
  return { ...configuration, primary: { ...configuration.primary, ...primary } }
}

/** The release of a project without services. */
export const releaseOf = (configuration: Configuration, input: Partial<ReleaseInput> = {}) =>
  releaseStack({
    configuration,
    services: [],
    secrets: {},
    key: 'key',
    tree: 'a'.repeat(40),
    dependencies: { tool: undefined, files: [] },
    ...input,
  })

/** Its containers as release 8. */
export const containersOf = (
  configuration: Configuration,
  identity: Partial<ReleaseIdentity> = {},
): readonly ReleaseContainer[] =>
  releaseContainers(configuration, releaseOf(configuration), {
    number: 8,
    commit: 'c'.repeat(40),
    address: '10.213.0.5',
    ...identity,
  })
