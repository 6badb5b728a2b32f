import { type AddressBook, isAddressTaken } from '../server/addresses.ts'
import { removeContainer } from '../server/containers.ts'
import { ensureImage } from '../server/images.ts'
import { type ActionContext, seenThrough } from '../server/provision.ts'
import { runStepScript } from '../server/scripts.ts'
import { startAtAddress } from '../server/services.ts'
import type { EntranceStack, EntranceState } from '../stack/entrance.ts'
import { entranceContainer } from '../stack/layout.ts'

/** Brings the project's entrance to what it should be; undefined removes it. */
export const setUpEntrance = async (
  context: ActionContext,
  entrance: EntranceStack | undefined,
  now: EntranceState,
  addresses: () => Promise<AddressBook>,
): Promise<void> => {
  const { session, signal } = context
  const { engine } = session
  if (!entrance) {
    await removeContainer(engine, entranceContainer(session.project), signal)
    await writeConf(context, '', undefined)
    return
  }
  const { containerName: name, conf } = entrance
  if (now === 'running') return writeConf(context, conf, name)
  await Promise.all([writeConf(context, conf, undefined), ensureImage(context, entrance.image)])
  if (now === 'stopped') {
    try {
      await engine.call({ method: 'POST', path: `/containers/${name}/start`, signal })
      return
    } catch (error) {
      if (!isAddressTaken(error)) throw error
    }
  }
  const book = await addresses()
  const whole = seenThrough(context)
  if (now !== 'missing') await removeContainer(engine, name, whole.signal)
  await startAtAddress(whole, entrance, book)
}

/** Writes the entrance's configuration, and has it loaded where one runs; an empty one goes. */
const writeConf = async (
  { session, progress, signal }: ActionContext,
  conf: string,
  running: string | undefined,
): Promise<void> => {
  await runStepScript(session, {
    scripts: ['entrance'],
    title: conf ? 'Setting up the entrance' : 'Removing the entrance',
    progress,
    signal,
    args: { ENTRANCE_CONF: conf, ENTRANCE: running ?? '' },
    failure: () => ({
      what: 'nginx refused the configuration of the project’s entrance',
      stands: 'The entrance goes on with the one that it had.',
      next: `On the server, \`docker logs ${entranceContainer(session.project)}\` may say more.`,
    }),
  })
}
