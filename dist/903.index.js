export const id = 903;
export const ids = [903,551];
export const modules = {

/***/ 8903:
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
// EXTERNAL MODULE: ./lib/github/api.js
var github_api = __webpack_require__(7671);
// EXTERNAL MODULE: ./lib/report/containers.js
var report_containers = __webpack_require__(7880);
// EXTERNAL MODULE: ./lib/report/fit.js
var fit = __webpack_require__(1017);
// EXTERNAL MODULE: ./lib/report/foreign-text.js
var foreign_text = __webpack_require__(9372);
// EXTERNAL MODULE: ./lib/report/output-block.js
var output_block = __webpack_require__(8061);
// EXTERNAL MODULE: ./lib/report/summary.js + 2 modules
var summary = __webpack_require__(4865);
;// CONCATENATED MODULE: ./lib/report/comment.js







/** The comment of a pull request on its preview, in Markdown, as long as GitHub takes it. */
const previewComment = (comment) => {
    const { marker, state } = comment;
    return (0,fit/* fitted */.$5)([`${marker}\n${headline(comment)}`, ...body(comment, state)], fit/* commentLimit */.j9);
};
const headline = ({ news, state }) => {
    const what = `**${(0,foreign_text/* foreignText */.q)(news.project)}** (${(0,foreign_text/* foreignText */.q)(news.configuration)})`;
    switch (state.kind) {
        case 'deploying':
            return `### ⏳ The preview is on its way\n\n${what}`;
        case 'ready':
            return `### ✅ The preview is ready\n\n${what}`;
        case 'failed':
            return `### ${state.isCancelled ? '⏹️ The deploy of the preview was cancelled' : '❌ The preview could not be deployed'}\n\n${what}`;
        case 'removed':
            return `### 🧹 The preview is gone\n\n${what}`;
        case 'staying':
            return `### ❌ The preview could not be removed\n\n${what}`;
    }
};
const body = (comment, state) => {
    switch (state.kind) {
        case 'deploying':
            return [sites(comment.news), lines(comment, [])];
        case 'ready':
            return [
                sites(comment.news),
                lines(comment, [
                    `- **Took:** ${(0,report_progress/* seconds */.Y)(comment.milliseconds)}${state.changed ? '' : '; there was nothing to do'}`,
                    ...comment_password(comment.news),
                    ...expiry(comment),
                ]),
                running(state.containers),
                `A shell in it: \`jetee ssh --preview ${comment.news.preview}\``,
            ];
        case 'failed':
        case 'staying':
            return [
                ...cause(state.details),
                lines(comment, [`- **Failed after:** ${(0,report_progress/* seconds */.Y)(comment.milliseconds)}`, ...site(comment.news)]),
            ];
        case 'removed':
            return [`${(0,foreign_text/* foreignProse */.g)(state.sentence)}.`, `[The run](${comment.runUrl})`];
    }
};
const sites = ({ urls }) => urls.map((url) => `**${url}**`).join('<br>');
/** Where the release before is to be seen, if one still answers. */
const site = ({ urls: [url] }) => url === undefined ? [] : [`- **Site:** ${url}`];
/** The commit, more that is known, and the run. */
const lines = ({ news: { commit }, state, runUrl, repositoryUrl }, more) => [
    ...(commit === undefined
        ? []
        : [
            `- **Commit:** ${(0,summary/* commitLink */.w)(commit, repositoryUrl)}${state.kind === 'ready' ? ` ${(0,foreign_text/* foreignText */.q)(state.subject)} (${(0,foreign_text/* foreignText */.q)(state.author)})` : ''}`,
        ]),
    ...more,
    `- **Log:** [the run](${runUrl})`,
].join('\n');
const comment_password = ({ password: variable }) => variable === undefined
    ? []
    : [`- **Log in:** user \`preview\`, password as in the secret \`${variable.replaceAll(/\W/g, '')}\``];
const expiry = ({ news: { expiresSeconds }, now }) => expiresSeconds === undefined
    ? []
    : [
        `- **Stays until:** ${new Date(now + expiresSeconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC, or longer with each update`,
    ];
const running = (containers) => {
    if (containers.length === 0)
        return '';
    const { rows, keep, render } = (0,report_containers/* containerTable */.y)(containers);
    return {
        rows,
        keep,
        render: (shown, left) => [
            `<details><summary>What is running: ${rows.length} ${rows.length === 1 ? 'container' : 'containers'}</summary>`,
            render(shown, left),
            '</details>',
        ].join('\n\n'),
    };
};
/** Characters of each text of a failure: the run's own log has it whole. */
const longestText = 3000;
const cause = ({ what, why, stands, next, output = [] }) => [
    `**${(0,foreign_text/* foreignProse */.g)(what.slice(0, longestText))}**`,
    ...labelled('Why', why),
    ...labelled('What still stands', stands),
    ...labelled('What to do', next),
    ...(output.length > 0 ? [(0,output_block/* outputBlock */.J)('The last lines that it printed', output.slice(-render_failure/* shownLines */.TV))] : []),
];
const labelled = (label, text) => text
    ? [`**${label}:** ${text.slice(0, longestText).trim().split('\n').map(foreign_text/* foreignProse */.g).join('<br>')}`]
    : [];

;// CONCATENATED MODULE: ./lib/github/comment-marker.js
/** What begins the first line of the comment on a preview; no other comment of the deployer begins like it. */
const beginning = ({ configuration, preview, project }) => `<!-- jetee/deploy preview ${safe(configuration)} ${preview} ${safe(project)} `;
/** Nothing that ends a comment of HTML, nor a space. */
const safe = (text) => text.replaceAll(/[^\w.-]/g, '_').replaceAll('--', '-_');
/** The first line of the comment on a preview: which preview, and which run has written it. */
const markerOf = (news, { id, attempt }) => `${beginning(news)}run ${id}.${attempt} -->`;
/** The run that has written a comment; undefined for a comment that is about anything else. */
const writerOf = (body, news) => {
    const [first = ''] = (body ?? '').split(/\r?\n/, 1);
    const start = beginning(news);
    if (!first.startsWith(start))
        return undefined;
    const found = /^run (\d{1,15})\.(\d{1,9}) -->$/.exec(first.slice(start.length));
    return found ? { id: Number(found[1]), attempt: Number(found[2]) } : undefined;
};
/**
 * Whether a run may write over what another one has written: a later run over an earlier one. Somebody who runs a job
 * again means it, whatever ran since then; as with releases, that one counts.
 */
const mayReplace = (own, writer) => writer.id === own.id ? own.attempt >= writer.attempt : own.id > writer.id || own.attempt > 1;

// EXTERNAL MODULE: ./lib/github/mask.js
var mask = __webpack_require__(3116);
// EXTERNAL MODULE: ./lib/github/tries.js
var tries = __webpack_require__(6366);
;// CONCATENATED MODULE: ./lib/github/comment.js




const wish = { what: 'comment on the pull request', permission: 'pull-requests: write' };
/** Comments of a page; GitHub gives no more. */
const pageSize = 100;
/** Keeps the one comment of a pull request up to date with its preview. */
const commentPart = ({ api, run, runUrl, serverUrl, repository }) => {
    if (!api || !run)
        return { begin: async () => { }, end: async () => { } };
    const begun = new WeakMap();
    /** The deployer's comments on this preview, the oldest first. */
    const find = async (octokit, news) => {
        const all = await octokit.paginate(octokit.rest.issues.listComments, {
            ...api.repo,
            issue_number: news.preview ?? 0,
            per_page: pageSize,
        });
        const marked = all.filter(({ body }) => writerOf(body, news));
        const people = marked.some(({ user }) => user?.type !== 'Bot');
        const own = people ? await ownLogin(octokit) : undefined;
        return marked
            .filter(({ user }) => user?.type === 'Bot' || (own !== undefined && user?.login === own))
            .sort((a, b) => a.id - b.id);
    };
    const tell = (news, state, isNew) => api.attempt(wish, async (octokit) => {
        const text = previewComment({
            marker: markerOf(news, run),
            news: (0,mask/* veiled */.cX)(news),
            state: (0,mask/* veiled */.cX)(state),
            runUrl,
            repositoryUrl: `${serverUrl}/${repository}`,
            milliseconds: performance.now() - (begun.get(news) ?? performance.now()),
            now: Date.now(),
        });
        // The marker has names that everybody knows. One that is a secret's value, too, would hide whose comment it is.
        const [marker, ...lines] = text.split('\n');
        const body = [marker, (0,mask/* veil */.BC)(lines.join('\n'))].join('\n');
        let there = await find(octokit, news);
        if (there.length === 0) {
            if (!isNew)
                return;
            await create(octokit, news, body);
            // Another run may have done the same meanwhile: the first one stays, and both know which that is.
            there = await find(octokit, news);
        }
        const [first, ...others] = there;
        if (!first)
            return;
        for (const { id } of others)
            await remove(octokit, id);
        const writer = writerOf(first.body, news);
        if (!writer || !mayReplace(run, writer) || first.body === body)
            return;
        await octokit.rest.issues.updateComment({
            ...api.repo,
            comment_id: first.id,
            body,
            request: { isVeiled: true },
        });
    });
    const create = async (octokit, { preview = 0 }, body) => {
        const { issues } = octokit.rest;
        const comment = { ...api.repo, issue_number: preview, body, request: { isVeiled: true } };
        await issues.createComment(comment).catch((error) => {
            // Whether it is there is seen by the next look; where it is not, the end of the run tries again.
            if (!(0,tries/* isDoubtful */.Ge)(error))
                throw error;
        });
    };
    /** Takes a second comment away; another run may have done it. */
    const remove = async (octokit, comment) => {
        const gone = octokit.rest.issues.deleteComment({ ...api.repo, comment_id: comment });
        await gone.catch((error) => {
            if (Object(error).status !== 404)
                throw error;
        });
    };
    return {
        async begin(news) {
            begun.set(news, performance.now());
            if (news.preview === undefined || news.action === 'remove')
                return;
            await tell(news, { kind: 'deploying' }, true);
        },
        async end(news, ending) {
            const state = news.preview === undefined ? undefined : stateOf(news, ending);
            if (state)
                await tell(news, state, news.action === 'deploy');
        },
    };
};
/** The login that a person's token belongs to; a job's or an App's has none to be asked for. */
const ownLogin = (octokit) => octokit.rest.users.getAuthenticated().then(({ data }) => data.login, () => undefined);
/** A failure with the last lines of the step that failed, where it has none of its own. */
const withOutput = ({ details, timings }) => details.output?.length
    ? details
    : { ...details, output: timings.find(({ outcome }) => outcome === 'failed')?.output };
/** What a run has left the preview as; undefined where that is for a newer run to tell. */
const stateOf = ({ action }, ending) => {
    if (ending.kind === 'failure') {
        const { isCancelled } = ending;
        const details = withOutput(ending);
        return action === 'remove' ? { kind: 'staying', details } : { kind: 'failed', details, isCancelled };
    }
    const { result } = ending;
    if (result.kind === 'deployed') {
        const { subject, author, changed, containers } = result.outcome;
        return { kind: 'ready', subject, author, changed, containers };
    }
    if (result.kind !== 'done' || action === 'deploy' || result.release !== undefined)
        return undefined;
    return { kind: 'removed', sentence: result.sentence };
};

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
    // Before it is cut: the first half of a secret is not known for one.
    const line = (0,mask/* veil */.BC)(text).replaceAll(/\s+/g, ' ');
    // A character of two halves is not cut between them.
    return line.length <= most ? line : `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
};

;// CONCATENATED MODULE: ./lib/github/earlier-deployments.js
/** Deployments whose status is asked for side by side. */
const batch = 5;
/** Deployments of an environment that are looked at, the newest first: with one that stays, and with none. */
const earlier_deployments_most = { one: 100, none: 300 };
/**
 * Makes the other deployments of an environment inactive. GitHub does so by itself when another succeeds, but not for
 * production and not for previews. Those that succeeded are meant; when all go, so is whatever else is not inactive, as
 * what a dead run left under way. Each success settles what was before it, so that a row of inactive ones is the end; a
 * row of failures is not, as the last success may lie behind it.
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
        return state !== 'inactive';
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
        if (seen >= (except === undefined ? earlier_deployments_most.none : earlier_deployments_most.one))
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
                // What stays, as a newer run has brought it up, stays deployed.
                if (ending.kind === 'failure' || stays(ending.result))
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
/** Whether what was to be removed is still live. */
const stays = (result) => result.kind === 'done' && result.release !== undefined;
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
var inputs = __webpack_require__(6174);
// EXTERNAL MODULE: ./lib/github/interrupted.js
var interrupted = __webpack_require__(1429);
// EXTERNAL MODULE: ./lib/github/log.js
var log = __webpack_require__(853);
;// CONCATENATED MODULE: ./lib/github/report.js




/** Tells GitHub which configuration is meant, whatever becomes of the run. */
const reportTarget = ({ name, preview }) => {
    (0,core/* setOutput */.uH)('configuration', name);
    (0,core/* setOutput */.uH)('preview', numberText(preview?.number));
};
/** Tells GitHub what came of a run that went well: outputs, log and step summary; `news` is what it was about. */
const reportResult = async (result, news) => {
    switch (result.kind) {
        case 'deployed':
            return reportOutcome(result.outcome);
        case 'planned': {
            const { planSummary, planText } = await __webpack_require__.e(/* import() */ 764).then(__webpack_require__.bind(__webpack_require__, 1383));
            (0,core/* setOutput */.uH)('changed', 'false');
            (0,core/* setOutput */.uH)('plan', JSON.stringify((0,mask/* veiled */.cX)(result.plan)));
            for (const line of planText(result.plan))
                (0,log/* logLine */.BP)(line);
            return writeSummary(planSummary((0,mask/* veiled */.cX)(result.plan)));
        }
        case 'checked': {
            const { checkSummary, checkText } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(717)]).then(__webpack_require__.bind(__webpack_require__, 7098));
            (0,core/* setOutput */.uH)('changed', 'false');
            for (const line of checkText(result))
                (0,log/* logLine */.BP)(line);
            return writeSummary(checkSummary((0,mask/* veiled */.cX)(result)));
        }
        case 'done':
            (0,core/* setOutput */.uH)('changed', String(result.changed));
            if (result.release !== undefined)
                (0,core/* setOutput */.uH)('release', String(result.release));
            // The release of a newer run is live there: later steps look at the same site.
            if (result.release !== undefined && news?.action === 'deploy')
                reportSite(news.urls);
            for (const line of [result.sentence, ...(result.lines ?? [])])
                (0,log/* logLine */.BP)(line);
            return writeSummary((await __webpack_require__.e(/* import() */ 704).then(__webpack_require__.bind(__webpack_require__, 704))).doneSummary((0,mask/* veiled */.cX)(result)));
        case 'looked':
            (0,core/* setOutput */.uH)('changed', 'false');
            if (result.exitCode !== 0)
                (0,core/* setFailed */.C1)(`The command ended with status ${result.exitCode}`);
            return writeSummary(result.summary ?? '');
        case 'nothing': {
            const { nothingNotice, nothingSummary } = await Promise.all(/* import() */[__webpack_require__.e(311), __webpack_require__.e(951), __webpack_require__.e(711)]).then(__webpack_require__.bind(__webpack_require__, 5711));
            (0,core/* setOutput */.uH)('changed', 'false');
            (0,core/* notice */.lm)(nothingNotice(result));
            return writeSummary(nothingSummary((0,mask/* veiled */.cX)(result)));
        }
    }
};
const reportOutcome = async (outcome) => {
    const { successSummary } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 4865));
    (0,core/* setOutput */.uH)('configuration', outcome.configuration);
    (0,core/* setOutput */.uH)('preview', numberText(outcome.preview));
    reportSite(outcome.urls);
    (0,core/* setOutput */.uH)('release', numberText(outcome.release));
    (0,core/* setOutput */.uH)('previous-release', numberText(outcome.previousRelease));
    (0,core/* setOutput */.uH)('services', JSON.stringify(outcome.services));
    (0,core/* setOutput */.uH)('changed', String(outcome.changed));
    for (const url of outcome.urls)
        (0,log/* logLine */.BP)(`Site: ${url}`);
    await writeSummary(successSummary((0,mask/* veiled */.cX)(outcome), await rollbackWorkflow(outcome)));
};
const reportSite = (urls) => {
    (0,core/* setOutput */.uH)('url', urls[0] ?? '');
    (0,core/* setOutput */.uH)('urls', JSON.stringify(urls));
};
/** Where people start a rollback, if it is the run's own repository that is deployed. */
const rollbackWorkflow = async ({ changed, repositoryUrl, }) => {
    const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_WORKSPACE } = process.env;
    const own = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`;
    if (!changed || repositoryUrl !== own || !GITHUB_WORKSPACE || !process.env.GITHUB_STEP_SUMMARY)
        return undefined;
    const { findRollbackWorkflow } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(621)]).then(__webpack_require__.bind(__webpack_require__, 6621));
    return findRollbackWorkflow(GITHUB_WORKSPACE, own);
};
const numberText = (number) => (number === undefined ? '' : String(number));
/** The annotations of a kind that GitHub shows of a step; one of them is the failure's own. */
const shownAnnotations = 10;
/** Tells GitHub why a run failed: annotations, log and step summary. */
const reportFailure = async (details, { timings, warnings }, news) => {
    const { failureSummary } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 4865));
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
    await writeSummary(failureSummary((0,mask/* veiled */.cX)(details), (0,mask/* veiled */.cX)(timings), (0,mask/* veiled */.cX)(warnings), (0,mask/* veiled */.cX)(news)));
};
/** Without a summary file, as outside of GitHub, there is nobody to write it for. */
const writeSummary = async (markdown) => {
    if (process.env.GITHUB_STEP_SUMMARY && markdown !== '')
        await core/* summary */.z.addRaw((0,mask/* veil */.BC)(markdown)).write();
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
    let news;
    try {
        const invocation = (0,inputs/* readInvocation */.r)(process.env);
        const opened = openTeller(invocation, progress);
        teller = opened;
        const { run } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(311), __webpack_require__.e(504), __webpack_require__.e(951), __webpack_require__.e(176), __webpack_require__.e(692), __webpack_require__.e(231)]).then(__webpack_require__.bind(__webpack_require__, 6231));
        const result = await run(invocation, {
            progress,
            console: {
                input: process.stdin,
                output: (0,log/* jobLog */.Wh)(),
                errors: process.stderr,
                isTerminal: false,
            },
            mask: mask/* maskSecret */.$l,
            signal: cancel,
            announce(announced) {
                news = announced;
                opened.announce(announced);
            },
            told: opened.told,
            chosen: reportTarget,
            stage(stage) {
                touched = true;
                (0,core/* saveState */.LZ)('stage', stage);
            },
        });
        (0,core/* saveState */.LZ)('stage', 'ended');
        // Told first, so that the summary has what GitHub did not let this run tell.
        await opened.end({ kind: 'result', result });
        await reportResult(result, news);
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
        await reportFailure(shown, progress, news);
        if (cancel.aborted)
            await tell();
    }
};
/** Whoever tells GitHub of the run beside it. */
const openTeller = ({ apiUrl, serverUrl, token, repository, runUrl, run, env }, { warn, note }) => {
    const stop = new AbortController();
    const { signal } = stop;
    const api = token ? (0,github_api.openApi)({ apiUrl, token, repository, warn, signal }) : undefined;
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

/***/ 3116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ maskSecret),
/* harmony export */   BC: () => (/* binding */ veil),
/* harmony export */   cX: () => (/* binding */ veiled)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7264);
/* harmony import */ var _report_secret_forms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7682);


