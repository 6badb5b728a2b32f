export const id = 317;
export const ids = [317];
export const modules = {

/***/ 6174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ readInvocation)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7264);
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7340);
/* harmony import */ var _server_connection_host_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5938);



/** An input's value; undefined when it is empty. */
const optional = (name) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4)(name) || undefined;
/** A boolean of YAML 1.2, or none. */
const readFlag = (name) => {
    const text = (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4)(name);
    if (/^(?:true|True|TRUE)$/.test(text))
        return true;
    if (/^(?:false|False|FALSE|)$/.test(text))
        return false;
    throw new _report_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H({
        what: `${JSON.stringify(text)} is neither true nor false`,
        where: `input ${name}`,
        next: `Write \`${name}: true\` or \`${name}: false\`, or leave it out for false.`,
    });
};
/** The branch or tag that the run is for; a pull request's merge commit is neither. */
const readRef = ({ GITHUB_REF: full = '', GITHUB_REF_NAME: name, GITHUB_REF_TYPE: type, }) => name && (type === 'branch' || type === 'tag') && !full.startsWith('refs/pull/') ? { type, name } : undefined;
/** Reads the action's inputs and the job's environment, once. */
const readInvocation = (env) => {
    const serverUrl = env.GITHUB_SERVER_URL ?? 'https://github.com';
    const repository = env.GITHUB_REPOSITORY ?? '';
    return {
        command: optional('command') ?? 'build all',
        dryRun: readFlag('dry-run'),
        configuration: optional('configuration'),
        trigger: { event: env.GITHUB_EVENT_NAME ?? '', ref: readRef(env) },
        configFile: optional('config-file'),
        workspace: env.GITHUB_WORKSPACE ?? process.cwd(),
        privateKey: (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4)('ssh-private-key', { trimWhitespace: false }),
        passphrase: optional('ssh-private-key-passphrase'),
        pins: {
            knownHosts: optional('ssh-known-hosts'),
            fingerprint: optional('ssh-host-fingerprint'),
            checking: (0,_server_connection_host_key_js__WEBPACK_IMPORTED_MODULE_2__/* .readHostKeyChecking */ .M)((0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4)('ssh-host-key-checking')),
        },
        repository,
        serverUrl,
        token: (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4)('token'),
        actor: env.GITHUB_ACTOR ?? 'somebody',
        runUrl: env.GITHUB_RUN_ID ? `${serverUrl}/${repository}/actions/runs/${env.GITHUB_RUN_ID}` : '',
        env,
    };
};


/***/ }),

/***/ 853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ logLine)
/* harmony export */ });
/* unused harmony export plainLine */
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7264);

/** Writes a line to the job's log. Whatever stands in it, the runner takes none of it for a command to itself. */
const logLine = (line) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq)(plainLine(line));
/**
 * A line without what the runner acts upon: `::command::` at its start, `##[command]` anywhere in it, and a carriage
 * return, which ends a line for the runner, so that a start may be anywhere.
 */
const plainLine = (line) => line
    .replaceAll(/[\r\n]+/g, ' ')
    .replaceAll('##[', '#\u200b#[')
    .replace(/^(\s*)::/, '$1:\u200b:');


/***/ }),

/***/ 7698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runPost: () => (/* binding */ runPost)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7264);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6174);
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(853);
/* harmony import */ var _report_progress_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7751);
/* harmony import */ var _report_render_failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5503);





/** The post stage: when the main stage was ended from outside, it clears what that left on the server. */
const runPost = async () => {
    if ((0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu)('stage') !== 'working')
        return;
    try {
        const { tidy } = await Promise.all(/* import() */[__webpack_require__.e(311), __webpack_require__.e(815), __webpack_require__.e(115), __webpack_require__.e(486), __webpack_require__.e(176)]).then(__webpack_require__.bind(__webpack_require__, 6176));
        const signal = new AbortController().signal;
        (0,_github_log_js__WEBPACK_IMPORTED_MODULE_2__/* .logLine */ .B)(await tidy((0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readInvocation */ .r)(process.env), { progress: (0,_report_progress_js__WEBPACK_IMPORTED_MODULE_3__/* .lineProgress */ .Q)(_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz), signal }));
    }
    catch (error) {
        const { what, why = '' } = (0,_report_render_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .detailsOf */ .cz)(error);
        (0,_github_log_js__WEBPACK_IMPORTED_MODULE_2__/* .logLine */ .B)(`The next run tidies up what the interrupted one left, as it cannot be done now. ${what}. ${why}`.trim());
    }
};


