import { z } from 'zod'
import { projectVariables } from '../project-env.ts'
import type { ServiceType } from '../types.ts'
import { versionField } from '../version-field.ts'

const ownVersion = '1'
const port = 11211

const schema = z
  .strictObject({ version: versionField('Memcached', 'memcached', ownVersion, '1-alpine') })
  .describe(
    'Memcached, which keeps nothing over a restart and has no password: only the project reaches it. It takes 64 MB unless `command` says otherwise, such as `-m 256`.',
  )

/** Debian's image has bash, which opens sockets; Alpine's has busybox's nc instead. */
const probe = `ask() {
  if command -v nc >/dev/null; then nc -w 3 127.0.0.1 ${port}
  else bash -c 'exec 3<>/dev/tcp/127.0.0.1/${port} && cat >&3 && cat <&3'
  fi
}
printf 'version\\r\\nquit\\r\\n' | ask | grep -q '^VERSION '`

/** Memcached, from the official image. */
export const memcached: ServiceType<typeof schema> = {
  type: 'memcached',
  schema,
  password: 'nothing',
  container: (settings, { name, host }) => ({
    image: `memcached:${settings.version ?? ownVersion}`,
    env: {},
    secretFiles: {},
    port,
    probe: ['sh', '-c', probe],
    check: { kind: 'exchange', send: 'version\\r\\n', expect: ['VERSION *'] },
    stopSeconds: 10,
    projectEnv: projectVariables(name, {
      URL: `memcached://${host}:${port}`,
      HOST: host,
      PORT: String(port),
    }),
  }),
}
