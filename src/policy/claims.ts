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

/** Of clients that reload and keep nothing. */
export const READ_FOR_EVERY_REQUEST = 'The token file is read again for every request.'

/** Of clients that reload; a token of an hour outlives it, for the kubelet writes a new one after 48 minutes. */
export const READ_EVERY_TEN_MINUTES = 'The token file is read again every ten minutes.'

/** What to do with a client that leaves the token to the program. */
export const READ_IT_YOURSELF =
  'Let the code that hands the token over read the file for each request, and keep nothing.'
