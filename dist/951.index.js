export const id = 951;
export const ids = [951];
export const modules = {

/***/ 7772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LX: () => (/* binding */ branchPattern),
/* harmony export */   VE: () => (/* binding */ environmentName),
/* harmony export */   cK: () => (/* binding */ matches),
/* harmony export */   m6: () => (/* binding */ bySpecificity)
/* harmony export */ });
/* harmony import */ var node_path_posix__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2311);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3369);



/** The names and globs under `branches`, and what they match. */
/** What a glob may have beside the letters of a name; `**` stands alone between slashes. */
const wildcards = /(?<=^|\/)\*\*(?=\/|$)|\*(?!\*)|\?|\[!?[A-Za-z0-9_.-]+\]/g;
/** A branch or tag by its name, or a glob for several: git's own rules for names, with wildcards beside. */
const branchPattern = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig()], 'must be text')
    .transform(String)
    .pipe(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .refine((text) => isLoneStars(text), 'must have `**` alone between slashes, as in release/**')
    .refine((text) => !isLoneStars(text) || _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR.safeParse(text.replace(wildcards, 'x')).success, 'must be a branch, a tag or a glob of such, in letters, digits and . _ / + @ = # -, with * ? [a-z] or ** as wildcards'));
const isLoneStars = (text) => !/[^/]\*\*|\*\*[^/]/.test(text);
/** The name of an environment of GitHub: at most 255 characters, on one line. */
const environmentName = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .regex(/^[^\p{C}\p{Zl}\p{Zp}\s](?:[^\p{C}\p{Zl}\p{Zp}]{0,253}[^\p{C}\p{Zl}\p{Zp}\s])?$/u, 'must be the name of an environment: text on one line, at most 255 characters');
/** Whether a pattern is a glob. */
const isGlob = (pattern) => /[*?[]/.test(pattern);
/** Whether a pattern matches a branch or tag: `*` and `?` stop at `/`, `**` does not; case counts. */
const matches = (name, pattern) => isGlob(pattern) ? (0,node_path_posix__WEBPACK_IMPORTED_MODULE_0__.matchesGlob)(name, pattern) : name === pattern;
/** Compares two patterns that match, the more specific one first: exact before glob, then the longer one. */
const bySpecificity = (a, b) => Number(isGlob(a)) - Number(isGlob(b)) || b.length - a.length;


/***/ }),

/***/ 2951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sE: () => (/* binding */ chooseConfiguration),
  vv: () => (/* binding */ chooseForCheck),
  KE: () => (/* binding */ listed)
});

// EXTERNAL MODULE: ./lib/github/event.js
var github_event = __webpack_require__(9607);
// EXTERNAL MODULE: ./lib/report/failure.js
var failure = __webpack_require__(7340);
// EXTERNAL MODULE: ./lib/configuration/branches.js
var branches = __webpack_require__(7772);
// EXTERNAL MODULE: ./lib/configuration/nothing.js
var nothing = __webpack_require__(5847);
// EXTERNAL MODULE: ./lib/configuration/problem.js
var problem = __webpack_require__(1425);
;// CONCATENATED MODULE: ./lib/configuration/choose-preview.js


/** For a command about the previews of the project. */
const ofPreviews = ({ configuration }) => ({
    kind: 'deploy',
    name: configuration,
    because: 'previews are made from it',
});
/** Label by which the preview of a stranger's pull request is allowed, where the file names none. */
const usualLabel = 'preview';
/**
 * Decides what a run for a pull request is to do: something about its own preview, or nothing. The settings are its base
 * branch's.
 */
