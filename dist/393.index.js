export const id = 393;
export const ids = [393];
export const modules = {

/***/ 6994:
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4301);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1478);


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

/***/ 9110:
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

/***/ 2644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ processTypes),
  vy: () => (/* binding */ projectTypes),
  n3: () => (/* binding */ serviceTypes)
});

// EXTERNAL MODULE: ../../../work/main/node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(4301);
// EXTERNAL MODULE: ./lib/catalog/fields.js
var fields = __webpack_require__(6994);
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
var types = __webpack_require__(654);
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
var shell_quote = __webpack_require__(3303);
// EXTERNAL MODULE: ./lib/templates.js
var templates = __webpack_require__(9988);
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
var health_question = __webpack_require__(9110);
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
var secrets = __webpack_require__(8815);
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
var configuration_fields = __webpack_require__(6221);
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
    required: ['container_name', 'image'],
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
var versions = __webpack_require__(7090);
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
            projectEnv: projectVariables(name, {
                URL: url,
                HOST: host,
                PORT: String(mongodb_port),
                USER: user,
                PASSWORD: password,
                DATABASE: user,
            }),
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
            projectEnv: projectVariables(name, {
                URL: url,
                HOST: host,
                PORT: String(mysql_port),
                USER: user,
                PASSWORD: password,
                DATABASE: user,
            }),
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
            projectEnv: projectVariables(name, {
                URL: url,
                HOST: host,
                PORT: String(postgresql_port),
                USER: user,
                PASSWORD: password,
                DATABASE: user,
            }),
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

/***/ 654:
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

/***/ 7090:
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

