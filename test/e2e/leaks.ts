import type { Server } from '../world/server.ts'

/** Names of secrets, and of the places where they show in some form, as `place: secret`; none is the right number. */
export const leaks = (
  secrets: Readonly<Record<string, string>>,
  places: Readonly<Record<string, string>>,
): readonly string[] =>
  Object.entries(places).flatMap(([place, text]) =>
    Object.entries(secrets)
      .filter(([, secret]) =>
        formsOf(secret).some((form) => readings(place, text).some((one) => one.includes(form))),
      )
      .map(([name]) => `${place}: ${name}`),
  )

/**
 * A text as it is and, where it may be Markdown, as that is read. The logs of containers are none: what an app prints of
 * its own accord there, such as Celery the result of a task, has the backslashes of its language.
 */
const readings = (place: string, text: string): readonly string[] =>
  place === 'logs' ? [text] : [text, asShown(text)]

/** Markdown as a reader sees it, nearly: a secret with an underscore is one behind a backslash, too. */
const asShown = (text: string): string =>
  text
    .replaceAll('\u200b', '')
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')

/** A secret as it is, line by line, and as it looks in an address and in base64, also in the midst of other text. */
const formsOf = (secret: string): readonly string[] => {
  const lines = secret.split('\n').filter((line) => line.length >= 16 && !line.startsWith('-----'))
  if (lines.length === 0) throw new Error('A secret so short cannot be looked for.')
  return lines.flatMap((line) => [line, encodeURIComponent(line), ...[0, 1, 2].map(base64At(line))])
}

/** The part of base64 that stands for the text alone, when `shift` bytes (modulo 3) stand before it. */
const base64At =
  (text: string) =>
  (shift: number): string => {
    const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)])
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 3))
    return whole.toString('base64').slice(shift === 0 ? 0 : 4)
  }

const sampler = `
import os, time
seen = set()
with open('/tmp/command-lines', 'wb', 0) as out:
    while not os.path.exists('/tmp/command-lines.stop'):
        for pid in os.listdir('/proc'):
            try:
                line = open('/proc/%d/cmdline' % int(pid), 'rb').read()
            except (ValueError, OSError):
                continue
            if line not in seen:
                seen.add(line)
                out.write(line.replace(b'\\0', b' ') + b'\\n')
        time.sleep(0.02)
open('/tmp/command-lines.end', 'w')
`

/** Collects the command lines of all that runs on a server, until it is stopped. */
export const watchCommandLines = async (server: Server): Promise<{ stop(): Promise<string> }> => {
  await server.must(
    // Before others in line for the processor, so that it misses nothing on a busy machine; and from when it has begun.
    `cat > /tmp/sampler.py; rm -f /tmp/command-lines*
     setsid nice -n -15 python3 /tmp/sampler.py > /tmp/sampler.log 2>&1 &
     timeout 60 sh -c 'until [ -s /tmp/command-lines ]; do sleep 0.05; done' || { cat /tmp/sampler.log; exit 1; }`,
    { input: sampler },
  )
  return {
    stop: () =>
      server.must(`touch /tmp/command-lines.stop
        timeout 60 sh -c 'until [ -e /tmp/command-lines.end ]; do sleep 0.05; done' || { cat /tmp/sampler.log; exit 1; }
        cat /tmp/command-lines`),
  }
}

/** The secrets that the server keeps for a project: its key and the services' passwords. */
export const keptSecrets = async (
  server: Server,
  project: string,
): Promise<Readonly<Record<string, string>>> => {
  const listing = await server.must(
    `cd /var/lib/jetee/projects/${project}; for file in key passwords/*; do echo "$file $(cat "$file")"; done`,
  )
  return Object.fromEntries(listing.split('\n').map((line) => line.split(' ', 2)))
}

/** What anyone may read of a server's containers and images: labels, command lines, layers and logs. */
export const engineTexts = async (server: Server): Promise<Readonly<Record<string, string>>> => ({
  labels: await server.must(
    "docker ps -aq | xargs docker inspect -f '{{json .Config.Labels}} {{json .Config.Cmd}} {{json .Path}} {{json .Args}}'",
  ),
  images: await server.must('docker images -q | sort -u | xargs docker image inspect'),
  history: await server.must(
    'for image in $(docker images -q | sort -u); do docker history --no-trunc "$image"; done',
  ),
  logs: await server.must(
    'for name in $(docker ps -a --format "{{.Names}}"); do docker logs "$name" 2>&1; done',
  ),
  'command lines now': await server.must('ps -eww -o args'),
})
