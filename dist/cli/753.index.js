export const id = 753;
export const ids = [753];
export const modules = {

/***/ 6753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   conanVersions: () => (/* binding */ conanVersions)
/* harmony export */ });
/* harmony import */ var _collections_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1590);
/* harmony import */ var _interval_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3484);
/* harmony import */ var _version_scheme_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5401);
/**
 * Conan versions, which are any count of numbers, an optional pre-release and an optional build; and their ranges.
 * Specification: https://docs.conan.io/2/tutorial/versioning/version_ranges.html and the classes Version and
 * VersionRange of Conan 2. Deliberately ignored: versions with letters among the numbers (`1.0.2n`), whose order in
 * Conan contradicts itself; the ranges of Conan 1 (`1.x`, `~=1.0`).
 */



const VERSION = /^(?<numbers>\d{1,9}(?:\.\d{1,9})*)(?:-(?<prerelease>[0-9a-z_-]+(?:\.[0-9a-z_-]+)*))?(?:\+(?<build>[0-9a-z_.-]+))?$/;
const COMPARATOR = /^(?<operator>[<>]=?|[=~^])?(?<version>\d\S*)$/;
const NUMBER = /^\d{1,9}$/;
const WORD = /^\s*[a-z]/i;
/** `1.0` equals `1.0.0`; a pre-release comes before its release, a build after it. */
const conanVersions = {
    title: 'Conan version',
    specification: 'https://docs.conan.io/2/tutorial/versioning/version_ranges.html',
    parse,
    compare,
    isPrerelease: version => version.prerelease !== undefined,
    span: spanOf
};
function parse(text) {
    const { numbers, prerelease, build } = (text.length <= _version_scheme_js__WEBPACK_IMPORTED_MODULE_0__/* .LONGEST_VERSION */ .S && VERSION.exec(text)?.groups) || {};
    if (numbers === undefined)
        return undefined;
    return (0,_collections_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({
        numbers: numbers.split('.').map(Number),
        prerelease: prerelease === undefined ? undefined : parts(prerelease),
        build: build === undefined ? undefined : parts(build)
    });
}
function parts(text) {
    return text.split('.').map(part => (NUMBER.test(part) ? Number(part) : part));
}
function compare(a, b) {
    for (let i = 0; i < Math.max(a.numbers.length, b.numbers.length); i++) {
        const order = (a.numbers[i] ?? 0) - (b.numbers[i] ?? 0);
        if (order !== 0)
            return order;
    }
    if (a.prerelease && b.prerelease)
        return compareParts(a.prerelease, b.prerelease) || compareBuilds(a, b);
    if (a.prerelease || b.prerelease)
        return a.prerelease ? -1 : 1;
    return compareBuilds(a, b);
}
function compareBuilds(a, b) {
    if (a.build && b.build)
        return compareParts(a.build, b.build);
    return Number(a.build !== undefined) - Number(b.build !== undefined);
}
/** Part by part, numbers before words, fewer parts first. */
function compareParts(a, b) {
    for (const [index, left] of a.entries()) {
        const right = b[index];
        if (right === undefined)
            return 1;
        if (left === right)
            continue;
        if (typeof left === 'number' && typeof right === 'number')
            return left - right;
        if (typeof left === typeof right)
            return left < right ? -1 : 1;
        return typeof left === 'number' ? -1 : 1;
    }
    return a.length - b.length;
}
/** The versions that the text between the brackets of a reference allows; undefined if Conan 2 refuses it. */
function spanOf(text) {
    if (text.length > _version_scheme_js__WEBPACK_IMPORTED_MODULE_0__/* .LONGEST_RANGE */ .d)
        return undefined;
    const [expression = '', ...options] = text.split(',');
    if (!options.every(option => WORD.test(option)))
        return undefined;
    const intervals = [];
    for (const alternative of expression.split('||')) {
        let allowed = {};
        for (const comparator of alternative.split(/\s+/)) {
            const limits = comparator === '' ? {} : limitsOf(comparator);
            if (!limits)
                return undefined;
            allowed = allowed && (0,_interval_js__WEBPACK_IMPORTED_MODULE_2__/* .intersection */ .E)(allowed, limits, compare);
        }
        if (allowed)
            intervals.push(allowed);
    }
    return { intervals, prereleases: options.some(option => option.includes('include_prerelease')) };
}
function limitsOf(comparator) {
    if (comparator === '*')
        return {};
    const { operator = '=', version: written = '' } = COMPARATOR.exec(comparator)?.groups ?? {};
    const version = parse(written);
    if (!version)
        return undefined;
    switch (operator) {
        case '>':
            return { from: { version, inclusive: false } };
        case '>=':
            return { from: { version: withPrereleases(version), inclusive: true } };
        case '<':
            return { to: { version: withPrereleases(version), inclusive: false } };
        case '<=':
            return { to: { version, inclusive: true } };
        case '~':
            return upTo(version, version.numbers.length > 1 ? 1 : 0);
        case '^':
            return upTo(version, firstAboveZero(version.numbers));
        default:
            return { from: { version, inclusive: true }, to: { version, inclusive: true } };
    }
}
/** From a version up to the next with a higher number at `index`: `~1.2.3` is up to 1.3, `^1.2.3` up to 2. */
function upTo(version, index) {
    const number = version.numbers[index];
    if (number === undefined)
        return undefined;
    const next = { numbers: [...version.numbers.slice(0, index), number + 1], prerelease: [] };
    return { from: { version: withPrereleases(version), inclusive: true }, to: { version: next, inclusive: false } };
}
/** The bound below every pre-release of a version, unless the version is a pre-release or build itself. */
function withPrereleases(version) {
    return version.prerelease || version.build ? version : { ...version, prerelease: [] };
}
function firstAboveZero(numbers) {
    const index = numbers.findIndex(number => number !== 0);
    return index < 0 ? numbers.length : index;
}


/***/ })

};