const choosePreview = (settings, { command, preview, trigger: { event, happened } }) => {
    if (happened?.kind !== 'pull-request')
        return (0,nothing/* nothing */.s)(`GitHub did not tell which pull request this \`${event}\` is about, and from which commit`);
    const { number } = happened.pull;
    const asked = command.kind === 'previews' && command.verb === 'remove' ? command.number : preview;
    if (asked !== undefined && asked !== number)
        return (0,nothing/* nothing */.s)(`a run for pull request ${number} touches no preview but its own, and not that of ${asked}`);
    if (command.kind === 'previews')
        return ofPreviews(settings);
    if (command.kind === 'deploy')
        return decide(happened, settings);
    return asked === undefined
        ? (0,nothing/* nothing */.s)(`a run for pull request ${number} touches nothing but its preview`, `With the input \`preview: ${number}\` the command is about that.`)
        : { kind: 'named-preview', number, because: 'the input `preview` names it' };
};
const decide = (event, labels) => {
    const { action, pull } = event;
    if (action === 'closed')
        return remove(event, pull.isMerged ? 'it was merged' : 'it was closed');
    if (!pull.isOpen)
        return (0,nothing/* nothing */.s)(`pull request ${pull.number} is not open`);
    if (action === 'labeled' && same(event.label, labels.skipLabel))
        return remove(event, `it has the label ${quoted(labels.skipLabel)}`);
    if (has(event, labels.skipLabel))
        return (0,nothing/* nothing */.s)(`pull request ${pull.number} has the label ${quoted(labels.skipLabel)}`, 'Take it off for a preview.');
    return pull.isFork ? decideForStranger(event, labels) : decideForOwn(event, labels);
};
/** For a branch of the repository: whoever pushed may write to it. */
const decideForOwn = (event, { label, skipLabel }) => {
    const isWanted = label === undefined || has(event, label);
    const unwanted = () => (0,nothing/* nothing */.s)(`pull request ${event.pull.number} does not have the label ${quoted(label ?? '')}`, 'Set it for a preview.');
    switch (event.action) {
        case 'opened':
        case 'reopened':
            return isWanted ? bring(event, `it was ${event.action}`) : unwanted();
        case 'synchronize':
            return isWanted ? bring(event, 'it was pushed to') : unwanted();
        case 'edited':
            if (!event.baseChanged)
                return idle(event);
            return isWanted ? bring(event, `its base is now ${quoted(event.pull.baseBranch)}`) : unwanted();
        case 'labeled':
            return same(event.label, label) ? bring(event, `it has the label ${quoted(label ?? '')}`) : idle(event);
        case 'unlabeled':
            if (same(event.label, label))
                return remove(event, `its label ${quoted(label ?? '')} was taken off`);
            if (!same(event.label, skipLabel))
                return idle(event);
            return isWanted ? bring(event, `its label ${quoted(skipLabel)} was taken off`) : unwanted();
        default:
            return idle(event);
    }
};
/** For a fork or Dependabot: only the very commit that somebody looked at who may write to the repository. */
const decideForStranger = (event, { label = usualLabel }) => {
    const { action, sender, pull } = event;
    const how = `Who may write to the repository sets the label ${quoted(label)}: then the commit that it has at this moment gets one.`;
    const stranger = `pull request ${pull.number} is of a fork, or Dependabot’s`;
    switch (action) {
        case 'labeled':
            if (!same(event.label, label))
                return idle(event);
            if (sender === '')
                return (0,nothing/* nothing */.s)(`GitHub did not tell who set the label ${quoted(label)}`);
            return bring(event, `${sender} set the label ${quoted(label)}`, sender);
        case 'unlabeled':
            if (!same(event.label, label))
                return idle(event);
            // A token of an app that takes it off behind a push starts a run, too.
            if (sender.endsWith('[bot]'))
                return (0,nothing/* nothing */.s)(`${sender} took the label ${quoted(label)} off; a preview stays at the commit that was allowed`);
            return remove(event, `its label ${quoted(label)} was taken off`);
        case 'synchronize':
            return has(event, label)
                ? {
                    kind: 'unlabel',
                    event,
                    label,
                    because: 'nobody has allowed the commit that was pushed. A preview stays at the commit that was allowed',
                }
                : (0,nothing/* nothing */.s)(`${stranger}: a push to it brings no preview`, how);
        case 'edited':
            return event.baseChanged ? (0,nothing/* nothing */.s)(`${stranger}: another base brings no preview`, how) : idle(event);
        case 'opened':
        case 'reopened':
            return has(event, label)
                ? (0,nothing/* nothing */.s)(`${stranger}: the label ${quoted(label)} counts only when it is set`, `Take it off, look at the commits, and set it again.`)
                : (0,nothing/* nothing */.s)(`${stranger}: it has no preview by itself`, how);
        default:
            return idle(event);
    }
};
const bring = (event, because, needsWriter) => event.pull.headSha === ''
    ? (0,nothing/* nothing */.s)(`GitHub did not tell the commit at the head of pull request ${event.pull.number}`)
    : { kind: 'preview', event, because, needsWriter };
