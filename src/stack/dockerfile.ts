import type { SupervisedImage } from '../catalog/project-type.ts'
import { commandLine } from '../server/connection/shell-quote.ts'
import type { Dependencies, DependencyTool } from '../source/dependencies.ts'
import { readTemplate, renderTemplate } from '../templates.ts'
import type { ProgramStack } from './program.ts'

/** Debian packages of the tools that are not in Python's own. */
const toolPackages: Partial<Readonly<Record<DependencyTool, string>>> = {
  poetry: 'python3-poetry',
  pipenv: 'pipenv',
}

/** The Dockerfile of an image with supervisor; `cacheId` names the project's own cache of packages. */
export const renderDockerfile = (
  image: SupervisedImage,
  programs: readonly ProgramStack[],
  dependencies: Dependencies,
  cacheId: string,
): string => {
  const tool = dependencies.tool && toolPackages[dependencies.tool]
  return renderTemplate(image.template, {
    ...image.place,
    base: image.base,
    pythonVersion: image.pythonVersion ?? '',
    aptPackages: unique([
      ...image.aptPackages,
      ...programs.flatMap(({ aptPackages }) => aptPackages),
      ...(tool ? [tool] : []),
    ]),
    pipPackages: commandLine(unique(programs.flatMap(({ pipPackages = [] }) => pipPackages))),
    dependencies: { ...dependencies, tool: dependencies.tool ?? '' },
    pyprojectScript: readTemplate('pyproject.py'),
    buildSecrets: image.buildSecrets.map(({ name }) => name),
    cacheId,
  })
}

const unique = (words: readonly string[]): readonly string[] => [...new Set(words)]
