export const id = 541;
export const ids = [541,897];
export const modules = {

/***/ 2541:
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
// EXTERNAL MODULE: ./lib/github/api.js + 1 modules
var github_api = __webpack_require__(5093);
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

;// CONCATENATED MODULE: ./lib/github/deployment-words.js
/** The payload of a run's deployment. */
const payloadOf = ({ project, configuration }, { id, attempt }) => ({ deployer: 'jetee/deploy', run: id, attempt, project, configuration });
/** Whether a deployment is one of the deployer's, whichever run's. */
const isOurs = (payload) => Object(asObject(payload)).deployer === 'jetee/deploy';
/** Whether a deployment's payload is this one. */
const isSame = (payload, own) => {
    const found = Object(asObject(payload));
    return Object.entries(own).every(([name, value]) => found[name] === value);
};
/** GitHub gives a payload back as it came: an object, or JSON in a text. */
const asObject = (payload) => {
    if (typeof payload !== 'string')
        return payload;
    try {
        return JSON.parse(payload);
    }
    catch {
        return undefined;
    }
};
/** What a deployment is, in a line. */
const deploymentDescription = ({ command, project, configuration }) => capped(`${command}: ${project} (${configuration})`);
/** How a deployment ended, as GitHub is told it. A run with nothing to do has its commit live all the same. */
const finalStatus = (ending) => {
    if (ending.kind === 'failure')
        return {
            state: ending.isCancelled ? 'error' : 'failure',
            description: capped(ending.details.what),
        };
    const { result } = ending;
    if (result.kind !== 'deployed')
        return {
            state: 'inactive',
            description: capped(result.kind === 'done' ? result.sentence : 'Nothing was deployed'),
        };
    const { release, changed } = result.outcome;
    const live = release === undefined ? 'No release is live yet' : `Release ${release} is live`;
    return { state: 'success', description: changed ? live : `${live}: there was nothing to do` };
};
/** Characters of a description that GitHub takes. */
const most = 140;
const capped = (text) => {
    const line = text.replaceAll(/\s+/g, ' ');
    // A character of two halves is not cut between them.
    return line.length <= most ? line : `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
};

;// CONCATENATED MODULE: ./lib/github/earlier-deployments.js
/** Deployments whose status is asked for side by side. */
const batch = 5;
/** Deployments of an environment that are looked at, the newest first. */
const earlier_deployments_most = 300;
/** States in which a deployment does not claim to be what visitors see, nor to become it. */
const settled = ['inactive', 'failure', 'error'];
/**
 * Makes the other deployments of an environment inactive. GitHub does so by itself when another succeeds, but not for
 * production and not for previews. Those that succeeded are meant; when all go, so is whatever else is not inactive, as
 * what a dead run left under way. Each run settles what was before it, so that a row of settled ones is the end.
 */
const retireDeployments = async (octokit, repo, { environment, except, logUrl, description }) => {
    const { repos } = octokit.rest;
    const retire = async (id) => {
        const state = (await latestStatus(octokit, repo, id))?.state ?? 'pending';
        const isMeant = except === undefined ? state !== 'inactive' : state === 'success';
        if (isMeant)
            await repos.createDeploymentStatus({
                ...repo,
                deployment_id: id,
                state: 'inactive',
                log_url: logUrl,
                description,
                request: { repeatable: true },
            });
        return isMeant || !settled.includes(state);
    };
    let seen = 0;
    for await (const { data } of octokit.paginate.iterator(repos.listDeployments, {
        ...repo,
        environment,
        per_page: 100,
    })) {
        for (let from = 0; from < data.length; from += batch) {
            const ids = data.slice(from, from + batch).map(({ id }) => id);
            const found = await Promise.all(ids.filter((id) => id !== except).map(retire));
            if (except !== undefined && found.length > 0 && !found.includes(true))
                return;
        }
        seen += data.length;
        if (seen >= earlier_deployments_most)
            return;
    }
};
/** The last status of a deployment; undefined when it has none yet. */
const latestStatus = async ({ rest: { repos } }, repo, id) => {
    const { data } = await repos.listDeploymentStatuses({ ...repo, deployment_id: id });
    return data.toSorted((a, b) => b.id - a.id)[0];
};

;// CONCATENATED MODULE: ./lib/github/own-deployment.js


/** States of a deployment that is under way. */
const underWay = ['in_progress', 'queued', 'pending', 'waiting'];
/** Deployments of a commit that are looked at, the newest first. */
const own_deployment_most = 20;
/**
 * Finds the deployment that a run has already. GitHub makes one for a job with `environment:`, whose status links the
 * run; it is this job's when the environment is the same, or when it is still under way, as this job is.
 */
const findOwnDeployment = async (octokit, repo, { commits, environment, payload }) => {
    const { repos } = octokit.rest;
    const lists = await Promise.all(commits.map((sha) => repos.listDeployments({ ...repo, sha, per_page: own_deployment_most })));
    const there = lists.flatMap(({ data }) => data);
    const same = (name) => name.toLowerCase() === environment.toLowerCase();
    const own = there.find((one) => same(one.environment) && isSame(one.payload, payload));
    if (own)
        return { id: own.id, by: 'run', environment: own.environment };
    const link = new RegExp(`/actions/runs/${payload.run}(?!\\d)`);
    const found = await Promise.all(there
        .filter((one) => !isOurs(one.payload))
        .map(async (one) => ({ ...one, status: await latestStatus(octokit, repo, one.id) })));
    const job = found.find(({ environment: name, status }) => status &&
        link.test(`${status.log_url ?? ''} ${status.target_url}`) &&
        (same(name) || underWay.includes(status.state)));
    return job && { id: job.id, by: 'job', environment: job.environment };
};

// EXTERNAL MODULE: ./lib/github/tries.js
var tries = __webpack_require__(9978);
;// CONCATENATED MODULE: ./lib/github/deployments.js




const permission = 'deployments: write';
const record = { what: 'record the deployment', permission };
/**
 * Records a run as a deployment of GitHub's: begun, and how it ended. A job with `environment:` has one of GitHub's own,
 * and gets no second one. That one is left alone: GitHub writes how the job ended behind whatever is told of it here, with
 * the address that the workflow gives as the environment's `url`.
 */
const deploymentsPart = (context, keeper) => {
    const { api, run, runUrl } = context;
    const recorded = new Map();
    if (!api || !run)
        return { begin: async () => { }, end: async () => { } };
    const { repo } = api;
    return {
        async begin(news) {
            const { commit } = news;
            if (news.action === 'remove' || commit === undefined)
                return;
            const payload = payloadOf(news, run);
            const commits = [...new Set([commit, context.sha])].filter((sha) => sha !== '');
            const own = { commits, environment: news.environment, payload };
            const deployment = await api.attempt(record, async (octokit) => {
                const found = await findOwnDeployment(octokit, repo, own);
                if (found?.by === 'job') {
                    context.note(`GitHub records this job as a deployment to ${found.environment} by itself: there is no second one`);
                    return { id: found.id, isJobs: true };
                }
                return { id: found?.id ?? (await create(octokit, repo, news, commit, own)), isJobs: false };
            });
            if (!deployment)
                return;
            recorded.set(news, deployment);
            keeper.onBegun(deployment);
            if (deployment.isJobs)
                return;
            await api.attempt(record, ({ rest: { repos } }) => repos.createDeploymentStatus({
                ...repo,
                deployment_id: deployment.id,
                state: 'in_progress',
                log_url: runUrl,
                description: 'Under way',
                request: { repeatable: true },
            }));
        },
        async end(news, ending) {
            const { environment, urls } = news;
            const deployment = recorded.get(news);
            if (news.action === 'remove') {
                if (ending.kind === 'failure')
                    return;
                const removed = { environment, except: undefined, logUrl: runUrl, description: 'Removed' };
                await api.attempt({ what: `make the deployments to ${environment} inactive`, permission }, (octokit) => retireDeployments(octokit, repo, removed));
                return;
            }
            if (!deployment || deployment.isJobs)
                return;
            const { state, description } = finalStatus(ending);
            const done = await api.attempt({ what: 'record how the deployment ended', permission }, (octokit) => octokit.rest.repos.createDeploymentStatus({
                ...repo,
                deployment_id: deployment.id,
                state,
                log_url: runUrl,
                description,
                ...(state === 'success' && urls[0] !== undefined && { environment_url: urls[0] }),
                request: { repeatable: true },
            }));
            if (!done)
                return;
            keeper.onEnded();
            if (state !== 'success')
                return;
            const earlier = {
                environment,
                except: deployment.id,
                logUrl: runUrl,
                description: 'Another one is live',
            };
            await api.attempt({ what: 'make earlier deployments inactive', permission }, (octokit) => retireDeployments(octokit, repo, earlier));
        },
    };
};
/** Creates the deployment; where nobody knows whether that was done, it is looked for before it is done again. */
const create = async (octokit, repo, news, commit, own) => {
    const once = async () => {
        const { data } = await octokit.rest.repos.createDeployment({
            ...repo,
            ref: commit,
            auto_merge: false,
            required_contexts: [],
            environment: news.environment,
            production_environment: news.production,
            transient_environment: news.preview !== undefined,
            description: deploymentDescription(news),
            payload: { ...own.payload },
        });
        if ('id' in data)
            return data.id;
        throw new Error(data.message ?? 'GitHub made no deployment');
    };
    try {
        return await once();
    }
    catch (error) {
        if (!(0,tries/* isDoubtful */.Ge)(error))
            throw error;
        const found = await findOwnDeployment(octokit, repo, own);
        return found ? found.id : once();
    }
};

// EXTERNAL MODULE: ./lib/github/inputs.js
var inputs = __webpack_require__(5578);
// EXTERNAL MODULE: ./lib/github/interrupted.js
var interrupted = __webpack_require__(4121);
// EXTERNAL MODULE: ./lib/github/log.js
var log = __webpack_require__(5465);
// EXTERNAL MODULE: ./lib/github/mask.js
var mask = __webpack_require__(8459);
;// CONCATENATED MODULE: ./lib/github/report.js




/** Tells GitHub which configuration is meant, whatever becomes of the run. */
const reportTarget = ({ name, preview }) => {
    (0,core/* setOutput */.uH)('configuration', name);
    (0,core/* setOutput */.uH)('preview', numberText(preview?.number));
};
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
    (0,core/* setOutput */.uH)('configuration', outcome.configuration);
    (0,core/* setOutput */.uH)('preview', numberText(outcome.preview));
    (0,core/* setOutput */.uH)('url', outcome.urls[0] ?? '');
    (0,core/* setOutput */.uH)('urls', JSON.stringify(outcome.urls));
    (0,core/* setOutput */.uH)('release', numberText(outcome.release));
    (0,core/* setOutput */.uH)('previous-release', numberText(outcome.previousRelease));
    (0,core/* setOutput */.uH)('services', JSON.stringify(outcome.services));
    (0,core/* setOutput */.uH)('changed', String(outcome.changed));
    for (const url of outcome.urls)
        (0,log/* logLine */.BP)(`Site: ${url}`);
    await writeSummary(successSummary(outcome));
};
const numberText = (number) => (number === undefined ? '' : String(number));
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
        await core/* summary */.z.addRaw((0,mask/* veil */.B)(markdown)).write();
};

;// CONCATENATED MODULE: ./lib/github/tell.js
/** Milliseconds after the end of a run in which it is told; after one that was cancelled, the runner waits no longer. */
const patience = { usual: 20_000, cancelled: 4_000 };
/** Makes the teller of a run from its parts; each goes its own way, one call after the other. `stop` ends all of it. */
const makeTeller = (parts, stop) => {
    const under = new Map();
    const endings = [];
    const finish = (news, ending) => {
        const begun = under.get(news) ?? [];
        under.delete(news);
        for (const [index, part] of parts.entries())
            endings.push(Promise.resolve(begun[index])
                .then(() => part.end(news, ending))
                .catch(() => { }));
    };
    return {
        announce(news) {
            under.set(news, parts.map((part) => part.begin(news).catch(() => { })));
        },
        told(news, result) {
            finish(news, { kind: 'result', result });
        },
        async end(ending) {
            for (const news of [...under.keys()])
                finish(news, ending);
            const isCancelled = ending.kind === 'failure' && ending.isCancelled;
            const given = Promise.withResolvers();
            const timer = setTimeout(() => {
                stop.abort(new Error('the run has ended, and waits no longer'));
                given.resolve();
            }, isCancelled ? patience.cancelled : patience.usual);
            await Promise.race([Promise.all(endings), given.promise]);
            clearTimeout(timer);
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
        const { run } = await Promise.all(/* import() */[__webpack_require__.e(301), __webpack_require__.e(905), __webpack_require__.e(869), __webpack_require__.e(492), __webpack_require__.e(393), __webpack_require__.e(62), __webpack_require__.e(954), __webpack_require__.e(901)]).then(__webpack_require__.bind(__webpack_require__, 1954));
        const result = await run(invocation, {
            progress,
            console: {
                input: process.stdin,
                output: (0,log/* jobLog */.Wh)(),
                errors: process.stderr,
                isTerminal: false,
            },
            mask: mask/* maskSecret */.$,
            signal: cancel,
            announce: teller.announce,
            told: teller.told,
            chosen: reportTarget,
            stage(stage) {
                touched = true;
                (0,core/* saveState */.LZ)('stage', stage);
            },
        });
        (0,core/* saveState */.LZ)('stage', 'ended');
        // Told first, so that the summary has what GitHub did not let this run tell.
        await teller.end({ kind: 'result', result });
        await reportResult(result);
    }
    catch (error) {
        // A run that was cancelled half-way says by itself whether it left anything.
        if (!cancel.aborted)
            (0,core/* saveState */.LZ)('stage', 'ended');
        const details = (0,render_failure/* detailsOf */.cz)(error);
        const shown = touched ? details : { ...details, stands: details.stands ?? untouched };
        const { timings } = progress;
        const tell = () => teller?.end({ kind: 'failure', details: shown, timings, isCancelled: cancel.aborted });
        // After a cancel there may be time for one of the two only.
        if (!cancel.aborted)
            await tell();
        await reportFailure(shown, timings);
        if (cancel.aborted)
            await tell();
    }
};
/** Whoever tells GitHub of the run beside it. */
const openTeller = ({ apiUrl, serverUrl, token, repository, runUrl, run, env }, { warn, note }) => {
    const stop = new AbortController();
    const { signal } = stop;
    const api = token ? (0,github_api/* openApi */.N)({ apiUrl, token, repository, warn, signal }) : undefined;
    const context = { api, runUrl, run, serverUrl, repository, sha: env.GITHUB_SHA ?? '', note };
    return makeTeller([deploymentsPart(context, interrupted/* keepDeployment */.z), commentPart(context)], stop);
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

/***/ 8459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ maskSecret),
/* harmony export */   B: () => (/* binding */ veil)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1802);
/* harmony import */ var _report_secret_forms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2750);


const hidden = new Set();
/** Keeps a secret out of the job's log, in all its forms; and out of what is {@link veil}ed. */
const maskSecret = (secret) => {
    for (const form of (0,_report_secret_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .secretForms */ .e)(secret)) {
        hidden.add(form);
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq)(form);
    }
};
/** A text without the secrets that were masked, for where the runner masks nothing: GitHub's API. */
const veil = (text) => {
    let veiled = text;
    // The longer ones first: one may stand in another, of which the rest would be left.
    for (const form of [...hidden].sort((a, b) => b.length - a.length))
        veiled = veiled.replaceAll(form, '***');
    return veiled;
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
        ...[0, 1, 2].map((shift) => base64Within(secret, shift)),
        JSON.stringify(secret).slice(1, -1),
    ];
    // Hiding a letter or two would blacken half of what is printed without hiding anything.
    return [...new Set(forms)].filter((form) => form.trim().length > 2);
};
/** Bytes that must show through for a part of base64 to be hidden: fewer may well stand for something else. */
const telling = 6;
/**
 * The part of base64 that stands for a text alone, in the midst of more of it, as in a header's `user:password`; `shift`
 * bytes, modulo 3, stand before it.
 */
const base64Within = (text, shift) => {
    const bytes = Buffer.from(text);
    const from = (3 - shift) % 3;
    const whole = bytes.subarray(from, bytes.length - ((bytes.length - from) % 3));
    return whole.length < telling ? '' : whole.toString('base64');
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
