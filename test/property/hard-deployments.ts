import { hardTexts } from './hard-texts.ts'

/** Deployment files, as data, that put every hard text where any text may stand. They are all accepted. */

const shellWord = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

const texts = hardTexts.filter((text) => text !== '')

/** What a header may have for a value: ASCII on one line, short enough for one. */
const headerTexts = texts
  .map((text) => text.trim())
  .filter((text) => /^[\t\x20-\x7E]+$/.test(text) && text.length < 1000)

/** Every hard text as a variable, as a word of a command, and as a header. */
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
    },
  },
]

function variables(values: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(values.map((value, index) => [`HARD_${index}`, value]))
}