/***/ 6552:
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
// EXTERNAL MODULE: ./lib/report/failure.js
var failure = __webpack_require__(1640);
// EXTERNAL MODULE: ./lib/configuration/problem.js
var configuration_problem = __webpack_require__(3949);
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
    const found = await Promise.all(usualFiles.map((file) => (0,promises_.lstat)((0,external_node_path_.join)(workspace, file)).then(() => [file], () => [])));
    const [first, second] = found.flat();
    if (first === undefined)
        throw nowhere(workspace);
    if (second !== undefined)
        throw several(first, second);
    return readFileAt(workspace, first);
}
async function readFileAt(workspace, configFile) {
    const shown = (0,configuration_problem/* oneLine */.TN)(configFile);
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
const outside = (shown) => new failure/* Failure */.H({
    what: `The deployment file ${shown} is not inside the workspace`,
    where: 'input config-file',
    why: 'Its path, or a symbolic link on it, leads to another place.',
    next: 'Give a path inside the repository, such as deployment.yml.',
});
const several = (first, second) => new failure/* Failure */.H({
    what: `There are two deployment files, ${first} and ${second}`,
    where: 'input config-file',
    why: 'Nothing says which of them counts.',
    next: `Remove one of them, or set the input \`config-file\` to ${first} or ${second}.`,
});
/** Why a file may be missing that is in the repository. */
const checkout = 'perhaps the job has no step `uses: actions/checkout@v6` before this one.';
const nowhere = (workspace) => new failure/* Failure */.H({
    what: 'There is no deployment file',
    where: workspace,
    why: `The workspace has none of ${usualFiles.join(', ')}; ${checkout}`,
    next: `Name another file by the input \`config-file\`, or commit this as deployment.yml, the smallest that works:\n${smallestDeployment}`,
});
const missing = (shown, path) => new failure/* Failure */.H({
    what: `There is no deployment file ${shown}`,
    where: path,
    why: `Nothing stands there in the workspace; ${checkout}`,
    next: `Name another file by the input config-file, or commit this one, the smallest that works:\n${smallestDeployment}`,
});
const unreadable = (shown, cause) => new failure/* Failure */.H({ what: `The deployment file ${shown} cannot be read`, where: shown, why: cause.message }, { cause });

// EXTERNAL MODULE: ../../../work/main/node_modules/yaml/dist/index.js
var dist = __webpack_require__(8905);
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
var flatten = __webpack_require__(4064);
// EXTERNAL MODULE: ./lib/catalog/index.js + 28 modules
var catalog = __webpack_require__(2644);
// EXTERNAL MODULE: ./lib/configuration/project.js + 1 modules
var configuration_project = __webpack_require__(478);
// EXTERNAL MODULE: ./lib/configuration/tree.js
var configuration_tree = __webpack_require__(8916);
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
var configuration_near = __webpack_require__(9862);
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

// EXTERNAL MODULE: ./lib/configuration/locate.js
var locate = __webpack_require__(8510);
// EXTERNAL MODULE: ./lib/configuration/words.js
var words = __webpack_require__(6059);
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
        return [problem(issue.message.startsWith(words/* missing */.L) ? issue.message : words/* missing */.L)];
    const message = `${issue.message}${hint(issue, place)}`;
    if (issue.input === null)
        return [problem(`is empty: it ${message}`)];
    return [problem(place.written === undefined ? message : `\`${(0,configuration_problem/* oneLine */.TN)(place.written)}\` ${message}`)];
}
/** What YAML made of a value that its author may have meant otherwise. */
function hint(issue, { written, comment }) {
    if (comment !== undefined)
        return `; YAML takes \`${(0,configuration_problem/* oneLine */.TN)(comment)}\` for a comment: write the value in quotes if that is a part of it`;
    if (issue.code !== 'invalid_type' || written === undefined)
        return '';
    if (issue.expected === 'boolean' && /^(?:yes|on|y)$/i.test(written))
        return `; YAML 1.2 reads \`${written}\` as text: write true`;
    if (issue.expected === 'boolean' && /^(?:no|off|n)$/i.test(written))
        return `; YAML 1.2 reads \`${written}\` as text: write false`;
    if (/^(?:int|number)$/.test(issue.expected) && /^\d{1,9}(?::[0-5]?\d)+$/.test(written))
        return `; YAML 1.2 reads \`${written}\` as text: write ${written.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)}`;
    return '';
}
/** One problem for each key that may not stand in a mapping; the message has a line for each. */
function unknownKeys(issue, source, base) {
    const messages = issue.message.split('\n');
    return issue.keys.map((key, index) => {
        const path = [...base, key];
        return { offset: (0,locate/* locate */.x)(source, path).key, path, message: messages[index] ?? '' };
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
var schema = __webpack_require__(9887);
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
    switch (code) {
        case 'TAB_AS_INDENT':
            return 'a tab indents this line: YAML takes only spaces there';
        case 'DUPLICATE_KEY':
            return 'this key stands in the mapping twice';
        case 'MULTIPLE_DOCS':
            return 'a second YAML document starts here: a deployment file is a single one';
        case 'BAD_SCALAR_START':
            return `${(0,configuration_problem/* oneLine */.TN)(message, 200)}: write the value in quotes`;
        case 'BAD_ALIAS':
            return 'YAML reads a leading `*` as an alias, and here without a name: for the text, write it in quotes';
        case 'BLOCK_AS_IMPLICIT_KEY':
        case 'BLOCK_IN_FLOW':
            return /:(?:\s|$)/.test(line)
                ? 'YAML reads a `: ` as the end of a key, which cannot stand here: for the text, write the whole value in quotes'
                : 'the lines below are indented further than this one, which has a value already';
        case 'NON_STRING_KEY':
            return 'a key must be plain text';
        default:
            return /call stack/.test(message) ? 'the file is nested too deeply' : (0,configuration_problem/* oneLine */.TN)(message, 200);
    }
}
function lineEnd(text, offset) {
    const end = text.indexOf('\n', offset);
    return end < 0 ? text.length : end;
}

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
    const told = mistakes.filter(({ message }) => !/^Unresolved tag: !/.test(message));
    const problems = told.map(({ code, message, pos }) => problem(mistakeInWords(code, message, text, pos[0]), pos[0]));
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
    const result = schema/* deploymentSchema */.f.safeParse(source.value, { error: words/* words */.a, reportInput: true });
    if (result.success && read.problems.length === 0 && problems.length === 0)
        return {
            deployment: { file, configurations: result.data.configurations, previews: result.data.previews },
            source,
            parents: chains.parents,
        };
    const issues = result.error?.issues ?? [];
    const meant = issues.flatMap((issue) => problemsOf(issue, source));
    throw (0,configuration_problem/* invalidFile */.Am)(file, [...read.problems, ...problems, ...ownMistakes(meant, source, chains)], source.lines);
}

// EXTERNAL MODULE: ./lib/configuration/select.js
var configuration_select = __webpack_require__(8792);
// EXTERNAL MODULE: ./lib/server/connection/connection.js + 7 modules
var connection_connection = __webpack_require__(5615);
// EXTERNAL MODULE: ./lib/server/connection/private-key.js + 1 modules
var private_key = __webpack_require__(4888);
// EXTERNAL MODULE: ./lib/server/engine/facts.js + 1 modules
var engine_facts = __webpack_require__(4145);
// EXTERNAL MODULE: ./lib/server/facts.js
var server_facts = __webpack_require__(3252);
// EXTERNAL MODULE: ./lib/server/operations.js
var operations = __webpack_require__(7897);
// EXTERNAL MODULE: ./lib/server/engine/open.js
var engine_open = __webpack_require__(2920);
// EXTERNAL MODULE: ./lib/server/lock.js
var lock = __webpack_require__(524);
// EXTERNAL MODULE: ./lib/server/look.js
var look = __webpack_require__(1736);
// EXTERNAL MODULE: ./lib/server/read-to-end.js
var read_to_end = __webpack_require__(4073);
// EXTERNAL MODULE: ./lib/server/session.js + 4 modules
var server_session = __webpack_require__(1027);
// EXTERNAL MODULE: ./lib/server/word-lines.js
var word_lines = __webpack_require__(6421);
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
            facts: (0,server_facts/* parseFacts */.h)(output),
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
var front = __webpack_require__(3835);
// EXTERNAL MODULE: ./lib/status/words.js
var status_words = __webpack_require__(3387);
;// CONCATENATED MODULE: ./lib/commands/target.js














/** Reads the deployment file that an invocation is about. */
const openDeployment = async (invocation) => {
    const { text, file } = await readDeploymentFile(invocation.workspace, invocation.configFile);
    return readDeployment(text, file);
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
            : `Still waiting for the lock of ${configuration.projectName}, held by ${holder} for ${(0,status_words/* span */.Ln)(seconds)}`),
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

/***/ 6976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LX: () => (/* binding */ branchPattern),
/* harmony export */   VE: () => (/* binding */ environmentName),
/* harmony export */   cK: () => (/* binding */ matches),
/* harmony export */   m6: () => (/* binding */ bySpecificity)
/* harmony export */ });
/* harmony import */ var node_path_posix__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4301);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6221);



