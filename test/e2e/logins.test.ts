import { describe, expect, test } from 'vitest'
import { dockerSnapshot } from '../world/snapshot.ts'
import { expectFailure } from './failing.ts'
import { containers, newSite, type Site } from './harness.ts'
import { ask, status } from './visitors.ts'
import { setInFile } from './workspace.ts'

/** Who may log in, and over what kind of sshd: each does the whole job, on a server of its own. */

/** A server with Docker and a login on it. */
const siteFor = async (
  username: string,
  rights: { sudo?: boolean; docker?: boolean } = {},
): Promise<Site> => {
  const site = await newSite({
    username,
    from: await dockerSnapshot(13),
    settings: { keep_releases: 2 },
  })
  if (username !== 'root')
    await site.server.addUser(username, { ...rights, authorizedKeys: [site.key.publicKey] })
  return site
}

const releaseFolders = 'ls /var/lib/jetee/www/guestbook/r'

/** Builds all, builds again without changing anything, and updates the project. */
const doWholeJob = async ({ server, ...site }: Site, meanwhile = async () => {}): Promise<void> => {
  const first = await site.mustDeploy()
  expect(first.outputs).toMatchObject({ changed: 'true', release: '1' })
  expect((await ask(site.url)).body).toContain('<h1>Guest book</h1>')
  expect(await status(site.url)).toMatchObject({ workers: 1 })
  const built = await containers(server)
  await meanwhile()

  const second = await site.mustDeploy()
  expect(second.outputs).toMatchObject({ changed: 'false', release: '1' })
  expect(second.summary).toContain('nothing was changed')
  expect(await containers(server)).toBe(built)

  // Two updates: the second one removes the files of the first release.
  for (const version of ['2', '3']) {
    await site.origin.commit({ 'guestbook/version.py': `VERSION = "${version}"\n` })
    const update = await site.mustDeploy({ command: 'update project' })
    expect(update.outputs).toMatchObject({ changed: 'true', release: version })
    expect(await status(site.url)).toMatchObject({ version, workers: 1 })
  }
  expect(await server.must(releaseFolders)).toBe('2\n3')
}

describe.concurrent('the whole job is done', () => {
  test('by a sudoer, who is not in the group docker; those who may less are told so', async () => {
    await using site = await siteFor('deploy', { sudo: true })
    await doWholeJob(site)

    const { server, key } = site
    const before = await containers(server)
    await server.addUser('guest', { authorizedKeys: [key.publicKey] })
    await server.addUser('asker', { authorizedKeys: [key.publicKey] })
    await server.must('usermod --append --groups sudo asker; echo asker:password | chpasswd')
    for (const username of ['guest', 'asker'])
      expectFailure(await site.deploy({ prepare: setInFile({ username }) }), {
        what: 'The login may not write the deployer’s folder on the server',
        says: [
          `${username}@${server.host}:22, /var/lib/jetee`,
          'It belongs to root, and the login may not become root by sudo without a password.',
          'Nothing on the server was changed.',
          'NOPASSWD',
        ],
      })
    expect(await containers(server)).toBe(before)
  })

  test('by a member of the group docker without sudo', async () => {
    await using site = await siteFor('deploy', { docker: true })
    await doWholeJob(site)
    // Rules of the kernel are root's to make.
    expect(await site.server.must('iptables -t raw -S; systemctl is-enabled jetee-firewall')).toMatch(
      /-A JETEE-ISOLATION .*-j DROP\n.*enabled/s,
    )

    // What a release that fails leaves belongs in part to the project's user, and goes all the same.
    const before = await containers(site.server)
    await site.configure({ 'primary_service.project.health_check': { path: '/nowhere/', deadline: 2 } })
    expectFailure(await site.deploy(), { what: 'The web process never became healthy' })
    expect(await containers(site.server)).toBe(before)
    expect(await site.server.must(releaseFolders)).toBe('2\n3')
  })

  test('by root, also where sshd forbids to forward anything', async () => {
    await using site = await siteFor('root')
    const forbidden = ['AllowStreamLocalForwarding no']
    await site.server.sshdConfig(forbidden)
    await doWholeJob(site, () => site.server.sshdConfig([...forbidden, 'AllowTcpForwarding no']))
  })
})
