export const id = 954;
export const ids = [954];
export const modules = {

/***/ 1954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/configuration/choose.js
var choose = __webpack_require__(4297);
;// CONCATENATED MODULE: ./lib/configuration/redact.js
/** What stands in place of a secret. */
const redact_hidden = '***';
/** Names of variables whose values are likely to be secrets, though they stand in the file for everybody to read. */
const secretName = /PASS|SECRET|TOKEN|CREDENTIAL|PRIVATE|AUTH|DSN|(?:^|_)(?:API|ACCESS)?KEY(?:_|$)/i;
/** The keys that hold mappings of the user's own names. */
const variables = /(?:^|\.)(?:env_variables|build_args|headers)\.([^.]+)$/;
/** Settings as text that anybody may read: without what looks like a secret, and without `secrets`, wherever they are. */
const redacted = (settings, secrets) => {
    // Anything shorter stands in the settings by chance.
    const known = secrets.filter((secret) => secret.length > 3).sort((a, b) => b.length - a.length);
    return settings.map((setting) => {
        const name = variables.exec(setting.key)?.[1];
        if (name !== undefined && secretName.test(name))
            return { ...setting, value: redact_hidden };
        return { ...setting, value: clean(setting.value, known) };
    });
};
function clean(value, secrets) {
    if (Array.isArray(value))
        return value.map((item) => clean(item, secrets));
    if (typeof value !== 'string')
        return value;
    const text = secrets.reduce((rest, secret) => rest.replaceAll(secret, redact_hidden), value);
    return text.replaceAll(/(?<=:\/\/)[^/@\s]*:[^/@\s]+(?=@)/g, redact_hidden);
}

// EXTERNAL MODULE: ./lib/configuration/select.js
var configuration_select = __webpack_require__(8792);
// EXTERNAL MODULE: ../../../work/main/node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(8505);
// EXTERNAL MODULE: ../../../work/main/node_modules/zod/v4/core/registries.js
var registries = __webpack_require__(8002);
// EXTERNAL MODULE: ./lib/configuration/schema.js + 5 modules
var configuration_schema = __webpack_require__(9887);
;// CONCATENATED MODULE: ./lib/configuration/json-schema.js


/** The JSON Schema of the deployment file: what may be written, in the draft that editors know best. */
const deploymentJsonSchema = () => {
    const { $schema, ...schema } = json_schema_processors/* toJSONSchema */.bl(configuration_schema/* deploymentSchema */.f, {
        io: 'input',
        target: 'draft-7',
        override({ zodSchema, jsonSchema }) {
            const { def } = zodSchema._zod;
            // zod leaves defaults and examples out when the value is transformed behind them; ours are what one would write.
            if (def.type === 'default')
                jsonSchema.default ??= def.defaultValue;
            const { examples } = registries/* globalRegistry */.fd.get(zodSchema) ?? {};
            if (Array.isArray(examples))
                jsonSchema.examples ??= examples;
        },
    });
    return { $schema, title: 'deployment.yml of jetee/deploy', ...schema };
};
/** The JSON Schema for editors: a configuration that extends another may leave out and empty what it has from that. */
const editorJsonSchema = () => {
    const schema = deploymentJsonSchema();
    const { configurations } = schema.properties ?? {};
    const configuration = configurations?.additionalProperties;
    if (typeof configuration !== 'object')
        throw new TypeError('The schema has no mapping of configurations');
    const either = {
        if: { required: ['extends'] },
        // biome-ignore lint/suspicious/noThenProperty: the word is JSON Schema's
        then: loose(configuration),
        else: configuration,
    };
    return {
        ...schema,
        properties: { ...schema.properties, configurations: { ...configurations, additionalProperties: either } },
    };
};
/** A schema in which nothing must be there, and every key may be empty. */
const loose = ({ required: _, properties, items, anyOf, oneOf, ...rest }) => ({
    ...rest,
    ...(properties && {
        properties: Object.fromEntries(Object.entries(properties).map(([key, value]) => [
            key,
            value.const === undefined ? { anyOf: [loose(value), { type: 'null' }] } : value,
        ])),
    }),
    ...(items && { items: loose(items) }),
    ...(anyOf && { anyOf: anyOf.map(loose) }),
    ...(oneOf && { anyOf: oneOf.map(loose) }),
});

// EXTERNAL MODULE: ../../../work/main/node_modules/yaml/dist/index.js
var dist = __webpack_require__(8905);
// EXTERNAL MODULE: ./lib/configuration/locate.js
var locate = __webpack_require__(8510);
// EXTERNAL MODULE: ./lib/configuration/problem.js
var problem = __webpack_require__(3949);
// EXTERNAL MODULE: ./lib/configuration/tree.js
var tree = __webpack_require__(8916);
;// CONCATENATED MODULE: ./lib/configuration/sources.js




/**
 * Tells of a path in a configuration where its value stands: `deployment.yml:12`, with the name of the configuration
 * that it stands in when it comes from another one, or `default` when the file has none.
 */
function sourcesIn({ deployment, source }, configuration) {
    const spans = spansOf(source.document.contents);
    return (path) => {
        const place = (0,locate/* locate */.x)(source, path);
        if (!place.present)
            return 'default';
        const { line } = source.lines.linePos(place.value);
        const owner = spans.find(({ start, end }) => start <= place.value && place.value < end)?.name;
        const from = owner === undefined || owner === configuration ? '' : ` (${(0,problem/* oneLine */.TN)(owner)})`;
        return `${deployment.file}:${line}${from}`;
    };
}
function spansOf(contents) {
    const configurations = (0,tree/* pairOf */.cF)(contents, 'configurations')?.value;
    if (!(0,dist/* isMap */.jh)(configurations))
        return [];
    return configurations.items.map((pair) => ({
        name: (0,tree/* nameOf */.Vb)(pair) ?? '',
        start: pair.key.range?.[0] ?? 0,
        end: pair.value?.range?.[2] ?? 0,
    }));
}

;// CONCATENATED MODULE: ./lib/configuration/settings.js


/** Every value of a configuration, in the order of the schema: those of the file, and the defaults of all other keys. */
function settingsOf(loaded, configuration) {
    const { properties = {} } = deploymentJsonSchema();
    const schema = properties.configurations?.additionalProperties;
    if (typeof schema !== 'object')
        throw new TypeError('The schema has no mapping of configurations');
    const base = ['configurations', configuration.name];
    const sourceOf = sourcesIn(loaded, configuration.name);
    const setting = (path, value) => [
        { key: keyText(path), value, source: sourceOf([...base, ...path]) },
    ];
    const walk = (given, value, path) => {
        const written = isEntry(given, value) ? { [value]: null } : (value ?? {});
        const { properties, additionalProperties, items } = formOf(given, written);
        if (properties)
            return Object.entries(properties).flatMap(([key, part]) => {
                const own = written[key];
                const used = own === undefined ? (part.default ?? defaultOf(configuration, path, key)) : own;
                return used === undefined ? [] : walk(part, used, [...path, key]);
            });
        if (items &&
            Array.isArray(value) &&
            value.some((item) => typeof item === 'object' || isEntry(items, item)))
            return value.flatMap((item, index) => walk(items, item, [...path, index]));
        if (typeof additionalProperties === 'object' && Object.keys(written).length > 0)
            return Object.entries(written).flatMap(([key, part]) => walk(additionalProperties, part, [...path, key]));
        return setting(path, value);
    };
    const value = loaded.source.value.configurations[configuration.name];
    return walk(schema, value, []);
}
/** What a key without a fixed default is when it is left out: the settings as they are used know it by its own name. */
function defaultOf(configuration, path, key) {
    const name = key.replaceAll(/_([a-z])/g, (_, letter) => letter.toUpperCase());
    return path.length === 0 ? configuration[name] : undefined;
}
/** Whether a value is the short form of an entry, such as `redis` in a list of services. */
const isEntry = ({ anyOf = [] }, value) => typeof value === 'string' && anyOf.some(({ properties }) => properties && Object.hasOwn(properties, value));
/** Of the ways in which a value may be written, the one that it is written in. */
function formOf(schema, value) {
    const forms = schema.anyOf ?? schema.oneOf;
    if (!forms)
        return schema;
    const form = forms.find((candidate) => takes(candidate, value));
    return form ? formOf(form, value) : {};
}
/** Whether a value is of the kind that a schema describes; the value is known to be valid. */
function takes({ type, properties = {} }, value) {
    const kind = Array.isArray(value) ? 'array' : typeof value === 'object' ? 'object' : undefined;
    if (kind === undefined || type !== kind)
        return kind === undefined && type !== 'array' && type !== 'object';
    return Object.entries(properties).every(([key, { const: word, default: usual }]) => word === undefined || word === (value[key] ?? usual));
}
/** A path in the words of the file: `secondary_services[0].redis.version`. */
const keyText = (path) => path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');

;// CONCATENATED MODULE: ./lib/commands/check.js



/** The configurations of a check, resolved; the file itself is known to be valid. */
const check = (loaded, { names }, invocation) => names.map((name) => {
    const settings = settingsOf(loaded, (0,configuration_select/* selectConfiguration */.f)(loaded.deployment, name, invocation));
    return {
        name,
        parent: loaded.parents.get(name),
        settings: redacted(settings, secretsFor(settings, invocation)),
    };
});
/** The secrets that the action was given, and those in the step's environment that the settings name. */
const secretsFor = (settings, { privateKey, passphrase, token, env }) => {
    const named = settings
        .filter(({ key }) => /secret|password/.test(key))
        .flatMap(({ value }) => (Array.isArray(value) ? value : [value]))
        .map((name) => env[String(name)]);
    return [privateKey, passphrase, token, ...named].filter((secret) => secret !== undefined);
};

// EXTERNAL MODULE: ./lib/templates.js
var templates = __webpack_require__(9988);
;// CONCATENATED MODULE: ./lib/stack/firewall.js

/** Text of the script that keeps the networks of projects apart, on the server. */
const firewallScript = () => (0,templates/* readTemplate */.xV)('firewall.sh');
/** What a person is told when the networks are not kept apart, with the reason. */
const openWarning = (why) => `The projects on this server are not kept apart entirely: ${why}. Containers of different projects do not reach each other, but what the server itself listens with on a project’s network, such as a port that is published there, may be reached from any of them.`;

// EXTERNAL MODULE: ./lib/stack/front.js
var stack_front = __webpack_require__(3835);
// EXTERNAL MODULE: ./lib/stack/layout.js
var layout = __webpack_require__(8262);
// EXTERNAL MODULE: ./lib/server/connection/shell-quote.js
var shell_quote = __webpack_require__(3303);
// EXTERNAL MODULE: ./lib/stack/container.js
var stack_container = __webpack_require__(9467);
;// CONCATENATED MODULE: ./lib/stack/hidden.js
/** Whether a part of a specification is a secret. */
const isHidden = (part) => typeof part === 'object' &&
    part !== null &&
    Object.keys(part).length === 1 &&
    typeof part['keyed hash'] === 'string';

;// CONCATENATED MODULE: ./lib/plan/line-diff.js
/** What differs between two texts, line by line: a field for each run of lines that were replaced, taken or added. */
const lineFields = (name, old, now) => {
    const a = old.split('\n');
    const b = now.split('\n');
    const common = commonLengths(a, b);
    const fields = [];
    let i = 0;
    let j = 0;
    while (i < a.length || j < b.length) {
        if (i < a.length && j < b.length && a[i] === b[j]) {
            i++;
            j++;
            continue;
        }
        const from = { i, j };
        while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i] === b[j])) {
            if (j === b.length || (i < a.length && at(common, i + 1, j) >= at(common, i, j + 1)))
                i++;
            else
                j++;
        }
        fields.push({
            name: `${name} line ${from.j + 1}`,
            old: block(a.slice(from.i, i)),
            new: block(b.slice(from.j, j)),
        });
    }
    return fields;
};
const block = (lines) => (lines.length === 0 ? null : lines.join('\n'));
const at = (lengths, i, j) => lengths[i]?.[j] ?? 0;
/** Lengths of the longest common subsequence of what follows each pair of lines. */
const commonLengths = (a, b) => {
    const lengths = Array.from({ length: a.length + 1 }, () => []);
    for (let i = a.length - 1; i >= 0; i--) {
        const row = lengths[i] ?? [];
        for (let j = b.length - 1; j >= 0; j--) {
            row[j] =
                a[i] === b[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
        }
    }
    return lengths;
};

;// CONCATENATED MODULE: ./lib/plan/compare.js




/** What stands for a secret wherever one would be shown. */
const compare_hidden = '***';
/**
 * Compares two values of the same kind, part by part. Parts of objects are named by their keys, one behind the other;
 * a list of words is written as a command line. Undefined parts and empty objects do not count.
 */
const compare = (old, now) => {
    const before = flatten(old);
    const after = flatten(now);
    return [...new Set([...after.keys(), ...before.keys()])].flatMap((name) => difference(name, before.get(name), after.get(name)));
};
const difference = (name, old, now) => {
    if ((0,stack_container/* canonicalJson */.dj)(old ?? null) === (0,stack_container/* canonicalJson */.dj)(now ?? null))
        return [];
    if (typeof old === 'string' && typeof now === 'string' && /\n/.test(old + now)) {
        return lineFields(name, old, now);
    }
    const both = isHidden(old) && isHidden(now);
    return [{ name, old: shown(old), new: both ? `${compare_hidden} (another one)` : shown(now) }];
};
const shown = (leaf) => leaf === undefined ? null : isHidden(leaf) ? compare_hidden : leaf;
const flatten = (value, name = '') => {
    if (value === undefined || value === null)
        return new Map();
    if (isHidden(value))
        return new Map([[name, value]]);
    if (Array.isArray(value))
        return new Map([[name, list(value)]]);
    if (typeof value !== 'object')
        return new Map([[name, String(value)]]);
    return new Map(Object.entries(value).flatMap(([key, part]) => [...flatten(part, name === '' ? key : `${name} ${key}`)]));
};
const list = (items) => items.every((item) => typeof item === 'string') ? (0,shell_quote/* commandLine */.a)(items) : (0,stack_container/* canonicalJson */.dj)(items);

;// CONCATENATED MODULE: ./lib/plan/field.js
/** Something that is made anew. */
const added = (name, value) => ({ name, old: null, new: value });
/** A container that is there and is started. */
const started = { name: 'state', old: 'stopped', new: 'running' };

;// CONCATENATED MODULE: ./lib/plan/isolation-steps.js





/** What is to be done to keep the networks of projects apart. */
/**
 * The step that loads the rules between all projects' networks; none when the kernel has them, and none without iptables,
 * which Docker's own packages bring along.
 */
const isolationSteps = (project, facts) => {
    const reason = whyAnew(project, facts);
    if (reason === undefined)
        return [];
    return [
        {
            id: 'isolation',
            title: 'Keep the projects’ networks apart',
            reason,
            after: ['docker', 'network'],
            action: { kind: 'isolation' },
        },
    ];
};
const whyAnew = (project, { host, engine }) => {
    const { firewall } = host;
    if (host.hasDocker && !host.hasIptables)
        return undefined;
    if (!engine.networks.some(({ name }) => name === (0,layout/* networkName */.uv)(project)))
        return 'the project’s network is a new one';
    if (!firewall)
        return 'nothing does so yet';
    if (firewall.hash !== (0,stack_front/* sha256 */.sc)(firewallScript()))
        return 'its rules have changed';
    const lines = (networks) => networks
        .map(({ bridge, subnet }) => `${bridge} ${subnet}`)
        .sort()
        .join();
    if (lines(firewall.networks) !== lines(networksOf({ engine })))
        return 'networks came or went';
    return firewall.loaded ? undefined : 'its rules are not loaded';
};
/** The networks of all projects, as the rules name them. */
const networksOf = ({ engine }) => engine.networks.flatMap(({ project, bridge, subnets }) => project !== undefined && bridge?.startsWith('jt-') ? subnets.map((subnet) => ({ bridge, subnet })) : []);
/** What the step would change: the networks that the rules know, or else the rules themselves. */
const isolationFields = (project, facts) => {
    const { firewall } = facts.host;
    const byBridge = (networks) => Object.fromEntries(networks.map(({ bridge, subnet }) => [`network ${bridge}`, subnet]));
    const known = networksOf(facts);
    const fields = compare(byBridge(firewall?.networks ?? []), byBridge(known));
    const bridge = (0,layout/* bridgeName */.db)(project);
    const own = known.some((network) => network.bridge === bridge);
    const all = [...fields, ...(own ? [] : [added(`network ${bridge}`, 'kept from the others')])];
    if (all.length > 0)
        return all;
    return firewall?.hash === (0,stack_front/* sha256 */.sc)(firewallScript())
        ? [{ name: 'state', old: 'not loaded', new: 'loaded' }]
        : [{ name: 'made by', old: 'another version of the deployer', new: 'this version' }];
};
/** What a person is to know of a server that cannot keep the networks apart. */
const isolationWarnings = ({ host }) => host.hasDocker && !host.hasIptables ? [openWarning('there is no iptables')] : [];

// EXTERNAL MODULE: ./lib/server/engine/facts.js + 1 modules
var engine_facts = __webpack_require__(4145);
// EXTERNAL MODULE: ./lib/plan/discovery-steps.js
var discovery_steps = __webpack_require__(8435);
// EXTERNAL MODULE: ./lib/plan/find-container.js
var find_container = __webpack_require__(2034);
;// CONCATENATED MODULE: ./lib/plan/renewal.js


/** Why a container with an address of its own cannot stay and has to be made anew; undefined when it can. */
const whyRenew = (desired, spec, container, facts) => {
    if (container.labels[layout/* labels */.WD.spec] !== spec.Labels[layout/* labels */.WD.spec])
        return 'its specification has changed';
    const clash = (0,discovery_steps/* resolverClash */.Mr)(desired, container, facts);
    if (clash !== undefined)
        return `it ${clash}`;
    const thief = (0,discovery_steps/* addressThief */.Be)(desired.project, container, facts);
    return thief === undefined ? undefined : `${thief} has taken its address`;
};

;// CONCATENATED MODULE: ./lib/plan/entrance-steps.js



/** What is to be done for the project's entrance, and what may be in its way. */
/** The step that brings the entrance's container to what it should be; none when it is. */
const entranceSteps = (desired, facts) => {
    const { entrance } = desired;
    if (!entrance)
        return [];
    const { now, reason } = stateOf(desired, entrance, facts);
    if (now === 'running')
        return [];
    const titles = {
        missing: 'Create the entrance',
        other: 'Renew the entrance',
        stopped: 'Start the entrance',
    };
    return [
        {
            id: 'entrance',
            title: titles[now],
            reason,
            after: ['docker', 'folders', 'network', 'discovery'],
            action: { kind: 'entrance', entrance, now },
        },
    ];
};
/**
 * The step that has an entrance load another configuration. The question for health is part of it: it is for the release
 * that the file belongs to, and that is the live one behind the switch.
 */
const entranceConfSteps = (desired, facts) => {
    const { entrance } = desired;
    if (!entrance || facts.host.entranceConf === entrance.conf)
        return [];
    if (stateOf(desired, entrance, facts).now !== 'running')
        return [];
    return [
        {
            id: 'entrance',
            title: 'Set up the entrance',
            reason: 'its configuration has changed',
            after: ['switch'],
            action: { kind: 'entrance', entrance, now: 'running' },
        },
    ];
};
/** A project that has no web process any more has no entrance: once its last release with one is gone. */
const entranceRemovalSteps = ({ project, entrance }, facts) => {
    if (entrance || !(0,find_container/* ownContainer */.A)(project, (0,layout/* entranceContainer */.ub)(project), facts))
        return [];
    return [
        {
            id: 'entrance removal',
            title: 'Remove the entrance',
            reason: 'the project has no web process',
            after: ['switch'],
            action: { kind: 'entrance', entrance: undefined, now: 'other' },
        },
    ];
};
/** The name of the entrance, where another project on the server has it: `shop` with a service `a-app`, and `shop-a`. */
const entranceProblems = ({ project, entrance }, { engine }) => {
    const other = engine.containers.find(({ name, labels: own }) => name === entrance?.containerName && own[layout/* labels */.WD.project] !== project);
    if (!other)
        return [];
    return [
        {
            what: `The name ${other.name} is taken on this server`,
            why: `It belongs to the project ${other.labels[layout/* labels */.WD.project]}.`,
            next: 'Set another `project_name`.',
        },
    ];
};
/** What there is of an entrance, and why it is not what it should be. */
const stateOf = (desired, { spec }, facts) => {
    const container = (0,find_container/* ownContainer */.A)(desired.project, (0,layout/* entranceContainer */.ub)(desired.project), facts);
    if (!container)
        return { now: 'missing', reason: 'the project has none' };
    const renewal = whyRenew(desired, spec, container, facts);
    if (renewal !== undefined)
        return { now: 'other', reason: renewal };
    return container.running ? { now: 'running', reason: '' } : { now: 'stopped', reason: 'it does not run' };
};

// EXTERNAL MODULE: ./lib/catalog/health-question.js
var health_question = __webpack_require__(9110);
// EXTERNAL MODULE: ./lib/stack/nginx-text.js
var nginx_text = __webpack_require__(3834);
;// CONCATENATED MODULE: ./lib/stack/site-headers.js

/** The headers of the deployment file, which every answer of the site has. */
const givenHeaders = (headers) => Object.entries(headers).map(([name, value]) => ({ name, text: (0,nginx_text/* nginxText */.U)(value), always: true }));
/**
 * The headers of files that nginx serves by itself: those of the deployment file, and ours where it says nothing of the
 * same name. A location with headers of its own has none of the server's, so that all of them stand here.
 */
const fileHeaders = (project, headers) => {
    // A project's name has no underscore.
    const staticCaching = `$jetee_caching_${project.replaceAll('-', '_')}`;
    const cached = (caching) => withOurs(headers, [
        // Nothing is taken for a script or a page that does not say so itself.
        { name: 'X-Content-Type-Options', text: 'nosniff', always: true },
        { name: 'Cache-Control', text: caching, always: false },
    ]);
    // An upload may be replaced under its name at any time: it is asked for anew, and not sent again when it is the same.
    return { staticCaching, staticHeaders: cached(staticCaching), mediaHeaders: cached('no-cache') };
};
/** The headers of the page that stands in place of the site. */
const maintenanceHeaders = (headers) => withOurs(headers, [
    { name: 'Retry-After', text: '120', always: true },
    { name: 'Cache-Control', text: 'no-store', always: true },
]);
const withOurs = (headers, ours) => {
    const given = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
    return [...givenHeaders(headers), ...ours.filter(({ name }) => !given.has(name.toLowerCase()))];
};

// EXTERNAL MODULE: ./lib/stack/site-names.js
var site_names = __webpack_require__(6492);
;// CONCATENATED MODULE: ./lib/stack/status-pattern.js
/** A regular expression for the statuses of a range: `^(?:2[0-9][0-9]|300|301)$` is 200 to 301. None fits an empty one. */
const statusPattern = ({ from, to }) => {
    const parts = [1, 2, 3, 4, 5].flatMap((hundred) => ofHundred(hundred, from, to));
    return parts.length > 0 ? `^(?:${parts.join('|')})$` : '';
};
const ofHundred = (hundred, from, to) => {
    const [first, last] = [hundred * 100, hundred * 100 + 99];
    if (from <= first && to >= last)
        return [`${hundred}[0-9][0-9]`];
    const [low, high] = [Math.max(from, first), Math.min(to, last)];
    return Array.from({ length: high - low + 1 }, (_, index) => String(low + index));
};

;// CONCATENATED MODULE: ./lib/stack/entrance.js








/** The port of the project's primary service, at its entrance. */
const entrancePort = 8000;
/** The port at which the entrance says whether the live release is well. */
const entranceHealthPort = 8001;
/** The entrance of a project with a web process. */
const entranceStack = ({ projectName, name, serverNames, site, project: { healthCheck } }, files) => {
    const folder = `${layout/* www */.gf}/${projectName}`;
    return {
        containerName: (0,layout/* entranceContainer */.ub)(projectName),
        image: stack_front/* nginxImage */.yU,
        conf: (0,templates/* renderTemplate */.Xm)('entrance.conf', {
            maxBodySize: site.maxBodySize,
            timeoutSeconds: site.timeoutSeconds,
            headers: givenHeaders(site.headers),
            ...fileHeaders(projectName, site.headers),
            www: folder,
            files,
            port: entrancePort,
            health: {
                port: entranceHealthPort,
                path: healthCheck.path,
                host: (0,site_names/* literalName */.xz)((0,site_names/* siteNames */.qf)(serverNames, site.redirectWww)),
                userAgent: health_question/* healthUserAgent */.l,
                well: statusPattern(healthCheck.status),
                plainlyWell: statusPattern(among2xx(healthCheck.status)),
            },
        }),
        spec: (0,stack_container/* withSpecLabel */.qy)({
            Image: stack_front/* nginxImage */.yU,
            Cmd: ['nginx', '-c', '/etc/jetee/nginx.conf', '-g', 'daemon off;'],
            Labels: {
                [layout/* labels */.WD.project]: projectName,
                [layout/* labels */.WD.configuration]: name,
                [layout/* labels */.WD.service]: 'entrance',
            },
            // It lets the requests that are under way come to their end.
            StopSignal: 'SIGQUIT',
            StopTimeout: 30,
            HostConfig: {
                NetworkMode: (0,layout/* networkName */.uv)(projectName),
                Binds: [`${layout/* root */.zr}/projects/${projectName}/entrance:/etc/jetee:ro`, `${folder}:${folder}:ro`],
                RestartPolicy: { Name: 'always' },
                LogConfig: stack_container/* boundedLog */.KY,
                // A socket's backlog is cut to this.
                Sysctls: { 'net.core.somaxconn': '4096' },
            },
        }),
    };
};
/** The part of a range that Consul takes for well by itself; it may be empty. */
const among2xx = ({ from, to }) => ({
    from: Math.max(from, 200),
    to: Math.min(to, 299),
});

;// CONCATENATED MODULE: ./lib/stack/primary-registration.js


/**
 * A project's primary service, for Consul: its entrance, at this address. The entrance's own health says how the release
 * behind it is. None without an address.
 */
const registeredPrimary = (project, address) => address === undefined
    ? []
    : [
        {
            name: (0,layout/* entranceContainer */.ub)(project),
            address,
            port: entrancePort,
            check: { kind: 'http', path: '/', port: entranceHealthPort },
        },
    ];

// EXTERNAL MODULE: ./lib/stack/registration.js + 1 modules
var registration = __webpack_require__(5474);
;// CONCATENATED MODULE: ./lib/plan/primary-registration-steps.js





/** The step that tells Consul of the project's primary service, when it knows it otherwise. */
const primaryRegistrationSteps = (desired, facts) => {
    const reason = whyRegister(desired, facts);
    if (reason === undefined)
        return [];
    return [
        {
            id: 'register primary',
            title: 'Register the primary service',
            reason,
            after: ['discovery', 'entrance', 'entrance removal'],
            action: { kind: 'register-primary', isThere: desired.entrance !== undefined },
        },
    ];
};
const whyRegister = ({ project, consul, entrance }, facts) => {
    const { registrations, unloaded } = facts.host;
    const now = registrations.primary;
    if (!consul || (!entrance && now === undefined))
        return undefined;
    if (now === undefined)
        return 'Consul does not know it';
    const known = entrance ? plannedPrimary(project, facts) : [];
    if (entrance && known.length === 0)
        return 'it gets an address';
    if (now !== (0,registration/* registration */.An)(project, 'primary', known).text)
        return entrance ? 'Consul knows another one' : 'the project has no web process';
    return unloaded.includes('primary') ? 'Consul may not have loaded it' : undefined;
};
/** The primary service at the address that the entrance has, and keeps; none while it is to get one. */
const plannedPrimary = (project, facts) => {
    const container = (0,find_container/* containerNamed */.F)((0,layout/* entranceContainer */.ub)(project), facts);
    return container && (0,discovery_steps/* addressThief */.Be)(project, container, facts) === undefined
        ? registeredPrimary(project, container.addresses[(0,layout/* networkName */.uv)(project)])
        : [];
};

// EXTERNAL MODULE: ./lib/plan/ranges.js
var ranges = __webpack_require__(7325);
// EXTERNAL MODULE: ./lib/plan/release-steps.js
var release_steps = __webpack_require__(2952);
// EXTERNAL MODULE: ./lib/catalog/versions.js
var versions = __webpack_require__(7090);
;// CONCATENATED MODULE: ./lib/stack/services.js



const second = 1_000_000_000;
/** The secondary services of a configuration; `key` is the project's own, for the hashes of what is secret. */
const serviceStacks = (configuration, passwords, key) => configuration.services.map((service) => serviceStack(configuration, service, passwords[service.name] ?? '', key));
const serviceStack = ({ projectName: project, name: configurationName }, { name, type, settings, common }, password, key) => {
    const containerName = (0,layout/* serviceContainer */.hh)(project, name);
    const identity = { project, name, host: containerName, password };
    const container = type.container(settings, identity, {
        image: common.image,
        memoryBytes: common.limits.memoryBytes,
    });
    const own = { [layout/* labels */.WD.project]: project, [layout/* labels */.WD.service]: name };
    const data = container.dataVersion && (0,versions/* dataLabel */["do"])(container.dataVersion);
    const dataMount = ownDataMount(container, common.volumes, (0,layout/* dataVolume */.$u)(project, name));
    const secrets = Object.entries(container.secretFiles).map(([path, content]) => ({
        file: path.split('/').at(-1) ?? path,
        path,
        content,
    }));
    const command = common.command ?? container.command;
    const image = common.image ?? container.image;
    const spec = {
        Image: image,
        ...(container.entrypoint && { Entrypoint: container.entrypoint }),
        ...(command && { Cmd: command }),
        Env: (0,stack_container/* envList */.sl)({ ...container.env, ...common.envVariables }),
        Hostname: containerName,
        StopTimeout: container.stopSeconds,
        ...(container.probe && {
            Healthcheck: { Test: ['CMD', ...container.probe], Interval: 30 * second, Timeout: 10 * second },
        }),
        ...(0,stack_container/* publishedPorts */.LQ)(common.publish).exposed,
        Labels: { ...own, [layout/* labels */.WD.configuration]: configurationName, ...(data && { [layout/* labels */.WD.data]: data }) },
        HostConfig: {
            NetworkMode: (0,layout/* networkName */.uv)(project),
            Binds: [
                ...(dataMount ? [`${dataMount.volume}:${dataMount.path}`] : []),
                ...(0,stack_container/* binds */.fO)(project, common.volumes),
                ...secrets.map(({ file, path }) => `${layout/* root */.zr}/projects/${project}/secrets/${name}/${file}:${path}:ro`),
            ],
            ...(container.emptyPaths && {
                Tmpfs: Object.fromEntries(container.emptyPaths.map((path) => [path, ''])),
            }),
            ...(0,stack_container/* publishedPorts */.LQ)(common.publish).bound,
            ...(0,stack_container/* hostLimits */.$s)(common.limits),
            RestartPolicy: { Name: 'always' },
            LogConfig: stack_container/* boundedLog */.KY,
        },
    };
    return {
        name,
        containerName,
        volumes: [
            ...(dataMount
                ? [{ name: dataMount.volume, labels: { ...own, ...(data && { [layout/* labels */.WD.data]: data }) } }]
                : []),
            ...(0,stack_container/* namedVolumes */.xA)(project, common.volumes).map((volume) => ({ name: volume, labels: own })),
        ],
        dataVolume: dataMount?.volume ??
            (0,stack_container/* namedVolumes */.xA)(project, common.volumes.filter(({ target }) => target === container.dataPath))[0],
        hasGivenPassword: common.password !== undefined,
        data,
        image,
        // Keyed, as a given password may be one that can be guessed.
        spec: (0,stack_container/* withSpecLabel */.qy)(spec, (0,stack_container/* keyedHash */.N_)((0,stack_container/* canonicalJson */.dj)(container.secretFiles), key)),
        files: Object.fromEntries(secrets.map(({ file, content }) => [file, content])),
        fileMode: container.secretMode ?? '0600',
        readiness: readinessOf(container),
        readySeconds: container.readySeconds ?? 120,
        container,
        type,
        identity,
    };
};
/** Why a service would not start on the data that a label tells of; undefined when it would. */
const dataClash = ({ container: { dataVersion: to }, containerName, type, identity }, found) => {
    const from = (0,versions/* parseDataLabel */.aP)(found);
    if (!to)
        return undefined;
    if (from.kind !== to.kind)
        return kindClash(containerName, from.kind, to.kind);
    if (from.numbers.length === 0 || to.numbers.length === 0)
        return undefined;
    return type.dataClash?.(from, to, identity);
};
/** The data's own volume, unless the configuration mounts something in its place. */
const ownDataMount = ({ dataPath }, volumes, volume) => dataPath === undefined || volumes.some(({ target }) => target === dataPath)
    ? undefined
    : { volume, path: dataPath };
const readinessOf = ({ probe, port }) => {
    if (probe)
        return { kind: 'probe', command: probe };
    return port === undefined ? { kind: 'running' } : { kind: 'port', port };
};
const kindClash = (containerName, from, to) => ({
    why: `A service of another kind (${from}) has kept its data under this name, which ${to} cannot use.`,
    next: `Give the new service another \`container_name\`; the old one’s data stays on its volume ${containerName}-data.`,
});

;// CONCATENATED MODULE: ./lib/plan/service-steps.js




/** What is to be done for a secondary service, and what may be in its way. */
/** The step that brings a service to what it should be; none when it is. */
const serviceStep = (desired, service, facts) => {
    const container = (0,find_container/* ownContainer */.A)(desired.project, service.containerName, facts);
    const renewal = container && whyRenew(desired, service.spec, container, facts);
    const stays = container !== undefined && renewal === undefined;
    if (stays && container.running && !isPasswordOpen(service, facts))
        return [];
    const common = {
        id: `service ${service.name}`,
        // nginx's container is where its port is tried from.
        after: [
            'docker',
            'folders',
            'network',
            'discovery',
            ...(service.readiness.kind === 'port' ? ['nginx'] : []),
        ],
    };
    if (stays) {
        const [title, reason] = container.running
            ? [`Try the password of ${service.name}`, 'it has not opened its data yet']
            : [`Start ${service.name}`, 'it does not run'];
        return [{ ...common, title, reason, action: { kind: 'start-service', service } }];
    }
    return [
        {
            ...common,
            title: `${container ? 'Renew' : 'Create'} ${service.name}`,
            reason: renewal ?? 'the project has none',
            action: { kind: 'service', service, exists: container !== undefined },
        },
    ];
};
/** Whether a service's password is one that is yet to be kept on the server, before it is used. */
const lacksPassword = ({ name, type, hasGivenPassword }, { passwords }) => type.password !== 'nothing' && !hasGivenPassword && passwords[name] === undefined;
/** Whether it is still open if a service's password is the right one for its data. */
const isPasswordOpen = ({ name, type, identity }, { host }) => type.password !== 'nothing' && (host.untried.includes(name) || host.passwords[name] !== identity.password);
/** Names that another project on the server has: `shop-a` with `redis` and `shop` with `a-redis` are the same. */
const nameProblems = (project, services, { engine }) => services.flatMap(({ name, containerName, volumes }) => {
    const wanted = new Set([containerName, ...volumes.map((volume) => volume.name)]);
    const other = [...engine.containers, ...engine.volumes].find(
    // A volume without labels is one that was restored.
    ({ name, labels: own }) => wanted.has(name) && own[layout/* labels */.WD.project] !== undefined && own[layout/* labels */.WD.project] !== project);
    if (!other)
        return [];
    return [
        {
            what: `The name ${other.name} is taken on this server`,
            why: `It belongs to the project ${other.labels[layout/* labels */.WD.project]}.`,
            next: `Set another \`container_name\` for ${name}, or another \`project_name\`.`,
        },
    ];
});
/**
 * Data that a service would not start on. The container tells what has written it last; where it is gone, the volume
 * tells what has written it first.
 */
const dataProblems = (project, services, facts) => services.flatMap((service) => {
    const volume = facts.engine.volumes.find(({ name }) => name === service.volumes[0]?.name);
    const found = (0,find_container/* ownContainer */.A)(project, service.containerName, facts)?.labels[layout/* labels */.WD.data] ?? volume?.labels[layout/* labels */.WD.data];
    const clash = found === undefined ? undefined : dataClash(service, found);
    if (!clash)
        return [];
    return [
        {
            what: `${service.name} cannot become ${service.data} on the data of ${found}`,
            why: clash.why,
            next: clash.next,
        },
    ];
});
/** Data that is there, from an earlier life or restored, while nobody knows its password. */
const passwordProblems = (project, services, facts) => services.flatMap((service) => {
    const { name, dataVolume, type } = service;
    const isThere = facts.engine.volumes.some((volume) => volume.name === dataVolume && (volume.labels[layout/* labels */.WD.project] ?? project) === project);
    if (!isThere || type.password !== 'data' || !lacksPassword(service, facts.host))
        return [];
    return [
        {
            what: `The password of ${name} is not known`,
            why: `Its data is there, on the volume ${dataVolume}, but the server keeps no password for it: it was restored, or is from an earlier life of the project. A new password would not open it.`,
            next: `Put \`password: VARIABLE\` into the entry of ${name}, and the password of the data into the environment of the step, as VARIABLE. If nobody knows it, put a new one there: the next run tells the command that sets it in the data. Data that nobody wants is removed by \`docker volume rm ${dataVolume}\` on the server.`,
        },
    ];
});
/** Passwords that a command which makes no service would use before they are those of the services. */
const openPasswordProblems = (project, services, facts) => services.flatMap((service) => (0,find_container/* ownContainer */.A)(project, service.containerName, facts) && isPasswordOpen(service, facts)
    ? [
        {
            what: `The password of ${service.name} is not in use yet`,
            why: 'It is a new one, or has not opened the data yet, and this command leaves services as they are.',
            next: 'Run `build service` first, or `build all`.',
        },
    ]
    : []);

;// CONCATENATED MODULE: ./lib/plan/plan.js











/** The steps that bring a server from what it is to what it should be; empty when there is nothing to do. */
const makePlan = (desired, facts, scope) => [
    ...(0,release_steps/* tidySteps */._S)(desired.project, facts),
    ...(scope.services || scope.site ? folderSteps(desired, facts) : []),
    ...(scope.services ? serviceSteps(desired, facts) : []),
    ...(scope.site ? [...siteSteps(desired, facts), ...entranceSteps(desired, facts)] : []),
    ...(scope.release ? (0,release_steps/* releaseSteps */.hq)(desired, facts) : []),
    ...(scope.site || scope.release ? entranceConfSteps(desired, facts) : []),
    ...(scope.services ? (0,discovery_steps/* leavingSteps */.S9)(desired, facts, scope) : []),
    ...(scope.site ? [...siteRemovalSteps(desired, facts), ...entranceRemovalSteps(desired, facts)] : []),
    ...(scope.site ? primaryRegistrationSteps(desired, facts) : []),
];
const folderSteps = (desired, { host }) => {
    const missing = desired.services.filter((service) => lacksPassword(service, host));
    if (host.owner && host.key && host.hasFolders && missing.length === 0)
        return [];
    return [
        {
            id: 'folders',
            title: 'Make the project’s folders',
            reason: !host.owner
                ? 'the project is new'
                : missing.length > 0
                    ? `no password yet for ${missing.map(({ name }) => name).join(', ')}`
                    : 'it was destroyed, and comes back',
            after: ['tidy'],
            action: { kind: 'folders', owner: desired.owner },
        },
    ];
};
const serviceSteps = (desired, facts) => [
    ...dockerSteps(facts),
    ...networkSteps(desired, facts),
    ...isolationSteps(desired.project, facts),
    ...(0,discovery_steps/* discoverySteps */.w5)(desired, facts),
    ...nginxSteps(desired, facts),
    ...desired.services.flatMap((service) => serviceStep(desired, service, facts)),
    ...(0,discovery_steps/* registrationSteps */.bq)(desired, facts),
];
const dockerSteps = ({ host, engine }) => {
    const daemonJson = engine.swarm ? undefined : withLiveRestore(host.daemonJson);
    const interrupted = host.isDockerHalfway && host.isRoot;
    const installs = !host.hasDocker || interrupted || !host.hasBuildKit;
    // Only root may write Docker's settings; a member of the group docker takes the engine as it is.
    const sets = daemonJson !== undefined && (host.isRoot || !host.hasDocker) && !engine.liveRestore;
    if (!installs && !sets)
        return [];
    return [
        {
            id: 'docker',
            title: host.hasDocker ? 'Set up Docker' : 'Install Docker',
            reason: !host.hasDocker
                ? 'the server has no Docker'
                : interrupted
                    ? 'its installation was interrupted'
                    : installs
                        ? 'Docker has no BuildKit'
                        : 'containers should live on while the engine restarts',
            after: [],
            action: { kind: 'docker', daemonJson },
        },
    ];
};
/** Docker's settings with `live-restore` on, or undefined when they have it or say otherwise. */
const withLiveRestore = (daemonJson) => {
    const settings = JSON.parse(daemonJson?.trim() || '{}');
    if (settings['live-restore'] !== undefined)
        return undefined;
    return JSON.stringify({ ...settings, 'live-restore': true }, undefined, 2);
};
const networkSteps = ({ project }, facts) => {
    if (facts.engine.networks.some(({ name }) => name === (0,layout/* networkName */.uv)(project)))
        return [];
    return [
        {
            id: 'network',
            title: 'Create the project’s network',
            reason: 'it has none',
            after: ['docker'],
            action: { kind: 'network', taken: (0,ranges/* takenRanges */.U)(facts) },
        },
    ];
};
const nginxSteps = ({ front }, facts) => {
    const container = (0,find_container/* containerNamed */.F)(layout/* nginxContainer */.K$, facts);
    const reason = !container
        ? 'the server has none'
        : container.labels[layout/* labels */.WD.spec] !== front.spec.Labels[layout/* labels */.WD.spec]
            ? 'its specification has changed'
            : facts.host.nginxConfHash !== (0,stack_front/* sha256 */.sc)(front.conf)
                ? 'its configuration has changed'
                : (0,engine_facts/* nginxRuns */.zF)(facts.engine)
                    ? undefined
                    : 'it does not run';
    if (reason === undefined)
        return [];
    return [
        {
            id: 'nginx',
            title: container ? 'Renew nginx' : 'Start nginx',
            reason,
            after: ['docker', 'folders'],
            action: { kind: 'nginx', front, exists: container !== undefined },
        },
    ];
};
const siteSteps = ({ project, site }, { host }) => {
    const now = host.sites.find((other) => other.project === project);
    if (!site || now?.hash === site.hash)
        return [];
    return [
        {
            id: 'site',
            title: 'Set up the site',
            reason: now ? 'its configuration has changed' : 'nginx does not know it',
            after: ['folders', 'nginx'],
            action: { kind: 'site', site },
        },
    ];
};
/** A project that has no web process any more has no site: once its last release with one is gone. */
const siteRemovalSteps = ({ project, site }, { host }) => {
    if (site || !host.sites.some((other) => other.project === project))
        return [];
    return [
        {
            id: 'site removal',
            title: 'Take the site out of nginx',
            reason: 'the project has no web process',
            after: ['nginx', 'switch'],
            action: { kind: 'site', site: undefined },
        },
    ];
};

// EXTERNAL MODULE: ./lib/report/failure.js
var failure = __webpack_require__(1640);
// EXTERNAL MODULE: ./lib/server/facts.js
var server_facts = __webpack_require__(3252);
// EXTERNAL MODULE: ./lib/status/words.js
var words = __webpack_require__(3387);
;// CONCATENATED MODULE: ./lib/plan/disk-problems.js





/**
 * A disk without room for what a run would build or pull. A run that does neither passes. What is ours and not needed was
 * pruned at the end of the run before, whatever came of that; so all that is left is for a person to decide.
 */
const diskProblems = (desired, facts, scope) => {
    const { disk } = facts.host;
    if (disk.freeKiB >= server_facts/* wantedDiskKiB */.L || !wantsRoom(desired, facts, scope))
        return [];
    const mib = (kib) => `${Math.round(kib / 1024)} MiB`;
    const { usage } = facts.engine;
    return [
        {
            what: 'The server’s disk is nearly full',
            why: [
                `${mib(disk.freeKiB)} of ${mib(disk.totalKiB)} are free for ${disk.path}; a deploy wants ${mib(server_facts/* wantedDiskKiB */.L)}.`,
                ...(usage ? [`What takes it: ${takers(usage, disk).join('; ')}.`] : []),
            ].join(' '),
            next: usage
                ? `What would free it, on the server: ${remedies(usage, disk).join('; ')}.`
                : 'On the server, `docker system df` shows what Docker takes, and `docker system prune` frees what is unused.',
        },
    ];
};
/** Whether a run would build an image, or make a container whose image may have to be pulled. */
const wantsRoom = (desired, facts, scope) => (scope.release && (0,release_steps/* releaseSteps */.hq)(desired, facts).length > 0) ||
    (scope.services &&
        (!(0,engine_facts/* nginxRuns */.zF)(facts.engine) ||
            desired.services.some((service) => serviceStep(desired, service, facts).length > 0)));
const takers = (usage, { logs }) => [
    `images ${(0,words/* bytes */.ee)(usage.imageBytes)}${byProject(usage.images, ' in layers of their own')}`,
    `build cache ${(0,words/* bytes */.ee)(usage.cacheBytes)}`,
    `volumes ${(0,words/* bytes */.ee)(sum(usage.volumes))}${byProject(usage.volumes)}`,
    `containers ${(0,words/* bytes */.ee)(sum(usage.containers))}${byProject(usage.containers)}`,
    ...(logs
        ? [
            `logs of containers ${(0,words/* bytes */.ee)(logs.containersKiB * 1024)}, of the server ${(0,words/* bytes */.ee)(logs.systemKiB * 1024)}`,
        ]
        : []),
];
const remedies = (usage, { logs }) => [
    `\`docker builder prune\` (${(0,words/* bytes */.ee)(usage.unusedCacheBytes)}, and the next build takes longer)`,
    `\`docker image prune --all\` where nothing else needs the images that no container uses (${(0,words/* bytes */.ee)(usage.unusedImageBytes)}; it also takes the releases that a rollback could go back to)`,
    ...(logs
        ? [`\`journalctl --vacuum-size=100M\` (logs of the server: ${(0,words/* bytes */.ee)(logs.systemKiB * 1024)})`]
        : []),
    'a smaller `keep_releases` for the run after this one, or a larger disk',
];
/** The shares of each project, the largest first: ` (shop 1.2 GiB, others 300 MiB)`. */
const byProject = (shares, note = '') => {
    const projects = [...Map.groupBy(shares, ({ project }) => project ?? 'others')]
        .map(([name, own]) => ({ name, size: sum(own) }))
        .filter(({ size }) => size >= 1024 ** 2)
        .sort((one, other) => other.size - one.size);
    if (projects.length === 0)
        return '';
    return ` (${projects.map(({ name, size }) => `${name} ${(0,words/* bytes */.ee)(size)}`).join(', ')}${note})`;
};
const sum = (shares) => shares.reduce((all, { bytes: size }) => all + size, 0);

;// CONCATENATED MODULE: ./lib/plan/preflight.js








/**
 * Looks for what would stop a plan half-way, before anything is changed; throws one Failure that names all of it.
 */
const preflight = (desired, facts, scope, where) => {
    const problems = [
        ...dockerProblems(facts),
        ...settingsProblems(facts, scope),
        ...diskProblems(desired, facts, scope),
        ...portProblems(facts, scope),
        ...ownerProblems(desired, facts),
        ...siteProblems(desired, facts, scope),
        ...(scope.site ? entranceProblems(desired, facts) : []),
        ...(scope.services ? nameProblems(desired.project, desired.services, facts) : []),
        ...(scope.services ? dataProblems(desired.project, desired.services, facts) : []),
        ...(scope.services
            ? passwordProblems(desired.project, desired.services, facts)
            : openPasswordProblems(desired.project, desired.services, facts)),
        ...(scope.services ? [] : unbuiltProblems(desired, facts, scope)),
    ];
    if (problems.length === 0)
        return;
    const [only] = problems;
    throw new failure/* Failure */.H({
        what: problems.length === 1 && only
            ? only.what
            : `The server is not ready: ${problems.length} things are in the way`,
        where,
        why: problems.length === 1
            ? only?.why
            : problems.map(({ what, why, next }) => `${what}: ${why} ${next}`).join('\n'),
        stands: 'Nothing on the server was changed.',
        next: problems.length === 1 ? only?.next : 'Clear these, and run the job again.',
    });
};
const dockerProblems = ({ host }) => {
    if (host.hasDocker && host.hasBuildKit)
        return [];
    if (host.hasApt && host.isRoot)
        return [];
    return [
        {
            what: host.hasDocker
                ? 'Docker on the server cannot build with BuildKit'
                : 'There is no Docker on the server',
            why: host.hasApt
                ? 'The login may not install packages.'
                : `It cannot be installed from packages here: there is no apt-get (${host.os}).`,
            next: host.hasDocker
                ? 'Install Docker’s buildx (the package docker-buildx or docker-buildx-plugin) on the server.'
                : 'Install Docker on the server (https://docs.docker.com/engine/install/), or use Debian or Ubuntu.',
        },
    ];
};
/** Settings that are no JSON could not be added to, and the engine would not start with them. */
const settingsProblems = ({ host: { daemonJson } }, scope) => {
    try {
        if (scope.services)
            withLiveRestore(daemonJson);
        return [];
    }
    catch (error) {
        return [
            {
                what: 'The settings of Docker on the server cannot be read',
                why: `/etc/docker/daemon.json is not valid JSON: ${error.message}.`,
                next: 'Correct the file, or remove it.',
            },
        ];
    }
};
const portProblems = ({ host, engine }, scope) => {
    if (!scope.services || host.port80 === undefined || (0,engine_facts/* nginxRuns */.zF)(engine))
        return [];
    const [, program, pid] = /"([^"]*)",pid=(\d+)/.exec(host.port80) ?? [];
    return [
        {
            what: 'Port 80 of the server is taken',
            why: program ? `The program ${program} (process ${pid}) listens on it.` : 'A program listens on it.',
            next: 'Stop that program and keep it from starting at boot (for a service: `systemctl disable --now NAME`).',
        },
    ];
};
/** A project's name that is another one's on the server. */
const ownerProblems = ({ project, owner }, { host }) => {
    const now = host.owner;
    if (!now || (now.repository === owner.repository && now.configuration === owner.configuration))
        return [];
    return [
        {
            what: `The project name ${project} is taken on this server`,
            why: `It belongs to ${now.repository}, configuration ${now.configuration}.`,
            next: `Set another \`project_name\`, such as ${project}-${owner.configuration.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.`,
        },
    ];
};
const describeOwner = (owner) => owner ? ` of ${owner.repository}, configuration ${owner.configuration}` : '';
const siteProblems = ({ project, site }, { host }, scope) => {
    if (!scope.site || !site)
        return [];
    return host.sites
        .filter((other) => other.project !== project)
        .flatMap((other) => other.serverNames
        .filter((name) => site.serverNames.includes(name))
        .map((name) => ({
        what: `The server name ${name} is taken on this server`,
        why: `It belongs to the project ${other.project}${describeOwner(other.owner)}.`,
        next: `Take it out of \`server_names\` here or there${site.names.redirects.some(({ from }) => from === name) ? ', or leave `redirect_www` out' : ''}.`,
    })));
};
const unbuiltProblems = (desired, facts, scope) => {
    const has = (name) => facts.engine.containers.some((container) => container.name === name);
    const missing = [
        ...((0,engine_facts/* nginxRuns */.zF)(facts.engine) ? [] : ['nginx']),
        ...((0,discovery_steps/* hasDiscovery */.RH)(desired, facts) ? [] : ['Consul in the project’s network']),
        ...desired.services
            .filter(({ name }) => !has((0,layout/* serviceContainer */.hh)(desired.project, name)))
            .map(({ name }) => name),
        ...(scope.site || !desired.site || facts.host.sites.some(({ project }) => project === desired.project)
            ? []
            : ['the site']),
    ];
    if (missing.length === 0)
        return [];
    return [
        {
            what: 'The server is not built yet',
            why: `It lacks ${missing.join(', ')}, which this command does not make.`,
            next: `Run \`build all\` first${scope.site ? ', or `build service`' : ''}.`,
        },
    ];
};

