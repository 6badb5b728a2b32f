export const id = 572;
export const ids = [572,493];
export const modules = {

/***/ 9572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var core = __webpack_require__(7264);
// EXTERNAL MODULE: ./lib/report/failure.js
var failure = __webpack_require__(7340);
// EXTERNAL MODULE: ./lib/report/progress.js
var report_progress = __webpack_require__(7751);
// EXTERNAL MODULE: ./lib/report/render-failure.js
var render_failure = __webpack_require__(5503);
// EXTERNAL MODULE: ./lib/server/operations.js
var operations = __webpack_require__(8493);
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

// EXTERNAL MODULE: ./lib/github/inputs.js
var inputs = __webpack_require__(6174);
// EXTERNAL MODULE: ./lib/github/log.js
var log = __webpack_require__(853);
// EXTERNAL MODULE: ./lib/report/secret-forms.js
var secret_forms = __webpack_require__(7682);
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
            const { planSummary, planText } = await __webpack_require__.e(/* import() */ 383).then(__webpack_require__.bind(__webpack_require__, 1383));
            (0,core/* setOutput */.uH)('changed', 'false');
            (0,core/* setOutput */.uH)('plan', JSON.stringify(result.plan));
            for (const line of planText(result.plan))
                (0,log/* logLine */.BP)(line);
            return writeSummary(planSummary(result.plan));
        }
        case 'checked': {
            const { checkSummary, checkText } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(98)]).then(__webpack_require__.bind(__webpack_require__, 7098));
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
            const { nothingNotice, nothingSummary } = await Promise.all(/* import() */[__webpack_require__.e(311), __webpack_require__.e(711)]).then(__webpack_require__.bind(__webpack_require__, 5711));
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
    const { successSummary } = await __webpack_require__.e(/* import() */ 394).then(__webpack_require__.bind(__webpack_require__, 3394));
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
    const { failureSummary } = await __webpack_require__.e(/* import() */ 394).then(__webpack_require__.bind(__webpack_require__, 3394));
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

;// CONCATENATED MODULE: ./lib/github/action.js









/** Runs the action: inputs in, a deploy, and its story as log, annotations, outputs and step summary. */
const runAction = async () => {
    (0,core/* saveState */.LZ)('stage', 'begun');
    debugOperations();
    const progress = (0,report_progress/* lineProgress */.Q)(log/* logLine */.BP);
    const cancel = cancelOnSignals();
    let touched = false;
    try {
        const invocation = (0,inputs/* readInvocation */.r)(process.env);
        const { run } = await Promise.all(/* import() */[__webpack_require__.e(311), __webpack_require__.e(815), __webpack_require__.e(115), __webpack_require__.e(118), __webpack_require__.e(743), __webpack_require__.e(960), __webpack_require__.e(54), __webpack_require__.e(497)]).then(__webpack_require__.bind(__webpack_require__, 5054));
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
            stage(stage) {
                touched = true;
                (0,core/* saveState */.LZ)('stage', stage);
            },
        });
        await reportResult(result);
        (0,core/* saveState */.LZ)('stage', 'ended');
    }
    catch (error) {
        // A run that was cancelled half-way says by itself whether it left anything.
        if (!cancel.aborted)
            (0,core/* saveState */.LZ)('stage', 'ended');
        const details = (0,render_failure/* detailsOf */.cz)(error);
        await reportFailure(touched ? details : { ...details, stands: details.stands ?? untouched }, progress.timings);
    }
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

/***/ 7682:
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
