export const id = 707;
export const ids = [707];
export const modules = {

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
/** Lines that are kept of what a step prints. */
const keptLines = 40;
/** Characters of a line that is kept. A longer one is left out whole: half a secret would not be masked. */
const longestLine = 1000;
/** Keeps the last of many lines. */
const lastLines = () => {
    const lines = [];
    return {
        lines: lines,
        add(line) {
            lines.push(line.length > longestLine ? `(a line of ${line.length} characters)` : line);
            if (lines.length > keptLines)
                lines.shift();
        },
    };
};
const marks = { done: '✓', failed: '✗', cancelled: '–' };
/**
 * Progress as lines of text, each with the time since the start. What programs on the server print stands behind a
 * bar, so that nothing of it can begin a line and be taken for a command of the runner.
 */
const lineProgress = (write) => {
    const start = performance.now();
    const timings = [];
    const note = (text) => write(`${seconds(performance.now() - start).padStart(8)}  ${text}`);
    const warnings = [];
    const warn = (text) => {
        warnings.push(text);
        note(`⚠ ${text}`);
    };
    const begin = (title, reason) => {
        const begun = performance.now();
        const parts = [];
        const open = new Map();
        const last = lastLines();
        const waiting = setInterval(() => note(`… ${title}, ${seconds(performance.now() - begun)} so far`), patience);
        waiting.unref();
        note(`${title} (${reason})`);
        return {
            note,
            warn,
            output(line) {
                waiting.refresh();
                last.add(line);
                write(`          │ ${line}`);
            },
            beginPart(part) {
                open.set(part, performance.now());
            },
            endPart(part, task) {
                const now = performance.now();
                const milliseconds = now - (open.get(part) ?? now);
                parts.push({ title: part, milliseconds, ...(task && { task }) });
                note(`  ${task && task.status !== 0 ? `${marks.failed} ` : ''}${part}, ${seconds(milliseconds)}`);
            },
            end(outcome) {
                clearInterval(waiting);
                const milliseconds = performance.now() - begun;
                timings.push({
                    title,
                    reason,
                    outcome,
                    begun: begun - start,
                    milliseconds,
                    ...(outcome === 'failed' && { output: last.lines }),
                    parts,
                });
                note(`${marks[outcome]} ${title}, ${seconds(milliseconds)}`);
            },
        };
    };
    return { note, warn, begin, timings, warnings };
};


/***/ }),

/***/ 5503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   TV: () => (/* binding */ shownLines),
/* harmony export */   cz: () => (/* binding */ detailsOf),
/* harmony export */   g1: () => (/* binding */ lastOf),
/* harmony export */   kY: () => (/* binding */ failureText),
/* harmony export */   zl: () => (/* binding */ failureSections)
/* harmony export */ });
/* unused harmony export codeBlock */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7340);


/** Lines of a program's output that are shown. */
const shownLines = 40;
/** What to tell of anything that was thrown. What is no Failure is a defect, and said to be one. */
const detailsOf = (error) => {
    if (error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H)
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
/** A failure as Markdown for a summary. What is long in it gives way to the rest of it. */
const failureSections = (details) => {
    const { what, where, why, output = [], stands, next } = details;
    const shown = output.slice(-shownLines);
    return [
        `### ❌ ${escapeMarkdown(what)}`,
        ...place(where),
        ...row('Why', why),
        ...(shown.length > 0 ? [{ rows: shown, keep: 'last', render: lastOf }] : []),
        ...row('What still stands', stands),
        ...row('What to do', next),
    ];
};
/** The last lines of an output as a block, with a word of those that were left out. */
const lastOf = (rows, left) => codeBlock([...(left > 0 ? [`… ${left} lines before these, in the log of the run`] : []), ...rows]);
/** Where it failed. As code: GitHub would make an address for mail of `user@host`. */
const place = (where) => !where || /[`\n]/.test(where) ? row('Where', where) : [`**Where:** \`${where}\``];
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
    return [
        {
            rows: [first, ...rest].map((line) => `- ${escapeMarkdown(line.trim())}`),
            keep: 'first',
            render: (rows, left) => [`**${label}:**`, [...rows, ...(left > 0 ? [`- … ${left} more, in the log`] : [])].join('\n')].join('\n\n'),
        },
    ];
};
/** Text of others, so that Markdown and HTML in it stay text; single back ticks mark code, which stays as it is. */
const escapeMarkdown = (text) => text
    .split(/((?<!`)`[^`\r\n]+`(?!`))/)
    .map((part, index) => (index % 2 === 1 ? part : escapeText(part)))
    .join('');
const escapeText = (text) => text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\*_[\]|#~`]/g, '\\$&')
    .replaceAll(/\r\n?|\n/g, '<br>');
/** Lines as a block of code that nothing in them can end. */
const codeBlock = (lines) => {
    const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((ticks) => ticks.length)));
    const fence = '`'.repeat(longest + 1);
    return [`${fence}text`, ...lines.map(printed), fence].join('\n');
};
/** A line as it is read: without the colours and the other signs that a terminal acts upon. */
const printed = (line) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(line).replaceAll(/[^\P{Cc}\t]+/gu, ' ');


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


/***/ }),

/***/ 5938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   An: () => (/* binding */ hostKeyPolicy),
/* harmony export */   Me: () => (/* binding */ readHostKeyChecking),
/* harmony export */   iJ: () => (/* binding */ algorithmsFor)
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
    return {
        algorithms: algorithmsFor(lines, host, port),
        judge: (key) => judge({ lines, fingerprints, checking: pins.checking, host, port }, key),
    };
}
/** Signature algorithms to ask a server for, those of the keys that the lines list for it first. */
function algorithmsFor(lines, host, port) {
    const types = (0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .knownKeyTypes */ .C2)(lines, host, port);
    const isKnown = (algorithm) => types.includes(algorithm.startsWith('rsa-sha2-') ? 'ssh-rsa' : algorithm);
    return [...algorithms.filter(isKnown), ...algorithms.filter((algorithm) => !isKnown(algorithm))];
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


/***/ }),

/***/ 1707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runLine: () => (/* binding */ runLine)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:readline/promises"
var promises_ = __webpack_require__(6848);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:tty"
var external_node_tty_ = __webpack_require__(7066);
// EXTERNAL MODULE: ./lib/report/failure.js
var failure = __webpack_require__(7340);
;// CONCATENATED MODULE: ./lib/terminal/ask.js





