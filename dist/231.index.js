export const id = 231;
export const ids = [231];
export const modules = {

/***/ 6231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/configuration/choose.js + 2 modules
var choose = __webpack_require__(2951);
// EXTERNAL MODULE: ./lib/commands/base-deployment.js
var base_deployment = __webpack_require__(5053);
// EXTERNAL MODULE: ./lib/configuration/redact.js
var redact = __webpack_require__(2997);
// EXTERNAL MODULE: ./lib/configuration/select.js
var configuration_select = __webpack_require__(2916);
// EXTERNAL MODULE: ./lib/configuration/json-schema.js
var json_schema = __webpack_require__(4872);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./lib/configuration/locate.js
var locate = __webpack_require__(3482);
// EXTERNAL MODULE: ./lib/configuration/problem.js
var problem = __webpack_require__(1425);
// EXTERNAL MODULE: ./lib/configuration/tree.js
var tree = __webpack_require__(7848);
;// CONCATENATED MODULE: ./lib/configuration/sources.js




/**
 * Tells of a path in a configuration where its value stands: `deployment.yml:12`, with the name of the configuration
 * that it stands in when it comes from another one, or `default` when the file has none.
 */
function sourcesIn({ deployment, source }, configuration) {
    const spans = spansOf(source.document.contents);
    return (path) => {
        const place = (0,locate/* locate */.x)(source, path);
        if (!place.present)
            return 'default';
        const { line } = source.lines.linePos(place.value);
        const owner = spans.find(({ start, end }) => start <= place.value && place.value < end)?.name;
        const from = owner === undefined || owner === configuration ? '' : ` (${(0,problem/* oneLine */.TN)(owner)})`;
        return `${deployment.file}:${line}${from}`;
    };
}
function spansOf(contents) {
    const configurations = (0,tree/* pairOf */.cF)(contents, 'configurations')?.value;
    if (!(0,dist/* isMap */.jh)(configurations))
        return [];
    return configurations.items.map((pair) => ({
        name: (0,tree/* nameOf */.Vb)(pair) ?? '',
        start: pair.key.range?.[0] ?? 0,
        end: pair.value?.range?.[2] ?? 0,
    }));
}

;// CONCATENATED MODULE: ./lib/configuration/settings.js


/** Every value of a configuration, in the order of the schema: those of the file, and the defaults of all other keys. */
function settingsOf(loaded, configuration) {
    const { properties = {} } = (0,json_schema/* deploymentJsonSchema */.f)();
    const schema = properties.configurations?.additionalProperties;
    if (typeof schema !== 'object')
        throw new TypeError('The schema has no mapping of configurations');
    const base = ['configurations', configuration.name];
    const sourceOf = sourcesIn(loaded, configuration.name);
    const setting = (path, value) => [
        { key: keyText(path), value, source: sourceOf([...base, ...path]) },
    ];
    const walk = (given, value, path) => {
        const written = isEntry(given, value) ? { [value]: null } : (value ?? {});
        const { properties, additionalProperties, items } = formOf(given, written);
        if (properties)
            return Object.entries(properties).flatMap(([key, part]) => {
                const own = written[key];
                const used = own === undefined ? (part.default ?? defaultOf(configuration, path, key)) : own;
                return used === undefined ? [] : walk(part, used, [...path, key]);
            });
        if (items &&
            Array.isArray(value) &&
            value.some((item) => typeof item === 'object' || isEntry(items, item)))
            return value.flatMap((item, index) => walk(items, item, [...path, index]));
        if (typeof additionalProperties === 'object' && Object.keys(written).length > 0)
            return Object.entries(written).flatMap(([key, part]) => walk(additionalProperties, part, [...path, key]));
        return setting(path, value);
    };
    const value = loaded.source.value.configurations[configuration.name];
    return walk(schema, value, []);
}
/** What a key without a fixed default is when it is left out: the settings as they are used know it by its own name. */
function defaultOf(configuration, path, key) {
    const name = key.replaceAll(/_([a-z])/g, (_, letter) => letter.toUpperCase());
    return path.length === 0 ? configuration[name] : undefined;
}
/** Whether a value is the short form of an entry, such as `redis` in a list of services. */
const isEntry = ({ anyOf = [] }, value) => typeof value === 'string' && anyOf.some(({ properties }) => properties && Object.hasOwn(properties, value));
/** Of the ways in which a value may be written, the one that it is written in. */
function formOf(schema, value) {
    const forms = schema.anyOf ?? schema.oneOf;
    if (!forms)
        return schema;
    const form = forms.find((candidate) => takes(candidate, value));
    return form ? formOf(form, value) : {};
}
/** Whether a value is of the kind that a schema describes; the value is known to be valid. */
function takes({ type, properties = {} }, value) {
    const kind = Array.isArray(value) ? 'array' : typeof value === 'object' ? 'object' : undefined;
    if (kind === undefined || type !== kind)
        return kind === undefined && type !== 'array' && type !== 'object';
    return Object.entries(properties).every(([key, { const: word, default: usual }]) => word === undefined || word === (value[key] ?? usual));
}
/** A path in the words of the file: `secondary_services[0].redis.version`. */
const keyText = (path) => path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');

;// CONCATENATED MODULE: ./lib/commands/check.js



/** The configurations of a check, resolved; the file itself is known to be valid. */
const check = (loaded, { names }, invocation) => names.map((name) => {
    const settings = settingsOf(loaded, (0,configuration_select/* selectConfiguration */.f)(loaded.deployment, name, invocation));
    return {
        name,
        parent: loaded.parents.get(name),
        settings: (0,redact/* redacted */.p)(settings, secretsFor(settings, invocation)),
    };
});
/** The secrets that the action was given, and those in the step's environment that the settings name. */
const secretsFor = (settings, { privateKey, passphrase, token, deployKeyToken, env }) => {
    const named = settings
        .filter(({ key }) => /secret|password/.test(key))
        .flatMap(({ value }) => (Array.isArray(value) ? value : [value]))
        .map((name) => env[String(name)]);
    return [privateKey, passphrase, token, deployKeyToken, ...named].filter((secret) => secret !== undefined);
};

// EXTERNAL MODULE: ./lib/commands/deploy.js + 3 modules
var deploy = __webpack_require__(6522);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./lib/github/deploy-keys.js
var deploy_keys = __webpack_require__(6745);
// EXTERNAL MODULE: ./lib/github/fetching.js
var fetching = __webpack_require__(5767);
// EXTERNAL MODULE: ./lib/report/failure.js
var failure = __webpack_require__(7340);
// EXTERNAL MODULE: ./lib/server/scripts.js
var scripts = __webpack_require__(6435);
// EXTERNAL MODULE: ./lib/source/way.js + 1 modules
var way = __webpack_require__(1019);
// EXTERNAL MODULE: ./lib/commands/prepare.js + 10 modules
var prepare = __webpack_require__(1881);
// EXTERNAL MODULE: ./lib/commands/server-keys.js
var server_keys = __webpack_require__(164);
// EXTERNAL MODULE: ./lib/commands/target.js + 1 modules
var commands_target = __webpack_require__(5730);
;// CONCATENATED MODULE: ./lib/commands/deploy-key.js









/**
 * Shows the key by which the server fetches the project's repository, or replaces it: the new one is added at GitHub
 * before the old one goes, on the server and then there.
 */
const deployKey = async ({ verb }, target, invocation, observer) => {
    const { configuration } = target;
    const { serverUrl } = invocation;
    const { signal } = observer;
    const repository = (0,way/* onGithub */.xb)({
        repository: configuration.project.repository,
        ownRepository: invocation.repository,
        serverUrl,
    });
    if (repository === undefined)
        throw new failure/* Failure */.H({
            what: 'There are deploy keys only for repositories on this GitHub',
            where: 'repository',
            why: `The project’s is ${configuration.project.repository}.`,
        });
    const keys = (0,server_keys/* serverKeys */.yl)(invocation, (0,prepare/* serverName */.L5)(configuration), signal);
    const page = (0,fetching/* keysPageOf */.rs)(repository, serverUrl);
    if (invocation.dryRun && verb === 'rotate')
        return {
            kind: 'done',
            changed: false,
            sentence: `Would replace the server’s deploy key for ${repository}`,
        };
    await using server = await (0,commands_target/* openTarget */.Ap)(target, invocation, observer, invocation.lockSeconds);
    const stdin = new external_node_stream_.PassThrough();
    let old = { publicKey: '', hasWorked: false };
    let next = '';
    const title = verb === 'show' ? 'Show the deploy key' : 'Replace the deploy key';
    const progress = observer.progress.begin(title, 'asked for');
    try {
        await (0,scripts/* runStepScript */.V)(server.session, {
            scripts: ['repository', 'deploy-key'],
            title,
            progress,
            signal,
            args: { NAME: (0,fetching/* folderOf */.yS)(repository), VERB: verb },
            stdin,
            onMark(mark, rest) {
                if (mark === 'key')
                    old = (0,server_keys/* readKey */.YZ)(rest);
                if (mark !== 'next')
                    return;
                next = rest;
                const admitted = keys?.admit(repository, { publicKey: next, hasWorked: false });
                void Promise.resolve(admitted).then((admission) => {
                    if (admission?.kind === 'refused')
                        stdin.destroy(new failure/* Failure */.H({
                            what: 'The new deploy key was refused',
                            where: page,
                            why: admission.why,
                            stands: 'The server has the key that it had.',
                        }));
                    else
                        stdin.end('use\n');
                });
            },
        });
        progress.end('done');
    }
    catch (error) {
        progress.end('failed');
        throw error;
    }
    const folder = (0,fetching/* folderOf */.yS)(repository);
    const gone = next === '' ? [] : [await (0,server_keys/* takeKeyAway */.l1)(keys, folder, old, serverUrl)];
    const added = keys
        ? `It is at ${repository} as “${(0,way/* keyTitle */.Gv)((0,prepare/* serverName */.L5)(configuration))}”`
        : `Add it at ${page}, without write access, if it is not there`;
    const state = verb === 'show' && keys
        ? await keys.has(repository, old.publicKey).then((isThere) => (isThere ? added : `It is not at ${repository} yet: the next deploy adds it`), (error) => `Whether it is at ${page} is not known, as ${(0,deploy_keys/* whyNot */.O)(repository, error)}`)
        : added;
    return {
        kind: 'done',
        changed: next !== '',
        sentence: verb === 'show'
            ? `The server’s deploy key for ${repository}`
            : `The server has another deploy key for ${repository}`,
        lines: [next || old.publicKey, state, ...gone],
    };
};

// EXTERNAL MODULE: ./lib/plan/remains.js
var plan_remains = __webpack_require__(7778);
// EXTERNAL MODULE: ./lib/commands/announce.js
var announce = __webpack_require__(2099);
// EXTERNAL MODULE: external "node:readline/promises"
var promises_ = __webpack_require__(6848);
;// CONCATENATED MODULE: ./lib/commands/confirm-destroy.js


const untouched = 'Nothing on the server was changed.';
/** Refuses a name that is not the project's: it is given to be sure which project is meant. */
const expectName = (given, project) => {
    if (given === project)
        return;
    throw new failure/* Failure */.H({
        what: `The project is not ${JSON.stringify(given)}`,
        why: `The configuration’s project is ${project}, and a removal wants its name to be sure.`,
        stands: untouched,
        next: `If ${project} is meant, write \`--confirm ${project}\`; if not, choose another configuration (\`-n\`).`,
    });
};
/** Has whoever sits before a terminal type the project's name; where nobody does, the line has to say it. */
const confirmDestroy = async ({ volumes }, project, lines, { console: { input, errors, isTerminal }, signal }) => {
    if (!isTerminal) {
        throw new failure/* Failure */.H({
            what: `The removal of ${project} is not confirmed`,
            why: lines.join('\n'),
            stands: untouched,
            next: `To remove it, write \`destroy${volumes ? ' --volumes' : ''} --confirm ${project}\`.`,
        });
    }
    errors.write(`${lines.join('\n')}\n`);
    const asking = (0,promises_.createInterface)({ input, output: errors, terminal: true, historySize: 0 });
    asking.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    const ended = Promise.withResolvers();
    asking.once('close', () => ended.resolve(''));
    try {
        const question = asking.question(`Type the project’s name to remove it (${project}): `, { signal });
        expectName((await Promise.race([question, ended.promise])).trim(), project);
    }
    catch (error) {
        signal.throwIfAborted();
        throw error;
    }
    finally {
        asking.close();
    }
};

// EXTERNAL MODULE: ./lib/commands/removal.js + 1 modules
var removal = __webpack_require__(2321);
;// CONCATENATED MODULE: ./lib/commands/destroy.js






/**
 * Removes the project from its server. The server is read first without the lock, so that nothing is touched before it
 * is sure what is meant.
 */
const destroy = async (command, target, invocation, observer) => {
    const { configuration } = target;
    const { volumes, confirm } = command;
    if (confirm !== undefined)
        expectName(confirm, configuration.projectName);
    const found = (facts, where) => {
        expectOwner(facts, target, invocation, where);
        const services = configuration.services.map(({ name }) => name);
        return (0,plan_remains/* remainsOf */.ZT)(configuration.projectName, services, facts);
    };
    const { facts, where } = await (0,commands_target/* readTarget */._E)(target, observer, async () => undefined);
    const remains = found(facts, where);
    if (!remains.isThere && !(volumes && remains.hasData))
        return nothingThere(remains, where);
    const going = (0,plan_remains/* goingLines */.eK)(remains, volumes).map((line) => `Goes: ${line}`);
    const staying = (0,plan_remains/* stayingLines */.rS)(remains, volumes).map((line) => `Stays: ${line}`);
    if (invocation.dryRun) {
        const sentence = `\`destroy\` would remove ${configuration.projectName} from ${where}; nothing was changed`;
        return { kind: 'done', sentence, lines: [...going, ...staying], changed: false };
    }
    if (confirm === undefined)
        await confirmDestroy(command, configuration.projectName, [...going, ...staying], observer);
    return remove(command, target, invocation, observer, found);
};
/** Removes the project under its lock, by what is there then. */
const remove = async ({ volumes }, target, invocation, observer, found) => {
    const { configuration } = target;
    observer.announce?.((0,announce/* removalNews */.g)('destroy', target));
    await using server = await (0,commands_target/* openTarget */.Ap)(target, invocation, observer, invocation.lockSeconds);
    const { where } = server.session;
    const remains = found(server.facts, where);
    const lines = await (0,removal/* removeProject */.o)(server, {
        configuration,
        remains,
        volumes,
        again: 'run `destroy` again: it goes on where this one stopped. `build all` brings the project back.',
    }, invocation, observer);
    return {
        kind: 'done',
        sentence: `Removed ${configuration.projectName} (${configuration.name}) from ${where}`,
        lines,
        changed: true,
    };
};
const nothingThere = ({ project, hasData }, where) => ({
    kind: 'done',
    sentence: `There is no project ${project} on ${where}: nothing was removed`,
    lines: hasData
        ? [`Its data is there, with the passwords that open it: \`destroy --volumes\` removes it`]
        : [],
    changed: false,
});
/** Refuses a project of somebody else, or of another configuration. */
const expectOwner = ({ host: { owner } }, { configuration }, { repository }, where) => {
    if (!owner || (owner.repository === repository && owner.configuration === configuration.name))
        return;
    throw new failure/* Failure */.H({
        what: `The project ${configuration.projectName} on the server is somebody else’s`,
        where,
        why: `It belongs to ${owner.repository}, configuration ${owner.configuration}; this is ${repository}, configuration ${configuration.name}.`,
        stands: 'Nothing on the server was changed.',
        next: 'It can be destroyed from there. If another project is meant, correct `project_name`.',
    });
};

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: ./lib/server/lock.js
var lock = __webpack_require__(4120);
// EXTERNAL MODULE: ./lib/server/look.js
var look = __webpack_require__(6524);
;// CONCATENATED MODULE: ./lib/logs/line.js
const newline = 10;
/** Characters of a time, as Docker writes it. */
const timeLength = 30;
/** Docker cuts what a process prints into pieces of this many bytes, and gives each a time of its own. */
const pieceBytes = 16_384;
/** Bytes that the name before a line may have had. */
const longestName = 100;
const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z $/;
/** Reads a line as `logs.sh` prints it; undefined for one that is none. */
const parseLine = (line) => {
    if (!timePattern.test(line.toString('latin1', 0, timeLength + 1)))
        return undefined;
    const releaseEnd = line.indexOf(' ', timeLength + 1);
    const nameEnd = line.indexOf(' ', releaseEnd + 1);
    if (releaseEnd < 0 || nameEnd < 0)
        return undefined;
    return {
        time: line.toString('latin1', 0, timeLength),
        release: Number(line.toString('latin1', timeLength + 1, releaseEnd)),
        name: line.toString('latin1', releaseEnd + 1, nameEnd),
        text: joinPieces(line.subarray(nameEnd + 1)),
    };
};
/**
 * A long line without the times that Docker's command puts before each piece of it. The first piece may have lost the
 * name that its process's line began with.
 */
const joinPieces = (text) => {
    const parts = [];
    let rest = text;
    for (;;) {
        const from = pieceBytes - (parts.length === 0 ? longestName : 0);
        const at = findTime(rest, from, pieceBytes);
        if (at === undefined)
            return Buffer.concat([...parts, rest]);
        parts.push(rest.subarray(0, at));
        rest = rest.subarray(at + timeLength + 1);
    }
};
const findTime = (text, from, to) => {
    for (let at = from; at <= to && at < text.length; at++)
        if (text[at + timeLength] === 32 && timePattern.test(text.toString('latin1', at, at + timeLength + 1)))
            return at;
    return undefined;
};
/** Gives the lines of a stream, without their ends; what stands behind the last end is a line too. */
async function* linesOf(chunks) {
    const rest = [];
    for await (const chunk of chunks) {
        let start = 0;
        for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
            const piece = chunk.subarray(start, end);
            yield rest.length > 0 ? Buffer.concat([...rest.splice(0), piece]) : piece;
            start = end + 1;
        }
        if (start < chunk.length)
            rest.push(chunk.subarray(start));
    }
    if (rest.length > 0)
        yield Buffer.concat(rest);
}

