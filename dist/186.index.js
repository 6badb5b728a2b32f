export const id = 186;
export const ids = [186];
export const modules = {

/***/ 4186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploy: () => (/* binding */ deploy)
});

// EXTERNAL MODULE: ./lib/plan/plan.js
var plan = __webpack_require__(9164);
// EXTERNAL MODULE: ./lib/report/failure.js
var failure = __webpack_require__(7340);
// EXTERNAL MODULE: ./lib/server/engine/facts.js
var engine_facts = __webpack_require__(4053);
// EXTERNAL MODULE: ./lib/stack/layout.js
var layout = __webpack_require__(9604);
;// CONCATENATED MODULE: ./lib/plan/preflight.js




/** KiB that a deploy wants free where Docker keeps its data: images and the layers of a build. */
const wantedKiB = 1024 * 1024;
/**
 * Looks for what would stop a plan half-way, before anything is changed; throws one Failure that names all of it.
 */
const preflight = (desired, facts, scope, where) => {
    const problems = [
        ...dockerProblems(facts),
        ...settingsProblems(facts, scope),
        ...diskProblems(facts),
        ...portProblems(facts, scope),
        ...ownerProblems(desired, facts),
        ...siteProblems(desired, facts, scope),
        ...(scope.services ? [] : unbuiltProblems(desired, facts, scope)),
    ];
    if (problems.length === 0)
        return;
    const [only] = problems;
    throw new failure/* Failure */.H({
        what: problems.length === 1 && only
            ? only.what
            : `The server is not ready: ${problems.length} things are in the way`,
        where,
        why: problems.length === 1
            ? only?.why
            : problems.map(({ what, why, next }) => `${what}: ${why} ${next}`).join('\n'),
        stands: 'Nothing on the server was changed.',
        next: problems.length === 1 ? only?.next : 'Clear these, and run the job again.',
    });
};
const dockerProblems = ({ host }) => {
    if (host.hasDocker && host.hasBuildKit)
        return [];
    if (host.hasApt && host.isRoot)
        return [];
    return [
        {
            what: host.hasDocker
                ? 'Docker on the server cannot build with BuildKit'
                : 'There is no Docker on the server',
            why: host.hasApt
                ? 'The login may not install packages.'
                : `It cannot be installed from packages here: there is no apt-get (${host.os}).`,
            next: host.hasDocker
                ? 'Install Docker’s buildx (the package docker-buildx or docker-buildx-plugin) on the server.'
                : 'Install Docker on the server (https://docs.docker.com/engine/install/), or use Debian or Ubuntu.',
        },
    ];
};
/** Settings that are no JSON could not be added to, and the engine would not start with them. */
const settingsProblems = ({ host: { daemonJson } }, scope) => {
    try {
        if (scope.services)
            (0,plan/* withLiveRestore */.ry)(daemonJson);
        return [];
    }
    catch (error) {
        return [
            {
                what: 'The settings of Docker on the server cannot be read',
                why: `/etc/docker/daemon.json is not valid JSON: ${error.message}.`,
                next: 'Correct the file, or remove it.',
            },
        ];
    }
};
const diskProblems = ({ host: { disk } }) => {
    if (disk.freeKiB >= wantedKiB)
        return [];
    const mib = (kib) => `${Math.round(kib / 1024)} MiB`;
    return [
        {
            what: 'The server’s disk is nearly full',
            why: `${mib(disk.freeKiB)} of ${mib(disk.totalKiB)} are free for ${disk.path}; a deploy wants ${mib(wantedKiB)}.`,
            next: 'On the server, `docker system df` shows what Docker takes, and `docker system prune` frees what is unused.',
        },
    ];
};
const portProblems = ({ host, engine }, scope) => {
    if (!scope.services || host.port80 === undefined || (0,engine_facts/* nginxRuns */.zF)(engine))
        return [];
    const [, program, pid] = /"([^"]*)",pid=(\d+)/.exec(host.port80) ?? [];
    return [
        {
            what: 'Port 80 of the server is taken',
            why: program ? `The program ${program} (process ${pid}) listens on it.` : 'A program listens on it.',
            next: 'Stop that program and keep it from starting at boot (for a service: `systemctl disable --now NAME`).',
        },
    ];
};
const ownerProblems = ({ project, owner }, { host }) => {
    const now = host.owner;
    if (!now || (now.repository === owner.repository && now.configuration === owner.configuration))
        return [];
    return [
        {
            what: `The project name ${project} is taken on this server`,
            why: `It belongs to ${now.repository}, configuration ${now.configuration}.`,
            next: `Set another \`project_name\`, such as ${project}-${owner.configuration.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.`,
        },
    ];
};
const describeOwner = (owner) => owner ? ` of ${owner.repository}, configuration ${owner.configuration}` : '';
const siteProblems = ({ project, site }, { host }, scope) => {
    if (!scope.site || !site)
        return [];
    return host.sites
        .filter((other) => other.project !== project)
        .flatMap((other) => other.serverNames
        .filter((name) => site.serverNames.includes(name))
        .map((name) => ({
        what: `The server name ${name} is taken on this server`,
        why: `It belongs to the project ${other.project}${describeOwner(other.owner)}.`,
        next: 'Take it out of `server_names` here or there.',
    })));
};
const unbuiltProblems = (desired, facts, scope) => {
    const has = (name) => facts.engine.containers.some((container) => container.name === name);
    const missing = [
        ...((0,engine_facts/* nginxRuns */.zF)(facts.engine) ? [] : ['nginx']),
        ...desired.services
            .filter(({ name }) => !has((0,layout/* serviceContainer */.hh)(desired.project, name)))
            .map(({ name }) => name),
        ...(scope.site || !desired.site || facts.host.sites.some(({ project }) => project === desired.project)
            ? []
            : ['the site']),
    ];
    if (missing.length === 0)
        return [];
    return [
        {
            what: 'The server is not built yet',
            why: `It lacks ${missing.join(', ')}, which this command does not make.`,
            next: `Run \`build all\` first${scope.site ? ', or `build service`' : ''}.`,
        },
    ];
};

;// CONCATENATED MODULE: ./lib/plan/run.js
/**
 * Performs the steps of a plan, side by side where none waits for another. The first failure cancels what runs
 * beside it, waits for it to end, and is thrown.
 */
