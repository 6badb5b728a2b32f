export const id = 692;
export const ids = [692];
export const modules = {

/***/ 2287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ connect)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./lib/report/failure.js
var report_failure = __webpack_require__(7340);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./lib/server/connection/channel-stream.js

/** Written in pieces of this size, and never more than this ahead of what the operating system took. */
const PIECE = 128 * 1024;
/**
 * A duplex stream over an SSH channel that behaves as a socket does: `destroy` closes the channel, `close`
 * follows, and a write is called back once the operating system can take more. ssh2's own channel hands up
 * to 2 MiB at once to the socket, behind which keepalives would wait on a slow line, and never calls back
 * writes to a channel that the other side has closed; here such writes are discarded.
 *
 * When the link is lost, the stream is destroyed with the loss. Errors reach whoever listens; nobody has to.
 */
function channelStream(channel, { socket, closed: lost }) {
    let closed = false;
    let release = () => { };
    const send = (data, done) => {
        const rest = data.subarray(PIECE);
        const next = () => {
            if (closed || rest.length === 0)
                done();
            else
                send(rest, done);
        };
        channel.write(data.subarray(0, PIECE), () => {
            if (socket.writableLength > PIECE)
                socket.once('drain', next);
            else
                next();
        });
    };
    const stream = new external_node_stream_.Duplex({
        read: () => {
            channel.resume();
        },
        write: (chunk, _encoding, done) => {
            release = once(done);
            if (closed)
                setImmediate(release);
            else
                send(chunk, release);
        },
        final: (done) => {
            channel.end();
            done();
        },
        destroy: (error, done) => {
            closed = true;
            lost.removeEventListener('abort', lose);
            channel.close();
            channel.resume();
            done(error);
        },
    });
    const lose = () => {
        stream.destroy(lost.reason);
    };
    stream.on('error', () => { });
    lost.addEventListener('abort', lose, { once: true });
    channel.on('data', (chunk) => {
        if (!stream.destroyed && !stream.push(chunk))
            channel.pause();
    });
    channel.on('end', () => {
        if (!stream.destroyed)
            stream.push(null);
    });
    channel.on('close', () => {
        closed = true;
        release();
        if (stream.readableEnded)
            stream.destroy();
        else
            stream.once('end', () => stream.destroy());
    });
    channel.on('error', (error) => stream.destroy(error));
    return stream;
}
function once(action) {
    let called = false;
    return () => {
        if (called)
            return;
        called = true;
        action();
    };
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/server/connection/dial.js


/**
 * Opens one TCP connection, with Nagle's delay off (it costs tens of milliseconds a round trip). The socket
 * is paused, so that nothing the server says early is lost.
 */
async function dial(host, port, timeoutMs, signal) {
    signal?.throwIfAborted();
    // An address gets 2 s before the next one is tried: Node's default of 250 ms is less than a far round trip.
    const socket = (0,external_node_net_.connect)({ host, port, noDelay: true, autoSelectFamilyAttemptTimeout: 2000 });
    const { promise, resolve, reject } = Promise.withResolvers();
    const timer = setTimeout(() => reject(timedOut(host, port)), timeoutMs);
    const abort = () => reject(signal?.reason);
    const fail = (error) => reject(unreachable(host, port, error));
    signal?.addEventListener('abort', abort, { once: true });
    socket.once('connect', resolve).once('error', fail);
    try {
        await promise;
        socket.pause();
        return socket;
    }
    catch (error) {
        socket.on('error', () => { });
        socket.destroy();
        throw error;
    }
    finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        socket.off('error', fail);
    }
}
function timedOut(host, port, cause) {
    return new report_failure/* Failure */.H({
        what: `${host} does not answer on port ${port}`,
        where: `${host}:${port}`,
        why: 'No TCP connection came about in time. The server may be down, or a firewall drops the packets of this machine.',
        next: 'Check `hostname` and `port`, and that the server’s firewall lets this machine reach its SSH port.',
    }, { cause });
}
function unreachable(host, port, error) {
    const details = (what, why, next) => new report_failure/* Failure */.H({ what, where: `${host}:${port}`, why, next }, { cause: error });
    switch (error.code) {
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
        case 'EAI_NODATA':
            return details(`The name ${host} does not resolve`, error.code === 'EAI_AGAIN'
                ? 'The name server did not answer.'
                : 'The name server knows no address for it.', 'Check `hostname`, and that its DNS record exists.');
        case 'ECONNREFUSED':
            return details(`${host} refuses connections on port ${port}`, 'The server is up, but nothing listens on that port, or a firewall rejects it.', 'Check `port`, and that sshd runs on the server: `systemctl status ssh`.');
        case 'ETIMEDOUT':
            return timedOut(host, port, error);
        case 'EHOSTUNREACH':
        case 'ENETUNREACH':
        case 'EADDRNOTAVAIL':
            return details(`There is no route to ${host}`, `The network says so (${error.code}). Hosted runners have no IPv6, and no way into private networks.`, 'Check `hostname`; give the server a public IPv4 address, or run the job on a machine that reaches it.');
        default:
            return details(`No TCP connection to ${host} on port ${port}`, `${error.message || error.code || error.name}.`, 'Check `hostname` and `port`.');
    }
}

// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./lib/server/connection/exec-channel.js



/** Makes a {@link Channel} of a channel on which a command was just started. */
function execChannel(channel, link, options) {
    const stream = channelStream(channel, link);
    const { promise: done, resolve, reject } = Promise.withResolvers();
    done.catch(() => { });
    const close = () => {
        channel.signal('TERM');
        stream.destroy();
        channel.stderr.resume();
    };
    const abort = () => {
        reject(options.signal?.reason);
        close();
    };
    const lose = () => reject(link.closed.reason);
    link.closed.addEventListener('abort', lose, { once: true });
    options.signal?.addEventListener('abort', abort, { once: true });
    let exit;
    channel.on('exit', (code, signal) => {
        exit = { code, ...(signal !== undefined && { signal }) };
    });
    channel.on('close', async () => {
        await Promise.allSettled([(0,promises_.finished)(stream, { writable: false }), (0,promises_.finished)(channel.stderr)]);
        link.closed.removeEventListener('abort', lose);
        options.signal?.removeEventListener('abort', abort);
        if (exit !== undefined)
            resolve(exit);
        else
            reject(new report_failure/* Failure */.H({ what: 'A command on the server ended without a status', where: link.where }));
    });
    if (options.stdin !== true)
        stream.end();
    if (options.signal?.aborted)
        abort();
    const resize = ({ rows, cols }) => {
        channel.setWindow(rows, cols, 0, 0);
    };
    return { stdin: stream, stdout: stream, stderr: channel.stderr, done, resize, close };
}

;// CONCATENATED MODULE: ./lib/server/connection/handshake-failure.js