/** Makes the asker; `around` keeps others off the terminal during a question, and the signal ends one. */
const makeAsker = (around, signal) => ({
    canAsk: hasTerminal(),
    line: (prompt) => around(() => ask(prompt, true, signal)),
    secret: (prompt) => around(() => ask(prompt, false, signal)),
});
const device = '/dev/tty';
const hasTerminal = () => {
    try {
        new external_node_tty_.ReadStream((0,external_node_fs_.openSync)(device, 'r+')).destroy();
        return true;
    }
    catch {
        return false;
    }
};
const ask = async (prompt, isShown, signal) => {
    const input = new external_node_tty_.ReadStream((0,external_node_fs_.openSync)(device, 'r+'));
    const output = new external_node_tty_.WriteStream((0,external_node_fs_.openSync)(device, 'w'));
    const nowhere = new external_node_stream_.Writable({ write: (_chunk, _encoding, done) => done() });
    const lines = (0,promises_.createInterface)({ input, output: isShown ? output : nowhere, terminal: true, historySize: 0 });
    // Typed in raw mode, Ctrl-C is a letter; it is to mean what it means otherwise.
    lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    const ended = Promise.withResolvers();
    lines.once('close', () => ended.reject(noAnswer(prompt)));
    ended.promise.catch(() => { });
    try {
        if (!isShown)
            output.write(prompt);
        return await Promise.race([lines.question(isShown ? prompt : '', { signal }), ended.promise]);
    }
    catch (error) {
        signal.throwIfAborted();
        throw error;
    }
    finally {
        lines.close();
        if (!isShown)
            output.write('\n');
        input.destroy();
        output.destroy();
    }
};
const noAnswer = (prompt) => new failure/* Failure */.H({
    what: 'A question was not answered',
    why: `It was: ${prompt.trim().split('\n').at(-1)}`,
    stands: 'Nothing on the server was changed.',
});

;// CONCATENATED MODULE: ./lib/terminal/cancel.js

const statuses = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
/** The first signal cancels the run, which then clears what it began; a second one ends the program at once. */
const cancelOnSignals = (tell) => {
    const controller = new AbortController();
    let exitCode;
    for (const [name, status] of Object.entries(statuses)) {
        process.on(name, () => {
            if (exitCode !== undefined)
                process.exit(status);
            exitCode = status;
            tell('Cancelling: what was begun is cleared first. Ctrl-C once more ends at once');
            controller.abort(new failure/* Failure */.H({
                what: 'The run was cancelled',
                why: name === 'SIGINT' ? 'Ctrl-C was pressed.' : `The program was sent ${name}.`,
                next: 'Run it again: it picks up where this one stopped.',
            }));
        });
    }
    return { signal: controller.signal, exitCode: () => exitCode };
};

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./lib/report/render-failure.js
var render_failure = __webpack_require__(5503);
;// CONCATENATED MODULE: ./lib/terminal/words.js
/** Messages speak of the action's inputs and of its job. In a terminal, the same things have other names. */
/** What the action says, and what a terminal says in its place. */
const replacements = [
    [/, then the job again/g, ', then run this again'],
    [/Run the job again/g, 'Run it again'],
    [/run the job again/g, 'run it again'],
    [/run the job on a machine/g, 'run this on a machine'],
    [/ Hosted runners have no IPv6, and no way into private networks\./g, ''],
    [/the input `configuration` names/g, '`-n` names'],
    [/Set the input `configuration` to one of/g, 'Give `-n` one of'],
    [/set the input `config-file` to/g, 'give `-m`'],
    [/by the input `?config-file`?/g, 'by `-m`'],
    [/^input config-file$/g, 'option -m'],
    [/needs an input `token` that may read it/g, 'needs a token that may read it, in GH_TOKEN or GITHUB_TOKEN'],
    [/(?:; )?perhaps the job has no step `uses: actions\/checkout@v\d+` before this one/g, ''],
    [/There is no checkout to deploy/g, 'There is no commit to deploy'],
    [/The workspace is not a git repository with a commit/g, 'The repository has no commit yet'],
    [/Put a step `uses: actions\/checkout@v\d+` before this one/g, 'Commit what is to be deployed'],
    [
        /Give `submodules: true` \(or `recursive`\) to actions\/checkout/g,
        'Run `git submodule update --init --recursive`',
    ],
    [/The workspace has/g, 'The repository has'],
    [/\b(in|inside) the workspace/g, '$1 the repository'],
    [/on the runner/g, 'on this machine'],
    [/, also where actions\/checkout fetches it with `lfs: true`/g, ''],
    [/there is no input `deploy-key-token`/g, 'a terminal registers no deploy keys'],
    [/; or give the input `deploy-key-token` a token with `administration: write` there/g, ''],
    [/Code: from the runner/g, 'Code: from this machine'],
    [/^input token$/g, 'GH_TOKEN or GITHUB_TOKEN'],
    [
        /Leave the input `token` at its default and give the job `permissions: \{ contents: read \}`, or put a step `uses: actions\/checkout@v\d+` before this one/g,
        'Set `GH_TOKEN` to a token that may read it, or run this in a clone of the repository',
    ],
    [
        /The job needs `permissions: \{ contents: read \}`, or a checkout with `fetch-depth: 0`/g,
        'Set `GH_TOKEN` to a token that may read it, or fetch the base branch',
    ],
    [/Leave the input `token` as it is by default; in a terminal, set `GH_TOKEN`/g, 'Set `GH_TOKEN`'],
    [
        /The job needs `permissions: \{ pull-requests: read \}`/g,
        'The token in `GH_TOKEN` must be one that may read pull requests',
    ],
    [/[Tt]he input `preview` names it/g, '`--preview` names it'],
    [/With the input `preview: (.+?)`/g, 'With `--preview $1`'],
    [/and name the input `configuration`/g, 'and give `-n`'],
    [/The input `configuration` does/g, '`-n` does'],
    [/`lock-timeout`/g, '`--lock-timeout`'],
    [/\b([Tt]he environment) of the step/g, '$1'],
];
/** A line that the action would say, in the words of a terminal. */
const terminalText = (text) => replacements.reduce((rest, [pattern, words]) => rest.replaceAll(pattern, words), asVariables(text));
/** What the action would tell of a failure, in the words of a terminal. */
const terminalDetails = (details) => {
    const said = (text) => (text === undefined ? undefined : terminalText(text));
    const { what, where, why, stands, next } = details;
    return {
        ...details,
        what: terminalText(what),
        where: said(where),
        why: said(why),
        stands: said(stands),
        next: said(next),
    };
};
/** Lines for the `env` of a step, as variables to set. */
const asVariables = (text) => text.replace(/Add to the step:\nenv:\n((?: {2}\w+: \$\{\{ secrets\.\w+ \}\}(?:\n|$))+)/, (_, lines) => [
    'Set what is missing in the environment, or in a file that `--env-file` names:',
    ...lines
        .trimEnd()
        .split('\n')
        .map((line) => `${line.trim().split(':')[0]}=…`),
].join('\n'));

;// CONCATENATED MODULE: ./lib/terminal/failure.js



/** Anything that was thrown as text for a terminal, in colour where the stream shows any. */
const terminalFailure = (error, stands, { stream, clean }) => {
    const details = (0,render_failure/* detailsOf */.cz)(error);
    const [what = '', ...lines] = (0,render_failure/* failureText */.kY)(terminalDetails({ ...details, stands: details.stands ?? stands })).map(clean);
    const style = (format, text) => (0,external_node_util_.styleText)(format, text, { stream });
    const labelled = (line) => {
        if (line.startsWith('  │ '))
            return style('dim', line);
        const label = /^(?:Where|Why|What still stands|What to do):/.exec(line)?.[0];
        return label === undefined ? line : `${style('bold', label)}${line.slice(label.length)}`;
    };
    return [style(['red', 'bold'], `✗ ${what}`), ...lines.map(labelled), ''].join('\n');
};

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/source/git.js
var git = __webpack_require__(7497);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./lib/terminal/env-file.js




