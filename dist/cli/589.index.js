export const id = 589;
export const ids = [589];
export const modules = {

/***/ 5589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mavenVersions: () => (/* binding */ mavenVersions)
/* harmony export */ });
/* harmony import */ var _interval_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3484);
/* harmony import */ var _version_scheme_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5401);
/**
 * Maven versions, their order, and the ranges of Maven and Gradle.
 * Specification: https://maven.apache.org/pom.html#version-order-specification, in the order of `ComparableVersion` of
 * Maven 3.8.7; ranges: https://maven.apache.org/pom.html#dependency-version-requirement-specification and
 * https://docs.gradle.org/current/userguide/dependency_versions.html. Leaves out on purpose: texts that begin with no
 * digit. Maven would order them below every number, but in build files they are variables, tags and words such as LATEST.
 */


const VERSION = /^\d[\w.+~-]*$/;
const RUN = /[.-]|\d+|[^\d.-]+/g;
const SINGLE_LETTERS = { a: 'alpha', b: 'beta', m: 'milestone' };
const ALIASES = new Map([
    ['ga', ''],
    ['final', ''],
    ['release', ''],
    ['cr', 'rc']
]);
/** From low to high; `''` is the release. Every other qualifier comes after them, by code unit. */
const QUALIFIERS = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp'];
const RELEASE = rank('');
const INTERVAL = /\s*(?<open>[[\](])\s*(?<from>[^\s,[\]()]*)\s*(?:(?<comma>,)\s*(?<to>[^\s,[\]()]*)\s*)?(?<close>[\])[])\s*(?:,|$)/y;
const PREFIX = /^(?<prefix>\d+(?:\.\d+)*)\.\+$/;
/** Versions of Maven; Gradle writes the same ones. */
const mavenVersions = {
    title: 'Maven versions',
    specification: 'https://maven.apache.org/pom.html#version-order-specification',
    parse,
    compare,
    isPrerelease: version => version.some(isPrereleaseItem),
    span
};
function parse(text) {
    // Gradle reads a plus sign at the end as "or anything newer".
    if (text.length > _version_scheme_js__WEBPACK_IMPORTED_MODULE_0__/* .LONGEST_VERSION */ .S || !VERSION.test(text) || text.endsWith('+'))
        return undefined;
    const root = [];
    const lists = [root];
    let list = root;
    let previous = '.';
    const nest = () => {
        const inner = [];
        list.push(inner);
        lists.push(inner);
        list = inner;
    };
    const runs = [...text.toLowerCase().matchAll(RUN)].map(([run]) => run);
    for (const [i, run] of runs.entries()) {
        const next = runs[i + 1];
        if (run === '.' || run === '-') {
            // "1..2" and "1.-2" have an empty number between the signs.
            if (previous === '.' || previous === '-')
                list.push(0n);
            if (run === '-')
                nest();
        }
        else if (isDigits(run)) {
            list.push(BigInt(run));
            if (next !== undefined && next !== '.' && next !== '-')
                nest();
        }
        else {
            const isBeforeDigits = next !== undefined && isDigits(next);
            // "1.rc1" and "1.rc" mean "1-rc-1" and "1-rc"; "1.rc.1" does not.
            if (list.length > 0 && (isBeforeDigits || next === undefined))
                nest();
            list.push(qualifier(run, isBeforeDigits));
            if (isBeforeDigits)
                nest();
        }
        previous = run;
    }
    for (const inner of lists.reverse())
        normalize(inner);
    return root;
}
function isDigits(run) {
    const code = run.charCodeAt(0);
    return code >= 48 && code <= 57;
}
function qualifier(run, isBeforeDigits) {
    const full = isBeforeDigits ? (SINGLE_LETTERS[run] ?? run) : run;
    return ALIASES.get(full) ?? full;
}
/** Drops what means nothing from the end: zeros, release qualifiers, empty lists; also in front of lists at the end. */
function normalize(list) {
    for (let i = list.length - 1; i >= 0; i--) {
        const item = list[i];
        if (item === 0n || item === '' || (Array.isArray(item) && item.length === 0))
            list.splice(i, 1);
        else if (!Array.isArray(item))
            return;
    }
}
function compare(a, b) {
    for (let i = 0; i < a.length || i < b.length; i++) {
        const order = compareItems(a[i], b[i]);
        if (order !== 0)
            return order;
    }
    return 0;
}
/** A missing item stands for 0, for the release, or for an empty list, whatever it is compared with. */
function compareItems(a, b) {
    if (a === undefined)
        return b === undefined ? 0 : -compareItems(b, undefined);
    if (typeof a === 'bigint') {
        if (typeof b === 'bigint')
            return a < b ? -1 : a > b ? 1 : 0;
        return b === undefined && a === 0n ? 0 : 1;
    }
    if (typeof a === 'string') {
        if (b !== undefined && typeof b !== 'string')
            return -1;
        return compareText(rank(a), b === undefined ? RELEASE : rank(b));
    }
    if (typeof b === 'bigint')
        return -1;
    if (typeof b === 'string')
        return 1;
    if (b !== undefined)
        return compare(a, b);
    for (const item of a) {
        const order = compareItems(item, undefined);
        if (order !== 0)
            return order;
    }
    return 0;
}
/** What `ComparableVersion` sorts qualifiers by: texts, so that "6" is above "5" and "7-x" above both. */
function rank(text) {
    const known = QUALIFIERS.indexOf(text);
    return known < 0 ? `${QUALIFIERS.length}-${text}` : String(known);
}
function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
function isPrereleaseItem(item) {
    if (typeof item === 'string')
        return compareText(rank(item), RELEASE) < 0;
    return typeof item !== 'bigint' && item.some(isPrereleaseItem);
}
/** Undefined for a version alone, which is no range, and for `latest.release` and the like, which no order can answer. */
function span(range) {
    if (range.length > _version_scheme_js__WEBPACK_IMPORTED_MODULE_0__/* .LONGEST_RANGE */ .d)
        return undefined;
    if (range === '+')
        return { intervals: [{}], prereleases: true };
    const prefix = PREFIX.exec(range)?.groups?.['prefix'];
    if (prefix !== undefined)
        return prefixSpan(prefix);
    const intervals = [];
    for (let at = 0; at < range.length || range.endsWith(','); at = INTERVAL.lastIndex) {
        INTERVAL.lastIndex = at;
        const found = interval(INTERVAL.exec(range)?.groups);
        if (!found)
            return undefined;
        intervals.push(found);
    }
    return intervals.length > 0 ? { intervals, prereleases: true } : undefined;
}
/** `9.0.+` means every version whose text begins with `9.0.`, its pre-releases among them. */
function prefixSpan(prefix) {
    const cut = prefix.lastIndexOf('.') + 1;
    const from = parse(`${prefix}-alpha`);
    const to = parse(`${prefix.slice(0, cut)}${BigInt(prefix.slice(cut)) + 1n}-alpha`);
    if (!from || !to)
        return undefined;
    return {
        intervals: [{ from: { version: from, inclusive: true }, to: { version: to, inclusive: false } }],
        prereleases: true
    };
}
function interval(groups) {
    if (!groups)
        return undefined;
    const { open, from = '', comma, to = '', close } = groups;
    if (comma === undefined) {
        // Only "[9.0.0]" names one version.
        const only = open === '[' && close === ']' ? bound(from, true) : undefined;
        return only && { from: only, to: only };
    }
    const [low, high] = [bound(from, open === '['), bound(to, close === ']')];
    if ((from !== '' && !low) || (to !== '' && !high))
        return undefined;
    return (0,_interval_js__WEBPACK_IMPORTED_MODULE_1__/* .intersection */ .E)(low ? { from: low } : {}, high ? { to: high } : {}, compare);
}
function bound(text, inclusive) {
    const version = parse(text);
    return version && { version, inclusive };
}


/***/ })

};
