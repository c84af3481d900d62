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
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7629);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2548);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8197);
/** Every setting and where it comes from, for `doctor`. */





const NAME_WIDTH = 17;
const VALUE_WIDTH = 32;
/** One line for each setting: name, value, source. */
function doctor(configuration, { minimum, failOn, allowIncomplete }, today) {
    const { path, levels, waivers, clients, places } = configuration;
    const expired = waivers.filter(waiver => (0,_policy_waivers_js__WEBPACK_IMPORTED_MODULE_0__/* .hasExpired */ .o)(waiver, today)).length;
    const rows = [
        ['minimum', minimum.value, minimum.source],
        ['fail-on', failOn.value, failOn.source],
        ['allow-incomplete', String(allowIncomplete), allowIncomplete ? 'input' : 'built-in'],
        ['scope', 'all', (0,_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .sourceOf */ .v)(configuration, 'scope')],
        ['paths', places.has('paths') ? 'some are left out' : 'all', (0,_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .sourceOf */ .v)(configuration, 'paths')],
        ...(0,_rules_index_js__WEBPACK_IMPORTED_MODULE_1__/* .ruleIds */ .Zl)().flatMap(rule => {
            const level = levels[rule];
            return level === undefined ? [] : [[rule, level, (0,_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .sourceOf */ .v)(configuration, 'rules')]];
        }),
        ['clients', `${clients} added or tightened`, (0,_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .sourceOf */ .v)(configuration, 'clients')],
        ['waivers', `${waivers.length - expired} in force, ${expired} expired`, (0,_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .sourceOf */ .v)(configuration, 'waivers')]
    ];
    const file = path === undefined ? `none (there is no ${_find_js__WEBPACK_IMPORTED_MODULE_2__/* .CONFIGURATION_FILE */ .oT})` : (0,_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK)(path);
    const lines = rows.map(([name, value, source]) => `${name.padEnd(NAME_WIDTH)} ${value.padEnd(VALUE_WIDTH)} ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK)(source)}`);
    return `Configuration: ${file}\n\n${lines.join('\n')}\n`;
}


/***/ })

};