const remove = ({ pull: { number } }, because) => ({
    kind: 'remove-previews',
    of: { number },
    because,
});
/** For an event that says nothing of previews. */
const idle = ({ action, label, pull: { number } }) => {
    const what = action === 'labeled' || action === 'unlabeled' ? `the label ${quoted(label ?? '')}` : undefined;
    return (0,nothing/* nothing */.s)(`${what ?? quoted(action)} says nothing of the preview of pull request ${number}`);
};
/** Labels that differ only in case are one label for GitHub. */
const same = (one, other) => one !== undefined && other !== undefined && one.toLowerCase() === other.toLowerCase();
const has = ({ pull }, label) => pull.labels.some((one) => same(one, label));
const quoted = (text) => `\`${(0,problem/* oneLine */.TN)(text, 50)}\``;

;// CONCATENATED MODULE: ./lib/configuration/idle-events.js



/** Activities of `release` that bring it about; the others change its text, or take it back. */
const bringing = ['created', 'prereleased', 'published', 'released'];
/** What a deploy comes to on an event that deploys nothing, and why; undefined for one that does. */
const decideWithoutDeploy = ({ previews }, { configuration, trigger: { happened } }) => {
    switch (happened?.kind) {
        case 'merge-group':
            return (0,nothing/* nothing */.s)('a merge queue only tries what a merge would give', 'The push to the branch that follows the merge deploys it.');
        case 'ref-deleted': {
            const { type, name } = happened.ref;
            const gone = `the ${type} ${idle_events_quoted(name)} was deleted`;
            if (type === 'tag')
                return (0,nothing/* nothing */.s)(gone);
            if (!previews)
                return (0,nothing/* nothing */.s)(`${gone}, and there are no \`previews\` in the deployment file that could go with it`);
            return { kind: 'remove-previews', of: { branch: name }, because: gone };
        }
        case 'release':
            return bringing.includes(happened.action)
                ? undefined
                : (0,nothing/* nothing */.s)(`a release that was ${idle_events_quoted(happened.action || 'changed')} brings nothing new`, 'Start the workflow `on: { release: { types: [published] } }`.');
        case 'workflow-run': {
            const { workflow, conclusion, startedBy, branch, ref } = happened;
            const of = workflow === '' ? 'the other workflow' : `the workflow ${idle_events_quoted(workflow)}`;
            if (github_event/* pullRequestEvents */.UM.includes(startedBy) || startedBy === 'merge_group')
                return (0,nothing/* nothing */.s)(`${of} ran for a pull request, which deploys nothing in this way`);
            if (conclusion === undefined)
                return (0,nothing/* nothing */.s)(`${of} has not ended yet`);
            if (conclusion !== 'success')
                return (0,nothing/* nothing */.s)(`${of} ended with ${idle_events_quoted(conclusion)}`);
            // What it has tried says nothing of the branch that would be deployed.
            return configuration !== undefined || branch === undefined || branch === ref?.name
                ? undefined
                : (0,nothing/* nothing */.s)(`${of} was for ${idle_events_quoted(branch)}, and this run is for ${ref ? idle_events_quoted(ref.name) : 'none'}`, 'To deploy what it was for, check that out, and name the input `configuration`.');
        }
        case 'other':
            return configuration !== undefined
                ? undefined
                : (0,nothing/* nothing */.s)(`the event ${idle_events_quoted(happened.name)} does not say what is to be deployed`, 'The input `configuration` does.');
        default:
            return undefined;
    }
};
const idle_events_quoted = (text) => `\`${(0,problem/* oneLine */.TN)(text, 250)}\``;

