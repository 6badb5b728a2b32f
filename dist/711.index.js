export const id = 711;
export const ids = [711];
export const modules = {

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


/***/ })

};