/** What is hidden, the longer ones first: one may stand in another, of which the rest would be left. */
let hidden = [];
/** Keeps a secret out of the job's log, in all its forms; and out of what is {@link veil}ed. */
const maskSecret = (secret) => {
    const forms = (0,_report_secret_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .secretForms */ .e)(secret);
    for (const form of forms)
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq)(form);
    hidden = [...new Set([...hidden, ...forms])].sort((a, b) => b.length - a.length);
};
/** A text without the secrets that were masked, for where the runner masks nothing: GitHub's API. */
const veil = (text) => hidden.reduce((rest, form) => rest.replaceAll(form, '***'), text);
/** Fields that hold a word of the deployer's own, by which it decides something. */
const own = ['action', 'command', 'kind', 'outcome', 'state'];
/**
 * Data without the secrets that were masked, in whichever of its texts they stand. What becomes Markdown is veiled before:
 * a secret that was escaped or cut short would not be known any more.
 */
const veiled = (data) => veiledValue(data);
const veiledValue = (value) => {
    if (typeof value === 'string')
        return veil(value);
    if (Array.isArray(value))
        return value.map(veiledValue);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [
        name,
        typeof item === 'string' && own.includes(name) ? item : veiledValue(item),
    ]));
};


/***/ }),

/***/ 7880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ containerTable)
/* harmony export */ });
/* harmony import */ var _foreign_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9372);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8330);


