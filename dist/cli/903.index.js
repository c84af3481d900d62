export const id = 903;
export const ids = [903,612];
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


/***/ }),

/***/ 4903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   judgePurl: () => (/* binding */ judgePurl)
/* harmony export */ });
/* harmony import */ var _collections_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1590);
/* harmony import */ var _ecosystems_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5295);
/* harmony import */ var _ecosystems_purl_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8612);
/* harmony import */ var _conclude_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7741);
/* harmony import */ var _fix_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(581);
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3405);
/* harmony import */ var _level_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6932);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1184);
/** Judges one package URL, for the command `judge`. */








/** Judges a package URL. Throws `ConfigError` for another text. A package that is not in the policy is `unknown`. */
async function judgePurl(purl, options) {
    const { policy = _policy_js__WEBPACK_IMPORTED_MODULE_5__/* .builtIn */ .wx } = options;
    const named = (0,_ecosystems_purl_js__WEBPACK_IMPORTED_MODULE_1__.parsePurl)(purl);
    const ecosystem = (0,_ecosystems_index_js__WEBPACK_IMPORTED_MODULE_0__/* .ecosystemOf */ .M)(named.ecosystem);
    const client = ecosystem && (0,_policy_js__WEBPACK_IMPORTED_MODULE_5__/* .clientNamed */ .Rj)(policy, ecosystem, named.name);
    if (!ecosystem || !client) {
        const because = 'No Kubernetes client of this name is known.';
        return { judged: { purl, verdict: 'unknown', because, evidence: [] }, fails: (0,_conclude_js__WEBPACK_IMPORTED_MODULE_2__/* .reaches */ .O)('warning', options.failOn) };
    }
    const { name } = client;
    const judgement = (0,_judge_js__WEBPACK_IMPORTED_MODULE_3__/* .judge */ .S4)({ ecosystem: ecosystem.id, name, requirement: named.requirement }, await ecosystem.versions(), { minimum: options.minimum, policy });
    const { verdict, because, evidence } = judgement;
    const { kind, reason, observed, minimum } = verdict;
    const installed = `${name}${ecosystem.buildOf?.(named.name) ?? ''}`;
    const fix = (0,_fix_js__WEBPACK_IMPORTED_MODULE_6__/* .fixOf */ .B)(judgement, version => ecosystem.usualManifest.upgrade(installed, version, {}));
    return {
        judged: { purl, verdict: kind, ...(0,_collections_js__WEBPACK_IMPORTED_MODULE_7__/* .defined */ .sw)({ reason, because, observed, minimum }), evidence, ...(0,_collections_js__WEBPACK_IMPORTED_MODULE_7__/* .defined */ .sw)({ fix }) },
        fails: (0,_conclude_js__WEBPACK_IMPORTED_MODULE_2__/* .reaches */ .O)((0,_level_js__WEBPACK_IMPORTED_MODULE_4__/* .levelOf */ .I)(judgement, options), options.failOn)
    };
}


/***/ })

};
