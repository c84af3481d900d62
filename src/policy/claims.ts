/** What the code of several clients does: the same sentence wherever it is the same claim. */

/** Of clients that reload. */
export const READ_EVERY_MINUTE = 'The token file is read again every minute.'

/** Of clients that reload late: until the old token is refused nothing is read. */
export const READ_AFTER_401 =
  'The token file is read again only after the API server has refused the old token with a 401.'

/** Of clients that cannot reload. */
export const READ_ONCE = 'The token file is read once, when the configuration is loaded.'

/** The same of clients that read it without a configuration. */
export const READ_AT_START = 'The token file is read once, when the client is made.'
