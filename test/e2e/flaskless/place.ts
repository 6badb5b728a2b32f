import type { PipIndex } from '../../world/pip-index.ts'
import type { Site } from '../harness.ts'

/** Where the plain Python project is, and the index that it finds packages at. */
export interface Place {
  readonly site: Site
  readonly index: PipIndex
}

/** The way to the project in a configuration. */
export const project = 'primary_service.project'