/***/ }),

/***/ 7340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ Failure)
/* harmony export */ });
/** The one error type that is meant for people; anything else that is thrown is a defect of the program. */
class Failure extends Error {
    details;
    constructor(details, options) {
        super(details.what, options);
        this.name = 'Failure';
        this.details = details;
    }
}


/***/ }),

/***/ 7751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ lineProgress),
/* harmony export */   Y: () => (/* binding */ seconds)
/* harmony export */ });
/** Seconds for people: `0.25 s`, `12.3 s`. */
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 2 : 1)} s`;
/** A step that is silent for this long, in milliseconds, is said to be still at work. */
const patience = 10_000;
const marks = { done: '✓', failed: '✗', cancelled: '–' };
/**
 * Progress as lines of text, each with the time since the start. What programs on the server print stands behind a
 * bar, so that nothing of it can begin a line and be taken for a command of the runner.
 */
const lineProgress = (write) => {
    const start = performance.now();
    const timings = [];
    const note = (text) => write(`${seconds(performance.now() - start).padStart(8)}  ${text}`);
    const begin = (title, reason) => {
        const begun = performance.now();
        const parts = [];
        const open = new Map();
        const waiting = setInterval(() => note(`… ${title}, ${seconds(performance.now() - begun)} so far`), patience);
        waiting.unref();
        note(`${title} (${reason})`);
        return {
            note,
            output(line) {
                waiting.refresh();
                write(`          │ ${line}`);
            },
            beginPart(part) {
                open.set(part, performance.now());
            },
            endPart(part) {
                const now = performance.now();
                const milliseconds = now - (open.get(part) ?? now);
                parts.push({ title: part, milliseconds });
                note(`  ${part}, ${seconds(milliseconds)}`);
            },
            end(outcome) {
                clearInterval(waiting);
                const milliseconds = performance.now() - begun;
                timings.push({ title, reason, outcome, milliseconds, parts });
                note(`${marks[outcome]} ${title}, ${seconds(milliseconds)}`);
            },
        };
    };
    return { note, begin, timings };
};


/***/ }),

/***/ 5503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A5: () => (/* binding */ failureMarkdown),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   cz: () => (/* binding */ detailsOf),
/* harmony export */   kY: () => (/* binding */ failureText)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7340);

/** Lines of a program's output that are shown. */
const shownLines = 40;
/** What to tell of anything that was thrown. What is no Failure is a defect, and said to be one. */
const detailsOf = (error) => {
    if (error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H)
        return error.details;
    const cause = error instanceof Error ? error : new Error(String(error));
    return {
        what: 'The deployer failed in a way that it does not know',
        why: cause.message,
        output: cause.stack?.split('\n').slice(1),
        next: 'This is a defect of jetee/deploy: please report it with the lines above.',
    };
};
/** A failure as lines of text for a log. */
const failureText = (details) => {
    const { what, where, why, output = [], stands, next } = details;
    return [
        what,
        ...labelled('Where', where),
        ...labelled('Why', why),
        ...output.slice(-shownLines).map((line) => `  │ ${line}`),
        ...labelled('What still stands', stands),
        ...labelled('What to do', next),
    ];
};
const labelled = (label, text) => {
    if (!text)
        return [];
    const [first = '', ...rest] = text.trimEnd().split('\n');
    return [`${label}: ${first}`, ...rest.map((line) => `  ${line}`)];
};
/** A failure as Markdown for a summary. */
const failureMarkdown = (details) => {
    const { what, where, why, output = [], stands, next } = details;
    return [
        `### ❌ ${escapeMarkdown(what)}`,
        ...row('Where', where),
        ...row('Why', why),
        ...(output.length > 0 ? [codeBlock(output.slice(-shownLines))] : []),
        ...row('What still stands', stands),
        ...row('What to do', next),
    ].join('\n\n');
};
/**
 * One labelled text. Lines behind a first one that ends in a colon are there to be copied, and keep every character;
 * other texts of several lines are lists.
 */