const runSteps = async (steps, perform, progress, signal) => {
    const failure = new AbortController();
    const cancelled = AbortSignal.any([signal, failure.signal]);
    const running = new Map();
    const run = async (step) => {
        await Promise.all(step.after.map((id) => running.get(id)));
        if (cancelled.aborted)
            return;
        const own = progress.begin(step.title, step.reason);
        try {
            await perform(step, own, cancelled);
            own.end('done');
        }
        catch (error) {
            own.end(cancelled.aborted ? 'cancelled' : 'failed');
            if (!cancelled.aborted)
                failure.abort(error);
        }
    };
    // A step stands behind those that it waits for.
    for (const step of steps)
        running.set(step.id, run(step));
    await Promise.all(running.values());
    cancelled.throwIfAborted();
};

// EXTERNAL MODULE: ./lib/release/switch.js
var release_switch = __webpack_require__(3785);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/stack/subnet.js
var stack_subnet = __webpack_require__(6671);
// EXTERNAL MODULE: ./lib/server/engine/client.js
var client = __webpack_require__(6747);
// EXTERNAL MODULE: ./lib/server/scripts.js
var scripts = __webpack_require__(6435);
;// CONCATENATED MODULE: ./lib/server/provision.js






/** Installs Docker where it is missing, and writes its settings. */
const setUpDocker = async ({ session, progress, signal }, daemonJson) => {
    await (0,scripts/* runStepScript */.V)(session, {
        scripts: ['install-docker'],
        title: 'Installing Docker',
        progress,
        signal,
        args: { DAEMON_JSON: daemonJson ?? '' },
        deadlineMs: 900_000,
        failure: () => ({
            what: 'Docker could not be installed',
            next: 'Install Docker on the server by hand, or repair what the lines above name, then run the job again.',
        }),
    });
};
/** The server's credentials, and new ones, from the system's random source, for what has none. */
const completeCredentials = (known, services) => ({
    key: known.key ?? (0,external_node_crypto_.randomBytes)(32).toString('hex'),
    passwords: Object.fromEntries(services.map((name) => [name, known.passwords[name] ?? (0,external_node_crypto_.randomBytes)(24).toString('base64url')])),
});
/** Makes the project's folders and keeps its credentials there. */
const makeFolders = async ({ session, progress, signal }, owner, { key, passwords }) => {
    await (0,scripts/* runStepScript */.V)(session, {
        scripts: ['folders'],
        title: 'Making the project’s folders',
        progress,
        signal,
        args: { OWNER: JSON.stringify(owner), KEY: key },
        stdin: Buffer.from(Object.entries(passwords)
            .map(([name, password]) => `${name} ${password}\n`)
            .join('')),
    });
};
/** Creates the project's network on a subnet that nothing on the host uses. */
const createNetwork = async ({ session: { engine, project }, signal }, taken) => {
    const avoided = [...taken];
    for (let tries = 0; tries < 32; tries++) {
        const { subnet, gateway, dynamicRange } = (0,stack_subnet/* chooseSubnet */.Js)(avoided);
        try {
            await engine.call({
                method: 'POST',
                path: '/networks/create',
                body: {
                    Name: (0,layout/* networkName */.uv)(project),
                    CheckDuplicate: true,
                    Driver: 'bridge',
                    Labels: { [layout/* labels */.WD.project]: project },
                    IPAM: { Config: [{ Subnet: subnet, Gateway: gateway, IPRange: dynamicRange }] },
                },
                signal,
            });
            return;
        }
        catch (error) {
            // The engine refuses a range that overlaps another network's: somebody was faster.
            if (!(error instanceof client/* EngineError */.N) || !/overlaps/i.test(error.message))
                throw error;
            const range = (0,stack_subnet/* parseRange */.RC)(subnet);
            if (range)
                avoided.push(range);
        }
    }
    throw new failure/* Failure */.H({ what: 'No free range of addresses was found for the project’s network' });
};

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(6118);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 4 modules
var exec = __webpack_require__(2697);
;// CONCATENATED MODULE: ./lib/source/git.js



/** Git in a job's container often finds that the workspace belongs to another user. */
const trusted = ['-c', 'safe.directory=*'];
const environment = (extra = {}) => ({
    ...Object.fromEntries(Object.entries(process.env).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]]))),
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    ...extra,
});
/** Runs git on the runner and gives what it printed; undefined when it failed. */
const tryGit = async (args, options) => {
    const result = await runGit(args, options);
    return result.exitCode === 0 ? result.stdout : undefined;
};
/** Runs git on the runner and gives what it printed. */
const git = async (args, options) => {
    const { exitCode, stdout, stderr } = await runGit(args, options);
    if (exitCode !== 0)
        throw new GitError(stderr.trim() || `git ${args[0]} ended with ${exitCode}`);
    return stdout;
};
/** What git itself said when it failed. */
class GitError extends Error {
    name = 'GitError';
}
const runGit = async (args, { cwd, env }) => {
    try {
        return await (0,exec/* getExecOutput */.H)('git', [...trusted, ...args], {
            cwd,
            env: environment(env),
            silent: true,
            ignoreReturnCode: true,
        });
    }
    catch (cause) {
        throw new failure/* Failure */.H({ what: 'git could not be run on the runner', why: String(cause), next: 'Install git on the runner.' }, { cause });
    }
};
/** Contents of blobs, in the order of their names. */
async function* readBlobs(cwd, blobs) {
    const child = (0,external_node_child_process_.spawn)('git', [...trusted, 'cat-file', '--batch', '--buffer'], {
        cwd,
        env: environment(),
        stdio: ['pipe', 'pipe', 'inherit'],
    });
    // When git ends early, the missing answer below says so.
    child.stdin.on('error', () => { });
    child.stdin.end(blobs.map((blob) => `${blob}\n`).join(''));
    const chunks = child.stdout[Symbol.asyncIterator]();
    let buffer = Buffer.alloc(0);
    const more = async () => {
        const next = await chunks.next();
        if (next.done)
            throw new GitError('git cat-file ended early');
        return next.value;
    };
    const header = async () => {
        while (!buffer.includes(10))
            buffer = Buffer.concat([buffer, await more()]);
        const end = buffer.indexOf(10);
        const line = buffer.subarray(0, end).toString();
        buffer = buffer.subarray(end + 1);
        return line;
    };
    const take = async (length) => {
        const parts = [buffer];
        for (let have = buffer.length; have < length;) {
            const part = await more();
            parts.push(part);
            have += part.length;
        }
        const whole = Buffer.concat(parts);
        buffer = whole.subarray(length);
        return whole.subarray(0, length);
    };
    try {
        for (const blob of blobs) {
            const [name, kind, size] = (await header()).split(' ');
            if (name !== blob || kind !== 'blob')
                throw new GitError(`git has no file ${blob}: it says ${name} ${kind}`);
            const length = Number(size);
            // A line feed stands behind the content.
            yield (await take(length + 1)).subarray(0, length);
        }
    }
    finally {
        child.kill();
    }
}

