export const id = 978;
export const ids = [978];
export const modules = {

/***/ 6978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hackageVersions: () => (/* binding */ hackageVersions)
/* harmony export */ });
/* harmony import */ var _collections_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1590);
/* harmony import */ var _syntax_cursor_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3281);
/* harmony import */ var _version_scheme_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5401);
/**
 * Haskell package versions and the version ranges of Cabal.
 * Specification: https://pvp.haskell.org/ and
 * https://cabal.readthedocs.io/en/stable/cabal-package-description-file.html (build-depends). Deliberately ignored:
 * version tags (`1.0-beta`), which Cabal ignores with a warning.
 */



const MAXIMUM_NESTING = 100;
// A number has at most nine digits and no leading zero, as in Distribution.Types.Version of Cabal.
const VERSION = /^(?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8}))*$/;
const TOKEN = /(?<operator>\^>=|==|>=|<=|>|<|-any\b|-none\b|&&|\|\||[(){},])|(?<version>\d[\d.]*)(?<wildcard>\*)?/y;
// A comment ends with its line. Linear: the branches exclude each other by their first character.
const BLANK = /(?:\s+|--[^\n]*)*/y;
/** The order of https://pvp.haskell.org/: number by number, and `1.0` comes before `1.0.0`. */
const hackageVersions = {
    title: 'Haskell package version',
    specification: 'https://pvp.haskell.org/',
    parse,
    compare,
    isPrerelease: () => false,
    span: spanOf
};
function parse(text) {
    return text.length <= _version_scheme_js__WEBPACK_IMPORTED_MODULE_1__/* .LONGEST_VERSION */ .S && VERSION.test(text) ? text.split('.').map(Number) : undefined;
}
function compare(a, b) {
    for (const [index, number] of a.entries()) {
        const other = b[index];
        if (other === undefined)
            return 1;
        if (number !== other)
            return number - other;
    }
    return a.length - b.length;
}
/**
 * The versions that a range allows; undefined for anything outside of Cabal's grammar. A version or wildcard without an
 * operator means `==`, as in hpack's `package.yaml`.
 */
