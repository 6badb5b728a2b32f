export const id = 89;
export const ids = [89];
export const modules = {

/***/ 3950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ openTarget),
  _: () => (/* binding */ readTarget)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/report/failure.js
var report_failure = __webpack_require__(7340);
;// CONCATENATED MODULE: ./lib/configuration/problem.js

/** All problems of a deployment file as one failure, in the order in which they stand in the file. */
function invalidFile(file, problems, lines) {
    const placed = problems
        .filter((problem, index) => !problems.slice(0, index).some((earlier) => covers(earlier, problem)))
        .sort((a, b) => a.offset - b.offset)
        .map(({ offset, path, message }) => {
        const { line, col } = lines.linePos(offset);
        return {
            file,
            line: Math.max(line, 1),
            column: Math.max(col, 1),
            message: path.length > 0 ? `${pathText(path)}: ${message}` : message,
        };
    });
    const [first] = placed;
    const only = placed.length === 1 && first;
    return new report_failure/* Failure */.H({
        what: only ? `${file} has a mistake` : `${file} has ${placed.length} mistakes`,
        where: only ? `${file}:${only.line}:${only.column}` : file,
        why: placed.map(({ line, column, message }) => `${file}:${line}:${column}  ${message}`).join('\n'),
        next: `Correct ${file}, commit it and run again.`,
        annotations: placed,
    });
}
/**
 * Whether an earlier problem makes another one idle: it is about the same value, or it is the same one, met again
 * through an alias.
 */
const covers = (earlier, problem) => earlier.offset === problem.offset &&
    (pathText(earlier.path) === pathText(problem.path) ||
        (earlier.message === problem.message && earlier.path.at(-1) === problem.path.at(-1)));
/** A path in the words of the file: `configurations.Staging.server_names[0]`. */
function pathText(path) {
    return path
        .map((key, index) => {
        if (typeof key === 'number')
            return `[${key}]`;
        const name = oneLine(String(key));
        return index === 0 ? name : `.${name}`;
    })
        .join('');
}
/** Text from a file, fit for one line of a log: cut when it is long, control characters spelt out. */
function oneLine(text, limit = 60) {
    const shown = text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
    return shown.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

;// CONCATENATED MODULE: ./lib/configuration/find.js




/** The smallest deployment file that works. */
const smallestDeployment = `configurations:
  Staging:
    hostname: staging.example.com
    primary_service:
      project:
        processes:
          - uwsgi: { wsgi_file: project/wsgi.py }
    secondary_services:
      - postgresql
`;
/** Reads the deployment file of a workspace; `configFile` is its path there, and cannot lead out of it. */
async function readDeploymentFile(workspace, configFile) {
    const shown = oneLine(configFile);
    const path = (0,external_node_path_.resolve)(workspace, configFile);
    const file = (0,external_node_path_.relative)(workspace, path).split(external_node_path_.sep).join('/');
    if (configFile.includes('\0') || !isInside(workspace, path))
        throw outside(shown);
    const real = await (0,promises_.realpath)(path).catch((error) => {
        throw error.code === 'ENOENT' || error.code === 'ENOTDIR'
            ? missing(shown, path)
            : unreadable(shown, error);
    });
    if (!isInside(await (0,promises_.realpath)(workspace), real))
        throw outside(shown);
    const bytes = await (0,promises_.readFile)(real).catch((error) => {
        throw unreadable(shown, error);
    });
    try {
        return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), file };
    }
    catch (error) {
        throw unreadable(shown, new Error('It is not UTF-8 text', { cause: error }));
    }
}
function isInside(folder, path) {
    const way = (0,external_node_path_.relative)(folder, path);
    return way !== '' && way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way);
}
const outside = (shown) => new report_failure/* Failure */.H({
    what: `The deployment file ${shown} is not inside the workspace`,
    where: 'input config-file',
    why: 'Its path, or a symbolic link on it, leads to another place.',
    next: 'Give a path inside the repository, such as deployment.yml.',
});
const missing = (shown, path) => new report_failure/* Failure */.H({
    what: `There is no deployment file ${shown}`,
    where: path,
    why: 'Nothing stands there in the workspace; perhaps the job has no step `uses: actions/checkout@v6` before this one.',
    next: `Name another file by the input config-file, or commit this one, the smallest that works:\n${smallestDeployment}`,
});
const unreadable = (shown, cause) => new report_failure/* Failure */.H({ what: `The deployment file ${shown} cannot be read`, where: shown, why: cause.message }, { cause });

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/configuration/locate.js

/** Finds a path in a document, through aliases and merge keys. */
function locate({ document, text }, path) {
    let node = document.contents;
    let key = null;
    for (const segment of path) {
        const target = resolved(document, node);
        if ((0,dist/* isMap */.jh)(target)) {
            const pair = findPair(document, target, String(segment));
            if (!pair)
                return locate_missing(key ?? node);
            key = pair.key;
            node = pair.value;
        }
        else if ((0,dist/* isSeq */.oP)(target)) {
            key = null;
            node = (target.items[Number(segment)] ?? null);
        }
        else
            return locate_missing(key ?? node);
    }
    const at = isEmpty(node) ? (key ?? node) : node;
    return {
        present: true,
        value: offset(at),
        key: offset(key ?? node),
        written: written(node, text),
    };
}
const locate_missing = (near) => {
    const at = offset(near);
    return { present: false, value: at, key: at, written: undefined };
};
const offset = (node) => node?.range?.[0] ?? 0;
const isEmpty = (node) => (0,dist/* isScalar */.jn)(node) && node.value === null && !node.source;
const resolved = (document, node) => (0,dist/* isAlias */.Vj)(node) ? (node.resolve(document) ?? null) : node;
/** The pair that counts for a key: the last one written, else the first one merged in. */
function findPair(document, map, name) {
    const named = (pair) => (0,dist/* isScalar */.jn)(pair.key) && String(pair.key.value) === name;
    const own = map.items.findLast(named);
    if (own)
        return own;
    for (const { value } of map.items.filter(isMerge)) {
        const source = resolved(document, value);
        for (const merged of (0,dist/* isSeq */.oP)(source) ? source.items : [source]) {
            const target = resolved(document, merged);
            const pair = (0,dist/* isMap */.jh)(target) && target !== map ? findPair(document, target, name) : undefined;
            if (pair)
                return pair;
        }
    }
    return undefined;
}
const isMerge = ({ key }) => (0,dist/* isScalar */.jn)(key) && (key.value === '<<' || typeof key.value === 'symbol');
/** A scalar as its author wrote it, on one line. */
function written(node, text) {
    if ((0,dist/* isAlias */.Vj)(node))
        return `*${node.source}`;
    if (!(0,dist/* isScalar */.jn)(node) || isEmpty(node))
        return undefined;
    if (node.type?.startsWith('BLOCK'))
        return String(node.value);
    const [start, end] = node.range ?? [0, 0];
    return text.slice(start, end);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
;// CONCATENATED MODULE: ./lib/configuration/near.js
/** The candidate that was probably meant by a misspelt word, or undefined when none is near. */
function nearMiss(word, candidates) {
    const limit = Math.max(1, Math.floor(word.length / 3));
    return candidates
        .map((candidate) => ({ candidate, distance: distance(plain(word), plain(candidate)) }))
        .filter(({ distance }) => distance <= limit)
        .sort((a, b) => a.distance - b.distance)[0]?.candidate;
}
/** Case and the kind of hyphen are the smallest of slips: they count as nothing. */
const plain = (word) => word.toLowerCase().replaceAll('-', '_');
/** Damerau's distance: how many letters to insert, drop, replace, or swap with their neighbour. */
function distance(a, b) {
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
            const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
            row[j] = Math.min(replaced, at(last, j) + 1, at(row, j - 1) + 1, swapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY);
        }
        before = last;
        last = row;
    }
    return at(last, b.length);
}
const at = (row, index) => row[index] ?? Number.POSITIVE_INFINITY;

;// CONCATENATED MODULE: ./lib/configuration/words.js



/** What is said of a key that must be there and is not. */
const words_missing = 'is missing';
/** What a zod issue means, as a phrase that follows the path; fields with a message of their own keep it. */
function words(issue) {
    switch (issue.code) {
        case 'invalid_type':
            return issue.input === undefined ? absent(issue.inst) : mistyped(issue.expected, issue.input);
        case 'invalid_value':
            return oneOf(issue.values, issue.input);
        case 'invalid_union':
            return Array.isArray(issue.options)
                ? oneOf(issue.options, issue.input[String(issue.discriminator)])
                : `must be ${issue.errors.flatMap(expectations).join(' or ')}`;
        case 'invalid_key':
            return issue.issues.map(({ message }) => message).join('; ');
        case 'unrecognized_keys':
            return issue.keys.map((key) => unknownKey(key, knownKeys(issue.inst), issue.input ?? {})).join('\n');
        case 'invalid_format':
            return `must match ${issue.pattern ?? issue.format}`;
        case 'too_small':
            return bound('at least', issue.origin, Number(issue.minimum));
        case 'too_big':
            return bound('at most', issue.origin, Number(issue.maximum));
        default:
            return undefined;
    }
}
/** A missing key, with its description when the schema has one. */
function absent(schema) {
    const description = schema instanceof schemas/* ZodType */.aRx ? schema.description : undefined;
    return description ? `${words_missing} (${description.replace(/\.$/, '')})` : words_missing;
}
/** A value of another type than may stand there. */
function mistyped(expected, input) {
    const simple = typeof input === 'string' && /^[\w.-]+$/.test(input);
    if (expected === 'array' && simple)
        return `must be a list, such as [${input}]`;
    if (expected === 'array' && isMapping(input))
        return 'must be a list: each entry starts with `- `';
    const quoted = expected !== 'object' && expected !== 'record' && simple && /^(?:\d+|true|false)$/.test(input);
    return `must be ${kind(expected)}${quoted ? ', without quotes' : ''}`;
}
const isMapping = (input) => typeof input === 'object' && input !== null && !Array.isArray(input);
/** A type of zod's, in words. */
function kind(expected) {
    switch (expected) {
        case 'string':
            return 'text';
        case 'int':
            return 'a whole number';
        case 'number':
            return 'a number';
        case 'boolean':
            return 'true or false';
        case 'array':
            return 'a list';
        case 'object':
        case 'record':
            return 'a mapping';
        case 'null':
            return 'empty';
        default:
            return expected;
    }
}
const expectations = (issues) => issues.flatMap((issue) => issue.path.length === 0 && issue.code === 'invalid_type' ? [kind(issue.expected)] : []);
/** A word that is not among those that may stand there. */
function oneOf(values, input) {
    const known = values.filter((value) => value !== undefined).map(String);
    const near = typeof input === 'string' ? nearMiss(input, known) : undefined;
    const list = known.map((value) => `\`${value}\``).join(', ');
    const expected = known.length === 1 ? `must be ${list}` : `must be one of ${list}`;
    return near ? `${expected}; did you mean \`${near}\`?` : expected;
}
/** A key that may not stand in its mapping; behind an empty one, it is likely to lack an indent. */
function unknownKey(key, known, mapping) {
    const near = nearMiss(key, known);
    if (near)
        return `is not a key here; did you mean \`${oneLine(near)}\`?`;
    const before = Object.entries(mapping).slice(0, Object.keys(mapping).indexOf(key));
    const parent = before.findLast(([, value]) => value === null)?.[0];
    const hint = parent === undefined ? '' : `; indent it further if it belongs to \`${oneLine(parent)}\``;
    return `is not a key here; this mapping takes ${known.map((name) => `\`${name}\``).join(', ')}${hint}`;
}
const knownKeys = (schema) => schema instanceof schemas/* ZodObject */.bvH ? Object.keys(schema.shape) : [];
/** A size or number out of bounds. */
function bound(which, origin, limit) {
    if (origin === 'string')
        return limit === 1 ? 'must not be empty' : `must have ${which} ${limit} characters`;
    if (origin === 'array')
        return `must hold ${which} ${limit === 1 ? 'one' : limit}`;
    return `must be ${which} ${limit}`;
}

;// CONCATENATED MODULE: ./lib/configuration/issues.js



/** The problem, or problems, that an issue of zod's stands for, with their places in the text. */
function problemsOf(issue, source, base = []) {
    const path = [...base, ...issue.path];
    const place = locate(source, path);
    const problem = (message) => ({ offset: place.value, path, message });
    if (issue.code === 'unrecognized_keys')
        return unknownKeys(issue, source, path);
    if (issue.code === 'invalid_key')
        return [{ ...problem(issue.message), offset: place.key }];
    if (issue.code === 'invalid_union') {
        const branch = bestBranch(issue);
        if (branch)
            return branch.flatMap((inner) => problemsOf(inner, source, path));
    }
    if (!place.present)
        return [problem(issue.message.startsWith(words_missing) ? issue.message : words_missing)];
    if (issue.input === null)
        return [problem(`is empty: it ${issue.message}`)];
    return [
        problem(place.written === undefined ? issue.message : `\`${oneLine(place.written)}\` ${issue.message}`),
    ];
}
/** One problem for each key that may not stand in a mapping; the message has a line for each. */
function unknownKeys(issue, source, base) {
    const messages = issue.message.split('\n');
    return issue.keys.map((key, index) => {
        const path = [...base, key];
        return { offset: locate(source, path).key, path, message: messages[index] ?? '' };
    });
}
/** Of the ways in which a value may be written, the one that its author chose; undefined when it is none. */
function bestBranch(issue) {
    return issue.errors
        .filter((branch) => !branch.some((inner) => isOtherKind(inner)))
        .sort((a, b) => a.length - b.length)[0];
}
/** Whether the value as a whole is of another kind than this way of writing takes. */
const isOtherKind = (issue) => issue.path.length === 0 &&
    (issue.code === 'invalid_type' ||
        (issue.code === 'invalid_value' && !issue.values.some((value) => typeof value === typeof issue.input)) ||
        (issue.code === 'invalid_union' && issue.errors.length > 0 && !bestBranch(issue)));

// EXTERNAL MODULE: ./lib/words.js
var lib_words = __webpack_require__(4842);
;// CONCATENATED MODULE: ./lib/catalog/fields.js

/** Fields that several entries share, each validated for the place where its value ends up. */
/** A tag of an image (the distribution specification: at most 128 characters); numbers are taken as text. */
const imageTag = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()])
    .transform(String)
    .pipe(schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/, 'must be a tag of an image, such as 17 or 17-alpine'));
/** A name for a process or service, safe in DNS, supervisor and Docker alike. */
const safeName = schemas/* string */.YjP()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/, 'must be lower-case letters, digits and inner hyphens, at most 32 characters');
/** A path inside the repository; it cannot leave it and is safe in a Dockerfile. */
const repositoryPath = schemas/* string */.YjP()
    .regex(/^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[A-Za-z0-9_.-][A-Za-z0-9_./-]*$/, 'must be a path inside the repository, of letters, digits and . _ - /');
/** A path inside the container that is safe in a Dockerfile and in nginx. */
const containerPath = schemas/* string */.YjP()
    .regex(/^(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)+$/, 'must be an absolute path of letters, digits and . _ - /');
/** Name of a Debian package, with an optional version (`name=1.2-3`), as apt-get takes it. */
const aptPackage = schemas/* string */.YjP()
    .regex(/^[a-z0-9][a-z0-9+.-]+(?:=[A-Za-z0-9.+:~-]+)?$/, 'must be the name of a Debian package');
/** Name of an environment variable. */
const variableName = schemas/* string */.YjP()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'must be the name of an environment variable');

;// CONCATENATED MODULE: ./lib/catalog/processes/custom.js



