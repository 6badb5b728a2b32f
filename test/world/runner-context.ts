import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { arch, homedir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { tryCommand } from './command.ts'

/** Parts of the `github` context that a test may choose; the rest has plausible values. */
export type GithubContext = {
  readonly repository: string
  /** Full commit id; the workspace's HEAD by default. */
  readonly sha: string
  readonly ref: string
  readonly event_name: string
  readonly actor: string
  readonly token: string
  readonly run_id: string
  readonly run_number: string
  readonly run_attempt: string
  readonly server_url: string
  readonly api_url: string
  readonly workflow: string
  readonly job: string
  readonly head_ref: string
  readonly base_ref: string
}

/** The parts of `action.yml` that a runner needs. */
export type ActionManifest = {
  readonly inputs?: Readonly<
    Record<string, { readonly default?: unknown; readonly required?: boolean } | null>
  >
  readonly runs: {
    readonly using: string
    readonly main: string
    readonly post?: string
    readonly 'post-if'?: string
  }
}

/** Reads an action's manifest. */
export async function readManifest(actionDir: string): Promise<ActionManifest> {
  return parse(await readFile(join(actionDir, 'action.yml'), 'utf8')) as ActionManifest
}

/** Fills in what a test did not choose. */
export async function completeContext(
  workspace: string,
  chosen: Partial<GithubContext>,
): Promise<GithubContext> {
  const head = await tryCommand('git', ['-C', workspace, 'rev-parse', 'HEAD']).catch(() => undefined)
  return {
    repository: 'octo-org/octo-repo',
    sha: head?.code === 0 ? head.stdout.trim() : '0'.repeat(40),
    ref: 'refs/heads/main',
    event_name: 'push',
    actor: 'octocat',
    token: '',
    run_id: '1658821493',
    run_number: '1',
    run_attempt: '1',
    server_url: 'https://github.com',
    api_url: 'https://api.github.com',
    workflow: 'Deploy',
    job: 'deploy',
    head_ref: '',
    base_ref: '',
    ...chosen,
  }
}

/** `INPUT_*` variables: what the workflow gives, else the manifest's defaults, else nothing but the name. */
export function inputVariables(
  manifest: ActionManifest,
  inputs: Readonly<Record<string, string>>,
  github: GithubContext,
): Record<string, string> {
  const defaults = Object.entries(manifest.inputs ?? {}).map(([name, input]) => [
    name,
    evaluate(input?.default, github),
  ])
  const all: Record<string, string> = { ...Object.fromEntries(defaults), ...inputs }
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [inputVariable(name), value]))
}

/** Name of the variable that carries an input. Dashes stay. */
function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
}

/** Value of a default; `${{ github.… }}` is the only expression that defaults here may use. */
function evaluate(value: unknown, github: GithubContext): string {
  return String(value ?? '').replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const name = /^github\.(\w+)$/.exec(expression)?.[1]
    if (!name || !(name in github)) throw new Error(`This runner cannot evaluate \${{ ${expression} }}.`)
    return github[name as keyof GithubContext]
  })
}

/** The variables GitHub sets for each step. Everything else of this process's environment is left out. */
export async function stepVariables(
  github: GithubContext,
  workspace: string,
  temp: string,
  event: unknown,
): Promise<Record<string, string>> {
  const eventPath = join(temp, '_github_workflow', 'event.json')
  await mkdir(join(temp, '_github_workflow'), { recursive: true })
  await writeFile(eventPath, JSON.stringify(event))
  const { token: _, ...shown } = github
  const fromContext = Object.entries(shown).map(([key, value]) => [`GITHUB_${key.toUpperCase()}`, value])
  const home = homedir()
  return {
    PATH: process.env.PATH ?? '/usr/local/bin:/usr/bin:/bin',
    HOME: home,
    LANG: 'C.UTF-8',
    CI: 'true',
    ...Object.fromEntries(fromContext),
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__jetee_deploy',
    GITHUB_ACTOR_ID: '583231',
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_GRAPHQL_URL: `${github.api_url}/graphql`,
    GITHUB_REF_NAME: github.ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    GITHUB_REF_PROTECTED: 'false',
    GITHUB_REF_TYPE: github.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_REPOSITORY_OWNER: github.repository.split('/')[0]!,
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_TRIGGERING_ACTOR: github.actor,
    GITHUB_WORKFLOW_REF: `${github.repository}/.github/workflows/deploy.yml@${github.ref}`,
    GITHUB_WORKFLOW_SHA: github.sha,
    GITHUB_WORKSPACE: workspace,
    RUNNER_ARCH: arch() === 'arm64' ? 'ARM64' : 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'world',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: join(temp, '_tool'),
  }
}
