import { createHash } from 'node:crypto'
import type { World } from '../state.ts'

/** A number that belongs to a name, the same in every run. */
export const numberOf = (name: string): number =>
  createHash('sha256').update(name).digest().readUInt32BE(0) % 900_000_000

/** A node's id, as GraphQL would take it. */
export const nodeId = (kind: string, id: number): string =>
  `${kind}_${Buffer.from(String(id)).toString('base64url')}`

/** A person or an App's bot. */
export const userShape = ({ apiUrl, serverUrl }: Pick<World, 'apiUrl' | 'serverUrl'>, login: string) => {
  const url = `${apiUrl}/users/${encodeURIComponent(login)}`
  const id = numberOf(login)
  const isBot = login.endsWith('[bot]')
  return {
    login,
    id,
    node_id: nodeId(isBot ? 'BOT' : 'U', id),
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    gravatar_id: '',
    url,
    html_url: isBot ? `${serverUrl}/apps/${login.replace('[bot]', '')}` : `${serverUrl}/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: isBot ? 'Bot' : 'User',
    site_admin: false,
  }
}
