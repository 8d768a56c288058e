/** Texts come from strangers: so many at a time, and none that is longer than honest ones. */
const MOST = 1000
const LONGEST = 512

/**
 * The same pure function of a text, which remembers what it made of those that came last: thousands of visitors share a user agent, and what is
 * asked about one request is asked again and again.
 */
export function remembering<T>(ask: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (text.length > LONGEST) return ask(text)
    const remembered = known.get(text)
    if (remembered !== undefined || known.has(text)) return remembered as T
    const made = ask(text)
    known.set(text, made)
    const oldest = known.keys().next()
    if (known.size > MOST && !oldest.done) known.delete(oldest.value)
    return made
  }
}