;// CONCATENATED MODULE: ./lib/stack/log-pipes.js

/** How the lines of a supervised container's log get the names of those who print them. */
/** Folder in the container with a named pipe for each process and each task. */
const logs = '/run/jetee-logs';
/** The files for it, beside those of supervisor's own, which know its folder as well. */
const logFiles = () => ({
    'log.py': (0,templates/* readTemplate */.xV)('log.py'),
    'named.sh': (0,templates/* renderTemplate */.Xm)('named.sh', { logs }),
    'run-task.sh': (0,templates/* renderTemplate */.Xm)('run-task.sh', { logs }),
});
/** What the text of the entry point is told of it. */
const logPipes = (programs, tasks) => ({
    logs,
    names: [...new Set([...programs.flatMap(processNames), ...tasks.map(({ name }) => name)])],
});
/** The names of a program's processes in logs and states: its own, or those of its copies, such as `celery-0`. */
const processNames = ({ name, copies }) => copies === 1 ? [name] : Array.from({ length: copies }, (_, copy) => `${name}-${copy}`);

;// CONCATENATED MODULE: ./lib/stack/program.js


/**
 * The program of a process: what its type says, and above it what the configuration says. `drainSeconds` is what the web
 * process has to finish requests, unless it says so itself.
 */
const programStack = ({ type, settings, common }, place, drainSeconds) => {
    const isWeb = type.program(settings, place).web !== undefined;
    const stopSeconds = common.stopSeconds ?? (isWeb ? drainSeconds : undefined);
    const program = type.program(settings, place, stopSeconds);
    return {
        ...program,
        env: { ...program.env, ...common.envVariables },
        stopSignal: common.stopSignal ?? program.stopSignal,
        stopSeconds: stopSeconds ?? program.stopSeconds,
        startSeconds: common.startSeconds,
        copies: common.copies,
    };
};
/** Where helpers find themselves in an image that is not made here. */
const unknownPlace = { location: '/', venv: '/usr', python: 'image' };
/** The programs of a project in its image. */
const programStacks = ({ processes, drainSeconds }, image) => processes.map((process) => programStack(process, image.kind === 'supervised' ? image.place : unknownPlace, drainSeconds));
/** Whether visitors can reach a project: by one of its programs, or by the port of an image that runs by itself. */
const hasWebProcess = (image, programs) => programs.some(({ web }) => web !== undefined) || (image.kind !== 'supervised' && image.port !== undefined);
/**
 * The shell script that supervisor starts for a program, in the code's folder. Its environment stands here and not in
 * supervisor's file, where no value may have a newline, and a percent sign means something. What the entry point tells
 * supervisor is none of the program's business.
 */
const programScript = ({ env, command }, location) => [
    `cd ${(0,shell_quote/* commandLine */.a)([location])}`,
    'unset JETEE_START_WEB JETEE_START_HELPERS',
    ...Object.entries(env).map(([name, value]) => `export ${name}=${(0,shell_quote/* quote */.h)(value)}`),
    `exec ${(0,shell_quote/* commandLine */.a)(command)}\n`,
].join('\n');
/** The names by which supervisorctl knows the processes of a program: `worker`, or `worker:worker-0` and so on. */
const supervisorNames = ({ name, copies, }) => copies === 1 ? [name] : processNames({ name, copies }).map((process) => `${name}:${process}`);

;// CONCATENATED MODULE: ./lib/stack/service-list.js


/** The secondary services of a configuration, in the file's order. */
const serviceList = (configuration) => 
// Their passwords play no part in any of this.
serviceStacks(configuration, {}, '').map(({ name, type, image, containerName, container }) => ({
    name,
    type: type.type,
    version: (0,versions/* tagOf */.cO)(image) ?? null,
    host: containerName,
    port: container.port ?? null,
}));

;// CONCATENATED MODULE: ./lib/commands/announce.js

/** What is announced of a run that brings a commit to a server. */
const deployNews = (command, target, { repository, env }, { commit, hasWeb }) => {
    const { configuration } = target;
    // GitHub knows no commit of another repository: what is recorded there is the workflow's.
    const isOwn = isSameRepository(configuration.project.repository, repository);
    return {
        ...newsOf(target),
        action: 'deploy',
        command,
        commit: isOwn ? commit : env.GITHUB_SHA || undefined,
        urls: hasWeb ? (0,site_names/* siteUrls */.kB)(configuration) : [],
    };
};
/** What is announced of a run that takes a project from a server. */
const removalNews = (command, target) => ({
    ...newsOf(target),
    action: 'remove',
    command,
    commit: undefined,
    urls: [],
});
const newsOf = ({ configuration, access }) => ({
    configuration: configuration.name,
    project: configuration.projectName,
    environment: configuration.environment,
    production: configuration.production,
    where: `${access.username}@${access.host}:${access.port}`,
    preview: configuration.preview?.number,
});
const isSameRepository = (given, own) => given === undefined || given.toLowerCase() === own.toLowerCase();

;// CONCATENATED MODULE: ./lib/plan/run.js
/**
 * Performs the steps of a plan, side by side where none waits for another. The first failure cancels what runs
 * beside it, waits for it to end, and is thrown.
 */
const runSteps = async (steps, perform, progress, signal) => {
    const failure = new AbortController();
    const cancelled = AbortSignal.any([signal, failure.signal]);
    const running = new Map();
    const run = async (step) => {
        await Promise.all(step.after.map((id) => running.get(id)));
        if (cancelled.aborted)
            return;
        const own = progress.begin(step.title, step.reason);
        try {
            await perform(step, own, cancelled);
            own.end('done');
        }
        catch (error) {
            own.end(cancelled.aborted ? 'cancelled' : 'failed');
            if (!cancelled.aborted)
                failure.abort(error);
        }
    };
    // A step stands behind those that it waits for.
    for (const step of steps)
        running.set(step.id, run(step));
    await Promise.all(running.values());
    cancelled.throwIfAborted();
};

// EXTERNAL MODULE: ./lib/release/hooks.js
var hooks = __webpack_require__(69);
// EXTERNAL MODULE: ./lib/release/switch.js
var release_switch = __webpack_require__(3517);
// EXTERNAL MODULE: ./lib/release/release.js
var release_release = __webpack_require__(6400);
// EXTERNAL MODULE: ./lib/server/engine/client.js
var client = __webpack_require__(7703);
;// CONCATENATED MODULE: ./lib/commands/step-failure.js



/** What a hook is told of the step that failed, where that is not the step's kind. */
const places = { image: 'build', 'start-copy': 'start' };
/** What a step has thrown, with the place where it did and, as far as every step of its kind is alike, what still stands. */
const stepFailure = (error, { title, action: { kind } }, { where, current }) => {
    const stands = current === undefined && kind !== 'switch'
        ? 'What was done before it stays, and is used by the next run; no site is live yet.'
        : ['image', 'start', 'copy', 'start-copy'].includes(kind)
            ? (0,release_release/* stillServes */.Fk)(current)
            : undefined;
    if (error instanceof client/* EngineError */.N) {
        return new failure/* Failure */.H({
            what: `${title} failed`,
            where,
            why: `The Docker engine says: ${error.message}`,
            place: places[kind] ?? kind,
            stands,
            next: 'See to what the engine says on the server, then run the job again: it picks up where this one stopped.',
        }, { cause: error });
    }
    if (!(error instanceof failure/* Failure */.H))
        return error;
    const { details } = error;
    return new failure/* Failure */.H({
        ...details,
        where: details.where ?? `${where}, step “${title}”`,
        place: details.place ?? places[kind] ?? kind,
        stands: details.stands ?? stands,
    }, { cause: error });
};

;// CONCATENATED MODULE: ./lib/commands/carry-out.js





/** Carries out the steps of a run; when one fails, or somebody cancels, what they left half-done is cleared. */
const carryOut = async (steps, { context, number, perform }, { progress, signal, stage }) => {
    const { session, current } = context;
    let live = current;
    try {
        await runSteps(steps, async (step, own, stepSignal) => {
            await perform(step.action, own, stepSignal).catch((error) => {
                throw stepFailure(error, step, { where: session.where, current });
            });
            if (step.action.kind === 'switch')
                live = number;
        }, progress, AbortSignal.any([signal, session.lost]));
    }
    catch (error) {
        if (!session.lost.aborted) {
            await (0,release_switch/* clearRun */.B1)(context, number, signal.aborted ? 'cancelled' : 'failed', error).then(() => stage('ended'), (cause) => progress.note(`What the run left could not be removed (${String(cause)}); the next run does it`));
            if (number !== undefined && !signal.aborted) {
                await (0,hooks/* hooksOnFailure */.oH)(context, number, error, progress, AbortSignal.any([signal, session.lost]));
            }
        }
        throw signal.aborted && live !== undefined ? cancelled(error, live) : error;
    }
};
/** Tells whoever cancelled a run which release visitors reach now: the one before, or the new one as a whole. */
const cancelled = (error, live) => error instanceof failure/* Failure */.H
    ? new failure/* Failure */.H({ ...error.details, stands: `Visitors reach release ${live}.` }, { cause: error })
    : error;

// EXTERNAL MODULE: ./lib/plan/consul-address.js
var consul_address = __webpack_require__(5746);
// EXTERNAL MODULE: ./lib/stack/subnet.js
var stack_subnet = __webpack_require__(1051);
;// CONCATENATED MODULE: ./lib/server/addresses.js



/** The addresses of a project's containers, as the engine knew them when the run began. */
const ownAddresses = (project, { containers }) => new Map(containers.flatMap(({ name, addresses }) => {
    const address = addresses[(0,layout/* networkName */.uv)(project)];
    return address && name !== layout/* consulContainer */.sx ? [[name, address]] : [];
}));
/** Reads who has which address in a project's network; `resolvers` are the host's, or undefined to leave Consul out. */
const readAddresses = async (engine, project, taken, resolvers, signal) => {
    const path = `/networks/${(0,layout/* networkName */.uv)(project)}`;
    const network = await engine.call({ method: 'GET', path, signal });
    const live = Object.values(network.Containers).map(({ Name, IPv4Address }) => [
        Name,
        IPv4Address.replace(/\/.*/, ''),
    ]);
    const consul = live.find(([container]) => container === layout/* consulContainer */.sx)?.[1];
    return {
        subnet: network.IPAM.Config[0]?.Subnet ?? '',
        taken,
        foreign: new Set(live.flatMap(([container, address]) => (taken.has(container) ? [] : [address]))),
        resolver: consul !== undefined && resolvers ? { consul, others: resolvers } : undefined,
    };
};
/** Gives a container the address that it had, or another one where that is somebody else's by now. */
const giveAddress = ({ subnet, taken, foreign }, container) => {
    const kept = taken.get(container);
    const address = kept !== undefined && !foreign.has(kept) ? kept : (0,stack_subnet/* chooseAddress */.QP)(subnet, [...taken.values(), ...foreign]);
    taken.set(container, address);
    return address;
};
/** Whether the engine has refused to start a container, as somebody else has its address. */
const isAddressTaken = (error) => error instanceof client/* EngineError */.N &&
    /address already in use/i.test(error.message) &&
    // A published port that somebody has.
    !/\bbind\b/i.test(error.message);

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/server/containers.js