;// CONCATENATED MODULE: ./lib/source/source.js





/** Lists a commit of a repository on the runner. */
const readSource = async (repository, revision) => {
    const show = await git(['show', '-s', '--no-show-signature', '--format=%H%n%T%n%an%n%s', revision], {
        cwd: repository,
    });
    const [commit = '', tree = '', author = '', subject = ''] = show.split('\n');
    const { files, submodules } = await listTree(repository, tree, '');
    const sorted = files
        .map((file) => ({ file, line: Buffer.from(manifestLine(file)) }))
        .sort((a, b) => a.line.compare(b.line))
        .map(({ file }) => file);
    return { commit, tree: [tree, ...submodules].join('-'), author, subject, files: sorted };
};
const listTree = async (repository, tree, prefix) => {
    const listing = await git(['ls-tree', '-r', '-z', '--full-tree', tree], { cwd: repository });
    const entries = listing
        .split('\0')
        .filter(Boolean)
        .map((entry) => {
        const tab = entry.indexOf('\t');
        const [mode = '', , blob = ''] = entry.slice(0, tab).split(' ');
        return { mode, blob, path: prefix + entry.slice(tab + 1), repository };
    });
    // A manifest is lines of UTF-8; what is something else was read with this sign in its place.
    const broken = entries.find(({ path }) => /[\r\n\uFFFD]/.test(path));
    if (broken) {
        throw new failure/* Failure */.H({
            what: 'The commit holds a file that cannot be sent',
            where: JSON.stringify(broken.path),
            why: 'Its name contains a line break, or is not in UTF-8.',
            next: 'Rename the file.',
        });
    }
    const nested = await Promise.all(entries
        .filter(({ mode }) => mode === '160000')
        .map(({ blob, path }) => listSubmodule((0,external_node_path_.join)(repository, path.slice(prefix.length)), blob, path)));
    return {
        files: [...entries.filter(({ mode }) => mode !== '160000'), ...nested.flatMap(({ files }) => files)],
        submodules: nested.flatMap(({ submodules }) => submodules),
    };
};
const listSubmodule = async (folder, commit, path) => {
    const tree = await tryGit(['rev-parse', '--verify', '--quiet', `${commit}^{tree}`], { cwd: folder }).catch(() => undefined);
    if (tree === undefined) {
        throw new failure/* Failure */.H({
            what: 'A submodule is not checked out',
            where: path,
            next: 'Give `submodules: true` (or `recursive`) to actions/checkout.',
        });
    }
    const listing = await listTree(folder, tree.trim(), `${path}/`);
    return { ...listing, submodules: [tree.trim().slice(0, 12), ...listing.submodules] };
};
/** A file's line in the manifest that the server compares with what it has. */
const manifestLine = ({ mode, blob, path }) => `${mode} ${blob} ${path}`;
/** The manifest of a source: a line for each file, in the order of the C locale. */
const manifest = ({ files }) => Buffer.from(files.map((file) => `${manifestLine(file)}\n`).join(''));
/** A tar of files, read from git while it is sent. */
const packFiles = (files) => {
    const pack = (0,tar_stream.pack)();
    const fill = async () => {
        for (const [repository, own] of Map.groupBy(files, (file) => file.repository)) {
            const contents = readBlobs(repository, own.map(({ blob }) => blob));
            for (const { mode, path } of own) {
                const { value: content = Buffer.alloc(0) } = await contents.next();
                // The time plays no part in a build's cache; zero keeps the tar the same for the same files.
                const header = { name: path, mode: mode === '100755' ? 0o755 : 0o644, mtime: new Date(0) };
                await new Promise((resolve, reject) => {
                    const done = (error) => (error ? reject(error) : resolve());
                    if (mode === '120000')
                        pack.entry({ ...header, type: 'symlink', linkname: content.toString() }, done);
                    else
                        pack.entry({ ...header, size: content.length }, content, done);
                });
            }
        }
        pack.finalize();
    };
    fill().catch((error) => pack.destroy(error));
    return external_node_stream_.Readable.from(pack);
};
/** The text of a file of the source, or undefined when there is none of this path. */
const readFile = async ({ files }, path) => {
    const file = files.find((candidate) => candidate.path === path);
    if (!file)
        return undefined;
    const { value } = await readBlobs(file.repository, [file.blob]).next();
    return value?.toString();
};

;// CONCATENATED MODULE: ./lib/source/requirements.js



const safePath = /^[A-Za-z0-9_.-][A-Za-z0-9_./-]*$/;
/**
 * The requirements file and all that it includes by `-r` and `-c`, itself first: the files that the image's
 * dependencies depend on. Empty when the default file is not in the commit.
 */
const requirementFiles = async (source, file) => {
    if (file === undefined)
        return [];
    const found = [];
    const visit = async (path, from) => {
        if (found.includes(path))
            return;
        const content = safePath.test(path) ? await readFile(source, path) : undefined;
        if (content === undefined) {
            if (from === undefined && path === 'requirements.txt')
                return;
            throw new failure/* Failure */.H({
                what: `The requirements file ${path} is not in the commit`,
                where: from ?? 'requirements',
                why: from ? `${from} includes it.` : 'The deployment file names it.',
                stands: 'Nothing on the server was changed.',
                next: 'Commit the file, or correct its name.',
            });
        }
        found.push(path);
        for (const line of content.split('\n')) {
            const match = /^\s*(?:-r|--requirement|-c|--constraint)(?:\s+|=)(\S+)/.exec(line);
            // An address is pip's own to fetch.
            if (match?.[1] && !match[1].includes('://')) {
                await visit(external_node_path_.posix.join(external_node_path_.posix.dirname(path), match[1]), path);
            }
        }
    };
    await visit(file, undefined);
    return found;
};

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/source/resolve.js






