/** A secret in a specification that is kept and compared: a hash of it, keyed with the project's own random key. */
export interface HiddenValue {
  /** No key of a specification has a space, so that nothing else looks like this. */
  readonly 'keyed hash': string
}

/** Whether a part of a specification is a secret. */
export const isHidden = (part: unknown): part is HiddenValue =>
  typeof part === 'object' &&
  part !== null &&
  Object.keys(part).length === 1 &&
  typeof (part as Partial<HiddenValue>)['keyed hash'] === 'string'
