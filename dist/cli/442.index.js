export const id = 442;
export const ids = [442];
export const modules = {

/***/ 6442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   namesOf: () => (/* binding */ namesOf),
/* harmony export */   policyRows: () => (/* binding */ policyRows),
/* harmony export */   rowsCalled: () => (/* binding */ rowsCalled)
/* harmony export */ });
/* harmony import */ var _collections_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1590);
/* harmony import */ var _ecosystems_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6553);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6519);
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3405);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2758);
/**
 * The policy as rows, one for each client: which versions do what, and how that compares with the vendor documents.
 * Reporters show the rows; those in JSON are a form that programs read.
 */





/** The order of examples. */
const BEHAVIOUR_ORDER = [
    'reloads',
    'reloads-late',
    'reads-once',
    'sends-no-token',
    'stops',
    'not-known'
];
const GOOD = new Set(['reloads', 'reloads-late']);
const BAD = new Set(['reads-once', 'sends-no-token', 'stops']);
// Commits, branches and tags of another numbering are written otherwise; a pseudo-version of Go ends with a commit.
const RELEASE = /^v?\d+(?:\.\d+)*(?:[-+.][A-Za-z0-9.+]*)?$/;
const PURL_TYPE = /^pkg:[a-z]+\//;
/** The version of a package URL stands behind an `@` that is not first in a name. */
const VERSION_OF_PURL = /^(pkg:.*[^/])@[^/]*$/;
/** A commit in place of any commit of its day: no digit of it counts. */
const ANY_COMMIT = /-(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)\d{6}-a{12}$/;
/** The rows of all clients, by ecosystem. */
async function policyRows(policy = _policy_js__WEBPACK_IMPORTED_MODULE_2__/* .builtIn */ .wx) {
    const rows = [];
    for (const ecosystem of _ecosystems_index_js__WEBPACK_IMPORTED_MODULE_0__/* .ecosystems */ .u)
        rows.push(...(await rowsOf(ecosystem, policy)));
    return rows;
}
/**
 * The rows of the clients that a person means by a name: a package, its package URL with or without a version, another
 * name that it has, or its title. None if no client has it.
 */