const row = (label, text) => {
    if (!text)
        return [];
    const [first = '', ...rest] = text.trimEnd().split('\n');
    if (rest.length === 0)
        return [`**${label}:** ${escapeMarkdown(first)}`];
    if (first.endsWith(':'))
        return [`**${label}:** ${escapeMarkdown(first)}`, codeBlock(rest)];
    return [`**${label}:**`, [first, ...rest].map((line) => `- ${escapeMarkdown(line)}`).join('\n')];
};
/** Text of others, so that Markdown and HTML in it stay text; single back ticks mark code, which stays as it is. */
const escapeMarkdown = (text) => text
    .split(/((?<!`)`[^`\n]+`(?!`))/)
    .map((part, index) => (index % 2 === 1 ? part : escapeText(part)))
    .join('');
const escapeText = (text) => text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\*_[\]|#~]/g, '\\$&')
    .replaceAll('\n', '<br>');
/** Lines as a block of code that nothing in them can end. */
const codeBlock = (lines) => {
    const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((ticks) => ticks.length)));
    const fence = '`'.repeat(longest + 1);
    return [`${fence}text`, ...lines, fence].join('\n');
};


/***/ }),

/***/ 5938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ hostKeyPolicy),
/* harmony export */   M: () => (/* binding */ readHostKeyChecking)
/* harmony export */ });
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7340);
/* harmony import */ var _known_hosts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7585);


const algorithms = [
    'ssh-ed25519',
    'ecdsa-sha2-nistp256',
    'ecdsa-sha2-nistp384',
    'ecdsa-sha2-nistp521',
    'rsa-sha2-512',
    'rsa-sha2-256',
];
/** Reads the input `ssh-host-key-checking`; empty means `strict`. */
function readHostKeyChecking(text) {
    const value = text.trim();
    if (value === '' || value === 'strict')
        return 'strict';
    if (value === 'accept-new')
        return 'accept-new';
    throw new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
        what: `“${value}” is not a way of host key checking`,
        where: 'input ssh-host-key-checking',
        next: 'Write `strict` (only a pinned server) or `accept-new` (also a server that nothing pins). There is no way to accept a key that differs from its pin.',
    });
}
/**
 * Decides which key the server may show. The strict reading holds: each given pin that covers the host must
 * match, so a fingerprint does not excuse a differing known_hosts line, nor the other way round. Fingerprints
 * cover every host, and one of several suffices. Throws when a pin cannot be read.
 */
