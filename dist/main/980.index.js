export const id = 980;
export const ids = [980];
export const modules = {

/***/ 7980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   composerVersions: () => (/* binding */ composerVersions)
/* harmony export */ });
/* harmony import */ var _interval_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3484);
/* harmony import */ var _version_scheme_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5401);
/**
 * Composer's versions and constraints.
 * Specification: https://getcomposer.org/doc/articles/versions.md and the code that reads them,
 * https://github.com/composer/semver, whose order is PHP's: https://www.php.net/version_compare. Deliberately ignored:
 * branches (`dev-main`, `1.x-dev`), which move and have no order; constraints that contain a branch; the file's
 * `minimum-stability`, which is not part of a constraint.
 */


const MODIFIER = '[._-]?(?:(?<word>stable|beta|b|rc|alpha|a|patch|pl|p)(?<count>[.-]?\\d+(?:[.-]\\d+)*)?)?(?<dev>[.-]?dev)?';
const BUILD = '(?:\\+[^\\s,]+)?';
const NUMBERS = '(?<numbers>\\d+(?:\\.\\d+){0,3})';
const VERSION = new RegExp(`^v?${NUMBERS}${MODIFIER}${BUILD}$`, 'i');
const DATE = new RegExp(`^v?(?<numbers>\\d{4}(?:[.:-]?\\d{2}){1,6}(?:[.:-]?\\d{1,3})?)${MODIFIER}${BUILD}$`, 'i');
/** The first number of a version has at most five digits, unless it is a date. */
const LONG_FIRST_NUMBER = /^\d{6}/;
const WILDCARD = /^v?(?<numbers>\d+(?:\.\d+){0,2})(?:\.[xX*]){1,10}$/;
const ANYTHING = /^v?[xX*](?:\.[xX*]){0,10}$/i;
const OPERATOR = /^(?<operator><>|!=|>=|<=|==|[=<>~^])?(?<version>.*)$/s;
const FLAG = /@(?<stability>stable|rc|beta|alpha|dev)$/i;
const ALIAS = /^(?<version>[^,\s]+) +as +[^,\s]+$/;
const HYPHEN = /^(?<from>[^\s,|]+) +- +(?<to>[^\s,|]+)$/;
/** Composer adds the flag, or `-dev`, to a version without a suffix after a hyphen. */
const HYPHENATED = /-[._-]?(?:(?:stable|beta|b|rc|alpha|a|patch|pl|p)(?:[.-]?\d+(?:[.-]\d+)*)?)?(?:[.-]?dev)?$/;
const WORDS = {
    a: 'alpha',
    alpha: 'alpha',
    b: 'beta',
    beta: 'beta',
    rc: 'rc',
    p: 'patch',
    pl: 'patch',
    patch: 'patch',
    dev: 'dev'
};
/** The order of the kinds of parts. https://www.php.net/version_compare */
const RANKS = { dev: 0, alpha: 1, beta: 2, rc: 3, end: 4, number: 5, patch: 6 };
const MAXIMUM_RANGE_LENGTH = 1_024;
/** The order and the constraints of `composer/semver`. */
const composerVersions = {
    title: 'Composer version',
    specification: 'https://getcomposer.org/doc/articles/versions.md',
    parse: text => read(text)?.version,
    compare,
    isPrerelease,
    span
};
function isPrerelease(version) {
    return version.some(part => typeof part === 'string' && part !== 'patch');
}
function compare(a, b) {
    for (let i = 0; i < Math.max(a.length, b.length); i++) {
        const [left, right] = [a[i], b[i]];
        if (typeof left === 'bigint' && typeof right === 'bigint') {
            if (left !== right)
                return left < right ? -1 : 1;
        }
        else {
            const order = rankOf(left) - rankOf(right);
            if (order !== 0)
                return order;
        }
    }
    return 0;
}
function rankOf(part) {
    if (part === undefined)
        return RANKS.end;
    return typeof part === 'bigint' ? RANKS.number : RANKS[part];
}
/** A version, its numbers as they are written, and its suffix. */
function read(text) {
    if (text.length > _version_scheme_js__WEBPACK_IMPORTED_MODULE_0__/* .LONGEST_VERSION */ .S)
        return undefined;
    const plain = VERSION.exec(text)?.groups;
    const isDate = !plain || LONG_FIRST_NUMBER.test(plain['numbers'] ?? '');
    const groups = isDate ? DATE.exec(text)?.groups : plain;
    if (!groups)
        return undefined;
    const numbers = (groups['numbers'] ?? '').split(/\D/).map(BigInt);
    const suffix = suffixOf(groups);
    return { version: [...(isDate ? numbers : padded(numbers)), ...suffix.parts], numbers, suffix, isDate };
}
function suffixOf(groups) {
    const word = groups['word']?.toLowerCase();
    const dev = groups['dev'] === undefined ? [] : ['dev'];
    const known = WORDS[word ?? ''];
    // `stable` ends a version: later parts do not count.
    if (known === undefined)
        return { parts: word === undefined ? dev : [], written: word !== undefined || dev.length > 0 };
    const count = (groups['count']?.match(/\d+/g) ?? []).map(BigInt);
    return { parts: [known, ...count, ...dev], written: true };
}
function padded(numbers) {
    return [0, 1, 2, 3].map(index => numbers[index] ?? 0n);
}
/** The bound below every version that begins with the first `kept` numbers, the last of them incremented. */
function next(numbers, kept) {
    const first = padded(numbers).slice(0, kept);
    const incremented = [...first.slice(0, -1), (first.at(-1) ?? 0n) + 1n];
    return { version: [...padded(incremented), 'dev'], inclusive: false };
}
/**
 * The versions that a constraint allows. https://getcomposer.org/doc/articles/versions.md#writing-version-constraints
 */
