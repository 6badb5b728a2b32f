import type { ContainerFact } from '../server/engine/facts.ts'
import type { HostFacts } from '../server/facts.ts'
import { containerFields } from './diff-container.ts'
import { added, type Field, started } from './field.ts'
import { lineFields } from './line-diff.ts'
import type { Action } from './steps.ts'

/** What differs between a project's entrance, with its container, and the one that is to take its place. */
export const entranceFields = (
  { entrance, now }: Extract<Action, { readonly kind: 'entrance' }>,
  container: ContainerFact | undefined,
  { entranceConf }: Pick<HostFacts, 'entranceConf'>,
): readonly Field[] => {
  if (!entrance) return [{ name: 'container', old: container?.name ?? null, new: null }]
  if (now === 'missing') return [added('container', entrance.containerName)]
  return [
    ...containerFields(container, entrance.spec),
    ...(entranceConf === undefined ? [] : lineFields('entrance.conf', entranceConf, entrance.conf)),
    ...(now === 'stopped' ? [started] : []),
    ...(now === 'running' && entranceConf === undefined
      ? [{ name: 'state', old: 'not loaded', new: 'loaded' }]
      : []),
  ]
}
