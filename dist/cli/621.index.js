export const id = 621;
export const ids = [621];
export const modules = {

/***/ 7621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nugetVersions: () => (/* binding */ nugetVersions)
/* harmony export */ });
/* harmony import */ var _collections_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1590);
/* harmony import */ var _version_scheme_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5401);
/**
 * NuGet versions and ranges, in the order of NuGet's own client, and the ranges of Paket.
 * Specification: https://learn.microsoft.com/nuget/concepts/package-versioning,
 * https://fsprojects.github.io/Paket/nuget-dependencies.html#Version-constraints. Deliberately ignored: blanks around a
 * version, which readers cut off, and the labels of a floating pre-release: `7.0.0-beta*` allows everything from
 * `7.0.0-beta` to `7.0.0`.
 */


const VERSION = /^(?<numbers>\d+(?:\.\d+){0,3})(?:-(?<labels>[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;
const FLOATING = /^(?:(?<numbers>\d+(?:\.\d+){0,2})\.)?\*(?:-(?<labels>[0-9A-Za-z.-]*)\*)?$/;
const FLOATING_LABEL = /^(?<numbers>\d+(?:\.\d+){0,3})-(?<labels>[0-9A-Za-z.-]*)\*$/;
const BRACKETED = /^(?<open>[[(])(?<from>[^,]*)(?:(?<comma>,)(?<to>[^,]*))?(?<close>[\])])$/;
/** One part of a range of Paket, such as `>= 7.0`, or the word that allows pre-releases. */
const PAKET_PART = /\s*(?:[!@]?(?<operator>~>|[<>]=?|==?)\s*(?<version>[\w.+-]+)|(?<channel>[A-Za-z]\w*)(?!\S))/y;
const PAKET = /^[!@]?[<>=~]/;
const NUMERIC_LABEL = /^-?\d+$/;
const LEADING_ZERO = /^0\d+$/;
/** NuGet's numbers are 32-bit integers. */
const MAXIMUM_NUMBER = 2_147_483_647;
const LOWEST_LABEL = '-2147483648';
/** The prefix of `*`. */
const ANYTHING = { numbers: [0, 0, 0, 0], parts: 0 };
/** A word such as `prerelease` in a range of Paket. */
const CHANNEL = { prereleases: true };
/** The order of `NuGet.Versioning.VersionComparer` and the ranges of `NuGet.Versioning.VersionRange`. */
const nugetVersions = {
    title: 'NuGet version',
    specification: 'https://learn.microsoft.com/nuget/concepts/package-versioning',
    parse,
    compare,
    isPrerelease: version => version.labels.length > 0,
    span
};
function parse(text) {
    if (text.length > _version_scheme_js__WEBPACK_IMPORTED_MODULE_0__/* .LONGEST_VERSION */ .S)
        return undefined;
    const groups = VERSION.exec(text)?.groups;
    const prefix = prefixOf(groups?.['numbers'] ?? '');
    if (!prefix)
        return undefined;
    const labels = groups?.['labels']?.toLowerCase().split('.') ?? [];
    return labels.some(label => LEADING_ZERO.test(label)) ? undefined : { numbers: prefix.numbers, labels };
}
function prefixOf(text) {
    const parts = text.split('.').map(Number);
    if (text === '' || parts.some(part => part > MAXIMUM_NUMBER))
        return undefined;
    const [major = 0, minor = 0, patch = 0, revision = 0] = parts;
    return { numbers: [major, minor, patch, revision], parts: parts.length };
}
function compare(a, b) {
    for (const [index, number] of a.numbers.entries()) {
        const other = b.numbers[index] ?? 0;
        if (number !== other)
            return number - other;
    }
    if (a.labels.length === 0 || b.labels.length === 0) {
        return Math.sign(b.labels.length) - Math.sign(a.labels.length);
    }
    for (const [index, label] of a.labels.entries()) {
        const other = b.labels[index];
        if (other === undefined)
            return 1;
        const order = compareLabels(label, other);
        if (order !== 0)
            return order;
    }
    return a.labels.length - b.labels.length;
}
/** Numbers come before words; a number that is too large is a word, as in NuGet. */
function compareLabels(a, b) {
    if (a === b)
        return 0;
    const left = numberOf(a);
    const right = numberOf(b);
    if (left !== undefined && right !== undefined)
        return left - right;
    if (left !== undefined)
        return -1;
    if (right !== undefined)
        return 1;
    return a < b ? -1 : 1;
}
function numberOf(label) {
    if (!NUMERIC_LABEL.test(label))
        return undefined;
    const number = Number(label);
    return number <= MAXIMUM_NUMBER && number >= -MAXIMUM_NUMBER - 1 ? number : undefined;
}
/**
 * The versions that a range allows. A bare version is a lower bound; a floating one allows only versions that begin
 * like it, although NuGet falls back to higher versions if there are none.
 * https://learn.microsoft.com/nuget/concepts/package-versioning#version-ranges
 */
function span(range) {
    const text = range.trim();
    if (text.length > _version_scheme_js__WEBPACK_IMPORTED_MODULE_0__/* .LONGEST_RANGE */ .d)
        return undefined;
    if (PAKET.test(text))
        return paketSpan(text);
    const brackets = BRACKETED.exec(text)?.groups;
    if (!brackets)
        return lowest(text);
    const { open, from = '', comma, to = '', close } = brackets;
    const inclusive = { from: open === '[', to: close === ']' };
    if (comma === undefined) {
        const version = parse(from.trim());
        if (!version || !inclusive.from || !inclusive.to)
            return undefined;
        return one({ from: { version, inclusive: true }, to: { version, inclusive: true } }, isPrerelease(version));
    }
    const lower = from.trim() === '' ? undefined : lowest(from.trim());
    const upper = to.trim() === '' ? undefined : parse(to.trim());
    if ((!lower && from.trim() !== '') || (!upper && to.trim() !== '') || (!lower && !upper))
        return undefined;
    return bounded(lower, inclusive.from, upper && { version: upper, inclusive: inclusive.to });
}
/** The versions that a range of Paket allows: those that all of its parts allow. */
function paketSpan(text) {
    let from;
    let to;
    let prereleases = false;
    PAKET_PART.lastIndex = 0;
    while (PAKET_PART.lastIndex < text.length) {
        const groups = PAKET_PART.exec(text)?.groups;
        if (!groups)
            return undefined;
        const { operator, version = '' } = groups;
        const part = operator === undefined ? CHANNEL : paketPart(operator, version);
        if (!part)
            return undefined;
        from = higherOf(from, part.from);
        to = lowerOf(to, part.to);
        prereleases ||= part.prereleases;
    }
    return one((0,_collections_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({ from, to }), prereleases);
}
/** One operator of Paket with its version; undefined if the text after the operator is not a version. */
function paketPart(operator, written) {
    const version = parse(written);
    if (!version)
        return undefined;
    const prereleases = isPrerelease(version);
    const bound = { version, inclusive: operator !== '<' && operator !== '>' };
    if (operator.startsWith('<'))
        return { to: bound, prereleases };
    if (operator.startsWith('='))
        return { from: bound, to: bound, prereleases };
    return (0,_collections_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({ from: bound, to: operator === '~>' ? pessimistic(version, written) : undefined, prereleases });
}
/** The upper bound of `~> 7.0.5`: its last part may grow, which leads up to `7.1`. */
function pessimistic({ numbers }, written) {
    const parts = written.split('-')[0]?.split('.').length ?? 1;
    return below({ numbers, parts: Math.max(1, parts - 1) });
}
/** A bare version, or a floating one: everything that begins like it. */
function lowest(text) {
    const version = parse(text);
    if (version)
        return one({ from: { version, inclusive: true } }, isPrerelease(version));
    return text.length > _version_scheme_js__WEBPACK_IMPORTED_MODULE_0__/* .LONGEST_VERSION */ .S ? undefined : (floatingLabel(text) ?? floating(text));
}
/** `7.0.0-beta*`. */
function floatingLabel(text) {
    const { numbers = '', labels = '' } = FLOATING_LABEL.exec(text)?.groups ?? {};
    const prefix = prefixOf(numbers);
    const version = prefix && withLabels(prefix.numbers, labels);
    if (!prefix || !version)
        return undefined;
    const to = { version: { numbers: prefix.numbers, labels: [] }, inclusive: true };
    return one({ from: { version, inclusive: true }, to }, true);
}
/** `*`, `7.*`, `7.*-*` and `7.*-beta*`. */
function floating(text) {
    const groups = FLOATING.exec(text)?.groups;
    if (!groups)
        return undefined;
    const { numbers, labels } = groups;
    const prefix = numbers === undefined ? ANYTHING : prefixOf(numbers);
    if (!prefix)
        return undefined;
    const release = { numbers: prefix.numbers, labels: [] };
    const version = labels === undefined ? release : withLabels(prefix.numbers, labels);
    if (!version)
        return undefined;
    return one((0,_collections_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({ from: { version, inclusive: true }, to: below(prefix) }), labels !== undefined);
}
/** The lowest version whose labels begin with the text before the `*`; undefined if that is none. */
function withLabels(numbers, labels) {
    const complete = labels === '' || labels.endsWith('.') ? `${labels}0` : labels;
    return parse(`${numbers.join('.')}-${complete}`);
}
/** The bound above every version that begins with the prefix: below `8.0.0-0` for `7.*`. None for `*`. */
function below({ numbers, parts }) {
    const [major, minor, patch] = numbers;
    const above = [
        [major + 1, 0, 0, 0],
        [major, minor + 1, 0, 0],
        [major, minor, patch + 1, 0]
    ];
    const next = above[Math.min(parts, 3) - 1];
    return next && { version: { numbers: next, labels: [LOWEST_LABEL] }, inclusive: false };
}
/** The versions between the bounds in brackets. `lower` may be floating, and then has an upper bound of its own. */
function bounded(lower, fromInclusive, upper) {
    const interval = lower?.intervals[0];
    const from = interval?.from && { version: interval.from.version, inclusive: fromInclusive };
    const to = lowerOf(interval?.to, upper);
    if (from && upper) {
        const order = compare(from.version, upper.version);
        if (order > 0 || (order === 0 && from.inclusive !== upper.inclusive))
            return undefined;
    }
    const prereleases = (lower?.prereleases ?? false) || (upper !== undefined && isPrerelease(upper.version));
    return one((0,_collections_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({ from, to }), prereleases);
}
function lowerOf(a, b) {
    if (!a || !b)
        return a ?? b;
    return compare(a.version, b.version) <= 0 ? a : b;
}
function higherOf(a, b) {
    if (!a || !b)
        return a ?? b;
    return compare(a.version, b.version) > 0 ? a : b;
}
function one(interval, prereleases) {
    return { intervals: [interval], prereleases };
}
function isPrerelease(version) {
    return version.labels.length > 0;
}


/***/ })

};