/** Every label of ours, empty: what an image's own labels say must not count for a container. */
const noLabels = Object.fromEntries(Object.values(layout/* labels */.WD).map((key) => [key, '']));
/** Creates a container. Another one of this name that is not ours is an error. */
const createContainer = async (engine, name, spec, signal) => {
    const body = { ...spec, Labels: { ...noLabels, ...spec.Labels } };
    for (let tries = 0;; tries++) {
        signal.throwIfAborted();
        try {
            // Seen through to its end: the engine would go on without us, and what clears up would not find the container yet.
            await engine.call({ method: 'POST', path: '/containers/create', query: { name }, body });
            return;
        }
        catch (cause) {
            if (!(cause instanceof client/* EngineError */.N && cause.status === 409))
                throw cause;
            const found = await labelsOf(engine, name);
            if (found && isShared(spec) && found[layout/* labels */.WD.spec] === spec.Labels[layout/* labels */.WD.spec])
                return;
            // The name is taken before the container can be seen, and for a moment after it has gone.
            if (found || tries === mostTries)
                throw nameTaken(name, cause);
            await (0,promises_.setTimeout)(pause);
        }
    }
};
/** How often, and how many milliseconds apart, a name that nobody has is tried. */
const mostTries = 100;
const pause = 100;
/** Whether projects share a container: another run may make just the same at the same moment. */
const isShared = ({ Labels }) => Labels[layout/* labels */.WD.project] === undefined;
/** The labels of a container; undefined when there is none of this name. */
const labelsOf = async (engine, name) => {
    try {
        const { Config } = await engine.call({
            method: 'GET',
            path: `/containers/${name}/json`,
        });
        return Config.Labels;
    }
    catch (error) {
        if (error instanceof client/* EngineError */.N && error.status === 404)
            return undefined;
        throw error;
    }
};
const nameTaken = (name, cause) => new failure/* Failure */.H({
    what: `The container ${name} cannot be created`,
    why: `Another container on the server has this name, and it was not made by this deployer: ${cause.message}`,
    next: `Rename or remove the other container (\`docker rename ${name} …\`), or choose another \`project_name\`.`,
}, { cause });
/** Creates a container and starts it. */
const startContainer = async (engine, name, spec, signal) => {
    await createContainer(engine, name, spec, signal);
    await engine.call({ method: 'POST', path: `/containers/${name}/start`, signal });
};
/** Removes a container of ours; its volumes stay. It gets its own time to stop first. */
const removeContainer = async (engine, name, signal) => {
    for (const call of [
        { method: 'POST', path: `/containers/${name}/stop`, deadlineSeconds: 180, signal },
        { method: 'DELETE', path: `/containers/${name}`, query: { force: '1' }, signal },
    ]) {
        try {
            await engine.call(call);
        }
        catch (error) {
            if (!(error instanceof client/* EngineError */.N && error.status === 404))
                throw error;
        }
    }
};

;// CONCATENATED MODULE: ./lib/server/images.js


/**
 * The header by which the engine logs in, never a part of an address or a command: JSON in the alphabet of URLs, with the
 * padding that Go's decoder wants.
 */
const loginHeader = (image, login) => {
    if (!login)
        return {};
    const text = Buffer.from(JSON.stringify({ ...login, serveraddress: registryOf(image) })).toString('base64');
    return { 'x-registry-auth': text.replaceAll('+', '-').replaceAll('/', '_') };
};
/** The registry of an image: what stands before its first slash, where that is a host's name. */
const registryOf = (image) => {
    const [first = '', ...rest] = image.split('/');
    return rest.length > 0 && /[.:]|^localhost$/.test(first) ? first : 'https://index.docker.io/v1/';
};
/** Pulls an image unless the engine has it. */
const ensureImage = async (context, image) => {
    const { session, signal } = context;
    try {
        await session.engine.call({ method: 'GET', path: `/images/${image}/json`, signal });
    }
    catch (error) {
        if (!(error instanceof client/* EngineError */.N && error.status === 404))
            throw error;
        await pullImage(context, image);
    }
};
/** Pulls an image. */
const pullImage = async ({ session: { engine }, progress, signal }, image, login) => {
    let problem;
    try {
        await engine.stream({
            method: 'POST',
            path: '/images/create',
            query: { fromImage: image },
            headers: loginHeader(image, login),
            deadlineSeconds: 900,
            signal,
        }, (line) => {
            if (typeof line.error === 'string')
                problem = line.error;
            // Lines with a number of bytes come many times a second.
            else if (line.progress === undefined)
                progress.output([line.id, line.status].filter(Boolean).join(': '));
        });
    }
    catch (error) {
        if (!(error instanceof client/* EngineError */.N))
            throw error;
        problem = error.message;
    }
    if (problem !== undefined)
        throw pullFailure(image, problem, login);
};
/**
 * Asks an image's registry, by the server's engine, what the tag names now; undefined when the registry does not
 * answer. One that knows no such image, or gives it to nobody with this login, is an error.
 */
const resolveDigest = async (engine, image, login, signal) => {
    const [, digest] = image.split('@');
    if (digest !== undefined)
        return digest;
    try {
        const { Descriptor } = await engine.call({
            method: 'GET',
            path: `/distribution/${image}/json`,
            headers: loginHeader(image, login),
            deadlineSeconds: 30,
            signal,
        });
        return Descriptor.digest;
    }
    catch (error) {
        if (signal.aborted || !(error instanceof client/* EngineError */.N))
            throw error;
        if (isRefusal(error.message) || isUnknown(error.message))
            throw pullFailure(image, error.message, login, 'Nothing on the server was changed.');
        return undefined;
    }
};
const isUnknown = (problem) => /manifest.*(unknown|not found)|name unknown|not found|does not exist/i.test(problem);
const isRefusal = (problem) => /unauthorized|denied|authentication required|no basic auth|forbidden|incorrect username/i.test(problem);
const pullFailure = (image, problem, login, stands = 'What runs on the server goes on: an image is fetched before anything that uses it is touched.') => {
    const refused = isRefusal(problem);
    const unknown = !refused && isUnknown(problem);
    return new failure/* Failure */.H({
        what: `The image ${image} could not be ${unknown ? 'found' : 'pulled'}`,
        why: problem,
        stands,
        next: refused
            ? login
                ? `The registry refuses the login ${login.username}, or there is no such image: check \`registry\`, the password’s secret, and the image’s name.`
                : 'The registry gives the image to nobody without a login, or there is no such image: check the image’s name, and give a `registry` where it is private.'
            : unknown
                ? 'Correct the image or its version in the deployment file: it is a tag at the registry.'
                : 'See whether the server reaches the registry, then run the job again.',
    });
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/server/scripts.js
var server_scripts = __webpack_require__(247);
;// CONCATENATED MODULE: ./lib/server/provision.js






/** Installs Docker where it is missing, and writes its settings. */
const setUpDocker = async ({ session, progress, signal }, daemonJson) => {
    await (0,server_scripts/* runStepScript */.V)(session, {
        scripts: ['install-docker'],
        title: 'Installing Docker',
        progress,
        signal,
        args: { DAEMON_JSON: daemonJson ?? '' },
        deadlineMs: 900_000,
        failure: () => ({
            what: 'Docker could not be installed',
            next: 'Install Docker on the server by hand, or repair what the lines above name, then run the job again.',
        }),
    });
};
/**
 * The credentials that hold: a password that is given, else the one that the server keeps, else a new one from the
 * system's random source.
 */
const completeCredentials = (known, services, given) => {
    const made = Object.fromEntries(services
        .filter((name) => given[name] === undefined && known.passwords[name] === undefined)
        .map((name) => [name, (0,external_node_crypto_.randomBytes)(24).toString('base64url')]));
    const all = { ...known.passwords, ...given, ...made };
    return {
        key: known.key ?? (0,external_node_crypto_.randomBytes)(32).toString('hex'),
        passwords: Object.fromEntries(services.map((name) => [name, all[name] ?? ''])),
        made,
    };
};
/** Makes the project's folders and keeps there what was made; a given password waits until it has opened the data. */
const makeFolders = async ({ session, progress, signal }, owner, { key, made }) => {
    await (0,server_scripts/* runStepScript */.V)(session, {
        scripts: ['folders'],
        title: 'Making the project’s folders',
        progress,
        signal,
        args: { OWNER: JSON.stringify(owner), KEY: key },
        stdin: Buffer.from(Object.entries(made)
            .map(([name, password]) => `${name} ${password}\n`)
            .join('')),
    });
};
/** The network of a project. */
const projectNetwork = (project) => ({
    name: (0,layout/* networkName */.uv)(project),
    bridge: (0,layout/* bridgeName */.db)(project),
    labels: { [layout/* labels */.WD.project]: project },
    isInternal: false,
});
/** Creates a network on a subnet that nothing on the host uses; one that is there by now stays as it is. */
const createNetwork = async ({ session: { engine }, signal }, { name, bridge, labels: own, isInternal }, taken) => {
    const avoided = [...taken];
    for (let tries = 0; tries < 32; tries++) {
        const { subnet, gateway, dynamicRange } = (0,stack_subnet/* chooseSubnet */.Js)(avoided);
        try {
            await engine.call({
                method: 'POST',
                path: '/networks/create',
                body: {
                    Name: name,
                    CheckDuplicate: true,
                    Driver: 'bridge',
                    Internal: isInternal,
                    Labels: own,
                    Options: { 'com.docker.network.bridge.name': bridge },
                    IPAM: { Config: [{ Subnet: subnet, Gateway: gateway, IPRange: dynamicRange }] },
                },
                signal,
            });
            return;
        }
        catch (error) {
            // Two that look at the same moment are told apart by the bridge's name.
            if (error instanceof client/* EngineError */.N && /already exists|same bridge name/i.test(error.message))
                return;
            // The engine refuses a range that overlaps another network's: somebody was faster.
            if (!(error instanceof client/* EngineError */.N) || !/overlaps/i.test(error.message))
                throw error;
            const range = (0,stack_subnet/* parseRange */.RC)(subnet);
            if (range)
                avoided.push(range);
        }
    }
    throw new failure/* Failure */.H({ what: `No free range of addresses was found for the network ${name}` });
};

;// CONCATENATED MODULE: ./lib/discovery/consul.js










/** How often it is looked anew, when another run does the same at the same moment, or somebody takes an address. */
const consul_mostTries = 20;
/**
 * Has the server's Consul run as it should, in the networks of all these projects and of those that it was in. May be
 * done by several runs at once: each looks again at what it has come to after whatever another one has crossed.
 */
const ensureConsul = async (context, consul, projects, taken) => {
    const { session, progress, signal } = context;
    await Promise.all([
        ensureImage(context, consul.image),
        createNetwork(context, home, taken),
        (0,server_scripts/* runStepScript */.V)(session, {
            scripts: ['discovery'],
            title: 'Making the folder of the registrations',
            progress,
            signal,
        }),
    ]);
    const known = { addresses: new Map(), refused: new Set(), renew: false };
    let crossed;
    for (let tries = 0; tries < consul_mostTries; tries++) {
        try {
            if (await settle(context, consul, projects.map(layout/* networkName */.uv), known))
                return;
        }
        catch (error) {
            if (!(error instanceof client/* EngineError */.N && error.status < 500))
                throw error;
            crossed = error;
        }
    }
    throw new failure/* Failure */.H({
        what: 'Consul does not come to run in the networks of the projects',
        why: crossed instanceof Error ? `The Docker engine says: ${crossed.message}` : undefined,
        next: `On the server, \`docker logs ${layout/* consulContainer */.sx}\` may say more; then run the job again.`,
    }, { cause: crossed });
};
const home = { name: layout/* discoveryNetwork */.Lh, bridge: 'jetee-discovery', labels: {}, isInternal: true };
/** Does what is missing; true when nothing is any more. */
const settle = async ({ session: { engine }, signal }, { spec }, networks, known) => {
    const facts = await (0,engine_facts/* readEngineFacts */._R)(engine);
    const now = facts.containers.find(({ name }) => name === layout/* consulContainer */.sx);
    for (const [network, address] of Object.entries(now?.addresses ?? {})) {
        if (network !== layout/* discoveryNetwork */.Lh)
            known.addresses.set(network, address);
    }
    if (!now || known.renew || now.labels[layout/* labels */.WD.spec] !== spec.Labels[layout/* labels */.WD.spec]) {
        if (now)
            await removeContainer(engine, now.id, signal);
        known.renew = false;
        await startContainer(engine, layout/* consulContainer */.sx, spec, signal);
        return false;
    }
    if (!now.running) {
        // A network that is gone, or an address in one that is taken, keeps it from starting: a new one joins one by one.
        known.renew = true;
        await engine.call({ method: 'POST', path: `/containers/${now.id}/start`, signal });
        known.renew = false;
        return false;
    }
    const missing = [...new Set([...networks, ...known.addresses.keys()])].filter((name) => now.addresses[name] === undefined && facts.networks.some((network) => network.name === name));
    for (const network of missing) {
        const address = (0,consul_address/* consulAddress */.l)(network, facts, known.addresses.get(network), known.refused);
        try {
            await engine.call({
                method: 'POST',
                path: `/networks/${network}/connect`,
                body: { Container: now.id, EndpointConfig: { IPAMConfig: { IPv4Address: address } } },
                signal,
            });
        }
        catch (error) {
            if (!isAddressTaken(error) || address === undefined)
                throw error;
            known.refused.add(address);
        }
    }
    return missing.length === 0;
};
/** Takes Consul out of a project's network, and has it forget the project. */
const leaveConsul = async ({ session, progress, signal }) => {
    await (0,server_scripts/* runStepScript */.V)(session, {
        scripts: ['unregister'],
        title: 'Taking the services out of Consul',
        progress,
        signal,
    });
    try {
        await session.engine.call({
            method: 'POST',
            path: `/networks/${(0,layout/* networkName */.uv)(session.project)}/disconnect`,
            body: { Container: layout/* consulContainer */.sx, Force: true },
            signal,
        });
    }
    catch (error) {
        // It is not there, or not in this network.
        if (!(error instanceof client/* EngineError */.N && error.status < 500))
            throw error;
    }
};

;// CONCATENATED MODULE: ./lib/discovery/register.js


/**
 * Tells Consul of a part of the project's services, and waits until it knows them; those that it knew under this part
 * and that are no longer among them, it forgets.
 */
const register = async ({ session, progress, signal }, part, services) => {
    const { text, question } = (0,registration/* registration */.An)(session.project, part, services);
    await (0,server_scripts/* runStepScript */.V)(session, {
        scripts: ['register'],
        title: 'Registering in Consul',
        progress,
        signal,
        args: { PART: part, REGISTRATION: text, QUESTION: question },
        failure: () => ({
            what: 'Consul does not take the project’s services',
            why: 'It did not answer for them within 60 s. Its log is below.',
            stands: 'The services run, and have their plain names; only what Consul says of them is older.',
            next: 'See the log for the cause, then run the job again.',
        }),
    });
};

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ../../../work/main/node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(4492);
;// CONCATENATED MODULE: ./lib/stack/resolver.js

/**
 * Has a container ask Consul first. Its address stands in a label and not in the specification, as it is chosen on the
 * server. `ndots:1`, and musl goes through the search domains for a name without a dot.
 */
const withResolver = (spec, resolver) => resolver === undefined
    ? spec
    : {
        ...spec,
        Labels: { ...spec.Labels, [layout/* labels */.WD.dns]: resolver.consul },
        HostConfig: {
            ...spec.HostConfig,
            Dns: [resolver.consul, ...resolver.others],
            DnsSearch: ['service.consul'],
            DnsOptions: ['ndots:1'],
        },
    };

;// CONCATENATED MODULE: ./lib/server/service-password.js

/**
 * Tries whether a service's password opens its data, where the data keeps one: a volume that comes from elsewhere, or is
 * older than the password, has another. The server keeps a given password from then on.
 */
const tryPassword = async ({ session, progress, signal }, { name, containerName, image, container, type, identity, hasGivenPassword }) => {
    const isKept = !hasGivenPassword || session.facts.passwords[name] === identity.password;
    if (!container.login && isKept)
        return;
    await (0,server_scripts/* runStepScript */.V)(session, {
        scripts: ['service-login'],
        title: `Trying the password of ${name}`,
        progress,
        signal,
        args: { CONTAINER: containerName, SERVICE: name },
        words: container.login ?? [],
        stdin: Buffer.from(`${identity.password}\n`),
        failure: (output) => ({
            what: `The password of ${name} does not open its data`,
            why: `The data is older than the password, or comes from elsewhere: it has another user or another password. ${containerName} runs, but refuses the login.`,
            stands: session.facts.current === undefined
                ? 'The data was not touched.'
                : `The data was not touched, and release ${session.facts.current} goes on as before.`,
            next: [
                `If you know the data’s own password, give it by \`password: VARIABLE\` in the entry of ${name}.`,
                type.wayIn?.(identity, { image, kind: container.dataVersion?.kind }, output),
            ].join(' '),
        }),
    });
};

;// CONCATENATED MODULE: ./lib/server/services.js









/** Creates a secondary service's container, or a new one in its place on the same volume, and waits until it answers. */
const createService = async (context, service, exists, addresses) => {
    const { session, progress, signal } = context;
    const [book] = await Promise.all([
        addresses(),
        // The volumes say which version's data they hold: not before it is sure that there is such an image.
        ensureImage(context, service.image).then(() => createVolumes(context, service.volumes)),
        Object.keys(service.files).length > 0 &&
            (0,server_scripts/* runStepScript */.V)(session, {
                scripts: ['secret-files'],
                title: `Writing the files of ${service.name}`,
                progress,
                signal,
                args: {
                    SERVICE: service.name,
                    MODE: service.fileMode,
                    LOGIN: service.container.login ? 'yes' : '',
                },
                stdin: tarOf(service.files),
            }),
    ]);
    if (exists)
        await removeContainer(session.engine, service.containerName, signal);
    await startAtAddress(context, service, book);
    await waitUntilReady(context, service);
    await tryPassword(context, service);
};
/** Creates a container at its address, or at another one as often as somebody else has been faster. */
const startAtAddress = async ({ session: { engine, project }, progress, signal }, { containerName, spec }, book) => {
    for (;;) {
        const address = giveAddress(book, containerName);
        const endpoint = { IPAMConfig: { IPv4Address: address } };
        const placed = { ...spec, NetworkingConfig: { EndpointsConfig: { [(0,layout/* networkName */.uv)(project)]: endpoint } } };
        try {
            await startContainer(engine, containerName, withResolver(placed, book.resolver), signal);
            return;
        }
        catch (error) {
            if (!isAddressTaken(error))
                throw error;
            progress.note(`Another container has the address ${address}`);
            book.foreign.add(address);
            await removeContainer(engine, containerName, signal);
        }
    }
};
/**
 * Starts a secondary service whose container is there, unless it runs, and waits until it answers; where its address is
 * gone, in a new one.
 */
const startService = async (context, service, addresses) => {
    const { session, signal } = context;
    try {
        await session.engine.call({ method: 'POST', path: `/containers/${service.containerName}/start`, signal });
    }
    catch (error) {
        if (!isAddressTaken(error))
            throw error;
        return createService(context, service, true, addresses);
    }
    await waitUntilReady(context, service);
    await tryPassword(context, service);
};
/** Creates volumes with their labels; one that is there already stays as it is. */
const createVolumes = async ({ session, signal }, volumes) => {
    await Promise.all(volumes.map(({ name, labels }) => session.engine.call({
        method: 'POST',
        path: '/volumes/create',
        body: { Name: name, Labels: labels },
        signal,
    })));
};
/** Waits until a service answers that was started. */
const waitUntilReady = async ({ session, progress, signal }, { name, containerName, image, readiness, readySeconds }) => {
    await (0,server_scripts/* runStepScript */.V)(session, {
        scripts: ['service-ready'],
        title: `Waiting for ${name}`,
        progress,
        signal,
        args: {
            CONTAINER: containerName,
            DEADLINE: String(readySeconds),
            PORT: readiness.kind === 'port' ? String(readiness.port) : '',
        },
        words: readiness.kind === 'probe' ? readiness.command : [],
        failure: () => ({
            what: `${name} ${readiness.kind === 'running' ? 'does not keep running' : 'does not answer'}`,
            why: readiness.kind === 'running'
                ? `The container ${containerName} was started from ${image}, but it stopped.`
                : `The container ${containerName} was started from ${image}, but it did not ${readiness.kind === 'port' ? `take connections on port ${readiness.port}` : 'answer'} within ${readySeconds} s, or stopped.`,
            next: `Its log is above; on the server, \`docker logs ${containerName}\` shows all of it.`,
        }),
    });
};
/** A tar of small files in one folder. */
const tarOf = (files) => {
    const pack = (0,tar_stream.pack)();
    for (const [name, content] of Object.entries(files))
        pack.entry({ name, mtime: new Date(0) }, content);
    pack.finalize();
    return external_node_stream_.Readable.from(pack);
};

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/source/git.js
var git = __webpack_require__(2901);
;// CONCATENATED MODULE: ./lib/source/source.js





/** Lists a commit of a repository on the runner. */
const readSource = async (repository, revision) => {
    const show = await (0,git/* git */.$Y)(['show', '-s', '--no-show-signature', '--format=%H%n%T%n%an%n%s', revision], {
        cwd: repository,
    });
    const [commit = '', tree = '', author = '', subject = ''] = show.split('\n');
    const { files, submodules } = await listTree(repository, tree, '');
    const sorted = files
        .map((file) => ({ file, line: Buffer.from(manifestLine(file)) }))
        .sort((a, b) => a.line.compare(b.line))
        .map(({ file }) => file);
    return { commit, tree: [tree, ...submodules].join('-'), author, subject, files: sorted };
};
const listTree = async (repository, tree, prefix) => {
    const listing = await (0,git/* git */.$Y)(['ls-tree', '-r', '-z', '--full-tree', tree], { cwd: repository });
    const entries = listing
        .split('\0')
        .filter(Boolean)
        .map((entry) => {
        const tab = entry.indexOf('\t');
        const [mode = '', , blob = ''] = entry.slice(0, tab).split(' ');
        return { mode, blob, path: prefix + entry.slice(tab + 1), repository };
    });
    // A manifest is lines of UTF-8; what is something else was read with this sign in its place.
    const broken = entries.find(({ path }) => /[\r\n\uFFFD]/.test(path));
    if (broken) {
        throw new failure/* Failure */.H({
            what: 'The commit holds a file that cannot be sent',
            where: JSON.stringify(broken.path),
            why: 'Its name contains a line break, or is not in UTF-8.',
            next: 'Rename the file.',
        });
    }
    const nested = await Promise.all(entries
        .filter(({ mode }) => mode === '160000')
        .map(({ blob, path }) => listSubmodule((0,external_node_path_.join)(repository, path.slice(prefix.length)), blob, path)));
    return {
        files: [...entries.filter(({ mode }) => mode !== '160000'), ...nested.flatMap(({ files }) => files)],
        submodules: nested.flatMap(({ submodules }) => submodules),
    };
};
const listSubmodule = async (folder, commit, path) => {
    const tree = await (0,git/* tryGit */.Ii)(['rev-parse', '--verify', '--quiet', `${commit}^{tree}`], { cwd: folder }).catch(() => undefined);
    if (tree === undefined) {
        throw new failure/* Failure */.H({
            what: 'A submodule is not checked out',
            where: path,
            next: 'Give `submodules: true` (or `recursive`) to actions/checkout.',
        });
    }
    const listing = await listTree(folder, tree.trim(), `${path}/`);
    return { ...listing, submodules: [tree.trim().slice(0, 12), ...listing.submodules] };
};
/** A file's line in the manifest that the server compares with what it has. */
const manifestLine = ({ mode, blob, path }) => `${mode} ${blob} ${path}`;
/** The manifest of a source: a line for each file, in the order of the C locale. */
const manifest = ({ files }) => Buffer.from(files.map((file) => `${manifestLine(file)}\n`).join(''));
/** A tar of files, read from git while it is sent. */
const packFiles = (files) => {
    const pack = (0,tar_stream.pack)();
    const fill = async () => {
        for (const [repository, own] of Map.groupBy(files, (file) => file.repository)) {
            const contents = (0,git/* readBlobs */.b4)(repository, own.map(({ blob }) => blob));
            for (const { mode, path } of own) {
                const { value: content = Buffer.alloc(0) } = await contents.next();
                // The time plays no part in a build's cache; zero keeps the tar the same for the same files.
                const header = { name: path, mode: mode === '100755' ? 0o755 : 0o644, mtime: new Date(0) };
                await new Promise((resolve, reject) => {
                    const done = (error) => (error ? reject(error) : resolve());
                    if (mode === '120000')
                        pack.entry({ ...header, type: 'symlink', linkname: content.toString() }, done);
                    else
                        pack.entry({ ...header, size: content.length }, content, done);
                });
            }
        }
        pack.finalize();
    };
    fill().catch((error) => pack.destroy(error));
    return external_node_stream_.Readable.from(pack);
};
/** The text of a file of the source, or undefined when there is none of this path. */
const readFile = async ({ files }, path) => {
    const file = files.find((candidate) => candidate.path === path);
    if (!file)
        return undefined;
    const { value } = await (0,git/* readBlobs */.b4)(file.repository, [file.blob]).next();
    return value?.toString();
};

;// CONCATENATED MODULE: ./lib/release/image.js










/** Makes a release's image and its folder on the server. */
const makeImage = (context, release, number) => release.image.kind === 'image'
    ? takeImage(context, release, release.image, number)
    : buildImage(context, release, release.image, number);
/** What the scripts are told of a release, whatever its image comes from. */
const releaseArgs = async ({ configuration, source, actor, run }, release, number, digest) => ({
    RELEASE: String(number),
    IMAGE: (0,layout/* releaseImage */.R1)(configuration.projectName, number),
    PARTS: (0,stack_container/* canonicalJson */.dj)(release.parts),
    HELPERS: release.helpers.join('\n'),
    AFTER: release.tasks.after.map(({ name }) => name).join('\n'),
    DEADLINES: [...release.tasks.before, ...release.tasks.after]
        .map(({ name, deadlineSeconds }) => `${name} ${deadlineSeconds}`)
        .join('\n'),
    SOCKET_FOLDER: release.socketFolder,
    MOUNT: (await (0,consumers_.buffer)(tarOf(release.mount))).toString('base64'),
    RECORD: JSON.stringify({
        commit: source.commit,
        tree: source.tree,
        spec: release.hash,
        digest,
        created: new Date().toISOString(),
        author: source.author,
        subject: source.subject,
        actor,
        healthCheck: configuration.project.healthCheck,
        run,
    }),
});
/** Sends what the server lacks of the source, and builds the image there. */
const buildImage = async (context, release, image, number) => {
    const { session, progress, signal, configuration, source, current, buildSecrets } = context;
    const list = manifest(source);
    const byLine = new Map(source.files.map((file) => [manifestLine(file), file]));
    const needed = [];
    const stdin = new external_node_stream_.PassThrough();
    stdin.write(list);
    await (0,server_scripts/* runStepScript */.V)(session, {
        scripts: ['source', 'begin', 'build', 'record'],
        title: `Building release ${number}`,
        progress,
        signal,
        deadlineMs: 3_600_000,
        args: {
            ...(await releaseArgs(context, release, number)),
            TREE: source.tree,
            MANIFEST_BYTES: String(list.length),
            DOCKERFILE: release.dockerfile ?? '',
            DOCKERFILE_PATH: image.kind === 'dockerfile' ? image.dockerfile : '',
            BASE: image.kind === 'supervised' ? image.base : '',
            SECRETS: Object.entries(buildSecrets)
                .map(([name, value]) => `${name}=${Buffer.from(value).toString('base64')}`)
                .join(' '),
        },
        words: [
            ...labelOptions({
                [layout/* labels */.WD.project]: configuration.projectName,
                [layout/* labels */.WD.release]: String(number),
                [layout/* labels */.WD.commit]: source.commit,
            }),
            ...(image.kind === 'dockerfile' ? buildOptions(image) : []),
        ],
        stdin,
        onMark(mark, rest) {
            if (mark === 'need') {
                const file = byLine.get(rest);
                if (file)
                    needed.push(file);
            }
            else if (mark === 'end') {
                progress.note(`Sending ${needed.length} of ${source.files.length} files`);
                // A failure of the sending ends the script, which fails the step.
                (0,external_node_stream_promises_.pipeline)(packFiles(needed), stdin).catch((error) => stdin.destroy(error));
            }
        },
        failure: () => ({
            what: `The image of release ${number} could not be built`,
            why: 'The last lines of the build say why.',
            stands: (0,release_release/* stillServes */.Fk)(current),
            next: 'Correct what the build complains about, push, and run again.',
        }),
    });
};
/** Labels of an image. Every one of ours is set, so that none that a Dockerfile has written counts. */
const labelOptions = (own) => Object.values(layout/* labels */.WD).flatMap((key) => ['--label', `${key}=${own[key] ?? ''}`]);
/** What `docker build` is told of a Dockerfile that is not ours. */
const buildOptions = ({ target, buildArgs }) => [
    ...(target === undefined ? [] : ['--target', target]),
    ...Object.entries(buildArgs).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]),
];
/** Pulls an image that was built elsewhere, just the one that its tag names now. */
const takeImage = async (context, release, image, number) => {
    const { session, progress, signal, registryPassword } = context;
    const pulled = await pullGiven(context, image.image, release.digest, loginOf(image, registryPassword));
    await (0,server_scripts/* runStepScript */.V)(session, {
        scripts: ['begin', 'adopt', 'record'],
        title: `Fetching release ${number}`,
        progress,
        signal,
        args: {
            ...(await releaseArgs(context, release, number, pulled.digest)),
            PULLED: pulled.name,
        },
    });
};
/** The login at an image's registry. */
const loginOf = ({ registry }, password) => registry && password !== undefined ? { username: registry.username, password } : undefined;
const pullGiven = async (context, image, digest, login) => {
    const repository = repositoryOf(image);
    const name = digest === undefined ? image : `${repository}@${digest}`;
    await pullImage(context, name, login);
    if (digest !== undefined)
        return { name, digest };
    const { RepoDigests } = await context.session.engine.call({ method: 'GET', path: `/images/${image}/json`, signal: context.signal });
    return { name, digest: RepoDigests?.find((entry) => entry.startsWith(`${repository}@`))?.split('@')[1] };
};
/** An image's name without tag and digest. */
const repositoryOf = (image) => (image.split('@')[0] ?? image).replace(/:[^/:]+$/, '');

// EXTERNAL MODULE: ./lib/catalog/types.js
var types = __webpack_require__(654);
;// CONCATENATED MODULE: ./lib/stack/release-containers.js






/** Seconds that a task, or an image's own command, gets to finish its work before it is killed. */
const ownStopSeconds = 60;
/**
 * The containers of a release: one with supervisor in it, or one for the image's own command, each helper and each task.
 * None of them starts by itself before the switch: a stopped candidate would come back with the daemon.
 */