// EXTERNAL MODULE: ./lib/configuration/select.js
var configuration_select = __webpack_require__(2916);
;// CONCATENATED MODULE: ./lib/configuration/choose.js








/** The configuration that is used when nothing says which, as long as no branches are told apart. */
const usualName = 'Staging';
/**
 * Decides what a run is to do, from what was asked for and what happened; throws when a person must say it. For a pull
 * request, the file given is its base branch's.
 */
function chooseConfiguration(deployment, request) {
    const { configurations } = deployment;
    const { command, preview } = request;
    const { event, ref } = request.trigger;
    const names = Object.keys(configurations);
    if (command.kind === 'check')
        return chooseForCheck(deployment, request);
    if (isPullRequest(request))
        return deployment.previews
            ? choosePreview(deployment.previews, request)
            : chooseForCheck(deployment, request);
    if (command.kind === 'previews')
        return deployment.previews
            ? ofPreviews(deployment.previews)
            : (0,nothing/* nothing */.s)('there are no `previews` in the deployment file');
    if (preview !== undefined)
        return { kind: 'named-preview', number: preview, because: 'the input `preview` names it' };
    const idle = command.kind === 'deploy' && decideWithoutDeploy(deployment, request);
    if (idle)
        return idle;
    const asked = askedFor(deployment, request);
    if (asked)
        return { kind: 'deploy', ...asked };
    const patterns = names.flatMap((name) => {
        const branches = configurations[name]?.branches ?? [];
        return branches.length > 0 ? [{ configuration: name, branches }] : [];
    });
    const found = ref && best(ref.name, patterns);
    if (found)
        return {
            kind: 'deploy',
            name: found.configuration,
            because: `${shown(ref)} matches its \`${found.pattern}\``,
        };
    if (patterns.length > 0) {
        const because = `${ref ? shown(ref) : 'a run without a branch'} matches the \`branches\` of no configuration`;
        // Of releases, unlike of pushes, GitHub lets a workflow choose none by its tag: only the file does.
        if (event === 'push' || event === 'release')
            return { kind: 'nothing', because, patterns };
        throw undecided(deployment, `${because[0]?.toUpperCase()}${because.slice(1)}: ${listed(patterns)}.`);
    }
    if (names.includes(usualName))
        return { kind: 'deploy', name: usualName, because: 'nothing names another one' };
    const [only = ''] = names;
    if (names.length === 1)
        return { kind: 'deploy', name: only, because: 'it is the only one' };
    throw undecided(deployment, `No configuration has \`branches\`, and none is called \`${usualName}\`.`);
}
/** Decides which configurations a check is for: the one that was asked for, or all; a pull request has no say. */
function chooseForCheck(deployment, request) {
    const names = Object.keys(deployment.configurations);
    if (isPullRequest(request))
        return { kind: 'check', names, because: 'a pull request deploys nothing, but checks every configuration' };
    const asked = askedFor(deployment, request);
    return asked
        ? { kind: 'check', names: [asked.name], because: asked.because }
        : { kind: 'check', names, because: 'the input `configuration` names none' };
}
const isPullRequest = ({ trigger: { event } }) => github_event/* pullRequestEvents */.UM.includes(event);
/** The configuration that the input names, which must be there. */
function askedFor(deployment, { configuration: name }) {
    if (name === undefined)
        return undefined;
    if (!Object.hasOwn(deployment.configurations, name))
        throw (0,configuration_select/* unknownConfiguration */.v)(deployment, name);
    return { name, because: 'the input `configuration` names it' };
}
/** The most specific pattern that matches, and whose it is; of equal ones the first in the file. */
function best(name, patterns) {
    return patterns
        .flatMap(({ configuration, branches }) => branches.map((pattern) => ({ configuration, pattern })))
        .filter(({ pattern }) => (0,branches/* matches */.cK)(name, pattern))
        .sort((a, b) => (0,branches/* bySpecificity */.m6)(a.pattern, b.pattern))[0];
}
const shown = ({ type, name }) => `the ${type} \`${(0,problem/* oneLine */.TN)(name, 250)}\``;
/** What would match, in one line: ``Staging: `main`, `v*`; Production: `release/*` ``. */
const listed = (patterns) => patterns
    .map(({ configuration, branches }) => `${configuration}: ${branches.map((pattern) => `\`${pattern}\``).join(', ')}`)
    .join('; ');
const undecided = ({ file, configurations }, why) => new failure/* Failure */.H({
    what: `It is not clear which configuration of ${file} is meant`,
    where: file,
    why,
    next: `Set the input \`configuration\` to one of ${Object.keys(configurations)
        .map((name) => `\`${name}\``)
        .join(', ')}.`,
});


/***/ }),

/***/ 3369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ asServerName),
/* harmony export */   FI: () => (/* binding */ loginName),
/* harmony export */   Hc: () => (/* binding */ host),
/* harmony export */   Jk: () => (/* binding */ repository),
/* harmony export */   KR: () => (/* binding */ ref),
/* harmony export */   L5: () => (/* binding */ serverName),
/* harmony export */   Sh: () => (/* binding */ configurationName),
/* harmony export */   Zq: () => (/* binding */ requestPath),
/* harmony export */   eV: () => (/* binding */ variableValue),
/* harmony export */   j1: () => (/* binding */ projectName),
/* harmony export */   rD: () => (/* binding */ wholeNumber)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3136);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2311);



/** Fields of the deployment file, each validated for the place where its value ends up. */
/** A whole number in a range. */
const wholeNumber = (least, most) => zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(`must be a whole number from ${least} to ${most}`).min(least).max(most);
/** The value of an environment variable, any text; numbers and booleans are taken as they are written. */
const variableValue = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()], {
    error: ({ input }) => (input === null ? "must be text ('' for none)" : 'must be text'),
})
    .transform(String)
    .refine((value) => !value.includes('\0'), 'must not contain a NUL character');
/** A host that can be reached over SSH, lower-case. */
const host = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .toLowerCase()
    .refine((name) => isDnsName(name) || isAddress(name), {
    error: ({ input }) => `must be a DNS name or an IP address, without scheme, user or port${spelling(String(input))}`,
});
/** A host's name as the browser sends it: an IPv6 address shortened, in brackets. */
function asServerName(host) {
    return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(host) && isAddress(host) ? new URL(`http://[${host}]`).hostname : host;
}
/** A name of the site, lower-case and safe in nginx: `www.example.com`, `*.example.com` or an address. */
const serverName = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .toLowerCase()
    .refine((name) => isDnsName(name.replace(/^\*\./, '')) || isAddress(name), {
    error: ({ input }) => `must be a DNS name, such as example.com or *.example.com${spelling(String(input))}`,
})
    .overwrite(asServerName);
