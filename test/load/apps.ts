/** What stands under load: the same pages from three kinds of servers. */
export type AppName = 'uwsgi' | 'uvicorn' | 'dockerfile'

/** How an app of `test/e2e/projects/load` is served. */
export interface App {
  readonly name: AppName
  /** Whether it has a WebSocket at `/socket`. */
  readonly hasWebSocket: boolean
  /** What `primary_service` is in its deployment file. */
  readonly primaryService: Readonly<Record<string, unknown>>
}

/** Time for requests and WebSockets to end, in seconds: more than the slowest response takes. */
const drain = 8

/** All apps. */
export const apps: readonly App[] = [
  {
    name: 'uwsgi',
    hasWebSocket: false,
    primaryService: {
      project: { type: 'python', drain, processes: [{ uwsgi: { wsgi_module: 'wsgi', threads: 16 } }] },
    },
  },
  {
    name: 'uvicorn',
    hasWebSocket: true,
    primaryService: {
      project: { type: 'python', drain, processes: [{ uvicorn: { asgi_module: 'asgi' } }] },
    },
  },
  {
    name: 'dockerfile',
    hasWebSocket: true,
    primaryService: { project: { type: 'dockerfile', drain, dockerfile: 'Dockerfile', port: 8000 } },
  },
]
