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
        ...outcome.warnings.map((warning) => `> ⚠️ ${(0,_render_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(warning)}`),
        '',
    ].join('\n\n');
};
/** The step summary of a run that failed: the cause stands first. */
const failureSummary = (details, timings) => [(0,_render_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failureMarkdown */ .A5)(details), ...stepTable(timings), ''].join('\n\n');
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


/***/ })

};
