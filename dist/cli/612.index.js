export const id = 612;
export const ids = [612];
export const modules = {

/***/ 8612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parsePurl: () => (/* binding */ parsePurl),
/* harmony export */   readPurl: () => (/* binding */ readPurl)
/* harmony export */ });
/* harmony import */ var packageurl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7091);
/* harmony import */ var _model_config_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6548);
/* harmony import */ var _model_dependency_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9304);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5295);
/* harmony import */ var _purl_spelling_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8295);
/**
 * Package URLs, on the command line and in bills of materials.
 * Specification: https://github.com/package-url/purl-spec.
 */





// git+https://host/owner/name@revision#folder, and npm's …#commit. A plus sign that is not percent-encoded becomes a
// space.
const VCS_URL = /^git[+ ](?<url>[^@#]+(?:@[^@/#]+\/[^@#]+)?)(?:@(?<revision>[^@#]+)|#(?<commit>[\da-f]{40}))?(?:#.*)?$/;
/** In characters. A longer package URL in a file is hostile and refused: no tool writes one. */
const LONGEST_PURL = 8_192;
/** As `parsePurl`, for a text of a file: undefined if it is not a package URL. */
function readPurl(text) {
    if (text.length > LONGEST_PURL)
        return undefined;
    try {
        return packageOf(packageurl_js__WEBPACK_IMPORTED_MODULE_0__.PackageURL.fromString(text));
    }
    catch {
        return undefined;
    }
}
/**
 * Reads a package URL. A `vcs_url` qualifier with a revision, with the qualifier `branch` or without a version makes it
 * a git source, which is judged. Beside a version alone, the qualifier is only the address of the code. Throws
 * `ConfigError` if the text is not a package URL.
 */
function parsePurl(text) {
    let purl;
    try {
        purl = packageurl_js__WEBPACK_IMPORTED_MODULE_0__.PackageURL.fromString(text);
    }
    catch (error) {
        const detail = error instanceof Error ? error.message.replace(/^Invalid purl: /, '') : 'unreadable';
        throw new _model_config_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .x(`${text}: not a package URL (${detail}). Write it as pkg:npm/@kubernetes/client-node@0.10.2.`);
    }
    return packageOf(purl);
}
function packageOf(purl) {
    const { type, namespace, name, subpath } = purl;
    const { parse } = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__/* .ecosystemOf */ .M)(type)?.purl ?? _purl_spelling_js__WEBPACK_IMPORTED_MODULE_3__/* .plainPurls */ .F;
    return {
        ecosystem: type,
        name: parse(namespace ? `${namespace}/${name}` : name, subpath || undefined),
        requirement: requirementOf(purl)
    };
}
function requirementOf(purl) {
    const { url, revision, commit } = VCS_URL.exec(purl.qualifiers?.['vcs_url'] ?? '')?.groups ?? {};
    const branch = purl.qualifiers?.['branch'];
    const code = revision ?? commit ?? branch;
    if (url !== undefined && (code !== undefined || !purl.version)) {
        return (0,_model_dependency_js__WEBPACK_IMPORTED_MODULE_4__/* .sourceRequirement */ .V)(code ?? url, { url, revision: revision ?? commit, branch });
    }
    return purl.version ? { kind: 'version', text: purl.version } : { kind: 'none' };
}


/***/ })

};