/**
 * The environment with the variables of files, each as `node --env-file` reads it. A variable of the environment wins,
 * unless it is empty; of two files, the later one does.
 */
const withEnvFiles = async (env, files, folder) => {
    const read = await Promise.all(files.map((file) => readEnvFile((0,external_node_path_.resolve)(folder, file), file)));
    const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
    return Object.assign({}, ...read, given);
};
const readEnvFile = async (path, shown) => {
    try {
        return (0,external_node_util_.parseEnv)(await (0,external_node_fs_promises_.readFile)(path, 'utf8'));
    }
    catch (cause) {
        throw new failure/* Failure */.H({
            what: `The file of variables ${shown} cannot be read`,
            where: path,
            why: `${cause.message}.`,
            stands: 'Nothing on the server was changed.',
            next: 'Give `--env-file` a file with a line `NAME=value` for each variable.',
        }, { cause });
    }
};

;// CONCATENATED MODULE: ./lib/terminal/remote.js
/**
 * Reads the address of a remote: `https://github.com/owner/name.git`, `git@github.com:owner/name`,
 * `ssh://git@host:22/owner/name`. Undefined when it does not end in `owner/name`, or lies on this machine.
 */
const readRemote = (address) => {
    const text = address.trim();
    const url = /^(https?|ssh|git):\/\/(?:[^@/]*@)?([^/:]+)(:\d+)?\/(.+)$/.exec(text);
    const short = /^(?:[^@/:]+@)?([^/:]+):(?!\/\/)(.+)$/.exec(text);
    const [, scheme = 'ssh', host, port = '', path] = url ?? (short ? ['', 'ssh', short[1], '', short[2]] : []);
    const repository = /([\w.-]+\/[\w.-]+?)(?:\.git)?\/*$/.exec(path ?? '')?.[1];
    if (!host || !repository)
        return undefined;
    const site = scheme.startsWith('http') ? `${scheme}://${host}${port}` : `https://${host}`;
    // A name without a dot is an alias of ~/.ssh/config, which says nothing of a web site.
    return { repository, serverUrl: host.includes('.') ? site : 'https://github.com' };
};

;// CONCATENATED MODULE: ./lib/terminal/invocation.js






/** Reads from a folder's repository of git, and from the environment, what the action has from its job. */
const readTerminal = async (line, env, folder, reach) => {
    const ask = async (...args) => (await (0,git/* tryGit */.Ii)(args, { cwd: folder }))?.trim() || undefined;
    const workspace = await ask('rev-parse', '--show-toplevel');
    if (workspace === undefined)
        throw noRepository(folder);
    const [branch, address, author, changes] = await Promise.all([
        ask('symbolic-ref', '--quiet', '--short', 'HEAD'),
        ask('remote', 'get-url', 'origin'),
        ask('config', 'user.name'),
        ask('status', '--porcelain'),
    ]);
    const { repository, serverUrl, isGuess } = repositoryOf(line, env, address, workspace);
    const { command, dryRun, configuration, configFile } = line;
    return {
        invocation: {
            command,
            dryRun,
            configuration,
            preview: line.preview,
            trigger: { event: '', ref: branch === undefined ? undefined : { type: 'branch', name: branch } },
            configFile: configFile === undefined ? undefined : (0,external_node_path_.relative)(workspace, (0,external_node_path_.resolve)(folder, configFile)),
            workspace,
            privateKey: '',
            passphrase: undefined,
            pins: { checking: 'strict' },
            reach,
            repository,
            serverUrl: env.GITHUB_SERVER_URL || serverUrl,
            apiUrl: env.GITHUB_API_URL || apiUrlOf(env.GITHUB_SERVER_URL || serverUrl),
            token: env.GH_TOKEN || env.GITHUB_TOKEN || '',
            deployKeyToken: '',
            actor: author ?? (0,external_node_os_.userInfo)().username,
            runUrl: '',
            run: undefined,
            lockSeconds: line.lockSeconds ?? 1800,
            env: await withEnvFiles(env, line.envFiles, folder),
        },
        notes: [
            ...(changes !== undefined && command.kind === 'deploy' ? [uncommitted(changes)] : []),
            ...(isGuess ? [guessed(repository)] : []),
        ],
    };
};
/** GitHub's API beside its pages, as GitHub itself and GitHub Enterprise Server have it. */
const apiUrlOf = (serverUrl) => serverUrl === 'https://github.com' ? 'https://api.github.com' : `${serverUrl}/api/v3`;
/**
 * The repository: as the line says, else the remote `origin`, else the environment. For `check`, which needs no more of
 * it than its name, the folder's will do.
 */
const repositoryOf = ({ repository: given, command }, { GITHUB_REPOSITORY: known }, address, workspace) => {
    const remote = address === undefined ? undefined : readRemote(address);
    const repository = given ?? remote?.repository ?? (known || undefined);
    const serverUrl = remote?.serverUrl ?? 'https://github.com';
    if (repository === undefined) {
        if (command.kind !== 'check')
            throw noRemote(workspace, address);
        return { repository: `owner/${(0,external_node_path_.basename)(workspace).replace(/[^\w.-]/g, '-')}`, serverUrl, isGuess: true };
    }
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
        throw notARepository(repository);
    return { repository, serverUrl, isGuess: false };
};
const uncommitted = (changes) => {
    const count = changes.split('\n').length;
    return `${count} ${count === 1 ? 'file has' : 'files have'} changes that are not committed: the last commit is deployed without them, by the deployment file as it lies here`;
};
const guessed = (repository) => `git has no remote \`origin\` that names a repository: the project’s name is that of \`${repository}\`, as the folder is called`;
const noRepository = (folder) => new failure/* Failure */.H({
    what: 'This folder is in no git repository',
    where: folder,
    why: 'What is deployed is a commit, and there is none.',
    stands: 'Nothing on the server was changed.',
    next: 'Go to the folder of the project, or make it a repository: `git init`, `git add`, `git commit`.',
});
const noRemote = (workspace, address) => new failure/* Failure */.H({
    what: 'Nothing says which repository this is',
    where: workspace,
    why: address === undefined
        ? 'git has no remote `origin` here. The project’s name on the server comes from the repository, and belongs to it.'
        : `The remote \`origin\` is ${address}, which names no owner/name.`,
    stands: 'Nothing on the server was changed.',
    next: 'Say it by `--repository owner/name`, or add the remote: `git remote add origin git@github.com:owner/name.git`.',
});
const notARepository = (repository) => new failure/* Failure */.H({
    what: `${JSON.stringify(repository)} is not a repository`,
    stands: 'Nothing on the server was changed.',
    next: 'Write it as `owner/name`.',
});

// EXTERNAL MODULE: ./node_modules/log-update/index.js + 20 modules
var log_update = __webpack_require__(6279);
// EXTERNAL MODULE: ./lib/report/progress.js
var progress = __webpack_require__(7751);
;// CONCATENATED MODULE: ./lib/terminal/progress.js



/** Drawn on a terminal, and in plain lines anywhere else and where the environment asks for those (`NO_COLOR`). */
const terminalProgress = (options) => {
    const { stream, clean, env, isQuiet } = options;
    // A terminal may not know its size, such as one without a window: nothing can be drawn there.
    const isDrawn = stream.isTTY && stream.columns > 0 && !env.NO_COLOR && env.TERM !== 'dumb';
    if (isDrawn)
        return drawnProgress(options);
    const lines = (0,progress/* lineProgress */.Q)((line) => {
        if (!isQuiet)
            stream.write(`${clean(line)}\n`);
    });
    return { ...lines, during: (something) => something(), close: () => { } };
};
const progress_frames = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';
const frameMs = 100;
/** Steps that are at work, each in a line below those that have ended, with the last line that the server printed. */
const drawnProgress = ({ stream, clean }) => {
    const start = performance.now();
    const timings = [];
    const running = new Set();
    const log = (0,log_update/* createLogUpdate */.SY)(stream);
    const style = (format, text) => (0,external_node_util_.styleText)(format, text, { stream });
    let timer;
    let isPaused = false;
    const line = ({ title, reason, begun, part, last }) => {
        const now = performance.now();
        const frame = progress_frames[Math.floor(now / frameMs) % progress_frames.length] ?? '';
        const head = `${frame} ${title}${part === undefined ? ` (${reason})` : `: ${part}`} ${Math.floor((now - begun) / 1000)} s`;
        const room = stream.columns - head.length - 4;
        return last === undefined || room < 8
            ? style('cyan', head)
            : `${style('cyan', head)}${style('dim', ` │ ${last.slice(0, room)}`)}`;
    };
    const draw = () => {
        if (!isPaused)
            log([...running].map(line).join('\n'));
    };
    const stop = () => {
        clearInterval(timer);
        timer = undefined;
        log.clear();
    };
    const persist = (text) => {
        if (isPaused)
            stream.write(`${text}\n`);
        else
            log.persist(text);
    };
    const note = (text) => persist(style('dim', clean(text)));
    const warnings = [];
    const warn = (text) => {
        warnings.push(text);
        persist(style('yellow', `⚠ ${clean(text)}`));
    };
    const begin = (title, reason) => {
        const step = {
            title: clean(title),
            reason: clean(reason),
            begun: performance.now(),
            part: undefined,
            last: undefined,
        };
        const parts = [];
        const open = new Map();
        running.add(step);
        timer ??= setInterval(draw, frameMs).unref();
        draw();
        return {
            note,
            warn,
            output(text) {
                step.last = clean(text).trim() || step.last;
            },
            beginPart(part) {
                open.set(part, performance.now());
                step.part = clean(part);
                step.last = undefined;
            },
            endPart(part, task) {
                const now = performance.now();
                parts.push({ title: part, milliseconds: now - (open.get(part) ?? now), ...(task && { task }) });
                if (step.part === clean(part))
                    step.part = undefined;
            },
            end(outcome) {
                const milliseconds = performance.now() - step.begun;
                timings.push({ title, reason, outcome, begun: step.begun - start, milliseconds, parts });
                running.delete(step);
                if (running.size === 0)
                    stop();
                const [mark, colour] = marks[outcome];
                persist(`${style(colour, mark)} ${step.title}${style('dim', `, ${(0,progress/* seconds */.Y)(milliseconds)}`)}`);
                if (running.size > 0)
                    draw();
            },
        };
    };
    return {
        note,
        warn,
        begin,
        timings,
        warnings,
        async during(something) {
            isPaused = true;
            log.clear();
            // Whoever asks wants a cursor.
            log.done();
            try {
                return await something();
            }
            finally {
                isPaused = false;
            }
        },
        close() {
            stop();
            log.done();
        },
    };
};
const marks = {
    done: ['✓', 'green'],
    failed: ['✗', 'red'],
    cancelled: ['–', 'yellow'],
};

// EXTERNAL MODULE: ./lib/server/connection/host-key.js
var host_key = __webpack_require__(5938);
// EXTERNAL MODULE: ./lib/server/connection/known-hosts.js
var known_hosts = __webpack_require__(7585);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/terminal/known-hosts-files.js




/** Reads known_hosts files as OpenSSH does: a file that is not there and a line that cannot be read say nothing. */
const readKnownHostsFiles = async (files) => {
    const texts = await Promise.all(files.map(async (file) => ({ file, text: await (0,external_node_fs_promises_.readFile)(file, 'utf8').catch(() => '') })));
    return texts.flatMap(({ file, text }) => text.split('\n').flatMap((line, index) => {
        try {
            return (0,known_hosts/* parseKnownHosts */.uJ)(line).map((known) => ({ ...known, file, number: index + 1 }));
        }
        catch {
            return [];
        }
    }));
};
/** Keeps a server's key in a known_hosts file, with the server's name hashed if that is wished. */
const keepHostKey = async (file, { host, port, key, isHashed }) => {
    const name = (0,known_hosts/* knownHostName */.nF)(host, port);
    const line = `${isHashed ? hashed(name) : name} ${(0,known_hosts/* typeOfKey */.Jh)(key)} ${key.toString('base64')}\n`;
    await (0,external_node_fs_promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true, mode: 0o700 });
    const before = await (0,external_node_fs_promises_.readFile)(file, 'utf8').catch(() => '');
    await (0,external_node_fs_promises_.appendFile)(file, before === '' || before.endsWith('\n') ? line : `\n${line}`, { mode: 0o600 });
};
const hashed = (name) => {
    const salt = (0,external_node_crypto_.randomBytes)(20);
    return `|1|${salt.toString('base64')}|${(0,external_node_crypto_.createHmac)('sha1', salt).update(name).digest('base64')}`;
};

