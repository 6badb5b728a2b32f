import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import {
  type ActionManifest,
  completeContext,
  type GithubContext,
  inputVariables,
  readManifest,
  stepVariables,
} from './runner-context.ts'
import { type FileCommands, newCommandFiles } from './runner-files.ts'
import { type Annotation, newRunnerLog, type RunnerLog } from './runner-log.ts'

/** What a workflow step says, and what the runner knows around it. */
export type ActionOptions = {
  /** Folder of `action.yml`. */
  readonly actionDir: string
  readonly workspace: string
  readonly inputs: Readonly<Record<string, string>>
  /** Variables of the step's `env`. */
  readonly env?: Readonly<Record<string, string>>
  /** Payload of the event. */
  readonly event?: unknown
  readonly github?: Partial<GithubContext>
  /** Values of the `secrets` context: the runner masks them unasked. */
  readonly secrets?: readonly string[]
  /** Told each line of the log, masked, as it comes. */
  readonly onLine?: (line: string) => void
}

/** How one of the action's programs ended. */
export type StageResult = {
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  /** The log with secrets masked and commands carried out. */
  readonly log: string
  /** The output as it was written. */
  readonly rawLog: string
  readonly summary: string
  readonly annotations: readonly Annotation[]
  readonly durationMs: number
}

/** How the whole step ended. `post` is missing when there is none, or when the runner died. */
export type ActionResult = StageResult & {
  readonly outputs: Readonly<Record<string, string>>
  readonly masks: readonly string[]
  readonly cancelled: boolean
  readonly post: StageResult | undefined
}

/** A step under way. */
export type ActionRun = {
  readonly done: Promise<ActionResult>
  /** Cancels as GitHub does: SIGINT, after 7.5 s SIGTERM, after 2.5 s SIGKILL; post still runs. */
  readonly cancel: () => void
  /** Sends main a signal that the runner knows nothing of; post still runs when main ends by it. */
  readonly signal: (signal: NodeJS.Signals) => void
  /** The runner dies: main is killed with all it started, and post never runs. */
  readonly kill: () => void
}

/** Runs an action's main and post as GitHub's runner does, on the Node that runs this. */
export function startAction(options: ActionOptions): ActionRun {
  const state: RunState = { main: undefined, cancelled: false, dead: false }
  const signalMain = (signal: NodeJS.Signals) => void state.main?.kill(signal)
  return {
    done: runAction(options, state),
    cancel: () => {
      if (state.cancelled) return
      state.cancelled = true
      signalMain('SIGINT')
      setTimeout(() => signalMain('SIGTERM'), 7500).unref()
      setTimeout(() => killTree(state.main), 10_000).unref()
    },
    signal: signalMain,
    kill: () => {
      state.dead = true
      killTree(state.main)
    },
  }
}

type RunState = { main: ChildProcess | undefined; cancelled: boolean; dead: boolean }

async function runAction(options: ActionOptions, state: RunState): Promise<ActionResult> {
  const manifest = await readManifest(options.actionDir)
  if (!/^node\d+$/.test(manifest.runs.using))
    throw new Error(`This runner cannot run ${manifest.runs.using}.`)
  const temp = await mkdtemp(join(tmpdir(), 'jetee-runner-'))
  try {
    const env = await stepEnvironment(options, manifest, temp)
    const log = newRunnerLog({ secrets: options.secrets ?? [], onLine: options.onLine ?? (() => {}) })
    const main = await runStage(options, manifest.runs.main, env, temp, log, state)
    const post = await runPost(
      options,
      manifest,
      { ...env, ...main.files.variables },
      temp,
      log,
      main.files,
      state,
    )
    const { outputs } = main.files
    return { ...main.result, outputs, masks: log.masks, cancelled: state.cancelled, post }
  } finally {
    await rm(temp, { recursive: true, force: true })
  }
}

type Environment = Readonly<Record<string, string>>

async function stepEnvironment(
  options: ActionOptions,
  manifest: ActionManifest,
  temp: string,
): Promise<Environment> {
  const github = await completeContext(options.workspace, options.github ?? {})
  return {
    ...(await stepVariables(github, options.workspace, temp, options.event ?? {})),
    ...options.env,
    ...inputVariables(manifest, options.inputs, github),
  }
}

async function runPost(
  options: ActionOptions,
  manifest: ActionManifest,
  env: Environment,
  temp: string,
  log: RunnerLog,
  files: FileCommands,
  state: RunState,
): Promise<StageResult | undefined> {
  const { post } = manifest.runs
  if (manifest.runs['post-if'] !== undefined) throw new Error('This runner knows no post-if.')
  if (!post || state.dead) return undefined
  const saved = Object.entries(files.state).map(([name, value]) => [`STATE_${name}`, value])
  return (await runStage(options, post, { ...env, ...Object.fromEntries(saved) }, temp, log, undefined))
    .result
}

async function runStage(
  options: ActionOptions,
  script: string,
  env: Environment,
  temp: string,
  log: RunnerLog,
  state: RunState | undefined,
): Promise<{ result: StageResult; files: FileCommands }> {
  const commandFiles = await newCommandFiles(temp)
  const from = { lines: log.lines.length, raw: log.rawLines.length, annotations: log.annotations.length }
  const start = performance.now()
  const child = spawn(process.execPath, [join(options.actionDir, script)], {
    cwd: options.workspace,
    env: { ...env, ...commandFiles.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a process group of its own, to be killed as one
  })
  if (state) state.main = child
  if (state?.dead) killTree(child)
  for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', log.take)
  const [exitCode, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, by) => resolve([code, by]))
  })
  const files = await commandFiles.read()
  const result = {
    exitCode,
    signal,
    log: log.lines.slice(from.lines).join('\n'),
    rawLog: log.rawLines.slice(from.raw).join('\n'),
    summary: files.summary,
    annotations: log.annotations.slice(from.annotations),
    durationMs: performance.now() - start,
  }
  return { result, files }
}

function killTree(child: ChildProcess | undefined): void {
  if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  process.kill(-child.pid, 'SIGKILL')
}