/** Turns what ssh2 reports of a failed handshake into a failure that says which hop failed and what to do. */
function handshakeFailure(error, known) {
    const { host, port, greeting, banner } = known;
    const output = banner.trim() === '' ? undefined : banner.trim().split(/\r?\n/);
    const failure = (what, why, next) => new report_failure/* Failure */.H({ what, where: `${known.username}@${host}:${port}`, why, output, next }, { cause: error });
    if (error.level === 'client-authentication')
        return refusedKey(known, failure);
    if (greeting !== '' && !/^SSH-/m.test(greeting)) {
        const line = greeting
            .split(/\r?\n/)[0]
            ?.replace(/[^\x20-\x7e]/g, '.')
            .slice(0, 200);
        if (/MaxStartups|Not allowed at this time/.test(greeting))
            return busy(known, failure, line);
        return failure(`What listens on port ${port} of ${host} is not an SSH server`, `It begins with “${line}”.`, 'Check `port`: it is the port of sshd, usually 22.');
    }
    if (greeting === '' && error.level !== 'client-timeout')
        return busy(known, failure, undefined);
    if (error.level === 'client-timeout') {
        return greeting === ''
            ? failure(`${host} accepts connections on port ${port} but says nothing`, 'No SSH greeting came. The port may belong to another program, or the server is overloaded.', 'Check `port`, and whether the server has memory and processor time left.')
            : failure(`The SSH handshake with ${host} did not finish in time`, 'The server began it and then fell silent.', 'Check whether the server is overloaded; try again.');
    }
    if (/no matching/.test(error.message)) {
        return failure(`No common algorithm with the SSH server of ${host}`, `${error.message}.`, 'Update the server’s OpenSSH, or allow one of the usual algorithms in its sshd_config.');
    }
    return failure(`The SSH handshake with ${host} failed`, error.message === 'No response from server' ? 'The server broke it off.' : `${error.message}.`, 'Try again; `journalctl -u ssh` on the server says more.');
}
function busy({ host }, failure, line) {
    return failure(`${host} closed the connection before the SSH handshake`, line === undefined
        ? 'It sent nothing: sshd has too many unfinished logins at once (MaxStartups), or it or fail2ban blocks this address.'
        : `It said “${line}”.`, 'Try again in a minute; see `journalctl -u ssh` and `fail2ban-client status sshd` on the server.');
}
function refusedKey(known, failure) {
    const { host, username, tried, methods, partial } = known;
    if (partial) {
        return failure(`${host} wants more than a key from ${username}`, `The key was accepted, then the server asked for ${methods?.join(' or ') ?? 'another factor'}.`, `Let ${username} log in by key alone (AuthenticationMethods in sshd_config).`);
    }
    if (methods !== undefined && !methods.includes('publickey')) {
        return failure(`${host} does not let ${username} log in by key`, `The server offers only ${methods.join(', ') || 'nothing'}.`, 'Set `PubkeyAuthentication yes` in /etc/ssh/sshd_config on the server (`PermitRootLogin prohibit-password` for root) and reload sshd.');
    }
    const [key] = tried;
    if (!key) {
        return failure(`There is no key to log in to ${host} with`, 'Neither an agent nor a file offers one.', 'Add a key to ssh-agent (`ssh-add`), or name its file: `-i FILE`, or `IdentityFile` in ~/.ssh/config.');
    }
    const home = username === 'root' ? '/root' : `~${username}`;
    const root = username === 'root' ? ' For root, also check that PermitRootLogin is not `no`.' : '';
    const place = `${home}/.ssh/authorized_keys on the server; the file and its folder must belong to ${username} and be writable for nobody else.${root}`;
    if (tried.length === 1) {
        return failure(`${host} refuses the key for ${username}`, `The server does not accept the key ${key.fingerprint} for this user.`, `Add this line to ${place} The line:\n${key.publicLine}`);
    }
    const many = tried.length > 5 ? ' A server hears no more than six, unless its MaxAuthTries says otherwise.' : '';
    return failure(`${host} refuses all ${tried.length} keys for ${username}`, `The server accepts none of ${tried.map(({ fingerprint, name }) => `${fingerprint} (${name})`).join(', ')}.${many}`, `Name the key that it knows by \`-i FILE\`, with \`IdentitiesOnly yes\` in ~/.ssh/config where there are many. Or add a line for one to ${place} Such as:\n${key.publicLine}`);
}

