export const id = 629;
export const ids = [629,757];
export const modules = {

/***/ 3757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   semanticVersions: () => (/* binding */ semanticVersions)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);
/* harmony import */ var _interval_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3484);
/* harmony import */ var _version_scheme_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5401);
/**
 * Semantic versions and npm's ranges of them, read by the `semver` package.
 * Specification: https://semver.org/spec/v2.0.0.html and https://github.com/npm/node-semver#ranges. Deliberately
 * ignored: loose versions (`1.2`, `v1.2.3`, `1.2.3beta`), which package managers rewrite before they choose one.
 */



// `parse` also accepts blanks, `v` and `=` before a version. https://semver.org/#is-v123-a-semantic-version
const STARTS_AND_ENDS_AS_VERSION = /^\d(?:.*\S)?$/;
const NULL_SET = '<0.0.0-0';
/** The order of semantic versions: build metadata does not count, https://semver.org/spec/v2.0.0.html#spec-item-10. */
const semanticVersions = {
    title: 'semantic version',
    specification: 'https://semver.org/spec/v2.0.0.html',
    parse: text => (STARTS_AND_ENDS_AS_VERSION.test(text) ? ((0,semver__WEBPACK_IMPORTED_MODULE_0__.parse)(text) ?? undefined) : undefined),
    compare: (a, b) => (0,semver__WEBPACK_IMPORTED_MODULE_0__.compare)(a, b),
    isPrerelease: version => version.prerelease.length > 0,
    span: spanOf
};
/**
 * The versions that an npm range allows. Differs from `satisfies` in one point: there, a comparator such as
 * `>=1.0.0-rc2` allows pre-releases of 1.0.0 only. Here the whole span then allows them (`1.1.0-beta` too), because an
 * interval cannot have holes. Undefined for any other text, such as a distribution tag (`latest`) or an address.
 */
function spanOf(text) {
    if (text.length > _version_scheme_js__WEBPACK_IMPORTED_MODULE_1__/* .LONGEST_RANGE */ .d || (0,semver__WEBPACK_IMPORTED_MODULE_0__.validRange)(text) === null)
        return undefined;
    const sets = new semver__WEBPACK_IMPORTED_MODULE_0__.Range(text).set;
    return {
        intervals: sets.flatMap(set => intervalOf(set) ?? []),
        prereleases: sets.some(set => set.some(namesPrerelease))
    };
}
/** The versions that match every comparator of a set; undefined if there are none. */
function intervalOf(set) {
    let interval = {};
    for (const comparator of set) {
        const allowed = allowedBy(comparator, set);
        interval = interval && allowed && (0,_interval_js__WEBPACK_IMPORTED_MODULE_2__/* .intersection */ .E)(interval, allowed, semver__WEBPACK_IMPORTED_MODULE_0__.compare);
    }
    return interval;
}
function allowedBy({ value, operator, semver: version }, set) {
    if (value === NULL_SET)
        return undefined;
    if (value === '')
        return {};
    const inclusive = { version, inclusive: true };
    switch (operator) {
        case '<':
            return { to: below(version, set) };
        case '<=':
            return { to: inclusive };
        case '>':
            return { from: { version, inclusive: false } };
        case '>=':
            return { from: inclusive };
        default:
            return { from: inclusive, to: inclusive };
    }
}
/** `<2.0.0` excludes the pre-releases of 2.0.0, although they come before it, unless the same set contains one. */
function below(version, set) {
    const named = set.some(other => namesPrerelease(other) && other.semver.compareMain(version) === 0);
    if (version.prerelease.length > 0 || named)
        return { version, inclusive: false };
    return { version: new semver__WEBPACK_IMPORTED_MODULE_0__.SemVer(`${version.major}.${version.minor}.${version.patch}-0`), inclusive: false };
}
/**
 * Whether a comparator allows pre-releases. `<2.0.0-0`, the end of the rewritten `^1.0.0`, contains one and allows
 * none.
 */
function namesPrerelease({ value, operator, semver: version }) {
    if (value === '' || version.prerelease.length === 0)
        return false;
    return !(operator === '<' && version.prerelease.length === 1 && version.prerelease[0] === 0);
}


/***/ }),

