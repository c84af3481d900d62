/** The errors of the file system. */

/** The reason of a file system error, in words. */
export function explain(error: unknown): string {
  const code = codeOf(error)
  switch (code) {
    case 'ENOENT':
      return 'does not exist, or is a broken symbolic link'
    case 'EACCES':
    case 'EPERM':
      return 'no permission to read it'
    case 'ELOOP':
      return 'a symbolic link to itself'
    case 'ENOTDIR':
      return 'a part of the path is not a folder'
    case 'ENAMETOOLONG':
      return 'the path is too long for this system'
    default:
      return code === '' ? 'could not be read' : `could not be read (${code})`
  }
}

/** The system's code of an error, such as `ENOENT`; `''` without one. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