;// CONCATENATED MODULE: ./lib/server/connection/login.js
/** The attempts that a login makes as a user. */
const attemptsOf = async (login, username) => 'keys' in login ? ringAttempts(login, username) : keyAttempt(login, username);
const keyAttempt = (key, username) => {
    let isTried = false;
    return {
        tried: [key],
        trouble: () => undefined,
        next() {
            if (isTried)
                return undefined;
            isTried = true;
            return { type: 'publickey', username, key: key.parsed };
        },
    };
};
/** As OpenSSH does it: first a question what the server offers at all, then one key after the other. */
const ringAttempts = async ({ keys }, username) => {
    const { default: ssh2 } = await __webpack_require__.e(/* import() */ 472).then(__webpack_require__.t.bind(__webpack_require__, 5472, 19));
    const tried = [];
    let isAsked = false;
    let trouble;
    /** An agent with one key: the only way in which ssh2 lets somebody else sign. */
    class OneKey extends ssh2.BaseAgent {
        #key;
        constructor(key) {
            super();
            this.#key = key;
        }
        getIdentities(done) {
            done(undefined, [this.#key.publicKey]);
        }
        sign(_key, data, options, done) {
            const { hash } = options;
            this.#key.sign(data, hash).then((signature) => done?.(undefined, signature), (error) => {
                trouble = error;
                done?.(error);
            });
        }
    }
    return {
        tried,
        trouble: () => trouble,
        next(methods) {
            if (!isAsked) {
                isAsked = true;
                return { type: 'none', username };
            }
            if (methods !== undefined && !methods.includes('publickey'))
                return undefined;
            const key = keys[tried.length];
            if (!key)
                return undefined;
            tried.push(key);
            return { type: 'agent', username, agent: new OneKey(key) };
        },
    };
};

;// CONCATENATED MODULE: ./lib/server/connection/handshake.js


/**
 * Speaks SSH over an open socket until the user is logged in: key exchange (2 round trips after TCP's own), the
 * request for authentication (1), the question whether the key would do (1) and the signature (1). An attempt
 * without any key, which ssh2 makes by default, would cost one more, and is made only where several keys are tried.
 */
async function shakeHands(ssh, socket, policy, options, signal) {
    const attempts = await attemptsOf(options.login, options.username);
    let hostKey;
    let refused;
    let greeting = '';
    let banner = '';
    let methods;
    let partial = false;
    const judge = async (key) => {
        const judgement = await policy.judge(key);
        if (judgement.accepted)
            hostKey = judgement.hostKey;
        else
            refused = judgement.failure;
        return judgement.accepted;
    };
    const verify = (key, answer) => {
        judge(key).then(answer, (error) => {
            refused = error;
            answer(false);
        });
    };
    const authenticate = (left, more, next) => {
        methods = left ?? methods;
        partial = more === true;
        const attempt = attempts.next(methods);
        next(attempt ?? false); // ssh2's way to stop, unknown to its types
    };
    const listen = (data) => {
        greeting += data.toString('latin1');
        if (greeting.includes('\n') || greeting.length > 1000)
            socket.off('data', listen);
    };
    socket.on('data', listen);
    const abort = () => {
        socket.destroy(signal?.reason);
    };
    signal?.addEventListener('abort', abort, { once: true });
    try {
        signal?.throwIfAborted();
        const connected = ssh.connect({
            sock: socket,
            username: options.username,
            authHandler: authenticate,
            hostVerifier: verify,
            algorithms: { serverHostKey: [...policy.algorithms] },
            readyTimeout: options.handshakeTimeoutMs ?? 20_000,
            keepaliveInterval: options.keepaliveMs,
            keepaliveCountMax: Number.MAX_SAFE_INTEGER, // see silence.ts
            strictVendor: false,
        });
        const client = ssh.connection;
        // node-ssh takes its own listener away once connected; without one a dropped link ends the process.
        client?.on('error', () => { });
        client?.on('banner', (text) => {
            banner += text;
        });
        await connected;
        if (client === null || hostKey === undefined)
            throw new Error('Not connected');
        return { client, hostKey };
    }
    catch (error) {
        socket.destroy();
        if (signal?.aborted)
            throw signal.reason;
        const { tried, trouble } = attempts;
        const known = { ...options, tried, greeting, banner, methods, partial };
        throw refused ?? trouble() ?? handshakeFailure(error, known);
    }
    finally {
        socket.off('data', listen);
        signal?.removeEventListener('abort', abort);
    }
}

// EXTERNAL MODULE: ./lib/server/connection/host-key.js
var host_key = __webpack_require__(5938);
// EXTERNAL MODULE: ./lib/server/connection/link.js
var connection_link = __webpack_require__(9430);
;// CONCATENATED MODULE: ./lib/server/connection/silence.js
/** How many keepalives in a row may stay without any sign of life. */
const PATIENCE = 3;
/**
 * Tells when nothing at all has come from the server for one interval more than {@link PATIENCE}, given that
 * it is sent a keepalive every interval. ssh2's own count heeds only answers to keepalives: on a slow line
 * these wait behind megabytes of upload, and it would give up a link that works.
 */
