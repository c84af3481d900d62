/**
 * The table of settings, one row each. The inputs of the Action and action.yml, the options of the command line and
 * `--help`, the keys of the configuration file and its schema, the rows of `doctor` and the tables of README.md follow
 * from it, in the order of the rows.
 */

import {
  COLOR_WHEN,
  COMMENT_ON_RELAPSE,
  COMMENT_WHEN,
  COUNTED,
  FAIL_ON,
  FIXED_LEVELS,
  MINIMUM_MODES,
  OTHER_WAIVERS,
  PLATFORMS,
  SCOPES,
  SKEWS
} from './choices.ts'
import {
  BOOLEAN,
  choice,
  choices,
  DAY,
  type Kind,
  KUBERNETES_VERSION,
  paths,
  patterned,
  text,
  wholeNumber
} from './kind.ts'
import { atMost, strictestLast, withAll } from './strictness.ts'

/** The places for a value: an input of the Action, the configuration file, an option of the command line. */
export type Where = 'input' | 'file' | 'option'

/** One setting. */
export interface Setting<Value = unknown> {
  /** The name of the input, the key and the option. */
  readonly name: string
  /** The key of the file, where it is not the name: `cluster.version` is `version` in the mapping `cluster`. */
  readonly fileKey?: string
  readonly kind: Kind<Value>
  /** The built-in default. Absent: without a stated value the setting has no value. */
  readonly default?: Value
  /** The built-in default in words, if there is no value or the words explain it better. */
  readonly defaultText?: string
  /** One sentence, or more for an input. The sentence of a boolean has the implied subject `"true"`. */
  readonly help: string
  readonly where: readonly Where[]
  /** The text in `--help`, default included. Absent: `help` and the default. */
  readonly optionHelp?: string
  /** The letter of the option, beside its name. */
  readonly short?: string
  /** The name of its value in `--help`. Absent: that of its kind, or the last part of the name. */
  readonly operand?: string
  /** The section of `--help` that lists it. Absent: the first one. */
  readonly group?: OptionGroup
  /**
   * The order in which a configuration may change the value that it extends: to one that is as strict, or stricter. Absent: the values
   * have no such order, and what is extended keeps its value.
   */
  isAsStrict?(value: Value, than: Value): boolean
  /** The name of the setting from which this one follows where it is not stated. */
  readonly follows?: string
  /** The `default:` in action.yml, for a value of the runner. Only for a setting that is an input and nothing else. */
  readonly runnerDefault?: string
}

/** The sections of `--help` beside the first one, with their titles. */
export const OPTION_GROUPS = { cluster: 'Options for the cluster:', every: 'Options for every command:' } as const

/** One of `OPTION_GROUPS`. */
export type OptionGroup = keyof typeof OPTION_GROUPS

/** The file that the setting `config` replaces, relative to the scanned folder or the repository. */
export const CONFIGURATION_FILE = '.github/bound-token-check.yml'