function rowsCalled(name, rows) {
    return rows.filter(row => namesOf(row).map(plain).includes(plain(name)));
}
/** All names by which a person may ask for a client. */
function namesOf({ package: purl, title, alsoNamed = [] }) {
    return [purl.replace(PURL_TYPE, ''), purl, title, ...alsoNamed];
}
/** A name as it is compared: package URLs escape `@`, and Maven has `:` where package URLs have `/`. */
function plain(name) {
    return name
        .toLowerCase()
        .replace(VERSION_OF_PURL, '$1')
        .replaceAll('%40', '@')
        .replaceAll(':', '/')
        .replace('pkg/', 'pkg:');
}
async function rowsOf({ id, title: ecosystem, versions, purl }, policy) {
    const scheme = await versions();
    const judged = ({ name }, requirement) => (0,_judge_js__WEBPACK_IMPORTED_MODULE_1__/* .judge */ .S4)({ ecosystem: id, name, requirement }, scheme, { minimum: 'documented', policy });
    return policy.clientsOf(id).map(client => {
        const { name, alsoNamed, title, repository, minimum } = client;
        return {
            ecosystem,
            package: `pkg:${id}/${purl.format(name)}`,
            ...(0,_collections_js__WEBPACK_IMPORTED_MODULE_3__/* .defined */ .sw)({ alsoNamed }),
            title,
            repository,
            ...(0,_collections_js__WEBPACK_IMPORTED_MODULE_3__/* .defined */ .sw)({ minimum: minimum?.text, documents: minimum?.evidence, procedure: procedureOf(client) }),
            observed: [...ofRanges(client, scheme), ...ofPairings(client), ...ofExamples(client, scheme, judged)],
            ...(0,_collections_js__WEBPACK_IMPORTED_MODULE_3__/* .defined */ .sw)({ fix: judged(client, { kind: 'none' }).remedy })
        };
    });
}
/** How versions are judged that no range states, and which clients it settles. */
function procedureOf(client) {
    const handled = (0,_client_js__WEBPACK_IMPORTED_MODULE_4__/* .handledBy */ .g)(client).join(', ');
    const settles = `It handles the token for ${handled}, and settles such a client if neither the project nor another package requires it.`;
    return [client.procedure ?? [], handled === '' ? [] : settles].flat().join(' ') || undefined;
}
function ofRanges(client, scheme) {
    return (0,_judge_js__WEBPACK_IMPORTED_MODULE_1__/* .segmentsOf */ .OD)(client, scheme, 'documented').map(({ from, before, observation, below, kind }) => ({
        versions: bounds(from, before),
        verdict: kind,
        ...known(observation),
        ...compared(client, scheme, { behaviour: observation.behaviour, below, from })
    }));
}
/** What differs beside another client. */
function ofPairings({ with: pairings = [] }) {
    return pairings.map(pairing => {
        const { own, package: other, versions, unless = [] } = pairing;
        const besides = `${bounds(own.from, own.before)}, with ${other} ${bounds(versions.from, versions.before)}`;
        return {
            versions: unless.length === 0 ? besides : `${besides} and without ${unless.join(' or ')}`,
            verdict: (0,_judge_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(pairing, false, 'documented'),
            ...known(pairing)
        };
    });
}
/**
 * The examples of an exact procedure, with its results; beside ranges
 * only those that no range covers and whose behaviour is known.
 */
function ofExamples(client, scheme, judged) {
    const besideRanges = client.observed.length > 0;
    const statements = client.examples.flatMap(({ requirement: stated, with: beside }) => {
        if (beside)
            return [];
        const requirement = typeof stated === 'string' ? { kind: 'version', text: stated } : stated;
        const observation = client.observe?.(requirement);
        if (!observation || requirement.kind === 'none')
            return [];
        const isCovered = requirement.kind === 'version' && RELEASE.test(requirement.text);
        if (besideRanges && (isCovered || observation.behaviour === 'not-known'))
            return [];
        const { behaviour, belowMinimum: below } = observation;
        return [
            {
                versions: requirementText(requirement),
                verdict: judged(client, requirement).verdict.kind,
                ...known(observation),
                ...(below === undefined ? {} : compared(client, scheme, { behaviour, below, from: requirement.text }))
            }
        ];
    });
    return statements.toSorted((a, b) => BEHAVIOUR_ORDER.indexOf(a.behaviour) - BEHAVIOUR_ORDER.indexOf(b.behaviour));
}
function known({ behaviour, because, evidence }) {
    return { behaviour, because, evidence };
}
/** The statement of the documents about a version, and whether the code contradicts it. */
function compared({ minimum }, scheme, { behaviour, below, from }) {
    if (!minimum)
        return {};
    const isBad = BAD.has(behaviour);
    const lowest = scheme.parse(minimum.version ?? minimum.text);
    // A branch: every release is another thing.
    if (lowest === undefined)
        return { documents: 'name no release', ...disagreeing(isBad) };
    if (!below)
        return { documents: 'new enough', ...disagreeing(isBad) };
    const version = from === undefined ? undefined : scheme.parse(from);
    const sortsAbove = version !== undefined && scheme.compare(version, lowest) >= 0;
    const documents = sortsAbove ? 'too old, though it sorts above the minimum' : 'too old';
    return { documents, ...disagreeing(GOOD.has(behaviour) || (sortsAbove && isBad)) };
}
function disagreeing(disagrees) {
    return disagrees ? { disagrees } : {};
}
/** A bound at the lowest pre-release, such as `v1.0.0-0`, is shown as the release: that is what people write. */
function bounds(from, before) {
    const [low, high] = [from, before].map(bound => bound?.replace(/-0$/, ''));
    if (low === undefined)
        return high === undefined ? 'every version' : `below ${high}`;
    return high === undefined ? `from ${low}` : `from ${low}, below ${high}`;
}
function requirementText(requirement) {
    const { text } = requirement;
    const { year, month, day } = ANY_COMMIT.exec(text)?.groups ?? {};
    if (year !== undefined)
        return `a commit of ${year}-${month}-${day}`;
    if (requirement.kind !== 'source')
        return text;
    const { url, committed, committedBefore } = requirement;
    const source = url === undefined || url === text ? text : `${text} of ${url}`;
    if (committed !== undefined)
        return `${source}, committed ${committed}`;
    return committedBefore === undefined ? source : `${source}, committed before ${committedBefore}`;
}


/***/ })

};
