import { z } from 'zod'
import { splitWords } from '../words.ts'

/** Fields that several entries share, each validated for the place where its value ends up. */

/** A tag of an image (the distribution specification: at most 128 characters); numbers are taken as text. */
export const imageTag = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(
    z
      .string()
      .regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/, 'must be a tag of an image, such as 17 or 17-alpine'),
  )

/** A name for a process or service, safe in DNS, supervisor and Docker alike. */
export const safeName = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/,
    'must be lower-case letters, digits and inner hyphens, at most 32 characters',
  )

/** A path inside the repository; it cannot leave it and is safe in a Dockerfile. */
export const repositoryPath = z
  .string()
  .regex(
    /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[A-Za-z0-9_.-][A-Za-z0-9_./-]*$/,
    'must be a path inside the repository, of letters, digits and . _ - /',
  )

/** A path inside the container that is safe in a Dockerfile and in nginx. */
export const containerPath = z
  .string()
  .regex(/^(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)+$/, 'must be an absolute path of letters, digits and . _ - /')

/** Name of a Debian package, with an optional version (`name=1.2-3`), as apt-get takes it. */
export const aptPackage = z
  .string()
  .regex(/^[a-z0-9][a-z0-9+.-]+(?:=[A-Za-z0-9.+:~-]+)?$/, 'must be the name of a Debian package')

/** Name of an environment variable. */
export const variableName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'must be the name of an environment variable')
  // dash ends at once when its own counter comes with a value that is no number.
  .refine((name) => name !== 'OPTIND', 'is the shell’s own')

/** A command line, split into words as a shell would, but never read by one. */
export const commandLine = z
  .string()
  .min(1)
  .refine((command) => !command.includes('\0'), 'must not contain a NUL character')
  .refine((command) => splitWords(command) !== undefined, 'has a quote that is not closed')
  .refine((command) => splitWords(command)?.length !== 0, 'must name a program')

/** The words of a command line that `commandLine` has let through. */
export const commandWords = (command: string): readonly string[] => splitWords(command) ?? []

/** An image with a tag or a digest, as the distribution specification writes it: `ghcr.io/acme/app:1.2`. */
export const imageReference = z
  .string()
  .regex(
    /^(?:(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*(?::\d{1,5})?)\/)?[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*)*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}(?:@sha256:[0-9a-f]{64})?|@sha256:[0-9a-f]{64})$/,
    'must be an image with a tag or a digest, such as ghcr.io/acme/app:1.2',
  )
  .refine(
    (image) => image.replace(/(?::[^/:@]+)?(?:@.+)?$/, '').length <= 200,
    'has a name of more than 200 characters; Docker takes 255, with what it adds itself',
  )
