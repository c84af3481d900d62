/** The names by which people mark what is for development: of extras, groups, categories, environments and files. */

/**
 * The words of such names. Each names an activity that ends before the program runs. `local`, `qa` and `staging` are not among them,
 * because programs run there.
 */
const WORDS: ReadonlySet<string> = new Set(
  `dev devel develop development test tests testing unittest unittests e2e pytest tox nox ci coverage cov lint linter linters linting
  flake8 pylint ruff formatting style typing types typecheck mypy pyright doc docs documentation sphinx mkdocs bench
  benchmark benchmarks precommit`.split(/\s+/)
)
const NOT_A_LETTER = /[^a-z0-9]+/

/** Whether one of the words of a name says that it is for development: `dev-requirements`, `test_extras`, `docs`. */
export function isDevelopmentName(name: string): boolean {
  return name
    .toLowerCase()
    .split(NOT_A_LETTER)
    .some(word => WORDS.has(word))
}
