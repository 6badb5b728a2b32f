import { describe, expect, test } from 'vitest'
import { crontabField, crontabSchedule } from '../../../src/catalog/crontab.ts'

type Field = Parameters<typeof crontabField>[0]

describe('a field', () => {
  test.each<readonly [Field, string | number]>([
    ['minute', '*'],
    ['minute', 0],
    ['minute', '59'],
    ['minute', '05'],
    ['minute', '*/5'],
    ['minute', '*/60'],
    ['minute', '1-30/5'],
    ['minute', '0,15,30-40,*/7'],
    ['minute', '5-5'],
    ['hour', 23],
    ['hour', '*/24'],
    ['day', 31],
    ['day', '1-31/31'],
    ['month', 'jan'],
    ['month', 'JAN-mar'],
    ['month', 'jan,12'],
    ['weekday', 0],
    ['weekday', '7'],
    ['weekday', 'Mon-fri/2'],
    ['weekday', 'sat-7'],
  ])('%s may be %j', (field, value) => {
    expect(crontabField(field).parse(value)).toBe(String(value))
  })

  test.each<readonly [Field, string | number]>([
    ['minute', 60],
    ['minute', -1],
    ['minute', 1.5],
    ['minute', ''],
    ['minute', ' 5'],
    ['minute', '5 *'],
    ['minute', '5\n* * * * * root x'],
    ['minute', '*/0'],
    ['minute', '*/61'],
    ['minute', '*/5/5'],
    ['minute', '*/'],
    ['minute', '5/10'],
    ['minute', '30-10'],
    ['minute', '1-2-3'],
    ['minute', '1--5'],
    ['minute', '*-5'],
    ['minute', '1,'],
    ['minute', ',1'],
    ['minute', '001'],
    ['minute', 'jan'],
    ['minute', '?'],
    ['minute', '%'],
    ['minute', '1-5/7'],
    ['hour', 24],
    ['hour', '22-2'],
    ['day', 0],
    ['day', 32],
    ['day', 'L'],
    ['month', 0],
    ['month', 13],
    ['month', 'january'],
    ['month', 'mon'],
    ['weekday', 8],
    ['weekday', 'fri-sun'],
    ['weekday', 'mon#1'],
  ])('%s may not be %j', (field, value) => {
    expect(crontabField(field).safeParse(value).success).toBe(false)
  })
})

describe('a schedule', () => {
  test('has five fields, with one space between them when it comes out', () => {
    expect(crontabSchedule.parse('\t30 3  * * mon-fri ')).toBe('30 3 * * mon-fri')
  })

  const range = 'has wrong hours, which go from 0 to 23'
  const fields = 'must have five fields, minute, hour, day, month and weekday, but has'
  test.each([
    ['* * * *', `${fields} 4`],
    ['* * * * * *', `${fields} 6`],
    ['@daily', `${fields} 1`],
    ['', `${fields} 1`],
    ['0 24 * * *', range],
    ['0 3\n * * *', range],
    ['0 0 * smarch *', 'has wrong months, which go from 1 to 12 or jan to dec'],
    ['0 0 * * 8', 'has wrong days of the week, which go from 0 to 7 or sun to sat'],
  ])('%j is refused', (schedule, message) => {
    expect(crontabSchedule.safeParse(schedule).error?.issues).toMatchObject([{ message }])
  })
})
