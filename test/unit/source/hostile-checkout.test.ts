import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { readSource } from '../../../src/source/checkout.ts'
import { resolveSource } from '../../../src/source/resolve.ts'
import { readFile } from '../../../src/source/source.ts'
import { newTestRepository, type TestRepository } from './repository.ts'

/** Nothing that a pull request can commit makes git on the runner start a program. */

/** A commit that no repository here has. */
const unknown = '1234567890123456789012345678901234567890'

/** Programs for git to start, by settings; each would leave a file `ran`. */
const settings = (folder: string) => {
  const run = `touch ${join(folder, 'ran')};`
  return [
    '[core]',
    '\trepositoryformatversion = 1',
    '\tbare = true',
    `\tfsmonitor = "${run}"`,
    `\tsshCommand = "${run}"`,
    '[extensions]',
    '\tpartialClone = origin',
    '[remote "origin"]',
    '\turl = ssh://example.invalid/x',
    '\tpromisor = true',
    `\tuploadpack = "${run}"`,
    '[diff "evil"]',
    `\ttextconv = "${run}"`,
    `\tcommand = "${run}"`,
    '[filter "evil"]',
    `\tsmudge = "${run}"`,
    `\tprocess = "${run}"`,
    '[gpg]',
    `\tprogram = "${run}"`,
    '',
  ].join('\n')
}

const requestFor = (workspace: string, ref: string) => ({
  workspace,
  ref,
  repository: undefined,
  ownRepository: 'acme/shop',
  serverUrl: 'https://github.invalid',
  token: '',
})

/** Commits a bare repository with such settings as files, in place of a submodule. */
const plantRepository = (repository: TestRepository) => {
  repository.sh(`
    rmdir dependency 2> /dev/null || true
    mkdir -p dependency/objects dependency/refs
    touch dependency/objects/keep dependency/refs/keep
    echo ${unknown} > dependency/HEAD
    cat > dependency/config <<'SETTINGS'
${settings(repository.folder)}
SETTINGS
  `)
}

describe('git on the runner starts no program that a pull request names', () => {
  test('in a folder that is a repository of its own, where another of its commits has a submodule', async () => {
    using repository = newTestRepository()
    repository.git('update-index', '--add', '--cacheinfo', `160000,${unknown},dependency`)
    repository.git('commit', '--quiet', '--message', 'A submodule')
    const seen = repository.git('rev-parse', 'HEAD')
    repository.git('rm', '--quiet', '--cached', 'dependency')
    plantRepository(repository)
    repository.commit('The same place, with files')
    await expect(readSource(repository.folder, seen)).rejects.toThrow('A submodule is not checked out')
    expect(existsSync(join(repository.folder, 'ran'))).toBe(false)
  })

  test('in a workspace that is no checkout', async () => {
    using repository = newTestRepository()
    plantRepository(repository)
    const workspace = join(repository.folder, 'dependency')
    repository.sh('rm -rf .git')
    await expect(resolveSource(requestFor(workspace, unknown))).rejects.toThrow(
      'There is no checkout to deploy',
    )
    expect(existsSync(join(repository.folder, 'ran'))).toBe(false)
  })

  test('by attributes, submodules and names of files, while a commit is read and sent', async () => {
    using repository = newTestRepository()
    repository.sh(`
      printf '* diff=evil filter=evil merge=evil text\n' > .gitattributes
      printf '[submodule "x"]\n\tpath = x\n\turl = ext::sh -c touch ran\n\tupdate = !touch ran\n' > .gitmodules
      printf '[core]\n\tfsmonitor = touch ran\n' > .gitconfig
      mkdir -p .githooks hooks && printf '#!/bin/sh\ntouch ran\n' | tee hooks/post-checkout > .githooks/pre-commit
      echo 'Octo Cat <a@example.com> <octocat@example.com>' > .mailmap
      echo hello > app.txt
      git config diff.evil.textconv 'touch ran; cat'
      git config diff.evil.command 'touch ran'
      git config diff.external 'touch ran'
    `)
    const commit = repository.commit()
    repository.sh(`
      git config filter.evil.smudge 'touch ran; cat'
      git config filter.evil.clean 'touch ran; cat'
      rm -f ran
    `)
    const source = await resolveSource(requestFor(repository.folder, commit))
    expect(await readFile(source, 'app.txt')).toBe('hello\n')
    expect((await buffer(source.delivery.pack(source.files))).includes('hello')).toBe(true)
    expect(existsSync(join(repository.folder, 'ran'))).toBe(false)
  })
})
