import type { KeptText, KeptTexts } from '../ports.js'

/** @param most bytes of all texts; one may take a quarter. */
export function createMemoryKeptTexts(most: number): KeptTexts {
  const texts = new Map<string, KeptText>()
  const size = () => [...texts].reduce((sum, [name, { text }]) => sum + Buffer.byteLength(name + text), 0)
  return {
    get: async (name) => texts.get(name),
    async put(name, text, at) {
      if (Buffer.byteLength(name + text) > most / 4) return false
      texts.set(name, { text, at })
      const others = [...texts].filter(([other]) => other !== name).sort(([, a], [, b]) => a.at - b.at)
      for (const [other] of others) if (size() > most) texts.delete(other)
      return true
    },
  }
}
