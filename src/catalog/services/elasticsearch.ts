import { z } from 'zod'
import { goBy, stay } from '../data-move.ts'
import { projectVariables } from '../project-env.ts'
import type { ServiceType } from '../types.ts'
import { versionField } from '../version-field.ts'
import { compareVersions, dataVersionOf } from '../versions.ts'

// The image has no tag `latest`, nor one for a major version.
const ownVersion = '9.2.1'
const port = 9200
const user = 'elastic'
const mebibyte = 1024 ** 2

const schema = z
  .strictObject({ version: versionField('Elasticsearch', 'elasticsearch', ownVersion, '8.19.7') })
  .describe(
    'Elasticsearch as a single node, with its data on a named volume and a password; it speaks HTTP inside the project’s network. Half of its `memory` is its heap, or 512 MB without one; `ES_JAVA_OPTS` in `env_variables` says otherwise.',
  )

/** The version of each major one from which the next can be reached (elastic.co/docs/deploy-manage/upgrade). */
const lastSeries: Readonly<Record<number, readonly number[]>> = { 6: [6, 8], 7: [7, 17], 8: [8, 19] }

/** Elasticsearch, from the official image. */
export const elasticsearch: ServiceType<typeof schema> = {
  type: 'elasticsearch',
  schema,
  reservedVariables: ['ELASTIC_PASSWORD', 'KEYSTORE_PASSWORD'],
  // It counts from each start on, until somebody sets another one by Elasticsearch's own means.
  password: 'container',
  container(settings, { name, host, password }, { image, memoryBytes }) {
    const heap = memoryBytes === undefined ? 512 : Math.max(64, Math.floor(memoryBytes / mebibyte / 2))
    return {
      image: `elasticsearch:${settings.version ?? ownVersion}`,
      // The image runs as a user of its own from the start, and wants its password in a file that is only this
      // user's: a file that is mounted cannot be, where the login is not root.
      entrypoint: [
        'sh',
        '-c',
        'umask 077 && cat /run/secrets/password > /tmp/elastic-password && exec /bin/tini -- /usr/local/bin/docker-entrypoint.sh "${@:-eswrapper}"',
        'elasticsearch',
      ],
      env: {
        // No other node: the checks for production, such as vm.max_map_count, only warn then.
        'discovery.type': 'single-node',
        'xpack.security.enabled': 'true',
        'xpack.security.http.ssl.enabled': 'false',
        ELASTIC_PASSWORD_FILE: '/tmp/elastic-password',
        ES_JAVA_OPTS: `-Xms${heap}m -Xmx${heap}m`,
      },
      secretFiles: {
        '/run/secrets/password': password,
        '/run/secrets/curl.conf': `user = "${user}:${password}"\n`,
      },
      secretMode: '0644',
      dataPath: '/usr/share/elasticsearch/data',
      dataVersion: dataVersionOf('elasticsearch', settings.version, image, ownVersion),
      port,
      probe: [
        ...['curl', '-sf', '-m', '4', '-o', '/dev/null', '-K', '/run/secrets/curl.conf'],
        `http://127.0.0.1:${port}/_cluster/health?wait_for_status=yellow&timeout=2s`,
      ],
      // Without the password, a node that is ready answers that it is missing (401).
      check: { kind: 'exchange', send: 'GET / HTTP/1.0\\r\\n\\r\\n', expect: ['HTTP/1.[01] [24]*'] },
      readySeconds: 300,
      stopSeconds: 60,
      projectEnv: projectVariables(name, {
        URL: `http://${user}:${encodeURIComponent(password)}@${host}:${port}`,
        HOST: host,
        PORT: String(port),
        USER: user,
        PASSWORD: password,
      }),
    }
  },
  dataClash(from, to) {
    if (compareVersions(to.numbers, from.numbers) < 0)
      return {
        why: 'Elasticsearch does not start on the data of a newer version.',
        next: `${stay(from)} For one of its own that is indexed anew, set another \`container_name\`.`,
      }
    const [old = 0] = from.numbers
    const [wanted = 0] = to.numbers
    const last = lastSeries[old]
    if (wanted === old || !last) return undefined
    if (wanted === old + 1 && compareVersions(from.numbers, last) >= 0) return undefined
    const steps = Array.from({ length: wanted - old }, (_, index) => lastSeries[old + index])
    const between = steps.flatMap((series) =>
      series && compareVersions(from.numbers, series) < 0 ? [series.join('.')] : [],
    )
    return {
      why: 'Elasticsearch goes up by one major version at a time, from the last series of each.',
      next: `${goBy(between, to)} ${stay(from)}`,
    }
  },
}