const schema = schemas/* strictObject */.rej({
    name: safeName
        .refine((name) => name !== 'web', 'is taken: `web` is the web process')
        .describe('Name of the process.')
        .meta({ examples: ['worker'] }),
    command: schemas/* string */.YjP()
        .min(1)
        .refine((command) => !command.includes('\0'), 'must not contain a NUL character')
        .refine((command) => (0,lib_words/* splitWords */.y)(command) !== undefined, 'has a quote that is not closed')
        .refine((command) => (0,lib_words/* splitWords */.y)(command)?.length !== 0, 'must name a program')
        .describe('Command line, split into words as a shell would, but run without one, from the code’s folder.')
        .meta({ examples: ['python worker.py --queue mail'] }),
})
    .describe('A helper process of your own, such as a queue’s worker.');
/** Any program of the project as a helper. */
const custom = {
    type: 'custom',
    schema,
    program(settings) {
        return {
            name: settings.name,
            command: (0,lib_words/* splitWords */.y)(settings.command) ?? [],
            web: false,
            stopSignal: 'TERM',
            stopSeconds: 60,
            aptPackages: [],
        };
    },
};

;// CONCATENATED MODULE: ./lib/catalog/processes/uwsgi.js


const uwsgi_schema = schemas/* strictObject */.rej({
    wsgi_file: repositoryPath
        .describe('File that holds the WSGI callable `application`, such as `project/wsgi.py`.')
        .meta({ examples: ['project/wsgi.py'] }),
    processes_count: schemas/* int */.Whr()
        .min(1)
        .max(256)
        .default(2)
        .describe('Number of worker processes.')
        .meta({ examples: [4] }),
    threads: schemas/* int */.Whr()
        .min(1)
        .max(256)
        .default(2)
        .describe('Number of threads in each worker process.')
        .meta({ examples: [8] }),
})
    .describe('The web process: uWSGI, which speaks HTTP on the socket that nginx proxies to.');
/** Seconds that running requests get to finish when a release is retired. */
const stopSeconds = 60;
/** uWSGI as the web process. */
const uwsgi = {
    type: 'uwsgi',
    schema: uwsgi_schema,
    program(settings, { location, venv }) {
        return {
            name: 'web',
            // The listening socket arrives as descriptor 0, which uWSGI recognises by itself; it then speaks what
            // --protocol says on it.
            command: [
                'uwsgi',
                '--plugins=python3',
                '--protocol=http',
                `--virtualenv=${venv}`,
                `--chdir=${location}`,
                `--wsgi-file=${settings.wsgi_file}`,
                '--master',
                `--processes=${settings.processes_count}`,
                `--threads=${settings.threads}`,
                '--enable-threads',
                '--need-app',
                '--listen=1024',
                '--buffer-size=32768',
                '--post-buffering=0',
                '--disable-logging',
                '--log-5xx',
                // Without this hook TERM reloads uWSGI, and die-on-term cuts the requests that are running.
                '--hook-master-start=unix_signal:15 gracefully_kill_them_all',
                `--worker-reload-mercy=${stopSeconds}`,
            ],
            web: true,
            stopSignal: 'TERM',
            stopSeconds,
            aptPackages: ['uwsgi-core', 'uwsgi-plugin-python3'],
        };
    },
};

;// CONCATENATED MODULE: ./lib/catalog/projects/django.js


const django_schema = schemas/* object */.Ikc({
    apt_packages: schemas/* array */.YOg(aptPackage)
        .default([])
        .describe('Debian packages that the project needs in its image.')
        .meta({ examples: [['libpq5', 'gettext']] }),
    requirements: repositoryPath
        .default('requirements.txt')
        .describe('Requirements file for pip, from the root of the repository.')
        .meta({ examples: ['requirements/production.txt'] }),
    location: containerPath
        .default('/app')
        .describe('Folder of the code in the container.')
        .meta({ examples: ['/srv/app'] }),
    static_location: containerPath
        .default('/app/static')
        .describe('Folder in the container where `collectstatic` puts static files (`STATIC_ROOT`).')
        .meta({ examples: ['/srv/static'] }),
    media_location: containerPath
        .default('/app/media')
        .describe('Folder in the container for uploaded files (`MEDIA_ROOT`); it outlives every release.')
        .meta({ examples: ['/srv/media'] }),
});
/** A Django project on Debian's own Python. */
const django = {
    type: 'django',
    schema: django_schema,
    image(settings) {
        const manage = `${settings.location}/manage.py`;
        return {
            template: 'python.Dockerfile',
            base: 'debian:trixie-slim',
            aptPackages: settings.apt_packages,
            requirements: settings.requirements,
            place: { location: settings.location, venv: '/venv' },
            staticLocation: settings.static_location,
            mediaLocation: settings.media_location,
            tasks: [
                { name: 'migrate', command: ['python', manage, 'migrate', '--noinput'] },
                { name: 'collectstatic', command: ['python', manage, 'collectstatic', '--noinput'] },
            ],
            configurationVariable: 'DJANGO_CONFIGURATION',
        };
    },
};

;// CONCATENATED MODULE: ./lib/catalog/services/postgresql.js


const postgresql_schema = schemas/* strictObject */.rej({
    version: imageTag
        .default('17')
        .describe('Version of PostgreSQL: a tag of the image `postgres`.')
        .meta({ examples: ['17-alpine'] }),
})
    .describe('PostgreSQL, with its data on a named volume.');
/** PostgreSQL, from the official image; user and database carry the project's name. */
const postgresql = {
    type: 'postgresql',
    schema: postgresql_schema,
    container(settings, { project, name, host, password }) {
        const user = project.replaceAll('-', '_');
        const port = 5432;
        const prefix = name.toUpperCase().replaceAll('-', '_');
        const url = `postgresql://${user}:${encodeURIComponent(password)}@${host}:${port}/${user}`;
        return {
            image: `postgres:${settings.version}`,
            env: {
                POSTGRES_USER: user,
                POSTGRES_DB: user,
                POSTGRES_PASSWORD_FILE: '/run/secrets/password',
            },
            secretFiles: { '/run/secrets/password': password },
            // Up to 17 the image keeps its data here; from 18 on it wants the volume one folder higher
            // (docker-library/postgres#1259).
            dataPath: Number.parseInt(settings.version, 10) >= 18 ? '/var/lib/postgresql' : '/var/lib/postgresql/data',
            port,
            // Over TCP: while the image initialises its volume, a temporary server answers on the unix socket alone.
            probe: ['pg_isready', '-q', '-h', '127.0.0.1', '-U', user, '-d', user],
            stopSeconds: 60,
            projectEnv: {
                [`${prefix}_URL`]: url,
                [`${prefix}_HOST`]: host,
                [`${prefix}_PORT`]: String(port),
                [`${prefix}_USER`]: user,
                [`${prefix}_PASSWORD`]: password,
                [`${prefix}_DATABASE`]: user,
            },
            databaseUrl: url,
        };
    },
};

;// CONCATENATED MODULE: ./lib/catalog/services/redis.js


const redis_schema = schemas/* strictObject */.rej({
    version: imageTag
        .default('8')
        .describe('Version of Redis: a tag of the image `redis`.')
        .meta({ examples: ['8-alpine'] }),
})
    .describe('Redis, with its append-only file on a named volume.');
/**
 * Redis, from the official image. Its configuration holds the password and arrives on standard input: root opens
 * the file, which stays 0600, before the image's entry point drops to the user `redis`.
 */
const redis = {
    type: 'redis',
    schema: redis_schema,
    container(settings, { name, host, password }) {
        const port = 6379;
        const prefix = name.toUpperCase().replaceAll('-', '_');
        return {
            image: `redis:${settings.version}`,
            entrypoint: ['sh', '-c', 'exec docker-entrypoint.sh redis-server - < /run/secrets/redis.conf'],
            env: {},
            secretFiles: {
                '/run/secrets/redis.conf': `requirepass ${password}\ndir /data\nappendonly yes\n`,
                '/run/secrets/password': password,
            },
            dataPath: '/data',
            port,
            probe: ['sh', '-c', 'REDISCLI_AUTH="$(cat /run/secrets/password)" redis-cli ping | grep -q PONG'],
            stopSeconds: 60,
            projectEnv: {
                [`${prefix}_URL`]: `redis://:${encodeURIComponent(password)}@${host}:${port}/0`,
                [`${prefix}_HOST`]: host,
                [`${prefix}_PORT`]: String(port),
                [`${prefix}_PASSWORD`]: password,
            },
        };
    },
};

;// CONCATENATED MODULE: ./lib/catalog/index.js
// Generated by `npm run generate` from the files beside it.





/** The secondary services, by file. */
const serviceTypes = [postgresql, redis];
/** The kinds of projects, by file. */
const projectTypes = [django];
/** The processes, by file. */
const processTypes = [custom, uwsgi];

// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(8532);
;// CONCATENATED MODULE: ./lib/configuration/entries.js

/**
 * The schema of a list entry, for the entries of a part of the catalogue. `- redis` and `- redis:` take every
 * default, `- redis: { version: 8 }` gives settings. `entryOf` makes the output.
 */
function listEntry(types, entryOf) {
    const names = types.map(({ type }) => type);
    const choice = names.map((name) => `\`${name}\``).join(' or ');
    const long = schemas/* strictObject */.rej(Object.fromEntries(types.map(({ type, schema }) => [type, settings(schema).optional()])))
        .refine((entry) => Object.keys(entry).length === 1, {
        error: `must name one type: ${choice}`,
        when: ({ issues }) => issues.length === 0,
    })
        .meta({ minProperties: 1, maxProperties: 1 });
    const short = schemas/* enum */.k5n(names)
        .transform((name) => ({ [name]: null }))
        .pipe(long);
    return schemas/* union */.KCZ([short, long], `must be ${choice}, alone or with settings`).transform((entry) => {
        const type = types.find((candidate) => Object.hasOwn(entry, candidate.type));
        // An entry of an unknown type alone arrives here too, empty: it has been refused.
        return type ? entryOf(type, entry[type.type]) : core/* NEVER */.tm;
    });
}
/** Settings that may be left empty, where every one has a default. */
const settings = (schema) => schemas/* union */.KCZ([
    schema,
    schemas/* null */.chJ()
        .transform(() => ({}))
        .pipe(schema),
]);
/** Tells a valid entry from whatever else may stand in a list that is not valid as a whole. */
const isEntryOf = (types, item) => types.some((type) => type === item?.type);

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./lib/configuration/fields.js



/** Fields of the deployment file, each validated for the place where its value ends up. */
/** A whole number in a range. */
const wholeNumber = (least, most) => schemas/* int */.Whr(`must be a whole number from ${least} to ${most}`).min(least).max(most);
/** The value of an environment variable, any text; numbers and booleans are taken as they are written. */
const variableValue = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()], {
    error: ({ input }) => (input === null ? "must be text ('' for none)" : 'must be text'),
})
    .transform(String)
    .refine((value) => !value.includes('\0'), 'must not contain a NUL character');
/** A host that can be reached over SSH, lower-case. */
const host = schemas/* string */.YjP()
    .toLowerCase()
    .refine((name) => isDnsName(name) || isAddress(name), {
    error: ({ input }) => `must be a DNS name or an IP address, without scheme, user or port${spelling(String(input))}`,
});
/** A host's name as the browser sends it: an IPv6 address shortened, in brackets. */
function asServerName(host) {
    return (0,external_node_net_.isIPv6)(host) && isAddress(host) ? new URL(`http://[${host}]`).hostname : host;
}
/** A name of the site, lower-case and safe in nginx: `www.example.com`, `*.example.com` or an address. */
const serverName = schemas/* string */.YjP()
    .toLowerCase()
    .refine((name) => isDnsName(name.replace(/^\*\./, '')) || isAddress(name), {
    error: ({ input }) => `must be a DNS name, such as example.com or *.example.com${spelling(String(input))}`,
})
    .overwrite(asServerName);
/** A login name, as useradd and its kin take it. */
const loginName = schemas/* string */.YjP()
    .regex(/^[A-Za-z_][A-Za-z0-9_.-]{0,31}$/, 'must be a login name: letters, digits and . _ -, at most 32 characters');
/** A project's name: every name on the server starts with it, in DNS and Docker alike. */
const projectName = schemas/* string */.YjP()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/, 'must be lower-case letters, digits and inner hyphens, at most 32 characters');
/** A configuration's name. */
const configurationName = schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9_][A-Za-z0-9_-]{0,63}$/, 'must be a name of letters, digits, _ and inner -, at most 64 characters');
/** `owner/name` on the server that the workflow runs on, or an address that git fetches over https or SSH. */
const repository = schemas/* string */.YjP()
    .refine((name) => isRepositoryName(name) || isRepositoryAddress(name), 'must be owner/name, or the https:// or ssh:// address of a git repository, without a password');
/** A branch, a tag, a SHA or `HEAD`: git's own rules for names, less what a shell would act on. */
const ref = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()], 'must be text')
    .transform(String)
    .pipe(schemas/* string */.YjP()
    .refine(isRef, 'must be a branch, a tag, a 40-digit SHA or HEAD, in letters, digits and . _ / + @ = # -'));
/** A path on the site for a request, with its query if need be. */
const requestPath = schemas/* string */.YjP()
    .regex(/^\/[A-Za-z0-9._~/?=&%+@:,-]*$/, 'must be a path that starts with /, of letters, digits and . _ ~ / ? = & % + @ : , -');
