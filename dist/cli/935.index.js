export const id = 935;
export const ids = [935];
export const modules = {

/***/ 7935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pypiVersions: () => (/* binding */ pypiVersions)
});

;// CONCATENATED MODULE: ./node_modules/@renovatebot/pep440/lib/version.js
const VERSION_PATTERN = [
  'v?',
  '(?:',
  /* */ '(?:(?<epoch>[0-9]+)!)?', // epoch
  /* */ '(?<release>[0-9]+(?:\\.[0-9]+)*)', // release segment
  /* */ '(?<pre>', // pre-release
  /*    */ '[-_\\.]?',
  /*    */ '(?<pre_l>(a|b|c|rc|alpha|beta|pre|preview))',
  /*    */ '[-_\\.]?',
  /*    */ '(?<pre_n>[0-9]+)?',
  /* */ ')?',
  /* */ '(?<post>', // post release
  /*    */ '(?:-(?<post_n1>[0-9]+))',
  /*    */ '|',
  /*    */ '(?:',
  /*        */ '[-_\\.]?',
  /*        */ '(?<post_l>post|rev|r)',
  /*        */ '[-_\\.]?',
  /*        */ '(?<post_n2>[0-9]+)?',
  /*    */ ')',
  /* */ ')?',
  /* */ '(?<dev>', // dev release
  /*    */ '[-_\\.]?',
  /*    */ '(?<dev_l>dev)',
  /*    */ '[-_\\.]?',
  /*    */ '(?<dev_n>[0-9]+)?',
  /* */ ')?',
  ')',
  '(?:\\+(?<local>[a-z0-9]+(?:[-_\\.][a-z0-9]+)*))?', // local version
].join('');



const validRegex = new RegExp('^' + VERSION_PATTERN + '$', 'i');

function valid(version) {
  return validRegex.test(version) ? version : null;
}

const cleanRegex = new RegExp('^\\s*' + VERSION_PATTERN + '\\s*$', 'i');
function clean(version) {
  return version_stringify(version_parse(version, cleanRegex));
}

function version_parse(version, regex) {
  // Validate the version and parse it into pieces
  const { groups } = (regex || validRegex).exec(version) || {};
  if (!groups) {
    return null;
  }

  // Store the parsed out pieces of the version
  const parsed = {
    epoch: Number(groups.epoch ? groups.epoch : 0),
    release: groups.release.split('.').map(Number),
    pre: normalize_letter_version(groups.pre_l, groups.pre_n),
    post: normalize_letter_version(
      groups.post_l,
      groups.post_n1 || groups.post_n2,
    ),
    dev: normalize_letter_version(groups.dev_l, groups.dev_n),
    local: parse_local_version(groups.local),
  };

  return parsed;
}

function version_stringify(parsed) {
  if (!parsed) {
    return null;
  }
  const { epoch, release, pre, post, dev, local } = parsed;
  const parts = [];

  // Epoch
  if (epoch !== 0) {
    parts.push(`${epoch}!`);
  }
  // Release segment
  parts.push(release.join('.'));

  // Pre-release
  if (pre) {
    parts.push(pre.join(''));
  }
  // Post-release
  if (post) {
    parts.push('.' + post.join(''));
  }
  // Development release
  if (dev) {
    parts.push('.' + dev.join(''));
  }
  // Local version segment
  if (local) {
    parts.push(`+${local}`);
  }
  return parts.join('');
}

function normalize_letter_version(letterIn, numberIn) {
  let letter = letterIn;
  let number = numberIn;
  if (letter) {
    // We consider there to be an implicit 0 in a pre-release if there is
    // not a numeral associated with it.
    if (!number) {
      number = 0;
    }
    // We normalize any letters to their lower case form
    letter = letter.toLowerCase();

    // We consider some words to be alternate spellings of other words and
    // in those cases we want to normalize the spellings to our preferred
    // spelling.
    if (letter === 'alpha') {
      letter = 'a';
    } else if (letter === 'beta') {
      letter = 'b';
    } else if (['c', 'pre', 'preview'].includes(letter)) {
      letter = 'rc';
    } else if (['rev', 'r'].includes(letter)) {
      letter = 'post';
    }
    return [letter, Number(number)];
  }
  if (!letter && number) {
    // We assume if we are given a number, but we are not given a letter
    // then this is using the implicit post release syntax (e.g. 1.0-1)
    letter = 'post';

    return [letter, Number(number)];
  }
  return null;
}

