import { describe, expect, test } from 'vitest'
import { mistakes, project } from './texts.ts'

const at = 'configurations.Staging.primary_service.project'

describe('a project of several keys', () => {
  test.each([
    [
      'release_tasks: { before_switch: [{ name: warm, command: a }], after_switch: [{ name: warm, command: b }] }',
      `${at}.release_tasks.after_switch[0]: has the name \`warm\`, which another task has`,
    ],
    [
      'release_tasks: { before_switch: [{ name: migrate, command: a }] }',
      `${at}.release_tasks.before_switch[0]: has the name \`migrate\`, which another task has`,
    ],
    [
      'type: dockerfile\nprocesses: [{ custom: { name: site, command: a, port: 80 } }]',
      `${at}.processes[0]: is a web process, which is the image’s own command in a project of type \`dockerfile\``,
    ],
    [
      'type: dockerfile\nprocesses: [{ custom: { name: app, command: a } }]',
      `${at}.processes[0]: has the name \`app\`, which is taken in a project of type \`dockerfile\``,
    ],
    [
      'type: dockerfile\nprocesses: [{ custom: { name: door, command: a } }]',
      `${at}.processes[0]: has the name \`door\`, which is taken in a project of type \`dockerfile\``,
    ],
    [
      'type: image\nimage: app:1\nprocesses: [{ custom: { name: task-a, command: a } }]',
      `${at}.processes[0]: has the name \`task-a\`, which is taken in a project of type \`image\``,
    ],
    ['type: image\nimage: app:1\nprocesses: [cron]', `${at}.processes[0]`],
    ['type: dockerfile\nprocesses: [{ uwsgi: { wsgi_module: a } }]', `${at}.processes[0].uwsgi`],
    ['type: image\nimage: app', `${at}.image`],
    ['python_version: 2.7', `${at}.python_version`],
    ['python_version: 3.10', `${at}.python_version`],
    ['type: dockerfile\nport: true', `${at}.port`],
    ['type: dockerfile\ntarget: "a; b"', `${at}.target`],
    ['build_secrets: [A, A: B]', `${at}.build_secrets[1]: stands in the list twice`],
  ])('is refused with %s', (lines, message) => {
    const found = mistakes(project(lines))
    expect(found.join('\n')).toContain(message)
    expect(found).toHaveLength(1)
  })

  test('takes a task with a name of Django’s where there is no Django', () => {
    const lines =
      'type: python\nrelease_tasks: { before_switch: [{ name: migrate, command: alembic upgrade head }] }'
    expect(mistakes(project(lines))).toEqual([])
  })

  test('is told of a base image that means nothing for it', () => {
    const text = project('type: dockerfile').replace(
      'primary_service:',
      'primary_service:\n      base_image: a:1',
    )
    expect(mistakes(text)).toEqual([
      expect.stringContaining(
        'primary_service.base_image: `a:1` has no meaning for a project of type `dockerfile`',
      ),
    ])
  })
})