/** Whether it is a DNS name; what ends in a number is an address or nothing. */
function isDnsName(name) {
    return (name.length <= 253 &&
        /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(name) &&
        !/(?:^|\.)\d+$/.test(name));
}
/** Whether it is an IP address; one with a zone means nothing on another machine. */
function isAddress(name) {
    return (0,external_node_net_.isIPv4)(name) || ((0,external_node_net_.isIPv6)(name) && !name.includes('%'));
}
/** A name outside ASCII has another spelling in DNS: proposes it. */
function spelling(name) {
    const ascii = /^[\p{L}\p{M}\p{N}.-]+$/u.test(name) ? (0,external_node_url_.domainToASCII)(name) : '';
    return isDnsName(ascii) ? `; write it as ${ascii}` : '';
}
const isRepositoryName = (name) => /^[A-Za-z0-9][A-Za-z0-9_-]*\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/.test(name);
function isRepositoryAddress(address) {
    const found = /^(?:https:\/\/|ssh:\/\/(?:[A-Za-z_][A-Za-z0-9_.-]*@)?)([^/:@]+)(?::\d{1,5})?(\/.+)$/.exec(address) ??
        /^[A-Za-z_][A-Za-z0-9_.-]*@([^/:@]+):(.+)$/.exec(address);
    const [, server = '', path = ''] = found ?? [];
    return ((isDnsName(server.toLowerCase()) || (0,external_node_net_.isIPv4)(server)) &&
        /^\/?[A-Za-z0-9_.~][A-Za-z0-9_.~/-]*$/.test(path) &&
        !path.split('/').includes('..'));
}
function isRef(name) {
    return (/^[\p{L}\p{M}\p{N}._/+@=#-]{1,250}$/u.test(name) &&
        !name.startsWith('-') &&
        !name.endsWith('.') &&
        name !== '@' &&
        !name.includes('..') &&
        name
            .split('/')
            .every((part) => part !== '' && !part.startsWith('.') && !part.toLowerCase().endsWith('.lock')));
}

;// CONCATENATED MODULE: ./lib/configuration/unique.js
/**
 * Adds a check to a list: `clash` gets each item with those before it, and returns what is wrong between them.
 * It runs whatever else is wrong in the list, so items are of unknown shape.
 */
function checkAgainstEarlier(list, clash) {
    return list.superRefine((items, context) => {
        for (const [index, item] of items.entries()) {
            const message = clash(item, items.slice(0, index));
            if (message)
                context.addIssue({ code: 'custom', path: [index], message, continue: true });
        }
    }, { when: ({ value }) => Array.isArray(value) });
}
/** Adds a check that no item stands twice in a list of texts. */
const withoutTwins = (list) => checkAgainstEarlier(list, (item, earlier) => earlier.includes(item) ? 'stands in the list twice' : undefined);

;// CONCATENATED MODULE: ./lib/configuration/project.js






/** The type of a project that names none. */
const defaultType = 'django';
const process = listEntry(processTypes, (type, settings) => ({ type, settings }));
/** The keys that every type of project has. */
const common = {
    repository: repository
        .optional()
        .describe('Repository of the project, as `owner/name` or address; by default the one checked out.')
        .meta({ examples: ['acme/shop'] }),
    ref: ref
        .optional()
        .describe('Branch, tag, 40-digit SHA or `HEAD` to deploy; by default the commit checked out.')
        .meta({ examples: ['release/2.0'] }),
    env_variables: schemas/* record */.g1P(variableName, variableValue)
        .default({})
        .describe('Environment variables of every process, for values that are no secrets.')
        .meta({ examples: [{ LOG_LEVEL: 'info' }] }),
    secrets: withoutTwins(schemas/* array */.YOg(variableName))
        .default([])
        .describe('Names of variables that every process gets from the environment of the workflow’s step.')
        .meta({ examples: [['SECRET_KEY']] }),
    health_check: schemas/* strictObject */.rej({
        path: requestPath
            .default('/')
            .describe('Path that must answer with a status from 200 to 399 before a release goes live.')
            .meta({ examples: ['/health/'] }),
        deadline: wholeNumber(1, 3600)
            .default(30)
            .describe('Seconds that it has for that.')
            .meta({ examples: [60] }),
    })
        .prefault({})
        .describe('How a release shows that it works.')
        .meta({ examples: [{ path: '/health/' }] }),
    processes: checkAgainstEarlier(schemas/* array */.YOg(process), processClash)
        .default([])
        .describe('The processes of the project: at most one web process, and any number of helpers.')
        .meta({ examples: [[{ uwsgi: { wsgi_file: 'project/wsgi.py' } }]] }),
};
/** The project of a primary service: its type decides which keys it takes beside the common ones. */
const projectSchema = schemas/* discriminatedUnion */.gMt('type', oneOrMore(projectTypes.map(projectOf)))
    .describe('The project, its sources and its processes.');
/** The schema of one type of project, whose output is ready for the rest of the program. */
function projectOf(type) {
    const own = shapeOf(type);
    const word = schemas/* literal */.euz(type.type);
    return schemas/* strictObject */.rej({
        type: (type.type === defaultType ? word.default(type.type) : word)
            .describe('Type of the project.')
            .meta({ examples: [type.type] }),
        ...common,
        ...own,
    })
        .superRefine(({ env_variables, secrets }, context) => {
        for (const [index, name] of secrets.entries())
            if (Object.hasOwn(env_variables, name))
                context.addIssue({ code: 'custom', path: ['secrets', index], message: 'is in env_variables too' });
    }, { when: ({ value }) => hasVariables(value) })
        .transform((project) => ({
        type,
        settings: Object.fromEntries(Object.entries(project).filter(([key]) => key in own)),
        repository: project.repository,
        ref: project.ref,
        envVariables: project.env_variables,
        secrets: project.secrets,
        healthCheck: { path: project.health_check.path, deadlineSeconds: project.health_check.deadline },
        processes: project.processes,
    }));
}
/** Whether both lists of variables are there; the rest of the project may be wrong. */
function hasVariables(project) {
    const { env_variables, secrets } = Object(project);
    return Array.isArray(secrets) && typeof env_variables === 'object' && env_variables !== null;
}
/** The keys of a type of project, which must be an object's to be merged with the common ones. */
function shapeOf({ type, schema }) {
    if (schema instanceof schemas/* ZodObject */.bvH)
        return schema.shape;
    throw new TypeError(`The schema of the project type ${type} is not an object`);
}
/** What is wrong with a process, given those before it. */
function processClash(item, earlier) {
    if (!isProcess(item))
        return undefined;
    const { name, web } = program(item);
    const others = earlier.filter(isProcess).map(program);
    if (web && others.some((other) => other.web))
        return 'is a second web process; a project has one';
    if (others.some((other) => other.name === name))
        return `has the name \`${name}\`, which another process has`;
    return undefined;
}
const isProcess = (item) => isEntryOf(processTypes, item);
/** The program of a process, for what does not depend on where the project lies. */
const program = ({ type, settings }) => type.program(settings, { location: '/app', venv: '/venv' });
function oneOrMore([first, ...rest]) {
    if (first === undefined)
        throw new TypeError('The catalogue has no types of projects');
    return [first, ...rest];
}

;// CONCATENATED MODULE: ./lib/configuration/schema.js






const secondaryService = listEntry(serviceTypes, (type, settings) => ({ name: type.type, type, settings }));
const configuration = schemas/* strictObject */.rej({
    hostname: host
        .describe('DNS name or IP address of the server.')
        .meta({ examples: ['staging.example.com'] }),
    port: wholeNumber(1, 65535)
        .default(22)
        .describe('Port of the server’s SSH daemon.')
        .meta({ examples: [2222] }),
    username: loginName
        .default('root')
        .describe('Login on the server: root, a user with sudo, or a member of the group docker.')
        .meta({ examples: ['deploy'] }),
    server_names: withoutTwins(schemas/* array */.YOg(serverName).min(1))
        .optional()
        .describe('Names under which the site answers; by default the hostname.')
        .meta({ examples: [['example.com', 'www.example.com']] }),
    project_name: projectName
        .optional()
        .describe('Name of everything on the server; by default the repository’s, made safe.')
        .meta({ examples: ['guestbook'] }),
    primary_service: schemas/* strictObject */.rej({ project: projectSchema })
        .describe('The container that runs the project.'),
    secondary_services: checkAgainstEarlier(schemas/* array */.YOg(secondaryService), serviceClash)
        .default([])
        .describe('Databases, caches and the like, each in a container of its own.')
        .meta({ examples: [['postgresql', { redis: { version: 8 } }]] }),
})
    .transform((target) => ({
    hostname: target.hostname,
    port: target.port,
    username: target.username,
    serverNames: target.server_names ?? [asServerName(target.hostname)],
    projectName: target.project_name,
    project: target.primary_service.project,
    services: target.secondary_services,
}))
    .describe('One target: a server, and what runs there.');
/**
 * The deployment file: the one source of what it may say. The catalogue's entries are found in it by
 * themselves; its output is ready for the rest of the program.
 */
const deploymentSchema = schemas/* strictObject */.rej({
    configurations: schemas/* record */.g1P(configurationName, configuration)
        .refine((all) => Object.keys(all).length > 0, 'must hold at least one configuration')
        .describe('The targets by name, such as `Staging` and `Production`.'),
})
    .describe('A deployment file.');
/** What is wrong with a secondary service, given those before it. */
function serviceClash(item, earlier) {
    if (!isService(item))
        return undefined;
    return earlier.some((other) => isService(other) && other.name === item.name)
        ? `has the name \`${item.name}\`, which another service has`
        : undefined;
}
const isService = (item) => isEntryOf(serviceTypes, item);

;// CONCATENATED MODULE: ./lib/configuration/traps.js


/**
 * What YAML reads as something else than it looks like. An alias that leads nowhere is replaced in the document by
 * its text, so that the rest can still be checked.
 */
function trapsIn(document) {
    const problems = [];
    (0,dist/* visit */.YR)(document, {
        Scalar(role, scalar, ancestors) {
            const { value } = scalar;
            const problem = { offset: scalar.range?.[0] ?? 0, path: pathOf(ancestors, scalar) };
            if (role === 'key' && value === '__proto__')
                problems.push({ ...problem, message: '`__proto__` cannot be a key' });
            if ((typeof value === 'number' || typeof value === 'boolean') && isAltered(scalar))
                problems.push({ ...problem, message: misread(oneLine(String(scalar.source)), value) });
        },
        Alias(_, alias, ancestors) {
            if (alias.resolve(document))
                return undefined;
            const text = `*${alias.source}`;
            const shown = oneLine(text);
            problems.push({
                offset: alias.range?.[0] ?? 0,
                path: pathOf(ancestors, alias),
                message: `YAML reads \`${shown}\` as an alias, and no anchor before it has that name: for the text, write '${shown}' in quotes`,
            });
            const plain = new dist/* Scalar */.X5(text);
            plain.source = text;
            plain.range = alias.range ?? null;
            return plain;
        },
        Pair(_, { key, value }, ancestors) {
            if (!(0,dist/* isScalar */.jn)(key) || key.value !== '<<' || canMerge(document, value))
                return;
            problems.push({
                offset: key.range?.[0] ?? 0,
                path: pathOf(ancestors, key),
                message: '`<<` must be given an alias of a mapping, or a list of such',
            });
        },
    });
    return problems;
}
/** Whether a value can stand behind `<<`. */
function canMerge(document, value) {
    const source = (0,dist/* isAlias */.Vj)(value) ? value.resolve(document) : value;
    const parts = (0,dist/* isSeq */.oP)(source) ? source.items : [source];
    return parts.every((part) => (0,dist/* isMap */.jh)((0,dist/* isAlias */.Vj)(part) ? part.resolve(document) : part));
}
/** Whether a number or boolean is written otherwise than it would be shown: `1.10`, `0o17`, `True`. */
const isAltered = ({ source, value }) => source !== undefined && source !== String(value);
function misread(source, value) {
    const kind = typeof value;
    return `YAML reads \`${source}\` as the ${kind} ${value}: for the text, write '${source}' in quotes, for the ${kind}, ${value}`;
}
/** The keys and indexes that lead to a node, from the nodes around it. */
function pathOf(ancestors, node) {
    return ancestors.flatMap((around, index) => {
        if ((0,dist/* isPair */.tO)(around))
            return (0,dist/* isScalar */.jn)(around.key) ? [String(around.key.value)] : [];
        return (0,dist/* isSeq */.oP)(around) ? [around.items.indexOf(ancestors[index + 1] ?? node)] : [];
    });
}

;// CONCATENATED MODULE: ./lib/configuration/yaml.js



/** Reads one YAML 1.2 document with the core types, anchors and merge keys. */
function readYaml(text) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, {
        lineCounter: lines,
        schema: 'core',
        resolveKnownTags: false,
        merge: true,
        stringKeys: true,
        prettyErrors: false,
        logLevel: 'error',
    });
    const mistakes = [...document.errors, ...document.warnings];
    const problems = mistakes.map(({ code, message, pos }) => problem(inWords(code, message), pos[0]));
    const sound = mistakes.every(({ code }) => harmless.includes(code));
    if (!sound)
        return { text, document, lines, problems: firstPerLine(problems, lines), value: undefined };
    const traps = trapsIn(document);
    const { value, flaw } = dataOf(document);
    const found = [...problems, ...traps];
    const all = flaw && found.length === 0 ? [problem(flaw)] : found;
    return { text, document, lines, problems: all, value };
}
const problem = (message, offset = 0) => ({ offset, path: [], message });
/** Mistakes that leave the rest of the file readable as it was meant. */
const harmless = ['DUPLICATE_KEY', 'MULTIPLE_DOCS', 'TAG_RESOLVE_FAILED'];
/** The parser's messages, with words of help for the commonest mistakes. */
function inWords(code, message) {
    switch (code) {
        case 'TAB_AS_INDENT':
            return 'a tab indents this line: YAML takes only spaces there';
        case 'DUPLICATE_KEY':
            return 'this key stands in the mapping twice';
        case 'MULTIPLE_DOCS':
            return 'a second YAML document starts here: a deployment file is a single one';
        case 'BAD_SCALAR_START':
            return `${oneLine(message, 200)}: write the value in quotes`;
        case 'NON_STRING_KEY':
            return 'a key must be plain text';
        default:
            return /call stack/.test(message) ? 'the file is nested too deeply' : oneLine(message, 200);
    }
}
/** A mistake tends to make the parser stumble again on the same line: keeps the first of each. */
function firstPerLine(problems, lines) {
    const seen = new Set();
    return problems.filter(({ offset }) => {
        const { line } = lines.linePos(offset);
        const first = !seen.has(line);
        seen.add(line);
        return first;
    });
}
/** The document as plain data, or what keeps it from being any. */
function dataOf(document) {
    const { contents } = document;
    if (contents === null || ((0,dist/* isScalar */.jn)(contents) && contents.value === null))
        return { value: undefined, flaw: 'the file is empty: it must hold `configurations`' };
    if (!(0,dist/* isMap */.jh)(contents))
        return { value: undefined, flaw: 'the file must be a mapping that starts with `configurations:`' };
    try {
        return { value: document.toJS({ maxAliasCount: 1000 }) };
    }
    catch (error) {
        const cause = error instanceof Error ? error.message : String(error);
        return { value: undefined, flaw: `the file makes no plain data: ${oneLine(cause, 200)}` };
    }
}

;// CONCATENATED MODULE: ./lib/configuration/load.js





/**
 * Reads and validates a deployment file, all its configurations. Whatever is wrong, in YAML or in meaning, is
 * thrown as one failure with every place; `file` is the file's path for messages.
 */
function loadDeployment(text, file) {
    const source = readYaml(text);
    if (source.value === undefined)
        throw invalidFile(file, source.problems, source.lines);
    const result = deploymentSchema.safeParse(source.value, { error: words, reportInput: true });
    if (result.success && source.problems.length === 0)
        return { file, configurations: result.data.configurations };
    const issues = result.error?.issues ?? [];
    const problems = issues.flatMap((issue) => problemsOf(issue, source));
    throw invalidFile(file, [...source.problems, ...problems], source.lines);
}

;// CONCATENATED MODULE: ./lib/configuration/select.js



/** The configuration of that name, with every default filled in. */
function selectConfiguration(deployment, name, context) {
    const settings = Object.hasOwn(deployment.configurations, name)
        ? deployment.configurations[name]
        : undefined;
    if (!settings)
        throw unknownConfiguration(deployment, name);
    const projectName = settings.projectName ?? safeProjectName(context.repository);
    if (projectName === '')
        throw new report_failure/* Failure */.H({
            what: `The repository's name (${oneLine(context.repository)}) gives the project no name`,
            where: `${deployment.file}, configuration ${name}`,
            why: 'Nothing of it is left in lower-case letters, digits and hyphens.',
            next: `Set \`project_name\` in configuration ${name}.`,
        });
    return { name, ...settings, projectName };
}
/** A project's name from `owner/name`, safe in DNS and Docker; empty when nothing of it is. */
function safeProjectName(repository) {
    return repository
        .slice(repository.lastIndexOf('/') + 1)
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-/, '')
        .slice(0, 32)
        .replace(/-$/, '');
}
function unknownConfiguration({ file, configurations }, name) {
    const names = Object.keys(configurations);
    const near = nearMiss(name, names);
    const listed = near ? [near, ...names.filter((other) => other !== near)] : names;
    return new report_failure/* Failure */.H({
        what: `There is no configuration \`${oneLine(name)}\` in ${file}`,
        where: file,
        why: `It has ${listed.map((other) => `\`${other}\``).join(', ')}.`,
        next: near
            ? `Did you mean \`${near}\`? Set the input \`configuration\` to one of these names.`
            : 'Set the input `configuration` to one of these names, or add it to the file.',
    });
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./lib/server/connection/channel-stream.js

