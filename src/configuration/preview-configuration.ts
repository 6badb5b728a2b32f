import type { Configuration, DeploymentFile } from './configuration.ts'
import { selectConfiguration } from './select.ts'

export const previewProjectName = (project: string, number: number): string => `${project}-pr-${number}`

export const previewConfiguration = ({
  base,
  own,
  pull,
  repository,
  address,
}: {
  base: DeploymentFile
  own: DeploymentFile | undefined
  pull: { number: number; headBranch: string; isFork: boolean }
  repository: string
  address: string
}): Configuration => {
  const previews = base.previews
  if (!previews) throw new Error('no previews')
  const configuration = selectConfiguration(base, previews.configuration, { repository })
  const mine = own ? selectConfiguration(own, previews.configuration, { repository }) : configuration
  return {
    ...mine,
    hostname: configuration.hostname,
    projectName: previewProjectName(configuration.projectName, pull.number),
    production: false,
    serverNames: [`${pull.number}.${address.replaceAll(/[.:]/g, '-')}.sslip.io`],
    preview: {
      number: pull.number,
      branch: pull.headBranch,
      of: configuration.projectName,
      expiresSeconds: previews.expiresSeconds,
      most: previews.most,
      seed: previews.seed,
      password: previews.password,
      noindex: previews.noindex,
      isFork: pull.isFork,
      besideProduction: previews.forks,
    },
  }
}
