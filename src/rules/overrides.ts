/** The rule for lines that an override of the project decides over. */

import type { Rule } from '../model/rule.ts'

/** The line has no effect while the override is there. */
export const overrideDisagrees: Rule = {
  id: 'override-disagrees',
  level: 'notice',
  title: 'overridden',
  meaning:
    'A line requires a version of a client that does not pass, and an override of the project decides for another one.',
  why: 'The override protects only this project, and only while it is there. Whoever reads the line expects another version than the one in use, and removing the override brings that version back.',
  fix: 'Change the line to the version of the override. Remove the override if no other package needs it.',
  waivable: false,
  answers: [],
  page: 'docs/rules.md'
}