/** Written in pieces of this size, and never more than this ahead of what the operating system took. */
const PIECE = 128 * 1024;
/**
 * A duplex stream over an SSH channel that behaves as a socket does: `destroy` closes the channel, `close`
 * follows, and a write is called back once the operating system can take more. ssh2's own channel hands up
 * to 2 MiB at once to the socket, behind which keepalives would wait on a slow line, and never calls back
 * writes to a channel that the other side has closed; here such writes are discarded.
 *
 * When the link is lost, the stream is destroyed with the loss. Errors reach whoever listens; nobody has to.
 */
function channelStream(channel, { socket, closed: lost }) {
    let closed = false;
    let release = () => { };
    const send = (data, done) => {
        const rest = data.subarray(PIECE);
        const next = () => {
            if (closed || rest.length === 0)
                done();
            else
                send(rest, done);
        };
        channel.write(data.subarray(0, PIECE), () => {
            if (socket.writableLength > PIECE)
                socket.once('drain', next);
            else
                next();
        });
    };
    const stream = new external_node_stream_.Duplex({
        read: () => {
            channel.resume();
        },
        write: (chunk, _encoding, done) => {
            release = once(done);
            if (closed)
                setImmediate(release);
            else
                send(chunk, release);
        },
        final: (done) => {
            channel.end();
            done();
        },
        destroy: (error, done) => {
            closed = true;
            lost.removeEventListener('abort', lose);
            channel.close();
            channel.resume();
            done(error);
        },
    });
    const lose = () => {
        stream.destroy(lost.reason);
    };
    stream.on('error', () => { });
    lost.addEventListener('abort', lose, { once: true });
    channel.on('data', (chunk) => {
        if (!stream.destroyed && !stream.push(chunk))
            channel.pause();
    });
    channel.on('end', () => {
        if (!stream.destroyed)
            stream.push(null);
    });
    channel.on('close', () => {
        closed = true;
        release();
        if (stream.readableEnded)
            stream.destroy();
        else
            stream.once('end', () => stream.destroy());
    });
    channel.on('error', (error) => stream.destroy(error));
    return stream;
}
function once(action) {
    let called = false;
    return () => {
        if (called)
            return;
        called = true;
        action();
    };
}

;// CONCATENATED MODULE: ./lib/server/connection/dial.js


/**
 * Opens one TCP connection, with Nagle's delay off (it costs tens of milliseconds a round trip). The socket
 * is paused, so that nothing the server says early is lost.
 */
async function dial(host, port, timeoutMs, signal) {
    signal?.throwIfAborted();
    // An address gets 2 s before the next one is tried: Node's default of 250 ms is less than a far round trip.
    const socket = (0,external_node_net_.connect)({ host, port, noDelay: true, autoSelectFamilyAttemptTimeout: 2000 });
    const { promise, resolve, reject } = Promise.withResolvers();
    const timer = setTimeout(() => reject(timedOut(host, port)), timeoutMs);
    const abort = () => reject(signal?.reason);
    const fail = (error) => reject(unreachable(host, port, error));
    signal?.addEventListener('abort', abort, { once: true });
    socket.once('connect', resolve).once('error', fail);
    try {
        await promise;
        socket.pause();
        return socket;
    }
    catch (error) {
        socket.on('error', () => { });
        socket.destroy();
        throw error;
    }
    finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        socket.off('error', fail);
    }
}
function timedOut(host, port, cause) {
    return new report_failure/* Failure */.H({
        what: `${host} does not answer on port ${port}`,
        where: `${host}:${port}`,
        why: 'No TCP connection came about in time. The server may be down, or a firewall drops the packets of this machine.',
        next: 'Check `hostname` and `port`, and that the server’s firewall lets this machine reach its SSH port.',
    }, { cause });
}
function unreachable(host, port, error) {
    const details = (what, why, next) => new report_failure/* Failure */.H({ what, where: `${host}:${port}`, why, next }, { cause: error });
    switch (error.code) {
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
        case 'EAI_NODATA':
            return details(`The name ${host} does not resolve`, error.code === 'EAI_AGAIN'
                ? 'The name server did not answer.'
                : 'The name server knows no address for it.', 'Check `hostname`, and that its DNS record exists.');
        case 'ECONNREFUSED':
            return details(`${host} refuses connections on port ${port}`, 'The server is up, but nothing listens on that port, or a firewall rejects it.', 'Check `port`, and that sshd runs on the server: `systemctl status ssh`.');
        case 'ETIMEDOUT':
            return timedOut(host, port, error);
        case 'EHOSTUNREACH':
        case 'ENETUNREACH':
        case 'EADDRNOTAVAIL':
            return details(`There is no route to ${host}`, `The network says so (${error.code}). Hosted runners have no IPv6, and no way into private networks.`, 'Check `hostname`; give the server a public IPv4 address, or run the job on a machine that reaches it.');
        default:
            return details(`No TCP connection to ${host} on port ${port}`, `${error.message || error.code || error.name}.`, 'Check `hostname` and `port`.');
    }
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./lib/server/connection/exec-channel.js



/** Makes a {@link Channel} of a channel on which a command was just started. */
function execChannel(channel, link, options) {
    const stream = channelStream(channel, link);
    const { promise: done, resolve, reject } = Promise.withResolvers();
    done.catch(() => { });
    const close = () => {
        channel.signal('TERM');
        stream.destroy();
        channel.stderr.resume();
    };
    const abort = () => {
        reject(options.signal?.reason);
        close();
    };
    const lose = () => reject(link.closed.reason);
    link.closed.addEventListener('abort', lose, { once: true });
    options.signal?.addEventListener('abort', abort, { once: true });
    let exit;
    channel.on('exit', (code, signal) => {
        exit = { code, ...(signal !== undefined && { signal }) };
    });
    channel.on('close', async () => {
        await Promise.allSettled([(0,external_node_stream_promises_.finished)(stream, { writable: false }), (0,external_node_stream_promises_.finished)(channel.stderr)]);
        link.closed.removeEventListener('abort', lose);
        options.signal?.removeEventListener('abort', abort);
        if (exit !== undefined)
            resolve(exit);
        else
            reject(new report_failure/* Failure */.H({ what: 'A command on the server ended without a status', where: link.where }));
    });
    if (options.stdin !== true)
        stream.end();
    if (options.signal?.aborted)
        abort();
    return { stdin: stream, stdout: stream, stderr: channel.stderr, done, close };
}

;// CONCATENATED MODULE: ./lib/server/connection/handshake-failure.js

/** Turns what ssh2 reports of a failed handshake into a failure that says which hop failed and what to do. */
function handshakeFailure(error, known) {
    const { host, port, greeting, banner } = known;
    const output = banner.trim() === '' ? undefined : banner.trim().split(/\r?\n/);
    const failure = (what, why, next) => new report_failure/* Failure */.H({ what, where: `${known.username}@${host}:${port}`, why, output, next }, { cause: error });
    if (error.level === 'client-authentication')
        return refusedKey(known, failure);
    if (greeting !== '' && !/^SSH-/m.test(greeting)) {
        const line = greeting
            .split(/\r?\n/)[0]
            ?.replace(/[^\x20-\x7e]/g, '.')
            .slice(0, 200);
        if (/MaxStartups|Not allowed at this time/.test(greeting))
            return busy(known, failure, line);
        return failure(`What listens on port ${port} of ${host} is not an SSH server`, `It begins with “${line}”.`, 'Check `port`: it is the port of sshd, usually 22.');
    }
    if (greeting === '' && error.level !== 'client-timeout')
        return busy(known, failure, undefined);
    if (error.level === 'client-timeout') {
        return greeting === ''
            ? failure(`${host} accepts connections on port ${port} but says nothing`, 'No SSH greeting came. The port may belong to another program, or the server is overloaded.', 'Check `port`, and whether the server has memory and processor time left.')
            : failure(`The SSH handshake with ${host} did not finish in time`, 'The server began it and then fell silent.', 'Check whether the server is overloaded; try again.');
    }
    if (/no matching/.test(error.message)) {
        return failure(`No common algorithm with the SSH server of ${host}`, `${error.message}.`, 'Update the server’s OpenSSH, or allow one of the usual algorithms in its sshd_config.');
    }
    return failure(`The SSH handshake with ${host} failed`, error.message === 'No response from server' ? 'The server broke it off.' : `${error.message}.`, 'Try again; `journalctl -u ssh` on the server says more.');
}
function busy({ host }, failure, line) {
    return failure(`${host} closed the connection before the SSH handshake`, line === undefined
        ? 'It sent nothing: sshd has too many unfinished logins at once (MaxStartups), or it or fail2ban blocks this address.'
        : `It said “${line}”.`, 'Try again in a minute; see `journalctl -u ssh` and `fail2ban-client status sshd` on the server.');
}
function refusedKey(known, failure) {
    const { host, username, privateKey, methods, partial } = known;
    if (partial) {
        return failure(`${host} wants more than a key from ${username}`, `The key was accepted, then the server asked for ${methods?.join(' or ') ?? 'another factor'}.`, `Let ${username} log in by key alone (AuthenticationMethods in sshd_config).`);
    }
    if (methods !== undefined && !methods.includes('publickey')) {
        return failure(`${host} does not let ${username} log in by key`, `The server offers only ${methods.join(', ') || 'nothing'}.`, 'Set `PubkeyAuthentication yes` in /etc/ssh/sshd_config on the server (`PermitRootLogin prohibit-password` for root) and reload sshd.');
    }
    const home = username === 'root' ? '/root' : `~${username}`;
    const root = username === 'root' ? ' For root, also check that PermitRootLogin is not `no`.' : '';
    return failure(`${host} refuses the key for ${username}`, `The server does not accept the key ${privateKey.fingerprint} for this user.`, `Add this line to ${home}/.ssh/authorized_keys on the server; the file and its folder must belong to ${username} and be writable for nobody else.${root} The line:\n${privateKey.publicLine}`);
}

;// CONCATENATED MODULE: ./lib/server/connection/handshake.js

/**
 * Speaks SSH over an open socket until the user is logged in: key exchange (2 round trips after TCP's own), the
 * request for authentication (1), the question whether the key would do (1) and the signature (1). An attempt
 * without any key, which ssh2 makes by default, would cost one more.
 */
async function shakeHands(ssh, socket, policy, options, signal) {
    const { username, privateKey } = options;
    let hostKey;
    let refused;
    let greeting = '';
    let banner = '';
    let methods;
    let partial = false;
    let tried = false;
    const verify = (key) => {
        const judgement = policy.judge(key);
        if (judgement.accepted)
            hostKey = judgement.hostKey;
        else
            refused = judgement.failure;
        return judgement.accepted;
    };
    const authenticate = (left, more, next) => {
        if (!tried) {
            tried = true;
            next({ type: 'publickey', username, key: privateKey.parsed });
        }
        else {
            methods = left ?? [];
            partial = more === true;
            next(false); // ssh2's way to stop, unknown to its types
        }
    };
    const listen = (data) => {
        greeting += data.toString('latin1');
        if (greeting.includes('\n') || greeting.length > 1000)
            socket.off('data', listen);
    };
    socket.on('data', listen);
    const abort = () => {
        socket.destroy(signal?.reason);
    };
    signal?.addEventListener('abort', abort, { once: true });
    try {
        signal?.throwIfAborted();
        const connected = ssh.connect({
            sock: socket,
            username,
            authHandler: authenticate,
            hostVerifier: verify,
            algorithms: { serverHostKey: [...policy.algorithms] },
            readyTimeout: options.handshakeTimeoutMs ?? 20_000,
            keepaliveInterval: options.keepaliveMs,
            keepaliveCountMax: Number.MAX_SAFE_INTEGER, // see silence.ts
            strictVendor: false,
        });
        const client = ssh.connection;
        // node-ssh takes its own listener away once connected; without one a dropped link ends the process.
        client?.on('error', () => { });
        client?.on('banner', (text) => {
            banner += text;
        });
        await connected;
        if (client === null || hostKey === undefined)
            throw new Error('Not connected');
        return { client, hostKey };
    }
    catch (error) {
        socket.destroy();
        if (signal?.aborted)
            throw signal.reason;
        throw refused ?? handshakeFailure(error, { ...options, greeting, banner, methods, partial });
    }
    finally {
        socket.off('data', listen);
        signal?.removeEventListener('abort', abort);
    }
}

// EXTERNAL MODULE: ./lib/server/connection/host-key.js
var host_key = __webpack_require__(5938);
;// CONCATENATED MODULE: ./lib/server/connection/link.js

/** Whether an error is the server's refusal to open a channel. */
function isChannelRefused(error) {
    return error instanceof Error && error.name === 'ChannelRefused';
}
/**
 * Has ssh2 open a channel and wraps it at once: a short command can have ended before any promise settles.
 * Rejects with the loss when the link is lost meanwhile, with {@link ChannelRefused} when the server refuses.
 */
function openChannel({ client, closed, where }, start, wrap) {
    const { promise, resolve, reject } = Promise.withResolvers();
    const lose = () => reject(closed.reason);
    closed.addEventListener('abort', lose, { once: true });
    promise.finally(() => closed.removeEventListener('abort', lose)).catch(() => { });
    try {
        closed.throwIfAborted();
        start(client, (error, channel) => {
            if (error)
                reject(refusal(error, where));
            else
                resolve(wrap(channel));
        });
    }
    catch (error) {
        reject(closed.aborted ? error : refusal(error, where));
    }
    return promise;
}
function refusal(error, where) {
    const { reason } = error;
    if (typeof reason !== 'number') {
        return new report_failure/* Failure */.H({ what: 'The server did not take a request', where, why: `${error.message}.` }, { cause: error });
    }
    const said = error.message.replace(/^\(SSH\) Channel open failure: ?/, '');
    const meaning = reasons[reason] ?? `reason ${reason}`;
    const message = `The server refused to open a channel: ${said === '' ? meaning : `${meaning} (${said})`}`;
    return Object.assign(new Error(message, { cause: error }), { name: 'ChannelRefused', reason });
}
const reasons = {
    1: 'it is forbidden',
    2: 'the other end cannot be reached',
    3: 'it does not know this kind of channel',
    4: 'it is out of resources',
};

;// CONCATENATED MODULE: ./lib/server/connection/silence.js
/** How many keepalives in a row may stay without any sign of life. */
const PATIENCE = 3;
/**
 * Tells when nothing at all has come from the server for one interval more than {@link PATIENCE}, given that
 * it is sent a keepalive every interval. ssh2's own count heeds only answers to keepalives: on a slow line
 * these wait behind megabytes of upload, and it would give up a link that works.
 */
function watchSilence(socket, everyMs, tell) {
    let silent = 0;
    const timer = setInterval(() => {
        silent += 1;
        if (silent > PATIENCE) {
            clearInterval(timer);
            tell();
        }
    }, everyMs);
    timer.unref();
    socket.on('data', () => {
        silent = 0;
    });
    socket.once('close', () => clearInterval(timer));
}

;// CONCATENATED MODULE: ./lib/server/connection/connection.js









/** Connects to a server over SSH: one TCP connection, one key, no other attempt. */
async function connect(options, signal) {
    const { host, port, username } = options;
    const where = `${username}@${host}:${port}`;
    const policy = (0,host_key/* hostKeyPolicy */.A)(options.pins, host, port);
    // The library loads while TCP is under way; nothing else of a run needs it.
    const [socket, { NodeSSH }] = await Promise.all([
        dial(host, port, options.tcpTimeoutMs ?? 10_000, signal),
        Promise.all(/* import() */[__webpack_require__.e(472), __webpack_require__.e(487)]).then(__webpack_require__.bind(__webpack_require__, 9487)),
    ]);
    const keepaliveMs = options.keepaliveMs ?? 5_000;
    const { client, hostKey } = await shakeHands(new NodeSSH(), socket, policy, { ...options, keepaliveMs }, signal);
    const over = new AbortController();
    (0,external_node_events_.setMaxListeners)(0, over.signal);
    socket.setMaxListeners(0);
    const lose = (why, cause) => over.abort(lost(where, why, cause));
    client.on('error', (error) => lose(`${error.message}.`, error));
    client.on('end', () => lose('The server closed it.'));
    client.on('close', () => lose('It was cut.'));
    if (socket.destroyed)
        lose('It was cut.');
    watchSilence(socket, keepaliveMs, () => {
        lose('Nothing came from it any more, no answer to keepalives either: it or the network is down.');
        socket.destroy();
    });
    const link = { where, client, socket, closed: over.signal };
    const end = async () => {
        if (over.signal.aborted)
            return;
        over.abort(new report_failure/* Failure */.H({ what: 'The connection was closed', where }));
        const finished = Promise.withResolvers();
        socket.once('finish', finished.resolve).once('close', finished.resolve);
        const giveUp = setTimeout(() => socket.destroy(), 2000);
        client.once('close', () => clearTimeout(giveUp));
        client.end();
        await finished.promise;
        clearTimeout(giveUp);
        // Waiting for the server's goodbye would cost a round trip.
        socket.destroy();
    };
    return {
        where,
        hostKey,
        closed: over.signal,
        exec: async (command, execOptions = {}) => {
            execOptions.signal?.throwIfAborted();
            return openChannel(link, (ssh, done) => ssh.exec(command, done), (channel) => execChannel(channel, link, execOptions));
        },
        openUnixSocket: (path) => openChannel(link, (ssh, done) => ssh.openssh_forwardOutStreamLocal(path, done), (channel) => channelStream(channel, link)),
        openTcp: (toHost, toPort) => openChannel(link, (ssh, done) => ssh.forwardOut('127.0.0.1', 0, toHost, toPort, done), (channel) => channelStream(channel, link)),
        end,
        [Symbol.asyncDispose]: end,
    };
}
function lost(where, why, cause) {
    return new report_failure/* Failure */.H({
        what: 'The connection to the server was lost',
        where,
        why,
        next: 'Run the job again: it picks up where this one stopped.',
    }, { cause });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/server/connection/known-hosts.js
var known_hosts = __webpack_require__(7585);
;// CONCATENATED MODULE: ./lib/server/connection/openssh-key.js
/** An ed25519 private key in OpenSSH's own file format, the only one in which SSH programs read this type. */
function openSshEd25519(key) {
    const { d, x } = key.export({ format: 'jwk' });
    if (d === undefined || x === undefined)
        throw new TypeError('Not an ed25519 private key');
    const seed = Buffer.from(d, 'base64url');
    const point = Buffer.from(x, 'base64url');
    const type = sshString('ssh-ed25519');
    const secret = Buffer.concat([
        Buffer.alloc(8), // two equal check numbers, which tell a right passphrase from a wrong one
        type,
        sshString(point),
        sshString(Buffer.concat([seed, point])),
        sshString(''), // comment
    ]);
    const padding = Uint8Array.from({ length: (8 - (secret.length % 8)) % 8 }, (_, index) => index + 1);
    const file = Buffer.concat([
        Buffer.from('openssh-key-v1\0'),
        sshString('none'), // cipher
        sshString('none'), // key derivation
        sshString(''), // its options
        Buffer.from([0, 0, 0, 1]), // number of keys
        sshString(Buffer.concat([type, sshString(point)])),
        sshString(Buffer.concat([secret, padding])),
    ]);
    const body = file.toString('base64').match(/.{1,70}/g) ?? [];
    return ['-----BEGIN OPENSSH PRIVATE KEY-----', ...body, '-----END OPENSSH PRIVATE KEY-----', ''].join('\n');
}
function sshString(value) {
    const data = Buffer.from(value);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, data]);
}