;// CONCATENATED MODULE: ./lib/logs/backlog.js





/** Asks for what was logged so far, by one script that reads every log and puts them in order. */
const readBacklog = (connection, request, follow, signal) => {
    let until = 0;
    const read = async function* () {
        const channel = await (0,look/* startReading */.B)(connection, request.project, ['logs'], backlogArgs(request, follow), signal);
        const errors = (0,consumers_.text)(channel.stderr);
        let denied;
        for await (const line of linesOf(channel.stdout)) {
            const parsed = parseLine(line);
            if (parsed)
                yield parsed;
            else if (line.length < 1000) {
                const [word, rest] = /^(@until|denied) (.*)$/.exec(line.toString())?.slice(1) ?? [];
                if (word === '@until')
                    until = Number(rest);
                if (word === 'denied')
                    denied = rest;
            }
        }
        const { code } = await channel.done;
        if (until === 0)
            throw (0,lock/* refusal */.x)(connection, code, denied, await errors);
        if (code === 0)
            return;
        throw new failure/* Failure */.H({
            what: 'The logs on the server could not be read',
            where: connection.where,
            why: `The script ended with status ${code}.`,
            output: (await errors).trim().split('\n'),
        });
    };
    return { until: () => until, lines: read() };
};
const backlogArgs = ({ of, isSupervised, names, hosts, since, lines }, follow) => ({
    OF: of.kind === 'service' ? of.name : of.kind,
    SUPERVISED: isSupervised ? 'yes' : '',
    NAMES: names ? ` ${names.join(' ')} ` : '',
    HOSTS: hosts.join(' '),
    SINCE: since?.kind === 'time' ? since.utc : '',
    AGE: since?.kind === 'age' ? String(since.seconds) : '',
    LINES: lines === undefined ? '' : String(lines),
    FOLLOW: follow ? 'yes' : '',
});

// EXTERNAL MODULE: ./lib/server/engine/client.js
var client = __webpack_require__(6747);
// EXTERNAL MODULE: ./lib/stack/layout.js
var layout = __webpack_require__(9604);
;// CONCATENATED MODULE: ./lib/logs/frames.js
const headerBytes = 8;
const frames_newline = 10;
/**
 * Reads the engine's stream of a container's log with times. It comes in frames: a header with the output (1 or 2) in the
 * first byte and the length in the last four, then a time, a space, and a line, or a piece of one without its end.
 */
async function* readFrames(chunks) {
    /** What has come of a line that has not ended, by its output. */
    const open = new Map();
    for await (const { output, content } of frames_frames(chunks)) {
        const space = content.indexOf(' ');
        if (space < 0)
            continue;
        const line = open.get(output) ?? { time: content.toString('latin1', 0, space), pieces: [] };
        const ends = content.at(-1) === frames_newline;
        line.pieces.push(content.subarray(space + 1, ends ? -1 : undefined));
        if (!ends) {
            open.set(output, line);
            continue;
        }
        open.delete(output);
        yield { time: line.time, text: Buffer.concat(line.pieces) };
    }
    for (const { time, pieces } of open.values())
        yield { time, text: Buffer.concat(pieces) };
}
async function* frames_frames(chunks) {
    let rest = Buffer.alloc(0);
    for await (const chunk of chunks) {
        rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
        while (rest.length >= headerBytes) {
            const end = headerBytes + rest.readUInt32BE(4);
            if (rest.length < end)
                break;
            yield { output: rest[0] ?? 0, content: rest.subarray(headerBytes, end) };
            rest = rest.subarray(end);
        }
    }
}

;// CONCATENATED MODULE: ./lib/logs/names.js
/** What the name of a release's container says: `shop-celery-7-2` is `celery-1` of release 7. As `logs.sh` reads it. */
const nameInRelease = (container, project, release) => {
    if (!container.startsWith(`${project}-`))
        return undefined;
    const part = container.slice(project.length + 1);
    const name = part.endsWith(`-${release}`)
        ? part.slice(0, -`-${release}`.length)
        : part.replace(new RegExp(`-${release}-(\\d+)$`), (_, copy) => `-${Number(copy) - 1}`);
    return name === part ? undefined : name.replace(/^task-/, '');
};
/** A line of a container: whose it is, and its text; undefined when it is not wanted. */
const attribute = ({ name, isNamed }, text, { of, names, project, hosts }) => {
    const head = text.toString('latin1', 0, 48);
    const [prefix = '', process] = (isNamed && /^([a-z0-9-]{1,38}) \| /.exec(head)) || [];
    if (of.kind === 'site') {
        if (head.startsWith(`${project} `))
            return { name, text: text.subarray(project.length + 1) };
        return hosts.some((host) => text.includes(`, server: ${host},`)) ? { name, text } : undefined;
    }
    const own = process ?? name;
    if (names && !names.includes(own))
        return undefined;
    return { name: own, text: text.subarray(prefix.length) };
};

;// CONCATENATED MODULE: ./lib/logs/follow.js




/** Seconds that a stream may stay open: 24 days, as many as a timer takes. */
const forever = 2_000_000;
/**
 * Follows the logs of all containers that a request is about from a time on, in seconds since 1970; of those as well that
 * start later, and of those that start again. Gives each line to `tell`, and asks for no more before it is taken. Ends
 * only by the signal, or when the engine does.
 */
