export const id = 673;
export const ids = [673,32];
export const modules = {

/***/ 9054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseConfiguration: () => (/* binding */ parseConfiguration)
});

// UNUSED EXPORTS: KEYS, PATH_KEYS, STRUCTURED_KEYS

// EXTERNAL MODULE: ./lib/model/config-error.js
var config_error = __webpack_require__(6548);
// EXTERNAL MODULE: ./lib/model/rule.js
var model_rule = __webpack_require__(4303);
// EXTERNAL MODULE: ./lib/policy/path-patterns.js
var path_patterns = __webpack_require__(2443);
// EXTERNAL MODULE: ./lib/rules/index.js
var rules = __webpack_require__(3059);
// EXTERNAL MODULE: ./lib/settings/settings.js
var settings = __webpack_require__(3152);
// EXTERNAL MODULE: ./lib/settings/values.js
var values = __webpack_require__(1155);
// EXTERNAL MODULE: ./lib/syntax/lines.js
var lines = __webpack_require__(9532);
// EXTERNAL MODULE: ./lib/syntax/place.js
var place = __webpack_require__(9908);
// EXTERNAL MODULE: ./lib/syntax/yaml.js
var yaml = __webpack_require__(3032);
// EXTERNAL MODULE: ./lib/collections.js
var collections = __webpack_require__(1590);
// EXTERNAL MODULE: ./lib/policy/policy.js + 30 modules
var policy_policy = __webpack_require__(1930);
// EXTERNAL MODULE: ./lib/configuration/fields.js
var configuration_fields = __webpack_require__(3369);
// EXTERNAL MODULE: ./lib/configuration/package.js
var configuration_package = __webpack_require__(9670);
;// CONCATENATED MODULE: ./lib/configuration/clients.js
/** The clients that a configuration adds, such as your own forks and wrappers, or tightens. None can be loosened. */




