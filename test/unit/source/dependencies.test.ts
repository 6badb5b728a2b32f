import { describe, expect, test } from 'vitest'
import { chooseDependencies } from '../../../src/source/dependencies.ts'
import { requireDependencyList } from '../../../src/source/pyproject.ts'
import { failureOf } from '../configuration/texts.ts'

const choose = (paths: string, requirements?: string) =>
  chooseDependencies(new Set(paths.split(' ')), requirements)

describe('the dependencies of a commit', () => {
  test.each([
    ['requirements.txt', 'pip', ['requirements.txt'], 'Dependencies: requirements.txt'],
    ['pyproject.toml', 'pyproject', ['pyproject.toml'], 'Dependencies: pyproject.toml'],
    ['uv.lock pyproject.toml', 'uv', ['uv.lock', 'pyproject.toml'], 'Dependencies: uv.lock'],
    [
      'pyproject.toml uv.toml uv.lock requirements.txt',
      'uv',
      ['uv.lock', 'pyproject.toml', 'uv.toml'],
      'Dependencies: uv.lock',
    ],
    [
      'poetry.lock pyproject.toml requirements.txt',
      'poetry',
      ['poetry.lock', 'pyproject.toml'],
      'Dependencies: poetry.lock',
    ],
    ['Pipfile Pipfile.lock', 'pipenv', ['Pipfile.lock', 'Pipfile'], 'Dependencies: Pipfile.lock'],
    ['requirements.txt pyproject.toml', 'pip', ['requirements.txt'], 'Dependencies: requirements.txt'],
    [
      'Pipfile Pipfile.lock uv.lock poetry.lock pyproject.toml',
      'uv',
      ['uv.lock', 'pyproject.toml'],
      'Dependencies: uv.lock; poetry.lock and Pipfile.lock beside it plays no part',
    ],
    ['lib/uv.lock main.py', undefined, [], 'Dependencies: no file names any'],
  ])('of %s are those of %s', (paths, tool, files, note) => {
    expect(choose(paths)).toEqual({ tool, files, note })
  })

  test('are those of the requirements file that the configuration names, whatever else is there', () => {
    expect(choose('uv.lock pyproject.toml', 'req/live.txt')).toEqual({
      tool: 'pip',
      files: ['req/live.txt'],
      note: 'Dependencies: req/live.txt, as configured',
    })
  })

  test.each([
    ['uv.lock', 'uv.lock is of no use without pyproject.toml'],
    ['poetry.lock requirements.txt', 'poetry.lock is of no use without pyproject.toml'],
    ['Pipfile.lock', 'Pipfile.lock is of no use without Pipfile'],
  ])('of %s alone are refused', (paths, message) => {
    expect(() => choose(paths)).toThrow(message)
  })
})

describe('a pyproject.toml', () => {
  test.each([
    '[project]\nname = "a"\ndependencies = ["b"]\n',
    '[project]',
    '[build-system]\nrequires = []\n\n[ project ] # here\nname = "a"\ndynamic = ["version"]\n[tool.x]\ndynamic = ["dependencies"]\n',
    '[project]\ndependencies = [\n  "b[c]>=1",\n]\ndynamic = [\n  "version",\n]\n',
  ])('that lists dependencies is taken: %j', (toml) => {
    expect(() => requireDependencyList(toml)).not.toThrow()
  })

  test.each([
    ['[tool.black]\nline-length = 100\n', 'no [project] table'],
    ['', 'no [project] table'],
    ['[project]\nname = "a"\ndynamic = ["version", "dependencies"]\n', 'are dynamic'],
    ["[project]\nname = 'a'\ndynamic = [\n  'dependencies', # from setup.py\n]\n[tool.x]\n", 'are dynamic'],
  ])('that does not is refused: %j', (toml, why) => {
    expect(failureOf(() => requireDependencyList(toml))?.details.why).toContain(why)
  })
})
