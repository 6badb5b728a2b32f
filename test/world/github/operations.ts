import type { Operation } from './operation.ts'
import { actionsOperations } from './operations/actions.ts'
import { commentOperations } from './operations/comments.ts'
import { commitOperations } from './operations/commits.ts'
import { contentOperations } from './operations/contents.ts'
import { deploymentStatusOperations } from './operations/deployment-statuses.ts'
import { deploymentOperations } from './operations/deployments.ts'
import { keyOperations } from './operations/keys.ts'
import { pullOperations } from './operations/pulls.ts'
import { repositoryOperations } from './operations/repository.ts'
import { worldOperations } from './operations/world.ts'
import type { OperationId } from './used-operations.ts'

/** All that the fake answers. */
export const operations: Readonly<Record<OperationId, Operation>> = {
  ...worldOperations,
  ...repositoryOperations,
  ...keyOperations,
  ...deploymentOperations,
  ...deploymentStatusOperations,
  ...commentOperations,
  ...pullOperations,
  ...contentOperations,
  ...commitOperations,
  ...actionsOperations,
}
