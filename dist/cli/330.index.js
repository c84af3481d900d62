export const id = 330;
export const ids = [330];
export const modules = {

/***/ 330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   crateVersions: () => (/* binding */ crateVersions)
/* harmony export */ });
/* harmony import */ var _interval_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3484);
/* harmony import */ var _version_scheme_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5401);
/**
 * Rust crate versions, and the requirements of them that Cargo reads.
 * Specification: https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html#version-requirement-syntax, and
 * the `semver` crate, which Cargo is built on: https://docs.rs/semver. Leaves out on purpose: requirements that Cargo only
 * took before 2021 (`>=1 <2` without a comma). Not npm's grammar: a bare version is a caret here, a comma means "and".
 */


const LABELS = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*';
const VERSION = new RegExp(`^(?<major>\\d+)\\.(?<minor>\\d+)\\.(?<patch>\\d+)(?:-(?<labels>${LABELS}))?(?:\\+${LABELS})?$`);
const COMPARATOR = new RegExp('^(?<operator>>=|<=|[=><~^])? *(?<major>\\d+)' +
    `(?:\\.(?<minor>\\d+)(?:\\.(?<patch>\\d+)(?:-(?<labels>${LABELS}))?(?:\\+${LABELS})?|\\.[*xX])?|\\.[*xX](?:\\.[*xX])?)? *$`);
const ANYTHING = /^ *[*xX] *$/;
const LEADING_BLANKS = /^ +/;
const DIGITS = /^\d+$/;
const LEADING_ZERO = /^0\d/;
const LARGEST = 2n ** 64n - 1n;
const MAXIMUM_RANGE_LENGTH = 1_024;
const MOST_COMPARATORS = 32;
/** The order of `Version::cmp_precedence` and the requirements of `VersionReq`, both of the `semver` crate. */
const crateVersions = {
    title: 'crate versions',
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
/** Undefined where an identifier is a number with a leading zero. */
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
    for (const [index, label] of a.labels.entries()) {
        const other = b.labels[index];
        if (other === undefined)
            return 1;
        if (label === other)
            continue;
        if (typeof label !== typeof other)
            return typeof label === 'bigint' ? -1 : 1;
        return label < other ? -1 : 1;
    }
    return a.labels.length - b.labels.length;
}
/**
 * What a requirement allows. Differs from Cargo in one thing: `>=1.0.0-rc.2` lets in the pre-releases of 1.0.0 only,
 * whereas here the whole span then lets pre-releases in (`1.1.0-beta` too), because one interval cannot have holes.
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
    if ((groups['minor'] !== undefined && minor === undefined) || (groups['patch'] !== undefined && patch === undefined))
        return undefined;
    // Without an operator a requirement is a caret, but `1.2.*` is what it says.
    const operator = groups['operator'] ?? (/[*xX] *$/.test(text) && patch === undefined ? '=' : '^');
    return {
        operator,
        major,
        ...(minor === undefined ? {} : { minor }),
        ...(patch === undefined ? {} : { patch }),
        labels
    };
}
/** What one comparator allows, pre-releases aside: which of them count, the whole requirement decides. */
function intervalOf(comparator, all) {
    const { operator, major, minor = 0n, patch = 0n, labels } = comparator;
    const lowest = { numbers: [major, minor, patch], labels };
    const from = { version: lowest, inclusive: true };
    const isWhole = comparator.patch !== undefined;
    /** Just below everything that does not begin with the numbers that are written. */
    const to = below(comparator.minor === undefined
        ? [major + 1n, 0n, 0n]
        : isWhole
            ? [major, minor, patch + 1n]
            : [major, minor + 1n, 0n]);
    switch (operator) {
        case '>':
            return { from: isWhole ? { version: lowest, inclusive: false } : { version: to.version, inclusive: true } };
        case '>=':
            return { from };
        case '<': {
            // `<2.0.0` lets no pre-release of 2.0.0 in, although they come before it, unless the requirement names one.
            const named = labels.length > 0 || all.some(other => other.labels.length > 0 && isSame(other, comparator));
            return { to: isWhole && named ? { version: lowest, inclusive: false } : below(lowest.numbers) };
        }
        case '<=':
            return { to: isWhole ? from : to };
        case '~':
            return { from, to: comparator.minor === undefined ? to : below([major, minor + 1n, 0n]) };
        case '^':
            if (major > 0n || comparator.minor === undefined)
                return { from, to: below([major + 1n, 0n, 0n]) };
            if (minor > 0n || !isWhole)
                return { from, to: below([major, minor + 1n, 0n]) };
            return { from, to };
        default:
            return isWhole ? { from, to: from } : { from, to };
    }
}
/** The bound before every version of these numbers, their pre-releases among them: `-0` is the lowest pre-release. */
function below(numbers) {
    return { version: { numbers, labels: [0n] }, inclusive: false };
}
function isSame(a, b) {
    return a.major === b.major && a.minor === b.minor && a.patch === b.patch;
}


/***/ })

};
