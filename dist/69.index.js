export const id = 69;
export const ids = [69];
export const modules = {

/***/ 9069:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _dirname_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5195);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _commands_line_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(120);
// ssh2 reads this name of CommonJS after it is bundled into a module, so that it must be there first.




/** The door of the terminal: `jetee …`. */
// Whoever reads has heard enough, such as `head`. A deploy prints nothing there before its end.
process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE')
        throw error;
    process.exit(0);
});
// A deploy goes on when nobody listens to its progress any more.
process.stderr.on('error', () => { });
const { version } = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(import.meta.dirname, '..', 'package.json'), 'utf8'));
const reading = (0,_commands_line_js__WEBPACK_IMPORTED_MODULE_3__/* .readLine */ .X)(process.argv.slice(2), 'terminal', {
    version,
    width: process.stdout.columns || undefined,
});
switch (reading.kind) {
    case 'text':
        process.stdout.write(reading.text);
        break;
    case 'mistake':
        process.stderr.write(reading.text);
        process.exitCode = 2;
        break;
    case 'line': {
        const { runLine } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(692), __webpack_require__.e(707)]).then(__webpack_require__.bind(__webpack_require__, 1707));
        process.exitCode = await runLine(reading.line);
    }
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

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
