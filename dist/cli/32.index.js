export const id = 32;
export const ids = [32];
export const modules = {

/***/ 3032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseYaml: () => (/* binding */ parseYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _collections_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1590);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6119);
/**
 * YAML as a tree with offsets, parsed by the `yaml` package (YAML 1.2, https://yaml.org/spec/1.2.2/). For small files:
 * the readers of large machine-written files read those line by line. Import this file on demand: it costs 10 ms at
 * start. Deliberately ignored: all documents after the first, tags, and the meaning of merge keys (`<<` is an ordinary
 * key).
 */



/** In characters; the rest is not parsed. A million take a second or two, and no file written by hand is that long. */
const MAXIMUM_LENGTH = 4_000_000;
/**
 * Levels of nesting passed to the package, which recurses. Far fewer than the other parsers accept: if the stack runs
 * out while V8 compiles a regular expression, the whole process ends, and nothing can catch that.
 */
const MAXIMUM_NESTING = 200;
/**
 * Nodes that aliases may add to a file. The limit of the package counts the uses of one anchor, and so refuses harmless
 * files that use one a hundred times. An alias bomb exhausts the code that walks the whole tree.
 */
const MAXIMUM_ALIASED = 100_000;
const NOT_BLANK = /[^ \t\r\n]/g;
const TOO_DEEP = 'nested too deeply';
const MESSAGES = {
    BAD_SCALAR_START: 'a plain value cannot start with this character: quote it',
    BAD_INDENT: 'wrong indentation or missing bracket',
    BLOCK_AS_IMPLICIT_KEY: 'a nested mapping or list must start on its own line',
    BLOCK_IN_FLOW: 'block collections are not allowed inside brackets',
    MISSING_CHAR: 'missing quote, bracket, comma or colon',
    RESOURCE_EXHAUSTION: TOO_DEEP,
    TAB_AS_INDENT: 'tabs are not allowed as indentation',
    UNEXPECTED_TOKEN: 'unexpected token'
};
/**
 * Parses the first document of a YAML text. An alias becomes the node of its anchor, with the offsets of the anchor.
 * Never throws on bad input: the result holds the fault and everything read before it.
 */