;// CONCATENATED MODULE: ./lib/terminal/host-keys.js




/** Decides by the files of known hosts which key a server may show, and asks about one that nobody knows. */
const knownHostsPolicy = async (settings, means) => {
    const lines = await readKnownHostsFiles([...settings.userKnownHosts, ...settings.globalKnownHosts]);
    const { hostKeyAlias } = settings;
    // OpenSSH looks an alias up without the port.
    const host = hostKeyAlias ?? settings.hostname;
    const port = hostKeyAlias === undefined ? settings.port : 22;
    return {
        algorithms: (0,host_key/* algorithmsFor */.iJ)(lines, host, port),
        async judge(key) {
            const shown = shownKey(key, host, port);
            switch ((0,known_hosts/* matchHostKey */.zM)(lines, host, port, key)) {
                case 'known':
                    return { accepted: true, hostKey: shown };
                case 'revoked':
                    return { accepted: false, failure: revoked(shown, host, port) };
                case 'changed':
                    return {
                        accepted: false,
                        failure: changed(shown, host, port, (0,known_hosts/* knownKeys */.eE)(lines, host, port)),
                    };
                case 'unknown': {
                    const failure = await whyNot(shown, host, port, settings, means.asker);
                    if (failure)
                        return { accepted: false, failure };
                    const [file] = settings.userKnownHosts;
                    if (file !== undefined) {
                        await keepHostKey(file, { host, port, key, isHashed: settings.hashKnownHosts });
                        means.note(`The host key of ${host} (${shown.type} ${shown.fingerprint}) is now known, by ${file}`);
                    }
                    return { accepted: true, hostKey: shown };
                }
            }
        },
    };
};
const shownKey = (key, host, port) => ({
    type: (0,known_hosts/* typeOfKey */.Jh)(key),
    fingerprint: (0,known_hosts/* fingerprint */.Rj)(key),
    line: `${(0,known_hosts/* knownHostName */.nF)(host, port)} ${(0,known_hosts/* typeOfKey */.Jh)(key)} ${key.toString('base64')}`,
});
/** Why a key that nobody knows is refused; undefined when it is accepted. */
const whyNot = async (shown, host, port, { checking, batchMode }, asker) => {
    if (checking === 'accept-new' || checking === 'no')
        return undefined;
    if (checking === 'yes')
        return unknown(shown, host, port, 'StrictHostKeyChecking is `yes`.');
    if (batchMode)
        return unknown(shown, host, port, 'BatchMode is `yes`, so that nobody is asked.');
    if (!asker.canAsk)
        return unknown(shown, host, port, 'There is no terminal to ask whether it is right.');
    const question = [
        `The host key of ${host} is not known. It is the ${shown.type} key`,
        `  ${shown.fingerprint}`,
        `Compare it with what \`${onServer(shown.type)}\` prints on the server’s own console.`,
        'Connect, and keep the key as known? (yes/no/fingerprint) ',
    ].join('\n');
    let answer = (await asker.line(question)).trim();
    while (!isAnswer(answer))
        answer = (await asker.line('Please type yes, no or the fingerprint: ')).trim();
    if (answer === 'yes' || answer === shown.fingerprint)
        return undefined;
    return unknown(shown, host, port, answer === 'no' ? 'You said that it is not right.' : `It is not ${answer}, which you expect.`);
};
const isAnswer = (text) => text === 'yes' || text === 'no' || text.startsWith('SHA256:');
const unknown = (shown, host, port, why) => new failure/* Failure */.H({
    what: `The host key of ${host} is not known`,
    where: `${host}:${port}`,
    why: `The server shows the ${shown.type} key ${shown.fingerprint}, which no file of known hosts has. ${why}`,
    stands: 'Nothing on the server was changed.',
    next: `Compare the fingerprint with what \`${onServer(shown.type)}\` prints on the server’s own console. If it is the same, add this line to ~/.ssh/known_hosts:\n${shown.line}`,
});
const changed = (shown, host, port, known) => new failure/* Failure */.H({
    what: `The host key of ${host} has changed`,
    where: `${host}:${port}`,
    why: `The server shows the ${shown.type} key ${shown.fingerprint}; known is ${known
        .map((line) => `${(0,known_hosts/* fingerprint */.Rj)(line.key)} (${line.file}:${line.number})`)
        .join(', ')}. Either the server was reinstalled, or it has another key of another type, or someone stands between it and you.`,
    stands: 'Nothing on the server was changed.',
    next: `Compare the fingerprint with what \`${onServer(shown.type)}\` prints on the server’s own console. Only if it is the same, forget the old key: \`ssh-keygen -R '${(0,known_hosts/* knownHostName */.nF)(host, port)}' -f ${known[0]?.file}\`.`,
});
const revoked = (shown, host, port) => new failure/* Failure */.H({
    what: `The host key of ${host} is revoked`,
    where: `${host}:${port}`,
    why: `The server shows the ${shown.type} key ${shown.fingerprint}, which a \`@revoked\` line of known hosts forbids.`,
    stands: 'Nothing on the server was changed.',
    next: 'Give the server a new host key.',
});
const onServer = (type) => {
    const name = type === 'ssh-rsa' ? 'rsa' : type.startsWith('ecdsa-') ? 'ecdsa' : 'ed25519';
    return `ssh-keygen -lf /etc/ssh/ssh_host_${name}_key.pub`;
};

