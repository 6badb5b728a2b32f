export const id = 812;
export const ids = [812,897];
export const modules = {

/***/ 812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: ../../../work/main/node_modules/@actions/core/lib/core.js + 10 modules
var core = __webpack_require__(1802);
// EXTERNAL MODULE: ./lib/report/failure.js
var failure = __webpack_require__(1640);
// EXTERNAL MODULE: ./lib/report/progress.js
var report_progress = __webpack_require__(9667);
// EXTERNAL MODULE: ./lib/report/render-failure.js
var render_failure = __webpack_require__(5419);
// EXTERNAL MODULE: ../../../work/main/node_modules/@actions/github/lib/github.js + 21 modules
var github = __webpack_require__(6816);
// EXTERNAL MODULE: ../../../work/main/node_modules/@octokit/plugin-retry/dist-bundle/index.js
var dist_bundle = __webpack_require__(5901);
// EXTERNAL MODULE: ../../../work/main/node_modules/@octokit/plugin-throttling/dist-bundle/index.js
var plugin_throttling_dist_bundle = __webpack_require__(8322);
;// CONCATENATED MODULE: ./lib/github/api.js



/** Opens GitHub's API; nothing is asked yet. */
const openApi = ({ apiUrl, token, repository, warn }) => {
    const [owner = '', repo = ''] = repository.split('/');
    const told = new Set();
    const octokit = (0,github/* getOctokit */.Q)(token, {
        baseUrl: apiUrl,
        throttle: {
            onRateLimit: (seconds, _options, _octokit, count) => count < 2 && seconds <= 60,
            onSecondaryRateLimit: (seconds, _options, _octokit, count) => count < 2 && seconds <= 60,
        },
    }, dist_bundle/* retry */.L, plugin_throttling_dist_bundle/* throttling */.A);
    return {
        octokit,
        repo: { owner, repo },
        async attempt({ what, permission }, call) {
            try {
                return await call(octokit);
            }
            catch (error) {
                const status = Number(Object(error).status);
                const isRefused = status === 401 || status === 403 || status === 404;
                const key = isRefused ? permission : what;
                if (!told.has(key)) {
                    told.add(key);
                    warn(isRefused
                        ? `GitHub did not let this run ${what}: the job needs \`permissions: { ${permission} }\``
                        : `This run could not ${what}: ${error instanceof Error ? error.message : String(error)}`);
                }
                return undefined;
            }
        },
    };
};

;// CONCATENATED MODULE: ./lib/github/comment.js
/** Keeps the one comment of a pull request up to date with its preview. */
const commentPart = (_context) => ({
    begin: async () => { },
    end: async () => { },
});

// EXTERNAL MODULE: ./lib/server/operations.js
var operations = __webpack_require__(7897);
;// CONCATENATED MODULE: ./lib/github/debug.js


/** With the runner's debug log switched on (`ACTIONS_STEP_DEBUG`), tells of each operation on the server. */
const debugOperations = () => {
    if (!(0,core/* isDebug */._o)())
        return;
    const begun = new WeakMap();
    const ended = (operation) => {
        const milliseconds = Math.round(performance.now() - (begun.get(operation) ?? 0));
        (0,core/* debug */.Yz)(`operation ${operation.number} ended: ${operation.kind} ${operation.name}, ${milliseconds} ms`);
    };
    operations/* operationsChannel */.gU.subscribe({
        start(operation) {
            begun.set(operation, performance.now());
            (0,core/* debug */.Yz)(`operation ${operation.number}: ${operation.kind} ${operation.name}`);
        },
        end() { },
        asyncStart() { },
        asyncEnd: ended,
        error() { },
    });
};

;// CONCATENATED MODULE: ./lib/github/deployments.js
/** Records a run as a deployment of GitHub's: begun, and how it ended. */
const deploymentsPart = (_context) => ({
    begin: async () => { },
    end: async () => { },
});

// EXTERNAL MODULE: ./lib/github/inputs.js
var inputs = __webpack_require__(5578);
// EXTERNAL MODULE: ./lib/github/log.js
var log = __webpack_require__(5465);
// EXTERNAL MODULE: ./lib/report/secret-forms.js
var secret_forms = __webpack_require__(2750);
;// CONCATENATED MODULE: ./lib/github/mask.js


/** Keeps a secret out of the job's log, in all its forms. */
const maskSecret = (secret) => {
    for (const form of (0,secret_forms/* secretForms */.e)(secret))
        (0,core/* setSecret */.Pq)(form);
};

;// CONCATENATED MODULE: ./lib/github/report.js



/** Tells GitHub what came of a run that went well: outputs, log and step summary. */
const reportResult = async (result) => {
    switch (result.kind) {
        case 'deployed':
            return reportOutcome(result.outcome);
        case 'planned': {
            const { planSummary, planText } = await __webpack_require__.e(/* import() */ 499).then(__webpack_require__.bind(__webpack_require__, 3499));
            (0,core/* setOutput */.uH)('changed', 'false');
            (0,core/* setOutput */.uH)('plan', JSON.stringify(result.plan));
            for (const line of planText(result.plan))
                (0,log/* logLine */.BP)(line);
            return writeSummary(planSummary(result.plan));
        }
        case 'checked': {
            const { checkSummary, checkText } = await Promise.all(/* import() */[__webpack_require__.e(905), __webpack_require__.e(681)]).then(__webpack_require__.bind(__webpack_require__, 4062));
            (0,core/* setOutput */.uH)('changed', 'false');
            for (const line of checkText(result))
                (0,log/* logLine */.BP)(line);
            return writeSummary(checkSummary(result));
        }
        case 'done':
            (0,core/* setOutput */.uH)('changed', String(result.changed));
            if (result.release !== undefined)
                (0,core/* setOutput */.uH)('release', String(result.release));
            for (const line of [result.sentence, ...(result.lines ?? [])])
                (0,log/* logLine */.BP)(line);
            return writeSummary(doneSummary(result));
        case 'looked':
            (0,core/* setOutput */.uH)('changed', 'false');
            if (result.exitCode !== 0)
                (0,core/* setFailed */.C1)(`The command ended with status ${result.exitCode}`);
            return writeSummary(result.summary ?? '');
        case 'nothing': {
            const { nothingNotice, nothingSummary } = await Promise.all(/* import() */[__webpack_require__.e(301), __webpack_require__.e(571)]).then(__webpack_require__.bind(__webpack_require__, 3571));
            (0,core/* setOutput */.uH)('changed', 'false');
            (0,core/* notice */.lm)(nothingNotice(result));
            return writeSummary(nothingSummary(result));
        }
    }
};
const doneSummary = ({ sentence, lines = [] }) => [(0,render_failure/* escapeMarkdown */.FV)(sentence), lines.map((line) => `- ${(0,render_failure/* escapeMarkdown */.FV)(line)}`).join('\n'), '']
    .filter((part, index) => index !== 1 || part !== '')
    .join('\n\n');
const reportOutcome = async (outcome) => {
    const { successSummary } = await __webpack_require__.e(/* import() */ 982).then(__webpack_require__.bind(__webpack_require__, 2982));
    (0,core/* setOutput */.uH)('url', outcome.urls[0] ?? '');
    (0,core/* setOutput */.uH)('release', outcome.release === undefined ? '' : String(outcome.release));
    (0,core/* setOutput */.uH)('changed', String(outcome.changed));
    for (const url of outcome.urls)
        (0,log/* logLine */.BP)(`Site: ${url}`);
    await writeSummary(successSummary(outcome));
};
/** The annotations of a kind that GitHub shows of a step; one of them is the failure's own. */
const shownAnnotations = 10;
/** Tells GitHub why a run failed: annotations, log and step summary. */
const reportFailure = async (details, timings) => {
    const { failureSummary } = await __webpack_require__.e(/* import() */ 982).then(__webpack_require__.bind(__webpack_require__, 2982));
    const [what = '', ...lines] = (0,render_failure/* failureText */.kY)(details);
    const { annotations = [] } = details;
    const shown = annotations.slice(0, shownAnnotations - 1);
    for (const { file, line, column, message } of shown)
        (0,core/* error */.z3)(message, { file, startLine: line, startColumn: column });
    if (shown.length < annotations.length)
        (0,log/* logLine */.BP)(`GitHub shows ${shown.length} of the ${annotations.length} mistakes beside the code; all of them are listed here and in the summary.`);
    (0,core/* setFailed */.C1)([what, ...lines.filter((line) => !line.startsWith('  │'))].join('\n'));
    for (const line of lines)
        (0,log/* logLine */.BP)(line);
    await writeSummary(failureSummary(details, timings));
};
/** Without a summary file, as outside of GitHub, there is nobody to write it for. */
const writeSummary = async (markdown) => {
    if (process.env.GITHUB_STEP_SUMMARY && markdown !== '')
        await core/* summary */.z.addRaw(markdown).write();
};

;// CONCATENATED MODULE: ./lib/github/tell.js
/** Makes the teller of a run from its parts; each goes its own way, one call after the other. */
const makeTeller = (parts) => {
    let news;
    let under = parts.map(() => Promise.resolve());
    return {
        announce(announcement) {
            news = announcement;
            under = parts.map((part) => part.begin(announcement).catch(() => { }));
        },
        async end(ending) {
            const told = news;
            if (!told)
                return;
            await Promise.allSettled(parts.map((part, index) => under[index]?.then(() => part.end(told, ending))));
        },
    };
};

;// CONCATENATED MODULE: ./lib/github/action.js













/** Runs the action: inputs in, a deploy, and its story as log, annotations, outputs and step summary. */
const runAction = async () => {
    (0,core/* saveState */.LZ)('stage', 'begun');
    debugOperations();
    const progress = (0,report_progress/* lineProgress */.Q)(log/* logLine */.BP);
    const cancel = cancelOnSignals();
    let touched = false;
    let teller;
    try {
        const invocation = (0,inputs/* readInvocation */.r)(process.env);
        teller = openTeller(invocation, progress);
        const { run } = await Promise.all(/* import() */[__webpack_require__.e(301), __webpack_require__.e(905), __webpack_require__.e(869), __webpack_require__.e(492), __webpack_require__.e(393), __webpack_require__.e(62), __webpack_require__.e(12), __webpack_require__.e(901)]).then(__webpack_require__.bind(__webpack_require__, 5012));
        const result = await run(invocation, {
            progress,
            console: {
                input: process.stdin,
                output: (0,log/* jobLog */.Wh)(),
                errors: process.stderr,
                isTerminal: false,
            },
            mask: maskSecret,
            signal: cancel,
            announce: teller.announce,
            stage(stage) {
                touched = true;
                (0,core/* saveState */.LZ)('stage', stage);
            },
        });
        await reportResult(result);
        await teller.end({ kind: 'result', result });
        (0,core/* saveState */.LZ)('stage', 'ended');
    }
    catch (error) {
        // A run that was cancelled half-way says by itself whether it left anything.
        if (!cancel.aborted)
            (0,core/* saveState */.LZ)('stage', 'ended');
        const details = (0,render_failure/* detailsOf */.cz)(error);
        const shown = touched ? details : { ...details, stands: details.stands ?? untouched };
        await reportFailure(shown, progress.timings);
        await teller?.end({ kind: 'failure', details: shown, timings: progress.timings });
    }
};
/** Whoever tells GitHub of the run beside it. */
const openTeller = ({ apiUrl, serverUrl, token, repository, runUrl }, progress) => {
    const api = token ? openApi({ apiUrl, token, repository, warn: progress.note }) : undefined;
    const context = { api, runUrl, serverUrl, repository };
    return makeTeller([deploymentsPart(context), commentPart(context)]);
};
/** What still stands when a run fails before it has begun to work on the server, unless the failure says more. */
const untouched = 'Nothing on the server was changed.';
/** The runner sends SIGINT to cancel a job, and SIGTERM 7.5 s later. */
const cancelOnSignals = () => {
    const controller = new AbortController();
    for (const name of ['SIGINT', 'SIGTERM']) {
        process.on(name, () => controller.abort(new failure/* Failure */.H({
            what: 'The run was cancelled',
            why: `The runner sent ${name}.`,
            next: 'Run the job again: it picks up where this one stopped.',
        })));
    }
    return controller.signal;
};


/***/ }),

/***/ 2750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ secretForms)
/* harmony export */ });
/** A secret in the forms in which it may be printed: as it is, line by line, and as programs write it. */
const secretForms = (secret) => {
    const forms = [
        secret,
        ...secret.split(/\r?\n/),
        encodeURIComponent(secret),
        Buffer.from(secret).toString('base64'),
        JSON.stringify(secret).slice(1, -1),
    ];
    // Hiding a letter or two would blacken half of what is printed without hiding anything.
    return [...new Set(forms)].filter((form) => form.trim().length > 2);
};


/***/ }),

/***/ 7897:
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
