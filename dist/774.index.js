export const id = 774;
export const ids = [774];
export const modules = {

/***/ 120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ parseInput),
  X: () => (/* binding */ readLine)
});

// EXTERNAL MODULE: ./node_modules/commander/index.js + 6 modules
var commander = __webpack_require__(7375);
// EXTERNAL MODULE: ./lib/report/failure.js
var failure = __webpack_require__(7340);
// EXTERNAL MODULE: ./lib/words.js
var lib_words = __webpack_require__(4842);
;// CONCATENATED MODULE: ./lib/commands/shared-options.js

/** Adds the options that every command has, before and after its words. */
const share = (parser, door) => {
    if (!parser.options.some(({ short }) => short === '-n'))
        parser.option('-n, --configuration <name>', 'configuration to use; by default the branch decides');
    parser.option('--preview <number>', 'the preview of that pull request', readCount);
    parser.option('-m, --file <path>', 'deployment file; by default deployment.yml');
    if (door === 'terminal')
        parser
            .addOption(repeated('-i, --identity <file>', 'private key for the server, tried before all others'))
            .addOption(repeated('--env-file <file>', 'file of variables, for secrets'))
            .option('-R, --repository <owner/name>', 'repository, when no remote of git says it')
            .option('--lock-timeout <seconds>', 'how long to wait for another run; by default 1800', readCount);
    return parser;
};
/** An option that may be given several times. */
const repeated = (flags, about) => new commander/* Option */.c$(flags, about).argParser((value, before) => [
    ...(before ?? []),
    value,
]);
/** The option of the commands that can tell beforehand what they would do. */
const dryRun = ['--dry-run', 'tell what would be changed, and change nothing'];
/** Whether a text is a whole number that may count something. */
const isCount = (text) => /^\d{1,9}$/.test(text);
/** Reads such a number, for commander. */
const readCount = (text) => {
    if (!isCount(text))
        throw new commander/* InvalidArgumentError */.Di('It must be a whole number.');
    return Number(text);
};

;// CONCATENATED MODULE: ./lib/commands/grammar.js


/** The commands, as commander reads them. */
/** The commands that change a server. */
const deploys = [
    {
        name: 'build all',
        scope: { services: true, site: true, release: true },
        about: 'everything: services, site and release',
    },
    {
        name: 'build service',
        scope: { services: true, site: false, release: false },
        about: 'Docker, network, secondary services and nginx',
    },
    {
        name: 'build project',
        scope: { services: false, site: true, release: true },
        about: 'folders, site and release, on a server with its services',
    },
    {
        name: 'update project',
        scope: { services: false, site: false, release: true },
        about: 'a new release, on a server that is built',
    },
];
/** Every command, for a message that lists them. */
const commandNames = [
    ...deploys.map(({ name }) => name),
    ...['plan', 'check', 'rollback', 'restart', 'maintenance on', 'maintenance off', 'destroy'],
    ...['status', 'releases', 'logs', 'ssh', 'run'],
    ...['preview list', 'preview sync', 'preview remove'],
    ...['deploy-key show', 'deploy-key rotate'],
];
/** Makes the parser of a door's lines; `words` are those that it is going to read. */
const makeParser = (door, words, configure) => {
    let chosen;
    const choose = (command, leaf) => {
        chosen = { command, leaf };
    };
    const parser = configure(new commander/* Command */.uB('jetee'))
        .description('Brings the project of this folder to its server, as its deployment.yml says, and looks inside.')
        .configureHelp({ subcommandTerm: (command) => command.name() })
        .helpCommand('help [command]', 'show the help of a command')
        .enablePositionalOptions();
    share(parser, door).option(...dryRun);
    parser.commandsGroup('Deploy:');
    addDeploys(parser, door, false, choose);
    addPlan(parser, door, choose);
    addCheck(parser, door, choose);
    parser.commandsGroup('Change what is there:');
    addChanges(parser, door, choose);
    parser.commandsGroup('Look inside:');
    addLooks(parser, door, words, choose);
    parser.commandsGroup('Previews of pull requests:');
    addPreviews(parser, door, choose);
    parser.commandsGroup('Access to the code:');
    addDeployKey(parser, door, choose);
    return { parser, chosen: () => chosen };
};
const addDeploys = (parent, door, isPlan, choose) => {
    for (const [verb, verbAbout] of [
        ['build', 'set up a server and bring the project there'],
        ['update', 'bring a new release to a server that is built'],
    ]) {
        const group = share(parent.command(verb).description(isPlan ? `plan of \`${verb}\`` : verbAbout), door).option(...dryRun);
        for (const { name, scope, about } of deploys) {
            const [first, second = ''] = name.split(' ');
            if (first !== verb)
                continue;
            const leaf = share(group.command(second).description(about), door).option(...dryRun);
            leaf.action(() => choose({ kind: 'deploy', name, scope, isPlan }, leaf));
        }
    }
};
const addPlan = (parser, door, choose) => {
    const plan = share(parser.command('plan'), door)
        .description('tell what a command would change; by default `build all`')
        .action(() => {
        const [{ name, scope }] = deploys;
        choose({ kind: 'deploy', name, scope, isPlan: true }, plan);
    });
    addDeploys(plan, door, true, choose);
};
const addCheck = (parser, door, choose) => {
    const check = share(parser.command('check'), door)
        .description('check the deployment file, and show what it says')
        .action(() => choose({ kind: 'check' }, check));
};
const addChanges = (parser, door, choose) => {
    const rollback = share(parser.command('rollback'), door)
        .description('bring an earlier release back: its image, its settings, its secrets')
        .argument('[release]', 'its number, commit or tag; by default the last good one before the live one')
        .option('--despite-migrations', 'also when the database has migrations that the release does not know')
        .option(...dryRun)
        .action((to, { despiteMigrations = false }) => choose({ kind: 'rollback', to, despiteMigrations }, rollback));
    const restart = share(parser.command('restart'), door)
        .description('start the live release anew, without a gap; or only some helpers and services')
        .argument('[names...]', 'helpers of the project, or secondary services')
        .option(...dryRun)
        .action((names) => choose({ kind: 'restart', names }, restart));
    const maintenance = share(parser.command('maintenance'), door).description('show visitors a page in place of the site');
    for (const word of ['on', 'off']) {
        const leaf = share(maintenance.command(word), door)
            .description(word === 'on' ? 'show the page' : 'show the site again')
            .action(() => choose({ kind: 'maintenance', on: word === 'on' }, leaf));
    }
    const destroy = share(parser.command('destroy'), door)
        .description('remove the project from the server; its data stays unless --volumes is given')
        .option('--volumes', 'remove its data as well: volumes and uploaded files')
        .option('--confirm <project>', 'name of the project, to be sure')
        .option(...dryRun)
        .action(({ volumes = false, confirm }) => choose({ kind: 'destroy', volumes, confirm }, destroy));
};
const addLooks = (parser, door, words, choose) => {
    const status = share(parser.command('status'), door)
        .description('show what runs on the server, and how it is')
        .option('--json', 'as JSON')
        .action(({ json = false }) => choose({ kind: 'status', json }, status));
    const releases = share(parser.command('releases'), door)
        .description('list the releases that the server keeps')
        .option('--json', 'as JSON')
        .action(({ json = false }) => choose({ kind: 'releases', json }, releases));
    const logs = parser
        .command('logs')
        .description('show what processes and services have printed')
        .argument('[name]', 'a process or a service; by default all processes')
        .option('-f, --follow', 'go on with what they print from now on')
        .option('--since <time>', 'from this time on, such as 2026-01-31T12:00:00Z, or since this long, such as 10m')
        .option('--lines <count>', 'the last lines of each', readCount)
        .option('-t, --timestamps', 'with the time of each line')
        .option('-n <count>', 'the same; with anything but a whole number, it is the configuration')
        .option('--configuration <name>', 'configuration to use; by default the branch decides');
    logs.on('option:n', (value) => {
        if (isCount(value))
            logs.setOptionValue('lines', Number(value));
        else
            logs.setOptionValue('configuration', value);
    });
    share(logs, door).action((of, options) => {
        const { follow = false, since, lines, timestamps = false } = options;
        choose({ kind: 'logs', of, follow, since, lines, timestamps }, logs);
    });
    const ssh = share(parser.command('ssh'), door)
        .description('open a shell in the project’s container or a service’s, or run a command there')
        .usage('[options] [SERVICE] [-- COMMAND...]')
        .argument('[words...]')
        .action((given) => choose({ kind: 'ssh', ...splitAtDashes(words, given) }, ssh));
    const run = share(parser.command('run'), door)
        .description('run a command in a fresh container of the live release')
        .usage('[options] [--] COMMAND...')
        .argument('<words...>')
        .passThroughOptions()
        .action((given) => choose({ kind: 'run', words: given }, run));
};
const addPreviews = (parser, door, choose) => {
    const preview = share(parser.command('preview'), door).description('the previews of pull requests');
    const list = share(preview.command('list'), door)
        .description('show those on the server, with age and size')
        .option('--json', 'as JSON')
        .action(({ json = false }) => choose({ kind: 'previews', verb: 'list', number: undefined, json }, list));
    const sync = share(preview.command('sync'), door)
        .description('remove those whose pull request is no longer open')
        .option(...dryRun)
        .action(() => choose({ kind: 'previews', verb: 'sync', number: undefined, json: false }, sync));
    const remove = share(preview.command('remove'), door)
        .description('remove one, with its data')
        .addArgument(new commander/* Argument */.ef('<number>', 'number of the pull request').argParser(readCount))
        .option(...dryRun)
        .action((number) => choose({ kind: 'previews', verb: 'remove', number, json: false }, remove));
};
const addDeployKey = (parser, door, choose) => {
    const deployKey = share(parser.command('deploy-key'), door).description('the key by which the server fetches the code');
    const show = share(deployKey.command('show'), door)
        .description('show its public half; it is made where there is none')
        .action(() => choose({ kind: 'deploy-key', verb: 'show' }, show));
    const rotate = share(deployKey.command('rotate'), door)
        .description('replace it, on the server and at GitHub')
        .option(...dryRun)
        .action(() => choose({ kind: 'deploy-key', verb: 'rotate' }, rotate));
};
/** `ssh`'s words: a service before the dashes, a command behind them. */
const splitAtDashes = (words, given) => {
    const dashes = words.indexOf('--');
    const command = dashes < 0 ? [] : words.slice(dashes + 1);
    const before = given.slice(0, given.length - command.length);
    if (before.length > 1)
        throw new commander/* InvalidArgumentError */.Di(`put -- before the command: jetee ssh ${before[0]} -- ${before[1]} …`);
    return { service: before[0], words: command };
};

