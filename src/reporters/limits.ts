/** How much each channel takes: every limit of an output, in one place. */

/** Characters of a pull-request comment; GitHub answers 422 above it. */
export const COMMENT_LIMIT = 65_536

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