/** The names and globs under `branches`, and what they match. */
/** What a glob may have beside the letters of a name; `**` stands alone between slashes. */
const wildcards = /(?<=^|\/)\*\*(?=\/|$)|\*(?!\*)|\?|\[!?[A-Za-z0-9_.-]+\]/g;
/** A branch or tag by its name, or a glob for several: git's own rules for names, with wildcards beside. */
const branchPattern = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig()], 'must be text')
    .transform(String)
    .pipe(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .refine((text) => isLoneStars(text), 'must have `**` alone between slashes, as in release/**')
    .refine((text) => !isLoneStars(text) || _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR.safeParse(text.replace(wildcards, 'x')).success, 'must be a branch, a tag or a glob of such, in letters, digits and . _ / + @ = # -, with * ? [a-z] or ** as wildcards'));
const isLoneStars = (text) => !/[^/]\*\*|\*\*[^/]/.test(text);
/** The name of an environment of GitHub: at most 255 characters, on one line. */
const environmentName = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .regex(/^[^\p{C}\p{Zl}\p{Zp}\s](?:[^\p{C}\p{Zl}\p{Zp}]{0,253}[^\p{C}\p{Zl}\p{Zp}\s])?$/u, 'must be the name of an environment: text on one line, at most 255 characters');
/** Whether a pattern is a glob. */
const isGlob = (pattern) => /[*?[]/.test(pattern);
/** Whether a pattern matches a branch or tag: `*` and `?` stop at `/`, `**` does not; case counts. */
const matches = (name, pattern) => isGlob(pattern) ? (0,node_path_posix__WEBPACK_IMPORTED_MODULE_0__.matchesGlob)(name, pattern) : name === pattern;
/** Compares two patterns that match, the more specific one first: exact before glob, then the longer one. */
const bySpecificity = (a, b) => Number(isGlob(a)) - Number(isGlob(b)) || b.length - a.length;


/***/ }),

/***/ 4297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   sE: () => (/* binding */ chooseConfiguration),
/* harmony export */   vv: () => (/* binding */ chooseForCheck)
/* harmony export */ });
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1640);
/* harmony import */ var _branches_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6976);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3949);
/* harmony import */ var _select_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8792);




/** The configuration that is used when nothing says which, as long as no branches are told apart. */
const usualName = 'Staging';
/** Decides which configuration a run is for; throws when a person must say it. */
function chooseConfiguration(deployment, request) {
    const { configurations } = deployment;
    const { event, ref } = request.trigger;
    const names = Object.keys(configurations);
    if (isPullRequest(request))
        return chooseForCheck(deployment, request);
    const asked = askedFor(deployment, request);
    if (asked)
        return { kind: 'deploy', ...asked };
    const patterns = names.flatMap((name) => {
        const branches = configurations[name]?.branches ?? [];
        return branches.length > 0 ? [{ configuration: name, branches }] : [];
    });
    const found = ref && best(ref.name, patterns);
    if (found)
        return {
            kind: 'deploy',
            name: found.configuration,
            because: `${shown(ref)} matches its \`${found.pattern}\``,
        };
    if (patterns.length > 0) {
        const because = `${ref ? shown(ref) : 'a run without a branch'} matches the \`branches\` of no configuration`;
        if (event === 'push')
            return { kind: 'nothing', because, patterns };
        throw undecided(deployment, `${because[0]?.toUpperCase()}${because.slice(1)}: ${listed(patterns)}.`);
    }
    if (names.includes(usualName))
        return { kind: 'deploy', name: usualName, because: 'nothing names another one' };
    const [only = ''] = names;
    if (names.length === 1)
        return { kind: 'deploy', name: only, because: 'it is the only one' };
    throw undecided(deployment, `No configuration has \`branches\`, and none is called \`${usualName}\`.`);
}
/** Decides which configurations a check is for: the one that was asked for, or all; a pull request has no say. */
function chooseForCheck(deployment, request) {
    const names = Object.keys(deployment.configurations);
    if (isPullRequest(request))
        return { kind: 'check', names, because: 'a pull request deploys nothing, but checks every configuration' };
    const asked = askedFor(deployment, request);
    return asked
        ? { kind: 'check', names: [asked.name], because: asked.because }
        : { kind: 'check', names, because: 'the input `configuration` names none' };
}
const isPullRequest = ({ trigger: { event } }) => event === 'pull_request' || event === 'pull_request_target';
/** The configuration that the input names, which must be there. */
function askedFor(deployment, { configuration: name }) {
    if (name === undefined)
        return undefined;
    if (!Object.hasOwn(deployment.configurations, name))
        throw (0,_select_js__WEBPACK_IMPORTED_MODULE_3__/* .unknownConfiguration */ .v)(deployment, name);
    return { name, because: 'the input `configuration` names it' };
}
/** The most specific pattern that matches, and whose it is; of equal ones the first in the file. */
function best(name, patterns) {
    return patterns
        .flatMap(({ configuration, branches }) => branches.map((pattern) => ({ configuration, pattern })))
        .filter(({ pattern }) => (0,_branches_js__WEBPACK_IMPORTED_MODULE_1__/* .matches */ .cK)(name, pattern))
        .sort((a, b) => (0,_branches_js__WEBPACK_IMPORTED_MODULE_1__/* .bySpecificity */ .m6)(a.pattern, b.pattern))[0];
}
const shown = ({ type, name }) => `the ${type} \`${(0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(name, 250)}\``;
/** What would match, in one line: ``Staging: `main`, `v*`; Production: `release/*` ``. */
const listed = (patterns) => patterns
    .map(({ configuration, branches }) => `${configuration}: ${branches.map((pattern) => `\`${pattern}\``).join(', ')}`)
    .join('; ');
const undecided = ({ file, configurations }, why) => new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
    what: `It is not clear which configuration of ${file} is meant`,
    where: file,
    why,
    next: `Set the input \`configuration\` to one of ${Object.keys(configurations)
        .map((name) => `\`${name}\``)
        .join(', ')}.`,
});


/***/ }),

/***/ 2146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ isEntryOf),
/* harmony export */   p: () => (/* binding */ listEntry)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4301);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5378);

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
function withCommon({ type, schema, required = [] }, common, lacks) {
    const twice = Object.keys(common).filter((key) => key in schema.shape);
    if (twice.length > 0)
        throw new TypeError(`The type ${type} has keys that every entry has: ${twice.join(', ')}`);
    const fields = Object.entries(common)
        .filter(([key]) => !lacks.includes(key))
        .map(([key, field]) => [
        key,
        required.includes(key) && field instanceof zod__WEBPACK_IMPORTED_MODULE_0__/* .ZodOptional */ .IiU ? needed(field) : field,
    ]);
    return schema.safeExtend(Object.fromEntries(fields)).describe(schema.description ?? '');
}
/** An optional field that must be there after all. */
const needed = (field) => {
    const inner = field.unwrap();
    return inner.meta(field.meta() ?? {});
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

/***/ 6221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ asServerName),
/* harmony export */   FI: () => (/* binding */ loginName),
/* harmony export */   Hc: () => (/* binding */ host),
/* harmony export */   Jk: () => (/* binding */ repository),
/* harmony export */   KR: () => (/* binding */ ref),
/* harmony export */   L5: () => (/* binding */ serverName),
/* harmony export */   Sh: () => (/* binding */ configurationName),
/* harmony export */   Zq: () => (/* binding */ requestPath),
/* harmony export */   eV: () => (/* binding */ variableValue),
/* harmony export */   j1: () => (/* binding */ projectName),
/* harmony export */   rD: () => (/* binding */ wholeNumber)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3136);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4301);



/** Fields of the deployment file, each validated for the place where its value ends up. */
/** A whole number in a range. */
const wholeNumber = (least, most) => zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(`must be a whole number from ${least} to ${most}`).min(least).max(most);
/** The value of an environment variable, any text; numbers and booleans are taken as they are written. */
const variableValue = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()], {
    error: ({ input }) => (input === null ? "must be text ('' for none)" : 'must be text'),
})
    .transform(String)
    .refine((value) => !value.includes('\0'), 'must not contain a NUL character');
/** A host that can be reached over SSH, lower-case. */
const host = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .toLowerCase()
    .refine((name) => isDnsName(name) || isAddress(name), {
    error: ({ input }) => `must be a DNS name or an IP address, without scheme, user or port${spelling(String(input))}`,
});
/** A host's name as the browser sends it: an IPv6 address shortened, in brackets. */
function asServerName(host) {
    return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(host) && isAddress(host) ? new URL(`http://[${host}]`).hostname : host;
}
/** A name of the site, lower-case and safe in nginx: `www.example.com`, `*.example.com` or an address. */
const serverName = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .toLowerCase()
    .refine((name) => isDnsName(name.replace(/^\*\./, '')) || isAddress(name), {
    error: ({ input }) => `must be a DNS name, such as example.com or *.example.com${spelling(String(input))}`,
})
    .overwrite(asServerName);
