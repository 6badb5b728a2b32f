import { createHash } from 'node:crypto'
import { renderTemplate } from '../templates.ts'
import { boundedLog, type ContainerSpec, withSpecLabel } from './container.ts'
import { labels, root, www } from './layout.ts'

/** Image of the server's nginx: the stable branch of November 2026. */
export const nginxImage = 'nginx:1.30'

/** nginx as it should be on the server: one container for all projects. */
export interface FrontStack {
  readonly image: string
  readonly spec: ContainerSpec
  /** Its main configuration. */
  readonly conf: string
}

/** The server's nginx, on the host's network: it sees real client addresses and respects the host's firewall. */
export const frontStack = (ipv6: boolean): FrontStack => ({
  image: nginxImage,
  conf: renderTemplate('nginx.conf', { ipv6 }),
  spec: withSpecLabel({
    Image: nginxImage,
    Cmd: ['nginx', '-c', '/etc/jetee/nginx.conf', '-g', 'daemon off;'],
    Labels: { [labels.service]: 'nginx' },
    StopTimeout: 30,
    HostConfig: {
      NetworkMode: 'host',
      Binds: [`${root}/nginx:/etc/jetee:ro`, `${www}:${www}:ro`],
      RestartPolicy: { Name: 'always' },
      LogConfig: boundedLog,
    },
  }),
})

/** SHA-256 of a text, in hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