function watchSilence(socket, everyMs, tell) {
    let silent = 0;
    const timer = setInterval(() => {
        silent += 1;
        if (silent > PATIENCE) {
            clearInterval(timer);
            tell();
        }
    }, everyMs);
    timer.unref();
    socket.on('data', () => {
        silent = 0;
    });
    socket.once('close', () => clearInterval(timer));
}

;// CONCATENATED MODULE: ./lib/server/connection/connection.js









/** Connects to a server over SSH: one TCP connection, and with one key no other attempt. */
async function connect(options, signal) {
    const { host, port, username } = options;
    const where = `${username}@${host}:${port}`;
    const { hostKeys } = options;
    const policy = 'judge' in hostKeys ? hostKeys : (0,host_key/* hostKeyPolicy */.An)(hostKeys, host, port);
    // The library loads while TCP is under way; nothing else of a run needs it.
    const [{ stream: socket, close: closeWay }, { NodeSSH }] = await Promise.all([
        options.open?.(signal) ?? direct(options, signal),
        Promise.all(/* import() */[__webpack_require__.e(472), __webpack_require__.e(487)]).then(__webpack_require__.bind(__webpack_require__, 9487)),
    ]);
    const keepaliveMs = options.keepaliveMs ?? 5_000;
    const { client, hostKey } = await shakeHands(new NodeSSH(), socket, policy, { ...options, keepaliveMs }, signal).catch(async (error) => {
        await closeWay();
        throw error;
    });
    const over = new AbortController();
    (0,external_node_events_.setMaxListeners)(0, over.signal);
    socket.setMaxListeners(0);
    const lose = (why, cause) => over.abort(lost(where, why, cause));
    client.on('error', (error) => lose(`${error.message}.`, error));
    client.on('end', () => lose('The server closed it.'));
    client.on('close', () => lose('It was cut.'));
    if (socket.destroyed)
        lose('It was cut.');
    watchSilence(socket, keepaliveMs, () => {
        lose('Nothing came from it any more, no answer to keepalives either: it or the network is down.');
        socket.destroy();
    });
    const link = { where, client, socket, closed: over.signal };
    const end = async () => {
        if (over.signal.aborted)
            return;
        over.abort(new report_failure/* Failure */.H({ what: 'The connection was closed', where }));
        const finished = Promise.withResolvers();
        socket.once('finish', finished.resolve).once('close', finished.resolve);
        const giveUp = setTimeout(() => socket.destroy(), 2000);
        client.end();
        await finished.promise;
        clearTimeout(giveUp);
        // Waiting for the server's goodbye would cost a round trip.
        socket.destroy();
        await closeWay();
    };
    return {
        where,
        hostKey,
        closed: over.signal,
        exec: async (command, execOptions = {}) => {
            execOptions.signal?.throwIfAborted();
            return (0,connection_link/* openChannel */.a)(link, (ssh, done) => ssh.exec(command, execOptions.terminal ? { pty: execOptions.terminal } : {}, done), (channel) => execChannel(channel, link, execOptions));
        },
        openUnixSocket: (path) => (0,connection_link/* openChannel */.a)(link, (ssh, done) => ssh.openssh_forwardOutStreamLocal(path, done), (channel) => channelStream(channel, link)),
        openTcp: (toHost, toPort) => (0,connection_link/* openChannel */.a)(link, (ssh, done) => ssh.forwardOut('127.0.0.1', 0, toHost, toPort, done), (channel) => channelStream(channel, link)),
        end,
        [Symbol.asyncDispose]: end,
    };
}
/** A TCP connection from here. */
const direct = async ({ host, port, tcpTimeoutMs = 10_000 }, signal) => ({
    stream: await dial(host, port, tcpTimeoutMs, signal),
    close: async () => { },
});
function lost(where, why, cause) {
    return new report_failure/* Failure */.H({
        what: 'The connection to the server was lost',
        where,
        why,
        next: 'Run the job again: it picks up where this one stopped.',
    }, { cause });
}


