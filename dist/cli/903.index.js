export const id = 903;
export const ids = [903];
export const modules = {

/***/ 4903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   judgePurl: () => (/* binding */ judgePurl)
/* harmony export */ });
/* harmony import */ var _collections_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1590);
/* harmony import */ var _ecosystems_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6553);
/* harmony import */ var _ecosystems_purl_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8612);
/* harmony import */ var _model_verdict_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1732);
/* harmony import */ var _conclude_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7741);
/* harmony import */ var _fix_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(581);
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3405);
/* harmony import */ var _level_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6932);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1930);
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
    const { requirement: written } = named;
    const requirement = written.kind === 'version' ? { ...written, text: ecosystem.purl.version(written.text) } : written;
    const judgement = (0,_judge_js__WEBPACK_IMPORTED_MODULE_3__/* .judge */ .S4)({ ecosystem: ecosystem.id, name, requirement }, await ecosystem.versions(), {
        minimum: options.minimum,
        policy
    });
    const { verdict, because, evidence } = judgement;
    const { kind, reason, observed, minimum } = verdict;
    const installed = `${name}${ecosystem.buildOf?.(named.name) ?? ''}`;
    const fix = (0,_fix_js__WEBPACK_IMPORTED_MODULE_6__/* .fixOf */ .B)(judgement, version => ecosystem.usualManifest.upgrade(installed, version, {}));
    return {
        judged: {
            purl,
            verdict: kind,
            ...(0,_collections_js__WEBPACK_IMPORTED_MODULE_7__/* .defined */ .sw)({ reason, because, observed, minimum }),
            evidence,
            ...(0,_collections_js__WEBPACK_IMPORTED_MODULE_7__/* .defined */ .sw)({ fix: fix && fixForm(fix) })
        },
        fails: (0,_conclude_js__WEBPACK_IMPORTED_MODULE_2__/* .reaches */ .O)((0,_level_js__WEBPACK_IMPORTED_MODULE_4__/* .levelOf */ .I)(judgement, options), options.failOn)
    };
}
function fixForm({ version, steps, advice }) {
    return { ...(0,_collections_js__WEBPACK_IMPORTED_MODULE_7__/* .defined */ .sw)({ version }), commands: steps.map(_model_verdict_js__WEBPACK_IMPORTED_MODULE_8__/* .stepLine */ .l), ...(0,_collections_js__WEBPACK_IMPORTED_MODULE_7__/* .defined */ .sw)({ advice }) };
}


/***/ })

};