const TABLE = {
  format: {
    name: 'format',
    // The command line passes in the names of the reporters, and checks the value.
    kind: text('NAME'),
    // Each command has its own formats, and the first of them is its default.
    help: 'The format of the output.',
    where: ['option']
  },
  output: {
    name: 'output',
    short: 'o',
    kind: text('FILE'),
    help: 'Write the output to a file; the headline of a scan is still printed to the terminal.',
    where: ['option']
  },
  config: {
    name: 'config',
    kind: text('FILE'),
    defaultText: `${CONFIGURATION_FILE} of the repository`,
    help: 'The configuration file.',
    where: ['option']
  },
  quiet: {
    name: 'quiet',
    short: 'q',
    kind: BOOLEAN,
    default: false,
    help: 'Shows no progress, and no report as text of a check that passes.',
    where: ['option'],
    optionHelp: 'show no progress, and no report as text of a check that passes',
    group: 'every'
  },
  color: {
    name: 'color',
    kind: choice(COLOR_WHEN),
    default: 'auto',
    operand: 'WHEN',
    help: 'When a report as text is coloured: "auto" (on a terminal, unless NO_COLOR or TERM=dumb is set; FORCE_COLOR is read too), "always" or "never".',
    where: ['option'],
    optionHelp:
      'when a report as text is coloured: auto (default: on a terminal, by NO_COLOR, FORCE_COLOR and TERM=dumb), always or never',
    group: 'every'
  },
  base: {
    name: 'base',
    kind: text('REF'),
    defaultText: 'nothing is compared',
    help: 'Show what has changed since a branch, tag or commit: since its merge base with HEAD, or since itself if they have none.',
    where: ['option']
  },
  list: {
    name: 'list',
    kind: text('FILE'),
    help: 'A file with a repository on each line, as owner/name, and its team behind it; "-" is standard input.',
    where: ['option'],
    optionHelp: 'a file with a repository on each line, as owner/name, and its team behind it; "-" is standard input'
  },
  name: {
    name: 'name',
    kind: paths('PATTERN'),
    help: 'Repositories whose name matches, with or without the owner; "*" is any text. May be repeated.',
    where: ['option']
  },
  topic: {
    name: 'topic',
    kind: paths('TOPIC'),
    help: 'Repositories with this topic. May be repeated, for those with any of them.',
    where: ['option']
  },
  archived: {
    name: 'archived',
    kind: BOOLEAN,
    help: 'Looks at archived repositories too.',
    where: ['option'],
    optionHelp: 'look at archived repositories too'
  },
  forks: {
    name: 'forks',
    kind: BOOLEAN,
    help: 'Looks at forks too.',
    where: ['option'],
    optionHelp: 'look at forks too'
  },
  state: {
    name: 'state',
    kind: text('FILE'),
    help: 'The state that the last "fleet merge" wrote; none for the first run.',
    where: ['option']
  },
  maxAge: {
    name: 'max-age',
    kind: wholeNumber(366, 'DAYS'),
    default: 7,
    help: 'How old a result of an unchanged repository may be.',
    where: ['option']
  },
  most: {
    name: 'most',
    kind: wholeNumber(1_000_000, 'COUNT'),
    defaultText: 'all',
    help: 'How many repositories are scanned in one run at most; those with the oldest results come first.',
    where: ['option']
  },
  shardSize: {
    name: 'shard-size',
    kind: wholeNumber(100_000, 'COUNT'),
    default: 250,
    help: 'How many repositories a shard has, as long as there are no more than 256 shards.',
    where: ['option']
  },
  simulate: {
    name: 'simulate',
    kind: wholeNumber(10_000_000, 'COUNT'),
    help: 'Print what a first run over so many repositories costs, and ask GitHub for nothing.',
    where: ['option']
  },
  plan: {
    name: 'plan',
    kind: text('FILE'),
    defaultText: 'plan.json',
    help: 'The plan of this run.',
    where: ['option']
  },
  shard: {
    name: 'shard',
    kind: wholeNumber(256, 'NUMBER'),
    defaultText: 'all shards',
    help: 'The shard to scan, from 1 on.',
    where: ['option']
  },
  results: {
    name: 'results',
    kind: text('DIR'),
    defaultText: 'results',
    help: 'The folder for one file of results for each repository; what is there is not read again.',
    where: ['option']
  },
  minutes: {
    name: 'minutes',
    kind: wholeNumber(100_000, 'COUNT'),
    default: 50,
    help: 'Begin no repository after so many minutes: the token of an App lives for an hour.',
    where: ['option']
  },
  wait: {
    name: 'wait',
    kind: BOOLEAN,
    help: 'Waits until the rate limit begins anew, instead of ending.',
    where: ['option'],
    optionHelp: 'wait until the rate limit begins anew, instead of ending'
  },
  page: {
    name: 'page',
    kind: text('FILE'),
    help: 'Write the page to a file.',
    where: ['option']
  },
  token: {
    name: 'token',
    kind: text('TOKEN'),
    help: `Token for the comment and the check run. With "contents: read" alone the verdict, the annotations and the job summary work; "pull-requests: write" adds the comment, and "checks: write" more than ten annotations per level. Empty: the GitHub API is not called.`,
    where: ['input'],
    runnerDefault: '${{ github.token }}'
  },
  path: {
    name: 'path',
    kind: text('DIR'),
    default: '.',
    defaultText: 'the whole workspace',
    help: 'Folder to scan, relative to the workspace and inside it.',
    where: ['input']
  },
  minimum: {
    name: 'minimum',
    kind: choice(MINIMUM_MODES),
    default: 'documented',
    help: 'What counts if the vendor documents and the observed behaviour of a client disagree.',
    isAsStrict: strictestLast('observed', 'documented'),
    where: ['input', 'file', 'option'],
    optionHelp:
      'documented: a version below the minimum of the vendor documents is an error (default); observed: only the behaviour counts'
  },
  failOn: {
    name: 'fail-on',
    kind: choice(FAIL_ON),
    default: 'error',
    operand: 'LEVEL',
    help: 'The lowest level of a finding that fails the job.',
    isAsStrict: strictestLast('never', 'error', 'warning', 'notice'),
    where: ['input', 'file', 'option'],
    optionHelp: 'the lowest level that fails: error (default), warning, notice or never'
  },
  failOnScopes: {
    name: 'fail-on-scopes',
    kind: choices(SCOPES),
    operand: 'SCOPES',
    default: SCOPES,
    defaultText: 'all three',
    help: 'The scopes whose findings may fail the job: "runtime", "development" (needed only to develop, build or test) and "unknown".',
    isAsStrict: withAll,
    where: ['input', 'file', 'option'],
    optionHelp: 'the scopes that may fail, with commas between them (default: runtime,development,unknown)'
  },
  allowIncomplete: {
    name: 'allow-incomplete',
    kind: BOOLEAN,
    default: false,
    help: 'Lets the job pass even if a file that may name a client could not be read.',
    where: ['input', 'option'],
    optionHelp: 'pass even if a file that may name a client could not be read'
  },
  scope: {
    name: 'scope',
    kind: choice(COUNTED),
    default: 'all',
    help: 'Which findings can fail the job: "all", or "introduced": only those that the change introduces or worsens. Where nothing can be compared, all count, and the report says so.',
    isAsStrict: strictestLast('introduced', 'all'),
    where: ['input', 'file', 'option'],
    optionHelp:
      'what can fail: all findings (all, the default), or only what the change introduces or worsens (introduced)'
  },
  otherWaivers: {
    name: 'other-waivers',
    kind: choice(OTHER_WAIVERS),
    default: 'allowed',
    help: 'Whether waivers outside of this file count: "allowed", or "refused": those in comments, and those of a configuration that extends this one.',
    isAsStrict: strictestLast('allowed', 'refused'),
    where: ['file']
  },
  clusterVersion: {
    name: 'cluster-version',
    fileKey: 'cluster.version',
    kind: KUBERNETES_VERSION,
    help: 'The Kubernetes version of the cluster, such as "1.23". Below 1.21 its tokens are permanent, and findings are notices.',
    where: ['input', 'file', 'option'],
    group: 'cluster'
  },
  platform: {
    name: 'platform',
    fileKey: 'cluster.platform',
    kind: choice(PLATFORMS),
    help: 'The platform of the cluster, which decides how long it accepts a token that was not reloaded.',
    where: ['input', 'file', 'option'],
    group: 'cluster'
  },
  grace: {
    name: 'grace',
    fileKey: 'cluster.grace',
    // A century: the API server's own default is a year.
    kind: wholeNumber(36_500, 'DAYS'),
    defaultText: 'that of the platform',
    help: 'How many days the cluster accepts a token after it was issued; 0 where the extension of tokens is switched off.',
    isAsStrict: atMost,
    follows: 'platform',
    where: ['input', 'file', 'option'],
    group: 'cluster'
  },
  upgradedOn: {
    name: 'upgraded-on',
    fileKey: 'cluster.upgraded-on',
    kind: DAY,
    help: 'The day on which the cluster was or will be upgraded to 1.21 or newer, as YYYY-MM-DD: the report then has the day on which clients break.',
    where: ['input', 'file', 'option'],
    group: 'cluster'
  },
  skew: {
    name: 'skew',
    fileKey: 'cluster.skew',
    kind: choice(SKEWS),
    defaultText: '"cce-releases" on the platform "cce", else "off"',
    help: 'How far client-go may be behind the cluster: "cce-releases" (two releases of CCE), "minor-versions" (four minor versions of Kubernetes) or "off". It is advice of a vendor, not of Kubernetes.',
    follows: 'platform',
    where: ['input', 'file', 'option'],
    group: 'cluster'
  },
  metrics: {
    name: 'metrics',
    fileKey: 'cluster.metrics',
    kind: paths('FILE'),
    help: 'A file with the metrics of the cluster\'s API server (kubectl get --raw /metrics), or only its lines with "stale"; several, one on each line, where it has several servers. Relative to the repository; an option is relative to the current folder, may be repeated, and "-" is standard input.',
    isAsStrict: withAll,
    where: ['input', 'file', 'option'],
    optionHelp:
      'a file with the metrics of the API server (kubectl get --raw /metrics), or only its lines with "stale"; may be repeated, "-" is standard input',
    group: 'cluster'
  },
  auditLog: {
    name: 'audit-log',
    fileKey: 'cluster.audit-log',
    kind: paths('FILE'),
    help: `Audit logs of the cluster's API server, one on each line: JSON lines, an EventList or an export of CloudWatch, also compressed by gzip. Relative to the repository; an option is relative to the current folder, may be repeated, and "-" is standard input.`,
    isAsStrict: withAll,
    where: ['input', 'file', 'option'],
    optionHelp:
      'an audit log of the API server: JSON lines, an EventList or an export of CloudWatch, also compressed by gzip; may be repeated, "-" is standard input',
    group: 'cluster'
  },
  comment: {
    name: 'comment',
    kind: choice(COMMENT_WHEN),
    default: 'on-findings',
    help: 'When a comment is posted on a pull request: "always", "on-findings" (there is something to report, whether it fails the job or not), "on-failure" or "never". A comment that exists is brought up to date in every case but "never", so that it never shows an old verdict.',
    where: ['input']
  },
  commentOnRelapse: {
    name: 'comment-on-relapse',
    kind: choice(COMMENT_ON_RELAPSE),
    default: 'update',
    help: 'If there is something to report again after the comment said that all is well: "update" edits the comment, of which GitHub notifies nobody; "new" replaces it by a new one at the end of the conversation.',
    where: ['input']
  },
  suggestions: {
    name: 'suggestions',
    kind: BOOLEAN,
    default: true,
    help: 'Puts the fix on the lines of a pull request as suggestions that can be committed with one click, where one line is the whole fix; with "comment: never" there are none.',
    where: ['input']
  },
  dryRun: {
    name: 'dry-run',
    kind: BOOLEAN,
    default: false,
    help: 'Prints the edits as a diff for "git apply", and changes no file.',
    where: ['option'],
    optionHelp: 'print the edits as a diff for git apply, and change no file'
  },
  force: {
    name: 'force',
    kind: BOOLEAN,
    default: false,
    help: 'Edits files with changes that are not committed, too.',
    where: ['option'],
    optionHelp: 'edit files with changes that are not committed, too'
  },
  only: {
    name: 'only',
    kind: text('PACKAGE'),
    defaultText: 'all packages',
    help: 'The package to fix, by its name or package URL.',
    where: ['option']
  },
  level: {
    name: 'level',
    kind: choice(FIXED_LEVELS),
    default: 'warning',
    help: 'The lowest level of what is fixed.',
    where: ['option'],
    optionHelp: 'the lowest level of what is fixed (default: warning)'
  },
  commentKey: {
    name: 'comment-key',
    // These characters need no escape in an HTML comment, in the name of a check run and in a line of the log.
    kind: patterned(
      /^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/,
      'up to 64 letters, digits, ".", "_", "-" and "/", beginning with a letter or digit'
    ),
    defaultText: 'the value of "path"',
    help: 'Distinguishes several runs on one pull request: each key has its own comment and check run. Up to 64 letters, digits, ".", "_", "-" and "/".',
    where: ['input']
  }
} as const satisfies Readonly<Record<string, Setting>>