/***/ 629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   swiftVersions: () => (/* binding */ swiftVersions)
/* harmony export */ });
/* harmony import */ var _semver_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3757);
/* harmony import */ var _version_scheme_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5401);
/**
 * Swift package versions, which are semantic versions, and the requirements of `Package.swift`.
 * Specification: https://docs.swift.org/package-manager/PackageDescription/PackageDescription.html#version and the
 * ranges of
 * https://github.com/swiftlang/swift-package-manager/blob/main/Sources/PackageDescription/PackageRequirement.swift.
 * Deliberately ignored: versions of two numbers, which SwiftPM reads in tags and refuses in manifests.
 */


const QUOTED = '#*"(?<version>[^"\\\\\\s]+)"#*';
const FROM = new RegExp(`^(?:from\\s*:\\s*${QUOTED}|\\.(?<word>upToNextMajor|upToNextMinor)\\s*\\(\\s*from\\s*:\\s*${QUOTED.replace('version', 'nested')}\\s*\\))$`);
const BETWEEN = new RegExp(`^${QUOTED}\\s*(?<operator>\\.\\.[.<])\\s*${QUOTED.replace('version', 'upper')}$`);
/** The order of semantic versions with the requirements of SwiftPM. */
const swiftVersions = {
    ..._semver_js__WEBPACK_IMPORTED_MODULE_0__.semanticVersions,
    title: 'Swift package version',
    specification: 'https://docs.swift.org/package-manager/PackageDescription/PackageDescription.html',
    span
};
function span(text) {
    if (text.length > _version_scheme_js__WEBPACK_IMPORTED_MODULE_1__/* .LONGEST_RANGE */ .d)
        return undefined;
    const from = FROM.exec(text)?.groups;
    if (from) {
        const version = _semver_js__WEBPACK_IMPORTED_MODULE_0__.semanticVersions.parse(from['version'] ?? from['nested'] ?? '');
        if (!version)
            return undefined;
        const { major, minor } = version;
        const next = _semver_js__WEBPACK_IMPORTED_MODULE_0__.semanticVersions.parse(from['word'] === 'upToNextMinor' ? `${major}.${minor + 1}.0` : `${major + 1}.0.0`);
        return next && between(version, next);
    }
    const { version = '', operator, upper = '' } = BETWEEN.exec(text)?.groups ?? {};
    const [lowest, last] = [_semver_js__WEBPACK_IMPORTED_MODULE_0__.semanticVersions.parse(version), _semver_js__WEBPACK_IMPORTED_MODULE_0__.semanticVersions.parse(upper)];
    // Swift refuses a range whose end comes before its start.
    if (!lowest || !last || _semver_js__WEBPACK_IMPORTED_MODULE_0__.semanticVersions.compare(lowest, last) > 0)
        return undefined;
    return between(lowest, operator === '...' ? afterPatch(last) : last);
}
/** `"1.2.3"..."1.2.6"` is `"1.2.3"..<"1.2.7"` to SwiftPM. */
function afterPatch({ major, minor, patch, prerelease }) {
    const labels = prerelease.length > 0 ? `-${prerelease.join('.')}` : '';
    return _semver_js__WEBPACK_IMPORTED_MODULE_0__.semanticVersions.parse(`${major}.${minor}.${patch + 1}${labels}`);
}
/** From a version up to another, exclusive. Pre-releases are allowed if one of the two is a pre-release. */
function between(version, upper) {
    if (!upper)
        return undefined;
    const { major, minor, patch } = upper;
    // Pre-releases of the end come before it, but are refused too.
    const end = _semver_js__WEBPACK_IMPORTED_MODULE_0__.semanticVersions.isPrerelease(upper) ? upper : _semver_js__WEBPACK_IMPORTED_MODULE_0__.semanticVersions.parse(`${major}.${minor}.${patch}-0`);
    if (!end)
        return undefined;
    const interval = { from: { version, inclusive: true }, to: { version: end, inclusive: false } };
    const prereleases = _semver_js__WEBPACK_IMPORTED_MODULE_0__.semanticVersions.isPrerelease(version) || _semver_js__WEBPACK_IMPORTED_MODULE_0__.semanticVersions.isPrerelease(upper);
    return { intervals: _semver_js__WEBPACK_IMPORTED_MODULE_0__.semanticVersions.compare(version, end) < 0 ? [interval] : [], prereleases };
}


/***/ })

};
