export const id = 897;
export const ids = [897];
export const modules = {

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
