import { boundedLog, type ContainerSpec, withSpecLabel } from './container.ts'
import { consulContainer, discoveryFolder, discoveryNetwork, labels } from './layout.ts'

/** The image of the server's Consul. */
const consulImage = 'hashicorp/consul:1.22'

/** The server's Consul, which answers for the services of every project, as it should be. */
export interface ConsulStack {
  readonly image: string
  /** The container in its own network; it is connected to those of the projects when it is there. */
  readonly spec: ContainerSpec
}

/**
 * What Consul is told: a server of its own, that nobody can join or ask anything of but names. Only DNS listens beside
 * the container's own loopback; services come from files alone, and only those may have checks that run a command.
 */
const agent = {
  node_name: consulContainer,
  server: true,
  bootstrap_expect: 1,
  // Also for ports that only newer versions open, and older ones do not know how to close.
  client_addr: '127.0.0.1',
  bind_addr: '127.0.0.1',
  addresses: { dns: '0.0.0.0' },
  ports: { dns: 53, http: -1, https: -1, grpc: -1, serf_wan: -1 },
  connect: { enabled: false },
  enable_local_script_checks: true,
  disable_update_check: true,
  // It is alone: no need to wait for others before it leads.
  performance: { raft_multiplier: 1 },
  log_level: 'warn',
}

/** The server's Consul. It keeps nothing: what it knows comes from files, whenever it starts. */
export const consulStack = (): ConsulStack => ({
  image: consulImage,
  spec: withSpecLabel({
    Image: consulImage,
    Cmd: ['agent', '-config-dir=/etc/jetee', `-hcl=${JSON.stringify(agent)}`],
    Hostname: consulContainer,
    Labels: { [labels.service]: 'consul' },
    StopTimeout: 5,
    HostConfig: {
      NetworkMode: discoveryNetwork,
      Binds: [`${discoveryFolder}:/etc/jetee:ro`],
      Tmpfs: { '/consul/data': '' },
      RestartPolicy: { Name: 'always' },
      LogConfig: boundedLog,
      Sysctls: {
        // It stands in the networks of all projects, and is no way from one to another.
        'net.ipv4.ip_forward': '0',
        // It listens on port 53 without being root.
        'net.ipv4.ip_unprivileged_port_start': '0',
      },
    },
  }),
})