const sha = /^[0-9a-f]{40}$/;
/**
 * Finds the commit to deploy on the runner: in the checkout, or fetched with the step's token when the project's
 * `repository` or `ref` is another one.
 */
const resolveSource = async (request) => {
    const { workspace, ref } = request;
    const isOwn = request.repository === undefined ||
        request.repository.toLowerCase() === request.ownRepository.toLowerCase();
    if (!isOwn)
        return fetchSource(request);
    const head = (await tryGit(['rev-parse', '--verify', '--quiet', 'HEAD'], { cwd: workspace }))?.trim();
    if (head === undefined) {
        throw new failure/* Failure */.H({
            what: 'There is no checkout to deploy',
            where: workspace,
            why: 'The workspace is not a git repository with a commit.',
            next: 'Put a step `uses: actions/checkout@v6` before this one.',
        });
    }
    if (ref === undefined || ref === 'HEAD' || ref === head)
        return readSource(workspace, head);
    // A full name never means another commit later; a branch's copy in the checkout may be old.
    if (sha.test(ref) &&
        (await tryGit(['cat-file', '-e', `${ref}^{tree}`], { cwd: workspace })) !== undefined) {
        return readSource(workspace, ref);
    }
    return fetchSource(request);
};
const addressOf = ({ repository, ownRepository, serverUrl }) => {
    const name = repository ?? ownRepository;
    return /^[^/:]+\/[^/:]+$/.test(name) ? `${serverUrl}/${name}` : name;
};
const fetchSource = async (request) => {
    const address = addressOf(request);
    const ref = request.ref ?? 'HEAD';
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(process.env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), 'jetee-source-'));
    // The token goes by the environment, where no list of processes shows it, and to GitHub alone.
    const credential = Buffer.from(`x-access-token:${request.token}`).toString('base64');
    const env = request.token && address.startsWith(`${request.serverUrl}/`)
        ? {
            GIT_CONFIG_COUNT: '1',
            GIT_CONFIG_KEY_0: `http.${request.serverUrl}/.extraheader`,
            GIT_CONFIG_VALUE_0: `Authorization: Basic ${credential}`,
        }
        : {};
    try {
        await git(['init', '--quiet', '--bare', folder], { cwd: folder });
        await git(['fetch', '--quiet', '--depth=1', '--no-tags', '--', address, ref], { cwd: folder, env });
    }
    catch (cause) {
        if (!(cause instanceof GitError))
            throw cause;
        throw new failure/* Failure */.H({
            what: `The commit to deploy could not be fetched: ${ref} of ${request.repository ?? request.ownRepository}`,
            where: address,
            why: cause.message,
            stands: 'Nothing on the server was changed.',
            next: 'Check `repository` and `ref`. A private repository needs an input `token` that may read it (`contents: read`).',
        }, { cause });
    }
    return readSource(folder, 'FETCH_HEAD');
};

// EXTERNAL MODULE: ./lib/stack/front.js
var front = __webpack_require__(775);
// EXTERNAL MODULE: ./lib/server/connection/shell-quote.js
var shell_quote = __webpack_require__(6371);
// EXTERNAL MODULE: ./lib/templates.js
var templates = __webpack_require__(4400);
// EXTERNAL MODULE: ./lib/stack/container.js
var stack_container = __webpack_require__(6031);
;// CONCATENATED MODULE: ./lib/stack/release.js





/** The desired release for an input. */
const releaseStack = (input) => {
    const { configuration, key } = input;
    const { project } = configuration;
    const image = project.type.image(project.settings);
    const programs = project.processes.map(({ type, settings }) => type.program(settings, image.place));
    const keyed = (text) => (0,external_node_crypto_.createHmac)('sha256', key).update(text).digest('hex').slice(0, 32);
    const { location } = image.place;
    const dockerfile = (0,templates/* renderTemplate */.X)(image.template, {
        base: image.base,
        aptPackages: unique([...image.aptPackages, ...programs.flatMap(({ aptPackages }) => aptPackages)]),
        requirementFiles: input.requirementFiles,
        cacheId: keyed('build cache'),
        ...image.place,
    });
    const script = (command) => `cd ${(0,shell_quote/* commandLine */.a)([location])}\nexec ${(0,shell_quote/* commandLine */.a)(command)}\n`;
    const mount = {
        'entrypoint.sh': (0,templates/* renderTemplate */.X)('entrypoint.sh', image),
        'supervisord.conf': (0,templates/* renderTemplate */.X)('supervisord.conf', { programs, location }),
        ...Object.fromEntries(programs.map(({ name, command }) => [`commands/${name}`, script(command)])),
        ...Object.fromEntries(image.tasks.map(({ name, command }) => [`tasks/${name}`, script(command)])),
    };
    const env = release_environment(input, image);
    return {
        hash: keyed((0,stack_container/* canonicalJson */.dj)({ tree: input.tree, dockerfile, mount, env, image })),
        dockerfile,
        mount,
        env,
        image,
        programs,
        tasks: image.tasks.map(({ name }) => name),
        helpers: programs.filter(({ web }) => !web).map(({ name }) => name),
        hasWeb: programs.some(({ web }) => web),
        stopSeconds: Math.max(0, ...programs.map(({ stopSeconds }) => stopSeconds)) + 10,
    };
};
/** The environment of every process, task and shell of the project; what stands later wins. */
const release_environment = ({ configuration, services, secrets }, image) => {
    const databaseUrl = services.find(({ container }) => container.databaseUrl)?.container.databaseUrl;
    return {
        [image.configurationVariable]: configuration.name,
        ...Object.assign({}, ...services.map(({ container }) => container.projectEnv)),
        ...(databaseUrl && { DATABASE_URL: databaseUrl }),
        ...configuration.project.envVariables,
        ...secrets,
    };
};
/** The container of a release with its number. */
const releaseSpec = ({ configuration }, stack, release, commit) => {
    const project = configuration.projectName;
    const folder = `${layout/* www */.gf}/${project}`;
    return {
        Image: (0,layout/* releaseImage */.R1)(project, release),
        Env: (0,stack_container/* envList */.sl)(stack.env),
        Hostname: `${project}-app`,
        StopTimeout: stack.stopSeconds,
        Labels: {
            [layout/* labels */.WD.project]: project,
            [layout/* labels */.WD.configuration]: configuration.name,
            [layout/* labels */.WD.service]: 'primary',
            [layout/* labels */.WD.release]: String(release),
            [layout/* labels */.WD.commit]: commit,
            [layout/* labels */.WD.spec]: stack.hash,
        },
        HostConfig: {
            NetworkMode: (0,layout/* networkName */.uv)(project),
            Binds: [
                `${layout/* root */.zr}/projects/${project}/releases/${release}/mount:/etc/jetee:ro`,
                `${folder}/r/${release}:/run/jetee`,
                `${folder}/r/${release}/static:${stack.image.staticLocation}`,
                `${folder}/media:${stack.image.mediaLocation}`,
            ],
            // Not `always` until the switch: a stopped candidate would come back with the daemon.
            RestartPolicy: { Name: 'no' },
            LogConfig: stack_container/* boundedLog */.KY,
            // The socket's backlog is cut to this.
            Sysctls: { 'net.core.somaxconn': '4096' },
        },
    };
};
const unique = (words) => [...new Set(words)];