function parse_local_version(local) {
  /*
    Takes a string like abc.1.twelve and turns it into("abc", 1, "twelve").
    */
  if (local) {
    return local
      .split(/[._-]/)
      .map((part) =>
        Number.isNaN(Number(part)) ? part.toLowerCase() : Number(part),
      );
  }
  return null;
}

function version_explain(version) {
  const parsed = version_parse(version);
  if (!parsed) {
    return parsed;
  }
  const { epoch, release, pre, post, dev, local } = parsed;

  let base_version = '';
  if (epoch !== 0) {
    base_version += epoch + '!';
  }
  base_version += release.join('.');

  const is_prerelease = Boolean(dev || pre);
  const is_devrelease = Boolean(dev);
  const is_postrelease = Boolean(post);

  // return

  return {
    epoch,
    release,
    pre,
    post: post ? post[1] : post,
    dev: dev ? dev[1] : dev,
    local: local ? local.join('.') : local,
    public: version_stringify(parsed).split('+', 1)[0],
    base_version,
    is_prerelease,
    is_devrelease,
    is_postrelease,
  };
}

;// CONCATENATED MODULE: ./node_modules/@renovatebot/pep440/lib/operator.js




function lt(version, other) {
  return compare(version, other) < 0;
}

function le(version, other) {
  return compare(version, other) <= 0;
}

function eq(version, other) {
  return compare(version, other) === 0;
}

function ne(version, other) {
  return compare(version, other) !== 0;
}

function ge(version, other) {
  return compare(version, other) >= 0;
}

function gt(version, other) {
  return compare(version, other) > 0;
}

function arbitrary(version, other) {
  return version.toLowerCase() === other.toLowerCase();
}

function compare(version, other) {
  const parsedVersion = parse(version);
  const parsedOther = parse(other);

  const keyVersion = calculateKey(parsedVersion);
  const keyOther = calculateKey(parsedOther);

  return pyCompare(keyVersion, keyOther);
}

function rcompare(version, other) {
  return -compare(version, other);
}

// this logic is buitin in python, but we need to port it to js
// see https://stackoverflow.com/a/5292332/1438522
function pyCompare(elemIn, otherIn) {
  let elem = elemIn;
  let other = otherIn;
  if (elem === other) {
    return 0;
  }
  if (Array.isArray(elem) !== Array.isArray(other)) {
    elem = Array.isArray(elem) ? elem : [elem];
    other = Array.isArray(other) ? other : [other];
  }
  if (Array.isArray(elem)) {
    const len = Math.min(elem.length, other.length);
    for (let i = 0; i < len; i += 1) {
      const res = pyCompare(elem[i], other[i]);
      if (res !== 0) {
        return res;
      }
    }
    return elem.length - other.length;
  }
  if (elem === -Infinity || other === Infinity) {
    return -1;
  }
  if (elem === Infinity || other === -Infinity) {
    return 1;
  }
  return elem < other ? -1 : 1;
}

function calculateKey(input) {
  const { epoch } = input;
  let { release, pre, post, local, dev } = input;
  // When we compare a release version, we want to compare it with all of the
  // trailing zeros removed. So we'll use a reverse the list, drop all the now
  // leading zeros until we come to something non zero, then take the rest
  // re-reverse it back into the correct order and make it a tuple and use
  // that for our sorting key.
  release = release.concat();
  release.reverse();
  while (release.length && release[0] === 0) {
    release.shift();
  }
  release.reverse();

  // We need to "trick" the sorting algorithm to put 1.0.dev0 before 1.0a0.
  // We'll do this by abusing the pre segment, but we _only_ want to do this
  // if there is !a pre or a post segment. If we have one of those then
  // the normal sorting rules will handle this case correctly.
  if (!pre && !post && dev) pre = -Infinity;
  // Versions without a pre-release (except as noted above) should sort after
  // those with one.
  else if (!pre) pre = Infinity;

  // Versions without a post segment should sort before those with one.
  if (!post) post = -Infinity;

  // Versions without a development segment should sort after those with one.
  if (!dev) dev = Infinity;

  if (!local) {
    // Versions without a local segment should sort before those with one.
    local = -Infinity;
  } else {
    // Versions with a local segment need that segment parsed to implement
    // the sorting rules in PEP440.
    // - Alpha numeric segments sort before numeric segments
    // - Alpha numeric segments sort lexicographically
    // - Numeric segments sort numerically
    // - Shorter versions sort before longer versions when the prefixes
    //   match exactly
    local = local.map((i) =>
      Number.isNaN(Number(i)) ? [-Infinity, i] : [Number(i), ''],
    );
  }

  return [epoch, release, pre, post, dev, local];
}