function hostKeyPolicy(pins, host, port) {
    const lines = (0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .parseKnownHosts */ .uJ)(pins.knownHosts ?? '');
    const fingerprints = readFingerprints(pins.fingerprint ?? '');
    const types = (0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .knownKeyTypes */ .C2)(lines, host, port);
    const isPinned = (algorithm) => types.includes(algorithm.startsWith('rsa-sha2-') ? 'ssh-rsa' : algorithm);
    return {
        algorithms: [...algorithms.filter(isPinned), ...algorithms.filter((algorithm) => !isPinned(algorithm))],
        judge: (key) => judge({ lines, fingerprints, checking: pins.checking, host, port }, key),
    };
}
function readFingerprints(text) {
    return text
        .split(/[\s,]+/)
        .filter((word) => word !== '')
        .map((word) => {
        const hash = word.replace(/^SHA256:/i, '').replace(/=+$/, '');
        if (/^[A-Za-z0-9+/]{43}$/.test(hash))
            return `SHA256:${hash}`;
        throw new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
            what: `“${word}” is not a fingerprint of a host key`,
            where: 'input ssh-host-fingerprint',
            why: 'It needs `SHA256:` and 43 characters of base64.',
            next: 'Run `ssh-keygen -l -E sha256 -f /etc/ssh/ssh_host_ed25519_key.pub` on the server and copy the second word.',
        });
    });
}
function judge(situation, key) {
    const { lines, fingerprints, checking, host, port } = situation;
    const shown = {
        type: (0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .typeOfKey */ .Jh)(key),
        fingerprint: (0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .Rj)(key),
        line: `${(0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .knownHostName */ .nF)(host, port)} ${(0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .typeOfKey */ .Jh)(key)} ${key.toString('base64')}`,
    };
    const byLines = (0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .matchHostKey */ .zM)(lines, host, port, key);
    if (byLines === 'revoked')
        return refused(revoked(situation, shown));
    if (byLines === 'changed') {
        const pinned = (0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .knownKeys */ .eE)(lines, host, port).map((line) => `${(0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .Rj)(line.key)} (${line.keyType})`);
        return refused(changed(situation, shown, pinned, 'ssh-known-hosts'));
    }
    if (fingerprints.length > 0 && !fingerprints.includes(shown.fingerprint)) {
        return refused(changed(situation, shown, fingerprints, 'ssh-host-fingerprint'));
    }
    if (byLines === 'known' || fingerprints.length > 0)
        return { accepted: true, hostKey: shown };
    if (checking === 'strict')
        return refused(unknown(situation, shown));
    const notice = `The host key of ${host} is not pinned; trusted ${shown.type} ${shown.fingerprint}. To pin it, set \`ssh-known-hosts\` to: ${shown.line}`;
    return { accepted: true, hostKey: { ...shown, notice } };
}
function refused(failure) {
    return { accepted: false, failure };
}
function unknown({ lines, host, port }, shown) {
    const others = lines.length > 0 ? ` None of the lines in \`ssh-known-hosts\` is for ${(0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .knownHostName */ .nF)(host, port)}.` : '';
    const authority = (0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .hasAuthority */ .yq)(lines, host, port)
        ? ' There is a `@cert-authority` line for it, but host certificates are not supported: pin the key itself.'
        : '';
    return new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
        what: `The host key of ${host} is not known`,
        where: `${host}:${port}`,
        why: `The server shows the ${shown.type} key ${shown.fingerprint}, and nothing pins it.${others}${authority}`,
        next: `Compare the fingerprint with what \`${onServer(shown.type)}\` prints on the server’s own console. If it is the same, set the input \`ssh-known-hosts\` to this line:\n${shown.line}`,
    });
}
function changed({ host, port }, shown, pinned, input) {
    return new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
        what: `The host key of ${host} is not the pinned one`,
        where: `${host}:${port}`,
        why: `The server shows the ${shown.type} key ${shown.fingerprint}; \`${input}\` pins ${pinned.join(', ')}. Either the server was reinstalled, or it has another key of another type, or someone stands between it and you.`,
        next: `Compare the fingerprint with what \`${onServer(shown.type)}\` prints on the server’s own console. Only if it is the same, replace the pin by this line in \`ssh-known-hosts\`:\n${shown.line}`,
    });
}
function revoked({ host, port }, shown) {
    return new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
        what: `The host key of ${host} is revoked`,
        where: `${host}:${port}`,
        why: `The server shows the ${shown.type} key ${shown.fingerprint}, which a \`@revoked\` line in \`ssh-known-hosts\` forbids.`,
        next: 'Give the server a new host key, and pin that.',
    });
}
function onServer(type) {
    const file = type === 'ssh-rsa' ? 'rsa' : type.startsWith('ecdsa-') ? 'ecdsa' : 'ed25519';
    return `ssh-keygen -lf /etc/ssh/ssh_host_${file}_key.pub`;
}


/***/ }),

/***/ 7585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ knownKeyTypes),
/* harmony export */   Jh: () => (/* binding */ typeOfKey),
/* harmony export */   Rj: () => (/* binding */ fingerprint),
/* harmony export */   eE: () => (/* binding */ knownKeys),
/* harmony export */   nF: () => (/* binding */ knownHostName),
/* harmony export */   uJ: () => (/* binding */ parseKnownHosts),
/* harmony export */   yq: () => (/* binding */ hasAuthority),
/* harmony export */   zM: () => (/* binding */ matchHostKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7340);


