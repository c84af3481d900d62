export const id = 119;
export const ids = [119];
export const modules = {

/***/ 5119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   effectiveConfiguration: () => (/* binding */ effectiveConfiguration)
/* harmony export */ });
/* harmony import */ var _cluster_profile_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9007);
/* harmony import */ var _collections_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1590);
/* harmony import */ var _policy_waivers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9787);
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3059);
/* harmony import */ var _settings_settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3152);
/* harmony import */ var _settings_values_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1155);
/** The configuration in effect: every value that decides the result, and where it comes from. */






/** The configuration in effect on a day, given as `YYYY-MM-DD`. */
function effectiveConfiguration(configuration, settled, today) {
    const { path, levels, waivers, clients, places } = configuration;
    const expired = waivers.filter(waiver => (0,_policy_waivers_js__WEBPACK_IMPORTED_MODULE_1__/* .hasExpired */ .o)(waiver, today)).length;
    const fromFile = (key, value) => ({ value, source: (0,_settings_values_js__WEBPACK_IMPORTED_MODULE_4__/* .sourceInFile */ .nf)(configuration, key) });
    return {
        ...(0,_collections_js__WEBPACK_IMPORTED_MODULE_5__/* .defined */ .sw)({ path }),
        settings: effectiveSettings(settled),
        leavesOut: fromFile('paths', places.has('paths')),
        levels: (0,_rules_index_js__WEBPACK_IMPORTED_MODULE_2__/* .ruleIds */ .Zl)().flatMap(name => {
            const level = levels[name];
            return level === undefined ? [] : [{ name, ...fromFile('rules', level) }];
        }),
        clients: fromFile('clients', clients.length),
        waivers: fromFile('waivers', { inForce: waivers.length - expired, expired })
    };
}
function effectiveSettings(settled) {
    const { values, sourceOf } = settled;
    const { grace } = (0,_cluster_profile_js__WEBPACK_IMPORTED_MODULE_0__/* .profileOf */ .dp)([(0,_cluster_profile_js__WEBPACK_IMPORTED_MODULE_0__/* .statedFacts */ .Pv)(settled)]);
    return _settings_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .settingKeys */ .Rf
        .filter(key => decidesTheResult(_settings_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .settings */ .W0[key]))
        .map(key => {
        const { name, defaultText } = _settings_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .settings */ .W0[key];
        if (key === 'grace' && grace)
            return { name, value: String(grace.value), source: grace.source };
        const value = values[key] ?? defaultText;
        return { name, value: value === undefined ? undefined : String(value), source: sourceOf(key) };
    });
}
/** A setting of the file, or one that both entries accept, decides the result; the others say how to run an entry. */
function decidesTheResult({ where }) {
    return where.includes('file') || (where.includes('input') && where.includes('option'));
}


/***/ })

};
