import agents from 'crawler-user-agents'

/**
 * Entries of the list that people's browsers would hit, too: in-app browsers, editors with a web view, one phone's build number, and
 * words that are no names. What remains of them that is a bot, isbot knows.
 */
const alsoPeople: ReadonlySet<string> = new Set([
  'MetaIAB Facebook',
  'AP3A\\.240617\\.008',
  'Code\\/1\\.',
  'Trae\\/',
  'Fluid',
  'Trove',
  'webmon ',
  'fluffy',
])

/** All crawlers that crawler-user-agents knows by name (MIT; each pattern comes with the user agents that it stands for), as one pattern. */
export const crawlers = new RegExp(
  agents
    .map(({ pattern }) => pattern)
    .filter((pattern) => !alsoPeople.has(pattern))
    .join('|'),
)