;// CONCATENATED MODULE: ./node_modules/@renovatebot/pep440/lib/specifier.js
// This file is dual licensed under the terms of the Apache License, Version
// 2.0, and the BSD License. See the LICENSE file in the root of this repository
// for complete details.





const RANGE_PATTERN = [
  '(?<operator>(===|~=|==|!=|<=|>=|<|>))',
  '\\s*',
  '(',
  /*  */ '(?<version>(?:' + VERSION_PATTERN.replace(/\?<\w+>/g, '?:') + '))',
  /*  */ '(?<prefix>\\.\\*)?',
  /*  */ '|',
  /*  */ '(?<legacy>[^,;\\s)]+)',
  ')',
].join('');



const isEqualityOperator = (op) => ['==', '!=', '==='].includes(op);

const rangeRegex = new RegExp('^' + RANGE_PATTERN + '$', 'i');

function specifier_parse(ranges) {
  if (!ranges.trim()) {
    return [];
  }

  const specifiers = ranges
    .split(',')
    .map((range) => rangeRegex.exec(range.trim()) || {})
    .map(({ groups }) => {
      if (!groups) {
        return null;
      }

      let { ...spec } = groups;
      const { operator, version, prefix, legacy } = groups;

      if (version) {
        spec = { ...spec, ...explainVersion(version) };
        if (operator === '~=') {
          if (spec.release.length < 2) {
            return null;
          }
        }
        if (!isEqualityOperator(operator) && spec.local) {
          return null;
        }

        if (prefix) {
          if (!isEqualityOperator(operator) || spec.dev || spec.local) {
            return null;
          }
        }
      }
      if (legacy && operator !== '===') {
        return null;
      }

      return spec;
    });

  if (specifiers.filter(Boolean).length !== specifiers.length) {
    return null;
  }

  return specifiers;
}

function filter(versions, specifier, options = {}) {
  const filtered = pick(versions, specifier, options);
  if (filtered.length === 0 && options.prereleases === undefined) {
    return pick(versions, specifier, { prereleases: true });
  }
  return filtered;
}

function maxSatisfying(versions, range, options) {
  const found = filter(versions, range, options).sort(Operator.compare);
  return found.length === 0 ? null : found[found.length - 1];
}

function minSatisfying(versions, range, options) {
  const found = filter(versions, range, options).sort(Operator.compare);
  return found.length === 0 ? null : found[0];
}

function pick(versions, specifier, options) {
  const parsed = specifier_parse(specifier);

  if (!parsed) {
    return [];
  }

  return versions.filter((version) => {
    const explained = explainVersion(version);

    if (!parsed.length) {
      return explained && !(explained.is_prerelease && !options.prereleases);
    }

    return parsed.reduce((pass, spec) => {
      if (!pass) {
        return false;
      }
      return contains({ ...spec, ...options }, { version, explained });
    }, true);
  });
}

function satisfies(version, specifier, options = {}) {
  const filtered = pick([version], specifier, options);

  return filtered.length === 1;
}

function arrayStartsWith(array, prefix) {
  if (prefix.length > array.length) {
    return false;
  }

  for (let i = 0; i < prefix.length; i += 1) {
    if (prefix[i] !== array[i]) {
      return false;
    }
  }

  return true;
}

