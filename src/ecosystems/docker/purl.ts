/**
 * Package URLs of images: the types `docker` and `oci`;
 * https://github.com/package-url/purl-spec/blob/main/types/oci-definition.json. The version is a digest, and a tag beside it says more.
 */

import { type PurlSpelling, plainPurls } from '../purl-spelling.ts'

const PROTOCOL = /^[a-z]+:\/\//i

/** Names with slashes throughout. Of an OCI image, only the last part is the name, and the address has the others. */
export const imagePurls: PurlSpelling = {
  ...plainPurls,
  types: ['oci'],
  versionQualifier: 'tag',
  parse: (path, { type, qualifiers } = {}) => {
    const address = type === 'oci' ? qualifiers?.get('repository_url') : undefined
    if (address === undefined) return path
    const parts = address
      .replace(PROTOCOL, '')
      .split('/')
      .filter(part => part !== '')
    const isWhole = parts.length > 1 && parts.at(-1)?.toLowerCase() === path.toLowerCase()
    return (isWhole ? parts : [...parts, path]).join('/')
  }
}