;// CONCATENATED MODULE: ./lib/commands/line.js




/** Reads the words of a line. Nothing is printed. */
const readLine = (words, door, { version, width = 80 } = {}) => {
    let text = '';
    const { parser, chosen } = makeParser(door, words, (root) => {
        const write = (piece) => {
            text += piece;
        };
        root.exitOverride().configureOutput({
            writeOut: write,
            writeErr: write,
            getOutHelpWidth: () => width,
            getErrHelpWidth: () => width,
            getOutHasColors: () => false,
            getErrHasColors: () => false,
        });
        root.showHelpAfterError('Run `jetee help` or `jetee COMMAND --help` for what there is.');
        return version === undefined ? root : root.version(version, '-v, --version');
    });
    try {
        parser.parse(words, { from: 'user' });
    }
    catch (error) {
        if (error instanceof commander/* InvalidArgumentError */.Di)
            return { kind: 'mistake', text: `error: ${error.message}\n`, why: reasonOf(error) };
        if (!(error instanceof commander/* CommanderError */.b7))
            throw error;
        return error.exitCode === 0 || words.length === 0
            ? { kind: 'text', text }
            : { kind: 'mistake', text, why: reasonOf(error) };
    }
    const found = chosen();
    if (!found)
        return { kind: 'mistake', text: parser.helpInformation(), why: 'It names no command.' };
    const options = {};
    for (let level = found.leaf; level; level = level.parent)
        for (const [key, value] of Object.entries(level.opts()))
            if (value !== undefined && !(key in options))
                Object.assign(options, { [key]: value });
    const { configuration, file, dryRun = false, identity = [], envFile = [], repository, lockTimeout, preview, } = options;
    return {
        kind: 'line',
        line: {
            command: found.command,
            configuration,
            configFile: file,
            dryRun,
            identityFiles: identity,
            envFiles: envFile,
            repository,
            lockSeconds: lockTimeout,
            preview,
        },
    };
};
/** Why a line cannot be read, as a sentence; where it merely ends too early, commander only shows its help. */
const reasonOf = ({ code, message }) => {
    if (code === 'commander.help')
        return 'A word is missing behind it.';
    const text = message.replace(/^error: /, '').replaceAll('\n', ' ');
    return `${text[0]?.toUpperCase()}${text.slice(1)}${/[.)?]$/.test(text) ? '' : '.'}`;
};
/** Reads the action's input `command`: split like words, never by a shell. */
const parseInput = (text) => {
    const words = (0,lib_words/* splitWords */.y)(text) ?? [];
    const reading = readLine(words, 'action');
    if (reading.kind === 'line') {
        const { command } = reading.line;
        if (command.kind === 'ssh' && command.words.length === 0)
            throw noShell;
        return reading.line;
    }
    throw new failure/* Failure */.H({
        what: `There is no command ${JSON.stringify(text.trim())}`,
        where: 'input command',
        why: reading.kind === 'mistake' ? reading.why : undefined,
        stands: 'Nothing on the server was changed.',
        next: `Use one of: ${commandNames.map((name) => `\`${name}\``).join(', ')}.`,
    });
};
const noShell = new failure/* Failure */.H({
    what: 'A shell needs somebody who types',
    where: 'input command',
    why: 'In the action there is no terminal.',
    stands: 'Nothing on the server was changed.',
    next: 'Give `ssh` a command, such as `ssh -- python manage.py check`, or open the shell from a terminal.',
});


/***/ }),

/***/ 7671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openApi: () => (/* binding */ openApi)
/* harmony export */ });
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8595);
/* harmony import */ var _tries_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6366);


/** Opens GitHub's API; nothing is asked yet, and the client is not loaded. */
const openApi = (options) => {
    const { apiUrl, token, repository, warn, input = 'token', signal = new AbortController().signal } = options;
    const [owner = '', repo = ''] = repository.split('/');
    const told = new Set();
    const allowed = new Set();
    let loading;
    const client = () => {
        loading ??= Promise.all(/* import() */[__webpack_require__.e(413), __webpack_require__.e(636)]).then(__webpack_require__.bind(__webpack_require__, 636)).then(({ openClient }) => openClient({ apiUrl, token, signal }));
        return loading;
    };
    return {
        client,
        repo: { owner, repo },
        async attempt(wish, call) {
            try {
                const answer = await call(await client());
                allowed.add(wish.permission);
                return answer;
            }
            catch (error) {
                const trouble = (0,_tries_js__WEBPACK_IMPORTED_MODULE_1__/* .troubleOf */ .LH)(signal.aborted ? signal.reason : error);
                const caller = { input, isAllowed: allowed.has(wish.permission) };
                const { about, text } = (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .refusalOf */ .O)(wish, trouble, caller, Date.now());
                if (!told.has(about))
                    warn(text);
                told.add(about);
                return undefined;
            }
        },
    };
};


/***/ }),

/***/ 9607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FX: () => (/* binding */ dependabot),
/* harmony export */   UM: () => (/* binding */ pullRequestEvents),
/* harmony export */   j_: () => (/* binding */ readEvent),
/* harmony export */   sg: () => (/* binding */ readRef)
/* harmony export */ });
/** The account of GitHub's that keeps dependencies up to date; GitHub gives its runs no secrets. */
const dependabot = 'dependabot[bot]';
/** Events whose run is for a pull request's code. */
const pullRequestEvents = [
    'pull_request',
    'pull_request_target',
    'pull_request_review',
    'pull_request_review_comment',
];
/** Events by which somebody means a branch or tag. Who calls a workflow from another one hands on its own event. */
const refEvents = [
    'push',
    'workflow_dispatch',
    'schedule',
    'repository_dispatch',
    'workflow_call',
];
/** Branches that GitHub's merge queue makes and removes by itself. */
const queueBranch = /^(?:refs\/heads\/)?gh-readonly-queue\//;
/**
 * Reads an event: its name and ref from the environment of the job, the rest from its payload. Whatever is missing or of
 * another form than GitHub's is as if it were not there, and a pull request of which too little is known has strange code.
 */
const readEvent = (env, payload) => {
    const name = env.GITHUB_EVENT_NAME;
    if (!name)
        return undefined;
    if (pullRequestEvents.includes(name))
        return readPullRequest(env, name, payload) ?? { kind: 'other', name };
    if (name === 'merge_group')
        return { kind: 'merge-group', name };
    const text = (...path) => textAt(payload, ...path);
    const ref = readRef(env);
    switch (name) {
        case 'delete':
            return deletion(name, text('ref_type') === 'tag' ? 'tag' : 'branch', text('ref'));
        case 'release': {
            const tag = text('release', 'tag_name');
            return {
                kind: 'release',
                name,
                action: text('action') ?? '',
                ref: tag === undefined ? ref : { type: 'tag', name: tag },
            };
        }
        case 'workflow_run':
            return {
                kind: 'workflow-run',
                name,
                ref,
                workflow: text('workflow_run', 'name') ?? '',
                branch: text('workflow_run', 'head_branch'),
                conclusion: text('workflow_run', 'conclusion'),
                startedBy: text('workflow_run', 'event') ?? '',
            };
        case 'push': {
            const full = text('ref') ?? env.GITHUB_REF ?? '';
            if (queueBranch.test(full))
                return { kind: 'merge-group', name };
            if (at(payload, 'deleted') === true)
                return deletion(name, full.startsWith('refs/tags/') ? 'tag' : 'branch', full.replace(/^refs\/[^/]+\//, '') || undefined);
        }
    }
    return refEvents.includes(name) ? { kind: 'ref', name, ref } : { kind: 'other', name };
};
/** The branch or tag that the run is for, by the job's environment; a pull request's merge commit is neither. */
const readRef = ({ GITHUB_REF: full = '', GITHUB_REF_NAME: name, GITHUB_REF_TYPE: type, }) => name && (type === 'branch' || type === 'tag') && !full.startsWith('refs/pull/') ? { type, name } : undefined;
const deletion = (name, type, ref) => {
    if (ref === undefined)
        return { kind: 'other', name };
    return queueBranch.test(ref)
        ? { kind: 'merge-group', name }
        : { kind: 'ref-deleted', name, ref: { type, name: ref } };
};
const readPullRequest = ({ GITHUB_REF: ref = '' }, name, payload) => {
    const pull = at(payload, 'pull_request');
    const number = numberOf(at(pull, 'number')) ??
        numberOf(at(payload, 'number')) ??
        numberOf(Number(/^refs\/pull\/(\d+)\//.exec(ref)?.[1]));
    const baseSha = commitAt(pull, 'base', 'sha');
    // Without its base nobody knows whose file decides.
    if (number === undefined || baseSha === '')
        return undefined;
    const action = textAt(payload, 'action') ?? '';
    const headRepository = textAt(pull, 'head', 'repo', 'full_name');
    const baseRepository = textAt(pull, 'base', 'repo', 'full_name');
    const labels = at(pull, 'labels');
    return {
        kind: 'pull-request',
        name,
        action,
        label: textAt(payload, 'label', 'name'),
        baseChanged: action === 'edited' && at(payload, 'changes', 'base') !== undefined,
        sender: textAt(payload, 'sender', 'login') ?? '',
        pull: {
            number,
            isOpen: action !== 'closed' && textAt(pull, 'state') !== 'closed',
            isMerged: at(pull, 'merged') === true || textAt(pull, 'merged_at') !== undefined,
            headSha: commitAt(pull, 'head', 'sha'),
            headBranch: textAt(pull, 'head', 'ref') ?? '',
            headRepository,
            isFork: headRepository === undefined ||
                headRepository !== baseRepository ||
                textAt(pull, 'user', 'login') === dependabot,
            baseBranch: textAt(pull, 'base', 'ref') ?? '',
            baseSha,
            labels: Array.isArray(labels) ? labels.flatMap((label) => textAt(label, 'name') ?? []) : [],
        },
    };
};
/** What lies at a path in what was read from JSON; undefined where it leads nowhere. */
const at = (value, ...path) => path.reduce((inner, key) => typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
    ? inner[key]
    : undefined, value);
/** Text that is not empty. */
const textAt = (value, ...path) => {
    const found = at(value, ...path);
    return typeof found === 'string' && found !== '' ? found : undefined;
};
/** Full name of a commit; empty where there is none. */
const commitAt = (value, ...path) => {
    const found = textAt(value, ...path) ?? '';
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(found) ? found : '';
};
const numberOf = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;


/***/ }),

/***/ 6174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ readInvocation)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7264);
/* harmony import */ var _commands_line_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(120);
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7340);
/* harmony import */ var _server_connection_host_key_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5938);
/* harmony import */ var _event_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9607);






/** An input's value; undefined when it is empty. */
const optional = (name) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)(name) || undefined;
/** A boolean of YAML 1.2, or none. */
const readFlag = (name) => {
    const text = (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)(name);
    if (/^(?:true|True|TRUE)$/.test(text))
        return true;
    if (/^(?:false|False|FALSE|)$/.test(text))
        return false;
    throw new _report_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H({
        what: `${JSON.stringify(text)} is neither true nor false`,
        where: `input ${name}`,
        next: `Write \`${name}: true\` or \`${name}: false\`, or leave it out for false.`,
    });
};
/** A number of seconds, or the usual one. */
const readSeconds = (name, usual) => {
    const text = (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)(name);
    if (text === '')
        return usual;
    if (/^\d{1,5}$/.test(text))
        return Number(text);
    throw new _report_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H({
        what: `${JSON.stringify(text)} is no number of seconds`,
        where: `input ${name}`,
        next: `Write a whole number up to 99999, such as \`${name}: 600\`.`,
    });
};
/** The number of a pull request, or none. */
const readPreview = (text) => {
    if (text === undefined || /^[1-9]\d{0,8}$/.test(text))
        return text === undefined ? undefined : Number(text);
    throw new _report_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H({
        what: `${JSON.stringify(text)} is no number of a pull request`,
        where: 'input preview',
        next: 'Write its number alone, such as `preview: 12`.',
    });
};
/** What GitHub tells of the event in the file that it names; undefined where it names none. */
const readPayload = (path) => {
    if (!path)
        return undefined;
    try {
        return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
    }
    catch (cause) {
        throw new _report_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H({
            what: 'What GitHub tells of the event could not be read',
            where: path,
            why: cause instanceof Error ? cause.message : String(cause),
            next: 'The runner writes this file, and names it in GITHUB_EVENT_PATH. With act, `--eventpath` names one of yours; it holds JSON.',
        }, { cause });
    }
};
/** What the run was started by, and for. */
const readTrigger = (env) => {
    const event = env.GITHUB_EVENT_NAME ?? '';
    const happened = (0,_event_js__WEBPACK_IMPORTED_MODULE_5__/* .readEvent */ .j_)(env, event === '' ? undefined : readPayload(env.GITHUB_EVENT_PATH));
    const ref = happened?.kind === 'release' ? happened.ref : (0,_event_js__WEBPACK_IMPORTED_MODULE_5__/* .readRef */ .sg)(env);
    return { event, ref: _event_js__WEBPACK_IMPORTED_MODULE_5__/* .pullRequestEvents */ .UM.includes(event) ? undefined : ref, happened };
};
/**
 * The environment without what the runner gives to the action itself: its inputs, with the job's token among them, and the
 * tokens of caches, artifacts and identity. They are nobody's to name as a secret, and least a pull request's.
 */
