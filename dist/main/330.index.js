export const id = 330;
export const ids = [330];
export const modules = {

/***/ 330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   crateVersions: () => (/* binding */ crateVersions)
/* harmony export */ });
/* harmony import */ var _collections_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1590);
/* harmony import */ var _interval_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3484);
/* harmony import */ var _version_scheme_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5401);
/**
 * Rust crate versions, and the requirements of them that Cargo reads.
 * Specification: https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html#version-requirement-syntax, and
 * the `semver` crate, on which Cargo is built: https://docs.rs/semver. Deliberately ignored: requirements that Cargo
 * accepted only before 2021 (`>=1 <2` without a comma). Not npm's grammar: a bare version is a caret, a comma means
 * "and".
 */



const LABELS = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*';
const VERSION = new RegExp(`^(?<major>\\d+)\\.(?<minor>\\d+)\\.(?<patch>\\d+)(?:-(?<labels>${LABELS}))?(?:\\+${LABELS})?$`);
const COMPARATOR = new RegExp('^(?<operator>>=|<=|[=><~^])? *(?<major>\\d+)' +
    `(?:\\.(?<minor>\\d+)(?:\\.(?<patch>\\d+)(?:-(?<labels>${LABELS}))?(?:\\+${LABELS})?|\\.[*xX])?|\\.[*xX](?:\\.[*xX])?)? *$`);
const ANYTHING = /^ *[*xX] *$/;
const WILDCARD_AT_END = /[*xX] *$/;
const LEADING_BLANKS = /^ +/;
const DIGITS = /^\d+$/;
const LEADING_ZERO = /^0\d/;
const LARGEST = 2n ** 64n - 1n;
const MAXIMUM_RANGE_LENGTH = 1_024;
const MOST_COMPARATORS = 32;
/** The order of `Version::cmp_precedence` and the requirements of `VersionReq`, both of the `semver` crate. */
const crateVersions = {
    title: 'crate version',
    specification: 'https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html#version-requirement-syntax',
    parse,
    compare,
    isPrerelease: version => version.labels.length > 0,
    span
};
function parse(text) {
    const groups = text.length > _version_scheme_js__WEBPACK_IMPORTED_MODULE_0__/* .LONGEST_VERSION */ .S ? undefined : VERSION.exec(text)?.groups;
    if (!groups)
        return undefined;
    const [major, minor, patch] = [numberOf(groups['major']), numberOf(groups['minor']), numberOf(groups['patch'])];
    const labels = labelsOf(groups['labels']);
    if (major === undefined || minor === undefined || patch === undefined || !labels)
        return undefined;
    return { numbers: [major, minor, patch], labels };
}
/** Undefined for a number with a leading zero or beyond 64 bits. */
function numberOf(text = '') {
    if (text === '' || LEADING_ZERO.test(text))
        return undefined;
    const number = BigInt(text);
    return number > LARGEST ? undefined : number;
}
/** Undefined if an identifier is a number with a leading zero. */
function labelsOf(text = '') {
    if (text === '')
        return [];
    const labels = text.split('.');
    if (labels.some(label => DIGITS.test(label) && LEADING_ZERO.test(label)))
        return undefined;
    return labels.map(label => (DIGITS.test(label) ? BigInt(label) : label));
}
function compare(a, b) {
    for (const [index, number] of a.numbers.entries()) {
        const other = b.numbers[index] ?? 0n;
        if (number !== other)
            return number < other ? -1 : 1;
    }
    // A release comes after its pre-releases. https://semver.org/spec/v2.0.0.html#spec-item-11
    if (a.labels.length === 0 || b.labels.length === 0)
        return Math.sign(b.labels.length) - Math.sign(a.labels.length);
    return compareLabels(a.labels, b.labels);
}
/** Numbers come before words; a longer list comes after its own beginning. */
function compareLabels(a, b) {
    for (const [index, label] of a.entries()) {
        const other = b[index];
        if (other === undefined)
            return 1;
        if (label === other)
            continue;
        if (typeof label !== typeof other)
            return typeof label === 'bigint' ? -1 : 1;
        return label < other ? -1 : 1;
    }
    return a.length - b.length;
}
/**
 * The versions that a requirement allows. Differs from Cargo in one point: for Cargo, `>=1.0.0-rc.2` allows
 * pre-releases of 1.0.0 only. Here the whole span then allows them (`1.1.0-beta` too), because an interval cannot have
 * holes.
 */