/** The keys of a client. */
const CLIENT_KEYS = ['package', 'same-as', 'reloads-from', 'evidence'];
// The address is part of reports and links, so characters that would end or hide it are not allowed.
const ADDRESS = /^https:\/\/[A-Za-z0-9.-]+(?:\/[\w.~:/?#@!$&*+,;=%-]*)?$/;
const LONGEST_ADDRESS = 500;
// A version is part of commands that people copy.
const SAFE_VERSION = /^[A-Za-z0-9][\w.+~:-]{0,63}$/;
const WAIVE = 'To excuse single findings, use "waivers".';
/** Reads the list of clients. */
async function clientsFrom(member, document) {
    if (!member)
        return { policy: policy_policy/* builtIn */.wx, declared: new Set(), declarations: [] };
    const declarations = declarationsFrom(member, document);
    const originOf = originFinder(declarations, document);
    const rows = [];
    for (const declaration of declarations.values()) {
        const origin = await originOf(declaration);
        if (!origin)
            continue;
        const client = declaration.sameAs ? sameRow(declaration, origin) : origin;
        rows.push({ ecosystem: declaration.own.ecosystem.id, client });
    }
    return {
        policy: (0,policy_policy/* policyWith */.l$)(rows),
        declared: new Set(declarations.keys()),
        declarations: Array.from(declarations.values(), declaredClient)
    };
}
/** A declaration in the words of the file. */
function declaredClient({ own, sameAs, reloadsFrom, evidence, place }) {
    return {
        package: (0,configuration_package/* packageText */.qg)(own.ecosystem.id, own.name),
        ...(0,collections/* defined */.sw)({
            sameAs: sameAs && (0,configuration_package/* packageText */.qg)(sameAs.ecosystem.id, sameAs.name),
            reloadsFrom: reloadsFrom?.text,
            evidence: evidence?.text
        }),
        place
    };
}
/** The valid declarations by the key of their package. */
function declarationsFrom(member, document) {
    const declarations = new Map();
    for (const item of (0,configuration_fields/* listOf */.c3)(member, document.addProblem)) {
        const declaration = declarationFrom(item, document);
        if (!declaration)
            continue;
        const { key, at } = declaration.own;
        if (declarations.has(key))
            document.addProblem(at, 'this package is listed twice. Keep one of them.');
        else
            declarations.set(key, declaration);
    }
    return declarations;
}
/** Makes the function that finds the row at the end of the chain of `same-as`. Each problem is reported once. */
function originFinder(declarations, document) {
    const origins = new Map();
    return declaration => originOf(declaration, []);
    /** `above` are the packages of the chain so far. */
    async function originOf(declaration, above) {
        const { own, sameAs, reloadsFrom } = declaration;
        if (origins.has(own.key))
            return origins.get(own.key);
        origins.set(own.key, undefined);
        const origin = sameAs
            ? await originOfOther(own, sameAs, [...above, own.key])
            : reloadsFrom && (await fromVersion(declaration, reloadsFrom, document));
        origins.set(own.key, origin);
        return origin;
    }
    async function originOfOther(own, target, above) {
        const fault = whyNotSame(own, target, above);
        if (fault) {
            document.addProblem(fault.at, fault.message);
            return undefined;
        }
        const other = declarations.get(target.key);
        if (other)
            return originOf(other, above);
        const row = builtInRow(target);
        if (!row)
            document.addProblem(target.at, '"same-as" names no known client. "bound-token-check policy" lists all of them.');
        return row;
    }
}
/** Why a package cannot be the same as another one; undefined if it can. */
function whyNotSame(own, target, above) {
    const known = builtInRow(own);
    if (known)
        return { at: own.at, message: `${known.name} is a built-in client, which "same-as" cannot replace. ${WAIVE}` };
    if (own.ecosystem !== target.ecosystem) {
        const message = `"same-as" names a package of another ecosystem. Name a client of ${own.ecosystem.id}.`;
        return { at: target.at, message };
    }
    if (!above.includes(target.key))
        return undefined;
    return { at: target.at, message: '"same-as" refers back to this package. Name a known client.' };
}
/** The row of a package that reloads from a version on. */
async function fromVersion(declaration, { text, at }, document) {
    const { own } = declaration;
    const scheme = await own.ecosystem.versions();
    const known = builtInRow(own);
    if (!SAFE_VERSION.test(text) || scheme.parse(text) === undefined) {
        document.addProblem(at, `"reloads-from" is ${(0,configuration_fields/* quote */.hD)(text)}, which is not a valid ${scheme.title}. Write one version.`);
        return undefined;
    }
    if (!known)
        return newRow(declaration, text);
    const fault = whyBoundTooLow(known, text, scheme);
    if (fault !== undefined)
        document.addProblem(at, fault);
    return fault === undefined ? tightened(known, declaration, text, scheme) : undefined;
}
function declarationFrom(item, { placeAt, addProblem }) {
    const fields = (0,configuration_fields/* fieldsOf */.Pf)(item, 'a client', CLIENT_KEYS, addProblem);
    if (item.kind !== 'map')
        return undefined;
    const what = { what: 'this client', at: item.at };
    const name = (0,configuration_fields/* requiredText */.$4)(fields, 'package', what, addProblem);
    const same = (0,configuration_fields/* optionalText */.mR)(fields, 'same-as', addProblem);
    const reloadsFrom = (0,configuration_fields/* optionalText */.mR)(fields, 'reloads-from', addProblem);
    const evidence = (0,configuration_fields/* optionalText */.mR)(fields, 'evidence', addProblem);
    const [sameAt, fromAt] = [fields.get('same-as')?.keyAt, fields.get('reloads-from')?.keyAt];
    if (sameAt === undefined && fromAt === undefined)
        addProblem(item.at, 'this client has neither "same-as" nor "reloads-from". Add one of them.');
    if (sameAt !== undefined && fromAt !== undefined)
        addProblem(Math.max(sameAt, fromAt), '"same-as" and "reloads-from" exclude each other. Keep one of them.');
    if (fromAt !== undefined && !fields.has('evidence'))
        addProblem(fromAt, '"reloads-from" requires "evidence". Add the address of a page, commit or pull request that shows it.');
    if (evidence && (evidence.text.length > LONGEST_ADDRESS || !ADDRESS.test(evidence.text)))
        addProblem(evidence.at, '"evidence" is not a web address. Write one that begins with https://.');
    const own = name && (0,configuration_package/* packageOf */.wg)(name, 'package', addProblem);
    const sameAs = same && (0,configuration_package/* packageOf */.wg)(same, 'same-as', addProblem);
    if (!own)
        return undefined;
    return {
        own,
        place: placeAt(item.at),
        ...(0,collections/* defined */.sw)({ sameAs, reloadsFrom: same ? undefined : reloadsFrom, evidence })
    };
}
/** The statement of the file, as evidence. */
function statement({ place: { path, line }, evidence }) {
    const text = `${path}:${line}`;
    return { text, url: evidence?.text ?? text, proof: 'stated' };
}
/** The built-in row of a package, by any name of its releases. A row from the file would replace it. */
function builtInRow({ ecosystem, name }) {
    return (0,policy_policy/* clientNamed */.Rj)(policy_policy/* builtIn */.wx, ecosystem, name);
}
/** The row of a copy: its versions behave as the same versions of the other package. Parents are not copied. */
function sameRow(declaration, client) {
    const { observe, partOf: _, brings: __, alsoNamed: ___, manages: ____, platform: _____, ...row } = client;
    const { name } = declaration.own;
    const stated = (observation) => ({
        ...observation,
        because: `The configuration of this repository states that it behaves as ${row.name}. ${observation.because}`,
        evidence: [statement(declaration), ...observation.evidence]
    });
    return {
        ...row,
        name,
        title: `same as ${row.name}, as the configuration states`,
        observed: row.observed.map(stated),
        ...(observe
            ? {
                observe: requirement => {
                    const own = observe(requirement);
                    return own && stated(own);
                }
            }
            : {}),
        examples: []
    };
}
function newRow(declaration, version) {
    const { name } = declaration.own;
    return {
        name,
        title: 'a client that the configuration adds',
        repository: statement(declaration).url,
        observed: [
            { before: version, ...notYet(declaration, version) },
            {
                from: version,
                behaviour: 'reloads',
                because: `The configuration of this repository states that ${version} and newer reload the token.`,
                evidence: [statement(declaration)]
            }
        ],
        examples: []
    };
}
function notYet(declaration, version) {
    return {
        behaviour: 'reads-once',
        because: `The configuration of this repository states that only ${version} and newer reload the token.`,
        evidence: [statement(declaration)]
    };
}
/** The reason why a bound would loosen a row, or cannot tighten it; undefined if it tightens the row. */
function whyBoundTooLow(row, version, scheme) {
    const { name, observed, minimum } = row;
    if (row.observe?.({ kind: 'version', text: version }))
        return `"reloads-from" cannot be used for ${name}: the order of its versions does not show which of them reload the token. Remove this client. ${WAIVE}`;
    const good = observed.find(({ behaviour }) => behaviour === 'reloads');
    if (!good)
        return `"reloads-from" cannot be used for ${name}: no release of it is known to reload the token. Remove this client. ${WAIVE}`;
    for (const bound of [good.from, minimum?.version]) {
        if (bound !== undefined && scheme.compare(scheme.parse(version), scheme.parse(bound)) < 0)
            return `"reloads-from" is below ${bound}, the lowest version allowed for ${name}. Write that or a higher one. ${WAIVE}`;
    }
    return undefined;
}
/** The row with all good releases below a version changed to `reads-once`. */
function tightened(row, declaration, version, scheme) {
    const floor = scheme.parse(version);
    const isBelow = (text) => scheme.compare(scheme.parse(text), floor) < 0;
    const notGood = notYet(declaration, version);
    const observed = row.observed.flatMap((range) => {
        const { from, before, releases } = range;
        if (from !== undefined && !isBelow(from))
            return [range];
        const isGood = range.behaviour === 'reloads' || range.behaviour === 'reloads-late';
        const lower = isGood ? notGood : range;
        const part = (isLower) => releases ? { releases: releases.filter(release => isBelow(release) === isLower) } : {};
        if (before !== undefined && scheme.compare(scheme.parse(before), floor) <= 0)
            return [{ ...lower, ...bounds(from, before), ...part(true) }];
        return [
            { ...lower, ...bounds(from, version), ...part(true) },
            { ...range, ...bounds(version, before), ...part(false) }
        ];
    });
    const recommended = row.fix?.version;
    const raised = recommended !== undefined && isBelow(recommended) ? { fix: { ...row.fix, version } } : {};
    return { ...row, ...raised, observed };
}
function bounds(from, before) {
    return (0,collections/* defined */.sw)({ from, before });
}

;// CONCATENATED MODULE: ./lib/configuration/patterns.js
/** Reads the path patterns of a configuration. */


/** The valid patterns of a list; each other one is a problem. */
function patternsFrom(member, addProblem) {
    const stated = member ? (0,configuration_fields/* textsOf */.CB)(member, addProblem) : [];
    return stated.flatMap(({ text, at }) => {
        const fault = (0,path_patterns/* faultOf */.K)(text);
        if (fault !== undefined)
            addProblem(at, `${(0,configuration_fields/* quote */.hD)(text)} is not a valid path pattern: ${fault}.`);
        return fault === undefined ? [text] : [];
    });
}

// EXTERNAL MODULE: ./lib/policy/span.js
var span = __webpack_require__(2160);
// EXTERNAL MODULE: ./lib/rules/clients.js
var clients = __webpack_require__(8803);
// EXTERNAL MODULE: ./lib/settings/day.js
var day = __webpack_require__(715);
;// CONCATENATED MODULE: ./lib/configuration/waivers.js
/** The waivers of a configuration: exceptions with a reason, an owner and a last day. */









/** The keys of a waiver. */
const WAIVER_KEYS = ['rule', 'package', 'versions', 'paths', 'reason', 'owner', 'until'];
/** Maximum path patterns of all waivers, including repetitions by aliases: each is matched with every finding. */
const MOST_PATTERNS = 2_000;
/** Reads the list of waivers. */
async function waiversFrom(member, document) {
    if (!member)
        return [];
    const waivers = [];
    for (const item of (0,configuration_fields/* listOf */.c3)(member, document.addProblem)) {
        const waiver = await waiverFrom(item, document);
        if (waiver)
            waivers.push(waiver);
    }
    const patterns = waivers.reduce((sum, { paths = [] }) => sum + paths.length, 0);
    if (patterns > MOST_PATTERNS)
        document.addProblem(member.value.at, `"waivers" have more than ${MOST_PATTERNS} path patterns in total. Use fewer.`);
    return waivers;
}
async function waiverFrom(item, document) {
    const { placeAt, addProblem } = document;
    const fields = (0,configuration_fields/* fieldsOf */.Pf)(item, 'a waiver', WAIVER_KEYS, addProblem);
    if (item.kind !== 'map')
        return undefined;
    const what = { what: 'this waiver', at: item.at };
    const ruleMember = fields.get('rule');
    if (!ruleMember)
        addProblem(item.at, 'this waiver has no "rule". Add it.');
    const ruleId = ruleMember && (0,configuration_fields/* wordOf */.aG)(ruleMember, (0,rules/* ruleIds */.Zl)({ waivable: true }), addProblem);
    const rule = ruleId === undefined ? undefined : (0,rules/* ruleNamed */.QZ)(ruleId);
    const isOfHazard = rule !== undefined && !(0,clients/* isOfClients */.aU)(rule);
    if (isOfHazard)
        refusePackage(fields, rule, what, addProblem);
    const mayBeOfHazard = isOfHazard || (ruleMember !== undefined && !rule && !fields.has('package'));
    const client = mayBeOfHazard ? undefined : await clientFrom(fields, what, document);
    const paths = patternsFrom(fields.get('paths'), addProblem);
    const reason = (0,configuration_fields/* requiredText */.$4)(fields, 'reason', what, addProblem);
    const owner = (0,configuration_fields/* requiredText */.$4)(fields, 'owner', what, addProblem);
    const until = (0,configuration_fields/* requiredText */.$4)(fields, 'until', what, addProblem);
    if (until && !(0,day/* isDay */.N)(until.text))
        addProblem(until.at, `"until" is ${(0,configuration_fields/* quote */.hD)(until.text)}, which is not a calendar day. Write it as YYYY-MM-DD, such as 2027-03-01.`);
    if (!rule || !(client || isOfHazard) || !reason || !owner || !until)
        return undefined;
    return {
        rule,
        ...(0,collections/* defined */.sw)({ client, paths: fields.has('paths') ? paths : undefined }),
        reason: reason.text,
        owner: owner.text,
        until: until.text,
        place: placeAt(item.at)
    };
}
/** A hazard has no package: a waiver of one must say where it holds, and nothing else would bound it. */
function refusePackage(fields, { id }, { what, at }, addProblem) {
    for (const key of ['package', 'versions']) {
        const member = fields.get(key);
        if (member)
            addProblem(member.keyAt, `"${key}" is for rules of clients, and ${id} is none. Remove it, and write "paths".`);
    }
    if (!fields.has('paths'))
        addProblem(at, `${what} has no "paths", and ${id} needs them. Add those that it covers.`);
}
/** The client that a waiver names. */
async function clientFrom(fields, what, { policy, declared, addProblem }) {
    const name = (0,configuration_fields/* requiredText */.$4)(fields, 'package', what, addProblem);
    const named = name && (0,configuration_package/* packageOf */.wg)(name, 'package', addProblem);
    const row = named && (0,policy_policy/* clientNamed */.Rj)(policy, named.ecosystem, named.name);
    if (named && !row && !declared.has(named.key))
        addProblem(named.at, '"package" names no known client, so the waiver would cover nothing. "bound-token-check policy" lists all of them.');
    if (named && row && (0,configuration_package/* keyOf */.TN)(named.ecosystem, row.name) !== named.key)
        addProblem(named.at, `"package" is another name of ${row.name}, which is the name in its findings. Write ${row.name}.`);
    const versions = (0,configuration_fields/* optionalText */.mR)(fields, 'versions', addProblem);
    if (versions && named) {
        const scheme = await named.ecosystem.versions();
        if (!(0,span/* versionsIn */.bS)(scheme, versions.text))
            addProblem(versions.at, `"versions" is ${(0,configuration_fields/* quote */.hD)(versions.text)}, which is not a valid ${scheme.title} or range. Write it as the package manager does.`);
    }
    return named && row && { ecosystem: named.ecosystem.id, name: row.name, ...(0,collections/* defined */.sw)({ versions: versions?.text }) };
}

;// CONCATENATED MODULE: ./lib/configuration/parse.js
/** Parses a configuration and reports all problems in it at once. README.md, "Configuration", lists the keys. */













/** The keys whose values are lists and mappings; each has a reader of its own. */
const STRUCTURED_KEYS = ['paths', 'rules', 'clients', 'waivers'];
/** The mapping of the file whose values are settings. */
const CLUSTER = 'cluster';
const fileKeys = (0,settings/* settingsIn */.RV)('file').map(settings/* fileKeyOf */.zS);
/** Every key of the file. */
const KEYS = [...new Set(fileKeys.map(key => key.split('.')[0] ?? '')), ...STRUCTURED_KEYS];
/** The keys of `cluster`. */
const CLUSTER_KEYS = fileKeys.flatMap(key => {
    const [parent, own] = key.split('.');
    return parent === CLUSTER && own !== undefined ? [own] : [];
});
/** The levels that a rule can have. */
const RULE_LEVELS = ['error', 'warning', 'notice'];
/** The keys of `paths`. */
const PATH_KEYS = ['include', 'exclude'];
/** Maximum problems in the message. A file with more is hardly a configuration. */
const MOST_PROBLEMS = 50;
const BEGIN = /^---(?:\s|$)/;
const END = /^\.\.\.(?:\s|$)/;
/** Blank lines, comments and directives. */
const BEFORE_DOCUMENT = /^\s*(?:#|$)|^%/;
/** Parses the text of a file. `path` names it in messages. Throws `ConfigError` with every problem. */
async function parseConfiguration(text, path) {
    const find = (0,place/* placeFinder */.a)(text);
    const placeAt = (at) => ({ path, ...find(at) });
    const problems = new Map();
    // A problem that an alias repeats is reported once.
    const addProblem = (at, message) => problems.set(`${at} ${message}`, { at, message });
    const fields = withClusterFields(fieldsIn(text, addProblem), addProblem);
    const clients = await clientsFrom(fields.get('clients'), { placeAt, addProblem });
    const configuration = {
        path,
        places: new Map(Array.from(fields, ([key, { keyAt }]) => [key, placeAt(keyAt)])),
        stated: (0,values/* statedIn */.bF)('file', setting => valueIn(fields, setting, addProblem)),
        levels: levelsFrom(fields.get('rules'), addProblem),
        ...(await pathsFrom(fields.get('paths'), addProblem)),
        policy: clients.policy,
        clients: clients.declarations,
        waivers: await waiversFrom(fields.get('waivers'), { ...clients, placeAt, addProblem })
    };
    if (problems.size > 0)
        throw configError(Array.from(problems.values()), path, placeAt);
    return configuration;
}
/** The keys of the file; none if the text cannot be parsed to its end, because missing keys may follow there. */
function fieldsIn(text, addProblem) {
    const { root, fault } = (0,yaml.parseYaml)(text);
    const second = secondDocument(text);
    if (fault)
        addProblem(fault.at, `not valid YAML: ${fault.message}. Correct the syntax.`);
    else if (second !== undefined)
        addProblem(second, 'a second YAML document begins here, but only one is allowed. Merge it into the first.');
    if (fault || second !== undefined || isEmpty(root))
        return new Map();
    return (0,configuration_fields/* fieldsOf */.Pf)(root, 'the configuration', KEYS, addProblem);
}
function configError(problems, path, placeAt) {
    const all = problems.toSorted((a, b) => a.at - b.at).map(({ at, message }) => ({ place: placeAt(at), message }));
    const shown = all.slice(0, MOST_PROBLEMS);
    return new config_error/* ConfigError */.x([
        `the configuration has ${all.length} ${all.length === 1 ? 'problem' : 'problems'}:`,
        ...shown.map(({ place: { line, column }, message }) => `${path}:${line}:${column}: ${message}`),
        ...(all.length > shown.length ? [`and ${all.length - shown.length} more.`] : [])
    ].join('\n'), shown);
}
/** The fields, with those of `cluster` under `cluster.` and their key. */
function withClusterFields(fields, addProblem) {
    const cluster = fields.get(CLUSTER);
    if (!cluster)
        return fields;
    const own = (0,configuration_fields/* fieldsOf */.Pf)(cluster.value, (0,configuration_fields/* quote */.hD)(CLUSTER), CLUSTER_KEYS, addProblem);
    return new Map([...fields, ...Array.from(own, ([key, member]) => [`${CLUSTER}.${key}`, member])]);
}
/** The value that the file states for a setting. */
function valueIn(fields, setting, addProblem) {
    const { kind } = setting;
    const key = (0,settings/* fileKeyOf */.zS)(setting);
    const member = fields.get(key);
    if (!member)
        return undefined;
    if (kind.type === 'paths')
        return pathsIn(member, kind, addProblem);
    if (kind.type === 'list')
        return listIn(member, kind, addProblem);
    if (kind.words.length > 0) {
        const word = (0,configuration_fields/* wordOf */.aG)(member, kind.words, addProblem);
        return word === undefined ? undefined : kind.parse(word);
    }
    const stated = (0,configuration_fields/* optionalText */.mR)(fields, key, addProblem);
    const value = stated && kind.parse(stated.text);
    if (stated && value === undefined)
        addProblem(stated.at, `${(0,configuration_fields/* quote */.hD)(member.key)} cannot be ${(0,configuration_fields/* quote */.hD)(stated.text)}. Allowed: ${kind.form}.`);
    return value;
}
/** The value of a setting that is a list of words. */
function listIn(member, kind, addProblem) {
    const stated = (0,configuration_fields/* textsOf */.CB)(member, addProblem);
    const unknown = stated.filter(({ text }) => kind.parse(text) === undefined);
    for (const { text, at } of unknown)
        addProblem(at, `${(0,configuration_fields/* quote */.hD)(member.key)} cannot have the item ${(0,configuration_fields/* quote */.hD)(text)}${(0,configuration_fields/* suggestion */.h)(text, kind.words)}`);
    return stated.length === 0 || unknown.length > 0 ? undefined : kind.parse(stated.map(({ text }) => text).join(','));
}
/** The value of a setting that is a path or a list of paths. */
function pathsIn(member, kind, addProblem) {
    const stated = member.value.kind === 'list' ? (0,configuration_fields/* textsOf */.CB)(member, addProblem) : pathIn(member, addProblem);
    const path = stated.find(({ text }) => text.includes('\n') || text === '-');
    if (path)
        addProblem(path.at, `${(0,configuration_fields/* quote */.hD)(path.text)} is not a path of a file. Write one path for each file.`);
    return stated.length === 0 || path ? undefined : kind.parse(stated.map(({ text }) => text).join('\n'));
}
function pathIn(member, addProblem) {
    const stated = (0,configuration_fields/* optionalText */.mR)(new Map([[member.key, member]]), member.key, addProblem);
    return stated ? [stated] : [];
}
/** The levels of rules, which can only be raised. Exceptions are waivers, which have a reason and a last day. */
function levelsFrom(member, addProblem) {
    const levels = {};
    if (!member)
        return levels;
    for (const [id, field] of (0,configuration_fields/* fieldsOf */.Pf)(member.value, '"rules"', (0,rules/* ruleIds */.Zl)(), addProblem)) {
        const rule = (0,rules/* ruleNamed */.QZ)(id);
        const isOff = field.value.kind === 'text' && field.value.value === 'off';
        const level = isOff ? 'pass' : (0,configuration_fields/* wordOf */.aG)(field, RULE_LEVELS, addProblem);
        if (rule === undefined || level === undefined)
            continue;
        if (model_rule/* SEVERITY */.C[level] < model_rule/* SEVERITY */.C[rule.level])
            addProblem(field.value.at, `the level of ${(0,configuration_fields/* quote */.hD)(id)} is ${(0,configuration_fields/* quote */.hD)(rule.level)}, and it cannot be ${isOff ? 'switched off' : `lowered to ${(0,configuration_fields/* quote */.hD)(level)}`}. To excuse single findings, use "waivers".`);
        else
            levels[id] = level;
    }
    return levels;
}
async function pathsFrom(member, addProblem) {
    if (!member)
        return {};
    const fields = (0,configuration_fields/* fieldsOf */.Pf)(member.value, '"paths"', PATH_KEYS, addProblem);
    const include = patternsFrom(fields.get('include'), addProblem);
    const exclude = patternsFrom(fields.get('exclude'), addProblem);
    const isIncluded = include.length === 0 ? () => true : await (0,path_patterns/* pathMatcher */.k)(include);
    const isExcluded = exclude.length === 0 ? () => false : await (0,path_patterns/* pathMatcher */.k)(exclude);
    return { paths: { include, exclude }, selects: path => isIncluded(path) && !isExcluded(path) };
}
/** The offset of the line at which a second document begins. No scalar contains such a line: YAML 1.2.2, rule 206. */
function secondDocument(text) {
    let begun = false;
    let ended = false;
    for (const line of (0,lines/* lines */.M)(text)) {
        if (BEFORE_DOCUMENT.test(line.text))
            continue;
        const isEnd = END.test(line.text);
        if (begun && (BEGIN.test(line.text) || (ended && !isEnd)))
            return line.at;
        ended ||= begun && isEnd;
        begun = true;
    }
    return undefined;
}
function isEmpty(root) {
    return root.kind === 'scalar' && root.text === '';
}


/***/ }),

/***/ 3032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseYaml: () => (/* binding */ parseYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _collections_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1590);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6119);
/**
 * YAML as a tree with offsets, parsed by the `yaml` package (YAML 1.2, https://yaml.org/spec/1.2.2/). For small files:
 * the readers of large machine-written files read those line by line. Import this file on demand: it costs 10 ms at
 * start. Deliberately ignored: all documents after the first, tags, and the meaning of merge keys (`<<` is an ordinary
 * key).
 */