const withoutOwnTokens = (env) => Object.fromEntries(Object.entries(env).filter(([name]) => !/^(?:INPUT_.*|ACTIONS_RUNTIME_TOKEN|ACTIONS_ID_TOKEN_REQUEST_TOKEN)$/i.test(name)));
/** Reads the action's inputs and the job's environment, once. */
const readInvocation = (env) => {
    const serverUrl = env.GITHUB_SERVER_URL ?? 'https://github.com';
    const repository = env.GITHUB_REPOSITORY ?? '';
    const line = (0,_commands_line_js__WEBPACK_IMPORTED_MODULE_2__/* .parseInput */ .C)(optional('command') ?? 'build all');
    // act calls each of its runs number 1: no page on GitHub has that number, and every run of GitHub's would be newer.
    const isNumbered = Boolean(env.GITHUB_RUN_ID) && env.ACT !== 'true';
    return {
        command: line.command,
        dryRun: readFlag('dry-run') || line.dryRun,
        configuration: optional('configuration') ?? line.configuration,
        preview: readPreview(optional('preview')) ?? line.preview,
        trigger: readTrigger(env),
        configFile: optional('config-file') ?? line.configFile,
        workspace: env.GITHUB_WORKSPACE ?? process.cwd(),
        privateKey: (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)('ssh-private-key', { trimWhitespace: false }),
        passphrase: optional('ssh-private-key-passphrase'),
        pins: {
            knownHosts: optional('ssh-known-hosts'),
            fingerprint: optional('ssh-host-fingerprint'),
            checking: (0,_server_connection_host_key_js__WEBPACK_IMPORTED_MODULE_4__/* .readHostKeyChecking */ .Me)((0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)('ssh-host-key-checking')),
        },
        repository,
        serverUrl,
        apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
        token: (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)('token'),
        deployKeyToken: (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)('deploy-key-token'),
        actor: env.GITHUB_ACTOR ?? 'somebody',
        runUrl: isNumbered ? `${serverUrl}/${repository}/actions/runs/${env.GITHUB_RUN_ID}` : '',
        run: isNumbered
            ? { id: Number(env.GITHUB_RUN_ID), attempt: Number(env.GITHUB_RUN_ATTEMPT ?? 1) }
            : undefined,
        lockSeconds: readSeconds('lock-timeout', 1800),
        env: withoutOwnTokens(env),
    };
};