/** A login name, as useradd and its kin take it. */
const loginName = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .regex(/^[A-Za-z_][A-Za-z0-9_.-]{0,31}$/, 'must be a login name: letters, digits and . _ -, at most 32 characters');
/** A project's name: every name on the server starts with it, in DNS and Docker alike. */
const projectName = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/, 'must be lower-case letters, digits and inner hyphens, at most 32 characters');
/** A configuration's name. */
const configurationName = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .regex(/^[A-Za-z0-9_][A-Za-z0-9_-]{0,63}$/, 'must be a name of letters, digits, _ and inner -, at most 64 characters');
/** `owner/name` on the server that the workflow runs on, or an address that git fetches over https or SSH. */
const repository = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .refine((name) => isRepositoryName(name) || isRepositoryAddress(name), 'must be owner/name, or the https:// or ssh:// address of a git repository, without a password');
/** A branch, a tag, a SHA or `HEAD`: git's own rules for names, less what a shell would act on. */
const ref = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig()], 'must be text')
    .transform(String)
    .pipe(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .refine(isRef, 'must be a branch, a tag, a 40-digit SHA or HEAD, in letters, digits and . _ / + @ = # -'));
/** A path on the site for a request, with its query if need be. */
const requestPath = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .regex(/^\/[A-Za-z0-9._~/?=&%+@:,-]*$/, 'must be a path that starts with /, of letters, digits and . _ ~ / ? = & % + @ : , -');
/** Whether it is a DNS name; what ends in a number is an address or nothing. */
function isDnsName(name) {
    return (name.length <= 253 &&
        /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(name) &&
        !/(?:^|\.)\d+$/.test(name));
}
/** Whether it is an IP address; one with a zone means nothing on another machine. */
function isAddress(name) {
    return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv4)(name) || ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(name) && !name.includes('%'));
}
/** A name outside ASCII has another spelling in DNS: proposes it. */
function spelling(name) {
    const ascii = /^[\p{L}\p{M}\p{N}.-]+$/u.test(name) ? (0,node_url__WEBPACK_IMPORTED_MODULE_1__.domainToASCII)(name) : '';
    return isDnsName(ascii) ? `; write it as ${ascii}` : '';
}
const isRepositoryName = (name) => /^[A-Za-z0-9][A-Za-z0-9_-]*\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/.test(name);
function isRepositoryAddress(address) {
    const found = /^(?:https:\/\/|ssh:\/\/(?:[A-Za-z_][A-Za-z0-9_.-]*@)?)([^/:@]+)(?::\d{1,5})?(\/.+)$/.exec(address) ??
        /^[A-Za-z_][A-Za-z0-9_.-]*@([^/:@]+):(.+)$/.exec(address);
    const [, server = '', path = ''] = found ?? [];
    return ((isDnsName(server.toLowerCase()) || (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv4)(server)) &&
        /^\/?[A-Za-z0-9_.~][A-Za-z0-9_.~/-]*$/.test(path) &&
        !path.split('/').includes('..'));
}
function isRef(name) {
    return (/^[\p{L}\p{M}\p{N}._/+@=#-]{1,250}$/u.test(name) &&
        !name.startsWith('-') &&
        !name.endsWith('.') &&
        name !== '@' &&
        !name.includes('..') &&
        name
            .split('/')
            .every((part) => part !== '' && !part.startsWith('.') && !part.toLowerCase().endsWith('.lock')));
}


/***/ }),