function spanOf(text) {
    if (text.length > _version_scheme_js__WEBPACK_IMPORTED_MODULE_1__/* .LONGEST_RANGE */ .d)
        return undefined;
    const stretches = new RangeParser(text).parse();
    return stretches && { intervals: stretches.map(intervalOf), prereleases: false };
}
/** Cabal's grammar of version ranges. Every method returns undefined for a syntax error. */
class RangeParser {
    cursor;
    /** Undefined if no token begins. */
    token;
    constructor(text) {
        this.cursor = new _syntax_cursor_js__WEBPACK_IMPORTED_MODULE_0__/* .Cursor */ .b(text);
        this.token = this.next();
    }
    parse() {
        const stretches = this.union(0);
        return this.token?.text === '' ? stretches : undefined;
    }
    next() {
        this.cursor.skip(BLANK);
        if (this.cursor.isAtEnd())
            return { text: '' };
        const from = this.cursor.at;
        const groups = this.cursor.groups(TOKEN);
        if (!groups)
            return undefined;
        const text = this.cursor.text.slice(from, this.cursor.at);
        const { version, wildcard } = groups;
        return version === undefined ? { text } : { text, version, wildcard: wildcard !== undefined };
    }
    /** Moves to the next token if the present one is `expected`. */
    take(expected) {
        if (this.token?.text !== expected)
            return false;
        this.token = this.next();
        return true;
    }
    union(nesting) {
        let stretches = this.intersection(nesting);
        while (stretches && this.take('||')) {
            const right = this.intersection(nesting);
            stretches = right && joined([...stretches, ...right]);
        }
        return stretches;
    }
    intersection(nesting) {
        let stretches = this.primitive(nesting);
        while (stretches && this.take('&&')) {
            const right = this.primitive(nesting);
            stretches = right && common(stretches, right);
        }
        return stretches;
    }
    primitive(nesting) {
        if (this.take('(')) {
            const inner = nesting < MAXIMUM_NESTING ? this.union(nesting + 1) : undefined;
            return this.take(')') ? inner : undefined;
        }
        if (this.take('-any'))
            return [{}];
        if (this.take('-none'))
            return [];
        if (this.token?.version !== undefined)
            return this.versions('==');
        const operator = this.token?.text ?? '';
        this.token = this.next();
        if (this.token?.text !== '{')
            return this.versions(operator);
        return operator === '==' || operator === '^>=' ? this.set(operator) : undefined;
    }
    /** `{ 1.0, 2.0 }`: the operator applies to each version. */
    set(operator) {
        const all = [];
        do {
            this.token = this.next();
            const one = this.token?.wildcard ? undefined : this.versions(operator);
            if (!one)
                return undefined;
            all.push(...one);
        } while (this.token?.text === ',');
        return this.take('}') ? joined(all) : undefined;
    }
    /** The versions that an operator and the present token allow. */
    versions(operator) {
        const { wildcard = false, version: written = '' } = this.token ?? {};
        const version = parse(wildcard ? written.slice(0, -1) : written);
        if (!version || (wildcard && (operator !== '==' || !written.endsWith('.'))))
            return undefined;
        this.token = this.next();
        return stretchesOf(operator, version, wildcard);
    }
}
function stretchesOf(operator, version, wildcard) {
    const before = { version, after: false };
    const after = { version, after: true };
    switch (operator) {
        case '==':
            return [{ from: before, to: wildcard ? { version: successor(version), after: false } : after }];
        case '^>=':
            return [{ from: before, to: { version: nextMajor(version), after: false } }];
        case '>=':
            return [{ from: before }];
        case '>':
            return [{ from: after }];
        case '<=':
            return [{ to: after }];
        case '<':
            return [{ to: before }];
        default:
            return undefined;
    }
}
/** The first version after all versions that begin with this one: `1.2` → `1.3`. */
function successor(version) {
    return [...version.slice(0, -1), (version.at(-1) ?? 0) + 1];
}
/**
 * The first two numbers are the major version: `1.2.3` → `1.3`, `1` → `1.1`. https://pvp.haskell.org/#version-numbers
 */
function nextMajor([first = 0, second = 0]) {
    return [first, second + 1];
}
function compareCuts(a, b) {
    return compare(a.version, b.version) || Number(a.after) - Number(b.after);
}
/** Orders the lower cuts of stretches; an open one is the lowest. */
function compareStarts(a, b) {
    if (a && b)
        return compareCuts(a, b);
    return Number(a !== undefined) - Number(b !== undefined);
}
/** The union of stretches in any order. */
function joined(stretches) {
    const sorted = stretches.toSorted((a, b) => compareStarts(a.from, b.from));
    const result = [];
    for (const stretch of sorted) {
        const last = result.at(-1);
        if (!last || (last.to && stretch.from && compareCuts(last.to, stretch.from) < 0))
            result.push(stretch);
        else if (last.to && (!stretch.to || compareCuts(stretch.to, last.to) > 0)) {
            result[result.length - 1] = (0,_collections_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ from: last.from, to: stretch.to });
        }
    }
    return result;
}
/** The versions that are in both lists. */
function common(left, right) {
    const result = [];
    for (let i = 0, j = 0; i < left.length && j < right.length;) {
        const [a, b] = [left[i], right[j]];
        const from = compareStarts(a.from, b.from) > 0 ? a.from : b.from;
        const aEndsFirst = b.to === undefined || (a.to !== undefined && compareCuts(a.to, b.to) < 0);
        const to = aEndsFirst ? a.to : b.to;
        if (!from || !to || compareCuts(from, to) < 0)
            result.push((0,_collections_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ from, to }));
        if (aEndsFirst)
            i++;
        else
            j++;
    }
    return result;
}
function intervalOf({ from, to }) {
    return (0,_collections_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({
        from: from && { version: from.version, inclusive: !from.after },
        to: to && { version: to.version, inclusive: to.after }
    });
}


/***/ })

};
