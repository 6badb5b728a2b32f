export const id = 878;
export const ids = [878];
export const modules = {

/***/ 9978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ge: () => (/* binding */ isDoubtful),
/* harmony export */   LF: () => (/* binding */ limitOf),
/* harmony export */   LH: () => (/* binding */ troubleOf),
/* harmony export */   Pj: () => (/* binding */ isDown),
/* harmony export */   gH: () => (/* binding */ makeTries)
/* harmony export */ });
/* unused harmony export pauseBefore */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

/** Codes of errors that come before a connection stands. */
const unsent = [
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ENETUNREACH',
    'EHOSTUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
];
/** Reads what octokit has thrown: an error with an answer, or one of the network, somewhere down its causes. */
const troubleOf = (error) => {
    const { response } = Object(error);
    const message = error instanceof Error ? error.message : String(error);
    return {
        status: response?.status,
        headers: response?.headers ?? {},
        message: message.replace(/ - https:\S+$/, '').slice(0, 200),
        isUnsent: !response && unsent.some((code) => codesOf(error).includes(code)),
    };
};
const codesOf = (error) => {
    if (!(error instanceof Error))
        return [];
    const several = error instanceof AggregateError ? error.errors.flatMap(codesOf) : [];
    return [error.code, ...codesOf(error.cause), ...several];
};
/** Whether GitHub may have done what was asked, although it did not say so. */
const isDoubtful = (error) => {
    const { status, isUnsent } = troubleOf(error);
    return status === undefined ? !isUnsent : status >= 500;
};
/** Whether nobody answers at the moment, or only that it cannot. */
const isDown = ({ status }) => status === undefined || status >= 500;
/**
 * Reads whether a request was refused for its number: the primary limit has its reset in a header, the secondary one a
 * `retry-after`, or at least a minute (GitHub's documentation, "Rate limits for the REST API").
 */
const limitOf = ({ status, headers, message }, now) => {
    if (status !== 403 && status !== 429)
        return undefined;
    const after = Number(headers['retry-after']);
    if (after > 0)
        return { until: now + after * 1000 };
    if (String(headers['x-ratelimit-remaining']) === '0')
        return { until: Number(headers['x-ratelimit-reset']) * 1000 || now + 60_000 };
    return status === 429 || /\bsecondary rate limit\b/i.test(message) ? { until: now + 60_000 } : undefined;
};
/** Milliseconds before the second and the third try. */
const pauses = [1000, 3000];
/** The longest wait for a limit, in milliseconds: a run does not stand still for the sake of its report. */
const longestWait = 30_000;
/**
 * Milliseconds until a request is made again, of which `tried` went wrong; undefined for never. What may have been done
 * is not done twice, unless it may be: two comments are worse than none.
 */
const pauseBefore = (trouble, { isRepeatable, tried }, now) => {
    const pause = pauses[tried - 1];
    if (pause === undefined)
        return undefined;
    const limit = limitOf(trouble, now);
    // A second more, as the clocks may differ.
    if (limit)
        return limit.until - now <= longestWait ? Math.max(limit.until - now, 0) + 1000 : undefined;
    return isDown(trouble) && (isRepeatable || trouble.isUnsent) ? pause : undefined;
};
/** Milliseconds for an answer. */
const deadline = 10_000;
/**
 * Makes the tries of a client. While a limit is used up, nothing is asked; and as long as nobody answers, what comes
 * after is tried once only, so that many calls in a row do not add up to many waits. `signal` ends all of it, a wait too.
 */
const makeTries = (signal) => {
    let used;
    let wasDown = false;
    return {
        async go(isRepeatable, request) {
            for (let tried = 1;; tried++) {
                signal.throwIfAborted();
                if (used && used.limit.until > Date.now())
                    throw used.error;
                try {
                    const answer = await request(AbortSignal.any([signal, AbortSignal.timeout(deadline)]));
                    wasDown = false;
                    return answer;
                }
                catch (error) {
                    signal.throwIfAborted();
                    const trouble = troubleOf(error);
                    const pause = pauseBefore(trouble, { isRepeatable, tried }, Date.now());
                    const limit = limitOf(trouble, Date.now());
                    if (limit && pause === undefined)
                        used = { limit, error };
                    if (pause === undefined || (wasDown && !limit)) {
                        wasDown = isDown(trouble);
                        throw error;
                    }
                    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(pause, undefined, { signal });
                }
            }
        },
    };
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
