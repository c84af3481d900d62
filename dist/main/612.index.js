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
/* harmony import */ var _collections_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1590);
/* harmony import */ var _model_config_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6548);
/* harmony import */ var _model_dependency_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9304);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7696);
/* harmony import */ var _purl_spelling_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8295);
/**
 * Package URLs, on the command line and in bills of materials.
 * Specification: https://github.com/package-url/purl-spec. Deliberately ignored: what each type demands of its parts, because tools break
 * it: a name without its version is a name.
 */






// git+https://host/owner/name@revision#folder, and npm's …#commit. A plus sign that is not percent-encoded becomes a
// space.
const VCS_URL = /^git[+ ](?<url>[^@#]+(?:@[^@/#]+\/[^@#]+)?)(?:@(?<revision>[^@#]+)|#(?<commit>[\da-f]{40}))?(?:#.*)?$/;
const TYPE = /^[a-z][a-z\d.+-]*$/;
const SPELLINGS = new Map(_index_js__WEBPACK_IMPORTED_MODULE_2__/* .ecosystems */ .u.flatMap(({ id, purl }) => [id, ...(purl.types ?? [])].map(type => [type, { id, purl }])));
/** In characters. A longer package URL in a file is hostile and refused: no tool writes one. */
const LONGEST_PURL = 8_192;
/** As `parsePurl`, for a text of a file: undefined if it is not a package URL. */
function readPurl(text) {
    if (text.length > LONGEST_PURL)
        return undefined;
    try {
        return packageOf(partsOf(text));
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
    try {
        return packageOf(partsOf(text));
    }
    catch (error) {
        const detail = error instanceof Error ? error.message.replace(/^Invalid purl: /, '') : 'unreadable';
        throw new _model_config_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .x(`${text}: not a package URL (${detail}). Write it as pkg:npm/@kubernetes/client-node@0.10.2.`);
    }
}
/** Throws if the text has not the form of a package URL. */
function partsOf(text) {
    const [type = '', namespace, name, version = '', qualifiers, subpath = ''] = packageurl_js__WEBPACK_IMPORTED_MODULE_0__.PackageURL.parseString(text);
    const path = [...(namespace ?? '').split('/'), name ?? ''].filter(part => part !== '').join('/');
    if (!TYPE.test(type.toLowerCase()))
        throw new Error('it has no type');
    if (!name)
        throw new Error('it has no name');
    return {
        type: type.toLowerCase(),
        path,
        version,
        subpath: withoutSlashes(subpath),
        qualifiers: new Map(Array.from(new URLSearchParams(qualifiers), ([key, value]) => [key.toLowerCase(), value]))
    };
}
function withoutSlashes(path) {
    return path
        .split('/')
        .filter(part => part !== '' && part !== '.' && part !== '..')
        .join('/');
}
function packageOf(purl) {
    const { type, path } = purl;
    const { id, purl: spelling = _purl_spelling_js__WEBPACK_IMPORTED_MODULE_3__/* .plainPurls */ .F } = SPELLINGS.get(type) ?? {};
    const name = spelling.parse(path, purl);
    if (id === undefined || name === undefined)
        return { ecosystem: type, name: path, requirement: requirementOf(purl, _purl_spelling_js__WEBPACK_IMPORTED_MODULE_3__/* .plainPurls */ .F) };
    const { versionQualifier } = spelling;
    return {
        ecosystem: id,
        name,
        requirement: requirementOf(purl, spelling),
        ...(0,_collections_js__WEBPACK_IMPORTED_MODULE_4__/* .defined */ .sw)({
            qualifier: versionQualifier !== undefined && purl.qualifiers.get(versionQualifier) ? versionQualifier : undefined,
            module: spelling.moduleOf?.(path, purl)
        })
    };
}
function requirementOf({ path, version, qualifiers }, { isFolder, versionQualifier }) {
    if (isFolder?.(path))
        return { kind: 'source', text: path };
    const { url, revision, commit } = VCS_URL.exec(qualifiers.get('vcs_url') ?? '')?.groups ?? {};
    const branch = qualifiers.get('branch');
    const code = revision ?? commit ?? branch;
    if (url !== undefined && (code !== undefined || version === '')) {
        return (0,_model_dependency_js__WEBPACK_IMPORTED_MODULE_5__/* .sourceRequirement */ .V)(code ?? url, { url, revision: revision ?? commit, branch });
    }
    const text = (versionQualifier !== undefined && qualifiers.get(versionQualifier)) || version;
    return text === '' ? { kind: 'none' } : { kind: 'version', text };
}


/***/ })

};