/***/ }),

/***/ 9430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ openChannel),
/* harmony export */   o: () => (/* binding */ isChannelRefused)
/* harmony export */ });
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7340);

/** Whether an error is the server's refusal to open a channel. */
function isChannelRefused(error) {
    return error instanceof Error && error.name === 'ChannelRefused';
}
/**
 * Has ssh2 open a channel and wraps it at once: a short command can have ended before any promise settles.
 * Rejects with the loss when the link is lost meanwhile, with {@link ChannelRefused} when the server refuses.
 */
function openChannel({ client, closed, where }, start, wrap) {
    const { promise, resolve, reject } = Promise.withResolvers();
    const lose = () => reject(closed.reason);
    closed.addEventListener('abort', lose, { once: true });
    promise.finally(() => closed.removeEventListener('abort', lose)).catch(() => { });
    try {
        closed.throwIfAborted();
        start(client, (error, channel) => {
            if (error)
                reject(refusal(error, where));
            else
                resolve(wrap(channel));
        });
    }
    catch (error) {
        reject(closed.aborted ? error : refusal(error, where));
    }
    return promise;
}
function refusal(error, where) {
    const { reason } = error;
    if (typeof reason !== 'number') {
        return new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ what: 'The server did not take a request', where, why: `${error.message}.` }, { cause: error });
    }
    const said = error.message.replace(/^\(SSH\) Channel open failure: ?/, '');
    const meaning = reasons[reason] ?? `reason ${reason}`;
    const message = `The server refused to open a channel: ${said === '' ? meaning : `${meaning} (${said})`}`;
    return Object.assign(new Error(message, { cause: error }), { name: 'ChannelRefused', reason });
}
const reasons = {
    1: 'it is forbidden',
    2: 'the other end cannot be reached',
    3: 'it does not know this kind of channel',
    4: 'it is out of resources',
};


/***/ }),

/***/ 262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ normalisePem)
/* harmony export */ });
/**
 * Finds the first private key block in a text whose line ends were lost or changed on the way through a
 * clipboard, a web form or JSON, and restores them; undefined when there is none.
 */
function normalisePem(text) {
    const plain = text.replace(/\\r/g, '').replace(/\\n/g, '\n').replace(/\r/g, '\n');
    const begin = /-----BEGIN ((?:[A-Z0-9]+ )*PRIVATE KEY)-----/.exec(plain);
    const label = begin?.[1];
    if (begin === null || label === undefined)
        return undefined;
    const after = plain.slice(begin.index + begin[0].length);
    const end = after.indexOf(`-----END ${label}-----`);
    const complete = end >= 0;
    const content = complete ? after.slice(0, end) : after;
    const headers = [];
    const body = content
        .replace(/(Proc-Type):\s*(4,\s*ENCRYPTED)|(DEK-Info):\s*([A-Za-z0-9-]+,[0-9A-Fa-f]+)/g, (_, a, b, c, d) => {
        headers.push(`${a ?? c}: ${b ?? d}`);
        return '';
    })
        .replace(/\s+/g, '');
    const lines = [
        `-----BEGIN ${label}-----`,
        ...(headers.length > 0 ? [...headers, ''] : []),
        ...(body.match(/.{1,64}/g) ?? []),
        `-----END ${label}-----`,
    ];
    return { label, text: `${lines.join('\n')}\n`, complete };
}


/***/ }),

