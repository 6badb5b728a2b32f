import type { ContainerSpec } from './container.ts'
import {
  doorContainer,
  helperContainer,
  labels,
  networkName,
  releaseContainer,
  releaseImage,
  root,
  www,
} from './layout.ts'
import type { ProgramStack } from './program.ts'
import type { ReleaseContainer } from './release-containers.ts'
import { type Resolver, withResolver } from './resolver.ts'

/** What differs between a release and a copy of it. */
export interface Renumbering {
  readonly project: string
  /** Number of the release that the containers are of. */
  readonly from: number
  /** Number of the copy. */
  readonly to: number
  /** The fixed address of the container that serves on a port; undefined where it needs none. */
  readonly address: string | undefined
  /** Where its containers ask for names first now; undefined where they ask Docker alone. */
  readonly resolver: Resolver | undefined
}

/** The containers of a copy of a release, from those of the release. Its tasks have been done, and have none. */
export const renumber = (
  {
    containers,
    programs,
  }: {
    readonly containers: readonly ReleaseContainer[]
    readonly programs: readonly Pick<ProgramStack, 'name' | 'copies'>[]
  },
  renumbering: Renumbering,
): readonly ReleaseContainer[] => {
  const names = newNames(programs, renumbering)
  return containers.flatMap(({ name, spec }) => {
    const own = names.get(name)
    return own === undefined
      ? []
      : [{ name: own, spec: withResolver(renumberSpec(spec, renumbering), renumbering.resolver) }]
  })
}

/** The names that the containers of a copy have, by those of the release: a helper's own name may end in a number too. */
const newNames = (
  programs: readonly Pick<ProgramStack, 'name' | 'copies'>[],
  { project, from, to }: Renumbering,
): ReadonlyMap<string, string> =>
  new Map(
    [
      (number: number) => releaseContainer(project, number),
      (number: number) => doorContainer(project, number),
      ...programs.flatMap(({ name, copies }) =>
        Array.from({ length: copies }, (_, index) => {
          const copy = copies > 1 ? index + 1 : undefined
          return (number: number) => helperContainer(project, name, number, copy)
        }),
      ),
    ].map((nameAt) => [nameAt(from), nameAt(to)]),
  )

const renumberSpec = (spec: ContainerSpec, renumbering: Renumbering): ContainerSpec => {
  const { project, from, to, address } = renumbering
  const { NetworkingConfig, ...rest } = spec
  const { Dns, DnsSearch, DnsOptions, ...host } = spec.HostConfig
  const folders = [`${root}/projects/${project}/releases/`, `${www}/${project}/r/`]
  const renumberBind = (bind: string): string => {
    const folder = folders.find((one) => bind.startsWith(`${one}${from}/`))
    return folder === undefined ? bind : `${folder}${to}${bind.slice(`${folder}${from}`.length)}`
  }
  return {
    ...rest,
    Image: spec.Image === releaseImage(project, from) ? releaseImage(project, to) : spec.Image,
    Labels: { ...spec.Labels, [labels.release]: String(to), [labels.dns]: '' },
    HostConfig: { ...host, ...(host.Binds && { Binds: host.Binds.map(renumberBind) }) },
    ...(NetworkingConfig &&
      address !== undefined && {
        NetworkingConfig: {
          EndpointsConfig: { [networkName(project)]: { IPAMConfig: { IPv4Address: address } } },
        },
      }),
  }
}