/** A login name, as useradd and its kin take it. */
const loginName = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .regex(/^[A-Za-z_][A-Za-z0-9_.-]{0,31}$/, 'must be a login name: letters, digits and . _ -, at most 32 characters');
/** A project's name: every name on the server starts with it, in DNS and Docker alike. */
const projectName = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/, 'must be lower-case letters, digits and inner hyphens, at most 32 characters');
/** A configuration's name. */
const configurationName = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .regex(/^[A-Za-z0-9_][A-Za-z0-9_-]{0,63}$/, 'must be a name of letters, digits, _ and inner -, at most 64 characters');
/** `owner/name` on the server that the workflow runs on, or an address that git fetches over https or SSH. */
const repository = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .refine((name) => isRepositoryName(name) || isRepositoryAddress(name), 'must be owner/name, or the https:// or ssh:// address of a git repository, without a password');
/** A branch, a tag, a SHA or `HEAD`: git's own rules for names, less what a shell would act on. */
const ref = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig()], 'must be text')
    .transform(String)
    .pipe(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .refine(isRef, 'must be a branch, a tag, a 40-digit SHA or HEAD, in letters, digits and . _ / + @ = # -'));
/** A path on the site for a request, with its query if need be. */
const requestPath = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .regex(/^\/[A-Za-z0-9._~/?=&%+@:,-]*$/, 'must be a path that starts with /, of letters, digits and . _ ~ / ? = & % + @ : , -');
/** Whether it is a DNS name; what ends in a number is an address or nothing. */
function isDnsName(name) {
    return (name.length <= 253 &&
        /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(name) &&
        !/(?:^|\.)\d+$/.test(name));
}
/** Whether it is an IP address; one with a zone means nothing on another machine. */
function isAddress(name) {
    return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv4)(name) || ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(name) && !name.includes('%'));
}
/** A name outside ASCII has another spelling in DNS: proposes it. */
function spelling(name) {
    const ascii = /^[\p{L}\p{M}\p{N}.-]+$/u.test(name) ? (0,node_url__WEBPACK_IMPORTED_MODULE_1__.domainToASCII)(name) : '';
    return isDnsName(ascii) ? `; write it as ${ascii}` : '';
}
const isRepositoryName = (name) => /^[A-Za-z0-9][A-Za-z0-9_-]*\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/.test(name);
function isRepositoryAddress(address) {
    const found = /^(?:https:\/\/|ssh:\/\/(?:[A-Za-z_][A-Za-z0-9_.-]*@)?)([^/:@]+)(?::\d{1,5})?(\/.+)$/.exec(address) ??
        /^[A-Za-z_][A-Za-z0-9_.-]*@([^/:@]+):(.+)$/.exec(address);
    const [, server = '', path = ''] = found ?? [];
    return ((isDnsName(server.toLowerCase()) || (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv4)(server)) &&
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


/***/ }),

