/**
 * The User-Agent by which an app knows the question for its health that is asked every 2 s as long as it runs: what
 * logs requests leaves these out by it.
 */
export const healthUserAgent = 'jetee-health'