/***/ }),

/***/ 1429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ endInterrupted),
/* harmony export */   z: () => (/* binding */ keepDeployment)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7264);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7671);


/** Milliseconds that the post stage has for a deployment. */
const patience = 20_000;
/** Keeps the number of a run's deployment, for later steps and for the post stage. */
const keepDeployment = {
    onBegun({ id, isJobs }) {
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH)('deployment-id', String(id));
        if (!isJobs)
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ)('deployment', String(id));
    },
    onEnded() {
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ)('deployment', '');
    },
};
/** Ends the deployment of a run that could not do so, as it was ended from outside, or GitHub did not answer then. */
const endInterrupted = async ({ apiUrl, token, repository, runUrl }, warn) => {
    const id = Number((0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu)('deployment'));
    if (!id || !token)
        return;
    const signal = AbortSignal.timeout(patience);
    const api = (0,_api_js__WEBPACK_IMPORTED_MODULE_1__.openApi)({ apiUrl, token, repository, warn, signal });
    const wish = { what: 'record how the deployment ended', permission: 'deployments: write' };
    await api.attempt(wish, ({ rest: { repos } }) => repos.createDeploymentStatus({
        ...api.repo,
        deployment_id: id,
        state: 'failure',
        log_url: runUrl,
        description: 'The run ended without saying how; its log may tell',
        request: { repeatable: true },
    }));
};


