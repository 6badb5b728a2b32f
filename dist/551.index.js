export const id = 551;
export const ids = [551];
export const modules = {

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