const marks = { new: '🟢', 'made anew': '🟢', started: '🟢', running: '🟢', stopped: '🔴' };
/** A table of containers. */
const containerTable = (containers) => ({
    rows: containers.map(({ name, role, image, state }) => `| ${marks[state]} ${state} | ${(0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .q)(role)} | \`${code(name)}\` | \`${code(image)}\` |`),
    keep: 'first',
    render: (rows, left) => (0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .rowTable */ .pS)(['State', 'What', 'Container', 'Image'], rows, left),
});
/** Text within back ticks. */
const code = (text) => text.replaceAll(/[`|\s]/g, '·');


/***/ }),

/***/ 1017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ fitted),
/* harmony export */   j9: () => (/* binding */ commentLimit),
/* harmony export */   mf: () => (/* binding */ summaryLimit)
/* harmony export */ });
/** GitHub takes 1 MiB for the summary of a step, in UTF-8; of a longer one it takes nothing. */
const summaryLimit = { most: 1024 * 1024, measure: (text) => Buffer.byteLength(text) };
/** GitHub takes 65,536 characters for a comment. */
const commentLimit = { most: 65_536, measure: (text) => text.length };
/** What stands where whole sections were left out. */
const leftOut = 'More than GitHub takes was left out here: the log of the run has all of it.';
/**
 * A document of sections that GitHub takes. What is too long loses rows of its longest section, half of them at a time;
 * when no rows are left, the last sections go. Nothing is cut in its middle.
 */
const fitted = (sections, { most, measure }) => {
    const shown = sections.map((section) => ({ section, kept: rowsOf(section).length }));
    let texts = shown.map(({ section, kept }) => renderSection(section, kept));
    const isTooLong = () => measure(joined(texts)) > most;
    while (isTooLong()) {
        const lengths = shown.map(({ kept }, index) => (kept > 0 ? measure(texts[index] ?? '') : 0));
        const longest = lengths.indexOf(Math.max(...lengths));
        const found = shown[longest];
        if (!found || found.kept === 0)
            break;
        found.kept = Math.floor(found.kept / 2);
        texts[longest] = renderSection(found.section, found.kept);
    }
    if (!isTooLong())
        return joined(texts);
    texts = [...texts, leftOut];
    while (isTooLong() && texts.length > 2)
        texts.splice(-2, 1);
    return isTooLong() ? joined([leftOut]) : joined(texts);
};
const rowsOf = (section) => (typeof section === 'string' ? [] : section.rows);
const renderSection = (section, kept) => {
    if (typeof section === 'string')
        return section;
    const { rows, keep, render } = section;
    const left = rows.length - kept;
    return render(keep === 'first' ? rows.slice(0, kept) : rows.slice(left), left);
};
/** Sections stand apart by an empty line, and the last one ends with one. */
const joined = (texts) => [...texts.filter((text) => text !== ''), ''].join('\n\n');


/***/ }),

/***/ 9372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ foreignProse),
/* harmony export */   q: () => (/* binding */ foreignText)
/* harmony export */ });
/** Characters that mean something to Markdown, HTML or GitHub somewhere in a line. */
const syntax = /[!"#$%&*+:;<=>?@[\\\]^_`{|}~]/g;
/** A space without width: whatever GitHub looks for in a text is none with it inside. */
const nothing = '\u200b';
/**
 * Text of strangers for a place within a line of Markdown: the subject of a commit, an author, a branch. It is shown as it
 * is, on one line: no markup, no link, no picture, and nobody is mentioned, no issue referred to. GitHub looks for those
 * in what is shown, so that an entity alone does not keep it from them. Marks of direction are left out: with them, a text
 * would turn what stands behind it.
 */
const foreignText = (text) => text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
    .replaceAll(/[@#]|\bGH-(?=\d)|:(?=\/\/)|\bwww\.|:(?=[\w+-]+:)|\b(?:mailto|xmpp):/gi, `$&${nothing}`)
    .replaceAll(syntax, (character) => `&#${character.charCodeAt(0)};`);
/** The same for a text with code between single back ticks, which stays as it is: GitHub looks for nothing in code. */
const foreignProse = (text) => text
    .split(/((?<!`)`[^`\s](?:[^`\n]*[^`\s])?`(?!`))/)
    .map((part, index) => (index % 2 === 1 ? part : foreignPart(part)))
    .join('')
    .trim();
/** Foreign text beside code, with the spaces around it. */
const foreignPart = (text) => `${/^\s/.test(text) ? ' ' : ''}${foreignText(text)}${/\s$/.test(text) ? ' ' : ''}`;


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

/***/ 7682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ secretForms)
/* harmony export */ });
/** A secret in the forms in which it may be printed: as it is, line by line, and as programs write it. */
const secretForms = (secret) => {
    const whole = [secret, secret.trim()];
    const base64 = [
        ...whole.map((text) => Buffer.from(text).toString('base64')),
        ...[0, 1, 2].map((shift) => base64Within(secret, shift)),
        ...whole.flatMap(wrappedBase64),
    ];
    const forms = [
        ...whole.flatMap((text) => [text, ...inAddresses(text), ...inJson(text)]),
        ...secret.split(/\r?\n/).flatMap((line) => [line, line.trim(), ...inJson(line)]),
        ...base64.flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')]),
    ];
    // Hiding a letter or two would blacken half of what is printed without hiding anything.
    return [...new Set(forms)].filter((form) => form.trim().length > 2);
};
/** Ways to write a text into an address: they differ in the marks that they leave, and in the space. */
const inAddresses = (text) => {
    const usual = encodeURIComponent(text.toWellFormed());
    const strict = usual.replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
    return [
        usual,
        ...[strict, strict.replaceAll('%2F', '/'), strict.replaceAll('%20', '+')].flatMap((form) => [
            form,
            form.replaceAll(/%../g, (code) => code.toLowerCase()),
        ]),
    ];
};
/** A text within quotes of JSON; Python's has no letters beyond ASCII. */
const inJson = (text) => {
    const json = JSON.stringify(text).slice(1, -1);
    const ascii = json.replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return [json, ascii];
};
/** Letters of a line of base64: of PEM, and of mail and the command `base64`. */
const widths = [64, 76];
/** The lines of base64 that is too long for one. What is behind the secret, as a line break, may change the last letters. */
const wrappedBase64 = (text) => {
    const base64 = base64Within(text, 0);
    return widths
        .filter((width) => base64.length > width)
        .flatMap((width) => base64.match(new RegExp(`.{1,${width}}`, 'g')) ?? [])
        .filter((line) => line.length > telling);
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

/***/ 4865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ commitLink),
  failureSummary: () => (/* binding */ failureSummary),
  successSummary: () => (/* binding */ successSummary)
});

// EXTERNAL MODULE: ./lib/report/containers.js
var containers = __webpack_require__(7880);
// EXTERNAL MODULE: ./lib/report/fit.js
var fit = __webpack_require__(1017);
// EXTERNAL MODULE: ./lib/report/foreign-text.js
var foreign_text = __webpack_require__(9372);
// EXTERNAL MODULE: ./lib/report/output-block.js
var output_block = __webpack_require__(8061);
// EXTERNAL MODULE: ./lib/report/progress.js
var progress = __webpack_require__(7751);
// EXTERNAL MODULE: ./lib/report/render-failure.js
var render_failure = __webpack_require__(5503);
// EXTERNAL MODULE: ./lib/report/table.js
var table = __webpack_require__(8330);
// EXTERNAL MODULE: ./lib/report/task-output.js
var task_output = __webpack_require__(8327);
;// CONCATENATED MODULE: ./lib/report/timeline.js
/** Steps that a timeline shows; of more, the longest. */
const mostBars = 40;
/** Characters of a bar's text. */
const longestText = 48;
/**
 * What ran side by side, as a chart of Mermaid's, which GitHub draws. A single step needs none. Times are written as those
 * of a day long ago: as numbers, Mermaid would show them in the reader's time zone.
 */
const timeline = (timings) => {
    if (timings.length < 2)
        return '';
    const start = Math.min(...timings.map(({ begun }) => begun));
    const end = Math.max(...timings.map(({ begun, milliseconds }) => begun + milliseconds));
    const total = Math.max(end - start, 1);
    const shown = [...timings]
        .sort((a, b) => b.milliseconds - a.milliseconds)
        .slice(0, mostBars)
        .sort((a, b) => a.begun - b.begun);
    return [
        '```mermaid',
        'gantt',
        '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
        `  axisFormat ${total < 5000 ? '%-S.%L s' : total < 60_000 ? '%-S s' : '%-M:%S'}`,
        `  tickInterval ${tickOf(total)}`,
        ...shown.map(({ title, outcome, begun, milliseconds }) => {
            const from = begun - start;
            // A bar without any length would not be seen.
            const to = from + Math.max(milliseconds, total / 200);
            return `  ${words[outcome]} ${plainWords(title)} :${tags[outcome]}${instant(from)}, ${instant(to)}`;
        }),
        '```',
    ].join('\n');
};
/** In front of each text, so that none begins with a word of Mermaid's. */
const words = { done: '✓', failed: '✗', cancelled: '–' };
const tags = { done: '', failed: 'crit, ', cancelled: 'done, ' };
/** Letters, digits and little else: Mermaid knows no escape for what ends a text. */
const plainWords = (text) => {
    const plain = text
        .replaceAll(/[^\p{L}\p{N} ._()/’-]+/gu, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim();
    const characters = [...plain];
    return characters.length <= longestText ? plain : `${characters.slice(0, longestText - 1).join('')}…`;
};
/** A time since the start, as one of the first of January 2000. */
const instant = (milliseconds) => new Date(Date.UTC(2000, 0, 1) + Math.round(milliseconds)).toISOString().slice(0, -1).replace('T', ' ');
/** Distances of an axis's marks that people read well, in milliseconds. */
const ticks = [
    100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000,
];
/** About ten marks at most. */
const tickOf = (total) => {
    const tick = ticks.find((one) => total / one <= 10) ?? 3_600_000;
    if (tick < 1000)
        return `${tick}millisecond`;
    return tick < 60_000 ? `${tick / 1000}second` : `${tick / 60_000}minute`;
};

;// CONCATENATED MODULE: ./lib/report/what-changed.js


/** Characters of a value that is shown. */
const longestValue = 200;
/** What an update has changed, field by field, folded; nothing of a first deploy, to which everything is new. */
const whatChanged = ({ previousRelease, changes }) => {
    if (previousRelease === undefined)
        return '';
    const fields = changes.flatMap(({ title, fields: own }) => own.map((field) => ({ title, field })));
    const rows = fields.map(({ title, field }) => `| ${(0,foreign_text/* foreignText */.q)(title)} | ${(0,foreign_text/* foreignText */.q)(field.name)} | ${value(field.old)} | ${value(field.new)} |`);
    if (rows.length === 0)
        return '';
    return {
        rows,
        keep: 'first',
        render: (shown, left) => [
            `<details><summary>What changed: ${fields.length} ${fields.length === 1 ? 'value' : 'values'}</summary>`,
            (0,table/* rowTable */.pS)(['Step', 'What', 'Before', 'Now'], shown, left),
            '</details>',
        ].join('\n\n'),
    };
};
const value = (text) => {
    if (text === null)
        return '';
    const characters = [...text];
    return (0,foreign_text/* foreignText */.q)(characters.length <= longestValue ? text : `${characters.slice(0, longestValue).join('')}…`);
};

;// CONCATENATED MODULE: ./lib/report/summary.js










/** The step summary of a run that went well. */
const successSummary = (outcome, workflow) => {
    const { urls, where, timings } = outcome;
    return (0,fit/* fitted */.$5)([
        `## ${headline(outcome)}`,
        urls.length > 0 ? `**Site:** ${urls.join(' · ')}` : '',
        outcome.changed
            ? `\`${outcome.command}\` changed \`${where}\` in ${(0,progress/* seconds */.Y)(outcome.milliseconds)}.`
            : `\`${outcome.command}\` found everything as it should be: nothing was changed on \`${where}\` (${(0,progress/* seconds */.Y)(outcome.milliseconds)}).`,
        ...warningLines(outcome.warnings),
        facts(outcome).join('\n'),
        ...steps(timings),
        whatChanged(outcome),
        ...(outcome.containers.length > 0 ? ['### What runs', (0,containers/* containerTable */.y)(outcome.containers)] : []),
        ...(0,task_output/* taskOutput */.x)(timings),
        goingBack(outcome, workflow),
    ], fit/* summaryLimit */.mf);
};
const headline = ({ command, changed, project, configuration, preview }) => {
    const what = `${project} (${(0,foreign_text/* foreignText */.q)(configuration)}${preview === undefined ? '' : `, preview of pull request ${preview}`})`;
    if (!changed)
        return `✅ Nothing to do for ${what}`;
    if (command === 'rollback')
        return `⏪ Brought back ${what}`;
    return command === 'restart' ? `🔄 Restarted ${what}` : `✅ Deployed ${what}`;
};
/** What is known of the release, a line each. */
const facts = (outcome) => {
    const { release, previousRelease, copyOf, commit, subject, author, repositoryUrl } = outcome;
    const old = outcome.previousCommit;
    const before = previousRelease === undefined ? '' : `, before it ${previousRelease}`;
    return [
        `- **Release:** ${release ?? 'none yet'}${copyOf === undefined ? '' : `, a copy of release ${copyOf}`}${before}`,
        `- **Commit:** ${commitLink(commit, repositoryUrl)} ${(0,foreign_text/* foreignText */.q)(subject)} (${(0,foreign_text/* foreignText */.q)(author)})`,
        ...(old !== undefined && old !== commit && repositoryUrl !== undefined
            ? [
                `- **Since the last release:** [\`${old.slice(0, 12)}...${commit.slice(0, 12)}\`](${repositoryUrl}/compare/${old}...${commit})`,
            ]
            : []),
        `- **Configuration:** ${(0,foreign_text/* foreignText */.q)(outcome.configuration)}, environment ${(0,foreign_text/* foreignText */.q)(outcome.environment)}`,
        `- **Started by:** ${(0,foreign_text/* foreignText */.q)(outcome.actor)}`,
    ];
};
/** A commit's short name, with a link where there is something to look at. */
const commitLink = (commit, repositoryUrl) => {
    const short = `\`${commit.slice(0, 12)}\``;
    return repositoryUrl === undefined ? short : `[${short}](${repositoryUrl}/commit/${commit})`;
};
/** The step summary of a run that failed: the cause stands first. */
const failureSummary = (details, timings, warnings, news) => {
    const failed = timings.find(({ outcome }) => outcome === 'failed');
    const tail = details.output?.length ? [] : (failed?.output ?? []);
    return (0,fit/* fitted */.$5)([
        ...(0,render_failure/* failureSections */.zl)(details),
        ...(failed && tail.length > 0
            ? [(0,output_block/* outputBlock */.J)(`The last lines of “${(0,output_block/* escapeHtml */.Z)(failed.title)}”`, tail)]
            : []),
        ...warningLines(warnings),
        news ? attempt(news) : '',
        ...steps(timings),
        ...(0,task_output/* taskOutput */.x)(timings),
    ], fit/* summaryLimit */.mf);
};
/** What a run that failed was about. */
const attempt = ({ action, command, project, configuration, where, commit }) => `\`${command}\` was to ${action === 'deploy' ? 'bring' : 'remove'} ${project} (${(0,foreign_text/* foreignText */.q)(configuration)})${commit === undefined ? '' : `, commit \`${commit.slice(0, 12)}\`,`} ${action === 'deploy' ? 'to' : 'from'} \`${where}\`.`;
const warningLines = (texts) => texts.length === 0
    ? []
    : [
        {
            rows: texts.map((text) => `> ⚠️ ${(0,render_failure/* escapeMarkdown */.FV)(text.replaceAll('\r', ''))}`),
            keep: 'first',
            render: (rows, left) => [...rows, ...(left > 0 ? [`> ⚠️ ${left} more, in the log`] : [])].join('\n>\n'),
        },
    ];
const marks = { done: '✅', failed: '❌', cancelled: '⏹️' };
/** The steps in the order in which they began, and what ran side by side. */
const steps = (timings) => timings.length === 0
    ? []
    : [
        {
            rows: [...timings]
                .sort((a, b) => a.begun - b.begun)
                .flatMap(({ title, reason, outcome, milliseconds, parts }) => [
                `| ${marks[outcome]} ${(0,table/* proseCell */.qy)(title)} | ${(0,table/* proseCell */.qy)(reason)} | ${(0,progress/* seconds */.Y)(milliseconds)} |`,
                ...parts.map((part) => `| &emsp;↳ ${part.task && part.task.status !== 0 ? '❌ ' : ''}${(0,table/* proseCell */.qy)(part.title)} | | ${(0,progress/* seconds */.Y)(part.milliseconds)} |`),
            ]),
            keep: 'first',
            render: (rows, left) => (0,table/* rowTable */.pS)(['Step', 'Why', 'Time'], rows, left),
        },
        timeline(timings),
    ];
/**
 * How to have the release before again. A preview is mended by a push; and what a rollback or a restart brought is a release
 * that was there already, so that there is nothing to warn of.
 */
const goingBack = (outcome, workflow) => {
    const { changed, previousRelease, configuration, preview, copyOf } = outcome;
    if (!changed || previousRelease === undefined || preview !== undefined || copyOf !== undefined)
        return '';
    const link = workflow ? `, or start the workflow [${(0,foreign_text/* foreignText */.q)(workflow.name)}](${workflow.url})` : '';
    return `**To go back:** \`jetee rollback -n ${configuration}\`${link}. It takes seconds: the release before is kept as it was.`;
};


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
