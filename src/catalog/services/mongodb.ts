import { z } from 'zod'
import { goBy, moveByDump, stay } from '../data-move.ts'
import { databaseName, databaseVariables } from '../project-env.ts'
import type { ServiceType } from '../types.ts'
import { versionField } from '../version-field.ts'
import { dataVersionOf } from '../versions.ts'

const ownVersion = '8'
const port = 27017
const toolsFile = '/run/secrets/tools.yaml'

const schema = z
  .strictObject({ version: versionField('MongoDB', 'mongo', ownVersion, '7') })
  .describe(
    'MongoDB, with its data on a named volume. The user and the database have the project’s name; the user is the server’s administrator. From version 5 on it wants a processor with AVX.',
  )

/** The command `ping` as an OP_MSG, which MongoDB answers with `ok`, also before any login. */
const ping = [
  // Length, number of the request, none that it answers, opcode 2013; no flags, one document of 30 bytes.
  '\\0063\\0000\\0000\\0000\\0001\\0000\\0000\\0000\\0000\\0000\\0000\\0000\\0335\\0007\\0000\\0000',
  '\\0000\\0000\\0000\\0000\\0000\\0036\\0000\\0000\\0000',
  // { ping: 1, $db: 'admin' }
  '\\0020ping\\0000\\0001\\0000\\0000\\0000\\0002$db\\0000\\0006\\0000\\0000\\0000admin\\0000\\0000',
].join('')

/** MongoDB, from the official image. */
export const mongodb: ServiceType<typeof schema> = {
  type: 'mongodb',
  schema,
  reservedVariables: ['MONGO_INITDB_ROOT_USERNAME', 'MONGO_INITDB_ROOT_PASSWORD', 'MONGO_INITDB_DATABASE'],
  password: 'data',
  container(settings, { project, name, host, password }, { image }) {
    const user = databaseName(project)
    const secret = encodeURIComponent(password)
    const url = `mongodb://${user}:${secret}@${host}:${port}/${user}?authSource=admin`
    const ask = (address: string, question: string) =>
      `const db = connect(${JSON.stringify(address)})\nquit(db.runCommand(${question}).ok === 1 ? 0 : 1)\n`
    return {
      image: `mongo:${settings.version ?? ownVersion}`,
      // Each connection would be two lines of its log, and each question for its health with it.
      command: ['--quiet'],
      env: {
        MONGO_INITDB_ROOT_USERNAME: user,
        MONGO_INITDB_ROOT_PASSWORD_FILE: '/run/secrets/password',
        MONGO_INITDB_DATABASE: user,
      },
      secretFiles: {
        '/run/secrets/password': password,
        // By its name, not on 127.0.0.1, where a temporary server answers while the image initialises its volume.
        // It answers a ping before anyone has logged in.
        '/run/secrets/probe.js': ask(`mongodb://${host}:${port}/admin`, '{ ping: 1 }'),
        '/run/secrets/login.js': ask(url, '{ connectionStatus: 1 }'),
        [toolsFile]: `password: '${password}'\n`,
      },
      // The entry point reads the password when it has become the user mongodb.
      secretMode: '0644',
      dataPath: '/data/db',
      emptyPaths: ['/data/configdb'],
      dataVersion: dataVersionOf('mongodb', settings.version, image, ownVersion),
      port,
      probe: ['mongosh', '--quiet', '--norc', '--nodb', '/run/secrets/probe.js'],
      login: ['mongosh', '--quiet', '--norc', '--nodb', '/run/secrets/login.js'],
      check: { kind: 'exchange', send: ping, expect: ['*ok*'] },
      readySeconds: 180,
      stopSeconds: 60,
      projectEnv: databaseVariables(name, { url, host, port, user, password }),
    }
  },
  dataClash(from, to, identity) {
    const [old = 0] = from.numbers
    const [wanted = 0] = to.numbers
    if (wanted === old || wanted === old + 1) return undefined
    if (wanted > old) {
      const between = Array.from({ length: wanted - old - 1 }, (_, index) => String(old + 1 + index))
      return {
        why: 'MongoDB goes up by one major version at a time.',
        next: `${goBy(between, to)} At each version that runs, run \`db.adminCommand({ setFeatureCompatibilityVersion: 'VERSION', confirm: true })\` in mongosh. ${stay(from)}`,
      }
    }
    const user = databaseName(identity.project)
    const login = `--config=${toolsFile} -u ${user} --authenticationDatabase=admin --archive`
    return {
      why: 'MongoDB does not start on the data of a newer version.',
      next: moveByDump(identity, from, to, {
        type: 'mongodb',
        dump: `mongodump ${login} --db=${user}`,
        restore: `mongorestore ${login}`,
      }),
    }
  },
  wayIn: ({ project }) =>
    `Let the user ${databaseName(project)} of the data’s database admin have the project’s password, as an administrator of that data, then run the job again.`,
}
