import type { Configuration } from '../../../src/configuration/configuration.ts'
import { type ServiceStack, serviceStacks } from '../../../src/stack/services.ts'
import { staging, target } from '../configuration/texts.ts'

/** The secondary services of a project `shop`, whose passwords are `pw-NAME`, from the list in its file. */
export const shopServices = (list: string): readonly ServiceStack[] => {
  const settings = staging(target(`project_name: shop\nsecondary_services: ${list}`))
  const configuration = { ...settings, name: 'Staging', projectName: 'shop' } as Configuration
  const passwords = settings.services.map(({ name }) => [name, `pw-${name}`])
  return serviceStacks(configuration, Object.fromEntries(passwords), 'key')
}

/** The only one of such a list. */
export const shopService = (entry: string): ServiceStack => {
  const [service] = shopServices(`[${entry}]`)
  if (!service) throw new Error(`${entry} is no service`)
  return service
}
