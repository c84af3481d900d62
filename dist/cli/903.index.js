export const id = 903;
export const ids = [903];
export const modules = {

/***/ 4903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   judgePurl: () => (/* binding */ judgePurl)
/* harmony export */ });
/* harmony import */ var _ecosystems_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6169);
/* harmony import */ var _ecosystems_purl_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8612);
/* harmony import */ var _conclude_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7741);
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3405);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1184);
/** One package URL to one answer of `judge`. */





/** Judges a package URL. Throws `ConfigError` when the text is none; a package the policy does not know is `unknown`. */
async function judgePurl(purl, options) {
    const { policy = _policy_js__WEBPACK_IMPORTED_MODULE_4__/* .builtIn */ .w } = options;
    const question = (0,_ecosystems_purl_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePurl */ .$)(purl);
    const ecosystem = (0,_ecosystems_index_js__WEBPACK_IMPORTED_MODULE_0__/* .ecosystemOf */ .M)(question.ecosystem);
    const client = ecosystem &&
        policy
            .clientsOf(ecosystem.id)
            .find(({ name, alsoNamed = [] }) => [name, ...alsoNamed].some(other => ecosystem.canonicalName(other) === ecosystem.canonicalName(question.name)));
    if (!ecosystem || !client) {
        const because = 'The policy knows no Kubernetes client of this name.';
        return { answer: { purl, verdict: 'unknown', because, evidence: [] }, fails: (0,_conclude_js__WEBPACK_IMPORTED_MODULE_2__/* .reaches */ .O)('warning', options.failOn) };
    }
    const { name } = client;
    const verdict = (0,_judge_js__WEBPACK_IMPORTED_MODULE_3__/* .judge */ .S4)({ ecosystem: ecosystem.id, name, requirement: question.requirement }, await ecosystem.versions(), {
        minimum: options.minimum,
        policy,
        upgrade: version => ecosystem.formats[0]?.upgrade(`${name}${ecosystem.buildOf?.(question.name) ?? ''}`, version, {}) ?? []
    });
    const { kind, reason, because, observed, minimum, evidence, fix } = verdict;
    return {
        answer: {
            purl,
            verdict: kind,
            ...(reason === undefined ? {} : { reason }),
            because,
            observed,
            ...(minimum === undefined ? {} : { minimum }),
            evidence,
            ...(fix ? { fix } : {})
        },
        fails: (0,_conclude_js__WEBPACK_IMPORTED_MODULE_2__/* .reaches */ .O)((0,_judge_js__WEBPACK_IMPORTED_MODULE_3__/* .levelOf */ .In)(verdict, options), options.failOn)
    };
}


/***/ })

};
