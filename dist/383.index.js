export const id = 383;
export const ids = [383,764];
export const modules = {

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