;// CONCATENATED MODULE: ./lib/stack/services.js


const second = 1_000_000_000;
/** The secondary services of a configuration. */
const serviceStacks = (configuration, passwords) => configuration.services.map(({ name, type, settings }) => {
    const project = configuration.projectName;
    const containerName = (0,layout/* serviceContainer */.hh)(project, name);
    const container = type.container(settings, {
        project,
        name,
        host: containerName,
        password: passwords[name] ?? '',
    });
    const volume = (0,layout/* dataVolume */.$u)(project, name);
    const secrets = Object.entries(container.secretFiles).map(([path, content]) => ({
        file: path.split('/').at(-1) ?? path,
        path,
        content,
    }));
    const spec = {
        Image: container.image,
        ...(container.entrypoint && { Entrypoint: container.entrypoint }),
        ...(container.command && { Cmd: container.command }),
        Env: (0,stack_container/* envList */.sl)(container.env),
        Hostname: containerName,
        StopTimeout: container.stopSeconds,
        Healthcheck: { Test: ['CMD', ...container.probe], Interval: 10 * second, Timeout: 5 * second },
        Labels: {
            [layout/* labels */.WD.project]: project,
            [layout/* labels */.WD.configuration]: configuration.name,
            [layout/* labels */.WD.service]: name,
        },
        HostConfig: {
            NetworkMode: (0,layout/* networkName */.uv)(project),
            Binds: [
                `${volume}:${container.dataPath}`,
                ...secrets.map(({ file, path }) => `${layout/* root */.zr}/projects/${project}/secrets/${name}/${file}:${path}:ro`),
            ],
            RestartPolicy: { Name: 'always' },
            LogConfig: stack_container/* boundedLog */.KY,
        },
    };
    return {
        name,
        containerName,
        volume,
        image: container.image,
        // The files' hash is of no use to who reads it: it also covers a password of 32 random characters.
        spec: (0,stack_container/* withSpecLabel */.qy)(spec, (0,stack_container/* specHash */.Ak)(container.secretFiles)),
        files: Object.fromEntries(secrets.map(({ file, content }) => [file, content])),
        probe: container.probe,
        container,
    };
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./lib/words.js
var lib_words = __webpack_require__(4842);
;// CONCATENATED MODULE: ./lib/commands/command.js



const commands = [
    { name: 'build all', scope: { services: true, site: true, release: true } },
    { name: 'build service', scope: { services: true, site: false, release: false } },
    { name: 'build project', scope: { services: false, site: true, release: true } },
    { name: 'update project', scope: { services: false, site: false, release: true } },
];
/** Reads a command as it would be typed in a terminal: split like words, never by a shell. */
const parseCommand = (text) => {
    const words = (0,lib_words/* splitWords */.y)(text);
    const command = commands.find(({ name }) => (0,external_node_util_.isDeepStrictEqual)(name.split(' '), words));
    if (command)
        return command;
    throw new failure/* Failure */.H({
        what: `There is no command ${JSON.stringify(text.trim())}`,
        where: 'input command',
        stands: 'Nothing on the server was changed.',
        next: `Use one of: ${commands.map(({ name }) => `\`${name}\``).join(', ')}.`,
    });
};

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./lib/server/containers.js


/** Pulls an image unless the engine has it. */
const ensureImage = async ({ session: { engine }, progress, signal }, image) => {
    try {
        await engine.call({ method: 'GET', path: `/images/${image}/json`, signal });
        return;
    }
    catch (error) {
        if (!(error instanceof client/* EngineError */.N && error.status === 404))
            throw error;
    }
    const [fromImage = image, tag = 'latest'] = image.split(':');
    let problem;
    try {
        await engine.stream({ method: 'POST', path: '/images/create', query: { fromImage, tag }, deadlineSeconds: 900, signal }, (line) => {
            if (typeof line.error === 'string')
                problem = line.error;
            // Lines with a number of bytes come many times a second.
            else if (line.progress === undefined)
                progress.output([line.id, line.status].filter(Boolean).join(': '));
        });
    }
    catch (error) {
        if (!(error instanceof client/* EngineError */.N))
            throw error;
        problem = error.message;
    }
    if (problem !== undefined) {
        const unknown = /manifest.*(unknown|not found)|not found|does not exist/i.test(problem);
        throw new failure/* Failure */.H({
            what: `The image ${image} could not be ${unknown ? 'found' : 'pulled'}`,
            why: problem,
            stands: 'What runs on the server goes on: an image is fetched before anything that uses it is touched.',
            next: unknown
                ? 'Correct the version in the deployment file: it is a tag of the image at the registry.'
                : 'See whether the server reaches the registry, then run the job again.',
        });
    }
};
/** Creates a container and starts it. A container of this name that is not ours is an error. */
const startContainer = async (engine, name, spec, signal) => {
    signal.throwIfAborted();
    try {
        // Seen through to its end: the engine would go on without us, and what clears up would not find the container yet.
        await engine.call({ method: 'POST', path: '/containers/create', query: { name }, body: spec });
    }
    catch (cause) {
        if (!(cause instanceof client/* EngineError */.N && cause.status === 409))
            throw cause;
        throw new failure/* Failure */.H({
            what: `The container ${name} cannot be created`,
            why: `Another container on the server has this name, and it was not made by this deployer: ${cause.message}`,
            next: `Rename or remove the other container (\`docker rename ${name} …\`), or choose another \`project_name\`.`,
        }, { cause });
    }
    await engine.call({ method: 'POST', path: `/containers/${name}/start`, signal });
};
/** Removes a container of ours; its volumes stay. It gets its own time to stop first. */
const removeContainer = async (engine, name, signal) => {
    for (const call of [
        { method: 'POST', path: `/containers/${name}/stop`, deadlineSeconds: 180, signal },
        { method: 'DELETE', path: `/containers/${name}`, query: { force: '1' }, signal },
    ]) {
        try {
            await engine.call(call);
        }
        catch (error) {
            if (!(error instanceof client/* EngineError */.N && error.status === 404))
                throw error;
        }
    }
};