/***/ 4064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ flatten),
/* harmony export */   F: () => (/* binding */ isMerge)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8905);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8916);


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

/***/ 8510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ locate)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8905);
/* harmony import */ var _flatten_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4064);


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

/***/ 9862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ nearMiss)
/* harmony export */ });
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


/***/ }),

/***/ 3949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ invalidFile),
/* harmony export */   LF: () => (/* binding */ pathText),
/* harmony export */   TN: () => (/* binding */ oneLine)
/* harmony export */ });
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1640);

/** All problems of a deployment file as one failure, in the order in which they stand in the file. */
function invalidFile(file, problems, lines) {
    const placed = withoutCovered(problems)
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
    return new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
        what: only ? `${file} has a mistake` : `${file} has ${placed.length} mistakes`,
        where: only ? `${file}:${only.line}:${only.column}` : file,
        why: placed.map(({ line, column, message }) => `${file}:${line}:${column}  ${message}`).join('\n'),
        next: `Correct ${file}, commit it and run again.`,
        annotations: placed,
    });
}
function withoutCovered(problems) {
    const byOffset = new Map();
    return problems.filter((problem) => {
        const earlier = byOffset.get(problem.offset) ?? [];
        if (earlier.some((other) => covers(other, problem)))
            return false;
        byOffset.set(problem.offset, [...earlier, problem]);
        return true;
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


/***/ }),

/***/ 2339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DM: () => (/* binding */ program),
/* harmony export */   DU: () => (/* binding */ standaloneProcesses),
/* harmony export */   kg: () => (/* binding */ isProcess),
/* harmony export */   uF: () => (/* binding */ processes)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4301);
/* harmony import */ var _catalog_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6994);
/* harmony import */ var _catalog_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2644);
/* harmony import */ var _catalog_types_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(654);
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2146);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6221);
/* harmony import */ var _unique_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6063);







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

/***/ 1793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ checkBaseImage),
/* harmony export */   s: () => (/* binding */ checkProject)
/* harmony export */ });
/* harmony import */ var _catalog_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2644);
/* harmony import */ var _processes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2339);


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

/***/ 478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Cv: () => (/* binding */ defaultType),
  Ad: () => (/* binding */ mistakesWithoutType),
  $b: () => (/* binding */ projectSchema)
});

// EXTERNAL MODULE: ../../../work/main/node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(4301);
// EXTERNAL MODULE: ./lib/catalog/fields.js
var fields = __webpack_require__(6994);
// EXTERNAL MODULE: ./lib/catalog/index.js + 28 modules
var catalog = __webpack_require__(2644);
// EXTERNAL MODULE: ./lib/configuration/fields.js
var configuration_fields = __webpack_require__(6221);
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
var processes = __webpack_require__(2339);
// EXTERNAL MODULE: ./lib/configuration/project-checks.js
var project_checks = __webpack_require__(1793);
// EXTERNAL MODULE: ./lib/configuration/release-tasks.js
var release_tasks = __webpack_require__(2300);
// EXTERNAL MODULE: ./lib/configuration/secrets.js
var secrets = __webpack_require__(8815);
// EXTERNAL MODULE: ./lib/configuration/words.js
var words = __webpack_require__(6059);
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
        .describe('How the code comes to the server: `deploy-key` fetches it there with a key that the action registers at GitHub, `checkout` sends what the runner has checked out; `auto` takes the first where the input `deploy-key-token` allows it.')
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
const mistakesWithoutType = (project) => schemas/* looseObject */._H3({ ...common, processes: processes/* processes */.uF }).safeParse(project, { error: words/* words */.a, reportInput: true }).error
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

/***/ 2300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AK: () => (/* binding */ commandsOnce),
/* harmony export */   aW: () => (/* binding */ releaseTasks),
/* harmony export */   ay: () => (/* binding */ timed),
/* harmony export */   pI: () => (/* binding */ usualDeadline)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4301);
/* harmony import */ var _catalog_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6994);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6221);



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

/***/ 9887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ deploymentSchema)
});

// EXTERNAL MODULE: ../../../work/main/node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(4301);
// EXTERNAL MODULE: ./lib/catalog/fields.js
var fields = __webpack_require__(6994);
// EXTERNAL MODULE: ./lib/catalog/index.js + 28 modules
var catalog = __webpack_require__(2644);
// EXTERNAL MODULE: ./lib/configuration/branches.js
var branches = __webpack_require__(6976);
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
var configuration_fields = __webpack_require__(6221);
// EXTERNAL MODULE: ./lib/configuration/release-tasks.js
var release_tasks = __webpack_require__(2300);
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
    .transform(({ before_switch, after_switch, on_failure }) => ({
    beforeSwitch: (0,release_tasks/* timed */.ay)(before_switch, release_tasks/* usualDeadline */.pI),
    afterSwitch: (0,release_tasks/* timed */.ay)(after_switch, release_tasks/* usualDeadline */.pI),
    onFailure: (0,release_tasks/* timed */.ay)(on_failure, release_tasks/* usualDeadline */.pI),
}))
    .prefault({})
    .describe('Commands on the server itself, as the user that the deployer works as there, with the release’s facts in `JETEE_…` variables. No shell reads them.')
    .meta({ examples: [{ after_switch: ['/usr/local/bin/purge-cdn'] }] });

