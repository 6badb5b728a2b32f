export const id = 764;
export const ids = [764];
export const modules = {

/***/ 1383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planSummary: () => (/* binding */ planSummary),
/* harmony export */   planText: () => (/* binding */ planText)
/* harmony export */ });
/* harmony import */ var _fit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1017);
/* harmony import */ var _render_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5503);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8330);



/** Characters of a line with both values; longer ones stand below each other. */
const longestLine = 120;
/** A plan as lines of text: each step with its reason, and below it what it changes (`+` new, `-` gone, `~` changed). */
const planText = (plan) => [
    `${headline(plan)}: ${sentence(plan)}`,
    ...lockNote(plan),
    ...plan.changes.flatMap(({ title, reason, fields }) => [
        `${title} (${reason})`,
        ...fields.flatMap(fieldText),
    ]),
];
/** The step summary of a plan. */
const planSummary = (plan) => (0,_fit_js__WEBPACK_IMPORTED_MODULE_0__/* .fitted */ .$5)([
    `## 📋 ${(0,_render_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(headline(plan))}`,
    `${(0,_render_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(sentence(plan))}.`,
    ...lockNote(plan).map((note) => `> ⚠️ ${(0,_render_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(note)}`),
    ...(plan.changes.length > 0 ? [changeTable(plan)] : []),
], _fit_js__WEBPACK_IMPORTED_MODULE_0__/* .summaryLimit */ .mf);
const changeTable = ({ changes }) => ({
    rows: changes.flatMap(({ title, reason, fields }) => [
        `| **${cell(title)}** (${cell(reason)}) | | | |`,
        ...fields.map((field) => `| | ${cell(field.name)} | ${cell(field.old ?? '')} | ${cell(field.new ?? '')} |`),
    ]),
    keep: 'first',
    render: (rows, left) => (0,_table_js__WEBPACK_IMPORTED_MODULE_2__/* .rowTable */ .pS)(['Step', 'Field', 'Now', 'Then'], rows, left),
});
const headline = ({ command, project, configuration }) => `Plan of \`${command}\` for ${project} (${configuration})`;
const sentence = ({ changes, server }) => changes.length === 0
    ? `there is nothing to do on ${server}`
    : `${changes.length} ${changes.length === 1 ? 'step' : 'steps'} on ${server}`;
const lockNote = ({ lockHolder }) => lockHolder === null
    ? []
    : [`Another run holds the project’s lock (${lockHolder}): what it changes meanwhile is not in this plan`];
const fieldText = ({ name, old, new: now }) => {
    const mark = old === null ? '+' : now === null ? '-' : '~';
    const line = `  ${mark} ${name}: ${[old, now].filter((value) => value !== null).join(' → ')}`;
    if (!line.includes('\n') && line.length <= longestLine)
        return [line];
    const lines = (sign, value) => value === null ? [] : value.split('\n').map((line) => `      ${sign} ${line}`);
    return [`  ${mark} ${name}:`, ...lines('-', old), ...lines('+', now)];
};
/** Text for a cell of a table; a back tick of others would open code. */
const cell = (text) => (0,_render_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(text.replaceAll('`', 'ˋ'));


/***/ })

};
