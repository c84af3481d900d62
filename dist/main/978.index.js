export const id = 978;
export const ids = [978];
export const modules = {

/***/ 6978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hackageVersions: () => (/* binding */ hackageVersions)
/* harmony export */ });
/* harmony import */ var _version_scheme_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5401);
/**
 * Haskell package versions and what a version range of Cabal allows.
 * Specification: https://pvp.haskell.org/ and https://cabal.readthedocs.io/en/stable/cabal-package-description-file.html
 * (build-depends). Leaves out on purpose: version tags (`1.0-beta`), which Cabal ignores with a warning.
 */

const MAXIMUM_NESTING = 100;
// A number has at most nine digits and no leading zero, as in Distribution.Types.Version of Cabal.
const VERSION = /^(?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8}))*$/;
const TOKEN = /(?<operator>\^>=|==|>=|<=|>|<|-any\b|-none\b|&&|\|\||[(){},])|(?<version>\d[\d.]*)(?<wildcard>\*)?/y;
// A comment takes the whole line. Linear: the branches exclude each other by their first character.
const BLANK = /(?:\s+|--[^\n]*)*/y;
/** The order of https://pvp.haskell.org/: number by number, and `1.0` comes before `1.0.0`. */
const hackageVersions = {
    title: 'Haskell package versions',
    specification: 'https://pvp.haskell.org/',
    parse,
    compare,
    isPrerelease: () => false,
    span: spanOf
};
function parse(text) {
    return text.length <= _version_scheme_js__WEBPACK_IMPORTED_MODULE_0__/* .LONGEST_VERSION */ .S && VERSION.test(text) ? text.split('.').map(Number) : undefined;
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
 * What a range allows. A version or wildcard without an operator means `==`, as in hpack's `package.yaml`. Undefined for
 * anything that Cabal's grammar does not know.
 */
function spanOf(text) {
    if (text.length > _version_scheme_js__WEBPACK_IMPORTED_MODULE_0__/* .LONGEST_RANGE */ .d)
        return undefined;
    let position = 0;
    let token = next();
    const stretches = union(0);
    if (!stretches || token?.text !== '')
        return undefined;
    return { intervals: stretches.map(intervalOf), prereleases: false };
    /** The next token; one without text at the end of the range, undefined where no token begins. */
    function next() {
        BLANK.lastIndex = position;
        position += BLANK.exec(text)?.[0].length ?? 0;
        if (position === text.length)
            return { text: '' };
        TOKEN.lastIndex = position;
        const match = TOKEN.exec(text);
        if (!match)
            return undefined;
        position += match[0].length;
        const { version, wildcard } = match.groups ?? {};
        return { text: match[0], ...(version === undefined ? {} : { version, wildcard: wildcard !== undefined }) };
    }
    /** Goes on to the next token if the present one is `expected`. */
    function take(expected) {
        if (token?.text !== expected)
            return false;
        token = next();
        return true;
    }
    function union(nesting) {
        let stretches = intersection(nesting);
        while (stretches && take('||')) {
            const right = intersection(nesting);
            stretches = right && joined([...stretches, ...right]);
        }
        return stretches;
    }
    function intersection(nesting) {
        let stretches = primitive(nesting);
        while (stretches && take('&&')) {
            const right = primitive(nesting);
            stretches = right && common(stretches, right);
        }
        return stretches;
    }
    function primitive(nesting) {
        if (take('(')) {
            const inner = nesting < MAXIMUM_NESTING ? union(nesting + 1) : undefined;
            return take(')') ? inner : undefined;
        }
        if (take('-any'))
            return [{}];
        if (take('-none'))
            return [];
        if (token?.version !== undefined)
            return versions('==');
        const operator = token?.text ?? '';
        token = next();
        if (token?.text !== '{')
            return versions(operator);
        return operator === '==' || operator === '^>=' ? set(operator) : undefined;
    }
    /** `{ 1.0, 2.0 }`: the operator applied to each. */
    function set(operator) {
        const all = [];
        do {
            token = next();
            const one = token?.wildcard ? undefined : versions(operator);
            if (!one)
                return undefined;
            all.push(...one);
        } while (token?.text === ',');
        return take('}') ? joined(all) : undefined;
    }
    /** The versions that an operator and the version at hand allow. */
    function versions(operator) {
        const { wildcard = false } = token ?? {};
        const written = token?.version ?? '';
        const version = parse(wildcard ? written.slice(0, -1) : written);
        if (!version || (wildcard && (operator !== '==' || !written.endsWith('.'))))
            return undefined;
        token = next();
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
}
/** The first version behind every version that begins with this one: `1.2` → `1.3`. */
function successor(version) {
    return [...version.slice(0, -1), (version.at(-1) ?? 0) + 1];
}
/** The first two numbers are the major version: `1.2.3` → `1.3`, `1` → `1.1`. https://pvp.haskell.org/#version-numbers */
function nextMajor([first = 0, second = 0]) {
    return [first, second + 1];
}
function compareCuts(a, b) {
    return compare(a.version, b.version) || Number(a.after) - Number(b.after);
}
/** Where the versions of any of the stretches lie. */
function joined(stretches) {
    const sorted = stretches.toSorted((a, b) => (a.from ? (b.from ? compareCuts(a.from, b.from) : 1) : b.from ? -1 : 0));
    const result = [];
    for (const stretch of sorted) {
        const last = result.at(-1);
        if (!last || (last.to && stretch.from && compareCuts(last.to, stretch.from) < 0))
            result.push(stretch);
        else if (last.to && (!stretch.to || compareCuts(stretch.to, last.to) > 0)) {
            result[result.length - 1] = {
                ...(last.from ? { from: last.from } : {}),
                ...(stretch.to ? { to: stretch.to } : {})
            };
        }
    }
    return result;
}
/** Where the versions that lie in both lists lie. */
function common(left, right) {
    const result = [];
    for (let i = 0, j = 0; i < left.length && j < right.length;) {
        const [a, b] = [left[i], right[j]];
        const from = a.from && b.from ? (compareCuts(a.from, b.from) > 0 ? a.from : b.from) : (a.from ?? b.from);
        const aEndsFirst = b.to === undefined || (a.to !== undefined && compareCuts(a.to, b.to) < 0);
        const to = aEndsFirst ? a.to : b.to;
        if (!from || !to || compareCuts(from, to) < 0)
            result.push({ ...(from ? { from } : {}), ...(to ? { to } : {}) });
        if (aEndsFirst)
            i++;
        else
            j++;
    }
    return result;
}
function intervalOf({ from, to }) {
    return {
        ...(from ? { from: { version: from.version, inclusive: !from.after } } : {}),
        ...(to ? { to: { version: to.version, inclusive: to.after } } : {})
    };
}


/***/ })

};