function span(range) {
    if (range.length > MAXIMUM_RANGE_LENGTH)
        return undefined;
    let prereleases = false;
    const intervals = [];
    for (const alternative of range.split(/\|\|?/)) {
        let allowed = [{}];
        for (const part of partsOf(alternative.trim())) {
            const found = constraint(part);
            if (!found)
                return undefined;
            allowed = allowed.flatMap(one => found.intervals.flatMap(other => (0,_interval_js__WEBPACK_IMPORTED_MODULE_1__/* .intersection */ .E)(one, other, compare) ?? []));
            // Composer allows a pre-release that a constraint names or flags, even if only stable versions are required.
            if (found.prereleases)
                prereleases = true;
        }
        intervals.push(...allowed);
    }
    return { intervals, prereleases };
}
/** The constraints that apply together: split at commas and blanks, but not after an operator. */
function partsOf(text) {
    if (HYPHEN.test(text) || ALIAS.test(text))
        return [text];
    const joined = text.replace(/([<>=]) +/g, '$1').replace(/ *, */g, ',');
    const words = joined.split(/[, ]+/);
    const parts = [];
    for (let i = 0; i < words.length; i++) {
        // `1.0 - 2.0` and `1.0 as 2.0` are one constraint of three words.
        const isThree = words[i + 1] === '-' || words[i + 1] === 'as';
        parts.push(isThree ? words.slice(i, i + 3).join(' ') : (words[i] ?? ''));
        if (isThree)
            i += 2;
    }
    return parts;
}
function constraint(written) {
    const hyphen = HYPHEN.exec(written)?.groups;
    if (hyphen)
        return between(hyphen['from'] ?? '', hyphen['to'] ?? '');
    const unaliased = ALIAS.exec(written)?.groups?.['version'] ?? written;
    const stability = FLAG.exec(unaliased)?.groups?.['stability']?.toLowerCase();
    const text = stability === undefined ? unaliased : unaliased.slice(0, -stability.length - 1);
    const flag = WORDS[stability ?? ''];
    if (ANYTHING.test(text) || (text === '' && stability !== undefined))
        return one({}, flag !== undefined);
    const wildcard = WILDCARD.exec(text)?.groups;
    if (wildcard) {
        const numbers = (wildcard['numbers'] ?? '').split('.').map(BigInt);
        return one({ from: lowest(padded(numbers)), to: next(numbers, numbers.length) }, flag !== undefined);
    }
    const { operator = '=', version = '' } = OPERATOR.exec(text)?.groups ?? {};
    const found = read(version);
    if (!found)
        return undefined;
    const intervals = intervalsOf(operator, version, found, flag);
    return intervals && { intervals, prereleases: flag !== undefined || isPrerelease(found.version) };
}
function intervalsOf(operator, text, { version, numbers, suffix, isDate }, flag) {
    if (operator === '~' || operator === '^') {
        const from = suffix.written ? { version, inclusive: true } : lowest(version);
        const counted = isDate ? plainNumbers(text) : numbers;
        if (!counted)
            return undefined;
        return [{ from, to: next(counted, operator === '~' ? Math.max(1, counted.length - 1) : significant(counted)) }];
    }
    const isUnflagged = flag === undefined || isPrerelease(version);
    const opened = HYPHENATED.test(text.toLowerCase()) ? version : [...version, 'dev'];
    const flagged = isUnflagged ? version : [...version, flag];
    switch (operator) {
        case '<':
            return [{ to: { version: isUnflagged ? opened : flagged, inclusive: false } }];
        case '>=':
            return [{ from: { version: isUnflagged ? opened : flagged, inclusive: true } }];
        case '>':
            return [{ from: { version: flagged, inclusive: false } }];
        case '<=':
            return [{ to: { version: flagged, inclusive: true } }];
        case '!=':
        case '<>':
            return [{ to: { version: flagged, inclusive: false } }, { from: { version: flagged, inclusive: false } }];
        default:
            return [{ from: { version, inclusive: true }, to: { version, inclusive: true } }];
    }
}
/** The numbers for `~` and `^`, which accept dots only: no date with other separators. */
function plainNumbers(text) {
    return VERSION.exec(text)?.groups?.['numbers']?.split('.').map(BigInt);
}
/** The count of numbers that `^` keeps: up to the first that is not zero, at most three. */
function significant(numbers) {
    const [major, minor, patch] = numbers;
    if (major !== 0n || minor === undefined)
        return 1;
    return minor !== 0n || patch === undefined ? 2 : 3;
}
/** `1.0 - 2.0` ends below 2.1, `1.0.0 - 2.0.0` with 2.0.0. */
function between(first, last) {
    const [from, to] = [read(first), read(last)];
    if (!from || !to || from.isDate || to.isDate)
        return undefined;
    const isWhole = to.numbers.length > 2 || to.suffix.written;
    return one({
        from: from.suffix.written ? { version: from.version, inclusive: true } : lowest(from.version),
        to: isWhole ? { version: to.version, inclusive: true } : next(to.numbers, to.numbers.length)
    }, isPrerelease(from.version) || isPrerelease(to.version));
}
/** The bound before a version and all its pre-releases. */
function lowest(version) {
    return { version: [...version, 'dev'], inclusive: true };
}
function one(interval, prereleases) {
    return { intervals: [interval], prereleases };
}


/***/ })

};