;// CONCATENATED MODULE: ./lib/server/connection/pem.js
/**
 * Finds the first private key block in a text whose line ends were lost or changed on the way through a
 * clipboard, a web form or JSON, and restores them; undefined when there is none.
 */
function normalisePem(text) {
    const plain = text.replace(/\\r/g, '').replace(/\\n/g, '\n').replace(/\r/g, '\n');
    const begin = /-----BEGIN ((?:[A-Z0-9]+ )*PRIVATE KEY)-----/.exec(plain);
    const label = begin?.[1];
    if (begin === null || label === undefined)
        return undefined;
    const after = plain.slice(begin.index + begin[0].length);
    const end = after.indexOf(`-----END ${label}-----`);
    const complete = end >= 0;
    const content = complete ? after.slice(0, end) : after;
    const headers = [];
    const body = content
        .replace(/(Proc-Type):\s*(4,\s*ENCRYPTED)|(DEK-Info):\s*([A-Za-z0-9-]+,[0-9A-Fa-f]+)/g, (_, a, b, c, d) => {
        headers.push(`${a ?? c}: ${b ?? d}`);
        return '';
    })
        .replace(/\s+/g, '');
    const lines = [
        `-----BEGIN ${label}-----`,
        ...(headers.length > 0 ? [...headers, ''] : []),
        ...(body.match(/.{1,64}/g) ?? []),
        `-----END ${label}-----`,
    ];
    return { label, text: `${lines.join('\n')}\n`, complete };
}

;// CONCATENATED MODULE: ./lib/server/connection/private-key.js





const what = 'The SSH private key cannot be used';
const fix = 'Set `ssh-private-key` to the whole content of the private key file, both marker lines included.';
/**
 * Reads a private key as people paste it: with CRLF line ends, without the last newline, indented, all on one
 * line, or with literal `\n`. Takes OpenSSH, PEM (PKCS#1, SEC1) and PKCS#8, encrypted or not. What it throws
 * never contains any of the key or of the passphrase.
 */
async function readPrivateKey(text, passphrase) {
    if (text.trim() === '') {
        throw new report_failure/* Failure */.H({
            what: 'The SSH private key is empty',
            where: 'input ssh-private-key',
            why: 'The input has no value; a repository secret that does not exist also gives an empty one.',
            next: fix,
        });
    }
    const pem = normalisePem(text);
    if (pem === undefined)
        throw notAKey(text);
    if (!pem.complete) {
        throw failure('It is incomplete: its END line is missing.', fix);
    }
    const parsed = await parse(pem, passphrase === '' ? undefined : passphrase);
    const blob = parsed.getPublicSSH();
    return {
        parsed,
        publicLine: `${parsed.type} ${blob.toString('base64')}`,
        fingerprint: (0,known_hosts/* fingerprint */.Rj)(blob),
    };
}
async function parse(pem, passphrase) {
    const { default: ssh2 } = await __webpack_require__.e(/* import() */ 472).then(__webpack_require__.t.bind(__webpack_require__, 5472, 19));
    const converted = pem.label.endsWith('PRIVATE KEY') && isPkcs8(pem.label);
    const text = converted ? convertPkcs8(pem, passphrase) : pem.text;
    const parsed = ssh2.utils.parseKey(text, passphrase);
    if (parsed instanceof Error)
        throw private_key_unreadable(parsed, pem.label, passphrase !== undefined);
    if (!parsed.isPrivateKey())
        throw notAKey(pem.text);
    if (parsed.type === 'ssh-dss') {
        throw failure('It is a DSA key, which OpenSSH no longer accepts.', 'Make a new key: `ssh-keygen -t ed25519`.');
    }
    return parsed;
}
function isPkcs8(label) {
    return label === 'PRIVATE KEY' || label === 'ENCRYPTED PRIVATE KEY';
}
/** PKCS#8, which ssh2 does not read, as the format that it does read for the same kind of key. */
function convertPkcs8(pem, passphrase) {
    if (pem.label === 'ENCRYPTED PRIVATE KEY' && passphrase === undefined)
        throw needsPassphrase();
    let key;
    try {
        key = (0,external_node_crypto_.createPrivateKey)({ key: pem.text, format: 'pem', ...(passphrase && { passphrase }) });
    }
    catch {
        throw pem.label === 'ENCRYPTED PRIVATE KEY' ? wrongPassphrase() : damaged();
    }
    switch (key.asymmetricKeyType) {
        case 'rsa':
            return key.export({ type: 'pkcs1', format: 'pem' }).toString();
        case 'ec':
            return key.export({ type: 'sec1', format: 'pem' }).toString();
        case 'ed25519':
            return openSshEd25519(key);
        default:
            throw failure(`It holds a key of type ${key.asymmetricKeyType}, which SSH does not use.`, 'Make a new key: `ssh-keygen -t ed25519`.');
    }
}
function private_key_unreadable(error, label, hasPassphrase) {
    if (/no passphrase given/i.test(error.message))
        return needsPassphrase();
    if (/passphrase\?|unable to authenticate data|bad decrypt/i.test(error.message))
        return wrongPassphrase();
    const type = /Unsupported OpenSSH private key type: (\S+)/.exec(error.message)?.[1];
    if (type?.startsWith('sk-')) {
        return failure('It is the handle of a hardware security key, which cannot sign without the device.', 'Make a key for deployments: `ssh-keygen -t ed25519`.');
    }
    if (type !== undefined || /unsupported|not supported/i.test(error.message)) {
        return failure(`Its format is not supported (${label}).`, 'Make a new key: `ssh-keygen -t ed25519`.');
    }
    return damaged(hasPassphrase ? ' (or the passphrase is wrong)' : '');
}
function notAKey(text) {
    const trimmed = text.trim();
    if (/^PuTTY-User-Key-File-/.test(trimmed)) {
        return failure('It is in PuTTY’s own format (.ppk).', 'Convert it: `puttygen key.ppk -O private-openssh -o key`, or in PuTTYgen “Conversions”, “Export OpenSSH key”.');
    }
    if (/-cert-v01@openssh\.com /.test(trimmed) || /BEGIN (X509 )?CERTIFICATE/.test(trimmed)) {
        return failure('It is a certificate, not a private key.', fix);
    }
    if (/^(ssh-|ecdsa-|sk-)\S+ AAAA/.test(trimmed) || /BEGIN .*PUBLIC KEY/.test(trimmed)) {
        return failure('It is the public half of a key.', 'Set `ssh-private-key` to the content of the file without “.pub”; the public half belongs into `authorized_keys` on the server.');
    }
    return failure('It is not a private key: there is no line `-----BEGIN … PRIVATE KEY-----` in it.', fix);
}
function needsPassphrase() {
    return failure('It is encrypted and no passphrase was given.', 'Set `ssh-private-key-passphrase`, or use a key without a passphrase.');
}
function wrongPassphrase() {
    return new report_failure/* Failure */.H({
        what,
        where: 'input ssh-private-key-passphrase',
        why: 'The passphrase does not decrypt it.',
        next: 'Try it on your machine: `ssh-keygen -y -f KEYFILE` asks for the passphrase.',
    });
}
function damaged(aside = '') {
    return failure(`It is damaged or incomplete${aside}: its content does not add up.`, fix);
}
function failure(why, next) {
    return new report_failure/* Failure */.H({ what, where: 'input ssh-private-key', why, next });
}

// EXTERNAL MODULE: ./lib/server/engine/facts.js
var engine_facts = __webpack_require__(4053);
// EXTERNAL MODULE: ./lib/stack/layout.js
var layout = __webpack_require__(9604);
// EXTERNAL MODULE: ./lib/templates.js
var templates = __webpack_require__(4400);
// EXTERNAL MODULE: ./lib/server/connection/shell-quote.js
var shell_quote = __webpack_require__(6371);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./lib/server/connection/script-run.js


const STDERR_KEPT = 256 * 1024;
/** Sees a script through to its end; `line` is what its shell waits for, if it does (see `shell-script.ts`). */
async function runScript(shell, line, options) {
    const stdout = [];
    let stderr = '';
    const stdoutLines = lineReader((line) => options.onLine?.(line, 'stdout'));
    const stderrLines = lineReader((line) => options.onLine?.(line, 'stderr'));
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    shell.stdout.on('data', (chunk) => {
        if (options.onStdout)
            options.onStdout(chunk);
        else
            stdout.push(chunk);
        if (options.onLine)
            stdoutLines.take(chunk);
    });
    shell.stderr.on('data', (chunk) => {
        stderr = (stderr + decoder.write(chunk)).slice(-STDERR_KEPT);
        if (options.onLine)
            stderrLines.take(chunk);
    });
    if (line !== undefined)
        shell.stdin.write(line);
    const fed = feed(shell, options.stdin);
    try {
        const exit = await Promise.race([shell.done, fed.failed]);
        stdoutLines.end();
        stderrLines.end();
        return { code: codeOf(exit, stderr, options.title), stdout: Buffer.concat(stdout), stderr };
    }
    finally {
        fed.stop();
    }
}
/** Sends the script's stdin. It does not end when the script has none: that is how SIGTERM can still be sent. */
function feed(shell, stdin) {
    const { promise: failed, reject } = Promise.withResolvers();
    failed.catch(() => { });
    if (stdin === undefined)
        return { failed, stop: () => { } };
    if (Buffer.isBuffer(stdin)) {
        shell.stdin.end(stdin);
        return { failed, stop: () => { } };
    }
    let stopped = false;
    stdin.on('error', (error) => {
        if (stopped)
            return;
        shell.close();
        reject(error);
    });
    stdin.pipe(shell.stdin);
    const stop = () => {
        stopped = true;
        stdin.unpipe();
        stdin.destroy();
    };
    return { failed, stop };
}
function codeOf(exit, stderr, title = 'A script on the server') {
    if (exit.code !== null)
        return exit.code;
    throw new report_failure/* Failure */.H({
        what: `${title} was ended by ${exit.signal ?? 'a signal'}`,
        why: exit.signal === 'SIGKILL' ? 'The server may have run out of memory.' : undefined,
        output: stderr.trimEnd().split('\n').slice(-40),
    });
}
function lineReader(tell) {
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    let rest = '';
    return {
        take: (chunk) => {
            const lines = (rest + decoder.write(chunk)).split('\n');
            rest = lines.pop() ?? '';
            for (const line of lines)
                tell(line.replace(/\r$/, ''));
        },
        end: () => {
            if (rest !== '')
                tell(rest);
            rest = '';
        },
    };
}

;// CONCATENATED MODULE: ./lib/server/connection/shell-script.js

/** What a waiting shell runs: it reads one line, undoes the escapes in it, and evaluates what comes out. */
const bootstrap = 'IFS= read -r line && eval "$(printf %b "$line")"';
/** The command of a shell that waits on its stdin for the {@link scriptLine} of a script. */
function waitingShell(wrap = []) {
    return `exec ${(0,shell_quote/* commandLine */.a)([...wrap, 'sh', '-c', bootstrap, 'jetee'])}`;
}
/**
 * The command that runs a script at once; undefined when it would be too long for one. The script travels as
 * base64, which every login shell leaves alone.
 */
function immediateShell(script, wrap = []) {
    const text = Buffer.from(`exec </dev/null\n${script}`).toString('base64');
    if (text.length > 65_536)
        return undefined;
    const decode = 'eval "$(printf %s "$1" | base64 -d)"';
    return `exec ${(0,shell_quote/* commandLine */.a)([...wrap, 'sh', '-c', decode, 'jetee', text])}`;
}
/**
 * A script with its arguments as the one line that a {@link waitingShell} reads. `read` and `printf %b` are
 * built into the shell and take nothing of what follows on stdin (busybox's `head -c` would), at about 1 ms a
 * KiB. Arguments become plain shell variables, set before the script; being data of that line, they show in
 * no list of processes.
 */
function scriptLine(script, args, withStdin) {
    const assignments = Object.entries(args).map(([name, value]) => {
        if (!/^[A-Za-z_][A-Za-z_0-9]*$/.test(name))
            throw new TypeError(`“${name}” cannot name a shell variable`);
        return `${name}=${(0,shell_quote/* quote */.h)(value)}`;
    });
    if (script.includes('\0'))
        throw new TypeError('A shell script cannot contain a NUL character');
    const text = [...(withStdin ? [] : ['exec </dev/null']), ...assignments, script].join('\n');
    return `${text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}\n`;
}

