export const id = 998;
export const ids = [998,551];
export const modules = {

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

/***/ 8061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ outputBlock),
/* harmony export */   Z: () => (/* binding */ escapeHtml)
/* harmony export */ });
/* harmony import */ var _render_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5503);

/** Lines that a program printed, folded behind a title, which is text for HTML. */
const outputBlock = (title, lines) => ({
    rows: lines,
    keep: 'last',
    render: (rows, left) => [
        `<details><summary>${title}</summary>`,
        rows.length === 0
            ? left > 0
                ? 'What it printed is in the log of the run.'
                : 'It printed nothing.'
            : (0,_render_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .lastOf */ .g1)(rows, left),
        '</details>',
    ].join('\n\n'),
});
/** Text for HTML. */
const escapeHtml = (text) => text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\r\n]+/g, ' ');


/***/ }),

/***/ 8330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   b6: () => (/* binding */ aligned),
/* harmony export */   pS: () => (/* binding */ rowTable),
/* harmony export */   qy: () => (/* binding */ proseCell)
/* harmony export */ });
/* harmony import */ var _render_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5503);

/** Rows with their cells below each other. */
const aligned = (rows) => {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
    return rows.map((row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd());
};
/** Text with code for a cell of a table: a bar ends it in code, too. */
const proseCell = (text) => (0,_render_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(text).replaceAll(/(?<!\\)\|/g, '\\|');
/** A table in Markdown; what stands in its cells is text. */
const markdownTable = (head, rows) => {
    const cell = (text) => (0,_render_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(text.replaceAll('`', 'ˋ'));
    const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;
    return [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...rows.map(row)].join('\n');
};
/** A table of rows that are there already; the last row tells how many are not. */
const rowTable = (head, rows, left) => [
    `| ${head.join(' | ')} |`,
    `|${' --- |'.repeat(head.length)}`,
    ...rows,
    ...(left > 0 ? [`| … ${left} more, in the log |${' |'.repeat(head.length - 1)}`] : []),
].join('\n');


/***/ }),

/***/ 8327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ taskOutput),
/* harmony export */   z: () => (/* binding */ taskLines)
/* harmony export */ });
/* harmony import */ var _output_block_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8061);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7751);


/** Lines of a task's output that are shown. */
const shownLines = 20;
/** Characters of a line that is shown. A longer one is left out whole: half a secret would not be masked. */
const longestLine = 1000;
/** Tasks whose output is shown, the last ones. */
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
        (0,_output_block_js__WEBPACK_IMPORTED_MODULE_0__/* .outputBlock */ .J)(`${task.status === 0 ? '✅' : '❌'} ${(0,_output_block_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .Z)(title)}, ${(0,_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .Y)(milliseconds)}${ending(task)}`, task.output),
    ]
    : [])
    .slice(-shownTasks);
const ending = ({ status, late }) => {
    if (status === 0)
        return '';
    return late === undefined ? `: status ${status}` : `: not done within ${late} s`;
};


/***/ }),

/***/ 8493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MQ: () => (/* binding */ operation),
/* harmony export */   gU: () => (/* binding */ operationsChannel),
/* harmony export */   v4: () => (/* binding */ beginPart)
/* harmony export */ });
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3053);

/** Who listens here hears of each operation before its first byte is sent, and when its answer has been read. */
const operationsChannel = (0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__.tracingChannel)('jetee:operation');
let last = 0;
/** Does what an operation is, and tells the channel of it. */
const operation = (kind, name, work) => {
    last += 1;
    return operationsChannel.tracePromise(work, { number: last, kind, name });
};
/** Tells the channel that a part of a script has begun, as the server says; gives what is to be called at its end. */
const beginPart = (name) => {
    last += 1;
    const part = { number: last, kind: 'part', name };
    operationsChannel.start.publish(part);
    return () => {
        operationsChannel.asyncStart.publish(part);
        operationsChannel.asyncEnd.publish(part);
    };
};


/***/ })

};
