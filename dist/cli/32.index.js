export const id = 32;
export const ids = [32];
export const modules = {

/***/ 3032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseYaml: () => (/* binding */ parseYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6119);
/**
 * YAML as a tree with offsets, through the `yaml` package (YAML 1.2, https://yaml.org/spec/1.2.2/). For small files:
 * large machine-written ones are read line by line by their own readers. Import it on demand: it costs 10 ms at start.
 * Leaves out on purpose: every document but the first, tags, and what merge keys mean (`<<` is a key like any other).
 */


/** Characters that are parsed. A million of them take a second or two, and no file written by hand comes near it. */
const MAXIMUM_LENGTH = 4_000_000;
/**
 * Levels of nesting that are handed to the package, which recurses. Far fewer than other parsers take: where the stack
 * runs out while V8 compiles a regular expression, the whole process ends, and nothing catches that.
 */
const MAXIMUM_NESTING = 200;
/**
 * Nodes that aliases may add to a file. The package's own limit counts the uses of one anchor, and so refuses harmless
 * files that use it a hundred times; what an alias bomb exhausts is whoever walks the whole tree.
 */
const MAXIMUM_ALIASED = 100_000;
const NOT_BLANK = /[^ \t\r\n]/g;
const TOO_DEEP = 'nested too deeply';
const MESSAGES = {
    BAD_SCALAR_START: 'a text cannot begin with this sign: put it in quotes',
    BAD_INDENT: 'the indentation does not fit, or a bracket is missing',
    BLOCK_AS_IMPLICIT_KEY: 'a nested value cannot begin on the line of its key',
    BLOCK_IN_FLOW: 'a block cannot stand inside brackets',
    MISSING_CHAR: 'a quote, bracket, comma or colon is missing',
    RESOURCE_EXHAUSTION: TOO_DEEP,
    TAB_AS_INDENT: 'tabs cannot indent',
    UNEXPECTED_TOKEN: 'this cannot stand here'
};
/**
 * Parses the first document of a YAML text. Aliases are followed: what they name stands in the tree again, with the
 * offsets of the anchor. Never throws on bad input: the fault stands in the result beside what was read before it.
 */
function parseYaml(text) {
    const length = text.length > MAXIMUM_LENGTH ? text.lastIndexOf('\n', MAXIMUM_LENGTH) + 1 : text.length;
    const document = firstDocument(length < text.length ? text.slice(0, length) : text);
    if (!document)
        return { root: nothing(0), fault: new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .SyntaxFault */ .M(TOO_DEEP, 0) };
    let fault = firstFault(document);
    if (length < text.length)
        fault ??= new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .SyntaxFault */ .M(`longer than ${MAXIMUM_LENGTH} characters`, length);
    const anchors = new Map();
    let size = 0;
    let aliased = 0;
    const root = document.contents ? node(document.contents, 0) : nothing(0);
    return fault ? { root, fault } : { root };
    /** Ends the reading for a reason that the package does not know. */
    function stop(message, at) {
        if (!fault || at < fault.at)
            fault = new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .SyntaxFault */ .M(message, at);
    }
    /** Whether what stands at this offset is read: nothing behind the first fault is. */
    function goesOn(at) {
        return !fault || at < fault.at;
    }
    function node(source, depth) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(source))
            return alias(source);
        const { anchor } = source;
        const before = size;
        if (anchor !== undefined)
            anchors.set(anchor, { size: 0 });
        size++;
        const read = value(source, depth);
        if (anchor !== undefined)
            anchors.set(anchor, { node: read, size: size - before });
        return read;
    }
    function value(source, depth) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(source))
            return scalar(source);
        const at = offset(source);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(source))
            return { kind: 'map', members: [...members(source, depth)], at };
        return { kind: 'list', items: [...items(source, depth)], at };
    }
    function* members(source, depth) {
        for (const pair of source.items) {
            const keyNode = pair.key;
            const keyAt = contentOffset(keyNode);
            if (!goesOn(keyAt))
                return;
            const key = keyText(keyNode, depth);
            const valueNode = pair.value;
            const valueAt = valueNode ? offset(valueNode) : (keyNode.range?.[1] ?? keyAt);
            yield { key, keyAt, value: valueNode && goesOn(valueAt) ? node(valueNode, depth + 1) : nothing(valueAt) };
        }
    }
    function* items(source, depth) {
        for (const item of source.items) {
            if (!goesOn(offset(item)))
                return;
            yield node(item, depth + 1);
        }
    }
    /** The text of a key. A map or list as a key, which no format of ours has, is kept as it is written. */
    function keyText(source, depth) {
        const key = node(source, depth + 1);
        if (key.kind === 'text')
            return key.value;
        if (key.kind === 'scalar')
            return key.text;
        return text.slice(source.range?.[0], source.range?.[1]);
    }
    function alias(source) {
        const at = offset(source);
        const anchor = anchors.get(source.source);
        if (!anchor)
            stop('the alias has no anchor above it', at);
        else if (!anchor.node)
            stop('the alias stands in what it names', at);
        else {
            aliased += anchor.size;
            size += anchor.size;
            if (aliased <= MAXIMUM_ALIASED)
                return anchor.node;
            stop(`aliases make the file grow by more than ${MAXIMUM_ALIASED} nodes`, at);
        }
        return nothing(at);
    }
    function scalar(source) {
        const at = contentOffset(source);
        // A quote that is never closed runs on to the end of the text, where the package reports it.
        if (fault && isQuoted(source) && fault.at <= unclosedEnd(source)) {
            stop(fault.message, offset(source));
            return nothing(at);
        }
        if (typeof source.value === 'string')
            return { kind: 'text', value: source.value, at };
        return { kind: 'scalar', text: source.source ?? '', at };
    }
    /** The last offset at which a fault spoils a quoted text: behind its end where the closing quote is missing. */
    function unclosedEnd(source) {
        const [start, end] = source.range ?? [0, 0];
        return end - start > 1 && text[end - 1] === text[start] ? end - 1 : end;
    }
    /** The offset of the first character of a node's content: inside the quotes, below the header of a block. */
    function contentOffset(source) {
        const at = offset(source);
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(source))
            return at;
        if (isQuoted(source))
            return at + 1;
        if (source.type !== 'BLOCK_LITERAL' && source.type !== 'BLOCK_FOLDED')
            return at;
        const line = text.indexOf('\n', at) + 1;
        NOT_BLANK.lastIndex = line;
        const content = line > 0 ? (NOT_BLANK.exec(text)?.index ?? text.length) : text.length;
        return content < (source.range?.[1] ?? 0) ? content : at;
    }
}
function isQuoted({ type }) {
    return type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
}
function offset(source) {
    return source.range?.[0] ?? 0;
}
/** What stands where a value is missing. */
function nothing(at) {
    return { kind: 'scalar', text: '', at };
}
/** Undefined where the text nests too deeply for the package's recursion. */
function firstDocument(text) {
    // The package makes an error for each wrong character, and a stack trace for each is most of the time it takes then.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
        const composer = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Composer */ .Dk({
            schema: 'core',
            merge: false,
            resolveKnownTags: false,
            uniqueKeys: false,
            strict: false
        });
        for (const token of tokens(text))
            for (const document of composer.next(token))
                return document;
        for (const document of composer.end(true, text.length))
            return document;
    }
    catch (error) {
        if (!(error instanceof RangeError))
            throw error;
    }
    finally {
        Error.stackTraceLimit = stackTraceLimit;
    }
    return undefined;
}
/** The tokens of the first document and what stands between it and the next, with one error at most. */
function* tokens(text) {
    const parser = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Parser */ .iX();
    let read = false;
    let failed = false;
    for (const lexeme of new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Lexer */ .JG().lex(text)) {
        yield* kept(parser.next(lexeme));
        if (parser.stack.length > MAXIMUM_NESTING)
            throw new RangeError(TOO_DEEP);
        if (read && parser.stack.length > 0)
            return;
    }
    yield* kept(parser.end());
    function* kept(all) {
        for (const token of all) {
            const wrong = token.type === 'error';
            if (!wrong || !failed)
                yield token;
            read ||= token.type === 'document';
            failed ||= wrong;
        }
    }
}
/** The first error of the text. A tag that cannot be resolved is none: its value is read as if it had no tag. */
function firstFault(document) {
    let fault;
    for (const { code, pos } of document.errors) {
        if (code === 'TAG_RESOLVE_FAILED' || (fault && fault.at <= pos[0]))
            continue;
        fault = new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .SyntaxFault */ .M(MESSAGES[code] ?? 'this is not valid YAML', pos[0]);
    }
    return fault;
}


/***/ })

};