const followLogs = async (engine, request, since, tell, signal) => {
    /** Of each container that is being followed: whether it has started again meanwhile. */
    const active = new Map();
    /** Time of the last line of each container. */
    const last = new Map();
    const failed = Promise.withResolvers();
    failed.promise.catch(() => { });
    const followOnce = async (container) => {
        const seen = last.get(container.id) ?? '';
        const body = await engine.read({
            method: 'GET',
            path: `/containers/${container.id}/logs`,
            query: {
                follow: '1',
                stdout: '1',
                stderr: '1',
                timestamps: '1',
                since: seen ? unixTime(seen) : String(since),
            },
            deadlineSeconds: forever,
            signal,
        });
        for await (const { time, text } of readFrames(body)) {
            // A container that has started again repeats its last lines.
            if (time <= seen)
                continue;
            last.set(container.id, time);
            const line = attribute(container, text, request);
            if (line)
                await tell({ ...line, time, release: container.release });
        }
    };
    const follow = (told) => {
        const container = followed(told, request);
        if (!container)
            return;
        const running = active.get(container.id);
        if (running) {
            running.again = true;
            return;
        }
        const state = { again: true };
        active.set(container.id, state);
        const run = async () => {
            while (state.again) {
                state.again = false;
                await followOnce(container);
            }
        };
        run()
            .catch((error) => {
            // One that is removed meanwhile has no log any more.
            if (!(error instanceof client/* EngineError */.N))
                failed.reject(error);
        })
            .finally(() => active.delete(container.id));
    };
    // Events first: what starts while the list is read is told by both.
    const events = engine.stream({
        method: 'GET',
        path: '/events',
        query: {
            since: String(since),
            filters: JSON.stringify({ type: ['container'], event: ['start'], ...which(request) }),
        },
        deadlineSeconds: forever,
        signal,
    }, (event) => {
        const { ID, Attributes } = event.Actor;
        follow({ id: ID, name: Attributes.name ?? '', labels: Attributes });
    });
    const listed = await engine.call({
        method: 'GET',
        path: '/containers/json',
        query: { all: '1', filters: JSON.stringify(which(request, 'name')) },
        signal,
    });
    for (const { Id, Names, Labels } of listed)
        follow({ id: Id, name: (Names[0] ?? '').replace(/^\//, ''), labels: Labels });
    await Promise.race([events, failed.promise]);
};
/** The engine's filter for the containers of a request; its list and its events know names by different words. */
const which = ({ of, project }, nameKey = 'container') => {
    switch (of.kind) {
        case 'project':
            return { label: [`${layout/* labels */.WD.project}=${project}`] };
        case 'site':
            return { [nameKey]: [layout/* nginxContainer */.K$] };
        case 'service':
            return { [nameKey]: [(0,layout/* serviceContainer */.hh)(project, of.name)] };
    }
};
/** What is to be followed of a container; undefined when it is not what the request is about. */
const followed = ({ id, name, labels: own }, request) => {
    const { of, project, isSupervised } = request;
    switch (of.kind) {
        case 'project': {
            const release = Number(own[layout/* labels */.WD.release]);
            const inRelease = release > 0 ? nameInRelease(name, project, release) : undefined;
            return inRelease === undefined
                ? undefined
                : { id, release, name: inRelease, isNamed: isSupervised && inRelease === 'app' };
        }
        case 'site':
            return name === layout/* nginxContainer */.K$ ? { id, release: 0, name: 'site', isNamed: false } : undefined;
        case 'service':
            return name === (0,layout/* serviceContainer */.hh)(project, of.name)
                ? { id, release: 0, name: of.name, isNamed: false }
                : undefined;
    }
};
/** A time of a log as the engine takes it: seconds since 1970, with nanoseconds. */
const unixTime = (time) => `${Math.floor(Date.parse(`${time.slice(0, 19)}Z`) / 1000)}.${time.slice(20, 29)}`;

// EXTERNAL MODULE: ./lib/configuration/near.js
var configuration_near = __webpack_require__(8578);
// EXTERNAL MODULE: ./lib/stack/log-pipes.js
var log_pipes = __webpack_require__(9522);
// EXTERNAL MODULE: ./lib/stack/program.js
var stack_program = __webpack_require__(5624);
// EXTERNAL MODULE: ./lib/stack/site-names.js
var site_names = __webpack_require__(4032);
;// CONCATENATED MODULE: ./lib/logs/since.js

const units = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
/** Reads an age (`10m`, `2h30m`, `3d`) or a time (`2026-11-22`, `2026-11-22T18:00`, with a zone or in the local one). */
const readSince = (text) => {
    if (/^(?:\d{1,9}[smhdw])+$/.test(text)) {
        const seconds = [...text.matchAll(/(\d+)([smhdw])/g)]
            .map(([, count, unit]) => Number(count) * (units[unit ?? ''] ?? 0))
            .reduce((sum, part) => sum + part, 0);
        if (seconds < 100 * 365 * 86_400)
            return { kind: 'age', seconds };
    }
    const isDate = /^\d{4}-\d\d-\d\d$/.test(text);
    if (isDate || /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$/.test(text)) {
        const time = new Date(isDate ? `${text}T00:00` : text.replace(' ', 'T'));
        if (!Number.isNaN(time.getTime()))
            return { kind: 'time', utc: time.toISOString().slice(0, 19) };
    }
    throw new failure/* Failure */.H({
        what: `${JSON.stringify(text)} is neither an age nor a time`,
        where: '--since',
        next: 'Write an age, such as 10m, 2h30m or 3d, or a time, such as 2026-11-22 or 2026-11-22T18:00:00Z.',
    });
};

;// CONCATENATED MODULE: ./lib/logs/request.js






/** What prints what no process of a release does: supervisor, or the command of an image of the project's own. */
const containerName = 'app';
/** Reads a command; a name that the configuration does not have is a Failure. */
const logRequest = ({ of, since, lines }, { configuration, file }) => {
    const { project, primary, projectName, serverNames, site } = configuration;
    const image = project.type.image(project.settings, primary.baseImage);
    const programs = (0,stack_program/* programStacks */.YQ)(project, image);
    const tasks = [
        ...image.tasks,
        ...project.releaseTasks.beforeSwitch,
        ...project.releaseTasks.afterSwitch,
    ].map(({ name }) => name);
    const own = [...programs.flatMap(log_pipes/* processNames */.yh), ...tasks, containerName];
    const services = configuration.services.map(({ name }) => name);
    const common = {
        project: projectName,
        isSupervised: image.kind === 'supervised',
        hosts: (0,site_names/* allNames */.QB)((0,site_names/* siteNames */.qf)(serverNames, site.redirectWww)),
        since: since === undefined ? undefined : readSince(since),
        lines,
    };
    if (of === undefined)
        return { ...common, of: { kind: 'project' }, names: undefined, expected: own };
    const names = namesOf(of, programs, own);
    if (names)
        return { ...common, of: { kind: 'project' }, names, expected: own.filter((name) => names.includes(name)) };
    if (services.includes(of))
        return { ...common, of: { kind: 'service', name: of }, names: undefined, expected: [of] };
    if (of === 'site')
        return { ...common, of: { kind: 'site' }, names: undefined, expected: [of] };
    const all = [
        ...new Set([...programs.map(({ name }) => name), ...tasks, containerName, ...services, 'site']),
    ];
    const near = (0,configuration_near/* nearMiss */.b)(of, all);
    throw new failure/* Failure */.H({
        what: `There is no process or service ${JSON.stringify(of)}`,
        where: `${file}, configuration ${configuration.name}`,
        why: `There are: ${all.join(', ')}.`,
        next: near === undefined ? 'Name one of them, or none for all processes.' : `Did you mean \`${near}\`?`,
    });
};
/** Copies that a process may have. */
const mostCopies = 64;
/**
 * The names that a word stands for: a process by itself and all its copies, of earlier releases too, a single copy, or a
 * task; undefined when it is none.
 */
const namesOf = (word, programs, own) => {
    if (programs.some(({ name }) => name === word)) {
        const others = programs.map(({ name }) => name).filter((name) => name !== word);
        const copies = (0,log_pipes/* processNames */.yh)({ name: word, copies: mostCopies });
        return [word, ...copies.filter((name) => !others.includes(name))];
    }
    return own.includes(word) ? [word] : undefined;
};

;// CONCATENATED MODULE: ./lib/logs/shown.js
const colours = [36, 33, 32, 35, 34, 96, 93, 92, 95, 94];
/**
 * Writes lines as `name@release  | text`. The column of names grows when a longer one comes than was expected.
 */
const lineWriter = ({ colour, timestamps, expected }) => {
    let width = Math.max(0, ...expected.map((name) => name.length));
    const known = new Map();
    return ({ time, release, name, text }) => {
        const label = release === 0 ? name : `${name}@${release}`;
        width = Math.max(width, label.length);
        const number = known.get(name) ?? known.size;
        known.set(name, number);
        const head = `${label.padEnd(width)} | `;
        const painted = colour ? `\x1b[${colours[number % colours.length]}m${head}\x1b[0m` : head;
        return `${painted}${timestamps ? `${time} ` : ''}${harmless(text.toString())}`;
    };
};
/** A text in which nothing drives a terminal but colours, which end with it. Other control characters are spelt out. */
const harmless = (text) => {
    const plain = text.replace(/\r$/, '');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
    const parts = plain.split(/(\x1b\[[\d;:]*m)/);
    const shown = parts.map((part, index) => (index % 2 === 1 ? part : spellOut(part))).join('');
    return parts.length > 1 ? `${shown}\x1b[0m` : shown;
};
/** Control characters as terminals show those that are typed: `^[`, `^H`; those above ASCII as numbers. */
const spellOut = (text) => 
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
text.replaceAll(/[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]/g, (character) => {
    const code = character.charCodeAt(0);
    if (code > 0x7f)
        return `<${code.toString(16).toUpperCase().padStart(4, '0')}>`;
    return code === 0x7f ? '^?' : `^${String.fromCharCode(code + 64)}`;
});

// EXTERNAL MODULE: ./lib/server/engine/open.js
var engine_open = __webpack_require__(5268);
// EXTERNAL MODULE: ./lib/server/session.js + 4 modules
var session = __webpack_require__(5787);
;// CONCATENATED MODULE: ./lib/commands/logs.js








/** Containers that are followed at once at most. */
const mostFollowed = 200;
/** Status of who is ended by Ctrl-C. */
const interrupted = 130;
/** Shows what processes and services have printed; gives the exit status. */
const logs = async (command, target, invocation, observer) => {
    const { console, signal } = observer;
    const request = logRequest(command, target);
    await using connection = await (0,commands_target/* connectTo */.m6)(target, observer);
    const closed = new AbortController();
    // Whoever reads has closed the other end, as `head` does.
    const hangUp = () => closed.abort();
    console.output.on('error', hangUp);
    const ended = AbortSignal.any([signal, closed.signal, connection.closed]);
    const write = lineWriter({
        colour: console.output.isTTY === true && !invocation.env.NO_COLOR,
        timestamps: command.timestamps,
        expected: request.expected,
    });
    const tell = (line) => print(console, `${write(line)}\n`, ended);
    try {
        const backlog = readBacklog(connection, request, command.follow, ended);
        for await (const line of backlog.lines)
            await tell(line);
        if (!command.follow)
            return 0;
        const engine = (0,engine_open/* openEngine */.F)(connection, session/* asRoot */.t, mostFollowed);
        try {
            await followLogs(engine, request, backlog.until(), tell, ended);
        }
        finally {
            engine.close();
        }
        return 0;
    }
    catch (error) {
        if (closed.signal.aborted)
            return 0;
        if (signal.aborted)
            return interrupted;
        throw connection.closed.aborted ? connection.closed.reason : error;
    }
    finally {
        console.output.off('error', hangUp);
    }
};
/** Writes a text, and waits where whoever reads it is slower. */
const print = async ({ output }, text, signal) => {
    signal.throwIfAborted();
    if (!output.write(text))
        await (0,external_node_events_.once)(output, 'drain', { signal });
};

// EXTERNAL MODULE: ./lib/stack/site.js
var site = __webpack_require__(849);
// EXTERNAL MODULE: ./lib/templates.js
var templates = __webpack_require__(4400);
// EXTERNAL MODULE: ./lib/plan/release-steps.js
var release_steps = __webpack_require__(1772);
;// CONCATENATED MODULE: ./lib/plan/copy-steps.js

/** The steps that bring a copy of a release live. */
const copySteps = (project, copy, facts, reason) => {
    const { number, from, release } = copy;
    return [
        ...(0,release_steps/* tidySteps */._S)(project, facts, true),
        {
            id: 'copy',
            title: `Copy release ${from} as release ${number}`,
            reason,
            after: ['tidy'],
            action: { kind: 'copy', copy },
        },
        {
            id: 'start',
            title: `Start release ${number}`,
            reason,
            after: ['copy'],
            action: { kind: 'start-copy', copy },
        },
        {
            id: 'switch',
            title: `Switch to release ${number}`,
            reason,
            after: ['start'],
            action: { kind: 'switch', release, number },
        },
    ];
};

// EXTERNAL MODULE: ./lib/plan/preflight.js + 2 modules
var preflight = __webpack_require__(4154);
// EXTERNAL MODULE: ./lib/server/addresses.js
var server_addresses = __webpack_require__(1743);
// EXTERNAL MODULE: ./lib/server/containers.js
var server_containers = __webpack_require__(1671);
// EXTERNAL MODULE: ./lib/server/images.js
var server_images = __webpack_require__(3873);
// EXTERNAL MODULE: ./lib/server/services.js + 1 modules
var services = __webpack_require__(3503);
// EXTERNAL MODULE: ./lib/stack/container.js
var container = __webpack_require__(6031);
// EXTERNAL MODULE: ./lib/stack/renumber.js
var renumber = __webpack_require__(4378);
// EXTERNAL MODULE: ./lib/release/release.js
var release_release = __webpack_require__(3988);
// EXTERNAL MODULE: ./lib/release/start.js + 1 modules
var start = __webpack_require__(3459);
;// CONCATENATED MODULE: ./lib/release/copy.js











/** Reads what the server keeps of a release; one that cannot be copied is a Failure. */
const readKept = async (session, from) => {
    const found = new Map();
    const { code, stderr } = await session.run(['kept'], {
        title: `Reading release ${from}`,
        args: { FROM: String(from) },
        onLine(line) {
            const [, word, text = ''] = /^@jetee (\w+)(?: (.*))?$/.exec(line) ?? [];
            if (word)
                found.set(word, Buffer.from(text, 'base64').toString());
        },
    });
    const missing = Object.entries({
        parts: 'the record of what it was made from',
        containers: 'the record of its containers',
        helpers: 'the list of its helpers',
        static: 'its static files',
        image: 'its image',
    }).flatMap(([word, what]) => (found.has(word) ? [] : [what]));
    if (code !== 0 || missing.length > 0) {
        throw new failure/* Failure */.H({
            what: `Release ${from} is not whole on the server any more`,
            where: session.where,
            why: code === 0
                ? `Missing: ${missing.join(', ')}. Somebody removed that, or the release is from an earlier version of the deployer, which did not keep it.`
                : stderr.trim(),
            stands: 'Nothing on the server was changed.',
            next: 'Choose another release, or deploy its commit again.',
        });
    }
    return {
        parts: JSON.parse(found.get('parts') ?? ''),
        containers: JSON.parse(found.get('containers') ?? ''),
        helpers: (found.get('helpers') ?? '').split('\n').filter(Boolean),
    };
};
/** Makes a copy's folder, its image and its static files. */
const copyRelease = async ({ session, progress, signal, current }, { number, from, record, release }) => {
    await (0,scripts/* runStepScript */.V)(session, {
        scripts: ['release', 'copy'],
        title: `Copying release ${from}`,
        progress,
        signal,
        args: {
            RELEASE: String(number),
            FROM: String(from),
            RECORD: JSON.stringify(record),
            SOCKET_FOLDER: release.socketFolder,
        },
        failure: () => ({ what: `Release ${from} could not be copied`, stands: (0,release_release/* stillServes */.Fk)(current) }),
    });
};
/** Seconds between two questions for the health of a copy: what it is made of has been healthy before. */
const interval = 0.1;
/**
 * Starts a copy beside the live release and waits until its web process is healthy; side by side with that, its code is
 * asked which of the database's migrations it does not know.
 */
const startCopy = async (context, copy, addresses) => {
    const { session, configuration } = context;
    const { number, from, kept, release } = copy;
    const project = configuration.projectName;
    const book = await addresses();
    const address = release.port === undefined ? undefined : (0,server_addresses/* giveAddress */.KO)(book, (0,layout/* releaseContainer */.Lt)(project, number));
    const containers = (0,renumber/* renumber */.Z)({ containers: kept.containers, programs: kept.parts.programs }, {
        project,
        from,
        to: number,
        address,
        resolver: book.resolver,
    });
    const others = new Set(containers.map(({ spec }) => spec.Image));
    others.delete((0,layout/* releaseImage */.R1)(project, number));
    await Promise.all([
        (0,services/* createVolumes */.Yt)(context, (0,container/* namedVolumes */.xA)(project, kept.parts.volumes).map((name) => ({
            name,
            labels: { [layout/* labels */.WD.project]: project },
        }))),
        ...[...others].map((image) => (0,server_images/* ensureImage */.Yt)(context, image)),
    ]);
    await Promise.all(containers.map(({ name, spec }) => (0,server_containers/* createContainer */.g$)(session.engine, name, spec, context.signal)));
    const failed = new AbortController();
    const signal = AbortSignal.any([context.signal, failed.signal]);
    const own = { ...context, signal };
    let asking = Promise.resolve();
    // The first that fails ends the other, and is what is told.
    const ends = (error) => {
        failed.abort(error);
        throw failed.signal.reason;
    };
    const starting = (0,start/* runStart */.c)(own, release, {
        number,
        containers,
        address,
        isCopy: true,
        healthCheck: {
            ...copy.healthCheck,
            intervalSeconds: Math.min(interval, copy.healthCheck.intervalSeconds),
        },
        onStarted() {
            asking = askMigrations(own, copy).catch(ends);
            // It is waited for below, once the release has started.
            asking.catch(() => { });
        },
    }).catch(ends);
    await starting.finally(() => asking);
};
/** Has a copy's code say which migrations it does not know; any is a Failure. */
const askMigrations = async ({ session, progress, signal, current }, { number, from, migrations }) => {
    if (!migrations)
        return;
    const unknown = [];
    const force = `\`rollback ${from} --despite-migrations\``;
    const stands = (0,release_release/* stillServes */.Fk)(current);
    await (0,scripts/* runStepScript */.V)(session, {
        scripts: ['release', 'migrations'],
        title: `Asking release ${from} for the migrations that it does not know`,
        progress,
        signal,
        args: { RELEASE: String(number), LOCATION: migrations.location },
        words: migrations.command,
        onMark(mark, rest) {
            if (mark === 'migration')
                unknown.push(rest);
        },
        failure: (_, code) => ({
            what: `Release ${from} could not be asked which migrations it does not know`,
            why: `Its code was asked beside the database, and ended with status ${code}. Its last lines are below.`,
            stands,
            next: `If the database is away, bring it back first. ${force} goes back without asking.`,
        }),
    });
    if (unknown.length === 0)
        return;
    throw new failure/* Failure */.H({
        what: `The database has migrations that release ${from} does not know`,
        where: session.where,
        why: unknown.join(', '),
        stands,
        next: `If release ${from} works with the database as it is: ${force}. Else undo them first with the code that knows them: \`jetee run -- python manage.py migrate APP MIGRATION\`.`,
    });
};

// EXTERNAL MODULE: ./lib/release/switch.js
var release_switch = __webpack_require__(3785);
// EXTERNAL MODULE: ./lib/stack/socket.js
var socket = __webpack_require__(1907);
;// CONCATENATED MODULE: ./lib/stack/kept-release.js


/** Seconds that a helper must run without a stop, unless the deployment file says so. */
const usualStartSeconds = 5;
/** A kept release as it should be again, less its tasks, which have been done; `key` is the project's own. */
const keptStack = ({ parts, containers, helpers }, spec, key) => {
    const { image, mount } = parts;
    // An earlier version of the deployer did not write down for how long a helper must run.
    const programs = parts.programs.map((program) => ({
        ...program,
        startSeconds: program.startSeconds ?? usualStartSeconds,
    }));
    const web = programs.find((program) => program.web)?.web;
    const port = image.kind === 'supervised' ? (web?.kind === 'port' ? web.port : undefined) : image.port;
    const primary = containers.find(({ spec: own }) => own.Labels[layout/* labels */.WD.service] === 'primary');
    return {
        parts,
        hash: spec,
        digest: undefined,
        image,
        dockerfile: parts.dockerfile,
        mount,
        env: Object.fromEntries((primary?.spec.Env ?? []).map(splitEntry)),
        programs,
        tasks: { before: [], after: [] },
        helpers,
        hasWeb: web !== undefined || port !== undefined,
        socketFolder: (0,socket/* socketFolder */.k)(key),
        port,
    };
};
/** Values of a release's environment that nobody may see: those that its parts hold as hashes alone. */
const keptSecrets = ({ parts, containers }) => {
    const hidden = new Set(Object.entries(parts.env).flatMap(([name, value]) => (typeof value === 'string' ? [] : [name])));
    return containers.flatMap(({ spec }) => (spec.Env ?? []).map(splitEntry).flatMap(([name, value]) => (hidden.has(name) ? [value] : [])));
};
const splitEntry = (entry) => {
    const equals = entry.indexOf('=');
    return [entry.slice(0, equals), entry.slice(equals + 1)];
};

// EXTERNAL MODULE: ./lib/commands/carry-out.js + 2 modules
var carry_out = __webpack_require__(7206);
// EXTERNAL MODULE: ./lib/commands/perform.js + 3 modules
var perform = __webpack_require__(2395);
;// CONCATENATED MODULE: ./lib/commands/copy-release.js











/** Brings a copy of a kept release live: with its image, its settings and its secrets, and nothing built. */
const bringCopy = async ({ command, chosen, reason, asksMigrations, begun }, { session, facts }, target, invocation, observer) => {
    const { configuration } = target;
    const { mask } = observer;
    const { number: from, record } = chosen;
    const kept = await readKept(session, from);
    const key = facts.host.key ?? '';
    const release = keptStack(kept, record.spec, key);
    for (const secret of [...keptSecrets(kept), ...Object.values(facts.host.passwords), release.socketFolder])
        mask(secret);
    if (release.hasWeb && !facts.host.sites.some(({ project }) => project === session.project)) {
        throw new failure/* Failure */.H({
            what: `Release ${from} has a site, and the server’s nginx knows none of the project by now`,
            where: session.where,
            stands: 'Nothing on the server was changed.',
            next: 'Deploy its commit again with `build all`, which sets up the site.',
        });
    }
    const { type } = configuration.project;
    const { run: _, ...made } = record;
    const question = asksMigrations ? type.unknownMigrations?.() : undefined;
    const copy = {
        number: (0,release_steps/* nextNumber */.Pt)(facts),
        from,
        kept,
        release,
        record: {
            ...made,
            created: new Date().toISOString(),
            ...(invocation.run && { run: invocation.run.id }),
            actor: invocation.actor,
            copyOf: chosen.origin,
        },
        healthCheck: record.healthCheck ?? configuration.project.healthCheck,
        migrations: question && release.image.kind === 'supervised'
            ? { command: question, location: release.image.place.location }
            : undefined,
    };
    const { commit, tree, author, subject } = record;
    // A restart brings no other commit: to GitHub it is no deployment.
    if (command === 'rollback')
        observer.announce?.((0,announce/* deployNews */.x)(command, target, invocation, { commit, hasWeb: release.hasWeb }));
    const context = {
        session,
        configuration,
        source: { commit, tree, author, subject },
        current: facts.host.current,
        buildSecrets: {},
        registryPassword: undefined,
        actor: invocation.actor,
        runUrl: invocation.runUrl,
    };
    observer.stage('working');
    const steps = copySteps(session.project, copy, facts, reason);
    await (0,carry_out/* carryOut */.u)(steps, {
        context,
        number: copy.number,
        perform: (action, progress, signal) => {
            const own = { ...context, progress, signal };
            return performCopy(action, own, () => (0,perform/* addressBook */.m)({ ...own, engineFacts: facts.engine }));
        },
    }, observer);
    return (0,deploy/* outcome */.b)(command, configuration, context.source, session, observer, {
        ...invocation,
        facts,
        steps,
        changes: [],
        release: copy.number,
        copyOf: chosen.origin,
        hasWeb: release.hasWeb,
        milliseconds: performance.now() - begun,
    });
};
const performCopy = (action, context, addresses) => {
    switch (action.kind) {
        case 'tidy':
            return (0,release_switch/* tidyUp */.gN)(context, action);
        case 'copy':
            return copyRelease(context, action.copy);
        case 'start-copy':
            return startCopy(context, action.copy, addresses);
        case 'switch':
            return (0,release_switch/* switchRelease */.U0)(context, action.release, action.number);
    }
};
/** Stops a command that would change a project which another repository or configuration has on the server. */
const requireOwner = ({ configuration }, { repository }, facts, where) => {
    const owner = { repository, configuration: configuration.name };
    const [problem] = (0,preflight/* ownerProblems */.k)({ project: configuration.projectName, owner }, facts);
    if (problem)
        throw new failure/* Failure */.H({ ...problem, where, stands: 'Nothing on the server was changed.' });
};

// EXTERNAL MODULE: ./lib/commands/file-at.js
var file_at = __webpack_require__(230);
;// CONCATENATED MODULE: ./lib/commands/maintenance.js







/** Most bytes that a page of one's own may have. */
const mostBytes = 1024 * 1024;
/** Shows visitors a page in place of the site, or the site again. No run is in its way, and nothing is loaded anew. */
const maintenance = async ({ on }, target, invocation, observer) => {
    const { configuration } = target;
    const page = on ? await readPage(target, invocation) : '';
    const look = (facts, where) => {
        requireOwner(target, invocation, facts, where);
        if (on)
            requireSite(target, facts, where);
    };
    const word = on ? 'on' : 'off';
    if (invocation.dryRun) {
        const { facts, where } = await (0,commands_target/* readTarget */._E)(target, observer, async () => undefined);
        look(facts, where);
        const now = facts.host.maintenance ? 'on' : 'off';
        return {
            kind: 'done',
            changed: false,
            sentence: `Would turn maintenance ${word}; it is ${now} now`,
        };
    }
    await using server = await (0,commands_target/* openTarget */.Ap)(target, invocation, observer, invocation.lockSeconds);
    const { session, facts } = server;
    look(facts, session.where);
    const was = facts.host.maintenance;
    const progress = observer.progress.begin(`Turn maintenance ${word}`, 'asked for');
    try {
        await (0,scripts/* runStepScript */.V)(session, {
            scripts: ['maintenance'],
            title: `Turning maintenance ${word}`,
            progress,
            signal: observer.signal,
            args: { PAGE: page, FILE: site/* maintenanceFile */.i },
        });
        progress.end('done');
    }
    catch (error) {
        progress.end('failed');
        throw error;
    }
    const name = configuration.projectName;
    return {
        kind: 'done',
        changed: was !== on,
        sentence: on
            ? `Maintenance of ${name} is on${was ? ', as it was' : ''}: visitors get the page with status 503; \`maintenance off\` ends it`
            : `Maintenance of ${name} is off${was ? '' : ', as it was'}: visitors reach the site`,
    };
};
/** The page: the repository's own at the commit that is checked out, or the usual one. */
const readPage = async ({ configuration, file }, invocation) => {
    const path = configuration.site.maintenancePage;
    if (path === undefined)
        return (0,templates/* renderTemplate */.Xm)('maintenance.html', {});
    const text = await (0,file_at/* readOwnFile */.z)(invocation, path);
    const mistake = text === undefined
        ? 'The commit has no such file.'
        : text.trim() === ''
            ? 'The file is empty.'
            : Buffer.byteLength(text) > mostBytes
                ? 'The file is larger than 1 MiB.'
                : undefined;
    if (text === undefined || mistake !== undefined)
        throw new failure/* Failure */.H({
            what: `The page for maintenance cannot be shown: ${path}`,
            where: `${file}, configuration ${configuration.name}, site.maintenance_page`,
            ...(mistake && { why: mistake }),
            stands: 'Nothing on the server was changed.',
            next: 'Commit the file, or leave `maintenance_page` out for the usual page.',
        });
    return text;
};
/** There must be a site, which knows of the page; one of an older version of the deployer does not. */
const requireSite = ({ configuration }, { host }, where) => {
    const { siteConf } = host;
    if (siteConf?.includes(site/* maintenanceFile */.i))
        return;
    throw new failure/* Failure */.H({
        what: siteConf === undefined
            ? `${configuration.projectName} has no site on this server`
            : 'The site on this server is older than this command',
        where,
        why: siteConf === undefined
            ? 'There is nothing that a page could stand in place of.'
            : 'Its configuration does not know of the page.',
        stands: 'Nothing on the server was changed.',
        next: 'Run `build project` first.',
    });
};

// EXTERNAL MODULE: ./lib/commands/preview-removals.js
var preview_removals = __webpack_require__(4082);
// EXTERNAL MODULE: ./lib/commands/preview-target.js + 2 modules
var preview_target = __webpack_require__(60);
;// CONCATENATED MODULE: ./lib/commands/named-preview.js



/**
 * The preview of a pull request that somebody names, for a look or a change without a commit. What its server knows of it
 * comes first; the rest is as the deployment file at hand says it.
 */
const namedPreview = async (loaded, number, command, invocation, observer) => {
    expectFit(command, number);
    const { previews } = await (0,preview_removals/* previewsHere */.m)(await (0,preview_target/* baseTarget */.bJ)(loaded, invocation), invocation, observer);
    const found = previews.find((preview) => preview.number === number);
    if (!found)
        throw missing(number, previews);
    const pull = { number, headBranch: found.branch, isFork: found.isFork ?? false };
    return (0,preview_target/* previewTarget */.sI)({ base: loaded, own: loaded }, pull, invocation);
};
/** A preview's commit is its pull request's, and its removal has a command of its own. */
const expectFit = ({ kind }, number) => {
    if (kind !== 'deploy' && kind !== 'destroy')
        return;
    throw new failure/* Failure */.H({
        what: `\`${kind === 'deploy' ? 'build` and `update' : 'destroy'}\` take no preview`,
        where: `preview ${number}`,
        stands: 'Nothing on the server was changed.',
        next: kind === 'deploy'
            ? 'A preview is brought up by the events of its pull request: run that job again, or push to its branch.'
            : `\`preview remove ${number}\` removes it, with its data.`,
    });
};
const missing = (number, previews) => new failure/* Failure */.H({
    what: `There is no preview of pull request ${number}`,
    why: previews.length === 0
        ? 'The server has no preview of this project.'
        : `The server has those of pull requests ${previews.map((preview) => preview.number).join(', ')}.`,
    next: '`preview list` shows them.',
});

// EXTERNAL MODULE: ./lib/commands/plan.js
var plan = __webpack_require__(7667);
// EXTERNAL MODULE: ./lib/commands/preview.js + 3 modules
var preview = __webpack_require__(4998);
// EXTERNAL MODULE: ./lib/server/previews.js
var server_previews = __webpack_require__(4141);
// EXTERNAL MODULE: ./lib/status/words.js
var words = __webpack_require__(631);
;// CONCATENATED MODULE: ./lib/commands/preview-list.js


/** Asks the engine what the images and volumes of each project take; undefined when it does not answer. */
const readSizes = async (engine, signal) => {
    try {
        return sizesOf((await engine.call({ method: 'GET', path: '/system/df', signal })));
    }
    catch {
        signal.throwIfAborted();
        return undefined;
    }
};
/** Bytes by project. */
const sizesOf = ({ Images, Volumes }) => {
    const sizes = new Map();
    const add = (own, size) => {
        const project = own?.[layout/* labels */.WD.project];
        if (project !== undefined)
            sizes.set(project, (sizes.get(project) ?? 0) + Math.max(0, size));
    };
    for (const image of Images ?? [])
        add(image.Labels, image.Size - Math.max(0, image.SharedSize));
    for (const volume of Volumes ?? [])
        add(volume.Labels, volume.UsageData?.Size ?? 0);
    return sizes;
};
/** What there is to say of a preview; `now` is the server's time, in seconds since 1970. */
const listed = (preview, now, sizes, open) => {
    const { number, branch, project, serverNames, live, containers, updated, expiresSeconds } = preview;
    const at = (seconds) => new Date(seconds * 1000).toISOString();
    return {
        number,
        branch,
        project,
        urls: serverNames.filter((name) => !name.startsWith('*')).map((name) => `http://${name}/`),
        state: live === undefined ? 'down' : containers.running === containers.all ? 'up' : 'degraded',
        release: live,
        updated: at(updated),
        ageSeconds: Math.max(0, now - updated),
        expires: expiresSeconds === undefined ? null : at(updated + expiresSeconds),
        bytes: sizes ? (sizes.get(project) ?? 0) : null,
        isOpen: open ? open.some((pull) => pull.number === number) : null,
    };
};
/** The list for people. */
const listText = (previews, now) => {
    if (previews.length === 0)
        return ['There are no previews'];
    return previews.flatMap((preview) => [
        [
            `#${preview.number}`,
            preview.branch,
            preview.state,
            `updated ${(0,words/* span */.Ln)(preview.ageSeconds)} ago`,
            expiryText(preview.expires, now),
            ...(preview.bytes === null ? [] : [(0,words/* bytes */.ee)(preview.bytes)]),
            ...(preview.isOpen === null ? [] : [preview.isOpen ? 'pull request open' : 'pull request not open']),
        ].join(' · '),
        ...preview.urls.map((url) => `  ${url}`),
    ]);
};
const expiryText = (expires, now) => {
    if (expires === null)
        return 'never expires';
    const left = Date.parse(expires) / 1000 - now;
    return left > 0 ? `expires in ${(0,words/* span */.Ln)(left)}` : 'its time is over';
};

// EXTERNAL MODULE: ./lib/commands/preview-sync.js
var preview_sync = __webpack_require__(5880);
;// CONCATENATED MODULE: ./lib/commands/previews.js








/** Shows the previews of a project, or removes some of them. */
const previews = async ({ verb, number, json }, base, invocation, observer) => {
    switch (verb) {
        case 'list':
            return list(base, json, invocation, observer);
        case 'sync':
            return sync(base, invocation, observer);
        case 'remove':
            return previews_remove(base, number ?? 0, invocation, observer);
    }
};
const list = async (base, json, invocation, observer) => {
    const target = await (0,preview_target/* baseTarget */.bJ)(base, invocation);
    const { projectName } = target.configuration;
    const asked = (0,preview_sync/* openPulls */.Dw)(invocation, observer);
    await using connection = await (0,commands_target/* connectTo */.m6)(target, observer);
    const engine = (0,engine_open/* openEngine */.F)(connection, session/* asRoot */.t);
    try {
        const [{ previews, now }, sizes, open] = await Promise.all([
            (0,server_previews/* readPreviews */.iI)(connection, projectName, observer.signal),
            readSizes(engine, observer.signal),
            asked,
        ]);
        const found = previews
            .filter((one) => one.of === projectName && one.repository === invocation.repository)
            .map((one) => listed(one, now, sizes, open));
        const text = json ? JSON.stringify(found, undefined, 2) : listText(found, now).join('\n');
        observer.console.output.write(`${text}\n`);
        return { kind: 'looked', exitCode: 0 };
    }
    finally {
        engine.close();
    }
};
const sync = async (base, invocation, observer) => {
    const settings = (0,preview_target/* previewsOf */.PT)(base.deployment);
    const asked = (0,preview_sync/* openPulls */.Dw)(invocation, observer);
    const { previews, now } = await (0,preview_removals/* previewsHere */.m)(await (0,preview_target/* baseTarget */.bJ)(base, invocation), invocation, observer);
    const open = await asked;
    if (!open)
        throw (0,preview_sync/* unknownPulls */.Rz)(invocation);
    const going = previews.flatMap((preview) => {
        const because = (0,preview_sync/* whyGone */._Z)(preview, open, settings, now);
        return because === undefined
            ? []
            : [{ ...preview, because, isEvent: false, whyStays: (0,preview_sync/* whyStays */.bX)(preview, open, invocation, observer) }];
    });
    if (going.length > 0)
        return (0,preview_removals/* removeAll */.C)(going, base, invocation, observer);
    const sentence = `No preview is to be removed: ${previews.length === 0 ? 'there is none' : `the pull requests of all ${previews.length} are open`}`;
    return { kind: 'done', changed: false, sentence };
};
const previews_remove = async (base, number, invocation, observer) => {
    const { previews } = await (0,preview_removals/* previewsHere */.m)(await (0,preview_target/* baseTarget */.bJ)(base, invocation), invocation, observer);
    const going = previews.filter((preview) => preview.number === number);
    if (going.length === 0)
        return {
            kind: 'done',
            changed: false,
            sentence: `There is no preview of pull request ${number}: nothing was removed`,
            lines: previews.map((preview) => `There is one of pull request ${preview.number}`),
        };
    return (0,preview_removals/* removeAll */.C)(going.map((preview) => ({ ...preview, because: 'asked for', isEvent: false })), base, invocation, observer);
};

// EXTERNAL MODULE: ./lib/server/read-to-end.js
var read_to_end = __webpack_require__(245);
// EXTERNAL MODULE: ./lib/server/word-lines.js
var word_lines = __webpack_require__(3353);
;// CONCATENATED MODULE: ./lib/releases/read.js





/** Reads the releases of a project, by one script, without its lock. */
const readReleases = async (connection, configuration, signal) => {
    const channel = await (0,look/* startReading */.B)(connection, configuration.projectName, ['releases'], {}, signal);
    const { output, errors, code } = await (0,read_to_end/* readToEnd */.f)(channel);
    const { first, has } = (0,word_lines/* wordLines */.k)(output);
    if (code !== 0 || !has('ready'))
        throw (0,lock/* refusal */.x)(connection, code, first('denied'), errors);
    return parseReleases(output, {
        project: configuration.projectName,
        configuration: configuration.name,
        where: connection.where,
    });
};
/** Reads the lines that `releases.sh` prints. */
const parseReleases = (text, target) => {
    const { all, first } = (0,word_lines/* wordLines */.k)(text);
    const live = Number.parseInt(first('live') ?? '', 10);
    const good = new Set(all('good').map(Number));
    const holder = (0,word_lines/* holderName */.i)(first('held'));
    const sizes = new Map(all('image').flatMap((line) => {
        const [bytes, ...tags] = line.split(/ +/);
        return tags.map((tag) => [tag, Number(bytes)]);
    }));
    const stateOf = (number) => {
        if (number === live)
            return 'live';
        if (good.has(number))
            return 'good';
        return holder === undefined ? 'interrupted' : 'candidate';
    };
    const kept = all('release')
        .map((line) => numbered(line))
        .map(({ number, record }) => ({
        number,
        state: stateOf(number),
        ...told(record),
        imageBytes: sizes.get((0,layout/* releaseImage */.R1)(target.project, number)) ?? null,
        failure: null,
    }));
    const records = new Map(all('failed_release').map((line) => {
        const { number, record } = numbered(line);
        return [number, record];
    }));
    const failed = all('failed')
        .map((line) => numbered(line))
        .map(({ number, record: { outcome = 'failed', time, what, place, ...source } }) => ({
        number,
        state: outcome,
        ...told({ ...records.get(number), ...source, ...(time && { created: time }) }),
        imageBytes: null,
        failure: what === undefined ? null : { what, place: place ?? null },
    }));
    return {
        now: Number(first('now')),
        releases: {
            ...target,
            lockHolder: holder ?? null,
            releases: [...kept, ...failed].sort((one, other) => other.number - one.number),
        },
    };
};
const told = ({ copyOf, commit, subject, author, created }) => ({
    copyOf: copyOf ?? null,
    commit: commit ?? null,
    subject: subject ?? null,
    author: author ?? null,
    created: created ?? null,
});
/** A number and, behind it, a record as JSON; one that cannot be read says nothing. */
const numbered = (line) => {
    const space = line.indexOf(' ');
    const number = Number(line.slice(0, space));
    try {
        return { number, record: JSON.parse(line.slice(space + 1)) };
    }
    catch {
        return { number, record: {} };
    }
};

// EXTERNAL MODULE: ./lib/report/render-failure.js
var render_failure = __webpack_require__(5503);
// EXTERNAL MODULE: ./lib/report/table.js
var report_table = __webpack_require__(8330);
;// CONCATENATED MODULE: ./lib/releases/text.js




/** Releases as lines for a terminal; `now` is in milliseconds since 1970. */
const releasesText = (found, now) => [
    titleOf(found),
    '',
    ...(found.releases.length === 0
        ? [nothing]
        : (0,report_table/* aligned */.b6)([head.map((word) => word.toUpperCase()), ...rows(found, now)])),
].map(harmless);
/** Releases as Markdown, for the step summary. */
const releasesSummary = (found, now) => [
    `## ${(0,render_failure/* escapeMarkdown */.FV)(titleOf(found))}`,
    found.releases.length === 0 ? nothing : (0,report_table/* markdownTable */.Qj)(head, rows(found, now)),
    '',
].join('\n\n');
const nothing = 'Nothing is deployed yet.';
const titleOf = ({ project, configuration, where, lockHolder }) => `${project} (${configuration}) on ${where}${lockHolder === null ? '' : `, where ${lockHolder} works`}`;
const head = ['Release', 'State', 'Commit', 'Age', 'Image', 'Author', 'Subject'];
const rows = ({ releases }, now) => releases.map((release) => [
    String(release.number),
    stateOf(release),
    release.commit?.slice(0, 12) ?? '–',
    release.created === null ? '–' : (0,words/* ageOf */.hy)(release.created, now),
    release.imageBytes === null ? '–' : (0,words/* bytes */.ee)(release.imageBytes),
    release.author ?? '–',
    release.subject ?? '–',
]);
const stateOf = ({ state, copyOf, failure }) => [
    state,
    ...(copyOf === null ? [] : [`, a copy of ${copyOf}`]),
    ...(failure === null ? [] : [`: ${failure.place ?? failure.what}`]),
].join('');

;// CONCATENATED MODULE: ./lib/commands/releases.js



/** Lists the releases that a server keeps, and those of the last that failed. */
const releases = async (command, target, observer) => {
    await using connection = await (0,commands_target/* connectTo */.m6)(target, observer);
    const { releases: found, now } = await readReleases(connection, target.configuration, observer.signal);
    const lines = command.json
        ? JSON.stringify(found, undefined, 2)
        : releasesText(found, now * 1000).join('\n');
    observer.console.output.write(`${lines}\n`);
    return { exitCode: 0, summary: releasesSummary(found, now * 1000) };
};

;// CONCATENATED MODULE: ./lib/plan/choose-release.js

/** Digits of a commit that name it, at least. */
const commitDigits = /^[0-9a-f]{7,64}$/i;
/** A release's number. */
const releaseNumber = /^[1-9]\d{0,8}$/;
/** Whether what was typed can only be a name that git knows. */
const isName = (text) => !releaseNumber.test(text) && !commitDigits.test(text);
/** The release that visitors reach, to make a copy of. */
const liveRelease = (there, where) => {
    const live = there.releases.find(({ number }) => number === there.current);
    const chosen = live && asChosen(live);
    if (chosen)
        return chosen;
    throw new failure/* Failure */.H({
        what: 'No release of the project is live',
        where,
        stands: 'Nothing on the server was changed.',
        next: 'Deploy one: `build all`.',
    });
};
/**
 * The release to go back to: the one that is wanted, or the good one that was live last before the one that is. The
 * newest copy of it counts, as they are all alike.
 */
const chooseRelease = (wanted, there, where) => {
    const live = liveRelease(there, where);
    const kept = there.releases
        .filter(({ good, number }) => good || number === there.current)
        .flatMap((release) => asChosen(release) ?? [])
        .sort((a, b) => b.origin - a.origin || b.number - a.number);
    const fail = (what, why) => new failure/* Failure */.H({
        what,
        where,
        why: [why, tellKept(kept, live)].filter(Boolean).join('\n'),
        stands: `Release ${live.number} is live; nothing on the server was changed.`,
        next: 'Name one of those that are kept, by its number or its commit; or deploy the commit that you want.',
    });
    const { text } = wanted;
    if (text === undefined) {
        // By number, not by origin: what was rolled back from is not gone back to when its successor fails as well.
        const [before] = kept.filter(({ origin }) => origin < live.origin).sort((a, b) => b.number - a.number);
        if (before)
            return before;
        throw fail(`There is no release before release ${live.number} to go back to`);
    }
    const found = byNumber(text, kept) ?? byCommit(text, wanted.commit, kept, fail);
    if (found === undefined)
        throw fail(`Release ${text} is not kept on the server`, fateOf(text, there));
    if (found.origin === live.origin) {
        const copy = live.origin === live.number ? '' : `, a copy of release ${live.origin}`;
        throw fail(`Release ${text} is live already`, `It is release ${live.number}${copy}. To start it anew, there is \`restart\`.`);
    }
    return found;
};
const asChosen = ({ number, record }) => record && { number, origin: record.copyOf ?? number, record };
/** The one of that number, or the newest copy of it. */
const byNumber = (text, kept) => {
    if (!releaseNumber.test(text))
        return undefined;
    const number = Number(text);
    return kept.find((release) => release.number === number) ?? kept.find(({ origin }) => origin === number);
};
/** The newest one of a commit. */
const byCommit = (text, named, kept, fail) => {
    const prefix = text.toLowerCase();
    const matches = commitDigits.test(text) ? kept.filter(({ record }) => record.commit.startsWith(prefix)) : [];
    const commits = [...new Set(matches.map(({ record }) => record.commit))];
    if (commits.length > 1)
        throw fail(`${text} begins the names of ${commits.length} commits`);
    return matches[0] ?? kept.find(({ record }) => record.commit === named);
};
/** Why a release may be missing. */
const fateOf = (text, { sequence }) => {
    if (!releaseNumber.test(text))
        return undefined;
    return Number(text) > sequence
        ? 'There was none of this number yet.'
        : 'It failed before it was live, or it was removed since, as only the last good ones are kept.';
};
/** One line for each that is kept, the newest first. */
const tellKept = (kept, live) => [
    'These are kept:',
    ...kept.map(({ number, origin, record }) => `release ${number}${origin === number ? '' : ` (a copy of ${origin})`}, commit ${record.commit.slice(0, 12)}, of ${record.created}${number === live.number ? ', live' : ''}: ${record.subject}`),
].join('\n');

;// CONCATENATED MODULE: ./lib/plan/choose-restart.js





/**
 * What names stand for: a helper of the live release, with all its copies or one of them, or a secondary service;
 * `parts` are what that release was made from.
 */
const restartTargets = (names, { configuration, file }, parts, live, where) => {
    const isSupervised = parts?.image.kind === 'supervised';
    const programs = parts?.programs ?? [];
    const helpers = new Map(programs
        .filter(({ web }) => !web)
        .flatMap((program) => {
        const units = unitsOf(configuration.projectName, program, isSupervised, live);
        const copies = program.copies === 1
            ? []
            : (0,log_pipes/* processNames */.yh)(program).map((copy, index) => [copy, units.slice(index, index + 1)]);
        return [[program.name, units], ...copies];
    }));
    const services = configuration.services.map(({ name }) => name);
    return [...new Set(names)].map((name) => {
        const units = helpers.get(name);
        if (units)
            return { kind: 'helper', name, isSupervised, units };
        if (services.includes(name))
            return { kind: 'service', name };
        throw unknownName(name, {
            programs,
            helpers: [...helpers.keys()],
            services,
            live,
            where,
            file,
            configuration,
        });
    });
};
const unitsOf = (project, program, isSupervised, live) => isSupervised
    ? (0,stack_program/* supervisorNames */.DB)(program)
    : Array.from({ length: program.copies }, (_, index) => (0,layout/* helperContainer */.ID)(project, program.name, live, program.copies === 1 ? undefined : index + 1));
const unknownName = (name, there) => {
    const stands = 'Nothing on the server was changed.';
    if (there.programs.some((program) => program.web && program.name === name)) {
        return new failure/* Failure */.H({
            what: `${name} is the web process, which is not restarted by itself`,
            where: there.where,
            why: 'Visitors would wait meanwhile.',
            stands,
            next: '`restart` without a name starts the whole release anew, without a gap.',
        });
    }
    const all = [...there.helpers, ...there.services];
    const near = (0,configuration_near/* nearMiss */.b)(name, all);
    return new failure/* Failure */.H({
        what: `There is no helper or service ${JSON.stringify(name)}`,
        where: `release ${there.live} on ${there.where}; ${there.file}, configuration ${there.configuration.name}`,
        why: all.length === 0 ? 'There are none.' : `There are: ${all.join(', ')}.`,
        stands,
        next: near === undefined ? 'Name one of them, or none for the whole release.' : `Did you mean \`${near}\`?`,
    });
};

// EXTERNAL MODULE: ./lib/server/provision.js
var provision = __webpack_require__(368);
;// CONCATENATED MODULE: ./lib/release/restart.js





/** Milliseconds that a restart may take: what stops has up to an hour. */
const patience = 4_000_000;
/**
 * Restarts the processes or containers of a helper of the live release, each with its own signal and time to stop, and
 * watches them for as long as they must have run after a switch.
 */
const restartHelpers = async ({ session, progress, signal }, { name, isSupervised, units }, live) => {
    const states = [];
    await (0,scripts/* runStepScript */.V)(session, {
        scripts: ['release', 'helpers', 'restart'],
        title: `Restarting ${name}`,
        progress,
        signal,
        deadlineMs: patience,
        args: { RELEASE: String(live) },
        words: units,
        onMark(mark, rest) {
            if (mark === 'helper')
                states.push(rest.replaceAll(/\s+/g, ' '));
        },
        failure: () => states.length === 0
            ? {}
            : {
                what: `${name} does not run again`,
                where: `release ${live} on ${session.where}`,
                why: `${isSupervised ? 'supervisor' : 'Docker'} says: ${states.join('; ')}. Its log is below.`,
                stands: `Release ${live} is live as before; ${isSupervised ? 'supervisor' : 'Docker'} goes on trying to start ${name}.`,
                next: 'See the log for the cause. `rollback` brings the release before it back.',
            },
    });
};
/** Restarts a secondary service's container as it is, and waits until it answers. */
const restartService = async (context, service) => {
    const { session, signal } = (0,provision/* seenThrough */.px)(context);
    try {
        await session.engine.call({
            method: 'POST',
            path: `/containers/${service.containerName}/restart`,
            deadlineSeconds: 180,
            signal,
        });
    }
    catch (cause) {
        if (!(cause instanceof client/* EngineError */.N && cause.status === 404))
            throw cause;
        throw new failure/* Failure */.H({
            what: `${service.name} is not on the server`,
            where: session.where,
            next: 'Build it: `build service`.',
        }, { cause });
    }
    await (0,services/* waitUntilReady */.bs)(context, service);
};

// EXTERNAL MODULE: ./lib/stack/services.js
var stack_services = __webpack_require__(2870);
// EXTERNAL MODULE: ./lib/commands/tidy.js
var tidy = __webpack_require__(6176);
;// CONCATENATED MODULE: ./lib/commands/restart.js








/** Starts the live release anew, or some of its helpers or services. */
const restart = async ({ names }, target, invocation, observer) => {
    const begun = performance.now();
    const choose = (facts, where) => {
        requireOwner(target, invocation, facts, where);
        const chosen = liveRelease(facts.host, where);
        return { chosen, targets: restartTargets(names, target, facts.host.parts, chosen.number, where) };
    };
    if (invocation.dryRun) {
        const { facts, where } = await (0,commands_target/* readTarget */._E)(target, observer, async () => undefined);
        const { chosen } = choose(facts, where);
        const sentence = names.length > 0
            ? `Would restart ${names.join(', ')}`
            : `Would start release ${chosen.number} anew, as release ${(0,release_steps/* nextNumber */.Pt)(facts)}, without a gap`;
        return { kind: 'done', changed: false, sentence };
    }
    await using server = await (0,commands_target/* openTarget */.Ap)(target, invocation, observer, invocation.lockSeconds);
    const { chosen, targets } = choose(server.facts, server.session.where);
    if (names.length === 0) {
        const request = {
            command: 'restart',
            chosen,
            reason: 'asked for',
            asksMigrations: false,
            begun,
        };
        return { kind: 'deployed', outcome: await bringCopy(request, server, target, invocation, observer) };
    }
    observer.stage('working');
    // A release that was never settled may share its helpers with the one before.
    await (0,tidy/* tidyFirst */.v)(server, target, invocation, observer, true);
    for (const one of targets)
        await restartOne(one, chosen.number, server, target, observer);
    observer.stage('ended');
    return { kind: 'done', changed: true, sentence: `Restarted ${names.join(', ')}` };
};
/** Restarts a helper with all its copies, or a service, as a step of its own. */
const restartOne = async (one, live, { session, facts }, { configuration }, { progress, signal }) => {
    const own = progress.begin(`Restart ${one.name}`, 'asked for');
    const context = { session, progress: own, signal: AbortSignal.any([signal, session.lost]) };
    try {
        if (one.kind === 'helper')
            await restartHelpers(context, one, live);
        else {
            // Only how to know that it is ready again is taken from this; a given password plays no part in that.
            const services = (0,stack_services/* serviceStacks */.F)(configuration, facts.host.passwords, facts.host.key ?? '');
            for (const service of services.filter(({ name }) => name === one.name))
                await restartService(context, service);
        }
        own.end('done');
    }
    catch (error) {
        own.end(signal.aborted ? 'cancelled' : 'failed');
        throw error;
    }
};

// EXTERNAL MODULE: ./lib/source/git.js
var git = __webpack_require__(7497);
;// CONCATENATED MODULE: ./lib/source/commit-named.js

/** The commit that a tag, a branch or a commit's first digits name in a repository; undefined when there is none. */
const commitNamed = async (name, repository) => {
    for (const ref of [`refs/tags/${name}`, name, `refs/remotes/origin/${name}`]) {
        const commit = await (0,git/* tryGit */.Ii)(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], {
            cwd: repository,
        });
        if (commit !== undefined)
            return commit.trim();
    }
    return undefined;
};

;// CONCATENATED MODULE: ./lib/commands/rollback.js






/** Brings an earlier release back. */
const rollback = async ({ to, despiteMigrations }, target, invocation, observer) => {
    const begun = performance.now();
    const commit = to === undefined ? undefined : await commitNamed(to, invocation.workspace);
    if (to !== undefined && isName(to) && commit === undefined) {
        throw new failure/* Failure */.H({
            what: `There is no release, commit or tag ${JSON.stringify(to)}`,
            where: invocation.workspace,
            why: 'A release has a number, a commit at least 7 hexadecimal digits, and git knows no tag or branch of this name here.',
            stands: 'Nothing on the server was changed.',
            next: 'Name a release by its number. In a workflow, the checkout fetches tags with `fetch-depth: 0`.',
        });
    }
    const choose = (facts, where) => {
        requireOwner(target, invocation, facts, where);
        return chooseRelease({ text: to, commit }, facts.host, where);
    };
    if (invocation.dryRun) {
        const { facts, where } = await (0,commands_target/* readTarget */._E)(target, observer, async () => undefined);
        const chosen = choose(facts, where);
        return {
            kind: 'done',
            changed: false,
            sentence: wouldBring(chosen, (0,release_steps/* nextNumber */.Pt)(facts), despiteMigrations),
        };
    }
    await using server = await (0,commands_target/* openTarget */.Ap)(target, invocation, observer, invocation.lockSeconds);
    const chosen = choose(server.facts, server.session.where);
    observer.progress.note(`Back to ${tell(chosen)}`);
    const request = {
        command: 'rollback',
        chosen,
        reason: to === undefined ? 'the last good one before' : `${to} is asked for`,
        asksMigrations: !despiteMigrations,
        begun,
    };
    return { kind: 'deployed', outcome: await bringCopy(request, server, target, invocation, observer) };
};
const tell = ({ origin, record: { commit, subject } }) => `release ${origin}, commit ${commit.slice(0, 12)}: ${subject}`;
const wouldBring = (chosen, number, despiteMigrations) => `Would bring back ${tell(chosen)}, as release ${number}. ${despiteMigrations
    ? 'Migrations that it does not know would not be asked for.'
    : 'Whether the database has migrations that it does not know is asked when it starts.'}`;

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/server/connection/shell-quote.js
var shell_quote = __webpack_require__(6371);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/server/interactive-marks.js
/** What comes before a program's own output: lines of the script that starts it. */
/** Reads the beginning of an output: all that came so far goes in, until the line `@jetee begin` is there. */
const readStart = (output) => {
    // A byte is a character in this encoding; a terminal puts a carriage return before the line's end, or several.
    const match = /(?:^|[\r\n])@jetee begin((?: [\w.-]+)*)\r*\n/.exec(output.toString('latin1'));
    if (!match)
        return { kind: 'waiting' };
    const [line, words = ''] = match;
    return {
        kind: 'begun',
        words: words.split(' ').filter(Boolean),
        rest: output.subarray(match.index + line.length),
    };
};
/** Why a script did not start anything: the words of its line `@jetee no`. */
const readRefusal = (output) => /(?:^|[\r\n])@jetee no ([^\r\n]*)/.exec(output)?.[1]?.split(' ');

;// CONCATENATED MODULE: ./lib/server/interactive-terminal.js
/** What the server's terminal shall be: of this one's kind and size. A `TERM` with unusual characters counts as none. */
const terminalLike = (output, term) => ({
    term: term !== undefined && /^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$/.test(term) ? term : 'xterm',
    ...sizeOf(output),
});
const sizeOf = ({ rows, columns }) => ({
    rows: rows || 24,
    cols: columns || 80,
});
/**
 * Sends every key as it is, Ctrl-C and its like among them, and tells each new size, until disposed. The terminal comes
 * back also when the process ends meanwhile, or is told to end.
 */
const holdTerminal = ({ input, output }, onResize) => {
    const resized = () => onResize(sizeOf(output));
    const restore = () => {
        input.setRawMode(false);
    };
    input.setRawMode(true);
    output.on('resize', resized);
    process.on('exit', restore);
    return {
        [Symbol.dispose]() {
            output.off('resize', resized);
            process.off('exit', restore);
            restore();
        },
    };
};
/**
 * Undoes what a program that was cut off may have set: other keypad and cursor keys, the mouse, pasting in brackets, a
 * hidden cursor, colours, and the second screen (left without a jump of the cursor, as it may never have been entered).
 */
const resetScreen = '\x1b[?1l\x1b>\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?2004l\x1b[?25h\x1b[0m\x1b[?1047l\r\n';

;// CONCATENATED MODULE: ./lib/server/interactive.js




/** Runs a program on the server with this side's streams for its own, to its end. */
const interact = async (connection, interaction) => {
    const { command, streams, terminal, signal, onBegin } = interaction;
    const { input, output, errors } = streams;
    const channel = await connection.exec(command, { stdin: true, terminal, signal });
    using cleanUp = new DisposableStack();
    // Whoever reads this side's output may leave before the program ends; it is told as a pipe would.
    let broken = false;
    const hangUp = () => {
        broken = true;
        channel.close();
    };
    const begin = (words) => {
        onBegin(words);
        if (terminal)
            cleanUp.use(holdTerminal(streams, channel.resize));
        for (const stream of [output, errors]) {
            stream.on('error', hangUp);
            cleanUp.defer(() => stream.off('error', hangUp));
        }
        input.on('error', hangUp);
        input.pipe(channel.stdin);
        cleanUp.defer(() => {
            input.off('error', hangUp);
            input.unpipe(channel.stdin);
            input.pause();
            // Nothing more is read; an open pipe must not keep the process.
            if (typeof input.unref === 'function')
                input.unref();
        });
    };
    let begun = false;
    let early = Buffer.alloc(0);
    const earlyErrors = [];
    channel.stdout.on('data', (chunk) => {
        if (begun)
            return pass(chunk, channel.stdout, output);
        early = Buffer.concat([early, chunk]);
        const start = readStart(early);
        if (start.kind === 'waiting')
            return;
        begun = true;
        begin(start.words);
        for (const said of earlyErrors)
            pass(said, channel.stderr, errors);
        pass(start.rest, channel.stdout, output);
    });
    channel.stderr.on('data', (chunk) => {
        if (begun)
            pass(chunk, channel.stderr, errors);
        else
            earlyErrors.push(chunk);
    });
    try {
        const status = statusOf(await channel.done);
        return begun
            ? { kind: 'ended', status }
            : { kind: 'refused', status, output: early.toString(), errors: Buffer.concat(earlyErrors).toString() };
    }
    catch (error) {
        if (broken)
            return { kind: 'ended', status: statusOf({ code: null, signal: 'SIGPIPE' }) };
        if (begun && terminal)
            output.write(resetScreen);
        throw begun && connection.closed.aborted && !signal.aborted ? cutOff(error) : error;
    }
};
/** Writes on, at the pace at which it is taken. */
const pass = (chunk, from, to) => {
    if (chunk.length === 0 || to.write(chunk))
        return;
    from.pause();
    to.once('drain', () => from.resume());
};
/** An end as a shell's `$?` has it. */
const statusOf = ({ code, signal = '' }) => {
    if (code !== null)
        return code;
    const name = signal.startsWith('SIG') ? signal : `SIG${signal}`;
    const number = external_node_os_.constants.signals[name];
    return number === undefined ? 255 : 128 + number;
};
const cutOff = (cause) => cause instanceof failure/* Failure */.H
    ? new failure/* Failure */.H({ ...cause.details, next: 'What ran in this terminal is told to end, within 20 seconds.' }, { cause })
    : cause;

// EXTERNAL MODULE: ./lib/server/script-text.js
var script_text = __webpack_require__(6478);
;// CONCATENATED MODULE: ./lib/server/interactive-guard.js




/** Milliseconds between two signs of life. */
const beat = 5000;
/**
 * Opens a guard, in a channel beside the terminal's. Where the server allows no second one, there is none: what the
 * terminal leaves behind then lasts as long as its container.
 */
const openGuard = (connection) => {
    const script = (0,script_text/* scriptText */.r)({ HANG_UP: (0,templates/* readScript */.Uq)('hang-up') }, ['guard']);
    const opening = connection.exec((0,shell_quote/* commandLine */.a)([...session/* asRoot */.t, 'sh', '-c', script]), { stdin: true });
    opening.then(({ stdout, stderr, done }) => {
        stdout.resume();
        stderr.resume();
        done.catch(() => { });
    }, () => { });
    const tell = (line) => {
        opening.then(({ stdin }) => stdin.write(`${line}\n`), () => { });
    };
    const heartbeat = setInterval(() => tell(''), beat);
    return {
        watch: tell,
        release: () => tell('over'),
        [Symbol.dispose]: () => clearInterval(heartbeat),
    };
};

;// CONCATENATED MODULE: ./lib/stack/once-container.js

/** What supervisor sets of its programs' user, in its own container. */
const app = { HOME: '/home/app', USER: 'app', LOGNAME: 'app' };
/**
 * The container for a command: the release's image, environment, network, name servers, volumes and limits. It counts to
 * no release, so that no deploy takes it for one of its own. It has no fixed address, and no check of its health. Where
 * the image is not made here, its entry point gets the command, as it gets those of tasks.
 */
const onceSpec = (project, { number, containers, supervised, hasInit, found }, { words, identity, terminal }) => {
    const main = containers.find(({ name }) => name === (0,layout/* releaseContainer */.Lt)(project, number));
    if (!main)
        return undefined;
    const { NetworkingConfig: _address, StopSignal: _signal, StopTimeout: _time, ...own } = main.spec;
    const { Dns, DnsSearch, DnsOptions, Entrypoint } = found;
    return {
        name: (0,layout/* onceContainer */.fk)(project, identity),
        spec: {
            ...own,
            ...(supervised && { Entrypoint: [], User: 'app' }),
            Cmd: words,
            Env: [
                ...(own.Env ?? []),
                ...(supervised ? Object.entries(app).map(([name, value]) => `${name}=${value}`) : []),
                ...(terminal ? [`TERM=${terminal.term}`] : []),
            ],
            Hostname: `${project}-run`,
            Labels: { ...own.Labels, [layout/* labels */.WD.service]: 'run', [layout/* labels */.WD.release]: '', [layout/* labels */.WD.spec]: '' },
            Healthcheck: { Test: ['NONE'], Interval: 0, Timeout: 0 },
            Tty: terminal !== undefined,
            OpenStdin: true,
            StdinOnce: true,
            AttachStdin: true,
            AttachStdout: true,
            AttachStderr: true,
            HostConfig: {
                ...own.HostConfig,
                RestartPolicy: { Name: 'no' },
                AutoRemove: true,
                // Some images bring a first process of their own, which must be the first.
                ...(hasInit &&
                    (supervised || !/(^|\/)(init|systemd)$/.test(Entrypoint?.[0] ?? '')) && { Init: true }),
                ...(terminal && { ConsoleSize: [terminal.rows, terminal.cols] }),
                ...(Dns?.length && { Dns }),
                ...(DnsSearch?.length && { DnsSearch }),
                ...(DnsOptions?.length && { DnsOptions }),
            },
        },
    };
};

;// CONCATENATED MODULE: ./lib/commands/inside-failure.js



/** Why nothing could be opened inside of the server, for people. */
const insideFailure = ({ status, output, errors }, connection, { projectName, name }) => {
    const { where } = connection;
    const [reason, first = '', second = ''] = readRefusal(output) ?? [];
    const lines = `${output}\n${errors}`
        .split(/[\r\n]+/)
        .filter((line) => line.trim() !== '' && !line.startsWith('@jetee'));
    switch (reason) {
        case 'rights':
            return (0,lock/* refusal */.x)(connection, status, first, errors);
        case 'release':
            return new failure/* Failure */.H({
                what: `No release of ${projectName} is live on the server`,
                where,
                why: 'It was never deployed there, or its first deploy did not come to its end.',
                next: 'Deploy it: `build all`.',
            });
        case 'container':
            return new failure/* Failure */.H({
                what: `There is no container ${first} of the project on the server`,
                where,
                output: lines,
                next: 'Deploy the configuration as it is: `build all`.',
            });
        case 'running':
            return new failure/* Failure */.H({
                what: `The container ${first} does not run`,
                where,
                why: `Its state is “${second}”.`,
                next: `\`docker logs ${first}\` on the server tells what it said last; a deploy starts it again.`,
            });
        case 'configuration':
            return new failure/* Failure */.H({
                what: `The project ${projectName} on the server is not of the configuration ${name}`,
                where,
                why: `It was deployed by the configuration ${first}.`,
                next: `Name that one: \`-n ${first}\`.`,
            });
        default:
            return new failure/* Failure */.H({
                what: 'Nothing could be started on the server',
                where,
                why: `What was to start it ended with status ${status}.`,
                output: lines,
                next: 'An image without a shell (`sh`) can be entered by no shell; `run` starts its own programs in a container of their own.',
            });
    }
};

;// CONCATENATED MODULE: ./lib/commands/run-once.js
















/** Runs a command in a fresh container of the live release; gives its exit status. */
const runOnce = async ({ words }, target, invocation, observer) => {
    const { configuration } = target;
    const { console, signal } = observer;
    const project = configuration.projectName;
    const terminal = console.isTerminal ? terminalLike(console.output, invocation.env.TERM) : undefined;
    const script = (names, variables) => {
        const all = { ROOT: layout/* root */.zr, PROJECT: project, ...variables };
        return (0,shell_quote/* commandLine */.a)([...session/* asRoot */.t, 'sh', '-c', (0,script_text/* scriptText */.r)(all, ['inside', ...names])]);
    };
    await using connection = await (0,commands_target/* connectTo */.m6)(target, observer);
    // Both open while the release's record is being read.
    using guard = openGuard(connection);
    const engine = (0,engine_open/* openEngine */.F)(connection, session/* asRoot */.t);
    using _ = { [Symbol.dispose]: () => engine.close() };
    const live = await readLive(connection, script(['once'], { CONFIGURATION: configuration.name }), target, signal);
    const identity = (0,external_node_crypto_.randomBytes)(4).toString('hex');
    const container = onceSpec(project, live, { words, identity, terminal });
    if (!container) {
        throw new failure/* Failure */.H({
            what: `The record of release ${live.number} is incomplete`,
            where: connection.where,
            next: 'Deploy again: `build all`.',
        });
    }
    // From here on something is left when this side is cut off.
    guard.watch(`container ${container.name}`);
    await (0,server_containers/* createContainer */.g$)(engine, container.name, container.spec, signal);
    const ending = await interact(connection, {
        command: script(['attach'], { CONTAINER: container.name, TERMINAL: terminal?.term ?? '' }),
        streams: console,
        terminal,
        signal,
        onBegin: () => { },
    });
    if (ending.kind === 'refused')
        throw insideFailure(ending, connection, configuration);
    guard.release();
    return ending.status;
};
/** Reads what the live release was made from; its environment comes over the connection, and is kept nowhere. */
const readLive = async (connection, command, { configuration }, signal) => {
    const { output, errors, code } = await (0,read_to_end/* readToEnd */.f)(await connection.exec(command, { signal }));
    if (code !== 0)
        throw insideFailure({ status: code ?? 1, output, errors }, connection, configuration);
    const { first, has } = (0,word_lines/* wordLines */.k)(output);
    const record = Buffer.from(first('record') ?? '', 'base64').toString();
    return {
        number: Number(first('live')),
        containers: JSON.parse(record),
        supervised: has('supervised'),
        hasInit: has('init'),
        found: JSON.parse(first('found') ?? ''),
    };
};

;// CONCATENATED MODULE: ./lib/commands/ssh.js












/** Opens a shell, or runs a command, in a container that runs; gives its exit status. */
const ssh = async ({ service, words }, target, invocation, observer) => {
    const { configuration } = target;
    if (service !== undefined)
        checkService(service, configuration.services.map(({ name }) => name));
    const { console, signal } = observer;
    const terminal = console.isTerminal ? terminalLike(console.output, invocation.env.TERM) : undefined;
    const variables = {
        ROOT: layout/* root */.zr,
        PROJECT: configuration.projectName,
        CONFIGURATION: configuration.name,
        SERVICE: service ?? '',
        TERMINAL: terminal?.term ?? '',
        ROWS: String(terminal?.rows ?? ''),
        COLS: String(terminal?.cols ?? ''),
        IN_CONTAINER: (0,templates/* readScript */.Uq)('in-container'),
    };
    const script = (0,script_text/* scriptText */.r)(variables, ['inside', 'ssh']);
    await using connection = await (0,commands_target/* connectTo */.m6)(target, observer);
    using guard = openGuard(connection);
    const ending = await interact(connection, {
        command: (0,shell_quote/* commandLine */.a)([...session/* asRoot */.t, 'sh', '-c', script, 'jetee', ...words]),
        streams: console,
        terminal,
        signal,
        onBegin: (begun) => guard.watch(['session', ...begun].join(' ')),
    });
    if (ending.kind === 'refused')
        throw insideFailure(ending, connection, configuration);
    guard.release();
    return ending.status;
};
/** A service that the configuration does not have is told before anything is connected to. */
const checkService = (service, services) => {
    if (services.includes(service))
        return;
    const meant = (0,configuration_near/* nearMiss */.b)(service, services);
    const list = services.length === 0 ? 'none' : services.map((name) => `\`${name}\``).join(', ');
    throw new failure/* Failure */.H({
        what: `There is no service ${service}`,
        why: `The configuration’s services are: ${list}. The project’s own container is meant by naming none.`,
        next: meant === undefined
            ? 'Name one of these; a command stands behind `--`.'
            : `Did you mean \`${meant}\`? A command stands behind \`--\`.`,
    });
};

;// CONCATENATED MODULE: ./lib/status/processes.js
/** Reads what `supervisorctl status` prints of a container's processes; `now` is in seconds since 1970. */
const processStatuses = (lines, container, now) => lines.flatMap((line) => {
    const [, name = '', state = '', rest = ''] = /^(\S+)\s+([A-Z]{4,})\s*(.*)$/.exec(line) ?? [];
    if (!name)
        return [];
    const seconds = uptime(rest);
    return [
        {
            name: name.slice(name.indexOf(':') + 1),
            container,
            state: state.toLowerCase(),
            since: seconds === undefined ? null : new Date((now - seconds) * 1000).toISOString(),
            note: seconds === undefined && rest !== '' ? rest : null,
            ok: state === 'RUNNING',
        },
    ];
});
/** Seconds of `pid 12, uptime 1 day, 2:03:04`. */
const uptime = (text) => {
    const [, days = '0', hours, minutes, seconds] = /uptime (?:(\d+) days?, )?(\d+):(\d\d):(\d\d)$/.exec(text) ?? [];
    return hours === undefined
        ? undefined
        : ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
};

;// CONCATENATED MODULE: ./lib/status/judge.js




/** Part of the disk that must be free. */
const leastFree = 0.05;
/** What facts say of a configuration, and what of it is wrong. */
const judge = (configuration, hasWeb, where, facts) => {
    const { projectName: project } = configuration;
    const services = serviceStatuses(configuration, hasWeb, facts);
    const processes = processStatusesOf(configuration, facts);
    const site = hasWeb && facts.live !== undefined ? siteStatus(configuration, facts) : null;
    // nginx and Consul may be there for other projects.
    const own = configuration.services.map(({ name }) => (0,layout/* serviceContainer */.hh)(project, name));
    const isAbsent = facts.live === undefined &&
        !services.some(({ container, state }) => own.includes(container) && state !== 'missing');
    const problems = isAbsent
        ? []
        : [
            ...(facts.docker === undefined ? ['Docker does not answer'] : []),
            ...services.flatMap(serviceProblem),
            ...(facts.live === undefined ? ['no release is live'] : releaseProblems(facts.live, processes)),
            ...processes.filter(({ ok }) => !ok).map(({ name, state }) => `process ${name} is ${state}`),
            ...(site && !site.healthy
                ? [`the site ${site.status === null ? 'does not answer' : `answers with status ${site.status}`}`]
                : []),
            ...(facts.disk.freeKiB < facts.disk.totalKiB * leastFree ? ['the disk is nearly full'] : []),
        ];
    return {
        project,
        configuration: configuration.name,
        state: isAbsent ? 'absent' : problems.length > 0 ? 'ailing' : 'well',
        problems,
        server: {
            where,
            os: facts.os,
            kernel: facts.kernel,
            uptimeSeconds: facts.uptimeSeconds,
            load: facts.load,
            processors: facts.processors,
            memory: {
                totalBytes: facts.memory.totalKiB * 1024,
                availableBytes: facts.memory.availableKiB * 1024,
            },
            disk: {
                path: facts.disk.path,
                totalBytes: facts.disk.totalKiB * 1024,
                freeBytes: facts.disk.freeKiB * 1024,
            },
            docker: facts.docker ?? null,
        },
        lockHolder: facts.holder ?? null,
        release: facts.live === undefined
            ? null
            : {
                number: facts.live,
                commit: facts.record?.commit ?? null,
                subject: facts.record?.subject ?? null,
                author: facts.record?.author ?? null,
                created: facts.record?.created ?? null,
                settled: facts.settled,
            },
        site,
        services,
        processes,
        deploys: facts.deploys
            .filter((line) => line.project === project)
            .map(({ time, release, commit, actor, run, outcome }) => ({
            time,
            release: release ?? null,
            commit: commit ?? null,
            actor,
            run: run || null,
            outcome,
        }))
            .reverse(),
    };
};
const serviceStatuses = ({ projectName: project, services, discovery }, hasWeb, facts) => {
    const expected = [
        ...services.map(({ name }) => ({ name, container: (0,layout/* serviceContainer */.hh)(project, name) })),
        ...(hasWeb
            ? [
                ...(facts.live === undefined ? [] : [{ name: 'entrance', container: (0,layout/* entranceContainer */.ub)(project) }]),
                { name: 'nginx', container: layout/* nginxContainer */.K$ },
            ]
            : []),
        ...(discovery === 'consul' ? [{ name: 'consul', container: layout/* consulContainer */.sx }] : []),
    ];
    const canAsk = facts.containers.some(({ name, state }) => name === layout/* consulContainer */.sx && state === 'running');
    return expected.map(({ name, container }) => {
        const found = facts.containers.find((candidate) => candidate.name === container);
        const discovered = (canAsk ? facts.discovered.get(container) : undefined) ?? null;
        const health = readHealth(found?.health);
        return {
            name,
            container,
            image: found?.image ?? null,
            state: found?.state ?? 'missing',
            health,
            discovered,
            since: sinceOf(found),
            restarts: found?.restarts ?? 0,
            ok: found?.state === 'running' && health !== 'unhealthy' && discovered !== false,
        };
    });
};
const readHealth = (text) => text === 'healthy' || text === 'unhealthy' || text === 'starting' ? text : null;
/** Since when a container is what it is; Docker writes the year 1 for never. */
const sinceOf = (found) => {
    const time = found && (found.state === 'running' ? found.started : found.finished);
    return !time || time.startsWith('0001') ? null : time;
};
const serviceProblem = ({ name, state, health, discovered, ok }) => {
    if (ok)
        return [];
    if (state !== 'running')
        return [`${name} is ${state}`];
    if (health === 'unhealthy')
        return [`${name} is unhealthy`];
    return discovered === false ? [`${name} is out of discovery`] : [];
};
/** The processes of the live release: supervisor's, or the containers that it consists of. */
const processStatusesOf = ({ project: { type }, projectName }, { containers, processes, live, now }) => {
    if (live === undefined)
        return [];
    const own = containers.filter(({ labels }) => labels.release === String(live) && ['primary', 'helper', 'door'].includes(labels.service));
    const main = own.find(({ labels }) => labels.service === 'primary');
    if (type.supervised && main?.state === 'running') {
        const door = own.filter(({ labels }) => labels.service === 'door');
        return [...processStatuses(processes, main.name, now), ...door.map(contained(projectName, live))];
    }
    return own.map(contained(projectName, live));
};
/** A container of its own as a process. */
const contained = (project, live) => (container) => ({
    name: nameInRelease(container.name, project, live) ?? container.name,
    container: container.name,
    state: container.state,
    since: container.state === 'running' ? sinceOf(container) : null,
    note: container.state === 'exited' ? `it ended with status ${container.exitCode}` : null,
    ok: container.state === 'running',
});
const releaseProblems = (live, processes) => processes.length === 0 ? [`release ${live} has no process`] : [];
const siteStatus = ({ serverNames, site, project: { healthCheck } }, facts) => {
    const status = facts.site?.status ?? null;
    const { from, to } = healthCheck.status;
    return {
        names: (0,site_names/* siteNames */.qf)(serverNames, site.redirectWww).served,
        path: healthCheck.path,
        status,
        milliseconds: facts.site ? Math.round(facts.site.seconds * 1000) : null,
        maintenance: facts.maintenance,
        healthy: facts.maintenance ? status === 503 : status !== null && status >= from && status <= to,
    };
};

// EXTERNAL MODULE: ./lib/stack/registration.js + 1 modules
var registration = __webpack_require__(1348);
;// CONCATENATED MODULE: ./lib/status/facts.js

/** Reads what `status.sh` prints; undefined where it did not come to its end. */
const parseStatus = (text) => {
    const { all, first, has } = (0,word_lines/* wordLines */.k)(text);
    const numbers = (word) => (first(word) ?? '').split(' ').map(Number);
    if (!has('ready'))
        return undefined;
    const [availableKiB = 0, totalKiB = 0] = numbers('memory');
    const [freeKiB = 0, diskKiB = 0] = numbers('disk');
    const live = Number.parseInt(first('live') ?? '', 10);
    const [status = 0, seconds = 0] = numbers('site');
    const docker = first('docker');
    return {
        os: first('os') ?? 'unknown',
        kernel: first('kernel') ?? 'unknown',
        uptimeSeconds: numbers('uptime')[0] ?? 0,
        load: numbers('load'),
        processors: numbers('processors')[0] ?? 0,
        memory: { availableKiB, totalKiB },
        disk: { freeKiB, totalKiB: diskKiB, path: (first('disk') ?? '').split(' ').slice(2).join(' ') },
        now: numbers('now')[0] ?? 0,
        docker: docker === 'silent' ? undefined : docker,
        holder: (0,word_lines/* holderName */.i)(first('held')),
        live: Number.isNaN(live) ? undefined : live,
        record: parseObject(first('release')),
        settled: has('settled'),
        maintenance: has('maintenance'),
        containers: all('container').flatMap((line) => {
            const container = parseObject(line);
            return container ? [{ ...container, name: container.name.replace(/^\//, '') }] : [];
        }),
        processes: all('process'),
        site: first('site') && status > 0 ? { status, seconds } : undefined,
        discovered: new Map(all('discovery').map((line) => {
            const [name = '', answer] = line.split(' ');
            return [name, answer === 'yes'];
        })),
        deploys: all('deploy').flatMap((line) => parseObject(line) ?? []),
    };
};
const parseObject = (line) => {
    try {
        return line === undefined ? undefined : JSON.parse(line);
    }
    catch {
        return undefined;
    }
};

;// CONCATENATED MODULE: ./lib/status/read.js








/** Reads how a server is, by one script that asks everything side by side. */
const readStatus = async (connection, { projectName: project, serverNames, site, project: { healthCheck }, services, discovery }, hasWeb, signal) => {
    const names = discovery === 'consul'
        ? [
            ...services.map(({ name }) => (0,layout/* serviceContainer */.hh)(project, name)),
            ...(hasWeb ? [(0,layout/* entranceContainer */.ub)(project)] : []),
        ]
        : [];
    const channel = await (0,look/* startReading */.B)(connection, project, ['disk', 'status'], {
        HOST: hasWeb ? (0,site_names/* literalName */.xz)((0,site_names/* siteNames */.qf)(serverNames, site.redirectWww)) : '',
        SITE_PATH: healthCheck.path,
        NAMES: names.join(' '),
        QUESTIONS: names.map((name) => (0,registration/* dnsQuestion */.WG)(`${name}.service.consul`)).join(' '),
    }, signal);
    const { output, errors, code } = await (0,read_to_end/* readToEnd */.f)(channel);
    const facts = code === 0 ? parseStatus(output) : undefined;
    if (facts)
        return facts;
    throw (0,lock/* refusal */.x)(connection, code, (0,word_lines/* wordLines */.k)(output).first('denied'), errors);
};

;// CONCATENATED MODULE: ./lib/status/status.js
/** Statuses that the command ends with, by what it found. */
const exitCodes = { well: 0, ailing: 1, absent: 2 };

;// CONCATENATED MODULE: ./lib/status/text.js




/** A status as lines for a terminal; `now` is in milliseconds since 1970. */
const statusText = (status, now) => [
    `${status.project} (${status.configuration}) on ${status.server.where}`,
    '',
    ...(0,report_table/* aligned */.b6)(facts(status, now)),
    ...tables(status, now).flatMap((table) => [
        '',
        ...(0,report_table/* aligned */.b6)([table.head.map((word) => word.toUpperCase()), ...table.rows]),
    ]),
    '',
    conclusion(status),
].map(harmless);
/** A status as Markdown, for the step summary. */
const statusSummary = (status, now) => {
    return [
        `## ${marks[status.state]} ${(0,render_failure/* escapeMarkdown */.FV)(`${status.project} (${status.configuration})`)}`,
        (0,render_failure/* escapeMarkdown */.FV)(conclusion(status)),
        (0,report_table/* markdownTable */.Qj)(['', ''], facts(status, now)),
        ...tables(status, now).map(({ head, rows }) => (0,report_table/* markdownTable */.Qj)(head, rows)),
        '',
    ].join('\n\n');
};
const marks = { well: '✅', ailing: '❌', absent: '⏭️' };
const conclusion = ({ state, problems }) => {
    switch (state) {
        case 'well':
            return 'All is well.';
        case 'ailing':
            return `Something is wrong: ${problems.join(', ')}.`;
        case 'absent':
            return 'Nothing is deployed yet.';
    }
};
/** What stands alone, as labels and texts. */
const facts = ({ server, lockHolder, release, site }, now) => {
    const { load, memory, disk } = server;
    const used = (total, free) => `${(0,words/* bytes */.ee)(total - free)} of ${(0,words/* bytes */.ee)(total)} used`;
    return [
        ['Server', `${server.os}, up ${(0,words/* span */.Ln)(server.uptimeSeconds)}`],
        [
            'Load',
            `${load.join(' ')} on ${server.processors} ${server.processors === 1 ? 'processor' : 'processors'}`,
        ],
        ['Memory', used(memory.totalBytes, memory.availableBytes)],
        ['Disk', `${used(disk.totalBytes, disk.freeBytes)} (${disk.path})`],
        ['Docker', server.docker ?? 'does not answer'],
        ['Lock', lockHolder === null ? 'free' : `held by ${lockHolder}`],
        [
            'Release',
            release === null
                ? 'none'
                : [
                    `${release.number}${release.settled ? '' : ' (not settled)'}`,
                    ...(release.commit === null
                        ? []
                        : [release.commit.slice(0, 12), `${release.subject} (${release.author})`]),
                    ...(release.created === null ? [] : [`made ${(0,words/* ageOf */.hy)(release.created, now)} ago`]),
                ].join(', '),
        ],
        ...(site === null
            ? []
            : [
                [
                    'Site',
                    `${site.names.join(', ')}: ${site.status === null ? 'no answer' : `${site.status} in ${site.milliseconds} ms`} (${site.path})${site.maintenance ? ', maintenance is on' : ''}`,
                ],
            ]),
    ];
};
const tables = ({ services, processes, deploys }, now) => {
    const age = (time) => (time === null ? '–' : (0,words/* ageOf */.hy)(time, now));
    const all = [
        {
            head: ['Service', 'State', 'Health', 'Discovery', 'Since', 'Image'],
            rows: services.map(({ name, state, health, discovered, since, image }) => [
                name,
                state,
                health ?? '–',
                discovered === null ? '–' : discovered ? 'yes' : 'no',
                age(since),
                image ?? '–',
            ]),
        },
        {
            head: ['Process', 'State', 'Since', 'Note'],
            rows: processes.map(({ name, state, since, note }) => [name, state, age(since), note ?? '']),
        },
        {
            head: ['Deploy', 'Release', 'Commit', 'By', 'Outcome'],
            rows: deploys.map(({ time, release, commit, actor, outcome }) => [
                `${(0,words/* ageOf */.hy)(time, now)} ago`,
                release === null ? '–' : String(release),
                commit?.slice(0, 12) ?? '–',
                actor,
                outcome,
            ]),
        },
    ];
    return all.filter(({ rows }) => rows.length > 0);
};

;// CONCATENATED MODULE: ./lib/commands/status.js






/** Shows what runs on the server, and how it is. */
const status_status = async (command, target, observer) => {
    const { configuration } = target;
    const { project, primary } = configuration;
    const image = project.type.image(project.settings, primary.baseImage);
    const hasWeb = (0,stack_program/* hasWebProcess */.w$)(image, (0,stack_program/* programStacks */.YQ)(project, image));
    await using connection = await (0,commands_target/* connectTo */.m6)(target, observer);
    const facts = await readStatus(connection, configuration, hasWeb, observer.signal);
    const found = judge(configuration, hasWeb, connection.where, facts);
    const now = facts.now * 1000;
    const text = command.json ? JSON.stringify(found, undefined, 2) : statusText(found, now).join('\n');
    observer.console.output.write(`${text}\n`);
    return { exitCode: exitCodes[found.state], summary: statusSummary(found, now) };
};

// EXTERNAL MODULE: ./lib/configuration/nothing.js
var configuration_nothing = __webpack_require__(5847);
// EXTERNAL MODULE: ./lib/github/event.js
var github_event = __webpack_require__(9607);
;// CONCATENATED MODULE: ./lib/commands/without-secrets.js


/** What a decision comes to in a job that GitHub gave no secrets; undefined where it did, or where none are needed. */
const withoutSecrets = ({ kind }, { privateKey, reach, repository, actor, trigger: { happened } }) => {
    if (kind === 'nothing' || kind === 'check' || reach || privateKey.trim() !== '')
        return undefined;
    const isPull = happened?.kind === 'pull-request';
    if (actor === github_event/* dependabot */.FX || (isPull && happened.sender === github_event/* dependabot */.FX))
        return (0,configuration_nothing/* nothing */.s)('GitHub gives the secrets of Actions to no run that Dependabot started', isPull
            ? 'A workflow `on: pull_request_target` has them when somebody who may write to the repository sets the label of the previews.'
            : 'The push that follows a merge has them.');
    const isFork = isPull &&
        happened.name !== 'pull_request_target' &&
        happened.pull.headRepository?.toLowerCase() !== repository.toLowerCase();
    return isFork
        ? (0,configuration_nothing/* nothing */.s)('GitHub gives no secrets to `on: pull_request` of a fork', 'A workflow `on: pull_request_target` has them: with it, the preview comes when somebody who may write to the repository sets the label of the previews.')
        : undefined;
};

;// CONCATENATED MODULE: ./lib/commands/run.js




















/** Runs a command: from what was asked for, by way of a decision which configuration that means, to what came of it. */
const run = async (invocation, observer) => {
    const { note } = observer.progress;
    const { command } = invocation;
    if (command.kind === 'check') {
        const loaded = await (0,commands_target/* openDeployment */.Q6)(invocation);
        return runCheck(loaded, (0,choose/* chooseForCheck */.vv)(loaded.deployment, invocation), invocation, observer);
    }
    const { loaded, note: news } = await (0,base_deployment/* decidingDeployment */.f)(invocation);
    if (news !== undefined)
        note(news);
    const chosen = (0,choose/* chooseConfiguration */.sE)(loaded.deployment, invocation);
    const decision = withoutSecrets(chosen, invocation) ?? chosen;
    switch (decision.kind) {
        case 'nothing':
            note(`Nothing is deployed: ${decision.because}`);
            return decision;
        case 'check':
            return checkOwn(decision, invocation, observer);
        case 'preview':
        case 'remove-previews':
        case 'unlabel':
            return (0,preview/* previewFor */.Q)(loaded, decision, asDryRun(invocation), observer);
        case 'named-preview': {
            note(`Preview of pull request ${decision.number}: ${decision.because}`);
            const target = await namedPreview(loaded, decision.number, command, invocation, observer);
            observer.chosen?.(target.configuration);
            return runOn(command, loaded, target, invocation, observer);
        }
        case 'deploy': {
            note(`Configuration ${decision.name}: ${decision.because}`);
            const target = await (0,commands_target/* targetFor */.x1)(loaded, decision.name, invocation);
            observer.chosen?.(target.configuration);
            return runOn(command, loaded, target, invocation, observer);
        }
    }
};
const runOn = async (command, loaded, target, invocation, observer) => {
    switch (command.kind) {
        case 'deploy':
            return command.isPlan || invocation.dryRun
                ? { kind: 'planned', plan: await (0,plan/* plan */.e)(command, target, invocation, observer) }
                : (0,deploy/* deploy */.g)(command, target, invocation, observer);
        case 'ssh':
            return { kind: 'looked', exitCode: await ssh(command, target, invocation, observer) };
        case 'run':
            return { kind: 'looked', exitCode: await runOnce(command, target, invocation, observer) };
        case 'logs':
            return { kind: 'looked', exitCode: await logs(command, target, invocation, observer) };
        case 'status':
            return { kind: 'looked', ...(await status_status(command, target, observer)) };
        case 'releases':
            return { kind: 'looked', ...(await releases(command, target, observer)) };
        case 'rollback':
            return rollback(command, target, invocation, observer);
        case 'restart':
            return restart(command, target, invocation, observer);
        case 'maintenance':
            return maintenance(command, target, invocation, observer);
        case 'destroy':
            return destroy(command, target, invocation, observer);
        case 'previews':
            return previews(command, loaded, invocation, observer);
        case 'deploy-key':
            return deployKey(command, target, invocation, observer);
    }
};
/** What an event means for a preview is only told, too, when the command is a plan. */
const asDryRun = (invocation) => {
    const { command } = invocation;
    return command.kind === 'deploy' && command.isPlan ? { ...invocation, dryRun: true } : invocation;
};
/** Checks the file that the pull request brings, whichever has decided that it is to be checked. */
const checkOwn = async (decision, invocation, observer) => {
    const loaded = await (0,base_deployment/* ownDeployment */.K)(invocation, observer.progress.note);
    const names = (0,choose/* chooseForCheck */.vv)(loaded.deployment, invocation).names;
    return runCheck(loaded, { ...decision, names }, invocation, observer);
};
const runCheck = (loaded, decision, invocation, { progress }) => {
    const { names, because } = decision;
    progress.note(`check of ${names.join(', ')}: ${because}`);
    const configurations = check(loaded, decision, invocation);
    return { kind: 'checked', file: loaded.deployment.file, because, configurations };
};


/***/ })

};