/** In characters; the rest is not parsed. A million take a second or two, and no file written by hand is that long. */
const MAXIMUM_LENGTH = 4_000_000;
/**
 * Levels of nesting passed to the package, which recurses. Far fewer than the other parsers accept: if the stack runs
 * out while V8 compiles a regular expression, the whole process ends, and nothing can catch that.
 */
const MAXIMUM_NESTING = 200;
/**
 * Nodes that aliases may add to a file. The limit of the package counts the uses of one anchor, and so refuses harmless
 * files that use one a hundred times. An alias bomb exhausts the code that walks the whole tree.
 */
const MAXIMUM_ALIASED = 100_000;
const NOT_BLANK = /[^ \t\r\n]/g;
const TOO_DEEP = 'nested too deeply';
const MESSAGES = {
    BAD_SCALAR_START: 'a plain value cannot start with this character: quote it',
    BAD_INDENT: 'wrong indentation or missing bracket',
    BLOCK_AS_IMPLICIT_KEY: 'a nested mapping or list must start on its own line',
    BLOCK_IN_FLOW: 'block collections are not allowed inside brackets',
    MISSING_CHAR: 'missing quote, bracket, comma or colon',
    RESOURCE_EXHAUSTION: TOO_DEEP,
    TAB_AS_INDENT: 'tabs are not allowed as indentation',
    UNEXPECTED_TOKEN: 'unexpected token'
};
/**
 * Parses the first document of a YAML text. An alias becomes the node of its anchor, with the offsets of the anchor.
 * Never throws on bad input: the result holds the fault and everything read before it.
 */