/***/ 6786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ readPrivateKey)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/report/failure.js
var failure = __webpack_require__(7340);
// EXTERNAL MODULE: ./lib/server/connection/known-hosts.js
var known_hosts = __webpack_require__(7585);
;// CONCATENATED MODULE: ./lib/server/connection/openssh-key.js
/** An ed25519 private key in OpenSSH's own file format, the only one in which SSH programs read this type. */
function openSshEd25519(key) {
    const { d, x } = key.export({ format: 'jwk' });
    if (d === undefined || x === undefined)
        throw new TypeError('Not an ed25519 private key');
    const seed = Buffer.from(d, 'base64url');
    const point = Buffer.from(x, 'base64url');
    const type = sshString('ssh-ed25519');
    const secret = Buffer.concat([
        Buffer.alloc(8), // two equal check numbers, which tell a right passphrase from a wrong one
        type,
        sshString(point),
        sshString(Buffer.concat([seed, point])),
        sshString(''), // comment
    ]);
    const padding = Uint8Array.from({ length: (8 - (secret.length % 8)) % 8 }, (_, index) => index + 1);
    const file = Buffer.concat([
        Buffer.from('openssh-key-v1\0'),
        sshString('none'), // cipher
        sshString('none'), // key derivation
        sshString(''), // its options
        Buffer.from([0, 0, 0, 1]), // number of keys
        sshString(Buffer.concat([type, sshString(point)])),
        sshString(Buffer.concat([secret, padding])),
    ]);
    const body = file.toString('base64').match(/.{1,70}/g) ?? [];
    return ['-----BEGIN OPENSSH PRIVATE KEY-----', ...body, '-----END OPENSSH PRIVATE KEY-----', ''].join('\n');
}
function sshString(value) {
    const data = Buffer.from(value);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, data]);
}

// EXTERNAL MODULE: ./lib/server/connection/pem.js
var connection_pem = __webpack_require__(262);
;// CONCATENATED MODULE: ./lib/server/connection/private-key.js





const what = 'The SSH private key cannot be used';
const fix = 'Set `ssh-private-key` to the whole content of the private key file, both marker lines included.';
/**
 * Reads a private key as people paste it: with CRLF line ends, without the last newline, indented, all on one
 * line, or with literal `\n`. Takes OpenSSH, PEM (PKCS#1, SEC1) and PKCS#8, encrypted or not. What it throws
 * never contains any of the key or of the passphrase.
 */