/***/ }),

/***/ 853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   Wh: () => (/* binding */ jobLog)
/* harmony export */ });
/* unused harmony export plainLine */
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6193);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7264);



/** Writes a line to the job's log. Whatever stands in it, the runner takes none of it for a command to itself. */
const logLine = (line) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq)(plainLine(line));
/**
 * A line without what the runner acts upon: `::command::` at its start, `##[command]` anywhere in it, and a carriage
 * return, which ends a line for the runner, so that a start may be anywhere.
 */
const plainLine = (line) => line
    .replaceAll(/[\r\n]+/g, ' ')
    .replaceAll('##[', '#\u200b#[')
    .replace(/^(\s*)::/, '$1:\u200b:');
/** The job's log as a stream, whose lines the runner takes for commands no more than those of {@link logLine}. */
const jobLog = () => {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_1__.StringDecoder('utf8');
    let rest = '';
    return new node_stream__WEBPACK_IMPORTED_MODULE_0__.Writable({
        write(chunk, _encoding, done) {
            const lines = (rest + decoder.write(chunk)).split('\n');
            rest = lines.pop() ?? '';
            const text = lines.map((line) => `${plainLine(line)}\n`).join('');
            if (process.stdout.write(text))
                done();
            else
                process.stdout.once('drain', () => done());
        },
        final(done) {
            if (rest !== '')
                logLine(rest);
            done();
        },
    });
};


/***/ }),

/***/ 8595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ refusalOf),
/* harmony export */   p: () => (/* binding */ clock)
/* harmony export */ });
/* harmony import */ var _tries_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6366);

/**
 * Puts into words why a call went wrong, and what to do about it. A 403 has many meanings, and a 404 is also what GitHub
 * says to those who may not even know; headers and message tell more.
 */
const refusalOf = ({ what, permission }, trouble, { input, isAllowed }, now) => {
    const { status, headers, message } = trouble;
    const limit = (0,_tries_js__WEBPACK_IMPORTED_MODULE_0__/* .limitOf */ .LF)(trouble, now);
    if (limit)
        return {
            about: 'limit',
            text: `GitHub takes no more requests of this token until ${clock(limit.until)} (${message}): this run could not ${what}`,
        };
    if ((0,_tries_js__WEBPACK_IMPORTED_MODULE_0__/* .isDown */ .Pj)(trouble))
        return {
            about: 'answer',
            text: `GitHub’s API ${status === undefined ? `did not answer (${message})` : `failed (${status} ${message})`}: this run could not ${what}`,
        };
    if (status === 401)
        return {
            about: 'token',
            text: `GitHub does not know the token of the input \`${input}\` (${message}): this run could not ${what}`,
        };
    if (headers['x-github-sso'] !== undefined)
        return {
            about: 'sso',
            text: `The token of the input \`${input}\` has to be authorized for the organization’s single sign-on before this run can ${what}`,
        };
    if ((status === 403 || status === 404) && !isAllowed && !/archived|IP allow list/i.test(message)) {
        const lines = [permission, ...besides(permission, String(headers['x-accepted-github-permissions'] ?? ''))];
        return {
            about: permission,
            text: `GitHub did not let this run ${what} (${message}): ${remedy(input, lines)}`,
        };
    }
    return { about: what, text: `This run could not ${what}: ${message}` };
};
const remedy = (input, lines) => {
    const listed = lines.map((line) => `\`${line}\``).join(' and ');
    return input === 'token'
        ? `the job’s \`permissions:\` need the line ${listed}`
        : `the token of the input \`${input}\` needs ${listed}`;
};
/**
 * What GitHub says that a call needs beside a permission: alternatives, divided by semicolons, of pairs divided by
 * commas, such as `issues=write; pull_requests=write`.
 */
const besides = (permission, accepted) => {
    const [name = ''] = permission.split(':');
    const alternatives = accepted
        .split(';')
        .map((pairs) => pairs.split(',').flatMap((pair) => readPair(pair) ?? []))
        .filter((pairs) => pairs.length > 0);
    const chosen = alternatives.find((pairs) => pairs.some((pair) => pair.name === name)) ?? alternatives[0];
    return (chosen ?? [])
        .filter((pair) => pair.name !== name && pair.name !== 'metadata')
        .map((pair) => `${pair.name}: ${pair.access}`);
};
const readPair = (pair) => {
    const [, name, access] = /^\s*([a-z_]+)=([a-z]+)\s*$/.exec(pair) ?? [];
    return name && access ? { name: name.replaceAll('_', '-'), access } : undefined;
};
/** A time of the day, as `14:03:20 UTC`. */
const clock = (time) => `${new Date(time).toISOString().slice(11, 19)} UTC`;


/***/ }),

/***/ 6366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ge: () => (/* binding */ isDoubtful),
/* harmony export */   LF: () => (/* binding */ limitOf),
/* harmony export */   LH: () => (/* binding */ troubleOf),
/* harmony export */   Pj: () => (/* binding */ isDown),
/* harmony export */   gH: () => (/* binding */ makeTries)
/* harmony export */ });
/* unused harmony export pauseBefore */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

/** Codes of errors that come before a connection stands. */
const unsent = [
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ENETUNREACH',
    'EHOSTUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
];
/** Reads what octokit has thrown: an error with an answer, or one of the network, somewhere down its causes. */
const troubleOf = (error) => {
    const { response } = Object(error);
    const message = error instanceof Error ? error.message : String(error);
    return {
        status: response?.status,
        headers: response?.headers ?? {},
        message: message.replace(/ - https:\S+$/, '').slice(0, 200),
        isUnsent: !response && unsent.some((code) => codesOf(error).includes(code)),
    };
};
const codesOf = (error) => {
    if (!(error instanceof Error))
        return [];
    const several = error instanceof AggregateError ? error.errors.flatMap(codesOf) : [];
    return [error.code, ...codesOf(error.cause), ...several];
};
/** Whether GitHub may have done what was asked, although it did not say so. */
const isDoubtful = (error) => {
    const { status, isUnsent } = troubleOf(error);
    return status === undefined ? !isUnsent : status >= 500;
};
/** Whether nobody answers at the moment, or only that it cannot. */
const isDown = ({ status }) => status === undefined || status >= 500;
/**
 * Reads whether a request was refused for its number: the primary limit has its reset in a header, the secondary one a
 * `retry-after`, or at least a minute (GitHub's documentation, "Rate limits for the REST API").
 */