;// CONCATENATED MODULE: ./lib/server/services.js






/** Creates a secondary service's container, or a new one in its place on the same volume, and waits until it answers. */
const createService = async (context, service, exists, addresses) => {
    const { session, progress, signal } = context;
    const [book] = await Promise.all([
        addresses(),
        // A volume that is there already stays as it is.
        session.engine.call({
            method: 'POST',
            path: '/volumes/create',
            body: {
                Name: service.volume,
                Labels: { [layout/* labels */.WD.project]: session.project, [layout/* labels */.WD.service]: service.name },
            },
            signal,
        }),
        ensureImage(context, service.image),
        (0,scripts/* runStepScript */.V)(session, {
            scripts: ['secret-files'],
            title: `Writing the files of ${service.name}`,
            progress,
            signal,
            args: { SERVICE: service.name },
            stdin: tarOf(service.files),
        }),
    ]);
    if (exists)
        await removeContainer(session.engine, service.containerName, signal);
    const address = book.taken.get(service.containerName) ?? (0,stack_subnet/* chooseAddress */.QP)(book.subnet, [...book.taken.values()]);
    book.taken.set(service.containerName, address);
    await startContainer(session.engine, service.containerName, {
        ...service.spec,
        NetworkingConfig: {
            EndpointsConfig: { [(0,layout/* networkName */.uv)(session.project)]: { IPAMConfig: { IPv4Address: address } } },
        },
    }, signal);
    await waitUntilReady(context, service);
};
/** Starts a secondary service whose container is there, and waits until it answers. */
const startService = async (context, service) => {
    const { session, signal } = context;
    await session.engine.call({ method: 'POST', path: `/containers/${service.containerName}/start`, signal });
    await waitUntilReady(context, service);
};
const readyDeadlineSeconds = 120;
const waitUntilReady = async ({ session, progress, signal }, service) => {
    await (0,scripts/* runStepScript */.V)(session, {
        scripts: ['service-ready'],
        title: `Waiting for ${service.name}`,
        progress,
        signal,
        args: { CONTAINER: service.containerName, DEADLINE: String(readyDeadlineSeconds) },
        words: service.probe,
        failure: () => ({
            what: `${service.name} does not answer`,
            why: `The container ${service.containerName} was started from ${service.image}, but it did not answer within ${readyDeadlineSeconds} s, or stopped.`,
            next: `Its log is above; on the server, \`docker logs ${service.containerName}\` shows all of it.`,
        }),
    });
};
/** A tar of small files in one folder. */
const tarOf = (files) => {
    const pack = (0,tar_stream.pack)();
    for (const [name, content] of Object.entries(files))
        pack.entry({ name, mtime: new Date(0) }, content);
    pack.finalize();
    return external_node_stream_.Readable.from(pack);
};

// EXTERNAL MODULE: ./lib/release/release.js
var release_release = __webpack_require__(3988);
;// CONCATENATED MODULE: ./lib/release/image.js









/** Sends what the server lacks of the source, and builds the image there. */
const buildImage = async (context, release, number) => {
    const { session, progress, signal, configuration, source, current } = context;
    const list = manifest(source);
    const byLine = new Map(source.files.map((file) => [manifestLine(file), file]));
    const needed = [];
    const stdin = new external_node_stream_.PassThrough();
    stdin.write(list);
    await (0,scripts/* runStepScript */.V)(session, {
        scripts: ['build'],
        title: `Building release ${number}`,
        progress,
        signal,
        deadlineMs: 3_600_000,
        args: {
            RELEASE: String(number),
            TREE: source.tree,
            COMMIT: source.commit,
            MANIFEST_BYTES: String(list.length),
            DOCKERFILE: release.dockerfile,
            BASE: release.image.base,
            IMAGE: (0,layout/* releaseImage */.R1)(configuration.projectName, number),
            HELPERS: release.helpers.join('\n'),
            CONTAINER_SPEC: JSON.stringify(releaseSpec({ configuration }, release, number, source.commit)),
            MOUNT: (await (0,consumers_.buffer)(tarOf(release.mount))).toString('base64'),
            RECORD: JSON.stringify({
                commit: source.commit,
                tree: source.tree,
                spec: release.hash,
                created: new Date().toISOString(),
                author: source.author,
                subject: source.subject,
            }),
        },
        stdin,
        onMark(mark, rest) {
            if (mark === 'need') {
                const file = byLine.get(rest);
                if (file)
                    needed.push(file);
            }
            else if (mark === 'end') {
                progress.note(`Sending ${needed.length} of ${source.files.length} files`);
                // A failure of the sending ends the script, which fails the step.
                (0,external_node_stream_promises_.pipeline)(packFiles(needed), stdin).catch((error) => stdin.destroy(error));
            }
        },
        failure: () => ({
            what: `The image of release ${number} could not be built`,
            why: 'The last lines of the build say why.',
            stands: (0,release_release/* stillServes */.Fk)(current),
            next: 'Correct what the build complains about, push, and run again.',
        }),
    });
};

