export const id = 150;
export const ids = [150];
export const modules = {

/***/ 9150:
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
// EXTERNAL MODULE: ./lib/configuration/schema.js + 3 modules
var configuration_schema = __webpack_require__(930);
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

// EXTERNAL MODULE: ./lib/server/engine/facts.js
var engine_facts = __webpack_require__(1385);
// EXTERNAL MODULE: ./lib/stack/front.js
var stack_front = __webpack_require__(3835);
// EXTERNAL MODULE: ./lib/stack/layout.js
var layout = __webpack_require__(8262);
// EXTERNAL MODULE: ./lib/plan/discovery-steps.js
var discovery_steps = __webpack_require__(8435);
// EXTERNAL MODULE: ./lib/plan/ranges.js
var ranges = __webpack_require__(7325);
// EXTERNAL MODULE: ./lib/plan/release-steps.js
var release_steps = __webpack_require__(2952);
// EXTERNAL MODULE: ./lib/catalog/versions.js
var versions = __webpack_require__(7090);
// EXTERNAL MODULE: ./lib/stack/container.js
var stack_container = __webpack_require__(9467);
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
    const container = containerOf(desired.project, service, facts);
    const renewal = container && whyRenew(desired, service, container, facts);
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
/** Why a container cannot stay; undefined when it can. */
const whyRenew = (desired, service, container, facts) => {
    if (container.labels[layout/* labels */.WD.spec] !== service.spec.Labels[layout/* labels */.WD.spec])
        return 'its specification has changed';
    const clash = (0,discovery_steps/* resolverClash */.Mr)(desired, container, facts);
    if (clash !== undefined)
        return `it ${clash}`;
    const thief = (0,discovery_steps/* addressThief */.Be)(desired.project, container, facts);
    return thief === undefined ? undefined : `${thief} has taken its address`;
};
const containerOf = (project, { containerName }, { engine }) => engine.containers.find(({ name, labels: own }) => name === containerName && own[layout/* labels */.WD.project] === project);
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
    const found = containerOf(project, service, facts)?.labels[layout/* labels */.WD.data] ?? volume?.labels[layout/* labels */.WD.data];
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
const openPasswordProblems = (project, services, facts) => services.flatMap((service) => containerOf(project, service, facts) && isPasswordOpen(service, facts)
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
    ...(0,release_steps/* tidySteps */._)(desired.project, facts),
    ...(scope.services || scope.site ? folderSteps(desired, facts) : []),
    ...(scope.services ? serviceSteps(desired, facts) : []),
    ...(scope.site ? siteSteps(desired, facts) : []),
    ...(scope.release ? (0,release_steps/* releaseSteps */.h)(desired, facts) : []),
    ...(scope.services ? (0,discovery_steps/* leavingSteps */.S9)(desired, facts) : []),
    ...(scope.site ? siteRemovalSteps(desired, facts) : []),
];
const plan_containerOf = ({ engine }, name) => engine.containers.find((container) => container.name === name);
const folderSteps = (desired, { host }) => {
    const missing = desired.services.filter((service) => lacksPassword(service, host));
    if (host.owner && host.key && missing.length === 0)
        return [];
    return [
        {
            id: 'folders',
            title: 'Make the project’s folders',
            reason: host.owner
                ? `no password yet for ${missing.map(({ name }) => name).join(', ')}`
                : 'the project is new',
            after: ['tidy'],
            action: { kind: 'folders', owner: desired.owner },
        },
    ];
};
const serviceSteps = (desired, facts) => [
    ...dockerSteps(facts),
    ...networkSteps(desired, facts),
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
    const container = plan_containerOf(facts, layout/* nginxContainer */.K$);
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
;// CONCATENATED MODULE: ./lib/plan/preflight.js






/** KiB that a deploy wants free where Docker keeps its data: images and the layers of a build. */
const wantedKiB = 1024 * 1024;
/**
 * Looks for what would stop a plan half-way, before anything is changed; throws one Failure that names all of it.
 */
const preflight = (desired, facts, scope, where) => {
    const problems = [
        ...dockerProblems(facts),
        ...settingsProblems(facts, scope),
        ...diskProblems(facts),
        ...portProblems(facts, scope),
        ...ownerProblems(desired, facts),
        ...siteProblems(desired, facts, scope),
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
const diskProblems = ({ host: { disk } }) => {
    if (disk.freeKiB >= wantedKiB)
        return [];
    const mib = (kib) => `${Math.round(kib / 1024)} MiB`;
    return [
        {
            what: 'The server’s disk is nearly full',
            why: `${mib(disk.freeKiB)} of ${mib(disk.totalKiB)} are free for ${disk.path}; a deploy wants ${mib(wantedKiB)}.`,
            next: 'On the server, `docker system df` shows what Docker takes, and `docker system prune` frees what is unused.',
        },
    ];
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

// EXTERNAL MODULE: ./lib/release/switch.js
var release_switch = __webpack_require__(3517);
;// CONCATENATED MODULE: ./lib/stack/site-names.js
/**
 * Sorts the names of a site by `redirect_www`. Whichever of the two the file lists, with `www.` or without, counts for
 * the pair of both: the one is served, the other sent on. Left as they are: wildcards (nginx takes an exact name
 * before a wildcard that covers it, so that a redirect wins over `*.example.com`), addresses, names of one label, and
 * names that would be longer than DNS allows.
 */
const siteNames = (serverNames, redirectWww) => {
    if (redirectWww === 'none')
        return { served: serverNames, redirects: [] };
    const served = new Set();
    const redirects = new Map();
    for (const name of serverNames) {
        const pair = wwwPair(name);
        if (!pair) {
            served.add(name);
            continue;
        }
        const [to, from] = redirectWww === 'add' ? [pair.long, pair.short] : [pair.short, pair.long];
        served.add(to);
        redirects.set(from, to);
    }
    // Of www.example.com and www.www.example.com, the first stands in two pairs, and is one that the file lists.
    for (const name of served)
        redirects.delete(name);
    return { served: [...served], redirects: [...redirects].map(([from, to]) => ({ from, to })) };
};
/** All names that lead to the site: no other project of the server may have one of them. */
const allNames = ({ served, redirects }) => [
    ...served,
    ...redirects.map(({ from }) => from),
];
/** The first name that can be asked for, a wildcard being none: for the health check and for the site's address. */
const literalName = ({ served }) => served.find((name) => !name.startsWith('*')) ?? (served[0] ?? 'localhost').replace('*', 'www');
/** A name without and with `www.`; undefined for what has no such pair. */
const wwwPair = (name) => {
    // An address ends in a number or a bracket, which no name does.
    if (name.startsWith('*') || /(?:^|\.)\d+$|\]$/.test(name))
        return undefined;
    const rest = name.replace(/^www\./, '');
    const short = rest.includes('.') ? rest : name;
    const long = `www.${short}`;
    return short.includes('.') && long.length <= 253 ? { short, long } : undefined;
};

// EXTERNAL MODULE: ./lib/plan/consul-address.js
var consul_address = __webpack_require__(5746);
// EXTERNAL MODULE: ./lib/stack/subnet.js
var stack_subnet = __webpack_require__(1051);
// EXTERNAL MODULE: ./lib/server/engine/client.js
var client = __webpack_require__(7703);
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

;// CONCATENATED MODULE: ./lib/server/containers.js



/** Every label of ours, empty: what an image's own labels say must not count for a container. */
const noLabels = Object.fromEntries(Object.values(layout/* labels */.WD).map((key) => [key, '']));
/** Creates a container. Another one of this name that is not ours is an error. */
const createContainer = async (engine, name, spec, signal) => {
    signal.throwIfAborted();
    const body = { ...spec, Labels: { ...noLabels, ...spec.Labels } };
    try {
        // Seen through to its end: the engine would go on without us, and what clears up would not find the container yet.
        await engine.call({ method: 'POST', path: '/containers/create', query: { name }, body });
    }
    catch (cause) {
        if (!(cause instanceof client/* EngineError */.N && cause.status === 409))
            throw cause;
        if (await isThere(engine, name, spec))
            return;
        throw new failure/* Failure */.H({
            what: `The container ${name} cannot be created`,
            why: `Another container on the server has this name, and it was not made by this deployer: ${cause.message}`,
            next: `Rename or remove the other container (\`docker rename ${name} …\`), or choose another \`project_name\`.`,
        }, { cause });
    }
};
/** Whether there is just this container by now: what projects share, another run may make at the same moment. */
const isThere = async (engine, name, spec) => {
    const { Config } = await engine.call({
        method: 'GET',
        path: `/containers/${name}/json`,
    });
    const hash = spec.Labels[layout/* labels */.WD.spec];
    return hash !== undefined && Config.Labels[layout/* labels */.WD.spec] === hash;
};
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
var scripts = __webpack_require__(247);
;// CONCATENATED MODULE: ./lib/server/provision.js






/** Installs Docker where it is missing, and writes its settings. */
const setUpDocker = async ({ session, progress, signal }, daemonJson) => {
    await (0,scripts/* runStepScript */.V)(session, {
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
    await (0,scripts/* runStepScript */.V)(session, {
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
const mostTries = 20;
/**
 * Has the server's Consul run as it should, in the networks of all these projects and of those that it was in. May be
 * done by several runs at once: each looks again at what it has come to after whatever another one has crossed.
 */
const ensureConsul = async (context, consul, projects, taken) => {
    const { session, progress, signal } = context;
    await Promise.all([
        ensureImage(context, consul.image),
        createNetwork(context, home, taken),
        (0,scripts/* runStepScript */.V)(session, {
            scripts: ['discovery'],
            title: 'Making the folder of the registrations',
            progress,
            signal,
        }),
    ]);
    const known = { addresses: new Map(), refused: new Set(), renew: false };
    let crossed;
    for (let tries = 0; tries < mostTries; tries++) {
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
const home = { name: layout/* discoveryNetwork */.Lh, bridge: layout/* discoveryNetwork */.Lh, labels: {}, isInternal: true };
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
    await (0,scripts/* runStepScript */.V)(session, {
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

// EXTERNAL MODULE: ./lib/stack/registration.js + 1 modules
var registration = __webpack_require__(5474);
;// CONCATENATED MODULE: ./lib/discovery/register.js


/**
 * Tells Consul of a part of the project's services, and waits until it knows them; those that it knew under this part
 * and that are no longer among them, it forgets.
 */
const register = async ({ session, progress, signal }, part, services) => {
    const { text, question } = (0,registration/* registration */.A)(session.project, part, services);
    await (0,scripts/* runStepScript */.V)(session, {
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
var promises_ = __webpack_require__(6466);
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
    await (0,scripts/* runStepScript */.V)(session, {
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
            (0,scripts/* runStepScript */.V)(session, {
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
/** Creates the container at its address, or at another one as often as somebody else has been faster. */
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
const waitUntilReady = async ({ session, progress, signal }, { name, containerName, image, readiness, readySeconds }) => {
    await (0,scripts/* runStepScript */.V)(session, {
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

// EXTERNAL MODULE: ./lib/release/release.js
var release_release = __webpack_require__(6400);
;// CONCATENATED MODULE: ./lib/release/image.js










/** Makes a release's image and its folder on the server. */
const makeImage = (context, release, number) => release.image.kind === 'image'
    ? takeImage(context, release, release.image, number)
    : buildImage(context, release, release.image, number);
/** What the scripts are told of a release, whatever its image comes from. */
const releaseArgs = async ({ configuration, source }, release, number, digest) => ({
    RELEASE: String(number),
    IMAGE: (0,layout/* releaseImage */.R1)(configuration.projectName, number),
    PARTS: (0,stack_container/* canonicalJson */.dj)(release.parts),
    HELPERS: release.helpers.join('\n'),
    AFTER: release.tasks.after.map(({ name }) => name).join('\n'),
    MOUNT: (await (0,consumers_.buffer)(tarOf(release.mount))).toString('base64'),
    RECORD: JSON.stringify({
        commit: source.commit,
        tree: source.tree,
        spec: release.hash,
        digest,
        created: new Date().toISOString(),
        author: source.author,
        subject: source.subject,
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
    await (0,scripts/* runStepScript */.V)(session, {
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
                (0,promises_.pipeline)(packFiles(needed), stdin).catch((error) => stdin.destroy(error));
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
    await (0,scripts/* runStepScript */.V)(session, {
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

// EXTERNAL MODULE: ./lib/templates.js
var templates = __webpack_require__(9988);
;// CONCATENATED MODULE: ./lib/stack/release-containers.js





/** Seconds that a process of an image's own gets to finish its work before it is killed. */
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
    const socket = `${folder}/r/${release.number}:/run/jetee`;
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
            StopTimeout: ownStopSeconds + 10,
            Labels: ownLabels('door'),
            HostConfig: host([`${files}/door:/etc/jetee:ro`, socket]),
        },
    };
    const app = { name: (0,layout/* releaseContainer */.Lt)(project, release.number) };
    const hostname = { Hostname: `${project}-app` };
    if (image.kind === 'supervised') {
        const mounts = [
            `${files}/mount:/etc/jetee:ro`,
            socket,
            `${folder}/r/${release.number}/static:${image.staticLocation}`,
        ];
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
                    ...own('helper', []),
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

;// CONCATENATED MODULE: ./lib/release/start.js











/** Starts the candidate beside the live release, runs its tasks, and waits until its web process is healthy. */
const startCandidate = async (context, release, number, addresses) => {
    const { session, progress, signal, configuration, source, current } = context;
    const { path, status: healthy, intervalSeconds, deadlineSeconds } = configuration.project.healthCheck;
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
    let failed = [];
    let status = '000';
    const body = [];
    await (0,scripts/* runStepScript */.V)(session, {
        scripts: ['release', 'start'],
        title: `Starting release ${number}`,
        progress,
        signal,
        deadlineMs: 3_600_000,
        args: {
            RELEASE: String(number),
            CONTAINERS: JSON.stringify(containers),
            STATIC: release.image.kind === 'supervised' ? '' : (release.image.staticLocation ?? ''),
            MEDIA: release.image.kind === 'supervised' ? '' : (release.image.mediaLocation ?? ''),
            DOOR: release.port === undefined || address === undefined ? '' : doorConf(address, release.port),
            HOST: release.hasWeb
                ? literalName(siteNames(configuration.serverNames, configuration.site.redirectWww))
                : '',
            HEALTH_PATH: path,
            STATUS_FROM: String(healthy.from),
            STATUS_TO: String(healthy.to),
            INTERVAL: String(intervalSeconds),
            DEADLINE: String(deadlineSeconds),
        },
        words: release.tasks.before.map(({ name }) => name),
        onMark(mark, rest) {
            if (mark === 'failed')
                failed = rest.split(' ');
            if (mark === 'status')
                status = rest;
            if (mark === 'body')
                body.push(rest);
        },
        failure: (output) => {
            const [place, task = '', code = ''] = failed;
            const stands = (0,release_release/* stillServes */.Fk)(current);
            if (place === 'task')
                return { ...(0,release_release/* taskFailure */.E2)(context, number, task, code), stands };
            if (place === 'static') {
                return {
                    what: `There are no static files at ${task} in the image of release ${number}`,
                    why: 'The deployment file names this folder as `static_location`.',
                    stands,
                    next: 'Correct `static_location`, or leave it out where the project serves its static files itself.',
                };
            }
            if (place === 'health') {
                return {
                    what: 'The web process never became healthy',
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

;// CONCATENATED MODULE: ./lib/site/nginx.js




/** Starts the server's nginx, or a new one in its place. */
const startNginx = async (context, front, exists) => {
    const { session, progress, signal } = context;
    await Promise.all([
        ensureImage(context, front.image),
        (0,scripts/* runStepScript */.V)(session, {
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
    await (0,scripts/* runStepScript */.V)(session, {
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
            return (0,release_switch/* tidyUp */.gN)(context, action.live);
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
        case 'leave-discovery':
            return leaveConsul(context);
        case 'nginx':
            return startNginx(context, action.front, action.exists);
        case 'service':
            return follow(context, action.service, createService(context, action.service, action.exists, () => addressBook(context)));
        case 'start-service':
            return follow(context, action.service, startService(context, action.service, () => addressBook(context)));
        case 'site':
            return setUpSite(context, action.site);
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

// EXTERNAL MODULE: ./lib/server/connection/shell-quote.js
var shell_quote = __webpack_require__(3303);
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

;// CONCATENATED MODULE: ./lib/stack/program.js

/** The program of a process: what its type says, and above it what the configuration says. */
const programStack = ({ type, settings, common }, place) => {
    const program = type.program(settings, place, common.stopSeconds);
    return {
        ...program,
        env: { ...program.env, ...common.envVariables },
        stopSignal: common.stopSignal ?? program.stopSignal,
        stopSeconds: common.stopSeconds ?? program.stopSeconds,
        copies: common.copies,
    };
};
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
const supervisorNames = ({ name, copies, }) => copies === 1 ? [name] : Array.from({ length: copies }, (_, copy) => `${name}:${name}-${copy}`);

;// CONCATENATED MODULE: ./lib/stack/release.js





/** Where helpers find themselves in an image that is not made here. */
const unknownPlace = { location: '/', venv: '/usr', python: 'image' };
/** The desired release for an input. */
const releaseStack = (input) => {
    const { configuration } = input;
    const { project, primary } = configuration;
    const image = project.type.image(project.settings, primary.baseImage);
    const supervised = image.kind === 'supervised' ? image : undefined;
    const programs = project.processes.map((process) => programStack(process, supervised?.place ?? unknownPlace));
    const web = programs.find((program) => program.web)?.web;
    const port = image.kind === 'supervised' ? (web?.kind === 'port' ? web.port : undefined) : image.port;
    const keyed = (text) => (0,stack_container/* keyedHash */.N_)(text, input.key);
    const tasks = {
        before: [...image.tasks, ...project.releaseTasks.beforeSwitch],
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
        hasWeb: web !== undefined || port !== undefined,
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
        'entrypoint.sh': (0,templates/* renderTemplate */.Xm)('entrypoint.sh', image),
        'supervisord.conf': (0,templates/* renderTemplate */.Xm)('supervisord.conf', { programs, location }),
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

// EXTERNAL MODULE: ./lib/stack/nginx-text.js
var nginx_text = __webpack_require__(3834);
;// CONCATENATED MODULE: ./lib/stack/site.js






/**
 * The site of a project; its first lines say in JSON whose it is, for the next project that wants the same name.
 * `files` says which files nginx serves itself: static ones under /static/, and uploads under /media/.
 */
const siteStack = ({ projectName, serverNames, site }, ipv6, files = { static: true, media: true }) => {
    const names = siteNames(serverNames, site.redirectWww);
    const specification = {
        server_names: serverNames,
        max_body_size: site.maxBodySize,
        timeout: site.timeoutSeconds,
        redirect_www: site.redirectWww,
        headers: site.headers,
    };
    const meta = (0,stack_container/* canonicalJson */.dj)({ project: projectName, serverNames: allNames(names), specification });
    const conf = (0,templates/* renderTemplate */.Xm)('site.conf', {
        meta: meta.match(/.{1,1000}/g) ?? [],
        ...names,
        maxBodySize: site.maxBodySize,
        timeoutSeconds: site.timeoutSeconds,
        headers: Object.entries(site.headers).map(([name, value]) => ({ name, text: (0,nginx_text/* nginxText */.U)(value) })),
        www: `${layout/* www */.gf}/${projectName}`,
        files,
        ipv6,
    });
    return { names, serverNames: allNames(names), specification, conf, hash: (0,stack_front/* sha256 */.sc)(conf) };
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
        ...Object.fromEntries(given.map(({ service, from }) => [`${service}.password`, [from]])),
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
    where: `${place}, ${service}.password`,
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
    return {
        credentials,
        desired: {
            project: configuration.projectName,
            owner: { repository: invocation.repository, configuration: configuration.name },
            front: (0,stack_front/* frontStack */.Qb)(host.hasIpv6),
            consul: configuration.discovery === 'consul' ? consulStack() : undefined,
            services,
            site: release.hasWeb
                ? siteStack(configuration, host.hasIpv6, {
                    static: image.staticLocation !== undefined,
                    media: image.mediaLocation !== undefined,
                })
                : undefined,
            release,
        },
    };
};

;// CONCATENATED MODULE: ./lib/commands/step-failure.js



/** What a step has thrown, with the place where it did and, as far as every step of its kind is alike, what still stands. */
const stepFailure = (error, { title, action: { kind } }, { where, current }) => {
    const stands = current === undefined && kind !== 'switch'
        ? 'What was done before it stays, and is used by the next run; no site is live yet.'
        : kind === 'image' || kind === 'start'
            ? (0,release_release/* stillServes */.Fk)(current)
            : undefined;
    if (error instanceof client/* EngineError */.N) {
        return new failure/* Failure */.H({
            what: `${title} failed`,
            where,
            why: `The Docker engine says: ${error.message}`,
            stands,
            next: 'See to what the engine says on the server, then run the job again: it picks up where this one stopped.',
        }, { cause: error });
    }
    if (!(error instanceof failure/* Failure */.H))
        return error;
    const { details } = error;
    return new failure/* Failure */.H({ ...details, where: details.where ?? `${where}, step “${title}”`, stands: details.stands ?? stands }, { cause: error });
};

// EXTERNAL MODULE: ./lib/commands/target.js + 20 modules
var commands_target = __webpack_require__(7233);
;// CONCATENATED MODULE: ./lib/commands/deploy.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});










/** Runs `build …` or `update …`: from what was asked for to what the server then is. */
const deploy = async (command, target, invocation, observer) => {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const begun = performance.now();
        const { progress, signal } = observer;
        const { configuration } = target;
        const prepared = await prepare(command.name, target, invocation, observer);
        const { source } = prepared;
        const server = __addDisposableResource(env_1, await (0,commands_target/* openTarget */.Ap)(target, invocation, observer, 1800), true);
        const { session, facts } = server;
        observer.stage('working');
        const digest = await imageDigest(prepared, session.engine, facts, observer);
        const { desired, credentials } = desiredState(prepared, facts, digest, observer.mask);
        preflight(desired, facts, command.scope, session.where);
        const steps = makePlan(desired, facts, command.scope);
        const context = {
            session,
            configuration,
            source,
            current: facts.host.current,
            buildSecrets: prepared.secrets.build,
            registryPassword: prepared.secrets.registryPassword,
            actor: invocation.actor,
            runUrl: invocation.runUrl,
            credentials,
            engineFacts: facts.engine,
            services: desired.services,
        };
        const number = steps.map(({ action }) => ('number' in action ? action.number : undefined)).find(Boolean);
        let live = facts.host.current;
        try {
            await runSteps(steps, async (step, own, stepSignal) => {
                await perform(step.action, { ...context, progress: own, signal: stepSignal }).catch((error) => {
                    throw stepFailure(error, step, { where: session.where, current: facts.host.current });
                });
                if (step.action.kind === 'switch')
                    live = step.action.number;
            }, progress, AbortSignal.any([signal, session.lost]));
        }
        catch (error) {
            if (!session.lost.aborted) {
                await (0,release_switch/* clearRun */.B1)(context, number, signal.aborted ? 'cancelled' : 'failed').then(() => observer.stage('ended'), (cause) => progress.note(`What the run left could not be removed (${String(cause)}); the next run does it`));
            }
            throw signal.aborted && live !== undefined ? cancelled(error, live) : error;
        }
        if (steps.length === 0)
            progress.note('Everything is as it should be: nothing was changed');
        return outcome(command.name, configuration, source, session, observer, {
            changed: steps.length > 0,
            release: number ?? facts.host.current,
            hasWeb: desired.release.hasWeb,
            milliseconds: performance.now() - begun,
        });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
};
/** Tells whoever cancelled a run which release visitors reach now: the one before, or the new one as a whole. */
const cancelled = (error, live) => error instanceof failure/* Failure */.H
    ? new failure/* Failure */.H({ ...error.details, stands: `Visitors reach release ${live}.` }, { cause: error })
    : error;
const outcome = (command, configuration, source, session, { progress }, facts) => ({
    command,
    configuration: configuration.name,
    project: configuration.projectName,
    where: session.where,
    changed: facts.changed,
    release: facts.release,
    commit: source.commit,
    subject: source.subject,
    author: source.author,
    urls: facts.hasWeb
        ? siteNames(configuration.serverNames, configuration.site.redirectWww)
            .served.filter((name) => !name.startsWith('*'))
            .map((name) => `http://${name}/`)
        : [],
    timings: progress.timings,
    milliseconds: facts.milliseconds,
    warnings: [],
});

;// CONCATENATED MODULE: ./lib/commands/logs.js

/** Shows what processes and services have printed; gives the exit status. */
const logs = async (_command, _target, _invocation, _observer) => {
    throw new failure/* Failure */.H({ what: 'Not there yet' });
};

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

;// CONCATENATED MODULE: ./lib/plan/field.js
/** Something that is made anew. */
const added = (name, value) => ({ name, old: null, new: value });

;// CONCATENATED MODULE: ./lib/plan/diff-discovery.js






/** What differs in the server's Consul and the networks that it is in. */
const consulFields = ({ consul, projects }, { engine }) => {
    const old = engine.containers.find(({ name }) => name === layout/* consulContainer */.sx);
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
    const old = describe(facts.host.registrations.services);
    const now = describe((0,registration/* registration */.A)(project, 'services', known).text);
    const chosen = services.filter(({ containerName }) => !known.some(({ name }) => name === containerName));
    const fields = compare(old, {
        ...now,
        ...Object.fromEntries(chosen.map(({ containerName }) => [containerName, { address: 'chosen when it is created' }])),
    });
    return fields.length > 0 ? fields : [{ name: 'state', old: 'not loaded', new: 'loaded' }];
};
/** What Consul knew of a project that leaves it. */
const leavingFields = ({ project }, { host, engine }) => {
    const { services, primary } = host.registrations;
    const old = engine.containers.find(({ name }) => name === layout/* consulContainer */.sx)?.addresses[(0,layout/* networkName */.uv)(project)];
    return [
        ...compare({ ...describe(services), ...describe(primary) }, {}),
        ...(old === undefined ? [] : [{ name: 'network', old: (0,layout/* networkName */.uv)(project), new: null }]),
    ];
};
/** Where a service's container asks for names first. */
const resolverFields = ({ project, consul }, { containerName }, facts) => {
    const old = facts.engine.containers.find(({ name }) => name === containerName);
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
    const { host, engine } = facts;
    const container = (name) => engine.containers.find((other) => other.name === name);
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
        case 'register':
            return registrationFields(desired, facts);
        case 'leave-discovery':
            return leavingFields(desired, facts);
        case 'nginx': {
            const old = container(layout/* nginxContainer */.K$);
            return orStart(old?.running === false, [
                ...containerFields(old, action.front.spec),
                ...(old ? lineFields('nginx.conf', host.nginxConf ?? '', action.front.conf) : []),
            ]);
        }
        case 'service': {
            const old = container(action.service.containerName);
            return orStart(old?.running === false, [
                ...containerFields(old, action.service.spec),
                ...resolverFields(desired, action.service, facts),
            ]);
        }
        case 'start-service':
            return container(action.service.containerName)?.running
                ? [{ name: 'password', old: 'untried', new: 'tried' }]
                : orStart(true, []);
        case 'site':
            return siteFields(host, desired.project, action.site);
        case 'image':
            return imageFields(facts, action.release, commit);
        case 'start':
            return [added('container', (0,layout/* releaseContainer */.Lt)(desired.project, action.number))];
        case 'switch':
            return [{ name: 'live release', old: diff_text(host.current), new: String(action.number) }];
    }
};
const orStart = (stands, fields) => stands ? [...fields, { name: 'state', old: 'stopped', new: 'running' }] : fields;
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

;// CONCATENATED MODULE: ./lib/commands/run-once.js

/** Runs a command in a fresh container of the live release; gives its exit status. */
const runOnce = async (_command, _target, _invocation, _observer) => {
    throw new failure/* Failure */.H({ what: 'Not there yet' });
};

;// CONCATENATED MODULE: ./lib/commands/ssh.js

/** Opens a shell, or runs a command, in a container that runs; gives its exit status. */
const ssh = async (_command, _target, _invocation, _observer) => {
    throw new failure/* Failure */.H({ what: 'Not there yet' });
};

;// CONCATENATED MODULE: ./lib/commands/status.js

/** Shows what runs on the server; gives an exit status for monitoring. */
const status_status = async (_command, _target, _invocation, _observer) => {
    throw new failure/* Failure */.H({ what: 'Not there yet' });
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
        case 'deploy': {
            note(`Configuration ${decision.name}: ${decision.because}`);
            const target = await (0,commands_target/* targetFor */.x1)(loaded, decision.name, invocation);
            return runOn(command, target, invocation, observer);
        }
    }
};
const runOn = async (command, target, invocation, observer) => {
    switch (command.kind) {
        case 'deploy':
            return command.isPlan || invocation.dryRun
                ? { kind: 'planned', plan: await plan(command, target, invocation, observer) }
                : { kind: 'deployed', outcome: await deploy(command, target, invocation, observer) };
        case 'ssh':
            return { kind: 'looked', exitCode: await ssh(command, target, invocation, observer) };
        case 'run':
            return { kind: 'looked', exitCode: await runOnce(command, target, invocation, observer) };
        case 'logs':
            return { kind: 'looked', exitCode: await logs(command, target, invocation, observer) };
        case 'status':
            return { kind: 'looked', exitCode: await status_status(command, target, invocation, observer) };
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
