import { describe, expect, test } from 'vitest'
import { mistakes, project, target } from './texts.ts'

const staging = 'configurations.Staging'

describe('a key in a wrong place', () => {
  test.each([
    [target('previews: {}'), `3:5  ${staging}.previews`, 'at the top level'],
    [target('processes: []'), `3:5  ${staging}.processes`, `in \`${staging}.primary_service.project\``],
    [target('secrets: [A]'), `3:5  ${staging}.secrets`, `in \`${staging}.primary_service.project\``],
    [target('max: 3'), `3:5  ${staging}.max`, 'in `previews`'],
    [
      project('base_image: "debian:13"'),
      `6:9  ${staging}.primary_service.project.base_image`,
      `in \`${staging}.primary_service\``,
    ],
    [
      project('jobs: []'),
      `6:9  ${staging}.primary_service.project.jobs`,
      `in \`${staging}.primary_service.project.processes[].cron\``,
    ],
    [`${target('port: 22')}hostname: example.com\n`, '6:1  hostname', 'in `configurations.NAME`'],
  ])('is told where that is: %#', (text, place, home) => {
    expect(mistakes(text)).toEqual([`${place}: is not a key here; its place is ${home}`])
  })

  test('is not sent to one of several, nor to the mapping that it stands in', () => {
    expect(mistakes(target('memory: 1g'))).toEqual([
      expect.stringContaining('; this mapping takes `extends`, '),
    ])
    const image = mistakes(project('type: django\nregistry: { username: a, password: B }'))
    expect(image).toEqual([expect.stringContaining('.registry: is not a key here; this mapping takes ')])
  })

  test('that may lack an indent is told so as well', () => {
    const [, told] = mistakes(target('site:\nmax_body_size: 1m'))
    expect(told).toBe(
      `4:5  ${staging}.max_body_size: is not a key here; its place is in \`${staging}.site\`; indent it further if it belongs to \`site\``,
    )
  })
})