;// CONCATENATED MODULE: ./lib/terminal/agent.js

/** The keys that an ssh-agent holds, in its order; none where it does not answer. */
const agentKeys = async (socket) => {
    const { default: ssh2 } = await __webpack_require__.e(/* import() */ 472).then(__webpack_require__.t.bind(__webpack_require__, 5472, 19));
    const agent = new ssh2.OpenSSHAgent(socket);
    const { promise, resolve } = Promise.withResolvers();
    agent.getIdentities((error, keys = []) => {
        if (error)
            return resolve([]);
        resolve(keys.map((publicKey) => {
            const blob = publicKey.getPublicSSH();
            return {
                name: `ssh-agent: ${publicKey.comment}`,
                publicKey,
                publicLine: `${publicKey.type} ${blob.toString('base64')}`,
                fingerprint: (0,known_hosts/* fingerprint */.Rj)(blob),
                sign: (data, hash) => new Promise((done, fail) => {
                    agent.sign(publicKey, data, { ...(hash && { hash }) }, (refusal, signature) => signature ? done(signature) : fail(refusal ?? new Error('The agent did not sign')));
                }),
            };
        }));
    });
    return promise;
};

// EXTERNAL MODULE: ./lib/server/connection/pem.js
var connection_pem = __webpack_require__(262);
// EXTERNAL MODULE: ./lib/server/connection/private-key.js + 1 modules
var private_key = __webpack_require__(6786);
;// CONCATENATED MODULE: ./lib/terminal/identity-file.js





/** How often a passphrase may be mistyped. */
const patience = 3;
/**
 * Reads a private key's file as far as that needs no passphrase: the public half stands in OpenSSH's own format for all
 * to read, and for other formats in the file beside it. Undefined when there is no such file.
 */