;// CONCATENATED MODULE: ./lib/release/start.js





/** Starts the candidate beside the live release, runs its tasks, and waits until its web process is healthy. */
const startCandidate = async (context, release, number) => {
    const { session, progress, signal, configuration, source, current } = context;
    const { path, deadlineSeconds } = configuration.project.healthCheck;
    const container = (0,layout/* releaseContainer */.Lt)(configuration.projectName, number);
    await startContainer(session.engine, container, releaseSpec(context, release, number, source.commit), signal);
    let failed = [];
    let status = '000';
    const body = [];
    await (0,scripts/* runStepScript */.V)(session, {
        scripts: ['start'],
        title: `Starting release ${number}`,
        progress,
        signal,
        deadlineMs: 3_600_000,
        args: {
            RELEASE: String(number),
            CONTAINER: container,
            HOST: release.hasWeb ? literalName(configuration.serverNames) : '',
            HEALTH_PATH: path,
            DEADLINE: String(deadlineSeconds),
        },
        words: release.tasks,
        onMark(mark, rest) {
            if (mark === 'failed')
                failed = rest.split(' ');
            if (mark === 'status')
                status = rest;
            if (mark === 'body')
                body.push(rest);
        },
        failure: (output) => {
            const [place, task, code] = failed;
            const stands = (0,release_release/* stillServes */.Fk)(current);
            if (place === 'task') {
                return {
                    what: `The release task ${task} failed`,
                    where: `release ${number}, commit ${source.commit.slice(0, 12)}`,
                    why: `It ended with status ${code}. Its last lines are below.`,
                    stands,
                    next: 'Correct the cause, push, and run again. What the task had done to the database by then stays done.',
                };
            }
            if (place === 'health') {
                return {
                    what: 'The web process never became healthy',
                    where: `release ${number}, commit ${source.commit.slice(0, 12)}, path ${path}`,
                    why: status === '000'
                        ? `It did not answer within ${deadlineSeconds} s, or stopped. Its log is below.`
                        : `It answered with status ${status} where 200 to 399 is healthy. The answer’s body and the log are below.`,
                    output: answerAndLog(body, output),
                    stands,
                    next: 'See the log for the cause; the page to ask for is `health_check.path` of the project.',
                };
            }
            return { what: `The container of release ${number} did not start`, stands };
        },
    });
};
/** The first lines of an answer, and as many of the log's last ones as are shown with them. */
const answerAndLog = (body, log) => {
    if (body.length === 0)
        return log.slice(-40);
    const answer = ['The answer:', ...body.slice(0, 10), '', 'The log:'];
    return [...answer, ...log.slice(answer.length - 40)];
};
/** The first name that can be asked for: a wildcard is none. */
const literalName = (serverNames) => serverNames.find((name) => !name.startsWith('*')) ?? (serverNames[0] ?? 'localhost').replace('*', 'www');

;// CONCATENATED MODULE: ./lib/site/nginx.js



/** Starts the server's nginx, or a new one in its place. */
const startNginx = async (context, front, exists) => {
    const { session, progress, signal } = context;
    await Promise.all([
        ensureImage(context, front.image),
        (0,scripts/* runStepScript */.V)(session, {
            scripts: ['nginx-conf'],
            title: 'Writing the configuration of nginx',
            progress,
            signal,
            args: { NGINX_CONF: front.conf },
        }),
    ]);
    if (exists)
        await removeContainer(session.engine, layout/* nginxContainer */.K$, signal);
    await startContainer(session.engine, layout/* nginxContainer */.K$, front.spec, signal);
};
/** Puts the project's site into nginx. */
const setUpSite = async ({ session, progress, signal }, site) => {
    await (0,scripts/* runStepScript */.V)(session, {
        scripts: ['site'],
        title: 'Setting up the site',
        progress,
        signal,
        args: { SITE: site.conf },
        failure: () => ({
            what: 'nginx refused the site',
            stands: 'nginx goes on with the sites that it had.',
            next: `On the server, \`docker logs ${layout/* nginxContainer */.K$}\` may say more.`,
        }),
    });
};

;// CONCATENATED MODULE: ./lib/commands/perform.js







/** Does what a step of a plan says. */
const perform = (action, context) => {
    switch (action.kind) {
        case 'tidy':
            return (0,release_switch/* tidyUp */.gN)(context, action.live);
        case 'docker':
            return setUpDocker(context, action.daemonJson);
        case 'folders':
            return makeFolders(context, action.owner, context.credentials);
        case 'network':
            return createNetwork(context, action.taken);
        case 'nginx':
            return startNginx(context, action.front, action.exists);
        case 'service':
            return createService(context, action.service, action.exists, () => addressBook(context));
        case 'start-service':
            return startService(context, action.service);
        case 'site':
            return setUpSite(context, action.site);
        case 'image':
            return buildImage(context, action.release, action.number);
        case 'start':
            return startCandidate(context, action.release, action.number);
        case 'switch':
            return (0,release_switch/* switchRelease */.U0)(context, action.release, action.number);
    }
};
const books = new WeakMap();
/** The addresses of the project's network, read once in a run, when the network is there. */
const addressBook = ({ engineFacts, session, signal }) => {
    const known = books.get(engineFacts);
    if (known)
        return known;
    const name = (0,layout/* networkName */.uv)(session.project);
    const read = async () => {
        const network = await session.engine.call({ method: 'GET', path: `/networks/${name}`, signal });
        const taken = engineFacts.containers.flatMap((container) => {
            const address = container.addresses[name];
            return address ? [[container.name, address]] : [];
        });
        return { subnet: network.IPAM.Config[0]?.Subnet ?? '', taken: new Map(taken) };
    };
    const book = read();
    books.set(engineFacts, book);
    return book;
};

;// CONCATENATED MODULE: ./lib/commands/secrets.js

