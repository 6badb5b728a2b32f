import { readTemplate } from '../templates.ts'

/** Text of the script that keeps the networks of projects apart, on the server. */
export const firewallScript = (): string => readTemplate('firewall.sh')

/** What a person is told when the networks are not kept apart, with the reason. */
export const openWarning = (why: string): string =>
  `The projects on this server are not kept apart entirely: ${why}. Containers of different projects do not reach each other, but what the server itself listens with on a project’s network, such as a port that is published there, may be reached from any of them, and the addresses at which a cloud tells its secrets (169.254.0.0/16) from previews.`