const readIdentityFile = async (path, asker) => {
    const text = await (0,external_node_fs_promises_.readFile)(path, 'utf8').catch((error) => {
        if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
            return undefined;
        throw unusable(path, `${error.message}.`);
    });
    if (text === undefined)
        return undefined;
    const { default: ssh2 } = await __webpack_require__.e(/* import() */ 472).then(__webpack_require__.t.bind(__webpack_require__, 5472, 19));
    const sealed = sealOf(text);
    const beside = await (0,external_node_fs_promises_.readFile)(`${path}.pub`, 'utf8').catch(() => undefined);
    const blob = sealed.publicBlob ?? (sealed.isEncrypted ? blobOf(beside) : undefined);
    const load = () => unlock(path, text, sealed.isEncrypted ? asker : undefined);
    const early = blob === undefined ? await load() : undefined;
    const publicKey = early?.parsed ?? ssh2.utils.parseKey(blob ?? '');
    if (publicKey instanceof Error)
        throw unusable(path, `${publicKey.message}.`);
    const bytes = publicKey.getPublicSSH();
    return {
        path,
        isEncrypted: sealed.isEncrypted && early === undefined,
        key: {
            name: path,
            publicKey,
            publicLine: `${publicKey.type} ${bytes.toString('base64')}`,
            fingerprint: (0,known_hosts/* fingerprint */.Rj)(bytes),
            sign: async (data, hash) => {
                const { parsed } = early ?? (await load());
                const signature = parsed.sign(data, hash);
                if (signature instanceof Error)
                    throw unusable(path, `${signature.message}.`);
                return signature;
            },
        },
    };
};
/** Reads the private half; an asker asks for its passphrase. */
const unlock = async (path, text, asker) => {
    for (let left = patience;; left--) {
        const again = left < patience ? 'That is not it. ' : '';
        const passphrase = await asker?.secret(`${again}Passphrase of ${path}: `);
        try {
            return await (0,private_key/* readPrivateKey */.$)(text, passphrase);
        }
        catch (error) {
            if (!(error instanceof failure/* Failure */.H))
                throw error;
            if (passphrase === undefined || left === 1)
                throw unusable(path, error.details.why);
        }
    }
};
/** Whether a private key is encrypted, and its public half where that is not. */
const sealOf = (text) => {
    const pem = (0,connection_pem/* normalisePem */.Z)(text);
    if (pem?.label !== 'OPENSSH PRIVATE KEY')
        return { isEncrypted: pem !== undefined && /ENCRYPTED/.test(pem.text.slice(0, 200)) };
    const data = Buffer.from(pem.text.split('\n').slice(1, -2).join(''), 'base64');
    let at = 'openssh-key-v1\0'.length;
    const next = () => {
        const start = at + 4;
        at = start + (start <= data.length ? data.readUInt32BE(at) : 0);
        return data.subarray(start, at);
    };
    const cipher = next().toString();
    next(); // how the passphrase becomes a key
    next(); // and with which options
    at += 4; // number of keys
    const publicBlob = next();
    return { isEncrypted: cipher !== 'none', ...(publicBlob.length > 0 && { publicBlob }) };
};
/** The key in a line of a `.pub` file. */
const blobOf = (line) => {
    const base64 = line?.trim().split(/\s+/)[1];
    return base64 === undefined ? undefined : Buffer.from(base64, 'base64');
};
const unusable = (path, why) => new failure/* Failure */.H({
    what: 'A private key cannot be used',
    where: path,
    why,
    stands: 'Nothing on the server was changed.',
    next: `See whether \`ssh-keygen -y -f ${path}\` can use it, or name another one by \`-i FILE\`.`,
});

;// CONCATENATED MODULE: ./lib/terminal/keyring.js



/**
 * The keys for a server in OpenSSH's order: those that an agent holds and a file names, what else the agent holds, then
 * the files. With `IdentitiesOnly`, only keys that a file names.
 */
const readKeyring = async ({ agent, identitiesOnly, identityFiles }, { asker, note, identities }) => {
    const [held, read] = await Promise.all([
        agent === undefined ? [] : agentKeys(agent),
        readFiles(identityFiles, identities, asker, note),
    ]);
    const isNamed = (key) => read.some((file) => file.key.fingerprint === key.fingerprint);
    const isHeld = ({ key }) => held.some(({ fingerprint }) => fingerprint === key.fingerprint);
    const files = read.filter((file) => {
        if (isHeld(file))
            return false;
        if (!file.isEncrypted || asker.canAsk)
            return true;
        note(`${file.path} is left out: it has a passphrase, and there is no terminal to ask for it`);
        return false;
    });
    return {
        keys: [
            ...held.filter(isNamed),
            ...(identitiesOnly ? [] : held.filter((key) => !isNamed(key))),
            ...files.map(({ key }) => key),
        ],
    };
};
/** Reads key files one after the other, as each may ask; one that nobody named by hand may be missing or unusable. */
const readFiles = async (paths, named, asker, note) => {
    const files = [];
    for (const path of new Set(paths)) {
        try {
            const file = await readIdentityFile(path, asker);
            if (file)
                files.push(file);
            else if (named.includes(path))
                throw missing(path);
        }
        catch (error) {
            if (!(error instanceof failure/* Failure */.H) || named.includes(path))
                throw error;
            note(`${path} is left out: ${error.details.why ?? error.message}`);
        }
    }
    return files;
};
const missing = (path) => new failure/* Failure */.H({
    what: 'There is no such private key',
    where: path,
    stands: 'Nothing on the server was changed.',
    next: 'Give `-i` the file of a private key.',
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./lib/terminal/expand.js

/** A path or command of ssh_config with its tokens (`%h`), variables (`${HOME}`) and leading `~/` replaced. */
const expand = (text, tokens) => {
    const { home, host, alias, port, user, hostKeyAlias, env } = tokens;
    const { username, uid } = (0,external_node_os_.userInfo)();
    const values = {
        '%': '%',
        d: home,
        h: host,
        i: String(uid),
        k: hostKeyAlias ?? host,
        l: (0,external_node_os_.hostname)(),
        L: (0,external_node_os_.hostname)().split('.')[0] ?? '',
        n: alias,
        p: String(port),
        r: user,
        u: username,
    };
    return text
        .replace(/^~(?=\/|$)/, () => home)
        .replaceAll(/%(.)|\$\{(\w+)\}/g, (whole, token, name) => name === undefined ? (values[token ?? ''] ?? whole) : (env[name] ?? ''));
};

;// CONCATENATED MODULE: ./lib/terminal/ssh-settings.js







/**
 * Looks up a server in OpenSSH's settings, by OpenSSH's own reading of them (`ssh -G`): Include, Match and whatever comes
 * next. Without an ssh on this machine there are only its defaults.
 */
const readSshSettings = async (request, env) => parseSshSettings(await askSsh(request, homeOf(env)), request, env);
/** Reads what `ssh -G` has printed; an empty text gives OpenSSH's defaults. */
const parseSshSettings = (text, request, env) => {
    const home = homeOf(env);
    const values = new Map();
    for (const line of text.split('\n')) {
        const [, key = '', value = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
        values.set(key, [...(values.get(key) ?? []), value]);
    }
    const one = (key) => {
        const value = values.get(key)?.[0];
        return value === 'none' ? undefined : value;
    };
    const isOn = (key) => ['yes', 'true'].includes(one(key) ?? '');
    const tokens = {
        home,
        host: one('hostname') ?? request.host,
        alias: request.host,
        port: Number(one('port') ?? request.port ?? 22),
        user: one('user') ?? request.user ?? request.fallbackUser ?? env.USER ?? 'root',
        hostKeyAlias: one('hostkeyalias'),
        env,
    };
    const paths = (given) => given.filter((path) => path !== '' && path !== 'none').map((path) => expand(path, tokens));
    const words = (key, usual) => paths(one(key)?.split(' ') ?? usual);
    const usualKeys = ['rsa', 'ecdsa', 'ed25519'].map((type) => (0,external_node_path_.join)(home, '.ssh', `id_${type}`));
    const timeout = Number(one('connecttimeout') ?? 0);
    return {
        hostname: tokens.host,
        alias: request.host,
        port: tokens.port,
        user: tokens.user,
        identityFiles: paths(values.get('identityfile') ?? [...(request.identities ?? []), ...usualKeys]),
        agent: agentOf(values.get('identityagent')?.[0], env, (path) => expand(path, tokens)),
        identitiesOnly: isOn('identitiesonly'),
        userKnownHosts: words('userknownhostsfile', [(0,external_node_path_.join)(home, '.ssh', 'known_hosts')]),
        globalKnownHosts: words('globalknownhostsfile', ['/etc/ssh/ssh_known_hosts']),
        hashKnownHosts: isOn('hashknownhosts'),
        hostKeyAlias: tokens.hostKeyAlias,
        checking: checkingOf(one('stricthostkeychecking')),
        batchMode: isOn('batchmode'),
        proxyJump: one('proxyjump'),
        proxyCommand: one('proxycommand') && expand(one('proxycommand') ?? '', tokens),
        connectTimeoutMs: timeout > 0 ? timeout * 1000 : undefined,
    };
};
/** The folder that `~` stands for. */
const homeOf = ({ HOME }) => HOME || (0,external_node_os_.homedir)();
/** `IdentityAgent`: a path, a variable, `SSH_AUTH_SOCK` or `none`. */
const agentOf = (given, env, path) => {
    if (given === 'none')
        return undefined;
    const found = given === undefined || given === 'SSH_AUTH_SOCK'
        ? env.SSH_AUTH_SOCK
        : given.startsWith('$')
            ? env[given.replaceAll(/[${}]/g, '')]
            : path(given);
    return found || undefined;
};
const checkingOf = (text) => {
    switch (text) {
        case 'yes':
        case 'true':
            return 'yes';
        case 'no':
        case 'off':
        case 'false':
            return 'no';
        case 'accept-new':
            return 'accept-new';
        default:
            return 'ask';
    }
};
/** What `ssh -G` prints; empty where there is no ssh. */
const askSsh = async ({ host, port, user, fallbackUser, identities = [] }, home) => {
    const folder = await (0,external_node_fs_promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'jetee-ssh-'));
    try {
        // Settings that come last count only where nothing before them does: so the user is told apart from a default.
        const file = (0,external_node_path_.join)(folder, 'config');
        const ssh = (0,external_node_path_.join)(home, '.ssh');
        await (0,external_node_fs_promises_.writeFile)(file, [
            `Include "${ssh}/config"`,
            'Include /etc/ssh/ssh_config',
            'Host *',
            ...(fallbackUser === undefined ? [] : [`  User ${fallbackUser}`]),
            `  UserKnownHostsFile "${ssh}/known_hosts" "${ssh}/known_hosts2"`,
            '',
        ].join('\n'));
        const options = [
            ...(port === undefined ? [] : ['-p', String(port)]),
            ...(user === undefined ? [] : ['-l', user]),
            ...identities.flatMap((identity) => ['-i', identity]),
        ];
        return (await (0,external_node_util_.promisify)(external_node_child_process_.execFile)('ssh', ['-G', '-F', file, ...options, '--', host])).stdout;
    }
    catch (cause) {
        const { code, stderr } = cause;
        if (code === 'ENOENT')
            return '';
        throw new failure/* Failure */.H({
            what: `OpenSSH’s settings for ${host} cannot be read`,
            where: '~/.ssh/config',
            why: 'ssh itself says:',
            output: (stderr ?? String(cause)).trim().split('\n'),
            stands: 'Nothing on the server was changed.',
            next: `See to it that \`ssh -G ${host}\` works.`,
        }, { cause });
    }
    finally {
        await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true });
    }
};

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./lib/server/connection/connection.js + 7 modules
var connection = __webpack_require__(2287);
// EXTERNAL MODULE: ./lib/server/connection/link.js
var connection_link = __webpack_require__(9430);
;// CONCATENATED MODULE: ./lib/terminal/ways.js