const limitOf = ({ status, headers, message }, now) => {
    if (status !== 403 && status !== 429)
        return undefined;
    const after = Number(headers['retry-after']);
    if (after > 0)
        return { until: now + after * 1000 };
    if (String(headers['x-ratelimit-remaining']) === '0')
        return { until: Number(headers['x-ratelimit-reset']) * 1000 || now + 60_000 };
    return status === 429 || /\bsecondary rate limit\b/i.test(message) ? { until: now + 60_000 } : undefined;
};
/** Milliseconds before the second and the third try. */
const pauses = [1000, 3000];
/** The longest wait for a limit, in milliseconds: a run does not stand still for the sake of its report. */
const longestWait = 30_000;
/**
 * Milliseconds until a request is made again, of which `tried` went wrong; undefined for never. What may have been done
 * is not done twice, unless it may be: two comments are worse than none.
 */
const pauseBefore = (trouble, { isRepeatable, tried }, now) => {
    const pause = pauses[tried - 1];
    if (pause === undefined)
        return undefined;
    const limit = limitOf(trouble, now);
    // A second more, as the clocks may differ.
    if (limit)
        return limit.until - now <= longestWait ? Math.max(limit.until - now, 0) + 1000 : undefined;
    return isDown(trouble) && (isRepeatable || trouble.isUnsent) ? pause : undefined;
};
/** Milliseconds for an answer. */
const deadline = 10_000;
/**
 * Makes the tries of a client. While a limit is used up, nothing is asked; and as long as nobody answers, what comes
 * after is tried once only, so that many calls in a row do not add up to many waits. `signal` ends all of it, a wait too.
 */
const makeTries = (signal) => {
    let used;
    let wasDown = false;
    return {
        async go(isRepeatable, request) {
            for (let tried = 1;; tried++) {
                signal.throwIfAborted();
                if (used && used.limit.until > Date.now())
                    throw used.error;
                try {
                    const answer = await request(AbortSignal.any([signal, AbortSignal.timeout(deadline)]));
                    wasDown = false;
                    return answer;
                }
                catch (error) {
                    signal.throwIfAborted();
                    const trouble = troubleOf(error);
                    const pause = pauseBefore(trouble, { isRepeatable, tried }, Date.now());
                    const limit = limitOf(trouble, Date.now());
                    if (limit && pause === undefined)
                        used = { limit, error };
                    if (pause === undefined || (wasDown && !limit)) {
                        wasDown = isDown(trouble);
                        throw error;
                    }
                    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(pause, undefined, { signal });
                }
            }
        },
    };
};


/***/ }),

/***/ 7340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ Failure)
/* harmony export */ });
/** The one error type that is meant for people; anything else that is thrown is a defect of the program. */
class Failure extends Error {
    details;
    constructor(details, options) {
        super(details.what, options);
        this.name = 'Failure';
        this.details = details;
    }
}


/***/ }),

/***/ 7751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ lineProgress),
/* harmony export */   Y: () => (/* binding */ seconds)
/* harmony export */ });
/** Seconds for people: `0.25 s`, `12.3 s`. */
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 2 : 1)} s`;
/** A step that is silent for this long, in milliseconds, is said to be still at work. */
const patience = 10_000;
/** Lines that are kept of what a step prints. */
const keptLines = 40;
/** Characters of a line that is kept. A longer one is left out whole: half a secret would not be masked. */
const longestLine = 1000;
/** Keeps the last of many lines. */
const lastLines = () => {
    const lines = [];
    return {
        lines: lines,
        add(line) {
            lines.push(line.length > longestLine ? `(a line of ${line.length} characters)` : line);
            if (lines.length > keptLines)
                lines.shift();
        },
    };
};
const marks = { done: '✓', failed: '✗', cancelled: '–' };
/**
 * Progress as lines of text, each with the time since the start. What programs on the server print stands behind a
 * bar, so that nothing of it can begin a line and be taken for a command of the runner.
 */
const lineProgress = (write) => {
    const start = performance.now();
    const timings = [];
    const note = (text) => write(`${seconds(performance.now() - start).padStart(8)}  ${text}`);
    const warnings = [];
    const warn = (text) => {
        warnings.push(text);
        note(`⚠ ${text}`);
    };
    const begin = (title, reason) => {
        const begun = performance.now();
        const parts = [];
        const open = new Map();
        const last = lastLines();
        const waiting = setInterval(() => note(`… ${title}, ${seconds(performance.now() - begun)} so far`), patience);
        waiting.unref();
        note(`${title} (${reason})`);
        return {
            note,
            warn,
            output(line) {
                waiting.refresh();
                last.add(line);
                write(`          │ ${line}`);
            },
            beginPart(part) {
                open.set(part, performance.now());
            },
            endPart(part, task) {
                const now = performance.now();
                const milliseconds = now - (open.get(part) ?? now);
                parts.push({ title: part, milliseconds, ...(task && { task }) });
                note(`  ${task && task.status !== 0 ? `${marks.failed} ` : ''}${part}, ${seconds(milliseconds)}`);
            },
            end(outcome) {
                clearInterval(waiting);
                const milliseconds = performance.now() - begun;
                timings.push({
                    title,
                    reason,
                    outcome,
                    begun: begun - start,
                    milliseconds,
                    ...(outcome === 'failed' && { output: last.lines }),
                    parts,
                });
                note(`${marks[outcome]} ${title}, ${seconds(milliseconds)}`);
            },
        };
    };
    return { note, warn, begin, timings, warnings };
};


/***/ }),

/***/ 5503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   TV: () => (/* binding */ shownLines),
/* harmony export */   cz: () => (/* binding */ detailsOf),
/* harmony export */   g1: () => (/* binding */ lastOf),
/* harmony export */   kY: () => (/* binding */ failureText),
/* harmony export */   zl: () => (/* binding */ failureSections)
/* harmony export */ });
/* unused harmony export codeBlock */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7340);


/** Lines of a program's output that are shown. */
const shownLines = 40;
/** What to tell of anything that was thrown. What is no Failure is a defect, and said to be one. */
const detailsOf = (error) => {
    if (error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H)
        return error.details;
    const cause = error instanceof Error ? error : new Error(String(error));
    return {
        what: 'The deployer failed in a way that it does not know',
        why: cause.message,
        output: cause.stack?.split('\n').slice(1),
        next: 'This is a defect of jetee/deploy: please report it with the lines above.',
    };
};
/** A failure as lines of text for a log. */
const failureText = (details) => {
    const { what, where, why, output = [], stands, next } = details;
    return [
        what,
        ...labelled('Where', where),
        ...labelled('Why', why),
        ...output.slice(-shownLines).map((line) => `  │ ${line}`),
        ...labelled('What still stands', stands),
        ...labelled('What to do', next),
    ];
};
const labelled = (label, text) => {
    if (!text)
        return [];
    const [first = '', ...rest] = text.trimEnd().split('\n');
    return [`${label}: ${first}`, ...rest.map((line) => `  ${line}`)];
};
/** A failure as Markdown for a summary. What is long in it gives way to the rest of it. */
const failureSections = (details) => {
    const { what, where, why, output = [], stands, next } = details;
    const shown = output.slice(-shownLines);
    return [
        `### ❌ ${escapeMarkdown(what)}`,
        ...place(where),
        ...row('Why', why),
        ...(shown.length > 0 ? [{ rows: shown, keep: 'last', render: lastOf }] : []),
        ...row('What still stands', stands),
        ...row('What to do', next),
    ];
};
/** The last lines of an output as a block, with a word of those that were left out. */
const lastOf = (rows, left) => codeBlock([...(left > 0 ? [`… ${left} lines before these, in the log of the run`] : []), ...rows]);
/** Where it failed. As code: GitHub would make an address for mail of `user@host`. */
const place = (where) => !where || /[`\n]/.test(where) ? row('Where', where) : [`**Where:** \`${where}\``];
/**
 * One labelled text. Lines behind a first one that ends in a colon are there to be copied, and keep every character;
 * other texts of several lines are lists.
 */
