import { expect } from 'vitest'

/** All outputs of a run that deployed the sample app, whatever it changed. */
export const deployedOutputs = (
  url: string,
  run: { readonly release: string; readonly changed: boolean; readonly previous?: string },
) => ({
  configuration: 'Staging',
  preview: '',
  url,
  urls: JSON.stringify([url]),
  release: run.release,
  'previous-release': run.previous ?? '',
  changed: String(run.changed),
  services: expect.stringMatching(
    /^\[\{"name":"postgresql","type":"postgresql","version":"[\d.]+","host":"guestbook-postgresql","port":5432\},\{"name":"redis","type":"redis","version":"[\d.]+","host":"guestbook-redis","port":6379\}\]$/,
  ),
})
