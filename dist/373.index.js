export const id = 373;
export const ids = [373,711];
export const modules = {

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

/***/ 5711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nothingNotice: () => (/* binding */ nothingNotice),
/* harmony export */   nothingSummary: () => (/* binding */ nothingSummary)
/* harmony export */ });
/* harmony import */ var _configuration_choose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2951);
/* harmony import */ var _render_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5503);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8330);



/** The notice of a run that deploys nothing, in one line. */
const nothingNotice = ({ because, next, patterns }) => [
    `Nothing is deployed: ${because}`,
    ...(patterns.length > 0 ? [`These would match: ${(0,_configuration_choose_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(patterns)}`] : []),
    ...(next === undefined ? [] : [next]),
].join('. ');
/** The step summary of a run that deploys nothing. */
const nothingSummary = ({ because, next, patterns }) => {
    const why = (0,_render_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(`${because[0]?.toUpperCase()}${because.slice(1)}`);
    return [
        '## ⏭️ Nothing is deployed',
        patterns.length > 0 ? `${why}. These would match:` : `${why}.`,
        ...(patterns.length > 0 ? [table(patterns)] : []),
        ...(next === undefined ? [] : [(0,_render_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(next)]),
        '',
    ].join('\n\n');
};
const table = (patterns) => [
    '| Configuration | Branches and tags |',
    '| --- | --- |',
    ...patterns.map(({ configuration, branches }) => `| ${(0,_table_js__WEBPACK_IMPORTED_MODULE_2__/* .proseCell */ .qy)(configuration)} | ${branches.map((pattern) => (0,_table_js__WEBPACK_IMPORTED_MODULE_2__/* .proseCell */ .qy)(`\`${pattern}\``)).join(', ')} |`),
].join('\n');


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


/***/ })

};