const row = (label, text) => {
    if (!text)
        return [];
    const [first = '', ...rest] = text.trimEnd().split('\n');
    if (rest.length === 0)
        return [`**${label}:** ${escapeMarkdown(first)}`];
    if (first.endsWith(':'))
        return [`**${label}:** ${escapeMarkdown(first)}`, codeBlock(rest)];
    return [
        {
            rows: [first, ...rest].map((line) => `- ${escapeMarkdown(line.trim())}`),
            keep: 'first',
            render: (rows, left) => [`**${label}:**`, [...rows, ...(left > 0 ? [`- … ${left} more, in the log`] : [])].join('\n')].join('\n\n'),
        },
    ];
};
/** Text of others, so that Markdown and HTML in it stay text; single back ticks mark code, which stays as it is. */
const escapeMarkdown = (text) => text
    .split(/((?<!`)`[^`\r\n]+`(?!`))/)
    .map((part, index) => (index % 2 === 1 ? part : escapeText(part)))
    .join('');
const escapeText = (text) => text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\*_[\]|#~`]/g, '\\$&')
    .replaceAll(/\r\n?|\n/g, '<br>');
/** Lines as a block of code that nothing in them can end. */
const codeBlock = (lines) => {
    const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((ticks) => ticks.length)));
    const fence = '`'.repeat(longest + 1);
    return [`${fence}text`, ...lines.map(printed), fence].join('\n');
};
/** A line as it is read: without the colours and the other signs that a terminal acts upon. */
const printed = (line) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(line).replaceAll(/[^\P{Cc}\t]+/gu, ' ');


/***/ }),

/***/ 5938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   An: () => (/* binding */ hostKeyPolicy),
/* harmony export */   Me: () => (/* binding */ readHostKeyChecking),
/* harmony export */   iJ: () => (/* binding */ algorithmsFor)
/* harmony export */ });
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7340);
/* harmony import */ var _known_hosts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7585);


const algorithms = [
    'ssh-ed25519',
    'ecdsa-sha2-nistp256',
    'ecdsa-sha2-nistp384',
    'ecdsa-sha2-nistp521',
    'rsa-sha2-512',
    'rsa-sha2-256',
];
/** Reads the input `ssh-host-key-checking`; empty means `strict`. */
function readHostKeyChecking(text) {
    const value = text.trim();
    if (value === '' || value === 'strict')
        return 'strict';
    if (value === 'accept-new')
        return 'accept-new';
    throw new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
        what: `“${value}” is not a way of host key checking`,
        where: 'input ssh-host-key-checking',
        next: 'Write `strict` (only a pinned server) or `accept-new` (also a server that nothing pins). There is no way to accept a key that differs from its pin.',
    });
}
/**
 * Decides which key the server may show. The strict reading holds: each given pin that covers the host must
 * match, so a fingerprint does not excuse a differing known_hosts line, nor the other way round. Fingerprints
 * cover every host, and one of several suffices. Throws when a pin cannot be read.
 */
function hostKeyPolicy(pins, host, port) {
    const lines = (0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .parseKnownHosts */ .uJ)(pins.knownHosts ?? '');
    const fingerprints = readFingerprints(pins.fingerprint ?? '');
    return {
        algorithms: algorithmsFor(lines, host, port),
        judge: (key) => judge({ lines, fingerprints, checking: pins.checking, host, port }, key),
    };
}
/** Signature algorithms to ask a server for, those of the keys that the lines list for it first. */
function algorithmsFor(lines, host, port) {
    const types = (0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .knownKeyTypes */ .C2)(lines, host, port);
    const isKnown = (algorithm) => types.includes(algorithm.startsWith('rsa-sha2-') ? 'ssh-rsa' : algorithm);
    return [...algorithms.filter(isKnown), ...algorithms.filter((algorithm) => !isKnown(algorithm))];
}
function readFingerprints(text) {
    return text
        .split(/[\s,]+/)
        .filter((word) => word !== '')
        .map((word) => {
        const hash = word.replace(/^SHA256:/i, '').replace(/=+$/, '');
        if (/^[A-Za-z0-9+/]{43}$/.test(hash))
            return `SHA256:${hash}`;
        throw new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
            what: `“${word}” is not a fingerprint of a host key`,
            where: 'input ssh-host-fingerprint',
            why: 'It needs `SHA256:` and 43 characters of base64.',
            next: 'Run `ssh-keygen -l -E sha256 -f /etc/ssh/ssh_host_ed25519_key.pub` on the server and copy the second word.',
        });
    });
}
function judge(situation, key) {
    const { lines, fingerprints, checking, host, port } = situation;
    const shown = {
        type: (0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .typeOfKey */ .Jh)(key),
        fingerprint: (0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .Rj)(key),
        line: `${(0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .knownHostName */ .nF)(host, port)} ${(0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .typeOfKey */ .Jh)(key)} ${key.toString('base64')}`,
    };
    const byLines = (0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .matchHostKey */ .zM)(lines, host, port, key);
    if (byLines === 'revoked')
        return refused(revoked(situation, shown));
    if (byLines === 'changed') {
        const pinned = (0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .knownKeys */ .eE)(lines, host, port).map((line) => `${(0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .Rj)(line.key)} (${line.keyType})`);
        return refused(changed(situation, shown, pinned, 'ssh-known-hosts'));
    }
    if (fingerprints.length > 0 && !fingerprints.includes(shown.fingerprint)) {
        return refused(changed(situation, shown, fingerprints, 'ssh-host-fingerprint'));
    }
    if (byLines === 'known' || fingerprints.length > 0)
        return { accepted: true, hostKey: shown };
    if (checking === 'strict')
        return refused(unknown(situation, shown));
    const notice = `The host key of ${host} is not pinned; trusted ${shown.type} ${shown.fingerprint}. To pin it, set \`ssh-known-hosts\` to: ${shown.line}`;
    return { accepted: true, hostKey: { ...shown, notice } };
}
function refused(failure) {
    return { accepted: false, failure };
}
function unknown({ lines, host, port }, shown) {
    const others = lines.length > 0 ? ` None of the lines in \`ssh-known-hosts\` is for ${(0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .knownHostName */ .nF)(host, port)}.` : '';
    const authority = (0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .hasAuthority */ .yq)(lines, host, port)
        ? ' There is a `@cert-authority` line for it, but host certificates are not supported: pin the key itself.'
        : '';
    return new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
        what: `The host key of ${host} is not known`,
        where: `${host}:${port}`,
        why: `The server shows the ${shown.type} key ${shown.fingerprint}, and nothing pins it.${others}${authority}`,
        next: `Compare the fingerprint with what \`${onServer(shown.type)}\` prints on the server’s own console. If it is the same, set the input \`ssh-known-hosts\` to this line:\n${shown.line}`,
    });
}
function changed({ host, port }, shown, pinned, input) {
    return new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
        what: `The host key of ${host} is not the pinned one`,
        where: `${host}:${port}`,
        why: `The server shows the ${shown.type} key ${shown.fingerprint}; \`${input}\` pins ${pinned.join(', ')}. Either the server was reinstalled, or it has another key of another type, or someone stands between it and you.`,
        next: `Compare the fingerprint with what \`${onServer(shown.type)}\` prints on the server’s own console. Only if it is the same, replace the pin by this line in \`ssh-known-hosts\`:\n${shown.line}`,
    });
}
function revoked({ host, port }, shown) {
    return new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
        what: `The host key of ${host} is revoked`,
        where: `${host}:${port}`,
        why: `The server shows the ${shown.type} key ${shown.fingerprint}, which a \`@revoked\` line in \`ssh-known-hosts\` forbids.`,
        next: 'Give the server a new host key, and pin that.',
    });
}
function onServer(type) {
    const file = type === 'ssh-rsa' ? 'rsa' : type.startsWith('ecdsa-') ? 'ecdsa' : 'ed25519';
    return `ssh-keygen -lf /etc/ssh/ssh_host_${file}_key.pub`;
}


