import { Failure } from '../report/failure.ts'
import { type Engine, EngineError } from './engine/client.ts'
import type { ActionContext } from './provision.ts'

/** A login at an image's registry. */
export interface Login {
  readonly username: string
  readonly password: string
}

/**
 * The header by which the engine logs in, never a part of an address or a command: JSON in the alphabet of URLs, with the
 * padding that Go's decoder wants.
 */
export const loginHeader = (image: string, login: Login | undefined): Readonly<Record<string, string>> => {
  if (!login) return {}
  const text = Buffer.from(JSON.stringify({ ...login, serveraddress: registryOf(image) })).toString('base64')
  return { 'x-registry-auth': text.replaceAll('+', '-').replaceAll('/', '_') }
}

/** The registry of an image: what stands before its first slash, where that is a host's name. */
const registryOf = (image: string): string => {
  const [first = '', ...rest] = image.split('/')
  return rest.length > 0 && /[.:]|^localhost$/.test(first) ? first : 'https://index.docker.io/v1/'
}

/** Pulls an image unless the engine has it. */
export const ensureImage = async (context: ActionContext, image: string): Promise<void> => {
  const { session, signal } = context
  try {
    await session.engine.call({ method: 'GET', path: `/images/${image}/json`, signal })
  } catch (error) {
    if (!(error instanceof EngineError && error.status === 404)) throw error
    await pullImage(context, image)
  }
}

/** Pulls an image. */
export const pullImage = async (
  { session: { engine }, progress, signal }: ActionContext,
  image: string,
  login?: Login,
): Promise<void> => {
  let problem: string | undefined
  try {
    await engine.stream(
      {
        method: 'POST',
        path: '/images/create',
        query: { fromImage: image },
        headers: loginHeader(image, login),
        deadlineSeconds: 900,
        signal,
      },
      (line) => {
        if (typeof line.error === 'string') problem = line.error
        // Lines with a number of bytes come many times a second.
        else if (line.progress === undefined)
          progress.output([line.id, line.status].filter(Boolean).join(': '))
      },
    )
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
    problem = error.message
  }
  if (problem !== undefined) throw pullFailure(image, problem, login)
}

/**
 * Asks an image's registry, by the server's engine, what the tag names now; undefined when the registry does not
 * answer. One that knows no such image, or gives it to nobody with this login, is an error.
 */
export const resolveDigest = async (
  engine: Engine,
  image: string,
  login: Login | undefined,
  signal: AbortSignal,
): Promise<string | undefined> => {
  const [, digest] = image.split('@')
  if (digest !== undefined) return digest
  try {
    const { Descriptor } = await engine.call<{ readonly Descriptor: { readonly digest: string } }>({
      method: 'GET',
      path: `/distribution/${image}/json`,
      headers: loginHeader(image, login),
      deadlineSeconds: 30,
      signal,
    })
    return Descriptor.digest
  } catch (error) {
    if (signal.aborted || !(error instanceof EngineError)) throw error
    if (isRefusal(error.message) || isUnknown(error.message))
      throw pullFailure(image, error.message, login, 'Nothing on the server was changed.')
    return undefined
  }
}

const isUnknown = (problem: string): boolean =>
  /manifest.*(unknown|not found)|name unknown|not found|does not exist/i.test(problem)

const isRefusal = (problem: string): boolean =>
  /unauthorized|denied|authentication required|no basic auth|forbidden|incorrect username/i.test(problem)

const pullFailure = (
  image: string,
  problem: string,
  login: Login | undefined,
  stands = 'What runs on the server goes on: an image is fetched before anything that uses it is touched.',
): Failure => {
  const refused = isRefusal(problem)
  const unknown = !refused && isUnknown(problem)
  return new Failure({
    what: `The image ${image} could not be ${unknown ? 'found' : 'pulled'}`,
    why: problem,
    stands,
    next: refused
      ? login
        ? `The registry refuses the login ${login.username}, or there is no such image: check \`registry\`, the password’s secret, and the image’s name.`
        : 'The registry gives the image to nobody without a login, or there is no such image: check the image’s name, and give a `registry` where it is private.'
      : unknown
        ? 'Correct the image or its version in the deployment file: it is a tag at the registry.'
        : 'See whether the server reaches the registry, then run the job again.',
  })
}
