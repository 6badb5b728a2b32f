import { z } from 'zod'
import { processesCount, pythonModule, pythonObject, withSystemdSocket } from '../python.ts'
import type { ProcessType } from '../types.ts'

const schema = z
  .strictObject({
    asgi_module: pythonObject('project.asgi:application')
      .describe(
        'Module of the ASGI callable, with its name behind a colon unless that is `application`: `project.asgi`.',
      )
      .meta({ examples: ['project.asgi', 'shop.main:app'] }),
    processes_count: processesCount,
    lifespan: z
      .enum(['auto', 'on', 'off'])
      .default('auto')
      .describe(
        'Whether the app is told of start and stop: `auto` asks it, with `on` a failure there is fatal.',
      )
      .meta({ examples: ['on'] }),
  })
  .describe('The web process: Uvicorn, for ASGI and WebSockets, on the socket that nginx proxies to.')

/** Uvicorn as the web process. */
export const uvicorn: ProcessType<typeof schema> = {
  type: 'uvicorn',
  isWeb: true,
  schema,
  program({ asgi_module, processes_count, lifespan }, { python }, stopSeconds = 60) {
    return {
      name: 'web',
      command: withSystemdSocket(
        pythonModule(
          'uvicorn',
          // With several processes it takes descriptor 0 for none, and listens on a TCP port.
          '--fd=3',
          `--workers=${processes_count}`,
          `--lifespan=${lifespan}`,
          '--backlog=1024',
          // Only nginx reaches the socket.
          '--proxy-headers',
          '--forwarded-allow-ips=*',
          '--no-access-log',
          asgi_module.includes(':') ? asgi_module : `${asgi_module}:application`,
        ),
      ),
      web: { kind: 'socket' },
      // Versions before 0.22, as in Debian 12, refuse an option that they do not know.
      env: { UVICORN_TIMEOUT_GRACEFUL_SHUTDOWN: String(stopSeconds) },
      stopSignal: 'TERM',
      stopSeconds,
      aptPackages:
        python === 'debian' ? ['uvicorn', 'python3-httptools', 'python3-uvloop', 'python3-websockets'] : [],
      pipPackages: python === 'image' ? ['uvicorn[standard]'] : [],
    }
  },
}