const releaseContainers = (configuration, stack, release) => ownContainers(configuration, stack, release).map(({ name, spec }) => ({
    name,
    spec: withResolver(spec, release.resolver),
}));
const ownContainers = (configuration, stack, release) => {
    const { projectName: project, primary } = configuration;
    const { image, programs, tasks } = stack;
    const folder = `${layout/* www */.gf}/${project}`;
    const files = `${layout/* root */.zr}/projects/${project}/releases/${release.number}`;
    const socket = `${folder}/r/${release.number}/${stack.socketFolder}:/run/jetee`;
    const state = `${layout/* root */.zr}/projects/${project}/state:${types/* stateFolder */.y}`;
    // Every key of ours is set, so that none that a Dockerfile has written counts.
    const ownLabels = (part) => ({
        ...Object.fromEntries(Object.values(layout/* labels */.WD).map((key) => [key, ''])),
        [layout/* labels */.WD.project]: project,
        [layout/* labels */.WD.configuration]: configuration.name,
        [layout/* labels */.WD.service]: part,
        [layout/* labels */.WD.release]: String(release.number),
        [layout/* labels */.WD.commit]: release.commit,
        [layout/* labels */.WD.spec]: stack.hash ?? '',
    });
    const host = (mounts) => ({
        NetworkMode: (0,layout/* networkName */.uv)(project),
        Binds: mounts,
        RestartPolicy: { Name: 'no' },
        LogConfig: stack_container/* boundedLog */.KY,
        // A socket's backlog is cut to this.
        Sysctls: { 'net.core.somaxconn': '4096' },
    });
    const own = (part, mounts) => ({
        Image: (0,layout/* releaseImage */.R1)(project, release.number),
        Env: (0,stack_container/* envList */.sl)(stack.env),
        StopTimeout: ownStopSeconds + 10,
        Labels: ownLabels(part),
        HostConfig: {
            ...host([
                ...mounts,
                ...(image.mediaLocation === undefined ? [] : [`${folder}/media:${image.mediaLocation}`]),
                ...(0,stack_container/* binds */.fO)(project, primary.volumes),
            ]),
            ...(0,stack_container/* hostLimits */.$s)(primary.limits),
        },
    });
    const fixed = release.address !== undefined && {
        NetworkingConfig: {
            EndpointsConfig: { [(0,layout/* networkName */.uv)(project)]: { IPAMConfig: { IPv4Address: release.address } } },
        },
    };
    const door = {
        name: (0,layout/* doorContainer */.Cm)(project, release.number),
        spec: {
            Image: stack_front/* nginxImage */.yU,
            Entrypoint: ['sh', '-c'],
            // A socket that was left by a crash would be in the way.
            Cmd: ["rm -f /run/jetee/web.sock; exec nginx -c /etc/jetee/nginx.conf -g 'daemon off;'"],
            // It stops when the requests that are under way have come to their end.
            StopSignal: 'QUIT',
            StopTimeout: configuration.project.drainSeconds + 10,
            Labels: ownLabels('door'),
            HostConfig: host([`${files}/door:/etc/jetee:ro`, socket]),
        },
    };
    const app = { name: (0,layout/* releaseContainer */.Lt)(project, release.number) };
    // Not `<project>-app`, which is the entrance: a container's own name leads to itself.
    const hostname = { Hostname: project };
    if (image.kind === 'supervised') {
        const mounts = [
            `${files}/mount:/etc/jetee:ro`,
            socket,
            `${folder}/r/${release.number}/static:${image.staticLocation}`,
            ...(programs.some(({ keepsState }) => keepsState) ? [state] : []),
        ];
        // They stop side by side (entrypoint.sh).
        const stopSeconds = Math.max(0, ...programs.map((program) => program.stopSeconds)) + 10;
        return [
            { ...app, spec: { ...own('primary', mounts), ...hostname, ...fixed, StopTimeout: stopSeconds } },
            ...(stack.port === undefined ? [] : [door]),
        ];
    }
    const command = image.command && { Cmd: image.command };
    return [
        // Without a site, the image's own command is a helper: it never runs twice at once. With one, its door has seen the
        // requests to their end before it is stopped; many a program has no ear for the signal as a container's first process.
        {
            ...app,
            spec: {
                ...own(stack.hasWeb ? 'primary' : 'helper', []),
                ...hostname,
                ...command,
                ...fixed,
                ...(stack.hasWeb && { StopTimeout: 10 }),
            },
        },
        ...(stack.port === undefined ? [] : [door]),
        ...programs.flatMap((program) => Array.from({ length: program.copies }, (_, index) => {
            const copy = program.copies > 1 ? index + 1 : undefined;
            return {
                name: (0,layout/* helperContainer */.ID)(project, program.name, release.number, copy),
                spec: {
                    ...own('helper', program.keepsState ? [state] : []),
                    Cmd: program.command,
                    // It finds its own name where it would do so under supervisor.
                    Env: (0,stack_container/* envList */.sl)({
                        ...stack.env,
                        SUPERVISOR_PROCESS_NAME: copy === undefined ? program.name : `${program.name}-${index}`,
                        ...program.env,
                    }),
                    StopSignal: `SIG${program.stopSignal}`,
                    StopTimeout: program.stopSeconds,
                },
            };
        })),
        ...[...tasks.before, ...tasks.after].map((task) => ({
            name: (0,layout/* taskContainer */.R9)(project, task.name, release.number),
            spec: { ...own('task', []), Cmd: task.command },
        })),
    ];
};
/** nginx's configuration for the door of a release that serves on a port of an address. */
const doorConf = (address, port) => (0,templates/* renderTemplate */.Xm)('door.conf', { address, port });

;// CONCATENATED MODULE: ./lib/stack/times.js
/**
 * What the server is told of a release’s helpers and its end, a line each: how long each helper must have run (`start`),
 * how long requests that are under way have to come to their end (`drain`), and by which `host` and `path` its web process
 * is asked, if it has one.
 */
const releaseTimes = ({ image, programs, hasWeb }, { drainSeconds, host, path, }) => {
    const web = image.kind === 'supervised' ? programs.find((program) => program.web) : undefined;
    return [
        ...programs
            .filter((program) => !program.web)
            .map(({ name, startSeconds }) => `start ${name} ${startSeconds}`),
        `drain ${web?.stopSeconds ?? drainSeconds}`,
        ...(hasWeb ? [`host ${host}`, `path ${path}`] : []),
    ].join('\n');
};

;// CONCATENATED MODULE: ./lib/release/start.js












/** Starts the candidate beside the live release, runs its tasks, and waits until its web process is healthy. */
const startCandidate = async (context, release, number, addresses) => {
    const { session, signal, configuration, source } = context;
    const book = await addresses();
    // The main container of one that listens on a port: its door knows it by that, and Docker gives it to nobody else.
    const address = release.port === undefined
        ? undefined
        : giveAddress(book, (0,layout/* releaseContainer */.Lt)(configuration.projectName, number));
    const containers = releaseContainers(configuration, release, {
        number,
        commit: source.commit,
        address,
        resolver: book.resolver,
    });
    await createVolumes(context, (0,stack_container/* namedVolumes */.xA)(session.project, configuration.primary.volumes).map((name) => ({
        name,
        labels: { [layout/* labels */.WD.project]: session.project },
    })));
    if (release.port !== undefined)
        await ensureImage(context, stack_front/* nginxImage */.yU);
    await Promise.all(containers.map(({ name, spec }) => createContainer(session.engine, name, spec, signal)));
    await runStart(context, release, {
        number,
        containers,
        address,
        isCopy: false,
        healthCheck: configuration.project.healthCheck,
    });
};
/** Starts a candidate's containers, runs its tasks, and waits until its web process is healthy. */
const runStart = async (context, release, { number, containers, address, isCopy, healthCheck, onStarted }) => {
    const { session, progress, signal, configuration, source, current } = context;
    const { path, status: healthy, intervalSeconds, deadlineSeconds } = healthCheck;
    const { image } = release;
    const host = release.hasWeb
        ? (0,site_names/* literalName */.xz)((0,site_names/* siteNames */.qf)(configuration.serverNames, configuration.site.redirectWww))
        : '';
    let failed = [];
    let status = '000';
    const body = [];
    await (0,server_scripts/* runStepScript */.V)(session, {
        scripts: ['release', 'start'],
        title: `Starting release ${number}`,
        progress,
        signal,
        deadlineMs: 3_600_000 + (0,release_release/* taskMs */._Q)(release.tasks.before),
        args: {
            RELEASE: String(number),
            CONTAINERS: JSON.stringify(containers),
            STATIC: isCopy || image.kind === 'supervised' ? '' : (image.staticLocation ?? ''),
            MEDIA: isCopy || image.kind === 'supervised' ? '' : (image.mediaLocation ?? ''),
            DOOR: release.port === undefined || address === undefined ? '' : doorConf(address, release.port),
            TIMES: releaseTimes(release, { drainSeconds: configuration.project.drainSeconds, host, path }),
            HOST: host,
            SOCKET_FOLDER: release.socketFolder,
            HEALTH_PATH: path,
            STATUS_FROM: String(healthy.from),
            STATUS_TO: String(healthy.to),
            INTERVAL: String(intervalSeconds),
            DEADLINE: String(deadlineSeconds),
        },
        words: release.tasks.before.map(({ name }) => name),
        onMark(mark, rest) {
            if (mark === 'started')
                onStarted?.();
            if (mark === 'failed')
                failed = rest.split(' ');
            if (mark === 'status')
                status = rest;
            if (mark === 'body')
                body.push(rest);
        },
        failure: (output) => {
            const [place, folder] = failed;
            const stands = (0,release_release/* stillServes */.Fk)(current);
            if (place === 'task')
                return { ...(0,release_release/* taskFailure */.E2)(context, number, failed), stands };
            if (place === 'static') {
                return {
                    what: `There are no static files at ${folder} in the image of release ${number}`,
                    place: 'static files',
                    why: 'The deployment file names this folder as `static_location`.',
                    stands,
                    next: 'Correct `static_location`, or leave it out where the project serves its static files itself.',
                };
            }
            if (place === 'health') {
                return {
                    what: 'The web process never became healthy',
                    place: 'health',
                    where: `release ${number}, commit ${source.commit.slice(0, 12)}, path ${path}`,
                    why: status === '000'
                        ? `It did not answer within ${deadlineSeconds} s, or stopped.${release.port === undefined ? '' : ` It is asked on port ${release.port}, at the container’s own address.`} Its log is below.`
                        : `It answered with status ${status} where ${range(healthy)} is healthy. The answer’s body and the log are below.`,
                    output: answerAndLog(body, output),
                    stands,
                    next: 'See the log for the cause; the page to ask for is `health_check.path` of the project.',
                };
            }
            return { what: `The container of release ${number} did not start`, stands };
        },
    });
};
/** A range of statuses in words. */
const range = ({ from, to }) => from === to ? String(from) : `${from} to ${to}`;
/** The first lines of an answer, and as many of the log's last ones as are shown with them. */
const answerAndLog = (body, log) => {
    if (body.length === 0)
        return log.slice(-40);
    const answer = ['The answer:', ...body.slice(0, 10), '', 'The log:'];
    return [...answer, ...log.slice(answer.length - 40)];
};

;// CONCATENATED MODULE: ./lib/server/isolation.js



/** Keeps the networks of all projects on the server apart, now and after each boot. */
const keepApart = async ({ session, progress, signal }) => {
    const marks = [];
    const output = await (0,server_scripts/* runStepScript */.V)(session, {
        scripts: ['isolation'],
        title: 'Keeping the projects’ networks apart',
        progress,
        signal,
        args: { FIREWALL: firewallScript(), HELPER_IMAGE: stack_front/* nginxImage */.yU },
        onMark: (mark) => marks.push(mark),
    });
    // The server may be one that has no say over its kernel; the site is not to wait for that.
    if (marks.includes('open'))
        progress.warn(openWarning(`the rules could not be loaded (${output.slice(-1).join('') || 'no reason given'})`));
    else if (marks.includes('volatile'))
        progress.note('The server has no systemd: after a reboot, the rules are gone until the next run');
};

;// CONCATENATED MODULE: ./lib/site/entrance.js






/** Brings the project's entrance to what it should be; undefined removes it. */
const setUpEntrance = async (context, entrance, now, addresses) => {
    const { session, signal } = context;
    const { engine } = session;
    if (!entrance) {
        await removeContainer(engine, (0,layout/* entranceContainer */.ub)(session.project), signal);
        await writeConf(context, '', undefined);
        return;
    }
    const { containerName: name, conf } = entrance;
    if (now === 'running')
        return writeConf(context, conf, name);
    await Promise.all([writeConf(context, conf, undefined), ensureImage(context, entrance.image)]);
    if (now === 'stopped') {
        try {
            await engine.call({ method: 'POST', path: `/containers/${name}/start`, signal });
            return;
        }
        catch (error) {
            if (!isAddressTaken(error))
                throw error;
        }
    }
    if (now !== 'missing')
        await removeContainer(engine, name, signal);
    await startAtAddress(context, entrance, await addresses());
};
/** Writes the entrance's configuration, and has it loaded where one runs; an empty one goes. */
const writeConf = async ({ session, progress, signal }, conf, running) => {
    await (0,server_scripts/* runStepScript */.V)(session, {
        scripts: ['entrance'],
        title: conf ? 'Setting up the entrance' : 'Removing the entrance',
        progress,
        signal,
        args: { ENTRANCE_CONF: conf, ENTRANCE: running ?? '' },
        failure: () => ({
            what: 'nginx refused the configuration of the project’s entrance',
            stands: 'The entrance goes on with the one that it had.',
            next: `On the server, \`docker logs ${(0,layout/* entranceContainer */.ub)(session.project)}\` may say more.`,
        }),
    });
};

;// CONCATENATED MODULE: ./lib/site/nginx.js




/** Starts the server's nginx, or a new one in its place. */
const startNginx = async (context, front, exists) => {
    const { session, progress, signal } = context;
    await Promise.all([
        ensureImage(context, front.image),
        (0,server_scripts/* runStepScript */.V)(session, {
            scripts: ['nginx-conf'],
            title: 'Writing the configuration of nginx',
            progress,
            signal,
            args: { NGINX_CONF: front.conf },
        }),
    ]);
    if (exists)
        await removeContainer(session.engine, layout/* nginxContainer */.K$, signal);
    await startContainer(session.engine, layout/* nginxContainer */.K$, front.spec, signal);
};
/** Puts the project's site into nginx; undefined takes it out. */
const setUpSite = async ({ session, progress, signal }, site) => {
    await (0,server_scripts/* runStepScript */.V)(session, {
        scripts: ['site'],
        title: site ? 'Setting up the site' : 'Taking the site out of nginx',
        progress,
        signal,
        args: { SITE: site?.conf ?? '' },
        failure: () => ({
            what: 'nginx refused the site',
            stands: 'nginx goes on with the sites that it had.',
            next: `On the server, \`docker logs ${layout/* nginxContainer */.K$}\` may say more.`,
        }),
    });
};

;// CONCATENATED MODULE: ./lib/commands/perform.js














/** Does what a step of a plan says. */
const perform = (action, context) => {
    switch (action.kind) {
        case 'tidy':
            return (0,release_switch/* tidyUp */.gN)(context, action);
        case 'docker':
            return setUpDocker(context, action.daemonJson);
        case 'folders':
            return makeFolders(context, action.owner, context.credentials);
        case 'network':
            return createNetwork(context, projectNetwork(context.session.project), action.taken);
        case 'discovery':
            return ensureConsul(context, action.consul, action.projects, action.taken);
        case 'register':
            return registerServices(context);
        case 'register-primary':
            return registerPrimary(context, action.isThere);
        case 'leave-discovery':
            return leaveConsul(context);
        case 'isolation':
            return keepApart(context);
        case 'nginx':
            return startNginx(context, action.front, action.exists);
        case 'service':
            return follow(context, action.service, createService(context, action.service, action.exists, () => addressBook(context)));
        case 'start-service':
            return follow(context, action.service, startService(context, action.service, () => addressBook(context)));
        case 'site':
            return setUpSite(context, action.site);
        case 'entrance':
            return setUpEntrance(context, action.entrance, action.now, () => addressBook(context));
        case 'image':
            return makeImage(context, action.release, action.number);
        case 'start':
            return startCandidate(context, action.release, action.number, () => addressBook(context));
        case 'switch':
            return (0,release_switch/* switchRelease */.U0)(context, action.release, action.number);
    }
};
/** Has Consul know the project's services at the addresses that they have by now. */
const registerServices = async (context) => {
    const { taken } = await addressBook(context);
    await register(context, 'services', (0,registration/* registeredServices */.l)(context.services, (container) => taken.get(container)));
};
/** Has Consul know the project's primary service at the address that its entrance has by now, or no longer know it. */
const registerPrimary = async (context, isThere) => {
    const { project } = context.session;
    const { taken } = await addressBook(context);
    const address = isThere ? taken.get((0,layout/* entranceContainer */.ub)(project)) : undefined;
    await register(context, 'primary', registeredPrimary(project, address));
};
/** Waits until something is done to a service; where that had to take it to another address, Consul hears of it. */
const follow = async (context, { containerName }, done) => {
    const { configuration, engineFacts, session } = context;
    await done;
    if (configuration.discovery === 'docker')
        return;
    const before = ownAddresses(session.project, engineFacts).get(containerName);
    const now = known.get(engineFacts)?.get(containerName);
    if (before !== undefined && now !== undefined && now !== before)
        await registerServices(context);
};
const known = new WeakMap();
/**
 * The addresses of the project's network, once that is there: what the run gives out is kept, and what others have is
 * read anew, as a build lies in between.
 */
const addressBook = ({ engineFacts, session: { engine, project, facts }, configuration, signal, }) => {
    const taken = known.get(engineFacts) ?? ownAddresses(project, engineFacts);
    known.set(engineFacts, taken);
    const resolvers = configuration.discovery === 'consul' ? facts.resolvers : undefined;
    return readAddresses(engine, project, taken, resolvers, signal);
};

;// CONCATENATED MODULE: ./lib/source/pyproject.js

/**
 * Makes sure that a pyproject.toml lists dependencies as PEP 621 says, before anything is changed. What the list holds is
 * read where it is installed, by Python's own parser; this looks no further than the table and the key.
 */
