export const id = 317;
export const ids = [317];
export const modules = {

/***/ 7698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runPost: () => (/* binding */ runPost)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7264);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6174);
/* harmony import */ var _github_interrupted_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1429);
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(853);
/* harmony import */ var _report_progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7751);
/* harmony import */ var _report_render_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5503);






/**
 * The post stage: when the main stage was ended from outside, it clears what that left on the server, and ends the
 * deployment that GitHub was told of.
 */
const runPost = async () => {
    const isWorking = (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu)('stage') === 'working';
    if (!isWorking && (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu)('deployment') === '')
        return;
    const invocation = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readInvocation */ .r)(process.env);
    await Promise.all([isWorking && tidyUp(invocation), (0,_github_interrupted_js__WEBPACK_IMPORTED_MODULE_2__/* .endInterrupted */ .K)(invocation, _github_log_js__WEBPACK_IMPORTED_MODULE_3__/* .logLine */ .BP)]);
};
const tidyUp = async (invocation) => {
    try {
        const { tidy } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(311), __webpack_require__.e(504), __webpack_require__.e(951), __webpack_require__.e(176), __webpack_require__.e(692), __webpack_require__.e(551)]).then(__webpack_require__.bind(__webpack_require__, 6176));
        const signal = new AbortController().signal;
        (0,_github_log_js__WEBPACK_IMPORTED_MODULE_3__/* .logLine */ .BP)(await tidy(invocation, { progress: (0,_report_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .lineProgress */ .Q)(_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz), signal }));
    }
    catch (error) {
        const { what, why = '' } = (0,_report_render_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .detailsOf */ .cz)(error);
        (0,_github_log_js__WEBPACK_IMPORTED_MODULE_3__/* .logLine */ .BP)(`The next run tidies up what the interrupted one left, as it cannot be done now. ${what}. ${why}`.trim());
    }
};


/***/ })

};
