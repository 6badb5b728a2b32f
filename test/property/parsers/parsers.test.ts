import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { commandWords } from '../../../src/catalog/fields.ts'
import { loadDeployment } from '../../../src/configuration/load.ts'
import { siteNames } from '../../../src/stack/site-names.ts'
import { docker } from '../../world/engine.ts'
import { ensureWorld } from '../../world/world.ts'
import { deploymentData } from '../deployments.ts'
import { hardDeployments } from '../hard-deployments.ts'
import { runs } from '../runs.ts'
import { type Stacks, stacksOf } from '../stacks.ts'
import { caseOf, hostFor, type Reading, strangeHost } from './cases.ts'

/**
 * What is accepted is rendered, and the programs that it is for read it: none refuses it, and each understands what the
 * configuration says. All texts go into one container at once.
 */

const deployments = [...hardDeployments, ...fc.sample(deploymentData, runs(60))]
const stacks = deployments.flatMap((data) => {
  const text = JSON.stringify(data)
  return stacksOf(loadDeployment(text, 'deployment.yml')).map((stack) => ({ stack, of: text }))
})

/** Every configuration, with what was made of it, and the file that it is of, to be shown when something is wrong. */
let read: readonly { readonly stack: Stacks; readonly of: string; readonly reading: Reading }[] = []

beforeAll(async () => {
  const { images } = await ensureWorld()
  const program = readFileSync(join(import.meta.dirname, 'read.py'), 'utf8')
  const output = await docker(
    [
      ...['run', '--rm', '--interactive', '--network', 'none', '--entrypoint', 'python3'],
      // BuildKit is a part of the engine.
      ...['--volume', '/var/run/docker.sock:/var/run/docker.sock'],
      ...[images.get('world-parsers') ?? '', '-c', program],
    ],
    { input: JSON.stringify(stacks.map(({ stack }) => caseOf(stack))), env: process.env },
  )
  const readings = JSON.parse(output) as readonly Reading[]
  read = stacks.map((stack, index) => ({ ...stack, reading: readings[index]! }))
})

describe('nginx', () => {
  test('takes the door of every release that speaks TCP', () => {
    expect(read.filter(({ stack }) => stack.door).length).toBeGreaterThan(0)
    for (const { reading, of } of read) expect(reading.door, of).toBeNull()
  })

  test('takes every entrance', () => {
    for (const { reading, of } of read) expect(reading.entrance, of).toBeNull()
  })

  test('takes every site, and answers under its names alone', () => {
    for (const { stack, reading, of } of read) {
      expect(reading.nginx.error, of).toBeUndefined()
      const { serverNames, site } = stack.configuration
      const { served, redirects } = siteNames(serverNames, site.redirectWww)
      const statuses = Object.entries(reading.nginx.answers).map(([host, [status = '']]) => [
        host,
        status.split(' ')[1],
      ])
      expect(Object.fromEntries(statuses), of).toEqual({
        // Nothing runs behind nginx here.
        ...Object.fromEntries(served.map((name) => [hostFor(name), '502'])),
        ...Object.fromEntries(redirects.map(({ from }) => [from, '308'])),
        [strangeHost]: '404',
      })
      for (const { from, to } of redirects)
        expect(reading.nginx.answers[from], of).toContain(`Location: http://${to}/path?query`)
    }
  })

  test('sends the headers of the site, character by character, and no others', () => {
    const own = ['Server', 'Date', 'Content-Type', 'Content-Length', 'Connection', 'Location']
    for (const { stack, reading, of } of read) {
      const { headers } = stack.configuration.site
      for (const [host, [, ...lines]] of Object.entries(reading.nginx.answers)) {
        if (host === strangeHost) continue
        const pairs = lines.map(
          (line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)] as const,
        )
        expect(Object.fromEntries(pairs.filter(([name]) => Object.hasOwn(headers, name))), of).toEqual(
          headers,
        )
        expect(
          pairs.filter(([name]) => !Object.hasOwn(headers, name) && !own.includes(name)),
          of,
        ).toEqual([])
      }
    }
  })
})

