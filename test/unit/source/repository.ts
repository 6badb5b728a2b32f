import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A git repository in a folder of its own; gone when disposed. */
export interface TestRepository extends Disposable {
  readonly folder: string
  /** Runs git there, whatever this machine's user has configured. */
  git(...args: readonly string[]): string
  /** Runs a shell script there. */
  sh(script: string): void
  /** Commits all that is there, and gives the commit's name. */
  commit(message?: string): string
}

const env = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Octo Cat',
  GIT_AUTHOR_EMAIL: 'octocat@example.com',
  GIT_COMMITTER_NAME: 'Octo Cat',
  GIT_COMMITTER_EMAIL: 'octocat@example.com',
}

export const newTestRepository = (): TestRepository => {
  const folder = mkdtempSync(join(tmpdir(), 'jetee-source-test-'))
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' }).trim()
  git('init', '--quiet', '--initial-branch=main')
  return {
    folder,
    git,
    sh: (script) => void execFileSync('sh', ['-euc', script], { cwd: folder, stdio: 'pipe' }),
    commit(message = 'A change') {
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', '--message', message)
      return git('rev-parse', 'HEAD')
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}
