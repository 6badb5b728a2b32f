export const id = 636;
export const ids = [636];
export const modules = {

/***/ 636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openClient: () => (/* binding */ openClient)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2413);
/* harmony import */ var _mask_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3116);
/* harmony import */ var _tries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6366);



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
        // Changed in place: hooks further inside have these options already, and take no others.
        if (options.request?.isVeiled !== true)
            for (const name of texts)
                if (typeof options[name] === 'string')
                    options[name] = (0,_mask_js__WEBPACK_IMPORTED_MODULE_1__/* .veil */ .BC)(options[name]);
        return tries.go(isRepeatable, async (own) => {
            options.request = { ...options.request, signal: own };
            const answer = await request(options);
            // octokit gives the part of an answer that it got as text, when the rest did not come.
            if (answer.status !== 204 &&
                typeof answer.data === 'string' &&
                /^application\/json/.test(answer.headers['content-type'] ?? ''))
                throw new Error('the answer was cut off');
            return answer;
        });
    });
    return octokit;
};


/***/ }),

/***/ 3116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ maskSecret),
/* harmony export */   BC: () => (/* binding */ veil),
/* harmony export */   cX: () => (/* binding */ veiled)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7264);
/* harmony import */ var _report_secret_forms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7682);


/** What is hidden, the longer ones first: one may stand in another, of which the rest would be left. */
let hidden = [];
/** Keeps a secret out of the job's log, in all its forms; and out of what is {@link veil}ed. */
const maskSecret = (secret) => {
    const forms = (0,_report_secret_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .secretForms */ .e)(secret);
    for (const form of forms)
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq)(form);
    hidden = [...new Set([...hidden, ...forms])].sort((a, b) => b.length - a.length);
};
/** A text without the secrets that were masked, for where the runner masks nothing: GitHub's API. */
const veil = (text) => hidden.reduce((rest, form) => rest.replaceAll(form, '***'), text);
/** Fields that hold a word of the deployer's own, by which it decides something. */
const own = ['action', 'command', 'kind', 'outcome', 'state'];
/**
 * Data without the secrets that were masked, in whichever of its texts they stand. What becomes Markdown is veiled before:
 * a secret that was escaped or cut short would not be known any more.
 */
const veiled = (data) => veiledValue(data);
const veiledValue = (value) => {
    if (typeof value === 'string')
        return veil(value);
    if (Array.isArray(value))
        return value.map(veiledValue);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [
        name,
        typeof item === 'string' && own.includes(name) ? item : veiledValue(item),
    ]));
};


/***/ }),

/***/ 7682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ secretForms)
/* harmony export */ });
/** A secret in the forms in which it may be printed: as it is, line by line, and as programs write it. */
const secretForms = (secret) => {
    const whole = [secret, secret.trim()];
    const base64 = [
        ...whole.map((text) => Buffer.from(text).toString('base64')),
        ...[0, 1, 2].map((shift) => base64Within(secret, shift)),
        ...whole.flatMap(wrappedBase64),
    ];
    const forms = [
        ...whole.flatMap((text) => [text, ...inAddresses(text), ...inJson(text)]),
        ...secret.split(/\r?\n/).flatMap((line) => [line, line.trim(), ...inJson(line)]),
        ...base64.flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')]),
    ];
    // Hiding a letter or two would blacken half of what is printed without hiding anything.
    return [...new Set(forms)].filter((form) => form.trim().length > 2);
};
/** Ways to write a text into an address: they differ in the marks that they leave, and in the space. */
const inAddresses = (text) => {
    const usual = encodeURIComponent(text.toWellFormed());
    const strict = usual.replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
    return [
        usual,
        ...[strict, strict.replaceAll('%2F', '/'), strict.replaceAll('%20', '+')].flatMap((form) => [
            form,
            form.replaceAll(/%../g, (code) => code.toLowerCase()),
        ]),
    ];
};
/** A text within quotes of JSON; Python's has no letters beyond ASCII. */
const inJson = (text) => {
    const json = JSON.stringify(text).slice(1, -1);
    const ascii = json.replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return [json, ascii];
};
/** Letters of a line of base64: of PEM, and of mail and the command `base64`. */
const widths = [64, 76];
/** The lines of base64 that is too long for one. What is behind the secret, as a line break, may change the last letters. */
const wrappedBase64 = (text) => {
    const base64 = base64Within(text, 0);
    return widths
        .filter((width) => base64.length > width)
        .flatMap((width) => base64.match(new RegExp(`.{1,${width}}`, 'g')) ?? [])
        .filter((line) => line.length > telling);
};
/** Bytes that must show through for a part of base64 to be hidden: fewer may well stand for something else. */
const telling = 6;
/**
 * The part of base64 that stands for a text alone, in the midst of more of it, as in a header's `user:password`; `shift`
 * bytes, modulo 3, stand before it.
 */
const base64Within = (text, shift) => {
    const bytes = Buffer.from(text);
    const from = (3 - shift) % 3;
    const whole = bytes.subarray(from, bytes.length - ((bytes.length - from) % 3));
    return whole.length < telling ? '' : whole.toString('base64');
};


/***/ })

};