function parseYaml(text) {
    const length = text.length > MAXIMUM_LENGTH ? text.lastIndexOf('\n', MAXIMUM_LENGTH) + 1 : text.length;
    const { document, deepAt } = firstDocument(length < text.length ? text.slice(0, length) : text);
    if (!document)
        return { root: nothing(0), fault: new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .SyntaxFault */ .M(TOO_DEEP, 0) };
    const limit = limitAt(deepAt, length < text.length ? length : undefined);
    const found = firstFault(document);
    // What is cut off lacks its closing brackets: that is no mistake of the file.
    const tree = new TreeBuilder(text, limit && (!found || found.at >= limit.at) ? limit : found);
    const root = document.contents ? tree.node(document.contents) : nothing(0);
    return (0,_collections_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ root, fault: tree.fault });
}
/** The fault of a text that is not read to its end: it nests too deeply at one offset, or is too long. */
function limitAt(deep, long) {
    if (deep !== undefined)
        return new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .SyntaxFault */ .M(TOO_DEEP, deep);
    return long === undefined ? undefined : new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .SyntaxFault */ .M(`longer than ${MAXIMUM_LENGTH} characters`, long);
}
/** Makes the tree from the nodes of the package, up to the first fault. */
class TreeBuilder {
    fault;
    text;
    anchors = new Map();
    /** The number of nodes so far, with aliases expanded, and of those from aliases. */
    size = 0;
    aliased = 0;
    constructor(text, fault) {
        this.text = text;
        this.fault = fault;
    }
    node(source) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(source))
            return this.alias(source);
        const { anchor } = source;
        const before = this.size;
        if (anchor !== undefined)
            this.anchors.set(anchor, { size: 0 });
        this.size++;
        const node = this.value(source);
        if (anchor !== undefined)
            this.anchors.set(anchor, { node, size: this.size - before });
        return node;
    }
    /** Stops for a reason unknown to the package. */
    stop(message, at) {
        if (!this.fault || at < this.fault.at)
            this.fault = new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .SyntaxFault */ .M(message, at);
    }
    /** Whether a node at this offset is read: those after the first fault are not. */
    isRead(at) {
        return !this.fault || at < this.fault.at;
    }
    value(source) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(source))
            return this.scalar(source);
        const at = offset(source);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(source))
            return { kind: 'map', members: [...this.members(source)], at };
        return { kind: 'list', items: [...this.items(source)], at };
    }
    *members(source) {
        for (const pair of source.items) {
            const keyNode = pair.key;
            const keyAt = this.contentOffset(keyNode);
            if (!this.isRead(keyAt))
                return;
            const key = this.keyText(keyNode);
            const valueNode = pair.value;
            const valueAt = valueNode ? offset(valueNode) : (keyNode.range?.[1] ?? keyAt);
            const value = valueNode && this.isRead(valueAt) ? this.node(valueNode) : nothing(valueAt);
            yield { key, keyAt, value };
        }
    }
    *items(source) {
        for (const item of source.items) {
            if (!this.isRead(offset(item)))
                return;
            yield this.node(item);
        }
    }
    /** The text of a key. A map or list as a key, which none of our formats has, is kept as it is written. */
    keyText(source) {
        const key = this.node(source);
        if (key.kind === 'text')
            return key.value;
        if (key.kind === 'scalar')
            return key.text;
        return this.text.slice(source.range?.[0], source.range?.[1]);
    }
    alias(source) {
        const at = offset(source);
        const anchor = this.anchors.get(source.source);
        if (!anchor)
            this.stop('unknown alias: no anchor above it', at);
        else if (!anchor.node)
            this.stop('the alias refers to a node that contains it', at);
        else {
            this.aliased += anchor.size;
            this.size += anchor.size;
            if (this.aliased <= MAXIMUM_ALIASED)
                return anchor.node;
            this.stop(`aliases add more than ${MAXIMUM_ALIASED} nodes`, at);
        }
        return nothing(at);
    }
    scalar(source) {
        const at = this.contentOffset(source);
        // A quoted text without its closing quote goes on to the end of the text, where the package reports it.
        if (this.fault && isQuoted(source) && this.fault.at <= this.unclosedEnd(source)) {
            this.stop(this.fault.message, offset(source));
            return nothing(at);
        }
        if (typeof source.value === 'string')
            return { kind: 'text', value: source.value, at };
        return { kind: 'scalar', text: source.source ?? '', at };
    }
    /** The last offset at which a fault spoils a quoted text: after its end if the closing quote is missing. */
    unclosedEnd(source) {
        const [start, end] = source.range ?? [0, 0];
        return end - start > 1 && this.text[end - 1] === this.text[start] ? end - 1 : end;
    }
    /** The offset of the first character of a node's content: inside the quotes, below the header of a block. */
    contentOffset(source) {
        const at = offset(source);
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(source))
            return at;
        if (isQuoted(source))
            return at + 1;
        if (source.type !== 'BLOCK_LITERAL' && source.type !== 'BLOCK_FOLDED')
            return at;
        const line = this.text.indexOf('\n', at) + 1;
        NOT_BLANK.lastIndex = line;
        const content = line > 0 ? (NOT_BLANK.exec(this.text)?.index ?? this.text.length) : this.text.length;
        return content < (source.range?.[1] ?? 0) ? content : at;
    }
}
function isQuoted({ type }) {
    return type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
}
function offset(source) {
    return source.range?.[0] ?? 0;
}
/** The node of a missing value. */
function nothing(at) {
    return { kind: 'scalar', text: '', at };
}
function firstDocument(text) {
    // The package makes an error for each wrong character; most of that time would go into their stack traces.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    const tokens = new Tokens(text);
    try {
        const composer = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Composer */ .Dk({
            schema: 'core',
            merge: false,
            resolveKnownTags: false,
            uniqueKeys: false,
            strict: false
        });
        const read = (document) => (0,_collections_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ document, deepAt: tokens.deepAt });
        for (const token of tokens.ofFirstDocument())
            for (const document of composer.next(token))
                return read(document);
        for (const document of composer.end(true, text.length))
            return read(document);
    }
    catch (error) {
        if (!(error instanceof RangeError))
            throw error;
    }
    finally {
        Error.stackTraceLimit = stackTraceLimit;
    }
    return {};
}
/** The tokens of a text, with one error at most. */
class Tokens {
    /** The offset from which on the text nests too deeply to be read; set once the tokens are read. */
    deepAt;
    text;
    read = false;
    failed = false;
    constructor(text) {
        this.text = text;
    }
    /** The tokens of the first document and of the text up to the next one, or up to where it nests too deeply. */
    *ofFirstDocument() {
        const parser = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Parser */ .iX();
        for (const lexeme of new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Lexer */ .JG().lex(this.text)) {
            const { offset } = parser;
            yield* this.kept(parser.next(lexeme));
            if (parser.stack.length > MAXIMUM_NESTING) {
                this.deepAt = offset;
                break;
            }
            if (this.read && parser.stack.length > 0)
                return;
        }
        yield* this.kept(parser.end());
    }
    *kept(all) {
        for (const token of all) {
            const wrong = token.type === 'error';
            if (!wrong || !this.failed)
                yield token;
            this.read ||= token.type === 'document';
            this.failed ||= wrong;
        }
    }
}
/** The first error of the text. An unresolved tag is not one: its value is read as if it had no tag. */
function firstFault(document) {
    let fault;
    for (const { code, pos } of document.errors) {
        if (code === 'TAG_RESOLVE_FAILED' || (fault && fault.at <= pos[0]))
            continue;
        fault = new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .SyntaxFault */ .M(MESSAGES[code] ?? 'invalid YAML', pos[0]);
    }
    return fault;
}


/***/ })

};
