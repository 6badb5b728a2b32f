import type { ContainerSpec } from './container.ts'
import { labels, networkName, releaseImage, root, www } from './layout.ts'
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
  containers: readonly ReleaseContainer[],
  renumbering: Renumbering,
): readonly ReleaseContainer[] =>
  containers
    .filter(({ spec }) => spec.Labels[labels.service] !== 'task')
    .map(({ name, spec }) => ({
      name: renumberName(name, renumbering),
      spec: withResolver(renumberSpec(spec, renumbering), renumbering.resolver),
    }))

/** A container's name ends in its release's number, and in that of the copy of a helper behind it. */
const renumberName = (name: string, { from, to }: Renumbering): string =>
  name.replace(new RegExp(`-${from}(-\\d+)?$`), (_, copy: string | undefined) => `-${to}${copy ?? ''}`)

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
