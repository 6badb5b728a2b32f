import { removeContainer, startContainer } from '../server/containers.ts'
import { ensureImage } from '../server/images.ts'
import type { ActionContext } from '../server/provision.ts'
import { runStepScript } from '../server/scripts.ts'
import type { AddressBook } from '../server/services.ts'
import type { EntranceStack, EntranceState } from '../stack/entrance.ts'
import { entranceContainer, networkName } from '../stack/layout.ts'
import { chooseAddress } from '../stack/subnet.ts'

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
  const [book] = await Promise.all([
    addresses(),
    writeConf(context, conf, undefined),
    ensureImage(context, entrance.image),
  ])
  if (now === 'stopped') {
    await engine.call({ method: 'POST', path: `/containers/${name}/start`, signal })
    return
  }
  if (now === 'other') await removeContainer(engine, name, signal)
  const address = book.taken.get(name) ?? chooseAddress(book.subnet, [...book.taken.values()])
  book.taken.set(name, address)
  const spec = {
    ...entrance.spec,
    NetworkingConfig: {
      EndpointsConfig: { [networkName(session.project)]: { IPAMConfig: { IPv4Address: address } } },
    },
  }
  await startContainer(engine, name, spec, signal)
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