// EXTERNAL MODULE: ./lib/configuration/secrets.js
var secrets = __webpack_require__(8815);
// EXTERNAL MODULE: ./lib/configuration/unique.js
var unique = __webpack_require__(6063);
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
        .describe('Names of a preview’s site: `{number}` is that of the pull request, `{branch}` its branch made safe, `{project}` the project’s name. Their DNS must lead to the server. By default a name below sslip.io, which needs none.')
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
var configuration_project = __webpack_require__(478);
// EXTERNAL MODULE: ./lib/configuration/project-checks.js
var project_checks = __webpack_require__(1793);
// EXTERNAL MODULE: ./lib/configuration/entries.js
var entries = __webpack_require__(2146);
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
var nginx_text = __webpack_require__(3834);
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
/** How nginx serves the site. */
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
            message: `must be one of the configurations: ${Object.keys(configurations).join(', ')}`,
        });
})
    .describe('A deployment file.');


/***/ }),

/***/ 8815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ secretNames)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4301);
/* harmony import */ var _catalog_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6994);
/* harmony import */ var _unique_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6063);



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

/***/ 8792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ selectConfiguration),
/* harmony export */   v: () => (/* binding */ unknownConfiguration)
/* harmony export */ });
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1640);
/* harmony import */ var _near_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9862);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3949);



/** The configuration of that name, with every default filled in. */
function selectConfiguration(deployment, name, context) {
    const settings = Object.hasOwn(deployment.configurations, name)
        ? deployment.configurations[name]
        : undefined;
    if (!settings)
        throw unknownConfiguration(deployment, name);
    const projectName = settings.projectName ?? safeProjectName(context.repository);
    if (projectName === '')
        throw new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
            what: `The repository's name (${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(context.repository)}) gives the project no name`,
            where: `${deployment.file}, configuration ${name}`,
            why: 'Nothing of it is left in lower-case letters, digits and hyphens.',
            next: `Set \`project_name\` in configuration ${name}.`,
        });
    return {
        name,
        ...settings,
        projectName,
        environment: settings.environment ?? name,
        production: settings.production ?? name.toLowerCase() === 'production',
    };
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
/** What is told of a name that no configuration has. */
function unknownConfiguration({ file, configurations }, name) {
    const names = Object.keys(configurations);
    const near = (0,_near_js__WEBPACK_IMPORTED_MODULE_2__/* .nearMiss */ .b)(name, names);
    const listed = near ? [near, ...names.filter((other) => other !== near)] : names;
    return new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
        what: `There is no configuration \`${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(name)}\` in ${file}`,
        where: file,
        why: `It has ${listed.map((other) => `\`${other}\``).join(', ')}.`,
        next: near
            ? `Did you mean \`${near}\`? Set the input \`configuration\` to one of these names.`
            : 'Set the input `configuration` to one of these names, or add it to the file.',
    });
}


/***/ }),

/***/ 8916:
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
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8905);

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

/***/ 6063:
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

/***/ 6059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ missing),
/* harmony export */   a: () => (/* binding */ words)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4301);
/* harmony import */ var _near_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9862);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3949);



