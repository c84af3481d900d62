export const id = 89;
export const ids = [89];
export const modules = {

/***/ 5089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gemVersions: () => (/* binding */ gemVersions)
/* harmony export */ });
/* harmony import */ var _interval_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3484);
/* harmony import */ var _version_scheme_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5401);
/**
 * RubyGems versions and requirements.
 * Specification: https://docs.ruby-lang.org/en/master/Gem/Version.html. Deliberately ignored: the empty text and blanks
 * around a version, which RubyGems accepts and no reader yields. Not built on `@renovatebot/ruby-semver`: it sorts
 * pre-release words by the rules of a language (`beta` before `RC`), but RubyGems compares code points.
 */


const VERSION = /^[0-9]+(?:\.[0-9a-zA-Z]+)*(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;
const SEGMENT = /[0-9]+|[a-zA-Z]+/g;
const REQUIREMENT = /^(?<operator>=|!=|>=|<=|~>|>|<)?\s*(?<version>[0-9][0-9A-Za-z.-]*)$/;
const OUTER = /^[\s'"]+|[\s'"]+$/g;
/** The order of `Gem::Version#<=>` and the ranges of `Gem::Requirement`. */
const gemVersions = {
    title: 'RubyGems version',
    specification: 'https://docs.ruby-lang.org/en/master/Gem/Version.html',
    parse,
    compare,
    isPrerelease: version => version.segments.some(segment => typeof segment === 'string'),
    span
};
function parse(text) {
    if (text.length > _version_scheme_js__WEBPACK_IMPORTED_MODULE_0__/* .LONGEST_VERSION */ .S || !VERSION.test(text))
        return undefined;
    const segments = (text.replaceAll('-', '.pre.').match(SEGMENT) ?? []).map(part => /^[0-9]/.test(part) ? BigInt(part) : part);
    return version(segments);
}
function version(segments) {
    const words = segments.findIndex(segment => typeof segment === 'string');
    const numbers = words < 0 ? segments.length : words;
    return {
        segments,
        canonical: [...withoutLastZeros(segments.slice(0, numbers)), ...withoutLastZeros(segments.slice(numbers))]
    };
}
function withoutLastZeros(segments) {
    return segments.slice(0, segments.findLastIndex(segment => segment !== 0n) + 1);
}
function compare(a, b) {
    const length = Math.max(a.canonical.length, b.canonical.length);
    for (let i = 0; i < length; i++) {
        const left = a.canonical[i] ?? 0n;
        const right = b.canonical[i] ?? 0n;
        if (left === right)
            continue;
        if (typeof left !== typeof right)
            return typeof left === 'string' ? -1 : 1;
        return left < right ? -1 : 1;
    }
    return 0;
}
/** The versions that a list of requirements allows. A list from a Gemfile has quotes inside, as in `>= 4.0', '< 5`. */
function span(range) {
    if (range.length > _version_scheme_js__WEBPACK_IMPORTED_MODULE_0__/* .LONGEST_RANGE */ .d)
        return undefined;
    let intervals = [{}];
    let prereleases = false;
    for (const part of range.split(',')) {
        const groups = REQUIREMENT.exec(part.replace(OUTER, ''))?.groups;
        const bound = parse(groups?.['version'] ?? '');
        if (!bound)
            return undefined;
        const allowed = intervalsOf(groups?.['operator'] ?? '=', bound);
        intervals = intervals.flatMap(interval => allowed.flatMap(other => (0,_interval_js__WEBPACK_IMPORTED_MODULE_1__/* .intersection */ .E)(interval, other, compare) ?? []));
        // https://docs.ruby-lang.org/en/master/Gem/Requirement.html#method-i-prerelease-3F
        if (gemVersions.isPrerelease(bound))
            prereleases = true;
    }
    return { intervals, prereleases };
}
function intervalsOf(operator, bound) {
    const inclusive = { version: bound, inclusive: true };
    const exclusive = { version: bound, inclusive: false };
    if (operator === '!=')
        return [{ to: exclusive }, { from: exclusive }];
    if (operator === '>=')
        return [{ from: inclusive }];
    if (operator === '>')
        return [{ from: exclusive }];
    if (operator === '<=')
        return [{ to: inclusive }];
    if (operator === '<')
        return [{ to: exclusive }];
    if (operator === '~>')
        return [{ from: inclusive, to: { version: belowNext(bound), inclusive: false } }];
    return [{ from: inclusive, to: inclusive }];
}
/**
 * The bound below every version that `~>` refuses: `~> 4.9` refuses 5.0 and, because only the release counts, every
 * pre-release of 5.0 too. The empty word sorts before every other word, so it is below every version of the same
 * numbers.
 */
function belowNext(bound) {
    const words = bound.segments.findIndex(segment => typeof segment === 'string');
    const numbers = bound.segments.slice(0, words < 0 ? undefined : words);
    const kept = numbers.length > 1 ? numbers.slice(0, -1) : numbers;
    return version([...kept.slice(0, -1), (kept.at(-1) ?? 0n) + 1n, '']);
}


/***/ })

};