;// CONCATENATED MODULE: ./lib/server/connection/spare-shells.js



/** Keeps `spare` shells open ahead of need and never more than `limit` at once; who comes later queues. */
function spareShells(connection, wrap, spare, limit) {
    const command = waitingShell(wrap);
    const idle = [];
    const queue = [];
    let allowed = limit;
    let count = 0;
    let deaths = 0;
    let closed = false;
    const open = (what) => {
        count += 1;
        const entry = {
            opening: connection.exec(what, { stdin: true }),
            waits: what === command,
            ready: false,
        };
        const gone = () => {
            count -= 1;
            if (remove(idle, entry))
                deaths += 1;
            queue.shift()?.();
        };
        const ended = () => {
            gone();
            refill();
        };
        entry.opening.then((channel) => {
            entry.ready = true;
            channel.done.then(ended, ended);
        }, gone);
        return entry;
    };
    // Shells that die one after the other while they wait are not replaced until a script wants one.
    const refill = () => {
        if (closed || connection.closed.aborted || deaths > 3)
            return;
        while (queue.length === 0 && idle.length < spare && count < allowed)
            idle.push(open(command));
    };
    const take = (immediate) => {
        const ready = idle.find((entry) => entry.ready);
        if (ready !== undefined) {
            remove(idle, ready);
            deaths = 0;
            return ready;
        }
        if (immediate !== undefined && count < allowed)
            return open(immediate);
        return idle.shift() ?? (count < allowed ? open(command) : undefined);
    };
    const wait = async (signal) => {
        const { promise, resolve } = Promise.withResolvers();
        queue.push(resolve);
        AbortSignal.any([signal, connection.closed]).addEventListener('abort', () => resolve(), { once: true });
        await promise;
        remove(queue, resolve);
        connection.closed.throwIfAborted();
    };
    const acquire = async (immediate, signal) => {
        for (;;) {
            signal.throwIfAborted();
            const entry = take(immediate);
            refill();
            if (entry === undefined) {
                await wait(signal);
                continue;
            }
            try {
                return { channel: await entry.opening, waits: entry.waits };
            }
            catch (error) {
                // Others may hold all sessions that this server allows: then it is a matter of waiting for one.
                if (!isChannelRefused(error))
                    throw error;
                if (count === 0)
                    throw noSession(connection.where, error);
                allowed = Math.max(1, Math.min(allowed, count));
            }
        }
    };
    const close = () => {
        closed = true;
        for (const { opening } of idle.splice(0))
            opening.then((channel) => channel.close()).catch(() => { });
    };
    refill();
    return { acquire, close };
}
function remove(list, item) {
    const index = list.indexOf(item);
    if (index >= 0)
        list.splice(index, 1);
    return index >= 0;
}
function noSession(where, cause) {
    return new report_failure/* Failure */.H({
        what: 'The server lets no command run',
        where,
        why: `${cause.message}.`,
        next: 'Check MaxSessions in sshd_config on the server, and the options before the key in authorized_keys.',
    }, { cause });
}

;// CONCATENATED MODULE: ./lib/server/connection/warm-shell.js




/** Opens a pool of waiting shells on a connection; the first ones open in the background. */
function openShellPool(connection, options) {
    const { wrap, spare, limit = 6 } = options;
    const shells = spareShells(connection, wrap, spare, limit);
    const run = async (script, args = {}, runOptions = {}) => {
        const hasStdin = runOptions.stdin !== undefined;
        const line = scriptLine(script, args, hasStdin);
        const isPlain = !hasStdin && Object.keys(args).length === 0;
        const immediate = isPlain ? immediateShell(script, wrap) : undefined;
        const deadlineMs = runOptions.deadlineMs ?? 600_000;
        const deadline = new AbortController();
        const expire = () => deadline.abort(tooLong(connection.where, runOptions.title, deadlineMs));
        const timer = setTimeout(expire, deadlineMs);
        const signal = AbortSignal.any([deadline.signal, ...(runOptions.signal ? [runOptions.signal] : [])]);
        const aborted = Promise.withResolvers();
        signal.addEventListener('abort', () => aborted.reject(signal.reason), { once: true });
        const result = shells.acquire(immediate, signal).then(({ channel, waits }) => {
            signal.addEventListener('abort', () => channel.close(), { once: true });
            if (signal.aborted)
                channel.close();
            return runScript(channel, waits ? line : undefined, runOptions);
        });
        return Promise.race([result, aborted.promise]).finally(() => clearTimeout(timer));
    };
    return { run, close: shells.close, [Symbol.asyncDispose]: async () => shells.close() };
}
function tooLong(where, title, deadlineMs) {
    return new report_failure/* Failure */.H({
        what: `${title ?? 'A script on the server'} took too long`,
        where,
        why: `It had not ended after ${Math.round(deadlineMs / 1000)} s, so it was told to stop.`,
    });
}

// EXTERNAL MODULE: ./lib/server/engine/client.js
var client = __webpack_require__(6747);
;// CONCATENATED MODULE: ./lib/server/engine/open.js




/** At most this many streams at once: without forwarding each takes one of the ten sessions that sshd allows. */
const maxStreams = 3;
/**
 * Opens the server's Docker engine over the connection: its socket forwarded, or, where the login may not open it or
 * sshd forbids forwarding, by `docker system dial-stdio` behind the words of `wrap`.
 */
const openEngine = (connection, wrap) => {
    const forward = () => connection.openUnixSocket('/var/run/docker.sock');
    // The first streams open while the lock is being taken. A server without Docker refuses them, for the time being.
    const early = Array.from({ length: maxStreams }, () => forward().catch(() => undefined));
    let forwards = true;
    return (0,client/* engineClient */.a)(async () => {
        const opened = await early.shift();
        if (opened)
            return opened;
        if (forwards) {
            try {
                return await forward();
            }
            catch (error) {
                if (!isChannelRefused(error))
                    throw error;
                forwards = false;
            }
        }
        const channel = await connection.exec((0,shell_quote/* commandLine */.a)([...wrap, 'docker', 'system', 'dial-stdio']), {
            stdin: true,
        });
        channel.stderr.resume();
        channel.done.catch(() => { });
        return external_node_stream_.Duplex.from({ readable: channel.stdout, writable: channel.stdin });
    }, maxStreams);
};

// EXTERNAL MODULE: ./lib/stack/subnet.js
var subnet = __webpack_require__(6671);
;// CONCATENATED MODULE: ./lib/server/facts.js


/** Reads the lines that `facts.sh` prints. */
const parseFacts = (text) => {
    const lines = text.split('\n').map((line) => {
        const space = line.indexOf(' ');
        return space < 0 ? { word: line, rest: '' } : { word: line.slice(0, space), rest: line.slice(space + 1) };
    });
    const all = (word) => lines.filter((line) => line.word === word).map(({ rest }) => rest);
    const first = (word) => all(word)[0];
    const has = (word) => first(word) !== undefined;
    const marks = new Map(all('marks').map((rest) => splitNumber(rest)));
    const records = new Map(all('release').map((rest) => splitNumber(rest)));
    const owners = new Map(all('site_owner').map((rest) => splitWord(rest)));
    const [freeKiB = '0', totalKiB = '0', path = '/'] = (first('disk') ?? '').split(' ');
    const daemonJson = first('daemon_json');
    const current = Number.parseInt(first('current') ?? '', 10);
    return {
        user: (first('user') ?? '').split(' ')[0] ?? '',
        isRoot: (first('user') ?? '').split(' ')[1] === '0',
        os: (first('os') ?? 'unknown').trim(),
        hasApt: has('apt'),
        hasDocker: has('docker'),
        isDockerHalfway: has('docker_halfway'),
        hasBuildKit: has('buildkit'),
        daemonJson: daemonJson === undefined ? undefined : Buffer.from(daemonJson, 'base64').toString(),
        hasIpv6: has('ipv6'),
        disk: { freeKiB: Number(freeKiB), totalKiB: Number(totalKiB), path },
        routes: all('route').flatMap((rest) => parseRoute(rest)),
        port80: first('port80'),
        nginxConfHash: first('nginx_conf'),
        sites: all('site').map((rest) => parseSite(rest, owners)),
        owner: parseJson(first('owner')),
        key: first('key'),
        sequence: Number(first('sequence') ?? 0),
        passwords: Object.fromEntries(all('password').map((rest) => rest.split(' ', 2))),
        current: Number.isNaN(current) ? undefined : current,
        releases: [...marks].map(([number, text]) => ({
            number,
            good: text.split(' ').includes('good'),
            active: text.split(' ').includes('active'),
            record: parseJson(records.get(number)),
        })),
    };
};
const splitWord = (rest) => {
    const [word = '', ...words] = rest.split(' ');
    return [word, words.join(' ')];
};
const splitNumber = (rest) => {
    const [word, text] = splitWord(rest);
    return [Number(word), text];
};
/** Files of ours are written in one step, so that one that cannot be read was damaged by somebody else. */
const parseJson = (text) => {
    if (text === undefined)
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new report_failure/* Failure */.H({
            what: 'A file of the deployer on the server is damaged',
            why: `It should hold a line of JSON and holds: ${text.slice(0, 200)}`,
            next: 'Look into /var/lib/jetee/projects on the server and restore the file from a backup.',
        }, { cause });
    }
};
/** The kernel prints addresses in the host's byte order, which is little-endian wherever Docker runs. */
const parseRoute = (rest) => {
    const [destination = '', mask = ''] = rest
        .split(' ')
        .map((hex) => Buffer.from(hex, 'hex').reverse())
        .map((bytes) => [...bytes].join('.'));
    const prefix = mask
        .split('.')
        .map((byte) => Number(byte).toString(2).replaceAll('0', '').length)
        .reduce((sum, bits) => sum + bits, 0);
    const range = (0,subnet/* parseRange */.RC)(`${destination}/${prefix}`);
    return range ? [range] : [];
};
const parseSite = (rest, owners) => {
    const [project = '', hash = '', ...words] = rest.split(' ');
    const meta = parseJson(words.join(' ') || undefined);
    return {
        project,
        hash,
        serverNames: meta?.serverNames ?? [],
        owner: parseJson(owners.get(project)),
    };
};

// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
;// CONCATENATED MODULE: ./lib/server/lock.js






/** Milliseconds between two heartbeats. */
const beat = 5000;
/** Takes a project's lock and reads the facts in the same breath. */
const takeLock = async (connection, request) => {
    const variables = {
        ROOT: layout/* root */.zr,
        PROJECT: request.project,
        TOKEN: request.token,
        HOLDER: request.holder,
        WAIT: String(request.waitSeconds),
        HELPER_IMAGE: request.helperImage,
    };
    const script = [
        ...Object.entries(variables).map(([name, value]) => `${name}=${(0,shell_quote/* quote */.h)(value)}`),
        ...['strays', 'lock', 'facts', 'heartbeat'].map((name) => (0,templates/* readScript */.U)(name)),
    ].join('\n');
    const { signal } = request;
    const channel = await connection.exec((0,shell_quote/* commandLine */.a)([...request.wrap, 'sh', '-c', script]), { stdin: true });
    channel.done.catch(() => { });
    const errors = (0,consumers_.text)(channel.stderr).catch(() => '');
    const heartbeat = setInterval(() => channel.stdin.write('.'), beat);
    const facts = [];
    let denied;
    let holder;
    let ready = false;
    const lines = (0,external_node_readline_.createInterface)({ input: channel.stdout });
    // The end of the channel says what happened.
    lines.on('error', () => { });
    lines.on('line', (line) => {
        if (line.startsWith('waiting ')) {
            if (line !== holder)
                request.onWaiting(line.slice('waiting '.length) || 'another run');
            holder = line;
        }
        else if (line.startsWith('denied '))
            denied = line.slice('denied '.length);
        else
            facts.push(line);
    });
    try {
        signal.throwIfAborted();
        await new Promise((resolve, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason), { once: true });
            lines.on('line', (line) => line === 'ready' && resolve());
            channel.done.then(async ({ code }) => reject(lock_refusal(connection, code, denied, await errors, request)), reject);
        });
        ready = true;
    }
    finally {
        if (!ready) {
            clearInterval(heartbeat);
            channel.close();
        }
    }
    const lost = new AbortController();
    let released = false;
    const ended = channel.done.then(() => undefined, (error) => error);
    void ended.then((error) => {
        clearInterval(heartbeat);
        if (released)
            return;
        lost.abort(error instanceof report_failure/* Failure */.H
            ? error
            : new report_failure/* Failure */.H({
                what: 'The lock on the server was lost',
                where: connection.where,
                why: 'The process that holds it ended.',
                next: 'Run the job again: it picks up where this one stopped.',
            }));
    });
    return {
        facts: facts.join('\n'),
        lost: lost.signal,
        release() {
            released = true;
            clearInterval(heartbeat);
            channel.stdin.end();
        },
    };
};
const lock_refusal = ({ where }, code, denied, errors, { project, waitSeconds }) => {
    if (denied !== undefined) {
        return new report_failure/* Failure */.H({
            what: 'The login may not write the deployer’s folder on the server',
            where: `${where}, ${layout/* root */.zr}`,
            why: denied === 'nobody'
                ? `The folder does not exist, and the login is neither root, nor may it use sudo without a password, nor Docker.${errors && `\n${errors.trim()}`}`
                : `It belongs to ${denied}, and the login may not become root by sudo without a password.`,
            stands: 'Nothing on the server was changed.',
            next: 'Log in as root, as a user with `sudo` without a password (a line `NAME ALL=(ALL) NOPASSWD: ALL` in a file of /etc/sudoers.d), or as a member of the group docker; and always as the same one.',
        });
    }
    if (code === 75) {
        return new report_failure/* Failure */.H({
            what: `Another run still holds the lock of ${project}`,
            where,
            why: `It did not end within ${waitSeconds} s.`,
            next: 'Wait for it, or cancel it, and run this one again.',
        });
    }
    return new report_failure/* Failure */.H({
        what: 'The server could not be read',
        where,
        why: `The first script ended with status ${code}.`,
        output: errors.trim().split('\n'),
        next: 'The server needs a Linux with the usual tools (GNU or BusyBox, flock).',
    });
};

;// CONCATENATED MODULE: ./lib/server/session.js









/** Status of a script that found that another run holds the lock. */
const lockTaken = 76;
/** Takes the project's lock and reads the facts; the connection stays the caller's. */
const openSession = async (connection, request) => {
    const token = (0,external_node_crypto_.randomUUID)();
    const wrap = ['sh', '-c', become, 'sh', `JETEE_TOKEN=${token}`];
    // The shells open while the lock is being taken.
    const pool = openShellPool(connection, { spare: 2, limit: 5, wrap });
    const engine = openEngine(connection, wrap);
    let lock;
    try {
        lock = await takeLock(connection, { ...request, token, wrap });
    }
    catch (error) {
        pool.close();
        engine.close();
        throw error;
    }
    const lost = AbortSignal.any([connection.closed, lock.lost]);
    return {
        where: connection.where,
        project: request.project,
        facts: parseFacts(lock.facts),
        engine,
        lost,
        async run(scripts, { args, words = [], ...options }) {
            lost.throwIfAborted();
            const script = [
                `set -- ${(0,shell_quote/* commandLine */.a)(words)}`,
                (0,templates/* readScript */.U)('prelude'),
                ...scripts.map((name) => (0,templates/* readScript */.U)(name)),
            ].join('\n');
            const result = await pool.run(script, { ROOT: layout/* root */.zr, PROJECT: request.project, TOKEN: token, ...args }, { ...options, signal: AbortSignal.any([lost, ...(options.signal ? [options.signal] : [])]) });
            if (result.code === lockTaken) {
                throw new report_failure/* Failure */.H({
                    what: 'Another run took over',
                    where: connection.where,
                    why: result.stderr.trim(),
                });
            }
            return result;
        },
        async [Symbol.asyncDispose]() {
            engine.close();
            pool.close();
            lock.release();
        },
    };
};
/**
 * Becomes root where the login may: directly, or by sudo without a password. Any other login goes on as it is, which
 * is enough for a member of the group docker.
 */
