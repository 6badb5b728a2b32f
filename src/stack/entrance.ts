import { healthUserAgent } from '../catalog/health-question.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { renderTemplate } from '../templates.ts'
import { boundedLog, type ContainerSpec, withSpecLabel } from './container.ts'
import { nginxImage } from './front.ts'
import { entranceContainer, labels, networkName, root, www } from './layout.ts'
import type { SiteFiles } from './site.ts'
import { fileHeaders, givenHeaders } from './site-headers.ts'
import { literalName, siteNames } from './site-names.ts'
import { type StatusRange, statusPattern } from './status-pattern.ts'

/** The port of the project's primary service, at its entrance. */
export const entrancePort = 8000

/** The port at which the entrance says whether the live release is well. */
export const entranceHealthPort = 8001

/** The entrance of a project: the container by which other containers reach whichever release is live. */
export interface EntranceStack {
  readonly containerName: string
  readonly image: string
  /** The container, without its address, which is chosen once and kept. */
  readonly spec: ContainerSpec
  /** nginx's configuration, which it loads anew without being stopped. */
  readonly conf: string
}

/**
 * What there is of an entrance before a step: no container, one that was made from something else, or the one that
 * should be, stopped or running.
 */
export type EntranceState = 'missing' | 'other' | 'stopped' | 'running'

/** What an entrance is made from; `files` says what it finds in the project's folder, as the site does. */
export type EntranceInput = Pick<Configuration, 'projectName' | 'name' | 'serverNames' | 'site'> & {
  readonly project: Pick<Configuration['project'], 'healthCheck'>
}

/** The entrance of a project with a web process. */
export const entranceStack = (
  { projectName, name, serverNames, site, project: { healthCheck } }: EntranceInput,
  files: SiteFiles,
): EntranceStack => {
  const folder = `${www}/${projectName}`
  return {
    containerName: entranceContainer(projectName),
    image: nginxImage,
    conf: renderTemplate('entrance.conf', {
      maxBodySize: site.maxBodySize,
      timeoutSeconds: site.timeoutSeconds,
      headers: givenHeaders(site.headers),
      ...fileHeaders(projectName, site.headers),
      www: folder,
      files,
      port: entrancePort,
      health: {
        port: entranceHealthPort,
        path: healthCheck.path,
        host: literalName(siteNames(serverNames, site.redirectWww)),
        userAgent: healthUserAgent,
        well: statusPattern(healthCheck.status),
        plainlyWell: statusPattern(among2xx(healthCheck.status)),
      },
    }),
    spec: withSpecLabel({
      Image: nginxImage,
      Cmd: ['nginx', '-c', '/etc/jetee/nginx.conf', '-g', 'daemon off;'],
      Labels: {
        [labels.project]: projectName,
        [labels.configuration]: name,
        [labels.service]: 'entrance',
      },
      // It lets the requests that are under way come to their end.
      StopSignal: 'SIGQUIT',
      StopTimeout: 30,
      HostConfig: {
        NetworkMode: networkName(projectName),
        Binds: [`${root}/projects/${projectName}/entrance:/etc/jetee:ro`, `${folder}:${folder}:ro`],
        RestartPolicy: { Name: 'always' },
        LogConfig: boundedLog,
        // A socket's backlog is cut to this.
        Sysctls: { 'net.core.somaxconn': '4096' },
      },
    }),
  }
}

/** The part of a range that Consul takes for well by itself; it may be empty. */
const among2xx = ({ from, to }: StatusRange): StatusRange => ({
  from: Math.max(from, 200),
  to: Math.min(to, 299),
})
