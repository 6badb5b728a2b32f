import { z } from 'zod'

/** The five fields of a line in a crontab, as crontab(5) has them. */

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

interface Field {
  /** What it counts, for people. */
  readonly name: string
  readonly least: number
  readonly most: number
  /** Names for the numbers from `least` on. */
  readonly names: readonly string[]
}

/** The fields by their keys, in the order of a crontab. */
const fields = {
  minute: { name: 'minutes', least: 0, most: 59, names: [] },
  hour: { name: 'hours', least: 0, most: 23, names: [] },
  day: { name: 'days of the month', least: 1, most: 31, names: [] },
  month: { name: 'months', least: 1, most: 12, names: months },
  weekday: { name: 'days of the week', least: 0, most: 7, names: weekdays },
} as const satisfies Record<string, Field>

const numberOf = (text: string, { least, most, names }: Field): number | undefined => {
  const named = names.indexOf(text.toLowerCase())
  const number = named >= 0 ? named + least : /^\d{1,2}$/.test(text) ? Number(text) : undefined
  return number !== undefined && number >= least && number <= most ? number : undefined
}

/** `*`, `5`, `1-5`, each but the second with a step: `1-5/2`. What never comes, as `5-1` or a step too long, is refused. */
const isPart = (text: string, field: Field): boolean => {
  const [range = '', step, ...more] = text.split('/')
  const ends = range === '*' ? [field.least, field.most] : range.split('-').map((end) => numberOf(end, field))
  const [from, to = from, ...others] = ends
  if (more.length > 0 || others.length > 0 || from === undefined || to === undefined || from > to)
    return false
  if (step === undefined) return ends.length === 1 || !ends.includes(undefined)
  return ends.length === 2 && /^\d{1,2}$/.test(step) && Number(step) >= 1 && Number(step) <= to - from + 1
}

const isField = (text: string, field: Field): boolean => text.split(',').every((part) => isPart(part, field))

const wordsFor = ({ least, most, names }: Field): string =>
  `${least} to ${most}${names.length > 0 ? ` or ${names[0]} to ${names.at(-1)}` : ''}`

/** The key for one of the five fields. */
export const crontabField = (key: keyof typeof fields) =>
  z
    .union([z.string(), z.number()])
    .transform(String)
    .refine(
      (text) => isField(text, fields[key]),
      `must be ${fields[key].name} as in a crontab (${wordsFor(fields[key])}): *, 5, 1-5, 1,3,5 or */5`,
    )

const split = (schedule: string): readonly string[] => schedule.trim().split(/[ \t]+/)

/** What is wrong with a schedule, if anything. */
const mistake = (schedule: string): string | undefined => {
  const words = split(schedule)
  if (words.length !== 5)
    return `must have five fields, minute, hour, day, month and weekday, but has ${words.length}`
  const wrong = Object.values(fields).find((field, index) => !isField(words[index] ?? '', field))
  return wrong && `has wrong ${wrong.name}, which go from ${wordsFor(wrong)}`
}

/** The key for all five fields at once, with one space between them when it comes out. */
export const crontabSchedule = z
  .string()
  .superRefine((schedule, context) => {
    const message = mistake(schedule)
    if (message !== undefined) context.addIssue({ code: 'custom', message })
  })
  .transform((schedule) => split(schedule).join(' '))