const become = 'if [ "$(id -u)" = 0 ]; then exec env "$@"; elif sudo -n true 2>/dev/null; then exec sudo -n env "$@"; else exec env "$@"; fi';

// EXTERNAL MODULE: ./lib/stack/front.js
var front = __webpack_require__(775);
;// CONCATENATED MODULE: ./lib/commands/target.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});









/** Reads what an invocation is for, without touching the server. */
const readTarget = async (invocation) => {
    const { text, file } = await readDeploymentFile(invocation.workspace, invocation.configFile);
    return {
        configuration: selectConfiguration(loadDeployment(text, file), invocation.configuration, invocation),
        file,
        privateKey: await readPrivateKey(invocation.privateKey, invocation.passphrase),
    };
};
/** Connects to a target's server, takes the project's lock there and reads the facts. */
const openTarget = async ({ configuration, privateKey }, invocation, { progress, signal }, waitSeconds) => {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const opening = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const connection = opening.use(await connect({
            host: configuration.hostname,
            port: configuration.port,
            username: configuration.username,
            privateKey,
            pins: invocation.pins,
        }, signal));
        if (connection.hostKey.notice)
            progress.note(connection.hostKey.notice);
        const session = opening.use(await openSession(connection, {
            project: configuration.projectName,
            holder: invocation.runUrl || invocation.actor,
            waitSeconds,
            helperImage: front/* nginxImage */.yU,
            onWaiting: (holder) => progress.note(`Waiting for the lock of ${configuration.projectName}, held by ${holder}`),
            signal,
        }));
        const facts = { host: session.facts, engine: await engineFacts(session) };
        const opened = opening.move();
        return { session, facts, [Symbol.asyncDispose]: () => opened.disposeAsync() };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
};
/** What the engine knows, where there is one; a half-installed one need not answer. */
const engineFacts = async ({ engine, facts, where }) => {
    if (!facts.hasDocker)
        return engine_facts/* noEngine */.qq;
    try {
        return await (0,engine_facts/* readEngineFacts */._R)(engine);
    }
    catch (cause) {
        if (facts.isDockerHalfway)
            return engine_facts/* noEngine */.qq;
        throw new report_failure/* Failure */.H({
            what: 'The Docker engine on the server does not answer',
            where,
            why: cause instanceof Error ? cause.message : String(cause),
            stands: 'Nothing on the server was changed.',
            next: 'On the server, `systemctl status docker` tells how it is, and `systemctl start docker` starts it.',
        }, { cause });
    }
};


/***/ }),

/***/ 9164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ makePlan),
/* harmony export */   _S: () => (/* binding */ tidySteps),
/* harmony export */   ry: () => (/* binding */ withLiveRestore)
/* harmony export */ });
/* harmony import */ var _server_engine_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4053);
/* harmony import */ var _stack_front_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(775);
/* harmony import */ var _stack_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9604);
/* harmony import */ var _stack_subnet_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6671);




/** The steps that bring a server from what it is to what it should be; empty when there is nothing to do. */
const makePlan = (desired, facts, scope) => [
    ...tidySteps(desired.project, facts),
    ...(scope.services || scope.site ? folderSteps(desired, facts) : []),
    ...(scope.services ? serviceSteps(desired, facts) : []),
    ...(scope.site ? siteSteps(desired, facts) : []),
    ...(scope.release ? releaseSteps(desired, facts) : []),
];
const containerOf = ({ engine }, name) => engine.containers.find((container) => container.name === name);
/** Releases that an interrupted run left half-way, before or behind the switch. */
const tidySteps = (project, facts) => {
    const { current, releases } = facts.host;
    const half = releases.filter(({ number, good }) => !good && number !== current);
    const live = releases.find(({ number }) => number === current);
    const old = facts.engine.containers.filter((container) => container.labels[_stack_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .labels */ .WD.project] === project &&
        container.labels[_stack_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .labels */ .WD.service] === 'primary' &&
        (current === undefined || container.name !== (0,_stack_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseContainer */ .Lt)(project, current)));
    const reasons = [
        ...half.map(({ number }) => `release ${number} never went live`),
        ...(live && !live.good ? [`release ${live.number} went live without being settled`] : []),
        ...(half.length === 0 && old.length > 0
            ? [`${old.map(({ name }) => name).join(', ')} should be gone`]
            : []),
    ];
    if (reasons.length === 0)
        return [];
    return [
        {
            id: 'tidy',
            title: 'Tidy up after an interrupted run',
            reason: reasons.join('; '),
            after: [],
            action: { kind: 'tidy', live: live?.record ? live.number : undefined },
        },
    ];
};
const folderSteps = (desired, { host }) => {
    const missing = desired.services.filter(({ name }) => host.passwords[name] === undefined);
    if (host.owner && host.key && missing.length === 0)
        return [];
    return [
        {
            id: 'folders',
            title: 'Make the project’s folders',
            reason: host.owner
                ? `no password yet for ${missing.map(({ name }) => name).join(', ')}`
                : 'the project is new',
            after: ['tidy'],
            action: { kind: 'folders', owner: desired.owner },
        },
    ];
};
const serviceSteps = (desired, facts) => [
    ...dockerSteps(facts),
    ...networkSteps(desired, facts),
    ...nginxSteps(desired, facts),
    ...desired.services.flatMap((service) => serviceStep(service, facts)),
];
const dockerSteps = ({ host, engine }) => {
    const daemonJson = engine.swarm ? undefined : withLiveRestore(host.daemonJson);
    const interrupted = host.isDockerHalfway && host.isRoot;
    const installs = !host.hasDocker || interrupted || !host.hasBuildKit;
    // Only root may write Docker's settings; a member of the group docker takes the engine as it is.
    const sets = daemonJson !== undefined && (host.isRoot || !host.hasDocker) && !engine.liveRestore;
    if (!installs && !sets)
        return [];
    return [
        {
            id: 'docker',
            title: host.hasDocker ? 'Set up Docker' : 'Install Docker',
            reason: !host.hasDocker
                ? 'the server has no Docker'
                : interrupted
                    ? 'its installation was interrupted'
                    : installs
                        ? 'Docker has no BuildKit'
                        : 'containers should live on while the engine restarts',
            after: [],
            action: { kind: 'docker', daemonJson },
        },
    ];
};
/** Docker's settings with `live-restore` on, or undefined when they have it or say otherwise. */
const withLiveRestore = (daemonJson) => {
    const settings = JSON.parse(daemonJson?.trim() || '{}');
    if (settings['live-restore'] !== undefined)
        return undefined;
    return JSON.stringify({ ...settings, 'live-restore': true }, undefined, 2);
};
const networkSteps = ({ project }, { host, engine }) => {
    if (engine.networks.some(({ name }) => name === (0,_stack_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .networkName */ .uv)(project)))
        return [];
    const subnets = engine.networks.flatMap((network) => network.subnets);
    return [
        {
            id: 'network',
            title: 'Create the project’s network',
            reason: 'it has none',
            after: ['docker'],
            action: {
                kind: 'network',
                taken: [...host.routes, ...subnets.flatMap((text) => (0,_stack_subnet_js__WEBPACK_IMPORTED_MODULE_3__/* .parseRange */ .RC)(text) ?? [])],
            },
        },
    ];
};
const nginxSteps = ({ front }, facts) => {
    const container = containerOf(facts, _stack_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .nginxContainer */ .K$);
    const reason = !container
        ? 'the server has none'
        : container.labels[_stack_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .labels */ .WD.spec] !== front.spec.Labels[_stack_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .labels */ .WD.spec]
            ? 'its specification has changed'
            : facts.host.nginxConfHash !== (0,_stack_front_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)(front.conf)
                ? 'its configuration has changed'
                : (0,_server_engine_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .nginxRuns */ .zF)(facts.engine)
                    ? undefined
                    : 'it does not run';
    if (reason === undefined)
        return [];
    return [
        {
            id: 'nginx',
            title: container ? 'Renew nginx' : 'Start nginx',
            reason,
            after: ['docker', 'folders'],
            action: { kind: 'nginx', front, exists: container !== undefined },
        },
    ];
};
const serviceStep = (service, facts) => {
    const container = containerOf(facts, service.containerName);
    const same = container?.labels[_stack_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .labels */ .WD.spec] === service.spec.Labels[_stack_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .labels */ .WD.spec];
    if (container?.running && same)
        return [];
    const common = { id: `service ${service.name}`, after: ['docker', 'folders', 'network'] };
    if (container && same) {
        return [
            {
                ...common,
                title: `Start ${service.name}`,
                reason: 'it does not run',
                action: { kind: 'start-service', service },
            },
        ];
    }
    return [
        {
            ...common,
            title: `${container ? 'Renew' : 'Create'} ${service.name}`,
            reason: container ? 'its specification has changed' : 'the project has none',
            action: { kind: 'service', service, exists: container !== undefined },
        },
    ];
};
const siteSteps = ({ project, site }, { host }) => {
    const now = host.sites.find((other) => other.project === project);
    if (!site || now?.hash === site.hash)
        return [];
    return [
        {
            id: 'site',
            title: 'Set up the site',
            reason: now ? 'its configuration has changed' : 'nginx does not know it',
            after: ['folders', 'nginx'],
            action: { kind: 'site', site },
        },
    ];
};
const releaseSteps = ({ project, release, services }, facts) => {
    const { current, releases, sequence } = facts.host;
    const live = releases.find(({ number }) => number === current);
    const container = current === undefined ? undefined : containerOf(facts, (0,_stack_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseContainer */ .Lt)(project, current));
    const reason = !live?.record
        ? 'the project has no release yet'
        : live.record.spec !== release.hash
            ? `release ${live.number} is made of something else`
            : container?.running
                ? undefined
                : `the container of release ${live.number} does not run`;
    if (reason === undefined)
        return [];
    const number = Math.max(sequence, ...releases.map((other) => other.number)) + 1;
    const step = (id, title, after, kind) => ({
        id,
        title,
        reason,
        after,
        action: { kind, release, number },
    });
    return [
        step('image', `Build release ${number}`, ['tidy', 'docker', 'folders'], 'image'),
        step('start', `Start release ${number}`, ['image', 'nginx', 'network', ...services.map(({ name }) => `service ${name}`)], 'start'),
        step('switch', `Switch to release ${number}`, ['start', 'site'], 'switch'),
    ];
};


/***/ }),

/***/ 3988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fk: () => (/* binding */ stillServes),
/* harmony export */   ZL: () => (/* binding */ keptReleases),
/* harmony export */   kk: () => (/* binding */ auditLine)
/* harmony export */ });
/** Number of good releases whose images and specifications are kept. */
const keptReleases = 5;
/** A line of the server's append-only log: who, what, which commit, outcome. */
const auditLine = ({ configuration, source, actor, runUrl }, release, outcome) => JSON.stringify({
    time: new Date().toISOString(),
    project: configuration.projectName,
    configuration: configuration.name,
    release,
    commit: source?.commit,
    actor,
    run: runUrl,
    outcome,
});
/** What a person is told of the visitors when a release fails before the switch. */
const stillServes = (current) => current === undefined
    ? 'There was no release before this one, so the site does not answer yet. The services run.'
    : `Release ${current} still serves the site; nothing about it was changed.`;


/***/ }),

/***/ 3785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ clearRun),
/* harmony export */   U0: () => (/* binding */ switchRelease),
/* harmony export */   gN: () => (/* binding */ tidyUp)
/* harmony export */ });
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7340);
/* harmony import */ var _server_scripts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6435);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3988);



/** Milliseconds that handing over may take: old helpers and requests get their time to end. */
const handOver = 1_800_000;
/**
 * Sends the visitors to a healthy release, hands the helpers over to it and retires the one before. Whoever cancels
 * meanwhile gets the new release, whole: there is no point in between at which to stop.
 */
const switchRelease = async (context, release, number) => {
    const { session, progress } = context;
    const helpers = [];
    let back;
    const output = await (0,_server_scripts_js__WEBPACK_IMPORTED_MODULE_1__/* .runStepScript */ .V)(session, {
        scripts: ['settle', 'switch'],
        title: `Switching to release ${number}`,
        progress,
        deadlineMs: handOver,
        args: settleArgs(context, number, 'live'),
        onMark(mark, rest) {
            if (mark === 'back')
                back = Number(rest);
            if (mark === 'helper' && back === undefined)
                helpers.push(rest);
        },
        failure: () => back === undefined
            ? {
                stands: `Visitors reach release ${number} or the one before it, each of them whole.`,
                next: 'Run the job again: it completes the release that is live.',
            }
            : {
                ...ailing(number, helpers),
                stands: `Release ${back} ${release.hasWeb ? 'serves the site' : 'runs'} again, with its own helpers.`,
            },
    });
    if (helpers.length > 0) {
        throw new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
            ...ailing(number, helpers),
            output: output.slice(-40),
            stands: `Release ${number} is live, as there is none to go back to; supervisor goes on trying to start its helpers.`,
        });
    }
};
/** What is told of a release's helpers that supervisor could not start, from the lines of its status. */
const ailing = (number, helpers) => ({
    what: `Not all helper processes of release ${number} run`,
    where: helpers.map((line) => line.split(/\s+/)[0]).join(', '),
    why: `supervisor says: ${helpers.map((line) => line.replaceAll(/\s+/g, ' ')).join('; ')}. The container’s log is below.`,
    next: 'Correct the cause that the log shows, push, and run again.',
});
/** Clears what an interrupted run left: candidates go, and the release that is live is settled, in one go as well. */
const tidyUp = async (context, live) => {
    const { session, progress } = context;
    await (0,_server_scripts_js__WEBPACK_IMPORTED_MODULE_1__/* .runStepScript */ .V)(session, {
        scripts: ['settle', 'tidy'],
        title: 'Tidying up',
        progress,
        deadlineMs: handOver,
        args: settleArgs(context, live, 'tidied'),
    });
};
/**
 * Ends what still works on the server for this run, whose steps have ended, and removes its candidate, unless that is
 * live by now.
 */
const clearRun = async (context, number, outcome) => {
    const title = 'Removing the candidate';
    const { code, stderr } = await context.session.run(['strays', 'clear'], {
        title,
        args: {
            RELEASE: number === undefined ? '' : String(number),
            AUDIT: (0,_release_js__WEBPACK_IMPORTED_MODULE_2__/* .auditLine */ .kk)(context, number, outcome),
        },
    });
    if (code !== 0)
        throw new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ what: `${title} failed`, why: stderr.trim() });
};
const settleArgs = (context, release, outcome) => ({
    RELEASE: release === undefined ? '' : String(release),
    KEEP: String(_release_js__WEBPACK_IMPORTED_MODULE_2__/* .keptReleases */ .ZL),
    AUDIT: (0,_release_js__WEBPACK_IMPORTED_MODULE_2__/* .auditLine */ .kk)(context, release, outcome),
});


/***/ }),

