import type { World } from '../state.ts'
import { nodeId, numberOf } from './user.ts'

/** A label that a repository has. */
export const labelShape = ({ apiUrl }: World, fullName: string, name: string) => {
  const id = numberOf(`${fullName} ${name}`)
  return {
    id,
    node_id: nodeId('LA', id),
    url: `${apiUrl}/repos/${fullName}/labels/${encodeURIComponent(name)}`,
    name,
    description: '',
    color: 'ededed',
    default: false,
  }
}
