import type { z } from 'zod'
import type { Entry } from './types.ts'

/** A kind of project: where its image comes from and what runs in it. */
export interface ProjectType<Schema extends z.ZodObject = z.ZodObject> extends Entry<Schema> {
  /**
   * Whether the image is built here, with supervisor in it, which runs all processes in one container. Otherwise the
   * image has a command of its own, and each helper is another container of it.
   */
  readonly supervised: boolean
  /** Names of the tasks that it brings along, which no other task may have. */
  readonly taskNames: readonly string[]
  /**
   * The command that asks the code of a release, in the folder of the code, which migrations its databases have that it
   * does not know; it prints a line `@migration NAME` for each. Undefined where nobody can tell.
   */
  unknownMigrations?(): readonly string[]
  /** Describes the image and the tasks for these settings; `baseImage` is the one that the configuration wants. */
  image(settings: z.output<Schema>, baseImage: string | undefined): ProjectImage
}

/** Where the image of a project comes from, and what is in it, as plain data. */
export type ProjectImage = SupervisedImage | DockerfileImage | GivenImage

/** What every image of a project says. */
interface ImageCommon {
  /** Folder in the container with static files for nginx; undefined for none. */
  readonly staticLocation: string | undefined
  /** Folder in the container for uploaded files; undefined for none. */
  readonly mediaLocation: string | undefined
  /** Tasks in the new image, before any switch, in order. */
  readonly tasks: readonly Task[]
  /** Environment variable that holds the configuration's name. */
  readonly configurationVariable: string
}

/** An image that is built from a Dockerfile of ours, with supervisor in it. */
export interface SupervisedImage extends ImageCommon {
  readonly kind: 'supervised'
  /** Template of the Dockerfile, a file name in `templates/`. */
  readonly template: string
  /** Image that it is based on. */
  readonly base: string
  /** Version that the base image's own Python must have, in as many parts as are given; undefined for any. */
  readonly pythonVersion: string | undefined
  /** Debian packages for the image, those of the project before those of its processes. */
  readonly aptPackages: readonly string[]
  /** Requirements file, from the root of the repository, where the configuration names one. */
  readonly requirements: string | undefined
  /** Secrets that installing the dependencies needs. */
  readonly buildSecrets: readonly SecretName[]
  readonly place: ProjectPlace
  readonly staticLocation: string
  readonly mediaLocation: string
}

/** What runs in an image with a command of its own. */
interface OwnCommand extends ImageCommon {
  /** Arguments of the image's entry point, in place of its own. */
  readonly command: readonly string[] | undefined
  /** Port that the command serves HTTP on; undefined when it serves none. */
  readonly port: number | undefined
}

/** An image that is built from a Dockerfile of the repository's own. */
export interface DockerfileImage extends OwnCommand {
  readonly kind: 'dockerfile'
  /** Path of the Dockerfile, from the root of the repository. */
  readonly dockerfile: string
  /** The stage to build; undefined for the last one. */
  readonly target: string | undefined
  readonly buildArgs: Readonly<Record<string, string>>
  /** Secrets that the build may mount, by their names as ids. */
  readonly buildSecrets: readonly SecretName[]
}

/** An image that somebody else has built. */
export interface GivenImage extends OwnCommand {
  readonly kind: 'image'
  /** Its name with a tag or a digest. */
  readonly image: string
  readonly registry: RegistryLogin | undefined
}

/** A login at an image's registry. */
export interface RegistryLogin {
  readonly username: string
  /** The variable of the action's step that holds the password. */
  readonly password: string
}

/** A secret that comes from the environment of the action's step. */
export interface SecretName {
  /** The variable that the project gets. */
  readonly name: string
  /** The variable of the step. */
  readonly from: string
}

/** A command that runs once in a new release, before it goes live or when it has. */
export interface Task {
  /** Its name for people, such as `migrate`. */
  readonly name: string
  /** The command, word for word; no shell reads it. */
  readonly command: readonly string[]
}

/** Where a project lies in its container. */
export interface ProjectPlace {
  /** Folder of the code, such as `/app`. */
  readonly location: string
  /** Folder of the virtual environment. */
  readonly venv: string
  /** Whose Python it is: Debian's, with packages from apt, or that of the base image, with packages from pip alone. */
  readonly python: 'debian' | 'image'
}