function contains(specifier, input) {
  const { explained } = input;
  let { version } = input;
  const { ...spec } = specifier;

  if (spec.prereleases === undefined) {
    spec.prereleases = spec.is_prerelease;
  }

  if (explained && explained.is_prerelease && !spec.prereleases) {
    return false;
  }

  if (spec.operator === '~=') {
    let compatiblePrefix = spec.release.slice(0, -1).concat('*').join('.');
    if (spec.epoch) {
      compatiblePrefix = spec.epoch + '!' + compatiblePrefix;
    }
    return satisfies(version, `>=${spec.version}, ==${compatiblePrefix}`, {
      prereleases: spec.prereleases,
    });
  }

  if (spec.prefix) {
    const isMatching =
      explained.epoch === spec.epoch &&
      arrayStartsWith(explained.release, spec.release);
    const isEquality = spec.operator !== '!=';
    return isEquality ? isMatching : !isMatching;
  }

  if (explained && explained.local && spec.version) {
    // Ignore candidate local labels only when the specifier itself is public.
    if (spec.operator !== '===' && !spec.local) {
      version = explained.public;
      spec.version = explainVersion(spec.version).public;
    }
  }

  if (spec.operator === '<' || spec.operator === '>') {
    // simplified version of https://www.python.org/dev/peps/pep-0440/#exclusive-ordered-comparison
    if (Operator.eq(spec.release.join('.'), explained.release.join('.'))) {
      return false;
    }
  }

  // TODO: fix me?
  // eslint-disable-next-line import-x/namespace
  const op = Operator[spec.operator];
  return op(version, spec.version || spec.legacy);
}

function validRange(specifier) {
  return Boolean(specifier_parse(specifier));
}

;// CONCATENATED MODULE: ./node_modules/@renovatebot/pep440/lib/semantic.js


// those notation are borrowed from semver


function major(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  return version.release[0];
}

function minor(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  if (version.release.length < 2) {
    return 0;
  }
  return version.release[1];
}

function patch(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  if (version.release.length < 3) {
    return 0;
  }
  return version.release[2];
}

