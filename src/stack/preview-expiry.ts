import { readScript, readTemplate } from '../templates.ts'
import { nginxImage, sha256 } from './front.ts'
import { root } from './layout.ts'
import { removalScripts } from './removal-scripts.ts'

/** The script by which a server removes previews whose time is over. */
export interface PreviewExpiry {
  readonly text: string
  /** SHA-256 of the text, by which the server's own is compared. */
  readonly hash: string
}

/** A part of the script: some of `templates/scripts` in a shell of their own, as a run has them done. */
const part = (name: string, scripts: readonly string[]): string =>
  [`${name}() (`, readScript('prelude'), ...scripts.map(readScript), ')'].join('\n')

/** The script, made of what a run removes a project with: it stands on the server alone. */
export const previewExpiry = (): PreviewExpiry => {
  const text = [
    '# Removes the previews of pull requests whose time is over. Written by jetee/deploy; systemd calls it each hour.',
    '# In: the project that is to be removed; without one, all are looked at',
    `ROOT=${root}`,
    `HELPER_IMAGE=${nginxImage}`,
    'cd "$ROOT" || exit 0',
    ['take_lock() {', readScript('strays'), readScript('lock'), '}'].join('\n'),
    ...Object.entries(removalScripts).map(([name, scripts]) => part(name, scripts)),
    part('timer', ['preview-timer']),
    readTemplate('expire.sh'),
  ].join('\n')
  return { text, hash: sha256(text) }
}
