import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Dependencies } from '../../../src/source/dependencies.ts'
import { root } from '../sample.ts'
import { configurationOf, releaseOf } from './project.ts'

const dockerfile = (lines: string, dependencies?: Dependencies, baseImage?: string) =>
  releaseOf(configurationOf(`type: python\n${lines}`, { baseImage }), dependencies && { dependencies })
    .dockerfile ?? ''

describe('the Dockerfile of a Python project', () => {
  test.each([
    ['', undefined, 'debian:trixie-slim', true],
    ['python_version: 3.12', undefined, 'python:3.12-slim', false],
    ["python_version: '3.10'", undefined, 'python:3.10-slim', false],
    ['', 'ubuntu:24.04', 'ubuntu:24.04', true],
    ['python_version: 3.13', 'registry.example.com/base:2', 'registry.example.com/base:2', false],
  ])('with %j on %s starts from %s', (lines, baseImage, base, debian) => {
    const text = dockerfile(lines, undefined, baseImage)
    expect(text.split('\n')[0]).toBe(`FROM ${base}`)
    expect(text.includes(' python3 python3-pip python3-venv supervisor')).toBe(debian)
    expect(text.includes('--system-site-packages')).toBe(debian)
    expect(text).toMatch(/apt-get install .* supervisor/)
  })

  test('makes sure that a base image has the Python that is asked for', () => {
    expect(dockerfile('python_version: 3.13')).toContain('"Python 3.13" | "Python 3.13."*) ;;')
    expect(dockerfile('')).not.toContain('python3 --version')
  })

  test.each<readonly [Dependencies, string]>([
    [{ tool: 'pip', files: ['req/a.txt', 'b.txt'] }, '--requirement /tmp/dependencies/req/a.txt'],
    [{ tool: 'pyproject', files: ['pyproject.toml'] }, '--requirement /tmp/dependencies/requirements.txt'],
    [
      { tool: 'uv', files: ['uv.lock', 'pyproject.toml'] },
      '--frozen --inexact --no-dev --no-install-project',
    ],
    [{ tool: 'poetry', files: ['poetry.lock', 'pyproject.toml'] }, 'poetry install --no-root --only main'],
    [{ tool: 'pipenv', files: ['Pipfile.lock', 'Pipfile'] }, 'pipenv sync'],
  ])('with %j installs them before it copies the code', (dependencies, command) => {
    const text = dockerfile('', dependencies)
    for (const file of dependencies.files)
      expect(text).toContain(`COPY ["${file}", "/tmp/dependencies/${file}"]\n`)
    const at = text.indexOf(command)
    expect(at).toBeGreaterThan(text.indexOf('COPY ["'))
    expect(at).toBeLessThan(text.indexOf('COPY . /app/'))
  })

  test.each([
    ['poetry', 'python3-poetry'],
    ['pipenv', 'pipenv'],
  ] as const)('has %s from Debian', (tool, name) => {
    expect(dockerfile('', { tool, files: [] })).toMatch(new RegExp(`apt-get install .* supervisor ${name} `))
  })

  test('installs what the processes need before the project’s own dependencies, which may want another version', () => {
    const text = dockerfile('python_version: 3.12\nprocesses: [{ celery_worker: { app: shop } }]', {
      tool: 'pip',
      files: ['requirements.txt'],
    })
    expect(text).toContain("pip install --disable-pip-version-check 'celery[redis]'\n")
    expect(text.indexOf('celery[redis]')).toBeLessThan(text.indexOf('COPY ["requirements.txt"'))
  })

  test('mounts the secrets of the build where it installs packages, and nowhere else', () => {
    const text = dockerfile('build_secrets: [PIP_INDEX, TOKEN: STAGING_TOKEN]', {
      tool: 'pip',
      files: ['requirements.txt'],
    })
    const runs = text.split(/\n(?=[A-Z]+ )/).filter((step) => step.includes('secret'))
    expect(runs).toHaveLength(1)
    expect(runs[0]).toContain(
      '--mount=type=secret,id=PIP_INDEX,required=true --mount=type=secret,id=TOKEN,required=true',
    )
    expect(runs[0]).toContain('TOKEN="$(cat /run/secrets/TOKEN)" && export TOKEN && pip install')
    expect(text).not.toContain('STAGING_TOKEN')
  })
})

describe('the list of dependencies in pyproject.toml', () => {
  const read = (toml: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'pyproject-'))
    const [from, to] = [join(folder, 'pyproject.toml'), join(folder, 'requirements.txt')]
    try {
      writeFileSync(from, toml)
      execFileSync('python3', [join(root, 'templates/pyproject.py'), from, to], { stdio: 'pipe' })
      return readFileSync(to, 'utf8')
    } finally {
      rmSync(folder, { recursive: true })
    }
  }

  test('is written as requirements', () => {
    expect(read('[project]\nname = "x"\ndependencies = ["a>=1 ; python_version > \'3\'", "b[c]"]\n')).toBe(
      "a>=1 ; python_version > '3'\nb[c]\n",
    )
    expect(read('[project]\nname = "x"\n')).toBe('')
  })

  test.each([
    ['[tool.black]\n', 'pyproject.toml has no [project] table'],
    ['[project]\ndynamic = ["dependencies"]\n', 'says that its dependencies are dynamic'],
  ])('in %j is refused in words', (toml, message) => {
    expect(() => read(toml)).toThrow(message)
  })
})
