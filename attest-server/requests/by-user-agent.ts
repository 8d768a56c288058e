import type { Fact } from '../facts/fact.js'

/** About 1 KB each, at most. */
const MOST_REMEMBERED = 1000
const LONGEST = 512

type Observed = ReturnType<Fact['observe']>

/**
 * The same fact, which remembers what it said of the user agents that came last. Of those that look at the user agent alone: thousands of
 * visitors share one, and two lists of crawlers take longer to ask than everything else.
 */
export function byUserAgent(fact: Fact): Fact {
  const remembered = new Map<string, Observed>()
  return {
    id: fact.id,
    observe(request, deps) {
      const userAgent = request.http.headers.get('user-agent')
      // One that is missing is judged by what else was told.
      if (!userAgent?.trim() || userAgent.length > LONGEST) return fact.observe(request, deps)
      const known = remembered.get(userAgent)
      if (known) return known
      const observed = fact.observe(request, deps)
      remembered.set(userAgent, observed)
      const oldest = remembered.keys().next()
      if (remembered.size > MOST_REMEMBERED && !oldest.done) remembered.delete(oldest.value)
      return observed
    },
  }
}
