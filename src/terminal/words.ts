import type { FailureDetails } from '../report/failure.ts'

/** Messages speak of the action's inputs and of its job. In a terminal, the same things have other names. */

/** What the action says, and what a terminal says in its place. */
const replacements: readonly (readonly [RegExp, string])[] = [
  [/, then the job again/g, ', then run this again'],
  [/Run the job again/g, 'Run it again'],
  [/run the job again/g, 'run it again'],
  [/run the job on a machine/g, 'run this on a machine'],
  [/ Hosted runners have no IPv6, and no way into private networks\./g, ''],
  [/the input `configuration` names/g, '`-n` names'],
  [/Set the input `configuration` to one of/g, 'Give `-n` one of'],
  [/set the input `config-file` to/g, 'give `-m`'],
  [/by the input `?config-file`?/g, 'by `-m`'],
  [/^input config-file$/g, 'option -m'],
  [/needs an input `token` that may read it/g, 'needs a token that may read it, in GH_TOKEN or GITHUB_TOKEN'],
  [/(?:; )?perhaps the job has no step `uses: actions\/checkout@v\d+` before this one/g, ''],
  [/There is no checkout to deploy/g, 'There is no commit to deploy'],
  [/The workspace is not a git repository with a commit/g, 'The repository has no commit yet'],
  [/Put a step `uses: actions\/checkout@v\d+` before this one/g, 'Commit what is to be deployed'],
  [
    /Give `submodules: true` \(or `recursive`\) to actions\/checkout/g,
    'Run `git submodule update --init --recursive`',
  ],
  [/The workspace has/g, 'The repository has'],
  [/\b(in|inside) the workspace/g, '$1 the repository'],
  [/on the runner/g, 'on this machine'],
  [/, also where actions\/checkout fetches it with `lfs: true`/g, ''],
  [/there is no input `deploy-key-token`/g, 'a terminal registers no deploy keys'],
  [/; or give the input `deploy-key-token` a token with `administration: write` there/g, ''],
  [/Code: from the runner/g, 'Code: from this machine'],
  [/^input token$/g, 'GH_TOKEN or GITHUB_TOKEN'],
  [
    /Leave the input `token` at its default and give the job `permissions: \{ contents: read \}`, or put a step `uses: actions\/checkout@v\d+` before this one/g,
    'Set `GH_TOKEN` to a token that may read it, or run this in a clone of the repository',
  ],
  [
    /The job needs `permissions: \{ contents: read \}`, or a checkout with `fetch-depth: 0`/g,
    'Set `GH_TOKEN` to a token that may read it, or fetch the base branch',
  ],
  [/Leave the input `token` as it is by default; in a terminal, set `GH_TOKEN`/g, 'Set `GH_TOKEN`'],
  [
    /The job needs `permissions: \{ pull-requests: read \}`/g,
    'The token in `GH_TOKEN` must be one that may read pull requests',
  ],
  [/[Tt]he input `preview` names it/g, '`--preview` names it'],
  [/With the input `preview: (.+?)`/g, 'With `--preview $1`'],
  [/and name the input `configuration`/g, 'and give `-n`'],
  [/The input `configuration` does/g, '`-n` does'],
  [/`lock-timeout`/g, '`--lock-timeout`'],
  [/\b([Tt]he environment) of the step/g, '$1'],
]

/** A line that the action would say, in the words of a terminal. */
export const terminalText = (text: string): string =>
  replacements.reduce((rest, [pattern, words]) => rest.replaceAll(pattern, words), asVariables(text))

/** What the action would tell of a failure, in the words of a terminal. */
export const terminalDetails = (details: FailureDetails): FailureDetails => {
  const said = (text: string | undefined) => (text === undefined ? undefined : terminalText(text))
  const { what, where, why, stands, next } = details
  return {
    ...details,
    what: terminalText(what),
    where: said(where),
    why: said(why),
    stands: said(stands),
    next: said(next),
  }
}

/** Lines for the `env` of a step, as variables to set. */
const asVariables = (text: string): string =>
  text.replace(
    /Add to the step:\nenv:\n((?: {2}\w+: \$\{\{ secrets\.\w+ \}\}(?:\n|$))+)/,
    (_, lines: string) =>
      [
        'Set what is missing in the environment, or in a file that `--env-file` names:',
        ...lines
          .trimEnd()
          .split('\n')
          .map((line) => `${line.trim().split(':')[0]}=…`),
      ].join('\n'),
  )
