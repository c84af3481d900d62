export const id = 397;
export const ids = [397];
export const modules = {

/***/ 3397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   policyAsJson: () => (/* binding */ policyAsJson),
/* harmony export */   policyAsMarkdown: () => (/* binding */ policyAsMarkdown),
/* harmony export */   policyAsText: () => (/* binding */ policyAsText)
/* harmony export */ });
/* harmony import */ var _ecosystems_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5003);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1184);
/** The policy as a table that people and programs can read and cite. */


// Commits, branches and tags of another numbering are written otherwise; a pseudo-version of Go ends with a commit.
const RELEASE = /^v?\d+(?:\.\d+)*(?:[-+.][A-Za-z0-9.+]*)?$/;
/** The rows as lines for a terminal. */
function policyAsText(policy = _policy_js__WEBPACK_IMPORTED_MODULE_1__/* .builtIn */ .w) {
    const blocks = policyRows(policy).map(row => {
        const observed = row.observed.map(({ versions, behaviour, because }) => `    ${versions}: ${behaviour}. ${because}`);
        return [
            `${row.package} (${row.title})`,
            `  documented minimum: ${row.minimum ?? 'none'}`,
            '  observed:',
            ...observed,
            ...(row.fix === undefined ? [] : [`  fix: ${row.fix}`]),
            ...row.evidence.map(({ text, url, proof }) => `  ${proof}: ${text} ${url}`)
        ].join('\n');
    });
    return `${blocks.join('\n\n')}\n`;
}
/** The rows as a Markdown table, grouped by ecosystem. */
function policyAsMarkdown(policy = _policy_js__WEBPACK_IMPORTED_MODULE_1__/* .builtIn */ .w) {
    const rows = policyRows(policy).map(row => {
        const observed = byBehaviour(row.observed).join('<br>');
        const evidence = row.evidence.map(({ text, url, proof }) => `[${text}](${url}) (${proof})`).join('<br>');
        return `| ${row.ecosystem} | \`${row.package}\` | ${row.minimum ?? '–'} | ${observed} | ${row.fix ?? '–'} | ${evidence} |`;
    });
    return `| Ecosystem | Client | Documented minimum | Observed | Fix | Evidence |\n|---|---|---|---|---|---|\n${rows.join('\n')}\n`;
}
/** The rows as JSON. */
function policyAsJson(policy = _policy_js__WEBPACK_IMPORTED_MODULE_1__/* .builtIn */ .w) {
    return `${JSON.stringify({ schema: 1, clients: policyRows(policy) }, undefined, 2)}\n`;
}
function policyRows(policy) {
    const all = _ecosystems_index_js__WEBPACK_IMPORTED_MODULE_0__/* .ecosystems */ .u.flatMap(({ id, title }) => policy.clientsOf(id).map(client => ({ id, title, client })));
    return all.map(({ id, title, client }) => {
        const fix = client.fix?.version ?? client.fix?.advice ?? lastGood(client);
        return {
            ecosystem: title,
            package: `pkg:${id}/${client.name.replace(':', '/')}`,
            title: client.title,
            ...(client.minimum ? { minimum: client.minimum.text } : {}),
            observed: [...client.observed.map(describeRange), ...describeExamples(client)],
            ...(fix === undefined ? {} : { fix }),
            evidence: distinct([...client.observed.flatMap(range => range.evidence), ...(client.minimum?.evidence ?? [])])
        };
    });
}
function describeRange({ from, before, behaviour, because }) {
    const versions = from === undefined
        ? before === undefined
            ? 'every version'
            : `below ${before}`
        : before === undefined
            ? `from ${from}`
            : `from ${from}, below ${before}`;
    return { versions, behaviour, because };
}
/**
 * An exact procedure is shown by what it says of its examples; beside ranges only by what it knows of those that no range
 * covers.
 */
function describeExamples(client) {
    const besideRanges = client.observed.length > 0;
    return client.examples.flatMap(({ requirement }) => {
        const asked = typeof requirement === 'string' ? { kind: 'version', text: requirement } : requirement;
        const observation = client.observe?.(asked);
        if (!observation || asked.kind === 'none')
            return [];
        const isCovered = asked.kind === 'version' && RELEASE.test(asked.text);
        if (besideRanges && (isCovered || observation.behaviour === 'not-known'))
            return [];
        return [{ versions: describeAsked(asked), behaviour: observation.behaviour, because: observation.because }];
    });
}
function describeAsked(asked) {
    if (asked.kind !== 'source')
        return asked.text;
    if (asked.committed !== undefined)
        return `${asked.text} of ${asked.committed}`;
    return asked.committedBefore === undefined ? asked.text : `${asked.text}, older than ${asked.committedBefore}`;
}
/** One line for each behaviour, with all its versions: the examples of an exact procedure are many. */
function byBehaviour(observed) {
    const groups = new Map();
    for (const { behaviour, versions } of observed)
        groups.set(behaviour, [...(groups.get(behaviour) ?? []), versions]);
    return Array.from(groups, ([behaviour, versions]) => `${behaviour}: ${[...new Set(versions)].join('; ')}`);
}
function lastGood({ observed }) {
    return observed.findLast(range => range.behaviour === 'reloads')?.from;
}
function distinct(evidence) {
    return [...new Map(evidence.map(item => [item.url, item])).values()];
}


/***/ })

};
