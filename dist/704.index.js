export const id = 704;
export const ids = [704];
export const modules = {

/***/ 704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   doneSummary: () => (/* binding */ doneSummary)
/* harmony export */ });
/* harmony import */ var _fit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1017);
/* harmony import */ var _render_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5503);


/** The step summary of a run that changed something without a deploy, or found that it is so already. */
const doneSummary = ({ sentence, lines = [], changed }) => {
    const [, head = sentence, rest = ''] = /^(.{1,100}?)[:;.] (.+)$/s.exec(sentence) ?? [];
    return (0,_fit_js__WEBPACK_IMPORTED_MODULE_0__/* .fitted */ .$5)([
        `## ${changed ? '✅' : '⏭️'} ${(0,_render_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(head)}`,
        rest === '' ? '' : (0,_render_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(`${rest[0]?.toUpperCase()}${rest.slice(1)}`),
        {
            rows: lines.map((line) => `- ${(0,_render_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(line)}`),
            keep: 'first',
            render: (rows, left) => [...rows, ...(left > 0 ? [`- … ${left} more, in the log`] : [])].join('\n'),
        },
    ], _fit_js__WEBPACK_IMPORTED_MODULE_0__/* .summaryLimit */ .mf);
};


/***/ })

};
