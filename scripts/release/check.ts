import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { git, remoteTags, tryGit } from './git.ts'
import { type Version, versionOf } from './version.ts'

/** What is to be released. */
export interface Release {
  /** Its own tag, such as `v1.2.3`. */
  readonly tag: string
  readonly version: Version
  /** Full name of its commit. */
  readonly commit: string
}

/**
 * Checks that what is checked out in a folder may be released under a tag, and says what that is. The tag may be there
 * already or not; its commit must be on main, and package.json must have its version.
 */
export const checkRelease = (folder: string, tag: string): Release => {
  const version = versionOf(tag)
  if (!version) throw new Error(`${JSON.stringify(tag)} is no version such as v1.2.3`)

  const commit = git(folder, 'rev-parse', 'HEAD')
  const tagged = remoteTags(folder).get(tag)
  if (tagged !== undefined && tagged !== commit)
    throw new Error(`The tag ${tag} is on ${tagged}, but ${commit} is checked out`)

  git(folder, 'fetch', '--quiet', 'origin', '+refs/heads/main:refs/remotes/origin/main')
  if (tryGit(folder, 'merge-base', '--is-ancestor', commit, 'refs/remotes/origin/main') === undefined)
    throw new Error(`The commit ${commit} is not on main`)

  const { version: stated } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (`v${stated}` !== tag) throw new Error(`package.json says version ${stated}, and the tag is ${tag}`)

  const changed = git(folder, 'status', '--porcelain')
  if (changed !== '') throw new Error(`There are changes that are not committed:\n${changed}`)
  return { tag, version, commit }
}