test('supervisor runs each process as the configuration says, and nothing else', () => {
  for (const { stack, reading, of } of read) {
    if (!reading.supervisor) continue
    expect(reading.supervisor.error, of).toBeUndefined()
    const found = reading.supervisor.groups.map(({ name, processes }) => ({
      ...processes[0],
      name,
      names: processes.map((process) => process.name).sort(),
      uid: processes[0]?.uid === 0 ? 'root' : 'app',
    }))
    const { programs } = stack.release
    expect(found.sort(byName), of).toMatchObject(
      programs
        .map((program, index) => {
          const { common } = stack.configuration.project.processes[index]!
          return {
            name: program.name,
            names: Array.from({ length: common.copies }, (_, copy) =>
              common.copies === 1 ? program.name : `${program.name}-${copy}`,
            ).sort(),
            command: `sh /etc/jetee/named.sh sh /etc/jetee/commands/${program.name}`,
            uid: program.user ?? 'app',
            autostart: program.web !== undefined,
            stopsignal: `SIG${common.stopSignal ?? program.stopSignal}`,
            stopwaitsecs: common.stopSeconds ?? program.stopSeconds,
            environment: { HOME: '/home/app', USER: 'app', LOGNAME: 'app' },
          }
        })
        .sort(byName),
    )
  }
})

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : 1

/** Variables that a shell sets by itself, whatever it was given; `read.py` leaves them out. */
const shellsOwn: readonly string[] = ['PWD', 'OLDPWD', '_', 'SHLVL']

describe('a shell', () => {
  test('hands over the words and variables of every process, character by character', () => {
    const processes = read.flatMap(({ stack, reading, of }) =>
      stack.release.programs.map((program, index) => ({
        of,
        program,
        variables: stack.configuration.project.processes[index]!.common.envVariables,
        handed: reading.scripts[`commands/${program.name}`],
      })),
    )
    expect(processes.length).toBeGreaterThan(20)
    for (const { of, program, variables, handed } of processes) {
      if (!handed) continue
      expect(handed.error, of).toBeUndefined()
      expect(handed.words, of).toEqual(program.command)
      const wanted = { PATH: '/usr/bin:/bin', ...program.env, ...variables }
      expect(handed.environment, of).toEqual(
        Object.fromEntries(Object.entries(wanted).filter(([name]) => !shellsOwn.includes(name))),
      )
    }
  })

  test('hands over the words of every task and every job of cron', () => {
    let count = 0
    for (const { stack, reading, of } of read) {
      const { tasks, programs } = stack.release
      const jobs = stack.configuration.project.processes.flatMap(({ settings }) => jobsOf(settings))
      const commands = [
        ...[...tasks.before, ...tasks.after].map(({ name, command }) => [`tasks/${name}`, command] as const),
        ...jobs.map(({ name, command }) => [`cron/jobs/${name}`, commandWords(command)] as const),
      ]
      for (const [name, command] of reading.supervisor ? commands : []) {
        expect(reading.scripts[name], `${name} of ${of}`).toMatchObject({ words: command })
        count++
      }
      expect(Object.keys(reading.scripts).length, of).toBe(
        reading.supervisor ? commands.length + programs.length : 0,
      )
    }
    expect(count).toBeGreaterThan(30)
  })
})

interface Job {
  readonly name: string
  readonly command: string
}

/** The jobs of a process, when it is cron. */
const jobsOf = (settings: Readonly<Record<string, unknown>>): readonly Job[] =>
  (settings.jobs as readonly Job[] | undefined) ?? []

test('cron takes every table, with one line for each job', () => {
  const tables = read.flatMap(({ stack, reading, of }) =>
    Object.entries(reading.crontabs).map(([name, result]) => ({ stack, of, name, result })),
  )
  expect(tables.length).toBeGreaterThan(0)
  for (const { stack, of, name, result } of tables) {
    expect(result.code, `${result.errors} in ${of}`).toBe(0)
    const lines = (stack.release.mount[name] ?? '').split('\n').filter((line) => !/^(?:\w+=.*)?$/.test(line))
    const jobs = stack.configuration.project.processes.flatMap(({ settings }) => jobsOf(settings))
    expect(lines, of).toHaveLength(jobs.length)
  }
})

describe('a Dockerfile', () => {
  test('is one that BuildKit takes', () => {
    expect(read.filter(({ stack }) => stack.release.dockerfile).length).toBeGreaterThan(10)
    for (const { reading, of } of read) expect(reading.dockerfile, of).toBeNull()
  })

  test('starts from the image, installs the packages and works in the folder of the configuration', () => {
    for (const { stack, of } of read) {
      const { image, dockerfile, programs } = stack.release
      if (image.kind !== 'supervised') continue
      const lines = (dockerfile ?? '').replaceAll('\\\n', ' ').split('\n')
      const instructions = (word: string): readonly string[] =>
        lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))
      expect(instructions('FROM'), of).toEqual([stack.configuration.primary.baseImage ?? image.base])
      expect(instructions('WORKDIR'), of).toEqual([image.place.location])
      const [install = ''] = instructions('RUN').filter((line) => line.includes('apt-get install'))
      const packages = [...image.aptPackages, ...programs.flatMap(({ aptPackages }) => aptPackages)]
      expect(install.split(/\s+/), of).toEqual(expect.arrayContaining(packages))
    }
  })
})
