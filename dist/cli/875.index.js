export const id = 875;
export const ids = [875];
export const modules = {

/***/ 7875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   clusterReport: () => (/* binding */ clusterReport)
/* harmony export */ });
/* harmony import */ var _compare_identity_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1413);
/* harmony import */ var _model_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1819);
/* harmony import */ var _model_rule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4303);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5780);
/* harmony import */ var _extension_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4887);
/* harmony import */ var _judged_by_cluster_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9463);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9007);
/** What the evidence of a cluster shows without a repository, and how the command ends. */







/** The report about a cluster. */
function clusterReport({ profile, differing }, evidence, settings) {
    const { levels, today } = settings;
    const found = (0,_compare_identity_js__WEBPACK_IMPORTED_MODULE_6__/* .withIdentities */ .v)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .evidenceFindings */ .gc)(evidence, undefined, { profile, levels, today }));
    const gaps = (0,_judged_by_cluster_js__WEBPACK_IMPORTED_MODULE_4__/* .evidenceGaps */ .LD)(evidence);
    const deadline = (0,_profile_js__WEBPACK_IMPORTED_MODULE_5__/* .deadlineOf */ .G0)(profile, today);
    return {
        title: (0,_profile_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)(profile),
        profile,
        differing,
        ...(deadline ? { deadline } : {}),
        findings: found.toSorted((a, b) => _model_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .SEVERITY */ .C[b.level] - _model_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .SEVERITY */ .C[a.level]),
        counts: evidence.metrics?.counts ?? {},
        uses: evidence.audit?.uses ?? [],
        gaps,
        extension: (0,_extension_js__WEBPACK_IMPORTED_MODULE_3__/* .canExtensionBeOff */ .uC)(profile, evidence),
        exitCode: exitCodeOf(found, gaps, settings)
    };
}
function exitCodeOf(findings, gaps, { failOn, allowIncomplete }) {
    const fails = ({ level }) => failOn !== 'never' && _model_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .SEVERITY */ .C[level] >= _model_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .SEVERITY */ .C[failOn];
    if (findings.some(fails))
        return 1;
    const isOpen = gaps.some(gap => (0,_model_report_js__WEBPACK_IMPORTED_MODULE_0__/* .leavesUnread */ .K)(gap) || gap.kind === 'inconclusive');
    return isOpen && !allowIncomplete ? 2 : 0;
}


/***/ })

};
