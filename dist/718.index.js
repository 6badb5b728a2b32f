export const id = 718;
export const ids = [718];
export const modules = {

/***/ 8480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openClient: () => (/* binding */ openClient)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5031);
/* harmony import */ var _mask_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8459);
/* harmony import */ var _tries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9978);



/** Parameters that hold text of a run, in which a secret may stand: GitHub masks none. */
const texts = ['body', 'description', 'title'];
/**
 * Opens the client: the one of the runner's makers, which goes through the proxy that the environment names. In a file of
 * its own, as it takes time to load. Each request has a deadline, and is made again where that is safe. octokit's plugins
 * for that would repeat what may have been done, make a write wait for the one before, and cannot be stopped in a wait.
 */
const openClient = ({ apiUrl, token, signal }) => {
    const octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(token, { baseUrl: apiUrl, userAgent: 'jetee-deploy' });
    const tries = (0,_tries_js__WEBPACK_IMPORTED_MODULE_2__/* .makeTries */ .gH)(signal);
    octokit.hook.wrap('request', (request, options) => {
        const isRepeatable = options.method !== 'POST' || options.request?.repeatable === true;
        const veiled = Object.fromEntries(texts.flatMap((name) => (typeof options[name] === 'string' ? [[name, (0,_mask_js__WEBPACK_IMPORTED_MODULE_1__/* .veil */ .B)(options[name])]] : [])));
        return tries.go(isRepeatable, async (own) => {
            const answer = await request({ ...options, ...veiled, request: { ...options.request, signal: own } });
            // octokit gives the part of an answer that it got as text, when the rest did not come.
            if (typeof answer.data === 'string' && /^application\/json/.test(answer.headers['content-type'] ?? ''))
                throw new Error('the answer was cut off');
            return answer;
        });
    });
    return octokit;
};


/***/ }),

/***/ 8459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ maskSecret),
/* harmony export */   B: () => (/* binding */ veil)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1802);
/* harmony import */ var _report_secret_forms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2750);


const hidden = new Set();
/** Keeps a secret out of the job's log, in all its forms; and out of what is {@link veil}ed. */
const maskSecret = (secret) => {
    for (const form of (0,_report_secret_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .secretForms */ .e)(secret)) {
        hidden.add(form);
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq)(form);
    }
};
/** A text without the secrets that were masked, for where the runner masks nothing: GitHub's API. */
const veil = (text) => {
    let veiled = text;
    // The longer ones first: one may stand in another, of which the rest would be left.
    for (const form of [...hidden].sort((a, b) => b.length - a.length))
        veiled = veiled.replaceAll(form, '***');
    return veiled;
};


/***/ })

};
