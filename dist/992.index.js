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
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});




/** Seconds to wait for another run, which would clear the same things itself. */
const patience = 25;
/** Clears what an interrupted run of the same invocation left on the server; says in a sentence what that was. */
const tidy = async (invocation, observer) => {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const loaded = await (0,_target_js__WEBPACK_IMPORTED_MODULE_3__/* .openDeployment */ .Q6)(invocation);
        const decision = (0,_configuration_choose_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseConfiguration */ .sE)(loaded.deployment, invocation);
        if (decision.kind !== 'deploy')
            return 'The interrupted run had nothing to do with a server';
        const target = await (0,_target_js__WEBPACK_IMPORTED_MODULE_3__/* .targetFor */ .x1)(loaded, decision.name, invocation);
        const { configuration } = target;
        const server = __addDisposableResource(env_1, await (0,_target_js__WEBPACK_IMPORTED_MODULE_3__/* .openTarget */ .Ap)(target, invocation, observer, patience), true);
        const { session, facts } = server;
        const { actor, runUrl } = invocation;
        for (const { title, reason, action } of (0,_plan_release_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .tidySteps */ ._S)(configuration.projectName, facts)) {
            const progress = observer.progress.begin(title, reason);
            await (0,_release_switch_js__WEBPACK_IMPORTED_MODULE_2__/* .tidyUp */ .gN)({ session, configuration, actor, runUrl, progress }, action.live);
            progress.end('done');
            return `Tidied up on ${session.where} after the interrupted run: ${reason}`;
        }
        return `The interrupted run left nothing on ${session.where} that is to be tidied up`;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
};


/***/ }),

/***/ 7897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ operation),
/* harmony export */   g: () => (/* binding */ operationsChannel)
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


/***/ })

};
