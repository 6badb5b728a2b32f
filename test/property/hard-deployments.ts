import { hardTexts } from './hard-texts.ts'

/** Deployment files, as data, that put every hard text where any text may stand. They are all accepted. */

const shellWord = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

const texts = hardTexts.filter((text) => text !== '')

/** What a header may have for a value: ASCII on one line, short enough for one. */
const headerTexts = texts
  .map((text) => text.trim())
  .filter((text) => /^[\t\x20-\x7E]+$/.test(text) && text.length < 1000)

/** Every hard text as a variable, as a header, and as a word of the command of a process, a task and a job of cron. */
export const hardDeployments: readonly Readonly<Record<string, unknown>>[] = [
  {
    configurations: {
      Staging: {
        hostname: 'example.com',
        site: {
          headers: Object.fromEntries(headerTexts.map((text, index) => [`X-Hard-${index}`, text])),
        },
        primary_service: {
          project: {
            env_variables: variables(hardTexts),
            processes: [
              { uwsgi: { wsgi_file: 'project/wsgi.py', env_variables: variables(hardTexts) } },
              {
                custom: {
                  name: 'worker',
                  command: ['run', ...texts.map(shellWord)].join(' '),
                  env_variables: variables(hardTexts),
                },
              },
            ],
          },
        },
      },
      Production: {
        hostname: 'www.example.com',
        site: { redirect_www: 'remove' },
        primary_service: {
          project: {
            type: 'python',
            release_tasks: { before_switch: texts.map((text) => `run ${shellWord(text)}`) },
            processes: [
              { custom: { name: 'web', command: 'serve', port: 8000 } },
              {
                cron: {
                  jobs: texts.map((text, index) => ({
                    name: `job-${index}`,
                    minute: '*/5',
                    command: `run ${shellWord(text)}`,
                  })),
                },
              },
            ],
          },
        },
      },
    },
  },
]

function variables(values: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(values.map((value, index) => [`HARD_${index}`, value]))
}