const requireDependencyList = (toml) => {
    const table = projectTable(toml);
    const [, dynamic = ''] = /^\s*dynamic\s*=\s*\[([^\]]*)\]/m.exec(table ?? '') ?? [];
    const why = table === undefined
        ? 'It has no [project] table, which would list the dependencies.'
        : /["']dependencies["']/.test(dynamic)
            ? 'It says that its dependencies are dynamic: they are known only to what builds the project.'
            : undefined;
    if (why === undefined)
        return;
    throw new failure/* Failure */.H({
        what: 'The dependencies cannot be read from pyproject.toml',
        where: 'pyproject.toml',
        why,
        stands: 'Nothing on the server was changed.',
        next: 'List them as `dependencies` in [project], commit a lock file, or name a requirements file as `requirements`.',
    });
};
/** The text of the table [project], up to the next table; undefined when there is none. */
const projectTable = (toml) => {
    const lines = toml.split('\n');
    const begin = lines.findIndex((line) => /^\s*\[\s*project\s*\]/.test(line));
    if (begin < 0)
        return undefined;
    const rest = lines.slice(begin + 1);
    const end = rest.findIndex((line) => /^\s*\[{1,2}[^"'[\],]+\]{1,2}\s*(?:#.*)?$/.test(line));
    return rest.slice(0, end < 0 ? undefined : end).join('\n');
};

;// CONCATENATED MODULE: ./lib/source/requirements.js



const safePath = /^[A-Za-z0-9_.-][A-Za-z0-9_./-]*$/;
/**
 * A requirements file and all that it includes by `-r` and `-c`, itself first: the files that the image's
 * dependencies depend on.
 */
const requirementFiles = async (source, file) => {
    const found = [];
    const visit = async (path, from) => {
        if (found.includes(path))
            return;
        const content = safePath.test(path) ? await readFile(source, path) : undefined;
        if (content === undefined) {
            throw new failure/* Failure */.H({
                what: `The requirements file ${path} is not in the commit`,
                where: from ?? 'requirements',
                why: from ? `${from} includes it.` : 'The deployment file names it.',
                stands: 'Nothing on the server was changed.',
                next: 'Commit the file, or correct its name.',
            });
        }
        found.push(path);
        for (const line of content.split('\n')) {
            const match = /^\s*(?:-r|--requirement|-c|--constraint)(?:\s+|=)(\S+)/.exec(line);
            // An address is pip's own to fetch.
            if (match?.[1] && !match[1].includes('://')) {
                await visit(external_node_path_.posix.join(external_node_path_.posix.dirname(path), match[1]), path);
            }
        }
    };
    await visit(file, undefined);
    return found;
};

;// CONCATENATED MODULE: ./lib/source/dependencies.js




/** In the order in which they win. */
const candidates = [
    { tool: 'uv', file: 'uv.lock', needs: 'pyproject.toml', reads: ['uv.toml'], locks: true },
    { tool: 'poetry', file: 'poetry.lock', needs: 'pyproject.toml', reads: ['poetry.toml'], locks: true },
    { tool: 'pipenv', file: 'Pipfile.lock', needs: 'Pipfile', locks: true },
    { tool: 'pip', file: 'requirements.txt', locks: false },
    { tool: 'pyproject', file: 'pyproject.toml', locks: false },
];
/** Chooses how dependencies are installed: by the requirements file that the configuration names, or the first file that is there. */
const chooseDependencies = (paths, requirements) => {
    if (requirements !== undefined)
        return { tool: 'pip', files: [requirements], note: `Dependencies: ${requirements}, as configured` };
    const present = candidates.filter(({ file }) => paths.has(file));
    const [chosen] = present;
    if (!chosen)
        return { tool: undefined, files: [], note: 'Dependencies: no file names any' };
    if (chosen.needs !== undefined && !paths.has(chosen.needs)) {
        throw new failure/* Failure */.H({
            what: `${chosen.file} is of no use without ${chosen.needs}`,
            where: chosen.file,
            why: `The commit has no ${chosen.needs} beside it.`,
            stands: 'Nothing on the server was changed.',
            next: `Commit ${chosen.needs}, or name another file as \`requirements\`.`,
        });
    }
    const others = present.filter(({ file, locks }) => locks && file !== chosen.file).map(({ file }) => file);
    return {
        tool: chosen.tool,
        files: [
            chosen.file,
            ...(chosen.needs === undefined ? [] : [chosen.needs]),
            ...(chosen.reads ?? []).filter((file) => paths.has(file)),
        ],
        note: `Dependencies: ${chosen.file}${others.length > 0 ? `; ${others.join(' and ')} beside it plays no part` : ''}`,
    };
};
/** Chooses how the dependencies of a commit are installed, with all files that the choice includes. */
const readDependencies = async (source, requirements) => {
    const choice = chooseDependencies(new Set(source.files.map(({ path }) => path)), requirements);
    const [file] = choice.files;
    if (choice.tool === 'pyproject' && file !== undefined)
        requireDependencyList((await readFile(source, file)) ?? '');
    return choice.tool === 'pip' && file !== undefined
        ? { ...choice, files: await requirementFiles(source, file) }
        : choice;
};

;// CONCATENATED MODULE: ./lib/source/dockerfile.js

/** Makes sure that a commit holds the Dockerfile that it is to be built by. */
const requireDockerfile = ({ files }, dockerfile) => {
    if (files.some(({ path, mode }) => path === dockerfile && mode !== '120000'))
        return;
    throw new failure/* Failure */.H({
        what: `The Dockerfile ${dockerfile} is not in the commit`,
        where: 'dockerfile',
        why: 'The project is of type `dockerfile`, and the commit has no such file.',
        stands: 'Nothing on the server was changed.',
        next: 'Commit the file, or correct its name as `dockerfile` of the project.',
    });
};

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/source/resolve.js






const sha = /^[0-9a-f]{40}$/;
/**
 * Finds the commit to deploy on the runner: in the checkout, or fetched with the step's token when the project's
 * `repository` or `ref` is another one.
 */
const resolveSource = async (request) => {
    const { workspace, ref } = request;
    const isOwn = request.repository === undefined ||
        request.repository.toLowerCase() === request.ownRepository.toLowerCase();
    if (!isOwn)
        return fetchSource(request);
    const head = (await (0,git/* tryGit */.Ii)(['rev-parse', '--verify', '--quiet', 'HEAD'], { cwd: workspace }))?.trim();
    if (head === undefined) {
        throw new failure/* Failure */.H({
            what: 'There is no checkout to deploy',
            where: workspace,
            why: 'The workspace is not a git repository with a commit.',
            next: 'Put a step `uses: actions/checkout@v6` before this one.',
        });
    }
    if (ref === undefined || ref === 'HEAD' || ref === head)
        return readSource(workspace, head);
    // A full name never means another commit later; a branch's copy in the checkout may be old.
    if (sha.test(ref) &&
        (await (0,git/* tryGit */.Ii)(['cat-file', '-e', `${ref}^{tree}`], { cwd: workspace })) !== undefined) {
        return readSource(workspace, ref);
    }
    return fetchSource(request);
};
const addressOf = ({ repository, ownRepository, serverUrl }) => {
    const name = repository ?? ownRepository;
    return /^[^/:]+\/[^/:]+$/.test(name) ? `${serverUrl}/${name}` : name;
};
const fetchSource = async (request) => {
    const address = addressOf(request);
    const ref = request.ref ?? 'HEAD';
    const folder = await (0,external_node_fs_promises_.mkdtemp)((0,external_node_path_.join)(process.env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), 'jetee-source-'));
    // The token goes by the environment, where no list of processes shows it, and to GitHub alone.
    const credential = Buffer.from(`x-access-token:${request.token}`).toString('base64');
    const env = request.token && address.startsWith(`${request.serverUrl}/`)
        ? {
            GIT_CONFIG_COUNT: '1',
            GIT_CONFIG_KEY_0: `http.${request.serverUrl}/.extraheader`,
            GIT_CONFIG_VALUE_0: `Authorization: Basic ${credential}`,
        }
        : {};
    try {
        await (0,git/* git */.$Y)(['init', '--quiet', '--bare', folder], { cwd: folder });
        await (0,git/* git */.$Y)(['fetch', '--quiet', '--depth=1', '--no-tags', '--', address, ref], { cwd: folder, env });
    }
    catch (cause) {
        if (!(cause instanceof git/* GitError */.XS))
            throw cause;
        throw new failure/* Failure */.H({
            what: `The commit to deploy could not be fetched: ${ref} of ${request.repository ?? request.ownRepository}`,
            where: address,
            why: cause.message,
            stands: 'Nothing on the server was changed.',
            next: 'Check `repository` and `ref`. A private repository needs an input `token` that may read it (`contents: read`).',
        }, { cause });
    }
    return readSource(folder, 'FETCH_HEAD');
};

;// CONCATENATED MODULE: ./lib/stack/discovery.js


/** The image of the server's Consul. */
const consulImage = 'hashicorp/consul:1.22';
/**
 * What Consul is told: a server of its own, that nobody can join or ask anything of but names. Only DNS listens beside
 * the container's own loopback; services come from files alone, and only those may have checks that run a command.
 */
const agent = {
    node_name: layout/* consulContainer */.sx,
    server: true,
    bootstrap_expect: 1,
    // Also for ports that only newer versions open, and older ones do not know how to close.
    client_addr: '127.0.0.1',
    bind_addr: '127.0.0.1',
    addresses: { dns: '0.0.0.0' },
    ports: { dns: 53, http: -1, https: -1, grpc: -1, serf_wan: -1 },
    connect: { enabled: false },
    enable_local_script_checks: true,
    disable_update_check: true,
    // It is alone: no need to wait for others before it leads.
    performance: { raft_multiplier: 1 },
    log_level: 'warn',
};
/** The server's Consul. It keeps nothing: what it knows comes from files, whenever it starts. */
const consulStack = () => ({
    image: consulImage,
    spec: (0,stack_container/* withSpecLabel */.qy)({
        Image: consulImage,
        Cmd: ['agent', '-config-dir=/etc/jetee', `-hcl=${JSON.stringify(agent)}`],
        Hostname: layout/* consulContainer */.sx,
        Labels: { [layout/* labels */.WD.service]: 'consul' },
        StopTimeout: 5,
        HostConfig: {
            NetworkMode: layout/* discoveryNetwork */.Lh,
            Binds: [`${layout/* discoveryFolder */.x4}:/etc/jetee:ro`],
            Tmpfs: { '/consul/data': '' },
            RestartPolicy: { Name: 'always' },
            LogConfig: stack_container/* boundedLog */.KY,
            Sysctls: {
                // It stands in the networks of all projects, and is no way from one to another.
                'net.ipv4.ip_forward': '0',
                // It listens on port 53 without being root.
                'net.ipv4.ip_unprivileged_port_start': '0',
            },
        },
    }),
});

;// CONCATENATED MODULE: ./lib/stack/dockerfile.js


/** Debian packages of the tools that are not in Python's own. */
const toolPackages = {
    poetry: 'python3-poetry',
    pipenv: 'pipenv',
};
/** The Dockerfile of an image with supervisor; `cacheId` names the project's own cache of packages. */
const renderDockerfile = (image, programs, dependencies, cacheId) => {
    const tool = dependencies.tool && toolPackages[dependencies.tool];
    return (0,templates/* renderTemplate */.Xm)(image.template, {
        ...image.place,
        base: image.base,
        pythonVersion: image.pythonVersion ?? '',
        aptPackages: unique([
            ...image.aptPackages,
            ...programs.flatMap(({ aptPackages }) => aptPackages),
            ...(tool ? [tool] : []),
        ]),
        pipPackages: (0,shell_quote/* commandLine */.a)(unique(programs.flatMap(({ pipPackages = [] }) => pipPackages))),
        dependencies: { ...dependencies, tool: dependencies.tool ?? '' },
        pyprojectScript: (0,templates/* readTemplate */.xV)('pyproject.py'),
        buildSecrets: image.buildSecrets.map(({ name }) => name),
        cacheId,
    });
};
const unique = (words) => [...new Set(words)];

;// CONCATENATED MODULE: ./lib/stack/socket.js

/**
 * Name of the folder with the web socket, within the folders that nginx sees of each release of a project: keyed with the
 * project's own random key, so that nobody else knows it. nginx follows a symbolic link in place of a socket, and whoever
 * is root in a container can make one; it leads to no other project, as the way there cannot be written down. Short enough
 * for the socket's path, which Linux ends at 107 bytes.
 */
const socketFolder = (key) => (0,external_node_crypto_.createHmac)('sha256', key).update('web socket').digest('hex').slice(0, 20);

;// CONCATENATED MODULE: ./lib/stack/release.js







/** The desired release for an input. */
const releaseStack = (input) => {
    const { configuration } = input;
    const { project, primary } = configuration;
    const image = project.type.image(project.settings, primary.baseImage);
    const supervised = image.kind === 'supervised' ? image : undefined;
    const programs = programStacks(project, image);
    const web = programs.find((program) => program.web)?.web;
    const port = image.kind === 'supervised' ? (web?.kind === 'port' ? web.port : undefined) : image.port;
    const keyed = (text) => (0,stack_container/* keyedHash */.N_)(text, input.key);
    const tasks = {
        before: [
            ...image.tasks.map((task) => ({ ...task, deadlineSeconds: project.releaseTasks.deadlineSeconds })),
            ...project.releaseTasks.beforeSwitch,
        ],
        after: project.releaseTasks.afterSwitch,
    };
    const stack = {
        digest: input.digest,
        image,
        dockerfile: supervised && renderDockerfile(supervised, programs, input.dependencies, keyed('build cache')),
        mount: supervised ? mountFiles(supervised, programs, [...tasks.before, ...tasks.after]) : {},
        env: environment(input, image, port),
        programs,
        tasks,
        helpers: supervised ? programs.filter((program) => !program.web).flatMap(supervisorNames) : [],
        hasWeb: hasWebProcess(image, programs),
        socketFolder: socketFolder(input.key),
        port,
    };
    const parts = {
        // A given image is not made from the commit.
        tree: image.kind === 'image' ? undefined : input.tree,
        dockerfile: stack.dockerfile,
        mount: stack.mount,
        env: withoutSecrets(input, stack.env, keyed),
        image,
        programs,
        tasks,
        limits: primary.limits,
        volumes: primary.volumes,
        containers: containerParts(configuration, stack),
    };
    return { ...stack, parts, hash: keyed((0,stack_container/* canonicalJson */.dj)(parts)) };
};
/** What the containers of a release are, less what other parts hold. */
const containerParts = (configuration, stack) => ({
    ...Object.fromEntries(releaseContainers(configuration, stack, { number: 0, commit: '', address: undefined }).map(({ name, spec: { Env, ...spec } }) => [name, spec])),
    ...(stack.port !== undefined && { 'door.conf': doorConf('', stack.port) }),
});
/** The environment with keyed hashes for the project's secrets, and for what holds a service's password. */
const withoutSecrets = ({ services, secrets }, env, keyed) => {
    const hides = (name, value) => Object.hasOwn(secrets, name) ||
        services.some(({ identity: { password } }) => [password, encodeURIComponent(password)].some((form) => form !== '' && value.includes(form)));
    return Object.fromEntries(Object.entries(env).map(([name, value]) => [
        name,
        hides(name, value) ? { 'keyed hash': keyed(value) } : value,
    ]));
};
/** What supervisor sets of a program's user, and nobody of a task's; its home both have. */
const taskUser = { USER: 'app', LOGNAME: 'app' };
/** What supervisor and the commands that run beside it read. */
const mountFiles = (image, programs, tasks) => {
    const { location } = image.place;
    return {
        'entrypoint.sh': (0,templates/* renderTemplate */.Xm)('entrypoint.sh', { ...image, ...logPipes(programs, tasks) }),
        'supervisord.conf': (0,templates/* renderTemplate */.Xm)('supervisord.conf', { programs, location }),
        ...logFiles(),
        ...Object.assign({}, ...programs.map(({ files }) => files)),
        ...Object.fromEntries(programs.map((program) => [`commands/${program.name}`, programScript(program, location)])),
        ...Object.fromEntries(tasks.map(({ name, command }) => [
            `tasks/${name}`,
            programScript({ env: taskUser, command }, location),
        ])),
    };
};
/** The environment of every process, task and shell of the project; what stands later wins. */
const environment = ({ configuration, services, secrets }, image, port) => {
    const databaseUrl = services.find(({ container }) => container.databaseUrl)?.container.databaseUrl;
    return {
        ...(image.kind !== 'supervised' && port !== undefined && { PORT: String(port) }),
        [image.configurationVariable]: configuration.name,
        ...Object.assign({}, ...services.map(({ container }) => container.projectEnv)),
        ...(databaseUrl && { DATABASE_URL: databaseUrl }),
        ...configuration.primary.envVariables,
        ...configuration.project.envVariables,
        ...secrets,
    };
};

;// CONCATENATED MODULE: ./lib/stack/site.js






/** The page that nginx shows in place of the site while it is there, in the project's folder below `www`. */
const maintenanceFile = 'jetee-maintenance.html';
/**
 * The site of a project; its first lines say in JSON whose it is, for the next project that wants the same name.
 * `files` says what nginx finds in the project's folder.
 */
const siteStack = ({ projectName, serverNames, site }, ipv6, files) => {
    const names = (0,site_names/* siteNames */.qf)(serverNames, site.redirectWww);
    const specification = {
        server_names: serverNames,
        max_body_size: site.maxBodySize,
        timeout: site.timeoutSeconds,
        redirect_www: site.redirectWww,
        headers: site.headers,
    };
    const meta = (0,stack_container/* canonicalJson */.dj)({ project: projectName, serverNames: (0,site_names/* allNames */.QB)(names), specification });
    const conf = (0,templates/* renderTemplate */.Xm)('site.conf', {
        project: projectName,
        meta: meta.match(/.{1,1000}/g) ?? [],
        ...names,
        maxBodySize: site.maxBodySize,
        timeoutSeconds: site.timeoutSeconds,
        headers: givenHeaders(site.headers),
        ...fileHeaders(projectName, site.headers),
        maintenance: { path: `/${maintenanceFile}`, headers: maintenanceHeaders(site.headers) },
        www: `${layout/* www */.gf}/${projectName}`,
        files,
        ipv6,
    });
    return { names, serverNames: (0,site_names/* allNames */.QB)(names), specification, conf, hash: (0,stack_front/* sha256 */.sc)(conf) };
};

;// CONCATENATED MODULE: ./lib/commands/secrets.js

/** Takes all secrets of a configuration from the environment of the step; those that are missing are named at once. */
const readSecrets = ({ name, project, services }, image, env, file) => {
    const buildSecrets = image.kind === 'image' ? [] : image.buildSecrets;
    const password = image.kind === 'image' ? image.registry?.password : undefined;
    const given = services.flatMap(({ name: service, common: { password: from } }) => from === undefined ? [] : [{ service, from }]);
    const groups = {
        secrets: project.secrets.map(({ from }) => from),
        build_secrets: buildSecrets.map(({ from }) => from),
        'registry.password': password === undefined ? [] : [password],
        ...Object.fromEntries(given.map(({ service, from }) => [`secondary_services.${service}.password`, [from]])),
    };
    const missing = [...new Set(Object.values(groups).flat())].filter((variable) => !env[variable]);
    if (missing.length > 0) {
        const keys = Object.entries(groups).filter(([, names]) => names.some((from) => missing.includes(from)));
        throw new failure/* Failure */.H({
            what: missing.length === 1
                ? `The secret ${missing[0]} is missing`
                : `Secrets are missing: ${missing.join(', ')}`,
            where: `${file}, configuration ${name}, ${keys.map(([key]) => key).join(' and ')}`,
            why: 'The environment of the step has no such variable, or an empty one.',
            stands: 'Nothing on the server was changed.',
            next: `Add to the step:\n${['env:', ...missing.map((variable) => `  ${variable}: \${{ secrets.${variable} }}`)].join('\n')}`,
        });
    }
    const unfit = given.find(({ from }) => !isPassword(env[from] ?? ''));
    if (unfit)
        throw unfitPassword(unfit, `${file}, configuration ${name}`);
    const take = (names) => Object.fromEntries(names.map((secret) => [secret.name, env[secret.from] ?? '']));
    return {
        variables: take(project.secrets),
        build: take(buildSecrets),
        registryPassword: password === undefined ? undefined : env[password],
        servicePasswords: Object.fromEntries(given.map(({ service, from }) => [service, env[from] ?? ''])),
    };
};
/** Whether a text can be a password everywhere: in an address, in SQL and in the configuration of each service. */
const isPassword = (text) => /^[!-~]{1,128}$/.test(text) && !/['"`\\]/.test(text);
const unfitPassword = ({ service, from }, place) => new failure/* Failure */.H({
    what: `The secret ${from} cannot be the password of ${service}`,
    where: `${place}, secondary_services.${service}.password`,
    why: 'A password is of 1 to 128 printable ASCII characters, without blanks, line breaks, quotes and backslashes: not each service takes these.',
    stands: 'Nothing on the server was changed.',
    next: `Choose another one, such as \`openssl rand -base64 24\` makes, and store it without a line break at its end. Data that has an unfit one already gets the new one by the command that the next run tells.`,
});
/** Every value among the secrets. */
const secretValues = ({ variables, build, registryPassword, servicePasswords, }) => [
    ...Object.values(variables),
    ...Object.values(build),
    ...Object.values(servicePasswords),
    ...(registryPassword === undefined ? [] : [registryPassword]),
];

;// CONCATENATED MODULE: ./lib/commands/prepare.js













/** Reads secrets and commit; `name` is the command's, for the log. */
const prepare = async (name, target, invocation, { progress, mask }) => {
    const { configuration, access } = target;
    const { project, primary } = configuration;
    const image = project.type.image(project.settings, primary.baseImage);
    const secrets = readSecrets(configuration, image, invocation.env, target.file);
    for (const secret of secretValues(secrets))
        mask(secret);
    progress.note(`${name}: ${configuration.name} of ${invocation.repository} to ${access.username}@${access.host}:${access.port}`);
    const source = await resolveSource({
        ...invocation,
        repository: project.repository,
        ref: project.ref,
        ownRepository: invocation.repository,
    });
    progress.note(`Commit ${source.commit.slice(0, 12)}: ${source.subject}`);
    const dependencies = await inspectSource(source, image, progress);
    return { target, invocation, source, image, secrets, dependencies };
};
/** Looks for what a project's image needs of the commit, and says what it found. */
const inspectSource = async (source, image, progress) => {
    if (image.kind === 'dockerfile')
        requireDockerfile(source, image.dockerfile);
    if (image.kind !== 'supervised')
        return { tool: undefined, files: [] };
    const { note, ...dependencies } = await readDependencies(source, image.requirements);
    progress.note(note);
    return dependencies;
};
/**
 * What the tag of a given image names now; undefined for other projects, or when nobody says. A server without Docker
 * cannot be asked yet.
 */
const imageDigest = async ({ image, secrets }, engine, { host }, { progress, signal }) => {
    if (image.kind !== 'image' || !host.hasDocker || host.isDockerHalfway)
        return undefined;
    const login = loginOf(image, secrets.registryPassword);
    const digest = await resolveDigest(engine, image.image, login, signal);
    if (digest === undefined)
        progress.note(`No news of ${image.image} from its registry: what is on the server counts`);
    return digest;
};
/** What the server should be, by what was prepared and what the server has; new passwords are made, and all are masked. */
const desiredState = ({ target: { configuration }, invocation, source, image, secrets, dependencies }, { host }, digest, mask) => {
    const credentials = completeCredentials(host, configuration.services.flatMap(({ name, type }) => (type.password === 'nothing' ? [] : [name])), secrets.servicePasswords);
    for (const password of Object.values(credentials.passwords))
        mask(password);
    const services = serviceStacks(configuration, credentials.passwords, credentials.key);
    const release = releaseStack({
        configuration,
        services,
        secrets: secrets.variables,
        key: credentials.key,
        tree: source.tree,
        dependencies,
        digest,
    });
    // What knows it leads from one project to another: it stands in texts that a plan shows line by line.
    mask(release.socketFolder);
    const files = {
        static: image.staticLocation !== undefined,
        media: image.mediaLocation !== undefined,
        socketFolder: release.socketFolder,
    };
    return {
        credentials,
        desired: {
            project: configuration.projectName,
            owner: { repository: invocation.repository, configuration: configuration.name },
            front: (0,stack_front/* frontStack */.Qb)(host.hasIpv6),
            consul: configuration.discovery === 'consul' ? consulStack() : undefined,
            services,
            site: release.hasWeb ? siteStack(configuration, host.hasIpv6, files) : undefined,
            entrance: release.hasWeb ? entranceStack(configuration, files) : undefined,
            release,
        },
    };
};

;// CONCATENATED MODULE: ./lib/commands/superseded.js
/**
 * The release that is live, when a newer run of a workflow has made it: what an older one brings, it has overtaken. A
 * run that somebody runs again is meant as it is, and so is one from a terminal.
 */
const newerRelease = (run, { current, releases }) => {
    if (!run || run.attempt > 1)
        return undefined;
    return releases.find(({ number, record }) => number === current && (record?.run ?? 0) > run.id);
};
/** What comes of a run that a newer one has overtaken: the newer one's release stays. */
const superseded = ({ number, record }, { serverUrl, repository }) => ({
    kind: 'done',
    sentence: `Superseded: release ${number}, commit ${record?.commit.slice(0, 12)}, was made by a newer run, ${serverUrl}/${repository}/actions/runs/${record?.run}. It stays live, and this run has changed nothing; run again, it deploys its own commit.`,
    changed: false,
    release: number,
});

// EXTERNAL MODULE: ./lib/commands/target.js + 12 modules
var commands_target = __webpack_require__(6552);
;// CONCATENATED MODULE: ./lib/commands/deploy.js












/** Runs `build …` or `update …`: from what was asked for to what the server then is. */
const deploy = async (command, target, invocation, observer) => {
    const begun = performance.now();
    const { progress } = observer;
    const { configuration } = target;
    const prepared = await prepare(command.name, target, invocation, observer);
    const { source, image } = prepared;
    const hasWeb = hasWebProcess(image, programStacks(configuration.project, image));
    observer.announce?.(deployNews(command.name, target, invocation, { commit: source.commit, hasWeb }));
    await using server = await (0,commands_target/* openTarget */.Ap)(target, invocation, observer, invocation.lockSeconds);
    const { session, facts } = server;
    const newer = newerRelease(invocation.run, facts.host);
    if (newer)
        return superseded(newer, invocation);
    observer.stage('working');
    const digest = await imageDigest(prepared, session.engine, facts, observer);
    const { desired, credentials } = desiredState(prepared, facts, digest, observer.mask);
    preflight(desired, facts, command.scope, session.where);
    const steps = makePlan(desired, facts, command.scope);
    for (const warning of isolationWarnings(facts))
        progress.warn(warning);
    if (facts.host.maintenance)
        progress.warn('Maintenance is on: visitors get its page until `maintenance off`, also for this release');
    const context = {
        session,
        configuration,
        source,
        current: facts.host.current,
        buildSecrets: prepared.secrets.build,
        registryPassword: prepared.secrets.registryPassword,
        actor: invocation.actor,
        runUrl: invocation.runUrl,
        run: invocation.run?.id,
        credentials,
        engineFacts: facts.engine,
        services: desired.services,
    };
    const number = steps.map(({ action }) => ('number' in action ? action.number : undefined)).find(Boolean);
    await carryOut(steps, {
        context,
        number,
        perform: (action, own, stepSignal) => perform(action, { ...context, progress: own, signal: stepSignal }),
    }, observer);
    if (steps.length === 0)
        progress.note('Everything is as it should be: nothing was changed');
    return {
        kind: 'deployed',
        outcome: outcome(command.name, configuration, source, session, observer, {
            changed: steps.length > 0,
            release: number ?? facts.host.current,
            previous: facts.host.current,
            hasWeb,
            milliseconds: performance.now() - begun,
        }),
    };
};
/** What is told of a run that went well. */
const outcome = (command, configuration, source, session, { progress }, facts) => ({
    command,
    configuration: configuration.name,
    project: configuration.projectName,
    where: session.where,
    changed: facts.changed,
    release: facts.release,
    ...(facts.previous !== facts.release && { previousRelease: facts.previous }),
    ...(facts.copyOf !== undefined && { copyOf: facts.copyOf }),
    commit: source.commit,
    subject: source.subject,
    author: source.author,
    urls: facts.hasWeb ? (0,site_names/* siteUrls */.kB)(configuration) : [],
    services: serviceList(configuration),
    preview: configuration.preview?.number,
    timings: progress.timings,
    milliseconds: facts.milliseconds,
    warnings: progress.warnings,
});

;// CONCATENATED MODULE: ./lib/plan/remains.js

/** What a server has of a project with these secondary services. */
const remainsOf = (project, services, facts) => {
    const { host, engine } = facts;
    const isOwn = ({ labels: own }) => own[layout/* labels */.WD.project] === project;
    const containers = engine.containers
        .filter(isOwn)
        .map(({ name }) => name)
        .sort();
    const site = host.sites.find((other) => other.project === project)?.serverNames;
    const volumes = engine.volumes
        .filter(isOwn)
        .map(({ name }) => name)
        .sort();
    const data = new Set(services.map((service) => (0,layout/* dataVolume */.$u)(project, service)));
    const unlabelled = engine.volumes
        .filter(({ name, labels: own }) => own[layout/* labels */.WD.project] === undefined && data.has(name))
        .map(({ name }) => name);
    return {
        project,
        containers,
        site,
        releases: host.releases.map(({ number }) => number),
        volumes,
        unlabelled,
        isThere: containers.length > 0 ||
            site !== undefined ||
            host.releases.length > 0 ||
            host.sequence > 0 ||
            host.current !== undefined ||
            Object.keys(host.registrations).length > 0 ||
            engine.networks.some((network) => network.project === project) ||
            (host.firewall?.networks.some(({ bridge }) => bridge === (0,layout/* bridgeName */.db)(project)) ?? false),
        hasData: host.owner !== undefined || volumes.length > 0,
        keepsPasswords: unlabelled.length > 0 || !host.hasDocker,
        hasNeighbours: host.sites.some((other) => other.project !== project) ||
            engine.networks.some((other) => other.project !== undefined && other.project !== project),
    };
};
/** What goes, a line each. */
const goingLines = (remains, withVolumes) => {
    const { project, containers, site, releases, volumes } = remains;
    return [
        ...(site ? [`the site in nginx: ${site.join(', ') || 'all names'}`] : []),
        ...(containers.length > 0 ? [`containers: ${containers.join(', ')}`] : []),
        ...(releases.length > 0 ? [`releases, with their images and files: ${releases.join(', ')}`] : []),
        ...(remains.isThere
            ? [`the network ${(0,layout/* networkName */.uv)(project)}, what Consul knows of the project, its files in ${layout/* root */.zr}`]
            : []),
        ...(withVolumes
            ? [
                `data: ${[...volumes.map((name) => `the volume ${name}`), 'uploaded files'].join(', ')}${remains.keepsPasswords ? '' : ', the services’ passwords'}`,
            ]
            : []),
    ];
};
/** What stays, a line each. */
const stayingLines = (remains, withVolumes) => {
    const { project, volumes, unlabelled, hasNeighbours } = remains;
    const passwords = `${layout/* root */.zr}/projects/${project}`;
    return [
        ...(withVolumes
            ? []
            : [
                `data: ${[...volumes, ...unlabelled].map((name) => `the volume ${name}, `).join('')}uploaded files (${layout/* root */.zr}/www/${project}/media); the passwords that open it, and whose the name is (${passwords}). \`build all\` brings the project back with it, \`destroy --volumes\` removes it`,
            ]),
        ...(withVolumes && remains.keepsPasswords
            ? [
                `passwords (${passwords}), as data stays that they may open: ${unlabelled.length > 0 ? `${unlabelled.join(', ')} without a label of ours` : 'without Docker, no volume can be removed'}`,
            ]
            : []),
        ...(hasNeighbours
            ? ['what the server’s projects share: Docker, jetee-nginx, jetee-consul']
            : [
                'what projects share: Docker, jetee-nginx, jetee-consul. No other project is on the server; `docker rm -f jetee-nginx jetee-consul` there removes the two',
            ]),
    ];
};

// EXTERNAL MODULE: external "node:readline/promises"
var external_node_readline_promises_ = __webpack_require__(6848);
;// CONCATENATED MODULE: ./lib/commands/confirm-destroy.js


const untouched = 'Nothing on the server was changed.';
/** Refuses a name that is not the project's: it is given to be sure which project is meant. */
const expectName = (given, project) => {
    if (given === project)
        return;
    throw new failure/* Failure */.H({
        what: `The project is not ${JSON.stringify(given)}`,
        why: `The configuration’s project is ${project}, and a removal wants its name to be sure.`,
        stands: untouched,
        next: `If ${project} is meant, write \`--confirm ${project}\`; if not, choose another configuration (\`-n\`).`,
    });
};
/** Has whoever sits before a terminal type the project's name; where nobody does, the line has to say it. */
const confirmDestroy = async ({ volumes }, project, lines, { console: { input, errors, isTerminal }, signal }) => {
    if (!isTerminal) {
        throw new failure/* Failure */.H({
            what: `The removal of ${project} is not confirmed`,
            why: lines.join('\n'),
            stands: untouched,
            next: `To remove it, write \`destroy${volumes ? ' --volumes' : ''} --confirm ${project}\`.`,
        });
    }
    errors.write(`${lines.join('\n')}\n`);
    const asking = (0,external_node_readline_promises_.createInterface)({ input, output: errors, terminal: true, historySize: 0 });
    asking.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    const ended = Promise.withResolvers();
    asking.once('close', () => ended.resolve(''));
    try {
        const question = asking.question(`Type the project’s name to remove it (${project}): `, { signal });
        expectName((await Promise.race([question, ended.promise])).trim(), project);
    }
    catch (error) {
        signal.throwIfAborted();
        throw error;
    }
    finally {
        asking.close();
    }
};

;// CONCATENATED MODULE: ./lib/stack/removal-scripts.js
/**
 * The scripts that remove a project, part by part and in this order. A run does one part after the other; what is done
 * on the server itself, when a preview's time is over, is made of the same.
 */
const removalScripts = {
    /** Takes the site out of nginx; only where that runs. */
    site: ['site'],
    /** Stops and removes the containers; only where there is Docker. */
    containers: ['destroy-containers'],
    /** Has Consul forget the project. */
    discovery: ['unregister'],
    /** Removes releases and network. */
    releases: ['wipe', 'destroy-releases'],
    /** Has the kernel forget the network; only where it was told of it. */
    isolation: ['isolation'],
    /** Removes data and files, and the lock. */
    files: ['wipe', 'destroy-files'],
};

;// CONCATENATED MODULE: ./lib/commands/removals.js






/** Milliseconds for containers to stop: requests and jobs under way get their time to end. */
const stopping = 1_800_000;
/**
 * The removal of a project in parts, one after the other. Each may be interrupted and done again, and what is left at
 * any point is seen by the next run: as a removal to be completed, or as a project to be built.
 */
const removals = ({ host, engine }, options) => {
    const args = { VOLUMES: options.volumes ? 'yes' : '', HELPER_IMAGE: stack_front/* nginxImage */.yU };
    const script = (title, scripts, more = {}) => async ({ session, progress, signal }) => {
        await (0,server_scripts/* runStepScript */.V)(session, {
            scripts,
            title,
            progress,
            signal,
            deadlineMs: stopping,
            args: { ...args, ...more },
            onMark: (mark, rest) => mark === 'stays' && options.onStays(rest),
        });
    };
    return [
        ...((0,engine_facts/* nginxRuns */.zF)(engine)
            ? [
                {
                    title: 'Take the site out of nginx',
                    reason: 'visitors come first',
                    run: (context) => setUpSite(context, undefined),
                },
            ]
            : []),
        ...(host.hasDocker
            ? [
                {
                    title: 'Stop and remove the containers',
                    reason: 'requests and jobs under way come to their end',
                    run: script('Removing the containers', removalScripts.containers),
                },
            ]
            : []),
        {
            title: 'Take the project out of Consul',
            reason: 'nobody asks for it any more',
            run: script('Taking the project out of Consul', removalScripts.discovery),
        },
        {
            title: 'Remove releases and network',
            reason: 'nothing runs in them any more',
            run: script('Removing releases and network', removalScripts.releases),
        },
        ...(host.hasDocker && host.firewall
            ? [{ title: 'Remove the network’s rules', reason: 'the network is gone', run: keepApart }]
            : []),
        {
            title: options.volumes ? 'Remove data and files' : 'Remove files',
            reason: options.volumes ? '--volumes' : 'data stays',
            run: script('Removing files', removalScripts.files, {
                KEEP: !options.volumes || options.keepsPasswords ? 'yes' : '',
                AUDIT: options.audit,
            }),
        },
    ];
};

;// CONCATENATED MODULE: ./lib/commands/removal.js





/** Removes a project, part by part; gives what was removed and what stays, a line each. */
const removeProject = async ({ session, facts }, { configuration, remains, volumes, first = [], again }, { actor, runUrl }, { progress, signal, stage }) => {
    const left = [];
    stage('working');
    const parts = removals(facts, {
        volumes,
        keepsPasswords: remains.keepsPasswords,
        audit: (0,release_release/* auditLine */.kk)({ session, configuration, actor, runUrl }, undefined, 'destroyed'),
        onStays: (what) => left.push(what),
    });
    for (const { title, reason, run } of [...first, ...parts]) {
        const step = progress.begin(title, reason);
        try {
            await run({ session, progress: step, signal: AbortSignal.any([signal, session.lost]) });
            step.end('done');
        }
        catch (error) {
            step.end(signal.aborted ? 'cancelled' : 'failed');
            // What is left is no release half-made: another removal clears it, and not the next stage.
            stage('ended');
            throw halfGone(error, title, session.where, again);
        }
    }
    return [
        ...goingLines(remains, volumes).map((line) => `Removed: ${line}`),
        ...left.map((what) => `Stays: the image ${what}, as somebody else’s container uses it`),
        ...stayingLines(remains, volumes).map((line) => `Stays: ${line}`),
    ];
};
const halfGone = (error, title, where, again) => {
    const stands = 'What was removed before is gone; everything else is as it was.';
    if (error instanceof client/* EngineError */.N || error instanceof failure/* Failure */.H) {
        const details = error instanceof failure/* Failure */.H ? error.details : { what: `${title} failed`, why: error.message };
        const next = `See to the cause, and ${again}`;
        return new failure/* Failure */.H({ ...details, where: details.where ?? where, stands, next }, { cause: error });
    }
    return error;
};

;// CONCATENATED MODULE: ./lib/commands/destroy.js






/**
 * Removes the project from its server. The server is read first without the lock, so that nothing is touched before it
 * is sure what is meant.
 */
const destroy = async (command, target, invocation, observer) => {
    const { configuration } = target;
    const { volumes, confirm } = command;
    if (confirm !== undefined)
        expectName(confirm, configuration.projectName);
    const found = (facts, where) => {
        expectOwner(facts, target, invocation, where);
        const services = configuration.services.map(({ name }) => name);
        return remainsOf(configuration.projectName, services, facts);
    };
    const { facts, where } = await (0,commands_target/* readTarget */._E)(target, observer, async () => undefined);
    const remains = found(facts, where);
    if (!remains.isThere && !(volumes && remains.hasData))
        return nothingThere(remains, where);
    const going = goingLines(remains, volumes).map((line) => `Goes: ${line}`);
    const staying = stayingLines(remains, volumes).map((line) => `Stays: ${line}`);
    if (invocation.dryRun) {
        const sentence = `\`destroy\` would remove ${configuration.projectName} from ${where}; nothing was changed`;
        return { kind: 'done', sentence, lines: [...going, ...staying], changed: false };
    }
    if (confirm === undefined)
        await confirmDestroy(command, configuration.projectName, [...going, ...staying], observer);
    return remove(command, target, invocation, observer, found);
};
/** Removes the project under its lock, by what is there then. */
const remove = async ({ volumes }, target, invocation, observer, found) => {
    const { configuration } = target;
    observer.announce?.(removalNews('destroy', target));
    await using server = await (0,commands_target/* openTarget */.Ap)(target, invocation, observer, invocation.lockSeconds);
    const { where } = server.session;
    const remains = found(server.facts, where);
    const lines = await removeProject(server, {
        configuration,
        remains,
        volumes,
        again: 'run `destroy` again: it goes on where this one stopped. `build all` brings the project back.',
    }, invocation, observer);
    return {
        kind: 'done',
        sentence: `Removed ${configuration.projectName} (${configuration.name}) from ${where}`,
        lines,
        changed: true,
    };
};
const nothingThere = ({ project, hasData }, where) => ({
    kind: 'done',
    sentence: `There is no project ${project} on ${where}: nothing was removed`,
    lines: hasData
        ? [`Its data is there, with the passwords that open it: \`destroy --volumes\` removes it`]
        : [],
    changed: false,
});
/** Refuses a project of somebody else, or of another configuration. */
const expectOwner = ({ host: { owner } }, { configuration }, { repository }, where) => {
    if (!owner || (owner.repository === repository && owner.configuration === configuration.name))
        return;
    throw new failure/* Failure */.H({
        what: `The project ${configuration.projectName} on the server is somebody else’s`,
        where,
        why: `It belongs to ${owner.repository}, configuration ${owner.configuration}; this is ${repository}, configuration ${configuration.name}.`,
        stands: 'Nothing on the server was changed.',
        next: 'It can be destroyed from there. If another project is meant, correct `project_name`.',
    });
};

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./lib/server/lock.js
var lock = __webpack_require__(524);
// EXTERNAL MODULE: ./lib/server/look.js
var look = __webpack_require__(1736);
;// CONCATENATED MODULE: ./lib/logs/line.js
const newline = 10;
/** Characters of a time, as Docker writes it. */
const timeLength = 30;
/** Docker cuts what a process prints into pieces of this many bytes, and gives each a time of its own. */
const pieceBytes = 16_384;
/** Bytes that the name before a line may have had. */
const longestName = 100;
const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z $/;
/** Reads a line as `logs.sh` prints it; undefined for one that is none. */
const parseLine = (line) => {
    if (!timePattern.test(line.toString('latin1', 0, timeLength + 1)))
        return undefined;
    const releaseEnd = line.indexOf(' ', timeLength + 1);
    const nameEnd = line.indexOf(' ', releaseEnd + 1);
    if (releaseEnd < 0 || nameEnd < 0)
        return undefined;
    return {
        time: line.toString('latin1', 0, timeLength),
        release: Number(line.toString('latin1', timeLength + 1, releaseEnd)),
        name: line.toString('latin1', releaseEnd + 1, nameEnd),
        text: joinPieces(line.subarray(nameEnd + 1)),
    };
};
/**
 * A long line without the times that Docker's command puts before each piece of it. The first piece may have lost the
 * name that its process's line began with.
 */
const joinPieces = (text) => {
    const parts = [];
    let rest = text;
    for (;;) {
        const from = pieceBytes - (parts.length === 0 ? longestName : 0);
        const at = findTime(rest, from, pieceBytes);
        if (at === undefined)
            return Buffer.concat([...parts, rest]);
        parts.push(rest.subarray(0, at));
        rest = rest.subarray(at + timeLength + 1);
    }
};
const findTime = (text, from, to) => {
    for (let at = from; at <= to && at < text.length; at++)
        if (text[at + timeLength] === 32 && timePattern.test(text.toString('latin1', at, at + timeLength + 1)))
            return at;
    return undefined;
};
/** Gives the lines of a stream, without their ends; what stands behind the last end is a line too. */
async function* linesOf(chunks) {
    const rest = [];
    for await (const chunk of chunks) {
        let start = 0;
        for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
            const piece = chunk.subarray(start, end);
            yield rest.length > 0 ? Buffer.concat([...rest.splice(0), piece]) : piece;
            start = end + 1;
        }
        if (start < chunk.length)
            rest.push(chunk.subarray(start));
    }
    if (rest.length > 0)
        yield Buffer.concat(rest);
}

;// CONCATENATED MODULE: ./lib/logs/backlog.js





/** Asks for what was logged so far, by one script that reads every log and puts them in order. */
const readBacklog = (connection, request, follow, signal) => {
    let until = 0;
    const read = async function* () {
        const channel = await (0,look/* startReading */.B)(connection, request.project, ['logs'], backlogArgs(request, follow), signal);
        const errors = (0,consumers_.text)(channel.stderr);
        let denied;
        for await (const line of linesOf(channel.stdout)) {
            const parsed = parseLine(line);
            if (parsed)
                yield parsed;
            else if (line.length < 1000) {
                const [word, rest] = /^(@until|denied) (.*)$/.exec(line.toString())?.slice(1) ?? [];
                if (word === '@until')
                    until = Number(rest);
                if (word === 'denied')
                    denied = rest;
            }
        }
        const { code } = await channel.done;
        if (until === 0)
            throw (0,lock/* refusal */.x)(connection, code, denied, await errors);
        if (code === 0)
            return;
        throw new failure/* Failure */.H({
            what: 'The logs on the server could not be read',
            where: connection.where,
            why: `The script ended with status ${code}.`,
            output: (await errors).trim().split('\n'),
        });
    };
    return { until: () => until, lines: read() };
};
const backlogArgs = ({ of, isSupervised, names, hosts, since, lines }, follow) => ({
    OF: of.kind === 'service' ? of.name : of.kind,
    SUPERVISED: isSupervised ? 'yes' : '',
    NAMES: names ? ` ${names.join(' ')} ` : '',
    HOSTS: hosts.join(' '),
    SINCE: since?.kind === 'time' ? since.utc : '',
    AGE: since?.kind === 'age' ? String(since.seconds) : '',
    LINES: lines === undefined ? '' : String(lines),
    FOLLOW: follow ? 'yes' : '',
});

;// CONCATENATED MODULE: ./lib/logs/frames.js
const headerBytes = 8;
const frames_newline = 10;
/**
 * Reads the engine's stream of a container's log with times. It comes in frames: a header with the output (1 or 2) in the
 * first byte and the length in the last four, then a time, a space, and a line, or a piece of one without its end.
 */
async function* readFrames(chunks) {
    /** What has come of a line that has not ended, by its output. */
    const open = new Map();
    for await (const { output, content } of frames_frames(chunks)) {
        const space = content.indexOf(' ');
        if (space < 0)
            continue;
        const line = open.get(output) ?? { time: content.toString('latin1', 0, space), pieces: [] };
        const ends = content.at(-1) === frames_newline;
        line.pieces.push(content.subarray(space + 1, ends ? -1 : undefined));
        if (!ends) {
            open.set(output, line);
            continue;
        }
        open.delete(output);
        yield { time: line.time, text: Buffer.concat(line.pieces) };
    }
    for (const { time, pieces } of open.values())
        yield { time, text: Buffer.concat(pieces) };
}
async function* frames_frames(chunks) {
    let rest = Buffer.alloc(0);
    for await (const chunk of chunks) {
        rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
        while (rest.length >= headerBytes) {
            const end = headerBytes + rest.readUInt32BE(4);
            if (rest.length < end)
                break;
            yield { output: rest[0] ?? 0, content: rest.subarray(headerBytes, end) };
            rest = rest.subarray(end);
        }
    }
}

;// CONCATENATED MODULE: ./lib/logs/names.js
/** What the name of a release's container says: `shop-celery-7-2` is `celery-1` of release 7. As `logs.sh` reads it. */
const nameInRelease = (container, project, release) => {
    if (!container.startsWith(`${project}-`))
        return undefined;
    const part = container.slice(project.length + 1);
    const name = part.endsWith(`-${release}`)
        ? part.slice(0, -`-${release}`.length)
        : part.replace(new RegExp(`-${release}-(\\d+)$`), (_, copy) => `-${Number(copy) - 1}`);
    return name === part ? undefined : name.replace(/^task-/, '');
};
/** A line of a container: whose it is, and its text; undefined when it is not wanted. */
const attribute = ({ name, isNamed }, text, { of, names, project, hosts }) => {
    const head = text.toString('latin1', 0, 48);
    const [prefix = '', process] = (isNamed && /^([a-z0-9-]{1,38}) \| /.exec(head)) || [];
    if (of.kind === 'site') {
        if (head.startsWith(`${project} `))
            return { name, text: text.subarray(project.length + 1) };
        return hosts.some((host) => text.includes(`, server: ${host},`)) ? { name, text } : undefined;
    }
    const own = process ?? name;
    if (names && !names.includes(own))
        return undefined;
    return { name: own, text: text.subarray(prefix.length) };
};

;// CONCATENATED MODULE: ./lib/logs/follow.js




/** Seconds that a stream may stay open: 24 days, as many as a timer takes. */
const forever = 2_000_000;
/**
 * Follows the logs of all containers that a request is about from a time on, in seconds since 1970; of those as well that
 * start later, and of those that start again. Gives each line to `tell`, and asks for no more before it is taken. Ends
 * only by the signal, or when the engine does.
 */
const followLogs = async (engine, request, since, tell, signal) => {
    /** Of each container that is being followed: whether it has started again meanwhile. */
    const active = new Map();
    /** Time of the last line of each container. */
    const last = new Map();
    const failed = Promise.withResolvers();
    failed.promise.catch(() => { });
    const followOnce = async (container) => {
        const seen = last.get(container.id) ?? '';
        const body = await engine.read({
            method: 'GET',
            path: `/containers/${container.id}/logs`,
            query: {
                follow: '1',
                stdout: '1',
                stderr: '1',
                timestamps: '1',
                since: seen ? unixTime(seen) : String(since),
            },
            deadlineSeconds: forever,
            signal,
        });
        for await (const { time, text } of readFrames(body)) {
            // A container that has started again repeats its last lines.
            if (time <= seen)
                continue;
            last.set(container.id, time);
            const line = attribute(container, text, request);
            if (line)
                await tell({ ...line, time, release: container.release });
        }
    };
    const follow = (told) => {
        const container = followed(told, request);
        if (!container)
            return;
        const running = active.get(container.id);
        if (running) {
            running.again = true;
            return;
        }
        const state = { again: true };
        active.set(container.id, state);
        const run = async () => {
            while (state.again) {
                state.again = false;
                await followOnce(container);
            }
        };
        run()
            .catch((error) => {
            // One that is removed meanwhile has no log any more.
            if (!(error instanceof client/* EngineError */.N))
                failed.reject(error);
        })
            .finally(() => active.delete(container.id));
    };
    // Events first: what starts while the list is read is told by both.
    const events = engine.stream({
        method: 'GET',
        path: '/events',
        query: {
            since: String(since),
            filters: JSON.stringify({ type: ['container'], event: ['start'], ...which(request) }),
        },
        deadlineSeconds: forever,
        signal,
    }, (event) => {
        const { ID, Attributes } = event.Actor;
        follow({ id: ID, name: Attributes.name ?? '', labels: Attributes });
    });
    const listed = await engine.call({
        method: 'GET',
        path: '/containers/json',
        query: { all: '1', filters: JSON.stringify(which(request, 'name')) },
        signal,
    });
    for (const { Id, Names, Labels } of listed)
        follow({ id: Id, name: (Names[0] ?? '').replace(/^\//, ''), labels: Labels });
    await Promise.race([events, failed.promise]);
};
/** The engine's filter for the containers of a request; its list and its events know names by different words. */
const which = ({ of, project }, nameKey = 'container') => {
    switch (of.kind) {
        case 'project':
            return { label: [`${layout/* labels */.WD.project}=${project}`] };
        case 'site':
            return { [nameKey]: [layout/* nginxContainer */.K$] };
        case 'service':
            return { [nameKey]: [(0,layout/* serviceContainer */.hh)(project, of.name)] };
    }
};
/** What is to be followed of a container; undefined when it is not what the request is about. */
const followed = ({ id, name, labels: own }, request) => {
    const { of, project, isSupervised } = request;
    switch (of.kind) {
        case 'project': {
            const release = Number(own[layout/* labels */.WD.release]);
            const inRelease = release > 0 ? nameInRelease(name, project, release) : undefined;
            return inRelease === undefined
                ? undefined
                : { id, release, name: inRelease, isNamed: isSupervised && inRelease === 'app' };
        }
        case 'site':
            return name === layout/* nginxContainer */.K$ ? { id, release: 0, name: 'site', isNamed: false } : undefined;
        case 'service':
            return name === (0,layout/* serviceContainer */.hh)(project, of.name)
                ? { id, release: 0, name: of.name, isNamed: false }
                : undefined;
    }
};
/** A time of a log as the engine takes it: seconds since 1970, with nanoseconds. */
const unixTime = (time) => `${Math.floor(Date.parse(`${time.slice(0, 19)}Z`) / 1000)}.${time.slice(20, 29)}`;

// EXTERNAL MODULE: ./lib/configuration/near.js
var configuration_near = __webpack_require__(9862);
;// CONCATENATED MODULE: ./lib/logs/since.js

const units = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
/** Reads an age (`10m`, `2h30m`, `3d`) or a time (`2026-11-22`, `2026-11-22T18:00`, with a zone or in the local one). */
const readSince = (text) => {
    if (/^(?:\d{1,9}[smhdw])+$/.test(text)) {
        const seconds = [...text.matchAll(/(\d+)([smhdw])/g)]
            .map(([, count, unit]) => Number(count) * (units[unit ?? ''] ?? 0))
            .reduce((sum, part) => sum + part, 0);
        if (seconds < 100 * 365 * 86_400)
            return { kind: 'age', seconds };
    }
    const isDate = /^\d{4}-\d\d-\d\d$/.test(text);
    if (isDate || /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$/.test(text)) {
        const time = new Date(isDate ? `${text}T00:00` : text.replace(' ', 'T'));
        if (!Number.isNaN(time.getTime()))
            return { kind: 'time', utc: time.toISOString().slice(0, 19) };
    }
    throw new failure/* Failure */.H({
        what: `${JSON.stringify(text)} is neither an age nor a time`,
        where: '--since',
        next: 'Write an age, such as 10m, 2h30m or 3d, or a time, such as 2026-11-22 or 2026-11-22T18:00:00Z.',
    });
};

;// CONCATENATED MODULE: ./lib/logs/request.js






/** What prints what no process of a release does: supervisor, or the command of an image of the project's own. */
const containerName = 'app';
/** Reads a command; a name that the configuration does not have is a Failure. */
const logRequest = ({ of, since, lines }, { configuration, file }) => {
    const { project, primary, projectName, serverNames, site } = configuration;
    const image = project.type.image(project.settings, primary.baseImage);
    const programs = programStacks(project, image);
    const tasks = [
        ...image.tasks,
        ...project.releaseTasks.beforeSwitch,
        ...project.releaseTasks.afterSwitch,
    ].map(({ name }) => name);
    const own = [...programs.flatMap(processNames), ...tasks, containerName];
    const services = configuration.services.map(({ name }) => name);
    const common = {
        project: projectName,
        isSupervised: image.kind === 'supervised',
        hosts: (0,site_names/* allNames */.QB)((0,site_names/* siteNames */.qf)(serverNames, site.redirectWww)),
        since: since === undefined ? undefined : readSince(since),
        lines,
    };
    if (of === undefined)
        return { ...common, of: { kind: 'project' }, names: undefined, expected: own };
    const names = namesOf(of, programs, own);
    if (names)
        return { ...common, of: { kind: 'project' }, names, expected: own.filter((name) => names.includes(name)) };
    if (services.includes(of))
        return { ...common, of: { kind: 'service', name: of }, names: undefined, expected: [of] };
    if (of === 'site')
        return { ...common, of: { kind: 'site' }, names: undefined, expected: [of] };
    const all = [
        ...new Set([...programs.map(({ name }) => name), ...tasks, containerName, ...services, 'site']),
    ];
    const near = (0,configuration_near/* nearMiss */.b)(of, all);
    throw new failure/* Failure */.H({
        what: `There is no process or service ${JSON.stringify(of)}`,
        where: `${file}, configuration ${configuration.name}`,
        why: `There are: ${all.join(', ')}.`,
        next: near === undefined ? 'Name one of them, or none for all processes.' : `Did you mean \`${near}\`?`,
    });
};
/** Copies that a process may have. */
const mostCopies = 64;
/**
 * The names that a word stands for: a process by itself and all its copies, of earlier releases too, a single copy, or a
 * task; undefined when it is none.
 */
const namesOf = (word, programs, own) => {
    if (programs.some(({ name }) => name === word)) {
        const others = programs.map(({ name }) => name).filter((name) => name !== word);
        const copies = processNames({ name: word, copies: mostCopies });
        return [word, ...copies.filter((name) => !others.includes(name))];
    }
    return own.includes(word) ? [word] : undefined;
};

;// CONCATENATED MODULE: ./lib/logs/shown.js
const colours = [36, 33, 32, 35, 34, 96, 93, 92, 95, 94];
/**
 * Writes lines as `name@release  | text`. The column of names grows when a longer one comes than was expected.
 */
const lineWriter = ({ colour, timestamps, expected }) => {
    let width = Math.max(0, ...expected.map((name) => name.length));
    const known = new Map();
    return ({ time, release, name, text }) => {
        const label = release === 0 ? name : `${name}@${release}`;
        width = Math.max(width, label.length);
        const number = known.get(name) ?? known.size;
        known.set(name, number);
        const head = `${label.padEnd(width)} | `;
        const painted = colour ? `\x1b[${colours[number % colours.length]}m${head}\x1b[0m` : head;
        return `${painted}${timestamps ? `${time} ` : ''}${harmless(text.toString())}`;
    };
};
/** A text in which nothing drives a terminal but colours, which end with it. Other control characters are spelt out. */
const harmless = (text) => {
    const plain = text.replace(/\r$/, '');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
    const parts = plain.split(/(\x1b\[[\d;:]*m)/);
    const shown = parts.map((part, index) => (index % 2 === 1 ? part : spellOut(part))).join('');
    return parts.length > 1 ? `${shown}\x1b[0m` : shown;
};
/** Control characters as terminals show those that are typed: `^[`, `^H`; those above ASCII as numbers. */
const spellOut = (text) => 
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
text.replaceAll(/[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]/g, (character) => {
    const code = character.charCodeAt(0);
    if (code > 0x7f)
        return `<${code.toString(16).toUpperCase().padStart(4, '0')}>`;
    return code === 0x7f ? '^?' : `^${String.fromCharCode(code + 64)}`;
});

// EXTERNAL MODULE: ./lib/server/engine/open.js
var engine_open = __webpack_require__(2920);
// EXTERNAL MODULE: ./lib/server/session.js + 4 modules
var session = __webpack_require__(1027);
;// CONCATENATED MODULE: ./lib/commands/logs.js








/** Containers that are followed at once at most. */
const mostFollowed = 200;
/** Status of who is ended by Ctrl-C. */
const interrupted = 130;
/** Shows what processes and services have printed; gives the exit status. */
const logs_logs = async (command, target, invocation, observer) => {
    const { console, signal } = observer;
    const request = logRequest(command, target);
    await using connection = await (0,commands_target/* connectTo */.m6)(target, observer);
    const closed = new AbortController();
    // Whoever reads has closed the other end, as `head` does.
    const hangUp = () => closed.abort();
    console.output.on('error', hangUp);
    const ended = AbortSignal.any([signal, closed.signal, connection.closed]);
    const write = lineWriter({
        colour: console.output.isTTY === true && !invocation.env.NO_COLOR,
        timestamps: command.timestamps,
        expected: request.expected,
    });
    const tell = (line) => print(console, `${write(line)}\n`, ended);
    try {
        const backlog = readBacklog(connection, request, command.follow, ended);
        for await (const line of backlog.lines)
            await tell(line);
        if (!command.follow)
            return 0;
        const engine = (0,engine_open/* openEngine */.F)(connection, session/* asRoot */.t, mostFollowed);
        try {
            await followLogs(engine, request, backlog.until(), tell, ended);
        }
        finally {
            engine.close();
        }
        return 0;
    }
    catch (error) {
        if (closed.signal.aborted)
            return 0;
        if (signal.aborted)
            return interrupted;
        throw connection.closed.aborted ? connection.closed.reason : error;
    }
    finally {
        console.output.off('error', hangUp);
    }
};
/** Writes a text, and waits where whoever reads it is slower. */
const print = async ({ output }, text, signal) => {
    signal.throwIfAborted();
    if (!output.write(text))
        await (0,external_node_events_.once)(output, 'drain', { signal });
};

;// CONCATENATED MODULE: ./lib/plan/copy-steps.js

/** The steps that bring a copy of a release live. */
const copySteps = (project, copy, facts, reason) => {
    const { number, from, release } = copy;
    return [
        ...(0,release_steps/* tidySteps */._S)(project, facts),
        {
            id: 'copy',
            title: `Copy release ${from} as release ${number}`,
            reason,
            after: ['tidy'],
            action: { kind: 'copy', copy },
        },
        {
            id: 'start',
            title: `Start release ${number}`,
            reason,
            after: ['copy'],
            action: { kind: 'start-copy', copy },
        },
        {
            id: 'switch',
            title: `Switch to release ${number}`,
            reason,
            after: ['start'],
            action: { kind: 'switch', release, number },
        },
    ];
};

;// CONCATENATED MODULE: ./lib/stack/renumber.js


/** The containers of a copy of a release, from those of the release. Its tasks have been done, and have none. */
const renumber = ({ containers, programs, }, renumbering) => {
    const names = newNames(programs, renumbering);
    return containers.flatMap(({ name, spec }) => {
        const own = names.get(name);
        return own === undefined
            ? []
            : [{ name: own, spec: withResolver(renumberSpec(spec, renumbering), renumbering.resolver) }];
    });
};
/** The names that the containers of a copy have, by those of the release: a helper's own name may end in a number too. */
const newNames = (programs, { project, from, to }) => new Map([
    (number) => (0,layout/* releaseContainer */.Lt)(project, number),
    (number) => (0,layout/* doorContainer */.Cm)(project, number),
    ...programs.flatMap(({ name, copies }) => Array.from({ length: copies }, (_, index) => {
        const copy = copies > 1 ? index + 1 : undefined;
        return (number) => (0,layout/* helperContainer */.ID)(project, name, number, copy);
    })),
].map((nameAt) => [nameAt(from), nameAt(to)]));
const renumberSpec = (spec, renumbering) => {
    const { project, from, to, address } = renumbering;
    const { NetworkingConfig, ...rest } = spec;
    const { Dns, DnsSearch, DnsOptions, ...host } = spec.HostConfig;
    const folders = [`${layout/* root */.zr}/projects/${project}/releases/`, `${layout/* www */.gf}/${project}/r/`];
    const renumberBind = (bind) => {
        const folder = folders.find((one) => bind.startsWith(`${one}${from}/`));
        return folder === undefined ? bind : `${folder}${to}${bind.slice(`${folder}${from}`.length)}`;
    };
    return {
        ...rest,
        Image: spec.Image === (0,layout/* releaseImage */.R1)(project, from) ? (0,layout/* releaseImage */.R1)(project, to) : spec.Image,
        Labels: { ...spec.Labels, [layout/* labels */.WD.release]: String(to), [layout/* labels */.WD.dns]: '' },
        HostConfig: { ...host, ...(host.Binds && { Binds: host.Binds.map(renumberBind) }) },
        ...(NetworkingConfig &&
            address !== undefined && {
            NetworkingConfig: {
                EndpointsConfig: { [(0,layout/* networkName */.uv)(project)]: { IPAMConfig: { IPv4Address: address } } },
            },
        }),
    };
};

;// CONCATENATED MODULE: ./lib/release/copy.js











/** Reads what the server keeps of a release; one that cannot be copied is a Failure. */
const readKept = async (session, from) => {
    const found = new Map();
    const { code, stderr } = await session.run(['kept'], {
        title: `Reading release ${from}`,
        args: { FROM: String(from) },
        onLine(line) {
            const [, word, text = ''] = /^@jetee (\w+)(?: (.*))?$/.exec(line) ?? [];
            if (word)
                found.set(word, Buffer.from(text, 'base64').toString());
        },
    });
    const missing = Object.entries({
        parts: 'the record of what it was made from',
        containers: 'the record of its containers',
        helpers: 'the list of its helpers',
        static: 'its static files',
        image: 'its image',
    }).flatMap(([word, what]) => (found.has(word) ? [] : [what]));
    if (code !== 0 || missing.length > 0) {
        throw new failure/* Failure */.H({
            what: `Release ${from} is not whole on the server any more`,
            where: session.where,
            why: code === 0
                ? `Missing: ${missing.join(', ')}. Somebody removed that, or the release is from an earlier version of the deployer, which did not keep it.`
                : stderr.trim(),
            stands: 'Nothing on the server was changed.',
            next: 'Choose another release, or deploy its commit again.',
        });
    }
    return {
        parts: JSON.parse(found.get('parts') ?? ''),
        containers: JSON.parse(found.get('containers') ?? ''),
        helpers: (found.get('helpers') ?? '').split('\n').filter(Boolean),
    };
};
/** Makes a copy's folder, its image and its static files. */
const copyRelease = async ({ session, progress, signal, current }, { number, from, record, release }) => {
    await (0,server_scripts/* runStepScript */.V)(session, {
        scripts: ['release', 'copy'],
        title: `Copying release ${from}`,
        progress,
        signal,
        args: {
            RELEASE: String(number),
            FROM: String(from),
            RECORD: JSON.stringify(record),
            SOCKET_FOLDER: release.socketFolder,
        },
        failure: () => ({ what: `Release ${from} could not be copied`, stands: (0,release_release/* stillServes */.Fk)(current) }),
    });
};
/** Seconds between two questions for the health of a copy: what it is made of has been healthy before. */
const interval = 0.1;
/**
 * Starts a copy beside the live release and waits until its web process is healthy; side by side with that, its code is
 * asked which of the database's migrations it does not know.
 */
const startCopy = async (context, copy, addresses) => {
    const { session, configuration } = context;
    const { number, from, kept, release } = copy;
    const project = configuration.projectName;
    const book = await addresses();
    const address = release.port === undefined ? undefined : giveAddress(book, (0,layout/* releaseContainer */.Lt)(project, number));
    const containers = renumber({ containers: kept.containers, programs: kept.parts.programs }, {
        project,
        from,
        to: number,
        address,
        resolver: book.resolver,
    });
    const others = new Set(containers.map(({ spec }) => spec.Image));
    others.delete((0,layout/* releaseImage */.R1)(project, number));
    await Promise.all([
        createVolumes(context, (0,stack_container/* namedVolumes */.xA)(project, kept.parts.volumes).map((name) => ({
            name,
            labels: { [layout/* labels */.WD.project]: project },
        }))),
        ...[...others].map((image) => ensureImage(context, image)),
    ]);
    await Promise.all(containers.map(({ name, spec }) => createContainer(session.engine, name, spec, context.signal)));
    const failed = new AbortController();
    const signal = AbortSignal.any([context.signal, failed.signal]);
    const own = { ...context, signal };
    let asking = Promise.resolve();
    // The first that fails ends the other, and is what is told.
    const ends = (error) => {
        failed.abort(error);
        throw failed.signal.reason;
    };
    const starting = runStart(own, release, {
        number,
        containers,
        address,
        isCopy: true,
        healthCheck: {
            ...copy.healthCheck,
            intervalSeconds: Math.min(interval, copy.healthCheck.intervalSeconds),
        },
        onStarted() {
            asking = askMigrations(own, copy).catch(ends);
            // It is waited for below, once the release has started.
            asking.catch(() => { });
        },
    }).catch(ends);
    await starting.finally(() => asking);
};
/** Has a copy's code say which migrations it does not know; any is a Failure. */
const askMigrations = async ({ session, progress, signal, current }, { number, from, migrations }) => {
    if (!migrations)
        return;
    const unknown = [];
    const force = `\`rollback ${from} --despite-migrations\``;
    const stands = (0,release_release/* stillServes */.Fk)(current);
    await (0,server_scripts/* runStepScript */.V)(session, {
        scripts: ['release', 'migrations'],
        title: `Asking release ${from} for the migrations that it does not know`,
        progress,
        signal,
        args: { RELEASE: String(number), LOCATION: migrations.location },
        words: migrations.command,
        onMark(mark, rest) {
            if (mark === 'migration')
                unknown.push(rest);
        },
        failure: (_, code) => ({
            what: `Release ${from} could not be asked which migrations it does not know`,
            why: `Its code was asked beside the database, and ended with status ${code}. Its last lines are below.`,
            stands,
            next: `If the database is away, bring it back first. ${force} goes back without asking.`,
        }),
    });
    if (unknown.length === 0)
        return;
    throw new failure/* Failure */.H({
        what: `The database has migrations that release ${from} does not know`,
        where: session.where,
        why: unknown.join(', '),
        stands,
        next: `If release ${from} works with the database as it is: ${force}. Else undo them first with the code that knows them: \`jetee run -- python manage.py migrate APP MIGRATION\`.`,
    });
};

;// CONCATENATED MODULE: ./lib/stack/kept-release.js


/** Seconds that a helper must run without a stop, unless the deployment file says so. */
const usualStartSeconds = 5;
/** A kept release as it should be again, less its tasks, which have been done; `key` is the project's own. */
const keptStack = ({ parts, containers, helpers }, spec, key) => {
    const { image, mount } = parts;
    // An earlier version of the deployer did not write down for how long a helper must run.
    const programs = parts.programs.map((program) => ({
        ...program,
        startSeconds: program.startSeconds ?? usualStartSeconds,
    }));
    const web = programs.find((program) => program.web)?.web;
    const port = image.kind === 'supervised' ? (web?.kind === 'port' ? web.port : undefined) : image.port;
    const primary = containers.find(({ spec: own }) => own.Labels[layout/* labels */.WD.service] === 'primary');
    return {
        parts,
        hash: spec,
        digest: undefined,
        image,
        dockerfile: parts.dockerfile,
        mount,
        env: Object.fromEntries((primary?.spec.Env ?? []).map(splitEntry)),
        programs,
        tasks: { before: [], after: [] },
        helpers,
        hasWeb: web !== undefined || port !== undefined,
        socketFolder: socketFolder(key),
        port,
    };
};
/** Values of a release's environment that nobody may see: those that its parts hold as hashes alone. */
const keptSecrets = ({ parts, containers }) => {
    const hidden = new Set(Object.entries(parts.env).flatMap(([name, value]) => (typeof value === 'string' ? [] : [name])));
    return containers.flatMap(({ spec }) => (spec.Env ?? []).map(splitEntry).flatMap(([name, value]) => (hidden.has(name) ? [value] : [])));
};
const splitEntry = (entry) => {
    const equals = entry.indexOf('=');
    return [entry.slice(0, equals), entry.slice(equals + 1)];
};

;// CONCATENATED MODULE: ./lib/commands/copy-release.js











/** Brings a copy of a kept release live: with its image, its settings and its secrets, and nothing built. */
const bringCopy = async ({ command, chosen, reason, asksMigrations, begun }, { session, facts }, target, invocation, observer) => {
    const { configuration } = target;
    const { mask } = observer;
    const { number: from, record } = chosen;
    const kept = await readKept(session, from);
    const key = facts.host.key ?? '';
    const release = keptStack(kept, record.spec, key);
    for (const secret of [...keptSecrets(kept), ...Object.values(facts.host.passwords), release.socketFolder])
        mask(secret);
    if (release.hasWeb && !facts.host.sites.some(({ project }) => project === session.project)) {
        throw new failure/* Failure */.H({
            what: `Release ${from} has a site, and the server’s nginx knows none of the project by now`,
            where: session.where,
            stands: 'Nothing on the server was changed.',
            next: 'Deploy its commit again with `build all`, which sets up the site.',
        });
    }
    const { type } = configuration.project;
    const { run: _, ...made } = record;
    const question = asksMigrations ? type.unknownMigrations?.() : undefined;
    const copy = {
        number: (0,release_steps/* nextNumber */.Pt)(facts),
        from,
        kept,
        release,
        record: {
            ...made,
            created: new Date().toISOString(),
            ...(invocation.run && { run: invocation.run.id }),
            actor: invocation.actor,
            copyOf: chosen.origin,
        },
        healthCheck: record.healthCheck ?? configuration.project.healthCheck,
        migrations: question && release.image.kind === 'supervised'
            ? { command: question, location: release.image.place.location }
            : undefined,
    };
    const { commit, tree, author, subject } = record;
    // A restart brings no other commit: to GitHub it is no deployment.
    if (command === 'rollback')
        observer.announce?.(deployNews(command, target, invocation, { commit, hasWeb: release.hasWeb }));
    const context = {
        session,
        configuration,
        // What is copied needs none of the commit's files.
        source: { commit, tree, author, subject, files: [] },
        current: facts.host.current,
        buildSecrets: {},
        registryPassword: undefined,
        actor: invocation.actor,
        runUrl: invocation.runUrl,
    };
    observer.stage('working');
    await carryOut(copySteps(session.project, copy, facts, reason), {
        context,
        number: copy.number,
        perform: (action, progress, signal) => {
            const own = { ...context, progress, signal };
            return performCopy(action, own, () => addressBook({ ...own, engineFacts: facts.engine }));
        },
    }, observer);
    return outcome(command, configuration, context.source, session, observer, {
        changed: true,
        release: copy.number,
        previous: facts.host.current,
        copyOf: chosen.origin,
        hasWeb: release.hasWeb,
        milliseconds: performance.now() - begun,
    });
};
const performCopy = (action, context, addresses) => {
    switch (action.kind) {
        case 'tidy':
            return (0,release_switch/* tidyUp */.gN)(context, action);
        case 'copy':
            return copyRelease(context, action.copy);
        case 'start-copy':
            return startCopy(context, action.copy, addresses);
        case 'switch':
            return (0,release_switch/* switchRelease */.U0)(context, action.release, action.number);
    }
};
/** Stops a command that would change a project which another repository or configuration has on the server. */
const requireOwner = ({ configuration }, { repository }, facts, where) => {
    const owner = { repository, configuration: configuration.name };
    const [problem] = ownerProblems({ project: configuration.projectName, owner }, facts);
    if (problem)
        throw new failure/* Failure */.H({ ...problem, where, stands: 'Nothing on the server was changed.' });
};

;// CONCATENATED MODULE: ./lib/commands/maintenance.js







/** Most bytes that a page of one's own may have. */
const mostBytes = 1024 * 1024;
/** Shows visitors a page in place of the site, or the site again. No run is in its way, and nothing is loaded anew. */
const maintenance = async ({ on }, target, invocation, observer) => {
    const { configuration } = target;
    const page = on ? await readPage(target, invocation) : '';
    const look = (facts, where) => {
        requireOwner(target, invocation, facts, where);
        if (on)
            requireSite(target, facts, where);
    };
    const word = on ? 'on' : 'off';
    if (invocation.dryRun) {
        const { facts, where } = await (0,commands_target/* readTarget */._E)(target, observer, async () => undefined);
        look(facts, where);
        const now = facts.host.maintenance ? 'on' : 'off';
        return {
            kind: 'done',
            changed: false,
            sentence: `Would turn maintenance ${word}; it is ${now} now`,
        };
    }
    await using server = await (0,commands_target/* openTarget */.Ap)(target, invocation, observer, invocation.lockSeconds);
    const { session, facts } = server;
    look(facts, session.where);
    const was = facts.host.maintenance;
    const progress = observer.progress.begin(`Turn maintenance ${word}`, 'asked for');
    try {
        await (0,server_scripts/* runStepScript */.V)(session, {
            scripts: ['maintenance'],
            title: `Turning maintenance ${word}`,
            progress,
            signal: observer.signal,
            args: { PAGE: page, FILE: maintenanceFile },
        });
        progress.end('done');
    }
    catch (error) {
        progress.end('failed');
        throw error;
    }
    const name = configuration.projectName;
    return {
        kind: 'done',
        changed: was !== on,
        sentence: on
            ? `Maintenance of ${name} is on${was ? ', as it was' : ''}: visitors get the page with status 503; \`maintenance off\` ends it`
            : `Maintenance of ${name} is off${was ? '' : ', as it was'}: visitors reach the site`,
    };
};
/** The page: the repository's own at the commit that is checked out, or the usual one. */
const readPage = async ({ configuration, file }, { workspace }) => {
    const path = configuration.site.maintenancePage;
    if (path === undefined)
        return (0,templates/* renderTemplate */.Xm)('maintenance.html', {});
    const text = await (0,git/* tryGit */.Ii)(['show', `HEAD:${path}`], { cwd: workspace });
    const mistake = text === undefined
        ? 'The commit has no such file.'
        : text.trim() === ''
            ? 'The file is empty.'
            : Buffer.byteLength(text) > mostBytes
                ? 'The file is larger than 1 MiB.'
                : undefined;
    if (text === undefined || mistake !== undefined)
        throw new failure/* Failure */.H({
            what: `The page for maintenance cannot be shown: ${path}`,
            where: `${file}, configuration ${configuration.name}, site.maintenance_page`,
            ...(mistake && { why: mistake }),
            stands: 'Nothing on the server was changed.',
            next: 'Commit the file, or leave `maintenance_page` out for the usual page.',
        });
    return text;
};
/** There must be a site, which knows of the page; one of an older version of the deployer does not. */
const requireSite = ({ configuration }, { host }, where) => {
    const { siteConf } = host;
    if (siteConf?.includes(maintenanceFile))
        return;
    throw new failure/* Failure */.H({
        what: siteConf === undefined
            ? `${configuration.projectName} has no site on this server`
            : 'The site on this server is older than this command',
        where,
        why: siteConf === undefined
            ? 'There is nothing that a page could stand in place of.'
            : 'Its configuration does not know of the page.',
        stands: 'Nothing on the server was changed.',
        next: 'Run `build project` first.',
    });
};

;// CONCATENATED MODULE: ./lib/plan/describe-container.js

/** Describes a container by its specification, which an earlier version of the deployer may have written. */
const describeContainer = ({ spec, files }) => {
    // Exposed ports are those that are published.
    const { Image, Entrypoint, Cmd, Env, ExposedPorts, Labels, HostConfig, ...engine } = spec;
    const { Memory, MemorySwap, NanoCpus, Binds, PortBindings, ...host } = HostConfig ?? {};
    return {
        own: {
            image: Image,
            entrypoint: Entrypoint,
            command: Cmd,
            env: Object.fromEntries((Env ?? []).map(variable)),
            memory: size(Memory),
            cpus: NanoCpus === undefined ? undefined : NanoCpus / 1e9,
            volume: Object.fromEntries((Binds ?? []).map((bind) => {
                const [source, target = '', ...options] = bind.split(':');
                return [target, [source, ...options].join(':')];
            })),
            publish: published(PortBindings),
        },
        engine: {
            ...engine,
            ...host,
            MemorySwap: MemorySwap === Memory ? undefined : size(MemorySwap),
            Labels: Object.fromEntries(Object.entries(Labels ?? {}).filter(([name]) => !ours.has(name))),
            'secret files': files === undefined ? undefined : { 'keyed hash': files },
        },
    };
};
const published = (bindings = {}) => {
    const ports = Object.entries(bindings).flatMap(([port, places]) => places.map(({ HostIp, HostPort }) => `${HostIp}:${HostPort}:${port.replace(/\/tcp$/, '')}`));
    return ports.length > 0 ? ports : undefined;
};
/** Labels that say who a container is, which never change while it keeps its name, and what follows from its image. */
const ours = new Set([layout/* labels */.WD.project, layout/* labels */.WD.service, layout/* labels */.WD.data]);
const variable = (text) => {
    const at = text.indexOf('=');
    return [text.slice(0, at), text.slice(at + 1)];
};
/** Bytes as the deployment file writes them. */
const size = (bytes) => {
    if (bytes === undefined)
        return undefined;
    return bytes % 1024 ** 2 === 0 ? `${bytes / 1024 ** 2}m` : `${bytes} bytes`;
};

;// CONCATENATED MODULE: ./lib/plan/diff-container.js



/** What differs between a container and the one that is to take its place; of a first one, what the file says. */
const containerFields = (old, spec) => {
    const now = describeContainer(specificationOf(spec));
    if (!old)
        return compare(undefined, now.own);
    if (old.labels[layout/* labels */.WD.spec] === spec.Labels[layout/* labels */.WD.spec])
        return [];
    const before = describeSafely(old);
    const fields = before ? [...compare(before.own, now.own), ...compare(before.engine, now.engine)] : [];
    return fields.length > 0
        ? fields
        : [
            {
                name: 'specification',
                old: old.labels[layout/* labels */.WD.spec] ?? null,
                new: spec.Labels[layout/* labels */.WD.spec] ?? null,
            },
        ];
};
/** The specification in the labels of a container that is to be made. */
const specificationOf = ({ Labels }) => JSON.parse(Labels[layout/* labels */.WD.specification] ?? '');
/** Undefined for a container whose labels do not tell, as somebody else, or another version, has written them. */
const describeSafely = ({ labels: own }) => {
    try {
        return describeContainer(JSON.parse(own[layout/* labels */.WD.specification] ?? ''));
    }
    catch {
        return undefined;
    }
};

;// CONCATENATED MODULE: ./lib/plan/diff-discovery.js








/** What differs in the server's Consul and the networks that it is in. */
const consulFields = ({ consul, projects }, facts) => {
    const old = (0,find_container/* containerNamed */.F)(layout/* consulContainer */.sx, facts);
    return [
        ...containerFields(old, consul.spec),
        ...projects
            .map(layout/* networkName */.uv)
            .filter((name) => old?.addresses[name] === undefined)
            .map((name) => added('network', name)),
        ...(old && !old.running ? [{ name: 'state', old: 'stopped', new: 'running' }] : []),
    ];
};
/** What differs in what Consul knows of the project's services. */
const registrationFields = ({ project, services }, facts) => {
    const known = (0,discovery_steps/* plannedServices */.HT)(project, services, facts);
    const chosen = services.filter(({ containerName }) => !known.some(({ name }) => name === containerName));
    return fileFields(facts.host.registrations.services, (0,registration/* registration */.An)(project, 'services', known).text, chosen.map(({ containerName }) => containerName));
};
/** What differs in what Consul knows of the project's primary service. */
const primaryFields = ({ project, entrance }, facts) => {
    const known = entrance ? plannedPrimary(project, facts) : [];
    return fileFields(facts.host.registrations.primary, (0,registration/* registration */.An)(project, 'primary', known).text, entrance && known.length === 0 ? [entrance.containerName] : []);
};
/** What differs between two files of registrations; some services get their addresses when they are made. */
const fileFields = (old, now, chosen) => {
    const fields = compare(describe(old), {
        ...describe(now),
        ...Object.fromEntries(chosen.map((name) => [name, { address: 'chosen when it is created' }])),
    });
    return fields.length > 0 ? fields : [{ name: 'state', old: 'not loaded', new: 'loaded' }];
};
/** What Consul knew of a project that leaves it. */
const leavingFields = ({ project }, facts) => {
    const { services, primary } = facts.host.registrations;
    const old = (0,find_container/* containerNamed */.F)(layout/* consulContainer */.sx, facts)?.addresses[(0,layout/* networkName */.uv)(project)];
    return [
        ...compare({ ...describe(services), ...describe(primary) }, {}),
        ...(old === undefined ? [] : [{ name: 'network', old: (0,layout/* networkName */.uv)(project), new: null }]),
    ];
};
/** Where a container asks for names first. */
const resolverFields = ({ project, consul }, { containerName }, facts) => {
    const old = (0,find_container/* containerNamed */.F)(containerName, facts);
    return old
        ? compare({ dns: old.labels[layout/* labels */.WD.dns] }, { dns: (0,discovery_steps/* resolverAddress */.dO)(project, consul !== undefined, facts) })
        : [];
};
/** The services of a file of registrations by name, less the mark; one that somebody else has written says nothing. */
const describe = (text) => {
    try {
        const { services } = JSON.parse(text ?? '{"services":[]}');
        return Object.fromEntries(services
            .filter(({ tags }) => tags === undefined)
            .map(({ name, ...rest }) => [name, { ...rest, id: undefined }]));
    }
    catch {
        return {};
    }
};

;// CONCATENATED MODULE: ./lib/plan/diff-entrance.js



/** What differs between a project's entrance, with its container, and the one that is to take its place. */
const entranceFields = ({ entrance, now }, container, { entranceConf }) => {
    if (!entrance)
        return [{ name: 'container', old: container?.name ?? null, new: null }];
    if (now === 'missing')
        return [added('container', entrance.containerName)];
    return [
        ...containerFields(container, entrance.spec),
        ...(entranceConf === undefined ? [] : lineFields('entrance.conf', entranceConf, entrance.conf)),
        ...(now === 'stopped' ? [started] : []),
        ...(now === 'running' && entranceConf === undefined
            ? [{ name: 'state', old: 'not loaded', new: 'loaded' }]
            : []),
    ];
};

;// CONCATENATED MODULE: ./lib/plan/diff-release.js




/** What differs between two releases, less the commit; without an old one, what the new one has. */
const releaseFields = (old, now) => {
    try {
        return differences(old, now);
    }
    catch {
        // An older version of the deployer wrote down less.
        return [{ name: 'made by', old: 'another version of the deployer', new: 'this version' }];
    }
};
const differences = (old, now) => {
    const own = [
        ...compare(diff_release_describe(old), diff_release_describe(now)),
        ...compare({ env: old?.env }, { env: now.env }),
        ...processFields(old?.programs ?? [], now.programs),
    ];
    if (!old)
        return own;
    const made = own.some(({ name }) => !name.startsWith('env '));
    return [
        ...own,
        ...compare({ Dockerfile: old.dockerfile }, { Dockerfile: now.dockerfile }),
        // These say again what differs above; on their own they differ when the deployer itself is another one.
        ...(made ? [] : compare({ ...old.mount, ...old.containers }, { ...now.mount, ...now.containers })),
    ];
};
/** All of a release that has no words further down, in those of the deployment file. */
const diff_release_describe = (parts) => {
    if (!parts)
        return undefined;
    const { image, tasks, limits, volumes } = parts;
    const named = (list) => Object.fromEntries(list.map(({ name, command }) => [name, command]));
    return {
        ...describeImage(image),
        memory: size(limits.memoryBytes),
        cpus: limits.cpus,
        volume: Object.fromEntries(volumes.map(({ source, target, readOnly }) => [target, `${source}${readOnly ? ' (read-only)' : ''}`])),
        'release task': named(tasks.before),
        'release task after the switch': named(tasks.after),
        'deadline of release task': Object.fromEntries([...tasks.before, ...tasks.after].map(({ name, deadlineSeconds }) => [name, deadlineSeconds])),
    };
};
/** An image in the words of the deployment file. */
const describeImage = (image) => {
    const { tasks, kind, ...settings } = image;
    if (kind !== 'supervised' || !('template' in settings))
        return snakeCase({ type: kind, ...settings });
    const { template, base, place, ...rest } = settings;
    return { base_image: base, ...snakeCase({ ...rest, ...place }) };
};
const processFields = (old, now) => {
    const names = new Set([...now, ...old].map(({ name }) => name));
    return [...names].flatMap((name) => {
        const before = old.find((program) => program.name === name);
        const after = now.find((program) => program.name === name);
        const title = `process ${name}`;
        if (!before && after)
            return [added(title, (0,shell_quote/* commandLine */.a)(after.command))];
        if (before && !after)
            return [{ name: title, old: (0,shell_quote/* commandLine */.a)(before.command), new: null }];
        return compare({ [title]: before && snakeCase(before) }, { [title]: after && snakeCase(after) });
    });
};
const snakeCase = (value) => Object.fromEntries(Object.entries(value).map(([key, part]) => [
    key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    part,
]));

;// CONCATENATED MODULE: ./lib/plan/diff-site.js


/** What differs between a project's site in nginx and the one that is to take its place; undefined for none. */
const siteFields = ({ sites, siteConf }, project, site) => {
    const old = sites.find((other) => other.project === project);
    const fields = compare(diff_site_describe(old?.specification), diff_site_describe(site?.specification));
    if (fields.length > 0 || !site)
        return fields;
    // Of equal settings, another version of the deployer makes another text.
    const lines = lineFields('site.conf', siteConf ?? '', site.conf);
    return lines.length > 0 ? lines : [{ name: 'state', old: 'not loaded', new: 'loaded' }];
};
const diff_site_describe = (specification) => {
    if (!specification)
        return undefined;
    const { headers, ...settings } = specification;
    return { ...settings, header: headers };
};

;// CONCATENATED MODULE: ./lib/plan/diff.js












/** What the steps of a plan would change, field by field. */
const changesOf = (steps, desired, facts, commit) => steps.map(({ id, title, reason, action }) => ({
    step: id,
    title,
    reason,
    fields: actionFields(action, reason, desired, facts, commit),
}));
const actionFields = (action, reason, desired, facts, commit) => {
    const { host } = facts;
    switch (action.kind) {
        case 'tidy':
            return [{ name: 'what an interrupted run left', old: reason, new: null }];
        case 'docker':
            return dockerFields(facts, action.daemonJson);
        case 'folders':
            return folderFields(desired, facts);
        case 'network':
            return [added('network', (0,layout/* networkName */.uv)(desired.project))];
        case 'discovery':
            return consulFields(action, facts);
        case 'register-primary':
            return primaryFields(desired, facts);
        case 'register':
            return registrationFields(desired, facts);
        case 'leave-discovery':
            return leavingFields(desired, facts);
        case 'isolation':
            return isolationFields(desired.project, facts);
        case 'nginx': {
            const old = (0,find_container/* containerNamed */.F)(layout/* nginxContainer */.K$, facts);
            return orStart(old?.running === false, [
                ...containerFields(old, action.front.spec),
                ...(old ? lineFields('nginx.conf', host.nginxConf ?? '', action.front.conf) : []),
            ]);
        }
        case 'service': {
            const old = (0,find_container/* containerNamed */.F)(action.service.containerName, facts);
            return orStart(old?.running === false, [
                ...containerFields(old, action.service.spec),
                ...resolverFields(desired, action.service, facts),
            ]);
        }
        case 'start-service':
            return (0,find_container/* containerNamed */.F)(action.service.containerName, facts)?.running
                ? [{ name: 'password', old: 'untried', new: 'tried' }]
                : orStart(true, []);
        case 'site':
            return siteFields(host, desired.project, action.site);
        case 'entrance':
            return [
                ...entranceFields(action, (0,find_container/* containerNamed */.F)((0,layout/* entranceContainer */.ub)(desired.project), facts), host),
                ...(action.entrance && action.now === 'other' ? resolverFields(desired, action.entrance, facts) : []),
            ];
        case 'image':
            return imageFields(facts, action.release, commit);
        case 'start':
            return [added('container', (0,layout/* releaseContainer */.Lt)(desired.project, action.number))];
        case 'switch':
            return [{ name: 'live release', old: diff_text(host.current), new: String(action.number) }];
    }
};
const orStart = (stands, fields) => stands ? [...fields, started] : fields;
const diff_text = (value) => (value === undefined ? null : String(value));
const dockerFields = ({ host }, daemonJson) => [
    ...(host.hasDocker && !host.isDockerHalfway ? [] : [added('Docker', 'from the distribution’s packages')]),
    ...(host.hasDocker && !host.hasBuildKit ? [added('BuildKit', 'from the distribution’s packages')] : []),
    ...(daemonJson === undefined
        ? []
        : compare({ 'daemon.json': host.daemonJson }, { 'daemon.json': daemonJson })),
];
const folderFields = ({ owner, services }, { host }) => [
    ...(host.owner ? [] : [added('owner', `${owner.repository}, configuration ${owner.configuration}`)]),
    ...(host.key ? [] : [added('key', compare_hidden)]),
    ...(host.hasFolders || !host.owner ? [] : [added('folders', 'anew')]),
    ...services
        .filter((service) => lacksPassword(service, host))
        .map(({ name }) => added(`password of ${name}`, compare_hidden)),
];
const imageFields = (facts, { parts, digest, hash }, commit) => {
    const { host } = facts;
    const old = host.releases.find(({ number }) => number === host.current)?.record;
    const fields = [
        ...commitFields(old, commit),
        ...(digest === undefined ? [] : compare({ digest: old?.digest }, { digest })),
        ...releaseFields(host.parts, parts),
    ];
    // The order of tasks, for example, has no field of its own.
    return fields.length > 0 || old?.spec === hash
        ? fields
        : [{ name: 'specification', old: old?.spec ?? null, new: hash }];
};
const commitFields = (old, now) => old?.commit === now.commit
    ? []
    : [{ name: 'commit', old: old ? describeCommit(old) : null, new: describeCommit(now) }];
const describeCommit = ({ commit, subject }) => `${commit.slice(0, 12)} ${subject}`;

;// CONCATENATED MODULE: ./lib/commands/plan.js





/** Tells what a command would change: it reads what the command reads, plans as it does, and ends there. */
const plan = async ({ name, scope }, target, invocation, observer) => {
    const prepared = await prepare(`plan ${name}`, target, invocation, observer);
    const { where, facts, holder, digest } = await (0,commands_target/* readTarget */._E)(target, observer, (engine, found) => imageDigest(prepared, engine, found, observer));
    const { desired } = desiredState(prepared, facts, digest, observer.mask);
    preflight(desired, facts, scope, where);
    return {
        command: name,
        configuration: target.configuration.name,
        project: desired.project,
        server: where,
        lockHolder: holder ?? null,
        changes: changesOf(makePlan(desired, facts, scope), desired, facts, prepared.source),
    };
};

;// CONCATENATED MODULE: ./lib/commands/preview.js

/** Does what an event means for the preview of a pull request: brings it up, or takes it down. */
const previewFor = async (_loaded, { kind }, _invocation, _observer) => {
    throw new failure/* Failure */.H({ what: `There are no previews yet (${kind})` });
};

;// CONCATENATED MODULE: ./lib/commands/previews.js

/** Shows the previews of a project, or removes some of them. */
const previews = async ({ verb }, _target, _invocation, _observer) => {
    throw new failure/* Failure */.H({ what: `There is no \`preview ${verb}\` yet` });
};

// EXTERNAL MODULE: ./lib/server/read-to-end.js
var read_to_end = __webpack_require__(4073);
// EXTERNAL MODULE: ./lib/server/word-lines.js
var word_lines = __webpack_require__(6421);
;// CONCATENATED MODULE: ./lib/releases/read.js





/** Reads the releases of a project, by one script, without its lock. */
const readReleases = async (connection, configuration, signal) => {
    const channel = await (0,look/* startReading */.B)(connection, configuration.projectName, ['releases'], {}, signal);
    const { output, errors, code } = await (0,read_to_end/* readToEnd */.f)(channel);
    const { first, has } = (0,word_lines/* wordLines */.k)(output);
    if (code !== 0 || !has('ready'))
        throw (0,lock/* refusal */.x)(connection, code, first('denied'), errors);
    return parseReleases(output, {
        project: configuration.projectName,
        configuration: configuration.name,
        where: connection.where,
    });
};
/** Reads the lines that `releases.sh` prints. */
const parseReleases = (text, target) => {
    const { all, first } = (0,word_lines/* wordLines */.k)(text);
    const live = Number.parseInt(first('live') ?? '', 10);
    const good = new Set(all('good').map(Number));
    const holder = (0,word_lines/* holderName */.i)(first('held'));
    const sizes = new Map(all('image').flatMap((line) => {
        const [bytes, ...tags] = line.split(/ +/);
        return tags.map((tag) => [tag, Number(bytes)]);
    }));
    const stateOf = (number) => {
        if (number === live)
            return 'live';
        if (good.has(number))
            return 'good';
        return holder === undefined ? 'interrupted' : 'candidate';
    };
    const kept = all('release')
        .map((line) => numbered(line))
        .map(({ number, record }) => ({
        number,
        state: stateOf(number),
        ...told(record),
        imageBytes: sizes.get((0,layout/* releaseImage */.R1)(target.project, number)) ?? null,
        failure: null,
    }));
    const records = new Map(all('failed_release').map((line) => {
        const { number, record } = numbered(line);
        return [number, record];
    }));
    const failed = all('failed')
        .map((line) => numbered(line))
        .map(({ number, record: { outcome = 'failed', time, what, place, ...source } }) => ({
        number,
        state: outcome,
        ...told({ ...records.get(number), ...source, ...(time && { created: time }) }),
        imageBytes: null,
        failure: what === undefined ? null : { what, place: place ?? null },
    }));
    return {
        now: Number(first('now')),
        releases: {
            ...target,
            lockHolder: holder ?? null,
            releases: [...kept, ...failed].sort((one, other) => other.number - one.number),
        },
    };
};
const told = ({ copyOf, commit, subject, author, created }) => ({
    copyOf: copyOf ?? null,
    commit: commit ?? null,
    subject: subject ?? null,
    author: author ?? null,
    created: created ?? null,
});
/** A number and, behind it, a record as JSON; one that cannot be read says nothing. */
const numbered = (line) => {
    const space = line.indexOf(' ');
    const number = Number(line.slice(0, space));
    try {
        return { number, record: JSON.parse(line.slice(space + 1)) };
    }
    catch {
        return { number, record: {} };
    }
};

// EXTERNAL MODULE: ./lib/report/render-failure.js
var render_failure = __webpack_require__(5419);
;// CONCATENATED MODULE: ./lib/report/table.js

/** Rows with their cells below each other. */
const aligned = (rows) => {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
    return rows.map((row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd());
};
/** A table in Markdown; what stands in its cells is text. */
const markdownTable = (head, rows) => {
    const cell = (text) => (0,render_failure/* escapeMarkdown */.FV)(text.replaceAll('`', 'ˋ'));
    const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;
    return [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...rows.map(row)].join('\n');
};

;// CONCATENATED MODULE: ./lib/releases/text.js




/** Releases as lines for a terminal; `now` is in milliseconds since 1970. */
const releasesText = (found, now) => [
    titleOf(found),
    '',
    ...(found.releases.length === 0
        ? [nothing]
        : aligned([head.map((word) => word.toUpperCase()), ...rows(found, now)])),
].map(harmless);
/** Releases as Markdown, for the step summary. */
const releasesSummary = (found, now) => [
    `## ${(0,render_failure/* escapeMarkdown */.FV)(titleOf(found))}`,
    found.releases.length === 0 ? nothing : markdownTable(head, rows(found, now)),
    '',
].join('\n\n');
const nothing = 'Nothing is deployed yet.';
const titleOf = ({ project, configuration, where, lockHolder }) => `${project} (${configuration}) on ${where}${lockHolder === null ? '' : `, where ${lockHolder} works`}`;
const head = ['Release', 'State', 'Commit', 'Age', 'Image', 'Author', 'Subject'];
const rows = ({ releases }, now) => releases.map((release) => [
    String(release.number),
    text_stateOf(release),
    release.commit?.slice(0, 12) ?? '–',
    release.created === null ? '–' : (0,words/* ageOf */.hy)(release.created, now),
    release.imageBytes === null ? '–' : (0,words/* bytes */.ee)(release.imageBytes),
    release.author ?? '–',
    release.subject ?? '–',
]);
const text_stateOf = ({ state, copyOf, failure }) => [
    state,
    ...(copyOf === null ? [] : [`, a copy of ${copyOf}`]),
    ...(failure === null ? [] : [`: ${failure.place ?? failure.what}`]),
].join('');

;// CONCATENATED MODULE: ./lib/commands/releases.js



/** Lists the releases that a server keeps, and those of the last that failed. */
const releases = async (command, target, observer) => {
    await using connection = await (0,commands_target/* connectTo */.m6)(target, observer);
    const { releases: found, now } = await readReleases(connection, target.configuration, observer.signal);
    const lines = command.json
        ? JSON.stringify(found, undefined, 2)
        : releasesText(found, now * 1000).join('\n');
    observer.console.output.write(`${lines}\n`);
    return { exitCode: 0, summary: releasesSummary(found, now * 1000) };
};

;// CONCATENATED MODULE: ./lib/plan/choose-release.js

/** Digits of a commit that name it, at least. */
const commitDigits = /^[0-9a-f]{7,64}$/i;
/** A release's number. */
const releaseNumber = /^[1-9]\d{0,8}$/;
/** Whether what was typed can only be a name that git knows. */
const isName = (text) => !releaseNumber.test(text) && !commitDigits.test(text);
/** The release that visitors reach, to make a copy of. */
const liveRelease = (there, where) => {
    const live = there.releases.find(({ number }) => number === there.current);
    const chosen = live && asChosen(live);
    if (chosen)
        return chosen;
    throw new failure/* Failure */.H({
        what: 'No release of the project is live',
        where,
        stands: 'Nothing on the server was changed.',
        next: 'Deploy one: `build all`.',
    });
};
/**
 * The release to go back to: the one that is wanted, or the good one that was live last before the one that is. The
 * newest copy of it counts, as they are all alike.
 */
const chooseRelease = (wanted, there, where) => {
    const live = liveRelease(there, where);
    const kept = there.releases
        .filter(({ good, number }) => good || number === there.current)
        .flatMap((release) => asChosen(release) ?? [])
        .sort((a, b) => b.origin - a.origin || b.number - a.number);
    const fail = (what, why) => new failure/* Failure */.H({
        what,
        where,
        why: [why, tellKept(kept, live)].filter(Boolean).join('\n'),
        stands: `Release ${live.number} is live; nothing on the server was changed.`,
        next: 'Name one of those that are kept, by its number or its commit; or deploy the commit that you want.',
    });
    const { text } = wanted;
    if (text === undefined) {
        // By number, not by origin: what was rolled back from is not gone back to when its successor fails as well.
        const [before] = kept.filter(({ origin }) => origin < live.origin).sort((a, b) => b.number - a.number);
        if (before)
            return before;
        throw fail(`There is no release before release ${live.number} to go back to`);
    }
    const found = byNumber(text, kept) ?? byCommit(text, wanted.commit, kept, fail);
    if (found === undefined)
        throw fail(`Release ${text} is not kept on the server`, fateOf(text, there));
    if (found.origin === live.origin) {
        const copy = live.origin === live.number ? '' : `, a copy of release ${live.origin}`;
        throw fail(`Release ${text} is live already`, `It is release ${live.number}${copy}. To start it anew, there is \`restart\`.`);
    }
    return found;
};
const asChosen = ({ number, record }) => record && { number, origin: record.copyOf ?? number, record };
/** The one of that number, or the newest copy of it. */
const byNumber = (text, kept) => {
    if (!releaseNumber.test(text))
        return undefined;
    const number = Number(text);
    return kept.find((release) => release.number === number) ?? kept.find(({ origin }) => origin === number);
};
/** The newest one of a commit. */
const byCommit = (text, named, kept, fail) => {
    const prefix = text.toLowerCase();
    const matches = commitDigits.test(text) ? kept.filter(({ record }) => record.commit.startsWith(prefix)) : [];
    const commits = [...new Set(matches.map(({ record }) => record.commit))];
    if (commits.length > 1)
        throw fail(`${text} begins the names of ${commits.length} commits`);
    return matches[0] ?? kept.find(({ record }) => record.commit === named);
};
/** Why a release may be missing. */
const fateOf = (text, { sequence }) => {
    if (!releaseNumber.test(text))
        return undefined;
    return Number(text) > sequence
        ? 'There was none of this number yet.'
        : 'It failed before it was live, or it was removed since, as only the last good ones are kept.';
};
/** One line for each that is kept, the newest first. */
const tellKept = (kept, live) => [
    'These are kept:',
    ...kept.map(({ number, origin, record }) => `release ${number}${origin === number ? '' : ` (a copy of ${origin})`}, commit ${record.commit.slice(0, 12)}, of ${record.created}${number === live.number ? ', live' : ''}: ${record.subject}`),
].join('\n');

;// CONCATENATED MODULE: ./lib/plan/choose-restart.js





/**
 * What names stand for: a helper of the live release, with all its copies or one of them, or a secondary service;
 * `parts` are what that release was made from.
 */
const restartTargets = (names, { configuration, file }, parts, live, where) => {
    const isSupervised = parts?.image.kind === 'supervised';
    const programs = parts?.programs ?? [];
    const helpers = new Map(programs
        .filter(({ web }) => !web)
        .flatMap((program) => {
        const units = unitsOf(configuration.projectName, program, isSupervised, live);
        const copies = program.copies === 1
            ? []
            : processNames(program).map((copy, index) => [copy, units.slice(index, index + 1)]);
        return [[program.name, units], ...copies];
    }));
    const services = configuration.services.map(({ name }) => name);
    return [...new Set(names)].map((name) => {
        const units = helpers.get(name);
        if (units)
            return { kind: 'helper', name, isSupervised, units };
        if (services.includes(name))
            return { kind: 'service', name };
        throw unknownName(name, {
            programs,
            helpers: [...helpers.keys()],
            services,
            live,
            where,
            file,
            configuration,
        });
    });
};
const unitsOf = (project, program, isSupervised, live) => isSupervised
    ? supervisorNames(program)
    : Array.from({ length: program.copies }, (_, index) => (0,layout/* helperContainer */.ID)(project, program.name, live, program.copies === 1 ? undefined : index + 1));
const unknownName = (name, there) => {
    const stands = 'Nothing on the server was changed.';
    if (there.programs.some((program) => program.web && program.name === name)) {
        return new failure/* Failure */.H({
            what: `${name} is the web process, which is not restarted by itself`,
            where: there.where,
            why: 'Visitors would wait meanwhile.',
            stands,
            next: '`restart` without a name starts the whole release anew, without a gap.',
        });
    }
    const all = [...there.helpers, ...there.services];
    const near = (0,configuration_near/* nearMiss */.b)(name, all);
    return new failure/* Failure */.H({
        what: `There is no helper or service ${JSON.stringify(name)}`,
        where: `release ${there.live} on ${there.where}; ${there.file}, configuration ${there.configuration.name}`,
        why: all.length === 0 ? 'There are none.' : `There are: ${all.join(', ')}.`,
        stands,
        next: near === undefined ? 'Name one of them, or none for the whole release.' : `Did you mean \`${near}\`?`,
    });
};

;// CONCATENATED MODULE: ./lib/release/restart.js




/** Milliseconds that a restart may take: what stops has up to an hour. */
const patience = 4_000_000;
/** Restarts the processes or containers of a helper of the live release, each with its own signal and time to stop. */
const restartHelpers = async ({ session, progress, signal }, { name, isSupervised, units }, live) => {
    const states = [];
    await (0,server_scripts/* runStepScript */.V)(session, {
        scripts: ['release', 'restart'],
        title: `Restarting ${name}`,
        progress,
        signal,
        deadlineMs: patience,
        args: { RELEASE: String(live), SUPERVISED: isSupervised ? 'yes' : '' },
        words: units,
        onMark(mark, rest) {
            if (mark === 'helper')
                states.push(rest.replaceAll(/\s+/g, ' '));
        },
        failure: () => states.length === 0
            ? {}
            : {
                what: `${name} does not run again`,
                where: `release ${live} on ${session.where}`,
                why: `${isSupervised ? 'supervisor' : 'Docker'} says: ${states.join('; ')}. The container’s log is below.`,
                stands: `Release ${live} is live as before; ${isSupervised ? 'supervisor' : 'Docker'} goes on trying to start ${name}.`,
                next: 'See the log for the cause. `rollback` brings the release before it back.',
            },
    });
};
/** Restarts a secondary service's container as it is, and waits until it answers. */
const restartService = async (context, service) => {
    const { session, signal } = context;
    try {
        await session.engine.call({
            method: 'POST',
            path: `/containers/${service.containerName}/restart`,
            deadlineSeconds: 180,
            signal,
        });
    }
    catch (cause) {
        if (!(cause instanceof client/* EngineError */.N && cause.status === 404))
            throw cause;
        throw new failure/* Failure */.H({
            what: `${service.name} is not on the server`,
            where: session.where,
            next: 'Build it: `build service`.',
        }, { cause });
    }
    await waitUntilReady(context, service);
};

;// CONCATENATED MODULE: ./lib/commands/restart.js







/** Starts the live release anew, or some of its helpers or services. */
const restart = async ({ names }, target, invocation, observer) => {
    const begun = performance.now();
    const choose = (facts, where) => {
        requireOwner(target, invocation, facts, where);
        const chosen = liveRelease(facts.host, where);
        return { chosen, targets: restartTargets(names, target, facts.host.parts, chosen.number, where) };
    };
    if (invocation.dryRun) {
        const { facts, where } = await (0,commands_target/* readTarget */._E)(target, observer, async () => undefined);
        const { chosen } = choose(facts, where);
        const sentence = names.length > 0
            ? `Would restart ${names.join(', ')}`
            : `Would start release ${chosen.number} anew, as release ${(0,release_steps/* nextNumber */.Pt)(facts)}, without a gap`;
        return { kind: 'done', changed: false, sentence };
    }
    await using server = await (0,commands_target/* openTarget */.Ap)(target, invocation, observer, invocation.lockSeconds);
    const { chosen, targets } = choose(server.facts, server.session.where);
    if (names.length === 0) {
        const request = {
            command: 'restart',
            chosen,
            reason: 'asked for',
            asksMigrations: false,
            begun,
        };
        return { kind: 'deployed', outcome: await bringCopy(request, server, target, invocation, observer) };
    }
    observer.stage('working');
    for (const one of targets)
        await restartOne(one, chosen.number, server, target, observer);
    observer.stage('ended');
    return { kind: 'done', changed: true, sentence: `Restarted ${names.join(', ')}` };
};
/** Restarts a helper with all its copies, or a service, as a step of its own. */
const restartOne = async (one, live, { session, facts }, { configuration }, { progress, signal }) => {
    const own = progress.begin(`Restart ${one.name}`, 'asked for');
    const context = { session, progress: own, signal: AbortSignal.any([signal, session.lost]) };
    try {
        if (one.kind === 'helper')
            await restartHelpers(context, one, live);
        else {
            // Only how to know that it is ready again is taken from this; a given password plays no part in that.
            const services = serviceStacks(configuration, facts.host.passwords, facts.host.key ?? '');
            for (const service of services.filter(({ name }) => name === one.name))
                await restartService(context, service);
        }
        own.end('done');
    }
    catch (error) {
        own.end(signal.aborted ? 'cancelled' : 'failed');
        throw error;
    }
};

;// CONCATENATED MODULE: ./lib/source/commit-named.js

/** The commit that a tag, a branch or a commit's first digits name in a repository; undefined when there is none. */
const commitNamed = async (name, repository) => {
    for (const ref of [`refs/tags/${name}`, name, `refs/remotes/origin/${name}`]) {
        const commit = await (0,git/* tryGit */.Ii)(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], {
            cwd: repository,
        });
        if (commit !== undefined)
            return commit.trim();
    }
    return undefined;
};

;// CONCATENATED MODULE: ./lib/commands/rollback.js






/** Brings an earlier release back. */
const rollback = async ({ to, despiteMigrations }, target, invocation, observer) => {
    const begun = performance.now();
    const commit = to === undefined ? undefined : await commitNamed(to, invocation.workspace);
    if (to !== undefined && isName(to) && commit === undefined) {
        throw new failure/* Failure */.H({
            what: `There is no release, commit or tag ${JSON.stringify(to)}`,
            where: invocation.workspace,
            why: 'A release has a number, a commit at least 7 hexadecimal digits, and git knows no tag or branch of this name here.',
            stands: 'Nothing on the server was changed.',
            next: 'Name a release by its number. In a workflow, the checkout fetches tags with `fetch-depth: 0`.',
        });
    }
    const choose = (facts, where) => {
        requireOwner(target, invocation, facts, where);
        return chooseRelease({ text: to, commit }, facts.host, where);
    };
    if (invocation.dryRun) {
        const { facts, where } = await (0,commands_target/* readTarget */._E)(target, observer, async () => undefined);
        const chosen = choose(facts, where);
        return {
            kind: 'done',
            changed: false,
            sentence: wouldBring(chosen, (0,release_steps/* nextNumber */.Pt)(facts), despiteMigrations),
        };
    }
    await using server = await (0,commands_target/* openTarget */.Ap)(target, invocation, observer, invocation.lockSeconds);
    const chosen = choose(server.facts, server.session.where);
    observer.progress.note(`Back to ${tell(chosen)}`);
    const request = {
        command: 'rollback',
        chosen,
        reason: to === undefined ? 'the last good one before' : `${to} is asked for`,
        asksMigrations: !despiteMigrations,
        begun,
    };
    return { kind: 'deployed', outcome: await bringCopy(request, server, target, invocation, observer) };
};
const tell = ({ origin, record: { commit, subject } }) => `release ${origin}, commit ${commit.slice(0, 12)}: ${subject}`;
const wouldBring = (chosen, number, despiteMigrations) => `Would bring back ${tell(chosen)}, as release ${number}. ${despiteMigrations
    ? 'Migrations that it does not know would not be asked for.'
    : 'Whether the database has migrations that it does not know is asked when it starts.'}`;

;// CONCATENATED MODULE: ./lib/server/interactive-marks.js
/** What comes before a program's own output: lines of the script that starts it. */
/** Reads the beginning of an output: all that came so far goes in, until the line `@jetee begin` is there. */
const readStart = (output) => {
    // A byte is a character in this encoding; a terminal puts a carriage return before the line's end, or several.
    const match = /(?:^|[\r\n])@jetee begin((?: [\w.-]+)*)\r*\n/.exec(output.toString('latin1'));
    if (!match)
        return { kind: 'waiting' };
    const [line, words = ''] = match;
    return {
        kind: 'begun',
        words: words.split(' ').filter(Boolean),
        rest: output.subarray(match.index + line.length),
    };
};
/** Why a script did not start anything: the words of its line `@jetee no`. */
const readRefusal = (output) => /(?:^|[\r\n])@jetee no ([^\r\n]*)/.exec(output)?.[1]?.split(' ');

;// CONCATENATED MODULE: ./lib/server/interactive-terminal.js
/** What the server's terminal shall be: of this one's kind and size. A `TERM` with unusual characters counts as none. */
const terminalLike = (output, term) => ({
    term: term !== undefined && /^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$/.test(term) ? term : 'xterm',
    ...sizeOf(output),
});
const sizeOf = ({ rows, columns }) => ({
    rows: rows || 24,
    cols: columns || 80,
});
/**
 * Sends every key as it is, Ctrl-C and its like among them, and tells each new size, until disposed. The terminal comes
 * back also when the process ends meanwhile, or is told to end.
 */
const holdTerminal = ({ input, output }, onResize) => {
    const resized = () => onResize(sizeOf(output));
    const restore = () => {
        input.setRawMode(false);
    };
    input.setRawMode(true);
    output.on('resize', resized);
    process.on('exit', restore);
    return {
        [Symbol.dispose]() {
            output.off('resize', resized);
            process.off('exit', restore);
            restore();
        },
    };
};
/**
 * Undoes what a program that was cut off may have set: other keypad and cursor keys, the mouse, pasting in brackets, a
 * hidden cursor, colours, and the second screen (left without a jump of the cursor, as it may never have been entered).
 */
const resetScreen = '\x1b[?1l\x1b>\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?2004l\x1b[?25h\x1b[0m\x1b[?1047l\r\n';

;// CONCATENATED MODULE: ./lib/server/interactive.js




/** Runs a program on the server with this side's streams for its own, to its end. */
const interact = async (connection, interaction) => {
    const { command, streams, terminal, signal, onBegin } = interaction;
    const { input, output, errors } = streams;
    const channel = await connection.exec(command, { stdin: true, terminal, signal });
    using cleanUp = new DisposableStack();
    // Whoever reads this side's output may leave before the program ends; it is told as a pipe would.
    let broken = false;
    const hangUp = () => {
        broken = true;
        channel.close();
    };
    const begin = (words) => {
        onBegin(words);
        if (terminal)
            cleanUp.use(holdTerminal(streams, channel.resize));
        for (const stream of [output, errors]) {
            stream.on('error', hangUp);
            cleanUp.defer(() => stream.off('error', hangUp));
        }
        input.on('error', hangUp);
        input.pipe(channel.stdin);
        cleanUp.defer(() => {
            input.off('error', hangUp);
            input.unpipe(channel.stdin);
            input.pause();
            // Nothing more is read; an open pipe must not keep the process.
            if (typeof input.unref === 'function')
                input.unref();
        });
    };
    let begun = false;
    let early = Buffer.alloc(0);
    const earlyErrors = [];
    channel.stdout.on('data', (chunk) => {
        if (begun)
            return pass(chunk, channel.stdout, output);
        early = Buffer.concat([early, chunk]);
        const start = readStart(early);
        if (start.kind === 'waiting')
            return;
        begun = true;
        begin(start.words);
        for (const said of earlyErrors)
            pass(said, channel.stderr, errors);
        pass(start.rest, channel.stdout, output);
    });
    channel.stderr.on('data', (chunk) => {
        if (begun)
            pass(chunk, channel.stderr, errors);
        else
            earlyErrors.push(chunk);
    });
    try {
        const status = statusOf(await channel.done);
        return begun
            ? { kind: 'ended', status }
            : { kind: 'refused', status, output: early.toString(), errors: Buffer.concat(earlyErrors).toString() };
    }
    catch (error) {
        if (broken)
            return { kind: 'ended', status: statusOf({ code: null, signal: 'SIGPIPE' }) };
        if (begun && terminal)
            output.write(resetScreen);
        throw begun && connection.closed.aborted && !signal.aborted ? cutOff(error) : error;
    }
};
/** Writes on, at the pace at which it is taken. */
const pass = (chunk, from, to) => {
    if (chunk.length === 0 || to.write(chunk))
        return;
    from.pause();
    to.once('drain', () => from.resume());
};
/** An end as a shell's `$?` has it. */
const statusOf = ({ code, signal = '' }) => {
    if (code !== null)
        return code;
    const name = signal.startsWith('SIG') ? signal : `SIG${signal}`;
    const number = external_node_os_.constants.signals[name];
    return number === undefined ? 255 : 128 + number;
};
const cutOff = (cause) => cause instanceof failure/* Failure */.H
    ? new failure/* Failure */.H({ ...cause.details, next: 'What ran in this terminal is told to end, within 20 seconds.' }, { cause })
    : cause;

// EXTERNAL MODULE: ./lib/server/script-text.js
var script_text = __webpack_require__(3026);
;// CONCATENATED MODULE: ./lib/server/interactive-guard.js




/** Milliseconds between two signs of life. */
const beat = 5000;
/**
 * Opens a guard, in a channel beside the terminal's. Where the server allows no second one, there is none: what the
 * terminal leaves behind then lasts as long as its container.
 */
const openGuard = (connection) => {
    const script = (0,script_text/* scriptText */.r)({ HANG_UP: (0,templates/* readScript */.Uq)('hang-up') }, ['guard']);
    const opening = connection.exec((0,shell_quote/* commandLine */.a)([...session/* asRoot */.t, 'sh', '-c', script]), { stdin: true });
    opening.then(({ stdout, stderr, done }) => {
        stdout.resume();
        stderr.resume();
        done.catch(() => { });
    }, () => { });
    const tell = (line) => {
        opening.then(({ stdin }) => stdin.write(`${line}\n`), () => { });
    };
    const heartbeat = setInterval(() => tell(''), beat);
    return {
        watch: tell,
        release: () => tell('over'),
        [Symbol.dispose]: () => clearInterval(heartbeat),
    };
};

;// CONCATENATED MODULE: ./lib/stack/once-container.js

/** What supervisor sets of its programs' user, in its own container. */
const app = { HOME: '/home/app', USER: 'app', LOGNAME: 'app' };
/**
 * The container for a command: the release's image, environment, network, name servers, volumes and limits. It counts to
 * no release, so that no deploy takes it for one of its own. It has no fixed address, and no check of its health. Where
 * the image is not made here, its entry point gets the command, as it gets those of tasks.
 */
const onceSpec = (project, { number, containers, supervised, hasInit, found }, { words, identity, terminal }) => {
    const main = containers.find(({ name }) => name === (0,layout/* releaseContainer */.Lt)(project, number));
    if (!main)
        return undefined;
    const { NetworkingConfig: _address, StopSignal: _signal, StopTimeout: _time, ...own } = main.spec;
    const { Dns, DnsSearch, DnsOptions, Entrypoint } = found;
    return {
        name: (0,layout/* onceContainer */.fk)(project, identity),
        spec: {
            ...own,
            ...(supervised && { Entrypoint: [], User: 'app' }),
            Cmd: words,
            Env: [
                ...(own.Env ?? []),
                ...(supervised ? Object.entries(app).map(([name, value]) => `${name}=${value}`) : []),
                ...(terminal ? [`TERM=${terminal.term}`] : []),
            ],
            Hostname: `${project}-run`,
            Labels: { ...own.Labels, [layout/* labels */.WD.service]: 'run', [layout/* labels */.WD.release]: '', [layout/* labels */.WD.spec]: '' },
            Healthcheck: { Test: ['NONE'], Interval: 0, Timeout: 0 },
            Tty: terminal !== undefined,
            OpenStdin: true,
            StdinOnce: true,
            AttachStdin: true,
            AttachStdout: true,
            AttachStderr: true,
            HostConfig: {
                ...own.HostConfig,
                RestartPolicy: { Name: 'no' },
                AutoRemove: true,
                // Some images bring a first process of their own, which must be the first.
                ...(hasInit &&
                    (supervised || !/(^|\/)(init|systemd)$/.test(Entrypoint?.[0] ?? '')) && { Init: true }),
                ...(terminal && { ConsoleSize: [terminal.rows, terminal.cols] }),
                ...(Dns?.length && { Dns }),
                ...(DnsSearch?.length && { DnsSearch }),
                ...(DnsOptions?.length && { DnsOptions }),
            },
        },
    };
};

;// CONCATENATED MODULE: ./lib/commands/inside-failure.js



/** Why nothing could be opened inside of the server, for people. */
const insideFailure = ({ status, output, errors }, connection, { projectName, name }) => {
    const { where } = connection;
    const [reason, first = '', second = ''] = readRefusal(output) ?? [];
    const lines = `${output}\n${errors}`
        .split(/[\r\n]+/)
        .filter((line) => line.trim() !== '' && !line.startsWith('@jetee'));
    switch (reason) {
        case 'rights':
            return (0,lock/* refusal */.x)(connection, status, first, errors);
        case 'release':
            return new failure/* Failure */.H({
                what: `No release of ${projectName} is live on the server`,
                where,
                why: 'It was never deployed there, or its first deploy did not come to its end.',
                next: 'Deploy it: `build all`.',
            });
        case 'container':
            return new failure/* Failure */.H({
                what: `There is no container ${first} of the project on the server`,
                where,
                output: lines,
                next: 'Deploy the configuration as it is: `build all`.',
            });
        case 'running':
            return new failure/* Failure */.H({
                what: `The container ${first} does not run`,
                where,
                why: `Its state is “${second}”.`,
                next: `\`docker logs ${first}\` on the server tells what it said last; a deploy starts it again.`,
            });
        case 'configuration':
            return new failure/* Failure */.H({
                what: `The project ${projectName} on the server is not of the configuration ${name}`,
                where,
                why: `It was deployed by the configuration ${first}.`,
                next: `Name that one: \`-n ${first}\`.`,
            });
        default:
            return new failure/* Failure */.H({
                what: 'Nothing could be started on the server',
                where,
                why: `What was to start it ended with status ${status}.`,
                output: lines,
                next: 'An image without a shell (`sh`) can be entered by no shell; `run` starts its own programs in a container of their own.',
            });
    }
};

;// CONCATENATED MODULE: ./lib/commands/run-once.js
















/** Runs a command in a fresh container of the live release; gives its exit status. */
const runOnce = async ({ words }, target, invocation, observer) => {
    const { configuration } = target;
    const { console, signal } = observer;
    const project = configuration.projectName;
    const terminal = console.isTerminal ? terminalLike(console.output, invocation.env.TERM) : undefined;
    const script = (names, variables) => {
        const all = { ROOT: layout/* root */.zr, PROJECT: project, ...variables };
        return (0,shell_quote/* commandLine */.a)([...session/* asRoot */.t, 'sh', '-c', (0,script_text/* scriptText */.r)(all, ['inside', ...names])]);
    };
    await using connection = await (0,commands_target/* connectTo */.m6)(target, observer);
    // Both open while the release's record is being read.
    using guard = openGuard(connection);
    const engine = (0,engine_open/* openEngine */.F)(connection, session/* asRoot */.t);
    using _ = { [Symbol.dispose]: () => engine.close() };
    const live = await readLive(connection, script(['once'], { CONFIGURATION: configuration.name }), target, signal);
    const identity = (0,external_node_crypto_.randomBytes)(4).toString('hex');
    const container = onceSpec(project, live, { words, identity, terminal });
    if (!container) {
        throw new failure/* Failure */.H({
            what: `The record of release ${live.number} is incomplete`,
            where: connection.where,
            next: 'Deploy again: `build all`.',
        });
    }
    // From here on something is left when this side is cut off.
    guard.watch(`container ${container.name}`);
    await createContainer(engine, container.name, container.spec, signal);
    const ending = await interact(connection, {
        command: script(['attach'], { CONTAINER: container.name, TERMINAL: terminal?.term ?? '' }),
        streams: console,
        terminal,
        signal,
        onBegin: () => { },
    });
    if (ending.kind === 'refused')
        throw insideFailure(ending, connection, configuration);
    guard.release();
    return ending.status;
};
/** Reads what the live release was made from; its environment comes over the connection, and is kept nowhere. */
const readLive = async (connection, command, { configuration }, signal) => {
    const { output, errors, code } = await (0,read_to_end/* readToEnd */.f)(await connection.exec(command, { signal }));
    if (code !== 0)
        throw insideFailure({ status: code ?? 1, output, errors }, connection, configuration);
    const { first, has } = (0,word_lines/* wordLines */.k)(output);
    const record = Buffer.from(first('record') ?? '', 'base64').toString();
    return {
        number: Number(first('live')),
        containers: JSON.parse(record),
        supervised: has('supervised'),
        hasInit: has('init'),
        found: JSON.parse(first('found') ?? ''),
    };
};

;// CONCATENATED MODULE: ./lib/commands/ssh.js












/** Opens a shell, or runs a command, in a container that runs; gives its exit status. */
const ssh = async ({ service, words }, target, invocation, observer) => {
    const { configuration } = target;
    if (service !== undefined)
        checkService(service, configuration.services.map(({ name }) => name));
    const { console, signal } = observer;
    const terminal = console.isTerminal ? terminalLike(console.output, invocation.env.TERM) : undefined;
    const variables = {
        ROOT: layout/* root */.zr,
        PROJECT: configuration.projectName,
        CONFIGURATION: configuration.name,
        SERVICE: service ?? '',
        TERMINAL: terminal?.term ?? '',
        ROWS: String(terminal?.rows ?? ''),
        COLS: String(terminal?.cols ?? ''),
        IN_CONTAINER: (0,templates/* readScript */.Uq)('in-container'),
    };
    const script = (0,script_text/* scriptText */.r)(variables, ['inside', 'ssh']);
    await using connection = await (0,commands_target/* connectTo */.m6)(target, observer);
    using guard = openGuard(connection);
    const ending = await interact(connection, {
        command: (0,shell_quote/* commandLine */.a)([...session/* asRoot */.t, 'sh', '-c', script, 'jetee', ...words]),
        streams: console,
        terminal,
        signal,
        onBegin: (begun) => guard.watch(['session', ...begun].join(' ')),
    });
    if (ending.kind === 'refused')
        throw insideFailure(ending, connection, configuration);
    guard.release();
    return ending.status;
};
/** A service that the configuration does not have is told before anything is connected to. */
const checkService = (service, services) => {
    if (services.includes(service))
        return;
    const meant = (0,configuration_near/* nearMiss */.b)(service, services);
    const list = services.length === 0 ? 'none' : services.map((name) => `\`${name}\``).join(', ');
    throw new failure/* Failure */.H({
        what: `There is no service ${service}`,
        why: `The configuration’s services are: ${list}. The project’s own container is meant by naming none.`,
        next: meant === undefined
            ? 'Name one of these; a command stands behind `--`.'
            : `Did you mean \`${meant}\`? A command stands behind \`--\`.`,
    });
};

;// CONCATENATED MODULE: ./lib/status/processes.js
/** Reads what `supervisorctl status` prints of a container's processes; `now` is in seconds since 1970. */
const processStatuses = (lines, container, now) => lines.flatMap((line) => {
    const [, name = '', state = '', rest = ''] = /^(\S+)\s+([A-Z]{4,})\s*(.*)$/.exec(line) ?? [];
    if (!name)
        return [];
    const seconds = uptime(rest);
    return [
        {
            name: name.slice(name.indexOf(':') + 1),
            container,
            state: state.toLowerCase(),
            since: seconds === undefined ? null : new Date((now - seconds) * 1000).toISOString(),
            note: seconds === undefined && rest !== '' ? rest : null,
            ok: state === 'RUNNING',
        },
    ];
});
/** Seconds of `pid 12, uptime 1 day, 2:03:04`. */
const uptime = (text) => {
    const [, days = '0', hours, minutes, seconds] = /uptime (?:(\d+) days?, )?(\d+):(\d\d):(\d\d)$/.exec(text) ?? [];
    return hours === undefined
        ? undefined
        : ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
};

;// CONCATENATED MODULE: ./lib/status/judge.js




/** Part of the disk that must be free. */
const leastFree = 0.05;
/** What facts say of a configuration, and what of it is wrong. */
const judge = (configuration, hasWeb, where, facts) => {
    const { projectName: project } = configuration;
    const services = serviceStatuses(configuration, hasWeb, facts);
    const processes = processStatusesOf(configuration, facts);
    const site = hasWeb && facts.live !== undefined ? siteStatus(configuration, facts) : null;
    // nginx and Consul may be there for other projects.
    const own = configuration.services.map(({ name }) => (0,layout/* serviceContainer */.hh)(project, name));
    const isAbsent = facts.live === undefined &&
        !services.some(({ container, state }) => own.includes(container) && state !== 'missing');
    const problems = isAbsent
        ? []
        : [
            ...(facts.docker === undefined ? ['Docker does not answer'] : []),
            ...services.flatMap(serviceProblem),
            ...(facts.live === undefined ? ['no release is live'] : releaseProblems(facts.live, processes)),
            ...processes.filter(({ ok }) => !ok).map(({ name, state }) => `process ${name} is ${state}`),
            ...(site && !site.healthy
                ? [`the site ${site.status === null ? 'does not answer' : `answers with status ${site.status}`}`]
                : []),
            ...(facts.disk.freeKiB < facts.disk.totalKiB * leastFree ? ['the disk is nearly full'] : []),
        ];
    return {
        project,
        configuration: configuration.name,
        state: isAbsent ? 'absent' : problems.length > 0 ? 'ailing' : 'well',
        problems,
        server: {
            where,
            os: facts.os,
            kernel: facts.kernel,
            uptimeSeconds: facts.uptimeSeconds,
            load: facts.load,
            processors: facts.processors,
            memory: {
                totalBytes: facts.memory.totalKiB * 1024,
                availableBytes: facts.memory.availableKiB * 1024,
            },
            disk: {
                path: facts.disk.path,
                totalBytes: facts.disk.totalKiB * 1024,
                freeBytes: facts.disk.freeKiB * 1024,
            },
            docker: facts.docker ?? null,
        },
        lockHolder: facts.holder ?? null,
        release: facts.live === undefined
            ? null
            : {
                number: facts.live,
                commit: facts.record?.commit ?? null,
                subject: facts.record?.subject ?? null,
                author: facts.record?.author ?? null,
                created: facts.record?.created ?? null,
                settled: facts.settled,
            },
        site,
        services,
        processes,
        deploys: facts.deploys
            .filter((line) => line.project === project)
            .map(({ time, release, commit, actor, run, outcome }) => ({
            time,
            release: release ?? null,
            commit: commit ?? null,
            actor,
            run: run || null,
            outcome,
        }))
            .reverse(),
    };
};
const serviceStatuses = ({ projectName: project, services, discovery }, hasWeb, facts) => {
    const expected = [
        ...services.map(({ name }) => ({ name, container: (0,layout/* serviceContainer */.hh)(project, name) })),
        ...(hasWeb
            ? [
                ...(facts.live === undefined ? [] : [{ name: 'entrance', container: (0,layout/* entranceContainer */.ub)(project) }]),
                { name: 'nginx', container: layout/* nginxContainer */.K$ },
            ]
            : []),
        ...(discovery === 'consul' ? [{ name: 'consul', container: layout/* consulContainer */.sx }] : []),
    ];
    const canAsk = facts.containers.some(({ name, state }) => name === layout/* consulContainer */.sx && state === 'running');
    return expected.map(({ name, container }) => {
        const found = facts.containers.find((candidate) => candidate.name === container);
        const discovered = (canAsk ? facts.discovered.get(container) : undefined) ?? null;
        const health = readHealth(found?.health);
        return {
            name,
            container,
            image: found?.image ?? null,
            state: found?.state ?? 'missing',
            health,
            discovered,
            since: sinceOf(found),
            restarts: found?.restarts ?? 0,
            ok: found?.state === 'running' && health !== 'unhealthy' && discovered !== false,
        };
    });
};
const readHealth = (text) => text === 'healthy' || text === 'unhealthy' || text === 'starting' ? text : null;
/** Since when a container is what it is; Docker writes the year 1 for never. */
const sinceOf = (found) => {
    const time = found && (found.state === 'running' ? found.started : found.finished);
    return !time || time.startsWith('0001') ? null : time;
};
const serviceProblem = ({ name, state, health, discovered, ok }) => {
    if (ok)
        return [];
    if (state !== 'running')
        return [`${name} is ${state}`];
    if (health === 'unhealthy')
        return [`${name} is unhealthy`];
    return discovered === false ? [`${name} is out of discovery`] : [];
};
/** The processes of the live release: supervisor's, or the containers that it consists of. */
const processStatusesOf = ({ project: { type }, projectName }, { containers, processes, live, now }) => {
    if (live === undefined)
        return [];
    const own = containers.filter(({ labels }) => labels.release === String(live) && ['primary', 'helper', 'door'].includes(labels.service));
    const main = own.find(({ labels }) => labels.service === 'primary');
    if (type.supervised && main?.state === 'running') {
        const door = own.filter(({ labels }) => labels.service === 'door');
        return [...processStatuses(processes, main.name, now), ...door.map(contained(projectName, live))];
    }
    return own.map(contained(projectName, live));
};
/** A container of its own as a process. */
const contained = (project, live) => (container) => ({
    name: nameInRelease(container.name, project, live) ?? container.name,
    container: container.name,
    state: container.state,
    since: container.state === 'running' ? sinceOf(container) : null,
    note: container.state === 'exited' ? `it ended with status ${container.exitCode}` : null,
    ok: container.state === 'running',
});
const releaseProblems = (live, processes) => processes.length === 0 ? [`release ${live} has no process`] : [];
const siteStatus = ({ serverNames, site, project: { healthCheck } }, facts) => {
    const status = facts.site?.status ?? null;
    const { from, to } = healthCheck.status;
    return {
        names: (0,site_names/* siteNames */.qf)(serverNames, site.redirectWww).served,
        path: healthCheck.path,
        status,
        milliseconds: facts.site ? Math.round(facts.site.seconds * 1000) : null,
        maintenance: facts.maintenance,
        healthy: facts.maintenance ? status === 503 : status !== null && status >= from && status <= to,
    };
};

;// CONCATENATED MODULE: ./lib/status/facts.js

/** Reads what `status.sh` prints; undefined where it did not come to its end. */
const parseStatus = (text) => {
    const { all, first, has } = (0,word_lines/* wordLines */.k)(text);
    const numbers = (word) => (first(word) ?? '').split(' ').map(Number);
    if (!has('ready'))
        return undefined;
    const [availableKiB = 0, totalKiB = 0] = numbers('memory');
    const [freeKiB = 0, diskKiB = 0] = numbers('disk');
    const live = Number.parseInt(first('live') ?? '', 10);
    const [status = 0, seconds = 0] = numbers('site');
    const docker = first('docker');
    return {
        os: first('os') ?? 'unknown',
        kernel: first('kernel') ?? 'unknown',
        uptimeSeconds: numbers('uptime')[0] ?? 0,
        load: numbers('load'),
        processors: numbers('processors')[0] ?? 0,
        memory: { availableKiB, totalKiB },
        disk: { freeKiB, totalKiB: diskKiB, path: (first('disk') ?? '').split(' ').slice(2).join(' ') },
        now: numbers('now')[0] ?? 0,
        docker: docker === 'silent' ? undefined : docker,
        holder: (0,word_lines/* holderName */.i)(first('held')),
        live: Number.isNaN(live) ? undefined : live,
        record: parseObject(first('release')),
        settled: has('settled'),
        maintenance: has('maintenance'),
        containers: all('container').flatMap((line) => {
            const container = parseObject(line);
            return container ? [{ ...container, name: container.name.replace(/^\//, '') }] : [];
        }),
        processes: all('process'),
        site: first('site') && status > 0 ? { status, seconds } : undefined,
        discovered: new Map(all('discovery').map((line) => {
            const [name = '', answer] = line.split(' ');
            return [name, answer === 'yes'];
        })),
        deploys: all('deploy').flatMap((line) => parseObject(line) ?? []),
    };
};
const parseObject = (line) => {
    try {
        return line === undefined ? undefined : JSON.parse(line);
    }
    catch {
        return undefined;
    }
};

;// CONCATENATED MODULE: ./lib/status/read.js








/** Reads how a server is, by one script that asks everything side by side. */
const readStatus = async (connection, { projectName: project, serverNames, site, project: { healthCheck }, services, discovery }, hasWeb, signal) => {
    const names = discovery === 'consul'
        ? [
            ...services.map(({ name }) => (0,layout/* serviceContainer */.hh)(project, name)),
            ...(hasWeb ? [(0,layout/* entranceContainer */.ub)(project)] : []),
        ]
        : [];
    const channel = await (0,look/* startReading */.B)(connection, project, ['disk', 'status'], {
        HOST: hasWeb ? (0,site_names/* literalName */.xz)((0,site_names/* siteNames */.qf)(serverNames, site.redirectWww)) : '',
        SITE_PATH: healthCheck.path,
        NAMES: names.join(' '),
        QUESTIONS: names.map((name) => (0,registration/* dnsQuestion */.WG)(`${name}.service.consul`)).join(' '),
    }, signal);
    const { output, errors, code } = await (0,read_to_end/* readToEnd */.f)(channel);
    const facts = code === 0 ? parseStatus(output) : undefined;
    if (facts)
        return facts;
    throw (0,lock/* refusal */.x)(connection, code, (0,word_lines/* wordLines */.k)(output).first('denied'), errors);
};

;// CONCATENATED MODULE: ./lib/status/status.js
/** Statuses that the command ends with, by what it found. */
const exitCodes = { well: 0, ailing: 1, absent: 2 };

;// CONCATENATED MODULE: ./lib/status/text.js




/** A status as lines for a terminal; `now` is in milliseconds since 1970. */
const statusText = (status, now) => [
    `${status.project} (${status.configuration}) on ${status.server.where}`,
    '',
    ...aligned(facts(status, now)),
    ...tables(status, now).flatMap((table) => [
        '',
        ...aligned([table.head.map((word) => word.toUpperCase()), ...table.rows]),
    ]),
    '',
    conclusion(status),
].map(harmless);
/** A status as Markdown, for the step summary. */
const statusSummary = (status, now) => {
    return [
        `## ${marks[status.state]} ${(0,render_failure/* escapeMarkdown */.FV)(`${status.project} (${status.configuration})`)}`,
        (0,render_failure/* escapeMarkdown */.FV)(conclusion(status)),
        markdownTable(['', ''], facts(status, now)),
        ...tables(status, now).map(({ head, rows }) => markdownTable(head, rows)),
        '',
    ].join('\n\n');
};
const marks = { well: '✅', ailing: '❌', absent: '⏭️' };
const conclusion = ({ state, problems }) => {
    switch (state) {
        case 'well':
            return 'All is well.';
        case 'ailing':
            return `Something is wrong: ${problems.join(', ')}.`;
        case 'absent':
            return 'Nothing is deployed yet.';
    }
};
/** What stands alone, as labels and texts. */
const facts = ({ server, lockHolder, release, site }, now) => {
    const { load, memory, disk } = server;
    const used = (total, free) => `${(0,words/* bytes */.ee)(total - free)} of ${(0,words/* bytes */.ee)(total)} used`;
    return [
        ['Server', `${server.os}, up ${(0,words/* span */.Ln)(server.uptimeSeconds)}`],
        [
            'Load',
            `${load.join(' ')} on ${server.processors} ${server.processors === 1 ? 'processor' : 'processors'}`,
        ],
        ['Memory', used(memory.totalBytes, memory.availableBytes)],
        ['Disk', `${used(disk.totalBytes, disk.freeBytes)} (${disk.path})`],
        ['Docker', server.docker ?? 'does not answer'],
        ['Lock', lockHolder === null ? 'free' : `held by ${lockHolder}`],
        [
            'Release',
            release === null
                ? 'none'
                : [
                    `${release.number}${release.settled ? '' : ' (not settled)'}`,
                    ...(release.commit === null
                        ? []
                        : [release.commit.slice(0, 12), `${release.subject} (${release.author})`]),
                    ...(release.created === null ? [] : [`made ${(0,words/* ageOf */.hy)(release.created, now)} ago`]),
                ].join(', '),
        ],
        ...(site === null
            ? []
            : [
                [
                    'Site',
                    `${site.names.join(', ')}: ${site.status === null ? 'no answer' : `${site.status} in ${site.milliseconds} ms`} (${site.path})${site.maintenance ? ', maintenance is on' : ''}`,
                ],
            ]),
    ];
};
const tables = ({ services, processes, deploys }, now) => {
    const age = (time) => (time === null ? '–' : (0,words/* ageOf */.hy)(time, now));
    const all = [
        {
            head: ['Service', 'State', 'Health', 'Discovery', 'Since', 'Image'],
            rows: services.map(({ name, state, health, discovered, since, image }) => [
                name,
                state,
                health ?? '–',
                discovered === null ? '–' : discovered ? 'yes' : 'no',
                age(since),
                image ?? '–',
            ]),
        },
        {
            head: ['Process', 'State', 'Since', 'Note'],
            rows: processes.map(({ name, state, since, note }) => [name, state, age(since), note ?? '']),
        },
        {
            head: ['Deploy', 'Release', 'Commit', 'By', 'Outcome'],
            rows: deploys.map(({ time, release, commit, actor, outcome }) => [
                `${(0,words/* ageOf */.hy)(time, now)} ago`,
                release === null ? '–' : String(release),
                commit?.slice(0, 12) ?? '–',
                actor,
                outcome,
            ]),
        },
    ];
    return all.filter(({ rows }) => rows.length > 0);
};

;// CONCATENATED MODULE: ./lib/commands/status.js






/** Shows what runs on the server, and how it is. */
const status_status = async (command, target, observer) => {
    const { configuration } = target;
    const { project, primary } = configuration;
    const image = project.type.image(project.settings, primary.baseImage);
    const hasWeb = hasWebProcess(image, programStacks(project, image));
    await using connection = await (0,commands_target/* connectTo */.m6)(target, observer);
    const facts = await readStatus(connection, configuration, hasWeb, observer.signal);
    const found = judge(configuration, hasWeb, connection.where, facts);
    const now = facts.now * 1000;
    const text = command.json ? JSON.stringify(found, undefined, 2) : statusText(found, now).join('\n');
    observer.console.output.write(`${text}\n`);
    return { exitCode: exitCodes[found.state], summary: statusSummary(found, now) };
};

;// CONCATENATED MODULE: ./lib/commands/run.js
















/** Runs a command: from what was asked for, by way of a decision which configuration that means, to what came of it. */
const run = async (invocation, observer) => {
    const { note } = observer.progress;
    const { command } = invocation;
    const loaded = await (0,commands_target/* openDeployment */.Q6)(invocation);
    const { deployment } = loaded;
    if (command.kind === 'check')
        return runCheck(loaded, (0,choose/* chooseForCheck */.vv)(deployment, invocation), invocation, observer);
    const decision = (0,choose/* chooseConfiguration */.sE)(deployment, invocation);
    switch (decision.kind) {
        case 'nothing':
            note(`Nothing is deployed: ${decision.because}`);
            return decision;
        case 'check':
            return runCheck(loaded, decision, invocation, observer);
        case 'preview':
        case 'remove-previews':
        case 'unlabel':
            return previewFor(loaded, decision, invocation, observer);
        case 'deploy': {
            note(`Configuration ${decision.name}: ${decision.because}`);
            const target = await (0,commands_target/* targetFor */.x1)(loaded, decision.name, invocation);
            observer.chosen?.(target.configuration);
            return runOn(command, target, invocation, observer);
        }
    }
};
const runOn = async (command, target, invocation, observer) => {
    switch (command.kind) {
        case 'deploy':
            return command.isPlan || invocation.dryRun
                ? { kind: 'planned', plan: await plan(command, target, invocation, observer) }
                : deploy(command, target, invocation, observer);
        case 'ssh':
            return { kind: 'looked', exitCode: await ssh(command, target, invocation, observer) };
        case 'run':
            return { kind: 'looked', exitCode: await runOnce(command, target, invocation, observer) };
        case 'logs':
            return { kind: 'looked', exitCode: await logs_logs(command, target, invocation, observer) };
        case 'status':
            return { kind: 'looked', ...(await status_status(command, target, observer)) };
        case 'releases':
            return { kind: 'looked', ...(await releases(command, target, observer)) };
        case 'rollback':
            return rollback(command, target, invocation, observer);
        case 'restart':
            return restart(command, target, invocation, observer);
        case 'maintenance':
            return maintenance(command, target, invocation, observer);
        case 'destroy':
            return destroy(command, target, invocation, observer);
        case 'previews':
            return previews(command, target, invocation, observer);
    }
};
const runCheck = (loaded, decision, invocation, { progress }) => {
    const { names, because } = decision;
    progress.note(`check of ${names.join(', ')}: ${because}`);
    const configurations = check(loaded, decision, invocation);
    return { kind: 'checked', file: loaded.deployment.file, because, configurations };
};


/***/ })

};