/***/ 8578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ nearMiss)
/* harmony export */ });
/**
 * The candidate that was probably meant by a misspelt word, or by the first word of one alone, such as `python` for
 * `python_version`; undefined when none is near.
 */
function nearMiss(word, candidates) {
    const limit = Math.max(1, Math.floor(word.length / 3));
    const [nearest] = candidates
        .map((candidate) => ({ candidate, distance: distance(plain(word), plain(candidate)) }))
        .filter(({ distance }) => distance <= limit)
        .sort((a, b) => a.distance - b.distance);
    if (nearest)
        return nearest.candidate;
    const [longer, another] = candidates.filter((candidate) => plain(candidate).startsWith(`${plain(word)}_`));
    return another === undefined ? longer : undefined;
}
/** Case and the kind of hyphen are the smallest of slips: they count as nothing. */
const plain = (word) => word.toLowerCase().replaceAll('-', '_');
/** Damerau's distance: how many letters to insert, drop, replace, or swap with their neighbour. */
function distance(a, b) {
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
            const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
            row[j] = Math.min(replaced, at(last, j) + 1, at(row, j - 1) + 1, swapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY);
        }
        before = last;
        last = row;
    }
    return at(last, b.length);
}
const at = (row, index) => row[index] ?? Number.POSITIVE_INFINITY;


/***/ }),

/***/ 5847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ nothing)
/* harmony export */ });
/** Nothing is to be done, for another reason than that no pattern matches. */
const nothing = (because, next) => ({
    kind: 'nothing',
    because,
    ...(next !== undefined && { next }),
    patterns: [],
});


/***/ }),

/***/ 1425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ invalidFile),
/* harmony export */   LF: () => (/* binding */ pathText),
/* harmony export */   TN: () => (/* binding */ oneLine)
/* harmony export */ });
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7340);