/***/ }),

/***/ 7585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ knownKeyTypes),
/* harmony export */   Jh: () => (/* binding */ typeOfKey),
/* harmony export */   Rj: () => (/* binding */ fingerprint),
/* harmony export */   eE: () => (/* binding */ knownKeys),
/* harmony export */   nF: () => (/* binding */ knownHostName),
/* harmony export */   uJ: () => (/* binding */ parseKnownHosts),
/* harmony export */   yq: () => (/* binding */ hasAuthority),
/* harmony export */   zM: () => (/* binding */ matchHostKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7340);


/** Reads the text of a known_hosts file; comments and empty lines are left out. */
function parseKnownHosts(text) {
    return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
        const trimmed = line.trim();
        return trimmed === '' || trimmed.startsWith('#') ? [] : [parseLine(trimmed, index + 1)];
    });
}
function parseLine(line, number) {
    const words = line.split(/\s+/);
    const marker = words[0]?.startsWith('@') ? words.shift()?.slice(1) : undefined;
    if (marker !== undefined && marker !== 'revoked' && marker !== 'cert-authority') {
        throw malformed(number, `\`@${marker}\` is not a marker; there are \`@revoked\` and \`@cert-authority\`.`);
    }
    const [hosts, keyType, base64] = words;
    if (hosts === undefined || keyType === undefined || base64 === undefined) {
        throw malformed(number, 'It needs a host, a key type and a key.');
    }
    const key = Buffer.from(base64, 'base64');
    if (typeOfKey(key) !== keyType) {
        throw malformed(number, `Its third word is not a key of the type that its second names.`);
    }
    return { marker, hosts: hosts.split(','), keyType, key };
}
function malformed(number, why) {
    return new _report_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H({
        what: `Line ${number} of the known hosts cannot be read`,
        where: `input ssh-known-hosts, line ${number}`,
        why,
        next: 'Write each line as `host type key`, as `ssh-keyscan HOST` prints it.',
    });
}
/** The type that an SSH public key names itself, such as `ssh-ed25519`; empty when the bytes hold no key. */
function typeOfKey(key) {
    let type;
    let at = 0;
    while (at + 4 <= key.length) {
        const start = at + 4;
        at = start + key.readUInt32BE(at);
        type ??= key.toString('latin1', start, at);
    }
    return at === key.length ? (type ?? '') : '';
}
/** The name under which known_hosts lists a host: bare on port 22, else `[host]:port`. */
function knownHostName(host, port) {
    const name = host.toLowerCase();
    return port === 22 ? name : `[${name}]:${port}`;
}
/**
 * What the lines say of the key that a server shows. A line that covers the host with another key means
 * `changed`, of whatever type that key is. As in OpenSSH, a server on another port than 22 is also known by
 * a line with its bare name, when that line has this very key.
 */
function matchHostKey(lines, host, port, key) {
    const exact = verdict(covering(lines, host, port), key);
    if (exact !== 'unknown' || port === 22)
        return exact;
    const bare = verdict(covering(lines, host, 22), key);
    return bare === 'changed' ? 'unknown' : bare;
}
function verdict(lines, key) {
    if (lines.some((line) => line.marker === 'revoked' && line.key.equals(key)))
        return 'revoked';
    const plain = lines.filter((line) => line.marker === undefined);
    if (plain.some((line) => line.key.equals(key)))
        return 'known';
    return plain.length > 0 ? 'changed' : 'unknown';
}
/** The keys that the lines list for a host, in their order, leaving out revoked ones and authorities. */
function knownKeys(lines, host, port) {
    const exact = covering(lines, host, port);
    const found = exact.length > 0 ? exact : covering(lines, host, 22);
    return found.filter((line) => line.marker === undefined);
}
/** The types of {@link knownKeys}, each once. */
function knownKeyTypes(lines, host, port) {
    return [...new Set(knownKeys(lines, host, port).map((line) => line.keyType))];
}
/** Whether a certificate authority is listed for the host: certificates of hosts are not supported. */
function hasAuthority(lines, host, port) {
    return covering(lines, host, port).some((line) => line.marker === 'cert-authority');
}
function covering(lines, host, port) {
    const name = knownHostName(host, port);
    return lines.filter(({ hosts }) => {
        const negated = hosts.some((pattern) => pattern.startsWith('!') && matches(pattern.slice(1), name));
        return !negated && hosts.some((pattern) => matches(pattern, name));
    });
}
function matches(pattern, name) {
    if (pattern.startsWith('|1|')) {
        const [, , salt = '', hash = ''] = pattern.split('|');
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64') === hash;
    }
    const expression = pattern
        .toLowerCase()
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*')
        .replaceAll('?', '.');
    return new RegExp(`^${expression}$`).test(name);
}
/** The fingerprint of a public key as ssh-keygen prints it: `SHA256:` and base64 without padding. */
function fingerprint(key) {
    return `SHA256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}


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