async function readPrivateKey(text, passphrase) {
    if (text.trim() === '') {
        throw new failure/* Failure */.H({
            what: 'The SSH private key is empty',
            where: 'input ssh-private-key',
            why: 'The input has no value; a repository secret that does not exist also gives an empty one.',
            next: fix,
        });
    }
    const pem = (0,connection_pem/* normalisePem */.Z)(text);
    if (pem === undefined)
        throw notAKey(text);
    if (!pem.complete) {
        throw private_key_failure('It is incomplete: its END line is missing.', fix);
    }
    const parsed = await parse(pem, passphrase === '' ? undefined : passphrase);
    const blob = parsed.getPublicSSH();
    return {
        parsed,
        publicLine: `${parsed.type} ${blob.toString('base64')}`,
        fingerprint: (0,known_hosts/* fingerprint */.Rj)(blob),
    };
}
async function parse(pem, passphrase) {
    const { default: ssh2 } = await __webpack_require__.e(/* import() */ 472).then(__webpack_require__.t.bind(__webpack_require__, 5472, 19));
    const converted = pem.label.endsWith('PRIVATE KEY') && isPkcs8(pem.label);
    const text = converted ? convertPkcs8(pem, passphrase) : pem.text;
    const parsed = ssh2.utils.parseKey(text, passphrase);
    if (parsed instanceof Error)
        throw unreadable(parsed, pem.label, passphrase !== undefined);
    if (!parsed.isPrivateKey())
        throw notAKey(pem.text);
    if (parsed.type === 'ssh-dss') {
        throw private_key_failure('It is a DSA key, which OpenSSH no longer accepts.', 'Make a new key: `ssh-keygen -t ed25519`.');
    }
    return parsed;
}
function isPkcs8(label) {
    return label === 'PRIVATE KEY' || label === 'ENCRYPTED PRIVATE KEY';
}
/** PKCS#8, which ssh2 does not read, as the format that it does read for the same kind of key. */
function convertPkcs8(pem, passphrase) {
    if (pem.label === 'ENCRYPTED PRIVATE KEY' && passphrase === undefined)
        throw needsPassphrase();
    let key;
    try {
        key = (0,external_node_crypto_.createPrivateKey)({ key: pem.text, format: 'pem', ...(passphrase && { passphrase }) });
    }
    catch {
        throw pem.label === 'ENCRYPTED PRIVATE KEY' ? wrongPassphrase() : damaged();
    }
    switch (key.asymmetricKeyType) {
        case 'rsa':
            return key.export({ type: 'pkcs1', format: 'pem' }).toString();
        case 'ec':
            return key.export({ type: 'sec1', format: 'pem' }).toString();
        case 'ed25519':
            return openSshEd25519(key);
        default:
            throw private_key_failure(`It holds a key of type ${key.asymmetricKeyType}, which SSH does not use.`, 'Make a new key: `ssh-keygen -t ed25519`.');
    }
}
function unreadable(error, label, hasPassphrase) {
    if (/no passphrase given/i.test(error.message))
        return needsPassphrase();
    if (/passphrase\?|unable to authenticate data|bad decrypt/i.test(error.message))
        return wrongPassphrase();
    const type = /Unsupported OpenSSH private key type: (\S+)/.exec(error.message)?.[1];
    if (type?.startsWith('sk-')) {
        return private_key_failure('It is the handle of a hardware security key, which cannot sign without the device.', 'Make a key for deployments: `ssh-keygen -t ed25519`.');
    }
    if (type !== undefined || /unsupported|not supported/i.test(error.message)) {
        return private_key_failure(`Its format is not supported (${label}).`, 'Make a new key: `ssh-keygen -t ed25519`.');
    }
    return damaged(hasPassphrase ? ' (or the passphrase is wrong)' : '');
}
function notAKey(text) {
    const trimmed = text.trim();
    if (/^PuTTY-User-Key-File-/.test(trimmed)) {
        return private_key_failure('It is in PuTTY’s own format (.ppk).', 'Convert it: `puttygen key.ppk -O private-openssh -o key`, or in PuTTYgen “Conversions”, “Export OpenSSH key”.');
    }
    if (/-cert-v01@openssh\.com /.test(trimmed) || /BEGIN (X509 )?CERTIFICATE/.test(trimmed)) {
        return private_key_failure('It is a certificate, not a private key.', fix);
    }
    if (/^(ssh-|ecdsa-|sk-)\S+ AAAA/.test(trimmed) || /BEGIN .*PUBLIC KEY/.test(trimmed)) {
        return private_key_failure('It is the public half of a key.', 'Set `ssh-private-key` to the content of the file without “.pub”; the public half belongs into `authorized_keys` on the server.');
    }
    return private_key_failure('It is not a private key: there is no line `-----BEGIN … PRIVATE KEY-----` in it.', fix);
}
function needsPassphrase() {
    return private_key_failure('It is encrypted and no passphrase was given.', 'Set `ssh-private-key-passphrase`, or use a key without a passphrase.');
}
function wrongPassphrase() {
    return new failure/* Failure */.H({
        what,
        where: 'input ssh-private-key-passphrase',
        why: 'The passphrase does not decrypt it.',
        next: 'Try it on your machine: `ssh-keygen -y -f KEYFILE` asks for the passphrase.',
    });
}
function damaged(aside = '') {
    return private_key_failure(`It is damaged or incomplete${aside}: its content does not add up.`, fix);
}
function private_key_failure(why, next) {
    return new failure/* Failure */.H({ what, where: 'input ssh-private-key', why, next });
}


/***/ }),

/***/ 7497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ git),
/* harmony export */   Ii: () => (/* binding */ tryGit),
/* harmony export */   XS: () => (/* binding */ GitError),
/* harmony export */   b4: () => (/* binding */ readBlobs)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2697);
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7340);



/**
 * Git in a job's container often finds that the workspace belongs to another user. And files of a commit may look like a
 * bare repository, whose settings name programs to start: only what has a `.git`, which no commit can hold, is one.
 */
const trusted = ['-c', 'safe.directory=*', '-c', 'safe.bareRepository=explicit'];
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
