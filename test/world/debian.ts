import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command, hasCommand, tryCommand } from './command.ts'
import { docker } from './engine.ts'
import { ensureProgram } from './packages.ts'

const certificateFolder = '/usr/local/share/ca-certificates'
const aptSettings = join(import.meta.dirname, 'images/debian/docker-clean')

/** What an official `-slim` image leaves out, besides packages. */
const dpkgOptions = [
  'force-unsafe-io',
  'path-exclude /usr/share/doc/*',
  'path-include /usr/share/doc/*/copyright',
  'path-exclude /usr/share/locale/*',
  'path-include /usr/share/locale/locale.alias',
  'path-exclude /usr/share/man/*',
  'path-exclude /usr/share/groff/*',
  'path-exclude /usr/share/info/*',
  'path-exclude /usr/share/lintian/*',
]

/** How mmdebstrap is told to make such an image. */
export const bootstrapOptions: readonly string[] = [
  '--variant=minbase',
  ...dpkgOptions.map((option) => `--dpkgopt=${option}`),
  '--customize-hook=rm -f "$1"/var/cache/apt/*.bin',
]

/** Makes the official image `debian:<suite>-slim` from Debian's own archive and imports it under a tag. */
export async function bootstrapDebian(suite: string, tag: string): Promise<void> {
  await ensureProgram('mmdebstrap', 'mmdebstrap', 'make Debian images where no hub is reachable')
  const folder = await mkdtemp(join(tmpdir(), 'jetee-world-'))
  try {
    const tar = join(folder, 'root.tar')
    const options = (await machineAptOptions()).map((option) => `--aptopt=${option}`)
    const settings = `--customize-hook=copy-in ${aptSettings} /etc/apt/apt.conf.d/`
    const sources = await machineSources(suite)
    await command('mmdebstrap', [...bootstrapOptions, ...options, settings, suite, tar, ...sources])
    await docker(['import', '--change', 'CMD ["bash"]', tar, tag])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Certificates that an administrator added to this machine, by file name. */
export async function localCertificates(): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(certificateFolder, { recursive: true }).catch(() => [])
  const wanted = names.filter((name) => name.endsWith('.crt')).sort()
  const read = async (name: string): Promise<[string, string]> => [
    name.replaceAll('/', '_'),
    await readFile(join(certificateFolder, name), 'utf8'),
  ]
  return new Map(await Promise.all(wanted.map(read)))
}

/** Writes the local certificates and a recipe as a build context; returns the folder. */
export async function certificateContext(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jetee-world-'))
  for (const [name, text] of await localCertificates()) await writeFile(join(folder, name), text)
  return folder
}

/** What this machine's apt is told about proxies and frozen mirrors holds for the images too. */
async function machineAptOptions(): Promise<string[]> {
  if (!(await hasCommand('apt-config'))) return []
  const dump = (await tryCommand('apt-config', ['dump'])).stdout.split('\n')
  return dump
    .filter((line) => /^Acquire::(Check-Valid-Until|https?::Proxy) "/.test(line))
    .map((line) => line.replace(/;$/, ''))
}

/** The mirrors this machine takes Debian from, as apt lines for a suite; none means mmdebstrap's own default. */
async function machineSources(suite: string): Promise<string[]> {
  if (!(await hasCommand('apt-get'))) return []
  const format = '$(LABEL) $(REPO_URI)'
  const listed = await tryCommand('apt-get', [
    'indextargets',
    '--format',
    format,
    'Created-By: Packages',
    'Origin: Debian',
  ])
  const uriOf = (label: string) =>
    listed.stdout
      .split('\n')
      .find((line) => line.startsWith(`${label} `))
      ?.slice(label.length + 1)
  const main = uriOf('Debian')
  const security = uriOf('Debian-Security')
  if (!main || !security) return []
  return [
    `deb ${main} ${suite} main`,
    `deb ${main} ${suite}-updates main`,
    `deb ${security} ${suite}-security main`,
  ]
}
