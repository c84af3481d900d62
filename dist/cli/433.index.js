export const id = 433;
export const ids = [433];
export const modules = {

/***/ 433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   explainRule: () => (/* binding */ explainRule),
/* harmony export */   explainRules: () => (/* binding */ explainRules)
/* harmony export */ });
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3059);
/** What each rule means, why it matters, how to fix it and how to waive it, for `explain`. */

const WIDTH = 100;
/** The rules, one line each. */
function explainRules() {
    const width = Math.max(..._rules_index_js__WEBPACK_IMPORTED_MODULE_0__/* .rules */ .aO.map(({ id }) => id.length));
    return `${_rules_index_js__WEBPACK_IMPORTED_MODULE_0__/* .rules */ .aO.map(({ id, meaning }) => `${id.padEnd(width)}  ${meaning}`).join('\n')}\n`;
}
/** One rule. */
function explainRule({ id, level, meaning, why, fix, waivable }) {
    const higher = level === 'error' ? '' : `; "rules: { ${id}: error }" in the configuration raises it`;
    const parts = [
        ['What it means', meaning],
        ['Why it matters', why],
        ['Level', `${level}${higher}`],
        ['How to fix it', fix],
        ['How to waive it', waivable ? waiverOf(id) : 'A waiver cannot be waived.']
    ];
    return `${id}\n\n${parts.map(([title, text]) => `${title}\n${wrapped(text)}`).join('\n\n')}\n`;
}
function waiverOf(id) {
    return [
        'In .github/bound-token-check.yml:',
        'waivers:',
        `  - rule: ${id}`,
        '    package: pkg:npm/kubernetes-client   # without a version',
        '    versions: "<=9.0.0"                  # may be left out',
        '    paths: ["tools/**"]                  # may be left out',
        '    reason: runs outside the cluster',
        '    owner: "@acme/platform"',
        '    until: 2027-03-01                    # the last day'
    ].join('\n');
}
/** Lines of two blanks and at most `WIDTH` characters; those of an example stay as they are. */
function wrapped(text) {
    return text
        .split('\n')
        .map(line => `  ${line.length <= WIDTH ? line : wrap(line)}`)
        .join('\n');
}
function wrap(line) {
    const rows = [''];
    for (const word of line.split(' ')) {
        const row = rows.at(-1) ?? '';
        if (row === '')
            rows[rows.length - 1] = word;
        else if (row.length + 1 + word.length <= WIDTH)
            rows[rows.length - 1] = `${row} ${word}`;
        else
            rows.push(word);
    }
    return rows.join('\n  ');
}


/***/ })

};
