import { isIPv4 } from 'node:net'
import { posix } from 'node:path'
import { z } from 'zod'
import type { Limits, PublishedPort, Volume } from './configuration.ts'

/** Fields that containers have in common: limits, volumes, published ports. */

const units = { k: 1024, m: 1024 ** 2, g: 1024 ** 3 } as const

/** Docker takes no less than 6 MiB (moby, daemon/config). */
const leastMemory = 6 * units.m

/** An amount of memory, such as `512m` or `2g`, in bytes. */
const memory = z
  .string()
  .regex(/^\d{1,6}[kmg]$/, 'must be an amount of memory, such as 512m or 2g')
  .transform((text) => Number(text.slice(0, -1)) * units[text.slice(-1) as keyof typeof units])
  .refine((bytes) => bytes >= leastMemory, 'is less than the 6m that Docker takes at least')

/** The keys that limit a container. */
export const limitFields = {
  memory: memory
    .optional()
    .describe('Memory that it may use; the kernel ends what exceeds it. By default without limit.')
    .meta({ examples: ['512m'] }),
  cpus: z
    .number()
    .min(0.01)
    .max(1024)
    .optional()
    .describe('Processors that it may use at once, also in parts. By default all.')
    .meta({ examples: [1.5] }),
}

/** The limits from those keys. */
export const limitsOf = (keys: {
  readonly memory?: number | undefined
  readonly cpus?: number | undefined
}): Limits => ({ memoryBytes: keys.memory, cpus: keys.cpus })

const volumePattern =
  /^([A-Za-z0-9][A-Za-z0-9_.-]{0,63}|(?:\/[A-Za-z0-9_.@+-]+)+):((?:\/[A-Za-z0-9_.@+-]+)+)(?::(ro|rw))?$/

/** A volume or a folder of the server in a container: `NAME:/PATH`, `/FOLDER:/PATH`, each with `:ro` for read-only. */
const volume = z
  .string()
  .regex(volumePattern, 'must be NAME:/PATH or /FOLDER:/PATH, with :ro behind it for read-only')
  .refine(
    (text) => text.split(':').every((part) => !part.startsWith('/') || posix.normalize(part) === part),
    'must not contain . or .. as a part of a path',
  )
  .transform((text): Volume => {
    const [, source = '', target = '', mode] = volumePattern.exec(text) ?? []
    return { source, target, readOnly: mode === 'ro' }
  })

/** The key for more volumes. */
export const volumesField = z
  .array(volume)
  .default([])
  .describe(
    'More volumes: `NAME:/PATH` for a volume that Docker keeps as `<project_name>-NAME`, `/FOLDER:/PATH` for a folder of the server; `:ro` behind it for read-only.',
  )
  .meta({ examples: [['cache:/var/cache/app', '/srv/fonts:/usr/share/fonts/own:ro']] })

const publishPattern = /^([0-9.]{7,15}):(\d{1,5}):(\d{1,5})$/

const isPort = (text: string): boolean => Number(text) >= 1 && Number(text) <= 65535

/** A port of a service on an address of the server: `127.0.0.1:5432:5432`. */
const publish = z
  .string()
  .regex(publishPattern, 'must be ADDRESS:PORT:PORT, such as 127.0.0.1:5432:5432')
  .refine((text) => {
    const [address = '', ...ports] = text.split(':')
    return isIPv4(address) && ports.every(isPort)
  }, 'must be an IPv4 address of the server and two ports from 1 to 65535')
  .transform((text): PublishedPort => {
    const [, address = '', hostPort = '', port = ''] = publishPattern.exec(text) ?? []
    return { address, hostPort: Number(hostPort), port: Number(port) }
  })

/** The key for ports that are reached from outside of the project. */
export const publishField = z
  .array(publish)
  .default([])
  .describe(
    'Ports that the server itself offers, `ADDRESS:PORT:PORT` (the server’s, then the service’s). By default none: only the project reaches the service. What is not on 127.0.0.1 passes by ufw.',
  )
  .meta({ examples: [['127.0.0.1:5432:5432']] })
