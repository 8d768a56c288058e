import { TokenCollector, type TokenSet } from '../token-set.js'

/** The set of some tokens, without kinds. */
export function tokenSet(tokens: Iterable<string>, seed = 0): TokenSet {
  const collector = new TokenCollector(seed)
  for (const token of tokens) collector.add('', token)
  return collector.end()
}