/** The name of a setting in the code. */
export type SettingKey = keyof typeof TABLE

/** The types of all values. */
export type SettingTypes = {
  readonly [Key in SettingKey]: (typeof TABLE)[Key] extends { readonly kind: Kind<infer Value> } ? Value : never
}

type DefaultedKey = {
  [Key in SettingKey]: (typeof TABLE)[Key] extends { readonly default: unknown } ? Key : never
}[SettingKey]

/** The stated values. */
export type StatedValues = Partial<SettingTypes>

/** A value for every setting with a default, and the stated values of the others. */
export type SettingValues = StatedValues & Pick<SettingTypes, DefaultedKey>

/** The rows by their names in the code. */
export const settings: { readonly [Key in SettingKey]: Setting<SettingTypes[Key]> } = TABLE

/** The names in the code, in the order of the rows. */
export const settingKeys: readonly SettingKey[] = Object.keys(TABLE).filter(isSettingKey)

/** The settings that can be stated in one place. */
export function settingsIn(where: Where): readonly Setting[] {
  return settingKeys.map(key => settings[key]).filter(setting => setting.where.includes(where))
}

function isSettingKey(text: string): text is SettingKey {
  return Object.hasOwn(TABLE, text)
}

/** The key of a setting in the file: `fail-on`, or `cluster.version` for `version` in the mapping `cluster`. */
export function fileKeyOf({ name, fileKey = name }: Setting): string {
  return fileKey
}
