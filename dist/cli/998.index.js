export const id = 998;
export const ids = [998];
export const modules = {

/***/ 7998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gatherCluster: () => (/* binding */ gatherCluster)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./lib/collections.js
var collections = __webpack_require__(1590);
// EXTERNAL MODULE: ./lib/model/config-error.js
var config_error = __webpack_require__(6548);
// EXTERNAL MODULE: ./lib/workspaces/decode.js
var decode = __webpack_require__(7834);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/cluster/audit-records.js
/**
 * Finds the records of an audit log that may hold an annotation about tokens: JSON lines, or one document of any size such as an
 * `EventList`. Only those records are parsed; the bytes of all others are searched for a few letters.
 */

/** What the keys of all annotations about tokens end with or hold, spelled alike in every escaping of JSON. */
const NEEDLES = [external_node_buffer_.Buffer.from('stale-token'), external_node_buffer_.Buffer.from('legacy-token')];
const LONGEST_NEEDLE = 12;
/** The longest record that is kept, in bytes: a request and its response are 3 MiB at most each, as etcd takes them. */
const LONGEST_RECORD = 8 * 1024 * 1024;
/** How much of a log is looked at to see whether it has a record on each line, in bytes. */
const PROBE = 1024 * 1024;
const TOO_LONG = `a record of more than ${LONGEST_RECORD / 1024 / 1024} MiB names an annotation about tokens`;
const UNFINISHED = 'a record is not complete';
const LINE_END = 10;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_MAP = 123;
const CLOSE_MAP = 125;
const DEEPEST = 512;
/** How deep the records of a list are at most: an object in a list in an object. Lists inside of an event are deeper. */
const DEPTH_OF_RECORDS = 3;
/** The records of a log that names such annotations, in their order. `bytes` is not compressed; a piece may be reused for the next. */
async function* auditRecords(bytes) {
    let framer;
    let begin = external_node_buffer_.Buffer.alloc(0);
    for await (const piece of bytes) {
        const chunk = external_node_buffer_.Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
        if (framer) {
            yield framer.push(chunk);
            continue;
        }
        begin = external_node_buffer_.Buffer.concat([begin, chunk]);
        if (begin.length < PROBE && !hasTwoLines(begin))
            continue;
        framer = framerFor(begin);
        yield framer.push(begin);
    }
    framer ??= framerFor(begin);
    if (begin.length < PROBE && !hasTwoLines(begin))
        yield framer.push(begin);
    yield framer.end();
}
function hasTwoLines(bytes) {
    return bytes.indexOf(LINE_END, bytes.indexOf(LINE_END) + 1) > bytes.indexOf(LINE_END);
}
/** Lines where one of the first two is a record by itself, or the log does not begin as JSON does; else a document. */
function framerFor(begin) {
    const [first = '', second = ''] = begin.subarray(0, PROBE).toString('utf8').trimStart().split('\n', 2);
    const isLines = isRecord(first) || isRecord(second) || !/^[[{]/.test(first);
    return isLines ? new LineFramer() : new DocumentFramer();
}
/** Whether a text is a whole JSON object, or a word or time of the log's collector and then one. */
function isRecord(text) {
    const at = text.indexOf('{');
    if (at < 0)
        return false;
    try {
        JSON.parse(text.slice(at));
        return true;
    }
    catch {
        return false;
    }
}
/** Whether bytes hold a needle. */
function isNamed(bytes) {
    return NEEDLES.some(needle => bytes.includes(needle));
}
/** A record on each line. */
class LineFramer {
    #rest = external_node_buffer_.Buffer.alloc(0);
    /** The number of the line that `#rest` begins, or that is left out. */
    #line = 1;
    /** A line that is too long: whether a needle was in the part that was left out. */
    #left;
    push(chunk) {
        const first = this.#rest.length === 0 ? 0 : chunk.indexOf(LINE_END) + 1;
        // Only the line that the last piece began is joined: to copy whole pieces costs more than to search them.
        if (first === 0)
            return this.#pieces(this.#rest.length === 0 ? chunk : external_node_buffer_.Buffer.concat([this.#rest, chunk]));
        const begun = this.#pieces(external_node_buffer_.Buffer.concat([this.#rest, chunk.subarray(0, first)]));
        return [...begun, ...this.#pieces(chunk.subarray(first))];
    }
    end() {
        const { length } = this.#rest;
        const last = length === 0 ? [] : this.#lines(external_node_buffer_.Buffer.concat([this.#rest, external_node_buffer_.Buffer.of(LINE_END)]), true);
        this.#rest = external_node_buffer_.Buffer.alloc(0);
        return last;
    }
    /** The records of the lines that end in a block; what follows the last of them is kept. */
    #pieces(block) {
        const end = block.lastIndexOf(LINE_END) + 1;
        const found = end === 0 ? [] : this.#lines(block.subarray(0, end));
        const rest = block.subarray(end);
        // A copy, because whoever reads the log reuses the piece.
        this.#rest = rest.length > LONGEST_RECORD || this.#left ? this.#leave(rest) : external_node_buffer_.Buffer.from(rest);
        return found;
    }
    /** Leaves out a part of a line that is too long; what is kept may hold the begin of a needle. */
    #leave(rest) {
        this.#left = { named: this.#left?.named === true || isNamed(rest) };
        return external_node_buffer_.Buffer.from(rest.subarray(Math.max(0, rest.length - LONGEST_NEEDLE)));
    }
    /** The records of whole lines. The last line of the log is always a record, because it may end in its middle. */
    #lines(block, isLast = false) {
        const found = [];
        let at = 0;
        if (this.#left) {
            at = block.indexOf(LINE_END) + 1;
            if (this.#left.named || isNamed(block.subarray(0, at)))
                found.push({ line: this.#line, broken: TOO_LONG });
            this.#left = undefined;
            this.#line++;
        }
        const next = NEEDLES.map(needle => block.indexOf(needle, at));
        while (at < block.length) {
            const hit = Math.min(...next.map(each => (each < 0 ? block.length : each)));
            if (hit === block.length && !isLast)
                break;
            const begin = hit === block.length ? at : block.lastIndexOf(LINE_END, hit) + 1;
            this.#line += lineEnds(block, at, begin);
            at = block.indexOf(LINE_END, begin) + 1;
            const text = block.toString('utf8', begin, at - 1);
            if (at - begin > LONGEST_RECORD)
                found.push({ line: this.#line, broken: TOO_LONG });
            else if (text.trim() !== '')
                found.push({ line: this.#line, text });
            this.#line++;
            for (const [index, needle] of NEEDLES.entries())
                if ((next[index] ?? -1) >= 0 && (next[index] ?? 0) < at)
                    next[index] = block.indexOf(needle, at);
        }
        this.#line += lineEnds(block, at, block.length);
        return found;
    }
}
/** How many bytes of a line are looked at one by one, before its end is searched for: a call costs as much. */
const NEAR = 64;
/** The number of line ends in a part of a block, the last of which is its last byte. */
function lineEnds(bytes, from, to) {
    let number = 0;
    let at = from;
    while (at < to) {
        const stop = Math.min(at + NEAR, to);
        const before = number;
        for (; at < stop; at++)
            if (bytes[at] === LINE_END)
                number++;
        if (number === before)
            at = bytes.indexOf(LINE_END, at);
    }
    return number;
}
/**
 * One document, or several one after another, over any lines. A record is the outermost object in a list, such as an event of
 * `items`; where a needle is in none, the whole document. A document that breaks off ends where the next one begins.
 */
class DocumentFramer {
    /** It begins with the bytes that may still be needed; how many these are, and the offset of the first of them in the log. */
    #space = external_node_buffer_.Buffer.alloc(0);
    #kept = 0;
    #keptFrom = 0;
    #line = 1;
    #inText = false;
    #isEscaped = false;
    /** The last byte of the syntax, which tells whether a value may follow. */
    #last = 0;
    /** The kinds of the open values, from outside to inside. */
    #open = new Uint8Array(DEEPEST);
    #depth = 0;
    #root = { at: 0, line: 1 };
    /** Whether the document is a list of records, or an object with one: then it is no record itself. */
    #isList = false;
    /** The record that is open, and its depth. */
    #record;
    /** The offsets of needles that no record has held yet. */
    #hits = [];
    #found = [];
    push(chunk) {
        const from = this.#kept;
        const length = from + chunk.length;
        if (this.#space.length < length)
            this.#space = external_node_buffer_.Buffer.concat([this.#space.subarray(0, from)], 2 * length);
        chunk.copy(this.#space, from);
        const block = this.#space.subarray(0, length);
        this.#note(block, from);
        this.#scan(block, from);
        const end = this.#keptFrom + length;
        const keep = Math.max(this.#keptFrom, Math.min(this.#needed(end), end - LONGEST_NEEDLE));
        this.#space.copyWithin(0, keep - this.#keptFrom, length);
        this.#kept = end - keep;
        this.#keptFrom = keep;
        this.#forget();
        return this.#found.splice(0);
    }
    end() {
        if (this.#depth > 0)
            this.#found.push({ line: (this.#record ?? this.#root).line, broken: UNFINISHED });
        return this.#found.splice(0);
    }
    /** Notes the needles that end behind `from`. */
    #note(block, from) {
        const hits = [];
        for (const needle of NEEDLES) {
            let at = block.indexOf(needle, Math.max(0, from - needle.length + 1));
            for (; at >= 0; at = block.indexOf(needle, at + needle.length))
                hits.push(this.#keptFrom + at);
        }
        this.#hits = [...this.#hits, ...hits.sort((a, b) => a - b)];
    }
    /** Forgets all needles but the first of the open record and the first outside of it: that there is one is all that counts. */
    #forget() {
        const { at = Number.POSITIVE_INFINITY } = this.#record ?? {};
        const outside = this.#hits.find(hit => this.#depth > 0 && hit >= this.#root.at && hit < at);
        const inside = this.#hits.find(hit => hit >= at);
        this.#hits = [outside, inside].filter(hit => hit !== undefined);
    }
    /** The first offset that is still needed: the begin of the document, or of the record where the document is too long. */
    #needed(end) {
        if (this.#depth === 0)
            return end;
        if (!this.#isList && end - this.#root.at <= LONGEST_RECORD)
            return this.#root.at;
        return this.#record && end - this.#record.at <= LONGEST_RECORD ? this.#record.at : end;
    }
    /** Follows the syntax. The most frequent bytes are compared first, because this is done for each byte of the log. */
    #scan(block, from) {
        const { length } = block;
        let at = this.#inText ? this.#endOfText(block, from) : from;
        let last = this.#last;
        while (at < length) {
            const byte = block[at++];
            if (byte === QUOTE) {
                last = byte;
                if (this.#depth === 0)
                    continue;
                this.#inText = true;
                at = this.#endOfText(block, at);
            }
            else if (byte === COMMA || byte === COLON)
                last = byte;
            else if (byte === OPEN_MAP || byte === OPEN_LIST) {
                this.#begin(byte, this.#keptFrom + at - 1, last);
                last = byte;
            }
            else if (byte === CLOSE_MAP || byte === CLOSE_LIST) {
                this.#close(byte, block, at - 1);
                last = byte;
            }
            else if (byte === LINE_END)
                this.#line++;
        }
        this.#last = last;
    }
    /** The offset behind a text, or the end of the block. A line end cannot be in a text: the document is broken. */
    #endOfText(block, start) {
        const { length } = block;
        let at = start;
        if (this.#isEscaped && at < length) {
            this.#isEscaped = false;
            if (block[at] !== LINE_END)
                at++;
        }
        while (at < length) {
            const byte = block[at++];
            if (byte > BACKSLASH)
                continue;
            if (byte === QUOTE) {
                this.#inText = false;
                return at;
            }
            if (byte === LINE_END) {
                this.#abandon('a text does not end on its line');
                this.#line++;
                return at;
            }
            if (byte !== BACKSLASH)
                continue;
            if (at === length)
                this.#isEscaped = true;
            else if (block[at] !== LINE_END)
                at++;
        }
        return length;
    }
    #begin(kind, offset, last) {
        const outer = this.#depth === 0 ? 0 : this.#open[this.#depth - 1];
        const isMisplaced = last === COMMA ? outer === OPEN_MAP : last !== COLON && last !== OPEN_LIST;
        if (this.#depth > 0 && isMisplaced)
            this.#abandon(UNFINISHED);
        else if (this.#depth === DEEPEST)
            this.#abandon(`more than ${DEEPEST} levels`);
        if (this.#depth === 0) {
            this.#root = { at: offset, line: this.#line };
            this.#isList = false;
        }
        const isInList = this.#depth > 0 && this.#open[this.#depth - 1] === OPEN_LIST;
        this.#open[this.#depth++] = kind;
        if (kind === OPEN_MAP && isInList && !this.#record)
            this.#record = { at: offset, line: this.#line, depth: this.#depth };
    }
    #close(kind, block, at) {
        if (this.#depth === 0)
            return;
        if (this.#open[this.#depth - 1] !== (kind === CLOSE_MAP ? OPEN_MAP : OPEN_LIST)) {
            this.#abandon('its brackets do not match');
            return;
        }
        const record = this.#record;
        if (record?.depth === this.#depth) {
            this.#take(record, block, at);
            this.#record = undefined;
            this.#isList ||= this.#depth <= DEPTH_OF_RECORDS;
        }
        this.#depth--;
        if (this.#depth === 0 && !this.#isList)
            this.#take(this.#root, block, at);
    }
    /** Makes a record of the bytes up to `at` if a needle is among them. */
    #take({ at: start, line }, block, at) {
        const end = this.#keptFrom + at + 1;
        const first = this.#hits.findIndex(hit => hit >= start);
        const after = this.#hits.findIndex(hit => hit >= end);
        const stop = after < 0 ? this.#hits.length : after;
        if (first < 0 || first >= stop)
            return;
        this.#hits.splice(first, stop - first);
        const isKept = start >= this.#keptFrom && end - start <= LONGEST_RECORD;
        if (isKept)
            this.#found.push({ line, text: block.toString('utf8', start - this.#keptFrom, end - this.#keptFrom) });
        else
            this.#found.push({ line, broken: TOO_LONG });
    }
    /** Gives up the open document: what follows is read as the begin of another one. */
    #abandon(broken) {
        this.#found.push({ line: (this.#record ?? this.#root).line, broken });
        this.#depth = 0;
        this.#record = undefined;
        this.#inText = false;
        this.#isEscaped = false;
    }
}

;// CONCATENATED MODULE: ./lib/cluster/audit-log.js
/**
 * Reads from audit logs who sends stale or permanent tokens: service account, pod, user agent, how often and since when.
 * Format: https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/, as JSON lines, in an `EventList`, in the wrappers of
 * log collectors, in exports of CloudWatch, compressed by gzip or not. Deliberately ignored: records that name no such annotation,
 * which are not even parsed.
 */





const PREFIX = 'authentication.k8s.io/';
/** https://github.com/kubernetes/kubernetes/blob/master/pkg/serviceaccount/claims.go; the documents of EKS add a full stop. */
const STALE = /^subject: system:serviceaccount:(?<account>[^:,\s]{1,253}:[^:,\s]{1,253}), seconds after warning threshold: (?<seconds>\d{1,10})\.?$/;
const ACCOUNT = /^system:serviceaccount:(?<account>[^:,\s]{1,253}:[^:,\s]{1,253})$/;
/**
 * The annotations of https://github.com/kubernetes/kubernetes/blob/master/pkg/serviceaccount/legacy.go that name a Secret. That of a
 * revoked one was never seen in a log: 1.37 drops the annotations of a request that it refuses (evidence/kube-apiserver/README.md).
 */
const SECRETS = [
    [`${PREFIX}legacy-token-autogenerated-secret`, 'auto'],
    [`${PREFIX}legacy-token-manual-secret`, 'manual'],
    [`${PREFIX}legacy-token-invalidated`, 'invalidated']
];
/** Such a key in any spelling, in a record whose events are not found. */
const NAMED = /authentication[._]k8s[._]io\\*\/(?:stale|legacy)-token/;
/** The seconds after which a token counts as stale: a token of a pod is issued for 3607 seconds. */
const WARNING_THRESHOLD = 3607;
/** The most different uses that are kept. A log with more is made up, or not of one cluster. */
const MOST_USES = 10_000;
/** The most records of one log that are reported by themselves; one more gap counts the others. */
const MOST_GAPS = 100;
/** The most characters of a user agent or a name that are kept. */
const LONGEST_NAME = 512;
/** How deep the events may be in wrappers, and in texts that are JSON themselves. */
const audit_log_DEEPEST = 12;
const GZIP = [0x1f, 0x8b];
/** How much is decompressed at once, in bytes: each piece costs a change of threads. */
const INFLATED = 512 * 1024;
const UTF_16 = [
    [0xff, 0xfe],
    [0xfe, 0xff]
];
/** Reads audit logs, one after another. What cannot be read becomes a gap. */
async function readAuditLogs(logs) {
    const uses = new Map();
    const gaps = [];
    for (const log of logs)
        gaps.push(...(await readLog(log, uses)));
    return {
        uses: Array.from(uses.values(), ({ stages, ...use }) => ({ ...use, requests: Math.max(...stages.values()) })),
        gaps
    };
}
/** Adds the uses of one log; returns its gaps. */
async function readLog({ path, bytes }, uses) {
    const gaps = new Gaps(path);
    try {
        for await (const records of auditRecords(await decompressed(bytes))) {
            for (const record of records) {
                if ('broken' in record)
                    gaps.add(record.line, record.broken);
                else
                    readRecord(record, { path, line: record.line, column: 1 }, { uses, gaps });
            }
        }
    }
    catch (error) {
        gaps.unreadable(error);
    }
    return gaps.all();
}
/** The gaps of one log. */
class Gaps {
    #path;
    #gaps = [];
    #further = 0;
    #overflow;
    #dropped = 0;
    constructor(path) {
        this.#path = path;
    }
    add(line, detail) {
        if (this.#gaps.length < MOST_GAPS)
            this.#gaps.push(this.#gap('unrecognised-entry', line, detail));
        else
            this.#further++;
    }
    /** An event that is not counted, because too many different ones came before. */
    drop(line) {
        this.#overflow ??= line;
        this.#dropped++;
    }
    unreadable(error) {
        this.#gaps.push(this.#gap('unreadable-file', 1, faultOf(error)));
    }
    all() {
        const { length } = this.#gaps;
        if (this.#further > 0)
            this.#gaps.push(this.#gap('unrecognised-entry', 1, `${this.#further} further records cannot be read`));
        if (this.#overflow !== undefined) {
            const detail = `more than ${MOST_USES} different users of tokens: ${this.#dropped} events from here on are not counted`;
            this.#gaps.splice(length, 0, this.#gap('unrecognised-entry', this.#overflow, detail));
        }
        return this.#gaps;
    }
    #gap(kind, line, detail) {
        return { kind, place: { path: this.#path, line, column: 1 }, detail };
    }
}
/** What went wrong while bytes were read or decompressed. Rethrows what is no fault of the world. */
function faultOf(error) {
    const { code, message } = error;
    if (typeof code !== 'string')
        throw error;
    if (code === 'Z_BUF_ERROR')
        return 'its compressed data break off';
    return code.startsWith('Z_') ? 'its compressed data are damaged' : String(message);
}
/** The bytes as they were before gzip compressed them, if it did. UTF-16 is rejected: its letters are not found. */
async function decompressed(bytes) {
    const iterator = bytes[Symbol.asyncIterator]();
    let begin = external_node_buffer_.Buffer.alloc(0);
    let isDone = false;
    while (begin.length < 2 && !isDone) {
        const { value, done } = await iterator.next();
        isDone = done === true;
        if (value)
            begin = external_node_buffer_.Buffer.concat([begin, value]);
    }
    const startsWith = ([first, second]) => begin[0] === first && begin[1] === second;
    if (UTF_16.some(startsWith))
        throw Object.assign(new Error('it is UTF-16: convert it to UTF-8'), { code: 'UTF-16' });
    const all = (async function* () {
        yield begin;
        for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
            yield next.value;
    })();
    if (!startsWith(GZIP))
        return all;
    const copies = async function* () {
        for await (const piece of all)
            yield external_node_buffer_.Buffer.from(piece);
    };
    const gunzip = (0,external_node_zlib_.createGunzip)({ chunkSize: INFLATED });
    // A fault of either destroys the other with it, so that whoever reads gets it.
    (0,external_node_stream_.pipeline)(external_node_stream_.Readable.from(copies()), gunzip, () => { });
    return gunzip;
}
/** Adds the uses of the events in a record. */
function readRecord({ text, line }, place, { uses, gaps }) {
    const value = jsonIn(text);
    if (value === undefined) {
        gaps.add(line, 'a record is not complete, or no JSON');
        return;
    }
    let hasEvent = false;
    for (const event of eventsIn(value, 0)) {
        hasEvent = true;
        for (const seen of usesIn(event)) {
            if (typeof seen === 'string')
                gaps.add(line, seen);
            else if (!count(uses, seen, place))
                gaps.drop(line);
        }
    }
    if (!hasEvent && NAMED.test(text))
        gaps.add(line, 'an annotation about a token is not in an audit event');
}
/** Counts a use; false where too many others were counted. */
function count(uses, seen, place) {
    const { kind, account, pod, userAgent, secret, stage, moment, age } = seen;
    // Made-up names that hold the separator may be counted together.
    const key = [kind, account, pod, userAgent, secret?.origin, secret?.name].join('\0');
    let use = uses.get(key);
    if (!use) {
        if (uses.size >= MOST_USES)
            return false;
        use = { kind, account, pod, userAgent, place, stages: new Map(), ...(0,collections/* defined */.sw)({ secret }) };
        uses.set(key, use);
    }
    use.stages.set(stage, (use.stages.get(stage) ?? 0) + 1);
    if (moment !== undefined && (use.first === undefined || moment < use.first))
        use.first = moment;
    const isLast = moment === undefined ? use.last === undefined : use.last === undefined || moment >= use.last;
    if (!isLast)
        return true;
    if (moment !== undefined)
        use.last = moment;
    if (age !== undefined)
        use.age = age;
    if (moment !== undefined && age !== undefined)
        use.issued = moment - age * 1000;
    return true;
}
/** The first object or list of a text, behind a word or time of the log's collector; also in a quoted field of CSV. */
function jsonIn(text) {
    const whole = text.startsWith('{') ? parsed(text) : undefined;
    if (whole !== undefined)
        return whole;
    const trimmed = text.trim().replace(/,$/, '');
    const begins = [trimmed.search(/[[{]/), trimmed.indexOf('{')].filter(at => at >= 0);
    for (const at of begins) {
        const value = parsed(trimmed.slice(at)) ?? parsed(csvField(trimmed, at));
        if (value !== undefined)
            return value;
    }
    return undefined;
}
/** The field that begins at an offset, with its doubled quotes undone: https://www.rfc-editor.org/rfc/rfc4180. */
function csvField(text, at) {
    const end = text.search(/[}\]]"(?!")[^"]*$/);
    return text.charAt(at - 1) === '"' && end > at ? text.slice(at, end + 1).replaceAll('""', '"') : '';
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** The audit events in a value. Nothing inside of an event is another one: whoever sends a request writes its objects. */
function* eventsIn(value, depth) {
    if (depth > audit_log_DEEPEST)
        return;
    if (typeof value === 'string') {
        if (value.includes('-token') && value.includes('{'))
            yield* eventsIn(jsonIn(value), depth + 1);
        return;
    }
    if (typeof value !== 'object' || value === null)
        return;
    if (isObject(value) && typeof value['auditID'] === 'string')
        yield value;
    else
        for (const member of Object.values(value))
            yield* eventsIn(member, depth + 1);
}
/** What the annotations of an event say; a text where an annotation has a value of another form. */
function* usesIn(event) {
    const annotations = isObject(event['annotations']) ? event['annotations'] : {};
    const common = commonOf(event);
    const stale = annotations[`${PREFIX}stale-token`];
    if (stale !== undefined) {
        const { account, seconds } = STALE.exec(String(stale))?.groups ?? {};
        if (account === undefined)
            yield 'the annotation stale-token has a value of an unknown form';
        else
            yield { kind: 'stale', account, age: Number(seconds) + WARNING_THRESHOLD, ...common };
    }
    const secret = secretIn(annotations);
    const legacy = annotations[`${PREFIX}legacy-token`];
    if (legacy === undefined && !secret)
        return;
    const user = isObject(event['user']) ? event['user']['username'] : undefined;
    const account = ACCOUNT.exec(String(legacy ?? user ?? ''))?.groups?.['account'];
    // The token of a revoked Secret names nobody: the request was refused before.
    if (account !== undefined || secret?.origin === 'invalidated')
        yield { kind: 'legacy', account: account ?? '', ...common, ...(0,collections/* defined */.sw)({ secret }) };
    else
        yield 'the annotation legacy-token has a value of an unknown form';
}
/** The Secret that the annotations name. That of a revoked one is `secret/namespace`. */
function secretIn(annotations) {
    for (const [key, origin] of SECRETS) {
        const name = annotations[key];
        if (typeof name === 'string')
            return { name: cut(name), origin };
    }
    return undefined;
}
function commonOf(event) {
    const user = isObject(event['user']) ? event['user'] : {};
    const extra = isObject(user['extra']) ? user['extra'] : {};
    const pods = extra['authentication.kubernetes.io/pod-name'];
    const moment = Date.parse(textOf(event['requestReceivedTimestamp']) || textOf(event['stageTimestamp']));
    return {
        pod: cut(textOf(Array.isArray(pods) ? pods[0] : pods)),
        userAgent: cut(textOf(event['userAgent'])),
        stage: STAGES.has(textOf(event['stage'])) ? textOf(event['stage']) : '',
        ...(Number.isNaN(moment) ? {} : { moment })
    };
}
/** https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/ */
const STAGES = new Set(['RequestReceived', 'ResponseStarted', 'ResponseComplete', 'Panic']);
function textOf(value) {
    return typeof value === 'string' ? value : '';
}
/** A copy of the begin of a text, so that the record of which it is a part can be freed. */
function cut(text) {
    return text.length <= LONGEST_NAME ? text : text.slice(0, LONGEST_NAME);
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./lib/cluster/metrics.js
var metrics = __webpack_require__(2551);
// EXTERNAL MODULE: ./lib/cluster/profile.js
var profile = __webpack_require__(9007);
;// CONCATENATED MODULE: ./lib/cluster/gather.js
/** Gathers what is known of the cluster: what the settings state, and the evidence in the files that they name. */







/** The largest metrics that are read, in bytes: those of an API server of a large cluster are a fifth of it. */
const LARGEST_METRICS = 64 * 1024 * 1024;
/** What the settings and the evidence say of the cluster. Throws `ConfigError` where two settings contradict each other. */
async function gatherCluster(settled, access) {
    const { metrics, auditLog } = settled.values;
    const facts = (0,profile/* statedFacts */.Pv)(settled);
    const problem = (0,profile/* contradiction */.qX)((0,profile/* profileOf */.dp)([facts]), access.today);
    if (problem !== undefined)
        throw new config_error/* ConfigError */.x(problem);
    const counted = metrics && (await gatherMetrics(metrics.map(path => access.open(path, 'metrics'))));
    const audit = auditLog && (await readAuditLogs(auditLog.map(path => access.open(path, 'auditLog'))));
    return { facts, evidence: (0,collections/* defined */.sw)({ metrics: counted, audit }) };
}
/** The metrics in files. One that cannot be read is a gap. */
async function gatherMetrics(files) {
    const texts = [];
    const gaps = [];
    for (const file of files) {
        const text = await gather_textOf(file);
        if ('text' in text)
            texts.push({ path: file.path, ...text });
        else
            gaps.push({ kind: 'unreadable-file', place: { path: file.path, line: 1, column: 1 }, detail: text.unreadable });
    }
    const read = (0,metrics/* readMetrics */.U)(texts);
    return { ...read, gaps: [...gaps, ...read.gaps] };
}
/** The text of a file, or why it cannot be read. */
async function gather_textOf({ bytes }) {
    const pieces = [];
    let length = 0;
    try {
        for await (const piece of bytes) {
            pieces.push(external_node_buffer_.Buffer.from(piece));
            length += piece.length;
            if (length > LARGEST_METRICS)
                return { unreadable: `larger than ${LARGEST_METRICS / 1024 / 1024} MiB` };
        }
    }
    catch (error) {
        if (!(error instanceof Error && 'code' in error))
            throw error;
        return { unreadable: error.message };
    }
    const reading = (0,decode/* decode */.D)(external_node_buffer_.Buffer.concat(pieces));
    if ('text' in reading)
        return { text: reading.text };
    return { unreadable: 'unreadable' in reading ? reading.unreadable : reading.absent };
}


/***/ })

};
