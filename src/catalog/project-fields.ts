import { z } from 'zod'
import { secretNames } from '../configuration/secrets.ts'
import { aptPackage, commandLine, commandWords, containerPath, repositoryPath } from './fields.ts'
import type { ProjectPlace, SupervisedImage } from './project-type.ts'

/** Keys that several types of projects have. */

/** Secrets for the build. */
export const buildSecrets = secretNames.default([]).meta({ examples: [['PIP_EXTRA_INDEX_URL']] })

/** A version of Python: digits and dots. */
const pythonVersion = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^3(?:\.\d{1,2}){0,2}$/, 'must be a version of Python 3, such as 3.12'))

/** The keys of projects that are built on Python here. */
export const pythonFields = {
  apt_packages: z
    .array(aptPackage)
    .default([])
    .describe('Debian packages that the project needs in its image.')
    .meta({ examples: [['libpq5', 'gettext']] }),
  python_version: pythonVersion
    .optional()
    .describe(
      'Version of Python, from the image `python:VERSION-slim`, or of the one in `base_image`. By default Debian’s own Python, which also finds Python packages from `apt_packages`.',
    )
    .meta({ examples: ['3.12'] }),
  requirements: repositoryPath
    .optional()
    .describe(
      'Requirements file for pip, from the root of the repository. By default the first that is there of `uv.lock`, `poetry.lock`, `Pipfile.lock`, `requirements.txt` and `pyproject.toml` says what is installed.',
    )
    .meta({ examples: ['requirements/production.txt'] }),
  build_secrets: buildSecrets.describe(
    'Secrets from the environment of the workflow’s step that are variables of the build alone, while it installs Python packages.',
  ),
  location: containerPath
    .default('/app')
    .describe('Folder of the code in the container; the processes run from there.')
    .meta({ examples: ['/srv/app'] }),
  static_location: containerPath
    .default('/app/static')
    .describe('Folder in the container for static files that nginx serves under `/static/`.')
    .meta({ examples: ['/srv/static'] }),
  media_location: containerPath
    .default('/app/media')
    .describe('Folder in the container for uploaded files; it outlives every release.')
    .meta({ examples: ['/srv/media'] }),
}

/** The settings of a project that is built on Python here. */
type PythonSettings = z.output<z.ZodObject<typeof pythonFields>>

/** The image of a project that is built on Python here: Debian's own, or the base image's where a version is asked for. */
export const pythonImage = (
  settings: PythonSettings,
  baseImage: string | undefined,
): Omit<SupervisedImage, 'tasks' | 'configurationVariable'> => {
  const version = settings.python_version
  const python: ProjectPlace['python'] = version === undefined ? 'debian' : 'image'
  return {
    kind: 'supervised',
    template: 'python.Dockerfile',
    base: baseImage ?? (version === undefined ? 'debian:trixie-slim' : `python:${version}-slim`),
    pythonVersion: version,
    aptPackages: settings.apt_packages,
    requirements: settings.requirements,
    buildSecrets: settings.build_secrets,
    place: { location: settings.location, venv: '/venv', python },
    staticLocation: settings.static_location,
    mediaLocation: settings.media_location,
  }
}

/** The keys of projects whose image has a command of its own. */
export const ownCommandFields = {
  command: commandLine
    .transform(commandWords)
    .optional()
    .describe(
      'Arguments of the image’s entry point in place of its own, split into words as a shell would, but run without one.',
    )
    .meta({ examples: ['node server.js'] }),
  port: z
    .union([z.int().min(1).max(65535), z.literal(false)], 'must be a port from 1 to 65535, or false for none')
    .default(8000)
    .describe(
      'Port that it serves HTTP on, which it also finds as `PORT`; `false` when it serves none, and the project has no site.',
    )
    .meta({ examples: [3000, false] }),
  static_location: containerPath
    .optional()
    .describe(
      'Folder in the image with static files that nginx serves under `/static/`. By default the project serves them.',
    )
    .meta({ examples: ['/app/public'] }),
  media_location: containerPath
    .optional()
    .describe(
      'Folder in the container for uploaded files, which nginx serves under `/media/`; it outlives every release. By default there is none.',
    )
    .meta({ examples: ['/app/uploads'] }),
}

/** What runs in an image with a command of its own. */
export const ownCommand = (settings: z.output<z.ZodObject<typeof ownCommandFields>>) => ({
  command: settings.command,
  port: settings.port === false ? undefined : settings.port,
  staticLocation: settings.static_location,
  mediaLocation: settings.media_location,
  tasks: [],
  configurationVariable: 'CONFIGURATION',
})
