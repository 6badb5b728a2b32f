export const id = 176;
export const ids = [176];
export const modules = {

/***/ 7118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bl: () => (/* binding */ commandWords),
/* harmony export */   I_: () => (/* binding */ imageTag),
/* harmony export */   SE: () => (/* binding */ aptPackage),
/* harmony export */   SH: () => (/* binding */ repositoryPath),
/* harmony export */   ay: () => (/* binding */ commandLine),
/* harmony export */   cG: () => (/* binding */ variableName),
/* harmony export */   jC: () => (/* binding */ safeName),
/* harmony export */   rA: () => (/* binding */ imageReference),
/* harmony export */   vK: () => (/* binding */ containerPath)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2311);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4842);


/** Fields that several entries share, each validated for the place where its value ends up. */
/** A tag of an image (the distribution specification: at most 128 characters); numbers are taken as text. */
const imageTag = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()])
    .transform(String)
    .pipe(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/, 'must be a tag of an image, such as 17 or 17-alpine'));
/** A name for a process or service, safe in DNS, supervisor and Docker alike. */
const safeName = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/, 'must be lower-case letters, digits and inner hyphens, at most 32 characters');
/** A path inside the repository; it cannot leave it and is safe in a Dockerfile. */
const repositoryPath = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[A-Za-z0-9_.-][A-Za-z0-9_./-]*$/, 'must be a path inside the repository, of letters, digits and . _ - /');
/** A path inside the container that is safe in a Dockerfile and in nginx. */
const containerPath = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)+$/, 'must be an absolute path of letters, digits and . _ - /');
/** Name of a Debian package, with an optional version (`name=1.2-3`), as apt-get takes it. */
const aptPackage = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^[a-z0-9][a-z0-9+.-]+(?:=[A-Za-z0-9.+:~-]+)?$/, 'must be the name of a Debian package');
/** Name of an environment variable. */
const variableName = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'must be the name of an environment variable')
    // dash ends at once when its own counter comes with a value that is no number.
    .refine((name) => name !== 'OPTIND', 'is the shell’s own');
/** A command line, split into words as a shell would, but never read by one. */
const commandLine = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .min(1)
    .refine((command) => !command.includes('\0'), 'must not contain a NUL character')
    .refine((command) => (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .splitWords */ .y)(command) !== undefined, 'has a quote that is not closed')
    .refine((command) => (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .splitWords */ .y)(command)?.length !== 0, 'must name a program');
/** The words of a command line that `commandLine` has let through. */
const commandWords = (command) => (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .splitWords */ .y)(command) ?? [];
/** An image with a tag or a digest, as the distribution specification writes it: `ghcr.io/acme/app:1.2`. */
const imageReference = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^(?:(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*(?::\d{1,5})?)\/)?[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*)*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}(?:@sha256:[0-9a-f]{64})?|@sha256:[0-9a-f]{64})$/, 'must be an image with a tag or a digest, such as ghcr.io/acme/app:1.2')
    .refine((image) => image.replace(/(?::[^/:@]+)?(?:@.+)?$/, '').length <= 200, 'has a name of more than 200 characters; Docker takes 255, with what it adds itself');


/***/ }),

/***/ 9394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ healthUserAgent)
/* harmony export */ });
/**
 * The User-Agent by which an app knows the question for its health that is asked every 2 s as long as it runs: what
 * logs requests leaves these out by it.
 */
const healthUserAgent = 'jetee-health';


/***/ }),

/***/ 7435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ processTypes),
  vy: () => (/* binding */ projectTypes),
  n3: () => (/* binding */ serviceTypes)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./lib/catalog/fields.js
var fields = __webpack_require__(7118);
;// CONCATENATED MODULE: ./lib/catalog/python.js

/** What the processes that run Python have in common. */
/** A dotted name of Python: what stands between the dots is an identifier, so that no option can be made of it. */
const dotted = '[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*';
/** A module, or an object in one: `project.wsgi`, `project.wsgi:application`. */
const pythonObject = (example) => schemas/* string */.YjP()
    .max(200)
    .regex(new RegExp(`^${dotted}(?::[A-Za-z_][A-Za-z0-9_]*)?$`), `must be a module, with an object of it behind a colon if need be, such as ${example}`);
/** The key for the number of a web server's worker processes. */
const processesCount = schemas/* int */.Whr()
    .min(1)
    .max(256)
    .default(2)
    .describe('Number of worker processes.')
    .meta({ examples: [4] });
/** The key for the number of threads in each worker process. */
const threadsCount = schemas/* int */.Whr()
    .min(1)
    .max(256)
    .default(2)
    .describe('Number of threads in each worker process.')
    .meta({ examples: [8] });
/** A module of the virtual environment: Debian's own scripts would run outside of it. */
const pythonModule = (module, ...words) => [
    'python',
    '-m',
    module,
    ...words,
];
/**
 * Hands the listening socket on as descriptor 3 by systemd's protocol (sd_listen_fds(3)), with nothing as standard
 * input. For servers that would take their socket's file away when they stop, or take descriptor 0 for none.
 */
const withSystemdSocket = (command) => [
    'sh',
    '-c',
    'exec 3<&0 </dev/null && export LISTEN_FDS=1 LISTEN_PID=$$ && exec "$@"',
    'sh',
    ...command,
];

// EXTERNAL MODULE: ./lib/catalog/types.js
var types = __webpack_require__(8722);
;// CONCATENATED MODULE: ./lib/catalog/celery.js




/** What the processes that run a Celery worker have in common. */
const queueName = schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9_][A-Za-z0-9_.:-]{0,99}$/, 'must be the name of a queue: letters, digits and . _ : -');
const isVariable = (broker) => fields/* variableName */.cG.safeParse(broker).success;
const brokerField = schemas/* string */.YjP()
    .refine((text) => isVariable(text) || /^[a-z][a-z0-9+]*:\/\/[^\s\0]*$/.test(text), 'must be the URL of a broker, or the name of a variable that holds one')
    .refine((url) => !/:\/\/.*:.*@/.test(url) && !/[?&]password=/i.test(url), 'holds a password: keep the URL in a secret, and write the name of its variable here');
const logLevels = ['debug', 'info', 'warning', 'error', 'critical'];
/** Their keys beside `app`; `name` is the default one. */
const celeryFields = (name) => ({
    name: fields/* safeName */.jC
        .default(name)
        .refine((word) => word !== 'web', 'is taken: `web` is the web process')
        .describe('Name of the process, and of the worker in Celery.')
        .meta({ examples: ['mailer'] }),
    queues: schemas/* array */.YOg(queueName)
        .default([])
        .describe('Queues that it works on. By default those of the app.')
        .meta({ examples: [['email', 'reports']] }),
    broker: brokerField
        .optional()
        .describe('Variable that holds the broker’s URL, such as the `REDIS_URL` of a service; or a URL without a password. By default what the app says.')
        .meta({ examples: ['REDIS_URL', 'amqp://queue.example.com//'] }),
    concurrency: schemas/* int */.Whr()
        .min(1)
        .max(256)
        .default(4)
        .describe('Number of tasks that it works on at once.')
        .meta({ examples: [8] }),
    beat: schemas/* boolean */.zMY()
        .default(false)
        .describe('Whether it also sends the periodic tasks. One worker of a project may, in one copy. When each was sent last is kept across releases.')
        .meta({ examples: [true] }),
    log_level: schemas/* enum */.k5n(logLevels)
        .default('info')
        .describe('Least important messages that it logs.')
        .meta({ examples: ['warning'] }),
});
/**
 * Each copy needs a name of its own: that of its process, which supervisor tells. Beat writes down each time what it has
 * sent, as it gets no time for that when it is stopped.
 */
const start = (beat) => `exec "$@" --hostname="$SUPERVISOR_PROCESS_NAME@%h"${beat ? ' -- beat.sync_every=1' : ''}`;
/** Takes the broker's URL from the variable that the first argument names, so that it stands in no list of processes. */
const startWithBroker = (beat) => `CELERY_BROKER_URL=$(printenv "$1") || { echo "broker: there is no variable $1" >&2; exit 1; }
shift; export CELERY_BROKER_URL; ${start(beat)}`;
/** A Celery worker for the app of that name. */
const celeryProgram = (settings, { python }, stopSeconds, app, launch = (command) => command) => {
    const { name, queues, broker, concurrency, beat, log_level } = settings;
    const fromVariable = broker !== undefined && isVariable(broker);
    const worker = pythonModule('celery', '--app', app, 'worker', `--loglevel=${log_level.toUpperCase()}`, `--concurrency=${concurrency}`, ...(queues.length > 0 ? [`--queues=${queues.join(',')}`] : []), 
    // What it sent last outlives the release.
    ...(beat ? ['--beat', `--schedule=${types/* stateFolder */.y}/${name}-schedule`] : []));
    return {
        name,
        command: [
            ...(fromVariable ? ['sh', '-c', startWithBroker(beat), 'sh', broker] : ['sh', '-c', start(beat), 'sh']),
            ...launch(worker),
        ],
        // It stands above what the app says.
        ...(broker !== undefined && !fromVariable && { env: { CELERY_BROKER_URL: broker } }),
        ...(beat && { single: 'runs beat, which must run only once', keepsState: true }),
        // At TERM it finishes the tasks that it has.
        stopSignal: 'TERM',
        stopSeconds,
        aptPackages: python === 'debian' ? ['python3-celery', 'python3-redis'] : [],
        pipPackages: python === 'image' ? ['celery[redis]'] : [],
    };
};

;// CONCATENATED MODULE: ./lib/catalog/processes/celery-worker.js



const schema = schemas/* strictObject */.rej({
    app: pythonObject('project.celery:app')
        .describe('The Celery app: its module, with its name behind a colon if need be; or its package.')
        .meta({ examples: ['project', 'project.celery:app'] }),
    ...celeryFields('celery-worker'),
})
    .describe('A Celery worker.');
/** A Celery worker as a helper. */
const celeryWorker = {
    type: 'celery_worker',
    schema,
    standalone: true,
    program: (settings, place, stopSeconds = 60) => celeryProgram(settings, place, stopSeconds, settings.app),
};

// EXTERNAL MODULE: ./lib/server/connection/shell-quote.js
var shell_quote = __webpack_require__(6371);
// EXTERNAL MODULE: ./lib/templates.js
var templates = __webpack_require__(4400);
;// CONCATENATED MODULE: ./lib/catalog/crontab.js

/** The five fields of a line in a crontab, as crontab(5) has them. */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** The fields by their keys, in the order of a crontab. */
const crontab_fields = {
    minute: { name: 'minutes', least: 0, most: 59, names: [] },
    hour: { name: 'hours', least: 0, most: 23, names: [] },
    day: { name: 'days of the month', least: 1, most: 31, names: [] },
    month: { name: 'months', least: 1, most: 12, names: months },
    weekday: { name: 'days of the week', least: 0, most: 7, names: weekdays },
};
const numberOf = (text, { least, most, names }) => {
    const named = names.indexOf(text.toLowerCase());
    const number = named >= 0 ? named + least : /^\d{1,2}$/.test(text) ? Number(text) : undefined;
    return number !== undefined && number >= least && number <= most ? number : undefined;
};
/** `*`, `5`, `1-5`, each but the second with a step: `1-5/2`. What never comes, as `5-1` or a step too long, is refused. */
const isPart = (text, field) => {
    const [range = '', step, ...more] = text.split('/');
    const ends = range === '*' ? [field.least, field.most] : range.split('-').map((end) => numberOf(end, field));
    const [from, to = from, ...others] = ends;
    if (more.length > 0 || others.length > 0 || from === undefined || to === undefined || from > to)
        return false;
    if (step === undefined)
        return ends.length === 1 || !ends.includes(undefined);
    return ends.length === 2 && /^\d{1,2}$/.test(step) && Number(step) >= 1 && Number(step) <= to - from + 1;
};
const isField = (text, field) => text.split(',').every((part) => isPart(part, field));
const wordsFor = ({ least, most, names }) => `${least} to ${most}${names.length > 0 ? ` or ${names[0]} to ${names.at(-1)}` : ''}`;
/** The key for one of the five fields. */
const crontabField = (key) => schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()])
    .transform(String)
    .refine((text) => isField(text, crontab_fields[key]), `must be ${crontab_fields[key].name} as in a crontab (${wordsFor(crontab_fields[key])}): *, 5, 1-5, 1,3,5 or */5`);
const split = (schedule) => schedule.trim().split(/[ \t]+/);
/** What is wrong with a schedule, if anything. */
const mistake = (schedule) => {
    const words = split(schedule);
    if (words.length !== 5)
        return `must have five fields, minute, hour, day, month and weekday, but has ${words.length}`;
    const wrong = Object.values(crontab_fields).find((field, index) => !isField(words[index] ?? '', field));
    return wrong && `has wrong ${wrong.name}, which go from ${wordsFor(wrong)}`;
};
/** The key for all five fields at once, with one space between them when it comes out. */
const crontabSchedule = schemas/* string */.YjP()
    .superRefine((schedule, context) => {
    const message = mistake(schedule);
    if (message !== undefined)
        context.addIssue({ code: 'custom', message });
})
    .transform((schedule) => split(schedule).join(' '));

;// CONCATENATED MODULE: ./lib/catalog/processes/cron.js





const times = {
    minute: crontabField('minute')
        .default('*')
        .describe('Minutes, 0 to 59.')
        .meta({ examples: [30, '*/5'] }),
    hour: crontabField('hour')
        .default('*')
        .describe('Hours, 0 to 23, in the time zone that the variable `TZ` says.')
        .meta({ examples: [3, '8-18'] }),
    day: crontabField('day')
        .default('*')
        .describe('Days of the month, 1 to 31.')
        .meta({ examples: [1, '1,15'] }),
    month: crontabField('month')
        .default('*')
        .describe('Months, 1 to 12 or `jan` to `dec`.')
        .meta({ examples: [12, 'jan-mar'] }),
    weekday: crontabField('weekday')
        .default('*')
        .describe('Days of the week, 0 to 7 (Sunday is both) or `sun` to `sat`. Beside a `day`, either is enough.')
        .meta({ examples: ['mon-fri'] }),
};
/** The fields in the order of a crontab. */
const fieldsOf = (all) => [
    all.minute,
    all.hour,
    all.day,
    all.month,
    all.weekday,
];
const job = schemas/* strictObject */.rej({
    name: fields/* safeName */.jC
        .describe('Name of the job, which its lines in the log start with.')
        .meta({ examples: ['backup'] }),
    command: fields/* commandLine */.ay
        .describe('Command line, split into words as a shell would, but run without one, from the code’s folder.')
        .meta({ examples: ['python manage.py clearsessions'] }),
    ...times,
    schedule: crontabSchedule
        .optional()
        .describe('In place of the other fields: all five as in a crontab, minute first.')
        .meta({ examples: ['30 3 * * mon-fri'] }),
})
    .superRefine((all, context) => {
    if (all.schedule === undefined)
        return;
    for (const key of Object.keys(times))
        if (all[key] !== '*')
            context.addIssue({
                code: 'custom',
                path: [key],
                message: 'stands beside `schedule`, which says all five fields',
            });
});
const cron_schema = schemas/* strictObject */.rej({
    jobs: schemas/* array */.YOg(job)
        .min(1)
        .superRefine((jobs, context) => {
        for (const [index, { name }] of jobs.entries())
            if (jobs.findIndex((other) => other.name === name) < index)
                context.addIssue({ code: 'custom', path: [index, 'name'], message: 'is another job’s name too' });
    })
        .describe('The jobs: each runs whenever the clock shows all of its fields.')
        .meta({
        examples: [[{ name: 'clear', hour: 3, minute: 30, command: 'python manage.py clearsessions' }]],
    }),
})
    .describe('Jobs by the clock, run by cron in the environment of the project. What they print, and an exit status other than 0, stands in the container’s log.');
/** cron as a helper. */
const cron = {
    type: 'cron',
    schema: cron_schema,
    program({ jobs }, { location }, stopSeconds = 60) {
        return {
            name: 'cron',
            command: ['sh', '/etc/jetee/cron/start.sh'],
            user: 'root',
            files: {
                'cron/start.sh': (0,templates/* renderTemplate */.Xm)('processes/cron-start.sh', {}),
                'cron/run.sh': (0,templates/* renderTemplate */.Xm)('processes/cron-run.sh', {}),
                'cron/crontab': `SHELL=/bin/sh\nMAILTO=""\n${jobs.map(crontabLine).join('')}`,
                ...Object.fromEntries(jobs.map(({ name, command }) => [
                    `cron/jobs/${name}`,
                    `cd ${(0,shell_quote/* commandLine */.a)([location])}\nexec ${(0,shell_quote/* commandLine */.a)((0,fields/* commandWords */.Bl)(command))}\n`,
                ])),
            },
            single: 'runs each job once',
            stopSignal: 'TERM',
            stopSeconds,
            aptPackages: ['cron', 'tzdata'],
        };
    },
};
/** Nothing of the file stands here but what cron's own grammar allows, and a name. */
const crontabLine = (job) => `${job.schedule ?? fieldsOf(job).join(' ')} root sh /etc/jetee/cron/run.sh ${job.name}\n`;

;// CONCATENATED MODULE: ./lib/catalog/processes/custom.js


const custom_schema = schemas/* strictObject */.rej({
    name: fields/* safeName */.jC
        .describe('Name of the process; the web process runs as `web`.')
        .meta({ examples: ['worker'] }),
    command: fields/* commandLine */.ay
        .describe('Command line, split into words as a shell would, but run without one, from the code’s folder.')
        .meta({ examples: ['python worker.py --queue mail'] }),
    web: schemas/* boolean */.zMY()
        .optional()
        .describe('Whether it is the web process. Without a `port` it finds a listening socket as its standard input, to speak HTTP on.')
        .meta({ examples: [true] }),
    port: schemas/* int */.Whr()
        .min(1)
        .max(65535)
        .optional()
        .describe('TCP port that it listens on, on all addresses, to speak HTTP. It is the web process then, and finds the number as `PORT`.')
        .meta({ examples: [8000] }),
})
    .refine(({ name, web, port }) => name !== 'web' || web || port !== undefined, {
    path: ['name'],
    error: 'is taken: `web` is the web process',
})
    .refine(({ web, port }) => web !== false || port === undefined, {
    path: ['web'],
    error: 'must not be false beside `port`: what has a port is the web process',
})
    .describe('A process of your own: a helper, such as a queue’s worker, or the web process.');
/** Any program of the project, as a helper or as the web process. */
const custom = {
    type: 'custom',
    schema: custom_schema,
    standalone: true,
    program({ name, command, web, port }, _place, stopSeconds = 60) {
        const listener = listenerOf(web, port);
        return {
            name: listener ? 'web' : name,
            command: (0,fields/* commandWords */.Bl)(command),
            ...(listener && { web: listener }),
            ...(port !== undefined && {
                env: { PORT: String(port) },
                single: 'listens on one port',
            }),
            stopSignal: 'TERM',
            stopSeconds,
            aptPackages: [],
        };
    },
};
const listenerOf = (web, port) => {
    if (port !== undefined)
        return { kind: 'port', port };
    return web ? { kind: 'socket' } : undefined;
};

;// CONCATENATED MODULE: ./lib/catalog/django-launcher.js

/** Finds in a Django project, when a process starts, what the deployment file does not say. */
/** The word in the command that is replaced by what was found. */
const found = '{}';
/** The command behind the launcher, which asks `manage.py` of the code's folder for the settings. */
const withDjango = (name, [, ...words]) => [
    'python',
    '/etc/jetee/with-django.py',
    name,
    ...words,
];
/** The files that the launcher needs, under /etc/jetee. */
const djangoFiles = () => ({
    'with-django.py': (0,templates/* renderTemplate */.Xm)('processes/with-django.py', {}),
});

;// CONCATENATED MODULE: ./lib/catalog/processes/django-celery-worker.js




const django_celery_worker_schema = schemas/* strictObject */.rej({
    app: pythonObject('project.celery:app')
        .optional()
        .describe('The Celery app, as for `celery_worker`. By default the package of the settings that `manage.py` names.')
        .meta({ examples: ['project.celery:app'] }),
    ...celeryFields('django-celery-worker'),
})
    .describe('A Celery worker for a Django project, which needs to be told nothing.');
/** A Celery worker of a Django project as a helper. */
const djangoCeleryWorker = {
    type: 'django_celery_worker',
    schema: django_celery_worker_schema,
    program(settings, place, stopSeconds = 60) {
        if (settings.app !== undefined)
            return celeryProgram(settings, place, stopSeconds, settings.app);
        return {
            ...celeryProgram(settings, place, stopSeconds, found, (command) => withDjango('package', command)),
            files: djangoFiles(),
        };
    },
};

;// CONCATENATED MODULE: ./lib/catalog/gunicorn.js


/** What the processes that run Gunicorn have in common. */
/** Their keys beside the one for the module. */
const gunicornFields = {
    processes_count: processesCount,
    threads: threadsCount,
    timeout: schemas/* int */.Whr()
        .min(1)
        .max(3600)
        .default(300)
        .describe('Seconds without a sign of life after which a worker process is replaced. With one thread, no request may take longer.')
        .meta({ examples: [60] }),
};
/** Gunicorn's words behind `python`; `application` stands last. */
const gunicornWords = ({ processes_count, threads, timeout }, stopSeconds, application) => pythonModule('gunicorn', `--workers=${processes_count}`, `--threads=${threads}`, `--timeout=${timeout}`, 
// At TERM the running requests are finished.
`--graceful-timeout=${stopSeconds}`, '--backlog=1024', 
// Only nginx reaches the socket.
'--forwarded-allow-ips=*', 
// Its sign of life is a file's time; on a disk that hangs for a while, it would replace healthy workers.
'--worker-tmp-dir=/dev/shm', application);
/**
 * Gunicorn as the web process. It would remove the file of a socket that it was given as descriptor 0 when it stops,
 * fail, as it may not, and cut the running requests; not so with a socket by systemd's protocol.
 */
const gunicornProgram = (settings, { python }, stopSeconds, application, launch = (command) => command) => ({
    name: 'web',
    command: withSystemdSocket(launch(gunicornWords(settings, stopSeconds, application))),
    web: { kind: 'socket' },
    stopSignal: 'TERM',
    stopSeconds,
    aptPackages: python === 'debian' ? ['gunicorn'] : [],
    pipPackages: python === 'image' ? ['gunicorn'] : [],
});

;// CONCATENATED MODULE: ./lib/catalog/processes/django-gunicorn.js




const django_gunicorn_schema = schemas/* strictObject */.rej({
    wsgi_module: pythonObject('project.wsgi:application')
        .optional()
        .describe('Module of the WSGI callable, as for `gunicorn`. By default `WSGI_APPLICATION` of the settings that `manage.py` names.')
        .meta({ examples: ['project.wsgi'] }),
    ...gunicornFields,
})
    .describe('The web process: Gunicorn for a Django project, which needs to be told nothing.');
/** Gunicorn as the web process of a Django project. */
const djangoGunicorn = {
    type: 'django_gunicorn',
    isWeb: true,
    schema: django_gunicorn_schema,
    program(settings, place, stopSeconds = 60) {
        if (settings.wsgi_module !== undefined)
            return gunicornProgram(settings, place, stopSeconds, settings.wsgi_module);
        return {
            ...gunicornProgram(settings, place, stopSeconds, found, (command) => withDjango('wsgi', command)),
            files: djangoFiles(),
        };
    },
};

;// CONCATENATED MODULE: ./lib/catalog/processes/gunicorn.js



const gunicorn_schema = schemas/* strictObject */.rej({
    wsgi_module: pythonObject('project.wsgi:application')
        .describe('Module of the WSGI callable, with its name behind a colon unless that is `application`: `project.wsgi`.')
        .meta({ examples: ['project.wsgi', 'project.wsgi:application'] }),
    ...gunicornFields,
})
    .describe('The web process: Gunicorn, on the socket that nginx proxies to.');
/** Gunicorn as the web process. */
const gunicorn = {
    type: 'gunicorn',
    isWeb: true,
    schema: gunicorn_schema,
    program: (settings, place, stopSeconds = 60) => gunicornProgram(settings, place, stopSeconds, settings.wsgi_module),
};

;// CONCATENATED MODULE: ./lib/catalog/processes/uvicorn.js


const uvicorn_schema = schemas/* strictObject */.rej({
    asgi_module: pythonObject('project.asgi:application')
        .describe('Module of the ASGI callable, with its name behind a colon unless that is `application`: `project.asgi`.')
        .meta({ examples: ['project.asgi', 'shop.main:app'] }),
    processes_count: processesCount,
    lifespan: schemas/* enum */.k5n(['auto', 'on', 'off'])
        .default('auto')
        .describe('Whether the app is told of start and stop: `auto` asks it, with `on` a failure there is fatal.')
        .meta({ examples: ['on'] }),
})
    .describe('The web process: Uvicorn, for ASGI and WebSockets, on the socket that nginx proxies to.');
/** Uvicorn as the web process. */
const uvicorn = {
    type: 'uvicorn',
    isWeb: true,
    schema: uvicorn_schema,
    program({ asgi_module, processes_count, lifespan }, { python }, stopSeconds = 60) {
        return {
            name: 'web',
            command: withSystemdSocket(pythonModule('uvicorn', 
            // With several processes it takes descriptor 0 for none, and listens on a TCP port.
            '--fd=3', `--workers=${processes_count}`, `--lifespan=${lifespan}`, '--backlog=1024', 
            // Only nginx reaches the socket.
            '--proxy-headers', '--forwarded-allow-ips=*', '--no-access-log', asgi_module.includes(':') ? asgi_module : `${asgi_module}:application`)),
            web: { kind: 'socket' },
            // Versions before 0.22, as in Debian 12, refuse an option that they do not know.
            env: { UVICORN_TIMEOUT_GRACEFUL_SHUTDOWN: String(stopSeconds) },
            stopSignal: 'TERM',
            stopSeconds,
            aptPackages: python === 'debian' ? ['uvicorn', 'python3-httptools', 'python3-uvloop', 'python3-websockets'] : [],
            pipPackages: python === 'image' ? ['uvicorn[standard]'] : [],
        };
    },
};

// EXTERNAL MODULE: ./lib/catalog/health-question.js
var health_question = __webpack_require__(9394);
;// CONCATENATED MODULE: ./lib/catalog/processes/uwsgi.js




const uwsgi_schema = schemas/* strictObject */.rej({
    wsgi_file: fields/* repositoryPath */.SH
        .optional()
        .describe('File that holds the WSGI callable `application`, such as `project/wsgi.py`.')
        .meta({ examples: ['project/wsgi.py'] }),
    wsgi_module: pythonObject('project.wsgi:application')
        .optional()
        .describe('In place of `wsgi_file`: module of the callable, with its name behind a colon unless that is `application`.')
        .meta({ examples: ['project.wsgi', 'project.wsgi:app'] }),
    processes_count: processesCount,
    threads: threadsCount,
})
    .superRefine(({ wsgi_file, wsgi_module }, context) => {
    if (wsgi_file === undefined && wsgi_module === undefined)
        context.addIssue({
            code: 'custom',
            path: ['wsgi_file'],
            message: 'is missing, and so is `wsgi_module`: one of them says what to run',
        });
    if (wsgi_file !== undefined && wsgi_module !== undefined)
        context.addIssue({
            code: 'custom',
            path: ['wsgi_module'],
            message: 'stands beside `wsgi_file`: only one of them may be given',
        });
})
    .describe('The web process: uWSGI, which speaks HTTP on the socket that nginx proxies to.');
/** uWSGI as the web process. */
const uwsgi = {
    type: 'uwsgi',
    isWeb: true,
    schema: uwsgi_schema,
    program(settings, { location, venv, python }, stopSeconds = 60) {
        return {
            name: 'web',
            // The listening socket arrives as descriptor 0, which uWSGI recognises by itself; it then speaks what
            // --protocol says on it.
            command: [
                'uwsgi',
                // Debian's Python is a plugin; what pip installs has its own built in.
                ...(python === 'debian' ? ['--plugins=python3'] : []),
                '--protocol=http',
                `--virtualenv=${venv}`,
                `--chdir=${location}`,
                settings.wsgi_module === undefined
                    ? `--wsgi-file=${settings.wsgi_file}`
                    : `--module=${settings.wsgi_module}`,
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
                // Debian's build can tell requests apart; what pip installs may lack that.
                ...(python === 'debian' ? [`--route-user-agent=^${health_question/* healthUserAgent */.l}$ donotlog:`] : []),
                // Without this hook TERM reloads uWSGI, and die-on-term cuts the requests that are running.
                '--hook-master-start=unix_signal:15 gracefully_kill_them_all',
                `--worker-reload-mercy=${stopSeconds}`,
            ],
            web: { kind: 'socket' },
            stopSignal: 'TERM',
            stopSeconds,
            aptPackages: python === 'debian' ? ['uwsgi-core', 'uwsgi-plugin-python3'] : [],
            pipPackages: python === 'image' ? ['pyuwsgi'] : [],
        };
    },
};

// EXTERNAL MODULE: ./lib/configuration/secrets.js
var secrets = __webpack_require__(9067);
;// CONCATENATED MODULE: ./lib/catalog/project-fields.js



/** Keys that several types of projects have. */
/** Secrets for the build. */
const buildSecrets = secrets/* secretNames */.X.default([]).meta({ examples: [['PIP_EXTRA_INDEX_URL']] });
/** A version of Python: digits and dots. */
const pythonVersion = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()])
    .transform(String)
    .pipe(schemas/* string */.YjP().regex(/^3(?:\.\d{1,2}){0,2}$/, 'must be a version of Python 3, such as 3.12'));
/** The keys of projects that are built on Python here. */
const pythonFields = {
    apt_packages: schemas/* array */.YOg(fields/* aptPackage */.SE)
        .default([])
        .describe('Debian packages that the project needs in its image.')
        .meta({ examples: [['libpq5', 'gettext']] }),
    python_version: pythonVersion
        .optional()
        .describe('Version of Python, from the image `python:VERSION-slim`, or of the one in `base_image`. By default Debian’s own Python, which also finds Python packages from `apt_packages`.')
        .meta({ examples: ['3.12'] }),
    requirements: fields/* repositoryPath */.SH
        .optional()
        .describe('Requirements file for pip, from the root of the repository. By default the first that is there of `uv.lock`, `poetry.lock`, `Pipfile.lock`, `requirements.txt` and `pyproject.toml` says what is installed.')
        .meta({ examples: ['requirements/production.txt'] }),
    build_secrets: buildSecrets.describe('Secrets from the environment of the workflow’s step that are variables of the build alone, while it installs Python packages.'),
    location: fields/* containerPath */.vK
        .default('/app')
        .describe('Folder of the code in the container; the processes run from there.')
        .meta({ examples: ['/srv/app'] }),
    static_location: fields/* containerPath */.vK
        .default('/app/static')
        .describe('Folder in the container for static files that nginx serves under `/static/`.')
        .meta({ examples: ['/srv/static'] }),
    media_location: fields/* containerPath */.vK
        .default('/app/media')
        .describe('Folder in the container for uploaded files; it outlives every release.')
        .meta({ examples: ['/srv/media'] }),
};
/** The image of a project that is built on Python here: Debian's own, or the base image's where a version is asked for. */
const pythonImage = (settings, baseImage) => {
    const version = settings.python_version;
    const python = version === undefined ? 'debian' : 'image';
    return {
        kind: 'supervised',
        template: 'python.Dockerfile',
        base: baseImage ?? (version === undefined ? 'debian:trixie-slim' : `python:${version}-slim`),
        pythonVersion: version,
        aptPackages: settings.apt_packages,
        requirements: settings.requirements,
        buildSecrets: settings.build_secrets,
        place: { location: settings.location, venv: '/venv', python },
        staticLocation: settings.static_location,
        mediaLocation: settings.media_location,
    };
};
/** The keys of projects whose image has a command of its own. */
const ownCommandFields = {
    command: fields/* commandLine */.ay
        .transform(fields/* commandWords */.Bl)
        .optional()
        .describe('Arguments of the image’s entry point in place of its own, split into words as a shell would, but run without one.')
        .meta({ examples: ['node server.js'] }),
    port: schemas/* union */.KCZ([schemas/* int */.Whr().min(1).max(65535), schemas/* literal */.euz(false)], 'must be a port from 1 to 65535, or false for none')
        .default(8000)
        .describe('Port that it serves HTTP on, which it also finds as `PORT`; `false` when it serves none, and the project has no site.')
        .meta({ examples: [3000, false] }),
    static_location: fields/* containerPath */.vK
        .optional()
        .describe('Folder in the image with static files that nginx serves under `/static/`. By default the project serves them.')
        .meta({ examples: ['/app/public'] }),
    media_location: fields/* containerPath */.vK
        .optional()
        .describe('Folder in the container for uploaded files, which nginx serves under `/media/`; it outlives every release. By default there is none.')
        .meta({ examples: ['/app/uploads'] }),
};
/** What runs in an image with a command of its own. */
const ownCommand = (settings) => ({
    command: settings.command,
    port: settings.port === false ? undefined : settings.port,
    staticLocation: settings.static_location,
    mediaLocation: settings.media_location,
    tasks: [],
    configurationVariable: 'CONFIGURATION',
});

;// CONCATENATED MODULE: ./lib/catalog/projects/django.js



const django_schema = schemas/* strictObject */.rej({
    ...pythonFields,
    migrate: schemas/* boolean */.zMY()
        .default(true)
        .describe('Whether `manage.py migrate` runs in each release before visitors reach it.')
        .meta({ examples: [false] }),
    collectstatic: schemas/* boolean */.zMY()
        .default(true)
        .describe('Whether `manage.py collectstatic` runs in each release before visitors reach it.')
        .meta({ examples: [false] }),
})
    .describe('A Django project. `STATIC_ROOT` is to be `static_location`, and `MEDIA_ROOT` `media_location`.');
/** A Django project, with the tasks that one has. */
const django = {
    type: 'django',
    schema: django_schema,
    supervised: true,
    taskNames: ['migrate', 'collectstatic'],
    // `shell` finds the settings as every command does, whatever is in manage.py.
    unknownMigrations: () => [
        'python',
        'manage.py',
        'shell',
        '-v',
        '0',
        '-c',
        (0,templates/* readTemplate */.xV)('unknown-migrations.py'),
    ],
    image(settings, baseImage) {
        const manage = (name) => ({
            name,
            command: ['python', `${settings.location}/manage.py`, name, '--noinput'],
        });
        return {
            ...pythonImage(settings, baseImage),
            tasks: [
                ...(settings.migrate ? [manage('migrate')] : []),
                ...(settings.collectstatic ? [manage('collectstatic')] : []),
            ],
            configurationVariable: 'DJANGO_CONFIGURATION',
        };
    },
};

// EXTERNAL MODULE: ./lib/configuration/fields.js
var configuration_fields = __webpack_require__(3369);
;// CONCATENATED MODULE: ./lib/catalog/projects/dockerfile.js




const dockerfile_schema = schemas/* strictObject */.rej({
    dockerfile: fields/* repositoryPath */.SH
        .default('Dockerfile')
        .describe('The Dockerfile, from the root of the repository, which is the context of the build.')
        .meta({ examples: ['docker/web.Dockerfile'] }),
    target: schemas/* string */.YjP()
        .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/, 'must be the name or number of a stage in the Dockerfile')
        .optional()
        .describe('Stage of the Dockerfile to build. By default the last one.')
        .meta({ examples: ['production'] }),
    build_args: schemas/* record */.g1P(fields/* variableName */.cG, configuration_fields/* variableValue */.eV)
        .default({})
        .describe('Arguments of the build, for values that are no secrets.')
        .meta({ examples: [{ NODE_VERSION: '24' }] }),
    build_secrets: buildSecrets.describe('Secrets from the environment of the workflow’s step for the build alone: `RUN --mount=type=secret,id=NAME` finds one as the file `/run/secrets/NAME`.'),
    ...ownCommandFields,
})
    .describe('A project with a Dockerfile of its own. Helpers and release tasks run in containers of their own, from the same image.');
/** A project that is built by the repository's own Dockerfile. */
const dockerfile = {
    type: 'dockerfile',
    schema: dockerfile_schema,
    supervised: false,
    taskNames: [],
    image: (settings) => ({
        kind: 'dockerfile',
        dockerfile: settings.dockerfile,
        target: settings.target,
        buildArgs: settings.build_args,
        buildSecrets: settings.build_secrets,
        ...ownCommand(settings),
    }),
};

;// CONCATENATED MODULE: ./lib/catalog/projects/image.js



const image_schema = schemas/* strictObject */.rej({
    image: fields/* imageReference */.rA
        .describe('The image, with a tag or a digest. When a tag names another image by now, that is a new release.')
        .meta({ examples: ['ghcr.io/acme/app:1.2'] }),
    registry: schemas/* strictObject */.rej({
        username: schemas/* string */.YjP()
            .min(1)
            .describe('Login at the registry.')
            .meta({ examples: ['acme-bot'] }),
        password: fields/* variableName */.cG
            .describe('The variable of the workflow’s step that holds the password or token.')
            .meta({ examples: ['REGISTRY_TOKEN'] }),
    })
        .optional()
        .describe('Login for a private registry; without it, the image is pulled as anybody may.')
        .meta({ examples: [{ username: 'acme-bot', password: 'REGISTRY_TOKEN' }] }),
    ...ownCommandFields,
})
    .describe('A project whose image is built elsewhere. Helpers and release tasks run in containers of their own, from the same image.');
/** A project that is an image already. */
const image_image = {
    type: 'image',
    schema: image_schema,
    supervised: false,
    taskNames: [],
    image: (settings) => ({
        kind: 'image',
        image: settings.image,
        registry: settings.registry,
        ...ownCommand(settings),
    }),
};

;// CONCATENATED MODULE: ./lib/catalog/projects/python.js


const python_schema = schemas/* strictObject */.rej(pythonFields)
    .describe('A project in Python. Its dependencies are installed; it is not installed itself, but run from `location`: where the code lies in `src/`, `env_variables: { PYTHONPATH: /app/src }` has Python find it.');
/** A project in Python of any kind. */
const python = {
    type: 'python',
    schema: python_schema,
    supervised: true,
    taskNames: [],
    image: (settings, baseImage) => ({
        ...pythonImage(settings, baseImage),
        tasks: [],
        configurationVariable: 'CONFIGURATION',
    }),
};

;// CONCATENATED MODULE: ./lib/catalog/project-env.js
/** What a service gives to the project's processes. */
/** Variables that begin with a service's name: `reports-db` and `URL` give `REPORTS_DB_URL`. */
const projectVariables = (name, values) => Object.fromEntries(Object.entries(values).map(([word, value]) => [
    `${name.toUpperCase().replaceAll('-', '_')}_${word}`,
    value,
]));
/** A user's and a database's name from a project's; a hyphen would have to be quoted in SQL. */
const databaseName = (project) => project.replaceAll('-', '_');
/** What a project gets of a database, which has its user's name: the whole address, and its parts. */
const databaseVariables = (name, parts) => projectVariables(name, {
    URL: parts.url,
    HOST: parts.host,
    PORT: String(parts.port),
    USER: parts.user,
    PASSWORD: parts.password,
    DATABASE: parts.user,
});

;// CONCATENATED MODULE: ./lib/catalog/services/custom.js



const services_custom_schema = schemas/* strictObject */.rej({
    port: schemas/* int */.Whr('must be a whole number from 1 to 65535')
        .min(1)
        .max(65535)
        .optional()
        .describe('TCP port that it listens on, for the project’s `<NAME>_PORT`.')
        .meta({ examples: [8080] }),
    readiness: fields/* commandLine */.ay
        .transform(fields/* commandWords */.Bl)
        .optional()
        .describe('A command in the container that succeeds once the service is ready, split into words as a shell would. By default it is ready when its port takes connections, or, without a port, when it runs.')
        .meta({ examples: ['rabbitmq-diagnostics -q ping'] }),
})
    .describe('Any image as a service, such as a message broker. Its data is kept where `volumes` says, and it gets no password of its own.');
/** A service of the user's own, from any image. */
const custom_custom = {
    type: 'custom',
    schema: services_custom_schema,
    required: {
        container_name: 'Name of the service in the project: its container is `<project_name>-<container_name>`.',
        image: 'The image, with a tag or digest.',
    },
    password: 'nothing',
    container: ({ port, readiness }, { name, host }, { image = '' }) => ({
        image,
        env: {},
        secretFiles: {},
        ...(port !== undefined && { port }),
        ...(readiness && { probe: readiness }),
        stopSeconds: 30,
        projectEnv: projectVariables(name, {
            HOST: host,
            ...(port !== undefined && { PORT: String(port) }),
        }),
    }),
};

// EXTERNAL MODULE: ./lib/catalog/versions.js
var versions = __webpack_require__(6414);
;// CONCATENATED MODULE: ./lib/catalog/data-move.js

/** What to do about data that another version has written, in words. */
/** The key `version` with a version: with a dot, it would be a number without quotes. */
const versionKey = ({ numbers }) => {
    const version = numbers.join('.');
    return `version: ${numbers.length > 1 ? `'${version}'` : version}`;
};
/** Staying with the version that has written the data. */
const stay = (from) => `To stay with the data as it is, set \`${versionKey(from)}\`.`;
/** Going to a version by way of others. */
const goBy = (versions, to) => `Deploy version ${versions.join(', then ')} first and, once it runs, \`${versionKey(to)}\`. Make a backup before: there is no way back.`;
/** Moving the data into a second service. */
const moveByDump = ({ project, name, host }, from, to, { type, settings, dump, restore }) => {
    const beside = `${name}-${to.numbers.join('-')}`;
    const keys = [...(settings ? [settings] : []), `container_name: ${beside}`, versionKey(to)];
    return [
        stay(from),
        `To move it: put \`- ${type}: { ${keys.join(', ')} }\` before this service, which keeps \`${versionKey(from)}\`; run \`build service\`;`,
        `on the server, run \`docker exec ${host} ${dump} | docker exec -i ${project}-${beside} ${restore}\`;`,
        `then run \`build all\` and, when all is well, take the service with ${(0,versions/* dataLabel */["do"])(from)} out of the file.`,
    ].join(' ');
};

;// CONCATENATED MODULE: ./lib/catalog/version-field.js

/** The key `version` of a service: a tag of its image, `fallback` by default. */
const versionField = (product, image, fallback, example) => fields/* imageTag */.I_
    .optional()
    .describe(`Version of ${product}: a tag of the image \`${image}\`, by default ${fallback}. Beside \`image\`, what that one holds, where its tag does not begin with it.`)
    .meta({ examples: [example] });

;// CONCATENATED MODULE: ./lib/catalog/services/elasticsearch.js





// The image has no tag `latest`, nor one for a major version.
const ownVersion = '9.2.1';
const port = 9200;
const user = 'elastic';
const mebibyte = 1024 ** 2;
const elasticsearch_schema = schemas/* strictObject */.rej({ version: versionField('Elasticsearch', 'elasticsearch', ownVersion, '8.19.7') })
    .describe('Elasticsearch as a single node, with its data on a named volume and a password; it speaks HTTP inside the project’s network. Half of its `memory` is its heap, or 512 MB without one; `ES_JAVA_OPTS` in `env_variables` says otherwise.');
/** The version of each major one from which the next can be reached (elastic.co/docs/deploy-manage/upgrade). */
const lastSeries = { 6: [6, 8], 7: [7, 17], 8: [8, 19] };
/** Elasticsearch, from the official image. */
const elasticsearch = {
    type: 'elasticsearch',
    schema: elasticsearch_schema,
    reservedVariables: ['ELASTIC_PASSWORD', 'KEYSTORE_PASSWORD'],
    // It counts from each start on, until somebody sets another one by Elasticsearch's own means.
    password: 'container',
    container(settings, { name, host, password }, { image, memoryBytes }) {
        const heap = memoryBytes === undefined ? 512 : Math.max(64, Math.floor(memoryBytes / mebibyte / 2));
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
            dataVersion: (0,versions/* dataVersionOf */.WT)('elasticsearch', settings.version, image, ownVersion),
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
        };
    },
    dataClash(from, to) {
        if ((0,versions/* compareVersions */.Zy)(to.numbers, from.numbers) < 0)
            return {
                why: 'Elasticsearch does not start on the data of a newer version.',
                next: `${stay(from)} For one of its own that is indexed anew, set another \`container_name\`.`,
            };
        const [old = 0] = from.numbers;
        const [wanted = 0] = to.numbers;
        const last = lastSeries[old];
        if (wanted === old || !last)
            return undefined;
        if (wanted === old + 1 && (0,versions/* compareVersions */.Zy)(from.numbers, last) >= 0)
            return undefined;
        const steps = Array.from({ length: wanted - old }, (_, index) => lastSeries[old + index]);
        const between = steps.flatMap((series) => series && (0,versions/* compareVersions */.Zy)(from.numbers, series) < 0 ? [series.join('.')] : []);
        return {
            why: 'Elasticsearch goes up by one major version at a time, from the last series of each.',
            next: `${goBy(between, to)} ${stay(from)}`,
        };
    },
};

;// CONCATENATED MODULE: ./lib/catalog/services/memcached.js



const memcached_ownVersion = '1';
const memcached_port = 11211;
const memcached_schema = schemas/* strictObject */.rej({ version: versionField('Memcached', 'memcached', memcached_ownVersion, '1-alpine') })
    .describe('Memcached, which keeps nothing over a restart and has no password: only the project reaches it. It takes 64 MB unless `command` says otherwise, such as `-m 256`.');
/** Debian's image has bash, which opens sockets; Alpine's has busybox's nc instead. */
const probe = `ask() {
  if command -v nc >/dev/null; then nc -w 3 127.0.0.1 ${memcached_port}
  else bash -c 'exec 3<>/dev/tcp/127.0.0.1/${memcached_port} && cat >&3 && cat <&3'
  fi
}
printf 'version\\r\\nquit\\r\\n' | ask | grep -q '^VERSION '`;
/** Memcached, from the official image. */
const memcached = {
    type: 'memcached',
    schema: memcached_schema,
    password: 'nothing',
    container: (settings, { name, host }) => ({
        image: `memcached:${settings.version ?? memcached_ownVersion}`,
        env: {},
        secretFiles: {},
        port: memcached_port,
        probe: ['sh', '-c', probe],
        check: { kind: 'exchange', send: 'version\\r\\n', expect: ['VERSION *'] },
        stopSeconds: 10,
        projectEnv: projectVariables(name, {
            URL: `memcached://${host}:${memcached_port}`,
            HOST: host,
            PORT: String(memcached_port),
        }),
    }),
};

;// CONCATENATED MODULE: ./lib/catalog/services/mongodb.js





const mongodb_ownVersion = '8';
const mongodb_port = 27017;
const toolsFile = '/run/secrets/tools.yaml';
const mongodb_schema = schemas/* strictObject */.rej({ version: versionField('MongoDB', 'mongo', mongodb_ownVersion, '7') })
    .describe('MongoDB, with its data on a named volume. The user and the database have the project’s name; the user is the server’s administrator. From version 5 on it wants a processor with AVX.');
/** The command `ping` as an OP_MSG, which MongoDB answers with `ok`, also before any login. */
const ping = [
    // Length, number of the request, none that it answers, opcode 2013; no flags, one document of 30 bytes.
    '\\0063\\0000\\0000\\0000\\0001\\0000\\0000\\0000\\0000\\0000\\0000\\0000\\0335\\0007\\0000\\0000',
    '\\0000\\0000\\0000\\0000\\0000\\0036\\0000\\0000\\0000',
    // { ping: 1, $db: 'admin' }
    '\\0020ping\\0000\\0001\\0000\\0000\\0000\\0002$db\\0000\\0006\\0000\\0000\\0000admin\\0000\\0000',
].join('');
/** MongoDB, from the official image. */
const mongodb = {
    type: 'mongodb',
    schema: mongodb_schema,
    reservedVariables: ['MONGO_INITDB_ROOT_USERNAME', 'MONGO_INITDB_ROOT_PASSWORD', 'MONGO_INITDB_DATABASE'],
    password: 'data',
    container(settings, { project, name, host, password }, { image }) {
        const user = databaseName(project);
        const secret = encodeURIComponent(password);
        const url = `mongodb://${user}:${secret}@${host}:${mongodb_port}/${user}?authSource=admin`;
        const ask = (address, question) => `const db = connect(${JSON.stringify(address)})\nquit(db.runCommand(${question}).ok === 1 ? 0 : 1)\n`;
        return {
            image: `mongo:${settings.version ?? mongodb_ownVersion}`,
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
                '/run/secrets/probe.js': ask(`mongodb://${host}:${mongodb_port}/admin`, '{ ping: 1 }'),
                '/run/secrets/login.js': ask(url, '{ connectionStatus: 1 }'),
                [toolsFile]: `password: '${password}'\n`,
            },
            // The entry point reads the password when it has become the user mongodb.
            secretMode: '0644',
            dataPath: '/data/db',
            emptyPaths: ['/data/configdb'],
            dataVersion: (0,versions/* dataVersionOf */.WT)('mongodb', settings.version, image, mongodb_ownVersion),
            port: mongodb_port,
            probe: ['mongosh', '--quiet', '--norc', '--nodb', '/run/secrets/probe.js'],
            login: ['mongosh', '--quiet', '--norc', '--nodb', '/run/secrets/login.js'],
            check: { kind: 'exchange', send: ping, expect: ['*ok*'] },
            readySeconds: 180,
            stopSeconds: 60,
            projectEnv: databaseVariables(name, { url, host, port: mongodb_port, user, password }),
        };
    },
    dataClash(from, to, identity) {
        const [old = 0] = from.numbers;
        const [wanted = 0] = to.numbers;
        if (wanted === old || wanted === old + 1)
            return undefined;
        if (wanted > old) {
            const between = Array.from({ length: wanted - old - 1 }, (_, index) => String(old + 1 + index));
            return {
                why: 'MongoDB goes up by one major version at a time.',
                next: `${goBy(between, to)} At each version that runs, run \`db.adminCommand({ setFeatureCompatibilityVersion: 'VERSION', confirm: true })\` in mongosh. ${stay(from)}`,
            };
        }
        const user = databaseName(identity.project);
        const login = `--config=${toolsFile} -u ${user} --authenticationDatabase=admin --archive`;
        return {
            why: 'MongoDB does not start on the data of a newer version.',
            next: moveByDump(identity, from, to, {
                type: 'mongodb',
                dump: `mongodump ${login} --db=${user}`,
                restore: `mongorestore ${login}`,
            }),
        };
    },
    wayIn: ({ project }) => `Let the user ${databaseName(project)} of the data’s database admin have the project’s password, as an administrator of that data, then run the job again.`,
};

;// CONCATENATED MODULE: ./lib/catalog/services/mysql.js





/** What differs between the two. The client's programs have the server's name in MariaDB since 11. */
const variants = {
    mysql: {
        version: '8.4',
        prefix: 'MYSQL',
        server: 'mysqld',
        client: 'mysql',
        admin: 'mysqladmin',
        dump: 'mysqldump --no-tablespaces',
        env: {},
    },
    mariadb: {
        version: '11',
        prefix: 'MARIADB',
        server: 'mariadbd',
        client: 'mariadb',
        admin: 'mariadb-admin',
        dump: 'mariadb-dump',
        // Brings the system tables of an older version up to date at the start.
        env: { MARIADB_AUTO_UPGRADE: '1' },
    },
};
/**
 * The server's own settings. MariaDB would write a warning for each connection that ends before its login, and so for
 * each question for its health; from 1 down it does not, as MySQL by its default. Such connections block nobody: the
 * images resolve no names, without which no errors of a host are counted (max_connect_errors).
 */
const serverSettings = `[mysqld]
character-set-server=utf8mb4
[mariadb]
log-warnings=1
`;
const mysql_port = 3306;
const clientFile = '/run/secrets/client.cnf';
const mysql_schema = schemas/* strictObject */.rej({
    variant: schemas/* enum */.k5n(['mysql', 'mariadb'])
        .optional()
        .describe('`mysql` for Oracle’s MySQL, `mariadb` for MariaDB. By default what the name of the `image` says, or else `mysql`.')
        .meta({ examples: ['mariadb'] }),
    version: fields/* imageTag */.I_
        .optional()
        .describe('Version: a tag of the image `mysql` or `mariadb`; by default 8.4 of MySQL, 11 of MariaDB. Beside `image`, what that one holds, where its tag does not begin with it.')
        .meta({ examples: ['8.0'] }),
})
    .describe('MySQL or MariaDB, with its data on a named volume. User and database have the project’s name; the character set is utf8mb4.');
/**
 * The series of MySQL that may not be left out on the way (dev.mysql.com/doc/refman/9.0/en/upgrade-paths.html). The
 * last one of 5 and of 8 is what the bare tag means.
 */
const longTerm = [
    [5, 7],
    [8, 0],
    [8, 4],
    [9, 7],
];
const seriesOf = ({ numbers }) => numbers.length === 1 && (numbers[0] === 5 || numbers[0] === 8)
    ? (longTerm.findLast(([major]) => major === numbers[0]) ?? numbers)
    : numbers.slice(0, 2);
/** Which of the two it is. */
const variantOf = (variant, image) => variant ?? (/(?:^|\/)[^/]*mariadb[^/]*$/.test(image ?? '') ? 'mariadb' : 'mysql');
/** MySQL or MariaDB, from the official images. */
const mysql = {
    type: 'mysql',
    schema: mysql_schema,
    reservedVariables: ['MYSQL', 'MARIADB'].flatMap((prefix) => [
        ...['USER', 'PASSWORD', 'DATABASE', 'ROOT_PASSWORD', 'ROOT_HOST', 'RANDOM_ROOT_PASSWORD'],
        ...['ALLOW_EMPTY_PASSWORD', 'ALLOW_EMPTY_ROOT_PASSWORD', 'ONETIME_PASSWORD'],
        ...['PASSWORD_HASH', 'ROOT_PASSWORD_HASH'],
    ].map((word) => `${prefix}_${word}`)),
    password: 'data',
    container(settings, { project, name, host, password }, { image }) {
        const variant = variantOf(settings.variant, image);
        const { prefix, client, admin, version, env } = variants[variant];
        const user = databaseName(project);
        const url = `mysql://${user}:${encodeURIComponent(password)}@${host}:${mysql_port}/${user}`;
        return {
            image: `${variant}:${settings.version ?? version}`,
            env: {
                [`${prefix}_USER`]: user,
                [`${prefix}_DATABASE`]: user,
                [`${prefix}_PASSWORD_FILE`]: '/run/secrets/password',
                // root has the same password, and only inside of the container.
                [`${prefix}_ROOT_PASSWORD_FILE`]: '/run/secrets/password',
                [`${prefix}_ROOT_HOST`]: 'localhost',
                ...env,
            },
            secretFiles: {
                '/run/secrets/password': password,
                [clientFile]: `[client]\nprotocol=tcp\nhost=127.0.0.1\nport=${mysql_port}\nuser=${user}\npassword="${password}"\n`,
                '/etc/mysql/conf.d/jetee.cnf': serverSettings,
            },
            // The server reads its configuration again as the user mysql.
            secretMode: '0644',
            dataPath: '/var/lib/mysql',
            dataVersion: (0,versions/* dataVersionOf */.WT)(variant, settings.version, image, version),
            port: mysql_port,
            // Over TCP: while the image initialises its volume, a temporary server answers on the unix socket alone.
            // A server that refuses the password runs, too.
            probe: [admin, `--defaults-extra-file=${clientFile}`, 'ping'],
            login: [client, `--defaults-extra-file=${clientFile}`, '-e', 'SELECT 1', user],
            // The server speaks first: its version stands behind a newline.
            check: { kind: 'exchange', send: '', expect: ['*\n[0-9]*'] },
            readySeconds: 300,
            stopSeconds: 60,
            projectEnv: databaseVariables(name, { url, host, port: mysql_port, user, password }),
            databaseUrl: url,
        };
    },
    dataClash(from, to, identity) {
        const [old, wanted] = [seriesOf(from), seriesOf(to)];
        const kind = from.kind === 'mariadb' ? 'mariadb' : 'mysql';
        const { client, dump } = variants[kind];
        const product = kind === 'mariadb' ? 'MariaDB' : 'MySQL';
        if ((0,versions/* compareVersions */.Zy)(wanted, old) < 0) {
            const user = databaseName(identity.project);
            return {
                why: `${product} does not start on the data of a newer version.`,
                next: moveByDump(identity, from, to, {
                    type: 'mysql',
                    ...(kind === 'mariadb' && { settings: 'variant: mariadb' }),
                    dump: `${dump} --defaults-extra-file=${clientFile} --single-transaction ${user}`,
                    restore: `${client} --defaults-extra-file=${clientFile} ${user}`,
                }),
            };
        }
        if (kind === 'mariadb')
            return undefined;
        const next = longTerm.find((series) => (0,versions/* compareVersions */.Zy)(series, old) > 0);
        if (!next || (0,versions/* compareVersions */.Zy)(wanted, next) <= 0)
            return undefined;
        const between = longTerm.filter((series) => (0,versions/* compareVersions */.Zy)(series, old) > 0 && (0,versions/* compareVersions */.Zy)(series, wanted) < 0);
        return {
            why: `MySQL goes up by one series at a time, and version ${next.join('.')} lies between.`,
            next: `${goBy(between.map((series) => series.join('.')), to)} ${stay(from)}`,
        };
    },
    wayIn({ project, host }, { image, kind }, said) {
        const user = databaseName(project);
        const { server, client, dump } = variants[kind === 'mariadb' ? 'mariadb' : 'mysql'];
        if (said.some((line) => line.includes('Unknown database'))) {
            const root = `--defaults-extra-file=${clientFile} --protocol=socket -h localhost -u root`;
            const [dumper, ...options] = dump.split(' ');
            return `The data has no database ${user}. On the server, \`docker exec ${host} ${client} ${root} -e 'SHOW DATABASES'\` lists those that it has, and \`docker exec ${host} sh -c '${client} ${root} -e "CREATE DATABASE ${user}" && ${[dumper, root, ...options].join(' ')} OTHER | ${client} ${root} ${user}'\` copies one of them, with its name for OTHER. Then run the job again.`;
        }
        // A server of its own on the same data, without a network, which carries out the statements and ends.
        const script = [
            'p=$(cat /run/secrets/password); q=$(printf "\\047")',
            `printf "CREATE USER IF NOT EXISTS \${q}${user}\${q};\\nGRANT ALL ON ${user}.* TO \${q}${user}\${q};\\nALTER USER \${q}${user}\${q} IDENTIFIED BY \${q}%s\${q};\\nALTER USER IF EXISTS root@localhost IDENTIFIED BY \${q}%s\${q};\\nSHUTDOWN;\\n" "$p" "$p" > /tmp/set.sql`,
            `exec ${server} --user=mysql --init-file=/tmp/set.sql`,
        ].join('; ');
        return `To set the project’s password in the data, run on the server \`docker stop ${host}; docker run --rm --network none --volumes-from ${host} --entrypoint sh ${image} -c '${script}'; docker start ${host}\`, then the job again.`;
    },
};

;// CONCATENATED MODULE: ./lib/catalog/services/postgresql.js





const postgresql_ownVersion = '17';
const postgresql_port = 5432;
const postgresql_schema = schemas/* strictObject */.rej({ version: versionField('PostgreSQL', 'postgres', postgresql_ownVersion, '17-alpine') })
    .describe('PostgreSQL, with its data on a named volume. User and database have the project’s name.');
/** What an image holds; those with extensions say it at the end, such as `pgvector/pgvector:0.8.0-pg17`. */
const dataOf = (version, image) => {
    const [, major] = /(?:^|[-.])pg(\d+)/.exec((image && (0,versions/* tagOf */.cO)(image)) ?? '') ?? [];
    return (0,versions/* dataVersionOf */.WT)('postgresql', version ?? major, image, postgresql_ownVersion);
};
/** The part of a version within which the data stays the same: `17`, or `9.6`. */
const majorOf = ({ numbers: [first = 0, second] }) => first >= 10 || second === undefined ? String(first) : `${first}.${second}`;
const login = `PGPASSWORD=$(cat /run/secrets/password) PGCONNECT_TIMEOUT=5
export PGPASSWORD PGCONNECT_TIMEOUT
exec psql -qtA -h "$(hostname -i | cut -d ' ' -f 1)" -U "$1" -d "$1" -c 'SELECT 1'`;
/**
 * The beginning of a session, as pg_isready sends it: the answer is a request (R) for the password, with which nobody goes
 * on, and which PostgreSQL writes into no log. While it starts, stops or recovers, the answer is an error; one that has
 * no session left (53300) is well. A request for TLS would be answered in any state, and be logged where TLS is on.
 */
const startup = (user) => {
    const parameters = ['user', user, 'database', user].map((word) => `${word}\\0000`).join('');
    const bytes = 4 + 4 + 'user'.length + 'database'.length + 2 * user.length + 4 + 1;
    return `\\0000\\0000\\0000\\0${bytes.toString(8).padStart(3, '0')}\\0000\\0003\\0000\\0000${parameters}\\0000`;
};
/** PostgreSQL, from the official image; user and database carry the project's name. */
const postgresql = {
    type: 'postgresql',
    schema: postgresql_schema,
    reservedVariables: ['POSTGRES_USER', 'POSTGRES_PASSWORD', 'POSTGRES_DB', 'PGDATA'],
    password: 'data',
    mistake: ({ version }, { image }) => dataOf(version, image).numbers.length > 0
        ? undefined
        : 'must say its major version, which the place of the data depends on: set `version`, such as 17',
    container(settings, { project, name, host, password }, { image }) {
        const user = databaseName(project);
        const url = `postgresql://${user}:${encodeURIComponent(password)}@${host}:${postgresql_port}/${user}`;
        const dataVersion = dataOf(settings.version, image);
        return {
            image: `postgres:${settings.version ?? postgresql_ownVersion}`,
            env: {
                POSTGRES_USER: user,
                POSTGRES_DB: user,
                POSTGRES_PASSWORD_FILE: '/run/secrets/password',
            },
            secretFiles: { '/run/secrets/password': password },
            // Up to 17 the image keeps its data here; from 18 on it wants the volume one folder higher
            // (docker-library/postgres#1259).
            dataPath: (dataVersion.numbers[0] ?? 0) >= 18 ? '/var/lib/postgresql' : '/var/lib/postgresql/data',
            dataVersion,
            port: postgresql_port,
            // Over TCP: while the image initialises its volume, a temporary server answers on the unix socket alone.
            probe: ['pg_isready', '-q', '-h', '127.0.0.1', '-U', user, '-d', user],
            // By the container's own address: from the loopback and the socket, the image lets anyone in.
            login: ['sh', '-c', login, 'sh', user],
            check: { kind: 'exchange', send: startup(user), expect: ['R*', 'E*C53300*'] },
            stopSeconds: 60,
            projectEnv: databaseVariables(name, { url, host, port: postgresql_port, user, password }),
            databaseUrl: url,
        };
    },
    dataClash(from, to, identity) {
        if (majorOf(from) === majorOf(to))
            return undefined;
        const user = databaseName(identity.project);
        return {
            why: 'PostgreSQL does not start on the data of another major version.',
            next: moveByDump(identity, from, to, {
                type: 'postgresql',
                dump: `pg_dump -U ${user} ${user}`,
                restore: `psql -q -v ON_ERROR_STOP=1 -U ${user} ${user}`,
            }),
        };
    },
    wayIn({ project, host }, _running, said) {
        const user = databaseName(project);
        const psql = `docker exec ${host} psql -d template1 -U`;
        const lacks = (what) => said.some((line) => what.test(line));
        // Its log may tell that of others, which have not tried the password.
        if (lacks(/^psql: .*database "[^"]*" does not exist/))
            return `The data has no database ${user}. On the server, \`${psql} ${user} -l\` lists those that it has, and \`${psql} ${user} -c 'ALTER DATABASE "OTHER" RENAME TO "${user}"'\` gives one of them the name. Then run the job again.`;
        if (lacks(/role "[^"]*" does not exist/i))
            return `The data has no user ${user}. On the server, \`${psql} OTHER -c 'CREATE ROLE "${user}" SUPERUSER LOGIN'\` makes it one, with the name of a superuser that the data has for OTHER. Then run the job again, which goes on from there.`;
        // The file's content is no argument: what prints it is part of the shell.
        const script = `{ printf "ALTER ROLE \\042${user}\\042 PASSWORD \\047"; cat /run/secrets/password; printf "\\047"; } | psql -q -v ON_ERROR_STOP=1 -d template1 -U ${user}`;
        return `To set the project’s password in the data, run on the server \`docker exec ${host} sh -c '${script}'\`, then the job again.`;
    },
};

;// CONCATENATED MODULE: ./lib/catalog/services/redis.js





const redis_ownVersion = '8';
const redis_port = 6379;
const redis_schema = schemas/* strictObject */.rej({ version: versionField('Redis', 'redis', redis_ownVersion, '8-alpine') })
    .describe('Redis, with its append-only file on a named volume. Its `command` is further options of the server.');
/**
 * Redis, from the official image. Its configuration holds the password and arrives on standard input: root opens
 * the file, which stays 0600, before the image's entry point drops to the user `redis`. Options of the command line
 * come after it, and win.
 */
const redis = {
    type: 'redis',
    schema: redis_schema,
    password: 'container',
    container(settings, { name, host, password }, { image }) {
        return {
            image: `redis:${settings.version ?? redis_ownVersion}`,
            entrypoint: [
                'sh',
                '-c',
                'if [ "${1-}" = redis-server ]; then shift; fi; exec docker-entrypoint.sh redis-server - "$@" < /run/secrets/redis.conf',
                'redis',
            ],
            env: {},
            secretFiles: {
                '/run/secrets/redis.conf': `requirepass ${password}\ndir /data\nappendonly yes\n`,
                '/run/secrets/password': password,
            },
            dataPath: '/data',
            dataVersion: (0,versions/* dataVersionOf */.WT)('redis', settings.version, image, redis_ownVersion),
            port: redis_port,
            probe: ['sh', '-c', 'REDISCLI_AUTH="$(cat /run/secrets/password)" redis-cli ping | grep -q PONG'],
            // Without a password the answer is that one is missing. While it loads its data, it is another one.
            check: { kind: 'exchange', send: 'PING\\r\\n', expect: ['+PONG*', '-NOAUTH*'] },
            stopSeconds: 60,
            projectEnv: projectVariables(name, {
                URL: `redis://:${encodeURIComponent(password)}@${host}:${redis_port}/0`,
                HOST: host,
                PORT: String(redis_port),
                PASSWORD: password,
            }),
        };
    },
    dataClash: (from, to) => (to.numbers[0] ?? 0) >= (from.numbers[0] ?? 0)
        ? undefined
        : {
            why: 'Redis does not read what a newer major version has saved.',
            next: `${stay(from)} For one of its own that begins empty, set another \`container_name\`.`,
        },
};

;// CONCATENATED MODULE: ./lib/catalog/index.js
// Generated by `npm run generate` from the files beside it.



















/** The secondary services, by file. */
const serviceTypes = [
    custom_custom,
    elasticsearch,
    memcached,
    mongodb,
    mysql,
    postgresql,
    redis,
];
/** The kinds of projects, by file. */
const projectTypes = [
    django,
    dockerfile,
    image_image,
    python,
];
/** The processes, by file. */
const processTypes = [
    celeryWorker,
    cron,
    custom,
    djangoCeleryWorker,
    djangoGunicorn,
    gunicorn,
    uvicorn,
    uwsgi,
];


/***/ }),

/***/ 8722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ stopSignals),
/* harmony export */   y: () => (/* binding */ stateFolder)
/* harmony export */ });
/** Signals that a process may be asked to stop with. */
const stopSignals = ['TERM', 'INT', 'QUIT', 'HUP', 'USR1', 'USR2'];
/** Folder that a program finds as it was left by the release before, and may write to. */
const stateFolder = '/var/lib/jetee-state';


/***/ }),

/***/ 6414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WT: () => (/* binding */ dataVersionOf),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   aP: () => (/* binding */ parseDataLabel),
/* harmony export */   cO: () => (/* binding */ tagOf),
/* harmony export */   "do": () => (/* binding */ dataLabel)
/* harmony export */ });
/** Versions of what writes data, as they stand in tags of images and in labels. */
/** The version that a tag such as `8.4-oracle` begins with; undefined where it begins with something else. */
const versionOf = (tag) => {
    const [, version] = /^v?(\d+(?:\.\d+)*)/.exec(tag ?? '') ?? [];
    return version?.split('.').map(Number);
};
/** The tag of an image; undefined where a digest stands in its place. */
const tagOf = (image) => /^[^@]*\/?[^@/]*:([^@/:]+)(?:@|$)/.exec(image)?.[1];
/**
 * The data that a service writes: `version` tells its number, or else the tag of the image that is given, or else the
 * type's own tag.
 */
const dataVersionOf = (kind, version, image, own) => ({
    kind,
    numbers: versionOf(version ?? (image === undefined ? own : tagOf(image))) ?? [],
});
/** The version in a label, such as `mysql 8.4`. */
const dataLabel = ({ kind, numbers }) => [kind, ...(numbers.length > 0 ? [numbers.join('.')] : [])].join(' ');
/** Reads what `dataLabel` has written. */
const parseDataLabel = (label) => {
    const [kind = '', version] = label.split(' ');
    return { kind, numbers: versionOf(version) ?? [] };
};
/**
 * Compares two versions as far as both are known: below 0 when `a` is the older one. So `8` and `8.4` are equal, as
 * the tag `8` may be any of that series.
 */
const compareVersions = (a, b) => {
    for (const [index, part] of a.entries()) {
        const other = b[index];
        if (other === undefined)
            return 0;
        if (part !== other)
            return part - other;
    }
    return 0;
};


/***/ }),

/***/ 2099:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ removalNews),
/* harmony export */   x: () => (/* binding */ deployNews)
/* harmony export */ });
/* harmony import */ var _stack_site_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4032);

/** What is announced of a run that brings a commit to a server. */
const deployNews = (command, target, { repository, env }, { commit, hasWeb }) => {
    const { configuration } = target;
    // GitHub knows no commit of another repository: what is recorded there is the workflow's.
    const isOwn = isSameRepository(configuration.project.repository, repository);
    return {
        ...newsOf(target),
        action: 'deploy',
        command,
        commit: isOwn ? commit : env.GITHUB_SHA || undefined,
        urls: hasWeb ? (0,_stack_site_names_js__WEBPACK_IMPORTED_MODULE_0__/* .siteUrls */ .kB)(configuration) : [],
    };
};
/** What is announced of a run that takes a project from a server. */
const removalNews = (command, target) => ({
    ...newsOf(target),
    action: 'remove',
    command,
    commit: undefined,
    urls: [],
});
const newsOf = ({ configuration, access }) => ({
    configuration: configuration.name,
    project: configuration.projectName,
    environment: configuration.environment,
    production: configuration.production,
    where: `${access.username}@${access.host}:${access.port}`,
    preview: configuration.preview?.number,
    expiresSeconds: configuration.preview?.expiresSeconds,
    password: configuration.preview?.password,
});
const isSameRepository = (given, own) => given === undefined || given.toLowerCase() === own.toLowerCase();


/***/ }),

/***/ 5053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ ownDeployment),
/* harmony export */   f: () => (/* binding */ decidingDeployment)
/* harmony export */ });
/* harmony import */ var _configuration_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5024);
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7340);
/* harmony import */ var _report_render_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5503);
/* harmony import */ var _file_at_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(230);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5730);





/**
 * Reads the deployment file that decides what a run does. For a pull request it is the base branch's: what the pull
 * request writes cannot lead its code to a server that it was not meant for.
 */
const decidingDeployment = async (invocation) => {
    const { happened } = invocation.trigger;
    if (happened?.kind !== 'pull-request')
        return { loaded: await (0,_target_js__WEBPACK_IMPORTED_MODULE_4__/* .openDeployment */ .Q6)(invocation) };
    const { base, why } = await readBase(invocation, happened);
    if (base)
        return { loaded: base };
    const own = await ownDeployment(invocation);
    return {
        loaded: { ...own, deployment: { ...own.deployment, previews: undefined } },
        note: `There is no preview: ${why}`,
    };
};
/**
 * Reads the deployment file that a run's own commit brings: the workspace's. Under `pull_request_target` that is the
 * default branch's, so the file is read at the pull request's head; where it has none, or none that could be read, the
 * workspace's stands for it, which `note` is told.
 */
const ownDeployment = async (invocation, note = () => { }) => {
    const { event, happened } = invocation.trigger;
    const head = event === 'pull_request_target' && happened?.kind === 'pull-request' ? happened.pull.headSha : '';
    const written = head === '' ? undefined : await (0,_file_at_js__WEBPACK_IMPORTED_MODULE_3__/* .readFileAt */ ._)(invocation, head).catch(() => undefined);
    if (written)
        return (0,_configuration_load_js__WEBPACK_IMPORTED_MODULE_0__/* .readDeployment */ .i)(written.text, written.file);
    if (head !== '')
        note(`Commit ${head.slice(0, 12)} has no deployment file that could be read: the workspace’s counts`);
    return (0,_target_js__WEBPACK_IMPORTED_MODULE_4__/* .openDeployment */ .Q6)(invocation);
};
/** The base branch's file, or why there is none that could be of use. */
const readBase = async (invocation, { pull: { baseBranch, baseSha } }) => {
    if (baseSha === '')
        return { why: 'the event does not say which commit its base branch has' };
    const written = await (0,_file_at_js__WEBPACK_IMPORTED_MODULE_3__/* .readFileAt */ ._)(invocation, baseSha).catch((cause) => {
        throw unreadable(baseBranch, baseSha, cause);
    });
    if (!written)
        return { why: `the branch ${baseBranch} has no deployment file that could be read` };
    try {
        return { base: (0,_configuration_load_js__WEBPACK_IMPORTED_MODULE_0__/* .readDeployment */ .i)(written.text, written.file) };
    }
    catch (error) {
        if (!(error instanceof _report_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H))
            throw error;
        // Whoever corrects it is not to be kept from that.
        return { why: `the deployment file of the branch ${baseBranch} has mistakes` };
    }
};
const unreadable = (branch, commit, cause) => new _report_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H({
    what: `The deployment file of the branch ${branch} could not be read`,
    where: `commit ${commit.slice(0, 12)}`,
    why: (0,_report_render_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .detailsOf */ .cz)(cause).why ?? (0,_report_render_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .detailsOf */ .cz)(cause).what,
    stands: 'Nothing on the server was changed.',
    next: 'It decides what a pull request may do. The job needs `permissions: { contents: read }`, or a checkout with `fetch-depth: 0`.',
}, { cause });


/***/ }),

/***/ 7206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ carryOut)
});

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

// EXTERNAL MODULE: ./lib/release/hooks.js
var hooks = __webpack_require__(6137);
// EXTERNAL MODULE: ./lib/release/switch.js
var release_switch = __webpack_require__(3785);
// EXTERNAL MODULE: ./lib/report/failure.js
var failure = __webpack_require__(7340);
// EXTERNAL MODULE: ./lib/release/release.js
var release = __webpack_require__(3988);
// EXTERNAL MODULE: ./lib/server/engine/client.js
var client = __webpack_require__(6747);
;// CONCATENATED MODULE: ./lib/commands/step-failure.js



/** What a hook is told of the step that failed, where that is not the step's kind. */
const places = { image: 'build', 'start-copy': 'start' };
/** What a step has thrown, with the place where it did and, as far as every step of its kind is alike, what still stands. */
const stepFailure = (error, { title, action: { kind } }, { where, current }) => {
    const stands = standsAfter(kind, current);
    if (error instanceof client/* EngineError */.N) {
        return new failure/* Failure */.H({
            what: `${title} failed`,
            where,
            why: `The Docker engine says: ${error.message}`,
            place: places[kind] ?? kind,
            stands,
            next: 'See to what the engine says on the server, then run the job again: it picks up where this one stopped.',
        }, { cause: error });
    }
    if (!(error instanceof failure/* Failure */.H))
        return error;
    const { details } = error;
    return new failure/* Failure */.H({
        ...details,
        where: details.where ?? `${where}, step “${title}”`,
        place: details.place ?? places[kind] ?? kind,
        stands: details.stands ?? stands,
        next: details.next ?? 'See to the cause, and run again: what was done before it is not done twice.',
    }, { cause: error });
};
/** What still stands when a step of a kind has failed; undefined where only the step itself knows. */
const standsAfter = (kind, current) => {
    if (kind === 'switch')
        return undefined;
    if (current === undefined)
        return 'What was done before it stays, and is used by the next run; no site is live yet.';
    if (kind === 'tidy')
        return undefined;
    if (['image', 'start', 'copy', 'start-copy'].includes(kind))
        return (0,release/* stillServes */.Fk)(current);
    return ['service', 'start-service', 'nginx', 'discovery', 'entrance'].includes(kind)
        ? `Release ${current} was not touched. What this step brings may be away from it until the step succeeds.`
        : `Release ${current} was not touched, and runs as before.`;
};

;// CONCATENATED MODULE: ./lib/commands/carry-out.js





/** Carries out the steps of a run; when one fails, or somebody cancels, what they left half-done is cleared. */
const carryOut = async (steps, { context, number, perform }, { progress, signal, stage }) => {
    const { session, current } = context;
    let live = current;
    try {
        await runSteps(steps, async (step, own, stepSignal) => {
            await perform(step.action, own, stepSignal).catch((error) => {
                throw stepFailure(error, step, { where: session.where, current });
            });
            if (step.action.kind === 'switch')
                live = number;
        }, progress, AbortSignal.any([signal, session.lost]));
    }
    catch (error) {
        if (!session.lost.aborted) {
            await (0,release_switch/* clearRun */.B1)(context, number, signal.aborted ? 'cancelled' : 'failed', error).then(() => stage('ended'), (cause) => progress.note(`What the run left could not be removed (${String(cause)}); the next run does it`));
            if (number !== undefined && !signal.aborted) {
                await (0,hooks/* hooksOnFailure */.oH)(context, number, error, progress, AbortSignal.any([signal, session.lost]));
            }
        }
        throw signal.aborted && live !== undefined ? cancelled(error, live) : error;
    }
};
/** Tells whoever cancelled a run which release visitors reach now: the one before, or the new one as a whole. */
const cancelled = (error, live) => error instanceof failure/* Failure */.H
    ? new failure/* Failure */.H({ ...error.details, stands: `Visitors reach release ${live}.` }, { cause: error })
    : error;


/***/ }),

/***/ 6522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ deploy),
  b: () => (/* binding */ outcome)
});

// EXTERNAL MODULE: ./lib/plan/diff.js + 6 modules
var diff = __webpack_require__(706);
// EXTERNAL MODULE: ./lib/plan/isolation-steps.js
var isolation_steps = __webpack_require__(4537);
// EXTERNAL MODULE: ./lib/plan/plan.js + 2 modules
var plan = __webpack_require__(7770);
// EXTERNAL MODULE: ./lib/plan/preflight.js + 2 modules
var preflight = __webpack_require__(4154);
;// CONCATENATED MODULE: ./lib/release/confirm.js
/**
 * Writes down that a run has found the live release as it should be, when it is newer than the one that stands there: an
 * older run that still waits has been overtaken by it. `run` is GitHub's number of the run.
 */
const confirmLive = async (session, { current, releases }, run, progress) => {
    const live = releases.find(({ number }) => number === current);
    if (!live?.record || run === undefined || run <= (live.record.run ?? 0))
        return;
    const { code, stderr } = await session.run(['confirm'], {
        title: 'Confirming the release',
        args: { RELEASE: String(live.number), RECORD: JSON.stringify({ ...live.record, run }) },
    });
    if (code !== 0)
        progress.warn(`An older run that still waits may deploy after this one: ${stderr.trim()}`);
};

// EXTERNAL MODULE: ./lib/stack/program.js
var program = __webpack_require__(5624);
// EXTERNAL MODULE: ./lib/catalog/versions.js
var versions = __webpack_require__(6414);
// EXTERNAL MODULE: ./lib/stack/services.js
var services = __webpack_require__(2870);
;// CONCATENATED MODULE: ./lib/stack/service-list.js


/** The secondary services of a configuration, in the file's order. */
const serviceList = (configuration) => 
// Their passwords play no part in any of this.
(0,services/* serviceStacks */.F)(configuration, {}, '').map(({ name, type, image, containerName, container }) => ({
    name,
    type: type.type,
    version: (0,versions/* tagOf */.cO)(image) ?? null,
    host: containerName,
    port: container.port ?? null,
}));

// EXTERNAL MODULE: ./lib/stack/site-names.js
var site_names = __webpack_require__(4032);
// EXTERNAL MODULE: ./lib/commands/announce.js
var announce = __webpack_require__(2099);
// EXTERNAL MODULE: ./lib/commands/carry-out.js + 2 modules
var carry_out = __webpack_require__(7206);
// EXTERNAL MODULE: ./lib/commands/perform.js + 3 modules
var perform = __webpack_require__(2395);
// EXTERNAL MODULE: ./lib/commands/prepare.js + 10 modules
var prepare = __webpack_require__(1881);
// EXTERNAL MODULE: ./lib/stack/layout.js
var layout = __webpack_require__(9604);
// EXTERNAL MODULE: ./lib/stack/release-containers.js
var release_containers = __webpack_require__(4294);
// EXTERNAL MODULE: ./lib/stack/renumber.js
var renumber = __webpack_require__(4378);
;// CONCATENATED MODULE: ./lib/commands/running.js



/**
 * The containers of a project as a run leaves them, and those that it shares with others. The server is not asked again: a
 * step that started one has waited until it works, and everything else is as the facts have it.
 */
const runningContainers = (ended) => {
    const made = ended.steps.flatMap(({ action }) => madeBy(action, ended));
    const gone = new Set(ended.steps.flatMap(({ action }) => goneBy(action, ended)));
    const isMade = new Set(made.map(({ name }) => name));
    const before = ended.facts.engine.containers
        .filter(({ labels: own }) => concerns(own, ended))
        .map(({ name, image, running, labels: own }) => ({
        name,
        role: roleOf(own, name, ended),
        image,
        state: running ? 'running' : 'stopped',
    }))
        .filter(({ name }) => !isMade.has(name));
    return [...made, ...before]
        .filter(({ name }) => !gone.has(name))
        .sort((a, b) => rank(a.role) - rank(b.role) || (a.name < b.name ? -1 : 1));
};
const madeBy = (action, ended) => {
    const { configuration, commit } = ended;
    const again = (isThere) => (isThere ? 'made anew' : 'new');
    switch (action.kind) {
        case 'service':
        case 'start-service': {
            const { service } = action;
            const state = action.kind === 'service' ? again(action.exists) : 'started';
            return [{ name: service.containerName, role: service.name, image: service.image, state }];
        }
        case 'nginx':
            if (action.now === 'loads')
                return [];
            return [
                {
                    name: layout/* nginxContainer */.K$,
                    role: 'nginx',
                    image: action.front.image,
                    state: again(action.now === 'other'),
                },
            ];
        case 'discovery':
            return [{ name: layout/* consulContainer */.sx, role: 'consul', image: action.consul.image, state: 'started' }];
        case 'entrance': {
            const { entrance, now } = action;
            if (!entrance || now === 'running')
                return [];
            const state = now === 'stopped' ? 'started' : again(now === 'other');
            return [{ name: entrance.containerName, role: 'entrance', image: entrance.image, state }];
        }
        case 'start':
            return ofRelease((0,release_containers/* releaseContainers */.O)(configuration, action.release, {
                number: action.number,
                commit,
                address: undefined,
            }), ended);
        case 'start-copy': {
            const { kept, from, number } = action.copy;
            const project = configuration.projectName;
            return ofRelease((0,renumber/* renumber */.Z)({ containers: kept.containers, programs: kept.parts.programs }, { project, from, to: number, address: undefined, resolver: undefined }), ended);
        }
        default:
            return [];
    }
};
const goneBy = (action, { configuration }) => action.kind === 'entrance' && !action.entrance ? [(0,layout/* entranceContainer */.ub)(configuration.projectName)] : [];
const ofRelease = (containers, ended) => containers
    .filter(({ spec }) => isLasting(spec.Labels))
    .map(({ name, spec }) => ({
    name,
    role: roleOf(spec.Labels, name, ended),
    image: spec.Image,
    state: 'new',
}));
/** Whether a container is of the project or shared with it, and of no release but the live one. */
const concerns = (own, { configuration: { projectName, discovery }, release }) => {
    const part = own[layout/* labels */.WD.service];
    if (part === 'consul' && discovery !== 'consul')
        return false;
    if (!own[layout/* labels */.WD.project])
        return part === 'nginx' || part === 'consul';
    const number = own[layout/* labels */.WD.release];
    return own[layout/* labels */.WD.project] === projectName && isLasting(own) && (!number || number === String(release));
};
const isLasting = (own) => !['task', 'run'].includes(own[layout/* labels */.WD.service] ?? '');
const releaseParts = ['primary', 'door', 'helper'];
/** What a container is there for. A secondary service may have the name of a release's part. */
const roleOf = (own, name, { configuration: { projectName } }) => {
    const part = own[layout/* labels */.WD.service] ?? '';
    if (name === (0,layout/* serviceContainer */.hh)(projectName, part) || !releaseParts.includes(part))
        return part;
    const release = `release ${own[layout/* labels */.WD.release]}`;
    return part === 'primary' ? release : `${part} of ${release}`;
};
/** The release stands first, then what passes requests on to it, then its services, and what is shared last. */
const rank = (role) => {
    if (role.startsWith('release '))
        return 0;
    if (/ of release \d+$/.test(role))
        return 1;
    if (role === 'entrance')
        return 2;
    return role === 'nginx' || role === 'consul' ? 4 : 3;
};

// EXTERNAL MODULE: ./lib/commands/superseded.js
var superseded = __webpack_require__(9476);
// EXTERNAL MODULE: ./lib/commands/target.js + 1 modules
var commands_target = __webpack_require__(5730);
;// CONCATENATED MODULE: ./lib/commands/deploy.js















/** Runs `build …` or `update …`: from what was asked for to what the server then is. */
const deploy = async (command, target, invocation, observer) => {
    const begun = performance.now();
    const { progress } = observer;
    const { configuration } = target;
    const prepared = await (0,prepare/* prepare */.iA)(command.name, target, invocation, observer);
    const { source, image } = prepared;
    const hasWeb = (0,program/* hasWebProcess */.w$)(image, (0,program/* programStacks */.YQ)(configuration.project, image));
    observer.announce?.((0,announce/* deployNews */.x)(command.name, target, invocation, { commit: source.commit, hasWeb }));
    await using server = await (0,commands_target/* openTarget */.Ap)(target, invocation, observer, invocation.lockSeconds);
    const { session, facts } = server;
    const newer = (0,superseded/* newerRelease */.tL)(invocation.run, facts.host);
    if (newer)
        return (0,superseded/* superseded */.zT)(newer, invocation);
    const removal = (0,superseded/* newerRemoval */.UC)(invocation.run, facts.host);
    if (removal !== undefined)
        return (0,superseded/* supersededByRemoval */.G6)(removal, invocation);
    observer.stage('working');
    const digest = await (0,prepare/* imageDigest */.Wf)(prepared, session.engine, facts, observer);
    const { desired, credentials } = (0,prepare/* desiredState */.Iq)(prepared, facts, digest, observer.mask);
    (0,preflight/* preflight */.M)(desired, facts, command.scope, session.where);
    const steps = (0,plan/* makePlan */.C)(desired, facts, command.scope);
    for (const warning of (0,isolation_steps/* isolationWarnings */.ih)(facts))
        progress.warn(warning);
    if (facts.host.maintenance)
        progress.warn('Maintenance is on: visitors get its page until `maintenance off`, also for this release');
    const context = {
        session,
        configuration,
        source,
        current: facts.host.current,
        buildSecrets: prepared.secrets.build,
        registryPassword: prepared.secrets.registryPassword,
        actor: invocation.actor,
        runUrl: invocation.runUrl,
        run: invocation.run?.id,
        credentials,
        engineFacts: facts.engine,
        services: desired.services,
    };
    const number = steps.map(({ action }) => ('number' in action ? action.number : undefined)).find(Boolean);
    await (0,carry_out/* carryOut */.u)(steps, {
        context,
        number,
        perform: (action, own, stepSignal) => (0,perform/* perform */.y)(action, { ...context, progress: own, signal: stepSignal }),
    }, observer);
    if (command.scope.release && number === undefined)
        await confirmLive(session, facts.host, invocation.run?.id, progress);
    if (steps.length === 0)
        progress.note('Everything is as it should be: nothing was changed');
    return {
        kind: 'deployed',
        outcome: outcome(command.name, configuration, source, session, observer, {
            ...invocation,
            facts,
            steps,
            changes: (0,diff/* changesOf */.f)(steps, desired, facts, source),
            release: number ?? facts.host.current,
            hasWeb,
            milliseconds: performance.now() - begun,
        }),
    };
};
/** What is told of a run that went well. */
const outcome = (command, configuration, source, session, { progress }, ended) => {
    const { current, releases } = ended.facts.host;
    return {
        command,
        configuration: configuration.name,
        project: configuration.projectName,
        environment: configuration.environment,
        where: session.where,
        actor: ended.actor,
        repositoryUrl: repositoryUrl(configuration, ended),
        changed: ended.steps.length > 0,
        release: ended.release,
        ...(current !== ended.release && { previousRelease: current }),
        ...(ended.copyOf !== undefined && { copyOf: ended.copyOf }),
        commit: source.commit,
        previousCommit: releases.find(({ number }) => number === current)?.record?.commit,
        subject: source.subject,
        author: source.author,
        urls: ended.hasWeb ? (0,site_names/* siteUrls */.kB)(configuration) : [],
        services: serviceList(configuration),
        containers: runningContainers({ ...ended, configuration, commit: source.commit }),
        changes: ended.changes,
        preview: configuration.preview?.number,
        timings: progress.timings,
        milliseconds: ended.milliseconds,
        warnings: progress.warnings,
    };
};
/** Where the commit's repository can be looked at: at the GitHub of the run, when it is there. */
const repositoryUrl = ({ project }, { serverUrl, repository, runUrl }) => {
    const name = project.repository ?? repository;
    return runUrl !== '' && /^[\w.-]+\/[\w.-]+$/.test(name) ? `${serverUrl}/${name}` : undefined;
};


/***/ }),

/***/ 230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ readFileAt),
/* harmony export */   z: () => (/* binding */ readOwnFile)
/* harmony export */ });
/* harmony import */ var node_path_posix__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _configuration_find_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3067);
/* harmony import */ var _source_git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7497);
/* harmony import */ var _source_resolve_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(791);
/* harmony import */ var _source_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1808);





/**
 * Reads the deployment file of a commit: from the checkout where it has the commit, else by GitHub's API, else fetched
 * by git; undefined when the commit has none. The workspace's own files play no part.
 */
const readFileAt = async (invocation, commit) => {
    const paths = invocation.configFile === undefined ? _configuration_find_js__WEBPACK_IMPORTED_MODULE_1__/* .usualFiles */ .yU : [(0,node_path_posix__WEBPACK_IMPORTED_MODULE_0__.normalize)(invocation.configFile)];
    const first = async (read) => {
        for (const file of paths) {
            const text = await read(file);
            if (text !== undefined)
                return { text, file };
        }
        return undefined;
    };
    const near = await inCheckout(invocation, commit);
    if (near)
        return first(near);
    const api = await byApi(invocation, commit);
    const told = api && (await first(api.read).catch(() => undefined));
    if (told || (await api?.isReadable()))
        return told;
    return first(byGit(invocation, commit));
};
/** Reads a file of the commit that the run is for: of the checkout, or of the commit that started it. */
const readOwnFile = async (invocation, path) => {
    const inHead = await (0,_source_git_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGit */ .Ii)(['show', `HEAD:${path}`], { cwd: invocation.workspace }).catch(() => undefined);
    const commit = invocation.env.GITHUB_SHA;
    if (inHead !== undefined || !commit)
        return inHead;
    const read = (await inCheckout(invocation, commit)) ?? (await byApi(invocation, commit))?.read;
    return read?.(path);
};
/** A name of a commit says what is in it, whoever has checked it out; unless something stands in its place. */
const plain = '--no-replace-objects';
const inCheckout = async ({ workspace }, commit) => {
    const has = await (0,_source_git_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGit */ .Ii)([plain, 'cat-file', '-e', `${commit}^{tree}`], { cwd: workspace });
    return has === undefined
        ? undefined
        : (path) => (0,_source_git_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGit */ .Ii)([plain, 'show', `${commit}:${path}`], { cwd: workspace });
};
/** Undefined without a token. */
const byApi = async ({ apiUrl, token, repository }, commit) => {
    if (token === '')
        return undefined;
    const { openApi } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 7671));
    const api = openApi({ apiUrl, token, repository, warn: () => { } });
    const { repo } = api;
    const octokit = await api.client();
    return {
        async read(path) {
            try {
                const { data } = await octokit.rest.repos.getContent({ ...repo, path, ref: commit });
                if (Array.isArray(data) || data.type !== 'file')
                    return undefined;
                return Buffer.from(data.content, 'base64').toString();
            }
            catch (error) {
                if (Object(error).status === 404)
                    return undefined;
                throw error;
            }
        },
        isReadable: () => octokit.rest.repos.getCommit({ ...repo, ref: commit }).then(() => true, () => false),
    };
};
const byGit = (invocation, commit) => {
    const source = (0,_source_resolve_js__WEBPACK_IMPORTED_MODULE_3__/* .resolveSource */ .ev)({
        ...invocation,
        repository: undefined,
        ref: commit,
        ownRepository: invocation.repository,
    });
    return async (path) => (0,_source_source_js__WEBPACK_IMPORTED_MODULE_4__/* .readFile */ .TA)(await source, path);
};


/***/ }),

/***/ 2395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ addressBook),
  y: () => (/* binding */ perform)
});

// EXTERNAL MODULE: ./lib/plan/consul-address.js
var consul_address = __webpack_require__(6662);
// EXTERNAL MODULE: ./lib/report/failure.js
var failure = __webpack_require__(7340);
// EXTERNAL MODULE: ./lib/server/addresses.js
var server_addresses = __webpack_require__(1743);
// EXTERNAL MODULE: ./lib/server/containers.js
var containers = __webpack_require__(1671);
// EXTERNAL MODULE: ./lib/server/engine/client.js
var client = __webpack_require__(6747);
// EXTERNAL MODULE: ./lib/server/engine/facts.js + 1 modules
var engine_facts = __webpack_require__(9391);
// EXTERNAL MODULE: ./lib/server/images.js
var server_images = __webpack_require__(3873);
// EXTERNAL MODULE: ./lib/server/provision.js
var provision = __webpack_require__(368);
// EXTERNAL MODULE: ./lib/server/scripts.js
var scripts = __webpack_require__(6435);
// EXTERNAL MODULE: ./lib/stack/layout.js
var layout = __webpack_require__(9604);
;// CONCATENATED MODULE: ./lib/discovery/consul.js










/** How often it is looked anew, when another run does the same at the same moment, or somebody takes an address. */
const mostTries = 20;
/**
 * Has the server's Consul run as it should, in the networks of all these projects and of those that it was in. May be
 * done by several runs at once: each looks again at what it has come to after whatever another one has crossed.
 */
const ensureConsul = async (context, consul, projects, taken) => {
    const { session, progress, signal } = context;
    await Promise.all([
        (0,server_images/* ensureImage */.Yt)(context, consul.image),
        (0,provision/* createNetwork */.VS)(context, home, taken),
        (0,scripts/* runStepScript */.V)(session, {
            scripts: ['discovery'],
            title: 'Making the folder of the registrations',
            progress,
            signal,
        }),
    ]);
    const whole = (0,provision/* seenThrough */.px)(context);
    const known = { addresses: new Map(), refused: new Set(), renew: false };
    let crossed;
    for (let tries = 0; tries < mostTries; tries++) {
        try {
            if (await settle(whole, consul, projects.map(layout/* networkName */.uv), known))
                return;
        }
        catch (error) {
            if (!(error instanceof client/* EngineError */.N && error.status < 500))
                throw error;
            crossed = error;
        }
    }
    throw new failure/* Failure */.H({
        what: 'Consul does not come to run in the networks of the projects',
        why: crossed instanceof Error ? `The Docker engine says: ${crossed.message}` : undefined,
        next: `On the server, \`docker logs ${layout/* consulContainer */.sx}\` may say more; then run the job again.`,
    }, { cause: crossed });
};
const home = { name: layout/* discoveryNetwork */.Lh, bridge: 'jetee-discovery', labels: {}, isInternal: true };
/** Does what is missing; true when nothing is any more. */
const settle = async ({ session: { engine }, signal }, { spec }, networks, known) => {
    const facts = await (0,engine_facts/* readEngineFacts */._R)(engine);
    const now = facts.containers.find(({ name }) => name === layout/* consulContainer */.sx);
    for (const [network, address] of Object.entries(now?.addresses ?? {})) {
        if (network !== layout/* discoveryNetwork */.Lh)
            known.addresses.set(network, address);
    }
    if (!now || known.renew || now.labels[layout/* labels */.WD.spec] !== spec.Labels[layout/* labels */.WD.spec]) {
        if (now)
            await (0,containers/* removeContainer */.od)(engine, now.id, signal);
        known.renew = false;
        await (0,containers/* startContainer */.YI)(engine, layout/* consulContainer */.sx, spec, signal);
        return false;
    }
    if (!now.running) {
        // A network that is gone, or an address in one that is taken, keeps it from starting: a new one joins one by one.
        known.renew = true;
        await engine.call({ method: 'POST', path: `/containers/${now.id}/start`, signal });
        known.renew = false;
        return false;
    }
    const missing = [...new Set([...networks, ...known.addresses.keys()])].filter((name) => now.addresses[name] === undefined && facts.networks.some((network) => network.name === name));
    for (const network of missing) {
        const address = (0,consul_address/* consulAddress */.l)(network, facts, known.addresses.get(network), known.refused);
        try {
            await engine.call({
                method: 'POST',
                path: `/networks/${network}/connect`,
                body: { Container: now.id, EndpointConfig: { IPAMConfig: { IPv4Address: address } } },
                signal,
            });
        }
        catch (error) {
            if (!(0,server_addresses/* isAddressTaken */.MK)(error) || address === undefined)
                throw error;
            known.refused.add(address);
        }
    }
    return missing.length === 0;
};
/** Takes Consul out of a project's network, and has it forget the project. */
const leaveConsul = async ({ session, progress, signal }) => {
    await (0,scripts/* runStepScript */.V)(session, {
        scripts: ['unregister'],
        title: 'Taking the services out of Consul',
        progress,
        signal,
    });
    try {
        await session.engine.call({
            method: 'POST',
            path: `/networks/${(0,layout/* networkName */.uv)(session.project)}/disconnect`,
            body: { Container: layout/* consulContainer */.sx, Force: true },
            signal,
        });
    }
    catch (error) {
        // It is not there, or not in this network.
        if (!(error instanceof client/* EngineError */.N && error.status < 500))
            throw error;
    }
};

// EXTERNAL MODULE: ./lib/stack/registration.js + 1 modules
var registration = __webpack_require__(1348);
;// CONCATENATED MODULE: ./lib/discovery/register.js


/**
 * Tells Consul of a part of the project's services, and waits until it knows them; those that it knew under this part
 * and that are no longer among them, it forgets.
 */
const register = async ({ session, progress, signal }, part, services) => {
    const { text, question } = (0,registration/* registration */.An)(session.project, part, services);
    await (0,scripts/* runStepScript */.V)(session, {
        scripts: ['register'],
        title: 'Registering in Consul',
        progress,
        signal,
        args: { PART: part, REGISTRATION: text, QUESTION: question },
        failure: () => ({
            what: 'Consul does not take the project’s services',
            why: 'It did not answer for them within 60 s. Its log is below.',
            stands: 'The services run, and have their plain names; only what Consul says of them is older.',
            next: 'See the log for the cause, then run the job again.',
        }),
    });
};

// EXTERNAL MODULE: ./lib/release/image.js + 2 modules
var release_image = __webpack_require__(8046);
// EXTERNAL MODULE: ./lib/release/start.js + 1 modules
var start = __webpack_require__(3459);
// EXTERNAL MODULE: ./lib/release/switch.js
var release_switch = __webpack_require__(3785);
// EXTERNAL MODULE: ./lib/server/isolation.js
var isolation = __webpack_require__(9363);
// EXTERNAL MODULE: ./lib/server/preview-timer.js
var preview_timer = __webpack_require__(6515);
// EXTERNAL MODULE: ./lib/server/services.js + 1 modules
var services = __webpack_require__(3503);
;// CONCATENATED MODULE: ./lib/site/entrance.js







/** Brings the project's entrance to what it should be; undefined removes it. */
const setUpEntrance = async (context, entrance, now, addresses) => {
    const { session, signal } = context;
    const { engine } = session;
    if (!entrance) {
        await (0,containers/* removeContainer */.od)(engine, (0,layout/* entranceContainer */.ub)(session.project), signal);
        await writeConf(context, '', undefined);
        return;
    }
    const { containerName: name, conf } = entrance;
    if (now === 'running')
        return writeConf(context, conf, name);
    await Promise.all([writeConf(context, conf, undefined), (0,server_images/* ensureImage */.Yt)(context, entrance.image)]);
    if (now === 'stopped') {
        try {
            await engine.call({ method: 'POST', path: `/containers/${name}/start`, signal });
            return;
        }
        catch (error) {
            if (!(0,server_addresses/* isAddressTaken */.MK)(error))
                throw error;
        }
    }
    const book = await addresses();
    const whole = (0,provision/* seenThrough */.px)(context);
    if (now !== 'missing')
        await (0,containers/* removeContainer */.od)(engine, name, whole.signal);
    await (0,services/* startAtAddress */.Ak)(whole, entrance, book);
};
/** Writes the entrance's configuration, and has it loaded where one runs; an empty one goes. */
const writeConf = async ({ session, progress, signal }, conf, running) => {
    await (0,scripts/* runStepScript */.V)(session, {
        scripts: ['entrance'],
        title: conf ? 'Setting up the entrance' : 'Removing the entrance',
        progress,
        signal,
        args: { ENTRANCE_CONF: conf, ENTRANCE: running ?? '' },
        failure: () => ({
            what: 'nginx refused the configuration of the project’s entrance',
            stands: 'The entrance goes on with the one that it had.',
            next: `On the server, \`docker logs ${(0,layout/* entranceContainer */.ub)(session.project)}\` may say more.`,
        }),
    });
};

// EXTERNAL MODULE: ./lib/site/nginx.js
var nginx = __webpack_require__(2335);
// EXTERNAL MODULE: ./lib/stack/primary-registration.js
var primary_registration = __webpack_require__(5574);
;// CONCATENATED MODULE: ./lib/commands/perform.js















/** Does what a step of a plan says. */
const perform = (action, context) => {
    switch (action.kind) {
        case 'tidy':
            return (0,release_switch/* tidyUp */.gN)(context, action);
        case 'docker':
            return (0,provision/* setUpDocker */._B)(context, action.daemonJson);
        case 'folders':
            return (0,provision/* makeFolders */.wZ)(context, action.owner, context.credentials, context.configuration.preview?.most);
        case 'expiry':
            return (0,preview_timer/* settleTimer */.L)(context, { expire: action.script, isGoing: false });
        case 'network':
            return (0,provision/* createNetwork */.VS)(context, (0,provision/* projectNetwork */.me)(context.session.project), action.taken);
        case 'discovery':
            return ensureConsul(context, action.consul, action.projects, action.taken);
        case 'register':
            return registerServices(context);
        case 'register-primary':
            return registerPrimary(context, action.isThere);
        case 'leave-discovery':
            return leaveConsul(context);
        case 'isolation':
            return (0,isolation/* keepApart */.I)(context);
        case 'nginx':
            return (0,nginx/* startNginx */.L)(context, action.front, action.now);
        case 'service':
            return follow(context, action.service, (0,services/* createService */.sR)(context, action.service, action.exists, () => addressBook(context)));
        case 'start-service':
            return follow(context, action.service, (0,services/* startService */.iL)(context, action.service, () => addressBook(context)));
        case 'site':
            return (0,nginx/* setUpSite */.p)(context, action.site);
        case 'entrance':
            return setUpEntrance(context, action.entrance, action.now, () => addressBook(context));
        case 'image':
            return (0,release_image/* makeImage */.G)(context, action.release, action.number);
        case 'start':
            return (0,start/* startCandidate */.W)(context, action.release, action.number, () => addressBook(context));
        case 'switch':
            return (0,release_switch/* switchRelease */.U0)(context, action.release, action.number);
    }
};
/** Has Consul know the project's services at the addresses that they have by now. */
const registerServices = async (context) => {
    const { taken } = await addressBook(context);
    await register(context, 'services', (0,registration/* registeredServices */.l)(context.services, (container) => taken.get(container)));
};
/** Has Consul know the project's primary service at the address that its entrance has by now, or no longer know it. */
const registerPrimary = async (context, isThere) => {
    const { project } = context.session;
    const { taken } = await addressBook(context);
    const address = isThere ? taken.get((0,layout/* entranceContainer */.ub)(project)) : undefined;
    await register(context, 'primary', (0,primary_registration/* registeredPrimary */.X)(project, address));
};
/** Waits until something is done to a service; where that had to take it to another address, Consul hears of it. */
const follow = async (context, { containerName }, done) => {
    const { configuration, engineFacts, session } = context;
    await done;
    if (configuration.discovery === 'docker')
        return;
    const before = (0,server_addresses/* ownAddresses */.hQ)(session.project, engineFacts).get(containerName);
    const now = known.get(engineFacts)?.get(containerName);
    if (before !== undefined && now !== undefined && now !== before)
        await registerServices(context);
};
const known = new WeakMap();
/**
 * The addresses of the project's network, once that is there: what the run gives out is kept, and what others have is
 * read anew, as a build lies in between.
 */
const addressBook = ({ engineFacts, session: { engine, project, facts }, configuration, signal, }) => {
    const taken = known.get(engineFacts) ?? (0,server_addresses/* ownAddresses */.hQ)(project, engineFacts);
    known.set(engineFacts, taken);
    const resolvers = configuration.discovery === 'consul' ? facts.resolvers : undefined;
    return (0,server_addresses/* readAddresses */.B1)(engine, project, taken, resolvers, signal);
};


/***/ }),

/***/ 7667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _plan_diff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(706);
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7770);
/* harmony import */ var _plan_preflight_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4154);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1881);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5730);





/** Tells what a command would change: it reads what the command reads, plans as it does, and ends there. */
const plan = async ({ name, scope }, target, invocation, observer) => {
    const prepared = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_3__/* .prepare */ .iA)(`plan ${name}`, target, invocation, observer);
    const { where, facts, holder, digest } = await (0,_target_js__WEBPACK_IMPORTED_MODULE_4__/* .readTarget */ ._E)(target, observer, (engine, found) => (0,_prepare_js__WEBPACK_IMPORTED_MODULE_3__/* .imageDigest */ .Wf)(prepared, engine, found, observer));
    const { desired } = (0,_prepare_js__WEBPACK_IMPORTED_MODULE_3__/* .desiredState */ .Iq)(prepared, facts, digest, observer.mask);
    (0,_plan_preflight_js__WEBPACK_IMPORTED_MODULE_2__/* .preflight */ .M)(desired, facts, scope, where);
    return {
        command: name,
        configuration: target.configuration.name,
        project: desired.project,
        server: where,
        lockHolder: holder ?? null,
        changes: (0,_plan_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .changesOf */ .f)((0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .makePlan */ .C)(desired, facts, scope), desired, facts, prepared.source),
    };
};


/***/ }),

/***/ 1881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Iq: () => (/* binding */ desiredState),
  Wf: () => (/* binding */ imageDigest),
  iA: () => (/* binding */ prepare),
  L5: () => (/* binding */ serverName)
});

// EXTERNAL MODULE: ./lib/release/image.js + 2 modules
var release_image = __webpack_require__(8046);
// EXTERNAL MODULE: ./lib/server/images.js
var server_images = __webpack_require__(3873);
// EXTERNAL MODULE: ./lib/server/provision.js
var provision = __webpack_require__(368);
// EXTERNAL MODULE: ./lib/report/failure.js
var failure = __webpack_require__(7340);
;// CONCATENATED MODULE: ./lib/source/pyproject.js

/**
 * Makes sure that a pyproject.toml lists dependencies as PEP 621 says, before anything is changed. What the list holds is
 * read where it is installed, by Python's own parser; this looks no further than the table and the key.
 */
const requireDependencyList = (toml) => {
    const table = projectTable(toml);
    const [, dynamic = ''] = /^\s*dynamic\s*=\s*\[([^\]]*)\]/m.exec(table ?? '') ?? [];
    const why = table === undefined
        ? 'It has no [project] table, which would list the dependencies.'
        : /["']dependencies["']/.test(dynamic)
            ? 'It says that its dependencies are dynamic: they are known only to what builds the project.'
            : undefined;
    if (why === undefined)
        return;
    throw new failure/* Failure */.H({
        what: 'The dependencies cannot be read from pyproject.toml',
        where: 'pyproject.toml',
        why,
        stands: 'Nothing on the server was changed.',
        next: 'List them as `dependencies` in [project], commit a lock file, or name a requirements file as `requirements`.',
    });
};
/** The text of the table [project], up to the next table; undefined when there is none. */
const projectTable = (toml) => {
    const lines = toml.split('\n');
    const begin = lines.findIndex((line) => /^\s*\[\s*project\s*\]/.test(line));
    if (begin < 0)
        return undefined;
    const rest = lines.slice(begin + 1);
    const end = rest.findIndex((line) => /^\s*\[{1,2}[^"'[\],]+\]{1,2}\s*(?:#.*)?$/.test(line));
    return rest.slice(0, end < 0 ? undefined : end).join('\n');
};

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/source/source.js
var source_source = __webpack_require__(1808);
;// CONCATENATED MODULE: ./lib/source/requirements.js



const safePath = /^[A-Za-z0-9_.-][A-Za-z0-9_./-]*$/;
/**
 * A requirements file and all that it includes by `-r` and `-c`, itself first: the files that the image's
 * dependencies depend on.
 */
const requirementFiles = async (source, file) => {
    const found = [];
    const visit = async (path, from) => {
        if (found.includes(path))
            return;
        const content = safePath.test(path) ? await (0,source_source/* readFile */.TA)(source, path) : undefined;
        if (content === undefined) {
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

;// CONCATENATED MODULE: ./lib/source/dependencies.js




/** In the order in which they win. */
const candidates = [
    { tool: 'uv', file: 'uv.lock', needs: 'pyproject.toml', reads: ['uv.toml'], locks: true },
    { tool: 'poetry', file: 'poetry.lock', needs: 'pyproject.toml', reads: ['poetry.toml'], locks: true },
    { tool: 'pipenv', file: 'Pipfile.lock', needs: 'Pipfile', locks: true },
    { tool: 'pip', file: 'requirements.txt', locks: false },
    { tool: 'pyproject', file: 'pyproject.toml', locks: false },
];
/** Chooses how dependencies are installed: by the requirements file that the configuration names, or the first file that is there. */
const chooseDependencies = (paths, requirements) => {
    if (requirements !== undefined)
        return { tool: 'pip', files: [requirements], note: `Dependencies: ${requirements}, as configured` };
    const present = candidates.filter(({ file }) => paths.has(file));
    const [chosen] = present;
    if (!chosen)
        return { tool: undefined, files: [], note: 'Dependencies: no file names any' };
    if (chosen.needs !== undefined && !paths.has(chosen.needs)) {
        throw new failure/* Failure */.H({
            what: `${chosen.file} is of no use without ${chosen.needs}`,
            where: chosen.file,
            why: `The commit has no ${chosen.needs} beside it.`,
            stands: 'Nothing on the server was changed.',
            next: `Commit ${chosen.needs}, or name another file as \`requirements\`.`,
        });
    }
    const others = present.filter(({ file, locks }) => locks && file !== chosen.file).map(({ file }) => file);
    return {
        tool: chosen.tool,
        files: [
            chosen.file,
            ...(chosen.needs === undefined ? [] : [chosen.needs]),
            ...(chosen.reads ?? []).filter((file) => paths.has(file)),
        ],
        note: `Dependencies: ${chosen.file}${others.length > 0 ? `; ${others.join(' and ')} beside it plays no part` : ''}`,
    };
};
/** Chooses how the dependencies of a commit are installed, with all files that the choice includes. */
const readDependencies = async (source, requirements) => {
    const choice = chooseDependencies(new Set(source.files.map(({ path }) => path)), requirements);
    const [file] = choice.files;
    if (choice.tool === 'pyproject' && file !== undefined)
        requireDependencyList((await (0,source_source/* readFile */.TA)(source, file)) ?? '');
    return choice.tool === 'pip' && file !== undefined
        ? { ...choice, files: await requirementFiles(source, file) }
        : choice;
};

;// CONCATENATED MODULE: ./lib/source/dockerfile.js

/** Makes sure that a commit holds the Dockerfile that it is to be built by. */
const requireDockerfile = ({ files }, dockerfile) => {
    if (files.some(({ path, mode }) => path === dockerfile && mode !== '120000'))
        return;
    throw new failure/* Failure */.H({
        what: `The Dockerfile ${dockerfile} is not in the commit`,
        where: 'dockerfile',
        why: 'The project is of type `dockerfile`, and the commit has no such file.',
        stands: 'Nothing on the server was changed.',
        next: 'Commit the file, or correct its name as `dockerfile` of the project.',
    });
};

;// CONCATENATED MODULE: ./lib/source/lfs.js


/** How the file that Git LFS keeps in a commit begins, in place of the content (specification of Git LFS, "The Pointer"). */
const pointer = 'version https://git-lfs.github.com/spec/';
/** Bytes that such a file has at most, by the same specification. */
const longest = 1024;
/**
 * Refuses a commit with files of Git LFS: what is built is what git has, and of these it has only pointers. Files are
 * known by `.gitattributes`, and then by how they begin.
 */
const refuseLfs = async (source) => {
    for (const attributes of source.files) {
        if (external_node_path_.posix.basename(attributes.path) !== '.gitattributes' || attributes.mode === '120000')
            continue;
        const patterns = lfsPatterns(await source.read(attributes));
        if (patterns.length === 0)
            continue;
        const folder = attributes.path.slice(0, -'.gitattributes'.length);
        for (const file of source.files) {
            const isCandidate = file.path.startsWith(folder) &&
                file.mode !== '120000' &&
                (file.size ?? 0) <= longest &&
                patterns.some((pattern) => pattern.test(file.path.slice(folder.length)));
            if (isCandidate && (await source.read(file)).startsWith(pointer))
                throw hasLfs(file, attributes);
        }
    }
};
const hasLfs = ({ path }, attributes) => new failure/* Failure */.H({
    what: 'The commit holds files of Git LFS, which cannot be deployed',
    where: path,
    why: `What git has of ${path} is a pointer to content that is kept elsewhere (${attributes.path}), also where actions/checkout fetches it with \`lfs: true\`.`,
    stands: 'Nothing on the server was changed.',
    next: 'Commit the files that the app needs without LFS (`git lfs migrate export`), or have the build download them.',
});
/** The patterns of a `.gitattributes` whose files LFS keeps, for paths from its folder. */
const lfsPatterns = (text) => text.split(/\r?\n/).flatMap((line) => {
    const [, quoted, plain, attributes = ''] = /^\s*(?:"((?:[^"\\]|\\.)*)"|([^\s#"]\S*))\s+(.*)$/.exec(line) ?? [];
    const pattern = quoted ?? plain;
    return pattern !== undefined && /(?:^|\s)filter=lfs(?:\s|$)/.test(attributes) ? [toRegExp(pattern)] : [];
});
/** A pattern of git's: without a slash it is for names in any folder. */
const toRegExp = (pattern) => {
    const isName = !pattern.replace(/^\*\*\//, '').includes('/');
    const words = pattern.replace(/^\//, '').replace(/^\*\*\//, '');
    const isAnywhere = isName ? !pattern.startsWith('/') : pattern.startsWith('**/');
    const text = words.replace(/\\.|\*\*\/|\/\*\*$|\*+|\?|\[!?[^\]]+\]|[^\w]/g, (part) => {
        if (part === '**/')
            return '(?:.*/)?';
        if (part === '/**')
            return '/.*';
        if (part.startsWith('*'))
            return '[^/]*';
        if (part === '?')
            return '[^/]';
        if (part.length > 2)
            return part.replace(/^\[!/, '[^').replaceAll('\\', '\\\\');
        return `\\${part.at(-1)}`;
    });
    return new RegExp(`^${isAnywhere ? '(?:.*/)?' : ''}${text}$`);
};

// EXTERNAL MODULE: ./lib/source/way.js + 1 modules
var way = __webpack_require__(1019);
// EXTERNAL MODULE: ./lib/stack/container.js
var container = __webpack_require__(6031);
// EXTERNAL MODULE: ./lib/stack/layout.js
var layout = __webpack_require__(9604);
;// CONCATENATED MODULE: ./lib/stack/discovery.js


/** The image of the server's Consul. */
const consulImage = 'hashicorp/consul:1.22';
/**
 * What Consul is told: a server of its own, that nobody can join or ask anything of but names. Only DNS listens beside
 * the container's own loopback; services come from files alone, and only those may have checks that run a command.
 */
const agent = {
    node_name: layout/* consulContainer */.sx,
    server: true,
    bootstrap_expect: 1,
    // Also for ports that only newer versions open, and older ones do not know how to close.
    client_addr: '127.0.0.1',
    bind_addr: '127.0.0.1',
    addresses: { dns: '0.0.0.0' },
    ports: { dns: 53, http: -1, https: -1, grpc: -1, serf_wan: -1 },
    connect: { enabled: false },
    enable_local_script_checks: true,
    disable_update_check: true,
    // It is alone: no need to wait for others before it leads.
    performance: { raft_multiplier: 1 },
    log_level: 'warn',
};
/** The server's Consul. It keeps nothing: what it knows comes from files, whenever it starts. */
const consulStack = () => ({
    image: consulImage,
    spec: (0,container/* withSpecLabel */.qy)({
        Image: consulImage,
        Cmd: ['agent', '-config-dir=/etc/jetee', `-hcl=${JSON.stringify(agent)}`],
        Hostname: layout/* consulContainer */.sx,
        Labels: { [layout/* labels */.WD.service]: 'consul' },
        StopTimeout: 5,
        HostConfig: {
            NetworkMode: layout/* discoveryNetwork */.Lh,
            Binds: [`${layout/* discoveryFolder */.x4}:/etc/jetee:ro`],
            Tmpfs: { '/consul/data': '' },
            RestartPolicy: { Name: 'always' },
            LogConfig: container/* boundedLog */.KY,
            Sysctls: {
                // It stands in the networks of all projects, and is no way from one to another.
                'net.ipv4.ip_forward': '0',
                // It listens on port 53 without being root.
                'net.ipv4.ip_unprivileged_port_start': '0',
            },
        },
    }),
});

// EXTERNAL MODULE: ./lib/stack/entrance.js + 1 modules
var entrance = __webpack_require__(1928);
// EXTERNAL MODULE: ./lib/stack/front.js
var front = __webpack_require__(3156);
// EXTERNAL MODULE: ./lib/templates.js
var templates = __webpack_require__(4400);
// EXTERNAL MODULE: ./lib/server/connection/shell-quote.js
var shell_quote = __webpack_require__(6371);
;// CONCATENATED MODULE: ./lib/stack/dockerfile.js


/** Debian packages of the tools that are not in Python's own. */
const toolPackages = {
    poetry: 'python3-poetry',
    pipenv: 'pipenv',
};
/** The Dockerfile of an image with supervisor; `cacheId` names the project's own cache of packages. */
const renderDockerfile = (image, programs, dependencies, cacheId) => {
    const tool = dependencies.tool && toolPackages[dependencies.tool];
    return (0,templates/* renderTemplate */.Xm)(image.template, {
        ...image.place,
        base: image.base,
        pythonVersion: image.pythonVersion ?? '',
        aptPackages: unique([
            ...image.aptPackages,
            ...programs.flatMap(({ aptPackages }) => aptPackages),
            ...(tool ? [tool] : []),
        ]),
        pipPackages: (0,shell_quote/* commandLine */.a)(unique(programs.flatMap(({ pipPackages = [] }) => pipPackages))),
        dependencies: { ...dependencies, tool: dependencies.tool ?? '' },
        pyprojectScript: (0,templates/* readTemplate */.xV)('pyproject.py'),
        buildSecrets: image.buildSecrets.map(({ name }) => name),
        cacheId,
    });
};
const unique = (words) => [...new Set(words)];

// EXTERNAL MODULE: ./lib/stack/log-pipes.js
var log_pipes = __webpack_require__(9522);
// EXTERNAL MODULE: ./lib/stack/program.js
var stack_program = __webpack_require__(5624);
// EXTERNAL MODULE: ./lib/stack/release-containers.js
var release_containers = __webpack_require__(4294);
// EXTERNAL MODULE: ./lib/stack/socket.js
var socket = __webpack_require__(1907);
;// CONCATENATED MODULE: ./lib/stack/release.js







/** The desired release for an input. */
const releaseStack = (input) => {
    const { configuration } = input;
    const { project, primary } = configuration;
    const image = project.type.image(project.settings, primary.baseImage);
    const supervised = image.kind === 'supervised' ? image : undefined;
    const programs = (0,stack_program/* programStacks */.YQ)(project, image);
    const web = programs.find((program) => program.web)?.web;
    const port = image.kind === 'supervised' ? (web?.kind === 'port' ? web.port : undefined) : image.port;
    const keyed = (text) => (0,container/* keyedHash */.N_)(text, input.key);
    const tasks = {
        before: [
            ...image.tasks.map((task) => ({ ...task, deadlineSeconds: project.releaseTasks.deadlineSeconds })),
            ...(configuration.preview?.seed ?? []).map((task) => ({ ...task, once: true })),
            ...project.releaseTasks.beforeSwitch,
        ],
        after: project.releaseTasks.afterSwitch,
    };
    const stack = {
        digest: input.digest,
        image,
        dockerfile: supervised && renderDockerfile(supervised, programs, input.dependencies, keyed('build cache')),
        mount: supervised ? mountFiles(supervised, programs, [...tasks.before, ...tasks.after]) : {},
        env: environment(input, image, port),
        programs,
        tasks,
        helpers: supervised ? programs.filter((program) => !program.web).flatMap(stack_program/* supervisorNames */.DB) : [],
        hasWeb: (0,stack_program/* hasWebProcess */.w$)(image, programs),
        socketFolder: (0,socket/* socketFolder */.k)(input.key),
        port,
    };
    const parts = {
        // A given image is not made from the commit.
        tree: image.kind === 'image' ? undefined : input.tree,
        dockerfile: stack.dockerfile,
        mount: stack.mount,
        env: withoutSecrets(input, stack.env, keyed),
        image,
        programs,
        tasks,
        limits: primary.limits,
        volumes: primary.volumes,
        containers: containerParts(configuration, stack),
    };
    return { ...stack, parts, hash: keyed((0,container/* canonicalJson */.dj)(parts)) };
};
/** What the containers of a release are, less what other parts hold. */
const containerParts = (configuration, stack) => ({
    ...Object.fromEntries((0,release_containers/* releaseContainers */.O)(configuration, stack, { number: 0, commit: '', address: undefined }).map(({ name, spec: { Env, ...spec } }) => [name, spec])),
    ...(stack.port !== undefined && { 'door.conf': (0,release_containers/* doorConf */.r)('', stack.port) }),
});
/** The environment with keyed hashes for the project's secrets, and for what holds a service's password. */
const withoutSecrets = ({ services, secrets }, env, keyed) => {
    const hides = (name, value) => Object.hasOwn(secrets, name) ||
        services.some(({ identity: { password } }) => [password, encodeURIComponent(password)].some((form) => form !== '' && value.includes(form)));
    return Object.fromEntries(Object.entries(env).map(([name, value]) => [
        name,
        hides(name, value) ? { 'keyed hash': keyed(value) } : value,
    ]));
};
/** What supervisor sets of a program's user, and nobody of a task's; its home both have. */
const taskUser = { USER: 'app', LOGNAME: 'app' };
/** What supervisor and the commands that run beside it read. */
const mountFiles = (image, programs, tasks) => {
    const { location } = image.place;
    return {
        'entrypoint.sh': (0,templates/* renderTemplate */.Xm)('entrypoint.sh', { ...image, ...(0,log_pipes/* logPipes */.Me)(programs, tasks) }),
        'supervisord.conf': (0,templates/* renderTemplate */.Xm)('supervisord.conf', { programs, location }),
        ...(0,log_pipes/* logFiles */.eO)(),
        ...Object.assign({}, ...programs.map(({ files }) => files)),
        ...Object.fromEntries(programs.map((program) => [`commands/${program.name}`, (0,stack_program/* programScript */.aM)(program, location)])),
        ...Object.fromEntries(tasks.map(({ name, command }) => [
            `tasks/${name}`,
            (0,stack_program/* programScript */.aM)({ env: taskUser, command }, location),
        ])),
    };
};
/** The environment of every process, task and shell of the project; what stands later wins. */
const environment = ({ configuration, services, secrets }, image, port) => {
    const databaseUrl = services.find(({ container }) => container.databaseUrl)?.container.databaseUrl;
    return {
        ...(image.kind !== 'supervised' && port !== undefined && { PORT: String(port) }),
        [image.configurationVariable]: configuration.name,
        ...Object.assign({}, ...services.map(({ container }) => container.projectEnv)),
        ...(databaseUrl && { DATABASE_URL: databaseUrl }),
        ...configuration.primary.envVariables,
        ...configuration.project.envVariables,
        ...secrets,
    };
};

// EXTERNAL MODULE: ./lib/stack/services.js
var stack_services = __webpack_require__(2870);
// EXTERNAL MODULE: ./lib/stack/site.js
var site = __webpack_require__(849);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/stack/visitors.js

/** The user that visitors of a site with a password log in as. */
const visitor = 'preview';
/**
 * The file by which nginx knows who may look at a site: one user, with a salted SHA-1 of the password. nginx takes that on
 * each system; what else it takes depends on the C library of its image. The salt is made from the project's key, so that
 * the same password gives the same file.
 */
const visitorsFile = (password, key) => {
    const salt = (0,external_node_crypto_.createHmac)('sha256', key).update('visitors').digest().subarray(0, 8);
    const digest = (0,external_node_crypto_.createHash)('sha1').update(password).update(salt).digest();
    return `${visitor}:{SSHA}${Buffer.concat([digest, salt]).toString('base64')}\n`;
};

;// CONCATENATED MODULE: ./lib/commands/secrets.js

/** Takes all secrets of a configuration from the environment of the step; those that are missing are named at once. */
const readSecrets = ({ name, project, services, preview }, image, env, file) => {
    const buildSecrets = image.kind === 'image' ? [] : image.buildSecrets;
    const password = image.kind === 'image' ? image.registry?.password : undefined;
    const given = services.flatMap(({ name: service, common: { password: from } }) => from === undefined ? [] : [{ service, from }]);
    const groups = {
        secrets: project.secrets.map(({ from }) => from),
        build_secrets: buildSecrets.map(({ from }) => from),
        'registry.password': password === undefined ? [] : [password],
        'previews.password': preview?.password === undefined ? [] : [preview.password],
        ...Object.fromEntries(given.map(({ service, from }) => [`secondary_services.${service}.password`, [from]])),
    };
    const missing = [...new Set(Object.values(groups).flat())].filter((variable) => !env[variable]);
    if (missing.length > 0) {
        const keys = Object.entries(groups).filter(([, names]) => names.some((from) => missing.includes(from)));
        throw new failure/* Failure */.H({
            what: missing.length === 1
                ? `The secret ${missing[0]} is missing`
                : `Secrets are missing: ${missing.join(', ')}`,
            where: `${file}, configuration ${name}, ${keys.map(([key]) => key).join(' and ')}`,
            why: 'The environment of the step has no such variable, or an empty one.',
            stands: 'Nothing on the server was changed.',
            next: `${missing.includes(preview?.password ?? '') ? 'Store a password as that secret, or let everybody look by `previews.password: none`. ' : ''}Add to the step:\n${['env:', ...missing.map((variable) => `  ${variable}: \${{ secrets.${variable} }}`)].join('\n')}`,
        });
    }
    const visitors = preview?.password === undefined ? undefined : env[preview.password];
    if (visitors !== undefined && /\p{Cc}/u.test(visitors))
        throw new failure/* Failure */.H({
            what: `The secret ${preview?.password} cannot be the password of previews`,
            where: `${file}, previews.password`,
            why: 'It has a line break or another character that nobody can type.',
            stands: 'Nothing on the server was changed.',
            next: 'Store it without a line break at its end.',
        });
    const unfit = given.find(({ from }) => !isPassword(env[from] ?? ''));
    if (unfit)
        throw unfitPassword(unfit, `${file}, configuration ${name}`);
    const take = (names) => Object.fromEntries(names.map((secret) => [secret.name, env[secret.from] ?? '']));
    return {
        variables: take(project.secrets),
        build: take(buildSecrets),
        registryPassword: password === undefined ? undefined : env[password],
        visitorPassword: visitors,
        servicePasswords: Object.fromEntries(given.map(({ service, from }) => [service, env[from] ?? ''])),
    };
};
/** Whether a text can be a password everywhere: in an address, in SQL and in the configuration of each service. */
const isPassword = (text) => /^[!-~]{1,128}$/.test(text) && !/['"`\\]/.test(text);
const unfitPassword = ({ service, from }, place) => new failure/* Failure */.H({
    what: `The secret ${from} cannot be the password of ${service}`,
    where: `${place}, secondary_services.${service}.password`,
    why: 'A password is of 1 to 128 printable ASCII characters, without blanks, line breaks, quotes and backslashes: not each service takes these.',
    stands: 'Nothing on the server was changed.',
    next: `Choose another one, such as \`openssl rand -base64 24\` makes, and store it without a line break at its end. Data that has an unfit one already gets the new one by the command that the next run tells.`,
});
/** Every value among the secrets. */
const secretValues = ({ variables, build, registryPassword, servicePasswords, visitorPassword, }) => [
    ...Object.values(variables),
    ...Object.values(build),
    ...Object.values(servicePasswords),
    ...(registryPassword === undefined ? [] : [registryPassword]),
    ...(visitorPassword === undefined ? [] : [visitorPassword]),
];

;// CONCATENATED MODULE: ./lib/commands/prepare.js















/** Reads secrets and commit; `name` is the command's, for the log. */
const prepare = async (name, target, invocation, { progress, mask, signal }) => {
    const { configuration, access } = target;
    const { project, primary } = configuration;
    const image = project.type.image(project.settings, primary.baseImage);
    const secrets = readSecrets(configuration, image, invocation.env, target.file);
    for (const secret of secretValues(secrets))
        mask(secret);
    progress.note(`${name}: ${configuration.name} of ${invocation.repository} to ${access.username}@${access.host}:${access.port}`);
    const { source, note } = await (0,way/* findSource */.TC)({
        ...invocation,
        repository: project.repository,
        ref: project.ref,
        fetchRef: configuration.preview && `refs/pull/${configuration.preview.number}/head`,
        ownRepository: invocation.repository,
        source: project.source,
        triggeredBy: invocation.env.GITHUB_SHA || undefined,
        isForeign: configuration.preview?.isFork ?? false,
        server: serverName(configuration),
        signal,
    });
    if (image.kind !== 'image')
        progress.note(note);
    progress.note(`Commit ${source.commit.slice(0, 12)}: ${source.subject}`);
    const dependencies = await inspectSource(source, image, progress);
    return { target, invocation, source, image, secrets, dependencies };
};
/** A server as a person knows it. */
const serverName = ({ hostname, port }) => port === 22 ? hostname : `${hostname}:${port}`;
/** Looks for what a project's image needs of the commit, and says what it found. */
const inspectSource = async (source, image, progress) => {
    if (image.kind !== 'image')
        await refuseLfs(source);
    if (image.kind === 'dockerfile')
        requireDockerfile(source, image.dockerfile);
    if (image.kind !== 'supervised')
        return { tool: undefined, files: [] };
    const { note, ...dependencies } = await readDependencies(source, image.requirements);
    progress.note(note);
    return dependencies;
};
/**
 * What the tag of a given image names now; undefined for other projects, or when nobody says. A server without Docker
 * cannot be asked yet.
 */
const imageDigest = async ({ image, secrets }, engine, { host }, { progress, signal }) => {
    if (image.kind !== 'image' || !host.hasDocker || host.isDockerHalfway)
        return undefined;
    const login = (0,release_image/* loginOf */.D)(image, secrets.registryPassword);
    const digest = await (0,server_images/* resolveDigest */.j)(engine, image.image, login, signal);
    if (digest === undefined)
        progress.note(`No news of ${image.image} from its registry: what is on the server counts`);
    return digest;
};
/** What the server should be, by what was prepared and what the server has; new passwords are made, and all are masked. */
const desiredState = ({ target: { configuration }, invocation, source, image, secrets, dependencies }, { host }, digest, mask) => {
    const credentials = (0,provision/* completeCredentials */.G6)(host, configuration.services.flatMap(({ name, type }) => (type.password === 'nothing' ? [] : [name])), secrets.servicePasswords);
    for (const password of Object.values(credentials.passwords))
        mask(password);
    const services = (0,stack_services/* serviceStacks */.F)(configuration, credentials.passwords, credentials.key);
    const release = releaseStack({
        configuration,
        services,
        secrets: secrets.variables,
        key: credentials.key,
        tree: source.tree,
        dependencies,
        digest,
    });
    // What knows it leads from one project to another: it stands in texts that a plan shows line by line.
    mask(release.socketFolder);
    const files = {
        static: image.staticLocation !== undefined,
        media: image.mediaLocation !== undefined,
        socketFolder: release.socketFolder,
    };
    const password = secrets.visitorPassword;
    const visitors = password === undefined ? undefined : visitorsFile(password, credentials.key);
    return {
        credentials,
        desired: {
            project: configuration.projectName,
            owner: {
                repository: invocation.repository,
                configuration: configuration.name,
                ...(configuration.production && { production: true }),
                ...(configuration.preview && { preview: previewFact(configuration.preview) }),
            },
            front: (0,front/* frontStack */.Qb)(host.hasIpv6),
            consul: configuration.discovery === 'consul' ? consulStack() : undefined,
            services,
            preview: configuration.preview,
            site: release.hasWeb ? (0,site/* siteStack */._)(configuration, host.hasIpv6, files, visitors) : undefined,
            entrance: release.hasWeb ? (0,entrance/* entranceStack */.jj)(configuration, files) : undefined,
            release,
        },
    };
};
/** What the server keeps of a preview. */
const previewFact = ({ number, branch, of, expiresSeconds, isFork }) => ({
    number,
    branch,
    of,
    ...(expiresSeconds !== undefined && { expiresSeconds }),
    ...(isFork && { isFork }),
});


/***/ }),

/***/ 1415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ removePreview)
/* harmony export */ });
/* harmony import */ var _plan_remains_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7778);
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7340);
/* harmony import */ var _server_scripts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6435);
/* harmony import */ var _announce_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2099);
/* harmony import */ var _removal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2321);
/* harmony import */ var _superseded_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9476);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5730);







/** Takes a preview down, with its data. It waits for whoever is at work on it. */
const removePreview = async (removal, invocation, observer) => {
    const { target, number, because, isEvent, whyStays } = removal;
    const { projectName } = target.configuration;
    if (invocation.dryRun)
        return wouldRemove(removal, observer);
    const news = (0,_announce_js__WEBPACK_IMPORTED_MODULE_5__/* .removalNews */ .g)('preview remove', target);
    observer.announce?.(news);
    await using server = await (0,_target_js__WEBPACK_IMPORTED_MODULE_4__/* .openTarget */ .Ap)(target, invocation, observer, invocation.lockSeconds);
    const { facts, session } = server;
    expectPreview(facts, target, invocation, session.where);
    const newer = isEvent ? (0,_superseded_js__WEBPACK_IMPORTED_MODULE_6__/* .newerRelease */ .tL)(invocation.run, facts.host) : undefined;
    if (newer)
        return (0,_superseded_js__WEBPACK_IMPORTED_MODULE_6__/* .superseded */ .zT)(newer, invocation);
    const stays = await whyStays?.(facts.host);
    if (stays !== undefined) {
        const { current, sequence } = facts.host;
        const result = {
            kind: 'done',
            sentence: `The preview of pull request ${number} stays on ${session.where}: ${stays}`,
            changed: false,
            release: current ?? sequence,
        };
        observer.told?.(news, result);
        return result;
    }
    const remains = (0,_plan_remains_js__WEBPACK_IMPORTED_MODULE_0__/* .remainsOf */ .ZT)(projectName, [], facts);
    const { run } = invocation;
    const lines = await (0,_removal_js__WEBPACK_IMPORTED_MODULE_3__/* .removeProject */ .o)(server, {
        configuration: target.configuration,
        remains,
        volumes: true,
        ...(isEvent && run && { first: [noteRemoval(run.id)] }),
        again: `run the job again, or \`preview remove ${number}\`: it goes on where this one stopped.`,
    }, invocation, observer);
    observer.stage('ended');
    const wasThere = remains.isThere || remains.hasData;
    const result = {
        kind: 'done',
        sentence: wasThere
            ? `Removed the preview of pull request ${number} from ${session.where}: ${because}`
            : `There is no preview of pull request ${number} on ${session.where}: nothing was removed`,
        lines: wasThere ? lines.filter((line) => line.startsWith('Removed: ') || line.includes('image')) : [],
        changed: wasThere,
    };
    observer.told?.(news, result);
    return result;
};
/** What a removal would do, without the lock. */
const wouldRemove = async ({ target, number, because }, observer) => {
    const { facts, where } = await (0,_target_js__WEBPACK_IMPORTED_MODULE_4__/* .readTarget */ ._E)(target, observer, async () => undefined);
    const remains = (0,_plan_remains_js__WEBPACK_IMPORTED_MODULE_0__/* .remainsOf */ .ZT)(target.configuration.projectName, [], facts);
    const isThere = remains.isThere || remains.hasData;
    return {
        kind: 'done',
        sentence: isThere
            ? `Would remove the preview of pull request ${number} from ${where}: ${because}; nothing was changed`
            : `There is no preview of pull request ${number} on ${where}`,
        lines: isThere ? (0,_plan_remains_js__WEBPACK_IMPORTED_MODULE_0__/* .goingLines */ .eK)(remains, true).map((line) => `Goes: ${line}`) : [],
        changed: false,
    };
};
/** Has an older run that waits for the lock find that nobody wants its preview any more. */
const noteRemoval = (run) => ({
    title: 'Note that the preview is taken down',
    reason: 'an older run may still wait to bring it up',
    run: async ({ session, progress, signal }) => {
        await (0,_server_scripts_js__WEBPACK_IMPORTED_MODULE_2__/* .runStepScript */ .V)(session, {
            scripts: ['gone'],
            title: 'Noting the removal',
            progress,
            signal,
            args: { RUN: String(run) },
        });
    },
});
/** Refuses a project that is somebody else's, or no preview. */
const expectPreview = ({ host: { owner } }, { configuration: { projectName } }, { repository }, where) => {
    if (!owner || (owner.repository === repository && owner.preview))
        return;
    throw new _report_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H({
        what: `The project ${projectName} on the server is no preview of this repository`,
        where,
        why: `It belongs to ${owner.repository}, configuration ${owner.configuration}; this is ${repository}.`,
        stands: 'Nothing on the server was changed.',
        next: 'If another project is meant, correct `project_name`.',
    });
};


/***/ }),

/***/ 4082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ removeAll),
/* harmony export */   m: () => (/* binding */ previewsHere)
/* harmony export */ });
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7340);
/* harmony import */ var _report_render_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5503);
/* harmony import */ var _server_previews_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4141);
/* harmony import */ var _preview_removal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1415);
/* harmony import */ var _preview_target_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5730);






/** Reads which previews the server has of a project. */
const previewsHere = async (base, { repository }, observer) => {
    await using connection = await (0,_target_js__WEBPACK_IMPORTED_MODULE_5__/* .connectTo */ .m6)(base, observer);
    const { projectName } = base.configuration;
    const { previews, now } = await (0,_server_previews_js__WEBPACK_IMPORTED_MODULE_2__/* .readPreviews */ .iI)(connection, projectName, observer.signal);
    return {
        previews: previews.filter((one) => one.of === projectName && one.repository === repository),
        now,
    };
};
/** Takes previews down, one after the other; one that cannot be removed does not stop the others. */
const removeAll = async (going, base, invocation, observer) => {
    const lines = [];
    const failures = [];
    let removed = 0;
    for (const { number, branch, because, isEvent, whyStays } of going) {
        observer.signal.throwIfAborted();
        try {
            const pull = { number, headBranch: branch, isFork: false };
            const target = await (0,_preview_target_js__WEBPACK_IMPORTED_MODULE_4__/* .previewTarget */ .sI)({ base, own: undefined }, pull, invocation);
            if (going.length === 1)
                observer.chosen?.(target.configuration);
            const done = await (0,_preview_removal_js__WEBPACK_IMPORTED_MODULE_3__/* .removePreview */ .p)({ target, number, because, isEvent, whyStays }, invocation, observer);
            lines.push(done.sentence);
            if (done.changed)
                removed++;
        }
        catch (error) {
            observer.signal.throwIfAborted();
            failures.push({ number, error });
            observer.progress.warn(`The preview of pull request ${number} was not removed: ${(0,_report_render_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .detailsOf */ .cz)(error).what}`);
        }
    }
    if (failures.length > 0)
        throw notAll(failures, lines);
    const { dryRun } = invocation;
    const sentence = dryRun
        ? `Would remove ${counted(going.length)}; nothing was changed`
        : `Removed ${counted(removed)}`;
    return { kind: 'done', changed: removed > 0, sentence, lines };
};
const counted = (count) => count === 0 ? 'no preview' : count === 1 ? '1 preview' : `${count} previews`;
const notAll = (failures, removed) => {
    const [first] = failures;
    const details = (0,_report_render_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .detailsOf */ .cz)(first?.error);
    return new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
        ...details,
        what: failures.length === 1
            ? `The preview of pull request ${first?.number} could not be removed: ${details.what}`
            : `${failures.length} previews could not be removed, those of pull requests ${failures.map(({ number }) => number).join(', ')}; the first: ${details.what}`,
        stands: removed.length > 0 ? removed.join('\n') : 'No other preview was to be removed.',
    }, { cause: first?.error });
};


/***/ }),

/***/ 5880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dw: () => (/* binding */ openPulls),
/* harmony export */   Rz: () => (/* binding */ unknownPulls),
/* harmony export */   _Z: () => (/* binding */ whyGone),
/* harmony export */   bX: () => (/* binding */ whyStays),
/* harmony export */   et: () => (/* binding */ goneWithBranch)
/* harmony export */ });
/* harmony import */ var _github_api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7671);
/* harmony import */ var _github_event_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9607);
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7340);
/* harmony import */ var _server_previews_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4141);




/**
 * Why a preview is to go, as a phrase; undefined when it stays. `now` is the server's, in seconds since 1970. A fork's loses
 * its label with each push, and its preview stays at the commit that was allowed.
 */
const whyGone = (preview, open, { label, skipLabel }, now) => {
    const pull = open.find(({ number }) => number === preview.number);
    if (!pull)
        return 'its pull request is no longer open';
    if (has(pull, skipLabel))
        return `its pull request has the label ${skipLabel}`;
    if (label !== undefined && !pull.isFork && !has(pull, label))
        return `its pull request no longer has the label ${label}`;
    return (0,_server_previews_js__WEBPACK_IMPORTED_MODULE_2__/* .isExpired */ ._d)(preview, now) ? 'its time is over' : undefined;
};
/** Labels that differ only in case are one label for GitHub. */
const has = ({ labels }, label) => labels.some((one) => one.toLowerCase() === label.toLowerCase());
/** Asks GitHub for the pull requests that are open, all pages of them; undefined when it does not say. */
const openPulls = async ({ apiUrl, token, repository }, { progress, signal }) => {
    if (token === '')
        return undefined;
    const api = (0,_github_api_js__WEBPACK_IMPORTED_MODULE_0__.openApi)({ apiUrl, token, repository, warn: progress.warn, signal });
    const wish = { what: 'ask which pull requests are open', permission: 'pull-requests: read' };
    return api.attempt(wish, async (octokit) => {
        const pulls = await octokit.paginate(octokit.rest.pulls.list, {
            ...api.repo,
            state: 'open',
            per_page: 100,
        });
        return pulls.map(({ number, labels, head, user }) => ({
            number,
            labels: labels.map(({ name }) => name),
            isFork: head.repo?.full_name.toLowerCase() !== repository.toLowerCase() || user?.login === _github_event_js__WEBPACK_IMPORTED_MODULE_3__/* .dependabot */ .FX,
        }));
    });
};
/**
 * Those of a branch's previews that go with it. A fork may have a branch of that name, too, and it is still there; where
 * GitHub does not say which pull requests are open, none of a fork's goes.
 */
const goneWithBranch = (previews, open) => previews.filter(({ number, isFork }) => open ? !open.some((pull) => pull.number === number && pull.isFork) : !isFork);
/**
 * Why a preview that was to go stays after all, as a phrase; asked under its lock. A run may have brought it up anew while the
 * lock was waited for. And a list of several pages lacks a pull request when another one is closed while it is read, so that
 * GitHub is asked for each one that is not in it.
 */
const whyStays = (preview, open, invocation, observer) => async ({ sequence }) => {
    if (sequence !== preview.begun)
        return 'a run has been at work on it in the meantime';
    if (open.some(({ number }) => number === preview.number))
        return undefined;
    const isOpen = await isPullOpen(preview.number, invocation, observer);
    if (isOpen === undefined)
        throw unknownPulls(invocation);
    return isOpen ? 'its pull request is open' : undefined;
};
/** Asks GitHub for a single pull request; undefined when it does not say. */
const isPullOpen = (number, { apiUrl, token, repository }, { progress, signal }) => {
    const api = (0,_github_api_js__WEBPACK_IMPORTED_MODULE_0__.openApi)({ apiUrl, token, repository, warn: progress.warn, signal });
    const wish = { what: `ask whether pull request ${number} is open`, permission: 'pull-requests: read' };
    return api.attempt(wish, async (octokit) => {
        try {
            const { data } = await octokit.rest.pulls.get({ ...api.repo, pull_number: number });
            return data.state === 'open';
        }
        catch (error) {
            // GitHub's own people can take one out.
            if (Object(error).status === 404)
                return false;
            throw error;
        }
    });
};
/** Nothing is removed on a guess. */
const unknownPulls = ({ token }) => new _report_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H({
    what: 'It is not known which pull requests are open',
    why: token === ''
        ? 'GitHub can only be asked with a token, and there is none.'
        : 'GitHub did not say it; what it answered stands in the log.',
    stands: 'No preview was removed.',
    next: token === ''
        ? 'Leave the input `token` as it is by default; in a terminal, set `GH_TOKEN`.'
        : 'The job needs `permissions: { pull-requests: read }`. Should GitHub have been out of order, the next run does it.',
});


/***/ }),

/***/ 60:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bJ: () => (/* binding */ baseTarget),
  sI: () => (/* binding */ previewTarget),
  PT: () => (/* binding */ previewsOf)
});

// EXTERNAL MODULE: external "node:dns/promises"
var promises_ = __webpack_require__(1553);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/configuration/preview-names.js


/** Characters of a label in DNS. */
const longestLabel = 63;
/** Characters of a branch that stand in a name. */
const longestSlug = 30;
/** The names of a preview's site: the patterns with their places filled, or one below sslip.io. */
const previewNames = (patterns, { pull, project, address }) => {
    if (patterns.length === 0)
        return [`${label(`pr-${pull.number}-${project}`)}.${sslipAddress(address)}.sslip.io`];
    const words = {
        number: String(pull.number),
        // Of forks, and with other base branches, several pull requests have branches of one name.
        branch: `${branchSlug(pull.headBranch)}-${pull.number}`,
        project,
    };
    return patterns.map((pattern) => pattern
        .replaceAll(/\{(number|branch|project)\}/g, (_, word) => words[word])
        .split('.')
        .map(label)
        .join('.'));
};
/**
 * A branch as a part of a name: lower-case letters, digits and hyphens. Where anything of it was lost, a hash of the
 * whole name stands behind it, so that `feature/a` and `feature-a` differ.
 */
const branchSlug = (branch) => {
    const slug = branch
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .slice(0, longestSlug)
        .replaceAll(/^-+|-+$/g, '');
    if (slug === branch)
        return slug;
    return [slug, hash(branch)].filter(Boolean).join('-');
};
/** A label as it is, or cut to what DNS takes, with a hash of the whole. */
const label = (text) => text.length <= longestLabel ? text : `${text.slice(0, longestLabel - 9).replace(/-+$/, '')}-${hash(text)}`;
const hash = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 8);
/** An address as a part of a name below sslip.io. */
const sslipAddress = (address) => (0,external_node_net_.isIPv6)(address)
    ? // A label may not begin or end with a hyphen: a shortened address gets its zeros back.
        new URL(`http://[${address}]`).hostname
            .slice(1, -1)
            .replace(/^::/, '0::')
            .replace(/::$/, '::0')
            .replaceAll(':', '-')
    : address.replaceAll('.', '-');

// EXTERNAL MODULE: ./lib/configuration/select.js
var configuration_select = __webpack_require__(2916);
;// CONCATENATED MODULE: ./lib/configuration/preview-configuration.js



/** Letters that a project's name may have. */
const longestName = 32;
/** Name of the project that a preview is; a longer one is cut, and its hash keeps it apart from others. */
const previewProjectName = (project, number) => {
    const suffix = `-pr-${number}`;
    if (project.length + suffix.length <= longestName)
        return `${project}${suffix}`;
    const hash = (0,external_node_crypto_.createHash)('sha256').update(project).digest('hex').slice(0, 6);
    const kept = project.slice(0, longestName - suffix.length - hash.length - 1).replace(/-+$/, '');
    return `${kept}-${hash}${suffix}`;
};
/**
 * The configuration of a preview. The base branch's file says where it is, what it is called, what of the server it may
 * touch, and all about previews; the rest is the pull request's own, unless that is a stranger's.
 */
const previewConfiguration = ({ base, own, pull, repository, address, }) => {
    const { previews } = base;
    if (!previews)
        throw new TypeError('The file has no previews');
    const ours = (0,configuration_select/* selectConfiguration */.f)(base, previews.configuration, { repository });
    const theirs = own === undefined || pull.isFork ? ours : (0,configuration_select/* selectConfiguration */.f)(own, previews.configuration, { repository });
    const projectName = previewProjectName(ours.projectName, pull.number);
    return {
        ...ours,
        discovery: theirs.discovery,
        projectName,
        environment: `${ours.environment}/pr-${pull.number}`,
        production: false,
        branches: [],
        // Nobody goes far back in a preview, and there may be many.
        keepReleases: 2,
        serverNames: previewNames(previews.serverNames, { pull, project: ours.projectName, address }),
        site: {
            ...theirs.site,
            redirectWww: 'none',
            headers: previews.noindex ? withoutIndex(theirs.site.headers) : theirs.site.headers,
        },
        primary: {
            ...theirs.primary,
            volumes: ours.primary.volumes,
            limits: lowest(theirs.primary.limits, previews.limits),
        },
        project: {
            ...theirs.project,
            repository: ours.project.repository,
            ref: ours.project.ref,
            source: ours.project.source,
            secrets: previews.secrets ?? (pull.isFork ? [] : theirs.project.secrets),
            settings: pull.isFork
                ? // A stranger's commit says what is installed in the build, and what is installed may read them.
                    withBuildSecrets(theirs.project.settings, {})
                : previews.secrets
                    ? withLogin(withBuildSecrets(theirs.project.settings, ours.project.settings), ours.project.settings)
                    : theirs.project.settings,
        },
        services: servicesOf(theirs.services, ours.services, previews),
        preview: {
            number: pull.number,
            branch: pull.headBranch,
            of: ours.projectName,
            expiresSeconds: previews.expiresSeconds,
            most: previews.most,
            seed: previews.seed,
            password: previews.password,
            noindex: previews.noindex,
            isFork: pull.isFork,
            besideProduction: previews.forks,
        },
    };
};
/** The services that a preview has. What of the server one may touch, and whose password it has, the base says. */
const servicesOf = (theirs, ours, { services, limits }) => theirs
    .filter(({ name }) => services === undefined || services.includes(name))
    .map((service) => ({
    ...service,
    common: {
        ...service.common,
        volumes: (ours.find(({ name }) => name === service.name)?.common.volumes ?? []).map(ownVolume),
        limits: lowest(service.common.limits, limits),
        // A port of the server is there once, and a given password is that of other data.
        publish: [],
        password: undefined,
    },
}));
/** A folder of the server that a service may write to holds the base's data: in its place, a volume of the preview's own. */
const ownVolume = (volume) => volume.source.startsWith('/') && !volume.readOnly
    ? { ...volume, source: `folder-${(0,external_node_crypto_.createHash)('sha256').update(volume.source).digest('hex').slice(0, 8)}` }
    : volume;
/** The settings of a project with the secrets of another one's build, where its type has such. */
const withBuildSecrets = (settings, others) => 'build_secrets' in settings ? { ...settings, build_secrets: others.build_secrets ?? [] } : settings;
/** The settings of a project with another one's login at the registry of its image, where both have the same registry. */
const withLogin = (settings, others) => 'registry' in settings
    ? {
        ...settings,
        registry: registryOf(settings.image) === registryOf(others.image) ? others.registry : undefined,
    }
    : settings;
/** The registry that an image stands at; undefined for the usual one, and for what is no image. */
const registryOf = (image) => typeof image === 'string' ? /^([^/]*[.:][^/]*|localhost)\//.exec(image)?.[1] : undefined;
/** The headers with a word to search engines, in place of one that the file has. */
const withoutIndex = (headers) => ({
    ...Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'x-robots-tag')),
    'X-Robots-Tag': 'noindex, nofollow',
});
/** The lower one of two limits each. */
const lowest = (one, other) => ({
    memoryBytes: lower(one.memoryBytes, other.memoryBytes),
    cpus: lower(one.cpus, other.cpus),
});
const lower = (one, other) => one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);

// EXTERNAL MODULE: ./lib/report/failure.js
var failure = __webpack_require__(7340);
// EXTERNAL MODULE: ./lib/commands/target.js + 1 modules
var target = __webpack_require__(5730);
;// CONCATENATED MODULE: ./lib/commands/preview-target.js





/** What the base branch's file says of previews; its absence is a mistake of whoever asks for one. */
const previewsOf = ({ file, previews }) => {
    if (previews)
        return previews;
    throw new failure/* Failure */.H({
        what: 'There are no previews',
        where: file,
        why: 'The deployment file has no `previews`.',
        next: 'docs/previews.md says how to have a preview for each pull request.',
    });
};
/** The configuration that a deployment file's previews are made from, with the way to its server. */
const baseTarget = (loaded, invocation) => (0,target/* targetFor */.x1)(loaded, previewsOf(loaded.deployment).configuration, invocation);
/** The preview of a pull request, with the way to its server; the server is not touched. */
const previewTarget = async ({ base, own }, pull, invocation) => {
    const target = await baseTarget(base, invocation);
    const { serverNames } = previewsOf(base.deployment);
    const address = serverNames.length > 0 ? '' : await addressOf(target.configuration.hostname);
    const configuration = previewConfiguration({
        base: base.deployment,
        own: own?.deployment,
        pull,
        repository: invocation.repository,
        address,
    });
    return { ...target, configuration };
};
/** The server's address as the Internet knows it, for a name that needs no DNS of its own. */
const addressOf = async (hostname) => {
    if ((0,external_node_net_.isIP)(hostname) !== 0)
        return hostname;
    try {
        const { address } = await (0,promises_.lookup)(hostname, { order: 'ipv4first' });
        return address;
    }
    catch (cause) {
        throw new failure/* Failure */.H({
            what: `The address of ${hostname} is not known`,
            why: `${cause instanceof Error ? cause.message : cause}. A preview without \`server_names\` has a name that is made from it.`,
            stands: 'Nothing on the server was changed.',
            next: 'Correct `hostname`, or give the previews `server_names` of their own.',
        }, { cause });
    }
};


/***/ }),

/***/ 4998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ eventTarget),
  Q: () => (/* binding */ previewFor)
});

// EXTERNAL MODULE: ./lib/configuration/nothing.js
var nothing = __webpack_require__(5847);
// EXTERNAL MODULE: ./lib/commands/deploy.js + 3 modules
var deploy = __webpack_require__(6522);
// EXTERNAL MODULE: ./lib/commands/plan.js
var plan = __webpack_require__(7667);
// EXTERNAL MODULE: ./lib/configuration/load.js + 10 modules
var load = __webpack_require__(5024);
// EXTERNAL MODULE: ./lib/commands/file-at.js
var file_at = __webpack_require__(230);
;// CONCATENATED MODULE: ./lib/commands/preview-files.js


/** Reads the pull request's own deployment file, at its head; a fork's has no say. */
const previewFiles = async (base, { headSha, headBranch, isFork }, invocation, { note }) => {
    if (isFork)
        return { base, own: undefined };
    const written = await (0,file_at/* readFileAt */._)(invocation, headSha);
    if (written)
        return { base, own: (0,load/* readDeployment */.i)(written.text, written.file) };
    note(`The branch ${headBranch} has no deployment file: the base branch’s counts`);
    return { base, own: undefined };
};

// EXTERNAL MODULE: ./lib/github/api.js
var github_api = __webpack_require__(7671);
;// CONCATENATED MODULE: ./lib/commands/preview-permission.js

/**
 * Why somebody may not have a stranger's code run on the server, as a phrase; undefined when they may write to the
 * repository. Who cannot be asked for may not.
 */
const whyNoWriter = async (login, { apiUrl, token, repository }, { progress, signal }) => {
    if (token === '')
        return `without a \`token\`, GitHub cannot be asked whether ${login} may write to the repository`;
    const api = (0,github_api.openApi)({ apiUrl, token, repository, warn: progress.warn, signal });
    const permission = await api.attempt({ what: `ask whether ${login} may write to the repository`, permission: 'contents: read' }, async (octokit) => {
        const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({
            ...api.repo,
            username: login,
        });
        return data.permission;
    });
    if (permission === undefined)
        return `GitHub does not say whether ${login} may write to the repository`;
    // Whoever maintains has the permission to write, too.
    return permission === 'admin' || permission === 'write'
        ? undefined
        : `${login}, who set the label, may not write to the repository`;
};

// EXTERNAL MODULE: ./lib/commands/preview-removal.js
var preview_removal = __webpack_require__(1415);
// EXTERNAL MODULE: ./lib/commands/preview-removals.js
var preview_removals = __webpack_require__(4082);
// EXTERNAL MODULE: ./lib/commands/preview-sync.js
var preview_sync = __webpack_require__(5880);
// EXTERNAL MODULE: ./lib/commands/preview-target.js + 2 modules
var preview_target = __webpack_require__(60);
;// CONCATENATED MODULE: ./lib/commands/preview-unlabel.js


/** Takes the label off a pull request of a fork that was pushed to: who set it has not seen these commits. */
const unlabel = async ({ event, label, because }, { apiUrl, token, repository, dryRun }, { progress, signal }) => {
    const { number } = event.pull;
    if (dryRun)
        return {
            kind: 'done',
            changed: false,
            sentence: `Would take the label ${label} off pull request ${number}: ${because}; nothing was changed`,
        };
    if (token === '')
        return (0,nothing/* nothing */.s)(`${because}; without a \`token\`, the label \`${label}\` cannot be taken off`);
    const api = (0,github_api.openApi)({ apiUrl, token, repository, warn: progress.warn, signal });
    const taken = await api.attempt({ what: `take the label ${label} off pull request ${number}`, permission: 'pull-requests: write' }, async (octokit) => {
        try {
            await octokit.rest.issues.removeLabel({ ...api.repo, issue_number: number, name: label });
        }
        catch (error) {
            // Somebody was faster.
            if (Object(error).status !== 404)
                throw error;
        }
        return true;
    });
    return taken
        ? {
            kind: 'done',
            changed: false,
            sentence: `The label ${label} is off pull request ${number}: ${because}. Whoever may write sets it again to have these commits deployed.`,
        }
        : (0,nothing/* nothing */.s)(because);
};

;// CONCATENATED MODULE: ./lib/commands/preview.js










/** Does what an event means for the preview of a pull request: brings it up, or takes it down. */
const previewFor = async (base, decision, invocation, observer) => {
    const { because } = decision;
    if (decision.kind === 'unlabel')
        return unlabel(decision, invocation, observer);
    if (decision.kind === 'remove-previews') {
        const { of } = decision;
        return 'number' in of
            ? removeByNumber(base, { ...of, headBranch: headBranchOf(invocation) }, because, invocation, observer)
            : removeByBranch(base, of.branch, because, invocation, observer);
    }
    const refusal = decision.needsWriter === undefined
        ? undefined
        : await whyNoWriter(decision.needsWriter, invocation, observer);
    if (refusal !== undefined) {
        observer.progress.note(`No preview: ${refusal}`);
        return (0,nothing/* nothing */.s)(refusal, 'Who may write to the repository sets the label again.');
    }
    return bringUp(base, decision, invocation, observer);
};
/** The preview that an event brings up, with the way to its server. */
const eventTarget = async (base, { event: { pull } }, invocation, observer) => {
    const files = await previewFiles(base, pull, invocation, observer.progress);
    const target = await (0,preview_target/* previewTarget */.sI)(files, pull, invocation);
    const { project } = target.configuration;
    const isOwn = project.repository === undefined ||
        project.repository.toLowerCase() === invocation.repository.toLowerCase();
    if (!isOwn)
        return target;
    // The commit at the head, and not the one that a merge would give: that is what people look at.
    return {
        ...target,
        configuration: { ...target.configuration, project: { ...project, ref: pull.headSha } },
    };
};
const bringUp = async (base, decision, invocation, observer) => {
    const { pull } = decision.event;
    observer.progress.note(`Preview of pull request ${pull.number}: ${decision.because}`);
    const target = await eventTarget(base, decision, invocation, observer);
    observer.chosen?.(target.configuration);
    const command = {
        kind: 'deploy',
        name: 'build all',
        scope: { services: true, site: true, release: true },
        isPlan: invocation.dryRun,
    };
    return invocation.dryRun
        ? { kind: 'planned', plan: await (0,plan/* plan */.e)(command, target, invocation, observer) }
        : (0,deploy/* deploy */.g)(command, target, invocation, observer);
};
const removeByNumber = async (base, { number, headBranch }, because, invocation, observer) => {
    const pull = { number, headBranch, isFork: false };
    const target = await (0,preview_target/* previewTarget */.sI)({ base, own: undefined }, pull, invocation);
    observer.chosen?.(target.configuration);
    return (0,preview_removal/* removePreview */.p)({ target, number, because, isEvent: true }, invocation, observer);
};
const removeByBranch = async (base, branch, because, invocation, observer) => {
    const { previews } = await (0,preview_removals/* previewsHere */.m)(await (0,preview_target/* baseTarget */.bJ)(base, invocation), invocation, observer);
    const named = previews.filter((preview) => preview.branch === branch);
    const open = named.length > 0 ? await (0,preview_sync/* openPulls */.Dw)(invocation, observer) : [];
    const going = (0,preview_sync/* goneWithBranch */.et)(named, open);
    if (going.length === 0) {
        const sentence = named.some(({ isFork }) => isFork && !open)
            ? `Nothing was removed: ${branch} is a fork’s branch, too, and GitHub does not say whether its pull request is open`
            : `There is no preview of the branch ${branch}: nothing was removed`;
        return { kind: 'done', changed: false, sentence };
    }
    return (0,preview_removals/* removeAll */.C)(going.map((preview) => ({ ...preview, because, isEvent: true })), base, invocation, observer);
};
/** Name of the pull request's branch; empty for an event of something else. */
const headBranchOf = ({ trigger: { happened } }) => happened?.kind === 'pull-request' ? happened.pull.headBranch : '';


/***/ }),

/***/ 2321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ removeProject)
});

// EXTERNAL MODULE: ./lib/plan/remains.js
var plan_remains = __webpack_require__(7778);
// EXTERNAL MODULE: ./lib/release/release.js
var release = __webpack_require__(3988);
// EXTERNAL MODULE: ./lib/report/failure.js
var failure = __webpack_require__(7340);
// EXTERNAL MODULE: ./lib/server/engine/client.js
var client = __webpack_require__(6747);
// EXTERNAL MODULE: ./lib/commands/prepare.js + 10 modules
var prepare = __webpack_require__(1881);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./lib/server/engine/facts.js + 1 modules
var facts = __webpack_require__(9391);
// EXTERNAL MODULE: ./lib/server/isolation.js
var isolation = __webpack_require__(9363);
// EXTERNAL MODULE: ./lib/server/preview-timer.js
var preview_timer = __webpack_require__(6515);
// EXTERNAL MODULE: ./lib/server/scripts.js
var server_scripts = __webpack_require__(6435);
// EXTERNAL MODULE: ./lib/site/nginx.js
var nginx = __webpack_require__(2335);
// EXTERNAL MODULE: ./lib/stack/front.js
var front = __webpack_require__(3156);
// EXTERNAL MODULE: ./lib/stack/removal-scripts.js
var removal_scripts = __webpack_require__(5445);
// EXTERNAL MODULE: ./lib/commands/server-keys.js
var server_keys = __webpack_require__(164);
;// CONCATENATED MODULE: ./lib/commands/removals.js









/** Milliseconds for containers to stop: requests and jobs under way get their time to end. */
const stopping = 1_800_000;
/**
 * The removal of a project in parts, one after the other. Each may be interrupted and done again, and what is left at
 * any point is seen by the next run: as a removal to be completed, or as a project to be built.
 */
const removals = ({ host, engine }, options) => {
    const args = { VOLUMES: options.volumes ? 'yes' : '', HELPER_IMAGE: front/* nginxImage */.yU };
    const script = (title, scripts, more = {}) => async ({ session, progress, signal }) => {
        await (0,server_scripts/* runStepScript */.V)(session, {
            scripts,
            title,
            progress,
            signal,
            deadlineMs: stopping,
            args: { ...args, ...more },
            onMark: (mark, rest) => mark === 'stays' && options.onStays(rest),
        });
    };
    const files = {
        title: options.volumes ? 'Remove data and files' : 'Remove files',
        reason: options.volumes ? '--volumes' : 'data stays',
        run: script('Removing files', removal_scripts/* removalScripts */.n.files, {
            KEEP: !options.volumes || options.keepsPasswords ? 'yes' : '',
            AUDIT: options.isThere ? options.audit : '',
        }),
    };
    if (!options.isThere)
        return [files];
    return [
        ...((0,facts/* nginxRuns */.zF)(engine)
            ? [
                {
                    title: 'Take the site out of nginx',
                    reason: 'visitors come first',
                    run: (context) => (0,nginx/* setUpSite */.p)(context, undefined),
                },
            ]
            : []),
        ...(host.hasDocker
            ? [
                {
                    title: 'Stop and remove the containers',
                    reason: 'requests and jobs under way come to their end',
                    run: script('Removing the containers', removal_scripts/* removalScripts */.n.containers),
                },
            ]
            : []),
        {
            title: 'Take the project out of Consul',
            reason: 'nobody asks for it any more',
            run: script('Taking the project out of Consul', removal_scripts/* removalScripts */.n.discovery),
        },
        {
            title: 'Remove releases and network',
            reason: 'nothing runs in them any more',
            run: script('Removing releases and network', removal_scripts/* removalScripts */.n.releases),
        },
        ...(host.hasDocker && host.firewall
            ? [{ title: 'Remove the network’s rules', reason: 'the network is gone', run: isolation/* keepApart */.I }]
            : []),
        ...(host.owner?.preview && host.previewTimer !== undefined
            ? [
                {
                    title: 'See whether any preview is left',
                    reason: 'the server looks each hour whether one’s time is over',
                    run: (context) => (0,preview_timer/* settleTimer */.L)(context, { expire: '', isGoing: true }),
                },
            ]
            : []),
        ...(host.repositories.length > 0
            ? [
                {
                    title: 'Give up the repository',
                    reason: 'nothing is fetched any more',
                    run: (context) => forget(context, options),
                },
            ]
            : []),
        files,
    ];
};
/** Removes the repositories that no other project of the server uses, with their keys. */
const forget = async ({ session, progress, signal }, { takeKeyAway }) => {
    const stdin = new external_node_stream_.PassThrough();
    let key = { publicKey: '', hasWorked: false };
    await (0,server_scripts/* runStepScript */.V)(session, {
        scripts: ['repository', 'forget'],
        title: 'Giving up the repository',
        progress,
        signal,
        stdin,
        onMark(mark, rest) {
            if (mark === 'key')
                key = (0,server_keys/* readKey */.YZ)(rest);
            if (mark === 'forget')
                void takeKeyAway(rest, key).then(() => stdin.write('gone\n'));
        },
    });
};

;// CONCATENATED MODULE: ./lib/commands/removal.js







/** Removes a project, part by part; gives what was removed and what stays, a line each. */
const removeProject = async ({ session, facts }, { configuration, remains, volumes, first = [], again }, invocation, { progress, signal, stage }) => {
    const left = [];
    const told = [];
    const keys = (0,server_keys/* serverKeys */.yl)(invocation, (0,prepare/* serverName */.L5)(configuration), signal);
    stage('working');
    const parts = removals(facts, {
        volumes,
        keepsPasswords: remains.keepsPasswords,
        isThere: remains.isThere || remains.hasData,
        audit: (0,release/* auditLine */.kk)({ session, configuration, actor: invocation.actor, runUrl: invocation.runUrl }, undefined, 'destroyed'),
        onStays: (what) => left.push(what),
        takeKeyAway: async (folder, key) => void told.push(await (0,server_keys/* takeKeyAway */.l1)(keys, folder, key, invocation.serverUrl)),
    });
    for (const { title, reason, run } of [...first, ...parts]) {
        const step = progress.begin(title, reason);
        try {
            await run({ session, progress: step, signal: AbortSignal.any([signal, session.lost]) });
            step.end('done');
        }
        catch (error) {
            step.end(signal.aborted ? 'cancelled' : 'failed');
            // What is left is no release half-made: another removal clears it, and not the next stage.
            stage('ended');
            throw halfGone(error, title, session.where, again);
        }
    }
    return [
        ...(0,plan_remains/* goingLines */.eK)(remains, volumes).map((line) => `Removed: ${line}`),
        ...told,
        ...left.map((what) => `Stays: the image ${what}, as somebody else’s container uses it`),
        ...(0,plan_remains/* stayingLines */.rS)(remains, volumes).map((line) => `Stays: ${line}`),
    ];
};
const halfGone = (error, title, where, again) => {
    const stands = 'What was removed before is gone; everything else is as it was.';
    if (error instanceof client/* EngineError */.N || error instanceof failure/* Failure */.H) {
        const details = error instanceof failure/* Failure */.H ? error.details : { what: `${title} failed`, why: error.message };
        const next = `See to the cause, and ${again}`;
        return new failure/* Failure */.H({ ...details, where: details.where ?? where, stands, next }, { cause: error });
    }
    return error;
};


/***/ }),

/***/ 164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YZ: () => (/* binding */ readKey),
/* harmony export */   l1: () => (/* binding */ takeKeyAway),
/* harmony export */   yl: () => (/* binding */ serverKeys)
/* harmony export */ });
/* harmony import */ var _github_ask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4018);
/* harmony import */ var _github_deploy_keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6745);
/* harmony import */ var _github_fetching_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5767);
/* harmony import */ var _source_way_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1019);




/** Deploy keys at GitHub as a run may change them; undefined without a token for that. */
const serverKeys = ({ apiUrl, deployKeyToken }, server, signal) => deployKeyToken === ''
    ? undefined
    : (0,_github_deploy_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .openDeployKeys */ ._)((0,_github_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .openAsk */ .i)({ apiUrl, tokens: [deployKeyToken], signal }), (0,_source_way_js__WEBPACK_IMPORTED_MODULE_3__/* .keyTitle */ .Gv)(server));
/**
 * Takes a server's key away from its repository at GitHub; gives what is told of it. A removal goes on without: the
 * private half is gone from the server, so that the key opens nothing any more.
 */
const takeKeyAway = async (keys, folder, { publicKey, hasWorked }, serverUrl) => {
    const repository = (0,_github_fetching_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(folder);
    const page = `${serverUrl}/${repository}/settings/keys`;
    // A key that never opened the repository is there only if somebody has added it, and that is not known here.
    const stays = (why) => hasWorked
        ? `Stays: the deploy key at ${page}, as ${why}; nobody has its private half any more`
        : `Not asked for at GitHub, as ${why}: the server’s deploy key for ${repository}, which was never used. If somebody has added it, it is at ${page}`;
    if (!keys)
        return stays('there is no `deploy-key-token`');
    try {
        return (await keys.remove(repository, publicKey))
            ? `Removed: the deploy key of ${repository}`
            : `Not at GitHub: the deploy key that the server had for ${repository}`;
    }
    catch (error) {
        return stays((0,_github_deploy_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .whyNot */ .O)(repository, error));
    }
};
/** Reads a key that the server shows (`tell_key` in `repository.sh`): the repository's folder, `new` or `worked`, the key. */
const readKey = (rest) => {
    const [, state, ...words] = rest.split(' ');
    return { publicKey: words.join(' '), hasWorked: state === 'worked' };
};


/***/ }),

/***/ 9476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G6: () => (/* binding */ supersededByRemoval),
/* harmony export */   UC: () => (/* binding */ newerRemoval),
/* harmony export */   tL: () => (/* binding */ newerRelease),
/* harmony export */   zT: () => (/* binding */ superseded)
/* harmony export */ });
/**
 * The release that is live, when a newer run of a workflow has made it, or found it as it should be: what an older one
 * brings, it has overtaken. A run that somebody runs again is meant as it is, and so is one from a terminal.
 */
const newerRelease = (run, { current, releases }) => {
    if (!run || run.attempt > 1)
        return undefined;
    return releases.find(({ number, record }) => number === current && (record?.run ?? 0) > run.id);
};
/** What comes of a run that a newer one has overtaken: the newer one's release stays. */
const superseded = ({ number, record }, { serverUrl, repository }) => ({
    kind: 'done',
    sentence: `Superseded: release ${number}, commit ${record?.commit.slice(0, 12)}, was made by a newer run, or is what it was to bring: ${serverUrl}/${repository}/actions/runs/${record?.run}. It stays live, and this run has changed nothing; run again, it deploys its own commit.`,
    changed: false,
    release: number,
});
/**
 * The run that took a preview down, when it is newer than this one: what an older one brings, nobody wants any more. One
 * that somebody runs again is meant as it is.
 */
const newerRemoval = (run, { gone }) => (run && run.attempt === 1 && gone !== undefined && gone > run.id ? gone : undefined);
/** What comes of a run whose preview a newer one has taken down: it stays down. */
const supersededByRemoval = (removal, { serverUrl, repository }) => ({
    kind: 'done',
    sentence: `Superseded: a newer run, ${serverUrl}/${repository}/actions/runs/${removal}, has taken the preview down. It stays down, and this run has changed nothing; run again, it brings it up.`,
    changed: false,
});


/***/ }),

/***/ 5730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m6: () => (/* binding */ connectTo),
  Q6: () => (/* binding */ openDeployment),
  Ap: () => (/* binding */ openTarget),
  _E: () => (/* binding */ readTarget),
  x1: () => (/* binding */ targetFor)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/configuration/find.js
var find = __webpack_require__(3067);
// EXTERNAL MODULE: ./lib/configuration/load.js + 10 modules
var load = __webpack_require__(5024);
// EXTERNAL MODULE: ./lib/configuration/locate.js
var locate = __webpack_require__(3482);
// EXTERNAL MODULE: ./lib/configuration/select.js
var configuration_select = __webpack_require__(2916);
// EXTERNAL MODULE: ./lib/report/failure.js
var failure = __webpack_require__(7340);
// EXTERNAL MODULE: ./lib/server/connection/connection.js + 7 modules
var connection_connection = __webpack_require__(2287);
// EXTERNAL MODULE: ./lib/server/connection/private-key.js + 1 modules
var private_key = __webpack_require__(6786);
// EXTERNAL MODULE: ./lib/server/engine/facts.js + 1 modules
var engine_facts = __webpack_require__(9391);
// EXTERNAL MODULE: ./lib/server/facts.js
var server_facts = __webpack_require__(4968);
// EXTERNAL MODULE: ./lib/server/operations.js
var operations = __webpack_require__(8493);
// EXTERNAL MODULE: ./lib/server/engine/open.js
var engine_open = __webpack_require__(5268);
// EXTERNAL MODULE: ./lib/server/lock.js
var lock = __webpack_require__(4120);
// EXTERNAL MODULE: ./lib/server/look.js
var look = __webpack_require__(6524);
// EXTERNAL MODULE: ./lib/server/parse-facts.js
var parse_facts = __webpack_require__(8338);
// EXTERNAL MODULE: ./lib/server/read-to-end.js
var read_to_end = __webpack_require__(245);
// EXTERNAL MODULE: ./lib/server/session.js + 4 modules
var server_session = __webpack_require__(5787);
// EXTERNAL MODULE: ./lib/server/word-lines.js
var word_lines = __webpack_require__(3353);
;// CONCATENATED MODULE: ./lib/server/reading.js







/** Reads the facts without taking the lock; a login that could not take it is refused alike. */
const openReading = async (connection, project, signal) => {
    // Its streams open while the facts are being read.
    const engine = (0,engine_open/* openEngine */.F)(connection, server_session/* asRoot */.t);
    try {
        const channel = await (0,look/* startReading */.B)(connection, project, ['disk', 'facts'], {}, signal);
        const { output, errors, code } = await (0,read_to_end/* readToEnd */.f)(channel);
        const { first } = (0,word_lines/* wordLines */.k)(output);
        if (code !== 0)
            throw (0,lock/* refusal */.x)(connection, code, first('denied'), errors);
        return {
            where: connection.where,
            facts: (0,parse_facts/* parseFacts */.h)(output),
            engine,
            holder: (0,word_lines/* holderName */.i)(first('held')),
            [Symbol.dispose]: () => engine.close(),
        };
    }
    catch (error) {
        engine.close();
        throw error;
    }
};

// EXTERNAL MODULE: ./lib/stack/front.js
var front = __webpack_require__(3156);
// EXTERNAL MODULE: ./lib/status/words.js
var words = __webpack_require__(631);
// EXTERNAL MODULE: ./lib/commands/file-at.js
var file_at = __webpack_require__(230);
;// CONCATENATED MODULE: ./lib/commands/target.js

















/** Reads the deployment file that an invocation is about: of the checkout, or else of the commit that it is for. */
const openDeployment = async (invocation) => {
    const { text, file } = (await withoutCheckout(invocation)) ??
        (await (0,find/* readDeploymentFile */._2)(invocation.workspace, invocation.configFile));
    return (0,load/* readDeployment */.i)(text, file);
};
/** The file as GitHub has it, for a job that has checked nothing out; undefined for any other. */
const withoutCheckout = async (invocation) => {
    const { workspace, configFile, env, token, deployKeyToken } = invocation;
    const commit = env.GITHUB_SHA;
    if (!commit || (token === '' && deployKeyToken === ''))
        return undefined;
    const paths = ['.git', ...(configFile === undefined ? find/* usualFiles */.yU : [configFile])];
    const there = await Promise.all(paths.map((path) => (0,promises_.lstat)((0,external_node_path_.join)(workspace, path)).catch(() => undefined)));
    if (there.some(Boolean))
        return undefined;
    return (0,file_at/* readFileAt */._)({ ...invocation, token: token || deployKeyToken }, commit).catch((error) => {
        // What is told then is that nothing is there.
        if (error instanceof failure/* Failure */.H)
            return undefined;
        throw error;
    });
};
/** The target of that name, with the way to it; the server is not touched. */
const targetFor = async (loaded, name, invocation) => {
    const { deployment } = loaded;
    const configuration = (0,configuration_select/* selectConfiguration */.f)(deployment, name, invocation);
    const access = await (invocation.reach?.(writtenAddress(loaded, configuration)) ??
        byInputs(configuration, invocation));
    return { configuration, file: deployment.file, access };
};
/** The server's address as far as the file says it; where it does not, a terminal's own settings may. */
const writtenAddress = ({ source }, configuration) => {
    const { hostname, port, username, name } = configuration;
    const isWritten = (key) => (0,locate/* locate */.x)(source, ['configurations', name, key]).present;
    return {
        hostname,
        port: isWritten('port') ? port : undefined,
        username: isWritten('username') ? username : undefined,
    };
};
/** The way that the action's inputs and the file's defaults say. */
const byInputs = async ({ hostname, port, username }, { privateKey, passphrase, pins }) => ({
    host: hostname,
    port,
    username,
    login: await (0,private_key/* readPrivateKey */.$)(privateKey, passphrase),
    hostKeys: pins,
});
/** Connects to a target's server, takes the project's lock there and reads the facts. */
const openTarget = async (target, invocation, watch, waitSeconds) => {
    const { configuration } = target;
    const { progress, signal } = watch;
    await using opening = new AsyncDisposableStack();
    const connection = opening.use(await connectTo(target, watch));
    const session = opening.use(await (0,server_session/* openSession */.f)(connection, {
        project: configuration.projectName,
        holder: invocation.runUrl || invocation.actor,
        waitSeconds,
        helperImage: front/* nginxImage */.yU,
        onWaiting: (holder, seconds, isFirst) => progress.note(isFirst
            ? `Waiting for the lock of ${configuration.projectName}, held by ${holder}`
            : `Still waiting for the lock of ${configuration.projectName}, held by ${holder} for ${(0,words/* span */.Ln)(seconds)}`),
        signal,
    }));
    const facts = { host: session.facts, engine: await engineFacts(session) };
    const opened = opening.move();
    return { session, facts, [Symbol.asyncDispose]: () => opened.disposeAsync() };
};
/** Connects to a target's server, reads the facts and leaves it as it is. */
const readTarget = async (target, watch, digestOf) => {
    await using connection = await connectTo(target, watch);
    using reading = await openReading(connection, target.configuration.projectName, watch.signal);
    const { where, holder } = reading;
    const facts = { host: reading.facts, engine: await engineFacts(reading) };
    return { where, holder, facts, digest: await digestOf(reading.engine, facts) };
};
/** Connects to a target's server. */
const connectTo = async ({ access }, { progress, signal }) => {
    const connection = await (0,operations/* operation */.MQ)('connect', access.host, () => (0,connection_connection/* connect */.N)(access, signal));
    if (connection.hostKey.notice)
        progress.note(connection.hostKey.notice);
    return connection;
};
/** What the engine knows, where there is one; a half-installed one need not answer. */
const engineFacts = async ({ engine, facts, where, }) => {
    if (!facts.hasDocker)
        return engine_facts/* noEngine */.qq;
    try {
        return await (0,engine_facts/* readEngineFacts */._R)(engine, facts.disk.freeKiB < server_facts/* wantedDiskKiB */.L);
    }
    catch (cause) {
        if (facts.isDockerHalfway)
            return engine_facts/* noEngine */.qq;
        throw new failure/* Failure */.H({
            what: 'The Docker engine on the server does not answer',
            where,
            why: cause instanceof Error ? cause.message : String(cause),
            stands: 'Nothing on the server was changed.',
            next: 'On the server, `systemctl status docker` tells how it is, and `systemctl start docker` starts it.',
        }, { cause });
    }
};


/***/ }),

/***/ 6176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tidy: () => (/* binding */ tidy),
/* harmony export */   v: () => (/* binding */ tidyFirst)
/* harmony export */ });
/* harmony import */ var _configuration_choose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2951);
/* harmony import */ var _plan_release_steps_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1772);
/* harmony import */ var _release_switch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3785);
/* harmony import */ var _base_deployment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5053);
/* harmony import */ var _preview_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4998);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5730);






/** Seconds to wait for another run, which would clear the same things itself. */
const patience = 25;
/** Clears what an interrupted run of the same invocation left on the server; says in a sentence what that was. */
const tidy = async (invocation, observer) => {
    const target = await interruptedTarget(invocation, observer);
    if (!target)
        return 'The interrupted run left nothing that is to be tidied up';
    await using server = await (0,_target_js__WEBPACK_IMPORTED_MODULE_5__/* .openTarget */ .Ap)(target, invocation, observer, patience);
    const reason = await tidyFirst(server, target, invocation, observer, false);
    const { where } = server.session;
    return reason === undefined
        ? `The interrupted run left nothing on ${where} that is to be tidied up`
        : `Tidied up on ${where} after the interrupted run: ${reason}`;
};
/**
 * Clears what an interrupted run left, as a step of its own; gives the reason, or undefined when it left nothing. `isMended`
 * says whether the command goes on to mend the live release.
 */
const tidyFirst = async ({ session, facts }, { configuration }, { actor, runUrl }, { progress }, isMended) => {
    const [step] = (0,_plan_release_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .tidySteps */ ._S)(configuration.projectName, facts, isMended);
    if (!step)
        return undefined;
    const own = progress.begin(step.title, step.reason);
    try {
        await (0,_release_switch_js__WEBPACK_IMPORTED_MODULE_2__/* .tidyUp */ .gN)({ session, configuration, actor, runUrl, progress: own }, step.action);
        own.end('done');
    }
    catch (error) {
        own.end('failed');
        throw error;
    }
    return step.reason;
};
/** What an interrupted run was about; undefined for one that makes no release. A removal is completed by another one. */
const interruptedTarget = async (invocation, observer) => {
    const { loaded } = await (0,_base_deployment_js__WEBPACK_IMPORTED_MODULE_3__/* .decidingDeployment */ .f)(invocation);
    const decision = (0,_configuration_choose_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseConfiguration */ .sE)(loaded.deployment, invocation);
    switch (decision.kind) {
        case 'deploy':
            return (0,_target_js__WEBPACK_IMPORTED_MODULE_5__/* .targetFor */ .x1)(loaded, decision.name, invocation);
        case 'preview':
            return (0,_preview_js__WEBPACK_IMPORTED_MODULE_4__/* .eventTarget */ .M)(loaded, decision, invocation, observer);
        default:
            return undefined;
    }
};


/***/ }),

/***/ 3782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ isEntryOf),
/* harmony export */   p: () => (/* binding */ listEntry)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2311);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8532);

/**
 * The schema of a list entry, for the entries of a part of the catalogue. `- redis` and `- redis:` take every
 * default, `- redis: { version: 8 }` gives settings: those of the type's own, and the `common` keys. `entryOf` makes
 * the output from both, apart. `lacks` names the optional common keys that make no sense for a type, which refuses them.
 */
function listEntry(types, common, entryOf, lacks = () => []) {
    const names = types.map(({ type }) => type);
    const choice = names.map((name) => `\`${name}\``).join(' or ');
    const long = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej(Object.fromEntries(types.map((type) => [type.type, settings(withCommon(type, common, lacks(type))).optional()])))
        .refine((entry) => Object.keys(entry).length === 1, {
        error: `must name one type: ${choice}`,
        when: ({ issues }) => issues.length === 0,
    })
        .meta({ minProperties: 1, maxProperties: 1 });
    const short = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(names)
        .transform((name) => ({ [name]: null }))
        .pipe(long);
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([short, long], `must be ${choice}, alone or with settings`).transform((entry) => {
        const type = types.find((candidate) => Object.hasOwn(entry, candidate.type));
        // An entry of an unknown type alone arrives here too, empty: it has been refused.
        if (!type)
            return zod__WEBPACK_IMPORTED_MODULE_1__/* .NEVER */ .tm;
        const all = Object.entries(entry[type.type]);
        const own = Object.fromEntries(all.filter(([key]) => key in type.schema.shape));
        return entryOf(type, own, Object.fromEntries(all));
    });
}
/** A type's own keys and checks, and the common keys. */
function withCommon({ type, schema, required = {} }, common, lacks) {
    const twice = Object.keys(common).filter((key) => key in schema.shape);
    if (twice.length > 0)
        throw new TypeError(`The type ${type} has keys that every entry has: ${twice.join(', ')}`);
    const fields = Object.entries(common)
        .filter(([key]) => !lacks.includes(key))
        .map(([key, field]) => {
        const description = required[key];
        return [
            key,
            description !== undefined && field instanceof zod__WEBPACK_IMPORTED_MODULE_0__/* .ZodOptional */ .IiU ? needed(field, description) : field,
        ];
    });
    return schema.safeExtend(Object.fromEntries(fields)).describe(schema.description ?? '');
}
/** An optional field that must be there after all. */
const needed = (field, description) => {
    const inner = field.unwrap();
    return inner.meta({ ...field.meta(), description });
};
/** Settings that may be left empty, where every one has a default. */
const settings = (schema) => zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
    schema,
    zod__WEBPACK_IMPORTED_MODULE_0__/* ["null"] */ .chJ()
        .transform(() => ({}))
        .pipe(schema),
]);
/** Tells a valid entry from whatever else may stand in a list that is not valid as a whole. */
const isEntryOf = (types, item) => types.some((type) => type === item?.type);


/***/ }),

/***/ 3067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _2: () => (/* binding */ readDeploymentFile),
/* harmony export */   yU: () => (/* binding */ usualFiles)
/* harmony export */ });
/* unused harmony export smallestDeployment */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7340);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1425);




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
/** Where a deployment file is looked for when nobody says where it is. */
const usualFiles = [
    'deployment.yml',
    'deployment.yaml',
    '.github/deployment.yml',
    '.github/deployment.yaml',
];
/**
 * Reads the deployment file of a workspace; `configFile` is its path there, and cannot lead out of it. Without one,
 * the usual places are looked at, of which only one may have a file.
 */
async function readDeploymentFile(workspace, configFile) {
    if (configFile !== undefined)
        return readFileAt(workspace, configFile);
    const found = await Promise.all(usualFiles.map((file) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, file)).then(() => [file], () => [])));
    const [first, second] = found.flat();
    if (first === undefined)
        throw nowhere(workspace);
    if (second !== undefined)
        throw several(first, second);
    return readFileAt(workspace, first);
}
async function readFileAt(workspace, configFile) {
    const shown = (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(configFile);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, configFile);
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace, path).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
    if (configFile.includes('\0') || !isInside(workspace, path))
        throw outside(shown);
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path).catch((error) => {
        throw error.code === 'ENOENT' || error.code === 'ENOTDIR'
            ? missing(shown, path)
            : unreadable(shown, error);
    });
    if (!isInside(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(workspace), real))
        throw outside(shown);
    const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(real).catch((error) => {
        throw unreadable(shown, error);
    });
    try {
        return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), file };
    }
    catch (error) {
        const where = `${shown}:${placeOf(bytes)}`;
        throw new _report_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H({
            what: `The deployment file ${shown} cannot be read`,
            where,
            why: 'It is not UTF-8 text',
            next: `Save ${shown} as UTF-8, commit it and run again.`,
        }, { cause: error });
    }
}
/** Line and column of the first byte that no text in UTF-8 has there. */
function placeOf(bytes) {
    const read = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const again = Buffer.from(read);
    const wrong = again.findIndex((byte, index) => byte !== bytes[index]);
    const lines = again.subarray(0, Math.max(wrong, 0)).toString().split('\n');
    return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}
function isInside(folder, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return way !== '' && way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way);
}
const outside = (shown) => new _report_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H({
    what: `The deployment file ${shown} is not inside the workspace`,
    where: 'input config-file',
    why: 'Its path, or a symbolic link on it, leads to another place.',
    next: 'Give a path inside the repository, such as deployment.yml.',
});
const several = (first, second) => new _report_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H({
    what: `There are two deployment files, ${first} and ${second}`,
    where: 'input config-file',
    why: 'Nothing says which of them counts.',
    next: `Remove one of them, or set the input \`config-file\` to ${first} or ${second}.`,
});
/** Why a file may be missing that is in the repository. */
const checkout = 'perhaps the job has no step `uses: actions/checkout@v6` before this one.';
const nowhere = (workspace) => new _report_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H({
    what: 'There is no deployment file',
    where: workspace,
    why: `The workspace has none of ${usualFiles.join(', ')}; ${checkout}`,
    next: `Name another file by the input \`config-file\`, or commit this as deployment.yml, the smallest that works:\n${smallestDeployment}`,
});
const missing = (shown, path) => new _report_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H({
    what: `There is no deployment file ${shown}`,
    where: path,
    why: `Nothing stands there in the workspace; ${checkout}`,
    next: `Name another file by the input config-file, or commit this one, the smallest that works:\n${smallestDeployment}`,
});
const unreadable = (shown, cause) => new _report_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H({ what: `The deployment file ${shown} cannot be read`, where: shown, why: cause.message }, { cause });


/***/ }),

/***/ 3620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ flatten),
/* harmony export */   F: () => (/* binding */ isMerge)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7848);


/**
 * A tree with every alias replaced by what it stands for and every merge key carried out; the nodes keep
 * their places in the text. What several aliases share stays one node. No alias may stand inside of what it repeats.
 */
function flatten(tree, aliases) {
    const done = new Map();
    const flat = (tree) => {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(tree))
            return flat(aliases.get(tree) ?? null);
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(tree) && !(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(tree))
            return tree;
        const known = done.get(tree);
        if (known)
            return known;
        const made = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(tree)
            ? (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .mapAt */ .SC)(tree, pairsOf(tree))
            : (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(tree, tree.items.map((item) => flat(item)));
        done.set(tree, made);
        return made;
    };
    /** A mapping's own pairs, of several with one key the last, then those that are merged in, the first of each key. */
    const pairsOf = (map) => {
        const pairs = new Map();
        const own = map.items.filter((pair) => !isMerge(pair));
        for (const pair of own)
            pairs.set(keyOf(pair), (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .withValue */ .cO)(pair, flat(pair.value)));
        for (const { value } of map.items.filter(isMerge)) {
            const source = flat(value);
            const parts = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(source) ? source.items : [source];
            for (const pair of parts.flatMap((part) => ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(part) ? part.items : [])))
                if (!pairs.has(keyOf(pair)))
                    pairs.set(keyOf(pair), pair);
        }
        return [...pairs.values()];
    };
    return flat(tree);
}
/** Whether a pair is a merge key with what is to be merged. */
const isMerge = ({ key }) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) && (key.value === '<<' || typeof key.value === 'symbol');
const keyOf = ({ key }) => ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? key.value : key);


/***/ }),

/***/ 4872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ deploymentJsonSchema)
/* harmony export */ });
/* unused harmony export editorJsonSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8439);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9396);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6503);


/** The JSON Schema of the deployment file: what may be written, in the draft that editors know best. */
const deploymentJsonSchema = () => {
    const { $schema, ...schema } = zod__WEBPACK_IMPORTED_MODULE_1__/* .toJSONSchema */ .bl(_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .deploymentSchema */ .f, {
        io: 'input',
        target: 'draft-7',
        override({ zodSchema, jsonSchema }) {
            const { def } = zodSchema._zod;
            // zod leaves defaults and examples out when the value is transformed behind them; ours are what one would write.
            if (def.type === 'default')
                jsonSchema.default ??= def.defaultValue;
            const { examples } = zod__WEBPACK_IMPORTED_MODULE_2__/* .globalRegistry */ .fd.get(zodSchema) ?? {};
            if (Array.isArray(examples))
                jsonSchema.examples ??= examples;
        },
    });
    return { $schema, title: 'deployment.yml of jetee/deploy', ...schema };
};
/** The JSON Schema for editors: a configuration that extends another may leave out and empty what it has from that. */
const editorJsonSchema = () => {
    const schema = deploymentJsonSchema();
    const { configurations } = schema.properties ?? {};
    const configuration = configurations?.additionalProperties;
    if (typeof configuration !== 'object')
        throw new TypeError('The schema has no mapping of configurations');
    const either = {
        if: { required: ['extends'] },
        // biome-ignore lint/suspicious/noThenProperty: the word is JSON Schema's
        then: loose(configuration),
        else: configuration,
    };
    return {
        ...schema,
        properties: { ...schema.properties, configurations: { ...configurations, additionalProperties: either } },
    };
};
/** A schema in which nothing must be there, and every key may be empty. */
const loose = ({ required: _, properties, items, anyOf, oneOf, ...rest }) => ({
    ...rest,
    ...(properties && {
        properties: Object.fromEntries(Object.entries(properties).map(([key, value]) => [
            key,
            value.const === undefined ? { anyOf: [loose(value), { type: 'null' }] } : value,
        ])),
    }),
    ...(items && { items: loose(items) }),
    ...(anyOf && { anyOf: anyOf.map(loose) }),
    ...(oneOf && { anyOf: oneOf.map(loose) }),
});


/***/ }),

/***/ 5024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ readDeployment)
});

// UNUSED EXPORTS: loadDeployment

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/configuration/chains.js
/** Follows what each configuration says that it extends, to the end; `wished` has no entry for those that say nothing. */
function chainsOf(names, wished) {
    const parents = new Map();
    const orphans = new Map();
    const circles = [];
    const broken = new Set();
    const known = new Set(names);
    const met = new Set();
    const order = [];
    for (const first of names) {
        const path = [];
        let name = first;
        while (name !== undefined && known.has(name) && !met.has(name)) {
            met.add(name);
            path.push(name);
            name = wished.get(name);
        }
        const start = name === undefined ? -1 : path.indexOf(name);
        const circle = start < 0 ? [] : path.slice(start);
        if (circle.length > 0)
            circles.push(circle);
        for (const member of circle)
            broken.add(member);
        for (const member of path.toReversed()) {
            order.push(member);
            const parent = wished.get(member);
            if (parent === undefined || circle.includes(member))
                continue;
            if (!known.has(parent))
                orphans.set(member, parent);
            else
                parents.set(member, parent);
            if (!known.has(parent) || broken.has(parent))
                broken.add(member);
        }
    }
    return { parents, order, orphans, circles, broken };
}
/** The configurations that one extends, the nearest first. */
function ancestorsOf(name, parents) {
    const ancestors = [];
    for (let parent = parents.get(name); parent !== undefined; parent = parents.get(parent))
        ancestors.push(parent);
    return ancestors;
}

// EXTERNAL MODULE: ./lib/configuration/flatten.js
var flatten = __webpack_require__(3620);
// EXTERNAL MODULE: ./lib/catalog/index.js + 28 modules
var catalog = __webpack_require__(7435);
// EXTERNAL MODULE: ./lib/configuration/project.js + 1 modules
var configuration_project = __webpack_require__(2698);
// EXTERNAL MODULE: ./lib/configuration/tree.js
var configuration_tree = __webpack_require__(7848);
;// CONCATENATED MODULE: ./lib/configuration/merge.js




/** The keys of a configuration that those which extend it do not take over: each is about that one alone. */
const ownKeys = ['branches', 'extends'];
/** Where the lists stand whose entries are merged by name, and the value that has types of its own. */
const merged = {
    processes: 'primary_service.project.processes',
    services: 'secondary_services',
    project: 'primary_service.project',
};
/** A configuration on top of the one that it extends, which is merged already. */
const mergeConfiguration = (parent, child) => mergeMaps(withoutOwn(parent), withoutExtends(child), []);
const withoutOwn = (map) => (0,configuration_tree/* mapAt */.SC)(map, map.items.filter((pair) => !ownKeys.includes((0,configuration_tree/* nameOf */.Vb)(pair) ?? '')));
/** A configuration without the key that has been carried out. */
const withoutExtends = (map) => (0,configuration_tree/* mapAt */.SC)(map, map.items.filter((pair) => (0,configuration_tree/* nameOf */.Vb)(pair) !== 'extends'));
/** The parent's keys in its order, each with what the child says of it, then the child's other keys. */
function mergeMaps(parent, child, path) {
    const inherited = parent.items.flatMap((pair) => {
        const name = (0,configuration_tree/* nameOf */.Vb)(pair) ?? '';
        const own = (0,configuration_tree/* pairOf */.cF)(child, name);
        return own ? mergePair(pair, own, [...path, name]) : [pair];
    });
    const added = child.items.filter((pair) => !(0,configuration_tree/* pairOf */.cF)(parent, (0,configuration_tree/* nameOf */.Vb)(pair) ?? ''));
    return (0,configuration_tree/* mapAt */.SC)(child, [...inherited, ...added]);
}
/** What comes of a key that both have: nothing when the child leaves it empty. */
function mergePair(parent, child, path) {
    const above = parent.value;
    const below = child.value;
    if ((0,configuration_tree/* isNull */.kZ)(below))
        return [];
    const at = path.join('.');
    if ((0,dist/* isMap */.jh)(above) && (0,dist/* isMap */.jh)(below))
        return at === merged.project && projectType(above) !== projectType(below, above)
            ? [child]
            : [(0,configuration_tree/* withValue */.cO)(child, mergeMaps(above, below, path))];
    if ((0,dist/* isSeq */.oP)(above) && (0,dist/* isSeq */.oP)(below) && (at === merged.processes || at === merged.services))
        return [(0,configuration_tree/* withValue */.cO)(child, mergeEntries(above, below, at === merged.processes ? processOf : entryOf))];
    return [child];
}
/** The type of a project, which may be left to the one above it. */
const projectType = (project, above) => (0,configuration_tree/* textAt */.$6)(project, ['type']) ?? (above ? projectType(above) : configuration_project/* defaultType */.Cv);
/** The parent's entries, each with what the child says of the one of its name, then the child's other entries. */
function mergeEntries(parent, child, read) {
    const result = [...(0,configuration_tree/* itemsOf */.S3)(parent)];
    const open = new Map();
    for (const [index, item] of result.entries()) {
        const name = read(item)?.name;
        if (name !== undefined && !open.has(name))
            open.set(name, index);
    }
    for (const item of (0,configuration_tree/* itemsOf */.S3)(child)) {
        const name = read(item)?.name ?? '';
        const index = open.get(name);
        // A second one of a name in the same list is no change of the first, but a mistake that the schema tells.
        open.delete(name);
        if (index === undefined)
            result.push(item);
        else
            result[index] = mergeEntry(result[index] ?? null, item);
    }
    return (0,configuration_tree/* listAt */.gT)(child, result);
}
function mergeEntry(parent, child) {
    const above = entryOf(parent);
    const below = entryOf(child);
    if (!child || !above || !below || above.type !== below.type)
        return child;
    if (!below.settings)
        return parent;
    if (!above.settings)
        return child;
    const pair = (0,configuration_tree/* pairOf */.cF)(child, below.type);
    return pair
        ? (0,configuration_tree/* mapAt */.SC)(child, [(0,configuration_tree/* withValue */.cO)(pair, mergeMaps(above.settings, below.settings, [below.type]))])
        : child;
}
/** An entry, written short or long; undefined for what is none. */
function entryOf(tree) {
    if ((0,dist/* isScalar */.jn)(tree) && typeof tree.value === 'string')
        return { name: hyphened(tree.value), type: tree.value, settings: undefined };
    if (!(0,dist/* isMap */.jh)(tree) || tree.items.length !== 1)
        return undefined;
    const [pair] = tree.items;
    const type = pair && (0,configuration_tree/* nameOf */.Vb)(pair);
    if (!pair || type === undefined || !((0,dist/* isMap */.jh)(pair.value) || (0,configuration_tree/* isNull */.kZ)(pair.value)))
        return undefined;
    const settings = (0,dist/* isMap */.jh)(pair.value) ? pair.value : undefined;
    const name = settings && ((0,configuration_tree/* textAt */.$6)(settings, ['name']) ?? (0,configuration_tree/* textAt */.$6)(settings, ['container_name']));
    return { name: hyphened(name ?? type), type, settings };
}
/** A process. A project has one web process, whatever its type: another one stands in its place. */
function processOf(tree) {
    const entry = entryOf(tree);
    if (!entry)
        return undefined;
    const { type, settings } = entry;
    const isWeb = catalog/* processTypes */.H.some((known) => known.type === type && known.isWeb) ||
        (settings && (isSet(settings, 'port') || isSet(settings, 'web')));
    return isWeb ? { ...entry, name: 'web' } : entry;
}
/** Whether a key says something else than that it is empty or false. */
const isSet = (settings, key) => {
    const value = (0,configuration_tree/* pairOf */.cF)(settings, key)?.value ?? null;
    return !(0,configuration_tree/* isNull */.kZ)(value) && !((0,dist/* isScalar */.jn)(value) && value.value === false);
};
const hyphened = (name) => name.replaceAll('_', '-');

// EXTERNAL MODULE: ./lib/configuration/near.js
var configuration_near = __webpack_require__(8578);
// EXTERNAL MODULE: ./lib/configuration/problem.js
var configuration_problem = __webpack_require__(1425);
;// CONCATENATED MODULE: ./lib/configuration/inherit.js







/** Carries out `extends` in a file that is sound as YAML. */
function inherit(source) {
    const tree = (0,flatten/* flatten */.B)(source.contents, source.aliases);
    const configurations = (0,configuration_tree/* pairOf */.cF)(tree, 'configurations');
    const targets = new Map();
    if ((0,dist/* isMap */.jh)(configurations?.value))
        for (const pair of configurations.value.items)
            targets.set((0,configuration_tree/* nameOf */.Vb)(pair) ?? '', pair);
    const wished = new Map();
    for (const [name, { value }] of targets) {
        const parent = (0,configuration_tree/* textAt */.$6)(value, ['extends']);
        if (parent !== undefined)
            wished.set(name, parent);
    }
    const chains = chainsOf([...targets.keys()], wished);
    if (!(0,dist/* isMap */.jh)(tree) || !configurations?.value || wished.size === 0)
        return { source, problems: [], chains };
    const resolved = resolve(targets, chains);
    const pairs = [...targets].map(([name, pair]) => (0,configuration_tree/* withValue */.cO)(pair, resolved.get(name) ?? null));
    const whole = (0,configuration_tree/* withValue */.cO)(configurations, (0,configuration_tree/* mapAt */.SC)(configurations.value, pairs));
    const contents = (0,configuration_tree/* mapAt */.SC)(tree, tree.items.map((pair) => (pair === configurations ? whole : pair)));
    return {
        source: { ...source, contents, value: contents.toJS(source.document) },
        problems: mistakesOf(chains, targets),
        chains,
    };
}
/** Each configuration on top of the one that it extends. */
function resolve(targets, { order, parents }) {
    const done = new Map();
    for (const name of order) {
        const own = targets.get(name)?.value ?? null;
        const above = done.get(parents.get(name) ?? '') ?? null;
        if ((0,dist/* isMap */.jh)(above) && (0,dist/* isMap */.jh)(own))
            done.set(name, mergeConfiguration(above, own));
        else
            done.set(name, (0,dist/* isMap */.jh)(own) && (0,configuration_tree/* textAt */.$6)(own, ['extends']) !== undefined ? withoutExtends(own) : own);
    }
    return done;
}
/** What is wrong with the values of `extends`, at their places; each circle is told once. */
function mistakesOf({ orphans, circles }, targets) {
    const names = [...targets.keys()];
    const problem = (name, message) => ({
        offset: (0,configuration_tree/* pairOf */.cF)(targets.get(name)?.value, 'extends')?.value?.range?.[0] ?? 0,
        path: ['configurations', name, 'extends'],
        message,
    });
    return [
        ...[...orphans].map(([name, parent]) => problem(name, unknown(parent, name, names))),
        ...circles.map((circle) => {
            const [first = ''] = circle;
            const way = [...circle, first].map((name) => (0,configuration_problem/* oneLine */.TN)(name)).join(' → ');
            return problem(first, circle.length === 1
                ? `\`${(0,configuration_problem/* oneLine */.TN)(first)}\` is this configuration itself`
                : `goes round in a circle: ${way}`);
        }),
    ];
}
function unknown(parent, child, names) {
    const others = names.filter((name) => name !== child).map((name) => (0,configuration_problem/* oneLine */.TN)(name));
    const near = (0,configuration_near/* nearMiss */.b)(parent, others);
    const hint = near
        ? `did you mean \`${near}\`?`
        : others.length > 0
            ? `the others are ${others.map((name) => `\`${name}\``).join(', ')}`
            : 'it is the only one';
    return `\`${(0,configuration_problem/* oneLine */.TN)(parent)}\` is no configuration of this file; ${hint}`;
}

// EXTERNAL MODULE: ./lib/configuration/json-schema.js
var json_schema = __webpack_require__(4872);
;// CONCATENATED MODULE: ./lib/configuration/homes.js

/**
 * The mapping in which a key has its place, for one that was written in another: as a phrase, such as
 * in `configurations.Staging.primary_service.project`, or `at the top level`. Undefined when no mapping takes the key, or
 * several do. In a configuration, the mappings of that one come first.
 * @param wrong - Path of the mapping that it was written in.
 */
function homeOf(key, wrong) {
    homes ??= collect();
    const [section, name = 'NAME'] = wrong.map(String);
    const known = homes.get(key) ?? [];
    const near = known.filter((home) => section === configurations && home[0] === configurations);
    const [home, another] = near.length > 0 ? near : known;
    if (!home || another)
        return undefined;
    const path = home.map((part, index) => (index === 1 && home[0] === configurations ? name : part));
    const written = wrong.map((part) => (typeof part === 'number' ? '[]' : String(part)));
    if (path.join('.') === written.join('.'))
        return undefined;
    return path.length === 0 ? 'at the top level' : `in \`${path.join('.').replaceAll('.[]', '[]')}\``;
}
const configurations = 'configurations';
/** Every key of the file with the mappings that take it; made when the first key stands in a wrong place. */
let homes;
function collect() {
    const found = new Map();
    const walk = (schema, home) => {
        for (const [key, value] of Object.entries(schema.properties ?? {})) {
            const known = found.get(key) ?? [];
            if (!known.some((one) => one.join('.') === home.join('.')))
                found.set(key, [...known, home]);
            walk(value, [...home, key]);
        }
        for (const inner of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), schema.then, schema.else])
            if (inner)
                walk(inner, home);
        if (schema.items)
            walk(schema.items, [...home, '[]']);
        if (typeof schema.additionalProperties === 'object')
            walk(schema.additionalProperties, [...home, 'NAME']);
    };
    walk((0,json_schema/* deploymentJsonSchema */.f)(), []);
    return found;
}

// EXTERNAL MODULE: ./lib/configuration/locate.js
var locate = __webpack_require__(3482);
// EXTERNAL MODULE: ./lib/configuration/redact.js
var redact = __webpack_require__(2997);
// EXTERNAL MODULE: ./lib/configuration/words.js
var words = __webpack_require__(2215);
;// CONCATENATED MODULE: ./lib/configuration/issues.js





/** The problem, or problems, that an issue of zod's stands for, with their places in the text. */
function problemsOf(issue, source, base = []) {
    const path = [...base, ...issue.path];
    const place = (0,locate/* locate */.x)(source, path);
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
        return [problem(issue.message.startsWith(words/* missing */.LO) ? issue.message : words/* missing */.LO)];
    const message = `${issue.message}${hint(issue, place)}`;
    if (issue.input === null)
        return [problem(`is empty: it ${message}`)];
    if (place.written !== undefined)
        return [problem(`\`${(0,configuration_problem/* oneLine */.TN)((0,redact/* withoutLogin */.G)(place.written))}\` ${message}`)];
    // Where a key chooses among mappings, the input is the mapping, and not what the message is about.
    const isOfOtherKind = issue.code === 'invalid_type' || (issue.code === 'invalid_union' && issue.discriminator === undefined);
    return [problem(isOfOtherKind ? `${kindOf(issue.input)}${message}` : message)];
}
/** What a value is that has no text of its own, before what it must be. */
function kindOf(input) {
    if (Array.isArray(input))
        return 'is a list, and ';
    return typeof input === 'object' ? 'is a mapping, and ' : '';
}
/** What YAML made of a value that its author may have meant otherwise. */
function hint(issue, { written, comment }) {
    if (comment !== undefined)
        return `; YAML takes \`${(0,configuration_problem/* oneLine */.TN)(comment)}\` for a comment: write the value in quotes if that is a part of it`;
    if (written !== undefined && /^[“”„‘’‚«»]/.test(written))
        return `; \`${written[0]}\` is no quote for YAML: write ' or "`;
    if (issue.code !== 'invalid_type' || written === undefined)
        return '';
    if (issue.expected === 'string' && /^(?:\d+(?:\.\d+)?|true|false)$/.test(written))
        return `; YAML reads \`${written}\` as a ${typeof issue.input}: for the text, write '${written}' in quotes`;
    if (issue.expected === 'boolean' && /^(?:yes|on|y)$/i.test(written))
        return `; YAML 1.2 reads \`${written}\` as text: write true`;
    if (issue.expected === 'boolean' && /^(?:no|off|n)$/i.test(written))
        return `; YAML 1.2 reads \`${written}\` as text: write false`;
    if (/^(?:int|number)$/.test(issue.expected) && /^\d{1,9}(?::[0-5]?\d)+$/.test(written))
        return `; YAML 1.2 reads \`${written}\` as text: write ${written.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)}`;
    return '';
}
/** The keys that a mapping takes, as they stand in a message. */
const listed = new RegExp(`${words/* takes */.ny} [^;]+`);
/** One problem for each key that may not stand in a mapping; the message has a line for each. */
function unknownKeys(issue, source, base) {
    const messages = issue.message.split('\n');
    return issue.keys.map((key, index) => {
        const path = [...base, key];
        const message = messages[index] ?? '';
        const home = homeOf(key, base);
        const told = base.length === 0 && isTarget(issue.input?.[key])
            ? 'is not a key here, but looks like a configuration: its place is below `configurations:`, indented'
            : home === undefined
                ? message
                : message.replace(listed, () => `its place is ${home}`);
        return { offset: (0,locate/* locate */.x)(source, path).key, path, message: told };
    });
}
/** Whether a value has what only a configuration has. */
const isTarget = (value) => typeof value === 'object' && value !== null && ('hostname' in value || 'primary_service' in value);
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

;// CONCATENATED MODULE: ./lib/configuration/own-mistakes.js



/**
 * The mistakes that each configuration has by itself: not those that it takes over from one that it extends, and
 * not that something is missing which an unknown one may have. Those of a configuration stand before those of the
 * ones that extend it.
 */
function ownMistakes(problems, source, chains) {
    const rank = new Map(chains.order.map((name, index) => [name, index]));
    const rankOf = (problem) => rank.get(nameIn(problem)) ?? -1;
    /** The offsets of what was told, by configuration, path and message. */
    const told = new Map();
    const key = (name, { path, message }) => JSON.stringify([name, (0,configuration_problem/* pathText */.LF)(path.slice(2)), message]);
    return problems
        .toSorted((a, b) => rankOf(a) - rankOf(b))
        .filter((problem) => {
        const name = nameIn(problem);
        told.set(key(name, problem), problem.offset);
        const { present, written } = (0,locate/* locate */.x)(source, problem.path);
        if (!present && chains.broken.has(name))
            return false;
        const isWrittenHere = present && written !== undefined;
        return !ancestorsOf(name, chains.parents).some((ancestor) => {
            const above = told.get(key(ancestor, problem));
            return above !== undefined && (above === problem.offset || !isWrittenHere);
        });
    });
}
/** The configuration that a problem is in; empty for one of the file as a whole. */
const nameIn = ({ path: [first, name] }) => first === 'configurations' && typeof name === 'string' ? name : '';

// EXTERNAL MODULE: ./lib/configuration/schema.js + 5 modules
var schema = __webpack_require__(6503);
;// CONCATENATED MODULE: ./lib/configuration/aliases.js

/** Follows all aliases of a document: each leads to the last node before it that has its anchor. */
function aliasesIn(document) {
    const anchors = new Map();
    const aliases = new Map();
    (0,dist/* visit */.YR)(document, {
        Node(_, node) {
            if (!(0,dist/* isAlias */.Vj)(node)) {
                if (node.anchor)
                    anchors.set(node.anchor, node);
                return;
            }
            const target = anchors.get(node.source);
            if (target)
                aliases.set(node, target);
        },
    });
    return aliases;
}

;// CONCATENATED MODULE: ./lib/configuration/syntax.js

/** The YAML parser's messages, with words of help for the commonest mistakes; `offset` is their place in the text. */
function mistakeInWords(code, message, text, offset) {
    const line = text.slice(offset, lineEnd(text, offset));
    if (/\r(?!\n)/.test(line))
        return 'this line ends with CR alone: save the file with LF, or CR and LF';
    switch (code) {
        case 'TAB_AS_INDENT':
            return 'a tab indents this line: YAML takes only spaces there';
        case 'MULTIPLE_DOCS':
            return 'a second YAML document starts here: a deployment file is a single one';
        case 'BAD_SCALAR_START':
            return `${(0,configuration_problem/* oneLine */.TN)(message, 200)}: write the value in quotes`;
        case 'BAD_ALIAS':
            return 'YAML reads a leading `*` as an alias, and here without a name: for the text, write it in quotes';
        case 'BLOCK_AS_IMPLICIT_KEY':
        case 'BLOCK_IN_FLOW':
            if (/^\s*- /.test(line))
                return unevenEntry;
            return /:(?:\s|$)/.test(line)
                ? 'YAML reads a `: ` as the end of a key, which cannot stand here: for the text, write the whole value in quotes'
                : 'the lines below are indented further than this one, which has a value already';
        case 'NON_STRING_KEY':
            return 'a key must be plain text';
        case 'MULTILINE_IMPLICIT_KEY':
            return foreignLine(line) ?? withoutColon(line);
        case 'TAG_RESOLVE_FAILED':
            return `YAML reads \`${(0,configuration_problem/* oneLine */.TN)(/^\S*/.exec(line)?.[0] ?? '')}\` as a tag, which has no meaning here: leave it out, or write the value in quotes`;
        default:
            return /call stack/.test(message)
                ? 'the file is nested too deeply'
                : (foreignLine(line) ?? shape(message) ?? (0,configuration_problem/* oneLine */.TN)(message, 200));
    }
}
const unevenEntry = 'this line is indented otherwise than the other entries of its list';
/** What is said of a line that cannot be YAML, wherever it stands; undefined of any other one. */
function foreignLine(line) {
    if (/^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/.test(line))
        return 'git has left this line of a merge: settle the conflict';
    const character = /[\u00a0\u2000-\u200b\u202f\u3000\ufeff]/u.exec(line)?.[0];
    if (character !== undefined)
        return `this line has the character U+${hex(character)}, which looks like a space and is none for YAML: write a space`;
    const control = /(?!\t)\p{Cc}/u.exec(line.replace(/\r$/, ''))?.[0];
    return control === undefined
        ? undefined
        : `this line has the control character U+${hex(control)}: leave it out`;
}
const hex = (character) => (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
/** A line that ought to be a key with a value, and has no `: `. */
function withoutColon(line) {
    const [, tight, key = tight] = /^(?:([\w-]+):(?=\S)|([\w-]+)(?=\s+\S))/.exec(line) ?? [];
    if (tight !== undefined)
        return `a space is missing behind the colon: write \`${(0,configuration_problem/* oneLine */.TN)(tight)}: …\``;
    if (key !== undefined)
        return `a colon is missing behind the key: write \`${(0,configuration_problem/* oneLine */.TN)(key)}: …\``;
    return `\`${(0,configuration_problem/* oneLine */.TN)(line.trim())}\` is no key with a value: write \`key: value\``;
}
/** Words for the parser's messages about indents, brackets and what stands between them. */
function shape(message) {
    if (/^All mapping items must start/.test(message))
        return 'this line is indented otherwise than the other keys of its mapping';
    if (/^All sequence items must start/.test(message))
        return unevenEntry;
    const [, open] = /^Flow (map|sequence) in block collection/.exec(message) ?? [];
    if (open !== undefined) {
        const [left, right] = open === 'map' ? ['{', '}'] : ['[', ']'];
        return `a \`${left}\` above is not closed: its \`${right}\` is missing, or has to be indented further`;
    }
    if (/^Missing , or : between flow/.test(message))
        return 'a `,` is missing before this';
    if (/^Unexpected scalar at node end/.test(message))
        return 'the value before this has ended already: write the whole of it in one pair of quotes';
    if (/^Implicit map keys need to be followed by map values/.test(message))
        return 'this is no key with a value: write `key: value`';
    const [, bracket] = strayBracket.exec(message) ?? [];
    if (bracket !== undefined)
        return `this \`${bracket}\` closes nothing: leave it out`;
    const [, token] = /^Unexpected [\w-]+ token in YAML stream: "(.*)"$/.exec(message) ?? [];
    return token && `YAML has no place for this \`${(0,configuration_problem/* oneLine */.TN)(token)}\`: look for a mistake above it`;
}
function lineEnd(text, offset) {
    const end = text.indexOf('\n', offset);
    return end < 0 ? text.length : end;
}
/** What the parser says of a bracket that closes nothing. */
const strayBracket = /^Unexpected flow-(?:map|seq)-end token in YAML stream: "(.)"$/;
/** What it says of each word behind such a bracket, which may be right. */
const strayWord = /^Unexpected scalar token in YAML stream: /;
/** What it says of quotes that are not closed. */
const openQuoteMessage = /^Missing closing ['"]quote/;

;// CONCATENATED MODULE: ./lib/configuration/traps.js


/**
 * What YAML reads as something else than it looks like. An alias that leads nowhere is replaced in the document by
 * its text, so that the rest can still be checked.
 */
function trapsIn(document, aliases) {
    const problems = [];
    const refuseTag = (node, ancestors) => {
        const tag = (0,dist/* isAlias */.Vj)(node) ? undefined : node.tag;
        if (tag === undefined || !/^!./.test(tag))
            return;
        problems.push({
            offset: node.range?.[0] ?? 0,
            path: pathOf(ancestors, node),
            message: `YAML reads \`${(0,configuration_problem/* oneLine */.TN)(tag)}\` as a tag, which has no meaning here: for the text, write it in quotes`,
        });
    };
    (0,dist/* visit */.YR)(document, {
        Collection: (_, node, ancestors) => refuseTag(node, ancestors),
        Scalar(role, scalar, ancestors) {
            refuseTag(scalar, ancestors);
            const { value } = scalar;
            const problem = { offset: scalar.range?.[0] ?? 0, path: pathOf(ancestors, scalar) };
            if (role === 'key' && value === '__proto__')
                problems.push({ ...problem, message: '`__proto__` cannot be a key' });
            if ((typeof value === 'number' || typeof value === 'boolean') && isAltered(scalar))
                problems.push({ ...problem, message: misread((0,configuration_problem/* oneLine */.TN)(String(scalar.source)), value) });
        },
        Alias(_, alias, ancestors) {
            const target = aliases.get(alias);
            const text = `*${alias.source}`;
            const shown = (0,configuration_problem/* oneLine */.TN)(text);
            const problem = { offset: alias.range?.[0] ?? 0, path: pathOf(ancestors, alias) };
            if (target && ancestors.includes(target)) {
                problems.push({ ...problem, message: `\`${shown}\` stands inside of what it repeats` });
                const nothing = new dist/* Scalar */.X5(null);
                nothing.source = text;
                nothing.range = alias.range ?? null;
                return nothing;
            }
            if (target)
                return undefined;
            problems.push({
                ...problem,
                message: `YAML reads \`${shown}\` as an alias, and no anchor before it has that name: for the text, write '${shown}' in quotes`,
            });
            const plain = new dist/* Scalar */.X5(text);
            plain.source = text;
            plain.range = alias.range ?? null;
            return plain;
        },
        Pair(_, { key, value }, ancestors) {
            if (!(0,dist/* isScalar */.jn)(key) || key.value !== '<<' || canMerge(aliases, value))
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
function canMerge(aliases, value) {
    const source = (0,dist/* isAlias */.Vj)(value) ? aliases.get(value) : value;
    const parts = (0,dist/* isSeq */.oP)(source) ? source.items : [source];
    return parts.every((part) => (0,dist/* isMap */.jh)((0,dist/* isAlias */.Vj)(part) ? aliases.get(part) : part));
}
/** Whether a number or boolean is written otherwise than it would be shown: `1.10`, `0o17`, `True`. */
const isAltered = ({ source, value }) => source !== undefined && source !== String(value);
function misread(source, value) {
    const kind = typeof value;
    if (typeof value === 'number' && !(Math.abs(value) <= Number.MAX_SAFE_INTEGER))
        return `YAML reads \`${source}\` as ${Number.isFinite(value) ? `the number ${value}` : 'a number without a value'}: for the text, write '${source}' in quotes`;
    if (/^[-+]?0\d+$/.test(source))
        return `YAML 1.2 reads \`${source}\` as the number ${value}, and not as an octal: for the text, write '${source}' in quotes, for the number, ${value}`;
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
    const lines = linesOf(text);
    const document = (0,dist/* parseDocument */.Tp)(text, {
        schema: 'core',
        resolveKnownTags: false,
        merge: true,
        stringKeys: true,
        prettyErrors: false,
        logLevel: 'error',
    });
    const mistakes = [...document.errors, ...document.warnings];
    // Tags of an application are told with the values that have them.
    const stray = mistakes.findIndex(({ message }) => strayBracket.test(message));
    const open = mistakes.findIndex(({ message }) => openQuoteMessage.test(message));
    const told = mistakes.filter(({ message }, index) => !/^Unresolved tag: !/.test(message) &&
        !(stray >= 0 && index > stray && strayWord.test(message)) &&
        // An open quote takes in the rest of the file, with what would close the brackets before it.
        !(open >= 0 && index > open));
    const problems = told.map(({ code, message, pos: [offset] }) => {
        if (code === 'DUPLICATE_KEY')
            return secondKey(document, offset, lines);
        const quote = openQuoteMessage.test(message) ? openQuote(document, offset) : undefined;
        return quote ?? problem(mistakeInWords(code, message, text, offset), offset);
    });
    const sound = mistakes.every(({ code }) => harmless.includes(code));
    const aliases = aliasesIn(document);
    const source = { text, document, aliases, lines, contents: document.contents };
    if (!sound)
        return { ...source, problems: firstPerLine(problems, lines), value: undefined };
    const traps = trapsIn(document, aliases);
    const { value, flaw } = dataOf(document);
    const found = [...problems, ...traps];
    const all = flaw && found.length === 0 ? [problem(flaw)] : found;
    return { ...source, problems: all, value };
}
/** Where the lines of a text start. The parser's own account misses some behind a mistake. */
function linesOf(text) {
    const lines = new dist/* LineCounter */.HN();
    lines.addNewLine(0);
    for (const { index } of text.matchAll(/\n/g))
        lines.addNewLine(index + 1);
    return lines;
}
const problem = (message, offset = 0) => ({ offset, path: [], message });
/** A key that stands in its mapping again. */
function secondKey(document, offset, lines) {
    let found;
    (0,dist/* visit */.YR)(document, {
        Map(_, map, ancestors) {
            const second = map.items.find(({ key }) => (0,dist/* isScalar */.jn)(key) && key.range?.[0] === offset)?.key;
            if (!(0,dist/* isScalar */.jn)(second))
                return undefined;
            const first = map.items.find(({ key }) => (0,dist/* isScalar */.jn)(key) && key.value === second.value)?.key;
            const { line } = lines.linePos(((0,dist/* isScalar */.jn)(first) && first.range?.[0]) || 0);
            const several = second.value === '<<' ? ': write one, as `<<: [*ONE, *OTHER]`' : ': one of them has to go';
            found = {
                offset,
                path: pathOf([...ancestors, map], second),
                message: `\`${(0,configuration_problem/* oneLine */.TN)(String(second.value))}\` stands in this mapping twice, first in line ${line}${several}`,
            };
            return dist/* visit */.YR.BREAK;
        },
    });
    return found ?? problem('this key stands in the mapping twice', offset);
}
/** A value whose quotes are not closed; the parser's place for that is the end of the file. */
function openQuote(document, end) {
    let found;
    (0,dist/* visit */.YR)(document, {
        Scalar(_, { type, range }) {
            if (!type?.startsWith('QUOTE') || !range || range[0] >= end || end > range[2])
                return undefined;
            const quote = type === 'QUOTE_DOUBLE' ? '"' : "'";
            found = problem(`a quote opens here, and no \`${quote}\` closes it`, range[0]);
            return undefined;
        },
    });
    return found;
}
/** Mistakes that leave the rest of the file readable as it was meant. */
const harmless = ['DUPLICATE_KEY', 'MULTIPLE_DOCS', 'TAG_RESOLVE_FAILED'];
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
        if (/^Excessive alias count/.test(cause))
            return { value: undefined, flaw: 'the file’s aliases stand for too much: write out what they repeat' };
        return { value: undefined, flaw: `the file makes no plain data: ${(0,configuration_problem/* oneLine */.TN)(cause, 200)}` };
    }
}

;// CONCATENATED MODULE: ./lib/configuration/load.js









/** What a deployment file says; `readDeployment` without the places. */
const loadDeployment = (text, file) => readDeployment(text, file).deployment;
/**
 * Reads and validates a deployment file, all its configurations. Whatever is wrong, in YAML or in meaning, is
 * thrown as one failure with every place; `file` is the file's path for messages.
 */
function readDeployment(text, file) {
    const read = readYaml(text);
    if (read.value === undefined)
        throw (0,configuration_problem/* invalidFile */.Am)(file, read.problems, read.lines);
    const { source, problems, chains } = inherit(read);
    const result = schema/* deploymentSchema */.f.safeParse(source.value, { error: words/* words */.aL, reportInput: true });
    if (result.success && read.problems.length === 0 && problems.length === 0)
        return {
            deployment: { file, configurations: result.data.configurations, previews: result.data.previews },
            source,
            parents: chains.parents,
        };
    const issues = result.error?.issues ?? [];
    const meant = withoutIndents(issues.flatMap((issue) => problemsOf(issue, source)), source);
    throw (0,configuration_problem/* invalidFile */.Am)(file, [...read.problems, ...problems, ...ownMistakes(meant, source, chains), ...strayPreviews(source)], source.lines);
}
/**
 * Where the keys of a configuration stand beside its name and not below it, each would be told as a configuration that
 * is wrong: the name says it once.
 */
function withoutIndents(problems, source) {
    const { configurations } = source.value;
    if (!isMapping(configurations))
        return problems;
    const entries = Object.entries(configurations);
    const at = entries.findIndex(([, value]) => value === null);
    const keys = entries.slice(at + 1).map(([key]) => key);
    if (at < 0 || !keys.some((key) => key === 'hostname' || key === 'primary_service'))
        return problems;
    const known = keys.filter((key) => configurationKeys().includes(key));
    const isOf = (name) => (path) => path[0] === 'configurations' && path[1] === name;
    const isEmpty = isOf(entries[at]?.[0]);
    return problems
        .filter(({ path }) => !known.some((key) => isOf(key)(path)))
        .map((problem) => isEmpty(problem.path)
        ? {
            ...problem,
            message: `${problem.message}; indent ${known.map((key) => `\`${key}\``).join(', ')} further`,
        }
        : problem);
}
const isMapping = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The keys that a configuration takes. */
function configurationKeys() {
    const target = (0,json_schema/* deploymentJsonSchema */.f)().properties?.configurations?.additionalProperties;
    return typeof target === 'object' ? Object.keys(target.properties ?? {}) : [];
}
/** Previews of a configuration that is none: the schema looks for that only in a file without other mistakes. */
function strayPreviews(source) {
    const { configurations, previews } = source.value;
    const name = previews?.configuration;
    if (typeof name !== 'string' || !isMapping(configurations) || Object.hasOwn(configurations, name))
        return [];
    const path = ['previews', 'configuration'];
    const { value, written = name } = (0,locate/* locate */.x)(source, path);
    const message = (0,schema/* noConfiguration */.U)(Object.keys(configurations));
    return [{ offset: value, path, message: `\`${(0,configuration_problem/* oneLine */.TN)(written)}\` ${message}` }];
}


/***/ }),

/***/ 3482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ locate)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _flatten_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3620);


/** Finds a path in a document, through aliases and merge keys. */
function locate({ aliases, contents, text }, path) {
    let node = contents;
    let key = null;
    for (const segment of path) {
        const target = resolved(aliases, node);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(target)) {
            const pair = findPair(aliases, target, String(segment));
            if (!pair)
                return missing(key ?? node);
            key = pair.key;
            node = pair.value;
        }
        else if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(target)) {
            key = null;
            node = (target.items[Number(segment)] ?? null);
        }
        else
            return missing(key ?? node);
    }
    const at = isEmpty(node) ? (key ?? node) : node;
    return {
        present: true,
        value: offset(at),
        key: offset(key ?? node),
        written: written(node, text),
        comment: tightComment(node, text),
    };
}
const missing = (near) => {
    const at = offset(near);
    return { present: false, value: at, key: at, written: undefined, comment: undefined };
};
const offset = (node) => node?.range?.[0] ?? 0;
const isEmpty = (node) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.value === null && !node.source;
const resolved = (aliases, node) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node) ? (aliases.get(node) ?? null) : node;
/** The pair that counts for a key: the last one written, else the first one merged in. */
function findPair(aliases, map, name) {
    const named = (pair) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(pair.key) && String(pair.key.value) === name;
    const own = map.items.findLast(named);
    if (own)
        return own;
    for (const { value } of map.items.filter(_flatten_js__WEBPACK_IMPORTED_MODULE_1__/* .isMerge */ .F)) {
        const source = resolved(aliases, value);
        for (const merged of (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(source) ? source.items : [source]) {
            const target = resolved(aliases, merged);
            const pair = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(target) && target !== map ? findPair(aliases, target, name) : undefined;
            if (pair)
                return pair;
        }
    }
    return undefined;
}
/** A scalar as its author wrote it, on one line. */
function written(node, text) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
        return `*${node.source}`;
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) || isEmpty(node))
        return undefined;
    if (node.type?.startsWith('BLOCK'))
        return String(node.value);
    const [start, end] = node.range ?? [0, 0];
    return text.slice(start, end);
}
/** A comment that may be meant as a part of the plain value before it: `#fff`, not `# why`. */
function tightComment(node, text) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) || node.type !== 'PLAIN' || !node.range)
        return undefined;
    const [, end] = node.range;
    return /^[ \t]*(#[^\s#!].*)/.exec(text.slice(end, end + 200).split('\n', 1)[0] ?? '')?.[1]?.trimEnd();
}


/***/ }),

/***/ 7567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DM: () => (/* binding */ program),
/* harmony export */   DU: () => (/* binding */ standaloneProcesses),
/* harmony export */   kg: () => (/* binding */ isProcess),
/* harmony export */   uF: () => (/* binding */ processes)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2311);
/* harmony import */ var _catalog_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7118);
/* harmony import */ var _catalog_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7435);
/* harmony import */ var _catalog_types_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8722);
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3782);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3369);
/* harmony import */ var _unique_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6059);







/** The keys that every process has. */
const common = {
    env_variables: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(_catalog_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .variableName */ .cG, _fields_js__WEBPACK_IMPORTED_MODULE_2__/* .variableValue */ .eV)
        .default({})
        .describe('Environment variables of this process alone, above those of the project.')
        .meta({ examples: [{ LOG_LEVEL: 'debug' }] }),
    stop_signal: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_catalog_types_js__WEBPACK_IMPORTED_MODULE_4__/* .stopSignals */ .S)
        .optional()
        .describe('Signal that asks it to stop. By default the one that its program finishes its work at.')
        .meta({ examples: ['INT'] }),
    stop_timeout: (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .wholeNumber */ .rD)(1, 3600)
        .optional()
        .describe('Seconds that it gets to finish its work before it is killed. By default 60.')
        .meta({ examples: [300] }),
    start_seconds: (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .wholeNumber */ .rD)(1, 600)
        .default(5)
        .describe('Seconds that a helper must run without a stop after the switch; one that does not brings the old release back. The web process is asked for its health instead.')
        .meta({ examples: [15] }),
    copies: (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .wholeNumber */ .rD)(1, 64)
        .default(1)
        .describe('Number of copies that run side by side.')
        .meta({ examples: [2] }),
};
const listOf = (types) => (0,_unique_js__WEBPACK_IMPORTED_MODULE_5__/* .checkAgainstEarlier */ .y)(zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg((0,_entries_js__WEBPACK_IMPORTED_MODULE_6__/* .listEntry */ .p)(types, common, (type, settings, keys) => ({
    type,
    settings,
    common: {
        envVariables: keys.env_variables,
        stopSignal: keys.stop_signal,
        stopSeconds: keys.stop_timeout,
        startSeconds: keys.start_seconds,
        copies: keys.copies,
    },
}))), processClash).default([]);
/** The list of processes that supervisor runs. */
const processes = listOf(_catalog_index_js__WEBPACK_IMPORTED_MODULE_1__/* .processTypes */ .H)
    .describe('The processes of the project: at most one web process, and any number of helpers.')
    .meta({ examples: [[{ uwsgi: { wsgi_file: 'project/wsgi.py' } }]] });
/** The list of helpers that each run in a container of their own, from an image that is not made here. */
const standaloneProcesses = listOf(_catalog_index_js__WEBPACK_IMPORTED_MODULE_1__/* .processTypes */ .H.filter(({ standalone }) => standalone))
    .describe('Helpers beside the image’s own command, each in a container of its own from the same image. A program that does not listen to its stop signal is killed after `stop_timeout`, as the first process of a container has no default for signals.')
    .meta({ examples: [[{ custom: { name: 'worker', command: 'python worker.py' } }]] });
/** What is wrong with a process, by itself or given those before it. */
function processClash(item, earlier) {
    if (!isProcess(item))
        return undefined;
    const { name, web, single } = program(item);
    if (single && item.common.copies > 1)
        return `${single}: \`copies\` must be 1`;
    const others = earlier.filter(isProcess).map(program);
    if (web && others.some((other) => other.web))
        return 'is a second web process; a project has one';
    if (others.some((other) => other.name === name))
        return `has the name \`${name}\`, which another process has`;
    return undefined;
}
/** Whether it is a valid entry of the list. */
const isProcess = (item) => (0,_entries_js__WEBPACK_IMPORTED_MODULE_6__/* .isEntryOf */ .I)(_catalog_index_js__WEBPACK_IMPORTED_MODULE_1__/* .processTypes */ .H, item);
/** The program of a process, for what does not depend on where the project lies. */
const program = ({ type, settings }) => type.program(settings, {
    location: '/app',
    venv: '/venv',
    python: 'debian',
});


/***/ }),

/***/ 6437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ checkBaseImage),
/* harmony export */   s: () => (/* binding */ checkProject)
/* harmony export */ });
/* harmony import */ var _catalog_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7435);
/* harmony import */ var _processes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7567);


/** Checks between the keys of a project. They run whatever else is wrong with it, so that its shape is unknown. */
const checkProject = (type, project, context) => {
    const { env_variables, secrets, release_tasks, processes } = Object(project);
    const refuse = (path, message) => context.addIssue({ code: 'custom', path, message, continue: true });
    for (const [index, secret] of list(secrets).entries())
        if (Object.hasOwn(Object(env_variables), Object(secret).name))
            refuse(['secrets', index], 'is in env_variables too');
    const taken = new Set(type.taskNames);
    const { beforeSwitch, afterSwitch } = Object(release_tasks);
    for (const [key, tasks] of Object.entries({ before_switch: beforeSwitch, after_switch: afterSwitch })) {
        for (const [index, task] of list(tasks).entries()) {
            const { name } = Object(task);
            if (taken.has(name))
                refuse(['release_tasks', key, index], `has the name \`${name}\`, which another task has`);
            taken.add(name);
        }
    }
    if (type.supervised)
        return;
    for (const [index, process] of list(processes).entries()) {
        const problem = (0,_processes_js__WEBPACK_IMPORTED_MODULE_1__/* .isProcess */ .kg)(process) && uncontained((0,_processes_js__WEBPACK_IMPORTED_MODULE_1__/* .program */ .DM)(process));
        if (problem)
            refuse(['processes', index], `${problem} in a project of type \`${type.type}\``);
    }
};
/** Checks that a primary service has a base image only where its project is built on one. */
const checkBaseImage = (primary, context) => {
    const { base_image, project } = Object(primary);
    const type = _catalog_index_js__WEBPACK_IMPORTED_MODULE_0__/* .projectTypes */ .vy.find((candidate) => candidate === Object(project).type);
    if (base_image === undefined || !type || type.supervised)
        return;
    context.addIssue({
        code: 'custom',
        path: ['base_image'],
        message: `has no meaning for a project of type \`${type.type}\`, whose image is not built on it`,
        continue: true,
    });
};
const list = (value) => (Array.isArray(value) ? value : []);
/** Why a program cannot be a container of its own, from an image that is not made here; undefined when it can. */
const uncontained = ({ name, web, files, user }) => {
    if (web)
        return 'is a web process, which is the image’s own command';
    if (files || user === 'root')
        return 'needs what the image does not have';
    if (/^(?:app|door|task-.*)$/.test(name))
        return `has the name \`${name}\`, which is taken`;
    return undefined;
};


/***/ }),

/***/ 2698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Cv: () => (/* binding */ defaultType),
  Ad: () => (/* binding */ mistakesWithoutType),
  $b: () => (/* binding */ projectSchema)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./lib/catalog/fields.js
var fields = __webpack_require__(7118);
// EXTERNAL MODULE: ./lib/catalog/index.js + 28 modules
var catalog = __webpack_require__(7435);
// EXTERNAL MODULE: ./lib/configuration/fields.js
var configuration_fields = __webpack_require__(3369);
;// CONCATENATED MODULE: ./lib/configuration/health-check.js


const health_check_status = schemas/* union */.KCZ([schemas/* number */.aig(), schemas/* string */.YjP()])
    .transform(String)
    .pipe(schemas/* string */.YjP()
    .regex(/^[1-5]\d\d(?:-[1-5]\d\d)?$/, 'must be a status such as 200, or a range such as 200-399')
    .transform((text) => {
    const [from = 0, to = from] = text.split('-').map(Number);
    return { from, to };
})
    .refine(({ from, to }) => from <= to, 'must be a range from the lower status to the higher one'));
/** How a release shows that it works. */
const healthCheck = schemas/* strictObject */.rej({
    path: configuration_fields/* requestPath */.Zq
        .default('/')
        .describe('Path that must answer well before a release goes live.')
        .meta({ examples: ['/health/'] }),
    status: health_check_status
        .prefault('200-399')
        .describe('Status, or range of them, that counts as well.')
        .meta({ examples: [200] }),
    interval: schemas/* number */.aig()
        .min(0.1)
        .max(60)
        .default(0.3)
        .describe('Seconds between two requests.')
        .meta({ examples: [1] }),
    deadline: (0,configuration_fields/* wholeNumber */.rD)(1, 3600)
        .default(30)
        .describe('Seconds that it has for that.')
        .meta({ examples: [60] }),
})
    .transform((check) => ({
    path: check.path,
    status: check.status,
    intervalSeconds: check.interval,
    deadlineSeconds: check.deadline,
}))
    .prefault({})
    .describe('How a release shows that it works.')
    .meta({ examples: [{ path: '/health/' }] });

// EXTERNAL MODULE: ./lib/configuration/processes.js
var processes = __webpack_require__(7567);
// EXTERNAL MODULE: ./lib/configuration/project-checks.js
var project_checks = __webpack_require__(6437);
// EXTERNAL MODULE: ./lib/configuration/release-tasks.js
var release_tasks = __webpack_require__(4352);
// EXTERNAL MODULE: ./lib/configuration/secrets.js
var secrets = __webpack_require__(9067);
// EXTERNAL MODULE: ./lib/configuration/words.js
var words = __webpack_require__(2215);
;// CONCATENATED MODULE: ./lib/configuration/project.js










/** The type of a project that names none. */
const defaultType = 'django';
/** The keys that every type of project has. */
const common = {
    repository: configuration_fields/* repository */.Jk
        .optional()
        .describe('Repository of the project, as `owner/name` or address; by default the one checked out.')
        .meta({ examples: ['acme/shop'] }),
    ref: configuration_fields/* ref */.KR
        .optional()
        .describe('Branch, tag, 40-digit SHA or `HEAD` to deploy; by default the commit checked out.')
        .meta({ examples: ['release/2.0'] }),
    source: schemas/* enum */.k5n(['auto', 'deploy-key', 'checkout'])
        .default('auto')
        .describe('How the code comes to the server: `deploy-key` fetches it there with a key that is registered at GitHub, `checkout` sends what is checked out; `auto` takes the first where `deploy-key-token` allows it.')
        .meta({ examples: ['deploy-key'] }),
    env_variables: schemas/* record */.g1P(fields/* variableName */.cG, configuration_fields/* variableValue */.eV)
        .default({})
        .describe('Environment variables of every process, for values that are no secrets.')
        .meta({ examples: [{ LOG_LEVEL: 'info' }] }),
    secrets: secrets/* secretNames */.X
        .default([])
        .describe('Variables that every process gets from the environment of the workflow’s step; `{NAME: OTHER}` takes the step’s OTHER.')
        .meta({ examples: [['SECRET_KEY', { DATABASE_PASSWORD: 'STAGING_DATABASE_PASSWORD' }]] }),
    health_check: healthCheck,
    drain: (0,configuration_fields/* wholeNumber */.rD)(1, 3600)
        .default(60)
        .describe('Seconds that requests which are under way at the switch have to come to their end on the release before; then they are cut. A `stop_timeout` of the web process stands above it.')
        .meta({ examples: [300] }),
    release_tasks: release_tasks/* releaseTasks */.aW,
};
/** The project of a primary service: its type decides which keys it takes beside the common ones. */
const projectSchema = schemas/* discriminatedUnion */.gMt('type', oneOrMore(catalog/* projectTypes */.vy.map(projectOf)))
    .describe('The project, its sources and its processes.');
/**
 * The mistakes of a project that has no type of the catalogue, in the keys that every type has: without a type, the
 * union of all of them looks no further.
 */
const mistakesWithoutType = (project) => schemas/* looseObject */._H3({ ...common, processes: processes/* processes */.uF }).safeParse(project, { error: words/* words */.aL, reportInput: true }).error
    ?.issues ?? [];
/** The schema of one type of project, whose output is ready for the rest of the program. */
function projectOf(type) {
    const own = type.schema.shape;
    const word = schemas/* literal */.euz(type.type);
    return type.schema
        .safeExtend({
        type: (type.type === defaultType ? word.default(type.type) : word)
            .describe('Type of the project.')
            .meta({ examples: [type.type] }),
        ...common,
        processes: type.supervised ? processes/* processes */.uF : processes/* standaloneProcesses */.DU,
    })
        .describe(type.schema.description ?? '')
        .superRefine((project, context) => (0,project_checks/* checkProject */.s)(type, project, context), { when: () => true })
        .transform((all) => {
        const project = all;
        return {
            type,
            settings: Object.fromEntries(Object.entries(all).filter(([key]) => key in own)),
            repository: project.repository,
            ref: project.ref,
            envVariables: project.env_variables,
            secrets: project.secrets,
            source: project.source,
            healthCheck: project.health_check,
            drainSeconds: project.drain,
            releaseTasks: project.release_tasks,
            processes: project.processes,
        };
    });
}
function oneOrMore([first, ...rest]) {
    if (first === undefined)
        throw new TypeError('The catalogue has no types of projects');
    return [first, ...rest];
}


/***/ }),

/***/ 2997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ withoutLogin),
/* harmony export */   p: () => (/* binding */ redacted)
/* harmony export */ });
/** What stands in place of a secret. */
const hidden = '***';
/** Names of variables whose values are likely to be secrets, though they stand in the file for everybody to read. */
const secretName = /PASS|SECRET|TOKEN|CREDENTIAL|PRIVATE|AUTH|DSN|(?:^|_)(?:API|ACCESS)?KEY(?:_|$)/i;
/** The keys that hold mappings of the user's own names. */
const variables = /(?:^|\.)(?:env_variables|build_args|headers)\.([^.]+)$/;
/** Settings as text that anybody may read: without what looks like a secret, and without `secrets`, wherever they are. */
const redacted = (settings, secrets) => {
    // Anything shorter stands in the settings by chance.
    const known = secrets.filter((secret) => secret.length > 3).sort((a, b) => b.length - a.length);
    return settings.map((setting) => {
        const name = variables.exec(setting.key)?.[1];
        if (name !== undefined && secretName.test(name))
            return { ...setting, value: hidden };
        return { ...setting, value: clean(setting.value, known) };
    });
};
function clean(value, secrets) {
    if (Array.isArray(value))
        return value.map((item) => clean(item, secrets));
    if (typeof value !== 'string')
        return value;
    const text = secrets.reduce((rest, secret) => rest.replaceAll(secret, hidden), value);
    return withoutLogin(text);
}
/** A text without the names and passwords in its addresses. */
const withoutLogin = (text) => text.replaceAll(/(?<=:\/\/)[^/@\s]*:[^/@\s]+(?=@)|(?<=https?:\/\/)[^/@\s]+(?=@)/g, hidden);


/***/ }),

/***/ 4352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AK: () => (/* binding */ commandsOnce),
/* harmony export */   aW: () => (/* binding */ releaseTasks),
/* harmony export */   ay: () => (/* binding */ timed),
/* harmony export */   pI: () => (/* binding */ usualDeadline)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2311);
/* harmony import */ var _catalog_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7118);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3369);



/** Seconds that a task or a hook has where nothing says otherwise. */
const usualDeadline = 1800;
const command = _catalog_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .commandLine */ .ay.transform(_catalog_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .commandWords */ .Bl);
const deadline = (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(1, 86_400);
/** A command that runs once: the command line alone, or with a name for people and a deadline. */
const commandOnce = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
    command.transform((words) => ({ name: undefined, command: words, deadline: undefined })),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        name: _catalog_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .safeName */ .jC
            .optional()
            .describe('Name for people; by default its place in the list.')
            .meta({ examples: ['warm-up'] }),
        command: command.describe('Command line.').meta({ examples: ['python manage.py warm_up'] }),
        deadline: deadline
            .optional()
            .describe('Seconds after which it is ended, and counts as failed.')
            .meta({ examples: [300] }),
    }),
], 'must be a command, or a mapping with `command`, `name` and `deadline`');
/** A list of commands, each with a name: those without one are called by their place. */
const commandsOnce = (prefix) => zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(commandOnce).transform((list) => list.map(({ name, command, deadline }, index) => ({
    name: name ?? `${prefix}-${index + 1}`,
    command,
    deadlineSeconds: deadline,
})));
/** The commands with a deadline for those that have none. */
const timed = (list, seconds) => list.map((task) => ({ ...task, deadlineSeconds: task.deadlineSeconds ?? seconds }));
/** Tasks that run once in each release, in the release's own container. */
const releaseTasks = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    before_switch: commandsOnce('before-switch')
        .prefault([])
        .describe('Commands before visitors reach the release, behind those of the project’s type; when one fails, the old release stays.')
        .meta({ examples: [['python manage.py check --deploy']] }),
    after_switch: commandsOnce('after-switch')
        .prefault([])
        .describe('Commands when visitors reach the release; when one fails, the old release comes back.')
        .meta({ examples: [[{ name: 'warm-up', command: 'python manage.py warm_up' }]] }),
    deadline: deadline
        .default(usualDeadline)
        .describe('Seconds that each task has unless it says otherwise, also those of the project’s type, such as `migrate`.')
        .meta({ examples: [600] }),
})
    .transform(({ before_switch, after_switch, deadline }) => ({
    beforeSwitch: timed(before_switch, deadline),
    afterSwitch: timed(after_switch, deadline),
    deadlineSeconds: deadline,
}))
    .prefault({})
    .describe('Commands that run once in each release.')
    .meta({ examples: [{ before_switch: ['python manage.py check --deploy'] }] });


/***/ }),

/***/ 6503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ deploymentSchema),
  U: () => (/* binding */ noConfiguration)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./lib/catalog/fields.js
var fields = __webpack_require__(7118);
// EXTERNAL MODULE: ./lib/catalog/index.js + 28 modules
var catalog = __webpack_require__(7435);
// EXTERNAL MODULE: ./lib/configuration/branches.js
var branches = __webpack_require__(7772);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/configuration/container-fields.js



/** Fields that containers have in common: limits, volumes, published ports. */
const units = { k: 1024, m: 1024 ** 2, g: 1024 ** 3 };
/** Docker takes no less than 6 MiB (moby, daemon/config). */
const leastMemory = 6 * units.m;
/** An amount of memory, such as `512m` or `2g`, in bytes. */
const memory = schemas/* string */.YjP()
    .regex(/^\d{1,6}[kmg]$/, 'must be an amount of memory, such as 512m or 2g')
    .transform((text) => Number(text.slice(0, -1)) * units[text.slice(-1)])
    .refine((bytes) => bytes >= leastMemory, 'is less than the 6m that Docker takes at least');
/** The keys that limit a container. */
const limitFields = {
    memory: memory
        .optional()
        .describe('Memory that it may use; the kernel ends what exceeds it. By default without limit.')
        .meta({ examples: ['512m'] }),
    cpus: schemas/* number */.aig()
        .min(0.01)
        .max(1024)
        .optional()
        .describe('Processors that it may use at once, also in parts. By default all.')
        .meta({ examples: [1.5] }),
};
/** The limits from those keys. */
const limitsOf = (keys) => ({ memoryBytes: keys.memory, cpus: keys.cpus });
const volumePattern = /^([A-Za-z0-9][A-Za-z0-9_.-]{0,63}|(?:\/[A-Za-z0-9_.@+-]+)+):((?:\/[A-Za-z0-9_.@+-]+)+)(?::(ro|rw))?$/;
/** A volume or a folder of the server in a container: `NAME:/PATH`, `/FOLDER:/PATH`, each with `:ro` for read-only. */
const volume = schemas/* string */.YjP()
    .regex(volumePattern, 'must be NAME:/PATH or /FOLDER:/PATH, with :ro behind it for read-only')
    .refine((text) => text.split(':').every((part) => !part.startsWith('/') || external_node_path_.posix.normalize(part) === part), 'must not contain . or .. as a part of a path')
    .transform((text) => {
    const [, source = '', target = '', mode] = volumePattern.exec(text) ?? [];
    return { source, target, readOnly: mode === 'ro' };
});
/** The key for more volumes. */
const volumesField = schemas/* array */.YOg(volume)
    .default([])
    .describe('More volumes: `NAME:/PATH` for a volume that Docker keeps as `<project_name>-NAME`, `/FOLDER:/PATH` for a folder of the server; `:ro` behind it for read-only.')
    .meta({ examples: [['cache:/var/cache/app', '/srv/fonts:/usr/share/fonts/own:ro']] });
const publishPattern = /^([0-9.]{7,15}):(\d{1,5}):(\d{1,5})$/;
const isPort = (text) => Number(text) >= 1 && Number(text) <= 65535;
/** A port of a service on an address of the server: `127.0.0.1:5432:5432`. */
const publish = schemas/* string */.YjP()
    .regex(publishPattern, 'must be ADDRESS:PORT:PORT, such as 127.0.0.1:5432:5432')
    .refine((text) => {
    const [address = '', ...ports] = text.split(':');
    return (0,external_node_net_.isIPv4)(address) && ports.every(isPort);
}, 'must be an IPv4 address of the server and two ports from 1 to 65535')
    .transform((text) => {
    const [, address = '', hostPort = '', port = ''] = publishPattern.exec(text) ?? [];
    return { address, hostPort: Number(hostPort), port: Number(port) };
});
/** The key for ports that are reached from outside of the project. */
const publishField = schemas/* array */.YOg(publish)
    .default([])
    .describe('Ports that the server itself offers, `ADDRESS:PORT:PORT` (the server’s, then the service’s). By default none: only the project reaches the service. What is not on 127.0.0.1 passes by ufw.')
    .meta({ examples: [['127.0.0.1:5432:5432']] });

// EXTERNAL MODULE: ./lib/configuration/fields.js
var configuration_fields = __webpack_require__(3369);
// EXTERNAL MODULE: ./lib/configuration/release-tasks.js
var release_tasks = __webpack_require__(4352);
;// CONCATENATED MODULE: ./lib/configuration/hooks.js


/** Commands on the server itself, around each release. */
const hooks = schemas/* strictObject */.rej({
    before_switch: (0,release_tasks/* commandsOnce */.AK)('hook-before-switch')
        .prefault([])
        .describe('Commands when the release is healthy, before visitors reach it; when one fails, the old release stays.')
        .meta({ examples: [['/usr/local/bin/warm-cache']] }),
    after_switch: (0,release_tasks/* commandsOnce */.AK)('hook-after-switch')
        .prefault([])
        .describe('Commands when visitors reach the release and its helpers run; when one fails, the old release comes back.')
        .meta({ examples: [[{ name: 'announce', command: '/usr/local/bin/announce --quiet' }]] }),
    on_failure: (0,release_tasks/* commandsOnce */.AK)('hook-on-failure')
        .prefault([])
        .describe('Commands when a release has failed, and the one before it serves; one that fails is a warning.')
        .meta({ examples: [['/usr/local/bin/page-someone']] }),
})
    .superRefine((hooks, context) => {
    const taken = new Set();
    // A list with a mistake in it is as it was written: what has no name there has not been given one yet.
    const written = hooks;
    for (const [key, list] of Object.entries(written)) {
        for (const [index, { name }] of list.entries()) {
            if (name === undefined)
                continue;
            if (taken.has(name)) {
                const message = `has the name \`${name}\`, which another hook has`;
                context.addIssue({ code: 'custom', path: [key, index], message });
            }
            taken.add(name);
        }
    }
})
    .transform(({ before_switch, after_switch, on_failure }) => ({
    beforeSwitch: (0,release_tasks/* timed */.ay)(before_switch, release_tasks/* usualDeadline */.pI),
    afterSwitch: (0,release_tasks/* timed */.ay)(after_switch, release_tasks/* usualDeadline */.pI),
    onFailure: (0,release_tasks/* timed */.ay)(on_failure, release_tasks/* usualDeadline */.pI),
}))
    .prefault({})
    .describe('Commands on the server itself, as the user that the deployer works as there, with the release’s facts in `JETEE_…` variables. No shell reads them.')
    .meta({ examples: [{ after_switch: ['/usr/local/bin/purge-cdn'] }] });

// EXTERNAL MODULE: ./lib/configuration/secrets.js
var secrets = __webpack_require__(9067);
// EXTERNAL MODULE: ./lib/configuration/unique.js
var unique = __webpack_require__(6059);
;// CONCATENATED MODULE: ./lib/configuration/previews.js







/** What stands for a preview in `server_names`, and in nothing else. */
const placeholders = ['number', 'branch', 'project'];
const probe = { number: '1', branch: 'a', project: 'a' };
/** A name of a preview's site, with the places in it that differ from one preview to another. */
const namePattern = schemas/* string */.YjP()
    .regex(/^[a-z0-9.{}-]+$/, 'must be a DNS name in lower case, with {number}, {branch} or {project} in it')
    .refine((pattern) => [...pattern.matchAll(/\{([^{}]*)\}/g)].every(([, word]) => placeholders.some((p) => p === word)), 'must have no other place than {number}, {branch} and {project}')
    .refine((pattern) => pattern.includes('{number}') || pattern.includes('{branch}'), 'must have {number} or {branch} in it: two previews never share a name')
    .refine((pattern) => /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*$/.test(pattern.replaceAll(/\{(\w+)\}/g, (_, word) => probe[word] ?? '')), 'must be a DNS name once its places are filled');
/** Days or hours, such as `7d` or `12h`, in seconds; `never` for none. */
const age = schemas/* string */.YjP()
    .regex(/^(?:[1-9]\d{0,3}[hd]|never)$/, 'must be hours or days, such as 12h or 7d, or never')
    .transform((text) => text === 'never' ? undefined : Number(text.slice(0, -1)) * (text.endsWith('d') ? 86_400 : 3600));
const label = schemas/* string */.YjP()
    .regex(/^[^\p{C}\p{Zl}\p{Zp}]{1,50}$/u, 'must be the name of a label: text on one line, at most 50 characters');
/** The previews of pull requests. */
const previewsSchema = schemas/* strictObject */.rej({
    configuration: configuration_fields/* configurationName */.Sh
        .default('Staging')
        .describe('Configuration that each preview is made from.')
        .meta({ examples: ['Staging'] }),
    server_names: (0,unique/* withoutTwins */.o)(schemas/* array */.YOg(namePattern))
        .default([])
        .describe('Names of a preview’s site: `{number}` is that of the pull request, `{branch}` its branch made safe, with the number behind it, `{project}` the project’s name. Their DNS must lead to the server. By default a name below sslip.io, which needs none.')
        .meta({ examples: [['pr-{number}.preview.example.com']] }),
    services: (0,unique/* withoutTwins */.o)(schemas/* array */.YOg(fields/* safeName */.jC))
        .optional()
        .describe('Secondary services of the configuration that a preview has, by name; by default all.')
        .meta({ examples: [['postgresql']] }),
    secrets: secrets/* secretNames */.X
        .optional()
        .describe('Secrets of the previews, in place of those of the configuration’s project. Previews of forks get these alone.')
        .meta({ examples: [[{ SECRET_KEY: 'PREVIEW_SECRET_KEY' }]] }),
    seed: (0,release_tasks/* commandsOnce */.AK)('seed')
        .prefault([])
        .transform((list) => (0,release_tasks/* timed */.ay)(list, release_tasks/* usualDeadline */.pI))
        .describe('Commands that run once for each preview, before its first release is reached.')
        .meta({ examples: [['python manage.py loaddata demo']] }),
    ...limitFields,
    max: (0,configuration_fields/* wholeNumber */.rD)(1, 200)
        .default(10)
        .describe('Previews of the project on the server at once; one more is refused.')
        .meta({ examples: [5] }),
    expires_after: age
        .prefault('14d')
        .describe('Hours or days without an update after which the server removes a preview by itself; `never` for none.')
        .meta({ examples: ['7d'] }),
    label: label
        .optional()
        .describe('Label that a pull request must have for a preview; by default each has one. For a pull request of a fork somebody who may write sets it: without this key, the label `preview`.')
        .meta({ examples: ['preview'] }),
    skip_label: label
        .default('no-preview')
        .describe('Label with which a pull request has no preview.')
        .meta({ examples: ['no-preview'] }),
    password: schemas/* union */.KCZ([schemas/* literal */.euz('none'), fields/* variableName */.cG])
        .default('PREVIEW_PASSWORD')
        .describe('Variable of the workflow’s step that holds the password of the previews’ sites, for the user `preview`; `none` lets everybody look.')
        .meta({ examples: ['none'] }),
    noindex: schemas/* boolean */.zMY()
        .default(true)
        .describe('Whether search engines are told to stay away.')
        .meta({ examples: [false] }),
    forks: schemas/* boolean */.zMY()
        .default(false)
        .describe('Whether pull requests of forks may have previews on a server that also holds a production configuration.')
        .meta({ examples: [true] }),
})
    .superRefine(({ label: wanted, skip_label: unwanted }, context) => {
    // For GitHub, labels that differ only in case are one.
    if (wanted?.toLowerCase() === unwanted.toLowerCase())
        context.addIssue({
            code: 'custom',
            path: ['skip_label'],
            message: 'must be another label than `label`: no pull request would have a preview',
        });
})
    .transform((previews) => ({
    configuration: previews.configuration,
    serverNames: previews.server_names,
    services: previews.services,
    secrets: previews.secrets,
    seed: previews.seed,
    limits: limitsOf(previews),
    most: previews.max,
    expiresSeconds: previews.expires_after,
    label: previews.label,
    skipLabel: previews.skip_label,
    password: previews.password === 'none' ? undefined : previews.password,
    noindex: previews.noindex,
    forks: previews.forks,
}))
    .describe('Previews: a whole stack for each pull request, on the server of a configuration.');

// EXTERNAL MODULE: ./lib/configuration/project.js + 1 modules
var configuration_project = __webpack_require__(2698);
// EXTERNAL MODULE: ./lib/configuration/project-checks.js
var project_checks = __webpack_require__(6437);
// EXTERNAL MODULE: ./lib/configuration/entries.js
var entries = __webpack_require__(3782);
;// CONCATENATED MODULE: ./lib/configuration/services.js







/**
 * A service's name. The project's own containers are `app` with a number, and known by the word `primary`; variables
 * begin with the name, and no variable begins with a digit.
 */
const serviceName = fields/* safeName */.jC
    .regex(/^[a-z]/, 'must begin with a letter, as the project’s variables do')
    .refine((name) => !/^(?:primary|app(?:-.*)?)$/.test(name), 'is a name of the project’s own container');
/** The keys that every secondary service has. */
const common = {
    container_name: serviceName
        .optional()
        .describe('Name of the service in the project, for two of a kind: its container is `<project_name>-<container_name>`. By default its type.')
        .meta({ examples: ['reports'] }),
    image: fields/* imageReference */.rA
        .optional()
        .describe('Another image than the official one, with a tag or digest; it must keep the official one’s contract.')
        .meta({ examples: ['registry.example.com/mirror/image:1.2'] }),
    command: fields/* commandLine */.ay
        .transform(fields/* commandWords */.Bl)
        .optional()
        .describe('Arguments of the image’s entry point, split into words as a shell would, but run without one.')
        .meta({ examples: ['--verbose'] }),
    volumes: volumesField,
    env_variables: schemas/* record */.g1P(fields/* variableName */.cG, configuration_fields/* variableValue */.eV)
        .default({})
        .describe('Environment variables of the container, for values that are no secrets.')
        .meta({ examples: [{ TZ: 'UTC' }] }),
    ...limitFields,
    publish: publishField,
    password: fields/* variableName */.cG
        .optional()
        .describe('Variable of the action’s step that holds the service’s password: printable ASCII characters, without blanks, quotes and backslashes. By default one is generated on the server’s first build, and kept there.')
        .meta({ examples: ['POSTGRES_PASSWORD'] }),
};
const secondaryService = (0,entries/* listEntry */.p)(catalog/* serviceTypes */.n3, common, (type, settings, keys) => ({
    name: keys.container_name ?? type.type,
    type,
    settings,
    common: {
        image: keys.image,
        command: keys.command,
        volumes: keys.volumes,
        envVariables: keys.env_variables,
        limits: limitsOf(keys),
        publish: keys.publish,
        password: keys.password,
    },
}), ({ password }) => (password === 'nothing' ? ['password'] : []));
/** The list of secondary services. */
const secondaryServices = (0,unique/* checkAgainstEarlier */.y)(schemas/* array */.YOg(secondaryService), serviceClash)
    .default([])
    .describe('Databases, caches and the like, each in a container of its own.')
    .meta({ examples: [['postgresql', { redis: { version: 8 } }]] });
/** What is wrong with a secondary service, by itself or given those before it. */
function serviceClash(item, earlier) {
    if (!isService(item))
        return undefined;
    const others = earlier.filter(isService);
    if (others.some(({ name }) => name === item.name))
        return `has the name \`${item.name}\`, which another service has; give one of them a \`container_name\``;
    return portClash(item, others) ?? reservedVariable(item) ?? mistake(item);
}
/** A port of the server that is published twice; 0.0.0.0 takes it on every address. */
function portClash({ common }, others) {
    const taken = others.flatMap(({ name, common: { publish } }) => publish.map((port) => ({ ...port, name })));
    const everywhere = '0.0.0.0';
    for (const { address, hostPort } of common.publish) {
        const other = taken.find((port) => port.hostPort === hostPort &&
            (port.address === address || port.address === everywhere || address === everywhere));
        if (other)
            return `publishes the server’s port ${hostPort}, which \`${other.name}\` has`;
    }
    return undefined;
}
/** A variable that would undo what the deployer has settled with the image. */
function reservedVariable({ type, common }) {
    const reserved = (type.reservedVariables ?? []).flatMap((name) => [name, `${name}_FILE`]);
    const found = Object.keys(common.envVariables).find((name) => reserved.includes(name));
    return found === undefined
        ? undefined
        : `must not set \`${found}\`: names and passwords are made by the deployer, and the project gets them in its environment`;
}
const mistake = ({ type, settings, common }) => type.mistake?.(settings, { image: common.image, memoryBytes: common.limits.memoryBytes });
const isService = (item) => (0,entries/* isEntryOf */.I)(catalog/* serviceTypes */.n3, item);

// EXTERNAL MODULE: ./lib/stack/nginx-text.js
var nginx_text = __webpack_require__(1766);
;// CONCATENATED MODULE: ./lib/configuration/site.js




/** Headers that nginx and the application say by themselves: a second one would cut or garble the answer. */
const reserved = [
    'connection',
    'content-encoding',
    'content-length',
    'content-range',
    'content-type',
    'date',
    'etag',
    'keep-alive',
    'last-modified',
    'location',
    'server',
    'status',
    'te',
    'trailer',
    'transfer-encoding',
    'upgrade',
];
const headerName = schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/, 'must be the name of a header: letters, digits and inner -')
    .refine((name) => !reserved.some((other) => other === name.toLowerCase()), {
    error: ({ input }) => `must be another header: the answer says its own ${String(input)}`,
});
const headerValue = schemas/* string */.YjP()
    .min(1)
    .regex(/^[\t\x20-\x7E]*$/, 'must be text in ASCII, on one line')
    .refine((value) => (0,nginx_text/* nginxText */.U)(value).length <= nginx_text/* longestNginxText */.A, 'is too long for nginx');
/** How nginx serves the site, as the file says it. */
const siteSchema = schemas/* strictObject */.rej({
    max_body_size: schemas/* string */.YjP()
        .regex(/^\d{1,6}[kmg]$/, 'must be a size, such as 100m or 1g (0m for no limit)')
        .default('100m')
        .describe('Largest body of a request, such as an upload; a larger one gets status 413.')
        .meta({ examples: ['1g'] }),
    timeout: (0,configuration_fields/* wholeNumber */.rD)(1, 86_400)
        .default(300)
        .describe('Seconds that the web process may be silent before the visitor gets status 504.')
        .meta({ examples: [60] }),
    redirect_www: schemas/* enum */.k5n(['none', 'add', 'remove'])
        .default('none')
        .describe('`remove` sends visitors of www.NAME on to NAME for each of `server_names`, `add` the other way round; `none` leaves it.')
        .meta({ examples: ['remove'] }),
    headers: schemas/* record */.g1P(headerName, headerValue)
        .default({})
        .describe('Headers that every answer of the site gets besides the application’s own.')
        .meta({ examples: [{ 'X-Frame-Options': 'DENY' }] }),
    maintenance_page: fields/* repositoryPath */.SH
        .optional()
        .describe('HTML file in the repository that is shown while `maintenance on` holds; by default a page that asks for patience.')
        .meta({ examples: ['deploy/maintenance.html'] }),
})
    .transform((site) => ({
    maxBodySize: site.max_body_size,
    timeoutSeconds: site.timeout,
    redirectWww: site.redirect_www,
    headers: site.headers,
    maintenancePage: site.maintenance_page,
}))
    .prefault({})
    .describe('How the site answers.')
    .meta({ examples: [{ max_body_size: '1g' }] });

;// CONCATENATED MODULE: ./lib/configuration/schema.js













/** Names of a configuration's services; none where a mistake in it has kept them from being read. */
const servicesOf = (target) => target?.services?.map(({ name }) => name) ?? [];
/** Names of the tasks of a configuration's releases; none where a mistake in it has kept them from being read. */
const taskNamesOf = (target) => {
    const { type, releaseTasks } = target?.project ?? {};
    const own = [...(releaseTasks?.beforeSwitch ?? []), ...(releaseTasks?.afterSwitch ?? [])];
    return new Set([...(type?.taskNames ?? []), ...own.map(({ name }) => name)]);
};
/** Whether something is a project as it is written, with a type that is none. */
const namesNoType = (project) => typeof project === 'object' &&
    project !== null &&
    'type' in project &&
    !catalog/* projectTypes */.vy.some((type) => project.type === type || project.type === type.type);
const configuration = schemas/* strictObject */.rej({
    extends: schemas/* string */.YjP()
        .optional()
        .describe('Configuration of this file that this one is based on; what it says itself comes on top.')
        .meta({ examples: ['Staging'] }),
    hostname: configuration_fields/* host */.Hc
        .describe('DNS name or IP address of the server.')
        .meta({ examples: ['staging.example.com'] }),
    port: (0,configuration_fields/* wholeNumber */.rD)(1, 65535)
        .default(22)
        .describe('Port of the server’s SSH daemon.')
        .meta({ examples: [2222] }),
    username: configuration_fields/* loginName */.FI
        .default('root')
        .describe('Login on the server: root, a user with sudo, or a member of the group docker.')
        .meta({ examples: ['deploy'] }),
    server_names: (0,unique/* withoutTwins */.o)(schemas/* array */.YOg(configuration_fields/* serverName */.L5).min(1))
        .optional()
        .describe('Names under which the site answers; by default the hostname.')
        .meta({ examples: [['example.com', 'www.example.com']] }),
    project_name: configuration_fields/* projectName */.j1
        .optional()
        .describe('Name of everything on the server; by default the repository’s, made safe.')
        .meta({ examples: ['guestbook'] }),
    branches: (0,unique/* withoutTwins */.o)(schemas/* array */.YOg(branches/* branchPattern */.LX))
        .default([])
        .describe('Branches and tags that are deployed by this configuration, by name or glob: `*` stops at a slash, `**` does not.')
        .meta({ examples: [['main', 'release/**']] }),
    environment: branches/* environmentName */.VE
        .optional()
        .describe('Environment of GitHub that deployments are recorded under; by default the configuration’s name.')
        .meta({ examples: ['production'] }),
    production: schemas/* boolean */.zMY()
        .optional()
        .describe('Whether it is what customers use: GitHub’s deployments say so, and forks get no previews on its server unless `previews.forks` allows it. By default `true` for a configuration called `Production`.')
        .meta({ examples: [true] }),
    discovery: schemas/* enum */.k5n(['consul', 'docker'])
        .default('consul')
        .describe('How services find each other: `consul` registers each with its port and its health, `docker` leaves it at plain names.')
        .meta({ examples: ['docker'] }),
    keep_releases: (0,configuration_fields/* wholeNumber */.rD)(2, 100)
        .default(5)
        .describe('Good releases that are kept with image, settings and static files, the live one included; `rollback` goes back to them. Failed ones do not count.')
        .meta({ examples: [10] }),
    hooks: hooks,
    site: siteSchema,
    primary_service: schemas/* strictObject */.rej({
        base_image: fields/* imageReference */.rA
            .optional()
            .describe('Image to build on, of Debian’s family: with its own Python where `python_version` is given, else with Debian’s. By default Debian’s stable release, or `python:VERSION-slim`.')
            .meta({ examples: ['debian:bookworm-slim'] }),
        volumes: volumesField,
        env_variables: schemas/* record */.g1P(fields/* variableName */.cG, configuration_fields/* variableValue */.eV)
            .default({})
            .describe('Environment variables of the container, for values that are no secrets.')
            .meta({ examples: [{ TZ: 'Europe/Berlin' }] }),
        ...limitFields,
        project: configuration_project/* projectSchema */.$b,
    })
        .superRefine((primary, context) => (0,project_checks/* checkBaseImage */.X)(primary, context), { when: () => true })
        .superRefine(({ project }, context) => {
        for (const issue of (0,configuration_project/* mistakesWithoutType */.Ad)(project))
            context.addIssue({ ...issue, path: ['project', ...issue.path] });
    }, { when: ({ value }) => namesNoType(Object(value).project) })
        .describe('The container that runs the project.'),
    secondary_services: secondaryServices,
})
    .transform((target) => ({
    hostname: target.hostname,
    port: target.port,
    username: target.username,
    serverNames: target.server_names ?? [(0,configuration_fields/* asServerName */.F2)(target.hostname)],
    projectName: target.project_name,
    branches: target.branches,
    environment: target.environment,
    production: target.production,
    discovery: target.discovery,
    keepReleases: target.keep_releases,
    hooks: target.hooks,
    site: target.site,
    primary: {
        baseImage: target.primary_service.base_image,
        volumes: target.primary_service.volumes,
        envVariables: target.primary_service.env_variables,
        limits: limitsOf(target.primary_service),
    },
    project: target.primary_service.project,
    services: target.secondary_services,
}))
    .describe('One target: a server, and what runs there.');
/** What is said of previews of a configuration that is none. */
const noConfiguration = (names) => `must be one of the configurations: ${names.join(', ')}`;
/**
 * The deployment file: the one source of what it may say. The catalogue's entries are found in it by
 * themselves; its output is ready for the rest of the program.
 */
const deploymentSchema = schemas/* strictObject */.rej({
    configurations: schemas/* record */.g1P(configuration_fields/* configurationName */.Sh, configuration)
        .refine((all) => Object.keys(all).length > 0, 'must hold at least one configuration')
        .describe('The targets by name, such as `Staging` and `Production`.'),
    previews: previewsSchema.optional().meta({ examples: [{ configuration: 'Staging' }] }),
})
    .superRefine(({ configurations, previews }, context) => {
    if (previews && !Object.hasOwn(configurations, previews.configuration))
        context.addIssue({
            code: 'custom',
            path: ['previews', 'configuration'],
            message: noConfiguration(Object.keys(configurations)),
        });
    const names = servicesOf(configurations[previews?.configuration ?? '']);
    for (const [index, service] of (previews?.services ?? []).entries())
        if (names.length > 0 && !names.includes(service))
            context.addIssue({
                code: 'custom',
                path: ['previews', 'services', index],
                message: `must be one of the configuration’s services: ${names.join(', ')}`,
            });
    const tasks = taskNamesOf(configurations[previews?.configuration ?? '']);
    for (const [index, { name }] of (previews?.seed ?? []).entries()) {
        if (tasks.has(name))
            context.addIssue({
                code: 'custom',
                path: ['previews', 'seed', index],
                message: `has the name \`${name}\`, which another task has`,
            });
        tasks.add(name);
    }
})
    .describe('A deployment file.');


/***/ }),

/***/ 9067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ secretNames)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2311);
/* harmony import */ var _catalog_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7118);
/* harmony import */ var _unique_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6059);



/** A secret by the name of its variable, or `{NAME: OTHER}` where the step calls it OTHER. */
const secretName = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
    _catalog_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .variableName */ .cG.transform((name) => ({ name, from: name })),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(_catalog_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .variableName */ .cG, _catalog_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .variableName */ .cG)
        .refine((names) => Object.keys(names).length === 1, 'must name one secret, as NAME: OTHER_NAME')
        .transform((names) => {
        const [[name, from] = ['', '']] = Object.entries(names);
        return { name, from };
    }),
], 'must be the name of a variable, or NAME: OTHER_NAME');
/** Secrets that are taken from the environment of the workflow's step; none stands twice. */
const secretNames = (0,_unique_js__WEBPACK_IMPORTED_MODULE_2__/* .checkAgainstEarlier */ .y)(zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(secretName), (item, earlier) => earlier.some((other) => isSecretName(other) && isSecretName(item) && other.name === item.name)
    ? 'stands in the list twice'
    : undefined);
const isSecretName = (item) => typeof item === 'object' && item !== null && 'name' in item && 'from' in item;


/***/ }),

/***/ 7848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   S3: () => (/* binding */ itemsOf),
/* harmony export */   SC: () => (/* binding */ mapAt),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   cF: () => (/* binding */ pairOf),
/* harmony export */   cO: () => (/* binding */ withValue),
/* harmony export */   gT: () => (/* binding */ listAt),
/* harmony export */   kZ: () => (/* binding */ isNull)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

/** The name of a pair, when its key is plain text or the like. */
const nameOf = ({ key }) => ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? String(key.value) : undefined);
/** The pair of that name in a mapping; undefined when the value is no mapping or has none. */
const pairOf = (tree, name) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(tree) ? tree.items.find((pair) => nameOf(pair) === name) : undefined;
/** The value behind some keys; null when there is none. */
const valueAt = (tree, path) => path.reduce((around, name) => pairOf(around, name)?.value ?? null, tree);
/** A text that stands behind some keys; undefined when there is none. */
function textAt(tree, path) {
    const node = valueAt(tree, path);
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && typeof node.value === 'string' ? node.value : undefined;
}
/** Whether a value is left empty, or is `null`. */
const isNull = (tree) => tree === null || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(tree) && tree.value === null);
/** A mapping with other pairs at the place of a node. */
function mapAt(place, pairs) {
    const map = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLMap */ .CA();
    map.items = [...pairs];
    map.range = place.range ?? null;
    return map;
}
/** A list with other items at the place of a node. */
function listAt(place, items) {
    const list = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLSeq */ .Rw();
    list.items = [...items];
    list.range = place.range ?? null;
    return list;
}
/** A pair with another value. */
const withValue = ({ key }, value) => new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Pair */ .Rm(key, value);
/** The items of a list; none when the value is no list. */
const itemsOf = (tree) => ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(tree) ? tree.items : []);


/***/ }),

/***/ 6059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ withoutTwins),
/* harmony export */   y: () => (/* binding */ checkAgainstEarlier)
/* harmony export */ });
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


/***/ }),

/***/ 2215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LO: () => (/* binding */ missing),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   ny: () => (/* binding */ takes)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2311);
/* harmony import */ var _near_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8578);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1425);



/** What is said of a key that must be there and is not. */
const missing = 'is missing';
/** What comes before the keys that a mapping takes. */
const takes = 'this mapping takes';
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
    const description = schema instanceof zod__WEBPACK_IMPORTED_MODULE_1__/* .ZodType */ .aRx ? schema.description : undefined;
    return description ? `${missing} (${description.replace(/\.$/, '')})` : missing;
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
    const near = typeof input === 'string' ? (0,_near_js__WEBPACK_IMPORTED_MODULE_2__/* .nearMiss */ .b)(input, known) : undefined;
    const list = known.map((value) => `\`${value}\``).join(', ');
    const expected = known.length === 1 ? `must be ${list}` : `must be one of ${list}`;
    return near ? `${expected}; did you mean \`${near}\`?` : expected;
}
/** A key that may not stand in its mapping; behind an empty one, it is likely to lack an indent. */
function unknownKey(key, known, mapping) {
    const near = (0,_near_js__WEBPACK_IMPORTED_MODULE_2__/* .nearMiss */ .b)(key, known);
    if (near)
        return `is not a key here; did you mean \`${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(near)}\`?`;
    const before = Object.entries(mapping).slice(0, Object.keys(mapping).indexOf(key));
    const parent = before.findLast(([, value]) => value === null)?.[0];
    const hint = parent === undefined ? '' : `; indent it further if it belongs to \`${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(parent)}\``;
    return `is not a key here; ${takes} ${known.map((name) => `\`${name}\``).join(', ')}${hint}`;
}
const knownKeys = (schema) => schema instanceof zod__WEBPACK_IMPORTED_MODULE_1__/* .ZodObject */ .bvH ? Object.keys(schema.shape) : [];
/** A size or number out of bounds. */
function bound(which, origin, limit) {
    if (origin === 'string')
        return limit === 1 ? 'must not be empty' : `must have ${which} ${limit} characters`;
    if (origin === 'array')
        return `must hold ${which} ${limit === 1 ? 'one' : limit}`;
    return `must be ${which} ${limit}`;
}


/***/ }),

/***/ 4018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ ownerAndRepo),
/* harmony export */   i: () => (/* binding */ openAsk)
/* harmony export */ });
/* harmony import */ var _tries_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6366);

/** Makes somebody who asks; the client is loaded with the first question. */
const openAsk = ({ apiUrl, tokens, signal }) => {
    const given = tokens.filter((token) => token !== '');
    let clients;
    return async (call) => {
        clients ??= Promise.all(/* import() */[__webpack_require__.e(413), __webpack_require__.e(636)]).then(__webpack_require__.bind(__webpack_require__, 636)).then(({ openClient }) => given.map((token) => openClient({ apiUrl, token, signal })));
        let refusal = new Error('no token was given');
        for (const client of await clients) {
            try {
                return await call(client);
            }
            catch (error) {
                refusal = error;
                // GitHub says 404 to those who may not even know.
                if (![401, 403, 404].includes((0,_tries_js__WEBPACK_IMPORTED_MODULE_0__/* .troubleOf */ .LH)(error).status ?? 0))
                    throw error;
            }
        }
        throw refusal;
    };
};
/** A repository as most calls want it. */
const ownerAndRepo = (repository) => {
    const [owner = '', repo = ''] = repository.split('/');
    return { owner, repo };
};


/***/ }),

/***/ 6745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ whyNot),
/* harmony export */   _: () => (/* binding */ openDeployKeys)
/* harmony export */ });
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4018);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8595);
/* harmony import */ var _tries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6366);



/** Works with deploy keys; `title` stands beside those that are added. */
const openDeployKeys = (ask, title) => {
    const list = (repository) => ask((octokit) => octokit.paginate(octokit.rest.repos.listDeployKeys, { ...(0,_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerAndRepo */ .H)(repository), per_page: 100 }));
    const find = async (repository, publicKey) => (await list(repository)).find(({ key }) => plain(key) === plain(publicKey));
    const removeId = (repository, key_id) => ask((octokit) => octokit.rest.repos.deleteDeployKey({ ...(0,_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerAndRepo */ .H)(repository), key_id })).catch((error) => {
        // Somebody else was faster.
        if ((0,_tries_js__WEBPACK_IMPORTED_MODULE_2__/* .troubleOf */ .LH)(error).status !== 404)
            throw error;
    });
    const add = async (repository, publicKey) => {
        try {
            await ask((octokit) => octokit.rest.repos.createDeployKey({
                ...(0,_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerAndRepo */ .H)(repository),
                title,
                key: plain(publicKey),
                read_only: true,
                // GitHub refuses a key that it has, so that no try adds a second one.
                request: { repeatable: true },
            }));
        }
        catch (error) {
            // Another project of the same repository was faster, or the answer to an earlier try was lost.
            if ((0,_tries_js__WEBPACK_IMPORTED_MODULE_2__/* .troubleOf */ .LH)(error).status === 422 && (await find(repository, publicKey)))
                return;
            throw error;
        }
    };
    return {
        async admit(repository, { publicKey, hasWorked }) {
            try {
                const found = await find(repository, publicKey);
                if (found && found.enabled !== false)
                    return { kind: 'admitted', how: `The server fetches ${repository} with its deploy key` };
                if (found)
                    await removeId(repository, found.id);
                if (found || hasWorked)
                    return { kind: 'gone' };
                await add(repository, publicKey);
                return {
                    kind: 'admitted',
                    how: `The server fetches ${repository} with a deploy key, which was added there as “${title}”, to read only`,
                };
            }
            catch (error) {
                return { kind: 'refused', why: whyNot(repository, error) };
            }
        },
        has: async (repository, publicKey) => (await find(repository, publicKey)) !== undefined,
        async remove(repository, publicKey) {
            const found = await find(repository, publicKey);
            if (found)
                await removeId(repository, found.id);
            return found !== undefined;
        },
    };
};
/** A public key without its comment, which GitHub does not keep. */
const plain = (key) => key.trim().split(/\s+/).slice(0, 2).join(' ');
/** Why GitHub did not take a key, as a phrase that follows “as”. */
const whyNot = (repository, error) => {
    const trouble = (0,_tries_js__WEBPACK_IMPORTED_MODULE_2__/* .troubleOf */ .LH)(error);
    const { status, headers, message } = trouble;
    const limit = (0,_tries_js__WEBPACK_IMPORTED_MODULE_2__/* .limitOf */ .LF)(trouble, Date.now());
    if (limit)
        return `GitHub takes no more requests of the input \`deploy-key-token\` until ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .clock */ .p)(limit.until)} (${message})`;
    if (status === 401)
        return `GitHub does not know the token of the input \`deploy-key-token\` (${message})`;
    if (headers['x-github-sso'] !== undefined)
        return 'the token of the input `deploy-key-token` has to be authorized for the organization’s single sign-on';
    if (status === 422)
        return `GitHub does not take the server’s deploy key for ${repository} (${message})`;
    if (status === 403 || status === 404)
        return `GitHub does not let the input \`deploy-key-token\` write deploy keys of ${repository} (${status} ${message}): it needs \`administration: write\`, and the organization must allow deploy keys`;
    return `GitHub’s API did not take the server’s deploy key for ${repository} (${message})`;
};


/***/ }),

/***/ 5767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qv: () => (/* binding */ fetchingOf),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   rs: () => (/* binding */ keysPageOf),
/* harmony export */   yS: () => (/* binding */ folderOf)
/* harmony export */ });
/* unused harmony export knownName */
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7340);
/* harmony import */ var _source_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1808);
/* harmony import */ var _source_submodules_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8478);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4018);
/* harmony import */ var _deploy_keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6745);
/* harmony import */ var _tries_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6366);






/** Has the server fetch a commit; GitHub is asked only when it comes to that. */
const fetchingOf = (source, options) => {
    const { ask, askKeys, title, serverUrl } = options;
    const deployKeys = askKeys && (0,_deploy_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .openDeployKeys */ ._)(askKeys, title);
    let home;
    return {
        kind: 'fetch',
        async repositories() {
            const own = await repositoryAt(ask, options.repository, serverUrl).catch((cause) => {
                throw new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
                    what: `GitHub does not tell where ${options.repository} is fetched from`,
                    why: (0,_tries_js__WEBPACK_IMPORTED_MODULE_4__/* .troubleOf */ .LH)(cause).message,
                    next: 'The input `token` must be able to read the repository (`contents: read`).',
                }, { cause });
            });
            home = own.sshUrl;
            const main = fetched(own, true, { path: '', commit: source.commit });
            return [main, ...(await submodulesOf(source, own.fullName, options))];
        },
        async hostKeys() {
            const { data } = await ask((octokit) => octokit.rest.meta.get()).catch((error) => {
                // A GitHub Enterprise Server may have no such page.
                if ((0,_tries_js__WEBPACK_IMPORTED_MODULE_4__/* .troubleOf */ .LH)(error).status === 404)
                    return { data: { ssh_keys: [] } };
                const why = (0,_tries_js__WEBPACK_IMPORTED_MODULE_4__/* .troubleOf */ .LH)(error).message;
                throw new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ what: 'GitHub does not tell its SSH host keys', why }, { cause: error });
            });
            const host = knownName(home ?? '');
            return (data.ssh_keys ?? []).map((key) => `${host} ${key}\n`).join('');
        },
        admit: async ({ fullName }, key) => (await deployKeys?.admit(fullName, key)) ?? { kind: 'unknown' },
        instead: options.instead,
    };
};
/** Asks GitHub about a repository, also by a name that it had before. */
const repositoryAt = async (ask, repository, serverUrl) => {
    const { data } = await ask((octokit) => octokit.rest.repos.get((0,_ask_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository)));
    return {
        fullName: data.full_name,
        isPrivate: data.private,
        sshUrl: data.ssh_url,
        httpsUrl: data.clone_url,
        keysPage: keysPageOf(data.full_name, serverUrl),
    };
};
/** Page at GitHub where a person adds a deploy key. */
const keysPageOf = (repository, serverUrl) => `${serverUrl}/${repository}/settings/keys/new`;
/** Name of a repository's folder on the server. No owner's name has two hyphens in a row, so that no two share one. */
const folderOf = (repository) => repository.toLowerCase().replace('/', '--');
/** The repository that such a folder is for, in small letters, which GitHub takes for the same. */
const repositoryOf = (folder) => folder.replace('--', '/');
const fetched = ({ fullName, sshUrl, httpsUrl, keysPage }, withKey, { path, commit }) => ({
    fullName,
    folder: folderOf(fullName),
    commit,
    url: withKey ? sshUrl : httpsUrl,
    withKey,
    path,
    keysPage,
});
const submodulesOf = async (source, repository, { ask, askKeys, serverUrl, isForeign }) => {
    /** Repositories of the submodules so far, by their path. */
    const names = new Map([['', repository]]);
    const found = [];
    for (const submodule of source.submodules) {
        const { path } = submodule;
        const outer = [...names.keys()].filter((own) => own === '' || path.startsWith(`${own}/`)).at(-1) ?? '';
        const prefix = outer === '' ? '' : `${outer}/`;
        if (path !== path.trim())
            throw unfetchable(path, 'Its path begins or ends with a blank');
        const urls = (0,_source_submodules_js__WEBPACK_IMPORTED_MODULE_5__/* .readGitmodules */ .s)((await (0,_source_source_js__WEBPACK_IMPORTED_MODULE_1__/* .readFile */ .TA)(source, `${prefix}.gitmodules`)) ?? '');
        const url = urls.get(path.slice(prefix.length));
        if (url === undefined)
            throw unfetchable(path, '.gitmodules has no address for it');
        const home = (0,_source_submodules_js__WEBPACK_IMPORTED_MODULE_5__/* .homeOf */ .l)(url, names.get(outer) ?? repository, serverUrl);
        if (home.kind === 'elsewhere') {
            if (isForeign || !/^https:\/\/[^\s@]+$/.test(home.url))
                throw unfetchable(path, `${home.url} is not on this GitHub, and no public address by HTTPS`);
            names.set(path, home.url);
            found.push({
                fullName: home.url,
                folder: `elsewhere-${Buffer.from(home.url).toString('hex').slice(-160)}`,
                commit: submodule.commit,
                url: home.url,
                withKey: false,
                path,
                keysPage: home.url,
            });
            continue;
        }
        // Whoever asks with more than the job's own token tells a stranger what there is.
        const first = isForeign ? ask : (askKeys ?? ask);
        const known = await repositoryAt(first, home.repository, serverUrl)
            .catch(() => repositoryAt(ask, home.repository, serverUrl))
            .catch((error) => {
            throw unfetchable(path, `${home.repository}: ${(0,_tries_js__WEBPACK_IMPORTED_MODULE_4__/* .troubleOf */ .LH)(error).message}`);
        });
        if (known.isPrivate && isForeign)
            throw unfetchable(path, `${known.fullName} is private, and the commit may be a stranger’s`);
        names.set(path, known.fullName);
        found.push(fetched(known, known.isPrivate, submodule));
    }
    return found;
};
const unfetchable = (path, why) => new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
    what: `The server cannot fetch the submodule ${path}`,
    where: path,
    why,
    next: 'Give the input `deploy-key-token` a token that may write deploy keys of its repository as well, or set `source: checkout` and have actions/checkout bring it (`submodules: recursive`).',
});
/** The host of an address of git's, as `known_hosts` writes it. */
const knownName = (url) => {
    const [, host = '', port] = /^ssh:\/\/(?:[^/@]*@)?([^/:]+)(?::(\d+))?\//.exec(url) ?? [];
    if (host !== '')
        return port === undefined || port === '22' ? host : `[${host}]:${port}`;
    return /^(?:[^/@:]+@)?([^/:]+):/.exec(url)?.[1] ?? '';
};


/***/ }),

/***/ 9592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ compare),
  R: () => (/* binding */ compare_hidden)
});

// EXTERNAL MODULE: ./lib/server/connection/shell-quote.js
var shell_quote = __webpack_require__(6371);
// EXTERNAL MODULE: ./lib/stack/container.js
var container = __webpack_require__(6031);
;// CONCATENATED MODULE: ./lib/stack/hidden.js
/** Whether a part of a specification is a secret. */
const isHidden = (part) => typeof part === 'object' &&
    part !== null &&
    Object.keys(part).length === 1 &&
    typeof part['keyed hash'] === 'string';

// EXTERNAL MODULE: ./lib/plan/line-diff.js
var line_diff = __webpack_require__(6785);
;// CONCATENATED MODULE: ./lib/plan/compare.js




/** What stands for a secret wherever one would be shown. */
const compare_hidden = '***';
/**
 * Compares two values of the same kind, part by part. Parts of objects are named by their keys, one behind the other;
 * a list of words is written as a command line. Undefined parts and empty objects do not count.
 */
const compare = (old, now) => {
    const before = flatten(old);
    const after = flatten(now);
    return [...new Set([...after.keys(), ...before.keys()])].flatMap((name) => difference(name, before.get(name), after.get(name)));
};
const difference = (name, old, now) => {
    if ((0,container/* canonicalJson */.dj)(old ?? null) === (0,container/* canonicalJson */.dj)(now ?? null))
        return [];
    if (typeof old === 'string' && typeof now === 'string' && /\n/.test(old + now)) {
        return (0,line_diff/* lineFields */.A)(name, old, now);
    }
    const both = isHidden(old) && isHidden(now);
    return [{ name, old: shown(old), new: both ? `${compare_hidden} (another one)` : shown(now) }];
};
const shown = (leaf) => leaf === undefined ? null : isHidden(leaf) ? compare_hidden : leaf;
const flatten = (value, name = '') => {
    if (value === undefined || value === null)
        return new Map();
    if (isHidden(value))
        return new Map([[name, value]]);
    if (Array.isArray(value))
        return new Map([[name, list(value)]]);
    if (typeof value !== 'object')
        return new Map([[name, String(value)]]);
    return new Map(Object.entries(value).flatMap(([key, part]) => [...flatten(part, name === '' ? key : `${name} ${key}`)]));
};
const list = (items) => items.every((item) => typeof item === 'string') ? (0,shell_quote/* commandLine */.a)(items) : (0,container/* canonicalJson */.dj)(items);


/***/ }),

/***/ 6662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ consulAddress)
/* harmony export */ });
/* harmony import */ var _stack_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _stack_subnet_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6671);


/**
 * The address that Consul has in a network, or is to get there: the one that it had, or that the containers there ask for
 * names at, so that none of them has to be made anew. Undefined as long as there is no such network.
 */
const consulAddress = (network, { containers, strangers, networks }, kept, refused = new Set()) => {
    const subnet = networks.find(({ name }) => name === network)?.subnets[0];
    if (subnet === undefined)
        return undefined;
    const own = containers.find(({ name }) => name === _stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .consulContainer */ .sx);
    const address = own?.addresses[network];
    if (own?.running && address !== undefined)
        return address;
    const others = [...containers.filter((container) => container !== own), ...strangers].flatMap(({ addresses }) => addresses[network] ?? []);
    const asked = containers.flatMap(({ addresses, labels: { [_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.dns]: dns } }) => dns !== undefined && addresses[network] !== undefined ? [dns] : []);
    const known = [address, kept, ...asked].filter((one) => one !== undefined);
    return (0,_stack_subnet_js__WEBPACK_IMPORTED_MODULE_1__/* .chooseConsulAddress */ .aQ)(subnet, known, [...others, ...refused]);
};


/***/ }),

/***/ 706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ changesOf)
});

// EXTERNAL MODULE: ./lib/stack/front.js
var front = __webpack_require__(3156);
// EXTERNAL MODULE: ./lib/stack/layout.js
var layout = __webpack_require__(9604);
// EXTERNAL MODULE: ./lib/plan/compare.js + 1 modules
var compare = __webpack_require__(9592);
;// CONCATENATED MODULE: ./lib/plan/describe-container.js

/** Describes a container by its specification, which an earlier version of the deployer may have written. */
const describeContainer = ({ spec, files }) => {
    // Exposed ports are those that are published.
    const { Image, Entrypoint, Cmd, Env, ExposedPorts, Labels, HostConfig, ...engine } = spec;
    const { Memory, MemorySwap, NanoCpus, Binds, PortBindings, ...host } = HostConfig ?? {};
    return {
        own: {
            image: Image,
            entrypoint: Entrypoint,
            command: Cmd,
            env: Object.fromEntries((Env ?? []).map(variable)),
            memory: size(Memory),
            cpus: NanoCpus === undefined ? undefined : NanoCpus / 1e9,
            volume: Object.fromEntries((Binds ?? []).map((bind) => {
                const [source, target = '', ...options] = bind.split(':');
                return [target, [source, ...options].join(':')];
            })),
            publish: published(PortBindings),
        },
        engine: {
            ...engine,
            ...host,
            MemorySwap: MemorySwap === Memory ? undefined : size(MemorySwap),
            Labels: Object.fromEntries(Object.entries(Labels ?? {}).filter(([name]) => !ours.has(name))),
            'secret files': files === undefined ? undefined : { 'keyed hash': files },
        },
    };
};
const published = (bindings = {}) => {
    const ports = Object.entries(bindings).flatMap(([port, places]) => places.map(({ HostIp, HostPort }) => `${HostIp}:${HostPort}:${port.replace(/\/tcp$/, '')}`));
    return ports.length > 0 ? ports : undefined;
};
/** Labels that say who a container is, which never change while it keeps its name, and what follows from its image. */
const ours = new Set([layout/* labels */.WD.project, layout/* labels */.WD.service, layout/* labels */.WD.data]);
const variable = (text) => {
    const at = text.indexOf('=');
    return [text.slice(0, at), text.slice(at + 1)];
};
/** Bytes as the deployment file writes them. */
const size = (bytes) => {
    if (bytes === undefined)
        return undefined;
    return bytes % 1024 ** 2 === 0 ? `${bytes / 1024 ** 2}m` : `${bytes} bytes`;
};

;// CONCATENATED MODULE: ./lib/plan/diff-container.js



/** What differs between a container and the one that is to take its place; of a first one, what the file says. */
const containerFields = (old, spec) => {
    const now = describeContainer(specificationOf(spec));
    if (!old)
        return (0,compare/* compare */.U)(undefined, now.own);
    if (old.labels[layout/* labels */.WD.spec] === spec.Labels[layout/* labels */.WD.spec])
        return [];
    const before = describeSafely(old);
    const fields = before ? [...(0,compare/* compare */.U)(before.own, now.own), ...(0,compare/* compare */.U)(before.engine, now.engine)] : [];
    return fields.length > 0
        ? fields
        : [
            {
                name: 'specification',
                old: old.labels[layout/* labels */.WD.spec] ?? null,
                new: spec.Labels[layout/* labels */.WD.spec] ?? null,
            },
        ];
};
/** The specification in the labels of a container that is to be made. */
const specificationOf = ({ Labels }) => JSON.parse(Labels[layout/* labels */.WD.specification] ?? '');
/** Undefined for a container whose labels do not tell, as somebody else, or another version, has written them. */
const describeSafely = ({ labels: own }) => {
    try {
        return describeContainer(JSON.parse(own[layout/* labels */.WD.specification] ?? ''));
    }
    catch {
        return undefined;
    }
};

// EXTERNAL MODULE: ./lib/stack/registration.js + 1 modules
var registration = __webpack_require__(1348);
// EXTERNAL MODULE: ./lib/plan/discovery-steps.js
var discovery_steps = __webpack_require__(6999);
// EXTERNAL MODULE: ./lib/plan/field.js
var field = __webpack_require__(1271);
// EXTERNAL MODULE: ./lib/plan/find-container.js
var find_container = __webpack_require__(9262);
// EXTERNAL MODULE: ./lib/plan/primary-registration-steps.js
var primary_registration_steps = __webpack_require__(7794);
;// CONCATENATED MODULE: ./lib/plan/diff-discovery.js








/** What differs in the server's Consul and the networks that it is in. */
const consulFields = ({ consul, projects }, facts) => {
    const old = (0,find_container/* containerNamed */.F)(layout/* consulContainer */.sx, facts);
    return [
        ...containerFields(old, consul.spec),
        ...projects
            .map(layout/* networkName */.uv)
            .filter((name) => old?.addresses[name] === undefined)
            .map((name) => (0,field/* added */.v)('network', name)),
        ...(old && !old.running ? [{ name: 'state', old: 'stopped', new: 'running' }] : []),
    ];
};
/** What differs in what Consul knows of the project's services. */
const registrationFields = ({ project, services }, facts) => {
    const known = (0,discovery_steps/* plannedServices */.HT)(project, services, facts);
    const chosen = services.filter(({ containerName }) => !known.some(({ name }) => name === containerName));
    return fileFields(facts.host.registrations.services, (0,registration/* registration */.An)(project, 'services', known).text, chosen.map(({ containerName }) => containerName));
};
/** What differs in what Consul knows of the project's primary service. */
const primaryFields = ({ project, entrance }, facts) => {
    const known = entrance ? (0,primary_registration_steps/* plannedPrimary */.d)(project, facts) : [];
    return fileFields(facts.host.registrations.primary, (0,registration/* registration */.An)(project, 'primary', known).text, entrance && known.length === 0 ? [entrance.containerName] : []);
};
/** What differs between two files of registrations; some services get their addresses when they are made. */
const fileFields = (old, now, chosen) => {
    const fields = (0,compare/* compare */.U)(describe(old), {
        ...describe(now),
        ...Object.fromEntries(chosen.map((name) => [name, { address: 'chosen when it is created' }])),
    });
    return fields.length > 0 ? fields : [{ name: 'state', old: 'not loaded', new: 'loaded' }];
};
/** What Consul knew of a project that leaves it. */
const leavingFields = ({ project }, facts) => {
    const { services, primary } = facts.host.registrations;
    const old = (0,find_container/* containerNamed */.F)(layout/* consulContainer */.sx, facts)?.addresses[(0,layout/* networkName */.uv)(project)];
    return [
        ...(0,compare/* compare */.U)({ ...describe(services), ...describe(primary) }, {}),
        ...(old === undefined ? [] : [{ name: 'network', old: (0,layout/* networkName */.uv)(project), new: null }]),
    ];
};
/** Where a container asks for names first. */
const resolverFields = ({ project, consul }, { containerName }, facts) => {
    const old = (0,find_container/* containerNamed */.F)(containerName, facts);
    return old
        ? (0,compare/* compare */.U)({ dns: old.labels[layout/* labels */.WD.dns] }, { dns: (0,discovery_steps/* resolverAddress */.dO)(project, consul !== undefined, facts) })
        : [];
};
/** The services of a file of registrations by name, less the mark; one that somebody else has written says nothing. */
const describe = (text) => {
    try {
        const { services } = JSON.parse(text ?? '{"services":[]}');
        return Object.fromEntries(services
            .filter(({ tags }) => tags === undefined)
            .map(({ name, ...rest }) => [name, { ...rest, id: undefined }]));
    }
    catch {
        return {};
    }
};

// EXTERNAL MODULE: ./lib/plan/line-diff.js
var line_diff = __webpack_require__(6785);
;// CONCATENATED MODULE: ./lib/plan/diff-entrance.js



/** What differs between a project's entrance, with its container, and the one that is to take its place. */
const entranceFields = ({ entrance, now }, container, { entranceConf }) => {
    if (!entrance)
        return [{ name: 'container', old: container?.name ?? null, new: null }];
    if (now === 'missing')
        return [(0,field/* added */.v)('container', entrance.containerName)];
    return [
        ...containerFields(container, entrance.spec),
        ...(entranceConf === undefined ? [] : (0,line_diff/* lineFields */.A)('entrance.conf', entranceConf, entrance.conf)),
        ...(now === 'stopped' ? [field/* started */.A] : []),
        ...(now === 'running' && entranceConf === undefined
            ? [{ name: 'state', old: 'not loaded', new: 'loaded' }]
            : []),
    ];
};

// EXTERNAL MODULE: ./lib/server/connection/shell-quote.js
var shell_quote = __webpack_require__(6371);
;// CONCATENATED MODULE: ./lib/plan/diff-release.js




/** What differs between two releases, less the commit; without an old one, what the new one has. */
const releaseFields = (old, now) => {
    try {
        return differences(old, now);
    }
    catch {
        // An older version of the deployer wrote down less.
        return [{ name: 'made by', old: 'another version of the deployer', new: 'this version' }];
    }
};
const differences = (old, now) => {
    const own = [
        ...(0,compare/* compare */.U)(diff_release_describe(old), diff_release_describe(now)),
        ...(0,compare/* compare */.U)({ env: old?.env }, { env: now.env }),
        ...processFields(old?.programs ?? [], now.programs),
    ];
    if (!old)
        return own;
    const made = own.some(({ name }) => !name.startsWith('env '));
    return [
        ...own,
        ...(0,compare/* compare */.U)({ Dockerfile: old.dockerfile }, { Dockerfile: now.dockerfile }),
        // These say again what differs above; on their own they differ when the deployer itself is another one.
        ...(made ? [] : (0,compare/* compare */.U)({ ...old.mount, ...old.containers }, { ...now.mount, ...now.containers })),
    ];
};
/** All of a release that has no words further down, in those of the deployment file. */
const diff_release_describe = (parts) => {
    if (!parts)
        return undefined;
    const { image, tasks, limits, volumes } = parts;
    const named = (list) => Object.fromEntries(list.map(({ name, command }) => [name, command]));
    return {
        ...describeImage(image),
        memory: size(limits.memoryBytes),
        cpus: limits.cpus,
        volume: Object.fromEntries(volumes.map(({ source, target, readOnly }) => [target, `${source}${readOnly ? ' (read-only)' : ''}`])),
        'release task': named(tasks.before),
        'release task after the switch': named(tasks.after),
        'deadline of release task': Object.fromEntries([...tasks.before, ...tasks.after].map(({ name, deadlineSeconds }) => [name, deadlineSeconds])),
    };
};
/** An image in the words of the deployment file. */
const describeImage = (image) => {
    const { tasks, kind, ...settings } = image;
    if (kind !== 'supervised' || !('template' in settings))
        return snakeCase({ type: kind, ...settings });
    const { template, base, place, ...rest } = settings;
    return { base_image: base, ...snakeCase({ ...rest, ...place }) };
};
const processFields = (old, now) => {
    const names = new Set([...now, ...old].map(({ name }) => name));
    return [...names].flatMap((name) => {
        const before = old.find((program) => program.name === name);
        const after = now.find((program) => program.name === name);
        const title = `process ${name}`;
        if (!before && after)
            return [(0,field/* added */.v)(title, (0,shell_quote/* commandLine */.a)(after.command))];
        if (before && !after)
            return [{ name: title, old: (0,shell_quote/* commandLine */.a)(before.command), new: null }];
        return (0,compare/* compare */.U)({ [title]: before && snakeCase(before) }, { [title]: after && snakeCase(after) });
    });
};
const snakeCase = (value) => Object.fromEntries(Object.entries(value).map(([key, part]) => [
    key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    part,
]));

;// CONCATENATED MODULE: ./lib/plan/diff-site.js


/** What differs between a project's site in nginx and the one that is to take its place; undefined for none. */
const siteFields = ({ sites, siteConf }, project, site) => {
    const old = sites.find((other) => other.project === project);
    const fields = (0,compare/* compare */.U)(diff_site_describe(old?.specification), diff_site_describe(site?.specification));
    if (fields.length > 0 || !site)
        return fields;
    // Of equal settings, another version of the deployer makes another text.
    const lines = (0,line_diff/* lineFields */.A)('site.conf', siteConf ?? '', site.conf);
    return lines.length > 0 ? lines : [{ name: 'state', old: 'not loaded', new: 'loaded' }];
};
const diff_site_describe = (specification) => {
    if (!specification)
        return undefined;
    const { headers, ...settings } = specification;
    return { ...settings, header: headers };
};

// EXTERNAL MODULE: ./lib/plan/isolation-steps.js
var isolation_steps = __webpack_require__(4537);
// EXTERNAL MODULE: ./lib/plan/service-steps.js
var service_steps = __webpack_require__(6286);
;// CONCATENATED MODULE: ./lib/plan/diff.js













/** What the steps of a plan would change, field by field. */
const changesOf = (steps, desired, facts, commit) => steps.map(({ id, title, reason, action }) => ({
    step: id,
    title,
    reason,
    fields: actionFields(action, reason, desired, facts, commit),
}));
const actionFields = (action, reason, desired, facts, commit) => {
    const { host } = facts;
    switch (action.kind) {
        case 'tidy':
            return [{ name: 'what an interrupted run left', old: reason, new: null }];
        case 'docker':
            return dockerFields(facts, action.daemonJson);
        case 'folders':
            return folderFields(desired, facts);
        case 'expiry':
            return (0,compare/* compare */.U)({ 'timer of the previews': host.previewTimer }, { 'timer of the previews': (0,front/* sha256 */.sc)(action.script) });
        case 'network':
            return [(0,field/* added */.v)('network', (0,layout/* networkName */.uv)(desired.project))];
        case 'discovery':
            return consulFields(action, facts);
        case 'register-primary':
            return primaryFields(desired, facts);
        case 'register':
            return registrationFields(desired, facts);
        case 'leave-discovery':
            return leavingFields(desired, facts);
        case 'isolation':
            return (0,isolation_steps/* isolationFields */.cK)(desired, facts);
        case 'nginx': {
            const old = (0,find_container/* containerNamed */.F)(layout/* nginxContainer */.K$, facts);
            return orStart(old?.running === false, [
                ...containerFields(old, action.front.spec),
                ...(old ? (0,line_diff/* lineFields */.A)('nginx.conf', host.nginxConf ?? '', action.front.conf) : []),
            ]);
        }
        case 'service': {
            const old = (0,find_container/* containerNamed */.F)(action.service.containerName, facts);
            return orStart(old?.running === false, [
                ...containerFields(old, action.service.spec),
                ...resolverFields(desired, action.service, facts),
            ]);
        }
        case 'start-service':
            return (0,find_container/* containerNamed */.F)(action.service.containerName, facts)?.running
                ? [{ name: 'password', old: 'untried', new: 'tried' }]
                : orStart(true, []);
        case 'site':
            return siteFields(host, desired.project, action.site);
        case 'entrance':
            return [
                ...entranceFields(action, (0,find_container/* containerNamed */.F)((0,layout/* entranceContainer */.ub)(desired.project), facts), host),
                ...(action.entrance && action.now === 'other' ? resolverFields(desired, action.entrance, facts) : []),
            ];
        case 'image':
            return imageFields(facts, action.release, commit);
        case 'start':
            return [(0,field/* added */.v)('container', (0,layout/* releaseContainer */.Lt)(desired.project, action.number))];
        case 'switch':
            return [{ name: 'live release', old: diff_text(host.current), new: String(action.number) }];
    }
};
const orStart = (stands, fields) => stands ? [...fields, field/* started */.A] : fields;
const diff_text = (value) => (value === undefined ? null : String(value));
const dockerFields = ({ host }, daemonJson) => [
    ...(host.hasDocker && !host.isDockerHalfway ? [] : [(0,field/* added */.v)('Docker', 'from the distribution’s packages')]),
    ...(host.hasDocker && !host.hasBuildKit ? [(0,field/* added */.v)('BuildKit', 'from the distribution’s packages')] : []),
    ...(daemonJson === undefined
        ? []
        : (0,compare/* compare */.U)({ 'daemon.json': host.daemonJson }, { 'daemon.json': daemonJson })),
];
/** What may change of whose a project is. */
const ownerFields = ({ production, preview }) => ({
    ...(production && { production: 'yes' }),
    ...(preview && {
        'pull request': String(preview.number),
        branch: preview.branch,
        'expires after': preview.expiresSeconds === undefined ? 'never' : `${preview.expiresSeconds} s`,
        ...(preview.isFork && { fork: 'yes' }),
    }),
});
const folderFields = ({ owner, services }, { host }) => [
    ...(host.owner ? [] : [(0,field/* added */.v)('owner', `${owner.repository}, configuration ${owner.configuration}`)]),
    ...(host.owner ? (0,compare/* compare */.U)(ownerFields(host.owner), ownerFields(owner)) : []),
    ...(host.key ? [] : [(0,field/* added */.v)('key', compare/* hidden */.R)]),
    ...(host.hasFolders || !host.owner ? [] : [(0,field/* added */.v)('folders', 'anew')]),
    ...services
        .filter((service) => (0,service_steps/* lacksPassword */.wB)(service, host))
        .map(({ name }) => (0,field/* added */.v)(`password of ${name}`, compare/* hidden */.R)),
];
const imageFields = (facts, { parts, digest, hash }, commit) => {
    const { host } = facts;
    const old = host.releases.find(({ number }) => number === host.current)?.record;
    const fields = [
        ...commitFields(old, commit),
        ...(digest === undefined ? [] : (0,compare/* compare */.U)({ digest: old?.digest }, { digest })),
        ...releaseFields(host.parts, parts),
    ];
    // The order of tasks, for example, has no field of its own.
    return fields.length > 0 || old?.spec === hash
        ? fields
        : [{ name: 'specification', old: old?.spec ?? null, new: hash }];
};
const commitFields = (old, now) => old?.commit === now.commit
    ? []
    : [{ name: 'commit', old: old ? describeCommit(old) : null, new: describeCommit(now) }];
const describeCommit = ({ commit, subject }) => `${commit.slice(0, 12)} ${subject}`;


/***/ }),

/***/ 6999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Be: () => (/* binding */ addressThief),
/* harmony export */   HT: () => (/* binding */ plannedServices),
/* harmony export */   Mr: () => (/* binding */ resolverClash),
/* harmony export */   RH: () => (/* binding */ hasDiscovery),
/* harmony export */   S9: () => (/* binding */ leavingSteps),
/* harmony export */   bq: () => (/* binding */ registrationSteps),
/* harmony export */   dO: () => (/* binding */ resolverAddress),
/* harmony export */   w5: () => (/* binding */ discoverySteps)
/* harmony export */ });
/* harmony import */ var _stack_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _stack_registration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1348);
/* harmony import */ var _consul_address_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6662);
/* harmony import */ var _find_container_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9262);
/* harmony import */ var _ranges_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8201);





/** What is to be done so that the project's services find each other. */
/** The step that brings Consul to what it should be, and into the networks where it is missing. */
const discoverySteps = ({ project, consul }, facts) => {
    if (!consul)
        return [];
    const container = (0,_find_container_js__WEBPACK_IMPORTED_MODULE_3__/* .containerNamed */ .F)(_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .consulContainer */ .sx, facts);
    const { registered } = facts.host;
    const networks = new Set(facts.engine.networks.map(({ name }) => name));
    const projects = [
        project,
        ...registered.filter((name) => name !== project && networks.has((0,_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .networkName */ .uv)(name))),
    ];
    const missing = projects.filter((name) => container?.addresses[(0,_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .networkName */ .uv)(name)] === undefined);
    const [verb, reason] = !container
        ? ['Start', 'the server has none']
        : container.labels[_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.spec] !== consul.spec.Labels[_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.spec]
            ? ['Renew', 'its specification has changed']
            : !container.running
                ? ['Start', 'it does not run']
                : ['Connect', missing.length > 0 ? `it is not in the network of ${missing.join(', ')}` : undefined];
    if (reason === undefined)
        return [];
    return [
        {
            id: 'discovery',
            title: `${verb} Consul`,
            reason,
            after: ['docker', 'network'],
            action: { kind: 'discovery', consul, projects, taken: (0,_ranges_js__WEBPACK_IMPORTED_MODULE_4__/* .takenRanges */ .U)(facts) },
        },
    ];
};
/** The step that tells Consul of the project's services, when it knows them otherwise. */
const registrationSteps = ({ project, consul, services }, facts) => {
    if (!consul)
        return [];
    const reason = whyRegister(project, services, facts);
    if (reason === undefined)
        return [];
    return [
        {
            id: 'register',
            title: 'Register the services',
            reason,
            after: ['discovery', ...services.map(({ name }) => `service ${name}`)],
            action: { kind: 'register' },
        },
    ];
};
const whyRegister = (project, services, facts) => {
    const { registrations, unloaded } = facts.host;
    if (registrations.services === undefined)
        return 'Consul does not know them';
    const known = plannedServices(project, services, facts);
    if (known.length < services.length)
        return 'some of them get an address';
    if (registrations.services !== (0,_stack_registration_js__WEBPACK_IMPORTED_MODULE_1__/* .registration */ .An)(project, 'services', known).text)
        return 'Consul knows other ones';
    return unloaded.includes('services') ? 'Consul may not have loaded them' : undefined;
};
/** The services at the addresses that they have, and keep: all but those that get one in this run. */
const plannedServices = (project, services, facts) => (0,_stack_registration_js__WEBPACK_IMPORTED_MODULE_1__/* .registeredServices */ .l)(services, (name) => {
    const container = (0,_find_container_js__WEBPACK_IMPORTED_MODULE_3__/* .containerNamed */ .F)(name, facts);
    return container && addressThief(project, container, facts) === undefined
        ? container.addresses[(0,_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .networkName */ .uv)(project)]
        : undefined;
});
/** Who has taken the address of a container that does not run; undefined when nobody has. */
const addressThief = (project, { running, addresses }, { engine }) => {
    const network = (0,_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .networkName */ .uv)(project);
    const own = addresses[network];
    if (running || !own)
        return undefined;
    return engine.strangers.find((stranger) => stranger.addresses[network] === own)?.name;
};
/**
 * The step of a project that does without Consul, and that Consul still knows. A command that does not cover what else
 * asks Consul, such as the release, leaves it there: who asks a resolver that is gone waits for seconds.
 */
const leavingSteps = ({ project, consul, services }, facts, { site, release }) => {
    const known = Object.keys(facts.host.registrations).length > 0;
    if (consul ||
        !(known || (0,_find_container_js__WEBPACK_IMPORTED_MODULE_3__/* .containerNamed */ .F)(_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .consulContainer */ .sx, facts)?.addresses[(0,_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .networkName */ .uv)(project)] !== undefined))
        return [];
    const asking = facts.engine.containers.some(({ name, labels: own }) => own[_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.project] === project &&
        own[_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.dns] !== undefined &&
        !services.some(({ containerName }) => containerName === name));
    if (asking && !(site && release))
        return [];
    return [
        {
            id: 'leave discovery',
            title: 'Take the project out of Consul',
            reason: 'its discovery is Docker’s alone',
            // Until then, its containers ask Consul for names.
            after: ['switch', 'entrance', ...services.map(({ name }) => `service ${name}`)],
            action: { kind: 'leave-discovery' },
        },
    ];
};
/** Why a container asks for names elsewhere than it should; undefined when it does not. */
const resolverClash = ({ project, consul }, container, facts) => {
    const wanted = resolverAddress(project, consul !== undefined, facts);
    const now = container.labels[_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.dns];
    if (!consul)
        return now === undefined ? undefined : 'asks Consul for names';
    return now === wanted || wanted === undefined ? undefined : `does not ask Consul for names at ${wanted}`;
};
/** The address at which the project's containers are to ask Consul for names. */
const resolverAddress = (project, hasConsul, facts) => hasConsul ? (0,_consul_address_js__WEBPACK_IMPORTED_MODULE_2__/* .consulAddress */ .l)((0,_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .networkName */ .uv)(project), facts.engine) : undefined;
/** Whether Consul is there for a command that does not see to it. */
const hasDiscovery = ({ project, consul }, facts) => {
    const container = (0,_find_container_js__WEBPACK_IMPORTED_MODULE_3__/* .containerNamed */ .F)(_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .consulContainer */ .sx, facts);
    return !consul || (container?.running === true && container.addresses[(0,_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .networkName */ .uv)(project)] !== undefined);
};


/***/ }),

/***/ 3139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $M: () => (/* binding */ entranceProblems),
/* harmony export */   S8: () => (/* binding */ entranceRemovalSteps),
/* harmony export */   iN: () => (/* binding */ entranceSteps),
/* harmony export */   yA: () => (/* binding */ entranceConfSteps)
/* harmony export */ });
/* harmony import */ var _stack_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _find_container_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9262);
/* harmony import */ var _renewal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1379);



/** What is to be done for the project's entrance, and what may be in its way. */
/** The step that brings the entrance's container to what it should be; none when it is. */
const entranceSteps = (desired, facts) => {
    const { entrance } = desired;
    if (!entrance)
        return [];
    const { now, reason } = stateOf(desired, entrance, facts);
    if (now === 'running')
        return [];
    const titles = {
        missing: 'Create the entrance',
        other: 'Renew the entrance',
        stopped: 'Start the entrance',
    };
    return [
        {
            id: 'entrance',
            title: titles[now],
            reason,
            after: ['docker', 'folders', 'network', 'discovery'],
            action: { kind: 'entrance', entrance, now },
        },
    ];
};
/**
 * The step that has an entrance load another configuration. The question for health is part of it: it is for the release
 * that the file belongs to, and that is the live one behind the switch.
 */
const entranceConfSteps = (desired, facts) => {
    const { entrance } = desired;
    if (!entrance || facts.host.entranceConf === entrance.conf)
        return [];
    if (stateOf(desired, entrance, facts).now !== 'running')
        return [];
    return [
        {
            id: 'entrance',
            title: 'Set up the entrance',
            reason: 'its configuration has changed',
            after: ['switch'],
            action: { kind: 'entrance', entrance, now: 'running' },
        },
    ];
};
/** A project that has no web process any more has no entrance: once its last release with one is gone. */
const entranceRemovalSteps = ({ project, entrance }, facts) => {
    if (entrance || !(0,_find_container_js__WEBPACK_IMPORTED_MODULE_1__/* .ownContainer */ .A)(project, (0,_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .entranceContainer */ .ub)(project), facts))
        return [];
    return [
        {
            id: 'entrance removal',
            title: 'Remove the entrance',
            reason: 'the project has no web process',
            after: ['switch'],
            action: { kind: 'entrance', entrance: undefined, now: 'other' },
        },
    ];
};
/** The name of the entrance, where another project on the server has it: `shop` with a service `a-app`, and `shop-a`. */
const entranceProblems = ({ project, entrance }, { engine }) => {
    const other = engine.containers.find(({ name, labels: own }) => name === entrance?.containerName && own[_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.project] !== project);
    if (!other)
        return [];
    return [
        {
            what: `The name ${other.name} is taken on this server`,
            why: `It belongs to the project ${other.labels[_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.project]}.`,
            next: 'Set another `project_name`.',
        },
    ];
};
/** What there is of an entrance, and why it is not what it should be. */
const stateOf = (desired, { spec }, facts) => {
    const container = (0,_find_container_js__WEBPACK_IMPORTED_MODULE_1__/* .ownContainer */ .A)(desired.project, (0,_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .entranceContainer */ .ub)(desired.project), facts);
    if (!container)
        return { now: 'missing', reason: 'the project has none' };
    const renewal = (0,_renewal_js__WEBPACK_IMPORTED_MODULE_2__/* .whyRenew */ .a)(desired, spec, container, facts);
    if (renewal !== undefined)
        return { now: 'other', reason: renewal };
    return container.running ? { now: 'running', reason: '' } : { now: 'stopped', reason: 'it does not run' };
};


/***/ }),

/***/ 1271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ started),
/* harmony export */   v: () => (/* binding */ added)
/* harmony export */ });
/** Something that is made anew. */
const added = (name, value) => ({ name, old: null, new: value });
/** A container that is there and is started. */
const started = { name: 'state', old: 'stopped', new: 'running' };


/***/ }),

/***/ 9262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ ownContainer),
/* harmony export */   F: () => (/* binding */ containerNamed)
/* harmony export */ });
/* harmony import */ var _stack_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);

/** The container of a name, whosever of ours it is; undefined when there is none. */
const containerNamed = (name, { engine }) => engine.containers.find((container) => container.name === name);
/** A project's container of a name; undefined when there is none, or when it is another project's. */
const ownContainer = (project, name, facts) => {
    const container = containerNamed(name, facts);
    return container?.labels[_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.project] === project ? container : undefined;
};


/***/ }),

/***/ 4537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Io: () => (/* binding */ isolationSteps),
/* harmony export */   cK: () => (/* binding */ isolationFields),
/* harmony export */   ih: () => (/* binding */ isolationWarnings)
/* harmony export */ });
/* harmony import */ var _stack_firewall_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9802);
/* harmony import */ var _stack_front_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3156);
/* harmony import */ var _stack_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9604);
/* harmony import */ var _compare_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9592);
/* harmony import */ var _field_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1271);





/** What is to be done to keep the networks of projects apart. */
/**
 * The step that loads the rules between all projects' networks; none when the kernel has them, and none without iptables,
 * which Docker's own packages bring along.
 */
const isolationSteps = ({ project, preview }, facts) => {
    const reason = whyAnew(project, preview !== undefined, facts);
    if (reason === undefined)
        return [];
    return [
        {
            id: 'isolation',
            title: 'Keep the projects’ networks apart',
            reason,
            after: ['docker', 'folders', 'network'],
            action: { kind: 'isolation' },
        },
    ];
};
const whyAnew = (project, isPreview, { host, engine }) => {
    const { firewall } = host;
    if (host.hasDocker && !host.hasIptables)
        return undefined;
    if (!engine.networks.some(({ name }) => name === (0,_stack_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .networkName */ .uv)(project)))
        return 'the project’s network is a new one';
    if (!firewall)
        return 'nothing does so yet';
    if (firewall.hash !== (0,_stack_front_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)((0,_stack_firewall_js__WEBPACK_IMPORTED_MODULE_0__/* .firewallScript */ .S)()))
        return 'its rules have changed';
    const known = firewall.networks.find(({ bridge }) => bridge === (0,_stack_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .bridgeName */ .db)(project));
    if (known && known.isPreview !== isPreview)
        return 'a preview does not reach what a project does';
    const lines = (networks) => networks
        .map(({ bridge, subnet }) => `${bridge} ${subnet}`)
        .sort()
        .join();
    if (lines(firewall.networks) !== lines(networksOf({ engine })))
        return 'networks came or went';
    return firewall.loaded ? undefined : 'its rules are not loaded';
};
/** The networks of all projects, as the rules name them. */
const networksOf = ({ engine }) => engine.networks.flatMap(({ project, bridge, subnets }) => project !== undefined && bridge?.startsWith('jt-') ? subnets.map((subnet) => ({ bridge, subnet })) : []);
/** What the step would change: the networks that the rules know, or else the rules themselves. */
const isolationFields = ({ project, preview }, facts) => {
    const isPreview = preview !== undefined;
    const { firewall } = facts.host;
    const byBridge = (networks) => Object.fromEntries(networks.map(({ bridge, subnet }) => [`network ${bridge}`, subnet]));
    const known = networksOf(facts);
    const fields = (0,_compare_js__WEBPACK_IMPORTED_MODULE_3__/* .compare */ .U)(byBridge(firewall?.networks ?? []), byBridge(known));
    const bridge = (0,_stack_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .bridgeName */ .db)(project);
    const own = known.some((network) => network.bridge === bridge);
    const all = [...fields, ...(own ? [] : [(0,_field_js__WEBPACK_IMPORTED_MODULE_4__/* .added */ .v)(`network ${bridge}`, 'kept from the others')])];
    if (all.length > 0)
        return all;
    const fenced = firewall?.networks.find((network) => network.bridge === bridge);
    if (fenced && fenced.isPreview !== isPreview)
        return [{ name: `network ${bridge}`, old: ofWhat(fenced.isPreview), new: ofWhat(isPreview) }];
    return firewall?.hash === (0,_stack_front_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)((0,_stack_firewall_js__WEBPACK_IMPORTED_MODULE_0__/* .firewallScript */ .S)())
        ? [{ name: 'state', old: 'not loaded', new: 'loaded' }]
        : [{ name: 'made by', old: 'another version of the deployer', new: 'this version' }];
};
const ofWhat = (isPreview) => (isPreview ? 'a preview’s' : 'a project’s');
/** What a person is to know of a server that cannot keep the networks apart. */
const isolationWarnings = ({ host }) => host.hasDocker && !host.hasIptables ? [(0,_stack_firewall_js__WEBPACK_IMPORTED_MODULE_0__/* .openWarning */ .T)('there is no iptables')] : [];


/***/ }),

/***/ 6785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ lineFields)
/* harmony export */ });
/** What differs between two texts, line by line: a field for each run of lines that were replaced, taken or added. */
const lineFields = (name, old, now) => {
    const a = old.split('\n');
    const b = now.split('\n');
    const common = commonLengths(a, b);
    const fields = [];
    let i = 0;
    let j = 0;
    while (i < a.length || j < b.length) {
        if (i < a.length && j < b.length && a[i] === b[j]) {
            i++;
            j++;
            continue;
        }
        const from = { i, j };
        while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i] === b[j])) {
            if (j === b.length || (i < a.length && at(common, i + 1, j) >= at(common, i, j + 1)))
                i++;
            else
                j++;
        }
        fields.push({
            name: `${name} line ${from.j + 1}`,
            old: block(a.slice(from.i, i)),
            new: block(b.slice(from.j, j)),
        });
    }
    return fields;
};
const block = (lines) => (lines.length === 0 ? null : lines.join('\n'));
const at = (lengths, i, j) => lengths[i]?.[j] ?? 0;
/** Lengths of the longest common subsequence of what follows each pair of lines. */
const commonLengths = (a, b) => {
    const lengths = Array.from({ length: a.length + 1 }, () => []);
    for (let i = a.length - 1; i >= 0; i--) {
        const row = lengths[i] ?? [];
        for (let j = b.length - 1; j >= 0; j--) {
            row[j] =
                a[i] === b[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
        }
    }
    return lengths;
};


/***/ }),

/***/ 7770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ makePlan),
  r: () => (/* binding */ withLiveRestore)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./lib/server/engine/facts.js + 1 modules
var engine_facts = __webpack_require__(9391);
// EXTERNAL MODULE: ./lib/stack/front.js
var stack_front = __webpack_require__(3156);
// EXTERNAL MODULE: ./lib/stack/layout.js
var layout = __webpack_require__(9604);
// EXTERNAL MODULE: ./lib/plan/discovery-steps.js
var discovery_steps = __webpack_require__(6999);
// EXTERNAL MODULE: ./lib/plan/entrance-steps.js
var entrance_steps = __webpack_require__(3139);
// EXTERNAL MODULE: ./lib/templates.js
var templates = __webpack_require__(4400);
// EXTERNAL MODULE: ./lib/stack/removal-scripts.js
var removal_scripts = __webpack_require__(5445);
;// CONCATENATED MODULE: ./lib/stack/preview-expiry.js




/** A part of the script: some of `templates/scripts` in a shell of their own, as a run has them done. */
const part = (name, scripts) => [`${name}() (`, (0,templates/* readScript */.Uq)('prelude'), ...scripts.map(templates/* readScript */.Uq), ')'].join('\n');
/** The script, made of what a run removes a project with: it stands on the server alone. */
const previewExpiry = () => {
    const text = [
        '# Removes the previews of pull requests whose time is over. Written by jetee/deploy; systemd calls it each hour.',
        '# In: the project that is to be removed; without one, all are looked at',
        `ROOT=${layout/* root */.zr}`,
        `HELPER_IMAGE=${stack_front/* nginxImage */.yU}`,
        'cd "$ROOT" || exit 0',
        ['take_lock() {', (0,templates/* readScript */.Uq)('strays'), (0,templates/* readScript */.Uq)('lock'), '}'].join('\n'),
        ...Object.entries(removal_scripts/* removalScripts */.n).map(([name, scripts]) => part(name, scripts)),
        part('timer', ['preview-timer']),
        (0,templates/* readTemplate */.xV)('expire.sh'),
    ].join('\n');
    return { text, hash: (0,stack_front/* sha256 */.sc)(text) };
};

;// CONCATENATED MODULE: ./lib/plan/expiry-steps.js

/** Has the server remove previews by itself when their time is over; nothing for what is no preview, or never expires. */
const expirySteps = ({ owner: { preview } }, { host }) => {
    if (preview?.expiresSeconds === undefined)
        return [];
    const { text, hash } = previewExpiry();
    if (host.previewTimer === hash)
        return [];
    return [
        {
            id: 'expiry',
            title: 'Have the server remove previews when their time is over',
            reason: host.previewTimer === undefined ? 'it does not yet' : 'how it does has changed',
            after: ['docker', 'folders'],
            action: { kind: 'expiry', script: text },
        },
    ];
};

// EXTERNAL MODULE: ./lib/plan/find-container.js
var find_container = __webpack_require__(9262);
// EXTERNAL MODULE: ./lib/plan/isolation-steps.js
var isolation_steps = __webpack_require__(4537);
// EXTERNAL MODULE: ./lib/plan/primary-registration-steps.js
var primary_registration_steps = __webpack_require__(7794);
// EXTERNAL MODULE: ./lib/plan/ranges.js
var ranges = __webpack_require__(8201);
// EXTERNAL MODULE: ./lib/plan/release-steps.js
var release_steps = __webpack_require__(1772);
// EXTERNAL MODULE: ./lib/plan/service-steps.js
var service_steps = __webpack_require__(6286);
;// CONCATENATED MODULE: ./lib/plan/plan.js













/** The steps that bring a server from what it is to what it should be; empty when there is nothing to do. */
const makePlan = (desired, facts, scope) => {
    const release = scope.release ? (0,release_steps/* releaseSteps */.hq)(desired, facts) : [];
    return [
        ...(0,release_steps/* tidySteps */._S)(desired.project, facts, release.length > 0),
        ...(scope.services || scope.site ? [...folderSteps(desired, facts), ...expirySteps(desired, facts)] : []),
        ...(scope.services ? serviceSteps(desired, facts) : []),
        ...(scope.site ? [...siteSteps(desired, facts), ...(0,entrance_steps/* entranceSteps */.iN)(desired, facts)] : []),
        ...release,
        ...(scope.site || scope.release ? (0,entrance_steps/* entranceConfSteps */.yA)(desired, facts) : []),
        ...(scope.services ? (0,discovery_steps/* leavingSteps */.S9)(desired, facts, scope) : []),
        ...(scope.site ? [...siteRemovalSteps(desired, facts), ...(0,entrance_steps/* entranceRemovalSteps */.S8)(desired, facts)] : []),
        ...(scope.site ? (0,primary_registration_steps/* primaryRegistrationSteps */.Z)(desired, facts) : []),
    ];
};
const folderSteps = (desired, { host }) => {
    const missing = desired.services.filter((service) => (0,service_steps/* lacksPassword */.wB)(service, host));
    const isOwned = (0,external_node_util_.isDeepStrictEqual)(host.owner, desired.owner);
    if (isOwned && host.key && host.hasFolders && missing.length === 0)
        return [];
    return [
        {
            id: 'folders',
            title: 'Make the project’s folders',
            reason: !host.owner
                ? 'the project is new'
                : missing.length > 0
                    ? `no password yet for ${missing.map(({ name }) => name).join(', ')}`
                    : host.key && host.hasFolders
                        ? 'what the server knows of the project has changed'
                        : 'it was destroyed, and comes back',
            after: ['tidy'],
            action: { kind: 'folders', owner: desired.owner },
        },
    ];
};
const serviceSteps = (desired, facts) => [
    ...dockerSteps(facts),
    ...networkSteps(desired, facts),
    ...(0,isolation_steps/* isolationSteps */.Io)(desired, facts),
    ...(0,discovery_steps/* discoverySteps */.w5)(desired, facts),
    ...nginxSteps(desired, facts),
    ...desired.services.flatMap((service) => (0,service_steps/* serviceStep */.Sj)(desired, service, facts)),
    ...(0,discovery_steps/* registrationSteps */.bq)(desired, facts),
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
const networkSteps = ({ project, preview }, facts) => {
    if (facts.engine.networks.some(({ name }) => name === (0,layout/* networkName */.uv)(project)))
        return [];
    return [
        {
            id: 'network',
            title: 'Create the project’s network',
            reason: 'it has none',
            // One preview too many is refused with its folders, and leaves nothing.
            after: ['docker', ...(preview ? ['folders'] : [])],
            action: { kind: 'network', taken: (0,ranges/* takenRanges */.U)(facts) },
        },
    ];
};
const nginxSteps = ({ front }, facts) => {
    const container = (0,find_container/* containerNamed */.F)(layout/* nginxContainer */.K$, facts);
    const isOther = container && container.labels[layout/* labels */.WD.spec] !== front.spec.Labels[layout/* labels */.WD.spec];
    const runs = (0,engine_facts/* nginxRuns */.zF)(facts.engine);
    const reason = !container
        ? 'the server has none'
        : isOther
            ? 'its specification has changed'
            : facts.host.nginxConfHash !== (0,stack_front/* sha256 */.sc)(front.conf)
                ? 'its configuration has changed'
                : runs
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
            action: { kind: 'nginx', front, now: !container ? 'missing' : isOther || !runs ? 'other' : 'loads' },
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
/** A project that has no web process any more has no site: once its last release with one is gone. */
const siteRemovalSteps = ({ project, site }, { host }) => {
    if (site || !host.sites.some((other) => other.project === project))
        return [];
    return [
        {
            id: 'site removal',
            title: 'Take the site out of nginx',
            reason: 'the project has no web process',
            after: ['nginx', 'switch'],
            action: { kind: 'site', site: undefined },
        },
    ];
};


/***/ }),

/***/ 4154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ ownerProblems),
  M: () => (/* binding */ preflight)
});

// EXTERNAL MODULE: ./lib/report/failure.js
var failure = __webpack_require__(7340);
// EXTERNAL MODULE: ./lib/server/engine/facts.js + 1 modules
var engine_facts = __webpack_require__(9391);
// EXTERNAL MODULE: ./lib/stack/layout.js
var layout = __webpack_require__(9604);
// EXTERNAL MODULE: ./lib/plan/discovery-steps.js
var discovery_steps = __webpack_require__(6999);
// EXTERNAL MODULE: ./lib/server/facts.js
var server_facts = __webpack_require__(4968);
// EXTERNAL MODULE: ./lib/status/words.js
var words = __webpack_require__(631);
// EXTERNAL MODULE: ./lib/plan/release-steps.js
var release_steps = __webpack_require__(1772);
// EXTERNAL MODULE: ./lib/plan/service-steps.js
var service_steps = __webpack_require__(6286);
;// CONCATENATED MODULE: ./lib/plan/disk-problems.js





/**
 * A disk without room for what a run would build or pull. A run that does neither passes, and so does one
 * that tidies up first, which may make the room. Else what is ours and not needed was pruned at the end of the run before,
 * whatever came of that; so all that is left is for a person to decide.
 */
const diskProblems = (desired, facts, scope) => {
    const { disk } = facts.host;
    if (disk.freeKiB >= server_facts/* wantedDiskKiB */.L || !wantsRoom(desired, facts, scope))
        return [];
    if ((0,release_steps/* tidySteps */._S)(desired.project, facts, true).length > 0)
        return [];
    const mib = (kib) => `${Math.round(kib / 1024)} MiB`;
    const { usage } = facts.engine;
    return [
        {
            what: 'The server’s disk is nearly full',
            why: [
                `${mib(disk.freeKiB)} of ${mib(disk.totalKiB)} are free for ${disk.path}; a deploy wants ${mib(server_facts/* wantedDiskKiB */.L)}.`,
                ...(usage ? [`What takes it: ${takers(usage, disk).join('; ')}.`] : []),
            ].join(' '),
            next: usage
                ? `What would free it, on the server: ${remedies(usage, disk).join('; ')}.`
                : 'On the server, `docker system df` shows what Docker takes, and `docker system prune` frees what is unused.',
        },
    ];
};
/** Whether a run would build an image, or make a container whose image may have to be pulled. */
const wantsRoom = (desired, facts, scope) => (scope.release && (0,release_steps/* releaseSteps */.hq)(desired, facts).length > 0) ||
    (scope.services &&
        (!(0,engine_facts/* nginxRuns */.zF)(facts.engine) ||
            desired.services.some((service) => (0,service_steps/* serviceStep */.Sj)(desired, service, facts).length > 0)));
const takers = (usage, { logs }) => [
    `images ${(0,words/* bytes */.ee)(usage.imageBytes)}${byProject(usage.images, ' in layers of their own')}`,
    `build cache ${(0,words/* bytes */.ee)(usage.cacheBytes)}`,
    `volumes ${(0,words/* bytes */.ee)(sum(usage.volumes))}${byProject(usage.volumes)}`,
    `containers ${(0,words/* bytes */.ee)(sum(usage.containers))}${byProject(usage.containers)}`,
    ...(logs
        ? [
            `logs of containers ${(0,words/* bytes */.ee)(logs.containersKiB * 1024)}, of the server ${(0,words/* bytes */.ee)(logs.systemKiB * 1024)}`,
        ]
        : []),
];
const remedies = (usage, { logs }) => [
    `\`docker builder prune\` (${(0,words/* bytes */.ee)(usage.unusedCacheBytes)}, and the next build takes longer)`,
    `\`docker image prune --all\` where nothing else needs the images that no container uses (${(0,words/* bytes */.ee)(usage.unusedImageBytes)}; it also takes the releases that a rollback could go back to)`,
    ...(logs
        ? [`\`journalctl --vacuum-size=100M\` (logs of the server: ${(0,words/* bytes */.ee)(logs.systemKiB * 1024)})`]
        : []),
    'a smaller `keep_releases` for the run after this one, or a larger disk',
];
/** The shares of each project, the largest first: ` (shop 1.2 GiB, others 300 MiB)`. */
const byProject = (shares, note = '') => {
    const projects = [...Map.groupBy(shares, ({ project }) => project ?? 'others')]
        .map(([name, own]) => ({ name, size: sum(own) }))
        .filter(({ size }) => size >= 1024 ** 2)
        .sort((one, other) => other.size - one.size);
    if (projects.length === 0)
        return '';
    return ` (${projects.map(({ name, size }) => `${name} ${(0,words/* bytes */.ee)(size)}`).join(', ')}${note})`;
};
const sum = (shares) => shares.reduce((all, { bytes: size }) => all + size, 0);

// EXTERNAL MODULE: ./lib/plan/entrance-steps.js
var entrance_steps = __webpack_require__(3139);
// EXTERNAL MODULE: ./lib/plan/plan.js + 2 modules
var plan = __webpack_require__(7770);
;// CONCATENATED MODULE: ./lib/plan/preview-problems.js
/** Why a preview may not stand on this server. */
const previewProblems = ({ project, owner, preview, release }, { host }) => {
    if (!preview)
        return [];
    return [
        ...crowdProblems(project, owner.repository, preview.most, preview.of, host.previews),
        ...(preview.isFork ? forkProblems(preview.besideProduction, host, release) : []),
    ];
};
const crowdProblems = (project, repository, most, of, previews) => {
    const others = previews.filter((other) => other.project !== project && other.repository === repository && other.preview.of === of);
    if (others.length < most)
        return [];
    return [
        {
            what: `There are ${others.length} previews of ${of} already`,
            why: `${told(others.map(({ preview }) => preview))}. \`previews.max\` allows ${most}.`,
            next: `Close one of these pull requests, run \`preview remove ${others[0]?.preview.number}\`, or raise \`previews.max\` on the base branch.`,
        },
    ];
};
const told = (previews) => `They are those of ${previews.map(({ number, branch }) => `${number} (${branch})`).join(', ')}`;
const forkProblems = (besideProduction, { production, hasDocker, hasIptables }, { image, parts: { volumes } }) => [
    ...(besideProduction || production.length === 0
        ? []
        : [
            {
                what: 'A fork’s pull request gets no preview on a server with production on it',
                why: `${production.join(', ')} is what customers use, and a preview runs what a stranger has written.`,
                next: 'Have the previews on another server, or set `previews.forks: true` on the base branch.',
            },
        ]),
    // Docker's packages bring it along.
    ...(hasDocker && !hasIptables
        ? [
            {
                what: 'A fork’s pull request gets no preview on a server without iptables',
                why: 'Nothing would keep what a stranger has written from the addresses at which a cloud tells its secrets (169.254.0.0/16).',
                next: 'Install iptables on the server.',
            },
        ]
        : []),
    ...volumes
        .filter(({ source, readOnly }) => source.startsWith('/') && !readOnly)
        .map(({ source }) => ({
        what: `A fork’s pull request gets no preview that may write to ${source}`,
        why: 'It is a folder of the server, which others use, and a preview runs what a stranger has written.',
        next: 'Have it mounted to be read (`:ro`), or the previews made from another configuration (`previews.configuration`), on the base branch.',
    })),
    ...(image.kind === 'dockerfile'
        ? [
            {
                what: 'A fork’s pull request gets no preview from a Dockerfile',
                why: 'A Dockerfile of the repository is the stranger’s own, and its build is not fenced in as a container is.',
                next: 'Push the commit to a branch of this repository once it has been read; its pull request gets a preview.',
            },
        ]
        : []),
];

;// CONCATENATED MODULE: ./lib/plan/preflight.js









/**
 * Looks for what would stop a plan half-way, before anything is changed; throws one Failure that names all of it.
 */
const preflight = (desired, facts, scope, where) => {
    const problems = [
        ...dockerProblems(facts),
        ...settingsProblems(facts, scope),
        ...diskProblems(desired, facts, scope),
        ...portProblems(facts, scope),
        ...ownerProblems(desired, facts),
        ...previewProblems(desired, facts),
        ...siteProblems(desired, facts, scope),
        ...(scope.site ? (0,entrance_steps/* entranceProblems */.$M)(desired, facts) : []),
        ...(scope.services ? (0,service_steps/* nameProblems */.W1)(desired.project, desired.services, facts) : []),
        ...(scope.services ? (0,service_steps/* dataProblems */.pC)(desired.project, desired.services, facts) : []),
        ...(scope.services
            ? (0,service_steps/* passwordProblems */.YN)(desired.project, desired.services, facts)
            : (0,service_steps/* openPasswordProblems */.iS)(desired.project, desired.services, facts)),
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
            (0,plan/* withLiveRestore */.r)(daemonJson);
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
/** Whether a project on the server is the one that is meant: of the same configuration, or of the same pull request. */
const isSameOwner = (now, owner) => now.repository === owner.repository &&
    now.configuration === owner.configuration &&
    now.preview?.number === owner.preview?.number &&
    now.preview?.of === owner.preview?.of;
/** A project's name that is another one's on the server. */
const ownerProblems = ({ project, owner }, { host }) => {
    const now = host.owner;
    if (!now || isSameOwner(now, owner))
        return [];
    return [
        {
            what: `The project name ${project} is taken on this server`,
            why: `It belongs to ${now.repository}, configuration ${now.configuration}${now.preview ? `, pull request ${now.preview.number}` : ''}.`,
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
        next: `Take it out of \`server_names\` here or there${site.names.redirects.some(({ from }) => from === name) ? ', or leave `redirect_www` out' : ''}.`,
    })));
};
const unbuiltProblems = (desired, facts, scope) => {
    const has = (name) => facts.engine.containers.some((container) => container.name === name);
    const missing = [
        ...((0,engine_facts/* nginxRuns */.zF)(facts.engine) ? [] : ['nginx']),
        ...((0,discovery_steps/* hasDiscovery */.RH)(desired, facts) ? [] : ['Consul in the project’s network']),
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


/***/ }),

/***/ 7794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ primaryRegistrationSteps),
/* harmony export */   d: () => (/* binding */ plannedPrimary)
/* harmony export */ });
/* harmony import */ var _stack_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _stack_primary_registration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5574);
/* harmony import */ var _stack_registration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1348);
/* harmony import */ var _discovery_steps_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6999);
/* harmony import */ var _find_container_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9262);





/** The step that tells Consul of the project's primary service, when it knows it otherwise. */
const primaryRegistrationSteps = (desired, facts) => {
    const reason = whyRegister(desired, facts);
    if (reason === undefined)
        return [];
    return [
        {
            id: 'register primary',
            title: 'Register the primary service',
            reason,
            after: ['discovery', 'entrance', 'entrance removal'],
            action: { kind: 'register-primary', isThere: desired.entrance !== undefined },
        },
    ];
};
const whyRegister = ({ project, consul, entrance }, facts) => {
    const { registrations, unloaded } = facts.host;
    const now = registrations.primary;
    if (!consul || (!entrance && now === undefined))
        return undefined;
    if (now === undefined)
        return 'Consul does not know it';
    const known = entrance ? plannedPrimary(project, facts) : [];
    if (entrance && known.length === 0)
        return 'it gets an address';
    if (now !== (0,_stack_registration_js__WEBPACK_IMPORTED_MODULE_2__/* .registration */ .An)(project, 'primary', known).text)
        return entrance ? 'Consul knows another one' : 'the project has no web process';
    return unloaded.includes('primary') ? 'Consul may not have loaded it' : undefined;
};
/** The primary service at the address that the entrance has, and keeps; none while it is to get one. */
const plannedPrimary = (project, facts) => {
    const container = (0,_find_container_js__WEBPACK_IMPORTED_MODULE_4__/* .containerNamed */ .F)((0,_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .entranceContainer */ .ub)(project), facts);
    return container && (0,_discovery_steps_js__WEBPACK_IMPORTED_MODULE_3__/* .addressThief */ .Be)(project, container, facts) === undefined
        ? (0,_stack_primary_registration_js__WEBPACK_IMPORTED_MODULE_1__/* .registeredPrimary */ .X)(project, container.addresses[(0,_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .networkName */ .uv)(project)])
        : [];
};


/***/ }),

/***/ 8201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ takenRanges)
/* harmony export */ });
/* harmony import */ var _stack_subnet_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6671);

/** Ranges of addresses that are the host's, or a network's of its engine. */
const takenRanges = ({ host, engine }) => [
    ...host.routes,
    ...engine.networks.flatMap(({ subnets }) => subnets.flatMap((text) => (0,_stack_subnet_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRange */ .RC)(text) ?? [])),
];


/***/ }),

/***/ 1772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pt: () => (/* binding */ nextNumber),
/* harmony export */   _S: () => (/* binding */ tidySteps),
/* harmony export */   hq: () => (/* binding */ releaseSteps)
/* harmony export */ });
/* harmony import */ var _stack_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _discovery_steps_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6999);


/** What is to be done for the project's releases. */
/** Number of the project's release that a container belongs to; undefined for any other container. */
const releaseOf = (project, { name, labels: own }) => {
    const number = Number.parseInt(own[_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.release] ?? '', 10);
    const isOne = own[_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.project] === project && new RegExp(`-${number}(?:-\\d+)?$`).test(name);
    return isOne ? number : undefined;
};
/**
 * Releases that an earlier run left half-way, before or behind the switch; `isMended` says whether this one goes on to mend
 * or replace the live one.
 */
const tidySteps = (project, facts, isMended) => {
    const { current, releases } = facts.host;
    const half = releases.filter(({ number, good }) => !good && number !== current);
    const live = releases.find(({ number }) => number === current);
    const old = facts.engine.containers.filter((container) => {
        const number = releaseOf(project, container);
        return number !== undefined && number !== current;
    });
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
            action: {
                kind: 'tidy',
                live: live?.record ? live.number : undefined,
                record: live?.record,
                isMended,
            },
        },
    ];
};
/** The steps to another release; none when the one that is live is as it should be. */
const releaseSteps = (desired, facts) => {
    const { release, services } = desired;
    const reason = whyAnew(desired, facts);
    if (reason === undefined)
        return [];
    const number = nextNumber(facts);
    const step = (id, title, after) => ({
        id,
        title: `${title} release ${number}`,
        reason,
        after,
        action: { kind: id, release, number },
    });
    return [
        step('image', release.image.kind === 'image' ? 'Fetch' : 'Build', [
            ...['tidy', 'docker', 'folders'],
            // What a pull request has built is not to be quicker than the rules, which are a build's as well.
            ...(desired.preview ? ['isolation'] : []),
        ]),
        step('start', 'Start', [
            ...['image', 'nginx', 'network', 'isolation', 'discovery'],
            ...services.map(({ name }) => `service ${name}`),
            'register',
        ]),
        step('switch', 'Switch to', ['start', 'site']),
    ];
};
/** The number of the next release; none is used twice. */
const nextNumber = ({ host: { sequence, releases } }) => Math.max(sequence, ...releases.map(({ number }) => number)) + 1;
/** Why the release that is live is not the one that should be. */
const whyAnew = (desired, facts) => {
    const { project, release } = desired;
    const { host, engine } = facts;
    const live = host.releases.find(({ number }) => number === host.current);
    if (!live?.record)
        return 'the project has no release yet';
    if (live.record.spec !== release.hash)
        return `release ${live.number} is made of something else`;
    if (release.digest !== undefined && live.record.digest !== release.digest)
        return 'the image’s tag names another image by now';
    const own = engine.containers.filter((container) => releaseOf(project, container) === live.number);
    const main = own.some(({ name }) => name === (0,_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseContainer */ .Lt)(project, live.number));
    const still = own.find(({ running, labels: { [_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.service]: part } }) => !running && part !== 'task');
    if (main && !still) {
        const [clash] = own.flatMap((container) => (0,_discovery_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .resolverClash */ .Mr)(desired, container, facts) ?? []);
        return clash && `release ${live.number} ${clash}`;
    }
    return !still || still.name === (0,_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseContainer */ .Lt)(project, live.number)
        ? `the container of release ${live.number} does not run`
        : `the container ${still.name} of release ${live.number} does not run`;
};


/***/ }),

/***/ 7778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZT: () => (/* binding */ remainsOf),
/* harmony export */   eK: () => (/* binding */ goingLines),
/* harmony export */   rS: () => (/* binding */ stayingLines)
/* harmony export */ });
/* harmony import */ var _stack_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);

/** What a server has of a project with these secondary services. */
const remainsOf = (project, services, facts) => {
    const { host, engine } = facts;
    const isOwn = ({ labels: own }) => own[_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.project] === project;
    const containers = engine.containers
        .filter(isOwn)
        .map(({ name }) => name)
        .sort();
    const site = host.sites.find((other) => other.project === project)?.serverNames;
    const volumes = engine.volumes
        .filter(isOwn)
        .map(({ name }) => name)
        .sort();
    const data = new Set(services.map((service) => (0,_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .dataVolume */ .$u)(project, service)));
    const unlabelled = engine.volumes
        .filter(({ name, labels: own }) => own[_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.project] === undefined && data.has(name))
        .map(({ name }) => name);
    return {
        project,
        containers,
        site,
        releases: host.releases.map(({ number }) => number),
        volumes,
        unlabelled,
        isThere: containers.length > 0 ||
            site !== undefined ||
            host.releases.length > 0 ||
            host.sequence > 0 ||
            host.current !== undefined ||
            Object.keys(host.registrations).length > 0 ||
            engine.networks.some((network) => network.project === project) ||
            (host.firewall?.networks.some(({ bridge }) => bridge === (0,_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .bridgeName */ .db)(project)) ?? false),
        hasData: host.owner !== undefined || volumes.length > 0,
        keepsPasswords: unlabelled.length > 0 || !host.hasDocker,
        hasNeighbours: host.sites.some((other) => other.project !== project) ||
            engine.networks.some((other) => other.project !== undefined && other.project !== project),
    };
};
/** What goes, a line each. */
const goingLines = (remains, withVolumes) => {
    const { project, containers, site, releases, volumes } = remains;
    return [
        ...(site ? [`the site in nginx: ${site.join(', ') || 'all names'}`] : []),
        ...(containers.length > 0 ? [`containers: ${containers.join(', ')}`] : []),
        ...(releases.length > 0 ? [`releases, with their images and files: ${releases.join(', ')}`] : []),
        ...(remains.isThere
            ? [`the network ${(0,_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .networkName */ .uv)(project)}, what Consul knows of the project, its files in ${_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .root */ .zr}`]
            : []),
        ...(withVolumes
            ? [
                `data: ${[...volumes.map((name) => `the volume ${name}`), 'uploaded files'].join(', ')}${remains.keepsPasswords ? '' : ', the services’ passwords'}`,
            ]
            : []),
    ];
};
/** What stays, a line each. */
const stayingLines = (remains, withVolumes) => {
    const { project, volumes, unlabelled, hasNeighbours } = remains;
    const passwords = `${_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .root */ .zr}/projects/${project}`;
    return [
        ...(withVolumes
            ? []
            : [
                `data: ${[...volumes, ...unlabelled].map((name) => `the volume ${name}, `).join('')}uploaded files (${_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .root */ .zr}/www/${project}/media); the passwords that open it, and whose the name is (${passwords}). \`build all\` brings the project back with it, \`destroy --volumes\` removes it`,
            ]),
        ...(withVolumes && remains.keepsPasswords
            ? [
                `passwords (${passwords}), as data stays that they may open: ${unlabelled.length > 0 ? `${unlabelled.join(', ')} without a label of ours` : 'without Docker, no volume can be removed'}`,
            ]
            : []),
        ...(hasNeighbours
            ? ['what the server’s projects share: Docker, jetee-nginx, jetee-consul']
            : [
                'what projects share: Docker, jetee-nginx, jetee-consul. No other project is on the server; `docker rm -f jetee-nginx jetee-consul` there removes the two',
            ]),
    ];
};


/***/ }),

/***/ 1379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ whyRenew)
/* harmony export */ });
/* harmony import */ var _stack_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _discovery_steps_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6999);


/** Why a container with an address of its own cannot stay and has to be made anew; undefined when it can. */
const whyRenew = (desired, spec, container, facts) => {
    if (container.labels[_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.spec] !== spec.Labels[_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.spec])
        return 'its specification has changed';
    const clash = (0,_discovery_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .resolverClash */ .Mr)(desired, container, facts);
    if (clash !== undefined)
        return `it ${clash}`;
    const thief = (0,_discovery_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .addressThief */ .Be)(desired.project, container, facts);
    return thief === undefined ? undefined : `${thief} has taken its address`;
};


/***/ }),

/***/ 6286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sj: () => (/* binding */ serviceStep),
/* harmony export */   W1: () => (/* binding */ nameProblems),
/* harmony export */   YN: () => (/* binding */ passwordProblems),
/* harmony export */   iS: () => (/* binding */ openPasswordProblems),
/* harmony export */   pC: () => (/* binding */ dataProblems),
/* harmony export */   wB: () => (/* binding */ lacksPassword)
/* harmony export */ });
/* harmony import */ var _stack_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _stack_services_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2870);
/* harmony import */ var _find_container_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9262);
/* harmony import */ var _renewal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1379);




/** What is to be done for a secondary service, and what may be in its way. */
/** The step that brings a service to what it should be; none when it is. */
const serviceStep = (desired, service, facts) => {
    const container = (0,_find_container_js__WEBPACK_IMPORTED_MODULE_2__/* .ownContainer */ .A)(desired.project, service.containerName, facts);
    const renewal = container && (0,_renewal_js__WEBPACK_IMPORTED_MODULE_3__/* .whyRenew */ .a)(desired, service.spec, container, facts);
    const stays = container !== undefined && renewal === undefined;
    if (stays && container.running && !isPasswordOpen(service, facts))
        return [];
    const common = {
        id: `service ${service.name}`,
        // nginx's container is where its port is tried from.
        after: [
            'docker',
            'folders',
            'network',
            'discovery',
            // What a pull request names as image, or as command, is not to be quicker than the rules.
            ...(desired.preview ? ['isolation'] : []),
            ...(service.readiness.kind === 'port' ? ['nginx'] : []),
        ],
    };
    if (stays) {
        const [title, reason] = container.running
            ? [`Try the password of ${service.name}`, 'it has not opened its data yet']
            : [`Start ${service.name}`, 'it does not run'];
        return [{ ...common, title, reason, action: { kind: 'start-service', service } }];
    }
    return [
        {
            ...common,
            title: `${container ? 'Renew' : 'Create'} ${service.name}`,
            reason: renewal ?? 'the project has none',
            action: { kind: 'service', service, exists: container !== undefined },
        },
    ];
};
/** Whether a service's password is one that is yet to be kept on the server, before it is used. */
const lacksPassword = ({ name, type, hasGivenPassword }, { passwords }) => type.password !== 'nothing' && !hasGivenPassword && passwords[name] === undefined;
/** Whether it is still open if a service's password is the right one for its data. */
const isPasswordOpen = ({ name, type, identity }, { host }) => type.password !== 'nothing' && (host.untried.includes(name) || host.passwords[name] !== identity.password);
/** Names that another project on the server has: `shop-a` with `redis` and `shop` with `a-redis` are the same. */
const nameProblems = (project, services, { engine }) => services.flatMap(({ name, containerName, volumes }) => {
    const wanted = new Set([containerName, ...volumes.map((volume) => volume.name)]);
    const other = [...engine.containers, ...engine.volumes].find(
    // A volume without labels is one that was restored.
    ({ name, labels: own }) => wanted.has(name) && own[_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.project] !== undefined && own[_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.project] !== project);
    if (!other)
        return [];
    return [
        {
            what: `The name ${other.name} is taken on this server`,
            why: `It belongs to the project ${other.labels[_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.project]}.`,
            next: `Set another \`container_name\` for ${name}, or another \`project_name\`.`,
        },
    ];
});
/**
 * Data that a service would not start on. The container tells what has written it last; where it is gone, the volume
 * tells what has written it first.
 */
const dataProblems = (project, services, facts) => services.flatMap((service) => {
    const volume = facts.engine.volumes.find(({ name }) => name === service.volumes[0]?.name);
    const found = (0,_find_container_js__WEBPACK_IMPORTED_MODULE_2__/* .ownContainer */ .A)(project, service.containerName, facts)?.labels[_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.data] ?? volume?.labels[_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.data];
    const clash = found === undefined ? undefined : (0,_stack_services_js__WEBPACK_IMPORTED_MODULE_1__/* .dataClash */ .y)(service, found);
    if (!clash)
        return [];
    return [
        {
            what: `${service.name} cannot become ${service.data} on the data of ${found}`,
            why: clash.why,
            next: clash.next,
        },
    ];
});
/** Data that is there, from an earlier life or restored, while nobody knows its password. */
const passwordProblems = (project, services, facts) => services.flatMap((service) => {
    const { name, dataVolume, type } = service;
    const isThere = facts.engine.volumes.some((volume) => volume.name === dataVolume && (volume.labels[_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.project] ?? project) === project);
    if (!isThere || type.password !== 'data' || !lacksPassword(service, facts.host))
        return [];
    return [
        {
            what: `The password of ${name} is not known`,
            why: `Its data is there, on the volume ${dataVolume}, but the server keeps no password for it: it was restored, or is from an earlier life of the project. A new password would not open it.`,
            next: `Put \`password: VARIABLE\` into the entry of ${name}, and the password of the data into the environment of the step, as VARIABLE. If nobody knows it, put a new one there: the next run tells the command that sets it in the data. Data that nobody wants is removed by \`docker volume rm ${dataVolume}\` on the server.`,
        },
    ];
});
/** Passwords that a command which makes no service would use before they are those of the services. */
const openPasswordProblems = (project, services, facts) => services.flatMap((service) => (0,_find_container_js__WEBPACK_IMPORTED_MODULE_2__/* .ownContainer */ .A)(project, service.containerName, facts) && isPasswordOpen(service, facts)
    ? [
        {
            what: `The password of ${service.name} is not in use yet`,
            why: 'It is a new one, or has not opened the data yet, and this command leaves services as they are.',
            next: 'Run `build service` first, or `build all`.',
        },
    ]
    : []);


/***/ }),

/***/ 6137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JD: () => (/* binding */ hookArgs),
/* harmony export */   P3: () => (/* binding */ hookText),
/* harmony export */   oH: () => (/* binding */ hooksOnFailure),
/* harmony export */   wV: () => (/* binding */ hooksBeforeSwitch)
/* harmony export */ });
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7340);
/* harmony import */ var _server_connection_shell_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6371);
/* harmony import */ var _server_scripts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6435);
/* harmony import */ var _stack_site_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4032);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3988);





/** What the hooks of a run find in their environment; none of it is secret. */
const hookFacts = ({ configuration, source, actor, runUrl }, { number, previous, failed }) => ({
    JETEE_PROJECT: configuration.projectName,
    JETEE_CONFIGURATION: configuration.name,
    JETEE_RELEASE: String(number ?? ''),
    JETEE_PREVIOUS_RELEASE: String(previous ?? ''),
    JETEE_COMMIT: source?.commit ?? '',
    JETEE_SUBJECT: source?.subject ?? '',
    JETEE_AUTHOR: source?.author ?? '',
    JETEE_ACTOR: actor,
    JETEE_URL: (0,_stack_site_names_js__WEBPACK_IMPORTED_MODULE_2__/* .siteUrls */ .kB)(configuration)[0] ?? '',
    JETEE_RUN_URL: runUrl,
    ...(failed !== undefined && { JETEE_FAILED: failed }),
});
/** Shell text that runs hooks, for `run_hooks`: nothing in their words is read by a shell. */
const hookText = (hooks) => hooks
    .map(({ name, deadlineSeconds, command }) => `run_hook ${(0,_server_connection_shell_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .commandLine */ .a)([name, String(deadlineSeconds), ...command])} || return 1`)
    .join('\n');
/** The argument of `hooks.sh`. */
const hookArgs = (run, release) => ({
    HOOK_FACTS: Object.entries(hookFacts(run, release))
        .map(([name, value]) => `export ${name}=${(0,_server_connection_shell_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(value.replaceAll('\0', ''))}`)
        .join('\n'),
});
const callHooks = async (context, title, hooks, release) => {
    let failed = [];
    await (0,_server_scripts_js__WEBPACK_IMPORTED_MODULE_1__/* .runStepScript */ .V)(context.session, {
        scripts: ['release', 'hooks', 'call-hooks'],
        title,
        progress: context.progress,
        signal: context.signal,
        deadlineMs: 60_000 + (0,_release_js__WEBPACK_IMPORTED_MODULE_4__/* .taskMs */ ._Q)(hooks),
        args: { HOOKS: hookText(hooks), ...hookArgs(context, release) },
        onMark(mark, rest) {
            if (mark === 'failed')
                failed = rest.split(' ');
        },
        failure: () => (failed.length > 0 ? (0,_release_js__WEBPACK_IMPORTED_MODULE_4__/* .taskFailure */ .E2)(context, release.number, failed) : {}),
    });
};
/** Runs the hooks of a healthy release that visitors do not reach yet. */
const hooksBeforeSwitch = async (context, number) => {
    const { configuration, current } = context;
    const { beforeSwitch } = configuration.hooks;
    if (beforeSwitch.length === 0)
        return;
    const title = `Running the hooks before release ${number}`;
    await callHooks(context, title, beforeSwitch, { number, previous: current }).catch((error) => {
        throw error instanceof _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H
            ? new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ ...error.details, stands: (0,_release_js__WEBPACK_IMPORTED_MODULE_4__/* .stillServes */ .Fk)(current) }, { cause: error })
            : error;
    });
};
/**
 * Runs the hooks for a release that has failed, when all that it left is gone. One that fails is a warning, as there is an
 * error already: the release's own.
 */
const hooksOnFailure = async (context, number, error, progress, signal) => {
    const { onFailure } = context.configuration.hooks;
    if (onFailure.length === 0)
        return;
    const failed = (error instanceof _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H ? error.details.place : undefined) ?? 'deployer';
    const step = progress.begin('Run the hooks on failure', `release ${number} has failed: ${failed}`);
    try {
        const title = 'Running the hooks on failure';
        const release = { number, previous: context.current, failed };
        await callHooks({ ...context, progress: step, signal }, title, onFailure, release);
        step.end('done');
    }
    catch (cause) {
        step.end(signal.aborted ? 'cancelled' : 'failed');
        const { what, why = '' } = cause instanceof _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H ? cause.details : { what: String(cause) };
        progress.warn(`${what}. ${why.replace(' Its last lines are below.', '')}`.trim());
    }
};


/***/ }),

/***/ 8046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ loginOf),
  G: () => (/* binding */ makeImage)
});

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: ./lib/server/images.js
var server_images = __webpack_require__(3873);
// EXTERNAL MODULE: ./lib/server/scripts.js
var scripts = __webpack_require__(6435);
// EXTERNAL MODULE: ./lib/server/services.js + 1 modules
var services = __webpack_require__(3503);
// EXTERNAL MODULE: ./lib/stack/container.js
var container = __webpack_require__(6031);
// EXTERNAL MODULE: ./lib/stack/layout.js
var layout = __webpack_require__(9604);
// EXTERNAL MODULE: ./lib/release/release.js
var release_release = __webpack_require__(3988);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./lib/source/source.js
var source_source = __webpack_require__(1808);
// EXTERNAL MODULE: ./lib/report/failure.js
var failure = __webpack_require__(7340);
;// CONCATENATED MODULE: ./lib/release/key-dialogue.js

/** Asks what is to be fetched, and makes the dialogue about it. */
const openDialogue = async (fetching, progress) => {
    const repositories = await fetching.repositories();
    const withKey = new Map(repositories.filter((repository) => repository.withKey).map((own) => [own.folder, own]));
    const keys = new Map();
    const admitted = new Set();
    let denied;
    let isUnreachable = false;
    let hasGit = true;
    return {
        args: { REPOSITORIES: repositories.map(lineOf).join('\n') },
        hear(mark, rest) {
            const [folder = '', state, ...words] = rest.split(' ');
            if (mark === 'key')
                keys.set(folder, { publicKey: words.join(' '), hasWorked: state === 'worked' });
            if (mark === 'denied')
                denied = withKey.get(folder);
            if (mark === 'unreachable')
                isUnreachable = true;
            if (mark === 'nogit')
                hasGit = false;
        },
        async answer() {
            if (!hasGit) {
                const instead = await fetching.instead();
                if (!instead)
                    throw withoutGit();
                progress.note('The code is sent from the checkout, as git is missing on the server');
                return { line: 'send', isLast: true, instead };
            }
            for (const [folder, repository] of withKey) {
                const key = keys.get(folder);
                if (!key || admitted.has(folder))
                    continue;
                const admission = await fetching.admit(repository, key);
                if (admission.kind === 'gone') {
                    progress.note(`The deploy key is no longer at ${repository.fullName}: it is replaced`);
                    return { line: `renew ${folder} ${key.publicKey.split(' ')[1]}`, isLast: false };
                }
                if (admission.kind === 'refused') {
                    const instead = repository.path === '' ? await fetching.instead() : undefined;
                    if (!instead)
                        throw refused(repository, key, admission.why);
                    progress.note(`The code is sent from the checkout, as ${admission.why}`);
                    return { line: 'send', isLast: true, instead };
                }
                if (admission.kind === 'admitted')
                    progress.note(admission.how);
                admitted.add(folder);
            }
            const hosts = await fetching.hostKeys();
            if (hosts === '')
                progress.note('This GitHub does not publish its SSH host keys: the server keeps those that it meets first');
            return { line: `fetch ${hosts === '' ? '-' : Buffer.from(hosts).toString('base64')}`, isLast: true };
        },
        trouble() {
            const key = denied && keys.get(denied.folder);
            if (denied && key)
                return refused(denied, key, 'GitHub did not let the server read it with its key').details;
            return isUnreachable
                ? {
                    what: 'The server could not fetch the code from GitHub',
                    why: 'The last lines say why.',
                    next: 'See to it that the server reaches the addresses that they name (GitHub by SSH, as a rule at port 22), or set `source: checkout` to have the code sent instead.',
                }
                : undefined;
        },
    };
};
const withoutGit = () => new failure/* Failure */.H({
    what: 'The server cannot fetch the code: git is missing there',
    why: 'It could not be installed; the lines above say why.',
    next: 'Install git and openssh-client on the server, or set `source: checkout`.',
});
/** Words of a repository for `fetch.sh`: none but the last, which is a path, may have a blank in it. */
const lineOf = ({ folder, commit, withKey, url, path }) => `${folder} ${commit} ${withKey ? 'key' : 'open'} ${url} ${path}`;
const refused = ({ fullName, path, keysPage }, { publicKey }, why) => new failure/* Failure */.H({
    what: path === ''
        ? `The server may not read ${fullName}`
        : `The server may not read the submodule ${path} (${fullName})`,
    where: keysPage,
    why: `${why[0]?.toUpperCase()}${why.slice(1)}.`,
    next: `Add this public key of the server as a deploy key at ${keysPage}, without write access, and run again; or give the input \`deploy-key-token\` a token with \`administration: write\` there.\n${publicKey}`,
});

;// CONCATENATED MODULE: ./lib/release/supply.js




/** Begins to bring a commit to the server, the way that its source says. */
const openSupply = async (source, progress) => {
    const { delivery, files, tree } = source;
    const list = (0,source_source/* manifest */.eu)(source);
    const byLine = new Map(files.map((file) => [(0,source_source/* manifestLine */.EE)(file), file]));
    const needed = [];
    const stdin = new external_node_stream_.PassThrough();
    // A failure on this side ends the script, which fails the step.
    const giveUp = (error) => void stdin.destroy(error);
    const dialogue = delivery.kind === 'fetch' ? await openDialogue(delivery, progress) : undefined;
    let sending;
    const begin = (way) => {
        sending = way;
        stdin.write(list);
    };
    if (delivery.kind === 'send')
        begin(delivery);
    return {
        scripts: [...(dialogue ? ['repository', 'fetch'] : []), 'source'],
        args: { ...dialogue?.args, TREE: tree, MANIFEST_BYTES: String(list.length) },
        stdin,
        hear(mark, rest) {
            if (mark === 'need') {
                const file = byLine.get(rest);
                if (file)
                    needed.push(file);
            }
            else if (mark === 'end') {
                if (sending) {
                    progress.note(`Sending ${needed.length} of ${files.length} files`);
                    (0,promises_.pipeline)(sending.pack(needed), stdin).catch(giveUp);
                }
                else
                    stdin.end();
            }
            else if (mark === 'keys') {
                dialogue?.answer().then(({ line, instead, isLast }) => {
                    stdin.write(`${line}\n`);
                    if (isLast)
                        begin(instead);
                }, giveUp);
            }
            else
                dialogue?.hear(mark, rest);
        },
        trouble: () => dialogue?.trouble(),
    };
};

;// CONCATENATED MODULE: ./lib/release/image.js








/** Makes a release's image and its folder on the server. */
const makeImage = (context, release, number) => release.image.kind === 'image'
    ? takeImage(context, release, release.image, number)
    : buildImage(context, release, release.image, number);
/** What the scripts are told of a release, whatever its image comes from. */
const releaseArgs = async ({ configuration, source, actor, run }, release, number, digest) => ({
    RELEASE: String(number),
    IMAGE: (0,layout/* releaseImage */.R1)(configuration.projectName, number),
    PARTS: (0,container/* canonicalJson */.dj)(release.parts),
    HELPERS: release.helpers.join('\n'),
    AFTER: release.tasks.after.map(({ name }) => name).join('\n'),
    DEADLINES: [...release.tasks.before, ...release.tasks.after]
        .map(({ name, deadlineSeconds, once }) => `${name} ${deadlineSeconds}${once ? ' once' : ''}`)
        .join('\n'),
    SOCKET_FOLDER: release.socketFolder,
    MOUNT: (await (0,consumers_.buffer)((0,services/* tarOf */.$t)(release.mount))).toString('base64'),
    RECORD: JSON.stringify({
        commit: source.commit,
        tree: source.tree,
        spec: release.hash,
        digest,
        created: new Date().toISOString(),
        author: source.author,
        subject: source.subject,
        actor,
        healthCheck: configuration.project.healthCheck,
        run,
    }),
});
/** Has the server get what it lacks of the source, and builds the image there. */
const buildImage = async (context, release, image, number) => {
    const { session, progress, signal, configuration, source, current, buildSecrets } = context;
    const supply = await openSupply(source, progress);
    await (0,scripts/* runStepScript */.V)(session, {
        scripts: [...supply.scripts, 'begin', 'build', 'record'],
        title: `Building release ${number}`,
        progress,
        signal,
        deadlineMs: 3_600_000,
        args: {
            ...(await releaseArgs(context, release, number)),
            ...supply.args,
            DOCKERFILE: release.dockerfile ?? '',
            DOCKERFILE_PATH: image.kind === 'dockerfile' ? image.dockerfile : '',
            BASE: image.kind === 'supervised' ? image.base : '',
            SECRETS: Object.entries(buildSecrets)
                .map(([name, value]) => `${name}=${Buffer.from(value).toString('base64')}`)
                .join(' '),
        },
        words: [
            ...labelOptions({
                [layout/* labels */.WD.project]: configuration.projectName,
                [layout/* labels */.WD.release]: String(number),
                [layout/* labels */.WD.commit]: source.commit,
            }),
            ...(image.kind === 'dockerfile' ? buildOptions(image) : []),
            // A stranger's code takes nothing that was built for others.
            ...(configuration.preview?.isFork ? ['--no-cache'] : []),
        ],
        stdin: supply.stdin,
        onMark: supply.hear,
        failure: () => ({
            what: `The image of release ${number} could not be built`,
            why: 'The last lines of the build say why.',
            stands: (0,release_release/* stillServes */.Fk)(current),
            next: 'Correct what the build complains about, push, and run again.',
            ...supply.trouble(),
        }),
    });
};
/** Labels of an image. Every one of ours is set, so that none that a Dockerfile has written counts. */
const labelOptions = (own) => Object.values(layout/* labels */.WD).flatMap((key) => ['--label', `${key}=${own[key] ?? ''}`]);
/** What `docker build` is told of a Dockerfile that is not ours. */
const buildOptions = ({ target, buildArgs }) => [
    ...(target === undefined ? [] : ['--target', target]),
    ...Object.entries(buildArgs).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]),
];
/** Pulls an image that was built elsewhere, just the one that its tag names now. */
const takeImage = async (context, release, image, number) => {
    const { session, progress, signal, registryPassword } = context;
    const pulled = await pullGiven(context, image.image, release.digest, loginOf(image, registryPassword));
    await (0,scripts/* runStepScript */.V)(session, {
        scripts: ['begin', 'adopt', 'record'],
        title: `Fetching release ${number}`,
        progress,
        signal,
        args: {
            ...(await releaseArgs(context, release, number, pulled.digest)),
            PULLED: pulled.name,
        },
    });
};
/** The login at an image's registry. */
const loginOf = ({ registry }, password) => registry && password !== undefined ? { username: registry.username, password } : undefined;
const pullGiven = async (context, image, digest, login) => {
    const repository = repositoryOf(image);
    const name = digest === undefined ? image : `${repository}@${digest}`;
    await (0,server_images/* pullImage */.ZP)(context, name, login);
    if (digest !== undefined)
        return { name, digest };
    const { RepoDigests } = await context.session.engine.call({ method: 'GET', path: `/images/${image}/json`, signal: context.signal });
    return { name, digest: RepoDigests?.find((entry) => entry.startsWith(`${repository}@`))?.split('@')[1] };
};
/** An image's name without tag and digest. */
const repositoryOf = (image) => (image.split('@')[0] ?? image).replace(/:[^/:]+$/, '');


/***/ }),

/***/ 3988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E2: () => (/* binding */ taskFailure),
/* harmony export */   Fk: () => (/* binding */ stillServes),
/* harmony export */   _Q: () => (/* binding */ taskMs),
/* harmony export */   kk: () => (/* binding */ auditLine)
/* harmony export */ });
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
/**
 * What is told of a release task or a hook that failed; its output is shown beside it. `failed` are the words that the
 * script marks it with: what it is, its name, its status, and the deadline in seconds that it missed, if it did.
 */
const taskFailure = ({ source }, release, [kind, name, status, late]) => ({
    what: `The ${kind === 'hook' ? 'hook' : 'release task'} ${name} failed`,
    where: `release ${release}, commit ${source.commit.slice(0, 12)}`,
    place: `${kind} ${name}`,
    why: `${late === undefined ? `It ended with status ${status}` : `It did not end within ${late} s`}. Its last lines are below.`,
    next: kind === 'hook'
        ? 'Correct the cause on the server or in the deployment file, and run again.'
        : 'Correct the cause, push, and run again. What the task had done to the database by then stays done.',
});
/** Milliseconds that tasks or hooks have, one behind the other, with the time that it takes to end each. */
const taskMs = (tasks) => tasks.reduce((sum, { deadlineSeconds }) => sum + (deadlineSeconds + 60) * 1000, 0);


/***/ }),

/***/ 3459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ runStart),
  W: () => (/* binding */ startCandidate)
});

// EXTERNAL MODULE: ./lib/server/addresses.js
var server_addresses = __webpack_require__(1743);
// EXTERNAL MODULE: ./lib/server/containers.js
var server_containers = __webpack_require__(1671);
// EXTERNAL MODULE: ./lib/server/images.js
var server_images = __webpack_require__(3873);
// EXTERNAL MODULE: ./lib/server/scripts.js
var scripts = __webpack_require__(6435);
// EXTERNAL MODULE: ./lib/server/services.js + 1 modules
var services = __webpack_require__(3503);
// EXTERNAL MODULE: ./lib/stack/container.js
var container = __webpack_require__(6031);
// EXTERNAL MODULE: ./lib/stack/front.js
var front = __webpack_require__(3156);
// EXTERNAL MODULE: ./lib/stack/layout.js
var layout = __webpack_require__(9604);
// EXTERNAL MODULE: ./lib/stack/release-containers.js
var release_containers = __webpack_require__(4294);
// EXTERNAL MODULE: ./lib/stack/site-names.js
var site_names = __webpack_require__(4032);
;// CONCATENATED MODULE: ./lib/stack/times.js
/**
 * What the server is told of a release’s helpers and its end, a line each: how long each helper must have run (`start`),
 * how long requests that are under way have to come to their end (`drain`), and by which `host` and `path` its web process
 * is asked, if it has one.
 */
const releaseTimes = ({ image, programs, hasWeb }, { drainSeconds, host, path, }) => {
    const web = image.kind === 'supervised' ? programs.find((program) => program.web) : undefined;
    return [
        ...programs
            .filter((program) => !program.web)
            .map(({ name, startSeconds }) => `start ${name} ${startSeconds}`),
        `drain ${web?.stopSeconds ?? drainSeconds}`,
        ...(hasWeb ? [`host ${host}`, `path ${path}`] : []),
    ].join('\n');
};

// EXTERNAL MODULE: ./lib/release/release.js
var release_release = __webpack_require__(3988);
;// CONCATENATED MODULE: ./lib/release/start.js












/** Starts the candidate beside the live release, runs its tasks, and waits until its web process is healthy. */
const startCandidate = async (context, release, number, addresses) => {
    const { session, signal, configuration, source } = context;
    const book = await addresses();
    // The main container of one that listens on a port: its door knows it by that, and Docker gives it to nobody else.
    const address = release.port === undefined
        ? undefined
        : (0,server_addresses/* giveAddress */.KO)(book, (0,layout/* releaseContainer */.Lt)(configuration.projectName, number));
    const containers = (0,release_containers/* releaseContainers */.O)(configuration, release, {
        number,
        commit: source.commit,
        address,
        resolver: book.resolver,
    });
    await (0,services/* createVolumes */.Yt)(context, (0,container/* namedVolumes */.xA)(session.project, configuration.primary.volumes).map((name) => ({
        name,
        labels: { [layout/* labels */.WD.project]: session.project },
    })));
    if (release.port !== undefined)
        await (0,server_images/* ensureImage */.Yt)(context, front/* nginxImage */.yU);
    await Promise.all(containers.map(({ name, spec }) => (0,server_containers/* createContainer */.g$)(session.engine, name, spec, signal)));
    await runStart(context, release, {
        number,
        containers,
        address,
        isCopy: false,
        healthCheck: configuration.project.healthCheck,
    });
};
/** Starts a candidate's containers, runs its tasks, and waits until its web process is healthy. */
const runStart = async (context, release, { number, containers, address, isCopy, healthCheck, onStarted }) => {
    const { session, progress, signal, configuration, source, current } = context;
    const { path, status: healthy, intervalSeconds, deadlineSeconds } = healthCheck;
    const { image } = release;
    const host = release.hasWeb
        ? (0,site_names/* literalName */.xz)((0,site_names/* siteNames */.qf)(configuration.serverNames, configuration.site.redirectWww))
        : '';
    let failed = [];
    let status = '000';
    const body = [];
    await (0,scripts/* runStepScript */.V)(session, {
        scripts: ['release', 'start'],
        title: `Starting release ${number}`,
        progress,
        signal,
        deadlineMs: 3_600_000 + (0,release_release/* taskMs */._Q)(release.tasks.before),
        args: {
            RELEASE: String(number),
            CONTAINERS: JSON.stringify(containers),
            STATIC: isCopy || image.kind === 'supervised' ? '' : (image.staticLocation ?? ''),
            MEDIA: isCopy || image.kind === 'supervised' ? '' : (image.mediaLocation ?? ''),
            DOOR: release.port === undefined || address === undefined ? '' : (0,release_containers/* doorConf */.r)(address, release.port),
            TIMES: releaseTimes(release, { drainSeconds: configuration.project.drainSeconds, host, path }),
            HOST: host,
            SOCKET_FOLDER: release.socketFolder,
            HEALTH_PATH: path,
            STATUS_FROM: String(healthy.from),
            STATUS_TO: String(healthy.to),
            INTERVAL: String(intervalSeconds),
            DEADLINE: String(deadlineSeconds),
        },
        words: release.tasks.before.map(({ name }) => name),
        onMark(mark, rest) {
            if (mark === 'started')
                onStarted?.();
            if (mark === 'failed')
                failed = rest.split(' ');
            if (mark === 'status')
                status = rest;
            if (mark === 'body')
                body.push(rest);
        },
        failure: (output) => {
            const [place, folder] = failed;
            const stands = (0,release_release/* stillServes */.Fk)(current);
            if (place === 'task')
                return { ...(0,release_release/* taskFailure */.E2)(context, number, failed), stands };
            if (place === 'static') {
                return {
                    what: `There are no static files at ${folder} in the image of release ${number}`,
                    place: 'static files',
                    why: 'The deployment file names this folder as `static_location`.',
                    stands,
                    next: 'Correct `static_location`, or leave it out where the project serves its static files itself.',
                };
            }
            if (place === 'health') {
                return {
                    what: 'The web process never became healthy',
                    place: 'health',
                    where: `release ${number}, commit ${source.commit.slice(0, 12)}, path ${path}`,
                    why: status === '000'
                        ? `It did not answer within ${deadlineSeconds} s, or stopped.${release.port === undefined ? '' : ` It is asked on port ${release.port}, at the container’s own address.`} Its log is below.`
                        : `It answered with status ${status} where ${range(healthy)} is healthy. The answer’s body and the log are below.`,
                    output: answerAndLog(body, output),
                    stands,
                    next: 'See the log for the cause; the page to ask for is `health_check.path` of the project.',
                };
            }
            return { what: `The container of release ${number} did not start`, stands };
        },
    });
};
/** A range of statuses in words. */
const range = ({ from, to }) => from === to ? String(from) : `${from} to ${to}`;
/** The first lines of an answer, and as many of the log's last ones as are shown with them. */
const answerAndLog = (body, log) => {
    if (body.length === 0)
        return log.slice(-40);
    const answer = ['The answer:', ...body.slice(0, 10), '', 'The log:'];
    return [...answer, ...log.slice(answer.length - 40)];
};


/***/ }),

/***/ 3785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ clearRun),
/* harmony export */   U0: () => (/* binding */ switchRelease),
/* harmony export */   gN: () => (/* binding */ tidyUp)
/* harmony export */ });
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7340);
/* harmony import */ var _report_render_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5503);
/* harmony import */ var _server_scripts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6435);
/* harmony import */ var _hooks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6137);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3988);





/** Milliseconds that handing over may take: old helpers and then requests get their time to end, up to an hour each. */
const handOver = 14_400_000;
/** What the scripts that settle a release consist of. */
const settleScripts = ['release', 'prune', 'hooks', 'helpers', 'drain', 'settle'];
/**
 * Sends the visitors to a healthy release, hands the helpers over to it and retires the one before. Whoever cancels
 * meanwhile gets the new release, whole: there is no point in between at which to stop.
 */
const switchRelease = async (context, release, number) => {
    const { session, progress, configuration, current } = context;
    await (0,_hooks_js__WEBPACK_IMPORTED_MODULE_3__/* .hooksBeforeSwitch */ .wV)(context, number);
    const { afterSwitch } = configuration.hooks;
    const isSupervised = release.image.kind === 'supervised';
    const settling = openSettling(number, context.source.commit, isSupervised);
    const output = await (0,_server_scripts_js__WEBPACK_IMPORTED_MODULE_2__/* .runStepScript */ .V)(session, {
        scripts: [...settleScripts, 'switch'],
        title: `Switching to release ${number}`,
        progress,
        deadlineMs: handOver + (0,_release_js__WEBPACK_IMPORTED_MODULE_4__/* .taskMs */ ._Q)([...release.tasks.after, ...afterSwitch]),
        args: {
            ...settleArgs(context, number, 'live'),
            ...(0,_hooks_js__WEBPACK_IMPORTED_MODULE_3__/* .hookArgs */ .JD)(context, { number, previous: current }),
            AFTER_HOOKS: (0,_hooks_js__WEBPACK_IMPORTED_MODULE_3__/* .hookText */ .P3)(afterSwitch),
        },
        onMark: settling.hear,
        failure: () => settling.back() === undefined
            ? {
                stands: `Visitors reach release ${number} or the one before it, each of them whole.`,
                next: 'Run the job again: it completes the release that is live.',
            }
            : {
                ...settling.problem(),
                stands: `Release ${settling.back()} ${release.hasWeb ? 'serves the site' : 'runs'} again, with its own helpers.`,
            },
    });
    const left = settling.problem();
    if (left)
        throw new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ ...left, output: output.slice(-40), stands: noneBefore(number) });
};
/** What is told when a release failed behind the switch and there was none to go back to. */
const noneBefore = (number) => `Release ${number} is live all the same, as there is no good one to go back to. Helpers that do not run are started again and again.`;
/** Hears what the scripts say that settle a release, and tells what went wrong. */
const openSettling = (number, commit, isSupervised) => {
    const helpers = [];
    let task;
    let back;
    return {
        hear(mark, rest) {
            if (mark === 'back')
                back = Number(rest);
            if (back !== undefined)
                return;
            if (mark === 'helper')
                helpers.push(rest);
            if (mark === 'failed')
                task = rest.split(' ');
        },
        /** Number of the release that is live again; undefined when none had to be. */
        back: () => back,
        problem: () => {
            if (task)
                return (0,_release_js__WEBPACK_IMPORTED_MODULE_4__/* .taskFailure */ .E2)({ source: { commit } }, number, task);
            return helpers.length > 0 ? ailing(number, helpers, isSupervised) : undefined;
        },
    };
};
/** What is told of a release's helpers that did not come to run, from the lines of their status. */
const ailing = (number, helpers, isSupervised) => ({
    what: `Not all helper processes of release ${number} run`,
    where: helpers.map((line) => line.split(/\s+/)[0]).join(', '),
    place: `helper ${helpers[0]?.split(/\s+/)[0]}`,
    why: `${isSupervised ? 'supervisor' : 'Docker'} says: ${helpers.map((line) => line.replaceAll(/\s+/g, ' ')).join('; ')}. Its log is below.`,
    next: 'Correct the cause that the log shows, push, and run again.',
});
/** Clears what an interrupted run left: candidates go, and the release that is live is settled, in one go as well. */
const tidyUp = async (context, { live, record, isMended }) => {
    const { session, progress, configuration } = context;
    const { afterSwitch } = configuration.hooks;
    const isSupervised = session.facts.parts?.image.kind === 'supervised';
    const settling = openSettling(live ?? 0, record?.commit ?? '', isSupervised);
    const why = () => {
        const problem = settling.problem();
        return problem && { ...problem, why: `${problem.what}. ${problem.why}` };
    };
    const what = `Release ${live}, which an earlier run had left, cannot be completed`;
    const output = await (0,_server_scripts_js__WEBPACK_IMPORTED_MODULE_2__/* .runStepScript */ .V)(session, {
        scripts: [...settleScripts, 'tidy'],
        title: 'Tidying up',
        progress,
        deadlineMs: handOver + (0,_release_js__WEBPACK_IMPORTED_MODULE_4__/* .taskMs */ ._Q)(afterSwitch),
        args: {
            ...settleArgs(context, live, 'tidied'),
            ...(0,_hooks_js__WEBPACK_IMPORTED_MODULE_3__/* .hookArgs */ .JD)({ ...context, source: record }, { number: live, previous: undefined }),
            AFTER_HOOKS: (0,_hooks_js__WEBPACK_IMPORTED_MODULE_3__/* .hookText */ .P3)(afterSwitch),
        },
        onMark: settling.hear,
        failure: () => settling.back() === undefined
            ? {}
            : { ...why(), what, stands: `Release ${settling.back()} is live again, whole.` },
    });
    const left = why();
    if (!left)
        return;
    if (!isMended)
        throw new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ ...left, what, output: output.slice(-40), stands: noneBefore(live ?? 0) });
    progress.note(`Release ${live}, which an earlier run had left, is still not whole: ${left.what}`);
};
/**
 * Ends what still works on the server for this run, whose steps have ended, and removes its candidate, unless that is
 * live by now; what it was and why it failed stay on record.
 */
const clearRun = async (context, number, outcome, error) => {
    const title = 'Removing the candidate';
    const { code, stderr } = await context.session.run(['strays', 'release', 'prune', 'clear'], {
        title,
        args: {
            RELEASE: number === undefined ? '' : String(number),
            AUDIT: (0,_release_js__WEBPACK_IMPORTED_MODULE_4__/* .auditLine */ .kk)(context, number, outcome),
            FAILED: JSON.stringify(failedRecord(context, outcome, (0,_report_render_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .detailsOf */ .cz)(error))),
            ...pruneArgs(context),
            // To take gigabytes out of the build cache takes longer than a runner waits for a run that was cancelled.
            ...(outcome === 'cancelled' && { CACHE: '' }),
        },
    });
    if (code !== 0)
        throw new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ what: `${title} failed`, why: stderr.trim() });
};
/** Bytes that the build cache of a server may have: about ten times what a Django project's takes. */
const cacheBound = 10_000_000_000;
const pruneArgs = ({ configuration }) => ({
    KEEP: String(configuration.keepReleases),
    CACHE: String(cacheBound),
});
const failedRecord = ({ source: { commit, subject, author } }, outcome, { what, where, place }) => ({
    outcome,
    time: new Date().toISOString(),
    commit,
    subject,
    author,
    ...(outcome === 'failed' && { what, place: place ?? where }),
});
const settleArgs = (context, release, outcome) => ({
    RELEASE: release === undefined ? '' : String(release),
    ...pruneArgs(context),
    AUDIT: (0,_release_js__WEBPACK_IMPORTED_MODULE_4__/* .auditLine */ .kk)(context, release, outcome),
});


/***/ }),

/***/ 1743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ readAddresses),
/* harmony export */   KO: () => (/* binding */ giveAddress),
/* harmony export */   MK: () => (/* binding */ isAddressTaken),
/* harmony export */   hQ: () => (/* binding */ ownAddresses)
/* harmony export */ });
/* harmony import */ var _stack_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _stack_subnet_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6671);
/* harmony import */ var _engine_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6747);



/** The addresses of a project's containers, as the engine knew them when the run began. */
const ownAddresses = (project, { containers }) => new Map(containers.flatMap(({ name, addresses }) => {
    const address = addresses[(0,_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .networkName */ .uv)(project)];
    return address && name !== _stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .consulContainer */ .sx ? [[name, address]] : [];
}));
/** Reads who has which address in a project's network; `resolvers` are the host's, or undefined to leave Consul out. */
const readAddresses = async (engine, project, taken, resolvers, signal) => {
    const path = `/networks/${(0,_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .networkName */ .uv)(project)}`;
    const network = await engine.call({ method: 'GET', path, signal });
    const live = Object.values(network.Containers).map(({ Name, IPv4Address }) => [
        Name,
        IPv4Address.replace(/\/.*/, ''),
    ]);
    const consul = live.find(([container]) => container === _stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .consulContainer */ .sx)?.[1];
    return {
        subnet: network.IPAM.Config[0]?.Subnet ?? '',
        taken,
        foreign: new Set(live.flatMap(([container, address]) => (taken.has(container) ? [] : [address]))),
        resolver: consul !== undefined && resolvers ? { consul, others: resolvers } : undefined,
    };
};
/** Gives a container the address that it had, or another one where that is somebody else's by now. */
const giveAddress = ({ subnet, taken, foreign }, container) => {
    const kept = taken.get(container);
    const address = kept !== undefined && !foreign.has(kept) ? kept : (0,_stack_subnet_js__WEBPACK_IMPORTED_MODULE_2__/* .chooseAddress */ .QP)(subnet, [...taken.values(), ...foreign]);
    taken.set(container, address);
    return address;
};
/** Whether the engine has refused to start a container, as somebody else has its address. */
const isAddressTaken = (error) => error instanceof _engine_client_js__WEBPACK_IMPORTED_MODULE_1__/* .EngineError */ .N &&
    /address already in use/i.test(error.message) &&
    // A published port that somebody has.
    !/\bbind\b/i.test(error.message);


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

/***/ 1671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YI: () => (/* binding */ startContainer),
/* harmony export */   g$: () => (/* binding */ createContainer),
/* harmony export */   od: () => (/* binding */ removeContainer)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7340);
/* harmony import */ var _stack_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9604);
/* harmony import */ var _engine_client_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6747);




/** Every label of ours, empty: what an image's own labels say must not count for a container. */
const noLabels = Object.fromEntries(Object.values(_stack_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .labels */ .WD).map((key) => [key, '']));
/** Creates a container. Another one of this name that is not ours is an error. */
const createContainer = async (engine, name, spec, signal) => {
    const body = { ...spec, Labels: { ...noLabels, ...spec.Labels } };
    for (let tries = 0;; tries++) {
        signal.throwIfAborted();
        try {
            // Seen through to its end: the engine would go on without us, and what clears up would not find the container yet.
            await engine.call({ method: 'POST', path: '/containers/create', query: { name }, body });
            return;
        }
        catch (cause) {
            if (!(cause instanceof _engine_client_js__WEBPACK_IMPORTED_MODULE_3__/* .EngineError */ .N && cause.status === 409))
                throw cause;
            const found = await labelsOf(engine, name);
            if (found && isShared(spec) && found[_stack_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .labels */ .WD.spec] === spec.Labels[_stack_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .labels */ .WD.spec])
                return;
            // The name is taken before the container can be seen, and for a moment after it has gone.
            if (found || tries === mostTries)
                throw nameTaken(name, cause);
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(pause);
        }
    }
};
/** How often, and how many milliseconds apart, a name that nobody has is tried. */
const mostTries = 100;
const pause = 100;
/** Whether projects share a container: another run may make just the same at the same moment. */
const isShared = ({ Labels }) => Labels[_stack_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .labels */ .WD.project] === undefined;
/** The labels of a container; undefined when there is none of this name. */
const labelsOf = async (engine, name) => {
    try {
        const { Config } = await engine.call({
            method: 'GET',
            path: `/containers/${name}/json`,
        });
        return Config.Labels;
    }
    catch (error) {
        if (error instanceof _engine_client_js__WEBPACK_IMPORTED_MODULE_3__/* .EngineError */ .N && error.status === 404)
            return undefined;
        throw error;
    }
};
const nameTaken = (name, cause) => new _report_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H({
    what: `The container ${name} cannot be created`,
    why: `Another container on the server has this name, and it was not made by this deployer: ${cause.message}`,
    next: `Rename or remove the other container (\`docker rename ${name} …\`), or choose another \`project_name\`.`,
}, { cause });
/** Creates a container and starts it. */
const startContainer = async (engine, name, spec, signal) => {
    await createContainer(engine, name, spec, signal);
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
            if (!(error instanceof _engine_client_js__WEBPACK_IMPORTED_MODULE_3__/* .EngineError */ .N && error.status === 404))
                throw error;
        }
    }
};


/***/ }),

/***/ 6747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ EngineError),
/* harmony export */   a: () => (/* binding */ engineClient)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8321);
/* harmony import */ var _operations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8493);



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
                ...call.headers,
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
            const content = await (0,_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .operation */ .MQ)('engine', nameOf(call), async () => (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.text)(await checked(call)));
            return (content ? JSON.parse(content) : undefined);
        },
        stream: (call, onLine) => (0,_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .operation */ .MQ)('engine', nameOf(call), async () => {
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
        }),
        read: checked,
        close: () => agent.destroy(),
    };
};
const nameOf = ({ method, path }) => `${method} ${path}`;
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

/***/ 9391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  zF: () => (/* binding */ nginxRuns),
  qq: () => (/* binding */ noEngine),
  _R: () => (/* binding */ readEngineFacts)
});

// EXTERNAL MODULE: ./lib/stack/layout.js
var layout = __webpack_require__(9604);
;// CONCATENATED MODULE: ./lib/server/engine/usage.js

/**
 * Asks what takes the disk, which may take seconds, as the engine looks through its files; undefined when there is no
 * answer in time. `version` is the engine's.
 */
const readUsage = async (engine, version) => {
    try {
        // Docker 29, whose API is 1.52, gives the answer another shape, unless it is asked in an older version.
        const prefix = Number.parseInt(version, 10) >= 29 ? '/v1.44' : '';
        return usageOf(await engine.call({ method: 'GET', path: `${prefix}/system/df`, deadlineSeconds: 60 }));
    }
    catch {
        return undefined;
    }
};
/** Reads an answer of the engine. */
const usageOf = (answer) => {
    const cache = (answer.BuildCache ?? []).filter(({ Shared }) => !Shared);
    const images = (answer.Images ?? []).map((image) => ({
        project: projectOf(image),
        bytes: image.Size - Math.max(0, image.SharedSize),
        unused: image.Containers === 0,
    }));
    return {
        imageBytes: answer.LayersSize ?? 0,
        images: images.map(({ project, bytes }) => ({ project, bytes })),
        containers: (answer.Containers ?? []).map((container) => ({
            project: container.Labels?.[layout/* labels */.WD.project] || undefined,
            bytes: container.SizeRw ?? 0,
        })),
        volumes: (answer.Volumes ?? []).map(({ Labels, UsageData }) => ({
            project: Labels?.[layout/* labels */.WD.project],
            bytes: Math.max(0, UsageData?.Size ?? 0),
        })),
        cacheBytes: total(cache.map(({ Size }) => Size)),
        unusedCacheBytes: total(cache.flatMap(({ Size, InUse }) => (InUse ? [] : [Size]))),
        unusedImageBytes: total(images.flatMap(({ project, bytes, unused }) => (unused && project === undefined ? [bytes] : []))),
    };
};
/** An image that was built elsewhere has no label of ours, but our name. */
const projectOf = (image) => image.Labels?.[layout/* labels */.WD.project] ||
    image.RepoTags?.map((tag) => /^jetee\/([^:/]+):\d+$/.exec(tag)?.[1]).find(Boolean);
const total = (sizes) => sizes.reduce((sum, size) => sum + size, 0);

;// CONCATENATED MODULE: ./lib/server/engine/facts.js


/** The facts of a server without Docker. */
const noEngine = {
    version: '',
    swarm: false,
    liveRestore: false,
    containers: [],
    strangers: [],
    networks: [],
    volumes: [],
};
/** Reads the engine's facts, side by side; what takes its disk only when that is `short`. */
const readEngineFacts = async (engine, short = false) => {
    const [containers, networks, volumes, info] = await Promise.all([
        engine.call({
            method: 'GET',
            path: '/containers/json',
            query: { all: '1' },
        }),
        engine.call({ method: 'GET', path: '/networks' }),
        engine.call({ method: 'GET', path: '/volumes' }),
        engine.call({ method: 'GET', path: '/info' }),
    ]);
    const usage = short ? await readUsage(engine, info.ServerVersion) : undefined;
    const isOurs = ({ Labels }) => layout/* labels */.WD.service in Labels;
    return {
        version: info.ServerVersion,
        swarm: (info.Swarm?.LocalNodeState ?? 'inactive') !== 'inactive',
        liveRestore: info.LiveRestoreEnabled,
        containers: containers.filter(isOurs).map((container) => ({
            id: container.Id,
            name: nameOf(container),
            image: container.Image,
            running: container.State === 'running',
            // A label of ours that is empty only keeps the image's from counting.
            labels: Object.fromEntries(Object.entries(container.Labels).filter(([, value]) => value !== '')),
            addresses: Object.fromEntries(endpointsOf(container).map(([name, { IPAddress, IPAMConfig }]) => [
                name,
                // A stopped container keeps the address that it was created with.
                IPAMConfig?.IPv4Address || IPAddress || '',
            ])),
        })),
        strangers: containers
            .filter((container) => !isOurs(container))
            .map((container) => ({
            name: nameOf(container),
            addresses: Object.fromEntries(endpointsOf(container).flatMap(([name, { IPAddress }]) => (IPAddress ? [[name, IPAddress]] : []))),
        })),
        networks: networks.map(({ Name, Labels, Options, IPAM }) => ({
            name: Name,
            project: Labels?.[layout/* labels */.WD.project],
            bridge: Options?.['com.docker.network.bridge.name'],
            subnets: (IPAM?.Config ?? []).flatMap(({ Subnet }) => (Subnet ? [Subnet] : [])),
        })),
        volumes: (volumes.Volumes ?? []).map(({ Name, Labels }) => ({ name: Name, labels: Labels ?? {} })),
        ...(usage && { usage }),
    };
};
const nameOf = ({ Names }) => (Names[0] ?? '').replace(/^\//, '');
const endpointsOf = ({ NetworkSettings }) => Object.entries(NetworkSettings?.Networks ?? {});
/** Whether the server's nginx runs. */
const nginxRuns = ({ containers }) => containers.some(({ name, running }) => name === layout/* nginxContainer */.K$ && running);


/***/ }),

/***/ 5268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ openEngine)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
/* harmony import */ var _connection_link_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9430);
/* harmony import */ var _connection_shell_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6371);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6747);




/**
 * At most this many streams at once, as many as the facts take side by side: without forwarding each takes one of the
 * ten sessions that sshd allows, beside five shells.
 */
const maxStreams = 4;
/**
 * Opens the server's Docker engine over the connection: its socket forwarded, or, where the login may not open it or
 * sshd forbids forwarding, by `docker system dial-stdio` behind the words of `wrap`. `limit` is the number of streams
 * at once.
 */
const openEngine = (connection, wrap, limit = maxStreams) => {
    const forward = () => connection.openUnixSocket('/var/run/docker.sock');
    // The first streams open while the lock is being taken. A server without Docker refuses them, for the time being.
    const early = Array.from({ length: maxStreams }, () => forward().catch(() => undefined));
    let forwards = true;
    return (0,_client_js__WEBPACK_IMPORTED_MODULE_2__/* .engineClient */ .a)(async () => {
        const opened = await early.shift();
        if (opened)
            return opened;
        if (forwards) {
            try {
                return await forward();
            }
            catch (error) {
                if (!(0,_connection_link_js__WEBPACK_IMPORTED_MODULE_1__/* .isChannelRefused */ .o)(error))
                    throw error;
                forwards = false;
            }
        }
        const channel = await connection.exec((0,_connection_shell_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .commandLine */ .a)([...wrap, 'docker', 'system', 'dial-stdio']), {
            stdin: true,
        });
        channel.stderr.resume();
        channel.done.catch(() => { });
        return node_stream__WEBPACK_IMPORTED_MODULE_0__.Duplex.from({ readable: channel.stdout, writable: channel.stdin });
    }, limit);
};


/***/ }),

/***/ 4968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ wantedDiskKiB)
/* harmony export */ });
/** KiB that a deploy wants free where Docker keeps its data: images and the layers of a build. facts.sh knows it, too. */
const wantedDiskKiB = 1024 * 1024;


/***/ }),

/***/ 3873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yt: () => (/* binding */ ensureImage),
/* harmony export */   ZP: () => (/* binding */ pullImage),
/* harmony export */   j: () => (/* binding */ resolveDigest)
/* harmony export */ });
/* unused harmony export loginHeader */
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7340);
/* harmony import */ var _engine_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6747);


/**
 * The header by which the engine logs in, never a part of an address or a command: JSON in the alphabet of URLs, with the
 * padding that Go's decoder wants.
 */
const loginHeader = (image, login) => {
    if (!login)
        return {};
    const text = Buffer.from(JSON.stringify({ ...login, serveraddress: registryOf(image) })).toString('base64');
    return { 'x-registry-auth': text.replaceAll('+', '-').replaceAll('/', '_') };
};
/** The registry of an image: what stands before its first slash, where that is a host's name. */
const registryOf = (image) => {
    const [first = '', ...rest] = image.split('/');
    return rest.length > 0 && /[.:]|^localhost$/.test(first) ? first : 'https://index.docker.io/v1/';
};
/** Pulls an image unless the engine has it. */
const ensureImage = async (context, image) => {
    const { session, signal } = context;
    try {
        await session.engine.call({ method: 'GET', path: `/images/${image}/json`, signal });
    }
    catch (error) {
        if (!(error instanceof _engine_client_js__WEBPACK_IMPORTED_MODULE_1__/* .EngineError */ .N && error.status === 404))
            throw error;
        await pullImage(context, image);
    }
};
/** Pulls an image. */
const pullImage = async ({ session: { engine }, progress, signal }, image, login) => {
    let problem;
    try {
        await engine.stream({
            method: 'POST',
            path: '/images/create',
            query: { fromImage: image },
            headers: loginHeader(image, login),
            deadlineSeconds: 900,
            signal,
        }, (line) => {
            if (typeof line.error === 'string')
                problem = line.error;
            // Lines with a number of bytes come many times a second.
            else if (line.progress === undefined)
                progress.output([line.id, line.status].filter(Boolean).join(': '));
        });
    }
    catch (error) {
        if (!(error instanceof _engine_client_js__WEBPACK_IMPORTED_MODULE_1__/* .EngineError */ .N))
            throw error;
        problem = error.message;
    }
    if (problem !== undefined)
        throw pullFailure(image, problem, login);
};
/**
 * Asks an image's registry, by the server's engine, what the tag names now; undefined when the registry does not
 * answer. One that knows no such image, or gives it to nobody with this login, is an error.
 */
const resolveDigest = async (engine, image, login, signal) => {
    const [, digest] = image.split('@');
    if (digest !== undefined)
        return digest;
    try {
        const { Descriptor } = await engine.call({
            method: 'GET',
            path: `/distribution/${image}/json`,
            headers: loginHeader(image, login),
            deadlineSeconds: 30,
            signal,
        });
        return Descriptor.digest;
    }
    catch (error) {
        if (signal.aborted || !(error instanceof _engine_client_js__WEBPACK_IMPORTED_MODULE_1__/* .EngineError */ .N))
            throw error;
        if (isRefusal(error.message) || isUnknown(error.message))
            throw pullFailure(image, error.message, login, 'Nothing on the server was changed.');
        return undefined;
    }
};
const isUnknown = (problem) => /manifest.*(unknown|not found)|name unknown|not found|does not exist/i.test(problem);
const isRefusal = (problem) => /unauthorized|denied|authentication required|no basic auth|forbidden|incorrect username/i.test(problem);
const pullFailure = (image, problem, login, stands = 'What runs on the server goes on: an image is fetched before anything that uses it is touched.') => {
    const refused = isRefusal(problem);
    const unknown = !refused && isUnknown(problem);
    return new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
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
    });
};


/***/ }),

/***/ 9363:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ keepApart)
/* harmony export */ });
/* harmony import */ var _stack_firewall_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9802);
/* harmony import */ var _stack_front_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3156);
/* harmony import */ var _scripts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6435);



/** Keeps the networks of all projects on the server apart, now and after each boot. */
const keepApart = async ({ session, progress, signal }) => {
    const marks = [];
    const output = await (0,_scripts_js__WEBPACK_IMPORTED_MODULE_2__/* .runStepScript */ .V)(session, {
        scripts: ['isolation'],
        title: 'Keeping the projects’ networks apart',
        progress,
        signal,
        args: { FIREWALL: (0,_stack_firewall_js__WEBPACK_IMPORTED_MODULE_0__/* .firewallScript */ .S)(), HELPER_IMAGE: _stack_front_js__WEBPACK_IMPORTED_MODULE_1__/* .nginxImage */ .yU },
        onMark: (mark) => marks.push(mark),
    });
    // The server may be one that has no say over its kernel; the site is not to wait for that.
    if (marks.includes('open'))
        progress.warn((0,_stack_firewall_js__WEBPACK_IMPORTED_MODULE_0__/* .openWarning */ .T)(`the rules could not be loaded (${output.slice(-1).join('') || 'no reason given'})`));
    else if (marks.includes('volatile'))
        progress.note('The server has no systemd: after a reboot, the rules are gone until the next run');
};


/***/ }),

/***/ 4120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ takeLock),
/* harmony export */   x: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(481);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8321);
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7340);
/* harmony import */ var _stack_layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9604);
/* harmony import */ var _status_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(631);
/* harmony import */ var _connection_shell_quote_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6371);
/* harmony import */ var _script_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6478);
/* harmony import */ var _word_lines_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3353);








/** Milliseconds between two heartbeats. */
const beat = 5000;
/** Milliseconds until whoever waits for the same holder is told of it again. */
const patience = 30_000;
/** Reads `SECONDS NAME`, as `lock.sh` says it. */
const parseHolder = (text) => {
    const space = text.indexOf(' ');
    return { name: (0,_word_lines_js__WEBPACK_IMPORTED_MODULE_6__/* .holderName */ .i)(text.slice(space + 1)), seconds: Number(text.slice(0, space)) };
};
/** Takes a project's lock and reads the facts in the same breath. */
const takeLock = async (connection, request) => {
    const variables = {
        ROOT: _stack_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .root */ .zr,
        PROJECT: request.project,
        TOKEN: request.token,
        HOLDER: request.holder,
        WAIT: String(request.waitSeconds),
        HELPER_IMAGE: request.helperImage,
    };
    const script = (0,_script_text_js__WEBPACK_IMPORTED_MODULE_5__/* .scriptText */ .r)(variables, ['strays', 'lock', 'disk', 'facts', 'heartbeat']);
    const { signal } = request;
    const channel = await connection.exec((0,_connection_shell_quote_js__WEBPACK_IMPORTED_MODULE_7__/* .commandLine */ .a)([...request.wrap, 'sh', '-c', script]), { stdin: true });
    channel.done.catch(() => { });
    const errors = (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.text)(channel.stderr).catch(() => '');
    const heartbeat = setInterval(() => channel.stdin.write('.'), beat);
    const facts = [];
    let denied;
    let holder;
    let told = 0;
    let ready = false;
    const lines = (0,node_readline__WEBPACK_IMPORTED_MODULE_0__.createInterface)({ input: channel.stdout });
    // The end of the channel says what happened.
    lines.on('error', () => { });
    lines.on('line', (line) => {
        if (line.startsWith('waiting ')) {
            const now = parseHolder(line.slice('waiting '.length));
            const isFirst = now.name !== holder?.name;
            holder = now;
            if (!isFirst && performance.now() - told < patience)
                return;
            told = performance.now();
            // Whoever does not wait is told by the failure.
            if (request.waitSeconds > 0)
                request.onWaiting(now.name, now.seconds, isFirst);
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
            channel.done.then(async ({ code }) => reject(code === 75
                ? stillHeld(connection, request, holder)
                : refusal(connection, code, denied, await errors)), reject);
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
        lost.abort(error instanceof _report_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H
            ? error
            : new _report_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H({
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
/** Why a login cannot work on the server: from the status of the first script, what it said of it, and its stderr. */
const refusal = ({ where }, code, denied, errors) => {
    if (denied !== undefined) {
        return new _report_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H({
            what: 'The login may not write the deployer’s folder on the server',
            where: `${where}, ${_stack_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .root */ .zr}`,
            why: denied === 'nobody'
                ? `The folder does not exist, and the login is neither root, nor may it use sudo without a password, nor Docker.${errors && `\n${errors.trim()}`}`
                : `It belongs to ${denied}, and the login may not become root by sudo without a password.`,
            stands: 'Nothing on the server was changed.',
            next: 'Log in as root, as a user with `sudo` without a password (a line `NAME ALL=(ALL) NOPASSWD: ALL` in a file of /etc/sudoers.d), or as a member of the group docker; and always as the same one.',
        });
    }
    return new _report_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H({
        what: 'The server could not be read',
        where,
        why: `The first script ended with status ${code}.`,
        output: errors.trim().split('\n'),
        next: 'The server needs a Linux with the usual tools (GNU or BusyBox, flock).',
    });
};
const stillHeld = ({ where }, { project, waitSeconds }, holder) => new _report_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H({
    what: `Another run ${waitSeconds > 0 ? 'still ' : ''}holds the lock of ${project}`,
    where,
    why: [
        ...(holder ? [`It is ${holder.name}, which took the lock ${(0,_status_words_js__WEBPACK_IMPORTED_MODULE_4__/* .span */ .Ln)(holder.seconds)} ago.`] : []),
        waitSeconds > 0
            ? `It did not end within ${waitSeconds} s.`
            : 'With a `lock-timeout` of 0, nothing waits for it.',
    ].join(' '),
    stands: 'This run has changed nothing on the server.',
    next: 'Wait for it, or cancel it, and run this one again; a higher `lock-timeout` waits longer.',
});


/***/ }),

/***/ 6524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ startReading)
/* harmony export */ });
/* harmony import */ var _stack_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _connection_shell_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6371);
/* harmony import */ var _script_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6478);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5787);




/**
 * Starts scripts of `templates/scripts` behind `read.sh`, which changes nothing and takes no lock. They stand in the list
 * of processes with their variables, so that none of these may be secret.
 */
const startReading = (connection, project, scripts, args, signal) => {
    const script = (0,_script_text_js__WEBPACK_IMPORTED_MODULE_1__/* .scriptText */ .r)({ ROOT: _stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .root */ .zr, PROJECT: project, ...args }, ['read', ...scripts]);
    return connection.exec((0,_connection_shell_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .commandLine */ .a)([..._session_js__WEBPACK_IMPORTED_MODULE_2__/* .asRoot */ .t, 'sh', '-c', script]), { signal });
};


/***/ }),

/***/ 8338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ parseFacts)
/* harmony export */ });
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7340);
/* harmony import */ var _stack_subnet_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6671);
/* harmony import */ var _word_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3353);



const parseLogs = (line) => {
    if (line === undefined)
        return {};
    const [containersKiB = 0, systemKiB = 0] = line.split(' ').map(Number);
    return { logs: { containersKiB, systemKiB } };
};
/** Reads the lines that `facts.sh` prints. */
const parseFacts = (text) => {
    const { all, first, has } = (0,_word_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .wordLines */ .k)(text);
    const marks = new Map(all('marks').map((rest) => splitNumber(rest)));
    const records = new Map(all('release').map((rest) => splitNumber(rest)));
    const owners = new Map(all('owner_of').map((rest) => splitWord(rest)));
    const [freeKiB = '0', totalKiB = '0', ...path] = (first('disk') ?? '').split(' ');
    const decoded = (word) => {
        const text = first(word);
        return text === undefined ? undefined : Buffer.from(text, 'base64').toString();
    };
    const current = Number.parseInt(first('current') ?? '', 10);
    return {
        user: (first('user') ?? '').split(' ')[0] ?? '',
        isRoot: (first('user') ?? '').split(' ')[1] === '0',
        os: (first('os') ?? 'unknown').trim(),
        hasApt: has('apt'),
        hasDocker: has('docker'),
        isDockerHalfway: has('docker_halfway'),
        hasBuildKit: has('buildkit'),
        daemonJson: decoded('daemon_json'),
        hasIpv6: has('ipv6'),
        disk: {
            freeKiB: Number(freeKiB),
            totalKiB: Number(totalKiB),
            path: path.join(' ') || '/',
            ...parseLogs(first('log_space')),
        },
        routes: all('route').flatMap((rest) => parseRoute(rest)),
        resolvers: all('resolver'),
        hasIptables: has('iptables'),
        firewall: parseFirewall(first('firewall'), all('firewall_network'), has('firewall_loaded')),
        port80: first('port80'),
        nginxConfHash: first('nginx_conf'),
        nginxConf: decoded('nginx_text'),
        sites: all('site').map((rest) => parseSite(rest, owners)),
        maintenance: has('maintenance'),
        siteConf: decoded('site_text'),
        entranceConf: decoded('entrance_text'),
        registered: all('registered'),
        registrations: Object.fromEntries(all('registration').map((rest) => {
            const [part, text] = splitWord(rest);
            return [part, Buffer.from(text, 'base64').toString()];
        })),
        unloaded: all('registration_unloaded'),
        owner: parseJson(first('owner')),
        ...parseOwners(owners),
        gone: first('gone') === undefined ? undefined : Number(first('gone')),
        previewTimer: first('preview_timer'),
        repositories: all('repository'),
        hasFolders: has('folders'),
        key: first('key'),
        sequence: Number(first('sequence') ?? 0),
        passwords: Object.fromEntries(all('password').map((rest) => rest.split(' ', 2))),
        untried: all('untried'),
        current: Number.isNaN(current) ? undefined : current,
        parts: parseJson(decoded('parts')),
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
        throw new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
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
    const range = (0,_stack_subnet_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRange */ .RC)(`${destination}/${prefix}`);
    return range ? [range] : [];
};
const parseFirewall = (hash, networks, loaded) => hash === undefined
    ? undefined
    : {
        hash,
        networks: networks.map((rest) => {
            const [bridge = '', subnet = '', kind] = rest.split(' ');
            return { bridge, subnet, isPreview: kind === 'preview' };
        }),
        loaded,
    };
/** What other projects are, as far as this one may depend on it. */
const parseOwners = (texts) => {
    const owners = [...texts].flatMap(([project, text]) => {
        try {
            return [{ project, owner: JSON.parse(text) }];
        }
        catch {
            return [];
        }
    });
    return {
        // What an earlier version wrote says nothing of it but the name.
        production: owners
            .filter(({ owner }) => owner.production ?? owner.configuration.toLowerCase() === 'production')
            .map(({ project }) => project),
        previews: owners.flatMap(({ project, owner: { repository, preview } }) => preview ? [{ project, repository, preview }] : []),
    };
};
const parseSite = (rest, owners) => {
    const [project = '', hash = '', ...words] = rest.split(' ');
    const meta = parseJson(words.join(' ') || undefined);
    return {
        project,
        hash,
        serverNames: meta?.serverNames ?? [],
        specification: meta?.specification,
        owner: parseJson(owners.get(project)),
    };
};


/***/ }),

/***/ 6515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ settleTimer)
/* harmony export */ });
/* harmony import */ var _stack_front_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3156);
/* harmony import */ var _scripts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6435);


/** Has the server's timer be there as long as there are previews, and no longer. */
const settleTimer = async ({ session, progress, signal }, { expire, isGoing }) => {
    const marks = [];
    await (0,_scripts_js__WEBPACK_IMPORTED_MODULE_1__/* .runStepScript */ .V)(session, {
        scripts: ['preview-timer'],
        title: 'Setting the timer of the previews',
        progress,
        signal,
        args: { EXPIRE: expire, GOING: isGoing ? session.project : '', HELPER_IMAGE: _stack_front_js__WEBPACK_IMPORTED_MODULE_0__/* .nginxImage */ .yU },
        onMark: (mark) => marks.push(mark),
    });
    if (marks.includes('volatile'))
        progress.note('The server has no systemd that could remove previews when their time is over: `preview sync` does it');
};


/***/ }),

/***/ 4141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _d: () => (/* binding */ isExpired),
/* harmony export */   iI: () => (/* binding */ readPreviews)
/* harmony export */ });
/* unused harmony export parsePreviews */
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4120);
/* harmony import */ var _look_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6524);
/* harmony import */ var _read_to_end_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(245);
/* harmony import */ var _word_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3353);




/** Reads which previews are on a server; `project` is the one that asks. Nothing is changed. */
const readPreviews = async (connection, project, signal) => {
    const channel = await (0,_look_js__WEBPACK_IMPORTED_MODULE_1__/* .startReading */ .B)(connection, project, ['previews'], {}, signal);
    const { output, errors, code } = await (0,_read_to_end_js__WEBPACK_IMPORTED_MODULE_2__/* .readToEnd */ .f)(channel);
    if (code !== 0)
        throw (0,_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x)(connection, code, (0,_word_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .wordLines */ .k)(output).first('denied'), errors);
    return parsePreviews(output);
};
/** Reads the lines that `previews.sh` prints. */
const parsePreviews = (text) => {
    const { all, first } = (0,_word_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .wordLines */ .k)(text);
    const byProject = (word) => new Map(all(word).map((rest) => {
        const space = rest.indexOf(' ');
        return [rest.slice(0, space), rest.slice(space + 1)];
    }));
    const updated = byProject('updated');
    const begun = byProject('begun');
    const live = byProject('live');
    const sites = byProject('site');
    const states = all('container').map((rest) => rest.split(' '));
    const previews = [...byProject('preview')].flatMap(([project, json]) => {
        const { repository, configuration, preview } = parse(json) ?? {};
        if (!preview || repository === undefined || configuration === undefined)
            return [];
        const own = states.filter(([of]) => of === project);
        const number = live.get(project);
        return [
            {
                ...preview,
                project,
                repository,
                configuration,
                updated: Number(updated.get(project) ?? 0),
                begun: Number(begun.get(project) ?? 0),
                live: number === undefined ? undefined : Number(number),
                serverNames: parse(sites.get(project))?.serverNames ?? [],
                containers: { running: own.filter(([, state]) => state === 'running').length, all: own.length },
            },
        ];
    });
    return {
        previews: previews.sort((a, b) => a.number - b.number || a.project.localeCompare(b.project)),
        now: Number(first('now') ?? 0),
    };
};
/** A damaged file of one project is no reason to show nothing of the others. */
const parse = (json) => {
    try {
        return json === undefined ? undefined : JSON.parse(json);
    }
    catch {
        return undefined;
    }
};
/** Whether a preview's time is over. */
const isExpired = ({ updated, expiresSeconds }, now) => expiresSeconds !== undefined && now >= updated + expiresSeconds;


/***/ }),

/***/ 368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G6: () => (/* binding */ completeCredentials),
/* harmony export */   VS: () => (/* binding */ createNetwork),
/* harmony export */   _B: () => (/* binding */ setUpDocker),
/* harmony export */   me: () => (/* binding */ projectNetwork),
/* harmony export */   px: () => (/* binding */ seenThrough),
/* harmony export */   wZ: () => (/* binding */ makeFolders)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7340);
/* harmony import */ var _stack_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9604);
/* harmony import */ var _stack_subnet_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6671);
/* harmony import */ var _engine_client_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6747);
/* harmony import */ var _scripts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6435);






/**
 * The context to put something in the place of what runs: neither a cancel nor a step that fails beside it ends that
 * half-way, with the one gone and the other not there yet. Whoever was cancelled before does not begin.
 */
const seenThrough = (context) => {
    context.signal.throwIfAborted();
    return { ...context, signal: context.session.lost };
};
/** Installs Docker where it is missing, and writes its settings. */
const setUpDocker = async ({ session, progress, signal }, daemonJson) => {
    await (0,_scripts_js__WEBPACK_IMPORTED_MODULE_4__/* .runStepScript */ .V)(session, {
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
/**
 * The credentials that hold: a password that is given, else the one that the server keeps, else a new one from the
 * system's random source.
 */
const completeCredentials = (known, services, given) => {
    const made = Object.fromEntries(services
        .filter((name) => given[name] === undefined && known.passwords[name] === undefined)
        .map((name) => [name, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(24).toString('base64url')]));
    const all = { ...known.passwords, ...given, ...made };
    return {
        key: known.key ?? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(32).toString('hex'),
        passwords: Object.fromEntries(services.map((name) => [name, all[name] ?? ''])),
        made,
    };
};
/**
 * Makes the project's folders and keeps there what was made; a given password waits until it has opened the data. `most`
 * says how many previews of its project there may be, where it is one: with another one at the same moment, it may turn out
 * only here that it is one too many.
 */
const makeFolders = async ({ session, progress, signal }, owner, { key, made }, most) => {
    let crowd;
    await (0,_scripts_js__WEBPACK_IMPORTED_MODULE_4__/* .runStepScript */ .V)(session, {
        scripts: ['folders'],
        title: 'Making the project’s folders',
        progress,
        signal,
        args: {
            OWNER: JSON.stringify(owner),
            KEY: key,
            MOST: String(most ?? ''),
            ...crowdWords(owner),
        },
        onMark: (mark, rest) => {
            if (mark === 'crowded')
                crowd = Number(rest);
        },
        failure: () => crowd === undefined
            ? {}
            : {
                what: `There are ${crowd} previews of ${owner.preview?.of} already`,
                why: `Another one came at the same moment. \`previews.max\` allows ${most}.`,
                stands: 'Nothing was made of this one; the others are as they were.',
                next: 'Close another pull request, take its preview down by `preview remove`, or raise `previews.max` on the base branch.',
            },
        stdin: Buffer.from(Object.entries(made)
            .map(([name, password]) => `${name} ${password}\n`)
            .join('')),
    });
};
/** What the owner's file of each preview of the same project has in it, to be looked for. No text in JSON can look like it. */
const crowdWords = ({ repository, preview, }) => ({
    REPOSITORY: `"repository":${JSON.stringify(repository)}`,
    OF: `"of":${JSON.stringify(preview?.of ?? '')}`,
});
/** The network of a project. */
const projectNetwork = (project) => ({
    name: (0,_stack_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .networkName */ .uv)(project),
    bridge: (0,_stack_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .bridgeName */ .db)(project),
    labels: { [_stack_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .labels */ .WD.project]: project },
    isInternal: false,
});
/** Creates a network on a subnet that nothing on the host uses; one that is there by now stays as it is. */
const createNetwork = async ({ session: { engine }, signal }, { name, bridge, labels: own, isInternal }, taken) => {
    const avoided = [...taken];
    for (let tries = 0; tries < 32; tries++) {
        const { subnet, gateway, dynamicRange } = (0,_stack_subnet_js__WEBPACK_IMPORTED_MODULE_5__/* .chooseSubnet */ .Js)(avoided);
        try {
            await engine.call({
                method: 'POST',
                path: '/networks/create',
                body: {
                    Name: name,
                    CheckDuplicate: true,
                    Driver: 'bridge',
                    Internal: isInternal,
                    Labels: own,
                    Options: { 'com.docker.network.bridge.name': bridge },
                    IPAM: { Config: [{ Subnet: subnet, Gateway: gateway, IPRange: dynamicRange }] },
                },
                signal,
            });
            return;
        }
        catch (error) {
            // Two that look at the same moment are told apart by the bridge's name.
            if (error instanceof _engine_client_js__WEBPACK_IMPORTED_MODULE_3__/* .EngineError */ .N && /already exists|same bridge name/i.test(error.message))
                return;
            // The engine refuses a range that overlaps another network's: somebody was faster.
            if (!(error instanceof _engine_client_js__WEBPACK_IMPORTED_MODULE_3__/* .EngineError */ .N) || !/overlaps/i.test(error.message))
                throw error;
            const range = (0,_stack_subnet_js__WEBPACK_IMPORTED_MODULE_5__/* .parseRange */ .RC)(subnet);
            if (range)
                avoided.push(range);
        }
    }
    throw new _report_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H({ what: `No free range of addresses was found for the network ${name}` });
};


/***/ }),

/***/ 245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ readToEnd)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8321);

/** Reads all that a command prints, to its end. */
const readToEnd = async ({ stdout, stderr, done }) => {
    const [output, errors, { code }] = await Promise.all([(0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text)(stdout), (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text)(stderr), done]);
    return { output, errors, code };
};


/***/ }),

/***/ 6478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ scriptText)
/* harmony export */ });
/* harmony import */ var _templates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4400);
/* harmony import */ var _connection_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6371);


/**
 * The text of scripts of `templates/scripts`, one behind the other, for `sh -c`. The variables stand before them, and
 * with them in the list of processes, so that none of these may be secret.
 */
const scriptText = (variables, names) => [
    ...Object.entries(variables).map(([name, value]) => `${name}=${(0,_connection_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(value)}`),
    ...names.map((name) => (0,_templates_js__WEBPACK_IMPORTED_MODULE_0__/* .readScript */ .Uq)(name)),
].join('\n');


/***/ }),

/***/ 6435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ runStepScript)
/* harmony export */ });
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7340);
/* harmony import */ var _report_task_output_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8327);
/* harmony import */ var _operations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8493);



/** Lines that are kept of a script's output, for the message when it fails. */
const keptLines = 200;
/**
 * Runs scripts on the server, shows what they print as progress, and throws a Failure with the last lines when they
 * fail. A line `@jetee step begin NAME` or `@jetee step end NAME` opens or ends a part of the step that is timed on its own;
 * `@jetee task begin NAME` and `@jetee task end NAME STATUS`, with the deadline that it missed, do so for a task or a hook,
 * whose output is kept for the summary.
 */
const runStepScript = async (session, step) => {
    const { scripts, title, progress, onMark, failure, ...run } = step;
    const output = [];
    const task = (0,_report_task_output_js__WEBPACK_IMPORTED_MODULE_1__/* .taskLines */ .z)();
    const print = (line) => {
        output.push(line);
        if (output.length > keptLines)
            output.shift();
        progress.output(line);
        task.add(line);
    };
    const ends = new Map();
    const begin = (name) => {
        ends.set(name, (0,_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .beginPart */ .v4)(name));
        progress.beginPart(name);
    };
    const end = (name, result) => {
        ends.get(name)?.();
        progress.endPart(name, result);
    };
    // An empty line waits for what follows: the one before the end of a task is not the task's.
    let isEmptyHeld = false;
    const result = await session.run(scripts, {
        ...run,
        title,
        onLine(line) {
            const [, mark, rest = ''] = /^@jetee (\w+)(?: (.*))?$/.exec(line) ?? [];
            if (isEmptyHeld && !(mark === 'task' && rest.startsWith('end ')))
                print('');
            isEmptyHeld = line === '';
            const [event, ...words] = rest.split(' ');
            const [name = '', status, late] = words;
            if (mark === 'step') {
                if (event === 'begin')
                    begin(words.join(' '));
                else
                    end(words.join(' '));
            }
            else if (mark === 'task' && event === 'begin') {
                begin(name);
                task.begin();
            }
            else if (mark === 'task') {
                end(name, task.end(Number(status), late === undefined ? undefined : Number(late)));
            }
            else if (mark) {
                onMark?.(mark, rest);
            }
            else if (!isEmptyHeld) {
                print(line);
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

/***/ 3503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sR: () => (/* binding */ createService),
  Yt: () => (/* binding */ createVolumes),
  Ak: () => (/* binding */ startAtAddress),
  iL: () => (/* binding */ startService),
  $t: () => (/* binding */ tarOf),
  bs: () => (/* binding */ waitUntilReady)
});

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(6118);
// EXTERNAL MODULE: ./lib/stack/layout.js
var layout = __webpack_require__(9604);
// EXTERNAL MODULE: ./lib/stack/resolver.js
var resolver = __webpack_require__(104);
// EXTERNAL MODULE: ./lib/server/addresses.js
var server_addresses = __webpack_require__(1743);
// EXTERNAL MODULE: ./lib/server/containers.js
var containers = __webpack_require__(1671);
// EXTERNAL MODULE: ./lib/server/images.js
var server_images = __webpack_require__(3873);
// EXTERNAL MODULE: ./lib/server/provision.js
var provision = __webpack_require__(368);
// EXTERNAL MODULE: ./lib/server/scripts.js
var scripts = __webpack_require__(6435);
;// CONCATENATED MODULE: ./lib/server/service-password.js

/**
 * Tries whether a service's password opens its data, where the data keeps one: a volume that comes from elsewhere, or is
 * older than the password, has another. The server keeps a given password from then on.
 */
const tryPassword = async ({ session, progress, signal }, { name, containerName, image, container, type, identity, hasGivenPassword }) => {
    const isKept = !hasGivenPassword || session.facts.passwords[name] === identity.password;
    if (!container.login && isKept)
        return;
    await (0,scripts/* runStepScript */.V)(session, {
        scripts: ['service-login'],
        title: `Trying the password of ${name}`,
        progress,
        signal,
        args: { CONTAINER: containerName, SERVICE: name },
        words: container.login ?? [],
        stdin: Buffer.from(`${identity.password}\n`),
        failure: (output) => ({
            what: `The password of ${name} does not open its data`,
            why: `The data is older than the password, or comes from elsewhere: it has another user or another password. ${containerName} runs, but refuses the login.`,
            stands: session.facts.current === undefined
                ? 'The data was not touched.'
                : `The data was not touched, and release ${session.facts.current} goes on as before.`,
            next: [
                `If you know the data’s own password, give it by \`password: VARIABLE\` in the entry of ${name}.`,
                type.wayIn?.(identity, { image, kind: container.dataVersion?.kind }, output),
            ].join(' '),
        }),
    });
};

;// CONCATENATED MODULE: ./lib/server/services.js










/** Creates a secondary service's container, or a new one in its place on the same volume, and waits until it answers. */
const createService = async (context, service, exists, addresses) => {
    const { session, progress, signal } = context;
    const [book] = await Promise.all([
        addresses(),
        // The volumes say which version's data they hold: not before it is sure that there is such an image.
        (0,server_images/* ensureImage */.Yt)(context, service.image).then(() => createVolumes(context, service.volumes)),
        Object.keys(service.files).length > 0 &&
            (0,scripts/* runStepScript */.V)(session, {
                scripts: ['secret-files'],
                title: `Writing the files of ${service.name}`,
                progress,
                signal,
                args: {
                    SERVICE: service.name,
                    MODE: service.fileMode,
                    LOGIN: service.container.login ? 'yes' : '',
                },
                stdin: tarOf(service.files),
            }),
    ]);
    if (exists) {
        const whole = (0,provision/* seenThrough */.px)(context);
        await (0,containers/* removeContainer */.od)(session.engine, service.containerName, whole.signal);
        await startAtAddress(whole, service, book);
    }
    else
        await startAtAddress(context, service, book);
    await waitUntilReady(context, service);
    await tryPassword(context, service);
};
/** Creates a container at its address, or at another one as often as somebody else has been faster. */
const startAtAddress = async ({ session: { engine, project }, progress, signal }, { containerName, spec }, book) => {
    for (;;) {
        const address = (0,server_addresses/* giveAddress */.KO)(book, containerName);
        const endpoint = { IPAMConfig: { IPv4Address: address } };
        const placed = { ...spec, NetworkingConfig: { EndpointsConfig: { [(0,layout/* networkName */.uv)(project)]: endpoint } } };
        try {
            await (0,containers/* startContainer */.YI)(engine, containerName, (0,resolver/* withResolver */.T)(placed, book.resolver), signal);
            return;
        }
        catch (error) {
            if (!(0,server_addresses/* isAddressTaken */.MK)(error))
                throw error;
            progress.note(`Another container has the address ${address}`);
            book.foreign.add(address);
            await (0,containers/* removeContainer */.od)(engine, containerName, signal);
        }
    }
};
/**
 * Starts a secondary service whose container is there, unless it runs, and waits until it answers; where its address is
 * gone, in a new one.
 */
const startService = async (context, service, addresses) => {
    const { session, signal } = context;
    try {
        await session.engine.call({ method: 'POST', path: `/containers/${service.containerName}/start`, signal });
    }
    catch (error) {
        if (!(0,server_addresses/* isAddressTaken */.MK)(error))
            throw error;
        return createService(context, service, true, addresses);
    }
    await waitUntilReady(context, service);
    await tryPassword(context, service);
};
/** Creates volumes with their labels; one that is there already stays as it is. */
const createVolumes = async ({ session, signal }, volumes) => {
    await Promise.all(volumes.map(({ name, labels }) => session.engine.call({
        method: 'POST',
        path: '/volumes/create',
        body: { Name: name, Labels: labels },
        signal,
    })));
};
/** Waits until a service answers that was started. */
const waitUntilReady = async ({ session, progress, signal }, { name, containerName, image, readiness, readySeconds }) => {
    await (0,scripts/* runStepScript */.V)(session, {
        scripts: ['service-ready'],
        title: `Waiting for ${name}`,
        progress,
        signal,
        args: {
            CONTAINER: containerName,
            DEADLINE: String(readySeconds),
            PORT: readiness.kind === 'port' ? String(readiness.port) : '',
        },
        words: readiness.kind === 'probe' ? readiness.command : [],
        failure: () => ({
            what: `${name} ${readiness.kind === 'running' ? 'does not keep running' : 'does not answer'}`,
            why: readiness.kind === 'running'
                ? `The container ${containerName} was started from ${image}, but it stopped.`
                : `The container ${containerName} was started from ${image}, but it did not ${readiness.kind === 'port' ? `take connections on port ${readiness.port}` : 'answer'} within ${readySeconds} s, or stopped.`,
            next: `Its log is above; on the server, \`docker logs ${containerName}\` shows all of it.`,
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


/***/ }),

/***/ 5787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ asRoot),
  f: () => (/* binding */ openSession)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/report/failure.js
var failure = __webpack_require__(7340);
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
    throw new failure/* Failure */.H({
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

// EXTERNAL MODULE: ./lib/server/connection/link.js
var connection_link = __webpack_require__(9430);
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
                if (!(0,connection_link/* isChannelRefused */.o)(error))
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
    return new failure/* Failure */.H({
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
    return new failure/* Failure */.H({
        what: `${title ?? 'A script on the server'} took too long`,
        where,
        why: `It had not ended after ${Math.round(deadlineMs / 1000)} s, so it was told to stop.`,
    });
}

// EXTERNAL MODULE: ./lib/server/engine/open.js
var engine_open = __webpack_require__(5268);
// EXTERNAL MODULE: ./lib/server/lock.js
var server_lock = __webpack_require__(4120);
// EXTERNAL MODULE: ./lib/server/operations.js
var operations = __webpack_require__(8493);
// EXTERNAL MODULE: ./lib/server/parse-facts.js
var parse_facts = __webpack_require__(8338);
;// CONCATENATED MODULE: ./lib/server/session.js










/** Status of a script that found that another run holds the lock. */
const lockTaken = 76;
/** Takes the project's lock and reads the facts; the connection stays the caller's. */
const openSession = async (connection, request) => {
    const token = (0,external_node_crypto_.randomUUID)();
    const wrap = [...asRoot, `JETEE_TOKEN=${token}`];
    // The shells open while the lock is being taken.
    const pool = openShellPool(connection, { spare: 2, limit: 5, wrap });
    const engine = (0,engine_open/* openEngine */.F)(connection, wrap);
    let lock;
    try {
        lock = await (0,operations/* operation */.MQ)('lock', request.project, () => (0,server_lock/* takeLock */.H)(connection, { ...request, token, wrap }));
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
        facts: (0,parse_facts/* parseFacts */.h)(lock.facts),
        engine,
        lost,
        async run(scripts, { args, words = [], ...options }) {
            lost.throwIfAborted();
            const script = [
                `set -- ${(0,shell_quote/* commandLine */.a)(words)}`,
                (0,templates/* readScript */.Uq)('prelude'),
                ...scripts.map((name) => (0,templates/* readScript */.Uq)(name)),
            ].join('\n');
            const result = await (0,operations/* operation */.MQ)('script', scripts.join(' '), () => pool.run(script, { ROOT: layout/* root */.zr, PROJECT: request.project, TOKEN: token, ...args }, { ...options, signal: AbortSignal.any([lost, ...(options.signal ? [options.signal] : [])]) }));
            if (result.code === lockTaken) {
                throw new failure/* Failure */.H({
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
 * Words before a command and its environment that run it as root where the login may become that: directly, or by sudo
 * without a password. Any other login goes on as it is, which is enough for a member of the group docker.
 */
const asRoot = [
    'sh',
    '-c',
    'if [ "$(id -u)" = 0 ]; then exec env "$@"; elif sudo -n true 2>/dev/null; then exec sudo -n env "$@"; else exec env "$@"; fi',
    'sh',
];


/***/ }),

/***/ 3353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ holderName),
/* harmony export */   k: () => (/* binding */ wordLines)
/* harmony export */ });
/** Splits what a script has printed into its lines' words. */
const wordLines = (text) => {
    const lines = text.split('\n').map((line) => {
        const space = line.indexOf(' ');
        return space < 0 ? { word: line, rest: '' } : { word: line.slice(0, space), rest: line.slice(space + 1) };
    });
    const all = (word) => lines.filter((line) => line.word === word).map(({ rest }) => rest);
    const first = (word) => all(word)[0];
    return { all, first, has: (word) => first(word) !== undefined };
};
/** Who holds a lock, as the server's line says; one that says nothing is another run. */
const holderName = (said) => said === '' ? 'another run' : said;


/***/ }),

/***/ 2335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ startNginx),
/* harmony export */   p: () => (/* binding */ setUpSite)
/* harmony export */ });
/* harmony import */ var _server_containers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1671);
/* harmony import */ var _server_images_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3873);
/* harmony import */ var _server_provision_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(368);
/* harmony import */ var _server_scripts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6435);
/* harmony import */ var _stack_layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9604);





/** Starts the server's nginx, or a new one in its place; or has the one that runs load its configuration. */
const startNginx = async (context, front, now) => {
    const { session, progress, signal } = context;
    await Promise.all([
        (0,_server_images_js__WEBPACK_IMPORTED_MODULE_1__/* .ensureImage */ .Yt)(context, front.image),
        (0,_server_scripts_js__WEBPACK_IMPORTED_MODULE_3__/* .runStepScript */ .V)(session, {
            scripts: ['nginx-conf'],
            title: 'Writing the configuration of nginx',
            progress,
            signal,
            args: { NGINX_CONF: front.conf, NGINX: now === 'loads' ? _stack_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .nginxContainer */ .K$ : '' },
            failure: () => now === 'loads'
                ? {
                    what: 'nginx refused its configuration',
                    stands: 'nginx goes on with the one that it had.',
                    next: `On the server, \`docker logs ${_stack_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .nginxContainer */ .K$}\` may say more. A site that somebody has put into nginx/sites by hand may be the cause.`,
                }
                : {},
        }),
    ]);
    if (now === 'loads')
        return;
    const whole = (0,_server_provision_js__WEBPACK_IMPORTED_MODULE_2__/* .seenThrough */ .px)(context);
    if (now === 'other')
        await (0,_server_containers_js__WEBPACK_IMPORTED_MODULE_0__/* .removeContainer */ .od)(session.engine, _stack_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .nginxContainer */ .K$, whole.signal);
    await (0,_server_containers_js__WEBPACK_IMPORTED_MODULE_0__/* .startContainer */ .YI)(session.engine, _stack_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .nginxContainer */ .K$, front.spec, whole.signal);
};
/** Puts the project's site into nginx; undefined takes it out. */
const setUpSite = async ({ session, progress, signal }, site) => {
    await (0,_server_scripts_js__WEBPACK_IMPORTED_MODULE_3__/* .runStepScript */ .V)(session, {
        scripts: ['site'],
        title: site ? 'Setting up the site' : 'Taking the site out of nginx',
        progress,
        signal,
        args: { SITE: site?.conf ?? '', VISITORS: site?.visitors ?? '' },
        failure: () => ({
            what: 'nginx refused the site',
            stands: 'nginx goes on with the sites that it had.',
            next: `On the server, \`docker logs ${_stack_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .nginxContainer */ .K$}\` may say more.`,
        }),
    });
};


/***/ }),

/***/ 791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  NP: () => (/* binding */ isOwn),
  ev: () => (/* binding */ resolveSource),
  PO: () => (/* binding */ sourceInCheckout)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/report/failure.js
var failure = __webpack_require__(7340);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(6118);
// EXTERNAL MODULE: ./lib/source/git.js
var git = __webpack_require__(7497);
// EXTERNAL MODULE: ./lib/source/source.js
var source = __webpack_require__(1808);
;// CONCATENATED MODULE: ./lib/source/checkout.js







/** Lists a commit of a repository on the runner. */
const readSource = async (repository, revision) => {
    const show = await (0,git/* git */.$Y)(['show', '-s', '--no-show-signature', '--format=%H%n%T%n%an%n%s', revision], {
        cwd: repository,
    });
    const [commit = '', tree = '', author = '', subject = ''] = show.split('\n');
    const { files, submodules } = await listTree(repository, tree, '');
    const sorted = (0,source/* inOrder */.al)(files);
    const own = new Map(sorted.map((file) => [file.path, file]));
    return {
        commit,
        tree: (0,source/* wholeTree */.Ih)(tree, submodules),
        author,
        subject,
        files: sorted,
        submodules,
        async read({ path, blob }) {
            const { value } = await (0,git/* readBlobs */.b4)(own.get(path)?.repository ?? repository, [blob]).next();
            return String(value);
        },
        delivery: {
            kind: 'send',
            pack: (wanted) => packFiles(wanted.flatMap(({ path }) => own.get(path) ?? [])),
        },
    };
};
const listTree = async (repository, tree, prefix) => {
    const listing = await (0,git/* git */.$Y)(['ls-tree', '-r', '-z', '--full-tree', tree], { cwd: repository });
    const entries = listing
        .split('\0')
        .filter(Boolean)
        .map((entry) => {
        const tab = entry.indexOf('\t');
        const [mode = '', , blob = ''] = entry.slice(0, tab).split(' ');
        return { mode, blob, path: prefix + entry.slice(tab + 1), repository };
    });
    (0,source/* refuseUnsendable */.C_)(entries);
    const nested = await Promise.all(entries
        .filter(({ mode }) => mode === '160000')
        .map(({ blob, path }) => listSubmodule((0,external_node_path_.join)(repository, path.slice(prefix.length)), blob, path)));
    return {
        files: [...entries.filter(({ mode }) => mode !== '160000'), ...nested.flatMap(({ files }) => files)],
        submodules: nested.flatMap(({ submodules }) => submodules),
    };
};
const listSubmodule = async (folder, commit, path) => {
    // Git before 2.38 knows no other way to tell a checkout from files that look like a repository.
    const tree = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, '.git'))
        ? await (0,git/* tryGit */.Ii)(['rev-parse', '--verify', '--quiet', `${commit}^{tree}`], { cwd: folder })
        : undefined;
    if (tree === undefined) {
        throw new failure/* Failure */.H({
            what: 'A submodule is not checked out',
            where: path,
            next: 'Give `submodules: true` (or `recursive`) to actions/checkout.',
        });
    }
    const listing = await listTree(folder, tree.trim(), `${path}/`);
    return { ...listing, submodules: [{ path, commit, tree: tree.trim() }, ...listing.submodules] };
};
/** A tar of files, read from git while it is sent. */
const packFiles = (files) => {
    const pack = (0,tar_stream.pack)();
    const fill = async () => {
        for (const [repository, own] of Map.groupBy(files, (file) => file.repository)) {
            const contents = (0,git/* readBlobs */.b4)(repository, own.map(({ blob }) => blob));
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

;// CONCATENATED MODULE: ./lib/source/resolve.js






const sha = /^[0-9a-f]{40}$/;
/**
 * Finds the commit to deploy on the runner: in the checkout, or fetched with the step's token when the project's
 * `repository` or `ref` is another one. A commit by its full name is looked for in the checkout first: the head of a
 * pull request is the second parent of a merge commit that was checked out with its history.
 */
const resolveSource = async (request) => {
    if (!isOwn(request))
        return fetchSource(request);
    return (await sourceInCheckout(request)) ?? fetchSource(request);
};
/** Whether the project's code is in the repository that the job runs for. */
const isOwn = ({ repository, ownRepository }) => repository === undefined || repository.toLowerCase() === ownRepository.toLowerCase();
/** The commit to deploy as the checkout has it; undefined when it has to be fetched. Without a checkout, it fails. */
const sourceInCheckout = async ({ workspace, ref, }) => {
    const head = (await (0,git/* tryGit */.Ii)(['rev-parse', '--verify', '--quiet', 'HEAD'], { cwd: workspace }))?.trim();
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
        (await (0,git/* tryGit */.Ii)(['cat-file', '-e', `${ref}^{tree}`], { cwd: workspace })) !== undefined) {
        return readSource(workspace, ref);
    }
    return undefined;
};
const addressOf = ({ repository, ownRepository, serverUrl }) => {
    const name = repository ?? ownRepository;
    return /^[^/:]+\/[^/:]+$/.test(name) ? `${serverUrl}/${name}` : name;
};
/** Commits that are fetched behind a ref when it may have moved on from the one that is wanted. */
const reach = 50;
const fetchSource = async (request) => {
    const { fetchRef } = request;
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
        await (0,git/* git */.$Y)(['init', '--quiet', folder], { cwd: folder });
        const fetch = (name, depth) => (0,git/* git */.$Y)(['fetch', '--quiet', `--depth=${depth}`, '--no-tags', '--', address, name], { cwd: folder, env });
        await fetch(ref, 1).catch((error) => {
            if (fetchRef === undefined || !(error instanceof git/* GitError */.XS))
                throw error;
            return fetch(fetchRef, reach);
        });
        return await readSource(folder, sha.test(ref) ? ref : 'FETCH_HEAD');
    }
    catch (cause) {
        if (!(cause instanceof git/* GitError */.XS))
            throw cause;
        throw new failure/* Failure */.H({
            what: `The commit to deploy could not be fetched: ${ref} of ${request.repository ?? request.ownRepository}`,
            where: address,
            why: cause.message,
            stands: 'Nothing on the server was changed.',
            next: 'Check `repository` and `ref`. A private repository needs an input `token` that may read it (`contents: read`).',
        }, { cause });
    }
};


/***/ }),

/***/ 1808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C_: () => (/* binding */ refuseUnsendable),
/* harmony export */   EE: () => (/* binding */ manifestLine),
/* harmony export */   Ih: () => (/* binding */ wholeTree),
/* harmony export */   TA: () => (/* binding */ readFile),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   eu: () => (/* binding */ manifest)
/* harmony export */ });
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7340);

/** A file's line in the manifest that the server compares with what it has. */
const manifestLine = ({ mode, blob, path }) => `${mode} ${blob} ${path}`;
/** The manifest of a source: a line for each file, in the order of the C locale. */
const manifest = ({ files }) => Buffer.from(files.map((file) => `${manifestLine(file)}\n`).join(''));
/** Files in the order of their manifest. */
const inOrder = (files) => files
    .map((file) => ({ file, line: Buffer.from(manifestLine(file)) }))
    .sort((a, b) => a.line.compare(b.line))
    .map(({ file }) => file);
/** Refuses names that no manifest can hold: it is lines of UTF-8; what is something else was read with this sign in its place. */
const refuseUnsendable = (files) => {
    const broken = files.find(({ path }) => /[\r\n\uFFFD]|(?:^|\/)\.\.(?:\/|$)/.test(path));
    if (!broken)
        return;
    throw new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
        what: 'The commit holds a file that cannot be sent',
        where: JSON.stringify(broken.path),
        why: 'Its name contains a line break, is not in UTF-8, or leads out of the repository.',
        next: 'Rename the file.',
    });
};
/** Git's name of a tree together with those of its submodules, which its own does not cover. */
const wholeTree = (tree, submodules) => [tree, ...submodules.map((submodule) => submodule.tree.slice(0, 12))].join('-');
/** The text of a file of the source, or undefined when there is none of this path. */
const readFile = async ({ files, read }, path) => {
    const file = files.find((candidate) => candidate.path === path);
    return file && read(file);
};


/***/ }),

/***/ 8478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ homeOf),
/* harmony export */   s: () => (/* binding */ readGitmodules)
/* harmony export */ });
/** Reads a `.gitmodules`: the address of each submodule by its path. */
const readGitmodules = (text) => {
    const sections = new Map();
    let section = {};
    for (const line of text.split('\n')) {
        const [, name] = /^\s*\[\s*submodule\s+"(.*)"\s*\]/.exec(line) ?? [];
        if (name !== undefined) {
            section = sections.get(name) ?? {};
            sections.set(name, section);
        }
        const [, key, value = ''] = /^\s*(path|url)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
        if (key === 'path' || key === 'url')
            section[key] = value.replace(/^"(.*)"$/, '$1');
    }
    return new Map([...sections.values()].flatMap(({ path, url }) => path === undefined || url === undefined ? [] : [[path, url]]));
};
/** Where a submodule's address leads from the repository that names it: `owner/name`, or an address elsewhere. */
const homeOf = (url, from, serverUrl) => {
    const { host, hostname } = new URL(serverUrl);
    // An address that begins with dots goes on from the address of the repository itself.
    const base = from.includes('://') ? from : `${serverUrl}/${from}`;
    const full = /^\.\.?\//.test(url) ? new URL(url, `${base}/`).href : url;
    const path = new RegExp(`^(?:https?://(?:[^/@]*@)?${escaped(host)}|ssh://(?:[^/@]*@)?${escaped(hostname)}(?::\\d+)?)/(.+)$`, 'i').exec(full)?.[1] ?? new RegExp(`^(?:[^/@:]+@)?${escaped(hostname)}:(.+)$`, 'i').exec(full)?.[1];
    const repository = path?.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');
    return repository !== undefined && /^[\w.-]+\/[\w.-]+$/.test(repository)
        ? { kind: 'github', repository }
        : { kind: 'elsewhere', url: full };
};
const escaped = (text) => text.replace(/[^\w]/g, '\\$&');


/***/ }),

/***/ 1019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  TC: () => (/* binding */ findSource),
  Gv: () => (/* binding */ keyTitle),
  xb: () => (/* binding */ onGithub)
});

// EXTERNAL MODULE: ./lib/github/ask.js
var github_ask = __webpack_require__(4018);
// EXTERNAL MODULE: ./lib/github/fetching.js
var fetching = __webpack_require__(5767);
// EXTERNAL MODULE: ./lib/report/failure.js
var failure = __webpack_require__(7340);
// EXTERNAL MODULE: ./lib/source/source.js
var source = __webpack_require__(1808);
// EXTERNAL MODULE: ./lib/source/submodules.js
var submodules = __webpack_require__(8478);
// EXTERNAL MODULE: ./lib/github/tries.js
var tries = __webpack_require__(6366);
;// CONCATENATED MODULE: ./lib/github/read-commit.js





/** Lists a commit by GitHub's API, with its submodules on the same GitHub, as `readSource` lists one of a checkout. */
const readCommit = async (ask, request) => {
    const { repository, ref } = request;
    try {
        const { tree, ...commit } = await commitAt(ask, repository, ref);
        const { files, submodules } = await listTree(ask, request, tree, '');
        const sorted = (0,source/* inOrder */.al)(files);
        const homes = new Map(sorted.map((file) => [file.path, file.repository]));
        return {
            ...commit,
            tree: (0,source/* wholeTree */.Ih)(tree, submodules),
            files: sorted,
            submodules,
            read: ({ path, blob }) => readBlob(ask, homes.get(path) ?? repository, blob),
        };
    }
    catch (cause) {
        if (cause instanceof failure/* Failure */.H)
            throw cause;
        throw new failure/* Failure */.H({
            what: `The commit to deploy could not be read by GitHub’s API: ${ref} of ${repository}`,
            why: (0,tries/* troubleOf */.LH)(cause).message,
            stands: 'Nothing on the server was changed.',
            next: 'Check `repository` and `ref`. The input `token` must be able to read the repository (`contents: read`).',
        }, { cause });
    }
};
const commitAt = async (ask, repository, ref) => {
    const own = (0,github_ask/* ownerAndRepo */.H)(repository);
    const name = ref === 'HEAD' ? (await ask((octokit) => octokit.rest.repos.get(own))).data.default_branch : ref;
    const { data } = await ask((octokit) => octokit.rest.repos.getCommit({ ...own, ref: name, per_page: 1 }));
    return {
        commit: data.sha,
        tree: data.commit.tree.sha,
        author: data.commit.author?.name ?? '',
        // As git's own %s: the first paragraph, as one line.
        subject: (data.commit.message.split(/\n\s*\n/)[0] ?? '').replaceAll(/\s*\n/g, ' '),
    };
};
/** Reads a file at GitHub by its blob. */
const readBlob = async (ask, repository, blob) => {
    const { data } = await ask((octokit) => octokit.rest.git.getBlob({ ...(0,github_ask/* ownerAndRepo */.H)(repository), file_sha: blob }));
    return Buffer.from(data.content, 'base64').toString();
};
const listTree = async (ask, { repository, serverUrl }, tree, prefix) => {
    const entries = (await entriesOf(ask, repository, tree, '')).map((entry) => ({
        ...entry,
        path: prefix + entry.path,
        repository,
    }));
    (0,source/* refuseUnsendable */.C_)(entries);
    const files = entries.filter(({ mode }) => mode !== '160000');
    const modules = entries.filter(({ mode }) => mode === '160000');
    if (modules.length === 0)
        return { files, submodules: [] };
    const gitmodules = files.find(({ path }) => path === `${prefix}.gitmodules`);
    const urls = (0,submodules/* readGitmodules */.s)(gitmodules ? await readBlob(ask, repository, gitmodules.blob) : '');
    const nested = await Promise.all(modules.map(async ({ path, blob }) => {
        const url = urls.get(path.slice(prefix.length));
        const home = url === undefined ? undefined : (0,submodules/* homeOf */.l)(url, repository, serverUrl);
        if (home?.kind !== 'github')
            throw unreadable(path, url === undefined
                ? '.gitmodules has no address for it'
                : `It is at ${url}, which is not this GitHub`);
        const inner = await commitAt(ask, home.repository, blob).catch((error) => {
            throw unreadable(path, `${home.repository}: ${(0,tries/* troubleOf */.LH)(error).message}`);
        });
        const listing = await listTree(ask, { repository: home.repository, ref: blob, serverUrl }, inner.tree, `${path}/`);
        return { ...listing, submodules: [{ path, commit: blob, tree: inner.tree }, ...listing.submodules] };
    }));
    return {
        files: [...files, ...nested.flatMap((listing) => listing.files)],
        submodules: nested.flatMap(({ submodules }) => submodules),
    };
};
const unreadable = (path, why) => new failure/* Failure */.H({
    what: `The submodule ${path} could not be read without a checkout`,
    where: path,
    why,
    stands: 'Nothing on the server was changed.',
    next: 'Give the input `deploy-key-token` a token that may read its repository, or check it out: `submodules: recursive` for actions/checkout.',
});
/** The files below a tree; GitHub cuts a list of all when it is too long, and then each folder is asked for. */
const entriesOf = async (ask, repository, tree, folder) => {
    const list = async (recursive) => {
        const { data } = await ask((octokit) => octokit.rest.git.getTree({
            ...(0,github_ask/* ownerAndRepo */.H)(repository),
            tree_sha: tree,
            ...(recursive && { recursive: '1' }),
        }));
        return data;
    };
    const all = await list(true);
    const { tree: entries } = all.truncated ? await list(false) : all;
    const found = [];
    for (const { path, mode, sha, type, size } of entries) {
        const own = { path: `${folder}${path}`, mode, blob: sha, ...(size !== undefined && { size }) };
        if (type !== 'tree')
            found.push(own);
        else if (all.truncated)
            found.push(...(await entriesOf(ask, repository, sha, `${own.path}/`)));
    }
    return found;
};

// EXTERNAL MODULE: ./lib/source/resolve.js + 1 modules
var resolve = __webpack_require__(791);
;// CONCATENATED MODULE: ./lib/source/way.js






/** Finds the commit to deploy, and decides how it comes to the server. */
const findSource = async (request) => {
    const { source: wish, deployKeyToken } = request;
    const repository = onGithub(request);
    if (wish === 'deploy-key' && repository === undefined)
        throw notOnGithub(request);
    const why = wish === 'checkout'
        ? 'as `source: checkout` says'
        : repository === undefined
            ? 'as its repository is not on this GitHub'
            : wish === 'auto' && deployKeyToken === ''
                ? 'as there is no input `deploy-key-token`'
                : undefined;
    if (why !== undefined || repository === undefined)
        return { source: await (0,resolve/* resolveSource */.ev)(request), note: `Code: from the runner, ${why}` };
    const source = await withKey(request, repository);
    const reason = wish === 'deploy-key' ? 'as `source: deploy-key` says' : 'as there is a `deploy-key-token`';
    return { source, note: `Code: from GitHub to the server, with a deploy key, ${reason}` };
};
/** The commit, to be fetched by the server: as the checkout lists it where there is one, else as GitHub does. */
const withKey = async (request, repository) => {
    const { source: wish, apiUrl, token, deployKeyToken, serverUrl, signal } = request;
    const ask = (0,github_ask/* openAsk */.i)({ apiUrl, tokens: request.isForeign ? [token] : [token, deployKeyToken], signal });
    const found = await inCheckout(request);
    if (!found && token === '' && deployKeyToken === '')
        throw noToken(repository);
    const ref = request.ref ?? ((0,resolve/* isOwn */.NP)(request) ? request.triggeredBy : undefined) ?? 'HEAD';
    const read = found ?? (await readCommit(ask, { repository, ref, serverUrl }));
    const instead = async () => {
        if (wish === 'deploy-key')
            return undefined;
        const sent = found ?? (await (0,resolve/* resolveSource */.ev)({ ...request, ref: read.commit }).catch(() => undefined));
        return sent?.tree === read.tree ? sent.delivery : undefined;
    };
    const delivery = (0,fetching/* fetchingOf */.Qv)(read, {
        ask,
        askKeys: deployKeyToken === '' ? undefined : (0,github_ask/* openAsk */.i)({ apiUrl, tokens: [deployKeyToken], signal }),
        title: keyTitle(request.server),
        repository,
        serverUrl,
        isForeign: request.isForeign,
        instead,
    });
    return { ...read, delivery };
};
/** The commit as a checkout has it, with its submodules; undefined where there is none, or not all of it. */
const inCheckout = async (request) => {
    if (!(0,resolve/* isOwn */.NP)(request))
        return undefined;
    try {
        return await (0,resolve/* sourceInCheckout */.PO)(request);
    }
    catch (error) {
        if (error instanceof failure/* Failure */.H)
            return undefined;
        throw error;
    }
};
/** `owner/name` of the project's repository; undefined where that is not on the GitHub of the run. */
const onGithub = ({ repository, ownRepository, serverUrl, }) => {
    const name = repository ?? ownRepository;
    if (/^[\w.-]+\/[\w.-]+$/.test(name))
        return name;
    const home = (0,submodules/* homeOf */.l)(name, ownRepository, serverUrl);
    return home.kind === 'github' ? home.repository : undefined;
};
/** What stands beside a server's key at GitHub. */
const keyTitle = (server) => `jetee/deploy on ${server}`;
const notOnGithub = ({ repository, serverUrl }) => new failure/* Failure */.H({
    what: 'The server cannot fetch the project with a deploy key',
    where: 'source',
    why: `Deploy keys are for repositories at ${serverUrl}, and the project’s is ${repository}.`,
    stands: 'Nothing on the server was changed.',
    next: 'Set `source: checkout`, or name a repository there.',
});
const noToken = (repository) => new failure/* Failure */.H({
    what: 'There is no checkout, and no token to read the commit with',
    where: 'input token',
    why: `What there is to deploy of ${repository} is read by GitHub’s API where no step has checked it out.`,
    stands: 'Nothing on the server was changed.',
    next: 'Leave the input `token` at its default and give the job `permissions: { contents: read }`, or put a step `uses: actions/checkout@v6` before this one.',
});


/***/ }),

/***/ 6031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $s: () => (/* binding */ hostLimits),
/* harmony export */   Ak: () => (/* binding */ specHash),
/* harmony export */   KY: () => (/* binding */ boundedLog),
/* harmony export */   LQ: () => (/* binding */ publishedPorts),
/* harmony export */   N_: () => (/* binding */ keyedHash),
/* harmony export */   dj: () => (/* binding */ canonicalJson),
/* harmony export */   fO: () => (/* binding */ binds),
/* harmony export */   qy: () => (/* binding */ withSpecLabel),
/* harmony export */   sl: () => (/* binding */ envList),
/* harmony export */   xA: () => (/* binding */ namedVolumes)
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
/** Limits as the Engine API takes them. Swap is counted in: without it, the engine would add as much again. */
const hostLimits = ({ memoryBytes, cpus, }) => ({
    ...(memoryBytes !== undefined && { Memory: memoryBytes, MemorySwap: memoryBytes }),
    ...(cpus !== undefined && { NanoCpus: Math.round(cpus * 1e9) }),
});
/** Volumes as the Engine API takes them: a folder of the server as it is, a name as that of the project's volume. */
const binds = (project, volumes) => volumes.map(({ source, target, readOnly }) => `${isFolder(source) ? source : (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .projectVolume */ .Om)(project, source)}:${target}${readOnly ? ':ro' : ''}`);
/** The names on the server of those that Docker keeps, which are to be made with labels before they are mounted. */
const namedVolumes = (project, volumes) => volumes.flatMap(({ source }) => (isFolder(source) ? [] : [(0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .projectVolume */ .Om)(project, source)]));
/** Published ports as the Engine API takes them, in the two places where it wants them. */
const publishedPorts = (ports) => {
    if (ports.length === 0)
        return { exposed: {}, bound: {} };
    const key = ({ port }) => `${port}/tcp`;
    return {
        exposed: { ExposedPorts: Object.fromEntries(ports.map((port) => [key(port), {}])) },
        bound: {
            PortBindings: Object.fromEntries([...new Set(ports.map(key))].map((exposed) => [
                exposed,
                ports
                    .filter((port) => key(port) === exposed)
                    .map(({ address, hostPort }) => ({ HostIp: address, HostPort: String(hostPort) })),
            ])),
        },
    };
};
const isFolder = (source) => source.startsWith('/');
/** JSON with the keys of every object in order, so that equal values give equal text. */
const canonicalJson = (value) => JSON.stringify(value, (_, part) => part !== null && typeof part === 'object' && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
    : part);
/** The hash of a specification, as it stands in the label `jetee.spec`. */
const specHash = (specification) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(canonicalJson(specification)).digest('hex').slice(0, 32);
/** A hash from which nobody without the key can guess the text. */
const keyedHash = (text, key) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', key).update(text).digest('hex').slice(0, 32);
/** Adds the labels with the specification and its hash; it also covers a hash of the files that are mounted. */
const withSpecLabel = (spec, files) => {
    const specification = { spec, files };
    return {
        ...spec,
        Labels: {
            ...spec.Labels,
            [_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.spec]: specHash(specification),
            [_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.specification]: canonicalJson(specification),
        },
    };
};


/***/ }),

/***/ 1928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eT: () => (/* binding */ entranceHealthPort),
  OY: () => (/* binding */ entrancePort),
  jj: () => (/* binding */ entranceStack)
});

// EXTERNAL MODULE: ./lib/catalog/health-question.js
var health_question = __webpack_require__(9394);
// EXTERNAL MODULE: ./lib/templates.js
var templates = __webpack_require__(4400);
// EXTERNAL MODULE: ./lib/stack/container.js
var container = __webpack_require__(6031);
// EXTERNAL MODULE: ./lib/stack/front.js
var front = __webpack_require__(3156);
// EXTERNAL MODULE: ./lib/stack/layout.js
var layout = __webpack_require__(9604);
// EXTERNAL MODULE: ./lib/stack/site-headers.js
var site_headers = __webpack_require__(246);
// EXTERNAL MODULE: ./lib/stack/site-names.js
var site_names = __webpack_require__(4032);
;// CONCATENATED MODULE: ./lib/stack/status-pattern.js
/** A regular expression for the statuses of a range: `^(?:2[0-9][0-9]|300|301)$` is 200 to 301. None fits an empty one. */
const statusPattern = ({ from, to }) => {
    const parts = [1, 2, 3, 4, 5].flatMap((hundred) => ofHundred(hundred, from, to));
    return parts.length > 0 ? `^(?:${parts.join('|')})$` : '';
};
const ofHundred = (hundred, from, to) => {
    const [first, last] = [hundred * 100, hundred * 100 + 99];
    if (from <= first && to >= last)
        return [`${hundred}[0-9][0-9]`];
    const [low, high] = [Math.max(from, first), Math.min(to, last)];
    return Array.from({ length: high - low + 1 }, (_, index) => String(low + index));
};

;// CONCATENATED MODULE: ./lib/stack/entrance.js








/** The port of the project's primary service, at its entrance. */
const entrancePort = 8000;
/** The port at which the entrance says whether the live release is well. */
const entranceHealthPort = 8001;
/** The entrance of a project with a web process. */
const entranceStack = ({ projectName, name, serverNames, site, project: { healthCheck } }, files) => {
    const folder = `${layout/* www */.gf}/${projectName}`;
    return {
        containerName: (0,layout/* entranceContainer */.ub)(projectName),
        image: front/* nginxImage */.yU,
        conf: (0,templates/* renderTemplate */.Xm)('entrance.conf', {
            maxBodySize: site.maxBodySize,
            timeoutSeconds: site.timeoutSeconds,
            headers: (0,site_headers/* givenHeaders */.aU)(site.headers),
            ...(0,site_headers/* fileHeaders */.Tc)(projectName, site.headers),
            www: folder,
            files,
            port: entrancePort,
            health: {
                port: entranceHealthPort,
                path: healthCheck.path,
                host: (0,site_names/* literalName */.xz)((0,site_names/* siteNames */.qf)(serverNames, site.redirectWww)),
                userAgent: health_question/* healthUserAgent */.l,
                well: statusPattern(healthCheck.status),
                plainlyWell: statusPattern(among2xx(healthCheck.status)),
            },
        }),
        spec: (0,container/* withSpecLabel */.qy)({
            Image: front/* nginxImage */.yU,
            Cmd: ['nginx', '-c', '/etc/jetee/nginx.conf', '-g', 'daemon off;'],
            Labels: {
                [layout/* labels */.WD.project]: projectName,
                [layout/* labels */.WD.configuration]: name,
                [layout/* labels */.WD.service]: 'entrance',
            },
            // It lets the requests that are under way come to their end.
            StopSignal: 'SIGQUIT',
            StopTimeout: 30,
            HostConfig: {
                NetworkMode: (0,layout/* networkName */.uv)(projectName),
                Binds: [`${layout/* root */.zr}/projects/${projectName}/entrance:/etc/jetee:ro`, `${folder}:${folder}:ro`],
                RestartPolicy: { Name: 'always' },
                LogConfig: container/* boundedLog */.KY,
                // A socket's backlog is cut to this.
                Sysctls: { 'net.core.somaxconn': '4096' },
            },
        }),
    };
};
/** The part of a range that Consul takes for well by itself; it may be empty. */
const among2xx = ({ from, to }) => ({
    from: Math.max(from, 200),
    to: Math.min(to, 299),
});


/***/ }),

/***/ 9802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ firewallScript),
/* harmony export */   T: () => (/* binding */ openWarning)
/* harmony export */ });
/* harmony import */ var _templates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4400);

/** Text of the script that keeps the networks of projects apart, on the server. */
const firewallScript = () => (0,_templates_js__WEBPACK_IMPORTED_MODULE_0__/* .readTemplate */ .xV)('firewall.sh');
/** What a person is told when the networks are not kept apart, with the reason. */
const openWarning = (why) => `The projects on this server are not kept apart entirely: ${why}. Containers of different projects do not reach each other, but what the server itself listens with on a project’s network, such as a port that is published there, may be reached from any of them, and the addresses at which a cloud tells its secrets (169.254.0.0/16) from previews.`;


/***/ }),

/***/ 3156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qb: () => (/* binding */ frontStack),
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
    conf: (0,_templates_js__WEBPACK_IMPORTED_MODULE_1__/* .renderTemplate */ .Xm)('nginx.conf', { ipv6 }),
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
/** SHA-256 of a text, in hexadecimal. */
const sha256 = (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');


/***/ }),

/***/ 9604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $u: () => (/* binding */ dataVolume),
/* harmony export */   Cm: () => (/* binding */ doorContainer),
/* harmony export */   ID: () => (/* binding */ helperContainer),
/* harmony export */   K$: () => (/* binding */ nginxContainer),
/* harmony export */   Lh: () => (/* binding */ discoveryNetwork),
/* harmony export */   Lt: () => (/* binding */ releaseContainer),
/* harmony export */   Om: () => (/* binding */ projectVolume),
/* harmony export */   R1: () => (/* binding */ releaseImage),
/* harmony export */   R9: () => (/* binding */ taskContainer),
/* harmony export */   WD: () => (/* binding */ labels),
/* harmony export */   db: () => (/* binding */ bridgeName),
/* harmony export */   fk: () => (/* binding */ onceContainer),
/* harmony export */   gf: () => (/* binding */ www),
/* harmony export */   hh: () => (/* binding */ serviceContainer),
/* harmony export */   sx: () => (/* binding */ consulContainer),
/* harmony export */   ub: () => (/* binding */ entranceContainer),
/* harmony export */   uv: () => (/* binding */ networkName),
/* harmony export */   x4: () => (/* binding */ discoveryFolder),
/* harmony export */   zr: () => (/* binding */ root)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** Names and places on the server. Everything that is ours lies under one folder and carries our labels. */
/** Folder of everything that is kept on the server. */
const root = '/var/lib/jetee';
/** Folder that nginx sees: sockets, static files and uploads of every project, and nothing else. */
const www = `${root}/www`;
/** The one nginx of the server. */
const nginxContainer = 'jetee-nginx';
/** The one Consul of the server. */
const consulContainer = 'jetee-consul';
/** The network that Consul is at home in, beside those of the projects; nothing else is. No project's has such a name. */
const discoveryNetwork = 'jetee.discovery';
/** What Consul knows of the projects: for each a file `<project>.<part>.json`. */
const discoveryFolder = `${root}/discovery`;
/** Keys of the labels on what is created. */
const labels = {
    project: 'jetee.project',
    configuration: 'jetee.configuration',
    service: 'jetee.service',
    release: 'jetee.release',
    commit: 'jetee.commit',
    /** Kind and version of the data that a secondary service writes, such as `postgresql 17`. */
    data: 'jetee.data',
    /** Hash of the specification: an equal hash means that there is nothing to do. */
    spec: 'jetee.spec',
    /** The specification itself, as canonical JSON: a plan compares it field by field. */
    specification: 'jetee.specification',
    /** Address of Consul that the container asks for names first; none where it asks Docker alone. */
    dns: 'jetee.dns',
};
/** The project's network. */
const networkName = (project) => `jetee-${project}`;
/** A secondary service's container, which is also its DNS name in the project. */
const serviceContainer = (project, service) => `${project}-${service}`;
/** A volume that the deployment file names. */
const projectVolume = (project, name) => `${project}-${name}`;
/** The volume of a secondary service's data. */
const dataVolume = (project, service) => `${project}-${service}-data`;
/** The project's primary service in discovery: a name, and the container that passes requests on to the live release. */
const entranceContainer = (project) => `${project}-app`;
/** The project's network on the host: Linux takes at most 15 characters. */
const bridgeName = (project) => `jt-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(project).digest('hex').slice(0, 12)}`;
/** The main container of a release. */
const releaseContainer = (project, release) => `${project}-app-${release}`;
/** The container that passes requests on to a release's port. */
const doorContainer = (project, release) => `${project}-door-${release}`;
/** A helper's container, with the number of the copy where there are several. */
const helperContainer = (project, name, release, copy) => `${project}-${name}-${release}${copy === undefined ? '' : `-${copy}`}`;
/** The container of a task that runs in one of its own. */
const taskContainer = (project, task, release) => `${project}-task-${task}-${release}`;
/** The container of a command that runs once; the identity is 8 hexadecimal digits. */
const onceContainer = (project, identity) => `${project}-run-${identity}`;
/** The image of a release. */
const releaseImage = (project, release) => `jetee/${project}:${release}`;


/***/ }),

/***/ 9522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Me: () => (/* binding */ logPipes),
/* harmony export */   eO: () => (/* binding */ logFiles),
/* harmony export */   yh: () => (/* binding */ processNames)
/* harmony export */ });
/* harmony import */ var _templates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4400);

/** How the lines of a supervised container's log get the names of those who print them. */
/** Folder in the container with a named pipe for each process and each task. */
const logs = '/run/jetee-logs';
/** The files for it, beside those of supervisor's own, which know its folder as well. */
const logFiles = () => ({
    'log.py': (0,_templates_js__WEBPACK_IMPORTED_MODULE_0__/* .readTemplate */ .xV)('log.py'),
    'named.sh': (0,_templates_js__WEBPACK_IMPORTED_MODULE_0__/* .renderTemplate */ .Xm)('named.sh', { logs }),
    'run-task.sh': (0,_templates_js__WEBPACK_IMPORTED_MODULE_0__/* .renderTemplate */ .Xm)('run-task.sh', { logs }),
});
/** What the text of the entry point is told of it. */
const logPipes = (programs, tasks) => ({
    logs,
    names: [...new Set([...programs.flatMap(processNames), ...tasks.map(({ name }) => name)])],
});
/** The names of a program's processes in logs and states: its own, or those of its copies, such as `celery-0`. */
const processNames = ({ name, copies }) => copies === 1 ? [name] : Array.from({ length: copies }, (_, copy) => `${name}-${copy}`);


/***/ }),

/***/ 1766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ longestNginxText),
/* harmony export */   U: () => (/* binding */ nginxText)
/* harmony export */ });
/**
 * A text as a string of nginx that stands for exactly this text. Between double quotes, nginx gives a meaning to the
 * quote, the backslash and `$` alone. It has no escape for the last: `nginx.conf` has a variable that holds one.
 */
const nginxText = (text) => `"${text.replaceAll(/["\\]/g, '\\$&').replaceAll('$', '$${jetee_dollar}')}"`;
/** Bytes that a word of nginx's configuration may have at most: it is read into a buffer of 4096. */
const longestNginxText = 4000;


/***/ }),

/***/ 5574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ registeredPrimary)
/* harmony export */ });
/* harmony import */ var _entrance_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1928);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9604);


/**
 * A project's primary service, for Consul: its entrance, at this address. The entrance's own health says how the release
 * behind it is. None without an address.
 */
const registeredPrimary = (project, address) => address === undefined
    ? []
    : [
        {
            name: (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .entranceContainer */ .ub)(project),
            address,
            port: _entrance_js__WEBPACK_IMPORTED_MODULE_0__/* .entrancePort */ .OY,
            check: { kind: 'http', path: '/', port: _entrance_js__WEBPACK_IMPORTED_MODULE_0__/* .entranceHealthPort */ .eT },
        },
    ];


/***/ }),

/***/ 5624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DB: () => (/* binding */ supervisorNames),
/* harmony export */   YQ: () => (/* binding */ programStacks),
/* harmony export */   aM: () => (/* binding */ programScript),
/* harmony export */   w$: () => (/* binding */ hasWebProcess)
/* harmony export */ });
/* unused harmony export programStack */
/* harmony import */ var _server_connection_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6371);
/* harmony import */ var _log_pipes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9522);


/**
 * The program of a process: what its type says, and above it what the configuration says. `drainSeconds` is what the web
 * process has to finish requests, unless it says so itself.
 */
const programStack = ({ type, settings, common }, place, drainSeconds) => {
    const isWeb = type.program(settings, place).web !== undefined;
    const stopSeconds = common.stopSeconds ?? (isWeb ? drainSeconds : undefined);
    const program = type.program(settings, place, stopSeconds);
    return {
        ...program,
        env: { ...program.env, ...common.envVariables },
        stopSignal: common.stopSignal ?? program.stopSignal,
        stopSeconds: stopSeconds ?? program.stopSeconds,
        startSeconds: common.startSeconds,
        copies: common.copies,
    };
};
/** Where helpers find themselves in an image that is not made here. */
const unknownPlace = { location: '/', venv: '/usr', python: 'image' };
/** The programs of a project in its image. */
const programStacks = ({ processes, drainSeconds }, image) => processes.map((process) => programStack(process, image.kind === 'supervised' ? image.place : unknownPlace, drainSeconds));
/** Whether visitors can reach a project: by one of its programs, or by the port of an image that runs by itself. */
const hasWebProcess = (image, programs) => programs.some(({ web }) => web !== undefined) || (image.kind !== 'supervised' && image.port !== undefined);
/**
 * The shell script that supervisor starts for a program, in the code's folder. Its environment stands here and not in
 * supervisor's file, where no value may have a newline, and a percent sign means something. What the entry point tells
 * supervisor is none of the program's business.
 */
const programScript = ({ env, command }, location) => [
    `cd ${(0,_server_connection_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .commandLine */ .a)([location])}`,
    'unset JETEE_START_WEB JETEE_START_HELPERS',
    ...Object.entries(env).map(([name, value]) => `export ${name}=${(0,_server_connection_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(value)}`),
    `exec ${(0,_server_connection_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .commandLine */ .a)(command)}\n`,
].join('\n');
/** The names by which supervisorctl knows the processes of a program: `worker`, or `worker:worker-0` and so on. */
const supervisorNames = ({ name, copies, }) => copies === 1 ? [name] : (0,_log_pipes_js__WEBPACK_IMPORTED_MODULE_0__/* .processNames */ .yh)({ name, copies }).map((process) => `${name}:${process}`);


/***/ }),

/***/ 1348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  WG: () => (/* binding */ dnsQuestion),
  l: () => (/* binding */ registeredServices),
  An: () => (/* binding */ registration)
});

;// CONCATENATED MODULE: ./lib/stack/checks.js
/**
 * How often Consul asks, behind the end of the last answer, and for how long it waits. With the moment that it takes to
 * tell its DNS, a service that hangs is found within 4 s, and one that is well again within 2 s.
 */
const often = { interval: '1s', timeout: '2s' };
/** A question by HTTP goes all the way to the project's code, and is asked more seldom. */
const seldom = { interval: '2s', timeout: '2s' };
/**
 * The JSON of Consul's check for a service; undefined for one that has nothing to ask. Until it has passed for the first
 * time, Consul takes the service for sick and does not give it out. Only fields that Consul has had since 1.0 are in it.
 */
const checkDefinition = ({ name, check, port }, address) => {
    if (port === undefined)
        return undefined;
    const id = `${name} health`;
    switch (check?.kind) {
        case 'exchange':
            return { id, name: `${name} answers`, args: exchangeCommand(check, address, port), ...often };
        case 'http':
            return {
                id,
                name: `${name} answers`,
                http: `http://${address}:${check.port ?? port}${check.path}`,
                ...seldom,
            };
        case undefined:
            return { id, name: `${name} takes connections`, tcp: `${address}:${port}`, ...often };
    }
};
/**
 * Has nc run the exchange with the connection as standard input and output, as then it ends with the answer, and keeps
 * the connection open until then. For Consul, status 1 would be a warning, with which the service is still given out.
 */
const connect = 'nc "$@" || exit 2';
/**
 * Sends the question and reads once, for a service that keeps the connection has sent its whole answer by then. Of that,
 * only printable characters and newlines are looked at: a shell's variable holds no zeros.
 */
const exchange = `printf %b "$1"
answer=$(dd bs=512 count=1 2>/dev/null | tr -cd '\\n -~')
shift
for pattern; do
  case $answer in $pattern) exit 0 ;; esac
done
exit 2`;
/**
 * The command, run in Consul's container by its busybox, that asks a service at an address and a port: status 0 when its
 * answer is one of those that are wanted. It waits for as long as the service does: Consul ends it.
 */
const exchangeCommand = ({ send, expect }, address, port) => [
    ...['sh', '-c', connect, 'sh', address, String(port)],
    ...['-e', 'sh', '-c', exchange, 'sh', send, ...expect],
];

// EXTERNAL MODULE: ./lib/stack/container.js
var container = __webpack_require__(6031);
;// CONCATENATED MODULE: ./lib/stack/registration.js


/** The service whose tags say which registrations Consul has loaded; those of projects have a hyphen in their names. */
const marker = 'jetee';
/** A project's secondary services, as far as their addresses are known, by the container's name. */
const registeredServices = (services, addressOf) => services.flatMap(({ containerName, container: { check, port } }) => {
    const address = addressOf(containerName);
    return address === undefined ? [] : [{ name: containerName, address, port, check }];
});
/** What Consul is to know of these services of a project. */
const registration = (project, part, services) => {
    const definitions = services.map(definition);
    const tag = (0,container/* specHash */.Ak)([project, part, definitions]);
    const mark = {
        id: `${marker} ${project} ${part}`,
        name: marker,
        tags: [tag],
        address: '127.0.0.1',
        port: 1,
    };
    return {
        text: `${JSON.stringify({ services: [...definitions, mark] })}\n`,
        question: dnsQuestion(`${tag}.${marker}.service.consul`),
    };
};
const definition = (service) => {
    const check = checkDefinition(service, service.address);
    return {
        id: service.name,
        name: service.name,
        address: service.address,
        ...(service.port !== undefined && { port: service.port }),
        ...(check !== undefined && { check }),
    };
};
/** A question for SRV records, behind its length, with each byte as an octal escape. */
const dnsQuestion = (name) => {
    // A number of our choosing, no flags, one question.
    const header = [0x6a, 0x74, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0];
    const labels = name.split('.').flatMap((label) => [label.length, ...Buffer.from(label)]);
    // Type SRV, class IN.
    const message = [...header, ...labels, 0, 0, 33, 0, 1];
    return [message.length >> 8, message.length & 255, ...message]
        .map((byte) => `\\0${byte.toString(8).padStart(3, '0')}`)
        .join('');
};


/***/ }),

/***/ 4294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ releaseContainers),
/* harmony export */   r: () => (/* binding */ doorConf)
/* harmony export */ });
/* harmony import */ var _catalog_types_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8722);
/* harmony import */ var _templates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4400);
/* harmony import */ var _container_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6031);
/* harmony import */ var _front_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3156);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9604);
/* harmony import */ var _resolver_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(104);






/** Seconds that a task, or an image's own command, gets to finish its work before it is killed. */
const ownStopSeconds = 60;
/**
 * The containers of a release: one with supervisor in it, or one for the image's own command, each helper and each task.
 * None of them starts by itself before the switch: a stopped candidate would come back with the daemon.
 */
const releaseContainers = (configuration, stack, release) => ownContainers(configuration, stack, release).map(({ name, spec }) => ({
    name,
    spec: (0,_resolver_js__WEBPACK_IMPORTED_MODULE_4__/* .withResolver */ .T)(spec, release.resolver),
}));
const ownContainers = (configuration, stack, release) => {
    const { projectName: project, primary } = configuration;
    const { image, programs, tasks } = stack;
    const folder = `${_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .www */ .gf}/${project}`;
    const files = `${_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .root */ .zr}/projects/${project}/releases/${release.number}`;
    const socket = `${folder}/r/${release.number}/${stack.socketFolder}:/run/jetee`;
    const state = `${_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .root */ .zr}/projects/${project}/state:${_catalog_types_js__WEBPACK_IMPORTED_MODULE_5__/* .stateFolder */ .y}`;
    // Every key of ours is set, so that none that a Dockerfile has written counts.
    const ownLabels = (part) => ({
        ...Object.fromEntries(Object.values(_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD).map((key) => [key, ''])),
        [_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.project]: project,
        [_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.configuration]: configuration.name,
        [_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.service]: part,
        [_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release]: String(release.number),
        [_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.commit]: release.commit,
        [_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.spec]: stack.hash ?? '',
    });
    const host = (mounts) => ({
        NetworkMode: (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .networkName */ .uv)(project),
        Binds: mounts,
        RestartPolicy: { Name: 'no' },
        LogConfig: _container_js__WEBPACK_IMPORTED_MODULE_1__/* .boundedLog */ .KY,
        // A socket's backlog is cut to this.
        Sysctls: { 'net.core.somaxconn': '4096' },
    });
    const own = (part, mounts) => ({
        Image: (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseImage */ .R1)(project, release.number),
        Env: (0,_container_js__WEBPACK_IMPORTED_MODULE_1__/* .envList */ .sl)(stack.env),
        StopTimeout: ownStopSeconds + 10,
        Labels: ownLabels(part),
        HostConfig: {
            ...host([
                ...mounts,
                ...(image.mediaLocation === undefined ? [] : [`${folder}/media:${image.mediaLocation}`]),
                ...(0,_container_js__WEBPACK_IMPORTED_MODULE_1__/* .binds */ .fO)(project, primary.volumes),
            ]),
            ...(0,_container_js__WEBPACK_IMPORTED_MODULE_1__/* .hostLimits */ .$s)(primary.limits),
        },
    });
    const fixed = release.address !== undefined && {
        NetworkingConfig: {
            EndpointsConfig: { [(0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .networkName */ .uv)(project)]: { IPAMConfig: { IPv4Address: release.address } } },
        },
    };
    const door = {
        name: (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .doorContainer */ .Cm)(project, release.number),
        spec: {
            Image: _front_js__WEBPACK_IMPORTED_MODULE_2__/* .nginxImage */ .yU,
            Entrypoint: ['sh', '-c'],
            // A socket that was left by a crash would be in the way.
            Cmd: ["rm -f /run/jetee/web.sock; exec nginx -c /etc/jetee/nginx.conf -g 'daemon off;'"],
            // It stops when the requests that are under way have come to their end.
            StopSignal: 'QUIT',
            StopTimeout: configuration.project.drainSeconds + 10,
            Labels: ownLabels('door'),
            HostConfig: host([`${files}/door:/etc/jetee:ro`, socket]),
        },
    };
    const app = { name: (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseContainer */ .Lt)(project, release.number) };
    // Not `<project>-app`, which is the entrance: a container's own name leads to itself.
    const hostname = { Hostname: project };
    if (image.kind === 'supervised') {
        const mounts = [
            `${files}/mount:/etc/jetee:ro`,
            socket,
            `${folder}/r/${release.number}/static:${image.staticLocation}`,
            ...(programs.some(({ keepsState }) => keepsState) ? [state] : []),
        ];
        // They stop side by side (entrypoint.sh).
        const stopSeconds = Math.max(0, ...programs.map((program) => program.stopSeconds)) + 10;
        return [
            { ...app, spec: { ...own('primary', mounts), ...hostname, ...fixed, StopTimeout: stopSeconds } },
            ...(stack.port === undefined ? [] : [door]),
        ];
    }
    const command = image.command && { Cmd: image.command };
    return [
        // Without a site, the image's own command is a helper: it never runs twice at once. With one, its door has seen the
        // requests to their end before it is stopped; many a program has no ear for the signal as a container's first process.
        {
            ...app,
            spec: {
                ...own(stack.hasWeb ? 'primary' : 'helper', []),
                ...hostname,
                ...command,
                ...fixed,
                ...(stack.hasWeb && { StopTimeout: 10 }),
            },
        },
        ...(stack.port === undefined ? [] : [door]),
        ...programs.flatMap((program) => Array.from({ length: program.copies }, (_, index) => {
            const copy = program.copies > 1 ? index + 1 : undefined;
            return {
                name: (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .helperContainer */ .ID)(project, program.name, release.number, copy),
                spec: {
                    ...own('helper', program.keepsState ? [state] : []),
                    Cmd: program.command,
                    // It finds its own name where it would do so under supervisor.
                    Env: (0,_container_js__WEBPACK_IMPORTED_MODULE_1__/* .envList */ .sl)({
                        ...stack.env,
                        SUPERVISOR_PROCESS_NAME: copy === undefined ? program.name : `${program.name}-${index}`,
                        ...program.env,
                    }),
                    StopSignal: `SIG${program.stopSignal}`,
                    StopTimeout: program.stopSeconds,
                },
            };
        })),
        ...[...tasks.before, ...tasks.after].map((task) => ({
            name: (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .taskContainer */ .R9)(project, task.name, release.number),
            spec: { ...own('task', []), Cmd: task.command },
        })),
    ];
};
/** nginx's configuration for the door of a release that serves on a port of an address. */
const doorConf = (address, port) => (0,_templates_js__WEBPACK_IMPORTED_MODULE_0__/* .renderTemplate */ .Xm)('door.conf', { address, port });


/***/ }),

/***/ 5445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ removalScripts)
/* harmony export */ });
/**
 * The scripts that remove a project, part by part and in this order. A run does one part after the other; what is done
 * on the server itself, when a preview's time is over, is made of the same.
 */
const removalScripts = {
    /** Takes the site out of nginx; only where that runs. */
    site: ['site'],
    /** Stops and removes the containers; only where there is Docker. */
    containers: ['engine', 'destroy-containers'],
    /** Has Consul forget the project. */
    discovery: ['unregister'],
    /** Removes releases and network. */
    releases: ['wipe', 'engine', 'destroy-releases'],
    /** Has the kernel forget the network; only where it was told of it. */
    isolation: ['isolation'],
    /** Removes data and files, and the lock. */
    files: ['wipe', 'engine', 'destroy-files'],
};


/***/ }),

/***/ 4378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ renumber)
/* harmony export */ });
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _resolver_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(104);


/** The containers of a copy of a release, from those of the release. Its tasks have been done, and have none. */
const renumber = ({ containers, programs, }, renumbering) => {
    const names = newNames(programs, renumbering);
    return containers.flatMap(({ name, spec }) => {
        const own = names.get(name);
        return own === undefined
            ? []
            : [{ name: own, spec: (0,_resolver_js__WEBPACK_IMPORTED_MODULE_1__/* .withResolver */ .T)(renumberSpec(spec, renumbering), renumbering.resolver) }];
    });
};
/** The names that the containers of a copy have, by those of the release: a helper's own name may end in a number too. */
const newNames = (programs, { project, from, to }) => new Map([
    (number) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseContainer */ .Lt)(project, number),
    (number) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .doorContainer */ .Cm)(project, number),
    ...programs.flatMap(({ name, copies }) => Array.from({ length: copies }, (_, index) => {
        const copy = copies > 1 ? index + 1 : undefined;
        return (number) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .helperContainer */ .ID)(project, name, number, copy);
    })),
].map((nameAt) => [nameAt(from), nameAt(to)]));
const renumberSpec = (spec, renumbering) => {
    const { project, from, to, address } = renumbering;
    const { NetworkingConfig, ...rest } = spec;
    const { Dns, DnsSearch, DnsOptions, ...host } = spec.HostConfig;
    const folders = [`${_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .root */ .zr}/projects/${project}/releases/`, `${_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .www */ .gf}/${project}/r/`];
    const renumberBind = (bind) => {
        const folder = folders.find((one) => bind.startsWith(`${one}${from}/`));
        return folder === undefined ? bind : `${folder}${to}${bind.slice(`${folder}${from}`.length)}`;
    };
    return {
        ...rest,
        Image: spec.Image === (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseImage */ .R1)(project, from) ? (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseImage */ .R1)(project, to) : spec.Image,
        Labels: { ...spec.Labels, [_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.release]: String(to), [_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.dns]: '' },
        HostConfig: { ...host, ...(host.Binds && { Binds: host.Binds.map(renumberBind) }) },
        ...(NetworkingConfig &&
            address !== undefined && {
            NetworkingConfig: {
                EndpointsConfig: { [(0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .networkName */ .uv)(project)]: { IPAMConfig: { IPv4Address: address } } },
            },
        }),
    };
};


/***/ }),

/***/ 104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ withResolver)
/* harmony export */ });
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);

/**
 * Has a container ask Consul first. Its address stands in a label and not in the specification, as it is chosen on the
 * server. `ndots:1`, and musl goes through the search domains for a name without a dot.
 */
const withResolver = (spec, resolver) => resolver === undefined
    ? spec
    : {
        ...spec,
        Labels: { ...spec.Labels, [_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.dns]: resolver.consul },
        HostConfig: {
            ...spec.HostConfig,
            Dns: [resolver.consul, ...resolver.others],
            DnsSearch: ['service.consul'],
            DnsOptions: ['ndots:1'],
        },
    };


/***/ }),

/***/ 2870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ serviceStacks),
/* harmony export */   y: () => (/* binding */ dataClash)
/* harmony export */ });
/* harmony import */ var _catalog_versions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6414);
/* harmony import */ var _container_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6031);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9604);



const second = 1_000_000_000;
/** The secondary services of a configuration; `key` is the project's own, for the hashes of what is secret. */
const serviceStacks = (configuration, passwords, key) => configuration.services.map((service) => serviceStack(configuration, service, passwords[service.name] ?? '', key));
const serviceStack = ({ projectName: project, name: configurationName }, { name, type, settings, common }, password, key) => {
    const containerName = (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceContainer */ .hh)(project, name);
    const identity = { project, name, host: containerName, password };
    const container = type.container(settings, identity, {
        image: common.image,
        memoryBytes: common.limits.memoryBytes,
    });
    const own = { [_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.project]: project, [_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.service]: name };
    const data = container.dataVersion && (0,_catalog_versions_js__WEBPACK_IMPORTED_MODULE_2__/* .dataLabel */ ["do"])(container.dataVersion);
    const dataMount = ownDataMount(container, common.volumes, (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .dataVolume */ .$u)(project, name));
    const secrets = Object.entries(container.secretFiles).map(([path, content]) => ({
        file: path.split('/').at(-1) ?? path,
        path,
        content,
    }));
    const command = common.command ?? container.command;
    const image = common.image ?? container.image;
    const spec = {
        Image: image,
        ...(container.entrypoint && { Entrypoint: container.entrypoint }),
        ...(command && { Cmd: command }),
        Env: (0,_container_js__WEBPACK_IMPORTED_MODULE_0__/* .envList */ .sl)({ ...container.env, ...common.envVariables }),
        Hostname: containerName,
        StopTimeout: container.stopSeconds,
        ...(container.probe && {
            Healthcheck: { Test: ['CMD', ...container.probe], Interval: 30 * second, Timeout: 10 * second },
        }),
        ...(0,_container_js__WEBPACK_IMPORTED_MODULE_0__/* .publishedPorts */ .LQ)(common.publish).exposed,
        Labels: { ...own, [_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.configuration]: configurationName, ...(data && { [_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.data]: data }) },
        HostConfig: {
            NetworkMode: (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .networkName */ .uv)(project),
            Binds: [
                ...(dataMount ? [`${dataMount.volume}:${dataMount.path}`] : []),
                ...(0,_container_js__WEBPACK_IMPORTED_MODULE_0__/* .binds */ .fO)(project, common.volumes),
                ...secrets.map(({ file, path }) => `${_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .root */ .zr}/projects/${project}/secrets/${name}/${file}:${path}:ro`),
            ],
            ...(container.emptyPaths && {
                Tmpfs: Object.fromEntries(container.emptyPaths.map((path) => [path, ''])),
            }),
            ...(0,_container_js__WEBPACK_IMPORTED_MODULE_0__/* .publishedPorts */ .LQ)(common.publish).bound,
            ...(0,_container_js__WEBPACK_IMPORTED_MODULE_0__/* .hostLimits */ .$s)(common.limits),
            RestartPolicy: { Name: 'always' },
            LogConfig: _container_js__WEBPACK_IMPORTED_MODULE_0__/* .boundedLog */ .KY,
        },
    };
    return {
        name,
        containerName,
        volumes: [
            ...(dataMount
                ? [{ name: dataMount.volume, labels: { ...own, ...(data && { [_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.data]: data }) } }]
                : []),
            ...(0,_container_js__WEBPACK_IMPORTED_MODULE_0__/* .namedVolumes */ .xA)(project, common.volumes).map((volume) => ({ name: volume, labels: own })),
        ],
        dataVolume: dataMount?.volume ??
            (0,_container_js__WEBPACK_IMPORTED_MODULE_0__/* .namedVolumes */ .xA)(project, common.volumes.filter(({ target }) => target === container.dataPath))[0],
        hasGivenPassword: common.password !== undefined,
        data,
        image,
        // Keyed, as a given password may be one that can be guessed.
        spec: (0,_container_js__WEBPACK_IMPORTED_MODULE_0__/* .withSpecLabel */ .qy)(spec, (0,_container_js__WEBPACK_IMPORTED_MODULE_0__/* .keyedHash */ .N_)((0,_container_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(container.secretFiles), key)),
        files: Object.fromEntries(secrets.map(({ file, content }) => [file, content])),
        fileMode: container.secretMode ?? '0600',
        readiness: readinessOf(container),
        readySeconds: container.readySeconds ?? 120,
        container,
        type,
        identity,
    };
};
/** Why a service would not start on the data that a label tells of; undefined when it would. */
const dataClash = ({ container: { dataVersion: to }, containerName, type, identity }, found) => {
    const from = (0,_catalog_versions_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDataLabel */ .aP)(found);
    if (!to)
        return undefined;
    if (from.kind !== to.kind)
        return kindClash(containerName, from.kind, to.kind);
    if (from.numbers.length === 0 || to.numbers.length === 0)
        return undefined;
    return type.dataClash?.(from, to, identity);
};
/** The data's own volume, unless the configuration mounts something in its place. */
const ownDataMount = ({ dataPath }, volumes, volume) => dataPath === undefined || volumes.some(({ target }) => target === dataPath)
    ? undefined
    : { volume, path: dataPath };
const readinessOf = ({ probe, port }) => {
    if (probe)
        return { kind: 'probe', command: probe };
    return port === undefined ? { kind: 'running' } : { kind: 'port', port };
};
const kindClash = (containerName, from, to) => ({
    why: `A service of another kind (${from}) has kept its data under this name, which ${to} cannot use.`,
    next: `Give the new service another \`container_name\`; the old one’s data stays on its volume ${containerName}-data.`,
});


/***/ }),

/***/ 246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tc: () => (/* binding */ fileHeaders),
/* harmony export */   aU: () => (/* binding */ givenHeaders),
/* harmony export */   qr: () => (/* binding */ maintenanceHeaders)
/* harmony export */ });
/* harmony import */ var _nginx_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1766);

/** The headers of the deployment file, which every answer of the site has. */
const givenHeaders = (headers) => Object.entries(headers).map(([name, value]) => ({ name, text: (0,_nginx_text_js__WEBPACK_IMPORTED_MODULE_0__/* .nginxText */ .U)(value), always: true }));
/**
 * The headers of files that nginx serves by itself: those of the deployment file, and ours where it says nothing of the
 * same name. A location with headers of its own has none of the server's, so that all of them stand here.
 */
const fileHeaders = (project, headers) => {
    // A project's name has no underscore.
    const staticCaching = `$jetee_caching_${project.replaceAll('-', '_')}`;
    const cached = (caching) => withOurs(headers, [
        // Nothing is taken for a script or a page that does not say so itself.
        { name: 'X-Content-Type-Options', text: 'nosniff', always: true },
        { name: 'Cache-Control', text: caching, always: false },
    ]);
    // An upload may be replaced under its name at any time: it is asked for anew, and not sent again when it is the same.
    return { staticCaching, staticHeaders: cached(staticCaching), mediaHeaders: cached('no-cache') };
};
/** The headers of the page that stands in place of the site. */
const maintenanceHeaders = (headers) => withOurs(headers, [
    { name: 'Retry-After', text: '120', always: true },
    { name: 'Cache-Control', text: 'no-store', always: true },
]);
const withOurs = (headers, ours) => {
    const given = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
    return [...givenHeaders(headers), ...ours.filter(({ name }) => !given.has(name.toLowerCase()))];
};


/***/ }),

/***/ 4032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QB: () => (/* binding */ allNames),
/* harmony export */   kB: () => (/* binding */ siteUrls),
/* harmony export */   qf: () => (/* binding */ siteNames),
/* harmony export */   xz: () => (/* binding */ literalName)
/* harmony export */ });
/**
 * Sorts the names of a site by `redirect_www`. Whichever of the two the file lists, with `www.` or without, counts for
 * the pair of both: the one is served, the other sent on. Left as they are: wildcards (nginx takes an exact name
 * before a wildcard that covers it, so that a redirect wins over `*.example.com`), addresses, names of one label, and
 * names that would be longer than DNS allows.
 */
const siteNames = (serverNames, redirectWww) => {
    if (redirectWww === 'none')
        return { served: serverNames, redirects: [] };
    const served = new Set();
    const redirects = new Map();
    for (const name of serverNames) {
        const pair = wwwPair(name);
        if (!pair) {
            served.add(name);
            continue;
        }
        const [to, from] = redirectWww === 'add' ? [pair.long, pair.short] : [pair.short, pair.long];
        served.add(to);
        redirects.set(from, to);
    }
    // Of www.example.com and www.www.example.com, the first stands in two pairs, and is one that the file lists.
    for (const name of served)
        redirects.delete(name);
    return { served: [...served], redirects: [...redirects].map(([from, to]) => ({ from, to })) };
};
/** Addresses of a site; a wildcard is none. */
const siteUrls = ({ serverNames, site, }) => siteNames(serverNames, site.redirectWww)
    .served.filter((name) => !name.startsWith('*'))
    .map((name) => `http://${name}/`);
/** All names that lead to the site: no other project of the server may have one of them. */
const allNames = ({ served, redirects }) => [
    ...served,
    ...redirects.map(({ from }) => from),
];
/** The first name that can be asked for, a wildcard being none: for the health check and for the site's address. */
const literalName = ({ served }) => served.find((name) => !name.startsWith('*')) ?? (served[0] ?? 'localhost').replace('*', 'www');
/** A name without and with `www.`; undefined for what has no such pair. */
const wwwPair = (name) => {
    // An address ends in a number or a bracket, which no name does.
    if (name.startsWith('*') || /(?:^|\.)\d+$|\]$/.test(name))
        return undefined;
    const rest = name.replace(/^www\./, '');
    const short = rest.includes('.') ? rest : name;
    const long = `www.${short}`;
    return short.includes('.') && long.length <= 253 ? { short, long } : undefined;
};


/***/ }),

/***/ 849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ siteStack),
/* harmony export */   i: () => (/* binding */ maintenanceFile)
/* harmony export */ });
/* harmony import */ var _templates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4400);
/* harmony import */ var _container_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6031);
/* harmony import */ var _front_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3156);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9604);
/* harmony import */ var _site_headers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(246);
/* harmony import */ var _site_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4032);






/** The page that nginx shows in place of the site while it is there, in the project's folder below `www`. */
const maintenanceFile = 'jetee-maintenance.html';
/** The file that says who may look at the site, in the project's folder below `www`, where nothing leads a visitor to it. */
const visitorsFileName = 'jetee-visitors';
/**
 * The site of a project; its first lines say in JSON whose it is, for the next project that wants the same name.
 * `files` says what nginx finds in the project's folder, `visitors` who may look at it.
 */
const siteStack = ({ projectName, serverNames, site }, ipv6, files, visitors) => {
    const names = (0,_site_names_js__WEBPACK_IMPORTED_MODULE_4__/* .siteNames */ .qf)(serverNames, site.redirectWww);
    const specification = {
        server_names: serverNames,
        max_body_size: site.maxBodySize,
        timeout: site.timeoutSeconds,
        redirect_www: site.redirectWww,
        headers: site.headers,
        // A plan shows that it is another one, and no more.
        ...(visitors !== undefined && { password: (0,_front_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(visitors).slice(0, 12) }),
    };
    const meta = (0,_container_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)({ project: projectName, serverNames: (0,_site_names_js__WEBPACK_IMPORTED_MODULE_4__/* .allNames */ .QB)(names), specification });
    const conf = (0,_templates_js__WEBPACK_IMPORTED_MODULE_0__/* .renderTemplate */ .Xm)('site.conf', {
        project: projectName,
        meta: meta.match(/.{1,1000}/g) ?? [],
        ...names,
        maxBodySize: site.maxBodySize,
        timeoutSeconds: site.timeoutSeconds,
        headers: (0,_site_headers_js__WEBPACK_IMPORTED_MODULE_5__/* .givenHeaders */ .aU)(site.headers),
        ...(0,_site_headers_js__WEBPACK_IMPORTED_MODULE_5__/* .fileHeaders */ .Tc)(projectName, site.headers),
        visitorsFile: visitors !== undefined && visitorsFileName,
        maintenance: { path: `/${maintenanceFile}`, headers: (0,_site_headers_js__WEBPACK_IMPORTED_MODULE_5__/* .maintenanceHeaders */ .qr)(site.headers) },
        www: `${_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .www */ .gf}/${projectName}`,
        files,
        ipv6,
    });
    return { names, serverNames: (0,_site_names_js__WEBPACK_IMPORTED_MODULE_4__/* .allNames */ .QB)(names), specification, conf, hash: (0,_front_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(conf), visitors };
};


/***/ }),

/***/ 1907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ socketFolder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/**
 * Name of the folder with the web socket, within the folders that nginx sees of each release of a project: keyed with the
 * project's own random key, so that nobody else knows it. nginx follows a symbolic link in place of a socket, and whoever
 * is root in a container can make one; it leads to no other project, as the way there cannot be written down. Short enough
 * for the socket's path, which Linux ends at 107 bytes.
 */
const socketFolder = (key) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', key).update('web socket').digest('hex').slice(0, 20);


/***/ }),

/***/ 6671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Js: () => (/* binding */ chooseSubnet),
/* harmony export */   QP: () => (/* binding */ chooseAddress),
/* harmony export */   RC: () => (/* binding */ parseRange),
/* harmony export */   aQ: () => (/* binding */ chooseConsulAddress)
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
/** Chooses the lowest address of a subnet's fixed half (.3 to .127) that is not taken; .2 is kept for Consul. */
const chooseAddress = (subnet, taken) => {
    const address = fixedAddresses(subnet)
        .slice(1)
        .find((one) => !taken.includes(one));
    if (address === undefined)
        throw new Error(`No free address among the first 127 of ${subnet}`);
    return address;
};
/**
 * Chooses Consul's address in a subnet: the first of those that it would keep, as they are known there, else .2, else the
 * lowest one that is free.
 */
const chooseConsulAddress = (subnet, known, taken) => [...known, ...fixedAddresses(subnet).slice(0, 1)].find((address) => !taken.includes(address)) ??
    chooseAddress(subnet, taken);
/** The addresses of a subnet that Docker does not give out by itself, less the gateway's: .2 to .127. */
const fixedAddresses = (subnet) => {
    const range = parseRange(subnet);
    return range ? Array.from({ length: 126 }, (_, index) => format(range.address + 2 + index)) : [];
};


/***/ }),

/***/ 631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ln: () => (/* binding */ span),
/* harmony export */   ee: () => (/* binding */ bytes),
/* harmony export */   hy: () => (/* binding */ ageOf)
/* harmony export */ });
const units = [
    { name: 'day', seconds: 86_400 },
    { name: 'hour', seconds: 3600 },
    { name: 'minute', seconds: 60 },
    { name: 'second', seconds: 1 },
];
/** A span of time in its greatest unit: `3 days`, `1 minute`. */
const span = (seconds) => {
    const whole = Math.max(0, Math.floor(seconds));
    const unit = units.find((candidate) => whole >= candidate.seconds) ?? units[3];
    const count = Math.floor(whole / unit.seconds);
    return `${count} ${unit.name}${count === 1 ? '' : 's'}`;
};
/** How long ago a time was; `now` is in milliseconds since 1970. */
const ageOf = (time, now) => span((now - Date.parse(time)) / 1000);
/** Bytes as people read them: `1.2 GiB`. */
const bytes = (count) => count >= 1024 ** 3 ? `${(count / 1024 ** 3).toFixed(1)} GiB` : `${Math.round(count / 1024 ** 2)} MiB`;


/***/ }),

/***/ 4400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uq: () => (/* binding */ readScript),
/* harmony export */   Xm: () => (/* binding */ renderTemplate),
/* harmony export */   xV: () => (/* binding */ readTemplate)
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
/** Reads a file of the folder as it is. */
const readTemplate = (name) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), 'utf8');
/** Reads the text of one of `templates/scripts`. */
const readScript = (name) => readTemplate((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)('scripts', `${name}.sh`));


/***/ })

};