/** Reads the text of a known_hosts file; comments and empty lines are left out. */
function parseKnownHosts(text) {
    return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
        const trimmed = line.trim();
        return trimmed === '' || trimmed.startsWith('#') ? [] : [parseLine(trimmed, index + 1)];
    });
}
function parseLine(line, number) {
    const words = line.split(/\s+/);
    const marker = words[0]?.startsWith('@') ? words.shift()?.slice(1) : undefined;
    if (marker !== undefined && marker !== 'revoked' && marker !== 'cert-authority') {
        throw malformed(number, `\`@${marker}\` is not a marker; there are \`@revoked\` and \`@cert-authority\`.`);
    }
    const [hosts, keyType, base64] = words;
    if (hosts === undefined || keyType === undefined || base64 === undefined) {
        throw malformed(number, 'It needs a host, a key type and a key.');
    }
    const key = Buffer.from(base64, 'base64');
    if (typeOfKey(key) !== keyType) {
        throw malformed(number, `Its third word is not a key of the type that its second names.`);
    }
    return { marker, hosts: hosts.split(','), keyType, key };
}
function malformed(number, why) {
    return new _report_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H({
        what: `Line ${number} of the known hosts cannot be read`,
        where: `input ssh-known-hosts, line ${number}`,
        why,
        next: 'Write each line as `host type key`, as `ssh-keyscan HOST` prints it.',
    });
}
/** The type that an SSH public key names itself, such as `ssh-ed25519`; empty when the bytes hold no key. */
function typeOfKey(key) {
    let type;
    let at = 0;
    while (at + 4 <= key.length) {
        const start = at + 4;
        at = start + key.readUInt32BE(at);
        type ??= key.toString('latin1', start, at);
    }
    return at === key.length ? (type ?? '') : '';
}
/** The name under which known_hosts lists a host: bare on port 22, else `[host]:port`. */
function knownHostName(host, port) {
    const name = host.toLowerCase();
    return port === 22 ? name : `[${name}]:${port}`;
}
/**
 * What the lines say of the key that a server shows. A line that covers the host with another key means
 * `changed`, of whatever type that key is. As in OpenSSH, a server on another port than 22 is also known by
 * a line with its bare name, when that line has this very key.
 */
function matchHostKey(lines, host, port, key) {
    const exact = verdict(covering(lines, host, port), key);
    if (exact !== 'unknown' || port === 22)
        return exact;
    const bare = verdict(covering(lines, host, 22), key);
    return bare === 'changed' ? 'unknown' : bare;
}
function verdict(lines, key) {
    if (lines.some((line) => line.marker === 'revoked' && line.key.equals(key)))
        return 'revoked';
    const plain = lines.filter((line) => line.marker === undefined);
    if (plain.some((line) => line.key.equals(key)))
        return 'known';
    return plain.length > 0 ? 'changed' : 'unknown';
}
/** The keys that the lines list for a host, in their order, leaving out revoked ones and authorities. */
function knownKeys(lines, host, port) {
    const exact = covering(lines, host, port);
    const found = exact.length > 0 ? exact : covering(lines, host, 22);
    return found.filter((line) => line.marker === undefined);
}
/** The types of {@link knownKeys}, each once. */
function knownKeyTypes(lines, host, port) {
    return [...new Set(knownKeys(lines, host, port).map((line) => line.keyType))];
}
/** Whether a certificate authority is listed for the host: certificates of hosts are not supported. */
function hasAuthority(lines, host, port) {
    return covering(lines, host, port).some((line) => line.marker === 'cert-authority');
}
function covering(lines, host, port) {
    const name = knownHostName(host, port);
    return lines.filter(({ hosts }) => {
        const negated = hosts.some((pattern) => pattern.startsWith('!') && matches(pattern.slice(1), name));
        return !negated && hosts.some((pattern) => matches(pattern, name));
    });
}
function matches(pattern, name) {
    if (pattern.startsWith('|1|')) {
        const [, , salt = '', hash = ''] = pattern.split('|');
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64') === hash;
    }
    const expression = pattern
        .toLowerCase()
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*')
        .replaceAll('?', '.');
    return new RegExp(`^${expression}$`).test(name);
}
/** The fingerprint of a public key as ssh-keygen prints it: `SHA256:` and base64 without padding. */
function fingerprint(key) {
    return `SHA256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}


/***/ })

};
