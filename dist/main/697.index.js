export const id = 697;
export const ids = [697];
export const modules = {

/***/ 2697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   vcpkgVersions: () => (/* binding */ vcpkgVersions)
/* harmony export */ });
/* harmony import */ var _version_scheme_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5401);
/**
 * vcpkg versions: numbers with dots, then the revision of the port after `#`.
 * Specification: https://learn.microsoft.com/vcpkg/users/versioning. Deliberately ignored: versions of the schemes
 * date, semver and string; vcpkg does not compare them with numbers, and no client has one.
 */

const VERSION = /^(?<numbers>(?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8}))*)(?:#(?<port>0|[1-9]\d{0,8}))?$/;
/** The order of the scheme "version": number by number, `1.0` before `1.0.0`, then by the revision of the port. */
const vcpkgVersions = {
    title: 'vcpkg version',
    specification: 'https://learn.microsoft.com/vcpkg/users/versioning',
    parse,
    compare,
    isPrerelease: () => false,
    // The only kind of range is the minimum of "version>=".
    span: range => {
        const version = parse(range);
        return version && { intervals: [{ from: { version, inclusive: true } }], prereleases: false };
    }
};
function parse(text) {
    const { numbers, port = '0' } = (text.length <= _version_scheme_js__WEBPACK_IMPORTED_MODULE_0__/* .LONGEST_VERSION */ .S && VERSION.exec(text)?.groups) || {};
    return numbers === undefined ? undefined : { numbers: numbers.split('.').map(Number), port: Number(port) };
}
function compare(a, b) {
    for (const [index, number] of a.numbers.entries()) {
        const other = b.numbers[index];
        if (other === undefined)
            return 1;
        if (number !== other)
            return number - other;
    }
    return a.numbers.length - b.numbers.length || a.port - b.port;
}


/***/ })

};
