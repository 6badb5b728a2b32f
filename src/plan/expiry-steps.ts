import { previewExpiry } from '../stack/preview-expiry.ts'
import type { DesiredState, Facts } from './plan.ts'
import type { Step } from './steps.ts'

/** Has the server remove previews by itself when their time is over; nothing for what is no preview, or never expires. */
export const expirySteps = (
  { owner: { preview } }: Pick<DesiredState, 'owner'>,
  { host }: Facts,
): readonly Step[] => {
  if (preview?.expiresSeconds === undefined) return []
  const { text, hash } = previewExpiry()
  if (host.previewTimer === hash) return []
  return [
    {
      id: 'expiry',
      title: 'Have the server remove previews when their time is over',
      reason: host.previewTimer === undefined ? 'it does not yet' : 'how it does has changed',
      after: ['docker', 'folders'],
      action: { kind: 'expiry', script: text },
    },
  ]
}