/** All problems of a deployment file as one failure, in the order in which they stand in the file. */
function invalidFile(file, problems, lines) {
    const placed = withoutCovered(problems)
        .sort((a, b) => a.offset - b.offset)
        .map(({ offset, path, message }) => {
        const { line, col } = lines.linePos(offset);
        return {
            file,
            line: Math.max(line, 1),
            column: Math.max(col, 1),
            message: path.length > 0 ? `${pathText(path)}: ${message}` : message,
        };
    });
    const [first] = placed;
    const only = placed.length === 1 && first;
    return new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
        what: only ? `${file} has a mistake` : `${file} has ${placed.length} mistakes`,
        where: only ? `${file}:${only.line}:${only.column}` : file,
        why: placed.map(({ line, column, message }) => `${file}:${line}:${column}  ${message}`).join('\n'),
        next: `Correct ${file}, commit it and run again.`,
        annotations: placed,
    });
}
function withoutCovered(problems) {
    const byOffset = new Map();
    return problems.filter((problem) => {
        const earlier = byOffset.get(problem.offset) ?? [];
        if (earlier.some((other) => covers(other, problem)))
            return false;
        byOffset.set(problem.offset, [...earlier, problem]);
        return true;
    });
}
/**
 * Whether an earlier problem makes another one idle: it is about the same value, or it is the same one, met again
 * through an alias.
 */
const covers = (earlier, problem) => earlier.offset === problem.offset &&
    (pathText(earlier.path) === pathText(problem.path) ||
        (earlier.message === problem.message && earlier.path.at(-1) === problem.path.at(-1)));
/** A path in the words of the file: `configurations.Staging.server_names[0]`. */
function pathText(path) {
    return path
        .map((key, index) => {
        if (typeof key === 'number')
            return `[${key}]`;
        const name = oneLine(String(key));
        return index === 0 ? name : `.${name}`;
    })
        .join('');
}
/** Text from a file, fit for one line of a log: cut when it is long, control characters spelt out. */
function oneLine(text, limit = 60) {
    const shown = text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
    return shown.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}


/***/ }),

/***/ 2916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ selectConfiguration),
/* harmony export */   v: () => (/* binding */ unknownConfiguration)
/* harmony export */ });
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7340);
/* harmony import */ var _near_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8578);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1425);



/** The configuration of that name, with every default filled in. */
function selectConfiguration(deployment, name, context) {
    const settings = Object.hasOwn(deployment.configurations, name)
        ? deployment.configurations[name]
        : undefined;
    if (!settings)
        throw unknownConfiguration(deployment, name);
    const projectName = settings.projectName ?? safeProjectName(context.repository);
    if (projectName === '')
        throw new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
            what: `The repository's name (${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(context.repository)}) gives the project no name`,
            where: `${deployment.file}, configuration ${name}`,
            why: 'Nothing of it is left in lower-case letters, digits and hyphens.',
            next: `Set \`project_name\` in configuration ${name}.`,
        });
    return {
        name,
        ...settings,
        projectName,
        environment: settings.environment ?? name,
        production: settings.production ?? name.toLowerCase() === 'production',
    };
}
/** A project's name from `owner/name`, safe in DNS and Docker; empty when nothing of it is. */
function safeProjectName(repository) {
    return repository
        .slice(repository.lastIndexOf('/') + 1)
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-/, '')
        .slice(0, 32)
        .replace(/-$/, '');
}
/** What is told of a name that no configuration has. */
function unknownConfiguration({ file, configurations }, name) {
    const names = Object.keys(configurations);
    const near = (0,_near_js__WEBPACK_IMPORTED_MODULE_2__/* .nearMiss */ .b)(name, names);
    const listed = near ? [near, ...names.filter((other) => other !== near)] : names;
    return new _report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({
        what: `There is no configuration \`${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(name)}\` in ${file}`,
        where: file,
        why: `It has ${listed.map((other) => `\`${other}\``).join(', ')}.`,
        next: near
            ? `Did you mean \`${near}\`? Set the input \`configuration\` to one of these names.`
            : 'Set the input `configuration` to one of these names, or add it to the file.',
    });
}


/***/ })

};