/***/ 6371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ commandLine),
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
/** Quotes a word for a POSIX shell, whatever it contains; refuses NUL, which no shell word can hold. */
function quote(word) {
    if (word.includes('\0'))
        throw new TypeError('A shell word cannot contain a NUL character');
    if (/^[A-Za-z0-9_@%+=:,./-]+$/.test(word) && !/^[A-Za-z_][A-Za-z_0-9]*=/.test(word))
        return word;
    return `'${word.replaceAll("'", "'\\''")}'`;
}
/** Joins words into one command line that a POSIX shell splits into exactly these words again. */
function commandLine(words) {
    return words.map(quote).join(' ');
}


/***/ }),

/***/ 6747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ EngineError),
/* harmony export */   a: () => (/* binding */ engineClient)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8321);


/** An answer of the engine with an error status, and its message. */
class EngineError extends Error {
    status;
    constructor(status, message) {
        super(message);
        this.name = 'EngineError';
        this.status = status;
    }
}
/**
 * A client of the Engine API over streams that `open` gives, one for each request under way; they are kept for
 * further requests.
 */
const engineClient = (open, maxStreams) => {
    const agent = new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent({ keepAlive: true, maxSockets: maxStreams });
    agent.createConnection = (_options, callback) => {
        open().then((stream) => callback?.(null, asSocket(stream)), (error) => callback?.(error, undefined));
        return undefined;
    };
    const send = (call) => new Promise((resolve, reject) => {
        const body = call.body === undefined ? undefined : Buffer.from(JSON.stringify(call.body));
        const outgoing = (0,node_http__WEBPACK_IMPORTED_MODULE_0__.request)({
            agent,
            method: call.method,
            path: call.query ? `${call.path}?${new URLSearchParams(call.query)}` : call.path,
            headers: {
                host: 'docker',
                'content-length': body?.length ?? 0,
                ...(body && { 'content-type': 'application/json' }),
            },
            signal: AbortSignal.any([
                AbortSignal.timeout((call.deadlineSeconds ?? 120) * 1000),
                ...(call.signal ? [call.signal] : []),
            ]),
        }, resolve);
        outgoing.on('error', reject);
        outgoing.end(body);
    });
    const checked = async (call) => {
        const answer = await send(call);
        const status = answer.statusCode ?? 0;
        if (status >= 400) {
            const content = await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.text)(answer);
            throw new EngineError(status, messageOf(content));
        }
        return answer;
    };
    return {
        async call(call) {
            const content = await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.text)(await checked(call));
            return (content ? JSON.parse(content) : undefined);
        },
        async stream(call, onLine) {
            const answer = await checked(call);
            let rest = '';
            for await (const chunk of answer) {
                const lines = (rest + String(chunk)).split('\n');
                rest = lines.pop() ?? '';
                for (const line of lines)
                    if (line.trim())
                        onLine(JSON.parse(line));
            }
            if (rest.trim())
                onLine(JSON.parse(rest));
        },
        close: () => agent.destroy(),
    };
};
const messageOf = (content) => {
    try {
        return JSON.parse(content).message;
    }
    catch {
        return content;
    }
};
/** node:http calls these on what it takes for a TCP socket. */
const asSocket = (stream) => {
    const self = () => stream;
    return Object.assign(stream, {
        setKeepAlive: self,
        setNoDelay: self,
        setTimeout: self,
        ref: self,
        unref: self,
    });
};


/***/ }),

/***/ 4053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _R: () => (/* binding */ readEngineFacts),
/* harmony export */   qq: () => (/* binding */ noEngine),
/* harmony export */   zF: () => (/* binding */ nginxRuns)
/* harmony export */ });
/* harmony import */ var _stack_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);

/** The facts of a server without Docker. */
const noEngine = {
    version: '',
    swarm: false,
    liveRestore: false,
    containers: [],
    networks: [],
};
/** Reads the engine's facts, side by side. */
const readEngineFacts = async (engine) => {
    const [containers, networks, info] = await Promise.all([
        engine.call({
            method: 'GET',
            path: '/containers/json',
            query: { all: '1', filters: JSON.stringify({ label: [_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.service] }) },
        }),
        engine.call({ method: 'GET', path: '/networks' }),
        engine.call({ method: 'GET', path: '/info' }),
    ]);
    return {
        version: info.ServerVersion,
        swarm: (info.Swarm?.LocalNodeState ?? 'inactive') !== 'inactive',
        liveRestore: info.LiveRestoreEnabled,
        containers: containers.map((container) => ({
            id: container.Id,
            name: (container.Names[0] ?? '').replace(/^\//, ''),
            image: container.Image,
            running: container.State === 'running',
            labels: container.Labels,
            addresses: Object.fromEntries(Object.entries(container.NetworkSettings?.Networks ?? {}).map(([name, { IPAddress, IPAMConfig }]) => [
                name,
                // A stopped container keeps the address that it was created with.
                IPAMConfig?.IPv4Address || IPAddress || '',
            ])),
        })),
        networks: networks.map(({ Name, Labels, IPAM }) => ({
            name: Name,
            project: Labels?.[_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.project],
            subnets: (IPAM?.Config ?? []).flatMap(({ Subnet }) => (Subnet ? [Subnet] : [])),
        })),
    };
};
/** Whether the server's nginx runs. */
const nginxRuns = ({ containers }) => containers.some(({ name, running }) => name === _stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .nginxContainer */ .K$ && running);


/***/ }),

/***/ 6435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ runStepScript)
/* harmony export */ });
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7340);

/** Lines that are kept of a script's output, for the message when it fails. */
const keptLines = 200;
/**
 * Runs scripts on the server, shows what they print as progress, and throws a Failure with the last lines when they
 * fail. A line `@jetee step begin NAME` or `@jetee step end NAME` opens or ends a part of the step that is timed on its own.
 */
const runStepScript = async (session, step) => {
    const { scripts, title, progress, onMark, failure, ...run } = step;
    const output = [];
    const result = await session.run(scripts, {
        ...run,
        title,
        onLine(line) {
            const mark = /^@jetee (\w+)(?: (.*))?$/.exec(line);
            if (mark?.[1] === 'step') {
                const [event, ...name] = (mark[2] ?? '').split(' ');
                if (event === 'begin')
                    progress.beginPart(name.join(' '));
                else
                    progress.endPart(name.join(' '));
            }
            else if (mark?.[1]) {
                onMark?.(mark[1], mark[2] ?? '');
            }
            else {
                output.push(line);
                if (output.length > keptLines)
                    output.shift();
                progress.output(line);
            }
        },
    });
    if (result.code !== 0) {
        throw new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
            what: `${title} failed`,
            where: session.where,
            why: `A script on the server ended with status ${result.code}.`,
            output: output.slice(-40),
            ...failure?.(output, result.code),
        });
    }
    return output;
};


/***/ }),

/***/ 6031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ak: () => (/* binding */ specHash),
/* harmony export */   KY: () => (/* binding */ boundedLog),
/* harmony export */   dj: () => (/* binding */ canonicalJson),
/* harmony export */   qy: () => (/* binding */ withSpecLabel),
/* harmony export */   sl: () => (/* binding */ envList)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9604);


/** Bounds a container's log on the server to 3 files of 10 MB. */
const boundedLog = {
    Type: 'json-file',
    Config: { 'max-size': '10m', 'max-file': '3' },
};
/** Environment as the Engine API takes it. */
const envList = (env) => Object.entries(env).map(([name, value]) => `${name}=${value}`);
/** JSON with the keys of every object in order, so that equal values give equal text. */
const canonicalJson = (value) => JSON.stringify(value, (_, part) => part !== null && typeof part === 'object' && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
    : part);
/** The hash of a specification, as it stands in the label `jetee.spec`. */
const specHash = (specification) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(canonicalJson(specification)).digest('hex').slice(0, 32);
/** Adds the label with the specification's hash; `also` is hashed with it without being a part of it. */
const withSpecLabel = (spec, also = undefined) => ({
    ...spec,
    Labels: { ...spec.Labels, [_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.spec]: specHash([spec, also]) },
});


/***/ }),

/***/ 775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qb: () => (/* binding */ frontStack),
/* harmony export */   _X: () => (/* binding */ siteStack),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   yU: () => (/* binding */ nginxImage)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _templates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4400);
/* harmony import */ var _container_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6031);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9604);




/** Image of the server's nginx: the stable branch of November 2026. */
const nginxImage = 'nginx:1.30';
/** The server's nginx, on the host's network: it sees real client addresses and respects the host's firewall. */
const frontStack = (ipv6) => ({
    image: nginxImage,
    conf: (0,_templates_js__WEBPACK_IMPORTED_MODULE_1__/* .renderTemplate */ .X)('nginx.conf', { ipv6 }),
    spec: (0,_container_js__WEBPACK_IMPORTED_MODULE_2__/* .withSpecLabel */ .qy)({
        Image: nginxImage,
        Cmd: ['nginx', '-c', '/etc/jetee/nginx.conf', '-g', 'daemon off;'],
        Labels: { [_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.service]: 'nginx' },
        StopTimeout: 30,
        HostConfig: {
            NetworkMode: 'host',
            Binds: [`${_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .root */ .zr}/nginx:/etc/jetee:ro`, `${_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .www */ .gf}:${_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .www */ .gf}:ro`],
            RestartPolicy: { Name: 'always' },
            LogConfig: _container_js__WEBPACK_IMPORTED_MODULE_2__/* .boundedLog */ .KY,
        },
    }),
});
/** The site of a project; its first line says in JSON whose it is, for the next project that wants the same name. */
const siteStack = (project, serverNames, ipv6) => {
    const conf = (0,_templates_js__WEBPACK_IMPORTED_MODULE_1__/* .renderTemplate */ .X)('site.conf', {
        meta: JSON.stringify({ project, serverNames }),
        serverNames,
        www: `${_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .www */ .gf}/${project}`,
        ipv6,
    });
    return { serverNames, conf, hash: sha256(conf) };
};
/** SHA-256 of a text, in hexadecimal. */
const sha256 = (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');


/***/ }),

/***/ 9604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $u: () => (/* binding */ dataVolume),
/* harmony export */   K$: () => (/* binding */ nginxContainer),
/* harmony export */   Lt: () => (/* binding */ releaseContainer),
/* harmony export */   R1: () => (/* binding */ releaseImage),
/* harmony export */   WD: () => (/* binding */ labels),
/* harmony export */   gf: () => (/* binding */ www),
/* harmony export */   hh: () => (/* binding */ serviceContainer),
/* harmony export */   uv: () => (/* binding */ networkName),
/* harmony export */   zr: () => (/* binding */ root)
/* harmony export */ });
/** Names and places on the server. Everything that is ours lies under one folder and carries our labels. */
/** Folder of everything that is kept on the server. */
const root = '/var/lib/jetee';
/** Folder that nginx sees: sockets, static files and uploads of every project, and nothing else. */
const www = `${root}/www`;
/** The one nginx of the server. */
const nginxContainer = 'jetee-nginx';
/** Keys of the labels on what is created. */
const labels = {
    project: 'jetee.project',
    configuration: 'jetee.configuration',
    service: 'jetee.service',
    release: 'jetee.release',
    commit: 'jetee.commit',
    /** Hash of the specification: an equal hash means that there is nothing to do. */
    spec: 'jetee.spec',
};
/** The project's network. */
const networkName = (project) => `jetee-${project}`;
/** A secondary service's container, which is also its DNS name in the project. */
const serviceContainer = (project, service) => `${project}-${service}`;
/** The volume of a secondary service's data. */
const dataVolume = (project, service) => `${project}-${service}-data`;
/** The container of a release. */
const releaseContainer = (project, release) => `${project}-app-${release}`;
/** The image of a release. */
const releaseImage = (project, release) => `jetee/${project}:${release}`;


/***/ }),

/***/ 6671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Js: () => (/* binding */ chooseSubnet),
/* harmony export */   QP: () => (/* binding */ chooseAddress),
/* harmony export */   RC: () => (/* binding */ parseRange)
/* harmony export */ });
const format = (address) => [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');
const mask = (prefix) => (prefix === 0 ? 0 : (-1 << (32 - prefix)) >>> 0);
/** Reads `10.1.2.0/24`; undefined for anything else, such as an IPv6 range. */
const parseRange = (text) => {
    const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(text);
    if (!match)
        return undefined;
    const [a = 0, b = 0, c = 0, d = 0, prefix = 32] = match.slice(1).map(Number);
    return { address: (((a << 24) | (b << 16) | (c << 8) | d) & mask(prefix)) >>> 0, prefix };
};
const overlap = (a, b) => {
    const common = mask(Math.min(a.prefix, b.prefix));
    return ((a.address ^ b.address) & common) === 0;
};
/**
 * Chooses the first /24 of 10.213.0.0/16 and its successors that touches none of the taken ranges.
 * The default route (prefix 0) counts as free.
 */
const chooseSubnet = (taken) => {
    const real = taken.filter(({ prefix }) => prefix > 0);
    for (let index = 0; index < 43 * 256; index++) {
        const range = { address: ((10 << 24) | (213 << 16)) + index * 256, prefix: 24 };
        if (!real.some((other) => overlap(range, other)))
            return describe(range);
    }
    throw new Error('No free /24 between 10.213.0.0 and 10.255.255.255');
};
const describe = ({ address, prefix }) => ({
    subnet: `${format(address)}/${prefix}`,
    gateway: format(address + 1),
    dynamicRange: `${format(address + 128)}/25`,
});
/** Chooses the lowest address of a subnet's fixed half (.2 to .127) that is not taken. */
const chooseAddress = (subnet, taken) => {
    const range = parseRange(subnet);
    for (let host = 2; range && host < 128; host++) {
        const address = format(range.address + host);
        if (!taken.includes(address))
            return address;
    }
    throw new Error(`No free address among the first 127 of ${subnet}`);
};


/***/ }),

/***/ 4400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ readScript),
/* harmony export */   X: () => (/* binding */ renderTemplate)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var nunjucks__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8115);



/** The folder `templates/`, beside `src/` and `dist/` alike. */
const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(import.meta.dirname, '..', 'templates');
const environment = new nunjucks__WEBPACK_IMPORTED_MODULE_2__.Environment(new nunjucks__WEBPACK_IMPORTED_MODULE_2__.FileSystemLoader(folder), {
    autoescape: false,
    throwOnUndefined: true,
});
/** Renders a template; a value that is missing is an error. Values must be safe for the text's place already. */
const renderTemplate = (name, values) => environment.render(name, values);
/** Reads the text of one of `templates/scripts`. */
const readScript = (name) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'scripts', `${name}.sh`), 'utf8');


/***/ }),

/***/ 4842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ splitWords)
/* harmony export */ });
/**
 * Splits a line into words by the rules of a POSIX shell for quotes and backslashes; nothing in it is expanded, and no
 * character ends a command. Undefined when a quote is not closed, or nothing follows the last backslash.
 */
const splitWords = (line) => {
    const words = [];
    let rest = withoutSpace(line);
    while (rest !== '') {
        let word = '';
        while (rest !== '' && !space.test(rest)) {
            const part = /^(?:'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|([^ \t\r\n'"\\]+))/s.exec(rest);
            if (!part)
                return undefined;
            const [whole, single, double, escaped, plain] = part;
            // Between double quotes a backslash stands for itself, unless it takes the meaning from what follows.
            const unquoted = double?.replaceAll(/\\(["\\$`\n])/g, (_, next) => continued(next));
            word += single ?? unquoted ?? (escaped === undefined ? plain : continued(escaped));
            rest = rest.slice(whole.length);
        }
        words.push(word);
        rest = withoutSpace(rest);
    }
    return words;
};
/** What separates words; other kinds of space are letters to a shell. */
const space = /^[ \t\r\n]+/;
const withoutSpace = (text) => text.replace(space, '');
/** A backslash at a line's end joins it to the next one. */
const continued = (escaped) => (escaped === '\n' ? '' : escaped);


/***/ })

};
