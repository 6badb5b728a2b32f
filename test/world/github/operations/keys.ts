import { createHash } from 'node:crypto'
import { created, inRepository, invalid, noContent, notFound, type Operations, ok } from '../operation.ts'
import { page } from '../pages.ts'
import { type KeyState, now, type RepositoryState, type World } from '../state.ts'

const read = [{ name: 'administration', level: 'read' }] as const
const write = [{ name: 'administration', level: 'write' }] as const

/** Types of keys that GitHub takes. */
const types = /^(?:ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521)|sk-ssh-ed25519@openssh\.com)$/

/** A public key without its comment; undefined where it is none. */
const plainKey = (text: string): string | undefined => {
  const [type = '', data = ''] = text.trim().split(/\s+/)
  if (!types.test(type) || text.trim().includes('\n')) return undefined
  // The data begins with its own type, behind its length.
  const bytes = Buffer.from(data, 'base64')
  const length = bytes.length > 4 ? bytes.readUInt32BE(0) : 0
  return bytes.subarray(4, 4 + length).toString() === type ? `${type} ${data}` : undefined
}

const keyShape = ({ apiUrl }: World, { fullName }: RepositoryState, key: KeyState) => ({
  id: key.id,
  key: key.key,
  url: `${apiUrl}/repos/${fullName}/keys/${key.id}`,
  title: key.title,
  verified: true,
  created_at: key.createdAt,
  read_only: key.isReadOnly,
  added_by: 'octocat',
  last_used: null,
  enabled: key.isDisabled !== true,
})

/** Deploy keys. A key opens one repository only. */
export const keyOperations = {
  'repos/list-deploy-keys': inRepository(
    read,
    (call) => {
      const { world, repository } = call
      return page(
        call,
        repository.keys.map((key) => keyShape(world, repository, key)),
      )
    },
    { isPublic: false },
  ),
  'repos/get-deploy-key': inRepository(
    read,
    ({ world, repository, params }) => {
      const found = repository.keys.find(({ id }) => String(id) === params.key_id)
      return found ? ok(keyShape(world, repository, found)) : notFound
    },
    { isPublic: false },
  ),
  'repos/create-deploy-key': inRepository(write, async ({ world, repository, body }) => {
    const key = plainKey(String(body.key))
    if (!key)
      return invalid('PublicKey', 'key', 'key is invalid. You must supply a key in OpenSSH public key format')
    const inUse = [...world.repositories.values()].some(({ keys }) => keys.some((other) => other.key === key))
    if (inUse) return invalid('PublicKey', 'key', 'key is already in use')
    const fingerprint = createHash('sha256').update(key).digest('hex').slice(0, 8)
    const added: KeyState = {
      id: world.nextId(),
      title: String(body.title ?? `key ${fingerprint}`),
      key,
      isReadOnly: body.read_only === true,
      createdAt: now(),
    }
    repository.keys.push(added)
    await world.keysChanged()
    return created(keyShape(world, repository, added))
  }),
  'repos/delete-deploy-key': inRepository(write, async ({ world, repository, params }) => {
    const index = repository.keys.findIndex(({ id }) => String(id) === params.key_id)
    if (index === -1) return notFound
    repository.keys.splice(index, 1)
    await world.keysChanged()
    return noContent
  }),
} satisfies Operations
