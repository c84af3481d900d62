/**
 * Package URLs of Python packages: the types `pypi` and `conda`, whose names differ for some packages;
 * https://github.com/package-url/purl-spec/blob/main/types/conda-definition.json.
 */

import { type PurlSpelling, plainPurls } from '../purl-spelling.ts'
import { condaPackage } from './conda-package.ts'

/** Names as in PyPI. */
export const pythonPurls: PurlSpelling = {
  ...plainPurls,
  types: ['conda'],
  parse: (path, { type } = {}) => {
    if (type !== 'conda') return path
    const found = condaPackage(path)
    return found && 'name' in found ? found.name : undefined
  }
}
