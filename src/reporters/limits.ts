/** How much each channel takes: every limit of an output, in one place. */

/** Characters of a pull-request comment; GitHub answers 422 above it. */
export const COMMENT_LIMIT = 65_536

/** Bytes of a pull-request comment that people read. What is left out is in the job summary. */
export const COMMENT_SIZE = 16_000

/** Bytes of one step's job summary. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits */
export const SUMMARY_LIMIT = 1_048_576

/** Characters of a check run's summary and of its text. */
export const CHECK_TEXT_LIMIT = 65_535

/** Characters of an annotation's message, after which the runner cuts; the Checks API takes more (64 KB). */
export const ANNOTATION_MESSAGE_LIMIT = 4_096

/** Characters of an annotation's title. https://docs.github.com/en/rest/checks/runs */
export const ANNOTATION_TITLE_LIMIT = 255

/** Annotations of one level that the runner keeps for one step, when they come as workflow commands. */
export const COMMANDS_PER_LEVEL = 10

/** Annotations of one request to the Checks API; further requests append. */
export const ANNOTATIONS_PER_REQUEST = 50

/** The share of a limit that stays free, since GitHub does not say how it counts characters outside the basic plane. */
export const MARGIN = 1 / 64

// What code scanning takes of a SARIF file: above a maximum it rejects the whole file.
// https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning

/** Results of one run that code scanning accepts. */
export const SARIF_RESULTS_LIMIT = 25_000

/** Results of one run that code scanning keeps, by severity. */
export const SARIF_RESULTS_KEPT = 5_000

/** Locations of one result that code scanning keeps, the first one included; it accepts 1,000. */
export const SARIF_LOCATIONS_KEPT = 100
/** The most further locations that the results of one finding have together, which is a result at each of its lines. */
export const SARIF_LOCATIONS_OF_FINDING = 10_000

/** Tags of one rule that code scanning keeps; it accepts 20. */
export const SARIF_TAGS_KEPT = 10

/** Characters of a rule's short and full description. */
export const SARIF_DESCRIPTION_LIMIT = 1_024

/** Characters of the message of a result; ours, since code scanning names no limit. */
export const SARIF_MESSAGE_LIMIT = 4_096

/** Notifications of one run; ours, so that a repository of unreadable files does not fill the file. */
export const SARIF_NOTIFICATIONS_LIMIT = 1_000