/** Takes the project's secrets from the environment of the step; all that are missing are named at once. */
const readSecrets = (configuration, env, file) => {
    const missing = configuration.project.secrets.filter((name) => !env[name]);
    if (missing.length > 0) {
        throw new failure/* Failure */.H({
            what: missing.length === 1
                ? `The secret ${missing[0]} is missing`
                : `Secrets are missing: ${missing.join(', ')}`,
            where: `${file}, configuration ${configuration.name}, secrets`,
            why: 'The environment of the step has no such variable, or an empty one.',
            stands: 'Nothing on the server was changed.',
            next: `Add to the step:\n${['env:', ...missing.map((name) => `  ${name}: \${{ secrets.${name} }}`)].join('\n')}`,
        });
    }
    return Object.fromEntries(configuration.project.secrets.map((name) => [name, env[name] ?? '']));
};

;// CONCATENATED MODULE: ./lib/commands/step-failure.js



/** What a step has thrown, with the place where it did and, as far as every step of its kind is alike, what still stands. */
const stepFailure = (error, { title, action: { kind } }, { where, current }) => {
    const stands = current === undefined && kind !== 'switch'
        ? 'What was done before it stays, and is used by the next run; no site is live yet.'
        : kind === 'image' || kind === 'start'
            ? (0,release_release/* stillServes */.Fk)(current)
            : undefined;
    if (error instanceof client/* EngineError */.N) {
        return new failure/* Failure */.H({
            what: `${title} failed`,
            where,
            why: `The Docker engine says: ${error.message}`,
            stands,
            next: 'See to what the engine says on the server, then run the job again: it picks up where this one stopped.',
        }, { cause: error });
    }
    if (!(error instanceof failure/* Failure */.H))
        return error;
    const { details } = error;
    return new failure/* Failure */.H({ ...details, where: details.where ?? `${where}, step “${title}”`, stands: details.stands ?? stands }, { cause: error });
};

// EXTERNAL MODULE: ./lib/commands/target.js + 41 modules
var commands_target = __webpack_require__(3950);
;// CONCATENATED MODULE: ./lib/commands/deploy.js
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
















/** Runs `build …` or `update …`: from what was asked for to what the server then is. */
const deploy = async (invocation, observer) => {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const begun = performance.now();
        const { progress, signal } = observer;
        const command = parseCommand(invocation.command);
        const target = await (0,commands_target/* readTarget */._)(invocation);
        const { configuration } = target;
        const secrets = readSecrets(configuration, invocation.env, target.file);
        for (const secret of Object.values(secrets))
            observer.mask(secret);
        progress.note(`${command.name}: ${configuration.name} of ${invocation.repository} to ${configuration.username}@${configuration.hostname}:${configuration.port}`);
        const source = await resolveSource({
            ...invocation,
            repository: configuration.project.repository,
            ref: configuration.project.ref,
            ownRepository: invocation.repository,
        });
        const image = configuration.project.type.image(configuration.project.settings);
        const requirements = await requirementFiles(source, image.requirements);
        progress.note(`Commit ${source.commit.slice(0, 12)}: ${source.subject}`);
        const server = __addDisposableResource(env_1, await (0,commands_target/* openTarget */.A)(target, invocation, observer, 1800), true);
        const { session, facts } = server;
        observer.stage('working');
        const credentials = completeCredentials(facts.host, configuration.services.map(({ name }) => name));
        for (const password of Object.values(credentials.passwords))
            observer.mask(password);
        const services = serviceStacks(configuration, credentials.passwords);
        const release = releaseStack({
            configuration,
            services,
            secrets,
            key: credentials.key,
            tree: source.tree,
            requirementFiles: requirements,
        });
        const desired = {
            project: configuration.projectName,
            owner: { repository: invocation.repository, configuration: configuration.name },
            front: (0,front/* frontStack */.Qb)(facts.host.hasIpv6),
            services,
            site: release.hasWeb
                ? (0,front/* siteStack */._X)(configuration.projectName, configuration.serverNames, facts.host.hasIpv6)
                : undefined,
            release,
        };
        preflight(desired, facts, command.scope, session.where);
        const steps = (0,plan/* makePlan */.Cs)(desired, facts, command.scope);
        const context = {
            session,
            configuration,
            source,
            current: facts.host.current,
            actor: invocation.actor,
            runUrl: invocation.runUrl,
            credentials,
            engineFacts: facts.engine,
        };
        const number = steps.map(({ action }) => ('number' in action ? action.number : undefined)).find(Boolean);
        let live = facts.host.current;
        try {
            await runSteps(steps, async (step, own, stepSignal) => {
                await perform(step.action, { ...context, progress: own, signal: stepSignal }).catch((error) => {
                    throw stepFailure(error, step, { where: session.where, current: facts.host.current });
                });
                if (step.action.kind === 'switch')
                    live = step.action.number;
            }, progress, AbortSignal.any([signal, session.lost]));
        }
        catch (error) {
            if (!session.lost.aborted) {
                await (0,release_switch/* clearRun */.B1)(context, number, signal.aborted ? 'cancelled' : 'failed').then(() => observer.stage('ended'), (cause) => progress.note(`What the run left could not be removed (${String(cause)}); the next run does it`));
            }
            throw signal.aborted && live !== undefined ? cancelled(error, live) : error;
        }
        if (steps.length === 0)
            progress.note('Everything is as it should be: nothing was changed');
        return outcome(command.name, configuration, source, session, observer, {
            changed: steps.length > 0,
            release: number ?? facts.host.current,
            hasWeb: release.hasWeb,
            milliseconds: performance.now() - begun,
        });
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
/** Tells whoever cancelled a run which release visitors reach now: the one before, or the new one as a whole. */
const cancelled = (error, live) => error instanceof failure/* Failure */.H
    ? new failure/* Failure */.H({ ...error.details, stands: `Visitors reach release ${live}.` }, { cause: error })
    : error;
const outcome = (command, configuration, source, session, { progress }, facts) => ({
    command,
    configuration: configuration.name,
    project: configuration.projectName,
    where: session.where,
    changed: facts.changed,
    release: facts.release,
    commit: source.commit,
    subject: source.subject,
    author: source.author,
    urls: facts.hasWeb
        ? configuration.serverNames.filter((name) => !name.startsWith('*')).map((name) => `http://${name}/`)
        : [],
    timings: progress.timings,
    milliseconds: facts.milliseconds,
    warnings: [],
});


/***/ })

};
