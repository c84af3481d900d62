/** Where the token of a pod is. */

/** The directory of the token; `/var/run` is a link to `/run`. A pod may mount that of its node below another folder. */
export const TOKEN_FOLDER = /^["']?(?:\/[\w.-]+){0,3}?\/(?:var\/)?run\/secrets\/kubernetes\.io\/serviceaccount\/?["']?$/
const TOKEN_FILE = /^["']?(?:\/[\w.-]+){0,3}?\/(?:var\/)?run\/secrets\/kubernetes\.io\/serviceaccount\/+token["']?$/

/** Every file of the folder, by a pattern of the shell: those of `..data` are the ones that the kubelet writes. */
const ALL_FILES = /\/(?:\.\.data\/)?\*["']?$/

/** Whether a text stands for all files of the folder of the token: `…/serviceaccount/*`. */
export function isAllOfTokenFolder(text: string): boolean {
  return ALL_FILES.test(text) && TOKEN_FOLDER.test(text.replace(ALL_FILES, ''))
}

/** Whether a text is the path of the token of the pod. */
export function isTokenPath(text: string): boolean {
  return TOKEN_FILE.test(text)
}

/** In every text that names the token by its path, whole or in pieces. */
export const NAMES_TOKEN_FOLDER = 'kubernetes.io/serviceaccount'
