export const id = 982;
export const ids = [982];
export const modules = {

/***/ 2982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   failureSummary: () => (/* binding */ failureSummary),
/* harmony export */   successSummary: () => (/* binding */ successSummary)
/* harmony export */ });
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9667);
/* harmony import */ var _render_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5419);
/* harmony import */ var _task_output_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5131);



/** The step summary of a run that went well. */
const successSummary = (outcome) => {
    const { project, configuration, where, urls, release, commit, subject, author } = outcome;
    return [
        `## ${outcome.changed ? '✅ Deployed' : '✅ Nothing to do for'} ${project} (${configuration})`,
        ...(urls.length > 0 ? [`**Site:** ${urls.join(' · ')}`] : []),
        outcome.changed
            ? `\`${outcome.command}\` changed ${(0,_render_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(where)} in ${(0,_progress_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .Y)(outcome.milliseconds)}.`
            : `\`${outcome.command}\` found everything as it should be: nothing was changed on ${(0,_render_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(where)} (${(0,_progress_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .Y)(outcome.milliseconds)}).`,
        [
            `- **Release:** ${release ?? 'none yet'}${outcome.copyOf === undefined ? '' : `, a copy of release ${outcome.copyOf}`}`,
            `- **Commit:** \`${commit.slice(0, 12)}\` ${(0,_render_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(subject)} (${(0,_render_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(author)})`,
        ].join('\n'),
        ...stepTable(outcome.timings),
        ...(0,_task_output_js__WEBPACK_IMPORTED_MODULE_2__/* .taskOutput */ .x)(outcome.timings),
        ...outcome.warnings.map((warning) => `> ⚠️ ${(0,_render_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(warning)}`),
        '',
    ].join('\n\n');
};
/** The step summary of a run that failed: the cause stands first. */
const failureSummary = (details, timings) => [(0,_render_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failureMarkdown */ .A5)(details), ...stepTable(timings), ...(0,_task_output_js__WEBPACK_IMPORTED_MODULE_2__/* .taskOutput */ .x)(timings), ''].join('\n\n');
const marks = { done: '✅', failed: '❌', cancelled: '⏹️' };
const stepTable = (timings) => timings.length === 0
    ? []
    : [
        [
            '| Step | Why | Time |',
            '| --- | --- | ---: |',
            ...timings.flatMap(({ title, reason, outcome, milliseconds, parts }) => [
                `| ${marks[outcome]} ${(0,_render_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(title)} | ${(0,_render_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(reason)} | ${(0,_progress_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .Y)(milliseconds)} |`,
                ...parts.map((part) => `| &emsp;↳ ${(0,_render_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(part.title)} | | ${(0,_progress_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .Y)(part.milliseconds)} |`),
            ]),
        ].join('\n'),
    ];


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


/***/ })

};