/** Ways to a server that are not a TCP connection from here. */
/** Opens a way through a server that is logged in to first (`ProxyJump`). */
const wayThrough = (jump, host, port) => async (signal) => {
    const gate = await (0,connection/* connect */.N)(jump, signal);
    try {
        return { stream: await gate.openTcp(host, port), close: () => gate.end() };
    }
    catch (error) {
        await gate.end();
        if (!(0,connection_link/* isChannelRefused */.o)(error))
            throw error;
        throw new failure/* Failure */.H({
            what: `The jump host does not reach ${host} on port ${port}`,
            where: gate.where,
            why: `${error.message}.`,
            stands: 'Nothing on the server was changed.',
            next: 'See to it that the jump host resolves the name and reaches the port, and that its sshd allows AllowTcpForwarding.',
        }, { cause: error });
    }
};
/** Opens a way by a program that speaks to the server on its standard input and output (`ProxyCommand`). */
const wayByCommand = (command) => async () => {
    // In a session of its own, so that Ctrl-C does not cut the connection before the run has ended well.
    const child = (0,external_node_child_process_.spawn)('sh', ['-c', `exec ${command}`], { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
    const ended = (0,external_node_events_.once)(child, 'exit');
    ended.catch(() => { });
    // An SSH server speaks first; a program that fails ends without a word.
    await (0,external_node_events_.once)(child.stdout, 'readable');
    if (child.stdout.readableLength === 0)
        throw noWay(command, await ended);
    const stream = external_node_stream_.Duplex.from({ readable: child.stdout, writable: child.stdin });
    return { stream, close: async () => void child.kill() };
};
const noWay = (command, [code]) => new failure/* Failure */.H({
    what: 'The ProxyCommand of this server leads nowhere',
    where: '~/.ssh/config, ProxyCommand',
    why: `It ended with ${code === null ? 'a signal' : `status ${code}`} before a server spoke: ${command}`,
    stands: 'Nothing on the server was changed.',
    next: 'Run it by hand: it must print a line that begins with `SSH-2.0`.',
});

;// CONCATENATED MODULE: ./lib/terminal/reach.js





/** How long a handshake may take, in milliseconds, in which somebody may have to answer: as long as sshd waits. */
const patienceMs = 120_000;
/** Jump hosts that may stand behind each other. */
const mostJumps = 8;
/**
 * Finds the way to a server as `ssh HOSTNAME` would: by ~/.ssh/config, keys, agent, known hosts and jump hosts. What the
 * deployment file says of port and user counts like `-p` and `-l`; where neither says a user, it is root.
 */
const reachBy = (means) => ({ hostname, port, username }) => wayTo({ host: hostname, port, user: username, fallbackUser: 'root', identities: means.identities }, means, mostJumps);
/** The way to one server; `through` are jump hosts that stand before it, instead of those of its own settings. */
const wayTo = async (request, means, jumpsLeft, through) => {
    const { asker, note, env } = means;
    const settings = await readSshSettings(request, env);
    const { hostname, port, user, proxyJump, proxyCommand, connectTimeoutMs } = settings;
    const silent = settings.batchMode ? { ...asker, canAsk: false } : asker;
    const [login, hostKeys] = await Promise.all([
        readKeyring(settings, { asker: silent, note, identities: request.identities ?? [] }),
        knownHostsPolicy(settings, { asker, note }),
    ]);
    const jumps = through ?? proxyJump?.split(',') ?? [];
    const last = jumps.at(-1);
    if (last !== undefined && jumpsLeft === 0)
        throw tooManyJumps(request.host);
    const before = jumps.slice(0, -1);
    const jump = last === undefined
        ? undefined
        : await wayTo(readHop(last), means, jumpsLeft - 1, before.length > 0 ? before : undefined);
    return {
        host: hostname,
        port,
        username: user,
        login,
        hostKeys,
        handshakeTimeoutMs: asker.canAsk ? patienceMs : 20_000,
        ...(connectTimeoutMs !== undefined && { tcpTimeoutMs: connectTimeoutMs }),
        open: jump
            ? wayThrough(jump, hostname, port)
            : proxyCommand !== undefined
                ? wayByCommand(proxyCommand)
                : undefined,
    };
};
/** Reads a jump host: `[user@]host[:port]` or `ssh://[user@]host[:port]`, an IPv6 address in brackets. */
const readHop = (text) => {
    const plain = text.trim().replace(/^ssh:\/\/([^/]*)\/?$/, '$1');
    const [, user, bracketed, name, port] = /^(?:(.*)@)?(?:\[([^\]]+)\]|([^:]+))(?::(\d+))?$/.exec(plain) ?? [];
    const host = bracketed ?? name;
    if (host === undefined)
        throw new failure/* Failure */.H({
            what: `${JSON.stringify(text)} is not a jump host`,
            where: '~/.ssh/config, ProxyJump',
            stands: 'Nothing on the server was changed.',
            next: 'Write it as `user@host:port`, where user and port may be left out.',
        });
    return { host, user, port: port === undefined ? undefined : Number(port) };
};
const tooManyJumps = (host) => new failure/* Failure */.H({
    what: `There are more than ${mostJumps} jump hosts on the way`,
    where: '~/.ssh/config, ProxyJump',
    why: `The last of them is before ${host}; perhaps two of them name each other.`,
    stands: 'Nothing on the server was changed.',
});

;// CONCATENATED MODULE: ./lib/terminal/result.js


/** What came of a command that went well, as lines for a terminal, and the status to exit with. */
const terminalResult = async (result, stream) => {
    const style = (format, text) => (0,external_node_util_.styleText)(format, text, { stream });
    switch (result.kind) {
        case 'deployed':
            return { lines: outcomeText(result.outcome, style), exitCode: 0 };
        case 'planned': {
            const { planText } = await __webpack_require__.e(/* import() */ 383).then(__webpack_require__.bind(__webpack_require__, 1383));
            return { lines: planText(result.plan).map((line) => planLine(line, style)), exitCode: 0 };
        }
        case 'checked': {
            const { checkText } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(98)]).then(__webpack_require__.bind(__webpack_require__, 7098));
            const lines = checkText(result);
            return { lines: [...lines, style('green', `✓ ${result.file} is valid`)], exitCode: 0 };
        }
        case 'nothing': {
            const { nothingNotice } = await Promise.all(/* import() */[__webpack_require__.e(311), __webpack_require__.e(951), __webpack_require__.e(373)]).then(__webpack_require__.bind(__webpack_require__, 5711));
            return { lines: [nothingNotice(result)], exitCode: 0 };
        }
        case 'done':
            return {
                lines: [
                    `${style('green', '✓')} ${result.sentence}`,
                    ...(result.lines ?? []).map((line) => `  ${line}`),
                ],
                exitCode: 0,
            };
        case 'looked':
            return { lines: [], exitCode: result.exitCode };
    }
};
const outcomeText = (outcome, style) => {
    const { project, configuration, where, urls, release, commit, subject, changed, milliseconds } = outcome;
    const copy = outcome.copyOf === undefined ? '' : ` (a copy of release ${outcome.copyOf})`;
    const live = release === undefined ? 'no release yet' : `release ${release}${copy}`;
    return [
        changed
            ? `${style('green', '✓')} ${style('bold', `Deployed ${project} (${configuration})`)} to ${where} in ${(0,progress/* seconds */.Y)(milliseconds)}`
            : `${style('green', '✓')} ${style('bold', `Nothing to do for ${project} (${configuration})`)}: everything on ${where} is as it should be, ${(0,progress/* seconds */.Y)(milliseconds)}`,
        `  ${live}, commit ${commit.slice(0, 12)}: ${subject}`,
        ...urls.map((url) => `  ${style('cyan', url)}`),
    ];
};
const planLine = (line, style) => {
    const mark = /^ {2,}([+~-]) /.exec(line)?.[1];
    if (mark === '+')
        return style('green', line);
    if (mark === '-')
        return style('red', line);
    return mark === '~' ? style('yellow', line) : line;
};