function parseYaml(text) {
    const length = text.length > MAXIMUM_LENGTH ? text.lastIndexOf('\n', MAXIMUM_LENGTH) + 1 : text.length;
    const { document, deepAt } = firstDocument(length < text.length ? text.slice(0, length) : text);
    if (!document)
        return { root: nothing(0), fault: new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .SyntaxFault */ .M(TOO_DEEP, 0) };
    const limit = limitAt(deepAt, length < text.length ? length : undefined);
    const found = firstFault(document);
    // What is cut off lacks its closing brackets: that is no mistake of the file.
    const tree = new TreeBuilder(text, limit && (!found || found.at >= limit.at) ? limit : found);
    const root = document.contents ? tree.node(document.contents) : nothing(0);
    return (0,_collections_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ root, fault: tree.fault });
}
/** The fault of a text that is not read to its end: it nests too deeply at one offset, or is too long. */
function limitAt(deep, long) {
    if (deep !== undefined)
        return new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .SyntaxFault */ .M(TOO_DEEP, deep);
    return long === undefined ? undefined : new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .SyntaxFault */ .M(`longer than ${MAXIMUM_LENGTH} characters`, long);
}
/** Makes the tree from the nodes of the package, up to the first fault. */
class TreeBuilder {
    fault;
    text;
    anchors = new Map();
    /** The number of nodes so far, with aliases expanded, and of those from aliases. */
    size = 0;
    aliased = 0;
    constructor(text, fault) {
        this.text = text;
        this.fault = fault;
    }
    node(source) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(source))
            return this.alias(source);
        const { anchor } = source;
        const before = this.size;
        if (anchor !== undefined)
            this.anchors.set(anchor, { size: 0 });
        this.size++;
        const node = this.value(source);
        if (anchor !== undefined)
            this.anchors.set(anchor, { node, size: this.size - before });
        return node;
    }
    /** Stops for a reason unknown to the package. */
    stop(message, at) {
        if (!this.fault || at < this.fault.at)
            this.fault = new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .SyntaxFault */ .M(message, at);
    }
    /** Whether a node at this offset is read: those after the first fault are not. */
    isRead(at) {
        return !this.fault || at < this.fault.at;
    }
    value(source) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(source))
            return this.scalar(source);
        const at = offset(source);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(source))
            return { kind: 'map', members: [...this.members(source)], at };
        return { kind: 'list', items: [...this.items(source)], at };
    }
    *members(source) {
        for (const pair of source.items) {
            const keyNode = pair.key;
            const keyAt = this.contentOffset(keyNode);
            if (!this.isRead(keyAt))
                return;
            const key = this.keyText(keyNode);
            const valueNode = pair.value;
            const valueAt = valueNode ? offset(valueNode) : (keyNode.range?.[1] ?? keyAt);
            const value = valueNode && this.isRead(valueAt) ? this.node(valueNode) : nothing(valueAt);
            yield { key, keyAt, value };
        }
    }
    *items(source) {
        for (const item of source.items) {
            if (!this.isRead(offset(item)))
                return;
            yield this.node(item);
        }
    }
    /** The text of a key. A map or list as a key, which none of our formats has, is kept as it is written. */
    keyText(source) {
        const key = this.node(source);
        if (key.kind === 'text')
            return key.value;
        if (key.kind === 'scalar')
            return key.text;
        return this.text.slice(source.range?.[0], source.range?.[1]);
    }
    alias(source) {
        const at = offset(source);
        const anchor = this.anchors.get(source.source);
        if (!anchor)
            this.stop('unknown alias: no anchor above it', at);
        else if (!anchor.node)
            this.stop('the alias refers to a node that contains it', at);
        else {
            this.aliased += anchor.size;
            this.size += anchor.size;
            if (this.aliased <= MAXIMUM_ALIASED)
                return anchor.node;
            this.stop(`aliases add more than ${MAXIMUM_ALIASED} nodes`, at);
        }
        return nothing(at);
    }
    scalar(source) {
        const at = this.contentOffset(source);
        // A quoted text without its closing quote goes on to the end of the text, where the package reports it.
        if (this.fault && isQuoted(source) && this.fault.at <= this.unclosedEnd(source)) {
            this.stop(this.fault.message, offset(source));
            return nothing(at);
        }
        if (typeof source.value === 'string')
            return { kind: 'text', value: source.value, at };
        return { kind: 'scalar', text: source.source ?? '', at };
    }
    /** The last offset at which a fault spoils a quoted text: after its end if the closing quote is missing. */
    unclosedEnd(source) {
        const [start, end] = source.range ?? [0, 0];
        return end - start > 1 && this.text[end - 1] === this.text[start] ? end - 1 : end;
    }
    /** The offset of the first character of a node's content: inside the quotes, below the header of a block. */
    contentOffset(source) {
        const at = offset(source);
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(source))
            return at;
        if (isQuoted(source))
            return at + 1;
        if (source.type !== 'BLOCK_LITERAL' && source.type !== 'BLOCK_FOLDED')
            return at;
        const line = this.text.indexOf('\n', at) + 1;
        NOT_BLANK.lastIndex = line;
        const content = line > 0 ? (NOT_BLANK.exec(this.text)?.index ?? this.text.length) : this.text.length;
        return content < (source.range?.[1] ?? 0) ? content : at;
    }
}
function isQuoted({ type }) {
    return type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
}
function offset(source) {
    return source.range?.[0] ?? 0;
}
/** The node of a missing value. */
function nothing(at) {
    return { kind: 'scalar', text: '', at };
}
function firstDocument(text) {
    // The package makes an error for each wrong character; most of that time would go into their stack traces.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    const tokens = new Tokens(text);
    try {
        const composer = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Composer */ .Dk({
            schema: 'core',
            merge: false,
            resolveKnownTags: false,
            uniqueKeys: false,
            strict: false
        });
        const read = (document) => (0,_collections_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ document, deepAt: tokens.deepAt });
        for (const token of tokens.ofFirstDocument())
            for (const document of composer.next(token))
                return read(document);
        for (const document of composer.end(true, text.length))
            return read(document);
    }
    catch (error) {
        if (!(error instanceof RangeError))
            throw error;
    }
    finally {
        Error.stackTraceLimit = stackTraceLimit;
    }
    return {};
}
/** The tokens of a text, with one error at most. */
class Tokens {
    /** The offset from which on the text nests too deeply to be read; set once the tokens are read. */
    deepAt;
    text;
    read = false;
    failed = false;
    constructor(text) {
        this.text = text;
    }
    /** The tokens of the first document and of the text up to the next one, or up to where it nests too deeply. */
    *ofFirstDocument() {
        const parser = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Parser */ .iX();
        for (const lexeme of new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Lexer */ .JG().lex(this.text)) {
            const { offset } = parser;
            yield* this.kept(parser.next(lexeme));
            if (parser.stack.length > MAXIMUM_NESTING) {
                this.deepAt = offset;
                break;
            }
            if (this.read && parser.stack.length > 0)
                return;
        }
        yield* this.kept(parser.end());
    }
    *kept(all) {
        for (const token of all) {
            const wrong = token.type === 'error';
            if (!wrong || !this.failed)
                yield token;
            this.read ||= token.type === 'document';
            this.failed ||= wrong;
        }
    }
}
/** The first error of the text. An unresolved tag is not one: its value is read as if it had no tag. */
function firstFault(document) {
    let fault;
    for (const { code, pos } of document.errors) {
        if (code === 'TAG_RESOLVE_FAILED' || (fault && fault.at <= pos[0]))
            continue;
        fault = new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .SyntaxFault */ .M(MESSAGES[code] ?? 'invalid YAML', pos[0]);
    }
    return fault;
}


/***/ })

};
