export const id = 992;
export const ids = [992,897];
export const modules = {

/***/ 6948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tidy: () => (/* binding */ tidy)
/* harmony export */ });
/* harmony import */ var _configuration_choose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4297);
/* harmony import */ var _plan_release_steps_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2952);
/* harmony import */ var _release_switch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3517);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6552);




/** Seconds to wait for another run, which would clear the same things itself. */
const patience = 25;
/** Clears what an interrupted run of the same invocation left on the server; says in a sentence what that was. */
const tidy = async (invocation, observer) => {
    const loaded = await (0,_target_js__WEBPACK_IMPORTED_MODULE_3__/* .openDeployment */ .Q6)(invocation);
    const decision = (0,_configuration_choose_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseConfiguration */ .sE)(loaded.deployment, invocation);
    if (decision.kind !== 'deploy')
        return 'The interrupted run had nothing to do with a server';
    const target = await (0,_target_js__WEBPACK_IMPORTED_MODULE_3__/* .targetFor */ .x1)(loaded, decision.name, invocation);
    const { configuration } = target;
    await using server = await (0,_target_js__WEBPACK_IMPORTED_MODULE_3__/* .openTarget */ .Ap)(target, invocation, observer, patience);
    const { session, facts } = server;
    const { actor, runUrl } = invocation;
    for (const { title, reason, action } of (0,_plan_release_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .tidySteps */ ._S)(configuration.projectName, facts)) {
        const progress = observer.progress.begin(title, reason);
        await (0,_release_switch_js__WEBPACK_IMPORTED_MODULE_2__/* .tidyUp */ .gN)({ session, configuration, actor, runUrl, progress }, action);
        progress.end('done');
        return `Tidied up on ${session.where} after the interrupted run: ${reason}`;
    }
    return `The interrupted run left nothing on ${session.where} that is to be tidied up`;
};


/***/ }),

/***/ 7897:
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