function inc(input, release, preReleaseIdentifier) {
  let identifier = preReleaseIdentifier || `a`;
  const version = parse(input);

  if (!version) {
    return null;
  }

  if (
    !['a', 'b', 'c', 'rc', 'alpha', 'beta', 'pre', 'preview'].includes(
      identifier,
    )
  ) {
    return null;
  }

  switch (release) {
    case 'premajor':
      {
        const [majorVersion] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'preminor':
      {
        const [majorVersion, minorVersion = 0] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'prepatch':
      {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'prerelease':
      if (version.pre === null) {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
        version.pre = [identifier, 0];
      } else {
        if (preReleaseIdentifier === undefined && version.pre !== null) {
          [identifier] = version.pre;
        }

        const [letter, number] = version.pre;
        if (letter === identifier) {
          version.pre = [letter, number + 1];
        } else {
          version.pre = [identifier, 0];
        }
      }

      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'major':
      if (
        version.release.slice(1).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'minor':
      if (
        version.release.slice(2).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion, minorVersion = 0] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'patch':
      if (
        version.release.slice(3).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    default:
      return null;
  }

  return stringify(version);
}

;// CONCATENATED MODULE: ./node_modules/@renovatebot/pep440/index.js










// EXTERNAL MODULE: ./lib/ecosystems/interval.js
var interval = __webpack_require__(3484);
// EXTERNAL MODULE: ./lib/ecosystems/version-scheme.js
var version_scheme = __webpack_require__(5401);
;// CONCATENATED MODULE: ./lib/ecosystems/pypi/version.js
/**
 * Versions and version specifiers of Python packages, and the ranges that Poetry and Pipenv add to them.
 * Specification: https://packaging.python.org/en/latest/specifications/version-specifiers/ (PEP 440) and
 * https://python-poetry.org/docs/dependency-specification/. The package `@renovatebot/pep440` reads the versions; their
 * order is ours, because a range needs bounds that are not versions ("after every post-release of 12.0"), and because
 * the package reads a local part such as `1e5` as a number. Deliberately ignored: versions with a number beyond 2^53,
 * and wildcards after `>=` and the like, which pip refuses.
 */



const FINAL = 3;
const PHASES = new Map([
    ['a', 0],
    ['b', 1],
    ['rc', 2]
]);
const AFTER_LOCALS = [Number.POSITIVE_INFINITY];
const LOCAL_SEPARATOR = /[-_.]/;
const DIGITS = /^\d+$/;
// A requirement may continue on the next line after a backslash.
const LINE_CONTINUATION = /\\\r?\n/g;
const ALTERNATIVES = /\|\|?/;
const CLAUSE = /(?<operator>~=|===?|!=|<=?|>=?|\^|~|=)?\s*(?<version>[^\s,|]+)\s*(?:,\s*)?/y;
const ANYTHING = /^[*xX](?:\.[*xX])*$/;
/** The versions of Python packages. */
const pypiVersions = {
    title: 'PEP 440 version',
    specification: 'https://packaging.python.org/en/latest/specifications/version-specifiers/',
    parse: parseVersion,
    compare: version_compare,
    isPrerelease,
    span
};
function parseVersion(text) {
    if (text.length > version_scheme/* LONGEST_VERSION */.S)
        return undefined;
    const parsed = version_parse(text);
    if (!parsed)
        return undefined;
    const { epoch, release } = parsed;
    const phase = phaseOf(parsed);
    if (phase === undefined)
        return undefined;
    const phaseNumber = parsed.pre ? Number(parsed.pre[1]) : 0;
    const dev = parsed.dev ? Number(parsed.dev[1]) : Number.POSITIVE_INFINITY;
    const post = parsed.post ? Number(parsed.post[1]) : -1;
    const local = localParts(text);
    const numbers = [epoch, ...release, phaseNumber, post, dev, ...local];
    if (numbers.some(number => typeof number === 'number' && isInexact(number)))
        return undefined;
    return { epoch, release, phase, phaseNumber, post, dev, local };
}
function phaseOf({ pre, dev, post }) {
    if (pre)
        return PHASES.get(pre[0]);
    return dev && !post ? -1 : FINAL;
}
/** The parts after the plus sign. */
function localParts(text) {
    const plus = text.indexOf('+');
    if (plus < 0)
        return [];
    const parts = text
        .slice(plus + 1)
        .toLowerCase()
        .split(LOCAL_SEPARATOR);
    return parts.map(part => (DIGITS.test(part) ? Number(part) : part));
}
function isInexact(number) {
    return number > Number.MAX_SAFE_INTEGER && number !== Number.POSITIVE_INFINITY;
}
function version_compare(a, b) {
    return (order(a.epoch, b.epoch) ||
        compareReleases(a.release, b.release) ||
        order(a.phase, b.phase) ||
        order(a.phaseNumber, b.phaseNumber) ||
        order(a.post, b.post) ||
        order(a.dev, b.dev) ||
        compareLocals(a.local, b.local));
}
/** Not a subtraction, because the difference of two infinities is not a number. */
function order(a, b) {
    return Number(a > b) - Number(a < b);
}
function compareReleases(a, b) {
    for (let i = 0; i < a.length || i < b.length; i++) {
        const difference = order(a[i] ?? 0, b[i] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
/** Numbers come after words; a longer local version comes after its own beginning. */
function compareLocals(a, b) {
    for (const [i, left] of a.entries()) {
        const right = b[i];
        if (right === undefined)
            return 1;
        if (left === right)
            continue;
        if (typeof left === 'number' && typeof right === 'number')
            return order(left, right);
        if (typeof left === typeof right)
            return left < right ? -1 : 1;
        return typeof left === 'number' ? 1 : -1;
    }
    return order(a.length, b.length);
}
function isPrerelease(version) {
    return version.phase < FINAL || version.dev !== Number.POSITIVE_INFINITY;
}
/**
 * Reads a specifier set (`>=12,<13`), one of Poetry's ranges (`^12.0`, `~12.0`, `12.*`, `>=12 <13`, alternatives with
 * `||`), a bare version, which Poetry and Pipenv read as `==`, or `*`.
 */
function span(range) {
    if (range.length > version_scheme/* LONGEST_RANGE */.d)
        return undefined;
    const intervals = [];
    let prereleases = false;
    for (const alternative of range.replace(LINE_CONTINUATION, ' ').split(ALTERNATIVES)) {
        const set = specifierSet(alternative.trim());
        if (!set)
            return undefined;
        intervals.push(...set.intervals);
        prereleases ||= set.prereleases;
    }
    return { intervals, prereleases };
}
function specifierSet(text) {
    let intervals = [{}];
    let prereleases = false;
    CLAUSE.lastIndex = 0;
    do {
        const { operator = '', version = '' } = CLAUSE.exec(text)?.groups ?? {};
        const allowed = version === '' ? undefined : specifier(operator, version);
        if (!allowed)
            return undefined;
        intervals = intervals.flatMap(a => allowed.intervals.flatMap(b => (0,interval/* intersection */.E)(a, b, version_compare) ?? []));
        prereleases ||= allowed.prereleases;
    } while (CLAUSE.lastIndex < text.length);
    return { intervals, prereleases };
}
function specifier(operator, text) {
    if (operator === '' && ANYTHING.test(text))
        return { intervals: [{}], prereleases: false };
    const isPrefix = text.endsWith('.*');
    const version = parseVersion(isPrefix ? text.slice(0, -2) : text);
    if (!version)
        return undefined;
    if (isPrefix) {
        const intervals = prefixIntervals(operator, version);
        return intervals && { intervals, prereleases: false };
    }
    // `=12.0` is 12.0 with every patch of it in conda. Poetry, which has it too, reads an exact version.
    const isPartial = operator === '=' && version.release.length < 3;
    const intervals = isPartial ? prefixIntervals('==', version) : specifierIntervals(operator, version);
    return intervals && { intervals, prereleases: operator !== '!=' && isPrerelease(version) };
}
/** `==12.0.*` and its opposite. */
function prefixIntervals(operator, version) {
    if (version.phase !== FINAL || version.post >= 0 || version.local.length > 0)
        return undefined;
    const from = firstOf(version);
    const before = firstOf(next(version, version.release.length - 1));
    if (operator === '!=')
        return [{ to: exclusive(from) }, { from: inclusive(before) }];
    if (operator === '' || operator === '=' || operator === '==')
        return [{ from: inclusive(from), to: exclusive(before) }];
    return undefined;
}
function specifierIntervals(operator, version) {
    const hasLocal = version.local.length > 0;
    const last = hasLocal ? version : { ...version, local: AFTER_LOCALS };
    switch (operator) {
        case '':
        case '=':
        case '==':
            return [{ from: inclusive(version), to: inclusive(last) }];
        case '===':
            return [{ from: inclusive(version), to: inclusive(version) }];
        case '!=':
            return [{ to: exclusive(version) }, { from: exclusive(last) }];
    }
    return hasLocal ? undefined : orderedIntervals(operator, version, last);
}
/** For the operators without local versions. `last` is the bound after every local version of `version`. */
function orderedIntervals(operator, version, last) {
    const { length } = version.release;
    switch (operator) {
        case '>=':
            return [{ from: inclusive(version) }];
        case '<=':
            return [{ to: inclusive(last) }];
        case '>':
            return [{ from: after(version) }];
        case '<':
            return before(version);
        case '~=':
            return length < 2 ? undefined : [upTo(version, length - 2)];
        case '~':
            return [upTo(version, Math.min(1, length - 1))];
        case '^': {
            const significant = version.release.slice(0, 3).findIndex(number => number > 0);
            return [upTo(version, significant < 0 ? Math.min(2, length - 1) : significant)];
        }
        default:
            return undefined;
    }
}
/** From a version to the next release with another number at `position`. */
function upTo(version, position) {
    return { from: inclusive(version), to: exclusive(firstOf(next(version, position))) };
}
/** `>12.0` allows neither local versions nor post-releases of 12.0: the section "Exclusive ordered comparison". */
function after(version) {
    if (version.dev !== Number.POSITIVE_INFINITY)
        return inclusive({ ...version, dev: version.dev + 1 });
    if (version.post >= 0)
        return inclusive({ ...version, post: version.post + 1, dev: 0 });
    return exclusive({ ...version, post: Number.POSITIVE_INFINITY, local: AFTER_LOCALS });
}
/** `<12.0` excludes the pre-releases of 12.0 as well. No version is before the first of all. */
function before(version) {
    const bound = boundBefore(version);
    const first = firstOf({ ...version, epoch: 0, release: [0] });
    return version_compare(bound, first) <= 0 ? [] : [{ to: exclusive(bound) }];
}
function boundBefore(version) {
    if (isPrerelease(version))
        return version;
    return version.post >= 0 ? { ...version, dev: 0 } : firstOf(version);
}
/** The first development release of a release, before every other version of it. */
function firstOf({ epoch, release }) {
    return { epoch, release, phase: -1, phaseNumber: 0, post: -1, dev: 0, local: [] };
}
/** The release that ends at `position` with a number one higher: `next(12.0.1, 1)` is 12.1. */
function next(version, position) {
    const release = version.release.slice(0, position + 1);
    release[position] = (release[position] ?? 0) + 1;
    return { ...version, release };
}
function inclusive(version) {
    return { version, inclusive: true };
}
function exclusive(version) {
    return { version, inclusive: false };
}


/***/ })

};
