/** The claims that several clients share: one sentence for each behaviour. */

/** For clients that reload. */
export const READ_EVERY_MINUTE = 'The token file is read again every minute.'

/** For clients that reload late: they keep the old token until the API server refuses it. */
export const READ_AFTER_401 =
  'The token file is read again only after the API server has refused the old token with a 401.'

/** For clients that cannot reload. */
export const READ_ONCE = 'The token file is read once, when the configuration is loaded.'

/** For clients that cannot reload and have no configuration. */
export const READ_AT_START = 'The token file is read once, when the client is made.'

/** For clients that reload because they do not keep the token. */
export const READ_FOR_EVERY_REQUEST = 'The token file is read again for every request.'

/**
 * For clients that reload: a token of an hour stays valid for longer, because the kubelet replaces it after 48 minutes.
 */
export const READ_EVERY_TEN_MINUTES = 'The token file is read again every ten minutes.'

/** The advice for a client that gets the token from the program. */
export const READ_IT_YOURSELF =
  'In the code that passes the token to the client, read the file for each request and do not cache it.'
