export const id = 267;
export const ids = [267];
export const modules = {

/***/ 2267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   doctor: () => (/* binding */ doctor)
/* harmony export */ });
/* harmony import */ var _policy_waivers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9787);
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3059);
/* harmony import */ var _settings_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7613);
/* harmony import */ var _settings_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1155);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7629);
/** Every setting and where it comes from, for `doctor`. */





const NAME_WIDTH = 17;
const VALUE_WIDTH = 32;
/** One line for each setting: name, value, source. */
function doctor(configuration, settled, today) {
    const { path, levels, waivers, clients, places } = configuration;
    const expired = waivers.filter(waiver => (0,_policy_waivers_js__WEBPACK_IMPORTED_MODULE_0__/* .hasExpired */ .o)(waiver, today)).length;
    const row = (key, value, name = key) => [name, value, (0,_settings_values_js__WEBPACK_IMPORTED_MODULE_3__/* .sourceInFile */ .nf)(configuration, key)];
    const rows = [
        ...settingRows(settled),
        row('paths', places.has('paths') ? 'some are left out' : 'all'),
        ...(0,_rules_index_js__WEBPACK_IMPORTED_MODULE_1__/* .ruleIds */ .Zl)().flatMap(rule => {
            const level = levels[rule];
            return level === undefined ? [] : [row('rules', level, rule)];
        }),
        row('clients', `${clients} added or tightened`),
        row('waivers', `${waivers.length - expired} in force, ${expired} expired`)
    ];
    const file = path === undefined ? `none (there is no ${_settings_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .CONFIGURATION_FILE */ .oT})` : (0,_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK)(path);
    const lines = rows.map(([name, value, source]) => `${name.padEnd(NAME_WIDTH)} ${value.padEnd(VALUE_WIDTH)} ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK)(source)}`);
    return `Configuration: ${file}\n\n${lines.join('\n')}\n`;
}
function settingRows({ values, sourceOf }) {
    return _settings_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .settingKeys */ .Rf
        .filter(key => decidesTheResult(_settings_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .settings */ .W0[key]))
        .map(key => {
        const { name, defaultText = 'none' } = _settings_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .settings */ .W0[key];
        return [name, (0,_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK)(String(values[key] ?? defaultText)), sourceOf(key)];
    });
}
/** What the file states, or both entries accept, decides the result; the rest is how one entry is run. */
function decidesTheResult({ where }) {
    return where.includes('file') || (where.includes('input') && where.includes('option'));
}


/***/ })

};
