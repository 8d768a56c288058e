/**
 * The anchor that GitHub gives a heading, so that a link works there and here: lower case, spaces as hyphens, no punctuation.
 *
 * @param {string} heading as text
 */
const slugOf = (heading) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-')

/** Gives each heading of one page an anchor of its own. @returns {(heading: string) => string} */
export function createSlugs() {
  /** @type {Map<string, number>} */
  const seen = new Map()
  return (heading) => {
    const slug = slugOf(heading)
    const before = seen.get(slug) ?? 0
    seen.set(slug, before + 1)
    return before === 0 ? slug : `${slug}-${before}`
  }
}