// EXTERNAL MODULE: ./lib/report/secret-forms.js
var secret_forms = __webpack_require__(7682);
;// CONCATENATED MODULE: ./lib/terminal/veil.js


/** Makes a veil that hides nothing yet. */
const makeVeil = () => {
    // The longer ones first: one may stand in another, of which the rest would be left.
    let hidden = [];
    return {
        hide: (secret) => {
            hidden = [...new Set([...hidden, ...(0,secret_forms/* secretForms */.e)(secret)])].sort((a, b) => b.length - a.length);
        },
        clean: (line) => {
            let text = line;
            for (const form of hidden)
                text = text.replaceAll(form, '***');
            return (0,external_node_util_.stripVTControlCharacters)(text).replaceAll(/\p{Cc}/gu, ' ');
        },
    };
};

;// CONCATENATED MODULE: ./lib/terminal/run.js










/**
 * Runs a line that was typed in a terminal, and gives the status to exit with. Results go to standard output, and all
 * that is told on the way to standard error.
 */
const runLine = async (line) => {
    const { stdin, stdout, stderr, env } = process;
    const isLook = ['ssh', 'run', 'logs', 'status', 'releases'].includes(line.command.kind);
    const veil = makeVeil();
    const { clean } = veil;
    const drawn = terminalProgress({ stream: stderr, clean, env, isQuiet: isLook });
    const progress = { ...drawn, note: (text) => drawn.note(terminalText(text)) };
    const cancelling = cancelOnSignals((text) => {
        if (!isLook)
            progress.note(text);
    });
    const asker = makeAsker(progress.during, cancelling.signal);
    let isTouched = false;
    try {
        const identities = line.identityFiles.map((file) => (0,external_node_path_.resolve)(file));
        const reach = reachBy({ asker, note: progress.note, env, identities });
        const { invocation, notes } = await readTerminal(line, env, process.cwd(), reach);
        for (const note of notes)
            progress.note(note);
        const { run } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(311), __webpack_require__.e(504), __webpack_require__.e(951), __webpack_require__.e(176), __webpack_require__.e(231), __webpack_require__.e(998)]).then(__webpack_require__.bind(__webpack_require__, 6231));
        const result = await run(invocation, {
            progress,
            console: {
                input: stdin,
                output: stdout,
                errors: stderr,
                isTerminal: stdin.isTTY === true && stdout.isTTY === true,
            },
            mask: veil.hide,
            signal: cancelling.signal,
            stage: () => {
                isTouched = true;
            },
        });
        progress.close();
        const { lines, exitCode } = await terminalResult(result, stdout);
        for (const text of lines)
            stdout.write(`${text}\n`);
        return exitCode;
    }
    catch (error) {
        progress.close();
        const cancelled = cancelling.exitCode();
        const stands = isTouched || isLook ? undefined : 'Nothing on the server was changed.';
        if (cancelled === undefined || !isLook)
            stderr.write(terminalFailure(error, stands, { stream: stderr, clean }));
        return cancelled ?? 1;
    }
    finally {
        // What a command read from it may have left it open.
        stdin.pause();
        stdin.unref?.();
    }
};


/***/ })

};
