import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readScript } from '../../../src/templates.ts'

/** A restart of helpers by the server's own scripts; functions of the shell are supervisor and Docker. */

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jetee-restart-'))
  mkdirSync(join(folder, 'releases/7/mount'), { recursive: true })
  writeFileSync(join(folder, 'releases/7/times'), 'start mail 3\nstart beat 1\ndrain 60\n')
  writeFileSync(join(folder, 'releases/7/helpers'), 'mail\nbeat\n')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/**
 * What a restart comes to, line by line. `look` prints the states, the shell's variable `looks` being how often that was
 * done; what else is asked of supervisor or Docker stands behind `@did`.
 */
const restart = (names: readonly string[], look: string): readonly string[] => {
  const script = `set -eu
${readScript('release')}
${readScript('helpers')}
sleep() { :; }
look() {
  looks=$(($(cat "$P/looks" 2>/dev/null || echo 0) + 1))
  echo "$looks" >"$P/looks"
  ${look}
}
control() { case $2 in status) look ;; *) echo "@did $2 $3" >>"$P/did" ;; esac; }
docker() {
  case $1 in
    inspect) look ;;
    logs) printf '%s\\n' 'mail | out of ink' 'beat | tick' ;;
    *) echo "@did $*" >>"$P/did" ;;
  esac
}
status=0
(
${readScript('restart')}
) || status=$?
cat "$P/did"
echo "status $status, $(cat "$P/looks") looks"`
  return execFileSync('sh', ['-c', script, 'sh', ...names], {
    env: { ...process.env, P: folder, PROJECT: 'shop', RELEASE: '7' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
    .trim()
    .split('\n')
}

describe('a restart of a helper', () => {
  test('waits until supervisor has run it for as long as after a switch, and looks at no other', () => {
    writeFileSync(join(folder, 'releases/7/mount/supervisord.conf'), '')
    expect(restart(['mail'], 'echo "mail RUNNING pid 31, uptime 0:00:0$looks"')).toEqual([
      '@did restart mail',
      'status 0, 3 looks',
    ])
  })

  test('fails when it stops a moment later, with its own lines of the log', () => {
    writeFileSync(join(folder, 'releases/7/mount/supervisord.conf'), '')
    const look =
      'if [ "$looks" = 1 ]; then echo "mail RUNNING pid 31, uptime 0:00:01"; else echo "mail BACKOFF Exited too quickly"; fi'
    expect(restart(['mail'], look)).toEqual([
      '@jetee helper mail BACKOFF Exited too quickly',
      'mail | out of ink',
      '@did restart mail',
      'status 1, 2 looks',
    ])
  })

  test('fails when its container runs again after a stop', () => {
    const at = new Date().toISOString()
    const look = `if [ "$looks" = 1 ]; then echo "/shop-mail-7 true 0 ${at} running"; else echo "/shop-mail-7 true 1 ${at} running"; fi`
    expect(restart(['shop-mail-7'], look)).toEqual([
      '@jetee helper shop-mail-7 running restarted=1',
      'mail | out of ink',
      'beat | tick',
      '@did restart shop-mail-7',
      'status 1, 2 looks',
    ])
  })
})
