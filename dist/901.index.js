export const id = 901;
export const ids = [901];
export const modules = {

/***/ 2901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ git),
/* harmony export */   Ii: () => (/* binding */ tryGit),
/* harmony export */   XS: () => (/* binding */ GitError),
/* harmony export */   b4: () => (/* binding */ readBlobs)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6315);
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1640);



/** Git in a job's container often finds that the workspace belongs to another user. */
const trusted = ['-c', 'safe.directory=*'];
const environment = (extra = {}) => ({
    ...Object.fromEntries(Object.entries(process.env).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]]))),
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    ...extra,
});
/** Runs git on the runner and gives what it printed; undefined when it failed. */
const tryGit = async (args, options) => {
    const result = await runGit(args, options);
    return result.exitCode === 0 ? result.stdout : undefined;
};
/** Runs git on the runner and gives what it printed. */
const git = async (args, options) => {
    const { exitCode, stdout, stderr } = await runGit(args, options);
    if (exitCode !== 0)
        throw new GitError(stderr.trim() || `git ${args[0]} ended with ${exitCode}`);
    return stdout;
};
/** What git itself said when it failed. */
class GitError extends Error {
    name = 'GitError';
}
const runGit = async (args, { cwd, env }) => {
    try {
        return await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_1__/* .getExecOutput */ .H)('git', [...trusted, ...args], {
            cwd,
            env: environment(env),
            silent: true,
            ignoreReturnCode: true,
        });
    }
    catch (cause) {
        throw new _report_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H({ what: 'git could not be run on the runner', why: String(cause), next: 'Install git on the runner.' }, { cause });
    }
};
/** Contents of blobs, in the order of their names. */
async function* readBlobs(cwd, blobs) {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('git', [...trusted, 'cat-file', '--batch', '--buffer'], {
        cwd,
        env: environment(),
        stdio: ['pipe', 'pipe', 'inherit'],
    });
    // When git ends early, the missing answer below says so.
    child.stdin.on('error', () => { });
    child.stdin.end(blobs.map((blob) => `${blob}\n`).join(''));
    const chunks = child.stdout[Symbol.asyncIterator]();
    let buffer = Buffer.alloc(0);
    const more = async () => {
        const next = await chunks.next();
        if (next.done)
            throw new GitError('git cat-file ended early');
        return next.value;
    };
    const header = async () => {
        while (!buffer.includes(10))
            buffer = Buffer.concat([buffer, await more()]);
        const end = buffer.indexOf(10);
        const line = buffer.subarray(0, end).toString();
        buffer = buffer.subarray(end + 1);
        return line;
    };
    const take = async (length) => {
        const parts = [buffer];
        for (let have = buffer.length; have < length;) {
            const part = await more();
            parts.push(part);
            have += part.length;
        }
        const whole = Buffer.concat(parts);
        buffer = whole.subarray(length);
        return whole.subarray(0, length);
    };
    try {
        for (const blob of blobs) {
            const [name, kind, size] = (await header()).split(' ');
            if (name !== blob || kind !== 'blob')
                throw new GitError(`git has no file ${blob}: it says ${name} ${kind}`);
            const length = Number(size);
            // A line feed stands behind the content.
            yield (await take(length + 1)).subarray(0, length);
        }
    }
    finally {
        child.kill();
    }
}


/***/ })

};
