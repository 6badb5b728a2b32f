export const id = 98;
export const ids = [98,717];
export const modules = {

/***/ 1425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ invalidFile),
/* harmony export */   LF: () => (/* binding */ pathText),
/* harmony export */   TN: () => (/* binding */ oneLine)
/* harmony export */ });
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7340);

/** All problems of a deployment file as one failure, in the order in which they stand in the file. */
function invalidFile(file, problems, lines) {
    const placed = withoutCovered(problems)
        .sort((a, b) => a.offset - b.offset)
        .map(({ offset, path, message }) => {
        const { line, col } = lines.linePos(offset);
        return {
            file,
            line: Math.max(line, 1),
            column: Math.max(col, 1),
            message: path.length > 0 ? `${pathText(path)}: ${message}` : message,
        };
    });
    const [first] = placed;
    const only = placed.length === 1 && first;
    return new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
        what: only ? `${file} has a mistake` : `${file} has ${placed.length} mistakes`,
        where: only ? `${file}:${only.line}:${only.column}` : file,
        why: placed.map(({ line, column, message }) => `${file}:${line}:${column}  ${message}`).join('\n'),
        next: `Correct ${file}, commit it and run again.`,
        annotations: placed,
    });
}
function withoutCovered(problems) {
    const byOffset = new Map();
    return problems.filter((problem) => {
        const earlier = byOffset.get(problem.offset) ?? [];
        if (earlier.some((other) => covers(other, problem)))
            return false;
        byOffset.set(problem.offset, [...earlier, problem]);
        return true;
    });
}
/**
 * Whether an earlier problem makes another one idle: it is about the same value, or it is the same one, met again
 * through an alias.
 */
const covers = (earlier, problem) => earlier.offset === problem.offset &&
    (pathText(earlier.path) === pathText(problem.path) ||
        (earlier.message === problem.message && earlier.path.at(-1) === problem.path.at(-1)));
/** A path in the words of the file: `configurations.Staging.server_names[0]`. */
function pathText(path) {
    return path
        .map((key, index) => {
        if (typeof key === 'number')
            return `[${key}]`;
        const name = oneLine(String(key));
        return index === 0 ? name : `.${name}`;
    })
        .join('');
}
/** Text from a file, fit for one line of a log: cut when it is long, control characters spelt out. */
function oneLine(text, limit = 60) {
    const shown = text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
    return shown.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}


/***/ }),

/***/ 7098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkSummary: () => (/* binding */ checkSummary),
/* harmony export */   checkText: () => (/* binding */ checkText)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _configuration_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1425);
/* harmony import */ var _fit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1017);
/* harmony import */ var _render_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5503);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8330);





/** A check that found no mistake as lines of text: every value with where it is from. */
const checkText = ({ file, configurations }) => configurations.flatMap((configuration) => {
    const rows = configuration.settings.map(({ key, value, source }) => [key, shown(value), source]);
    const width = (column) => Math.min(72, Math.max(...rows.map((row) => row[column].length)));
    return [
        title(configuration, file),
        ...rows.map(([key, value, source]) => `  ${key.padEnd(width(0))}  ${value.padEnd(width(1))}  ${source}`),
    ];
});
/** The step summary of a check that found no mistake. */
const checkSummary = ({ file, because, configurations }) => (0,_fit_js__WEBPACK_IMPORTED_MODULE_2__/* .fitted */ .$5)([
    `## ✅ ${(0,_render_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(file)} is valid`,
    `Checked: ${configurations.map(({ name }) => (0,_render_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(name)).join(', ')} (${(0,_render_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(because)}).`,
    ...configurations.flatMap((configuration) => [
        `### ${(0,_render_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(title(configuration, file))}`,
        settingsTable(configuration),
    ]),
], _fit_js__WEBPACK_IMPORTED_MODULE_2__/* .summaryLimit */ .mf);
const settingsTable = ({ settings }) => ({
    rows: settings.map(({ key, value, source }) => `| ${cell(key)} | ${cell(shown(value))} | ${source === 'default' ? source : cell(source)} |`),
    keep: 'first',
    render: (rows, left) => (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .rowTable */ .pS)(['Key', 'Value', 'From'], rows, left),
});
const title = ({ name, parent }, file) => `Configuration ${name} of ${file}${parent === undefined ? '' : `, which extends ${parent}`}`;
/** A value in one line of YAML; a long one in part. */
const shown = (value) => (0,_configuration_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(value, {
    lineWidth: 0,
    defaultStringType: 'PLAIN',
    collectionStyle: 'flow',
    flowCollectionPadding: false,
})
    .trimEnd()
    .replaceAll(/\s*\n\s*/g, ' '), 200);
/** Text for a cell of a table. */
const cell = (text) => (0,_render_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(text.replaceAll('`', 'ˋ'));


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
