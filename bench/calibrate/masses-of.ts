import type { Example } from './example.js'

/** A group of fewer users than this counts less, as the root of its size: what one machine did says little of its kind. */
const WHOLE_GROUP = 3

/** A tree of sums: what hangs under a key, and how many there are. */
function tally<T>(items: readonly T[], keyOf: (item: T) => string, amountOf: (item: T) => number): Map<string, number> {
  const sums = new Map<string, number>()
  for (const item of items) sums.set(keyOf(item), (sums.get(keyOf(item)) ?? 0) + amountOf(item))
  return sums
}

const groupOf = ({ label, group }: Example) => `${label} ${group}`
const userOf = (example: Example) => `${groupOf(example)} ${example.user}`

/** How many independent draws masses are worth: Kish's effective size, (Σm)² ⁄ Σm² (Survey Sampling, 1965). */
const effectiveSize = (masses: Iterable<number>): number => {
  let [sum, squares] = [0, 0]
  for (const mass of masses) [sum, squares] = [sum + mass, squares + mass * mass]
  return sum ** 2 / squares
}

/**
 * How much each example counts. Bots and people count alike, and so do all groups of either; in a group, the visits of one user count
 * as their root: a large source is not the definition of a person, nor a busy person that of a source. Either side adds up to as many
 * examples as it has independent users, so that the fit knows how little it knows.
 */
export function massesOf(examples: readonly Example[]): Float64Array {
  const byUser = tally(examples, userOf, ({ share }) => share)
  const rooted = (example: Example) => example.share / Math.sqrt(byUser.get(userOf(example))!)
  const byGroup = tally(examples, groupOf, rooted)
  const users = tally([...new Map(examples.map((example) => [userOf(example), example])).values()], groupOf, () => 1)
  const raw = (example: Example) =>
    (Math.sqrt(Math.min(1, users.get(groupOf(example))! / WHOLE_GROUP)) * rooted(example)) / byGroup.get(groupOf(example))!
  const sides = tally(examples, ({ label }) => label, raw)
  const sizes = [...sides.keys()].map((side) => {
    const own = examples.filter(({ label }) => label === side)
    return effectiveSize(tally(own, userOf, raw).values())
  })
  const size = Math.min(...sizes)
  return Float64Array.from(examples, (example) => (size * raw(example)) / sides.get(example.label)!)
}
