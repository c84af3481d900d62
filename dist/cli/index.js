#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 7163:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const debug = __nccwpck_require__(1159)
const { MAX_LENGTH, MAX_SAFE_INTEGER } = __nccwpck_require__(5101)
const { safeRe: re, t } = __nccwpck_require__(5471)

const parseOptions = __nccwpck_require__(356)
const { compareIdentifiers } = __nccwpck_require__(3348)

const isPrereleaseIdentifier = (prerelease, identifier) => {
  const identifiers = identifier.split('.')
  if (identifiers.length > prerelease.length) {
    return false
  }

  for (let i = 0; i < identifiers.length; i++) {
    if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) {
      return false
    }
  }

  return true
}

class SemVer {
  constructor (version, options) {
    options = parseOptions(options)

    if (version instanceof SemVer) {
      if (version.loose === !!options.loose &&
        version.includePrerelease === !!options.includePrerelease) {
        return version
      } else {
        version = version.version
      }
    } else if (typeof version !== 'string') {
      throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`)
    }

    if (version.length > MAX_LENGTH) {
      throw new TypeError(
        `version is longer than ${MAX_LENGTH} characters`
      )
    }

    debug('SemVer', version, options)
    this.options = options
    this.loose = !!options.loose
    // this isn't actually relevant for versions, but keep it so that we
    // don't run into trouble passing this.options around.
    this.includePrerelease = !!options.includePrerelease

    const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL])

    if (!m) {
      throw new TypeError(`Invalid Version: ${version}`)
    }

    this.raw = version

    // these are actually numbers
    this.major = +m[1]
    this.minor = +m[2]
    this.patch = +m[3]

    if (this.major > MAX_SAFE_INTEGER || this.major < 0) {
      throw new TypeError('Invalid major version')
    }

    if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) {
      throw new TypeError('Invalid minor version')
    }

    if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) {
      throw new TypeError('Invalid patch version')
    }

    // numberify any prerelease numeric ids
    if (!m[4]) {
      this.prerelease = []
    } else {
      this.prerelease = m[4].split('.').map((id) => {
        if (/^[0-9]+$/.test(id)) {
          const num = +id
          if (num >= 0 && num < MAX_SAFE_INTEGER) {
            return num
          }
        }
        return id
      })
    }

    this.build = m[5] ? m[5].split('.') : []
    this.format()
  }

  format () {
    this.version = `${this.major}.${this.minor}.${this.patch}`
    if (this.prerelease.length) {
      this.version += `-${this.prerelease.join('.')}`
    }
    return this.version
  }

  toString () {
    return this.version
  }

  compare (other) {
    debug('SemVer.compare', this.version, this.options, other)
    if (!(other instanceof SemVer)) {
      if (typeof other === 'string' && other === this.version) {
        return 0
      }
      other = new SemVer(other, this.options)
    }

    if (other.version === this.version) {
      return 0
    }

    return this.compareMain(other) || this.comparePre(other)
  }

  compareMain (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    if (this.major < other.major) {
      return -1
    }
    if (this.major > other.major) {
      return 1
    }
    if (this.minor < other.minor) {
      return -1
    }
    if (this.minor > other.minor) {
      return 1
    }
    if (this.patch < other.patch) {
      return -1
    }
    if (this.patch > other.patch) {
      return 1
    }
    return 0
  }

  comparePre (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    // NOT having a prerelease is > having one
    if (this.prerelease.length && !other.prerelease.length) {
      return -1
    } else if (!this.prerelease.length && other.prerelease.length) {
      return 1
    } else if (!this.prerelease.length && !other.prerelease.length) {
      return 0
    }

    let i = 0
    do {
      const a = this.prerelease[i]
      const b = other.prerelease[i]
      debug('prerelease compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  compareBuild (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    let i = 0
    do {
      const a = this.build[i]
      const b = other.build[i]
      debug('build compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  // preminor will bump the version up to the next minor release, and immediately
  // down to pre-release. premajor and prepatch work the same way.
  inc (release, identifier, identifierBase) {
    if (release.startsWith('pre')) {
      if (!identifier && identifierBase === false) {
        throw new Error('invalid increment argument: identifier is empty')
      }
      // Avoid an invalid semver results
      if (identifier) {
        const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE])
        if (!match || match[1] !== identifier) {
          throw new Error(`invalid identifier: ${identifier}`)
        }
      }
    }

    switch (release) {
      case 'premajor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor = 0
        this.major++
        this.inc('pre', identifier, identifierBase)
        break
      case 'preminor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor++
        this.inc('pre', identifier, identifierBase)
        break
      case 'prepatch':
        // If this is already a prerelease, it will bump to the next version
        // drop any prereleases that might already exist, since they are not
        // relevant at this point.
        this.prerelease.length = 0
        this.inc('patch', identifier, identifierBase)
        this.inc('pre', identifier, identifierBase)
        break
      // If the input is a non-prerelease version, this acts the same as
      // prepatch.
      case 'prerelease':
        if (this.prerelease.length === 0) {
          this.inc('patch', identifier, identifierBase)
        }
        this.inc('pre', identifier, identifierBase)
        break
      case 'release':
        if (this.prerelease.length === 0) {
          throw new Error(`version ${this.raw} is not a prerelease`)
        }
        this.prerelease.length = 0
        break

      case 'major':
        // If this is a pre-major version, bump up to the same major version.
        // Otherwise increment major.
        // 1.0.0-5 bumps to 1.0.0
        // 1.1.0 bumps to 2.0.0
        if (
          this.minor !== 0 ||
          this.patch !== 0 ||
          this.prerelease.length === 0
        ) {
          this.major++
        }
        this.minor = 0
        this.patch = 0
        this.prerelease = []
        break
      case 'minor':
        // If this is a pre-minor version, bump up to the same minor version.
        // Otherwise increment minor.
        // 1.2.0-5 bumps to 1.2.0
        // 1.2.1 bumps to 1.3.0
        if (this.patch !== 0 || this.prerelease.length === 0) {
          this.minor++
        }
        this.patch = 0
        this.prerelease = []
        break
      case 'patch':
        // If this is not a pre-release version, it will increment the patch.
        // If it is a pre-release it will bump up to the same patch version.
        // 1.2.0-5 patches to 1.2.0
        // 1.2.0 patches to 1.2.1
        if (this.prerelease.length === 0) {
          this.patch++
        }
        this.prerelease = []
        break
      // This probably shouldn't be used publicly.
      // 1.0.0 'pre' would become 1.0.0-0 which is the wrong direction.
      case 'pre': {
        const base = Number(identifierBase) ? 1 : 0

        if (this.prerelease.length === 0) {
          this.prerelease = [base]
        } else {
          let i = this.prerelease.length
          while (--i >= 0) {
            if (typeof this.prerelease[i] === 'number') {
              this.prerelease[i]++
              i = -2
            }
          }
          if (i === -1) {
            // didn't increment anything
            if (identifier === this.prerelease.join('.') && identifierBase === false) {
              throw new Error('invalid increment argument: identifier already exists')
            }
            this.prerelease.push(base)
          }
        }
        if (identifier) {
          // 1.2.0-beta.1 bumps to 1.2.0-beta.2,
          // 1.2.0-beta.fooblz or 1.2.0-beta bumps to 1.2.0-beta.0
          let prerelease = [identifier, base]
          if (identifierBase === false) {
            prerelease = [identifier]
          }
          if (isPrereleaseIdentifier(this.prerelease, identifier)) {
            const prereleaseBase = this.prerelease[identifier.split('.').length]
            if (isNaN(prereleaseBase)) {
              this.prerelease = prerelease
            }
          } else {
            this.prerelease = prerelease
          }
        }
        break
      }
      default:
        throw new Error(`invalid increment argument: ${release}`)
    }
    this.raw = this.format()
    if (this.build.length) {
      this.raw += `+${this.build.join('.')}`
    }
    return this
  }
}

module.exports = SemVer


/***/ }),

/***/ 8469:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const compare = (a, b, loose) =>
  new SemVer(a, loose).compare(new SemVer(b, loose))

module.exports = compare


/***/ }),

/***/ 6353:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const parse = (version, options, throwErrors = false) => {
  if (version instanceof SemVer) {
    return version
  }
  try {
    return new SemVer(version, options)
  } catch (er) {
    if (!throwErrors) {
      return null
    }
    throw er
  }
}

module.exports = parse


/***/ }),

/***/ 5101:
/***/ ((module) => {



// Note: this is the semver.org version of the spec that it implements
// Not necessarily the package version of this code.
const SEMVER_SPEC_VERSION = '2.0.0'

const MAX_LENGTH = 256
const MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER ||
/* istanbul ignore next */ 9007199254740991

// Max safe segment length for coercion.
const MAX_SAFE_COMPONENT_LENGTH = 16

// Max safe length for a build identifier. The max length minus 6 characters for
// the shortest version with a build 0.0.0+BUILD.
const MAX_SAFE_BUILD_LENGTH = MAX_LENGTH - 6

// ECMAScript whitespace and line terminators matched by \s.
const WHITESPACE_CHARACTERS = [
  '\t',
  '\n',
  '\v',
  '\f',
  '\r',
  ' ',
  '\u00a0',
  '\u1680',
  '\u2000',
  '\u2001',
  '\u2002',
  '\u2003',
  '\u2004',
  '\u2005',
  '\u2006',
  '\u2007',
  '\u2008',
  '\u2009',
  '\u200a',
  '\u2028',
  '\u2029',
  '\u202f',
  '\u205f',
  '\u3000',
  '\ufeff',
]

const RELEASE_TYPES = [
  'major',
  'premajor',
  'minor',
  'preminor',
  'patch',
  'prepatch',
  'prerelease',
]

module.exports = {
  MAX_LENGTH,
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_SAFE_INTEGER,
  WHITESPACE_CHARACTERS,
  RELEASE_TYPES,
  SEMVER_SPEC_VERSION,
  FLAG_INCLUDE_PRERELEASE: 0b001,
  FLAG_LOOSE: 0b010,
}


/***/ }),

/***/ 1159:
/***/ ((module) => {



const debug = (
  typeof process === 'object' &&
  process.env &&
  process.env.NODE_DEBUG &&
  /\bsemver\b/i.test(process.env.NODE_DEBUG)
) ? (...args) => console.error('SEMVER', ...args)
  : () => {}

module.exports = debug


/***/ }),

/***/ 3348:
/***/ ((module) => {



const numeric = /^[0-9]+$/
const compareIdentifiers = (a, b) => {
  if (typeof a === 'number' && typeof b === 'number') {
    return a === b ? 0 : a < b ? -1 : 1
  }

  const anum = numeric.test(a)
  const bnum = numeric.test(b)

  if (anum && bnum) {
    a = +a
    b = +b
  }

  return a === b ? 0
    : (anum && !bnum) ? -1
    : (bnum && !anum) ? 1
    : a < b ? -1
    : 1
}

const rcompareIdentifiers = (a, b) => compareIdentifiers(b, a)

module.exports = {
  compareIdentifiers,
  rcompareIdentifiers,
}


/***/ }),

/***/ 356:
/***/ ((module) => {



// parse out just the options we care about
const looseOption = Object.freeze({ loose: true })
const emptyOpts = Object.freeze({ })
const parseOptions = options => {
  if (!options) {
    return emptyOpts
  }

  if (typeof options !== 'object') {
    return looseOption
  }

  return options
}
module.exports = parseOptions


/***/ }),

/***/ 5471:
/***/ ((module, exports, __nccwpck_require__) => {



const {
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_LENGTH,
} = __nccwpck_require__(5101)
const debug = __nccwpck_require__(1159)
exports = module.exports = {}

// The actual regexps go on exports.re
const re = exports.re = []
const safeRe = exports.safeRe = []
const src = exports.src = []
const safeSrc = exports.safeSrc = []
const t = exports.t = {}
let R = 0

const LETTERDASHNUMBER = '[a-zA-Z0-9-]'

// Replace some greedy regex tokens to prevent regex dos issues. These regex are
// used internally via the safeRe object since all inputs in this library get
// normalized first to trim and collapse all extra whitespace. The original
// regexes are exported for userland consumption and lower level usage. A
// future breaking change could export the safer regex only with a note that
// all input should have extra whitespace removed.
const safeRegexReplacements = [
  ['\\s', 1],
  ['\\d', MAX_LENGTH],
  [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH],
]

const makeSafeRegex = (value) => {
  for (const [token, max] of safeRegexReplacements) {
    value = value
      .split(`${token}*`).join(`${token}{0,${max}}`)
      .split(`${token}+`).join(`${token}{1,${max}}`)
  }
  return value
}

const createToken = (name, value, isGlobal) => {
  const safe = makeSafeRegex(value)
  const index = R++
  debug(name, index, value)
  t[name] = index
  src[index] = value
  safeSrc[index] = safe
  re[index] = new RegExp(value, isGlobal ? 'g' : undefined)
  safeRe[index] = new RegExp(safe, isGlobal ? 'g' : undefined)
}

// The following Regular Expressions can be used for tokenizing,
// validating, and parsing SemVer version strings.

// ## Numeric Identifier
// A single `0`, or a non-zero digit followed by zero or more digits.

createToken('NUMERICIDENTIFIER', '0|[1-9]\\d*')
createToken('NUMERICIDENTIFIERLOOSE', '\\d+')

// ## Non-numeric Identifier
// Zero or more digits, followed by a letter or hyphen, and then zero or
// more letters, digits, or hyphens.

createToken('NONNUMERICIDENTIFIER', `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`)

// ## Main Version
// Three dot-separated numeric identifiers.

createToken('MAINVERSION', `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})`)

createToken('MAINVERSIONLOOSE', `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version Identifier
// A numeric identifier, or a non-numeric identifier.
// Non-numeric identifiers include numeric identifiers but can be longer.
// Therefore non-numeric identifiers must go first.

createToken('PRERELEASEIDENTIFIER', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIER]})`)

createToken('PRERELEASEIDENTIFIERLOOSE', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version
// Hyphen, followed by one or more dot-separated pre-release version
// identifiers.

createToken('PRERELEASE', `(?:-(${src[t.PRERELEASEIDENTIFIER]
}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`)

createToken('PRERELEASELOOSE', `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]
}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`)

// ## Build Metadata Identifier
// Any combination of digits, letters, or hyphens.

createToken('BUILDIDENTIFIER', `${LETTERDASHNUMBER}+`)

// ## Build Metadata
// Plus sign, followed by one or more period-separated build metadata
// identifiers.

createToken('BUILD', `(?:\\+(${src[t.BUILDIDENTIFIER]
}(?:\\.${src[t.BUILDIDENTIFIER]})*))`)

// ## Full Version String
// A main version, followed optionally by a pre-release version and
// build metadata.

// Note that the only major, minor, patch, and pre-release sections of
// the version string are capturing groups.  The build metadata is not a
// capturing group, because it should not ever be used in version
// comparison.

createToken('FULLPLAIN', `v?${src[t.MAINVERSION]
}${src[t.PRERELEASE]}?${
  src[t.BUILD]}?`)

createToken('FULL', `^${src[t.FULLPLAIN]}$`)

// like full, but allows v1.2.3 and =1.2.3, which people do sometimes.
// also, 1.0.0alpha1 (prerelease without the hyphen) which is pretty
// common in the npm registry.
createToken('LOOSEPLAIN', `[v=\\s]*${src[t.MAINVERSIONLOOSE]
}${src[t.PRERELEASELOOSE]}?${
  src[t.BUILD]}?`)

createToken('LOOSE', `^${src[t.LOOSEPLAIN]}$`)

createToken('GTLT', '((?:<|>)?=?)')

// Something like "2.*" or "1.2.x".
// Note that "x.x" is a valid xRange identifier, meaning "any version"
// Only the first item is strictly required.
createToken('XRANGEIDENTIFIERLOOSE', `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`)
createToken('XRANGEIDENTIFIER', `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`)

createToken('XRANGEPLAIN', `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:${src[t.PRERELEASE]})?${
                     src[t.BUILD]}?` +
                   `)?)?`)

createToken('XRANGEPLAINLOOSE', `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:${src[t.PRERELEASELOOSE]})?${
                          src[t.BUILD]}?` +
                        `)?)?`)

createToken('XRANGE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`)
createToken('XRANGELOOSE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`)

// Coercion.
// Extract anything that could conceivably be a part of a valid semver
createToken('COERCEPLAIN', `${'(^|[^\\d])' +
              '(\\d{1,'}${MAX_SAFE_COMPONENT_LENGTH}})` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`)
createToken('COERCE', `${src[t.COERCEPLAIN]}(?:$|[^\\d])`)
createToken('COERCEFULL', src[t.COERCEPLAIN] +
              `(?:${src[t.PRERELEASE]})?` +
              `(?:${src[t.BUILD]})?` +
              `(?:$|[^\\d])`)
createToken('COERCERTL', src[t.COERCE], true)
createToken('COERCERTLFULL', src[t.COERCEFULL], true)

// Tilde ranges.
// Meaning is "reasonably at or greater than"
createToken('LONETILDE', '(?:~>?)')

createToken('TILDETRIM', `(\\s*)${src[t.LONETILDE]}\\s+`, true)
exports.tildeTrimReplace = '$1~'

createToken('TILDE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`)
createToken('TILDELOOSE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`)

// Caret ranges.
// Meaning is "at least and backwards compatible with"
createToken('LONECARET', '(?:\\^)')

createToken('CARETTRIM', `(\\s*)${src[t.LONECARET]}\\s+`, true)
exports.caretTrimReplace = '$1^'

createToken('CARET', `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`)
createToken('CARETLOOSE', `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`)

// A simple gt/lt/eq thing, or just "" to indicate "any version"
createToken('COMPARATORLOOSE', `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`)
createToken('COMPARATOR', `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`)

// An expression to strip any whitespace between the gtlt and the thing
// it modifies, so that `> 1.2.3` ==> `>1.2.3`
createToken('COMPARATORTRIM', `(\\s*)${src[t.GTLT]
}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true)
exports.comparatorTrimReplace = '$1$2$3'

// Something like `1.2.3 - 1.2.4`
// Note that these all use the loose form, because they'll be
// checked against either the strict or loose comparator form
// later.
createToken('HYPHENRANGE', `^\\s*(${src[t.XRANGEPLAIN]})` +
                   `\\s+-\\s+` +
                   `(${src[t.XRANGEPLAIN]})` +
                   `\\s*$`)

createToken('HYPHENRANGELOOSE', `^\\s*(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s+-\\s+` +
                        `(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s*$`)

// Star ranges basically just allow anything at all.
createToken('STAR', '(<|>)?=?\\s*\\*')
// >=0.0.0 is like a star
createToken('GTE0', '^\\s*>=\\s*0\\.0\\.0\\s*$')
createToken('GTE0PRE', '^\\s*>=\\s*0\\.0\\.0-0\\s*$')


/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 9069:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1357);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9814);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3411);
/** The terminal: the one place where the command line meets the process. */



const terminal = {
    out: text => process.stdout.write(text),
    error: text => process.stderr.write(text),
    colour: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
    watched: process.stderr.isTTY === true,
    now: () => performance.now()
};
// A reader that has seen enough (`| head`) closes the pipe: that is no error of ours.
process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE')
        throw error;
    process.exit();
});
try {
    process.exitCode = await (0,_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)(process.argv.slice(2), _version_js__WEBPACK_IMPORTED_MODULE_2__/* .version */ .r, terminal);
}
catch (error) {
    process.exitCode = 3;
    if (error instanceof _model_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .xL)
        process.stderr.write(`bound-token-check: ${error.message}\n`);
    else {
        const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
        process.stderr.write(`bound-token-check failed, which is a defect of its own; please report it:\n${detail}\n`);
    }
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 1357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// UNUSED EXPORTS: help

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
// EXTERNAL MODULE: ./lib/model.js
var model = __nccwpck_require__(9814);
// EXTERNAL MODULE: ./lib/policy/conclude.js
var conclude = __nccwpck_require__(7741);
;// CONCATENATED MODULE: ./lib/reporters/phrases.js
/** The words of every report: one row per verdict, reason, gap and level, and the headline. Every reporter speaks from here. */

/** The name under which every report goes. */
const TOOL = 'Bound Token Check';
/** The most packages of a chain that are shown; real chains are shorter. */
const LONGEST_CHAIN = 8;
/** The words of each verdict. */
const VERDICTS = {
    'sends-no-token': {
        label: 'sends no token',
        sentence: 'The client sends no credentials at all from inside a cluster, so every request is refused.',
        one: 'sends no service-account token at all',
        many: 'send no service-account token at all',
        shortOne: 'sends no token',
        shortMany: 'send no token'
    },
    'cannot-reload': {
        label: 'cannot reload',
        sentence: 'The client reads the service-account token once and keeps it; when that token ends, the API server answers 401.',
        one: 'cannot reload bound service-account tokens',
        many: 'cannot reload bound service-account tokens',
        shortOne: 'cannot reload',
        shortMany: 'cannot reload'
    },
    'below-minimum': {
        label: 'below minimum',
        sentence: 'The version is below the lowest one that the vendor documents name, although its code reloads the token.',
        one: 'is below the documented minimum version',
        many: 'are below the documented minimum version',
        shortOne: 'is below the minimum',
        shortMany: 'are below the minimum'
    },
    'reloads-late': {
        label: 'reloads late',
        sentence: 'The client reads the token again only after a 401, after some minutes, or with an option set.',
        one: 'reloads the token late',
        many: 'reload the token late',
        shortOne: 'reloads late',
        shortMany: 'reload late'
    },
    unknown: {
        label: 'unknown',
        sentence: 'Whether the client reloads the token cannot be told from this file.',
        one: 'cannot be judged',
        many: 'cannot be judged',
        shortOne: 'is unknown',
        shortMany: 'are unknown'
    },
    reloads: {
        label: 'reloads',
        sentence: 'The client reads the token again before it ends.',
        one: 'reloads bound service-account tokens',
        many: 'reload bound service-account tokens',
        shortOne: 'reloads',
        shortMany: 'reload'
    }
};
/** From bad to good, which is also the order of telling. */
const VERDICT_ORDER = [
    'sends-no-token',
    'cannot-reload',
    'below-minimum',
    'reloads-late',
    'unknown',
    'reloads'
];
const BROKEN = new Set(['sends-no-token', 'cannot-reload', 'below-minimum']);
/** Why something is unknown. */
const REASONS = {
    'open-range': {
        label: 'open range',
        sentence: 'The range allows versions that reload and versions that do not, and no lockfile says which one is used.'
    },
    source: {
        label: 'not from a registry',
        sentence: 'The package comes from git, a folder or an address, so no release stands for it.'
    },
    placeholder: {
        label: 'unresolved placeholder',
        sentence: 'The version is a variable or a property that this file does not define.'
    },
    fork: {
        label: 'fork',
        sentence: 'A fork stands in for the client, and releases of the original say nothing about it.'
    },
    'not-a-version': { label: 'not a version', sentence: 'The text is no version in this ecosystem.' },
    'no-version': {
        label: 'no version',
        sentence: 'The file names the package without a version, and no lockfile says which one is used.'
    },
    'not-examined': { label: 'not examined', sentence: 'Nobody has looked at what this version does.' },
    'never-released': { label: 'never released', sentence: 'No release carries this version.' },
    'moving-version': {
        label: 'moving version',
        sentence: 'The text names something that changes, such as a branch or a snapshot.'
    },
    'no-loader': {
        label: 'no token loader',
        sentence: 'The package reads no token itself; whatever hands it one decides.'
    }
};
/** The words of each kind of gap. */
const GAPS = {
    'unreadable-file': {
        label: 'unreadable file',
        sentence: 'The file could not be opened, or is no text.',
        marker: { text: 'GAP', markdown: '❓' }
    },
    'unparseable-file': {
        label: 'unparseable file',
        sentence: 'From this place on the file breaks the rules of its format.',
        marker: { text: 'GAP', markdown: '❓' }
    },
    'unrecognised-entry': {
        label: 'unrecognised entry',
        sentence: 'One entry has a form that is not known; the rest of the file was read.',
        marker: { text: 'GAP', markdown: '❓' }
    },
    'absent-file': {
        label: 'absent file',
        sentence: 'Something names this file, and it is not in the scanned folder. That alone makes no scan incomplete.',
        marker: { text: 'NOTE', markdown: 'ℹ️' }
    }
};
/** The words of each level. */
const phrases_LEVELS = {
    error: {
        label: 'error',
        sentence: 'Breaks, or breaks the documented rule.',
        marker: { text: 'ERROR', markdown: '❌' }
    },
    warning: {
        label: 'warning',
        sentence: 'Works only under conditions, or could not be judged.',
        marker: { text: 'WARN', markdown: '⚠️' }
    },
    notice: { label: 'notice', sentence: 'Worth knowing.', marker: { text: 'NOTE', markdown: 'ℹ️' } },
    pass: { label: 'pass', sentence: 'Nothing to do.', marker: { text: 'OK', markdown: '✅' } }
};
/** How sure a piece of evidence is, as words that follow it in brackets. */
const PROOFS = {
    executed: 'seen by running it',
    source: 'read in its source',
    documented: 'documented',
    unsure: 'not certain'
};
/** Where the version of a finding comes from, before its place. */
const ORIGINS = { manifest: 'stated in', lockfile: 'resolved in' };
/** Why the whole thing matters, for somebody who meets the tool in a pull request. */
const WHY = 'A bound service-account token lives for about an hour and is then replaced in its file. A client that read it once gets 401 as soon as the cluster stops accepting the old one.';
/** What the documented minimums mean, and what no verdict says. */
const MINIMUMS = 'A minimum is the lowest version that the vendor documents name for a client; what the released code was seen to do counts as well. The verdict is about the library: a program that copies the token out of it defeats any version.';
/** "1 file" or "2 files"; `many` is the singular with an s unless given. */
function count(number, one, many = `${one}s`) {
    return `${number} ${number === 1 ? one : many}`;
}
/** A chain of packages with arrows between them; the middle of a long one is only counted. */
function chainText(chain, quote) {
    const texts = chain.map(link => quote(linkText(link)));
    const left = chain.length - LONGEST_CHAIN;
    if (left <= 0)
        return texts.join(' → ');
    const half = LONGEST_CHAIN / 2;
    return [...texts.slice(0, half), `${left} more`, ...texts.slice(-half)].join(' → ');
}
/** A package of a chain: its name and, where the file gives one, its version. */
function linkText({ name, version }) {
    return version === '' ? name : `${name} ${version}`;
}
/** What is known of who asked for it where nobody is known to have, and where the file does not tell what brings it in. */
function indirectText({ dependency, why }, quote) {
    const { direct, chain } = dependency;
    if (chain)
        return undefined;
    const tells = why === undefined ? '' : `; ${quote(why)} tells which`;
    if (direct === false)
        return `another package brings it in${tells}`;
    return why === undefined ? undefined : `where no manifest names it, another package brings it in${tells}`;
}
/** The version that helps: of the client, or of the package that brings it in; undefined where there is none. */
function targetText({ version, through }, quote) {
    if (through)
        return `${quote(through.name)} ${quote(through.version)} or newer, which brings a client that passes`;
    return version === undefined ? undefined : `${quote(version)} or newer`;
}
/** What else is to be said of a finding, a sentence each. `quote` makes the repository's texts fit for the channel. */
function remarks(finding, quote) {
    const { alias, replacement, direct, chain } = finding.dependency;
    const indirect = indirectText(finding, quote);
    return [
        ...(alias === undefined ? [] : [`It is installed as ${quote(alias)}.`]),
        ...(replacement === undefined ? [] : [`${quote(replacement)} stands in for it.`]),
        ...(chain ? [origin(chain, quote)] : []),
        ...(indirect === undefined ? [] : [`${direct === false ? `It is indirect: ${indirect}` : upperFirst(indirect)}.`])
    ];
}
function origin([first, ...others], quote) {
    const between = others.slice(0, -1);
    const through = between.length === 0 ? '' : `, through ${chainText(between, quote)}`;
    return `It is brought in by ${first ? quote(linkText(first)) : ''}, which the project asks for${through}.`;
}
/** A verdict's label, with the reason where there is one: `unknown (open range)`. */
function verdictLabel({ verdict }) {
    const { label } = VERDICTS[verdict.kind];
    return verdict.reason === undefined ? label : `${label} (${REASONS[verdict.reason].label})`;
}
/** The whole report in one sentence that holds nothing from the repository. */
function headline(report, conclusion) {
    const judged = judgement(report, conclusion);
    const gaps = unread(report);
    if (gaps === 0)
        return `${judged}.`;
    const unreadPlaces = `${count(gaps, 'place')} could not be read`;
    if (conclusion.verdict === 'incomplete')
        return `Incomplete: ${unreadPlaces}; ${lowerFirst(judged)}.`;
    return `${judged}; ${unreadPlaces}.`;
}
/** How the job ends, and which setting says so, where the headline alone would leave that open; else undefined. */
function outcome(report, conclusion) {
    const { verdict, failOn, counts: numbers } = conclusion;
    if (verdict === 'incomplete')
        return 'The check fails, because what could not be read may name a client that breaks.';
    if (verdict === 'failed') {
        return numbers.error > 0
            ? undefined
            : `The check fails, because findings of the level ${failOn} are set to fail it.`;
    }
    const loud = numbers.error > 0 || unread(report) > 0;
    return loud ? 'The check passes all the same: its settings say so.' : undefined;
}
function unread({ gaps }) {
    return gaps.filter(model/* leavesUnread */.K9).length;
}
function judgement(report, conclusion) {
    const { error, warning, notice, pass } = conclusion.counts;
    const total = error + warning + notice + pass;
    if (total === 0)
        return nothing(report);
    const told = report.findings.filter(finding => (0,model/* counts */.tQ)(finding) && finding.level !== 'pass');
    const kinds = VERDICT_ORDER.flatMap(kind => {
        const number = told.filter(finding => finding.verdict.kind === kind).length;
        return number === 0 ? [] : [{ kind, number }];
    });
    const broken = kinds.filter(({ kind }) => BROKEN.has(kind));
    const doubtful = kinds.filter(({ kind }) => !BROKEN.has(kind));
    if (broken.length === 0) {
        if (doubtful.length === 0) {
            if (total === 1)
                return `The only Kubernetes client ${VERDICTS.reloads.one}`;
            return `${total === 2 ? 'Both' : `All ${total}`} Kubernetes clients ${VERDICTS.reloads.many}`;
        }
        return sentence(doubtful, total, 'needs a look', 'need a look');
    }
    const first = sentence(broken, total, 'fails the bound-token check', 'fail the bound-token check');
    const more = sum(doubtful);
    return more === 0 ? first : `${first}; ${more} more ${more === 1 ? 'needs' : 'need'} a look`;
}
function sentence(kinds, total, one, many) {
    const number = sum(kinds);
    const subject = total === 1 ? 'The only Kubernetes client' : `${number} of ${total} Kubernetes clients`;
    const singular = number === 1;
    const [only, ...others] = kinds;
    if (only && others.length === 0)
        return `${subject} ${singular ? VERDICTS[only.kind].one : VERDICTS[only.kind].many}`;
    const parts = kinds.map(({ kind, number }) => `${number} ${number === 1 ? VERDICTS[kind].shortOne : VERDICTS[kind].shortMany}`);
    return `${subject} ${singular ? one : many}: ${parts.join(', ')}`;
}
function sum(kinds) {
    return kinds.reduce((total, { number }) => total + number, 0);
}
function nothing({ coverage, findings }) {
    const files = count(coverage.listed, 'listed file');
    if (coverage.listed === 0)
        return 'Nothing to scan: no file was found';
    if (findings.length > 0)
        return 'No Kubernetes client stands for itself: other files settle all that were found';
    if (coverage.claimed === 0)
        return `No Kubernetes client was found: ${coverage.listed === 1 ? 'the only listed file is no dependency file' : `none of the ${files} is a dependency file`}`;
    return `No Kubernetes client was found in ${count(coverage.claimed, 'dependency file')} (${files} in all)`;
}
/** What became of the files, as a sum that adds up. */
function coverageSentence({ coverage }) {
    const { source, listed, excluded, claimed, unmentioned, read, failed } = coverage;
    const out = Object.values(excluded).reduce((total, number) => total + number, 0);
    const found = `${count(listed, 'file')} ${source === 'git' ? 'listed by git' : 'found in the folder'}`;
    const files = out === 0 ? found : `${found}, ${out} left out by default`;
    if (claimed === 0)
        return `${files}; no dependency file.`;
    return `${files}; ${count(claimed, 'dependency file')}: ${unmentioned} without a client, ${read} read in full, ${failed} with gaps.`;
}
function upperFirst(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
function lowerFirst(text) {
    return text.charAt(0).toLowerCase() + text.slice(1);
}
/** The headline of a comment that once told of findings, when there are none any more. */
function phrases_resolvedHeadline(report, conclusion) {
    return `Resolved: ${lowerFirst(headline(report, conclusion))}`;
}

;// CONCATENATED MODULE: ./lib/reporters/visible.js
/** The one way for text from the repository into anything people read: nothing in it can act, hide or grow. */
/** How many characters of a name, a version or a path are shown unless the place of use says otherwise. */
const USUAL_LENGTH = 120;
// What is not seen or moves other text: controls with every line end, lone surrogates, private use, bidi and zero-width
// characters, fillers, odd spaces, and from the third mark on one letter the marks that pile up over the lines around.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}|(?<=\p{M}{2})\p{M}/gu;
// The runner obeys `##[command]` anywhere in a line of the log and `::command::` at its start, blanks before it included.
// https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
const OLD_COMMAND = /(?<=##)\[/g;
const COMMAND = /^( *):(?=:)/;
/** An HTML comment would hide what follows it, and could pass for the marker of our own comment. */
const COMMENT = /(?<=<)!(?=--)/g;
const BLANK = /^ +$/;
/**
 * Makes text from the repository safe to show: what cannot be seen becomes an escape such as `\u{202e}`, what a machine
 * would obey is broken by one, and what is longer than `most` (UTF-16 code units) loses its middle to an ellipsis.
 */
function visible(text, most = USUAL_LENGTH) {
    const escaped = shorten(text, most)
        .replace(UNSEEN, escapes)
        .replace(OLD_COMMAND, escapes)
        .replace(COMMENT, escapes)
        .replace(COMMAND, '$1\\u{3a}')
        .replace(BLANK, escapes);
    return shorten(escaped, most);
}
/** Cuts the middle out of a text longer than `most`: both ends tell more of a path or an address than its middle. */
function shorten(text, most) {
    if (text.length <= most)
        return text;
    const tail = Math.floor((most - 1) / 2);
    const head = most - 1 - tail;
    return `${start(text, head)}…${end(text, tail)}`;
}
/** The first `length` code units, less one where that would cut a surrogate pair. */
function start(text, length) {
    return text.slice(0, isHighSurrogate(text.charCodeAt(length - 1)) ? length - 1 : length);
}
function end(text, length) {
    const from = text.length - length;
    return text.slice(isHighSurrogate(text.charCodeAt(from - 1)) ? from + 1 : from);
}
function isHighSurrogate(unit) {
    return unit >= 0xd8_00 && unit <= 0xdb_ff;
}
function escapes(characters) {
    return Array.from(characters, character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`).join('');
}

;// CONCATENATED MODULE: ./lib/reporters/rank.js
/** Which finding is told first, and at which of its places. */



/**
 * The findings that stand for themselves: by level, then by verdict, both from bad to good, then what somebody asked for
 * before what came along, then by place.
 */
function ranked(findings) {
    return findings
        .filter(model/* counts */.tQ)
        .toSorted((a, b) => model/* SEVERITY */.C$[b.level] - model/* SEVERITY */.C$[a.level] ||
        VERDICT_ORDER.indexOf(a.verdict.kind) - VERDICT_ORDER.indexOf(b.verdict.kind) ||
        directRank(a.dependency) - directRank(b.dependency) ||
        (0,model/* comparePlaces */.ig)(editPlace(a), editPlace(b)) ||
        (0,model/* comparePlaces */.ig)(a.dependency.place, b.dependency.place));
}
/**
 * The line a person would edit: the manifest's where a lockfile decides, since lockfiles are written by machines and
 * their diffs are folded away; the property's or catalog's where one carries the version.
 */
function editPlace({ dependency, declaredAt }) {
    return declaredAt[0] ?? dependency.place;
}
/** Whether two places are the same line, which is all that a reader sees of them. */
function sameLine(a, b) {
    return a.path === b.path && a.line === b.line;
}
/** The further places that a report of this finding names, without those on the line of `editPlace`. */
function otherPlaces(finding) {
    const { dependency, declaredAt } = finding;
    const shown = editPlace(finding);
    const { place, usedAt, repeatedAt } = dependency;
    return {
        ...(sameLine(place, shown) ? {} : { resolved: place }),
        ...(usedAt === undefined || sameLine(usedAt, shown) ? {} : { used: usedAt }),
        declared: declaredAt.filter(declared => !sameLine(declared, shown)),
        repeated: repeatedAt.length
    };
}
/** The requirement as the file writes it; `''` where it writes none. Hostile text. */
function requirementText({ requirement }) {
    return requirement.kind === 'none' ? '' : requirement.text;
}
/** A path as people read it; `.` for the scanned folder itself, of which a gap may speak. */
function pathText(path, most) {
    return path === '' ? '.' : visible(path, most);
}
function directRank({ direct }) {
    if (direct === undefined)
        return 1;
    return direct ? 0 : 2;
}

;// CONCATENATED MODULE: ./lib/reporters/json.js
/**
 * The report as JSON, for programs: a form of its own with a version, described by json.schema.json, and not the
 * model's. Names may be added under the same `schema`; one that changes or goes asks for the next number.
 */


/** The version of the form. */
const SCHEMA = 1;
// What a terminal or the runner's log might obey, or what cannot be seen. As an escape it is the same JSON.
const LIVELY = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const LINE_ENDS = /\n/;
const json_OLD_COMMAND = /##\[/g;
/** The report as JSON, for `--format json`. */
const json = {
    name: 'json',
    render: (report, conclusion) => `${jsonText(formOf(report, conclusion), 2)}\n`
};
/** A value as JSON text that is safe to print: invisible characters and what the runner would obey are escaped. */
function jsonText(value, indent) {
    const lines = JSON.stringify(value, undefined, indent).split(LINE_ENDS);
    return lines.map(line => line.replace(LIVELY, json_escapes).replace(json_OLD_COMMAND, '#\\u0023[')).join('\n');
}
/** Path, line and column, as every form of JSON here names them. */
function placeForm({ path, line, column }) {
    return { path, line, column };
}
/** What the file says of a package, as every form of JSON here names it. */
function dependencyForm(dependency) {
    const { ecosystem, format, name, requirement, origin, direct, alias, replacement, chain } = dependency;
    return {
        ecosystem,
        format,
        name,
        requirement: requirementText(dependency),
        kind: requirement.kind,
        origin,
        ...(direct === undefined ? {} : { direct }),
        ...(alias === undefined ? {} : { alias }),
        ...(replacement === undefined ? {} : { replacement }),
        ...(chain === undefined ? {} : { chain: chain.map(linkText) })
    };
}
function formOf(report, { verdict, exitCode, failOn, counts }) {
    const { source, listed, excluded, claimed, unmentioned, read, failed } = report.coverage;
    return {
        schema: SCHEMA,
        tool: { name: 'bound-token-check' },
        conclusion: {
            verdict,
            exitCode,
            failOn,
            counts: {
                error: counts.error,
                warning: counts.warning,
                notice: counts.notice,
                pass: counts.pass,
                settled: counts.settled,
                gap: counts.gap
            }
        },
        findings: report.findings.map(findingForm),
        gaps: report.gaps.map(gapForm),
        coverage: { source, listed, excluded: { ...excluded }, claimed, unmentioned, read, failed }
    };
}
function findingForm({ dependency, verdict, level, settledBy, declaredAt, why }) {
    const { requirement, usedAt, repeatedAt } = dependency;
    const { kind, reason, because, observed, minimum, evidence, fix } = verdict;
    return {
        ...placeForm(dependency.place),
        ...dependencyForm(dependency),
        ...(requirement.kind === 'source' ? sourceForm(requirement) : {}),
        ...(usedAt ? { usedAt: placeForm(usedAt) } : {}),
        repeatedAt: repeatedAt.map(placeForm),
        declaredAt: declaredAt.map(placeForm),
        ...(settledBy ? { settledBy: placeForm(settledBy) } : {}),
        ...(why === undefined ? {} : { why }),
        level,
        verdict: kind,
        ...(reason === undefined ? {} : { reason }),
        because,
        observed,
        ...(minimum === undefined ? {} : { minimum }),
        evidence: evidence.map(({ text, url, proof }) => ({ text, url, proof })),
        ...(fix
            ? {
                fix: {
                    ...(fix.version === undefined ? {} : { version: fix.version }),
                    commands: [...fix.commands],
                    ...(fix.through ? { through: { name: fix.through.name, version: fix.through.version } } : {}),
                    ...(fix.advice === undefined ? {} : { advice: fix.advice })
                }
            }
            : {})
    };
}
function sourceForm({ url, revision, branch }) {
    return {
        source: {
            ...(url === undefined ? {} : { url }),
            ...(revision === undefined ? {} : { revision }),
            ...(branch === undefined ? {} : { branch })
        }
    };
}
function gapForm({ kind, place, detail }) {
    return { gap: kind, ...placeForm(place), detail };
}
function json_escapes(characters) {
    let result = '';
    for (let at = 0; at < characters.length; at++)
        result += `\\u${characters.charCodeAt(at).toString(16).padStart(4, '0')}`;
    return result;
}

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: ./lib/reporters/limits.js
/** How much each channel takes: every limit of an output, in one place. */
/** Characters of a pull-request comment; GitHub answers 422 above it. */
const limits_COMMENT_LIMIT = 65_536;
/** Bytes of one step's job summary. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits */
const limits_SUMMARY_LIMIT = 1_048_576;
/** Characters of a check run's summary and of its text. */
const CHECK_TEXT_LIMIT = 65_535;
/** Characters of an annotation's message, after which the runner cuts; the Checks API takes more (64 KB). */
const ANNOTATION_MESSAGE_LIMIT = 4_096;
/** Characters of an annotation's title. https://docs.github.com/en/rest/checks/runs */
const ANNOTATION_TITLE_LIMIT = 255;
/** Annotations of one level that the runner keeps for one step, when they come as workflow commands. */
const COMMANDS_PER_LEVEL = 10;
/** Annotations of one request to the Checks API; further requests append. */
const ANNOTATIONS_PER_REQUEST = 50;
/** The share of a limit that stays free, since GitHub does not say how it counts characters outside the basic plane. */
const MARGIN = 1 / 64;

;// CONCATENATED MODULE: ./lib/reporters/markup.js
/** The pieces of Markdown that hold foreign text: code spans, code blocks, links, and our own sentences made inert. */

const BACKTICKS = /`+/g;
const CODE_SPAN = /(`[^`]+`)/;
const WORDS = /(\s+)/;
const AFTER_WORD = /[.,;:!?)]*$/;
/**
 * What GitHub would make a mention, a reference, a link, a symbol or a commit of, even out of escaped characters:
 * it looks at the finished page, and leaves only code alone.
 * https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 */
const markup_LIVELY = /[@#]|:\/\/|www\.|\bGH-\d|:[\w+-]+:|\b[\da-f]{7,40}\b/i;
const PUNCTUATION = /[\\*_[\]<>&|~$`]/g;
/** What would begin a list, a rule or a heading's underline if it stood first. */
const BLOCK_START = /^(?<number>\d*)(?<sign>[-+=.)])/;
// Everything but what RFC 3986 allows in an address, and the parentheses, which would end a Markdown link.
const UNSAFE_IN_LINK = /[^\w\-.~:/?#@!$&*+,;=%]/gu;
/** Browsers take more; but a path of thousands of characters must not fill the page. */
const LONGEST_ADDRESS = 2_000;
const WEB = /^https?:\/\//i;
const CONVERSATION = /^https:\/\/github\.com\/(?=[^/]+\/[^/]+\/(?:pull|issues|discussions)\/)/;
/**
 * The one way for text from the repository into Markdown: a code span that nothing in the text can end or leave. A
 * longer fence would let a backtick in, but renderers read such spans in different ways inside a link.
 */
function code(text, { table = false, most = USUAL_LENGTH } = {}) {
    const seen = visible(text, most).replaceAll('`', '\\u{60}');
    if (seen === '')
        return '`""`';
    const inner = table ? inCell(seen) : seen;
    // A space at both ends is taken for padding.
    const pad = inner.startsWith(' ') && inner.endsWith(' ') ? ' ' : '';
    return `\`${pad}${inner}${pad}\``;
}
/** Lines of code as a block that nothing in them can end. */
function codeBlock(lines) {
    const seen = lines.map(line => visible(line, 2_000));
    const fence = '`'.repeat(Math.max(3, longestRun(seen.join('\n')) + 1));
    return [fence, ...seen, fence].join('\n');
}
/**
 * One of our own sentences, in which package names may stand: Markdown's signs are escaped, and words that GitHub would
 * bring to life (`@kubernetes/client-node`, `owner/repository#191`) become code. Backticks in pairs stay code.
 */
function prose(text, { table = false, most = 2_000 } = {}) {
    const parts = visible(text, most).split(CODE_SPAN);
    return parts
        .map((part, index) => (index % 2 === 1 ? code(part.slice(1, -1), { table, most }) : inert(part, table)))
        .join('')
        .replace(BLOCK_START, '$<number>\\$<sign>');
}
/** A link around a piece of Markdown made here; the piece alone where the address is none of the web, or endless. */
function markup_link(piece, address) {
    if (address === undefined || address.length > LONGEST_ADDRESS || !WEB.test(address))
        return piece;
    // A plain link to somebody else's pull request would leave a note there, one for each of our comments.
    // https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls#avoiding-backlinks-to-linked-references
    const quiet = address.replace(CONVERSATION, 'https://redirect.github.com/');
    return `[${piece}](${quiet.replace(UNSAFE_IN_LINK, percentEncode)})`;
}
/** A table with one column per heading; no rows, no table. Cells hold pieces made for tables. */
function table(headings, rows) {
    if (rows.length === 0)
        return '';
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}
/** A folded part: `summary` is ours. Blank lines around the body, or GitHub takes it for HTML. */
function folded(summary, body) {
    return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
function inert(text, inTable) {
    const words = text.split(WORDS);
    return words.map((word, index) => (index % 2 === 1 ? ' ' : inertWord(word, inTable))).join('');
}
function inertWord(word, inTable) {
    const tail = AFTER_WORD.exec(word)?.[0] ?? '';
    const opening = word.startsWith('(') ? '(' : '';
    const core = word.slice(opening.length, word.length - tail.length);
    if (core !== '' && markup_LIVELY.test(core))
        return `${opening}${code(core, { table: inTable, most: core.length })}${tail}`;
    return word.replace(PUNCTUATION, '\\$&');
}
/** `\|` is a pipe inside a cell; a backslash before it would be read in two ways by different renderers, so it goes. */
function inCell(text) {
    return text.replace(/\\(?=\|)/g, '\\u{5c}').replaceAll('|', '\\|');
}
function longestRun(text) {
    return Math.max(0, ...Array.from(text.matchAll(BACKTICKS), ([run]) => run.length));
}
function percentEncode(character) {
    return Array.from(new TextEncoder().encode(character), byte => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

;// CONCATENATED MODULE: ./lib/reporters/markdown.js
/** The report as GitHub-flavoured Markdown: the pull-request comment, the job summary, and `--format markdown`. */






// No row of a table and no explanation is shorter than this many bytes: more of them than fit need not be rendered.
const SHORTEST_ROW = 32;
const LONGEST_KEY = 100;
const MOST_PLACES = 5;
const MOST_EVIDENCE = 5;
const MOST_DELIVERIES = 20;
const PLACE_LENGTH = 100;
const DETAIL_LENGTH = 300;
/** The report as Markdown, whole unless the context sets a limit. */
const markdown = {
    name: 'markdown',
    render: (report, conclusion, context) => markdown_document(page(report, conclusion, context, Number.POSITIVE_INFINITY, 'the JSON report'))
};
/** The hidden line by which a comment is found again: the same for the same key, and inert whatever the key holds. */
function commentMarker(key) {
    const short = key.length <= LONGEST_KEY ? key : createHash('sha256').update(key).digest('hex');
    // Two hyphens or a `>` would end the HTML comment.
    const inert = Array.from(new TextEncoder().encode(short), byte => {
        const character = String.fromCharCode(byte);
        return /[A-Za-z0-9._]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    });
    return `<!-- bound-token-check:${inert.join('')} -->`;
}
/** The pull-request comment. Marker and footer are inside the limit. */
function renderComment(report, conclusion, context) {
    const marker = commentMarker(context.key);
    return markdown_document({ ...page(report, conclusion, context, COMMENT_LIMIT, 'the job summary'), marker });
}
/** The job summary. */
function renderSummary(report, conclusion, context) {
    return markdown_document(page(report, conclusion, context, SUMMARY_LIMIT, 'the log'));
}
/** What an existing comment becomes when nothing is left to tell. */
function renderResolved(report, conclusion, context) {
    const heading = `### ${LEVELS.pass.marker.markdown} ${withoutDot(resolvedHeadline(report, conclusion))}`;
    return `${commentMarker(context.key)}\n${[heading, footer(report)].join('\n\n')}\n`;
}
function page(report, conclusion, context, limit, elsewhere) {
    const most = context.limit ?? limit;
    const { name, url } = context.elsewhere ?? { name: elsewhere, url: undefined };
    return {
        report,
        conclusion,
        context,
        marker: '',
        budget: Math.floor(most * (1 - MARGIN)),
        elsewhere: markup_link(prose(name), url)
    };
}
/** The fullest document that fits: first the lists go, then explanations, then rows, then all but the headline. */
function markdown_document(page) {
    const { report, budget } = page;
    const told = ranked(report.findings);
    const troubled = told.filter(finding => finding.level !== 'pass');
    const mostRows = Math.min(report.findings.length, Math.floor(budget / SHORTEST_ROW));
    const parts = {
        troubled,
        rows: troubled.slice(0, mostRows).map(finding => troubleRow(finding, page)),
        groups: groupsOf(troubled.slice(0, mostRows)),
        passing: told.slice(troubled.length).slice(0, mostRows),
        settled: report.findings.filter(finding => !(0,model/* counts */.tQ)(finding)).slice(0, mostRows)
    };
    const explanations = parts.groups.map(group => ({ level: group[0].level, text: explanation(group, page) }));
    const whole = {
        rows: Number.POSITIVE_INFINITY,
        explanations: Number.POSITIVE_INFINITY,
        gaps: mostGaps(page),
        lists: true
    };
    const fits = (plan) => size(assemble(plan)) <= budget;
    if (fits(whole))
        return assemble(whole);
    const unlisted = { ...whole, gaps: Math.min(20, whole.gaps), lists: false };
    if (fits(unlisted))
        return assemble(unlisted);
    const few = Math.min(3, explanations.length);
    const explained = most(few, explanations.length, number => fits({ ...unlisted, explanations: number }));
    if (explained !== undefined)
        return assemble({ ...unlisted, explanations: explained });
    for (const plan of [few, 1, 0].map(number => ({
        ...unlisted,
        gaps: Math.min(5, unlisted.gaps),
        explanations: number
    }))) {
        const rows = most(1, parts.rows.length, number => fits({ ...plan, rows: number }));
        if (rows !== undefined)
            return assemble({ ...plan, rows });
    }
    const bare = { rows: 0, explanations: 0, gaps: 0, lists: false };
    return fits(bare) ? assemble(bare) : cut([page.marker, heading(page)].filter(text => text !== '').join('\n'), budget);
    function assemble(plan) {
        const { context, conclusion } = page;
        const rows = parts.rows.slice(0, plan.rows);
        const shown = explanations.slice(0, plan.explanations);
        const errors = shown.filter(({ level }) => level === 'error');
        const others = shown.filter(({ level }) => level !== 'error');
        const body = [
            heading(page),
            outcome(report, conclusion) ?? '',
            rows.length > 0 ? intro(troubled) : '',
            table(['', 'Package', 'Version', 'Verdict', 'Use at least', 'Where'], rows),
            rows.length < troubled.length
                ? `And ${count(troubled.length - rows.length, 'more finding')}: see ${page.elsewhere}.`
                : '',
            ...errors.map(({ text }) => text),
            others.length === 0
                ? ''
                : folded(`${othersTitle(others)}: why, and what to do`, others.map(({ text }) => text).join('\n\n')),
            rows.length > 0 && shown.length < explanations.length
                ? `The remaining explanations and fixes: see ${page.elsewhere}.`
                : '',
            gapPart(page, plan.gaps),
            deliveryPart(context.deliveries ?? []),
            passingPart(page, plan, parts.passing, parts.settled),
            footer(report)
        ];
        return `${page.marker === '' ? '' : `${page.marker}\n`}${body.filter(text => text !== '').join('\n\n')}\n`;
    }
}
function heading({ report, conclusion }) {
    return `### ${icon(report, conclusion)} ${withoutDot(headline(report, conclusion))}`;
}
/** Why any of it matters: the usual story, or what the worst verdict means where nothing is read just once. */
function intro(troubled) {
    const kinds = troubled.map(({ verdict }) => verdict.kind);
    return kinds.includes('cannot-reload')
        ? WHY
        : kinds
            .slice(0, 1)
            .map(kind => VERDICTS[kind].sentence)
            .join('');
}
function icon({ findings }, { verdict, counts: { error, warning, notice, pass } }) {
    if (verdict !== 'passed' || error > 0)
        return phrases_LEVELS.error.marker.markdown;
    if (warning > 0)
        return phrases_LEVELS.warning.marker.markdown;
    return phrases_LEVELS[notice > 0 || pass + findings.length === 0 ? 'notice' : 'pass'].marker.markdown;
}
function troubleRow(finding, page) {
    const { verdict, level } = finding;
    const from = verdict.fix?.version;
    return [
        phrases_LEVELS[level].marker.markdown,
        packageCell(finding),
        versionCell(finding),
        verdictLabel(finding),
        from === undefined ? '–' : code(from, { table: true }),
        placeLink(editPlace(finding), page, true)
    ];
}
function packageCell({ dependency: { name, replacement, direct } }) {
    const instead = replacement === undefined ? '' : ` → ${code(replacement, { table: true })}`;
    return `${code(name, { table: true })}${instead}${direct === false ? ' (indirect)' : ''}`;
}
function versionCell({ dependency }) {
    const text = requirementText(dependency);
    return text === '' ? 'none given' : code(text, { table: true, most: 60 });
}
/** Findings that need the same explanation, in the order of their first: never empty. */
function groupsOf(findings) {
    const groups = new Map();
    for (const finding of findings) {
        const { dependency, verdict, level } = finding;
        const { ecosystem, name, requirement, replacement, alias, direct, chain } = dependency;
        const key = JSON.stringify([
            ecosystem,
            name,
            requirement,
            replacement,
            alias,
            direct,
            chain,
            level,
            verdict.kind,
            verdict.because,
            verdict.fix,
            finding.why
        ]);
        const group = groups.get(key);
        if (group)
            group.push(finding);
        else
            groups.set(key, [finding]);
    }
    return [...groups.values()];
}
function explanation(group, page) {
    const [first] = group;
    const { dependency, verdict, level } = first;
    const { name } = dependency;
    const text = requirementText(dependency);
    const evidence = verdict.evidence
        .slice(0, MOST_EVIDENCE)
        .map(({ text, url, proof }) => `${markup_link(prose(text), url)} (${PROOFS[proof]})`);
    return [
        `#### ${phrases_LEVELS[level].marker.markdown} ${code(name)}${text === '' ? '' : ` ${code(text)}`}: ${verdictLabel(first)}`,
        [
            prose(verdict.because),
            ...remarks(first, code),
            ...(evidence.length === 0 ? [] : [`Evidence: ${evidence.join(', ')}.`])
        ].join(' '),
        whereAndFix(group, page)
    ]
        .filter(part => part !== '')
        .join('\n\n');
}
/** The places people edit, what to bring them to, and the commands: one line and a block where there is one place. */
function whereAndFix(group, page) {
    const { fix } = group[0].verdict;
    const places = group.slice(0, MOST_PLACES).map(finding => placesOf(finding, page));
    const more = group.length - places.length;
    if (more > 0)
        places.push(`and ${count(more, 'more place')} with the same answer`);
    const [where, ...others] = places;
    const listed = others.length > 0;
    const words = fix && targetText(fix, code);
    const target = words === undefined ? '' : `: ${words}`;
    const fixable = target !== '' || (fix !== undefined && fix.commands.length > 0);
    return [
        listed ? places.map(place => `- ${place}`).join('\n') : fixable ? '' : `Where: ${where}`,
        fix?.advice === undefined ? '' : prose(fix.advice),
        fixable ? `**Fix**${listed ? '' : ` at ${where}`}${target}` : '',
        fix === undefined || fix.commands.length === 0 ? '' : codeBlock(fix.commands)
    ]
        .filter(part => part !== '')
        .join('\n\n');
}
function placesOf(finding, page) {
    const { resolved, used, declared, repeated } = otherPlaces(finding);
    return [
        placeLink(editPlace(finding), page),
        ...declared.slice(0, MOST_PLACES).map(place => `also ${placeLink(place, page)}`),
        ...(used ? [`used in ${placeLink(used, page)}`] : []),
        ...(resolved ? [`${ORIGINS[finding.dependency.origin]} ${placeLink(resolved, page)}`] : []),
        ...(repeated === 0 ? [] : [`repeated there ${count(repeated, 'time')}`])
    ].join(', ');
}
function othersTitle(others) {
    const warnings = others.filter(({ level }) => level === 'warning').length;
    const notices = others.length - warnings;
    const parts = [
        ...(warnings === 0 ? [] : [`${phrases_LEVELS.warning.marker.markdown} ${count(warnings, 'warning')}`]),
        ...(notices === 0 ? [] : [`${phrases_LEVELS.notice.marker.markdown} ${count(notices, 'notice')}`])
    ];
    return parts.join(' and ');
}
function mostGaps({ report, budget }) {
    return Math.min(report.gaps.length, Math.floor(budget / SHORTEST_ROW));
}
function gapPart(page, shown) {
    const { gaps } = page.report;
    const rows = gaps
        .slice(0, shown)
        .map(({ kind, place, detail }) => [
        `${GAPS[kind].marker.markdown} ${GAPS[kind].label}`,
        placeLink(place, page, true),
        code(detail, { table: true, most: DETAIL_LENGTH })
    ]);
    if (rows.length === 0)
        return '';
    const more = gaps.length - rows.length;
    return [
        '#### What could not be read',
        table(['Gap', 'Where', 'Detail'], rows),
        more === 0 ? '' : `And ${count(more, 'more gap')}: see ${page.elsewhere}.`
    ]
        .filter(part => part !== '')
        .join('\n\n');
}
function deliveryPart(deliveries) {
    const rows = deliveries
        .filter(({ state }) => state !== 'delivered')
        .slice(0, MOST_DELIVERIES)
        .map(({ channel, state, detail = '' }) => [
        prose(channel, { table: true, most: DETAIL_LENGTH }),
        state,
        prose(detail, { table: true, most: DETAIL_LENGTH })
    ]);
    return rows.length === 0 ? '' : `#### What could not be posted\n\n${table(['Channel', 'State', 'Why'], rows)}`;
}
function passingPart(page, { lists }, passing, settled) {
    const { counts } = page.conclusion;
    if (counts.pass + counts.settled === 0)
        return '';
    const title = [
        ...(counts.pass === 0 ? [] : [`${phrases_LEVELS.pass.marker.markdown} ${count(counts.pass, 'client')} in order`]),
        ...(counts.settled === 0 ? [] : [`${count(counts.settled, 'requirement')} that another file settles`])
    ].join(', ');
    if (!lists)
        return `${title}: see ${page.elsewhere}.`;
    const passingRows = passing.map(finding => [
        packageCell(finding),
        versionCell(finding),
        verdictLabel(finding),
        placeLink(finding.dependency.place, page, true)
    ]);
    const settledRows = settled.map(finding => [
        packageCell(finding),
        versionCell(finding),
        placeLink(finding.dependency.place, page, true),
        finding.settledBy ? placeLink(finding.settledBy, page, true) : ''
    ]);
    const parts = [
        table(['Package', 'Version', 'Verdict', 'Where'], passingRows),
        table(['Package', 'Requirement', 'Where', 'Settled by'], settledRows)
    ];
    return folded(title, parts.filter(part => part !== '').join('\n\n'));
}
function footer(report) {
    return `<sub>**${TOOL}** · ${coverageSentence(report)} ${MINIMUMS}</sub>`;
}
function placeLink(place, { context }, inTable = false) {
    const text = code(`${place.path || '.'}:${place.line}`, { table: inTable, most: PLACE_LENGTH });
    return markup_link(text, context.link?.(place));
}
/** The largest number from `low` to `high` that fits, if any does; what fits at a number fits below it. */
function most(low, high, fits) {
    if (low > high || !fits(low))
        return undefined;
    let [good, bad] = [low, high + 1];
    while (bad - good > 1) {
        const middle = (good + bad) >> 1;
        if (fits(middle))
            good = middle;
        else
            bad = middle;
    }
    return good;
}
/** UTF-8 bytes, which are never fewer than UTF-16 code units: what fits in bytes fits however GitHub counts. */
function size(text) {
    return Buffer.byteLength(text);
}
/** The last resort for limits too small for the headline. */
function cut(text, budget) {
    return Buffer.from(text)
        .subarray(0, Math.max(0, budget))
        .toString()
        .replace(/\ufffd+$/, '');
}
function withoutDot(text) {
    return text.replace(/\.$/, '');
}

;// CONCATENATED MODULE: ./lib/reporters/text.js
/** The report for a terminal or a log: what is wrong first, grouped by verdict, one block for each finding. */





const COLOURS = { error: 'red', warning: 'yellow', notice: 'cyan', pass: 'green' };
const LABEL_WIDTH = 11;
const MARKER_WIDTH = 5;
const PATH_LENGTH = 400;
const text_DETAIL_LENGTH = 600;
/** The report as text, for `--format text` and the log. Coloured only where the context says so. */
const text_text = {
    name: 'text',
    render(report, conclusion, { colour = false, deliveries = [] }) {
        // Whoever calls knows the stream; left to itself, styleText would ask standard output.
        const paint = (style, words) => (colour ? (0,external_node_util_namespaceObject.styleText)(style, words, { validateStream: false }) : words);
        const parts = [
            paint('bold', paint(COLOURS[tone(conclusion)], headline(report, conclusion))),
            outcome(report, conclusion) ?? '',
            ...troubleParts(report, paint),
            text_gapPart(report.gaps, paint),
            text_deliveryPart(deliveries, paint),
            summaryPart(report, conclusion)
        ];
        return `${parts.filter(part => part !== '').join('\n\n')}\n`;
    }
};
function tone({ verdict, counts: { error, warning, notice } }) {
    if (verdict !== 'passed' || error > 0)
        return 'error';
    if (warning > 0)
        return 'warning';
    return notice > 0 ? 'notice' : 'pass';
}
function troubleParts(report, paint) {
    const told = ranked(report.findings).filter(({ level }) => level !== 'pass');
    return VERDICT_ORDER.flatMap(kind => {
        const group = told.filter(({ verdict }) => verdict.kind === kind);
        if (group.length === 0)
            return [];
        const { label, sentence } = VERDICTS[kind];
        const title = `${paint('bold', `${label} (${group.length})`)}  ${paint('dim', sentence)}`;
        return [title, ...group.map(finding => block(finding, paint))];
    });
}
function block(finding, paint) {
    const { dependency, verdict, level } = finding;
    const requirement = requirementText(dependency);
    const name = `${visible(dependency.name)}${requirement === '' ? '' : ` ${visible(requirement)}`}`;
    const reason = verdict.reason === undefined ? '' : ` ${verdictLabel(finding)}`;
    const marker = phrases_LEVELS[level].marker.text.padEnd(MARKER_WIDTH);
    const indent = ' '.repeat(MARKER_WIDTH + 1);
    return [
        `${paint(COLOURS[level], marker)} ${at(editPlace(finding))}  ${paint('bold', name)}${reason}`,
        `${indent}${verdict.because}`,
        ...Array.from(details(finding), ([label, words]) => `${indent}${paint('dim', label.padEnd(LABEL_WIDTH))} ${words}`)
    ].join('\n');
}
/** What stands below a finding: a label and its words; a line that continues the one above has no label. */
function* details(finding) {
    const { dependency, verdict } = finding;
    const { resolved, used, declared, repeated } = otherPlaces(finding);
    for (const place of declared)
        yield ['also in', at(place)];
    if (used)
        yield ['used in', at(used)];
    if (resolved)
        yield [ORIGINS[dependency.origin], at(resolved)];
    if (repeated > 0)
        yield ['repeated', count(repeated, 'time')];
    if (dependency.chain)
        yield ['through', chainText(dependency.chain, visible)];
    const indirect = indirectText(finding, visible);
    if (indirect !== undefined)
        yield ['indirect', indirect];
    if (dependency.alias !== undefined)
        yield ['alias', visible(dependency.alias)];
    if (dependency.replacement !== undefined)
        yield ['replaced', `by ${visible(dependency.replacement)}`];
    for (const [index, words] of fixLines(verdict).entries())
        yield [index === 0 ? 'fix' : '', words];
    for (const { url, proof } of verdict.evidence)
        yield ['see', `${url} (${PROOFS[proof]})`];
}
function fixLines({ fix }) {
    if (!fix)
        return [];
    const target = targetText(fix, visible);
    return [...(fix.advice === undefined ? [] : [fix.advice]), ...(target === undefined ? [] : [target]), ...fix.commands];
}
function text_gapPart(gaps, paint) {
    if (gaps.length === 0)
        return '';
    const lines = gaps.map(({ kind, place, detail }) => {
        const { label, marker } = GAPS[kind];
        return `${paint('yellow', marker.text.padEnd(MARKER_WIDTH))} ${at(place)}  ${label}: ${visible(detail, text_DETAIL_LENGTH)}`;
    });
    return [paint('bold', `What could not be read (${gaps.length})`), ...lines].join('\n');
}
function text_deliveryPart(deliveries, paint) {
    const lines = deliveries
        .filter(({ state }) => state !== 'delivered')
        .map(({ channel, state, detail }) => `${phrases_LEVELS.notice.marker.text.padEnd(MARKER_WIDTH)} ${channel} ${state}${detail === undefined ? '' : `: ${visible(detail, text_DETAIL_LENGTH)}`}`);
    return lines.length === 0 ? '' : [paint('bold', 'What could not be posted'), ...lines].join('\n');
}
function summaryPart(report, { verdict, exitCode, failOn, counts: numbers }) {
    const settled = report.findings.filter(finding => !(0,model/* counts */.tQ)(finding)).length;
    return [
        `${count(numbers.error, 'error')}, ${count(numbers.warning, 'warning')}, ${count(numbers.notice, 'notice')}, ${numbers.pass} in order, ${settled} settled by another file, ${count(report.gaps.length, 'gap')}.`,
        coverageSentence(report),
        `Result: ${verdict} (exit code ${exitCode}, fails on: ${failOn}).`
    ].join('\n');
}
function at({ path, line, column }) {
    return `${pathText(path, PATH_LENGTH)}:${line}:${column}`;
}

;// CONCATENATED MODULE: ./lib/reporters/index.js
/** The reporters that `--format` chooses from. */



/** One line for each value of `--format`. */
const reporters = [text_text, markdown, json];

;// CONCATENATED MODULE: ./lib/reporters/list.js
/** The output of `list`: one JSON object a line for every client dependency seen and every gap, in path and line order. */


/** Every dependency, passing and settled ones too; the lines where a lockfile repeats one stand beside its first. */
const list = {
    name: 'list',
    render(report) {
        const rows = [
            ...report.findings.map(finding => ({ place: finding.dependency.place, form: list_findingForm(finding) })),
            ...report.gaps.map(gap => ({ place: gap.place, form: list_gapForm(gap) }))
        ];
        return rows
            .toSorted((a, b) => (0,model/* comparePlaces */.ig)(a.place, b.place))
            .map(({ form }) => `${jsonText(form)}\n`)
            .join('');
    }
};
function list_findingForm({ dependency, verdict, settledBy }) {
    return {
        ...placeForm(dependency.place),
        ...dependencyForm(dependency),
        ...(dependency.repeatedAt.length > 0 ? { repeatedAt: dependency.repeatedAt.map(({ line }) => line) } : {}),
        verdict: verdict.kind,
        ...(verdict.kind === 'reloads' ? {} : { because: verdict.because }),
        ...(settledBy ? { settledBy: { path: settledBy.path, line: settledBy.line } } : {})
    };
}
function list_gapForm({ kind, place, detail }) {
    return { gap: kind, path: place.path, line: place.line, detail };
}

;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
// EXTERNAL MODULE: ./lib/ecosystems/ecosystem.js
var ecosystems_ecosystem = __nccwpck_require__(2577);
// EXTERNAL MODULE: ./lib/ecosystems/index.js + 148 modules
var ecosystems = __nccwpck_require__(3717);
// EXTERNAL MODULE: ./lib/syntax/fault.js
var fault = __nccwpck_require__(6119);
;// CONCATENATED MODULE: ./lib/scan/chain.js
/** Why a client is there: the shortest chain of packages in a lockfile, from what the project asks for to the client. */
/** The most needs that are followed in one file; the largest real lockfiles hold a tenth of it. */
const MOST_NEEDS = 1_000_000;
/** The most packages of a chain. Real ones have a dozen at the most; of a hostile one nothing is told. */
const chain_LONGEST_CHAIN = 30;
/** The most characters of a name or version in a chain; no registry takes a longer one. */
const LONGEST_TEXT = 500;
/**
 * The chains of those dependencies of one file that another package brings in. `clientOf` gives the client that a package
 * is. Breadth first, in the order of the file: the same text has the same chains, none has a shorter one, and circles
 * end. A dependency that is no version of a registry has no chain.
 */
function chainsOf(graph, dependencies, clientOf) {
    const wanted = new Map();
    for (const dependency of dependencies) {
        const { requirement, direct } = dependency;
        if (direct !== true && requirement.kind === 'version')
            wanted.set(identity(dependency, requirement.text), dependency);
    }
    const chains = new Map();
    const seen = new Set();
    const steps = [];
    let budget = MOST_NEEDS;
    for (const root of graph.roots ?? unneeded(graph)) {
        if (--budget < 0)
            return chains;
        meet(root);
    }
    // What is met is added to the end of the list while it is worked off.
    for (const { key, step } of steps) {
        if (wanted.size === 0 || step.length >= chain_LONGEST_CHAIN)
            break;
        for (const need of graph.needsOf(key)) {
            if (--budget < 0)
                return chains;
            meet(need, step);
        }
    }
    return chains;
    function meet(key, from) {
        const found = graph.packages.get(key);
        if (!found || seen.has(key))
            return;
        seen.add(key);
        const step = { found, length: from ? from.length + 1 : 1, ...(from ? { from } : {}) };
        steps.push({ key, step });
        const client = clientOf(found);
        const asked = client === undefined ? undefined : identity(client, found.version);
        const dependency = asked === undefined ? undefined : wanted.get(asked);
        if (asked === undefined || !dependency)
            return;
        wanted.delete(asked);
        if (from)
            chains.set(dependency, linksOf(step));
    }
}
/** What no other package needs: somebody must have asked for it. Nothing where the file is too large to know. */
function unneeded({ packages, needsOf }) {
    const left = new Set(packages.keys());
    let budget = MOST_NEEDS;
    for (const key of packages.keys()) {
        for (const need of needsOf(key)) {
            if (--budget < 0)
                return [];
            if (need !== key)
                left.delete(need);
        }
    }
    return left;
}
function linksOf(last) {
    const links = [];
    for (let step = last; step; step = step.from) {
        const { name, version } = step.found;
        links.push({ name: chain_cut(name), version: chain_cut(version) });
    }
    return links.reverse();
}
function chain_cut(text) {
    return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
}
function identity({ ecosystem, name }, version) {
    return JSON.stringify([ecosystem, name, version]);
}

;// CONCATENATED MODULE: ./lib/scan/place.js
/** Offset to line and column: the only place where lines are counted. */
/** Makes a function that turns offsets of `text` into lines and columns, both from 1. Offsets beyond the end mean the end. */
function placeFinder(text) {
    let starts;
    return at => {
        starts ??= lineStarts(text);
        const offset = Math.min(Math.max(at, 0), text.length);
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (starts[middle] <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: offset - starts[low] + 1 };
    };
}
function lineStarts(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return starts;
}

;// CONCATENATED MODULE: ./lib/scan/extract.js
/** Runs one format over one text: offsets become places, what cannot be read becomes a gap. */




/** The most that one file is let say of clients. Real ones stay far below; a report of millions of lines fits in no memory. */
const MOST_MENTIONS = 10_000;
/** Reads one text. A fault ends the reading and is kept as a gap beside what came before it. */
async function extract({ format, ecosystem, watch }, path, text) {
    const dependencies = [];
    const gaps = [];
    const includes = [];
    const definitions = [];
    const seen = new Map();
    const find = placeFinder(text);
    const place = (at) => ({ path, ...find(at) });
    let mentions = 0;
    try {
        for await (const entry of format.read(text)) {
            if ('gap' in entry) {
                if (!watch.mentions(entry.text))
                    continue;
                countMention(entry.at);
                gaps.push({ kind: 'unrecognised-entry', place: place(entry.at), detail: entry.gap });
            }
            else if ('include' in entry) {
                countMention(entry.at);
                const { include, as, at } = entry;
                includes.push({ path: include, ...(as === undefined ? {} : { as }), place: place(at) });
            }
            else if ('defines' in entry) {
                countMention(entry.at);
                const { defines: name, requirement, at } = entry;
                definitions.push({ ecosystem, format: format.name, name, requirement, place: place(at) });
            }
            else {
                const type = entry.ecosystem ?? ecosystem;
                const name = watch.clientNamed(type, entry.name);
                if (name === undefined)
                    continue;
                countMention(entry.at);
                add(type, name, entry);
            }
        }
        explain();
    }
    catch (error) {
        gaps.push({ kind: 'unparseable-file', ...describeFailure(error) });
    }
    return { dependencies, gaps, includes, definitions };
    function countMention(at) {
        if (++mentions > MOST_MENTIONS)
            throw new fault/* SyntaxFault */.M(`more than ${MOST_MENTIONS} mentions: not read further`, at);
    }
    function add(type, name, entry) {
        const repeatedAt = [];
        const build = (0,ecosystems/* ecosystemOf */.M)(type)?.buildOf?.(entry.name) || undefined;
        const dependency = {
            ecosystem: type,
            format: format.name,
            name,
            requirement: entry.requirement,
            origin: format.origin,
            place: place(entry.at),
            repeatedAt,
            ...(build === undefined ? {} : { build }),
            ...(entry.replacement === undefined ? {} : { replacement: entry.replacement }),
            ...(entry.alias === undefined ? {} : { alias: entry.alias }),
            ...(entry.direct === undefined ? {} : { direct: entry.direct }),
            ...(entry.usedAt === undefined ? {} : { usedAt: place(entry.usedAt) })
        };
        if (format.origin === 'lockfile') {
            // A lockfile may say one thing many times, once per target framework or platform: that is one dependency.
            const key = JSON.stringify([type, name, entry.requirement, entry.replacement]);
            const places = seen.get(key);
            if (places) {
                places.push(dependency.place);
                return;
            }
            seen.set(key, repeatedAt);
        }
        dependencies.push(dependency);
    }
    /** Adds to each client that nobody is known to have asked for why it is there. */
    function explain() {
        if (!format.graph || dependencies.every(({ direct }) => direct === true))
            return;
        const chains = chainsOf(format.graph(text), dependencies, found => {
            const type = found.ecosystem ?? ecosystem;
            const name = watch.clientNamed(type, found.name);
            return name === undefined ? undefined : { ecosystem: type, name };
        });
        for (const [index, dependency] of dependencies.entries()) {
            const chain = chains.get(dependency);
            if (chain)
                dependencies[index] = { ...dependency, chain };
        }
    }
    function describeFailure(error) {
        if (error instanceof fault/* SyntaxFault */.M)
            return { place: place(error.at), detail: error.message };
        if (error instanceof RangeError)
            return { place: place(0), detail: 'nested too deeply, or too large to be read' };
        const detail = 'reading it failed inside Bound Token Check itself: please report this file as a defect';
        return { place: place(0), detail: error instanceof Error ? `${detail} (${error.message})` : detail };
    }
}

// EXTERNAL MODULE: ./lib/policy/clients/index.js + 23 modules
var clients = __nccwpck_require__(8644);
;// CONCATENATED MODULE: ./lib/polyglot/index.js
/** The registry of the formats whose files hold packages of several ecosystems, one line each. Their entries say which. */
/** In the order of the tables in README.md. A file is read by the first of them that claims it. */
const polyglotFormats = [];

;// CONCATENATED MODULE: ./lib/scan/prefilter.js
/** Whether a text may name a client at all: the test that runs before any parsing. It may say yes too often, never no. */
// What may stand inside a name without being of it: escapes of printable ASCII (JSON, TOML, YAML, Ruby), a line that goes
// on (TOML, YAML, Ruby, requirements files), XML's numeric references, and its comments, instructions and CDATA sections.
const SPLIT = /\\(?:u00|U000000|x)[2-7][\da-f]|\\(?:u\{|1[0-7]{2})|[\w./@-]\\[ \t]*\r?\n|&#|[^\s>]<!--|[^\s>]<\?|<!\[CDATA\[/i;
/** Makes the test for the needles of the clients that are watched (`Ecosystem.needle`). */
function prefilter(needles) {
    const all = Array.from(new Set(Array.from(needles, needle => needle.toLowerCase())));
    // What holds a longer needle holds the shorter one that is part of it: most packages of a family need no search of their own.
    const own = all.filter(needle => !all.some(other => other !== needle && needle.includes(other)));
    if (own.length === 0)
        return () => false;
    const mention = new RegExp(own.map(needle => needle.replace(/[^\w]/g, '\\$&')).join('|'), 'i');
    return text => mention.test(text) || SPLIT.test(text);
}

;// CONCATENATED MODULE: ./lib/scan/formats.js
/** Every format there is: which of them read a file, and which one read it. */




/** Makes the function that gives the readers of a path: one for each ecosystem at the most, the first format in its list. */
function readerFinder() {
    const families = [
        ...ecosystems/* ecosystems */.u.map(ecosystem => ({
            id: ecosystem.id,
            formats: ecosystem.formats,
            watch: watchFor([ecosystem])
        })),
        { id: '', formats: polyglotFormats, watch: watchFor(ecosystems/* ecosystems */.u) }
    ];
    return path => families.flatMap(({ id, formats, watch }) => {
        const format = formats.find(candidate => candidate.claims(path));
        return format ? [{ format, ecosystem: id, watch }] : [];
    });
}
/** The formats of an ecosystem's family; the polyglot ones for `''`. */
function formatsOf(ecosystem) {
    return ecosystem === '' ? polyglotFormats : ((0,ecosystems/* ecosystemOf */.M)(ecosystem)?.formats ?? []);
}
/** The format that somebody read a file with, by the names of its ecosystem and its own. */
function formatOf({ ecosystem, format }) {
    return [...formatsOf(ecosystem), ...polyglotFormats].find(({ name }) => name === format);
}
function watchFor(watched) {
    const names = new Map(watched.map(ecosystem => [ecosystem.id, { ecosystem, clients: clientNames(ecosystem) }]));
    const needles = [...names.values()].flatMap(({ ecosystem, clients }) => Array.from(clients.keys(), name => ecosystem.needle(name)));
    return {
        clientNamed: (id, name) => {
            const found = names.get(id);
            return found?.clients.get(found.ecosystem.canonicalName(name));
        },
        mentions: prefilter(needles)
    };
}
/** Canonical name to the spelling of the policy. */
function clientNames({ id, canonicalName }) {
    return new Map((0,clients/* clientsOf */.SZ)(id).flatMap(({ name, alsoNamed = [] }) => [name, ...alsoNamed].map(other => [canonicalName(other), name])));
}

;// CONCATENATED MODULE: ./lib/scan/follow.js
/**
 * From a reference to what it refers to: a project that names a property or a catalog instead of a version has its version
 * in another file, and the line of that file is the one to change.
 */



/**
 * Adds a dependency for each definition that a dependency refers to, at the place of the definition and with the place of
 * use. The definition may refer to another one in its turn. The result depends on no order of files.
 */
function follow(dependencies, definitions) {
    const byName = new Map();
    for (const definition of definitions.toSorted((a, b) => (0,model/* comparePlaces */.ig)(a.place, b.place))) {
        const others = byName.get(keyOf(definition));
        if (others)
            others.push(definition);
        else
            byName.set(keyOf(definition), [definition]);
    }
    const all = dependencies.toSorted((a, b) => (0,model/* comparePlaces */.ig)(a.place, b.place));
    const made = new Map();
    const definedBy = new Map();
    // What a definition makes is added to the end of the list while it is worked off.
    for (const asked of all) {
        const name = referenceOf(asked);
        if (name === undefined)
            continue;
        const candidates = byName.get(keyOf({ ecosystem: asked.ecosystem, name })) ?? [];
        for (const definition of closestTo(asked, candidates)) {
            const defined = definedAs(asked, definition);
            if (!definedBy.has(asked) && !leadsTo(asked, defined))
                definedBy.set(asked, defined);
        }
    }
    return { dependencies: all.sort((a, b) => (0,model/* comparePlaces */.ig)(a.place, b.place)), definedBy };
    /** One dependency for each definition and package, however many projects refer to it. */
    function definedAs(asked, { format, requirement, place }) {
        const key = JSON.stringify([asked.ecosystem, asked.name, asked.replacement, place]);
        const known = made.get(key);
        if (known)
            return known;
        const defined = { ...asked, format, requirement, place, repeatedAt: [], usedAt: asked.usedAt ?? asked.place };
        made.set(key, defined);
        all.push(defined);
        return defined;
    }
    /** Whether definitions lead from `from` back to `asked`: in a circle nothing would stand for itself. */
    function leadsTo(asked, from) {
        let at = from;
        while (at && at !== asked)
            at = definedBy.get(at);
        return at !== undefined;
    }
}
function keyOf({ ecosystem, name }) {
    return `${ecosystem} ${name}`;
}
function referenceOf(asked) {
    const { requirement, name } = asked;
    if (requirement.kind !== 'version' && requirement.kind !== 'range')
        return undefined;
    return formatOf(asked)?.refersTo?.(requirement.text, name);
}
/** The definitions of the nearest folder above the place of use, or, where they are imported, of the closest folder. */
function closestTo(asked, candidates) {
    const folder = (0,ecosystems_ecosystem/* folderName */.ub)((asked.usedAt ?? asked.place).path);
    let best;
    for (const definition of candidates) {
        const format = formatOf(definition);
        if (!format?.definesFor?.includes(asked.format))
            continue;
        const { path } = definition.place;
        const own = format.folder?.(path) ?? (0,ecosystems_ecosystem/* folderName */.ub)(path);
        const isAbove = (0,ecosystems_ecosystem/* isWithin */.UO)(folder, own);
        if (!isAbove && format.definesEverywhere !== true)
            continue;
        const closeness = isAbove ? 1 + (0,ecosystems_ecosystem/* depth */.yr)(own) : -1 / (1 + sharedDepth(folder, own));
        if (!best || closeness > best.closeness)
            best = { definitions: [definition], closeness };
        else if (closeness === best.closeness)
            best.definitions.push(definition);
    }
    return best?.definitions ?? [];
}
/** How many folders two paths have in common, from the root on. */
function sharedDepth(a, b) {
    const [left, right] = [a.split('/'), b.split('/')];
    const end = left.findIndex((name, index) => name !== right[index]);
    return end < 0 ? left.length : end;
}

// EXTERNAL MODULE: ./lib/policy/judge.js
var judge = __nccwpck_require__(3405);
// EXTERNAL MODULE: ./lib/policy/span.js
var policy_span = __nccwpck_require__(2160);
;// CONCATENATED MODULE: ./lib/scan/through.js
/** The fix of a client that another package brings in, where the policy knows which version of that one brings a good client. */




/**
 * The verdict with the fix of the first package in the chain of which the policy knows that it brings this client. Where
 * the present version of that package may have a good client already, the client alone is to be moved. Of the chain itself
 * only a version is looked at, and nothing is told.
 */
function fixedThrough(verdict, dependency, scheme, minimum) {
    const { ecosystem } = dependency;
    const found = verdict.kind === 'reloads' ? undefined : bringerOf(dependency);
    if (!found)
        return verdict;
    const { name } = found.client;
    const present = { requirement: { kind: 'version', text: found.link.version }, direct: found.isFirst };
    const { kind, fix } = (0,judge/* judge */.S)({ ecosystem, name, requirement: present.requirement }, scheme, {
        minimum,
        upgrade: version => formatOf(dependency)?.upgrade(name, version, present) ?? []
    });
    if (kind === 'reloads' || fix?.version === undefined)
        return verdict;
    return { ...verdict, fix: { ...verdict.fix, commands: fix.commands, through: { name, version: fix.version } } };
}
function bringerOf({ ecosystem, name, chain = [] }) {
    const bringers = (0,clients/* clientsOf */.SZ)(ecosystem).filter(({ brings }) => brings?.includes(name));
    const canonical = (0,ecosystems/* ecosystemOf */.M)(ecosystem)?.canonicalName;
    if (bringers.length === 0 || !canonical)
        return undefined;
    for (const [index, link] of chain.slice(0, -1).entries()) {
        const client = bringers.find(other => canonical(other.name) === canonical(link.name));
        if (client)
            return { client, link, isFirst: index === 0 };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/scan/settle.js
/**
 * Which dependency answers which: a lockfile beside or above a manifest decides what its range means, a parent or catalog
 * gives the version that a child leaves out, a client makes the packages of its release that carry no loader moot, and
 * those that bring it in.
 */








/**
 * The most dependencies that are asked for an answer. No lockfile holds one client in so many versions; what a hostile one
 * leaves unanswered stands for itself.
 */
const MOST_CANDIDATES = 1_000;
/** Settles and judges every dependency; one finding each, in the same order. `manifests` are all in the workspace. */
async function settleAndJudge({ dependencies, definedBy }, manifests, minimum) {
    const schemes = new Map();
    for (const id of new Set(dependencies.map(dependency => dependency.ecosystem))) {
        const scheme = await (0,ecosystems/* ecosystemOf */.M)(id)?.versions();
        if (scheme)
            schemes.set(id, scheme);
    }
    const candidatesOf = candidateFinder(dependencies);
    const firstInFile = new Map();
    for (const dependency of dependencies) {
        const key = placeKey(dependency, dependency.name);
        if (!firstInFile.has(key))
            firstInFile.set(key, dependency);
    }
    const declaredAt = new Map();
    const asked = new Set();
    const settled = dependencies.map(dependency => {
        const scheme = schemes.get(dependency.ecosystem);
        const answer = candidatesOf(dependency).find(other => satisfies(other, dependency, scheme));
        const by = answer ?? definedBy.get(dependency) ?? principalOf(dependency, firstInFile, scheme);
        if (by && by.name === dependency.name) {
            const places = declaredAt.get(by);
            if (places)
                places.push(dependency.place);
            else
                declaredAt.set(by, [dependency.place]);
            if (asks(dependency))
                asked.add(by);
        }
        return { dependency, scheme, by };
    });
    return withoutIdlePlatforms(settled).map(({ dependency: found, scheme, by }) => {
        const dependency = withManifest(found, asked.has(found), manifests);
        const own = (0,judge/* judge */.S)(dependency, scheme, { minimum, upgrade: upgradeOf(dependency) });
        const verdict = fixedThrough(own, dependency, scheme, minimum);
        const why = whyOf(dependency);
        return {
            dependency,
            verdict,
            level: (0,judge/* levelOf */.I)(verdict, minimum),
            ...(by ? { settledBy: by.place } : {}),
            declaredAt: declaredAt.get(found) ?? [],
            ...(why === undefined ? {} : { why })
        };
    });
}
/** Leaves out each platform that no client gets its version from: it says nothing of any client. */
function withoutIdlePlatforms(settled) {
    const isPlatform = ({ ecosystem, name }) => (0,clients/* clientOf */.fe)(ecosystem, name)?.platform === true;
    const settledBy = new Map(settled.map(({ dependency, by }) => [dependency, by]));
    const atWork = new Set();
    for (const { dependency, by } of settled) {
        // A platform may have its version from a property in its turn.
        let answer = isPlatform(dependency) ? undefined : by;
        for (; answer && !atWork.has(answer); answer = settledBy.get(answer))
            atWork.add(answer);
    }
    return settled.filter(({ dependency }) => !isPlatform(dependency) || atWork.has(dependency));
}
/** `Map.groupBy`, which Node 20 lacks. */
function groupBy(dependencies, key) {
    const groups = new Map();
    for (const dependency of dependencies) {
        const group = groups.get(key(dependency));
        if (group)
            group.push(dependency);
        else
            groups.set(key(dependency), [dependency]);
    }
    return groups;
}
function placeKey({ ecosystem, place }, name) {
    return JSON.stringify([ecosystem, place.path, name]);
}
function nameKey({ ecosystem, name }) {
    return `${ecosystem} ${name}`;
}
/**
 * Makes the function that finds what may decide what a dependency means: of the files that may answer it the nearest
 * first, lockfiles before all. What is asked alike in one file is looked for once.
 */
function candidateFinder(dependencies) {
    const answering = dependencies.filter(other => other.requirement.kind !== 'none' && (formatOf(other)?.answers || manages(other)));
    const byName = groupBy(answering, nameKey);
    const managers = groupBy(answering.filter(manages), ({ ecosystem }) => ecosystem);
    const known = new Map();
    return asked => {
        const key = JSON.stringify([nameKey(asked), asked.place.path, asked.format, asked.requirement.kind]);
        const before = known.get(key);
        if (before)
            return before;
        const distance = (other) => Math.abs((0,ecosystems_ecosystem/* depth */.yr)(folderOf(asked)) - (0,ecosystems_ecosystem/* depth */.yr)(folderOf(other)));
        const isManaging = (other) => manages(other)?.includes(asked.name) === true;
        const billed = asked.requirement.kind === 'none' ? (managers.get(asked.ecosystem) ?? []).filter(isManaging) : [];
        const found = [...(byName.get(nameKey(asked)) ?? []), ...billed]
            .filter(other => mayAnswer(other, asked))
            .sort((a, b) => Number(b.origin === 'lockfile') - Number(a.origin === 'lockfile') ||
            // What a bill of materials says counts where nothing else says it: Maven and Gradle agree in that.
            Number(isManaging(a)) - Number(isManaging(b)) ||
            distance(a) - distance(b) ||
            Number(b.direct === true) - Number(a.direct === true))
            .slice(0, MOST_CANDIDATES);
        known.set(key, found);
        return found;
    };
}
/** The clients that a bill of materials states versions for; undefined for any other package. */
function manages({ ecosystem, name }) {
    return (0,clients/* clientOf */.fe)(ecosystem, name)?.manages;
}
function mayAnswer(other, asked) {
    if (other.requirement.kind === 'none')
        return false;
    // A bill of materials also answers what stands beside it.
    if (other.place.path === asked.place.path)
        return other.name !== asked.name;
    // What another file defines answers those that refer to it, and nothing else.
    if (other.usedAt && other.usedAt.path !== other.place.path)
        return false;
    // Between manifests only what is left open is answered; what is not open too, where a central file pins its version.
    const pinned = formatOf(other)?.central === true && other.requirement.kind === 'version' && asked.requirement.kind !== 'source';
    if (other.origin === 'manifest' && asked.requirement.kind !== 'none' && !pinned)
        return false;
    if (!formatOf(other)?.answers?.includes(asked.format))
        return false;
    const [answering, asking] = [folderOf(other), folderOf(asked)];
    return (0,ecosystems_ecosystem/* isWithin */.UO)(asking, answering) || (formatOf(asked)?.central === true && (0,ecosystems_ecosystem/* isWithin */.UO)(answering, asking));
}
/** Whether the answer fits the question: a lockfile that the manifest has outgrown answers nothing. */
function satisfies(other, asked, scheme) {
    if (other.requirement.kind !== 'version' || asked.requirement.kind === 'none' || asked.requirement.kind === 'source')
        return true;
    if (other.replacement !== asked.replacement)
        return false;
    // The name of a tag, such as kubernetes-1.13.0, is no version in the scheme and yet the same on both sides.
    if (other.requirement.text === asked.requirement.text)
        return true;
    const locked = scheme.parse(other.requirement.text);
    if (locked === undefined)
        return false;
    const wanted = asked.requirement.kind === 'version' ? scheme.parse(asked.requirement.text) : undefined;
    if (wanted !== undefined)
        return scheme.compare(locked, wanted) === 0;
    const span = scheme.span(asked.requirement.text);
    // A lockfile may hold a pre-release that the range alone would not let in: it was chosen all the same.
    return span === undefined || (0,policy_span/* admits */.t)(scheme, { ...span, prereleases: true }, locked);
}
function principalOf(dependency, firstInFile, scheme) {
    const client = (0,clients/* clientOf */.fe)(dependency.ecosystem, dependency.name);
    if (!client)
        return undefined;
    const names = [...(client.partOf ?? []), ...broughtBy(client, dependency.requirement, scheme)];
    const principals = names.flatMap(name => firstInFile.get(placeKey(dependency, name)) ?? []);
    return principals.sort((a, b) => (0,model/* comparePlaces */.ig)(a.place, b.place))[0];
}
/** What a package brings in for certain: another release may bring in another client. */
function broughtBy(client, requirement, scheme) {
    const { brings = [], observed } = client;
    const version = requirement.kind === 'version' ? scheme.parse(requirement.text) : undefined;
    const isBelow = (bound) => scheme.compare(version, scheme.parse(bound)) < 0;
    const ranges = version === undefined
        ? observed
        : observed.filter(({ from, before }) => !(from && isBelow(from)) && !(before && !isBelow(before)));
    return brings.filter(name => ranges.every(range => (range.brings ?? brings).includes(name)));
}
/** The folder for which a dependency counts: what another file defines counts where it is used. */
function folderOf(dependency) {
    const { usedAt, place } = dependency;
    if (usedAt && usedAt.path !== place.path)
        return (0,ecosystems_ecosystem/* folderName */.ub)(usedAt.path);
    return formatOf(dependency)?.folder?.(place.path) ?? (0,ecosystems_ecosystem/* folderName */.ub)(place.path);
}
/**
 * Whether a manifest asks for the package. It may merely say which version others get: an override, a constraint, a line of
 * a file that states versions for others.
 */
function asks(dependency) {
    const { origin, direct, usedAt } = dependency;
    if (origin !== 'manifest' || usedAt)
        return false;
    return direct ?? formatOf(dependency)?.central !== true;
}
/**
 * What a lockfile holds that does not say what is direct, with what its manifests know: what somebody asked for needs no
 * other reason to be there; what another package needs and the manifest beside it does not name is indirect.
 */
function withManifest(locked, isAsked, manifests) {
    if (locked.origin !== 'lockfile' || locked.direct !== undefined)
        return locked;
    const { chain, ...dependency } = locked;
    if (isAsked)
        return { ...dependency, direct: true };
    const isBeside = formatOf(locked)?.answers?.some(format => manifests.has({ ...locked, format, folder: folderOf(locked) }));
    return chain && isBeside === true ? { ...locked, direct: false } : locked;
}
/** Of a manifest only what it calls indirect was asked for by nobody; of a lockfile, whatever it does not call direct. */
function whyOf(dependency) {
    const { direct, chain, origin, name } = dependency;
    if (chain || (direct ?? origin === 'manifest'))
        return undefined;
    return formatOf(dependency)?.why?.(name);
}
function upgradeOf(dependency) {
    const format = formatOf(dependency);
    const name = `${dependency.name}${dependency.build ?? ''}`;
    return version => format?.upgrade(name, version, dependency) ?? [];
}

;// CONCATENATED MODULE: ./lib/scan/scan.js
/** From a workspace to a report: list, claim, read, follow, settle, judge. */







/** How many files are open at the same time. */
const CONCURRENCY = 16;
/** Scans a workspace. Every listed file is accounted for in the coverage; nothing that was found is dropped. */
async function scan(workspace, options) {
    const listing = await workspace.list();
    const listed = new Set(listing.paths);
    const readersOf = readerFinder();
    const claims = listing.paths.map((path) => ({ path, readers: readersOf(path) })).filter(claimed);
    const known = new Set(claims.flatMap(({ path, readers }) => readers.map(reader => key(path, reader))));
    const dependencies = [];
    const definitions = [];
    const gaps = listing.gaps.map(({ kind, path, detail }) => ({ kind, place: beginOf(path), detail }));
    const outcomes = new Map();
    // A file that reads in others adds to the end of the list while it is worked off.
    let next = 0;
    let done = 0;
    const work = async () => {
        for (let claim = claims[next]; claim; claim = claims[next]) {
            next++;
            account(claim.path, await read(claim, workspace));
            options.onProgress?.(++done, claims.length);
        }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, work));
    // Files come in the order in which the disk answers; `follow` sorts, so that nothing depends on it.
    const beside = new Set(claims.flatMap(({ path, readers }) => readers.map(({ ecosystem, format }) => besideKey(ecosystem, format.name, (0,ecosystems_ecosystem/* folderName */.ub)(path)))));
    const manifests = {
        has: ({ ecosystem, format, folder }) => beside.has(besideKey(ecosystem, format, folder))
    };
    const findings = await settleAndJudge(follow(dependencies, definitions), manifests, options.minimum);
    const counted = (wanted) => Array.from(outcomes.values()).filter(outcome => outcome === wanted).length;
    return {
        findings,
        gaps: gaps.sort((a, b) => (0,model/* comparePlaces */.ig)(a.place, b.place)),
        coverage: {
            source: listing.source,
            listed: listed.size,
            excluded: listing.excluded,
            claimed: outcomes.size,
            unmentioned: counted('unmentioned'),
            read: counted('read'),
            failed: counted('failed')
        }
    };
    function account(path, all) {
        let outcome = outcomes.get(path) ?? 'unmentioned';
        for (const { extract: found, reader } of all) {
            for (const dependency of found.dependencies)
                dependencies.push(dependency);
            for (const definition of found.definitions)
                definitions.push(definition);
            const own = reader ? [...found.gaps, ...includesOf(path, found, reader)] : found.gaps;
            for (const gap of own)
                gaps.push(gap);
            if (outcome !== 'failed')
                outcome = own.some(model/* leavesUnread */.K9) ? 'failed' : 'read';
        }
        outcomes.set(path, outcome);
    }
    /** Claims the files that a file reads in; a gap for each that is not there. */
    function includesOf(from, { includes }, reader) {
        return includes.flatMap(({ path: written, as, place }) => {
            const path = external_node_path_namespaceObject.posix.normalize(external_node_path_namespaceObject.posix.join((0,ecosystems_ecosystem/* folderName */.ub)(from), written));
            if (written.includes('://')) {
                return [{ kind: 'absent-file', place, detail: `reads in ${written}, which is never fetched` }];
            }
            if (!listed.has(path)) {
                return [{ kind: 'absent-file', place, detail: `reads in ${written}, which is not among the scanned files` }];
            }
            const added = { ...reader, format: formatsOf(reader.ecosystem).find(({ name }) => name === as) ?? reader.format };
            if (!known.has(key(path, added))) {
                known.add(key(path, added));
                claims.push({ path, readers: [added] });
            }
            return [];
        });
    }
}
function claimed({ readers }) {
    return readers.length > 0;
}
/** One file is read once for an ecosystem, whichever of its formats reads it. */
function key(path, { ecosystem }) {
    return `${ecosystem} ${path}`;
}
function besideKey(ecosystem, format, folder) {
    return JSON.stringify([ecosystem, format, folder]);
}
/** The place of a gap that stands for a whole file or folder. */
function beginOf(path) {
    return { path, line: 1, column: 1 };
}
/** Nothing from a reader for whom the text names no client: such a file is never parsed. */
async function read({ path, readers }, workspace) {
    const reading = await workspace.read(path);
    if ('absent' in reading)
        return [{ extract: gapOf('absent-file', path, reading.absent) }];
    if ('unreadable' in reading) {
        const { unreadable, fragments } = reading;
        const concerned = readers.find(({ watch }) => fragments === undefined || watch.mentions(fragments));
        if (!concerned)
            return [];
        const remedy = concerned.format.unreadable;
        return [{ extract: gapOf('unreadable-file', path, remedy === undefined ? unreadable : `${unreadable}: ${remedy}`) }];
    }
    const found = [];
    for (const reader of readers) {
        const mentions = reader.watch.mentions(reading.text);
        if (!mentions && !reader.format.mayInclude?.test(reading.text))
            continue;
        const own = await extract(reader, path, reading.text);
        // What a file that names no client would have defined stays a placeholder where it is used, and is told there.
        found.push({ extract: !mentions && reader.format.definesFor ? { ...own, gaps: [] } : own, reader });
    }
    return found;
}
function gapOf(kind, path, detail) {
    return { dependencies: [], gaps: [{ kind, place: beginOf(path), detail }], includes: [], definitions: [] };
}

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: ./lib/workspaces/decode.js
/** Bytes to text: the encodings that dependency files come in. */
/** What Git LFS puts where a file should stand; https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md. */
const LFS_POINTER = 'version https://git-lfs.github.com/spec/';
/**
 * Decodes a file: UTF-8 with or without a byte-order mark, UTF-16 with one. Bytes that are no UTF-8 are read as Latin-1,
 * in which names and versions look the same, so that one accented letter in a comment does not hide a file.
 */
function decode(bytes) {
    const text = decodeText(bytes);
    if (text === undefined || text.includes('\0')) {
        return { unreadable: 'not a text file', fragments: new TextDecoder('latin1').decode(bytes).replaceAll('\0', '') };
    }
    if (text.startsWith(LFS_POINTER))
        return { unreadable: 'a Git LFS pointer: check out with `lfs: true` to scan the file itself' };
    return { text };
}
function decodeText(bytes) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe)
        return decodeAs('utf-16le', bytes);
    if (bytes[0] === 0xfe && bytes[1] === 0xff)
        return decodeAs('utf-16be', bytes);
    return decodeAs('utf-8', bytes) ?? decodeAs('latin1', bytes);
}
/** Leaves the byte-order mark out. */
function decodeAs(encoding, bytes) {
    try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/workspaces/disk.js
/** A folder on disk: the files git tracks there, or outside a work tree everything that ignore files do not hide. */






/** Folders that hold other people's packages or test data; what lies in them is counted and not read. */
const EXCLUDED_FOLDERS = ['node_modules', 'testdata', '__fixtures__', 'fixtures'];
/** The largest file that is read, in bytes. The largest lockfile met in public repositories has 20 MB. */
const MAXIMUM_FILE_SIZE = 64 * 1024 * 1024;
/** The most output of `git ls-files`, in bytes: some ten million paths. */
const MAXIMUM_LISTING = 1024 * 1024 * 1024;
/**
 * The runs of `*` in one rule of an ignore file. Rules become regular expressions, which take a time that grows with the
 * power of this number; a rule with more hides nothing.
 */
const MOST_STARS = 3;
const STARS = /\*+/g;
// A line of `git ls-files --stage`: mode, object, stage, a tab, the path.
const STAGED = /^(?<mode>\d{6}) [0-9a-f]+ \d\t(?<path>[\s\S]*)$/;
/** The mode of a commit of another repository. */
const SUBMODULE = '160000';
/** How deep a walk goes; a deeper folder becomes a gap. */
const MAXIMUM_FOLDER_DEPTH = 200;
/**
 * Opens the folder at `root`. Throws `ConfigError` when it does not exist, is no folder, or may not be read: there is
 * nothing to scan then, and silence would look like a pass.
 */
async function diskWorkspace(root) {
    const folder = await (0,promises_namespaceObject.realpath)(root).catch(error => {
        throw new model/* ConfigError */.xL(`${root}: ${explain(error)}. Give the path of a folder that exists.`);
    });
    if (!(await (0,promises_namespaceObject.stat)(folder)).isDirectory()) {
        throw new model/* ConfigError */.xL(`${root}: this is a file. Give the path of the folder that holds it.`);
    }
    return { list: () => disk_list(folder), read: path => disk_read(folder, path) };
}
async function disk_list(root) {
    const tracked = await trackedFiles(root);
    const found = tracked ? { source: 'git', ...tracked } : { source: 'walk', ...(await walk(root)) };
    const excluded = {};
    const paths = found.paths.filter(path => {
        const folder = EXCLUDED_FOLDERS.find(name => path.startsWith(`${name}/`) || path.includes(`/${name}/`));
        if (folder !== undefined)
            excluded[folder] = (excluded[folder] ?? 0) + 1;
        return folder === undefined;
    });
    return { source: found.source, paths, excluded, gaps: found.gaps };
}
/**
 * What git tracks in and below the folder, submodules too; undefined outside a work tree, without git, or where git
 * tracks nothing (a folder that an enclosing work tree ignores). Nothing of the repository may run or decide what is seen:
 * its file system monitor is a command in its configuration, so that is switched off
 * (https://git-scm.com/docs/git-config#Documentation/git-config.txt-corefsmonitor), and files committed in the shape of a
 * bare repository are no repository (https://git-scm.com/docs/git-config#Documentation/git-config.txt-safebareRepository).
 */
async function trackedFiles(root) {
    const settings = ['core.fsmonitor=false', 'safe.bareRepository=explicit', 'safe.directory=*', 'core.quotepath=false'];
    const list = [...settings.flatMap(setting => ['-c', setting]), 'ls-files', '-z', '--cached', '--recurse-submodules'];
    // Versions of git before 2.36 do not give the modes of files in submodules: a missing submodule then goes unseen.
    const output = (await git(root, [...list, '--stage'])) ?? (await git(root, list));
    const paths = new Set();
    const gaps = [];
    for (const line of output?.split('\0') ?? []) {
        const { mode, path = line } = STAGED.exec(line)?.groups ?? {};
        if (mode === SUBMODULE)
            gaps.push({ kind: 'absent-file', path, detail: 'a submodule that is not checked out' });
        else if (path.endsWith('/'))
            gaps.push({ kind: 'unreadable-file', path, detail: 'the index of git is damaged' });
        else if (path !== '')
            paths.add(path);
    }
    return paths.size + gaps.length > 0 ? { paths: [...paths], gaps } : undefined;
}
function git(root, args) {
    // Variables such as GIT_DIR, set while a git hook runs, would make git answer for another repository.
    const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
    // Listing needs no objects but where a sparse index lacks some: git would fetch them, by commands that the repository's
    // configuration names. No transport is allowed, and newer versions of git are told not even to try.
    const env = { ...own, LC_ALL: 'C', GIT_ALLOW_PROTOCOL: '', GIT_NO_LAZY_FETCH: '1' };
    return new Promise(resolve => {
        (0,external_node_child_process_namespaceObject.execFile)('git', ['--no-optional-locks', '-C', root, ...args], 
        // Not in the current folder, which may be the scanned one: Windows, and a PATH with `.`, look there for programs.
        { encoding: 'utf8', maxBuffer: MAXIMUM_LISTING, env, cwd: (0,external_node_path_namespaceObject.dirname)(process.execPath) }, (error, stdout) => resolve(error ? undefined : stdout));
    });
}
async function walk(root) {
    const paths = [];
    const gaps = [];
    await visit('', []);
    return { paths, gaps };
    async function visit(folder, rules) {
        if (folder.split('/').length > MAXIMUM_FOLDER_DEPTH) {
            gaps.push({
                kind: 'unreadable-file',
                path: folder,
                detail: `nested deeper than ${MAXIMUM_FOLDER_DEPTH} folders: not visited`
            });
            return;
        }
        let children;
        try {
            children = await (0,promises_namespaceObject.readdir)((0,external_node_path_namespaceObject.join)(root, folder), { withFileTypes: true });
        }
        catch (error) {
            gaps.push({ kind: 'unreadable-file', path: folder, detail: `${explain(error)}: the folder was not visited` });
            return;
        }
        const own = children.some(entry => entry.isFile() && entry.name === '.gitignore')
            ? await ignoreFile(root, folder)
            : undefined;
        const all = own ? [...rules, { base: folder, rules: own }] : rules;
        for (const entry of children) {
            const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
            if (entry.name === '.git' || isIgnored(path, entry.isDirectory(), all))
                continue;
            if (entry.isDirectory())
                await visit(path, all);
            else
                paths.push(path);
        }
    }
}
async function ignoreFile(root, folder) {
    const rules = await (0,promises_namespaceObject.readFile)((0,external_node_path_namespaceObject.join)(root, folder, '.gitignore'), 'utf8').catch(() => undefined);
    if (rules === undefined)
        return undefined;
    // On demand: in a git work tree nothing is walked.
    const { default: ignore } = await __nccwpck_require__.e(/* import() */ 298).then(__nccwpck_require__.t.bind(__nccwpck_require__, 298, 19));
    const bounded = rules.split('\n').filter(rule => (rule.match(STARS)?.length ?? 0) <= MOST_STARS);
    return ignore({ ignorecase: false }).add(bounded.join('\n'));
}
/** The deepest ignore file that has an opinion decides. */
function isIgnored(path, folder, all) {
    for (const { base, rules } of all.toReversed()) {
        const relative = base === '' ? path : path.slice(base.length + 1);
        const { ignored, unignored } = rules.test(folder ? `${relative}/` : relative);
        if (ignored || unignored)
            return ignored;
    }
    return false;
}
async function disk_read(root, path) {
    let file;
    try {
        const real = await (0,promises_namespaceObject.realpath)((0,external_node_path_namespaceObject.join)(root, path));
        if (real !== root && !real.startsWith(root.endsWith(external_node_path_namespaceObject.sep) ? root : root + external_node_path_namespaceObject.sep)) {
            return { unreadable: 'a symbolic link that leads out of the scanned folder: not followed' };
        }
        // Not blocking: a named pipe would otherwise wait for a writer for ever.
        file = await (0,promises_namespaceObject.open)(real, external_node_fs_namespaceObject.constants.O_RDONLY | external_node_fs_namespaceObject.constants.O_NONBLOCK);
        const { size, isFile } = await file.stat().then(stats => ({ size: stats.size, isFile: stats.isFile() }));
        if (!isFile)
            return { unreadable: 'not a regular file' };
        if (size > MAXIMUM_FILE_SIZE) {
            return {
                unreadable: `larger than ${MAXIMUM_FILE_SIZE / 1024 / 1024} MiB (${Math.ceil(size / 1024 / 1024)} MiB): not read`
            };
        }
        return decode(await file.readFile());
    }
    catch (error) {
        const gone = await (0,promises_namespaceObject.lstat)((0,external_node_path_namespaceObject.join)(root, path)).then(() => false, reason => codeOf(reason) === 'ENOENT');
        // Where a name is not UTF-8, what was listed is not what it is called.
        if (gone && path.includes('\ufffd'))
            return { unreadable: 'its path is not UTF-8: not read' };
        if (gone)
            return { absent: 'listed, and not in the folder: deleted there, or left out by a sparse checkout' };
        return { unreadable: explain(error) };
    }
    finally {
        await file?.close();
    }
}
/** The world's faults in words that say what to do. */
function explain(error) {
    const code = codeOf(error);
    switch (code) {
        case 'ENOENT':
            return 'does not exist here, or is a symbolic link to nothing';
        case 'EACCES':
        case 'EPERM':
            return 'no permission to read it';
        case 'ELOOP':
            return 'a symbolic link that leads to itself';
        case 'ENOTDIR':
            return 'a part of the path is no folder';
        case 'ENAMETOOLONG':
            return 'the path is too long for this system';
        default:
            return code === '' ? 'could not be read' : `could not be read (${code})`;
    }
}
/** The system's code of an error, such as `ENOENT`; `''` where it has none. */
function codeOf(error) {
    return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

;// CONCATENATED MODULE: ./lib/commands.js
/** The command line: arguments to a command, its options checked, its output and its exit code. */









/** The exit codes, as `--help` and README.md list them. */
const EXIT_CODES = [
    [0, 'passed: every Kubernetes client reloads its token, or nothing reaches the level of --fail-on'],
    [1, 'findings at or above the level of --fail-on'],
    [2, 'incomplete: a file that may name a client could not be read'],
    [3, 'wrong use or configuration']
];
/** The options, as `--help` and README.md list them. `type` is that of `parseArgs`. */
const OPTIONS = {
    format: { type: 'string', value: 'text|markdown|json', text: 'how the report is written (default: text)' },
    output: {
        type: 'string',
        value: 'FILE',
        text: 'write the report to a file; the headline still goes to the terminal'
    },
    'fail-on': {
        type: 'string',
        value: model/* FAIL_ON */.d$.join('|'),
        text: 'the lowest level that fails (default: error)'
    },
    minimum: {
        type: 'string',
        value: model/* MINIMUM_MODES */.SQ.join('|'),
        text: 'documented: below the vendor documents’ minimum is an error (default); observed: only what the code does counts'
    },
    'allow-incomplete': { type: 'boolean', text: 'pass although a file that may name a client could not be read' },
    help: { type: 'boolean', text: 'show this text' },
    version: { type: 'boolean', text: 'show the version' }
};
const COMMANDS = {
    scan: '[DIR]      judge every Kubernetes client in the folder (the default command; DIR is . unless given)',
    list: '[DIR]      print every client dependency seen, one JSON object a line',
    judge: 'PURL…     judge package URLs such as pkg:npm/@kubernetes/client-node@0.10.2',
    policy: '         print what is known of every client'
};
const POLICY_FORMATS = ['text', 'markdown', 'json'];
/** A scan that takes longer than this, in milliseconds, shows where it is. */
const PATIENCE = 1_000;
/** Runs one command line. Throws `ConfigError` for wrong use: exit code 3. */
async function run(args, version, terminal) {
    const { values, positionals } = parse(args);
    if (values.help === true) {
        terminal.out(help());
        return 0;
    }
    if (values.version === true) {
        terminal.out(`${version}\n`);
        return 0;
    }
    const options = {
        format: values.format ?? 'text',
        ...(values.output === undefined ? {} : { output: values.output }),
        failOn: oneOf('--fail-on', values['fail-on'] ?? model/* FAIL_ON */.d$[0], model/* FAIL_ON */.d$),
        minimum: oneOf('--minimum', values.minimum ?? model/* MINIMUM_MODES */.SQ[0], model/* MINIMUM_MODES */.SQ),
        allowIncomplete: values['allow-incomplete'] === true
    };
    const [first = '', ...rest] = positionals;
    const command = isCommand(first) ? first : 'scan';
    const operands = isCommand(first) ? rest : positionals;
    switch (command) {
        case 'scan':
            return runScan(commands_folderOf(operands), options, terminal);
        case 'list':
            return runList(commands_folderOf(operands), options, terminal);
        case 'judge':
            return runJudge(operands, options, terminal);
        case 'policy':
            return runPolicy(operands, options, terminal);
    }
}
/** The text of `--help`; the exit codes stand at its top. */
function help() {
    const options = Object.entries(OPTIONS).map(([name, option]) => {
        const left = 'value' in option ? `--${name} ${option.value}` : `--${name}`;
        return `  ${left.padEnd(39)} ${option.text}`;
    });
    return [
        'Tells whether the Kubernetes clients of a repository survive bound service-account tokens.',
        '',
        'Exit codes:',
        ...EXIT_CODES.map(([code, text]) => `  ${code}  ${text}`),
        '',
        'Commands:',
        ...Object.entries(COMMANDS).map(([name, text]) => `  bound-token-check ${name} ${text}`),
        '',
        'Options:',
        ...options,
        ''
    ].join('\n');
}
async function runScan(folder, options, terminal) {
    const reporter = reporters.find(({ name }) => name === options.format);
    if (!reporter)
        throw unknownValue('--format', options.format, reporters.map(({ name }) => name));
    const { report, conclusion } = await scanned(folder, options, terminal);
    const text = reporter.render(report, conclusion, { colour: terminal.colour && options.output === undefined });
    if (options.output === undefined)
        terminal.out(text);
    else {
        await writeReport(options.output, text);
        terminal.out(`${headline(report, conclusion)}\n`);
    }
    return conclusion.exitCode;
}
async function runList(folder, options, terminal) {
    const { report, conclusion } = await scanned(folder, { ...options, failOn: 'never' }, terminal);
    const text = list.render(report, conclusion, {});
    if (options.output === undefined)
        terminal.out(text);
    else
        await writeReport(options.output, text);
    return conclusion.exitCode;
}
async function scanned(folder, options, terminal) {
    const begun = terminal.now();
    let shown = 0;
    const report = await scan(await diskWorkspace(folder), {
        minimum: options.minimum,
        onProgress: (done, claimed) => {
            if (!terminal.watched || terminal.now() - begun < PATIENCE || terminal.now() - shown < 100)
                return;
            shown = terminal.now();
            terminal.error(`\r${done} of ${claimed} dependency files`);
        }
    });
    if (shown > 0)
        terminal.error('\r\x1b[K');
    return { report, conclusion: (0,conclude/* conclude */.E)(report, options) };
}
async function runJudge(purls, options, terminal) {
    if (purls.length === 0)
        throw new model/* ConfigError */.xL('judge: no package URL given. Write for example: judge pkg:pypi/kubernetes@11.0.0');
    const { judgePurl } = await __nccwpck_require__.e(/* import() */ 5).then(__nccwpck_require__.bind(__nccwpck_require__, 5005));
    let failed = false;
    for (const purl of purls) {
        const { answer, fails } = await judgePurl(purl, options);
        failed ||= fails;
        terminal.out(`${JSON.stringify(answer)}\n`);
    }
    return failed ? 1 : 0;
}
async function runPolicy(operands, options, terminal) {
    if (operands.length > 0)
        throw new model/* ConfigError */.xL(`policy: takes no operands, and was given ${operands.join(' ')}.`);
    const { policyAsJson, policyAsMarkdown, policyAsText } = await __nccwpck_require__.e(/* import() */ 397).then(__nccwpck_require__.bind(__nccwpck_require__, 3397));
    const format = oneOf('--format', options.format, POLICY_FORMATS);
    const text = { text: policyAsText, markdown: policyAsMarkdown, json: policyAsJson }[format]();
    if (options.output === undefined)
        terminal.out(text);
    else
        await writeReport(options.output, text);
    return 0;
}
function parse(args) {
    try {
        return (0,external_node_util_namespaceObject.parseArgs)({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
    }
    catch (error) {
        const message = error instanceof Error ? (error.message.split('. ')[0] ?? '') : '';
        throw new model/* ConfigError */.xL(`${message.replace(/\.$/, '')}. See bound-token-check --help.`);
    }
}
function commands_folderOf(operands) {
    if (operands.length > 1)
        throw new model/* ConfigError */.xL(`one folder at a time, and ${operands.length} were given: ${operands.join(' ')}`);
    return operands[0] ?? '.';
}
async function writeReport(path, text) {
    try {
        await (0,promises_namespaceObject.writeFile)(path, text);
    }
    catch (error) {
        throw new model/* ConfigError */.xL(`--output ${path}: cannot be written (${codeOf(error)}). Give a file in a folder that exists and may be written to.`);
    }
}
function isCommand(word) {
    return Object.hasOwn(COMMANDS, word);
}
function oneOf(option, value, allowed) {
    const found = allowed.find(candidate => candidate === value);
    if (found === undefined)
        throw unknownValue(option, value, allowed);
    return found;
}
function unknownValue(option, value, allowed) {
    return new model/* ConfigError */.xL(`${option} ${value}: not one of ${allowed.join(', ')}.`);
}


/***/ }),

/***/ 2577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fl: () => (/* binding */ baseName),
/* harmony export */   SF: () => (/* binding */ LONGEST_VERSION),
/* harmony export */   UO: () => (/* binding */ isWithin),
/* harmony export */   dT: () => (/* binding */ LONGEST_RANGE),
/* harmony export */   ub: () => (/* binding */ folderName),
/* harmony export */   yr: () => (/* binding */ depth)
/* harmony export */ });
/** What an ecosystem tells the scan: which files it reads, how, and how its versions are ordered. */
/** The most characters of a version that a scheme looks at. No registry holds a longer one: it is hostile, and refused. */
const LONGEST_VERSION = 256;
/** The most characters of a range that a scheme looks at. No person writes a longer one. */
const LONGEST_RANGE = 4_096;
/** The last part of a path. */
function baseName(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
/** Everything before the last `/` of a path; `''` for a file in the root. */
function folderName(path) {
    return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
/** Whether a folder is `above` or lies below it. */
function isWithin(folder, above) {
    return above === '' || folder === above || folder.startsWith(`${above}/`);
}
/** How many folders lead to a folder; 0 for the root. */
function depth(folder) {
    return folder === '' ? 0 : folder.split('/').length;
}


/***/ }),

/***/ 5417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ spanOf)
/* harmony export */ });
/* harmony import */ var semver_classes_semver_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7163);
/* harmony import */ var semver_functions_compare_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8469);
/* harmony import */ var semver_functions_parse_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6353);
/* harmony import */ var _ecosystem_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2577);
/* harmony import */ var _interval_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3484);
/**
 * The ranges of dep and glide, which Go modules do not have.
 * Specification: https://golang.github.io/dep/docs/Gopkg.toml.html#version-rules and
 * https://github.com/Masterminds/semver#checking-version-constraints. A version alone means `^` to dep; glide, where it
 * means that version (`4.0`: every patch of it), gets the wider answer. Leaves out on purpose: blanks as "and".
 */





const CLAUSE = /^(?<operator>[=!<>~^]{0,2})\s*(?<version>[^\s=!<>~^]+)$/;
const HYPHEN = /^(?<low>[^\s,]+)\s+-\s+(?<high>[^\s,]+)$/;
const VERSION = /^v?(?<major>\d{1,9}|[xX*])(?:\.(?<minor>\d{1,9}|[xX*]))?(?:\.(?<patch>\d{1,9}|[xX*]))?(?:-(?<prerelease>[0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;
const DIGITS = /^\d+$/;
/** What a range of dep or glide allows; undefined for branches, commits and other texts that are no range. */
function spanOf(range) {
    if (range.length > _ecosystem_js__WEBPACK_IMPORTED_MODULE_3__/* .LONGEST_RANGE */ .dT)
        return undefined;
    const intervals = [];
    for (const alternative of range.split('||')) {
        const allowed = allOf(alternative.trim());
        if (!allowed)
            return undefined;
        intervals.push(...allowed);
    }
    return { intervals, prereleases: false };
}
function allOf(text) {
    const { low, high } = HYPHEN.exec(text)?.groups ?? {};
    const clauses = low !== undefined && high !== undefined ? [`>=${low}`, `<=${high}`] : text.split(',');
    let intervals = [{}];
    for (const written of clauses) {
        const allowed = clause(written.trim());
        if (!allowed)
            return undefined;
        intervals = intervals.flatMap(a => allowed.flatMap(b => (0,_interval_js__WEBPACK_IMPORTED_MODULE_4__/* .intersection */ .E)(a, b, compareVersions) ?? []));
    }
    return intervals;
}
function clause(text) {
    const { operator = '', version = '' } = CLAUSE.exec(text)?.groups ?? {};
    const partial = partialOf(version);
    if (!partial)
        return undefined;
    if (partial.written === 0)
        return operator === '!=' ? undefined : [{}];
    const from = { version: lowest(partial), inclusive: true };
    switch (operator) {
        case '':
        case '^':
            return [{ from, to: before(next(partial, Math.min(partial.numbers[0] > 0 ? 0 : 1, partial.written - 1))) }];
        case '~':
        case '~>':
            return [{ from, to: before(next(partial, Math.min(1, partial.written - 1))) }];
        case '=':
            return [{ from, to: last(partial) }];
        case '!=':
            return [
                { to: { version: from.version, inclusive: false } },
                { from: { ...last(partial), inclusive: partial.written < 3 } }
            ];
        case '>':
            return [{ from: { ...from, inclusive: partial.written < 3 } }];
        case '>=':
        case '=>':
            return [{ from }];
        case '<':
            return [{ to: partial.prerelease === '' ? before(partial.numbers) : { ...from, inclusive: false } }];
        case '<=':
        case '=<':
            return [{ to: last(partial) }];
        default:
            return undefined;
    }
}
function partialOf(text) {
    const { major, minor, patch, prerelease = '' } = VERSION.exec(text)?.groups ?? {};
    if (major === undefined)
        return undefined;
    const parts = [major, minor, patch];
    const end = parts.findIndex(part => part === undefined || !DIGITS.test(part));
    const written = end < 0 ? 3 : end;
    const number = (index) => (index < written ? Number(parts[index]) : 0);
    const partial = { numbers: [number(0), number(1), number(2)], written, prerelease };
    if (prerelease !== '' && (written < 3 || !semver_functions_parse_js__WEBPACK_IMPORTED_MODULE_2__(textOf(partial))))
        return undefined;
    return partial;
}
function lowest(partial) {
    return goVersion(textOf(partial));
}
function textOf({ numbers, prerelease }) {
    return `${numbers.join('.')}${prerelease === '' ? '' : `-${prerelease}`}`;
}
/** The bound that ends `=version`: the version itself, or everything that begins with its numbers. */
function last(partial) {
    if (partial.written === 3)
        return { version: lowest(partial), inclusive: true };
    return before(next(partial, partial.written - 1));
}
/** The numbers with the one at `position` one higher and nothing behind it. */
function next({ numbers }, position) {
    return numbers.map((number, index) => (index < position ? number : index === position ? number + 1 : 0));
}
/** Below a version and below all of its pre-releases. */
function before(numbers) {
    return { version: goVersion(`${numbers.join('.')}-0`), inclusive: false };
}
function goVersion(text) {
    return { semver: new semver_classes_semver_js__WEBPACK_IMPORTED_MODULE_0__(text), incompatible: false };
}
function compareVersions(a, b) {
    return semver_functions_compare_js__WEBPACK_IMPORTED_MODULE_1__(a.semver, b.semver);
}


/***/ }),

/***/ 5960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   goVersions: () => (/* binding */ goVersions),
/* harmony export */   parseGoVersion: () => (/* binding */ parseGoVersion)
/* harmony export */ });
/* harmony import */ var semver_functions_compare_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8469);
/* harmony import */ var semver_functions_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6353);
/* harmony import */ var _ecosystem_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2577);
/* harmony import */ var _range_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5417);
/**
 * Go module versions: semantic versions with a `v`, pseudo-versions, `+incompatible`.
 * Specification: https://go.dev/ref/mod#versions. Leaves out on purpose: branch names and commits, which only queries use.
 */




const CANONICAL = /^v(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[0-9A-Za-z.-]+)?(?:\+incompatible)?$/;
// The three forms: vX.0.0-DATE-HASH, vX.Y.Z-PRE.0.DATE-HASH, vX.Y.(Z+1)-0.DATE-HASH. https://go.dev/ref/mod#pseudo-versions
const PSEUDO = /^v\d+\.\d+\.\d+-(?:(?:[0-9A-Za-z.-]+\.)?0\.)?(?<timestamp>\d{14})-(?<revision>[0-9a-f]{12})(?:\+incompatible)?$/;
/** Reads a Go version; undefined for anything that `go.mod` would not accept as a canonical version. */
function parseGoVersion(text) {
    if (text.length > _ecosystem_js__WEBPACK_IMPORTED_MODULE_3__/* .LONGEST_VERSION */ .SF || !CANONICAL.test(text))
        return undefined;
    const semver = semver_functions_parse_js__WEBPACK_IMPORTED_MODULE_1__(text.slice(1));
    if (!semver)
        return undefined;
    const incompatible = text.endsWith('+incompatible');
    const { timestamp, revision } = PSEUDO.exec(text)?.groups ?? {};
    return timestamp && revision ? { semver, incompatible, pseudo: { timestamp, revision } } : { semver, incompatible };
}
/**
 * The order of `golang.org/x/mod/semver`: build metadata, `+incompatible` among it, does not count. Only dep and glide have
 * ranges.
 */
const goVersions = {
    title: 'Go module versions',
    specification: 'https://go.dev/ref/mod#versions',
    parse: parseGoVersion,
    compare: (a, b) => semver_functions_compare_js__WEBPACK_IMPORTED_MODULE_0__(a.semver, b.semver),
    isPrerelease: version => version.semver.prerelease.length > 0,
    span: _range_js__WEBPACK_IMPORTED_MODULE_2__/* .spanOf */ .e
};


/***/ }),

/***/ 3717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  M: () => (/* binding */ ecosystemOf),
  u: () => (/* binding */ ecosystems)
});

// EXTERNAL MODULE: ./lib/syntax/fault.js
var syntax_fault = __nccwpck_require__(6119);
;// CONCATENATED MODULE: ./lib/syntax/tree.js
/** The tree that the JSON, TOML and YAML parsers share: values with the offset where each stands. */
/** The levels of nesting that the parsers accept; no real dependency file comes near it. */
const MAXIMUM_DEPTH = 1_000;
/** The members of a map; none for any other node. */
function members(node) {
    return node?.kind === 'map' ? node.members : [];
}
/** The items of a list; none for any other node. */
function items(node) {
    return node?.kind === 'list' ? node.items : [];
}
/** Follows keys through nested maps; of duplicate keys the last counts. Undefined where a key is missing. */
function child(node, ...keys) {
    let at = node;
    for (const key of keys)
        at = members(at).findLast(member => member.key === key)?.value;
    return at;
}
/** Follows keys to a string; undefined where a key is missing or the value is no string. */
function textOf(node, ...keys) {
    const at = child(node, ...keys);
    return at?.kind === 'text' ? at : undefined;
}
/** Follows keys to a string or a scalar as it is written: a commit of digits alone is a number to YAML. */
function textOrScalar(node, ...keys) {
    const at = child(node, ...keys);
    if (at?.kind === 'text')
        return { text: at.value, at: at.at };
    return at?.kind === 'scalar' && at.text !== '' ? { text: at.text, at: at.at } : undefined;
}
/** Every key and value below a node, joined by blanks: what an element of unexpected shape may be searched for. */
function words(node) {
    switch (node.kind) {
        case 'text':
            return node.value;
        case 'scalar':
            return node.text;
        case 'list':
            return node.items.map(words).join(' ');
        case 'map':
            return node.members.map(({ key, value }) => `${key} ${words(value)}`).join(' ');
    }
}

;// CONCATENATED MODULE: ./lib/syntax/toml.js
/**
 * TOML with the offset of every key and value, read as far as it goes.
 * Specification: TOML 1.0.0, https://toml.io/en/v1.0.0, and what 1.1.0 adds to it: lines, comments and a last comma in
 * inline tables, `\e` and `\xHH`, times without seconds. Leaves out on purpose: the bans on defining a key or table twice
 * (all members are kept), on control characters, and on dates and numbers that are out of range.
 */


// The run before these was cut off at the next blank, comma or bracket, and is short, so nothing here can be slow.
const SCALAR = /^(?:true|false|[+-]?(?:inf|nan)|[+-]?(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?|0x[\dA-Fa-f](?:_?[\dA-Fa-f])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*)$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const DATE_OR_TIME = /^(?:\d{4}-\d\d-\d\d(?:[Tt ](?=\d)|$))?(?:\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:\d\d)?)?$/;
const HEXADECIMAL = /^[\dA-Fa-f]+$/;
const ESCAPES = {
    b: '\b',
    t: '\t',
    n: '\n',
    f: '\f',
    r: '\r',
    e: '\x1b',
    '"': '"',
    '\\': '\\'
};
const ESCAPED_DIGITS = { x: 2, u: 4, U: 8 };
/** Longer than any date; a number of more digits is a hostile one. */
const LONGEST_SCALAR = 1_000;
/**
 * Parses a TOML text into one map of nested tables; `[[name]]` makes a list of maps, dotted keys make nested maps.
 * Never throws on bad input: the fault stands in the result beside what was read before it.
 */
function parseToml(text) {
    let position = 0;
    let fault;
    // Most strings have no escapes: knowing where the next backslash stands lets them be cut out whole.
    let nextBackslash = -1;
    let nextLineEnd = -1;
    const openings = new Map();
    const root = newTable(0);
    document();
    return fault ? { root, fault } : { root };
    function stop(message, at = position) {
        fault ??= new syntax_fault/* SyntaxFault */.M(message, at);
        return undefined;
    }
    function next(character, from) {
        const at = text.indexOf(character, from);
        return at < 0 ? text.length : at;
    }
    /** Reads lines; `depth` is the number of levels that lead to the current table. */
    function document() {
        let table = root;
        let depth = 1;
        for (;;) {
            skipBlankLines();
            if (position >= text.length)
                return;
            if (text[position] === '[') {
                const opened = header();
                if (!opened)
                    return;
                table = opened.table;
                depth = opened.depth;
            }
            else
                pair(table, depth);
            if (fault)
                return;
            skipBlanks();
            skipComment();
            if (position < text.length && text[position] !== '\n' && text[position] !== '\r') {
                stop('expected the end of the line');
                return;
            }
        }
    }
    /** `[name]` or `[[name]]`: the table that the lines below fill. */
    function header() {
        const at = position;
        const isList = text[position + 1] === '[';
        position += isList ? 2 : 1;
        const keys = keyPath();
        const last = keys?.pop();
        if (!keys || !last)
            return undefined;
        if (!text.startsWith(isList ? ']]' : ']', position))
            return stop(isList ? 'expected "]]" after the name' : 'expected "]" after the name');
        position += isList ? 2 : 1;
        const depth = keys.length + 2;
        const parent = descend(root, keys);
        if (!isList)
            return { table: below(parent, last, at), depth };
        const open = opening(parent);
        const table = newTable(at);
        const list = open.lists.get(last.text);
        if (list)
            list.push(table);
        else {
            const items = [table];
            open.lists.set(last.text, items);
            parent.members.push({ key: last.text, keyAt: last.at, value: { kind: 'list', items, at } });
        }
        open.tables.set(last.text, table);
        return { table, depth };
    }
    /** `key = value`, without what follows it on the line. */
    function pair(table, depth) {
        const keys = keyPath();
        const last = keys?.pop();
        if (!keys || !last)
            return;
        if (text[position] !== '=') {
            stop('expected "=" after the key');
            return;
        }
        position++;
        skipBlanks();
        const node = value(depth + keys.length);
        if (node)
            descend(table, keys).members.push({ key: last.text, keyAt: last.at, value: node });
    }
    function newTable(at) {
        return { kind: 'map', members: [], at };
    }
    function opening(table) {
        let open = openings.get(table);
        if (!open) {
            open = { tables: new Map(), lists: new Map() };
            openings.set(table, open);
        }
        return open;
    }
    function descend(from, keys) {
        let table = from;
        for (const key of keys)
            table = below(table, key, key.at);
        return table;
    }
    /** The table of this name below another; made where there is none yet. Of `[[name]]` the last one counts. */
    function below(parent, key, at) {
        const open = opening(parent);
        const known = open.tables.get(key.text);
        if (known)
            return known;
        const table = newTable(at);
        open.tables.set(key.text, table);
        parent.members.push({ key: key.text, keyAt: key.at, value: table });
        return table;
    }
    /** The parts of a dotted key, at least one, with the blanks after it. */
    function keyPath() {
        const keys = [];
        for (;;) {
            skipBlanks();
            const key = simpleKey();
            if (!key)
                return undefined;
            keys.push(key);
            skipBlanks();
            if (text[position] !== '.')
                return keys;
            if (keys.length >= MAXIMUM_DEPTH)
                return stop(`nested deeper than ${MAXIMUM_DEPTH} levels`);
            position++;
        }
    }
    function simpleKey() {
        const start = position;
        const first = text[start];
        if (first === '"' || first === "'") {
            const content = first === '"' ? basic(start + 1, false) : literal(start + 1);
            return content === undefined ? undefined : { text: content, at: start + 1 };
        }
        while (isBareKey(text.charCodeAt(position)))
            position++;
        if (position === start)
            return stop(position < text.length ? 'expected a key' : 'the file ends where a key should stand');
        return { text: text.slice(start, position), at: start };
    }
    /** Undefined where not even the beginning of a value could be read; there is a fault then. */
    function value(depth) {
        const at = position;
        switch (text[at]) {
            case '"':
                return string('"');
            case "'":
                return string("'");
            case '[':
            case '{':
                if (depth >= MAXIMUM_DEPTH)
                    return stop(`nested deeper than ${MAXIMUM_DEPTH} levels`);
                position++;
                return text[at] === '[' ? array(at, depth + 1) : inlineTable(at, depth + 1);
            default:
                return scalar();
        }
    }
    function string(quote) {
        const isLong = text.startsWith(quote.repeat(3), position);
        let at = position + (isLong ? 3 : 1);
        // A line end right after the opening quotes is not part of the string.
        if (isLong && text[at] === '\n')
            at++;
        else if (isLong && text.startsWith('\r\n', at))
            at += 2;
        const content = quote === '"' ? basic(at, isLong) : isLong ? longLiteral(at) : literal(at);
        return content === undefined ? undefined : { kind: 'text', value: content, at };
    }
    /** Reads on from the first character of a string in double quotes; a string without an end is no value. */
    function basic(start, isLong) {
        if (!isLong) {
            const end = text.indexOf('"', start);
            if (nextBackslash < start)
                nextBackslash = next('\\', start);
            if (nextLineEnd < start)
                nextLineEnd = next('\n', start);
            if (end >= 0 && end < nextBackslash && end < nextLineEnd) {
                position = end + 1;
                return text.slice(start, end);
            }
        }
        const parts = [];
        let from = start;
        for (let at = start; at < text.length; at++) {
            const character = text[at];
            if (character === '"') {
                if (isLong && !text.startsWith('"""', at))
                    continue;
                const end = isLong ? lastTriple(at, '"') : at;
                position = end + (isLong ? 3 : 1);
                if (parts.length === 0)
                    return text.slice(from, end);
                parts.push(text.slice(from, end));
                return parts.join('');
            }
            if (character === '\n' && !isLong)
                return stop('the string has no closing quote on its line', start - 1);
            if (character !== '\\')
                continue;
            parts.push(text.slice(from, at));
            const letter = text[at + 1] ?? '';
            const digits = ESCAPED_DIGITS[letter];
            if (digits !== undefined) {
                const escaped = codePoint(text.slice(at + 2, at + 2 + digits), digits);
                if (escaped === undefined)
                    return stop('expected the number of a character after the backslash', at);
                parts.push(escaped);
                from = at + 2 + digits;
            }
            else if (ESCAPES[letter] !== undefined) {
                parts.push(ESCAPES[letter]);
                from = at + 2;
            }
            else {
                const next = isLong ? afterLineEnd(at + 1) : undefined;
                if (next === undefined)
                    return stop('no such escape', at);
                from = next;
            }
            at = from - 1;
        }
        return isLong
            ? stop('the string has no closing quotes', start)
            : stop('the string has no closing quote on its line', start - 1);
    }
    function literal(start) {
        for (let at = start; at < text.length; at++) {
            if (text[at] === "'") {
                position = at + 1;
                return text.slice(start, at);
            }
            if (text[at] === '\n')
                break;
        }
        return stop('the string has no closing quote on its line', start - 1);
    }
    function longLiteral(start) {
        const first = text.indexOf("'''", start);
        if (first < 0)
            return stop('the string has no closing quotes', start);
        const end = lastTriple(first, "'");
        position = end + 3;
        return text.slice(start, end);
    }
    /** One or two quotes may stand right before the closing ones: the last three of up to five close the string. */
    function lastTriple(at, quote) {
        let end = at;
        while (end < at + 2 && text[end + 3] === quote)
            end++;
        return end;
    }
    /** After a backslash at the end of a line: where the next text stands. Undefined when the line does not end there. */
    function afterLineEnd(from) {
        let hasLineEnd = false;
        for (let at = from;; at++) {
            const character = text[at];
            if (character === '\n')
                hasLineEnd = true;
            else if (character !== ' ' && character !== '\t' && character !== '\r')
                return hasLineEnd ? at : undefined;
        }
    }
    function scalar() {
        const at = position;
        let end = endOfRun(at);
        if (end === at)
            return stop(at < text.length ? 'expected a value' : 'the file ends where a value should stand');
        // A date and its time may be written apart.
        if (end - at === 10 && text[end] === ' ' && isDigit(text.charCodeAt(end + 1)) && DATE.test(text.slice(at, end))) {
            end = endOfRun(end + 1);
        }
        const run = text.slice(at, Math.min(end, at + LONGEST_SCALAR + 1));
        if (run.length > LONGEST_SCALAR || !(SCALAR.test(run) || DATE_OR_TIME.test(run)))
            return stop('expected a value');
        position = end;
        return { kind: 'scalar', text: run, at };
    }
    /** The end of a run of what may be a number, a date or a word. */
    function endOfRun(from) {
        let end = from;
        while (end < text.length && isScalar(text.charCodeAt(end)))
            end++;
        return end;
    }
    function array(at, depth) {
        const items = [];
        for (;;) {
            skipBlankLines();
            if (text[position] === ']') {
                position++;
                break;
            }
            const item = value(depth);
            if (item)
                items.push(item);
            if (fault || !separator(']'))
                break;
        }
        return { kind: 'list', items, at };
    }
    function inlineTable(at, depth) {
        const table = newTable(at);
        for (;;) {
            skipBlankLines();
            if (text[position] === '}') {
                position++;
                break;
            }
            pair(table, depth);
            if (fault || !separator('}'))
                break;
        }
        return table;
    }
    /** Reads the comma after an element; false when there is none and the closing bracket must follow, or a fault. */
    function separator(close) {
        skipBlankLines();
        if (text[position] === ',')
            position++;
        else if (text[position] !== close) {
            stop(position < text.length ? `expected "," or "${close}"` : `the file ends before "${close}"`);
            return false;
        }
        return true;
    }
    function skipBlanks() {
        while (text[position] === ' ' || text[position] === '\t')
            position++;
    }
    function skipComment() {
        if (text[position] !== '#')
            return;
        position = next('\n', position);
    }
    function skipBlankLines() {
        for (;;) {
            const character = text[position];
            if (character === ' ' || character === '\n' || character === '\r' || character === '\t')
                position++;
            else if (character === '#')
                skipComment();
            else
                return;
        }
    }
}
function isDigit(code) {
    return code >= 48 && code <= 57;
}
/** A letter, a digit, `-` or `_`. */
function isBareKey(code) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code) || code === 45 || code === 95;
}
/** What numbers, dates and words are made of; beyond keys also `+`, `.` and `:`. */
function isScalar(code) {
    return isBareKey(code) || code === 43 || code === 46 || code === 58;
}
function codePoint(hexadecimal, digits) {
    if (hexadecimal.length !== digits || !HEXADECIMAL.test(hexadecimal))
        return undefined;
    const code = Number.parseInt(hexadecimal, 16);
    // Surrogates are no characters: https://toml.io/en/v1.0.0#string.
    return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? undefined : String.fromCodePoint(code);
}

// EXTERNAL MODULE: ./lib/ecosystems/ecosystem.js
var ecosystem = __nccwpck_require__(2577);
;// CONCATENATED MODULE: ./lib/syntax/xml.js
/**
 * XML elements with the offset of every name, attribute value and text, read as far as it goes.
 * Specification: XML 1.0, https://www.w3.org/TR/xml/. Leaves out on purpose: DTDs (entities declared in one stay
 * unexpanded), namespaces (a prefix is part of the name), and the finer rules that do no harm when broken: which
 * characters a name or text may hold, `--` in comments, `]]>` in texts, an `&` that begins no reference.
 */


const NAME = /[A-Za-z_:\u0080-\uffff][\w:.\u0080-\uffff-]*/y;
const NON_BLANK = /[^ \t\r\n]/;
const NON_BLANK_FROM = /[^ \t\r\n]/g;
// What can end or hide the end of a document type declaration.
const DOCTYPE_PART = /["'[\]>]|<!--|<\?/g;
const REFERENCE = /&(?:#(?<decimal>\d+)|#x(?<hexadecimal>[\dA-Fa-f]+)|(?<name>[a-z]{2,4}));/y;
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
// https://www.w3.org/TR/xml/#sec-line-ends
const LINE_END = /\r\n?/g;
// https://www.w3.org/TR/xml/#AVNormalize
const BLANK_IN_ATTRIBUTE = /\r\n|[\t\r\n]/g;
/** Parses an XML text. Never throws on bad input: the fault stands in the result beside what was read before it. */
function parseXml(text) {
    const open = [];
    let root;
    let position = 0;
    const fault = read();
    while (open.length > 0)
        close(false);
    return { ...(root ? { root } : {}), ...(fault ? { fault } : {}) };
    function read() {
        try {
            while (position < text.length)
                markup();
            const innermost = open.at(-1);
            if (innermost)
                stop('the element has no end tag', innermost.at);
            if (!root)
                stop('the file holds no element');
            return undefined;
        }
        catch (error) {
            if (error instanceof syntax_fault/* SyntaxFault */.M)
                return error;
            throw error;
        }
    }
    function stop(message, at = position) {
        throw new syntax_fault/* SyntaxFault */.M(message, at);
    }
    /** Reads the text up to the next "<" and what begins there. */
    function markup() {
        const next = text.indexOf('<', position);
        characters(next < 0 ? text.length : next);
        if (next < 0)
            return;
        if (text.startsWith('<!--', position))
            skipPast('-->', 4, 'the comment has no end');
        else if (text.startsWith('<![CDATA[', position))
            characterData();
        else if (text.startsWith('<?', position))
            skipPast('?>', 2, 'the processing instruction has no end');
        else if (text.startsWith('<!DOCTYPE', position))
            doctype();
        else if (text.startsWith('</', position))
            endTag();
        else
            startTag();
    }
    /** Moves behind the next `mark`, looked for from `length` characters on. */
    function skipPast(mark, length, message) {
        const end = text.indexOf(mark, position + length);
        if (end < 0)
            stop(message);
        position = end + mark.length;
    }
    function characters(end) {
        const raw = text.slice(position, end);
        const blank = !NON_BLANK.test(raw);
        const parent = open.at(-1);
        if (parent) {
            if (!blank || parent.pieces.length > 0)
                addPieces(parent.pieces, raw, position);
        }
        else if (!blank)
            stop('expected an element, not text', position + raw.search(NON_BLANK));
        position = end;
    }
    function characterData() {
        const parent = open.at(-1);
        const start = position + '<![CDATA['.length;
        if (!parent)
            stop('expected an element, not text');
        skipPast(']]>', '<![CDATA['.length, 'the CDATA section has no end');
        parent.pieces.push({ value: text.slice(start, position - 3), at: start });
    }
    /** Skips a document type declaration with its internal subset; https://www.w3.org/TR/xml/#NT-doctypedecl. */
    function doctype() {
        const start = position;
        let inSubset = false;
        if (root || open.length > 0)
            stop('a document type declaration stands behind the first element');
        position += '<!DOCTYPE'.length;
        for (;;) {
            DOCTYPE_PART.lastIndex = position;
            const part = DOCTYPE_PART.exec(text);
            if (!part)
                stop('the document type declaration has no end', start);
            position = part.index;
            if (part[0] === '<!--')
                skipPast('-->', 4, 'the comment has no end');
            else if (part[0] === '<?')
                skipPast('?>', 2, 'the processing instruction has no end');
            else if (part[0] === '"' || part[0] === "'")
                skipPast(part[0], 1, 'the quoted text has no end');
            else {
                position++;
                if (part[0] === '[')
                    inSubset = true;
                else if (part[0] === ']')
                    inSubset = false;
                else if (!inSubset)
                    return;
            }
        }
    }
    function endTag() {
        const name = nameAt(position + 2);
        const end = skipBlank(position + 2 + name.length);
        if (name === '' || name !== open.at(-1)?.name)
            stop('the end tag belongs to no open element');
        if (text[end] !== '>')
            stop('expected ">" after the name of the end tag', end);
        position = end + 1;
        close(true);
    }
    function startTag() {
        const start = position;
        const at = start + 1;
        const name = nameAt(at);
        if (name === '')
            stop('"<" begins no tag');
        if (root)
            stop('the file holds more than one outermost element', at);
        if (open.length >= MAXIMUM_DEPTH)
            stop(`nested deeper than ${MAXIMUM_DEPTH} levels`, at);
        position = at + name.length;
        const attributes = new Map();
        for (;;) {
            const after = skipBlank(position);
            const empty = text[after] === '/' && text[after + 1] === '>';
            if (empty || text[after] === '>') {
                position = after + (empty ? 2 : 1);
                open.push({ name, at, attributes, children: [], pieces: [], from: position });
                if (empty)
                    close(true);
                return;
            }
            if (after >= text.length)
                stop('the tag has no end', start);
            if (after === position)
                stop('expected a blank, ">" or "/>" in the tag');
            position = after;
            attribute(attributes);
        }
    }
    function attribute(attributes) {
        const name = nameAt(position);
        if (name === '')
            stop('expected the name of an attribute');
        if (attributes.has(name))
            stop('the tag has two attributes of the same name');
        position = skipBlank(position + name.length);
        if (text[position] !== '=')
            stop('expected "=" after the name of the attribute');
        position = skipBlank(position + 1);
        const quote = text[position];
        if (quote !== '"' && quote !== "'")
            stop('expected a quote before the value of the attribute');
        const start = position + 1;
        skipPast(quote, 1, 'the value of the attribute has no closing quote');
        const raw = text.slice(start, position - 1);
        const less = raw.indexOf('<');
        if (less >= 0)
            stop('the value of an attribute holds "<"', start + less);
        const pieces = [];
        addPieces(pieces, raw, start);
        attributes.set(name, trimmed(pieces, start, BLANK_IN_ATTRIBUTE, ' '));
    }
    function nameAt(at) {
        NAME.lastIndex = at;
        return NAME.exec(text)?.[0] ?? '';
    }
    function skipBlank(from) {
        NON_BLANK_FROM.lastIndex = from;
        return NON_BLANK_FROM.exec(text)?.index ?? text.length;
    }
    function close(closed) {
        const element = open.pop();
        if (!element)
            return;
        const { name, at, attributes, children, pieces, from } = element;
        const content = trimmed(pieces, from, LINE_END, '\n');
        const parent = open.at(-1);
        const done = { name, at, attributes, children, content, closed };
        if (parent)
            parent.children.push(done);
        else
            root = done;
    }
}
/** The first child of that name below each name of the path; undefined where one is missing. */
function childElement(parent, ...path) {
    let at = parent;
    for (const name of path)
        at = at?.children.find(child => child.name === name);
    return at;
}
/** Every element that the path of names leads to; none for an element that is missing. */
function childElements(parent, ...path) {
    let found = parent ? [parent] : [];
    for (const name of path)
        found = found.flatMap(element => element.children.filter(child => child.name === name));
    return found;
}
/** Every attribute value and text of an element and of those in it, joined by blanks: what it may be searched for. */
function elementWords({ attributes, children, content }) {
    const values = Array.from(attributes.values(), ({ value }) => value);
    return [...values, content.value, ...children.map(elementWords)].join(' ');
}
/** Cuts a text into runs and references, so that each keeps its own offset. */
function addPieces(pieces, raw, at) {
    let from = 0;
    for (let ampersand = raw.indexOf('&'); ampersand >= 0; ampersand = raw.indexOf('&', ampersand + 1)) {
        REFERENCE.lastIndex = ampersand;
        const match = REFERENCE.exec(raw);
        const value = match?.groups ? decoded(match.groups) : undefined;
        if (value === undefined)
            continue;
        if (ampersand > from)
            pieces.push({ value: raw.slice(from, ampersand), at: at + from });
        pieces.push({ value, at: at + ampersand, reference: true });
        from = REFERENCE.lastIndex;
    }
    if (from < raw.length)
        pieces.push({ value: raw.slice(from), at: at + from });
}
/** What a reference stands for; undefined for an entity of a DTD and for a number that is no character. */
function decoded(groups) {
    const { decimal, hexadecimal, name } = groups;
    if (name !== undefined)
        return ENTITIES[name];
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : undefined;
}
/** Joins pieces, without the blanks around the whole. References are spared the replacing of line ends, as the clauses say. */
function trimmed(pieces, empty, blank, replacement) {
    const first = pieces.findIndex(piece => NON_BLANK.test(piece.value));
    const begin = pieces[first];
    if (!begin)
        return { value: '', at: empty };
    const skipped = begin.value.search(NON_BLANK);
    const joined = pieces
        .slice(first)
        .map(piece => {
        const value = piece === begin ? piece.value.slice(skipped) : piece.value;
        return piece.reference ? value : value.replace(blank, replacement);
    })
        .join('');
    let end = joined.length;
    while (isBlank(joined.charCodeAt(end - 1)))
        end--;
    return { value: joined.slice(0, end), at: begin.at + skipped };
}
function isBlank(code) {
    return code === 32 || code === 10 || code === 13 || code === 9;
}

;// CONCATENATED MODULE: ./lib/ecosystems/gap.js
/** Gaps: for an element of unexpected shape, and for a requirement that does not stand in the text as it is. */


/** At a member's key, for a key is what people look for; with every word of the element, in case one names a client. */
function gapFor(element, gap) {
    if ('attributes' in element)
        return { gap, text: elementWords(element), at: element.at };
    if ('kind' in element)
        return { gap, text: words(element), at: element.at };
    return { gap, text: `${element.key} ${words(element.value)}`, at: element.keyAt };
}
/** The entry, or a gap where escapes in the text keep its requirement from standing at its offset as it is. */
function entryAt(text, entry) {
    const { name, requirement, at } = entry;
    if (text.startsWith(requirement.kind === 'none' ? name : requirement.text, at))
        return entry;
    return { gap: 'the requirement is written with escapes', text: name, at };
}

// EXTERNAL MODULE: ./lib/model.js
var model = __nccwpck_require__(9814);
;// CONCATENATED MODULE: ./lib/ecosystems/cargo/entry.js
/** Sources as Cargo's two files name them. */

/** A source whose text is what a person would change to get another one. */
function sourceAt({ value, at }, facts = {}) {
    return { requirement: (0,model/* sourceRequirement */.V$)(value, facts), at };
}

;// CONCATENATED MODULE: ./lib/ecosystems/cargo/upgrade.js
/**
 * The commands and edits that bring a crate to a version, run with cargo 1.95. An alias is a text of the repository and
 * stands in none of them.
 */
/** For a `Cargo.toml`: `cargo add` writes to `[dependencies]` only, so the line itself is to be changed. */
function manifestUpgrade(name, version, { requirement, alias, direct }) {
    const written = `${requirement?.kind === 'version' ? '=' : ''}${version}`;
    const edit = alias === undefined ? `${name} = "${written}"` : `{ package = "${name}", version = "${written}" }`;
    const where = requirement?.kind === 'none' && direct === true ? '# in the Cargo.toml of the workspace' : '# in Cargo.toml';
    return [`${where}: ${edit}`, `cargo update -p ${name}`];
}
/** For a `Cargo.lock`: `--precise` alone reaches no version that whoever asks for the crate does not allow. */
function lockUpgrade(name, version, { direct }) {
    if (direct === true)
        return [`# in Cargo.toml: ${name} = "${version}"`, `cargo update -p ${name}`];
    const precise = `cargo update -p ${name} --precise ${version}`;
    const parent = `cargo tree -i ${name}  # if that is refused: shows the crate to update instead`;
    return [precise, parent];
}

;// CONCATENATED MODULE: ./lib/ecosystems/cargo/cargo-lock.js
/**
 * `Cargo.lock`: what Cargo resolved for a package or a workspace.
 * Specification: https://doc.rust-lang.org/cargo/guide/cargo-toml-vs-cargo-lock.html, and the code that writes it,
 * https://github.com/rust-lang/cargo/blob/master/src/cargo/core/resolver/encode.rs. Leaves out on purpose: packages
 * without a `source`, which are folders of the project; checksums; `[[patch.unused]]`, which nothing uses.
 */







/** Versions 1 and 2 do not write their number, and Cargo refuses a file that does. */
const WRITTEN_VERSIONS = new Set(['3', '4']);
const DIGITS = /^\d{1,9}$/;
const REGISTRY = /^(?:registry|sparse|local-registry|directory)\+/;
// git+ADDRESS, then `?branch=`, `?tag=` or `?rev=`, then `#` and the commit.
const GIT = /^git\+(?<url>[^?#]*)(?:\?(?<query>[^#]*))?(?:#(?<revision>.*))?$/s;
const BRANCH = /(?:^|&)branch=(?<branch>[^&]*)/;
// `kube`, `kube 0.87.1` where the name alone is ambiguous, `kube 0.87.1 (SOURCE)` where the version is; version 1 always
// writes the last form.
const cargo_lock_REFERENCE = /^(?<name>[^ ]+)(?: (?<version>[^ ]+)(?: \((?<source>.*)\))?)?$/s;
const cargoLock = {
    name: 'Cargo.lock',
    origin: 'lockfile',
    specification: 'https://doc.rust-lang.org/cargo/guide/cargo-toml-vs-cargo-lock.html',
    formatVersions: '1, 2, 3, 4',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'Cargo.lock',
    read,
    graph,
    answers: ['Cargo.toml'],
    upgrade: lockUpgrade
};
function* read(text) {
    const { root, fault } = parseToml(text);
    const version = child(root, 'version');
    if (version && !(version.kind === 'scalar' && WRITTEN_VERSIONS.has(version.text))) {
        const shown = version.kind === 'scalar' && DIGITS.test(version.text) ? ` ${version.text}` : '';
        throw new syntax_fault/* SyntaxFault */.M(`Cargo.lock version${shown} is not known; 3, 4 and those before it are`, version.at);
    }
    const packages = packagesOf(root);
    const roots = rootsOf(root, packages);
    const asked = new Set(roots.flatMap(dependenciesOf));
    for (const node of packages) {
        const source = child(node, 'source');
        // A package that `[replace]` replaces is not used; what is used instead stands beside it, unless it is a folder.
        const replacement = textOf(node, 'replace');
        if (!source || replacement?.value.endsWith(')'))
            continue;
        const found = entry(node, source, replacement);
        // Where the file breaks off, its last package lacks something: the fault says so.
        if (!('gap' in found && fault))
            yield found;
    }
    if (fault)
        throw fault;
    function entry(node, source, replacement) {
        const [name, version] = [textOf(node, 'name'), textOf(node, 'version')];
        const gap = { gap: 'expected a package with name, version and source', text: words(node), at: node.at };
        if (!name || !version || source.kind !== 'text')
            return gap;
        const written = referencesTo(name.value, version.value, source.value);
        // Of a file that breaks off nobody knows what else was asked for.
        const direct = roots.length === 0 || fault ? {} : { direct: written.some(reference => asked.has(reference)) };
        const common = { name: name.value, ...direct };
        if (replacement)
            return entryAt(text, { ...common, ...sourceAt(replacement) });
        if (!REGISTRY.test(source.value))
            return entryAt(text, { ...common, ...sourceOf(source) });
        return entryAt(text, { ...common, requirement: { kind: 'version', text: version.value }, at: version.at });
    }
}
/** Which package needs which, from what the project's own packages need. */
function graph(text) {
    const { root } = parseToml(text);
    const nodes = packagesOf(root);
    const roots = rootsOf(root, nodes);
    const byReference = new Map();
    const packages = new Map();
    for (const [key, node] of nodes.entries()) {
        const [name, version, source] = [textOf(node, 'name'), textOf(node, 'version'), textOf(node, 'source')];
        if (!name || !version || !source)
            continue;
        packages.set(key, { name: name.value, version: version.value });
        for (const reference of referencesTo(name.value, version.value, source.value))
            byReference.set(reference, key);
    }
    return {
        packages,
        ...(roots.length === 0 ? {} : { roots: roots.flatMap(keysOf) }),
        needsOf: key => keysOf(nodes[Number(key)])
    };
    function keysOf(node) {
        return node ? dependenciesOf(node).flatMap(reference => byReference.get(reference) ?? []) : [];
    }
}
function packagesOf(root) {
    return members(root).flatMap(({ key, value }) => (key === 'package' ? items(value) : []));
}
/** The packages of the project, which have no source. The project itself stood apart before 2017. */
function rootsOf(root, packages) {
    return [child(root, 'root'), ...packages.filter(node => !child(node, 'source'))].filter(node => node !== undefined);
}
/** Every form in which another package may name this one. */
function referencesTo(name, version, source) {
    return [name, `${name} ${version}`, referenceOf(name, version, source)];
}
/** What a package asks for, each as the file writes it, the commit of a git address left out. */
function dependenciesOf(node) {
    return items(child(node, 'dependencies')).flatMap(item => {
        const { name, version, source } = (item.kind === 'text' && cargo_lock_REFERENCE.exec(item.value)?.groups) || {};
        if (name === undefined)
            return [];
        if (version === undefined)
            return [name];
        return [source === undefined ? `${name} ${version}` : referenceOf(name, version, source)];
    });
}
function referenceOf(name, version, source) {
    const hash = source.indexOf('#');
    return `${name} ${version} (${hash < 0 ? source : source.slice(0, hash)})`;
}
/** A git address with its commit, or whatever else is no registry. */
function sourceOf(source) {
    const { url, query = '', revision = '' } = GIT.exec(source.value)?.groups ?? {};
    if (url === undefined)
        return sourceAt(source);
    const branch = BRANCH.exec(query)?.groups?.['branch'];
    const text = revision === '' ? source : { value: revision, at: source.at + source.value.length - revision.length };
    return sourceAt(text, { url, branch, ...(revision === '' ? {} : { revision }) });
}

;// CONCATENATED MODULE: ./lib/ecosystems/cargo/cargo-toml.js
/**
 * `Cargo.toml`: what a Rust package asks for, what a workspace lends to its members, and what replaces a crate.
 * Specification: https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html and, for `[patch]` and `[replace]`,
 * https://doc.rust-lang.org/cargo/reference/overriding-dependencies.html. Leaves out on purpose: the package's own name,
 * features, which only repeat names, and patches in Cargo's configuration. A dependency that is a folder and nothing else
 * is the project's own code: its manifest is read in.
 */






/** The tables of packages that somebody asks for, with the spellings from before 2024. */
const SECTIONS = new Set([
    'dependencies',
    'dev-dependencies',
    'dev_dependencies',
    'build-dependencies',
    'build_dependencies'
]);
const cargo_toml_REGISTRY = 'crates-io';
/** The address of that registry, which `[patch]` may use in place of its name. */
const REGISTRY_ADDRESS = /\/crates\.io-index\/?$/;
// `=1.2.3` is one version; `=1.2` and a bare `1.2.3` are several.
const EXACT = /^= *(?<version>\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?)$/;
// What templates put where a version should stand.
const PLACEHOLDER = /\{\{|\$\{|^@[^@]*@$|^%[^%]*%$|^<[^>\d][^>]*>$/;
/** The name in a key of `[replace]`: `kube:0.87.1`, or behind the `#` or the last `/` of an address. */
const REPLACED = /^(?:.*[#/])?(?<name>[^#/:@]+)(?:[:@][^#/:@]*)?$/s;
const LAST_SLASHES = /[\\/]{1,100}$/;
const cargoToml = {
    name: 'Cargo.toml',
    origin: 'manifest',
    specification: 'https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'Cargo.toml',
    read: cargo_toml_read,
    // A member of a workspace says `workspace = true`, and the manifest above it says which version.
    answers: ['Cargo.toml'],
    upgrade: manifestUpgrade
};
function* cargo_toml_read(text) {
    const { root, fault } = parseToml(text);
    const patches = patchesOf(root);
    const lent = values(root, 'workspace').flatMap(workspace => values(workspace, 'dependencies'));
    const lentNames = new Set(lent.flatMap(members).map(({ key }) => key));
    /** What the package itself takes from the workspace of the same file: told once, where the version stands. */
    const taken = new Set();
    for (const holder of [
        root,
        ...values(root, 'target')
            .flatMap(members)
            .map(({ value }) => value)
    ]) {
        for (const { key, keyAt, value } of members(holder)) {
            if (!SECTIONS.has(key))
                continue;
            if (value.kind !== 'map')
                yield gapAt(keyAt, 'expected a table of packages', value);
            for (const member of members(value)) {
                if (inherits(member.value) && lentNames.has(member.key))
                    taken.add(member.key);
                else
                    yield* dependency(member, true);
            }
        }
    }
    for (const table of lent)
        for (const member of members(table))
            yield* dependency(member, taken.has(member.key));
    for (const { member, used } of [...patches.values()].flat())
        if (!used)
            yield* replacement(member, nameOf(member));
    for (const member of values(root, 'replace').flatMap(members)) {
        const name = REPLACED.exec(member.key)?.groups?.['name'] ?? member.key;
        yield* replacement(member, { value: name });
    }
    if (fault)
        throw fault;
    function* dependency(member, direct) {
        const name = nameOf(member);
        const common = {
            name: name.value,
            ...(name.value === member.key ? {} : { alias: member.key }),
            ...(direct ? { direct } : {})
        };
        const found = inherits(member.value) ? { requirement: { kind: 'none' }, at: name.at } : locate(member);
        const path = textOf(member.value, 'path');
        if ('gap' in found)
            yield found;
        // Where the file breaks off, its last table lacks something: the fault says so.
        else if (found.requirement.kind === 'none' && !inherits(member.value) && fault)
            return;
        else if (found.requirement.kind === 'source' && path?.at === found.at) {
            yield { include: `${path.value.replaceAll('\\', '/').replace(LAST_SLASHES, '')}/Cargo.toml`, at: path.at };
        }
        else {
            const instead = patches.get(patchKey(originOf(member.value), name.value)) ?? [];
            for (const patch of instead) {
                patch.used = true;
                const located = locate(patch.member);
                yield 'gap' in located ? located : entryAt(text, { ...common, ...located, usedAt: found.at });
            }
            if (instead.length === 0)
                yield entryAt(text, { ...common, ...found });
        }
    }
    function* replacement(member, name) {
        const found = locate(member);
        yield 'gap' in found ? found : entryAt(text, { name: name.value, ...found });
    }
    /** A version, a range or a source; a folder only where nothing else is given. */
    function locate(member) {
        const { value } = member;
        if (value.kind !== 'text' && value.kind !== 'map')
            return gapAt(member.keyAt, 'expected a version or a table', value, member);
        const git = textOf(value, 'git');
        if (git) {
            const [revision, branch] = [textOf(value, 'rev') ?? textOf(value, 'tag'), textOf(value, 'branch')];
            return sourceAt(revision ?? branch ?? git, { url: git.value, revision: revision?.value, branch: branch?.value });
        }
        const version = value.kind === 'text' ? value : child(value, 'version');
        if (version) {
            const written = version.kind === 'text' ? versionIn(version) : undefined;
            return written ?? gapAt(version.at, 'expected a version requirement', value, member);
        }
        const path = textOf(value, 'path');
        if (path)
            return sourceAt(path);
        return { requirement: { kind: 'none' }, at: nameOf(member).at };
    }
}
/** The patches by the origin and the name of the crate that they replace. */
function patchesOf(root) {
    const patches = new Map();
    for (const { key, value } of values(root, 'patch').flatMap(members)) {
        const origin = REGISTRY_ADDRESS.test(key) ? cargo_toml_REGISTRY : key;
        for (const member of members(value)) {
            const at = patchKey(origin, nameOf(member).value);
            const others = patches.get(at);
            if (others)
                others.push({ member, used: false });
            else
                patches.set(at, [{ member, used: false }]);
        }
    }
    return patches;
}
function patchKey(origin, name) {
    return JSON.stringify([origin, name]);
}
/** What a patch names to replace this dependency: its git address, its registry, or the usual registry. */
function originOf(node) {
    return (textOf(node, 'git') ?? textOf(node, 'registry'))?.value ?? cargo_toml_REGISTRY;
}
/** The package that is meant: `package` where the key is a name of the project's own. */
function nameOf({ key, keyAt, value }) {
    return textOf(value, 'package') ?? { value: key, at: keyAt };
}
function inherits(node) {
    const workspace = child(node, 'workspace');
    return workspace?.kind === 'scalar' && workspace.text === 'true';
}
/** Undefined for an empty text, which Cargo refuses. */
function versionIn({ value, at }) {
    const text = value.trim();
    if (text === '')
        return undefined;
    const offset = at + value.indexOf(text);
    const exact = EXACT.exec(text)?.groups?.['version'];
    if (exact !== undefined)
        return { requirement: { kind: 'version', text: exact }, at: offset + text.length - exact.length };
    return { requirement: { kind: PLACEHOLDER.test(text) ? 'version' : 'range', text }, at: offset };
}
/** Every value of a key: one that is there twice is a mistake, but none to hide a client behind. */
function values(node, key) {
    return members(node).flatMap(member => (member.key === key ? [member.value] : []));
}
function gapAt(at, gap, node, member) {
    return { gap, text: member ? `${member.key} ${words(node)}` : words(node), at };
}

;// CONCATENATED MODULE: ./lib/ecosystems/cargo/index.js
/** Rust: `Cargo.toml` asks, and `Cargo.lock` holds what Cargo chose for a package or a workspace. */


const cargo = {
    id: 'cargo',
    title: 'Rust',
    formats: [cargoToml, cargoLock],
    versions: async () => (await __nccwpck_require__.e(/* import() */ 330).then(__nccwpck_require__.bind(__nccwpck_require__, 330))).crateVersions,
    // The registry allows no two names that differ in case or in `-` and `_` only, but Cargo finds none but the exact one.
    canonicalName: name => name,
    needle: name => name
};

;// CONCATENATED MODULE: ./lib/syntax/json.js
/**
 * JSON with the offset of every key and value, read as far as it goes.
 * Specification: RFC 8259. Also accepts what the package managers' own dialects add (JSONC), comments and trailing
 * commas, and control characters in strings other than the line end, which always means a forgotten quote.
 */


const json_SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const json_ESCAPES = new Map([
    ['"', '"'],
    ['\\', '\\'],
    ['/', '/'],
    ['b', '\b'],
    ['f', '\f'],
    ['n', '\n'],
    ['r', '\r'],
    ['t', '\t']
]);
const json_HEXADECIMAL = /^[0-9a-fA-F]{4}$/;
const QUOTE = 34;
const BACKSLASH = 92;
const LINE_FEED = 10;
/** Parses a JSON text. Never throws on bad input: the fault stands in the result beside what was read before it. */
function parseJson(text) {
    let position = 0;
    let fault;
    // Where the next backslash and line end stand: most strings have neither, and are then one slice of the text.
    let nextBackslash = text.indexOf('\\');
    let nextLineFeed = text.indexOf('\n');
    const root = value(0) ?? { kind: 'scalar', text: '', at: 0 };
    if (!fault) {
        skipBlank();
        if (position < text.length)
            stop('expected the end of the file after the JSON value');
    }
    return fault ? { root, fault } : { root };
    function stop(message, at = position) {
        fault ??= new syntax_fault/* SyntaxFault */.M(message, at);
    }
    function skipBlank() {
        for (;;) {
            const code = text.charCodeAt(position);
            if (code === 32 || code === 10 || code === 13 || code === 9)
                position++;
            else if (code === 47 && text.charCodeAt(position + 1) === 47) {
                const end = text.indexOf('\n', position);
                position = end < 0 ? text.length : end;
            }
            else if (code === 47 && text.charCodeAt(position + 1) === 42) {
                const end = text.indexOf('*/', position + 2);
                if (end < 0) {
                    stop('the comment has no end');
                    return;
                }
                position = end + 2;
            }
            else
                return;
        }
    }
    /** Undefined where a fault leaves nothing of the value; what a list or object held before one is kept. */
    function value(depth) {
        skipBlank();
        const at = position;
        const first = text[position];
        if (first === '"') {
            const content = quoted();
            return fault ? undefined : { kind: 'text', value: content, at: at + 1 };
        }
        if (first === '{' || first === '[') {
            if (depth >= MAXIMUM_DEPTH) {
                stop(`nested deeper than ${MAXIMUM_DEPTH} levels`);
                return undefined;
            }
            position++;
            return first === '{' ? object(at, depth + 1) : array(at, depth + 1);
        }
        json_SCALAR.lastIndex = position;
        const scalar = json_SCALAR.exec(text)?.[0] ?? '';
        if (scalar === '') {
            stop(position < text.length ? 'expected a JSON value' : 'the file ends in the middle of a JSON value');
            return undefined;
        }
        position += scalar.length;
        return { kind: 'scalar', text: scalar, at };
    }
    function object(at, depth) {
        const members = [];
        while (!fault) {
            skipBlank();
            if (text[position] === '}') {
                position++;
                break;
            }
            if (text[position] !== '"') {
                stop(position < text.length ? 'expected a key in double quotes or "}"' : 'the file ends inside an object');
                break;
            }
            const keyAt = position + 1;
            const key = quoted();
            if (fault)
                break;
            skipBlank();
            if (text[position] !== ':') {
                stop('expected ":" after the key');
                break;
            }
            position++;
            const node = value(depth);
            if (node)
                members.push({ key, keyAt, value: node });
            if (fault || !separator('}'))
                break;
        }
        return { kind: 'map', members, at };
    }
    function array(at, depth) {
        const items = [];
        while (!fault) {
            skipBlank();
            if (text[position] === ']') {
                position++;
                break;
            }
            const node = value(depth);
            if (node)
                items.push(node);
            if (fault || !separator(']'))
                break;
        }
        return { kind: 'list', items, at };
    }
    /** Reads the comma after an element; false when there is none and the closing bracket must follow. */
    function separator(close) {
        skipBlank();
        if (text[position] === ',') {
            position++;
            return true;
        }
        if (text[position] === close)
            return true;
        stop(position < text.length ? `expected "," or "${close}"` : `the file ends before "${close}"`);
        return false;
    }
    function quoted() {
        const start = position + 1;
        const end = text.indexOf('"', start);
        if (nextBackslash >= 0 && nextBackslash < start)
            nextBackslash = text.indexOf('\\', start);
        if (nextLineFeed >= 0 && nextLineFeed < start)
            nextLineFeed = text.indexOf('\n', start);
        if (end < 0 || (nextBackslash >= 0 && nextBackslash < end) || (nextLineFeed >= 0 && nextLineFeed < end)) {
            return quotedWithEscapes(start);
        }
        position = end + 1;
        return text.slice(start, end);
    }
    function quotedWithEscapes(start) {
        const parts = [];
        let from = start;
        for (let at = start; at < text.length; at++) {
            const code = text.charCodeAt(at);
            if (code === LINE_FEED)
                break;
            if (code === QUOTE) {
                position = at + 1;
                parts.push(text.slice(from, at));
                return parts.join('');
            }
            if (code !== BACKSLASH)
                continue;
            parts.push(text.slice(from, at));
            const letter = text.charAt(at + 1);
            if (letter === 'u') {
                const digits = text.slice(at + 2, at + 6);
                if (json_HEXADECIMAL.test(digits))
                    parts.push(String.fromCharCode(Number.parseInt(digits, 16)));
                else
                    stop('expected four hexadecimal digits after "\\u"', at);
                at += 5;
            }
            else {
                const character = json_ESCAPES.get(letter);
                if (character !== undefined)
                    parts.push(character);
                else if (letter !== '')
                    stop('no such escape in a JSON string', at);
                at += 1;
            }
            if (fault)
                break;
            from = at + 1;
        }
        stop('the string has no closing quote', start - 1);
        position = text.length;
        return parts.join('');
    }
}

;// CONCATENATED MODULE: ./lib/ecosystems/composer/constraint.js
/** What the text of a constraint asks for: one version, a branch, or several versions. */
// What a constraint is when the flag and the alias behind it are left aside: `1.0@beta`, `dev-main as 1.0.x-dev`.
const FLAG = /@(?:stable|rc|beta|alpha|dev)$/i;
const ALIAS = /^(?<real>[^,\s]+)\s+as\s+[^,\s]+$/;
// https://getcomposer.org/doc/articles/versions.md#branches
const NAMED_BRANCH = /^dev-(?<branch>[^\s,|#]+)(?:#(?<revision>[^\s,|]+))?$/i;
const NUMBERED_BRANCH = /^(?<branch>v?\d+(?:\.\d+){0,2}(?:\.[xX*]){1,3})[.-]?dev(?:#(?<revision>[^\s,|]+))?$/i;
const OLD_BRANCH = /^(?<branch>master|trunk|default)$/;
const constraint_EXACT = /^={0,2} *(?<version>v?\d[^\s,|*^~<>=!#@]*)$/i;
const WITH_WILDCARD = /\.[xX](?:\.|$)/;
// What templates put where a version should stand; Composer's own is `self.version`.
const constraint_PLACEHOLDER = /^self\.version$|\{\{|\$\{|^@[^@]*@$|^%[^%]*%$|^<[^<>=\d][^<>]*>$/;
const LONGEST = 1_024;
/** Reads a constraint; undefined when it is empty. Whatever is none of the known forms is a range, for the scheme to refuse. */
function readConstraint(written) {
    const text = written.trim();
    const offset = written.length - written.trimStart().length;
    if (text === '')
        return undefined;
    if (text.length > LONGEST)
        return { requirement: { kind: 'range', text }, offset };
    const real = (ALIAS.exec(text)?.groups?.['real'] ?? text).replace(FLAG, '');
    const branch = readBranch(real);
    if (branch)
        return { requirement: branch, offset: offset + (branch.text === real ? 0 : real.lastIndexOf(branch.text)) };
    const version = constraint_EXACT.exec(real)?.groups?.['version'];
    if (version !== undefined && !WITH_WILDCARD.test(version))
        return { requirement: { kind: 'version', text: version }, offset: offset + real.length - version.length };
    return { requirement: { kind: constraint_PLACEHOLDER.test(text) ? 'version' : 'range', text }, offset };
}
/** A branch as a version names it; its text is the commit where one is given. Undefined when the text names none. */
function readBranch(text) {
    if (text.length > LONGEST)
        return undefined;
    const groups = (NAMED_BRANCH.exec(text) ?? NUMBERED_BRANCH.exec(text) ?? OLD_BRANCH.exec(text))?.groups;
    const branch = groups?.['branch'];
    if (branch === undefined)
        return undefined;
    const revision = groups?.['revision'];
    return { kind: 'source', text: revision ?? text, ...(revision === undefined ? {} : { revision }), branch };
}

;// CONCATENATED MODULE: ./lib/ecosystems/composer/upgrade.js
/** The commands that bring a package to a version, run with Composer 2.5. */
/** For a `composer.json`: `require` changes the constraint, and asks where only `require-dev` names the package. */
function upgrade_manifestUpgrade(name, version, { requirement }) {
    const constraint = `${requirement?.kind === 'version' ? '' : '^'}${version}`;
    return [`composer require '${name}:${constraint}' --update-with-dependencies`];
}
/** For a `composer.lock`, which does not say what is direct: a composer.json beside it may. */
function upgrade_lockUpgrade(name, version, { direct }) {
    const ask = `composer require '${name}:^${version}' --update-with-dependencies`;
    const update = `composer update ${name} --with '${name}:>=${version}' --with-dependencies`;
    if (direct !== undefined)
        return [direct ? ask : update];
    return [`${ask}  # if composer.json names it`, `${update}  # if another package brings it`];
}

;// CONCATENATED MODULE: ./lib/ecosystems/composer/composer-json.js
/**
 * `composer.json`: what a PHP project asks for.
 * Specification: https://getcomposer.org/doc/04-schema.md. Leaves out on purpose: `conflict`, `replace`, `provide` and
 * `suggest`, which ask for nothing; platform packages (`php`, `ext-json`), which Composer does not install; `repositories`,
 * which do not say which package comes from where; the package's own name.
 */






const composer_json_SECTIONS = new Set(['require', 'require-dev']);
const composerJson = {
    name: 'composer.json',
    origin: 'manifest',
    specification: 'https://getcomposer.org/doc/04-schema.md',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'composer.json',
    read: composer_json_read,
    upgrade: upgrade_manifestUpgrade
};
function* composer_json_read(text) {
    const { root, fault } = parseJson(text);
    if (root.kind !== 'map' && !fault)
        yield { gap: 'expected an object', text: words(root), at: root.at };
    for (const section of members(root)) {
        if (!composer_json_SECTIONS.has(section.key))
            continue;
        // PHP writes an empty object as an empty list.
        if (section.value.kind !== 'map' && words(section.value) !== '')
            yield { gap: 'expected an object of names and constraints', text: words(section.value), at: section.keyAt };
        for (const { key, keyAt, value } of members(section.value)) {
            // Every other package is called "vendor/name".
            if (!key.includes('/'))
                continue;
            const asked = value.kind === 'text' ? readConstraint(value.value) : undefined;
            if (!asked)
                yield { gap: 'expected a version constraint', text: `${key} ${words(value)}`, at: keyAt };
            else
                yield entryAt(text, {
                    name: key,
                    requirement: asked.requirement,
                    at: value.at + asked.offset,
                    direct: true
                });
        }
    }
    if (fault)
        throw fault;
}

;// CONCATENATED MODULE: ./lib/ecosystems/composer/composer-lock.js
/**
 * `composer.lock`: what Composer chose for the `composer.json` beside it.
 * Specification: none is published; https://getcomposer.org/doc/01-basic-usage.md#commit-your-composer-lock-file-to-version-control,
 * and the code that writes it, https://github.com/composer/composer/blob/main/src/Composer/Package/Locker.php. Leaves out
 * on purpose: what is direct, which the file does not say; the platform.
 */






const composer_lock_SECTIONS = new Set(['packages', 'packages-dev']);
const composerLock = {
    name: 'composer.lock',
    origin: 'lockfile',
    specification: 'https://getcomposer.org/doc/01-basic-usage.md',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'composer.lock',
    read: composer_lock_read,
    graph: composer_lock_graph,
    answers: ['composer.json'],
    upgrade: upgrade_lockUpgrade
};
function* composer_lock_read(text) {
    const { root, fault } = parseJson(text);
    if (!fault && !child(root, 'packages'))
        yield { gap: 'expected "packages"', text: words(root), at: root.at };
    for (const { key, keyAt, value } of members(root)) {
        if (!composer_lock_SECTIONS.has(key))
            continue;
        // `null` where Composer locked without the packages for development.
        if (value.kind === 'map' || value.kind === 'text')
            yield { gap: 'expected a list of packages', text: words(value), at: keyAt };
        for (const node of items(value)) {
            const found = entry(text, node);
            // Where the file breaks off, its last package lacks something: the fault says so.
            if (!('gap' in found && fault))
                yield found;
        }
    }
    if (fault)
        throw fault;
}
function entry(text, node) {
    const [name, version] = [textOf(node, 'name'), textOf(node, 'version')];
    if (!name || !version)
        return { gap: 'expected a package with name and version', text: words(node), at: node.at };
    const branch = readBranch(version.value);
    // A folder of the project, whatever version it calls itself.
    const folder = textOf(node, 'dist', 'type')?.value === 'path' ? textOf(node, 'dist', 'url') : undefined;
    if (folder) {
        return entryAt(text, { name: name.value, requirement: { kind: 'source', text: folder.value }, at: folder.at });
    }
    if (!branch) {
        return entryAt(text, { name: name.value, requirement: { kind: 'version', text: version.value }, at: version.at });
    }
    return entryAt(text, { name: name.value, ...locked(node, version, branch) });
}
/** A branch at the commit that was locked. */
function locked(node, version, branch) {
    const commit = textOf(node, 'source', 'reference') ?? textOf(node, 'dist', 'reference');
    const url = textOf(node, 'source', 'url') ?? textOf(node, 'dist', 'url');
    const written = commit && commit.value !== '' ? commit : undefined;
    return {
        requirement: {
            ...branch,
            text: (written ?? version).value,
            ...(url ? { url: url.value } : {}),
            ...(written ? { revision: written.value } : {})
        },
        at: (written ?? version).at
    };
}
/** Which package needs which; what a package provides or replaces can be needed under that name too. */
function composer_lock_graph(text) {
    const { root } = parseJson(text);
    const nodes = members(root).flatMap(({ key, value }) => (composer_lock_SECTIONS.has(key) ? items(value) : []));
    const byName = new Map();
    for (const section of ['provide', 'replace']) {
        for (const [key, node] of nodes.entries()) {
            for (const { key: name } of members(child(node, section)))
                byName.set(name.toLowerCase(), key);
        }
    }
    for (const [key, node] of nodes.entries())
        byName.set(textOf(node, 'name')?.value.toLowerCase() ?? '', key);
    return {
        packages: new Map(nodes.map((node, key) => [
            key,
            { name: textOf(node, 'name')?.value ?? '', version: textOf(node, 'version')?.value ?? '' }
        ])),
        needsOf: key => members(child(nodes[Number(key)], 'require')).flatMap(need => byName.get(need.key.toLowerCase()) ?? [])
    };
}

;// CONCATENATED MODULE: ./lib/ecosystems/composer/index.js
/** PHP: `composer.json` asks, and `composer.lock` holds what Composer chose. */



const composer = {
    id: 'composer',
    title: 'PHP',
    formats: [composerJson, composerLock],
    versions: async () => (await __nccwpck_require__.e(/* import() */ 980).then(__nccwpck_require__.bind(__nccwpck_require__, 7980))).composerVersions,
    // https://getcomposer.org/doc/04-schema.md#name: compared in lower case.
    canonicalName: name => name.toLowerCase(),
    // JSON may write the `/` of a name as `\/`.
    needle: ecosystem/* baseName */.Fl
};

;// CONCATENATED MODULE: ./lib/ecosystems/conan/reference.js
/** References to recipes: `name/version@user/channel#revision%time`, with a range in brackets instead of the version. */
const reference_REFERENCE = /^(?<name>[^\s/@#[\]]+)\/(?:\[(?<range>[^[\]]*)\]|(?<version>[^\s/@#%[\]]+))(?:[@#%]\S*)?$/;
/** Conan bounds each part of a reference at 101 characters; a longer line is a hostile one. */
const LONGEST_REFERENCE = 10_000;
/** What the reference that begins at `at` asks for; undefined when the text is none. */
function readReference(text, at) {
    const { name, range, version } = (text.length <= LONGEST_REFERENCE ? reference_REFERENCE.exec(text)?.groups : undefined) ?? {};
    if (name === undefined)
        return undefined;
    const behind = at + name.length + 1;
    if (version !== undefined)
        return { name, requirement: { kind: 'version', text: version }, at: behind };
    const content = range?.trim() ?? '';
    if (range === undefined || content === '')
        return { name, requirement: { kind: 'none' }, at };
    return { name, requirement: { kind: 'range', text: content }, at: behind + 1 + range.indexOf(content) };
}

;// CONCATENATED MODULE: ./lib/ecosystems/conan/conan-lock.js
/**
 * `conan.lock`: what Conan chose.
 * Specification: https://docs.conan.io/2/tutorial/versioning/lockfiles.html, and of version 0.4, which Conan 1 wrote,
 * https://docs.conan.io/1/versioning/lockfiles/introduction.html. Leaves out on purpose: user, channel, revision and time
 * of a recipe; `overrides` and `alias`, which name what other lists hold.
 */






const LISTS = new Set(['requires', 'build_requires', 'python_requires', 'config_requires']);
const PYTHON = new Set(['python_requires', 'py_requires']);
/** The version of the format in which a graph is locked; the other is a list. */
const GRAPH = '0.4';
const VERSIONS = new Set([GRAPH, '0.5']);
const conanLock = {
    name: 'conan.lock',
    origin: 'lockfile',
    specification: 'https://docs.conan.io/2/tutorial/versioning/lockfiles.html',
    formatVersions: '0.4, 0.5',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'conan.lock',
    read: conan_lock_read,
    why: () => 'conan graph info .',
    answers: ['conanfile.txt'],
    upgrade: (name, version) => [`# in conanfile.txt: ${name}/${version}`, 'conan lock create . --lockfile=""']
};
function* conan_lock_read(text) {
    const { root, fault } = parseJson(text);
    const version = textOrScalar(root, 'version');
    if (version && !VERSIONS.has(version.text))
        throw (0,syntax_fault/* unknownVersion */.V)('conan.lock version', version.text, '0.4 and 0.5 are', version.at);
    if (!fault && !version)
        throw new syntax_fault/* SyntaxFault */.M('expected "version"', root.at);
    const nodes = child(root, 'graph_lock', 'nodes');
    if (!fault && version?.text === GRAPH && nodes?.kind !== 'map')
        yield { gap: 'expected the nodes of a graph', text: words(root), at: (nodes ?? root).at };
    for (const found of nodes ? conan_lock_graph(text, nodes) : flat(text, root)) {
        // Where the file breaks off, its last reference may lack something: the fault says so.
        if (!('gap' in found && fault))
            yield found;
    }
    if (fault)
        throw fault;
}
/** Version 0.5: lists of references. */
function* flat(text, root) {
    for (const member of members(root)) {
        if (!LISTS.has(member.key))
            continue;
        if (member.value.kind !== 'list')
            yield gapFor(member, 'expected a list of references');
        for (const item of items(member.value))
            yield reference(text, item);
    }
}
/** Version 0.4: the nodes of a graph. The one that is a folder is the project itself, and what it requires is direct. */
function* conan_lock_graph(text, nodes) {
    const folders = members(nodes).filter(isFolder);
    const direct = new Set(folders.flatMap(({ value }) => ['requires', 'build_requires'].flatMap(key => items(child(value, key)).flatMap(item => (item.kind === 'text' ? [item.value] : [])))));
    for (const member of members(nodes)) {
        for (const { key, value } of members(member.value)) {
            if (PYTHON.has(key))
                for (const item of items(value))
                    yield reference(text, item);
        }
        if (isFolder(member))
            continue;
        const ref = textOf(member.value, 'ref');
        if (!ref)
            yield gapFor(member, 'expected a node with a reference');
        else
            yield reference(text, ref, folders.length === 0 ? undefined : direct.has(member.key));
    }
}
function isFolder({ value }) {
    return textOf(value, 'path') !== undefined;
}
function reference(text, node, direct) {
    const entry = node.kind === 'text' ? readReference(node.value, node.at) : undefined;
    if (!entry)
        return gapFor(node, 'expected "name/version"');
    return entryAt(text, { ...entry, ...(direct === undefined ? {} : { direct }) });
}

;// CONCATENATED MODULE: ./lib/syntax/lines.js
/** Texts that are read line by line. */

const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/;
/** Splits a text into lines. A text that ends with a line end has no empty last line. */
function* lines(text) {
    let at = 0;
    while (at < text.length) {
        let end = text.indexOf('\n', at);
        if (end < 0)
            end = text.length;
        const stop = end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
        yield { text: text.slice(at, stop), at };
        at = end + 1;
    }
}
/** The fault of a line that git puts around the sides of a merge conflict; undefined for any other line. */
function conflictIn({ text, at }) {
    return CONFLICT.test(text) ? new syntax_fault/* SyntaxFault */.M('a merge conflict is not resolved', at) : undefined;
}

;// CONCATENATED MODULE: ./lib/ecosystems/conan/conanfile-txt.js
/**
 * `conanfile.txt`: what a C or C++ project requires.
 * Specification: https://docs.conan.io/2/reference/conanfile_txt.html. Leaves out on purpose: `[options]`,
 * `[generators]`, `[layout]` and `[imports]`, which require nothing; user, channel and revision of a recipe.
 */



const conanfile_txt_LISTS = new Set(['requires', 'tool_requires', 'build_requires', 'test_requires']);
const SECTION = /^\[(?<name>[a-z_]{2,50})\]$/;
// A `#` behind a blank begins a comment; without one it begins the revision of a recipe.
const COMMENT = /\s#.*$/;
const conanfileTxt = {
    name: 'conanfile.txt',
    origin: 'manifest',
    specification: 'https://docs.conan.io/2/reference/conanfile_txt.html',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'conanfile.txt',
    read: conanfile_txt_read,
    upgrade: (name, version) => [`${name}/${version}`, 'conan install . --build=missing']
};
function* conanfile_txt_read(text) {
    let section;
    for (const line of lines(text)) {
        const start = line.text.search(/\S/);
        if (start < 0 || line.text[start] === '#')
            continue;
        const at = line.at + start;
        const written = withoutComment(line.text.slice(start));
        if (written.startsWith('[')) {
            section = SECTION.exec(written)?.groups?.['name'] ?? '';
            if (section === '')
                yield { gap: 'expected a section such as "[requires]"', text: line.text, at };
        }
        else if (section === undefined)
            yield { gap: 'this line stands in no section', text: line.text, at };
        else if (conanfile_txt_LISTS.has(section)) {
            const found = readReference(written, at);
            yield found ? { ...found, direct: true } : { gap: 'expected "name/version"', text: written, at };
        }
    }
}
function withoutComment(text) {
    const comment = text.search(COMMENT);
    return (comment < 0 ? text : text.slice(0, comment)).trimEnd();
}

;// CONCATENATED MODULE: ./lib/ecosystems/conan/index.js
/** Conan: C and C++ libraries, declared in `conanfile.txt`; `conan.lock` holds what Conan chose. */


const conan = {
    id: 'conan',
    title: 'C and C++ (Conan)',
    formats: [conanfileTxt, conanLock],
    versions: async () => (await __nccwpck_require__.e(/* import() */ 753).then(__nccwpck_require__.bind(__nccwpck_require__, 6753))).conanVersions,
    canonicalName: name => name,
    needle: name => name
};

;// CONCATENATED MODULE: ./lib/ecosystems/docker/reference.js
/**
 * References to container images: `registry/repository:tag@digest`.
 * Specification: https://github.com/distribution/reference/blob/main/reference.go (grammar), and for the default registry
 * https://docs.docker.com/reference/cli/docker/image/tag/. Leaves out on purpose: references that are wholly a variable.
 */
// A repository has no blank, quote or brace; what follows may hold a variable of a template.
const docker_reference_REFERENCE = /^(?<name>[\w.-]+(?::\d+(?=\/))?(?:\/[\w.-]+)*)(?::(?<tag>[^@]*))?(?:@(?<digest>\S+))?$/;
/** The first part of a path is a host where it has a dot or a port, or is the name of the own machine. */
const HOST = /^(?:[^/]*[.:][^/]*|localhost)$/;
/** What a tag writes of a version: one or two numbers stand for whatever release carries them at the moment. */
const MOVING = /^v?\d{1,6}(?:\.\d{1,6})?(?:-[a-z][\w.-]*)?$/;
/** The owner of the images that Docker Hub shows without one. */
const LIBRARY = 'library/';
/**
 * The path of an image without its registry, which is how its makers call it: `quay.io/coreos/etcd` and
 * `mirror.example/quay.io/coreos/etcd` are `coreos/etcd`.
 */
function repositoryOf(name) {
    const parts = name.toLowerCase().split('/');
    const host = parts.findLastIndex((part, index) => index < parts.length - 1 && HOST.test(part));
    const path = parts.slice(host + 1).join('/');
    return path.startsWith(LIBRARY) ? path.slice(LIBRARY.length) : path;
}
/** Reads a reference that stands at an offset of the file; undefined for what is none, such as a variable. */
function reference_readReference(text, at) {
    const { name, tag, digest } = docker_reference_REFERENCE.exec(text)?.groups ?? {};
    if (name === undefined)
        return undefined;
    if (tag)
        return { name, requirement: requirementOf(tag), at: at + name.length + 1 };
    if (digest)
        return { name, requirement: requirementOf(digest), at: at + text.length - digest.length };
    return { name, requirement: { kind: 'none' }, at };
}
/** What a tag asks for, and a digest: which of both it is, the policy tells apart. */
function requirementOf(text) {
    return { kind: MOVING.test(text) ? 'range' : 'version', text };
}
/** The edit that brings an image to a version, in the style of the tag that is there. */
function tagEdit(name, version, present) {
    const { requirement } = present;
    const written = requirement?.kind === 'version' || requirement?.kind === 'range' ? requirement.text : '';
    const tag = /^v\d/.test(written) && !/^v/.test(version) ? `v${version}` : version;
    return [`# change the tag of ${name} to ${tag} or newer`];
}

;// CONCATENATED MODULE: ./lib/ecosystems/docker/images.js
/**
 * Finds images in YAML, line by line: manifests, values, kustomizations and Helm templates, which are no YAML at all.
 * Specification: https://yaml.org/spec/1.2.2/, of which it knows mappings, sequences and scalars of one line. Text in
 * block scalars is read like the rest: it often holds manifests itself. Leaves out on purpose: anchors and merge keys,
 * keys with escapes, flow collections of more than one line.
 */


const KEY = /^(?<quote>["']?)(?<key>[\w.-]+)\k<quote>:(?:\s+(?<value>\S.*))?$/;
const DASH = /^-\s+/;
const FLOW = /^\{(?<flow>[^{}]*)\}\s*(?:#.*)?$/;
const PAIR = /(?<![\w"'])(?<quote>["']?)(?<key>\w+)\k<quote>:\s*(?<value>"[^"]*"|'[^']*'|[^,"'{}\s][^,{}]*)/g;
const PROPERTIES = /^(?:[&!]\S*\s+)+/;
const QUOTED = /^(?<quote>["'])(?<text>[^"'\\]*)\k<quote>/;
const images_COMMENT = /\s#.*$/;
/** Where charts keep the tag that belongs to an `image` without one. */
const TAGS = ['tag', 'imageTag'];
/** No line that a person wrote to name an image is longer, in characters. */
const LONGEST_LINE = 10_000;
/** Yields every image that a file in YAML names. Files that are no YAML yield what looks like it; nothing is a fault. */
function* readImages(text) {
    const frames = [];
    for (const line of lines(text)) {
        if (line.text.length > LONGEST_LINE) {
            yield { gap: 'a line that is too long to be read', text: line.text, at: line.at };
            continue;
        }
        let rest = line.text.trimStart();
        if (rest === '' || rest.startsWith('#'))
            continue;
        let indent = line.text.length - rest.length;
        if (rest.startsWith('---') || rest.startsWith('{{')) {
            // A directive of a template stands anywhere; a new document ends everything.
            if (rest.startsWith('---'))
                yield* close(0);
            continue;
        }
        for (let dash = DASH.exec(rest)?.[0]; dash; dash = DASH.exec(rest)?.[0]) {
            yield* close(indent + 1);
            indent += dash.length;
            rest = rest.slice(dash.length);
        }
        const { key, value = '', flow } = (KEY.exec(rest) ?? FLOW.exec(rest))?.groups ?? {};
        const end = line.at + line.text.trimEnd().length;
        if (flow !== undefined) {
            const parent = frames.at(-1)?.last ?? '';
            yield* imagesOf({ indent, parent, fields: pairsOf(flow, end - rest.trimEnd().length + 1), last: '' });
        }
        if (key === undefined)
            continue;
        yield* close(indent + 1);
        yield* add(indent, key, scalarOf(value.trimEnd(), end - value.trimEnd().length));
    }
    yield* close(0);
    /** Ends the mappings that are indented at least so far. */
    function* close(indent) {
        for (let frame = frames.at(-1); frame && frame.indent >= indent; frame = frames.at(-1)) {
            frames.pop();
            yield* imagesOf(frame);
        }
    }
    function* add(indent, key, value) {
        let frame = frames.at(-1);
        if (!frame || frame.indent !== indent) {
            frame = { indent, parent: frame?.last ?? '', fields: new Map(), last: key };
            frames.push(frame);
        }
        frame.last = key;
        const flow = FLOW.exec(value.text)?.groups?.['flow'];
        if (flow === undefined)
            frame.fields.set(key, value);
        else
            yield* imagesOf({ indent, parent: key, fields: pairsOf(flow, value.at + 1), last: '' });
    }
}
function scalarOf(value, at) {
    const start = PROPERTIES.exec(value)?.[0].length ?? 0;
    const quoted = QUOTED.exec(value.slice(start))?.groups?.['text'];
    if (quoted !== undefined)
        return { text: quoted, at: at + start + 1 };
    return { text: value.slice(start).replace(images_COMMENT, '').trimEnd(), at: at + start };
}
function pairsOf(flow, at) {
    const fields = new Map();
    for (const { index, 0: whole, groups } of flow.matchAll(PAIR)) {
        const value = groups?.['value'] ?? '';
        fields.set(groups?.['key'] ?? '', scalarOf(value.trimEnd(), at + index + whole.length - value.length));
    }
    return fields;
}
/** The images that one mapping names, in one of the three ways there are. */
function* imagesOf({ parent, fields }) {
    const image = fields.get('image');
    if (image) {
        const entry = reference_readReference(image.text, image.at);
        if (entry)
            yield entry.requirement.kind === 'none' ? withTag(entry, tagOf(fields)) : entry;
    }
    const repository = fields.get('repository');
    // `repository` is a word of many files: with a tag beside it, or as a part of an image, it is one of an image.
    if (repository && (fields.has('tag') || fields.has('digest') || parent.toLowerCase().endsWith('image'))) {
        const entry = reference_readReference(repository.text, repository.at);
        if (entry)
            yield entry.requirement.kind === 'none' ? withTag(entry, tagOf(fields)) : entry;
    }
    const name = fields.get('newName') ?? fields.get('name');
    const tag = fields.get('newTag') ?? fields.get('digest');
    if (parent === 'images' && name && tag) {
        const entry = reference_readReference(name.text, name.at);
        if (entry)
            yield withTag(entry, tag);
    }
}
function tagOf(fields) {
    return TAGS.map(key => fields.get(key)).find(field => field?.text) ?? fields.get('digest');
}
function withTag(entry, tag) {
    if (!tag?.text)
        return entry;
    return { name: entry.name, requirement: requirementOf(tag.text), at: tag.at, usedAt: entry.at };
}

;// CONCATENATED MODULE: ./lib/ecosystems/docker/compose-yaml.js
/**
 * `compose.yaml`, `docker-compose.yml`: the images of the services.
 * Specification: https://github.com/compose-spec/compose-spec/blob/main/spec.md#image. Leaves out on purpose: files that
 * `extends` and `include` name, which are read for themselves.
 */



const compose_yaml_NAME = /^(?:docker-)?compose[\w.-]*\.ya?ml$/i;
const composeYaml = {
    name: 'compose.yaml',
    origin: 'manifest',
    specification: 'https://github.com/compose-spec/compose-spec/blob/main/spec.md#image',
    claims: path => compose_yaml_NAME.test((0,ecosystem/* baseName */.Fl)(path)),
    read: readImages,
    upgrade: tagEdit
};

;// CONCATENATED MODULE: ./lib/ecosystems/docker/dockerfile.js
/**
 * `Dockerfile`, `Containerfile`: the images that `FROM` and `COPY --from` build on.
 * Specification: https://docs.docker.com/reference/dockerfile/. Leaves out on purpose: every other instruction, and
 * variables without a default, which are placeholders.
 */



const dockerfile_NAME = /^(?:.*\.)?(?:dockerfile|containerfile)$|^(?:dockerfile|containerfile)(?:[.-](?!md$|txt$|tmpl$|dockerignore$)[\w.-]*)?$/i;
const FROM = /^(?<before>\s*from\s+(?:--platform=\S+\s+)?["']?)(?<image>[^\s"']+)["']?(?:\s+as\s+(?<stage>\S+))?\s*$/i;
const COPY = /^(?<before>\s*(?:copy|add)\s(?:--\S+\s+)*?--from=)(?<image>\S+)\s/i;
const ARG = /^\s*arg\s+(?<name>\w+)=(?<quote>["']?)(?<value>[^"'\s]*)["']?\s*$/i;
const VARIABLE = /\$(?:\{(?<braced>\w+)(?::?-(?<fallback>[^}]*))?\}|(?<plain>\w+))/g;
const NUMBER = /^\d+$/;
/** In characters; registries take a quarter of it. */
const dockerfile_LONGEST_REFERENCE = 2_000;
const dockerfile = {
    name: 'Dockerfile',
    origin: 'manifest',
    specification: 'https://docs.docker.com/reference/dockerfile/#from',
    claims: path => dockerfile_NAME.test((0,ecosystem/* baseName */.Fl)(path)),
    read: dockerfile_read,
    upgrade: tagEdit
};
function* dockerfile_read(text) {
    const defaults = new Map();
    const stages = new Set(['scratch']);
    for (const line of lines(text)) {
        const { name, value = '', quote = '' } = ARG.exec(line.text)?.groups ?? {};
        if (name !== undefined) {
            const at = line.at + line.text.trimEnd().length - quote.length - value.length;
            defaults.set(name, { text: value, at, isDefault: true });
            continue;
        }
        const { before = '', image, stage } = (FROM.exec(line.text) ?? COPY.exec(line.text))?.groups ?? {};
        if (image === undefined)
            continue;
        const isStage = stages.has(image.toLowerCase()) || NUMBER.test(image);
        if (stage !== undefined)
            stages.add(stage.toLowerCase());
        if (!isStage)
            yield* imageOf(expand(image, line.at + before.length, defaults), line.at + before.length);
    }
}
/** The pieces of a reference. A variable without a default stays as it stands. */
function expand(image, at, defaults) {
    const pieces = [];
    const add = (start, end, isDefault) => pieces.push({ text: image.slice(start, end), at: at + start, isDefault });
    let last = 0;
    for (const { index, 0: written, groups } of image.matchAll(VARIABLE)) {
        const { braced, plain = '', fallback } = groups ?? {};
        const end = index + written.length;
        add(last, index, false);
        const given = defaults.get(braced ?? plain);
        if (given)
            pieces.push(given);
        else if (fallback === undefined)
            add(index, end, false);
        else
            add(end - 1 - fallback.length, end - 1, true);
        last = end;
    }
    add(last, image.length, false);
    return pieces.filter(({ text }) => text !== '');
}
/** What a person would change stands in one piece: the tag in a variable's default, though the instruction may add to it. */
function* imageOf(pieces, usedAt) {
    if (pieces.reduce((sum, { text }) => sum + text.length, 0) > dockerfile_LONGEST_REFERENCE)
        return;
    const whole = pieces.map(({ text }) => text).join('');
    const entry = reference_readReference(whole, 0);
    if (!entry)
        return;
    const end = entry.at + (entry.requirement.kind === 'none' ? entry.name : entry.requirement.text).length;
    const concerned = [];
    let begin = 0;
    for (const piece of pieces) {
        if (begin < end && begin + piece.text.length > entry.at)
            concerned.push({ piece, begin });
        begin += piece.text.length;
    }
    const [first] = concerned;
    const variables = concerned.filter(({ piece }) => piece.isDefault);
    const [variable] = variables;
    if (first && concerned.length === 1) {
        const at = first.piece.at + entry.at - first.begin;
        yield first.piece.isDefault ? { ...entry, at, usedAt } : { ...entry, at };
    }
    else if (variable && variables.length === 1 && entry.requirement.kind !== 'none') {
        const { text, at } = variable.piece;
        yield { name: entry.name, requirement: requirementOf(text), at, usedAt };
    }
    else {
        yield { gap: 'the image is put together from several variables', text: whole, at: usedAt };
    }
}

;// CONCATENATED MODULE: ./lib/ecosystems/docker/kubernetes-yaml.js
/**
 * `*.yaml`: images in Kubernetes manifests, in the values of Helm charts and in their templates.
 * Specification: https://kubernetes.io/docs/concepts/containers/images/ and https://helm.sh/docs/chart_best_practices/values/.
 * Leaves out on purpose: what a template puts together from variables alone; workflows of CI services, whose images run
 * in no cluster; manifests in JSON.
 */



const YAML = /\.ya?ml$/i;
/** What machines write, and what runs outside of clusters. */
const OTHERS = /(?:^|\/)\.(?:github|circleci|gitlab)\/|(?:^|\/)(?:\.gitlab-ci|\.travis|azure-pipelines|pnpm-lock)\.ya?ml$/i;
const kubernetesYaml = {
    name: '*.yaml',
    origin: 'manifest',
    specification: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
    claims: path => YAML.test((0,ecosystem/* baseName */.Fl)(path)) && !OTHERS.test(path),
    read: readImages,
    upgrade: tagEdit
};

;// CONCATENATED MODULE: ./lib/ecosystems/docker/kustomization-yaml.js
/**
 * `kustomization.yaml`: the entries of `images`, which change names and tags of images in the resources.
 * Specification: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/images/. Leaves out on purpose:
 * entries that change the name alone, for they keep the tag of the resource; patches are read as the manifests they are.
 */



const NAMES = new Set(['kustomization.yaml', 'kustomization.yml', 'Kustomization']);
const kustomizationYaml = {
    name: 'kustomization.yaml',
    origin: 'manifest',
    specification: 'https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/images/',
    claims: path => NAMES.has((0,ecosystem/* baseName */.Fl)(path)),
    read: readImages,
    upgrade: tagEdit
};

;// CONCATENATED MODULE: ./lib/ecosystems/docker/index.js
/** Container images, as the files that start or build containers name them. */





/** In the order in which they claim a path: every other file in YAML may be one of Kubernetes or Helm. */
const docker = {
    id: 'docker',
    title: 'Container images',
    formats: [dockerfile, composeYaml, kustomizationYaml, kubernetesYaml],
    versions: async () => (await __nccwpck_require__.e(/* import() */ 142).then(__nccwpck_require__.bind(__nccwpck_require__, 5142))).imageTags,
    canonicalName: repositoryOf,
    needle: name => name
};

;// CONCATENATED MODULE: ./lib/ecosystems/gem/ruby.js
/**
 * Ruby as far as a Gemfile or a gemspec needs it: calls with their arguments, blocks, simple assignments. Nothing is run.
 * Specification: https://docs.ruby-lang.org/en/master/syntax/literals_rdoc.html and the pages beside it. Leaves out on
 * purpose: what here-documents hold, the values of expressions, and the difference between a hash and a block of braces.
 */


const BLANKS = /[ \t\r\f\v]*/y;
const LINE_CONTINUED = /\\\r?\n/y;
const ruby_NAME = /(?:[@$]{0,2}[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*(?:[?!](?![=~]))?|\d\w*(?:\.\d\w*)*|\$[^\w\s])/y;
const MARK = /=>|==|=~|!=|!~|<=|>=|\|\|=?|&&=?|&\.|::|\*\*|\.\.\.?|[\s\S]/y;
const SINGLE_QUOTED = /[^'\\]*'/y;
const DOUBLE_QUOTED = /[^"\\#]*"/y;
const HEREDOC = /<<(?<indent>[~-]?)(?:(?<quote>["'`])(?<quoted>[^"'`\n]+)\k<quote>|(?<id>[A-Za-z_]\w*))/y;
const PERCENT = /%(?<type>[qQwWiIrxs]?)(?<open>[([{<|!/])/y;
const CLOSERS = { '(': ')', '[': ']', '{': '}', '<': '>' };
const OPENERS = new Set(['begin', 'case', 'def', 'class', 'module', 'for']);
const LOOPS = new Set(['while', 'until', 'for']);
const CONDITIONS = new Set(['if', 'unless', 'while', 'until']);
/** Keywords after which an expression begins, so that `/` begins a regular expression and `if` has an `end`. */
const BEFORE_VALUE = new Set('if unless while until when case and or not return then else elsif do begin rescue ensure in yield'.split(' '));
/** Keywords that end the arguments of a call without brackets. */
const AFTER_CALL = new Set('if unless while until rescue and or do then end else elsif'.split(' '));
const LEAVES = new Set(['return', 'yield', 'rescue']);
const MAXIMUM_TOKENS = 10_000;
/**
 * Reads a Ruby text and reports the calls of `commands`. Throws `SyntaxFault` where a literal or a comment has no end, or
 * where brackets nest too deep or a call is too long to be one of a dependency file; what came before stands.
 */
function* readRuby(text, commands) {
    const lex = lexer(text);
    const ahead = [];
    let before;
    let depth = 0;
    let loopHead = false;
    for (let token = next(); token; token = next()) {
        const previous = before;
        before = token;
        if (token.kind === 'line-end')
            loopHead = false;
        else if (token.kind === 'text')
            yield { kind: 'text', text: token };
        else if (token.kind === 'mark') {
            if (token.value === '{')
                yield open('{', token);
            else if (token.value === '}')
                yield close('}');
        }
        else if (token.kind === 'name' && !isMark(previous, '.', '&.', '::') && previous?.value !== 'def') {
            if (token.value === 'end')
                yield close('end');
            else if (token.value === 'do') {
                if (loopHead)
                    loopHead = false;
                else
                    yield open('do', token);
            }
            else if (OPENERS.has(token.value) || (CONDITIONS.has(token.value) && beginsStatement(previous))) {
                if (LOOPS.has(token.value))
                    loopHead = true;
                yield open(token.value, token);
            }
            else if (commands.has(token.value) && beginsArguments(peek(0)))
                yield* call(token);
            else if (isMark(peek(0), '='))
                yield assignment(token);
            else if (isMark(peek(0), '||=', '&&='))
                yield { kind: 'assignment', name: token.value };
        }
        else if (token.kind === 'name' && isMark(previous, '.', '&.')) {
            if (commands.has(token.value) && beginsArguments(peek(0)))
                yield* call(token);
        }
    }
    function next() {
        return ahead.length > 0 ? ahead.shift() : lex();
    }
    function peek(index) {
        while (ahead.length <= index)
            ahead.push(lex());
        return ahead[index];
    }
    function open(keyword, token) {
        if (++depth > MAXIMUM_DEPTH)
            throw new syntax_fault/* SyntaxFault */.M(`nested deeper than ${MAXIMUM_DEPTH} levels`, token.start);
        return { kind: 'open', keyword };
    }
    function close(keyword) {
        depth = Math.max(0, depth - 1);
        return { kind: 'close', keyword };
    }
    function assignment(name) {
        const value = peek(1);
        const after = peek(2);
        const alone = after === undefined || after.kind === 'line-end' || isMark(after, ';');
        if (value?.kind !== 'text' || !value.exact || !alone)
            return { kind: 'assignment', name: name.value };
        next();
        next();
        before = value;
        return { kind: 'assignment', name: name.value, text: value };
    }
    /** Reads the arguments of a call, up to its closing bracket or to the end of its line. */
    function* call(name) {
        const bracketed = isMark(peek(0), '(');
        if (bracketed)
            next();
        const found = [];
        let current = [];
        let nested = 0;
        let braces = 0;
        let read = 0;
        let last;
        for (let token = peek(0); token; token = peek(0)) {
            if (token.kind === 'line-end') {
                if (!bracketed && nested === 0 && !continues(last))
                    break;
                next();
                continue;
            }
            if (nested === 0) {
                if (bracketed && isMark(token, ')'))
                    break;
                if (!bracketed && (isMark(token, ';', ')', ']') || (isMark(token, '}') && braces === 0)))
                    break;
                if (!bracketed && token.kind === 'name' && AFTER_CALL.has(token.value))
                    break;
            }
            next();
            last = token;
            if (++read > MAXIMUM_TOKENS)
                throw new syntax_fault/* SyntaxFault */.M(`a call with more than ${MAXIMUM_TOKENS} words`, name.start);
            if (nested === 0 && isMark(token, ',')) {
                found.push(argument(current));
                current = [];
            }
            else if (nested === 0 && isMark(token, '{') && current.length === 0) {
                // The braces of a hash that is an argument: its pairs are read like the pairs without braces.
                braces++;
            }
            else if (nested === 0 && isMark(token, '}') && braces > 0)
                braces--;
            else {
                if (isMark(token, '(', '[', '{'))
                    nested++;
                if (isMark(token, ')', ']', '}'))
                    nested--;
                current.push(token);
            }
        }
        if (current.length > 0)
            found.push(argument(current));
        if (bracketed && isMark(peek(0), ')'))
            next();
        before = last;
        const after = peek(0);
        const block = after?.kind === 'name' && after.value === 'do' ? 'do' : bracketed && isMark(after, '{') ? '{' : undefined;
        const conditional = after?.kind === 'name' && (after.value === 'if' || after.value === 'unless');
        if (block !== undefined && after) {
            next();
            before = after;
            open(block, after);
        }
        yield { kind: 'call', name, arguments: found, opens: block !== undefined, conditional };
    }
}
/** The literal that an argument consists of, `.freeze` or not. */
function literal(value) {
    const [first, dot, method] = value;
    if (first?.kind !== 'text' || !first.exact)
        return undefined;
    const frozen = value.length === 3 && isMark(dot, '.') && method?.value === 'freeze';
    return value.length === 1 || frozen ? first : undefined;
}
function argument(tokens) {
    const [first, second] = tokens;
    if (first?.kind === 'label')
        return { key: first.value, value: tokens.slice(1) };
    if ((first?.kind === 'symbol' || first?.kind === 'text') && isMark(second, '=>')) {
        return { key: first.value, value: tokens.slice(2) };
    }
    return { value: tokens };
}
function isMark(token, ...marks) {
    return token?.kind === 'mark' && marks.includes(token.value);
}
/** Whether an expression begins after this token; after a finished value it does not. */
function beginsExpression(previous) {
    if (!previous || previous.kind === 'line-end' || previous.kind === 'label')
        return true;
    if (previous.kind === 'mark')
        return !isMark(previous, ')', ']', '}');
    return previous.kind === 'name' && BEFORE_VALUE.has(previous.value);
}
/** Whether `if` after this token has an `end` of its own; after `return` it is a condition on the return. */
function beginsStatement(previous) {
    return beginsExpression(previous) && !(previous?.kind === 'name' && LEAVES.has(previous.value));
}
function beginsArguments(token) {
    if (!token || token.kind === 'line-end')
        return false;
    if (token.kind === 'name')
        return token.spaced && !AFTER_CALL.has(token.value);
    if (token.kind === 'mark')
        return token.value === '(' || (token.spaced && ['[', '*', '**', '{'].includes(token.value));
    return true;
}
/** Whether a line that ends with this token goes on in the next one. */
function continues(token) {
    if (token?.kind === 'label')
        return true;
    return token?.kind === 'mark' && !isMark(token, ')', ']', '}');
}
/** Makes a function that gives one token after the other. Every character is looked at a bounded number of times. */
function lexer(text) {
    let position = 0;
    let previous;
    let noRegexpBefore = 0;
    let heredocs = [];
    return lex;
    function lex() {
        for (;;) {
            if (position === 0 || text.charCodeAt(position - 1) === 10)
                skipAtLineStart();
            const from = position;
            do
                match(BLANKS);
            while (match(LINE_CONTINUED));
            const spaced = position > from;
            if (position >= text.length) {
                const open = heredocs[0];
                if (open)
                    throw new syntax_fault/* SyntaxFault */.M('the here-document has no end', open.at);
                return undefined;
            }
            const first = text[position] ?? '';
            if (first === '#') {
                const end = text.indexOf('\n', position);
                position = end < 0 ? text.length : end;
                continue;
            }
            previous = token(first, spaced);
            return previous;
        }
    }
    /** Comments between `=begin` and `=end`, and `__END__`, stand at the beginning of a line only. */
    function skipAtLineStart() {
        while (text.startsWith('=begin', position)) {
            const end = text.indexOf('\n=end', position);
            if (end < 0)
                throw new syntax_fault/* SyntaxFault */.M('the comment after "=begin" has no "=end"', position);
            const lineEnd = text.indexOf('\n', end + 1);
            position = lineEnd < 0 ? text.length : lineEnd + 1;
        }
        if (/^__END__\r?(?:\n|$)/.test(text.slice(position, position + 9)))
            position = text.length;
    }
    function token(first, spaced) {
        const start = position;
        if (first === '\n') {
            position++;
            skipHeredocs();
            return made('line-end', '\n', start, start, true);
        }
        if (first === "'")
            return string("'", '', "'", start + 1, false);
        if (first === '"')
            return string('"', '', '"', start + 1, true);
        if (first === '`')
            return string('`', '', '`', start + 1, true);
        const valueExpected = beginsExpression(previous) || (previous?.kind === 'name' && spaced);
        if (first === '%' && valueExpected) {
            const { type = '', open = '' } = matchGroups(PERCENT) ?? {};
            if (open !== '') {
                const plain = type === '' || type === 'q' || type === 'Q';
                return string('%', CLOSERS[open] === undefined ? '' : open, CLOSERS[open] ?? open, position, !/[qwis]/.test(type), plain, start);
            }
        }
        if (first === '<' && valueExpected && previous?.value !== 'class') {
            const heredoc = matchGroups(HEREDOC);
            if (heredoc) {
                heredocs.push({ id: heredoc['quoted'] ?? heredoc['id'] ?? '', indented: heredoc['indent'] !== '', at: start });
                return made('text', '', start, start, false);
            }
        }
        if (first === '/' &&
            valueExpected &&
            start >= noRegexpBefore &&
            (beginsExpression(previous) || text[start + 1] !== ' ')) {
            if (skipRegexp())
                return made('text', text.slice(start + 1, position - 1), start + 1, start, false);
            noRegexpBefore = position;
            position = start;
        }
        // A single character such as ?' which would look like the beginning of a string.
        if (first === '?' && beginsExpression(previous) && /['"`#]/.test(text[start + 1] ?? '')) {
            position += 2;
            return made('text', text[start + 1] ?? '', start + 1, start, false);
        }
        if (first === ':' && text[start + 1] !== ':') {
            position++;
            if (text[position] === '"' || text[position] === "'") {
                const inner = token(text[position] ?? '', false);
                return { ...inner, kind: 'symbol', start };
            }
            if (match(ruby_NAME))
                return made('symbol', text.slice(start + 1, position), start + 1, start, true);
            position = start;
        }
        if (match(ruby_NAME)) {
            const value = text.slice(start, position);
            if (text[position] === ':' && text[position + 1] !== ':' && !isMark(previous, '?')) {
                position++;
                return made('label', value, start, start, true);
            }
            return made('name', value, start, start, true);
        }
        match(MARK);
        return made('mark', text.slice(start, position), start, start, true);
        function made(kind, value, at, from, exact) {
            return { kind, value, at, start: from, end: position, exact, spaced };
        }
        function string(quote, opener, closer, contentAt, interpolates, plain = true, from = start) {
            position = contentAt;
            const simple = quote === "'" ? match(SINGLE_QUOTED) : quote === '"' ? match(DOUBLE_QUOTED) : false;
            const exact = simple || skipString(opener, closer, interpolates, from);
            const value = text.slice(contentAt, position - 1);
            const isLabel = (quote === '"' || quote === "'") && text[position] === ':' && text[position + 1] !== ':';
            if (isLabel && !isMark(previous, '?')) {
                position++;
                return made('label', value, contentAt, from, exact);
            }
            return made('text', value, contentAt, from, exact && plain && quote !== '`');
        }
    }
    /** Goes to the end of a literal; false when an escape or an interpolation stands in it. */
    function skipString(opener, closer, interpolates, from) {
        // A literal, or the code of an interpolation inside one (`closer` is then the brace that ends it).
        const stack = [{ opener, closer, interpolates, code: false, nested: 0 }];
        let exact = true;
        while (position < text.length) {
            const inside = stack.at(-1);
            if (!inside)
                break;
            const character = text[position];
            if (character === '\\') {
                exact = false;
                position += 2;
                continue;
            }
            position++;
            if (inside.code && character === '$')
                position++;
            else if (character === inside.closer) {
                if (inside.nested === 0) {
                    stack.pop();
                    if (stack.length === 0)
                        return exact;
                }
                else
                    inside.nested--;
            }
            else if (character === inside.opener)
                inside.nested++;
            else if (inside.code && (character === '"' || character === "'" || character === '`')) {
                stack.push({ opener: '', closer: character, interpolates: character !== "'", code: false, nested: 0 });
            }
            else if (inside.interpolates && character === '#' && text[position] === '{') {
                position++;
                exact = false;
                stack.push({ opener: '{', closer: '}', interpolates: false, code: true, nested: 0 });
            }
            if (stack.length > MAXIMUM_DEPTH)
                throw new syntax_fault/* SyntaxFault */.M(`nested deeper than ${MAXIMUM_DEPTH} levels`, from);
        }
        throw new syntax_fault/* SyntaxFault */.M('the string has no closing quote', from);
    }
    /** Goes behind a regular expression; false, at the end of the line, when the slash does not begin one. */
    function skipRegexp() {
        for (position++; position < text.length && text[position] !== '\n'; position++) {
            if (text[position] === '\\')
                position++;
            else if (text[position] === '/') {
                position++;
                return true;
            }
        }
        return false;
    }
    /** Skips the bodies of the here-documents that the line just read announces. */
    function skipHeredocs() {
        for (const { id, indented, at } of heredocs) {
            for (;;) {
                if (position >= text.length)
                    throw new syntax_fault/* SyntaxFault */.M('the here-document has no end', at);
                const end = text.indexOf('\n', position);
                const line = text.slice(position, end < 0 ? text.length : end);
                position = end < 0 ? text.length : end + 1;
                if ((indented ? line.trim() : line.trimEnd()) === id)
                    break;
            }
        }
        heredocs = [];
    }
    function match(pattern) {
        pattern.lastIndex = position;
        if (!pattern.test(text))
            return false;
        position = pattern.lastIndex;
        return true;
    }
    function matchGroups(pattern) {
        pattern.lastIndex = position;
        const groups = pattern.exec(text)?.groups;
        if (groups)
            position = pattern.lastIndex;
        return groups;
    }
}

;// CONCATENATED MODULE: ./lib/ecosystems/gem/requirement.js
/** What the arguments of `gem` and `add_dependency` say of a gem's version. */

// "4.9.2" and "= 4.9.2" are one exact version; any other operator makes a range.
const requirement_EXACT = /^(?:=\s*)?(?<version>[^\s=!<>~][^\s]*)$/;
/** Notes an assignment. A second one makes the variable unknown, since conditions are not followed. */
function requirement_assign(variables, name, text) {
    variables.set(name, variables.has(name) ? undefined : text);
}
/** The literal an argument stands for: itself, or what its variable holds. */
function resolved(value, variables) {
    const [first] = value;
    return literal(value) ?? (value.length === 1 && first?.kind === 'name' ? variables.get(first.value) : undefined);
}
/** The entry of a gem by its requirements: all arguments after the name that have no key. */
function versioned(text, name, requirements, variables) {
    const values = requirements.flatMap(({ value }) => itemsOf(value));
    const texts = values.flatMap(value => resolved(value, variables) ?? []);
    const [first] = texts;
    const last = texts.at(-1);
    const inline = texts.every(({ at }) => at > name.at);
    const start = values[0]?.[0]?.start;
    // Beside a literal requirement anything else is options in a variable; alone, it is the requirement.
    if (start !== undefined && (!first || (texts.length > 1 && !inline))) {
        return entry({ kind: 'version', text: text.slice(start, values.at(-1)?.at(-1)?.end) }, start);
    }
    if (!first || !last)
        return entry({ kind: 'none' }, name.at);
    if (first === last) {
        const content = first.value.trim();
        const at = first.at + first.value.indexOf(content);
        if (content === '')
            return entry({ kind: 'none' }, name.at);
        const exact = requirement_EXACT.exec(content)?.groups?.['version'];
        if (exact !== undefined)
            return entry({ kind: 'version', text: exact }, at + content.length - exact.length);
        return entry({ kind: 'range', text: content }, at);
    }
    return entry({ kind: 'range', text: text.slice(first.at, last.at + last.value.length) }, first.at);
    function entry(requirement, at) {
        return { name: name.value, requirement, at, ...(at < name.at ? { usedAt: name.at } : {}) };
    }
}
/** The items of `['>= 4', '< 5']`; anything else is its own only item. */
function itemsOf(value) {
    const isList = value[0]?.kind === 'mark' && value[0].value === '[' && value.at(-1)?.value === ']';
    if (!isList)
        return [value];
    const items = [[]];
    for (const token of value.slice(1, -1)) {
        if (token.kind === 'mark' && token.value === ',')
            items.push([]);
        else
            items.at(-1)?.push(token);
    }
    return items.filter(item => item.length > 0);
}

;// CONCATENATED MODULE: ./lib/ecosystems/gem/upgrade.js
/** The edits and commands that bring a gem to a version that reloads. */
/** For a gem that the Gemfile names: its line, then Bundler for this gem alone. */
function gemfileUpgrade(name, version) {
    return [`gem '${name}', '>= ${version}' # in the Gemfile`, `bundle update ${name} --conservative`];
}
/** For a gem that a gemspec names: its line, then Bundler, which reads the gemspec through the Gemfile. */
function gemspecUpgrade(name, version) {
    return [`spec.add_dependency '${name}', '>= ${version}' # in the gemspec`, `bundle update ${name} --conservative`];
}
/** For a lockfile. A gem that another one brings gets a line of its own: only that line can ask for a version. */
function lockfileUpgrade(name, version, { direct }) {
    return direct === false ? [`bundle add ${name} --version '>= ${version}'`] : gemfileUpgrade(name, version);
}

;// CONCATENATED MODULE: ./lib/ecosystems/gem/gemfile.js
/**
 * `Gemfile`: the gems that a Ruby project asks for, and where they come from.
 * Specification: https://bundler.io/man/gemfile.5.html. Leaves out on purpose: `gemspec` (a format of its own), `plugin`,
 * and conditions: a gem that is asked for in one case only is asked for. Nothing is run, so a computed version is a
 * placeholder.
 */






const gemfile_NAME = /^(?:Gemfile|Gemfile\.next|gems\.rb|[^/]+\.gemfile)$/;
const COMMANDS = new Set(['gem', 'git', 'github', 'gist', 'bitbucket', 'path', 'source', 'git_source', 'eval_gemfile']);
const BLOCKS = new Set(['git', 'github', 'gist', 'bitbucket', 'path']);
const PULL_REQUEST = /^https:\/\/github\.com\/(?<repository>[\w.-]{1,100}\/[\w.-]{1,100})\/pull\/(?<number>\d{1,10})$/;
const gemfile = {
    name: 'Gemfile',
    origin: 'manifest',
    specification: 'https://bundler.io/man/gemfile.5.html',
    claims: path => gemfile_NAME.test((0,ecosystem/* baseName */.Fl)(path)),
    read: gemfile_read,
    upgrade: gemfileUpgrade
};
function* gemfile_read(text) {
    const variables = new Map();
    /** Every block that is open, with the source that its gems come from, if the block names one. */
    const blocks = [];
    const sourceKeys = new Set(['git', 'github', 'gist', 'bitbucket', 'path']);
    const otherTexts = [];
    let unnamed;
    let fault;
    try {
        for (const event of readRuby(text, COMMANDS)) {
            if (event.kind === 'open')
                blocks.push({ condition: event.keyword === 'if' || event.keyword === 'unless' });
            else if (event.kind === 'close')
                blocks.pop();
            else if (event.kind === 'text')
                otherTexts.push(event.text.value);
            else if (event.kind === 'assignment') {
                requirement_assign(variables, event.name, event.text);
                if (event.text)
                    otherTexts.push(event.text.value);
            }
            else if (event.name.value === 'gem')
                yield* requested(event);
            else
                yield* other(event);
        }
    }
    catch (error) {
        if (!(error instanceof syntax_fault/* SyntaxFault */.M))
            throw error;
        fault = error;
    }
    // The name may be any text that no other call uses, so the scan keeps this gap only if one of them is a client's.
    if (unnamed)
        yield { gap: 'the name of this gem is computed', text: otherTexts.join('\n'), at: unnamed.start };
    if (fault)
        throw fault;
    function* requested(call) {
        const [first, ...others] = call.arguments;
        const name = first && first.key === undefined ? literal(first.value) : undefined;
        const positional = others.filter(({ key }) => key === undefined);
        const options = others.filter(({ key }) => key !== undefined);
        if (call.opens)
            blocks.push({ condition: false });
        if (!name) {
            unnamed ??= call.name;
            const tokens = call.arguments.flatMap(({ value }) => value);
            for (const { kind, value } of tokens)
                if (kind === 'text')
                    otherTexts.push(value);
            return;
        }
        const own = sourceOf(options);
        const source = own ?? blocks.findLast(block => block.source)?.source;
        if (!source)
            yield versioned(text, name, positional, variables);
        else {
            const { requirement, at } = source;
            yield { name: name.value, requirement, at, ...(at < name.at ? { usedAt: name.at } : {}) };
        }
    }
    function* other(call) {
        const command = call.name.value;
        const [first, ...options] = call.arguments;
        if (command === 'git_source') {
            const key = first?.value[0];
            if (key)
                sourceKeys.add(key.value);
        }
        else if (command === 'eval_gemfile') {
            const path = first && literal(first.value);
            const conditional = call.conditional || blocks.some(block => block.condition);
            if (path && !conditional)
                yield { include: path.value, at: path.at };
        }
        if (!call.opens)
            return;
        const isPlugin = command === 'source' && options.some(({ key }) => key === 'type');
        const source = first && (BLOCKS.has(command) || isPlugin)
            ? sourceOf([{ key: command, value: first.value }, ...options], isPlugin)
            : undefined;
        blocks.push({ condition: false, ...(source ? { source } : {}) });
    }
    /** The source that options such as `git:`, `github:` and `path:` name, with the commit or branch beside it. */
    function sourceOf(options, plugin = false) {
        const place = options.findLast(({ key }) => key !== undefined && (sourceKeys.has(key) || (plugin && key === 'source')));
        const [first] = place?.value ?? [];
        if (!place?.key || !first)
            return undefined;
        const address = resolved(place.value, variables);
        const revision = option('ref') ?? option('tag');
        const branch = option('branch');
        const expanded = address && gemfile_expand(place.key, address.value);
        const changed = revision ?? address ?? { value: text.slice(first.start, place.value.at(-1)?.end), at: first.start };
        return {
            requirement: (0,model/* sourceRequirement */.V$)(changed.value, {
                url: expanded?.url,
                revision: revision?.value,
                branch: branch?.value ?? expanded?.branch
            }),
            at: changed.at
        };
        function option(name) {
            const found = options.findLast(({ key }) => key === name);
            return found && resolved(found.value, variables);
        }
    }
}
/** The address behind a short form, as Bundler expands it; none for a folder and for the project's own short forms. */
function gemfile_expand(key, value) {
    if (key === 'git' || key === 'source')
        return { url: value };
    if (key === 'gist')
        return { url: `https://gist.github.com/${value}.git` };
    const [owner = '', repository = owner] = value.split('/', 2);
    if (key === 'bitbucket')
        return { url: `https://${owner}@bitbucket.org/${owner}/${repository}.git` };
    if (key !== 'github')
        return {};
    const pull = PULL_REQUEST.exec(value)?.groups;
    if (pull)
        return { url: `https://github.com/${pull['repository']}.git`, branch: `refs/pull/${pull['number']}/head` };
    return { url: `https://github.com/${value.includes('/') ? value : `${value}/${value}`}.git` };
}

;// CONCATENATED MODULE: ./lib/ecosystems/gem/gemfile-lock.js
/**
 * `Gemfile.lock`: the gems that Bundler chose, each below the source it comes from.
 * Specification: https://bundler.io/man/bundle-lock.1.html; the format is what Bundler::LockfileParser reads. Leaves out
 * on purpose: the gems of PATH sections, which are folders of the project itself, and `PLATFORMS`, `CHECKSUMS`, `RUBY
 * VERSION` and `BUNDLED WITH`, which name no versions of gems that `specs:` does not name.
 */




const gemfile_lock_NAME = /^(?:Gemfile(?:\.[^/]+)?\.lock|gems\.locked|[^/]+\.gemfile\.lock)$/;
const SOURCES = new Set(['GEM', 'GIT', 'PATH', 'PLUGIN SOURCE']);
const gemfile_lock_OTHERS = new Set(['PLATFORMS', 'CHECKSUMS', 'RUBY VERSION', 'BUNDLED WITH']);
const HEADER = /^\S/;
const OPTION = /^ {2}(?<key>[A-Za-z_]+):(?: (?<value>.*))?$/;
// A version holds no hyphen here: what follows the first one is the platform, as in `1.15.0-x86_64-linux`.
const SPECIFICATION = /^ {4}(?<name>[^\s()]+) \((?<version>[^\s()-]+)(?:-[^()]*)?\)!?$/;
const NEED = /^ {6}(?<name>[^\s()!]+)(?: \([^()]*\))?!?$/;
const DEPENDENCY = /^ {2}(?<name>[^\s()!]+)(?: \([^()]*\))?!?$/;
const gemfileLock = {
    name: 'Gemfile.lock',
    origin: 'lockfile',
    specification: 'https://bundler.io/man/bundle-lock.1.html',
    claims: path => gemfile_lock_NAME.test((0,ecosystem/* baseName */.Fl)(path)),
    read: gemfile_lock_read,
    graph: gemfile_lock_graph,
    answers: ['Gemfile', '*.gemspec'],
    upgrade: lockfileUpgrade
};
function* gemfile_lock_read(text) {
    const packages = [];
    const asked = new Set();
    let dependenciesSeen = false;
    let section;
    let unknownSince;
    let options = new Map();
    let fault;
    for (const line of lines(text)) {
        const content = line.text.trimEnd();
        if (content === '')
            continue;
        const conflict = conflictIn(line);
        if (conflict)
            fault ??= conflict;
        else if (HEADER.test(content)) {
            if (unknownSince)
                yield unknownSection(unknownSince, line.at);
            unknownSince = undefined;
            section = content;
            options = new Map();
            if (section === 'DEPENDENCIES')
                dependenciesSeen = true;
            else if (!SOURCES.has(section) && !gemfile_lock_OTHERS.has(section))
                unknownSince = line;
        }
        else if (unknownSince || section === undefined || gemfile_lock_OTHERS.has(section)) {
            if (section === undefined)
                yield { gap: 'this line stands in no section', text: content, at: line.at };
        }
        else if (section === 'DEPENDENCIES') {
            const name = DEPENDENCY.exec(content)?.groups?.['name'];
            if (name === undefined)
                yield { gap: 'expected "name (requirements)" below DEPENDENCIES', text: content, at: line.at };
            else
                asked.add(name);
        }
        else
            yield* source(section, content, line.at);
    }
    if (unknownSince)
        yield unknownSection(unknownSince, text.length);
    for (const { name, requirement, at } of packages) {
        yield { name, requirement, at, ...(dependenciesSeen ? { direct: asked.has(name) } : {}) };
    }
    if (fault)
        throw fault;
    /** One line of a source's section: an option of the source, a gem, or what that gem needs. */
    function* source(kind, content, at) {
        const option = OPTION.exec(content)?.groups;
        if (option) {
            const value = option['value'] ?? '';
            options.set(option['key'] ?? '', { text: value, at: at + content.length - value.length });
            return;
        }
        const need = NEED.exec(content)?.groups?.['name'];
        if (need !== undefined) {
            // What a folder of the project needs, the project itself asks for.
            if (kind === 'PATH')
                asked.add(need);
            return;
        }
        const { name, version } = SPECIFICATION.exec(content)?.groups ?? {};
        if (name === undefined || version === undefined) {
            yield { gap: `expected "name (version)" below ${kind}`, text: content, at };
        }
        else if (kind === 'GEM') {
            packages.push({ name, requirement: { kind: 'version', text: version }, at: at + content.indexOf('(') + 1 });
        }
        else if (kind !== 'PATH') {
            packages.push(fromSource(name, at + content.indexOf(name)));
        }
    }
    /** A gem that comes from a git address or from a source that a Bundler plugin reads. */
    function fromSource(name, nameAt) {
        const url = options.get('remote');
        const revision = options.get('revision');
        const branch = options.get('branch');
        const changed = revision ?? url ?? { text: name, at: nameAt };
        return {
            name,
            requirement: (0,model/* sourceRequirement */.V$)(changed.text, {
                url: url?.text,
                revision: revision?.text,
                branch: branch?.text
            }),
            at: changed.at
        };
    }
    function unknownSection(header, end) {
        return { gap: 'this section is not known', text: text.slice(header.at, end), at: header.at };
    }
}
/** Which gem needs which, from what `DEPENDENCIES` and the folders of the project ask for. */
function gemfile_lock_graph(text) {
    const packages = new Map();
    const needs = new Map();
    const roots = [];
    let section = '';
    let current = [];
    for (const line of lines(text)) {
        const content = line.text.trimEnd();
        if (HEADER.test(content))
            section = content;
        else if (section === 'DEPENDENCIES') {
            const name = DEPENDENCY.exec(content)?.groups?.['name'];
            if (name !== undefined)
                roots.push(name);
        }
        else if (SOURCES.has(section)) {
            const need = NEED.exec(content)?.groups?.['name'];
            if (need !== undefined)
                (section === 'PATH' ? roots : current).push(need);
            const { name, version } = SPECIFICATION.exec(content)?.groups ?? {};
            if (name === undefined || version === undefined || section === 'PATH')
                continue;
            // A gem stands there once for each platform.
            current = needs.get(name) ?? [];
            needs.set(name, current);
            packages.set(name, { name, version });
        }
    }
    return { packages, roots, needsOf: key => needs.get(key) ?? [] };
}

;// CONCATENATED MODULE: ./lib/ecosystems/gem/gemspec.js
/**
 * `*.gemspec`: what a gem needs when it is used or worked on.
 * Specification: https://guides.rubygems.org/specification-reference/. Leaves out on purpose: the gem's own name and
 * version, and conditions: what is needed in one case only is needed.
 */





const gemspec_COMMANDS = new Set(['add_dependency', 'add_runtime_dependency', 'add_development_dependency']);
const gemspec = {
    name: '*.gemspec',
    origin: 'manifest',
    specification: 'https://guides.rubygems.org/specification-reference/',
    claims: path => (0,ecosystem/* baseName */.Fl)(path).endsWith('.gemspec'),
    read: gemspec_read,
    upgrade: gemspecUpgrade
};
function* gemspec_read(text) {
    const variables = new Map();
    const otherTexts = [];
    let unnamed;
    let fault;
    try {
        for (const event of readRuby(text, gemspec_COMMANDS)) {
            if (event.kind === 'text')
                otherTexts.push(event.text.value);
            else if (event.kind === 'assignment') {
                requirement_assign(variables, event.name, event.text);
                if (event.text)
                    otherTexts.push(event.text.value);
            }
            else if (event.kind === 'call')
                yield* needed(event.name, event.arguments);
        }
    }
    catch (error) {
        if (!(error instanceof syntax_fault/* SyntaxFault */.M))
            throw error;
        fault = error;
    }
    // The name may be any text that no other call uses, so the scan keeps this gap only if one of them is a client's.
    if (unnamed)
        yield { gap: 'the name of this gem is computed', text: otherTexts.join('\n'), at: unnamed.start };
    if (fault)
        throw fault;
    function* needed(command, [first, ...others]) {
        const name = first && literal(first.value);
        if (name)
            yield versioned(text, name, others.filter(({ key }) => key === undefined), variables);
        else
            unnamed ??= command;
    }
}

;// CONCATENATED MODULE: ./lib/ecosystems/gem/index.js
/** RubyGems: a Gemfile or a gemspec asks, Bundler's lockfile says what was chosen. */



const gem = {
    id: 'gem',
    title: 'Ruby',
    formats: [gemfile, gemspec, gemfileLock],
    versions: async () => (await __nccwpck_require__.e(/* import() */ 89).then(__nccwpck_require__.bind(__nccwpck_require__, 5089))).gemVersions,
    canonicalName: name => name,
    needle: name => name
};

;// CONCATENATED MODULE: ./lib/ecosystems/golang/repository.js
/** Which repository a Go import path or a git address stands for: the tools before Go modules knew nothing smaller. */
/** How many parts of an import path name the repository, by host; three on hosts that are not listed. */
const PARTS = new Map([
    ['k8s.io', 2],
    ['sigs.k8s.io', 2],
    ['google.golang.org', 2],
    ['cloud.google.com', 2],
    ['go.uber.org', 2],
    ['go.etcd.io', 2],
    ['gopkg.in', 2],
    ['go4.org', 1]
]);
const GOPKG_VERSION = /\.v\d+$/;
/** `k8s.io/client-go/kubernetes` → `k8s.io/client-go`. */
function repository_repositoryOf(importPath) {
    const parts = importPath.split('/', 4);
    const [host = '', project = ''] = parts;
    // gopkg.in/yaml.v2 is a repository of its own, gopkg.in/owner/name.v1 has an owner.
    const count = host === 'gopkg.in' && !GOPKG_VERSION.test(project) ? 3 : (PARTS.get(host) ?? 3);
    return parts.slice(0, count).join('/');
}
/** `https://github.com/owner/name.git` → `github.com/owner/name`, the form of an import path. */
function modulePath(address) {
    return address
        .replace(/^(?:https?|ssh|git):\/\//, '')
        .replace(/^(?:[^@/]+@)/, '')
        .replace(/^([^/:]+):/, '$1/')
        .replace(/\.git$/, '');
}
/** The replacement that an address makes of a package; none where it is the package's own. */
function replacementBy(address, name) {
    if (address === undefined || address === '')
        return {};
    const replacement = modulePath(address);
    return replacement === name ? {} : { replacement };
}

;// CONCATENATED MODULE: ./lib/ecosystems/golang/upgrade.js
/** The go commands that bring a module to a version that reloads. */
/** Modules that are released together with client-go and must move with it. */
const SIBLINGS = {
    'k8s.io/client-go': ['k8s.io/api', 'k8s.io/apimachinery']
};
/**
 * `go get` for the module and its siblings. Where a `replace` decides, `go get` changes nothing, and without the `replace`
 * the requirement is often a version that never existed, such as v0.0.0: so the replacements are pointed elsewhere, those
 * of the siblings too. https://go.dev/ref/mod#go-mod-edit
 */
function goUpgrade(name, version, { replacement, usedAt }) {
    const isReplaced = replacement !== undefined || usedAt !== undefined;
    return [isReplaced ? `go mod edit ${replaceFlags(name, version)}` : get(name, version), 'go mod tidy'];
}
/** Which module brings another one in stands in no file of Go. https://go.dev/ref/mod#go-mod-why */
function goWhy(name) {
    return `go mod why -m ${name}`;
}
/** A workspace holds nothing but replacements: they are pointed elsewhere, for the reason that is given above. */
function goWorkUpgrade(name, version) {
    return [`go work edit ${replaceFlags(name, version)}`, 'go work sync'];
}
/**
 * The way forward from dep, glide, godep and govendor, none of which is maintained: Go modules. Since Go 1.22 `go mod
 * init` takes nothing over from their files, so the version is asked for by name.
 */
function moveToModules(name, version) {
    return ['# make it a module first: go mod init, with the path of this repository', get(name, version), 'go mod tidy'];
}
function get(name, version) {
    return `go get ${modulesOf(name)
        .map(module => `${module}@${version}`)
        .join(' ')}`;
}
function replaceFlags(name, version) {
    return modulesOf(name)
        .map(module => `-replace=${module}=${module}@${version}`)
        .join(' ');
}
function modulesOf(name) {
    return [name, ...(SIBLINGS[name] ?? [])];
}

;// CONCATENATED MODULE: ./lib/ecosystems/golang/glide-lock.js
/**
 * `glide.lock`: the commits that glide chose.
 * Specification: none is published; the code that writes it is https://github.com/Masterminds/glide/blob/master/cfg/lock.go.
 * Leaves out on purpose: the list of packages below each repository.
 */






/** `devImports` is the older spelling. */
const glide_lock_LISTS = ['imports', 'testImports', 'devImports'];
const COMMIT = /^[0-9a-f]{40}$/;
const glideLock = {
    name: 'glide.lock',
    origin: 'lockfile',
    specification: 'https://github.com/Masterminds/glide/blob/master/cfg/lock.go',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'glide.lock',
    read: glide_lock_read,
    answers: ['glide.yaml'],
    upgrade: moveToModules
};
async function* glide_lock_read(text) {
    const { parseYaml } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(32)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3032));
    const { root, fault } = parseYaml(text);
    // No commit of the file is younger than the file.
    const updated = textOf(root, 'updated')?.value;
    for (const list of glide_lock_LISTS) {
        for (const node of items(child(root, list))) {
            const entry = entryOf(node, updated);
            // What a fault cuts short is told by the fault.
            if (!('gap' in entry && fault))
                yield entry;
        }
    }
    if (fault)
        throw fault;
}
function entryOf(node, updated) {
    const name = textOf(node, 'name')?.value ?? '';
    const version = textOrScalar(node, 'version');
    if (name === '' || !version || version.text === '')
        return gapFor(node, 'expected a name and a version');
    const { text, at } = version;
    const replacement = replacementBy(textOf(node, 'repo')?.value, name);
    // Other kinds of version control have revisions that are no commits of git.
    const requirement = COMMIT.test(text)
        ? (0,model/* sourceRequirement */.V$)(text, { revision: text, committedBefore: updated })
        : { kind: 'version', text };
    return { name, requirement, at, ...replacement };
}

// EXTERNAL MODULE: ./lib/ecosystems/golang/range.js
var range = __nccwpck_require__(5417);
;// CONCATENATED MODULE: ./lib/ecosystems/golang/dep-version.js
/**
 * What dep and glide call a version: a range of semantic versions, else the name of a tag.
 * Specification: https://golang.github.io/dep/docs/Gopkg.toml.html#version-rules.
 */

const EXACT_TAG = /^=\s*(?<tag>v\S+)$/;
/** `=v1.2.3` is one version, `v1.2.3` and `^1.2` are ranges; undefined for what is none of these. */
function rangeIn(written) {
    const text = written.text.trim();
    const start = written.at + written.text.indexOf(text);
    const tag = EXACT_TAG.exec(text)?.groups?.['tag'];
    if (!(0,range/* spanOf */.e)(text))
        return undefined;
    if (tag !== undefined)
        return { requirement: { kind: 'version', text: tag }, at: start + text.length - tag.length };
    return { requirement: { kind: 'range', text }, at: start };
}

;// CONCATENATED MODULE: ./lib/ecosystems/golang/glide-yaml.js
/**
 * `glide.yaml`: what a project that uses glide asks for.
 * Specification: https://glide.readthedocs.io/en/latest/glide.yaml/. Leaves out on purpose: `ignore`, `excludeDirs`,
 * `os` and `arch`, which ask for nothing.
 */







/** `testImports` and `devImports` are older spellings. */
const glide_yaml_LISTS = ['import', 'testImport', 'devImport'];
const glide_yaml_COMMIT = /^[0-9a-f]{7,40}$/;
// Three numbers behind `v` or a dash, `v1.5.0` or `kubernetes-1.13.0`: one tag. A tag is tried before a range is.
const TAG = /^(?:v|[A-Za-z][\w.]{0,50}-)\d{1,9}\.\d{1,9}\.\d{1,9}/;
const glideYaml = {
    name: 'glide.yaml',
    origin: 'manifest',
    specification: 'https://glide.readthedocs.io/en/latest/glide.yaml/',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'glide.yaml',
    read: glide_yaml_read,
    upgrade: moveToModules
};
async function* glide_yaml_read(text) {
    const { parseYaml } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(32)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3032));
    const { root, fault } = parseYaml(text);
    for (const list of glide_yaml_LISTS) {
        for (const node of items(child(root, list))) {
            const name = textOf(node, 'package');
            // What a fault cuts short is told by the fault.
            if (name && name.value !== '')
                yield glide_yaml_entryOf(name, node);
            else if (!fault)
                yield gapFor(node, 'expected a package with its import path');
        }
    }
    if (fault)
        throw fault;
}
function glide_yaml_entryOf(name, node) {
    const repository = repository_repositoryOf(name.value);
    const version = child(node, 'version');
    const replacement = replacementBy(textOf(node, 'repo')?.value, repository);
    const facts = { name: repository, direct: true, ...replacement };
    if (version && (version.kind === 'map' || version.kind === 'list'))
        return { ...gapFor(node, 'expected a version, range, branch or commit'), at: version.at };
    const written = textOrScalar(node, 'version');
    if (!written || isNothing(written))
        return { ...facts, requirement: { kind: 'none' }, at: name.at };
    return { ...facts, requirement: glide_yaml_requirementOf(written), at: written.at };
}
function isNothing({ text }) {
    return text.trim() === '' || text === '~' || text === 'null';
}
function glide_yaml_requirementOf(written) {
    const { text } = written;
    if (TAG.test(text))
        return { kind: 'version', text };
    if (glide_yaml_COMMIT.test(text))
        return (0,model/* sourceRequirement */.V$)(text, { revision: text });
    const range = rangeIn(written);
    if (range && range.at === written.at)
        return range.requirement;
    return (0,model/* sourceRequirement */.V$)(text, { branch: text });
}

;// CONCATENATED MODULE: ./lib/ecosystems/golang/vendored.js
/** Packages of one repository that a file lists one by one: what `Godeps.json` and `vendor.json` have in common. */

/** The package whose line stands for its repository, because it is the one that programs name: the clientset. */
const MAIN_PACKAGE = /^k8s\.io\/client-go\/(?:\d\.\d\/)?kubernetes$/;
/**
 * One entry per repository and requirement, in the order of the file, at its main package or else at its first one. A
 * file may hold packages of one repository at several commits: each of these is an entry.
 */
function repositoriesOf(packages) {
    const found = new Map();
    for (const { path, requirement, at, replacement } of packages) {
        const name = repository_repositoryOf(path);
        const key = JSON.stringify([name, requirement, replacement]);
        if (found.has(key) && !MAIN_PACKAGE.test(path))
            continue;
        const instead = replacement === undefined ? {} : { replacement };
        found.set(key, { name, requirement, at, ...instead });
    }
    return [...found.values()];
}

;// CONCATENATED MODULE: ./lib/ecosystems/golang/godeps-json.js
/**
 * `Godeps/Godeps.json`: the packages that godep copied, each with its commit.
 * Specification: https://github.com/tools/godep#file-format. Leaves out on purpose: the project's own `ImportPath`, and
 * comments that name a commit behind a tag (`v1.5.0-12-gabcdef0`): what came after the tag, the tag does not tell.
 */







/** A tag as `git describe` writes it; a commit behind one ends with how many there are and which it is. */
const godeps_json_TAG = /^(?:v\d|kubernetes-\d)\S*$/;
const BEHIND_A_TAG = /-\d+-g[0-9a-f]{4,40}$/;
const godepsJson = {
    name: 'Godeps/Godeps.json',
    origin: 'lockfile',
    specification: 'https://github.com/tools/godep#file-format',
    claims: path => path === 'Godeps/Godeps.json' || path.endsWith('/Godeps/Godeps.json'),
    read: godeps_json_read,
    folder: path => (0,ecosystem/* folderName */.ub)((0,ecosystem/* folderName */.ub)(path)),
    upgrade: moveToModules
};
function* godeps_json_read(text) {
    const { root, fault } = parseJson(text);
    const packages = [];
    for (const node of items(child(root, 'Deps'))) {
        const found = vendored(node);
        if ('path' in found)
            packages.push(found);
        // What a fault cuts short is told by the fault.
        else if (!fault)
            yield found;
    }
    yield* repositoriesOf(packages);
    if (fault)
        throw fault;
}
function vendored(node) {
    const path = textOf(node, 'ImportPath')?.value ?? '';
    const revision = textOf(node, 'Rev');
    const comment = textOf(node, 'Comment');
    if (path !== '' && comment && godeps_json_TAG.test(comment.value) && !BEHIND_A_TAG.test(comment.value))
        return { path, requirement: { kind: 'version', text: comment.value }, at: comment.at };
    if (path === '' || !revision || revision.value === '')
        return gapFor(node, 'expected an import path and a revision');
    const { value, at } = revision;
    return { path, requirement: (0,model/* sourceRequirement */.V$)(value, { revision: value }), at };
}

;// CONCATENATED MODULE: ./lib/ecosystems/golang/gopkg-lock.js
/**
 * `Gopkg.lock`: the commits that dep chose.
 * Specification: https://golang.github.io/dep/docs/Gopkg.lock.html. Leaves out on purpose: `[solve-meta]`, which repeats
 * what the project imports.
 */







const gopkgLock = {
    name: 'Gopkg.lock',
    origin: 'lockfile',
    specification: 'https://golang.github.io/dep/docs/Gopkg.lock.html',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'Gopkg.lock',
    read: gopkg_lock_read,
    answers: ['Gopkg.toml'],
    upgrade: moveToModules
};
function* gopkg_lock_read(source) {
    const { root, fault } = parseToml(source);
    const projects = items(child(root, 'projects'));
    for (const project of projects) {
        const name = textOf(project, 'name');
        const found = gopkg_lock_requirementOf(project);
        if (name && found)
            yield { name: name.value, ...found };
        // What a fault cuts short is told by the fault.
        else if (!fault || project !== projects.at(-1)) {
            yield gapFor(project, 'expected a name and a version, branch or revision');
        }
    }
    if (fault)
        throw fault;
}
/** A tag says most, then a branch with the commit it stood at, then a commit alone. */
function gopkg_lock_requirementOf(project) {
    const [version, branch, revision, source] = ['version', 'branch', 'revision', 'source'].map(key => textOf(project, key));
    const replacement = source && source.value !== '' ? { replacement: modulePath(source.value) } : {};
    if (version)
        return { requirement: { kind: 'version', text: version.value }, at: version.at, ...replacement };
    const carrier = branch ?? revision;
    if (!carrier)
        return undefined;
    const requirement = (0,model/* sourceRequirement */.V$)(carrier.value, { revision: revision?.value, branch: branch?.value });
    return { requirement, at: carrier.at, ...replacement };
}

;// CONCATENATED MODULE: ./lib/ecosystems/golang/gopkg-toml.js
/**
 * `Gopkg.toml`: what a project that uses dep asks for.
 * Specification: https://golang.github.io/dep/docs/Gopkg.toml.html. Leaves out on purpose: `ignored`, `noverify`, `prune`
 * and `metadata`, which ask for nothing, and a constraint that an override of the same project makes moot.
 */








const RULES = new Set(['constraint', 'override']);
const gopkgToml = {
    name: 'Gopkg.toml',
    origin: 'manifest',
    specification: 'https://golang.github.io/dep/docs/Gopkg.toml.html',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'Gopkg.toml',
    read: gopkg_toml_read,
    upgrade: moveToModules
};
function* gopkg_toml_read(source) {
    const { root, fault } = parseToml(source);
    const rules = members(root).filter(({ key }) => RULES.has(key));
    const overridden = new Set(items(child(root, 'override')).flatMap(node => textOf(node, 'name')?.value ?? []));
    const named = new Set();
    for (const rule of rules) {
        if (rule.value.kind !== 'list')
            yield gapFor(rule, 'expected a list of tables');
        for (const node of items(rule.value)) {
            const name = textOf(node, 'name');
            if (!name || name.value === '') {
                // What a fault cuts short is told by the fault.
                if (!fault)
                    yield gapFor(node, 'expected a rule with the name of a project');
                continue;
            }
            named.add(name.value);
            if (rule.key === 'constraint' && overridden.has(name.value))
                continue;
            const said = gopkg_toml_requirementOf(node);
            if (said === 'unexpected')
                yield gapFor(node, 'expected a version in quotes');
            else if (said || !fault) {
                const replacement = replacementBy(textOf(node, 'source')?.value, name.value);
                // An override speaks of packages that somebody asks for and of those that others bring alike.
                const direct = rule.key === 'constraint' ? { direct: true } : {};
                const found = said ?? { requirement: { kind: 'none' }, at: name.at };
                yield { name: name.value, ...found, ...direct, ...replacement };
            }
        }
    }
    for (const node of items(child(root, 'required'))) {
        const name = node.kind === 'text' ? repository_repositoryOf(node.value) : '';
        if (name === '')
            yield gapFor(node, 'expected the import path of a package');
        else if (!named.has(name))
            yield { name, requirement: { kind: 'none' }, at: node.at, direct: true };
        named.add(name);
    }
    if (fault)
        throw fault;
}
function gopkg_toml_requirementOf(rule) {
    for (const key of ['version', 'branch', 'revision']) {
        const node = child(rule, key);
        if (!node)
            continue;
        if (node.kind !== 'text')
            return 'unexpected';
        const { value, at } = node;
        if (value === '')
            continue;
        if (key === 'version')
            return rangeIn({ text: value, at }) ?? { requirement: { kind: 'version', text: value }, at };
        return { requirement: (0,model/* sourceRequirement */.V$)(value, { [key]: value }), at };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/ecosystems/golang/directives.js
/**
 * The line grammar that `go.mod` and `go.work` share: directives, blocks of them, and replacements.
 * Specification: https://go.dev/ref/mod#go-mod-file-lexical and https://go.dev/ref/mod#go-work-file-lexical.
 */

// A quoted string, a raw string, a bracket, or a run without blanks; `//` starts a comment anywhere outside quotes, as in
// golang.org/x/mod/modfile. Linear: the branches exclude each other by their first character.
const TOKEN = /"(?:[^"\\\n]|\\.)*"|`[^`\n]*`|\/\/.*|[()]|(?:(?!\/\/)[^\s"`()])+|["`]/g;
/** The directives of a file; a line that begins with none of the known ones is a gap with this message. */
function* directives(text, known, otherwise) {
    let block;
    for (const line of lines(text)) {
        const { tokens, comment } = tokenize(line);
        const first = tokens[0];
        if (!first)
            continue;
        if (block !== undefined) {
            if (first.text === ')')
                block = undefined;
            else
                yield { name: block, tokens, comment, line };
        }
        else if (!known.has(first.text)) {
            yield { gap: otherwise, text: line.text, at: first.at };
        }
        else if (tokens[1]?.text === '(' && first.text !== 'module') {
            if (tokens[2]?.text !== ')')
                block = first.text;
        }
        else
            yield { name: first.text, tokens: tokens.slice(1), comment, line };
    }
}
/** Reads what follows `replace`: `module [version] => module version` or `module [version] => path`. */
function replaceOf({ tokens, line }) {
    const [first, second] = tokens;
    const arrow = tokens.findIndex(token => token.text === '=>');
    const target = tokens[arrow + 1];
    const version = tokens[arrow + 2];
    if (!first || !target || arrow < 1 || arrow > 2 || tokens.length > arrow + 3 || isEscaped(first)) {
        return { gap: 'expected "module [version] => module version" or "=> path"', text: line.text, at: line.at };
    }
    return {
        old: first,
        ...(arrow === 2 && second ? { oldVersion: second.text } : {}),
        target,
        ...(version ? { version } : {})
    };
}
/** No module has such a name: it is a string with escapes, which no tool writes. */
function isEscaped({ text }) {
    return text.includes('\\');
}
/** The entry of a module that a `replace` line answers: that line is where a person would change the version. */
function replaced(used, { target, version }) {
    const requirement = version
        ? { kind: 'version', text: version.text }
        : { kind: 'source', text: target.text };
    return {
        name: used.text,
        requirement,
        at: version?.at ?? target.at,
        usedAt: used.at,
        ...(version && target.text !== used.text ? { replacement: target.text } : {})
    };
}
function tokenize(line) {
    const tokens = [];
    for (const match of line.text.matchAll(TOKEN)) {
        const raw = match[0];
        if (raw.startsWith('//'))
            return { tokens, comment: raw };
        const quoted = raw.length > 1 && (raw[0] === '"' || raw[0] === '`');
        tokens.push({ text: quoted ? raw.slice(1, -1) : raw, at: line.at + match.index + (quoted ? 1 : 0) });
    }
    return { tokens, comment: '' };
}

;// CONCATENATED MODULE: ./lib/ecosystems/golang/mod.js
/**
 * `go.mod`: what a Go module requires and what it replaces.
 * Specification: https://go.dev/ref/mod#go-mod-file. Leaves out on purpose: `exclude` and `retract`, which are no
 * requirements, and `module`, `go`, `toolchain`, `godebug`, `tool` and `ignore`, which name no versions of dependencies.
 */



const DIRECTIVES = new Set([
    'require',
    'replace',
    'exclude',
    'retract',
    'module',
    'go',
    'toolchain',
    'godebug',
    'tool',
    'ignore'
]);
const goMod = {
    name: 'go.mod',
    origin: 'manifest',
    specification: 'https://go.dev/ref/mod#go-mod-file',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'go.mod',
    read: mod_read,
    why: goWhy,
    upgrade: goUpgrade
};
function* mod_read(text) {
    const requires = [];
    const replaces = [];
    const firstReplace = new Map();
    let goMinor = 0;
    for (const directive of directives(text, DIRECTIVES, 'no directive of go.mod begins this line')) {
        if ('gap' in directive)
            yield directive;
        else if (directive.name === 'require')
            yield* require(directive);
        else if (directive.name === 'replace')
            yield* replace(directive);
        else if (directive.name === 'go') {
            goMinor = Number(/^1\.(?<minor>\d{1,4})/.exec(directive.tokens[0]?.text ?? '')?.groups?.['minor'] ?? 0);
        }
    }
    for (const { path, version, indirect } of requires) {
        const replace = replacementOf(path.text, version.text);
        if (!replace)
            yield { name: path.text, requirement: { kind: 'version', text: version.text }, at: version.at, direct: !indirect };
        else
            yield { ...replaced(path, replace), direct: !indirect };
    }
    // Before Go 1.17 a go.mod leaves indirect requirements out, yet its replacements apply to them.
    // https://go.dev/ref/mod#go-mod-file-go
    if (goMinor < 17) {
        const required = new Set(requires.map(require => require.path.text));
        for (const replace of replaces) {
            if (!required.has(replace.old.text))
                yield { ...replaced(replace.old, replace), direct: false };
        }
    }
    function* require({ tokens, comment, line }) {
        const [path, version] = tokens;
        if (!path || !version || tokens.length > 2 || isEscaped(path))
            yield { gap: 'expected "module version"', text: line.text, at: line.at };
        else
            requires.push({ path, version, indirect: /^\/\/\s*indirect(?:\s*$|\s*;)/.test(comment) });
    }
    function* replace(directive) {
        const found = replaceOf(directive);
        if ('gap' in found) {
            yield found;
            return;
        }
        replaces.push(found);
        const key = replaceKey(found.old.text, found.oldVersion);
        if (!firstReplace.has(key))
            firstReplace.set(key, found);
    }
    /** A replacement with a version on the left wins over one without; https://go.dev/ref/mod#go-mod-file-replace. */
    function replacementOf(path, version) {
        return firstReplace.get(replaceKey(path, version)) ?? firstReplace.get(replaceKey(path));
    }
}
function replaceKey(path, version) {
    return JSON.stringify([path, version]);
}

;// CONCATENATED MODULE: ./lib/ecosystems/golang/vendor-json.js
/**
 * `vendor/vendor.json`: the packages that govendor copied, each with its commit and the time of that commit.
 * Specification: https://github.com/kardianos/vendor-spec. Leaves out on purpose: packages without a revision, which
 * govendor lists for App Engine and which are not copied.
 */








const VENDOR_FOLDER = '/vendor/';
const vendorJson = {
    name: 'vendor/vendor.json',
    origin: 'lockfile',
    specification: 'https://github.com/kardianos/vendor-spec',
    claims: path => path === 'vendor/vendor.json' || path.endsWith('/vendor/vendor.json'),
    read: vendor_json_read,
    folder: path => (0,ecosystem/* folderName */.ub)((0,ecosystem/* folderName */.ub)(path)),
    upgrade: moveToModules
};
function* vendor_json_read(text) {
    const { root, fault } = parseJson(text);
    const packages = [];
    for (const node of items(child(root, 'package'))) {
        const found = vendor_json_vendored(node);
        if (found && 'path' in found)
            packages.push(found);
        // What a fault cuts short is told by the fault.
        else if (found && !fault)
            yield found;
    }
    yield* repositoriesOf(packages);
    if (fault)
        throw fault;
}
function vendor_json_vendored(node) {
    const path = textOf(node, 'path')?.value ?? '';
    const revision = textOf(node, 'revision');
    const tag = textOf(node, 'versionExact');
    if (path === '' || (!revision && !tag))
        return gapFor(node, 'expected a path and a revision');
    const origin = replacementIn(textOf(node, 'origin')?.value, path);
    if (tag && tag.value !== '')
        return { path, requirement: { kind: 'version', text: tag.value }, at: tag.at, ...origin };
    if (!revision || revision.value === '')
        return undefined;
    const { value, at } = revision;
    const committed = textOf(node, 'revisionTime')?.value;
    return { path, requirement: (0,model/* sourceRequirement */.V$)(value, { revision: value, committed }), at, ...origin };
}
/** `origin` says whose folder the package was copied from: its own fork, or what another project had copied. */
function replacementIn(origin, path) {
    if (origin === undefined || origin === '' || origin === path)
        return {};
    const outer = origin.includes(VENDOR_FOLDER) ? origin.slice(0, origin.indexOf(VENDOR_FOLDER)) : origin;
    // Without a vendor folder in it, the same path stands behind another root.
    const inner = path.slice(repository_repositoryOf(path).length);
    const root = inner !== '' && outer.endsWith(inner) ? outer.slice(0, -inner.length) : outer;
    return root === repository_repositoryOf(path) ? {} : { replacement: root };
}

;// CONCATENATED MODULE: ./lib/ecosystems/golang/vendor-modules.js
/**
 * `vendor/modules.txt`: the modules that `go mod vendor` copied.
 * Specification: https://go.dev/ref/mod#go-mod-vendor; the form is that of cmd/go/internal/modload/vendor.go. Leaves out on
 * purpose: the package lines below each module, and replacements whose module has no packages here.
 */



// `# module version`, `# module version => path`, `# module version => module version`, `# module => …` (unused replacement).
const MODULE = /^# (?<name>\S+)(?: (?<version>v\S+))?(?: => (?<target>\S+)(?: (?<targetVersion>\S+))?)?$/;
const vendorModules = {
    name: 'vendor/modules.txt',
    origin: 'lockfile',
    specification: 'https://go.dev/ref/mod#go-mod-vendor',
    claims: path => path === 'vendor/modules.txt' || path.endsWith('/vendor/modules.txt'),
    read: vendor_modules_read,
    why: goWhy,
    answers: ['go.mod'],
    folder: path => (0,ecosystem/* folderName */.ub)((0,ecosystem/* folderName */.ub)(path)),
    upgrade: (name, version, dependency) => [...goUpgrade(name, version, dependency), 'go mod vendor']
};
function* vendor_modules_read(text) {
    for (const line of lines(text)) {
        if (!line.text.startsWith('# '))
            continue;
        const { name, version, target, targetVersion } = MODULE.exec(line.text)?.groups ?? {};
        if (name === undefined) {
            yield {
                gap: 'expected "# module version", with "=> replacement" where there is one',
                text: line.text,
                at: line.at
            };
        }
        else if (version === undefined) {
            // The list of replacements at the end repeats go.mod's; a module that is vendored stands above with its version.
            if (target === undefined)
                yield { gap: 'expected a version after the module', text: line.text, at: line.at };
        }
        else if (target === undefined) {
            yield { name, requirement: { kind: 'version', text: version }, at: line.at + 3 + name.length };
        }
        else {
            const usedAt = line.at + 2;
            if (targetVersion === undefined) {
                const at = line.at + line.text.indexOf(' => ') + 4;
                yield { name, requirement: { kind: 'source', text: target }, at, usedAt };
            }
            else {
                const at = line.at + line.text.length - targetVersion.length;
                const replacement = target === name ? {} : { replacement: target };
                yield { name, requirement: { kind: 'version', text: targetVersion }, at, ...replacement, usedAt };
            }
        }
    }
}

;// CONCATENATED MODULE: ./lib/ecosystems/golang/work.js
/**
 * `go.work`: the modules of a Go workspace, and replacements that override those of every one of them.
 * Specification: https://go.dev/ref/mod#workspaces. Leaves out on purpose: `use`, for the modules it names have a go.mod
 * each, and `go`, `toolchain` and `godebug`. A replacement here does not settle the go.mod below it: it holds only while
 * somebody builds inside the workspace, and a build with `GOWORK=off` takes what go.mod says.
 */



const work_DIRECTIVES = new Set(['go', 'toolchain', 'godebug', 'use', 'replace']);
const goWork = {
    name: 'go.work',
    origin: 'manifest',
    specification: 'https://go.dev/ref/mod#workspaces',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'go.work',
    read: work_read,
    upgrade: goWorkUpgrade
};
function* work_read(text) {
    for (const directive of directives(text, work_DIRECTIVES, 'no directive of go.work begins this line')) {
        if ('gap' in directive)
            yield directive;
        else if (directive.name === 'replace') {
            const replace = replaceOf(directive);
            yield 'gap' in replace ? replace : replaced(replace.old, replace);
        }
    }
}

;// CONCATENATED MODULE: ./lib/ecosystems/golang/index.js
/** Go: `go.mod` is manifest and lockfile in one since Go 1.17; the tools before it have lists of their own. */









const golang = {
    id: 'golang',
    title: 'Go',
    formats: [goMod, goWork, vendorModules, gopkgToml, gopkgLock, glideYaml, glideLock, godepsJson, vendorJson],
    versions: async () => (await Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 5960))).goVersions,
    canonicalName: name => name,
    needle: name => name
};

;// CONCATENATED MODULE: ./lib/ecosystems/hackage/dependency.js
/**
 * One dependency as Cabal writes it in `build-depends`: a name, perhaps the libraries meant, a version range.
 * Specification: https://cabal.readthedocs.io/en/stable/cabal-package-description-file.html (build-depends). Leaves out
 * on purpose: which libraries of the package are meant; they are released together.
 */
// Words of letters and digits, joined by hyphens. Linear: a hyphen only ever begins a new word.
const dependency_NAME = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/uy;
// `:library` or `:{one, two}`; the executable of `build-tool-depends` is written the same way.
const LIBRARIES = /:(?:\s*\{[^{}]*\}|[\p{L}\p{N}_.-]+)/uy;
const BEGINS_RANGE = /^[<>=^(-]/;
const dependency_EXACT = /^==\s*(?<version>\d[\d.]*)$/;
/** The pieces between the commas of a list; commas inside braces and parentheses do not count, empty pieces are left out. */
function* listed(content, at) {
    let depth = 0;
    let from = 0;
    for (const { 0: mark, index } of content.matchAll(/[,(){}]/g)) {
        if (mark === '(' || mark === '{')
            depth++;
        else if (mark !== ',')
            depth = Math.max(0, depth - 1);
        else if (depth === 0) {
            yield* piece(content, from, index, at);
            from = index + 1;
        }
    }
    yield* piece(content, from, content.length, at);
}
function* piece(content, from, to, at) {
    const raw = content.slice(from, to);
    const text = raw.trim();
    if (text !== '')
        yield { text, at: at + from + raw.indexOf(text) };
}
/** The entry of one dependency such as `foo:{a,b} >=1.0 && <2`. */
function dependency({ text, at }) {
    dependency_NAME.lastIndex = 0;
    const name = dependency_NAME.exec(text)?.[0];
    if (name === undefined)
        return { gap: 'expected a package name', text, at };
    LIBRARIES.lastIndex = name.length;
    const end = name.length + (LIBRARIES.exec(text)?.[0].length ?? 0);
    const range = text.slice(end).trim();
    if (range === '')
        return { name, requirement: { kind: 'none' }, at };
    if (!BEGINS_RANGE.test(range))
        return { gap: 'expected a version range behind the package name', text, at };
    return { name, ...ranged({ text: range, at: at + text.length - range.length }) };
}
/** A version range: exactly one version if it is `==` and a version, else the range as written. */
function ranged({ text, at }) {
    const version = dependency_EXACT.exec(text)?.groups?.['version'];
    if (version === undefined)
        return { requirement: { kind: 'range', text }, at };
    return { requirement: { kind: 'version', text: version }, at: at + text.length - version.length };
}

;// CONCATENATED MODULE: ./lib/ecosystems/hackage/fields.js
/**
 * The syntax that `*.cabal` and `cabal.project` files share: fields in sections, by layout or in braces.
 * Specification: https://cabal.readthedocs.io/en/stable/cabal-package-description-file.html#package-descriptions, read
 * as Cabal's own lexer and parser do (Distribution.Fields). Leaves out on purpose: what conditions say; the fields below
 * `if` and `else` are all read.
 */


const KINDS = new Set(`library foreign-library executable test-suite benchmark common flag custom-setup source-repository
  source-repository-package package repository program-options program-locations program-default-options test-options
  haddock init install-dirs if elif else`.split(/\s+/));
const NOT_BLANK = /\S/g;
// Cabal's lexer also counts the non-breaking space as a blank, which \s does too.
const fields_NAME = /[^\s:"{}()[\],=<>+*&|!$%^@#?/\\~]+/y;
const BRACE_OR_QUOTE = /[{}"]/g;
/** Reads the fields of a text. A line that is no field, no section and no content becomes a gap. */
function readFields(text) {
    const parts = [];
    const sections = [];
    let field;
    for (const line of lines(text)) {
        const start = line.text.search(/\S/);
        if (start < 0)
            continue;
        if (line.text.startsWith('--', start)) {
            field?.comments.push(line);
            continue;
        }
        if (field && !field.braces && start <= field.indent)
            close(field);
        let position = field ? content(field, line, start) : start;
        // A brace on a line of its own opens the section above it.
        if (position === start && line.text[start] !== '{')
            closeSections(start);
        while (position >= 0)
            position = element(line, position, position === start);
    }
    const open = sections.find(section => section.braces) ?? (field?.braces ? field : undefined);
    if (field)
        close(field);
    return open ? { parts, fault: new syntax_fault/* SyntaxFault */.M('the file ends before "}"', open.at) } : { parts };
    /** Reads one field, section header or brace from `from` on; says where to go on, or -1 at the end of the line. */
    function element(line, from, first) {
        const start = skipBlank(line.text, from);
        const character = line.text[start];
        if (character === undefined)
            return -1;
        if (character === '{')
            return openBrace(line, start);
        if (character === '}')
            return closeBrace(line, start);
        fields_NAME.lastIndex = start;
        const name = fields_NAME.exec(line.text)?.[0];
        if (name === undefined)
            return gap('expected a field or a section', line, start);
        const behind = skipBlank(line.text, start + name.length);
        if (line.text[behind] === ':') {
            const at = line.at + behind + 1;
            field = {
                name: name.toLowerCase(),
                ...inner(),
                indent: start,
                at,
                end: at,
                empty: true,
                braces: false,
                comments: []
            };
            if (first)
                return content(field, line, skipBlank(line.text, behind + 1));
            return inline(field, line, behind + 1);
        }
        if (!KINDS.has(name.toLowerCase()))
            return gap('no section of this kind is known', line, start);
        sections.push({ kind: name.toLowerCase(), indent: start, at: line.at + start, braces: false });
        return endOfHeader(line.text, behind);
    }
    /** Takes in what the line holds for a field; says where the line goes on behind its closing brace, or -1. */
    function content(open, line, from) {
        let start = from;
        if (open.empty && line.text[start] === '{') {
            start++;
            open.braces = true;
            open.at = line.at + start;
        }
        open.empty &&= start === line.text.length;
        const brace = open.braces ? line.text.indexOf('}', start) : -1;
        open.end = line.at + (brace < 0 ? line.text.length : brace);
        if (brace < 0)
            return -1;
        close(open);
        return brace + 1;
    }
    /** A field behind something else on its line ends with the line, or with the brace of its section. */
    function inline(open, line, from) {
        const start = skipBlank(line.text, from);
        if (line.text[start] === '{')
            return content(open, line, start);
        const brace = line.text.indexOf('}', start);
        open.end = line.at + (brace < 0 ? line.text.length : brace);
        close(open);
        return brace;
    }
    function close(open) {
        const { name, section, at } = open;
        parts.push({ name, ...(section ? { section } : {}), content: withoutComments(open), at });
        field = undefined;
    }
    function withoutComments({ at, end, comments }) {
        const pieces = [];
        let from = at;
        for (const comment of comments) {
            if (comment.at >= end)
                break;
            pieces.push(text.slice(from, comment.at), ' '.repeat(comment.text.length));
            from = comment.at + comment.text.length;
        }
        return [...pieces, text.slice(from, end)].join('');
    }
    /** Leaves the sections that end above a line with this indentation; one in braces ends with its brace only. */
    function closeSections(indent) {
        for (let last = sections.at(-1); last && !last.braces && last.indent >= indent; last = sections.at(-1)) {
            sections.pop();
        }
    }
    function openBrace(line, at) {
        const section = sections.at(-1);
        if (!section || section.braces)
            return gap('a brace stands behind no section', line, at);
        section.braces = true;
        return at + 1;
    }
    function closeBrace(line, at) {
        const index = sections.findLastIndex(section => section.braces);
        if (index < 0)
            return gap('a brace closes no section', line, at);
        sections.length = index;
        return at + 1;
    }
    function inner() {
        const section = sections.at(-1);
        return section ? { section } : {};
    }
    function gap(message, line, at) {
        parts.push({ gap: message, text: line.text, at: line.at + at });
        return -1;
    }
}
/** Where the words behind the kind of a section end: at a brace outside quotes, or -1 for the end of the line. */
function endOfHeader(text, from) {
    BRACE_OR_QUOTE.lastIndex = from;
    for (let match = BRACE_OR_QUOTE.exec(text); match; match = BRACE_OR_QUOTE.exec(text)) {
        if (match[0] !== '"')
            return match.index;
        const end = text.indexOf('"', match.index + 1);
        if (end < 0)
            return -1;
        BRACE_OR_QUOTE.lastIndex = end + 1;
    }
    return -1;
}
function skipBlank(text, from) {
    NOT_BLANK.lastIndex = from;
    return NOT_BLANK.exec(text)?.index ?? text.length;
}

;// CONCATENATED MODULE: ./lib/ecosystems/hackage/upgrade.js
/** The edits and commands that bring a Haskell package to a version that reloads. */
const BUILD = ['cabal update', 'cabal build all'];
/** Releases that ask for one exact release of another package, which has to move with them. */
const EXACTLY = {
    'kubernetes-client-0.3.0.0': [{ name: 'kubernetes-client-core', version: '0.3.0.0' }]
};
/** For `*.cabal`: a lower bound, for which cabal then finds a plan, as stack does with the same edit. */
function cabalUpgrade(name, version) {
    return [`build-depends: ${name} >=${version}`, ...BUILD];
}
/** For `package.yaml`: the same bound; stack makes the `*.cabal` file anew when it builds. */
function hpackUpgrade(name, version) {
    return [`- ${name} >=${version} # under dependencies in package.yaml`, 'stack build'];
}
/** For `stack.yaml` and its lockfile, which stack brings up to date when it builds. */
function stackUpgrade(name, version) {
    const identifiers = together(name, version).map(member => `${member.name}-${member.version}`);
    return [
        ...identifiers.map(identifier => `- ${identifier} # under extra-deps in stack.yaml, instead of the present entry`),
        'stack build'
    ];
}
/** For `cabal.project`: a constraint binds every package of the project. */
function projectUpgrade(name, version) {
    return [`constraints: ${name} >=${version}`, ...BUILD];
}
/**
 * For `cabal.project.freeze`: freezing keeps what is frozen, so the old line has to go first.
 * https://cabal.readthedocs.io/en/stable/how-to-freeze-versions.html ("Partial Thaw, Freeze")
 */
function freezeUpgrade(name, version) {
    const names = together(name, version).map(member => member.name);
    return [
        `# delete what is said of ${names.join(' and ')} in cabal.project.freeze, then:`,
        'cabal update',
        `cabal freeze --constraint='${name} >=${version}'`
    ];
}
function together(name, version) {
    return [{ name, version }, ...(EXACTLY[`${name}-${version}`] ?? [])];
}

;// CONCATENATED MODULE: ./lib/ecosystems/hackage/cabal.js
/**
 * `*.cabal`: what the components of a Haskell package depend on, the tools and the setup script they are built with.
 * Specification: https://cabal.readthedocs.io/en/stable/cabal-package-description-file.html. Leaves out on purpose:
 * `build-tools`, which names programs and no packages; `pkgconfig-depends`; the package itself, on which its own
 * components may depend. A library inside the package that is asked for by its bare name counts as a package: from
 * `cabal-version: 3.4` on that is what it means.
 */




const cabal_LISTS = new Set(['build-depends', 'build-tool-depends', 'setup-depends']);
const cabalFile = {
    name: '*.cabal',
    origin: 'manifest',
    specification: 'https://cabal.readthedocs.io/en/stable/cabal-package-description-file.html',
    claims: path => /[^/]\.cabal$/.test((0,ecosystem/* baseName */.Fl)(path)),
    read: cabal_read,
    upgrade: cabalUpgrade
};
function* cabal_read(text) {
    const { parts, fault } = readFields(text);
    const own = ownName(parts.filter(part => 'content' in part));
    for (const part of parts) {
        if ('gap' in part)
            yield part;
        else if (cabal_LISTS.has(part.name)) {
            for (const { at, text: written } of listed(part.content, part.at)) {
                // The content has blanks where comments stand, the file is what people read.
                const entry = dependency({ text: text.slice(at, at + written.length), at });
                if ('name' in entry && entry.name !== own)
                    yield { ...entry, direct: true };
                else if ('gap' in entry)
                    yield entry;
            }
        }
    }
    if (fault)
        throw fault;
}
function ownName(fields) {
    return fields.find(field => field.name === 'name' && !field.section)?.content.trim();
}

;// CONCATENATED MODULE: ./lib/ecosystems/hackage/constraints.js
/**
 * The `constraints` of a Cabal project: what its dependencies are held to, flags among it.
 * Specification: https://cabal.readthedocs.io/en/stable/cabal-project-description-file.html (constraints). Leaves out on
 * purpose: flags (`foo +bar`), `test` and `bench`, which say nothing of a version.
 */

// `any.foo`, `setup.foo` and `foo:setup.bar`: where the constraint applies.
const SCOPE = /^(?:any\.|setup\.|[\p{L}\p{N}-]+:setup\.)/u;
const NOT_A_VERSION = /^(?<name>[\p{L}\p{N}-]+)\s+(?<property>[+-]\S|(?:installed|source|test|bench)\s*$)/u;
// A package that comes with the compiler, or must not: which version that is, the file does not say.
const UNSAID = /^(?:installed|source)/;
/** The entries of a `constraints` field. `text` is the whole file. */
function* constrained(text, field) {
    for (const { at, text: written } of listed(field.content, field.at)) {
        const entry = constraint({ text: text.slice(at, at + written.length), at });
        if (entry)
            yield entry;
    }
}
function constraint({ text, at }) {
    const scope = SCOPE.exec(text)?.[0].length ?? 0;
    const scoped = { text: text.slice(scope), at: at + scope };
    const { name, property } = NOT_A_VERSION.exec(scoped.text)?.groups ?? {};
    if (name === undefined || property === undefined)
        return dependency(scoped);
    return UNSAID.test(property) ? { name, requirement: { kind: 'none' }, at: scoped.at } : undefined;
}

;// CONCATENATED MODULE: ./lib/ecosystems/hackage/source.js
/**
 * Packages that do not come from Hackage: a repository at a revision, an archive, a folder. Such a source seldom names
 * its packages; the folders in it that are meant are called like them.
 */

const source_NAME = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u;
const VERSION = /^\d+(?:\.\d+)*$/;
const ARCHIVE = /\.(?:tar\.gz|tgz|tar|zip)$/;
// https://…, git@host:…; a path has no colon.
const REMOTE = /:/;
/** One entry per folder, named after it; a file that gives only a repository does not say what packages are in it. */
function* source_packagesOf({ url, address, revision, branch, folders, name }) {
    const { text, at } = revision ?? branch ?? url;
    const names = name === undefined ? folders.map(lastPart) : [name];
    for (const folder of names.length > 0 ? names : ['']) {
        yield {
            name: folder === '' || folder === '.' ? repositoryName(url.text) : folder,
            requirement: (0,model/* sourceRequirement */.V$)(text, {
                url: address ?? (REMOTE.test(url.text) ? url.text : undefined),
                revision: revision?.text,
                branch: branch?.text
            }),
            at
        };
    }
}
/** `foo-1.2.3` taken apart; undefined for anything else. */
function identifier(text) {
    const hyphen = text.lastIndexOf('-');
    const [name, version] = [text.slice(0, hyphen), text.slice(hyphen + 1)];
    return hyphen > 0 && source_NAME.test(name) && VERSION.test(version) ? { name, version } : undefined;
}
/** What an address or path is called after: the repository, the package in an archive, the folder. */
function repositoryName(text) {
    const parts = text.split(/[/:]/).filter(part => part !== '');
    // https://github.com/owner/repository/archive/REVISION.tar.gz
    const archive = parts.lastIndexOf('archive');
    const last = (archive > 0 ? parts[archive - 1] : parts.at(-1)) ?? text;
    const name = last.replace(ARCHIVE, '').replace(/\.git$/, '');
    return identifier(name)?.name ?? name;
}
function lastPart(folder) {
    return (folder
        .split('/')
        .filter(part => part !== '')
        .at(-1) ?? '');
}

;// CONCATENATED MODULE: ./lib/ecosystems/hackage/cabal-project.js
/**
 * `cabal.project`: what a project of several packages takes from elsewhere than Hackage, and what it holds versions to.
 * Specification: https://cabal.readthedocs.io/en/stable/cabal-project-description-file.html. Leaves out on purpose: the
 * project's own folders in `packages`; `preferences`, which do not bind; imported project files.
 */






const cabalProject = {
    name: 'cabal.project',
    origin: 'manifest',
    specification: 'https://cabal.readthedocs.io/en/stable/cabal-project-description-file.html',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'cabal.project',
    read: cabal_project_read,
    answers: ['*.cabal', 'package.yaml'],
    central: true,
    upgrade: projectUpgrade
};
function* cabal_project_read(text) {
    const { parts, fault } = readFields(text);
    const repositories = new Map();
    for (const part of parts) {
        if ('gap' in part)
            yield part;
        else if (part.section?.kind === 'source-repository-package') {
            const fields = repositories.get(part.section);
            if (fields)
                fields.push(part);
            else
                repositories.set(part.section, [part]);
        }
        else if (part.name === 'constraints')
            yield* constrained(text, part);
        else if (part.name === 'extra-packages')
            for (const piece of listed(part.content, part.at))
                yield dependency(piece);
    }
    for (const fields of repositories.values())
        yield* repository(fields);
    if (fault)
        throw fault;
}
function* repository(fields) {
    const url = first('location');
    const revision = first('tag');
    const branch = first('branch');
    if (url) {
        const folders = fields.filter(({ name }) => name === 'subdir').flatMap(({ content }) => content.trim().split(/\s+/));
        yield* source_packagesOf({ url, ...(revision ? { revision } : {}), ...(branch ? { branch } : {}), folders });
    }
    else {
        const [{ at, content } = { at: 0, content: '' }] = fields;
        const text = fields.map(field => field.content).join('\n');
        yield { gap: 'expected a location of the repository', text, at: at + content.length - content.trimStart().length };
    }
    function first(name) {
        const field = fields.find(candidate => candidate.name === name);
        const at = field?.content.search(/\S/) ?? -1;
        return field && at >= 0 ? { text: field.content.trim(), at: field.at + at } : undefined;
    }
}

;// CONCATENATED MODULE: ./lib/ecosystems/hackage/cabal-project-freeze.js
/**
 * `cabal.project.freeze`: the versions that Cabal chose for a project.
 * Specification: https://cabal.readthedocs.io/en/stable/cabal-commands.html#cabal-freeze. Leaves out on purpose: the
 * state of the package index and flags.
 */




const cabalProjectFreeze = {
    name: 'cabal.project.freeze',
    origin: 'lockfile',
    specification: 'https://cabal.readthedocs.io/en/stable/cabal-commands.html#cabal-freeze',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'cabal.project.freeze',
    read: cabal_project_freeze_read,
    answers: ['cabal.project', '*.cabal', 'package.yaml'],
    upgrade: freezeUpgrade
};
function* cabal_project_freeze_read(text) {
    const { parts, fault } = readFields(text);
    for (const part of parts) {
        if ('gap' in part)
            yield part;
        else if (part.name === 'constraints')
            yield* constrained(text, part);
    }
    if (fault)
        throw fault;
}

;// CONCATENATED MODULE: ./lib/ecosystems/hackage/package-yaml.js
/**
 * `package.yaml`: hpack's description of a Haskell package, of which the `*.cabal` file is made.
 * Specification: https://github.com/sol/hpack#dependencies. Leaves out on purpose: `verbatim`, `system-build-tools`,
 * files that `defaults` names, and the package itself, on which its own components may depend.
 */






const package_yaml_LISTS = new Set(['dependencies', 'build-tools']);
const BARE_VERSION = /^\d+(?:\.\d+)*$/;
const package_yaml_COMMIT = /^[0-9a-f]{7,40}$/;
const packageYaml = {
    name: 'package.yaml',
    origin: 'manifest',
    specification: 'https://github.com/sol/hpack#dependencies',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'package.yaml',
    read: package_yaml_read,
    upgrade: hpackUpgrade
};
async function* package_yaml_read(text) {
    const { parseYaml } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(32)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3032));
    const { root, fault } = parseYaml(text);
    const own = textOf(root, 'name')?.value;
    // An alias stands for the same lines again.
    const seen = new Set();
    for (const entry of within(root)) {
        if (seen.has(entry.at) || ('name' in entry && entry.name === own))
            continue;
        seen.add(entry.at);
        yield 'name' in entry ? { ...entry, direct: true } : entry;
    }
    if (root.kind !== 'map' && !fault)
        yield gapFor(root, 'expected keys such as "dependencies"');
    if (fault)
        throw fault;
}
/** Dependencies stand in every component and in every condition (`when`, `then`, `else`) of one. */
function* within(node) {
    if (node.kind === 'list')
        for (const item of node.items)
            yield* within(item);
    if (node.kind !== 'map')
        return;
    for (const { key, value } of node.members)
        yield* package_yaml_LISTS.has(key) ? dependencies(value) : within(value);
}
function* dependencies(node) {
    if (node.kind === 'map')
        for (const member of node.members)
            yield* named(member);
    else if (node.kind === 'text')
        yield dependency({ text: node.value, at: node.at });
    else if (node.kind === 'list')
        for (const item of node.items)
            yield* listItem(item);
}
function* listItem(item) {
    const name = textOrScalar(item, 'name');
    if (item.kind === 'text')
        yield dependency({ text: item.value, at: item.at });
    else if (name)
        yield* named({ key: name.text, keyAt: name.at, value: item });
    else if (item.kind !== 'scalar' || item.text !== '')
        yield gapFor(item, 'expected a dependency with its name');
}
/** `name: ">=1.0"`, `name: 1.0`, `name:` alone, or a map that says more. */
function* named({ key, keyAt, value }) {
    const [name = key] = key.split(':', 1);
    const url = textOrScalar(value, 'git') ?? textOrScalar(value, 'github');
    const path = textOrScalar(value, 'path');
    const version = value.kind === 'map' ? textOrScalar(value, 'version') : textOrScalar(value);
    if (url) {
        const ref = textOrScalar(value, 'ref');
        const address = child(value, 'git') ? {} : { address: `https://github.com/${url.text}` };
        const said = ref ? (package_yaml_COMMIT.test(ref.text) ? { revision: ref } : { branch: ref }) : {};
        yield* source_packagesOf({ url, ...address, ...said, folders: [], name });
    }
    else if (path)
        yield { name, requirement: { kind: 'source', text: path.text }, at: path.at };
    else if (value.kind === 'list')
        yield gapFor(value, 'expected a version or a map behind the name');
    else
        yield { name, ...required(version, keyAt) };
}
function required(version, nameAt) {
    const text = version?.text.trim() ?? '';
    if (!version || text === '' || text === '~' || text === 'null')
        return { requirement: { kind: 'none' }, at: nameAt };
    const at = version.at + version.text.indexOf(text);
    return BARE_VERSION.test(text) ? { requirement: { kind: 'version', text }, at } : ranged({ text, at });
}

;// CONCATENATED MODULE: ./lib/ecosystems/hackage/stack-location.js
/**
 * Where stack gets a package from: Hackage, a repository, an archive, a folder.
 * Specification: https://docs.haskellstack.org/en/stable/topics/package_location/. Leaves out on purpose: checksums and
 * the revision of a Cabal file (`@sha256:…`, `@rev:1`), which change no code.
 */



/** The packages that one element of `extra-deps` or of a lockfile brings. */
function* located(node) {
    if (node.kind === 'text') {
        const written = { text: node.value, at: node.at };
        const release = released(written);
        if (release)
            yield release;
        else
            yield* source_packagesOf({ url: written, folders: [] });
        return;
    }
    if (node.kind === 'scalar' && node.text === '')
        return;
    // Until stack 1, `subdirs` stood beside the `location`.
    const location = child(node, 'location') ?? node;
    const hackage = textOrScalar(location, 'hackage');
    const repository = textOrScalar(location, 'git') ?? textOrScalar(location, 'hg');
    const github = textOrScalar(location, 'github');
    const archive = textOrScalar(location, 'archive') ?? textOrScalar(location, 'url');
    const url = repository ?? github ?? archive;
    if (hackage)
        yield released(hackage) ?? gapFor(node, 'expected a name and a version');
    else if (!url)
        yield gapFor(node, 'expected a package with its version, a repository or an archive');
    else {
        const revision = archive === url ? undefined : textOrScalar(location, 'commit');
        const name = textOrScalar(location, 'name')?.text;
        const subdir = child(location, 'subdir');
        const folders = [...items(child(location, 'subdirs') ?? child(node, 'subdirs')), ...(subdir ? [subdir] : [])];
        yield* source_packagesOf({
            url,
            ...(url === github ? { address: `https://github.com/${github.text}` } : {}),
            ...(revision ? { revision } : {}),
            ...(name === undefined ? {} : { name }),
            folders: folders.flatMap(folder => textOrScalar(folder)?.text ?? [])
        });
    }
}
/** A release on Hackage, such as `foo-1.2.3@rev:1`. */
function released({ text, at }) {
    const { name, version } = identifier(text.split('@', 1)[0] ?? '') ?? {};
    if (name === undefined || version === undefined)
        return undefined;
    return { name, requirement: { kind: 'version', text: version }, at: at + name.length + 1 };
}

;// CONCATENATED MODULE: ./lib/ecosystems/hackage/stack-yaml.js
/**
 * `stack.yaml`: the packages that a project takes from outside its snapshot.
 * Specification: https://docs.haskellstack.org/en/stable/configure/yaml/project/#extra-deps. Leaves out on purpose: the
 * snapshot (`resolver`), whose packages only a network can tell; the project's own folders in `packages`.
 */





const stackYaml = {
    name: 'stack.yaml',
    origin: 'manifest',
    specification: 'https://docs.haskellstack.org/en/stable/configure/yaml/project/#extra-deps',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'stack.yaml',
    read: stack_yaml_read,
    answers: ['*.cabal', 'package.yaml'],
    central: true,
    upgrade: stackUpgrade
};
async function* stack_yaml_read(text) {
    const { parseYaml } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(32)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3032));
    const { root, fault } = parseYaml(text);
    for (const { key, value } of members(root)) {
        if (key === 'extra-deps')
            yield* extraDeps(value);
        if (key === 'packages')
            yield* stack_yaml_packages(value);
    }
    if (root.kind !== 'map' && !fault)
        yield gapFor(root, 'expected keys such as "extra-deps"');
    if (fault)
        throw fault;
}
function* extraDeps(list) {
    for (const item of items(list))
        yield* located(item);
    if (list.kind === 'text' || (list.kind === 'map' && list.members.length > 0))
        yield gapFor(list, 'expected a list');
}
/** Until stack 1 the packages to depend on stood here too: with a `location`, or as the address of an archive. */
function* stack_yaml_packages(list) {
    for (const item of items(list)) {
        if (item.kind === 'map' || (item.kind === 'text' && item.value.includes('://')))
            yield* located(item);
    }
}

;// CONCATENATED MODULE: ./lib/ecosystems/hackage/stack-yaml-lock.js
/**
 * `stack.yaml.lock`: what stack chose for the packages of `stack.yaml`.
 * Specification: https://docs.haskellstack.org/en/stable/topics/lock_files/. Leaves out on purpose: `original`, which
 * repeats `stack.yaml`; `snapshots`.
 */





const stackYamlLock = {
    name: 'stack.yaml.lock',
    origin: 'lockfile',
    specification: 'https://docs.haskellstack.org/en/stable/topics/lock_files/',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'stack.yaml.lock',
    read: stack_yaml_lock_read,
    answers: ['stack.yaml', '*.cabal', 'package.yaml'],
    upgrade: stackUpgrade
};
async function* stack_yaml_lock_read(text) {
    const { parseYaml } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(32)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3032));
    const { root, fault } = parseYaml(text);
    for (const { key, value } of members(root)) {
        if (key === 'packages')
            yield* stack_yaml_lock_packages(value);
    }
    if (root.kind !== 'map' && !fault)
        yield gapFor(root, 'expected the key "packages"');
    if (fault)
        throw fault;
}
function* stack_yaml_lock_packages(list) {
    for (const item of items(list)) {
        const completed = child(item, 'completed');
        if (completed?.kind === 'map')
            yield* located(completed);
        else
            yield gapFor(item, 'expected the package under "completed"');
    }
    if (list.kind === 'text' || (list.kind === 'map' && list.members.length > 0))
        yield gapFor(list, 'expected a list');
}

;// CONCATENATED MODULE: ./lib/ecosystems/hackage/index.js
/** Haskell: Cabal's package descriptions and projects, hpack's `package.yaml`, stack's projects. */






const hackage = {
    id: 'hackage',
    title: 'Haskell',
    formats: [cabalFile, packageYaml, cabalProject, cabalProjectFreeze, stackYaml, stackYamlLock],
    versions: async () => (await __nccwpck_require__.e(/* import() */ 978).then(__nccwpck_require__.bind(__nccwpck_require__, 6978))).hackageVersions,
    canonicalName: name => name,
    needle: name => name
};

;// CONCATENATED MODULE: ./lib/syntax/brackets.js
/**
 * What readers of programs share: words with their offsets, put into the brackets that they stand in. Nothing is run.
 * Leaves out on purpose: what the words mean; each reader knows its own language.
 */


const brackets_CLOSERS = new Map([
    ['(', ')'],
    ['[', ']'],
    ['{', '}']
]);
const brackets_OPENERS = new Map(Array.from(brackets_CLOSERS, ([open, close]) => [close, open]));
/** Puts words into their brackets. A fault of the lexer, or the first of the brackets, stands beside what was read. */
function grouped(tokens) {
    const root = [];
    const stack = [];
    let fault;
    let end = 0;
    let mismatches = 0;
    try {
        for (const token of tokens) {
            end = token.end;
            if (token.kind !== 'mark')
                add(token);
            else if (brackets_CLOSERS.has(token.value)) {
                if (stack.length >= MAXIMUM_DEPTH)
                    throw new syntax_fault/* SyntaxFault */.M(`nested deeper than ${MAXIMUM_DEPTH} levels`, token.start);
                stack.push({ open: token.value, start: token.start, slots: [[]] });
            }
            else if (brackets_OPENERS.has(token.value))
                close(token);
            else if (token.value === ',' && stack.length > 0)
                stack.at(-1)?.slots.push([]);
            else
                add(token);
        }
    }
    catch (error) {
        if (!(error instanceof syntax_fault/* SyntaxFault */.M))
            throw error;
        fault ??= error;
    }
    const unclosed = stack.at(-1);
    if (unclosed)
        fault ??= new syntax_fault/* SyntaxFault */.M('this bracket has no end', unclosed.start);
    while (stack.length > 0)
        finish(false, end);
    return fault ? { pieces: root, fault } : { pieces: root };
    function add(piece) {
        const slots = stack.at(-1)?.slots;
        if (slots)
            slots.at(-1)?.push(piece);
        else
            root.push(piece);
    }
    /** A bracket that closes another one than the last closes all up to that one; one that closes none is passed over. */
    function close(token) {
        const open = brackets_OPENERS.get(token.value);
        if (stack.at(-1)?.open !== open) {
            fault ??= new syntax_fault/* SyntaxFault */.M('this bracket closes another one', token.start);
            // Of so many brackets of a wrong kind nothing can be made out.
            if (++mismatches > MAXIMUM_DEPTH)
                throw fault;
        }
        if (stack.at(-1)?.open !== open && !stack.some(group => group.open === open))
            return;
        while (stack.at(-1)?.open !== open)
            finish(false, token.start);
        finish(true, token.end);
    }
    function finish(closed, end) {
        const last = stack.pop();
        if (!last)
            return;
        const slots = last.slots.filter(slot => slot.length > 0);
        add({ kind: 'group', open: last.open, slots, closed, start: last.start, end });
    }
}
/**
 * The offset behind the end of a literal whose content begins at `from`, and whether its content is its value. Throws
 * `SyntaxFault` at `start` where it has no end. With `oneLine` a line end inside it is a fault.
 */
function endOfLiteral(text, { start, from, closer, interpolation, oneLine = false }) {
    /** The literals and the code in them that are open; code counts the brackets that are open in it. */
    const stack = [
        { closer, code: false, nested: 0 }
    ];
    let exact = true;
    let position = from;
    while (position < text.length) {
        const inside = stack.at(-1);
        if (!inside)
            break;
        const character = text.charAt(position);
        if (inside.code) {
            const quote = interpolation?.quotes.find(candidate => text.startsWith(candidate, position));
            if (quote !== undefined) {
                stack.push({ closer: quote, code: false, nested: 0 });
                position += quote.length;
            }
            else {
                if (character === interpolation?.open)
                    inside.nested++;
                else if (character === inside.closer && inside.nested-- === 0)
                    stack.pop();
                position++;
            }
        }
        else if (text.startsWith(inside.closer, position)) {
            position += inside.closer.length;
            stack.pop();
            if (stack.length === 0)
                return { end: position, exact };
        }
        else if (interpolation && text.startsWith(interpolation.opener, position)) {
            exact = false;
            position += interpolation.opener.length;
            stack.push({ closer: interpolation.close, code: true, nested: 0 });
        }
        else if (character === '\\') {
            exact = false;
            position += 2;
        }
        else if (oneLine && character === '\n')
            break;
        else
            position++;
        if (stack.length > MAXIMUM_DEPTH)
            throw new syntax_fault/* SyntaxFault */.M(`nested deeper than ${MAXIMUM_DEPTH} levels`, start);
    }
    throw new syntax_fault/* SyntaxFault */.M('the string has no closing quote', start);
}
/** The only piece of a slot, if it is a literal. */
function onlyText(slot) {
    const [first] = slot ?? [];
    return slot?.length === 1 && first?.kind === 'text' ? first : undefined;
}
/** Where the pieces of a slot begin and end. */
function extent(slot) {
    return { start: slot[0]?.start ?? 0, end: slot.at(-1)?.end ?? 0 };
}
/** Whether a piece is one of these marks. */
function brackets_isMark(piece, ...marks) {
    return piece?.kind === 'mark' && marks.includes(piece.value);
}

;// CONCATENATED MODULE: ./lib/ecosystems/hex/elixir.js
/**
 * Elixir as far as `mix.exs` and `mix.lock` need it: words, literals and brackets. Nothing is run.
 * Specification: https://hexdocs.pm/elixir/syntax-reference.html. Leaves out on purpose: what here-documents, sigils and
 * charlists hold, and the values of expressions.
 */


const elixir_BLANKS = /[\s;]+/y;
const elixir_NAME = /[\p{L}_][\p{L}\p{N}_@]*[?!]?|\d[\w.]*/uy;
const elixir_MARK = /=>|<>|->|<-|\|>|::|[\s\S]/y;
const SIMPLE = /[^"\\#]*"(?!")/y;
const SIGIL = /~(?:[a-z]|[A-Z][A-Z\d]*)(?<quote>"""|'''|["'(|[{</])/y;
const CHARACTER = /\?(?:\\[\s\S]|[^\s\\])/y;
const elixir_CLOSERS = { '(': ')', '[': ']', '{': '}', '<': '>' };
const INTERPOLATION = { opener: '#{', open: '{', close: '}', quotes: ['"""', '"'] };
/** Reads an Elixir text into its words and brackets. */
function readElixir(text) {
    return grouped(tokens(text));
}
function* tokens(text) {
    let position = 0;
    let lineStart = 0;
    while (position < text.length) {
        skipBlanks();
        if (position >= text.length)
            return;
        const first = text.charAt(position);
        if ((first === '<' || first === '=' || first === '>' || first === '|') && position === lineStart) {
            const conflict = conflictIn({ text: text.slice(position, position + 8), at: position });
            if (conflict)
                throw conflict;
        }
        if (first === '#') {
            const end = text.indexOf('\n', position);
            position = end < 0 ? text.length : end;
        }
        else
            yield token(first);
    }
    function skipBlanks() {
        const from = position;
        match(elixir_BLANKS);
        const lineEnd = text.slice(from, position).lastIndexOf('\n');
        if (lineEnd >= 0)
            lineStart = from + lineEnd + 1;
    }
    function token(first) {
        const start = position;
        if (first === '"' || first === "'")
            return literal(start, start);
        if (first === '~') {
            const quote = groupOf(SIGIL);
            if (quote !== undefined) {
                // What a sigil stands for depends on its letter.
                const { end } = endOfLiteral(text, { start, from: position, closer: elixir_CLOSERS[quote] ?? quote });
                position = end;
                return made('text', start, start, end, false);
            }
        }
        if (first === '?' && match(CHARACTER))
            return made('mark', start, start, position);
        if (first === ':' && text[start + 1] !== ':') {
            position++;
            if (text[position] === '"' || text[position] === "'")
                return { ...literal(start, position), kind: 'atom' };
            if (match(elixir_NAME))
                return made('atom', start + 1, start, position);
            position = start;
        }
        if (match(elixir_NAME)) {
            const end = position;
            if (isLabelEnd())
                position++;
            return made(position > end ? 'label' : 'name', start, start, end);
        }
        match(elixir_MARK);
        return made('mark', start, start, position);
    }
    /** `"…"`, `'…'` and here-documents; a key where a colon follows. */
    function literal(start, quoteAt) {
        const quote = text.charAt(quoteAt);
        const closer = text.startsWith(quote.repeat(3), quoteAt) ? quote.repeat(3) : quote;
        const from = quoteAt + closer.length;
        position = from;
        const simple = closer === '"' && match(SIMPLE);
        const { end, exact } = simple
            ? { end: position, exact: true }
            : endOfLiteral(text, { start, from, closer, interpolation: INTERPOLATION });
        position = end;
        const isKey = closer.length === 1 && isLabelEnd();
        if (isKey)
            position++;
        return made(isKey ? 'label' : 'text', from, start, end - closer.length, exact && closer === '"');
    }
    /** A colon ends a key unless another one follows. */
    function isLabelEnd() {
        return text[position] === ':' && text[position + 1] !== ':';
    }
    function made(kind, at, start, valueEnd, exact = true) {
        return { kind, value: text.slice(at, valueEnd), at, start, end: position, exact };
    }
    function match(pattern) {
        pattern.lastIndex = position;
        if (!pattern.test(text))
            return false;
        position = pattern.lastIndex;
        return true;
    }
    function groupOf(pattern) {
        pattern.lastIndex = position;
        const quote = pattern.exec(text)?.groups?.['quote'];
        if (quote !== undefined)
            position = pattern.lastIndex;
        return quote;
    }
}

;// CONCATENATED MODULE: ./lib/ecosystems/hex/upgrade.js
/** The edits and commands that bring a package to a version with Mix. An alias is a text of the repository and stands in none. */
/** For a `mix.exs`: Mix has no command that writes to it. */
function hex_upgrade_manifestUpgrade(name, version, { requirement, alias }) {
    const written = requirement?.kind === 'version' ? version : `>= ${version}`;
    if (alias !== undefined)
        return [`# in mix.exs, beside hex: :${name}: "${written}"`, 'mix deps.update --all'];
    return [`# in mix.exs: {:${name}, "${written}"}`, `mix deps.update ${name}`];
}
/** For a `mix.lock`, which does not say what is direct. */
function hex_upgrade_lockUpgrade(name, version, present) {
    const { alias } = present;
    return hex_upgrade_manifestUpgrade(name, version, alias === undefined ? {} : { alias });
}

;// CONCATENATED MODULE: ./lib/ecosystems/hex/mix-exs.js
/**
 * `mix.exs`: what an Elixir project asks for.
 * Specification: https://hexdocs.pm/mix/Mix.Tasks.Deps.html. Leaves out on purpose: the project's own name, conditions (a
 * package that is asked for in one environment only is asked for), and everything that would have to be run: a computed
 * requirement is a placeholder, unless it is a module attribute with a literal.
 */






const DEFINITIONS = new Set(['def', 'defp', 'defmacro', 'defmacrop']);
const OF_DEPENDENCIES = /deps|dependenc/i;
const OPTIONS = new Set('app branch compile env git github hex in_umbrella manager only optional organization override path ref repo runtime sparse submodules tag targets'.split(' '));
const mix_exs_SOURCES = ['git', 'github', 'path', 'in_umbrella'];
const BEGINS_AS_REQUIREMENT = /^ *(?:[<>=~!]|\d)/;
const mix_exs_EXACT = /^ *(?:== *)?(?<version>\d[^ <>=~!]*) *$/;
/** Longer than anything that a person writes. */
const LONGEST_EXACT = 1_000;
const mixExs = {
    name: 'mix.exs',
    origin: 'manifest',
    specification: 'https://hexdocs.pm/mix/Mix.Tasks.Deps.html',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'mix.exs',
    read: mix_exs_read,
    upgrade: hex_upgrade_manifestUpgrade
};
function* mix_exs_read(text) {
    const { pieces, fault } = readElixir(text);
    const attributes = new Map();
    collect(pieces, attributes);
    yield* walk(pieces, false);
    if (fault)
        throw fault;
    /** `listed` says whether this is a function or a list of dependencies, where `name: "requirement"` is one too. */
    function* walk(row, listed) {
        let inside = listed;
        for (const [index, piece] of row.entries()) {
            const before = row[index - 1];
            if (piece.kind === 'name' && before?.kind === 'name' && DEFINITIONS.has(before.value)) {
                inside = OF_DEPENDENCIES.test(piece.value);
            }
            if (piece.kind !== 'group')
                continue;
            const isTuple = piece.open === '{' && piece.closed && !brackets_isMark(before, '%');
            const found = isTuple ? dependency(piece.slots, inside) : undefined;
            if (found) {
                yield found;
                continue;
            }
            const list = inside || (before?.kind === 'label' && before.value === 'deps');
            for (const slot of piece.slots) {
                const pair = list && piece.open === '[' && piece.closed ? keyed(slot) : undefined;
                if (pair)
                    yield pair;
                else
                    yield* walk(slot, list);
            }
        }
    }
    /** `{:name, "requirement", options}`; undefined for a tuple that is something else. */
    function dependency(slots, listed) {
        const [first, second, ...others] = slots;
        const name = first?.length === 1 ? first[0] : undefined;
        if (name?.kind !== 'atom')
            return undefined;
        const asked = second && !isOptions(second) ? second : undefined;
        const options = optionsOf(asked ? others : second ? [second, ...others] : []);
        const literal = onlyText(asked);
        const known = [...options.keys()].some(key => OPTIONS.has(key));
        if (!listed && !known && !(literal && BEGINS_AS_REQUIREMENT.test(literal.value)))
            return undefined;
        return entry(name, asked, options);
    }
    /** `name: "requirement"` and `name: [git: …]`. */
    function keyed(slot) {
        const [name, ...value] = slot;
        if (name?.kind !== 'label')
            return undefined;
        if (isOptions(value)) {
            const options = optionsOf([value]);
            return [...options.keys()].some(key => OPTIONS.has(key)) ? entry(name, undefined, options) : undefined;
        }
        return onlyText(value) ? entry(name, value, new Map()) : undefined;
    }
    function entry(app, asked, options) {
        const source = sourceOf(options, app);
        const [written] = options.get('hex') ?? [];
        const name = written?.kind === 'atom' || written?.kind === 'text' ? written : app;
        const common = { name: name.value, direct: true, ...(name.value === app.value ? {} : { alias: app.value }) };
        const found = source ?? requested(asked, name);
        const used = found.at < app.at ? { usedAt: app.at } : {};
        return entryAt(text, { ...common, ...found, ...used });
    }
    function requested(asked, name) {
        const [first] = asked ?? [];
        if (!asked || !first || (asked.length === 1 && first.kind === 'name' && first.value === 'nil'))
            return { requirement: { kind: 'none' }, at: name.at };
        const literal = onlyText(asked) ?? attribute(asked);
        if (literal?.exact)
            return literal.value.trim() === '' ? { requirement: { kind: 'none' }, at: name.at } : read(literal);
        const whole = extent(asked);
        return literal
            ? { requirement: { kind: 'version', text: literal.value }, at: literal.at }
            : { requirement: { kind: 'version', text: text.slice(whole.start, whole.end) }, at: whole.start };
        function read({ value, at }) {
            const version = value.length > LONGEST_EXACT ? undefined : mix_exs_EXACT.exec(value)?.groups?.['version'];
            if (version !== undefined)
                return { requirement: { kind: 'version', text: version }, at: at + value.indexOf(version) };
            const content = value.trim();
            return { requirement: { kind: 'range', text: content }, at: at + value.indexOf(content) };
        }
    }
    /** `@name`, where that is a literal. */
    function attribute(slot) {
        const [mark, name] = slot;
        return slot.length === 2 && brackets_isMark(mark, '@') && name?.kind === 'name' ? attributes.get(name.value) : undefined;
    }
    /** Where a package comes from when that is no registry. */
    function sourceOf(options, app) {
        const key = mix_exs_SOURCES.find(name => options.has(name));
        const value = key && options.get(key);
        const whole = extent(value ?? []);
        if (!key || !value || whole.end === 0)
            return undefined;
        // A project beside this one: its name is the name of its folder.
        if (key === 'in_umbrella')
            return { requirement: (0,model/* sourceRequirement */.V$)(app.value, {}), at: app.at };
        const literal = onlyText(value) ?? attribute(value);
        const address = literal
            ? { value: literal.value, at: literal.at }
            : { value: text.slice(whole.start, whole.end), at: whole.start };
        const url = key === 'github' ? `https://github.com/${address.value}.git` : key === 'git' ? address.value : undefined;
        const revision = option('ref') ?? option('tag');
        const branch = option('branch');
        const changed = revision ?? branch ?? address;
        return {
            requirement: (0,model/* sourceRequirement */.V$)(changed.value, {
                url: literal ? url : undefined,
                revision: revision?.value,
                branch: branch?.value
            }),
            at: changed.at
        };
        function option(name) {
            const slot = options.get(name);
            return slot && (onlyText(slot) ?? attribute(slot));
        }
    }
}
/** Finds `@name "text"`, wherever it stands. */
function collect(row, attributes) {
    for (const [index, piece] of row.entries()) {
        const [name, value] = [row[index + 1], row[index + 2]];
        if (piece.kind === 'group')
            for (const slot of piece.slots)
                collect(slot, attributes);
        else if (brackets_isMark(piece, '@') && name?.kind === 'name' && value?.kind === 'text') {
            attributes.set(name.value, attributes.has(name.value) ? undefined : value);
        }
    }
}
/** Whether this is `key: value` or `[key: value]`. */
function isOptions(slot) {
    const [first] = slot;
    if (first?.kind === 'label')
        return true;
    return slot.length === 1 && first?.kind === 'group' && first.open === '[' && first.slots.every(isOptions);
}
/** The options of a dependency by key, in one list or without; of duplicate keys the first counts, as for Elixir. */
function optionsOf(slots) {
    const options = new Map();
    for (const slot of slots) {
        const [first, ...value] = slot;
        if (first?.kind === 'group' && first.open === '[') {
            for (const [key, inner] of optionsOf(first.slots))
                if (!options.has(key))
                    options.set(key, inner);
        }
        else if (first?.kind === 'label' && !options.has(first.value))
            options.set(first.value, value);
    }
    return options;
}

;// CONCATENATED MODULE: ./lib/ecosystems/graph.js
/** The graph of a lockfile in which packages ask for each other by name, or by whatever else stands for one there. */
/** The graph of all packages of a file; `roots` are the texts with which the project asks, where the file says them. */
function graphOf(packages, roots) {
    const byText = new Map();
    for (const [key, { called }] of packages.entries()) {
        for (const text of called) {
            const keys = byText.get(text);
            if (keys)
                keys.push(key);
            else
                byText.set(text, [key]);
        }
    }
    return {
        packages: new Map(packages.entries()),
        ...(roots ? { roots: keysOf(roots) } : {}),
        needsOf: key => keysOf(packages[Number(key)]?.needs ?? [])
    };
    function* keysOf(texts) {
        for (const text of texts)
            yield* byText.get(text) ?? [];
    }
}

;// CONCATENATED MODULE: ./lib/ecosystems/hex/mix-lock.js
/**
 * `mix.lock`: what Mix chose for the `mix.exs` beside it or below it.
 * Specification: none is published; https://hexdocs.pm/mix/Mix.Tasks.Deps.html, and the code that writes it,
 * https://github.com/hexpm/hex/blob/main/lib/hex/utils.ex. Leaves out on purpose: checksums, and the
 * repository that a package comes from.
 */







const mixLock = {
    name: 'mix.lock',
    origin: 'lockfile',
    specification: 'https://hexdocs.pm/mix/Mix.Tasks.Deps.html',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'mix.lock',
    read: mix_lock_read,
    graph: mix_lock_graph,
    why: () => 'mix deps.tree',
    answers: ['mix.exs'],
    upgrade: hex_upgrade_lockUpgrade
};
function* mix_lock_read(text) {
    const { pieces, fault } = readElixir(text);
    const [mark, map] = pieces;
    const isMap = brackets_isMark(mark, '%') && map?.kind === 'group' && map.open === '{';
    if (!isMap && !fault)
        yield { gap: 'expected "%{" with the packages', text, at: mark?.start ?? 0 };
    for (const slot of isMap ? map.slots : []) {
        const found = entry(slot);
        // Where the file breaks off, its last package lacks something: the fault says so.
        if (!('gap' in found && fault))
            yield found;
    }
    if (fault)
        throw fault;
    function entry(slot) {
        const [key, ...others] = slot;
        const { start, end } = extent(slot);
        const gap = { gap: 'expected a package with its version or commit', text: text.slice(start, end), at: start };
        // Before Elixir 1.2, `"name" => {…}`.
        const [value, ...rest] = brackets_isMark(others[0], '=>') ? others.slice(1) : others;
        if ((key?.kind !== 'label' && key?.kind !== 'text' && key?.kind !== 'atom') || rest.length > 0)
            return gap;
        if (value?.kind !== 'group' || value.open !== '{' || !value.closed)
            return gap;
        return locked(key, value) ?? gap;
    }
    /** `{:hex, :name, "version", …}` and `{:git, "url", "commit", options}`. */
    function locked(key, { slots }) {
        const [kind, second, third, options] = slots;
        const [scm] = kind ?? [];
        if (scm?.kind !== 'atom')
            return undefined;
        if (scm.value === 'hex') {
            const [name] = second ?? [];
            const version = onlyText(third);
            if (name?.kind !== 'atom' || !version)
                return undefined;
            const alias = name.value === key.value ? {} : { alias: key.value };
            const requirement = { kind: 'version', text: version.value };
            return entryAt(text, { name: name.value, requirement, at: version.at, ...alias });
        }
        const [url, commit] = [onlyText(second), onlyText(third)];
        if (scm.value !== 'git' || !url || !commit)
            return undefined;
        const branch = branchOf(options)?.value;
        const requirement = (0,model/* sourceRequirement */.V$)(commit.value, { url: url.value, revision: commit.value, branch });
        return entryAt(text, { name: key.value, requirement, at: commit.at });
    }
}
/** `branch:` among `[branch: "main", …]`. */
function branchOf(options) {
    const [list] = options ?? [];
    if (list?.kind !== 'group')
        return undefined;
    for (const [key, ...value] of list.slots)
        if (key?.kind === 'label' && key.value === 'branch')
            return onlyText(value);
    return undefined;
}
/**
 * Which package needs which: each from Hex has a list of tuples such as `{:jason, "~> 1.0", [hex: :jason, optional: false]}`.
 * One that it can do without it does not bring in. What packages from git need, and what the project asks for, is not there.
 */
function mix_lock_graph(text) {
    const [, map] = readElixir(text).pieces;
    const packages = (map?.kind === 'group' ? map.slots : []).flatMap((slot) => {
        const [key] = slot;
        const tuple = slot.at(-1);
        if (key?.kind === 'group' || key === undefined || tuple?.kind !== 'group')
            return [];
        const [kind, second, third, , , needs] = tuple.slots;
        const [scm] = kind ?? [];
        const [name] = second ?? [];
        if (scm?.kind !== 'atom' || scm.value !== 'hex' || name?.kind !== 'atom')
            return [];
        const list = needs?.[0];
        return [
            {
                name: name.value,
                version: onlyText(third)?.value ?? '',
                called: [key.value],
                needs: list?.kind === 'group' ? list.slots.flatMap(needed) : []
            }
        ];
    });
    return graphOf(packages);
}
function needed([tuple]) {
    if (tuple?.kind !== 'group')
        return [];
    const [[name] = [], , [options] = []] = tuple.slots;
    const isOptional = options?.kind === 'group' &&
        options.slots.some(([key, value]) => {
            return key?.kind === 'label' && key.value === 'optional' && value?.kind === 'name' && value.value === 'true';
        });
    return name?.kind === 'atom' && !isOptional ? [name.value] : [];
}

;// CONCATENATED MODULE: ./lib/ecosystems/hex/index.js
/** Elixir: `mix.exs` asks, and `mix.lock` holds what Mix chose. */


const hex = {
    id: 'hex',
    title: 'Elixir',
    formats: [mixExs, mixLock],
    versions: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(88), __nccwpck_require__.e(919)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6919))).elixirVersions,
    // The names of atoms: letter case counts.
    canonicalName: name => name,
    needle: name => name
};

;// CONCATENATED MODULE: ./lib/ecosystems/maven/gradle-script.js
/**
 * Gradle build scripts, in Groovy and in Kotlin, as words, texts in quotes, signs and what stands between brackets.
 * Specification: https://groovy-lang.org/syntax.html and https://kotlinlang.org/docs/reference/grammar.html. Leaves out on
 * purpose: everything about expressions. A text in quotes without an end ends with its line, a bracket without its
 * counterpart at the end of the file.
 */


const BLANK = /(?:[^\S\n]|\\\r?\n)+/y;
const WORD = /[\w$\u0080-\uffff]+/y;
const OPERATOR = /[=!<>]=+|[-=]>|\?[.:]|!!|&&|\|\||[-+*/]=|::|./sy;
const COMMENT_PART = /\/\*|\*\//g;
const CLOSED_BY = { ')': '(', ']': '[', '}': '{' };
// A slash begins a text and is no division where no value can stand before it.
const BEFORE_SLASHY = /^[=(,[{:~!&|?+<>]|^(?:\n|return|in)$/;
const SLASHY = /\/(?:[^/\\\n]|\\.)+\//y;
const IN_QUOTES = {
    "'": /['\\\n]/g,
    '"': /["\\\n]|\$(?=[A-Za-z_{])/g,
    "'''": /'''|\\/g,
    '"""': /"""|\\|\$(?=[A-Za-z_{])/g
};
const IN_HOLE = /["'{}\n]/g;
const HOLE_NAMES = { groovy: /\$[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/y, kotlin: /\$[A-Za-z_]\w*/y };
/** Texts inside expressions inside texts, and so on. */
const DEEPEST_HOLE = 10;
const SEPARATORS = new Set(['\n', ';', '->']);
/** A line goes on behind these, and in front of the ones below. */
const OPEN_ENDED = new Set([',', '=', '.', '?.', '+', '?:', '&&', '||', ':']);
const CONTINUING = new Set(['.', '?.', '?:', '&&', '||']);
/** Reads a script. Never throws on bad input: the fault stands in the result beside what was read before it. */
function parseScript(text, dialect) {
    const root = [];
    const open = [];
    const opened = { '(': 0, '[': 0, '{': 0 };
    let nodes = root;
    let position = text.startsWith('#!') ? lineEnd(0) : 0;
    const fault = read();
    while (open.length > 0)
        close(text.length);
    return { nodes: root, ...(fault ? { fault } : {}) };
    function read() {
        try {
            while (position < text.length)
                next();
            return undefined;
        }
        catch (error) {
            if (error instanceof syntax_fault/* SyntaxFault */.M)
                return error;
            throw error;
        }
    }
    function next() {
        if (matchAt(BLANK) !== undefined)
            return;
        const at = position;
        const character = text[at] ?? '';
        const two = text.slice(at, at + 2);
        if (two === '//')
            position = lineEnd(at);
        else if (two === '/*')
            comment();
        else if (character === '"' || character === "'")
            quoted(character);
        else if (dialect === 'kotlin' && character === '`')
            backquoted();
        else if (dialect === 'groovy' && character === '/' && slashy())
            return;
        else if (character === '(' || character === '[' || character === '{') {
            if (open.length >= MAXIMUM_DEPTH)
                throw new syntax_fault/* SyntaxFault */.M(`nested deeper than ${MAXIMUM_DEPTH} levels`, at);
            open.push({ bracket: character, at, nodes: [], outer: nodes });
            opened[character]++;
            nodes = open.at(-1)?.nodes ?? root;
            position++;
        }
        else if (CLOSED_BY[character]) {
            position++;
            // One bracket that is missing must not cost the rest of the file its structure.
            if (opened[CLOSED_BY[character]] > 0)
                while (close(position) !== CLOSED_BY[character])
                    ;
        }
        else {
            const word = matchAt(WORD);
            if (word !== undefined)
                nodes.push({ kind: 'word', text: word, at, end: position });
            else
                nodes.push({ kind: 'sign', text: matchAt(OPERATOR) ?? '', at, end: position });
        }
    }
    function matchAt(pattern) {
        pattern.lastIndex = position;
        const match = pattern.exec(text)?.[0];
        if (match !== undefined)
            position += match.length;
        return match;
    }
    function lineEnd(from) {
        const end = text.indexOf('\n', from);
        return end < 0 ? text.length : end;
    }
    function close(end) {
        const group = open.pop();
        if (!group)
            return undefined;
        const { bracket, at, outer } = group;
        opened[bracket]--;
        outer.push({ kind: 'group', open: bracket, nodes: group.nodes, at, end });
        nodes = outer;
        return bracket;
    }
    /** Kotlin's comments nest, Groovy's do not. */
    function comment() {
        const start = position;
        let depth = 0;
        COMMENT_PART.lastIndex = position;
        do {
            const part = COMMENT_PART.exec(text);
            if (!part)
                throw new syntax_fault/* SyntaxFault */.M('the comment has no end', start);
            if (part[0] === '*/')
                depth--;
            else if (depth === 0 || dialect === 'kotlin')
                depth++;
            position = part.index + 2;
        } while (depth > 0);
    }
    function quoted(quote) {
        const three = quote === '"' ? '"""' : "'''";
        const delimiter = text.startsWith(three, position) ? three : quote;
        const start = position;
        const at = position + delimiter.length;
        const holes = [];
        const { end, closed } = endOfQuoted(at, delimiter, 0, holes);
        if (!closed && delimiter === three)
            throw new syntax_fault/* SyntaxFault */.M('the text in quotes has no end', start);
        position = closed ? end + delimiter.length : end;
        nodes.push({ kind: 'quoted', text: text.slice(at, end), at, end: position, holes });
    }
    /** Where the text in quotes ends that begins at `from`, and the expressions in it. */
    function endOfQuoted(from, delimiter, depth, holes) {
        const stops = IN_QUOTES[delimiter];
        let at = from;
        for (;;) {
            stops.lastIndex = at;
            const stop = stops.exec(text);
            if (!stop)
                return { end: text.length, closed: false };
            if (stop[0] === delimiter)
                return { end: stop.index, closed: true };
            if (stop[0] === '\n')
                return { end: stop.index, closed: false };
            if (stop[0] === '\\')
                at = stop.index + 2;
            else {
                at = endOfHole(stop.index, depth);
                const braces = text[stop.index + 1] === '{' ? 1 : 0;
                const expression = text.slice(stop.index + 1 + braces, at - braces);
                holes?.push({ expression, at: stop.index, end: at });
            }
        }
    }
    function endOfHole(from, depth) {
        if (text[from + 1] !== '{') {
            const name = HOLE_NAMES[dialect];
            name.lastIndex = from;
            return from + (name.exec(text)?.[0].length ?? 1);
        }
        if (depth >= DEEPEST_HOLE)
            return from + 2;
        let at = from + 2;
        for (let braces = 1; braces > 0;) {
            IN_HOLE.lastIndex = at;
            const part = IN_HOLE.exec(text);
            if (!part)
                return text.length;
            if (part[0] === '\n')
                return part.index;
            at = part.index + 1;
            if (part[0] === '{')
                braces++;
            else if (part[0] === '}')
                braces--;
            else {
                const { end, closed } = endOfQuoted(at, part[0], depth + 1);
                at = closed ? end + 1 : end;
            }
        }
        return at;
    }
    function backquoted() {
        const at = position + 1;
        const end = text.indexOf('`', at);
        const line = lineEnd(at);
        const stop = end < 0 ? line : Math.min(end, line);
        nodes.push({ kind: 'word', text: text.slice(at, stop), at, end: stop });
        position = stop === end ? stop + 1 : stop;
    }
    /** Groovy's `/text/`, which may hold quotes. */
    function slashy() {
        const before = nodes.at(-1);
        const first = before === undefined || ((before.kind === 'sign' || before.kind === 'word') && BEFORE_SLASHY.test(before.text));
        if (!first)
            return false;
        const at = position + 1;
        const match = matchAt(SLASHY);
        if (match === undefined)
            return false;
        nodes.push({ kind: 'quoted', text: match.slice(1, -1), at, end: position, holes: [] });
        return true;
    }
}
/** Cuts what stands between braces into statements: at semicolons, arrows, and line ends that do not show it goes on. */
function* statements(nodes) {
    let current = [];
    for (const [i, node] of nodes.entries()) {
        if (node.kind !== 'sign' || !SEPARATORS.has(node.text)) {
            current.push(node);
            continue;
        }
        const [before, after] = [current.at(-1), nodes[i + 1]];
        const goesOn = isOneOf(before, OPEN_ENDED) || isOneOf(after, CONTINUING) || isSign(after, '\n');
        if (node.text === '\n' && goesOn)
            continue;
        if (current.length > 0)
            yield current;
        current = [];
    }
    if (current.length > 0)
        yield current;
}
/** Cuts what stands between round or square brackets at its commas. */
function separated(nodes) {
    const items = [[]];
    for (const node of nodes) {
        if (isSign(node, ','))
            items.push([]);
        else if (!isSign(node, '\n'))
            items.at(-1)?.push(node);
    }
    return items.filter(item => item.length > 0);
}
/** The nodes that are no ends of lines. */
function withoutLineEnds(nodes) {
    return nodes.filter(node => !isSign(node, '\n'));
}
/** Whether a node is this sign. */
function isSign(node, text) {
    return node?.kind === 'sign' && node.text === text;
}
/** Whether a node is this word. */
function isWord(node, text) {
    return node?.kind === 'word' && node.text === text;
}
function isOneOf(node, texts) {
    return node?.kind === 'sign' && texts.has(node.text);
}

;// CONCATENATED MODULE: ./lib/ecosystems/maven/gradle-variables.js
/**
 * Variables of Gradle scripts: what they are called, where they are seen, which text carries their value.
 * Specification: https://docs.gradle.org/current/userguide/writing_build_scripts.html#sec:extra_properties.
 */

/** What a variable's name may begin with without being another variable: `rootProject.ext.v` is `v`. */
const PREFIXES = new Set(['ext', 'extra', 'project', 'rootProject', 'this', 'parent', 'properties']);
const GETTERS = new Set(['get', 'getProperty', 'property', 'findProperty', 'getAt']);
/** How many variables may stand for one another, one after the other, and how many may have the same name. */
const LONGEST_CHAIN = 50;
const MOST_DEFINITIONS = 100;
const LONGEST_TEXT = 256;
/** More than a notation has; it is none then. */
const MOST_PARTS = 5;
/** Makes the variables of a script. Definitions may come after their uses: look values up when all are known. */
function variablesOf(script, dialect) {
    const definitions = new Map();
    return { define, valueFrom, partsOf, carrierOf, textOf };
    function define(target, nodes, block) {
        const [first] = nodes;
        if (target.length === 0 || !first)
            return;
        const definition = { value: valueFrom(nodes), at: first.at, block };
        const others = definitions.get(keyOf(target));
        if (!others)
            definitions.set(keyOf(target), [definition]);
        else if (others.length <= MOST_DEFINITIONS)
            others.push(definition);
    }
    function valueFrom(nodes) {
        const [first] = nodes;
        const last = nodes.at(-1);
        if (!first || !last)
            return { value: '', at: 0, pieces: [] };
        if (first === last && first.kind === 'quoted')
            return part(first, first.at, first.at + first.text.length);
        return { value: script.slice(first.at, last.end), at: first.at, pieces: [{ variable: variableIn(nodes) }] };
    }
    function partsOf(quoted) {
        const cuts = [];
        const end = quoted.at + quoted.text.length;
        let stop = end;
        let hole = 0;
        for (let at = quoted.at; at < end && cuts.length < MOST_PARTS; at++) {
            const next = quoted.holes[hole];
            if (next && at >= next.at) {
                at = next.end - 1;
                hole++;
            }
            else if (script[at] === ':')
                cuts.push(at);
            else if (script[at] === '@' && cuts.length > 0) {
                stop = at;
                break;
            }
        }
        return [quoted.at - 1, ...cuts].map((cut, i) => part(quoted, cut + 1, cuts[i] ?? stop));
    }
    /** What stands in a text in quotes from one offset to another. */
    function part(quoted, from, to) {
        const pieces = [];
        let at = from;
        for (const hole of quoted.holes) {
            if (hole.at < from || hole.end > to)
                continue;
            if (hole.at > at)
                pieces.push({ text: script.slice(at, hole.at) });
            pieces.push({ variable: variableIn(withoutLineEnds(parseScript(hole.expression, dialect).nodes)) });
            at = hole.end;
        }
        if (at < to)
            pieces.push({ text: script.slice(at, to) });
        return { value: script.slice(from, to), at: from, pieces };
    }
    function carrierOf(value) {
        let at = value;
        for (let steps = 0; at && steps < LONGEST_CHAIN; steps++) {
            const [only, ...more] = at.pieces;
            if (!only || more.length > 0)
                return undefined;
            if ('text' in only)
                return at;
            at = only.variable && definitionOf(only.variable, at.at);
        }
        return undefined;
    }
    function textOf({ at, pieces }) {
        const texts = pieces.map(piece => 'text' in piece ? piece.text : carrierOf({ value: '', at, pieces: [piece] })?.value.slice(0, LONGEST_TEXT));
        return texts.includes(undefined) ? undefined : texts.join('');
    }
    /** What counts at an offset: the last definition before it in the blocks around it, else the last before it at all. */
    function definitionOf(variable, at) {
        const all = definitions.get(keyOf(variable)) ?? [];
        if (all.length > MOST_DEFINITIONS)
            return undefined;
        const seen = all.filter(({ block }) => block.at <= at && at < block.end);
        const candidates = seen.length > 0 ? seen : all;
        return (candidates.findLast(definition => definition.at < at) ?? candidates[0])?.value;
    }
}
/** The variable on the left of `=`: `v`, `ext.v`, `ext['v']`, `String v`, `val v: String`; empty where it is none. */
function targetOf(nodes) {
    const colon = nodes.findIndex(node => isSign(node, ':'));
    const path = [];
    for (let at = (colon < 0 ? nodes.length : colon) - 1; at >= 0; at--) {
        const node = nodes[at];
        const key = node?.kind === 'group' && node.open === '[' ? keyIn(node) : undefined;
        if (key !== undefined) {
            path.push(key);
            continue;
        }
        if (node?.kind !== 'word')
            return [];
        path.push(node.text);
        if (!isSign(nodes[at - 1], '.'))
            return path.reverse();
        at--;
    }
    return [];
}
/** The variable that an expression is: `v`, `ext.v`, `versions['v']`, `property("v") as String`. */
function variableIn(nodes) {
    const [first, ...more] = nodes;
    if (first?.kind === 'group' && first.open === '(' && more.length === 0)
        return variableIn(withoutLineEnds(first.nodes));
    if (first?.kind !== 'word')
        return undefined;
    const path = [first.text];
    for (let at = 1; at < nodes.length; at++) {
        const node = nodes[at];
        const after = nodes[at + 1];
        if (node?.kind === 'group') {
            const key = keyIn(node);
            if (node.open === '(') {
                const method = path.pop() ?? '';
                if (node.nodes.length === 0 && method === 'toString')
                    continue;
                if (!GETTERS.has(method))
                    return undefined;
            }
            if (key === undefined)
                return undefined;
            path.push(key);
        }
        else if (isSign(node, '.') || isSign(node, '?.')) {
            if (after?.kind !== 'word')
                return undefined;
            path.push(after.text);
            at++;
        }
        else if (isWord(node, 'as'))
            return path;
        else if (!isSign(node, '!!'))
            return undefined;
    }
    return path;
}
/** The text in `['key']` and `("key")`. */
function keyIn({ nodes }) {
    const [only, ...more] = withoutLineEnds(nodes);
    return only?.kind === 'quoted' && only.holes.length === 0 && more.length === 0 ? only.text : undefined;
}
function keyOf(path) {
    let from = 0;
    while (from < path.length - 1 && PREFIXES.has(path[from] ?? ''))
        from++;
    return path.slice(from).join('.');
}

;// CONCATENATED MODULE: ./lib/ecosystems/maven/requirement.js
/** What a version in a pom, a Gradle script or a catalog asks for: the same words mean the same in all of them. */
const maven_requirement_EXACT = /^\[\s*(?<version>[^\s,[\]()]+)\s*\]$/;
// Brackets for Maven and Gradle, a plus sign at the end and `latest.` for Gradle, the two words for Maven.
const RANGE = /^[[\](]|\+$|^latest\.|^(?:LATEST|RELEASE)$/;
/**
 * Tells a version from a range; `[9.0.0]` means exactly that version. A placeholder is a version as written. Of Gradle's
 * `[9,10[!!9.0.2` the part behind `!!` is only the one that is preferred.
 */
function requirement_requirementOf({ value: written, at }) {
    const force = written.indexOf('!!');
    const value = force > 0 ? written.slice(0, force) : written;
    const exact = maven_requirement_EXACT.exec(value)?.groups?.['version'];
    if (exact !== undefined)
        return { requirement: { kind: 'version', text: exact }, at: at + value.indexOf(exact) };
    return { requirement: { kind: RANGE.test(value) ? 'range' : 'version', text: value }, at };
}
/** Leaves out what repeats a package at the same place: one variable may carry the version for several uses. */
function* withoutRepeats(entries) {
    const seen = new Set();
    for (const entry of entries) {
        const key = 'name' in entry ? `${entry.at} ${entry.name}` : undefined;
        if (key === undefined || !seen.has(key))
            yield entry;
        if (key !== undefined)
            seen.add(key);
    }
}

;// CONCATENATED MODULE: ./lib/ecosystems/maven/properties.js
/**
 * `gradle.properties` and `versions.properties`: versions that Gradle scripts refer to.
 * Specification: https://docs.gradle.org/current/userguide/build_environment.html#sec:gradle_configuration_properties,
 * https://splitties.github.io/refreshVersions/, and for both java.util.Properties.load. Leaves out on purpose: escapes and
 * lines that go on, which no version has, and the short keys of refreshVersions, which name no artifact.
 */



const PROPERTY = /^\s*(?<key>[^\s#!=:\\][^\s=:\\]*)(?<sign>\s*[=:]\s*|\s+)(?<value>\S[^\\]*)$/;
/** How a script says that a property is its version: `$v`, `${project.v}`, `${property("v")}`, `providers.gradleProperty("v").get()`. */
const properties_REFERENCE = /^\$?\{?\s*(?:(?:rootProject|project|ext|extra|properties)\.)*(?<name>[A-Za-z_][\w.-]*?)\s*\}?$/;
const GETTER = /(?:[pP]roperty|\bgetProperty|\bget)\(\s*["'](?<name>[\w.-]+)["']\s*\)/;
const properties_LONGEST = 256;
/** `version.group..artifact` of refreshVersions, where the script has `_`. */
const REFRESHED = /^version\.(?<group>[\w.-]+?)\.\.(?<artifact>[\w.-]+)$/;
const SCRIPTS = ['build.gradle', 'build.gradle.kts'];
const gradleProperties = {
    name: 'gradle.properties',
    origin: 'manifest',
    specification: 'https://docs.gradle.org/current/userguide/build_environment.html#sec:gradle_configuration_properties',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'gradle.properties',
    read: text => definitions(text, key => key),
    mayInclude: /=/,
    definesFor: SCRIPTS,
    upgrade: propertyUpgrade
};
const versionsProperties = {
    name: 'versions.properties',
    origin: 'manifest',
    specification: 'https://splitties.github.io/refreshVersions/',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'versions.properties',
    read: text => definitions(text, refreshed),
    definesFor: SCRIPTS,
    upgrade: propertyUpgrade
};
/** What the version of a package in a Gradle script refers to, if it is nothing but that. */
function propertyReference(text, name) {
    if (text === '_')
        return refreshedName(name);
    if (text.length > properties_LONGEST)
        return undefined;
    return GETTER.exec(text)?.groups?.['name'] ?? properties_REFERENCE.exec(text)?.groups?.['name'];
}
function* definitions(text, nameOf) {
    for (const { key, value, at } of properties(text)) {
        const name = nameOf(key);
        if (name !== undefined)
            yield { defines: name, ...requirement_requirementOf({ value, at }) };
    }
}
function* properties(text) {
    for (const line of lines(text)) {
        if (line.text.length > properties_LONGEST)
            continue;
        const match = PROPERTY.exec(line.text);
        const { key = '', value = '' } = match?.groups ?? {};
        if (match)
            yield { key, value: value.trimEnd(), at: line.at + line.text.length - value.length };
    }
}
function refreshed(key) {
    const { group, artifact } = REFRESHED.exec(key)?.groups ?? {};
    return group === undefined ? undefined : refreshedName(`${group}:${artifact}`);
}
function refreshedName(name) {
    return `_ ${name}`;
}
function propertyUpgrade(_name, version) {
    return [`the property on this line: ${version}`];
}

;// CONCATENATED MODULE: ./lib/ecosystems/maven/build-gradle.js
/**
 * `build.gradle` and `build.gradle.kts`: the dependencies that a Gradle script writes out.
 * Specification: https://docs.gradle.org/current/userguide/declaring_dependencies.html. A script is a program, and this
 * reads it without running it. Leaves out on purpose: variables of other scripts (`buildSrc`, catalogs; those of
 * `gradle.properties` are followed by the scan) and versions put together from several texts, which stay placeholders; versions that code sets for whatever it is asked
 * for (`eachDependency`); `dependencySet` of Spring's plugin; catalogs that settings scripts build with `library(…).version(…)`.
 */




/** Calls whose arguments name packages, paths or reasons without depending on them. */
const SILENT_CALLS = new Set(`exclude exclusion because reason project files fileTree kotlin npm devNpm peerNpm optionalNpm capability
  requireCapability requireCapabilities withModule replacedBy reject rejectAll id alias println print url uri`.split(/\s+/));
const SILENT_BLOCKS = new Set(['capabilities', 'components', 'exclusions', 'modules']);
/** From strong to weak; https://docs.gradle.org/current/userguide/dependency_versions.html#sec:rich-version-constraints. */
const RICH = ['strictly', 'require', 'prefer'];
/** Words that a call without brackets cannot begin with. */
const KEYWORDS = new Set(`def val var const return if else for while when try catch import package class interface object fun public private
  protected internal static final new throw assert is in as`.split(/\s+/));
const build_gradle_NAME = /^[\w.-]+$/;
const LONGEST_NAME = 256;
const build_gradle_BLANK = /\s/;
const BRACKET = /^[[\](]/;
/** What every version has; any other third part is a task, a time, a title. */
const VERSION_LIKE = /\d|^\+|^latest\./;
/** How many words, dots and brackets behind `"group:artifact:" +` are taken for the version. */
const LONGEST_SUM = 16;
const buildGradle = format('build.gradle', 'groovy', '.gradle');
const buildGradleKts = format('build.gradle.kts', 'kotlin', '.gradle.kts');
/** Scripts of any name are claimed: what they declare is applied to builds. */
function format(name, dialect, suffix) {
    return {
        name,
        origin: 'manifest',
        specification: 'https://docs.gradle.org/current/userguide/declaring_dependencies.html',
        claims: path => path.endsWith(suffix),
        read: text => withoutRepeats(build_gradle_read(text, dialect)),
        refersTo: propertyReference,
        upgrade: (packageName, version, { usedAt }) => [
            usedAt === undefined ? `implementation("${packageName}:${version}")` : `the variable on this line: "${version}"`
        ]
    };
}
function* build_gradle_read(text, dialect) {
    const { nodes, fault } = parseScript(text, dialect);
    const variables = variablesOf(text, dialect);
    const declarations = [];
    const file = {
        inDependencies: false,
        managed: false,
        direct: false,
        silent: false,
        rich: undefined,
        inVersion: false,
        path: [],
        block: { at: 0, end: text.length }
    };
    for (const one of statements(nodes))
        statement(one, file);
    for (const declaration of declarations)
        yield entryOf(declaration);
    if (fault)
        throw fault;
    function statement(nodes, context) {
        const assignment = nodes.findIndex(node => isSign(node, '='));
        const delegate = nodes.findIndex(node => isWord(node, 'by'));
        if (assignment > 0) {
            const target = targetOf(nodes.slice(0, assignment));
            const value = nodes.slice(assignment + 1);
            variables.define(target, value, context.block);
            walk(value, { ...context, path: target });
        }
        else if (delegate > 1 && isWord(nodes[delegate + 1], 'extra')) {
            // Kotlin: val v by extra("9.0.0") and val v by extra { "9.0.0" }
            const group = nodes[delegate + 2];
            const value = group?.kind === 'group' ? withoutLineEnds(group.nodes) : [];
            variables.define(targetOf(nodes.slice(0, delegate)), value, context.block);
        }
        else if (isWord(nodes[0], 'substitute')) {
            // Only what is used instead will be there.
            const using = nodes.findIndex(node => isWord(node, 'using') || isWord(node, 'with'));
            if (using > 0)
                walk(nodes.slice(using), context);
        }
        else {
            const head = commandAt(nodes);
            const name = head === undefined ? undefined : nodes[head];
            if (head !== undefined && name?.kind === 'word')
                list(name.text, nodes.slice(head + 1), context);
            else
                walk(nodes, context);
        }
    }
    /** Goes through the parts of an expression. */
    function walk(nodes, context) {
        for (let i = 0; i < nodes.length; i++) {
            const node = nodes[i];
            const after = nodes[i + 1];
            if (node?.kind === 'group') {
                if (node.open === '{')
                    block('', node, context);
                else
                    list('', node.nodes, context);
            }
            else if ((node?.kind === 'word' || node?.kind === 'quoted') && after?.kind === 'group' && after.open !== '[') {
                let from = declarations.length;
                i++;
                if (after.open === '(')
                    list(node.text, after.nodes, context);
                else
                    block(node.text, after, context);
                for (let next = nodes[i + 1]; next?.kind === 'group' && next.open === '{'; next = nodes[i + 1]) {
                    closure(node.text, next, from, context);
                    from = declarations.length;
                    i++;
                }
            }
            else if (node?.kind === 'quoted') {
                notation(node, isSign(after, '+') ? nodes.slice(i + 2, i + 2 + LONGEST_SUM) : [], context);
            }
        }
    }
    function block(head, { nodes, at, end }, context) {
        const isDependencies = head === 'dependencies' || head === 'constraints';
        const managed = context.managed || head === 'dependencyManagement';
        const inner = {
            inDependencies: context.inDependencies || isDependencies,
            managed,
            direct: isDependencies ? head === 'dependencies' && !managed : context.direct,
            silent: context.silent || SILENT_BLOCKS.has(head),
            rich: isDependencies ? undefined : context.rich,
            inVersion: head === 'version' && context.rich !== undefined,
            path: [],
            block: { at, end }
        };
        for (const one of statements(nodes))
            statement(one, inner);
    }
    /** A block behind the arguments of a call; the call's dependencies are those from `from` on. */
    function closure(head, group, from, context) {
        const to = declarations.length;
        const rich = new Map();
        block(head, group, { ...context, rich });
        if (rich.size > 0)
            for (const declaration of declarations.slice(from, to))
                declaration.rich = rich;
    }
    /** Goes through what stands between brackets or behind the name of a call. */
    function list(head, nodes, context) {
        const inner = { ...context, silent: context.silent || SILENT_CALLS.has(head) };
        const all = separated(nodes);
        const named = new Map();
        const texts = [];
        const closures = [];
        let from = declarations.length;
        for (const item of all) {
            const [first, second] = item;
            if ((first?.kind === 'word' || first?.kind === 'quoted') && second && isAssigning(second)) {
                const value = item.slice(2);
                const path = context.path.length > 0 ? [...context.path, first.text] : [];
                named.set(first.text, value);
                variables.define(path, value, context.block);
                walk(value, { ...inner, path });
            }
            else if (item.length === 1 && first?.kind === 'quoted')
                texts.push(first);
            else if (item.length === 1 && first?.kind === 'group' && first.open === '{')
                closures.push(first);
            else
                walk(item, inner);
        }
        const [first, second] = all;
        if (head === 'set' && first?.[0]?.kind === 'quoted' && second) {
            variables.define([first[0].text], second, context.block);
        }
        if (context.inVersion && first && RICH.includes(head))
            context.rich?.set(head, variables.valueFrom(first));
        else if (!inner.silent)
            declareFrom({ all, named, texts }, inner);
        for (const group of closures) {
            closure(head, group, from, context);
            from = declarations.length;
        }
    }
    /** The three ways to name a package: `group: 'g', name: 'a'`, `"g", "a", "version"` and `"g:a:version"`. */
    function declareFrom({ all, named, texts }, context) {
        const [group, name, version] = ['group', 'name', 'version'].map(key => named.get(key));
        const [first, second] = texts;
        // A name is a package's when two of these come with it; without a group it is a file of a local folder.
        if (name && [group, version, context.inDependencies].filter(Boolean).length > 1) {
            declare(variables.valueFrom(group ?? []), variables.valueFrom(name), version, context);
        }
        else if (context.inDependencies && first && second && build_gradle_NAME.test(first.text) && build_gradle_NAME.test(second.text)) {
            const third = all[2]?.[1] && isAssigning(all[2][1]) ? undefined : all[2];
            declare(variables.valueFrom([first]), variables.valueFrom([second]), third ?? version, context);
        }
        else
            for (const text of texts)
                notation(text, [], context);
    }
    /** `group:artifact[:version[:classifier]][@extension]`; `added` is what stands behind a plus sign. */
    function notation(quoted, added, context) {
        if (context.silent || !quoted.text.includes(':'))
            return;
        const [group, artifact, version, , ...more] = variables.partsOf(quoted);
        if (!group || !artifact || more.length > 0 || !isName(artifact))
            return;
        // A file of a local folder has no group: ":client-java:8.0.2".
        if (!isName(group) && (group.value !== '' || !version?.value || !context.inDependencies))
            return;
        if (!version?.value) {
            if (context.inDependencies || added.length > 0)
                declare(group, artifact, added, context);
        }
        else if (!build_gradle_BLANK.test(version.value) || BRACKET.test(version.value)) {
            const isVersion = version.pieces.some(piece => 'variable' in piece) || VERSION_LIKE.test(version.value);
            if (isVersion || context.inDependencies)
                declare(group, artifact, version, context);
        }
    }
    function declare(group, artifact, version, { direct }) {
        const value = version && ('value' in version ? version : variables.valueFrom(version));
        declarations.push({ group, artifact, version: value, direct });
    }
    function entryOf({ group, artifact, version: written, rich, direct }) {
        const [groupId, artifactId] = [variables.textOf(group), variables.textOf(artifact)];
        if (!groupId || !artifactId) {
            const gap = groupId === '' ? 'it has no group' : 'its name holds a variable that is not defined here';
            return { gap, text: `${group.value}:${artifact.value}`, at: artifact.at };
        }
        const common = { name: `${groupId}:${artifactId}`, ...(direct ? { direct } : {}) };
        const version = RICH.map(word => rich?.get(word)).find(value => value) ?? written;
        if (!version?.value)
            return { ...common, requirement: { kind: 'none' }, at: artifact.at };
        const carrier = variables.carrierOf(version) ?? version;
        return { ...common, ...requirement_requirementOf(carrier), ...(carrier === version ? {} : { usedAt: version.at }) };
    }
}
/**
 * Where the name stands in a call without brackets, `implementation 'g:a:v'` or `a.b.implementation 'g:a:v'`; undefined
 * for any other statement.
 */
function commandAt(nodes) {
    let at = 0;
    while (nodes[at]?.kind === 'word' && isSign(nodes[at + 1], '.') && nodes[at + 2]?.kind === 'word')
        at += 2;
    const [head, first] = [nodes[at], nodes[at + 1]];
    if (head?.kind !== 'word' || KEYWORDS.has(head.text))
        return undefined;
    return first?.kind === 'word' || first?.kind === 'quoted' ? at : undefined;
}
function isName({ value, pieces }) {
    const areNames = pieces.every(piece => 'variable' in piece || build_gradle_NAME.test(piece.text));
    return areNames && pieces.length > 0 && value.length <= LONGEST_NAME;
}
/** What stands between a name and its value: Groovy's `:`, Kotlin's `=` and `to`. */
function isAssigning(node) {
    return isSign(node, ':') || isSign(node, '=') || isWord(node, 'to');
}

;// CONCATENATED MODULE: ./lib/ecosystems/maven/clojure-forms.js
/**
 * Clojure data as a tree with offsets, read as far as it goes.
 * Specification: https://clojure.org/reference/reader, https://github.com/edn-format/edn. Leaves out on purpose: metadata,
 * which is dropped, and what tags mean.
 */


// Linear: the branches exclude each other by their first characters.
const clojure_forms_TOKEN = /;[^\n]*|"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|#_|[([{]|[)\]}]|\\.[^\s,;"()[\]{}]*|[^\s,;"()[\]{}\\]+/g;
const clojure_forms_CLOSED_BY = { ')': '(', ']': '[', '}': '{' };
/** Prefixes of the reader that change nothing here: quote and unquote, the tag of a set, deref. */
const PREFIX = /^(?:['`@#]|~@?|#\?@?)$/;
/** Reads every form of a text. Never throws on bad input. */
function parseForms(text) {
    const root = [];
    const open = [];
    let forms = root;
    /** How many of the next forms do not count: `#_` and metadata drop one each. */
    let dropped = 0;
    for (const match of text.matchAll(clojure_forms_TOKEN)) {
        const raw = match[0];
        const at = match.index;
        if (raw.startsWith(';') || PREFIX.test(raw))
            continue;
        if (raw === '#_' || raw === '^' || raw === '#^')
            dropped++;
        else if (raw === '(' || raw === '[' || raw === '{') {
            if (open.length >= MAXIMUM_DEPTH)
                return ended(new syntax_fault/* SyntaxFault */.M(`nested deeper than ${MAXIMUM_DEPTH} levels`, at));
            open.push({ bracket: raw, at, outer: forms, dropped });
            forms = [];
            dropped = 0;
        }
        else if (clojure_forms_CLOSED_BY[raw] !== undefined) {
            if (open.at(-1)?.bracket !== clojure_forms_CLOSED_BY[raw])
                return ended(new syntax_fault/* SyntaxFault */.M('this bracket closes nothing', at));
            close();
        }
        else if (raw.startsWith('"') && (raw.length < 2 || !raw.endsWith('"'))) {
            return ended(new syntax_fault/* SyntaxFault */.M('the text in quotes has no end', at));
        }
        else if (!raw.startsWith('^')) {
            const quoted = raw.startsWith('"');
            add({ kind: quoted ? 'text' : 'symbol', text: quoted ? raw.slice(1, -1) : raw, at: quoted ? at + 1 : at });
        }
    }
    const innermost = open.at(-1);
    return innermost ? ended(new syntax_fault/* SyntaxFault */.M('the bracket is never closed', innermost.at)) : { forms: root };
    function add(form) {
        if (dropped > 0)
            dropped--;
        else
            forms.push(form);
    }
    function close() {
        const group = open.pop();
        if (!group)
            return;
        const done = { kind: 'forms', open: group.bracket, forms, at: group.at };
        forms = group.outer;
        dropped = group.dropped;
        add(done);
    }
    function ended(fault) {
        while (open.length > 0)
            close();
        return { forms: root, fault };
    }
}
/** The values of a map by its keys; of duplicate keys the last counts. */
function entriesOf({ forms }) {
    const entries = new Map();
    for (let index = 0; index + 1 < forms.length; index += 2) {
        const [key, value] = [forms[index], forms[index + 1]];
        if (key && value && key.kind !== 'forms')
            entries.set(key.text, value);
    }
    return entries;
}
/** A library's symbol as Maven names it: `group/artifact`, where one name stands for both; a classifier is cut off. */
function libraryName(symbol) {
    const bare = symbol.split('$')[0] ?? symbol;
    const slash = bare.indexOf('/');
    if (slash < 0)
        return { name: `${bare}:${bare}`, artifact: 0 };
    return { name: `${bare.slice(0, slash)}:${bare.slice(slash + 1)}`, artifact: slash + 1 };
}

;// CONCATENATED MODULE: ./lib/ecosystems/maven/deps-edn.js
/**
 * `deps.edn` and `bb.edn`: the libraries of a Clojure project.
 * Specification: https://clojure.org/reference/deps_edn. Leaves out on purpose: `:exclusions`.
 */



const deps_edn_SOURCES = [':git/sha', ':sha', ':git/tag', ':tag', ':local/root'];
const DEPENDENCIES = new Set([':deps', ':extra-deps', ':override-deps', ':default-deps', ':replace-deps']);
const depsEdn = {
    name: 'deps.edn',
    origin: 'manifest',
    specification: 'https://clojure.org/reference/deps_edn',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'deps.edn' || (0,ecosystem/* baseName */.Fl)(path) === 'bb.edn',
    read: deps_edn_read,
    upgrade: (name, version) => [`${name.replace(':', '/')} {:mvn/version "${version}"}`]
};
function* deps_edn_read(text) {
    const { forms, fault } = parseForms(text);
    const levels = [...forms];
    for (const form of levels) {
        if (form.kind !== 'forms')
            continue;
        for (const inner of form.forms)
            levels.push(inner);
        if (form.open !== '{')
            continue;
        for (const [key, value] of entriesOf(form)) {
            if (!DEPENDENCIES.has(key) || value.kind !== 'forms')
                continue;
            for (const entry of deps_edn_dependencies(value))
                if (!(fault && 'gap' in entry))
                    yield entry;
        }
    }
    if (fault)
        throw fault;
}
function* deps_edn_dependencies({ forms }) {
    for (let index = 0; index < forms.length; index += 2) {
        const [symbol, coordinates] = [forms[index], forms[index + 1]];
        if (symbol?.kind !== 'symbol')
            continue;
        const { name, artifact } = libraryName(symbol.text);
        if (coordinates?.kind !== 'forms') {
            yield { gap: 'expected a map that says where the library comes from', text: symbol.text, at: symbol.at };
            continue;
        }
        const said = entriesOf(coordinates);
        const version = said.get(':mvn/version');
        const source = deps_edn_SOURCES.map(key => said.get(key)).find(form => form?.kind === 'text');
        if (version?.kind === 'text') {
            yield { name, ...requirement_requirementOf({ value: version.text, at: version.at }), direct: true };
        }
        else if (source?.kind === 'text') {
            const url = said.get(':git/url');
            const from = url?.kind === 'text' ? { url: url.text } : {};
            const isRevision = said.get(':git/sha') === source || said.get(':sha') === source;
            const revision = isRevision ? { revision: source.text } : {};
            yield {
                name,
                requirement: { kind: 'source', text: source.text, ...from, ...revision },
                at: source.at,
                direct: true
            };
        }
        else
            yield { name, requirement: { kind: 'none' }, at: symbol.at + artifact, direct: true };
    }
}

;// CONCATENATED MODULE: ./lib/ecosystems/maven/gradle-lockfile.js
/**
 * `gradle.lockfile`: the versions that Gradle chose, one line each with the configurations that have it.
 * Specification: https://docs.gradle.org/current/userguide/dependency_locking.html. Leaves out on purpose: the names of
 * the configurations, and `empty=`, the list of those without dependencies. Which package needs which the file does not say.
 */


// Gradle before 6 wrote one file per configuration into this folder, without "=" and what follows it.
const OLD_FOLDER = /(?:^|\/)gradle\/dependency-locks$/;
const LOCKED = /^(?<name>[^:=\s]+:[^:=\s]+):(?<version>[^:=\s]+)(?:=.*)?$/;
const gradleLockfile = {
    name: 'gradle.lockfile',
    origin: 'lockfile',
    specification: 'https://docs.gradle.org/current/userguide/dependency_locking.html',
    formatVersions: 'one file per project (Gradle 6 and newer), one per configuration (older)',
    claims: path => {
        const name = (0,ecosystem/* baseName */.Fl)(path);
        if (name === 'gradle.lockfile' || name === 'buildscript-gradle.lockfile')
            return true;
        return name.endsWith('.lockfile') && OLD_FOLDER.test((0,ecosystem/* folderName */.ub)(path));
    },
    read: gradle_lockfile_read,
    why: dependencyInsight,
    answers: ['build.gradle', 'build.gradle.kts', 'libs.versions.toml', 'gradle.properties', 'versions.properties'],
    folder: path => (0,ecosystem/* folderName */.ub)(path).replace(OLD_FOLDER, ''),
    upgrade: (name, version) => [`implementation("${name}:${version}")`, `./gradlew dependencies --update-locks ${name}`]
};
function* gradle_lockfile_read(text) {
    for (const line of lines(text)) {
        const content = line.text.trim();
        if (content === '' || content.startsWith('#') || content.startsWith('empty='))
            continue;
        const at = line.at + line.text.indexOf(content);
        const { name, version } = LOCKED.exec(content)?.groups ?? {};
        if (name === undefined || version === undefined) {
            yield { gap: 'expected "group:artifact:version=configurations"', text: content, at };
        }
        else
            yield { name, requirement: { kind: 'version', text: version }, at: at + name.length + 1 };
    }
}
/** https://docs.gradle.org/current/userguide/viewing_debugging_dependencies.html; what a program runs with holds the most. */
function dependencyInsight(name) {
    return `./gradlew dependencyInsight --configuration runtimeClasspath --dependency ${name}`;
}

;// CONCATENATED MODULE: ./lib/ecosystems/maven/coordinates.js
/** Coordinates as Bazel and Coursier write them: `group:artifact:version`, with extension and classifier before the version. */
const COORDINATES = /^(?<group>[A-Za-z][\w.-]*):(?<artifact>[\w.-]+)(?<more>:[\w.:-]*?)??(?::(?<version>[^\s:/]+))?$/;
const coordinates_LONGEST = 512;
/** Reads coordinates; undefined for any other text. */
function coordinatesIn(text) {
    const { group, artifact, version } = (text.length > coordinates_LONGEST ? undefined : COORDINATES.exec(text)?.groups) ?? {};
    if (group === undefined || artifact === undefined)
        return undefined;
    const found = { name: `${group}:${artifact}`, artifact: group.length + 1 };
    return version === undefined ? found : { ...found, version: { text: version, offset: text.length - version.length } };
}

;// CONCATENATED MODULE: ./lib/ecosystems/maven/starlark.js
/** Starlark, the language of Bazel's files, as words, texts in quotes and signs; and what changes in them. */
// Linear: the branches exclude each other by their first characters, and a text in quotes ends with its line at the latest.
const starlark_TOKEN = /#[^\n]*|"""[\s\S]*?"""|'''[\s\S]*?'''|"[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*"?|'[^'\\\r\n]*(?:\\.[^'\\\r\n]*)*'?|[\w.]+|[()[\]{},=%+]/g;
const TRIPLE = /^(?:"""|''')/;
/** Cuts a file into its tokens; comments are none. */
function* starlark_tokens(text) {
    for (const match of text.matchAll(starlark_TOKEN)) {
        const raw = match[0];
        const first = raw.charAt(0);
        if (first === '#')
            continue;
        if (first === '"' || first === "'") {
            const quotes = TRIPLE.test(raw) ? 3 : 1;
            const end = raw.endsWith(first) && raw.length > quotes ? raw.length - quotes : raw.length;
            yield { kind: 'text', text: raw.slice(quotes, end), at: match.index + quotes };
        }
        else
            yield { kind: /[\w.]/.test(first) ? 'word' : 'sign', text: raw, at: match.index };
    }
}
/** The edit of the list of artifacts, and the command that writes the lockfile anew. */
function bazelUpgrade(name, version) {
    return [`"${name}:${version}" among the artifacts`, 'REPIN=1 bazel run @maven//:pin'];
}

;// CONCATENATED MODULE: ./lib/ecosystems/maven/maven-install-json.js
/**
 * `maven_install.json`: what Bazel's rules_jvm_external chose, with Coursier, Gradle or Maven as the resolver.
 * Specification: https://github.com/bazel-contrib/rules_jvm_external#pinning-artifacts-and-integration-with-bazels-downloader.
 * Leaves out on purpose: `packages` and `repositories`, which repeat names, and `conflict_resolution`, which names versions
 * that lost.
 */







const maven_install_json_NAME = /(?:^|_)install\.json$/;
const maven_install_json_VERSIONS = new Set(['2', '3']);
const FIRST_VERSION = '0.1.0';
/** Sources and documentation stand beside their artifact, with the same needs. */
const NO_CODE = /:(?:sources|javadoc)(?::|$)/;
const maven_install_json_NUMBER = /^[\d.]{1,9}$/;
const mavenInstallJson = {
    name: 'maven_install.json',
    origin: 'lockfile',
    specification: 'https://github.com/bazel-contrib/rules_jvm_external#pinning-artifacts-and-integration-with-bazels-downloader',
    formatVersions: '0.1.0, 2, 3',
    claims: path => maven_install_json_NAME.test((0,ecosystem/* baseName */.Fl)(path)),
    read: maven_install_json_read,
    graph: maven_install_json_graph,
    answers: ['MODULE.bazel'],
    upgrade: bazelUpgrade
};
function* maven_install_json_read(text) {
    const { root, fault } = parseJson(text);
    const tree = child(root, 'dependency_tree');
    const version = child(tree ?? root, 'version');
    const stated = version?.kind === 'text' ? version.value : '';
    // The version stands at the end of the file: in one that is cut off it is missing.
    if (version ? !(tree ? stated === FIRST_VERSION : maven_install_json_VERSIONS.has(stated)) : !fault) {
        const number = maven_install_json_NUMBER.test(stated) ? ` ${stated}` : '';
        throw new syntax_fault/* SyntaxFault */.M(`lockfile version${number} is not known: 0.1.0, 2 and 3 are`, version?.at ?? root.at);
    }
    const entries = tree ? pinned(child(tree, 'dependencies')) : artifacts(members(child(root, 'artifacts')), asked(root));
    for (const entry of entries)
        if (!(fault && 'gap' in entry))
            yield entry;
    if (fault)
        throw fault;
}
/** Versions 2 and 3: `group:artifact`, behind which extension and classifier may stand. */
function* artifacts(all, asked) {
    for (const { key, keyAt, value } of all) {
        const [group, artifact] = key.split(':');
        const version = textOf(value, 'version');
        if (!group || !artifact || !version) {
            yield { gap: 'expected "group:artifact" with its version', text: `${key} ${words(value)}`, at: keyAt };
            continue;
        }
        const name = `${group}:${artifact}`;
        const direct = asked ? { direct: asked.has(name) } : {};
        yield { name, requirement: { kind: 'version', text: version.value }, at: version.at, ...direct };
    }
}
/** Version 3 has a hash for each artifact that is asked for; before it there is one for all of them. */
function asked(root) {
    const hashes = child(root, '__INPUT_ARTIFACTS_HASH');
    return hashes?.kind === 'map' ? new Set(hashes.members.map(({ key }) => key)) : undefined;
}
/** Version 0.1.0: a list of objects, each with its coordinates. */
function* pinned(list) {
    for (const item of items(list)) {
        const coordinates = textOf(item, 'coord');
        const found = coordinates && coordinatesIn(coordinates.value);
        if (!coordinates || !found?.version) {
            yield { gap: 'expected an artifact with its version', text: words(item), at: item.at };
        }
        else {
            const { name, version } = found;
            yield { name, requirement: { kind: 'version', text: version.text }, at: coordinates.at + version.offset };
        }
    }
}
/** Which artifact needs which. Before version 3 the file does not say what is asked for. */
function maven_install_json_graph(text) {
    const { root } = parseJson(text);
    const tree = child(root, 'dependency_tree');
    return tree ? graphOfPinned(tree) : graphOfArtifacts(root);
}
function graphOfArtifacts(root) {
    const needs = new Map(members(child(root, 'dependencies')).map(({ key, value }) => [key, value]));
    const packages = members(child(root, 'artifacts')).map(({ key, value }) => {
        const [group, artifact] = key.split(':');
        const version = textOf(value, 'version')?.value ?? '';
        return { name: `${group}:${artifact}`, version, called: [key], needs: textsIn(needs.get(key)) };
    });
    return graphOf(packages, asked(root));
}
/** `dependencies` holds what is needed by what is needed as well; the older of these files have nothing else. */
function graphOfPinned(tree) {
    const packages = items(child(tree, 'dependencies')).flatMap(item => {
        const coordinates = textOf(item, 'coord')?.value ?? '';
        const found = coordinatesIn(coordinates);
        if (!found?.version || NO_CODE.test(coordinates))
            return [];
        const needs = textsIn(child(item, 'directDependencies') ?? child(item, 'dependencies'));
        return [{ name: found.name, version: found.version.text, called: [coordinates], needs }];
    });
    return graphOf(packages);
}
function textsIn(list) {
    return items(list).flatMap(item => (item.kind === 'text' ? [item.value] : []));
}

;// CONCATENATED MODULE: ./lib/ecosystems/maven/module-bazel.js
/**
 * `MODULE.bazel`, `WORKSPACE` and `*.bzl`: the artifacts that rules_jvm_external is asked for.
 * Specification: https://github.com/bazel-contrib/rules_jvm_external/blob/master/docs/bzlmod-api.md. Leaves out on purpose:
 * variables of other files, and names of artifacts that are put together.
 */



const module_bazel_NAME = /^(?:(?:.+\.)?MODULE\.bazel|WORKSPACE(?:\.bazel|\.bzlmod)?|.+\.bzl)$/;
const ARTIFACT_CALL = /(?:^|\.)artifact$/;
const SILENT = new Set(['exclusions', 'excluded_artifacts', 'override_targets', 'exclude']);
/** `%s` and `{}` stand for a variable. */
const HOLE = /^(?:%s|\{\w*\})$/;
const module_bazel_VERSION_LIKE = /\d/;
const OPENING = new Set(['(', '[', '{']);
const CLOSING = new Set([')', ']', '}']);
const moduleBazel = {
    name: 'MODULE.bazel',
    origin: 'manifest',
    specification: 'https://github.com/bazel-contrib/rules_jvm_external/blob/master/docs/bzlmod-api.md',
    claims: path => module_bazel_NAME.test((0,ecosystem/* baseName */.Fl)(path)),
    read: module_bazel_read,
    upgrade: bazelUpgrade
};
function* module_bazel_read(text) {
    const all = [...starlark_tokens(text)];
    const values = variablesIn(all);
    let frame = { call: '', key: '', silent: false, texts: [], named: new Map() };
    const open = [];
    for (const [index, token] of all.entries()) {
        const before = all[index - 1];
        const key = module_bazel_isSign(before, '=') ? (all[index - 2]?.text ?? '') : '';
        if (token.kind === 'sign' && OPENING.has(token.text)) {
            open.push(frame);
            const call = token.text === '(' && before?.kind === 'word' ? before.text : '';
            frame = { call, key, silent: frame.silent || SILENT.has(key), texts: [], named: new Map() };
        }
        else if (token.kind === 'sign' && CLOSING.has(token.text)) {
            if (ARTIFACT_CALL.test(frame.call) && !frame.silent)
                yield* artifactCall(frame, values);
            frame = open.pop() ?? frame;
        }
        else if (token.kind === 'text' || (token.kind === 'word' && !module_bazel_isSign(all[index + 1], '='))) {
            if (key !== '')
                frame.named.set(key, token);
            else
                frame.texts.push(token);
            if (token.kind === 'text' && !frame.silent && !ARTIFACT_CALL.test(frame.call)) {
                yield* coordinates(token, all.slice(index + 1, index + 4), frame, values);
            }
        }
    }
}
/** `maven.artifact(group = "g", artifact = "a", version = "v")`, or the three in this order. */
function* artifactCall({ texts, named }, values) {
    const group = named.get('group') ?? texts[0];
    const artifact = named.get('artifact') ?? texts[1];
    const version = named.get('version') ?? texts[2];
    if (group?.kind !== 'text' || artifact?.kind !== 'text')
        return;
    const name = `${group.text}:${artifact.text}`;
    if (!version)
        yield { name, requirement: { kind: 'none' }, at: artifact.at, direct: true };
    else
        yield versionEntry(name, version, values);
}
/** A text such as `group:artifact:version`; what follows it may fill a hole. */
function* coordinates({ text, at }, after, { key }, values) {
    const [operator, second, third] = after;
    const isAdded = text.endsWith(':') && module_bazel_isSign(operator, '+') && second?.kind === 'word';
    const found = coordinatesIn(isAdded ? text.slice(0, -1) : text);
    if (!found)
        return;
    const { name, version, artifact } = found;
    if (isAdded)
        yield versionEntry(name, second, values);
    else if (version && HOLE.test(version.text)) {
        const variable = operator?.text === '%' ? second : module_bazel_isSign(second, '(') ? third : undefined;
        const written = { kind: 'text', text: version.text, at: at + version.offset };
        yield versionEntry(name, variable?.kind === 'word' ? variable : written, values);
    }
    else if (version && module_bazel_VERSION_LIKE.test(version.text)) {
        yield versionEntry(name, { kind: 'text', text: version.text, at: at + version.offset }, values);
    }
    else if (!version && key === 'artifacts') {
        yield { name, requirement: { kind: 'none' }, at: at + artifact, direct: true };
    }
}
/** The entry of a version in quotes, or of the variable that carries it. */
function versionEntry(name, written, values) {
    const carrier = written.kind === 'word' ? values.get(written.text) : undefined;
    const { text, at } = carrier ?? written;
    const usedAt = carrier ? { usedAt: written.at } : {};
    return { name, requirement: { kind: 'version', text }, at, direct: true, ...usedAt };
}
/** `NAME = "text"`. */
function variablesIn(all) {
    const values = new Map();
    for (const [index, token] of all.entries()) {
        const [sign, value] = [all[index + 1], all[index + 2]];
        if (token.kind === 'word' && module_bazel_isSign(sign, '=') && value?.kind === 'text')
            values.set(token.text, value);
    }
    return values;
}
function module_bazel_isSign(token, text) {
    return token?.kind === 'sign' && token.text === text;
}

;// CONCATENATED MODULE: ./lib/ecosystems/maven/pom.js
/**
 * `pom.xml`: what a Maven project depends on, and the versions it gives to its modules.
 * Specification: https://maven.apache.org/pom.html. Leaves out on purpose: plugins, extensions, exclusions, the project's
 * own and its parent's coordinates; properties of settings and the command line, and versions put together from several
 * texts (both stay placeholders); profiles that work together: each is taken on its own over what the project says. The
 * scan follows properties of a pom in a folder above, where a parent lies, but not to a parent in any other folder.
 */




const PLUGINS = [
    ['build', 'plugins', 'plugin'],
    ['build', 'pluginManagement', 'plugins', 'plugin']
];
const pom_PROPERTY = /^\$\{(?<name>[^${}]+)\}$/;
const pom_PROPERTIES = /\$\{([^${}]+)\}/g;
/** How many properties may stand for one another, one after the other. */
const pom_LONGEST_CHAIN = 50;
/** Steps from property to property in one file; only a hostile one comes near it. */
const MOST_STEPS = 2_000_000;
/** How many profiles may change one version. */
const MOST_PROFILES = 100;
const pom_LONGEST_NAME = 256;
/** A number, a range or another property: what a property that carries a version begins with. */
const pom_VERSION_LIKE = /^[\d[($]/;
const pom = {
    name: 'pom.xml',
    origin: 'manifest',
    specification: 'https://maven.apache.org/pom.html',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'pom.xml',
    read: pom_read,
    mayInclude: /<properties>/,
    refersTo: text => pom_PROPERTY.exec(text)?.groups?.['name'],
    definesFor: ['pom.xml'],
    answers: ['pom.xml'],
    upgrade: (name, version, { usedAt }) => [
        usedAt === undefined
            ? `<artifactId>${name.slice(name.indexOf(':') + 1)}</artifactId><version>${version}</version>`
            : `the property on this line: ${version}`
    ]
};
function* pom_read(text) {
    const { root, fault } = parseXml(text);
    if (root?.name === 'project')
        yield* withoutRepeats(readProject(root));
    if (fault)
        throw fault;
    if (root && root.name !== 'project')
        throw new syntax_fault/* SyntaxFault */.M('expected "project" as the outermost element', root.at);
}
function* readProject(element) {
    const project = sectionOf(element);
    const profiles = childElements(element, 'profiles', 'profile').map(sectionOf);
    const meanings = { project, fields: fieldsOf(element), profiles: byProperty(profiles) };
    const managed = managedBy(project);
    const managedAndUsed = new Set();
    let steps = 0;
    for (const [defines, property] of project.properties) {
        if (pom_VERSION_LIKE.test(property.value))
            yield { defines, ...requirement_requirementOf(property) };
    }
    for (const section of [project, ...profiles]) {
        const own = section === project ? managed : managedBy(section);
        for (const dependency of closedElements(section.element, 'dependencies', 'dependency')) {
            const known = dependencyOf(dependency, section);
            if (known && !known.version && (own.has(known.key) || managed.has(known.key)))
                managedAndUsed.add(known.key);
            else
                yield* entriesOf(dependency, section, true);
        }
        for (const path of PLUGINS) {
            for (const dependency of closedElements(section.element, ...path, 'dependencies', 'dependency')) {
                yield* entriesOf(dependency, section, true);
            }
        }
    }
    for (const section of [project, ...profiles]) {
        for (const dependency of managedElements(section)) {
            const known = dependencyOf(dependency, section);
            yield* entriesOf(dependency, section, known !== undefined && managedAndUsed.has(known.key));
        }
    }
    /** The keys of the dependencies that a section gives a version to. */
    function managedBy(section) {
        const all = managedElements(section).map(dependency => dependencyOf(dependency, section));
        return new Set(all.flatMap(dependency => (dependency?.version ? [dependency.key] : [])));
    }
    /** Undefined when the element lacks a part of its name, or a property in it is not defined here. */
    function dependencyOf(dependency, section) {
        const artifact = contentOf(dependency, 'artifactId');
        const [group, artifactId] = [filledIn(contentOf(dependency, 'groupId'), section), filledIn(artifact, section)];
        if (!artifact || group === undefined || artifactId === undefined)
            return undefined;
        const type = contentOf(dependency, 'type')?.value ?? 'jar';
        const classifier = contentOf(dependency, 'classifier')?.value ?? '';
        const version = contentOf(dependency, 'version');
        const name = `${group}:${artifactId}`;
        return { name, artifact, key: `${name}:${type}:${classifier}`, ...(version ? { version } : {}) };
    }
    function* entriesOf(element, section, direct) {
        const dependency = dependencyOf(element, section);
        if (!dependency) {
            const [group, artifact] = [contentOf(element, 'groupId'), contentOf(element, 'artifactId')];
            const gap = group && artifact ? 'its name holds a property that is not defined here' : 'expected groupId and artifactId';
            yield { gap, text: `${group?.value}:${artifact?.value}`, at: artifact?.at ?? element.at };
            return;
        }
        const { name, artifact, version } = dependency;
        const common = { name, ...(direct ? { direct } : {}) };
        if (!version) {
            yield { ...common, requirement: { kind: 'none' }, at: artifact.at };
            return;
        }
        const { carriers, tooMany } = carriersOf(version, section);
        if (tooMany)
            yield { gap: `more than ${MOST_PROFILES} profiles set its version`, text: name, at: version.at };
        for (const carrier of carriers) {
            yield { ...common, ...requirement_requirementOf(carrier), ...(carrier === version ? {} : { usedAt: version.at }) };
        }
    }
    /** The texts that may stand for a version: itself, or the properties that carry it, with and without each profile. */
    function carriersOf(version, section) {
        if (!pom_PROPERTY.test(version.value))
            return { carriers: [version], tooMany: false };
        const { carrier, through } = resolve(version, section);
        const profiles = section === project
            ? new Set([...through].flatMap(name => meanings.profiles.get(name) ?? []))
            : new Set();
        const found = new Set(carrier ? [carrier] : []);
        for (const profile of [...profiles].slice(0, MOST_PROFILES)) {
            const other = resolve(version, profile).carrier;
            if (other)
                found.add(other);
        }
        return { carriers: found.size > 0 ? [...found] : [version], tooMany: profiles.size > MOST_PROFILES };
    }
    /** Follows properties to the text that carries the value; `through` holds the names on the way. */
    function resolve(text, section) {
        const through = new Set();
        let at = text;
        while (at) {
            const name = pom_PROPERTY.exec(at.value)?.groups?.['name'];
            if (name === undefined)
                return at.value === '' || at.value.includes('${') ? { through } : { carrier: at, through };
            if (through.has(name) || through.size >= pom_LONGEST_CHAIN)
                break;
            if (++steps > MOST_STEPS)
                throw new syntax_fault/* SyntaxFault */.M('its properties refer to each other too often', at.at);
            through.add(name);
            at = meaningOf(name, section);
        }
        return { through };
    }
    function meaningOf(name, section) {
        const prefixed = name.startsWith('pom.') ? `project.${name.slice(4)}` : name;
        return (meanings.fields.get(prefixed) ??
            section.properties.get(name) ??
            project.properties.get(name) ??
            // Deprecated, and still read by Maven 3: "version" for "project.version".
            meanings.fields.get(`project.${name}`));
    }
    /** A text with its properties replaced; undefined when one of them is not defined here. */
    function filledIn(text, section) {
        if (!text || text.value.length > pom_LONGEST_NAME)
            return undefined;
        const filled = text.value.replace(pom_PROPERTIES, placeholder => {
            return resolve({ value: placeholder, at: text.at }, section).carrier?.value.slice(0, pom_LONGEST_NAME) ?? placeholder;
        });
        return filled.includes('${') ? undefined : filled;
    }
}
function sectionOf(element) {
    const properties = new Map();
    // Of two properties of the same name the last counts.
    for (const list of childElements(element, 'properties')) {
        for (const property of list.children)
            if (property.closed)
                properties.set(property.name, property.content);
    }
    return { element, properties };
}
/** The values of a pom that placeholders may name; a child without version or groupId has its parent's. */
function fieldsOf(element) {
    const parent = childElement(element, 'parent');
    const fields = new Map();
    for (const field of ['groupId', 'artifactId', 'version']) {
        const inherited = contentOf(parent, field);
        const own = contentOf(element, field) ?? (field === 'artifactId' ? undefined : inherited);
        if (inherited)
            fields.set(`project.parent.${field}`, inherited);
        if (own)
            fields.set(`project.${field}`, own);
    }
    return fields;
}
function byProperty(profiles) {
    const all = new Map();
    for (const profile of profiles) {
        for (const name of profile.properties.keys()) {
            const others = all.get(name);
            if (!others)
                all.set(name, [profile]);
            else if (others.length <= MOST_PROFILES)
                others.push(profile);
        }
    }
    return all;
}
function managedElements({ element }) {
    return closedElements(element, 'dependencyManagement', 'dependencies', 'dependency');
}
/** Elements that were read to their end: of one that a fault cut off nobody knows what it would have said. */
function closedElements(element, ...path) {
    return childElements(element, ...path).filter(({ closed }) => closed);
}
/** The content of a child; undefined where it is missing, empty or cut off. */
function contentOf(element, name) {
    const child = childElement(element, name);
    return child?.closed && child.content.value !== '' ? child.content : undefined;
}

;// CONCATENATED MODULE: ./lib/ecosystems/maven/project-clj.js
/**
 * `project.clj`: the libraries of a Leiningen project.
 * Specification: https://codeberg.org/leiningen/leiningen/src/branch/main/sample.project.clj. Leaves out on purpose:
 * `:exclusions`, and versions that code puts together.
 */



const project_clj_LISTS = new Set([':dependencies', ':managed-dependencies', ':plugins']);
const projectClj = {
    name: 'project.clj',
    origin: 'manifest',
    specification: 'https://codeberg.org/leiningen/leiningen/src/branch/main/sample.project.clj',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'project.clj',
    read: project_clj_read,
    upgrade: (name, version, { usedAt }) => [
        usedAt === undefined ? `[${name.replace(':', '/')} "${version}"]` : `the value on this line: "${version}"`
    ]
};
function* project_clj_read(text) {
    const { forms, fault } = parseForms(text);
    const values = new Map();
    const levels = [...forms];
    for (const form of levels) {
        if (form.kind !== 'forms')
            continue;
        const [head, name, value] = form.forms;
        if (head?.kind === 'symbol' && head.text === 'def' && name?.kind === 'symbol' && value?.kind === 'text') {
            values.set(name.text, value);
        }
        for (const inner of form.forms)
            levels.push(inner);
    }
    for (const form of levels) {
        if (form.kind !== 'forms')
            continue;
        for (const [index, key] of form.forms.entries()) {
            const list = form.forms[index + 1];
            if (key.kind !== 'symbol' || !project_clj_LISTS.has(key.text) || list?.kind !== 'forms')
                continue;
            for (const library of list.forms)
                yield* project_clj_dependency(library, values);
        }
    }
    if (fault)
        throw fault;
}
function* project_clj_dependency(library, values) {
    const [symbol, version] = library.kind === 'forms' ? library.forms : [];
    if (symbol?.kind !== 'symbol') {
        yield {
            gap: 'expected [group/artifact "version"]',
            text: library.kind === 'forms' ? '' : library.text,
            at: library.at
        };
        return;
    }
    const { name, artifact } = libraryName(symbol.text);
    const isNone = !version || version.kind === 'forms' || version.text.startsWith(':');
    if (isNone)
        yield { name, requirement: { kind: 'none' }, at: symbol.at + artifact, direct: true };
    else {
        // `~name` is a value that the file defines.
        const carrier = version.kind === 'symbol' ? values.get(version.text.replace(/^~/, '')) : undefined;
        const { text: value, at } = carrier ?? version;
        yield { name, ...requirement_requirementOf({ value, at }), direct: true, ...(carrier ? { usedAt: version.at } : {}) };
    }
}

;// CONCATENATED MODULE: ./lib/ecosystems/maven/sbt.js
/**
 * `build.sbt` and what lies in `project/`: the libraries that an sbt build names.
 * Specification: https://www.scala-sbt.org/1.x/docs/Library-Dependencies.html. A build is a program, and this reads it
 * without running it. Leaves out on purpose: names that are put together, and versions that code gives to a list of them.
 */



const PROJECT_SCALA = /(?:^|\/)project\/[^/]+\.scala$/;
const PROJECT_FOLDER = /(?:^|\/)project$/;
const VALUE = new Set(['val', 'def']);
const OBJECT = new Set(['object', 'class', 'trait']);
const sbt_REFERENCE = /^(?:[\w$]+\.)*?(?<name>(?:[A-Za-z_$][\w$]*\.)?[A-Za-z_$][\w$]*)$/;
const sbt_LONGEST = 256;
const buildSbt = {
    name: 'build.sbt',
    origin: 'manifest',
    specification: 'https://www.scala-sbt.org/1.x/docs/Library-Dependencies.html',
    claims: path => path.endsWith('.sbt') || PROJECT_SCALA.test(path),
    read: text => withoutRepeats(sbt_read(text)),
    mayInclude: /\bval\b/,
    refersTo: text => (text.length > sbt_LONGEST ? undefined : sbt_REFERENCE.exec(text)?.groups?.['name']),
    definesFor: ['build.sbt'],
    folder: path => (0,ecosystem/* folderName */.ub)(path).replace(PROJECT_FOLDER, ''),
    // Before the artifact stands % or %%, as it did.
    upgrade: (name, version, { usedAt }) => [
        usedAt === undefined
            ? `"${name.slice(name.indexOf(':') + 1)}" % "${version}"`
            : `the value on this line: "${version}"`
    ]
};
function* sbt_read(text) {
    // Scala's texts, comments and brackets are those of Kotlin, as far as this goes.
    const { nodes, fault } = parseScript(text, 'kotlin');
    const values = new Map();
    const libraries = [];
    const levels = [{ nodes, owner: '' }];
    for (const { nodes: level, owner } of levels) {
        const flat = withoutLineEnds(level);
        for (const [index, node] of flat.entries()) {
            if (node.kind === 'group')
                levels.push({ nodes: node.nodes, owner: ownerOf(flat, index) ?? owner });
            else if (node.kind === 'word' && VALUE.has(node.text))
                define(flat.slice(index + 1, index + 6), owner);
            else if (node.kind === 'quoted')
                libraries.push(...libraryAt(flat, index, node));
        }
    }
    for (const [name, value] of values) {
        if (value && value.value !== '')
            yield { defines: name, ...requirement_requirementOf(value) };
    }
    for (const library of libraries)
        yield entryOf(library);
    if (fault)
        throw fault;
    /** `val name = "text"`, with or without its type; of two with one name in one file neither is known. */
    function define(nodes, owner) {
        const [name] = nodes;
        const equals = nodes.findIndex(node => isSign(node, '='));
        const value = nodes[equals + 1];
        if (name?.kind !== 'word' || (equals !== 1 && equals !== 3) || value?.kind !== 'quoted')
            return;
        const stated = { value: value.text, at: value.at };
        for (const key of owner === '' ? [name.text] : [name.text, `${owner}.${name.text}`]) {
            values.set(key, values.has(key) ? undefined : stated);
        }
    }
    function entryOf({ name, artifact, version }) {
        const [first] = version;
        const last = version.at(-1);
        if (!first || !last)
            return { name, requirement: { kind: 'none' }, at: artifact.at, direct: true };
        if (first.kind === 'quoted') {
            return { name, ...requirement_requirementOf({ value: first.text, at: first.at }), direct: true };
        }
        const written = { value: text.slice(first.at, last.end), at: first.at };
        const key = sbt_REFERENCE.exec(written.value.slice(0, sbt_LONGEST))?.groups?.['name'] ?? '';
        const carrier = values.get(key) ?? values.get(key.slice(key.lastIndexOf('.') + 1));
        if (!carrier)
            return { name, requirement: { kind: 'version', text: written.value }, at: written.at, direct: true };
        return { name, ...requirement_requirementOf(carrier), direct: true, usedAt: written.at };
    }
}
/** `"group" % "artifact" % version`; `%%` and `%%%` let sbt add the version of Scala to the name. */
function libraryAt(nodes, index, group) {
    let at = index + 1;
    while (isSign(nodes[at], '%'))
        at++;
    const artifact = nodes[at];
    const before = nodes[index - 1];
    if (at === index + 1 || at > index + 4 || artifact?.kind !== 'quoted' || isSign(before, '%'))
        return [];
    const version = [];
    if (isSign(nodes[at + 1], '%')) {
        const first = nodes[at + 2];
        if (first)
            version.push(first);
        for (let dot = at + 3; first?.kind === 'word' && isSign(nodes[dot], '.'); dot += 2) {
            const next = nodes[dot + 1];
            if (next?.kind !== 'word')
                break;
            version.push(next);
        }
    }
    return [{ name: `${group.text}:${artifact.text}`, artifact, version }];
}
/** The name of the object whose braces these are. */
function ownerOf(nodes, index) {
    const name = nodes[index - 1];
    const keyword = nodes[index - 2];
    const isObject = keyword?.kind === 'word' && OBJECT.has(keyword.text);
    return isObject && name?.kind === 'word' && !isWord(name, 'object') ? name.text : undefined;
}

;// CONCATENATED MODULE: ./lib/ecosystems/maven/verification-metadata.js
/**
 * `verification-metadata.xml`: the checksums of everything that a Gradle build may fetch.
 * Specification: https://docs.gradle.org/current/userguide/dependency_verification.html. Leaves out on purpose: trusted
 * artifacts and keys, which only name what is not checked. It may hold versions that no build uses any more, and so
 * answers nothing.
 */



const verificationMetadata = {
    name: 'verification-metadata.xml',
    origin: 'lockfile',
    specification: 'https://docs.gradle.org/current/userguide/dependency_verification.html',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'verification-metadata.xml',
    read: verification_metadata_read,
    why: dependencyInsight,
    upgrade: (name, version) => [
        `implementation("${name}:${version}")`,
        './gradlew --write-verification-metadata sha256 dependencies'
    ]
};
function* verification_metadata_read(text) {
    const { root, fault } = parseXml(text);
    for (const { at, attributes } of childElements(root, 'components', 'component')) {
        const [group, name, version] = ['group', 'name', 'version'].map(key => attributes.get(key));
        if (!group?.value || !name?.value || !version?.value || !text.startsWith(version.value, version.at)) {
            const said = [...attributes.values()].map(({ value }) => value).join(' ');
            yield { gap: 'expected a component with group, name and version', text: said, at };
        }
        else {
            const requirement = { kind: 'version', text: version.value };
            yield { name: `${group.value}:${name.value}`, requirement, at: version.at };
        }
    }
    if (fault)
        throw fault;
}

;// CONCATENATED MODULE: ./lib/ecosystems/maven/version-catalog.js
/**
 * `libs.versions.toml`: Gradle's catalog of the libraries that build scripts name by alias.
 * Specification: https://docs.gradle.org/current/userguide/version_catalogs.html. Leaves out on purpose: `[plugins]` and
 * `[bundles]`, which name no libraries of their own, and the versions that `reject` and `rejectAll` rule out.
 */





const version_catalog_COORDINATES = /^(?<group>[^:\s]+):(?<artifact>[^:\s]+)(?::(?<version>.*))?$/;
const SEPARATOR = /[-_]/g;
const CATALOG_FOLDER = /(?:^|\/)gradle$/;
const versionCatalog = {
    name: 'libs.versions.toml',
    origin: 'manifest',
    specification: 'https://docs.gradle.org/current/userguide/version_catalogs.html',
    claims: path => (0,ecosystem/* baseName */.Fl)(path).endsWith('.versions.toml'),
    read: text => withoutRepeats(version_catalog_read(text)),
    folder: path => (0,ecosystem/* folderName */.ub)(path).replace(CATALOG_FOLDER, ''),
    central: true,
    upgrade: (name, version, { usedAt }) => [
        usedAt === undefined ? `{ module = "${name}", version = "${version}" }` : `the version on this line: "${version}"`
    ]
};
function* version_catalog_read(text) {
    const { root, fault } = parseToml(text);
    const versions = new Map();
    for (const { key, value } of members(child(root, 'versions')))
        versions.set(normalized(key), value);
    for (const member of members(child(root, 'libraries'))) {
        const library = libraryOf(member.value, versions);
        if (!library) {
            yield gapFor(member, 'expected "group:artifact:version", or a module, or a group and a name');
            continue;
        }
        const { name, artifact, version } = library;
        if (!version)
            yield { name, requirement: { kind: 'none' }, at: artifact };
        else {
            const usedAt = version.usedAt === undefined ? {} : { usedAt: version.usedAt };
            yield { name, ...requirement_requirementOf(version), ...usedAt };
        }
    }
    if (fault)
        throw fault;
}
function libraryOf(node, versions) {
    if (node.kind === 'text')
        return inNotation(node);
    const [group, artifact] = [textOf(node, 'group'), textOf(node, 'name')];
    const module = textOf(node, 'module');
    const named = group && artifact
        ? { name: `${group.value}:${artifact.value}`, artifact: artifact.at }
        : module && inNotation(module);
    if (!named || named.version)
        return undefined;
    const version = versionOf(child(node, 'version'), versions);
    return version ? { ...named, version } : named;
}
/** `group:artifact`, with or without `:version`. */
function inNotation({ value, at }) {
    const { group, artifact, version } = version_catalog_COORDINATES.exec(value)?.groups ?? {};
    if (group === undefined || artifact === undefined)
        return undefined;
    const artifactAt = at + group.length + 1;
    const named = { name: `${group}:${artifact}`, artifact: artifactAt };
    return version ? { ...named, version: { value: version, at: artifactAt + artifact.length + 1 } } : named;
}
/** A version as written, in a table of `strictly`, `require` and `prefer`, or by reference to `[versions]`. */
function versionOf(node, versions) {
    const ref = textOf(node, 'ref');
    if (!ref)
        return literalOf(node);
    const target = versions.get(normalized(ref.value));
    // A reference to nothing is a placeholder: its own text, which is no version.
    if (!target)
        return { value: ref.value, at: ref.at };
    const carrier = literalOf(target);
    return carrier && { ...carrier, usedAt: ref.at };
}
/** https://docs.gradle.org/current/userguide/dependency_versions.html#sec:rich-version-constraints */
function literalOf(node) {
    const literal = node?.kind === 'text' ? node : (textOf(node, 'strictly') ?? textOf(node, 'require') ?? textOf(node, 'prefer'));
    return literal?.value ? { value: literal.value, at: literal.at } : undefined;
}
/** Gradle takes `-`, `_` and `.` in aliases for the same. */
function normalized(alias) {
    return alias.replace(SEPARATOR, '.');
}

;// CONCATENATED MODULE: ./lib/ecosystems/maven/index.js
/**
 * The JVM's packages: Maven has no lockfile, so poms answer poms; Gradle has scripts, a catalog and a lockfile;
 * Bazel, sbt and Clojure have files of their own.
 */











const SCALA_VERSION = /_(?:2\.\d{1,3}|3)$/;
const maven = {
    id: 'maven',
    title: 'Java and the JVM',
    formats: [
        pom,
        buildGradle,
        buildGradleKts,
        gradleLockfile,
        versionCatalog,
        gradleProperties,
        versionsProperties,
        verificationMetadata,
        mavenInstallJson,
        moduleBazel,
        buildSbt,
        depsEdn,
        projectClj
    ],
    versions: async () => (await __nccwpck_require__.e(/* import() */ 589).then(__nccwpck_require__.bind(__nccwpck_require__, 5589))).mavenVersions,
    // sbt's `%%` adds the version of Scala to a name: `skuber_2.13`.
    canonicalName: name => name.replace(SCALA_VERSION, ''),
    buildOf: name => SCALA_VERSION.exec(name)?.[0] ?? '',
    // A pom has group and artifact apart, so only one of them stands verbatim in every file. An artifact of one word, such
    // as "kubernetes", stands in many others as well.
    needle: name => {
        const [group = '', artifact = ''] = name.split(':');
        return artifact.includes('-') ? artifact : group;
    }
};

;// CONCATENATED MODULE: ./lib/ecosystems/npm/element.js
/** What the JSON readers of npm share: the sections of a project, and the members that count. */

/** The keys under which a project, or a workspace in a lockfile, asks for packages. */
const element_SECTIONS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
/** The members of an object as every JSON reader sees them: of duplicate keys the last counts. */
function effectiveMembers(node) {
    return new Map(members(node).map(member => [member.key, member])).values();
}

;// CONCATENATED MODULE: ./lib/ecosystems/npm/nested.js
/** The graph of a lockfile in which packages lie inside each other, as they are installed. */
/**
 * A package finds what it needs in its own folder, else in the nearest one above. `foldersAbove` gives those of a key, its
 * own first.
 */
function nestedGraph(packages, roots, foldersAbove) {
    const byKey = new Map();
    const byFolder = new Map();
    for (const one of packages) {
        const { folder, installed } = one;
        byKey.set(folder + installed, one);
        const names = byFolder.get(folder);
        if (names)
            names.add(installed);
        else
            byFolder.set(folder, new Set([installed]));
    }
    return { packages: byKey, ...(roots ? { roots } : {}), needsOf };
    function* needsOf(key) {
        const folders = foldersAbove(String(key)).flatMap(path => {
            const names = byFolder.get(path);
            return names ? [{ path, names }] : [];
        });
        for (const name of byKey.get(key)?.needs() ?? []) {
            const folder = folders.find(({ names }) => names.has(name));
            if (folder)
                yield folder.path + name;
        }
    }
}

;// CONCATENATED MODULE: ./lib/ecosystems/npm/specifier.js
/**
 * What npm, yarn and pnpm accept as the value of a dependency: versions, ranges, tags, aliases, addresses, folders.
 * Specification: https://docs.npmjs.com/cli/v11/configuring-npm/package-json#dependencies,
 * https://yarnpkg.com/protocols, https://pnpm.io/package-sources.
 */
// https://semver.org/#is-there-a-suggested-regular-expression-regex-to-check-a-semver-string
const specifier_EXACT = /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;
const EXACT_SIGN = /^[=v\s]*/;
const PROTOCOL = /^(?<protocol>[A-Za-z][A-Za-z0-9+.-]*):/;
const PACKAGE = /^(?<name>@[^/@\s]+\/[^/@\s]+|[^/@\s]+)(?:@(?<rest>.*))?$/s;
/** What follows `npm:` in yarn when no other package is meant: a range or one of the usual tags. */
const RANGE_OR_TAG = /^(?:[~^<>=*\s]|v?\d|[xX](?:\.|$)|latest$|next$)/;
const REPOSITORY = /^(?:git(?:\+[a-z]+)?:|ssh:|https?:|git@[^\s/:]+:|(?:github|gitlab|bitbucket|gist):)/;
const GITHUB_SHORTHAND = /^[^@\s/:.~][^@\s/:]*\/[^\s/:#]+(?:#.*)?$/;
const FOLDER = /^(?:\.{1,2}(?:[/\\]|$)|~?[/\\]|[A-Za-z]:[/\\])/;
const specifier_ARCHIVE = /\.(?:tgz|tar\.gz|tar)$/i;
const specifier_COMMIT = /^[0-9a-f]{7,64}$/i;
// How GitHub, GitLab and Bitbucket serve a commit, and how yarn 1 and pnpm lock a dependency on it.
const ARCHIVE_OF_COMMIT = /\/(?:tar\.gz|tarball|archive|get)\/(?<commit>[0-9a-f]{40})(?:\.tar\.gz)?(?:#.*)?$/i;
/** What yarn appends to a locator, https://yarnpkg.com/advanced/lexicon#locator. */
const BINDING = /::.*$/s;
/** The same, and the folder within the repository that pnpm takes behind a commit. */
const AFTER_REVISION = /(?:::|&).*$/s;
// What template languages put where a version should stand.
const specifier_PLACEHOLDER = /[$#]\{|\$\(|\{\{|<%|^%[^%]*%$|^@[^@]*@$|^<[^>]*>$/;
/** Reads the value of one dependency. Whatever is none of the known forms is a range, for the scheme to refuse. */
function readSpecifier(key, value) {
    const blanks = value.length - value.trimStart().length;
    const text = value.trim();
    if (text === '')
        return { name: key, requirement: { kind: 'none' } };
    switch (PROTOCOL.exec(text)?.groups?.['protocol']) {
        case 'npm':
            return readAlias(key, text.slice(4), blanks + 4);
        case 'workspace':
            return specifier_named(key, text.slice(10), { requirement: { kind: 'source', text }, offset: blanks });
        case 'patch':
            return specifier_named(key, text.slice(6), {
                requirement: { kind: 'source', text: text.replace(BINDING, '') },
                offset: blanks
            });
        case 'catalog':
            // The catalog gives the range; a lockfile settles it like any other.
            return { name: key, requirement: { kind: 'range', text }, offset: blanks };
    }
    const { requirement, offset } = readSource(text) ?? readRange(text);
    return { name: key, requirement, offset: blanks + offset };
}
/** Whether the text is exactly one version, as a lockfile names it. */
function isExact(text) {
    return specifier_EXACT.test(text);
}
/** Whether the text begins as an address or another protocol does, so that an `@` in it follows no name. */
function isAddress(text) {
    return REPOSITORY.test(text) || PROTOCOL.test(text);
}
/** Cuts `name@rest`; the `@` of a scope is part of the name. Undefined when no package is named. */
function splitPackage(text) {
    const { name, rest } = PACKAGE.exec(text)?.groups ?? {};
    if (name === undefined)
        return undefined;
    return rest === undefined ? { name } : { name, rest };
}
/**
 * Reads an address, a folder or a protocol that is not the registry's. The requirement's text is what a person would
 * change: the commit, tag or branch behind `#`, else the whole. Undefined when the text is nothing of the kind.
 */
function readSource(text) {
    const isShorthand = GITHUB_SHORTHAND.test(text);
    const isRepository = isShorthand || REPOSITORY.test(text);
    const isOther = FOLDER.test(text) || PROTOCOL.test(text) || specifier_ARCHIVE.test(text);
    if ((!isRepository && !isOther) || text.startsWith('npm:'))
        return undefined;
    const archive = ARCHIVE_OF_COMMIT.exec(text);
    const commit = archive?.groups?.['commit'];
    if (archive && commit !== undefined) {
        const offset = archive.index + archive[0].indexOf(commit);
        return {
            requirement: { kind: 'source', text: commit, url: text.slice(0, archive.index), revision: commit },
            offset
        };
    }
    const hash = text.indexOf('#');
    const address = hash < 0 ? text : text.slice(0, hash);
    if (!isRepository || specifier_ARCHIVE.test(address)) {
        // What follows the address of an archive is a checksum, in yarn 1, or the part of a patch that no one edits.
        return {
            requirement: { kind: 'source', text: (specifier_ARCHIVE.test(address) ? address : text).replace(BINDING, '') },
            offset: 0
        };
    }
    const url = isShorthand ? `https://github.com/${address}` : address;
    if (hash < 0)
        return { requirement: { kind: 'source', text, url }, offset: 0 };
    const { requirement, offset } = readFragment(text.slice(hash + 1));
    return { requirement: { ...requirement, url }, offset: hash + 1 + offset };
}
/** yarn's `commit=…`, `tag=…`, `branch=…`, or a bare name, of which only a hash tells what it is. */
function readFragment(fragment) {
    const text = fragment.replace(AFTER_REVISION, '');
    const equals = text.indexOf('=');
    const word = text.slice(0, Math.max(0, equals));
    const value = text.slice(equals + 1);
    switch (word) {
        case 'commit':
        case 'tag':
            return { requirement: { kind: 'source', text: value, revision: value }, offset: equals + 1 };
        case 'branch':
        case 'head':
            return { requirement: { kind: 'source', text: value, branch: value }, offset: equals + 1 };
        default:
            return { requirement: { kind: 'source', text, ...(specifier_COMMIT.test(text) ? { revision: text } : {}) }, offset: 0 };
    }
}
/** What stands behind `npm:`: another package with or without a version, or in yarn just a range. */
function readAlias(key, text, start) {
    if (text === '')
        return { name: key, requirement: { kind: 'none' } };
    const { name, rest } = splitPackage(text) ?? {};
    if (name === undefined || (rest === undefined && RANGE_OR_TAG.test(text))) {
        const { requirement, offset } = readRange(text);
        return { name: key, requirement, offset: start + offset };
    }
    if (rest === undefined || rest.trim() === '')
        return specifier_named(key, text, { requirement: { kind: 'none' }, offset: start });
    const { requirement, offset } = readRange(rest);
    return specifier_named(key, text, { requirement, offset: start + text.length - rest.length + offset });
}
/** The package that `text` names before its `@`, else the key's. */
function specifier_named(key, text, located) {
    const { name, rest } = splitPackage(text) ?? {};
    const isNamed = name !== undefined && (rest !== undefined || located.requirement.kind === 'none');
    return isNamed && name !== key ? { name, alias: key, ...located } : { name: key, ...located };
}
/** `=1.2.3` and `v1.2.3` are exact for every package manager; the requirement is then the bare version. */
function readRange(value) {
    const text = value.trim();
    const blanks = value.length - value.trimStart().length;
    const sign = EXACT_SIGN.exec(text)?.[0].length ?? 0;
    const bare = text.slice(sign);
    if (specifier_EXACT.test(bare))
        return { requirement: { kind: 'version', text: bare }, offset: blanks + sign };
    return { requirement: { kind: specifier_PLACEHOLDER.test(text) ? 'version' : 'range', text }, offset: blanks };
}

;// CONCATENATED MODULE: ./lib/ecosystems/npm/upgrade.js
/**
 * The commands and edits that bring a package to a version. Those of npm, yarn and pnpm, but for the edits of aliases and
 * catalogs, were run with npm 11, yarn 1, 3 and 4 and pnpm 7 to 11 on a lockfile with the old version: a plain update does not reach what another package pins.
 * The alias itself stands in none of them: it is a text of the repository.
 */
/** For a `package.json` alone: npm's command, since nothing says which package manager is used. */
function npm_upgrade_manifestUpgrade(name, version, { direct, alias, usedAt }) {
    if (direct === true && usedAt !== undefined)
        return catalogUpgrade('package.json', 'bun install')(name, version, { usedAt });
    if (alias !== undefined)
        return [aliasEdit(name, version), 'npm install'];
    if (direct !== true)
        return [`in package.json, set the override of ${name} to ${version}`, 'npm install'];
    return [`npm install ${name}@${version}`];
}
/**
 * `npm install` keeps the section that names the package; `overrides` reaches what others bring. npm refuses an override
 * that differs from what package.json asks for (EOVERRIDE): where the package is direct as well, `$` stands for that.
 */
function npmUpgrade(name, version, { direct, alias }) {
    if (alias !== undefined && direct === true)
        return [aliasEdit(name, version), 'npm install'];
    const install = `npm install ${name}@${version}`;
    const override = `npm pkg set "overrides.${name}=${version}" && npm install`;
    if (direct !== false)
        return choose(direct, install, override);
    return [override, `npm pkg set 'overrides.${name}=$${name}' && npm install  # if package.json names it too`];
}
/**
 * What yarn 1 does not say in its lockfile yarn 2 and later do: what is direct. `yarn up`, which knows all workspaces, yarn 1
 * does not know; `yarn add` is the one that both know.
 */
function yarnUpgrade(name, version, { direct, alias }) {
    if (alias !== undefined && direct !== false)
        return [aliasEdit(name, version), 'yarn install'];
    const up = `yarn up ${name}@${version}  # with yarn 1: yarn upgrade ${name}@${version}`;
    const add = direct === true ? up : `yarn add ${name}@${version}`;
    return choose(direct, add, `npm pkg set "resolutions.${name}=${version}" && yarn install`);
}
/** pnpm 10 reads overrides in both places, older ones only in package.json, newer ones only in pnpm-workspace.yaml. */
function pnpmUpgrade(name, version, { direct, alias }) {
    if (direct === true) {
        return alias === undefined ? [`pnpm update -r ${name}@${version}`] : [aliasEdit(name, version), 'pnpm install'];
    }
    return [
        `in pnpm-workspace.yaml, pnpm 10 and later: overrides: { "${name}": "${version}" }`,
        `npm pkg set "pnpm.overrides.${name}=${version}"  # pnpm 9 and earlier`,
        'pnpm install'
    ];
}
function choose(direct, whenDirect, whenTransitive) {
    if (direct !== undefined)
        return [direct ? whenDirect : whenTransitive];
    return [`${whenDirect}  # if package.json names it`, `${whenTransitive}  # if another package brings it`];
}
function aliasEdit(name, version) {
    return `in package.json, change "npm:${name}@..." to "npm:${name}@${version}"`;
}
/** `bun add` keeps the section that names the package; bun reads npm's overrides. */
function bunUpgrade(name, version, { direct, alias }) {
    if (alias !== undefined && direct !== false)
        return [aliasEdit(name, version), 'bun install'];
    const override = `npm pkg set "overrides.${name}=${version}" && bun install`;
    return choose(direct, `bun add ${name}@${version}`, override);
}
/** Deno knows no overrides: what another package brings moves with that package. */
function denoUpgrade(name, version, { direct }) {
    // Only packages of a registry can be added.
    if (name.startsWith('deno.land/'))
        return denoManifestUpgrade(name, version);
    const update = `update the package that brings ${name}, until deno.lock has ${version} or newer`;
    return choose(direct, `deno add ${denoName(name)}@${version}`, update);
}
/** `deno add` writes the import of `deno.json`; one under another name, or in an import map, is changed by hand. */
function denoManifestUpgrade(name, version) {
    return [`change the import to "${denoName(name)}@${version}"`, 'deno install'];
}
/** As an import names it: the names of other registries than npm's say which one they are from. */
function denoName(name) {
    if (name.startsWith('jsr:'))
        return name;
    return name.startsWith('deno.land/') ? `https://${name}` : `npm:${name}`;
}
/** For versions that packages refer to, and for overrides, which stand in the same file. */
function catalogUpgrade(file, install) {
    return (name, version, { usedAt }) => [
        `in ${file}, set the ${usedAt === undefined ? 'entry' : 'catalog entry'} of ${name} to ${version}`,
        install
    ];
}

;// CONCATENATED MODULE: ./lib/ecosystems/npm/bun-lock.js
/**
 * `bun.lock`: what bun chose. JSON with trailing commas; a package is a list whose first item is its name and version.
 * Specification: https://bun.com/docs/pm/lockfile, and in code https://github.com/oven-sh/bun/blob/main/src/install/lockfile/bun.lock.zig.
 * Leaves out on purpose: the project's own workspaces, and what only repeats the manifests (`overrides`, `catalog`, `catalogs`).
 */









const KNOWN_VERSIONS = new Set(['0', '1', '2']);
const bun_lock_DIGITS = /^\d{1,9}$/;
/** How many folders upwards a package is looked for; bun nests a handful. */
const MOST_LEVELS = 50;
/** The project's own packages. */
const OWN = /^(?:workspace|root):/;
const bunLock = {
    name: 'bun.lock',
    origin: 'lockfile',
    specification: 'https://bun.com/docs/pm/lockfile',
    formatVersions: 'lockfileVersion 0, 1, 2',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'bun.lock',
    read: bun_lock_read,
    graph: bun_lock_graph,
    answers: ['package.json'],
    upgrade: bunUpgrade
};
function* bun_lock_read(text) {
    const { root, fault } = parseJson(text);
    if (root.kind !== 'map' && !fault)
        yield { gap: 'expected an object', text, at: root.at };
    const version = child(root, 'lockfileVersion');
    if (version && !(version.kind === 'scalar' && KNOWN_VERSIONS.has(version.text))) {
        const number = version.kind === 'scalar' && bun_lock_DIGITS.test(version.text) ? ` ${version.text}` : '';
        throw new syntax_fault/* SyntaxFault */.M(`lockfileVersion${number} is not known: 0, 1 and 2 are`, version.at);
    }
    if (!version && !fault)
        throw new syntax_fault/* SyntaxFault */.M('no lockfileVersion is given', root.at);
    const packages = new Map(members(child(root, 'packages')).map(member => [member.key, member]));
    const workspaces = child(root, 'workspaces');
    const asked = workspaces && askedPaths(workspaces, packages);
    for (const member of packages.values()) {
        const { key, value } = member;
        const first = items(value)[0];
        const { name, rest } = splitPackage(first?.kind === 'text' ? first.value : '') ?? {};
        if (first?.kind !== 'text' || name === undefined || rest === undefined || rest === '') {
            // Where the file is cut off, the last list may have lost its first item.
            if (!fault || value.kind !== 'list' || first) {
                yield gapFor(member, 'expected a list that begins with "name@version"');
            }
            continue;
        }
        if (OWN.test(rest))
            continue;
        const { requirement, offset = 0 } = readSpecifier(name, rest);
        const folder = lastName(key);
        yield {
            name,
            ...(folder === name ? {} : { alias: folder }),
            requirement,
            at: first.at + name.length + 1 + offset,
            ...(asked ? { direct: asked.has(key) } : {})
        };
    }
    if (fault)
        throw fault;
}
/** The keys of the packages that a workspace asks for: below its own name where there is one, else at the top. */
function askedPaths(workspaces, packages) {
    const asked = new Set();
    for (const { value } of effectiveMembers(workspaces)) {
        const own = textOf(value, 'name')?.value;
        for (const section of element_SECTIONS) {
            for (const { key } of members(child(value, section))) {
                const below = `${own}/${key}`;
                asked.add(packages.has(below) ? below : key);
            }
        }
    }
    return asked;
}
/** A key is a path of names, of which each may have a scope: `a/@scope/b`. */
function lastName(key) {
    const slash = key.lastIndexOf('/');
    const before = slash < 1 ? -1 : key.lastIndexOf('/', slash - 1);
    return key.slice((slash > 0 && key[before + 1] === '@' ? before : slash) + 1);
}
/** Which package needs which. Keys are the paths at which packages are installed, without `node_modules` between them. */
function bun_lock_graph(text) {
    const { root } = parseJson(text);
    const byKey = new Map(members(child(root, 'packages')).map(member => [member.key, member]));
    const nested = [];
    for (const { key, value } of byKey.values()) {
        const first = items(value)[0];
        const { name, rest } = splitPackage(first?.kind === 'text' ? first.value : '') ?? {};
        if (name === undefined || rest === undefined || OWN.test(rest))
            continue;
        const installed = lastName(key);
        const folder = key.slice(0, key.length - installed.length);
        const { requirement } = readSpecifier(name, rest);
        const version = requirement.kind === 'none' ? '' : requirement.text;
        nested.push({ folder, installed, name, version, needs: () => neededBy(value) });
    }
    const workspaces = child(root, 'workspaces');
    return nestedGraph(nested, workspaces && askedPaths(workspaces, byKey), foldersAbove);
}
/** The names that a package needs, from the object in its list. A peer that it can do without brings nothing in. */
function* neededBy(value) {
    const facts = items(value).find(item => item.kind === 'map');
    const dispensable = new Set(items(child(facts, 'optionalPeers')).flatMap(item => (item.kind === 'text' ? [item.value] : [])));
    for (const { key } of members(child(facts, 'dependencies')))
        yield key;
    for (const { key } of members(child(facts, 'optionalDependencies')))
        yield key;
    for (const { key } of members(child(facts, 'peerDependencies')))
        if (!dispensable.has(key))
            yield key;
}
/** The folders in which the package at a key finds what it needs, its own first: `a/b/`, `a/` and the outermost, ``. */
function foldersAbove(key) {
    const folders = [];
    let path = key;
    while (path !== '' && folders.length < MOST_LEVELS) {
        folders.push(`${path}/`);
        path = path.slice(0, Math.max(0, path.length - lastName(path).length - 1));
    }
    folders.push('');
    return folders;
}

;// CONCATENATED MODULE: ./lib/ecosystems/npm/bun-lockb.js
/**
 * `bun.lockb`: the binary lockfile of bun before 1.2, which nothing but bun reads. It is claimed so that it is told.
 * Specification: https://bun.com/docs/pm/lockfile.
 */



const REMEDY = 'run `bun install --save-text-lockfile --frozen-lockfile --lockfile-only` and commit bun.lock in its place';
const bunLockb = {
    name: 'bun.lockb',
    origin: 'lockfile',
    specification: 'https://bun.com/docs/pm/lockfile',
    formatVersions: 'none: only told',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'bun.lockb',
    read: bun_lockb_read,
    unreadable: REMEDY,
    upgrade: bunUpgrade
};
// biome-ignore lint/correctness/useYield: what is text is no such lockfile.
function* bun_lockb_read() {
    throw new syntax_fault/* SyntaxFault */.M(`this lockfile is not bun’s binary one: ${REMEDY}`, 0);
}

;// CONCATENATED MODULE: ./lib/ecosystems/npm/deno-module.js
/**
 * Modules of deno.land/x, Deno's first registry, which are imported by their address. They are told as
 * `deno.land/x/name`, which no package of npm can be called.
 * Specification: https://docs.deno.com/runtime/fundamentals/modules/#https-imports.
 */
const ADDRESS = /^https:\/\/(?<name>deno\.land\/x\/[^/@?#]+)(?:@(?<range>[^/?#]*))?(?:[/?#].*)?$/;
const SCHEME = 'https://';
/** What an address names; undefined where it leads elsewhere. */
function denoModule(address) {
    const { name, range = '' } = ADDRESS.exec(address)?.groups ?? {};
    if (name === undefined)
        return undefined;
    return { name, nameAt: SCHEME.length, range, rangeAt: SCHEME.length + name.length + 1 };
}

;// CONCATENATED MODULE: ./lib/ecosystems/npm/deno-json.js
/**
 * `deno.json` and import maps: the names under which a Deno project imports packages of the npm registry, of JSR and of
 * deno.land/x. The last two are told apart from npm's by their names, `jsr:@scope/name` and `deno.land/x/name`.
 * Specification: https://docs.deno.com/runtime/fundamentals/configuration/#dependencies, https://html.spec.whatwg.org/multipage/webappapis.html#import-maps.
 * Leaves out on purpose: other addresses, and specifiers in source code.
 */








// `npm:name@range/path`, with a slash before the name where the key stands for everything below it.
const SPECIFIER = /^(?<registry>npm|jsr):(?<slash>\/?)(?<name>@[^/@]+\/[^/@]+|[^/@]+)(?:@(?<range>[^/]*))?(?:\/.*)?$/;
const deno_json_REGISTRY = /^(?:npm|jsr):/;
const TRAILING_SLASH = /\/$/;
const CONFIGURATION = /^deno\.jsonc?$/;
const IMPORT_MAP = /^(?:import[-_]?map|importMap)\.jsonc?$/;
const denoJson = {
    name: 'deno.json',
    origin: 'manifest',
    specification: 'https://docs.deno.com/runtime/fundamentals/configuration/#dependencies',
    claims: path => CONFIGURATION.test((0,ecosystem/* baseName */.Fl)(path)),
    read: deno_json_read,
    mayInclude: /"importMap"/,
    upgrade: denoManifestUpgrade
};
const importMap = {
    name: 'import_map.json',
    origin: 'manifest',
    specification: 'https://html.spec.whatwg.org/multipage/webappapis.html#import-maps',
    claims: path => IMPORT_MAP.test((0,ecosystem/* baseName */.Fl)(path)),
    read: deno_json_read,
    upgrade: denoManifestUpgrade
};
function* deno_json_read(text) {
    const { root, fault } = parseJson(text);
    if (root.kind !== 'map' && !fault)
        yield { gap: 'expected an object', text, at: root.at };
    yield* imports(child(root, 'imports'));
    for (const { value } of effectiveMembers(child(root, 'scopes')))
        yield* imports(value);
    const elsewhere = textOf(root, 'importMap');
    if (elsewhere)
        yield { include: elsewhere.value, at: elsewhere.at };
    if (fault)
        throw fault;
    function* imports(node) {
        for (const member of effectiveMembers(node))
            yield* imported(member);
    }
    function* imported(member) {
        const { key, value } = member;
        // A name that leads nowhere is forbidden: `null`.
        if (value.kind === 'scalar')
            return;
        if (value.kind !== 'text') {
            yield gapFor(member, 'expected an address');
            return;
        }
        const address = value.value;
        const found = deno_json_REGISTRY.test(address) ? registryPackage(address) : denoModule(address);
        if (!found) {
            if (deno_json_REGISTRY.test(address))
                yield gapFor(member, `expected "${address.slice(0, 4)}name@version"`);
            return;
        }
        const { name, nameAt, range, rangeAt } = found;
        const alias = key.replace(TRAILING_SLASH, '');
        const { requirement, offset } = readSpecifier(name, range);
        yield {
            name,
            ...(alias === name.replace(deno_json_REGISTRY, '') ? {} : { alias }),
            requirement,
            at: value.at + (offset === undefined ? nameAt : rangeAt + offset),
            direct: true
        };
    }
}
function registryPackage(specifier) {
    const { registry = '', slash = '', name = '', range = '' } = SPECIFIER.exec(specifier)?.groups ?? {};
    if (name === '')
        return undefined;
    const start = registry.length + 1 + slash.length;
    const rangeAt = start + name.length + 1;
    if (registry === 'npm')
        return { name, nameAt: start, range, rangeAt };
    // The slash stands within the name as it is told, so that without a version there is nothing to point at.
    return slash !== '' && range === '' ? undefined : { name: `jsr:${name}`, nameAt: 0, range, rangeAt };
}

;// CONCATENATED MODULE: ./lib/ecosystems/npm/deno-lock.js
/**
 * `deno.lock`: what Deno chose for `npm:` and `jsr:` specifiers, and the modules of deno.land/x that it fetched.
 * Specification: https://github.com/denoland/deno_lockfile/tree/main/schema, https://docs.deno.com/runtime/fundamentals/modules/#integrity-checking-and-lock-files.
 * Leaves out on purpose: other addresses, and what only repeats the manifests (`workspace`).
 */










const deno_lock_KNOWN_VERSIONS = new Set(['3', '4', '5']);
const deno_lock_DIGITS = /^\d{1,9}$/;
/** The registries that have a list of their own. A package of JSR is told with its registry: npm may have its name too. */
const REGISTRIES = ['npm', 'jsr'];
const NPM = 'npm:';
/** What stands between the name that a package gives another one and that one. */
const deno_lock_ALIAS = '@npm:';
/** What a package needs. Peers that it can do without, `optionalPeers`, bring nothing in. */
const NEEDS = ['dependencies', 'optionalDependencies'];
/** Lists of what a project asks for; `members` holds more of them by folder. */
const ASKED = [['dependencies'], ['packageJson', 'dependencies']];
const denoLock = {
    name: 'deno.lock',
    origin: 'lockfile',
    specification: 'https://github.com/denoland/deno_lockfile/tree/main/schema',
    formatVersions: '3, 4, 5',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'deno.lock',
    read: deno_lock_read,
    graph: deno_lock_graph,
    answers: ['package.json', 'deno.json', 'import_map.json'],
    upgrade: denoUpgrade
};
function* deno_lock_read(text) {
    const { root, fault } = parseJson(text);
    if (root.kind !== 'map' && !fault)
        yield { gap: 'expected an object', text, at: root.at };
    const version = child(root, 'version');
    if (!(version?.kind === 'text' && deno_lock_KNOWN_VERSIONS.has(version.value))) {
        if (!version && fault)
            throw fault;
        const number = version?.kind === 'text' && deno_lock_DIGITS.test(version.value) ? ` ${version.value}` : '';
        throw new syntax_fault/* SyntaxFault */.M(`lockfile version${number} is not known: 3, 4 and 5 are`, version?.at ?? root.at);
    }
    const lists = listsOf(root);
    const asked = askedFor(child(root, 'workspace'));
    const specified = new Set();
    for (const member of effectiveMembers(child(lists, 'specifiers'))) {
        const { key, value } = member;
        const registry = REGISTRIES.find(name => key.startsWith(`${name}:`));
        if (!registry)
            continue;
        const { name = '' } = splitPackage(key.slice(registry.length + 1)) ?? {};
        const locked = value.kind === 'text' ? lockedBy(registry, name, value.value) : undefined;
        if (value.kind !== 'text' || !locked)
            yield gapFor(member, 'expected the version of this package');
        else {
            specified.add(`${locked.name}@${locked.version}`);
            yield deno_lock_entryOf(locked, value.at, asked.has(key) ? true : undefined);
        }
    }
    for (const registry of REGISTRIES) {
        for (const member of effectiveMembers(child(lists, registry))) {
            const locked = lockedIn(registry, member.key);
            if (!locked)
                yield gapFor(member, 'expected a key such as "name@version"');
            // What a specifier leads to stands there already.
            else if (!specified.has(`${locked.name}@${locked.version}`))
                yield deno_lock_entryOf(locked, member.keyAt, false);
        }
    }
    yield* modules(child(root, 'remote'));
    if (fault)
        throw fault;
}
/** Every file of a module has an address of its own: the first one speaks for all. */
function* modules(remote) {
    const seen = new Set();
    for (const { key, keyAt } of effectiveMembers(remote)) {
        const found = denoModule(key);
        if (!found || seen.has(`${found.name}@${found.range}`))
            continue;
        seen.add(`${found.name}@${found.range}`);
        const { requirement, offset } = readSpecifier(found.name, found.range);
        yield { name: found.name, requirement, at: keyAt + (offset === undefined ? found.nameAt : found.rangeAt + offset) };
    }
}
/** What holds `specifiers` and `npm`: in version 3 both stand one level further down. */
function listsOf(root) {
    return textOf(root, 'version')?.value === '3' ? child(root, 'packages') : root;
}
function deno_lock_entryOf({ name, version, offset }, at, direct) {
    return {
        name,
        requirement: { kind: 'version', text: version },
        at: at + offset,
        ...(direct === undefined ? {} : { direct })
    };
}
/** The value of a specifier: `npm:name@version` in version 3, the version alone later. */
function lockedBy(registry, name, value) {
    const prefix = `${registry}:`;
    if (!value.startsWith(prefix))
        return lockedAs(registry, name, value, 0);
    const locked = lockedIn(registry, value.slice(prefix.length));
    return locked && { ...locked, offset: locked.offset + prefix.length };
}
/** `name@version`, behind which peers may stand: `react-dom@18.3.1_react@18.3.1`. */
function lockedIn(registry, text) {
    const { name = '', rest = '' } = splitPackage(text) ?? {};
    return lockedAs(registry, name, rest, name.length + 1);
}
function lockedAs(registry, name, text, offset) {
    const peers = text.indexOf('_');
    const version = peers < 0 ? text : text.slice(0, peers);
    if (name === '' || !isExact(version))
        return undefined;
    return { name: registry === 'npm' ? name : `${registry}:${name}`, version, offset };
}
/** The specifiers that the project and its members write in their manifests; source code may import more of them. */
function askedFor(workspace) {
    const projects = [workspace, ...members(child(workspace, 'members')).map(({ value }) => value)];
    const lists = projects.flatMap(project => ASKED.map(path => child(project, ...path)));
    return new Set(lists.flatMap(list => items(list).map(item => (item.kind === 'text' ? item.value : ''))));
}
/**
 * Which package needs which. A need is the key of a package, or its name alone where the file holds one version of it.
 * Whatever a specifier leads to is asked for by the project, unless only packages from JSR name the specifier.
 */
function deno_lock_graph(text) {
    const { root } = parseJson(text);
    const lists = listsOf(root);
    const packages = members(child(lists, 'npm')).flatMap(({ key, value }) => {
        const locked = lockedIn('npm', key);
        if (!locked)
            return [];
        const needs = NEEDS.flatMap(list => needsIn(child(value, list)));
        return [{ name: locked.name, version: locked.version, called: [key, locked.name], needs }];
    });
    const asked = askedFor(child(root, 'workspace'));
    const ofOthers = new Set(members(child(lists, 'jsr')).flatMap(({ value }) => needsIn(child(value, 'dependencies'))));
    const roots = members(child(lists, 'specifiers')).flatMap(({ key, value }) => {
        if (!key.startsWith(NPM) || value.kind !== 'text')
            return [];
        const { name = '' } = splitPackage(key.slice(NPM.length)) ?? {};
        if (!asked.has(key) && (ofOthers.has(key) || ofOthers.has(NPM + name)))
            return [];
        return [value.value.startsWith(NPM) ? value.value.slice(NPM.length) : `${name}@${value.value}`];
    });
    return graphOf(packages, roots);
}
/** A list of texts, in version 3 an object. `alias@npm:name@version` names the package behind the alias. */
function needsIn(list) {
    const texts = [...items(list), ...members(list).map(({ value }) => value)];
    return texts.flatMap(item => (item.kind === 'text' ? [item.value.slice(aliasEnd(item.value))] : []));
}
function aliasEnd(text) {
    const at = text.indexOf(deno_lock_ALIAS, 1);
    return at < 0 ? 0 : at + deno_lock_ALIAS.length;
}

;// CONCATENATED MODULE: ./lib/ecosystems/npm/asked.js
/** Lists of packages with what is asked of each: sections, overrides and catalogs of a project, in JSON and in YAML. */




/** Where pnpm cuts `parent>child`; a `>` of a range stands behind a blank, `|` or `@`. */
const PNPM_PARENT = /^.*?[^ |@]>/;
const CATALOG = 'catalog:';
const DEFAULT_CATALOG = 'default';
/** One member of a list: `"name": "what is asked of it"`. */
function askedEntry(member, name, direct) {
    if (member.value.kind !== 'text')
        return gapFor(member, 'expected a version, a range or an address');
    return toEntry(name, member.value, nameAt(member, name), direct);
}
/** `at` is where the name stands, for values that name none and no version. */
function toEntry(key, value, at, direct) {
    const { offset, ...specifier } = readSpecifier(key, value.value);
    return {
        ...specifier,
        at: offset === undefined ? at : value.at + offset,
        ...(direct === undefined ? {} : { direct })
    };
}
/** Where the name stands in a key such as `parent/name`. */
function nameAt({ key, keyAt }, name) {
    return keyAt + Math.max(0, key.lastIndexOf(name));
}
/** The package of a key such as `name@^1`. */
function withoutSelector(key) {
    const at = key.indexOf('@', 1);
    return at < 0 ? key : key.slice(0, at);
}
/** The package that a key of pnpm's overrides means: `name`, `name@^1`, `parent>name`. */
function overriddenByPnpm(key) {
    return withoutSelector(key.replace(PNPM_PARENT, ''));
}
/**
 * The catalogs of pnpm, yarn and bun, which all look the same: `catalog` is the default one, `catalogs` those with names.
 * https://pnpm.io/catalogs, https://yarnpkg.com/features/catalogs, https://bun.com/docs/pm/catalogs. An entry that stands
 * for another package is that package's: whoever refers to it only knows the alias.
 */
function* readCatalogs(node) {
    yield* catalog(DEFAULT_CATALOG, child(node, 'catalog'));
    for (const { key, value } of effectiveMembers(child(node, 'catalogs')))
        yield* catalog(key, value);
    function* catalog(name, list) {
        for (const member of effectiveMembers(list)) {
            const entry = askedEntry(member, member.key);
            if ('gap' in entry || entry.alias !== undefined)
                yield entry;
            else if (entry.requirement.kind !== 'none')
                yield definition(catalogName(name, member.key), entry);
        }
    }
}
/** What `catalog:` or `catalog:name` refers to for a package; undefined for any other requirement. */
function catalogReference(text, name) {
    return text.startsWith(CATALOG) ? catalogName(text.slice(CATALOG.length).trim() || DEFAULT_CATALOG, name) : undefined;
}
function catalogName(catalog, name) {
    return `${catalog} ${name}`;
}
function definition(defines, { requirement, at }) {
    return { defines, requirement, at };
}

;// CONCATENATED MODULE: ./lib/ecosystems/npm/package-json.js
/**
 * `package.json`: what a project asks for, and what it forces upon the packages that others bring.
 * Specification: https://docs.npmjs.com/cli/v11/configuring-npm/package-json, for `resolutions`
 * https://yarnpkg.com/configuration/manifest#resolutions, for `pnpm.overrides` https://pnpm.io/settings#overrides,
 * for the catalogs of bun https://bun.com/docs/pm/catalogs.
 * Leaves out on purpose: `bundleDependencies` and `peerDependenciesMeta`, which only repeat names, and `name` and
 * `version`, which are the project's own.
 */







/** The description that yarn lets follow a name, unless it is a range: it may hold slashes of its own. */
const YARN_DESCRIPTION = /@(?!npm:)[a-z][a-z0-9+]*:.*$/;
const YARN_LAST_NAME = /(?:^|\/)(?<name>@[^/@]+\/[^/@]+|[^/@]+)(?:@[^/]*)?$/;
const packageJson = {
    name: 'package.json',
    origin: 'manifest',
    specification: 'https://docs.npmjs.com/cli/v11/configuring-npm/package-json',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'package.json',
    read: package_json_read,
    refersTo: catalogReference,
    definesFor: ['package.json'],
    upgrade: npm_upgrade_manifestUpgrade
};
function* package_json_read(text) {
    const { root, fault } = parseJson(text);
    if (root.kind !== 'map' && !fault)
        yield gapFor(root, 'expected an object');
    const asked = new Map();
    for (const section of effectiveMembers(root)) {
        if (!element_SECTIONS.some(name => name === section.key))
            continue;
        if (section.value.kind !== 'map')
            yield gapFor(section, 'expected an object of names and versions');
        for (const member of effectiveMembers(section.value)) {
            if (member.value.kind === 'text')
                asked.set(member.key, member.value);
            yield askedEntry(member, member.key, true);
        }
    }
    yield* npmOverrides(child(root, 'overrides'));
    for (const member of effectiveMembers(child(root, 'resolutions'))) {
        const path = member.key.replace(YARN_DESCRIPTION, '');
        yield askedEntry(member, YARN_LAST_NAME.exec(path)?.groups?.['name'] ?? member.key, false);
    }
    for (const member of effectiveMembers(child(root, 'pnpm', 'overrides'))) {
        yield* override(member, overriddenByPnpm(member.key));
    }
    yield* readCatalogs(root);
    yield* readCatalogs(child(root, 'workspaces'));
    if (fault)
        throw fault;
    /** Keys are packages, with or without a range; `.` is the package of the key above. Level by level, so that depth costs nothing. */
    function* npmOverrides(overrides) {
        const levels = [{ node: overrides }];
        for (const { node, above } of levels) {
            for (const member of effectiveMembers(node)) {
                const name = member.key === '.' && above !== undefined ? above : withoutSelector(member.key);
                if (member.value.kind === 'map')
                    levels.push({ node: member.value, above: name });
                else
                    yield* override(member, name);
            }
        }
    }
    /**
     * `$name` means what a dependency section of this file says of `name`; pnpm's `-` takes the package out. An override says
     * which version others get: it asks for nothing.
     */
    function* override(member, name) {
        const { value } = member;
        if (value.kind !== 'text' || !/^(?:\$|-$)/.test(value.value))
            yield askedEntry(member, name, false);
        else if (value.value.startsWith('$')) {
            const referred = value.value.slice(1);
            const target = asked.get(referred);
            if (!target)
                yield { name, requirement: { kind: 'version', text: value.value }, at: value.at, direct: false };
            // The same package at the same line is an entry already.
            else if (referred !== name)
                yield { ...toEntry(name, target, nameAt(member, name), false), usedAt: value.at };
        }
    }
}

;// CONCATENATED MODULE: ./lib/ecosystems/npm/package-lock.js
/**
 * `package-lock.json` and `npm-shrinkwrap.json`: what npm chose.
 * Specification: https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json. Leaves out on purpose: the old
 * `dependencies` block of version 2, which repeats `packages`, and the project's own folders and workspaces.
 */









const package_lock_FOLDER = 'node_modules/';
const package_lock_KNOWN_VERSIONS = new Set(['1', '2', '3']);
/** How many folders upwards a package is looked for; npm nests a handful. */
const package_lock_MOST_LEVELS = 50;
const HTTP = /^https?:/;
const packageLock = npmLock('package-lock.json');
const npmShrinkwrap = npmLock('npm-shrinkwrap.json');
function npmLock(name) {
    return {
        name,
        origin: 'lockfile',
        specification: 'https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json',
        formatVersions: 'lockfileVersion 1, 2, 3',
        claims: path => (0,ecosystem/* baseName */.Fl)(path) === name,
        read: package_lock_read,
        graph: package_lock_graph,
        answers: ['package.json'],
        upgrade: npmUpgrade
    };
}
function* package_lock_read(text) {
    const { root, fault } = parseJson(text);
    if (root.kind !== 'map' && !fault)
        yield gapFor(root, 'expected an object');
    // npm-shrinkwrap.json of npm 4 and older names no version and is built like version 1.
    const version = child(root, 'lockfileVersion');
    if (version && !(version.kind === 'scalar' && package_lock_KNOWN_VERSIONS.has(version.text))) {
        const written = version.kind === 'scalar' ? version.text : undefined;
        throw (0,syntax_fault/* unknownVersion */.V)('lockfileVersion', written, '1, 2 and 3 are', version.at);
    }
    const packages = child(root, 'packages');
    if (packages)
        yield* readPackages(packages, fault !== undefined);
    else
        yield* readDependencies(child(root, 'dependencies'), fault !== undefined);
    if (fault)
        throw fault;
}
/** Versions 2 and 3: one object, its keys the paths of the installed packages. */
function* readPackages(packages, isCut) {
    const byPath = new Map(members(packages).map(member => [member.key, member]));
    const asked = askedByPath(byPath);
    for (const member of byPath.values()) {
        const { key, keyAt, value } = member;
        const folderAt = key.lastIndexOf(package_lock_FOLDER) + package_lock_FOLDER.length;
        if (folderAt < package_lock_FOLDER.length)
            continue;
        const version = child(value, 'version');
        if (value.kind !== 'map' || (version && version.kind !== 'text')) {
            yield gapFor(member, 'expected an object that describes the package');
            continue;
        }
        const specifiers = asked.get(key) ?? [];
        const located = isLink(value) ? linkOf(value, specifiers) : resolutionOf(value, version, specifiers);
        if (!located || (isCut && isLast(packages, member) && located.requirement.kind === 'none'))
            continue;
        const folder = key.slice(folderAt);
        const name = textOf(value, 'name');
        yield {
            name: name?.value ?? folder,
            ...(name && name.value !== folder ? { alias: folder } : {}),
            requirement: located.requirement,
            at: located.requirement.kind === 'none' ? (name?.at ?? keyAt + folderAt) : located.offset,
            ...(byPath.has('') ? { direct: specifiers.length > 0 } : {})
        };
    }
}
/**
 * What the project and its workspaces ask for, by the path where each finds it: a workspace looks into its own folder
 * first, then into the root's.
 */
function askedByPath(byPath) {
    const asked = new Map();
    for (const { key, value } of byPath.values()) {
        if (key.includes(package_lock_FOLDER))
            continue;
        for (const section of element_SECTIONS) {
            for (const { key: name, value: specifier } of members(child(value, section))) {
                const own = `${key}/${package_lock_FOLDER}${name}`;
                const path = byPath.has(own) ? own : `${package_lock_FOLDER}${name}`;
                const text = specifier.kind === 'text' ? specifier.value : '';
                const specifiers = asked.get(path);
                if (specifiers)
                    specifiers.push(text);
                else
                    asked.set(path, [text]);
            }
        }
    }
    return asked;
}
function isLink(value) {
    const link = child(value, 'link');
    return link?.kind === 'scalar' && link.text === 'true';
}
/** Whether a file that is cut off may have been cut off within this member. */
function isLast(node, member) {
    return members(node).at(-1) === member;
}
/** A link is a workspace, the project's own, unless somebody asks for a folder by its path. */
function linkOf(value, specifiers) {
    const resolved = textOf(value, 'resolved');
    if (!resolved || !specifiers.some(specifier => readSource(specifier)))
        return undefined;
    return { requirement: { kind: 'source', text: resolved.value }, offset: resolved.at };
}
/** `offset` is one in the whole file here. An address of the registry says nothing that the version does not say. */
function resolutionOf(value, version, specifiers) {
    const resolved = textOf(value, 'resolved');
    const source = resolved && readSource(resolved.value);
    if (source) {
        const isArchive = HTTP.test(resolved.value) && source.requirement.revision === undefined;
        if (!isArchive || specifiers.some(specifier => readSource(specifier))) {
            return { requirement: source.requirement, offset: resolved.at + source.offset };
        }
    }
    if (!version || version.value === '')
        return { requirement: { kind: 'none' }, offset: 0 };
    return { requirement: { kind: 'version', text: version.value }, offset: version.at };
}
/** Version 1: packages by name, each with the packages that lie inside it. Level by level, so that depth costs nothing. */
function* readDependencies(dependencies, isCut) {
    const levels = [dependencies];
    for (const level of levels) {
        for (const member of effectiveMembers(level)) {
            const { key, keyAt, value } = member;
            const version = child(value, 'version');
            if (value.kind !== 'map' || (version && version.kind !== 'text')) {
                yield gapFor(member, 'expected an object that describes the package');
                continue;
            }
            const { offset, ...specifier } = readSpecifier(key, version?.value ?? '');
            if (version || !isCut || !isLast(level, member)) {
                yield { ...specifier, at: version && offset !== undefined ? version.at + offset : keyAt };
            }
            const inner = child(value, 'dependencies');
            if (inner)
                levels.push(inner);
        }
    }
}
function package_lock_graph(text) {
    const { root } = parseJson(text);
    const packages = child(root, 'packages');
    return packages ? graphOfPackages(packages) : graphOfDependencies(child(root, 'dependencies'));
}
/** Versions 2 and 3: each package stands at its path. */
function graphOfPackages(packages) {
    const byPath = new Map(members(packages).map(member => [member.key, member]));
    const nested = [];
    for (const { key, value } of byPath.values()) {
        const nameAt = key.lastIndexOf(package_lock_FOLDER) + package_lock_FOLDER.length;
        if (nameAt < package_lock_FOLDER.length)
            continue;
        const installed = key.slice(nameAt);
        nested.push({
            folder: key.slice(0, nameAt),
            installed,
            name: textOf(value, 'name')?.value ?? installed,
            version: textOf(value, 'version')?.value ?? '',
            needs: () => package_lock_neededBy(value)
        });
    }
    return nestedGraph(nested, askedByPath(byPath).keys(), package_lock_foldersAbove);
}
/** The folders in which the package at a path finds what it needs, its own first. */
function package_lock_foldersAbove(path) {
    const folders = [`${path}/${package_lock_FOLDER}`];
    let end = path.lastIndexOf(package_lock_FOLDER);
    while (end >= 0 && folders.length < package_lock_MOST_LEVELS) {
        folders.push(path.slice(0, end + package_lock_FOLDER.length));
        end = end === 0 ? -1 : path.lastIndexOf(package_lock_FOLDER, end - 1);
    }
    if (folders.at(-1) !== package_lock_FOLDER)
        folders.push(package_lock_FOLDER);
    return folders;
}
/** The names that a package needs. A peer that it can do without brings nothing in. */
function* package_lock_neededBy(value) {
    const dispensable = new Set();
    for (const { key, value: meta } of members(child(value, 'peerDependenciesMeta'))) {
        const optional = child(meta, 'optional');
        if (optional?.kind === 'scalar' && optional.text === 'true')
            dispensable.add(key);
    }
    for (const { key } of members(child(value, 'dependencies')))
        yield key;
    for (const { key } of members(child(value, 'optionalDependencies')))
        yield key;
    for (const { key } of members(child(value, 'peerDependencies')))
        if (!dispensable.has(key))
            yield key;
}
/** Version 1 does not say what the project asks for. */
function graphOfDependencies(dependencies) {
    const packages = new Map();
    const nested = [];
    const levels = [[{ inside: new Map() }, dependencies]];
    for (const [above, level] of levels) {
        for (const { key, value } of effectiveMembers(level)) {
            const { name, requirement } = readSpecifier(key, textOf(value, 'version')?.value ?? '');
            const one = { value, inside: new Map(), above };
            above.inside.set(key, nested.length);
            packages.set(nested.length, { name, version: requirement.kind === 'none' ? '' : requirement.text });
            nested.push(one);
            const inner = child(value, 'dependencies');
            if (inner)
                levels.push([one, inner]);
        }
    }
    return { packages, needsOf };
    function* needsOf(key) {
        const one = nested[Number(key)];
        for (const { key: name } of members(child(one?.value, 'requires'))) {
            let level = one;
            for (let up = 0; level && up < package_lock_MOST_LEVELS; up++) {
                const need = level.inside.get(name);
                if (need !== undefined) {
                    yield need;
                    break;
                }
                level = level.above;
            }
        }
    }
}

;// CONCATENATED MODULE: ./lib/ecosystems/npm/pnpm-lock.js
/**
 * `pnpm-lock.yaml`: what pnpm chose. YAML of a very regular build, read line by line; it may hold two documents.
 * Specification: https://pnpm.io/lockfile, and for versions 5 and 6 https://github.com/pnpm/spec/tree/master/lockfile.
 * Leaves out on purpose: what only repeats the manifests (`specifiers`, `specifier`, `catalogs`, `overrides`) and
 * `snapshots`, which repeats `packages`.
 */





const LOCKFILE_VERSION = /^lockfileVersion:[ ]*(?<value>\S*)/gm;
const QUOTES = /['"]/g;
const KNOWN_VERSION = /^(?:(?<major5>5)(?:\.[0-4](?:-inlineSpecifiers)?)?|(?<major6>6)\.[01]|(?<major9>9)\.0)$/;
const pnpm_lock_SINGLE_QUOTED = /'(?<text>[^']*(?:''[^']*)*)'/y;
const pnpm_lock_DOUBLE_QUOTED = /"(?<text>[^"\\]*(?:\\.[^"\\]*)*)"/y;
/** A value that goes on below, or one in braces: pnpm writes neither for a reference. */
const NO_REFERENCE = /^(?:[|>][-+\d]*$|[{[&*])/;
const pnpm_lock_COMMENT = /\s#.*$/;
const PATH_5 = /^[^/@]*\/(?<name>@[^/]+\/[^/]+|[^/]+)\/(?<version>[^/_]+)(?:[/_].*)?$/;
const PATH_6 = /^[^/@]*\/(?<name>@[^/@]+\/[^/@]+|[^/@]+)@(?<version>[^/]+)$/;
const COMMIT_AT_END = /^(?<url>.*)\/(?<commit>[0-9a-f]{40})(?:[_(].*)?$/;
/** What a section with nothing in it says. */
const EMPTY = '{}';
/** The lists of what a project asks for. The last two are pnpm's own, from version 11 on. */
const pnpm_lock_SECTIONS = new Set([
    'dependencies',
    'devDependencies',
    'optionalDependencies',
    'configDependencies',
    'packageManagerDependencies'
]);
const pnpmLock = {
    name: 'pnpm-lock.yaml',
    origin: 'lockfile',
    specification: 'https://pnpm.io/lockfile',
    formatVersions: 'lockfileVersion 5.0 to 5.4, 6.0, 6.1, 9.0',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'pnpm-lock.yaml',
    read: pnpm_lock_read,
    graph: pnpm_lock_graph,
    answers: ['package.json', 'pnpm-workspace.yaml'],
    upgrade: pnpmUpgrade
};
function* pnpm_lock_read(text) {
    if (text.trim() === '')
        return;
    const major = majorOf(text);
    const asked = new Set();
    const askedSources = new Set();
    const packages = [];
    let fault;
    /** The key at the margin, and within it the list of what a project asks for, such as `devDependencies`. */
    let section = '';
    let list = '';
    let dependency;
    /** How many blanks one level has: two, unless another program has written the file anew. */
    let unit = 0;
    for (const line of lines(text)) {
        const content = line.text.trimStart();
        if (content === '' || content.startsWith('#'))
            continue;
        const conflict = conflictIn(line);
        if (conflict) {
            fault ??= conflict;
            continue;
        }
        // Below a key in the long form, `? key`, the first field follows its colon.
        const indent = line.text.length - content.length + (content.startsWith(': ') ? 2 : 0);
        if (indent === 0) {
            yield* withoutReference();
            section = '';
            if (content.startsWith('---'))
                continue;
            const field = fieldOf(line, indent);
            if (field)
                section = field.key.text;
            if (field?.value && isRead(section) && field.value.text !== EMPTY)
                yield { gap: 'expected the section to begin on the next line', text: line.text, at: line.at };
            else if (!field)
                yield { gap: 'no section of pnpm-lock.yaml begins this line', text: line.text, at: line.at };
            list = section;
            continue;
        }
        unit ||= indent;
        const level = indent / unit;
        if (section === 'packages') {
            if (level > 2)
                continue;
            const field = fieldOf(line, indent);
            if (level === 1) {
                if (field)
                    packages.push([field]);
                else
                    yield { gap: 'expected the key of a package', text: content, at: line.at + indent };
            }
            else if (field)
                packages.at(-1)?.push(field);
        }
        else if (section === 'importers' || pnpm_lock_SECTIONS.has(section)) {
            // Without workspaces the lists of versions 5 and 6 stand at the margin.
            yield* importer(line, section === 'importers' ? level - 2 : level, indent);
        }
    }
    yield* withoutReference();
    for (const fields of packages)
        yield* locked(fields);
    if (fault)
        throw fault;
    /** A line of what a project asks for; `depth` is 0 for a list of it, 1 for a name, 2 for what is said of the name. */
    function* importer(line, depth, indent) {
        if (depth > 2)
            return;
        if (depth < 2)
            yield* withoutReference();
        const field = fieldOf(line, indent);
        if (depth <= 0) {
            list = depth === 0 && field ? field.key.text : '';
            return;
        }
        if (!pnpm_lock_SECTIONS.has(list))
            return;
        if (!field)
            yield { gap: 'expected a name', text: line.text, at: line.at + indent };
        else if (depth === 1) {
            // Before version 6 the reference stands on the line of the name.
            if (field.value)
                yield* direct(field.key, field.value);
            else
                dependency = field.key;
        }
        else if (dependency && field.key.text === 'version') {
            if (field.value)
                yield* direct(dependency, field.value);
            dependency = field.value ? { ...dependency, isRead: true } : dependency;
        }
    }
    function* withoutReference() {
        if (dependency && !dependency.isRead)
            yield { gap: 'expected a version', text: dependency.text, at: dependency.at };
        dependency = undefined;
    }
    function* direct(key, value) {
        if (NO_REFERENCE.test(value.text) || key.text.includes('\\')) {
            yield { gap: 'expected the version on this line', text: key.text, at: value.at };
            return;
        }
        const { name = key.text, requirement, offset } = pnpm_lock_readReference(value.text, major);
        const entry = {
            name,
            ...(name === key.text ? {} : { alias: key.text }),
            requirement,
            at: value.at + offset,
            direct: true
        };
        asked.add(identity(entry));
        if (requirement.kind === 'source')
            askedSources.add(requirement.text);
        yield entry;
    }
    /** An entry of `packages`, unless the project asks for it: then the line of the project stands for it. */
    function* locked([head, ...fields]) {
        if (!head)
            return;
        if (head.key.text.includes('\\')) {
            yield { gap: 'the key is written with escapes', text: head.key.text, at: head.key.at };
            return;
        }
        const { name: found, requirement, offset } = pnpm_lock_readReference(head.key.text, major);
        const name = found ?? fields.find(({ key }) => key.text === 'name')?.value?.text;
        if (name === undefined) {
            yield { gap: 'the key names no package', text: head.key.text, at: head.key.at };
            return;
        }
        const entry = { name, requirement, at: head.key.at + offset };
        if (asked.has(identity(entry)))
            return;
        // Where the reference names no package, the project's line bears the name that the project gave it.
        yield {
            ...entry,
            direct: found === undefined && requirement.kind === 'source' && askedSources.has(requirement.text)
        };
    }
}
function isRead(section) {
    return section === 'packages' || section === 'importers' || pnpm_lock_SECTIONS.has(section);
}
function majorOf(text) {
    let major;
    for (const match of text.matchAll(LOCKFILE_VERSION)) {
        const version = (match.groups?.['value'] ?? '').replace(QUOTES, '');
        const { major5, major6, major9 } = KNOWN_VERSION.exec(version)?.groups ?? {};
        if (!major5 && !major6 && !major9) {
            const at = match.index + match[0].length - (match.groups?.['value'] ?? '').length;
            throw (0,syntax_fault/* unknownVersion */.V)('lockfileVersion', version, '5.0 to 5.4, 6.0, 6.1 and 9.0 are', at);
        }
        major ??= major5 ? 5 : major6 ? 6 : 9;
    }
    if (major === undefined)
        throw new syntax_fault/* SyntaxFault */.M('no lockfileVersion is given', 0);
    return major;
}
function identity({ name, requirement }) {
    return `${name} ${requirement.kind === 'none' ? '' : requirement.text}`;
}
/** Reads what stands at a dependency of the project, or as the key of a package. */
function pnpm_lock_readReference(text, major) {
    const bare = withoutPeers(text, major);
    if (isExact(bare))
        return { requirement: { kind: 'version', text: bare }, offset: 0 };
    const whole = { requirement: { kind: 'source', text: major === 5 ? text : bare }, offset: 0 };
    if (isAddress(text))
        return readSource(major === 5 ? text : bare) ?? whole;
    const { name, version } = pathOf(bare, text, major);
    if (name !== undefined && version !== undefined) {
        const start = text.indexOf(version, name.length);
        if (isExact(version))
            return { name, requirement: { kind: 'version', text: version }, offset: start };
        const source = major === 9 ? readSource(version) : undefined;
        if (source)
            return { name, requirement: source.requirement, offset: start + source.offset };
    }
    // Versions 5 and 6 lock a repository as `github.com/owner/name/commit`.
    const { url, commit } = COMMIT_AT_END.exec(text)?.groups ?? {};
    if (url === undefined || commit === undefined)
        return whole;
    return { requirement: { kind: 'source', text: commit, url, revision: commit }, offset: url.length + 1 };
}
function pathOf(bare, text, major) {
    if (major === 9) {
        const { name, rest } = splitPackage(bare) ?? {};
        return name === undefined || rest === undefined ? {} : { name, version: rest };
    }
    const { name, version } = (major === 5 ? PATH_5.exec(text) : PATH_6.exec(bare))?.groups ?? {};
    return name === undefined || version === undefined ? {} : { name, version };
}
function withoutPeers(text, major) {
    const end = text.indexOf(major === 5 ? '_' : '(');
    return end < 0 ? text : text.slice(0, end);
}
/** Reads `key: value`, `key:`, and `? key`, which begin at `indent`. Undefined for items of lists and anything else. */
function fieldOf({ text, at }, indent) {
    const isLong = text.startsWith('? ', indent);
    const start = isLong ? indent + 2 : indent;
    const quoted = quotedAt(text, start);
    const end = quoted?.end ?? (isLong ? text.trimEnd().length : colonAfter(text, start));
    if (!isLong && text[end] !== ':')
        return undefined;
    const key = quoted ? { text: quoted.text, at: at + start + 1 } : { text: text.slice(start, end), at: at + start };
    const value = isLong ? undefined : valueAt(text, at, end + 1);
    return { key, ...(value ? { value } : {}) };
}
/** The colon that ends a plain key: before a blank, or the last character. */
function colonAfter(text, start) {
    const colon = text.indexOf(': ', start);
    if (colon >= 0)
        return colon;
    const end = text.trimEnd().length - 1;
    return text[end] === ':' ? end : -1;
}
function valueAt(text, at, from) {
    const rest = text.slice(from);
    const start = from + rest.length - rest.trimStart().length;
    if (start === text.length)
        return undefined;
    const quoted = quotedAt(text, start);
    if (quoted)
        return { text: quoted.text, at: at + start + 1 };
    return { text: text.slice(start).replace(pnpm_lock_COMMENT, '').trimEnd(), at: at + start };
}
function quotedAt(text, start) {
    const form = text[start] === "'" ? pnpm_lock_SINGLE_QUOTED : text[start] === '"' ? pnpm_lock_DOUBLE_QUOTED : undefined;
    if (!form)
        return undefined;
    form.lastIndex = start;
    const match = form.exec(text);
    if (!match)
        return undefined;
    return { text: (match.groups?.['text'] ?? '').replaceAll("''", "'"), end: form.lastIndex };
}
/**
 * Which package needs which. Version 9 has that in `snapshots`, one for each choice of peers, the others in `packages`.
 * A reference is the key of a package, or what follows the name in that key: the one of the two that is none leads nowhere.
 */
function pnpm_lock_graph(text) {
    const major = majorOf(text);
    const snapshots = major === 9 ? 'snapshots' : 'packages';
    const packages = new Map();
    const needs = new Map();
    const roots = [];
    let needsOfCurrent = [];
    let section = '';
    let list = '';
    let name = '';
    let unit = 0;
    for (const line of lines(text)) {
        const content = line.text.trimStart();
        if (content === '' || content.startsWith('#'))
            continue;
        const indent = line.text.length - content.length + (content.startsWith(': ') ? 2 : 0);
        unit ||= indent;
        const level = indent === 0 ? 0 : indent / unit;
        const field = fieldOf(line, indent);
        if (level === 0)
            section = list = field?.key.text ?? '';
        else if (field)
            inSection(field, section === 'importers' ? level - 2 : level);
    }
    return { packages, roots, needsOf: key => needs.get(key) ?? [] };
    /** A line below the key at the margin. Of an importer, `level` 0 is a list; of a package, 1 is its key and 2 a list. */
    function inSection({ key, value }, level) {
        if (section === snapshots) {
            if (level === 1) {
                const { name: found = key.text, requirement } = pnpm_lock_readReference(key.text, major);
                packages.set(key.text, { name: found, version: requirement.kind === 'none' ? '' : requirement.text });
                needsOfCurrent = [];
                needs.set(key.text, needsOfCurrent);
                list = '';
            }
            else if (level === 2)
                list = key.text;
            else if (level === 3 && pnpm_lock_SECTIONS.has(list) && value)
                needsOfCurrent.push(...keysOf(key.text, value.text));
        }
        else if (section === 'importers' || pnpm_lock_SECTIONS.has(section)) {
            if (level <= 0)
                list = level === 0 ? key.text : '';
            else if (level === 1)
                name = key.text;
            if (level < 1 || level > 2 || !pnpm_lock_SECTIONS.has(list) || !value)
                return;
            // Before version 6 the reference stands on the line of the name.
            if (level === 1 || key.text === 'version')
                roots.push(...keysOf(name, value.text));
        }
    }
    function keysOf(name, reference) {
        const own = major === 9 ? `${name}@${reference}` : major === 6 ? `/${name}@${reference}` : `/${name}/${reference}`;
        return [own, reference];
    }
}

;// CONCATENATED MODULE: ./lib/ecosystems/npm/yaml-texts.js
/** Numbers of YAML that are meant as texts: `react: 18` asks for the range 18. */
const yaml_texts_NUMBER = /^\d/;
/** The tree with every number as the text it is written as. Aliases may make a tree large, never deep. */
function writtenAsText(node) {
    switch (node.kind) {
        case 'text':
            return node;
        case 'scalar':
            return yaml_texts_NUMBER.test(node.text) ? { kind: 'text', value: node.text, at: node.at } : node;
        case 'list':
            return { ...node, items: node.items.map(writtenAsText) };
        case 'map':
            return { ...node, members: node.members.map(member => ({ ...member, value: writtenAsText(member.value) })) };
    }
}

;// CONCATENATED MODULE: ./lib/ecosystems/npm/pnpm-workspace.js
/**
 * `pnpm-workspace.yaml`: the versions that the packages of a workspace refer to, and what is forced upon others.
 * Specification: https://pnpm.io/pnpm-workspace_yaml, https://pnpm.io/catalogs, https://pnpm.io/settings#overrides. Leaves
 * out on purpose: `packageExtensions` and `patchedDependencies`, which change packages that others name.
 */






const INTEGRITY = /\+sha\d+-.*$/;
const pnpmWorkspace = {
    name: 'pnpm-workspace.yaml',
    origin: 'manifest',
    specification: 'https://pnpm.io/pnpm-workspace_yaml',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'pnpm-workspace.yaml',
    read: pnpm_workspace_read,
    refersTo: catalogReference,
    definesFor: ['package.json', 'pnpm-workspace.yaml'],
    upgrade: catalogUpgrade('pnpm-workspace.yaml', 'pnpm install')
};
async function* pnpm_workspace_read(text) {
    const { parseYaml } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(32)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3032));
    const { root, fault } = parseYaml(text);
    // What a fault cuts off has an unexpected shape of its own.
    for (const entry of entries(writtenAsText(root)))
        if (!(fault && 'gap' in entry))
            yield entry;
    if (fault)
        throw fault;
}
function* entries(root) {
    yield* readCatalogs(root);
    for (const member of effectiveMembers(child(root, 'overrides'))) {
        const name = overriddenByPnpm(member.key);
        // `-` takes the package out; `$name` means what package.json says of it, which is an entry there.
        if (!isText(member, '-') && !isText(member, `$${name}`))
            yield askedEntry(member, name);
    }
    for (const member of effectiveMembers(child(root, 'configDependencies'))) {
        const { value } = member;
        const bare = value.kind === 'text' ? { ...value, value: value.value.replace(INTEGRITY, '') } : value;
        if (value.kind !== 'map')
            yield askedEntry({ ...member, value: bare }, member.key, true);
        else
            yield askedEntry({ ...member, value: child(value, 'version') ?? value }, member.key, true);
    }
}
function isText({ value }, text) {
    return value.kind === 'text' && value.value === text;
}

;// CONCATENATED MODULE: ./lib/ecosystems/npm/block.js
/**
 * The shape that both formats of `yarn.lock` share: blocks of a key at the margin, fields indented by two blanks, and
 * deeper lines below a field.
 */


const FIELD = /^ {2}(?<name>"[^"]*"|[^\s":]+):?(?: +(?<value>\S.*))?$/;
const block_SECTIONS = new Set(['dependencies', 'optionalDependencies']);
const block_DEPENDENCY = /^ {4}(?<name>"[^"]*"|[^\s":]+):? +(?<value>\S.*)$/;
/** Reads the blocks of a text. A merge conflict ends in a fault, after the blocks of both sides. */
function* blocks(text) {
    let fault;
    let key;
    let fields = new Map();
    let dependencies = [];
    let section = '';
    for (const line of lines(text)) {
        // yarn writes a key of more than 1,024 characters as `? key`, and its colon on a line of its own.
        if (line.text === '' || line.text.startsWith('#') || line.text === ':')
            continue;
        if (line.text.startsWith(' ')) {
            if (!key)
                continue;
            if (line.text.startsWith('    ')) {
                const { name = '', value = '' } = (block_SECTIONS.has(section) ? block_DEPENDENCY.exec(line.text)?.groups : undefined) ?? {};
                if (name !== '')
                    dependencies.push([unquote(name), unquote(value)]);
                continue;
            }
            const { name, value = '' } = FIELD.exec(line.text)?.groups ?? {};
            if (name === undefined)
                continue;
            section = unquote(name);
            const start = line.at + line.text.length - value.length;
            fields.set(section, { text: unquote(value), at: value.startsWith('"') ? start + 1 : start });
            continue;
        }
        if (key)
            yield { key, fields, dependencies };
        key = undefined;
        fields = new Map();
        dependencies = [];
        section = '';
        const conflict = conflictIn(line);
        if (conflict)
            fault ??= conflict;
        else if (line.text.startsWith('? '))
            key = { text: line.text.slice(2).trimEnd(), at: line.at + 2 };
        else if (line.text.trimEnd().endsWith(':'))
            key = { text: line.text.trimEnd().slice(0, -1), at: line.at };
        else
            yield { stray: line };
    }
    if (key)
        yield { key, fields, dependencies };
    if (fault)
        throw fault;
}
/** The gap for a line at the margin that begins no block. */
function strayGap({ stray }) {
    return { gap: 'no key of yarn.lock stands on this line', text: stray.text, at: stray.at };
}
/** A text without its double quotes. */
function unquote(text) {
    const trimmed = text.trimEnd();
    if (!trimmed.startsWith('"'))
        return trimmed;
    if (!trimmed.includes('\\'))
        return trimmed.slice(1, trimmed.endsWith('"') ? -1 : undefined);
    const { root } = parseJson(trimmed);
    return root.kind === 'text' ? root.value : trimmed;
}
/**
 * The graph of a `yarn.lock`. `descriptorOf` makes a descriptor of a name and what is asked of it. One that leads nowhere
 * was redirected by `resolutions` in package.json: the package of that name stands for it, if there is only one.
 */
function block_graphOf(described, asked, descriptorOf) {
    const byDescriptor = new Map();
    const byName = new Map();
    for (const [key, { name, descriptors }] of described.entries()) {
        byName.set(name, byName.has(name) ? undefined : key);
        for (const descriptor of descriptors)
            byDescriptor.set(descriptor, key);
    }
    return {
        packages: new Map(described.entries()),
        ...(asked ? { roots: keysOf(asked) } : {}),
        needsOf: key => keysOf(described[Number(key)]?.dependencies ?? [])
    };
    function* keysOf(dependencies) {
        for (const [name, value] of dependencies) {
            const key = byDescriptor.get(descriptorOf(name, value)) ?? byName.get(name);
            if (key !== undefined)
                yield key;
        }
    }
}

;// CONCATENATED MODULE: ./lib/ecosystems/npm/yarn-berry.js
/**
 * `yarn.lock` of yarn 2 and later: YAML of a very regular build, read line by line.
 * Specification: https://yarnpkg.com/advanced/lexicon (descriptor, locator), and in code
 * https://github.com/yarnpkg/berry/blob/master/packages/yarnpkg-core/sources/Project.ts. Leaves out on purpose: workspaces,
 * the project's own packages, which only tell what is asked for.
 */



const yarn_berry_FIRST_VERSION = 4;
const LAST_VERSION = 10;
const yarn_berry_DIGITS = /^\d{1,9}$/;
const yarn_berry_BINDING = /::.*$/;
const WORKSPACE = 'workspace:';
const yarn_berry_REGISTRY = 'npm:';
/** Reads the packages, which are direct where a workspace asks for them. */
function* readBerry(text) {
    const packages = [];
    const workspaces = [];
    let fault;
    try {
        for (const block of blocks(text)) {
            if ('stray' in block)
                yield strayGap(block);
            else if (block.key.text === '__metadata')
                refuseUnknown(block);
            else if (yarn_berry_referenceOf(block)?.startsWith(WORKSPACE))
                workspaces.push(block);
            else
                packages.push({ block, descriptors: descriptorsOf(block) });
        }
    }
    catch (error) {
        if (!(error instanceof syntax_fault/* SyntaxFault */.M))
            throw error;
        fault = error;
    }
    const isAsked = yarn_berry_askedFor(workspaces, packages);
    for (const resolved of packages)
        yield yarn_berry_entryOf(resolved, isAsked(resolved));
    if (fault)
        throw fault;
}
function refuseUnknown({ key, fields }) {
    const version = fields.get('version');
    const number = version && yarn_berry_DIGITS.test(version.text) ? Number(version.text) : 0;
    if (number >= yarn_berry_FIRST_VERSION && number <= LAST_VERSION)
        return;
    const known = `${yarn_berry_FIRST_VERSION} to ${LAST_VERSION} are`;
    throw (0,syntax_fault/* unknownVersion */.V)('__metadata version', version?.text, known, version?.at ?? key.at);
}
function yarn_berry_entryOf({ block, descriptors }, direct) {
    const { key, fields } = block;
    const resolution = fields.get('resolution');
    const { name, rest } = splitPackage(resolution?.text ?? '') ?? {};
    if (!resolution || name === undefined || rest === undefined || resolution.text.includes('\\')) {
        return { gap: 'expected a package with its resolution', text: `${key.text} ${resolution?.text}`, at: key.at };
    }
    const isAlias = descriptors.every(descriptor => splitPackage(descriptor)?.name !== name);
    const alias = isAlias ? splitPackage(descriptors[0] ?? '')?.name : undefined;
    const known = { ...(alias === undefined ? {} : { alias }), ...(direct === undefined ? {} : { direct }) };
    const version = fields.get('version');
    if (rest.startsWith(yarn_berry_REGISTRY) && version) {
        return { name, requirement: { kind: 'version', text: version.text }, at: version.at, ...known };
    }
    // A patch names the package that it changes; everything else is named by the resolution.
    const { offset = 0, ...specifier } = readSpecifier(name, rest);
    return { ...known, ...specifier, at: resolution.at + resolution.text.length - rest.length + offset };
}
/** Tells of a package whether a workspace asks for it; undefined where the file does not say. */
function yarn_berry_askedFor(workspaces, packages) {
    const locked = new Set(packages.flatMap(({ descriptors }) => descriptors));
    const asked = new Set();
    // `resolutions` in package.json lock another descriptor than the one that the workspace asks for.
    const redirected = new Set();
    for (const { dependencies } of workspaces) {
        for (const [name, value] of dependencies) {
            const descriptor = descriptorOf(name, value);
            if (locked.has(descriptor))
                asked.add(descriptor);
            else
                redirected.add(name);
        }
    }
    return ({ descriptors }) => {
        if (workspaces.length === 0)
            return undefined;
        if (descriptors.some(descriptor => asked.has(descriptor)))
            return true;
        return descriptors.some(descriptor => redirected.has(splitPackage(descriptor)?.name ?? '')) ? undefined : false;
    };
}
/** Which package needs which, from what the workspaces ask for. */
function graphOfBerry(text) {
    const described = [];
    const asked = [];
    for (const block of blocks(text)) {
        if ('stray' in block)
            continue;
        const { fields, dependencies } = block;
        if (yarn_berry_referenceOf(block)?.startsWith(WORKSPACE)) {
            for (const dependency of dependencies)
                asked.push(dependency);
            continue;
        }
        const name = splitPackage(fields.get('resolution')?.text ?? '')?.name;
        if (name === undefined)
            continue;
        const version = fields.get('version')?.text ?? '';
        described.push({ name, version, descriptors: descriptorsOf(block), dependencies });
    }
    return block_graphOf(described, asked, descriptorOf);
}
/** Up to version 6 the protocol of the registry is left out. */
function descriptorOf(name, value) {
    return value.startsWith(yarn_berry_REGISTRY) || readSource(value) ? `${name}@${value}` : `${name}@${yarn_berry_REGISTRY}${value}`;
}
function descriptorsOf({ key }) {
    return unquote(key.text)
        .split(',')
        .map(descriptor => descriptor.replace(yarn_berry_BINDING, '').trim());
}
function yarn_berry_referenceOf({ fields }) {
    return splitPackage(fields.get('resolution')?.text ?? '')?.rest;
}

;// CONCATENATED MODULE: ./lib/ecosystems/npm/yarn-classic.js
/**
 * `yarn.lock` of yarn 1: neither YAML nor TOML, a line format of its own.
 * Specification: https://classic.yarnpkg.com/en/docs/yarn-lock, and in code https://github.com/yarnpkg/yarn/tree/v1.22.22/src/lockfile.
 */



const yarn_classic_HEADER = /^# yarn lockfile v(?<version>\d{1,9})\b/m;
/** The keys of a block: quoted where they hold a blank, a colon or the like, else up to the next comma. */
const DESCRIPTOR = /"[^"\\]*(?:\\.[^"\\]*)*"|[^",\s][^,]*/g;
/** Reads the packages; yarn 1 does not say which of them the project itself asks for. */
function* readClassic(text) {
    const header = yarn_classic_HEADER.exec(text);
    const version = header?.groups?.['version'];
    if (header && version !== '1') {
        const at = header.index + header[0].length - (version?.length ?? 0);
        throw (0,syntax_fault/* unknownVersion */.V)('yarn lockfile version', version, '1 is', at);
    }
    for (const block of blocks(text)) {
        yield 'stray' in block ? strayGap(block) : yarn_classic_entryOf(block);
    }
}
/** Which package needs which; what the project itself asks for is not in the file. */
function graphOfClassic(text) {
    const described = Array.from(blocks(text)).flatMap(block => {
        const entry = 'stray' in block ? undefined : yarn_classic_entryOf(block);
        if ('stray' in block || !entry || !('name' in entry))
            return [];
        const { key, fields, dependencies } = block;
        const version = fields.get('version')?.text ?? '';
        return [{ name: entry.name, version, descriptors: (key.text.match(DESCRIPTOR) ?? []).map(unquote), dependencies }];
    });
    return block_graphOf(described, undefined, (name, value) => `${name}@${value}`);
}
function yarn_classic_entryOf({ key, fields }) {
    const specifiers = (key.text.match(DESCRIPTOR) ?? []).flatMap(descriptor => {
        const { name, rest } = splitPackage(unquote(descriptor)) ?? {};
        return name === undefined ? [] : [{ key: name, ...readSpecifier(name, rest ?? '') }];
    });
    // Several descriptors share a block when they lead to the same package: one that is no alias speaks for all.
    const first = specifiers.find(({ alias }) => alias === undefined) ?? specifiers[0];
    const version = fields.get('version');
    if (!first || !version)
        return { gap: 'expected a package with its version', text: key.text, at: key.at };
    // yarn writes the name where the descriptor does not have it.
    const name = fields.get('name')?.text ?? first.name;
    const alias = name === first.key ? undefined : first.key;
    const base = { name, ...(alias === undefined ? {} : { alias }) };
    if (first.requirement.kind !== 'source') {
        return { ...base, requirement: { kind: 'version', text: version.text }, at: version.at };
    }
    const resolved = fields.get('resolved');
    const source = resolved && readSource(resolved.text);
    if (source)
        return { ...base, requirement: source.requirement, at: resolved.at + source.offset };
    return {
        ...base,
        requirement: { kind: 'source', text: first.requirement.text },
        at: key.at + Math.max(0, key.text.indexOf(first.requirement.text))
    };
}

;// CONCATENATED MODULE: ./lib/ecosystems/npm/yarn-lock.js
/**
 * `yarn.lock`: what yarn chose. Two formats under one name: yarn 1 writes its own line format, yarn 2 and later YAML.
 * Specification: https://classic.yarnpkg.com/en/docs/yarn-lock, https://yarnpkg.com/configuration/manifest.
 */




/** Every lockfile of yarn 2 and later has it, none of yarn 1 has. */
const METADATA = /^__metadata:/m;
const yarnLock = {
    name: 'yarn.lock',
    origin: 'lockfile',
    specification: 'https://classic.yarnpkg.com/en/docs/yarn-lock',
    formatVersions: 'yarn lockfile v1; __metadata version 4 to 10',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'yarn.lock',
    read: yarn_lock_read,
    graph: yarn_lock_graph,
    answers: ['package.json', '.yarnrc.yml'],
    upgrade: yarnUpgrade
};
function yarn_lock_read(text) {
    return METADATA.test(text) ? readBerry(text) : readClassic(text);
}
function yarn_lock_graph(text) {
    return METADATA.test(text) ? graphOfBerry(text) : graphOfClassic(text);
}

;// CONCATENATED MODULE: ./lib/ecosystems/npm/yarnrc.js
/**
 * `.yarnrc.yml`: the versions that the packages of a workspace refer to, from yarn 4.10 on.
 * Specification: https://yarnpkg.com/configuration/yarnrc, https://yarnpkg.com/features/catalogs. Leaves out on purpose:
 * `packageExtensions`, which changes what other packages ask for.
 */




const yarnrc = {
    name: '.yarnrc.yml',
    origin: 'manifest',
    specification: 'https://yarnpkg.com/configuration/yarnrc',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === '.yarnrc.yml',
    read: yarnrc_read,
    definesFor: ['package.json'],
    upgrade: catalogUpgrade('.yarnrc.yml', 'yarn install')
};
async function* yarnrc_read(text) {
    const { parseYaml } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(32)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3032));
    const { root, fault } = parseYaml(text);
    for (const entry of readCatalogs(writtenAsText(root)))
        if (!(fault && 'gap' in entry))
            yield entry;
    if (fault)
        throw fault;
}

;// CONCATENATED MODULE: ./lib/ecosystems/npm/index.js
/** JavaScript and TypeScript from the npm registry: `package.json` and what npm, yarn, pnpm, bun and Deno make of it. */











const npm = {
    id: 'npm',
    title: 'JavaScript',
    formats: [
        packageJson,
        packageLock,
        npmShrinkwrap,
        yarnLock,
        yarnrc,
        pnpmLock,
        pnpmWorkspace,
        bunLock,
        bunLockb,
        denoJson,
        importMap,
        denoLock
    ],
    versions: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(88), __nccwpck_require__.e(757)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3757))).semanticVersions,
    canonicalName: name => name,
    // JSON may write the `/` of a scoped name as `\/`.
    needle: ecosystem/* baseName */.Fl
};

;// CONCATENATED MODULE: ./lib/ecosystems/nuget/msbuild.js
/**
 * MSBuild project files as far as packages are concerned: items such as `PackageReference`, and the properties that carry
 * their versions, here or in a file that imports this one.
 * Specification: https://learn.microsoft.com/visualstudio/msbuild/msbuild-project-file-schema-reference. Leaves out on
 * purpose: conditions (what is asked for in one case only is asked for), what imports what, property functions.
 */


const msbuild_PROPERTY = /^\$\((?<name>[A-Za-z_][\w-]{0,200})\)$/;
/** Gives a default, which a value further up makes moot: `Condition="'$(Name)' == ''"`. */
const DEFAULT = /^'?\$\((?<name>[A-Za-z_][\w-]{0,200})\)'?\s*==\s*''$/;
const XML = /^\s*</;
const EXPRESSION = /[$@%]\(/;
/** How many values of one version, and how many properties in a chain, are followed; no real file comes near it. */
const MAXIMUM_ALTERNATIVES = 20;
/**
 * Reads the items of the given kinds (in lower case), each with the version that an attribute, a child element or a
 * property of the same file gives it.
 */
function* packageItems(text, kinds) {
    yield* msbuild_read(text, kinds, false);
}
/** The same for a file that others import, with the values of its properties. */
function* importedItems(text, kinds) {
    // Other tools have lists of properties under these names, which are no XML.
    if (XML.test(text))
        yield* msbuild_read(text, kinds, true);
}
/** The property that a version is and nothing else, as `importedItems` defines it. */
function propertyIn(text) {
    return msbuild_PROPERTY.exec(text)?.groups?.['name']?.toLowerCase();
}
function* msbuild_read(text, kinds, isImported) {
    const { root, fault } = parseXml(text);
    if (root) {
        const { resolve, properties } = resolver(root);
        if (isImported)
            for (const [name, values] of properties())
                yield* msbuild_definitions(text, name, values);
        for (const { element, parent } of nodes(root)) {
            // Item definitions set defaults and name no packages; an element that the fault cuts off may have lost its version.
            if (parent === 'itemdefinitiongroup' || !element.closed || !kinds.has(element.name.toLowerCase()))
                continue;
            yield* item(text, element, resolve);
        }
    }
    if (fault)
        throw fault;
}
/** What a property may stand for, as far as it is written here. */
function* msbuild_definitions(text, name, values) {
    for (const value of values) {
        if (value.value === '' || !text.startsWith(value.value, value.at))
            continue;
        const { requirement, at } = msbuild_versionEntry(name, value);
        yield { defines: name, requirement, at };
    }
}
/** The entry of a version, range or unresolved expression as NuGet reads it. */
function msbuild_versionEntry(name, { value, at }) {
    const isRange = !EXPRESSION.test(value) && (/^[[(]/.test(value) || value.includes('*'));
    const requirement = { kind: isRange ? 'range' : 'version', text: value };
    return { name, requirement, at };
}
/** An attribute by its name (in lower case), which MSBuild and NuGet take in any case. */
function attribute(element, name) {
    for (const [key, text] of element.attributes)
        if (key.toLowerCase() === name)
            return text;
    return undefined;
}
function* item(text, element, resolve) {
    const included = attribute(element, 'include');
    const named = included ?? attribute(element, 'update');
    if (!named) {
        if (attribute(element, 'remove'))
            return;
        yield gapFor(element, 'expected a package name in "Include"');
        return;
    }
    const overrides = metadata(element, 'versionoverride');
    const versions = overrides.length > 0 ? overrides : metadata(element, 'version');
    if (versions.length > MAXIMUM_ALTERNATIVES) {
        yield { gap: `more than ${MAXIMUM_ALTERNATIVES} versions`, text: named.value, at: named.at };
        return;
    }
    for (const name of namesOf(named, resolve)) {
        if (EXPRESSION.test(name.value) || !text.startsWith(name.value, name.at)) {
            yield {
                gap: 'the name of this package is an expression',
                text: `${name.value} ${elementWords(element)}`,
                at: name.at
            };
        }
        else if (versions.length > 0) {
            for (const version of versions)
                yield* msbuild_versioned(text, name, version, resolve);
        }
        else if (included) {
            // An update without a version changes something else.
            yield { name: name.value, requirement: { kind: 'none' }, at: name.at };
        }
    }
}
/** The entries of one written version: one, or as many as the property in it has values. */
function* msbuild_versioned(text, name, written, resolve) {
    for (const value of resolve(written) ?? [written]) {
        if (value.value === '')
            yield { name: name.value, requirement: { kind: 'none' }, at: name.at };
        else if (!text.startsWith(value.value, value.at)) {
            yield { gap: 'the version is written with XML references', text: `${name.value} ${value.value}`, at: value.at };
        }
        else
            yield { ...msbuild_versionEntry(name.value, value), ...(value === written ? {} : { usedAt: written.at }) };
    }
}
/** The names in a list such as `A;B`, each with its own offset; a name that is one property is looked up. */
function namesOf(list, resolve) {
    const names = [];
    let from = list.at;
    for (const part of list.value.split(';')) {
        const value = part.trim();
        const name = { value, at: from + part.indexOf(value) };
        if (value !== '')
            names.push(...(resolve(name) ?? [name]));
        from += part.length + 1;
    }
    return names;
}
/** What an attribute and the child elements of a name (in lower case) say. */
function metadata(element, name) {
    const written = attribute(element, name);
    const children = element.children.filter(child => child.name.toLowerCase() === name);
    return alternatives([
        ...(written ? [{ text: written, conditional: false }] : []),
        ...children.map(child => ({ text: child.content, conditional: attribute(child, 'condition') !== undefined }))
    ]);
}
/** The last value that always counts replaces those before it; one behind it, with a condition, may replace it. */
function alternatives(all) {
    const last = all.findLastIndex(({ conditional }) => !conditional);
    return all.slice(Math.max(0, last)).map(({ text }) => text);
}
/** Collects the properties of a file. A property that stands for another one is followed. */
function resolver(root) {
    const written = new Map();
    for (const { element, parent, conditional } of nodes(root)) {
        if (parent !== 'propertygroup' || !element.closed)
            continue;
        const name = element.name.toLowerCase();
        const known = written.get(name);
        const defaulted = DEFAULT.exec(attribute(element, 'condition')?.value ?? '')?.groups?.['name'];
        if (known && defaulted?.toLowerCase() === name)
            continue;
        const value = { text: element.content, conditional };
        if (known)
            known.push(value);
        else
            written.set(name, [value]);
    }
    const resolved = new Map();
    return { resolve: text => valuesOf(text, 0), properties };
    /** Every property by its name in lower case, with the values that may count. */
    function* properties() {
        for (const [name, all] of written) {
            const values = alternatives(all).flatMap(text => valuesOf(text, 0) ?? [text]);
            if (values.length <= MAXIMUM_ALTERNATIVES)
                yield [name, values];
        }
    }
    function valuesOf({ value }, depth) {
        const name = msbuild_PROPERTY.exec(value)?.groups?.['name']?.toLowerCase();
        const values = name === undefined ? undefined : written.get(name);
        if (name === undefined || values === undefined || depth > MAXIMUM_ALTERNATIVES)
            return undefined;
        if (!resolved.has(name)) {
            // A property that stands for itself meets this and stays as it is written.
            resolved.set(name, undefined);
            const all = alternatives(values).flatMap(text => valuesOf(text, depth + 1) ?? [text]);
            resolved.set(name, all.length > MAXIMUM_ALTERNATIVES ? undefined : all);
        }
        return resolved.get(name);
    }
}
/** Every element in the order of the text. */
function* nodes(root) {
    const open = [{ element: root, parent: '', conditional: false }];
    for (let node = open.pop(); node; node = open.pop()) {
        yield node;
        const { element, conditional } = node;
        const parent = element.name.toLowerCase();
        for (const child of element.children.toReversed()) {
            const own = attribute(child, 'condition') !== undefined || parent === 'choose';
            open.push({ element: child, parent, conditional: conditional || own });
        }
    }
}

;// CONCATENATED MODULE: ./lib/ecosystems/nuget/upgrade.js
/** The edits and commands that bring a NuGet package to a version that reloads. */
/** For a project file, and for its lockfile: a package that another one brings is asked for directly, which wins. */
function upgrade_projectUpgrade(name, version) {
    return [`dotnet add package ${name} --version ${version}`];
}
/** The same, and the lockfile is written anew. */
function upgrade_lockfileUpgrade(name, version) {
    return [...upgrade_projectUpgrade(name, version), 'dotnet restore --force-evaluate'];
}
/** For versions that are kept in one place: its line. */
function centralUpgrade(name, version) {
    return [`<PackageVersion Include="${name}" Version="${version}" /> in Directory.Packages.props`, 'dotnet restore'];
}
/** For a project that has no package references yet. */
function packagesConfigUpgrade(name, version) {
    return [`nuget update packages.config -Id ${name} -Version ${version}`];
}
/** For a file that projects import: its property, or its own reference. */
function importedUpgrade(name, version, { usedAt }) {
    const edit = usedAt === undefined
        ? `<PackageReference Include="${name}" Version="${version}" /> in this file`
        : `the property on this line: ${version}`;
    return [edit, 'dotnet restore'];
}
/** For tools that `dotnet` installs. */
function toolUpgrade(name, version) {
    return [`dotnet tool update ${name} --version ${version}`];
}
/** For `paket.dependencies` and its lockfile: what another package brings is asked for directly, which wins. */
function paketUpgrade(name, version) {
    return [`in paket.dependencies: nuget ${name} >= ${version}`, 'dotnet paket install'];
}

;// CONCATENATED MODULE: ./lib/ecosystems/nuget/csproj.js
/**
 * `*.csproj`, `*.fsproj`, `*.vbproj`: the packages that a project refers to.
 * Specification: https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files. Leaves out on
 * purpose: `ProjectReference` and `Reference`, which are no packages, and what imported
 * files add: those are read on their own.
 */



const csproj_NAME = /\.(?:cs|fs|vb)proj$/i;
const csproj_KINDS = new Set(['packagereference', 'packagedownload', 'packageversion', 'globalpackagereference']);
const csproj = {
    name: '*.csproj',
    origin: 'manifest',
    specification: 'https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files',
    claims: path => csproj_NAME.test((0,ecosystem/* baseName */.Fl)(path)),
    read: text => packageItems(text, csproj_KINDS),
    refersTo: propertyIn,
    upgrade: upgrade_projectUpgrade
};

;// CONCATENATED MODULE: ./lib/ecosystems/nuget/libraries.js
/**
 * The blocks `libraries` and `targets` that restored and built projects have: keys such as `Name/1.0.0`, in `targets` once
 * for each framework.
 */


const libraries_KEY = /^(?<name>[^/]+)\/(?<version>[^/]+)$/;
/** The packages among the members; projects, and files beside the packages, are none. `isDirect` gets names in lower case. */
function* packagesIn(libraries, isDirect) {
    for (const { key, keyAt, value } of libraries) {
        const type = textOf(value, 'type')?.value;
        if (type !== undefined && type !== 'package')
            continue;
        const { name, version } = libraries_KEY.exec(key)?.groups ?? {};
        if (type === undefined || name === undefined || version === undefined) {
            yield { gap: 'expected a library with its version and type', text: `${key} ${wordOf(value)}`, at: keyAt };
        }
        else {
            yield {
                name,
                requirement: { kind: 'version', text: version },
                at: keyAt + name.length + 1,
                ...(isDirect ? { direct: isDirect(name.toLowerCase()) } : {})
            };
        }
    }
}
function wordOf(node) {
    return node.kind === 'text' ? node.value : '';
}
/**
 * Which package needs which, within each framework. `roots` are the names that the project asks for, in lower case; without
 * them the project is the one that no other project needs. A project has no version.
 */
function graphOfTargets(root, roots) {
    const projects = new Set(members(child(root, 'libraries')).flatMap(({ key, value }) => textOf(value, 'type')?.value === 'project' ? [key.toLowerCase()] : []));
    const targets = members(child(root, 'targets'));
    const packages = targets.flatMap(({ value: target }, index) => members(target).flatMap(({ key, value }) => {
        const { name, version } = libraries_KEY.exec(key)?.groups ?? {};
        if (name === undefined || version === undefined)
            return [];
        const isProject = projects.has(key.toLowerCase());
        const needs = members(child(value, 'dependencies')).map(need => calledAs(index, need.key));
        return [{ name, version: isProject ? '' : version, called: [calledAs(index, name)], needs, isProject }];
    }));
    if (roots) {
        const asked = packages.filter(({ name }) => roots.has(name.toLowerCase()));
        return graphOf(packages, asked.flatMap(({ called }) => called));
    }
    const needed = new Set(packages.flatMap(({ isProject, needs }) => (isProject ? [...needs] : [])));
    const isItself = ({ isProject, called }) => isProject && !called.some(text => needed.has(text));
    return graphOf(packages.filter(one => !isItself(one)), packages.filter(isItself).flatMap(({ needs }) => [...needs]));
}
function calledAs(target, name) {
    return `${target} ${name.toLowerCase()}`;
}

;// CONCATENATED MODULE: ./lib/ecosystems/nuget/deps-json.js
/**
 * `*.deps.json`: the packages that a built .NET program runs with.
 * Specification: https://github.com/dotnet/sdk/blob/main/documentation/specs/runtime-configuration-file.md. Leaves out on
 * purpose: the files of the packages, which `targets` lists.
 */





const depsJson = {
    name: '*.deps.json',
    origin: 'lockfile',
    specification: 'https://github.com/dotnet/sdk/blob/main/documentation/specs/runtime-configuration-file.md',
    claims: path => (0,ecosystem/* baseName */.Fl)(path).endsWith('.deps.json'),
    read: deps_json_read,
    graph: text => graphOfTargets(parseJson(text).root),
    upgrade: upgrade_projectUpgrade
};
function* deps_json_read(text) {
    const { root, fault } = parseJson(text);
    if (root.kind !== 'map' && !fault)
        yield { gap: 'expected an object', text, at: root.at };
    for (const entry of packagesIn(members(child(root, 'libraries'))))
        if (!(fault && 'gap' in entry))
            yield entry;
    if (fault)
        throw fault;
}

;// CONCATENATED MODULE: ./lib/ecosystems/nuget/directory-packages-props.js
/**
 * `Directory.Packages.props`: the versions of all packages of a repository, in one place.
 * Specification: https://learn.microsoft.com/nuget/consume-packages/central-package-management. Also reads
 * `Packages.props` of the MSBuild SDK that came before it, which updates package references.
 */



const directory_packages_props_NAME = /^(?:[^/]*\.)?Packages\.props$/i;
const directory_packages_props_KINDS = new Set(['packageversion', 'globalpackagereference', 'packagereference']);
const directoryPackagesProps = {
    name: 'Directory.Packages.props',
    origin: 'manifest',
    specification: 'https://learn.microsoft.com/nuget/consume-packages/central-package-management',
    claims: path => directory_packages_props_NAME.test((0,ecosystem/* baseName */.Fl)(path)),
    read: text => importedItems(text, directory_packages_props_KINDS),
    mayInclude: /<PropertyGroup/i,
    refersTo: propertyIn,
    definesFor: ['*.csproj', '*.props'],
    answers: ['*.csproj'],
    central: true,
    upgrade: centralUpgrade
};

;// CONCATENATED MODULE: ./lib/ecosystems/nuget/dotnet-tools.js
/**
 * `dotnet-tools.json`: the tools that a repository is worked on with.
 * Specification: https://learn.microsoft.com/dotnet/core/tools/local-tools-how-to-use.
 */





const dotnet_tools_DIGITS = /^\d{1,9}$/;
const dotnetTools = {
    name: 'dotnet-tools.json',
    origin: 'manifest',
    specification: 'https://learn.microsoft.com/dotnet/core/tools/local-tools-how-to-use',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'dotnet-tools.json',
    read: dotnet_tools_read,
    upgrade: toolUpgrade
};
function* dotnet_tools_read(text) {
    const { root, fault } = parseJson(text);
    const version = child(root, 'version');
    if (version && !(version.kind === 'scalar' && version.text === '1')) {
        const number = version.kind === 'scalar' && dotnet_tools_DIGITS.test(version.text) ? ` ${version.text}` : '';
        throw new syntax_fault/* SyntaxFault */.M(`version${number} is not known: 1 is`, version.at);
    }
    for (const { key, keyAt, value } of members(child(root, 'tools'))) {
        const stated = textOf(value, 'version');
        if (stated)
            yield { name: key, requirement: { kind: 'version', text: stated.value }, at: stated.at, direct: true };
        else if (!fault)
            yield { gap: 'expected the version of this tool', text: key, at: keyAt };
    }
    if (fault)
        throw fault;
}

;// CONCATENATED MODULE: ./lib/ecosystems/nuget/packages-config.js
/**
 * `packages.config`: the packages of an older .NET Framework project, each with its exact version.
 * Specification: https://learn.microsoft.com/nuget/reference/packages-config. Leaves out on purpose: `allowedVersions`,
 * which only limits later updates.
 */





// A project may have its own beside the others: packages.MyProject.config.
const packages_config_NAME = /^packages(?:\.[^/]+)?\.config$/i;
const packagesConfig = {
    name: 'packages.config',
    origin: 'manifest',
    specification: 'https://learn.microsoft.com/nuget/reference/packages-config',
    claims: path => packages_config_NAME.test((0,ecosystem/* baseName */.Fl)(path)),
    read: packages_config_read,
    upgrade: packagesConfigUpgrade
};
function* packages_config_read(text) {
    const { root, fault } = parseXml(text);
    for (const element of root?.children ?? []) {
        const id = attribute(element, 'id');
        const version = attribute(element, 'version');
        const isWritten = (value, at) => value !== '' && text.startsWith(value, at);
        if (element.name !== 'package' || !id || !isWritten(id.value, id.at)) {
            yield gapFor(element, 'expected a package with an id');
        }
        else if (!version || version.value === '') {
            yield { name: id.value, requirement: { kind: 'none' }, at: id.at };
        }
        else if (!isWritten(version.value, version.at)) {
            yield { gap: 'the version is written with XML references', text: id.value, at: version.at };
        }
        else
            yield { name: id.value, requirement: { kind: 'version', text: version.value }, at: version.at };
    }
    if (fault)
        throw fault;
}

;// CONCATENATED MODULE: ./lib/ecosystems/nuget/packages-lock-json.js
/**
 * `packages.lock.json`: what NuGet chose for a project, once for each framework it is built for.
 * Specification: https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files; the format is
 * what NuGet.ProjectModel.PackagesLockFileFormat reads. Leaves out on purpose: entries of type `Project`, which are
 * folders of the repository.
 */






// A folder with several projects holds packages.MyProject.lock.json.
const packages_lock_json_NAME = /^packages(?:\.[^/]+)?\.lock\.json$/i;
/** Version 2 came with central package management; version 3 moves the frameworks to the outermost level. */
const packages_lock_json_VERSIONS = new Set(['1', '2', '3']);
const packagesLockJson = {
    name: 'packages.lock.json',
    origin: 'lockfile',
    specification: 'https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files#locking-dependencies',
    formatVersions: '1, 2, 3',
    claims: path => packages_lock_json_NAME.test((0,ecosystem/* baseName */.Fl)(path)),
    read: packages_lock_json_read,
    graph: packages_lock_json_graph,
    answers: ['*.csproj', 'Directory.Packages.props', '*.props', 'packages.config'],
    upgrade: upgrade_lockfileUpgrade
};
function* packages_lock_json_read(text) {
    const { root, fault } = parseJson(text);
    const stated = child(root, 'version');
    const version = stated?.kind === 'scalar' ? stated.text : '';
    if (!packages_lock_json_VERSIONS.has(version)) {
        if (fault && stated === undefined)
            throw fault;
        if (!stated)
            throw new syntax_fault/* SyntaxFault */.M('no version is given', 0);
        throw (0,syntax_fault/* unknownVersion */.V)('lockfile version', version, '1 to 3 are', stated.at);
    }
    for (const target of targets(root, version)) {
        const packages = packages_lock_json_packagesOf(target, version);
        if (packages?.kind === 'map')
            for (const member of packages.members)
                yield* packages_lock_json_locked(text, member, fault !== undefined);
        else if (!fault)
            yield gapFor(target, 'expected the packages of this framework');
    }
    if (fault)
        throw fault;
}
/** The frameworks, each with its packages. */
function targets(root, version) {
    return version === '3' ? members(root).filter(({ key }) => key !== 'version') : members(child(root, 'dependencies'));
}
function packages_lock_json_packagesOf({ value }, version) {
    return version === '3' ? child(value, 'dependencies') : value;
}
/** Which package needs which, within each framework. Projects that this one refers to stand in it without a version. */
function packages_lock_json_graph(text) {
    const { root } = parseJson(text);
    const stated = child(root, 'version');
    const version = stated?.kind === 'scalar' ? stated.text : '';
    const packages = new Map();
    const needs = new Map();
    const roots = [];
    for (const [index, target] of targets(root, version).entries()) {
        const keyOf = (name) => `${index} ${name.toLowerCase()}`;
        for (const { key: name, value } of members(packages_lock_json_packagesOf(target, version))) {
            const key = keyOf(name);
            const type = textOf(value, 'type')?.value.toLowerCase();
            packages.set(key, { name, version: textOf(value, 'resolved')?.value ?? '' });
            needs.set(key, members(child(value, 'dependencies')).map(need => keyOf(need.key)));
            if (type === 'direct' || type === 'project')
                roots.push(key);
        }
    }
    return { packages, roots, needsOf: key => needs.get(key) ?? [] };
}
/** One package. In a file that ends too early, one without a version is no surprise. */
function* packages_lock_json_locked(text, { key, keyAt, value }, isCut) {
    const type = textOf(value, 'type')?.value.toLowerCase();
    const resolved = textOf(value, 'resolved');
    if (type === 'project')
        return;
    if (!resolved || resolved.value === '' || !text.startsWith(resolved.value, resolved.at)) {
        if (!isCut)
            yield { gap: 'expected the "resolved" version of this package', text: key, at: keyAt };
        return;
    }
    const isKnown = type === 'direct' || type === 'transitive' || type === 'centraltransitive';
    yield {
        name: key,
        requirement: { kind: 'version', text: resolved.value },
        at: resolved.at,
        ...(isKnown ? { direct: type === 'direct' } : {})
    };
}

;// CONCATENATED MODULE: ./lib/ecosystems/nuget/paket-dependencies.js
/**
 * `paket.dependencies`: what Paket is asked for.
 * Specification: https://fsprojects.github.io/Paket/dependencies-file.html. Leaves out on purpose: files from git and from
 * addresses (`git`, `github`, `gist`, `http`), which are no packages, and the options of a line.
 */



const paket_dependencies_PACKAGE = /^\s*(?:nuget|clitool)\s+(?<name>[^\s]+)/i;
const KEYWORD = /^\s*(?:nuget|clitool)(?:\s|$)/i;
const paket_dependencies_COMMENT = /(?:^|\s)(?:\/\/|#).*$/;
/** An option such as `framework: net8.0` ends what is said of the version. */
const paket_dependencies_OPTION = /\s[A-Za-z_]+\s*:/;
/** `= 7.0.5` and `== 7.0.5` are exact, as the bare version is. */
const paket_dependencies_EXACT = /^[!@]?(?:==?\s*)?(?<version>\d[\w.+-]*)$/;
const paketDependencies = {
    name: 'paket.dependencies',
    origin: 'manifest',
    specification: 'https://fsprojects.github.io/Paket/dependencies-file.html',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'paket.dependencies',
    read: paket_dependencies_read,
    upgrade: paketUpgrade
};
function* paket_dependencies_read(text) {
    for (const line of lines(text))
        if (KEYWORD.test(line.text))
            yield paket_dependencies_entryOf(line);
}
function paket_dependencies_entryOf({ text, at }) {
    const written = text.replace(paket_dependencies_COMMENT, '');
    const match = paket_dependencies_PACKAGE.exec(written);
    const name = match?.groups?.['name'];
    if (!match || name === undefined)
        return { gap: 'expected the name of a package', text, at };
    const nameAt = at + match[0].length - name.length;
    const behind = written.slice(match[0].length);
    const option = paket_dependencies_OPTION.exec(behind);
    const asked = option ? behind.slice(0, option.index) : behind;
    const start = asked.length - asked.trimStart().length;
    const requirement = paket_dependencies_requirementOf(asked.trim());
    if (requirement.kind === 'none')
        return { name, requirement, at: nameAt, direct: true };
    const offset = requirement.text === asked.trim() ? start : asked.indexOf(requirement.text, start);
    return { name, requirement, at: at + match[0].length + offset, direct: true };
}
/** A word alone, such as `prerelease`, says nothing of the version. */
function paket_dependencies_requirementOf(text) {
    const version = paket_dependencies_EXACT.exec(text)?.groups?.['version'];
    if (version !== undefined)
        return { kind: 'version', text: version };
    return /^[A-Za-z]*$/.test(text) ? { kind: 'none' } : { kind: 'range', text };
}

;// CONCATENATED MODULE: ./lib/ecosystems/nuget/paket-lock.js
/**
 * `paket.lock`: what Paket chose, for each group of dependencies.
 * Specification: https://fsprojects.github.io/Paket/lock-file.html. Leaves out on purpose: the sections of files from git
 * and from addresses, and restrictions to frameworks.
 */





const paket_lock_SECTION = /^(?<name>[A-Z]+)(?:\s|:|$)/;
const paket_lock_LOCKED = /^ {4}(?<name>[^\s()]+) \((?<version>[^\s()]+)\)/;
const paket_lock_NEED = /^ {6}(?<name>[^\s()]+)/;
const GROUP = /^GROUP (?<name>.*)$/;
const paket_lock_CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/;
const paketLock = {
    name: 'paket.lock',
    origin: 'lockfile',
    specification: 'https://fsprojects.github.io/Paket/lock-file.html',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'paket.lock',
    read: paket_lock_read,
    graph: paket_lock_graph,
    answers: ['paket.dependencies'],
    upgrade: paketUpgrade
};
function* paket_lock_read(text) {
    let section = '';
    let fault;
    for (const line of lines(text)) {
        section = paket_lock_SECTION.exec(line.text)?.groups?.['name'] ?? section;
        if (paket_lock_CONFLICT.test(line.text))
            fault ??= new syntax_fault/* SyntaxFault */.M('a merge conflict is not resolved', line.at);
        if (section !== 'NUGET' || !line.text.startsWith('    ') || line.text[4] === ' ')
            continue;
        const { name, version } = paket_lock_LOCKED.exec(line.text)?.groups ?? {};
        if (name === undefined || version === undefined) {
            if (line.text.trim() !== '')
                yield { gap: 'expected "name (version)"', text: line.text, at: line.at + 4 };
        }
        else {
            yield { name, requirement: { kind: 'version', text: version }, at: line.at + 4 + name.length + 2 };
        }
    }
    if (fault)
        throw fault;
}
/** Which package needs which, within each group; what the project itself asks for is not in the file. */
function paket_lock_graph(text) {
    const packages = [];
    let needs = [];
    let section = '';
    let group = '';
    for (const line of lines(text)) {
        section = paket_lock_SECTION.exec(line.text)?.groups?.['name'] ?? section;
        group = GROUP.exec(line.text)?.groups?.['name'] ?? group;
        if (section !== 'NUGET')
            continue;
        const { name, version } = paket_lock_LOCKED.exec(line.text)?.groups ?? {};
        if (name !== undefined && version !== undefined) {
            needs = [];
            packages.push({ name, version, called: [paket_lock_calledAs(group, name)], needs });
        }
        const need = paket_lock_NEED.exec(line.text)?.groups?.['name'];
        if (need !== undefined)
            needs.push(paket_lock_calledAs(group, need));
    }
    return graphOf(packages);
}
function paket_lock_calledAs(group, name) {
    return JSON.stringify([group, name.toLowerCase()]);
}

;// CONCATENATED MODULE: ./lib/ecosystems/nuget/project-assets.js
/**
 * `project.assets.json`: what NuGet restored for a project, for all of its frameworks.
 * Specification: https://learn.microsoft.com/nuget/concepts/package-installation-process, and in code NuGet.ProjectModel's
 * LockFileFormat. Leaves out on purpose: the libraries
 * that `targets` repeats for each framework.
 */






const project_assets_VERSIONS = new Set(['2', '3']);
const project_assets_DIGITS = /^\d{1,9}$/;
const project_assets_FOLDER = /(?:^|\/)obj$/;
const project_assets_NAME = /^\S+/;
const projectAssets = {
    name: 'project.assets.json',
    origin: 'lockfile',
    specification: 'https://learn.microsoft.com/nuget/concepts/package-installation-process',
    formatVersions: '2, 3',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'project.assets.json',
    read: project_assets_read,
    graph: project_assets_graph,
    answers: ['*.csproj', 'Directory.Packages.props', '*.props'],
    folder: path => (0,ecosystem/* folderName */.ub)(path).replace(project_assets_FOLDER, ''),
    upgrade: upgrade_projectUpgrade
};
function* project_assets_read(text) {
    const { root, fault } = parseJson(text);
    const stated = child(root, 'version');
    const version = stated?.kind === 'scalar' ? stated.text : '';
    if (!project_assets_VERSIONS.has(version)) {
        if (fault && !stated)
            throw fault;
        throw new syntax_fault/* SyntaxFault */.M(`version${project_assets_DIGITS.test(version) ? ` ${version}` : ''} is not known: 2 and 3 are`, stated?.at ?? 0);
    }
    const asked = askedIn(child(root, 'projectFileDependencyGroups'));
    const entries = packagesIn(members(child(root, 'libraries')), fault ? undefined : name => asked.has(name));
    for (const entry of entries)
        if (!(fault && 'gap' in entry))
            yield entry;
    if (fault)
        throw fault;
}
function project_assets_graph(text) {
    const { root } = parseJson(text);
    return graphOfTargets(root, askedIn(child(root, 'projectFileDependencyGroups')));
}
/** The names in texts such as `KubernetesClient >= 7.0.5`, in lower case. */
function askedIn(groups) {
    const texts = members(groups).flatMap(({ value }) => items(value));
    return new Set(texts.flatMap(text => (text.kind === 'text' ? [project_assets_NAME.exec(text.value)?.[0].toLowerCase() ?? ''] : [])));
}

;// CONCATENATED MODULE: ./lib/ecosystems/nuget/props.js
/**
 * `*.props` and `*.targets`: what projects import, `Directory.Build.props` by its place, others by name. Their properties
 * carry versions that projects refer to.
 * Specification: https://learn.microsoft.com/visualstudio/msbuild/customize-by-directory. Leaves out on purpose: which
 * project imports which file. Where no file above a project defines a property, the closest one that does is taken.
 */



const props_NAME = /\.(?:props|targets)$/i;
const props_KINDS = new Set(['packagereference', 'packagedownload', 'packageversion', 'globalpackagereference']);
const props = {
    name: '*.props',
    origin: 'manifest',
    specification: 'https://learn.microsoft.com/visualstudio/msbuild/customize-by-directory',
    claims: path => props_NAME.test((0,ecosystem/* baseName */.Fl)(path)),
    read: text => importedItems(text, props_KINDS),
    mayInclude: /<PropertyGroup/i,
    refersTo: propertyIn,
    definesFor: ['*.csproj', 'Directory.Packages.props', '*.props'],
    definesEverywhere: true,
    answers: ['*.csproj'],
    central: true,
    upgrade: importedUpgrade
};

;// CONCATENATED MODULE: ./lib/ecosystems/nuget/index.js
/** NuGet: projects ask for packages, often with the versions in one central file or in properties; a lockfile is rare. */










const nuget = {
    id: 'nuget',
    title: 'NuGet',
    formats: [
        csproj,
        directoryPackagesProps,
        props,
        packagesConfig,
        packagesLockJson,
        paketDependencies,
        paketLock,
        dotnetTools,
        projectAssets,
        depsJson
    ],
    versions: async () => (await __nccwpck_require__.e(/* import() */ 621).then(__nccwpck_require__.bind(__nccwpck_require__, 7621))).nugetVersions,
    // https://learn.microsoft.com/nuget/reference/nuspec#id: case-insensitive.
    canonicalName: name => name.toLowerCase(),
    needle: name => name
};

;// CONCATENATED MODULE: ./lib/ecosystems/pypi/requirement.js
/**
 * One requirement as pip and `pyproject.toml` write it: `name[extra]>=1,<2; marker`, `name @ url`, a URL or a path.
 * Specification: https://packaging.python.org/en/latest/specifications/dependency-specifiers/ (PEP 508) and, for URLs and
 * paths without a name, https://pip.pypa.io/en/stable/topics/vcs-support/. Leaves out on purpose: markers, for a
 * requirement that only some systems need is needed, and extras.
 */
// Each part is a run of characters that the next part does not begin with, so none of these can be slow.
const requirement_NAME = /\s*(?<name>[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*/y;
const EXTRAS = /\[[^\]]*\]\s*/y;
const DIRECT_REFERENCE = /@\s*(?<url>\S+)/y;
const PARENTHESES = /^\((?<inner>[^()]*)\)$/;
const pypi_requirement_EXACT = /^={2,3}\s*(?<version>[^\s<>=!~,*;()]+|\{\{[^{}]*\}\})$/;
const CLAUSE = /^(?:~=|={2,3}|!=|<=?|>=?)\s*[^\s<>=!~,;()]+$/;
const URL_LIKE = /^(?:(?:git|hg|svn|bzr)\+|[A-Za-z][A-Za-z0-9+.-]*:\/\/|file:)/;
const VERSION_CONTROL = /^(?:git|hg|svn|bzr)\+/;
const PATH_LIKE = /^(?:\.{1,2}(?:$|\[)|\.{0,2}[/\\]|~[/\\]|[A-Za-z]:[/\\]|[^\s@;=<>!~[(]*[/\\])/;
const PROJECT_ITSELF = /^[./\\]+(?:\[[^[\]]*\])?$/;
const requirement_ARCHIVE = /\.(?:whl|zip|tar\.gz|tgz|tar\.bz2|tar\.xz|egg)$/i;
const EGG = /[#&]egg=(?<name>[\w.-]+)/;
const VERSION_IN_EGG = /-\d[\w.]*$/;
const HOSTED = /^(?:[^/]*\/\/[^/]*\/|[^/:]*:)(?<owner>[^/]+)\/(?<project>[^/]+)/;
/** What GitHub, GitLab and others make of a commit; the file is named after the commit, not after the package. */
const SNAPSHOT = /\/(?:archive|zipball|tarball)\//;
const GIT_SUFFIX = /\.git$/;
const PATH_SEPARATOR = /[/\\]/;
const FOLDER_NAME = /^[A-Za-z0-9][\w.-]*$/;
const WHEEL_NAME_END = /-/;
const ARCHIVE_NAME_END = /-\d/;
const EXTRAS_AT_END = /\[[^[\]]*\]$/;
/** Longer than any requirement; what is longer is hostile. */
const requirement_LONGEST = 10_000;
/** Repositories that are not called like the package they hold. */
const PACKAGE_OF_REPOSITORY = new Map([['kubernetes-client/python', 'kubernetes']]);
/** Reads one requirement. Undefined when it is none, or when nothing tells which package it asks for. */
function readRequirement(text) {
    if (text.length > requirement_LONGEST)
        return undefined;
    const first = text.length - text.trimStart().length;
    const token = firstRun(text, first);
    if (isProjectItself(token))
        return undefined;
    if (URL_LIKE.test(token) || (requirement_ARCHIVE.test(token) && !token.includes('@')))
        return requirement_readSource(token, first);
    return requirement_named(text) ?? (PATH_LIKE.test(token) ? requirement_readSource(token, first) : undefined);
}
/** Reads a URL or path that stands where a package's name could stand; `offset` is added to the offsets. */
function requirement_readSource(address, offset) {
    const name = address.length > requirement_LONGEST ? undefined : nameInAddress(address);
    if (name === undefined)
        return undefined;
    const source = requirement_sourceOf(address);
    return { name, requirement: source.requirement, at: offset + source.at };
}
/** Whether the text is this project itself or a folder above it: `.`, `..`, perhaps with extras. Such a path has no name. */
function isProjectItself(text) {
    return PROJECT_ITSELF.test(text);
}
function requirement_named(text) {
    requirement_NAME.lastIndex = 0;
    const match = requirement_NAME.exec(text);
    const name = match?.groups?.['name'];
    if (!match || name === undefined)
        return undefined;
    const nameAt = match[0].length - match[0].trimStart().length;
    let position = match[0].length;
    EXTRAS.lastIndex = position;
    position += EXTRAS.exec(text)?.[0].length ?? 0;
    if (text[position] === '@') {
        DIRECT_REFERENCE.lastIndex = position;
        const url = DIRECT_REFERENCE.exec(text)?.groups?.['url'];
        if (url === undefined)
            return undefined;
        const source = requirement_sourceOf(url);
        return { name, requirement: source.requirement, at: DIRECT_REFERENCE.lastIndex - url.length + source.at };
    }
    const marker = text.indexOf(';', position);
    let specifiers = text.slice(position, marker < 0 ? text.length : marker);
    position += specifiers.length - specifiers.trimStart().length;
    specifiers = specifiers.trim();
    const inner = PARENTHESES.exec(specifiers)?.groups?.['inner'];
    if (inner !== undefined) {
        position += 1 + inner.length - inner.trimStart().length;
        specifiers = inner.trim();
    }
    if (specifiers === '')
        return { name, requirement: { kind: 'none' }, at: nameAt };
    const version = pypi_requirement_EXACT.exec(specifiers)?.groups?.['version'];
    if (version !== undefined) {
        const at = position + specifiers.length - version.length;
        return { name, requirement: { kind: 'version', text: version }, at };
    }
    const clauses = specifiers.split(',').map(clause => clause.trim());
    if (clauses.at(-1) === '')
        clauses.pop();
    if (clauses.length === 0 || !clauses.every(clause => CLAUSE.test(clause)))
        return undefined;
    return { name, requirement: { kind: 'range', text: specifiers }, at: position };
}
/** `git+https://host/owner/project.git@revision#egg=name`: the revision, or the address where there is none. */
function requirement_sourceOf(text) {
    const { address, revision } = parts(text);
    const url = address.replace(VERSION_CONTROL, '');
    if (revision !== '')
        return { requirement: { kind: 'source', text: revision, url, revision }, at: address.length + 1 };
    const isUrl = url !== address || URL_LIKE.test(address);
    return { requirement: { kind: 'source', text: address, ...(isUrl ? { url } : {}) }, at: 0 };
}
/** The address without fragment and revision; only addresses of version control have a revision after `@`. */
function parts(text) {
    const hash = text.indexOf('#');
    const address = hash < 0 ? text : text.slice(0, hash);
    const prefix = VERSION_CONTROL.exec(address)?.[0].length ?? 0;
    if (prefix === 0)
        return { address, revision: '' };
    const slashes = address.indexOf('://');
    const path = address.indexOf('/', slashes < 0 ? prefix : slashes + 3);
    const mark = address.lastIndexOf('@');
    if (path < 0 || mark < path)
        return { address, revision: '' };
    return { address: address.slice(0, mark), revision: address.slice(mark + 1) };
}
/** What a URL or path says of its package's name: `#egg=`, the name of the archive, the repository or the folder. */
function nameInAddress(text) {
    const egg = EGG.exec(text)?.groups?.['name'];
    if (egg !== undefined)
        return egg.replace(VERSION_IN_EGG, '');
    const address = parts(text).address.replace(EXTRAS_AT_END, '');
    const { owner, project } = HOSTED.exec(address)?.groups ?? {};
    const repository = project?.replace(GIT_SUFFIX, '');
    const known = PACKAGE_OF_REPOSITORY.get(`${owner}/${repository}`);
    if (known !== undefined)
        return known;
    const file = address.split(PATH_SEPARATOR).findLast(part => part !== '') ?? '';
    if (!requirement_ARCHIVE.test(file)) {
        const name = file.replace(GIT_SUFFIX, '');
        return FOLDER_NAME.test(name) ? name : undefined;
    }
    // Wheels write the name with `_`, so it ends at the first `-`; in other archives it ends where the version begins.
    const end = file.search(file.toLowerCase().endsWith('.whl') ? WHEEL_NAME_END : ARCHIVE_NAME_END);
    if (end > 0)
        return file.slice(0, end);
    return SNAPSHOT.test(address) ? repository : file.replace(requirement_ARCHIVE, '');
}
function firstRun(text, from) {
    const end = text.slice(from).search(/\s/);
    return end < 0 ? text.slice(from) : text.slice(from, from + end);
}

;// CONCATENATED MODULE: ./lib/ecosystems/pypi/conda-environment.js
/**
 * `environment*.yml`: what conda installs, and below `pip:` what pip installs after it.
 * Specification: https://docs.conda.io/projects/conda/en/stable/user-guide/tasks/manage-environments.html#creating-an-environment-file-manually
 * and, for the packages, https://docs.conda.io/projects/conda/en/stable/user-guide/concepts/pkg-specs.html. Leaves out on
 * purpose: builds and channels, and the packages `kubernetes` and `kubernetes-client` of conda, which are the programs of
 * Kubernetes: the Python client is called `python-kubernetes` there.
 */




const conda_environment_NAME = /^environment.*\.ya?ml$/i;
// `channel::name`; what follows is split apart below.
const conda_environment_PACKAGE = /^(?:[^\s:]+::)?(?<name>[A-Za-z0-9_][\w.-]*)(?<rest>(?:[\s=<>!~*].*)?)$/;
// `=1.2`, `==1.2`, `1.2`, each perhaps with a build behind it: `=1.2=py_0`, `1.2 py_0`.
const conda_environment_SIMPLE = /^(?<operator>={0,2})\s*(?<version>[\w.!+*-]+)(?:\s*[=\s]\s*[\w.*]+)?$/;
const conda_environment_RANGE = /^[<>!~=][\w.!+*<>=~,|\s-]*$/;
const conda_environment_PREFIX = 'python-';
const RENAMED = 'python-kubernetes';
/** Packages of conda that are not what PyPI has under the same name. */
const conda_environment_OTHERS = new Set(['kubernetes', 'kubernetes-client']);
const THREE_NUMBERS = /^\d+\.\d+\.\d+[^*]*$/;
const WILDCARD = /\*/;
/** In characters; longer than any package with its version. */
const conda_environment_LONGEST = 1_000;
const EDITABLE = /^(?:-e|--editable)[\s=]+/;
const INCLUDE = /^(?:-r|--requirement|-c|--constraint)[\s=]*(?<path>\S+)$/;
const condaEnvironment = {
    name: 'environment*.yml',
    origin: 'manifest',
    specification: 'https://docs.conda.io/projects/conda/en/stable/user-guide/tasks/manage-environments.html',
    claims: path => conda_environment_NAME.test((0,ecosystem/* baseName */.Fl)(path)),
    read: conda_environment_read,
    mayInclude: /^[ \t]*-[ \t]+["']?(?:-r|-c|--requirement|--constraint)/m,
    upgrade: (name, version) => [
        `# in this file, below pip: ${name}>=${version}${name === 'kubernetes' ? `; below dependencies: ${RENAMED}>=${version}` : ''}`,
        '# then: conda env update, with --file and this file'
    ]
};
async function* conda_environment_read(text) {
    const { parseYaml } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(32)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3032));
    const { root, fault } = parseYaml(text);
    for (const node of items(child(root, 'dependencies'))) {
        if (node.kind === 'text')
            yield* fromConda(node, text);
        else if (node.kind === 'map') {
            for (const { key, value } of members(node)) {
                if (key !== 'pip' || value.kind !== 'list') {
                    if (!fault)
                        yield gapFor(node, 'expected "pip" with a list of requirements');
                    continue;
                }
                for (const item of value.items) {
                    if (item.kind === 'text')
                        yield* fromPip(item, text);
                    else if (!fault)
                        yield gapFor(item, 'expected a requirement of pip');
                }
            }
        }
        else if (!fault)
            yield gapFor(node, 'expected a package of conda');
    }
    if (fault)
        throw fault;
}
function* fromConda({ value, at }, text) {
    const written = value.trim();
    const { name, rest = '' } = (written.length < conda_environment_LONGEST && conda_environment_PACKAGE.exec(written)?.groups) || {};
    const found = conda_environment_required(rest.trim());
    if (name === undefined || !found) {
        yield { gap: 'expected a package of conda such as "name>=1.0"', text: written, at };
        return;
    }
    if (conda_environment_OTHERS.has(name.toLowerCase()))
        return;
    const isRenamed = name.toLowerCase() === RENAMED;
    const end = at + value.indexOf(written) + written.length;
    const nameAt = end - rest.length - name.length + (isRenamed ? conda_environment_PREFIX.length : 0);
    const { requirement } = found;
    const requirementAt = end - rest.trimStart().length + found.skipped;
    yield entryAt(text, {
        name: isRenamed ? name.slice(conda_environment_PREFIX.length) : name,
        requirement,
        at: requirement.kind === 'none' ? nameAt : requirementAt,
        direct: true
    });
}
/** `=1.2` is every 1.2; `=1.2.3`, `==1.2` and `1.2` are one version. `skipped`: how far in the requirement begins. */
function conda_environment_required(written) {
    if (written === '' || written === '*')
        return { requirement: { kind: 'none' }, skipped: 0 };
    const { operator = '', version } = conda_environment_SIMPLE.exec(written)?.groups ?? {};
    if (version === undefined)
        return conda_environment_RANGE.test(written) ? { requirement: { kind: 'range', text: written }, skipped: 0 } : undefined;
    const versionAt = written.indexOf(version);
    if (operator === '=' ? THREE_NUMBERS.test(version) : !WILDCARD.test(version))
        return { requirement: { kind: 'version', text: version }, skipped: versionAt };
    return { requirement: { kind: 'range', text: written.slice(0, versionAt + version.length) }, skipped: 0 };
}
function* fromPip({ value, at }, text) {
    const written = value.trim();
    const start = at + value.indexOf(written);
    const path = INCLUDE.exec(written)?.groups?.['path'];
    const option = EDITABLE.exec(written)?.[0].length ?? 0;
    const address = written.slice(option);
    if (path !== undefined) {
        yield { include: path, as: 'requirements*.txt', at: start + written.length - path.length };
        return;
    }
    if (isProjectItself(address) || written.startsWith('--'))
        return;
    const found = option > 0 ? requirement_readSource(address, option) : readRequirement(written);
    if (found)
        yield entryAt(text, { name: found.name, requirement: found.requirement, at: start + found.at, direct: true });
    else
        yield { gap: 'expected a requirement such as "name>=1.0"', text: written, at: start };
}

;// CONCATENATED MODULE: ./lib/ecosystems/pypi/name.js
/**
 * The names of Python packages.
 * Specification: https://packaging.python.org/en/latest/specifications/name-normalization/ (PEP 503).
 */
const name_SEPARATORS = /[-_.]+/g;
/** The one spelling of a name: lower case, runs of `-`, `_` and `.` as one `-`. */
function canonicalName(name) {
    return name.replace(name_SEPARATORS, '-').toLowerCase();
}
/** The longest part between separators; it stands in every spelling of the name, in any letter case. */
function needle(canonicalName) {
    let longest = '';
    for (const part of canonicalName.split('-'))
        if (part.length > longest.length)
            longest = part;
    return longest;
}

;// CONCATENATED MODULE: ./lib/ecosystems/pypi/entry.js
/** Sources as the TOML and JSON files of Python name them. */

/** A source whose text is the first of these strings that is there: what a person would change to get another one. */
function entry_sourceAt(candidates, facts) {
    const node = candidates.find(candidate => candidate !== undefined && candidate.value !== '');
    return node && { requirement: (0,model/* sourceRequirement */.V$)(node.value, facts), at: node.at };
}

;// CONCATENATED MODULE: ./lib/ecosystems/pypi/pdm-lock.js
/**
 * `pdm.lock`: what PDM resolved for the `pyproject.toml` beside it.
 * Specification: none is published; the code that writes it is
 * https://github.com/pdm-project/pdm/blob/main/src/pdm/project/lockfile/pdmlock.py. Leaves out on purpose: what is direct,
 * which the file does not say, and the second element of a package that is asked for with extras.
 */








/** The name and the extras with which a requirement begins. */
const pdm_lock_NEED = /^\s*(?<name>[A-Za-z0-9][\w.-]*)\s*(?<extras>\[[^\]]*\])?/;
const pdm_lock_KNOWN_VERSION = /^[34](?:\.\d+){0,2}$/;
const pdmLock = {
    name: 'pdm.lock',
    origin: 'lockfile',
    specification: 'https://github.com/pdm-project/pdm/blob/main/src/pdm/project/lockfile/pdmlock.py',
    formatVersions: '3.x, 4.x',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'pdm.lock',
    read: pdm_lock_read,
    graph: pdm_lock_graph,
    answers: ['pyproject.toml', 'setup.py', 'setup.cfg'],
    upgrade: (name, version) => [
        `pdm add '${name}>=${version}'  # in a group add --group NAME, in a group for development --dev too`
    ]
};
function* pdm_lock_read(text) {
    const { root, fault } = parseToml(text);
    const version = child(root, 'metadata', 'lock_version');
    const written = version?.kind === 'text' ? version.value : undefined;
    if (version && !(written !== undefined && pdm_lock_KNOWN_VERSION.test(written))) {
        throw (0,syntax_fault/* unknownVersion */.V)('lock_version', written, '3.x and 4.x are', version.at);
    }
    const seen = new Set();
    for (const member of members(root)) {
        if (member.key !== 'package')
            continue;
        if (member.value.kind !== 'list')
            yield gapFor(member, 'expected a list of packages');
        for (const node of items(member.value)) {
            const found = pdm_lock_entry(node, text);
            // Where the file breaks off, its last package lacks something: the fault says so.
            if ('gap' in found && fault)
                continue;
            if ('name' in found && found.requirement.kind !== 'none') {
                const same = JSON.stringify([canonicalName(found.name), found.requirement]);
                if (seen.has(same) && child(node, 'extras'))
                    continue;
                seen.add(same);
            }
            yield found;
        }
    }
    if (fault)
        throw fault;
}
function pdm_lock_entry(node, text) {
    const name = textOf(node, 'name')?.value;
    if (name === undefined)
        return gapFor(node, 'expected a package with its name');
    const git = textOf(node, 'git');
    const url = textOf(node, 'url');
    const revision = git && (textOf(node, 'revision') ?? textOf(node, 'ref'));
    const source = entry_sourceAt([revision, git, textOf(node, 'path'), url], {
        url: git?.value ?? url?.value,
        revision: revision?.value
    });
    if (source)
        return entryAt(text, { name, ...source });
    const version = textOf(node, 'version');
    if (!version)
        return gapFor(node, 'expected a package with its version');
    return entryAt(text, { name, requirement: { kind: 'version', text: version.value }, at: version.at });
}
/**
 * Which package needs which; what the project itself asks for is not in the file. A package that is asked for with extras
 * stands twice, the second time with what the extras need.
 */
function pdm_lock_graph(text) {
    const { root } = parseToml(text);
    const nodes = members(root).flatMap(({ key, value }) => (key === 'package' ? items(value) : []));
    return graphOf(nodes.map(node => {
        const name = textOf(node, 'name')?.value ?? '';
        return {
            name,
            version: textOf(node, 'version')?.value ?? '',
            called: [pdm_lock_calledAs(name, child(node, 'extras') !== undefined)],
            needs: items(child(node, 'dependencies')).flatMap(need => (need.kind === 'text' ? pdm_lock_askedIn(need.value) : []))
        };
    }));
}
/** The texts with which a requirement asks for packages: its name, and the same with extras where it has some. */
function pdm_lock_askedIn(requirement) {
    const { name, extras } = pdm_lock_NEED.exec(requirement)?.groups ?? {};
    if (name === undefined)
        return [];
    return extras === undefined ? [pdm_lock_calledAs(name, false)] : [pdm_lock_calledAs(name, false), pdm_lock_calledAs(name, true)];
}
function pdm_lock_calledAs(name, withExtras) {
    return `${canonicalName(name)}${withExtras ? '[]' : ''}`;
}

;// CONCATENATED MODULE: ./lib/ecosystems/pypi/pipfile-package.js
/** One package as `Pipfile` and `Pipfile.lock` write it: a version, or a table with a version or a source. */



/** `11.0.0` and `==11.0.0` are one version each. */
const pipfile_package_EXACT = /^(?:={2,3}\s*(?<pinned>[^\s,*=]+)|(?<bare>v?\d[^\s,*]*))$/;
const pipfile_package_VERSION_CONTROL = ['git', 'hg', 'svn', 'bzr'];
/** The folder of the project, as `path` may spell it. */
const ITSELF = /^\.\/?$/;
/** The command for both files. */
function pipenvInstall(name, version) {
    return `pipenv install '${name}>=${version}'  # in dev-packages add --dev`;
}
/** The entry of one package; nothing for the project itself. */
function* packageEntry(member, text) {
    const { key, keyAt, value } = member;
    const version = value.kind === 'text' ? value : child(value, 'version');
    if ((value.kind !== 'map' && value.kind !== 'text') || (version && version.kind !== 'text')) {
        yield gapFor(member, 'expected a version, or a table with one');
        return;
    }
    const path = textOf(value, 'path');
    if (path && ITSELF.test(path.value))
        return;
    const repository = pipfile_package_VERSION_CONTROL.map(tool => textOf(value, tool)).find(node => node !== undefined);
    const revision = repository && textOf(value, 'ref');
    const file = textOf(value, 'file');
    const source = entry_sourceAt([revision, repository, path, file], {
        url: repository?.value ?? file?.value,
        revision: revision?.value
    });
    const found = source ?? (version && version.value.trim() !== '' ? pipfile_package_versionIn(version) : undefined);
    yield entryAt(text, { name: key, ...(found ?? { requirement: { kind: 'none' }, at: keyAt }) });
}
function pipfile_package_versionIn({ value, at }) {
    const written = value.trim();
    const start = at + value.indexOf(written);
    const { pinned, bare } = pipfile_package_EXACT.exec(written)?.groups ?? {};
    const version = pinned ?? bare;
    if (version === undefined)
        return { requirement: { kind: 'range', text: written }, at: start };
    return { requirement: { kind: 'version', text: version }, at: start + written.length - version.length };
}

;// CONCATENATED MODULE: ./lib/ecosystems/pypi/pipfile.js
/**
 * `Pipfile`: what a project that uses Pipenv asks for, per category of packages.
 * Specification: https://pipenv.pypa.io/en/latest/pipfile.html. Leaves out on purpose: the tables that ask for no package
 * (`source`, `requires`, `pipenv`, `scripts`), and the project itself (`path = "."`).
 */





/** Every other table is a category of packages. */
const NO_PACKAGES = new Set(['source', 'requires', 'pipenv', 'scripts']);
const pipfile = {
    name: 'Pipfile',
    origin: 'manifest',
    specification: 'https://pipenv.pypa.io/en/latest/pipfile.html',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'Pipfile',
    read: pipfile_read,
    upgrade: (name, version) => [pipenvInstall(name, version)]
};
function* pipfile_read(text) {
    const { root, fault } = parseToml(text);
    for (const category of members(root)) {
        if (NO_PACKAGES.has(category.key))
            continue;
        if (category.value.kind !== 'map')
            yield gapFor(category, 'expected a table of packages');
        for (const member of members(category.value)) {
            for (const entry of packageEntry(member, text))
                yield 'name' in entry ? { ...entry, direct: true } : entry;
        }
    }
    if (fault)
        throw fault;
}

;// CONCATENATED MODULE: ./lib/ecosystems/pypi/pipfile-lock.js
/**
 * `Pipfile.lock`: what Pipenv resolved for the `Pipfile` beside it, per category of packages.
 * Specification: https://pipenv.pypa.io/en/latest/pipfile.html and https://github.com/pypa/pipfile. Leaves out on
 * purpose: the project itself (`"path": "."`). What is direct, and which package needs which, the file does not say.
 */






/** `pipfile-spec` counts the rewrites of the format; since 2017 it is 6. */
const KNOWN_SPEC = /^[1-6]$/;
const pipfileLock = {
    name: 'Pipfile.lock',
    origin: 'lockfile',
    specification: 'https://pipenv.pypa.io/en/latest/pipfile.html',
    formatVersions: 'pipfile-spec 1–6',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'Pipfile.lock',
    read: pipfile_lock_read,
    why: () => 'pipenv graph --reverse',
    answers: ['Pipfile', 'setup.py', 'setup.cfg'],
    upgrade: (name, version, { direct }) => [
        direct === false ? `pipenv upgrade '${name}>=${version}'` : pipenvInstall(name, version)
    ]
};
function* pipfile_lock_read(text) {
    const { root, fault } = parseJson(text);
    const spec = child(root, '_meta', 'pipfile-spec');
    if (spec && !(spec.kind === 'scalar' && KNOWN_SPEC.test(spec.text))) {
        throw (0,syntax_fault/* unknownVersion */.V)('pipfile-spec', spec.kind === 'scalar' ? spec.text : undefined, '1 to 6 are', spec.at);
    }
    for (const category of members(root)) {
        // Beside "default" and "develop" a project may have categories of its own.
        if (category.key === '_meta')
            continue;
        if (category.value.kind !== 'map')
            yield gapFor(category, 'expected an object of packages');
        for (const member of members(category.value)) {
            for (const found of packageEntry(member, text)) {
                // Where the file breaks off, its last package lacks something: the fault says so.
                if (!(fault && ('gap' in found || ('name' in found && found.requirement.kind === 'none'))))
                    yield found;
            }
        }
    }
    if (fault)
        throw fault;
}

;// CONCATENATED MODULE: ./lib/ecosystems/pypi/poetry-lock.js
/**
 * `poetry.lock`: what Poetry resolved for the `pyproject.toml` beside it.
 * Specification: none is published; https://python-poetry.org/docs/basic-usage/#installing-with-poetrylock, and the code
 * that writes it, https://github.com/python-poetry/poetry/blob/main/src/poetry/packages/locker.py. Leaves out on purpose:
 * the project itself and what is direct, neither of which the file says.
 */







/** A lock version has a minor part for additions that older readers may ignore. Before 1.0 the file had none. */
const poetry_lock_KNOWN_VERSION = /^[12]\.\d+$/;
/** Sources that are package registries. */
const poetry_lock_REGISTRIES = new Set(['legacy', 'pypi']);
const poetryLock = {
    name: 'poetry.lock',
    origin: 'lockfile',
    specification: 'https://github.com/python-poetry/poetry/blob/main/src/poetry/packages/locker.py',
    formatVersions: '1.x, 2.x',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'poetry.lock',
    read: poetry_lock_read,
    graph: poetry_lock_graph,
    answers: ['pyproject.toml'],
    upgrade: (name, version, { direct }) => [
        direct === false ? `poetry update ${name}` : `poetry add '${name}>=${version}'  # in a group add --group NAME`
    ]
};
function* poetry_lock_read(text) {
    const { root, fault } = parseToml(text);
    const version = child(root, 'metadata', 'lock-version');
    const written = version?.kind === 'text' ? version.value : undefined;
    if (version && !(written !== undefined && poetry_lock_KNOWN_VERSION.test(written))) {
        throw (0,syntax_fault/* unknownVersion */.V)('lock-version', written, '1.x and 2.x are', version.at);
    }
    for (const member of members(root)) {
        if (member.key !== 'package')
            continue;
        if (member.value.kind !== 'list')
            yield gapFor(member, 'expected a list of packages');
        for (const node of items(member.value)) {
            const found = poetry_lock_entry(node, text);
            // Where the file breaks off, its last package lacks something: the fault says so.
            if (!('gap' in found && fault))
                yield found;
        }
    }
    if (fault)
        throw fault;
}
function poetry_lock_entry(node, text) {
    const name = textOf(node, 'name')?.value;
    if (name === undefined)
        return gapFor(node, 'expected a package with its name');
    const source = child(node, 'source');
    const type = textOf(source, 'type')?.value;
    if (type !== undefined && !poetry_lock_REGISTRIES.has(type)) {
        const url = textOf(source, 'url');
        const revision = textOf(source, 'resolved_reference') ?? textOf(source, 'reference');
        const found = entry_sourceAt([revision, url], { url: url?.value, revision: revision?.value });
        return found ? entryAt(text, { name, ...found }) : gapFor(node, 'expected an address of the source');
    }
    const version = textOf(node, 'version');
    if (!version)
        return gapFor(node, 'expected a package with its version');
    return entryAt(text, { name, requirement: { kind: 'version', text: version.value }, at: version.at });
}
/**
 * Which package needs which. The file does not say which extras are in use: what a package needs only for one counts
 * where no other package needs it outright.
 */
function poetry_lock_graph(text) {
    const { root } = parseToml(text);
    const nodes = members(root).flatMap(({ key, value }) => (key === 'package' ? items(value) : []));
    const byName = new Map();
    const needed = new Set();
    for (const [key, node] of nodes.entries()) {
        const name = canonicalName(textOf(node, 'name')?.value ?? '');
        const keys = byName.get(name);
        if (keys)
            keys.push(key);
        else
            byName.set(name, [key]);
        for (const need of members(child(node, 'dependencies'))) {
            if (!isOptional(need.value))
                needed.add(canonicalName(need.key));
        }
    }
    return {
        packages: new Map(nodes.map((node, key) => [
            key,
            { name: textOf(node, 'name')?.value ?? '', version: textOf(node, 'version')?.value ?? '' }
        ])),
        *needsOf(key) {
            for (const need of members(child(nodes[Number(key)], 'dependencies'))) {
                const name = canonicalName(need.key);
                if (!isOptional(need.value) || !needed.has(name))
                    yield* byName.get(name) ?? [];
            }
        }
    };
}
/** Whether a package needs something only for an extra; one that several environments ask for differently is a list. */
function isOptional(need) {
    if (need.kind === 'list')
        return need.items.length > 0 && need.items.every(isOptional);
    const optional = child(need, 'optional');
    return optional?.kind === 'scalar' && optional.text === 'true';
}

;// CONCATENATED MODULE: ./lib/ecosystems/pypi/pylock.js
/**
 * `pylock.toml` and `pylock.NAME.toml`: a lockfile that every installer of Python packages may write and read.
 * Specification: https://packaging.python.org/en/latest/specifications/pylock-toml/ (PEP 751). Leaves out on purpose: the
 * project itself (a directory `.`), and what is direct, which the file need not say.
 */









const pylock_NAME = /^pylock(?:\.[^.]+)?\.toml$/;
/** Minor versions only add what older readers may ignore. */
const pylock_KNOWN_VERSION = /^1\.\d+$/;
const pylock_ITSELF = /^\.\/?$/;
const pylock = {
    name: 'pylock*.toml',
    origin: 'lockfile',
    specification: 'https://packaging.python.org/en/latest/specifications/pylock-toml/',
    formatVersions: '1.x',
    claims: path => pylock_NAME.test((0,ecosystem/* baseName */.Fl)(path)),
    read: pylock_read,
    graph: pylock_graph,
    why: name => `uv tree --invert --package ${name}`,
    answers: ['pyproject.toml', 'Pipfile', 'setup.py', 'setup.cfg'],
    upgrade: (name, version) => [
        `# ask for ${name}>=${version}, then lock again with the tool that wrote this file, such as:`,
        'uv export --format pylock.toml --output-file pylock.toml'
    ]
};
function* pylock_read(text) {
    const { root, fault } = parseToml(text);
    const version = child(root, 'lock-version');
    const written = version?.kind === 'text' ? version.value : undefined;
    if (version && !(written !== undefined && pylock_KNOWN_VERSION.test(written))) {
        throw (0,syntax_fault/* unknownVersion */.V)('lock-version', written, '1.x is', version.at);
    }
    for (const member of members(root)) {
        if (member.key !== 'packages')
            continue;
        if (member.value.kind !== 'list')
            yield gapFor(member, 'expected a list of packages');
        for (const node of items(member.value)) {
            const folder = textOf(node, 'directory', 'path');
            if (folder && pylock_ITSELF.test(folder.value))
                continue;
            const found = pylock_entry(node, text);
            // Where the file breaks off, its last package lacks something: the fault says so.
            if (!fault || !('gap' in found || ('name' in found && found.requirement.kind === 'none')))
                yield found;
        }
    }
    if (fault)
        throw fault;
}
function pylock_entry(node, text) {
    const name = textOf(node, 'name');
    if (!name)
        return gapFor(node, 'expected a package with its name');
    const repository = child(node, 'vcs');
    const archive = child(node, 'archive');
    const revision = textOf(repository, 'commit-id') ?? textOf(repository, 'requested-revision');
    const url = textOf(repository, 'url') ?? textOf(archive, 'url');
    const path = textOf(repository, 'path') ?? textOf(node, 'directory', 'path') ?? textOf(archive, 'path');
    const source = entry_sourceAt([revision, url, path], { url: url?.value, revision: revision?.value });
    if (source)
        return entryAt(text, { name: name.value, ...source });
    const version = textOf(node, 'version');
    // The specification lets the version out where an installer could not know it before it builds the package.
    const found = version
        ? { requirement: { kind: 'version', text: version.value }, at: version.at }
        : { requirement: { kind: 'none' }, at: name.at };
    return entryAt(text, { name: name.value, ...found });
}
/**
 * Which package needs which, where the tool that wrote the file says it: it need not, and uv does not. A need names no more
 * than it takes to tell one package from the others, in the same fields as the package itself. PDM writes requirements into
 * a table of its own.
 */
function pylock_graph(text) {
    const nodes = items(child(parseToml(text).root, 'packages'));
    return graphOf(nodes.map(node => {
        const name = textOf(node, 'name')?.value ?? '';
        const version = textOf(node, 'version')?.value ?? '';
        return {
            name,
            version,
            called: [canonicalName(name), pylock_calledAs(name, version)],
            needs: [
                ...items(child(node, 'dependencies')).map(need => pylock_calledAs(textOf(need, 'name')?.value ?? '', textOf(need, 'version')?.value)),
                ...items(child(node, 'tool', 'pdm', 'dependencies')).flatMap(need => need.kind === 'text' ? pdm_lock_askedIn(need.value) : [])
            ]
        };
    }));
}
function pylock_calledAs(name, version) {
    return version === undefined ? canonicalName(name) : `${canonicalName(name)} ${version}`;
}

;// CONCATENATED MODULE: ./lib/ecosystems/pypi/pyproject.js
/**
 * `pyproject.toml`: what a Python project asks for, in the standard tables and in those of Poetry, uv, PDM and Hatch.
 * Specification: https://packaging.python.org/en/latest/specifications/pyproject-toml/ (PEP 621, with the strings of
 * PEP 508), https://packaging.python.org/en/latest/specifications/dependency-groups/ (PEP 735),
 * https://python-poetry.org/docs/pyproject/, https://docs.astral.sh/uv/reference/settings/. Leaves out on purpose: the
 * tables of other tools, and the overrides of Hatch's environments.
 */







/** Lists of PEP 508 strings, and whether somebody asks for what they name (the others only say which version). */
const pyproject_LISTS = [
    { path: ['build-system', 'requires'], direct: true },
    { path: ['project', 'dependencies'], direct: true },
    { path: ['project', 'optional-dependencies', '*'], direct: true },
    { path: ['dependency-groups', '*'], direct: true },
    { path: ['tool', 'uv', 'dev-dependencies'], direct: true },
    { path: ['tool', 'uv', 'constraint-dependencies'], direct: false },
    { path: ['tool', 'uv', 'override-dependencies'], direct: false },
    { path: ['tool', 'uv', 'build-constraint-dependencies'], direct: false },
    { path: ['tool', 'pdm', 'dev-dependencies', '*'], direct: true },
    { path: ['tool', 'hatch', 'envs', '*', 'dependencies'], direct: true },
    { path: ['tool', 'hatch', 'envs', '*', 'extra-dependencies'], direct: true },
    { path: ['tool', 'hatch', 'build', 'hooks', '*', 'dependencies'], direct: true }
];
/** Where the files stand of which the lists are made: setuptools' own way, and a plug-in's for Hatch. */
const FILES = [
    ['tool', 'setuptools', 'dynamic', 'dependencies', 'file'],
    ['tool', 'setuptools', 'dynamic', 'optional-dependencies', '*', 'file'],
    ['tool', 'hatch', 'metadata', 'hooks', 'requirements_txt', 'files']
];
/** Tables with a package in each key, in Poetry's own form. */
const TABLES = [
    ['tool', 'poetry', 'dependencies'],
    ['tool', 'poetry', 'dev-dependencies'],
    ['tool', 'poetry', 'group', '*', 'dependencies'],
    ['tool', 'poetry', 'requires-plugins']
];
const pyproject_EDITABLE = /^(?:-e|--editable)\s+/;
// `12.0.1`, `==12.0.1` and `=12.0.1` are one version each to Poetry.
const POETRY_EXACT = /^(?:={1,3}\s*)?(?<version>v?\d[^\s,|*]*)$/;
const pyproject = {
    name: 'pyproject.toml',
    origin: 'manifest',
    specification: 'https://packaging.python.org/en/latest/specifications/pyproject-toml/',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'pyproject.toml',
    read: pyproject_read,
    // Such a file names packages elsewhere; the others are read only if they name a client.
    mayInclude: /^[ \t]*\[tool\.(?:setuptools\.dynamic|hatch\.metadata\.hooks\.requirements_txt)\b/m,
    upgrade: (name, version, { requirement }) => [
        `# in pyproject.toml: ${name} ${requirement?.kind === 'version' ? '==' : '>='}${version}`,
        '# then lock again: uv lock, poetry lock, pdm lock, whichever the project uses'
    ]
};
function* pyproject_read(text) {
    const { root, fault } = parseToml(text);
    const own = new Set([textOf(root, 'project', 'name'), textOf(root, 'tool', 'poetry', 'name')].flatMap(name => name ? [canonicalName(name.value)] : []));
    const sources = uvSources(root);
    /**
     * What the lists name. A source of uv is told once, however often its package is required; a Poetry table without a
     * version only adds to a requirement of a list.
     */
    const named = new Set();
    for (const { path, direct } of pyproject_LISTS) {
        for (const list of find(root, path)) {
            if (list.value.kind !== 'list')
                yield gapFor(list, 'expected a list of requirements');
            for (const item of items(list.value))
                yield* fromString(item, direct);
        }
    }
    for (const path of FILES) {
        for (const { value } of find(root, path)) {
            for (const file of value.kind === 'list' ? value.items : [value]) {
                if (file.kind === 'text')
                    yield { include: file.value, as: 'requirements*.txt', at: file.at };
            }
        }
    }
    for (const path of TABLES) {
        for (const table of find(root, path)) {
            if (table.value.kind !== 'map')
                yield gapFor(table, 'expected a table of packages');
            for (const member of members(table.value))
                yield* fromPoetry(member);
        }
    }
    if (fault)
        throw fault;
    function* fromString(node, direct) {
        if (node.kind === 'map' && child(node, 'include-group'))
            return;
        if (node.kind !== 'text') {
            yield gapFor(node, 'expected a requirement in quotes');
            return;
        }
        const option = pyproject_EDITABLE.exec(node.value)?.[0].length ?? 0;
        const found = option > 0 ? requirement_readSource(node.value.slice(option), option) : readRequirement(node.value);
        if (!found) {
            yield gapFor(node, 'expected a requirement such as "name>=1.0"');
            return;
        }
        const name = canonicalName(found.name);
        if (own.has(name))
            return;
        const instead = sources.get(name);
        for (const source of named.has(name) ? [] : (instead?.entries ?? [])) {
            yield entryAt(text, { name: found.name, ...source, direct: true, usedAt: node.at + found.at });
        }
        named.add(name);
        if (instead?.always)
            return;
        const entry = { name: found.name, requirement: found.requirement, at: node.at + found.at };
        yield entryAt(text, direct ? { ...entry, direct } : entry);
    }
    function* fromPoetry({ key, keyAt, value }) {
        const name = canonicalName(key);
        if (name === 'python' || own.has(name))
            return;
        for (const node of value.kind === 'list' ? value.items : [value]) {
            const version = node.kind === 'text' ? node : child(node, 'version');
            if (node.kind === 'scalar' || node.kind === 'list' || (version && version.kind !== 'text')) {
                yield gapFor({ key, keyAt, value }, 'expected a version or a table');
                continue;
            }
            const found = sourceIn(node) ?? poetryVersion(version);
            if (found)
                yield entryAt(text, { name: key, ...found, direct: true });
            else if (!named.has(name))
                yield entryAt(text, { name: key, requirement: { kind: 'none' }, at: keyAt, direct: true });
        }
    }
}
function poetryVersion(node) {
    const written = node?.value.trim() ?? '';
    if (!node || written === '')
        return undefined;
    const at = node.at + node.value.indexOf(written);
    const version = POETRY_EXACT.exec(written)?.groups?.['version'];
    if (version === undefined)
        return { requirement: { kind: 'range', text: written }, at };
    return { requirement: { kind: 'version', text: version }, at: at + written.length - version.length };
}
/** `{ git = … }`, `{ path = … }`, `{ url = … }`, `{ file = … }`: Poetry and uv write them alike. */
function sourceIn(table) {
    const git = textOf(table, 'git');
    if (git) {
        const revision = textOf(table, 'rev') ?? textOf(table, 'tag');
        const branch = textOf(table, 'branch');
        return entry_sourceAt([revision, branch, git], { url: git.value, revision: revision?.value, branch: branch?.value });
    }
    const url = textOf(table, 'url');
    return entry_sourceAt([textOf(table, 'path'), textOf(table, 'file'), url], { url: url?.value });
}
/** `[tool.uv.sources]` says for a package that is required elsewhere that it comes from git, a folder or a URL. */
function uvSources(root) {
    const sources = new Map();
    for (const { key, value } of find(root, ['tool', 'uv', 'sources', '*'])) {
        const tables = value.kind === 'list' ? value.items : [value];
        const entries = tables.flatMap(table => sourceIn(table) ?? workspaceIn(table) ?? []);
        if (entries.length > 0)
            sources.set(canonicalName(key), { entries, always: entries.length === tables.length });
    }
    return sources;
}
function workspaceIn(table) {
    const member = members(table).find(({ key }) => key === 'workspace');
    return member && { requirement: { kind: 'source', text: member.key }, at: member.keyAt };
}
/** Every member at a path; of keys that come twice, each. */
function* find(node, [key, ...rest]) {
    for (const member of members(node)) {
        if (key !== '*' && member.key !== key)
            continue;
        if (rest.length === 0)
            yield member;
        else
            yield* find(member.value, rest);
    }
}

;// CONCATENATED MODULE: ./lib/ecosystems/pypi/requirements.js
/**
 * `requirements*.txt` and `constraints*.txt`: what pip is told to install, by hand or by pip-compile.
 * Specification: https://pip.pypa.io/en/stable/reference/requirements-file-format/. Leaves out on purpose: options that
 * name no package (indexes, hashes, trust), and the replacing of `${NAME}`, whose values stand in the environment.
 */





const COMMENT_LINE = /^\s*#/;
const requirements_COMMENT = /(?:^|\s)#/;
const CONTINUATION = /\\\r?\n/g;
// `--name=value`, `--name value`, `-nvalue`, `-n value`, the value perhaps in quotes.
const requirements_OPTION = /^\s*(?<name>--[A-Za-z][\w-]*|-[A-Za-z])(?:\s*=\s*|\s*)(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<plain>\S*))/d;
const OPTIONS_AFTER = /\s-/;
/** What pip-compile and `uv pip compile` write below a requirement: which packages or files ask for it. */
const VIA = /^\s*#\s*via\b/;
const VIA_LABEL = /^\s*#\s*(?:via\b)?/;
/** How the header of a file begins that `uv export` wrote. */
const UV_EXPORT = /^#[ \t]+uv export\b/m;
const VIA_FILE = /-r\s|\((?:pyproject\.toml|setup\.(?:py|cfg))/;
const INCLUDES = new Set(['-r', '--requirement', '-c', '--constraint']);
const EDITABLES = new Set(['-e', '--editable']);
/** Options that name neither a package nor a file of requirements. */
const IGNORED = new Set([
    '-i',
    '--index-url',
    '--pypi-url',
    '--extra-index-url',
    '--no-index',
    '-f',
    '--find-links',
    '--no-binary',
    '--only-binary',
    '--prefer-binary',
    '--require-hashes',
    '--pre',
    '--all-releases',
    '--only-final',
    '--trusted-host',
    '--use-feature',
    '--hash',
    '--global-option',
    '--install-option',
    '--config-settings',
    '--config-setting',
    '-C',
    '--build-constraint',
    '--no-build-isolation',
    '--no-deps',
    '--process-dependency-links',
    '--allow-all-external',
    '--allow-external',
    '--allow-unverified',
    '--use-wheel',
    '--no-use-wheel',
    '--uploaded-prior-to',
    '-Z',
    '--always-unzip'
]);
const requirements = {
    name: 'requirements*.txt',
    origin: 'manifest',
    specification: 'https://pip.pypa.io/en/stable/reference/requirements-file-format/',
    mayInclude: /^[ \t]*(?:-r|-c|--requirement|--constraint)/m,
    claims: path => isNamedAsRequirements(path, '.txt'),
    read: requirements_read,
    graph: requirements_graph,
    // What pip-compile makes of a `.in` file pins every package that the `.in` file asks for.
    answers: ['requirements*.in'],
    central: true,
    upgrade: (name, version, { direct, requirement }) => {
        if (direct === false)
            return [`pip-compile --upgrade-package '${name}>=${version}'`];
        if (direct === true) {
            return [
                `# in the file that pip-compile reads: ${name}>=${version}`,
                `pip-compile --upgrade-package '${name}>=${version}'`
            ];
        }
        const operator = requirement?.kind === 'version' ? '==' : '>=';
        return [`# in this file: ${name}${operator}${version}`, `pip install '${name}${operator}${version}'`];
    }
};
/** Whether a file is called, or lies in a folder that is called, as files of requirements are. */
function isNamedAsRequirements(path, extension) {
    const file = (0,ecosystem/* baseName */.Fl)(path).toLowerCase();
    if (!file.endsWith(extension))
        return false;
    return (file.includes('requirements') ||
        file.startsWith('constraints') ||
        (0,ecosystem/* baseName */.Fl)((0,ecosystem/* folderName */.ub)(path)).toLowerCase() === 'requirements');
}
function* requirements_read(text) {
    const outside = UV_EXPORT.test(text) ? outsiders(text) : new Set();
    for (const found of commented(text)) {
        if (!('sources' in found))
            yield found;
        else if (found.sources.length === 0)
            yield found.entry;
        else
            yield { ...found.entry, direct: found.sources.some(source => VIA_FILE.test(source) || outside.has(source)) };
    }
}
/** `uv export` names the project itself as what asks for a package: a name that is no package of the file. */
function outsiders(text) {
    const all = Array.from(commented(text)).filter(found => 'sources' in found);
    const inside = new Set(all.map(({ entry }) => canonicalName(entry.name)));
    return new Set(all.flatMap(({ sources }) => sources.filter(source => !inside.has(requirements_nameOf(source)))));
}
/** What asks for a package stands in the comment beside it and in the indented ones right below it. */
function* commented(text) {
    let pending;
    let comments = [];
    for (const line of logicalLines(text)) {
        if (pending && line.comment !== '' && line.text !== '' && line.text.trim() === '') {
            comments.push(line.comment);
            continue;
        }
        if (pending)
            yield { entry: pending, sources: sourcesIn(comments) };
        pending = undefined;
        for (const entry of requirements_entriesOf(line, text)) {
            if ('name' in entry) {
                pending = entry;
                comments = [line.comment];
            }
            else
                yield entry;
        }
    }
    if (pending)
        yield { entry: pending, sources: sourcesIn(comments) };
}
/**
 * Which package needs which, from the same comments. Somebody asked for what has none, for what a file asks for, and for
 * what no package of this file asks for.
 */
function requirements_graph(text) {
    const all = Array.from(commented(text)).filter(found => 'sources' in found);
    const needs = new Map(all.map(({ entry }) => [canonicalName(entry.name), []]));
    const roots = [];
    const packages = all.map(({ entry: { name, requirement }, sources }) => {
        const own = canonicalName(name);
        for (const source of sources)
            needs.get(requirements_nameOf(source))?.push(own);
        if (sources.some(source => VIA_FILE.test(source)) || !sources.some(source => needs.has(requirements_nameOf(source))))
            roots.push(own);
        return {
            name,
            version: requirement.kind === 'version' ? requirement.text : '',
            called: [own],
            needs: needs.get(own) ?? []
        };
    });
    return graphOf(packages, roots);
}
function* requirements_entriesOf(line, file) {
    if (line.text.trim() === '')
        return;
    const option = optionOf(line);
    if (option && INCLUDES.has(option.name)) {
        if (option.value === '')
            yield { gap: `expected a file after ${option.name}`, text: line.text, at: option.nameAt };
        else
            yield { include: option.value, at: option.valueAt };
        return;
    }
    if (option && EDITABLES.has(option.name)) {
        if (isProjectItself(option.value))
            return;
        const source = option.value === '' ? undefined : requirement_readSource(option.value, option.valueAt);
        if (source)
            yield { name: source.name, requirement: source.requirement, at: source.at };
        else
            yield { gap: 'nothing tells the name of this package', text: line.text, at: option.nameAt };
        return;
    }
    if (option) {
        if (!IGNORED.has(option.name))
            yield { gap: 'no option of requirements files', text: line.text, at: option.nameAt };
        return;
    }
    const end = line.text.search(OPTIONS_AFTER);
    const text = end < 0 ? line.text : line.text.slice(0, end);
    const found = readRequirement(text);
    if (found) {
        const at = line.at + found.at;
        yield { name: found.name, requirement: asInFile(found.requirement, file, at), at };
    }
    else if (!isProjectItself(text.trim())) {
        yield {
            gap: 'expected a requirement such as "name>=1.0"',
            // As in the file: a name may go on in the next line.
            text: file.slice(line.at, line.at + line.text.length),
            at: line.at + text.length - text.trimStart().length
        };
    }
}
/** A range that goes on in the next line keeps its backslash, so that it is found in the file. */
function asInFile(requirement, file, at) {
    if (requirement.kind !== 'range')
        return requirement;
    return { kind: 'range', text: file.slice(at, at + requirement.text.length) };
}
function optionOf(line) {
    const match = requirements_OPTION.exec(line.text);
    const { name, double, single, plain = '' } = match?.groups ?? {};
    if (!match || name === undefined)
        return undefined;
    const { name: nameAt, ...valueAt } = match.indices?.groups ?? {};
    return {
        name,
        nameAt: line.at + (nameAt?.[0] ?? 0),
        value: double ?? single ?? plain,
        valueAt: line.at + ((valueAt['double'] ?? valueAt['single'] ?? valueAt['plain'])?.[0] ?? 0)
    };
}
/** pip-compile says who asks for a package: a file means that somebody does, a package means that it brings this one. */
function sourcesIn(comments) {
    const first = comments.findIndex(comment => VIA.test(comment));
    if (first < 0)
        return [];
    return comments
        .slice(first)
        .flatMap(comment => comment.replace(VIA_LABEL, '').split(','))
        .map(source => source.trim())
        .filter(source => source !== '' && !source.startsWith('-c '));
}
/** A package that asks for another one; pip-compile may write its extras behind its name. */
function requirements_nameOf(source) {
    const extras = source.indexOf('[');
    return canonicalName(extras < 0 ? source : source.slice(0, extras));
}
/** Joins lines as pip does: a backslash at the end goes on in the next line, except in a line that is all comment. */
function* logicalLines(text) {
    let start;
    for (const line of lines(text)) {
        start ??= line.at;
        if (line.text.endsWith('\\') && !COMMENT_LINE.test(line.text))
            continue;
        yield logicalLine(text, start, line.at + line.text.length);
        start = undefined;
    }
    if (start !== undefined)
        yield logicalLine(text, start, text.length);
}
function logicalLine(file, start, stop) {
    const joined = file
        .slice(start, stop)
        .replace(CONTINUATION, end => ' '.repeat(end.length))
        .replace(/\\$/, ' ');
    const comment = joined.search(requirements_COMMENT);
    if (comment < 0)
        return { text: joined, at: start, comment: '' };
    return { text: joined.slice(0, comment), at: start, comment: joined.slice(comment) };
}

;// CONCATENATED MODULE: ./lib/ecosystems/pypi/requirements-in.js
/**
 * `requirements*.in`: what somebody asks for, of which pip-compile or `uv pip compile` makes a `requirements*.txt`.
 * Specification: https://pip-tools.readthedocs.io/en/stable/; the form is pip's own.
 */

const { origin, mayInclude, read: requirements_in_read } = requirements;
const requirementsIn = {
    name: 'requirements*.in',
    origin,
    specification: 'https://pip-tools.readthedocs.io/en/stable/',
    ...(mayInclude ? { mayInclude } : {}),
    claims: path => isNamedAsRequirements(path, '.in'),
    read: requirements_in_read,
    upgrade: (name, version, { requirement }) => [
        `# in this file: ${name}${requirement?.kind === 'version' ? '==' : '>='}${version}`,
        '# then compile it again: pip-compile or uv pip compile, whichever the project uses'
    ]
};

;// CONCATENATED MODULE: ./lib/ecosystems/pypi/setup-upgrade.js
/** The edit that brings a package to a version in a project that is built with setuptools. */
/** Nothing edits `setup.py` and `setup.cfg` but people. */
function setupUpgrade(name, version, { requirement }) {
    const operator = requirement?.kind === 'version' ? '==' : '>=';
    return [`# in this file: ${name}${operator}${version}`, 'pip install -e .'];
}

;// CONCATENATED MODULE: ./lib/ecosystems/pypi/setup-cfg.js
/**
 * `setup.cfg`: what a project that is built with setuptools asks for, without running code.
 * Specification: https://setuptools.pypa.io/en/latest/userguide/declarative_config.html. Leaves out on purpose: the
 * sections of other tools, and interpolation (`%(name)s`), which setuptools switches off.
 */





const setup_cfg_SECTION = /^\[(?<name>[^\]]*)\]/;
const SETTING = /^(?<key>[^\s=:][^=:]*)[=:](?<value>.*)$/;
const setup_cfg_COMMENT = /^\s*[#;]/;
const INDENTED = /^\s/;
const setup_cfg_LISTS = new Set(['install_requires', 'setup_requires', 'tests_require']);
const setup_cfg_FILES = /^\s*file:\s*/;
const setupCfg = {
    name: 'setup.cfg',
    origin: 'manifest',
    specification: 'https://setuptools.pypa.io/en/latest/userguide/declarative_config.html',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'setup.cfg',
    read: setup_cfg_read,
    // A description, version or licence that stands in a file asks for nothing.
    mayInclude: /^(?!long_description|version|license)[\w-]+[ \t]*[=:]\s*file:/m,
    upgrade: setupUpgrade
};
function* setup_cfg_read(text) {
    const settings = [...settingsIn(text)];
    const own = settings.find(({ section, key }) => section === 'metadata' && key === 'name')?.value[0]?.text.trim();
    for (const { section, key, value } of settings) {
        const isList = (section === 'options' && setup_cfg_LISTS.has(key.replaceAll('-', '_'))) || section === 'options.extras_require';
        if (!isList)
            continue;
        const [first] = value;
        if (first && setup_cfg_FILES.test(first.text))
            yield* files(value);
        else
            for (const line of value.length > 1 ? value : value.flatMap(split))
                yield* requirement(line);
    }
    function* requirement(line) {
        if (line.text.trim() === '' || isProjectItself(line.text.trim()))
            return;
        const found = readRequirement(line.text);
        if (!found)
            yield { gap: 'expected a requirement such as "name>=1.0"', text: line.text, at: line.at };
        else if (own === undefined || canonicalName(found.name) !== canonicalName(own))
            yield { name: found.name, requirement: found.requirement, at: line.at + found.at, direct: true };
    }
}
/** `file: a.txt, b.txt`: files of requirements. */
function* files(value) {
    for (const { text, at } of value) {
        const start = setup_cfg_FILES.exec(text)?.[0].length ?? 0;
        for (const piece of pieces(text.slice(start), ',')) {
            const path = piece.text.trim();
            if (path !== '')
                yield { include: path, as: 'requirements*.txt', at: at + start + piece.at + piece.text.indexOf(path) };
        }
    }
}
/** On one line requirements stand with semicolons between them, and then none of them can have a marker. */
function split(line) {
    return pieces(line.text, ';').map(({ text, at }) => ({ text, at: line.at + at }));
}
function pieces(text, separator) {
    let at = 0;
    return text.split(separator).map(piece => {
        const found = { text: piece, at };
        at += piece.length + 1;
        return found;
    });
}
/** As Python's configparser reads them: a setting goes on in the indented lines below it. */
function* settingsIn(text) {
    let section = '';
    let setting;
    for (const line of lines(text)) {
        if (line.text.trim() === '' || setup_cfg_COMMENT.test(line.text))
            continue;
        if (setting && INDENTED.test(line.text)) {
            setting.value.push(line);
            continue;
        }
        if (setting)
            yield setting;
        setting = undefined;
        const name = setup_cfg_SECTION.exec(line.text)?.groups?.['name'];
        if (name !== undefined) {
            section = name.trim();
            continue;
        }
        const { key, value } = SETTING.exec(line.text)?.groups ?? {};
        if (key === undefined || value === undefined)
            continue;
        const at = line.at + line.text.length - value.length;
        setting = { section, key: key.trim().toLowerCase(), value: [{ text: value, at }] };
    }
    if (setting)
        yield setting;
}

;// CONCATENATED MODULE: ./lib/ecosystems/pypi/python.js
/**
 * The tokens of a Python text, as far as finding lists of strings in it needs them.
 * Specification: https://docs.python.org/3/reference/lexical_analysis.html. Leaves out on purpose: indentation, numbers as
 * such, and what escapes in strings mean: a string is told as it is written.
 */

// Sticky, each a single run.
const python_NAME = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y;
const python_PREFIX = /^[rRbBuUfFtT]{1,3}$/;
const SIGN = /==|!=|<=|>=|\+=|:=|->|\d[\w.]*|[^\s]/y;
const OPENS = '([{';
const CLOSES = ')]}';
/** Reads the tokens of a text; with a fault where a string does not end, and the tokens before it. */
function python_tokenize(text) {
    const tokens = [];
    let position = 0;
    let depth = 0;
    let begins = true;
    while (position < text.length) {
        const character = text[position];
        if (character === '\n') {
            begins ||= depth === 0;
            position++;
        }
        else if (character === ' ' || character === '\t' || character === '\r')
            position++;
        else if (character === '\\')
            position += text.startsWith('\r\n', position + 1) ? 3 : 2;
        else if (character === '#')
            position = endOf('\n', position);
        else if (character === '"' || character === "'") {
            const fault = quoted(position, '');
            if (fault)
                return { tokens, fault };
        }
        else {
            python_NAME.lastIndex = position;
            const name = python_NAME.exec(text)?.[0];
            if (name === undefined)
                sign();
            else {
                const next = text[position + name.length];
                if ((next === '"' || next === "'") && python_PREFIX.test(name)) {
                    const fault = quoted(position + name.length, name);
                    if (fault)
                        return { tokens, fault };
                }
                else {
                    push('name', name, position);
                    position += name.length;
                }
            }
        }
    }
    return { tokens };
    function push(kind, value, at, formatted = false) {
        tokens.push({ kind, text: value, at, depth, begins, formatted });
        begins = false;
    }
    function sign() {
        SIGN.lastIndex = position;
        const value = SIGN.exec(text)?.[0] ?? ' ';
        if (CLOSES.includes(value))
            depth = Math.max(0, depth - 1);
        push('sign', value, position);
        if (OPENS.includes(value))
            depth++;
        if (value === ';' && depth === 0)
            begins = true;
        position += value.length;
    }
    function endOf(mark, from) {
        const end = text.indexOf(mark, from);
        return end < 0 ? text.length : end;
    }
    function quoted(at, prefix) {
        const quote = text[at];
        const isLong = text.startsWith(quote.repeat(3), at);
        const mark = isLong ? quote.repeat(3) : quote;
        const start = at + mark.length;
        let end = start;
        for (;;) {
            const character = text[end];
            if (character === undefined || (character === '\n' && !isLong))
                return new syntax_fault/* SyntaxFault */.M('the string has no closing quote', at);
            if (character === '\\')
                end += 2;
            else if (character === quote && (!isLong || text.startsWith(mark, end)))
                break;
            else
                end++;
        }
        push('string', text.slice(start, end), start, /f/i.test(prefix));
        position = end + mark.length;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/ecosystems/pypi/setup-py.js
/**
 * `setup.py`: what a project that is built with setuptools asks for, read without running it.
 * Specification: https://setuptools.pypa.io/en/latest/references/keywords.html. Reads the lists of strings behind
 * `install_requires`, `extras_require`, `tests_require` and `setup_requires`, and those of the variables that stand there,
 * wherever in the file they are made. Leaves out on purpose: whatever a function returns, such as the lines of another
 * file, and which branch of a condition is taken: each of them may be.
 */







const setup_py_KEYWORDS = new Set(['install_requires', 'extras_require', 'tests_require', 'setup_requires']);
/** Calls that give back what they are given. */
const TRANSPARENT = new Set(['list', 'tuple', 'set', 'sorted', 'frozenset', 'dict']);
const ASSIGNS = new Set(['=', '+=', ':=']);
const ADDS = new Set(['append', 'extend', 'insert', 'update', 'add']);
const COMPARES = new Set(['==', '!=', '<', '>', '<=', '>=', 'in', 'is', 'and', 'or', 'not']);
const setup_py_CONDITIONS = new Set(['if', 'elif', '%']);
/** Behind these, a bracket begins a list; behind other names it asks for an element. */
const BEFORE_A_LIST = new Set([...COMPARES, ...setup_py_CONDITIONS, 'else', 'return', 'for', 'lambda', 'yield']);
const setup_py_OPENS = new Set(['(', '[', '{']);
const setup_py_CLOSES = new Set([')', ']', '}']);
const setup_py_VARIABLE = /^\{(?<name>[A-Za-z_]\w*)\}$/;
/** How many tokens may stand between a variable and what it is given: `name['a']['b']: dict[str, list] = …`. */
const LONGEST_TARGET = 30;
/** How many tokens are looked at, and how far variables lead to variables, before a text is given up as hostile. */
const setup_py_MOST_STEPS = 5_000_000;
const DEEPEST = 100;
const setupPy = {
    name: 'setup.py',
    origin: 'manifest',
    specification: 'https://setuptools.pypa.io/en/latest/references/keywords.html',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'setup.py',
    read: setup_py_read,
    upgrade: setupUpgrade
};
function* setup_py_read(text) {
    const { tokens, fault } = python_tokenize(text);
    const closing = closingBrackets(tokens);
    const { variables, roots, own } = survey(tokens);
    const walked = new Set();
    let steps = 0;
    for (const root of roots)
        yield* walk(root, 0);
    if (fault)
        throw fault;
    /** Every string of an expression that stands where a requirement may stand. */
    function* walk(from, level) {
        if (walked.has(from))
            return;
        walked.add(from);
        for (let index = from; goesOn(index, from); index++) {
            const token = tokens[index];
            if (++steps > setup_py_MOST_STEPS || level > DEEPEST)
                throw new syntax_fault/* SyntaxFault */.M('its variables lead to each other too often to be followed', token.at);
            const before = index > from ? tokens[index - 1] : undefined;
            const after = tokens[index + 1];
            if (token.kind === 'string') {
                const end = stringsEnd(index, from);
                const next = tokens[end];
                if (!setup_py_isSign(next, ':') && !isCompared(before, next))
                    yield* requirements(tokens.slice(index, end), next);
                index = end - 1;
            }
            else if (token.kind === 'name') {
                const isMember = setup_py_isSign(before, '.');
                if (setup_py_isSign(after, '(') && (isMember || !TRANSPARENT.has(token.text)))
                    index = closing.get(index + 1) ?? tokens.length;
                else if (!isMember && !setup_py_isSign(after, '=') && !setup_py_CONDITIONS.has(before?.text ?? '')) {
                    for (const value of variables.get(token.text) ?? [])
                        yield* walk(value, level + 1);
                }
            }
            else if (token.text === '[' && before && hasElements(before)) {
                // `EXTRAS['dev']`: what stands in the brackets is a key.
                index = closing.get(index) ?? tokens.length;
            }
        }
    }
    /** Whether the expression goes on: it ends at a comma, a closing bracket, or the next statement. */
    function goesOn(index, from) {
        const token = tokens[index];
        const depth = tokens[from]?.depth ?? 0;
        if (!token || token.depth < depth || (index > from && token.begins))
            return false;
        return !(token.depth === depth && depth > 0 && setup_py_isSign(token, ','));
    }
    function stringsEnd(index, from) {
        let end = index + 1;
        while (tokens[end]?.kind === 'string' && goesOn(end, from))
            end++;
        return end;
    }
    /** A string may hold one requirement a line. */
    function* requirements(strings, next) {
        const joined = join(strings);
        let start = 0;
        for (const line of joined.text.split('\n')) {
            const written = line.trim();
            if (written !== '' && !written.startsWith('#') && !isProjectItself(written))
                yield* requirement(line, offset => placeIn(joined, start + offset), strings, next);
            start += line.length + 1;
        }
    }
    function* requirement(line, place, strings, next) {
        const found = readRequirement(line);
        if (!found || setup_py_isSign(next, '+')) {
            yield { gap: 'expected a requirement such as "name>=1.0"', text: line, at: place(0) };
            return;
        }
        const { name, requirement } = found;
        if (own !== undefined && canonicalName(name) === own)
            return;
        const at = place(found.at);
        const formatted = requirement.kind === 'version' && strings.some(string => string.formatted);
        const value = formatted ? stringOf(requirement.text) : undefined;
        if (!value)
            yield entryAt(text, { name, requirement, at, direct: true });
        else
            yield { name, requirement: { kind: 'version', text: value.text }, at: value.at, usedAt: at, direct: true };
    }
    /** The one string that the variable in a formatted string is given. */
    function stringOf(placeholder) {
        const name = setup_py_VARIABLE.exec(placeholder)?.groups?.['name'];
        const [from, second] = name === undefined ? [] : (variables.get(name) ?? []);
        if (from === undefined || second !== undefined || goesOn(from + 1, from))
            return undefined;
        const token = tokens[from];
        return token?.kind === 'string' && !token.formatted ? token : undefined;
    }
}
function setup_py_isSign(token, text) {
    return token?.kind === 'sign' && token.text === text;
}
function hasElements({ kind, text }) {
    return kind === 'name' ? !BEFORE_A_LIST.has(text) : kind === 'sign' && setup_py_CLOSES.has(text);
}
function isCompared(before, after) {
    const compares = (token) => token && token.kind !== 'string' && COMPARES.has(token.text);
    const isCondition = before && before.kind !== 'string' && setup_py_CONDITIONS.has(before.text);
    return Boolean(compares(before) || compares(after) || isCondition);
}
function join(strings) {
    const starts = [];
    let length = 0;
    for (const { text } of strings) {
        starts.push(length);
        length += text.length;
    }
    return { text: strings.map(({ text }) => text).join(''), starts, places: strings.map(({ at }) => at) };
}
/** Where a character of joined strings stands in the file. */
function placeIn({ starts, places }, offset) {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return (places[low] ?? 0) + offset - (starts[low] ?? 0);
}
/** Index of each opening bracket → index of the one that closes it. */
function closingBrackets(tokens) {
    const closing = new Map();
    const open = [];
    for (const [index, { kind, text }] of tokens.entries()) {
        if (kind !== 'sign')
            continue;
        if (setup_py_OPENS.has(text))
            open.push(index);
        else if (setup_py_CLOSES.has(text)) {
            const opened = open.pop();
            if (opened !== undefined)
                closing.set(opened, index);
        }
    }
    return closing;
}
function survey(tokens) {
    const variables = new Map();
    const roots = [];
    let own;
    for (const [index, { kind, text, depth, begins }] of tokens.entries()) {
        if (kind === 'sign')
            continue;
        if (kind === 'string') {
            if (!setup_py_KEYWORDS.has(text))
                continue;
            // `{'install_requires': […]}` and `arguments['install_requires'] = […]`.
            if (setup_py_isSign(tokens[index + 1], ':'))
                roots.push(index + 2);
            else if (setup_py_isSign(tokens[index + 1], ']') && ASSIGNS.has(tokens[index + 2]?.text ?? ''))
                roots.push(index + 3);
            continue;
        }
        const value = valueBehind(tokens, index);
        if (value === undefined)
            continue;
        const given = tokens[value];
        if (setup_py_KEYWORDS.has(text))
            roots.push(value);
        else if (text === 'name' && depth > 0 && given?.kind === 'string')
            own ??= canonicalName(given.text);
        if (depth > 0 || !begins)
            continue;
        const values = variables.get(text);
        if (values)
            values.push(value);
        else
            variables.set(text, [value]);
    }
    return { variables, roots, ...(own === undefined ? {} : { own }) };
}
/**
 * The index at which begins what a name is given: `name = …`, `name += …`, `name: type = …`, `name['key'] = …`,
 * `name.append(…)`.
 */
function valueBehind(tokens, index) {
    const name = tokens[index];
    const next = tokens[index + 1];
    if (next?.kind !== 'sign')
        return undefined;
    if (ASSIGNS.has(next.text))
        return index + 2;
    if (!name.begins)
        return undefined;
    if (next.text === '.' && ADDS.has(tokens[index + 2]?.text ?? '') && setup_py_isSign(tokens[index + 3], '('))
        return index + 4;
    if (next.text !== '[' && next.text !== ':')
        return undefined;
    for (const token of tokens.slice(index + 2, index + LONGEST_TARGET)) {
        if (token.begins)
            return undefined;
        if (token.kind === 'sign' && token.depth === name.depth && ASSIGNS.has(token.text))
            return tokens.indexOf(token, index) + 1;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/ecosystems/pypi/uv-lock.js
/**
 * `uv.lock`: what uv resolved for a project or a workspace.
 * Specification: none is published; https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile, and the code that
 * writes it, https://github.com/astral-sh/uv/tree/main/crates/uv-resolver/src/lock. Leaves out on purpose: the project
 * and the members of its workspace, which are no dependencies, and the requirements that the lock repeats.
 */








/** Until August 2024 uv wrote `[[distribution]]`, and sources as texts. */
const PACKAGES = new Set(['package', 'distribution']);
const OLD_REGISTRY = 'registry+';
const uv_lock_OLD_FOLDER = /^(?:editable|virtual|directory)\+/;
const FOLDER_SOURCES = ['editable', 'virtual', 'directory'];
// The address, `?branch=` and the like, `#` and the commit.
const uv_lock_GIT = /^(?<url>[^?#]*)(?:\?(?<query>[^#]*))?(?:#(?<revision>.*))?$/;
const uv_lock_BRANCH = /(?:^|&)branch=(?<branch>[^&]*)/;
const uvLock = {
    name: 'uv.lock',
    origin: 'lockfile',
    specification: 'https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile',
    formatVersions: '1',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'uv.lock',
    read: uv_lock_read,
    graph: uv_lock_graph,
    answers: ['pyproject.toml', 'setup.py', 'setup.cfg'],
    upgrade: (name, version, { direct }) => direct === false
        ? // With the bound, uv says which package stands in the way; without, it keeps the old version and says nothing.
            [`uv lock --upgrade-package '${name}>=${version}'`]
        : [`uv add '${name}>=${version}'  # in a group add --group NAME, in an extra --optional NAME`]
};
function* uv_lock_read(text) {
    const { root, fault } = parseToml(text);
    const version = child(root, 'version');
    // Revisions of a version only add what older readers may ignore, so they do not count.
    if (version && !(version.kind === 'scalar' && version.text === '1')) {
        throw (0,syntax_fault/* unknownVersion */.V)('uv.lock version', version.kind === 'scalar' ? version.text : undefined, '1 is', version.at);
    }
    const workspace = workspaceOf(root);
    const packages = [];
    const gaps = [];
    for (const member of members(root)) {
        if (!PACKAGES.has(member.key))
            continue;
        if (member.value.kind !== 'list')
            gaps.push(gapFor(member, 'expected a list of packages'));
        for (const node of items(member.value)) {
            const name = textOf(node, 'name')?.value;
            if (name === undefined)
                gaps.push(gapFor(node, 'expected a package with its name'));
            else
                packages.push({ node, name, isMember: isMember(node, workspace.has(canonicalName(name))) });
        }
    }
    const roots = packages.filter(({ isMember }) => isMember);
    const asked = new Set(roots.flatMap(({ node }) => uv_lock_dependenciesOf(node)));
    for (const { node, name, isMember } of packages) {
        if (isMember)
            continue;
        const found = uv_lock_located(node);
        const direct = roots.length === 0 ? {} : { direct: asked.has(canonicalName(name)) };
        if (found)
            yield entryAt(text, { name, ...found, ...direct });
        else
            gaps.push(gapFor(node, 'expected a version, or a source that is known'));
    }
    // Where the file breaks off, its last package lacks something: the fault says so.
    if (fault)
        throw fault;
    yield* gaps;
}
/**
 * Which package needs which, from what the members of the workspace need. A need names the version only where several are
 * locked.
 */
function uv_lock_graph(text) {
    const { root } = parseToml(text);
    const workspace = workspaceOf(root);
    const nodes = members(root).flatMap(({ key, value }) => (PACKAGES.has(key) ? items(value) : []));
    const byName = new Map();
    const roots = new Set();
    for (const [key, node] of nodes.entries()) {
        const name = canonicalName(textOf(node, 'name')?.value ?? '');
        for (const identity of [name, `${name} ${textOf(node, 'version')?.value}`]) {
            const keys = byName.get(identity);
            if (keys)
                keys.push(key);
            else
                byName.set(identity, [key]);
        }
        if (isMember(node, workspace.has(name)))
            roots.add(key);
    }
    const packages = nodes.map((node, key) => {
        const described = { name: textOf(node, 'name')?.value ?? '', version: textOf(node, 'version')?.value ?? '' };
        return [key, described];
    });
    return {
        // The members themselves are the project.
        packages: new Map(packages.filter(([key]) => !roots.has(key))),
        ...(roots.size === 0 ? {} : { roots: asked() }),
        needsOf
    };
    function* asked() {
        for (const key of roots)
            yield* needsOf(key);
    }
    function* needsOf(key) {
        for (const need of uv_lock_needsIn(nodes[Number(key)])) {
            const name = canonicalName(textOf(need, 'name')?.value ?? '');
            const version = textOf(need, 'version');
            yield* byName.get(version ? `${name} ${version.value}` : name) ?? [];
        }
    }
}
function workspaceOf(root) {
    return new Set(items(child(root, 'manifest', 'members')).flatMap(node => (node.kind === 'text' ? [canonicalName(node.value)] : [])));
}
function isMember(node, inManifest) {
    const source = child(node, 'source');
    // A virtual package is never built or installed: only members are that.
    if (textOf(source, 'virtual') || (source?.kind === 'text' && uv_lock_OLD_FOLDER.test(source.value)))
        return true;
    const folder = folderOf(source);
    return folder !== undefined && (inManifest || folder.value === '.');
}
function folderOf(source) {
    for (const key of FOLDER_SOURCES) {
        const folder = textOf(source, key);
        if (folder)
            return folder;
    }
    return undefined;
}
/** The names that a member asks for. */
function uv_lock_dependenciesOf(node) {
    return uv_lock_needsIn(node)
        .flatMap(item => textOf(item, 'name')?.value ?? [])
        .map(canonicalName);
}
/** What a package asks for in its dependencies, extras and groups. */
function uv_lock_needsIn(node) {
    const lists = [
        child(node, 'dependencies'),
        ...members(child(node, 'optional-dependencies')).map(({ value }) => value),
        ...members(child(node, 'dev-dependencies')).map(({ value }) => value)
    ];
    return lists.flatMap(list => items(list));
}
/** Undefined where neither a version from a registry nor another source is given. */
function uv_lock_located(node) {
    const source = child(node, 'source');
    const git = textOf(source, 'git');
    if (git)
        return gitSource(git);
    const url = textOf(source, 'url');
    const elsewhere = entry_sourceAt([folderOf(source), textOf(source, 'path'), url], { url: url?.value });
    if (elsewhere)
        return elsewhere;
    if (!textOf(source, 'registry') && !(source?.kind === 'text' && source.value.startsWith(OLD_REGISTRY)))
        return undefined;
    const version = textOf(node, 'version');
    return version && { requirement: { kind: 'version', text: version.value }, at: version.at };
}
function gitSource({ value, at }) {
    const { url = value, query = '', revision = '' } = uv_lock_GIT.exec(value)?.groups ?? {};
    const branch = uv_lock_BRANCH.exec(query)?.groups?.['branch'];
    const text = revision === '' ? value : revision;
    return {
        requirement: (0,model/* sourceRequirement */.V$)(text, { url, revision: revision === '' ? undefined : revision, branch }),
        at: at + value.length - text.length
    };
}

;// CONCATENATED MODULE: ./lib/ecosystems/pypi/index.js
/** Python: packages of PyPI, as pip, setuptools, Poetry, uv, PDM, Pipenv and conda ask for them and lock them. */













const pypi = {
    id: 'pypi',
    title: 'Python',
    formats: [
        requirements,
        requirementsIn,
        pyproject,
        poetryLock,
        uvLock,
        pdmLock,
        pylock,
        pipfile,
        pipfileLock,
        setupPy,
        setupCfg,
        condaEnvironment
    ],
    versions: async () => (await __nccwpck_require__.e(/* import() */ 935).then(__nccwpck_require__.bind(__nccwpck_require__, 7935))).pypiVersions,
    canonicalName: canonicalName,
    needle: needle
};

;// CONCATENATED MODULE: ./lib/ecosystems/swift/upgrade.js
/** The edits and commands that bring a package to a version with SwiftPM. */
/** For a `Package.swift`: the line itself is to be changed. */
function swift_upgrade_manifestUpgrade(name, version, { requirement }) {
    const word = requirement?.kind === 'version' ? 'exact' : 'from';
    return [
        `# in Package.swift: .package(url: "https://${name}", ${word}: "${version}")`,
        `swift package update ${upgrade_identity(name)}`
    ];
}
/** For a `Package.resolved`, which does not say what is direct; Xcode writes one too. */
function swift_upgrade_lockUpgrade(name, version) {
    return [...swift_upgrade_manifestUpgrade(name, version, {}), `# in Xcode: File > Packages > Update to Latest Package Versions`];
}
/** SwiftPM calls a package by the last part of its address. */
function upgrade_identity(name) {
    return name.slice(name.lastIndexOf('/') + 1);
}

;// CONCATENATED MODULE: ./lib/ecosystems/swift/package-resolved.js
/**
 * `Package.resolved`: what SwiftPM or Xcode chose.
 * Specification: none is published; https://docs.swift.org/package-manager/ describes its use, and
 * https://github.com/swiftlang/swift-package-manager/blob/main/Sources/PackageGraph/ResolvedPackagesStore.swift writes it.
 * Leaves out on purpose: what is direct, which the file does not say.
 */







const package_resolved_VERSIONS = new Set(['1', '2', '3']);
const XCODE = /(?:^|\/)[^/]+\.(?:xcodeproj|xcworkspace)(?:\/|$)/;
const packageResolved = {
    name: 'Package.resolved',
    origin: 'lockfile',
    specification: 'https://docs.swift.org/package-manager/',
    formatVersions: '1, 2, 3',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'Package.resolved',
    read: package_resolved_read,
    why: () => 'swift package show-dependencies',
    answers: ['Package.swift'],
    folder,
    upgrade: swift_upgrade_lockUpgrade
};
/** Xcode keeps the file inside its project, which is a folder beside the sources. */
function folder(path) {
    const own = (0,ecosystem/* folderName */.ub)(path);
    const project = XCODE.exec(own);
    return project ? own.slice(0, project.index) : own;
}
function* package_resolved_read(text) {
    const { root, fault } = parseJson(text);
    const version = textOrScalar(root, 'version');
    if (version && !package_resolved_VERSIONS.has(version.text))
        throw (0,syntax_fault/* unknownVersion */.V)('Package.resolved version', version.text, '1 to 3 are', version.at);
    const pins = child(root, 'pins') ?? child(root, 'object', 'pins');
    if (!fault && !version)
        throw new syntax_fault/* SyntaxFault */.M('expected "version"', root.at);
    if (!fault && pins?.kind !== 'list')
        yield { gap: 'expected a list of pins', text: words(root), at: (pins ?? root).at };
    for (const pin of pins?.kind === 'list' ? pins.items : []) {
        const found = package_resolved_entry(text, pin);
        // Where the file breaks off, its last pin lacks something: the fault says so.
        if (!('gap' in found && fault))
            yield found;
    }
    if (fault)
        throw fault;
}
function package_resolved_entry(text, pin) {
    // A package of a registry has an identity and no location.
    const location = filled(textOf(pin, 'location')) ?? filled(textOf(pin, 'repositoryURL'));
    const name = location ?? filled(textOf(pin, 'identity'));
    const state = child(pin, 'state');
    const version = textOf(state, 'version');
    if (name && version) {
        return entryAt(text, { name: name.value, requirement: { kind: 'version', text: version.value }, at: version.at });
    }
    const branch = textOf(state, 'branch');
    const revision = textOf(state, 'revision');
    const changed = revision ?? branch;
    if (!name || !changed) {
        return { gap: 'expected a pin with a location and a version or revision', text: words(pin), at: pin.at };
    }
    const requirement = (0,model/* sourceRequirement */.V$)(changed.value, {
        url: location?.value,
        revision: revision?.value,
        branch: branch?.value
    });
    return entryAt(text, { name: name.value, requirement, at: changed.at });
}
function filled(node) {
    return node?.value === '' ? undefined : node;
}

;// CONCATENATED MODULE: ./lib/ecosystems/swift/swift.js
/**
 * Swift as far as `Package.swift` needs it: words, literals and brackets. Nothing is run.
 * Specification: https://docs.swift.org/swift-book/documentation/the-swift-programming-language/lexicalstructure/. Leaves
 * out on purpose: regular expressions and the values of expressions.
 */




const swift_BLANKS = /[\s;]+/y;
const swift_NAME = /[\p{L}_][\p{L}\p{N}_]*|`[^`\n]*`|\d[\w.]*/uy;
const swift_MARK = /\.\.<|\.\.\.|->|[\s\S]/y;
const swift_SIMPLE = /[^"\\\n]*"(?!")/y;
const RAW = /(?<hashes>#{1,9})(?<quote>"""|")/y;
const COMMENT_EDGE = /\/\*|\*\//g;
const swift_INTERPOLATION = { opener: '\\(', open: '(', close: ')', quotes: ['"""', '"'] };
/** Reads a Swift text into its words and brackets. */
function readSwift(text) {
    return grouped(swift_tokens(text));
}
function* swift_tokens(text) {
    let position = 0;
    while (position < text.length) {
        match(swift_BLANKS);
        if (position >= text.length)
            return;
        const first = text.charAt(position);
        if ((first === '<' || first === '=' || first === '>') && (position === 0 || text[position - 1] === '\n')) {
            const conflict = conflictIn({ text: text.slice(position, position + 8), at: position });
            if (conflict)
                throw conflict;
        }
        if (text.startsWith('//', position)) {
            const end = text.indexOf('\n', position);
            position = end < 0 ? text.length : end;
        }
        else if (text.startsWith('/*', position))
            skipComment();
        else
            yield token(first);
    }
    /** Comments of this kind nest. */
    function skipComment() {
        const start = position;
        let depth = 0;
        COMMENT_EDGE.lastIndex = position;
        for (let edge = COMMENT_EDGE.exec(text); edge; edge = COMMENT_EDGE.exec(text)) {
            depth += edge[0] === '/*' ? 1 : -1;
            position = COMMENT_EDGE.lastIndex;
            if (depth === 0)
                return;
            if (depth > MAXIMUM_DEPTH)
                throw new syntax_fault/* SyntaxFault */.M(`nested deeper than ${MAXIMUM_DEPTH} levels`, start);
        }
        throw new syntax_fault/* SyntaxFault */.M('the comment has no end', start);
    }
    function token(first) {
        const start = position;
        if (first === '"')
            return literal(start);
        if (first === '#') {
            RAW.lastIndex = position;
            const { hashes, quote } = RAW.exec(text)?.groups ?? {};
            if (hashes !== undefined && quote !== undefined) {
                const from = RAW.lastIndex;
                const end = text.indexOf(quote + hashes, from);
                if (end < 0)
                    throw new syntax_fault/* SyntaxFault */.M('the string has no closing quote', start);
                position = end + quote.length + hashes.length;
                return made('text', from, start, end, !text.slice(from, end).includes('\\'));
            }
        }
        if (match(swift_NAME)) {
            const end = position;
            if (text[position] === ':')
                position++;
            return made(position > end ? 'label' : 'name', start, start, end);
        }
        match(swift_MARK);
        return made('mark', start, start, position);
    }
    function literal(start) {
        const closer = text.startsWith('"""', start) ? '"""' : '"';
        const from = start + closer.length;
        position = from;
        const simple = closer === '"' && match(swift_SIMPLE);
        const { end, exact } = simple
            ? { end: position, exact: true }
            : endOfLiteral(text, { start, from, closer, interpolation: swift_INTERPOLATION, oneLine: closer === '"' });
        position = end;
        return made('text', from, start, end - closer.length, exact && closer === '"');
    }
    function made(kind, at, start, valueEnd, exact = true) {
        return { kind, value: text.slice(at, valueEnd), at, start, end: position, exact };
    }
    function match(pattern) {
        pattern.lastIndex = position;
        if (!pattern.test(text))
            return false;
        position = pattern.lastIndex;
        return true;
    }
}

;// CONCATENATED MODULE: ./lib/ecosystems/swift/package-swift.js
/**
 * `Package.swift`: what a Swift package asks for.
 * Specification: https://docs.swift.org/package-manager/PackageDescription/PackageDescription.html. Leaves out on purpose:
 * targets and products, conditions, and everything that would have to be run: a computed version is a placeholder.
 */






const package_swift_NAME = /^Package(?:@swift-\d{1,3}(?:\.\d{1,3}){0,2})?\.swift$/;
const RANGES = new Set(['upToNextMajor', 'upToNextMinor']);
/** What the parts of a dependency are called that say nothing of its version. */
const package_swift_OTHERS = new Set(['name', 'url', 'id', 'path', 'traits', 'moduleAliases']);
const packageSwift = {
    name: 'Package.swift',
    origin: 'manifest',
    specification: 'https://docs.swift.org/package-manager/PackageDescription/PackageDescription.html',
    claims: path => package_swift_NAME.test((0,ecosystem/* baseName */.Fl)(path)),
    read: package_swift_read,
    upgrade: swift_upgrade_manifestUpgrade
};
function* package_swift_read(text) {
    const { pieces, fault } = readSwift(text);
    yield* walk(pieces);
    if (fault)
        throw fault;
    function* walk(row) {
        for (const [index, piece] of row.entries()) {
            if (piece.kind !== 'group')
                continue;
            const [dot, name] = [row[index - 2], row[index - 1]];
            const isPackage = brackets_isMark(dot, '.') && name?.kind === 'name' && name.value === 'package';
            if (isPackage && piece.open === '(' && piece.closed)
                yield dependency(piece);
            else
                for (const slot of piece.slots)
                    yield* walk(slot);
        }
    }
    /** `.package(url: "…", from: "…")` and its other forms. */
    function dependency({ slots, start, end }) {
        const url = labelled(slots, 'url') ?? labelled(slots, 'id');
        const name = url ?? labelled(slots, 'path');
        if (!name)
            return { gap: 'the address of this package is computed', text: text.slice(start, end), at: start };
        if (!url)
            return entryAt(text, { name: name.value, ...inFolder(name), direct: true });
        return entryAt(text, { name: name.value, ...asked(slots, url), direct: true });
    }
    function asked(slots, url) {
        const slot = slots.find(([first]) => !(first?.kind === 'label' && package_swift_OTHERS.has(first.value)));
        const [first, second, third] = slot ?? [];
        if (!slot || !first)
            return { requirement: { kind: 'none' }, at: url.at };
        if (first.kind === 'label')
            return stated(first.value, slot, slot.slice(1), url);
        if (brackets_isMark(first, '.') && second?.kind === 'name' && third?.kind === 'group' && slot.length === 3) {
            const [inner, ...more] = third.slots;
            const from = inner?.[0];
            if (inner && more.length === 0) {
                if (!RANGES.has(second.value))
                    return stated(second.value, slot, inner, url);
                if (from?.kind === 'label' && from.value === 'from')
                    return version(slot, inner.slice(1), true);
            }
        }
        const isRange = brackets_isMark(second, '..<', '...') && slot.length === 3 && first.kind === 'text' && third?.kind === 'text';
        return isRange && first.exact && third.exact ? whole(slot, 'range') : whole(slot, 'version');
    }
    /** What one word says of a version: `from`, `exact`, `branch`, `revision`. */
    function stated(word, slot, value, url) {
        if (word === 'from' || word === 'exact')
            return version(slot, value, word === 'from');
        const literal = onlyText(value);
        if (!literal || (word !== 'branch' && word !== 'revision'))
            return whole(slot, 'version');
        return {
            requirement: (0,model/* sourceRequirement */.V$)(literal.value, { url: url.value, [word]: literal.value }),
            at: literal.at
        };
    }
    /** A literal version, alone or as the start of a range; anything else is a placeholder. */
    function version(slot, value, isRange) {
        const literal = onlyText(value);
        if (!literal)
            return whole(value.length > 0 ? value : slot, 'version');
        if (isRange && literal.exact)
            return whole(slot, 'range');
        return { requirement: { kind: 'version', text: literal.value }, at: literal.at };
    }
    function whole(slot, kind) {
        const { start, end } = extent(slot);
        return { requirement: { kind, text: text.slice(start, end) }, at: start };
    }
}
function inFolder(path) {
    return { requirement: { kind: 'source', text: path.value }, at: path.at };
}
/** The literal behind a label. */
function labelled(slots, label) {
    const slot = slots.find(([first]) => first?.kind === 'label' && first.value === label);
    return onlyText(slot?.slice(1));
}

;// CONCATENATED MODULE: ./lib/ecosystems/swift/index.js
/** Swift: `Package.swift` asks, and `Package.resolved` holds what SwiftPM or Xcode chose. */


// `https://…`, `ssh://git@…`, `git@host:owner/name`; a user and a port are no part of the name.
const swift_ADDRESS = /^(?:[a-z][a-z+]{1,10}:\/\/(?:[^@/]{0,200}@)?(?<host>[^:/]{1,300})(?::\d{1,5})?\/|[^@/:]{1,200}@(?<remote>[^:/]{1,300}):\/?)(?<path>.*)$/s;
const ENDING = /(?:\.git)?\/{0,9}$/;
const swift = {
    id: 'swift',
    title: 'Swift',
    formats: [packageSwift, packageResolved],
    versions: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(88), __nccwpck_require__.e(629)]).then(__nccwpck_require__.bind(__nccwpck_require__, 629))).swiftVersions,
    // A package is its address: host, owner and name, without what differs between two ways to reach it.
    canonicalName: name => {
        const { host, remote, path = '' } = swift_ADDRESS.exec(name.toLowerCase())?.groups ?? {};
        const where = host ?? remote;
        const address = where === undefined ? name.toLowerCase() : `${where.replace(/^www\./, '')}/${path}`;
        return address.replace(ENDING, '');
    },
    // The owner: what stands before it differs between two ways to write an address, and JSON may write `/` as `\/`.
    needle: name => name.split('/').at(-2) ?? name
};

;// CONCATENATED MODULE: ./lib/ecosystems/vcpkg/vcpkg-json.js
/**
 * `vcpkg.json`: what a C or C++ project depends on.
 * Specification: https://learn.microsoft.com/vcpkg/reference/vcpkg-json. Leaves out on purpose: `builtin-baseline`, a
 * commit of the registry that gives every port a minimum; the project itself, whose features may depend on each other.
 */




// https://learn.microsoft.com/vcpkg/reference/vcpkg-json#name
const vcpkg_json_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const VERSION_KEYS = ['version', 'version-semver', 'version-date', 'version-string'];
const vcpkgJson = {
    name: 'vcpkg.json',
    origin: 'manifest',
    specification: 'https://learn.microsoft.com/vcpkg/reference/vcpkg-json',
    claims: path => (0,ecosystem/* baseName */.Fl)(path) === 'vcpkg.json',
    read: vcpkg_json_read,
    upgrade: (name, version) => [
        `{ "name": "${name}", "version>=": "${version}" }`,
        'vcpkg x-update-baseline --add-initial-baseline',
        'vcpkg install'
    ]
};
function* vcpkg_json_read(text) {
    const { root, fault } = parseJson(text);
    const own = textOf(root, 'name')?.value;
    const overrides = new Map();
    for (const override of vcpkg_json_values(root, 'overrides').flatMap(vcpkg_json_elements)) {
        const name = textOf(override, 'name');
        const version = VERSION_KEYS.map(key => textOf(override, key)).find(node => node !== undefined);
        if (name && version)
            overrides.set(name.value, version);
        else
            yield gapFor(override, 'expected an override with a name and a version');
    }
    const used = new Set();
    for (const dependency of vcpkg_json_dependencies(root)) {
        const name = dependency.kind === 'text' ? dependency : textOf(dependency, 'name');
        if (!name || !vcpkg_json_NAME.test(name.value))
            yield gapFor(dependency, 'expected a dependency with its name');
        else if (name.value !== own) {
            const override = overrides.get(name.value);
            // An override decides, wherever the dependency is named.
            if (override && used.has(name.value))
                continue;
            used.add(name.value);
            const usedAt = override ? { usedAt: name.at } : {};
            yield { name: name.value, ...vcpkg_json_required(name, override, textOf(dependency, 'version>=')), direct: true, ...usedAt };
        }
    }
    if (root.kind !== 'map' && !fault)
        yield gapFor(root, 'expected an object');
    for (const [name, version] of overrides) {
        if (!used.has(name))
            yield { name, requirement: { kind: 'version', text: version.value }, at: version.at };
    }
    if (fault)
        throw fault;
}
/** The dependencies of the project and of its features. */
function vcpkg_json_dependencies(root) {
    const features = vcpkg_json_values(root, 'features').flatMap(members);
    return [root, ...features.map(({ value }) => value)].flatMap(node => vcpkg_json_values(node, 'dependencies')).flatMap(vcpkg_json_elements);
}
/** Every value of a key: one that is there twice is a mistake, but none to hide a client behind. */
function vcpkg_json_values(node, key) {
    return members(node).flatMap(member => (member.key === key ? [member.value] : []));
}
/** The items of a list; anything else stands for itself, to be found of unexpected shape. */
function vcpkg_json_elements(node) {
    return node.kind === 'list' ? node.items : [node];
}
function vcpkg_json_required(name, exact, minimum) {
    if (exact)
        return { requirement: { kind: 'version', text: exact.value }, at: exact.at };
    if (minimum)
        return { requirement: { kind: 'range', text: minimum.value }, at: minimum.at };
    return { requirement: { kind: 'none' }, at: name.at };
}

;// CONCATENATED MODULE: ./lib/ecosystems/vcpkg/index.js
/** vcpkg: C and C++ libraries, declared in `vcpkg.json`. */

const vcpkg = {
    id: 'vcpkg',
    title: 'C and C++ (vcpkg)',
    formats: [vcpkgJson],
    versions: async () => (await __nccwpck_require__.e(/* import() */ 697).then(__nccwpck_require__.bind(__nccwpck_require__, 2697))).vcpkgVersions,
    canonicalName: name => name,
    needle: name => name
};

;// CONCATENATED MODULE: ./lib/ecosystems/index.js
/** The registry: every ecosystem that is read, one line each. */














/** In the order of the tables in README.md. */
const ecosystems = [
    golang,
    pypi,
    maven,
    npm,
    gem,
    hackage,
    nuget,
    cargo,
    composer,
    hex,
    swift,
    vcpkg,
    conan,
    docker
];
/** The ecosystem of a purl type, if it is one of ours. */
function ecosystemOf(id) {
    return ecosystems.find(ecosystem => ecosystem.id === id);
}


/***/ }),

/***/ 3484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ intersection)
/* harmony export */ });
/** What version schemes and the policy do with intervals of versions, whatever the versions are. */
/** The versions that lie in both intervals; undefined when there are none. `compare` is the order of the scheme. */
function intersection(a, b, compare) {
    const from = tighter(a.from, b.from, 1);
    const to = tighter(a.to, b.to, -1);
    if (from && to) {
        const order = compare(from.version, to.version);
        if (order > 0 || (order === 0 && !(from.inclusive && to.inclusive)))
            return undefined;
    }
    return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
    /** The bound that allows less: of lower bounds the higher one (`direction` 1), of upper bounds the lower one (-1). */
    function tighter(left, right, direction) {
        if (!left || !right)
            return left ?? right;
        const order = compare(left.version, right.version) * direction;
        if (order === 0)
            return left.inclusive ? right : left;
        return order > 0 ? left : right;
    }
}


/***/ }),

/***/ 9814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C$: () => (/* binding */ SEVERITY),
/* harmony export */   K9: () => (/* binding */ leavesUnread),
/* harmony export */   SQ: () => (/* binding */ MINIMUM_MODES),
/* harmony export */   V$: () => (/* binding */ sourceRequirement),
/* harmony export */   d$: () => (/* binding */ FAIL_ON),
/* harmony export */   ig: () => (/* binding */ comparePlaces),
/* harmony export */   tQ: () => (/* binding */ counts),
/* harmony export */   xL: () => (/* binding */ ConfigError)
/* harmony export */ });
/** The nouns of the product: what the scan finds, what the policy says of it, and what is told. */
/** Makes a source requirement out of what a file may say of it and may not. */
function sourceRequirement(text, { url, revision, branch, committed, committedBefore }) {
    return {
        kind: 'source',
        text,
        ...(url === undefined ? {} : { url }),
        ...(revision === undefined ? {} : { revision }),
        ...(branch === undefined ? {} : { branch }),
        ...(committed === undefined ? {} : { committed }),
        ...(committedBefore === undefined ? {} : { committedBefore })
    };
}
/** How bad a level is, from 0. */
const SEVERITY = { pass: 0, notice: 1, warning: 2, error: 3 };
/** Which answer counts where the vendor documents and the observed behaviour disagree; the first is the default. */
const MINIMUM_MODES = ['documented', 'observed'];
/** The lowest level that fails the job; the first is the default. */
const FAIL_ON = ['error', 'warning', 'notice', 'never'];
/** Wrong use or configuration: exit code 3. The message says what is wrong, where, and what to do. */
class ConfigError extends Error {
    name = 'ConfigError';
}
/** Whether a finding stands for itself: one that another file settles does not. */
function counts(finding) {
    return finding.settledBy === undefined;
}
/** Whether a gap leaves something unread; a file that is merely absent leaves nothing. */
function leavesUnread(gap) {
    return gap.kind !== 'absent-file';
}
/** Orders places by path, line and column; paths by code unit, so that the order is the same everywhere. */
function comparePlaces(a, b) {
    if (a.path !== b.path)
        return a.path < b.path ? -1 : 1;
    return a.line - b.line || a.column - b.column;
}


/***/ }),

/***/ 8644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  I1: () => (/* binding */ allClients),
  fe: () => (/* binding */ clientOf),
  SZ: () => (/* binding */ clientsOf)
});

;// CONCATENATED MODULE: ./lib/policy/clients/c.js
/** The C client, which vcpkg and Conan package under the same name. No release reads the token again. */
/** The rows of the vcpkg and of the Conan ecosystem. */
const cClients = [
    {
        name: 'kubernetes',
        title: 'C client',
        repository: 'https://github.com/kubernetes-client/c',
        observed: [
            {
                behaviour: 'reads-once',
                because: 'The token file is read once, when the configuration is loaded; no release does otherwise.',
                evidence: [
                    {
                        text: 'kubernetes/config/incluster_config.c',
                        url: 'https://github.com/kubernetes-client/c/blob/master/kubernetes/config/incluster_config.c',
                        proof: 'source'
                    }
                ]
            }
        ],
        fix: {
            advice: 'No version helps. Call load_incluster_config again, at least every few minutes, and make a new apiClient_t with what it returns.'
        },
        examples: [
            { requirement: '0.1.0', verdict: 'cannot-reload' },
            { requirement: '0.14.0', verdict: 'cannot-reload' },
            { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
        ]
    }
];

;// CONCATENATED MODULE: ./lib/policy/claims.js
/** What the code of several clients does: the same sentence wherever it is the same claim. */
/** Of clients that reload. */
const READ_EVERY_MINUTE = 'The token file is read again every minute.';
/** Of clients that reload late: until the old token is refused nothing is read. */
const READ_AFTER_401 = 'The token file is read again only after the API server has refused the old token with a 401.';
/** Of clients that cannot reload. */
const READ_ONCE = 'The token file is read once, when the configuration is loaded.';
/** The same of clients that read it without a configuration. */
const READ_AT_START = 'The token file is read once, when the client is made.';
/** Of clients that reload and keep nothing. */
const READ_FOR_EVERY_REQUEST = 'The token file is read again for every request.';
/** Of clients that reload; a token of an hour outlives it, for the kubelet writes a new one after 48 minutes. */
const READ_EVERY_TEN_MINUTES = 'The token file is read again every ten minutes.';
/** What to do with a client that leaves the token to the program. */
const READ_IT_YOURSELF = 'Let the code that hands the token over read the file for each request, and keep nothing.';

;// CONCATENATED MODULE: ./lib/policy/clients/cargo.js
/** What is known of the Rust clients; the vendor documents name none of them. */

const KUBE_RS = 'https://github.com/kube-rs/kube';
const RELOAD = { text: 'kube-rs/kube#768', url: `${KUBE_RS}/pull/768`, proof: 'source' };
const DEADLOCK = {
    text: 'kube-rs/kube#831, the deadlock of 0.69.0 and its end in 0.69.1',
    url: `${KUBE_RS}/pull/831`,
    proof: 'source'
};
const KUBERNETES = {
    text: 'ynqa/kubernetes-rust, src/config/incluster_config.rs',
    url: 'https://github.com/ynqa/kubernetes-rust',
    proof: 'source'
};
const ROPERATOR = {
    text: 'psFried/roperator, src/config.rs',
    url: 'https://github.com/psFried/roperator/blob/master/src/config.rs',
    proof: 'source'
};
const TOGETHER = 'Raise all crates of kube-rs together, and k8s-openapi to the version that they ask for.';
const REPLACE = 'No release reloads the token: move to kube 0.69.1 or newer.';
/** A crate of kube-rs that has the loader in it or brings it: all are released together, under one number. */
function ofKubeRs(name, title) {
    return {
        name,
        title,
        repository: KUBE_RS,
        observed: [
            { before: '0.69.0', behaviour: 'reads-once', because: READ_ONCE, evidence: [RELOAD] },
            {
                from: '0.69.0',
                before: '0.69.1',
                behaviour: 'reloads-late',
                because: 'It reads the token file again, but the client deadlocks after about a minute in a cluster.',
                evidence: [DEADLOCK]
            },
            { from: '0.69.1', behaviour: 'reloads', because: READ_EVERY_MINUTE, evidence: [RELOAD, DEADLOCK] }
        ],
        fix: { advice: TOGETHER },
        examples: [
            { requirement: '0.34.0', verdict: 'cannot-reload' },
            { requirement: '0.68.0', verdict: 'cannot-reload' },
            { requirement: '0.69.0-rc.1', verdict: 'cannot-reload' },
            { requirement: '0.69.0', verdict: 'reloads-late' },
            { requirement: '0.69.1', verdict: 'reloads' },
            { requirement: '0.70.0', verdict: 'reloads' },
            { requirement: '0.87.1', verdict: 'reloads' },
            { requirement: '4.2.0', verdict: 'reloads' },
            { requirement: { kind: 'range', text: '0.68' }, verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '<0.69' }, verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '0.69' }, verdict: 'unknown' },
            { requirement: { kind: 'range', text: '0.69.1' }, verdict: 'reloads' },
            { requirement: { kind: 'range', text: '0.87' }, verdict: 'reloads' },
            { requirement: { kind: 'range', text: '>=0.60, <0.88' }, verdict: 'unknown' },
            { requirement: { kind: 'range', text: '*' }, verdict: 'unknown' },
            { requirement: { kind: 'range', text: '{{ kube }}' }, verdict: 'unknown' },
            { requirement: { kind: 'source', text: 'main', url: KUBE_RS, branch: 'main' }, verdict: 'unknown' },
            { requirement: { kind: 'none' }, verdict: 'unknown' }
        ]
    };
}
/** The rows of the Cargo ecosystem. k8s-openapi, kube-core and kube-derive hold types only, and have none. */
const cargoClients = [
    ofKubeRs('kube', 'kube'),
    ofKubeRs('kube-client', 'kube-client'),
    {
        name: 'kube-runtime',
        title: 'kube-runtime',
        repository: KUBE_RS,
        observed: [
            {
                before: '0.69.0',
                behaviour: 'reads-once',
                because: 'It brings in kube or kube-client of its own minor version, which reads the token file once.',
                evidence: [RELOAD]
            },
            {
                from: '0.69.0',
                before: '0.70.0',
                behaviour: 'reloads-late',
                because: 'It lets kube-client be 0.69.0, which deadlocks after about a minute in a cluster; 0.69.1 reloads.',
                evidence: [DEADLOCK]
            },
            {
                from: '0.70.0',
                behaviour: 'reloads',
                because: 'It brings in kube-client of its own minor version, which reads the token file every minute.',
                evidence: [RELOAD, DEADLOCK]
            }
        ],
        brings: ['kube', 'kube-client'],
        fix: { advice: TOGETHER },
        examples: [
            { requirement: '0.43.0', verdict: 'cannot-reload' },
            { requirement: '0.68.0', verdict: 'cannot-reload' },
            { requirement: '0.69.0', verdict: 'reloads-late' },
            { requirement: '0.69.1', verdict: 'reloads-late' },
            { requirement: '0.70.0', verdict: 'reloads' },
            { requirement: '4.2.0', verdict: 'reloads' },
            { requirement: { kind: 'range', text: '0.68' }, verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '0.87' }, verdict: 'reloads' }
        ]
    },
    {
        name: 'kubernetes',
        title: 'kubernetes-rust',
        repository: 'https://github.com/ynqa/kubernetes-rust',
        observed: [{ behaviour: 'reads-once', because: READ_ONCE, evidence: [KUBERNETES] }],
        fix: { advice: REPLACE },
        examples: [
            { requirement: '0.1.0', verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '0.1' }, verdict: 'cannot-reload' },
            { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
        ]
    },
    {
        name: 'roperator',
        title: 'roperator',
        repository: 'https://github.com/psFried/roperator',
        observed: [{ behaviour: 'reads-once', because: READ_ONCE, evidence: [ROPERATOR] }],
        fix: { advice: REPLACE },
        examples: [
            { requirement: '0.2.0', verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '*' }, verdict: 'cannot-reload' }
        ]
    }
];

;// CONCATENATED MODULE: ./lib/policy/clients/composer.js
/** What is known of the PHP clients; the vendor documents name none of them. */

const MACLOF = 'https://github.com/maclof/kubernetes-client';
const RENOKI = 'https://github.com/renoki-co/php-k8s';
const HANSEN = 'https://github.com/travisghansen/kubernetes-client-php';
const PATH_AS_TOKEN = { text: 'maclof/kubernetes-client#5', url: `${MACLOF}/issues/5`, proof: 'source' };
const READ_BY_CONSTRUCTOR = {
    text: 'createGuzzleClient of maclof/kubernetes-client, called by the constructor',
    url: `${MACLOF}/blob/92a515eb9988c93f4afb0a121faf232ac852f880/src/Client.php`,
    proof: 'source'
};
const WHEN_GUZZLE_WENT = {
    text: 'maclof/kubernetes-client#78: still on Guzzle in October 2020',
    url: `${MACLOF}/issues/78`,
    proof: 'unsure'
};
const READ_BY_REQUEST = {
    text: 'sendRequest of maclof/kubernetes-client',
    url: `${MACLOF}/blob/master/src/Client.php`,
    proof: 'source'
};
const SHORT_LIVED = 'Harmless where PHP ends after each request, not in workers, daemons and operators';
/** The rows of the Composer ecosystem. */
const composerClients = [
    {
        name: 'maclof/kubernetes-client',
        title: 'maclof/kubernetes-client',
        repository: MACLOF,
        observed: [
            {
                before: '0.2.5',
                behaviour: 'reads-once',
                because: 'It only takes the token itself, and keeps it: a path is sent as if it were the token.',
                evidence: [PATH_AS_TOKEN]
            },
            {
                from: '0.2.5',
                before: '0.14.0',
                behaviour: 'reads-once',
                because: READ_AT_START,
                evidence: [READ_BY_CONSTRUCTOR]
            },
            {
                from: '0.14.0',
                before: '0.31.0',
                behaviour: 'reloads-late',
                because: 'Releases on Guzzle read the token file once, later ones for every request if they are given its path: which release is the first is not known.',
                evidence: [WHEN_GUZZLE_WENT]
            },
            {
                from: '0.31.0',
                behaviour: 'reloads-late',
                because: 'The token file is read again for every request, but only when its path is given as token; a token stays as it is.',
                evidence: [READ_BY_REQUEST]
            }
        ],
        fix: {
            version: '0.31.0',
            advice: 'Give the path of the token file as the option "token", not what the file holds.'
        },
        examples: [
            { requirement: '0.0.1', verdict: 'cannot-reload' },
            { requirement: '0.2.4', verdict: 'cannot-reload' },
            { requirement: '0.2.5', verdict: 'cannot-reload' },
            { requirement: 'v0.13.0', verdict: 'cannot-reload' },
            { requirement: '0.14.0', verdict: 'reloads-late' },
            { requirement: '0.30.0', verdict: 'reloads-late' },
            { requirement: '0.31.0', verdict: 'reloads-late' },
            { requirement: { kind: 'range', text: '^0.13' }, verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '^0.31' }, verdict: 'reloads-late' },
            { requirement: { kind: 'range', text: '*' }, verdict: 'reloads-late' },
            { requirement: { kind: 'range', text: '^0.31 || dev-master' }, verdict: 'unknown' },
            { requirement: { kind: 'source', text: 'dev-master', branch: 'master' }, verdict: 'unknown' }
        ]
    },
    {
        name: 'renoki-co/php-k8s',
        title: 'PHP K8s',
        repository: RENOKI,
        observed: [
            {
                behaviour: 'reads-once',
                because: `The token file is read once for each cluster object. ${SHORT_LIVED}.`,
                evidence: [
                    {
                        text: 'AuthenticatesCluster of php-k8s',
                        url: `${RENOKI}/blob/master/src/Traits/Cluster/AuthenticatesCluster.php`,
                        proof: 'source'
                    }
                ]
            }
        ],
        fix: { advice: 'No release reloads the token: make a new KubernetesCluster at least every few minutes.' },
        examples: [
            { requirement: '1.0.0', verdict: 'cannot-reload' },
            { requirement: '3.8.1', verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '^3.0' }, verdict: 'cannot-reload' }
        ]
    },
    {
        name: 'travisghansen/kubernetes-client-php',
        title: 'kubernetes-client-php',
        repository: HANSEN,
        observed: [
            {
                behaviour: 'reads-once',
                because: `${READ_ONCE} ${SHORT_LIVED}.`,
                evidence: [
                    {
                        text: 'InClusterConfig of kubernetes-client-php',
                        url: `${HANSEN}/blob/master/src/KubernetesClient/Config.php`,
                        proof: 'source'
                    }
                ]
            }
        ],
        fix: { advice: 'No release reloads the token: make a new Config and Client at least every few minutes.' },
        examples: [
            { requirement: 'v0.4.5', verdict: 'cannot-reload' },
            { requirement: '0.1.0', verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '^0.4' }, verdict: 'cannot-reload' }
        ]
    }
];

;// CONCATENATED MODULE: ./lib/policy/documents.js
/** The vendor documents that name minimum versions, cited by the policy's rows. */
/** "ServiceAccount Admission Controller Migration", prerequisites: Go, Python, Java, JavaScript, Ruby, Haskell; no C#. */
const KEP = {
    text: 'KEP-1205, list of clients that reload tokens',
    url: 'https://github.com/kubernetes/enhancements/tree/master/keps/sig-auth/1205-bound-service-account-tokens',
    proof: 'documented'
};
/** The KEP's list and C# 7.0.5. */
const EKS = {
    text: 'Amazon EKS user guide, Kubernetes service accounts',
    url: 'https://docs.aws.amazon.com/eks/latest/userguide/service-accounts.html',
    proof: 'documented'
};
/** The same seven entries. */
const CCE = {
    text: 'Huawei Cloud CCE user guide, service account token security improvement',
    url: 'https://support.huaweicloud.com/intl/en-us/usermanual-cce/cce_10_0477.html',
    proof: 'documented'
};

;// CONCATENATED MODULE: ./lib/policy/clients/docker.js
/**
 * What is known of container images that hold a Kubernetes client. Most are Go programs: evidence/images.json tells which
 * client-go each release was built with, as far as its sources can be had; client-go's own row says what that one does.
 */


const DIGEST = /^sha256:/i;
/** Words under which something else is found every day. */
const MOVING = /^(?:latest|stable|main|master|edge|nightly|dev|canary|develop|head)$/i;
const PHRASES = {
    reloads: 'reads the token file again every minute',
    'reloads-late': 'reads the token file again every five minutes only',
    'reads-once': 'reads the token file once',
    'sends-no-token': 'sends no token',
    'not-known': 'nobody has looked at'
};
/** What no order of tags tells. */
function observeTag(requirement) {
    if (requirement.kind === 'none') {
        return notKnown('moving-version', 'No tag is given, which means latest: what that is today, no file says.');
    }
    if (requirement.kind !== 'version')
        return undefined;
    if (DIGEST.test(requirement.text)) {
        return notKnown('not-a-version', 'A digest names one image and says nothing of its version: write the tag before it.');
    }
    if (MOVING.test(requirement.text))
        return notKnown('moving-version', 'This tag moves: what it names today, no file says.');
    return undefined;
}
function notKnown(reason, because) {
    return { behaviour: 'not-known', reason, because, evidence: [] };
}
/**
 * A Go program. `minimum` is the first tag whose client-go is at or above the documented v0.15.7, and that client-go; the
 * stretches are in order, and the last one reaches to the newest.
 */
function goImage(image, minimum, ...stretches) {
    const [tag, clientGo, listed] = minimum;
    const documented = {
        version: tag,
        text: `${tag} (client-go ${clientGo})`,
        evidence: listed ? [KEP, listed, CCE] : [KEP, EKS, CCE]
    };
    const evidence = {
        text: `releases of ${image.repository.replace('https://github.com/', '')} and their client-go`,
        url: `${image.repository}/releases`,
        proof: 'source'
    };
    const observed = stretches.map(([from, held, behaviour, below], index) => {
        const before = stretches[index + 1]?.[0];
        const bounds = {
            ...(from === undefined ? {} : { from }),
            ...(before === undefined ? {} : { before }),
            ...(below ? { belowMinimum: true } : {})
        };
        if (behaviour === 'not-known') {
            const because = `Nobody has looked at which client-go these releases hold${held === '' ? '' : `: ${held}`}.`;
            return { ...bounds, ...notKnown('not-examined', because) };
        }
        return {
            ...bounds,
            behaviour,
            because: `It holds client-go ${held}, which ${PHRASES[behaviour]}.`,
            evidence: [evidence]
        };
    });
    return { ...image, minimum: documented, observed, observe: observeTag };
}
/** A program whose own code decides: `from` is the first tag that reloads, absent where none does. */
function ownLoader(image, from, evidence, { before = READ_ONCE, after = 'The token file is read again while the program runs.' } = {}) {
    const bad = { behaviour: 'reads-once', because: before, evidence: [evidence] };
    if (from === undefined)
        return { ...image, observed: [bad] };
    const good = { from, behaviour: 'reloads', because: after, evidence: [evidence] };
    return { ...image, observed: [{ ...bad, before: from }, good], observe: observeTag };
}
/** The rows of container images. Names are without their registry. */
const dockerClients = [
    goImage({
        name: 'coredns/coredns',
        alsoNamed: ['coredns', 'eks/coredns'],
        title: 'CoreDNS',
        repository: 'https://github.com/coredns/coredns',
        examples: [
            { requirement: '1.3.0', verdict: 'cannot-reload' },
            { requirement: '1.3.1', verdict: 'below-minimum', observed: 'reloads-late' },
            { requirement: 'v1.5.0', verdict: 'below-minimum', observed: 'reloads-late' },
            { requirement: '1.5.1', verdict: 'cannot-reload' },
            { requirement: '1.6.1', verdict: 'below-minimum' },
            { requirement: '1.6.2', verdict: 'cannot-reload' },
            { requirement: '1.6.3', verdict: 'below-minimum' },
            { requirement: '1.6.6', verdict: 'below-minimum' },
            { requirement: '1.6.7', verdict: 'reloads' },
            { requirement: 'v1.8.7-eksbuild.3', verdict: 'reloads' },
            { requirement: 'latest', verdict: 'unknown' },
            { requirement: `sha256:${'0'.repeat(64)}`, verdict: 'unknown' },
            { requirement: { kind: 'none' }, verdict: 'unknown' },
            { requirement: { kind: 'range', text: '1.8' }, verdict: 'reloads' },
            { requirement: { kind: 'range', text: '1.6' }, verdict: 'unknown' },
            { requirement: { kind: 'range', text: '1.2' }, verdict: 'cannot-reload' }
        ]
    }, ['1.6.7', 'v0.17.2', EKS], [undefined, 'v8.0.0 or older', 'reads-once'], ['1.3.1', 'v10.0.0', 'reloads-late'], ['1.5.1', 'v11.0.0', 'reads-once'], ['1.6.0', 'of Kubernetes 1.15.0', 'reloads'], ['1.6.2', 'v11.0.0', 'reads-once'], ['1.6.3', 'of Kubernetes 1.15.0 or newer', 'reloads']),
    goImage({
        name: 'amazon-k8s-cni',
        alsoNamed: ['cni-metrics-helper', 'eks/amazon-k8s-cni', 'eks/cni-metrics-helper'],
        title: 'Amazon VPC CNI',
        repository: 'https://github.com/aws/amazon-vpc-cni-k8s',
        examples: [
            { requirement: 'v1.7.10', verdict: 'cannot-reload' },
            { requirement: 'v1.7.5-eksbuild.1', verdict: 'cannot-reload' },
            { requirement: 'v1.8.0', verdict: 'reloads' },
            { requirement: 'v1.11.4-eksbuild.1', verdict: 'reloads' }
        ]
    }, ['1.8.0', 'v0.18.6', EKS], [undefined, 'of Kubernetes 1.11 or older', 'reads-once'], ['1.8.0', 'v0.18.6 or newer', 'reloads']),
    goImage({
        name: 'amazon/aws-load-balancer-controller',
        alsoNamed: [
            'amazon/aws-alb-ingress-controller',
            'eks/aws-load-balancer-controller',
            'coreos/alb-ingress-controller'
        ],
        title: 'AWS Load Balancer Controller',
        repository: 'https://github.com/kubernetes-sigs/aws-load-balancer-controller',
        examples: [
            { requirement: 'v1.0.1', verdict: 'cannot-reload' },
            { requirement: 'v1.1.0', verdict: 'below-minimum', observed: 'reloads-late' },
            { requirement: 'v1.1.5', verdict: 'cannot-reload', observed: 'not-known' },
            { requirement: 'v1.1.7', verdict: 'cannot-reload' },
            { requirement: 'v1.1.9', verdict: 'cannot-reload' },
            { requirement: 'v2.0.0', verdict: 'reloads' },
            { requirement: 'v2.4.4', verdict: 'reloads' }
        ]
    }, ['2.0.0', 'v0.18.6', EKS], [undefined, 'of Kubernetes 1.11 or older', 'reads-once'], ['1.1.0', 'of Kubernetes 1.12.3', 'reloads-late'], ['1.1.1', '', 'not-known'], ['1.1.7', 'of December 2018', 'reads-once'], ['2.0.0', 'v0.18.6 or newer', 'reloads']),
    goImage({
        name: 'autoscaling/cluster-autoscaler',
        alsoNamed: ['cluster-autoscaler', 'cluster-autoscaler-amd64', 'autoscaling/cluster-autoscaler-amd64'],
        title: 'Cluster Autoscaler',
        repository: 'https://github.com/kubernetes/autoscaler',
        examples: [
            { requirement: 'v1.3.9', verdict: 'cannot-reload' },
            { requirement: 'v1.12.0', verdict: 'cannot-reload', observed: 'not-known' },
            { requirement: 'v1.16.7', verdict: 'cannot-reload', observed: 'not-known' },
            { requirement: 'v1.17.0', verdict: 'reloads' },
            { requirement: 'v1.21.0', verdict: 'reloads' }
        ]
    }, ['1.17.0', 'of Kubernetes 1.17'], [undefined, 'of Kubernetes 1.11 or older', 'reads-once'], ['1.12.0', 'that of Kubernetes 1.12 to 1.16, of which some patch releases reload', 'not-known'], ['1.17.0', 'of Kubernetes 1.17 or newer', 'reloads']),
    goImage({
        name: 'external-dns/external-dns',
        alsoNamed: ['external-dns', 'bitnami/external-dns', 'bitnamilegacy/external-dns', 'teapot/external-dns'],
        title: 'ExternalDNS',
        repository: 'https://github.com/kubernetes-sigs/external-dns',
        examples: [
            { requirement: 'v0.5.17', verdict: 'cannot-reload' },
            { requirement: 'v0.5.18', verdict: 'below-minimum' },
            { requirement: 'v0.6.0', verdict: 'cannot-reload', observed: 'not-known' },
            { requirement: 'v0.7.1', verdict: 'cannot-reload', observed: 'not-known' },
            { requirement: '0.7.2-debian-10-r0', verdict: 'reloads' },
            { requirement: 'v0.13.5', verdict: 'reloads' }
        ]
    }, ['0.7.2', 'v0.17.5'], [undefined, 'v8.0.0 or older', 'reads-once'], ['0.5.18', 'of Kubernetes 1.13.10', 'reloads'], ['0.5.19', '', 'not-known'], ['0.7.2', 'v0.17.5 or newer', 'reloads']),
    goImage({
        name: 'jetstack/cert-manager-controller',
        alsoNamed: [
            'jetstack/cert-manager-cainjector',
            'jetstack/cert-manager-webhook',
            'bitnami/cert-manager',
            'bitnamilegacy/cert-manager'
        ],
        title: 'cert-manager',
        repository: 'https://github.com/cert-manager/cert-manager',
        examples: [
            { requirement: 'v0.6.2', verdict: 'cannot-reload' },
            { requirement: 'v0.7.2', verdict: 'cannot-reload', observed: 'not-known' },
            { requirement: 'v0.8.1', verdict: 'cannot-reload' },
            { requirement: 'v0.9.0', verdict: 'below-minimum' },
            { requirement: 'v0.12.0', verdict: 'below-minimum' },
            { requirement: 'v0.13.0', verdict: 'reloads' },
            { requirement: 'v1.12.0', verdict: 'reloads' }
        ]
    }, ['0.13.0', 'v0.17.0'], [undefined, 'of Kubernetes 1.10 or older', 'reads-once'], ['0.7.0', 'a fork of 1.13.2', 'not-known'], ['0.8.0', 'of April 2019', 'reads-once'], ['0.9.0', 'of Kubernetes 1.15.1 or newer', 'reloads']),
    goImage({
        name: 'prom/prometheus',
        alsoNamed: ['prometheus/prometheus', 'bitnami/prometheus', 'bitnamilegacy/prometheus'],
        title: 'Prometheus',
        repository: 'https://github.com/prometheus/prometheus',
        examples: [
            { requirement: 'v2.6.0', verdict: 'cannot-reload' },
            { requirement: 'v2.7.1', verdict: 'cannot-reload', observed: 'not-known' },
            { requirement: 'v2.8.0', verdict: 'below-minimum', observed: 'reloads-late' },
            { requirement: 'v2.9.2', verdict: 'below-minimum', observed: 'reloads-late' },
            { requirement: 'v2.10.0', verdict: 'cannot-reload' },
            { requirement: 'v2.11.2', verdict: 'cannot-reload' },
            { requirement: 'v2.12.0', verdict: 'below-minimum' },
            { requirement: 'v2.13.0', verdict: 'cannot-reload', observed: 'not-known' },
            { requirement: 'v2.17.0', verdict: 'reloads' },
            { requirement: 'v3.1.0', verdict: 'reloads' }
        ]
    }, ['2.17.0', 'v0.17.3'], [undefined, 'v8.0.0 or older', 'reads-once'], ['2.7.0', '', 'not-known'], ['2.8.0', 'of Kubernetes 1.13.0-beta.2', 'reloads-late'], ['2.10.0', 'of Kubernetes 1.14.1', 'reads-once'], ['2.12.0', 'v12.0.0', 'reloads'], ['2.13.0', '', 'not-known'], ['2.17.0', 'v0.17.3 or newer', 'reloads']),
    goImage({
        name: 'prometheus-operator/prometheus-operator',
        alsoNamed: ['coreos/prometheus-operator', 'bitnami/prometheus-operator', 'bitnamilegacy/prometheus-operator'],
        title: 'Prometheus Operator',
        repository: 'https://github.com/prometheus-operator/prometheus-operator',
        examples: [
            { requirement: 'v0.24.0', verdict: 'cannot-reload' },
            { requirement: 'v0.25.0', verdict: 'below-minimum', observed: 'reloads-late' },
            { requirement: 'v0.29.0', verdict: 'below-minimum', observed: 'reloads-late' },
            { requirement: 'v0.30.0', verdict: 'cannot-reload' },
            { requirement: 'v0.31.1', verdict: 'cannot-reload' },
            { requirement: 'v0.32.0', verdict: 'below-minimum' },
            { requirement: 'v0.38.3', verdict: 'below-minimum' },
            { requirement: 'v0.39.0', verdict: 'reloads' }
        ]
    }, ['0.39.0', 'v0.18.2'], [undefined, 'v8.0.0 or older', 'reads-once'], ['0.25.0', 'v9.0.0 or v10.0.0', 'reloads-late'], ['0.30.0', 'v11.0.0', 'reads-once'], ['0.32.0', 'of Kubernetes 1.15.0 or newer', 'reloads']),
    goImage({
        name: 'metrics-server/metrics-server',
        alsoNamed: [
            'metrics-server',
            'metrics-server-amd64',
            'bitnami/metrics-server',
            'bitnamilegacy/metrics-server',
            'rancher/metrics-server',
            'rancher/mirrored-metrics-server'
        ],
        title: 'Metrics Server',
        repository: 'https://github.com/kubernetes-sigs/metrics-server',
        examples: [
            { requirement: 'v0.3.2', verdict: 'cannot-reload' },
            { requirement: 'v0.3.3', verdict: 'cannot-reload', observed: 'not-known' },
            { requirement: 'v0.3.7', verdict: 'cannot-reload', observed: 'not-known' },
            { requirement: 'v0.4.0', verdict: 'reloads' },
            { requirement: 'v0.6.4', verdict: 'reloads' }
        ]
    }, ['0.4.0', 'v0.19.2'], [undefined, 'of Kubernetes 1.11 or older', 'reads-once'], ['0.3.3', 'a branch of Kubernetes 1.14, of which only later commits reload', 'not-known'], ['0.4.0', 'v0.19.2 or newer', 'reloads']),
    goImage({
        name: 'kube-state-metrics/kube-state-metrics',
        alsoNamed: [
            'coreos/kube-state-metrics',
            'kube-state-metrics',
            'bitnami/kube-state-metrics',
            'bitnamilegacy/kube-state-metrics'
        ],
        title: 'kube-state-metrics',
        repository: 'https://github.com/kubernetes/kube-state-metrics',
        examples: [
            { requirement: 'v1.5.0', verdict: 'cannot-reload' },
            { requirement: 'v1.6.0', verdict: 'cannot-reload' },
            { requirement: 'v1.7.0', verdict: 'cannot-reload', observed: 'not-known' },
            { requirement: 'v1.7.2', verdict: 'below-minimum' },
            { requirement: 'v1.9.8', verdict: 'below-minimum' },
            { requirement: 'v2.0.0', verdict: 'reloads' }
        ]
    }, ['2.0.0', 'v0.20.5'], [undefined, 'v8.0.0, or in 1.6.0 of Kubernetes 1.14.0', 'reads-once'], ['1.7.0', '', 'not-known'], ['1.7.2', 'of Kubernetes 1.15.0 or newer', 'reloads']),
    goImage({
        name: 'node-problem-detector/node-problem-detector',
        alsoNamed: ['node-problem-detector'],
        title: 'node-problem-detector',
        repository: 'https://github.com/kubernetes/node-problem-detector',
        examples: [
            { requirement: 'v0.7.1', verdict: 'cannot-reload' },
            { requirement: 'v0.8.0', verdict: 'cannot-reload', observed: 'not-known' },
            { requirement: 'v0.8.6', verdict: 'cannot-reload', observed: 'not-known' },
            { requirement: 'v0.8.7', verdict: 'below-minimum' },
            { requirement: 'v0.8.10', verdict: 'below-minimum' },
            { requirement: 'v0.8.13', verdict: 'below-minimum' },
            { requirement: 'v0.8.14', verdict: 'reloads' }
        ]
    }, ['0.8.14', 'v0.17.17'], [undefined, 'of Kubernetes 1.9 or older', 'reads-once'], ['0.8.0', 'that of a Kubernetes 1.14, of which only later patch releases reload', 'not-known'], ['0.8.7', 'of Kubernetes 1.14.5 or newer', 'reloads']),
    goImage({
        name: 'ingress-nginx/controller',
        alsoNamed: [
            'kubernetes-ingress-controller/nginx-ingress-controller',
            'bitnami/nginx-ingress-controller',
            'bitnamilegacy/nginx-ingress-controller'
        ],
        title: 'Ingress NGINX Controller',
        repository: 'https://github.com/kubernetes/ingress-nginx',
        examples: [
            { requirement: '0.26.1', verdict: 'cannot-reload', observed: 'not-known' },
            { requirement: '0.27.0', verdict: 'reloads' },
            { requirement: 'v1.8.1', verdict: 'reloads' }
        ]
    }, ['0.27.0', 'v0.17.0'], [undefined, '', 'not-known'], ['0.27.0', 'v0.17.0 or newer', 'reloads']),
    goImage({
        name: 'traefik',
        alsoNamed: ['rancher/library-traefik', 'rancher/mirrored-library-traefik', 'traefik/traefik'],
        title: 'Traefik',
        repository: 'https://github.com/traefik/traefik',
        examples: [
            { requirement: 'v1.7.30', verdict: 'cannot-reload' },
            { requirement: '1.7.34-alpine', verdict: 'reloads' },
            { requirement: 'v2.0.0', verdict: 'below-minimum' },
            { requirement: 'v2.1.9', verdict: 'below-minimum' },
            { requirement: 'v2.2.0', verdict: 'reloads' },
            { requirement: 'v3.0.1', verdict: 'reloads' },
            { requirement: { kind: 'range', text: 'v2.1' }, verdict: 'below-minimum' },
            { requirement: { kind: 'range', text: '1.7' }, verdict: 'unknown' }
        ]
    }, ['1.7.31', 'v0.21.0; from 2.0.0 on the first is 2.2.0, with v0.17.3'], [undefined, 'v6.0.0 or older', 'reads-once'], ['1.7.31', 'v0.21.0', 'reloads'], ['1.8.0', 'of Kubernetes 1.15.1', 'reloads', 'below the minimum'], ['2.2.0', 'v0.17.3 or newer', 'reloads']),
    goImage({
        name: 'argoproj/argocd',
        alsoNamed: ['bitnami/argo-cd', 'bitnamilegacy/argo-cd'],
        title: 'Argo CD',
        repository: 'https://github.com/argoproj/argo-cd',
        examples: [
            { requirement: 'v0.10.5', verdict: 'cannot-reload' },
            { requirement: 'v0.12.0', verdict: 'below-minimum', observed: 'reloads-late' },
            { requirement: 'v1.0.2', verdict: 'below-minimum', observed: 'reloads-late' },
            { requirement: 'v1.5.8', verdict: 'cannot-reload', observed: 'not-known' },
            { requirement: 'v1.6.0', verdict: 'reloads' },
            { requirement: 'v2.9.3', verdict: 'reloads' }
        ]
    }, ['1.6.0', 'v0.16.6'], [undefined, 'of Kubernetes 1.11 or older', 'reads-once'], ['0.10.6', 'a branch of Kubernetes 1.12', 'not-known'], ['0.12.0', 'a commit of the branch release-9.0', 'reloads-late'], ['1.1.0', 'branches of Kubernetes 1.14 and newer', 'not-known'], ['1.6.0', 'v0.16.6 or newer', 'reloads']),
    goImage({
        name: 'linkerd/controller',
        alsoNamed: ['linkerd-io/controller'],
        title: 'Linkerd control plane',
        repository: 'https://github.com/linkerd/linkerd2',
        examples: [
            { requirement: 'stable-2.1.0', verdict: 'cannot-reload' },
            { requirement: 'stable-2.7.1', verdict: 'cannot-reload', observed: 'not-known' },
            { requirement: 'stable-2.8.0', verdict: 'reloads' },
            { requirement: 'edge-20.6.1', verdict: 'unknown' }
        ]
    }, ['stable-2.8.0', 'v0.17.4'], [undefined, 'of Kubernetes 1.11 or older', 'reads-once'], ['stable-2.2.0', '', 'not-known'], ['stable-2.8.0', 'v0.17.4 or newer', 'reloads']),
    goImage({
        name: 'istio/pilot',
        alsoNamed: [
            'istio-release/pilot',
            'istio/galley',
            'istio/citadel',
            'istio/mixer',
            'istio/sidecar_injector',
            'istio/operator',
            'istio-release/operator'
        ],
        title: 'Istio control plane',
        repository: 'https://github.com/istio/istio',
        examples: [
            { requirement: '1.1.7', verdict: 'cannot-reload' },
            { requirement: '1.2.0', verdict: 'below-minimum', observed: 'reloads-late' },
            { requirement: '1.4.10', verdict: 'cannot-reload', observed: 'not-known' },
            { requirement: '1.5.0', verdict: 'reloads' },
            { requirement: '1.20.0-distroless', verdict: 'reloads' }
        ]
    }, ['1.5.0', 'v0.17.2'], [undefined, 'of October 2018 or older', 'reads-once'], ['1.2.0', 'v10.0.0', 'reloads-late'], ['1.3.0', '', 'not-known'], ['1.5.0', 'v0.17.2 or newer', 'reloads']),
    goImage({
        name: 'velero/velero',
        alsoNamed: ['heptio-images/velero', 'bitnami/velero', 'bitnamilegacy/velero'],
        title: 'Velero',
        repository: 'https://github.com/vmware-tanzu/velero',
        examples: [
            { requirement: 'v0.11.0', verdict: 'cannot-reload' },
            { requirement: 'v1.0.0', verdict: 'below-minimum', observed: 'reloads-late' },
            { requirement: 'v1.1.0', verdict: 'cannot-reload' },
            { requirement: 'v1.2.0', verdict: 'below-minimum' },
            { requirement: 'v1.3.0', verdict: 'reloads' },
            { requirement: 'v1.12.0', verdict: 'reloads' }
        ]
    }, ['1.3.0', 'v0.17.0'], [undefined, 'v8.0.0 or older', 'reads-once'], ['1.0.0', 'v9.0.0', 'reloads-late'], ['1.1.0', 'of Kubernetes 1.14.0', 'reads-once'], ['1.2.0', 'of Kubernetes 1.15.3 or newer', 'reloads']),
    goImage({
        name: 'kubernetesui/dashboard',
        alsoNamed: ['kubernetes-dashboard-amd64', 'google_containers/kubernetes-dashboard-amd64'],
        title: 'Kubernetes Dashboard',
        repository: 'https://github.com/kubernetes/dashboard',
        examples: [
            { requirement: 'v1.10.1', verdict: 'cannot-reload' },
            { requirement: 'v2.0.0-beta8', verdict: 'cannot-reload', observed: 'not-known' },
            { requirement: 'v2.0.0', verdict: 'reloads' },
            { requirement: 'v2.7.0', verdict: 'reloads' }
        ]
    }, ['2.0.0', 'v0.18.2'], [undefined, 'of Kubernetes 1.10.1 or older', 'reads-once'], ['1.10.2', '', 'not-known'], ['2.0.0', 'v0.18.2 or newer', 'reloads']),
    goImage({
        name: 'kedacore/keda',
        alsoNamed: ['kedacore/keda-metrics-adapter', 'kedacore/keda-metrics-apiserver'],
        title: 'KEDA',
        repository: 'https://github.com/kedacore/keda',
        examples: [
            { requirement: '1.4.0', verdict: 'cannot-reload', observed: 'not-known' },
            { requirement: '1.5.0', verdict: 'cannot-reload' },
            { requirement: '2.0.0', verdict: 'reloads' },
            { requirement: '2.12.0', verdict: 'reloads' }
        ]
    }, ['2.0.0', 'v0.18.8'], [undefined, '', 'not-known'], ['1.4.1', 'of Kubernetes 1.14.1', 'reads-once'], ['2.0.0', 'v0.18.8 or newer', 'reloads']),
    goImage({
        name: 'descheduler/descheduler',
        title: 'Descheduler',
        repository: 'https://github.com/kubernetes-sigs/descheduler',
        examples: [
            { requirement: 'v0.9.0', verdict: 'cannot-reload', observed: 'not-known' },
            { requirement: 'v0.10.0', verdict: 'reloads' },
            { requirement: 'v0.18.0', verdict: 'reloads' }
        ]
    }, ['0.10.0', 'v0.17.0'], [undefined, '', 'not-known'], ['0.10.0', 'v0.17.0 or newer', 'reloads']),
    goImage({
        name: 'grafana/loki',
        alsoNamed: ['grafana/promtail', 'bitnami/grafana-loki', 'bitnami/promtail'],
        title: 'Loki and Promtail',
        repository: 'https://github.com/grafana/loki',
        examples: [
            { requirement: 'v0.3.0', verdict: 'cannot-reload' },
            { requirement: 'v0.4.0', verdict: 'below-minimum' },
            { requirement: '1.5.0', verdict: 'below-minimum' },
            { requirement: '1.6.0', verdict: 'reloads' },
            { requirement: '2.9.2', verdict: 'reloads' }
        ]
    }, ['1.6.0', 'v0.18.3'], [undefined, 'of Kubernetes 1.14.1 or older', 'reads-once'], ['0.4.0', 'of Kubernetes 1.15.0 or newer', 'reloads']),
    goImage({
        name: 'kube-proxy',
        alsoNamed: ['kube-proxy-amd64', 'eks/kube-proxy', 'google_containers/kube-proxy'],
        title: 'kube-proxy',
        repository: 'https://github.com/kubernetes/kubernetes',
        examples: [
            { requirement: 'v1.11.10', verdict: 'cannot-reload' },
            { requirement: 'v1.12.4', verdict: 'below-minimum', observed: 'reloads-late' },
            { requirement: 'v1.12.8', verdict: 'cannot-reload' },
            { requirement: 'v1.12.9', verdict: 'below-minimum' },
            { requirement: 'v1.13.0', verdict: 'below-minimum', observed: 'reloads-late' },
            { requirement: 'v1.13.6', verdict: 'cannot-reload' },
            { requirement: 'v1.13.7', verdict: 'below-minimum' },
            { requirement: 'v1.14.2', verdict: 'cannot-reload' },
            { requirement: 'v1.14.3', verdict: 'below-minimum' },
            { requirement: 'v1.15.6', verdict: 'below-minimum' },
            { requirement: 'v1.15.7', verdict: 'reloads' },
            { requirement: 'v1.21.2-eksbuild.2', verdict: 'reloads' }
        ]
    }, ['1.15.7', 'of Kubernetes 1.15.7'], [undefined, 'of Kubernetes 1.11 or older', 'reads-once'], ['1.12.0', 'of Kubernetes 1.12.0 to 1.12.4', 'reloads-late'], ['1.12.5', 'of Kubernetes 1.12.5 to 1.12.8', 'reads-once'], ['1.12.9', 'of Kubernetes 1.12.9 or newer', 'reloads'], ['1.13.0', 'of Kubernetes 1.13.0', 'reloads-late'], ['1.13.1', 'of Kubernetes 1.13.1 to 1.13.6', 'reads-once'], ['1.13.7', 'of Kubernetes 1.13.7 or newer', 'reloads'], ['1.14.0', 'of Kubernetes 1.14.0 to 1.14.2', 'reads-once'], ['1.14.3', 'of Kubernetes 1.14.3 or newer', 'reloads']),
    ownLoader({
        name: 'fluxcd/helm-controller',
        title: 'Flux helm-controller',
        repository: 'https://github.com/fluxcd/helm-controller',
        examples: [
            { requirement: 'v0.21.0', verdict: 'cannot-reload' },
            { requirement: 'v0.22.0', verdict: 'reloads' }
        ]
    }, '0.22.0', {
        text: 'changelog of helm-controller 0.22.0',
        url: 'https://github.com/fluxcd/helm-controller/blob/main/CHANGELOG.md#0220',
        proof: 'documented'
    }, { before: 'Its client-go reloads, but the token is copied out of the configuration once, for Helm.' }),
    ownLoader({
        name: 'fluent/fluent-bit',
        alsoNamed: ['bitnami/fluent-bit', 'bitnamilegacy/fluent-bit'],
        title: 'Fluent Bit',
        repository: 'https://github.com/fluent/fluent-bit',
        examples: [
            { requirement: '1.8.15', verdict: 'cannot-reload' },
            { requirement: '1.9.3-debug', verdict: 'cannot-reload' },
            { requirement: '1.9.4', verdict: 'reloads' },
            { requirement: '3.0.0', verdict: 'reloads' }
        ]
    }, '1.9.4', {
        text: 'fluent/fluent-bit 110bce8ee',
        url: 'https://github.com/fluent/fluent-bit/commit/110bce8ee',
        proof: 'source'
    }, { after: 'The Kubernetes filter reads the token file again every ten minutes (kube_token_ttl).' }),
    ownLoader({
        name: 'aws-observability/aws-for-fluent-bit',
        alsoNamed: ['amazon/aws-for-fluent-bit', 'aws-for-fluent-bit'],
        title: 'AWS for Fluent Bit',
        repository: 'https://github.com/aws/aws-for-fluent-bit',
        examples: [
            { requirement: '2.24.0', verdict: 'cannot-reload' },
            { requirement: '2.25.0', verdict: 'reloads' },
            { requirement: 'stable', verdict: 'unknown' }
        ]
    }, '2.25.0', EKS),
    ownLoader({
        name: 'fluent/fluentd-kubernetes-daemonset',
        title: 'Fluentd daemonset for Kubernetes',
        repository: 'https://github.com/fluent/fluentd-kubernetes-daemonset',
        examples: [
            { requirement: 'v1.14.6-debian-elasticsearch7-1.0', verdict: 'cannot-reload' },
            { requirement: 'v1.14.6-debian-elasticsearch7-1.1', verdict: 'reloads' },
            { requirement: 'v1.15.3-debian-forward-1.0', verdict: 'reloads' },
            { requirement: { kind: 'range', text: 'v1.14-debian-elasticsearch7-1' }, verdict: 'unknown' }
        ]
    }, 'v1.14.6-1.1', {
        text: 'fluent/fluentd-kubernetes-daemonset f6b3b82e',
        url: 'https://github.com/fluent/fluentd-kubernetes-daemonset/commit/f6b3b82e',
        proof: 'source'
    }, { before: 'Its metadata filter before 2.11.1 reads the token file once.' }),
    ownLoader({
        name: 'external-secrets/kubernetes-external-secrets',
        alsoNamed: ['godaddy/kubernetes-external-secrets'],
        title: 'Kubernetes External Secrets',
        repository: 'https://github.com/external-secrets/kubernetes-external-secrets',
        fix: { advice: 'No release reloads the token, and none will be made: move to External Secrets Operator.' },
        examples: [
            { requirement: '8.5.5', verdict: 'cannot-reload' },
            { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
        ]
    }, undefined, {
        text: 'external-secrets/kubernetes-external-secrets#926',
        url: 'https://github.com/external-secrets/kubernetes-external-secrets/issues/926',
        proof: 'source'
    }, { before: 'The Kubernetes client in it, kubernetes-client of GoDaddy, reads the token file once.' }),
    ownLoader({
        name: 'telegraf',
        alsoNamed: ['bitnami/telegraf', 'bitnamilegacy/telegraf'],
        title: 'Telegraf',
        repository: 'https://github.com/influxdata/telegraf',
        examples: [
            { requirement: '1.23.3-alpine', verdict: 'cannot-reload' },
            { requirement: '1.23.4', verdict: 'reloads' },
            { requirement: { kind: 'range', text: '1.30-alpine' }, verdict: 'reloads' }
        ]
    }, '1.23.4', {
        text: 'influxdata/telegraf 388be518f8',
        url: 'https://github.com/influxdata/telegraf/commit/388be518f8',
        proof: 'source'
    }, { before: 'Its inputs for Kubernetes read the token file once, whichever client-go it holds.' }),
    ownLoader({
        name: 'newrelic/nri-kubernetes',
        title: 'New Relic Kubernetes integration',
        repository: 'https://github.com/newrelic/nri-kubernetes',
        examples: [
            { requirement: '3.4.0', verdict: 'cannot-reload' },
            { requirement: '3.4.1', verdict: 'reloads' }
        ]
    }, '3.4.1', {
        text: 'newrelic/nri-kubernetes#512',
        url: 'https://github.com/newrelic/nri-kubernetes/commit/576f0fcd',
        proof: 'source'
    }, { before: 'Its client-go reloads, but the token is copied out of the configuration once.' }),
    ownLoader({
        name: 'kiwigrid/k8s-sidecar',
        title: 'k8s-sidecar',
        repository: 'https://github.com/kiwigrid/k8s-sidecar',
        examples: [
            { requirement: '1.15.1', verdict: 'cannot-reload' },
            { requirement: '1.15.2', verdict: 'reloads' },
            { requirement: '1.25.1', verdict: 'reloads' }
        ]
    }, '1.15.2', {
        text: 'requirements of k8s-sidecar',
        url: 'https://github.com/kiwigrid/k8s-sidecar/blob/1.15.2/src/requirements.txt',
        proof: 'unsure'
    }, {
        before: 'It is thought to hold a release of the Python client before 12.0.0, which reads the token file once.',
        after: 'It holds release 12.0.0 or newer of the Python client, which reads the token file again every minute.'
    }),
    ownLoader({
        name: 'calico/node',
        alsoNamed: ['calico/cni'],
        title: 'Calico',
        repository: 'https://github.com/projectcalico/calico',
        examples: [
            { requirement: 'v3.23.1', verdict: 'cannot-reload' },
            { requirement: 'v3.23.2', verdict: 'reloads' },
            { requirement: 'v3.26.1', verdict: 'reloads' }
        ]
    }, '3.23.2', { text: 'projectcalico/calico#5910', url: 'https://github.com/projectcalico/calico/pull/5910', proof: 'unsure' }, {
        before: 'The kubeconfig that it writes for the host holds a token that only the token watcher renews, where it is on.',
        after: 'It asks for a new token itself and writes it into the kubeconfig of the host.'
    }),
    ownLoader({
        name: 'k8snetworkplumbingwg/multus-cni',
        title: 'Multus CNI',
        repository: 'https://github.com/k8snetworkplumbingwg/multus-cni',
        examples: [
            { requirement: 'v3.9.3', verdict: 'cannot-reload' },
            { requirement: 'v4.1.0', verdict: 'reloads' }
        ]
    }, '4.1.0', {
        text: 'k8snetworkplumbingwg/multus-cni 53a68c35f',
        url: 'https://github.com/k8snetworkplumbingwg/multus-cni/commit/53a68c35f',
        proof: 'unsure'
    }, {
        before: 'The thin plugin writes the token into the kubeconfig of the host once.',
        after: 'It writes the kubeconfig of the host anew when the token changes, where the watch is on.'
    })
];

// EXTERNAL MODULE: ./lib/model.js
var model = __nccwpck_require__(9814);
;// CONCATENATED MODULE: ./lib/policy/clients/gem.js
/** What is known of the Ruby clients. */


const gem_RELOAD = {
    text: 'kubernetes-client/ruby#53, merged 2020-05-04, reads the token file again',
    url: 'https://github.com/kubernetes-client/ruby/pull/53',
    proof: 'source'
};
const KUBECLIENT_RELOAD = {
    text: 'kubeclient 4.10.0 reads bearer_token_file again for every request',
    url: 'https://github.com/ManageIQ/kubeclient/commit/93bcee8',
    proof: 'source'
};
const METADATA_FILTER_CLIENT = {
    text: 'fluent-plugin-kubernetes_metadata_filter#337 recreates the client after a 401',
    url: 'https://github.com/fabric8io/fluent-plugin-kubernetes_metadata_filter/commit/b80d65e',
    proof: 'source'
};
const METADATA_FILTER_WATCH = {
    text: 'fluent-plugin-kubernetes_metadata_filter#352 starts the pod watch again after a 401',
    url: 'https://github.com/fabric8io/fluent-plugin-kubernetes_metadata_filter/commit/73f7b0d',
    proof: 'source'
};
const MASTER = { text: 'master branch', evidence: [KEP, EKS, CCE] };
const OFFICIAL = 'https://github.com/kubernetes-client/ruby';
// The spellings of the one repository: https, http, git and ssh addresses, with or without a user, `.git`, a last slash.
const OFFICIAL_REMOTE = /^(?:(?:https?|git|ssh|git\+ssh):\/\/(?:[^@/]{1,100}@)?(?:www\.)?github\.com(?::\d{1,5})?\/|(?:[^@/:]{1,100}@)?github\.com:\/?)kubernetes-client\/ruby(?:\.git)?\/?$/i;
const REVISION = /^[0-9a-f]{7,40}$/i;
/** The commits of master that reload, from kubernetes-client/ruby#53 to the last one, of 2021-03-04. */
const RELOADING = [
    'aa77f9ba2761',
    'aacf14651a97',
    'acab6cc63149',
    '55cbf89b2393',
    '62f7dfea0685',
    '1c68ae9dd260',
    '33861097e2ea'
];
/** The last commit of master that does not, of 2020-03-03. Git shows seven digits where they are enough. */
const LAST_STATIC = 'af7b29c';
const MASTER_NAMES = new Set(['master', 'origin/master', 'refs/heads/master', 'HEAD']);
const KRANE = 'https://github.com/Shopify/krane';
const gem_REPLACE = 'Replace it, for example by kubeclient 4.10.1 or newer with bearer_token_file.';
const INSTALL = `gem 'kubernetes-io', git: '${OFFICIAL}', branch: 'master'`;
/** The rule for a git source of the official client: the commit decides, without one the branch. */
function observeOfficialSource(requirement) {
    if (requirement.kind !== 'source' || requirement.url === undefined)
        return undefined;
    const { url, branch } = requirement;
    if (url.length > 500 || !OFFICIAL_REMOTE.test(url)) {
        return {
            behaviour: 'not-known',
            reason: 'fork',
            because: 'The gem comes from a repository other than the official one, whose commits say nothing about it.',
            evidence: [gem_RELOAD]
        };
    }
    const revision = requirement.revision ?? branch ?? 'master';
    if (MASTER_NAMES.has(revision)) {
        return {
            behaviour: 'reloads',
            because: 'The master branch reads the token file again since 2020-05-04.',
            evidence: [gem_RELOAD]
        };
    }
    if (names(revision, RELOADING)) {
        return { behaviour: 'reloads', because: 'This commit of master reads the token file again.', evidence: [gem_RELOAD] };
    }
    if (names(revision, [LAST_STATIC])) {
        return {
            behaviour: 'reads-once',
            because: 'This commit lies before the one that made the client read the token file again.',
            evidence: [gem_RELOAD]
        };
    }
    return {
        behaviour: 'not-known',
        reason: 'source',
        because: 'This commit or branch of the official repository is not among those whose code was read.',
        evidence: [gem_RELOAD]
    };
}
/** Whether a commit, written with at least seven digits, is one of the listed ones, which are not written out either. */
function names(revision, commits) {
    if (!REVISION.test(revision))
        return false;
    const digits = revision.toLowerCase();
    return commits.some(commit => digits.startsWith(commit) || commit.startsWith(digits));
}
const SOURCE_EXAMPLES = [
    { requirement: git(OFFICIAL, '33861097e2eab9954b3f07f6898e5e8199199731'), verdict: 'reloads' },
    { requirement: git(`${OFFICIAL}.git`, '3386109'), verdict: 'reloads' },
    { requirement: git('git@github.com:kubernetes-client/ruby.git', 'aacf14651a97'), verdict: 'reloads' },
    { requirement: git('ssh://git@github.com/kubernetes-client/ruby', 'AA77F9BA2761'), verdict: 'reloads' },
    { requirement: git('git://github.com/Kubernetes-Client/ruby.git/', 'master'), verdict: 'reloads' },
    { requirement: git('http://github.com/kubernetes-client/ruby'), verdict: 'reloads' },
    { requirement: { ...git(OFFICIAL), branch: 'master' }, verdict: 'reloads' },
    { requirement: git(OFFICIAL, 'af7b29c'), verdict: 'cannot-reload' },
    { requirement: { ...git(OFFICIAL, 'af7b29c'), branch: 'master' }, verdict: 'cannot-reload' },
    { requirement: git(OFFICIAL, '338610'), verdict: 'unknown', observed: 'not-known' },
    { requirement: git(OFFICIAL, '33861097e2eb'), verdict: 'unknown', observed: 'not-known' },
    { requirement: git(OFFICIAL, 'v1.0.0'), verdict: 'unknown', observed: 'not-known' },
    { requirement: { ...git(OFFICIAL), branch: 'topic' }, verdict: 'unknown', observed: 'not-known' },
    { requirement: git('https://github.com/acme/ruby', '33861097e2ea'), verdict: 'unknown', observed: 'not-known' },
    {
        requirement: git('https://github.example/kubernetes-client/ruby', 'master'),
        verdict: 'unknown',
        observed: 'not-known'
    },
    { requirement: git('https://github.com/kubernetes-client/ruby-extra'), verdict: 'unknown', observed: 'not-known' }
];
function git(url, revision) {
    return (0,model/* sourceRequirement */.V$)(revision ?? url, { url, revision });
}
/** A tool of Shopify's that talks to a cluster from outside, as a kubeconfig says. */
function deployTool(name, examples) {
    return {
        name,
        title: name,
        repository: KRANE,
        observed: [
            {
                behaviour: 'not-known',
                reason: 'no-loader',
                because: 'It ends when the deployment is done, and takes its credentials from a kubeconfig: the kubeclient that it brings in decides what becomes of them.',
                evidence: [
                    {
                        text: 'Shopify/krane, lib/krane/kubeclient_builder.rb',
                        url: `${KRANE}/blob/main/lib/krane/kubeclient_builder.rb`,
                        proof: 'source'
                    }
                ]
            }
        ],
        brings: ['kubeclient'],
        fix: { advice: 'Ask for kubeclient 4.10.1 or newer beside it, or add a lockfile.' },
        examples: [
            ...examples.map(requirement => ({ requirement, verdict: 'unknown' })),
            { requirement: { kind: 'none' }, verdict: 'unknown' }
        ]
    };
}
/** The rows of the RubyGems ecosystem. */
const gemClients = [
    {
        name: 'kubernetes-io',
        title: 'Kubernetes Ruby client',
        repository: OFFICIAL,
        minimum: MASTER,
        observed: [
            {
                behaviour: 'reads-once',
                because: 'No released gem reads the token file again: the only release, 1.0.0.pre.alpha2, is a year older than the code that does.',
                evidence: [gem_RELOAD]
            }
        ],
        observe: observeOfficialSource,
        fix: { advice: `Take the gem from the master branch: ${INSTALL}` },
        examples: [
            { requirement: '1.0.0.pre.alpha2', verdict: 'cannot-reload', observed: 'reads-once' },
            { requirement: '1.0.0.pre.alpha1', verdict: 'cannot-reload', observed: 'reads-once' },
            { requirement: { kind: 'range', text: '~> 1.0.0.pre.alpha1' }, verdict: 'cannot-reload' },
            ...SOURCE_EXAMPLES
        ]
    },
    {
        // The same client before its gemspec was renamed; the gem of this name in the registry is another project.
        name: 'kubernetes',
        title: 'Kubernetes Ruby client before 2019-04-26',
        repository: OFFICIAL,
        minimum: MASTER,
        observed: [
            {
                behaviour: 'not-known',
                reason: 'no-loader',
                because: "The registry's gem of this name is not the official client, which was called so in its git repository only.",
                evidence: [gem_RELOAD]
            }
        ],
        observe: observeOfficialSource,
        fix: { advice: `If the official client is meant, take it from the master branch: ${INSTALL}` },
        examples: [{ requirement: '1.0.0', verdict: 'unknown', observed: 'not-known' }, ...SOURCE_EXAMPLES]
    },
    {
        name: 'kubeclient',
        title: 'kubeclient',
        repository: 'https://github.com/ManageIQ/kubeclient',
        observed: [
            {
                before: '4.10.0',
                behaviour: 'reads-once',
                because: 'The token is read once, also when it is given as bearer_token_file.',
                evidence: [KUBECLIENT_RELOAD]
            },
            {
                from: '4.10.0',
                behaviour: 'reloads-late',
                because: 'The token file is read again for every request, but only when it is given as bearer_token_file; a bearer_token stays as it is.',
                evidence: [
                    KUBECLIENT_RELOAD,
                    {
                        text: 'kubeclient 4.10.1 stops 4.10.0 from logging how it handles the token',
                        url: 'https://github.com/ManageIQ/kubeclient/blob/master/CHANGELOG.md',
                        proof: 'documented'
                    }
                ]
            }
        ],
        fix: {
            version: '4.10.1',
            advice: 'Give the token as bearer_token_file, never as bearer_token: only the file is read again.'
        },
        examples: [
            { requirement: '1.1.4', verdict: 'cannot-reload', observed: 'reads-once' },
            { requirement: '4.9.2', verdict: 'cannot-reload', observed: 'reads-once' },
            { requirement: '4.9.3', verdict: 'cannot-reload', observed: 'reads-once' },
            { requirement: '4.10.0', verdict: 'reloads-late' },
            { requirement: '4.10.1', verdict: 'reloads-late' },
            { requirement: '4.13.0', verdict: 'reloads-late' },
            { requirement: { kind: 'range', text: '~> 4.9.0' }, verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '~> 4.10' }, verdict: 'reloads-late' },
            { requirement: { kind: 'range', text: ">= 4.0', '< 4.10" }, verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '~> 4.9' }, verdict: 'reloads-late' }
        ]
    },
    {
        name: 'k8s-client',
        title: 'k8s-client',
        repository: 'https://github.com/kontena/k8s-client',
        observed: [
            {
                behaviour: 'reads-once',
                because: 'Transport.in_cluster_config reads the token once, in every release up to the last, 0.10.4.',
                evidence: [
                    {
                        text: 'kontena/k8s-client, lib/k8s/transport.rb',
                        url: 'https://github.com/kontena/k8s-client',
                        proof: 'source'
                    }
                ]
            }
        ],
        fix: { advice: gem_REPLACE },
        examples: [
            { requirement: '0.1.0', verdict: 'cannot-reload', observed: 'reads-once' },
            { requirement: '0.10.4', verdict: 'cannot-reload', observed: 'reads-once' }
        ]
    },
    {
        name: 'k8s-ruby',
        title: 'k8s-ruby',
        repository: 'https://github.com/k8s-ruby/k8s-ruby',
        observed: [
            {
                behaviour: 'reads-once',
                because: 'Transport.in_cluster_config reads the token once, in every release up to 0.16.0, as in k8s-client, whose fork it is.',
                evidence: [
                    {
                        text: 'k8s-ruby/k8s-ruby, lib/k8s/transport.rb',
                        url: 'https://github.com/k8s-ruby/k8s-ruby',
                        proof: 'source'
                    }
                ]
            }
        ],
        fix: { advice: gem_REPLACE },
        examples: [
            { requirement: '0.10.5', verdict: 'cannot-reload', observed: 'reads-once' },
            { requirement: '0.16.0', verdict: 'cannot-reload', observed: 'reads-once' }
        ]
    },
    {
        name: 'fluent-plugin-kubernetes_metadata_filter',
        title: 'Fluentd filter for Kubernetes metadata',
        repository: 'https://github.com/fabric8io/fluent-plugin-kubernetes_metadata_filter',
        observed: [
            {
                before: '2.11.1',
                behaviour: 'reads-once',
                because: 'It reads the token file itself and hands the text to kubeclient, so that no version of kubeclient helps.',
                evidence: [METADATA_FILTER_CLIENT]
            },
            {
                from: '2.11.1',
                before: '3.1.1',
                behaviour: 'reloads-late',
                because: 'It hands the token file to kubeclient and recreates the client after a 401, but not the watch on pods.',
                evidence: [METADATA_FILTER_CLIENT, METADATA_FILTER_WATCH]
            },
            {
                from: '3.1.1',
                behaviour: 'reloads',
                because: 'It hands the token file to kubeclient, which from 4.10.0 on reads it for every request, and recreates the client and the watch on pods after a 401.',
                evidence: [METADATA_FILTER_CLIENT, METADATA_FILTER_WATCH]
            }
        ],
        examples: [
            { requirement: '2.6.0', verdict: 'cannot-reload', observed: 'reads-once' },
            { requirement: '2.11.0', verdict: 'cannot-reload', observed: 'reads-once' },
            { requirement: '2.11.1', verdict: 'reloads-late' },
            { requirement: '3.1.0', verdict: 'reloads-late' },
            { requirement: '3.1.1', verdict: 'reloads' },
            { requirement: '3.8.0', verdict: 'reloads' }
        ]
    },
    deployTool('krane', ['1.0.0', '2.3.6']),
    deployTool('kubernetes-deploy', ['0.20.0', '0.31.1'])
];

// EXTERNAL MODULE: ./node_modules/semver/functions/compare.js
var compare = __nccwpck_require__(8469);
// EXTERNAL MODULE: ./lib/ecosystems/golang/version.js
var golang_version = __nccwpck_require__(5960);
;// CONCATENATED MODULE: ./lib/policy/clients/golang-commits.js
/**
 * The commits of client-go whose date says nothing about what they do.
 * Found by reading `InClusterConfig` and `TransportConfig` in all 7,939 commits reachable from the branches and tags of
 * https://github.com/kubernetes/client-go; each is the first twelve digits of the commit.
 */
/** Dated at or after the fix of 2019-05-14 and without it: release branches that got it later, tags cut before it. */
const READS_ONCE_AFTER_THE_FIX = new Set([
    'dd7f3ad83f18',
    '78e94f51a042',
    '88d756b975d6',
    'ae8359b20417', // 1.14.2
    'd9857e2e8027',
    '921a716ae8da', // 1.15.0-alpha.1
    '42f9eb3046f9', // 1.16.0-alpha.0
    '1d38c5b5fbbc',
    'd426adfcaca8',
    'd014f46af78e', // 1.15.0-beta.0
    'b2fcf6bb0394',
    '32a6ebfbede3' // v1.5.2
]);
/**
 * Re-read the file every five minutes (kubernetes/kubernetes#67359), 2018-09-02 to 2019-01-10. Commits of other branches
 * with the same dates read it once, so only the commit decides. Commits on no branch or tag are not listed.
 */
const RELOADS_EVERY_FIVE_MINUTES = new Set(`
  f06dbfd73543 1bb88b0329ce 37c3c02ec965 227cb5081d61 173ad5fde8e4 20034be40228 86dcffcddee1 b4527731f15b
  539ab164ee8e 780aa459ed9e 1fb328fb3326 8f44824f9b39 5b1220ffefb3 f91e48d7cff0 7f726ce02d09 ca74aedde1ee
  93821fae8052 3e32c8333043 c99ff00c5d44 2126806484ab 8ad43087cf14 33124a8148e1 e39833ec3c5d 087039522ddd
  a5d40177db18 4d3c94690f78 44e7f0ea193b bb17ab6ef178 e2bc6cda8da5 f95740e17102 508ef814cc1c 9d61d93378cd
  c49eef9ec85d cb0e33492f3c fc239b820367 78bf9020c4ad aa75b7764b7e a0aefdd1eb53 3e116d45271a 1638f8970cef
  1d3869eff2a3 9c8160489419 e7716c6dc574 cb4883f3dea0 1f8420dc261f 672cf70624bc ba3e01d473d8 2ccedc1ac864
  7f0192792d56 f3fa17a20765 dcf16a0f3b52 79cc61940109 6c1248a47f4e 9b03088ac34f f1576713572d 7571b2924a4a
  cbd9965a0e71 70926af6e803 5e167e7c1e8a 80f980e507e3 c4e862c05acd 982e3f55001f d355f0b411df e7898cb3b541
  045bdd8bd8f4 585e98112a2f 13596e875acc c8c30ced287c 0d0d5b2832a5 bf181536cb4d 315e03f5e13d 855e624bb96f
  ddab801f99a1 05d4e2f0fd65 e8d832bc5e6b ecf1ee491e2e 6054fbfc6590 193c4639ffa2 d7e5e537ca35 eadee0c4540e
  e6341db955e2 3d0291ef797f b1c1d2e7ca76 e46ee4cfd398 1f45ff1aa5b5 38be6cb053df 95de409bddc9 ee7a1ba5cdf1
  d4d6a69313da b5f2e1aa4f76 c4b39e79529e d56d3df33a99 d97da3df6f41 347ed2dc64c9 1836361180cb 1f6887366864
  e9ae4fad335f 778b92062ab0 130cbb7b444c a27488ec944d 4ed618c60934 9a85277e6815 79203b61db19 9bea17718df8
  3859b525268e f365f3ce2190 5a58551eb0cd 5ed0a48d9d0c dba3bbbd4b16 acc621f88da0 4e63d755dcde 46a8dc78ec29
  3dda0e178874 99faa9d1418f 8abb21031259 a47917edff34 d082d5923d3c 01c3dc91a23d 05cbc6e58d91 02f343fb2703
  691e95f070c2 b2d26f285639 4bfa0bdae855 7d662d11545b e64494209f55 01eda157bc99 49478befba46 5e6a3d4e34f6
  7bee181585cb
  `
    .trim()
    .split(/\s+/));

;// CONCATENATED MODULE: ./lib/policy/clients/golang-frameworks.js
/**
 * Go modules that read the token with code of their own, and controller-runtime, which brings client-go in. k8s.io/kubernetes
 * and operator-sdk have no rows: they take client-go through `replace` directives, which count in their own go.mod only.
 */

const KUBERESOLVER = 'https://github.com/sercand/kuberesolver';
const GO_MICRO = 'https://github.com/micro/go-micro';
const MICRO_PLUGINS = 'https://github.com/micro/plugins';
const CONTROLLER_RUNTIME = 'https://github.com/kubernetes-sigs/controller-runtime';
const VAULT_AUTH = 'https://github.com/hashicorp/vault-plugin-auth-kubernetes';
const WATCHED_FILE = {
    text: 'sercand/kuberesolver#29, which watches the token file',
    url: `${KUBERESOLVER}/commit/ca3fb14`,
    proof: 'source'
};
const MICRO_CLIENT = {
    text: 'registry/kubernetes/client/client.go of the plugins for go-micro',
    url: `${MICRO_PLUGINS}/blob/main/registry/kubernetes/client/client.go`,
    proof: 'source'
};
const MICRO_CORE = {
    text: 'util/kubernetes/client/client.go of go-micro v2',
    url: `${GO_MICRO}/blob/04506ea4049b586cbd5f26e07d1e3fdae743abba/util/kubernetes/client/client.go`,
    // Only a program that chooses Kubernetes as its runtime runs this code.
    proof: 'unsure'
};
const CACHED_FILE = {
    text: 'hashicorp/vault-plugin-auth-kubernetes#122',
    url: `${VAULT_AUTH}/commit/d289258`,
    proof: 'source'
};
const FILE_IS_WATCHED = 'The token file is watched, and read again when it changes.';
const MICRO_ADVICE = 'No release reloads the token: take another registry of go-micro, or read the services with k8s.io/client-go v0.15.7 or newer.';
const UNLESS = 'unless another module asks for a newer one';
/** What a release of a module asks of another. Nothing is proven by it: another module may ask for a newer one. */
function asks(version, client) {
    return {
        text: `controller-runtime ${version} asks for client-go of ${client}`,
        url: `${CONTROLLER_RUNTIME}/tree/${version}`,
        proof: 'unsure'
    };
}
const kuberesolver = {
    name: 'github.com/sercand/kuberesolver',
    title: 'kuberesolver',
    repository: KUBERESOLVER,
    observed: [{ behaviour: 'reads-once', because: READ_AT_START, evidence: [WATCHED_FILE] }],
    fix: { advice: 'Move to github.com/sercand/kuberesolver/v4 or newer: each major version is a module of its own.' },
    examples: [
        { requirement: 'v1.0.0', verdict: 'cannot-reload' },
        { requirement: 'v2.1.0+incompatible', verdict: 'cannot-reload' },
        { requirement: 'v2.4.0+incompatible', verdict: 'cannot-reload' }
    ]
};
const kuberesolverThree = {
    name: 'github.com/sercand/kuberesolver/v3',
    title: 'kuberesolver',
    repository: KUBERESOLVER,
    observed: [
        { before: 'v3.1.1', behaviour: 'reads-once', because: READ_AT_START, evidence: [WATCHED_FILE] },
        { from: 'v3.1.1', behaviour: 'reloads', because: FILE_IS_WATCHED, evidence: [WATCHED_FILE] }
    ],
    examples: [
        { requirement: 'v3.0.0', verdict: 'cannot-reload' },
        { requirement: 'v3.1.0', verdict: 'cannot-reload' },
        { requirement: 'v3.1.1', verdict: 'reloads' }
    ]
};
/** A later major version of kuberesolver, all of whose releases watch the token file. */
function watchingKuberesolver(major, version) {
    return {
        name: `github.com/sercand/kuberesolver/${major}`,
        title: 'kuberesolver',
        repository: KUBERESOLVER,
        observed: [{ behaviour: 'reloads', because: FILE_IS_WATCHED, evidence: [WATCHED_FILE] }],
        examples: [{ requirement: version, verdict: 'reloads' }]
    };
}
/** A module that holds the Kubernetes client of go-micro's plugins. */
function microRegistry(name, version) {
    return {
        name,
        title: 'Kubernetes registry for go-micro',
        repository: MICRO_PLUGINS,
        observed: [{ behaviour: 'reads-once', because: READ_AT_START, evidence: [MICRO_CLIENT] }],
        fix: { advice: MICRO_ADVICE },
        examples: [{ requirement: version, verdict: 'cannot-reload' }]
    };
}
/** go-micro itself, as long as its runtime for Kubernetes was part of it. */
function microCore(name, version) {
    return {
        name,
        title: 'go-micro',
        repository: GO_MICRO,
        observed: [
            {
                behaviour: 'reads-once',
                because: 'Where Kubernetes is its runtime, go-micro reads the token file once, when the client is made.',
                evidence: [MICRO_CORE]
            }
        ],
        fix: { advice: `${MICRO_ADVICE} With another runtime there is nothing to do.` },
        examples: [{ requirement: version, verdict: 'cannot-reload' }]
    };
}
const controllerRuntime = {
    name: 'sigs.k8s.io/controller-runtime',
    title: 'controller-runtime',
    repository: CONTROLLER_RUNTIME,
    observed: [
        {
            before: 'v0.1.8',
            behaviour: 'reads-once',
            because: `It brings in client-go of Kubernetes 1.11.2 or older, ${UNLESS}: the token file is read once.`,
            evidence: [asks('v0.1.4', '1.11.2')]
        },
        {
            from: 'v0.1.8',
            before: 'v0.1.10',
            behaviour: 'reloads-late',
            because: `It brings in client-go of Kubernetes 1.12.3, ${UNLESS}: the token file is read again every five minutes only.`,
            evidence: [asks('v0.1.9', '1.12.3')]
        },
        {
            from: 'v0.1.10',
            before: 'v0.3.0',
            behaviour: 'reads-once',
            because: `It brings in client-go of Kubernetes 1.13.1, 1.13.4 or 1.14.1, ${UNLESS}: a regression of December 2018 reads the token file once.`,
            evidence: [asks('v0.1.12', '1.13.4'), asks('v0.2.2', '1.14.1')]
        },
        {
            from: 'v0.3.0',
            behaviour: 'reloads',
            because: 'It brings in client-go of Kubernetes 1.15.4 or newer, which reads the token file every minute.',
            evidence: [{ ...asks('v0.3.0', '1.15.4'), proof: 'source' }]
        }
    ],
    brings: ['k8s.io/client-go'],
    examples: [
        { requirement: 'v0.1.4', verdict: 'cannot-reload' },
        { requirement: 'v0.1.7', verdict: 'cannot-reload' },
        { requirement: 'v0.1.8', verdict: 'reloads-late' },
        { requirement: 'v0.1.9', verdict: 'reloads-late' },
        { requirement: 'v0.1.10', verdict: 'cannot-reload' },
        { requirement: 'v0.2.0-alpha.0', verdict: 'cannot-reload' },
        { requirement: 'v0.2.2', verdict: 'cannot-reload' },
        { requirement: 'v0.3.0', verdict: 'reloads' },
        { requirement: 'v0.4.0', verdict: 'reloads' },
        { requirement: 'v0.25.2', verdict: 'reloads' },
        { requirement: { kind: 'range', text: '=v0.2.1' }, verdict: 'cannot-reload' }
    ]
};
const vaultAuth = {
    name: 'github.com/hashicorp/vault-plugin-auth-kubernetes',
    title: 'Kubernetes auth method of Vault',
    repository: VAULT_AUTH,
    observed: [
        { before: 'v0.11.4', behaviour: 'reads-once', because: READ_AT_START, evidence: [CACHED_FILE] },
        {
            from: 'v0.11.4',
            behaviour: 'reloads',
            because: 'The token file is read again, through a cache that lasts a minute.',
            evidence: [CACHED_FILE]
        }
    ],
    examples: [
        { requirement: 'v0.10.0', verdict: 'cannot-reload' },
        { requirement: 'v0.11.3', verdict: 'cannot-reload' },
        { requirement: 'v0.11.4', verdict: 'reloads' },
        { requirement: 'v0.12.0', verdict: 'reloads' },
        { requirement: 'v0.23.1', verdict: 'reloads' }
    ]
};
/** The rows of the Go ecosystem that are neither client-go nor one of its forks. */
const golangFrameworks = [
    controllerRuntime,
    kuberesolver,
    kuberesolverThree,
    watchingKuberesolver('v4', 'v4.0.0'),
    watchingKuberesolver('v5', 'v5.1.1'),
    watchingKuberesolver('v6', 'v6.0.0'),
    microCore('github.com/micro/go-micro', 'v1.18.0'),
    microCore('github.com/micro/go-micro/v2', 'v2.9.1'),
    microCore('github.com/micro/go-micro/v3', 'v3.0.0'),
    microRegistry('github.com/micro/go-plugins/registry/kubernetes', 'v0.0.0-20200119172437-4fe21aa238fd'),
    microRegistry('github.com/micro/go-plugins/registry/kubernetes/v2', 'v2.9.1'),
    microRegistry('github.com/asim/go-micro/plugins/registry/kubernetes/v3', 'v3.7.0'),
    microRegistry('github.com/asim/go-micro/plugins/registry/kubernetes/v4', 'v4.0.0-20211124174154-b25d744f5c51'),
    microRegistry('github.com/go-micro/plugins/v2/registry/kubernetes', 'v1.0.0'),
    microRegistry('github.com/go-micro/plugins/v3/registry/kubernetes', 'v1.0.0'),
    microRegistry('github.com/go-micro/plugins/v4/registry/kubernetes', 'v1.1.2'),
    microRegistry('github.com/micro/plugins/v5/registry/kubernetes', 'v1.0.0'),
    vaultAuth,
    {
        name: 'github.com/ericchiang/k8s',
        title: 'ericchiang/k8s',
        repository: 'https://github.com/ericchiang/k8s',
        observed: [
            {
                behaviour: 'reads-once',
                because: 'The token file is read once, when the client is made; the project ended in 2019.',
                evidence: [
                    {
                        text: 'ericchiang/k8s client.go',
                        url: 'https://github.com/ericchiang/k8s/blob/master/client.go',
                        proof: 'source'
                    }
                ]
            }
        ],
        fix: { advice: 'Move to k8s.io/client-go v0.15.7 or newer.' },
        examples: [
            { requirement: 'v1.2.0', verdict: 'cannot-reload' },
            { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
        ]
    }
];

;// CONCATENATED MODULE: ./lib/policy/clients/golang.js
/**
 * client-go and its forks. No order of versions tells which of them reload: v11.0.0 sorts above v0.15.7 and reads the
 * token once. So the procedure below takes each form of version apart; the rows stand under it.
 */






/** When the first commit that has the fix was made: on release-11.0. In milliseconds, as the other times here. */
const FIRST_FIXED = Date.parse('2019-05-14T16:29:16Z');
/** When the regression came to master. */
const REGRESSED = Date.parse('2018-12-04T00:00:00Z');
const TIMESTAMP = /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)$/;
/** As `revisionTime` of govendor and `updated` of glide are written. */
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;
/** The minimum v0.15.7 as a Kubernetes release: v0.M.P is 1.M.P. */
const MINIMUM = { minor: 15, patch: 7 };
const KUBERNETES_TAG = /^kubernetes-1\.(?<minor>\d{1,3})\.(?<patch>\d{1,3})(?:-(?<prerelease>(?:alpha|beta|rc)\.\d{1,3}))?$/;
const K3S_TAG = /^v1\.(?<minor>\d{1,3})\.(?<patch>\d{1,3})-k3s\d+$/;
const RANCHER_TAG = /^v\d{1,2}\.\d{1,3}\.\d{1,3}-rancher\.?\d*$/;
const golang_REVISION = /^[0-9a-f]{12,40}$/;
/** Branches of client-go that were closed before the fix. */
const OLD_BRANCH = /^release-(?:1\.[45]|[2-8]\.0)$/;
// Pull requests of kubernetes/kubernetes, where client-go is developed.
const CACHED = 67359;
const REGRESSION = 71713;
const FIX = 77613;
function pull(number, proof) {
    return {
        text: `kubernetes/kubernetes#${number}`,
        url: `https://github.com/kubernetes/kubernetes/pull/${number}`,
        proof
    };
}
function reloads(proof) {
    return { behaviour: 'reloads', because: READ_EVERY_MINUTE, evidence: [pull(FIX, proof)] };
}
function reloadsLate(proof) {
    const because = 'The token file is read again every five minutes only, and code that sets its own transport loses the token.';
    return { behaviour: 'reloads-late', because, evidence: [pull(CACHED, proof)] };
}
/** Before the first attempt of September 2018. */
function readsOnce(proof) {
    return {
        behaviour: 'reads-once',
        because: READ_AT_START,
        evidence: [pull(CACHED, proof)]
    };
}
/** Between the regression of December 2018 and its fix. */
function regressed(proof) {
    const because = 'The token file is read once: a regression of December 2018 drops the path of the file on its way to the transport.';
    return { behaviour: 'reads-once', because, evidence: [pull(REGRESSION, proof), pull(FIX, proof)] };
}
function golang_notKnown(reason, because) {
    return { behaviour: 'not-known', reason, because, evidence: [] };
}
function below(observation, version) {
    const order = version.minor - MINIMUM.minor || version.patch - MINIMUM.patch;
    return { ...observation, belowMinimum: order < 0 || (order === 0 && version.prerelease !== undefined) };
}
/** What upstream client-go does at a version, tag or commit. Undefined only where nothing is said of it at all. */
function observeClientGo(requirement) {
    if (requirement.kind === 'source')
        return observeSource(requirement);
    if (requirement.kind !== 'version')
        return undefined;
    const { text } = requirement;
    if (text === 'v0.0.0' || text === 'v0.0.0-00010101000000-000000000000') {
        return golang_notKnown('placeholder', 'A placeholder that a replace directive was to fill.');
    }
    const kubernetes = kubernetesVersion(KUBERNETES_TAG.exec(text)?.groups);
    if (kubernetes)
        return below(observeKubernetes(kubernetes, 'source'), kubernetes);
    if (golang_REVISION.test(text))
        return observeRevision(text);
    const version = (0,golang_version.parseGoVersion)(text);
    if (!version)
        return undefined;
    return version.pseudo ? observeCommit(version.pseudo.revision, timeOf(version.pseudo)) : golang_observeTag(version);
}
/** A commit decides alone; its version prefix and the documented minimum do not count. */
function observeCommit(revision, time) {
    // A thirteenth month and the like.
    if (Number.isNaN(time))
        return observeRevision(revision);
    const short = revision.slice(0, 12);
    if (READS_ONCE_AFTER_THE_FIX.has(short))
        return regressed('source');
    if (time >= FIRST_FIXED)
        return reloads('source');
    if (RELOADS_EVERY_FIVE_MINUTES.has(short))
        return reloadsLate('source');
    return time >= REGRESSED ? regressed('source') : readsOnce('source');
}
function timeOf({ timestamp }) {
    return Date.parse(timestamp.replace(TIMESTAMP, '$<year>-$<month>-$<day>T$<hour>:$<minute>:$<second>Z'));
}
function golang_observeTag({ semver }) {
    const { major, minor, patch } = semver;
    if (major === 0) {
        const version = {
            minor,
            patch,
            ...(semver.prerelease.length > 0 ? { prerelease: semver.prerelease.join('.') } : {})
        };
        const released = compare(semver, '0.15.7') >= 0 && !(compare(semver, '0.16.0-0') >= 0 && compare(semver, '0.16.4') < 0);
        if (!released)
            return below(golang_notKnown('never-released', 'No such version was ever released: v0.15 begins with v0.15.7, v0.16 with v0.16.4.'), version);
        return reloads('executed');
    }
    // v2.0.0 is Kubernetes 1.5.0, and so on to v12.0.0, which is 1.15.0; v1.x is older than v2.0.0.
    const version = { minor: major === 1 ? 4 : major + 3, patch: 0 };
    if (major <= 8)
        return below(readsOnce(major === 8 ? 'executed' : 'source'), version);
    if (minor !== 0 || patch !== 0 || major > 12)
        return below(golang_notKnown('never-released', 'No such version was ever released.'), version);
    if (major === 11)
        return below(regressed('executed'), version);
    return below(major === 12 ? reloads('executed') : reloadsLate('executed'), version);
}
/** 1.12.0–1.12.4 and 1.13.0 every five minutes, then the regression until 1.12.9, 1.13.7, 1.14.3 and 1.15.0. */
function observeKubernetes({ minor, patch, prerelease }, proof) {
    // The pre-releases of a patch are cut when the patch before it is released.
    if (prerelease !== undefined && patch > 0)
        return observeKubernetes({ minor, patch: patch - 1 }, proof);
    if (prerelease !== undefined)
        return observeFirstPrerelease(minor, prerelease, proof);
    if (minor <= 11)
        return readsOnce(proof);
    if (minor === 12)
        return patch <= 4 ? reloadsLate(proof) : patch <= 8 ? regressed(proof) : reloads(proof);
    if (minor === 13)
        return patch === 0 ? reloadsLate(proof) : patch <= 6 ? regressed(proof) : reloads(proof);
    if (minor === 14)
        return patch <= 2 ? regressed(proof) : reloads(proof);
    return reloads(proof);
}
/** Pre-releases of 1.minor.0. */
function observeFirstPrerelease(minor, prerelease, proof) {
    const [stage = '', number = '0'] = prerelease.split('.');
    const first = Number(number) === 0;
    if (minor === 12)
        return stage === 'alpha' || (stage === 'beta' && first) ? readsOnce(proof) : reloadsLate(proof);
    if (minor === 13)
        return stage === 'alpha' && first ? readsOnce(proof) : reloadsLate(proof);
    if (minor === 14)
        return stage === 'alpha' && first ? reloadsLate(proof) : regressed(proof);
    if (minor === 15)
        return stage === 'alpha' || (stage === 'beta' && first) ? regressed(proof) : reloads(proof);
    if (minor === 16)
        return stage === 'alpha' && first ? regressed(proof) : reloads(proof);
    return minor < 12 ? readsOnce(proof) : reloads(proof);
}
/** A commit without a date. */
function observeRevision(revision) {
    const short = revision.slice(0, 12);
    if (READS_ONCE_AFTER_THE_FIX.has(short))
        return regressed('source');
    if (RELOADS_EVERY_FIVE_MINUTES.has(short))
        return reloadsLate('source');
    return golang_notKnown('source', 'A bare commit: without its tag or date nothing says which release it belongs to.');
}
function observeSource(source) {
    const { revision, branch, committed = '', committedBefore = '' } = source;
    if (branch !== undefined && OLD_BRANCH.test(branch))
        return readsOnce('source');
    if (revision !== undefined && golang_REVISION.test(revision)) {
        if (RFC_3339.test(committed))
            return observeCommit(revision, Date.parse(committed));
        const known = observeRevision(revision);
        if (known.behaviour !== 'not-known' || !RFC_3339.test(committedBefore))
            return known;
        return Date.parse(committedBefore) < FIRST_FIXED ? readsOnce('source') : known;
    }
    return golang_notKnown('source', 'A folder or a moving branch: which code is there cannot be told from here.');
}
function kubernetesVersion(groups) {
    const { minor, patch, prerelease } = groups ?? {};
    if (minor === undefined || patch === undefined)
        return undefined;
    return { minor: Number(minor), patch: Number(patch), ...(prerelease === undefined ? {} : { prerelease }) };
}
/** What a fork does, from the commit's date or the tag; the row's own rules decide, upstream's never do. */
function observeFork(decide, because, proof, url) {
    return (requirement) => {
        if (requirement.kind === 'none' || requirement.kind === 'range')
            return undefined;
        const version = requirement.kind === 'version' ? (0,golang_version.parseGoVersion)(requirement.text) : undefined;
        const behaviour = version && decide(version, requirement.text);
        if (!behaviour)
            return unknownFork();
        return { behaviour, because, evidence: [{ text: url.replace('https://github.com/', ''), url, proof }] };
    };
}
function unknownFork() {
    return golang_notKnown('fork', 'Nothing is known of this commit of the fork, and upstream releases say nothing about it.');
}
function stagingOfK3s(requirement) {
    if (requirement.kind !== 'version')
        return undefined;
    const version = kubernetesVersion(K3S_TAG.exec(requirement.text)?.groups);
    if (!version)
        return unknownFork();
    return observeKubernetes(version, 'unsure');
}
const ADVICE = 'Replace the fork by k8s.io/client-go v0.15.7 or newer, or bring the fix of kubernetes/kubernetes#77613 into it.';
/** A row for a fork that `replace` directives name. */
function fork(name, observe, examples) {
    return {
        name,
        title: 'client-go (fork)',
        repository: `https://${name.replace(/\/staging\/.*$/, '').replace(/^k8s\.io\//, 'github.com/kubernetes/')}`,
        observed: [],
        observe,
        fix: { advice: ADVICE },
        examples
    };
}
const BELOW = { belowMinimum: true };
/**
 * The tags, for the ranges of dep and glide: only what was released can be chosen. Single versions, which may be commits,
 * are judged by `observeClientGo`.
 */
const TAGS = [
    { ...golang_notKnown('never-released', 'v0.15 begins with v0.15.7.'), ...BELOW, before: 'v0.15.7', releases: [] },
    { ...reloads('executed'), from: 'v0.15.7', before: 'v1.0.0-0' },
    {
        ...readsOnce('source'),
        ...BELOW,
        from: 'v1.0.0-0',
        before: 'v2.0.0-0',
        releases: ['v1.4.0', 'v1.5.0', 'v1.5.1', 'v1.5.2']
    },
    {
        ...readsOnce('source'),
        ...BELOW,
        from: 'v2.0.0-0',
        before: 'v8.0.0-0',
        releases: ['v2.0.0', 'v3.0.0', 'v4.0.0', 'v5.0.0', 'v5.0.1', 'v6.0.0', 'v7.0.0']
    },
    { ...readsOnce('executed'), ...BELOW, from: 'v8.0.0-0', before: 'v9.0.0-0', releases: ['v8.0.0'] },
    { ...reloadsLate('executed'), ...BELOW, from: 'v9.0.0-0', before: 'v11.0.0-0', releases: ['v9.0.0', 'v10.0.0'] },
    { ...regressed('executed'), ...BELOW, from: 'v11.0.0-0', before: 'v12.0.0-0', releases: ['v11.0.0'] },
    { ...reloads('executed'), ...BELOW, from: 'v12.0.0-0', before: 'v12.0.1-0', releases: ['v12.0.0'] },
    { ...golang_notKnown('never-released', 'v12.0.0 was the last of its kind.'), from: 'v12.0.1-0', releases: [] }
];
const clientGo = {
    name: 'k8s.io/client-go',
    title: 'client-go',
    repository: 'https://github.com/kubernetes/client-go',
    minimum: { text: 'v0.15.7', evidence: [KEP, EKS, CCE] },
    observed: TAGS,
    observe: observeClientGo,
    fix: { version: 'v0.15.7' },
    examples: [
        { requirement: 'v0.15.6', verdict: 'cannot-reload', observed: 'not-known' },
        { requirement: 'v0.15.7', verdict: 'reloads' },
        { requirement: 'v1.4.0', verdict: 'cannot-reload' },
        { requirement: 'v1.5.0', verdict: 'cannot-reload' },
        { requirement: 'v1.5.1', verdict: 'cannot-reload' },
        { requirement: 'v1.5.2', verdict: 'cannot-reload' },
        { requirement: 'v2.0.0+incompatible', verdict: 'cannot-reload' },
        { requirement: 'v4.0.0-beta.0+incompatible', verdict: 'cannot-reload' },
        { requirement: 'v7.0.0+incompatible', verdict: 'cannot-reload' },
        { requirement: 'v8.0.0+incompatible', verdict: 'cannot-reload' },
        { requirement: 'v9.0.0+incompatible', verdict: 'below-minimum', observed: 'reloads-late' },
        { requirement: 'v9.0.0-invalid', verdict: 'below-minimum', observed: 'reloads-late' },
        { requirement: 'v10.0.0+incompatible', verdict: 'below-minimum', observed: 'reloads-late' },
        { requirement: 'v11.0.0+incompatible', verdict: 'cannot-reload', observed: 'reads-once' },
        { requirement: 'v12.0.0+incompatible', verdict: 'below-minimum', observed: 'reloads' },
        { requirement: 'v13.0.0+incompatible', verdict: 'unknown' },
        { requirement: 'v0.16.4', verdict: 'reloads' },
        { requirement: 'v0.17.0', verdict: 'reloads' },
        { requirement: 'v0.15.8-beta.0', verdict: 'reloads' },
        { requirement: 'v0.16.5-beta.1', verdict: 'reloads' },
        { requirement: 'v0.18.0-alpha.1', verdict: 'reloads' },
        { requirement: 'v0.19.0-rc.4', verdict: 'reloads' },
        { requirement: 'v0.16.0', verdict: 'unknown' },
        { requirement: 'v0.16.3', verdict: 'unknown' },
        { requirement: 'v0.15.0', verdict: 'cannot-reload', observed: 'not-known' },
        { requirement: 'v0.0.0', verdict: 'unknown' },
        { requirement: 'v0.0.0-00010101000000-000000000000', verdict: 'unknown' },
        { requirement: 'v0.0.0-20180103015815-9389c055a838', verdict: 'cannot-reload' },
        { requirement: 'v0.0.0-20180806134042-1f13a808da65', verdict: 'cannot-reload' },
        { requirement: 'v2.0.0-alpha.0.0.20180817174322-745ca8300397+incompatible', verdict: 'cannot-reload' },
        { requirement: 'v2.0.0-alpha.0.0.20181126152608-d082d5923d3c+incompatible', verdict: 'reloads-late' },
        { requirement: 'v2.0.0-alpha.0.0.20181121191925-a47917edff34+incompatible', verdict: 'reloads-late' },
        { requirement: 'v0.0.0-20181126192323-d4cbff6e80d2', verdict: 'cannot-reload' },
        { requirement: 'v0.0.0-20181205110444-5e6a3d4e34f6', verdict: 'reloads-late' },
        { requirement: 'v0.0.0-20181213151034-8d9ed539ba31', verdict: 'cannot-reload' },
        { requirement: 'v2.0.0-alpha.0.0.20190115164855-701b91367003+incompatible', verdict: 'cannot-reload' },
        { requirement: 'v0.0.0-20190228174230-b40b2a5939e4', verdict: 'cannot-reload' },
        { requirement: 'v2.0.0-alpha.0.0.20190307161346-7621a5ebb88b+incompatible', verdict: 'cannot-reload' },
        { requirement: 'v2.0.0-alpha.0.0.20190313235726-6ee68ca5fd83+incompatible', verdict: 'cannot-reload' },
        { requirement: 'v11.0.1-0.20190409021438-1a26190bd76a+incompatible', verdict: 'cannot-reload' },
        { requirement: 'v0.0.0-20190425172711-65184652c889', verdict: 'cannot-reload' },
        { requirement: 'v11.0.1-0.20190516230509-ae8359b20417+incompatible', verdict: 'cannot-reload' },
        { requirement: 'v0.0.0-20190515063710-7b18d6600f6b', verdict: 'reloads' },
        { requirement: 'v0.0.0-20190521190702-177766529176', verdict: 'reloads' },
        { requirement: 'v0.0.0-20190528110200-4f3abb12cae2', verdict: 'reloads' },
        { requirement: 'v0.0.0-20190619194437-42f9eb3046f9', verdict: 'cannot-reload' },
        { requirement: 'v0.0.0-20190620085054-d014f46af78e', verdict: 'cannot-reload' },
        { requirement: 'v0.0.0-20190620085101-78d2af792bab', verdict: 'reloads' },
        { requirement: 'v11.0.1-0.20190805182717-6502b5e7b1b5+incompatible', verdict: 'reloads' },
        { requirement: 'v0.0.0-20190819141724-e14f31a72a77', verdict: 'reloads' },
        { requirement: 'v0.0.0-20190918200256-06eb1244587a', verdict: 'reloads' },
        { requirement: 'v0.0.0-20190918160344-1fbdaa4c8d90', verdict: 'reloads' },
        { requirement: 'v0.0.0-20191016111102-bec269661e48', verdict: 'reloads' },
        { requirement: 'v0.0.0-20191114101535-6c5935290e33', verdict: 'reloads' },
        { requirement: 'v1.5.3-0.20210225122429-32a6ebfbede3', verdict: 'cannot-reload' },
        { requirement: 'v0.0.0-20190409021438-1a26190bd76a', verdict: 'cannot-reload' },
        { requirement: 'kubernetes-1.11.10', verdict: 'cannot-reload' },
        { requirement: 'kubernetes-1.12.0-beta.0', verdict: 'cannot-reload' },
        { requirement: 'kubernetes-1.12.4', verdict: 'below-minimum', observed: 'reloads-late' },
        { requirement: 'kubernetes-1.12.5', verdict: 'cannot-reload' },
        { requirement: 'kubernetes-1.12.10', verdict: 'below-minimum', observed: 'reloads' },
        { requirement: 'kubernetes-1.13.0', verdict: 'below-minimum', observed: 'reloads-late' },
        { requirement: 'kubernetes-1.13.1-beta.0', verdict: 'below-minimum', observed: 'reloads-late' },
        { requirement: 'kubernetes-1.13.6', verdict: 'cannot-reload' },
        { requirement: 'kubernetes-1.13.7', verdict: 'below-minimum', observed: 'reloads' },
        { requirement: 'kubernetes-1.14.3-beta.0', verdict: 'cannot-reload' },
        { requirement: 'kubernetes-1.14.4-beta.0', verdict: 'below-minimum', observed: 'reloads' },
        { requirement: 'kubernetes-1.14.10', verdict: 'below-minimum', observed: 'reloads' },
        { requirement: 'kubernetes-1.15.0-beta.0', verdict: 'cannot-reload' },
        { requirement: 'kubernetes-1.15.6', verdict: 'below-minimum', observed: 'reloads' },
        { requirement: 'kubernetes-1.15.7', verdict: 'reloads' },
        { requirement: 'kubernetes-1.16.0-alpha.0', verdict: 'cannot-reload' },
        { requirement: 'kubernetes-1.16.0', verdict: 'reloads' },
        { requirement: { kind: 'source', text: './staging/src/k8s.io/client-go' }, verdict: 'unknown' },
        { requirement: { kind: 'source', text: 'release-6.0', branch: 'release-6.0' }, verdict: 'cannot-reload' },
        { requirement: { kind: 'source', text: 'master', branch: 'master' }, verdict: 'unknown' },
        { requirement: { kind: 'source', text: 'a47917edff34', revision: 'a47917edff34' }, verdict: 'reloads-late' },
        {
            requirement: {
                kind: 'source',
                text: '299a25eb5a82bc605bf30c6d6274d9188250680d',
                revision: '299a25eb5a82bc605bf30c6d6274d9188250680d',
                committed: '2017-05-16T17:20:46Z'
            },
            verdict: 'cannot-reload'
        },
        {
            requirement: {
                kind: 'source',
                text: '78d2af792bab',
                revision: '78d2af792bab',
                committed: '2019-06-20T08:51:01Z'
            },
            verdict: 'reloads'
        },
        {
            requirement: {
                kind: 'source',
                text: 'd014f46af78e',
                revision: 'd014f46af78e',
                committed: '2019-06-20T08:50:54Z'
            },
            verdict: 'cannot-reload'
        },
        {
            requirement: {
                kind: 'source',
                text: '23781f4d6632d88e869066eaebb743857aa1ef9b',
                revision: '23781f4d6632d88e869066eaebb743857aa1ef9b',
                committedBefore: '2019-01-24T19:14:41.16237463+05:30'
            },
            verdict: 'cannot-reload'
        },
        {
            requirement: {
                kind: 'source',
                text: '23781f4d6632d88e869066eaebb743857aa1ef9b',
                revision: '23781f4d6632d88e869066eaebb743857aa1ef9b',
                committedBefore: '2019-05-15T00:00:00Z'
            },
            verdict: 'unknown'
        },
        { requirement: { kind: 'range', text: '^v1.5.0' }, verdict: 'cannot-reload' },
        { requirement: { kind: 'range', text: '6.0.0' }, verdict: 'cannot-reload' },
        { requirement: { kind: 'range', text: '~8.0.0' }, verdict: 'cannot-reload' },
        { requirement: { kind: 'range', text: 'v10.0.0' }, verdict: 'below-minimum', observed: 'reloads-late' },
        { requirement: { kind: 'range', text: '^11.0.0' }, verdict: 'cannot-reload' },
        { requirement: { kind: 'range', text: '^12.0.0' }, verdict: 'below-minimum', observed: 'reloads' },
        { requirement: { kind: 'range', text: '>=12.0.0' }, verdict: 'below-minimum', observed: 'reloads' },
        { requirement: { kind: 'range', text: '>=13.0.0' }, verdict: 'unknown' },
        { requirement: { kind: 'range', text: '^0.17.0' }, verdict: 'reloads' },
        { requirement: { kind: 'range', text: '>=0.15.7, <1.0.0' }, verdict: 'reloads' },
        { requirement: { kind: 'range', text: '>=0.17.0' }, verdict: 'unknown' },
        { requirement: { kind: 'range', text: '^0.15.0' }, verdict: 'reloads' },
        { requirement: { kind: 'range', text: '*' }, verdict: 'unknown' },
        { requirement: { kind: 'none' }, verdict: 'unknown' }
    ]
};
/** The rows of the Go ecosystem. */
const golangClients = [
    clientGo,
    {
        ...clientGo,
        name: 'github.com/kubernetes/client-go',
        examples: [{ requirement: 'v11.0.0+incompatible', verdict: 'cannot-reload' }]
    },
    fork('github.com/openshift/kubernetes-client-go', 
    // The branches for 1.13 and 1.14 never got the fix; their last commit is of 2019-10-10, and later ones begin at 1.16.
    observeFork(({ pseudo, semver }) => pseudo && pseudo.timestamp > '20191010235959'
        ? 'reloads'
        : pseudo?.revision === '70952d66b5d1' || semver.major === 11
            ? 'reads-once'
            : undefined, 'The branches of this fork up to Kubernetes 1.14 never got the fix of client-go; those from 1.16 on begin with it.', 'executed', 'https://github.com/openshift/kubernetes-client-go'), [
        { requirement: 'v11.0.1-0.20190701222832-70952d66b5d1+incompatible', verdict: 'cannot-reload' },
        { requirement: 'v0.0.0-20200601000000-aaaaaaaaaaaa', verdict: 'reloads' }
    ]),
    fork('github.com/openshift/kubernetes/staging/src/k8s.io/client-go', observeFork(({ pseudo }) => (pseudo && pseudo.timestamp >= '20200101000000' ? 'reloads' : undefined), 'From 2020 on the fork is based on Kubernetes releases that have the fix.', 'unsure', 'https://github.com/openshift/kubernetes'), [
        { requirement: 'v0.0.0-20200601000000-aaaaaaaaaaaa', verdict: 'reloads' },
        { requirement: 'v0.0.0-20190601000000-aaaaaaaaaaaa', verdict: 'unknown' }
    ]),
    fork('github.com/rancher/client-go', observeFork((_, text) => (RANCHER_TAG.test(text) ? 'reloads' : undefined), 'All tags of this fork have the fix of client-go.', 'source', 'https://github.com/rancher/client-go'), [
        { requirement: 'v1.20.0-rancher.1', verdict: 'reloads' },
        { requirement: 'v1.14.5-rancher.1', verdict: 'reloads' },
        { requirement: 'v0.0.0-20190601000000-aaaaaaaaaaaa', verdict: 'unknown' }
    ]),
    fork('github.com/rancher/kubernetes/staging/src/k8s.io/client-go', stagingOfK3s, [
        { requirement: 'v1.18.2-k3s1', verdict: 'reloads' }
    ]),
    fork('github.com/k3s-io/kubernetes/staging/src/k8s.io/client-go', stagingOfK3s, [
        { requirement: 'v1.24.0-k3s1', verdict: 'reloads' },
        { requirement: 'v1.24.0', verdict: 'unknown' }
    ]),
    fork('k8s.io/kubernetes/staging/src/k8s.io/client-go', 
    // The commit is one of kubernetes/kubernetes, so only its date can be compared.
    observeFork(({ pseudo }) => !pseudo || (pseudo.timestamp >= '20190514000000' && pseudo.timestamp < '20190620000000')
        ? undefined
        : pseudo.timestamp >= '20190620000000'
            ? 'reloads'
            : 'reads-once', 'Judged by the date of the commit in kubernetes/kubernetes: the fix is of May 2019.', 'unsure', 'https://github.com/kubernetes/kubernetes/pull/77613'), [
        { requirement: 'v0.0.0-20191001043732-d647ddbd755f', verdict: 'reloads' },
        { requirement: 'v0.0.0-20190601000000-aaaaaaaaaaaa', verdict: 'unknown' },
        { requirement: 'v0.0.0-20190101000000-aaaaaaaaaaaa', verdict: 'cannot-reload' }
    ]),
    fork('github.com/kcp-dev/kubernetes/staging/src/k8s.io/client-go', observeFork(({ pseudo }) => (pseudo && pseudo.timestamp >= '20220101000000' ? 'reloads' : undefined), 'The fork began in 2022, from Kubernetes releases that have the fix.', 'unsure', 'https://github.com/kcp-dev/kubernetes'), [{ requirement: 'v0.0.0-20220901000000-aaaaaaaaaaaa', verdict: 'reloads' }]),
    fork('github.com/projectcalico/k8s-client-go', observeFork(({ pseudo }) => (pseudo && pseudo.timestamp >= '20220101000000' ? 'reloads' : undefined), 'The commits of 2022 are based on client-go v0.21, which has the fix.', 'source', 'https://github.com/projectcalico/k8s-client-go'), [{ requirement: 'v0.21.9-0.20220104180519-6bd7ec39553f', verdict: 'reloads' }]),
    ...golangFrameworks
];

;// CONCATENATED MODULE: ./lib/policy/clients/hackage.js
/** The Haskell clients: the official one, its living fork, and the generated packages of each, which load no token. */


const hackage_OFFICIAL = 'https://github.com/kubernetes-client/haskell';
const FORK = 'https://github.com/codedownio/kubernetes-api';
/** Every spelling of a GitHub address: `https://…`, `git@…:…`, with and without `.git`, an archive below it. */
const GITHUB = /^(?:[a-z+]+:\/\/)?(?:[^@/\s]+@)?(?:www\.)?github\.com[/:](?<repository>[^/\s]+\/[^/\s]+)/i;
const TOKEN_FILE = {
    text: 'kubernetes-client/haskell#69',
    url: 'https://github.com/kubernetes-client/haskell/pull/69',
    proof: 'source'
};
const FORKED = {
    text: 'Kubernetes.Client.Auth.TokenFile of kubernetes-api-client',
    url: 'https://github.com/codedownio/kubernetes-api',
    proof: 'source'
};
/** A commit has no version; one of another repository is not even this client's. */
function hackage_observeSource(repository) {
    const own = repositoryOf(repository);
    return requirement => {
        if (requirement.kind !== 'source' || requirement.url === undefined)
            return undefined;
        const fork = repositoryOf(requirement.url) !== own;
        return {
            behaviour: 'not-known',
            reason: fork ? 'fork' : 'source',
            because: fork
                ? 'It comes from another repository than the client: what releases of the original do says nothing about it.'
                : 'It is built from a commit of the repository, which no release stands for.',
            evidence: []
        };
    };
}
function repositoryOf(url) {
    return GITHUB.exec(url)
        ?.groups?.['repository']?.replace(/\.git$/, '')
        .toLowerCase();
}
function withoutLoader(name, title, repository) {
    return {
        name,
        title,
        repository,
        observed: [],
        observe: () => ({
            behaviour: 'not-known',
            reason: 'no-loader',
            because: 'It is generated from the API description and loads no token: the client that is used with it decides.',
            evidence: []
        }),
        partOf: ['kubernetes-client', 'kubernetes-api-client'],
        fix: { advice: 'Look at the package that makes the connection: kubernetes-client or kubernetes-api-client.' },
        examples: [
            { requirement: '0.3.0.0', verdict: 'unknown' },
            { requirement: { kind: 'none' }, verdict: 'unknown' },
            { requirement: { kind: 'source', text: 'abcdef1', url: repository, revision: 'abcdef1' }, verdict: 'unknown' }
        ]
    };
}
const kubernetesClient = {
    name: 'kubernetes-client',
    title: 'Haskell client',
    repository: hackage_OFFICIAL,
    minimum: { version: '0.3.0.0', text: 'v0.3.0.0', evidence: [KEP, EKS, CCE] },
    observed: [
        {
            before: '0.2.0.0',
            behaviour: 'reads-once',
            because: READ_ONCE,
            evidence: [TOKEN_FILE],
            releases: ['0.1.0.0', '0.1.0.1']
        },
        {
            from: '0.2.0.0',
            before: '0.3.0.0',
            behaviour: 'reloads',
            because: READ_EVERY_MINUTE,
            evidence: [TOKEN_FILE],
            releases: ['0.2.0.0']
        },
        { from: '0.3.0.0', behaviour: 'reloads', because: READ_EVERY_MINUTE, evidence: [TOKEN_FILE] }
    ],
    observe: hackage_observeSource(hackage_OFFICIAL),
    examples: [
        { requirement: '0.1.0.0', verdict: 'cannot-reload' },
        { requirement: '0.1.0.1', verdict: 'cannot-reload' },
        { requirement: '0.2.0.0', verdict: 'below-minimum', observed: 'reloads' },
        { requirement: '0.3.0.0', verdict: 'reloads' },
        { requirement: '0.3.1.0', verdict: 'reloads' },
        { requirement: '0.3.2.0', verdict: 'reloads' },
        { requirement: '0.5.0.0', verdict: 'reloads' },
        { requirement: { kind: 'range', text: '<0.2' }, verdict: 'cannot-reload' },
        { requirement: { kind: 'range', text: '^>=0.2' }, verdict: 'below-minimum', observed: 'reloads' },
        // 0.3 and 0.3.0 sort below 0.3.0.0 and were never released.
        { requirement: { kind: 'range', text: '^>=0.3' }, verdict: 'reloads' },
        { requirement: { kind: 'range', text: '==0.3.*' }, verdict: 'reloads' },
        { requirement: { kind: 'range', text: '>=0.3.0.0' }, verdict: 'reloads' },
        { requirement: { kind: 'range', text: '>=0.1 && <0.4' }, verdict: 'unknown' },
        { requirement: { kind: 'range', text: '>=0.2' }, verdict: 'unknown' },
        { requirement: { kind: 'range', text: '-any' }, verdict: 'unknown' },
        { requirement: { kind: 'none' }, verdict: 'unknown' },
        { requirement: { kind: 'source', text: './vendor/kubernetes-client' }, verdict: 'unknown' },
        {
            requirement: { kind: 'source', text: '212f6de', url: `${hackage_OFFICIAL}.git`, revision: '212f6de' },
            verdict: 'unknown'
        },
        {
            requirement: { kind: 'source', text: '82f233c', url: 'https://github.com/example/haskell', revision: '82f233c' },
            verdict: 'unknown'
        }
    ]
};
const kubernetesApiClient = {
    name: 'kubernetes-api-client',
    title: 'Haskell client (fork)',
    repository: FORK,
    observed: [{ behaviour: 'reloads', because: READ_EVERY_MINUTE, evidence: [TOKEN_FILE, FORKED] }],
    observe: hackage_observeSource(FORK),
    examples: [
        { requirement: '0.6.0.1', verdict: 'reloads' },
        { requirement: '0.6.1.2', verdict: 'reloads' },
        { requirement: { kind: 'none' }, verdict: 'reloads' },
        { requirement: { kind: 'source', text: 'abcdef1', url: FORK, revision: 'abcdef1' }, verdict: 'unknown' }
    ]
};
/** The rows of the Haskell ecosystem. */
const hackageClients = [
    kubernetesClient,
    kubernetesApiClient,
    withoutLoader('kubernetes-client-core', 'Haskell client, generated part', hackage_OFFICIAL),
    withoutLoader('kubernetes-api', 'Haskell client (fork), generated part', FORK)
];

;// CONCATENATED MODULE: ./lib/policy/clients/hex.js
/** What is known of the Elixir clients; the vendor documents name none of them. */

const K8S = 'https://github.com/coryodaniel/k8s';
const KAZAN = 'https://github.com/obmarg/kazan';
const LIBCLUSTER = 'https://github.com/bitwalker/libcluster';
const WORKER = {
    text: 'coryodaniel/k8s@9365258, which adds ServiceAccountWorker after 2.5.0',
    url: `${K8S}/commit/9365258`,
    proof: 'source'
};
const WHICH_RELEASE = { ...WORKER, proof: 'unsure' };
const SERVER = {
    text: 'lib/kazan/server.ex',
    url: `${KAZAN}/blob/master/lib/kazan/server.ex`,
    proof: 'source'
};
const STRATEGY = {
    text: 'lib/strategy/kubernetes.ex',
    url: `${LIBCLUSTER}/blob/main/lib/strategy/kubernetes.ex`,
    proof: 'source'
};
/** The rows of the Hex ecosystem. */
const hexClients = [
    {
        name: 'k8s',
        title: 'k8s',
        repository: K8S,
        observed: [
            { before: '2.5.1', behaviour: 'reads-once', because: READ_ONCE, evidence: [WORKER] },
            {
                from: '2.5.1',
                before: '2.6.1',
                behaviour: 'not-known',
                reason: 'never-released',
                because: 'After 2.5.0 the repository got a worker that reads the token file again: which release is the first with it is not known.',
                evidence: [WHICH_RELEASE]
            },
            {
                from: '2.6.1',
                behaviour: 'reloads',
                because: 'A worker reads the token file again from time to time.',
                evidence: [
                    {
                        text: 'K8s.Conn.Auth.ServiceAccount, documentation of 2.6.1',
                        url: 'https://hexdocs.pm/k8s/2.6.1/K8s.Conn.Auth.ServiceAccount.html',
                        proof: 'documented'
                    }
                ]
            }
        ],
        examples: [
            { requirement: '0.5.2', verdict: 'cannot-reload' },
            { requirement: '1.1.4', verdict: 'cannot-reload' },
            { requirement: '2.5.0-rc.1', verdict: 'cannot-reload' },
            { requirement: '2.5.0', verdict: 'cannot-reload' },
            { requirement: '2.5.1', verdict: 'unknown' },
            { requirement: '2.6.0', verdict: 'unknown' },
            { requirement: '2.6.1', verdict: 'reloads' },
            { requirement: '2.8.0', verdict: 'reloads' },
            { requirement: { kind: 'range', text: '~> 1.0' }, verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '<= 2.5.0' }, verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '~> 2.5' }, verdict: 'unknown' },
            { requirement: { kind: 'source', text: 'develop', url: K8S, branch: 'develop' }, verdict: 'unknown' },
            { requirement: { kind: 'none' }, verdict: 'unknown' }
        ]
    },
    {
        name: 'kazan',
        title: 'Kazan',
        repository: KAZAN,
        observed: [{ behaviour: 'reads-once', because: READ_ONCE, evidence: [SERVER] }],
        fix: {
            advice: 'No release reloads the token: call Kazan.Server.in_cluster again, at least every few minutes.'
        },
        examples: [
            { requirement: '0.1.0', verdict: 'cannot-reload' },
            { requirement: '0.11.0', verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '~> 0.11' }, verdict: 'cannot-reload' },
            { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
        ]
    },
    {
        name: 'libcluster',
        title: 'libcluster',
        repository: LIBCLUSTER,
        observed: [
            {
                before: '2.5.0',
                behaviour: 'not-known',
                reason: 'no-loader',
                because: 'It has no strategy for Kubernetes yet, and reads no token.',
                evidence: [STRATEGY]
            },
            {
                from: '2.5.0',
                behaviour: 'reloads',
                because: 'Cluster.Strategy.Kubernetes reads the token file again at each poll.',
                evidence: [STRATEGY]
            }
        ],
        examples: [
            { requirement: '1.0.0', verdict: 'unknown' },
            { requirement: '2.4.1', verdict: 'unknown' },
            { requirement: '2.5.0-rc.1', verdict: 'unknown' },
            { requirement: '2.5.0', verdict: 'reloads' },
            { requirement: '3.4.1', verdict: 'reloads' },
            { requirement: { kind: 'range', text: '~> 3.3' }, verdict: 'reloads' },
            { requirement: { kind: 'range', text: '>= 2.5.0' }, verdict: 'reloads' },
            { requirement: { kind: 'range', text: '~> 2.0' }, verdict: 'unknown' },
            { requirement: { kind: 'range', text: '< 2.5.0' }, verdict: 'unknown' },
            { requirement: { kind: 'none' }, verdict: 'unknown' }
        ]
    }
];

;// CONCATENATED MODULE: ./lib/policy/clients/maven-fabric8.js
/** What is known of the fabric8 client and of the packages that are released with it. */

const REPOSITORY = 'https://github.com/fabric8io/kubernetes-client';
const RETRY = {
    text: 'fabric8io/kubernetes-client#3445',
    url: `${REPOSITORY}/commit/5b7b0e7b10`,
    proof: 'source'
};
const EVERY_MINUTE = {
    text: 'fabric8io/kubernetes-client, commit bb847f8fa0',
    url: `${REPOSITORY}/commit/bb847f8fa0`,
    proof: 'source'
};
const BACKPORT = {
    text: 'fabric8io/kubernetes-client, commit 029b085ff5',
    url: `${REPOSITORY}/commit/029b085ff5`,
    proof: 'source'
};
/** What every release before 5.8.0 does. */
const FABRIC8_READS_ONCE = {
    behaviour: 'reads-once',
    because: 'The token file is read once; what 4.12 to 5.7.4 do after a 401 works with a kubeconfig file only.',
    evidence: [RETRY]
};
/** From 5.8.0 until before 5.12.4. */
const FABRIC8_RELOADS_LATE = {
    behaviour: 'reloads-late',
    because: READ_AFTER_401,
    evidence: [RETRY]
};
/** In 5.12.4, which got the change by a backport. */
const FABRIC8_BACKPORT = { behaviour: 'reloads', because: READ_EVERY_MINUTE, evidence: [BACKPORT] };
/** What every release from 6.1.0 on does. */
const FABRIC8_RELOADS = {
    behaviour: 'reloads',
    because: 'The token file is read again every minute, unless code sets a token of its own.',
    evidence: [EVERY_MINUTE]
};
/** What the versions of the fabric8 client do, and of packages that are numbered after it. */
const FABRIC8_RANGES = [
    { before: '5.8.0', ...FABRIC8_READS_ONCE },
    { from: '5.8.0', before: '5.12.4', ...FABRIC8_RELOADS_LATE },
    { from: '5.12.4', before: '6.0.0-alpha', ...FABRIC8_BACKPORT },
    {
        // Released before the change was made.
        from: '6.0.0-alpha',
        before: '6.1.0',
        behaviour: 'reloads-late',
        because: READ_AFTER_401,
        evidence: [RETRY, EVERY_MINUTE],
        releases: ['6.0.0-RC1', '6.0.0']
    },
    { from: '6.1.0', ...FABRIC8_RELOADS }
];
const EXAMPLES = [
    { requirement: '5.7.4', verdict: 'cannot-reload' },
    { requirement: '5.8.0', verdict: 'reloads-late' },
    { requirement: '5.12.3', verdict: 'reloads-late' },
    { requirement: '5.12.4', verdict: 'reloads' },
    { requirement: '6.0.0', verdict: 'reloads-late' },
    { requirement: '6.1.0', verdict: 'reloads' }
];
/** A package of the fabric8 client; all have the same version. */
function fabric8(artifact, title, more = []) {
    return {
        name: `io.fabric8:${artifact}`,
        title: `fabric8 ${title}`,
        repository: REPOSITORY,
        observed: FABRIC8_RANGES,
        examples: [...EXAMPLES, ...more]
    };
}
/** A package that does not work without the client of its own version: where that stands in the same file, it speaks for both. */
function companion(artifact, title) {
    return { ...fabric8(artifact, title), partOf: ['io.fabric8:kubernetes-client'] };
}
const HTTP_CLIENTS = ['okhttp', 'jdk', 'jetty', 'vertx', 'vertx-5'];
const EXTENSIONS = {
    'knative-client': 'Knative client',
    'tekton-client': 'Tekton client',
    'istio-client': 'Istio client'
};
/** What the bill of materials states versions for. */
const PACKAGES = [
    fabric8('kubernetes-client', 'Kubernetes client', [
        { requirement: '3.1.8', verdict: 'cannot-reload' },
        { requirement: '5.9.0', verdict: 'reloads-late' },
        { requirement: '6.0.0-RC1', verdict: 'reloads-late' },
        { requirement: '6.13.4', verdict: 'reloads' },
        { requirement: '7.8.0', verdict: 'reloads' },
        { requirement: { kind: 'range', text: '[5,6)' }, verdict: 'unknown' },
        { requirement: { kind: 'range', text: '[6.1.0,7)' }, verdict: 'reloads' },
        { requirement: { kind: 'range', text: '5.7.+' }, verdict: 'cannot-reload' },
        { requirement: { kind: 'none' }, verdict: 'unknown' }
    ]),
    fabric8('openshift-client', 'OpenShift client'),
    companion('kubernetes-client-api', 'Kubernetes client, API'),
    { ...fabric8('openshift-client-api', 'OpenShift client, API'), partOf: ['io.fabric8:openshift-client'] },
    ...HTTP_CLIENTS.map(name => companion(`kubernetes-httpclient-${name}`, `Kubernetes client, transport ${name}`)),
    ...Object.entries(EXTENSIONS).map(([artifact, title]) => companion(artifact, title))
];
/**
 * The rows of fabric8. `kubernetes-client` has the loader up to 5.12 and brings in `kubernetes-client-api`, where it
 * stands since 6.0; the transports and extensions bring in the one or the other in their own version. Its models, servers
 * for tests and generators read no token.
 */
const fabric8Clients = [
    ...PACKAGES,
    {
        ...fabric8('kubernetes-client-bom', 'Kubernetes client, bill of materials'),
        manages: PACKAGES.map(({ name }) => name)
    }
];

;// CONCATENATED MODULE: ./lib/policy/clients/maven-frameworks.js
/** What is known of the frameworks for the JVM that read the token themselves, and of clients that leave it to the program. */

const HAZELCAST = 'https://github.com/hazelcast/hazelcast';
const HAZELCAST_PLUGIN = 'https://github.com/hazelcast/hazelcast-kubernetes';
const JGROUPS = 'https://github.com/jgroups-extras/jgroups-kubernetes';
const WILDFLY = 'https://github.com/wildfly/wildfly';
const VERTX = 'https://github.com/vert-x3/vertx-service-discovery';
const IGNITE = 'https://github.com/apache/ignite';
const SPARK = 'https://github.com/apache/spark';
const KYUUBI = 'https://github.com/apache/kyuubi';
const NUBANK = 'https://github.com/nubank/k8s-api';
const HAZELCAST_RELOAD = {
    text: 'hazelcast/hazelcast#21544',
    url: `${HAZELCAST}/pull/21544`,
    proof: 'source'
};
const HAZELCAST_BACKPORT = {
    text: 'hazelcast/hazelcast#22394',
    url: `${HAZELCAST}/pull/22394`,
    proof: 'source'
};
const HAZELCAST_NO_BACKPORT = {
    text: 'hazelcast/hazelcast-kubernetes#415',
    url: `${HAZELCAST_PLUGIN}/issues/415`,
    proof: 'source'
};
const JGROUPS_RELOAD = {
    text: 'jgroups-extras/jgroups-kubernetes#280',
    url: `${JGROUPS}/commit/dbdd7d9`,
    proof: 'source'
};
const JGROUPS_BACKPORT = {
    text: 'jgroups-extras/jgroups-kubernetes#316',
    url: `${JGROUPS}/pull/316`,
    proof: 'source'
};
/** Whether a server forms its cluster with KUBE_PING no dependency file tells. */
const WILDFLY_BUNDLES = {
    text: 'version of jgroups-kubernetes in the pom of WildFly 40.0.0.Final',
    url: `${WILDFLY}/blob/40.0.0.Final/pom.xml`,
    proof: 'unsure'
};
const VERTX_IMPORTER = {
    text: 'KubernetesServiceImporter of vertx-service-discovery',
    url: `${VERTX}/tree/master/vertx-service-discovery-bridge-kubernetes`,
    proof: 'source'
};
const IGNITE_RESOLVER = {
    text: 'KubernetesServiceAddressResolver of Apache Ignite',
    url: `${IGNITE}/blob/master/modules/kubernetes/src/main/java/org/apache/ignite/internal/kubernetes/connection/KubernetesServiceAddressResolver.java`,
    proof: 'source'
};
const SPARK_RELOAD = { text: 'apache/spark#42624', url: `${SPARK}/pull/42624`, proof: 'source' };
const KYUUBI_RELOAD = { text: 'apache/kyuubi#6883', url: `${KYUUBI}/pull/6883`, proof: 'documented' };
const NUBANK_AUTH = {
    text: 'kubernetes-api.interceptors.auth of k8s-api',
    url: `${NUBANK}/blob/main/src/kubernetes_api/interceptors/auth.clj`,
    proof: 'source'
};
const SPARK_ONCE = 'The token file is read once, when the driver or spark-submit makes its client.';
const SPARK_LEFT = 'The token of the service account is left to fabric8, which reads it again every minute; a file set as oauthTokenFile is read once.';
const KYUUBI_ONCE = 'The token file, the one of the service account or of oauthTokenFile, is read once.';
const KYUUBI_AGAIN = 'The token file is asked for its token again and again, by a token provider.';
/** A package of WildFly that brings the discovery by the Kubernetes API along. */
function wildfly(artifact) {
    return {
        name: `org.wildfly:${artifact}`,
        title: `WildFly, ${artifact}`,
        repository: WILDFLY,
        observed: [
            {
                before: '40.0.0.Final',
                behaviour: 'reads-once',
                because: 'It brings in jgroups-kubernetes 2.0.2.Final or older, which reads the token once, if KUBE_PING forms the cluster.',
                evidence: [WILDFLY_BUNDLES]
            },
            {
                from: '40.0.0.Final',
                behaviour: 'reloads',
                because: 'It brings in jgroups-kubernetes 3.0.0.Final, which reads the token again every minute.',
                evidence: [WILDFLY_BUNDLES]
            }
        ],
        brings: ['org.jgroups.kubernetes:jgroups-kubernetes'],
        fix: {
            advice: 'Only a cluster that KUBE_PING forms is concerned; before 40.0.0.Final, DNS_PING with a headless service needs no token.'
        },
        examples: [
            { requirement: '26.1.3.Final', verdict: 'cannot-reload' },
            { requirement: '39.0.1.Final', verdict: 'cannot-reload' },
            { requirement: '40.0.0.Final', verdict: 'reloads' }
        ]
    };
}
/** The rows of the frameworks with a reader of their own. */
const frameworkClients = [
    {
        name: 'com.hazelcast:hazelcast',
        title: 'Hazelcast',
        repository: HAZELCAST,
        observed: [
            {
                before: '5.0-alpha',
                behaviour: 'not-known',
                reason: 'no-loader',
                because: 'Before 5.0 discovery in Kubernetes is in hazelcast-kubernetes, of which no release reloads.',
                evidence: [HAZELCAST_NO_BACKPORT]
            },
            {
                from: '5.0-alpha',
                before: '5.1.4',
                behaviour: 'reads-once',
                because: 'Discovery in Kubernetes reads the token file once, when the member starts.',
                evidence: [HAZELCAST_BACKPORT]
            },
            {
                from: '5.1.4',
                before: '5.2-alpha',
                behaviour: 'reloads',
                because: READ_FOR_EVERY_REQUEST,
                evidence: [HAZELCAST_BACKPORT]
            },
            {
                from: '5.2-alpha',
                before: '5.2.0',
                behaviour: 'not-known',
                reason: 'moving-version',
                because: 'Betas and snapshots of 5.2.0 were built before and after the change that makes it reload.',
                evidence: [],
                releases: []
            },
            { from: '5.2.0', behaviour: 'reloads', because: READ_FOR_EVERY_REQUEST, evidence: [HAZELCAST_RELOAD] }
        ],
        partOf: ['com.hazelcast:hazelcast-kubernetes'],
        fix: {
            advice: 'Only members that discover each other by the Kubernetes API are concerned: discovery by DNS needs no token.'
        },
        examples: [
            { requirement: '3.12.13', verdict: 'unknown' },
            { requirement: '4.2.8', verdict: 'unknown' },
            { requirement: '5.0', verdict: 'cannot-reload' },
            { requirement: '5.1', verdict: 'cannot-reload' },
            { requirement: '5.1.3', verdict: 'cannot-reload' },
            { requirement: '5.1.4', verdict: 'reloads' },
            { requirement: '5.2-BETA-1', verdict: 'unknown' },
            { requirement: '5.2.0', verdict: 'reloads' },
            { requirement: '5.5.0', verdict: 'reloads' },
            { requirement: { kind: 'range', text: '[5.1.4,6)' }, verdict: 'reloads' }
        ]
    },
    {
        name: 'com.hazelcast:hazelcast-kubernetes',
        title: 'Hazelcast, Kubernetes plugin',
        repository: HAZELCAST_PLUGIN,
        observed: [{ behaviour: 'reads-once', because: READ_ONCE, evidence: [HAZELCAST_NO_BACKPORT] }],
        fix: {
            advice: 'No release reloads the token: move to com.hazelcast:hazelcast 5.1.4 or newer, which has the plugin built in.'
        },
        examples: [
            { requirement: '1.5.6', verdict: 'cannot-reload' },
            { requirement: '2.2.3', verdict: 'cannot-reload' },
            { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
        ]
    },
    {
        name: 'org.jgroups.kubernetes:jgroups-kubernetes',
        title: 'JGroups KUBE_PING',
        repository: JGROUPS,
        observed: [
            { before: '2.0.3', behaviour: 'reads-once', because: READ_ONCE, evidence: [JGROUPS_BACKPORT] },
            {
                from: '2.0.3',
                before: '3.0.0-alpha',
                behaviour: 'reloads',
                because: READ_EVERY_MINUTE,
                evidence: [JGROUPS_BACKPORT]
            },
            {
                from: '3.0.0-alpha',
                before: '3.0.0',
                behaviour: 'not-known',
                reason: 'moving-version',
                because: 'Pre-releases of 3.0.0 were built before and after the change that makes it reload.',
                evidence: [],
                releases: []
            },
            { from: '3.0.0', behaviour: 'reloads', because: READ_EVERY_MINUTE, evidence: [JGROUPS_RELOAD] }
        ],
        fix: { advice: 'DNS_PING with a headless service needs no token.' },
        examples: [
            { requirement: '1.0.17.Final', verdict: 'cannot-reload' },
            { requirement: '2.0.2.Final', verdict: 'cannot-reload' },
            { requirement: '2.0.3.Final', verdict: 'reloads' },
            { requirement: '3.0.0.CR1', verdict: 'unknown' },
            { requirement: '3.0.0.Final', verdict: 'reloads' },
            { requirement: { kind: 'range', text: '[1.0,2.0)' }, verdict: 'cannot-reload' }
        ]
    },
    wildfly('wildfly-galleon-pack'),
    wildfly('wildfly-ee-galleon-pack'),
    {
        name: 'io.vertx:vertx-service-discovery-bridge-kubernetes',
        title: 'Vert.x service discovery, Kubernetes bridge',
        repository: VERTX,
        observed: [{ behaviour: 'reads-once', because: READ_ONCE, evidence: [VERTX_IMPORTER] }],
        fix: {
            advice: 'No release up to 5.0.1 reloads the token: discover services by DNS, or register the importer anew within the hour.'
        },
        examples: [
            { requirement: '3.9.16', verdict: 'cannot-reload' },
            { requirement: '5.0.1', verdict: 'cannot-reload' },
            { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
        ]
    },
    {
        name: 'org.apache.ignite:ignite-kubernetes',
        title: 'Apache Ignite, Kubernetes',
        repository: IGNITE,
        observed: [{ behaviour: 'reloads', because: READ_FOR_EVERY_REQUEST, evidence: [IGNITE_RESOLVER] }],
        examples: [
            { requirement: '2.0.0', verdict: 'reloads' },
            { requirement: '2.16.0', verdict: 'reloads' },
            { requirement: { kind: 'none' }, verdict: 'reloads' }
        ]
    },
    {
        name: 'org.apache.spark:spark-kubernetes',
        title: 'Apache Spark on Kubernetes',
        repository: SPARK,
        observed: [
            { before: '3.3.4', behaviour: 'reads-once', because: SPARK_ONCE, evidence: [SPARK_RELOAD] },
            {
                from: '3.3.4',
                before: '3.4-alpha',
                behaviour: 'reloads-late',
                because: 'The token of the service account is left to fabric8 5.12.2, which reads it again only after a 401; a file set as oauthTokenFile is read once.',
                evidence: [SPARK_RELOAD]
            },
            { from: '3.4-alpha', before: '3.4.2', behaviour: 'reads-once', because: SPARK_ONCE, evidence: [SPARK_RELOAD] },
            { from: '3.4.2', before: '3.5-alpha', behaviour: 'reloads', because: SPARK_LEFT, evidence: [SPARK_RELOAD] },
            {
                from: '3.5-alpha',
                before: '3.5.0',
                behaviour: 'not-known',
                reason: 'moving-version',
                because: 'Candidates and snapshots of 3.5.0 were built before and after the change that makes it reload.',
                evidence: [],
                releases: []
            },
            { from: '3.5.0', behaviour: 'reloads', because: SPARK_LEFT, evidence: [SPARK_RELOAD] }
        ],
        examples: [
            { requirement: '2.4.8', verdict: 'cannot-reload' },
            { requirement: '3.3.3', verdict: 'cannot-reload' },
            { requirement: '3.3.4', verdict: 'reloads-late' },
            { requirement: '3.4.0', verdict: 'cannot-reload' },
            { requirement: '3.4.1', verdict: 'cannot-reload' },
            { requirement: '3.4.2', verdict: 'reloads' },
            { requirement: '3.5.0', verdict: 'reloads' },
            { requirement: '4.0.0', verdict: 'reloads' },
            { requirement: { kind: 'range', text: '[3.4.2,4)' }, verdict: 'reloads' }
        ]
    },
    {
        name: 'org.apache.kyuubi:kyuubi-server',
        title: 'Apache Kyuubi',
        repository: KYUUBI,
        observed: [
            { before: '1.9.4', behaviour: 'reads-once', because: KYUUBI_ONCE, evidence: [KYUUBI_RELOAD] },
            { from: '1.9.4', before: '1.10-alpha', behaviour: 'reloads', because: KYUUBI_AGAIN, evidence: [KYUUBI_RELOAD] },
            {
                from: '1.10-alpha',
                before: '1.10.2',
                behaviour: 'reads-once',
                because: KYUUBI_ONCE,
                evidence: [KYUUBI_RELOAD]
            },
            { from: '1.10.2', behaviour: 'reloads', because: KYUUBI_AGAIN, evidence: [KYUUBI_RELOAD] }
        ],
        examples: [
            { requirement: '1.8.3', verdict: 'cannot-reload' },
            { requirement: '1.9.3', verdict: 'cannot-reload' },
            { requirement: '1.9.4', verdict: 'reloads' },
            { requirement: '1.10.1', verdict: 'cannot-reload' },
            { requirement: '1.10.2', verdict: 'reloads' }
        ]
    },
    {
        name: 'nubank:k8s-api',
        title: 'kubernetes-api of Nubank',
        repository: NUBANK,
        observed: [
            {
                behaviour: 'not-known',
                reason: 'no-loader',
                because: 'It reads no token file: the program hands the token over, as :token or by the function :token-fn.',
                evidence: [NUBANK_AUTH]
            }
        ],
        fix: { advice: `A :token stays as it is. ${READ_IT_YOURSELF}` },
        examples: [
            { requirement: '0.1.2', verdict: 'unknown' },
            { requirement: '1.0.0', verdict: 'unknown' },
            { requirement: { kind: 'none' }, verdict: 'unknown' }
        ]
    }
];

;// CONCATENATED MODULE: ./lib/policy/clients/maven-official.js
/** What is known of the official client for the JVM. */

const maven_official_RELOAD = {
    text: 'kubernetes-client/java#967',
    url: 'https://github.com/kubernetes-client/java/pull/967',
    proof: 'source'
};
const maven_official_REPOSITORY = 'https://github.com/kubernetes-client/java';
const maven_official_MINIMUM = { version: '9.0.0', text: 'v9.0.0', evidence: [KEP, EKS, CCE] };
/** What every release from 9.0.0 on does, also for the packages that bring it in. */
const OFFICIAL_RELOADS = {
    behaviour: 'reloads',
    because: 'ClientBuilder.cluster() reads the token file again every minute; ClientBuilder.oldCluster() never does.',
    evidence: [maven_official_RELOAD]
};
const RANGES = [
    {
        before: '9.0.0-alpha',
        behaviour: 'reads-once',
        because: 'The token file is read once, when the client is made.',
        evidence: [maven_official_RELOAD]
    },
    {
        from: '9.0.0-alpha',
        before: '9.0.0-SNAPSHOT',
        behaviour: 'not-known',
        reason: 'never-released',
        because: 'No pre-release of 9.0.0 was ever released.',
        evidence: [],
        releases: []
    },
    {
        from: '9.0.0-SNAPSHOT',
        before: '9.0.0',
        behaviour: 'not-known',
        reason: 'moving-version',
        because: 'Snapshots of 9.0.0 were built before and after the change that makes the client reload.',
        evidence: [],
        releases: []
    },
    { from: '9.0.0', ...OFFICIAL_RELOADS }
];
const maven_official_EXAMPLES = [
    { requirement: '8.0.2', verdict: 'cannot-reload' },
    { requirement: '9.0.0-SNAPSHOT', verdict: 'unknown' },
    { requirement: '9.0.0', verdict: 'reloads' },
    { requirement: '27.0.0', verdict: 'reloads' }
];
/** A package of the official client. */
function official(artifact, title, more = []) {
    return {
        name: `io.kubernetes:${artifact}`,
        title: `Kubernetes Java client${title === '' ? '' : `, ${title}`}`,
        repository: maven_official_REPOSITORY,
        minimum: maven_official_MINIMUM,
        observed: RANGES,
        examples: [...maven_official_EXAMPLES, ...more]
    };
}
/** A package without a loader that is released together with the one that has it, and needs the same version. */
function maven_official_companion(artifact, title) {
    return { ...official(artifact, title), partOf: ['io.kubernetes:client-java'] };
}
/** The rows of the official client. Its models for cert-manager and the like have no loader and bring none in. */
const officialJavaClients = [
    official('client-java', '', [
        { requirement: '0.2', verdict: 'cannot-reload' },
        { requirement: '8.0.0-alpha1', verdict: 'cannot-reload' },
        { requirement: '9.0.0-alpha1', verdict: 'cannot-reload', observed: 'not-known' },
        { requirement: '9.0.0-rc1', verdict: 'cannot-reload', observed: 'not-known' },
        { requirement: '9.0.2', verdict: 'reloads' },
        { requirement: '10.0.0-SNAPSHOT', verdict: 'reloads' },
        { requirement: '20.0.1-legacy', verdict: 'reloads' },
        { requirement: '25.0.0-legacy', verdict: 'reloads' },
        { requirement: { kind: 'range', text: '[8,9)' }, verdict: 'cannot-reload' },
        { requirement: { kind: 'range', text: '[8.0,9.0[' }, verdict: 'cannot-reload' },
        { requirement: { kind: 'range', text: '[9.0.0,)' }, verdict: 'reloads' },
        { requirement: { kind: 'range', text: '9.+' }, verdict: 'reloads' },
        { requirement: { kind: 'range', text: '[8,)' }, verdict: 'unknown' },
        { requirement: { kind: 'range', text: 'latest.release' }, verdict: 'unknown' },
        { requirement: '${kubernetes.version}', verdict: 'unknown' },
        { requirement: 'kubernetesVersion', verdict: 'unknown' },
        { requirement: { kind: 'none' }, verdict: 'unknown' }
    ]),
    official('client-java-extended', 'extended'),
    official('client-java-spring-integration', 'Spring integration'),
    official('client-java-spring-aot-integration', 'Spring AOT integration'),
    maven_official_companion('client-java-api', 'API'),
    maven_official_companion('client-java-api-fluent', 'fluent API'),
    maven_official_companion('client-java-proto', 'protocol buffers')
];

;// CONCATENATED MODULE: ./lib/policy/clients/maven-parents.js
/**
 * What is known of packages for the JVM that have no loader and bring in a client: each is judged through the version of
 * the client that its releases were published with.
 */


const SPRING = 'https://github.com/spring-cloud/spring-cloud-kubernetes';
const OPERATOR_SDK = 'https://github.com/operator-framework/java-operator-sdk';
const FLINK = 'https://github.com/apache/flink-kubernetes-operator';
const QUARKUS = 'https://github.com/quarkusio/quarkus';
const JENKINS = 'https://github.com/jenkinsci/kubernetes-plugin';
const JENKINS_API = 'https://github.com/jenkinsci/kubernetes-client-api-plugin';
const MICRONAUT = 'https://github.com/micronaut-projects/micronaut-kubernetes';
const FABRIC8 = 'io.fabric8:kubernetes-client';
const maven_parents_OFFICIAL = 'io.kubernetes:client-java';
/** Where the version of the client stands in the repository of the package that brings it in. */
function pomOf(repository, tag, path = 'pom.xml') {
    const [owner, name] = repository.split('/').slice(-2);
    return { text: `${path} of ${owner}/${name} ${tag}`, url: `${repository}/blob/${tag}/${path}`, proof: 'source' };
}
/** What a release does that brings in `version` of a client, of which `observation` is known. */
function bringing(version, { behaviour, because, evidence }, pom) {
    return {
        behaviour,
        because: `It brings in ${version}, with which ${because.replace(/^The /, 'the ')}`,
        evidence: [pom, ...evidence]
    };
}
/** Between two releases: which client a milestone or snapshot of the second one was built with is not known. */
function milestonesOf(release) {
    return {
        from: `${release}-alpha`,
        before: release,
        behaviour: 'not-known',
        reason: 'moving-version',
        because: `Milestones and snapshots of ${release} may bring in the one version of the client or the other.`,
        evidence: [],
        releases: []
    };
}
/** One row for each package of a project that is released as a whole. */
function family(packages, row) {
    return packages.map(name => ({ ...row, name, title: name.slice(name.indexOf(':') + 1) }));
}
/** The bills of materials of such a project. They bring nothing in, and say something only where a client asks them. */
function bills(packages, row, manages) {
    return family(packages, { ...row, manages, platform: true });
}
/** Artifacts of Spring Cloud Kubernetes, with each of these endings. */
function spring(stem, ...endings) {
    return endings.map(ending => `org.springframework.cloud:spring-cloud-${stem}${ending}`);
}
const STATION = /^(?:Finchley|Greenwich|Hoxton)\./;
const springPom = (tag) => pomOf(SPRING, tag, 'spring-cloud-kubernetes-dependencies/pom.xml');
const SPRING_ONCE = {
    before: '2.1.0-alpha',
    ...bringing('fabric8 4.13.3 or older', FABRIC8_READS_ONCE, springPom('v2.0.6'))
};
const SPRING_FABRIC8 = [
    SPRING_ONCE,
    milestonesOf('2.1.0'),
    {
        from: '2.1.0',
        before: '3.0.0-alpha',
        ...bringing('fabric8 5.9.0 or 5.10.2', FABRIC8_RELOADS_LATE, springPom('v2.1.0'))
    },
    milestonesOf('3.0.0'),
    { from: '3.0.0', ...bringing('fabric8 6.2.0 or newer', FABRIC8_RELOADS, springPom('v3.0.0')) }
];
const SPRING_OFFICIAL = [
    {
        before: '2.0.0',
        behaviour: 'not-known',
        reason: 'never-released',
        because: 'The package was first released as 2.0.0.',
        evidence: [],
        releases: []
    },
    {
        from: '2.0.0',
        behaviour: OFFICIAL_RELOADS.behaviour,
        because: `It brings in client-java 10.0.0 or newer. ${OFFICIAL_RELOADS.because}`,
        evidence: [springPom('v2.0.0'), ...OFFICIAL_RELOADS.evidence]
    }
];
const SPRING_EXAMPLES = [
    { requirement: '1.1.10.RELEASE', verdict: 'cannot-reload' },
    { requirement: '2.0.6', verdict: 'cannot-reload' },
    { requirement: '2.1.0-RC1', verdict: 'unknown' },
    { requirement: '2.1.0', verdict: 'reloads-late' },
    { requirement: '2.1.9', verdict: 'reloads-late' },
    { requirement: '3.0.0-M5', verdict: 'unknown' },
    { requirement: '3.0.0', verdict: 'reloads' },
    { requirement: '3.3.0', verdict: 'reloads' },
    { requirement: { kind: 'range', text: '[2.0,2.1)' }, verdict: 'cannot-reload' },
    { requirement: { kind: 'none' }, verdict: 'unknown' }
];
const SPRING_FIX = {
    advice: 'Spring Cloud Kubernetes 3 needs Spring Boot 3; on Spring Boot 2 the starters with "client" instead of "fabric8" in their names reload from 2.0.0 on.'
};
const SPRING_FABRIC8_NAMES = [
    ...spring('kubernetes-', 'core', 'config', 'istio', 'leader', 'loadbalancer', 'ribbon'),
    ...spring('starter-kubernetes', '', '-all', '-config', '-loadbalancer', '-ribbon'),
    ...spring('kubernetes-fabric8-', 'autoconfig', 'config', 'discovery', 'istio', 'leader', 'loadbalancer'),
    ...spring('starter-kubernetes-fabric8', '', '-all', '-config', '-loadbalancer')
];
const SPRING_FABRIC8_ROW = {
    repository: SPRING,
    observed: SPRING_FABRIC8,
    fix: SPRING_FIX,
    examples: SPRING_EXAMPLES
};
/** Spring Cloud, whose releases are named after years, and before 2020 after stations of the London Underground. */
const springTrain = {
    ...SPRING_FABRIC8_ROW,
    name: 'org.springframework.cloud:spring-cloud-dependencies',
    title: 'spring-cloud-dependencies',
    repository: 'https://github.com/spring-cloud/spring-cloud-release',
    observed: [
        { ...SPRING_ONCE, before: '2021.0.0-alpha' },
        milestonesOf('2021.0.0'),
        {
            from: '2021.0.0',
            before: '2022.0.0-alpha',
            ...bringing('fabric8 5.9.0 or 5.10.2', FABRIC8_RELOADS_LATE, springPom('v2.1.0'))
        },
        milestonesOf('2022.0.0'),
        { from: '2022.0.0', ...bringing('fabric8 6.2.0 or newer', FABRIC8_RELOADS, springPom('v3.0.0')) }
    ],
    observe: requirement => ('text' in requirement && STATION.test(requirement.text) ? SPRING_ONCE : undefined),
    manages: SPRING_FABRIC8_NAMES,
    platform: true,
    examples: [
        { requirement: 'Hoxton.SR12', verdict: 'cannot-reload' },
        { requirement: '2020.0.6', verdict: 'cannot-reload' },
        { requirement: '2021.0.0-M3', verdict: 'unknown' },
        { requirement: '2021.0.0', verdict: 'reloads-late' },
        { requirement: '2021.0.9', verdict: 'reloads-late' },
        { requirement: '2022.0.0', verdict: 'reloads' },
        { requirement: '2025.0.0', verdict: 'reloads' }
    ]
};
const springClients = [
    ...family(SPRING_FABRIC8_NAMES, { ...SPRING_FABRIC8_ROW, brings: [FABRIC8] }),
    ...bills(spring('kubernetes-', 'dependencies'), SPRING_FABRIC8_ROW, SPRING_FABRIC8_NAMES),
    springTrain,
    ...family(spring('kubernetes-', 'discovery'), {
        repository: SPRING,
        observed: [
            SPRING_ONCE,
            {
                from: '2.1.0-alpha',
                behaviour: 'not-known',
                reason: 'no-loader',
                because: 'From 2.1.0 on it asks the discovery server and reads no token; the server is a program of its own.',
                evidence: [springPom('v2.1.0')]
            }
        ],
        brings: [FABRIC8],
        fix: { advice: 'Look at the discovery server: from 3.0.0 on its image reloads the token.' },
        examples: [
            { requirement: '1.1.10.RELEASE', verdict: 'cannot-reload' },
            { requirement: '2.1.0', verdict: 'unknown' }
        ]
    }),
    ...family([
        ...spring('kubernetes-client-', 'autoconfig', 'config', 'discovery', 'loadbalancer'),
        ...spring('starter-kubernetes-client', '', '-all', '-config', '-loadbalancer')
    ], {
        repository: SPRING,
        observed: SPRING_OFFICIAL,
        brings: [maven_parents_OFFICIAL],
        examples: [
            { requirement: '2.0.0-M1', verdict: 'unknown' },
            { requirement: '2.0.0', verdict: 'reloads' },
            { requirement: '2.0.6', verdict: 'reloads' },
            { requirement: '3.3.0', verdict: 'reloads' },
            { requirement: { kind: 'none' }, verdict: 'reloads' }
        ]
    })
];
const OPERATOR_SDK_NAMES = ['io.javaoperatorsdk:operator-framework', 'io.javaoperatorsdk:operator-framework-core'];
const OPERATOR_SDK_ROW = {
    repository: OPERATOR_SDK,
    observed: [
        {
            before: '1.9.7',
            ...bringing('fabric8 5.7.2 or older', FABRIC8_READS_ONCE, pomOf(OPERATOR_SDK, 'v1.9.6'))
        },
        {
            from: '1.9.7',
            before: '3.2.0',
            ...bringing('fabric8 5.8.0 to 5.12.3', FABRIC8_RELOADS_LATE, pomOf(OPERATOR_SDK, 'v2.0.0'))
        },
        {
            from: '3.2.0',
            before: '3.2.1',
            ...bringing('fabric8 6.1.1', FABRIC8_RELOADS, pomOf(OPERATOR_SDK, 'v3.2.0')),
            releases: ['3.2.0']
        },
        {
            from: '3.2.1',
            before: '3.2.3',
            ...bringing('fabric8 5.12.3', FABRIC8_RELOADS_LATE, pomOf(OPERATOR_SDK, 'v3.2.2')),
            releases: ['3.2.1', '3.2.2']
        },
        { from: '3.2.3', ...bringing('fabric8 5.12.4 or newer', FABRIC8_RELOADS, pomOf(OPERATOR_SDK, 'v3.2.3')) }
    ],
    examples: [
        { requirement: '1.8.4', verdict: 'cannot-reload' },
        { requirement: '1.9.6', verdict: 'cannot-reload' },
        { requirement: '1.9.7', verdict: 'reloads-late' },
        { requirement: '3.1.1', verdict: 'reloads-late' },
        { requirement: '3.2.0', verdict: 'reloads' },
        { requirement: '3.2.1', verdict: 'reloads-late' },
        { requirement: '3.2.2', verdict: 'reloads-late' },
        { requirement: '3.2.3', verdict: 'reloads' },
        { requirement: '4.0.0', verdict: 'reloads' },
        { requirement: '5.1.0', verdict: 'reloads' },
        { requirement: { kind: 'range', text: '[4,6)' }, verdict: 'reloads' }
    ]
};
const operatorSdkClients = [
    ...family(OPERATOR_SDK_NAMES, { ...OPERATOR_SDK_ROW, brings: [FABRIC8] }),
    ...bills(['io.javaoperatorsdk:operator-framework-bom'], OPERATOR_SDK_ROW, OPERATOR_SDK_NAMES)
];
const flinkClients = family(['org.apache.flink:flink-kubernetes-operator'], {
    repository: FLINK,
    observed: [
        {
            before: '1.3.0',
            ...bringing('fabric8 5.12.1 to 5.12.3', FABRIC8_RELOADS_LATE, pomOf(FLINK, 'release-1.2.0'))
        },
        { from: '1.3.0', ...bringing('fabric8 6.2.0 or newer', FABRIC8_RELOADS, pomOf(FLINK, 'release-1.3.0')) }
    ],
    brings: [FABRIC8],
    examples: [
        { requirement: '0.1.0', verdict: 'reloads-late' },
        { requirement: '1.2.0', verdict: 'reloads-late' },
        { requirement: '1.3.0', verdict: 'reloads' },
        { requirement: '1.10.0', verdict: 'reloads' }
    ]
});
const quarkusPom = (tag) => pomOf(QUARKUS, tag, 'bom/application/pom.xml');
const QUARKUS_RANGES = [
    { before: '2.4.0.CR1', ...bringing('fabric8 5.7.3 or older', FABRIC8_READS_ONCE, quarkusPom('2.3.1.Final')) },
    {
        from: '2.4.0.CR1',
        before: '2.14.0.CR1',
        ...bringing('fabric8 5.8.0 to 5.12.3', FABRIC8_RELOADS_LATE, quarkusPom('2.4.0.Final'))
    },
    {
        from: '2.14.0.CR1',
        behaviour: 'reloads',
        because: 'It brings in fabric8 6.2.0 or newer, with which the token file is read again every minute, unless quarkus.kubernetes-client.token is set.',
        evidence: [quarkusPom('2.14.0.Final'), ...FABRIC8_RELOADS.evidence]
    }
];
const QUARKUS_NAMES = ['io.quarkus:quarkus-kubernetes-client', 'io.quarkus:quarkus-openshift-client'];
const QUARKUS_ROW = {
    repository: QUARKUS,
    observed: QUARKUS_RANGES,
    fix: { version: '2.14.0.Final' },
    examples: [
        { requirement: '1.13.7.Final', verdict: 'cannot-reload' },
        { requirement: '2.3.1.Final', verdict: 'cannot-reload' },
        { requirement: '2.4.0.Final', verdict: 'reloads-late' },
        { requirement: '2.13.0.Final', verdict: 'reloads-late' },
        { requirement: '2.14.0.Final', verdict: 'reloads' },
        { requirement: '2.16.0.Final', verdict: 'reloads' },
        { requirement: '3.0.0.Final', verdict: 'reloads' },
        { requirement: '3.15.1', verdict: 'reloads' },
        { requirement: { kind: 'none' }, verdict: 'unknown' }
    ]
};
const QUARKUS_BROUGHT = [FABRIC8, 'io.fabric8:openshift-client'];
const quarkusClients = [
    ...family(QUARKUS_NAMES, { ...QUARKUS_ROW, brings: QUARKUS_BROUGHT }),
    ...bills(['io.quarkus:quarkus-bom', 'io.quarkus.platform:quarkus-bom'], QUARKUS_ROW, [
        ...QUARKUS_NAMES,
        ...QUARKUS_BROUGHT
    ])
];
const jenkinsClients = [
    {
        name: 'org.csanchez.jenkins.plugins:kubernetes',
        title: 'Jenkins plugin kubernetes',
        repository: JENKINS,
        observed: [
            {
                before: '1.31.0',
                ...bringing('fabric8 5.4.1 or older', FABRIC8_READS_ONCE, pomOf(JENKINS, 'kubernetes-1.30.11'))
            },
            {
                from: '1.31.0',
                before: '3794.v45d9da_33d7f1',
                ...bringing('fabric8 5.10.1 to 5.12', FABRIC8_RELOADS_LATE, pomOf(JENKINS, 'kubernetes-1.31.0'))
            },
            {
                from: '3794.v45d9da_33d7f1',
                ...bringing('fabric8 6.3.1 or newer', FABRIC8_RELOADS, pomOf(JENKINS, '3794.v45d9da_33d7f1'))
            }
        ],
        brings: ['org.jenkins-ci.plugins:kubernetes-client-api', FABRIC8],
        examples: [
            { requirement: '1.18.2', verdict: 'cannot-reload' },
            { requirement: '1.30.11', verdict: 'cannot-reload' },
            { requirement: '1.31.0', verdict: 'reloads-late' },
            { requirement: '1.31.3', verdict: 'reloads-late' },
            { requirement: '3670.v6ca_059233222', verdict: 'reloads-late' },
            { requirement: '3794.v45d9da_33d7f1', verdict: 'reloads' },
            { requirement: '4029.v5712230ccb_f8', verdict: 'reloads' }
        ]
    },
    {
        // Its version begins with that of fabric8.
        name: 'org.jenkins-ci.plugins:kubernetes-client-api',
        title: 'Jenkins plugin kubernetes-client-api',
        repository: JENKINS_API,
        observed: FABRIC8_RANGES,
        brings: [FABRIC8],
        examples: [
            { requirement: '4.13.3-1', verdict: 'cannot-reload' },
            { requirement: '5.4.1', verdict: 'cannot-reload' },
            { requirement: '5.10.1-171.vaa0774fb8c20', verdict: 'reloads-late' },
            { requirement: '5.12.2-193.v26a_6078f65a_9', verdict: 'reloads-late' },
            { requirement: '6.3.1-206.v76d3b_6b_14db_b', verdict: 'reloads' },
            { requirement: '6.10.0-240.v57880ce8b_0b_2', verdict: 'reloads' }
        ]
    }
];
const MICRONAUT_OWN = {
    text: 'KubernetesClientFilter of Micronaut Kubernetes 2.3.4',
    url: `${MICRONAUT}/tree/v2.3.4`,
    proof: 'source'
};
const micronautClients = family(['client', 'client-reactor', 'client-rxjava2', 'client-rxjava3', 'discovery-client', 'informer', 'operator'].map(name => `io.micronaut.kubernetes:micronaut-kubernetes-${name}`), {
    repository: MICRONAUT,
    observed: [
        {
            before: '3.0.0-alpha',
            behaviour: 'reads-once',
            because: 'Its own client reads the token file once.',
            evidence: [MICRONAUT_OWN]
        },
        milestonesOf('3.0.0'),
        {
            from: '3.0.0',
            behaviour: OFFICIAL_RELOADS.behaviour,
            because: `It brings in client-java 13.0.0 or newer. ${OFFICIAL_RELOADS.because}`,
            evidence: [pomOf(MICRONAUT, 'v3.0.0', 'gradle.properties'), ...OFFICIAL_RELOADS.evidence]
        }
    ],
    brings: [maven_parents_OFFICIAL],
    examples: [
        { requirement: '1.2.2', verdict: 'cannot-reload' },
        { requirement: '2.3.4', verdict: 'cannot-reload' },
        { requirement: '3.0.0-RC1', verdict: 'unknown' },
        { requirement: '3.0.0', verdict: 'reloads' },
        { requirement: '7.0.0', verdict: 'reloads' },
        { requirement: { kind: 'range', text: '2.+' }, verdict: 'cannot-reload' }
    ]
});
/** The rows of the packages that bring a client in. */
const jvmParents = [
    ...springClients,
    ...operatorSdkClients,
    ...flinkClients,
    ...quarkusClients,
    ...jenkinsClients,
    ...micronautClients
];

;// CONCATENATED MODULE: ./lib/policy/clients/maven-scala.js
/**
 * What is known of the clients in Scala. A package is published once for each version of Scala, as `NAME_2.13` and
 * `NAME_3`: one row without the ending stands for all of them.
 */

const SKUBER = 'https://github.com/doriordan/skuber';
const SKUBER_FORK = 'https://github.com/hagay3/skuber';
const GOYEAU = 'https://github.com/joan38/kubernetes-client';
const ZIO = 'https://github.com/coralogix/zio-k8s';
const AKKA = 'https://github.com/akka/akka-management';
const PEKKO = 'https://github.com/apache/pekko-management';
const SKUBER_RELOAD = {
    text: 'doriordan/skuber, commit d482713',
    url: `${SKUBER}/commit/d482713`,
    proof: 'source'
};
const SKUBER_BACKPORT = {
    text: 'doriordan/skuber, commit 5fcb13d',
    url: `${SKUBER}/commit/5fcb13d`,
    proof: 'source'
};
const SKUBER_FORK_RELOAD = [
    { text: 'hagay3/skuber, commit 066c503', url: `${SKUBER_FORK}/commit/066c503`, proof: 'source' },
    { text: 'hagay3/skuber, commit f60320a', url: `${SKUBER_FORK}/commit/f60320a`, proof: 'source' }
];
const GOYEAU_CACHE = {
    text: 'README of joan38/kubernetes-client, authorization cache',
    url: `${GOYEAU}#readme`,
    proof: 'source'
};
const GOYEAU_TIMING = {
    text: 'joan38/kubernetes-client, commit 970a738',
    url: `${GOYEAU}/commit/970a738`,
    proof: 'source'
};
const ZIO_RELOAD = { text: 'coralogix/zio-k8s#751', url: `${ZIO}/pull/751`, proof: 'source' };
const AKKA_RELOAD = { text: 'akka/akka-management#1413', url: `${AKKA}/commit/bceb7454`, proof: 'source' };
const PEKKO_RELOAD = {
    text: 'apache/pekko-management, commit 86f33e79',
    url: `${PEKKO}/commit/86f33e79`,
    proof: 'source'
};
const PEKKO_AGAIN = 'The token file is read again and again while the lease is held.';
const SKUBER_PERIOD = 'The token file is read again every ten minutes, unless SKUBER_TOKEN_RELOAD_INTERVAL_SECONDS sets another period or, with 0, none.';
const SKUBER_RANGES = [
    { before: '2.6.8', behaviour: 'reads-once', because: READ_ONCE, evidence: [SKUBER_BACKPORT] },
    {
        from: '2.6.8',
        before: '3.0.0-alpha',
        behaviour: 'reloads',
        because: SKUBER_PERIOD,
        evidence: [SKUBER_BACKPORT]
    },
    {
        // A beta that was released before the change was made.
        from: '3.0.0-alpha',
        before: '3.0.0',
        behaviour: 'reads-once',
        because: READ_ONCE,
        evidence: [SKUBER_RELOAD]
    },
    { from: '3.0.0', behaviour: 'reloads', because: SKUBER_PERIOD, evidence: [SKUBER_RELOAD] }
];
/** The line of skuber that was split into several packages; which of them has the loader is not certain. */
function skuberModule(artifact) {
    return {
        name: `io.skuber:${artifact}`,
        title: `${artifact} (Skuber 3)`,
        repository: SKUBER,
        observed: SKUBER_RANGES.map(range => ({
            ...range,
            evidence: range.evidence.map(evidence => ({ ...evidence, proof: 'unsure' }))
        })),
        examples: [
            { requirement: '3.0.0-beta1', verdict: 'cannot-reload' },
            { requirement: '3.0.0', verdict: 'reloads' }
        ]
    };
}
/** zio-k8s; all its packages have the same version. */
function zio(artifact, more = {}) {
    return {
        name: `com.coralogix:${artifact}`,
        title: artifact,
        repository: ZIO,
        observed: [
            { before: '3.2.0', behaviour: 'reads-once', because: READ_ONCE, evidence: [ZIO_RELOAD] },
            {
                from: '3.2.0',
                behaviour: 'reloads',
                because: 'The token file is read again for every request, unless tokenCacheSeconds is set, and once more after a 401.',
                evidence: [ZIO_RELOAD]
            }
        ],
        examples: [
            { requirement: '1.3.0', verdict: 'cannot-reload' },
            { requirement: '3.1.0', verdict: 'cannot-reload' },
            { requirement: '3.2.0', verdict: 'reloads' },
            { requirement: { kind: 'range', text: '[2,3)' }, verdict: 'cannot-reload' }
        ],
        ...more
    };
}
/** A package of Akka Management, each with a reader of its own. */
function akka(name) {
    return {
        name: `com.lightbend.akka.${name}`,
        title: name.slice(name.indexOf(':') + 1),
        repository: AKKA,
        observed: [
            { before: '1.6.3', behaviour: 'reads-once', because: READ_ONCE, evidence: [AKKA_RELOAD] },
            { from: '1.6.3', behaviour: 'reloads', because: READ_EVERY_TEN_MINUTES, evidence: [AKKA_RELOAD] }
        ],
        examples: [
            { requirement: '1.0.0', verdict: 'cannot-reload' },
            { requirement: '1.1.4', verdict: 'cannot-reload' },
            { requirement: '1.6.2', verdict: 'cannot-reload' },
            { requirement: '1.6.3', verdict: 'reloads' },
            { requirement: { kind: 'range', text: '[1.1,1.2)' }, verdict: 'cannot-reload' },
            { requirement: { kind: 'none' }, verdict: 'unknown' }
        ]
    };
}
/** A package of Pekko Management that keeps the token as long as it runs, in every release. */
function pekko(artifact, folder, advice) {
    return {
        name: `org.apache.pekko:${artifact}`,
        title: artifact,
        repository: PEKKO,
        observed: [
            {
                behaviour: 'reads-once',
                because: 'The token file is read once, and the token kept as long as the object lives.',
                evidence: [
                    { text: `${folder} of apache/pekko-management`, url: `${PEKKO}/tree/main/${folder}`, proof: 'source' }
                ]
            }
        ],
        fix: { advice },
        examples: NEVER
    };
}
const NEVER = [
    { requirement: '1.0.0', verdict: 'cannot-reload' },
    { requirement: '1.2.1', verdict: 'cannot-reload' },
    { requirement: '1.3.0-M0', verdict: 'cannot-reload' },
    { requirement: '2.0.0-M1', verdict: 'cannot-reload' },
    { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
];
/** The rows of the clients in Scala. */
const scalaClients = [
    {
        name: 'io.skuber:skuber',
        title: 'Skuber',
        repository: SKUBER,
        observed: SKUBER_RANGES,
        examples: [
            { requirement: '2.0.7', verdict: 'cannot-reload' },
            { requirement: '2.6.7', verdict: 'cannot-reload' },
            { requirement: '2.6.8', verdict: 'reloads' },
            { requirement: '3.0.0-beta1', verdict: 'cannot-reload' },
            { requirement: '3.0.0', verdict: 'reloads' },
            { requirement: { kind: 'range', text: '2.+' }, verdict: 'unknown' }
        ]
    },
    ...['skuber-core', 'skuber-pekko', 'skuber-akka'].map(skuberModule),
    {
        name: 'io.github.hagay3:skuber',
        title: 'Skuber, fork of hagay3',
        repository: SKUBER_FORK,
        observed: [
            { before: '3.0.1', behaviour: 'reads-once', because: READ_ONCE, evidence: SKUBER_FORK_RELOAD },
            {
                from: '3.0.1',
                behaviour: 'reloads',
                because: 'The token file is read again every five minutes.',
                evidence: SKUBER_FORK_RELOAD
            }
        ],
        examples: [
            { requirement: '2.7.7', verdict: 'cannot-reload' },
            { requirement: '3.0.0', verdict: 'cannot-reload' },
            { requirement: '3.0.1', verdict: 'reloads' },
            { requirement: '4.0.11', verdict: 'reloads' },
            { requirement: { kind: 'range', text: '[3.0.1,4)' }, verdict: 'reloads' }
        ]
    },
    {
        name: 'com.goyeau:kubernetes-client',
        title: 'kubernetes-client of Joan Goyeau',
        repository: GOYEAU,
        observed: [
            { before: '0.10.0', behaviour: 'reads-once', because: READ_ONCE, evidence: [GOYEAU_CACHE] },
            {
                from: '0.10.0',
                behaviour: 'reloads-late',
                because: 'The token file is read again only if the configuration asks for it with withDefaultAuthorizationCache; without that it is read once.',
                evidence: [GOYEAU_CACHE, GOYEAU_TIMING]
            }
        ],
        fix: {
            advice: 'Use 0.11.0 or newer and make the client from KubeConfig with withDefaultAuthorizationCache: no release reloads without it, and 0.10 reloads at the wrong time.'
        },
        examples: [
            { requirement: '0.4.0', verdict: 'cannot-reload' },
            { requirement: '0.9.0', verdict: 'cannot-reload' },
            { requirement: '0.10.0', verdict: 'reloads-late' },
            { requirement: '0.11.0', verdict: 'reloads-late' },
            { requirement: { kind: 'range', text: '[0.8,)' }, verdict: 'reloads-late' }
        ]
    },
    zio('zio-k8s-client'),
    zio('zio-k8s-operator', { brings: ['com.coralogix:zio-k8s-client'] }),
    akka('discovery:akka-discovery-kubernetes-api'),
    akka('management:akka-lease-kubernetes'),
    akka('management:akka-rolling-update-kubernetes'),
    {
        name: 'org.apache.pekko:pekko-lease-kubernetes',
        title: 'pekko-lease-kubernetes',
        repository: PEKKO,
        observed: [
            { before: '1.2.0', behaviour: 'reads-once', because: READ_ONCE, evidence: [PEKKO_RELOAD] },
            {
                from: '1.2.0',
                before: '2.0.0-alpha',
                behaviour: 'reloads',
                because: PEKKO_AGAIN,
                evidence: [PEKKO_RELOAD]
            },
            {
                from: '2.0.0-alpha',
                before: '2.0.0-M1',
                behaviour: 'reads-once',
                because: READ_ONCE,
                evidence: [PEKKO_RELOAD],
                releases: ['2.0.0-M0']
            },
            { from: '2.0.0-M1', behaviour: 'reloads', because: PEKKO_AGAIN, evidence: [PEKKO_RELOAD] }
        ],
        examples: [
            { requirement: '1.1.1', verdict: 'cannot-reload' },
            { requirement: '1.2.0', verdict: 'reloads' },
            { requirement: '1.3.0-M0', verdict: 'reloads' },
            { requirement: '2.0.0-M0', verdict: 'cannot-reload' },
            { requirement: '2.0.0-M1', verdict: 'reloads' },
            { requirement: { kind: 'range', text: '[1.2.0,1.4)' }, verdict: 'reloads' },
            { requirement: { kind: 'range', text: '[1.2.0,)' }, verdict: 'unknown' }
        ]
    },
    pekko('pekko-discovery-kubernetes-api', 'discovery-kubernetes-api', 'No release reloads the token: discover the nodes by DNS, with pekko-dns and a headless service, which needs none.'),
    pekko('pekko-rolling-update-kubernetes', 'rolling-update-kubernetes', 'No release reloads the token: leave the extension out, or restart the pods before the token ends.')
];

;// CONCATENATED MODULE: ./lib/policy/clients/maven.js
/** What is known of the clients for the JVM, by the file that holds their rows. */





/** The rows of the JVM's ecosystem. */
const mavenClients = [
    ...officialJavaClients,
    ...fabric8Clients,
    ...scalaClients,
    ...frameworkClients,
    ...jvmParents
];

;// CONCATENATED MODULE: ./lib/policy/clients/npm.js
/** What is known of the JavaScript and TypeScript clients. */


const npm_OFFICIAL = 'https://github.com/kubernetes-client/javascript';
const npm_RELOAD = { text: 'kubernetes-client/javascript#333', url: `${npm_OFFICIAL}/pull/333`, proof: 'executed' };
const PREDECESSOR = {
    text: '@kubernetes/typescript-node 0.1.1, config.js reads the token file once',
    url: 'https://github.com/kubernetes-client/typescript',
    proof: 'source'
};
const GODADDY = {
    text: 'getInCluster of kubernetes-client reads the token file once',
    url: 'https://github.com/godaddy/kubernetes-client/blob/master/backends/request/config.js',
    proof: 'source'
};
const OPENSHIFT = {
    text: 'openshift-rest-client 9.1.1 depends on kubernetes-client 9.0.0',
    url: 'https://github.com/nodeshift/openshift-rest-client/blob/main/package.json',
    proof: 'source'
};
const FLUENT = {
    text: 'kubernetes-fluent-client, src/fluent/utils.ts makes a KubeConfig for each request',
    url: 'https://github.com/defenseunicorns/kubernetes-fluent-client/blob/main/src/fluent/utils.ts',
    proof: 'source'
};
const PEPR = {
    text: 'pepr, history of package.json',
    url: 'https://github.com/defenseunicorns/pepr/commits/main/package.json',
    proof: 'source'
};
const DOT_I = {
    text: '@dot-i/k8s-operator, history of package.json',
    url: 'https://github.com/dot-i/k8s-operator-node/commits/master/package.json',
    proof: 'source'
};
const npm_REPLACE = 'No release reloads the token: move to @kubernetes/client-node 0.10.3 or newer.';
const denoClient = {
    title: 'Kubernetes client for Deno',
    repository: 'https://github.com/cloudydeno/deno-kubernetes_client',
    observed: [
        {
            behaviour: 'reads-once',
            because: 'forInCluster copies the token into the configuration; only a kubeconfig with tokenFile is read again.',
            evidence: [
                {
                    text: 'deno-kubernetes_client, lib/kubeconfig.ts',
                    url: 'https://github.com/cloudydeno/deno-kubernetes_client/blob/main/lib/kubeconfig.ts',
                    proof: 'source'
                }
            ]
        }
    ],
    fix: {
        advice: 'No release up to 0.7.3 reloads the token in a cluster: give it a kubeconfig whose user has the path of the token file as tokenFile.'
    },
    examples: [
        { requirement: '0.1.0', verdict: 'cannot-reload' },
        { requirement: '0.7.3', verdict: 'cannot-reload' },
        { requirement: { kind: 'range', text: '^0.7.0' }, verdict: 'cannot-reload' },
        { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
    ]
};
/** A client that knows no cluster around it: whoever uses it hands the token over. */
function npm_withoutLoader(name, repository, newest) {
    return {
        name,
        title: name,
        repository,
        observed: [
            {
                behaviour: 'not-known',
                reason: 'no-loader',
                because: 'It has no code for use in a cluster: the program reads the token and hands it over, once or for each request.',
                evidence: [{ text: repository.replace('https://github.com/', ''), url: repository, proof: 'source' }]
            }
        ],
        fix: {
            advice: 'Read the token file again before each request, or move to @kubernetes/client-node 0.10.3 or newer, which does so.'
        },
        examples: [
            { requirement: newest, verdict: 'unknown' },
            { requirement: { kind: 'none' }, verdict: 'unknown' }
        ]
    };
}
/**
 * The rows of the npm ecosystem. Packages that only describe Kubernetes objects, such as @kubernetes-models/*,
 * kubernetesjs and cdk8s, make no connection of their own and have none.
 */
const npmClients = [
    {
        name: '@kubernetes/client-node',
        title: 'JavaScript client',
        repository: npm_OFFICIAL,
        minimum: { version: '0.10.3', text: 'v0.10.3', evidence: [KEP, EKS, CCE] },
        observed: [
            {
                before: '0.10.3',
                behaviour: 'reads-once',
                because: READ_ONCE,
                evidence: [npm_RELOAD],
                releases: [
                    ...['0.1.1', '0.1.3', '0.3.0', '0.5.2', '0.5.3', '0.6.0', '0.7.0', '0.7.1', '0.7.2'],
                    ...['0.8.0', '0.8.1', '0.8.2', '0.9.2', '0.10.0', '0.10.1', '0.10.2']
                ]
            },
            {
                from: '0.10.3',
                behaviour: 'reloads',
                because: READ_EVERY_MINUTE,
                evidence: [npm_RELOAD]
            }
        ],
        examples: [
            { requirement: '0.1.1', verdict: 'cannot-reload' },
            { requirement: '0.9.2', verdict: 'cannot-reload' },
            { requirement: '0.10.2', verdict: 'cannot-reload' },
            { requirement: '0.10.3-rc.1', verdict: 'cannot-reload' },
            { requirement: '0.10.3', verdict: 'reloads' },
            { requirement: '0.10.10', verdict: 'reloads' },
            { requirement: '0.11.0', verdict: 'reloads' },
            { requirement: '0.22.3', verdict: 'reloads' },
            { requirement: '1.0.0-rc2', verdict: 'reloads' },
            { requirement: '1.0.0-rc3', verdict: 'reloads' },
            { requirement: '1.0.0-rc4', verdict: 'reloads' },
            { requirement: '1.0.0-rc5', verdict: 'reloads' },
            { requirement: '1.0.0-rc6', verdict: 'reloads' },
            { requirement: '1.0.0-rc7', verdict: 'reloads' },
            { requirement: '1.0.0', verdict: 'reloads' },
            { requirement: '2.0.1', verdict: 'reloads' },
            { requirement: { kind: 'range', text: '~0.9.0' }, verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '<0.10.3' }, verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '0.8.x || ^0.9.2' }, verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '^0.10.2' }, verdict: 'unknown' },
            { requirement: { kind: 'range', text: '>=0.10.0' }, verdict: 'unknown' },
            { requirement: { kind: 'range', text: '*' }, verdict: 'unknown' },
            { requirement: { kind: 'range', text: 'latest' }, verdict: 'unknown' },
            { requirement: { kind: 'range', text: 'catalog:' }, verdict: 'unknown' },
            { requirement: { kind: 'range', text: '>0.10.2' }, verdict: 'reloads' },
            { requirement: { kind: 'range', text: '>=0.10.3' }, verdict: 'reloads' },
            { requirement: { kind: 'range', text: '^0.10.3 || ^1.0.0-rc3' }, verdict: 'reloads' },
            { requirement: { kind: 'range', text: '0.12.x' }, verdict: 'reloads' },
            { requirement: { kind: 'none' }, verdict: 'unknown' },
            { requirement: { kind: 'version', text: '{{ version }}' }, verdict: 'unknown' },
            { requirement: { kind: 'version', text: '0.10' }, verdict: 'unknown' },
            { requirement: { kind: 'source', text: 'v0.10.3', url: npm_OFFICIAL, revision: 'v0.10.3' }, verdict: 'unknown' },
            { requirement: { kind: 'source', text: 'file:../client-node' }, verdict: 'unknown' }
        ]
    },
    {
        name: '@kubernetes/typescript-node',
        title: 'JavaScript client under its first name',
        repository: npm_OFFICIAL,
        observed: [
            {
                behaviour: 'reads-once',
                because: READ_ONCE,
                evidence: [PREDECESSOR]
            }
        ],
        fix: { advice: npm_REPLACE },
        examples: [
            { requirement: '0.1.1', verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '^0.1.0' }, verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '*' }, verdict: 'cannot-reload' }
        ]
    },
    {
        name: 'kubernetes-client',
        title: 'GoDaddy kubernetes-client',
        repository: 'https://github.com/godaddy/kubernetes-client',
        observed: [
            {
                behaviour: 'reads-once',
                because: 'It keeps the token that it read or was given when it was made; no release reads the file again.',
                evidence: [GODADDY]
            }
        ],
        fix: { advice: npm_REPLACE },
        examples: [
            { requirement: '0.0.1', verdict: 'cannot-reload' },
            { requirement: '3.2.0', verdict: 'cannot-reload' },
            { requirement: '8.3.7', verdict: 'cannot-reload' },
            { requirement: '9.0.0', verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '^9.0.0' }, verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: 'latest' }, verdict: 'unknown' },
            { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
        ]
    },
    {
        name: 'openshift-rest-client',
        title: 'OpenShift REST client',
        repository: 'https://github.com/nodeshift/openshift-rest-client',
        observed: [
            {
                behaviour: 'reads-once',
                because: 'It keeps the token that it read or was given when it was made, since 2.1.0 through kubernetes-client.',
                evidence: [OPENSHIFT, GODADDY]
            }
        ],
        fix: { advice: npm_REPLACE },
        examples: [
            { requirement: '0.10.3', verdict: 'cannot-reload' },
            { requirement: '2.1.0', verdict: 'cannot-reload' },
            { requirement: '9.1.1', verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '>=4' }, verdict: 'cannot-reload' }
        ]
    },
    {
        name: 'kubernetes-fluent-client',
        title: 'Kubernetes Fluent Client',
        repository: 'https://github.com/defenseunicorns/kubernetes-fluent-client',
        observed: [
            {
                behaviour: 'reloads',
                because: 'It loads the configuration, and with it the token file, again for each request.',
                evidence: [FLUENT]
            }
        ],
        examples: [
            { requirement: '1.4.1', verdict: 'reloads' },
            { requirement: '3.11.11', verdict: 'reloads' },
            { requirement: { kind: 'range', text: '^3.0.0' }, verdict: 'reloads' }
        ]
    },
    {
        name: 'pepr',
        title: 'Pepr',
        repository: 'https://github.com/defenseunicorns/pepr',
        observed: [
            {
                behaviour: 'reloads',
                because: 'It brings in kubernetes-fluent-client, before 0.14.0 @kubernetes/client-node 0.18.1: every release of the one and this one of the other reload the token.',
                evidence: [PEPR, FLUENT, npm_RELOAD]
            }
        ],
        brings: ['kubernetes-fluent-client', '@kubernetes/client-node'],
        examples: [
            { requirement: '0.13.4', verdict: 'reloads' },
            { requirement: '0.14.0', verdict: 'reloads' },
            { requirement: '1.1.4', verdict: 'reloads' }
        ]
    },
    {
        name: '@dot-i/k8s-operator',
        title: 'NodeJS Kubernetes operator framework',
        repository: 'https://github.com/dot-i/k8s-operator-node',
        observed: [
            {
                behaviour: 'reloads',
                because: 'It brings in @kubernetes/client-node 0.11.2 or newer, which reads the token file every minute.',
                evidence: [DOT_I, npm_RELOAD]
            }
        ],
        brings: ['@kubernetes/client-node'],
        examples: [
            { requirement: '1.0.3', verdict: 'reloads' },
            { requirement: '1.3.9', verdict: 'reloads' },
            { requirement: '3.0.0', verdict: 'reloads' }
        ]
    },
    npm_withoutLoader('node-kubernetes-client', 'https://github.com/tenxcloud/node-kubernetes-client', '0.3.2'),
    npm_withoutLoader('auto-kubernetes-client', 'https://github.com/Collaborne/auto-kubernetes-client', '0.6.2'),
    npm_withoutLoader('k8s', 'https://github.com/goyoo/node-k8s-client', '0.4.15'),
    // What it is called on JSR, on JSR's registry for npm, and on deno.land/x.
    { ...denoClient, name: 'jsr:@cloudydeno/kubernetes-client' },
    { ...denoClient, name: '@jsr/cloudydeno__kubernetes-client' },
    { ...denoClient, name: 'deno.land/x/kubernetes_client' }
];

;// CONCATENATED MODULE: ./lib/policy/clients/nuget.js
/** What is known of the .NET clients. */


const nuget_RELOAD = {
    text: 'kubernetes-client/csharp#440',
    url: 'https://github.com/kubernetes-client/csharp/pull/440',
    proof: 'source'
};
const CLASSIC = {
    text: 'kubernetes-client/csharp#808',
    url: 'https://github.com/kubernetes-client/csharp/pull/808',
    proof: 'source'
};
const AOT = {
    text: 'kubernetes-client/csharp#1498',
    url: 'https://github.com/kubernetes-client/csharp/pull/1498',
    proof: 'source'
};
const KUBE_CLIENT = {
    text: 'KubeClientOptions.FromPodServiceAccount of dotnet-kube-client',
    url: 'https://github.com/tintoy/dotnet-kube-client/blob/master/src/KubeClient/KubeClientOptions.cs',
    proof: 'source'
};
const OCELOT_PROJECT = {
    text: 'Ocelot.Provider.Kubernetes.csproj',
    url: 'https://github.com/ThreeMammals/Ocelot/blob/main/src/Ocelot.Provider.Kubernetes/Ocelot.Provider.Kubernetes.csproj',
    proof: 'source'
};
const nuget_OFFICIAL = 'https://github.com/kubernetes-client/csharp';
const COMMUNITY = 'https://github.com/tintoy/dotnet-kube-client';
const WITH_LOADER = ['KubernetesClient', 'KubernetesClient.Classic', 'KubernetesClient.Aot'];
// The vendor documents name it because it is the first version with a git tag of its own, not because of a fix.
const nuget_MINIMUM = { version: '7.0.5', text: '7.0.5', evidence: [EKS, CCE] };
const nuget_REPLACE = 'Move to KubernetesClient 7.0.5 or newer: this client reads the token once in every release.';
/** A package that has the loader from its first release on; before it nothing was released. */
function fromFirstRelease(first, evidence) {
    return [
        {
            before: first,
            behaviour: 'not-known',
            reason: 'never-released',
            because: `The package was first released as ${first}.`,
            evidence: [evidence],
            releases: []
        },
        { from: first, behaviour: 'reloads', because: READ_EVERY_MINUTE, evidence: [nuget_RELOAD, evidence] }
    ];
}
/** A package of the official client that only holds types. */
function nuget_withoutLoader(name) {
    return {
        name,
        title: name,
        repository: nuget_OFFICIAL,
        observed: [
            {
                behaviour: 'not-known',
                reason: 'no-loader',
                because: 'This package holds types only; whatever reads the token stands in another package.',
                evidence: [CLASSIC]
            }
        ],
        partOf: WITH_LOADER,
        fix: { advice: 'Find out which package or which code of your own reads the token.' },
        examples: [
            { requirement: '7.2.19', verdict: 'unknown', observed: 'not-known' },
            { requirement: '12.0.16', verdict: 'unknown', observed: 'not-known' }
        ]
    };
}
const kubeClient = {
    name: 'KubeClient',
    title: 'KubeClient',
    repository: COMMUNITY,
    observed: [
        {
            behaviour: 'reads-once',
            because: 'The token file is read once, into the access token of the options.',
            evidence: [KUBE_CLIENT]
        }
    ],
    fix: { advice: nuget_REPLACE },
    examples: [
        { requirement: '2.3.11', verdict: 'cannot-reload', observed: 'reads-once' },
        { requirement: '2.3.15', verdict: 'cannot-reload', observed: 'reads-once' },
        { requirement: '3.1.1', verdict: 'cannot-reload', observed: 'reads-once' },
        { requirement: { kind: 'range', text: '[3.1.1, )' }, verdict: 'cannot-reload' },
        { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
    ]
};
/** A package of the community client, which brings the client itself with it. */
function extension(suffix) {
    return {
        ...kubeClient,
        name: `KubeClient.Extensions.${suffix}`,
        title: `KubeClient.Extensions.${suffix}`,
        partOf: ['KubeClient']
    };
}
/** Packages of one project that bring the official client in; with which version each release does is not certain. */
function nuget_bringing(repository, project, names) {
    return names.map(name => ({
        name,
        title: name,
        repository,
        observed: [
            {
                behaviour: 'not-known',
                reason: 'no-loader',
                because: 'It brings in KubernetesClient; in which version is not certain, and that version decides.',
                evidence: [{ text: project, url: `${repository}/blob/${project}`, proof: 'unsure' }]
            }
        ],
        brings: WITH_LOADER,
        fix: {
            advice: `Ask for KubernetesClient 7.0.5 or newer in the project itself, or commit its packages.lock.json: then the version is known.`
        },
        examples: [
            { requirement: '1.0.0', verdict: 'unknown' },
            { requirement: '9.0.0', verdict: 'unknown' },
            { requirement: { kind: 'none' }, verdict: 'unknown' }
        ]
    }));
}
/** The rows of the NuGet ecosystem. */
const nugetClients = [
    {
        name: 'KubernetesClient',
        title: 'KubernetesClient',
        repository: nuget_OFFICIAL,
        minimum: nuget_MINIMUM,
        observed: [
            {
                before: '2.0.22',
                behaviour: 'reads-once',
                because: READ_ONCE,
                evidence: [nuget_RELOAD]
            },
            { from: '2.0.22', behaviour: 'reloads', because: READ_EVERY_MINUTE, evidence: [nuget_RELOAD] }
        ],
        fix: { version: '7.0.5' },
        examples: [
            { requirement: '1.6.11', verdict: 'cannot-reload', observed: 'reads-once' },
            { requirement: '1.6.29', verdict: 'cannot-reload', observed: 'reads-once' },
            { requirement: '2.0.1', verdict: 'cannot-reload', observed: 'reads-once' },
            { requirement: '2.0.21', verdict: 'cannot-reload', observed: 'reads-once' },
            { requirement: '2.0.22', verdict: 'below-minimum', observed: 'reloads' },
            { requirement: '2.0.33', verdict: 'below-minimum', observed: 'reloads' },
            { requirement: '4.0.16', verdict: 'below-minimum', observed: 'reloads' },
            { requirement: '6.0.25', verdict: 'below-minimum', observed: 'reloads' },
            { requirement: '7.0.4', verdict: 'below-minimum', observed: 'reloads' },
            { requirement: '7.0.5-preview', verdict: 'below-minimum', observed: 'reloads' },
            { requirement: '7.0.5', verdict: 'reloads' },
            { requirement: '7.0.5.0', verdict: 'reloads' },
            { requirement: '15.0.1', verdict: 'reloads' },
            { requirement: '20.0.84', verdict: 'reloads' },
            { requirement: { kind: 'range', text: '[7.0.5]' }, verdict: 'reloads' },
            { requirement: { kind: 'range', text: '8.*' }, verdict: 'reloads' },
            { requirement: { kind: 'range', text: '[1.6,2.0.22)' }, verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '6.*' }, verdict: 'below-minimum' },
            { requirement: { kind: 'range', text: '7.*' }, verdict: 'unknown' },
            { requirement: '$(KubernetesClientVersion)', verdict: 'unknown' },
            { requirement: { kind: 'none' }, verdict: 'unknown' }
        ]
    },
    {
        name: 'KubernetesClient.Classic',
        title: 'KubernetesClient.Classic',
        repository: nuget_OFFICIAL,
        minimum: nuget_MINIMUM,
        observed: fromFirstRelease('7.2.0', CLASSIC),
        examples: [
            { requirement: '7.2.7', verdict: 'reloads' },
            { requirement: '7.2.19', verdict: 'reloads' },
            { requirement: '20.0.84', verdict: 'reloads' },
            { requirement: '7.1.9', verdict: 'unknown', observed: 'not-known' },
            { requirement: '7.0.4', verdict: 'cannot-reload', observed: 'not-known' },
            { requirement: { kind: 'range', text: '7.*' }, verdict: 'reloads' },
            { requirement: { kind: 'none' }, verdict: 'reloads' }
        ]
    },
    {
        name: 'KubernetesClient.Aot',
        title: 'KubernetesClient.Aot',
        repository: nuget_OFFICIAL,
        minimum: nuget_MINIMUM,
        observed: fromFirstRelease('13.0.11', AOT),
        examples: [
            { requirement: '13.0.11', verdict: 'reloads' },
            { requirement: '20.0.84', verdict: 'reloads' },
            { requirement: '13.0.1', verdict: 'unknown', observed: 'not-known' },
            { requirement: { kind: 'none' }, verdict: 'reloads' }
        ]
    },
    nuget_withoutLoader('KubernetesClient.Basic'),
    nuget_withoutLoader('KubernetesClient.Models'),
    kubeClient,
    ...['Configuration', 'CustomResources', 'DataProtection', 'DependencyInjection', 'KubeConfig', 'WebSockets'].map(extension),
    {
        ...kubeClient,
        name: 'Ocelot.Provider.Kubernetes',
        title: 'Ocelot, Kubernetes provider',
        repository: 'https://github.com/ThreeMammals/Ocelot',
        observed: kubeClient.observed.map(range => ({
            ...range,
            because: 'It brings in KubeClient 2.2 to 3.1.1, which reads the token file once.',
            evidence: [OCELOT_PROJECT, ...range.evidence]
        })),
        brings: ['KubeClient'],
        fix: { advice: 'No release reloads the token: route by DNS names of services, or by another discovery provider.' },
        examples: [
            { requirement: '13.2.0', verdict: 'cannot-reload' },
            { requirement: '24.0.0', verdict: 'cannot-reload' },
            { requirement: '25.0.0-beta.2', verdict: 'cannot-reload' },
            { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
        ]
    },
    ...nuget_bringing('https://github.com/buehler/dotnet-operator-sdk', 'main/src/KubeOps.Abstractions/KubeOps.Abstractions.csproj', ['KubeOps', 'KubeOps.Abstractions', 'KubeOps.KubernetesClient', 'KubeOps.Operator', 'KubeOps.Operator.Web']),
    ...nuget_bringing('https://github.com/SteeltoeOSS/Steeltoe', '3.x/src/Common/src/Common.Kubernetes/Steeltoe.Common.Kubernetes.csproj', [
        'Steeltoe.Common.Kubernetes',
        'Steeltoe.Discovery.Kubernetes',
        'Steeltoe.Extensions.Configuration.KubernetesBase',
        'Steeltoe.Extensions.Configuration.KubernetesCore',
        'Steeltoe.Management.KubernetesCore'
    ]),
    ...nuget_bringing('https://github.com/dotnet/orleans', 'main/src/Orleans.Hosting.Kubernetes/Orleans.Hosting.Kubernetes.csproj', ['Microsoft.Orleans.Hosting.Kubernetes'])
];

;// CONCATENATED MODULE: ./lib/policy/clients/pypi-frameworks.js
/**
 * Python packages that bring a client of the policy in, and what their own requirements let it be: where those only set a
 * floor, the package manager chooses, and nothing is proven. hikaru-core and hikaru-codegen, which load no token and bring
 * no client, have no rows.
 */
const KUBESPAWNER = 'https://github.com/jupyterhub/kubespawner';
const DASK = 'https://github.com/dask/dask-kubernetes';
const AIRFLOW = 'https://github.com/apache/airflow';
const PREFECT = 'https://github.com/PrefectHQ/prefect';
const pypi_frameworks_OPENSHIFT = 'https://github.com/openshift/openshift-restclient-python';
const HIKARU = 'https://github.com/haxsaw/hikaru';
const KUBESPAWNER_SETUP = {
    text: 'kubespawner, history of setup.py',
    url: `${KUBESPAWNER}/commits/main/setup.py`,
    proof: 'source'
};
const KUBESPAWNER_PROJECT = {
    text: 'kubespawner, history of pyproject.toml',
    url: `${KUBESPAWNER}/commits/main/pyproject.toml`,
    proof: 'source'
};
const DASK_REQUIREMENTS = {
    text: 'dask-kubernetes, history of requirements.txt',
    url: `${DASK}/commits/main/requirements.txt`,
    proof: 'source'
};
const DASK_PROJECT = {
    text: 'dask-kubernetes, history of pyproject.toml',
    url: `${DASK}/commits/main/pyproject.toml`,
    proof: 'source'
};
const AIRFLOW_CEILING = {
    text: 'apache/airflow#20759, which lifts kubernetes<12 in provider 4.0.0',
    url: `${AIRFLOW}/pull/20759`,
    proof: 'source'
};
const AIRFLOW_PROJECT = {
    text: 'apache-airflow-providers-cncf-kubernetes, history of pyproject.toml',
    url: `${AIRFLOW}/commits/main/providers/cncf/kubernetes/pyproject.toml`,
    proof: 'source'
};
const PREFECT_PROJECT = {
    text: 'prefect-kubernetes, history of pyproject.toml',
    url: `${PREFECT}/commits/main/src/integrations/prefect-kubernetes/pyproject.toml`,
    proof: 'source'
};
const OPENSHIFT_REQUIREMENTS = {
    text: 'openshift-restclient-python, history of requirements.txt',
    url: `${pypi_frameworks_OPENSHIFT}/commits/master/requirements.txt`,
    proof: 'source'
};
const HIKARU_REPOSITORY = { text: 'haxsaw/hikaru', url: HIKARU, proof: 'source' };
/** Of kubernetes 12 or newer. */
const ALL_BUT_ONE = 'all of them reload the token but 36.0.0, which sends none.';
const ASK_FOR_KUBERNETES = 'Ask for kubernetes 36.0.1 or newer beside it, or add a lockfile: both say which one is used.';
/** A requirement that lets in good releases and bad ones. */
function undecided(because, evidence) {
    return { behaviour: 'not-known', reason: 'open-range', because, evidence: [evidence] };
}
/** The packages of Hikaru that each ask for one Kubernetes release or a newer one. */
function hikaruModel(minor, floor) {
    return {
        name: `hikaru-model-${minor}`,
        title: `Hikaru for Kubernetes 1.${minor}`,
        repository: HIKARU,
        observed: [undecided(`It brings in kubernetes ${floor} or newer: ${ALL_BUT_ONE}`, HIKARU_REPOSITORY)],
        brings: ['kubernetes'],
        fix: { advice: ASK_FOR_KUBERNETES },
        examples: [
            { requirement: '1.1.0', verdict: 'unknown' },
            { requirement: { kind: 'none' }, verdict: 'unknown' }
        ]
    };
}
const kubespawner = {
    name: 'jupyterhub-kubespawner',
    title: 'KubeSpawner',
    repository: KUBESPAWNER,
    observed: [
        {
            before: '0.10.0',
            behaviour: 'reads-once',
            because: 'It brings in kubernetes 3, 4 or 6, none of which reads the token file again.',
            evidence: [KUBESPAWNER_SETUP],
            brings: ['kubernetes']
        },
        {
            ...undecided('It brings in kubernetes 7 or newer, of which those from 12 on reload the token.', KUBESPAWNER_SETUP),
            from: '0.10.0',
            before: '3.0.0',
            brings: ['kubernetes']
        },
        {
            ...undecided('It brings in kubernetes_asyncio 19.15.1 or newer, of which those from 24.2.3 on reload the token.', KUBESPAWNER_SETUP),
            from: '3.0.0',
            before: '5.0.0',
            brings: ['kubernetes-asyncio']
        },
        {
            from: '5.0.0',
            before: '6.0.0',
            behaviour: 'reloads-late',
            because: 'It brings in kubernetes_asyncio 23.6.0 or newer, of which those below 24.2.3 reload the token for one API client only.',
            evidence: [KUBESPAWNER_PROJECT],
            brings: ['kubernetes-asyncio']
        },
        {
            from: '6.0.0',
            behaviour: 'reloads',
            because: 'It brings in kubernetes_asyncio 24.2.3 or newer, which reads the token file every minute.',
            evidence: [KUBESPAWNER_PROJECT],
            brings: ['kubernetes-asyncio']
        }
    ],
    brings: ['kubernetes', 'kubernetes-asyncio'],
    examples: [
        { requirement: '0.9.0', verdict: 'cannot-reload' },
        { requirement: '0.10.0', verdict: 'unknown' },
        { requirement: '2.0.1', verdict: 'unknown' },
        { requirement: '3.0.0', verdict: 'unknown' },
        { requirement: '4.3.0', verdict: 'unknown' },
        { requirement: '5.0.0', verdict: 'reloads-late' },
        { requirement: '6.0.0', verdict: 'reloads' },
        { requirement: '7.1.0', verdict: 'reloads' },
        { requirement: { kind: 'range', text: '>=6,<8' }, verdict: 'reloads' },
        { requirement: { kind: 'range', text: '==3.*' }, verdict: 'unknown' },
        { requirement: { kind: 'none' }, verdict: 'unknown' }
    ]
};
const daskKubernetes = {
    name: 'dask-kubernetes',
    title: 'Dask Kubernetes',
    repository: DASK,
    observed: [
        {
            before: '0.4.0',
            behaviour: 'reads-once',
            because: 'It brings in kubernetes 4, which reads the token file once.',
            evidence: [DASK_REQUIREMENTS],
            brings: ['kubernetes']
        },
        {
            ...undecided('It brings in a release of kubernetes, since 0.10.0 one of kubernetes_asyncio too, that may be too old to reload the token.', DASK_REQUIREMENTS),
            from: '0.4.0',
            before: '2022.11.3',
            brings: ['kubernetes', 'kubernetes-asyncio']
        },
        {
            from: '2022.11.3',
            before: '2025.4.0',
            behaviour: 'reads-once',
            because: 'It brings in pykube or pykube-ng, since 2023.6.0 also kr8s 0.5 to 0.17, and none of these reads the token file again.',
            evidence: [DASK_REQUIREMENTS, DASK_PROJECT],
            brings: ['pykube', 'pykube-ng', 'kr8s']
        },
        {
            ...undecided('It brings in kr8s 0.20, of which those from 0.20.5 on read the token again after a 401, and pykube-ng, which never does.', DASK_PROJECT),
            from: '2025.4.0',
            brings: ['pykube-ng', 'kr8s']
        }
    ],
    brings: ['kubernetes', 'kubernetes-asyncio', 'pykube', 'pykube-ng', 'kr8s'],
    fix: {
        version: '2025.4.0',
        advice: 'Ask for kr8s 0.20.6 or newer beside dask-kubernetes 2025.4.0 or newer: it reads the token again after a 401.'
    },
    examples: [
        { requirement: '0.3.0', verdict: 'cannot-reload' },
        { requirement: '0.4.0', verdict: 'unknown' },
        { requirement: '2022.11.2', verdict: 'unknown' },
        { requirement: '2022.11.3', verdict: 'cannot-reload' },
        { requirement: '2022.11.4', verdict: 'cannot-reload' },
        { requirement: '2025.1.0', verdict: 'cannot-reload' },
        { requirement: '2025.4.0', verdict: 'unknown' },
        { requirement: '2026.3.0', verdict: 'unknown' },
        { requirement: { kind: 'range', text: '>=2023,<2025' }, verdict: 'cannot-reload' }
    ]
};
const airflowProvider = {
    name: 'apache-airflow-providers-cncf-kubernetes',
    title: 'Airflow provider for Kubernetes',
    repository: AIRFLOW,
    observed: [
        {
            before: '4.0.0',
            behaviour: 'reads-once',
            because: 'It brings in kubernetes below 12, none of which reads the token file again.',
            evidence: [AIRFLOW_CEILING],
            brings: ['kubernetes']
        },
        {
            from: '4.0.0',
            before: '5.2.0',
            behaviour: 'reloads',
            because: 'It brings in kubernetes 21.7.0 to 23, which reads the token file every minute.',
            evidence: [AIRFLOW_CEILING],
            brings: ['kubernetes']
        },
        {
            ...undecided('Beside kubernetes 21.7.0 or newer, which reloads the token, it brings in kubernetes_asyncio 18.20.1 to 24 for deferrable operators, which may not.', AIRFLOW_PROJECT),
            from: '5.2.0',
            before: '8.0.0'
        },
        {
            from: '8.0.0',
            behaviour: 'reloads',
            because: 'It brings in kubernetes and kubernetes_asyncio 28.1.0 or newer without kubernetes 36.0.0: they read the token file every minute.',
            evidence: [AIRFLOW_PROJECT]
        }
    ],
    brings: ['kubernetes', 'kubernetes-asyncio'],
    examples: [
        { requirement: '1.0.0', verdict: 'cannot-reload' },
        { requirement: '3.0.0', verdict: 'cannot-reload' },
        { requirement: '4.0.0', verdict: 'reloads' },
        { requirement: '5.1.1', verdict: 'reloads' },
        { requirement: '5.2.0', verdict: 'unknown' },
        { requirement: '7.14.0', verdict: 'unknown' },
        { requirement: '8.0.0', verdict: 'reloads' },
        { requirement: '10.25.0', verdict: 'reloads' },
        { requirement: { kind: 'range', text: '<4' }, verdict: 'cannot-reload' },
        { requirement: { kind: 'range', text: '>=8' }, verdict: 'reloads' },
        { requirement: { kind: 'range', text: '>=4' }, verdict: 'unknown' }
    ]
};
const prefectKubernetes = {
    name: 'prefect-kubernetes',
    title: 'Prefect integration for Kubernetes',
    repository: PREFECT,
    observed: [
        {
            ...undecided(`It brings in kubernetes 24.2.0 or newer, itself or through prefect: ${ALL_BUT_ONE}`, PREFECT_PROJECT),
            before: '0.3.12',
            brings: ['kubernetes']
        },
        {
            from: '0.3.12',
            behaviour: 'reloads',
            because: 'It brings in kubernetes_asyncio 29.0.0 or newer, which reads the token file every minute.',
            evidence: [PREFECT_PROJECT],
            brings: ['kubernetes-asyncio']
        }
    ],
    brings: ['kubernetes', 'kubernetes-asyncio'],
    examples: [
        { requirement: '0.2.12', verdict: 'unknown' },
        { requirement: '0.3.11', verdict: 'unknown' },
        { requirement: '0.3.12', verdict: 'reloads' },
        { requirement: '0.8.0', verdict: 'reloads' }
    ]
};
const openshift = {
    name: 'openshift',
    title: 'OpenShift Python client',
    repository: pypi_frameworks_OPENSHIFT,
    observed: [
        {
            before: '0.12.0',
            behaviour: 'reads-once',
            because: 'Each release brings in one line of kubernetes up to 11, none of which reads the token file again.',
            evidence: [OPENSHIFT_REQUIREMENTS]
        },
        {
            from: '0.12.0',
            before: '0.13.0',
            behaviour: 'reloads',
            because: 'It brings in kubernetes 12, which reads the token file every minute.',
            evidence: [OPENSHIFT_REQUIREMENTS]
        },
        {
            ...undecided(`It brings in kubernetes 12.0 or newer: ${ALL_BUT_ONE}`, OPENSHIFT_REQUIREMENTS),
            from: '0.13.0'
        }
    ],
    brings: ['kubernetes'],
    fix: { advice: ASK_FOR_KUBERNETES },
    examples: [
        { requirement: '0.3.4', verdict: 'cannot-reload' },
        { requirement: '0.11.2', verdict: 'cannot-reload' },
        { requirement: '0.12.0', verdict: 'reloads' },
        { requirement: '0.12.1', verdict: 'reloads' },
        { requirement: '0.13.0', verdict: 'unknown' },
        { requirement: '0.13.2', verdict: 'unknown' },
        { requirement: { kind: 'range', text: '~=0.12.0' }, verdict: 'reloads' },
        { requirement: { kind: 'range', text: '~=0.11.0' }, verdict: 'cannot-reload' }
    ]
};
const hikaru = {
    name: 'hikaru',
    title: 'Hikaru',
    repository: HIKARU,
    observed: [
        {
            ...undecided('Which kubernetes the releases before 1.0.0 bring in was not looked up.', HIKARU_REPOSITORY),
            before: '1.0.0'
        },
        {
            from: '1.0.0',
            before: '1.1.0',
            behaviour: 'reloads',
            because: 'It brings in kubernetes 23.6.0 to 26.1.0, which reads the token file every minute.',
            evidence: [HIKARU_REPOSITORY]
        },
        {
            ...undecided(`Its models bring in kubernetes 23.6.0 or newer: ${ALL_BUT_ONE}`, HIKARU_REPOSITORY),
            from: '1.1.0'
        }
    ],
    brings: ['kubernetes'],
    fix: { advice: ASK_FOR_KUBERNETES },
    examples: [
        { requirement: '0.16.0b0', verdict: 'unknown' },
        { requirement: '1.0.0', verdict: 'reloads' },
        { requirement: '1.0.1', verdict: 'reloads' },
        { requirement: '1.1.0', verdict: 'unknown' },
        { requirement: '1.3.0', verdict: 'unknown' }
    ]
};
/** The rows of the PyPI ecosystem that are judged through the client they bring in. */
const pypiFrameworks = [
    kubespawner,
    daskKubernetes,
    airflowProvider,
    prefectKubernetes,
    openshift,
    hikaru,
    hikaruModel(23, '23.6.0'),
    hikaruModel(24, '24.2.0'),
    hikaruModel(25, '25.3.0'),
    hikaruModel(26, '26.1.0'),
    hikaruModel(27, '27.2.0'),
    hikaruModel(28, '28.1.0')
];

;// CONCATENATED MODULE: ./lib/policy/clients/pypi.js
/** What is known of the Python clients. */



const PYTHON = 'https://github.com/kubernetes-client/python';
const ASYNCIO = 'https://github.com/tomplus/kubernetes_asyncio';
const KR8S = 'https://github.com/kr8s-org/kr8s';
const pypi_RELOAD = {
    text: 'kubernetes-client/python-base#191',
    url: 'https://github.com/kubernetes-client/python-base/pull/191',
    proof: 'executed'
};
const NO_TOKEN = { text: 'kubernetes-client/python#2584', url: `${PYTHON}/issues/2584`, proof: 'executed' };
const TOKEN_AGAIN = { text: 'kubernetes-client/python#2585', url: `${PYTHON}/pull/2585`, proof: 'executed' };
const ASYNCIO_RELOAD = {
    text: 'tomplus/kubernetes_asyncio#205',
    url: `${ASYNCIO}/commit/50fc5f87`,
    proof: 'source'
};
const ASYNCIO_COPIES = {
    text: 'tomplus/kubernetes_asyncio#254',
    url: `${ASYNCIO}/commit/b283e622`,
    proof: 'source'
};
const PYKUBE = {
    text: 'KubeConfig.from_service_account of pykube',
    url: 'https://github.com/kelproject/pykube/blob/master/pykube/config.py',
    proof: 'source'
};
const PYKUBE_NG = {
    text: 'galaxyproject/galaxy#23187',
    url: 'https://github.com/galaxyproject/galaxy/issues/23187',
    proof: 'source'
};
const LIGHTKUBE_RELOAD = {
    text: 'gtsystem/lightkube#141',
    url: 'https://github.com/gtsystem/lightkube/pull/141',
    proof: 'source'
};
const KR8S_RELOAD = { text: 'kr8s-org/kr8s#580', url: `${KR8S}/commit/f46acbf`, proof: 'source' };
const KR8S_KUBECONFIG = { text: 'kr8s-org/kr8s#583', url: `${KR8S}/commit/094c54b`, proof: 'source' };
const KOPF_LOGIN = {
    text: 'nolar/kopf ad30b5e2',
    url: 'https://github.com/nolar/kopf/commit/ad30b5e2',
    proof: 'source'
};
const KOPF_LATE = {
    text: 'nolar/kopf#926',
    url: 'https://github.com/nolar/kopf/issues/926',
    proof: 'documented'
};
const K8S_RELOAD = {
    text: 'fiaas/k8s#104',
    url: 'https://github.com/fiaas/k8s/commit/fa5e0ac',
    proof: 'source'
};
const PATRONI_RELOAD = {
    text: 'zalando/patroni#2287',
    url: 'https://github.com/zalando/patroni/commit/aa0cd480',
    proof: 'source'
};
/** The rows of the PyPI ecosystem. */
const pypiClients = [
    {
        name: 'kubernetes',
        title: 'Kubernetes Python client',
        repository: PYTHON,
        minimum: { version: '12.0.0', text: 'v12.0.0', evidence: [KEP, EKS, CCE] },
        observed: [
            // The bounds at the first development release and the lists of releases keep what never existed out of ranges:
            // `==12.*` allows 12.0.0 and what follows, and nothing of what comes before it.
            { before: '12.0.0.dev0', behaviour: 'reads-once', because: READ_ONCE, evidence: [pypi_RELOAD] },
            {
                from: '12.0.0.dev0',
                before: '12.0.0a1',
                behaviour: 'not-known',
                reason: 'never-released',
                because: 'The first release of 12 was 12.0.0a1.',
                evidence: [],
                releases: []
            },
            {
                from: '12.0.0a1',
                before: '12.0.0',
                behaviour: 'reloads',
                because: READ_EVERY_MINUTE,
                evidence: [pypi_RELOAD],
                releases: ['12.0.0a1', '12.0.0b1']
            },
            { from: '12.0.0', before: '36.0.0.dev0', behaviour: 'reloads', because: READ_EVERY_MINUTE, evidence: [pypi_RELOAD] },
            {
                from: '36.0.0.dev0',
                before: '36.0.0a2',
                behaviour: 'not-known',
                reason: 'never-released',
                because: 'The first release of 36 was 36.0.0a2.',
                evidence: [],
                releases: []
            },
            {
                from: '36.0.0a2',
                before: '36.0.1',
                behaviour: 'sends-no-token',
                because: 'In a cluster it sends no Authorization header: the loader stores the token under a name that the client no longer looks up.',
                evidence: [NO_TOKEN, TOKEN_AGAIN],
                releases: ['36.0.0a2', '36.0.0a3', '36.0.0b1', '36.0.0']
            },
            { from: '36.0.1', behaviour: 'reloads', because: READ_EVERY_MINUTE, evidence: [TOKEN_AGAIN, pypi_RELOAD] }
        ],
        examples: [
            { requirement: '10.0.1', verdict: 'cannot-reload' },
            { requirement: '10.1.0', verdict: 'cannot-reload' },
            { requirement: '11.0.0b2', verdict: 'cannot-reload' },
            { requirement: '11.0.0', verdict: 'cannot-reload' },
            { requirement: '12.0.0.dev1', verdict: 'cannot-reload', observed: 'not-known' },
            { requirement: '12.0.0a1', verdict: 'below-minimum' },
            { requirement: '12.0.0b1', verdict: 'below-minimum' },
            { requirement: '12.0.0', verdict: 'reloads' },
            { requirement: '12.0.1', verdict: 'reloads' },
            { requirement: '17.17.0', verdict: 'reloads' },
            { requirement: '25.3.0', verdict: 'reloads' },
            { requirement: '26.1.0', verdict: 'reloads' },
            { requirement: '35.0.0', verdict: 'reloads' },
            { requirement: '36.0.0a1', verdict: 'unknown' },
            { requirement: '36.0.0a2', verdict: 'sends-no-token' },
            { requirement: '36.0.0a3', verdict: 'sends-no-token' },
            { requirement: '36.0.0b1', verdict: 'sends-no-token' },
            { requirement: '36.0.0', verdict: 'sends-no-token' },
            { requirement: '36.0.1', verdict: 'reloads' },
            { requirement: '36.0.2', verdict: 'reloads' },
            { requirement: '36.0.3', verdict: 'reloads' },
            { requirement: '37.0.2', verdict: 'reloads' },
            { requirement: { kind: 'range', text: '<12' }, verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '>=9,<12.0.0' }, verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '^11.0' }, verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '~=12.0' }, verdict: 'reloads' },
            { requirement: { kind: 'range', text: '==12.*' }, verdict: 'reloads' },
            { requirement: { kind: 'range', text: '^12.0' }, verdict: 'reloads' },
            { requirement: { kind: 'range', text: '>=12.0.0,<36' }, verdict: 'reloads' },
            { requirement: { kind: 'range', text: '>=12.0.0a1,<13' }, verdict: 'unknown', observed: 'not-known' },
            { requirement: { kind: 'range', text: '>=12.0.1' }, verdict: 'unknown' },
            { requirement: { kind: 'range', text: '>=12.0.1,!=36.0.0' }, verdict: 'reloads' },
            { requirement: { kind: 'range', text: '>=36.0.0' }, verdict: 'unknown' },
            { requirement: { kind: 'range', text: '>36.0.0' }, verdict: 'reloads' },
            { requirement: { kind: 'range', text: '>=36.0.1' }, verdict: 'reloads' },
            { requirement: { kind: 'range', text: '==36.0.0.*' }, verdict: 'sends-no-token' },
            { requirement: { kind: 'range', text: '>=9' }, verdict: 'unknown' },
            { requirement: { kind: 'none' }, verdict: 'unknown' },
            { requirement: { kind: 'source', text: 'v12.0.0', url: PYTHON, revision: 'v12.0.0' }, verdict: 'unknown' }
        ]
    },
    {
        name: 'kubernetes-asyncio',
        title: 'kubernetes_asyncio',
        repository: ASYNCIO,
        observed: [
            { before: '22.6.5', behaviour: 'reads-once', because: READ_ONCE, evidence: [ASYNCIO_RELOAD] },
            {
                from: '22.6.5',
                before: '24.2.3',
                behaviour: 'reloads-late',
                because: 'The token file is read again every minute, but only for the first copy of the configuration that asks: further API clients may keep the old token.',
                evidence: [ASYNCIO_RELOAD, ASYNCIO_COPIES],
                releases: ['22.6.5', '23.6.0', '24.2.0', '24.2.1', '24.2.2']
            },
            { from: '24.2.3', behaviour: 'reloads', because: READ_EVERY_MINUTE, evidence: [ASYNCIO_COPIES] }
        ],
        examples: [
            { requirement: '12.0.1', verdict: 'cannot-reload' },
            { requirement: '22.6.4', verdict: 'cannot-reload' },
            { requirement: '22.6.5', verdict: 'reloads-late' },
            { requirement: '24.2.2', verdict: 'reloads-late' },
            { requirement: '24.2.3', verdict: 'reloads' },
            { requirement: '36.1.0', verdict: 'reloads' },
            { requirement: { kind: 'range', text: '>24.2.2' }, verdict: 'reloads' },
            { requirement: { kind: 'range', text: '>=12.0.1' }, verdict: 'unknown' }
        ]
    },
    {
        name: 'pykube',
        title: 'pykube',
        repository: 'https://github.com/kelproject/pykube',
        observed: [{ behaviour: 'reads-once', because: READ_ONCE, evidence: [PYKUBE] }],
        fix: {
            advice: 'No release of pykube reloads the token, and none was made since 2017: move to kubernetes 36.0.1 or newer.'
        },
        examples: [
            { requirement: '0.1.0', verdict: 'cannot-reload' },
            { requirement: '0.15.0', verdict: 'cannot-reload' },
            { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
        ]
    },
    {
        name: 'pykube-ng',
        title: 'pykube-ng',
        repository: 'https://codeberg.org/hjacobs/pykube-ng',
        observed: [{ behaviour: 'reads-once', because: READ_ONCE, evidence: [PYKUBE_NG] }],
        fix: { advice: 'No release of pykube-ng up to 23.6.0 reloads the token: move to kubernetes 36.0.1 or newer.' },
        examples: [
            { requirement: '0.17', verdict: 'cannot-reload' },
            { requirement: '20.10.0', verdict: 'cannot-reload' },
            { requirement: '23.6.0', verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '>=22.9.0' }, verdict: 'cannot-reload' },
            { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
        ]
    },
    {
        name: 'lightkube',
        title: 'lightkube',
        repository: 'https://github.com/gtsystem/lightkube',
        observed: [
            { before: '0.19.2', behaviour: 'reads-once', because: READ_ONCE, evidence: [LIGHTKUBE_RELOAD] },
            {
                from: '0.19.2',
                before: '0.21.0',
                behaviour: 'not-known',
                reason: 'never-released',
                because: 'PyPI holds no release between 0.19.1 and 0.21.0.',
                evidence: [],
                releases: []
            },
            { from: '0.21.0', behaviour: 'reloads-late', because: READ_AFTER_401, evidence: [LIGHTKUBE_RELOAD] }
        ],
        fix: {
            advice: 'From 0.21.0 on lightkube reads the token again after a 401, which is the best that any release does.'
        },
        examples: [
            { requirement: '0.17.2', verdict: 'cannot-reload' },
            { requirement: '0.19.1', verdict: 'cannot-reload' },
            { requirement: '0.20.0', verdict: 'unknown' },
            { requirement: '0.21.0', verdict: 'reloads-late' },
            { requirement: '1.0.1', verdict: 'reloads-late' },
            { requirement: { kind: 'range', text: '<0.21' }, verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '>=0.17' }, verdict: 'reloads-late' }
        ]
    },
    {
        name: 'kr8s',
        title: 'kr8s',
        repository: KR8S,
        observed: [
            { before: '0.13.2', behaviour: 'reads-once', because: READ_ONCE, evidence: [KR8S_RELOAD] },
            {
                from: '0.13.2',
                before: '0.13.3',
                behaviour: 'reloads-late',
                because: READ_AFTER_401,
                evidence: [KR8S_RELOAD],
                releases: ['0.13.2']
            },
            { from: '0.13.3', before: '0.20.5', behaviour: 'reads-once', because: READ_ONCE, evidence: [KR8S_RELOAD] },
            { from: '0.20.5', behaviour: 'reloads-late', because: READ_AFTER_401, evidence: [KR8S_RELOAD, KR8S_KUBECONFIG] }
        ],
        fix: {
            advice: 'From 0.20.6 on kr8s reads the token again after a 401, which is the best that any release does.'
        },
        examples: [
            { requirement: '0.13.1', verdict: 'cannot-reload' },
            { requirement: '0.13.2', verdict: 'reloads-late' },
            { requirement: '0.13.3', verdict: 'cannot-reload' },
            { requirement: '0.20.4', verdict: 'cannot-reload' },
            { requirement: '0.20.5', verdict: 'reloads-late' },
            { requirement: '0.20.6', verdict: 'reloads-late' },
            { requirement: '0.20.15', verdict: 'reloads-late' },
            { requirement: { kind: 'range', text: '<0.20.5,>0.13.2' }, verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '==0.20.*' }, verdict: 'reloads-late' }
        ]
    },
    {
        name: 'kopf',
        title: 'Kopf',
        repository: 'https://github.com/nolar/kopf',
        observed: [
            {
                before: '0.23',
                behaviour: 'not-known',
                reason: 'no-loader',
                because: 'Before 0.23 Kopf leaves the login to the kubernetes or pykube-ng package, whose version decides.',
                evidence: [KOPF_LOGIN],
                brings: ['kubernetes', 'pykube-ng']
            },
            {
                from: '0.23',
                behaviour: 'reloads-late',
                because: 'The token is taken over once and asked for again only after the API server has refused it with a 401.',
                evidence: [KOPF_LOGIN, KOPF_LATE],
                brings: []
            }
        ],
        brings: ['kubernetes', 'pykube-ng'],
        fix: {
            advice: 'From 0.23 on Kopf logs in again after a 401; a login handler of your own that returns a ConnectionInfo with an expiration does it in time.'
        },
        examples: [
            { requirement: '0.22', verdict: 'unknown' },
            { requirement: '0.23', verdict: 'reloads-late' },
            { requirement: '1.45.2', verdict: 'reloads-late' },
            { requirement: { kind: 'none' }, verdict: 'reloads-late' }
        ]
    },
    {
        name: 'k8s',
        title: 'k8s (FIAAS)',
        repository: 'https://github.com/fiaas/k8s',
        observed: [
            {
                before: '0.20.0',
                behaviour: 'not-known',
                reason: 'no-loader',
                because: 'Before 0.20.0 it reads no token file: the program hands the token over, once.',
                evidence: [K8S_RELOAD]
            },
            {
                from: '0.20.0',
                behaviour: 'reloads-late',
                because: 'The token file is read again every minute if the program calls use_in_cluster_config; a token in api_token stays as it is.',
                evidence: [K8S_RELOAD]
            }
        ],
        fix: {
            advice: 'From 0.20.0 on, call k8s.config.use_in_cluster_config() instead of setting api_token.'
        },
        examples: [
            { requirement: '0.19.0', verdict: 'unknown' },
            { requirement: '0.20.0', verdict: 'reloads-late' },
            { requirement: '0.28.0', verdict: 'reloads-late' }
        ]
    },
    {
        name: 'patroni',
        title: 'Patroni',
        repository: 'https://github.com/zalando/patroni',
        observed: [
            {
                before: '2.1.4',
                behaviour: 'reads-once',
                because: 'The token file is read once: before 2.0.0 by a release of kubernetes below 12, from there on by itself.',
                evidence: [PATRONI_RELOAD]
            },
            { from: '2.1.4', behaviour: 'reloads', because: READ_EVERY_MINUTE, evidence: [PATRONI_RELOAD] }
        ],
        examples: [
            { requirement: '1.6.5', verdict: 'cannot-reload' },
            { requirement: '2.1.3', verdict: 'cannot-reload' },
            { requirement: '2.1.4', verdict: 'reloads' },
            { requirement: '4.1.5', verdict: 'reloads' },
            { requirement: { kind: 'range', text: '~=2.1.0' }, verdict: 'unknown' },
            { requirement: { kind: 'range', text: '>=3' }, verdict: 'reloads' }
        ]
    },
    ...pypiFrameworks
];

;// CONCATENATED MODULE: ./lib/policy/clients/swift.js
/** What is known of the Swift client; the vendor documents do not name it. */

const SWIFTKUBE = 'https://github.com/swiftkube/client';
const swift_RELOAD = {
    text: 'swiftkube/client@e30bd03 (#49)',
    url: `${SWIFTKUBE}/commit/e30bd03`,
    proof: 'source'
};
/** The rows of the Swift ecosystem. */
const swiftClients = [
    {
        name: 'github.com/swiftkube/client',
        title: 'SwiftkubeClient',
        repository: SWIFTKUBE,
        observed: [
            { before: '0.26.0', behaviour: 'reads-once', because: READ_ONCE, evidence: [swift_RELOAD] },
            { from: '0.26.0', behaviour: 'reloads', because: 'The token file is read again.', evidence: [swift_RELOAD] }
        ],
        examples: [
            { requirement: '0.1.0', verdict: 'cannot-reload' },
            { requirement: '0.25.0', verdict: 'cannot-reload' },
            { requirement: '0.26.0-rc.1', verdict: 'cannot-reload' },
            { requirement: '0.26.0', verdict: 'reloads' },
            { requirement: '1.0.0', verdict: 'reloads' },
            { requirement: { kind: 'range', text: 'from: "0.26.0"' }, verdict: 'reloads' },
            { requirement: { kind: 'range', text: 'from: "0.13.0"' }, verdict: 'unknown' },
            { requirement: { kind: 'range', text: '.upToNextMinor(from: "0.25.0")' }, verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '"0.1.0"..<"0.26.0"' }, verdict: 'cannot-reload' },
            { requirement: { kind: 'range', text: '"0.1.0"..."0.26.0"' }, verdict: 'unknown' },
            { requirement: { kind: 'source', text: 'main', url: SWIFTKUBE, branch: 'main' }, verdict: 'unknown' },
            { requirement: { kind: 'none' }, verdict: 'unknown' }
        ]
    }
];

;// CONCATENATED MODULE: ./lib/policy/clients/index.js
/**
 * The policy's rows: one line per ecosystem. kubernetes-client/perl has none: it loads no token in a cluster, and nothing of
 * CPAN is read.
 */













const CLIENTS = new Map([
    ['golang', golangClients],
    ['pypi', pypiClients],
    ['maven', mavenClients],
    ['npm', npmClients],
    ['gem', gemClients],
    ['hackage', hackageClients],
    ['nuget', nugetClients],
    ['cargo', cargoClients],
    ['composer', composerClients],
    ['hex', hexClients],
    ['swift', swiftClients],
    ['vcpkg', cClients],
    ['conan', cClients],
    ['docker', dockerClients]
]);
const BY_NAME = new Map(Array.from(CLIENTS, ([ecosystem, clients]) => [ecosystem, new Map(clients.map(client => [client.name, client]))]));
/** The clients of one ecosystem, by purl type; none for an ecosystem the policy does not know. */
function clientsOf(ecosystem) {
    return CLIENTS.get(ecosystem) ?? [];
}
/** One client by purl type and canonical name. */
function clientOf(ecosystem, name) {
    return BY_NAME.get(ecosystem)?.get(name);
}
/** Every client with its ecosystem, in the order of the policy's table. */
function* allClients() {
    for (const [ecosystem, clients] of CLIENTS)
        for (const client of clients)
            yield { ecosystem, client };
}


/***/ }),

/***/ 7741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ conclude),
/* harmony export */   O: () => (/* binding */ reaches)
/* harmony export */ });
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9814);
/** Whether the job passes: settled before anything is told. */

/** Draws the conclusion. Findings at or above `failOn` fail the job even when the scan is incomplete as well. */
function conclude({ findings, gaps }, { failOn, allowIncomplete }) {
    const own = findings.filter(_model_js__WEBPACK_IMPORTED_MODULE_0__/* .counts */ .tQ);
    const count = (level) => own.filter(finding => finding.level === level).length;
    const failed = own.some(finding => reaches(finding.level, failOn));
    const incomplete = !allowIncomplete && gaps.some(_model_js__WEBPACK_IMPORTED_MODULE_0__/* .leavesUnread */ .K9);
    const [verdict, exitCode] = failed
        ? ['failed', 1]
        : incomplete
            ? ['incomplete', 2]
            : ['passed', 0];
    return {
        verdict,
        exitCode,
        failOn,
        counts: {
            pass: count('pass'),
            notice: count('notice'),
            warning: count('warning'),
            error: count('error'),
            settled: findings.length - own.length,
            gap: gaps.length
        }
    };
}
/** Whether a level fails the job. */
function reaches(level, failOn) {
    return failOn !== 'never' && _model_js__WEBPACK_IMPORTED_MODULE_0__/* .SEVERITY */ .C$[level] >= _model_js__WEBPACK_IMPORTED_MODULE_0__/* .SEVERITY */ .C$[failOn];
}


/***/ }),

/***/ 3405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ levelOf),
/* harmony export */   S: () => (/* binding */ judge)
/* harmony export */ });
/* harmony import */ var _clients_index_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8644);
/* harmony import */ var _span_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2160);
/** What the policy says of one dependency: a client, a requirement, a version scheme in; a verdict out. */


// ${x}, $(x), $x, #{x}, {{x}}, {x}, @x@, <x>, %x%, %s, ENV['X'], X_VERSION: what build tools, templates and scripts put where a
// version should stand.
const PLACEHOLDER = /[$#]\{|\$\(|\$[A-Za-z_]|\{\{|^@[^@]*@$|^<[^>]*>$|^%[^%]*%$|^%s$|^\{[^{}]*\}$|^ENV\b|^@\w+$|^[A-Z][A-Z0-9_]*$/;
/** From good to bad, to say which verdict is the best that a range allows. */
const RANK = {
    reloads: 0,
    'reloads-late': 1,
    unknown: 2,
    'below-minimum': 3,
    'cannot-reload': 4,
    'sends-no-token': 5
};
const LEVELS = {
    reloads: 'pass',
    'reloads-late': 'warning',
    unknown: 'warning',
    'below-minimum': 'error',
    'cannot-reload': 'error',
    'sends-no-token': 'error'
};
/**
 * The level of a verdict. Below the minimum is a notice where only what was observed counts; a statement that nobody is
 * sure of warns and never fails.
 */
function levelOf(verdict, minimum) {
    if (verdict.kind === 'below-minimum' && minimum === 'observed')
        return 'notice';
    const level = LEVELS[verdict.kind];
    const unsure = verdict.evidence.length > 0 && verdict.evidence.every(({ proof }) => proof === 'unsure');
    return level === 'error' && unsure ? 'warning' : level;
}
/**
 * Judges one dependency. The name must be a client of the policy (callers filter by it; anything else throws); a
 * replacement that the policy does not know is a fork.
 */
function judge(judged, scheme, options) {
    const named = (0,_clients_index_js__WEBPACK_IMPORTED_MODULE_0__/* .clientOf */ .fe)(judged.ecosystem, judged.name);
    const client = judged.replacement === undefined ? named : (0,_clients_index_js__WEBPACK_IMPORTED_MODULE_0__/* .clientOf */ .fe)(judged.ecosystem, judged.replacement);
    if (!client) {
        if (!named)
            throw new Error(`the policy has no client ${judged.name}`);
        const bench = { client: named, scheme, segments: [], options };
        return unknown(bench, 'fork', 'A fork replaces the client: what releases of the original do says nothing about it.');
    }
    const bench = { client, scheme, segments: segmentsOf(client, scheme, options.minimum), options };
    const { requirement } = judged;
    const own = client.observe?.(requirement);
    if (own)
        return verdictOf(bench, own, own.belowMinimum ?? false);
    switch (requirement.kind) {
        case 'version':
            return judgeVersion(bench, requirement.text);
        case 'source':
            return unknown(bench, 'source', 'It does not come from a package registry, so no released version stands for it.');
        case 'none':
            return judgeSpan(bench, { intervals: [{}], prereleases: false }, 'no-version');
        case 'range': {
            const span = scheme.span(requirement.text);
            if (span)
                return judgeSpan(bench, span, 'open-range');
            if (PLACEHOLDER.test(requirement.text))
                return placeholder(bench);
            return unknown(bench, 'open-range', 'The package manager chooses the version here; only a lockfile says which.');
        }
    }
}
function judgeVersion(bench, text) {
    const { scheme, segments, client } = bench;
    const version = scheme.parse(text);
    if (version === undefined) {
        if (PLACEHOLDER.test(text))
            return placeholder(bench);
        return unknown(bench, 'not-a-version', `This is no version as ${scheme.title} are written.`);
    }
    const bound = { version, inclusive: true };
    const segment = segments.find(({ interval }) => (0,_span_js__WEBPACK_IMPORTED_MODULE_1__/* .meets */ .D)(scheme, { intervals: [{ from: bound, to: bound }], prereleases: true }, interval));
    if (!segment)
        throw new Error(`the policy of ${client.name} has a hole`);
    return verdictOf(bench, segment.observation, segment.below, version);
}
/** All allowed versions good: reloads. None: the verdict of the best. Some: unknown, and which bound would settle it. */
function judgeSpan(bench, span, reason) {
    const allowed = bench.segments.filter(segment => allows(bench.scheme, span, segment));
    const best = allowed.toSorted((a, b) => RANK[a.kind] - RANK[b.kind])[0];
    if (!best) {
        const because = reason === 'no-version'
            ? `No version is given; only ${bench.scheme.pinned ?? 'a lockfile'} says which one is used.`
            : 'No known release lies in this range.';
        return unknown(bench, reason, because);
    }
    const bad = allowed.filter(segment => segment.kind !== 'reloads');
    if (bad.length === 0 || best.kind !== 'reloads')
        return verdictOf(bench, best.observation, best.below);
    const lastBad = allowed.findLastIndex(segment => segment.kind !== 'reloads');
    const bound = allowed[lastBad + 1]?.from;
    const exist = bad.flatMap(segment => segment.releases?.filter(text => admitsText(bench.scheme, span, text)) ?? []);
    // What lies below every good version is excluded by the lower bound alone.
    const between = allowed.findIndex(segment => segment.kind === 'reloads') < lastBad;
    const few = between && bad.every(segment => segment.releases) && exist.length <= 3 ? exist : [];
    const problem = reason === 'no-version'
        ? 'No version is given, and not every version reloads the token'
        : 'Not every version that this range allows reloads the token';
    const remedies = [
        ...(bound === undefined ? [] : [`a lower bound of ${bound}`]),
        ...(few.length === 0 ? [] : [`excluding ${few.join(', ')}`]),
        bench.scheme.pinned ?? 'a lockfile'
    ];
    return {
        ...unknown(bench, reason, `${problem}: ${remedies.join(' or ')} settles it.`),
        ...fixWith(bench, bound ?? bench.client.fix?.version)
    };
}
function allows(scheme, span, segment) {
    if (segment.releases)
        return segment.releases.some(text => admitsText(scheme, span, text));
    return (0,_span_js__WEBPACK_IMPORTED_MODULE_1__/* .meets */ .D)(scheme, span, segment.interval);
}
function admitsText(scheme, span, text) {
    const version = scheme.parse(text);
    return version !== undefined && (0,_span_js__WEBPACK_IMPORTED_MODULE_1__/* .admits */ .t)(scheme, span, version);
}
/** The observed ranges of a client, cut once more at the documented minimum. */
function segmentsOf({ observed, minimum }, scheme, mode) {
    const floor = minimum?.version === undefined ? undefined : { text: minimum.version, version: scheme.parse(minimum.version) };
    return observed.flatMap(range => {
        const low = range.from === undefined ? undefined : scheme.parse(range.from);
        const high = range.before === undefined ? undefined : scheme.parse(range.before);
        const cut = floor !== undefined &&
            (low === undefined || scheme.compare(low, floor.version) < 0) &&
            (high === undefined || scheme.compare(floor.version, high) < 0);
        const below = range.belowMinimum ??
            (floor !== undefined && (cut || (high !== undefined && scheme.compare(high, floor.version) <= 0)));
        const piece = (from, fromVersion, toVersion, isBelow) => ({
            interval: {
                ...(fromVersion === undefined ? {} : { from: { version: fromVersion, inclusive: true } }),
                ...(toVersion === undefined ? {} : { to: { version: toVersion, inclusive: false } })
            },
            ...(from === undefined ? {} : { from }),
            ...(range.releases ? { releases: range.releases } : {}),
            observation: range,
            below: isBelow,
            kind: kindOf(range, isBelow, mode)
        });
        if (!cut)
            return [piece(range.from, low, high, below)];
        return [piece(range.from, low, floor.version, true), piece(floor.text, floor.version, high, false)];
    });
}
function kindOf({ behaviour, reason }, below, mode) {
    switch (behaviour) {
        case 'sends-no-token':
            return 'sends-no-token';
        case 'reads-once':
            return 'cannot-reload';
        case 'not-known':
            // A version that nobody ever saw, or looked into, can only be judged by the minimum.
            return below && mode === 'documented' && (reason === 'never-released' || reason === 'not-examined')
                ? 'cannot-reload'
                : 'unknown';
        case 'reloads-late':
            return below && mode === 'documented' ? 'below-minimum' : 'reloads-late';
        case 'reloads':
            return below ? 'below-minimum' : 'reloads';
    }
}
function verdictOf(bench, observation, below, version) {
    const { client, options } = bench;
    const kind = kindOf(observation, below, options.minimum);
    const asked = below && client.minimum ? ` The vendor documents ask for ${client.minimum.text} or newer.` : '';
    return {
        kind,
        ...(kind === 'unknown' ? { reason: observation.reason ?? 'never-released' } : {}),
        because: `${observation.because}${asked}`,
        observed: observation.behaviour,
        ...(client.minimum ? { minimum: client.minimum.text } : {}),
        // The documents are cited where it is they that decide.
        evidence: kind === 'below-minimum' || observation.evidence.length === 0
            ? [...observation.evidence, ...(client.minimum?.evidence ?? [])]
            : observation.evidence,
        ...(kind === 'reloads' ? {} : fixOf(bench, observation.reason, version))
    };
}
function placeholder(bench) {
    return unknown(bench, 'placeholder', 'The version is a variable that this file does not define.');
}
function unknown(bench, reason, because) {
    const { client } = bench;
    return {
        kind: 'unknown',
        reason,
        because,
        observed: 'not-known',
        ...(client.minimum ? { minimum: client.minimum.text } : {}),
        evidence: client.minimum?.evidence ?? [],
        ...fixOf(bench, reason)
    };
}
/** What stands in place of a release may be newer than the lowest good one: a command would move it back. */
function fixOf(bench, reason, version) {
    const { fix } = fixFor(bench, version);
    if (!fix)
        return {};
    return { fix: reason === 'fork' || reason === 'source' ? { ...fix, commands: [] } : fix };
}
/** The lowest version above the present one that passes; for an unknown one the version the policy recommends. */
function fixFor(bench, version) {
    const { client, scheme, segments } = bench;
    const good = segments.filter(segment => segment.kind === 'reloads').flatMap(({ from }) => from ?? []);
    const recommended = client.fix?.version;
    if (version === undefined)
        return fixWith(bench, recommended ?? good.at(-1));
    const isAbove = (text) => scheme.compare(scheme.parse(text), version) > 0;
    return fixWith(bench, good.find(isAbove) ?? (recommended !== undefined && isAbove(recommended) ? recommended : undefined));
}
function fixWith({ client, options }, version) {
    const advice = client.fix?.advice === undefined ? {} : { advice: client.fix.advice };
    if (version !== undefined)
        return { fix: { version, commands: options.upgrade(version), ...advice } };
    return client.fix?.advice === undefined ? {} : { fix: { commands: [], ...advice } };
}


/***/ }),

/***/ 2160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ meets),
/* harmony export */   t: () => (/* binding */ admits)
/* harmony export */ });
/* harmony import */ var _ecosystems_interval_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3484);
/** Questions about what a range allows, for any version scheme. */

/** Whether the range lets a package manager choose this version. */
function admits(scheme, span, version) {
    if (!span.prereleases && scheme.isPrerelease(version))
        return false;
    const bound = { version, inclusive: true };
    return meets(scheme, span, { from: bound, to: bound });
}
/** Whether some version between the bounds of `interval` is also between the bounds of the span. */
function meets(scheme, span, interval) {
    return span.intervals.some(other => (0,_ecosystems_interval_js__WEBPACK_IMPORTED_MODULE_0__/* .intersection */ .E)(interval, other, (a, b) => scheme.compare(a, b)) !== undefined);
}


/***/ }),

/***/ 6119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ SyntaxFault),
/* harmony export */   V: () => (/* binding */ unknownVersion)
/* harmony export */ });
/** A text that breaks its own syntax. */
/** Thrown by a parser or reader when the text cannot be read further. The message is ours and names no hostile text. */
class SyntaxFault extends Error {
    name = 'SyntaxFault';
    /** Offset in UTF-16 code units where the text stops making sense. */
    at;
    constructor(message, at) {
        super(message);
        this.at = at;
    }
}
const NUMBER = /^\d{1,9}(?:\.\d{1,9}){0,2}$/;
/**
 * The fault of a file in a version of its format that is not known. `what` is what the format calls its version, `known`
 * ends the sentence, such as "1 to 3 are". `written` is hostile text: it is told only if it is a number.
 */
function unknownVersion(what, written, known, at) {
    const number = written !== undefined && NUMBER.test(written) ? ` ${written}` : '';
    return new SyntaxFault(`${what}${number} is not known: ${known}`, at);
}


/***/ }),

/***/ 3411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** The version of the tool; a test holds it against package.json. */
const version = '0.1.0';


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(9069);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
