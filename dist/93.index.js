export const id = 93;
export const ids = [93];
export const modules = {

/***/ 5093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openApi: () => (/* binding */ openApi)
});

// EXTERNAL MODULE: ./lib/github/tries.js
var tries = __webpack_require__(9978);
;// CONCATENATED MODULE: ./lib/github/refusal.js

/**
 * Puts into words why a call went wrong, and what to do about it. A 403 has many meanings, and a 404 is also what GitHub
 * says to those who may not even know; headers and message tell more.
 */
const refusalOf = ({ what, permission }, trouble, { input, isAllowed }, now) => {
    const { status, headers, message } = trouble;
    const limit = (0,tries/* limitOf */.LF)(trouble, now);
    if (limit)
        return {
            about: 'limit',
            text: `GitHub takes no more requests of this token until ${clock(limit.until)} (${message}): this run could not ${what}`,
        };
    if ((0,tries/* isDown */.Pj)(trouble))
        return {
            about: 'answer',
            text: `GitHub’s API ${status === undefined ? `did not answer (${message})` : `failed (${status} ${message})`}: this run could not ${what}`,
        };
    if (status === 401)
        return {
            about: 'token',
            text: `GitHub does not know the token of the input \`${input}\` (${message}): this run could not ${what}`,
        };
    if (headers['x-github-sso'] !== undefined)
        return {
            about: 'sso',
            text: `The token of the input \`${input}\` has to be authorized for the organization’s single sign-on before this run can ${what}`,
        };
    if ((status === 403 || status === 404) && !isAllowed && !/archived|IP allow list/i.test(message)) {
        const lines = [permission, ...besides(permission, String(headers['x-accepted-github-permissions'] ?? ''))];
        return {
            about: permission,
            text: `GitHub did not let this run ${what} (${message}): ${remedy(input, lines)}`,
        };
    }
    return { about: what, text: `This run could not ${what}: ${message}` };
};
const remedy = (input, lines) => {
    const listed = lines.map((line) => `\`${line}\``).join(' and ');
    return input === 'token'
        ? `the job’s \`permissions:\` need the line ${listed}`
        : `the token of the input \`${input}\` needs ${listed}`;
};
/**
 * What GitHub says that a call needs beside a permission: alternatives, divided by semicolons, of pairs divided by
 * commas, such as `issues=write; pull_requests=write`.
 */
const besides = (permission, accepted) => {
    const [name = ''] = permission.split(':');
    const alternatives = accepted
        .split(';')
        .map((pairs) => pairs.split(',').flatMap((pair) => readPair(pair) ?? []))
        .filter((pairs) => pairs.length > 0);
    const chosen = alternatives.find((pairs) => pairs.some((pair) => pair.name === name)) ?? alternatives[0];
    return (chosen ?? [])
        .filter((pair) => pair.name !== name && pair.name !== 'metadata')
        .map((pair) => `${pair.name}: ${pair.access}`);
};
const readPair = (pair) => {
    const [, name, access] = /^\s*([a-z_]+)=([a-z]+)\s*$/.exec(pair) ?? [];
    return name && access ? { name: name.replaceAll('_', '-'), access } : undefined;
};
/** A time of the day, as `14:03:20 UTC`. */
const clock = (time) => `${new Date(time).toISOString().slice(11, 19)} UTC`;

;// CONCATENATED MODULE: ./lib/github/api.js


/** Opens GitHub's API; nothing is asked yet, and the client is not loaded. */
const openApi = (options) => {
    const { apiUrl, token, repository, warn, input = 'token', signal = new AbortController().signal } = options;
    const [owner = '', repo = ''] = repository.split('/');
    const told = new Set();
    const allowed = new Set();
    let loading;
    const client = () => {
        loading ??= Promise.all(/* import() */[__webpack_require__.e(31), __webpack_require__.e(99)]).then(__webpack_require__.bind(__webpack_require__, 8480)).then(({ openClient }) => openClient({ apiUrl, token, signal }));
        return loading;
    };
    return {
        client,
        repo: { owner, repo },
        async attempt(wish, call) {
            try {
                const answer = await call(await client());
                allowed.add(wish.permission);
                return answer;
            }
            catch (error) {
                const trouble = (0,tries/* troubleOf */.LH)(signal.aborted ? signal.reason : error);
                const caller = { input, isAllowed: allowed.has(wish.permission) };
                const { about, text } = refusalOf(wish, trouble, caller, Date.now());
                if (!told.has(about))
                    warn(text);
                told.add(about);
                return undefined;
            }
        },
    };
};


/***/ })

};