function span(range) {
    if (range.length > MAXIMUM_RANGE_LENGTH)
        return undefined;
    if (ANYTHING.test(range))
        return { intervals: [{}], prereleases: false };
    const comparators = [];
    for (const part of range.split(',')) {
        const comparator = comparatorOf(part.replace(LEADING_BLANKS, ''));
        if (!comparator || comparators.length === MOST_COMPARATORS)
            return undefined;
        comparators.push(comparator);
    }
    let allowed = {};
    for (const comparator of comparators) {
        allowed = allowed && (0,_interval_js__WEBPACK_IMPORTED_MODULE_1__/* .intersection */ .E)(allowed, intervalOf(comparator, comparators), compare);
    }
    return {
        intervals: allowed ? [allowed] : [],
        prereleases: comparators.some(({ labels }) => labels.length > 0)
    };
}
function comparatorOf(text) {
    const groups = COMPARATOR.exec(text)?.groups;
    const major = numberOf(groups?.['major']);
    const labels = labelsOf(groups?.['labels']);
    if (!groups || major === undefined || !labels)
        return undefined;
    const minor = numberOf(groups['minor']);
    const patch = numberOf(groups['patch']);
    if (groups['minor'] !== undefined && minor === undefined)
        return undefined;
    if (groups['patch'] !== undefined && patch === undefined)
        return undefined;
    // Without an operator a requirement is a caret, except one with a wildcard such as `1.2.*`.
    const operator = groups['operator'] ?? (WILDCARD_AT_END.test(text) && patch === undefined ? '=' : '^');
    return { operator, major, labels, ...(0,_collections_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ minor, patch }) };
}
/** The versions that one comparator allows. Which pre-releases count depends on the whole requirement (`all`). */
function intervalOf(comparator, all) {
    const { operator, major, minor = 0n, patch = 0n, labels } = comparator;
    const version = { numbers: [major, minor, patch], labels };
    const from = { version, inclusive: true };
    const isWhole = comparator.patch !== undefined;
    const to = below(afterWritten(comparator));
    switch (operator) {
        case '>':
            return { from: isWhole ? { version, inclusive: false } : { version: to.version, inclusive: true } };
        case '>=':
            return { from };
        case '<': {
            // `<2.0.0` excludes the pre-releases of 2.0.0, although they come before it, unless the requirement contains one.
            const named = labels.length > 0 || all.some(other => other.labels.length > 0 && isSame(other, comparator));
            return { to: isWhole && named ? { version, inclusive: false } : below(version.numbers) };
        }
        case '<=':
            return { to: isWhole ? from : to };
        case '~':
            return { from, to: comparator.minor === undefined ? to : below([major, minor + 1n, 0n]) };
        case '^':
            return { from, to: below(afterCaret(comparator)) };
        default:
            return isWhole ? { from, to: from } : { from, to };
    }
}
/** The first release whose beginning is not the written numbers. */
function afterWritten({ major, minor, patch }) {
    if (minor === undefined)
        return [major + 1n, 0n, 0n];
    return patch === undefined ? [major, minor + 1n, 0n] : [major, minor, patch + 1n];
}
/** The first release with another number in the first place that is not zero, or in the last one that is written. */
function afterCaret(comparator) {
    const { major, minor, patch } = comparator;
    if (major > 0n || minor === undefined)
        return [major + 1n, 0n, 0n];
    return minor > 0n || patch === undefined ? [major, minor + 1n, 0n] : afterWritten(comparator);
}
/** The bound before every version of these numbers, pre-releases included: `-0` is the lowest pre-release. */
function below(numbers) {
    return { version: { numbers, labels: [0n] }, inclusive: false };
}
function isSame(a, b) {
    return a.major === b.major && a.minor === b.minor && a.patch === b.patch;
}


/***/ })

};