/** What is said of a key that must be there and is not. */
const missing = 'is missing';
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
    return `is not a key here; this mapping takes ${known.map((name) => `\`${name}\``).join(', ')}${hint}`;
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

/***/ 5746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ consulAddress)
/* harmony export */ });
/* harmony import */ var _stack_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8262);
/* harmony import */ var _stack_subnet_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1051);


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

/***/ 8435:
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
/* harmony import */ var _stack_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8262);
/* harmony import */ var _stack_registration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5474);
/* harmony import */ var _consul_address_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5746);
/* harmony import */ var _find_container_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2034);
/* harmony import */ var _ranges_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7325);





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

/***/ 2034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ ownContainer),
/* harmony export */   F: () => (/* binding */ containerNamed)
/* harmony export */ });
/* harmony import */ var _stack_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8262);

/** The container of a name, whosever of ours it is; undefined when there is none. */
const containerNamed = (name, { engine }) => engine.containers.find((container) => container.name === name);
/** A project's container of a name; undefined when there is none, or when it is another project's. */
const ownContainer = (project, name, facts) => {
    const container = containerNamed(name, facts);
    return container?.labels[_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.project] === project ? container : undefined;
};


/***/ }),

/***/ 7325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ takenRanges)
/* harmony export */ });
/* harmony import */ var _stack_subnet_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1051);

/** Ranges of addresses that are the host's, or a network's of its engine. */
const takenRanges = ({ host, engine }) => [
    ...host.routes,
    ...engine.networks.flatMap(({ subnets }) => subnets.flatMap((text) => (0,_stack_subnet_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRange */ .RC)(text) ?? [])),
];


/***/ }),

/***/ 2952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pt: () => (/* binding */ nextNumber),
/* harmony export */   _S: () => (/* binding */ tidySteps),
/* harmony export */   hq: () => (/* binding */ releaseSteps)
/* harmony export */ });
/* harmony import */ var _stack_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8262);
/* harmony import */ var _discovery_steps_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8435);


/** What is to be done for the project's releases. */
/** Number of the project's release that a container belongs to; undefined for any other container. */
const releaseOf = (project, { name, labels: own }) => {
    const number = Number.parseInt(own[_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.release] ?? '', 10);
    const isOne = own[_stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.project] === project && new RegExp(`-${number}(?:-\\d+)?$`).test(name);
    return isOne ? number : undefined;
};
/** Releases that an interrupted run left half-way, before or behind the switch. */
const tidySteps = (project, facts) => {
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
            action: { kind: 'tidy', live: live?.record ? live.number : undefined, record: live?.record },
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
        step('image', release.image.kind === 'image' ? 'Fetch' : 'Build', ['tidy', 'docker', 'folders']),
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

/***/ 69:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JD: () => (/* binding */ hookArgs),
/* harmony export */   P3: () => (/* binding */ hookText),
/* harmony export */   oH: () => (/* binding */ hooksOnFailure),
/* harmony export */   wV: () => (/* binding */ hooksBeforeSwitch)
/* harmony export */ });
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1640);
/* harmony import */ var _server_connection_shell_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3303);
/* harmony import */ var _server_scripts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(247);
/* harmony import */ var _stack_site_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6492);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6400);





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

/***/ 6400:
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

/***/ 3517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ clearRun),
/* harmony export */   U0: () => (/* binding */ switchRelease),
/* harmony export */   gN: () => (/* binding */ tidyUp)
/* harmony export */ });
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1640);
/* harmony import */ var _report_render_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5419);
/* harmony import */ var _server_scripts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(247);
/* harmony import */ var _hooks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6400);





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
    const helpers = [];
    let task;
    let back;
    const problem = () => {
        if (task)
            return (0,_release_js__WEBPACK_IMPORTED_MODULE_4__/* .taskFailure */ .E2)(context, number, task);
        return helpers.length > 0 ? ailing(number, helpers, release.image.kind === 'supervised') : undefined;
    };
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
        onMark(mark, rest) {
            if (mark === 'back')
                back = Number(rest);
            if (back !== undefined)
                return;
            if (mark === 'helper')
                helpers.push(rest);
            if (mark === 'failed')
                task = rest.split(' ');
        },
        failure: () => back === undefined
            ? {
                stands: `Visitors reach release ${number} or the one before it, each of them whole.`,
                next: 'Run the job again: it completes the release that is live.',
            }
            : {
                ...problem(),
                stands: `Release ${back} ${release.hasWeb ? 'serves the site' : 'runs'} again, with its own helpers.`,
            },
    });
    const left = problem();
    if (left) {
        throw new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
            ...left,
            output: output.slice(-40),
            stands: `Release ${number} is live, as there is none to go back to${task ? '' : `; ${release.image.kind === 'supervised' ? 'supervisor' : 'Docker'} goes on trying to start its helpers`}.`,
        });
    }
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
const tidyUp = async (context, { live, record }) => {
    const { session, progress, configuration } = context;
    const { afterSwitch } = configuration.hooks;
    let failed;
    let back;
    await (0,_server_scripts_js__WEBPACK_IMPORTED_MODULE_2__/* .runStepScript */ .V)(session, {
        scripts: [...settleScripts, 'tidy'],
        title: 'Tidying up',
        progress,
        deadlineMs: handOver + (0,_release_js__WEBPACK_IMPORTED_MODULE_4__/* .taskMs */ ._Q)(afterSwitch),
        args: {
            ...settleArgs(context, live, 'tidied'),
            ...(0,_hooks_js__WEBPACK_IMPORTED_MODULE_3__/* .hookArgs */ .JD)({ ...context, source: record }, { number: live, previous: undefined }),
            AFTER_HOOKS: (0,_hooks_js__WEBPACK_IMPORTED_MODULE_3__/* .hookText */ .P3)(afterSwitch),
        },
        onMark(mark, rest) {
            if (mark === 'back')
                back = Number(rest);
            if (back === undefined && (mark === 'failed' || mark === 'helper'))
                failed = rest;
            if (mark === 'step' && rest === 'begin retire the old release' && failed !== undefined)
                progress.note(`It failed, and the release stays live all the same: ${failed}`);
        },
        failure: () => back === undefined
            ? {}
            : {
                what: `Release ${live}, which an interrupted run had left, cannot be completed`,
                why: `It failed: ${failed}. The last lines are below.`,
                stands: `Release ${back} is live again, whole.`,
                next: 'Correct the cause, push, and run again.',
            },
    });
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

/***/ 5131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ taskOutput),
/* harmony export */   z: () => (/* binding */ taskLines)
/* harmony export */ });
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9667);
/* harmony import */ var _render_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5419);


/** Lines of a task's output that are shown. */
const shownLines = 20;
/** Characters of a line that is shown. A longer one is left out whole: half a secret would not be masked. */
const longestLine = 1000;
/** Tasks whose output is shown, the last ones; GitHub takes 1 MiB for a summary. */
const shownTasks = 30;
/** Keeps the last lines of the task or hook that is at work. */
const taskLines = () => {
    let kept;
    return {
        begin: () => {
            kept = [];
        },
        /** A line that was printed; outside of a task it is nobody's. */
        add: (line) => {
            kept?.push(line.length > longestLine ? `(a line of ${line.length} characters)` : line);
            if (kept && kept.length > shownLines)
                kept.shift();
        },
        end: (status, late) => {
            const output = kept ?? [];
            kept = undefined;
            return { status, late, output };
        },
    };
};
/** What tasks and hooks printed, folded, for a summary. */
const taskOutput = (timings) => timings
    .flatMap(({ parts }) => parts)
    .flatMap(({ title, milliseconds, task }) => task
    ? [
        [
            `<details><summary>${task.status === 0 ? '✅' : '❌'} ${escapeHtml(title)}, ${(0,_progress_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .Y)(milliseconds)}${ending(task)}</summary>`,
            task.output.length === 0 ? 'It printed nothing.' : (0,_render_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)(task.output),
            '</details>',
        ].join('\n\n'),
    ]
    : [])
    .slice(-shownTasks);
const ending = ({ status, late }) => {
    if (status === 0)
        return '';
    return late === undefined ? `: status ${status}` : `: not done within ${late} s`;
};
const escapeHtml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');


/***/ }),

/***/ 3303:
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

/***/ 7703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ EngineError),
/* harmony export */   a: () => (/* binding */ engineClient)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8321);
/* harmony import */ var _operations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7897);



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

/***/ 4145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  zF: () => (/* binding */ nginxRuns),
  qq: () => (/* binding */ noEngine),
  _R: () => (/* binding */ readEngineFacts)
});

// EXTERNAL MODULE: ./lib/stack/layout.js
var layout = __webpack_require__(8262);
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

/***/ 2920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ openEngine)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
/* harmony import */ var _connection_link_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1714);
/* harmony import */ var _connection_shell_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3303);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7703);




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

/***/ 3252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ wantedDiskKiB),
/* harmony export */   h: () => (/* binding */ parseFacts)
/* harmony export */ });
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1640);
/* harmony import */ var _stack_subnet_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1051);
/* harmony import */ var _word_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6421);



/** KiB that a deploy wants free where Docker keeps its data: images and the layers of a build. facts.sh knows it, too. */
const wantedDiskKiB = 1024 * 1024;
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
    const owners = new Map(all('site_owner').map((rest) => splitWord(rest)));
    const [freeKiB = '0', totalKiB = '0', path = '/'] = (first('disk') ?? '').split(' ');
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
        disk: { freeKiB: Number(freeKiB), totalKiB: Number(totalKiB), path, ...parseLogs(first('log_space')) },
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
            const [bridge, subnet] = splitWord(rest);
            return { bridge, subnet };
        }),
        loaded,
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

/***/ 524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ takeLock),
/* harmony export */   x: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(481);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8321);
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1640);
/* harmony import */ var _stack_layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8262);
/* harmony import */ var _status_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3387);
/* harmony import */ var _connection_shell_quote_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3303);
/* harmony import */ var _script_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3026);
/* harmony import */ var _word_lines_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6421);








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

/***/ 1736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ startReading)
/* harmony export */ });
/* harmony import */ var _stack_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8262);
/* harmony import */ var _connection_shell_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3303);
/* harmony import */ var _script_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3026);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1027);




/**
 * Starts scripts of `templates/scripts` behind `read.sh`, which changes nothing and takes no lock. They stand in the list
 * of processes with their variables, so that none of these may be secret.
 */
const startReading = (connection, project, scripts, args, signal) => {
    const script = (0,_script_text_js__WEBPACK_IMPORTED_MODULE_1__/* .scriptText */ .r)({ ROOT: _stack_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .root */ .zr, PROJECT: project, ...args }, ['read', ...scripts]);
    return connection.exec((0,_connection_shell_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .commandLine */ .a)([..._session_js__WEBPACK_IMPORTED_MODULE_2__/* .asRoot */ .t, 'sh', '-c', script]), { signal });
};


/***/ }),

/***/ 4073:
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

/***/ 3026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ scriptText)
/* harmony export */ });
/* harmony import */ var _templates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9988);
/* harmony import */ var _connection_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3303);


/**
 * The text of scripts of `templates/scripts`, one behind the other, for `sh -c`. The variables stand before them, and
 * with them in the list of processes, so that none of these may be secret.
 */
const scriptText = (variables, names) => [
    ...Object.entries(variables).map(([name, value]) => `${name}=${(0,_connection_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(value)}`),
    ...names.map((name) => (0,_templates_js__WEBPACK_IMPORTED_MODULE_0__/* .readScript */ .Uq)(name)),
].join('\n');


/***/ }),

/***/ 247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ runStepScript)
/* harmony export */ });
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1640);
/* harmony import */ var _report_task_output_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5131);
/* harmony import */ var _operations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7897);



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

/***/ 1027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ asRoot),
  f: () => (/* binding */ openSession)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/report/failure.js
var failure = __webpack_require__(1640);
// EXTERNAL MODULE: ./lib/stack/layout.js
var layout = __webpack_require__(8262);
// EXTERNAL MODULE: ./lib/templates.js
var templates = __webpack_require__(9988);
// EXTERNAL MODULE: ./lib/server/connection/shell-quote.js
var shell_quote = __webpack_require__(3303);
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
var connection_link = __webpack_require__(1714);
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
var engine_open = __webpack_require__(2920);
// EXTERNAL MODULE: ./lib/server/facts.js
var facts = __webpack_require__(3252);
// EXTERNAL MODULE: ./lib/server/lock.js
var server_lock = __webpack_require__(524);
// EXTERNAL MODULE: ./lib/server/operations.js
var operations = __webpack_require__(7897);
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
        facts: (0,facts/* parseFacts */.h)(lock.facts),
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

/***/ 6421:
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

/***/ 9467:
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
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8262);


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

/***/ 3835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qb: () => (/* binding */ frontStack),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   yU: () => (/* binding */ nginxImage)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _templates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9988);
/* harmony import */ var _container_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9467);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8262);




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

/***/ 8262:
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

/***/ 3834:
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

/***/ 5474:
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
var container = __webpack_require__(9467);
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

/***/ 6492:
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

/***/ 1051:
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

/***/ 3387:
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

/***/ 9988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uq: () => (/* binding */ readScript),
/* harmony export */   Xm: () => (/* binding */ renderTemplate),
/* harmony export */   xV: () => (/* binding */ readTemplate)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var nunjucks__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6869);



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
